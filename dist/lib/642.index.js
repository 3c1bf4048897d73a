"use strict";
exports.id = 642;
exports.ids = [642];
exports.modules = {

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

/***/ 12546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ DEFAULT_OPTIONS)
/* harmony export */ });
const DEFAULT_OPTIONS = {
    servers: [],
    dryRun: false,
    rotate: [],
    force: false,
    gone: [],
    allowUndersized: false,
};
//# sourceMappingURL=options.js.map

/***/ }),

/***/ 40883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isBlocking)
/* harmony export */ });
function isBlocking({ severity }) {
    return severity === 'blocking';
}
//# sourceMappingURL=finding.js.map

/***/ }),

/***/ 73467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ planDocument),
/* harmony export */   rk: () => (/* binding */ readPlanDocument),
/* harmony export */   wL: () => (/* binding */ changeDocument)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5958);
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);
/* harmony import */ var _fingerprint__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7648);




function planDocument({ version, cluster, digest, live, settings, changes, warnings }) {
    return { version, cluster, digest, live, settings, changes: changes.map(changeDocument), warnings };
}
function changeDocument(change) {
    const words = (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change);
    return {
        id: change.id,
        stage: (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .stageOf */ .gV)(change),
        action: change.action,
        ...(change.server !== undefined && { server: change.server }),
        reason: words.reason(change),
        impact: change.impact,
        needs: [...change.needs],
        attributes: words.differences(change),
        decides: (0,_fingerprint__WEBPACK_IMPORTED_MODULE_3__/* .decided */ .rc)(change),
    };
}
/** The plan that a document describes; undefined for what `planDocument` did not make. */
function readPlanDocument(value) {
    if (!isObject(value) || value['version'] !== 1 || typeof value['cluster'] !== 'string')
        return undefined;
    const settings = value['settings'];
    if (!isObject(settings) || !Object.values(settings).every((hash) => typeof hash === 'string'))
        return undefined;
    if (!Array.isArray(value['changes']))
        return undefined;
    const changes = value['changes'].map(readChange);
    if (!changes.every((change) => change !== undefined))
        return undefined;
    const { cluster } = value;
    const hashes = settings;
    // What counts is what it says, so its digest is made anew.
    const digest = (0,_fingerprint__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(cluster, hashes, changes);
    return { version: 1, cluster, digest, settings: hashes, live: value['live'] === true, changes, warnings: [] };
}
function readChange(value) {
    if (!isObject(value))
        return undefined;
    const { decides, impact } = value;
    const known = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD.find((one) => one === impact);
    if (!isObject(decides) || known === undefined)
        return undefined;
    const change = { ...decides, causes: [], impact: known, needs: [], after: [] };
    return isChange(change) && decides['id'] === value['id'] ? change : undefined;
}
/** As far as it is looked at here: it is compared as a whole, and never carried out. */
function isChange(value) {
    const { kind, id, action, wanted } = value;
    const known = _stages__WEBPACK_IMPORTED_MODULE_1__/* .KINDS */ .GW.some((one) => one === kind) && _stages_change__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl.some((one) => one === action);
    return known && typeof id === 'string' && (!HAS_ROLE.has(kind) || (isObject(wanted) && hasRole(wanted)));
}
/** Whose built-in server may stand in: their role is looked up. */
const HAS_ROLE = new Set(['role', 'server-restart']);
function hasRole({ role }) {
    return typeof role === 'string' && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isRole */ .tm)(role);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=document.js.map

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

/***/ 25455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ IMPACT_LABELS),
/* harmony export */   Bd: () => (/* binding */ countActions),
/* harmony export */   J7: () => (/* binding */ countsLine),
/* harmony export */   Ox: () => (/* binding */ worstImpact),
/* harmony export */   bw: () => (/* binding */ impactSentences),
/* harmony export */   dC: () => (/* binding */ summaryLine),
/* harmony export */   vs: () => (/* binding */ STAND_IN)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40883);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43706);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89510);




function countActions(changes) {
    const counts = { create: 0, update: 0, replace: 0, delete: 0, restart: 0 };
    for (const { action } of changes)
        counts[action]++;
    return counts;
}
/** "3 to add, 1 to change, 0 to replace, 2 to restart, 0 to remove" */
function countsLine(changes) {
    const { create, update, replace, restart, delete: remove } = countActions(changes);
    return `${create} to add, ${update} to change, ${replace} to replace, ${restart} to restart, ${remove} to remove`;
}
/** The last line of a plan: "Plan: 3 to add, …." or that there is nothing to do. */
function summaryLine(plan, clusterFile = 'cluster.yaml') {
    if (plan.changes.length > 0)
        return `Plan: ${countsLine(plan.changes)}.`;
    if (plan.warnings?.some(_finding__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U))
        return 'No changes that could be made: see what is blocked.';
    return plan.live
        ? `No changes. The cluster matches ${clusterFile}.`
        : 'No changes. Both cluster files ask for the same cluster.';
}
function worstImpact(changes) {
    const worst = Math.max(0, ...changes.map(({ impact }) => _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD.indexOf(impact)));
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD[worst] ?? 'none';
}
/** In a word or two, for tables. */
const IMPACT_LABELS = {
    none: 'nothing',
    analytics: 'reports pause',
    messaging: 'chat pauses',
    'new-calls': 'new calls wait or go elsewhere',
    'active-calls': 'calls can be cut',
};
/** What callers will notice, a sentence for each kind of impact, the worst first; at least one. */
function impactSentences({ changes, warnings }) {
    const of = (impact) => changes.filter((change) => change.impact === impact);
    const sentences = [
        ...cut(of('active-calls')),
        ...away(changes, warnings),
        ...noNewCalls(of('new-calls'), warnings),
        ...paused(of('messaging'), 'Chat messages and files', 'calls go on'),
        ...paused(of('analytics'), 'Reports and call statistics', 'calls and chat go on'),
    ];
    return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}
const isPbx = ({ kind }) => kind === 'pbx-restart' || kind === 'pbx-image';
const isLoadBalancer = ({ kind }) => kind === 'load-balancer-restart';
const names = (changes) => [...new Set(changes.map((change) => change.server ?? (0,_words__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(change)))];
function cut(changes) {
    const sentences = [];
    if (changes.some(isPbx))
        sentences.push('The PBX itself restarts: all calls are cut, and none can be made for some minutes.');
    const others = changes.filter((change) => !isPbx(change));
    const servers = names(others);
    if (servers.length > 0)
        sentences.push(`Calls that are up on ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(servers)} get about five minutes to end; those that last longer are cut.`);
    return sentences;
}
/** Servers that are the only ones of their role: somebody stands in, or nobody does. */
function away(changes, findings) {
    const touched = new Set(changes.map(({ server }) => server));
    const of = (code) => findings.flatMap((finding) => (finding.code === code && touched.has(finding.server) ? (finding.server ?? []) : []));
    const alone = of(ALONE);
    const replaced = of(STAND_IN);
    const sentences = [];
    if (alone.length > 0)
        sentences.push(`New calls that need ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(alone)} are refused for about a minute: there is no other of the role, and none built in.`);
    if (replaced.length > 0)
        sentences.push(`The PBX's built-in ${replaced.length === 1 ? 'server takes' : 'servers take'} the new calls while ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(replaced)} ${replaced.length === 1 ? 'is' : 'are'} away, about a minute${replaced.length === 1 ? '' : ' each'}.`);
    return sentences;
}
/** The codes of the findings about servers that are the only ones of their role, which the sentences tell */
const STAND_IN = 'last-of-role';
const ALONE = 'last-of-role-without-stand-in';
function noNewCalls(changes, findings) {
    const alone = findings.filter(({ code }) => code === STAND_IN || code === ALONE).map(({ server }) => server);
    const sentences = [];
    const others = names(changes.filter((change) => !isLoadBalancer(change) && !alone.includes(change.server)));
    if (others.length > 0)
        sentences.push(others.length === 1
            ? `${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(others)} takes no new calls for about a minute, once the calls on it have ended; others of the role take them.`
            : `${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(others)} in turn take no new calls for about a minute, once the calls on them have ended; others of the role take them.`);
    if (changes.some(isLoadBalancer))
        sentences.push('New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.');
    return sentences;
}
function paused(changes, what, meanwhile) {
    const isGone = ({ action }) => action === 'delete';
    const [back, gone] = [names(changes.filter((change) => !isGone(change))), names(changes.filter(isGone))];
    const sentences = [];
    if (back.length > 0)
        sentences.push(`${what} pause for about a minute while ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(back)} ${back.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`);
    if (gone.length > 0)
        sentences.push(`${what} stop when ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(gone)} ${gone.length === 1 ? 'is' : 'are'} removed, until there is another server for them; ${meanwhile}.`);
    return sentences;
}
//# sourceMappingURL=counts.js.map

/***/ }),

/***/ 9347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ steps),
/* harmony export */   Iv: () => (/* binding */ deeds),
/* harmony export */   Me: () => (/* binding */ overall),
/* harmony export */   yt: () => (/* binding */ groupByServer)
/* harmony export */ });
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5958);

/** By server, in the order in which the plan first touches them; those that are only restarted come last, the main server before them. */
function groupByServer(changes, servers = []) {
    const known = new Map(servers.map((server) => [server.name, server]));
    const groups = new Map();
    for (const change of changes) {
        const group = groups.get(change.server);
        if (group)
            group.push(change);
        else
            groups.set(change.server, [change]);
    }
    const rank = ({ name, action }) => action === 'restart' && name !== undefined ? 2 : name === undefined ? 1 : 0;
    return [...groups]
        .map(([name, own]) => {
        const server = name === undefined ? undefined : known.get(name);
        return { ...(name !== undefined && { name }), ...(server && { server }), action: sum(own), changes: own };
    })
        .sort((a, b) => rank(a) - rank(b));
}
/** What makes a server what it is: its role, and its entry in the portal */
const CORE = new Set([
    'portal-entry',
    'im-addresses',
    'pbx-image',
    'role',
    'role-removal',
    'portal-entry-removal',
    'im-addresses-removal',
]);
/** A server that is registered and installed is new, whatever else happens around it. */
function sum(changes) {
    const core = changes.filter(({ kind }) => CORE.has(kind));
    const actions = new Set((core.length > 0 ? core : changes).map(({ action }) => action));
    if (actions.size === 1)
        return [...actions][0] ?? 'update';
    for (const action of ['replace', 'delete', 'create'])
        if (actions.has(action) && !(action === 'delete' && actions.has('create')))
            return action;
    return 'update';
}
/** What happens to a server as a whole; the main server itself is never added or removed. */
function overall({ name, action }) {
    return name === undefined && action !== 'restart' ? 'update' : action;
}
function steps(changes) {
    const result = [];
    for (const change of changes) {
        const last = result.at(-1);
        const stage = (0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(change);
        if (last?.stage === stage)
            last.changes.push(change);
        else
            result.push({ stage, changes: [change] });
    }
    return result;
}
/** The changes of a step by what is done: "trust a, b; whitelist c". */
function deeds(step, target) {
    const byDeed = new Map();
    for (const change of step.changes) {
        const deed = (0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(change).deed(change);
        const key = deed.join(' ');
        const same = byDeed.get(key);
        if (same)
            same.whom.push(target(change));
        else
            byDeed.set(key, { deed, whom: [target(change)] });
    }
    return [...byDeed.values()];
}
//# sourceMappingURL=groups.js.map

/***/ }),

/***/ 43706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ plural),
/* harmony export */   p: () => (/* binding */ list)
/* harmony export */ });
/** `a`, `a and b`, `a, b, c and 12 more` */
function list(names, most = 5) {
    if (names.length > most)
        return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
    if (names.length < 2)
        return names.join('');
    return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
function plural(count, noun, many = `${noun}s`) {
    return `${count} ${count === 1 ? noun : many}`;
}
//# sourceMappingURL=list.js.map

/***/ })

};
;
//# sourceMappingURL=642.index.js.map