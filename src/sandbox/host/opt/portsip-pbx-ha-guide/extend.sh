#!/bin/bash
# Stand-in for the script that manages media, queue, meeting and IVR servers of a high-availability PBX, for test
# machines only. res/servers has a line SERVICE NAME ADDRESS for each that was installed.
# shellcheck source=res/common.sh
. "$(dirname "$0")/res/common.sh"

verb=$1
[ -n "$verb" ] || fail "unknown command"
echo "[info]: starting"
echo "[info]: args $*"
service='' name='' address=''
OPTIND=2
while getopts s:n:a: option; do
    case $option in
    s) service=$OPTARG ;;
    n) name=$OPTARG ;;
    a) address=$OPTARG ;;
    *) ;;
    esac
done
case $service in
'' | media-server-only | queue-server-only | meeting-server-only | vr-server-only) ;;
*) fail "no such service: $service" ;;
esac

forget() { sed -i "/ $1\$/d" "$res/servers"; }

case $verb in
run)
    [ -n "$service" ] || fail "-s is missing"
    [ -n "$name" ] || fail "-n is missing"
    [ -n "$address" ] || fail "-a is missing"
    begin "$@"
    send "$address" cluster_ctl.sh
    operate "$address" cluster_ctl.sh run -p /var/lib/portsip -a "$address" -x "$(value vip)" -i "$(value pbx_image)" -s "$service" -n "$name"
    forget "$address"
    echo "$service $name $address" >>"$res/servers"
    echo "[info]: done"
    ;;
start | stop | restart | upgrade | rm)
    begin "$@"
    [ -n "$service" ] && [ -n "$address" ] || echo "[info]: $verb ${service:-of all services} ${address:-on all servers}"
    if [ -n "$service" ] && [ -n "$address" ]; then chosen="$service - $address"; else chosen=$(cat "$res/servers"); fi
    while read -r one _ where; do
        [ -n "$where" ] || continue
        [ -z "$service" ] || [ "$service" = "$one" ] || continue
        [ -z "$address" ] || [ "$address" = "$where" ] || continue
        if [ "$verb" = upgrade ]; then
            send "$where" cluster_ctl.sh
            operate "$where" cluster_ctl.sh upgrade -s "$one" -i "$(value pbx_image)"
        else
            operate "$where" cluster_ctl.sh "$verb" -s "$one"
        fi
        [ "$verb" != rm ] || forget "$where"
    done <<<"$chosen"
    echo "[info]: done"
    ;;
*) echo "[error]: unknown command $verb" ;;
esac
