#!/bin/sh
# Stands in for PortSIP's installer of Docker on a bare host: what that does to a machine, with the packages of the lab's mirror.
# It asks where nobody told it not to, upgrades the whole system, and restarts firewall and Docker.
set -e
[ "$(id -u)" = 0 ] || { echo "[error]: root is needed"; exit 1; }
[ "$(dpkg --print-architecture)" = amd64 ] || { echo "[error]: this architecture is not supported"; exit 1; }

for package in docker docker-engine docker.io containerd runc; do apt-get remove "$package" || true; done
apt-get update
apt-get upgrade
apt-get install firewalld
sed -i 's/^IndividualCalls=.*/IndividualCalls=yes/' /etc/firewalld/firewalld.conf
systemctl enable firewalld
systemctl restart firewalld

apt-get install docker.io docker-compose
# Debian's Compose is version 1.
mkdir -p /usr/local/lib/docker/cli-plugins
cp /usr/local/lab/docker-compose-plugin /usr/local/lib/docker/cli-plugins/docker-compose
systemctl enable docker
systemctl restart docker
