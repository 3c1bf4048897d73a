import { ROLE_NAMES, ROLES } from '../cluster/roles';
import { LOCK_IDLE } from './files';
import { JOB_FUNCTIONS } from './job-scripts';
import { STATE_FOLDER } from './state-folder';

/** Packages and units that must not be on a cluster server, by the name that is reported. */
export const CONFLICTS: Readonly<Record<string, readonly string[]>> = {
  postgresql: ['postgresql', 'postgresql-[0-9]*'],
  teamviewer: ['teamviewer', 'teamviewer-host', 'teamviewerd'],
  openvpn: ['openvpn', 'openvpn-as'],
  wireguard: ['wireguard', 'wireguard-tools'],
  strongswan: ['strongswan', 'strongswan-starter', 'libreswan'],
  tailscale: ['tailscale', 'tailscaled'],
  zerotier: ['zerotier-one'],
  xl2tpd: ['xl2tpd'],
  pptpd: ['pptpd'],
  bind9: ['bind9', 'named'],
  dnsmasq: ['dnsmasq'],
  unbound: ['unbound'],
  'isc-dhcp-server': ['isc-dhcp-server'],
  kea: ['kea', 'kea-dhcp4-server', 'kea-dhcp6-server'],
};

/** Control scripts of standalone and high-availability clusters */
export const SCRIPTS: readonly string[] = [
  ...new Set(ROLE_NAMES.map((role) => ROLES[role].script.file)),
  'pbx_ctl.sh',
  ...new Set(ROLE_NAMES.map((role) => ROLES[role].highAvailabilityScript.file)),
  'ha_ctl.sh',
];

/**
 * Prints sections: a line `MARK NAME`, then raw text until the next one. The mark is random, so that nothing a file or
 * a program holds can look like a section.
 *
 * $1 mark, $2 scripts path, $3 data path, $4 folders (one per line), $5 `SERVICE/CONFIG_FILE` of each role (a line
 * each), $6 control scripts (a line each), $7 packages and units that conflict (a line each), $8 `firewall` to read it,
 * $9 cluster whose record to read, $10 `brief` to leave out what only matters before an installation, $11 a container: where
 * it is, that is left out as well.
 */
export const FACTS = `${JOB_FUNCTIONS}${LOCK_IDLE}
mark=$1 scripts=$2 data=$3 folders=$4 configs=$5 known=$6 conflicts=$7 firewall=$8 record=$9 brief=\${10} container=\${11}
LC_ALL=C
export LC_ALL
umask 077
newline='
'
section() { printf '\\n%s %s\\n' "$mark" "$1"; }
has() { command -v "$1" >/dev/null 2>&1; }
# A daemon that hangs must not hang us.
limited() { if has timeout; then timeout 20 "$@"; else "$@"; fi; }

# Each call of docker takes tens of milliseconds: as few as there can be.
compose_facts() {
  has docker || return 0
  section docker-compose
  limited docker compose version --short
}

docker_facts() {
  has docker || return 0
  section docker
  names=$(limited docker ps -a --filter name=portsip --format '{{.Names}}') || return 0
  section docker-runs
  case $newline$names$newline in *"$newline\${container:-/}$newline"*) : >"$work/installed" ;; *) ;; esac
  section containers
  # One that others are linked to has more names than one.
  IFS=",$newline"
  # shellcheck disable=SC2086 # a name each
  [ -z "$names" ] || limited docker inspect --type container --format '{"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},"version":{{json (index .Config.Labels "version")}},"running":{{json .State.Running}},"restarting":{{json .State.Restarting}},"created":{{json .Created}},"started":{{json .State.StartedAt}},"args":{{json .Args}}}' $names
}

firewall_facts() {
  [ "$firewall" = firewall ] || return 0
  section firewall
  has firewall-cmd || { echo missing; return 0; }
  limited firewall-cmd --list-all-zones >"$work/runtime" 2>/dev/null || { echo stopped; return 0; }
  echo running
  section firewall-runtime
  cat "$work/runtime"
  section firewall-permanent
  limited firewall-cmd --permanent --list-all-zones
}

conflict_facts() {
  section conflicts
  set -f
  if has dpkg-query; then
    # shellcheck disable=SC2086,SC2016 # a pattern each; dpkg's own variables
    dpkg-query -W -f='\${db:Status-Abbrev} \${Package}\\n' $conflicts | sed -n 's/^i[a-z] *//p'
  fi
  for unit in $conflicts; do
    case $unit in *[!a-z0-9-]*) ;; *) [ ! -f "/etc/systemd/system/$unit.service" ] || echo "$unit" ;; esac
  done
}

clock_facts() {
  if has timedatectl; then
    section clock-timedatectl
    limited timedatectl show
  fi
  if has chronyc; then
    section clock-chrony
    limited chronyc -n tracking
  fi
}

section began
date +%s.%N
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
for part in 0 3 4; do : >"$work/$part"; done
docker_facts >"$work/1" 2>/dev/null &
docker=$!
firewall_facts >"$work/2" 2>/dev/null &

section boot
read_boot
echo "$boot"
section os
cat /etc/os-release
section hostname
uname -n
section arch
uname -m
section cpus
nproc 2>/dev/null || grep -c '^processor' /proc/cpuinfo
section memory
while read -r key value; do
  case $key in MemTotal:) echo "$key $value"; break ;; *) ;; esac
done </proc/meminfo
section disk
nearest=$data
while [ ! -e "$nearest" ] && [ "$nearest" != / ] && [ -n "$nearest" ]; do nearest=$(dirname "$nearest"); done
df -Pm "$nearest"
section addresses
hostname -I 2>/dev/null || ip -o addr show
section folders
printf '%s\\n' "$folders" | while IFS= read -r folder; do [ -z "$folder" ] || [ ! -d "$folder" ] || printf '%s\\n' "$folder"; done
section scripts
printf '%s\\n' "$known" | while IFS= read -r name; do [ ! -f "$scripts/$name" ] || printf '%s\\n' "$name"; done
printf '%s\\n' "$configs" | while IFS= read -r name; do
  if [ -f "$scripts/$name" ]; then
    section "config $name"
    head -c 65536 "$scripts/$name"
  fi
done
if [ -n "$record" ]; then
  if [ -f "${STATE_FOLDER}/$record.json" ]; then
    section record
    cat "${STATE_FOLDER}/$record.json"
  fi
  if [ -f "${STATE_FOLDER}/$record.lock/holder.json" ]; then
    section lock
    cat "${STATE_FOLDER}/$record.lock/holder.json"
    section lock-age
    lock_idle "${STATE_FOLDER}/$record.lock" 2>/dev/null
    echo "$idle"
  fi
fi
section job
current
state "$holder"
if [ "$state" = running ]; then
  echo "$holder"
  field "$holder" title
fi
wait "$docker"
if [ "$brief" != brief ] && [ ! -e "$work/installed" ]; then
  compose_facts >"$work/0" 2>/dev/null &
  conflict_facts >"$work/3" 2>/dev/null &
  clock_facts >"$work/4" 2>/dev/null &
fi
wait
cat "$work/0" "$work/1" "$work/2" "$work/3" "$work/4"
section ended
date +%s.%N
section complete
`;
