#!/bin/sh
# Each PortSIP server of the lab: it listens where the real one does, and tells the PBX once a second that it is there.
# What it tells counts only if it gets through the main server's firewall.
program=${0##*/}
pbx=127.0.0.1 name=default
while [ $# -gt 0 ]; do
    case $1 in
    -a) pbx=$2; shift ;;
    -n) [ "$program" = websrv ] || name=$2; shift ;;
    esac
    shift
done
case $program in
mediaserver) port=8840 ;;
callqueue) port=8916 ;;
vr) port=8922 ;;
conf) port=8928 ;;
im) port=8887 ;;
clickhouse) port=8123 ;;
postgres) port=5432 ;;
*) port= ;;
esac
trap 'kill $listener $waiting 2>/dev/null; exit 0' TERM INT
listener=
if [ -n "$port" ]; then
    httpd -f -p "$port" -h /var/empty &
    listener=$!
    sleep 0.2
fi
echo "$program: name $name, PBX $pbx${port:+, port $port}"
while :; do
    [ -z "$listener" ] || kill -0 "$listener" 2>/dev/null || { echo "$program: port $port is in use"; exit 1; }
    echo "$program $name" | nc -w 2 "$pbx" 8899 >/dev/null 2>&1
    sleep 1 &
    waiting=$!
    wait $waiting
done
