#!/bin/sh
# The first process of the lab: when it ends, all hosts end, and with them their networks and mounts. $1 folder.
set -eu
folder=$1
cd /
ip link set lo up
ip link add bridge type bridge
ip address add 192.168.1.10/24 dev bridge
ip link set bridge up
REGISTRY_AUTH=none docker-registry serve "$folder/registry.yml" >"$folder/registry.log" 2>&1 &
touch "$folder/ready"
exec sleep infinity
