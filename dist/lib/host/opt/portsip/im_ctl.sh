#!/bin/sh
# Stand-in for the control script of the IM server, for test machines only: the same command line, the same effects on
# firewalld, Docker and the disk, the same quirks (it prints its token). Unquoted $@ is on purpose.
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

folder=im-server-only
saved() { sed -n "s/^$1=//p" .configure_im; }

# What was given for the registry #v22.6
hub() { #v22.6
    user=$(saved HUB_USER) token=$(saved HUB_TOKEN) registry=$(saved HUB_SERVER) #v22.6
    echo "${user:+-U $user }${token:+-P $token }${registry:+-R $registry}" #v22.6
} #v22.6

image_version() {
    docker image inspect --format '{{json .Config.Labels}}' "$1" | sed -n 's/.*"version":"\([^"]*\)".*/\1/p'
}

read_options() {
    echo "[info]: args $*"
    extended=0 data=/var/lib/portsip private= public= pbx= image=portsip/pbx:22 database=portsip/postgresql:14.12
    token= files= user= password= registry= grace=90
    OPTIND=1
#v22.4     while getopts f:d:p:a:A:x:i:t:EU:P:R: option; do
    while getopts f:d:p:a:A:x:i:t:EU:P:R:g: option; do #v22.6
        case $option in
        E) extended=1 ;;
        f) files=$OPTARG ;;
        d) database=$OPTARG ;;
        p) data=$OPTARG ;;
        a) private=$OPTARG ;;
        A) public=$OPTARG ;;
        x) pbx=$OPTARG ;;
        i) image=$OPTARG ;;
        t) token=$OPTARG ;;
        U) user=$OPTARG ;;
        P) password=$OPTARG ;;
        R) registry=$OPTARG ;;
        g) grace=$OPTARG ;;
        *) ;;
        esac
    done
}

set_firewall() {
    echo "[info]: firewalld: opening 8887/tcp, trusting $pbx"
    systemctl stop ufw >/dev/null 2>&1 || true
    systemctl enable firewalld
    systemctl start firewalld
    firewall-cmd -q --permanent --zone=trusted --add-source="$pbx" || true
    firewall-cmd -q --permanent --delete-service=portsip-im 2>/dev/null || true
    firewall-cmd -q --permanent --new-service=portsip-im
    firewall-cmd -q --permanent --service=portsip-im --add-port=8887/tcp
    firewall-cmd -q --permanent --add-service=portsip-im
    firewall-cmd -q --reload
    systemctl restart firewalld
    pause 3
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
    container_name: "portsip.database"
    volumes:
      - $data/im-postgresql:/var/lib/postgresql/data
    restart: unless-stopped
  instantmessage:
    image: $image
    command: ["/usr/local/bin/im", "serve", "-E", "-D", "/var/lib/portsip/pbx", "-t", "$token", "-a", "$pbx"$addresses]
    network_mode: host
    container_name: "portsip.instantmessage"
    depends_on:
      - database
    volumes:
      - $data/im-data:/var/lib/portsip/pbx
${files:+      - $files:/var/lib/portsip/pbx/im/storage
}    restart: unless-stopped
  websvc:
    image: $image
    command: ["/usr/local/bin/websrv", "serve", "-n", "websrv", "-D", "/var/lib/portsip/pbx"]
    network_mode: host
    container_name: "portsip.webserver"
    depends_on:
      - instantmessage
    volumes:
      - $data/im-data:/var/lib/portsip/pbx
    restart: unless-stopped
YAML
}

run() {
    shift
    read_options $@
    [ -n "$token" ] || fail "-t is missing"
    [ "$extended" = 1 ] || fail "this stand-in knows servers of their own only (-E)"
    [ -n "$pbx" ] || fail "-x is missing"
    [ -n "$private$public" ] || fail "-a or -A is missing"
    if docker ps -a --format '{{.Names}}' | grep -qx portsip.callmanager; then
        fail "the PBX runs on this machine"
    fi
    printf 'net.ipv4.ip_unprivileged_port_start=0\n' >/etc/sysctl.d/ip_unprivileged_port_start.conf
    sysctl --system >/dev/null 2>&1 || true
    if [ -n "$user" ] && [ -n "$password" ]; then
        docker login -u "$user" -p "$password" $registry
    fi

    mkdir -p "$folder"
    cd "$folder"
    echo "[info]: variables"
    printf '%-10s: %s\n' data "$data" private "$private" public "$public" pbx "$pbx" image "$image" token "$token" files "$files"
    docker image pull "$image"
    version=$(image_version "$image")
    [ -n "$version" ] || fail "$image has no version label"
    [ "${version%%.*}" -ge 22 ] || fail "$image is version $version, older than 22.0"
    cat >.configure_im <<VALUES
DATA_PATH=$data
PRI_IP_ADDRESS=$private
PUB_IP_ADDRESS=$public
PBX_IP_ADDRESS=$pbx
IM_IMG=$image
DB_IMG=$database
EXTEND_SVC_TYPE=$folder
RUNNING_MODE=$extended
STORAGE=$files
HUB_USER=$user
HUB_SERVER=$registry
VALUES
    printf 'HUB_TOKEN=%s\nIM_TOKEN=%s\nDB_STARTUP_GRACE=%s\n' "$password" "$token" "$grace" >>.configure_im #v22.6
    if [ -n "$files" ]; then
        [ -d "$files" ] || fail "the folder for chat files does not exist: $files"
        [ "$files" != "$data" ] || fail "-f and -p must differ"
        chmod 755 "$files"
        chown 888:888 "$files"
    fi
    set_firewall
    mkdir -p "$data/im-data/im" "$data/im-postgresql"
    chown 888:888 "$data/im-data/im"
    docker image pull "$database" >/dev/null
    echo "[info]: preparing the database"
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
    [ -d "$folder" ] || fail "the IM server was not installed from this folder"
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
    wanted=
    OPTIND=1
#v22.4     while getopts i: option; do
    while getopts i:g: option; do #v22.6
        case $option in
        i) wanted=$OPTARG ;;
        *) ;;
        esac
    done
#v22.4     docker inspect portsip.instantmessage >/dev/null
    [ -d "$folder" ] || fail "the IM server was not installed from this folder"
    cd "$folder"
    [ -f .configure_im ] || fail "the configuration of the IM server is lost"
    token=
    token=$(saved IM_TOKEN) #v22.6
    [ -n "$token" ] || token=$(docker inspect --format '{{json .Args}}' portsip.instantmessage | sed -n 's/.*"-t","\([^"]*\)".*/\1/p')
    [ -n "$token" ] || fail "the running container has no token"
#v22.4     printf '%-10s: %s\n' token "$token"
    image=${wanted:-$(saved IM_IMG)}
    set -- run -E -p "$(saved DATA_PATH)" -i "$image" -t "$token" -d "$(saved DB_IMG)" -x "$(saved PBX_IP_ADDRESS)"
    private=$(saved PRI_IP_ADDRESS) public=$(saved PUB_IP_ADDRESS) files=$(saved STORAGE)
    [ -z "$private" ] || set -- "$@" -a "$private"
    [ -z "$public" ] || set -- "$@" -A "$public"
    [ -z "$files" ] || set -- "$@" -f "$files"
#v22.4     docker compose -f docker-compose.yml down -v
    if docker ps -a --format '{{.Names}}' | grep -qx portsip.instantmessage; then #v22.6
        docker compose -f docker-compose.yml down -v #v22.6
    else #v22.6
        echo "[info]: portsip.instantmessage is not there" #v22.6
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
