#!/bin/sh
# Stand-in for the control script of the Data Flow server, for test machines only: the same command line, the same
# effects on Docker and the disk, the same quirks. Unquoted $@ is on purpose.
set -e

pause() { sleep "${PORTSIP_STANDIN_PAUSE:-$1}"; }

fail() {
    echo "[error]: $*"
    # What becomes of "exit -1" in a POSIX shell
    echo "$0: exit: Illegal number: -1" >&2
    exit 2
}

folder=dataflow-server-only
saved() { sed -n "s/^$1=//p" .configure_dataflow; }

image_version() {
    docker image inspect --format '{{json .Config.Labels}}' "$1" | sed -n 's/.*"version":"\([^"]*\)".*/\1/p'
}

# 22.3 or later
new_enough() {
    major=${1%%.*}
    rest=${1#*.}
    [ "$major" -gt 22 ] || { [ "$major" -eq 22 ] && [ "${rest%%.*}" -ge 3 ]; }
}

read_options() {
    echo "[info]: args $*"
    data=/var/lib/portsip private= public= pbx= image=portsip/pbx:22 database=portsip/clickhouse:25.8
    user= password= registry=
    OPTIND=1
    while getopts d:p:a:A:x:i:U:P:R: option; do
        case $option in
        d) database=$OPTARG ;;
        p) data=$OPTARG ;;
        a) private=$OPTARG ;;
        A) public=$OPTARG ;;
        x) pbx=$OPTARG ;;
        i) image=$OPTARG ;;
        U) user=$OPTARG ;;
        P) password=$OPTARG ;;
        R) registry=$OPTARG ;;
        *) ;;
        esac
    done
}

write_compose_file() {
    addresses=
    [ -z "$private" ] || addresses="$addresses, \"-x\", \"$private\""
    [ -z "$public" ] || addresses="$addresses, \"-z\", \"$public\""
    cat >docker-compose.yml <<YAML
services:
  database:
    image: $database
    network_mode: host
    container_name: "portsip.clickhouse"
    volumes:
      - $data/clickhouse/data:/var/lib/clickhouse
      - $data/clickhouse/log:/var/log/clickhouse-server
    restart: unless-stopped
  dataflow:
    image: $image
    command: ["/usr/local/bin/dataflow", "serve", "-D", "/var/lib/portsip/dataflow", "-a", "$pbx"$addresses]
    network_mode: host
    container_name: "portsip.dataflow"
    depends_on:
      - database
    volumes:
      - $data/dataflow:/var/lib/portsip/dataflow
    restart: unless-stopped
YAML
}

run() {
    shift
    read_options $@
    [ -n "$pbx" ] || fail "-x is missing"
    [ -n "$private$public" ] || fail "-a or -A is missing"
    printf 'net.ipv4.ip_unprivileged_port_start=0\n' >/etc/sysctl.d/ip_unprivileged_port_start.conf
    sysctl --system >/dev/null 2>&1 || true
    if [ -n "$user" ] && [ -n "$password" ]; then
        docker login -u "$user" -p "$password" $registry
    fi

    mkdir -p "$folder"
    cd "$folder"
    docker image pull "$image"
    version=$(image_version "$image")
    [ -n "$version" ] || fail "$image has no version label"
    new_enough "$version" || fail "$image is version $version, older than 22.3"
    cat >.configure_dataflow <<VALUES
DATA_PATH=$data
PRI_IP_ADDRESS=$private
PUB_IP_ADDRESS=$public
PBX_IP_ADDRESS=$pbx
DATAFLOW_IMG=$image
DB_IMG=$database
EXTEND_SVC_TYPE=$folder
HUB_USER=$user
HUB_SERVER=$registry
VALUES
    mkdir -p "$data/dataflow" "$data/clickhouse/data" "$data/clickhouse/log"
    chown 888:888 "$data/dataflow"
    docker image pull "$database" >/dev/null
    if [ -f "$data/clickhouse/data/created" ]; then
        echo "[info]: using the analytics that are there"
    else
        echo "[info]: preparing the analytics database"
        date >"$data/clickhouse/data/created"
    fi
    pause 15
    write_compose_file
    docker compose -f docker-compose.yml up -d
    pause 2
    echo "[info]: done"
}

operate() {
    verb=$1
    shift
    read_options $@
    [ -d "$folder" ] || fail "Data Flow was not installed from this folder"
    cd "$folder"
    echo "[info]: $verb $folder"
    case $verb in
    start) docker compose -f docker-compose.yml start ;;
    stop) docker compose -f docker-compose.yml stop -t 300 ;;
    restart)
        docker compose -f docker-compose.yml stop -t 300
        pause 3
        docker compose -f docker-compose.yml start
        ;;
    status)
        docker compose -f docker-compose.yml ls -a
        docker compose -f docker-compose.yml ps -a
        ;;
    rm) docker compose -f docker-compose.yml down -v ;;
    *) ;;
    esac
}

upgrade() {
    shift
    wanted=
    OPTIND=1
    while getopts i: option; do
        case $option in
        i) wanted=$OPTARG ;;
        *) ;;
        esac
    done
    docker inspect portsip.dataflow >/dev/null
    [ -d "$folder" ] || fail "Data Flow was not installed from this folder"
    cd "$folder"
    [ -f .configure_dataflow ] || fail "the configuration of Data Flow is lost"
    set -- run -p "$(saved DATA_PATH)" -i "${wanted:-$(saved DATAFLOW_IMG)}" -d "$(saved DB_IMG)" -x "$(saved PBX_IP_ADDRESS)"
    private=$(saved PRI_IP_ADDRESS) public=$(saved PUB_IP_ADDRESS)
    [ -z "$private" ] || set -- "$@" -a "$private"
    [ -z "$public" ] || set -- "$@" -A "$public"
    docker compose -f docker-compose.yml down -v
    cd ..
    run $@
    docker image prune -a --filter label=product=PBX -f >/dev/null 2>&1 || true
}

[ -n "$1" ] || fail "unknown command"
echo "[info]: starting"
for unit in unattended-upgrades apt-daily.timer apt-daily-upgrade.timer; do
    systemctl stop $unit >/dev/null 2>&1 || true
    systemctl disable $unit >/dev/null 2>&1 || true
done

case $1 in
run) run $@ ;;
start | stop | restart | status | rm) operate $@ ;;
upgrade) upgrade $@ ;;
*) echo "[error]: unknown command $1" ;;
esac
