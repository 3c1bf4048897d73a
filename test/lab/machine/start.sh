#!/bin/sh
# Runs in the lab's own namespaces: makes one host of a network, mount, UTS, IPC and PID namespace of its own.
# $1 name, $2 address, $3 its folder, $4 number of its cable. Ends when the host ends.
set -eu
name=$1 address=$2 folder=$3 cable=cable$4
here=$(dirname "$0")

ip link delete "$cable" 2>/dev/null || true
unshare --net --mount --uts --ipc -- /bin/sh "$here/enter.sh" "$name" "$address" "$folder" &
host=$!
trap 'kill -9 $host 2>/dev/null' TERM
while [ "$(readlink /proc/$host/ns/net)" = "$(readlink /proc/$$/ns/net)" ]; do sleep 0.02; done
ip link add "$cable" type veth peer name eth0 netns $host
ip link set "$cable" master bridge up
echo $host >"$folder/pid"
wait $host
