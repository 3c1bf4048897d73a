#!/bin/bash
# Stand-in for the script that manages the IM server of a high-availability PBX, for test machines only. res/im has the
# server's address and the arguments of its installation; res/im-token the token that it runs with.
# shellcheck source=res/common.sh
. "$(dirname "$0")/res/common.sh"

verb=$1
[ -n "$verb" ] || fail "unknown command"
echo "[info]: starting"
echo "[info]: args $*"
private='' public='' files='' token=''
OPTIND=2
while getopts a:A:f: option; do
    case $option in
    a) private=$OPTARG ;;
    A) public=$OPTARG ;;
    f) files=$OPTARG ;;
    *) ;;
    esac
done

read_token() {
    token=$(im_token) && [ -n "$token" ] || fail "the PBX has issued no IM token: generate one first"
    printf '%-10s: %s\n' token "$token"
}

# address, further arguments
install() {
    local address=$1
    shift
    send "$address" im_ctl.sh
    operate "$address" im_ctl.sh run -E -p /var/lib/portsip "$@" -i "$(value pbx_image)" -x "$(value vip)" -t "$token"
    echo "$token" >"$res/im-token"
}

installed() {
    [ -f "$res/im" ] || fail "the IM server was not installed from here"
    read -r address options <"$res/im"
}

case $verb in
run)
    [ -n "$private$public" ] || fail "-a or -A is missing"
    begin "$@"
    read_token
    set --
    [ -z "$private" ] || set -- "$@" -a "$private"
    [ -z "$public" ] || set -- "$@" -A "$public"
    [ -z "$files" ] || set -- "$@" -f "$files"
    install "${private:-$public}" "$@"
    echo "${private:-$public} $*" >"$res/im"
    echo "[info]: done"
    ;;
upgrade)
    begin "$@"
    installed
    read_token
    # The PBX takes a token for one installation only.
    [ "$token" != "$(cat "$res/im-token")" ] || fail "this token was used before: generate a new one before the upgrade"
    operate "$address" im_ctl.sh rm
    # shellcheck disable=SC2086 # a word each
    install "$address" $options
    echo "[info]: done"
    ;;
start | stop | restart | rm)
    begin "$@"
    installed
    operate "$address" im_ctl.sh "$verb"
    [ "$verb" != rm ] || rm -f "$res/im" "$res/im-token"
    echo "[info]: done"
    ;;
*) echo "[error]: unknown command $verb" ;;
esac
