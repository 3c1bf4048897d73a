#!/bin/sh
# The first process of a host. $1 name.
set -eu
mount -t proc proc /proc
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH
unset HOME USER LOGNAME SUDO_USER
# shellcheck source=/dev/null
. /run/lab/services.sh
mkdir -p /run/dbus /run/sshd /run/lock
chmod 1777 /tmp

# A switch for tests: what a reboot gives anew.
cat /proc/sys/kernel/random/uuid >/run/lab/boot_id
mount --bind /run/lab/boot_id /proc/sys/kernel/random/boot_id

if [ ! -e /etc/lab-prepared ]; then
    echo "$1" >/etc/hostname
    printf '127.0.0.1 localhost %s\n' "$1" >/etc/hosts
    : >/etc/resolv.conf
    useradd --create-home --shell /bin/bash pbx
    install -d -m 700 -o pbx -g pbx /home/pbx/.ssh
    install -m 600 -o pbx -g pbx /usr/local/lab/authorized_keys /home/pbx/.ssh/authorized_keys
    printf 'Defaults env_file=/usr/local/lab/environment\npbx ALL=(ALL) NOPASSWD: ALL\n' >/etc/sudoers.d/pbx
    chmod 440 /etc/sudoers.d/pbx
    rm -f /etc/ssh/ssh_host_*
    for type in ed25519 ecdsa; do ssh-keygen -q -t $type -N '' -f /etc/ssh/ssh_host_${type}_key; done
    # Whatever else this machine is used for, a cluster server has none of it.
    awk 'BEGIN { RS = ""; ORS = "\n\n" } !/^Package: (postgresql|dnsmasq|bind9|unbound|openvpn|wireguard)/' /var/lib/dpkg/status >/var/lib/dpkg/status.lab
    mv /var/lib/dpkg/status.lab /var/lib/dpkg/status
    rm -rf /etc/firewalld/zones/* /etc/firewalld/services/* /etc/docker/daemon.json
    touch /etc/lab-prepared
fi
# As on a host with systemd, where packages start what they bring.
[ ! -e /usr/local/lab/bare ] || mkdir -p /run/systemd/system
for service in dbus firewalld docker ssh; do
    if [ $service = dbus ] || { enabled $service && ! masked $service; }; then start $service; fi
done
touch /usr/local/lab/up
exec sleep infinity
