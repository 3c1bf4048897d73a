#!/bin/bash
# Stand-in for the script that manages the session border controllers of a high-availability PBX, for test machines
# only. -a has one address or several, with commas between them; it keeps nothing here.
# shellcheck source=res/common.sh
. "$(dirname "$0")/res/common.sh"

verb=$1
[ -n "$verb" ] || fail "unknown command"
echo "[info]: starting"
echo "[info]: args $*"
addresses='' image=''
OPTIND=2
while getopts a:i:c option; do
    case $option in
    a) addresses=$OPTARG ;;
    i) image=$OPTARG ;;
    *) ;;
    esac
done
[ -n "$addresses" ] || fail "-a is missing"

case $verb in
run | upgrade)
    [ -n "$image" ] || fail "-i is missing"
    begin "$@"
    for address in ${addresses//,/ }; do
        send "$address" sbc_ctl.sh
        if [ "$verb" = run ]; then
            operate "$address" sbc_ctl.sh run -p /var/lib/portsip -i "$image"
        else
            operate "$address" sbc_ctl.sh upgrade -i "$image"
        fi
    done
    echo "[info]: done"
    ;;
start | stop | restart | rm)
    begin "$@"
    for address in ${addresses//,/ }; do operate "$address" sbc_ctl.sh "$verb"; done
    echo "[info]: done"
    ;;
*) echo "[error]: unknown command $verb" ;;
esac
