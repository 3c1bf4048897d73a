"use strict";
exports.id = 848;
exports.ids = [848];
exports.modules = {

/***/ 27893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XL: () => (/* binding */ letInByHand),
/* harmony export */   gX: () => (/* binding */ letControlNodeIn),
/* harmony export */   iz: () => (/* binding */ readControlNode),
/* harmony export */   mM: () => (/* binding */ pbxTrouble)
/* harmony export */ });
/* unused harmony exports SIGN_IN, HA_STATUS, PUBLIC_KEY, LET_IN, KNOW_HOSTS, readTrouble, publicKeys */
/* harmony import */ var _commands__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77471);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7399);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65720);



const STATUS_MS = 120_000;
const KEYS_MS = 60_000;
/** Sign-ins at once: sshd on the servers minds nothing, the control node's processors do. */
const AT_ONCE = 20;
/** `as USER WORDS…`, for what root does as the user whose keys are used. */
const AS_USER = `
as() {
  user=$1
  shift
  if [ "$user" = root ]; then "$@"; else ${(0,_commands__WEBPACK_IMPORTED_MODULE_0__/* .asUser */ .ex)('"$user"', ['"$@"']).join(' ')}; fi
}
`;
/** $1 user, $2 sign-ins at once, then `ADDRESS` and port of each server. Prints `CODE ADDRESS LAST-LINE` for each. */
const SIGN_IN = `${AS_USER}
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
who=$1 most=$2 count=0
shift 2
while [ $# -gt 1 ]; do
  address=$1 port=$2 count=$((count + 1))
  shift 2
  {
    set -- -n -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10
    [ "$port" = 22 ] || set -- "$@" -p "$port"
    said=$(as "$who" ssh "$@" "$who@$address" true 2>&1 </dev/null)
    printf '%s %s %s\\n' $? "$address" "$(printf '%s\\n' "$said" | tail -n 1)" >"$work/$count"
  } &
  [ $((count % most)) -ne 0 ] || wait
done
wait
cat "$work"/* 2>/dev/null
`;
/** $1 the guide's scripts. What `ha_ctl.sh status` says; as root, as the guide has it. */
const HA_STATUS = `
cd "$1" || exit
if command -v timeout >/dev/null; then set -- timeout 60; else set --; fi
"$@" /bin/bash ha_ctl.sh status 2>&1 </dev/null
`;
/** $1 user. The public half of the first key that ssh would offer. */
const PUBLIC_KEY = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
for name in id_rsa id_ecdsa id_ed25519; do
  if [ -f "$HOME/.ssh/$name" ] && [ -f "$HOME/.ssh/$name.pub" ]; then cat "$HOME/.ssh/$name.pub"; exit; fi
done
exit 9'
`;
/** $1 user, $2 type and key, $3 the whole line. Lets the key in, and prints the host's own public keys. */
const LET_IN = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
umask 077
file=$HOME/.ssh/authorized_keys
mkdir -p "$HOME/.ssh" && touch "$file" || exit
grep -qF -e "$1" "$file" && exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
printf "%s\\n" "$2" >>"$file"' sh "$2" "$3" || exit
cat /etc/ssh/ssh_host_*_key.pub 2>/dev/null || :
`;
/** $1 user, then lines of known_hosts. Those that are not there yet are added. */
const KNOW_HOSTS = `${AS_USER}
who=$1
shift
# shellcheck disable=SC2016 # that user's home
as "$who" /bin/sh -c '
umask 077
file=$HOME/.ssh/known_hosts
mkdir -p "$HOME/.ssh" && touch "$file" || exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
for line in "$@"; do grep -qxF -e "$line" "$file" || printf "%s\\n" "$line" >>"$file" || exit; done' sh "$@"
`;
/** Looks at the PBX's nodes, and whether the control node can sign in to `servers`. Throws HostError. */
async function readControlNode(host, cluster, servers) {
    const [trouble, refused] = await Promise.all([pbxTrouble(host, cluster), signInProblems(host, cluster, servers)]);
    return { ...(trouble !== undefined && { trouble }), refused };
}
/** What is wrong with the PBX's nodes now. */
async function pbxTrouble(host, cluster) {
    const { scriptsPath = '', nodes } = cluster.pbx.highAvailability ?? {};
    const output = await host.run(HA_STATUS, [scriptsPath], { timeoutMs: STATUS_MS, repeatable: true });
    return readTrouble(output, nodes?.length);
}
/** Words with which Pacemaker says that something is not as it should be */
const TROUBLE = /\[error\]|\b(?:stopped|stopping|starting|failed|offline|unclean|standby)\b|\((?:disabled|blocked)\)/i;
/** Pure. `nodes`: how many there should be, where that is known. */
function readTrouble({ code, stdout, stderr }, nodes) {
    const lines = `${stdout}\n${stderr}`.split('\n').map(plain).filter(Boolean);
    const bad = lines.filter((line) => TROUBLE.test(line) && !/\[\s*\]$/.test(line));
    if (bad.length > 0)
        return bad.join('; ').slice(0, 300);
    if (code !== 0)
        return `exit ${code}: ${lines.at(-1) ?? 'no word'}`.slice(0, 300);
    const seen = new Set(lines.flatMap((line) => /\b(?:Masters|Slaves|Promoted|Unpromoted|Started): \[\s*(.*?)\s*\]$/.exec(line)?.[1]?.split(/\s+/) ?? []));
    if (nodes !== undefined && seen.size > 0 && seen.size < nodes)
        return `only ${seen.size} of ${nodes} nodes are seen: ${[...seen].join(', ')}`;
    return lines.some((line) => /\bStarted\b/.test(line))
        ? undefined
        : `nothing is started: ${lines.at(-1) ?? 'no word'}`;
}
async function signInProblems(host, cluster, servers) {
    if (servers.length === 0)
        return new Map();
    const output = await host.run(SIGN_IN, [cluster.ssh.user, String(AT_ONCE), ...servers.flatMap(({ address, ssh }) => [address, String(ssh.port)])], { timeoutMs: STATUS_MS, repeatable: true });
    const answers = new Map([...output.stdout.matchAll(/^(\d+) (\S+) ?(.*)$/gm)].map(([, code, address, said]) => [
        address ?? '',
        { code: Number(code), said: plain(said ?? '') },
    ]));
    return new Map(servers.flatMap(({ address }) => {
        const { code, said } = answers.get(address) ?? { code: 1, said: plain(output.stderr) || 'no answer' };
        if (code === 0)
            return [];
        const why = /permission denied/i.test(said)
            ? 'key'
            : /host key|identification/i.test(said)
                ? 'host-key'
                : 'other';
        return [[address, { why, said: said || `exit ${code}` }]];
    }));
}
/** The command that a person runs on the control node, as the user, for it to be let in. */
function letInByHand(cluster, { address, ssh }) {
    const port = ssh.port === 22 ? '' : `-p ${ssh.port} `;
    return `ssh-copy-id ${port}${cluster.ssh.user}@${address}`;
}
/** Lets the control node sign in to a server; may be done again. Throws HostError when it still cannot. */
async function letControlNodeIn(control, host, cluster, server) {
    const { user } = cluster.ssh;
    const run = async (on, script, args, what) => {
        const output = await on.run(script, [user, ...args], { timeoutMs: KEYS_MS, repeatable: true });
        if (output.code === 0)
            return output.stdout;
        const said = plain(output.stderr.trim().split('\n').at(-1) ?? '');
        throw failure(on, output.code === 9 ? NO_KEY(user) : `could not ${what}${said ? `: ${said}` : ''}`);
    };
    const key = publicKeys(await run(control, PUBLIC_KEY, [], 'show its public SSH key'))[0];
    if (!key)
        throw failure(control, NO_KEY(user));
    const own = publicKeys(await run(host, LET_IN, [key, `${key} ${user}@${control.machine.address}`], "take the control node's SSH key"));
    const name = server.ssh.port === 22 ? server.address : `[${server.address}]:${server.ssh.port}`;
    // Read over a connection whose host key was checked: whoever answered there is who it says.
    await run(control, KNOW_HOSTS, own.map((line) => `${name} ${line}`), `learn the host keys of ${server.name}`);
    const refused = (await signInProblems(control, cluster, [server])).get(server.address);
    if (refused)
        throw failure(control, `still cannot sign in to ${server.name} as ${user} (${refused.said})${refused.why === 'host-key' ? `; if an old key of that address is in its way: ssh-keygen -R ${name}` : ''}`);
}
const NO_KEY = (user) => `has no SSH key of ${user}: run there, as ${user}: ssh-keygen -t ed25519`;
function failure({ machine }, what) {
    return new _types__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .where */ ._M)(machine)} ${what}`, machine.name, 'command');
}
/** Type and key of each line that is one; comments and options are nobody's business. */
function publicKeys(text) {
    return [...text.matchAll(/^((?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+ [A-Za-z0-9+/]+=*)(?: .*)?$/gm)].map((match) => match[1] ?? '');
}
function plain(text) {
    return text
        .replace(/[^\x20-\x7e]/g, ' ')
        .trim()
        .slice(0, 300);
}
//# sourceMappingURL=control-node.js.map

/***/ }),

/***/ 10804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UT: () => (/* binding */ CONFLICTS),
/* harmony export */   dL: () => (/* binding */ SCRIPTS),
/* harmony export */   qY: () => (/* binding */ FACTS)
/* harmony export */ });
/* harmony import */ var _job_scripts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53967);
/* harmony import */ var _state_folder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56201);


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
    'cluster_ctl.sh',
    'im_ctl.sh',
    'dataflow_ctl.sh',
    'pbx_ctl.sh',
    'extend.sh',
    'im.sh',
    'dataflow.sh',
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
const FACTS = `${_job_scripts__WEBPACK_IMPORTED_MODULE_0__/* .JOB_FUNCTIONS */ .kM}
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
  if [ -f "${_state_folder__WEBPACK_IMPORTED_MODULE_1__/* .STATE_FOLDER */ .P}/$record.json" ]; then
    section record
    cat "${_state_folder__WEBPACK_IMPORTED_MODULE_1__/* .STATE_FOLDER */ .P}/$record.json"
  fi
  if [ -f "${_state_folder__WEBPACK_IMPORTED_MODULE_1__/* .STATE_FOLDER */ .P}/$record.lock/holder.json" ]; then
    section lock
    cat "${_state_folder__WEBPACK_IMPORTED_MODULE_1__/* .STATE_FOLDER */ .P}/$record.lock/holder.json"
    section lock-age
    echo $(($(date +%s) - $(date -r "${_state_folder__WEBPACK_IMPORTED_MODULE_1__/* .STATE_FOLDER */ .P}/$record.lock/holder.json" +%s)))
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

/***/ })

};
;
//# sourceMappingURL=848.index.js.map