"use strict";
exports.id = 12;
exports.ids = [12];
exports.modules = {

/***/ 77278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   nM: () => (/* binding */ refreshLock),
/* harmony export */   rh: () => (/* binding */ writeRecord),
/* harmony export */   x_: () => (/* binding */ releaseLock)
/* harmony export */ });
/* unused harmony exports WRITE_RECORD, READ_LOCK, CHANGE_LOCK */
/* harmony import */ var _state_folder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56201);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65720);



/** $1 name, $2 content. A reader sees the old file or the new one; after a power cut too. */
const WRITE_RECORD = `
umask 077
folder=${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
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
folder=${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
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
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)} could not ${what} in ${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P} (exit ${output.code}): ${output.stderr.trim().split('\n').at(-1) || 'it does not say why'}; is its disk full or read-only?`, host.machine.name, 'command');
}
/** It becomes a file name. */
function clusterName(name) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
        throw new TypeError(`not a cluster name: ${name}`);
    return name;
}
//# sourceMappingURL=files.js.map

/***/ }),

/***/ 10012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adopt: () => (/* binding */ adopt),
/* harmony export */   adopted: () => (/* binding */ adopted)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85039);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39679);
/* harmony import */ var _stages_lock__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67957);
/* harmony import */ var _host_reachable__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(54250);
/* harmony import */ var _stages_cluster_record__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53862);
/* harmony import */ var _stages_names__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55772);
/* harmony import */ var _stages_observe__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79540);
/* harmony import */ var _stages_open_session__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52350);
/* harmony import */ var _stages_record__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23307);
/* harmony import */ var _stages_record_keeper__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(36550);
/* harmony import */ var _stages_stage_error__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(17033);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(43706);













/**
 * Writes into the record what is there and in the cluster file, as if it had been put there from it: from then on what leaves the
 * file is removed. Under the lock. Returns what it wrote, in words.
 */
async function adopt(config) {
    const session = (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_7__/* .openSession */ .f)(config);
    try {
        return await writeFound(session);
    }
    finally {
        await (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_7__/* .closeSession */ .V)(session);
    }
}
function writeFound(session) {
    return (0,_stages_lock__WEBPACK_IMPORTED_MODULE_3__/* .withLock */ .kK)(session, async (held) => {
        const { cluster } = held;
        const { live } = await (0,_stages_observe__WEBPACK_IMPORTED_MODULE_6__/* .observe */ .lB)(held);
        if (!(0,_host_reachable__WEBPACK_IMPORTED_MODULE_11__/* .isReachable */ .k)(live.main))
            throw new _stages_stage_error__WEBPACK_IMPORTED_MODULE_10__/* .StageError */ .Z(`Nothing was adopted: ${live.main.unreachable}`);
        const before = live.record ?? (0,_stages_cluster_record__WEBPACK_IMPORTED_MODULE_4__/* .emptyRecord */ .F)(cluster.name);
        const after = adopted(before, cluster, live);
        await (0,_stages_record_keeper__WEBPACK_IMPORTED_MODULE_9__/* .keepRecord */ .r)(held, before).update(() => after);
        return difference(before, after);
    });
}
/** Pure: the record with all that is in the cluster file and was found. What it has already stays. */
function adopted(record, cluster, live) {
    const found = cluster.servers.filter((server) => !(0,_stages_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(record.servers, server.name) && isThere(server, live));
    const trusted = (0,_host_reachable__WEBPACK_IMPORTED_MODULE_11__/* .isReachable */ .k)(live.main) ? (live.main.firewall?.trusted.permanent ?? []) : [];
    const sources = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(trusted.map((source) => [source, true]));
    const accepted = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => [cidr, true]));
    const union = (list, more) => [...new Set([...list, ...more])];
    return {
        ...record,
        servers: {
            ...record.servers,
            ...Object.fromEntries(found.map((server) => [
                server.name,
                { ...(0,_stages_record__WEBPACK_IMPORTED_MODULE_8__/* .recorded */ .t2)(server), ...(hasRun(server, live) && { installed: true }) },
            ])),
        },
        firewall: union(record.firewall, (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster).filter((source) => sources.has(source))),
        whitelist: union(record.whitelist, (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .whitelistCidrs */ .ZQ)(cluster).filter((cidr) => accepted.has(cidr))),
        // So that one is turned on again before the last server of its role goes.
        builtInDisabled: _cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .LISTED_ROLES */ .cS.filter((role) => record.builtInDisabled.includes(role) ||
            (cluster.servers.some((server) => server.role === role && server.enabled) &&
                live.portal.servers[role].some(({ type, enabled }) => type === 'INTERNAL' && !enabled))),
    };
}
function isThere(server, live) {
    const { role, name } = server;
    if ((0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .isListed */ .yy)(role))
        return live.portal.servers[role].some((entry) => entry.name === name && entry.type === 'EXTERNAL');
    return hasRun(server, live);
}
/** A host that does not answer counts as one that it runs on: a server that may have calls is drained before it goes. */
function hasRun({ name, role }, { hosts }) {
    const facts = hosts.get(name);
    return !(0,_host_reachable__WEBPACK_IMPORTED_MODULE_11__/* .isReachable */ .k)(facts) || facts.containers.some((container) => container.name === _cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[role].container);
}
function difference(before, after) {
    const names = Object.keys(after.servers).filter((name) => !(0,_stages_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(before.servers, name));
    const entries = after.firewall.length - before.firewall.length + after.whitelist.length - before.whitelist.length;
    if (names.length === 0 && entries === 0)
        return 'nothing that the record did not have';
    return `${(0,_text_list__WEBPACK_IMPORTED_MODULE_12__/* .plural */ .L)(names.length, 'server')}, ${(0,_text_list__WEBPACK_IMPORTED_MODULE_12__/* .plural */ .L)(entries, 'entry', 'entries')} of firewall and whitelist`;
}
//# sourceMappingURL=adopt.js.map

/***/ }),

/***/ 67957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ releaseOwn),
/* harmony export */   kK: () => (/* binding */ withLock),
/* harmony export */   ms: () => (/* binding */ lockHolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77278);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17033);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73039);




/** A holder that gave no sign of life for this long is dead: its runner was killed, or its network is gone. */
const STALE_MS = 120_000;
const HEARTBEAT_MS = 20_000;
/** Longer than it takes a dead holder's lock to become stale. */
const PATIENCE_MS = 180_000;
/**
 * Does `work` while no other run changes the cluster; the session that it gets is cancelled if one does after all. The steps of one job share the lock (same identity); a terminal gives it
 * back at the end, a job keeps it for its next step and gives it back in its `post` step. Throws StageError that names the
 * holder when the lock does not come free.
 */
async function withLock(session, work) {
    const { cluster, hosts, log, run } = session;
    const main = hosts.host(cluster.pbx.machine);
    const holder = { ...run, since: new Date(session.now()).toISOString() };
    let other;
    const held = await (0,_wait__WEBPACK_IMPORTED_MODULE_3__/* .until */ .T)(session, PATIENCE_MS, async () => {
        const answer = await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .acquireLock */ .IZ)(main, cluster.name, holder, { staleAfterMs: STALE_MS, isDead });
        if (answer.acquired) {
            if (answer.tookOver)
                log.warning(`Took over the lock of ${describe(answer.tookOver)}, which gave no sign of life`);
            return true;
        }
        if (!other)
            log.info(`${cluster.name} is locked by ${describe(answer.holder)}; waiting for it`);
        other = answer.holder;
        return undefined;
    });
    if (!held)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Z(`${cluster.name} is locked by ${describe(other ?? {})}; try again when that run has ended`);
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
        // A beat that is lost costs nothing: the next one comes before the lock is stale.
        (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .refreshLock */ .nM)(main, cluster.name, run.id).then((ours) => {
            if (ours || lost.signal.aborted)
                return;
            log.error(`Another run took over the lock of ${cluster.name}: nothing new is begun by this one`);
            lost.abort();
        }, (error) => log.debug(String(error)));
    }, HEARTBEAT_MS);
    heartbeat.unref();
    try {
        return await work({ ...session, signal: AbortSignal.any([session.signal, lost.signal]) });
    }
    finally {
        clearInterval(heartbeat);
        if (!run.keepLock)
            await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .releaseLock */ .x_)(main, cluster.name, run.id).catch((error) => log.debug(String(error)));
    }
}
/** For the end of a job: does `work` if the lock is still this run's, then gives it back. */
async function releaseOwn(session, work) {
    const { cluster, hosts, run } = session;
    const main = hosts.host(cluster.pbx.machine);
    if (!(await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .refreshLock */ .nM)(main, cluster.name, run.id)))
        return;
    try {
        await work();
    }
    finally {
        await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .releaseLock */ .x_)(main, cluster.name, run.id);
    }
}
/** Who holds the lock, as the main server's facts have it; undefined: nobody who gave a sign of life of late. */
function lockHolder({ lock, lockIdleMs = 0 }) {
    if (lock === undefined || lockIdleMs >= STALE_MS)
        return undefined;
    let holder;
    try {
        holder = JSON.parse(lock);
    }
    catch {
        // Its writer is at it, or died half way.
    }
    const known = typeof holder === 'object' && holder !== null ? holder : {};
    return isDead(known) ? undefined : describe(known);
}
function isDead({ host, pid }) {
    if (pid === undefined || host !== (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)())
        return false;
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return error.code === 'ESRCH';
    }
}
function describe({ id, host, since }) {
    // What another run wrote is shown to people, never obeyed.
    const plain = (text) => typeof text === 'string' ? text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) : undefined;
    return `${plain(id) ?? 'another run'}${plain(host) ? ` on ${plain(host)}` : ''}${plain(since) ? ` since ${plain(since)}` : ''}`;
}
//# sourceMappingURL=lock.js.map

/***/ }),

/***/ 36550:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ RecordKeeper),
/* harmony export */   r: () => (/* binding */ keepRecord)
/* harmony export */ });
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77278);

/** Keeps a record in the name of the session's run. */
function keepRecord(session, record) {
    const { cluster, hosts, run } = session;
    return new RecordKeeper(record, hosts.host(cluster.pbx.machine), () => ({
        run: run.id,
        ...(run.commit && { commit: run.commit }),
        time: new Date(session.now()).toISOString(),
    }));
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
            this.writing = (0,_host_files__WEBPACK_IMPORTED_MODULE_0__/* .writeRecord */ .rh)(this.main, this.record.cluster, `${JSON.stringify(this.record, null, 2)}\n`).then(() => {
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
//# sourceMappingURL=record-keeper.js.map

/***/ }),

/***/ 23307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   t2: () => (/* binding */ recorded),
/* harmony export */   y6: () => (/* binding */ forget)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61398);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55772);
/* harmony import */ var _owed_restarts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72230);




/*
 * What the record says before and after changes. It is written before they are begun: a run that is killed right after it
 * created something must know later that it was ours.
 */
/** What the record says before the first of `changes` is applied. */
function claim(record, changes, cluster, plane, live) {
    const next = structuredClone(record);
    // One that happened meanwhile, whoever did it, is not owed any more; the same can come to be owed anew.
    for (const [id, owed] of Object.entries(next.restarts))
        if (!(0,_owed_restarts__WEBPACK_IMPORTED_MODULE_3__/* .isOwed */ .mR)(cluster, live, id, owed))
            delete next.restarts[id];
    for (const change of changes) {
        if (change.kind === 'trusted-source' && change.action === 'create')
            next.firewall = union(next.firewall, change.source);
        if (change.kind === 'whitelist-entry' && change.action === 'create')
            next.whitelist = union(next.whitelist, change.entry.cidr);
        const name = claimed(change, next);
        const server = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .findServer */ .Fm)(cluster, name);
        // One that moves is still known by its old address until it has left it.
        if (server && !(0,_names__WEBPACK_IMPORTED_MODULE_2__/* .has */ .zy)(next.servers, server.name))
            next.servers[server.name] = recorded(server);
    }
    if (changes.some(({ kind }) => DISTURBS_ROLES.has(kind)))
        owe(next, cluster, plane, live, changes);
    const upgradesPbx = (0,_change__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .CZ)(changes, 'pbx-image').length > 0;
    for (const [id, owed] of Object.entries(next.restarts)) {
        // A restart or an upgrade of the PBX starts the load balancer as well: until that is done, its start says nothing.
        const withPbx = id === _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.loadBalancerRestart && (upgradesPbx || (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .has */ .zy)(next.restarts, _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart));
        if (id === _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.loadBalancerRestart && upgradesPbx)
            next.restarts[id] = { reason: owed.reason };
        if (withPbx)
            continue;
        const startedAt = owed.startedAt ?? (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_3__/* .startOf */ .GH)(cluster, live, id);
        next.restarts[id] = { ...owed, ...(startedAt && { startedAt }) };
    }
    return next;
}
/** The server that a change makes ours: what it creates, what is ours already, and what takes the place of one of ours. */
function claimed(change, { servers }) {
    switch (change.kind) {
        case 'portal-entry': {
            // What takes the place of one of ours by another name is ours.
            return change.action === 'create' || (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .has */ .zy)(servers, change.replaces) ? change.server : undefined;
        }
        case 'im-addresses':
        case 'role':
            return change.action === 'create' ? change.server : undefined;
        default:
            return undefined;
    }
}
/** Whatever installs or removes something may bring restarts with it. */
const DISTURBS_ROLES = new Set([
    'ssh-key',
    'pbx-image',
    'role',
    'role-removal',
    'portal-entry-removal',
    'im-addresses-removal',
    'whitelist-removal',
    'source-removal',
]);
function owe(next, cluster, plane, live, changes) {
    const due = (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_3__/* .broughtAlong */ .TM)(cluster, plane, live, changes);
    const note = (id, reason) => (next.restarts[id] ??= { reason });
    if (due.loadBalancer)
        note(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.loadBalancerRestart, (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_3__/* .restartReason */ .KI)(due.loadBalancer));
    if (due.pbx)
        note(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart, (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_3__/* .restartReason */ .KI)(due.pbx));
    for (const [name, cause] of Object.entries(due.servers))
        note(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(name), (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_3__/* .restartReason */ .KI)(cause));
}
/** What the record says once `change` has been applied. */
function settle(record, change, cluster) {
    const next = structuredClone(record);
    switch (change.kind) {
        case 'source-removal':
            next.firewall = next.firewall.filter((source) => source !== change.source);
            break;
        case 'whitelist-removal':
            next.whitelist = next.whitelist.filter((cidr) => cidr !== change.cidr);
            break;
        case 'portal-entry':
        case 'im-addresses': {
            const known = knownServer(next, change.server);
            const server = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .findServer */ .Fm)(cluster, change.server);
            // One that moves is known by its old address until its role has left that.
            if (server && known?.address === server.address)
                next.servers[change.server] = { ...recorded(server), ...(known.installed && { installed: true }) };
            break;
        }
        case 'role':
            if (knownServer(next, change.server))
                next.servers[change.server] = { ...recorded(change.wanted), installed: true };
            delete next.recreate[change.server];
            // A container that was just recreated has nothing older to forget.
            if (change.action !== 'create')
                delete next.restarts[_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(change.server)];
            break;
        case 'role-removal':
            delete next.recreate[change.server];
            break;
        case 'pbx-image':
            delete next.restarts[_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart];
            break;
        case 'built-in-on':
        case 'built-in-off':
            // In one order, whichever was done first.
            next.builtInDisabled = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.filter((role) => role === change.role ? change.kind === 'built-in-off' : next.builtInDisabled.includes(role));
            break;
        case 'pbx-restart':
        case 'load-balancer-restart':
        case 'server-restart':
            delete next.restarts[change.id];
            break;
        case 'trusted-source':
        case 'whitelist-entry':
        case 'token':
        case 'ssh-key':
        case 'portal-entry-removal':
        case 'im-addresses-removal':
            break;
    }
    return next;
}
function knownServer(record, name) {
    return (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .has */ .zy)(record.servers, name) ? record.servers[name] : undefined;
}
function recorded({ role, address, ssh, privateIp, publicIp }) {
    return { role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
}
/** Forgets servers that left the cluster file once nothing of them is left; `remaining` are the names that still have something. */
function forget(record, cluster, remaining) {
    const next = structuredClone(record);
    for (const name of Object.keys(next.servers)) {
        if (!(0,_names__WEBPACK_IMPORTED_MODULE_2__/* .findServer */ .Fm)(cluster, name) && !remaining.has(name))
            delete next.servers[name];
    }
    const restartable = new Set([
        _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart,
        _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.loadBalancerRestart,
        ...cluster.servers.map(({ name }) => _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(name)),
    ]);
    for (const id of Object.keys(next.restarts))
        if (!restartable.has(id))
            delete next.restarts[id];
    next.draining = next.draining.filter((name) => (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .findServer */ .Fm)(cluster, name));
    return next;
}
function union(list, item) {
    return list.includes(item) ? list : [...list, item];
}
//# sourceMappingURL=record.js.map

/***/ })

};
;
//# sourceMappingURL=12.index.js.map