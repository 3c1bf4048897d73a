#!/bin/bash
# Stand-in for the script that shows and drives the PBX nodes of a high-availability PBX, for test machines only.
# What Pacemaker knows is asked of `pcs`.

fail() {
    echo "[error]: $*"
    exit 2
}

verb=$1
shift
service=pbx
OPTIND=1
while getopts s: option; do
    case $option in
    s) service=$OPTARG ;;
    *) ;;
    esac
done
[ "$service" = pbx ] || fail "no such service: $service"

case $verb in
status) pcs resource ;;
master) pcs resource | sed -n 's/.* \(Masters\|Promoted\): \[ *\([^ ]*\).*/\2/p' ;;
stop)
    echo "disable resource $service"
    pcs resource disable "$service"
    ;;
start)
    echo "enable resource $service"
    pcs resource enable "$service"
    ;;
restart)
    echo "try to restart resource $service"
    echo "disable resource $service"
    pcs resource disable "$service" || exit
    echo "resource '$service' is not running on any node"
    echo "enable resource $service"
    pcs resource enable "$service"
    ;;
*) echo "[error]: unknown command $verb" ;;
esac
