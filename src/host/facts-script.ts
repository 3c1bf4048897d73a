import { ROLE_NAMES, ROLES } from '../cluster/roles';
import { LOCK_IDLE } from './files';
import { JOB_FUNCTIONS } from './job-scripts';
import { LOGIN_FUNCTIONS } from './registry-login';
import { BACKUP_NOTES, STATE_FOLDER } from './state-folder';

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

/** In the data path, of roles of which several can be on a server */
const INSTANCE_FOLDERS = ROLE_NAMES.flatMap((role) => ROLES[role].instances?.folder ?? []);

/** How long each program may take to answer */
export const ANSWER_SECONDS = 20;
/** Bytes of a role's configuration file: the control scripts write a dozen short lines */
export const MOST_CONFIG = 65_536;
/** Sets of addresses that are read: each takes firewalld a third of a second */
const MOST_SETS = 20;

/**
 * Prints sections: a line `MARK NAME`, then raw text until the next one. The mark is random, so that nothing a file or
 * a program holds can look like a section. What a program was asked ends with a section `NAME-ended` that holds its exit code,
 * so that an answer that failed, timed out or was cut off is never taken for one that is empty.
 *
 * Nothing is written: a host whose disk is full or read-only tells as much as any other. What takes time is asked side by side,
 * each at the writing end of a pipe whose reader does the rest and then copies what came.
 *
 * $1 mark, $2 scripts path, $3 data path, $4 folders (one per line), $5 `SERVICE/CONFIG_FILE` of each role (a line
 * each), $6 control scripts (a line each), $7 packages and units that conflict (a line each), $8 `firewall` to read it,
 * $9 cluster whose record to read, and those of the others with it, $10 `brief` to leave out what only matters before an
 * installation, `role` to leave out free disk and what the control scripts are, too, $11 a container: where it is, that is left out as well, $12 `CONTAINER PORT…` of each in which supervisord keeps
 * several programs (a line each), with the ports of its own that it shows a certificate on, $13 the name that callers ask
 * for there; without one nobody asks. $14 the registry whose login is asked for, as Docker's configuration names it, $15 a salt.
 */
export const FACTS = `${JOB_FUNCTIONS}${LOCK_IDLE}${LOGIN_FUNCTIONS}
mark=$1 scripts=$2 data=$3 folders=$4 configs=$5 known=$6 conflicts=$7 firewall=$8 record=$9 brief=\${10} container=\${11}
supervised=\${12} domain=\${13} registry=\${14} salt=\${15}
LC_ALL=C
export LC_ALL
newline='
'
section() { printf '\\n%s %s\\n' "$mark" "$1"; }
has() { command -v "$1" >/dev/null 2>&1; }
# A daemon that hangs must not hang us.
limited() { if has timeout; then timeout ${ANSWER_SECONDS} "$@"; else "$@"; fi; }
# As the last thing that a shell does
last() { if has timeout; then exec timeout ${ANSWER_SECONDS} "$@"; else exec "$@"; fi; }
# What is short: cat would be one more process.
pass() {
  while IFS= read -r line; do printf '%s\\n' "$line"; done
  printf %s "$line"
}
# $1 section, then what prints it
told() {
  section "$1"
  part=$1
  shift
  "$@" 2>/dev/null
  code=$?
  section "$part-ended"
  echo $code
}

compose_facts() {
  if has docker; then told docker-compose limited docker compose version --short; fi
}

# Each call of docker takes tens of milliseconds: as few as there can be.
docker_facts() {
  code=127 all=
  if has docker; then
    # One that goes between the two calls makes the second one fail.
    for attempt in 1 2 3; do
      all=
      names=$(last docker ps -a --filter name=portsip --format '{{.Names}}')
      code=$?
      if [ $code -ne 0 ] || [ -z "$names" ]; then break; fi
      case $newline$names$newline in *"$newline\${container:-/}$newline"*) section installed ;; *) ;; esac
      IFS=$newline
      for one in $supervised; do
        case $newline$names$newline in *"$newline\${one%% *}$newline"*) section supervised ;; *) ;; esac
      done
      unset IFS
      # One that others are linked to has more names than one.
      all=$(
        IFS=",$newline"
        # shellcheck disable=SC2086 # a name each
        last docker inspect --type container --format '{"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},"version":{{json (index .Config.Labels "version")}},"running":{{json .State.Running}},"restarting":{{json .State.Restarting}},"paused":{{json .State.Paused}},"created":{{json .Created}},"started":{{json .State.StartedAt}},"args":{{json .Args}}}' $names
      )
      code=$?
      case $code in 0 | 124 | 137) break ;; *) ;; esac
    done
  fi
  section containers
  printf '%s\\n' "$all"
  section containers-ended
  echo $code
  if [ $code -eq 127 ]; then
    # Without its program, what it started goes on.
    for socket in /run/docker.sock /var/run/docker.sock; do [ ! -S "$socket" ] || section docker-socket; done
  fi
}

# $1 a container and, after blanks, its ports
inside() {
  IFS=' '
  # shellcheck disable=SC2086 # words
  set -- $1
  case $newline$names$newline in *"$newline$1$newline"*) ;; *) return 0 ;; esac
  told "programs $1" limited docker exec "$1" supervisorctl status
  if has ss; then told connections ss -Htn state established; fi
  if [ -z "$domain" ] || ! has openssl; then return 0; fi
  shift
  for port; do
    section "certificate $port"
    limited openssl s_client -connect "127.0.0.1:$port" -servername "$domain" </dev/null | openssl x509
  done
}

supervised_facts() {
  has docker || return 0
  names=$(limited docker ps --filter name=portsip --format '{{.Names}}') || return 0
  printf '%s\\n' "$supervised" | while IFS= read -r one; do [ -z "$one" ] || inside "$one"; done
}

firewall_facts() {
  has firewall-cmd || { section firewall-missing; return 0; }
  zones=$(
    told firewall-permanent limited firewall-cmd --permanent --list-all-zones </dev/null | {
      told firewall-runtime limited firewall-cmd --list-all-zones
      cat
    }
  )
  printf '%s\\n' "$zones"
  # A zone may have sets of addresses among its sources.
  set -f
  for set in $(printf '%s\\n' "$zones" | sed -n 's/^ *sources://p' | tr ' ' '\\n' | sed -n 's/^ipset://p' | sort -u | head -n ${MOST_SETS}); do
    told "set-permanent $set" limited firewall-cmd --permanent "--ipset=$set" --get-entries </dev/null | {
      told "set-runtime $set" limited firewall-cmd "--ipset=$set" --get-entries
      cat
    }
  done
}

installed_packages() {
  # shellcheck disable=SC2086,SC2016 # a pattern each; dpkg's own variables
  dpkg-query -W -f='\${db:Status-Abbrev} \${Package}\\n' $conflicts
  code=$?
  # 1: some are not there, as it should be
  [ $code -eq 1 ] || return $code
}

conflict_facts() {
  set -f
  if has dpkg-query; then told conflicts installed_packages; fi
  section conflicting-units
  for unit in $conflicts; do
    case $unit in *[!a-z0-9-]*) ;; *) [ ! -f "/etc/systemd/system/$unit.service" ] || echo "$unit" ;; esac
  done
}

port_facts() {
  if has ss; then told listening ss -Hlntu; fi
}

clock_facts() {
  if has timedatectl; then told clock-timedatectl limited timedatectl show; fi
  if has chronyc; then told clock-chrony limited chronyc -n tracking; fi
}

static_facts() {
  section boot
  read_boot
  echo "$boot"
  # Source: Ubuntu and Debian, where packages leave it by update-notifier's or unattended-upgrades' hooks
  if [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ]; then section reboot-required; fi
  section os
  [ ! -r /etc/os-release ] || pass </etc/os-release
  names=$(uname -nm)
  section hostname
  echo "\${names% *}"
  section arch
  echo "\${names##* }"
  section cpus
  nproc 2>/dev/null || grep -c '^processor' /proc/cpuinfo
  section memory
  while read -r key value; do
    case $key in MemTotal:) echo "$key $value"; break ;; *) ;; esac
  done </proc/meminfo
  section addresses
  hostname -I 2>/dev/null || ip -o addr show
  section instances
${INSTANCE_FOLDERS.map((folder) => `  [ ! -d "$data/${folder}" ] || ls -A "$data/${folder}" 2>/dev/null`).join('\n')}
  section folders
  IFS=$newline
  set -f
  for folder in $folders; do [ ! -d "$folder" ] || printf '%s\\n' "$folder"; done
  set +f
  unset IFS
  [ "$brief" != role ] || return 0
  nearest=$data
  while [ ! -e "$nearest" ] && [ -n "$nearest" ]; do
    case $nearest in */*) nearest=\${nearest%/*} ;; *) nearest='' ;; esac
  done
  told disk limited df -Pm "\${nearest:-/}"
}

# What of a folder there is, is what its listing names: a file that cannot be read is there all the same.
listed() {
  if [ -d "$1" ] || [ -L "$1" ]; then told "$2" ls -A "$1/"; else told "$2" :; fi
}

# A link leads elsewhere, and is none.
script_sums() {
  [ "$code" -eq 0 ] || return "$code"
  IFS=$newline
  set -f
  set --
  for name in $names; do
    case $name in *.sh) if [ -f "$scripts/$name" ] && [ ! -L "$scripts/$name" ]; then set -- "$@" "$scripts/$name"; fi ;; *) ;; esac
  done
  set +f
  unset IFS
  [ $# -eq 0 ] || sha256sum "$@"
}

# What a control script can do is told by the options that it reads.
script_options() {
  cd "$scripts" || return 0
  IFS=$newline
  set -f
  # shellcheck disable=SC2086 # a name each; the folder is named so that each line has its file's name
  exec grep -s '^ *while getopts ' /dev/null $known
}

script_facts() {
  names='' code=0
  if [ -d "$scripts" ] || [ -L "$scripts" ]; then
    names=$(exec ls -A "$scripts/" 2>/dev/null)
    code=$?
  fi
  section scripts
  printf '%s\\n' "$names"
  section scripts-ended
  echo $code
  if [ "$brief" != role ]; then
    told script-sums script_sums
    section script-options
    [ -z "$names" ] || (script_options)
  fi
  there=0
  IFS=$newline
  set -f
  for name in $configs; do
    case $name in */*) listed "$scripts/\${name%/*}" "configs \${name%/*}" ;; *) ;; esac
    if [ -e "$scripts/$name" ]; then
      told "config $name" head -c ${MOST_CONFIG} "$scripts/$name"
      there=$((there + 1))
    fi
  done
  section config-times
  # shellcheck disable=SC2086 # a path each; what is not there is not listed
  if [ $there -gt 1 ]; then (cd "$scripts" && exec ls -dt $configs) 2>/dev/null; fi
  set +f
  unset IFS
}

record_facts() {
  [ -n "$record" ] || return 0
  listed "${STATE_FOLDER}" state
  if [ -e "${STATE_FOLDER}/$record.json" ]; then told record cat "${STATE_FOLDER}/$record.json"; fi
  for other in "${STATE_FOLDER}"/*.json; do
    name=\${other##*/}
    [ ! -f "$other" ] || [ "$name" = "$record.json" ] || told "record-of \${name%.json}" head -c 1048576 "$other"
  done
  lock="${STATE_FOLDER}/$record.lock"
  listed "$lock" lock-folder
  if [ -e "$lock/holder.json" ]; then
    told lock cat "$lock/holder.json"
    section lock-age
    lock_idle "$lock" 2>/dev/null
    echo "$idle"
  fi
}

job_facts() {
  section job
  current
  state "$holder"
  if [ "$state" = running ]; then
    echo "$holder"
    field "$holder" title
  fi
}

registry_facts() { [ -z "$registry" ] || told registry registry_login "$registry" "$salt"; }

backup_facts() {
  for note in "${BACKUP_NOTES}"/*.last; do
    [ ! -f "$note" ] || told "backup \${note##*/}" head -c 4096 "$note"
  done
  for note in "${BACKUP_NOTES}"/*.stopped; do
    [ ! -f "$note" ] || section "stopped-for-backup \${note##*/}"
  done
}

# Only before an installation
conditions() {
  compose_facts </dev/null | {
    conflict_facts </dev/null 2>/dev/null
    clock_facts </dev/null
    port_facts </dev/null
    pass
  }
}

look() {
  docker_facts </dev/null 2>/dev/null | {
    static_facts </dev/null
    script_facts </dev/null
    record_facts </dev/null
    job_facts </dev/null
    backup_facts </dev/null
    registry_facts </dev/null
    containers=$(pass)
    printf '%s\\n' "$containers"
    case $containers in *"$mark supervised$newline"*) supervised_facts </dev/null 2>/dev/null ;; *) ;; esac
    case $brief$containers in
    brief* | role* | *"$mark installed$newline"*) ;;
    *) conditions ;;
    esac
  }
}

section began
date +%s.%N
if [ "$firewall" = firewall ]; then
  firewall_facts </dev/null | {
    look
    cat
  }
else
  look
fi
section ended
date +%s.%N
section complete
`;
