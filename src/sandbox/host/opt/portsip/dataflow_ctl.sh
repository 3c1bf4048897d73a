#!/bin/sh
# Stand-in for the control script of the Data Flow server, for test machines only: the same command line, the same
# effects on Docker and the disk, the same quirks. Unquoted $@ is on purpose.
#
# Lines that begin with #v22.4 or #v22.6 are for the scripts of January or mid 2026 alone, lines that end with #v22.6 or #v22.8
# for those from then on (src/sandbox/generation.ts). As it stands here it is one of v22.8, of which only pages could be read.
set -e

pause() { sleep "${PORTSIP_STANDIN_PAUSE:-$1}"; }

fail() {
    echo "[error]: $*"
#v22.4     # What becomes of "exit -1" in a POSIX shell
#v22.4     echo "$0: exit: Illegal number: -1" >&2
#v22.4     exit 2
    exit 1 #v22.6
}

folder=dataflow-server-only
saved() { sed -n "s/^$1=//p" .configure_dataflow; }

# What was given for the registry #v22.6
hub() { #v22.6
    user=$(saved HUB_USER) token=$(saved HUB_TOKEN) registry=$(saved HUB_SERVER) #v22.6
    echo "${user:+-U $user }${token:+-P $token }${registry:+-R $registry}" #v22.6
} #v22.6

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
#v22.4     database=portsip/clickhouse:25.8
    database=portsip/clickhouse:26.3 #v22.6
    data=/var/lib/portsip private= public= pbx= image=portsip/pbx:22
    user= password= registry= grace=90
    OPTIND=1
#v22.4     while getopts d:p:a:A:x:i:U:P:R: option; do
    while getopts d:p:a:A:x:i:U:P:R:g: option; do #v22.6
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
        g) grace=$OPTARG ;;
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
      - $folder_of_data:/var/lib/portsip/dataflow
    restart: unless-stopped
YAML
}

# ClickHouse opens what an older version wrote, and nothing that a newer one did.
open_data() {
    opened=$data/clickhouse/data/opened-by
    new=${database##*:}
    if [ -f "$opened" ]; then
        old=$(cat "$opened")
        if [ "$old" != "$new" ] && [ "$(printf '%s\n' "$old" "$new" | sort -V | tail -n 1)" = "$old" ]; then
            fail "init or upgrade env: the data was written by ClickHouse $old"
        fi
        echo "[info]: using the analytics that are there"
    else
        echo "[info]: preparing the analytics database"
    fi
    echo "$new" >"$opened"
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
    printf 'HUB_TOKEN=%s\nDB_STARTUP_GRACE=%s\n' "$password" "$grace" >>.configure_dataflow #v22.6
#v22.4     folder_of_data=$data/dataflow
#v22.6     folder_of_data=$data/dataflow
    # A folder for each PBX, named by an id of its own that stays the same #v22.8
    folder_of_data=$data/dataflow/$(printf %s "$pbx" | md5sum | sed 's/^\(.\{8\}\)\(....\)\(....\)\(....\)\(.\{12\}\).*/\1-\2-\3-\4-\5/') #v22.8
    if [ -f "$data/dataflow/system.ini" ]; then #v22.8
        mkdir -p "$folder_of_data" #v22.8
        mv "$data/dataflow/system.ini" "$folder_of_data/" #v22.8
    fi #v22.8
    mkdir -p "$folder_of_data" "$data/clickhouse/data" "$data/clickhouse/log"
    chown 888:888 "$folder_of_data"
    docker image pull "$database" >/dev/null
    if [ -f "$folder_of_data/system.ini" ]; then
        secret=$(sed -n 's/^password = //p' "$folder_of_data/system.ini")
        echo "[info]: use existed old password $secret"
    else
        secret=$(head -c 15 /dev/urandom | od -An -tx1 | tr -d ' \n')
        printf '[dataflow]\npassword = %s\n' "$secret" >"$folder_of_data/system.ini"
    fi
    open_data
#v22.4     pause 15
    pause 60 #v22.6
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
    rm)
        docker compose -f docker-compose.yml down -v
        echo "[info]: the data in $(saved DATA_PATH) was left where it is" #v22.6
        ;;
    *) ;;
    esac
}

upgrade() {
    shift
    wanted= wanted_database=
    OPTIND=1
#v22.4     while getopts i: option; do
#v22.6     while getopts i:d:g: option; do
    while getopts i:d:g:x: option; do #v22.8
        case $option in
        i) wanted=$OPTARG ;;
        d) wanted_database=$OPTARG ;; #v22.6
        *) ;;
        esac
    done
#v22.4     docker inspect portsip.dataflow >/dev/null
    [ -d "$folder" ] || fail "Data Flow was not installed from this folder"
    cd "$folder"
    [ -f .configure_dataflow ] || fail "the configuration of Data Flow is lost"
    set -- run -p "$(saved DATA_PATH)" -i "${wanted:-$(saved DATAFLOW_IMG)}" -d "${wanted_database:-$(saved DB_IMG)}" -x "$(saved PBX_IP_ADDRESS)"
    private=$(saved PRI_IP_ADDRESS) public=$(saved PUB_IP_ADDRESS)
    [ -z "$private" ] || set -- "$@" -a "$private"
    [ -z "$public" ] || set -- "$@" -A "$public"
#v22.4     docker compose -f docker-compose.yml down -v
    if docker ps -a --format '{{.Names}}' | grep -qx portsip.dataflow; then #v22.6
        docker compose -f docker-compose.yml down -v --timeout 60 #v22.6
    else #v22.6
        echo "[info]: portsip.dataflow is not there" #v22.6
    fi #v22.6
    set -- "$@" $(hub) #v22.6
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
#v22.4 *) echo "[error]: unknown command $1" ;;
*) fail "unknown command $1" ;; #v22.6
esac
