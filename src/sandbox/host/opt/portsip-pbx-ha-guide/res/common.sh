# What the stand-ins of the high-availability scripts share; for test machines only. They run on the control node, as the
# user whose SSH key opens the servers, and do their work there through the control scripts of the roles.

guide=$(cd "$(dirname "$0")" && pwd)
res=$guide/res

fail() {
    echo "[error]: $*"
    exit 2
}

# A value of res/vars.yml
value() { sed -n "s/^$1: *//p" "$res/vars.yml"; }

# Two at once would write over each other's files: that is an error, and it leaves a trace for whoever looks.
begin() {
    if ! (set -C; echo $$ >"$res/busy") 2>/dev/null; then
        if kill -0 "$(cat "$res/busy")" 2>/dev/null; then
            echo "$(date '+%F %T') ${0##*/} $* while process $(cat "$res/busy") was at work" >>"$res/damage"
            fail "another script of this folder is at work: its files are damaged now"
        fi
        echo $$ >"$res/busy"
    fi
    trap 'rm -f "$res/busy"' EXIT
}

# address, command: as the same user there
on() {
    local address=$1
    shift
    ssh -o BatchMode=yes -o ConnectTimeout=10 "$(id -un)@$address" "$@" || fail "$address: \"${1%% -t *}\" failed"
}

# address, control script: brings it there
send() {
    on "$1" "sudo mkdir -p /opt/portsip && sudo tee /opt/portsip/$2 >/dev/null" <"$res/$2"
}

# address, control script, arguments
operate() {
    local address=$1
    shift
    on "$address" "cd /opt/portsip && sudo /bin/sh $*" </dev/null
}

# What the PBX has issued: read on the node that is active now
im_token() {
    local node
    node=$(/bin/bash "$guide/ha_ctl.sh" master)
    on "$node" "sudo cat /usr/local/share/portsip/im-token" </dev/null
}
