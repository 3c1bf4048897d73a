/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 436:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/document.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.statusDocument = statusDocument;
const health_1 = __nccwpck_require__(751);
function statusDocument(report) {
    return { ...report, health: (0, health_1.healthOf)(report) };
}

/***/ }),

/***/ 675:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/fleet-files.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readSights = readSights;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const fleet_plans_1 = { get it() { return (__nccwpck_require__(84)["fleet-plans"]); } };
const fleet_1 = __nccwpck_require__(1);
const read_document_1 = __nccwpck_require__(507);
/** A status of 1,000 servers takes less than 2 MiB. */
const MOST_BYTES = 20 * 1024 * 1024;
/**
 * The statuses that jobs left in `folder`, a folder portsip-status-NAME each, the worst first. `attempt` and `fresh` as with plans: see
 * `readPlans`.
 */
async function readSights(folder, clusters, { attempt, fresh }) {
    const sights = [];
    for (const { file, name, wave } of clusters) {
        const own = (0, node_path_1.join)(folder, `portsip-status-${name}`);
        const job = await (0, fleet_plans_1.it.readJob)(own);
        const isOld = fresh && job.attempt !== undefined && job.attempt !== attempt;
        const place = { file, name, wave, ...(job.id !== undefined && { job: job.id }) };
        sights.push({ ...place, ...(isOld ? unseen('old') : await read((0, node_path_1.join)(own, 'status.json'), name)) });
    }
    return (0, fleet_1.worstFirst)(sights);
}
const unseen = (why) => ({ known: false, why });
async function read(path, name) {
    let value;
    try {
        if ((await (0, promises_1.it.stat)(path)).size > MOST_BYTES)
            return unseen('unreadable');
        value = JSON.parse(await (0, promises_1.it.readFile)(path, 'utf8'));
    }
    catch (error) {
        return unseen(error instanceof SyntaxError ? 'unreadable' : 'missing');
    }
    const status = (0, read_document_1.readStatusDocument)(value);
    if (!status)
        return unseen('unreadable');
    return status.cluster === name ? { known: true, status } : unseen('other');
}

/***/ }),

/***/ 1:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/fleet.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.rowOf = rowOf;
exports.isWell = isWell;
exports.driftIn = driftIn;
exports.worstFirst = worstFirst;
exports.versionsOf = versionsOf;
const natural_order_1 = { get it() { return (__nccwpck_require__(60)["natural-order"]); } };
const UP = ['online', 'running'];
/** Pure. */
function rowOf(sight) {
    if (!sight.known) {
        const nothing = { healthy: 'unknown', up: 'unknown', servers: 'unknown', calls: 'unknown' };
        return { ...nothing, changes: 'unknown', blocked: 0, forPeople: 0, pbxVersion: undefined, serverVersions: [] };
    }
    const { health, servers, calls, drift, changedSettings, blocked, differences, pbx } = sight.status;
    const versions = new Set(servers.filter((server) => server.state !== 'not-installed').map(({ version }) => version ?? 'unknown'));
    const isSeen = pbx.reachable && pbx.apiProblem === undefined;
    return {
        healthy: health.healthy,
        up: servers.filter(({ state }) => UP.includes(state)).length,
        servers: servers.length,
        calls,
        // Of a cluster that was not seen nothing that would be done is known either.
        changes: isSeen ? drift + changedSettings.length : 'unknown',
        blocked,
        forPeople: differences.filter(({ kind }) => kind !== 'change').length,
        pbxVersion: pbx.version,
        serverVersions: [...versions].sort(natural_order_1.it.compare),
    };
}
/** Whether it is healthy, and all as its cluster file says, as far as that is known at all */
function isWell(sight) {
    const { healthy, changes, blocked, forPeople } = rowOf(sight);
    return healthy === true && changes === 0 && blocked + forPeople === 0;
}
/** What of it is not as its cluster file says; restarts that a deploy owes are its own debt, and no drift. */
function driftIn(sight) {
    return sight.known ? sight.status.differences : [];
}
/** The worst first: callers suffer, nobody knows, something differs. Then by wave and name. */
function worstFirst(sights) {
    return sights
        .map((sight) => ({ sight, weights: weightsOf(sight) }))
        .sort((a, b) => {
        const at = a.weights.findIndex((weight, index) => weight !== b.weights[index]);
        if (at !== -1)
            return (b.weights[at] ?? 0) - (a.weights[at] ?? 0);
        return a.sight.wave - b.sight.wave || (0, natural_order_1.it.compare)(a.sight.name, b.sight.name);
    })
        .map(({ sight }) => sight);
}
function weightsOf(sight) {
    const { healthy, changes, blocked, forPeople } = rowOf(sight);
    const bad = sight.known ? sight.status.health.reasons.filter(({ is }) => is === 'bad').length : 0;
    const differs = (changes === 'unknown' ? 1 : changes) + forPeople;
    return [healthy === false ? 2 : healthy === 'unknown' ? 1 : 0, bad, blocked, differs];
}
/** How many clusters have each version of the PBX, the most first; undefined, at the end: those of which it is not known */
function versionsOf(sights) {
    const counts = new Map();
    for (const sight of sights) {
        const { pbxVersion } = rowOf(sight);
        counts.set(pbxVersion, (counts.get(pbxVersion) ?? 0) + 1);
    }
    return [...counts]
        .map(([version, clusters]) => ({ version, clusters }))
        .sort((a, b) => Number(a.version === undefined) - Number(b.version === undefined) ||
        b.clusters - a.clusters ||
        (0, natural_order_1.it.compare)(a.version ?? '', b.version ?? ''));
}

/***/ }),

/***/ 751:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/status/health.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.healthOf = healthOf;
/**
 * Pure. Every server of the report is seen by the PBX and its container runs, none is kept from calls, no run was left half done, and
 * the PBX answers. What else differs from the cluster file, a restart that is owed and a window that is closed keep nobody from calling,
 * and neither does a run that is at work.
 */
function healthOf(report) {
    const reasons = [
        ...ofPbx(report),
        ...report.servers.flatMap((server) => ofServer(server, report)),
        ...outOfCalls(report).map((server) => ({ is: 'bad', why: 'out-of-calls', server })),
        ...ofRuns(report),
    ];
    const bad = reasons.filter(({ is }) => is === 'bad');
    const unknown = reasons.filter(({ is }) => is === 'unknown');
    return {
        healthy: bad.length > 0 ? false : unknown.length > 0 ? 'unknown' : true,
        reasons: [...bad, ...unknown],
    };
}
function ofPbx({ pbx, recordProblem }) {
    const { apiProblem, apiRefused, reachable, problem = '' } = pbx;
    return [
        ...(apiProblem === undefined
            ? []
            : [{ is: apiRefused ? 'unknown' : 'bad', why: 'pbx', detail: apiProblem }]),
        ...(reachable ? [] : [{ is: 'unknown', why: 'main', detail: problem }]),
        ...(recordProblem === undefined ? [] : [{ is: 'unknown', why: 'record', detail: recordProblem }]),
    ];
}
/** States in which a server is as it should be, as far as somebody has seen it */
const UP = ['online', 'running'];
/** States that say nothing of it */
const UNSEEN = ['unreachable', 'unknown'];
function ofServer({ name, state, running, inPbx, problem, portalProblem }, { pbx }) {
    const unseen = (detail) => [{ is: 'unknown', why: 'server', server: name, detail }];
    if (running === false && UP.includes(state))
        return [{ is: 'bad', why: 'container', server: name }];
    if (!UP.includes(state) && !UNSEEN.includes(state))
        return [{ is: 'bad', why: 'server', server: name, state }];
    // What is not known of the host comes first: it says why.
    if (problem !== undefined)
        return unseen(problem);
    // Said once, of the PBX.
    if (pbx.apiProblem !== undefined)
        return [];
    if (portalProblem !== undefined)
        return unseen(portalProblem);
    if (inPbx === 'unknown')
        return unseen('the PBX does not tell whether it is online');
    return running === undefined || UNSEEN.includes(state) ? unseen('whether its container runs was not read') : [];
}
/** Those that a run took out, and those that somebody else did */
function outOfCalls({ outOfCalls: byRuns, servers }) {
    const inPortal = servers.filter((server) => server.outOfCalls).map(({ name }) => name);
    return [...new Set([...byRuns, ...inPortal])];
}
function ofRuns(report) {
    const { lastRun, unfinished = [], drift, blocked, changedSettings } = report;
    const ends = unfinished.map((server) => ({ is: 'bad', why: 'unfinished', server }));
    // Made good since, by hand or by another file: a deploy that finds nothing to do writes nothing down.
    const isLeft = drift + blocked + changedSettings.length > 0;
    if (!lastRun || !isLeft || (lastRun.failed === 0 && !lastRun.interrupted))
        return ends;
    const { ended, url } = lastRun;
    const why = lastRun.interrupted ? 'interrupted-run' : 'failed-run';
    return [{ is: 'bad', why, ended, ...(url !== undefined && { url }) }, ...ends];
}

/***/ }),

/***/ 507:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/read-document.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readStatusDocument = readStatusDocument;
const _2020_1 = { get it() { return __importDefault((__nccwpck_require__(539)["ajv/dist/2020"])); } };
const status_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(301)); } };
const { $schema: _, ...shape } = status_schema_json_1.it.default;
let validate;
/** A status file as another job left it; undefined: it is none. */
function readStatusDocument(value) {
    validate ??= new _2020_1.it.default({ strict: false, formats: {} }).compile(shape);
    return validate(value) && !Number.isNaN(Date.parse(value.at)) ? value : undefined;
}

/***/ }),

/***/ 956:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/read-health.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readHealth = readHealth;
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** The health in a status document of that cluster, which came from another job; undefined: it is none. */
function readHealth(document, cluster) {
    if (!(0, unknown_1.it.isObject)(document) || document['cluster'] !== cluster || !(0, unknown_1.it.isObject)(document['health']))
        return undefined;
    const { healthy, reasons } = document['health'];
    if (typeof healthy !== 'boolean' && healthy !== 'unknown')
        return undefined;
    if (!Array.isArray(reasons) || !reasons.every(isReason))
        return undefined;
    const { version } = (0, unknown_1.it.isObject)(document['pbx']) ? document['pbx'] : {};
    return { healthy, reasons, ...(typeof version === 'string' && { version }) };
}
/** The text that each kind of reason has */
const REASONS = {
    pbx: { detail: true },
    main: { detail: true },
    record: { detail: true },
    server: { server: true },
    container: { server: true },
    'out-of-calls': { server: true },
    'failed-run': { ended: true },
    'interrupted-run': { ended: true },
    unfinished: { server: true },
};
function isReason(value) {
    if (!(0, unknown_1.it.isObject)(value))
        return false;
    const { is, why } = value;
    const [, needed] = Object.entries(REASONS).find(([name]) => name === why) ?? [];
    if (!needed || (is !== 'bad' && is !== 'unknown'))
        return false;
    // A server is told by its state where it is bad, and by what is not known where it is not.
    const also = why === 'server' ? [is === 'bad' ? 'state' : 'detail'] : [];
    return [...Object.keys(needed), ...also].every((name) => typeof value[name] === 'string');
}

/***/ }),

/***/ 213:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/read.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readStatus = readStatus;
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const types_1 = { get it() { return (__nccwpck_require__(387).types); } };
const live_plan_1 = { get it() { return (__nccwpck_require__(84)["live-plan"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const moved_tags_1 = { get it() { return (__nccwpck_require__(984)["moved-tags"]); } };
const open_session_1 = { get it() { return (__nccwpck_require__(984)["open-session"]); } };
const report_1 = __nccwpck_require__(463);
/**
 * Looks at the live cluster once. Where the PBX does not answer, the hosts still tell what runs on them. `tags`: also asks the
 * registries what tags stand for by now, which takes longer.
 */
async function readStatus(config, servers, { tags = false } = {}) {
    const session = (0, open_session_1.it.openSession)(config);
    const report = ({ live, plan }, told) => (0, report_1.statusReport)(config.cluster, live, plan, (0, select_1.it.selectServers)(config.cluster, servers), told);
    try {
        const { live, plan } = await (0, live_plan_1.it.lookAround)(session);
        const moved = tags && (0, reachable_1.it.isReachable)(live.main) ? await (0, moved_tags_1.it.movedTags)(session, live) : [];
        const look = { live, plan: { ...plan, warnings: [...plan.warnings, ...moved] } };
        // Nice to know; a PBX that does not tell is looked at all the same.
        const usage = await session.pbx.usage().catch(() => undefined);
        return report(look, usage ? { usage } : {});
    }
    catch (error) {
        if (!(error instanceof types_1.it.PbxError))
            throw error;
        const { live, plan } = await (0, live_plan_1.it.lookAround)({ ...session, pbx: mute(session.pbx) });
        // What there would be to do cannot be told without the portal; what keeps hosts from answering can.
        const warnings = plan.warnings.filter(({ code }) => code === 'host-unreachable' || code === 'main-unreachable');
        const apiRefused = [401, 403].includes(error.details.status ?? 0);
        return report({ live, plan: { ...plan, changes: [], warnings } }, { apiProblem: error.message, apiRefused });
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}
/** One that knows nothing, and is not asked again. */
function mute(pbx) {
    return {
        ...pbx,
        servers: () => Promise.resolve([]),
        ipFilters: () => Promise.resolve([]),
        im: () => Promise.resolve({}),
        serviceStatus: () => Promise.resolve(undefined),
        imToken: () => Promise.resolve(undefined),
        sbc: () => Promise.resolve({}),
        sbcToken: () => Promise.resolve(undefined),
    };
}

/***/ }),

/***/ 463:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/status/report.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.statusReport = statusReport;
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const containers_1 = { get it() { return (__nccwpck_require__(83).containers); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const window_1 = { get it() { return (__nccwpck_require__(838).window); } };
const grouped_1 = { get it() { return (__nccwpck_require__(426).grouped); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const live_1 = { get it() { return (__nccwpck_require__(984).live); } };
const lock_1 = { get it() { return (__nccwpck_require__(984).lock); } };
const names_1 = { get it() { return (__nccwpck_require__(984).names); } };
const drift_1 = { get it() { return (__nccwpck_require__(132).drift); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const capacity_1 = { get it() { return (__nccwpck_require__(984).capacity); } };
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const restart_1 = { get it() { return (__nccwpck_require__(984).restart); } };
/** Pure: what is wanted, what is there, what a deploy would do. */
function statusReport(cluster, live, plan, servers = cluster.servers, { apiProblem, apiRefused, usage } = {}) {
    const listed = Object.values(live.portal.servers).flat();
    const portalTells = apiProblem === undefined;
    const wanted = new Set(cluster.servers.map(({ name }) => name));
    const running = (0, live_1.it.pbxContainer)(live);
    const lock = (0, reachable_1.it.isReachable)(live.main) ? (0, lock_1.it.lockHolder)(live.main) : undefined;
    const { items } = (0, drift_1.it.driftOf)(plan);
    const { doable, held } = (0, held_1.it.sorted)(plan);
    // What a deploy brings along itself is not owed yet.
    const owed = plan.changes.filter((change) => (0, stages_1.it.stageOf)(change) === 'restart' && Object.hasOwn(live.record?.restarts ?? {}, change.id));
    const upNow = (unit) => {
        const entries = roles_1.it.LISTED_ROLES.filter((role) => countedIn(role) === unit).flatMap((role) => live.portal.servers[role]);
        if (!portalTells || entries.some(({ id }) => untold(live, id) !== undefined))
            return 'unknown';
        return entries.reduce((sum, { id }) => sum + (statusIn(live, id)?.calls ?? 0), 0);
    };
    const named = new Set(servers.map(({ name }) => name));
    const of = {
        changes: (0, grouped_1.it.grouped)(plan.changes, ({ server }) => server),
        findings: (0, grouped_1.it.grouped)(items.filter(({ kind }) => kind === 'finding'), ({ server }) => server),
        // The first of a name, should there be two
        entries: new Map([...listed].reverse().flatMap((one) => (one.type === 'EXTERNAL' ? [[`${one.role} ${one.name}`, one]] : []))),
        apiProblem,
    };
    return {
        version: 1,
        cluster: cluster.name,
        at: new Date(live.at).toISOString(),
        pbx: {
            address: cluster.pbx.privateIp,
            api: cluster.pbx.api,
            reachable: (0, reachable_1.it.isReachable)(live.main),
            ...(!(0, reachable_1.it.isReachable)(live.main) && { problem: live.main.unreachable }),
            ...(running?.running && running.version !== undefined && { version: running.version }),
            ...(apiProblem !== undefined && { apiProblem }),
            ...(apiRefused && { apiRefused: true }),
        },
        ...pastOf(cluster, live, plan),
        ...(lock !== undefined && { lock }),
        ...((0, reachable_1.it.isReachable)(live.main) && live.main.runningJob && { atWork: live.main.runningJob.title }),
        ...windowNow(cluster, live),
        calls: upNow('calls'),
        participants: upNow('participants'),
        ...(usage && { usage }),
        servers: servers.map((server) => serverState(server, live, of)),
        ...(portalTells && {
            unmanaged: listed
                .filter(({ type, name }) => type === 'EXTERNAL' && !wanted.has(name))
                .map(({ id, role, name, privateIp, enabled }) => ({
                role,
                name,
                ...(privateIp !== undefined && { address: privateIp }),
                online: known((0, live_1.it.onlineIn)(live, { id })),
                enabled,
            })),
            room: roles_1.it.LISTED_ROLES.flatMap((role) => roomOf(role, live)),
            builtIn: listed.filter(({ type, enabled }) => type === 'INTERNAL' && enabled).map(({ role }) => role),
        }),
        findings: plan.warnings,
        drift: doable.length,
        changedSettings: plan.changedSettings.map(({ name }) => name),
        blocked: held.length,
        differences: items,
        ...(plan.scripts && { scripts: plan.scripts }),
        backups: (0, backups_1.it.keepers)(cluster)
            .filter(({ name, role }) => role === undefined || named.has(name))
            .map((keeper) => backupState(keeper, live)),
        restartsOwed: owed.map(({ id }) => id),
        restartsOwedTo: owed.flatMap((change) => restarted(change) ?? []),
        outOfCalls: live.record ? (0, record_1.it.outOfCalls)(cluster, (0, record_1.it.withoutGivenBack)(live.record, cluster, live)) : [],
    };
}
/** What the record tells of runs before this look */
function pastOf(cluster, { main, record }, { warnings }) {
    const lost = warnings.find(({ code }) => code === 'record-lost')?.message;
    const problem = (0, reachable_1.it.isReachable)(main) && !(0, reading_1.it.isKnown)(main.record) ? main.record.unknown : lost;
    const last = record?.runs?.at(-1);
    const unfinished = Object.keys(record?.unfinished ?? {}).filter((name) => (0, names_1.it.findServer)(cluster, name) !== undefined);
    return {
        ...(problem !== undefined && { recordProblem: problem }),
        ...(last && {
            lastRun: {
                ...{ began: last.began, ended: last.ended, failed: last.failed, skipped: last.skipped },
                ...(last.interrupted && { interrupted: true }),
                ...(last.url !== undefined && { url: last.url }),
            },
        }),
        ...(unfinished.length > 0 && { unfinished }),
    };
}
function backupState(keeper, live) {
    const last = (0, backups_1.it.lastBackup)(live, keeper);
    if (!(0, reading_1.it.isKnown)(last))
        return { name: keeper.name, unknown: last.unknown };
    if (!last)
        return { name: keeper.name };
    const { at, ageMs, where, bytes } = last;
    return { name: keeper.name, at, ageSeconds: Math.round(ageMs / 1000), where, ...(bytes !== undefined && { bytes }) };
}
function restarted({ kind, server }) {
    if (kind === 'load-balancer-restart')
        return restart_1.it.LOAD_BALANCER_NAME;
    return kind === 'pbx-restart' ? 'pbx' : server;
}
/** What the PBX counts on servers of the role */
function countedIn(role) {
    const { calls } = roles_1.it.ROLES[role];
    return calls.kind === 'counted' ? calls.unit : undefined;
}
/** One more failure: that of the server that takes most. */
function roomOf(role, { portal }) {
    const entries = portal.servers[role];
    const statusOf = ({ id }) => portal.status.get(id);
    const room = (0, capacity_1.it.roomWithout)(role, entries, statusOf);
    const without = entries.map(({ name }) => room(new Set([name])));
    return room(new Set()).map(({ limit, load, left }) => {
        const rest = without.flatMap((rooms) => rooms.filter((room) => room.limit === limit).map((room) => room.left));
        return { role, unit: limit.counted?.unit ?? '', now: load, takes: left, withoutOne: Math.min(left, ...rest) };
    });
}
function windowNow({ restart: { window } }, { at }) {
    if (!window)
        return {};
    const { open, opensAt } = (0, window_1.it.windowState)(window, at);
    const opens = open || opensAt === undefined
        ? {}
        : { opensAt: new Date(opensAt).toISOString(), opens: (0, window_1.it.formatMoment)(window, opensAt) };
    return { window: { text: (0, window_1.it.formatWindow)(window), open, ...opens } };
}
/** As far as the portal tells it */
function statusIn({ portal }, id) {
    const status = portal.status.get(id);
    return status && (0, reading_1.it.seen)(status);
}
/** Why the PBX does not tell of an entry of the portal, where it does not */
function untold({ portal }, id) {
    const status = portal.status.get(id);
    return status === undefined || (0, reading_1.it.isKnown)(status) ? undefined : status.unknown;
}
const known = (reading) => ((0, reading_1.it.isKnown)(reading) ? reading : 'unknown');
function serverState(server, live, { changes, findings, entries, apiProblem }) {
    const { name, role, address, publicIp } = server;
    const facts = live.hosts.get(name);
    const found = (0, reachable_1.it.isReachable)(facts) ? (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[role].container) : undefined;
    const container = found && (0, reading_1.it.seen)(found);
    const problem = problemOf(facts, found);
    const portal = (0, roles_1.it.isListed)(role) ? entries.get(`${role} ${name}`) : undefined;
    const status = portal && statusIn(live, portal.id);
    const portalProblem = (0, roles_1.it.isListed)(role) ? (apiProblem ?? (portal && untold(live, portal.id))) : undefined;
    const enabled = (0, roles_1.it.isListed)(role) && apiProblem !== undefined ? 'unknown' : portal?.enabled;
    return {
        name,
        role,
        address,
        ...(publicIp !== undefined && { publicIp }),
        state: stateOf(server, (0, reachable_1.it.isReachable)(facts) ? facts : undefined, {
            portal,
            status: status?.status,
            tells: apiProblem === undefined,
            isUntold: portalProblem !== undefined,
            ...inPbx(role, live),
        }),
        ...(enabled !== undefined && { enabled }),
        ...(portal && !portal.enabled && server.enabled && { outOfCalls: true }),
        ...((0, reachable_1.it.isReachable)(facts) && problem === undefined && { running: container?.running ?? false }),
        ...(status?.calls !== undefined && { calls: status.calls }),
        ...inPbx(role, live),
        ...capacityOf(portal),
        ...(container && { image: container.image }),
        ...(container?.version !== undefined && { version: container.version }),
        drift: (changes.get(name) ?? []).map(({ id }) => id),
        forPeople: findings.get(name)?.length ?? 0,
        ...((0, reachable_1.it.isReachable)(facts) && facts.runningJob && { atWork: facts.runningJob.title }),
        ...(problem !== undefined && { problem }),
        ...(portalProblem !== undefined && { portalProblem }),
    };
}
function inPbx(role, { portal }) {
    const word = portal.services?.get(role);
    if (word === undefined)
        return {};
    return { inPbx: !(0, reading_1.it.isKnown)(word) ? 'unknown' : word === 'ONLINE' ? 'online' : 'offline' };
}
/** As far as the portal has an address of it */
function isAt(portal, address) {
    const known = portal?.privateIp ?? portal?.publicIp;
    return known === undefined || (0, addresses_1.it.sameAddress)(known, address);
}
function problemOf(facts, container) {
    if (facts !== undefined && !(0, reachable_1.it.isReachable)(facts))
        return facts.unreachable;
    return container === undefined || (0, reading_1.it.isKnown)(container) ? undefined : container.unknown;
}
function capacityOf(portal) {
    const capacity = portal?.maxCallSessions ?? portal?.maxParticipants;
    return capacity === undefined ? {} : { capacity };
}
function stateOf({ role, address }, facts, { portal, status, tells, isUntold, inPbx: word }) {
    if (status === 'ONLINE')
        return isAt(portal, address) ? 'online' : 'elsewhere';
    if (!facts)
        return 'unreachable';
    const listed = (0, roles_1.it.isListed)(role) && tells;
    if (listed && !portal)
        return 'not-registered';
    const container = (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[role].container);
    if (!(0, reading_1.it.isKnown)(container))
        return 'unknown';
    if (!container)
        return 'not-installed';
    if (listed)
        return isUntold ? 'unknown' : 'offline';
    if (!container.running)
        return 'stopped';
    // Where the PBX has no word for it, or one that cannot be used, its container has the last one.
    return word === 'online' || word === 'offline' ? word : 'running';
}

/***/ }),

/***/ 921:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'document'() {
    return __nccwpck_require__(436);
  },
  get 'fleet'() {
    return __nccwpck_require__(1);
  },
  get 'fleet-files'() {
    return __nccwpck_require__(675);
  },
  get 'read'() {
    return __nccwpck_require__(213);
  },
  get 'read-health'() {
    return __nccwpck_require__(956);
  },
};


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

/***/ 132:
/***/ (function (module) {

"use strict";
module.exports = require("./drift.js");

/***/ }),

/***/ 316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

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

/***/ 387:
/***/ (function (module) {

"use strict";
module.exports = require("./pbx.js");

/***/ }),

/***/ 84:
/***/ (function (module) {

"use strict";
module.exports = require("./plan.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

/***/ }),

/***/ 301:
/***/ (function (module) {

"use strict";
module.exports = require("./status.schema.json");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 539:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/ajv.js");

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
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(921);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=status.js.map
