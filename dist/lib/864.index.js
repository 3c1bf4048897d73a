"use strict";
exports.id = 864;
exports.ids = [864];
exports.modules = {

/***/ 77471:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ installed),
/* harmony export */   Pb: () => (/* binding */ roleConfigDifferences),
/* harmony export */   jw: () => (/* binding */ controlCommand),
/* harmony export */   sc: () => (/* binding */ pbxCommand),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* unused harmony exports expectedArgs, missingArgs */
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48280);
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ipaddr_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);



/** The command line for a server's role. Throws InputError when a value could be torn apart by the script, or the IM token is missing. */
function controlCommand(cluster, server, verb, options = {}) {
    const { highAvailability } = cluster.pbx;
    if (highAvailability)
        return {
            machine: cluster.pbx.machine,
            cwd: highAvailability.scriptsPath,
            argv: ['/bin/bash', ...plainWords(highAvailabilityWords(server, verb))],
            secrets: [],
        };
    const spec = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
    const token = server.role === 'im' && verb === 'run' ? imToken(server, options) : undefined;
    return {
        machine: server,
        cwd: cluster.scriptsPath,
        argv: [
            '/bin/sh',
            ...plainWords([spec.script, verb, ...standaloneWords(cluster, server, verb, options)]),
            ...(token ? ['-t', token] : []),
        ],
        secrets: token !== undefined && token !== options.imTokenPlaceholder ? [token] : [],
    };
}
/** The command line for the PBX itself. Throws InputError where a high-availability cluster has none. */
function pbxCommand(cluster, verb, options = {}) {
    const { machine, highAvailability } = cluster.pbx;
    if (highAvailability)
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`the PBX nodes of a high-availability cluster are not restarted or upgraded from here: on ${highAvailability.controlNode}, in ${highAvailability.scriptsPath}, run "/bin/bash ha_ctl.sh stop -s pbx" and "/bin/bash ha_ctl.sh start -s pbx" in a maintenance window`);
    const words = {
        restart: () => ['restart'],
        'restart-loadbalancer': () => ['restart', '-s', 'loadbalancer'],
        upgrade: () => ['upgrade', '-i', options.image ?? cluster.pbx.image ?? cluster.image],
    }[verb]();
    return { machine, cwd: cluster.scriptsPath, argv: ['/bin/sh', ...plainWords(['pbx_ctl.sh', ...words])], secrets: [] };
}
function standaloneWords(cluster, server, verb, options) {
    const { service } = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
    const pbx = cluster.pbx.privateIp;
    const image = options.image ?? server.image;
    const ownAddresses = [...option('-a', server.privateIp), ...option('-A', server.publicIp)];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            if (verb === 'run')
                return [
                    '-p',
                    server.dataPath,
                    '-a',
                    ownAddress(server),
                    '-x',
                    pbx,
                    '-i',
                    image,
                    '-s',
                    service,
                    '-n',
                    server.name,
                ];
            return verb === 'upgrade' ? ['-s', service, '-i', image] : ['-s', service];
        case 'im':
            if (verb === 'run')
                return [
                    '-E',
                    '-p',
                    server.dataPath,
                    ...option('-f', server.chatFiles),
                    ...ownAddresses,
                    '-i',
                    image,
                    '-x',
                    pbx,
                ];
            return verb === 'upgrade' ? ['-i', image] : [];
        case 'dataflow':
            if (verb === 'run')
                return [
                    '-p',
                    server.dataPath,
                    ...ownAddresses,
                    '-i',
                    image,
                    '-x',
                    pbx,
                    ...option('-d', server.clickhouseImage),
                ];
            return verb === 'upgrade' ? ['-i', image] : [];
    }
}
/** The control node knows the PBX address, the image and the IM token itself. */
function highAvailabilityWords(server, verb) {
    const { service } = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            return verb === 'run'
                ? ['extend.sh', verb, '-s', service, '-n', server.name, '-a', ownAddress(server)]
                : ['extend.sh', verb, '-s', service, '-a', ownAddress(server)];
        case 'im':
            return verb === 'run'
                ? ['im.sh', verb, '-a', ownAddress(server), ...option('-A', server.publicIp), ...option('-f', server.chatFiles)]
                : ['im.sh', verb];
        case 'dataflow':
            return verb === 'run'
                ? [
                    'dataflow.sh',
                    verb,
                    '-p',
                    server.dataPath,
                    '-a',
                    ownAddress(server),
                    ...option('-A', server.publicIp),
                    ...option('-d', server.clickhouseImage),
                ]
                : ['dataflow.sh', verb];
    }
}
function ownAddress(server) {
    return server.privateIp ?? server.publicIp ?? server.address;
}
function option(flag, value) {
    return value === undefined ? [] : [flag, value];
}
function imToken(server, options) {
    const token = options.token ?? options.imTokenPlaceholder;
    if (!token)
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${server.name} needs an IM token: run issue-token first, or give im-token`);
    if (token !== options.imTokenPlaceholder && !/^[\w.~+/=:-]+$/.test(token))
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`the IM token for ${server.name} has characters that im_ctl.sh would tear apart: issue a new one (rotate)`);
    return token;
}
/** The scripts split their arguments again, unquoted and as root: nothing that a shell would touch may get there. */
function plainWords(words) {
    for (const word of words)
        if (!/^[A-Za-z0-9._:/@[\]%+,=-]+$/.test(word) || /\[.*[^0-9a-f:.].*\]/i.test(word))
            throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`"${word.slice(0, 100)}" cannot be passed to a control script: only letters, digits and . _ : / @ % + , = - are safe`);
    return words;
}
/** What the arguments of a server's container must hold. */
function expectedArgs(cluster, server, token) {
    const pbx = { flag: '-a', value: cluster.pbx.privateIp };
    const own = [
        ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
        ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
    ];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            return [pbx, { flag: '-x', value: ownAddress(server) }, { flag: '-n', value: server.name }];
        case 'im':
            return [
                { flag: '-E' },
                token === undefined ? { flag: '-t', any: true } : { flag: '-t', value: token },
                pbx,
                ...own,
            ];
        case 'dataflow':
            return [pbx, ...own];
    }
}
/** What of `expected` a container's arguments do not hold. `found` is what stands there instead; never a token. */
function missingArgs(expected, args) {
    return expected.flatMap((wanted) => {
        const at = args.indexOf(wanted.flag);
        const found = at < 0 ? undefined : args[at + 1];
        const holds = at >= 0 &&
            (wanted.value === undefined
                ? !wanted.any || Boolean(found)
                : found !== undefined && sameText(found, wanted.value));
        if (holds)
            return [];
        return [wanted.flag === '-t' ? { flag: '-t' } : { ...wanted, ...(found !== undefined && { found }) }];
    });
}
/**
 * What `run` would change on the host: the role's configuration file and container against the cluster file. Empty when
 * all is as wanted; everything that is wanted when the role was never installed. Whether the container runs is not
 * looked at. A token is compared only when it is given, and never shown.
 */
function roleConfigDifferences(cluster, server, facts, token) {
    const values = facts.roles.find((config) => config.role === server.role)?.values;
    const container = facts.containers.find(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].container);
    const differences = new Map();
    const differ = (name, before, after) => {
        if (!differences.has(name))
            differences.set(name, { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
    };
    for (const { name, key, wanted } of wantedConfig(cluster, server)) {
        const before = values?.[key] || undefined;
        if (!sameSetting(name, before, wanted))
            differ(name, before, wanted);
    }
    if (container)
        compareContainer(cluster, server, container, token, differ);
    return [...differences.values()];
}
function wantedConfig(cluster, server) {
    const pbx = { name: 'pbx.private_ip', key: 'PBX_IP_ADDRESS', wanted: cluster.pbx.privateIp };
    const addresses = [
        { name: 'private_ip', key: 'PRI_IP_ADDRESS', wanted: server.privateIp },
        { name: 'public_ip', key: 'PUB_IP_ADDRESS', wanted: server.publicIp },
    ];
    // In a high-availability cluster the control node chooses the image, and the data path of all but Data Flow.
    const ha = cluster.pbx.highAvailability !== undefined;
    const image = (key) => (ha ? [] : [{ name: 'image', key, wanted: server.image }]);
    const dataPath = (key) => ha && server.role !== 'dataflow' ? [] : [{ name: 'data_path', key, wanted: server.dataPath }];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            return [
                ...dataPath('PBX_DATA_PATH'),
                { name: 'private_ip', key: 'IP_ADDRESS', wanted: ownAddress(server) },
                pbx,
                ...image('PBX_IMG'),
                { name: 'name', key: 'EXTEND_SVC_NAME', wanted: server.name },
            ];
        case 'im':
            return [
                ...dataPath('DATA_PATH'),
                ...addresses,
                pbx,
                ...image('IM_IMG'),
                { name: 'chat_files', key: 'STORAGE', wanted: server.chatFiles },
            ];
        case 'dataflow':
            return [
                ...dataPath('DATA_PATH'),
                ...addresses,
                pbx,
                ...image('DATAFLOW_IMG'),
                ...(server.clickhouseImage
                    ? [{ name: 'clickhouse_image', key: 'DB_IMG', wanted: server.clickhouseImage }]
                    : []),
            ];
    }
}
const ARG_NAMES = {
    '-a': 'pbx.private_ip',
    '-x': 'private_ip',
    '-z': 'public_ip',
    '-n': 'name',
    '-t': 'token',
    '-E': 'mode',
};
function compareContainer(cluster, server, container, token, differ) {
    if (!cluster.pbx.highAvailability && !sameSetting('image', container.image, server.image))
        differ('image', container.image, server.image);
    for (const { flag, value, found } of missingArgs(expectedArgs(cluster, server, token), container.args)) {
        const name = ARG_NAMES[flag] ?? flag;
        if (flag === '-t')
            differ(name, 'another one', 'the one that the PBX has');
        else if (flag === '-E')
            differ(name, 'beside the PBX', 'extended');
        else
            differ(name, found, value);
    }
}
function sameSetting(name, before, after) {
    if (before === undefined || after === undefined)
        return before === after;
    return name === 'image' || name === 'clickhouse_image'
        ? imageName(before) === imageName(after)
        : sameText(before, after);
}
/** The same but for a slash at the end or the way an IPv6 address is written. */
function sameText(a, b) {
    return plain(a) === plain(b);
}
function plain(value) {
    const bare = value.replace(/^\[(.*)\]$/, '$1');
    if (ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().isValid(bare) && /[.:]/.test(bare))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().parse(bare).toString();
    return value.length > 1 ? value.replace(/\/+$/, '') || '/' : value;
}
/** As docker completes it: `docker.io/library/x` is `x`, no tag is `latest`. */
function imageName(reference) {
    const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
    return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
/** The role's configuration file and its container's arguments, as a host has them once `run` was done. */
function installed(cluster, server) {
    const values = wantedConfig(cluster, server).map(({ key, wanted }) => [key, wanted ?? '']);
    const args = expectedArgs(cluster, server).flatMap(({ flag, value, any }) => [
        flag,
        ...(value !== undefined ? [value] : any ? ['-'] : []),
    ]);
    return { values: Object.fromEntries(values), args };
}
//# sourceMappingURL=commands.js.map

/***/ }),

/***/ 77278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   nM: () => (/* binding */ refreshLock),
/* harmony export */   rh: () => (/* binding */ writeRecord),
/* harmony export */   x_: () => (/* binding */ releaseLock)
/* harmony export */ });
/* unused harmony exports WRITE_RECORD, READ_LOCK, CHANGE_LOCK */
/* harmony import */ var _state__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91340);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65720);



/** $1 name, $2 content. A reader sees the old file or the new one; after a power cut too. */
const WRITE_RECORD = `
umask 077
folder=${_state__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
mkdir -p "$folder" || exit
printf '%s' "$2" >"$folder/.$1.json.$$" || { rm -f "$folder/.$1.json.$$"; exit 1; }
sync "$folder/.$1.json.$$" 2>/dev/null || sync
mv "$folder/.$1.json.$$" "$folder/$1.json"
`;
/** Writes the cluster's record on the main server, for root only. */
async function writeRecord(host, name, json) {
    check(host, await host.run(WRITE_RECORD, [clusterName(name), json], { repeatable: true }), 'keep the record of this cluster');
}
/*
 * The lock is a folder with the holder's JSON in it. Everything is decided on our side from what was read, and done
 * on the host only if that is still so, under a mutex that the kernel lets go when its holder dies. A heartbeat is the
 * file's time; the host's clock alone is asked, so that no two clocks are compared.
 */
const LOCK_FUNCTIONS = `
umask 077
folder=${_state__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
lock=$folder/$1.lock
mkdir -p "$folder" || exit
locked() {
  if command -v flock >/dev/null; then
    exec 9>"$folder/$1.mutex"
    flock -w 20 9
    return
  fi
  tries=0
  until mkdir "$folder/$1.mutex.d" 2>/dev/null; do
    tries=$((tries + 1))
    [ -z "$(find "$folder/$1.mutex.d" -prune -mmin +1 2>/dev/null)" ] || rmdir "$folder/$1.mutex.d"
    [ $tries -lt 200 ] || return 1
    sleep 0.1 2>/dev/null || sleep 1
  done
  # shellcheck disable=SC2064 # the name as it is now
  trap "rmdir '$folder/$1.mutex.d'" EXIT
}
# $version: what is there, and when it was last written; empty when there is none
look() {
  version=
  [ -d "$lock" ] || return 0
  version=$(date -r "$lock" +%s):
  [ ! -f "$lock/holder.json" ] || version=$(date -r "$lock/holder.json" +%s):$(cat "$lock/holder.json")
}
`;
/** $1 name. Prints the host's time, then the version. */
const READ_LOCK = `${LOCK_FUNCTIONS}
look
date +%s
printf '%s' "$version"
`;
/** $1 name, $2 the version that must still be there, $3 what to do, $4 content. Exit 9: it is not there any more. */
const CHANGE_LOCK = `${LOCK_FUNCTIONS}
locked "$1" || exit 8
look
[ "$version" = "$2" ] || exit 9
case $3 in
write)
  mkdir -p "$lock" || exit 1
  printf '%s' "$4" >"$lock/holder.json.new" && mv "$lock/holder.json.new" "$lock/holder.json"
  ;;
touch) touch "$lock/holder.json" ;;
remove) rm -rf "$lock" ;;
*) exit 2 ;;
esac
`;
/**
 * Takes the cluster's lock for `holder`, or says who has it. One that was not refreshed for `staleAfterMs` is taken
 * over, and one whose holder is known to be dead at once; one with our own id is taken again.
 */
async function acquireLock(host, name, holder, options) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        const ours = lock.holder?.id === holder.id;
        const dead = lock.holder && options.isDead?.(lock.holder);
        if (lock.holder && !ours && !dead && lock.idleMs < options.staleAfterMs)
            return { acquired: false, holder: lock.holder, idleMs: lock.idleMs };
        if (await changeLock(host, name, lock.version, 'write', JSON.stringify(holder)))
            return { acquired: true, ...(lock.holder && !ours && { tookOver: lock.holder }) };
    }
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)}: the lock of ${name} changes hands all the time; try again`, host.machine.name, 'command');
}
/** Says that the holder lives. false: somebody else has it, or nobody. */
async function refreshLock(host, name, id) {
    return changeOwn(host, name, id, 'touch');
}
/** Lets it go if it is ours. false: it was not. */
async function releaseLock(host, name, id) {
    return changeOwn(host, name, id, 'remove');
}
async function changeOwn(host, name, id, what) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        if (lock.holder?.id !== id)
            return false;
        if (await changeLock(host, name, lock.version, what, ''))
            return true;
    }
    return false;
}
async function readLock(host, name) {
    const output = check(host, await host.run(READ_LOCK, [clusterName(name)], { repeatable: true }), 'read the lock of this cluster');
    const newline = output.stdout.indexOf('\n');
    const now = Number(output.stdout.slice(0, newline));
    const version = output.stdout.slice(newline + 1);
    if (version === '')
        return { version, idleMs: 0 };
    const colon = version.indexOf(':');
    return {
        version,
        holder: readHolder(version.slice(colon + 1)),
        idleMs: (now - Number(version.slice(0, colon))) * 1000,
    };
}
function readHolder(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {}; // its writer died half way; it becomes stale like any other
    }
}
async function changeLock(host, name, version, what, content) {
    // Twice does no harm: the second finds another version, and whoever asked looks again.
    const output = await host.run(CHANGE_LOCK, [clusterName(name), version, what, content], { repeatable: true });
    if (output.code === 9)
        return false;
    check(host, output, 'change the lock of this cluster');
    return true;
}
function check(host, output, what) {
    if (output.code === 0)
        return output;
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)} could not ${what} in ${_state__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P} (exit ${output.code}): ${output.stderr.trim().split('\n').at(-1) || 'it does not say why'}`, host.machine.name, 'command');
}
/** It becomes a file name. */
function clusterName(name) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
        throw new TypeError(`not a cluster name: ${name}`);
    return name;
}
//# sourceMappingURL=files.js.map

/***/ }),

/***/ 23433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ shellQuoteAll),
/* harmony export */   XP: () => (/* binding */ printfEscape)
/* harmony export */ });
/* unused harmony export shellQuote */
/** One word for a POSIX shell, whatever it holds. */
function shellQuote(word) {
    if (word.includes('\0'))
        throw new TypeError('a shell word cannot hold a NUL');
    return `'${word.replaceAll("'", "'\\''")}'`;
}
function shellQuoteAll(words) {
    return words.map(shellQuote).join(' ');
}
/**
 * One line of printable ASCII that `printf %b` turns back into the same bytes. `%b` is a builtin of every POSIX
 * shell, so hosts need no base64.
 */
function printfEscape(text) {
    let line = '';
    for (const byte of Buffer.from(text, 'utf8')) {
        if (byte === 0x5c)
            line += '\\\\';
        else if (byte === 0x0a)
            line += '\\n';
        else if (byte >= 0x20 && byte < 0x7f)
            line += String.fromCharCode(byte);
        else
            line += `\\0${byte.toString(8).padStart(3, '0')}`;
    }
    return line;
}
//# sourceMappingURL=quote.js.map

/***/ }),

/***/ 7399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R9: () => (/* binding */ NotStarted),
  yf: () => (/* binding */ runAsRoot),
  _M: () => (/* binding */ where)
});

// UNUSED EXPORTS: loader, payload

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/host/frames.js
/**
 * Takes a stream apart that holds, somewhere, `TOKEN-begin`, output, `TOKEN-endCODE\n`. What a login shell prints
 * around it is dropped. Output is passed on as soon as it cannot be part of the end marker.
 */
class FrameReader {
    onData;
    /** The script's exit code, once the end was read */
    code;
    begin;
    end;
    state = 'before';
    pending = Buffer.alloc(0);
    constructor(token, onData) {
        this.onData = onData;
        this.begin = Buffer.from(`${token}-begin`);
        this.end = Buffer.from(`${token}-end`);
    }
    push(chunk) {
        if (this.state === 'after')
            return;
        this.pending = Buffer.concat([this.pending, chunk]);
        if (this.state === 'before') {
            const at = this.pending.indexOf(this.begin);
            if (at < 0)
                return this.keep(this.begin.length);
            this.pending = this.pending.subarray(at + this.begin.length);
            this.state = 'inside';
        }
        if (this.state === 'inside') {
            const at = this.pending.indexOf(this.end);
            const safe = at < 0 ? this.pending.length - this.possibleEnd() : at;
            if (safe > 0)
                this.onData(this.pending.subarray(0, safe));
            if (at < 0) {
                this.pending = this.pending.subarray(safe);
                return;
            }
            this.pending = this.pending.subarray(at + this.end.length);
            this.state = 'code';
        }
        const newline = this.pending.indexOf(0x0a);
        if (newline < 0)
            return this.keep(16);
        this.code = Number.parseInt(this.pending.subarray(0, newline).toString('latin1'), 10);
        this.state = 'after';
    }
    keep(bytes) {
        this.pending = this.pending.subarray(Math.max(0, this.pending.length - bytes));
    }
    /** How many bytes at the end of `pending` could be the first ones of the end marker. */
    possibleEnd() {
        for (let length = Math.min(this.end.length - 1, this.pending.length); length > 0; length--)
            if (this.pending.subarray(this.pending.length - length).equals(this.end.subarray(0, length)))
                return length;
        return 0;
    }
}
//# sourceMappingURL=frames.js.map
// EXTERNAL MODULE: ./build/src/host/quote.js
var quote = __webpack_require__(23433);
// EXTERNAL MODULE: ./build/src/host/types.js
var types = __webpack_require__(65720);
;// CONCATENATED MODULE: ./build/src/host/shell.js




/** The connection went before the host had been told what to do: it can be told again. */
class NotStarted extends Error {
}
/** A host may not fill our memory. */
const MAX_OUTPUT = 32 * 1024 * 1024;
/** sudo, PAM and a slow login shell included */
const READY_MS = 30_000;
/**
 * What the login shell gets to see: two single-quoted words without anything that sh, csh or fish would treat
 * differently (no quote, backslash, exclamation mark or newline). The first becomes root, the second reads one line
 * and runs it: `read` takes no byte more than the line, and a line cut off by a dying connection is not run.
 */
function loader(token) {
    const asRoot = `test "$(id -u)" = 0 && exec /bin/sh -c "$0"; LC_ALL=C; export LC_ALL; exec sudo -S -p ${token}-password: /bin/sh -c "$0"`;
    const readLine = `echo ${token}-ready; IFS= read -r a && eval "$(printf %b "$a")"`;
    return `/bin/sh -c '${asRoot}' '${readLine}'`;
}
/** The line that the loader runs: arguments, script and input as data, output between markers. */
function payload(token, command) {
    const mark = (kind) => `printf %s ${token}-${kind}; printf %s ${token}-${kind} >&2`;
    const work = `(\n${command.script}\n)`;
    return (0,quote/* printfEscape */.XP)([
        ...(command.input === undefined ? [] : ['IFS= read -r input || exit 125']),
        mark('begin'),
        `set -- ${(0,quote/* shellQuoteAll */.M_)(command.args)}`,
        command.input === undefined ? `${work} </dev/null` : `printf %b "$input" | ${work}`,
        'code=$?',
        `printf "%s%d\\n" ${token}-end "$code"; printf "%s%d\\n" ${token}-end "$code" >&2`,
    ].join('\n'));
}
/** Runs a script as root over an open connection. Throws NotStarted or HostError. */
async function runAsRoot(client, machine, sudoPassword, command) {
    const token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const fail = (message, code, cause) => new types/* HostError */.d(`${where(machine)} ${message}`, machine.name, code, cause);
    const serve = (channel, resolve, reject) => {
        let phase = 'waiting';
        let began = 0;
        let exitCode;
        let asked = 0;
        let size = 0;
        const early = { stdout: '', stderr: '' };
        const collected = [];
        const errors = [];
        const collect = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT)
                end(fail(`prints more than ${MAX_OUTPUT / 1024 / 1024} MiB where a few lines were expected`, 'command'));
            else
                into.push(chunk);
        };
        const stdout = new FrameReader(token, command.onStdout ?? collect(collected));
        const stderr = new FrameReader(token, collect(errors));
        const readyTimer = setTimeout(() => end(fail(`did not become root within ${READY_MS / 1000} s${saidSoFar(early)}: log in as ${machine.ssh.user} and try "sudo -n true" there`, 'sudo')), READY_MS);
        const timer = setTimeout(() => end(fail(`has not finished within ${Math.round(command.timeoutMs / 1000)} s; what was begun there goes on`, 'timeout')), command.timeoutMs);
        const onAbort = () => end(fail('is no longer waited for: the run was cancelled', 'timeout', command.signal?.reason));
        command.signal?.addEventListener('abort', onAbort, { once: true });
        function end(outcome) {
            if (phase === 'over')
                return;
            phase = 'over';
            clearTimeout(readyTimer);
            clearTimeout(timer);
            command.signal?.removeEventListener('abort', onAbort);
            // A daemon that a script left behind may hold the channel open: whoever has the result does not wait for it.
            channel.close();
            if (outcome instanceof Error)
                reject(outcome);
            else
                resolve(outcome);
        }
        function begin() {
            phase = 'running';
            clearTimeout(readyTimer);
            const input = command.input === undefined ? '' : `${(0,quote/* printfEscape */.XP)(command.input)}\n`;
            began = Date.now();
            channel.end(`${payload(token, command)}\n${input}`);
        }
        function answerPassword() {
            asked++;
            if (sudoPassword === undefined)
                end(fail(`asks for a password when ${machine.ssh.user} uses sudo: give it (sudo-password, PORTSIP_SUDO_PASSWORD), or allow it without one in /etc/sudoers.d: "${machine.ssh.user} ALL=(ALL) NOPASSWD: ALL"`, 'sudo'));
            else if (asked > 1)
                end(fail(`does not accept the sudo password of ${machine.ssh.user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'));
            else
                channel.write(`${sudoPassword}\n`);
        }
        function finish() {
            if (stdout.code === undefined || stderr.code === undefined)
                return;
            end({
                code: stdout.code,
                stdout: Buffer.concat(collected).toString('utf8'),
                stderr: Buffer.concat(errors).toString('utf8'),
                began,
                ended: Date.now(),
            });
        }
        channel.on('data', (chunk) => {
            if (phase === 'waiting') {
                early.stdout = (early.stdout + chunk.toString('latin1')).slice(-8192);
                if (early.stdout.includes(`${token}-ready`))
                    begin();
            }
            else if (phase === 'running') {
                stdout.push(chunk);
                finish();
            }
        });
        channel.stderr.on('data', (chunk) => {
            if (phase === 'waiting') {
                early.stderr = (early.stderr + chunk.toString('latin1')).slice(-8192);
                // Some PAM modules put their own words in place of ours.
                const prompt = early.stderr.indexOf(`${token}-password:`);
                const other = /(?:^|\n)[^\n]*password[^\n]*:[ \t]*$/i.exec(early.stderr);
                if (prompt < 0 && !other)
                    return;
                early.stderr = prompt < 0 ? '' : early.stderr.slice(prompt + token.length + '-password:'.length);
                answerPassword();
            }
            else if (phase === 'running') {
                stderr.push(chunk);
                finish();
            }
        });
        channel.on('exit', (code) => {
            exitCode = code ?? 255;
        });
        channel.on('error', () => { }); // 'close' follows
        channel.on('close', () => {
            if (phase === 'waiting') {
                if (exitCode === undefined)
                    end(new NotStarted('connection lost'));
                else
                    end(fail(...refusal(machine, exitCode, early)));
            }
            else if (phase === 'running') {
                if (exitCode === undefined)
                    end(fail('lost the connection while a command ran', 'connection-lost'));
                else
                    end(fail(`ended a command before it was done (exit ${exitCode})`, 'command'));
            }
        });
        if (command.signal?.aborted)
            onAbort();
    };
    return await exec(client, machine, loader(token), serve);
}
/** Why the loader never became root, in an operator's words. */
function refusal(machine, code, early) {
    const user = machine.ssh.user;
    const said = early.stderr;
    if (/not in the sudoers|not allowed to (execute|run)|may not run sudo/i.test(said))
        return [
            `does not let ${user} use sudo: add "${user} ALL=(ALL) NOPASSWD: ALL" in /etc/sudoers.d, or use another ssh.user`,
            'sudo',
        ];
    if (/must have a tty/i.test(said))
        return [`lets ${user} use sudo on a terminal only: remove "requiretty" from its sudoers file`, 'sudo'];
    if (/sudo: (command )?not found|sudo: No such file/i.test(said))
        return [`has no sudo: install it, or use ssh.user root`, 'sudo'];
    if (/incorrect password|password is required|no password was provided/i.test(said))
        return [`does not accept the sudo password of ${user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'];
    if (/sudo/.test(said))
        return [`refuses sudo to ${user}${saidSoFar(early)}`, 'sudo'];
    return [
        `could not start /bin/sh for ${user} (exit ${code})${saidSoFar(early)}: its login shell must allow commands over SSH`,
        'command',
    ];
}
function saidSoFar(early) {
    const line = `${early.stdout}\n${early.stderr}`
        .split('\n')
        .map((text) => text.replace(/[^\x20-\x7e]/g, '').trim())
        .filter((text) => text !== '')
        .at(-1);
    return line ? ` (it says "${line.slice(0, 200)}")` : '';
}
function where(machine) {
    const port = machine.ssh.port === 22 ? '' : `:${machine.ssh.port}`;
    return machine.name === machine.address ? `${machine.address}${port}` : `${machine.name} (${machine.address}${port})`;
}
/**
 * Opens a session and hands its channel over within the same tick, as what a short command says and its end may come
 * in one packet. sshd allows 10 sessions a connection (MaxSessions), or fewer: a refused one is tried again for a while.
 */
async function exec(client, machine, commandLine, serve) {
    for (let attempt = 0;; attempt++) {
        try {
            return await new Promise((resolve, reject) => {
                // The callback never comes when the connection dies at this very moment.
                const onClose = () => reject(new NotStarted('connection lost'));
                client.once('close', onClose);
                client.exec(commandLine, (error, channel) => {
                    client.removeListener('close', onClose);
                    if (!error)
                        serve(channel, resolve, reject);
                    else if (/open failure|open failed/i.test(error.message))
                        reject(new SessionRefused(error.message));
                    else
                        reject(new NotStarted(error.message, { cause: error }));
                });
            });
        }
        catch (error) {
            if (error instanceof Error && error.message === 'Not connected')
                throw new NotStarted(error.message, { cause: error });
            if (!(error instanceof SessionRefused))
                throw error;
            if (attempt >= 40)
                throw new types/* HostError */.d(`${where(machine)} opens no further session on its SSH connection: raise MaxSessions in its sshd_config`, machine.name, 'command', error);
            await new Promise((resolve) => setTimeout(resolve, 250));
        }
    }
}
class SessionRefused extends Error {
}
//# sourceMappingURL=shell.js.map

/***/ }),

/***/ 91340:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ STATE_FOLDER),
/* harmony export */   e: () => (/* binding */ JOBS_FOLDER)
/* harmony export */ });
/** Where this project keeps what it must remember on hosts. Spelled out in scripts too. */
const STATE_FOLDER = '/var/lib/portsip-cluster';
const JOBS_FOLDER = `${STATE_FOLDER}/jobs`;
//# sourceMappingURL=state.js.map

/***/ }),

/***/ 65720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HostError)
/* harmony export */ });
/** What went wrong between us and a host, in words for an operator, with the cure. */
class HostError extends Error {
    host;
    code;
    constructor(message, host, code, cause) {
        super(message, { cause });
        this.host = host;
        this.code = code;
        this.name = 'HostError';
    }
}
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 85864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  digestOf: () => (/* binding */ digestOf),
  forServers: () => (/* binding */ forServers),
  makePlan: () => (/* binding */ makePlan),
  narrow: () => (/* binding */ narrow),
  offlinePlan: () => (/* binding */ offlinePlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/stages/diff.js + 1 modules
var diff = __webpack_require__(38086);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/host/commands.js
var commands = __webpack_require__(77471);
// EXTERNAL MODULE: ./build/src/stages/firewall.js
var firewall = __webpack_require__(27698);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/remove.js
var remove = __webpack_require__(60582);
// EXTERNAL MODULE: ./build/src/stages/same.js
var same = __webpack_require__(8560);
;// CONCATENATED MODULE: ./build/src/stages/deployed.js







/**
 * The live state of a cluster that is just what `base` says, with the hosts of `head` that it does not have empty and ready.
 * It stands in for the live one when nobody may be asked.
 */
function deployed(base, head) {
    const cluster = base ?? { ...head, servers: [], builtInServers: 'keep' };
    const servers = Object.fromEntries(names/* LISTED_ROLES */.cS.map((role) => [role, portalOf(cluster, role)]));
    const all = names/* LISTED_ROLES */.cS.flatMap((role) => servers[role]);
    const before = new same/* ByAddress */.IV(cluster.servers.map((server) => [server.address, server]));
    const im = cluster.servers.find(({ role }) => role === 'im');
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
                return [stays ? server.name : (0,remove/* oldHost */.UJ)(server), hostOf(cluster, server)];
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
        ...own.map((server) => ({
            id: server.name,
            role,
            name: server.name,
            type: 'EXTERNAL',
            enabled: server.enabled,
            ...(server.privateIp && { privateIp: server.privateIp }),
            ...(server.role === 'media' && server.publicIp && { publicIp: server.publicIp }),
            ...(server.maxCallSessions !== undefined && { maxCallSessions: server.maxCallSessions }),
            ...(server.maxRooms !== undefined && { maxRooms: server.maxRooms }),
            ...(server.maxParticipants !== undefined && { maxParticipants: server.maxParticipants }),
        })),
    ];
}
function mainOf(cluster) {
    const sources = (0,addresses/* trustedSources */.ky)(cluster);
    return {
        ...blankHost(cluster.pbx.machine),
        firewall: { running: true, trusted: { permanent: [...sources], runtime: [...sources] }, otherZones: {} },
        containers: [container('portsip.callmanager', cluster.pbx.image ?? cluster.image, [])],
    };
}
function hostOf(cluster, server) {
    const { values, args } = (0,commands/* installed */.$f)(cluster, server);
    return {
        ...blankHost(server),
        roles: [{ role: server.role, values }],
        containers: [
            container(roles/* ROLES */.g[server.role].container, server.image, args),
            ...roles/* ROLES */.g[server.role].companions.map((name) => container(name, server.image, [])),
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
        os: { id: 'debian', version: '12', prettyName: 'Debian 12' },
        arch: 'x86_64',
        cpus: 64,
        memoryMiB: 256 * 1024,
        disk: { path: '/', totalMiB: 1024 * 1024, freeMiB: 1024 * 1024 },
        clockSkewMs: 0,
        addresses: [address],
        docker: { installed: true, running: true, composeVersion: '2' },
        scripts: ['cluster_ctl.sh', 'im_ctl.sh', 'dataflow_ctl.sh', 'pbx_ctl.sh'],
        roles: [],
        containers: [],
        images: [],
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
;// CONCATENATED MODULE: ./build/src/plan/plan.js




const NOTHING_ASKED = { rotate: [], force: false, gone: [], allowUndersized: false };
/** All changes that take `live` to what `cluster` wants. Pure. */
function makePlan(cluster, live, options = NOTHING_ASKED) {
    const { changes, findings } = (0,diff/* diff */.Ui)({ cluster, live, options });
    return {
        version: 1,
        cluster: cluster.name,
        digest: digestOf(cluster.name, changes),
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
/**
 * `sha256:` over what would be done, sorted: neither the file's order nor reasons, measurements or the time of day count.
 * Two plans with one digest do the same to the same objects.
 */
function digestOf(cluster, changes) {
    const what = [...changes]
        .sort((a, b) => (0,names/* compare */.UD)(a.id, b.id))
        .map(({ id, action, attributes }) => [
        id,
        action,
        [...attributes]
            .sort((a, b) => (0,names/* compare */.UD)(a.name, b.name))
            .map(({ name, before, after }) => [name, before ?? null, after ?? null]),
    ]);
    return `sha256:${(0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([1, cluster, what]))
        .digest('hex')}`;
}
/**
 * The part of a plan that is for some servers. What belongs to no server is in when one of theirs needs it and it disturbs
 * nobody (a network in the firewall), or when all that it needs is in; a restart only then.
 */
function forServers(plan, { names, roles }) {
    const byId = new Map(plan.changes.map((change) => [change.id, change]));
    const builtIns = new Set([...roles].map((role) => `built-in/${role}`));
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
        if (isOwn(change) && change.stage !== 'restart')
            include(change);
    const needs = new Map();
    for (const change of plan.changes) {
        // Those before it in the plan have their needs already.
        const own = [...new Set(change.needs.flatMap((id) => turnOf(change, id, included, needs)))];
        needs.set(change.id, own);
        const common = change.server === undefined && (own.length > 0 || builtIns.has(change.id));
        if ((common || isOwn(change)) && own.every((id) => included.has(id)))
            included.add(change.id);
    }
    const changes = plan.changes
        .filter(({ id }) => included.has(id))
        .map((change) => ({ ...change, needs: needs.get(change.id) ?? [] }));
    return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}
/**
 * What is left of a need in a part of the plan: a server that only waits for its turn after one that is not in it has its
 * turn after the one before that.
 */
function turnOf(change, id, included, needs) {
    const kind = change.stage === 'install' ? 'role/' : change.stage === 'restart' ? 'restart/' : undefined;
    const isTurn = (other) => kind !== undefined && other.startsWith(kind) && !ON_MAIN.has(other);
    if (!isTurn(id) || included.has(id))
        return [id];
    return (needs.get(id) ?? []).filter((before) => isTurn(before) || kind === 'restart/');
}
const ON_MAIN = new Set(['role/pbx', 'restart/pbx', 'restart/loadbalancer']);
/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
function narrow(plan, keep) {
    const changes = plan.changes.filter(keep);
    return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 97971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TG: () => (/* binding */ until),
/* harmony export */   ZL: () => (/* binding */ Portal),
/* harmony export */   Zu: () => (/* binding */ StageError),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55772);

/** A change that could not be done, in words for an operator. */
class StageError extends Error {
    constructor(message) {
        super(message);
        this.name = 'StageError';
    }
}
/** The portal's servers as this run left them. */
class Portal {
    byRole;
    constructor(servers) {
        this.byRole = Object.fromEntries(_names__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.map((role) => [role, [...servers[role]]]));
    }
    /** An added server; the built-in one is nobody's to drain or to destroy, whatever it is called. */
    find(role, name) {
        return this.byRole[role].find((server) => server.name === name && server.type === 'EXTERNAL');
    }
    builtIn(role) {
        return this.byRole[role].find(({ type }) => type === 'INTERNAL');
    }
    of(role) {
        return this.byRole[role];
    }
    put(server) {
        this.byRole[server.role] = [...this.byRole[server.role].filter(({ id }) => id !== server.id), server];
    }
    remove(role, id) {
        this.byRole[role] = this.byRole[role].filter((server) => server.id !== id);
    }
    forServer(server) {
        return (0,_names__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(server.role) ? this.find(server.role, server.name) : undefined;
    }
}
function hostOf(run, machine) {
    return run.session.hosts.host(machine);
}
function factsOf(cluster, host, server) {
    return host.facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: server?.dataPath ?? cluster.dataPath,
        ...(server?.chatFiles && { folders: [server.chatFiles] }),
    });
}
/** Asks again and again, soon at first and then every two seconds, until `ask` gives something or the deadline is over. */
async function until(session, deadlineMs, ask) {
    const end = session.now() + deadlineMs;
    for (let pause = 150;; pause = Math.min(pause * 1.5, 2000)) {
        const answer = await ask();
        if (answer !== undefined)
            return answer;
        if (session.now() >= end || session.signal.aborted)
            return undefined;
        await session.sleep(pause, session.signal);
    }
}
//# sourceMappingURL=context.js.map

/***/ }),

/***/ 38086:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ui: () => (/* binding */ diff),
  g3: () => (/* binding */ waitsForWindow)
});

// UNUSED EXPORTS: inOrder

// EXTERNAL MODULE: ./node_modules/luxon/build/es6/luxon.mjs
var luxon = __webpack_require__(68714);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
;// CONCATENATED MODULE: ./build/src/cluster/window.js


const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whether the window is open at `atMs`. Times are wall-clock times of its zone, also on the days on which clocks change. */
function windowState(window, atMs) {
    const now = luxon/* DateTime */.c9.fromMillis(atMs, { zone: window.timezone });
    if (!now.isValid)
        throw new types/* InputError */.dz(`The maintenance window's time zone ${JSON.stringify(window.timezone)} is not known.`);
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
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/stages/firewall.js
var firewall = __webpack_require__(27698);
// EXTERNAL MODULE: ./build/src/stages/install.js + 2 modules
var install = __webpack_require__(83978);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/register.js
var register = __webpack_require__(19407);
// EXTERNAL MODULE: ./build/src/stages/remove.js
var remove = __webpack_require__(60582);
// EXTERNAL MODULE: ./build/src/stages/restart.js
var stages_restart = __webpack_require__(17843);
// EXTERNAL MODULE: ./build/src/stages/token.js
var token = __webpack_require__(54013);
// EXTERNAL MODULE: ./build/src/stages/types.js
var stages_types = __webpack_require__(93781);
;// CONCATENATED MODULE: ./build/src/stages/diff.js










/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
function diff(input) {
    const { cluster, live, options } = input;
    if (!(0,stages_types/* isReachable */.kj)(live.main)) {
        const { pbx } = cluster;
        const message = `The main server (${pbx.machine.address}) does not answer: ${live.main.unreachable}`;
        return { changes: [], findings: [{ code: 'main-unreachable', severity: 'blocking', message }] };
    }
    const stages = [(0,firewall/* diffFirewall */.Mo)(input), (0,register/* diffRegister */.P)(input), (0,install/* diffInstall */.Jm)(input), (0,token/* diffToken */.z)(input), (0,remove/* diffRemove */.MM)(input)];
    const others = stages.flatMap((stage) => stage.changes);
    builtInsAfterReplacement(others, input);
    lastOnesAfterReplacement(others, input);
    others.splice(0, Infinity, ...others.filter((change) => !isBuiltInOff(change) || hasReplacement(change, others, input)));
    const restart = (0,stages_restart/* diffRestart */.Pn)(input, others);
    const changes = [...others, ...restart.changes];
    const findings = [
        ...stages.flatMap((stage) => stage.findings),
        ...(0,stages_restart/* lastOfRole */.eS)(cluster, live, changes, options.force),
        ...windowFindings(input, changes),
    ];
    return { changes: inOrder(onlyKnownNeeds(changes)), findings };
}
/** Changes that callers notice wait for the maintenance window, where the cluster file has one. */
function waitsForWindow({ cluster, live, options }, change) {
    const { window } = cluster.restart;
    return window !== undefined && change.impact !== 'none' && !options.force && !windowState(window, live.at).open;
}
function windowFindings(input, changes) {
    const { window } = input.cluster.restart;
    // What is compared without asking anybody happens at no hour.
    if (!input.live.live)
        return [];
    if (!window || windowState(window, input.live.at).open || input.options.force)
        return [];
    const waiting = changes.filter(({ impact }) => impact !== 'none');
    if (waiting.length === 0)
        return [];
    const { opensAt } = windowState(window, input.live.at);
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
            message: `The maintenance window (${formatWindow(window)}) is closed${when}. ${waiting.length === 1 ? '1 change waits' : `${waiting.length} changes wait`} for it: ${listed(waiting.map(({ id }) => id))}`,
        },
    ];
}
function listed(ids) {
    return ids.length <= MOST_LISTED
        ? ids.join(', ')
        : `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`;
}
const MOST_LISTED = 20;
function isBuiltInOff(change) {
    return change.id.startsWith('built-in/') && change.attributes.some(({ after }) => after === 'false');
}
/** Whether anything of the role is ONLINE or comes with this plan: a built-in server that nothing replaces stays on. */
function hasReplacement(change, changes, { cluster, live }) {
    const installed = new Set(changes.map(({ id }) => id));
    return cluster.servers.some((server) => {
        if (change.id !== `built-in/${server.role}` || !server.enabled || !(0,names/* isListed */.yy)(server.role))
            return false;
        const entry = live.portal.servers[server.role].find(({ name }) => name === server.name);
        const online = entry !== undefined && live.portal.status.get(entry.id)?.status === 'ONLINE';
        const runs = isRunning(live.hosts.get(server.name), server.role);
        return online || runs || installed.has(`role/${server.name}`);
    });
}
function isRunning(facts, role) {
    return (0,stages_types/* isReachable */.kj)(facts) && facts.containers.some(({ name, running }) => running && name === roles/* ROLES */.g[role].container);
}
/** A built-in server is turned off only when all that replaces it is there. */
function builtInsAfterReplacement(changes, { cluster }) {
    for (const change of changes) {
        if (!isBuiltInOff(change))
            continue;
        const names = new Set(cluster.servers
            .filter(({ role, enabled }) => enabled && change.id === `built-in/${role}`)
            .map(({ name }) => name));
        change.needs.push(...changes
            .filter(({ id, server }) => server && names.has(server) && /^(role|server)\//.test(id))
            .map(({ id }) => id));
    }
}
/**
 * Whatever takes a server of a role from callers comes after all that gives them another: the built-in one turned on, the
 * new ones of the role serving.
 */
function lastOnesAfterReplacement(changes, { cluster }) {
    const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
    const on = new Set(changes.filter((change) => !isBuiltInOff(change)).map(({ id }) => id));
    const coming = new Map();
    for (const { id, server, stage } of changes) {
        const role = server === undefined || stage === 'remove' ? undefined : roles.get(server);
        if (role && /^(role|server)\//.test(id))
            listIn(coming, role).push(id);
    }
    for (const change of changes) {
        const isRemoval = change.stage === 'remove' && change.server !== undefined;
        if (isRemoval) {
            for (const role of names/* LISTED_ROLES */.cS)
                if (change.needs.includes(`built-in/${role}`))
                    change.needs.push(...(coming.get(role) ?? []));
        }
        const disables = change.attributes.some(({ name, after }) => name === 'enabled' && after === 'false');
        const role = roles.get(change.server ?? '');
        if (change.stage === 'register' && disables && role && on.has(`built-in/${role}`))
            change.needs.push(`built-in/${role}`);
    }
}
function onlyKnownNeeds(changes) {
    const ids = new Set(changes.map(({ id }) => id));
    return changes.map((change) => ({
        ...change,
        needs: [...new Set(change.needs)].filter((id) => ids.has(id) && id !== change.id),
    }));
}
function listIn(lists, key) {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}
/** By stage, and within it as the stage made them; whatever a change needs comes before it. */
function inOrder(changes) {
    const missing = new Map(changes.map((change) => [change.id, change.needs.length]));
    const waiting = new Map();
    for (const change of changes) {
        for (const id of change.needs)
            listIn(waiting, id).push(change);
    }
    const ready = stages_types/* STAGE_NAMES */.y1.map(() => []);
    const enqueue = (change) => ready[stages_types/* STAGE_NAMES */.y1.indexOf(change.stage)]?.push(change);
    for (const change of changes)
        if (change.needs.length === 0)
            enqueue(change);
    const ordered = [];
    for (;;) {
        const next = ready.find((bucket) => bucket.length > 0)?.shift();
        if (!next)
            break;
        ordered.push(next);
        for (const change of waiting.get(next.id) ?? []) {
            const left = (missing.get(change.id) ?? 0) - 1;
            missing.set(change.id, left);
            if (left === 0)
                enqueue(change);
        }
    }
    if (ordered.length < changes.length) {
        const circle = changes.filter((change) => !ordered.includes(change)).map(({ id }) => id);
        throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
    }
    return ordered;
}
//# sourceMappingURL=diff.js.map

/***/ }),

/***/ 52842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ ONLINE_DEADLINE_MS),
/* harmony export */   RK: () => (/* binding */ drainForGood),
/* harmony export */   WD: () => (/* binding */ online),
/* harmony export */   b8: () => (/* binding */ disable),
/* harmony export */   kv: () => (/* binding */ setEnabled),
/* harmony export */   oB: () => (/* binding */ drained),
/* harmony export */   v8: () => (/* binding */ dismissStandIns)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);
/* harmony import */ var _host_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65720);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97971);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55772);




/** Queue and IVR servers do not tell how many calls they have: those get this long, or the drain timeout if that is shorter. */
const GRACE_MS = 30_000;
const ONLINE_DEADLINE_MS = 180_000;
/** A call that was on its way to a server as it was disabled is counted a moment later. */
const QUIET_MS = 2_000;
/** A server that the PBX loses from sight for a moment still has its calls. */
const OFFLINE_MS = 10_000;
/**
 * Does `work` on a server that takes no calls meanwhile: disabled in the portal, its calls ended, something else serving its
 * role. Afterwards it is enabled again, if it was and if it answers. When it does not come back it stays disabled, so that no
 * call is sent to it, and the next run enables it.
 */
async function drained(run, server, id, work) {
    const entry = run.portal.forServer(server);
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .isListed */ .yy)(server.role) || !entry)
        return work();
    const { role } = server;
    if (!entry.enabled && !isLeftDrained(run, server.name)) {
        // It takes no new calls, and stays so; those that it has are no less calls.
        await callsEnd(run, entry, id, 'nothing was done to it');
        return work();
    }
    const release = await inTurn(run, role, async () => {
        const standIn = await secureRole(run, entry, id);
        await run.record.update((record) => ({ ...record, draining: [...new Set([...record.draining, server.name])] }));
        if (entry.enabled)
            await setEnabled(run, entry, false);
        return standIn;
    });
    try {
        await callsEnd(run, entry, id, 'nothing was done to it and it takes calls again');
    }
    catch (error) {
        await enableAgain(run, entry, release);
        throw error;
    }
    try {
        await work();
    }
    catch (error) {
        // What goes on there without us may stop it any moment: whoever comes next enables it.
        if (!mayGoOn(run, error) && (await isOnline(run, role, entry.id)))
            await enableAgain(run, entry, release);
        throw error;
    }
    await enableAgain(run, entry, release);
}
/** An interrupted run disabled it; the cluster file wants it to take calls. */
function isLeftDrained(run, name) {
    return run.record.current.draining.includes(name) && (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(run.session.cluster, name)?.enabled === true;
}
/** Whether a script may still be at work on the host although nobody waits for it any more. */
function mayGoOn(run, error) {
    return run.session.signal.aborted || (error instanceof _host_types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d && error.code !== 'command');
}
async function isOnline(run, role, id) {
    return run.session.pbx.status(role, id).then(({ status }) => status === 'ONLINE', () => false);
}
/** Disables a server for good and waits until its calls have ended. */
async function drainForGood(run, entry, id) {
    if (entry.enabled)
        await disable(run, entry, id);
    await callsEnd(run, entry, id, 'it takes no new calls any more, and the next deploy goes on with it');
}
/** No new calls for it, once another server of its role takes them. */
async function disable(run, entry, id) {
    await inTurn(run, entry.role, async () => {
        await secureRole(run, entry, id);
        await setEnabled(run, entry, false);
    });
}
async function enableAgain(run, entry, release) {
    // The portal may have a new entry of it by now.
    const now = run.portal.find(entry.role, entry.name);
    if (now)
        await setEnabled(run, now, true);
    await inTurn(run, entry.role, release);
    await run.record.update((record) => ({ ...record, draining: record.draining.filter((name) => name !== entry.name) }));
}
async function setEnabled(run, entry, enabled) {
    await run.session.pbx.updateServer(entry.role, entry.id, { enabled });
    run.portal.put({ ...entry, enabled });
}
/** Makes sure that another server of the role takes calls, the built-in one if there is no other. Gives what undoes that. */
async function secureRole(run, entry, id) {
    const { session } = run;
    const { pbx } = session;
    const nothing = () => Promise.resolve();
    const label = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[entry.role].label;
    const others = run.portal.of(entry.role).filter((other) => other.name !== entry.name && other.enabled);
    for (const other of others) {
        const { status } = await pbx.status(entry.role, other.id);
        if (status === 'ONLINE')
            return nothing;
    }
    const builtIn = run.portal.builtIn(entry.role);
    if (!builtIn) {
        if (run.options.force)
            return nothing;
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${entry.name} is the last ${label} that takes calls, and there is no built-in one to stand in; add another ${label}, or force it`);
    }
    if (builtIn.enabled) {
        if (run.options.force)
            return nothing;
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${entry.name} is the last ${label} that takes calls: the built-in one on the main server is enabled but OFFLINE; start it, or force it`);
    }
    run.progress(id, `the built-in ${label} takes calls meanwhile`);
    await setEnabled(run, builtIn, true);
    run.standIns.add(entry.role);
    const online = await (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .until */ .TG)(session, 30_000, async () => (await pbx.status(entry.role, builtIn.id)).status === 'ONLINE' ? true : undefined);
    if (!online && !run.options.force) {
        await setEnabled(run, builtIn, false);
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${entry.name} is the last ${label} that takes calls, and the built-in one on the main server does not come ONLINE; look at "pbx_ctl.sh status" there, or force it`);
    }
    return () => dismiss(run, entry.role);
}
async function dismiss(run, role) {
    const builtIn = run.portal.builtIn(role);
    if (builtIn?.enabled)
        await setEnabled(run, builtIn, false);
    run.standIns.delete(role);
}
/** Built-in servers that stood in for one that was replaced go off again where another one is ONLINE; the rest stays on. */
async function dismissStandIns(run) {
    for (const role of [...run.standIns]) {
        try {
            for (const server of run.portal.of(role)) {
                if (server.type === 'INTERNAL' || !server.enabled || !(await isOnline(run, role, server.id)))
                    continue;
                await dismiss(run, role);
                break;
            }
        }
        catch (error) {
            // All that was asked for is done; that a server too many takes calls harms nobody.
            const why = error instanceof Error ? error.message : String(error);
            run.session.log.warning(`The built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label} still takes calls, the next deploy turns it off: ${why}`);
        }
    }
}
/** `state`: what to tell of the server when its calls do not end */
async function callsEnd(run, entry, id, state) {
    const { session } = run;
    const { restart } = session.cluster;
    const timeoutMs = restart.drainTimeoutSeconds * 1000;
    const started = session.now();
    const tell = every(session, 5_000, (text) => run.progress(id, text));
    let calls = 0;
    const since = {};
    /** Whether it is as it is for long enough to be believed */
    const lasts = (what, ms) => session.now() - (since[what] ??= session.now()) >= Math.min(ms, timeoutMs);
    const ended = await (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .until */ .TG)(session, timeoutMs, async () => {
        const status = await session.pbx.status(entry.role, entry.id);
        if (status.status === 'OFFLINE')
            return lasts('offline', OFFLINE_MS) ? true : undefined;
        delete since.offline;
        calls = status.calls ?? 0;
        const waited = session.now() - started;
        if (status.calls === undefined) {
            const grace = Math.min(GRACE_MS, timeoutMs);
            if (waited >= grace)
                return true;
            tell(`${entry.name} takes no new calls; ${seconds(grace - waited)} for those it has`);
            return undefined;
        }
        if (calls === 0)
            return lasts('quiet', QUIET_MS) ? true : undefined;
        delete since.quiet;
        run.progress(id, `waiting for ${calls} ${calls === 1 ? 'call' : 'calls'} on ${entry.name} to end (${seconds(waited)} of ${seconds(timeoutMs)})`);
        return undefined;
    });
    if (session.signal.aborted)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`cancelled while calls were ending; ${state}`);
    if (ended || calls === 0)
        return;
    if (restart.onDrainTimeout === 'force' || run.options.force) {
        session.log.warning(`${entry.name} still has ${calls} calls after ${seconds(timeoutMs)}: they are cut (on_drain_timeout: force)`);
        return;
    }
    throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${entry.name} still has ${calls} ${calls === 1 ? 'call' : 'calls'} after ${seconds(timeoutMs)} (restart.drain_timeout); ${state}. Try when there are fewer calls, or set restart.on_drain_timeout: force to cut them`);
}
/** Waits until the PBX says that it sees the server. */
async function online(run, server, id) {
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .isListed */ .yy)(server.role))
        return;
    const { role } = server;
    const entry = run.portal.find(role, server.name);
    if (!entry)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${server.name} runs, but is not in the portal`);
    run.progress(id, 'waiting for ONLINE in the portal');
    const seen = await (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .until */ .TG)(run.session, ONLINE_DEADLINE_MS, async () => (await run.session.pbx.status(role, entry.id)).status === 'ONLINE' ? true : undefined);
    if (run.session.signal.aborted && !seen)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu('cancelled while it was waited for');
    if (!seen) {
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${server.name} runs, but the PBX does not see it: still OFFLINE after ${seconds(ONLINE_DEADLINE_MS)}. Its name must be the same in the portal and on the host, and the main server's firewall must trust its address (sudo firewall-cmd --zone=trusted --list-sources)`);
    }
}
/** Passes on what is told now and then, not each time. */
function every(session, ms, tell) {
    let next = -Infinity;
    return (text) => {
        if (session.now() < next)
            return;
        next = session.now() + ms;
        tell(text);
    };
}
async function inTurn(run, role, work) {
    const before = run.turns.get(role) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    run.turns.set(role, mine);
    return mine;
}
function seconds(ms) {
    const total = Math.round(ms / 1000);
    return total < 120 ? `${total} s` : `${Math.round(total / 60)} min`;
}
//# sourceMappingURL=drain.js.map

/***/ }),

/***/ 27698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ applySource),
/* harmony export */   Mo: () => (/* binding */ diffFirewall),
/* harmony export */   Ur: () => (/* binding */ applyWhitelist),
/* harmony export */   qY: () => (/* binding */ WHITELIST_EXPIRY)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _same__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8560);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93781);



/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
const WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;
/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
function diffFirewall({ cluster, live }) {
    const changes = [];
    const findings = [];
    if ((0,_types__WEBPACK_IMPORTED_MODULE_2__/* .isReachable */ .kj)(live.main) && live.main.firewall) {
        const firewall = live.main.firewall;
        if (!firewall.running) {
            findings.push({
                code: 'firewalld-not-running',
                severity: 'blocking',
                message: 'firewalld does not run on the main server; start it with: sudo systemctl enable --now firewalld',
            });
        }
        else {
            const wanted = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster);
            const owned = live.record?.firewall ?? [];
            // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
            const kept = new _same__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .IV(wanted.map((source) => [source, true]));
            const leaving = new _same__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .IV(owned.filter((source) => !kept.has(source)).map((source) => [source, true]));
            const staying = (sources) => new _same__WEBPACK_IMPORTED_MODULE_1__/* .Networks */ .aX(sources.filter((source) => !leaving.has(source)).map((source) => [source, source]));
            const permanent = staying(firewall.trusted.permanent);
            const runtime = staying(firewall.trusted.runtime);
            const zones = new _same__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .IV(Object.entries(firewall.otherZones));
            const servers = new _same__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .IV(cluster.servers.map((server) => [server.address, server]));
            for (const source of wanted) {
                const server = servers.get(source);
                const zone = zones.get(source);
                if (zone) {
                    findings.push({
                        code: 'zone-conflict',
                        severity: 'blocking',
                        ...(server && { server: server.name }),
                        message: `${source} is a source of the firewalld zone "${zone}" on the main server and cannot be trusted as well; if that zone does not need it: sudo firewall-cmd --permanent --zone=${zone} --remove-source=${source} && sudo firewall-cmd --reload`,
                    });
                    continue;
                }
                const stored = permanent.holding(source);
                const active = runtime.holding(source).length > 0;
                if (stored.length > 0 && active)
                    continue;
                const reason = stored.length > 0
                    ? 'trusted after the next reload only: not active now'
                    : active
                        ? 'trusted now, but lost at the next reload'
                        : 'not a trusted source on the main server yet';
                changes.push({
                    id: `firewall/${source}`,
                    stage: 'firewall',
                    // Whoever stored it, it was not this run: to make it active does not make it ours.
                    action: stored.some((have) => (0,_same__WEBPACK_IMPORTED_MODULE_1__/* .sameCidr */ .VW)(have, source)) ? 'update' : 'create',
                    ...(server && { server: server.name }),
                    reason,
                    impact: 'none',
                    needs: [],
                    attributes: [{ name: 'trusted source', after: source }],
                });
            }
            const known = new _same__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .IV([...wanted, ...owned].map((source) => [source, true]));
            const foreign = firewall.trusted.permanent.filter((source) => !known.has(source));
            if (foreign.length > 0) {
                findings.push({
                    code: 'unmanaged-source',
                    severity: 'note',
                    message: `Trusted sources on the main server that the cluster file does not know are left alone: ${foreign.join(', ')}`,
                });
            }
        }
    }
    const filters = new _same__WEBPACK_IMPORTED_MODULE_1__/* .Networks */ .aX(live.portal.ipFilters.map((filter) => [filter.cidr, filter]));
    for (const server of cluster.servers)
        diffWhitelist(server, filters, live.at, changes, findings);
    return { changes, findings };
}
function diffWhitelist(server, filters, now, changes, findings) {
    const cidr = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .hostCidr */ .HJ)(server.address);
    const holding = filters.holding(cidr);
    const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
    if (denied) {
        findings.push({
            code: 'address-denied',
            severity: 'blocking',
            server: server.name,
            message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${server.address}; delete that entry on the portal's IP Blacklist page`,
        });
    }
    const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
    if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS)))
        return;
    const own = accepting.find((filter) => (0,_same__WEBPACK_IMPORTED_MODULE_1__/* .sameCidr */ .VW)(filter.cidr, cidr));
    changes.push({
        id: `whitelist/${cidr}`,
        stage: 'firewall',
        action: own ? 'update' : 'create',
        server: server.name,
        reason: own ? 'its whitelist entry runs out' : 'not in the PBX’s IP whitelist yet: its requests would be throttled',
        impact: 'none',
        needs: [],
        attributes: own
            ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: WHITELIST_EXPIRY }]
            : [{ name: 'accepted address', after: cidr }],
    });
}
function expired(filter, at) {
    const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
    return end <= at;
}
/** Adds or removes one trusted source; those that are asked for together share one reload. */
async function applySource(change, run) {
    const source = change.id.slice('firewall/'.length);
    await run.firewall.change(change.action === 'delete' ? 'remove' : 'add', source);
}
async function applyWhitelist(change, run) {
    const { pbx, cluster } = run.session;
    const cidr = change.id.slice('whitelist/'.length);
    const filter = {
        cidr,
        target: 'ACCEPT',
        expireAt: WHITELIST_EXPIRY,
        description: `${cluster.name}: ${change.server ?? cidr}`.slice(0, 255),
    };
    // As this run found it once it had the lock. To read the list again for each entry would be thousands of calls.
    const have = run.live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && (0,_same__WEBPACK_IMPORTED_MODULE_1__/* .sameCidr */ .VW)(entry.cidr, cidr));
    if (change.action === 'delete') {
        for (const entry of have)
            await pbx.destroyIpFilter(entry.id);
        return;
    }
    const [entry] = have;
    if (entry)
        await pbx.updateIpFilter(entry.id, filter);
    else
        await pbx.createIpFilter(filter);
}
//# sourceMappingURL=firewall.js.map

/***/ }),

/***/ 83978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pf: () => (/* binding */ applyRole),
  Jm: () => (/* binding */ diffInstall),
  fc: () => (/* binding */ disturbance),
  lo: () => (/* binding */ inTurn),
  JR: () => (/* binding */ isUpgrade),
  Uv: () => (/* binding */ letCallsEnd),
  Su: () => (/* binding */ pbxAnswers),
  Ks: () => (/* binding */ pullImages),
  kU: () => (/* binding */ untilUp)
});

// UNUSED EXPORTS: pbxContainer, roleProblems

// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/build.js
var build = __webpack_require__(75487);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/host/commands.js
var commands = __webpack_require__(77471);
// EXTERNAL MODULE: ./build/src/stages/context.js
var context = __webpack_require__(97971);
// EXTERNAL MODULE: ./build/src/stages/drain.js
var drain = __webpack_require__(52842);
;// CONCATENATED MODULE: ./build/src/stages/image.js

/** The difference between what runs and what is wanted; names are compared as docker resolves them. */
function imageDifference(container, wanted) {
    return (0,commands/* imageName */.tO)(container.image) === (0,commands/* imageName */.tO)(wanted)
        ? undefined
        : { name: 'image', before: container.image, after: wanted };
}
/** The numbers of an image's tag: `portsip/pbx:22.3` is [22, 3]; undefined when the tag is not a version. */
function versionOf(image) {
    const tag = /:v?(\d+(?:\.\d+)*)(?:[-+@].*)?$/.exec(image)?.[1];
    return tag?.split('.').map(Number);
}
/** Whether `running` ("22.6.0") is older than `wanted` ([22]) as far as `wanted` says. */
function olderThan(running, wanted) {
    const have = running.split('.').map(Number);
    for (const [index, number] of wanted.entries()) {
        const part = have[index] ?? 0;
        if (part !== number)
            return part < number;
    }
    return false;
}
//# sourceMappingURL=image.js.map
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/same.js
var same = __webpack_require__(8560);
;// CONCATENATED MODULE: ./build/src/stages/preflight.js


/** Packages of which PortSIP's guide says that they must not be on a server, and that break it when they are. */
const BREAKING = ['postgresql'];
/** A pulled image, its layers and the logs of the first days; below that an install fails half way. */
const LEAST_FREE_MIB = 5 * 1024;
const LOW_FREE_MIB = 20 * 1024;
/** What the guide wants of a host before a role is installed on it. Pure. */
function preflight(cluster, server, facts, allowUndersized) {
    const findings = [];
    const say = (severity, code, message) => findings.push({ code, severity, server: server.name, message });
    const spec = roles/* ROLES */.g[server.role];
    if (!['x86_64', 'amd64', 'aarch64', 'arm64'].includes(facts.arch))
        say('blocking', 'host-architecture', `${server.name} is a ${facts.arch} machine; PortSIP needs a 64-bit one`);
    const supported = Object.hasOwn(SUPPORTED_OS, facts.os.id) ? SUPPORTED_OS[facts.os.id] : undefined;
    if (!supported) {
        say('blocking', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports Ubuntu 22.04, Ubuntu 24.04 and Debian 12`);
    }
    else if (!supported.includes(facts.os.version)) {
        say('warning', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports Ubuntu 22.04, Ubuntu 24.04 and Debian 12`);
    }
    if (!facts.docker.installed)
        say('blocking', 'docker-missing', `Docker is not installed on ${server.name}; install it the way PortSIP's guide says (install_docker.sh)`);
    else if (!facts.docker.running)
        say('blocking', 'docker-down', `Docker does not run on ${server.name}; start it with: sudo systemctl enable --now docker`);
    else if (!facts.docker.composeVersion)
        say('blocking', 'compose-missing', `Docker on ${server.name} has no Compose plugin; install docker-compose-plugin`);
    if (!facts.scripts.includes(spec.script))
        say('blocking', 'script-missing', `${spec.script} is not in ${cluster.scriptsPath} on ${server.name}; run PortSIP's init.sh there first`);
    const other = facts.containers.find((container) => {
        const role = roles/* ROLE_CONTAINERS */.K.get(container.name);
        return role !== undefined && role !== server.role;
    });
    if (facts.containers.some((container) => container.name === 'portsip.callmanager')) {
        say('blocking', 'pbx-on-host', `The PBX itself runs on ${server.name} (${server.address}); a cluster server needs a host of its own`);
    }
    else if (other) {
        const role = roles/* ROLE_CONTAINERS */.K.get(other.name) ?? 'media';
        say('blocking', 'other-role', `${server.name} (${server.address}) already runs a ${roles/* ROLES */.g[role].label} (${other.name}), and a host can have one role only; where this project put it there under a name that left the cluster file, this deploy removes it and the next one installs ${server.name}; otherwise remove it on the host: ${roles/* ROLES */.g[role].script} rm`);
    }
    for (const name of facts.conflicts) {
        const message = `${name} is on ${server.name}; PortSIP's guide says that it must not be`;
        say(BREAKING.includes(name) ? 'blocking' : 'warning', 'conflicting-software', message);
    }
    const skewSeconds = Math.round(facts.clockSkewMs / 1000);
    if (Math.abs(skewSeconds) > 300)
        say('blocking', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s; synchronise it (timedatectl set-ntp true)`);
    else if (Math.abs(skewSeconds) > 10)
        say('warning', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s`);
    if (facts.clockSynchronized === false)
        say('warning', 'clock-not-synchronized', `The clock of ${server.name} is not synchronised (timedatectl set-ntp true)`);
    if (facts.addresses.length > 0 &&
        server.privateIp &&
        !facts.addresses.some((have) => (0,same/* sameAddress */.xU)(have, server.privateIp)))
        say('warning', 'address-not-on-host', `${server.privateIp} is not an address of the machine that answers for ${server.name} (${facts.addresses.join(', ')})`);
    if (facts.disk.freeMiB < LEAST_FREE_MIB)
        say('blocking', 'disk-full', `${server.name} has ${gib(facts.disk.freeMiB)} GiB free for ${facts.disk.path}; the image alone needs ${gib(LEAST_FREE_MIB)}`);
    else if (facts.disk.freeMiB < LOW_FREE_MIB)
        say('warning', 'disk-low', `${server.name} has only ${gib(facts.disk.freeMiB)} GiB free for ${facts.disk.path}`);
    if (server.chatFiles && facts.folders[server.chatFiles] === false)
        say('blocking', 'chat-files-missing', `${server.chatFiles} does not exist on ${server.name}; create it first: sudo mkdir -p ${server.chatFiles}`);
    if (spec.minimum) {
        for (const short of below(facts, spec.minimum))
            say(allowUndersized ? 'warning' : 'blocking', 'undersized', `${server.name} has ${short}; a ${spec.label} needs at least ${sizing(spec.minimum)}`);
    }
    if (spec.recommended && (!spec.minimum || below(facts, spec.minimum).length === 0)) {
        for (const short of below(facts, spec.recommended))
            say('warning', 'below-recommended', `${server.name} has ${short}; for a ${spec.label} ${sizing(spec.recommended)} are recommended`);
    }
    return findings;
}
const SUPPORTED_OS = { ubuntu: ['22.04', '24.04'], debian: ['12'] };
/** What is too small, with a tolerance: a "16 GB" machine shows 15.6 GiB, a "128 GB" disk 117 GiB. */
function below(facts, size) {
    const short = [];
    if (facts.cpus < size.cpus)
        short.push(`${facts.cpus} vCPU`);
    if (facts.memoryMiB < size.memoryGiB * 1024 * 0.9)
        short.push(`${gib(facts.memoryMiB)} GiB of memory`);
    if (facts.disk.totalMiB < size.diskGiB * 1024 * 0.85)
        short.push(`a disk of ${gib(facts.disk.totalMiB)} GiB`);
    return short;
}
function sizing({ cpus, memoryGiB, diskGiB }) {
    return `${cpus} vCPU, ${memoryGiB} GB of memory and ${diskGiB} GB of disk`;
}
function gib(mib) {
    return (mib / 1024).toFixed(mib < 10 * 1024 ? 1 : 0);
}
//# sourceMappingURL=preflight.js.map
// EXTERNAL MODULE: ./build/src/stages/remove.js
var remove = __webpack_require__(60582);
// EXTERNAL MODULE: ./build/src/stages/record.js
var stages_record = __webpack_require__(23307);
// EXTERNAL MODULE: ./build/src/stages/script.js
var script = __webpack_require__(40501);
// EXTERNAL MODULE: ./build/src/stages/types.js
var types = __webpack_require__(93781);
;// CONCATENATED MODULE: ./build/src/stages/install.js














const UPGRADE_REASON = 'the cluster file wants another image';
/** The roles on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
function diffInstall(input) {
    const { cluster, live, options } = input;
    const diff = { changes: [], findings: [] };
    const pbx = diffPbxImage(input, diff);
    const leaving = new Map((0,remove/* moved */.aW)(cluster, live.record).map((old) => [old.name, old]));
    for (const server of [...cluster.servers].sort(names/* inRoleOrder */.Mg)) {
        const facts = live.hosts.get(server.name);
        if (!(0,types/* isReachable */.kj)(facts)) {
            if (!options.gone.includes(server.name)) {
                diff.findings.push({
                    code: 'host-unreachable',
                    severity: 'blocking',
                    server: server.name,
                    message: facts?.unreachable ?? `${server.name} (${server.address}) was not looked at`,
                });
            }
            continue;
        }
        const old = leaving.get(server.name);
        const change = diffRole(cluster, server, facts, old, input);
        if (!change)
            continue;
        diff.changes.push(change);
        if (old)
            diff.findings.push(...unreachableOldHost(server, old, input));
        if (change.action !== 'update') {
            diff.findings.push(...preflight(cluster, server, facts, options.allowUndersized), ...notes(server, input));
        }
        if (pbx)
            change.needs.push(pbx.id);
    }
    serialize(diff.changes, cluster);
    return diff;
}
function unreachableOldHost(server, old, { live, options }) {
    const facts = live.hosts.get((0,remove/* oldHost */.UJ)(old));
    if ((0,types/* isReachable */.kj)(facts) || options.gone.includes(server.name))
        return [];
    return [
        {
            code: 'host-unreachable',
            severity: 'blocking',
            server: server.name,
            message: `${server.name} moved, but its old host ${old.address} does not answer (${facts?.unreachable ?? 'not looked at'}): a second server of that name could come up there; when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
        },
    ];
}
function diffRole(cluster, server, facts, old, input) {
    const spec = roles/* ROLES */.g[server.role];
    const container = facts.containers.find((candidate) => candidate.name === spec.container);
    const change = {
        id: `role/${server.name}`,
        stage: 'install',
        server: server.name,
        needs: prerequisites(cluster, server),
    };
    const left = old && input.live.hosts.get((0,remove/* oldHost */.UJ)(old));
    if (old && (0,types/* isReachable */.kj)(left) && left.containers.some(({ name }) => name === spec.container)) {
        return {
            ...change,
            action: 'replace',
            reason: `it moves from ${old.address} to ${server.address}`,
            impact: isAwaited(server, input.live) ? 'none' : disturbance(server.role),
            attributes: [{ name: 'address', before: old.address, after: server.address }],
        };
    }
    if (!container) {
        return {
            ...change,
            action: 'create',
            reason: `no ${spec.label} runs on ${server.address} yet`,
            impact: 'none',
            attributes: [
                { name: 'role', after: server.role },
                { name: 'image', after: server.image },
                ...ownSettings(server),
            ],
        };
    }
    const image = imageDifference(container, server.image);
    const attributes = [
        ...(0,commands/* roleConfigDifferences */.Pb)(cluster, server, facts).filter(({ name }) => name !== 'image'),
        ...(image ? [image] : []),
    ];
    const reasons = [
        ...(image ? [UPGRADE_REASON] : []),
        ...(attributes.length > (image ? 1 : 0) ? ['it runs with other values than the cluster file has'] : []),
        ...(container.running ? [] : ['its container does not run']),
        ...brokenCompanions(server.role, facts).map((name) => `${name}, which belongs to it, does not run`),
        ...rotated(server, input),
        ...(server.role === 'dataflow' ? pbxUpgraded(container, input) : []),
    ];
    if (reasons.length === 0)
        return undefined;
    return {
        ...change,
        action: 'update',
        reason: reasons.join('; '),
        impact: attributes.some(({ name }) => name === 'name') && isAwaited(server, input.live)
            ? 'none'
            : recreateImpact(server, container),
        attributes,
    };
}
/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited(server, { portal }) {
    if (!(0,names/* isListed */.yy)(server.role))
        return false;
    const entry = portal.servers[server.role].find(({ name, type }) => name === server.name && type === 'EXTERNAL');
    if (!entry || !(0,same/* sameAddress */.xU)(entry.privateIp ?? entry.publicIp, server.address))
        return false;
    return portal.status.get(entry.id)?.status !== 'ONLINE';
}
/** What a new server is installed with and no other change shows: two plans that differ in it are not the same. */
function ownSettings({ role, dataPath, chatFiles, clickhouseImage, publicIp }) {
    const settings = {
        data_path: dataPath === build/* DEFAULTS */.z.data_path ? undefined : dataPath,
        chat_files: chatFiles,
        clickhouse_image: clickhouseImage === build/* DEFAULTS */.z.clickhouse_image ? undefined : clickhouseImage,
        public_ip: role === 'dataflow' ? publicIp : undefined,
    };
    return Object.entries(settings).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}
/** A server that is not running disturbs nobody when it is started. */
function recreateImpact(server, container) {
    return container.running ? disturbance(server.role) : 'none';
}
/** What callers notice while a drained server of the role is away. Queue and IVR do not tell how many calls they have. */
function disturbance(role) {
    if (role === 'im')
        return 'messaging';
    if (role === 'dataflow')
        return 'analytics';
    return role === 'media' || role === 'meeting' ? 'new-calls' : 'active-calls';
}
function rotated(server, { live, options }) {
    if (server.role === 'dataflow') {
        const owed = (0,names/* has */.zy)(live.record?.recreate, server.name) && live.record?.recreate[server.name];
        if (owed)
            return [owed];
        return options.rotate.includes('dataflow')
            ? ['a new token was issued, and it signs in with it only when it is created anew']
            : [];
    }
    if (server.role !== 'im')
        return [];
    if (options.rotate.includes('im'))
        return ['its token is replaced'];
    if (live.portal.imToken === 'none')
        return ['its token no longer exists on the PBX'];
    return live.imTokenInUse === false ? ['the portal has a newer token than it runs with'] : [];
}
/** Data Flow must be created anew after the PBX was upgraded: it was created when another PBX version ran. */
function pbxUpgraded(container, { live, cluster }) {
    const upgrading = cluster.pbx.image !== undefined && pbxImageDifference({ live, cluster }) !== undefined;
    const main = (0,types/* isReachable */.kj)(live.main) ? pbxContainer(live.main) : undefined;
    const upgradedLater = main?.version && container.version && main.version !== container.version && main.createdAt > container.createdAt;
    return upgrading || upgradedLater ? ['the PBX is upgraded, and Data Flow must be created anew after that'] : [];
}
function pbxContainer(main) {
    return main.containers.find(({ name }) => name === 'portsip.callmanager');
}
function pbxImageDifference({ cluster, live }) {
    const running = (0,types/* isReachable */.kj)(live.main) ? pbxContainer(live.main) : undefined;
    return running && cluster.pbx.image ? imageDifference(running, cluster.pbx.image) : undefined;
}
function diffPbxImage(input, { changes, findings }) {
    const { cluster, live } = input;
    const difference = pbxImageDifference(input);
    if (difference) {
        const change = {
            id: 'role/pbx',
            stage: 'install',
            action: 'update',
            reason: 'the cluster file wants another image of the PBX itself',
            impact: 'active-calls',
            needs: [],
            attributes: [difference],
        };
        changes.push(change);
        return change;
    }
    const version = (0,types/* isReachable */.kj)(live.main) ? pbxContainer(live.main)?.version : undefined;
    for (const image of new Set(cluster.servers.map((server) => server.image))) {
        const wanted = versionOf(image);
        if (version && wanted && olderThan(version, wanted)) {
            findings.push({
                code: 'pbx-older',
                severity: 'blocking',
                message: `The PBX runs version ${version}, which is older than ${image}; upgrade it first (set pbx.image in the cluster file, or do it by hand)`,
            });
        }
    }
    return undefined;
}
/** Everything that must be in place before a server's script runs; those that are in place already are not in the plan. */
function prerequisites(cluster, server) {
    const { firewallTrust: trust } = cluster;
    const sources = trust === 'servers' ? [server.address] : trust.filter((cidr) => (0,addresses/* covers */.hU)(cidr, server.address));
    return [
        ...sources.map((source) => `firewall/${(0,addresses/* normalise */.j7)(source)}`),
        `whitelist/${(0,addresses/* hostCidr */.HJ)(server.address)}`,
        `server/${server.name}`,
        ...(server.role === 'im' ? ['token/im'] : []),
        ...(server.role === 'dataflow' ? ['token/dataflow'] : []),
    ];
}
/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialize(changes, cluster) {
    const disturbing = changes.filter((change) => change.impact !== 'none' && change.server);
    const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
    inTurn(disturbing.map((change) => ({ change, role: roles.get(change.server ?? '') ?? 'media' })), cluster.restart.maxUnavailable);
}
/**
 * Makes changes wait for each other: server i of a role for server i - maxUnavailable, and the first ones of a role for the
 * last ones of the role before. `changes` are in role order.
 */
function inTurn(changes, maxUnavailable, after = []) {
    let previous = after;
    for (const role of new Set(changes.map((entry) => entry.role))) {
        const turn = changes.filter((entry) => entry.role === role).map(({ change }) => change);
        turn.forEach((change, index) => {
            const before = turn[index - maxUnavailable];
            change.needs.push(...(before ? [before.id] : previous));
        });
        previous = turn.slice(-maxUnavailable).map(({ id }) => id);
    }
}
function notes(server, { options }) {
    const findings = [];
    const spec = roles/* ROLES */.g[server.role];
    if (spec.cloudPorts) {
        findings.push({
            code: 'cloud-firewall',
            severity: 'note',
            server: server.name,
            message: `If ${server.name} is in a cloud, open ${spec.cloudPorts} to ${server.publicIp ?? server.address} in its security group: no script can do that`,
        });
    }
    if (server.role === 'dataflow' && !options.dataflowTokenPath) {
        findings.push({
            code: 'dataflow-token',
            severity: 'note',
            server: server.name,
            message: 'PortSIP publishes no way to issue a Data Flow token; in the portal: Servers > Data Flow > default server > Generate Token',
        });
    }
    return findings;
}
/** For verification after an apply: what of the role is still not as wanted. */
/** Containers that a role brings along and that are missing or do not run: IM takes no files without its web server. */
function brokenCompanions(role, facts) {
    return roles/* ROLES */.g[role].companions.filter((name) => !facts.containers.some((other) => other.name === name && other.running));
}
/** How long the containers of a role may take to be up after the script has ended. */
function upDeadlineMs(role) {
    // Companions wait for each other's health checks.
    return roles/* ROLES */.g[role].companions.length > 0 ? 120_000 : 15_000;
}
function roleProblems(cluster, server, facts) {
    const spec = roles/* ROLES */.g[server.role];
    const container = facts.containers.find(({ name }) => name === spec.container);
    if (!container)
        return [`container ${spec.container} does not exist`];
    const image = imageDifference(container, server.image);
    return [
        ...(container.running ? [] : [`container ${spec.container} does not run`]),
        ...brokenCompanions(server.role, facts).map((name) => `container ${name} does not run`),
        ...[
            ...(0,commands/* roleConfigDifferences */.Pb)(cluster, server, facts).filter(({ name }) => name !== 'image'),
            ...(image ? [image] : []),
        ].map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, wanted ${after ?? 'not set'}`),
    ];
}
/** Installs, recreates or upgrades a role and looks whether it really runs as wanted. */
async function applyRole(change, run) {
    const { cluster } = run.session;
    if (change.id === 'role/pbx')
        return upgradePbx(change, run);
    const server = (0,names/* findServer */.Fm)(cluster, change.server);
    if (!server)
        throw new context/* StageError */.Zu(`${change.server ?? change.id} is not in the cluster file`);
    const token = server.role === 'im' ? await imToken(run) : undefined;
    const install = async () => {
        if (change.action === 'update')
            await recreate(change, run, server, token);
        else {
            if (change.action === 'replace')
                await leaveOldHost(change, run, server);
            const command = (0,commands/* controlCommand */.jw)(cluster, server, 'run', token ? { token } : {});
            await (0,script/* runScript */.j)(run, command, about(change, server, 'install'));
        }
        await verifyRole(change, run, server);
        await (0,drain/* online */.WD)(run, server, change.id);
    };
    // Where nothing runs yet there is nothing to drain.
    return change.action === 'create' ? install() : (0,drain/* drained */.oB)(run, server, change.id, install);
}
/** A server that moves is uninstalled where it was: two that report by one name confuse the PBX. */
async function leaveOldHost(change, run, server) {
    const { cluster } = run.session;
    const old = (0,remove/* moved */.aW)(cluster, run.record.current).find(({ name }) => name === server.name);
    if (!old)
        return;
    await letCallsEnd(change, run, (0,remove/* asServer */.wC)(old, cluster), server);
    const command = (0,commands/* controlCommand */.jw)(cluster, (0,remove/* asServer */.wC)(old, cluster), 'rm');
    await (0,script/* runScript */.j)(run, command, about(change, server, `leave-${old.address.replaceAll(':', '-')}`));
}
/**
 * Queue and IVR servers do not tell the PBX how many calls they have. Their script's `stop` gives calls five minutes to end,
 * where recreating, upgrading and removing give them ten seconds: so it comes first.
 */
async function letCallsEnd(change, run, on, server) {
    if (server.role !== 'queue' && server.role !== 'ivr')
        return;
    if (change.impact === 'none')
        return;
    run.progress(change.id, 'stopping; calls get five minutes to end');
    await (0,script/* runScript */.j)(run, (0,commands/* controlCommand */.jw)(run.session.cluster, on, 'stop'), {
        id: change.id,
        key: `stop-${server.name}`,
        title: `stop ${server.name} (${roles/* ROLES */.g[server.role].label})`,
    });
}
async function recreate(change, run, server, token) {
    const { cluster } = run.session;
    const options = token ? { token } : {};
    await letCallsEnd(change, run, server, server);
    const onlyImage = change.attributes.length > 0 && change.attributes.every(({ name }) => name === 'image');
    if (server.role === 'dataflow') {
        // The vendor has Data Flow deleted and created anew; its data stays on the disk.
        await (0,script/* runScript */.j)(run, (0,commands/* controlCommand */.jw)(cluster, server, 'rm'), about(change, server, 'delete'));
    }
    else if (onlyImage && change.reason === UPGRADE_REASON) {
        return (0,script/* runScript */.j)(run, (0,commands/* controlCommand */.jw)(cluster, server, 'upgrade'), about(change, server, 'upgrade'));
    }
    return (0,script/* runScript */.j)(run, (0,commands/* controlCommand */.jw)(cluster, server, 'run', options), about(change, server, 'recreate'));
}
/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched: then nothing is stopped anywhere.
 */
async function pullImages(changes, run) {
    const { cluster } = run.session;
    const upgrades = changes.filter(isUpgrade);
    const results = await Promise.allSettled(upgrades.map(async (change) => {
        const machine = (0,names/* findServer */.Fm)(cluster, change.server) ?? cluster.pbx.machine;
        const image = change.attributes.find(({ name }) => name === 'image')?.after ?? cluster.image;
        run.progress(change.id, `pulling ${image}`);
        const command = { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
        await (0,script/* runScript */.j)(run, command, {
            id: change.id,
            key: `pull-${machine.name}`,
            title: `pull ${image} to ${machine.name}`,
        });
    }));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failures.length === 0)
        return;
    const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
    throw new context/* StageError */.Zu(`An image could not be fetched, so no server was stopped: ${why}`);
}
/** Whether something that runs is stopped for another image. */
function isUpgrade({ id, action, attributes }) {
    return id.startsWith('role/') && action === 'update' && attributes.some(({ name }) => name === 'image');
}
/** Waits until a role runs as wanted. Without `facts` it did not; `problems` are then what was wrong last. */
async function untilUp(run, server) {
    const { cluster } = run.session;
    let problems = [];
    const facts = await (0,context/* until */.TG)(run.session, upDeadlineMs(server.role), async () => {
        const seen = await (0,context/* factsOf */.xS)(cluster, (0,context/* hostOf */.w4)(run, server), server);
        problems = roleProblems(cluster, server, seen);
        return problems.length === 0 ? seen : undefined;
    });
    return { ...(facts && { facts }), problems };
}
async function verifyRole(change, run, server) {
    run.progress(change.id, 'looking whether it runs as wanted');
    const { facts, problems } = await untilUp(run, server);
    const startedAt = facts?.containers.find(({ name }) => name === roles/* ROLES */.g[server.role].container)?.startedAt;
    // An owed restart is known to have happened by the container's start: from now on there is one to compare with.
    if (startedAt)
        await run.record.update((record) => (0,stages_record/* owedSince */.Su)(record, `restart/${server.name}`, startedAt));
    if (!facts)
        throw new context/* StageError */.Zu(`The script on ${server.name} ended without an error, but ${problems.join('; ')}`);
}
async function imToken(run) {
    const token = run.options.imToken ?? run.tokens.im ?? (await run.session.pbx.imToken());
    if (!token)
        throw new context/* StageError */.Zu('The portal has issued no IM token yet: the token stage (action issue-token) must run first');
    run.session.secrets.add(token);
    return token;
}
async function upgradePbx(change, run) {
    const { session } = run;
    await (0,script/* runScript */.j)(run, (0,commands/* pbxCommand */.sc)(session.cluster, 'upgrade'), {
        id: change.id,
        key: 'upgrade-pbx',
        title: 'upgrade the PBX',
    });
    run.progress(change.id, 'waiting for the PBX to answer');
    await pbxAnswers(run);
}
/** After its restart the PBX takes a while until its API answers. */
async function pbxAnswers(run) {
    const answered = await (0,context/* until */.TG)(run.session, 600_000, () => run.session.pbx.servers('media').then(() => true, () => undefined));
    if (!answered)
        throw new context/* StageError */.Zu('The PBX was restarted, but its API does not answer after 10 minutes; see "pbx_ctl.sh status" on the main server');
}
function about(change, server, verb) {
    return {
        id: change.id,
        key: `${verb}-${server.name}`,
        title: `${verb} ${server.name} (${roles/* ROLES */.g[server.role].label})`,
    };
}
//# sourceMappingURL=install.js.map

/***/ }),

/***/ 55772:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ findServer),
/* harmony export */   Mg: () => (/* binding */ inRoleOrder),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   cS: () => (/* binding */ LISTED_ROLES),
/* harmony export */   yy: () => (/* binding */ isListed),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);

const LISTED_ROLES = ['media', 'queue', 'meeting', 'ivr'];
function isListed(role) {
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].collection !== undefined;
}
/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
function has(things, name) {
    return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}
function findServer(cluster, name) {
    return cluster.servers.find((server) => server.name === name);
}
/** media, queue, meeting, ivr, im, dataflow: PortSIP's restart order; then by name. */
function inRoleOrder(a, b) {
    return ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || compare(a.name, b.name);
}
const ORDER = ['media', 'queue', 'meeting', 'ivr', 'im', 'dataflow'];
/** `media-2` before `media-10`; the same everywhere, whatever the locale of the runner. */
function compare(a, b) {
    const [left, right] = [parts(a), parts(b)];
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const [x = '', y = ''] = [left[index], right[index]];
        const order = index % 2 === 1 ? inNumber(x, y) : inText(x, y);
        if (order !== 0)
            return order;
    }
    return left.length - right.length || inText(a, b);
}
/** Text and digits in turn. */
function parts(name) {
    return name.split(/(\d+)/);
}
/** Digits of any length */
function inNumber(a, b) {
    const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
    return x.length - y.length || inText(x, y);
}
function inText(a, b) {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    if (x !== y)
        return x < y ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
//# sourceMappingURL=names.js.map

/***/ }),

/***/ 23307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   FR: () => (/* binding */ emptyRecord),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Su: () => (/* binding */ owedSince),
/* harmony export */   _z: () => (/* binding */ RecordKeeper),
/* harmony export */   y6: () => (/* binding */ forget)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49058);
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77278);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55772);
/* harmony import */ var _restart__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17843);





function emptyRecord(cluster) {
    return {
        version: 1,
        cluster,
        servers: {},
        firewall: [],
        whitelist: [],
        builtInDisabled: [],
        restarts: {},
        recreate: {},
        draining: [],
        time: '',
    };
}
/**
 * Reads the record's text. A damaged one counts as lost, which removes nothing; one of a newer release is refused, since
 * writing it back would lose what that release keeps in it.
 */
function parseRecord(text, cluster) {
    if (text === undefined)
        return {};
    const lost = (why) => ({
        finding: {
            code: 'record-lost',
            severity: 'warning',
            message: `The record on the main server (/var/lib/portsip-cluster/${cluster}.json) ${why}: nothing will be removed, since it is not known what this project put there`,
        },
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return lost('is damaged');
    }
    if (!isObject(value))
        return lost('is damaged');
    if (typeof value['version'] === 'number' && value['version'] > 1) {
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`The record on the main server was written by a newer release (format ${value['version']}): use that release or a later one`);
    }
    if (value['version'] !== 1 || value['cluster'] !== cluster)
        return lost('is of another cluster or format');
    return { record: { ...emptyRecord(cluster), ...cleaned(value) } };
}
/** Only what has the right shape: the file may have been edited by hand. */
function cleaned(value) {
    const strings = (list) => [
        ...new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
    ];
    const texts = (object) => Object.fromEntries(Object.entries(isObject(object) ? object : {}).filter((entry) => typeof entry[1] === 'string'));
    const servers = Object.entries(isObject(value['servers']) ? value['servers'] : {}).filter(([, server]) => isObject(server) &&
        typeof server['address'] === 'string' &&
        _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.some((role) => role === server['role']) &&
        isObject(server['ssh']) &&
        typeof server['ssh']['user'] === 'string' &&
        typeof server['ssh']['port'] === 'number' &&
        (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(server['address']) &&
        [server['privateIp'], server['publicIp']].every((ip) => ip === undefined || typeof ip === 'string') &&
        isJumpHost(server['ssh']['jumpHost']));
    const restarts = Object.entries(isObject(value['restarts']) ? value['restarts'] : {}).filter(([, owed]) => isObject(owed) &&
        typeof owed['reason'] === 'string' &&
        ['undefined', 'string'].includes(typeof owed['startedAt']));
    return {
        servers: Object.fromEntries(servers),
        restarts: Object.fromEntries(restarts),
        recreate: texts(value['recreate']),
        firewall: strings(value['firewall']),
        whitelist: strings(value['whitelist']),
        builtInDisabled: _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.filter((role) => strings(value['builtInDisabled']).includes(role)),
        draining: strings(value['draining']),
        ...(typeof value['commit'] === 'string' && { commit: value['commit'] }),
        ...(typeof value['run'] === 'string' && { run: value['run'] }),
        time: typeof value['time'] === 'string' ? value['time'] : '',
    };
}
function isJumpHost(value) {
    if (value === undefined)
        return true;
    return (isObject(value) &&
        typeof value['host'] === 'string' &&
        typeof value['user'] === 'string' &&
        typeof value['port'] === 'number');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * What the record says before the first of `changes` is applied. Ownership is written down first: a run that is killed right
 * after it created something must know later that it was ours.
 */
function claim(record, changes, cluster, live) {
    const next = structuredClone(record);
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    // One that happened meanwhile, whoever did it, is not owed any more; the same can come to be owed anew.
    for (const [id, owed] of Object.entries(next.restarts))
        if (!(0,_restart__WEBPACK_IMPORTED_MODULE_4__/* .isOwed */ .mR)(cluster, live, id, owed))
            delete next.restarts[id];
    for (const change of changes) {
        const [kind, name = ''] = split(change.id);
        if (change.action === 'create' && kind === 'firewall')
            next.firewall = union(next.firewall, name);
        if (change.action === 'create' && kind === 'whitelist')
            next.whitelist = union(next.whitelist, name);
        const server = servers.get(change.server ?? '');
        const before = change.attributes.find((attribute) => attribute.name === 'name')?.before;
        // What takes the place of one of ours by another name is ours.
        const ours = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, name) || change.action === 'create' || (kind === 'server' && (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, before));
        if (server && (kind === 'server' || kind === 'role') && change.action !== 'delete' && ours) {
            // One that moves is still known by its old address until it has left it.
            if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, name))
                next.servers[name] = recorded(server);
        }
    }
    if (changes.some(({ stage }) => stage === 'install' || stage === 'remove')) {
        for (const [id, reason] of Object.entries((0,_restart__WEBPACK_IMPORTED_MODULE_4__/* .broughtAlong */ .TM)(cluster, live, changes)))
            next.restarts[id] ??= { reason };
    }
    for (const [id, owed] of Object.entries(next.restarts)) {
        // A restart of the PBX starts the load balancer as well: until that is done, its start says nothing.
        if (id === _restart__WEBPACK_IMPORTED_MODULE_4__/* .RESTART_LOAD_BALANCER */ .m_ && (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.restarts, _restart__WEBPACK_IMPORTED_MODULE_4__/* .RESTART_PBX */ .TD))
            continue;
        const startedAt = owed.startedAt ?? (0,_restart__WEBPACK_IMPORTED_MODULE_4__/* .startOf */ .GH)(cluster, live, id);
        next.restarts[id] = { ...owed, ...(startedAt && { startedAt }) };
    }
    return next;
}
/** What the record says once `change` has been applied. */
function settle(record, change, cluster) {
    const next = structuredClone(record);
    const [kind, name = ''] = split(change.id);
    if (kind === 'restart')
        delete next.restarts[change.id];
    if (kind === 'firewall' && change.action === 'delete')
        next.firewall = next.firewall.filter((source) => source !== name);
    if (kind === 'whitelist' && change.action === 'delete')
        next.whitelist = next.whitelist.filter((cidr) => cidr !== name);
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, change.server);
    const known = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, name) ? next.servers[name] : undefined;
    if (server && known && kind === 'role')
        next.servers[name] = { ...recorded(server), installed: true };
    if (server && known && kind === 'server' && known.address === server.address)
        next.servers[name] = { ...recorded(server), ...(known.installed && { installed: true }) };
    if (kind === 'role') {
        delete next.recreate[name];
        // A container that was just created anew has nothing older to forget.
        if (change.action === 'update' || change.action === 'replace')
            delete next.restarts[`restart/${name}`];
    }
    if (kind === 'built-in') {
        const role = _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.find((candidate) => candidate === name);
        const off = change.attributes.some(({ name: attribute, after }) => attribute === 'enabled' && after === 'false');
        // In one order, whichever was done first.
        next.builtInDisabled = _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.filter((other) => other === role ? off : next.builtInDisabled.includes(other));
    }
    return next;
}
function recorded({ role, address, ssh, privateIp, publicIp }) {
    return { role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
}
/** An owed restart of a server whose container has just started. */
function owedSince(record, id, startedAt) {
    const owed = record.restarts[id];
    return owed ? { ...record, restarts: { ...record.restarts, [id]: { ...owed, startedAt } } } : record;
}
/** Forgets servers that left the cluster file once nothing of them is left; `remaining` are the names that still have something. */
function forget(record, cluster, remaining) {
    const next = structuredClone(record);
    for (const name of Object.keys(next.servers)) {
        if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, name) && !remaining.has(name))
            delete next.servers[name];
    }
    for (const id of Object.keys(next.restarts)) {
        const name = id.slice('restart/'.length);
        if (!['pbx', 'loadbalancer'].includes(name) && !(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, name))
            delete next.restarts[id];
    }
    next.draining = next.draining.filter((name) => (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, name));
    return next;
}
function split(id) {
    const slash = id.indexOf('/');
    return [id.slice(0, slash), id.slice(slash + 1)];
}
function union(list, item) {
    return list.includes(item) ? list : [...list, item];
}
/** The record on the main server: one writer at a time, the last state wins, and whoever asked waits until it is on disk. */
class RecordKeeper {
    record;
    main;
    stamp;
    writing = Promise.resolve();
    pending;
    /** The last write did not succeed: what is on the disk is older than what is known here */
    failed = false;
    constructor(record, main, stamp) {
        this.record = record;
        this.main = main;
        this.stamp = stamp;
    }
    get current() {
        return this.record;
    }
    /** Resolves when a record that holds the change is on the main server's disk. */
    update(change) {
        const next = change(this.record);
        if (!this.failed && JSON.stringify(next) === JSON.stringify(this.record))
            return this.pending ?? this.writing;
        this.record = next;
        // Changes that come while one write is under way share the next one.
        this.pending ??= this.writing
            .catch(() => undefined)
            .then(() => {
            this.pending = undefined;
            this.record = { ...this.record, ...this.stamp() };
            this.writing = (0,_host_files__WEBPACK_IMPORTED_MODULE_2__/* .writeRecord */ .rh)(this.main, this.record.cluster, `${JSON.stringify(this.record, null, 2)}\n`).then(() => {
                this.failed = false;
            }, (error) => {
                this.failed = true;
                throw error;
            });
            return this.writing;
        });
        return this.pending;
    }
}
//# sourceMappingURL=record.js.map

/***/ }),

/***/ 19407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ applyServer),
/* harmony export */   Of: () => (/* binding */ applyBuiltIn),
/* harmony export */   P: () => (/* binding */ diffRegister)
/* harmony export */ });
/* unused harmony export wantedValues */
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97971);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52842);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55772);
/* harmony import */ var _remove__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60582);
/* harmony import */ var _same__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8560);






/** The portal's register of servers: what the cluster file has must be in it, by the same name to the letter. Never unregisters a server that left the file. */
function diffRegister(input) {
    const { cluster, live } = input;
    const diff = { changes: [], findings: [] };
    const registered = register(input);
    for (const server of [...cluster.servers].sort(_names__WEBPACK_IMPORTED_MODULE_3__/* .inRoleOrder */ .Mg)) {
        if ((0,_names__WEBPACK_IMPORTED_MODULE_3__/* .isListed */ .yy)(server.role))
            diffServer(server, server.role, input, registered, diff);
        else if (server.role === 'im')
            diffIm(server, input, diff.changes);
    }
    if (cluster.unmanagedServers === 'report')
        diff.findings.push(...unmanaged(input));
    for (const role of _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS) {
        const builtIn = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
        const change = builtIn && diffBuiltIn(role, builtIn, input, registered);
        if (change)
            diff.changes.push(change);
    }
    return diff;
}
function register({ cluster, live }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const isOurs = ({ name }) => (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(live.record?.servers, name);
    const each = (make) => Object.fromEntries(_names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.map((role) => [role, make(live.portal.servers[role])]));
    return {
        // Backwards, so that the first of a name wins.
        byName: each((servers) => new Map([...servers].reverse().map((server) => [server.name, server]))),
        others: each((servers) => new _same__WEBPACK_IMPORTED_MODULE_5__/* .ByAddress */ .IV(servers
            .filter(({ type, name }) => type === 'EXTERNAL' && !names.has(name))
            // Whatever order the PBX lists them in: one that is not ours counts most.
            .sort((a, b) => Number(isOurs(a)) - Number(isOurs(b)) || (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .UD)(a.name, b.name))
            .map((server) => [server.privateIp ?? server.publicIp, server]))),
    };
}
function diffServer(server, role, { cluster, live }, { byName, others }, { changes, findings }) {
    const change = {
        id: `server/${server.name}`,
        stage: 'register',
        server: server.name,
        impact: 'none',
        needs: [],
    };
    const elsewhere = _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.find((other) => other !== role && byName[other].has(server.name));
    if (elsewhere) {
        findings.push({
            code: 'role-changed',
            severity: 'blocking',
            server: server.name,
            message: `The portal has "${server.name}" as ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[elsewhere].label}; remove it from the cluster file, deploy, and add it again as ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label}`,
        });
        return;
    }
    const same = byName[role].get(server.name);
    if (same?.type === 'INTERNAL') {
        findings.push({
            code: 'name-taken',
            severity: 'blocking',
            server: server.name,
            message: `"${server.name}" is the name of the PBX's built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label}; choose another name`,
        });
        return;
    }
    const neighbour = others[role].get(server.address);
    if (neighbour && !same) {
        const ours = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(live.record?.servers, neighbour.name) || cluster.unmanagedServers === 'remove';
        if (!ours) {
            findings.push({
                code: 'address-taken',
                severity: 'blocking',
                server: server.name,
                message: `The portal has ${server.address} as "${neighbour.name}", which this project did not put there; name it so in the cluster file, or delete it on the portal's ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].portalPage} page`,
            });
            return;
        }
        changes.push({
            ...change,
            action: 'replace',
            reason: `renamed: the portal cannot change a name, so "${neighbour.name}" is deleted and created anew`,
            impact: 'new-calls',
            attributes: [{ name: 'name', before: neighbour.name, after: server.name }],
        });
        return;
    }
    if (!same) {
        changes.push({
            ...change,
            action: 'create',
            reason: 'not in the portal yet',
            attributes: added(wantedValues(server)),
        });
        return;
    }
    const differences = difference(portalValues(same), wantedValues(server));
    if (differences.length === 0)
        return;
    const address = differences.some(({ name }) => name === 'private address' || name === 'public address');
    const drained = live.record?.draining.includes(server.name) && !same.enabled;
    changes.push({
        ...change,
        action: address ? 'replace' : 'update',
        reason: address
            ? 'its address changed: the portal cannot change it, so it is deleted and created anew'
            : drained
                ? 'an interrupted run had drained it: it takes calls again'
                : 'the portal has other values',
        impact: address && same.enabled ? 'new-calls' : 'none',
        attributes: differences,
    });
}
function diffIm(server, { live }, changes) {
    const have = live.portal.im;
    const attributes = difference({ 'private address': have.privateIp, 'public address': have.publicIp }, { 'private address': server.privateIp, 'public address': server.publicIp });
    if (attributes.length === 0)
        return;
    const first = !have.privateIp && !have.publicIp;
    changes.push({
        id: `server/${server.name}`,
        stage: 'register',
        action: first ? 'create' : 'update',
        server: server.name,
        reason: first
            ? 'the portal has no addresses of the IM server yet'
            : 'the portal has other addresses of the IM server',
        impact: 'none',
        needs: [],
        attributes,
    });
}
function diffBuiltIn(role, builtIn, { cluster, live }, { byName }) {
    const serving = cluster.servers.filter((server) => server.role === role && server.enabled);
    const leaving = (0,_remove__WEBPACK_IMPORTED_MODULE_4__/* .departing */ .Bw)(cluster, live.record, live.portal.servers).some((server) => server.role === role && byName[role].has(server.name));
    const change = {
        id: `built-in/${role}`,
        stage: 'register',
        action: 'update',
        impact: 'none',
        needs: [],
    };
    if (builtIn.enabled && serving.length > 0 && cluster.builtInServers === 'disabled') {
        return {
            ...change,
            reason: `the cluster's own ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label}s take over from the one on the main server`,
            attributes: [{ name: 'enabled', before: 'true', after: 'false' }],
        };
    }
    const weDidIt = live.record?.builtInDisabled.includes(role) ?? false;
    if (!builtIn.enabled && serving.length === 0 && (leaving || weDidIt)) {
        return {
            ...change,
            reason: `no other ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label} is left to take calls`,
            attributes: [{ name: 'enabled', before: 'false', after: 'true' }],
        };
    }
    return undefined;
}
function unmanaged({ cluster, live }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    return _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.flatMap((role) => live.portal.servers[role]
        .filter((have) => have.type === 'EXTERNAL' && !names.has(have.name) && !(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(live.record?.servers, have.name))
        .map((have) => ({
        code: 'unmanaged-server',
        severity: 'note',
        server: have.name,
        message: `The portal has the ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label} "${have.name}" (${have.privateIp ?? have.publicIp ?? 'no address'}), which is not in the cluster file; it is left alone`,
    })));
}
/** What the portal should have of a server, in the words of plans. */
function wantedValues(server) {
    return {
        'private address': server.privateIp,
        // Only media servers have a public address in the portal.
        'public address': server.role === 'media' ? server.publicIp : undefined,
        enabled: String(server.enabled),
        'max call sessions': server.maxCallSessions?.toString(),
        'max rooms': server.maxRooms?.toString(),
        'max participants': server.maxParticipants?.toString(),
    };
}
function portalValues(server) {
    return {
        'private address': server.privateIp,
        'public address': server.publicIp,
        enabled: String(server.enabled),
        'max call sessions': server.maxCallSessions?.toString(),
        'max rooms': server.maxRooms?.toString(),
        'max participants': server.maxParticipants?.toString(),
    };
}
function added(values) {
    return Object.entries(values).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}
function difference(have, want) {
    return Object.keys(want).flatMap((name) => {
        const before = have[name] === '' ? undefined : have[name];
        const after = want[name];
        const same = name.endsWith('address') ? (0,_same__WEBPACK_IMPORTED_MODULE_5__/* .sameAddress */ .xU)(before, after) : before === after;
        return same ? [] : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
    });
}
async function applyServer(change, run) {
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(run.session.cluster, change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the cluster file`);
    if (server.role === 'im') {
        const { privateIp, publicIp } = server;
        return run.session.pbx.setIm({ ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) });
    }
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .isListed */ .yy)(server.role))
        return;
    const { role } = server;
    const same = run.portal.find(role, server.name);
    if (change.action === 'update' && same)
        return updateServer(server, same, change, run);
    if (change.action === 'replace') {
        const old = same ??
            run.portal
                .of(role)
                .find((have) => have.type === 'EXTERNAL' && (0,_same__WEBPACK_IMPORTED_MODULE_5__/* .sameAddress */ .xU)(have.privateIp ?? have.publicIp, server.address));
        if (old) {
            await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .drainForGood */ .RK)(run, old, change.id);
            await run.session.pbx.destroyServer(role, old.id);
            run.portal.remove(role, old.id);
        }
    }
    await createServer(server, role, run);
}
async function updateServer(server, have, change, run) {
    if (have.enabled && !server.enabled)
        await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .disable */ .b8)(run, have, change.id);
    const { enabled, maxCallSessions, maxRooms, maxParticipants } = server;
    const wanted = {
        enabled,
        ...(maxCallSessions !== undefined && { maxCallSessions }),
        ...(maxRooms !== undefined && { maxRooms }),
        ...(maxParticipants !== undefined && { maxParticipants }),
    };
    await run.session.pbx.updateServer(have.role, have.id, wanted);
    run.portal.put({ ...have, ...wanted });
    await run.record.update((record) => ({
        ...record,
        draining: record.draining.filter((name) => name !== server.name),
    }));
}
async function createServer(server, role, run) {
    const { name, enabled, privateIp, publicIp, maxCallSessions, maxRooms, maxParticipants } = server;
    const wanted = {
        role,
        name,
        enabled,
        ...(privateIp && { privateIp }),
        ...(role === 'media' && publicIp && { publicIp }),
        ...(maxCallSessions !== undefined && { maxCallSessions }),
        ...(maxRooms !== undefined && { maxRooms }),
        ...(maxParticipants !== undefined && { maxParticipants }),
    };
    const id = await run.session.pbx.createServer(wanted);
    run.portal.put({ ...wanted, id, type: 'EXTERNAL' });
}
/** Turns the PBX's own server of a role off once another one is ONLINE, or on again before the last other one goes. */
async function applyBuiltIn(change, run) {
    const { pbx } = run.session;
    const role = _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.find((candidate) => change.id === `built-in/${candidate}`);
    const builtIn = role && run.portal.builtIn(role);
    if (!role || !builtIn)
        throw new _context__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Zu(`The portal has no built-in server for ${change.id}`);
    const enable = change.attributes.some(({ after }) => after === 'true');
    if (enable) {
        await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .setEnabled */ .kv)(run, builtIn, true);
        const online = await (0,_context__WEBPACK_IMPORTED_MODULE_1__/* .until */ .TG)(run.session, 60_000, async () => (await pbx.status(role, builtIn.id)).status === 'ONLINE' ? true : undefined);
        if (!online)
            throw new _context__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Zu(`The built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label} was turned on, but is not ONLINE; see "pbx_ctl.sh status" on the main server`);
        return;
    }
    run.progress(change.id, 'waiting for a replacement to be ONLINE');
    const replaced = await (0,_context__WEBPACK_IMPORTED_MODULE_1__/* .until */ .TG)(run.session, _drain__WEBPACK_IMPORTED_MODULE_2__/* .ONLINE_DEADLINE_MS */ .Qf, async () => {
        for (const server of run.portal.of(role)) {
            if (server.type === 'EXTERNAL' && server.enabled && (await pbx.status(role, server.id)).status === 'ONLINE')
                return true;
        }
        return undefined;
    });
    if (!replaced) {
        throw new _context__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Zu(`No ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label} of the cluster is ONLINE: the built-in one stays on, so that calls go through`);
    }
    await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .setEnabled */ .kv)(run, builtIn, false);
}
//# sourceMappingURL=register.js.map

/***/ }),

/***/ 60582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ departing),
/* harmony export */   MM: () => (/* binding */ diffRemove),
/* harmony export */   SD: () => (/* binding */ departingMachine),
/* harmony export */   UJ: () => (/* binding */ oldHost),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   oX: () => (/* binding */ applyRemoveServer),
/* harmony export */   v2: () => (/* binding */ applyRemoveRole),
/* harmony export */   wC: () => (/* binding */ asServer)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77471);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97971);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52842);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83978);
/* harmony import */ var _script__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40501);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55772);
/* harmony import */ var _same__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8560);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(93781);










/** What is ours by the record and no longer in the file; with `unmanaged_servers: remove` also what the portal has besides. */
function departing(cluster, record, portal) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const gone = (name) => !names.has(name);
    const found = new Map();
    if (cluster.unmanagedServers === 'remove') {
        for (const role of _names__WEBPACK_IMPORTED_MODULE_7__/* .LISTED_ROLES */ .cS) {
            for (const server of portal[role]) {
                const address = server.privateIp ?? server.publicIp;
                if (server.type === 'INTERNAL' || !address || !gone(server.name))
                    continue;
                const { privateIp, publicIp } = server;
                found.set(server.name, {
                    name: server.name,
                    role,
                    address,
                    ssh: cluster.ssh,
                    ...(privateIp && { privateIp }),
                    ...(publicIp && { publicIp }),
                });
            }
        }
    }
    for (const [name, server] of Object.entries(record?.servers ?? {}))
        if (gone(name))
            found.set(name, { name, ...server });
    return [...found.values()].sort(_names__WEBPACK_IMPORTED_MODULE_7__/* .inRoleOrder */ .Mg);
}
/** Servers whose address changed and that were installed at the old one by us: there they have to go. */
function moved(cluster, record) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const addresses = new _same__WEBPACK_IMPORTED_MODULE_8__/* .ByAddress */ .IV(cluster.servers.map(({ address }) => [address, true]));
    return Object.entries(record?.servers ?? {}).flatMap(([name, old]) => names.has(name) && !addresses.has(old.address) ? [{ name, ...old }] : []);
}
/** Under which name the facts of the host that a server left are kept. */
function oldHost({ name, address }) {
    return `${name} (${address})`;
}
/** For the command lines, which know servers of the cluster file. */
function asServer(departing, cluster) {
    const { image, dataPath } = cluster;
    return { ...departing, enabled: false, image, dataPath, at: { line: 1, column: 1 } };
}
function departingMachine(server) {
    return { name: server.name, address: server.address, ssh: server.ssh };
}
/** Takes away what left the cluster file: calls first, then the role, the portal, the whitelist and the firewall. */
function diffRemove({ cluster, live, options }) {
    const diff = { changes: [], findings: [] };
    const leaving = [];
    const servers = new _same__WEBPACK_IMPORTED_MODULE_8__/* .ByAddress */ .IV(cluster.servers.map((server) => [server.address, server]));
    const byName = new Map(_names__WEBPACK_IMPORTED_MODULE_7__/* .LISTED_ROLES */ .cS.flatMap((role) => live.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => [`${role}/${server.name}`, server])));
    // The PBX has one IM server: where another one takes over, its addresses took the place of these.
    const hasIm = cluster.servers.some(({ role }) => role === 'im');
    for (const server of departing(cluster, live.record, live.portal.servers)) {
        const spec = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
        const change = {
            stage: 'remove',
            action: 'delete',
            server: server.name,
            impact: 'none',
            attributes: [],
        };
        const successor = servers.get(server.address);
        const replaced = successor?.role === server.role;
        const facts = live.hosts.get(server.name);
        const registered = byName.get(`${server.role}/${server.name}`);
        const needs = (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .isListed */ .yy)(server.role) ? [`built-in/${server.role}`] : [];
        if (!successor && !(0,_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(facts) && !options.gone.includes(server.name)) {
            diff.findings.push({
                code: 'host-unreachable',
                severity: 'blocking',
                server: server.name,
                message: `${server.name} left the cluster file, but its host does not answer (${facts?.unreachable ?? 'not looked at'}); when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
            });
            leaving.push({ ...server, held: true });
            continue;
        }
        const container = (0,_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(facts) && facts.containers.find(({ name }) => name === spec.container);
        if (container && !replaced) {
            diff.changes.push({
                ...change,
                id: `role/${server.name}`,
                reason: `${server.name} left the cluster file`,
                impact: container.running && (registered?.enabled ?? true) ? (0,_install__WEBPACK_IMPORTED_MODULE_5__/* .disturbance */ .fc)(server.role) : 'none',
                needs,
            });
        }
        const renamed = replaced && !byName.has(`${successor.role}/${successor.name}`);
        const inPortal = registered !== undefined || (server.role === 'im' && !hasIm && addressesOf(live, server));
        if (inPortal && !renamed) {
            diff.changes.push({
                ...change,
                id: `server/${server.name}`,
                reason: `${server.name} left the cluster file`,
                needs: [`role/${server.name}`, ...needs],
                attributes: [{ name: 'private address', before: server.address }],
            });
        }
        leaving.push({ ...server, held: false });
    }
    for (const old of moved(cluster, live.record)) {
        const left = live.hosts.get(oldHost(old));
        const gone = (0,_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(left)
            ? !left.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[old.role].container)
            : options.gone.includes(old.name);
        // Without its new host it cannot leave the old one, and goes on serving there.
        leaving.push({ ...old, held: !gone && !((0,_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(left) && (0,_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(live.hosts.get(old.name))) });
    }
    diff.changes.push(...closeFirewall(cluster, live, leaving));
    return diff;
}
function addressesOf(live, server) {
    const { privateIp, publicIp } = live.portal.im;
    return (0,_same__WEBPACK_IMPORTED_MODULE_8__/* .sameAddress */ .xU)(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}
function closeFirewall(cluster, live, leaving) {
    const change = { stage: 'remove', action: 'delete', impact: 'none' };
    const index = (sources) => new _same__WEBPACK_IMPORTED_MODULE_8__/* .ByAddress */ .IV(sources.map((source) => [source, true]));
    const wanted = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster);
    const [kept, addresses] = [index(wanted), index(cluster.servers.map(({ address }) => address))];
    const trusted = index((0,_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(live.main) ? (live.main.firewall?.trusted.permanent ?? []) : []);
    const accepted = index(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr));
    const held = leaving.filter((server) => server.held).map(({ address }) => address);
    const holds = (owned) => held.some((address) => (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .covers */ .hU)(owned, address));
    const once = (list) => [...new Set(list)];
    const cidrs = once(live.record?.whitelist ?? []).filter((owned) => !addresses.has(owned) && accepted.has(owned) && !holds(owned));
    const sources = once(live.record?.firewall ?? []).filter((owned) => !kept.has(owned) && trusted.has(owned) && !holds(owned));
    const goes = ({ name }) => [`role/${name}`, `server/${name}`];
    const all = leaving.flatMap(goes);
    const by = new Map();
    for (const server of leaving) {
        const key = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(server.address);
        by.set(key, [...(by.get(key) ?? []), ...goes(server)]);
    }
    // An entry for one address waits for what is there, a network for everything that goes.
    const after = (owned) => by.get((0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(owned)) ?? (isOne(owned) ? [] : all);
    // What replaces an entry must be open before the entry is closed.
    const opened = wanted.map((source) => `firewall/${source}`);
    return [
        ...cidrs.map((cidr) => ({
            ...change,
            id: `whitelist/${cidr}`,
            reason: 'no server of the cluster file has this address any more',
            needs: after(cidr),
            attributes: [{ name: 'accepted address', before: cidr }],
        })),
        ...sources.map((source) => ({
            ...change,
            id: `firewall/${source}`,
            reason: 'the cluster file does not trust it any more',
            needs: [...after(source), ...opened],
            attributes: [{ name: 'trusted source', before: source }],
        })),
    ];
}
function isOne(source) {
    return !(0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(source).includes('/');
}
/** Ends the calls of a departing server, then uninstalls its role. */
async function applyRemoveRole(change, run) {
    const server = find(change, run);
    const entry = run.portal.forServer(server);
    if (entry)
        await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .drainForGood */ .RK)(run, entry, change.id);
    const machine = departingMachine(server);
    const leaving = asServer(server, run.session.cluster);
    await (0,_install__WEBPACK_IMPORTED_MODULE_5__/* .letCallsEnd */ .Uv)(change, run, leaving, leaving);
    const command = (0,_host_commands__WEBPACK_IMPORTED_MODULE_2__/* .controlCommand */ .jw)(run.session.cluster, leaving, 'rm');
    await (0,_script__WEBPACK_IMPORTED_MODULE_6__/* .runScript */ .j)(run, command, {
        id: change.id,
        key: `rm-${server.name}`,
        title: `remove ${server.name} (${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].label})`,
    });
    const facts = await run.session.hosts.host(machine).facts({
        scriptsPath: run.session.cluster.scriptsPath,
        dataPath: run.session.cluster.dataPath,
    });
    if (facts.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].container))
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`The script on ${server.name} ended without an error, but ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].container} is still there`);
}
/** Takes a departing server out of the portal. */
async function applyRemoveServer(change, run) {
    const server = find(change, run);
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_7__/* .isListed */ .yy)(server.role))
        return run.session.pbx.setIm({});
    const entry = run.portal.find(server.role, server.name);
    if (!entry)
        return;
    await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .drainForGood */ .RK)(run, entry, change.id);
    await run.session.pbx.destroyServer(server.role, entry.id);
    run.portal.remove(server.role, entry.id);
}
function find(change, run) {
    const { cluster } = run.session;
    const server = departing(cluster, run.record.current, run.live.portal.servers).find(({ name }) => name === change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the record any more`);
    return server;
}
//# sourceMappingURL=remove.js.map

/***/ }),

/***/ 17843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   Pn: () => (/* binding */ diffRestart),
/* harmony export */   TD: () => (/* binding */ RESTART_PBX),
/* harmony export */   TM: () => (/* binding */ broughtAlong),
/* harmony export */   eS: () => (/* binding */ lastOfRole),
/* harmony export */   iT: () => (/* binding */ applyRestart),
/* harmony export */   mR: () => (/* binding */ isOwed),
/* harmony export */   m_: () => (/* binding */ RESTART_LOAD_BALANCER)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77471);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97971);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52842);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83978);
/* harmony import */ var _record__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23307);
/* harmony import */ var _script__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40501);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55772);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93781);









const RESTART_PBX = 'restart/pbx';
const RESTART_LOAD_BALANCER = 'restart/loadbalancer';
/**
 * Restarts in PortSIP's order: those that a person asks for; otherwise those that a scale-out or a removal brings with it,
 * and those that an earlier run still owes. `others` are the changes of all other stages.
 */
function diffRestart(input, others) {
    const { cluster, live, options } = input;
    // Who asks for some restarts gets those: what is owed besides, the PBX itself perhaps, would come as a surprise.
    const asked = options.restart ? askedFor(cluster, options.restart) : {};
    const due = options.restart ? asked : { ...stillOwed(cluster, live), ...broughtAlong(cluster, live, others) };
    const recreated = new Set(others.filter(({ id, action }) => id.startsWith('role/') && action !== 'create').map(({ server }) => server));
    const servers = cluster.servers
        .filter((server) => due[`restart/${server.name}`] && (asked[`restart/${server.name}`] || !recreated.has(server.name)))
        .sort(_names__WEBPACK_IMPORTED_MODULE_7__/* .inRoleOrder */ .Mg);
    const before = options.restart ? [] : others.map(({ id }) => id);
    const main = [];
    for (const id of [RESTART_PBX, RESTART_LOAD_BALANCER]) {
        const reason = due[id];
        if (!reason)
            continue;
        const needs = main.length > 0 ? main.map((change) => change.id) : before;
        const impact = id === RESTART_PBX ? 'active-calls' : 'new-calls';
        main.push({ id, stage: 'restart', action: 'restart', reason, impact, needs, attributes: [] });
    }
    const changes = servers.map((server) => ({
        role: server.role,
        change: {
            id: `restart/${server.name}`,
            stage: 'restart',
            action: 'restart',
            server: server.name,
            reason: due[`restart/${server.name}`] ?? '',
            impact: cluster.restart.onDrainTimeout === 'force' && (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .isListed */ .yy)(server.role) ? 'active-calls' : (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .disturbance */ .fc)(server.role),
            needs: [],
            attributes: [],
        },
    }));
    (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .inTurn */ .lo)(changes, cluster.restart.maxUnavailable, main.length > 0 ? main.slice(-1).map(({ id }) => id) : before);
    const all = [...main, ...changes.map(({ change }) => change)];
    return { changes: all, findings: [] };
}
function askedFor(cluster, asked) {
    const { roles, servers, pbx, reason } = asked;
    const everything = roles.length === 0 && servers.length === 0;
    const due = {};
    if (pbx)
        due[RESTART_PBX] = reason;
    if (everything || roles.includes('loadbalancer'))
        due[RESTART_LOAD_BALANCER] = reason;
    for (const server of cluster.servers) {
        if (everything || roles.includes(server.role) || servers.includes(server.name))
            due[`restart/${server.name}`] = reason;
    }
    return due;
}
/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
function broughtAlong(cluster, live, others) {
    const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
    const listed = (change) => {
        const role = roles.get(change.server ?? '') ?? owned(live, change.server)?.role ?? registeredRole(live, change.server);
        return role !== undefined && (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .isListed */ .yy)(role);
    };
    const added = others.filter(({ id, action }) => id.startsWith('role/') && action === 'create');
    const grown = added.some(listed);
    const shrunk = others.some((change) => change.id.startsWith('server/') && change.action === 'delete' && listed(change));
    const policy = cluster.restart.afterScaleOut;
    const due = {};
    if (policy === 'none' || (!grown && !shrunk))
        return due;
    due[RESTART_LOAD_BALANCER] = grown ? 'servers were added' : 'servers were removed';
    if (policy !== 'all' || !grown)
        return due;
    const first = isFirstInstall(cluster, live);
    if (first)
        due[RESTART_PBX] = 'the cluster is new: the PBX has to find its servers';
    const names = new Set(added.map(({ server }) => server));
    for (const server of cluster.servers) {
        const isNew = names.has(server.name);
        // A server that was just created has seen nothing older than the change; on a first install the PBX restarts after it.
        if (first || (!isNew && (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .isListed */ .yy)(server.role)))
            due[`restart/${server.name}`] = 'servers were added';
    }
    return due;
}
/**
 * Nothing of the cluster has ever run, as far as anybody can tell: only then may the PBX itself be restarted, which ends all
 * calls. A host that does not answer, or that lost its container, is no sign of a new cluster.
 */
function isFirstInstall(cluster, live) {
    const { servers, status } = live.portal;
    const serves = _names__WEBPACK_IMPORTED_MODULE_7__/* .LISTED_ROLES */ .cS.some((role) => servers[role].some(({ id, type }) => type === 'EXTERNAL' && status.get(id)?.status === 'ONLINE'));
    if (serves || Object.values(live.record?.servers ?? {}).some(({ installed }) => installed))
        return false;
    return cluster.servers.every((server) => {
        const facts = live.hosts.get(server.name);
        return !(0,_types__WEBPACK_IMPORTED_MODULE_8__/* .isReachable */ .kj)(facts) || !facts.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role].container);
    });
}
function owned(live, name) {
    return (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .has */ .zy)(live.record?.servers, name) ? live.record?.servers[name ?? ''] : undefined;
}
/** With `unmanaged_servers: remove` servers go that no record knows. */
function registeredRole(live, name) {
    return _names__WEBPACK_IMPORTED_MODULE_7__/* .LISTED_ROLES */ .cS.find((role) => live.portal.servers[role].some((server) => server.name === name));
}
function stillOwed(cluster, live) {
    const owed = {};
    for (const [id, restart] of Object.entries(live.record?.restarts ?? {}))
        if (isOwed(cluster, live, id, restart))
            owed[id] = restart.reason;
    return owed;
}
/** An owed restart that has not happened since: the container still runs since the same moment. */
function isOwed(cluster, live, id, { startedAt }) {
    const now = startOf(cluster, live, id);
    return startedAt === undefined || now === undefined || now === startedAt;
}
/** When the container that a restart is about started; undefined when there is none, or it cannot be seen. */
function startOf(cluster, live, id) {
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .findServer */ .Fm)(cluster, id.slice('restart/'.length));
    const name = server
        ? _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role].container
        : id === RESTART_PBX
            ? 'portsip.callmanager'
            : 'portsip.loadbalancer';
    const facts = server ? live.hosts.get(server.name) : live.main;
    return (0,_types__WEBPACK_IMPORTED_MODULE_8__/* .isReachable */ .kj)(facts) ? facts.containers.find((container) => container.name === name)?.startedAt : undefined;
}
/** Servers whose drain would leave their role without one that takes calls. */
function lastOfRole(cluster, live, changes, force) {
    const findings = [];
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    const joining = new Set();
    for (const { id, action, server } of changes) {
        const joins = id.startsWith('role/') && action === 'create' ? servers.get(server ?? '') : undefined;
        if (joins?.enabled)
            joining.add(joins.role);
    }
    const serving = Object.fromEntries(_names__WEBPACK_IMPORTED_MODULE_7__/* .LISTED_ROLES */ .cS.map((role) => [role, servingNames(live, role)]));
    const told = new Set();
    for (const change of changes) {
        const server = servers.get(change.server ?? '');
        if (!server || !(0,_names__WEBPACK_IMPORTED_MODULE_7__/* .isListed */ .yy)(server.role) || change.impact === 'none' || change.action === 'create')
            continue;
        if (told.has(server.name))
            continue;
        if (joining.has(server.role) || serving[server.role]?.some((name) => name !== server.name))
            continue;
        told.add(server.name);
        const spec = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role];
        const standIn = live.portal.servers[server.role].some(({ type }) => type === 'INTERNAL');
        findings.push({
            code: standIn ? 'last-of-role' : 'last-of-role-without-stand-in',
            severity: standIn || force ? 'warning' : 'blocking',
            server: server.name,
            message: standIn
                ? `${server.name} is the only ${spec.label} that takes calls: the one on the main server is turned on while it is away`
                : `${server.name} is the only ${spec.label} that takes calls and there is no built-in one to stand in: calls that need one fail while it is away${force ? '' : '; add a second one, or force it'}`,
        });
    }
    return findings;
}
/** Two are enough to know whether there is another one. */
function servingNames({ portal }, role) {
    return portal.servers[role]
        .filter(({ id, enabled }) => enabled && portal.status.get(id)?.status === 'ONLINE')
        .slice(0, 2)
        .map(({ name }) => name);
}
async function applyRestart(change, run) {
    const { cluster } = run.session;
    if (change.id === RESTART_PBX || change.id === RESTART_LOAD_BALANCER)
        return restartMain(change, run);
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .findServer */ .Fm)(cluster, change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the cluster file`);
    await (0,_drain__WEBPACK_IMPORTED_MODULE_3__/* .drained */ .oB)(run, server, change.id, async () => {
        await (0,_script__WEBPACK_IMPORTED_MODULE_6__/* .runScript */ .j)(run, (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .controlCommand */ .jw)(cluster, server, 'restart'), {
            id: change.id,
            key: `restart-${server.name}`,
            title: `restart ${server.name} (${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role].label})`,
        });
        const { facts, problems } = await (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .untilUp */ .kU)(run, server);
        if (!facts)
            throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${server.name} did not come back: ${problems.join('; ')}`);
        await (0,_drain__WEBPACK_IMPORTED_MODULE_3__/* .online */ .WD)(run, server, change.id);
    });
}
async function restartMain(change, run) {
    const { cluster } = run.session;
    const pbx = change.id === RESTART_PBX;
    const command = (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .pbxCommand */ .sc)(cluster, pbx ? 'restart' : 'restart-loadbalancer');
    await (0,_script__WEBPACK_IMPORTED_MODULE_6__/* .runScript */ .j)(run, command, {
        id: change.id,
        key: pbx ? 'restart-pbx' : 'restart-loadbalancer',
        title: pbx ? 'restart the PBX' : 'restart the load balancer',
    });
    const facts = await (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(cluster, (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .hostOf */ .w4)(run, cluster.pbx.machine));
    const name = pbx ? 'portsip.callmanager' : 'portsip.loadbalancer';
    if (facts.containers.find((container) => container.name === name)?.running === false)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${name} on the main server did not come back; see "pbx_ctl.sh status" there`);
    await (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .pbxAnswers */ .Su)(run);
    const loadBalancer = facts.containers.find((container) => container.name === 'portsip.loadbalancer');
    if (pbx && loadBalancer)
        await run.record.update((record) => (0,_record__WEBPACK_IMPORTED_MODULE_5__/* .owedSince */ .Su)(record, RESTART_LOAD_BALANCER, loadBalancer.startedAt));
}
//# sourceMappingURL=restart.js.map

/***/ }),

/***/ 8560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ ByAddress),
/* harmony export */   VW: () => (/* binding */ sameCidr),
/* harmony export */   aX: () => (/* binding */ Networks),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);

/** Whether two addresses or CIDRs mean the same, however they are written: `10.0.0.1` and `10.0.0.1/32`. */
function sameCidr(a, b) {
    return (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(a) === (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(b);
}
/** The same for addresses that may be missing or empty. */
function sameAddress(a, b) {
    return (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(a ?? '') === (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(b ?? '');
}
/** Things by address or CIDR, however that is written: a look-up, where comparing each with each would take minutes. */
class ByAddress {
    values = new Map();
    constructor(entries) {
        for (const [address, value] of entries) {
            const key = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(address ?? '');
            if (key !== '' && !this.values.has(key))
                this.values.set(key, value);
        }
    }
    /** The first that was given for this address */
    get(address) {
        return this.values.get((0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(address ?? ''));
    }
    has(address) {
        return this.values.has((0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(address ?? ''));
    }
}
/** Things by the network that they are about, to find those that hold an address. */
class Networks {
    values = new Map();
    /** Prefix lengths that occur, by family: no more than these have to be tried */
    lengths = { 4: new Set(), 6: new Set() };
    constructor(entries) {
        for (const [network, value] of entries) {
            const parts = split(network);
            // ipset:…, a MAC address
            if (!parts)
                continue;
            this.lengths[parts.family].add(parts.bits);
            const key = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(network);
            const there = this.values.get(key);
            if (there)
                there.push(value);
            else
                this.values.set(key, [value]);
        }
    }
    /** Whatever holds all of `source` (an address or a CIDR). */
    holding(source) {
        const parts = split(source);
        if (!parts)
            return [];
        return [...this.lengths[parts.family]]
            .filter((bits) => bits <= parts.bits)
            .flatMap((bits) => this.values.get((0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(`${parts.host}/${bits}`)) ?? []);
    }
}
function split(source) {
    const [host = '', bits] = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(source).split('/');
    if (!(0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(host))
        return undefined;
    const family = host.includes(':') ? 6 : 4;
    return { host, bits: bits === undefined ? (family === 6 ? 128 : 32) : Number(bits), family };
}
//# sourceMappingURL=same.js.map

/***/ }),

/***/ 40501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97971);


/** An install pulls an image of a few GB; `restart` and `rm` give calls 5 minutes to end. */
const SCRIPT_TIMEOUT_MS = 45 * 60_000;
/** Runs a control script to its end, its log shown as it comes. Success is the exit code and no `[error]` line; the caller looks at the container. */
async function runScript(run, command, about) {
    const { session } = run;
    for (const secret of command.secrets)
        session.secrets.add(secret);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(command.argv)).digest('hex').slice(0, 12);
    const result = await session.hosts.host(command.machine).job({
        // The name of a server that only the portal knows can be anything.
        key: `${about.key.replace(/[^A-Za-z0-9._-]/g, '-')}-${digest}`,
        title: about.title,
        cwd: command.cwd,
        argv: command.argv,
        secrets: command.secrets,
        timeoutMs: SCRIPT_TIMEOUT_MS,
    }, (line) => {
        session.log.remote(command.machine.name, line);
        const text = /^\[(?:info|warn)\]:?\s*(.{3,80})/.exec(line)?.[1];
        if (text && !text.startsWith('args'))
            run.progress(about.id, text);
    }, session.signal);
    if (result.exitCode === 0 && result.errors.length === 0)
        return;
    const script = command.argv[1] ?? 'the control script';
    const why = result.errors[0] ?? result.tail.at(-1) ?? 'it printed nothing';
    const hint = /toomanyrequests|rate limit/i.test([...result.errors, ...result.tail].join('\n'))
        ? '. The registry limits pulls: wait, or sign the host in to it (docker login)'
        : '';
    throw new _context__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Zu(`${script} on ${command.machine.name} failed (exit ${result.exitCode}): ${why}${hint}`);
}
//# sourceMappingURL=script.js.map

/***/ }),

/***/ 54013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ applyToken),
/* harmony export */   z: () => (/* binding */ diffToken)
/* harmony export */ });
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97971);

/** The tokens that IM and Data Flow sign in to the PBX with. Values never get into a plan. */
function diffToken({ cluster, live, options }) {
    const changes = [];
    const im = cluster.servers.find((server) => server.role === 'im');
    const token = { stage: 'token', needs: [], attributes: [] };
    if (im && live.portal.imToken === 'none') {
        changes.push({
            ...token,
            id: 'token/im',
            action: 'create',
            server: im.name,
            reason: 'the portal has issued none yet',
            impact: 'none',
        });
    }
    else if (im && options.rotate.includes('im')) {
        changes.push({
            ...token,
            id: 'token/im',
            action: 'replace',
            server: im.name,
            reason: 'a new one was asked for; the old one stops working',
            impact: 'messaging',
        });
    }
    const dataflow = cluster.servers.find((server) => server.role === 'dataflow');
    if (dataflow && options.rotate.includes('dataflow') && options.dataflowTokenPath) {
        changes.push({
            ...token,
            id: 'token/dataflow',
            action: 'replace',
            server: dataflow.name,
            reason: 'a new one was asked for; the old one stops working',
            impact: 'analytics',
        });
    }
    return { changes, findings: [] };
}
/** Issues a token and keeps it for the role that is created with it in the same run. */
async function applyToken(change, run) {
    const { pbx } = run.session;
    if (change.id === 'token/im') {
        run.tokens.im = await pbx.issueImToken();
        return;
    }
    const path = run.options.dataflowTokenPath;
    if (!path)
        throw new _context__WEBPACK_IMPORTED_MODULE_0__/* .StageError */ .Zu('No path that issues Data Flow tokens was given (input dataflow-token-path)');
    const token = await pbx.issueDataflowToken(path);
    if (token === 'unsupported') {
        run.session.log.warning(`This PBX offers no ${path}. Issue the token by hand: portal, Servers > Data Flow > default server > Generate Token`);
        return;
    }
    run.tokens.dataflow = token;
    // Nothing on the host shows with which token it runs: written down, for whichever run gets to create it anew.
    const { server } = change;
    if (server)
        await run.record.update((record) => ({
            ...record,
            recreate: { ...record.recreate, [server]: 'a new Data Flow token was issued' },
        }));
}
//# sourceMappingURL=token.js.map

/***/ })

};
;
//# sourceMappingURL=864.index.js.map