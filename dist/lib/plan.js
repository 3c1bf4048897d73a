/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 380:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'cloud-firewall'() {
    return __nccwpck_require__(950);
  },
  get 'document'() {
    return __nccwpck_require__(467);
  },
  get 'fingerprint'() {
    return __nccwpck_require__(648);
  },
  get 'fleet-jobs'() {
    return __nccwpck_require__(897);
  },
  get 'fleet-plans'() {
    return __nccwpck_require__(573);
  },
  get 'held'() {
    return __nccwpck_require__(193);
  },
  get 'host-commands'() {
    return __nccwpck_require__(491);
  },
  get 'images'() {
    return __nccwpck_require__(88);
  },
  get 'live-plan'() {
    return __nccwpck_require__(382);
  },
  get 'plan'() {
    return __nccwpck_require__(941);
  },
  get 'review'() {
    return __nccwpck_require__(802);
  },
  get 'uncommon'() {
    return __nccwpck_require__(440);
  },
};


/***/ }),

/***/ 950:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/cloud-firewall.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.cloudRules = cloudRules;
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const ports_1 = { get it() { return (__nccwpck_require__(907).ports); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
/** Whatever `cloud` is: where there is none, nobody needs them. */
function cloudRules(cluster) {
    return [...pbxRules(cluster), ...roles_1.it.ROLE_NAMES.flatMap((role) => roleRules(role, cluster))];
}
function pbxRules(cluster) {
    const { pbxMachines, pbxCallers } = (0, control_plane_1.it.controlPlane)(cluster);
    const nodes = pbxMachines.map(({ address }) => address);
    const rule = (why, ports, from) => from.length === 0 ? [] : [{ on: 'pbx', machines: [], ports, from, why }];
    // In a cloud a server may come in by either of its addresses.
    const of = (which) => unique(cluster.servers
        .filter(({ role }) => which(role))
        .flatMap((server) => (0, addresses_1.it.addressesOf)(server, { cloud: cluster.cloud ?? 'other' })));
    return [
        ...rule('callers', pbxCallers, 'anywhere'),
        ...rule('servers', [ports_1.it.ALL_TCP, ports_1.it.ALL_UDP], of((role) => roles_1.it.ROLES[role].pbxLetsIn === 'all')),
        ...rule('analytics', [ports_1.it.ALL_TCP], of((role) => roles_1.it.ROLES[role].pbxLetsIn === 'tcp')),
        ...roles_1.it.ROLE_NAMES.filter(roles_1.it.isOutside).flatMap((role) => {
            const { calls } = roles_1.it.ROLES[role];
            return calls.kind === 'outside'
                ? rule('border', [(0, ports_1.it.tcp)(calls.pbxPort)], of((one) => one === role))
                : [];
        }),
        ...(nodes.length > 1 ? rule('nodes', [ports_1.it.ALL_TCP, ports_1.it.ALL_UDP], unique(nodes)) : []),
        ...rule('ssh', [(0, ports_1.it.tcp)(cluster.pbx.machine.ssh.port)], 'operators'),
    ];
}
function roleRules(on, cluster) {
    const servers = cluster.servers.filter(({ role }) => role === on);
    if (servers.length === 0)
        return [];
    const { callersReach = [], pbxReaches = [] } = roles_1.it.ROLES[on];
    const machines = servers.map(({ name }) => name);
    const ssh = [...new Set(servers.map((server) => server.ssh.port))].map((port) => (0, ports_1.it.tcp)(port));
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const pbx = unique([...plane.pbxMachines.map(({ address }) => address), cluster.pbx.privateIp]);
    // Where the scripts that are run there sign in to the servers
    const elsewhere = servers.flatMap((server) => {
        const { address } = plane.controlMachine(server);
        return address === server.address ? [] : [address];
    });
    const rule = (why, ports, from) => ports.length === 0 ? [] : [{ on, machines, ports, from, why }];
    return [
        ...rule('callers', callersReach, 'anywhere'),
        ...rule('pbx', pbxReaches, pbx),
        ...(elsewhere.length > 0 ? rule('control', ssh, unique(elsewhere)) : []),
        ...rule('ssh', ssh, 'operators'),
    ];
}
function unique(addresses) {
    return [...new Set(addresses.map(addresses_1.it.normalise))];
}

/***/ }),

/***/ 467:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/document.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.planDocument = planDocument;
exports.documenting = documenting;
exports.readPlanDocument = readPlanDocument;
exports.statedIn = statedIn;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(838).settings); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const fingerprint_1 = __nccwpck_require__(648);
const held_1 = __nccwpck_require__(193);
function planDocument(plan) {
    const { version, cluster, digest, live, settings, changedSettings, images, scripts, changes, warnings } = plan;
    const held = (0, held_1.heldIn)(plan);
    return {
        version,
        cluster,
        digest,
        live,
        settings,
        changedSettings: changedSettings.map((change) => ({ ...change, follows: (0, settings_1.it.whatFollows)(change) })),
        ...(images && { images }),
        ...(scripts && { scripts }),
        changes: changes.map(documenting()).map((change) => ({
            ...change,
            ...(held.has(change.id) && { blocked: true }),
        })),
        warnings,
    };
}
/** What is said of the changes of one list, one after the other. A list that many of them share is written out once. */
function documenting() {
    const written = new Map();
    return (change) => {
        const { id, oneOf = [] } = change;
        const same = written.get(oneOf);
        if (same === undefined)
            written.set(oneOf, id);
        return changeDocument(change, oneOf.length === 0 ? {} : same === undefined ? { oneOf: [...oneOf] } : { oneOfAs: same });
    };
}
function changeDocument(change, oneOf) {
    const words = (0, stages_1.it.wordsOf)(change);
    return {
        id: change.id,
        stage: (0, stages_1.it.stageOf)(change),
        action: change.action,
        ...(change.server !== undefined && { server: change.server }),
        reason: words.reason(change),
        impact: change.impact,
        needs: [...change.needs],
        ...oneOf,
        attributes: words.differences(change),
        decides: (0, fingerprint_1.decided)(change),
    };
}
/** No plan is; whatever looks into one goes down with it. */
const DEEPEST = 50;
function isDeep(value) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > DEEPEST)
            return true;
        level = level.flatMap((one) => Object.values(one).filter((inner) => typeof inner === 'object' && inner !== null));
    }
    return false;
}
/** The plan that a document describes; undefined for what `planDocument` did not make. */
function readPlanDocument(value) {
    if (!(0, unknown_1.it.isObject)(value) || value['version'] !== 1 || typeof value['cluster'] !== 'string')
        return undefined;
    if (isDeep(value))
        return undefined;
    const { cluster, settings } = value;
    if (!isTexts(settings) || !Array.isArray(value['changes']))
        return undefined;
    const changes = value['changes'].map(readChange);
    if (!changes.every((change) => change !== undefined))
        return undefined;
    // What counts is what it says, so its digest is computed again.
    const images = readImages(value['images']);
    const digest = (0, fingerprint_1.digestOf)(cluster, settings, changes, images);
    return {
        version: 1,
        cluster,
        digest,
        settings,
        changedSettings: [],
        ...(images && { images }),
        live: value['live'] === true,
        changes,
        warnings: [],
    };
}
function readImages(value) {
    if (!(0, unknown_1.it.isObject)(value))
        return undefined;
    const entries = Object.entries(value).flatMap(([image, seen]) => (0, unknown_1.it.isObject)(seen) && typeof seen['digest'] === 'string' ? [[image, { digest: seen['digest'] }]] : []);
    return Object.fromEntries(entries);
}
function statedIn(value) {
    if (!(0, unknown_1.it.isObject)(value))
        return { blockedBy: [] };
    const { digest, warnings } = value;
    const blockedBy = (Array.isArray(warnings) ? warnings : []).flatMap((finding) => {
        const { severity, server, change, message } = (0, unknown_1.it.isObject)(finding) ? finding : {};
        return severity === 'blocking' && server === undefined && change === undefined && typeof message === 'string'
            ? [message]
            : [];
    });
    return { ...(typeof digest === 'string' && { digest }), blockedBy };
}
function readChange(value) {
    if (!(0, unknown_1.it.isObject)(value))
        return undefined;
    const { decides, impact } = value;
    const known = roles_1.it.IMPACTS.find((one) => one === impact);
    if (!(0, unknown_1.it.isObject)(decides) || known === undefined)
        return undefined;
    const change = { ...decides, causes: [], impact: known, needs: [], after: [] };
    // Whoever reads the file sees these.
    const shown = ['id', 'action', 'server'].every((field) => decides[field] === value[field]);
    return shown && isChange(change) ? change : undefined;
}
/** As far as it is looked at here: it is compared as a whole, and never carried out. */
function isChange(value) {
    const { kind, id, action, wanted, differences } = value;
    const known = stages_1.it.KINDS.some((one) => one === kind) && change_1.it.ACTIONS.some((one) => one === action);
    return (known &&
        typeof id === 'string' &&
        (!HAS_ROLE.has(kind) || ((0, unknown_1.it.isObject)(wanted) && hasRole(wanted))) &&
        (differences === undefined || (Array.isArray(differences) && differences.every(isDifference))));
}
/** Whose built-in server may stand in: their role is looked up. */
const HAS_ROLE = new Set(['role', 'server-restart']);
function hasRole({ role }) {
    return typeof role === 'string' && (0, roles_1.it.isRole)(role);
}
function isDifference(value) {
    return isTexts(value) && 'name' in value;
}
function isTexts(value) {
    return (0, unknown_1.it.isObject)(value) && Object.values(value).every((one) => typeof one === 'string');
}

/***/ }),

/***/ 648:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/fingerprint.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.FINGERPRINT_BYTES = exports.OBJECT_BYTES = exports.WHOLE_BYTES = void 0;
exports.decided = decided;
exports.fingerprint = fingerprint;
exports.outcomeMarks = outcomeMarks;
exports.outcomeMark = outcomeMark;
exports.objectPart = objectPart;
exports.settingHashes = settingHashes;
exports.digestOf = digestOf;
exports.digestSteps = digestSteps;
exports.digestsIn = digestsIn;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(838).settings); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(60)["natural-order"]); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
/*
 * By what a change is known again: everything that decides what is done, and nothing that tells of the hour. Two changes with
 * one fingerprint do the same to the same object on the same machine.
 */
/** Bytes of a fingerprint that tell it from any other: 128 bits, as nobody may be able to make two alike. */
exports.WHOLE_BYTES = 16;
/** Bytes by which its object is found again, to say that it was reviewed with other values */
exports.OBJECT_BYTES = 3;
exports.FINGERPRINT_BYTES = exports.WHOLE_BYTES + exports.OBJECT_BYTES;
/** What decides what a change does: all of it but why, when, what it is noticed by and what was read. */
function decided(change) {
    const { causes, impact, needs, oneOf, after, afterAll, ...rest } = change;
    const kept = Object.entries(rest).filter(([name]) => name !== 'present');
    return { ...Object.fromEntries(kept), ...('differences' in rest && { differences: whatDiffers(rest.differences) }) };
}
/** Base64 */
function fingerprint(cluster, change) {
    const before = known.get(change);
    if (before?.cluster === cluster)
        return before.print;
    const found = { cluster, print: print(change.id, ['change', cluster, decided(change)]) };
    known.set(change, found);
    return found.print;
}
/** Nothing alters a change once it is made. Of each it is asked again and again: for the digest, for what is reviewed, and before it is done. */
const known = new WeakMap();
/** What would be altered and to what: not what it was when somebody looked, nor in which order it was found. */
function whatDiffers(differences) {
    return [...differences]
        .sort((a, b) => (0, natural_order_1.it.compare)(a.name, b.name))
        .map(({ name, after }) => ({ name, ...(after !== undefined && { after }) }));
}
/**
 * What an interrupted run leaves of a reviewed change looks like another change: the role is not there any more, or the
 * built-in server still stands in. It is known again by what it would come to, which must be what was reviewed.
 */
function outcomeMarks(cluster, change) {
    const standIn = change.kind === 'role' || change.kind === 'server-restart' ? change.wanted.role : undefined;
    return [
        ...outcomeMark(cluster, change),
        ...(standIn && (0, roles_1.it.isListed)(standIn) && change.impact !== 'none' ? [standInGone(cluster, standIn)] : []),
    ];
}
/** The mark of what a change comes to, however it gets there; none where nothing of it is left half way. */
function outcomeMark(cluster, change) {
    switch (change.kind) {
        case 'trusted-source':
            return [print(change.id, ['outcome', cluster, change.kind, change.source])];
        case 'whitelist-entry':
            return [print(change.id, ['outcome', cluster, change.kind, change.entry])];
        case 'role':
        case 'portal-entry':
        case 'im-addresses':
            return [print(change.id, ['outcome', cluster, change.kind, change.wanted])];
        case 'host-preparation':
            // Its restart is what is left of it once Docker is there.
            return change.reboot ? [print(change.id, ['outcome', cluster, change.kind, change.machine, change.reboot])] : [];
        case 'built-in-off':
            return [standInGone(cluster, change.role)];
        default:
            return [];
    }
}
function standInGone(cluster, role) {
    return print(change_1.it.idOf.builtIn(role), ['outcome', cluster, 'built-in-off']);
}
/** The bytes by which an object is found again, wherever base64 puts them. */
function objectPart(mark) {
    return Buffer.from(mark, 'base64').subarray(exports.WHOLE_BYTES).toString('base64');
}
/** How things are done, apart from what: by setting, a hash of its value. */
function settingHashes(cluster) {
    const settings = { ...(0, settings_1.it.settingsOf)(cluster), [OWN_SSH]: (0, settings_1.it.ownSsh)(cluster) };
    return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, hash(['setting', name, value], 16).toString('base64')]));
}
/** How servers are signed in to that have settings of their own */
const OWN_SSH = 'servers.ssh';
/**
 * `sha256:` over what would be done and how, sorted: neither the file's order nor reasons, measurements or the time of day
 * count. Two plans with one digest do the same to the same objects.
 */
function digestOf(cluster, settings, changes, images = {}) {
    return (0, slices_1.it.atOnce)(digestSteps(cluster, settings, changes, images));
}
/** The same, a change a step. */
function* digestSteps(cluster, settings, changes, images = {}) {
    const what = [];
    for (const change of [...changes].sort((a, b) => (0, natural_order_1.it.compare)(a.id, b.id))) {
        what.push(fingerprint(cluster, change));
        yield;
    }
    const also = Object.keys(images).length > 0 ? [digestsIn(images)] : [];
    return `sha256:${hash([2, cluster, settings, what, ...also], 32).toString('hex')}`;
}
/** What a plan's images are, by name */
function digestsIn(images = {}) {
    return Object.fromEntries(Object.entries(images).map(([image, { digest }]) => [image, digest]));
}
function print(id, what) {
    return Buffer.concat([hash(what, exports.WHOLE_BYTES), hash(['object', id], exports.OBJECT_BYTES)]).toString('base64');
}
function hash(what, bytes) {
    return (0, node_crypto_1.it.createHash)('sha256').update(canonical(what)).digest().subarray(0, bytes);
}
/** JSON whose keys have one order, however the object was made. */
function canonical(value) {
    return JSON.stringify(inOneOrder(value));
}
function inOneOrder(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map(inOneOrder);
    const entries = Object.entries(value);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, inOneOrder(inner)]));
}

/***/ }),

/***/ 897:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/fleet-jobs.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readFleetJobs = readFleetJobs;
exports.readWaves = readWaves;
exports.readLeft = readLeft;
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/*
 * What the action `discover` found, as it comes back from another job: as text.
 */
/** Of its matrix; undefined: it is none that `discover` made. */
function readFleetJobs(text) {
    return jobsIn(parsed(text));
}
function jobsIn(value) {
    return readList((0, unknown_1.it.isObject)(value) ? value['include'] : undefined, ({ file, name, runner, environment, wave }) => {
        if (!isText(file) || !isName(name) || !isText(environment) || typeof wave !== 'number')
            return undefined;
        if (!Array.isArray(runner) || !runner.every(isText))
            return undefined;
        return { file, name, runner, environment, wave };
    });
}
/** Of its output `matrices`: the clusters of each wave, in order */
function readWaves(text) {
    const value = parsed(text);
    if (!Array.isArray(value))
        return undefined;
    const waves = value.map((one) => jobsIn(one));
    return waves.every((wave) => wave !== undefined && wave.length > 0) ? waves : undefined;
}
/** Of its output `left` */
function readLeft(text) {
    return readList(parsed(text), ({ file, name, movedTo }) => isText(file) ? { file, ...(isText(name) && { name }), ...(isText(movedTo) && { movedTo }) } : undefined);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function readList(value, read) {
    if (!Array.isArray(value))
        return undefined;
    const all = value.map((one) => ((0, unknown_1.it.isObject)(one) ? read(one) : undefined));
    return all.every((one) => one !== undefined) ? all : undefined;
}
const isText = (value) => typeof value === 'string';
/** It becomes part of a path. */
const isName = (value) => isText(value) && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(value);

/***/ }),

/***/ 573:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/fleet-plans.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.changesOf = void 0;
exports.readPlans = readPlans;
exports.readJob = readJob;
exports.isEmpty = isEmpty;
exports.byWeight = byWeight;
exports.knownPlan = knownPlan;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const document_1 = __nccwpck_require__(467);
const review_1 = __nccwpck_require__(802);
const held_1 = __nccwpck_require__(193);
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** A plan of 1,000 servers takes some 10 MiB. */
const MOST_BYTES = 100 * 1024 * 1024;
/**
 * The plans that jobs left in `folder`, one after the other, since one may be large. `attempt`: of this run; what an earlier one left
 * counts only where no job of this one had to make it anew (`fresh` false).
 */
async function readPlans(folder, clusters, { attempt, fresh }) {
    const plans = [];
    for (const cluster of clusters) {
        const own = (0, node_path_1.join)(folder, `portsip-plan-${cluster.name}`);
        const job = await readJob(own);
        const plan = fresh && job.attempt !== attempt && job.attempt !== undefined
            ? { known: false, why: 'old' }
            : await readPlan((0, node_path_1.join)(own, 'plan.json'), cluster.name);
        plans.push({ ...cluster, plan, ...(job.id !== undefined && { job: job.id }) });
    }
    return plans.sort(byWeight);
}
async function readPlan(path, name) {
    let value;
    try {
        if ((await (0, promises_1.it.stat)(path)).size > MOST_BYTES)
            return { known: false, why: 'unreadable' };
        value = JSON.parse(await (0, promises_1.it.readFile)(path, 'utf8'));
    }
    catch (error) {
        return { known: false, why: error instanceof SyntaxError ? 'unreadable' : 'missing' };
    }
    const plan = (0, document_1.readPlanDocument)(value);
    const stated = (0, document_1.statedIn)(value);
    if (!plan || !(0, unknown_1.it.isObject)(value) || stated.digest !== plan.digest)
        return { known: false, why: 'unreadable' };
    if (plan.cluster !== name)
        return { known: false, why: 'other' };
    const blocked = blockedIds(value['changes']);
    const doable = plan.changes.filter(({ id }) => !blocked.has(id));
    const { changedSettings } = value;
    return {
        known: true,
        reviewed: (0, review_1.reviewedOf)(plan),
        asked: plan.live,
        counts: countsOf(doable),
        blocked: plan.changes.length - doable.length,
        settings: Array.isArray(changedSettings) ? changedSettings.length : 0,
        stopped: stated.blockedBy.length > 0,
        impact: roles_1.it.IMPACTS[Math.max(0, ...doable.map(({ impact }) => roles_1.it.IMPACTS.indexOf(impact)))] ?? 'none',
    };
}
function blockedIds(changes) {
    const all = Array.isArray(changes) ? changes : [];
    return new Set(all.flatMap((change) => ((0, unknown_1.it.isObject)(change) && change['blocked'] === true ? [change['id']] : [])));
}
function countsOf(changes) {
    const counts = {};
    for (const { action } of changes)
        counts[action] = (counts[action] ?? 0) + 1;
    return counts;
}
/** What the job wrote about itself; nothing where it left nothing that could be read */
async function readJob(folder) {
    try {
        const value = JSON.parse(await (0, promises_1.it.readFile)((0, node_path_1.join)(folder, 'portsip-job.json'), 'utf8'));
        const { attempt, id: number } = (0, unknown_1.it.isObject)(value) ? value : {};
        return {
            ...(typeof attempt === 'number' && { attempt }),
            ...(typeof number === 'string' && /^\d{1,20}$/.test(number) && { id: number }),
        };
    }
    catch {
        return {};
    }
}
/** Whether a deploy would do nothing at all, and is not kept from anything */
function isEmpty({ plan }) {
    return plan.known && !plan.stopped && (0, exports.changesOf)(plan) + plan.blocked + plan.settings === 0;
}
const changesOf = ({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0);
exports.changesOf = changesOf;
/** The worst first: what is not known may be anything. */
function byWeight(a, b) {
    const weights = (one) => {
        const { plan } = one;
        if (!plan.known)
            return [3, 0, 0];
        if (isEmpty(one))
            return [0, 0, 0];
        return [plan.stopped ? 2 : 1, roles_1.it.IMPACTS.indexOf(plan.impact), (0, exports.changesOf)(plan) + plan.blocked];
    };
    const [left, right] = [weights(a), weights(b)];
    const differs = left.findIndex((weight, index) => weight !== right[index]);
    if (differs !== -1)
        return (right[differs] ?? 0) - (left[differs] ?? 0);
    return a.wave - b.wave || (a.name < b.name ? -1 : 1);
}
/** A plan in a line of a table of many. Pure. */
function knownPlan(plan) {
    const { doable, held } = (0, held_1.sorted)(plan);
    const counts = {};
    for (const { action } of doable)
        counts[action] = (counts[action] ?? 0) + 1;
    return {
        known: true,
        reviewed: (0, review_1.reviewedOf)(plan),
        asked: plan.live,
        counts,
        blocked: held.length,
        settings: plan.changedSettings.length,
        stopped: plan.warnings.some(finding_1.it.blocksAll),
        impact: roles_1.it.IMPACTS[Math.max(0, ...doable.map(({ impact }) => roles_1.it.IMPACTS.indexOf(impact)))] ?? 'none',
    };
}

/***/ }),

/***/ 193:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/held.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.blockerOf = blockerOf;
exports.heldIn = heldIn;
exports.unhindered = unhindered;
exports.sorted = sorted;
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const heal_1 = { get it() { return (__nccwpck_require__(984).heal); } };
/** What blocks a change itself. A finding that is about no server and no change blocks everything. */
function blockerOf({ warnings, }) {
    const blocking = warnings.filter(finding_1.it.isBlocking).reverse();
    const byChange = new Map(blocking.map((finding) => [finding.change, finding]));
    const byServer = new Map(blocking.flatMap((finding) => (finding.change === undefined ? [[finding.server, finding]] : [])));
    const whole = byServer.get(undefined);
    // The host of a server that is dead need not answer, and nothing but its entry in the portal is touched.
    return (change) => ((0, heal_1.it.heals)(change) ? undefined : (whole ?? byServer.get(change.server) ?? byChange.get(change.id)));
}
/** The changes that wait, by id. The plan's changes are in order. */
function heldIn(plan) {
    const blocker = blockerOf(plan);
    return held(plan.changes, (change) => {
        const by = blocker(change);
        return by && { by };
    }, (need) => ({ need }));
}
/** The changes that nothing is in the way of, nor of what they need. `changes` are in order. */
function unhindered(changes, hindrance) {
    const waits = held(changes, hindrance, (need) => need);
    return changes.filter(({ id }) => !waits.has(id));
}
function held(changes, itself, waitsFor) {
    const waits = new Map();
    const areHeld = (0, change_1.it.allIn)(waits);
    for (const change of changes) {
        const { id, needs, oneOf = [] } = change;
        const why = itself(change);
        const need = needs.find((other) => waits.has(other)) ?? (areHeld(oneOf) ? oneOf[0] : undefined);
        if (why !== undefined)
            waits.set(id, why);
        else if (need !== undefined)
            waits.set(id, waitsFor(need));
    }
    return waits;
}
/** The plan's changes: those that a deploy does, and those that wait. */
function sorted(plan) {
    const waits = heldIn(plan);
    return {
        doable: plan.changes.filter(({ id }) => !waits.has(id)),
        held: plan.changes.filter(({ id }) => waits.has(id)),
    };
}

/***/ }),

/***/ 491:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/host-commands.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.hostCommands = hostCommands;
exports.pullCommand = pullCommand;
const registry_1 = { get it() { return (__nccwpck_require__(907).registry); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const departing_1 = { get it() { return (__nccwpck_require__(984).departing); } };
const backup_1 = { get it() { return (__nccwpck_require__(984).backup); } };
const outside_1 = { get it() { return (__nccwpck_require__(984).outside); } };
/**
 * The command lines that a plan runs on hosts, by machine in the order in which they are first touched; secrets as
 * placeholders. What goes over the PBX's REST API is not among them.
 */
function hostCommands(changes, cluster) {
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const byMachine = new Map();
    const { machine: main } = cluster.pbx;
    const add = ({ name, address }, line) => {
        const where = name === main.name ? `${plane.mainName} (${address})` : `${name} (${address})`;
        const lines = byMachine.get(where) ?? [];
        byMachine.set(where, lines);
        lines.push(line);
    };
    for (const node of plane.pbxMachines)
        for (const line of firewallLines(changes))
            add(node, line);
    for (const change of changes)
        for (const command of commandsOf(change, cluster))
            add(command.machine, commandLine(command));
    return [...byMachine].map(([where, lines]) => ({ where, lines }));
}
/** Each node of a highly available PBX has a firewall of its own. For good and at once, as a reload would drop what is not stored. */
function firewallLines(changes) {
    return (0, change_1.it.ofKind)(changes, 'trusted-source', 'source-removal').flatMap(({ kind, source }) => {
        const change = `--zone=trusted --${kind === 'source-removal' ? 'remove' : 'add'}-source=${source}`;
        return [`sudo firewall-cmd --permanent ${change}`, `sudo firewall-cmd ${change}`];
    });
}
function commandLine({ cwd, argv }) {
    return `${cwd === '/' ? '' : `cd ${cwd} && `}${argv[0] === 'sudo' ? '' : 'sudo '}${argv.join(' ')}`;
}
/** What a change runs on hosts, one after the other. */
function commandsOf(change, cluster) {
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const { machine } = cluster.pbx;
    switch (change.kind) {
        case 'pbx-image':
            return [pullCommand(machine, change.image), plane.pbxCommand('upgrade')];
        case 'pbx-restart':
            return [plane.pbxCommand('restart')];
        case 'load-balancer-restart':
            return [plane.pbxCommand('restart-loadbalancer')];
        case 'role': {
            const { wanted, leaves, pull, verbs } = change;
            const left = leaves && (0, departing_1.it.asServer)(leaves.from, cluster);
            return [
                ...leadingCallers('out', change.drain, left ?? wanted, change),
                ...(leaves && left ? leaves.verbs.map((verb) => plane.command(left, verb)) : []),
                ...(pull ?? []).map((image) => pullCommand(wanted, image)),
                ...verbs.map((verb) => plane.command(wanted, verb, null)),
                ...leadingCallers('in', change.drain, wanted, change),
            ];
        }
        case 'role-removal': {
            const left = (0, departing_1.it.asServer)(change.from, cluster);
            return [
                ...leadingCallers('out', change.drain, left, change),
                ...change.verbs.map((verb) => plane.command(left, verb)),
            ];
        }
        case 'server-restart':
            return [
                ...leadingCallers('out', change.drain, change.wanted, change),
                ...change.verbs.map((verb) => plane.command(change.wanted, verb)),
                ...leadingCallers('in', change.drain, change.wanted, change),
            ];
        case 'registry-sign-in':
            return [
                signInCommand(change.machine, change.registry),
                ...(change.leaves ?? []).map((left) => signOutCommand(change.machine, left)),
            ];
        case 'registry-sign-out':
            return [signOutCommand(change.machine, change.registry)];
        case 'backup':
            return (0, backup_1.it.backupCommands)(change, cluster);
        case 'callers-back':
            return [(0, outside_1.it.dnsCommand)(machine, change.command, 'in', change.of)];
        // Done through the PBX's API, in the firewall (`firewallLines`) or over SSH without a command line of the guide's.
        case 'trusted-source':
        case 'source-removal':
        case 'whitelist-entry':
        case 'whitelist-removal':
        case 'portal-entry':
        case 'portal-entry-removal':
        case 'im-addresses':
        case 'im-addresses-removal':
        case 'built-in-on':
        case 'built-in-off':
        case 'dead-server-off':
        case 'dead-server-on':
        case 'sbc-settings':
        case 'token':
        case 'ssh-key':
        case 'control-scripts':
        case 'host-preparation':
            return [];
    }
    function leadingCallers(way, drain, server, { action }) {
        if (drain?.command === undefined || action === 'create')
            return [];
        return [(0, outside_1.it.dnsCommand)(machine, drain.command, way, server)];
    }
}
/** Fetches an image to a machine. */
function pullCommand(machine, image) {
    return { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
}
/** The token is typed in. */
function signInCommand(machine, { server, username }) {
    const user = /^[\w.@+-]+$/.test(username) ? username : `'${username}'`;
    return { machine, cwd: '/', argv: ['docker', 'login', '--username', user, '--password-stdin', server], secrets: [] };
}
function signOutCommand(machine, { server }) {
    return { machine, cwd: '/', argv: ['docker', 'logout', (0, registry_1.it.nameInConfig)(server)], secrets: [] };
}

/***/ }),

/***/ 88:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/images.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fetchedBy = fetchedBy;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
/** The images that a change may fetch: what its control script is told. One that is named by its digest is what it is. */
function fetchedBy(change, cluster) {
    if (change.kind === 'pbx-image')
        return byTag([{ image: change.image, machine: cluster.pbx.machine }]);
    if (change.kind !== 'role')
        return [];
    const { wanted, verbs } = change;
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const told = verbs.flatMap((verb) => plane.command(wanted, verb, null).argv);
    const { image, clickhouse_image: clickhouse } = roles_1.it.ROLES[wanted.role].settings(wanted, { pbxIp: '' });
    return byTag([image, clickhouse].flatMap((name) => name !== undefined && told.includes(name) ? [{ image: name, machine: wanted }] : []));
}
const byTag = (images) => images.filter(({ image }) => !image.includes('@'));

/***/ }),

/***/ 382:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/live-plan.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.look = look;
exports.lookAround = lookAround;
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const open_session_1 = { get it() { return (__nccwpck_require__(984)["open-session"]); } };
const observe_1 = { get it() { return (__nccwpck_require__(984).observe); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const moved_tags_1 = { get it() { return (__nccwpck_require__(984)["moved-tags"]); } };
const plan_1 = __nccwpck_require__(941);
/** Looks at the live cluster once, and at what its tags stand for by now. Changes nothing, takes no lock. */
async function look(config) {
    const session = (0, open_session_1.it.openSession)(config);
    try {
        const { live, plan } = await lookAround(session);
        const tags = (0, reachable_1.it.isReachable)(live.main) ? await (0, moved_tags_1.it.movedTags)(session, live) : [];
        return { live, plan: { ...plan, warnings: [...plan.warnings, ...tags] } };
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}
/** The same over connections that are there. */
async function lookAround(session) {
    const { live, findings } = await (0, observe_1.it.observe)(session, { outside: true });
    const plan = await (0, slices_1.it.inSlices)((0, plan_1.planSteps)(session.cluster, live));
    return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
}

/***/ }),

/***/ 941:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/plan.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.makePlan = makePlan;
exports.planSteps = planSteps;
exports.offlinePlan = offlinePlan;
exports.comparedWith = comparedWith;
exports.withChanges = withChanges;
exports.withImages = withImages;
exports.forServers = forServers;
exports.narrow = narrow;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(838).settings); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const script_generations_1 = { get it() { return (__nccwpck_require__(984)["script-generations"]); } };
const deployed_1 = { get it() { return (__nccwpck_require__(984).deployed); } };
const diff_1 = { get it() { return (__nccwpck_require__(984).diff); } };
const fingerprint_1 = __nccwpck_require__(648);
const NOTHING_ASKED = { rotate: [], force: false, gone: [], allowUndersized: false };
/** All changes that take `live` to what `cluster` wants. Pure. */
function makePlan(cluster, live, options = NOTHING_ASKED) {
    return (0, slices_1.it.atOnce)(planSteps(cluster, live, options));
}
/** The same in steps, for where connections are open meanwhile. */
function* planSteps(cluster, live, options = NOTHING_ASKED) {
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const { changes, findings } = yield* (0, diff_1.it.diffSteps)({ cluster, plane, live, options });
    yield;
    const scripts = live.live ? (0, script_generations_1.it.scriptsSeen)(cluster, plane, live) : [];
    const settings = (0, fingerprint_1.settingHashes)(cluster);
    return {
        version: 1,
        cluster: cluster.name,
        digest: yield* (0, fingerprint_1.digestSteps)(cluster.name, settings, changes),
        settings,
        changedSettings: (0, settings_1.it.changedSettings)(live.deployedSettings, cluster),
        live: live.live,
        ...(scripts.length > 0 && { scripts }),
        changes,
        warnings: findings,
    };
}
/**
 * The plan of a pull request without asking anybody: what would have to be done if the live cluster were just what `base`
 * says. `base` undefined: the file is new.
 */
function offlinePlan(base, head) {
    return makePlan(head, (0, deployed_1.it.deployed)(base, head));
}
/**
 * The same plan with the settings as well that are not what another file says: the cluster may never have been deployed, or by a
 * release that kept no settings, or under another name.
 */
function comparedWith(base, cluster, plan) {
    const key = ({ name, server }) => JSON.stringify([name, server]);
    const known = new Set(plan.changedSettings.map(key));
    const more = (0, settings_1.it.changedSettings)(base && (0, settings_1.it.deployedSettings)(base), cluster).filter((change) => !known.has(key(change)));
    return { ...plan, changedSettings: [...plan.changedSettings, ...more] };
}
/** The same plan with other changes, and the digest of those. */
function withChanges(plan, changes) {
    return { ...plan, changes, digest: (0, fingerprint_1.digestOf)(plan.cluster, plan.settings, changes, plan.images) };
}
/** The same plan with what its images are now, where that is known. */
function withImages(plan, images) {
    if (Object.keys(images).length === 0)
        return plan;
    return { ...plan, images, digest: (0, fingerprint_1.digestOf)(plan.cluster, plan.settings, plan.changes, images) };
}
/**
 * The part of a plan that is for some servers. What belongs to no server is in when one of theirs needs it and it disturbs
 * nobody (a network in the firewall), or when all that it comes after is in; a restart only then.
 */
function forServers(plan, { names, roles }) {
    const byId = new Map(plan.changes.map((change) => [change.id, change]));
    const ofRoles = new Set([...roles].flatMap(ofWholeRole));
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
        if (isOwn(change) && (0, stages_1.it.stageOf)(change) !== 'restart')
            include(change);
    const after = new Map();
    const areIn = (0, change_1.it.allIn)(included);
    for (const change of plan.changes) {
        // Those before it in the plan have theirs already.
        const own = [...new Set(change.after.flatMap((id) => turnOf(change, id, byId, included, after)))];
        after.set(change.id, own);
        const first = (0, change_1.it.listsBefore)({ ...change, after: own });
        const common = change.server === undefined && (first.length > 0 || ofRoles.has(change.id));
        if ((common || isOwn(change)) && first.every(areIn))
            included.add(change.id);
    }
    const changes = plan.changes
        .filter(({ id }) => included.has(id))
        .map((change) => ({ ...change, after: after.get(change.id) ?? [] }));
    return withChanges(plan, changes);
}
/** What is for all servers of a role together. */
function ofWholeRole(role) {
    const { token, portal } = roles_1.it.ROLES[role];
    return [
        ...((0, roles_1.it.isListed)(role) ? [change_1.it.idOf.builtIn(role)] : []),
        ...(token?.source === 'by-hand' ? [change_1.it.idOf.token(token.service)] : []),
        ...(portal.kind === 'settings' ? [change_1.it.idOf.sbcSettings] : []),
    ];
}
/**
 * What is left of what a change comes after in a part of the plan: a server that only waits for its turn after one that is not
 * in it has its turn after the one before that.
 */
function turnOf(change, id, byId, included, after) {
    const isTurn = (other) => byId.get(other)?.kind === change.kind;
    if (included.has(id) || !isTurn(id))
        return [id];
    const earlier = after.get(id) ?? [];
    switch (change.kind) {
        case 'role':
            return earlier.filter(isTurn);
        case 'server-restart':
            // The first in turn comes after all else.
            return earlier;
        default:
            return [id];
    }
}
/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
function narrow(plan, keep) {
    return withChanges(plan, plan.changes.filter(keep));
}

/***/ }),

/***/ 802:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/review.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.reviewedOf = reviewedOf;
exports.movedImages = movedImages;
exports.unreviewed = unreviewed;
exports.reviewedCheck = reviewedCheck;
exports.otherSettings = otherSettings;
exports.combined = combined;
exports.together = together;
exports.packReviewed = packReviewed;
exports.unpackReviewed = unpackReviewed;
exports.decide = decide;
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const fingerprint_1 = __nccwpck_require__(648);
const plan_1 = __nccwpck_require__(941);
function reviewedOf({ digest, cluster, settings, changes, images }) {
    return {
        digest,
        settings,
        ...(images && { images: (0, fingerprint_1.digestsIn)(images) }),
        changes: new Set(changes.flatMap((change) => [(0, fingerprint_1.fingerprint)(cluster, change), ...(0, fingerprint_1.outcomeMarks)(cluster, change)])),
    };
}
/** Images that are others than when they were reviewed: their tag was moved since. What is not known is not called moved. */
function movedImages({ images = {} }, { images: seen = {} }) {
    return Object.entries(images).flatMap(([image, { digest }]) => {
        const before = Object.hasOwn(seen, image) ? seen[image] : undefined;
        return before === undefined || before === digest ? [] : [`${image} was ${before} and is ${digest} now`];
    });
}
/** The changes of `plan` that are not in what was reviewed. What is left undone of it by an interrupted run counts as reviewed. */
function unreviewed(plan, reviewed) {
    if (plan.digest === reviewed.digest)
        return [];
    const is = reviewedCheck(plan, reviewed);
    const objects = new Set([...(reviewed.changes ?? [])].map(fingerprint_1.objectPart));
    return plan.changes.flatMap((change) => is(change) ? [] : [{ change, otherwise: objects.has((0, fingerprint_1.objectPart)((0, fingerprint_1.fingerprint)(plan.cluster, change))) }]);
}
/** Whether a change was reviewed; with other settings none was. */
function reviewedCheck(plan, reviewed) {
    const { changes } = reviewed;
    if (!changes || otherSettings(plan, reviewed).length > 0)
        return () => false;
    return (change) => changes.has((0, fingerprint_1.fingerprint)(plan.cluster, change)) ||
        isRepair(change) ||
        (isUnused(change) && (0, fingerprint_1.outcomeMark)(plan.cluster, change).some((mark) => changes.has(mark)));
}
/** Names of the settings that are not what they were when it was reviewed. */
function otherSettings({ settings: now }, { settings }) {
    return [...new Set([...Object.keys(now), ...Object.keys(settings)])].filter((name) => now[name] !== settings[name]);
}
function namesOf(settings) {
    return [...new Set(settings.map(({ name }) => name))];
}
/**
 * What several reviews agreed to, of which each saw its own part: what was in any of them, done with settings that each were in
 * one of them. The plan that is exactly one of them is just that.
 */
function combined(reviews, now) {
    const same = reviews.find(({ digest }) => digest === now.digest);
    if (same)
        return same;
    const [last] = reviews;
    const settings = Object.entries(last.settings).map(([name, value]) => {
        const seen = reviews.find((one) => one.settings[name] === now.settings[name]);
        return [name, seen?.settings[name] ?? value];
    });
    const lists = reviews.flatMap(({ changes }) => changes ?? []);
    return {
        digest: last.digest,
        images: Object.assign({}, ...[...reviews].reverse().map(({ images }) => images)),
        settings: Object.fromEntries(settings),
        ...(lists.length > 0 && { changes: new Set(lists.flatMap((list) => [...list])) }),
    };
}
/** Adds up what was agreed to. */
function together(one, other) {
    return {
        ...one,
        images: { ...one.images, ...other.images },
        changes: new Set([...(one.changes ?? []), ...(other.changes ?? [])]),
    };
}
/** Nobody uses what it is about, neither before nor after, and nothing is taken away: to bring it to its end disturbs nobody. */
function isUnused(change) {
    const takesAway = change.action === 'delete' || (change.kind === 'role' && change.leaves !== undefined);
    return change.impact === 'none' && !takesAway;
}
/** A server that a run of ours disabled to drain it takes calls again. Nobody asked for it to be away. */
function isRepair(change) {
    if (change.kind !== 'portal-entry' || change.action !== 'update')
        return false;
    const { differences, present, wanted } = change;
    // Nothing but this differs.
    const enables = wanted.enabled && present?.enabled === false && differences.length === 1;
    return enables && change.causes.some(({ cause }) => cause === 'drained-by-us' || cause === 'was-dead');
}
/** As text without a character that means anything to HTML, to be hidden in a comment or kept in a file. */
function packReviewed({ digest, settings, images = {}, changes }, most = Infinity) {
    const fits = changes && changes.size <= most ? changes : undefined;
    const list = fits && Buffer.concat([...fits].sort().map((one) => Buffer.from(one, 'base64'))).toString('base64');
    const pairs = Object.entries(settings).map(([name, value]) => `${name}:${value}`);
    const seen = Object.entries(images).map(([name, value]) => `${Buffer.from(name).toString('base64')}:${value}`);
    const about = seen.length > 0 ? ` images=${seen.join(',')}` : '';
    return `digest=${digest} settings=${pairs.join(',')}${about} changes=${list === undefined ? '?' : list || '-'}`;
}
/** undefined for what `packReviewed` did not write. */
function unpackReviewed(text) {
    const found = /^digest=(sha256:[0-9a-f]{64}) settings=([\w.:+/=,]*)(?: images=([\w:+/=,]+))? changes=([A-Za-z0-9+/=]+|[?-])$/.exec(text);
    if (!found)
        return undefined;
    const [, digest = '', settings = '', images, list = ''] = found;
    const bytes = Buffer.from(list.length > 1 ? list : '', 'base64');
    if (bytes.length % fingerprint_1.FINGERPRINT_BYTES !== 0)
        return undefined;
    const changes = Array.from({ length: bytes.length / fingerprint_1.FINGERPRINT_BYTES }, (_, index) => bytes.subarray(index * fingerprint_1.FINGERPRINT_BYTES, (index + 1) * fingerprint_1.FINGERPRINT_BYTES).toString('base64'));
    return {
        digest,
        settings: Object.fromEntries(settings
            .split(',')
            .filter(Boolean)
            .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])),
        ...(images !== undefined && {
            images: Object.fromEntries(images.split(',').map((pair) => {
                const [name = '', ...digestOfIt] = pair.split(':');
                return [Buffer.from(name, 'base64').toString(), digestOfIt.join(':')];
            })),
        }),
        ...(list !== '?' && { changes: new Set(changes) }),
    };
}
/**
 * Whether a plan may be carried out: its digest was approved, or all of it was in the plan of the merged pull request, or
 * was asked for by whoever runs it. `allowed` is what the steps that follow may do; undefined: anything.
 */
function decide({ plan, unasked, found, outdated, approve, withoutReview }) {
    const now = reviewedOf(plan);
    const stop = (why, changes) => ({
        go: false,
        why,
        differences: changes.map((change) => ({ change, otherwise: false })),
        settings: namesOf(plan.changedSettings),
    });
    const settled = plan.changedSettings.length === 0;
    if (plan.changes.length === 0 && settled)
        return { go: true, why: 'nothing', allowed: now };
    if (outdated !== undefined)
        return stop(outdated, plan.changes);
    if (approve !== undefined)
        return approve === plan.digest
            ? { go: true, why: 'approved', allowed: now }
            : stop('What was approved is not what would be done now: the cluster has changed since, or the cluster file.', [
                ...plan.changes,
            ]);
    const known = new Set(unasked.changes.map(({ id, action }) => `${action} ${id}`));
    const asked = plan.changes.filter(({ id, action }) => !known.has(`${action} ${id}`));
    const rest = plan.changes.filter((change) => !asked.includes(change));
    if (rest.length === 0 && settled)
        return { go: true, why: 'asked', allowed: now };
    if (found.kind === 'refused')
        return stop(found.why, rest);
    if (found.kind === 'none')
        return withoutReview === 'allow' ? { go: true, why: 'unreviewed-allowed' } : stop(found.why, rest);
    // What an option changes in how a change is done was asked for: the change itself must be what was reviewed.
    const otherwise = new Map(unasked.changes.map((change) => [change.id, change]));
    const compared = (0, plan_1.withChanges)(plan, rest.map((change) => otherwise.get(change.id) ?? change));
    const [first, ...others] = found.plans;
    const reviewed = combined([first.reviewed, ...others.map((one) => one.reviewed)], compared);
    const pulls = found.plans.map(({ pull }) => pull);
    const where = (0, list_1.it.list)(pulls.map(({ number }) => `#${number}`));
    const moved = movedImages(plan, reviewed);
    if (moved.length > 0)
        return stop(`An image is not what was reviewed in ${where}, since its tag was moved: ${(0, list_1.it.list)(moved)}.`, rest);
    const differences = unreviewed(compared, reviewed);
    const settings = otherSettings(plan, reviewed);
    // Settings that are not what was deployed last take effect by being deployed, whether or not they change a server.
    if (differences.length > 0 || (!settled && settings.length > 0))
        return {
            go: false,
            why: reviewed.changes || settings.length > 0
                ? `What would be done now is not what was reviewed in ${where}.`
                : `The plan of ${where} has too many changes to be kept with its comment, so only the very same plan is known again, and this is not it.`,
            differences,
            settings,
        };
    return {
        go: true,
        why: 'reviewed',
        pulls,
        allowed: together(now, reviewed),
        done: plan.digest !== reviewed.digest,
    };
}

/***/ }),

/***/ 440:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plan/uncommon.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.uncommon = uncommon;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(838).settings); } };
const SHOWN = ['image', 'data_path', 'chat_files', 'clickhouse_image'];
/** What a person has to see of a plan however long it is: where another image, path or account hides among a thousand servers. */
function uncommon(changes, common) {
    const found = new Map();
    const add = (server, what, value) => {
        const key = JSON.stringify([what, value]);
        const same = found.get(key) ?? { what, value, servers: new Set() };
        found.set(key, same);
        same.servers.add(server);
    };
    const account = (server, ssh) => {
        const usual = (0, settings_1.it.sshSettings)(common.ssh);
        for (const [what, value] of Object.entries((0, settings_1.it.sshSettings)(ssh)))
            if (value !== usual[what])
                add(server, what, value);
        if (common.ssh.jumpHost && !ssh.jumpHost)
            add(server, 'ssh.jump_host', 'none');
    };
    for (const change of changes) {
        switch (change.kind) {
            case 'role':
            case 'server-restart': {
                const { wanted } = change;
                for (const [what, value] of Object.entries(ownSettings(wanted, common)))
                    add(wanted.name, what, value);
                account(wanted.name, wanted.ssh);
                if (change.kind === 'role' && change.leaves)
                    account(wanted.name, change.leaves.from.ssh);
                break;
            }
            case 'role-removal':
                account(change.server, change.from.ssh);
                break;
            case 'pbx-image':
                if (change.image !== common.image)
                    add('the PBX', 'pbx.image', change.image);
                break;
            default:
                break;
        }
    }
    return [...found.values()].map(({ servers, ...one }) => ({ ...one, servers: [...servers] }));
}
function ownSettings(server, { image, dataPath }) {
    const row = roles_1.it.ROLES[server.role];
    const site = { pbxIp: '' };
    const { name, address, ssh, enabled } = server;
    const usual = row.settings((0, roles_1.it.serverSpec)(server.role, { name, address, ssh, enabled, image, dataPath }), site);
    const own = row.settings(server, site);
    return Object.fromEntries(SHOWN.flatMap((what) => {
        const value = own[what];
        return value === undefined || value === usual[what] ? [] : [[what, value]];
    }));
}

/***/ }),

/***/ 838:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-later.js");

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 83:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 63:
/***/ (function (module) {

"use strict";
module.exports = require("./stages-change.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(380);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=plan.js.map
