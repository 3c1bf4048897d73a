"use strict";
exports.id = 2474;
exports.ids = [2474,2683,5064];
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

/***/ 16289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ releaseOwn),
/* harmony export */   kK: () => (/* binding */ withLock),
/* harmony export */   ms: () => (/* binding */ lockHolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77278);
/* harmony import */ var _stages_context__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97971);



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
    const held = await (0,_stages_context__WEBPACK_IMPORTED_MODULE_2__/* .until */ .TG)(session, PATIENCE_MS, async () => {
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
        throw new _stages_context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${cluster.name} is locked by ${describe(other ?? {})}; try again when that run has ended`);
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

/***/ 22552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DEFAULT_OPTIONS: () => (/* reexport */ options/* DEFAULT_OPTIONS */.l),
  releaseHeld: () => (/* binding */ releaseHeld),
  runStages: () => (/* binding */ runStages)
});

// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/host/commands.js
var commands = __webpack_require__(77471);
// EXTERNAL MODULE: ./build/src/stages/open-session.js + 16 modules
var open_session = __webpack_require__(2943);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/stages/context.js
var context = __webpack_require__(97971);
// EXTERNAL MODULE: ./build/src/stages/firewall.js
var firewall = __webpack_require__(27698);
// EXTERNAL MODULE: ./build/src/stages/high-availability.js
var high_availability = __webpack_require__(67296);
// EXTERNAL MODULE: ./build/src/stages/install.js + 2 modules
var install = __webpack_require__(83978);
// EXTERNAL MODULE: ./build/src/stages/register.js
var register = __webpack_require__(19407);
// EXTERNAL MODULE: ./build/src/stages/remove.js
var remove = __webpack_require__(60582);
// EXTERNAL MODULE: ./build/src/stages/restart.js
var restart = __webpack_require__(17843);
// EXTERNAL MODULE: ./build/src/stages/record.js
var stages_record = __webpack_require__(23307);
// EXTERNAL MODULE: ./build/src/stages/token.js
var token = __webpack_require__(54013);
// EXTERNAL MODULE: ./build/src/stages/types.js
var types = __webpack_require__(93781);
;// CONCATENATED MODULE: ./build/src/deploy/apply.js











/**
 * Applies `changes` (in order), each as soon as all that it needs is done: what does not depend on each other overlaps.
 * A change whose need was not done is skipped, and everything else goes on: what fails on one host does not stop another.
 */
async function applyChanges(changes, run, hindrance, concurrency) {
    const outcome = { done: [], failed: [], skipped: [] };
    const ends = new Map();
    const limit = (0,p_limit/* default */.A)(concurrency);
    /** Servers that callers already notice */
    const disturbed = new Set();
    const pulled = (0,install/* pullImages */.Ks)(changes.filter((change) => !hindrance(change)), run);
    // Whoever needs an image waits for it and tells; nobody may, and that must not end the process.
    pulled.catch(() => undefined);
    const begin = async (change) => {
        const skip = (reason, waits) => {
            outcome.skipped.push({ change, reason, ...(waits && { waits }) });
            run.session.log.change({ id: change.id, state: 'skipped', message: reason });
            return waits ?? 'skipped';
        };
        const hindered = hindrance(change);
        if (hindered)
            return skip(hindered.reason, hindered.waits);
        for (const id of change.needs) {
            const end = await ends.get(id);
            if (end === undefined && outside(id, change))
                return skip(`comes later, after ${id}`, 'step');
            if (end === undefined)
                return skip(`waits for ${id}, which was not done before`);
            if (end === 'window' || end === 'step')
                return skip(`waits for ${id}, which comes later`, end);
            if (end !== 'done')
                return skip(`waits for ${id}, which was not done`);
        }
        const go = () => {
            if (run.session.signal.aborted)
                return skip('the run was cancelled');
            // Hours may have gone by since. What was begun on a server is brought to its end all the same.
            const now = disturbed.has(change.server) ? undefined : hindrance(change);
            if (now)
                return skip(now.reason, now.waits);
            if (change.impact !== 'none' && change.server !== undefined)
                disturbed.add(change.server);
            return apply(change, run, outcome, pulled);
        };
        // Sources go to the main server all at once, for firewalld to reload once.
        return change.id.startsWith('firewall/') ? go() : limit(go);
    };
    for (const change of changes)
        ends.set(change.id, begin(change));
    await Promise.all(ends.values());
    return outcome;
}
/** Whether a need that is not part of the run belongs to a later stage of the deploy: then waiting is what was meant. */
function outside(need, change) {
    const later = { firewall: 0, whitelist: 0, server: 1, token: 2, role: 3, restart: 5 };
    return (later[need.slice(0, need.indexOf('/'))] ?? 0) > types/* STAGE_NAMES */.y1.indexOf(change.stage);
}
async function apply(change, run, outcome, pulled) {
    const { session } = run;
    const { log } = session;
    const started = session.now();
    log.change({ id: change.id, state: 'started' });
    try {
        // A new server takes nothing from anybody: it waits for no one's download.
        if ((0,install/* isUpgrade */.JR)(change))
            await pulled;
        await (0,high_availability/* pbxIsWell */.TX)(change, run);
        await applierOf(change)(change, run);
        await run.record.update((record) => (0,stages_record/* settle */.G9)(record, change, run.session.cluster));
        const elapsedMs = session.now() - started;
        outcome.done.push({ change, elapsedMs });
        log.change({ id: change.id, state: 'done', elapsedMs });
        return 'done';
    }
    catch (error) {
        const message = run.session.secrets.redact(error instanceof Error ? error.message : String(error));
        if (error instanceof Error)
            log.debug(error.stack ?? '');
        outcome.failed.push({ change, message });
        log.change({ id: change.id, state: 'failed', message, elapsedMs: session.now() - started });
        return 'failed';
    }
}
function applierOf({ id, action }) {
    switch (id.slice(0, id.indexOf('/'))) {
        case 'firewall':
            return firewall/* applySource */.GF;
        case 'whitelist':
            return firewall/* applyWhitelist */.Ur;
        case 'server':
            return action === 'delete' ? remove/* applyRemoveServer */.oX : register/* applyServer */.MR;
        case 'built-in':
            return register/* applyBuiltIn */.Of;
        case 'token':
            return token/* applyToken */.m;
        case 'ssh-key':
            return high_availability/* applySshKey */.w;
        case 'role':
            return action === 'delete' ? remove/* applyRemoveRole */.v2 : install/* applyRole */.pf;
        case 'restart':
            return restart/* applyRestart */.iT;
        default:
            throw new context/* StageError */.Zu(`Nothing knows how to apply ${id}`);
    }
}
//# sourceMappingURL=apply.js.map
// EXTERNAL MODULE: ./build/src/stages/diff.js
var diff = __webpack_require__(59205);
// EXTERNAL MODULE: ./build/src/stages/drain.js
var drain = __webpack_require__(52842);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/host/firewall-listing.js
var firewall_listing = __webpack_require__(10576);
// EXTERNAL MODULE: ./build/src/host/shell.js + 1 modules
var shell = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/host/types.js
var host_types = __webpack_require__(65720);
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
        throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} has no firewalld: install PortSIP PBX there first, or firewalld`, machine.name, 'command');
    if (state === 'stopped')
        throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not run firewalld: start it with "systemctl enable --now firewalld"`, machine.name, 'command');
    if (!sections.has('end'))
        throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not list its firewall zones: try "firewall-cmd --list-all-zones" there`, machine.name, 'command');
    return (0,firewall_listing/* parseFirewall */.K)(state, sections.get('runtime'), sections.get('permanent'));
}
function find(sources, wanted) {
    return sources.find((source) => (0,addresses/* sameCidr */.VW)(source, wanted));
}
//# sourceMappingURL=trusted-sources.js.map
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
    request.reject(new context/* StageError */.Zu(`${node}${why}`));
}
//# sourceMappingURL=firewall-batch.js.map
// EXTERNAL MODULE: ./build/src/deploy/lock.js
var lock = __webpack_require__(16289);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/observe.js
var observe = __webpack_require__(79540);
;// CONCATENATED MODULE: ./build/src/deploy/repair.js






/** Waits for control scripts that an earlier run left running, their logs shown. True when there was one. */
async function endRunningJobs(session, live) {
    const { cluster, hosts, log, signal } = session;
    const machines = [cluster.pbx.machine, ...cluster.servers];
    const running = machines.flatMap((machine) => {
        const facts = machine === cluster.pbx.machine ? live.main : live.hosts.get(machine.name);
        return (0,types/* isReachable */.kj)(facts) && facts.runningJob ? [{ machine, job: facts.runningJob }] : [];
    });
    await Promise.all(running.map(async ({ machine, job }) => {
        log.info(`${machine.name}: "${job.title}" of an earlier run is still at work; waiting for it to end`);
        try {
            const { exitCode } = await hosts.host(machine).attach(job, (line) => log.remote(machine.name, line), signal);
            log.info(`${machine.name}: "${job.title}" ${exitCode === undefined ? 'was interrupted' : `ended (exit ${exitCode})`}`);
        }
        catch (error) {
            // The other hosts can still be worked on; this one is looked at once more like all of them.
            if (!(error instanceof host_types/* HostError */.d) || signal.aborted)
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
    const host = hosts.host((0,commands/* controlMachine */.f4)(cluster, server));
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
    const { record } = (0,stages_record/* parseRecord */.Hh)(facts.record, cluster.name);
    if (!record || record.draining.length === 0)
        return;
    const lists = await Promise.all(names/* LISTED_ROLES */.cS.map(async (role) => [role, await pbx.servers(role)]));
    const portal = new context/* Portal */.ZL(Object.fromEntries(lists));
    const keeper = new stages_record/* RecordKeeper */._z(record, main, () => ({
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
        const online = await (0,context/* until */.TG)(session, COME_BACK_MS, async () => (await pbx.status(entry.role, entry.id)).status === 'ONLINE' ? true : undefined);
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
// EXTERNAL MODULE: ./build/src/plan/plan.js + 1 modules
var plan_plan = __webpack_require__(85864);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/deploy/options.js
var options = __webpack_require__(12546);
;// CONCATENATED MODULE: ./build/src/deploy/run.js


















/** Observes, plans and, unless it is a dry run, applies: what every action and the CLI do, with other stages. */
async function runStages(config, options, begin) {
    const session = (0,open_session/* openSession */.f)(config);
    try {
        // A name that is not in the file is told before anybody is asked anything.
        (0,cluster_select/* selectServers */.V)(session.cluster, options.servers.filter((name) => !options.gone.includes(name)));
        if (options.dryRun)
            return dryRun(session, planned(session, await (0,observe/* observe */.lB)(session), options));
        // While the lock is taken on the main server, all others are connected to.
        session.hosts.prepare([...(0,commands/* pbxMachines */.D)(session.cluster), ...session.cluster.servers]);
        return await (0,lock/* withLock */.kK)(session, (held) => deploy(held, options, config.concurrency, begin));
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
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
    const selected = stages ? (0,plan_plan.narrow)(asked, ({ stage }) => stages.includes(stage)) : asked;
    // A restart that a person asks for stands for itself, whatever else the cluster may need.
    return { observed, plan, selected, whole: restart ? selected : asked, diffOptions };
}
function dryRun({ cluster }, { observed, plan, selected, whole }) {
    const { live } = observed;
    const leaving = [...(0,remove/* departing */.Bw)(cluster, live.record, live.portal.servers), ...(0,remove/* moved */.aW)(cluster, live.record)];
    return {
        seen: { all: plan, unasked: () => (0,plan_plan.makePlan)(cluster, live), leaving },
        plan: selected,
        whole,
        ok: !selected.warnings.some(types/* isBlocking */.Us),
        done: [],
        failed: [],
        skipped: [],
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
    const { plan, selected, whole, diffOptions } = made;
    if (!(await begin(selected)))
        return dryRun(session, made);
    const { live } = observed;
    const { cluster } = session;
    const main = session.hosts.host(cluster.pbx.machine);
    const nodes = (0,commands/* pbxMachines */.D)(cluster).filter(({ address }) => {
        const facts = live.nodes?.get(address);
        return (0,types/* isReachable */.kj)(facts) && facts.firewall?.running;
    });
    const record = (0,stages_record/* keepRecord */.rP)(session, live.record ?? (0,stages_record/* emptyRecord */.FR)(cluster.name));
    const run = {
        session,
        live,
        options: { ...diffOptions, ...(options.imToken && { imToken: options.imToken }) },
        record,
        firewall: new FirewallBatch(main, ...nodes.map((node) => session.hosts.host(node))),
        portal: new context/* Portal */.ZL(live.portal.servers),
        tokens: {},
        turns: new Map(),
        standIns: new Set(),
        progress: (id, message) => session.log.change({ id, state: 'progress', message }),
    };
    const hindrance = hindrances(plan, run, options.reviewed);
    const begun = selected.changes.filter((change) => !hindrance(change));
    if (begun.length > 0)
        await record.update((before) => (0,stages_record/* claim */.B7)(before, begun, cluster, live));
    const outcome = await applyChanges(selected.changes, run, hindrance, concurrency);
    await (0,drain/* dismissStandIns */.v8)(run);
    if (live.record && (!options.stages || options.stages.includes('remove'))) {
        const remaining = namesLeft(plan, new Set(outcome.done.map(({ change }) => change.id)));
        await record.update((before) => (0,stages_record/* forget */.y6)(before, cluster, remaining));
    }
    const imToken = await currentImToken(run, options);
    const touched = new Set(selected.changes.map(({ server }) => server));
    // What keeps a server from leaving matters to the step that removes servers, not to each of a job.
    const asked = askedFor(session, options);
    const concerns = ({ server }) => {
        if (server === undefined || touched.has(server))
            return true;
        if (options.stages && !(0,names/* findServer */.Fm)(cluster, server) && !options.stages.includes('remove'))
            return false;
        return asked === undefined || (!options.stages && asked.names.has(server));
    };
    return {
        plan: selected,
        whole,
        ok: outcome.failed.length === 0 &&
            // A restart that a person asked for is not written down as owed: nothing would do it when the window opens.
            outcome.skipped.every(({ waits }) => waits && !(options.restart && waits === 'window')) &&
            !selected.warnings.some((finding) => (0,types/* isBlocking */.Us)(finding) && concerns(finding)),
        ...outcome,
        ...(imToken && { imToken }),
        ...(run.tokens.dataflow && { dataflowToken: run.tokens.dataflow }),
        findings: [],
        ...((options.stages || options.servers.length > 0) && { partial: true }),
    };
}
function hindrances(plan, run, reviewed) {
    const { cluster } = run.session;
    const blockers = plan.warnings.filter(types/* isBlocking */.Us);
    const byServer = new Map([...blockers].reverse().map((finding) => [finding.server, finding]));
    const whole = byServer.get(undefined);
    const isReviewed = reviewed ? (0,review/* reviewedCheck */.w3)(cluster, reviewed) : () => true;
    return (change) => {
        if (whole)
            return { reason: whole.message };
        const own = byServer.get(change.server);
        if (own)
            return { reason: own.message };
        if (!isReviewed(change))
            return { reason: 'nobody has reviewed it: it came up only now' };
        // Windows close while calls are waited for.
        const now = { ...run.live, at: run.session.now() };
        if ((0,diff/* waitsForWindow */.g3)({ cluster, live: now, options: run.options }, change))
            return { reason: 'waits for the maintenance window', waits: 'window' };
        return undefined;
    };
}
/** Servers that left the file and of which something is still there. */
function namesLeft(plan, done) {
    const changes = plan.changes
        .filter(({ id, action }) => action === 'delete' && !done.has(id))
        .map(({ server }) => server);
    const findings = plan.warnings.filter(types/* isBlocking */.Us).map(({ server }) => server);
    return new Set([...changes, ...findings].filter((name) => name !== undefined));
}
async function currentImToken(run, options) {
    const wanted = options.stages?.includes('token') && run.session.cluster.servers.some(({ role }) => role === 'im');
    if (!wanted)
        return undefined;
    return run.tokens.im ?? run.session.pbx.imToken();
}
//# sourceMappingURL=run.js.map

/***/ })

};
;
//# sourceMappingURL=2474.index.js.map