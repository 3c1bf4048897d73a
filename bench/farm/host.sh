#!/bin/sh
# The first process of a host: its network, its disk (an overlay of the machine's and of the golden one), its sshd.
# $1 name, $2 address, $3 the farm's folder.
set -eu
name=$1 address=$2 folder=$3
place=$folder/hosts/$name golden=$folder/layer

hostname "$name"
while ! ip link show eth0 >/dev/null 2>&1; do sleep 0.02; done
ip link set lo up
ip address add "$address/16" dev eth0
ip link set eth0 up

mkdir -p "$place/upper" "$place/work" "$place/root" "$place/state" "$place/opt"
mount -t overlay overlay -o "lowerdir=$golden:/,upperdir=$place/upper,workdir=$place/work" "$place/root"
cd "$place/root"
# What may be private to a person is not on a host.
for fresh in run tmp root srv home; do mount -t tmpfs tmpfs $fresh; done
chmod 1777 tmp
cp -a "$golden/home/." home/
mkdir -p run/sshd run/lock
mount --bind "$golden/usr/local" usr/local
mount --bind "$place/opt" opt
mount --bind "$place/state" .state
for kernel in dev sys; do mount --rbind "/$kernel" $kernel; done
mount -t proc proc proc
pivot_root . .
umount -l .
cd /
# A machine of its own, by all that machines are told apart by.
cat /proc/sys/kernel/random/uuid >run/boot_id
mount --bind run/boot_id /proc/sys/kernel/random/boot_id
printf '%s\n' "$name" >/etc/hostname
printf '127.0.0.1 localhost %s\n' "$name" >/etc/hosts
: >/etc/resolv.conf
/farm/reset.sh
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH
exec /usr/bin/tini -s -- env -i PATH="$PATH" /usr/sbin/sshd -D -e
