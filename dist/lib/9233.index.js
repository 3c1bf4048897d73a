"use strict";
exports.id = 9233;
exports.ids = [9233,1491];
exports.modules = {

/***/ 89233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DEFAULT_OPTIONS: () => (/* reexport */ options/* DEFAULT_OPTIONS */.l),
  lookOnly: () => (/* binding */ lookOnly),
  releaseHeld: () => (/* binding */ releaseHeld),
  runStages: () => (/* binding */ runStages)
});

// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/finding.js
var src_finding = __webpack_require__(40883);
// EXTERNAL MODULE: ./build/src/host/control-plane/index.js + 5 modules
var control_plane = __webpack_require__(98064);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/plan/plan.js + 2 modules
var plan_plan = __webpack_require__(24784);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/stages/index.js + 3 modules
var src_stages = __webpack_require__(5958);
// EXTERNAL MODULE: ./build/src/stages/cluster-record.js
var cluster_record = __webpack_require__(53862);
// EXTERNAL MODULE: ./build/src/stages/departing.js
var departing = __webpack_require__(28262);
// EXTERNAL MODULE: ./build/src/stages/drain.js
var drain = __webpack_require__(52842);
// EXTERNAL MODULE: ./build/src/stages/findings.js
var findings = __webpack_require__(34548);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/host/firewall-listing.js
var firewall_listing = __webpack_require__(10576);
// EXTERNAL MODULE: ./build/src/host/shell.js + 1 modules
var shell = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/host/types.js
var types = __webpack_require__(65720);
;// CONCATENATED MODULE: ./build/src/host/trusted-sources.js




/** $1 mark. Both listings, as for facts: side by side, as each call of firewall-cmd takes a third of a second. */
const LIST_ZONES = `
mark=$1
section() { printf '\\n%s %s\\n' "$mark" "$1"; }
list() {
  section state
  if ! command -v firewall-cmd >/dev/null; then echo missing; return 0; fi
  listed=$(mktemp) || exit
  firewall-cmd --permanent --list-all-zones >"$listed" 2>/dev/null &
  if ! active=$(firewall-cmd --list-all-zones 2>/dev/null); then wait; rm -f "$listed"; echo stopped; return 0; fi
  echo running
  section runtime
  printf '%s\\n' "$active"
  section permanent
  wait
  cat "$listed"
  rm -f "$listed"
  section end
}
`;
/**
 * $1 mark, then `--add-source=…` and `--remove-source=…`. One call for all of a kind; where that does not go smoothly one for
 * each, to learn which failed. One reload for all. Prints `failed OPTION MESSAGE` lines, then the listings after it.
 */
const CHANGE_SOURCES = `${LIST_ZONES}
change() { firewall-cmd --permanent --zone=trusted "$@" 2>&1; }
together() {
  kind=$1
  shift
  for option in "$@"; do
    shift
    case $option in "$kind"=*) set -- "$@" "$option" ;; *) ;; esac
  done
  [ $# -gt 0 ] || return 0
  if said=$(change "$@") && [ "$said" = success ]; then return 0; fi
  for option in "$@"; do
    said=$(change "$option") || printf 'failed %s %s\\n' "$option" "$(printf '%s' "$said" | tr '\\n' ' ')"
  done
}
shift
together --add-source "$@"
together --remove-source "$@"
firewall-cmd --reload >/dev/null 2>&1 || echo 'failed reload'
list
`;
const FIREWALL_MS = 180_000;
const MARK = '--portsip-cluster--';
/**
 * Puts sources into firewalld's trusted zone and takes them out, for good and at once, with one reload at most.
 * What is there already is left; results are in the order of the changes. Throws HostError when firewalld does not run.
 */
async function changeTrustedSources(host, changes) {
    if (changes.length === 0)
        return [];
    for (const { source } of changes)
        if (!(0,addresses/* isAddress */.PW)(source) && !(0,addresses/* isCidr */.JR)(source))
            throw new TypeError(`not an address or CIDR: ${source}`);
    const before = readListing(host, await host.run(`${LIST_ZONES}\nlist`, [MARK], { timeoutMs: FIREWALL_MS, repeatable: true }));
    const decided = changes.map((change) => decide(before, change));
    const options = decided.flatMap(({ option }) => (option === undefined ? [] : [option]));
    if (options.length === 0 && decided.every(({ needsReload }) => !needsReload))
        return decided.map(({ result }) => result);
    const output = await host.run(CHANGE_SOURCES, [MARK, ...new Set(options)], {
        timeoutMs: FIREWALL_MS,
        repeatable: true,
    });
    const after = readListing(host, output);
    const failures = new Map([...output.stdout.matchAll(/^failed (--\S+) (.*)$/gm)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]));
    return decided.map(({ result, option, needsReload }) => option === undefined && !needsReload
        ? result
        : verify(after, result, option === undefined ? undefined : failures.get(option)));
}
/** Pure: what has to be done for a change. */
function decide(facts, change) {
    const { permanent, runtime } = facts.trusted;
    const stored = find(permanent, change.source);
    const active = find(runtime, change.source);
    const zone = Object.entries(facts.otherZones).find(([source]) => (0,addresses/* sameCidr */.VW)(source, change.source))?.[1];
    if (change.action === 'add') {
        if (stored !== undefined && active !== undefined)
            return { result: { ...change, outcome: 'already' } };
        if (stored !== undefined)
            return { result: { ...change, outcome: 'ok' }, needsReload: true };
        if (zone !== undefined)
            return { result: { ...change, outcome: 'conflict', zone, message: conflict(change, zone) } };
        return { result: { ...change, outcome: 'ok' }, option: `--add-source=${change.source}` };
    }
    if (stored !== undefined)
        return { result: { ...change, outcome: 'ok' }, option: `--remove-source=${stored}` };
    if (active !== undefined)
        return { result: { ...change, outcome: 'ok' }, needsReload: true };
    return { result: { ...change, outcome: 'already' } };
}
function verify(after, result, failure) {
    const { action, source } = result;
    const there = find(after.trusted.permanent, source) !== undefined && find(after.trusted.runtime, source) !== undefined;
    const gone = find(after.trusted.permanent, source) === undefined && find(after.trusted.runtime, source) === undefined;
    if (action === 'add' ? there : gone)
        return { ...result, outcome: 'ok' };
    const zone = /ZONE_CONFLICT.*bound to '?([A-Za-z0-9_-]+)/.exec(failure ?? '')?.[1];
    if (zone !== undefined)
        return { ...result, outcome: 'conflict', zone, message: conflict(result, zone) };
    return {
        ...result,
        outcome: 'failed',
        message: failure
            ? `firewall-cmd: ${failure}`
            : `firewalld does not show it as ${action === 'add' ? 'added' : 'removed'} after a reload`,
    };
}
function conflict({ source }, zone) {
    return `firewalld has ${source} in its zone ${zone}, and a source can be in one zone only: if it is right to trust it, run "firewall-cmd --permanent --zone=${zone} --remove-source=${source}" there first`;
}
function readListing(host, output) {
    const sections = new Map(output.stdout
        .split(`\n${MARK} `)
        .slice(1)
        .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
    const { machine } = host;
    const state = sections.get('state')?.trim();
    if (state === 'missing')
        throw new types/* HostError */.d(`${(0,shell/* where */._M)(machine)} has no firewalld: install PortSIP PBX there first, or firewalld`, machine.name, 'command');
    if (state === 'stopped')
        throw new types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not run firewalld: start it with "systemctl enable --now firewalld"`, machine.name, 'command');
    if (!sections.has('end'))
        throw new types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not list its firewall zones: try "firewall-cmd --list-all-zones" there`, machine.name, 'command');
    return (0,firewall_listing/* parseFirewall */.K)(state, sections.get('runtime'), sections.get('permanent'));
}
function find(sources, wanted) {
    return sources.find((source) => (0,addresses/* sameCidr */.VW)(source, wanted));
}
//# sourceMappingURL=trusted-sources.js.map
// EXTERNAL MODULE: ./build/src/stages/stage-error.js
var stage_error = __webpack_require__(17033);
;// CONCATENATED MODULE: ./build/src/stages/firewall-batch.js


/** Collects changes of trusted sources that come at the same time, so that firewalld reloads once for all of them. */
class FirewallBatch {
    requests = [];
    flushing;
    hosts;
    /** `others`: nodes whose firewalls are kept as the main server's is */
    constructor(main, ...others) {
        this.hosts = [main, ...others];
    }
    change(action, source) {
        return new Promise((resolve, reject) => {
            this.requests.push({ source, action, resolve, reject });
            this.flushing ??= this.flush();
        });
    }
    async flush() {
        // Every change of a plan that can start now has asked by the end of this tick.
        await new Promise((resolve) => setImmediate(resolve));
        while (this.requests.length > 0) {
            const batch = this.requests.splice(0);
            try {
                const results = await Promise.all(this.hosts.map((host) => changeTrustedSources(host, batch)));
                batch.forEach((request, index) => {
                    const said = this.hosts.map((host, at) => ({ on: host.machine.name, result: results[at]?.[index] }));
                    settle(request, said);
                });
            }
            catch (error) {
                for (const request of batch)
                    request.reject(error);
            }
        }
        this.flushing = undefined;
    }
}
function settle(request, results) {
    const [bad] = results.filter(({ result }) => result?.outcome !== 'ok' && result?.outcome !== 'already');
    if (!bad)
        return request.resolve();
    const { on, result } = bad;
    const node = results.length > 1 ? `${on}: ` : '';
    const conflict = result?.zone && `${request.source} is a source of the firewalld zone "${result.zone}"`;
    const why = conflict ?? result?.message ?? `firewalld did not say what became of ${request.source}`;
    request.reject(new stage_error/* StageError */.Z(`${node}${why}`));
}
//# sourceMappingURL=firewall-batch.js.map
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/observe.js
var observe = __webpack_require__(79540);
// EXTERNAL MODULE: ./build/src/stages/open-session.js + 16 modules
var open_session = __webpack_require__(52350);
;// CONCATENATED MODULE: ./build/src/stages/portal.js

/** The portal's servers as this run left them. */
class Portal {
    byRole;
    constructor(servers) {
        this.byRole = (0,roles/* forListedRoles */.co)((role) => [...servers[role]]);
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
    forServer({ role, name }) {
        return (0,roles/* isListed */.yy)(role) ? this.find(role, name) : undefined;
    }
}
//# sourceMappingURL=portal.js.map
// EXTERNAL MODULE: ./build/src/stages/record.js
var stages_record = __webpack_require__(23307);
// EXTERNAL MODULE: ./build/src/stages/record-keeper.js
var record_keeper = __webpack_require__(36550);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/stages/wait.js
var wait = __webpack_require__(73039);
// EXTERNAL MODULE: ./build/src/plan/host-commands.js
var host_commands = __webpack_require__(11491);
// EXTERNAL MODULE: ./build/src/stages/script.js
var script = __webpack_require__(40501);
;// CONCATENATED MODULE: ./build/src/deploy/pull-images.js



/** The image that a change waits for before it stops what runs. */
function pulledBy(change) {
    if (change.kind === 'pbx-image')
        return change.image;
    return change.kind === 'role' ? change.pull : undefined;
}
/** Whether something that runs is stopped for another image. */
function pulls(change) {
    return pulledBy(change) !== undefined;
}
/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched: then nothing is stopped anywhere.
 */
async function pullImages(changes, run) {
    const results = await Promise.allSettled(changes.map(async (change) => {
        const image = pulledBy(change);
        if (image === undefined)
            return;
        const machine = change.kind === 'role' ? change.wanted : run.session.cluster.pbx.machine;
        run.progress(change.id, `pulling ${image}`);
        await (0,script/* runScript */.j)(run, (0,host_commands/* pullCommand */.T)(machine, image), {
            id: change.id,
            key: `pull-${machine.name}`,
            title: `pull ${image} to ${machine.name}`,
        });
    }));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failures.length === 0)
        return;
    const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
    throw new stage_error/* StageError */.Z(`An image could not be fetched, so no server was stopped: ${why}`);
}
//# sourceMappingURL=pull-images.js.map
// EXTERNAL MODULE: ./build/src/deploy/skip.js
var deploy_skip = __webpack_require__(98433);
;// CONCATENATED MODULE: ./build/src/deploy/apply.js







/** A failover takes a minute or so. */
const WELL_MS = 300_000;
/**
 * Applies `changes` (in order), each as soon as all that it needs is done: what does not depend on each other overlaps.
 * A change whose need was not done is skipped, and everything else goes on: what fails on one host does not stop another.
 * `whole`: the plan that they are a part of.
 */
async function applyChanges(changes, whole, run, hindrance, concurrency) {
    const outcome = { done: [], failed: [], skipped: [] };
    const ends = new Map();
    const planned = new Map(whole.map((change) => [change.id, change]));
    const limit = (0,p_limit/* default */.A)(concurrency);
    /** Servers that callers already notice */
    const disturbed = new Set();
    const pulled = pullImages(changes.filter((change) => !hindrance(change)), run);
    // Whoever needs an image waits for it and tells; nobody may, and that must not end the process.
    pulled.catch(() => undefined);
    const skip = (change, why) => {
        outcome.skipped.push({ change, skip: why });
        run.session.log.change({ id: change.id, state: 'skipped', message: (0,deploy_skip/* skipReason */.Y)(why) });
        return (0,deploy_skip/* waitOf */.p)(why) ?? 'skipped';
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
        for (const id of change.after)
            await ends.get(id);
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
            return apply(change, run, outcome, pulled);
        };
        // Sources go to the main server all at once, for firewalld to reload once.
        return AT_ONCE.has(change.kind) ? go() : limit(go);
    };
    for (const change of changes)
        ends.set(change.id, begin(change));
    await Promise.all(ends.values());
    return outcome;
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
        case 'skipped':
            return { why: 'need', need, was: 'not-done' };
        case undefined:
            // What belongs to a later stage of the deploy is done in a later step of the job: then waiting is what was meant.
            return needed && (0,src_stages/* bucketOf */.AU)(needed) > (0,src_stages/* bucketOf */.AU)(change)
                ? { why: 'need', need, was: 'later-stage', waits: 'step' }
                : { why: 'need', need, was: 'not-done-before' };
    }
}
async function apply(change, run, outcome, pulled) {
    const { session } = run;
    const { log } = session;
    const started = session.now();
    log.change({ id: change.id, state: 'started' });
    try {
        // A new server takes nothing from anybody: it waits for no one's download.
        if (pulls(change))
            await pulled;
        await allWell(change, run);
        await (0,src_stages/* applyChange */.hX)(change, run);
        await run.record.update((record) => (0,stages_record/* settle */.G9)(record, change, session.cluster));
        const elapsedMs = session.now() - started;
        outcome.done.push({ change, elapsedMs });
        log.change({ id: change.id, state: 'done', elapsedMs });
        return 'done';
    }
    catch (error) {
        const message = session.secrets.redact(error instanceof Error ? error.message : String(error));
        if (error instanceof Error)
            log.debug(error.stack ?? '');
        outcome.failed.push({ change, message });
        log.change({ id: change.id, state: 'failed', message, elapsedMs: session.now() - started });
        return 'failed';
    }
}
/** Before callers are disturbed: waits until what carries the calls meanwhile is well. */
async function allWell(change, run) {
    const { session, plane, options } = run;
    if (change.impact === 'none' || options.force)
        return;
    const main = session.hosts.host(session.cluster.pbx.machine);
    let trouble;
    const well = await (0,wait/* until */.T)(session, WELL_MS, async () => {
        trouble = await plane.trouble(main);
        if (trouble === undefined)
            return true;
        run.progress(change.id, `waiting for the PBX's nodes to be well: ${trouble}`);
        return undefined;
    });
    if (!well)
        throw new stage_error/* StageError */.Z(`${change.server ?? change.id} was not disturbed, as the PBX's nodes are not all well: ${trouble}. See ${plane.byHand.status}`);
}
//# sourceMappingURL=apply.js.map
// EXTERNAL MODULE: ./build/src/stages/lock.js
var lock = __webpack_require__(67957);
;// CONCATENATED MODULE: ./build/src/deploy/repair.js









/** Waits for control scripts that an earlier run left running, their logs shown. True when there was one. */
async function endRunningJobs(session, live) {
    const { cluster, hosts, log, signal } = session;
    const machines = [cluster.pbx.machine, ...cluster.servers];
    const running = machines.flatMap((machine) => {
        const facts = machine === cluster.pbx.machine ? live.main : live.hosts.get(machine.name);
        return (0,reachable/* isReachable */.k)(facts) && facts.runningJob ? [{ machine, job: facts.runningJob }] : [];
    });
    await Promise.all(running.map(async ({ machine, job }) => {
        log.info(`${machine.name}: "${job.title}" of an earlier run is still at work; waiting for it to end`);
        try {
            const { exitCode } = await hosts.host(machine).attach(job, (line) => log.remote(machine.name, line), signal);
            log.info(`${machine.name}: "${job.title}" ${exitCode === undefined ? 'was interrupted' : `ended (exit ${exitCode})`}`);
        }
        catch (error) {
            // The other hosts can still be worked on; this one is looked at once more like all of them.
            if (!(error instanceof types/* HostError */.d) || signal.aborted)
                throw error;
            log.warning(error.message);
        }
    }));
    return running.length > 0;
}
/** A cancelled job has five minutes for all its `post` steps. */
const COME_BACK_MS = 90_000;
/** Whether nothing is at work on the host any more, waited for as long as there is time. */
async function scriptEnded({ cluster, hosts, log }, server) {
    const host = hosts.host((0,control_plane/* controlPlane */.mM)(cluster).controlMachine(server));
    const enough = AbortSignal.timeout(COME_BACK_MS);
    try {
        const { runningJob } = await host.facts({ scriptsPath: cluster.scriptsPath, dataPath: server.dataPath });
        if (runningJob)
            await host.attach(runningJob, (line) => log.remote(server.name, line), enough);
        return true;
    }
    catch (error) {
        log.debug(String(error));
        return false;
    }
}
/** Servers that a cancelled run had drained take calls again, if they answer. */
async function repairDrained(session) {
    const { cluster, hosts, pbx, log } = session;
    const main = hosts.host(cluster.pbx.machine);
    const facts = await main.facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: cluster.dataPath,
        record: cluster.name,
    });
    const { record } = (0,cluster_record/* parseRecord */.H)(facts.record, cluster.name);
    if (!record || record.draining.length === 0)
        return;
    const lists = await Promise.all(roles/* LISTED_ROLES */.cS.map(async (role) => [role, await pbx.servers(role)]));
    const byRole = new Map(lists);
    const portal = new Portal((0,roles/* forListedRoles */.co)((role) => byRole.get(role) ?? []));
    const keeper = new record_keeper/* RecordKeeper */._(record, main, () => ({
        run: session.run.id,
        time: new Date(session.now()).toISOString(),
    }));
    for (const name of record.draining) {
        const server = (0,names/* findServer */.Fm)(cluster, name);
        const entry = server && portal.forServer(server);
        if (!entry)
            continue;
        // The script that was at work when the run was cancelled goes on. As long as it does, the server may be ONLINE and
        // about to stop: calls that it got now would be cut.
        if (!(await scriptEnded(session, server))) {
            log.warning(`${name} was drained and is still worked on: it stays disabled; the next deploy goes on with it`);
            continue;
        }
        const online = await (0,wait/* until */.T)(session, COME_BACK_MS, async () => (await pbx.status(entry.role, entry.id)).status === 'ONLINE' ? true : undefined);
        if (!online) {
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
}
//# sourceMappingURL=repair.js.map
// EXTERNAL MODULE: ./build/src/deploy/options.js
var options = __webpack_require__(12546);
;// CONCATENATED MODULE: ./build/src/deploy/run.js
























/** Looks and plans: nothing is changed, no lock is taken. */
async function lookOnly(config, options) {
    const session = (0,open_session/* openSession */.f)(config);
    try {
        checkServers(session, options);
        return dryRun(session, planned(session, await (0,observe/* observe */.lB)(session), options));
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
}
/** Observes, plans and, unless it is a dry run, applies: what every action and the CLI do, with other stages. */
async function runStages(config, options, begin) {
    if (options.dryRun)
        return lookOnly(config, options);
    const session = (0,open_session/* openSession */.f)(config);
    try {
        checkServers(session, options);
        // While the lock is taken on the main server, all others are connected to.
        session.hosts.prepare([...(0,control_plane/* controlPlane */.mM)(session.cluster).pbxMachines, ...session.cluster.servers]);
        return await (0,lock/* withLock */.kK)(session, (held) => deploy(held, options, config.concurrency, begin));
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
}
/** A name that is not in the file is told before anybody is asked anything. */
function checkServers({ cluster }, { servers, gone }) {
    (0,cluster_select/* selectServers */.V)(cluster, servers.filter((name) => !gone.includes(name)));
}
/** Gives back what a cancelled run of the same identity still holds: servers that it drained take calls again, the lock is released. */
async function releaseHeld(config) {
    const session = (0,open_session/* openSession */.f)(config);
    try {
        await (0,lock/* releaseOwn */.Ii)(session, () => repairDrained(session));
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
}
function planned(session, observed, options) {
    const { rotate, dataflowTokenPath, restart, force, gone, allowUndersized, installSshKey } = options;
    const diffOptions = {
        rotate,
        force,
        gone,
        allowUndersized,
        ...(dataflowTokenPath && { dataflowTokenPath }),
        ...(restart && { restart }),
        ...(installSshKey && { installSshKey }),
    };
    const servers = askedFor(session, options);
    const made = (0,plan_plan.makePlan)(session.cluster, observed.live, diffOptions);
    const plan = { ...made, warnings: [...observed.findings, ...made.warnings] };
    const asked = servers ? (0,plan_plan.forServers)(plan, servers) : plan;
    const { stages } = options;
    const selected = stages ? (0,plan_plan.narrow)(asked, (change) => stages.includes((0,src_stages/* stageOf */.gV)(change))) : asked;
    // A restart that a person asks for stands for itself, whatever else the cluster may need.
    return { observed, plan, selected, whole: restart ? selected : asked, diffOptions };
}
function dryRun({ cluster }, { observed, plan, selected, whole }) {
    const { live } = observed;
    const leaving = [...(0,departing/* departing */.Bw)(cluster, live.record, live.portal.servers), ...(0,departing/* moved */.aW)(cluster, live.record)];
    return {
        kind: 'dry-run',
        seen: { all: plan, unasked: () => (0,plan_plan.makePlan)(cluster, live), leaving },
        plan: selected,
        whole,
        ok: !selected.warnings.some(src_finding/* isBlocking */.U),
        findings: [],
    };
}
/** undefined: all servers, also those that left the cluster file. */
function askedFor({ cluster }, { servers, gone }) {
    if (servers.length === 0)
        return undefined;
    const selectors = servers.filter((name) => !gone.includes(name));
    // No selectors would mean all.
    const selected = selectors.length > 0 ? (0,cluster_select/* selectServers */.V)(cluster, selectors) : [];
    return {
        names: new Set([...selected.map(({ name }) => name), ...servers]),
        roles: new Set(selected.map(({ role }) => role)),
    };
}
async function deploy(session, options, concurrency, begin = () => Promise.resolve(true)) {
    let observed = await (0,observe/* observe */.lB)(session);
    // A script that an earlier run left running is waited for first: what it leaves behind decides what is still to do.
    if (await endRunningJobs(session, observed.live))
        observed = await (0,observe/* observe */.lB)(session);
    const made = planned(session, observed, options);
    const { plan, selected, whole } = made;
    if (!(await begin(selected)))
        return dryRun(session, made);
    const { live } = observed;
    const { cluster } = session;
    const run = startRun(session, made, options);
    const hindrance = hindrances(plan, run, options.reviewed);
    const begun = selected.changes.filter((change) => !hindrance(change));
    if (begun.length > 0)
        await run.record.update((before) => (0,stages_record/* claim */.B7)(before, begun, cluster, run.plane, live));
    const outcome = await applyChanges(selected.changes, plan.changes, run, hindrance, concurrency);
    await (0,drain/* dismissStandIns */.v8)(run);
    if (live.record && (!options.stages || options.stages.includes('remove'))) {
        const remaining = namesLeft(plan, new Set(outcome.done.map(({ change }) => change.id)));
        await run.record.update((before) => (0,stages_record/* forget */.y6)(before, cluster, remaining));
    }
    const imToken = await currentImToken(run, options);
    return {
        kind: 'deploy',
        plan: selected,
        whole,
        ok: isOk(session, selected, outcome, options),
        ...outcome,
        tokens: { ...run.tokens, ...(imToken && { im: imToken }) },
        findings: [],
        ...((options.stages || options.servers.length > 0) && { partial: true }),
    };
}
function startRun(session, { observed: { live }, diffOptions }, { imToken }) {
    const { cluster, hosts, log } = session;
    const plane = (0,control_plane/* controlPlane */.mM)(cluster);
    const nodes = plane.pbxMachines.filter(({ address }) => {
        const facts = live.nodes?.get(address);
        return (0,reachable/* isReachable */.k)(facts) && facts.firewall?.running;
    });
    return {
        session,
        plane,
        live,
        options: { ...diffOptions, ...(imToken && { imToken }) },
        record: (0,record_keeper/* keepRecord */.r)(session, live.record ?? (0,cluster_record/* emptyRecord */.F)(cluster.name)),
        firewall: new FirewallBatch(hosts.host(cluster.pbx.machine), ...nodes.map((node) => hosts.host(node))),
        portal: new Portal(live.portal.servers),
        tokens: {},
        turns: new Map(),
        standIns: new Set(),
        progress: (id, message) => log.change({ id, state: 'progress', message }),
    };
}
function isOk(session, plan, { failed, skipped }, options) {
    const { cluster } = session;
    const { stages } = options;
    const touched = new Set(plan.changes.map(({ server }) => server));
    // What keeps a server from leaving matters to the step that removes servers, not to each of a job.
    const asked = askedFor(session, options);
    const concerns = ({ server }) => {
        if (server === undefined || touched.has(server))
            return true;
        if (stages && !(0,names/* findServer */.Fm)(cluster, server) && !stages.includes('remove'))
            return false;
        return asked === undefined || (!stages && asked.names.has(server));
    };
    // A restart that a person asked for is not written down as owed: nothing would do it when the window opens.
    const waits = skipped.map(({ skip }) => (0,deploy_skip/* waitOf */.p)(skip));
    return (failed.length === 0 &&
        waits.every((wait) => wait && !(options.restart && wait === 'window')) &&
        !plan.warnings.some((finding) => (0,src_finding/* isBlocking */.U)(finding) && concerns(finding)));
}
function hindrances(plan, run, reviewed) {
    const { cluster } = run.session;
    const blockers = plan.warnings.filter(src_finding/* isBlocking */.U);
    const byServer = new Map([...blockers].reverse().map((finding) => [finding.server, finding]));
    const whole = byServer.get(undefined);
    const isReviewed = reviewed ? (0,review/* reviewedCheck */.w3)(plan, reviewed) : () => true;
    return (change) => {
        const by = whole ?? byServer.get(change.server);
        if (by)
            return { why: 'blocked', by };
        if (!isReviewed(change))
            return { why: 'unreviewed' };
        // Windows close while calls are waited for.
        const now = { ...run.live, at: run.session.now() };
        return (0,findings/* waitsForWindow */.g3)({ cluster, live: now, options: run.options }, change) ? { why: 'window' } : undefined;
    };
}
/** Servers that left the file and of which something is still there. */
function namesLeft(plan, done) {
    const changes = plan.changes
        .filter(({ id, action }) => action === 'delete' && !done.has(id))
        .map(({ server }) => server);
    const findings = plan.warnings.filter(src_finding/* isBlocking */.U).map(({ server }) => server);
    return new Set([...changes, ...findings].filter((name) => name !== undefined));
}
async function currentImToken(run, options) {
    const { servers } = run.session.cluster;
    const wanted = options.stages?.includes('token') && servers.some(({ role }) => roles/* ROLES */.gg[role].token?.source === 'portal');
    return wanted ? (run.tokens.im ?? run.session.pbx.imToken()) : undefined;
}
//# sourceMappingURL=run.js.map

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

/***/ 11491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pullCommand),
/* harmony export */   hostCommands: () => (/* binding */ hostCommands)
/* harmony export */ });
/* harmony import */ var _host_control_plane__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98064);
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61398);
/* harmony import */ var _stages_departing__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28262);



/**
 * The command lines that a plan runs on hosts, by machine in the order in which they are first touched; secrets as
 * placeholders. What goes over the PBX's REST API is not among them.
 */
function hostCommands(changes, cluster) {
    const plane = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_0__/* .controlPlane */ .mM)(cluster);
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
/** Each node of a highly available PBX has a firewall of its own. */
function firewallLines(changes) {
    const lines = (0,_stages_change__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .CZ)(changes, 'trusted-source', 'source-removal').map(({ kind, source }) => `sudo firewall-cmd --permanent --zone=trusted --${kind === 'source-removal' ? 'remove' : 'add'}-source=${source}`);
    return lines.length > 0 ? [...lines, 'sudo firewall-cmd --reload'] : [];
}
function commandLine({ cwd, argv }) {
    return `${cwd === '/' ? '' : `cd ${cwd} && `}${argv[0] === 'sudo' ? '' : 'sudo '}${argv.join(' ')}`;
}
/** What a change runs on hosts, one after the other. */
function commandsOf(change, cluster) {
    const plane = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_0__/* .controlPlane */ .mM)(cluster);
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
            const left = leaves && (0,_stages_departing__WEBPACK_IMPORTED_MODULE_2__/* .asServer */ .wC)(leaves.from, cluster);
            return [
                ...(leaves && left ? leaves.verbs.map((verb) => plane.command(left, verb)) : []),
                ...(pull === undefined ? [] : [pullCommand(wanted, pull)]),
                ...verbs.map((verb) => plane.command(wanted, verb, null)),
            ];
        }
        case 'role-removal':
            return change.verbs.map((verb) => plane.command((0,_stages_departing__WEBPACK_IMPORTED_MODULE_2__/* .asServer */ .wC)(change.from, cluster), verb));
        case 'server-restart':
            return change.verbs.map((verb) => plane.command(change.wanted, verb));
        default:
            return [];
    }
}
/** Fetches an image to a machine. */
function pullCommand(machine, image) {
    return { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
}
//# sourceMappingURL=host-commands.js.map

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
//# sourceMappingURL=9233.index.js.map