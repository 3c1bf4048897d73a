#!/bin/sh
# Stand-in for the control script of media, queue, meeting and IVR servers, for test machines only: the same command
# line, the same effects on firewalld, Docker and the disk, the same quirks. Unquoted $@ and $* are on purpose.
#
# Lines that begin with #v22.4 are for the scripts of January 2026, lines that end with #v22.6 for those of mid 2026
# (src/sandbox/generation.ts). As it stands here it is one of v22.6.
set -e

# PORTSIP_STANDIN_PAUSE replaces every pause (seconds), so that tests need not wait.
pause() { sleep "${PORTSIP_STANDIN_PAUSE:-$1}"; }

fail() {
    echo "[error]: $*"
#v22.4     # What becomes of "exit -1" in a POSIX shell
#v22.4     echo "$0: exit: Illegal number: -1" >&2
#v22.4     exit 2
    exit 1 #v22.6
}

# In a data path, an address, … of the configuration file that `run` wrote
saved() { sed -n "s/^$1=//p" .configure_extend; }

# What was given for the registry #v22.6
hub() { #v22.6
    user=$(saved HUB_USER) token=$(saved HUB_TOKEN) registry=$(saved HUB_SERVER) #v22.6
    echo "${user:+-U $user }${token:+-P $token }${registry:+-R $registry}" #v22.6
} #v22.6

image_version() {
    docker image inspect --format '{{json .Config.Labels}}' "$1" | sed -n 's/.*"version":"\([^"]*\)".*/\1/p'
}

describe_service() {
    case $service in
    media-server-only) part=mediaserver program=mediaserver container=portsip.mediaserver ports='35000-65000/udp 8840-8845/udp 8840-8845/tcp' ;;
    queue-server-only) part=callqueue program=callqueue container=portsip.callqueue ports='8916-8921/udp 8916-8921/tcp' ;;
    meeting-server-only) part=conf program=conf container=portsip.conference ports='8928-8933/udp 8928-8933/tcp' ;;
    vr-server-only) part=vr program=vr container=portsip.virtualreceptionist ports='8922-8927/udp 8922-8927/tcp' ;;
    '') fail "-s is missing" ;;
    *) fail "no such service: $service" ;;
    esac
}

read_options() {
    echo "[info]: args $*"
    data= address= pbx= image= service= name= user= token= registry=
    OPTIND=1
    while getopts p:a:x:i:s:n:U:P:R: option; do
        case $option in
        p) data=$OPTARG ;;
        a) address=$OPTARG ;;
        x) pbx=$OPTARG ;;
        i) image=$OPTARG ;;
        s) service=$OPTARG ;;
        n) name=$OPTARG ;;
        U) user=$OPTARG ;;
        P) token=$OPTARG ;;
        R) registry=$OPTARG ;;
        *) ;;
        esac
    done
}

set_firewall() {
    echo "[info]: firewalld: opening $ports"
    systemctl stop ufw >/dev/null 2>&1 || true
    systemctl disable ufw >/dev/null 2>&1 || true
    systemctl enable firewalld
    systemctl start firewalld
    kept=
    if firewall-cmd --permanent --get-services | tr ' ' '\n' | grep -qx "$service"; then
        kept=$(firewall-cmd --permanent --service="$service" --get-ports)
        firewall-cmd -q --permanent --delete-service="$service" || true
    fi
    firewall-cmd -q --permanent --add-service=ssh || true
    firewall-cmd -q --permanent --new-service="$service"
    for port in $ports $kept; do
        firewall-cmd -q --permanent --service="$service" --add-port="$port"
    done
    firewall-cmd -q --permanent --add-service="$service"
    firewall-cmd -q --reload
    systemctl restart firewalld
    pause 3
}

write_compose_file() {
    cat >docker-compose.yml <<YAML
services:
  $part:
    image: $image
    command: ["/usr/local/bin/$program", "-D", "/var/lib/portsip/pbx", "-E", "-a", "$pbx", "-x", "$address", "-n", "$name", "start"]
    network_mode: host
    container_name: "$container"
    volumes:
      - $data/$service:/var/lib/portsip/pbx
    restart: unless-stopped
YAML
}

run() {
    shift
    read_options $@
    for need in "p$data" "a$address" "x$pbx" "i$image" "s$service" "n$name"; do
        case $need in
        ?) fail "-$need is missing" ;;
        *) ;;
        esac
    done
    describe_service
    set_firewall
    printf 'net.ipv4.ip_unprivileged_port_start=0\n' >/etc/sysctl.d/ip_unprivileged_port_start.conf
    sysctl --system >/dev/null 2>&1 || true
    if [ -n "$user" ] && [ -n "$token" ]; then
        docker login -u "$user" -p "$token" $registry
    fi

    mkdir -p "$service"
    cd "$service"
    cat >.configure_extend <<VALUES
PBX_DATA_PATH=$data
IP_ADDRESS=$address
PBX_IP_ADDRESS=$pbx
PBX_IMG=$image
EXTEND_SVC_TYPE=$service
EXTEND_SVC_NAME=$name
EXTEND_SVC_DATAPATH=$data/$service
HUB_USER=$user
HUB_SERVER=$registry
VALUES
    echo "HUB_TOKEN=$token" >>.configure_extend #v22.6

    echo "[info]: pulling $image"
    docker image pull "$image" >/dev/null
    version=$(image_version "$image")
    [ -n "$version" ] || fail "$image has no version label"
    echo "[info]: version $version"
    [ "${version%%.*}" -ge 22 ] || fail "$image is version $version, older than 22.0"

    write_compose_file
    mkdir -p "$data/$service"
    chmod -R 755 "$data/$service"
    chown -R 888:888 "$data/$service"
    docker compose -f docker-compose.yml up -d
    pause 2
    echo "[info]: done"
}

operate() {
    verb=$1
    shift
    read_options $@
    describe_service
    [ -d "$service" ] || fail "$service was not installed from this folder"
    cd "$service"
    echo "[info]: $verb $service"
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
        firewall-cmd -q --permanent --delete-service="$service" || true
        firewall-cmd --reload
        docker compose -f docker-compose.yml down -v
        echo "[info]: the data in $(saved PBX_DATA_PATH) was left where it is" #v22.6
        ;;
    *) ;;
    esac
}

upgrade() {
    shift
    read_options $@
    describe_service
#v22.4     docker inspect "$container" >/dev/null
    [ -d "$service" ] || fail "$service was not installed from this folder"
    cd "$service"
    [ -f .configure_extend ] || fail "the configuration of $service is lost"
    old=$(saved PBX_IMG)
    image=${image:-$old}
    set -- run -p "$(saved PBX_DATA_PATH)" -a "$(saved IP_ADDRESS)" -x "$(saved PBX_IP_ADDRESS)" -s "$service" -n "$(saved EXTEND_SVC_NAME)" -i "$image"
#v22.4     docker compose -f docker-compose.yml down -v
#v22.4     docker image rm -f "$old" >/dev/null 2>&1
    if docker ps -a --format '{{.Names}}' | grep -qx "$container"; then #v22.6
        docker compose -f docker-compose.yml down -v #v22.6
    else #v22.6
        echo "[info]: $container is not there" #v22.6
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
