#!/bin/sh
# The first process of the farm: when it ends, all hosts end, and with them their networks and mounts. $1 folder.
# FOLDER/hosts.txt has a line a host: its name and its address.
set -eu
folder=$1
here=$(dirname "$0")
cd /
# A file system of its own: an overlay takes no layer that lies in another one.
mkdir -p "$folder/layer"
mount -t tmpfs tmpfs "$folder/layer"
cp -a "$folder/golden/." "$folder/layer/"
ip link set lo up
ip link add bridge type bridge
ip address add 192.168.0.10/16 dev bridge
ip link set bridge up
number=0
while read -r name address; do
    number=$((number + 1))
    place=$folder/hosts/$name
    mkdir -p "$place"
    unshare --net --mount --uts --ipc --pid --fork --kill-child -- /bin/sh "$here/host.sh" "$name" "$address" "$folder" >"$place/console.log" 2>&1 &
    host=$!
    while [ "$(readlink /proc/$host/ns/net)" = "$(readlink /proc/$$/ns/net)" ]; do sleep 0.01; done
    ip link add "cable$number" type veth peer name eth0 netns $host
    ip link set "cable$number" master bridge up
    echo $host >"$place/pid"
done <"$folder/hosts.txt"
touch "$folder/ready"
exec sleep infinity
