/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 276:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'fleet-deploys'() {
    return __nccwpck_require__(649);
  },
  get 'history'() {
    return __nccwpck_require__(256);
  },
  get 'options'() {
    return __nccwpck_require__(546);
  },
  get 'result'() {
    return __nccwpck_require__(855);
  },
  get 'run'() {
    return __nccwpck_require__(465);
  },
  get 'skip'() {
    return __nccwpck_require__(433);
  },
};


/***/ }),

/***/ 97:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/after-backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.forgetStopped = forgetStopped;
exports.observeStarted = observeStarted;
exports.observeOnly = observeOnly;
const backup_scripts_1 = { get it() { return (__nccwpck_require__(83)["backup-scripts"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(83).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const state_folder_1 = { get it() { return (__nccwpck_require__(83)["state-folder"]); } };
const types_1 = { get it() { return (__nccwpck_require__(387).types); } };
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const live_1 = { get it() { return (__nccwpck_require__(984).live); } };
const observe_1 = { get it() { return (__nccwpck_require__(984).observe); } };
const stage_error_1 = { get it() { return (__nccwpck_require__(984)["stage-error"]); } };
const wait_1 = { get it() { return (__nccwpck_require__(984).wait); } };
/*
 * A backup of the PBX that ended half way (a power cut, a kill) leaves it stopped, and without it nothing can be read of the cluster:
 * so it is started before anything else. Servers that are stopped are seen on their hosts, and are started like any other.
 */
/** Under a lock that is held: what runs again, whoever started it, is not stopped for a backup any more. */
async function forgetStopped({ cluster, hosts, log }, live) {
    for (const { name, role, machine } of (0, backups_1.it.keepers)(cluster)) {
        const facts = role === undefined ? live.main : live.hosts.get(name);
        if (!(0, reachable_1.it.isReachable)(facts) || !facts.stoppedForBackup?.includes(name) || facts.runningJob)
            continue;
        if ((0, containers_1.it.seenContainer)(facts, role === undefined ? live_1.it.CALL_MANAGER : roles_1.it.ROLES[role].container)?.running !== true)
            continue;
        // A note that stays costs nothing but a start of what runs already.
        await hosts
            .host(machine)
            .run('rm -f "$1"', [`${state_folder_1.it.BACKUP_NOTES}/${name}.stopped`], { repeatable: true })
            .catch((error) => log.debug(String(error)));
    }
}
/** As long as its backup may take: one that is still at work starts it by itself. */
const PATIENCE_MS = 12 * 3600_000;
const ANSWERS_MS = 600_000;
/** A deploy and each of its steps */
const INSIDE = { outside: false };
/** Under a lock that is held: observes, once a PBX that a backup left stopped runs again. `kept`: what need not be looked at. */
async function observeStarted(session, kept) {
    const observed = await (0, observe_1.it.observe)(session, INSIDE, kept).catch(async (error) => {
        if (!(error instanceof types_1.it.PbxError) || !(await isStopped(session)))
            throw error;
        return undefined;
    });
    if (observed && !isHalfStopped(session, observed.live))
        return observed;
    await start(session);
    return (0, observe_1.it.observe)(session, INSIDE);
}
/** A part of it may answer while another one still stands still. What is at work starts it by itself, and is waited for elsewhere. */
function isHalfStopped({ cluster }, { main }) {
    if (!(0, control_plane_1.it.controlPlane)(cluster).copiesData || !(0, reachable_1.it.isReachable)(main) || main.runningJob)
        return false;
    return main.stoppedForBackup?.includes(backups_1.it.PBX_NAME) === true && (0, containers_1.it.seenContainers)(main).some(({ running }) => !running);
}
/** The same for whoever changes nothing: says why the PBX does not answer. */
async function observeOnly(session, looking) {
    return (0, observe_1.it.observe)(session, looking).catch(async (error) => {
        if (!(error instanceof types_1.it.PbxError) || !(await isStopped(session)))
            throw error;
        throw new stage_error_1.it.StageError(`The PBX is stopped: a backup of it is at work, or ended half way. The next deploy or backup that does not ask first (--yes) waits for it and starts the PBX, or do it ${(0, control_plane_1.it.controlPlane)(session.cluster).byHand.start} (${error.message})`);
    });
}
async function isStopped({ cluster, hosts }) {
    if (!(0, control_plane_1.it.controlPlane)(cluster).copiesData)
        return false;
    const marker = `${state_folder_1.it.BACKUP_NOTES}/${backups_1.it.PBX_NAME}.stopped`;
    return hosts
        .host(cluster.pbx.machine)
        .run('[ -e "$1" ]', [marker], { repeatable: true })
        .then(({ code }) => code === 0, () => false);
}
async function start(session) {
    const { cluster, hosts, log, pbx, signal } = session;
    const { machine } = cluster.pbx;
    log.warning('The PBX is stopped for a backup that is at work or ended half way: it is started before anything else');
    const { argv, cwd } = (0, control_plane_1.it.controlPlane)(cluster).pbxCommand('start');
    const script = (0, backup_scripts_1.it.startAgainScript)({ name: backups_1.it.PBX_NAME, start: argv, scripts: cwd });
    const result = await hosts.host(machine).job({
        key: 'start-pbx-after-backup',
        title: 'start the PBX after a backup',
        cwd,
        argv: ['/bin/sh', '-c', script],
        timeoutMs: PATIENCE_MS,
    }, (line) => log.remote(machine.name, line), signal);
    if (result.exitCode !== 0)
        throw new stage_error_1.it.StageError(result.errors.at(-1)?.replace('[error]: ', '') ?? 'The PBX was stopped for a backup and does not start');
    const answered = await (0, wait_1.it.until)(session, ANSWERS_MS, () => pbx.servers('media').then(() => true, () => undefined));
    if (!answered)
        throw new stage_error_1.it.StageError('The PBX was started again, but its API does not answer after 10 minutes');
}

/***/ }),

/***/ 36:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/apply.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.applyChanges = applyChanges;
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(227)["p-limit"])); } };
const types_1 = { get it() { return (__nccwpck_require__(83).types); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const stage_error_1 = { get it() { return (__nccwpck_require__(984)["stage-error"]); } };
const wait_1 = { get it() { return (__nccwpck_require__(984).wait); } };
const pull_images_1 = __nccwpck_require__(504);
const skip_1 = __nccwpck_require__(433);
/** A failover takes a minute or so. */
const WELL_MS = 300_000;
/**
 * Applies `changes` (in order), each as soon as all that it needs is done and all that it comes after has ended: what does not
 * depend on each other overlaps. A change whose need was not done is skipped, and everything else goes on: what fails on one
 * host does not stop another.
 * `whole`: the plan that they are a part of.
 */
async function applyChanges(changes, whole, run, hindrance, { concurrency, images = {} }) {
    const outcome = { done: [], failed: [], skipped: [] };
    const ends = new Map();
    const planned = new Map(whole.map((change) => [change.id, change]));
    const limit = (0, p_limit_1.it.default)(concurrency);
    /** Servers that callers already notice */
    const disturbed = new Set();
    // Not before each has its end to wait for
    const pulled = Promise.resolve().then(() => (0, pull_images_1.pullImages)(changes.filter((change) => !hindrance(change)), run, images, async (change) => {
        for (const need of change.needs)
            if (planned.get(need)?.kind === 'registry-sign-in' && (await ends.get(need)) !== 'done')
                throw new stage_error_1.it.StageError(`${change.server ?? 'the PBX'} is not signed in to the registry`);
    }));
    // Whoever needs an image waits for it and tells; nobody may, and that must not end the process.
    pulled.catch(() => undefined);
    const skip = (change, reason) => {
        const needed = reason.why === 'need' ? planned.get(reason.need) : undefined;
        const why = reason.why === 'need' && needed ? { ...reason, what: (0, stages_1.it.deedOf)(needed) } : reason;
        outcome.skipped.push({ change, skip: why });
        run.session.log.change({ id: change.id, state: 'skipped', message: (0, skip_1.skipReason)(why) });
        return (0, skip_1.waitOf)(why) ?? 'skipped';
    };
    const held = (change, why) => {
        skip(change, why);
        return 'held';
    };
    // Many changes have the same lists of others before them: what became of those is looked at once a list.
    const lists = new Map();
    const endsOf = (list) => {
        const found = lists.get(list) ?? ended(list, ends);
        lists.set(list, found);
        return found;
    };
    const begin = async (change) => {
        const hindered = hindrance(change);
        if (hindered)
            return skip(change, hindered);
        for (const need of change.needs) {
            const unmet = unmetNeed(change, need, await ends.get(need), planned.get(need));
            if (unmet)
                return skip(change, unmet);
        }
        const oneOf = await endsOf(change.oneOf ?? []);
        if (oneOf.first && !oneOf.isAnyDone) {
            const [need, end] = oneOf.first;
            const unmet = unmetNeed(change, need, end, planned.get(need));
            if (unmet)
                return skip(change, unmet);
        }
        const stopped = [...(await endsOf(change.afterAll ?? [])).stopped, ...(await endsOf(change.after)).stopped];
        const earlier = stopped.find((id) => {
            const other = planned.get(id);
            return other && (0, change_1.it.takesTurns)(other, change);
        });
        if (earlier)
            return held(change, { why: 'need', need: earlier, was: 'not-done' });
        const go = () => {
            if (run.session.signal.aborted)
                return skip(change, { why: 'cancelled' });
            // Hours may have gone by since. What was begun on a server is brought to its end all the same.
            const begun = change.server !== undefined && disturbed.has(change.server);
            const now = begun ? undefined : hindrance(change);
            if (now)
                return skip(change, now);
            if (change.impact !== 'none' && change.server !== undefined)
                disturbed.add(change.server);
            return apply(change, run, outcome, { pulled, images });
        };
        // Sources go to the main server all at once, in one call for all of them.
        return AT_ONCE.has(change.kind) ? go() : limit(go);
    };
    for (const change of changes)
        ends.set(change.id, begin(change));
    await Promise.all(ends.values());
    return outcome;
}
async function ended(list, ends) {
    const found = await Promise.all(list.map(async (id) => [id, await ends.get(id)]));
    const [first] = found;
    return {
        ...(first && { first }),
        isAnyDone: found.some(([, end]) => end === 'done'),
        stopped: found.flatMap(([id, end]) => (end === 'failed' || end === 'held' ? [id] : [])),
    };
}
const AT_ONCE = new Set(['trusted-source', 'source-removal']);
/** `end`: how the need ended; undefined: it is not part of the run. */
function unmetNeed(change, need, end, needed) {
    switch (end) {
        case 'done':
            return undefined;
        case 'window':
        case 'step':
            return { why: 'need', need, was: 'later', waits: end };
        case 'failed':
        case 'held':
        case 'skipped':
            return { why: 'need', need, was: 'not-done' };
        case undefined:
            // What belongs to a later stage of the deploy is done in a later step of the job: then waiting is what was meant.
            return needed && (0, stages_1.it.bucketOf)(needed) > (0, stages_1.it.bucketOf)(change)
                ? { why: 'need', need, was: 'later-stage', waits: 'step' }
                : { why: 'need', need, was: 'not-done-before' };
    }
}
async function apply(change, run, outcome, { pulled, images }) {
    const { session } = run;
    const { log } = session;
    const started = session.now();
    log.change({ id: change.id, state: 'started' });
    try {
        // A new server takes nothing from anybody: it waits for no one's download.
        if ((0, pull_images_1.pulls)(change))
            await pulled;
        else
            await (0, pull_images_1.fetchAsPlanned)(change, run, images);
        await allWell(change, run);
        await (0, stages_1.it.applyChange)(change, run);
        const failed = (0, change_1.it.ofKind)(outcome.failed.map((one) => one.change), 'role').flatMap(({ action, server }) => (action === 'create' ? [server] : []));
        await run.record.update((record) => (0, record_1.it.settle)(record, change, session.cluster, failed));
        const elapsedMs = session.now() - started;
        outcome.done.push({ change, elapsedMs });
        log.change({ id: change.id, state: 'done', elapsedMs });
        return 'done';
    }
    catch (error) {
        const message = session.secrets.redact(error instanceof Error ? error.message : String(error));
        if (error instanceof Error)
            log.debug(error.stack ?? '');
        const end = endOf(error);
        outcome.failed.push({ change, message, ...(end && { end }) });
        log.change({
            ...{ id: change.id, state: 'failed', message, elapsedMs: session.now() - started },
            ...(end && { end }),
        });
        return 'failed';
    }
}
function endOf(error) {
    if (error instanceof stage_error_1.it.Cancelled)
        return 'cancelled';
    return error instanceof types_1.it.HostError ? error.end : undefined;
}
/** Before callers are disturbed: waits until what carries the calls meanwhile is well. */
async function allWell(change, run) {
    const { session, plane, options } = run;
    if (change.impact === 'none' || options.force)
        return;
    const main = session.hosts.host(session.cluster.pbx.machine);
    let trouble;
    const well = await (0, wait_1.it.until)(session, WELL_MS, async () => {
        trouble = await plane.trouble(main);
        if (trouble === undefined)
            return true;
        run.progress(change.id, `waiting for the PBX's nodes to be well: ${trouble}`);
        return undefined;
    });
    if (!well)
        throw new stage_error_1.it.StageError(`${change.server ?? change.id} was not disturbed, as the PBX's nodes are not all well: ${trouble}. See ${plane.byHand.status}`);
}

/***/ }),

/***/ 505:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/at-work.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.stagesAtWork = stagesAtWork;
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const names_1 = { get it() { return (__nccwpck_require__(984).names); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const stage_1 = { get it() { return (__nccwpck_require__(984).stage); } };
/**
 * The stages that a job needs, in order: those that have something to do, and those that what these do is for. A job does what its plan
 * says, so the steps of all others can be left out. Where something is blocked or could not be seen, each looks for itself.
 */
function stagesAtWork(cluster, { plan, leaving, record, isCertain }) {
    if (!isCertain || plan.warnings.some(finding_1.it.isBlocking))
        return [...stage_1.it.STAGE_NAMES];
    const needed = new Set(plan.changes.map(stages_1.it.stageOf));
    // Its step hands the token to the one that installs whom it is for.
    if ((0, change_1.it.ofKind)(plan.changes, 'role').some(({ wanted }) => roles_1.it.ROLES[wanted.role].token))
        needed.add('token');
    // The record forgets what is gone when servers are removed.
    if (leaving.length > 0 || (record && (forgets(record, cluster) || moves(record, cluster))))
        needed.add('remove');
    return stage_1.it.STAGE_NAMES.filter((name) => needed.has(name));
}
/** Whether the record has anything that could be forgotten. */
function forgets(record, cluster) {
    const after = (0, record_1.it.forget)(record, cluster, new Set(), () => false);
    return JSON.stringify(after) !== JSON.stringify(record);
}
/** Whether a server is to be on another machine: where it was, the record keeps until it is gone from there. */
function moves({ servers }, cluster) {
    return Object.entries(servers).some(([name, { address }]) => {
        const server = (0, names_1.it.findServer)(cluster, name);
        return server !== undefined && !(0, addresses_1.it.sameAddress)(server.address, address);
    });
}

/***/ }),

/***/ 649:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/deploy/fleet-deploys.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.VERDICTS = void 0;
exports.verdictOf = verdictOf;
exports.isProven = isProven;
exports.stopOf = stopOf;
/** The worst first */
exports.VERDICTS = ['failed', 'unhealthy', 'unknown', 'not-begun', 'waits', 'done'];
/** What is to be said of a cluster in a word: it is done only if its deploy went well and it was seen to be healthy. */
function verdictOf({ end, health }) {
    if (end === 'failed' || end === 'refused' || end === 'cancelled')
        return 'failed';
    if (end === 'unknown' || end === 'not-begun')
        return end;
    if (health === undefined || health.healthy === 'unknown')
        return 'unknown';
    if (!health.healthy)
        return 'unhealthy';
    return end === 'waits' ? 'waits' : 'done';
}
/** Whether a wave showed that the next one may begin: a deploy came to its end. Clusters that all wait for their windows show nothing. */
function isProven(wave) {
    return wave.some(({ end }) => end === 'deployed' || end === 'unchanged');
}
/** undefined: every wave was begun. */
function stopOf(waves) {
    const held = waves.flat().filter(({ end }) => end === 'not-begun');
    if (held.length === 0)
        return undefined;
    const begun = waves.filter((wave) => wave.some(({ end }) => end !== 'not-begun'));
    const by = begun.flat().filter((one) => ['failed', 'unhealthy', 'unknown'].includes(verdictOf(one)));
    const last = begun.at(-1) ?? [];
    return { held, by, waiting: last.every(({ end }) => end === 'waits') ? [...last] : [] };
}

/***/ }),

/***/ 256:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/history.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.noteRun = noteRun;
exports.readHistory = readHistory;
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const cluster_record_1 = { get it() { return (__nccwpck_require__(984)["cluster-record"]); } };
const open_session_1 = { get it() { return (__nccwpck_require__(984)["open-session"]); } };
const lock_1 = { get it() { return (__nccwpck_require__(984).lock); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const stage_error_1 = { get it() { return (__nccwpck_require__(984)["stage-error"]); } };
const result_1 = __nccwpck_require__(855);
/** More than a year of merges for most; a record stays small enough to be read by a person. */
const RUNS = 50;
const DEEDS = 30;
/** Adds what a run did. The steps of a job are one run. Did it nothing, the record stays as it is. */
function noteRun(record, { id, by, url, commit }, { began, ended, interrupted = false }, work) {
    const { done, skipped } = work;
    if (done.length + work.failed.length === 0)
        return record;
    const failed = (0, result_1.failures)(work);
    const left = [...skipped, ...(0, result_1.givenUp)(work)];
    const runs = record.runs ?? [];
    const before = runs.find(({ run }) => run === id);
    const deeds = [
        ...(before?.deeds ?? []),
        ...done.map(({ change }) => ({ deed: (0, stages_1.it.deedOf)(change) })),
        ...failed.map(({ change }) => ({ deed: (0, stages_1.it.deedOf)(change), failed: true })),
    ];
    const over = new Set([...done, ...failed].map(({ change }) => (0, stages_1.it.deedOf)(change)));
    const goesOn = [...new Set([...(before?.goesOn ?? []), ...(0, result_1.goingOn)(work).map(({ change }) => (0, stages_1.it.deedOf)(change))])].filter((deed) => !over.has(deed));
    const run = {
        run: id,
        began: before?.began ?? new Date(began).toISOString(),
        ended: new Date(ended).toISOString(),
        ...(by !== undefined && { by }),
        ...(url !== undefined && { url }),
        ...(commit !== undefined && { commit }),
        done: (before?.done ?? 0) + done.length,
        failed: (before?.failed ?? 0) + failed.length,
        skipped: (before?.skipped ?? 0) + left.length,
        ...((interrupted || before?.interrupted) && { interrupted: true }),
        ...(goesOn.length > 0 && { goesOn }),
        // Of many those that failed are the last to be left out.
        deeds: deeds.length > DEEDS ? [...deeds.filter(hasFailed), ...deeds.filter(hasNot)].slice(0, DEEDS) : deeds,
    };
    return { ...record, runs: [...runs.filter((other) => other !== before), run].slice(-RUNS) };
}
const hasFailed = ({ failed }) => failed === true;
const hasNot = (deed) => !hasFailed(deed);
/** What the record tells of runs. Nothing of the PBX's is needed for it. Throws StageError when the record cannot be read, HostError when the host cannot. */
async function readHistory(config) {
    const { cluster } = config;
    const hosts = (0, open_session_1.it.openHosts)(config);
    try {
        const { scriptsPath, dataPath, name } = cluster;
        const main = hosts.host(cluster.pbx.machine);
        const facts = await main.facts({ scriptsPath, dataPath, record: name, brief: true });
        const { record } = facts;
        if (!(0, reading_1.it.isKnown)(record))
            throw new stage_error_1.it.StageError(`The record on the main server cannot be read: ${record.unknown}`);
        const read = (0, cluster_record_1.it.parseRecord)(record, cluster.name);
        if (read.finding)
            throw new stage_error_1.it.StageError(read.finding.message);
        const lock = (0, lock_1.it.lockHolder)(facts);
        return {
            runs: read.record?.runs ?? [],
            outOfCalls: read.record ? (0, record_1.it.outOfCalls)(cluster, read.record) : [],
            ...(lock !== undefined && { lock }),
        };
    }
    finally {
        await hosts.close();
    }
}

/***/ }),

/***/ 945:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/images-now.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.lookUpImages = lookUpImages;
const image_digests_1 = { get it() { return (__nccwpck_require__(83)["image-digests"]); } };
const images_1 = { get it() { return (__nccwpck_require__(84).images); } };
const plan_1 = { get it() { return (__nccwpck_require__(84).plan); } };
/** How many hosts are asked for an image before it is not known: each that cannot tell may take half a minute. */
const MOST_HOSTS = 3;
/** The same plan with what its images are now: each asked for by the hosts that will fetch it, until one can tell. */
async function lookUpImages({ cluster, hosts, log }, plan) {
    const where = new Map();
    for (const change of plan.changes)
        for (const { image, machine } of (0, images_1.it.fetchedBy)(change, cluster))
            where.set(image, [...(where.get(image) ?? []), machine]);
    const found = await Promise.all([...where].map(async ([image, machines]) => {
        for (const machine of machines.slice(0, MOST_HOSTS)) {
            const known = await (0, image_digests_1.it.imagesAtRegistry)(hosts.host(machine), [image]);
            if (known[image])
                return known;
            log.debug(`${machine.name} cannot tell what ${image} is now`);
        }
        return {};
    }));
    return (0, plan_1.it.withImages)(plan, Object.assign({}, ...found));
}

/***/ }),

/***/ 532:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/look-again.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.lookAgain = lookAgain;
const handed_1 = { get it() { return (__nccwpck_require__(984).handed); } };
const after_backup_1 = __nccwpck_require__(97);
/** What there is to do may be about other servers once some have been looked at; more often than that, everything is. */
const MOST_LOOKS = 3;
/**
 * Under a lock that is held: looks again at `doubtful`, the servers that `handed` is in doubt about and those that there is something to
 * do for by it. Undefined: somebody else was at work meanwhile, and everything is to be looked at.
 */
async function lookAgain(session, { handed, doubtful, isNoticed }, concern) {
    const again = new Set(doubtful);
    let keepsStatus = !isNoticed;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
        const seen = await (0, after_backup_1.observeStarted)(session, (0, handed_1.it.keptIn)(handed, again, keepsStatus));
        if (!(0, handed_1.it.isUntouched)(handed, seen))
            return undefined;
        const now = await concern(seen);
        const more = [...now.servers].filter((name) => !again.has(name));
        // What was kept is as old as the first look.
        if (more.length === 0 && !(keepsStatus && now.isNoticed))
            return { ...seen, live: { ...seen.live, at: handed.observed.live.at } };
        for (const name of more)
            again.add(name);
        keepsStatus &&= !now.isNoticed;
    }
    return undefined;
}

/***/ }),

/***/ 546:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/deploy/options.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DEFAULT_OPTIONS = void 0;
exports.DEFAULT_OPTIONS = {
    servers: [],
    dryRun: false,
    rotate: [],
    force: false,
    gone: [],
    allowUndersized: false,
};

/***/ }),

/***/ 583:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/planning.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.planned = planned;
exports.isAsked = isAsked;
exports.askedFor = askedFor;
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plan_1 = { get it() { return (__nccwpck_require__(84).plan); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const gone_1 = { get it() { return (__nccwpck_require__(984).gone); } };
const heal_1 = { get it() { return (__nccwpck_require__(984).heal); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/** By nothing but what was seen and what `session` says of the cluster; in slices, as connections are open. */
async function planned(session, observed, options) {
    const { rotate, dataflowTokenPath, restart, backup, force, gone, allowUndersized, installSshKey, heal } = options;
    const diffOptions = {
        rotate,
        force,
        gone,
        allowUndersized,
        ...(dataflowTokenPath && { dataflowTokenPath }),
        ...(restart && { restart }),
        ...(backup && { backup }),
        ...(installSshKey && { installSshKey }),
        ...(heal && { heal }),
    };
    const servers = askedFor(session, options);
    const made = await (0, slices_1.it.inSlices)((0, plan_1.it.planSteps)(session.cluster, observed.live, diffOptions));
    const plan = {
        ...made,
        warnings: [
            ...observed.findings,
            ...goneFindings(session, observed, options),
            ...undeployed(made, options),
            ...made.warnings,
        ],
    };
    const asked = servers ? (0, plan_1.it.forServers)(plan, servers) : plan;
    const { stages } = options;
    const staged = stages ? (0, plan_1.it.narrow)(asked, (change) => stages.includes((0, stages_1.it.stageOf)(change))) : asked;
    const selected = heal === 'only' ? onlyHealing(staged) : about(staged, session, options);
    return { observed, plan, selected, whole: isAsked(options) ? selected : asked, diffOptions };
}
/** A restart or a backup that a person asks for stands for itself, whatever else the cluster may need: it deploys nothing. */
function isAsked({ restart, backup }) {
    return restart !== undefined || backup !== undefined;
}
/** Of a restart or a backup of some, what is wrong with others is not told. */
function about(plan, { cluster }, { restart, backup }) {
    const asked = [...(restart ? [...restart.servers, ...restart.roles] : []), ...(backup?.names ?? [])];
    if (asked.length === 0)
        return plan;
    const names = new Set([
        ...cluster.servers.filter(({ name, role }) => asked.includes(name) || asked.includes(role)).map(({ name }) => name),
        ...plan.changes.flatMap(({ server }) => server ?? []),
    ]);
    return { ...plan, warnings: plan.warnings.filter(({ server }) => server === undefined || names.has(server)) };
}
function goneFindings({ cluster }, { live }, { gone, strictGone }) {
    const problems = (0, gone_1.it.goneProblems)(cluster, live, gone);
    if (strictGone && problems.length > 0)
        throw new input_error_1.it.InputError(problems.map((problem) => `--host-is-gone: ${problem}`).join('\n'));
    return problems.map(gone_1.it.notGone);
}
function undeployed({ changedSettings }, { asDeployed, backup }) {
    if (!asDeployed || changedSettings.length === 0)
        return [];
    const names = [...new Set(changedSettings.map(({ name }) => name))];
    const [one, has] = [names.length === 1, names.length === 1 ? 'has' : 'have'];
    return [
        {
            code: 'settings-not-deployed',
            severity: 'blocking',
            message: `${(0, list_1.it.list)(names, 30)} ${has} changed since the last deploy, and nothing is ${backup ? 'backed up' : 'restarted'} with ${one ? 'a setting' : 'settings'} that no deploy has carried out: deploy the cluster file first`,
        },
    ];
}
/** What else there is to do, and what is in its way, is for a deploy. */
function onlyHealing(plan) {
    return { ...(0, plan_1.it.narrow)(plan, heal_1.it.heals), warnings: plan.warnings.filter(({ code }) => heal_1.it.HEALTH.includes(code)) };
}
/** undefined: all servers, also those that left the cluster file. */
function askedFor({ cluster }, { servers, gone }) {
    if (servers.length === 0)
        return undefined;
    const selectors = servers.filter((name) => !gone.includes(name));
    // No selectors would mean all.
    const selected = selectors.length > 0 ? (0, select_1.it.selectServers)(cluster, selectors) : [];
    return {
        names: new Set([...selected.map(({ name }) => name), ...servers]),
        roles: new Set(selected.map(({ role }) => role)),
    };
}

/***/ }),

/***/ 504:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/pull-images.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.pulls = pulls;
exports.pullImages = pullImages;
exports.fetchAsPlanned = fetchAsPlanned;
const image_digests_1 = { get it() { return (__nccwpck_require__(83)["image-digests"]); } };
const host_commands_1 = { get it() { return (__nccwpck_require__(84)["host-commands"]); } };
const images_1 = { get it() { return (__nccwpck_require__(84).images); } };
const image_version_1 = { get it() { return (__nccwpck_require__(984)["image-version"]); } };
const stage_error_1 = { get it() { return (__nccwpck_require__(984)["stage-error"]); } };
const run_1 = { get it() { return (__nccwpck_require__(984).run); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const script_1 = { get it() { return (__nccwpck_require__(984).script); } };
/** Images that a change waits for before it stops what runs. */
function pulledBy(change) {
    if (change.kind === 'pbx-image')
        return [change.image];
    return change.kind === 'role' ? (change.pull ?? []) : [];
}
/** Whether something that runs is stopped for another image. */
function pulls(change) {
    return pulledBy(change).length > 0;
}
/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched or is not the version that it was taken for: then nothing
 * is stopped anywhere. `mayPull` resolves once a change's machine is signed in to where its images are, or rejects.
 */
async function pullImages(changes, run, images = {}, mayPull = () => Promise.resolve()) {
    const results = await Promise.allSettled(changes.filter(pulls).map(async (change) => {
        await mayPull(change);
        await pull(change, run, images);
    }));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failures.length === 0)
        return;
    const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
    throw new stage_error_1.it.StageError(`An image could not be had, so no server was stopped: ${why}`);
}
async function pull(change, run, images) {
    const machine = change.kind === 'role' ? change.wanted : run.session.cluster.pbx.machine;
    const there = pulledBy(change);
    for (const image of there)
        await fetch(change, { image, machine }, run, images);
    await fetchAsPlanned(change, run, images, there);
    if (change.kind === 'pbx-image')
        await (0, image_version_1.it.checkPbxImage)(run, change.image, change.version);
    if (change.kind === 'role')
        await (0, image_version_1.it.checkServerImage)(run, change.wanted, change.causes.some(({ cause }) => cause === 'behind-pbx'));
}
/**
 * Before anything is installed with an image that somebody has seen: fetches it, and stops where its tag was moved since. What
 * is not known is left to the control script. `but`: what is there already.
 */
async function fetchAsPlanned(change, run, images, but = []) {
    for (const one of (0, images_1.it.fetchedBy)(change, run.session.cluster))
        if (!but.includes(one.image) && Object.hasOwn(images, one.image))
            await fetch(change, one, run, images);
}
async function fetch({ id }, { image, machine }, run, images) {
    run.progress(id, `pulling ${image}`);
    await (0, script_1.it.runScript)(run, (0, host_commands_1.it.pullCommand)(machine, image), {
        id,
        key: `pull-${machine.name}`,
        title: `pull ${image} to ${machine.name}`,
    });
    const planned = Object.hasOwn(images, image) ? images[image] : undefined;
    if (planned === undefined)
        return;
    const there = await (0, image_digests_1.it.digestsOnHost)((0, run_1.it.hostOf)(run, machine), image);
    if (there.includes(planned))
        return;
    throw new stage_error_1.it.StageError(`${image} is not what was planned: its tag was moved since. Planned: ${planned}; fetched to ${machine.name}: ${(0, list_1.it.list)(there) || 'an image without a digest'}. Plan again, look at it, and deploy that`);
}

/***/ }),

/***/ 770:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/records.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.recordBefore = recordBefore;
exports.recordAfter = recordAfter;
exports.recordDeployed = recordDeployed;
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const firewall_1 = { get it() { return (__nccwpck_require__(984).firewall); } };
const heal_1 = { get it() { return (__nccwpck_require__(984).heal); } };
const left_behind_1 = { get it() { return (__nccwpck_require__(984)["left-behind"]); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const planning_1 = __nccwpck_require__(583);
/*
 * What the record says before and after a run. Pure, so that a step that has nothing to do can tell beforehand whether it would write
 * anything at all.
 */
/** Before anything is begun. `begun`: the changes that will be. */
function recordBefore(record, { selected }, run, begun, options) {
    const { live, plane, who } = run;
    const { cluster } = run.session;
    if (!writes(live, begun.length, options))
        return record;
    const mine = (0, record_1.it.inherit)((0, firewall_1.it.withoutClosed)(record, run), cluster, who, live.others);
    const claimed = begun.length > 0 ? (0, record_1.it.claim)(mine, begun, cluster, plane, live) : mine;
    const listed = (0, record_1.it.listing)(claimed, cluster, live, (server) => who.contested(server) !== undefined);
    const next = (0, heal_1.it.withoutWell)((0, record_1.it.withoutGivenBack)(listed, cluster, live), cluster, live);
    return keepsSettings(selected, begun, live, options) ? (0, record_1.it.withSettings)(next, cluster) : next;
}
/** Once all that could be done is done: what nothing is left of is forgotten. */
function recordAfter(record, { plan }, run, { done }, options) {
    const { live, session } = run;
    if (options.heal === 'only' || !live.record || (options.stages && !options.stages.includes('remove')))
        return record;
    const remaining = (0, left_behind_1.it.stillThere)(run, plan, new Set(done.map(({ change }) => change.id)));
    return (0, record_1.it.forget)(record, session.cluster, remaining, (name, address) => (0, left_behind_1.it.mayBeAt)(run, name, address));
}
/** Writes down the commit once nothing of the whole plan is left: what comes after it is what the next deploy is about. */
function recordDeployed(record, { plan }, run, { done }, options) {
    const { commit } = run.session.run;
    const ids = new Set(done.map(({ change }) => change.id));
    if (record.deployed === commit || !writes(run.live, ids.size, options) || (0, planning_1.isAsked)(options))
        return record;
    if (plan.warnings.some(finding_1.it.isBlocking) || !plan.changes.every(({ id }) => ids.has(id)))
        return record;
    const { deployed: _, ...before } = record;
    return { ...before, ...(commit && { deployed: commit }) };
}
/** A record that cannot be read is left as it is, for a person to look at; and who heals deploys nothing. */
function writes(live, begun, { heal }) {
    const damaged = !live.record && (0, reachable_1.it.isReachable)(live.main) && live.main.record !== undefined;
    return heal !== 'only' && (!damaged || begun > 0);
}
/**
 * Whether the record is to say that things are done as the cluster file says now: when something of it is done, or just that
 * is different. A restart that a person asks for deploys nothing.
 */
function keepsSettings(plan, begun, { record }, options) {
    const { reviewed } = options;
    if ((0, planning_1.isAsked)(options) || (reviewed && (0, review_1.it.otherSettings)(plan, reviewed).length > 0))
        return false;
    const blocked = plan.warnings.some(finding_1.it.blocksAll);
    const unknown = !record?.settings;
    return !blocked && (begun.length > 0 || plan.changedSettings.length > 0 || unknown);
}

/***/ }),

/***/ 463:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/repair.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.endRunningJobs = endRunningJobs;
exports.repairDrained = repairDrained;
const clock_1 = { get it() { return (__nccwpck_require__(426).clock); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const types_1 = { get it() { return (__nccwpck_require__(83).types); } };
const cluster_record_1 = { get it() { return (__nccwpck_require__(984)["cluster-record"]); } };
const names_1 = { get it() { return (__nccwpck_require__(984).names); } };
const portal_1 = { get it() { return (__nccwpck_require__(984).portal); } };
const online_1 = { get it() { return (__nccwpck_require__(984).online); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const record_keeper_1 = { get it() { return (__nccwpck_require__(984)["record-keeper"]); } };
/** Waits for control scripts that an earlier run left running, their logs shown. True when there was one. */
async function endRunningJobs(session, live) {
    const { cluster, hosts, log, signal } = session;
    const machines = [cluster.pbx.machine, ...cluster.servers];
    const running = machines.flatMap((machine) => {
        const facts = machine === cluster.pbx.machine ? live.main : live.hosts.get(machine.name);
        return (0, reachable_1.it.isReachable)(facts) && facts.runningJob ? [{ machine, job: facts.runningJob }] : [];
    });
    await Promise.all(running.map(async ({ machine, job }) => {
        log.info(`${machine.name}: "${job.title}" of an earlier run is still at work; waiting for it to end`);
        try {
            const { exitCode } = await hosts.host(machine).attach(job, (line) => log.remote(machine.name, line), signal);
            log.info(`${machine.name}: "${job.title}" ${exitCode === undefined ? 'was interrupted' : `ended (exit ${exitCode})`}`);
        }
        catch (error) {
            // The other hosts can still be worked on; this one is looked at once more like all of them.
            if (!(error instanceof types_1.it.HostError) || signal.aborted)
                throw error;
            log.warning(error.message);
        }
    }));
    return running.length > 0;
}
/** A cancelled job has five minutes for all its `post` steps. */
const COME_BACK_MS = 90_000;
/** Whether nothing is at work on the host any more; waits for that as long as there is time. */
async function scriptEnded(session, server) {
    const { cluster, hosts, log } = session;
    const host = hosts.host((0, control_plane_1.it.controlPlane)(cluster).controlMachine(server));
    const enough = (0, clock_1.it.timeout)(session, COME_BACK_MS);
    try {
        const { runningJob } = await host.facts({ scriptsPath: cluster.scriptsPath, dataPath: server.dataPath });
        if (runningJob)
            await host.attach(runningJob, (line) => log.remote(server.name, line), enough.signal);
        return true;
    }
    catch (error) {
        log.debug(String(error));
        return false;
    }
    finally {
        enough.stop();
    }
}
/** Servers that a cancelled run had drained take calls again, if they answer. Gives the names of those that do not. */
async function repairDrained(session) {
    const { cluster, hosts, pbx, log } = session;
    const main = hosts.host(cluster.pbx.machine);
    const facts = await main.facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: cluster.dataPath,
        record: cluster.name,
    });
    if (!(0, reading_1.it.isKnown)(facts.record)) {
        log.warning(`Servers that this run drained stay as they are: the record cannot be read (${facts.record.unknown})`);
        return [];
    }
    const { record } = (0, cluster_record_1.it.parseRecord)(facts.record, cluster.name);
    if (!record || record.draining.length === 0)
        return [];
    const lists = await Promise.all(roles_1.it.LISTED_ROLES.map(async (role) => [role, await pbx.servers(role)]));
    const byRole = new Map(lists);
    const portal = new portal_1.it.Portal((0, roles_1.it.forListedRoles)((role) => byRole.get(role) ?? []));
    const keeper = new record_keeper_1.it.RecordKeeper(record, main, () => ({
        run: session.run.id,
        time: new Date(session.now()).toISOString(),
    }));
    for (const name of record.draining) {
        const server = (0, names_1.it.findServer)(cluster, name);
        const entry = server && portal.forServer(server);
        if (!entry)
            continue;
        // The script that was at work when the run was cancelled goes on. As long as it does, the server may be ONLINE and
        // about to stop: calls that it got now would be cut.
        if (!(await scriptEnded(session, server))) {
            log.warning(`${name} was drained and is still worked on: it stays disabled; the next deploy goes on with it`);
            continue;
        }
        // What the script has stopped and started may be ONLINE still.
        if (!(await (0, online_1.it.seenForLong)(session, entry.role, entry, COME_BACK_MS))) {
            log.warning(`${name} was drained and is not ONLINE: it stays disabled; the next deploy goes on with it`);
            continue;
        }
        if (server.enabled && !entry.enabled)
            await pbx.updateServer(entry.role, entry.id, { enabled: true });
        const standIn = portal.builtIn(entry.role);
        if (standIn?.enabled && server.enabled && cluster.builtInServers === 'disabled')
            await pbx.updateServer(entry.role, standIn.id, { enabled: false });
        await keeper.update((before) => ({ ...before, draining: before.draining.filter((other) => other !== name) }));
        log.info(`${name} takes calls again`);
    }
    return (0, record_1.it.outOfCalls)(cluster, keeper.current);
}

/***/ }),

/***/ 855:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/deploy/result.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.givenUp = exports.goingOn = exports.failures = void 0;
exports.worked = worked;
/** What really failed, without what goes on and what was given up. */
const failures = ({ failed }) => failed.filter(({ end }) => end === undefined);
exports.failures = failures;
const goingOn = ({ failed }) => failed.filter(({ end }) => end === 'goes-on');
exports.goingOn = goingOn;
const givenUp = ({ failed }) => failed.filter(({ end }) => end === 'cancelled');
exports.givenUp = givenUp;
/** What was done, and what not; nothing of a dry run. */
function worked(result) {
    if (result.kind === 'dry-run')
        return { done: [], failed: [], skipped: [] };
    const { done, failed, skipped } = result;
    return { done, failed, skipped };
}

/***/ }),

/***/ 465:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/run.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DEFAULT_OPTIONS = void 0;
exports.lookOnly = lookOnly;
exports.runStages = runStages;
exports.releaseHeld = releaseHeld;
exports.deploy = deploy;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const fingerprint_1 = { get it() { return (__nccwpck_require__(84).fingerprint); } };
const plan_1 = { get it() { return (__nccwpck_require__(84).plan); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const cluster_record_1 = { get it() { return (__nccwpck_require__(984)["cluster-record"]); } };
const departing_1 = { get it() { return (__nccwpck_require__(984).departing); } };
const drain_1 = { get it() { return (__nccwpck_require__(984).drain); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const findings_1 = { get it() { return (__nccwpck_require__(984).findings); } };
const handed_1 = { get it() { return (__nccwpck_require__(984).handed); } };
const firewall_batch_1 = { get it() { return (__nccwpck_require__(984)["firewall-batch"]); } };
const identity_1 = { get it() { return (__nccwpck_require__(984).identity); } };
const names_1 = { get it() { return (__nccwpck_require__(984).names); } };
const open_session_1 = { get it() { return (__nccwpck_require__(984)["open-session"]); } };
const portal_1 = { get it() { return (__nccwpck_require__(984).portal); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const record_keeper_1 = { get it() { return (__nccwpck_require__(984)["record-keeper"]); } };
const after_backup_1 = __nccwpck_require__(97);
const apply_1 = __nccwpck_require__(36);
const at_work_1 = __nccwpck_require__(505);
const sightings_1 = __nccwpck_require__(692);
const lock_1 = { get it() { return (__nccwpck_require__(984).lock); } };
const history_1 = __nccwpck_require__(256);
const images_now_1 = __nccwpck_require__(945);
const repair_1 = __nccwpck_require__(463);
const planning_1 = __nccwpck_require__(583);
const records_1 = __nccwpck_require__(770);
const skip_1 = __nccwpck_require__(433);
const look_again_1 = __nccwpck_require__(532);
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
var options_1 = __nccwpck_require__(546);
Object.defineProperty(exports, "DEFAULT_OPTIONS", ({ enumerable: true, get: function () { return options_1.DEFAULT_OPTIONS; } }));
/** Looks and plans: nothing is changed, no lock is taken. For people, unless it is said otherwise: also as callers do. */
async function lookOnly(config, options, looking = { outside: true }) {
    const session = (0, open_session_1.it.openSession)(config);
    try {
        checkServers(session, options);
        // For people everything is looked at; a step of a job that shows what it would do goes by what was seen.
        const handed = looking.outside || options.heal ? undefined : await handedTo(config, session);
        const observed = handed && (0, handed_1.it.isCurrent)(handed, session.now()) ? handed.observed : await (0, after_backup_1.observeOnly)(session, looking);
        const seen = observed === handed?.observed ? handed : await handOn(config, session, { observed });
        const made = await (0, planning_1.planned)(session, options.heal ? await (0, sightings_1.sighted)(session, observed, false) : observed, options);
        const isCertain = seen !== undefined && (0, handed_1.it.isCurrent)(seen, session.now());
        return dryRun(session, { ...made, selected: await (0, images_now_1.lookUpImages)(session, made.selected) }, isCertain);
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}
/** Observes, plans and, unless it is a dry run, applies: what every action and the CLI do, with other stages. */
async function runStages(config, options, begin) {
    if (options.dryRun)
        return lookOnly(config, options, { outside: false });
    const session = (0, open_session_1.it.openSession)(config);
    try {
        checkServers(session, options);
        const handed = begin || options.heal ? undefined : await handedTo(config, session);
        const made = handed && (await (0, planning_1.planned)(session, handed.observed, options));
        const idle = made && (await nothingToDo(session, handed, made, options));
        if (idle)
            return idle;
        // Whoever dies from here on leaves nothing behind that says how the cluster was.
        await config.looks?.drop();
        config.locks?.();
        // While the lock is taken on the main server, all others are connected to.
        const again = made && doubt(handed, concern(session, made));
        session.hosts.prepare([
            ...(0, control_plane_1.it.controlPlane)(session.cluster).pbxMachines,
            ...session.cluster.servers.filter(({ name }) => !again || again.doubtful.has(name)),
        ]);
        const { result } = await (0, lock_1.it.withLock)(session, async (held, undisturbed) => {
            const doubted = undisturbed ? again : undefined;
            const { result, isOver, ...seen } = await deploy(held, options, config.concurrency, begin, doubted);
            await handOn(config, held, { ...seen, lock: isOver ? 'given-back' : 'held' });
            return { result, isOver };
        }, { isOver: ({ isOver }) => isOver, released: () => config.unlocks?.() });
        return result;
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}
/** What the changes of a run are about */
function concern({ cluster }, { selected: { changes } }) {
    return { servers: (0, handed_1.it.serversOf)(cluster, changes), isNoticed: changes.some(({ impact }) => impact !== 'none') };
}
const doubt = (handed, { servers, isNoticed }) => ({
    handed,
    doubtful: new Set([...handed.stale.hosts, ...servers]),
    isNoticed,
});
/** What the last step of the job saw, not too long ago */
async function handedTo({ looks }, session) {
    const handed = await looks?.read();
    return handed && (0, handed_1.it.isRecent)(handed, session.now()) ? handed : undefined;
}
/** Gives what was seen, and what became of it, to the next step of the job, where there is one; undefined: it may not be given. */
async function handOn({ looks }, session, seen) {
    if (session.signal.aborted)
        return undefined;
    const handed = (0, handed_1.it.toHandOn)(session.cluster, session.now(), seen);
    await (handed ? looks?.keep(handed) : looks?.drop());
    return handed;
}
/**
 * What a step comes to that has nothing to do by what the last one saw, and nobody is asked. Undefined: it may have, or nobody can tell. What
 * was seen without the lock is believed only where there is nothing at all to do: whoever has something to do looks with it, first.
 */
async function nothingToDo(session, handed, made, options) {
    if (!(0, handed_1.it.isCurrent)(handed, session.now()))
        return undefined;
    const { plan, selected } = made;
    if (selected.changes.length > 0 || (handed.lockedAt === undefined && plan.changes.length > 0))
        return undefined;
    const run = startRun(session, made, options);
    const nothing = { done: [], failed: [], skipped: [] };
    const before = run.record.current;
    const after = (0, records_1.recordDeployed)((0, records_1.recordAfter)((0, records_1.recordBefore)(before, made, run, [], options), made, run, nothing, options), made, run, nothing, options);
    if (JSON.stringify(after) !== JSON.stringify(before))
        return undefined;
    session.log.debug('Nobody is asked: by what the step before saw there is nothing to do');
    return ended(made, run, nothing, options);
}
/** A name that is not in the file is told before anybody is asked anything. */
function checkServers({ cluster }, { servers, gone }) {
    (0, select_1.it.selectServers)(cluster, servers.filter((name) => !gone.includes(name)));
}
/**
 * Gives back what a cancelled run of the same identity still holds: servers that it drained take calls again, the lock is
 * released. Gives the names of those that stay out of calls, for the next deploy.
 */
async function releaseHeld(config) {
    const session = (0, open_session_1.it.openSession)(config);
    try {
        return (await (0, lock_1.it.releaseOwn)(session, () => (0, repair_1.repairDrained)(session))) ?? [];
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}
function dryRun({ cluster }, { observed, plan, selected, whole }, isCertain) {
    const { live } = observed;
    const { record } = live;
    const leaving = [...(0, departing_1.it.departing)(cluster, record, live.portal.servers), ...(0, departing_1.it.moved)(cluster, record)];
    return {
        kind: 'dry-run',
        seen: {
            all: plan,
            unasked: () => (0, plan_1.it.makePlan)(cluster, live),
            leaving,
            atWork: () => (0, at_work_1.stagesAtWork)(cluster, { plan, leaving, record, isCertain }),
            ...(record?.deployed && { deployedCommit: record.deployed }),
        },
        plan: selected,
        whole,
        ok: !selected.warnings.some(finding_1.it.isBlocking),
        findings: [],
    };
}
/** Under a lock that is held: what `runStages` does of a deploy. */
async function deploy(session, options, concurrency, begin, doubted) {
    const began = session.now();
    const again = doubted &&
        (await (0, look_again_1.lookAgain)(session, doubted, async (seen) => concern(session, await (0, planning_1.planned)(session, seen, options))));
    let observed = again ?? (await (0, after_backup_1.observeStarted)(session));
    // First wait for a script that an earlier run left running: what it leaves behind decides what is still to do.
    if (await (0, repair_1.endRunningJobs)(session, observed.live))
        observed = await (0, after_backup_1.observeStarted)(session);
    await (0, after_backup_1.forgetStopped)(session, observed.live);
    if (options.heal)
        observed = await (0, sightings_1.sighted)(session, observed, true);
    const first = await (0, planning_1.planned)(session, observed, options);
    // Whoever is asked sees what the images are; whoever was asked before has said what they have to be.
    const made = begin ? { ...first, selected: await (0, images_now_1.lookUpImages)(session, first.selected) } : first;
    const { plan, selected } = made;
    if (begin && !(await begin(selected)))
        return { result: dryRun(session, made, false), isOver: false, observed };
    const images = { ...(0, fingerprint_1.it.digestsIn)(selected.images), ...options.reviewed?.images };
    const run = startRun(session, made, options);
    const hindrance = hindrances(plan, run, options.reviewed);
    const begun = (0, held_1.it.unhindered)(selected.changes, hindrance);
    await run.record.update((before) => (0, records_1.recordBefore)(before, made, run, begun, options));
    const outcome = await (0, apply_1.applyChanges)(selected.changes, plan.changes, run, hindrance, { concurrency, images });
    await (0, drain_1.it.dismissStandIns)(run);
    await run.record.update((before) => (0, records_1.recordAfter)(before, made, run, outcome, options));
    const endedAt = session.now();
    const interrupted = session.signal.aborted && outcome.failed.length + outcome.skipped.length > 0;
    await Promise.all([
        run.record
            .update((before) => (0, history_1.noteRun)(before, session.run, { began, ended: endedAt, interrupted }, outcome))
            .catch((error) => session.log.warning(`What this run did is missing in the log of runs: ${(0, unknown_1.it.messageOf)(error)}`)),
        run.record.update((before) => (0, records_1.recordDeployed)(before, made, run, outcome, options)),
    ]);
    const result = await ended(made, run, outcome, options);
    return {
        result: { ...result, ...(interrupted && { interrupted }) },
        isOver: result.ok && plan.changes.length === 0,
        observed,
        changes: [...outcome.done, ...outcome.failed].map(({ change }) => change),
        goesOn: outcome.failed.some(({ end }) => end !== undefined),
        record: run.record,
    };
}
async function ended(made, run, work, options) {
    const { session, record, tokens } = run;
    const { selected, whole } = made;
    const imToken = await currentImToken(run, options);
    return {
        kind: 'deploy',
        plan: selected,
        whole,
        ok: isOk(session, selected, work, options),
        ...work,
        tokens: { ...tokens, ...(imToken && { im: imToken }) },
        findings: [],
        ...((options.stages || options.servers.length > 0) && { partial: true }),
        outOfCalls: (0, record_1.it.outOfCalls)(session.cluster, record.current),
    };
}
function startRun(session, { observed: { live }, diffOptions }, { imToken }) {
    const { cluster, hosts, log } = session;
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const nodes = plane.pbxMachines.filter(({ address }) => {
        const facts = live.nodes?.get(address);
        return (0, reachable_1.it.isReachable)(facts) && (0, reading_1.it.isKnown)(facts.firewall) && facts.firewall.running;
    });
    return {
        session,
        plane,
        live,
        who: new identity_1.it.Identity(cluster, live, diffOptions.gone),
        options: { ...diffOptions, ...(imToken && { imToken }) },
        record: (0, record_keeper_1.it.keepRecord)(session, live.record ?? (0, cluster_record_1.it.emptyRecord)(cluster.name)),
        firewall: new firewall_batch_1.it.FirewallBatch(hosts.host(cluster.pbx.machine), ...nodes.map((node) => hosts.host(node))),
        portal: new portal_1.it.Portal(live.portal.servers),
        tokens: {},
        turns: new Map(),
        away: new Set(),
        standIns: new Set(),
        progress: (id, message) => log.change({ id, state: 'progress', message }),
    };
}
function isOk(session, plan, { failed, skipped }, options) {
    const { cluster } = session;
    const { stages } = options;
    const touched = new Set(plan.changes.map(({ server }) => server));
    // What keeps a server from leaving matters to the step that removes servers, not to each of a job.
    const asked = (0, planning_1.askedFor)(session, options);
    const concerns = ({ server, change }) => {
        // A step of a job that has no part in it goes well.
        if (change !== undefined)
            return options.backup !== undefined || plan.changes.some(({ id }) => id === change);
        if (server === undefined || touched.has(server))
            return true;
        if (stages && !(0, names_1.it.findServer)(cluster, server) && !stages.includes('remove'))
            return false;
        return asked === undefined || (!stages && asked.names.has(server));
    };
    // What a person asked for is not written down as owed: nothing would do it when the window opens.
    const waits = skipped.map(({ skip }) => (0, skip_1.waitOf)(skip));
    return (failed.length === 0 &&
        waits.every((wait) => wait && !((0, planning_1.isAsked)(options) && wait === 'window')) &&
        !plan.warnings.some((finding) => (0, finding_1.it.isBlocking)(finding) && concerns(finding)));
}
function hindrances(plan, run, reviewed) {
    const { cluster } = run.session;
    const blocker = (0, held_1.it.blockerOf)(plan);
    const isReviewed = reviewed ? (0, review_1.it.reviewedCheck)(plan, reviewed) : () => true;
    return (change) => {
        const by = blocker(change);
        if (by)
            return { why: 'blocked', by };
        if (!isReviewed(change))
            return { why: 'unreviewed' };
        // Windows close while a run waits for calls to end.
        const now = { ...run.live, at: run.session.now() };
        return (0, findings_1.it.waitsForWindow)({ cluster, live: now, options: run.options }, change) ? { why: 'window' } : undefined;
    };
}
async function currentImToken(run, options) {
    const { servers } = run.session.cluster;
    const wanted = options.stages?.includes('token') && servers.some(({ role }) => roles_1.it.ROLES[role].token?.source === 'portal');
    return wanted ? (run.tokens.im ?? run.session.pbx.imToken()) : undefined;
}

/***/ }),

/***/ 692:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/deploy/sightings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sighted = sighted;
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const cluster_record_1 = { get it() { return (__nccwpck_require__(984)["cluster-record"]); } };
const heal_1 = { get it() { return (__nccwpck_require__(984).heal); } };
const observe_1 = { get it() { return (__nccwpck_require__(984).observe); } };
const record_keeper_1 = { get it() { return (__nccwpck_require__(984)["record-keeper"]); } };
/** A run looks at what is not well for a minute, and then as often as that takes. */
const MOST_LOOKS = 3;
/**
 * Writes down which servers are not well, and looks once more where one look says too little: nobody is taken out of calls, or let
 * back in, by one look. Gives what was seen last. `keep` false: nothing is written, for a look without the lock.
 */
async function sighted(session, observed, keep) {
    const { cluster, log } = session;
    let { live } = observed;
    // What a record says that is there and cannot be read must not be lost.
    if (!(0, reachable_1.it.isReachable)(live.main) || (!live.record && live.main.record !== undefined))
        return observed;
    const keeper = (0, record_keeper_1.it.keepRecord)(session, live.record ?? (0, cluster_record_1.it.emptyRecord)(cluster.name));
    let record = keeper.current;
    for (let looks = 1;; looks++) {
        record = (0, heal_1.it.noted)(record, cluster, live);
        if (keep)
            await keeper.update(() => record);
        live = { ...live, record };
        const wait = (0, heal_1.it.lookAgainIn)(record, cluster, live);
        if (wait === undefined || looks === MOST_LOOKS || session.signal.aborted)
            return { ...observed, live };
        log.info(`Looking once more in ${Math.ceil(wait / 1000)} s at servers that are not as they were`);
        await session.sleep(wait, session.signal);
        const { servers, status } = await (0, observe_1.it.readPortal)(session, { im: false, sbc: false });
        live = { ...live, at: session.now(), portal: { ...live.portal, servers, status } };
    }
}

/***/ }),

/***/ 433:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/deploy/skip.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.waitOf = waitOf;
exports.skipReason = skipReason;
/** undefined: it does not wait for something that will come by itself. */
function waitOf(skip) {
    if (skip.why === 'window')
        return 'window';
    return skip.why === 'need' && 'waits' in skip ? skip.waits : undefined;
}
/** For people. */
function skipReason(skip) {
    switch (skip.why) {
        case 'blocked':
            return skip.by.message;
        case 'unreviewed':
            return 'nobody has reviewed it: it came up only now';
        case 'cancelled':
            return 'the run was cancelled';
        case 'window':
            return 'waits for the maintenance window';
        case 'need': {
            const what = skip.what === undefined ? skip.need : `"${skip.what}"`;
            return {
                'later-stage': `comes later, after ${what}`,
                later: `waits for ${what}, which comes later`,
                'not-done-before': `waits for ${what}, which was not done before`,
                'not-done': `waits for ${what}, which was not done`,
            }[skip.was];
        }
    }
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

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

/***/ 227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(276);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=deploy.js.map
