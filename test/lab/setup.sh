#!/bin/sh
# Installs what the lab needs on Debian 12 and is not there yet. Starts no service.
set -eu

packages='dbus docker-compose docker-registry docker.io firewalld busybox-static iproute2 nftables openssh-client openssh-server procps sudo supervisor tini util-linux'

# What is not there yet, in `missing`
look() {
    missing=
    for package in $packages; do
        [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" = 'ii ' ] || missing="$missing $package"
    done
}
look
[ -n "$missing" ] || exit 0
[ "$(id -u)" = 0 ] || { echo "The lab needs$missing, and root to install them" >&2; exit 1; }

# Of several labs that are set up at a time, one installs.
exec 9>/tmp/portsip-lab-setup.lock
flock 9
look
[ -n "$missing" ] || exit 0

# The machine itself gets no daemons from this: they run inside the lab.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap 'rm -f $policy' EXIT
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod 755 $policy
fi
apt-get update -qq
# shellcheck disable=SC2086 # a package each
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
