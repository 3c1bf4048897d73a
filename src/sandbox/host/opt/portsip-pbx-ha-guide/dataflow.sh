#!/bin/bash
# Stand-in for the script that manages the Data Flow server of a high-availability PBX, for test machines only.
# res/dataflow has the server's address.
# shellcheck source=res/common.sh
. "$(dirname "$0")/res/common.sh"

verb=$1
[ -n "$verb" ] || fail "unknown command"
echo "[info]: starting"
echo "[info]: args $*"
data='' private='' public='' database='' image=''
OPTIND=2
while getopts p:a:A:d:i: option; do
    case $option in
    p) data=$OPTARG ;;
    a) private=$OPTARG ;;
    A) public=$OPTARG ;;
    d) database=$OPTARG ;;
    i) image=$OPTARG ;;
    *) ;;
    esac
done

case $verb in
run)
    [ -n "$data" ] || fail "-p is missing"
    [ -n "$private$public" ] || fail "-a or -A is missing"
    begin "$@"
    set -- -p "$data" -i "${image:-$(value pbx_image)}" -x "$(value vip)"
    [ -z "$private" ] || set -- "$@" -a "$private"
    [ -z "$public" ] || set -- "$@" -A "$public"
    [ -z "$database" ] || set -- "$@" -d "$database"
    send "${private:-$public}" dataflow_ctl.sh
    operate "${private:-$public}" dataflow_ctl.sh run "$@"
    echo "${private:-$public}" >"$res/dataflow"
    echo "[info]: done"
    ;;
start | stop | restart | upgrade | rm)
    begin "$@"
    [ -f "$res/dataflow" ] || fail "Data Flow was not installed from here"
    read -r address <"$res/dataflow"
    if [ "$verb" = upgrade ]; then
        send "$address" dataflow_ctl.sh
        # shellcheck disable=SC2086 # two words or none
        operate "$address" dataflow_ctl.sh upgrade -i "$(value pbx_image)" ${database:+-d $database}
    else
        operate "$address" dataflow_ctl.sh "$verb"
    fi
    [ "$verb" != rm ] || rm -f "$res/dataflow"
    echo "[info]: done"
    ;;
*) echo "[error]: unknown command $verb" ;;
esac
