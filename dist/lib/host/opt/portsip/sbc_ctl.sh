#!/bin/sh
# Stand-in for the control script of session border controllers, for test machines only: the same command line, the
# same effects on Docker, the firewall and the disk, the same quirks. Unquoted $@ is on purpose, and so is that getopts
# starts where it was left: a POSIX shell begins anew in each function, bash does not.
set -e

own_ports="25000-34999/udp 5066/udp 5065/tcp 5067/tcp 5069/tcp 8882/tcp 8883/tcp 10443/tcp"
service=portsip-sbc
container=portsip.sbc

saved() { sed -n "s/^$1=//p" .configure_sbc; }

# What is told too little is explained, and counts as done.
explain() {
    echo "[error]: $*"
    echo "     -p <path>: required"
    echo "     -i <docker image>: required"
    exit 0
}

open_firewall() {
    systemctl enable firewalld
    systemctl start firewalld
    ports=
    if firewall-cmd --get-services | grep -qw "$service"; then
        ports=$(firewall-cmd --permanent --service="$service" --get-ports)
    fi
    firewall-cmd -q --permanent --delete-service="$service" >/dev/null || true
    firewall-cmd -q --permanent --add-service=ssh >/dev/null || true
    firewall-cmd -q --permanent --new-service="$service" >/dev/null
    for port in $own_ports $ports; do
        firewall-cmd -q --permanent --service="$service" --add-port="$port" >/dev/null
    done
    firewall-cmd -q --permanent --add-service="$service" >/dev/null
    firewall-cmd --reload >/dev/null
    systemctl restart firewalld
}

create() {
    open_firewall
    printf 'net.ipv4.ip_unprivileged_port_start=0\n' >/etc/sysctl.d/ip_unprivileged_port_start.conf
    sysctl --system >/dev/null 2>&1 || true
    shift
    data= image= user= password= registry=
    while getopts p:i:U:P:R: option; do
        case $option in
        p) data=$OPTARG ;;
        i) image=$OPTARG ;;
        U) user=$OPTARG ;;
        P) password=$OPTARG ;;
        R) registry=$OPTARG ;;
        *) ;;
        esac
    done
    [ -n "$data" ] || explain "-p is missing"
    [ -n "$image" ] || explain "-i is missing"
    if [ -n "$user" ] && [ -n "$password" ]; then
        docker login -u "$user" -p "$password" $registry
    fi
    echo "[info]: pulling $image"
    docker pull "$image" >/dev/null
    mkdir -p "$data/sbc"
    chmod 755 "$data"
    cat >.configure_sbc <<VALUES
SBC_DATA_PATH=$data
SBC_IMG=$image
HUB_USER=$user
HUB_SERVER=$registry
VALUES
    docker run -d --name "$container" --restart=always --cap-add=SYS_PTRACE --network=host \
        -v "$data/sbc:/var/lib/portsip/sbc" -v /etc/localtime:/etc/localtime:ro "$image"
    echo "[info]: created"
}

operate() {
    verb=$1
    shift
    program=
    while getopts s: option; do
        case $option in
        s) program=$OPTARG ;;
        *) ;;
        esac
    done
    echo "[info]: $verb ${program:-all programs}"
    case $verb/$program in
    status/*) docker exec "$container" supervisorctl status $program ;;
    start/) docker start "$container" ;;
    stop/) docker stop -t 300 "$container" ;;
    restart/) docker restart -t 300 "$container" ;;
    *) docker exec "$container" supervisorctl "$verb" "$program" ;;
    esac
}

upgrade() {
    shift
    wanted=
    while getopts i: option; do
        case $option in
        i) wanted=$OPTARG ;;
        *) ;;
        esac
    done
    docker inspect "$container" >/dev/null
    used=$(docker ps -a --filter "name=^$container$" --format '{{.Image}}')
    data=$(saved SBC_DATA_PATH)
    # A minute is all that calls get here.
    docker stop -t 60 "$container" >/dev/null 2>&1 || true
    docker rm -f "$container" >/dev/null 2>&1
    docker image rm -f "$used" >/dev/null 2>&1
    create run -i "${wanted:-$used}" -p "$data"
    docker image prune -a --filter label=product=SBC -f >/dev/null 2>&1 || true
    echo "[info]: upgraded"
}

[ -n "$1" ] || exit 0
echo "[info]: starting"
for unit in unattended-upgrades apt-daily.timer apt-daily-upgrade.timer; do
    systemctl stop $unit >/dev/null 2>&1 || true
    systemctl disable $unit >/dev/null 2>&1 || true
done

case $1 in
run) create $@ ;;
status | start | stop | restart) operate $@ ;;
rm)
    docker stop -t 300 "$container"
    docker rm -f "$container"
    ;;
upgrade) upgrade $@ ;;
*) echo "use command: run, status, restart, start, stop, rm" ;;
esac
