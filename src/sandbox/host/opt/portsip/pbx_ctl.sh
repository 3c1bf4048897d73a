#!/bin/sh
# Stand-in for the control script of the main server, for test machines only: the same command line, the same effects
# on Docker and the disk, the same quirks. Unquoted $@ is on purpose.
#
# Lines that begin with #v22.4 are for the scripts of January 2026, lines that end with #v22.6 for those of mid 2026
# (src/sandbox/generation.ts). As it stands here it is one of v22.6.
set -e

pause() { sleep "${PORTSIP_STANDIN_PAUSE:-$1}"; }

fail() {
    echo "[error]: $*"
#v22.4     # What becomes of "exit -1" in a POSIX shell
#v22.4     echo "$0: exit: Illegal number: -1" >&2
#v22.4     exit 2
    exit 1 #v22.6
}

file=docker-compose-portsip-pbx.yml
saved() { sed -n "s/^$1=//p" .configure_pbx; }

# What was given for the registry #v22.6
hub() { #v22.6
    user=$(saved HUB_USER) token=$(saved HUB_TOKEN) registry=$(saved HUB_SERVER) #v22.6
    echo "${user:+-U $user }${token:+-P $token }${registry:+-R $registry}" #v22.6
} #v22.6

image_version() {
    docker image inspect --format '{{json .Config.Labels}}' "$1" | sed -n 's/.*"version":"\([^"]*\)".*/\1/p'
}

# `-s` takes a container's name or a service's
service_name() {
    case $1 in
    portsip.webserver) echo websvc ;;
    portsip.virtualreceptionist) echo vr ;;
    portsip.notificationcenter) echo notifycenter ;;
    portsip.provision) echo prvserver ;;
    portsip.conference) echo conf ;;
    portsip.announcement) echo anncmnt ;;
    *) echo "${1#portsip.}" ;;
    esac
}

# part container program
write_part() {
    cat <<YAML
  $1:
    image: $image
    command: ["/usr/local/bin/$3", "-D", "/var/lib/portsip/pbx", "start"]
    network_mode: host
    container_name: "$2"
    volumes:
      - $data/pbx:/var/lib/portsip/pbx
    restart: unless-stopped
YAML
}

write_compose_file() {
    {
        cat <<YAML
services:
  database:
    image: $database
    network_mode: host
    container_name: "portsip.database"
    volumes:
      - $data/postgresql:/var/lib/postgresql/data
    restart: unless-stopped
YAML
        write_part callmanager portsip.callmanager callmanager
        write_part mediaserver portsip.mediaserver mediaserver
        write_part websvc portsip.webserver websrv
        write_part vr portsip.virtualreceptionist vr
        write_part conf portsip.conference conf
        write_part callqueue portsip.callqueue callqueue
        write_part loadbalancer portsip.loadbalancer loadbalancer
        write_part gateway portsip.gateway gateway
    } >$file
}

run() {
    shift
    data= address= image= database=portsip/postgresql:14.12 files= user= token= registry= grace=90
    OPTIND=1
#v22.4     while getopts p:a:i:d:f:U:P:R: option; do
    while getopts p:a:i:d:f:U:P:R:g: option; do #v22.6
        case $option in
        p) data=$OPTARG ;;
        a) address=$OPTARG ;;
        i) image=$OPTARG ;;
        d) database=$OPTARG ;;
        f) files=$OPTARG ;;
        U) user=$OPTARG ;;
        P) token=$OPTARG ;;
        R) registry=$OPTARG ;;
        g) grace=$OPTARG ;;
        *) ;;
        esac
    done
    [ -n "$data" ] || fail "-p is missing"
    [ -n "$address" ] || fail "-a is missing"
    [ -n "$image" ] || fail "-i is missing"
    if [ -n "$user" ] && [ -n "$token" ]; then
        docker login -u "$user" -p "$token" $registry
    fi
    mkdir -p "$data/pbx" "$data/postgresql"
    cat >.configure_pbx <<VALUES
PBX_DATA_PATH=$data
IP_ADDRESS=$address
PBX_IMG=$image
PBX_DB_IMG=$database
STORAGE=$files
HUB_USER=$user
HUB_SERVER=$registry
VALUES
    printf 'HUB_TOKEN=%s\nDB_STARTUP_GRACE=%s\n' "$token" "$grace" >>.configure_pbx #v22.6
    echo "[info]: pulling $image"
    docker image pull "$image" >/dev/null
    docker image pull "$database" >/dev/null
    version=$(image_version "$image")
    [ -n "$version" ] || fail "$image has no version label"
    echo "[info]: version $version"
    pause 15
    write_compose_file
    docker compose -f $file up -d
    echo "[info]: done"
}

# verb [-s service]
operate() {
    verb=$1
    shift
    service=
    OPTIND=1
    while getopts s: option; do
        case $option in
        s) service=$(service_name "$OPTARG") ;;
        *) ;;
        esac
    done
    # Nothing works without these two: the others go down and up with them.
    case $verb/$service in
    restart/database | restart/nats | stop/database | stop/nats) service= ;;
    *) ;;
    esac
    echo "[info]: $verb ${service:-everything}"
    case $verb in
    start) docker compose -f $file start $service ;;
    stop) docker compose -f $file stop -t 100 $service ;;
    restart)
        docker compose -f $file stop -t 300 $service
        if [ -n "$service" ]; then pause 1; else pause 10; fi
        docker compose -f $file start $service
        ;;
    status)
        [ -n "$service" ] || docker compose -f $file ls -a
        docker compose -f $file ps -a $service
        ;;
    rm) docker compose -f $file down -v ;;
    *) ;;
    esac
}

upgrade() {
    shift
    wanted=
    OPTIND=1
#v22.4     while getopts i: option; do
    while getopts i:g: option; do #v22.6
        case $option in
        i) wanted=$OPTARG ;;
        *) ;;
        esac
    done
    [ -f .configure_pbx ] || fail "the configuration of the PBX is lost"
    set -- run -p "$(saved PBX_DATA_PATH)" -a "$(saved IP_ADDRESS)" -d "$(saved PBX_DB_IMG)" -i "${wanted:-$(saved PBX_IMG)}"
    files=$(saved STORAGE)
    [ -z "$files" ] || set -- "$@" -f "$files"
    set -- "$@" $(hub) #v22.6
    operate rm
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
