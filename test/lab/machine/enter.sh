#!/bin/sh
# In the host's namespaces but for its processes: network and root file system. $1 name, $2 address, $3 its folder.
set -eu
name=$1 address=$2 folder=$3
here=$(dirname "$0")

hostname "$name"
while ! ip link show eth0 >/dev/null 2>&1; do sleep 0.02; done
ip link set lo up
ip address add "$address/24" dev eth0
ip link set eth0 up

# The machine's own system below, what the host writes above; what may be private to a person is not in it.
mkdir -p "$folder/upper" "$folder/work" "$folder/root" "$folder/docker"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
cd "$folder/root"
for own in home root opt srv usr/local var/lib/docker; do
    mkdir -p "$folder/own/$own" "$own"
    mount --bind "$folder/own/$own" "$own"
done
for kernel in dev sys; do mount --rbind "/$kernel" $kernel; done
for fresh in run tmp; do mount -t tmpfs tmpfs $fresh; done
mkdir -p run/lab
basename "${folder%/hosts/*}" >run/lab/cgroup
cp "$here/boot.sh" "$here/services.sh" run/lab/
mount -t proc proc proc
pivot_root . .
umount -l .
cd /
umount /proc
exec unshare --pid --fork --kill-child -- /usr/bin/tini -s -- /bin/sh /run/lab/boot.sh "$name"
