#!/bin/sh
# On a host: as it was before anything was installed.
set -eu
rm -rf /var/lib/portsip /var/lib/portsip-cluster /etc/sysctl.d/ip_unprivileged_port_start.conf /opt/portsip /.state/*
cp -a /farm/state/. /.state/
cp -a /farm/scripts /opt/portsip
mkdir -p /chat/files
