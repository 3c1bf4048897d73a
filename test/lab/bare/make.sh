#!/bin/sh
# What bare hosts are made of, below $1: `layer`, which lies on this machine's disk and hides what a cluster server needs, and
# `mirror`, the only packages that such a host gets: what apt wants to put all of it back. Made anew when this machine's packages change.
set -eu
base=$1
here=$(cd "$(dirname "$0")" && pwd)

mkdir -p "$base"
exec 9>"$base.lock"
flock 9
stamp=$(cat /var/lib/dpkg/status "$here"/*.sh | sha256sum)
[ "$(cat "$base/stamp" 2>/dev/null)" != "$stamp" ] || exit 0
rm -rf "$base"
mkdir -p "$base/layer" "$base/work" "$base/root"
# shellcheck disable=SC2016 # expands inside
unshare --mount -- sh -eu -c '
base=$1 here=$2
mount -t overlay overlay -o "lowerdir=/,upperdir=$base/layer,workdir=$base/work" "$base/root"
for kernel in dev proc sys; do mount --rbind /$kernel "$base/root/$kernel"; done
mount -t tmpfs tmpfs "$base/root/run"
mount --bind /etc/resolv.conf "$base/root/etc/resolv.conf" 2>/dev/null || true
cp "$here/inside.sh" "$base/root/run/"
chroot "$base/root" /bin/sh /run/inside.sh
' make "$base" "$here" >"$base/log" 2>&1 || { cat "$base/log" >&2; exit 1; }
mv "$base/layer/var/lib/lab-mirror" "$base/mirror"
rm -rf "$base/work" "$base/root"
printf '%s\n' "$stamp" >"$base/stamp"
