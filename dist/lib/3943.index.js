"use strict";
exports.id = 3943;
exports.ids = [3943,1789,6382];
exports.modules = {

/***/ 86399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readStatus: () => (/* binding */ readStatus)
});

// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/pbx/types.js
var types = __webpack_require__(54930);
// EXTERNAL MODULE: ./build/src/plan/live-plan.js
var live_plan = __webpack_require__(16382);
// EXTERNAL MODULE: ./build/src/stages/open-session.js + 16 modules
var open_session = __webpack_require__(52350);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/cluster/window.js
var cluster_window = __webpack_require__(12683);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/stages/live.js
var stages_live = __webpack_require__(29508);
// EXTERNAL MODULE: ./build/src/stages/lock.js
var stages_lock = __webpack_require__(67957);
// EXTERNAL MODULE: ./build/src/drift/drift.js
var drift = __webpack_require__(68725);
// EXTERNAL MODULE: ./build/src/stages/index.js + 3 modules
var stages = __webpack_require__(5958);
// EXTERNAL MODULE: ./build/src/stages/restart.js
var restart = __webpack_require__(17843);
;// CONCATENATED MODULE: ./build/src/cli/status-report.js








/** Pure: what is wanted, what is there, what a deploy would do. */
function statusReport(cluster, live, plan, servers = cluster.servers, apiProblem) {
    const listed = Object.values(live.portal.servers).flat();
    const wanted = new Set(cluster.servers.map(({ name }) => name));
    const running = (0,stages_live/* pbxContainer */.sT)(live);
    const lock = (0,reachable/* isReachable */.k)(live.main) ? (0,stages_lock/* lockHolder */.ms)(live.main) : undefined;
    const { items } = (0,drift/* driftOf */.$p)(plan);
    const owed = plan.changes.filter((change) => (0,stages/* stageOf */.gV)(change) === 'restart');
    const upNow = (unit) => roles/* LISTED_ROLES */.cS.filter((role) => countedIn(role) === unit)
        .flatMap((role) => live.portal.servers[role])
        .reduce((sum, { id }) => sum + (live.portal.status.get(id)?.calls ?? 0), 0);
    return {
        version: 1,
        cluster: cluster.name,
        pbx: {
            address: cluster.pbx.privateIp,
            api: cluster.pbx.api,
            reachable: (0,reachable/* isReachable */.k)(live.main),
            ...(!(0,reachable/* isReachable */.k)(live.main) && { problem: live.main.unreachable }),
            ...(running?.running && running.version !== undefined && { version: running.version }),
            ...(apiProblem !== undefined && { apiProblem }),
        },
        ...(lock !== undefined && { lock }),
        ...windowNow(cluster, live),
        calls: upNow('calls'),
        participants: upNow('participants'),
        servers: servers.map((server) => serverState(server, live, plan, apiProblem === undefined)),
        unmanaged: listed
            .filter(({ type, name }) => type === 'EXTERNAL' && !wanted.has(name))
            .map(({ id, role, name, privateIp, enabled }) => ({
            role,
            name,
            ...(privateIp !== undefined && { address: privateIp }),
            online: live.portal.status.get(id)?.status === 'ONLINE',
            enabled,
        })),
        builtIn: listed.filter(({ type, enabled }) => type === 'INTERNAL' && enabled).map(({ role }) => role),
        findings: plan.warnings,
        drift: plan.changes.length,
        differences: items,
        restartsOwed: owed.map(({ id }) => id),
        restartsOwedTo: owed.flatMap((change) => restarted(change) ?? []),
    };
}
function restarted({ kind, server }) {
    if (kind === 'load-balancer-restart')
        return restart/* LOAD_BALANCER_NAME */.q;
    return kind === 'pbx-restart' ? 'pbx' : server;
}
/** What the PBX counts on servers of the role */
function countedIn(role) {
    const { calls } = roles/* ROLES */.gg[role];
    return calls.kind === 'counted' ? calls.unit : undefined;
}
function windowNow({ restart: { window } }, { at }) {
    if (!window)
        return {};
    const { open, opensAt } = (0,cluster_window/* windowState */.k)(window, at);
    const opens = open || opensAt === undefined ? {} : { opensAt: new Date(opensAt).toISOString() };
    return { window: { text: (0,cluster_window/* formatWindow */.A)(window), open, ...opens } };
}
function serverState(server, live, plan, portalTells) {
    const { name, role, address, publicIp } = server;
    const facts = live.hosts.get(name);
    const container = (0,reachable/* isReachable */.k)(facts) ? facts.containers.find((one) => one.name === roles/* ROLES */.gg[role].container) : undefined;
    const portal = inPortal(server, live);
    const status = portal && live.portal.status.get(portal.id);
    return {
        name,
        role,
        address,
        ...(publicIp !== undefined && { publicIp }),
        state: stateOf(role, (0,reachable/* isReachable */.k)(facts) ? facts : undefined, portal, status?.status, portalTells),
        enabled: portal?.enabled ?? server.enabled,
        ...(status?.calls !== undefined && { calls: status.calls }),
        ...capacityOf(portal),
        ...(container && { image: container.image }),
        ...(container?.version !== undefined && { version: container.version }),
        drift: plan.changes.filter((change) => change.server === name).map(({ id }) => id),
        ...(facts !== undefined && !(0,reachable/* isReachable */.k)(facts) && { problem: facts.unreachable }),
    };
}
function capacityOf(portal) {
    const capacity = portal?.maxCallSessions ?? portal?.maxParticipants;
    return capacity === undefined ? {} : { capacity };
}
function inPortal({ name, role }, live) {
    if (!(0,roles/* isListed */.yy)(role))
        return undefined;
    return live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
}
function stateOf(role, facts, portal, status, portalTells) {
    if (status === 'ONLINE')
        return 'online';
    if (!facts)
        return 'unreachable';
    const listed = (0,roles/* isListed */.yy)(role) && portalTells;
    if (listed && !portal)
        return 'not-registered';
    const container = facts.containers.find(({ name }) => name === roles/* ROLES */.gg[role].container);
    if (!container)
        return 'not-installed';
    if (listed)
        return 'offline';
    return container.running ? 'running' : 'stopped';
}
//# sourceMappingURL=status-report.js.map
;// CONCATENATED MODULE: ./build/src/cli/read-status.js





/** Looks at the live cluster once. Where the PBX does not answer, the hosts still tell what runs on them. */
async function readStatus(config, servers) {
    const session = (0,open_session/* openSession */.f)(config);
    const report = ({ live, plan }, apiProblem) => statusReport(config.cluster, live, plan, (0,cluster_select/* selectServers */.V)(config.cluster, servers), apiProblem);
    try {
        return report(await (0,live_plan/* lookAround */.h)(session));
    }
    catch (error) {
        if (!(error instanceof types/* PbxError */.f))
            throw error;
        const { live, plan } = await (0,live_plan/* lookAround */.h)({ ...session, pbx: mute(session.pbx) });
        // What there would be to do cannot be told without the portal; what keeps hosts from answering can.
        const warnings = plan.warnings.filter(({ code }) => code === 'host-unreachable' || code === 'main-unreachable');
        return report({ live, plan: { ...plan, changes: [], warnings } }, error.message);
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
}
/** One that knows nothing, and is not asked again. */
function mute(pbx) {
    return {
        ...pbx,
        servers: () => Promise.resolve([]),
        ipFilters: () => Promise.resolve([]),
        im: () => Promise.resolve({}),
        imToken: () => Promise.resolve(undefined),
    };
}
//# sourceMappingURL=read-status.js.map

/***/ }),

/***/ 53891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ show),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/** A value of the file as it can be shown: on one line, short, and without characters that a terminal obeys. */
function show(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a mapping';
    if (typeof value !== 'string')
        return String(value);
    return JSON.stringify(printable(value));
}
/** Text of others, cut to `limit` characters and without any that is invisible. */
function printable(text, limit = 60) {
    const visible = text
        .slice(0, 4 * limit)
        .replace(/[\p{C}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
    return visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible;
}
//# sourceMappingURL=fault.js.map

/***/ }),

/***/ 86119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ selectServers)
/* harmony export */ });
/* harmony import */ var _suggest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63821);
/* harmony import */ var _fault__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53891);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);




/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
function selectServers(cluster, selectors) {
    const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
    if (wanted.size === 0)
        return [...cluster.servers];
    const names = cluster.servers.map(({ name }) => name);
    const unknown = [...wanted].filter((selector) => !names.includes(selector) && !(0,_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(selector));
    if (unknown.length > 0)
        throw new _types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(unknown.map((selector) => explain(selector, names)).join('\n'));
    return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}
function explain(selector, names) {
    const guess = (0,_suggest__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(selector, [...names, ..._roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST]);
    const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.join(', ')}.`;
    return `No server and no role is called "${(0,_fault__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(selector)}". ${hint}`;
}
function list(names) {
    if (names.length === 0)
        return 'none';
    return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
}
//# sourceMappingURL=select.js.map

/***/ }),

/***/ 63821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The candidate that was probably meant: `private-ip`, `privateIp` and `privat_ip` are private_ip. */
function closest(word, candidates) {
    const wanted = fold(word.slice(0, 64));
    let best;
    for (const candidate of candidates) {
        const folded = fold(candidate);
        const score = startsAlike(wanted, folded) ? 0.5 : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, folded);
        // Two slips in five letters (a swap counts as two): more than that is another word.
        const allowed = Math.max(1, Math.round(Math.max(wanted.length, folded.length) * 0.4));
        if (score <= allowed && score < Math.min(wanted.length, folded.length) && (!best || score < best.score)) {
            best = { candidate, score };
        }
    }
    return best?.candidate;
}
/** `did you mean media? One of media, queue, …` */
function didYouMean(word, candidates, guess = closest(word, candidates)) {
    const all = `one of ${candidates.join(', ')}`;
    if (!guess)
        return all;
    return candidates.length > 8 ? `did you mean ${guess}?` : `did you mean ${guess}? (${all})`;
}
/** Saturday is sat, disab is disabled. */
function startsAlike(a, b) {
    return a !== b && Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}
function fold(word) {
    return word.toLowerCase().replace(/[-_ .]/g, '');
}
//# sourceMappingURL=suggest.js.map

/***/ }),

/***/ 68725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   EB: () => (/* binding */ writeItems),
/* harmony export */   F1: () => (/* binding */ readItems),
/* harmony export */   Ul: () => (/* binding */ carry),
/* harmony export */   YB: () => (/* binding */ driftDigest),
/* harmony export */   pT: () => (/* binding */ compareDrift),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
/* unused harmony export couldSee */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5958);
/* harmony import */ var _text_natural_order__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27952);




/** Findings that say that somebody changed the live cluster, and that no deploy ends; with where they are seen. */
const DRIFTED = new Map([
    ['firewalld-not-running', { on: 'portal' }],
    ['zone-conflict', { on: 'firewall' }],
    ['address-denied', { on: 'portal' }],
]);
/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
function driftOf(plan) {
    const { changes, warnings } = plan;
    const isRestart = (change) => (0,_stages__WEBPACK_IMPORTED_MODULE_2__/* .stageOf */ .gV)(change) === 'restart';
    const findings = warnings.flatMap((finding) => {
        const { code, server = '' } = finding;
        const sight = DRIFTED.get(code);
        if (code === 'unmanaged-server')
            return [fromFinding('unmanaged', `unmanaged/${server}`, finding)];
        return sight ? [fromFinding('finding', `finding/${code}/${server}`, finding, sight)] : [];
    });
    return {
        items: inOrder([...changes.filter((change) => !isRestart(change)).map(fromChange), ...findings]),
        unseen: [
            ...new Set(warnings.flatMap(({ code, server }) => (code === 'host-unreachable' && server !== undefined ? [server] : []))),
        ].sort(_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U),
        firewallUnseen: warnings.some(({ code }) => code === 'node-unreachable' || code === 'firewalld-not-running'),
        owed: changes.filter(isRestart).map(({ id }) => id),
        notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
    };
}
/** The same with all that machines said put through `say`. */
function inWords(drift, say) {
    const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
    return { ...drift, items, notes: drift.notes.map(say) };
}
function fromChange(change) {
    const { id, action, server, impact } = change;
    const words = (0,_stages__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(change);
    const values = (words.selfExplaining?.(change) ? [] : words.differences(change)).map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`);
    // Of what is missing as a whole, or is one too many, the reason tells more than its values.
    const what = values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : words.reason(change);
    const [verb, particle] = words.deed(change);
    return {
        id,
        kind: 'change',
        ...(server !== undefined && { server }),
        deed: [verb, words.target(change), particle].filter(Boolean).join(' '),
        what,
        impact,
        sight: sightOf(change),
    };
}
function sightOf(change) {
    switch (change.kind) {
        case 'trusted-source':
        case 'source-removal':
            return { on: 'firewall' };
        case 'role':
        case 'role-removal':
        case 'pbx-image':
            return { on: 'host' };
        // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
        case 'built-in-on':
        case 'built-in-off':
            return { on: 'hosts', role: change.role };
        default:
            return { on: 'portal' };
    }
}
function fromFinding(kind, id, { server, message }, sight = { on: 'portal' }) {
    return { id, kind, ...(server !== undefined && { server }), what: message, impact: 'none', sight };
}
/** Whether a look that did not see everything could have seen an item. */
function couldSee({ server, sight }, { unseen, firewallUnseen }, cluster) {
    const inFile = (name) => cluster.servers.find((one) => one.name === name);
    // Nobody can say what such a look had to see.
    if (!sight)
        return unseen.length === 0 && !firewallUnseen;
    if (sight.on === 'hosts')
        return !unseen.some((name) => inFile(name)?.role === sight.role);
    if (sight.on === 'firewall' && firewallUnseen)
        return false;
    if (server === undefined || !unseen.includes(server))
        return true;
    // The portal and the main server were asked; of what left the file everything waits for its host.
    return sight.on !== 'host' && inFile(server) !== undefined;
}
/**
 * What there is, and what there was that this look could not see: a host that does not answer hides what is on it, and drift
 * that nobody saw end has not ended.
 */
function carry(before, drift, cluster) {
    const present = new Set(drift.items.map(({ id }) => id));
    return inOrder([
        ...drift.items,
        ...before.filter((item) => !present.has(item.id) && !couldSee(item, drift, cluster)),
    ]);
}
/** `sha256:` of what has drifted; the same set has the same digest. */
function driftDigest(items) {
    const what = inOrder(items).map(key);
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(what)).digest('hex')}`;
}
/** What came, and what went. What differs in another way than before is in both. */
function compareDrift(before, now) {
    const had = new Set(before.map(key));
    const have = new Set(now.map(key));
    return { came: now.filter((item) => !had.has(key(item))), went: before.filter((item) => !have.has(key(item))) };
}
const key = ({ id, deed: does = '', what }) => JSON.stringify([id, does, what]);
function inOrder(items) {
    return [...items].sort((a, b) => (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.server ?? '', b.server ?? '') || (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.id, b.id));
}
/** Whatever was written, only items of the right shape; undefined when it holds none at all. */
function readItems(value) {
    if (!Array.isArray(value))
        return undefined;
    const items = [];
    for (const entry of value) {
        if (!Array.isArray(entry))
            return undefined;
        const [id, server, does, what, impact, kind, on, role] = entry;
        const known = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .IMPACTS */ .wD.find((one) => one === impact);
        if (typeof id !== 'string' || typeof what !== 'string' || known === undefined)
            return undefined;
        const sight = readSight(on, role);
        items.push({
            id,
            // Earlier releases wrote none.
            kind: ITEM_KINDS.find((one) => one === kind) ?? (typeof does === 'string' ? 'change' : 'finding'),
            ...(typeof server === 'string' && { server }),
            ...(typeof does === 'string' && { deed: does }),
            what,
            impact: known,
            ...(sight && { sight }),
        });
    }
    return items;
}
const ITEM_KINDS = ['change', 'unmanaged', 'finding'];
function readSight(on, role) {
    if (on === 'hosts')
        return typeof role === 'string' && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(role) ? { on, role } : undefined;
    return on === 'portal' || on === 'host' || on === 'firewall' ? { on } : undefined;
}
/** For `readItems`. */
function writeItems(items) {
    return items.map(({ id, kind, server, deed: does, what, impact, sight }) => [
        id,
        server ?? null,
        does ?? null,
        what,
        impact,
        kind,
        ...(sight ? [sight.on] : []),
        ...(sight?.on === 'hosts' ? [sight.role] : []),
    ]);
}
//# sourceMappingURL=drift.js.map

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

/***/ 61789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aZ: () => (/* binding */ PATIENCE),
/* harmony export */   ik: () => (/* binding */ adviceOn),
/* harmony export */   rV: () => (/* binding */ pauseMs)
/* harmony export */ });
/** When to ask a PBX again. A PBX that restarts, or a proxy that lost it, answers 502 for a minute or more. */
const PATIENCE = {
    /** Tries in all */
    attempts: 20,
    /** From the first try to the last one's start */
    totalMs: 180_000,
    /** Likewise while nothing has ever answered: then a wrong address is likelier than a restart */
    firstContactMs: 30_000,
    /** Tries when the PBX itself says 500: that seldom heals */
    internalErrorAttempts: 5,
    firstPauseMs: 500,
    longestPauseMs: 10_000,
    /** A `Retry-After` of an hour is not waited for. */
    longestRetryAfterMs: 60_000,
};
/** Pause after the `attempt`th try (1…): doubled each time, capped, and between half and all of that. */
function pauseMs(attempt, random) {
    const full = Math.min(PATIENCE.longestPauseMs, PATIENCE.firstPauseMs * 2 ** (attempt - 1));
    return full * (0.5 + random / 2);
}
/** Milliseconds that a `Retry-After` header asks for (seconds, or an HTTP date), capped; undefined when it says nothing. */
function retryAfterMs(header, now) {
    if (!header)
        return undefined;
    const value = header.trim();
    const wait = /^\d+$/.test(value) ? Number(value) * 1000 : /[a-z]/i.test(value) ? Date.parse(value) - now : NaN;
    if (Number.isNaN(wait))
        return undefined;
    return Math.min(Math.max(wait, 0), PATIENCE.longestRetryAfterMs);
}
function adviceOn(status) {
    if (status === 429)
        return 'again';
    if (status === 408 || status === 500 || status === 502 || status === 503 || status === 504)
        return 'unsure';
    return 'final';
}
//# sourceMappingURL=retry.js.map

/***/ }),

/***/ 16382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lookAround),
/* harmony export */   look: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _stages_open_session__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52350);
/* harmony import */ var _stages_observe__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79540);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24784);



/** Looks at the live cluster once. Changes nothing, takes no lock. */
async function look(config) {
    const session = (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(config);
    try {
        return await lookAround(session);
    }
    finally {
        await (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_0__/* .closeSession */ .V)(session);
    }
}
/** The same over connections that are there. */
async function lookAround(session) {
    const { live, findings } = await (0,_stages_observe__WEBPACK_IMPORTED_MODULE_1__/* .observe */ .lB)(session);
    const plan = (0,_plan__WEBPACK_IMPORTED_MODULE_2__.makePlan)(session.cluster, live);
    return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
}
//# sourceMappingURL=live-plan.js.map

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

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ })

};
;
//# sourceMappingURL=3943.index.js.map