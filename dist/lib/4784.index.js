"use strict";
exports.id = 4784;
exports.ids = [4784];
exports.modules = {

/***/ 12683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatWindow),
/* harmony export */   k: () => (/* binding */ windowState)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68714);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49058);


const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whether the window is open at `atMs`. Times are wall-clock times of its zone, also on the days on which clocks change. */
function windowState(window, atMs) {
    const now = luxon__WEBPACK_IMPORTED_MODULE_1__/* .DateTime */ .c9.fromMillis(atMs, { zone: window.timezone });
    if (!now.isValid)
        throw new _types__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`The maintenance window's time zone ${JSON.stringify(window.timezone)} is not known.`);
    // From yesterday, because a window may have begun before midnight, to the day a week from now.
    const intervals = Array.from({ length: 10 }, (_, index) => now.startOf('day').plus({ days: index - 1 }))
        .filter((day) => window.days.includes(DAYS[day.weekday - 1]))
        .map((day) => {
        const lasts = window.to > window.from ? 0 : 1;
        return { start: wallClock(day, window.from), end: wallClock(day.plus({ days: lasts }), window.to) };
    })
        .filter(({ start, end }) => start < end && end > atMs);
    const first = intervals[0];
    if (!first)
        return { open: false };
    if (first.start > atMs)
        return { open: false, opensAt: first.start };
    let closesAt = first.end;
    for (const { start, end } of intervals)
        if (start <= closesAt)
            closesAt = Math.max(closesAt, end);
    return { open: true, closesAt };
}
/** `Sat, Sun 02:00–05:00 Asia/Shanghai`, `every day 22:00–04:00 (next day) UTC` */
function formatWindow({ days, from, to, timezone }) {
    return `${formatDays(days)} ${from}–${to}${to > from ? '' : ' (next day)'} ${timezone}`;
}
function formatDays(days) {
    if (DAYS.every((day) => days.includes(day)))
        return 'every day';
    return DAYS.filter((day) => days.includes(day))
        .map((day) => day[0].toUpperCase() + day.slice(1))
        .join(', ');
}
/** The first moment at which a clock on the wall shows `time` or, on the day that skips it, the moment of the skip. */
function wallClock(day, time) {
    const [hour, minute] = time.split(':').map(Number);
    const guess = day.set({ hour, minute });
    if (guess.hour === hour && guess.minute === minute) {
        // Where clocks go back, times come twice.
        for (const shift of [120, 60, 30]) {
            const earlier = guess.minus({ minutes: shift });
            if (earlier.hour === hour && earlier.minute === minute)
                return earlier.toMillis();
        }
        return guess.toMillis();
    }
    // Luxon has moved it past the gap; the gap ends where the offset changes.
    let moment = guess;
    for (let minutes = 1; minutes < 24 * 60 && moment.minus({ minutes: 1 }).offset === guess.offset; minutes += 1) {
        moment = moment.minus({ minutes: 1 });
    }
    return moment.toMillis();
}
//# sourceMappingURL=window.js.map

/***/ }),

/***/ 10804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UT: () => (/* binding */ CONFLICTS),
/* harmony export */   dL: () => (/* binding */ SCRIPTS),
/* harmony export */   qY: () => (/* binding */ FACTS)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _job_scripts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53967);
/* harmony import */ var _state_folder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56201);



/** Packages and units that must not be on a cluster server, by the name that is reported. */
const CONFLICTS = {
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
const SCRIPTS = [
    ...new Set(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLE_NAMES */ .ST.map((role) => _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].script.file)),
    'pbx_ctl.sh',
    ...new Set(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLE_NAMES */ .ST.map((role) => _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].highAvailabilityScript.file)),
    'ha_ctl.sh',
];
/**
 * Prints sections: a line `MARK NAME`, then raw text until the next one. The mark is random, so that nothing a file or
 * a program holds can look like a section.
 *
 * $1 mark, $2 scripts path, $3 data path, $4 folders (a line each), $5 `SERVICE/CONFIG_FILE` of each role (a line
 * each), $6 control scripts (a line each), $7 packages and units that conflict (a line each), $8 `firewall` to read it,
 * $9 cluster whose record to read, $10 `brief` to leave out what only matters before an installation, $11 a container: where
 * it is, that is left out as well.
 */
const FACTS = `${_job_scripts__WEBPACK_IMPORTED_MODULE_1__/* .JOB_FUNCTIONS */ .kM}
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
  if [ -f "${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}/$record.json" ]; then
    section record
    cat "${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}/$record.json"
  fi
  if [ -f "${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}/$record.lock/holder.json" ]; then
    section lock
    cat "${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}/$record.lock/holder.json"
    section lock-age
    echo $(($(date +%s) - $(date -r "${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}/$record.lock/holder.json" +%s)))
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
//# sourceMappingURL=facts-script.js.map

/***/ }),

/***/ 53967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ TAIL_JOB),
/* harmony export */   H0: () => (/* binding */ START_JOB),
/* harmony export */   K0: () => (/* binding */ FOLLOW_JOB),
/* harmony export */   kM: () => (/* binding */ JOB_FUNCTIONS)
/* harmony export */ });
/* harmony import */ var _state_folder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56201);

/*
 * The job runner on a host, POSIX sh. In /var/lib/portsip-cluster/jobs:
 *
 *   q.00000007      a claim: the hard link says which job is the 7th; the highest number is the current job
 *   ID/             one job: key title cwd argv log pid exit, and the two scripts that run it
 *
 * There is no lock that somebody could die with. Each step is one atomic `ln` or `mv`:
 *   - a job becomes the current one by `ln ID/claim q.N+1`, which fails for all but one;
 *   - it is begun by `ln` of a complete file to ID/pid: whoever makes it runs the command, all others leave;
 *   - a claim that nobody began in time is made void by the same `ln`, so that a late starter finds it taken.
 * A job runs while its command or the supervisor that waits for the exit code lives (pid, start time, boot id).
 */
/** Functions that all scripts below share. `state ID` sets $state: none launching void running finished dead. */
const JOB_FUNCTIONS = `
jobs=${_state_folder__WEBPACK_IMPORTED_MODULE_0__/* .JOBS_FOLDER */ .e}
nap() { sleep "$1" 2>/dev/null || sleep 1; }
read_boot() {
  boot=unknown
  if [ -r /proc/sys/kernel/random/boot_id ]; then read -r boot </proc/sys/kernel/random/boot_id; fi
}
# $born: when process $1 began; fails when it is gone
born() {
  born=
  kill -0 "$1" 2>/dev/null || return 1
  if [ -r "/proc/$1/stat" ]; then
    read -r born 2>/dev/null <"/proc/$1/stat" || return 1
    # shellcheck disable=SC2086 # fields behind the program's name, which may hold spaces
    set -- \${born##*) }
    case $1 in Z | X) return 1 ;; *) ;; esac
    shift 19
    born=$1
  else
    born=$(ps -o lstart= -p "$1" 2>/dev/null | tr -d ' ')
  fi
  [ -n "$born" ]
}
alive() { born "$1" && [ "$born" = "$2" ]; }
# The exit code is written before the supervisor ends: once it is dead, one more look is enough.
state() {
  # shellcheck disable=SC2034 # $state and $code are the answer
  for look in 1 2; do
    state=none code=
    [ -n "$1" ] && [ -d "$jobs/$1" ] || return 0
    if [ -s "$jobs/$1/exit" ] && read -r code <"$jobs/$1/exit"; then
      case $code in '' | *[!0-9]*) ;; *) state=finished; return 0 ;; esac
    fi
    state=launching
    [ -s "$jobs/$1/pid" ] && read -r pid since super supersince booted <"$jobs/$1/pid" || return 0
    state=void
    [ "$pid" != void ] || return 0
    state=running
    read_boot
    if [ "$booted" = "$boot" ] && { alive "$pid" "$since" || alive "$super" "$supersince"; }; then return 0; fi
    state=dead
  done
}
# $top: the highest claim's file, $holder: its job
current() {
  top='' holder=''
  for claim in "$jobs"/q.*; do [ ! -e "$claim" ] || top=$claim; done
  [ -z "$top" ] || read -r holder <"$top" || holder=
  case $holder in *[!A-Za-z0-9-]*) holder= ;; *) ;; esac
}
field() {
  field=
  if [ -r "$jobs/$1/$2" ]; then read -r field <"$jobs/$1/$2"; fi
  printf '%s' "$field"
}
`;
/** Becomes the command. $1 job folder, $2 working folder. Its pid is in the pid file before anything is done. */
const COMMAND = `
umask 022
unset LC_ALL
born $$; me=$born
born $PPID
read_boot
printf '%s %s %s %s %s\\n' $$ "$me" $PPID "$born" "$boot" >"$1/pid.$$"
if ! ln "$1/pid.$$" "$1/pid" 2>/dev/null; then rm -f "$1/pid.$$"; exit 0; fi
rm -f "$1/pid.$$"
folder=$1
cd "$2" || { echo "[error]: the folder $2 is missing"; rm -f "$folder/argv"; exit 111; }
. "$folder/argv"
rm -f "$folder/argv"
exec "$@"
`;
/** Waits for the command and writes its exit code. $1 job folder, $2 working folder. */
const SUPERVISE = `
trap '' HUP
cd /
/bin/sh "$1/command" "$1" "$2" </dev/null >>"$1/log" 2>&1
code=$?
read -r pid since super rest <"$1/pid" || exit
[ "$super" = $$ ] || exit
echo "$code" >"$1/exit.new" && mv "$1/exit.new" "$1/exit"
`;
/**
 * $1 id (ours, new for each call), $2 key, $3 title, $4 working folder, $5 `set -- …`, $6 jobs to keep,
 * $7 seconds after which a claim without a process is void.
 * Prints one of `started ID`, `attached ID`, `busy ID TITLE`, `by-hand PID`, `void`; before it `interrupted ID` when the
 * last job with this key ended without an exit code. Can be run again with the same id: the command still runs once.
 */
const START_JOB = `${JOB_FUNCTIONS}
id=$1 key=$2 title=$3 folder=$4 argv=$5 keep=$6 patience=$7
umask 077
mkdir -p "$jobs" && chmod 700 "$jobs" || exit

put() { cat >"$jobs/$id/$1.$$" && mv "$jobs/$id/$1.$$" "$jobs/$id/$1"; }
# Fails where the disk is full.
prepare() {
  mkdir -p "$jobs/$id" &&
    printf '%s\\n' "$key" | put key &&
    printf '%s\\n' "$title" | put title &&
    put command <<'COMMAND_END' &&
${JOB_FUNCTIONS}${COMMAND}
COMMAND_END
    put supervise <<'SUPERVISE_END' &&
${SUPERVISE}
SUPERVISE_END
    : >>"$jobs/$id/log" &&
    { [ -e "$jobs/$id/pid" ] || printf '%s\\n' "$argv" | put argv; } &&
    printf '%s\\n' "$id" | put claim
}
unwritable() {
  echo "nothing can be written to $jobs" >&2
  rm -rf "\${jobs:?}/$id"
  exit 1
}
launch() {
  if command -v setsid >/dev/null; then
    setsid /bin/sh "$jobs/$id/supervise" "$jobs/$id" "$folder" </dev/null >/dev/null 2>&1 &
  else
    nohup /bin/sh "$jobs/$id/supervise" "$jobs/$id" "$folder" </dev/null >/dev/null 2>&1 &
  fi
  waited=0
  while [ ! -s "$jobs/$id/pid" ] && [ $waited -lt 200 ]; do
    nap 0.05
    waited=$((waited + 1))
    [ $waited -lt 10 ] || kill -0 $! 2>/dev/null || break
  done
  [ -s "$jobs/$id/pid" ] || void "$id"
}
# Nobody can begin it any more.
void() {
  echo void >"$jobs/$1/void.$$"
  ln "$jobs/$1/void.$$" "$jobs/$1/pid" 2>/dev/null
  rm -f "$jobs/$1/void.$$" "$jobs/$1/argv"
}
# The newest stay; of all that do not run, what was only needed to begin goes.
prune() {
  last=\${top##*.}
  for claim in "$jobs"/q.*; do
    number=\${claim##*.}
    read -r old <"$claim" || old=
    case $old in '' | "$id" | *[!A-Za-z0-9-]*) continue ;; *) ;; esac
    if [ "1$number" -le $((1$last - keep)) ]; then rm -rf "\${jobs:?}/$old" "$claim"; else rm -f "$jobs/$old/argv"; fi
  done
  for old in "$jobs"/*/; do
    old=\${old%/} old=\${old##*/}
    if [ ! -d "$jobs/$old" ] || grep -qsx "$old" "$jobs"/q.*; then continue; fi
    [ -z "$(find "$jobs/$old" -prune -mmin +60)" ] || rm -rf "\${jobs:?}/$old"
  done
}

# $by_hand: a control script that nobody started through us. Two at once would tear at the same containers.
by_hand() {
  by_hand=
  command -v pgrep >/dev/null || return 1
  by_hand=$(pgrep -o -f '^([^ ]*/)?(ba|da)?sh (-[a-z]+ )*([^ ]*/)?((cluster|im|dataflow|pbx)_ctl|extend|im|dataflow|update)[.]sh( |$)')
}

waited=0
lost=0
while :; do
  state "$id"
  case $state in
  finished | running | dead) echo "started $id"; exit 0 ;;
  void) echo void; exit 0 ;;
  *) ;;
  esac
  current
  if [ "$holder" = "$id" ]; then
    launch
    [ -s "$jobs/$id/pid" ] || unwritable
    prune
    continue
  fi
  state "$holder"
  case $state in
  running)
    if [ "$(field "$holder" key)" = "$key" ]; then echo "attached $holder"; else echo "busy $holder $(field "$holder" title)"; fi
    exit 0
    ;;
  launching)
    if [ $waited -lt $((patience * 10)) ]; then
      nap 0.1
      waited=$((waited + 1))
    else
      void "$holder"
    fi
    continue
    ;;
  dead) [ "$(field "$holder" key)" != "$key" ] || echo "interrupted $holder" ;;
  *) ;;
  esac
  if by_hand; then echo "by-hand $by_hand"; exit 0; fi
  number=\${top##*.}
  number=$((1\${number:-00000000} + 1))
  mine=$jobs/q.\${number#1}
  prepare || unwritable
  if ! ln "$jobs/$id/claim" "$mine" 2>/dev/null; then
    # Somebody else was faster, unless there is nobody.
    lost=$((lost + 1))
    [ -e "$mine" ] || [ $lost -lt 50 ] || unwritable
    current
    [ "$holder" = "$id" ] || rm -f "$jobs/$id/argv"
    continue
  fi
  # A starter that slept while ten jobs came and went could have taken a number that was pruned.
  current
  [ "$top" = "$mine" ] || rm -f "$mine"
done
`;
/**
 * $1 id, $2 bytes of the log that were read already. Prints the log as it grows until the job is over, then on
 * standard error its state and exit code. Dots there now and then end it when nobody listens any more.
 */
const FOLLOW_JOB = `${JOB_FUNCTIONS}
id=$1
state "$id"
if [ "$state" = none ]; then echo none >&2; exit 0; fi
exec 3<"$jobs/$id/log" || exit 1
if [ "$2" -gt 0 ]; then tail -c "+$(($2 + 1))" <&3; fi
turns=0
while :; do
  state "$id"
  cat <&3
  case $state in
  running) ;;
  launching) [ $turns -lt 100 ] || break ;;
  *) break ;;
  esac
  turns=$((turns + 1))
  [ $((turns % 75)) -ne 0 ] || printf . >&2
  nap 0.2
done
printf '\\n%s %s\\n' "$state" "$code" >&2
`;
/** $1 id. The end of its log. */
const TAIL_JOB = `${JOB_FUNCTIONS}
tail -n 20 "$jobs/$1/log" 2>/dev/null
`;
//# sourceMappingURL=job-scripts.js.map

/***/ }),

/***/ 56201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ STATE_FOLDER),
/* harmony export */   e: () => (/* binding */ JOBS_FOLDER)
/* harmony export */ });
/** Where this project keeps what it must remember on hosts. Spelled out in scripts too. */
const STATE_FOLDER = '/var/lib/portsip-cluster';
const JOBS_FOLDER = `${STATE_FOLDER}/jobs`;
//# sourceMappingURL=state-folder.js.map

/***/ }),

/***/ 7648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   eD: () => (/* binding */ outcomeMark),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   nG: () => (/* binding */ FINGERPRINT_BYTES),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   rc: () => (/* binding */ decided),
/* harmony export */   vA: () => (/* binding */ objectPart),
/* harmony export */   zE: () => (/* binding */ outcomeMarks)
/* harmony export */ });
/* unused harmony exports WHOLE_BYTES, OBJECT_BYTES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _text_natural_order__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27952);
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);




/*
 * By what a change is known again: everything that decides what is done, and nothing that tells of the hour. Two changes with
 * one fingerprint do the same to the same object on the same machine.
 */
/** Bytes of a fingerprint that tell it from any other: 128 bits, as nobody may be able to make two alike. */
const WHOLE_BYTES = 16;
/** Bytes by which its object is found again, to say that it was reviewed with other values */
const OBJECT_BYTES = 3;
const FINGERPRINT_BYTES = WHOLE_BYTES + OBJECT_BYTES;
/** What decides what a change does: all of it but why, when, what it is noticed by and what was read. */
function decided(change) {
    const { causes, impact, needs, after, ...rest } = change;
    return Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'present'));
}
/** Base64 */
function fingerprint(cluster, change) {
    return print(change.id, ['change', cluster, decided(change)]);
}
/**
 * What an interrupted run leaves of a reviewed change looks like another change: the role is not there any more, or the
 * built-in server still stands in. It is known again by what it would come to, which must be what was reviewed.
 */
function outcomeMarks(cluster, change) {
    const standIn = change.kind === 'role' || change.kind === 'server-restart' ? change.wanted.role : undefined;
    return [
        ...(change.action === 'update' || change.action === 'replace' ? outcomeMark(cluster, change) : []),
        ...(standIn && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .isListed */ .yy)(standIn) && change.impact !== 'none' ? [standInGone(cluster, standIn)] : []),
    ];
}
/** The mark of what a change comes to, however it gets there; none where nothing of it is left half way. */
function outcomeMark(cluster, change) {
    switch (change.kind) {
        case 'role':
        case 'portal-entry':
        case 'im-addresses':
            return [print(change.id, ['outcome', cluster, change.kind, change.wanted])];
        case 'built-in-off':
            return [standInGone(cluster, change.role)];
        default:
            return [];
    }
}
function standInGone(cluster, role) {
    return print(_stages_change__WEBPACK_IMPORTED_MODULE_2__/* .idOf */ .TH.builtIn(role), ['outcome', cluster, 'built-in-off']);
}
/** The bytes by which an object is found again, wherever base64 puts them. */
function objectPart(mark) {
    return Buffer.from(mark, 'base64').subarray(WHOLE_BYTES).toString('base64');
}
/** How things are done, apart from what: by setting, a hash of its value. */
function settingsOf(cluster) {
    const { pbx, ssh, scriptsPath, firewallTrust, builtInServers, unmanagedServers, restart } = cluster;
    const settings = {
        pbx,
        ssh,
        scripts_path: scriptsPath,
        firewall: firewallTrust,
        built_in_servers: builtInServers,
        unmanaged_servers: unmanagedServers,
        restart,
    };
    return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, hash(['setting', name, value], 16).toString('base64')]));
}
/**
 * `sha256:` over what would be done and how, sorted: neither the file's order nor reasons, measurements or the time of day
 * count. Two plans with one digest do the same to the same objects.
 */
function digestOf(cluster, settings, changes) {
    const what = [...changes].sort((a, b) => (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.id, b.id)).map((change) => fingerprint(cluster, change));
    return `sha256:${hash([2, cluster, settings, what], 32).toString('hex')}`;
}
function print(id, what) {
    return Buffer.concat([hash(what, WHOLE_BYTES), hash(['object', id], OBJECT_BYTES)]).toString('base64');
}
function hash(what, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(what)).digest().subarray(0, bytes);
}
/** JSON whose keys have one order, however the object was made. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}
//# sourceMappingURL=fingerprint.js.map

/***/ }),

/***/ 24784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  forServers: () => (/* binding */ forServers),
  isEarlier: () => (/* binding */ isEarlier),
  makePlan: () => (/* binding */ makePlan),
  narrow: () => (/* binding */ narrow),
  offlinePlan: () => (/* binding */ offlinePlan),
  withChanges: () => (/* binding */ withChanges)
});

// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var cluster_roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/host/control-plane/index.js + 5 modules
var control_plane = __webpack_require__(98064);
// EXTERNAL MODULE: ./build/src/stages/index.js + 3 modules
var stages = __webpack_require__(5958);
// EXTERNAL MODULE: ./build/src/stages/change.js
var change = __webpack_require__(61398);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/host/facts-script.js
var facts_script = __webpack_require__(10804);
// EXTERNAL MODULE: ./build/src/stages/departing.js
var departing = __webpack_require__(28262);
// EXTERNAL MODULE: ./build/src/stages/firewall.js
var firewall = __webpack_require__(27698);
// EXTERNAL MODULE: ./build/src/stages/live.js
var live = __webpack_require__(29508);
// EXTERNAL MODULE: ./build/src/stages/register.js
var register = __webpack_require__(19407);
// EXTERNAL MODULE: ./build/src/cluster/by-address.js
var by_address = __webpack_require__(85039);
;// CONCATENATED MODULE: ./build/src/stages/deployed.js









/**
 * The live state of a cluster that is just what `base` says, with the hosts of `head` that it does not have empty and ready.
 * It stands in for the live one when nobody may be asked.
 */
function deployed(base, head) {
    const cluster = base ?? { ...head, servers: [], builtInServers: 'keep' };
    const servers = (0,cluster_roles/* forListedRoles */.co)((role) => portalOf(cluster, role));
    const all = cluster_roles/* LISTED_ROLES */.cS.flatMap((role) => servers[role]);
    const before = new by_address/* ByAddress */.I(cluster.servers.map((server) => [server.address, server]));
    const im = cluster.servers.find(({ role }) => cluster_roles/* ROLES */.gg[role].portal.kind === 'addresses');
    return {
        live: false,
        at: Date.UTC(2026, 0, 1),
        main: mainOf(cluster),
        hosts: new Map([
            ...head.servers.map((server) => {
                // A machine whose server has another name now is the same machine.
                const there = before.get(server.address);
                return [server.name, there ? hostOf(cluster, there) : blankHost(server)];
            }),
            ...cluster.servers.map((server) => {
                const stays = head.servers.every(({ name, address }) => name !== server.name || address === server.address);
                return [stays ? server.name : (0,departing/* oldHost */.UJ)(server), hostOf(cluster, server)];
            }),
        ]),
        portal: {
            servers,
            status: new Map(all.map((server) => [server.id, { status: server.enabled ? 'ONLINE' : 'OFFLINE' }])),
            ipFilters: cluster.servers.map((server) => ({
                id: server.name,
                cidr: (0,addresses/* hostCidr */.HJ)(server.address),
                target: 'ACCEPT',
                expireAt: firewall/* WHITELIST_EXPIRY */.qY,
            })),
            im: { ...(im?.privateIp && { privateIp: im.privateIp }), ...(im?.publicIp && { publicIp: im.publicIp }) },
            imToken: im ? 'issued' : 'none',
        },
        ...(base && { record: recordOf(base) }),
    };
}
function portalOf(cluster, role) {
    const own = cluster.servers.filter((server) => server.role === role);
    const builtIn = {
        id: `built-in-${role}`,
        role,
        name: 'default',
        type: 'INTERNAL',
        enabled: cluster.builtInServers === 'keep' || !own.some(({ enabled }) => enabled),
    };
    return [
        builtIn,
        ...own.map((server) => ({ id: server.name, type: 'EXTERNAL', ...(0,register/* entryOf */.M)(server, role) })),
    ];
}
function mainOf(cluster) {
    const sources = (0,addresses/* trustedSources */.ky)(cluster);
    return {
        ...blankHost(cluster.pbx.machine),
        firewall: { running: true, trusted: { permanent: [...sources], runtime: [...sources] }, otherZones: {} },
        containers: [container(live/* CALL_MANAGER */.fj, cluster.pbx.image ?? cluster.image, [])],
    };
}
function hostOf(cluster, server) {
    const { values, args } = (0,control_plane/* controlPlane */.mM)(cluster).installed(server);
    return {
        ...blankHost(server),
        roles: [{ role: server.role, values }],
        containers: [
            container(cluster_roles/* ROLES */.gg[server.role].container, server.image, args),
            ...cluster_roles/* ROLES */.gg[server.role].companions.map((name) => container(name, server.image, [])),
        ],
    };
}
function container(name, image, args) {
    const at = '2026-01-01T00:00:00Z';
    return { name, image, imageId: 'sha256:unknown', running: true, createdAt: at, startedAt: at, args };
}
/** A host of which nothing is known and nothing is wrong. */
function blankHost({ name, address }) {
    return {
        hostname: name,
        bootId: '',
        // The one that is right everywhere
        os: { id: 'ubuntu', version: '24.04', prettyName: 'Ubuntu 24.04' },
        arch: 'x86_64',
        cpus: 64,
        memoryMiB: 256 * 1024,
        disk: { path: '/', totalMiB: 1024 * 1024, freeMiB: 1024 * 1024 },
        clockSkewMs: 0,
        addresses: [address],
        docker: { installed: true, running: true, composeVersion: '2' },
        scripts: [...facts_script/* SCRIPTS */.dL],
        roles: [],
        containers: [],
        conflicts: [],
        folders: {},
    };
}
/** The record of a cluster that was put there by this project as a whole. */
function recordOf(cluster) {
    return {
        version: 1,
        cluster: cluster.name,
        servers: Object.fromEntries(cluster.servers.map(({ name, role, privateIp, publicIp, address, ssh }) => [
            name,
            { role, address, ssh, installed: true, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) },
        ])),
        firewall: (0,addresses/* trustedSources */.ky)(cluster),
        whitelist: cluster.servers.map((server) => (0,addresses/* hostCidr */.HJ)(server.address)),
        builtInDisabled: [],
        restarts: {},
        recreate: {},
        draining: [],
        time: '2026-01-01T00:00:00Z',
    };
}
//# sourceMappingURL=deployed.js.map
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/stages/findings.js
var stages_findings = __webpack_require__(34548);
// EXTERNAL MODULE: ./build/src/stages/order.js
var order = __webpack_require__(70244);
;// CONCATENATED MODULE: ./build/src/stages/diff.js





/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
function diff(input) {
    const { cluster, live } = input;
    if (!(0,reachable/* isReachable */.k)(live.main)) {
        const { address } = cluster.pbx.machine;
        const message = `The main server (${address}) does not answer: ${live.main.unreachable}`;
        return { changes: [], findings: [{ code: 'main-unreachable', severity: 'blocking', message }] };
    }
    const changes = [];
    const findings = [];
    for (const stage of stages/* STAGES */.an) {
        const one = stage.diff(input, new change/* Planned */.xK(changes));
        changes.push(...one.changes);
        findings.push(...one.findings);
    }
    findings.push(...(0,stages_findings/* controlPlaneFindings */.yH)(input, live.main, changes), ...(0,stages_findings/* lastOfRole */.eS)(input, changes), ...(0,stages_findings/* windowFindings */.HE)(input, changes));
    return { changes: (0,order/* inOrder */.a)(changes, stages/* bucketOf */.AU), findings };
}
//# sourceMappingURL=diff.js.map
// EXTERNAL MODULE: ./build/src/plan/fingerprint.js
var fingerprint = __webpack_require__(7648);
;// CONCATENATED MODULE: ./build/src/plan/plan.js







const NOTHING_ASKED = { rotate: [], force: false, gone: [], allowUndersized: false };
/** All changes that take `live` to what `cluster` wants. Pure. */
function makePlan(cluster, live, options = NOTHING_ASKED) {
    const { changes, findings } = diff({ cluster, plane: (0,control_plane/* controlPlane */.mM)(cluster), live, options });
    const settings = (0,fingerprint/* settingsOf */.f5)(cluster);
    return {
        version: 1,
        cluster: cluster.name,
        digest: (0,fingerprint/* digestOf */.ol)(cluster.name, settings, changes),
        settings,
        live: live.live,
        changes,
        warnings: findings,
    };
}
/**
 * The plan of a pull request without asking anybody: what would have to be done if the live cluster were just what `base`
 * says. `base` undefined: the file is new.
 */
function offlinePlan(base, head) {
    return makePlan(head, deployed(base, head));
}
/** The same plan with other changes, and the digest of those. */
function withChanges(plan, changes) {
    return { ...plan, changes, digest: (0,fingerprint/* digestOf */.ol)(plan.cluster, plan.settings, changes) };
}
/**
 * The part of a plan that is for some servers. What belongs to no server is in when one of theirs needs it and it disturbs
 * nobody (a network in the firewall), or when all that it needs is in; a restart only then.
 */
function forServers(plan, { names, roles }) {
    const byId = new Map(plan.changes.map((change) => [change.id, change]));
    const builtIns = new Set(cluster_roles/* LISTED_ROLES */.cS.filter((role) => roles.has(role)).map(change/* idOf */.TH.builtIn));
    const included = new Set();
    const include = (change) => {
        if (included.has(change.id))
            return;
        included.add(change.id);
        for (const need of change.needs.map((id) => byId.get(id)))
            if (need && need.server === undefined && need.impact === 'none')
                include(need);
    };
    const isOwn = ({ server }) => server !== undefined && names.has(server);
    for (const change of plan.changes)
        if (isOwn(change) && (0,stages/* stageOf */.gV)(change) !== 'restart')
            include(change);
    const needs = new Map();
    for (const change of plan.changes) {
        // Those before it in the plan have their needs already.
        const own = [...new Set(change.needs.flatMap((id) => turnOf(change, id, byId, included, needs)))];
        needs.set(change.id, own);
        const common = change.server === undefined && (own.length > 0 || builtIns.has(change.id));
        if ((common || isOwn(change)) && own.every((id) => included.has(id)))
            included.add(change.id);
    }
    const changes = plan.changes
        .filter(({ id }) => included.has(id))
        .map((change) => ({ ...change, needs: needs.get(change.id) ?? [] }));
    return withChanges(plan, changes);
}
/**
 * What is left of a need in a part of the plan: a server that only waits for its turn after one that is not in it has its
 * turn after the one before that.
 */
function turnOf(change, id, byId, included, needs) {
    const isTurn = (other) => byId.get(other)?.kind === change.kind;
    if (included.has(id) || !isTurn(id))
        return [id];
    const before = needs.get(id) ?? [];
    switch (change.kind) {
        case 'role':
            return before.filter(isTurn);
        case 'server-restart':
            // The first in turn waits for all else.
            return before;
        default:
            return [id];
    }
}
/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
function narrow(plan, keep) {
    return withChanges(plan, plan.changes.filter(keep));
}
/** Whether `a` belongs to an earlier stage than `b`. */
function isEarlier(a, b) {
    return (0,stages/* bucketOf */.AU)(a) < (0,stages/* bucketOf */.AU)(b);
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 34548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HE: () => (/* binding */ windowFindings),
/* harmony export */   eS: () => (/* binding */ lastOfRole),
/* harmony export */   g3: () => (/* binding */ waitsForWindow),
/* harmony export */   yH: () => (/* binding */ controlPlaneFindings)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _cluster_window__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12683);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);
/* harmony import */ var _departing__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28262);
/* harmony import */ var _live__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29508);





/*
 * What can be said only of all changes together.
 */
/** What the control plane has to say of the changes. `main`: the main server, which answered. */
function controlPlaneFindings({ cluster, plane, live, options }, main, changes) {
    return plane.findings({
        live: live.live,
        main,
        nodes: live.nodes ?? new Map(),
        control: live.control,
        hosts: live.hosts,
        pbx: (0,_live__WEBPACK_IMPORTED_MODULE_4__/* .pbxContainer */ .sT)(live),
        leaving: (0,_departing__WEBPACK_IMPORTED_MODULE_3__/* .departing */ .Bw)(cluster, live.record, live.portal.servers).map(_departing__WEBPACK_IMPORTED_MODULE_3__/* .departingMachine */ .SD),
        work: changes.flatMap((change) => workOf(change) ?? []),
        disturbed: new Set(changes.flatMap(({ impact, server }) => (impact === 'none' ? [] : (server ?? [])))),
        letIn: new Set((0,_change__WEBPACK_IMPORTED_MODULE_2__/* .ofKind */ .CZ)(changes, 'ssh-key').map(({ server }) => server)),
        gone: options.gone,
        force: options.force,
    });
}
function workOf(change) {
    switch (change.kind) {
        case 'role':
            return {
                server: change.server,
                role: change.wanted.role,
                what: change.action === 'update' ? 'update' : 'install',
            };
        case 'role-removal':
            return { server: change.server, role: change.from.role, what: 'remove' };
        case 'server-restart':
            return { server: change.server, role: change.wanted.role, what: 'restart' };
        default:
            return undefined;
    }
}
/** Changes that callers notice wait for the maintenance window, where the cluster file has one. */
function waitsForWindow({ cluster, live, options }, change) {
    const { window } = cluster.restart;
    return window !== undefined && change.impact !== 'none' && !options.force && !(0,_cluster_window__WEBPACK_IMPORTED_MODULE_1__/* .windowState */ .k)(window, live.at).open;
}
const MOST_LISTED = 20;
function windowFindings(input, changes) {
    const { window } = input.cluster.restart;
    // What is compared without asking anybody happens at no hour.
    if (!window || !input.live.live)
        return [];
    const waiting = changes.filter((change) => waitsForWindow(input, change));
    if (waiting.length === 0)
        return [];
    const { opensAt } = (0,_cluster_window__WEBPACK_IMPORTED_MODULE_1__/* .windowState */ .k)(window, input.live.at);
    const when = opensAt === undefined
        ? ''
        : `; it opens ${new Date(opensAt)
            .toISOString()
            .replace(/:\d\d\.\d+Z/, ' UTC')
            .replace('T', ' ')}`;
    return [
        {
            code: 'window-closed',
            severity: 'warning',
            message: `The maintenance window (${(0,_cluster_window__WEBPACK_IMPORTED_MODULE_1__/* .formatWindow */ .A)(window)}) is closed${when}. ${waiting.length === 1 ? '1 change waits' : `${waiting.length} changes wait`} for it: ${listed(waiting.map(({ id }) => id))}`,
        },
    ];
}
function listed(ids) {
    return ids.length <= MOST_LISTED
        ? ids.join(', ')
        : `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`;
}
/** Servers whose drain would leave their role without one that takes calls. */
function lastOfRole({ cluster, live, options }, changes) {
    const { force } = options;
    const findings = [];
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    const joining = new Set((0,_change__WEBPACK_IMPORTED_MODULE_2__/* .ofKind */ .CZ)(changes, 'role').flatMap(({ action, wanted }) => action === 'create' && wanted.enabled ? [wanted.role] : []));
    const serving = new Map(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.map((role) => [role, servingNames(live, role)]));
    const told = new Set();
    for (const change of changes) {
        const server = servers.get(change.server ?? '');
        if (!server || !(0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(server.role) || change.impact === 'none' || change.action === 'create')
            continue;
        if (told.has(server.name))
            continue;
        if (joining.has(server.role) || serving.get(server.role)?.some((name) => name !== server.name))
            continue;
        told.add(server.name);
        const { label } = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role];
        const standIn = live.portal.servers[server.role].some(({ type }) => type === 'INTERNAL');
        findings.push({
            code: standIn ? 'last-of-role' : 'last-of-role-without-stand-in',
            severity: standIn || force ? 'warning' : 'blocking',
            server: server.name,
            message: standIn
                ? `${server.name} is the only ${label} that takes calls: the one on the main server is turned on while it is away`
                : `${server.name} is the only ${label} that takes calls and there is no built-in one to stand in: calls that need one fail while it is away${force ? '' : '; add a second one, or force it'}`,
        });
    }
    return findings;
}
/** Two are enough to know whether there is another one. */
function servingNames(live, role) {
    return live.portal.servers[role]
        .filter((server) => server.enabled && (0,_live__WEBPACK_IMPORTED_MODULE_4__/* .isOnline */ .sc)(live, server))
        .slice(0, 2)
        .map(({ name }) => name);
}
//# sourceMappingURL=findings.js.map

/***/ })

};
;
//# sourceMappingURL=4784.index.js.map