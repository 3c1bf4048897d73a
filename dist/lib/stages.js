/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 3266:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/advice.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.advice = advice;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const window_1 = { get it() { return (__nccwpck_require__(9838).window); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const live_1 = __nccwpck_require__(9508);
/*
 * What a change of the cluster file does not do although people expect it. Pure.
 */
function advice({ cluster, plane, live }, changes) {
    const roles = (0, change_1.it.ofKind)(changes, 'role').filter(({ action }) => action === 'update');
    const note = (code, message) => ({ code, severity: 'note', message });
    const warning = (code, message) => ({ code, severity: 'warning', message });
    const found = [];
    const upgraded = roles.some(({ causes, wanted }) => (0, roles_1.it.followsPbx)(wanted.role) && causes.some(({ cause }) => cause === 'image'));
    const pbx = (0, live_1.pbxContainer)(live)?.image;
    if (upgraded && plane.drivesPbx && cluster.pbx.image === undefined)
        found.push(note('pbx-stays', `Only the servers get another image: the PBX itself stays on ${pbx ?? 'what it runs'}. To upgrade it as well, set pbx.image in the cluster file`));
    const moved = roles.filter(({ differences }) => differences.some(({ name }) => name === 'data_path'));
    if (moved.length > 0)
        found.push(warning('data-stays', `Another data_path moves no data: what ${(0, list_1.it.list)(moved.map(({ server }) => server))} had stays in the old folder. If it is wanted in the new one, stop the service and copy it there before this is deployed`));
    const { window } = cluster.restart;
    if (!live.live && window && changes.some(({ impact }) => impact !== 'none'))
        found.push(note('window-waits', `What callers notice waits for the maintenance window: ${(0, window_1.it.formatWindow)(window)}`));
    return found;
}

/***/ }),

/***/ 5451:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/backup-findings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.backupFindings = backupFindings;
exports.isUpgrade = isUpgrade;
const backup_settings_1 = { get it() { return (__nccwpck_require__(2907)["backup-settings"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const backups_1 = __nccwpck_require__(6459);
/**
 * Upgrades without a backup that is new enough. Source: PortSIP's guide to upgrades, which begins with a backup; an upgrade converts
 * databases, and there is no way back but one.
 */
function backupFindings(input, changes) {
    const { cluster, live } = input;
    if (!live.live)
        return [];
    const { maxAgeSeconds } = cluster.backup;
    const known = new Map((0, backups_1.keepers)(cluster).map((keeper) => [keeper.name, keeper]));
    return changes.flatMap((change) => {
        const name = upgraded(change);
        const keeper = name === undefined ? undefined : known.get(name);
        if (!keeper)
            return [];
        const last = (0, backups_1.lastBackup)(live, keeper);
        const is = (0, backups_1.judged)(last, maxAgeSeconds);
        if (is === 'fresh')
            return [];
        const wanted = (0, duration_1.it.formatAge)((maxAgeSeconds ?? backup_settings_1.it.USUAL_AGE) * 1000);
        const found = !(0, reading_1.it.isKnown)(last)
            ? `how old the last one is cannot be told (${last.unknown})`
            : last
                ? `the last one is ${(0, duration_1.it.formatAge)(last.ageMs)} old (${last.where})`
                : 'none is known';
        return [
            {
                ...CODES[is],
                severity: maxAgeSeconds === undefined ? 'warning' : 'blocking',
                ...(change.server !== undefined && { server: change.server }),
                change: change.id,
                message: `${keeper.role === undefined ? 'The PBX' : keeper.name} is upgraded, which wants a backup of it that is not older than ${wanted}: ${found}. Make one before: portsip-cluster backup ${keeper.role === undefined ? '--pbx' : `--servers ${keeper.name}`}, or the action backup`,
            },
        ];
    });
}
const CODES = {
    old: { code: 'backup-old' },
    none: { code: 'backup-none' },
    unknown: { code: 'backup-unknown' },
};
/** The name of what a change upgrades, where that wants a backup. */
function upgraded(change) {
    switch (change.kind) {
        case 'pbx-image':
            return backups_1.PBX_NAME;
        case 'role':
            return roles_1.it.ROLES[change.wanted.role].backupFirst &&
                change.action === 'update' &&
                (change.verbs.includes('upgrade') || change.causes.some(isUpgrade))
                ? change.server
                : undefined;
        default:
            return undefined;
    }
}
/** Whether it brings another image. */
function isUpgrade({ cause }) {
    return cause === 'image' || cause === 'behind-pbx' || cause === 'pbx-upgraded';
}

/***/ }),

/***/ 7156:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.backup = void 0;
exports.backupCommands = backupCommands;
const backup_settings_1 = { get it() { return (__nccwpck_require__(2907)["backup-settings"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const backup_scripts_1 = { get it() { return (__nccwpck_require__(7083)["backup-scripts"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const backups_1 = __nccwpck_require__(6459);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const drain_1 = __nccwpck_require__(2842);
const live_1 = __nccwpck_require__(9508);
const names_1 = __nccwpck_require__(5772);
const outside_1 = __nccwpck_require__(1787);
const pbx_1 = __nccwpck_require__(6038);
const role_verification_1 = __nccwpck_require__(1148);
const run_1 = __nccwpck_require__(5269);
const stage_error_1 = __nccwpck_require__(7033);
/** The PBX's database, which nobody may write to while it is copied */
const PBX_DATABASE = 'portsip.database';
/** A program of the operator's makes a snapshot, or asks for one; a copy of some hundred GB takes hours. */
const COMMAND_MS = 60 * 60_000;
const COPY_MS = 12 * 3600_000;
/**
 * Backups, each only when somebody asks for it: the service is stopped, what it keeps is copied and it is started again, as PortSIP's
 * guides to backup and restore have it, in one job on its machine; or a program of the operator's is called.
 */
exports.backup = {
    name: 'backup',
    diff: diffBackup,
    apply: { backup: makeBackup },
    words: {
        backup: {
            object: () => 'backup',
            deed: () => ['back up'],
            target: ({ of }) => (of.role === undefined ? 'the PBX' : of.name),
            reason: ({ causes: [first] }) => first?.said ?? '',
            differences: ({ how }) => how.by === 'command'
                ? [{ name: 'command', after: how.argv.join(' ') }]
                : [
                    { name: 'folder', after: how.folder },
                    ...how.parts.map(({ name, path }) => ({ name: `${name}.tar`, after: path })),
                ],
        },
    },
};
function diffBackup(input) {
    const { cluster, plane, options } = input;
    if (!options.backup)
        return { changes: [], findings: [] };
    const { names, reason } = options.backup;
    const { command } = cluster.backup;
    const asked = (0, backups_1.keepers)(cluster).filter(({ name, role }) => names.length === 0 || names.includes(name) || (role !== undefined && names.includes(role)));
    const changes = [];
    const findings = [];
    for (const keeper of asked) {
        const why = hindered(keeper, input);
        if (why)
            findings.push(why);
        if (why)
            continue;
        const previous = changes.at(-1);
        changes.push({
            kind: 'backup',
            id: change_1.it.idOf.backup(keeper.name),
            action: 'create',
            ...(keeper.role !== undefined && { server: keeper.name }),
            causes: [{ cause: 'asked', said: reason }],
            impact: command ? 'none' : impactOf(keeper),
            needs: [],
            // One after the other: what did not come back is no reason to stop the next one.
            after: previous ? [previous.id] : [],
            of: { name: keeper.name, machine: keeper.machine, ...(keeper.role !== undefined && { role: keeper.role }) },
            how: command
                ? { by: 'command', argv: [...command, keeper.name, keeper.role ?? backups_1.PBX_NAME, keeper.machine.address] }
                : { by: 'copy', folder: `${(0, backup_settings_1.it.backupFolder)(cluster.backup)}/${cluster.name}`, parts: keeper.kept },
            ...(keeper.role !== undefined && !command && (0, outside_1.drainOf)(keeper.role, cluster)),
        });
    }
    if (!plane.copiesData && !command)
        return { changes: [], findings: [byHand(input), ...findings] };
    return { changes, findings };
}
function impactOf({ role }) {
    return role === undefined ? (roles_1.it.IMPACTS.at(-1) ?? 'active-calls') : roles_1.it.ROLES[role].away;
}
function byHand({ plane }) {
    return {
        code: 'backup-by-hand',
        severity: 'blocking',
        message: `The PBX of a high-availability cluster and its servers are not stopped for a copy from here: ${plane.byHand.backup}; or give backup.command a program that makes a snapshot`,
    };
}
/** What a backup runs on the machine, as a person would type it. */
function backupCommands({ of, how }, cluster) {
    const { machine } = of;
    if (how.by === 'command')
        return [{ machine, cwd: '/', argv: [...how.argv], secrets: [] }];
    const { stop, start } = controls(of.name, cluster);
    const tar = how.parts.map(({ name, path }) => {
        const at = path.lastIndexOf('/');
        const file = `${how.folder}/TIME-${of.name}/${name}.tar`;
        return ['tar', '--numeric-owner', '-C', path.slice(0, at) || '/', '-cpf', file, path.slice(at + 1)];
    });
    return [stop, ...tar.map((argv) => ({ machine, cwd: '/', argv, secrets: [] })), start];
}
/** What stops and what starts it */
function controls(name, cluster) {
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const server = (0, names_1.findServer)(cluster, name);
    return server
        ? { stop: plane.command(server, 'stop'), start: plane.command(server, 'start') }
        : { stop: plane.pbxCommand('stop'), start: plane.pbxCommand('start') };
}
/** What keeps it from being backed up. Nothing is stopped that may not be ours. */
function hindered(keeper, { cluster, live, who }) {
    const { name, role } = keeper;
    if (role === undefined)
        return undefined;
    const because = (why) => ({
        code: 'backup-not-possible',
        severity: 'blocking',
        server: name,
        change: change_1.it.idOf.backup(name),
        message: `There is no backup of ${name}: ${why}`,
    });
    const facts = live.hosts.get(name);
    const server = (0, names_1.findServer)(cluster, name);
    if (!(0, reachable_1.it.isReachable)(facts))
        return because(facts?.unreachable ?? 'its host was not looked at');
    const container = (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[role].container);
    if (!(0, reading_1.it.isKnown)(container))
        return because(`what runs on its host cannot be seen (${container.unknown})`);
    if (!container)
        return because('it is not installed yet');
    const home = server && who.atHome(server);
    return home?.is === 'somebody-elses' ? because(`its host ${home.what}, and not of this one`) : undefined;
}
/** `2026-11-26T02:00:00.000Z` -> `20260026T020000Z`: sorts by time, and is new for each. */
function stamp(ms) {
    return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}
async function makeBackup(change, run) {
    const at = new Date(run.session.now()).toISOString();
    const made = change.how.by === 'command' ? await called(change, run, at) : await copied(change, run, at);
    await run.record.update((record) => ({ ...record, backups: { ...record.backups, [change.of.name]: made } }));
}
async function called({ id, of, how }, run, at) {
    const argv = how.by === 'command' ? how.argv : [];
    const result = await onHost(run, id, of, { argv, timeoutMs: COMMAND_MS, cwd: '/' });
    if (result.exitCode !== 0)
        throw new stage_error_1.StageError(`${argv[0]} on ${of.machine.name} made no backup of ${of.name} (exit ${result.exitCode}): ${result.tail.at(-1) ?? 'it printed nothing'}`);
    const last = result.tail.findLast((line) => line.trim() !== '') ?? 'it printed nothing';
    return { at, address: of.machine.address, where: (0, printable_1.it.printable)(last).slice(0, 300) };
}
async function copied(change, run, at) {
    const { id, of, how, drain } = change;
    const { session } = run;
    const { cluster } = session;
    if (how.by !== 'copy')
        throw new Error('not a copy');
    const server = (0, names_1.findServer)(cluster, of.name);
    const row = of.role === undefined ? undefined : roles_1.it.ROLES[of.role];
    const { stop, start } = controls(of.name, cluster);
    const script = (0, backup_scripts_1.it.copyScript)({
        name: of.name,
        address: of.machine.address,
        at,
        to: `${how.folder}/${stamp(Date.parse(at))}-${of.name}`,
        stop: stop.argv,
        start: start.argv,
        scripts: stop.cwd,
        container: row?.container ?? live_1.CALL_MANAGER,
        companions: row?.companions ?? [PBX_DATABASE],
        parts: how.parts,
    });
    const work = async () => {
        const result = await onHost(run, id, of, { argv: ['/bin/sh', '-c', script], timeoutMs: COPY_MS, cwd: stop.cwd });
        const why = result.errors[0] ?? result.tail.at(-1) ?? 'it printed nothing';
        if (result.exitCode !== 0)
            throw new stage_error_1.StageError(`There is no backup of ${of.name}: ${why.replace('[error]: ', '')}`);
        await isUp(change, run);
    };
    if (server && (0, roles_1.it.isOutside)(server.role))
        await (0, outside_1.ledAway)(run, server, { id, drain }, work);
    else if (server)
        await (0, drain_1.drained)(run, server, id, work);
    else
        await work();
    const facts = await (0, run_1.factsOf)(cluster, (0, run_1.hostOf)(run, of.machine));
    const note = facts.backups?.[of.name];
    if (!note || !(0, reading_1.it.isKnown)(note) || note.at !== at)
        throw new stage_error_1.StageError(`${of.machine.name} has no note of the backup that it was to make; look into ${how.folder} there`);
    session.log.info(`Backup of ${of.name === backups_1.PBX_NAME ? 'the PBX' : of.name}: ${inBytes(note.bytes)} in ${note.where} on ${of.machine.name}, stopped for ${(0, duration_1.it.shortDuration)(note.seconds * 1000)}`);
    return note;
}
/** `44 KiB`, `1.2 GiB` */
function inBytes(bytes) {
    const unit = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes / 1024)) / 10)));
    const amount = bytes / 1024 ** (unit + 1);
    return `${unit === 0 ? Math.round(amount) : amount.toFixed(1)} ${['KiB', 'MiB', 'GiB', 'TiB'][unit]}`;
}
/** The service that was started again really runs. */
async function isUp({ id, of }, run) {
    const { cluster } = run.session;
    const server = (0, names_1.findServer)(cluster, of.name);
    if (server) {
        // What it was told may be about to change: a backup is what an upgrade waits for.
        const { facts, problems } = await (0, role_verification_1.untilUp)(run, server, role_verification_1.problemsOfRunning);
        if (!facts)
            throw new stage_error_1.StageError(`The backup of ${of.name} is made, but it did not come back: ${problems.join('; ')}`);
        return;
    }
    run.progress(id, 'waiting for the PBX to answer');
    await (0, pbx_1.pbxAnswers)(run);
    const facts = await (0, run_1.factsOf)(cluster, (0, run_1.hostOf)(run, of.machine));
    if ((0, containers_1.it.seenContainer)(facts, live_1.CALL_MANAGER)?.running === false)
        throw new stage_error_1.StageError(`The backup of the PBX is made, but ${live_1.CALL_MANAGER} did not come back; see ${run.plane.byHand.status}`);
    await (0, pbx_1.noteLoadBalancer)(run, facts);
}
/** Runs it detached on the machine; whoever comes while it runs waits for it. */
function onHost(run, id, { name, machine }, job) {
    const { session } = run;
    return session.hosts.host(machine).job({ key: `backup-${name}`, title: `back up ${name}`, ...job, argv: [...job.argv] }, (line) => {
        session.log.remote(machine.name, line);
        const text = /^\[info\]: *(?!args| )(.{3,120})/.exec(line)?.[1];
        if (text)
            run.progress(id, text);
    }, session.signal);
}

/***/ }),

/***/ 6459:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/backups.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.PBX_NAME = void 0;
exports.keepers = keepers;
exports.lastBackup = lastBackup;
exports.judged = judged;
exports.notKept = notKept;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const backup_settings_1 = { get it() { return (__nccwpck_require__(2907)["backup-settings"]); } };
const pbx_kept_1 = { get it() { return (__nccwpck_require__(9838)["pbx-kept"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const names_1 = __nccwpck_require__(5772);
/** What people name the PBX by, beside servers and roles */
exports.PBX_NAME = 'pbx';
/** In PortSIP's order: the PBX, then servers as they are restarted. */
function keepers(cluster) {
    const servers = [...cluster.servers].sort(names_1.inRoleOrder).flatMap((server) => {
        const row = roles_1.it.ROLES[server.role];
        const { name, role, address, ssh } = server;
        return row.kept ? [{ name, role, machine: { name, address, ssh }, kept: row.kept(server) }] : [];
    });
    return [{ name: exports.PBX_NAME, machine: cluster.pbx.machine, kept: (0, pbx_kept_1.it.keptByPbx)(cluster) }, ...servers];
}
/** By how much the clock of whoever made it may be ahead of ours */
const AHEAD_MS = 5 * 60_000;
/**
 * The last backup of what a keeper has on the machine where it is now; undefined: there is none. What may have been made and
 * cannot be read is unknown, never old and never none.
 */
function lastBackup({ main, record, hosts, at: now }, { name, role, machine }) {
    if (!(0, reachable_1.it.isReachable)(main))
        return (0, reading_1.it.unknown)('the main server, which keeps the record of it, does not answer');
    if (!(0, reading_1.it.isKnown)(main.record))
        return (0, reading_1.it.unknown)(`the record on the main server cannot be read: ${main.record.unknown}`);
    if (main.record !== undefined && !record)
        return (0, reading_1.it.unknown)('the record on the main server is damaged');
    const host = role === undefined ? main : hosts.get(name);
    const own = (0, reachable_1.it.isReachable)(host) && host.backups && Object.hasOwn(host.backups, name) ? host.backups[name] : undefined;
    const recorded = record?.backups && Object.hasOwn(record.backups, name) ? record.backups[name] : undefined;
    const known = [
        own && (0, reading_1.it.isKnown)(own) ? own : undefined,
        recorded && !('unreadable' in recorded) ? recorded : undefined,
    ];
    const found = known.flatMap((backup) => backup && (0, addresses_1.it.sameAddress)(backup.address, machine.address) ? [{ ...backup, ageMs: now - Date.parse(backup.at) }] : []);
    const [newest] = found.sort((a, b) => a.ageMs - b.ageMs);
    if (newest && newest.ageMs >= -AHEAD_MS)
        return { ...newest, ageMs: Math.max(0, newest.ageMs) };
    if (newest)
        return (0, reading_1.it.unknown)(`it says ${newest.at}, which is still to come: a clock was wrong`);
    if (own && !(0, reading_1.it.isKnown)(own))
        return own;
    if (recorded && 'unreadable' in recorded)
        return (0, reading_1.it.unknown)('what the record says of it cannot be used');
    return undefined;
}
/** Whether a backup is new enough for an upgrade. */
function judged(last, maxAgeSeconds = backup_settings_1.it.USUAL_AGE) {
    if (!(0, reading_1.it.isKnown)(last))
        return 'unknown';
    if (!last)
        return 'none';
    return last.ageMs <= maxAgeSeconds * 1000 ? 'fresh' : 'old';
}
/** Names, roles or `pbx` that there is nothing to back up of. */
function notKept(cluster, names) {
    const all = keepers(cluster);
    return names.filter((word) => !all.some(({ name, role }) => name === word || role === word));
}

/***/ }),

/***/ 2622:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/built-in.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.builtIn = void 0;
exports.builtInWords = builtInWords;
exports.turnOn = turnOn;
const deadlines_1 = { get it() { return (__nccwpck_require__(2907).deadlines); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const drain_1 = __nccwpck_require__(2842);
const live_1 = __nccwpck_require__(9508);
const stage_error_1 = __nccwpck_require__(7033);
const status_1 = __nccwpck_require__(9028);
const wait_1 = __nccwpck_require__(3039);
/**
 * The PBX's own server of a role goes off once another one is ONLINE. The guide does it first; done last it costs no calls.
 * Part of registering, in the words of actions, but decided once it is known what is installed.
 */
exports.builtIn = {
    name: 'register',
    diff: (input, planned) => ({
        changes: roles_1.it.LISTED_ROLES.flatMap((role) => diffBuiltIn(role, input, planned) ?? []),
        findings: [],
    }),
    apply: { 'built-in-off': turnOff },
    words: { 'built-in-off': builtInWords() },
};
function diffBuiltIn(role, input, planned) {
    const { cluster, live } = input;
    const present = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
    if (!present?.enabled || cluster.builtInServers === 'keep')
        return undefined;
    // One that is dead and was taken out of calls replaces nothing.
    const dead = live.portal.servers[role].filter((entry) => (0, live_1.isTakenOut)(live, entry) && !(0, live_1.isOnline)(live, entry));
    const out = new Set(dead.map(({ name }) => name));
    const isOut = ({ name }) => out.has(name) && !planned.ids.has(change_1.it.idOf.role(name));
    const serving = cluster.servers.filter((server) => server.role === role && server.enabled && !isOut(server));
    const own = ({ name }) => planned.these([change_1.it.idOf.entry(name), change_1.it.idOf.role(name)]);
    const comes = serving.filter(({ name }) => planned.ids.has(change_1.it.idOf.role(name)));
    const entries = new Map([...live.portal.servers[role]].reverse().map((entry) => [entry.name, entry]));
    const runs = (server) => serves(server, entries.get(server.name), input, planned);
    const isThere = serving.some((server) => own(server).length === 0 && runs(server));
    // One that nothing replaces stays on.
    if (!isThere && comes.length === 0 && !serving.some(runs))
        return undefined;
    return {
        kind: 'built-in-off',
        id: change_1.it.idOf.builtIn(role),
        action: 'update',
        causes: [{ cause: 'replaced' }],
        impact: 'none',
        needs: [],
        // One that replaces it is enough; whatever comes beside it comes before.
        ...(!isThere && { oneOf: serving.flatMap((server) => own(server).slice(-1)) }),
        after: serving.flatMap(own),
        role,
    };
}
/** Whether it takes calls, or will once its entry is there. One that the portal knows by another name never does. */
function serves(server, entry, { live, who }, planned) {
    if (!entry && !planned.ids.has(change_1.it.idOf.entry(server.name)))
        return false;
    if (entry && (0, live_1.isOnline)(live, entry))
        return true;
    const home = who.atHome(server);
    return home.is === 'same' && home.container.running;
}
function builtInWords() {
    return {
        object: ({ role }) => `built-in ${roles_1.it.ROLES[role].label}`,
        deed: ({ kind }) => [kind === 'built-in-on' ? 'turn on' : 'turn off'],
        target: ({ role }) => `the built-in ${roles_1.it.ROLES[role].label}`,
        reason: ({ kind, role }) => kind === 'built-in-on'
            ? `no other ${roles_1.it.ROLES[role].label} is left to take calls`
            : `the cluster's own ${roles_1.it.ROLES[role].label}s take over from it`,
        differences: ({ kind }) => {
            const on = kind === 'built-in-on';
            return [{ name: 'enabled', before: String(!on), after: String(on) }];
        },
    };
}
/** Turns the built-in server on before the last other one of its role goes. */
async function turnOn({ role }, run) {
    const { pbx } = run.session;
    const present = builtInOf(run, role);
    await (0, drain_1.setEnabled)(run, present, true);
    const online = await (0, wait_1.until)(run.session, 60_000, async () => (await pbx.status(role, present.id)).status === 'ONLINE' ? true : undefined);
    if (!online)
        throw new stage_error_1.StageError(`The built-in ${roles_1.it.ROLES[role].label} was turned on, but is not ONLINE; see ${run.plane.byHand.status}`);
}
async function turnOff({ role, id }, run) {
    const present = builtInOf(run, role);
    run.progress(id, 'waiting for a replacement to be ONLINE');
    const replaced = await (0, wait_1.until)(run.session, (0, deadlines_1.it.deadlineMs)(run.session.cluster, role, 'online'), async () => {
        for (const server of run.portal.of(role)) {
            if (server.type !== 'EXTERNAL' || !server.enabled)
                continue;
            if ((await (0, status_1.statusOf)(run.session.pbx, role, server.id)).status === 'ONLINE')
                return true;
        }
        return undefined;
    });
    if (!replaced) {
        throw new stage_error_1.StageError(`No ${roles_1.it.ROLES[role].label} of the cluster is ONLINE: the built-in one stays on, so that calls go through`);
    }
    await (0, drain_1.setEnabled)(run, present, false);
}
function builtInOf(run, role) {
    const present = run.portal.builtIn(role);
    if (!present)
        throw new stage_error_1.StageError(`The portal has no built-in ${roles_1.it.ROLES[role].label}`);
    return present;
}

/***/ }),

/***/ 7973:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/by-hand.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.tokenSteps = tokenSteps;
exports.firstSteps = firstSteps;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
/*
 * What a person does in a session border controller's own portal: its REST interface is not published, so nobody else can.
 * Source: PortSIP's pages on configuring an SBC for WebRTC, and on the SBC cluster.
 */
const OWN_PORTAL_PORT = 8883;
/** Where the token is read and where it is typed. */
function tokenSteps({ pbx, sbc }, role) {
    const { calls } = roles_1.it.ROLES[role];
    const port = calls.kind === 'outside' ? `, TCP, port ${calls.pbxPort}` : '';
    return `In the PBX's portal: Servers > SBC, copy the token. In each one's own portal (https://ITS-ADDRESS:${sbc?.portal.httpsPort ?? OWN_PORTAL_PORT}): Settings > PBX, with that token, address ${pbx.privateIp}${port}`;
}
/** All that there is to be done after some were installed. */
function firstSteps(servers, { sbc }) {
    const domain = sbc?.portal.domain;
    const port = sbc?.portal.httpsPort ?? OWN_PORTAL_PORT;
    const [first, ...others] = servers.map(({ name, address, privateIp, publicIp }) => ({
        name,
        portal: `https://${(0, addresses_1.it.urlHost)(address)}:${port}`,
        addresses: [privateIp, publicIp].filter((one) => one !== undefined).join(' and '),
    }));
    if (!first)
        return '';
    const portals = [first, ...others].map(({ portal }) => portal).join(', ');
    const addresses = [first, ...others].map(({ name, addresses: own }) => `${name} ${own}`).join('; ');
    return [
        `in its own portal, ${portals} (at first admin/admin: change that), the certificate${domain === undefined ? '' : ` for ${domain} and *.${domain}`}`,
        `Settings > Network: ${domain === undefined ? 'the web domain' : `web domain ${domain}`}, ${others.length === 0 ? first.addresses : `its addresses (${addresses})`}, then a restart (restart ${first.name}${others.length === 0 ? '' : ' and so on, one at a time'})`,
        'Settings > PBX: the token',
        'the licence key, which each one activates for itself',
        `in DNS an address record of its own${domain === undefined ? '' : `, and its address under ${domain}`}`,
    ].join('; ');
}

/***/ }),

/***/ 1922:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/callers-back.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.callersBack = void 0;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const names_1 = __nccwpck_require__(5772);
const outside_1 = __nccwpck_require__(1787);
const stage_error_1 = __nccwpck_require__(7033);
/** Servers that an earlier run took out of DNS, and that are well: callers are led to them again. Part of installing. */
exports.callersBack = {
    name: 'install',
    diff: (input, planned) => ({
        changes: [...input.cluster.servers].sort(names_1.inRoleOrder).flatMap((server) => diffServer(server, input, planned) ?? []),
        findings: [],
    }),
    apply: { 'callers-back': applyBack },
    words: {
        'callers-back': {
            object: () => 'place in DNS',
            deed: () => ['lead callers to'],
            target: ({ server }) => server,
            reason: () => 'an earlier run took it out of DNS and did not come to put it back',
            differences: ({ command }) => [{ name: 'command', after: command }],
        },
    },
};
function diffServer(server, { cluster, live }, planned) {
    const { name, role, address, ssh, privateIp, publicIp } = server;
    const command = cluster.sbc?.drain?.command;
    const facts = live.hosts.get(name);
    if (!(0, roles_1.it.isOutside)(role) || command === undefined || !live.record?.draining.includes(name))
        return undefined;
    // Whatever recreates it leads callers back itself.
    if (planned.ids.has(change_1.it.idOf.role(name)) || !(0, reachable_1.it.isReachable)(facts) || !(0, outside_1.serves)(server, facts))
        return undefined;
    return {
        kind: 'callers-back',
        id: change_1.it.idOf.callers(name),
        action: 'update',
        server: name,
        causes: [{ cause: 'left-out' }],
        impact: 'none',
        needs: [],
        after: [],
        command,
        of: { name, role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) },
    };
}
async function applyBack({ id, server: name, command, of }, run) {
    if (!(0, names_1.findServer)(run.session.cluster, name))
        throw new stage_error_1.StageError(`${name} is not in the cluster file`);
    await (0, outside_1.leadBack)(run, of, id, { command, pauseSeconds: 0, graceSeconds: 0 });
}

/***/ }),

/***/ 4378:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/capacity.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.roomWithout = roomWithout;
exports.tooSmall = tooSmall;
exports.tooLittleWithout = tooLittleWithout;
exports.inNumbers = inNumbers;
exports.countsAnything = countsAnything;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const grouped_1 = { get it() { return (__nccwpck_require__(7426).grouped); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
/** What is left of a role without some of its servers; nothing where it is not counted or not known. Pure. */
function roomWithout(role, entries, statusOf) {
    const seen = entries.flatMap((entry) => {
        const status = statusOf(entry);
        return status && (0, reading_1.it.isKnown)(status) && status.status === 'ONLINE' ? [{ entry, status }] : [];
    });
    const limits = (0, roles_1.it.collectionOf)(role).limits.flatMap((limit) => {
        if (limit.counted === undefined)
            return [];
        const loads = seen.map(({ status }) => status.load?.[limit.name]);
        // Some that do not tell how many they have make the sum worthless.
        if (loads.length === 0 || loads.includes(undefined))
            return [];
        const takes = seen.flatMap(({ entry }) => (entry.enabled ? [{ name: entry.name, most: entry[limit.name] }] : []));
        return [{ limit, load: sum(loads), all: total(takes), byName: (0, grouped_1.it.grouped)(takes, ({ name }) => name) }];
    });
    return (away) => limits.flatMap(({ limit, load, all, byName }) => {
        const gone = total([...away].flatMap((name) => byName.get(name) ?? []));
        return all.unknown > gone.unknown ? [] : [{ limit, load, left: all.sum - gone.sum }];
    });
}
/** What servers take at once, and of how many of them nobody knows it */
function total(takes) {
    return { sum: sum(takes.map(({ most }) => most)), unknown: takes.filter(({ most }) => most === undefined).length };
}
/** Those of which there is too little. */
function tooSmall(rooms) {
    return rooms.filter(({ load, left }) => load > left);
}
/**
 * Of what there is too little while some of its servers are away. Nothing where no other one takes calls: then the built-in one
 * stands in, and takes what it takes.
 */
function tooLittleWithout(role, entries, statusOf) {
    const rooms = roomWithout(role, entries, statusOf);
    const taking = entries.filter((entry) => {
        const status = statusOf(entry);
        return entry.enabled && status && (0, reading_1.it.isKnown)(status) && status.status === 'ONLINE';
    });
    return (away) => (taking.some(({ name }) => !away.has(name)) ? tooSmall(rooms(away)) : []);
}
/** "3500 calls are up, and the others take 3000" */
function inNumbers(rooms) {
    return rooms
        .map(({ limit, load, left }) => `${load} ${limit.counted?.unit ?? ''} are up, and the others take ${left}`)
        .join('; ');
}
function countsAnything(role) {
    return roles_1.it.ROLES[role].calls.kind === 'counted';
}
function sum(values) {
    return values.reduce((total, value) => total + (value ?? 0), 0);
}

/***/ }),

/***/ 7377:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/certificate-manager.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CERTIFICATE_MANAGER = void 0;
exports.certificateManagerFindings = certificateManagerFindings;
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const backup_findings_1 = __nccwpck_require__(5451);
/** Source: certmanager_ctl.sh */
exports.CERTIFICATE_MANAGER = 'portsip.certmanager';
/**
 * An upgrade where a Certificate Manager is, beside the PBX or a session border controller. It is the last in PortSIP's order, and no
 * server of the cluster, so that a person does it. Source: PortSIP's guide to upgrades within v22.
 */
function certificateManagerFindings(input, changes) {
    const { plane, live } = input;
    if (!live.live || !changes.some(isOfUpgrade))
        return [];
    const found = machines(input).flatMap(({ machine, facts }) => {
        const container = (0, reachable_1.it.isReachable)(facts) ? (0, containers_1.it.seenContainer)(facts, exports.CERTIFICATE_MANAGER) : undefined;
        return container ? [{ machine, container }] : [];
    });
    if (found.length === 0)
        return [];
    const where = found.map(({ machine, container }) => `${machine.name}${versionOf(container)}`);
    const lines = [...new Set(found.map(({ machine }) => plane.byHand.certificateManager(machine)))];
    return [
        {
            code: 'certificate-manager',
            severity: 'warning',
            message: `The Certificate Manager on ${(0, list_1.it.list)(where)} is upgraded last, after the PBX and all servers, and by hand: ${lines.join('; ')}`,
        },
    ];
}
function isOfUpgrade(change) {
    return (change.kind === 'pbx-image' ||
        (change.kind === 'role' && change.action === 'update' && change.causes.some((cause) => (0, backup_findings_1.isUpgrade)(cause))));
}
function machines({ cluster, plane, live }) {
    const [, ...nodes] = plane.pbxMachines;
    return [
        { machine: cluster.pbx.machine, facts: live.main },
        ...nodes.map((machine) => ({ machine, facts: live.nodes?.get(machine.address) })),
        ...cluster.servers.map((machine) => ({ machine, facts: live.hosts.get(machine.name) })),
    ];
}
function versionOf({ version }) {
    return version === undefined ? '' : ` (${version})`;
}

/***/ }),

/***/ 575:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/stages/certificate.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.certificateFindings = certificateFindings;
/*
 * The PBX's own certificate. PortSIP's Certificate Manager renews it every two months (source: its guide to certificates), and a pin
 * of the old one then ends every run.
 */
const DAY_MS = 86_400_000;
/** A pinned certificate has to be seen to by a person; what an authority vouches for renews itself some weeks before. */
const NOTICE_DAYS = { certificate: 30, key: 14, authority: 14 };
/** The same from day to day. `now`: milliseconds since the epoch */
function certificateFindings(trusted, now) {
    if (trusted?.expiresAt === undefined || trusted.expiresAt - now > NOTICE_DAYS[trusted.by] * DAY_MS)
        return [];
    const day = new Date(trusted.expiresAt).toISOString().slice(0, 10);
    const cure = {
        certificate: 'a renewed one is not the pinned one: put its fingerprint beside the old one in PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint, between commas) before it is renewed, or pin its public key or authority',
        key: 'renew it with the same key, or put the new key beside the old one in PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint, between commas) first',
        authority: 'renew it on the PBX, and see why that was not done by itself',
    }[trusted.by];
    return [
        {
            code: 'pbx-certificate-expires',
            severity: 'warning',
            message: `The PBX's certificate ${trusted.expiresAt < now ? 'expired' : 'expires'} on ${day}: ${cure}`,
        },
    ];
}

/***/ }),

/***/ 2995:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/closing.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.leavingFrom = leavingFrom;
exports.closeFirewall = closeFirewall;
exports.shutOut = shutOut;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const by_address_1 = { get it() { return (__nccwpck_require__(9838)["by-address"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const firewall_1 = __nccwpck_require__(7698);
const identity_1 = __nccwpck_require__(8488);
/** `host`: what the facts of its machine are kept under. */
function leavingFrom(place, host, held, { live, who }) {
    return {
        ...place,
        held,
        entrances: entrancesOf(place, host, { live, who }),
        reach: who.reach(place, live.hosts.get(host)),
    };
}
/** What is closed, in any order; what each waits for is in its needs. */
function closeFirewall({ cluster, live, plane, who }, leaving, removals, planned) {
    const index = (sources) => new by_address_1.it.ByAddress(sources.map((source) => [source, true]));
    const wanted = (0, addresses_1.it.trustedSources)(cluster);
    const [kept, addresses] = [index(wanted), index((0, addresses_1.it.whitelistCidrs)(cluster))];
    const trusted = index((0, firewall_1.trustedNow)({ live, plane }));
    const accepted = index(live.portal.ipFilters
        .filter((entry) => entry.target === 'ACCEPT' && (0, firewall_1.mayBeWrittenBy)(cluster, entry))
        .map(({ cidr }) => cidr));
    const held = leaving.filter((server) => server.held).flatMap(({ entrances }) => entrances);
    // What another cluster file of the same PBX relies on stays as well.
    const holds = (owned) => held.some((address) => (0, addresses_1.it.covers)(owned, address)) || who.isElsewhere((address) => (0, addresses_1.it.covers)(owned, address));
    const once = (list) => [...new Set(list)];
    const cidrs = once(live.record?.whitelist ?? []).filter((owned) => !addresses.has(owned) && accepted.has(owned) && !holds(owned));
    const sources = once(live.record?.firewall ?? []).filter((owned) => !kept.has(owned) && trusted.has(owned) && !holds(owned));
    const goes = waitingFor(leaving, removals, planned);
    // What replaces an entry must be open before the entry is closed.
    const networks = wanted.filter((source) => !isOne(source));
    const opened = (source) => planned.these((isOne(source) ? networks.filter((network) => (0, addresses_1.it.covers)(network, source)) : wanted).map(change_1.it.idOf.source));
    const common = { action: 'delete', impact: 'none', after: [] };
    return [
        ...cidrs.map((cidr) => ({
            ...common,
            kind: 'whitelist-removal',
            causes: [{ cause: 'unused' }],
            id: change_1.it.idOf.whitelist(cidr),
            needs: goes(cidr),
            cidr,
        })),
        ...sources.map((source) => {
            const id = change_1.it.idOf.source(source);
            const needs = [...new Set([...goes(source), ...opened(source)])].filter((need) => need !== id);
            return {
                ...common,
                kind: 'source-removal',
                causes: [{ cause: 'unused', of: plane.firewall }],
                id,
                needs,
                source,
            };
        }),
    ];
}
/** What must have gone before an entry is closed: for one address what is there, for a network everything that goes. */
function waitingFor(leaving, removals, planned) {
    const ids = new Set([...planned.ids, ...removals.map(({ id }) => id)]);
    const goes = ({ name }) => [change_1.it.idOf.role(name), change_1.it.idOf.entry(name)].filter((id) => ids.has(id));
    const all = [...new Set(leaving.flatMap(goes))];
    const by = new Map();
    for (const server of leaving) {
        for (const key of new Set(server.entrances.map(addresses_1.it.normalise)))
            by.set(key, [...new Set([...(by.get(key) ?? []), ...goes(server)])]);
    }
    return (owned) => by.get((0, addresses_1.it.normalise)(owned)) ?? (isOne(owned) ? [] : all);
}
/** Servers that stay as they are, and that what is closed here shuts out with their calls. */
function shutOut({ cluster, live, plane, who }, leaving, closing) {
    const removed = closing.flatMap((change) => (change.kind === 'source-removal' ? [change.source] : []));
    if (removed.length === 0)
        return [];
    const gone = new by_address_1.it.ByAddress(removed.map((source) => [source, true]));
    const stays = new by_address_1.it.Networks([...(0, addresses_1.it.trustedSources)(cluster), ...(0, firewall_1.trustedNow)({ live, plane }).filter((source) => !gone.has(source))].map((source) => [source, true]));
    const leaves = new Set(who.leaving.map(({ name }) => name));
    const names = new Set(cluster.servers.map(({ name }) => name));
    return roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role]).flatMap((entry) => {
        if (entry.type === 'INTERNAL' || names.has(entry.name) || leaves.has(entry.name))
            return [];
        // Who runs on a machine that is left may be listed by another address of it.
        const machines = leaving.filter(({ reach }) => reach && (0, identity_1.reaches)(reach, entry)).map(({ address }) => address);
        const own = entry.privateIp ?? entry.publicIp;
        const [out] = [...(own === undefined ? [] : [own]), ...machines].flatMap((address) => {
            const source = removed.find((one) => (0, addresses_1.it.covers)(one, address));
            return source === undefined || stays.holding(address).length > 0 ? [] : [{ address, source }];
        });
        if (!out)
            return [];
        const { address, source } = out;
        const { label } = roles_1.it.ROLES[entry.role];
        return [
            {
                code: 'shuts-out',
                severity: 'warning',
                message: `The ${label} "${entry.name}" (${address}) is not in the cluster file and is left alone, but without ${source} as a trusted source the PBX does not see it any more, and calls on it end: add it to the cluster file, or ${address} to firewall.trust`,
            },
        ];
    });
}
/** By its addresses, those that the portal has of it, and what its machine calls itself: it may have been readdressed, and no run got further. */
function entrancesOf({ name, role, address, publicIp }, host, { live, who }) {
    const entries = (0, roles_1.it.isListed)(role) ? who.entriesNamed(name, role) : [];
    const facts = live.hosts.get(host);
    return [
        ...[address, publicIp, ...entries.flatMap((one) => [one.privateIp, one.publicIp])].flatMap((one) => one ?? []),
        ...((0, reachable_1.it.isReachable)(facts) ? facts.addresses : []),
    ];
}
function isOne(source) {
    return !(0, addresses_1.it.normalise)(source).includes('/');
}

/***/ }),

/***/ 3862:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/cluster-record.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isLogin = isLogin;
exports.emptyRecord = emptyRecord;
exports.withoutDead = withoutDead;
exports.parseRecord = parseRecord;
exports.otherClusters = otherClusters;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
/** Whether a login is that of a machine at a registry, whoever is signed in. */
function isLogin(login, { address }, { server }) {
    return (0, addresses_1.it.sameAddress)(login.address, address) && login.server === server;
}
function emptyRecord(cluster) {
    return {
        version: 1,
        cluster,
        servers: {},
        firewall: [],
        whitelist: [],
        builtInDisabled: [],
        restarts: {},
        late: [],
        recreate: {},
        draining: [],
        dead: {},
        seen: {},
        time: '',
    };
}
/** The same once a server that was dead takes calls again. */
function withoutDead(record, name) {
    const dead = Object.entries(record.dead).filter(([other]) => other !== name);
    return { ...record, dead: Object.fromEntries(dead) };
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
    if (!(0, unknown_1.it.isObject)(value))
        return lost('is damaged');
    if (typeof value['version'] === 'number' && value['version'] > 1) {
        throw new types_1.it.InputError(`The record on the main server was written by a newer release (format ${value['version']}): use that release or a later one`);
    }
    if (value['version'] !== 1 || value['cluster'] !== cluster)
        return lost('is of another cluster or format');
    return { record: { ...emptyRecord(cluster), ...cleaned(value) } };
}
/**
 * What other cluster files of the same PBX have, by the text of their records. Best effort, and of any format, where it is used to
 * leave things alone. What they own counts in the format of this release only: a server of ours that is there is ours from then on.
 */
function otherClusters(records = {}) {
    return Object.entries(records).flatMap(([cluster, text]) => {
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            return [];
        }
        if (!(0, unknown_1.it.isObject)(value))
            return [];
        // Earlier releases wrote down only what they had put there.
        const { servers = {}, listed, time, unfinished, logins } = cleaned(value);
        const found = listed ?? Object.fromEntries(Object.entries(servers).map(([name, { address }]) => [name, address]));
        const owned = value['version'] === 1 && value['cluster'] === cluster ? servers : {};
        const its = Object.entries(found).map(([name, address]) => ({ name, address }));
        return [
            {
                cluster,
                ...(isTime(time) && { time }),
                servers: its,
                owned,
                ...(unfinished && { unfinished }),
                ...(logins && { logins }),
            },
        ];
    });
}
/** Only what has the right shape: the file may have been edited by hand. */
function cleaned(value) {
    const strings = (list) => [
        ...new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
    ];
    return {
        servers: only(value['servers'], isRecordedServer),
        restarts: only(value['restarts'], isOwedRestart),
        late: strings(value['late']),
        recreate: only(value['recreate'], (text) => typeof text === 'string'),
        firewall: strings(value['firewall']),
        whitelist: strings(value['whitelist']),
        builtInDisabled: roles_1.it.LISTED_ROLES.filter((role) => strings(value['builtInDisabled']).includes(role)),
        draining: strings(value['draining']),
        ...((0, unknown_1.it.isObject)(value['unfinished']) && { unfinished: only(value['unfinished'], (text) => typeof text === 'string') }),
        ...(Array.isArray(value['pbx']) && { pbx: strings(value['pbx']).filter(addresses_1.it.isAddress) }),
        ...((0, unknown_1.it.isObject)(value['listed']) && {
            listed: only(value['listed'], (address) => typeof address === 'string' && (0, addresses_1.it.isAddress)(address)),
        }),
        ...((0, unknown_1.it.isObject)(value['since']) && { since: only(value['since'], (time) => isTime(time)) }),
        ...((0, unknown_1.it.isObject)(value['settings']) && {
            settings: only(value['settings'], (text) => typeof text === 'string'),
        }),
        ...(isCommit(value['deployed']) && { deployed: value['deployed'] }),
        dead: only(value['dead'], isDeadServer),
        seen: only(value['seen'], isSighting),
        ...(Array.isArray(value['runs']) && { runs: value['runs'].filter(isRecordedRun) }),
        ...(Array.isArray(value['logins']) && { logins: value['logins'].filter(isRecordedLogin) }),
        ...((0, unknown_1.it.isObject)(value['backups']) && { backups: backupsIn(value['backups']) }),
        ...(typeof value['commit'] === 'string' && { commit: value['commit'] }),
        ...(typeof value['run'] === 'string' && { run: value['run'] }),
        time: typeof value['time'] === 'string' ? value['time'] : '',
    };
}
/** One whose age cannot be read is not none. */
function backupsIn(backups) {
    return Object.fromEntries(Object.entries(backups).map(([name, backup]) => [name, isBackup(backup) ? backup : { unreadable: true }]));
}
function isBackup(backup) {
    if (!(0, unknown_1.it.isObject)(backup))
        return false;
    const isOr = (type) => (name) => ['undefined', type].includes(typeof backup[name]);
    return (isTime(backup['at']) &&
        typeof backup['address'] === 'string' &&
        typeof backup['where'] === 'string' &&
        ['bytes', 'seconds'].every(isOr('number')) &&
        isOr('string')('sha256'));
}
/** The entries of an object that are of one kind; of anything else none. */
function only(object, is) {
    const entries = Object.entries((0, unknown_1.it.isObject)(object) ? object : {});
    return Object.fromEntries(entries.filter((entry) => is(entry[1])));
}
function isRecordedServer(server) {
    return (isPlace(server) &&
        typeof server['role'] === 'string' &&
        (0, roles_1.it.isRole)(server['role']) &&
        [server['privateIp'], server['publicIp']].every((ip) => ip === undefined || typeof ip === 'string') &&
        (server['elsewhere'] === undefined || (Array.isArray(server['elsewhere']) && server['elsewhere'].every(isPlace))));
}
/** Its words become arguments of docker's. */
function isRecordedLogin(login) {
    const isWord = (word) => typeof word === 'string' && /^[A-Za-z0-9_][A-Za-z0-9._:$+@/=~-]{0,254}$/.test(word);
    return isPlace(login) && isWord(login['server']) && isWord(login['username']);
}
function isPlace(place) {
    return ((0, unknown_1.it.isObject)(place) &&
        typeof place['address'] === 'string' &&
        (0, addresses_1.it.isAddress)(place['address']) &&
        (0, unknown_1.it.isObject)(place['ssh']) &&
        typeof place['ssh']['user'] === 'string' &&
        typeof place['ssh']['port'] === 'number' &&
        isJumpHost(place['ssh']['jumpHost']));
}
/** It is asked for at GitHub. */
function isCommit(value) {
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}
function isDeadServer(dead) {
    return ((0, unknown_1.it.isObject)(dead) &&
        isTime(dead['since']) &&
        isTime(dead['at']) &&
        (dead['standIn'] === undefined || dead['standIn'] === true));
}
function isSighting(sighting) {
    return ((0, unknown_1.it.isObject)(sighting) &&
        (sighting['status'] === 'OFFLINE' || sighting['status'] === 'ONLINE') &&
        isTime(sighting['since']) &&
        isTime(sighting['last']));
}
function isRecordedRun(run) {
    const isText = (text) => typeof text === 'string';
    return ((0, unknown_1.it.isObject)(run) &&
        isText(run['run']) &&
        isTime(run['began']) &&
        isTime(run['ended']) &&
        [run['by'], run['url'], run['commit']].every((text) => text === undefined || isText(text)) &&
        [undefined, true].includes(run['interrupted']) &&
        (run['goesOn'] === undefined || (Array.isArray(run['goesOn']) && run['goesOn'].every(isText))) &&
        [run['done'], run['failed'], run['skipped']].every(Number.isSafeInteger) &&
        Array.isArray(run['deeds']) &&
        run['deeds'].every((deed) => (0, unknown_1.it.isObject)(deed) && isText(deed['deed']) && (deed['failed'] === undefined || deed['failed'] === true)));
}
function isTime(value) {
    const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
    return typeof value === 'string' && shape.test(value) && !Number.isNaN(Date.parse(value));
}
function isOwedRestart(owed) {
    return ((0, unknown_1.it.isObject)(owed) && typeof owed['reason'] === 'string' && ['undefined', 'string'].includes(typeof owed['startedAt']));
}
function isJumpHost(value) {
    if (value === undefined)
        return true;
    return ((0, unknown_1.it.isObject)(value) &&
        typeof value['host'] === 'string' &&
        typeof value['user'] === 'string' &&
        typeof value['port'] === 'number');
}

/***/ }),

/***/ 9583:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/database.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.databaseOnHost = databaseOnHost;
exports.keepDatabase = keepDatabase;
exports.instanceFindings = instanceFindings;
exports.databaseFindings = databaseFindings;
const image_1 = { get it() { return (__nccwpck_require__(2907).image); } };
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const control_scripts_1 = { get it() { return (__nccwpck_require__(7083)["control-scripts"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const article_1 = { get it() { return (__nccwpck_require__(6060).article); } };
/*
 * The database that a role brings along, whose data outlives its containers.
 */
/** The image that the data was opened with last: what runs, else what the control script wrote down. */
function databaseOnHost({ role }, facts) {
    const { database, keys } = roles_1.it.ROLES[role];
    if (!database)
        return undefined;
    const container = (0, containers_1.it.findContainer)(facts, database.container);
    if (!(0, reading_1.it.isKnown)(container))
        return container;
    if (container)
        return container.image;
    const key = keys[database.setting];
    const saved = (0, control_plane_1.it.configOf)({ role }, facts);
    if (!(0, reading_1.it.isKnown)(saved))
        return saved;
    return (key && saved?.[key]) || undefined;
}
/**
 * The server with the database that is there, where the cluster file names none: a control script that recreates it would bring
 * its own choice, 25.8 with the scripts of January 2026 and 26.3 with later ones.
 */
function keepDatabase(server, facts) {
    const { database } = roles_1.it.ROLES[server.role];
    if (!database || database.image(server) !== undefined)
        return server;
    const there = databaseOnHost(server, facts);
    if (!(0, reading_1.it.isKnown)(there))
        return there;
    if (there === undefined)
        return server;
    // The row is the one of the server's own role, and gives back what it was given.
    return database.withImage(server, there);
}
/**
 * What keeps a role from being touched whose data is kept for each PBX apart, as since v22.8. Source: PortSIP's pages on installing
 * and on migrating Data Flow, October 2026
 */
function instanceFindings(server, facts, { cluster, plane }) {
    const { instances, script, label, container, keys } = roles_1.it.ROLES[server.role];
    const { instances: there = [] } = facts;
    if (!instances || there.length === 0)
        return [];
    const blocked = (code, message) => [
        { code, severity: 'blocking', server: server.name, message },
    ];
    if (plane.wantsReadyHosts && (0, control_scripts_1.it.generationOf)(facts) !== 'v22.8')
        return blocked('scripts-older', `${server.name} keeps its data for each PBX apart, as since v22.8, and ${script.file} there is older: it would begin with no data; refresh PortSIP's scripts there: ${(0, control_scripts_1.it.refreshByHand)(cluster.scriptsPath)}`);
    const config = (0, control_plane_1.it.configOf)(server, facts);
    const key = keys['pbx.private_ip'];
    const isOurs = (0, reading_1.it.isKnown)(config) && key !== undefined && (0, addresses_1.it.sameAddress)(config?.[key], cluster.pbx.privateIp);
    const found = (0, containers_1.it.findContainer)(facts, container);
    if (there.length === 1 && (isOurs || ((0, reading_1.it.isKnown)(found) && found !== undefined)))
        return [];
    return blocked('instances-unknown', `${server.address} has data of ${(0, article_1.it.withArticle)(label)} for ${there.length === 1 ? 'a PBX' : `${there.length} PBXs`} (${there.join(', ')}), and whether one is that of ${cluster.pbx.privateIp} cannot be told: ${server.name} is left alone. ${plane.wantsReadyHosts ? `Look there: sudo /bin/sh ${cluster.scriptsPath}/${script.file} status -x ${cluster.pbx.privateIp}; install` : 'Install'} it by hand, or move away what nobody needs`);
}
/** What keeps another database from being brought. Source: ClickHouse opens data of older versions, not of newer ones. */
function databaseFindings(server, facts, { cluster, plane }) {
    const { database, script } = roles_1.it.ROLES[server.role];
    const wanted = database?.image(server);
    const there = databaseOnHost(server, facts);
    // Where it is not known, nothing is done there anyway.
    if (!database || wanted === undefined || !(0, reading_1.it.isKnown)(there) || there === undefined)
        return [];
    if ((0, image_1.it.sameImage)(there, wanted))
        return [];
    const blocked = (code, message) => [
        { code, severity: 'blocking', server: server.name, message },
    ];
    const [before, after] = [numbers(there), numbers(wanted)];
    if (!before || !after)
        return blocked('database-unknown', `${server.name} runs ${there}, and whether ${wanted} is older cannot be told from its name: ${database.label} does not open what a newer one wrote; name a version, such as ${exampleOf(there)}`);
    if ((0, image_1.it.isOlder)(after, before))
        return blocked('database-older', `${server.name} runs ${there} and cannot go back to ${wanted}: ${database.label} does not open what a newer version wrote; set ${database.setting} to ${there}, or leave it out`);
    if (plane.wantsReadyHosts && (0, control_scripts_1.it.upgradeTakes)(facts, script.file, 'd') === false)
        return blocked('scripts-older', `${script.file} on ${server.name} is older than what brings another ${database.label} (its upgrade knows no -d, and would go on with ${there}): refresh PortSIP's scripts there: ${(0, control_scripts_1.it.refreshByHand)(cluster.scriptsPath)}`);
    return [];
}
function numbers(image) {
    return image.includes('@') ? undefined : ((0, image_1.it.versionOf)(image) ?? (0, image_1.it.leadingVersion)(image));
}
function exampleOf(image) {
    return `${image.replace(/[:@][^/]*$/, '')}:26.3`;
}

/***/ }),

/***/ 8262:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/departing.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.leftBy = leftBy;
exports.departing = departing;
exports.moved = moved;
exports.placesOf = placesOf;
exports.oldHost = oldHost;
exports.oldMachines = oldMachines;
exports.asServer = asServer;
exports.departingMachine = departingMachine;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const by_address_1 = { get it() { return (__nccwpck_require__(9838)["by-address"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const names_1 = { get it() { return (__nccwpck_require__(2907)["rules/names"]); } };
const names_2 = __nccwpck_require__(5772);
/** Without what a record may say in another way although the same is done. */
function leftBy({ name, role, address, ssh }) {
    return { name, role, address, ssh };
}
/** What is ours by the record and no longer in the file; with `unmanaged_servers: remove` also what else the portal has. */
function departing(cluster, record, portal) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const gone = (name) => !names.has(name);
    const found = new Map();
    if (cluster.unmanagedServers === 'remove') {
        for (const role of roles_1.it.LISTED_ROLES) {
            for (const server of portal[role]) {
                const address = server.privateIp ?? server.publicIp;
                // Its changes would carry the id of the PBX's own, or of a whole role's.
                if (server.type === 'INTERNAL' || !address || !gone(server.name) || (0, names_1.it.isReserved)(server.name))
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
    return [...found.values()].sort(names_2.inRoleOrder);
}
/**
 * Servers whose address changed and that were installed at the old one by us, or were on their way there: there they have to go, unless
 * one of the same role takes it over, and with it what runs there.
 */
function moved(cluster, record) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const at = new by_address_1.it.ByAddress(cluster.servers.map((server) => [server.address, server]));
    return Object.entries(record?.servers ?? {}).flatMap(([name, old]) => names.has(name)
        ? placesOf({ name, ...old }).filter(({ address, role }) => {
            const there = at.get(address);
            return there === undefined || (there.role !== role && there.name !== name);
        })
        : []);
}
/** The machines that a recorded server was or may be on, each as if it was that alone; the likeliest first. */
function placesOf({ elsewhere = [], ...server }) {
    const { name, role, installed } = server;
    const first = (0, addresses_1.it.normalise)(server.address);
    return [
        server,
        ...elsewhere
            .filter(({ address }) => (0, addresses_1.it.normalise)(address) !== first)
            .map((place) => ({ name, role, ...place, ...(installed && { installed }) })),
    ];
}
/** Under which name the facts of the host that a server left are kept. */
function oldHost({ name, address }) {
    return `${name} (${address})`;
}
/** Machines beside those of the cluster file that have to be looked at, by the name that their facts are kept under. */
function oldMachines(cluster, record, portal) {
    const left = departing(cluster, record, portal);
    return new Map([
        ...left.map((server) => [server.name, departingMachine(server)]),
        ...[...left.flatMap((server) => placesOf(server).slice(1)), ...moved(cluster, record)].map((place) => [oldHost(place), departingMachine(place)]),
    ]);
}
/** For the command lines, which know servers of the cluster file. */
function asServer({ role, ...departing }, { image, dataPath }) {
    const { name, address, ssh, privateIp, publicIp } = departing;
    return (0, roles_1.it.serverSpec)(role, {
        name,
        address,
        ssh,
        ...(privateIp && { privateIp }),
        ...(publicIp && { publicIp }),
        enabled: false,
        image: roles_1.it.ROLES[role].ownImage ?? image,
        dataPath,
    });
}
function departingMachine({ name, address, ssh }) {
    return { name, address, ssh };
}

/***/ }),

/***/ 764:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/deployed.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.deployed = deployed;
exports.recordOf = recordOf;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(9838).settings); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const facts_script_1 = { get it() { return (__nccwpck_require__(7083)["facts-script"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const departing_1 = __nccwpck_require__(8262);
const firewall_1 = __nccwpck_require__(7698);
const live_1 = __nccwpck_require__(9508);
const register_1 = __nccwpck_require__(9407);
const registry_1 = __nccwpck_require__(8561);
const by_address_1 = { get it() { return (__nccwpck_require__(9838)["by-address"]); } };
/**
 * The live state of a cluster that is just what `base` says, with the hosts of `head` that it does not have empty and ready.
 * It stands in for the live one when nobody may be asked.
 */
function deployed(base, head) {
    const cluster = base ?? { ...head, servers: [], builtInServers: 'keep' };
    const servers = (0, roles_1.it.forListedRoles)((role) => portalOf(cluster, role));
    const all = roles_1.it.LISTED_ROLES.flatMap((role) => servers[role]);
    const before = new by_address_1.it.ByAddress(cluster.servers.map((server) => [server.address, server]));
    const now = new Map(head.servers.map(({ name, address }) => [name, address]));
    const im = cluster.servers.find(({ role }) => roles_1.it.ROLES[role].portal.kind === 'addresses');
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
                const stays = (now.get(server.name) ?? server.address) === server.address;
                return [stays ? server.name : (0, departing_1.oldHost)(server), hostOf(cluster, server)];
            }),
        ]),
        portal: {
            servers,
            status: new Map(all.map((server) => [server.id, { status: 'ONLINE' }])),
            ipFilters: (0, addresses_1.it.whitelistCidrs)(cluster).map((cidr) => ({
                id: cidr,
                cidr,
                target: 'ACCEPT',
                expireAt: firewall_1.WHITELIST_EXPIRY,
            })),
            im: { ...(im?.privateIp && { privateIp: im.privateIp }), ...(im?.publicIp && { publicIp: im.publicIp }) },
            imToken: im ? 'issued' : 'none',
            ...((head.sbc || [...head.servers, ...cluster.servers].some(isBorder)) && {
                sbc: cluster.sbc?.portal ?? {},
                sbcToken: cluster.servers.some(isBorder) ? 'issued' : 'none',
            }),
        },
        imTokenInUse: NOT_READ,
        ...(base && {
            record: { ...recordOf(base), builtInDisabled: roles_1.it.LISTED_ROLES.filter((role) => !builtInServes(base, role)) },
            deployedSettings: (0, settings_1.it.deployedSettings)(base),
        }),
    };
}
function isBorder({ role }) {
    return roles_1.it.ROLES[role].portal.kind === 'settings';
}
function portalOf(cluster, role) {
    const own = cluster.servers.filter((server) => server.role === role);
    const builtIn = {
        id: `built-in-${role}`,
        role,
        name: 'default',
        type: 'INTERNAL',
        enabled: builtInServes(cluster, role),
    };
    return [
        builtIn,
        ...own.map((server) => ({ id: server.name, type: 'EXTERNAL', ...(0, register_1.entryOf)(server, role) })),
    ];
}
function builtInServes({ builtInServers, servers }, role) {
    return builtInServers === 'keep' || !servers.some((server) => server.role === role && server.enabled);
}
function mainOf(cluster) {
    const sources = (0, addresses_1.it.trustedSources)(cluster);
    return {
        ...blankHost(cluster.pbx.machine),
        firewall: {
            running: true,
            trusted: { permanent: [...sources], runtime: [...sources] },
            otherZones: {},
            rivals: { permanent: [], runtime: [] },
        },
        record: undefined,
        lock: undefined,
        registry: (0, registry_1.signsPbxIn)(cluster) ? loginOf(cluster) : 'none',
        containers: [container(live_1.CALL_MANAGER, cluster.pbx.image ?? cluster.image, [], cluster.pbx.version)],
    };
}
function hostOf(cluster, server) {
    const { values, args } = (0, control_plane_1.it.controlPlane)(cluster).installed(server);
    return {
        ...blankHost(server),
        registry: loginOf(cluster),
        roles: [{ role: server.role, values }],
        containers: [
            {
                ...container(roles_1.it.ROLES[server.role].container, server.image, args, (0, roles_1.it.followsPbx)(server.role) ? cluster.pbx.version : undefined),
                ...(roles_1.it.ROLES[server.role].supervised && { programs: [{ name: 'all', state: 'RUNNING' }] }),
            },
            ...roles_1.it.ROLES[server.role].companions.map((name) => container(name, server.image, [])),
        ],
    };
}
function loginOf({ registry }) {
    return registry ? { ...registry, current: true } : 'none';
}
function container(name, image, args, version) {
    const at = '2026-01-01T00:00:00Z';
    const known = { name, image, imageId: 'sha256:unknown', running: true, createdAt: at, startedAt: at, args };
    return { ...known, ...(version !== undefined && { version }) };
}
const NOT_READ = (0, reading_1.it.unknown)('nobody was asked');
/** A host of which nothing is known and nothing is wrong. */
function blankHost({ name, address }) {
    return {
        hostname: name,
        bootId: '',
        // The one that is right everywhere
        os: { id: 'ubuntu', version: '24.04', prettyName: 'Ubuntu 24.04' },
        arch: 'x86_64',
        cpus: 64,
        memoryMiB: 256 * 1024,
        disk: { path: '/', totalMiB: 1024 * 1024, freeMiB: 1024 * 1024 },
        clockSkewMs: 0,
        clockSynchronized: true,
        addresses: [address],
        docker: { installed: true, compose: '2' },
        registry: 'none',
        scripts: [...facts_script_1.it.SCRIPTS],
        roles: [],
        containers: [],
        conflicts: [],
        folders: {},
        firewall: NOT_READ,
        record: NOT_READ,
        lock: NOT_READ,
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
        firewall: (0, addresses_1.it.trustedSources)(cluster),
        whitelist: (0, addresses_1.it.whitelistCidrs)(cluster),
        builtInDisabled: [],
        restarts: {},
        late: [],
        recreate: {},
        draining: [],
        dead: {},
        seen: {},
        ...(cluster.registry && { logins: loginsOf(cluster, cluster.registry) }),
        time: '2026-01-01T00:00:00Z',
    };
}
function loginsOf(cluster, registry) {
    const machines = [...((0, registry_1.signsPbxIn)(cluster) ? [cluster.pbx.machine] : []), ...cluster.servers];
    return machines.map(({ address, ssh }) => ({ address, ssh, ...registry }));
}

/***/ }),

/***/ 9205:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/diff.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.diff = diff;
exports.diffSteps = diffSteps;
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const slices_1 = { get it() { return (__nccwpck_require__(7426).slices); } };
const advice_1 = __nccwpck_require__(3266);
const backup_1 = __nccwpck_require__(7156);
const backup_findings_1 = __nccwpck_require__(5451);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const certificate_manager_1 = __nccwpck_require__(7377);
const findings_1 = __nccwpck_require__(4548);
const freed_1 = __nccwpck_require__(1126);
const heirs_1 = __nccwpck_require__(3325);
const identity_1 = __nccwpck_require__(8488);
const index_1 = __nccwpck_require__(2480);
const order_1 = __nccwpck_require__(244);
const outside_findings_1 = __nccwpck_require__(2986);
const unlisted_1 = __nccwpck_require__(6612);
/** An entry that gets an address of one that leaves comes after that; where that one cannot go, it has to wait. */
function takingOver(changes) {
    const leaving = new Set((0, change_1.it.ofKind)(changes, 'portal-entry-removal').map(({ id }) => id));
    const findings = [];
    const ordered = changes.map((change) => {
        if (change.kind !== 'portal-entry' || change.takesFrom === undefined)
            return change;
        const before = change_1.it.idOf.entry(change.takesFrom);
        if (leaving.has(before))
            return { ...change, needs: [...change.needs, before] };
        findings.push({
            code: 'address-taken',
            severity: 'blocking',
            server: change.server,
            message: `The portal gives an address of ${change.server} to "${change.takesFrom}", which left the cluster file and cannot be taken away yet: ${change.server} waits for it`,
        });
        return change;
    });
    return [ordered, findings];
}
/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
function diff(asked) {
    return (0, slices_1.it.atOnce)(diffSteps(asked));
}
/** The same, a stage a step; those that look at most of each server in several. */
function* diffSteps(asked) {
    const { cluster, live } = asked;
    if (!(0, reachable_1.it.isReachable)(live.main)) {
        const { address } = cluster.pbx.machine;
        const message = `The main server (${address}) does not answer: ${live.main.unreachable}`;
        return { changes: [], findings: [{ code: 'main-unreachable', severity: 'blocking', message }] };
    }
    const { record } = live.main;
    if (!(0, reading_1.it.isKnown)(record)) {
        const message = `The record on the main server cannot be read (${record.unknown}): nothing is done, since to write it anew would forget what this project put there`;
        return { changes: [], findings: [{ code: 'record-unknown', severity: 'blocking', message }] };
    }
    let input = { ...asked, who: new identity_1.Identity(cluster, live, asked.options.gone) };
    // Who asks for a backup gets nothing else, whatever the cluster may need.
    if (asked.options.backup) {
        const backups = yield* (0, slices_1.it.stepsOf)(backup_1.backup.diff(input, new change_1.it.Planned([])));
        return { ...backups, findings: [...backups.findings, ...(0, findings_1.windowFindings)(input, backups.changes)] };
    }
    const changes = [];
    const findings = [];
    for (const stage of index_1.STAGES) {
        yield;
        const one = yield* (0, slices_1.it.stepsOf)(stage.diff(input, new change_1.it.Planned(changes)));
        changes.push(...one.changes);
        findings.push(...one.findings);
        if (stage.foresees)
            input = { ...input, live: stage.foresees(input, one.changes) };
    }
    yield;
    const [ordered, waiting] = takingOver(changes);
    const freed = (0, freed_1.onceFreed)({ changes: ordered, findings }, live);
    changes.splice(0, Infinity, ...freed.changes);
    findings.splice(0, Infinity, ...freed.findings);
    findings.push(...waiting);
    const { main } = live;
    const tell = [
        () => (0, heirs_1.waitingForHeirs)(input, findings),
        () => (0, heirs_1.alsoRunning)(input, changes),
        () => (0, findings_1.controlPlaneFindings)(input, main, changes),
        () => (0, findings_1.lastOfRole)(input, changes),
        () => (0, findings_1.tooLittleLeft)(input, changes),
        () => (0, findings_1.windowFindings)(input, changes),
        () => (0, advice_1.advice)(input, changes),
        () => (0, outside_findings_1.outsideFindings)(input, changes),
        () => (0, backup_findings_1.backupFindings)(input, changes),
        () => (0, certificate_manager_1.certificateManagerFindings)(input, changes),
        () => (0, unlisted_1.unlistedFindings)(input),
    ];
    for (const more of tell) {
        yield;
        findings.push(...more());
    }
    yield;
    return { changes: yield* (0, order_1.orderSteps)(changes, index_1.bucketOf), findings };
}

/***/ }),

/***/ 2842:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/drain.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.drained = drained;
exports.leaveMachine = leaveMachine;
exports.drainForGood = drainForGood;
exports.takeOut = takeOut;
exports.disable = disable;
exports.setEnabled = setEnabled;
exports.dismissStandIns = dismissStandIns;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const capacity_1 = __nccwpck_require__(4378);
const cluster_record_1 = __nccwpck_require__(3862);
const departing_1 = __nccwpck_require__(8262);
const identity_1 = __nccwpck_require__(8488);
const names_1 = __nccwpck_require__(5772);
const online_1 = __nccwpck_require__(8597);
const stage_error_1 = __nccwpck_require__(7033);
const run_1 = __nccwpck_require__(5269);
const status_1 = __nccwpck_require__(9028);
const article_1 = { get it() { return (__nccwpck_require__(6060).article); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const wait_1 = __nccwpck_require__(3039);
/** Queue and IVR servers do not tell how many calls they have: those get this long, or the drain timeout if that is shorter. */
const GRACE_MS = 30_000;
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
    if (!(0, roles_1.it.isListed)(server.role))
        return work();
    const { role } = server;
    const entries = entriesAt(run, server);
    const own = entries.find(({ name }) => name === server.name);
    const takesCalls = ({ name, enabled }) => enabled || (name === own?.name && isLeftDrained(run, name));
    const serving = entries.filter(takesCalls);
    // Those that take no new calls stay so; calls that they have are calls all the same.
    const state = 'nothing was done to it';
    await Promise.all(entries.filter((one) => !serving.includes(one)).map((entry) => callsEnd(run, entry, id, state)));
    if (serving.length === 0)
        return work();
    const names = new Set(serving.map(({ name }) => name));
    const release = await inRoom(run, role, names, id, async () => {
        const standIn = await secureRole(run, serving, id);
        await run.record.update((record) => ({ ...record, draining: [...new Set([...record.draining, ...names])] }));
        for (const entry of serving)
            if (entry.enabled)
                await setEnabled(run, entry, false);
        return standIn;
    });
    try {
        await Promise.all(serving.map((entry) => callsEnd(run, entry, id, 'nothing was done to it and it takes calls again')));
    }
    catch (error) {
        await enableAgain(run, serving, release);
        throw error;
    }
    const others = serving.filter((entry) => entry !== own);
    try {
        await work();
    }
    catch (error) {
        // What goes on there without us may stop it any moment: whoever comes next enables it.
        if ((0, run_1.mayGoOn)(run, error))
            throw error;
        // What was stopped may be ONLINE still.
        const seen = await Promise.all(serving.map((entry) => (0, online_1.seenForLong)(run.session, entry.role, entry)));
        const back = serving.filter((_, index) => seen[index]);
        if (back.length > 0)
            await enableAgain(run, back, release);
        throw error;
    }
    // By another entry calls come again where its name is still the one that runs there.
    const back = [...(own && serving.includes(own) ? [own] : []), ...(await onlineOf(run, others))];
    await enableAgain(run, back, release);
    for (const { name } of others.filter((entry) => !back.includes(entry)))
        run.session.log.warning(`The portal has the machine of ${server.name} as "${name}" as well, by which it took calls till now: that entry is disabled, as nothing runs by it any more`);
}
/** Entries of the portal by which calls get to the machine of a server, as this run left them. */
function entriesAt(run, server) {
    const wanted = (0, names_1.findServer)(run.session.cluster, server.name);
    const reach = wanted && run.who.reach(wanted, run.live.hosts.get(server.name));
    if (reach)
        return run.portal.of(reach.role).filter((entry) => (0, identity_1.reaches)(reach, entry));
    const entry = run.portal.forServer(server);
    return entry ? [entry] : [];
}
async function onlineOf(run, entries) {
    const online = await Promise.all(entries.map(({ role, id }) => isOnline(run, role, id)));
    return entries.filter((_, index) => online[index]);
}
/**
 * Takes a server from a machine for good: no new calls by whatever entry, those that it has ended, and then `work`, if what
 * runs there is still ours.
 */
async function leaveMachine(run, server, facts, id, work) {
    const reach = run.who.reach(server, facts);
    for (const entry of reach ? run.portal.of(reach.role).filter((one) => (0, identity_1.reaches)(reach, one)) : [])
        await drainForGood(run, entry, id);
    // Hours may have gone by since it was looked at.
    const now = await (0, run_1.factsOf)(run.session.cluster, (0, run_1.hostOf)(run, (0, departing_1.departingMachine)(server)));
    const there = run.who.occupant(now, server.role, new Set([server.name]));
    if (there.is === 'nobody')
        return;
    if (there.is !== 'same')
        throw new stage_error_1.StageError(`${server.name} was not removed from ${server.address}: what runs there is not what was to be removed any more`);
    await work(now);
}
/** An interrupted run disabled it, or one that found it dead; the cluster file wants it to take calls. */
function isLeftDrained(run, name) {
    const { draining, dead } = run.record.current;
    return (draining.includes(name) || (0, names_1.has)(dead, name)) && (0, names_1.findServer)(run.session.cluster, name)?.enabled === true;
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
/** The same, and then takes it out of the portal. */
async function takeOut(run, entry, id) {
    await drainForGood(run, entry, id);
    await run.session.pbx.destroyServer(entry.role, entry.id);
    run.portal.remove(entry.role, entry.id);
}
/** No new calls for it, once another server of its role takes them. */
async function disable(run, entry, id) {
    await inRoom(run, entry.role, new Set([entry.name]), id, async () => {
        await secureRole(run, [entry], id);
        await setEnabled(run, entry, false);
    });
}
async function enableAgain(run, entries, release) {
    for (const { role, name } of entries) {
        // The portal may have a new entry of it by now.
        const now = run.portal.find(role, name);
        if (now)
            await setEnabled(run, now, true);
    }
    const [first] = entries;
    if (first)
        await (0, run_1.inTurn)(run, first.role, release);
    const names = new Set(entries.map(({ name }) => name));
    await run.record.update((record) => ({
        ...[...names].reduce(cluster_record_1.withoutDead, record),
        draining: record.draining.filter((name) => !names.has(name)),
    }));
}
async function setEnabled(run, entry, enabled) {
    await (0, status_1.inPortal)(entry, run.session.pbx.updateServer(entry.role, entry.id, { enabled }));
    run.portal.put({ ...entry, enabled });
}
/** How often it is looked whether there is room: each server of the role is asked. */
const ROOM_MS = 10_000;
/**
 * Does `work` in its turn, which takes servers from the others of their role, once those hold what is up now. When that does not
 * come within the drain timeout, what `on_drain_timeout` says is done.
 */
async function inRoom(run, role, away, id, work) {
    const { session } = run;
    const { drainTimeoutSeconds, onDrainTimeout } = session.cluster.restart;
    const end = session.now() + drainTimeoutSeconds * 1000;
    for (;;) {
        const done = await (0, run_1.inTurn)(run, role, async () => {
            const small = await tooSmallWithout(run, role, away);
            const force = run.options.force || (small.length > 0 && onDrainTimeout === 'force' && session.now() >= end);
            if (small.length > 0 && !force)
                return { small };
            if (small.length > 0)
                session.log.warning(`${[...away].join(', ')} goes although the other ${roles_1.it.ROLES[role].label}s are too small: ${(0, capacity_1.inNumbers)(small)}`);
            return { result: await work() };
        });
        if ('result' in done)
            return done.result;
        const said = (0, capacity_1.inNumbers)(done.small);
        if (session.signal.aborted)
            throw new stage_error_1.Cancelled('cancelled while the others of its role had too little room');
        if (session.now() >= end && onDrainTimeout === 'fail')
            throw new stage_error_1.StageError(`${[...away].join(', ')} was left as it is: ${said}, so callers would be turned away. Try when there are fewer (restart.drain_timeout is over), add ${(0, article_1.it.withArticle)(roles_1.it.ROLES[role].label)}, or set restart.on_drain_timeout: force`);
        run.progress(id, `waiting until the other ${roles_1.it.ROLES[role].label}s have room: ${said}`);
        await session.sleep(Math.max(10, Math.min(ROOM_MS, end - session.now())), session.signal);
    }
}
/** Asks the PBX now. */
async function tooSmallWithout(run, role, away) {
    if (!(0, capacity_1.countsAnything)(role))
        return [];
    const entries = run.portal.of(role);
    const status = new Map(await Promise.all(entries.map(async (entry) => [entry.id, await (0, status_1.statusOf)(run.session.pbx, role, entry.id)])));
    return (0, capacity_1.tooLittleWithout)(role, entries, ({ id }) => status.get(id))(away);
}
/** Makes sure that another server of the role takes calls, the built-in one if there is no other. Gives what undoes that. */
async function secureRole(run, [entry, ...alike], id) {
    if (!entry)
        return () => Promise.resolve();
    const { session } = run;
    const { pbx } = session;
    const nothing = () => Promise.resolve();
    const label = roles_1.it.ROLES[entry.role].label;
    const away = new Set([entry, ...alike].map(({ name }) => name));
    const others = run.portal.of(entry.role).filter((other) => !away.has(other.name) && other.enabled);
    for (const other of others) {
        const { status } = await (0, status_1.statusOf)(pbx, entry.role, other.id);
        if (status === 'ONLINE')
            return nothing;
    }
    const builtIn = run.portal.builtIn(entry.role);
    if (!builtIn) {
        if (run.options.force)
            return nothing;
        throw new stage_error_1.StageError(`${entry.name} is the last ${label} that takes calls, and there is no built-in one to stand in; add another ${label}, or force it`);
    }
    if (builtIn.enabled) {
        if (run.options.force)
            return nothing;
        throw new stage_error_1.StageError(`${entry.name} is the last ${label} that takes calls: the PBX's built-in one is enabled but OFFLINE; start it, or force it`);
    }
    run.progress(id, `the built-in ${label} takes calls meanwhile`);
    await setEnabled(run, builtIn, true);
    run.standIns.add(entry.role);
    const online = await (0, wait_1.until)(session, 30_000, async () => (await pbx.status(entry.role, builtIn.id)).status === 'ONLINE' ? true : undefined);
    if (!online && !run.options.force) {
        await setEnabled(run, builtIn, false);
        throw new stage_error_1.StageError(`${entry.name} is the last ${label} that takes calls, and the PBX's built-in one does not come ONLINE; look at it (${run.plane.byHand.status}), or force it`);
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
            run.session.log.warning(`The built-in ${roles_1.it.ROLES[role].label} still takes calls, the next deploy turns it off: ${why}`);
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
    const lasts = (what, ms, within) => {
        const left = (since[what] ??= session.now()) + Math.min(ms, timeoutMs) - session.now();
        within(left);
        return left <= 0;
    };
    const ended = await (0, wait_1.until)(session, timeoutMs, async (within) => {
        const status = await (0, status_1.inPortal)(entry, session.pbx.status(entry.role, entry.id));
        if (status.status === 'OFFLINE')
            return lasts('offline', OFFLINE_MS, within) ? true : undefined;
        delete since.offline;
        calls = status.calls ?? 0;
        const waited = session.now() - started;
        if (status.calls === undefined) {
            const grace = Math.min(GRACE_MS, timeoutMs);
            if (waited >= grace)
                return true;
            within(grace - waited);
            tell(`${entry.name} takes no new calls; ${(0, duration_1.it.shortDuration)(grace - waited)} until its script gives those it has five minutes`);
            return undefined;
        }
        if (calls === 0)
            return lasts('quiet', QUIET_MS, within) ? true : undefined;
        delete since.quiet;
        run.progress(id, `waiting for ${calls} ${calls === 1 ? 'call' : 'calls'} on ${entry.name} to end (${(0, duration_1.it.shortDuration)(waited)} of ${(0, duration_1.it.shortDuration)(timeoutMs)})`);
        return undefined;
    });
    if (session.signal.aborted)
        throw new stage_error_1.Cancelled(`cancelled while calls were ending; ${state}`);
    if (ended || calls === 0)
        return;
    if (restart.onDrainTimeout === 'force' || run.options.force) {
        session.log.warning(`${entry.name} still has ${calls} calls after ${(0, duration_1.it.shortDuration)(timeoutMs)}: they are cut (on_drain_timeout: force)`);
        return;
    }
    throw new stage_error_1.StageError(`${entry.name} still has ${calls} ${calls === 1 ? 'call' : 'calls'} after ${(0, duration_1.it.shortDuration)(timeoutMs)} (restart.drain_timeout); ${state}. Try when there are fewer calls, or set restart.on_drain_timeout: force to cut them`);
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

/***/ }),

/***/ 4548:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/findings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.controlPlaneFindings = controlPlaneFindings;
exports.waitsForWindow = waitsForWindow;
exports.windowFindings = windowFindings;
exports.lastOfRole = lastOfRole;
exports.tooLittleLeft = tooLittleLeft;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const window_1 = { get it() { return (__nccwpck_require__(9838).window); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const capacity_1 = __nccwpck_require__(4378);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const departing_1 = __nccwpck_require__(8262);
const live_1 = __nccwpck_require__(9508);
const outside_1 = __nccwpck_require__(1787);
/*
 * What can be said only of all changes together.
 */
/** What the control plane has to say of the changes. `main`: the main server, which answered. */
function controlPlaneFindings({ plane, live, options, who }, main, changes) {
    return plane.findings({
        live: live.live,
        main,
        nodes: live.nodes ?? new Map(),
        control: live.control,
        hosts: live.hosts,
        pbx: (0, live_1.pbxContainer)(live),
        leaving: who.leaving.map(departing_1.departingMachine),
        work: changes.flatMap((change) => workOf(change) ?? []),
        disturbed: new Set(changes.flatMap(({ impact, server }) => (impact === 'none' ? [] : (server ?? [])))),
        letIn: new Set((0, change_1.it.ofKind)(changes, 'ssh-key').map(({ server }) => server)),
        gone: options.gone,
        force: options.force,
    });
}
function workOf(change) {
    switch (change.kind) {
        case 'role':
            return {
                server: change.server,
                role: change.wanted.role,
                what: change.action === 'update' ? 'update' : 'install',
            };
        case 'role-removal':
            return { server: change.server, role: change.from.role, what: 'remove' };
        case 'server-restart':
            return { server: change.server, role: change.wanted.role, what: 'restart' };
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
        case 'callers-back':
        case 'token':
        case 'ssh-key':
        case 'control-scripts':
        case 'host-preparation':
        case 'registry-sign-in':
        case 'registry-sign-out':
        case 'pbx-image':
        case 'pbx-restart':
        case 'load-balancer-restart':
        case 'backup':
            return undefined;
    }
}
/** Changes that callers notice wait for the maintenance window, where the cluster file has one. */
function waitsForWindow({ cluster, live, options }, change) {
    const { window } = cluster.restart;
    return window !== undefined && change.impact !== 'none' && !options.force && !(0, window_1.it.windowState)(window, live.at).open;
}
const MOST_LISTED = 20;
function windowFindings(input, changes) {
    const { window } = input.cluster.restart;
    // What is compared without asking anybody happens at no hour.
    if (!window || !input.live.live)
        return [];
    const waiting = changes.filter((change) => waitsForWindow(input, change));
    if (waiting.length === 0)
        return [];
    const { opensAt } = (0, window_1.it.windowState)(window, input.live.at);
    const when = opensAt === undefined ? '' : `; it opens ${(0, window_1.it.formatMoment)(window, opensAt)}`;
    return [
        {
            code: 'window-closed',
            severity: 'warning',
            message: `The maintenance window (${(0, window_1.it.formatWindow)(window)}) is closed${when}. ${waiting.length === 1 ? '1 change waits' : `${waiting.length} changes wait`} for it: ${listed(waiting.map(({ id }) => id))}`,
        },
    ];
}
function listed(ids) {
    return ids.length <= MOST_LISTED
        ? ids.join(', ')
        : `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`;
}
/** Servers whose drain would leave their role without one that takes calls, for a while or for good. */
function lastOfRole(input, changes) {
    const { cluster, live, options } = input;
    const { force } = options;
    const findings = lastOutside(input, changes);
    // One that gets an address of another comes when that one has gone.
    const late = new Set((0, change_1.it.ofKind)(changes, 'portal-entry').flatMap(({ takesFrom, server }) => (takesFrom === undefined ? [] : [server])));
    const joining = (0, change_1.it.ofKind)(changes, 'role').flatMap(({ action, wanted, server }) => action === 'create' && wanted.enabled && !late.has(server) ? [wanted] : []);
    // They restart after the built-in ones that they replace have been turned off.
    const off = new Set((0, change_1.it.ofKind)(changes, 'built-in-off').map(({ role }) => role));
    const comes = new Map(joining.map(({ name, role }) => [name, role]));
    const coming = (role) => joining.filter((one) => one.role === role).length;
    const comingOf = new Map(roles_1.it.LISTED_ROLES.map((role) => [role, coming(role)]));
    const serving = new Map(roles_1.it.LISTED_ROLES.map((role) => [role, new Set(servingNames(live, role))]));
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    const away = changes.flatMap((change) => {
        const found = goesAway(change, servers, serving);
        return found ? [{ ...found, restarts: change.kind === 'server-restart' }] : [];
    });
    const forGood = new Map(roles_1.it.LISTED_ROLES.map((role) => [role, new Set()]));
    for (const { role, name, for: how } of away)
        if (how === 'good')
            forGood.get(role)?.add(name);
    const together = awayTogether(changes);
    const told = new Set();
    for (const { role, name, restarts, for: how } of away) {
        if (told.has(name))
            continue;
        const isNew = comes.has(name);
        if ((comingOf.get(role) ?? 0) > (comes.get(name) === role ? 1 : 0))
            continue;
        // Two that go one after the other do not stand in for each other.
        const leave = how === 'good' ? forGood.get(role) : undefined;
        const same = together.get(name);
        const builtIn = live.portal.servers[role].find(({ type }) => type === 'INTERNAL');
        const gone = restarts && off.has(role) ? builtIn?.name : undefined;
        const stays = (other) => other !== name && other !== gone && !same?.has(other) && leave?.has(other) !== true;
        if ([...(serving.get(role) ?? [])].some(stays))
            continue;
        told.add(name);
        const { label } = roles_1.it.ROLES[role];
        const standIn = builtIn !== undefined;
        const [standsIn, fails] = how === 'good' ? ['before it goes', 'once it is gone'] : ['while it is away', 'while it is away'];
        const last = (leave?.size ?? 0) > 1 ? `leaves with all ${label}s that take` : `is the only ${label} that takes`;
        findings.push({
            code: standIn ? 'last-of-role' : 'last-of-role-without-stand-in',
            // Nobody has calls on one that comes with this plan.
            severity: standIn && isNew ? 'note' : standIn || force || isNew ? 'warning' : 'blocking',
            server: name,
            message: standIn
                ? `${name} ${last} calls: the PBX's built-in one is turned on ${standsIn}`
                : `${name} ${last} calls, and there is no built-in one to stand in: calls that need one fail ${fails}${force || isNew ? '' : '; add a second one, or force it'}`,
        });
    }
    return findings;
}
/** The server that takes no calls while a change is done, or from then on. */
function goesAway(change, servers, serving) {
    const serves = (role, name) => (0, roles_1.it.isListed)(role) && serving.get(role)?.has(name);
    switch (change.kind) {
        case 'role-removal':
        case 'portal-entry-removal': {
            const { server: name, from } = change;
            return (0, roles_1.it.isListed)(from.role) && serves(from.role, name) ? { role: from.role, name, for: 'good' } : undefined;
        }
        case 'portal-entry': {
            const { wanted, server: name } = change;
            if (!wanted.enabled && serves(wanted.role, name))
                return { role: wanted.role, name, for: 'good' };
            break;
        }
        default:
            break;
    }
    if (change.impact === 'none' || change.action === 'create')
        return undefined;
    const server = change.server === undefined ? undefined : servers.get(change.server);
    return server && (0, roles_1.it.isListed)(server.role) ? { role: server.role, name: server.name, for: 'a-while' } : undefined;
}
/** By name, who takes no calls any more when it has gone: a server by its old name, and servers that exchange their addresses. */
function awayTogether(changes) {
    const found = new Map();
    for (const { server, replaces, vacates = [] } of (0, change_1.it.ofKind)(changes, 'portal-entry')) {
        if (replaces !== undefined)
            found.set(server, new Set([...(found.get(server) ?? []), replaces]));
        for (const name of vacates.length > 0 ? [server, ...vacates] : [])
            found.set(name, new Set([...(found.get(name) ?? []), server, ...vacates]));
    }
    return found;
}
/**
 * The same for servers that DNS leads callers to: nothing can stand in for the last one. A cluster file that has none of the role
 * any more wants it so.
 */
function lastOutside({ cluster, live, options }, changes) {
    const setups = (0, change_1.it.ofKind)(changes, 'role');
    // What comes back before is looked at again then; a new one is nobody's to go to until a person has set it up.
    const back = new Set(setups.flatMap(({ action, impact, server }) => (action !== 'create' && impact === 'none' ? [server] : [])));
    return (0, outside_1.stopsOutside)(changes).flatMap(({ change, role }) => {
        const ofRole = cluster.servers.filter((server) => server.role === role);
        if (ofRole.length === 0)
            return [];
        const another = ofRole.some((other) => {
            if (other.name === change.server)
                return false;
            if (back.has(other.name))
                return true;
            const facts = live.hosts.get(other.name);
            return !live.record?.draining.includes(other.name) && (0, reachable_1.it.isReachable)(facts) && (0, outside_1.serves)(other, facts);
        });
        if (another)
            return [];
        const { label } = roles_1.it.ROLES[role];
        const first = setups.find(({ action, wanted }) => action === 'create' && wanted.role === role);
        const cure = first
            ? `deploy ${first.server} first and make it ready`
            : `${ofRole.length > 1 ? 'get another one to run first' : 'add a second one'}, or force it`;
        return [
            {
                code: 'last-of-role-without-stand-in',
                severity: options.force ? 'warning' : 'blocking',
                server: change.server,
                message: `${change.server} is the only ${label} that runs: nobody gets in while it is away${options.force ? '' : `; ${cure}`}`,
            },
        ];
    });
}
function servingNames(live, role) {
    return live.portal.servers[role].filter((server) => server.enabled && (0, live_1.isOnline)(live, server)).map(({ name }) => name);
}
/** Servers whose work leaves too little of their role for the calls that are up now. The deploy waits for fewer. */
function tooLittleLeft({ cluster, live }, changes) {
    if (!live.live)
        return [];
    const disturbed = new Set(changes.flatMap(({ server, impact }) => (server && impact !== 'none' ? [server] : [])));
    return roles_1.it.LISTED_ROLES.flatMap((role) => {
        const entries = live.portal.servers[role];
        const statusOf = ({ id }) => live.portal.status.get(id);
        const tooLittle = (0, capacity_1.tooLittleWithout)(role, entries, statusOf);
        const left = entries.filter(({ name }) => disturbed.has(name));
        const small = left.flatMap(({ name }) => {
            const rooms = tooLittle(new Set([name]));
            return rooms.length > 0 ? [{ name, said: (0, capacity_1.inNumbers)(rooms) }] : [];
        });
        return small.map(({ name, said }) => ({
            code: 'too-little-left',
            severity: 'warning',
            server: name,
            message: `While ${name} is away, too little is left of the ${roles_1.it.ROLES[role].label}s: ${said}. A deploy waits for fewer, and then ${cluster.restart.onDrainTimeout === 'force' ? 'goes on (on_drain_timeout: force)' : 'leaves it as it is (on_drain_timeout: fail)'}`,
        }));
    });
}

/***/ }),

/***/ 1691:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/firewall-batch.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.FirewallBatch = void 0;
const trusted_sources_1 = { get it() { return (__nccwpck_require__(7083)["trusted-sources"]); } };
const stage_error_1 = __nccwpck_require__(7033);
/** Collects changes of trusted sources that come at the same time, so that firewalld is asked once for all of them. */
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
                const results = await Promise.all(this.hosts.map((host) => (0, trusted_sources_1.it.changeTrustedSources)(host, batch)));
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
exports.FirewallBatch = FirewallBatch;
function settle(request, results) {
    const [bad] = results.filter(({ result }) => result?.outcome !== 'ok' && result?.outcome !== 'already');
    if (!bad)
        return request.resolve();
    const { on, result } = bad;
    const node = results.length > 1 ? `${on}: ` : '';
    const conflict = result?.zone && `${request.source} is a source of the firewalld zone "${result.zone}"`;
    const why = conflict ?? result?.message ?? `firewalld did not say what became of ${request.source}`;
    request.reject(new stage_error_1.StageError(`${node}${why}`));
}

/***/ }),

/***/ 7698:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/firewall.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.firewall = exports.WHITELIST_EXPIRY = void 0;
exports.trustedIn = trustedIn;
exports.trustedNow = trustedNow;
exports.withoutClosed = withoutClosed;
exports.mayBeWrittenBy = mayBeWrittenBy;
exports.acceptingEntries = acceptingEntries;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const by_address_1 = { get it() { return (__nccwpck_require__(9838)["by-address"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const trusted_sources_1 = { get it() { return (__nccwpck_require__(7083)["trusted-sources"]); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const zones_1 = __nccwpck_require__(3987);
/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
exports.WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;
const MOST_DESCRIPTION = 255;
/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
exports.firewall = {
    name: 'firewall',
    *diff(input) {
        const sources = diffSources(input);
        yield;
        const { cluster, live } = input;
        const filters = new by_address_1.it.Networks(live.portal.ipFilters.map((filter) => [filter.cidr, filter]));
        const entries = cluster.servers.flatMap((server) => (0, addresses_1.it.addressesOf)(server, cluster).map((address) => diffWhitelist(server, address, cluster.name, filters, live.at)));
        return {
            changes: [...sources.changes, ...entries.flatMap(({ changes }) => changes)],
            findings: [...sources.findings, ...entries.flatMap(({ findings }) => findings)],
        };
    },
    apply: { 'trusted-source': applySource, 'whitelist-entry': applyWhitelist },
    words: {
        'trusted-source': {
            object: trustedIn,
            deed: ({ action }) => [action === 'create' ? 'trust' : 'change'],
            target: ({ source }) => source,
            reason: ({ causes }) => causes.map(({ cause, on }) => LACKS[cause](on.join(', '))).join('; '),
            differences: ({ source }) => [{ name: 'trusted source', after: source }],
            selfExplaining: () => true,
        },
        'whitelist-entry': {
            object: ({ entry }) => `${entry.cidr} in the PBX's IP whitelist`,
            deed: ({ action }) => [action === 'create' ? 'whitelist' : 'correct the whitelist entry of'],
            target: ({ entry }) => entry.cidr,
            reason: ({ present }) => present ? 'its whitelist entry runs out' : "not in the PBX's IP whitelist yet: its requests would be throttled",
            differences: ({ differences }) => [...differences],
            selfExplaining: ({ action }) => action === 'create',
        },
    },
};
/** "trusted source 192.168.1.21 in the main server's firewall" */
function trustedIn({ source, causes: [first] }) {
    return `trusted source ${source} in ${first?.of ?? "the PBX's firewall"}`;
}
function gatesOf({ main, nodes = new Map() }, mainName) {
    const gate = (isMain, on, facts) => (0, reachable_1.it.isReachable)(facts) && (0, reading_1.it.isKnown)(facts.firewall) ? [{ isMain, on, firewall: facts.firewall }] : [];
    const others = [...nodes].flatMap(([address, facts]) => gate(false, `the PBX node ${address}`, facts));
    return [...gate(true, `the ${mainName}`, main), ...others];
}
/** Firewalls of machines that answer and do not tell of them: they are left as they are, and so is what they have to let in. */
function unseenGates({ main, nodes = new Map() }, mainName) {
    const finding = (on, facts) => !(0, reachable_1.it.isReachable)(facts) || (0, reading_1.it.isKnown)(facts.firewall)
        ? []
        : [
            {
                code: 'firewall-unknown',
                severity: 'warning',
                message: `The firewall of ${on} cannot be seen (${facts.firewall.unknown}), so it is left as it is. Try there: sudo firewall-cmd --state`,
            },
        ];
    return [
        ...finding(`the ${mainName}`, main),
        ...[...nodes].flatMap(([address, facts]) => finding(`the PBX node ${address}`, facts)),
    ];
}
/** Sources that are in the trusted zone of any of the PBX's firewalls for good. */
function trustedNow({ live, plane }) {
    return [...new Set(gatesOf(live, plane.mainName).flatMap(({ firewall }) => firewall.trusted.permanent))];
}
/**
 * The record without what was to be let in and is let in nowhere, as by a run that was killed before it did: what somebody puts there from
 * now on is theirs. What could not be read stays.
 */
function withoutClosed(record, { live, plane }) {
    const gates = gatesOf(live, plane.mainName);
    const isRead = gates.length === 1 + (live.nodes?.size ?? 0) && gates.every(({ firewall }) => firewall.running);
    const all = gates.flatMap(({ firewall: { trusted } }) => [...trusted.permanent, ...trusted.runtime]);
    const index = (list) => new by_address_1.it.ByAddress(list.map((one) => [one, true]));
    const [sources, cidrs] = [index(all), index(live.portal.ipFilters.map(({ cidr }) => cidr))];
    return {
        ...record,
        firewall: record.firewall.filter((source) => !isRead || sources.has(source)),
        whitelist: record.whitelist.filter((cidr) => cidrs.has(cidr)),
    };
}
function diffSources(input) {
    const { cluster, plane, live } = input;
    const changes = [];
    const wanted = (0, addresses_1.it.trustedSources)(cluster);
    const owned = live.record?.firewall ?? [];
    // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
    const kept = new by_address_1.it.ByAddress(wanted.map((source) => [source, true]));
    const leaving = new by_address_1.it.ByAddress(owned.filter((source) => !kept.has(source)).map((source) => [source, true]));
    const gates = gatesOf(live, plane.mainName);
    const findings = [
        ...unseenGates(live, plane.mainName),
        ...gates.filter(({ firewall }) => !firewall.running).map(notRunning),
    ];
    const doors = gates.filter(({ firewall }) => firewall.running).map((gate) => doorOf(gate, leaving));
    const servers = new by_address_1.it.ByAddress(cluster.servers.flatMap((server) => (0, addresses_1.it.addressesOf)(server, cluster).map((address) => [address, server])));
    for (const source of doors.length > 0 ? wanted : []) {
        const server = servers.get(source);
        const taken = doors.find(({ zones }) => zones.has(source));
        if (taken) {
            findings.push(zoneConflict(source, taken, server));
            continue;
        }
        const causes = causesOf(doors, source, plane.firewall);
        if (causes.length === 0)
            continue;
        const stored = doors.flatMap(({ permanent }) => permanent.holding(source));
        changes.push({
            kind: 'trusted-source',
            id: change_1.it.idOf.source(source),
            // Whoever stored it, it was not this run: to make it active does not make it ours.
            action: stored.some((have) => (0, addresses_1.it.sameCidr)(have, source)) ? 'update' : 'create',
            ...(server && { server: server.name }),
            causes,
            impact: 'none',
            needs: [],
            after: [],
            source,
        });
    }
    const told = new Set(findings.flatMap(({ code, server }) => (code === 'zone-conflict' ? [server] : [])));
    findings.push(...(0, zones_1.shutOut)(input, doors).filter(({ server }) => server === undefined || !told.has(server)));
    const nodes = plane.pbxMachines.map(({ address }) => address);
    const known = new by_address_1.it.ByAddress([...wanted, ...owned, ...nodes].map((source) => [source, true]));
    const foreign = trustedNow(input).filter((source) => !known.has(source));
    if (doors.length > 0 && foreign.length > 0)
        findings.push({
            code: 'unmanaged-source',
            severity: 'note',
            message: `Trusted sources in ${plane.firewall} that the cluster file does not know are left alone: ${foreign.join(', ')}`,
        });
    return { changes, findings };
}
function doorOf(gate, leaving) {
    const { otherZones, trusted } = gate.firewall;
    const staying = (sources) => new by_address_1.it.Networks(sources.filter((source) => !leaving.has(source)).map((source) => [source, source]));
    return {
        ...gate,
        zones: new by_address_1.it.ByAddress(Object.entries(otherZones)),
        permanent: staying(trusted.permanent),
        runtime: staying(trusted.runtime),
    };
}
function notRunning({ isMain, on }) {
    return {
        code: 'firewalld-not-running',
        // What does not run shuts nobody out; on the main server it may be started any moment.
        severity: isMain ? 'blocking' : 'warning',
        message: `firewalld does not run on ${on}; start it with: sudo systemctl enable --now firewalld`,
    };
}
function zoneConflict(source, { zones, on }, server) {
    const zone = zones.get(source) ?? '';
    return {
        code: 'zone-conflict',
        severity: 'blocking',
        ...(server && { server: server.name }),
        message: `${source} is a source of the firewalld zone "${zone}" on ${on} and cannot be trusted as well; if that zone does not need it: ${(0, trusted_sources_1.it.takeOut)(zone, source)}`,
    };
}
const LACKS = {
    untrusted: (on) => `not a trusted source on ${on} yet`,
    'not-active': () => 'trusted after the next reload only: not active now',
    'not-stored': () => 'trusted now, but lost at the next reload',
};
/** What the firewalls lack of a source, each cause with those whose it is. */
function causesOf(doors, source, of) {
    const on = new Map();
    for (const door of doors) {
        const lacks = lacking(door, source);
        if (lacks)
            on.set(lacks, [...(on.get(lacks) ?? []), door.on]);
    }
    return [...on].map(([cause, where]) => ({ cause, on: where, of }));
}
function lacking({ permanent, runtime }, source) {
    const stored = permanent.holding(source).length > 0;
    const active = runtime.holding(source).length > 0;
    if (stored && active)
        return undefined;
    if (stored)
        return 'not-active';
    return active ? 'not-stored' : 'untrusted';
}
function diffWhitelist(server, address, clusterName, filters, now) {
    const cidr = (0, addresses_1.it.hostCidr)(address);
    const holding = filters.holding(cidr);
    const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
    // The PBX takes no second entry of one address, not even where the first has run out.
    const inTheWay = holding.find((filter) => filter.target === 'DENY' && (0, addresses_1.it.sameCidr)(filter.cidr, cidr));
    const findings = [];
    if (denied)
        findings.push({
            code: 'address-denied',
            severity: 'blocking',
            server: server.name,
            message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${address}; delete that entry on the portal's IP Blacklist page`,
        });
    const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
    if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS)))
        return { changes: [], findings };
    const own = accepting.find((filter) => (0, addresses_1.it.sameCidr)(filter.cidr, cidr));
    if (!own && !denied && inTheWay)
        return {
            changes: [],
            findings: [
                {
                    code: 'address-denied',
                    severity: 'blocking',
                    server: server.name,
                    message: `The PBX's IP blacklist has an entry of ${inTheWay.cidr} that has run out${inTheWay.expireAt ? ` (${inTheWay.expireAt})` : ''}; it denies nothing any more, but as long as it is there the PBX refuses to whitelist ${address}: delete it on the portal's IP Blacklist page`,
                },
            ],
        };
    const change = {
        kind: 'whitelist-entry',
        id: change_1.it.idOf.whitelist(cidr),
        action: own ? 'update' : 'create',
        server: server.name,
        causes: [{ cause: own ? 'expires' : 'missing' }],
        impact: 'none',
        needs: [],
        after: [],
        entry: {
            cidr,
            target: 'ACCEPT',
            expireAt: exports.WHITELIST_EXPIRY,
            // Whoever wrote the entry, what is written in it stays: nobody was shown that it would change.
            ...(own
                ? own.description !== undefined && { description: own.description }
                : { description: `${writtenBy(clusterName)}${server.name}`.slice(0, MOST_DESCRIPTION) }),
        },
        differences: own
            ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: exports.WHITELIST_EXPIRY }]
            : [{ name: 'accepted address', after: cidr }],
        ...(own && { present: own }),
    };
    return { changes: [change], findings };
}
function expired(filter, at) {
    const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
    return end <= at;
}
/** Adds one trusted source; those that are asked for together are added together. */
async function applySource({ source }, run) {
    await run.firewall.change('add', source);
}
async function applyWhitelist({ entry }, run) {
    const { pbx } = run.session;
    const [have] = acceptingEntries(run, entry.cidr);
    if (have)
        await pbx.updateIpFilter(have.id, entry);
    else
        await pbx.createIpFilter(entry);
}
const writtenBy = (clusterName) => `${clusterName}: `;
/** Whether an entry says what ours say, or nothing: somebody may have deleted ours and written one of their own since. */
function mayBeWrittenBy({ name }, { description = '' }) {
    return description === '' || description.startsWith(writtenBy(name));
}
/** As this run found them once it had the lock. To read the list again for each entry would be thousands of calls. */
function acceptingEntries({ live }, cidr) {
    return live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && (0, addresses_1.it.sameCidr)(entry.cidr, cidr));
}

/***/ }),

/***/ 9591:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/first-contact.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.firstContact = firstContact;
exports.machinesOf = machinesOf;
const connections_1 = { get it() { return (__nccwpck_require__(7083).connections); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const host_keys_1 = { get it() { return (__nccwpck_require__(7083)["host-keys"]); } };
const open_session_1 = __nccwpck_require__(9183);
/** Looks at the keys of all machines of a cluster before they are trusted. Nothing of the PBX's is needed for it. */
async function firstContact(config) {
    const { cluster } = config;
    return (0, host_keys_1.it.readHostKeys)((0, open_session_1.hostsOptions)(config), machinesOf(cluster), cluster.pbx.machine);
}
/** Each once, those that one goes through first. */
function machinesOf(cluster) {
    const own = [cluster.pbx.machine, ...(0, control_plane_1.it.controlPlane)(cluster).pbxMachines, ...cluster.servers];
    const jumps = own.flatMap((machine) => (machine.ssh.jumpHost ? [(0, connections_1.it.jumpMachine)(machine)] : []));
    const all = [...jumps, ...own];
    return all.filter((machine, index) => all.findIndex((other) => (0, host_keys_1.it.isSame)(other, machine)) === index);
}

/***/ }),

/***/ 1126:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/freed.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.onceFreed = onceFreed;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const departing_1 = __nccwpck_require__(8262);
const identity_1 = __nccwpck_require__(8488);
const order_1 = __nccwpck_require__(244);
/**
 * A machine runs one role: whoever comes to one that runs another comes once that has gone, where this plan takes it away from
 * there. Where it does not, or where each would wait for the other, it is left as it is and `other-role` tells it.
 */
function onceFreed({ changes, findings }, live) {
    const freed = new Set();
    let made = changes;
    for (const { server, wanted, id } of (0, change_1.it.ofKind)(changes, 'role')) {
        const facts = live.hosts.get(server);
        const others = (0, reachable_1.it.isReachable)(facts) ? (0, identity_1.otherRoles)(facts, wanted.role) : [];
        const leaving = others.map((role) => changes.find((change) => takesAway(change, role, { wanted, facts }, live)));
        const needs = leaving.flatMap((change) => change?.id ?? []);
        if (others.length === 0 || needs.length < others.length)
            continue;
        const later = (0, order_1.comingFirst)(made, needs, [id, change_1.it.idOf.entry(server)]);
        if (!later)
            continue;
        freed.add(server);
        made = later;
    }
    const isMoot = ({ code, server = '' }) => code === 'other-role' && freed.has(server);
    return { changes: [...made], findings: findings.filter((finding) => !isMoot(finding)) };
}
function takesAway(change, role, { wanted, facts }, live) {
    const from = change.kind === 'role-removal' ? change.from : change.kind === 'role' ? change.leaves?.from : undefined;
    if (from?.role !== role)
        return false;
    // A machine may be reached by several addresses.
    const places = [
        live.hosts.get((0, departing_1.oldHost)(from)),
        ...(change.kind === 'role-removal' ? [live.hosts.get(from.name)] : []),
    ];
    return (0, addresses_1.it.sameAddress)(from.address, wanted.address) || places.some((one) => (0, identity_1.isOneMachine)(one, facts));
}

/***/ }),

/***/ 4889:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/gone.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.goneProblems = goneProblems;
exports.notGone = notGone;
const suggest_1 = { get it() { return (__nccwpck_require__(2907).suggest); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const departing_1 = __nccwpck_require__(8262);
const identity_1 = __nccwpck_require__(8488);
/**
 * What is wrong with names of which somebody says that their host will never answer again: nobody is called so, or their host
 * does answer, and as theirs. A sentence each. Pure.
 */
function goneProblems(cluster, live, gone) {
    const who = new identity_1.Identity(cluster, live);
    const left = new Map(who.leaving.map((server) => [server.name, server]));
    const known = [...new Set([...cluster.servers.map(({ name }) => name), ...left.keys()])];
    return gone.flatMap((name) => {
        if (!known.includes(name))
            return [
                `"${name}" is neither in the cluster file nor in the record of what this project put there: ${known.length > 0 ? (0, suggest_1.it.didYouMean)(name, known) : 'there is no server'}`,
            ];
        // Of one that moved it is the old host that may be gone; and one that is not ours any more is as good as gone.
        const [leaves, moved] = [left.get(name), who.moved.get(name)];
        const there = leaves
            ? (0, departing_1.placesOf)(leaves).map((place, index) => who.departure(place, index === 0 ? name : (0, departing_1.oldHost)(place)))
            : moved?.map((old) => who.atOld(old));
        const strange = there?.some(({ is }) => is === 'somebody-elses' || is === 'shared');
        const hosts = leaves || !moved ? [name] : moved.map(departing_1.oldHost);
        const answers = hosts.some((host) => (0, reachable_1.it.isReachable)(live.hosts.get(host)));
        return answers && !strange ? [`The host of ${name} answers: it is not gone. Leave its name out`] : [];
    });
}
/** An earlier step of the same job may have removed it already: then it is no error. */
function notGone(problem) {
    return { code: 'host-not-gone', severity: 'warning', message: `${problem} (host-is-gone)` };
}

/***/ }),

/***/ 6618:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/handed.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isRecent = isRecent;
exports.isCurrent = isCurrent;
exports.keptIn = keptIn;
exports.isUntouched = isUntouched;
exports.toHandOn = toHandOn;
exports.serversOf = serversOf;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const cluster_record_1 = __nccwpck_require__(3862);
const lock_1 = __nccwpck_require__(7957);
const observe_1 = __nccwpck_require__(9540);
/** What was read longer ago is read again: nobody but this job changed it, but for people. */
const LOOK_MS = 600_000;
/** Whether it was seen not too long ago. */
function isRecent({ observed }, now) {
    const age = now - observed.live.at;
    return age >= 0 && age < LOOK_MS;
}
/** Whether nothing of it is in doubt, and no other run can have had the lock since. */
function isCurrent(handed, now) {
    const { lockedAt, stale } = handed;
    const held = lockedAt === undefined || (lockedAt <= now && now - lockedAt < lock_1.SURELY_HELD_MS);
    return held && isRecent(handed, now) && !stale.rest && stale.hosts.length === 0;
}
/**
 * What need not be looked at again by whoever looks at `again`, the portal's lists, the main server and the PBX's other nodes. `status`: nor
 * what the PBX tells of servers that are not looked at, one at a time.
 */
function keptIn({ observed: { live } }, again, status) {
    const hosts = [...live.hosts].flatMap(([name, facts]) => (0, reachable_1.it.isReachable)(facts) && !again.has(name) ? [[name, facts]] : []);
    const { servers } = live.portal;
    const told = roles_1.it.LISTED_ROLES.flatMap((role) => servers[role])
        .filter(({ type, name }) => type === 'EXTERNAL' && !again.has(name))
        .flatMap(({ id }) => {
        const reading = live.portal.status.get(id);
        return reading && (0, reading_1.it.isKnown)(reading) ? [[id, reading]] : [];
    });
    return {
        hosts: new Map(hosts),
        ...(status && { status: new Map(told) }),
        ...(live.scriptTexts && { scriptTexts: live.scriptTexts }),
    };
}
/** Whether the records of this PBX say what they said then: whoever changes something writes it down before. */
function isUntouched({ observed }, { live }) {
    const [before, now] = [recordsOf(observed.live.main), recordsOf(live.main)];
    return before !== undefined && before === now;
}
/** undefined: they are not known */
function recordsOf(main) {
    if (!(0, reachable_1.it.isReachable)(main) || !(0, reading_1.it.isKnown)(main.record))
        return undefined;
    const others = Object.entries(main.otherRecords ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([main.record?.trim() ?? null, others.map(([name, text]) => [name, text.trim()])]);
}
/** What may be handed on; undefined: the next step is to look at everything. */
function toHandOn(cluster, now, seen) {
    const { observed, changes = [], goesOn = false, record, lock } = seen;
    const live = withRecord(observed.live, cluster, record);
    if (!live || goesOn || changes.some(({ kind }) => IS_OF_ALL[kind] === true))
        return undefined;
    const { main, nodes = new Map(), hosts, portal, control } = live;
    if (!(0, reachable_1.it.isReachable)(main) || recordsOf(main) === undefined)
        return undefined;
    // What is there and cannot be read is for a person to look at.
    if (!live.record && main.record !== undefined)
        return undefined;
    if (lock === undefined && (0, lock_1.lockHolder)(main) !== undefined)
        return undefined;
    const all = [main, ...nodes.values(), ...hosts.values()];
    if (all.some((facts) => (0, reachable_1.it.isReachable)(facts) && (facts.runningJob ?? facts.stoppedForBackup)))
        return undefined;
    const isNew = live.record !== undefined && observed.live.record === undefined;
    const rest = isNew ||
        changes.length > 0 ||
        [main, ...nodes.values()].some((facts) => isVague(facts) || !(0, reading_1.it.isKnown)(facts.firewall)) ||
        [...portal.status.values(), ...(portal.services?.values() ?? [])].some((reading) => !(0, reading_1.it.isKnown)(reading)) ||
        (control !== undefined && (control.trouble !== undefined || control.refused.size > 0));
    const touched = serversOf(cluster, changes);
    const stale = [...hosts].flatMap(([name, facts]) => (touched.has(name) || isVague(facts) ? [name] : []));
    return {
        observed: { ...observed, live },
        ...(lock === 'held' && { lockedAt: now }),
        stale: { rest, hosts: [...new Set([...stale, ...touched])] },
    };
}
/** The PBX is another one then, and everything that is connected to it, again. */
const IS_OF_ALL = {
    'pbx-image': true,
    'pbx-restart': true,
    'load-balancer-restart': true,
};
/** Whether there is no telling what is on a host. */
function isVague(facts) {
    if (!(0, reachable_1.it.isReachable)(facts))
        return true;
    const { docker, containers, scripts, roles, disk, registry } = facts;
    return ![docker, containers, scripts, roles, disk, registry].every((reading) => (0, reading_1.it.isKnown)(reading));
}
/** The same with the record as it has been written since; undefined: nobody knows what is there now */
function withRecord(live, cluster, keeper) {
    if (!keeper)
        return live;
    const { text, isSure } = keeper;
    if (!isSure || !(0, reachable_1.it.isReachable)(live.main))
        return undefined;
    if (text === undefined)
        return live;
    const { record } = (0, cluster_record_1.parseRecord)(text, cluster.name);
    if (!record)
        return undefined;
    const { deployedSettings: _, ...before } = live;
    return { ...before, main: { ...live.main, record: text }, record, ...(0, observe_1.deployedBy)(record) };
}
/** Names of the servers that changes are about, or whose machines they are about. */
function serversOf({ servers }, changes) {
    const addresses = new Set(changes.flatMap(machinesOf).map(addresses_1.it.normalise));
    const at = servers.flatMap(({ name, address }) => (addresses.has((0, addresses_1.it.normalise)(address)) ? [name] : []));
    return new Set([...changes.flatMap(({ server }) => server ?? []), ...at]);
}
/** Addresses of machines that a change names, besides that of its server */
function machinesOf(change) {
    switch (change.kind) {
        case 'ssh-key':
        case 'control-scripts':
        case 'host-preparation':
        case 'registry-sign-in':
        case 'registry-sign-out':
            return [change.machine.address];
        case 'role':
            return [change.wanted.address, ...(change.leaves ? [change.leaves.from.address] : [])];
        case 'role-removal':
        case 'portal-entry-removal':
        case 'im-addresses-removal':
            return [change.from.address];
        case 'callers-back':
            return [change.of.address];
        case 'backup':
            return [change.of.machine.address];
        default:
            return [];
    }
}

/***/ }),

/***/ 3685:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/handover.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.inHandover = inHandover;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
/** The same changes, each after those that give up what it takes, and those that have to wait, as nobody does. */
function inHandover(entries, live, { servers }) {
    const listed = new Set(servers.map(({ name, role }) => key(role, name)));
    const holders = new Map();
    for (const one of Object.values(live.portal.servers).flat())
        for (const address of addressesOf(one))
            holders.set(key(one.role, address), one);
    const changing = new Map(entries.map((change) => [key(change.wanted.role, change.server), change]));
    const givers = new Map(entries.map((change) => [
        change.id,
        [...new Set(addressesOf(change.wanted).flatMap((address) => giver(change, address)))],
    ]));
    /** Who has an address now that a change takes, and gives it up by a change of its own. */
    function giver(change, address) {
        const { role, name } = change.wanted;
        const holder = holders.get(key(role, address));
        if (!holder || holder.name === name || holder.name === change.replaces)
            return [];
        const other = changing.get(key(role, holder.name));
        return other && !addressesOf(other.wanted).includes(address) ? [other] : [];
    }
    const stuck = [];
    for (const change of entries) {
        const { role, name } = change.wanted;
        const kept = addressesOf(change.wanted)
            .flatMap((address) => holders.get(key(role, address)) ?? [])
            .find((one) => one.name !== name &&
            one.name !== change.replaces &&
            listed.has(key(role, one.name)) &&
            !(givers.get(change.id) ?? []).some(({ server }) => server === one.name));
        if (kept)
            stuck.push({ change, holder: kept });
    }
    const before = new Map();
    const comesAfter = (id, other) => {
        const seen = new Set([id]);
        // A set is gone through to its end, whatever is added meanwhile.
        for (const one of seen)
            for (const earlier of before.get(one) ?? [])
                seen.add(earlier);
        return seen.has(other);
    };
    const made = entries.map((change) => {
        const needs = new Set();
        const vacates = [];
        for (const other of givers.get(change.id) ?? []) {
            // One that itself waits for this one cannot come first.
            if (comesAfter(other.id, change.id))
                vacates.push(other.server);
            else
                needs.add(other.id);
        }
        before.set(change.id, needs);
        return {
            ...change,
            needs: [...change.needs, ...needs],
            ...(vacates.length > 0 && { vacates }),
        };
    });
    return { entries: made, stuck };
}
function addressesOf({ privateIp, publicIp }) {
    return [privateIp, publicIp].flatMap((address) => (address ? [(0, addresses_1.it.normalise)(address)] : []));
}
function key(role, what) {
    return `${role} ${what}`;
}

/***/ }),

/***/ 3584:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/heal.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HEALTH = exports.heal = exports.APART_MS = void 0;
exports.heals = heals;
exports.noted = noted;
exports.withoutWell = withoutWell;
exports.lookAgainIn = lookAgainIn;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const built_in_1 = __nccwpck_require__(2622);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const cluster_record_1 = __nccwpck_require__(3862);
const drain_1 = __nccwpck_require__(2842);
const live_1 = __nccwpck_require__(9508);
const names_1 = __nccwpck_require__(5772);
const stage_error_1 = __nccwpck_require__(7033);
const status_1 = __nccwpck_require__(9028);
/*
 * PortSIP lets no call go to a media server that is dead; a dead queue, meeting or IVR server goes on getting calls until somebody
 * disables it in the portal. Source: PortSIP's page on the topology of clusters.
 */
/** Two looks that a server is dead, or back, by: never one. */
exports.APART_MS = 60_000;
/** Of a look that is older nobody knows what has been in between: it counts for nothing. */
const FORGOTTEN_MS = 3600_000;
/** A PBX that has just started has not heard of its servers yet. */
const PBX_SETTLED_MS = 5 * 60_000;
/** Takes dead servers out of calls, and lets them back in. Part of registering, as it is the portal that is changed. */
exports.heal = {
    name: 'register',
    diff: (input) => {
        const changes = input.options.heal ? healing(input, input.options.heal) : { changes: [], findings: [] };
        return { ...changes, findings: [...told(input), ...changes.findings] };
    },
    apply: { 'dead-server-off': takeOut, 'dead-server-on': letIn },
    words: {
        'dead-server-off': {
            object: () => 'calls',
            deed: () => ['take', 'out of calls'],
            target: ({ server }) => server,
            reason: ({ causes: [first] }) => `it is dead (OFFLINE since ${minute(first?.since ?? '')}), and calls still go to it`,
            differences: ({ standIn, role }) => [
                { name: 'enabled', before: 'true', after: 'false' },
                ...(standIn ? [{ name: `built-in ${roles_1.it.ROLES[role].label}`, before: 'off', after: 'on' }] : []),
            ],
        },
        'dead-server-on': {
            object: () => 'calls',
            deed: () => ['let', 'take calls again'],
            target: ({ server }) => server,
            reason: () => 'it was taken out of calls because it was dead, and is ONLINE again',
            differences: () => [{ name: 'enabled', before: 'false', after: 'true' }],
        },
    },
};
/** Codes of what is told of servers that are not well */
exports.HEALTH = ['offline', 'taken-out-dead', 'heal-held'];
/** Whether a change takes a dead server out of calls, or lets it back in: in the portal only, whatever is in the way of other work. */
function heals({ kind }) {
    return kind === 'dead-server-off' || kind === 'dead-server-on';
}
function listed(cluster, live) {
    return roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role].flatMap((entry) => {
        const server = (0, names_1.findServer)(cluster, entry.name);
        return server?.role === role && entry.type === 'EXTERNAL' ? [{ server, role, entry }] : [];
    }));
}
/** Whether it should take calls and does not: OFFLINE, and it is known that it served once or could. */
function isDead({ server, entry }, live) {
    if (!server.enabled || !(0, live_1.isOffline)(live, entry))
        return false;
    const facts = live.hosts.get(server.name);
    if (!(0, reachable_1.it.isReachable)(facts))
        return facts !== undefined;
    // One that was only registered never took a call.
    return (!(0, reading_1.it.isKnown)(facts.containers) ||
        (0, containers_1.it.seenContainer)(facts, roles_1.it.ROLES[server.role].container) !== undefined ||
        ((0, names_1.has)(live.record?.servers, server.name) && live.record?.servers[server.name]?.installed === true));
}
/**
 * What the record says of the portal's servers once they were looked at: since when one is OFFLINE, or ONLINE again. What could
 * not be seen changes nothing. Pure.
 */
function noted(record, cluster, live) {
    const seen = {};
    const dead = { ...record.dead };
    const at = new Date(live.at).toISOString();
    for (const one of listed(cluster, live)) {
        const { name } = one.entry;
        const before = (0, names_1.has)(record.seen, name) ? record.seen[name] : undefined;
        if (one.entry.enabled)
            delete dead[name];
        const status = isDead(one, live) ? 'OFFLINE' : (0, live_1.isOnline)(live, one.entry) ? 'ONLINE' : undefined;
        if (status === undefined && before)
            seen[name] = before;
        // Of those that are well nothing has to be known.
        if (status === undefined || (status === 'ONLINE' && !(0, names_1.has)(dead, name)))
            continue;
        const goesOn = before?.status === status && live.at - Date.parse(before.last) <= FORGOTTEN_MS;
        seen[name] = { status, since: goesOn ? before.since : at, last: at };
    }
    return { ...record, seen, dead };
}
/** The same for a run that does not heal: one that is well now has not been dead all the while. */
function withoutWell(record, cluster, live) {
    const well = new Set(listed(cluster, live).flatMap(({ entry }) => ((0, live_1.isOnline)(live, entry) ? [entry.name] : [])));
    const seen = Object.entries(record.seen).filter(([name, { status }]) => !(status === 'OFFLINE' && well.has(name)));
    return { ...record, seen: Object.fromEntries(seen) };
}
/** In how many milliseconds a second look would tell more; undefined: this one tells all. */
function lookAgainIn(record, cluster, live) {
    const young = listed(cluster, live).flatMap(({ entry }) => {
        const sighting = (0, names_1.has)(record.seen, entry.name) ? record.seen[entry.name] : undefined;
        const open = sighting?.status === 'OFFLINE' ? entry.enabled : (0, names_1.has)(record.dead, entry.name);
        const left = sighting ? exports.APART_MS - (live.at - Date.parse(sighting.since)) : 0;
        return sighting && open && left > 0 ? [left] : [];
    });
    return young.length === 0 ? undefined : Math.max(...young);
}
/** Since when a server is seen as it is, by two looks that are apart at least. */
function confirmed({ live }, name, status) {
    const sighting = (0, names_1.has)(live.record?.seen, name) ? live.record?.seen[name] : undefined;
    if (sighting?.status !== status || live.at - Date.parse(sighting.last) > FORGOTTEN_MS)
        return undefined;
    return Date.parse(sighting.last) - Date.parse(sighting.since) >= exports.APART_MS ? sighting.since : undefined;
}
function healing(input, how) {
    const { cluster, live } = input;
    const all = listed(cluster, live);
    const dead = all.filter((one) => one.entry.enabled && isDead(one, live));
    const back = how === 'too' ? [] : all.filter((one) => (0, live_1.isTakenOut)(live, one.entry) && (0, live_1.isOnline)(live, one.entry));
    const on = back.filter(({ server }) => server.enabled && confirmed(input, server.name, 'ONLINE'));
    const trouble = dead.length > 0 ? unwell(live, all, dead) : undefined;
    const off = trouble === undefined ? roles_1.it.LISTED_ROLES.flatMap((role) => ofRole(role, input, all, dead)) : [];
    return {
        changes: [
            ...off.flatMap((one) => ('kind' in one ? [one] : [])),
            ...on.map(({ server, role }) => ({
                kind: 'dead-server-on',
                id: change_1.it.idOf.heal(server.name),
                action: 'update',
                server: server.name,
                causes: [{ cause: 'back' }],
                impact: 'none',
                needs: [],
                after: [],
                role,
            })),
        ],
        findings: [
            ...(trouble === undefined ? [] : [held(`No dead server is taken out of calls: ${trouble}`)]),
            ...off.flatMap((one) => ('kind' in one ? [] : [one])),
        ],
    };
}
/** Why what the portal says of its servers is not to be relied on. */
function unwell(live, all, dead) {
    const container = (0, live_1.pbxContainer)(live);
    if (!container?.running)
        return 'the PBX itself is not seen to run';
    const skew = (0, reachable_1.it.isReachable)(live.main) ? live.main.clockSkewMs : 0;
    if (live.at + skew - Date.parse(container.startedAt) < PBX_SETTLED_MS)
        return 'the PBX itself has just started, and may not have heard of its servers yet';
    const down = all.filter((one) => isDead(one, live));
    return dead.length > 0 && down.length > 1 && down.length * 2 > all.length
        ? `${down.length} of ${all.length} servers are OFFLINE at once, which looks like the PBX or its network and not like them`
        : undefined;
}
/** Never more than half of a role, the built-in one among it; those that are dead for longest first. */
function ofRole(role, input, all, dead) {
    const { live } = input;
    if (roles_1.it.ROLES[role].failsOver)
        return [];
    const entries = live.portal.servers[role];
    const out = all.filter((one) => one.role === role && (0, live_1.isTakenOut)(live, one.entry) && !(0, live_1.isOnline)(live, one.entry));
    const mine = dead
        .filter((one) => one.role === role)
        .flatMap((one) => {
        const since = confirmed(input, one.server.name, 'OFFLINE');
        return since === undefined ? [] : [{ ...one, since }];
    })
        .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
    const may = Math.max(0, Math.floor(entries.length / 2) - out.length);
    const { label } = roles_1.it.ROLES[role];
    const builtIn = entries.find(({ type }) => type === 'INTERNAL');
    const serves = entries.some((entry) => entry.enabled && (0, live_1.isOnline)(live, entry));
    return mine.map(({ server, since }, index) => {
        const { name } = server;
        if (index >= may)
            return held(`${name} is not taken out of calls: no more than half of the ${label}s are, and ${out.length + may} of ${entries.length} is half`, name);
        if (!serves && !builtIn)
            return held(`${name} is not taken out of calls: no other ${label} is ONLINE, and there is no built-in one`, name);
        return {
            kind: 'dead-server-off',
            id: change_1.it.idOf.heal(name),
            action: 'update',
            server: name,
            causes: [{ cause: 'dead', since }],
            impact: 'none',
            needs: [],
            after: [],
            role,
            standIn: !serves && builtIn?.enabled === false,
        };
    });
}
function held(message, server) {
    return { code: 'heal-held', severity: 'warning', ...(server !== undefined && { server }), message };
}
/** Servers that should serve and do not, each in one sentence. */
function told({ cluster, live, options }) {
    if (!live.live)
        return [];
    return listed(cluster, live).flatMap((one) => {
        const { server, role, entry } = one;
        const { name } = server;
        if ((0, live_1.isTakenOut)(live, entry) && !(0, live_1.isOnline)(live, entry)) {
            const { since, at } = live.record?.dead[name] ?? { since: '', at: '' };
            return [
                {
                    code: 'taken-out-dead',
                    severity: 'warning',
                    server: name,
                    message: `${name} takes no calls: it is dead (OFFLINE since ${minute(since)}) and was disabled in the portal at ${minute(at)}; it is enabled again once it is ONLINE, by heal or by the next deploy. ${stateOf(one, live)}`,
                },
            ];
        }
        if (!entry.enabled || !isDead(one, live))
            return [];
        const sighting = (0, names_1.has)(live.record?.seen, name) ? live.record?.seen[name] : undefined;
        const since = sighting?.status === 'OFFLINE' ? ` since ${minute(sighting.since)}` : '';
        const cure = `disable it on the portal's ${roles_1.it.ROLES[role].portalPage} page${options.heal ? '' : ', or let heal do so (deploy --heal; the workflow heal.yml)'}`;
        const calls = roles_1.it.ROLES[role].failsOver
            ? `The PBX gives its calls to other ${roles_1.it.ROLES[role].label}s`
            : `The PBX still gives calls to it: ${cure}`;
        return [
            {
                code: 'offline',
                severity: 'warning',
                server: name,
                message: `The portal shows ${name} OFFLINE${since}. ${stateOf(one, live)}. ${calls}`,
            },
        ];
    });
}
function stateOf({ server }, live) {
    const { container } = roles_1.it.ROLES[server.role];
    const facts = live.hosts.get(server.name);
    if (!(0, reachable_1.it.isReachable)(facts))
        return 'Its host does not answer';
    if (!(0, reading_1.it.isKnown)(facts.containers))
        return 'What runs on its host cannot be seen';
    const ours = (0, names_1.has)(live.record?.servers, server.name) ? '' : ' (this project did not install it)';
    return (0, containers_1.it.seenContainer)(facts, container)?.running
        ? `Its container runs${ours}: it may just have started; if it stays so, look at its log (sudo docker logs ${container})`
        : 'Its container does not run';
}
/** `2026-11-26 03:10 UTC` */
function minute(time) {
    return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
async function takeOut({ server: name, role, causes: [first], standIn, id }, run) {
    const { session, plane } = run;
    const trouble = await plane.trouble(session.hosts.host(session.cluster.pbx.machine));
    if (trouble !== undefined)
        throw new stage_error_1.StageError(`${name} was left as it is, as the PBX's nodes are not all well: ${trouble}`);
    const entry = run.portal.find(role, name);
    if (!entry)
        throw new stage_error_1.StageError(`${name} is not in the portal any more`);
    if ((await (0, status_1.statusOf)(session.pbx, role, entry.id)).status === 'ONLINE') {
        run.progress(id, 'it is ONLINE again, and stays as it is');
        return;
    }
    if (standIn)
        await (0, built_in_1.turnOn)({ role }, run);
    // Written down before it is done: whoever comes next must know who it was.
    const at = new Date(session.now()).toISOString();
    await run.record.update((record) => ({
        ...record,
        dead: { ...record.dead, [name]: { since: first?.since ?? at, at, ...(standIn && { standIn }) } },
    }));
    await (0, drain_1.setEnabled)(run, entry, false);
}
async function letIn({ server: name, role }, run) {
    const { session } = run;
    const entry = run.portal.find(role, name);
    if (!entry || (0, names_1.findServer)(session.cluster, name)?.enabled !== true)
        return;
    if ((await (0, status_1.statusOf)(session.pbx, role, entry.id)).status !== 'ONLINE')
        throw new stage_error_1.StageError(`${name} is OFFLINE again: it stays out of calls`);
    const stoodIn = (0, names_1.has)(run.record.current.dead, name) && run.record.current.dead[name]?.standIn;
    await (0, drain_1.setEnabled)(run, entry, true);
    const builtIn = run.portal.builtIn(role);
    if (stoodIn && builtIn?.enabled && session.cluster.builtInServers === 'disabled')
        await (0, drain_1.setEnabled)(run, builtIn, false);
    await run.record.update((record) => (0, cluster_record_1.withoutDead)(record, name));
}

/***/ }),

/***/ 3325:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/heirs.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.heirs = heirs;
exports.isExchange = isExchange;
exports.unseenHeir = unseenHeir;
exports.waitingForHeirs = waitingForHeirs;
exports.alsoRunning = alsoRunning;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const departing_1 = __nccwpck_require__(8262);
const identity_1 = __nccwpck_require__(8488);
const names_1 = __nccwpck_require__(5772);
const unseen_1 = __nccwpck_require__(5802);
function heirs({ cluster, live: { record }, who, options }) {
    const found = new Map();
    for (const { name, role, address } of cluster.servers) {
        const before = record && (0, names_1.has)(record.servers, name) ? record.servers[name] : undefined;
        if (!before)
            continue;
        const left = (0, departing_1.placesOf)({ name, ...before }).filter((place) => !(0, addresses_1.it.sameAddress)(place.address, address));
        const takers = left
            .flatMap((place) => who.successors(place))
            .filter((one) => one.role === role && one.name !== name);
        const ending = takers.filter((one) => mayRunAt(who.atHome(one), name, options.gone.includes(name)));
        if (ending.length > 0)
            found.set(name, ending);
    }
    return found;
}
/** `gone`: somebody said that the machine will never answer again. */
function mayRunAt(there, name, gone) {
    if (there.is === 'unknown')
        return !(there.unreachable && gone);
    return ((there.is === 'same' || there.is === 'renamed') && there.container.running && (0, containers_1.it.toldOf)(there.container).name === name);
}
/** Whether one machine after the other, a place that a server gives up is its own in the end: then nobody can be first. */
function isExchange(name, taken) {
    const seen = new Set();
    for (const names = [name];;) {
        const one = names.pop();
        if (one === undefined)
            return false;
        for (const heir of taken.get(one) ?? []) {
            if (heir.name === name)
                return true;
            if (!seen.has(heir.name))
                names.push(heir.name);
            seen.add(heir.name);
        }
    }
}
function unseenHeir(server, heir, { live }) {
    const facts = live.hosts.get(heir.name);
    const waits = `it moved from ${heir.address}, where a second server of that name could come up, so it waits`;
    if (!(0, reachable_1.it.isReachable)(facts)) {
        const message = `${server.name} moved from ${heir.address}, which does not answer (${facts?.unreachable ?? 'not looked at'}): a second server of that name could come up there; when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`;
        return [{ code: 'host-unreachable', severity: 'blocking', server: server.name, message }];
    }
    const container = (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[server.role].container);
    return (0, reading_1.it.isKnown)(container) ? [] : [(0, unseen_1.unseen)('containers', server.name, container.unknown, waits)];
}
/** Servers whose heir cannot come, and who still run where that is to be: they wait for it, and so does who waits for them. */
function waitingForHeirs(input, findings) {
    const blocked = new Set(findings.filter(finding_1.it.isBlocking).flatMap(({ server }) => server ?? []));
    const waiting = [];
    const open = [...heirs(input)];
    for (let before = -1; before < waiting.length;) {
        before = waiting.length;
        for (const [name, takers] of open) {
            const heir = takers.find((one) => blocked.has(one.name));
            if (!heir || blocked.has(name))
                continue;
            blocked.add(name);
            waiting.push({
                code: 'heir-waits',
                severity: 'blocking',
                server: name,
                message: `${name} still runs on ${heir.address} until ${heir.name} takes its place there, which cannot be done yet (see ${heir.name}): a second server of that name would confuse the PBX, so ${name} waits`,
            });
        }
    }
    return waiting;
}
/** Servers that would come up while what runs by their name is on the machine of another role, where nothing of this plan ends it. */
function alsoRunning({ cluster, live, who }, changes) {
    const there = new Map();
    for (const host of cluster.servers) {
        const facts = live.hosts.get(host.name);
        for (const role of (0, reachable_1.it.isReachable)(facts) ? (0, identity_1.otherRoles)(facts, host.role) : [])
            for (const { name } of cluster.servers.filter((one) => one.role === role)) {
                const found = who.occupant(facts, role, new Set([name]));
                if (found.is === 'same' && found.container.running && (0, containers_1.it.toldOf)(found.container).name === name)
                    there.set(name, host);
            }
    }
    return (0, change_1.it.ofKind)(changes, 'role').flatMap(({ action, server, leaves, wanted }) => {
        const host = action === 'create' && !leaves ? there.get(server) : undefined;
        if (!host)
            return [];
        return [
            {
                code: 'runs-elsewhere',
                severity: 'blocking',
                server,
                message: `${server} still runs on the machine of ${host.name} (${host.address}): a second server of that name would confuse the PBX; remove it there first (${roles_1.it.ROLES[wanted.role].script.file} rm), or give the ${roles_1.it.ROLES[wanted.role].label} another name`,
            },
        ];
    });
}

/***/ }),

/***/ 8488:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/identity.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Identity = void 0;
exports.reaches = reaches;
exports.otherRoles = otherRoles;
exports.isOneMachine = isOneMachine;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const by_address_1 = { get it() { return (__nccwpck_require__(9838)["by-address"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const grouped_1 = { get it() { return (__nccwpck_require__(7426).grouped); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const departing_1 = __nccwpck_require__(8262);
const live_1 = __nccwpck_require__(9508);
const names_1 = __nccwpck_require__(5772);
const article_1 = { get it() { return (__nccwpck_require__(6060).article); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(6060)["natural-order"]); } };
function reaches({ role, names, addresses }, entry) {
    if (entry.type !== 'EXTERNAL' || entry.role !== role)
        return false;
    return names.has(entry.name) || addresses.has(entry.privateIp) || addresses.has(entry.publicIp);
}
/** An added server of a role, by its name or by one of its addresses */
const entryKey = (role, by, what) => `${role} ${by} ${what}`;
class Identity {
    cluster;
    live;
    gone;
    names;
    /** Servers of the cluster file, by each of their addresses */
    listed;
    pbxAddresses;
    byName;
    /** By both addresses, added servers that the cluster file does not have by name */
    others;
    /** Added servers of the portal with their place in its list, by role and name and by role and address */
    entries;
    /** Of servers of the cluster file, by the boot of their machine */
    boots;
    leaving;
    /** By name, where servers of the cluster file were or may be apart from where they are to be */
    moved;
    constructor(cluster, live, 
    /** Servers whose host is said to be gone for good */
    gone = []) {
        this.cluster = cluster;
        this.live = live;
        this.gone = gone;
        const { servers } = cluster;
        this.names = new Set(servers.map(({ name }) => name));
        this.listed = new by_address_1.it.ByAddress(['address', 'privateIp', 'publicIp'].flatMap((field) => servers.map((server) => [server[field], server])));
        const { privateIp } = cluster.pbx;
        const machines = (0, control_plane_1.it.controlPlane)(cluster).pbxMachines.map(({ address }) => address);
        this.pbxAddresses = new by_address_1.it.ByAddress([privateIp, ...machines].map((address) => [address, true]));
        const entries = roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role]);
        this.byName = (0, grouped_1.it.grouped)(entries, ({ name }) => name);
        this.entries = (0, grouped_1.it.groupedByAll)(entries.flatMap((entry, place) => (entry.type === 'EXTERNAL' ? [{ entry, place }] : [])), ({ entry: { role, name, privateIp: own, publicIp } }) => [
            entryKey(role, 'called', name),
            ...[own, publicIp].flatMap((address) => (address ? [entryKey(role, 'at', (0, addresses_1.it.normalise)(address))] : [])),
        ]);
        const others = entries.filter(({ type, name }) => type === 'EXTERNAL' && !this.names.has(name));
        this.others = new by_address_1.it.ByAddress((0, grouped_1.it.groupedByAll)(others, ({ privateIp: own, publicIp }) => [own, publicIp].flatMap((address) => (address ? [(0, addresses_1.it.normalise)(address)] : []))));
        this.boots = (0, grouped_1.it.groupedByAll)(servers, ({ name }) => {
            const boot = bootOf(live.hosts.get(name));
            return boot === undefined ? [] : [boot];
        });
        this.leaving = (0, departing_1.departing)(cluster, live.record, live.portal.servers);
        this.moved = (0, grouped_1.it.grouped)((0, departing_1.moved)(cluster, live.record), ({ name }) => name);
    }
    /** Whether this project put a server of that name there, and so may take it away. */
    isOurs(name) {
        return (0, names_1.has)(this.live.record?.servers, name);
    }
    /** What the portal has of a server that it lists. */
    registration(server, role) {
        const named = this.byName.get(server.name) ?? [];
        const same = named.find((entry) => entry.role === role);
        // By the letter, whichever role has it: the PBX lets two roles have one name, and whoever reads a plan does not.
        const elsewhere = named.find((entry) => entry.role !== role && entry.type === 'EXTERNAL');
        if (elsewhere)
            return { is: 'other-role', entry: elsewhere };
        if (same?.type === 'INTERNAL')
            return { is: 'built-in', entry: same };
        if (same && this.hasAddressesOf(same, server))
            return { is: 'same', entry: same };
        const other = this.inTheWay(server, role);
        if (other && !this.isOurs(other.name) && this.cluster.unmanagedServers !== 'remove')
            return { is: 'somebody-elses', entry: other };
        if (same)
            return { is: 'readdressed', entry: same, ...(other && { takesFrom: other }) };
        if (!other)
            return { is: 'absent' };
        // One whose own address is another is another machine: it goes by itself, and first.
        const itself = other.privateIp === undefined || (0, addresses_1.it.normalise)(other.privateIp) === (0, addresses_1.it.normalise)(server.address);
        return itself ? { is: 'renamed', entry: other } : { is: 'absent', takesFrom: other };
    }
    hasAddressesOf(entry, { privateIp, publicIp }) {
        const same = (a = '', b = '') => (0, addresses_1.it.normalise)(a) === (0, addresses_1.it.normalise)(b);
        if (!same(entry.privateIp, privateIp))
            return false;
        const row = (0, roles_1.it.isListed)(entry.role) && roles_1.it.ROLES[entry.role].portal;
        // Where the portal keeps none, none is compared.
        return !row || row.kind !== 'collection' || !row.publicAddress || same(entry.publicIp, publicIp);
    }
    /** An added server with one of a server's addresses, of which the portal gives none to two of a role. */
    inTheWay({ address, privateIp, publicIp }, role) {
        const [first] = [address, privateIp, publicIp]
            .flatMap((one) => this.others.get(one) ?? [])
            .filter((entry) => entry.role === role)
            // Whatever order the PBX lists them in: one that is not ours counts most.
            .sort((a, b) => Number(this.isOurs(a.name)) - Number(this.isOurs(b.name)) || (0, natural_order_1.it.compare)(a.name, b.name));
        return first;
    }
    /** By which entries calls get to the machine of a server, the file's or one that left it. */
    reach({ name, address, role, privateIp, publicIp }, facts) {
        if (!(0, roles_1.it.isListed)(role))
            return undefined;
        const container = (0, reachable_1.it.isReachable)(facts) ? (0, containers_1.it.seenContainer)(facts, roles_1.it.ROLES[role].container) : undefined;
        const told = container && (0, containers_1.it.toldOf)(container);
        const addresses = [address, privateIp, publicIp, ...((0, reachable_1.it.isReachable)(facts) ? facts.addresses : [])];
        return {
            role,
            names: new Set([name, ...(told?.name !== undefined && this.isOurPbx(told.pbx) ? [told.name] : [])]),
            addresses: new by_address_1.it.ByAddress(addresses.map((one) => [one, true])),
        };
    }
    /** Entries of the portal by which calls get to a server's machine, its own among them. */
    entriesOf(server) {
        return this.reaching(this.reach(server, this.live.hosts.get(server.name)));
    }
    /** Added servers of a role that the portal has by a name */
    entriesNamed(name, role) {
        return (this.entries.get(entryKey(role, 'called', name)) ?? []).map(({ entry }) => entry);
    }
    /** The same for a machine, in the portal's order. */
    reaching(reach) {
        if (!reach)
            return [];
        const { role, names, addresses } = reach;
        const keys = [
            ...[...names].map((name) => entryKey(role, 'called', name)),
            ...[...addresses.addresses].map((at) => entryKey(role, 'at', at)),
        ];
        const found = new Set(keys.flatMap((key) => this.entries.get(key) ?? []));
        return [...found].sort((a, b) => a.place - b.place).map(({ entry }) => entry);
    }
    /** Whose container of the role it is that is on a machine. `names`: what one of ours may call itself there. */
    occupant(facts, role, names) {
        if (!(0, reachable_1.it.isReachable)(facts))
            return { is: 'unknown', why: facts?.unreachable ?? 'not looked at', unreachable: true };
        const container = (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[role].container);
        if (!(0, reading_1.it.isKnown)(container))
            return { is: 'unknown', why: container.unknown, unreachable: false };
        if (!container)
            return { is: 'nobody' };
        const { pbx, name } = (0, containers_1.it.toldOf)(container);
        const named = name === undefined || names.has(name);
        const reports = this.isOurPbx(pbx) || (this.pbxUnknown() && named && [...names].some((one) => this.isOurs(one)));
        if (reports && named)
            return { is: 'same', container };
        const { label } = roles_1.it.ROLES[role];
        const called = name === undefined ? '' : ` "${name}"`;
        if (reports)
            return { is: 'renamed', container };
        return {
            is: 'somebody-elses',
            container,
            what: `runs ${(0, article_1.it.withArticle)(label)}${called} of the PBX ${pbx ?? '(none)'}`,
        };
    }
    /** What runs where a server of the cluster file is to run. By whatever name: it is installed anew by the right one. */
    atHome(server) {
        return this.occupant(this.live.hosts.get(server.name), server.role, new Set([server.name]));
    }
    /** What the container of a server of the cluster file calls itself; undefined: nothing, or nobody can see it. */
    calls(server) {
        const found = this.atHome(server);
        return found.is === 'same' || found.is === 'renamed' ? (0, containers_1.it.toldOf)(found.container).name : undefined;
    }
    /** What runs where a server of the cluster file was. */
    atOld(old) {
        const facts = this.live.hosts.get((0, departing_1.oldHost)(old));
        // The machine itself got another address, or is another server's: nothing is left of this one.
        if (this.sameMachine(facts).some(({ role }) => role === old.role))
            return { is: 'nobody' };
        const found = this.occupant(facts, old.role, new Set([old.name]));
        if (found.is === 'unknown' && found.unreachable && this.gone.includes(old.name))
            return { is: 'nobody' };
        // What nobody of ours calls itself by is left alone.
        if (found.is === 'renamed')
            return { is: 'somebody-elses', container: found.container, what: this.strange(old.role, found.container) };
        if (found.is !== 'same')
            return found;
        const other = (0, reachable_1.it.isReachable)(facts) ? alsoRuns(facts, old.role) : undefined;
        const shared = this.isPbxMachine(facts) ? 'the PBX' : other;
        if (shared === undefined)
            return found;
        return this.gone.includes(old.name) ? { is: 'nobody' } : { is: 'shared', what: shared };
    }
    /** What is there of a server that left the cluster file. `host`: what the facts of its machine are kept under. */
    departure(server, host = server.name) {
        const { name, role, address } = server;
        const facts = this.live.hosts.get(host);
        const handed = this.handedTo(server, facts);
        if (handed)
            return { is: 'handed-over', ...handed };
        if (this.pbxAddresses.has(address) || this.pbxAddresses.has(server.privateIp) || this.isPbxMachine(facts))
            return { is: 'pbx' };
        // Two machines may share a public address one after the other; what counts is where this one is reached.
        const successor = this.successorAt(address, facts);
        const found = this.occupant(facts, role, new Set([name]));
        // Whoever comes to its machine, it may still serve there.
        if (found.is === 'unknown' && !this.gone.includes(name))
            return found;
        if (successor?.role === role)
            return { is: 'duplicate', of: successor };
        if (this.gone.includes(name) && found.is !== 'same')
            return { is: 'nobody' };
        if (found.is === 'nobody' || found.is === 'unknown' || found.is === 'somebody-elses')
            return found;
        if (found.is === 'renamed') {
            const other = (0, containers_1.it.toldOf)(found.container).name ?? '';
            // Another one that leaves is known by it, and takes it along.
            if (this.leaving.some((one) => one.name === other && one.role === role && one.address === address))
                return { is: 'nobody' };
            return { is: 'somebody-elses', container: found.container, what: this.strange(role, found.container) };
        }
        const shared = (0, reachable_1.it.isReachable)(facts) ? alsoRuns(facts, role) : undefined;
        if (shared === undefined)
            return { is: 'same', container: found.container };
        return this.gone.includes(name) ? { is: 'nobody' } : { is: 'shared', what: shared };
    }
    strange(role, container) {
        return `runs the ${roles_1.it.ROLES[role].label} "${(0, containers_1.it.toldOf)(container).name ?? ''}", which is not what this project put there`;
    }
    /** The server of the cluster file that has a machine now. */
    successorAt(address, facts) {
        return this.listed.get(address) ?? this.sameMachine(facts)[0];
    }
    /** Servers of the cluster file that have the machine of one that was there. */
    successors(old) {
        const listed = this.listed.get(old.address);
        return [...new Set([...(listed ? [listed] : []), ...this.sameMachine(this.live.hosts.get((0, departing_1.oldHost)(old)))])];
    }
    /** Servers of the cluster file that are one machine, by the boot that it is in. */
    oneMachine() {
        return [...this.boots.values()].filter((servers) => servers.length > 1);
    }
    /** Servers of the cluster file whose machine this is. */
    sameMachine(facts) {
        const boot = bootOf(facts);
        return boot === undefined ? [] : (this.boots.get(boot) ?? []);
    }
    isPbxMachine(facts) {
        if (!(0, reachable_1.it.isReachable)(facts))
            return false;
        if ((0, containers_1.it.seenContainer)(facts, live_1.CALL_MANAGER))
            return true;
        const boot = bootOf(facts);
        return (boot !== undefined && [this.live.main, ...(this.live.nodes?.values() ?? [])].some((one) => bootOf(one) === boot));
    }
    isOurPbx(address) {
        if (address === undefined)
            return true;
        return (this.pbxAddresses.has(address) ||
            (this.live.record?.pbx ?? []).some((one) => (0, addresses_1.it.normalise)(one) === (0, addresses_1.it.normalise)(address)));
    }
    /** A record of an earlier release does not say by which addresses servers have known the PBX. */
    pbxUnknown() {
        return this.live.record !== undefined && this.live.record.pbx === undefined;
    }
    /** The other cluster file that has a server that left ours; of what is not ours also one that has its machine, by whatever name. */
    handedTo(server, facts) {
        const { name, address, role } = server;
        const own = new by_address_1.it.ByAddress([address, ...((0, reachable_1.it.isReachable)(facts) ? facts.addresses : [])].map((one) => [one, true]));
        const ours = this.isOurs(name);
        for (const other of this.live.others ?? []) {
            const { cluster, servers, owned } = other;
            // What it put there and has yet to take away is its own as well: of one that is ours too what the portal has by that name.
            const known = ours && !this.isEntryOf(owned, server, own) ? servers : [...servers, ...addressesIn(owned)];
            const its = known.filter((one) => one.name === name || (!ours && own.has(one.address)));
            if (its.length === 0)
                continue;
            const { is } = this.occupant(facts, role, new Set([name]));
            const successor = this.successorAt(address, facts);
            // What nobody can look at may run there; what runs where another server of the file is now is that one's.
            const mayRun = is === 'same' || (is === 'unknown' && !this.gone.includes(name));
            const runs = ours && mayRun && successor?.role !== role;
            const elsewhere = runs && !its.some((one) => own.has(one.address));
            return { to: cluster, elsewhere, former: ours && this.isFormer(other, name) };
        }
        return undefined;
    }
    /** Whether the portal has a server where another cluster file put it, and not where ours did. */
    isEntryOf(owned, { name, role, privateIp, publicIp }, own) {
        const theirs = (0, names_1.has)(owned, name) ? owned[name] : undefined;
        const entry = this.byName.get(name)?.find((one) => one.role === role && one.type === 'EXTERNAL');
        if (!theirs || !entry)
            return false;
        const places = (0, departing_1.placesOf)({ name, ...theirs }).map((place) => place.address);
        const is = (address, list) => address !== undefined && list.some((one) => (0, addresses_1.it.sameAddress)(one, address));
        const at = [entry.privateIp, entry.publicIp];
        return (at.some((one) => is(one, [...places, theirs.privateIp, theirs.publicIp])) &&
            !at.some((one) => own.has(one) || is(one, [privateIp, publicIp])));
    }
    /** Whether a record tells no more than that another cluster file had a server before ours did. */
    isFormer({ time }, name) {
        const { since = {} } = this.live.record ?? {};
        return time !== undefined && (0, names_1.has)(since, name) && time <= (since[name] ?? '');
    }
    /** The other cluster file that has a server of this name on another machine. */
    contested({ name, address }) {
        for (const other of this.live.others ?? []) {
            const its = other.servers.find((one) => one.name === name);
            if (its && !(0, addresses_1.it.sameAddress)(its.address, address))
                return { by: other.cluster, at: its.address };
        }
        return undefined;
    }
    /** Whether another cluster file of the same PBX has a server within `source`; for what must stay open. */
    isElsewhere(covers) {
        return (this.live.others ?? []).some(({ servers, owned }) => servers.some(({ name, address }) => {
            const known = (0, names_1.has)(owned, name) ? owned[name] : undefined;
            return [address, known?.privateIp, known?.publicIp].some((one) => one !== undefined && covers(one));
        }));
    }
}
exports.Identity = Identity;
function addressesIn(owned) {
    return Object.entries(owned).map(([name, { address }]) => ({ name, address }));
}
/** The other roles whose containers are on a machine. */
function otherRoles(facts, role) {
    const roles = (0, containers_1.it.seenContainers)(facts).flatMap(({ name }) => roles_1.it.ROLE_CONTAINERS.get(name) ?? []);
    return [...new Set(roles)].filter((other) => other !== role);
}
/** Whether two looks, perhaps by different addresses, were at the same machine. */
function isOneMachine(one, other) {
    const boot = bootOf(one);
    return boot !== undefined && boot === bootOf(other);
}
/** The PBX or another role on a machine, for people. */
function alsoRuns(facts, role) {
    const other = (0, containers_1.it.seenContainers)(facts).find(({ name }) => {
        const own = roles_1.it.ROLE_CONTAINERS.get(name);
        return name === live_1.CALL_MANAGER || (own !== undefined && own !== role);
    });
    if (!other)
        return undefined;
    const own = roles_1.it.ROLE_CONTAINERS.get(other.name);
    return own ? `${(0, article_1.it.withArticle)(roles_1.it.ROLES[own].label)} (${other.name})` : other.name;
}
/** What tells a machine from any other as long as it runs: clones of one image share a machine id, and no two a boot. */
function bootOf(facts) {
    return (0, reachable_1.it.isReachable)(facts) && facts.bootId !== '' ? facts.bootId : undefined;
}

/***/ }),

/***/ 1228:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/image-version.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.imageVersion = imageVersion;
exports.checkPbxImage = checkPbxImage;
exports.checkServerImage = checkServerImage;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const run_1 = __nccwpck_require__(5269);
const stage_error_1 = __nccwpck_require__(7033);
const versions_1 = __nccwpck_require__(9587);
/*
 * What an image is that a host has by now: a tag may have been moved since the plan was made.
 */
const VERSION_LABEL = `docker image inspect --format '{{index .Config.Labels "version"}}' "$1"`;
/** An image's `version` label; undefined: it has none, or the host does not have the image. */
async function imageVersion(host, image) {
    const { code, stdout } = await host.run(VERSION_LABEL, [image], { repeatable: true });
    const version = stdout.trim();
    return code === 0 && /^\d{1,4}(?:\.\d{1,4}){0,3}$/.test(version) ? version : undefined;
}
/** Throws where what a name stands for by now is not the version that the cluster file wants of the PBX. */
async function checkPbxImage(run, image, wanted) {
    if (wanted === undefined)
        return;
    const { machine } = run.session.cluster.pbx;
    const version = await imageVersion((0, run_1.hostOf)(run, machine), image);
    if (version === wanted)
        return;
    throw new stage_error_1.StageError(`${image} is ${said(version)} by now, and the PBX is to get ${wanted}: ${version === undefined ? 'name an image of that version' : `write ${version} into pbx.version, or name an image that is ${wanted}`}`);
}
/**
 * Throws where a server would get a version that does not go with the PBX's. `catchesUp`: it is done for the server to have the
 * PBX's version in the end.
 */
async function checkServerImage(run, server, catchesUp) {
    const { image, name, role } = server;
    const pbx = (0, versions_1.pbxVersion)({ cluster: run.session.cluster, live: run.live, plane: run.plane });
    if (pbx === undefined || !(0, roles_1.it.followsPbx)(role))
        return;
    const version = await imageVersion((0, run_1.hostOf)(run, server), image);
    if (version === undefined || version === pbx)
        return;
    const exact = catchesUp || roles_1.it.ROLES[role].sameVersionAsPbx;
    if (!exact && (0, versions_1.olderThan)(version, pbx))
        return;
    throw new stage_error_1.StageError((0, versions_1.olderThan)(pbx, version)
        ? `${image} is ${said(version)} by now, newer than the PBX (${pbx}), and no server may be: ${name} was left as it is; upgrade the PBX first`
        : `${image} on the host of ${name} is ${said(version)}, and the PBX runs ${pbx}: the registry that it comes from does not have that yet`);
}
function said(version) {
    return version === undefined ? 'an image without a version label' : `version ${version}`;
}

/***/ }),

/***/ 2480:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/index.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.KINDS = exports.STAGES = void 0;
exports.stageOf = stageOf;
exports.bucketOf = bucketOf;
exports.applyChange = applyChange;
exports.wordsOf = wordsOf;
exports.deedOf = deedOf;
exports.around = around;
const backup_1 = __nccwpck_require__(7156);
const built_in_1 = __nccwpck_require__(2622);
const callers_back_1 = __nccwpck_require__(1922);
const firewall_1 = __nccwpck_require__(7698);
const heal_1 = __nccwpck_require__(3584);
const install_1 = __nccwpck_require__(5975);
const prepare_1 = __nccwpck_require__(7291);
const registry_1 = __nccwpck_require__(8561);
const register_1 = __nccwpck_require__(9407);
const remove_1 = __nccwpck_require__(582);
const restart_1 = __nccwpck_require__(7843);
const sbc_settings_1 = __nccwpck_require__(2106);
const scripts_1 = __nccwpck_require__(3824);
const stage_1 = __nccwpck_require__(6398);
const token_1 = __nccwpck_require__(4013);
/** All stages, in the order in which PortSIP's guide has them and a later one sees what an earlier one decided. */
const stages = [
    firewall_1.firewall,
    register_1.register,
    heal_1.heal,
    sbc_settings_1.sbcSettings,
    token_1.token,
    scripts_1.scripts,
    prepare_1.prepare,
    registry_1.registry,
    install_1.install,
    callers_back_1.callersBack,
    built_in_1.builtIn,
    remove_1.remove,
    registry_1.registryLeft,
    restart_1.restart,
    backup_1.backup,
];
/** Does not compile while a kind of change belongs to no stage. */
exports.STAGES = stages;
const BY_KIND = new Map(
// The keys are where the kinds are listed: there is nothing to compare them with.
exports.STAGES.flatMap((stage) => Object.keys(stage.apply).map((kind) => [kind, stage])));
/** All kinds of changes, by stage */
exports.KINDS = [...BY_KIND.keys()];
function owner({ kind }) {
    const stage = BY_KIND.get(kind);
    if (!stage)
        throw new Error(`no stage has changes of the kind ${kind}`);
    return stage;
}
/** The stage that a change belongs to. */
function stageOf(change) {
    return owner(change).name;
}
/** Where a change's stage stands in a plan. */
function bucketOf(change) {
    return stage_1.STAGE_NAMES.indexOf(stageOf(change));
}
/** Does one change. Throws StageError, HostError or PbxError. */
async function applyChange(change, run) {
    const apply = owner(change).apply[change.kind];
    if (!apply)
        throw new Error(`nothing applies changes of the kind ${change.kind}`);
    await apply(change, run);
}
/** How people are told of a change. */
function wordsOf(change) {
    const words = owner(change).words[change.kind];
    if (!words)
        throw new Error(`there are no words for changes of the kind ${change.kind}`);
    return words;
}
/** "install media-server-2", "take media-server-2 out of the portal" */
function deedOf(change) {
    const words = wordsOf(change);
    return around(words.deed(change), words.target(change));
}
/** A verb and its particle, around whom it is done to. */
function around([verb, particle], whom) {
    return [verb, whom, particle].filter(Boolean).join(' ');
}

/***/ }),

/***/ 5975:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/install.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.install = void 0;
const image_1 = { get it() { return (__nccwpck_require__(2907).image); } };
const ports_1 = { get it() { return (__nccwpck_require__(2907).ports); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(6060)["natural-order"]); } };
const database_1 = __nccwpck_require__(9583);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const by_hand_1 = __nccwpck_require__(7973);
const departing_1 = __nccwpck_require__(8262);
const drain_1 = __nccwpck_require__(2842);
const heirs_1 = __nccwpck_require__(3325);
const backups_1 = __nccwpck_require__(6459);
const live_1 = __nccwpck_require__(9508);
const names_1 = __nccwpck_require__(5772);
const online_1 = __nccwpck_require__(8597);
const known_versions_1 = __nccwpck_require__(2485);
const order_1 = __nccwpck_require__(244);
const outside_1 = __nccwpck_require__(1787);
const pbx_1 = __nccwpck_require__(6038);
const preflight_1 = __nccwpck_require__(7595);
const role_diff_1 = __nccwpck_require__(9376);
const role_verification_1 = __nccwpck_require__(1148);
const run_1 = __nccwpck_require__(5269);
const script_1 = __nccwpck_require__(501);
const stage_error_1 = __nccwpck_require__(7033);
const unseen_1 = __nccwpck_require__(5802);
const versions_1 = __nccwpck_require__(9587);
/** What is on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
exports.install = {
    name: 'install',
    *diff(input, planned) {
        const { cluster } = input;
        const sshKeys = diffSshKeys(input);
        const pbx = diffPbxImage(input, planned);
        const findings = [...(0, versions_1.pbxVersionFindings)(input), ...(0, known_versions_1.knownFaults)(input)];
        const before = new change_1.it.Planned([...planned.changes, ...sshKeys]);
        const taken = (0, heirs_1.heirs)(input);
        const roles = [];
        for (const server of [...cluster.servers].sort((a, b) => (0, roles_1.it.byUpgrade)(a, b) || (0, natural_order_1.it.compare)(a.name, b.name))) {
            yield;
            const old = leavesFrom(server, input);
            const facts = input.live.hosts.get(server.name);
            const takers = taken.get(server.name) ?? [];
            findings.push(...takers.flatMap((heir) => (0, heirs_1.unseenHeir)(server, heir, input)));
            if (!(0, reachable_1.it.isReachable)(facts)) {
                findings.push(...unreachableHost(server, facts?.unreachable, input));
                continue;
            }
            findings.push(...(0, versions_1.versionFindings)(server, input), ...(0, versions_1.takenBackFindings)(server, input));
            const change = (0, role_diff_1.diffRole)(server, facts, old, input, before);
            if (!(0, reading_1.it.isKnown)(change)) {
                // What cannot be seen may serve: it is neither installed nor recreated.
                const what = (0, reading_1.it.isKnown)(facts.containers) ? 'config' : 'containers';
                findings.push((0, unseen_1.unseen)(what, server.name, change.unknown, 'it is left as it is'));
                if (what === 'containers')
                    findings.push(...(0, preflight_1.preflight)(input, server, facts));
                continue;
            }
            const home = input.who.atHome(server);
            if (home.is === 'somebody-elses') {
                findings.push(notOurs(server, home.what, input));
                continue;
            }
            if (!change)
                continue;
            const after = entriesThatGo(server, input, before);
            roles.push({ ...change, needs: [...change.needs, ...(pbx ? [pbx.id] : [])], after });
            if (old)
                findings.push(...unseenOldHost(server, old, input));
            findings.push(...(0, database_1.databaseFindings)(server, facts, input), ...(0, database_1.instanceFindings)(server, facts, input));
            if (change.action === 'update')
                findings.push(...(0, preflight_1.preflightUpdate)(input, server, facts, change.verbs.includes('rm')));
            else
                findings.push(...(0, preflight_1.preflight)(input, server, facts), ...unseenFirewall(server, input), ...notes(server, input));
        }
        findings.push(...madeReadyByHand(roles, cluster));
        if (!pbx)
            findings.push(...pbxOlder(input, roles));
        findings.push(...input.who.oneMachine().flatMap(oneMachine));
        findings.push(...cluster.servers.flatMap((server) => listedTwice(server, input)));
        return { changes: [...sshKeys, ...(pbx ? [pbx] : []), ...serialized(afterHeirs(roles, taken), cluster)], findings };
    },
    apply: { 'ssh-key': applySshKey, 'pbx-image': upgradePbx, role: applyRole },
    words: {
        'ssh-key': {
            object: () => "the control node's SSH key",
            deed: () => ['let the control node sign in to'],
            target: ({ server }) => server,
            reason: ({ causes: [first] }) => first?.cause === 'key-refused'
                ? 'the control node cannot sign in there: its SSH key is not accepted'
                : 'the control node cannot sign in there: it does not know its host key',
            differences: ({ of }) => [{ name: 'SSH key of', after: of }],
        },
        'pbx-image': {
            object: () => 'service on the host',
            deed: () => ['upgrade'],
            target: () => 'the PBX',
            reason: ({ causes: [first] }) => first?.cause === 'version'
                ? 'the cluster file wants another version of the PBX itself'
                : 'the cluster file wants another image of the PBX itself',
            differences: ({ present, image, version, causes: [first] }) => [
                ...(first?.cause === 'version' ? [] : [{ name: 'image', before: present.image, after: image }]),
                ...(version === undefined
                    ? []
                    : [{ name: 'version', ...(present.version !== undefined && { before: present.version }), after: version }]),
            ],
        },
        role: {
            object: () => 'service on the host',
            deed: ({ action, verbs }) => [
                action === 'create'
                    ? 'install'
                    : action === 'replace'
                        ? 'move'
                        : verbs.includes('upgrade')
                            ? 'upgrade'
                            : 'recreate',
            ],
            target: ({ server }) => server,
            reason: ({ causes, wanted }) => causes.map((cause) => roleReason(cause, wanted)).join('; '),
            differences: ({ differences }) => [...differences],
        },
    },
};
function roleReason(cause, wanted) {
    switch (cause.cause) {
        case 'moved':
            return `it moves from ${cause.from} to ${wanted.address}`;
        case 'not-installed':
            return `no ${roles_1.it.ROLES[wanted.role].label} runs on ${wanted.address} yet`;
        case 'image':
            return 'the cluster file wants another image';
        case 'behind-pbx':
            return `the PBX ${cause.planned ? 'is upgraded to' : 'runs'} ${cause.pbx}, it runs ${cause.own}`;
        case 'values':
            return 'it runs with other values than the cluster file has';
        case 'stopped':
            return 'its container does not run';
        case 'companion-stopped':
            return `${cause.container}, which belongs to it, does not run`;
        case 'token':
            return { replaced: 'its token is replaced', gone: 'its token no longer exists on the PBX', newer: NEWER }[cause.why];
        case 'new-token-asked':
            return 'a new token was issued, and it signs in with it only once it is recreated';
        case 'owed':
            return cause.said;
        case 'unfinished':
            return 'an earlier run wrote new values to its host and did not get to recreate it';
        case 'pbx-upgraded':
            return 'the PBX is upgraded, and Data Flow must be recreated after that';
    }
}
/** What takes another entry of a server's machine elsewhere, or another name its place: whoever drains it by that comes after it. */
function entriesThatGo(server, { who }, planned) {
    const { name: own } = server;
    const names = new Set(who.entriesOf(server).flatMap(({ name }) => (name === own ? [] : [name])));
    if (names.size === 0)
        return [];
    const goes = ({ server: name, replaces }) => name !== own && (names.has(name) || (replaces !== undefined && names.has(replaces)));
    return planned
        .ofKind('portal-entry')
        .filter(goes)
        .map(({ id }) => id);
}
const NEWER = 'the portal has a newer token than it runs with';
function unreachableHost(server, why, { options }) {
    if (options.gone.includes(server.name))
        return [];
    return [
        {
            code: 'host-unreachable',
            severity: 'blocking',
            server: server.name,
            message: why ?? `${server.name} (${server.address}) was not looked at`,
        },
    ];
}
/** Nobody can say whether the main server lets a new server in. */
function unseenFirewall({ name }, { live: { main } }) {
    if (!(0, reachable_1.it.isReachable)(main) || (0, reading_1.it.isKnown)(main.firewall))
        return [];
    return [(0, unseen_1.unseen)('firewall', name, main.firewall.unknown, 'it waits')];
}
/** Where a server of the cluster file still is, or may be, although that is not where it is to be. */
function leavesFrom(server, { who }) {
    const places = who.moved.get(server.name) ?? [];
    const at = (is) => places.find((place) => who.atOld(place).is === is);
    return at('unknown') ?? at('shared') ?? at('same');
}
function unseenOldHost(server, old, { who }) {
    const there = who.atOld(old);
    const blocked = (code, message) => ({
        code,
        severity: 'blocking',
        server: server.name,
        message: `${server.name} moved, but its old host ${old.address} ${message}: --host-is-gone ${server.name} (input host-is-gone)`,
    });
    switch (there.is) {
        case 'unknown':
            return there.unreachable
                ? [
                    blocked('host-unreachable', `does not answer (${there.why}): a second server of that name could come up there; when it is gone for good, say so`),
                ]
                : [
                    (0, unseen_1.unseen)('containers', server.name, there.why, `it moved from ${old.address}, where a second server of that name could come up, so it waits`),
                ];
        case 'shared':
            return [
                blocked('host-shared', `runs ${there.what} as well, where no script of ours is run: remove it there by hand (${roles_1.it.ROLES[old.role].script.file} rm), or say that the old host is gone`),
            ];
        case 'nobody':
        case 'same':
        case 'somebody-elses':
            return [];
    }
}
function notOurs({ name, address, role }, what, { cluster }) {
    return {
        code: 'not-ours',
        severity: 'blocking',
        server: name,
        message: `The host of ${name} (${address}) ${what}, and not of this one (${cluster.pbx.privateIp}): it is left alone. If that one is not wanted any more, remove it there (${roles_1.it.ROLES[role].script.file} rm); if the PBX had that address before, start it by hand with the new one`,
    };
}
/** Servers of the cluster file behind which there is one machine. */
function oneMachine(servers) {
    return servers.map(({ name, address }) => ({
        code: 'one-machine',
        severity: 'blocking',
        server: name,
        message: `${servers.map((one) => `${one.name} (${one.address})`).join(' and ')} are one and the same machine, and a machine runs one role: give ${name} a host of its own instead of ${address}, or delete it`,
    }));
}
/** What one cluster file does to a server of this name, the other one would undo, or take away from it. */
function listedTwice(server, { who }) {
    const { name, address } = server;
    const other = who.contested(server);
    if (!other)
        return [];
    return [
        {
            code: 'listed-twice',
            severity: 'blocking',
            server: name,
            message: `The cluster file "${other.by}" of the same PBX has a server ${name} as well, at ${other.at} and not at ${address}: it waits until only one of them has it. Give one another name, or delete it from one and deploy that; if there is no such cluster file any more, delete its record on the main server (/var/lib/portsip-cluster/${other.by}.json)`,
        },
    ];
}
/** Where the control node cannot sign in and may be let in. */
function diffSshKeys({ cluster, live, options }) {
    if (!options.installSshKey)
        return [];
    return cluster.servers.flatMap((server) => {
        const refused = live.control?.refused.get(server.address);
        if (!refused || refused.why === 'other' || !(0, reachable_1.it.isReachable)(live.hosts.get(server.name)))
            return [];
        const { name, address, ssh } = server;
        return [
            {
                kind: 'ssh-key',
                id: change_1.it.idOf.sshKey(name),
                action: 'create',
                server: name,
                causes: [{ cause: refused.why === 'key' ? 'key-refused' : 'host-key-unknown' }],
                impact: 'none',
                needs: [],
                after: [],
                machine: { name, address, ssh },
                of: `${cluster.ssh.user}@${cluster.pbx.machine.address}`,
            },
        ];
    });
}
function diffPbxImage(input, planned) {
    const upgrade = (0, versions_1.pbxUpgrade)(input);
    if (!upgrade)
        return undefined;
    const { present, presentVersion, image, version } = upgrade;
    return {
        kind: 'pbx-image',
        id: change_1.it.idOf.pbxImage,
        action: 'update',
        causes: [{ cause: (0, image_1.it.sameImage)(present, image) ? 'version' : 'image' }],
        impact: 'active-calls',
        needs: planned.these([change_1.it.idOf.scripts(backups_1.PBX_NAME), change_1.it.idOf.registry(backups_1.PBX_NAME)]),
        after: [],
        image,
        ...(version !== undefined && { version }),
        present: { image: present, ...(presentVersion !== undefined && { version: presentVersion }) },
    };
}
/** Servers that would get a newer image than the PBX runs. */
function pbxOlder({ live, plane }, roles) {
    // Where servers follow the PBX, whatever is wanted, the control plane tells it.
    const version = plane.followsPbxImage ? undefined : (0, live_1.pbxContainer)(live)?.version;
    return roles.flatMap(({ action, pull, wanted: { name, role, image } }) => {
        const wanted = !(0, roles_1.it.followsPbx)(role) || (action === 'update' && pull === undefined) ? undefined : (0, image_1.it.versionOf)(image);
        if (!version || !wanted || !(0, image_1.it.isOlder)((0, image_1.it.parseVersion)(version), wanted))
            return [];
        return [
            {
                code: 'pbx-older',
                severity: 'blocking',
                server: name,
                message: `The PBX runs version ${version}, which is older than ${image}; upgrade the PBX first (set pbx.image in the cluster file, or do it by hand)`,
            },
        ];
    });
}
/** Two that report by one name confuse the PBX: who takes the machine that one moved from makes an end of it there, and comes first. */
function afterHeirs(roles, taken) {
    const ids = new Set(roles.map(({ id }) => id));
    return roles.map((change) => {
        if ((0, heirs_1.isExchange)(change.server, taken))
            return change;
        const ends = (taken.get(change.server) ?? []).map(({ name }) => change_1.it.idOf.role(name)).filter((id) => ids.has(id));
        return { ...change, needs: [...change.needs, ...ends] };
    });
}
/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialized(changes, cluster) {
    const ordered = afterTheirs(changes);
    const turns = (0, order_1.inTurn)([...ordered.filter(comesBack), ...ordered.filter(({ impact }) => impact !== 'none')].map(({ id, wanted }) => ({
        id,
        role: wanted.role,
    })), cluster.restart.maxUnavailable);
    return changes.map((change) => ({ ...change, after: [...change.after, ...(turns.get(change.id) ?? [])] }));
}
/** Where nobody stands in for a server that is away, one that does not run comes back before another one goes. */
function comesBack({ impact, action, wanted }) {
    return impact === 'none' && action !== 'create' && (0, roles_1.it.isOutside)(wanted.role);
}
/** The same, each after those that it comes after. */
function afterTheirs(changes) {
    const byId = new Map(changes.map((change) => [change.id, change]));
    const ordered = new Set();
    const place = (change) => {
        for (const id of [...change.after, ...change.needs]) {
            const first = byId.get(id);
            if (first && !ordered.has(first))
                place(first);
        }
        ordered.add(change);
    };
    changes.forEach(place);
    return [...ordered];
}
/** What a person does with new servers whose own portal nobody else can use, once for all of them. */
function madeReadyByHand(roles, cluster) {
    const isNew = new Set(roles.flatMap(({ action, server }) => (action === 'update' ? [] : [server])));
    const ready = cluster.servers.filter(({ name, role }) => isNew.has(name) && roles_1.it.ROLES[role].token?.source === 'by-hand');
    const [only, ...others] = ready;
    if (!only)
        return [];
    const who = others.length === 0 ? only.name : `each of ${(0, list_1.it.list)(ready.map(({ name }) => name))}`;
    return [
        {
            code: 'sbc-by-hand',
            severity: 'note',
            ...(others.length === 0 && { server: only.name }),
            message: `A person makes ${who} ready: ${(0, by_hand_1.firstSteps)(ready, cluster)}`,
        },
    ];
}
function notes(server, { cluster, options }) {
    const { callersReach, token } = roles_1.it.ROLES[server.role];
    const note = (code, message) => ({ code, severity: 'note', server: server.name, message });
    return [
        ...(callersReach
            ? [
                note('cloud-firewall', `${cluster.cloud ? 'Open' : `If ${server.name} is in a cloud, open`} ${(0, ports_1.it.portsText)(callersReach)} to ${server.publicIp ?? server.address} in its security group: no script can do that${cluster.cloud ? `; all rules: portsip-cluster cloud-firewall` : ''}`),
            ]
            : []),
        ...(token?.source === 'path' && !options.dataflowTokenPath
            ? [
                note('dataflow-token', 'PortSIP publishes no way to issue a Data Flow token; in the portal: Servers > Data Flow > default server > Generate Token'),
            ]
            : []),
    ];
}
/** Puts the control node's key where it has to be. */
async function applySshKey({ machine }, { session, plane }) {
    const { cluster, hosts } = session;
    await plane.letIn(hosts.host(cluster.pbx.machine), hosts.host(machine), machine);
}
/** Installs, recreates or upgrades a role and checks whether it really runs as wanted. */
async function applyRole(change, run) {
    const listed = (0, names_1.findServer)(run.session.cluster, change.server);
    if (!listed)
        throw new stage_error_1.StageError(`${change.server} is not in the cluster file`);
    // As it was shown: with the database that is there, where the file names none.
    const server = { ...change.wanted, at: listed.at };
    const token = roles_1.it.ROLES[server.role].token?.source === 'portal' ? await portalToken(run) : undefined;
    const work = async (before) => {
        const { leaves } = change;
        // A server that moves is uninstalled where it was: two that report by one name confuse the PBX.
        if (leaves) {
            const old = (0, departing_1.asServer)(leaves.from, run.session.cluster);
            const where = `leave-${old.address.replaceAll(':', '-')}`;
            await (0, drain_1.leaveMachine)(run, leaves.from, run.live.hosts.get((0, departing_1.oldHost)(leaves.from)), change.id, async (now) => {
                for (const verb of (0, role_diff_1.stillToRun)(leaves.verbs, old.role, now))
                    await (0, script_1.runVerb)(change.id, run, old, verb, { called: { rm: where } });
            });
        }
        const called = change.action === 'update' ? UPDATING : INSTALLING;
        if (change.action === 'update')
            await noteUnfinished(run, server);
        for (const verb of change.verbs)
            await (0, script_1.runVerb)(change.id, run, server, verb, { called, ...(token && { token }) });
        await (0, role_verification_1.verifyRole)(change, run, server, before);
    };
    // Where nothing runs yet there is nothing to drain; an earlier run, or what ended it elsewhere, may have led callers away.
    const isLedAway = run.record.current.draining.includes(server.name);
    if (change.action === 'create' && !isLedAway)
        return work();
    const watched = () => (0, online_1.watchingSight)(run, server, work);
    if (!(0, roles_1.it.isOutside)(server.role))
        return (0, drain_1.drained)(run, server, change.id, watched);
    // One that moves has its callers where it was.
    const { drain, leaves, id } = change;
    const old = leaves && (0, departing_1.asServer)(leaves.from, run.session.cluster);
    return (0, outside_1.ledAway)(run, old ?? server, { id, drain }, watched);
}
/** A script writes its configuration file first: should it fail after that, only this tells that something else runs. */
async function noteUnfinished(run, server) {
    const container = (0, live_1.serverContainer)(run.live, server);
    if (container)
        await run.record.update((record) => ({
            ...record,
            unfinished: { ...record.unfinished, [server.name]: container.createdAt },
        }));
}
const INSTALLING = { run: 'install' };
const UPDATING = { rm: 'delete', run: 'recreate' };
async function portalToken(run) {
    const token = run.options.imToken ?? run.tokens.im ?? (await run.session.pbx.imToken());
    if (!token)
        throw new stage_error_1.StageError('The portal has issued no IM token yet: the token stage (action issue-token) must run first');
    run.session.secrets.add(token);
    return token;
}
async function upgradePbx(change, run) {
    const { cluster } = run.session;
    await (0, script_1.runScript)(run, run.plane.pbxCommand('upgrade'), {
        id: change.id,
        key: 'upgrade-pbx',
        title: 'upgrade the PBX',
    });
    run.progress(change.id, 'waiting for the PBX to answer');
    await (0, pbx_1.pbxAnswers)(run);
    await (0, pbx_1.noteLoadBalancer)(run, await (0, run_1.factsOf)(cluster, (0, run_1.hostOf)(run, cluster.pbx.machine)));
}

/***/ }),

/***/ 2485:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/known-versions.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.knownFaults = knownFaults;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const live_1 = __nccwpck_require__(9508);
const versions_1 = __nccwpck_require__(9587);
/** Source of all: PortSIP's release notes of v22.x (mid 2026) */
const KNOWN_FAULTS = [
    {
        in: 'pbx',
        mended: '22.6.0',
        what: 'entries of the whitelist can be without effect, which can lock the servers out',
    },
    { in: 'pbx', since: '22.2.20', mended: '22.2.21', what: 'the call manager crashes with push notifications' },
    { in: 'queue', since: '22.6.0', mended: '22.6.1', what: 'it leaks memory' },
    { in: 'queue', mended: '22.2.17', what: 'it leaks memory' },
    { in: 'media', mended: '22.6.3', what: 'it sends keep-alives to itself' },
    // Mended on 2026-05-25 in the image of the day; the next release after that is 22.6.0.
    {
        in: 'dataflow',
        mended: '22.6.0',
        what: 'its logs can fill the disk, after which it does not start (unless its image is of 2026-05-25 or later)',
    },
];
/** Versions that run and are known to be faulty. */
function knownFaults({ cluster, live }) {
    const pbx = (0, live_1.pbxContainer)(live)?.version;
    const running = [
        ...(pbx === undefined ? [] : [{ of: 'pbx', who: 'The PBX', version: pbx }]),
        ...cluster.servers.flatMap((server) => {
            const version = (0, live_1.serverContainer)(live, server)?.version;
            return version === undefined ? [] : [{ of: server.role, who: server.name, server: server.name, version }];
        }),
    ];
    return running.flatMap(({ of, who, version, ...rest }) => KNOWN_FAULTS.filter((fault) => fault.in === of &&
        (0, versions_1.olderThan)(version, fault.mended) &&
        (fault.since === undefined || !(0, versions_1.olderThan)(version, fault.since))).map(({ what, mended }) => ({
        code: 'known-fault',
        severity: 'warning',
        ...rest,
        message: `${who} runs version ${version}, of which PortSIP knows a fault: ${of === 'pbx' ? what : `${what} (${roles_1.it.ROLES[of].label})`}; mended in ${mended}`,
    })));
}

/***/ }),

/***/ 7176:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/left-behind.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.stillThere = stillThere;
exports.mayBeAt = mayBeAt;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const departing_1 = __nccwpck_require__(8262);
const names_1 = __nccwpck_require__(5772);
/*
 * What a run leaves of servers that left the cluster file, or the machine that they were on: as long as there is something of
 * one, the record keeps it. What is forgotten by mistake is nobody's for ever.
 */
/** Names that left the file and of which something is, or may be, still there. `done`: what this run did of the plan. */
function stillThere({ who, portal }, { changes, warnings }, done) {
    const open = changes.flatMap((change) => (done.has(change.id) ? [] : names(change)));
    const blocked = warnings
        .filter(finding_1.it.isBlocking)
        .flatMap(({ server, change }) => (change === undefined ? (server ?? []) : []));
    const there = who.leaving.filter((server) => isThere(server, who, portal, changes, done)).map(({ name }) => name);
    return new Set([...open, ...blocked, ...there]);
}
/** Whom a change takes something of away. */
function names(change) {
    switch (change.kind) {
        case 'portal-entry':
            return change.replaces === undefined ? [] : [change.replaces];
        case 'role-removal':
        case 'portal-entry-removal':
        case 'im-addresses-removal':
            return [change.server];
        default:
            return [];
    }
}
function isThere(server, who, portal, changes, done) {
    const { name, role } = server;
    const handed = who.departure(server);
    if (handed.is === 'handed-over')
        return handed.elsewhere || handed.former;
    if ((0, roles_1.it.isListed)(role) && portal.find(role, name))
        return true;
    const removed = changes.flatMap((change) => change.kind === 'role-removal' && change.server === name && done.has(change.id) ? [change.from.address] : []);
    return (0, departing_1.placesOf)(server).some((place, index) => {
        if (removed.some((address) => (0, addresses_1.it.sameAddress)(address, place.address)))
            return false;
        const there = who.departure(place, index === 0 ? name : (0, departing_1.oldHost)(place));
        switch (there.is) {
            case 'nobody':
            case 'pbx':
            case 'handed-over':
                return false;
            case 'duplicate':
                // Its machine is another name's now: what runs there must be called so first.
                return who.calls(there.of) === name && !isRenamed(there.of.name, changes, done);
            case 'same':
            case 'shared':
            case 'unknown':
                return true;
            case 'somebody-elses':
                return index === 0;
        }
    });
}
function isRenamed(name, changes, done) {
    return changes.some((change) => change.kind === 'role' && change.server === name && done.has(change.id));
}
/** Whether a server of the cluster file may still be on a machine that it is not to be on. */
function mayBeAt({ who, session }, name, address) {
    // Where it is to be it is not left, but on its way to.
    if ((0, addresses_1.it.sameAddress)((0, names_1.findServer)(session.cluster, name)?.address, address))
        return true;
    const place = (who.moved.get(name) ?? []).find((one) => (0, addresses_1.it.sameAddress)(one.address, address));
    // Another server of the file has the machine now and makes anew what runs there: until it has, that still goes by this name.
    if (!place)
        return mayBeAtHomeOf(who, findServerAt(session.cluster, address), name);
    const there = who.atOld(place);
    return there.is === 'same' || there.is === 'unknown' || there.is === 'shared';
}
function mayBeAtHomeOf(who, other, name) {
    if (!other)
        return false;
    return who.atHome(other).is === 'unknown' || who.calls(other) === name;
}
function findServerAt({ servers }, address) {
    return servers.find((server) => (0, addresses_1.it.sameAddress)(server.address, address));
}

/***/ }),

/***/ 9508:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/live.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.LOAD_BALANCER = exports.CALL_MANAGER = void 0;
exports.pbxContainer = pbxContainer;
exports.serverContainer = serverContainer;
exports.onlineIn = onlineIn;
exports.isOnline = isOnline;
exports.isOffline = isOffline;
exports.isTakenOut = isTakenOut;
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
/** The container that the PBX's calls depend on */
exports.CALL_MANAGER = 'portsip.callmanager';
exports.LOAD_BALANCER = 'portsip.loadbalancer';
/** The PBX's own container: that of the node where it runs, the main server's if it runs nowhere. */
function pbxContainer({ main, nodes }) {
    const all = [main, ...(nodes?.values() ?? [])].flatMap((facts) => (0, reachable_1.it.isReachable)(facts) ? ((0, containers_1.it.seenContainer)(facts, exports.CALL_MANAGER) ?? []) : []);
    return all.find(({ running }) => running) ?? all[0];
}
/** The container of a server on its host, as far as it is known; undefined: none, or nobody can tell. */
function serverContainer({ hosts }, server) {
    const facts = hosts.get(server.name);
    return (0, reachable_1.it.isReachable)(facts) ? (0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, facts)) : undefined;
}
/** Whether the PBX sees a server of the portal. */
function onlineIn({ portal }, { id }) {
    const status = portal.status.get(id);
    if (status === undefined)
        return false;
    return (0, reading_1.it.isKnown)(status) ? status.status === 'ONLINE' : status;
}
/** Whether the PBX certainly sees it. */
function isOnline(live, entry) {
    return onlineIn(live, entry) === true;
}
/** Whether the PBX certainly does not see it: of whatever else, calls may be on it. */
function isOffline(live, entry) {
    return onlineIn(live, entry) === false;
}
/** Whether we disabled it because it was dead. One that somebody has enabled since takes calls like any other. */
function isTakenOut({ record }, { name, enabled }) {
    return !enabled && record !== undefined && Object.hasOwn(record.dead, name);
}

/***/ }),

/***/ 7957:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/lock.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SURELY_HELD_MS = void 0;
exports.withLock = withLock;
exports.releaseOwn = releaseOwn;
exports.lockHolder = lockHolder;
const clock_1 = { get it() { return (__nccwpck_require__(7426).clock); } };
const files_1 = { get it() { return (__nccwpck_require__(7083).files); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const stage_error_1 = __nccwpck_require__(7033);
const wait_1 = __nccwpck_require__(3039);
/**
 * A holder that gave no sign of life for this long is dead: its runner was killed, or its network is gone. Nothing else
 * says so: two machines may have one name, and one process number.
 */
const STALE_MS = 120_000;
const HEARTBEAT_MS = 20_000;
/** For so long after it was certainly ours nobody takes it over, however slow this machine or its clock. */
exports.SURELY_HELD_MS = STALE_MS - 1.5 * HEARTBEAT_MS;
/** Longer than it takes a dead holder's lock to become stale. */
const PATIENCE_MS = 180_000;
/**
 * Does `work` while no other run changes the cluster; the session that it gets is cancelled if one does after all. The steps of one job
 * share the lock (same identity); a terminal gives it back at the end, a job keeps it for its next step and gives it back in its `post` step.
 * `undisturbed`: nobody else held it as it was asked for, alive or dead. Throws StageError that names the holder when the lock does not
 * come free.
 */
async function withLock(session, work, { isOver, released } = { isOver: () => false, released: () => undefined }) {
    const { cluster, hosts, log, run } = session;
    const main = hosts.host(cluster.pbx.machine);
    const holder = { ...run, since: new Date(session.now()).toISOString() };
    let other;
    let undisturbed = true;
    const held = await (0, wait_1.until)(session, PATIENCE_MS, async () => {
        const answer = await (0, files_1.it.acquireLock)(main, cluster.name, holder, { staleAfterMs: STALE_MS });
        if (answer.acquired) {
            if (answer.tookOver) {
                undisturbed = false;
                log.warning(`Took over the lock of ${describe(answer.tookOver)}, which gave no sign of life`);
            }
            return true;
        }
        if (!other)
            log.info(`${cluster.name} is locked by ${describe(answer.holder)}; waiting for it, or until it has given no sign of life for ${STALE_MS / 60_000} minutes`);
        other = answer.holder;
        undisturbed = false;
        return undefined;
    });
    if (!held)
        throw new stage_error_1.StageError(`${cluster.name} is locked by ${describe(other ?? {})}; try again when that run has ended`);
    const lost = new AbortController();
    const stop = (0, clock_1.it.every)(session, HEARTBEAT_MS, () => {
        // A beat that is lost costs nothing: the next one comes before the lock is stale.
        (0, files_1.it.refreshLock)(main, cluster.name, run.id).then((ours) => {
            if (ours || lost.signal.aborted)
                return;
            log.error(`Another run took over the lock of ${cluster.name}: nothing new is begun by this one`);
            lost.abort();
        }, (error) => log.debug(String(error)));
    });
    let keep = run.keepLock === true;
    try {
        const done = await work({ ...session, signal: AbortSignal.any([session.signal, lost.signal]) }, undisturbed);
        keep &&= !isOver(done);
        return done;
    }
    finally {
        stop();
        if (!keep)
            await (0, files_1.it.releaseLock)(main, cluster.name, run.id).then(released, (error) => log.debug(String(error)));
    }
}
/** For the end of a job: does `work` if the lock is still this run's, then gives it back. */
async function releaseOwn(session, work) {
    const { cluster, hosts, run } = session;
    const main = hosts.host(cluster.pbx.machine);
    if (!(await (0, files_1.it.refreshLock)(main, cluster.name, run.id)))
        return undefined;
    try {
        return await work();
    }
    finally {
        await (0, files_1.it.releaseLock)(main, cluster.name, run.id);
    }
}
/** Who holds the lock, as the main server's facts have it; undefined: nobody who gave a sign of life recently. */
function lockHolder({ lock, lockIdleMs = 0 }) {
    if (lock === undefined || lockIdleMs >= STALE_MS)
        return undefined;
    if (!(0, reading_1.it.isKnown)(lock))
        return `a run that cannot be told (${lock.unknown})`;
    let holder;
    try {
        holder = JSON.parse(lock);
    }
    catch {
        // Its writer is at work, or died half way.
    }
    const known = typeof holder === 'object' && holder !== null ? holder : {};
    const silent = lockIdleMs > 2.5 * HEARTBEAT_MS ? `; no sign of life for ${Math.round(lockIdleMs / 1000)} s` : '';
    return `${describe(known)}${silent}`;
}
function describe({ id, host, since }) {
    // What another run wrote is shown to people, never obeyed.
    const plain = (text) => typeof text === 'string' ? text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) : undefined;
    const who = plain(id) ?? 'another run';
    const machine = plain(host);
    // At a terminal the id has the machine in it.
    const on = machine && !who.includes(`@${machine},`) ? ` on ${machine}` : '';
    const began = plain(since)?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
    return `${who}${on}${began ? ` since ${began}` : ''}`;
}

/***/ }),

/***/ 7741:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/moved-tags.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.movedTags = movedTags;
const image_digests_1 = { get it() { return (__nccwpck_require__(7083)["image-digests"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const types_1 = { get it() { return (__nccwpck_require__(7083).types); } };
const live_1 = __nccwpck_require__(9508);
/**
 * Tags that stand for another image at their registry than for what runs: each asked for once, by a machine that runs it. PortSIP moves
 * `portsip/pbx:22` with each release (source: its guide to upgrades within v22, which names no other tag). Whoever cannot ask
 * says so (`tag-unknown`), as what was known of it is neither there nor gone then.
 */
async function movedTags(session, live) {
    const found = await Promise.all(running(session, live).map((one) => lookUp(session, one)));
    const moved = found.flatMap(({ moved: text }) => text ?? []);
    const unsure = found.flatMap(({ unknown: text }) => text ?? []);
    return [
        ...(moved.length === 0
            ? []
            : [
                {
                    code: 'tag-moved',
                    severity: 'note',
                    message: `${moved.join('; ')}. Nothing is upgraded by that; to have what is new, say so in the cluster file (pbx.version, or another image)`,
                },
            ]),
        ...(unsure.length === 0
            ? []
            : [
                {
                    code: 'tag-unknown',
                    severity: 'note',
                    message: `Whether a tag was moved at its registry since it was installed cannot be told: ${unsure.join(', ')}`,
                },
            ]),
    ];
}
function running({ cluster }, live) {
    const pbx = (0, live_1.pbxContainer)(live);
    const all = [
        ...(pbx ? [{ ...pbx, by: 'what the PBX runs', machine: cluster.pbx.machine }] : []),
        ...cluster.servers.flatMap((server) => {
            const facts = live.hosts.get(server.name);
            const container = (0, reachable_1.it.isReachable)(facts) ? (0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, facts)) : undefined;
            return container ? [{ ...container, by: `what ${server.name} runs`, machine: server }] : [];
        }),
    ];
    const once = new Map();
    for (const one of all)
        if (!one.image.includes('@') && !once.has(one.image))
            once.set(one.image, one);
    return [...once.values()];
}
async function lookUp({ hosts }, one) {
    const { image, imageId, version, by, machine } = one;
    const host = hosts.host(machine);
    const [there, now] = await Promise.all([
        (0, image_digests_1.it.digestsOnHost)(host, imageId).catch(noHost),
        (0, image_digests_1.it.imagesAtRegistry)(host, [image]).then((known) => known[image]?.digest),
    ]);
    if (now === undefined || there.length === 0)
        return { unknown: `${image} on ${machine.name}` };
    if (there.includes(now))
        return {};
    return {
        moved: `${image} stands for another image at its registry (${now}) than ${by}${version === undefined ? '' : `, version ${version}`}`,
    };
}
function noHost(error) {
    if (error instanceof types_1.it.HostError)
        return [];
    throw error;
}

/***/ }),

/***/ 5772:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/names.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.has = has;
exports.findServer = findServer;
exports.inRoleOrder = inRoleOrder;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(6060)["natural-order"]); } };
/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
function has(things, name) {
    return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}
function findServer({ servers }, name) {
    return name === undefined ? undefined : byName(servers).get(name);
}
/** Lists of servers that were looked into: whoever asks for each of thousands would go through thousands each time. */
const indices = new WeakMap();
/** Nothing alters the servers of a cluster once it is read. */
function byName(servers) {
    const index = indices.get(servers) ?? new Map(servers.map((server) => [server.name, server]));
    indices.set(servers, index);
    return index;
}
/** PortSIP's restart order, then by name. */
function inRoleOrder(a, b) {
    return (0, roles_1.it.byRestart)(a, b) || (0, natural_order_1.it.compare)(a.name, b.name);
}

/***/ }),

/***/ 9540:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/observe.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.observe = observe;
exports.deployedBy = deployedBy;
exports.look = look;
exports.readPortal = readPortal;
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(8227)["p-limit"])); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const registry_login_1 = { get it() { return (__nccwpck_require__(7083)["registry-login"]); } };
const types_1 = { get it() { return (__nccwpck_require__(7083).types); } };
const transport_1 = { get it() { return (__nccwpck_require__(8387).transport); } };
const types_2 = { get it() { return (__nccwpck_require__(8387).types); } };
const certificate_1 = __nccwpck_require__(575);
const cluster_record_1 = __nccwpck_require__(3862);
const departing_1 = __nccwpck_require__(8262);
const outside_view_1 = __nccwpck_require__(7729);
const scripts_1 = __nccwpck_require__(3824);
const status_1 = __nccwpck_require__(9028);
/** API calls under way at once: the PBX counts 5,000 a minute, and a plan needs about one per server. */
const API_CONCURRENCY = 8;
const NOTHING_KEPT = { hosts: new Map() };
/**
 * Reads the live state: the main server, the portal and every host that is not `kept`, side by side. A host that does not answer becomes
 * `Unreachable`; a PBX that does not answer is an error, since nothing can be said without it.
 */
async function observe(session, looking, kept = NOTHING_KEPT) {
    const { cluster, hosts: connected, log } = session;
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const request = {
        scriptsPath: cluster.scriptsPath,
        dataPath: cluster.dataPath,
        ...(cluster.registry && { registry: (0, registry_login_1.it.lookFor)(cluster.registry, session.registryToken) }),
    };
    const pbx = {
        ...request,
        scriptsPath: plane.pbxScriptsPath,
        firewall: true,
    };
    const [machine = cluster.pbx.machine, ...others] = plane.pbxMachines;
    const main = look(session, machine, { ...pbx, record: cluster.name });
    const nodes = new Map(others.map((node) => [node.address, look(session, node, pbx)]));
    const hosts = new Map(cluster.servers.map((server) => [
        server.name,
        keptOf(server, kept) ??
            look(session, server, requestFor(server, request, looking.outside ? callersName(cluster) : undefined)),
    ]));
    const asked = {
        seenAs: new Set(cluster.servers.flatMap(({ role }) => (roles_1.it.ROLES[role].seenAs === undefined ? [] : [role]))),
        im: cluster.servers.some(keepsAddresses),
        sbc: cluster.sbc !== undefined || cluster.servers.some(({ role }) => roles_1.it.ROLES[role].portal.kind === 'settings'),
    };
    const [portal, facts, outside] = await Promise.all([
        readPortal(session, asked, kept.status),
        main,
        looking.outside ? (0, outside_view_1.lookFromOutside)(cluster, session.internet) : undefined,
        ...hosts.values(),
    ]);
    const { record, finding } = (0, reachable_1.it.isReachable)(facts) ? (0, cluster_record_1.parseRecord)((0, reading_1.it.seen)(facts.record), cluster.name) : {};
    const otherFiles = (0, reachable_1.it.isReachable)(facts) ? (0, cluster_record_1.otherClusters)(facts.otherRecords) : [];
    const left = (0, departing_1.oldMachines)(cluster, record, portal.servers);
    for (const [name, old] of left)
        hosts.set(name, look(session, old, request));
    // The addresses of an IM server that left the file are still to be taken out of the portal.
    const leavesIm = !asked.im && Object.values(record?.servers ?? {}).some(keepsAddresses);
    const [control, looked, lookedAtNodes, im] = await Promise.all([
        (0, reachable_1.it.isReachable)(facts) ? plane.readNodes(connected.host(machine), [...cluster.servers, ...left.values()]) : undefined,
        settled(hosts),
        settled(nodes),
        leavesIm ? session.pbx.im() : portal.im,
    ]);
    for (const [name, host] of looked)
        if (!(0, reachable_1.it.isReachable)(host))
            log.debug(`${name}: ${host.unreachable}`);
    const scriptTexts = cluster.scripts?.files
        ? await (0, scripts_1.readScriptTexts)({ session }, facts, looked, kept.scriptTexts)
        : undefined;
    const inUse = imTokenInUse(cluster.servers, looked, portal.imToken);
    const live = {
        live: true,
        at: session.now(),
        main: facts,
        ...(lookedAtNodes.size > 0 && { nodes: lookedAtNodes }),
        ...(control && { control }),
        hosts: looked,
        portal: {
            servers: portal.servers,
            status: portal.status,
            ipFilters: portal.ipFilters,
            im,
            imToken: portal.imToken ? 'issued' : 'none',
            ...(portal.services.size > 0 && { services: portal.services }),
            ...(portal.sbc && { sbc: portal.sbc, sbcToken: portal.sbcToken ? 'issued' : 'none' }),
        },
        imTokenInUse: inUse,
        registryToken: session.registryToken === undefined ? 'none' : 'given',
        ...(scriptTexts && scriptTexts.size > 0 && { scriptTexts }),
        ...(record && { record, ...deployedBy(record) }),
        ...(otherFiles.length > 0 && { others: otherFiles }),
        ...(outside && { outside }),
    };
    const certificate = (0, certificate_1.certificateFindings)(session.pbx.certificate, session.now());
    return { live, findings: [...(finding ? [finding] : []), ...certificate] };
}
/** The mark of the portal's token is of the process that looked, so whoever runs with that is always looked at. */
function keptOf(server, { hosts }) {
    const facts = keepsAddresses(server) ? undefined : hosts.get(server.name);
    return facts && Promise.resolve(facts);
}
/** An earlier release kept no settings. */
function deployedBy({ settings, servers }) {
    if (!settings)
        return {};
    return {
        deployedSettings: { settings, ssh: new Map(Object.entries(servers).map(([name, { ssh }]) => [name, ssh])) },
    };
}
/** What callers ask a server for */
const callersName = ({ sbc }) => sbc?.portal.domain ?? 'localhost';
function requestFor(server, request, certificatesFor) {
    return {
        ...request,
        dataPath: server.dataPath,
        container: roles_1.it.ROLES[server.role].container,
        ...(certificatesFor !== undefined && { certificatesFor }),
        folders: [...(roles_1.it.ROLES[server.role].folders?.(server) ?? [])],
    };
}
async function look({ hosts }, machine, request) {
    try {
        return await hosts.host(machine).facts(request);
    }
    catch (error) {
        if (error instanceof types_1.it.HostError)
            return { unreachable: error.message };
        throw error;
    }
}
async function settled(looks) {
    return new Map(await Promise.all([...looks].map(async ([name, looked]) => [name, await looked])));
}
/** What is not asked for is told as nothing. */
async function readPortal({ pbx }, asked, kept = new Map()) {
    const limit = (0, p_limit_1.it.default)(API_CONCURRENCY);
    const none = {};
    // Whatever else is still being read: who is in a list can be asked about. The API tells of one server at a time.
    const readRole = async (role) => {
        const entries = await pbx.servers(role);
        const states = await Promise.all(entries.map(({ id }) => limit(async () => [id, kept.get(id) ?? (await readStatus(pbx, role, id))])));
        return { role, entries, states };
    };
    const [lists, ipFilters, im, imToken, sbc, sbcToken, services] = await Promise.all([
        Promise.all(roles_1.it.LISTED_ROLES.map(readRole)),
        pbx.ipFilters(),
        asked.im ? pbx.im() : none,
        asked.im ? pbx.imToken() : undefined,
        asked.sbc ? pbx.sbc() : undefined,
        asked.sbc ? pbx.sbcToken() : undefined,
        Promise.all([...(asked.seenAs ?? [])].map(async (role) => [role, await readService(pbx, role)])),
    ]);
    const byRole = new Map(lists.map(({ role, entries }) => [role, entries]));
    const servers = (0, roles_1.it.forListedRoles)((role) => byRole.get(role) ?? []);
    const status = lists.flatMap(({ states }) => states);
    const told = new Map(services.flatMap(([role, word]) => (word === undefined ? [] : [[role, word]])));
    return { servers, status: new Map(status), ipFilters, im, imToken, sbc, sbcToken, services: told };
}
/** undefined: a PBX that is not asked that. What cannot be used of its answer says nothing of all else. */
async function readService(pbx, role) {
    const { seenAs } = roles_1.it.ROLES[role];
    if (seenAs === undefined)
        return undefined;
    try {
        const word = await pbx.serviceStatus(seenAs);
        return word === 'untold' ? (0, reading_1.it.unknown)('the PBX answers something that is neither ONLINE nor OFFLINE') : word;
    }
    catch (error) {
        if (!(error instanceof types_2.it.PbxError) || error.details.status === undefined)
            throw error;
        return (0, reading_1.it.unknown)(error.message);
    }
}
/** What the PBX answers about one server and cannot be used says nothing of the others. Without an answer nothing can be said. */
async function readStatus(pbx, role, id) {
    try {
        return await (0, status_1.statusOf)(pbx, role, id);
    }
    catch (error) {
        if (!(error instanceof types_2.it.PbxError) || !isAboutOne(error))
            throw error;
        return (0, reading_1.it.unknown)(error.message);
    }
}
/** The PBX answered, and not about whoever asks: 401 and 403 are, and 429. */
function isAboutOne({ details: { status, cause } }) {
    if (status === undefined)
        return cause instanceof Error && !(cause instanceof transport_1.it.Failure);
    return status === 400 || status === 500;
}
/** The server whose addresses the portal keeps, and whose token. */
function keepsAddresses({ role }) {
    return roles_1.it.ROLES[role].portal.kind === 'addresses';
}
function imTokenInUse(servers, hosts, token) {
    const im = servers.find(keepsAddresses);
    const facts = im && hosts.get(im.name);
    const option = im && roles_1.it.ROLES[im.role].token?.option;
    if (!token || !option)
        return (0, reading_1.it.unknown)('there is none');
    if (!(0, reachable_1.it.isReachable)(facts))
        return (0, reading_1.it.unknown)('its host does not answer');
    const container = (0, control_plane_1.it.containerOf)(im, facts);
    if (!(0, reading_1.it.isKnown)(container))
        return container;
    return container
        ? container.args[container.args.indexOf(option) + 1] === (0, containers_1.it.tokenMark)(token)
        : (0, reading_1.it.unknown)('nothing runs with it');
}

/***/ }),

/***/ 8597:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/online.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.seenForLong = seenForLong;
exports.watchingSight = watchingSight;
exports.online = online;
const deadlines_1 = { get it() { return (__nccwpck_require__(2907).deadlines); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const stage_error_1 = __nccwpck_require__(7033);
const status_1 = __nccwpck_require__(9028);
const wait_1 = __nccwpck_require__(3039);
/*
 * What the PBX's ONLINE says of a server that was just started. The API gives no time with it, so that for a while it may still
 * be about what ran before.
 */
/** From when on an ONLINE is not about what ran before, if the PBX was never seen to lose the server from sight. An assumption. */
const STALE_MS = 15_000;
/** A server that restarts fast is out of sight for a moment only. */
const LOOK_MS = 250;
/** Whether the PBX sees a server, and for so long that it cannot be what ran there before; `limitMs`: how long that may take. */
async function seenForLong(session, role, entry, limitMs = STALE_MS) {
    let since;
    // Whoever cancelled the run waits for this: a server that serves must not stay disabled.
    const patient = { ...session, signal: new AbortController().signal };
    const seen = await (0, wait_1.until)(patient, limitMs, async (within) => {
        const status = await session.pbx.status(role, entry.id).catch(() => undefined);
        if (status?.status !== 'ONLINE') {
            since = undefined;
            return undefined;
        }
        since ??= session.now();
        const left = since + STALE_MS - session.now();
        within(Math.max(0, left));
        return left <= 0 ? true : undefined;
    });
    return seen === true;
}
/** Asks the PBX about a server for as long as `work` takes, which stops and starts it. */
async function watchingSight(run, server, work) {
    const sight = { lost: false };
    const done = new AbortController();
    const watching = watch(run, server, sight, AbortSignal.any([done.signal, run.session.signal]));
    try {
        return await work(sight);
    }
    finally {
        done.abort();
        await watching;
    }
}
async function watch({ session, portal }, { name, role }, sight, ended) {
    if (!(0, roles_1.it.isListed)(role))
        return;
    while (!ended.aborted && !sight.lost) {
        const entry = portal.find(role, name);
        // What cannot be read says nothing.
        const status = entry && (await session.pbx.status(role, entry.id).catch(() => undefined));
        if (status?.status === 'OFFLINE')
            sight.lost = true;
        else
            await session.sleep(LOOK_MS, ended);
    }
}
/**
 * Waits until the PBX says that it sees the server. `before`: one that ran there before may be what it still sees.
 * `hopeless`, aborted: whoever did that tells why, and the waiting ends.
 */
async function online(run, server, id, { before, hopeless } = {}) {
    if (!(0, roles_1.it.isListed)(server.role))
        return;
    const { role } = server;
    const { session } = run;
    const entry = run.portal.find(role, server.name);
    if (!entry)
        throw new stage_error_1.StageError(`${server.name} runs, but is not in the portal`);
    const limit = (0, deadlines_1.it.deadlineMs)(session.cluster, role, 'online');
    run.progress(id, `waiting for ONLINE in the portal, ${(0, duration_1.it.shortDuration)(limit)} at most`);
    const trusted = session.now() + Math.min(STALE_MS, limit / 2);
    const seen = await (0, wait_1.until)(session, limit, async (within) => {
        if (hopeless?.aborted)
            return 'hopeless';
        const { status } = await (0, status_1.inPortal)(entry, session.pbx.status(role, entry.id));
        if (status === 'OFFLINE') {
            if (before)
                before.lost = true;
            return undefined;
        }
        const left = before && !before.lost ? trusted - session.now() : 0;
        if (left <= 0)
            return 'ONLINE';
        run.progress(id, `ONLINE in the portal, which may still be from before; it counts in ${(0, duration_1.it.shortDuration)(left)}`);
        within(left);
        return undefined;
    });
    if (session.signal.aborted && !seen)
        throw new stage_error_1.Cancelled('cancelled while waiting for it to come ONLINE');
    if (!seen) {
        throw new stage_error_1.StageError(`${server.name} runs, but the PBX does not see it: still OFFLINE after ${(0, duration_1.it.shortDuration)(limit)}. Its name must be the same in the portal and on the host, and the main server's firewall must trust its address (sudo firewall-cmd --zone=trusted --list-sources)`);
    }
}

/***/ }),

/***/ 9183:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/open-session.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.openHosts = openHosts;
exports.hostsOptions = hostsOptions;
exports.openSession = openSession;
exports.closeSession = closeSession;
const clock_1 = { get it() { return (__nccwpck_require__(7426).clock); } };
const defined_1 = { get it() { return (__nccwpck_require__(7426).defined); } };
const registry_login_1 = { get it() { return (__nccwpck_require__(7083)["registry-login"]); } };
const hosts_1 = { get it() { return (__nccwpck_require__(7083).hosts); } };
const client_1 = { get it() { return (__nccwpck_require__(8387).client); } };
/** The hosts that a run signs in to, every secret masked. Connects to nothing yet. */
function openHosts(config) {
    return (0, hosts_1.it.connectHosts)(hostsOptions(config));
}
/** What hosts are signed in to with, every secret masked */
function hostsOptions({ cluster, credentials, secrets, log, concurrency, signal, clock = clock_1.it.realClock, }) {
    const { pbxPassword, sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword, registryToken, named, ownSsh } = credentials;
    for (const value of [pbxPassword, sshPrivateKey, sshPassphrase, sudoPassword, registryToken])
        secrets.add(value);
    // As Docker's config.json has it
    if (cluster.registry && registryToken)
        secrets.add((0, registry_login_1.it.authOf)(cluster.registry.username, registryToken));
    return {
        ...(sshPrivateKey && { privateKey: sshPrivateKey }),
        ...(sshPassphrase && { passphrase: sshPassphrase }),
        ...(sshKnownHosts && { knownHosts: sshKnownHosts }),
        ...(named && { named }),
        ...(ownSsh && { ownSsh }),
        ...(sudoPassword && { sudoPassword }),
        concurrency,
        signal: signal ?? new AbortController().signal,
        ...{ secrets, log, now: clock.now, sleep: clock.sleep },
    };
}
/** Everything that a run talks to. Connects to nothing yet: hosts and the PBX are called at first use. */
function openSession(config) {
    const { cluster, credentials, secrets, log, run, clock = clock_1.it.realClock } = config;
    const signal = config.signal ?? new AbortController().signal;
    const hosts = openHosts({ ...config, signal });
    const { pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress, registryToken, named } = credentials;
    return {
        cluster,
        log,
        secrets,
        run,
        signal,
        ...(registryToken && { registryToken }),
        ...(config.internet && { internet: config.internet }),
        now: clock.now,
        sleep: clock.sleep,
        pbx: (0, client_1.it.connectPbx)({
            api: cluster.pbx.api,
            ...(pbxUsername !== undefined && { username: pbxUsername }),
            ...(pbxPassword !== undefined && { password: pbxPassword }),
            ...(pbxCa && { ca: pbxCa }),
            ...(pbxFingerprint && { fingerprint: pbxFingerprint }),
            ...(pbxTrustedAddress && { trustedAddress: pbxTrustedAddress }),
            ...(config.refusals && { refusals: config.refusals }),
            named: (0, defined_1.it.defined)({ fingerprint: named?.pbxFingerprint, password: named?.pbxPassword }),
            // A cancelled run still has to put servers back: its calls to the PBX are not cut off.
            ...{ secrets, log, now: clock.now, sleep: clock.sleep },
        }),
        hosts,
    };
}
async function closeSession(session) {
    await Promise.allSettled([session.pbx.close(), session.hosts.close()]);
}

/***/ }),

/***/ 244:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/order.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.inTurn = inTurn;
exports.inOrder = inOrder;
exports.orderSteps = orderSteps;
exports.comingAfter = comingAfter;
exports.comingFirst = comingFirst;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const slices_1 = { get it() { return (__nccwpck_require__(7426).slices); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
/** Which changes come before which: what needs what, and whose turn it is. */
/**
 * Makes changes wait for each other: server i of a role for server i - maxUnavailable, and the first ones of a role for the
 * last ones of the role before. `changes` are in role order. Gives what each comes after.
 */
function inTurn(changes, maxUnavailable, first = []) {
    const turns = new Map();
    let previous = first;
    for (const role of new Set(changes.map((entry) => entry.role))) {
        const most = mostAway(role, maxUnavailable);
        const turn = changes.filter((entry) => entry.role === role).map(({ id }) => id);
        turn.forEach((id, index) => {
            const mine = turn[index - most];
            turns.set(id, mine ? [mine] : previous);
        });
        previous = turn.slice(-most);
    }
    return turns;
}
/** How many servers of a role may be away at a time: of those that callers come to by DNS never more than one. */
function mostAway(role, maxUnavailable) {
    return (0, roles_1.it.isOutside)(role) ? 1 : maxUnavailable;
}
/**
 * By stage, and within it as the stage made them; whatever a change needs or comes after is before it. Throws for a need that
 * is not in the plan, for an id that two changes have and for a circle: all are mistakes in a diff, and no plan must come of them.
 */
function inOrder(changes, bucketOf) {
    return (0, slices_1.it.atOnce)(orderSteps(changes, bucketOf));
}
/** The same, a change a step. */
function* orderSteps(changes, bucketOf) {
    const places = new Map();
    changes.forEach(({ id }, place) => {
        if (places.has(id))
            throw new Error(`two changes are called ${id}`);
        places.set(id, place);
    });
    const waiting = new Map();
    // A list that many changes have is waited for once for all of them.
    const lists = new Map();
    const listOf = (these) => {
        const found = lists.get(these);
        if (found)
            return found;
        const list = { missing: 0, changes: [] };
        lists.set(these, list);
        for (const id of new Set(these)) {
            if (!places.has(id))
                continue;
            listIn(waiting, id).push(list);
            list.missing += 1;
        }
        return list;
    };
    const ready = [];
    const missing = new Map();
    const known = new Set();
    const enqueue = (change) => (ready[bucketOf(change)] ??= { changes: [], begun: 0 }).changes.push(change);
    for (const change of changes) {
        for (const these of [change.needs, change.oneOf ?? []]) {
            if (known.has(these))
                continue;
            known.add(these);
            for (const id of these)
                if (!places.has(id))
                    throw new Error(`${change.id} needs ${id}, which is not in the plan`);
        }
        const open = (0, change_1.it.listsBefore)(change)
            .map(listOf)
            .filter((list) => list.missing > 0);
        missing.set(change.id, open.length);
        for (const list of open)
            list.changes.push(change);
        if (open.length === 0)
            enqueue(change);
        yield;
    }
    const ordered = [];
    for (;;) {
        const queue = ready.find((bucket) => bucket && bucket.begun < bucket.changes.length);
        const next = queue?.changes[queue.begun];
        if (!queue || !next)
            break;
        queue.begun += 1;
        ordered.push(next);
        const freed = [];
        for (const list of waiting.get(next.id) ?? []) {
            list.missing -= 1;
            for (const change of list.missing === 0 ? list.changes : []) {
                const left = (missing.get(change.id) ?? 0) - 1;
                missing.set(change.id, left);
                if (left === 0)
                    freed.push(change);
            }
        }
        const placeOf = ({ id }) => places.get(id) ?? 0;
        for (const change of freed.sort((a, b) => placeOf(a) - placeOf(b)))
            enqueue(change);
        yield;
    }
    if (ordered.length < changes.length) {
        const placed = new Set(ordered.map(({ id }) => id));
        const circle = changes.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
        throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
    }
    return ordered;
}
/** What a change cannot do without, apart from whose turn it is */
const needed = ({ needs, oneOf = [] }) => [...needs, ...oneOf];
/** Those of `changes` that come after one of `ids`, directly or not, and those themselves. */
function comingAfter(changes, ids) {
    const lists = new Map();
    for (const change of changes)
        for (const list of (0, change_1.it.listsBefore)(change))
            listIn(lists, list).push(change.id);
    const next = new Map();
    for (const [list, after] of lists)
        for (const id of list)
            listIn(next, id).push(after);
    const found = new Set(ids);
    const seen = new Set();
    // A set is gone through to its end, whatever is added meanwhile.
    for (const id of found)
        for (const after of next.get(id) ?? []) {
            if (seen.has(after))
                continue;
            seen.add(after);
            for (const later of after)
                found.add(later);
        }
    return found;
}
/**
 * The same changes with `ids` needing `first` as well; undefined where those need them. Turns that say otherwise are taken the
 * other way round.
 */
function comingFirst(changes, first, ids) {
    const byId = new Map(changes.map((change) => [change.id, change]));
    const ahead = new Set(first);
    // A set is gone through to its end, whatever is added meanwhile.
    for (const id of ahead) {
        const change = byId.get(id);
        for (const need of change ? needed(change) : [])
            ahead.add(need);
    }
    if (ids.some((id) => ahead.has(id)))
        return undefined;
    const later = comingAfter(changes, ids);
    const turned = [];
    let made = changes.map((change) => {
        const needs = ids.includes(change.id) ? [...new Set([...change.needs, ...first])] : change.needs;
        const after = [...change.after, ...(change.afterAll ?? [])];
        const wrong = ahead.has(change.id) ? after.filter((id) => later.has(id)) : [];
        if (wrong.length === 0)
            return { ...change, needs };
        turned.push(...wrong.map((id) => [id, change.id]));
        return { ...change, needs, after: after.filter((id) => !wrong.includes(id)), afterAll: [] };
    });
    for (const [id, other] of turned)
        if (!comingAfter(made, [other]).has(id) && !comingAfter(made, [id]).has(other))
            made = made.map((change) => (change.id === id ? { ...change, after: [...change.after, other] } : change));
    return made;
}
function listIn(lists, key) {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}

/***/ }),

/***/ 2986:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/outside-findings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.outsideFindings = outsideFindings;
exports.isConnected = isConnected;
const node_crypto_1 = { get it() { return __nccwpck_require__(7598); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const by_hand_1 = __nccwpck_require__(7973);
const outside_1 = __nccwpck_require__(1787);
const outside_view_1 = __nccwpck_require__(7729);
const role_verification_1 = __nccwpck_require__(1148);
/*
 * What servers that callers come to by DNS need and only a person can give: DNS, a certificate, open ports, the token. Looked at
 * where it can be seen; what cannot be seen is not said to be missing. None of it keeps a deploy from anything.
 */
/** `changes`: of the plan that they are told with */
function outsideFindings({ cluster, live }, changes) {
    const servers = cluster.servers.filter(({ role }) => (0, roles_1.it.isOutside)(role));
    return [
        ...servers.flatMap((server) => perServer(server, live)),
        ...unconnected(servers, cluster, live),
        ...certificates(servers, cluster, live),
        ...dns(servers, cluster, live),
        ...whatCallersNotice(cluster, changes),
    ];
}
function warning(code, message, server) {
    return { code, severity: 'warning', ...(server !== undefined && { server }), message };
}
/** Of one that runs: what its programs and its ports say. */
function perServer(server, live) {
    const { name, role } = server;
    const facts = live.hosts.get(name);
    const container = (0, reachable_1.it.isReachable)(facts) ? (0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, facts)) : undefined;
    if (!(0, reachable_1.it.isReachable)(facts) || !container?.running)
        return [];
    const row = roles_1.it.ROLES[role];
    const bad = container.programs && (0, reading_1.it.isKnown)(container.programs) ? (0, role_verification_1.programProblems)(row, container) : [];
    const shut = live.outside?.shut.get(name);
    const findings = [];
    if (bad.length > 0)
        findings.push(warning('program-down', `On ${name} ${(0, list_1.it.list)(bad)}: see its log (sudo docker logs ${row.container}), then restart it (restart ${name})`, name));
    if (shut && shut.ports.length > 0)
        findings.push(warning('port-shut', `From here nothing answers at ${shut.address} on TCP ${(0, list_1.it.list)(shut.ports.map(String))}, by which callers come to ${name}: is it set up in its own portal, and open in the cloud's or the site's firewall?`, name));
    return findings;
}
/** Those that run without a connection to the PBX, once for all: what there is to do is the same. */
function unconnected(servers, cluster, live) {
    const found = servers.filter((server) => {
        const facts = live.hosts.get(server.name);
        if (!(0, reachable_1.it.isReachable)(facts) || !(0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, facts))?.running)
            return false;
        return isConnected(server, facts, cluster) === false;
    });
    const [first, ...others] = found;
    if (!first)
        return [];
    const have = others.length === 0 ? 'has' : 'have';
    return [
        warning('not-connected', `${(0, list_1.it.list)(found.map(({ name }) => name))} ${have} no connection to the PBX (${pbxEnd(first, cluster)}). Was the token typed in? ${(0, by_hand_1.tokenSteps)(cluster, first.role)}`, others.length === 0 ? first.name : undefined),
    ];
}
/** Whether a server has a connection to the PBX; undefined: not known. */
function isConnected(server, { connectedTo }, cluster) {
    return (0, roles_1.it.isOutside)(server.role) ? connectedTo?.includes(pbxEnd(server, cluster)) : undefined;
}
function pbxEnd({ role }, { pbx }) {
    const { calls } = roles_1.it.ROLES[role];
    return `${pbx.privateIp}:${calls.kind === 'outside' ? calls.pbxPort : ''}`;
}
/** One certificate for all: for the name that callers use, and good for a while. */
function certificates(servers, cluster, live) {
    const domain = cluster.sbc?.portal.domain;
    const shown = servers.flatMap(({ name }) => {
        const facts = live.hosts.get(name);
        const found = (0, reachable_1.it.isReachable)(facts) ? (facts.certificates ?? {}) : {};
        return Object.entries(found).flatMap(([port, pem]) => {
            const certificate = read(pem);
            return certificate ? [{ name, port, certificate }] : [];
        });
    });
    const usual = mostCommon(shown.map(({ certificate }) => certificate.fingerprint256));
    const findings = [];
    const told = new Set();
    for (const { name, port, certificate } of shown) {
        const { fingerprint256, subjectAltName = certificate.subject } = certificate;
        if (fingerprint256 !== usual)
            findings.push(warning('certificate-differs', `${name} shows another certificate on port ${port} than the others: give all the same one, in its own portal`, name));
        if (told.has(fingerprint256))
            continue;
        told.add(fingerprint256);
        if (domain !== undefined && !certificate.checkHost(domain))
            findings.push(warning('certificate-name', `The certificate on ${name}, port ${port}, is for ${subjectAltName.replace(/DNS:/g, '').slice(0, 200)} and not for ${domain}, which callers use: get one for both ${domain} and *.${domain}`, name));
        const ends = Date.parse(certificate.validTo);
        if (ends < live.at + EXPIRES_SOON_MS)
            findings.push(warning('certificate-expires', `The certificate on ${name}, port ${port}, ${ends < live.at ? 'ended' : 'ends'} on ${new Date(ends).toISOString().slice(0, 10)}: upload the next one in each portal, then restart them one after the other (restart ${server(servers, name)})`, name));
    }
    return findings;
}
/** A certificate that ends sooner is told. */
const EXPIRES_SOON_MS = 21 * 24 * 3600 * 1000;
/** What a person would restart them by */
function server(servers, name) {
    return servers.find((one) => one.name === name)?.role ?? name;
}
function read(pem) {
    try {
        return new node_crypto_1.it.X509Certificate(pem);
    }
    catch {
        return undefined;
    }
}
function mostCommon(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
/** The web domain leads to all of them, and to nothing else. */
function dns(servers, cluster, live) {
    const domain = cluster.sbc?.portal.domain;
    const found = live.outside?.domain;
    if (domain === undefined || found === undefined || !(0, reading_1.it.isKnown)(found))
        return [];
    const wanted = servers.map((server) => ({ name: server.name, addresses: (0, outside_view_1.callersAddresses)(server) }));
    const out = live.record?.draining ?? [];
    const missing = wanted.filter(({ name, addresses }) => !out.includes(name) && !addresses.some((address) => found.includes(address)));
    const ours = new Set(wanted.flatMap(({ addresses }) => addresses));
    const strangers = found.filter((address) => !ours.has(address));
    return [
        ...(missing.length > 0
            ? [
                warning('not-in-dns', `${domain} does not lead to ${(0, list_1.it.list)(missing.map(({ name, addresses }) => `${name} (${addresses[0]})`))}: add ${missing.length === 1 ? 'its address' : 'their addresses'} in DNS, or no caller comes there`),
            ]
            : []),
        ...(strangers.length > 0
            ? [
                warning('stranger-in-dns', `${domain} leads to ${(0, list_1.it.list)(strangers)} as well, where the cluster file has no such server: callers who get ${strangers.length === 1 ? 'that address' : 'these addresses'} may find nobody; take ${strangers.length === 1 ? 'it' : 'them'} out of DNS`),
            ]
            : []),
    ];
}
/** Nobody counts calls that come in this way: what becomes of them is said once, for all that are about to be stopped. */
function whatCallersNotice({ sbc }, changes) {
    const stopped = (0, outside_1.stopsOutside)(changes);
    if (stopped.length === 0)
        return [];
    const names = (0, list_1.it.list)([...new Set(stopped.map(({ change }) => change.server))]);
    const drain = sbc?.drain;
    const rest = 'what calls there are then get up to 300 seconds from its script, and are cut after that';
    if (!drain)
        return [
            warning('callers-not-led-away', `Nothing leads callers away from ${names} before a stop: DNS sends new ones there until then, and ${rest}; sbc.drain in the cluster file takes each out of DNS first`),
        ];
    const way = drain.command !== undefined
        ? `${drain.command} takes it out of DNS`
        : drain.pauseSeconds > 0
            ? `a person has ${(0, duration_1.it.formatDuration)(drain.pauseSeconds)} to take it out of DNS`
            : 'nothing takes it out of DNS';
    return [
        {
            code: 'callers-led-away',
            severity: 'note',
            message: `One at a time, before ${names} ${stopped.length === 1 ? 'is' : 'are'} stopped: ${way}, callers get ${(0, duration_1.it.formatDuration)(drain.graceSeconds)} to go elsewhere, and ${rest}`,
        },
    ];
}

/***/ }),

/***/ 7729:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/outside-view.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.lookFromOutside = lookFromOutside;
exports.callersAddresses = callersAddresses;
exports.leadsTo = leadsTo;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
/** Looks at names and ports; undefined: there is nothing to look at, or nobody who looks. */
async function lookFromOutside({ servers: all, sbc }, internet) {
    const servers = all.filter(({ role }) => (0, roles_1.it.isOutside)(role));
    if (!internet || servers.length === 0)
        return undefined;
    const domain = sbc?.portal.domain;
    const [addresses, shut] = await Promise.all([
        domain === undefined ? undefined : internet.addressesOf(domain),
        Promise.all(servers.map(async (server) => {
            // Behind a jump host a private address is another one, or none, from here.
            const address = server.publicIp ?? (server.ssh.jumpHost ? undefined : server.privateIp);
            if (address === undefined)
                return undefined;
            const callers = roles_1.it.ROLES[server.role].ports?.callers ?? [];
            const open = await Promise.all(callers.map((port) => internet.answers(address, port)));
            return [server.name, { address, ports: callers.filter((_, index) => !open[index]) }];
        })),
    ]);
    return {
        ...(addresses !== undefined && { domain: addresses }),
        shut: new Map(shut.filter((one) => one !== undefined)),
    };
}
/** Any of them in DNS leads callers to the server: inside a site the name leads to the private one. */
function callersAddresses({ publicIp, privateIp, address, }) {
    return [publicIp, privateIp, address].filter((one) => one !== undefined).map(addresses_1.it.normalise);
}
/** Whether a name leads callers to a server; undefined: not known. */
async function leadsTo(name, server, internet) {
    const found = await internet.addressesOf(name);
    return (0, reading_1.it.isKnown)(found) ? callersAddresses(server).some((address) => found.includes(address)) : undefined;
}

/***/ }),

/***/ 1787:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/outside.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.stopsOutside = stopsOutside;
exports.drainOf = drainOf;
exports.serves = serves;
exports.ledAway = ledAway;
exports.leadBack = leadBack;
exports.dnsCommand = dnsCommand;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const outside_view_1 = __nccwpck_require__(7729);
const role_verification_1 = __nccwpck_require__(1148);
const run_1 = __nccwpck_require__(5269);
const stage_error_1 = __nccwpck_require__(7033);
/*
 * Servers that callers come to by DNS. The PBX neither sends calls to them nor counts those that are up, and nothing stands in
 * for one: so one at a time is away, never the last, and DNS is what leads callers away before.
 */
/** Changes that stop a server that DNS leads callers to, each with its role. */
function stopsOutside(changes) {
    return (0, change_1.it.ofKind)(changes, 'role', 'role-removal', 'server-restart').flatMap((change) => {
        const { role } = change.kind === 'role-removal' ? change.from : change.wanted;
        return change.impact !== 'none' && (0, roles_1.it.isOutside)(role) ? [{ change, role }] : [];
    });
}
/** How callers are led away from a server of the role before it is stopped; part of what was reviewed. */
function drainOf(role, { sbc }) {
    return (0, roles_1.it.isOutside)(role) && sbc?.drain ? { drain: sbc.drain } : {};
}
/** Whether it runs and does something; what cannot be seen is not known to. */
function serves({ role }, facts) {
    const container = (0, reading_1.it.seen)((0, control_plane_1.it.containerOf)({ role }, facts));
    return container?.running === true && (0, role_verification_1.programProblems)(roles_1.it.ROLES[role], container).length === 0;
}
/**
 * Does `work` on a server that callers were led away from. Afterwards they are led back, unless it goes for good; when it does not
 * come back they are not, and the next run that finds it well does so.
 */
async function ledAway(run, server, { id, drain, forGood = false }, work) {
    await (0, run_1.inTurn)(run, server.role, async () => {
        const container = (0, control_plane_1.it.containerOf)(server, await look(run, server));
        if (!(0, reading_1.it.isKnown)(container))
            throw new stage_error_1.StageError(`what runs on the host of ${server.name} cannot be seen (${container.unknown}); nothing was done to it`);
        if (!container?.running) {
            await work();
            return forGood ? forgetDraining(run, server.name) : callBack(run, server, id, drain);
        }
        await leaveAnother(run, server, forGood);
        run.away.delete(server.name);
        await leadAway(run, server, id, drain);
        try {
            await work();
        }
        catch (error) {
            // What failed before it touched anything has left it as it was.
            const well = !run.session.signal.aborted &&
                !(0, run_1.mayGoOn)(run, error) &&
                !forGood &&
                (await look(run, server).then((facts) => serves(server, facts), () => false));
            if (well)
                await leadBack(run, server, id, drain);
            else
                run.away.add(server.name);
            throw error;
        }
        if (forGood)
            await forgetDraining(run, server.name);
        else
            await leadBack(run, server, id, drain);
    });
}
function look(run, server) {
    return (0, run_1.factsOf)(run.session.cluster, (0, run_1.hostOf)(run, server));
}
/** Throws when callers would have nowhere to go. A cluster file without any of the role wants it so. */
async function leaveAnother(run, server, forGood) {
    const { cluster } = run.session;
    const ofRole = cluster.servers.filter(({ role }) => role === server.role);
    if (run.options.force || (forGood && ofRole.length === 0))
        return;
    const others = ofRole.filter(({ name }) => name !== server.name);
    const gone = others.find(({ name }) => run.away.has(name));
    if (gone)
        throw new stage_error_1.StageError(`${gone.name} has not come back yet, and one at a time is away: see what keeps it, or force it`);
    const { draining } = run.record.current;
    for (const other of others) {
        if (draining.includes(other.name))
            continue;
        const up = await look(run, other).then((facts) => serves(other, facts), () => false);
        if (up)
            return;
    }
    const { label } = roles_1.it.ROLES[server.role];
    throw new stage_error_1.StageError(`${server.name} is the last ${label} that runs and that DNS leads callers to; get another one to run first, or force it`);
}
async function leadAway(run, server, id, drain) {
    if (!drain)
        return;
    const { session } = run;
    if (drain.command !== undefined) {
        const { name } = server;
        await run.record.update((record) => ({ ...record, draining: [...new Set([...record.draining, name])] }));
        run.progress(id, `${drain.command} takes it out of DNS`);
        await call(run, drain.command, 'out', server);
    }
    else if (drain.pauseSeconds > 0) {
        session.log.warning(`Take ${addressed(server)} out of DNS now: the deploy waits ${(0, duration_1.it.formatDuration)(drain.pauseSeconds)} for that`);
        await wait(run, id, drain.pauseSeconds, `for a person to take ${server.name} out of DNS`);
    }
    await wait(run, id, drain.graceSeconds, `for callers of ${server.name} to go elsewhere and for calls to end`);
}
/** Callers are led to a server that is back. */
async function leadBack(run, server, id, drain) {
    if (drain?.command !== undefined) {
        run.progress(id, `${drain.command} puts it into DNS again`);
        await call(run, drain.command, 'in', server);
        await lookWhetherBack(run, server, drain.command);
    }
    else if (drain && drain.pauseSeconds > 0) {
        run.session.log.warning(`Put ${addressed(server)} into DNS again: it is back`);
    }
    await forgetDraining(run, server.name);
}
/** What the program says it did is looked at. A resolver may keep the old answer for a while: the next plan looks again. */
async function lookWhetherBack(run, server, command) {
    const { cluster, internet, log } = run.session;
    const domain = cluster.sbc?.portal.domain;
    if (domain === undefined || !internet || (await (0, outside_view_1.leadsTo)(domain, server, internet)) !== false)
        return;
    log.info(`${domain} does not lead to ${addressed(server)} yet, although ${command} has put it into DNS again: if the next plan still says so, look at what the program did`);
}
/** Callers are led back to a server that an earlier run led them away from, and did not come to the end. */
async function callBack(run, server, id, drain) {
    if (run.record.current.draining.includes(server.name))
        await leadBack(run, server, id, drain);
}
async function forgetDraining(run, name) {
    await run.record.update((record) => ({ ...record, draining: record.draining.filter((one) => one !== name) }));
}
/** Leads callers to a server, or away from it. */
function dnsCommand(machine, command, way, { name, privateIp = '-', publicIp = '-' }) {
    return { machine, cwd: '/', argv: [command, way, name, privateIp, publicIp], secrets: [] };
}
const COMMAND_MS = 15 * 60_000;
async function call(run, command, way, server) {
    const { session, plane } = run;
    const { name } = server;
    const { machine } = session.cluster.pbx;
    const what = way === 'out' ? `take ${name} out of DNS` : `put ${name} into DNS again`;
    const result = await session.hosts.host(machine).job({
        key: `dns-${way}-${name.replace(/[^A-Za-z0-9._-]/g, '-')}`,
        title: what,
        cwd: '/',
        argv: dnsCommand(machine, command, way, server).argv,
        timeoutMs: COMMAND_MS,
    }, (line) => session.log.remote(machine.name, line), session.signal);
    if (result.exitCode === 0)
        return;
    const state = way === 'out' ? 'nothing was done to it' : 'it runs, and the next deploy tries it again';
    throw new stage_error_1.StageError(`${command} on the ${plane.mainName} could not ${what} (exit ${result.exitCode}): ${result.tail.at(-1) ?? 'it printed nothing'}; ${state}`);
}
async function wait(run, id, seconds, what) {
    const { session } = run;
    const end = session.now() + seconds * 1000;
    for (;;) {
        const left = end - session.now();
        if (session.signal.aborted)
            throw new stage_error_1.Cancelled('cancelled while callers were led away; nothing was done to it');
        if (left <= 0)
            return;
        run.progress(id, `waiting ${what} (${(0, duration_1.it.spokenDuration)(left)} more)`);
        await session.sleep(Math.min(left, 30_000), session.signal);
    }
}
function addressed({ name, privateIp, publicIp }) {
    const addresses = [publicIp, privateIp].filter((address) => address !== undefined);
    return addresses.length > 0 ? `${name} (${addresses.join(', ')})` : name;
}

/***/ }),

/***/ 2230:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/owed-restarts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.scaling = scaling;
exports.broughtAlong = broughtAlong;
exports.lateAndUp = lateAndUp;
exports.stillOwed = stillOwed;
exports.isOwed = isOwed;
exports.starts = starts;
exports.owedSince = owedSince;
exports.restartReason = restartReason;
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const live_1 = __nccwpck_require__(9508);
/** By which of these changes servers that the portal lists come or go. */
function scaling(changes) {
    const added = (0, change_1.it.ofKind)(changes, 'role').filter(({ action }) => action === 'create');
    return {
        added: new Set(added.map(({ server }) => server)),
        grown: added.filter(({ wanted }) => (0, roles_1.it.isListed)(wanted.role)).map(({ id }) => id),
        shrunk: (0, change_1.it.ofKind)(changes, 'portal-entry-removal').map(({ id }) => id),
    };
}
/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
function broughtAlong(cluster, plane, live, changes) {
    const { added, grown, shrunk } = scaling(changes);
    const policy = cluster.restart.afterScaleOut;
    const due = { servers: {} };
    const late = new Set(lateAndUp(live));
    const grows = grown.length + late.size > 0;
    // What is owed anyway does not depend on what this run does.
    const by = (ids) => (late.size > 0 ? {} : { by: ids });
    if (policy === 'none' || (!grows && shrunk.length === 0))
        return due;
    if (plane.drivesPbx)
        due.loadBalancer = { cause: grows ? 'servers-added' : 'servers-removed', ...by([...grown, ...shrunk]) };
    if (policy !== 'all' || !grows)
        return due;
    const first = plane.drivesPbx && isFirstInstall(cluster, live);
    if (first)
        due.pbx = { cause: 'new-cluster', ...by(grown) };
    const registered = new Set(roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role]).map(({ name }) => name));
    for (const { name, role } of cluster.servers) {
        // A server that was just created has seen nothing older than the change, and one that is still to come neither; on a first
        // install the PBX restarts after it. Those that callers come to by DNS find the PBX again by themselves.
        if ((first && !(0, roles_1.it.isOutside)(role)) || (!added.has(name) && !late.has(name) && (0, roles_1.it.isListed)(role) && registered.has(name)))
            due.servers[name] = { cause: 'servers-added', ...by(grown) };
    }
    return due;
}
/** New servers that were not up when the others restarted because of them, and are now. */
function lateAndUp(live) {
    const online = roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role]).filter((entry) => (0, live_1.isOnline)(live, entry));
    const names = new Set(online.map(({ name }) => name));
    return (live.record?.late ?? []).filter((name) => names.has(name));
}
/**
 * Nothing of the cluster has ever run, as far as anybody can tell: only then may the PBX itself be restarted, which ends all
 * calls. A host that does not answer, or that lost its container, is no sign of a new cluster.
 */
function isFirstInstall(cluster, live) {
    const serves = roles_1.it.LISTED_ROLES.some((role) => live.portal.servers[role].some((server) => server.type === 'EXTERNAL' && !(0, live_1.isOffline)(live, server)));
    if (serves || Object.values(live.record?.servers ?? {}).some(({ installed }) => installed))
        return false;
    return cluster.servers.every((server) => {
        const facts = live.hosts.get(server.name);
        if (!(0, reachable_1.it.isReachable)(facts))
            return true;
        const container = (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[server.role].container);
        return (0, reading_1.it.isKnown)(container) && container === undefined;
    });
}
function stillOwed(cluster, live) {
    const startOf = starts(cluster, live);
    const owed = (id) => {
        const restart = live.record?.restarts[id];
        return restart && isOwed(restart, startOf(id)) ? { cause: 'owed', said: restart.reason } : undefined;
    };
    const due = { servers: {} };
    const [pbx, loadBalancer] = [owed(change_1.it.idOf.pbxRestart), owed(change_1.it.idOf.loadBalancerRestart)];
    if (pbx)
        due.pbx = pbx;
    if (loadBalancer)
        due.loadBalancer = loadBalancer;
    for (const { name } of cluster.servers) {
        const cause = owed(change_1.it.idOf.restart(name));
        if (cause)
            due.servers[name] = cause;
    }
    return due;
}
/** An owed restart that has not happened since: the container still runs since the same moment. `now`: when it started, if anybody can tell */
function isOwed({ startedAt }, now) {
    return startedAt === undefined || now === undefined || now === startedAt;
}
/** When the container that a restart is about started, by the restart's id; undefined when there is none, or it cannot be seen. */
function starts(cluster, live) {
    const servers = new Map(cluster.servers.map((server) => [change_1.it.idOf.restart(server.name), server]));
    return (id) => {
        const server = servers.get(id);
        const name = server ? roles_1.it.ROLES[server.role].container : id === change_1.it.idOf.pbxRestart ? live_1.CALL_MANAGER : live_1.LOAD_BALANCER;
        const facts = server ? live.hosts.get(server.name) : live.main;
        return (0, reachable_1.it.isReachable)(facts) ? (0, containers_1.it.seenContainer)(facts, name)?.startedAt : undefined;
    };
}
/** An owed restart of something whose container has just started. */
function owedSince(record, id, startedAt) {
    const owed = record.restarts[id];
    return owed ? { ...record, restarts: { ...record.restarts, [id]: { ...owed, startedAt } } } : record;
}
/** Why something is restarted, for people. */
function restartReason(cause) {
    switch (cause.cause) {
        case 'servers-added':
            return 'servers were added';
        case 'servers-removed':
            return 'servers were removed';
        case 'new-cluster':
            return 'the cluster is new: the PBX has to find its servers';
        case 'asked':
        case 'owed':
            return cause.said;
    }
}

/***/ }),

/***/ 6038:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/pbx.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.noteLoadBalancer = noteLoadBalancer;
exports.pbxAnswers = pbxAnswers;
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const live_1 = __nccwpck_require__(9508);
const owed_restarts_1 = __nccwpck_require__(2230);
const stage_error_1 = __nccwpck_require__(7033);
const wait_1 = __nccwpck_require__(3039);
/** The load balancer was started together with the PBX: a restart of it that is owed comes later than that. */
async function noteLoadBalancer(run, main) {
    const startedAt = (0, containers_1.it.seenContainer)(main, live_1.LOAD_BALANCER)?.startedAt;
    if (startedAt)
        await run.record.update((record) => (0, owed_restarts_1.owedSince)(record, change_1.it.idOf.loadBalancerRestart, startedAt));
}
/** After its restart the PBX takes a while until its API answers. */
async function pbxAnswers(run) {
    const answered = await (0, wait_1.until)(run.session, 600_000, () => run.session.pbx.servers('media').then(() => true, () => undefined));
    if (!answered)
        throw new stage_error_1.StageError(`The PBX was restarted, but its API does not answer after 10 minutes; see ${run.plane.byHand.status}`);
}

/***/ }),

/***/ 3480:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/portal.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Portal = void 0;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
/** The portal's servers as this run left them. */
class Portal {
    byRole;
    constructor(servers) {
        this.byRole = (0, roles_1.it.forListedRoles)((role) => [...servers[role]]);
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
        return (0, roles_1.it.isListed)(role) ? this.find(role, name) : undefined;
    }
}
exports.Portal = Portal;

/***/ }),

/***/ 7595:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/preflight.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.preflight = preflight;
exports.preflightUpdate = preflightUpdate;
const identity_1 = __nccwpck_require__(8488);
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const certificate_manager_1 = __nccwpck_require__(7377);
const live_1 = __nccwpck_require__(9508);
const unseen_1 = __nccwpck_require__(5802);
const article_1 = { get it() { return (__nccwpck_require__(6060).article); } };
/** Packages of which PortSIP's guide says that they must not be on a server, and that break it when they are. */
const BREAKING = ['postgresql'];
/** A pulled image, its layers and the logs of the first days; below that an install fails half way. */
const LEAST_FREE_MIB = 5 * 1024;
const LOW_FREE_MIB = 20 * 1024;
/** What else of PortSIP's may be on a machine. Source: certmanager_ctl.sh and trace_ctl.sh */
const NEIGHBOURS = {
    [certificate_manager_1.CERTIFICATE_MANAGER]: 'the Certificate Manager',
    'trace.heplify': 'the trace server',
};
/** What the guide wants of a host before a role is installed on it. Pure. */
function preflight({ cluster, plane, options }, server, facts) {
    const findings = [];
    const say = (severity, code, message) => findings.push({ code, severity, server: server.name, message });
    const unseenPart = (what, why) => findings.push((0, unseen_1.unseen)(what, server.name, why, 'it waits'));
    const spec = roles_1.it.ROLES[server.role];
    // Source: PortSIP's install_docker.sh of mid 2026, which ends on all others, and its guide for AWS
    if (!['x86_64', 'amd64'].includes(facts.arch))
        say('blocking', 'host-architecture', `${server.name} is a ${facts.arch} machine; PortSIP's images are for amd64`);
    const { versions, words } = plane.systems;
    const supported = Object.hasOwn(versions, facts.os.id) ? versions[facts.os.id] : undefined;
    if (!supported) {
        say('blocking', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${words}`);
    }
    else if (!supported.includes(facts.os.version)) {
        say('warning', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${words}`);
    }
    if (plane.wantsReadyHosts)
        sayWhatScriptsLack(cluster.scriptsPath, server, facts, say, unseenPart);
    const [other] = (0, identity_1.otherRoles)(facts, server.role);
    if ((0, containers_1.it.seenContainer)(facts, live_1.CALL_MANAGER)) {
        say('blocking', 'pbx-on-host', `The PBX itself runs on ${server.name} (${server.address}); a cluster server needs a host of its own`);
    }
    else if (other) {
        const { label, script, container } = roles_1.it.ROLES[other];
        say('blocking', 'other-role', `${server.name} (${server.address}) already runs ${(0, article_1.it.withArticle)(label)} (${container}), and a host can have one role only; nothing takes that away from there before, so remove it on the host (${script.file} rm), or let the two change places by way of a machine that is free`);
    }
    for (const { name } of (0, containers_1.it.seenContainers)(facts)) {
        const part = Object.hasOwn(NEIGHBOURS, name) ? NEIGHBOURS[name] : undefined;
        if (part !== undefined)
            say('blocking', 'neighbour-on-host', `${server.name} (${server.address}) already runs ${part} (${name}); a cluster server needs a host of its own`);
    }
    sayWhichPortsAreTaken(server, facts, say);
    // Where a container of the role is, they were not asked for: it lives with them.
    if (!(0, reading_1.it.isKnown)(facts.conflicts) && !(0, containers_1.it.seenContainer)(facts, spec.container))
        unseenPart('packages', facts.conflicts.unknown);
    for (const name of (0, reading_1.it.seen)(facts.conflicts) ?? []) {
        const message = `${name} is on ${server.name}; PortSIP's guide says that it must not be`;
        say(BREAKING.includes(name) ? 'blocking' : 'warning', 'conflicting-software', message);
    }
    const skewSeconds = Math.round(facts.clockSkewMs / 1000);
    if (Math.abs(skewSeconds) > 300)
        say('blocking', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s; synchronise it (timedatectl set-ntp true)`);
    else if (Math.abs(skewSeconds) > 10)
        say('warning', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s`);
    if (!(0, reading_1.it.isKnown)(facts.clockSynchronized))
        say('note', 'clock-unknown', `Whether the clock of ${server.name} is synchronised cannot be seen (${facts.clockSynchronized.unknown})`);
    else if (!facts.clockSynchronized)
        say('warning', 'clock-not-synchronized', `The clock of ${server.name} is not synchronised (timedatectl set-ntp true)`);
    if (facts.addresses.length > 0 &&
        server.privateIp &&
        !facts.addresses.some((have) => (0, addresses_1.it.sameAddress)(have, server.privateIp)))
        say('warning', 'address-not-on-host', `${server.privateIp} is not an address of the machine that answers for ${server.name} (${facts.addresses.join(', ')})`);
    const { disk } = facts;
    if (!(0, reading_1.it.isKnown)(disk))
        unseenPart('disk', disk.unknown);
    else if (disk.freeMiB < LEAST_FREE_MIB)
        say('blocking', 'disk-full', `${server.name} has ${gib(disk.freeMiB)} GiB free for ${disk.path}; the image alone needs ${gib(LEAST_FREE_MIB)}`);
    else if (disk.freeMiB < LOW_FREE_MIB)
        say('warning', 'disk-low', `${server.name} has only ${gib(disk.freeMiB)} GiB free for ${disk.path}`);
    for (const folder of spec.folders?.(server) ?? [])
        if (facts.folders[folder] === false)
            say('blocking', 'chat-files-missing', `${folder} does not exist on ${server.name}; create it first: sudo mkdir -p ${folder}`);
    const { minimum, recommended } = plane.sizes(server.role);
    if (minimum) {
        for (const short of below(facts, minimum))
            say(options.allowUndersized ? 'warning' : 'blocking', 'undersized', `${server.name} has ${short}; ${(0, article_1.it.withArticle)(spec.label)} needs at least ${sizing(minimum)}`);
    }
    if (recommended && (!minimum || below(facts, minimum).length === 0)) {
        for (const short of below(facts, recommended))
            say('warning', 'below-recommended', `${server.name} has ${short}; for ${(0, article_1.it.withArticle)(spec.label)} ${sizing(recommended)} are recommended${enoughFor(facts, spec.usersBySize)}`);
    }
    return findings;
}
/** A role whose ports another program has would run, and not serve. */
function sayWhichPortsAreTaken(server, facts, say) {
    const { ports, container, label } = roles_1.it.ROLES[server.role];
    const { listening } = facts;
    if (!ports || !listening || (0, containers_1.it.seenContainer)(facts, container)?.running)
        return;
    const taken = ['tcp', 'udp'].flatMap((protocol) => ports[protocol].filter((port) => listening.includes(`${port}/${protocol}`)).map((port) => `${port}/${protocol}`));
    if (taken.length === 0)
        return;
    say('blocking', 'ports-taken', `Another program on ${server.name} listens on ${taken.join(', ')}, which the ${label} needs; see which (sudo ss -lntup) and stop it, or take another host`);
}
/**
 * What of it can make a role fail that runs, when it is recreated or upgraded: its script stops what is there first. `removes`: the
 * script is told to remove it, which it is told nowhere where something else runs as well. Pure.
 */
function preflightUpdate(input, server, facts, removes) {
    return preflight(input, server, facts).filter(({ code }) => BEFORE_UPDATE.has(code) || (removes && BEFORE_REMOVAL.has(code)));
}
const BEFORE_UPDATE = new Set(['chat-files-missing', 'script-missing', 'docker-missing', 'docker-down']);
const BEFORE_REMOVAL = new Set(['pbx-on-host', 'other-role', 'neighbour-on-host']);
/** How many users online the machine is enough for, in the steps of PortSIP's guide; nothing where the guide has none. */
function enoughFor(facts, steps) {
    if (!steps)
        return '';
    const users = steps
        .filter((step) => facts.cpus >= step.cpus && facts.memoryMiB >= step.memoryGiB * 1024 * 0.9)
        .reduce((most, step) => Math.max(most, step.users), 0);
    return users === 0
        ? `; it is too small for ${steps[0]?.users ?? 0} users online`
        : `; its processors and memory are enough for ${users} users online`;
}
/** What must be on a host before a control script can be run there. */
function sayWhatScriptsLack(scriptsPath, server, { docker, scripts, containers }, say, unseenPart) {
    const { script, container, withoutCompose } = roles_1.it.ROLES[server.role];
    // A Docker that does not answer is told with what it runs.
    if (!(0, reading_1.it.isKnown)(docker))
        return;
    if (!docker.installed)
        say('blocking', 'docker-missing', `Docker is not installed on ${server.name}; install it the way PortSIP's guide says (install_docker.sh)`);
    // Where its container is, Compose has made it, and was not asked for.
    else if (!withoutCompose && !(0, containers_1.it.seenContainer)({ containers }, container)) {
        if (docker.compose === undefined)
            say('blocking', 'compose-missing', `Docker on ${server.name} has no Compose plugin; install docker-compose-plugin`);
        else if (!(0, reading_1.it.isKnown)(docker.compose))
            unseenPart('compose', docker.compose.unknown);
    }
    if (!(0, reading_1.it.isKnown)(scripts))
        unseenPart('scripts', scripts.unknown);
    else if (!scripts.includes(script.file))
        say('blocking', 'script-missing', `${script.file} is not in ${scriptsPath} on ${server.name}; run PortSIP's init.sh there first`);
}
/** What is too small, with a tolerance: a "16 GB" machine shows 15.6 GiB, a "128 GB" disk 117 GiB. */
function below(facts, size) {
    const short = [];
    if (facts.cpus < (size.cpus ?? 0))
        short.push(`${facts.cpus} vCPU`);
    if (facts.memoryMiB < (size.memoryGiB ?? 0) * 1024 * 0.9)
        short.push(`${gib(facts.memoryMiB)} GiB of memory`);
    const disk = (0, reading_1.it.seen)(facts.disk);
    if (disk && disk.totalMiB < size.diskGiB * 1024 * 0.85)
        short.push(`a disk of ${gib(disk.totalMiB)} GiB`);
    return short;
}
function sizing({ cpus, memoryGiB, diskGiB }) {
    const disk = `${diskGiB} GB of disk`;
    return cpus && memoryGiB ? `${cpus} vCPU, ${memoryGiB} GB of memory and ${disk}` : disk;
}
function gib(mib) {
    return (mib / 1024).toFixed(mib < 10 * 1024 ? 1 : 0);
}

/***/ }),

/***/ 7291:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/prepare.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.prepare = void 0;
exports.isBare = isBare;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const prepare_script_1 = { get it() { return (__nccwpck_require__(7083)["prepare-script"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const reboot_1 = __nccwpck_require__(9767);
const run_1 = __nccwpck_require__(5269);
const script_1 = __nccwpck_require__(501);
const stage_error_1 = __nccwpck_require__(7033);
/*
 * A new host gets what PortSIP's scripts need: a firewall that leaves SSH open, a clock, Docker with Compose. Never one on which something of
 * PortSIP's runs, or of which nobody can tell: Docker's installation restarts it, which would end the calls there.
 */
exports.prepare = {
    name: 'prepare',
    diff: diffPreparation,
    foresees: ({ live }, changes) => prepared(live, changes),
    apply: { 'host-preparation': applyPreparation },
    words: {
        'host-preparation': {
            object: () => 'host',
            deed: ({ docker }) => [docker ? 'prepare the host of' : 'restart the host of'],
            target: ({ server }) => server,
            reason: ({ causes: [first] }) => first?.cause === 'reboot-required'
                ? 'its updates want a restart, and nothing of PortSIP runs there'
                : 'Docker is not there yet, and nothing of PortSIP runs there',
            differences,
        },
    },
};
function differences({ docker, installer, reboot }) {
    if (docker === undefined)
        return [];
    return [
        { name: 'updates', after: 'none by themselves' },
        { name: 'firewalld', after: 'runs, with SSH open' },
        { name: 'clock', after: 'synchronised' },
        { name: 'power', after: 'none saved' },
        {
            name: 'Docker',
            after: installer ? `by install_docker.sh ${installer.sha256.slice(0, 12)}` : `by the packages of the ${docker}`,
        },
        ...(reboot ? [{ name: 'restart', after: 'if its updates want one' }] : []),
    ];
}
function diffPreparation(input, planned) {
    const { cluster, live, plane, who } = input;
    const changes = [];
    const findings = [];
    const { docker = 'none', reboot = 'never' } = cluster.prepare ?? {};
    const jumps = byJumpHost(cluster);
    for (const server of plane.wantsReadyHosts ? cluster.servers : []) {
        const facts = live.hosts.get(server.name);
        if (!(0, reachable_1.it.isReachable)(facts) || !(0, reboot_1.isFree)(facts) || who.atHome(server).is !== 'nobody')
            continue;
        const prepares = docker !== 'none' && isBare(facts);
        if (prepares && docker === 'distribution' && facts.os.id !== 'ubuntu') {
            findings.push(noCompose(server, facts));
            continue;
        }
        const jumpsTo = reachedThrough(server, facts, jumps);
        const restarts = reboot === 'allowed' && jumpsTo.length === 0;
        if (facts.rebootRequired && !restarts)
            findings.push(wantsRestart(server, jumpsTo));
        if (!prepares && !(facts.rebootRequired && restarts))
            continue;
        const { name, address, ssh } = server;
        const installer = prepares && docker === 'vendor' ? cluster.scripts?.files?.find((file) => file.name === INSTALLER) : undefined;
        changes.push({
            kind: 'host-preparation',
            id: change_1.it.idOf.preparation(name),
            action: prepares ? 'create' : 'restart',
            server: name,
            causes: [{ cause: prepares ? 'no-docker' : 'reboot-required' }],
            impact: 'none',
            needs: prepares ? planned.these([change_1.it.idOf.scripts(name)]) : [],
            after: [],
            machine: { name, address, ssh },
            ...(prepares && { docker }),
            ...(installer && {
                installer: { path: `${cluster.scriptsPath}/${INSTALLER}`, sha256: installer.sha256, shell: installer.shell },
            }),
            ...(restarts && { reboot }),
        });
    }
    return { changes, findings };
}
/** Names of the machines that are reached through a jump host, by that */
function byJumpHost({ pbx, servers }) {
    const found = new Map();
    for (const { name, ssh } of [pbx.machine, ...servers]) {
        const host = ssh.jumpHost?.host;
        if (host === undefined)
            continue;
        const names = found.get(host) ?? [];
        names.push(name);
        found.set(host, names);
    }
    return found;
}
/** The machines that are reached through a server's: while it restarts, nobody can see or mend them. */
function reachedThrough({ name, privateIp, publicIp, address }, facts, jumps) {
    const own = [address, privateIp, publicIp, ...facts.addresses].filter((one) => one !== undefined);
    return [...jumps].flatMap(([host, names]) => host === name || own.some((one) => (0, addresses_1.it.sameAddress)(one, host)) ? names : []);
}
function wantsRestart({ name }, jumpsTo) {
    const how = jumpsTo.length > 0
        ? `by hand, as ${(0, list_1.it.list)(jumpsTo, 5)} ${jumpsTo.length > 1 ? 'are' : 'is'} reached through it (sudo systemctl reboot)`
        : 'before it serves (sudo systemctl reboot), or have a deploy do it (prepare.reboot: allowed)';
    return {
        code: 'reboot-required',
        severity: 'warning',
        server: name,
        message: `${name} wants a restart for its updates, and nothing of PortSIP's runs there yet: restart it ${how}`,
    };
}
const INSTALLER = 'install_docker.sh';
/** Known to have neither Docker nor anything of PortSIP's: what cannot be seen may serve. */
function isBare(facts) {
    return (0, reboot_1.isFree)(facts) && (0, reading_1.it.isKnown)(facts.docker) && !facts.docker.installed;
}
/** Source: Debian 12's packages, of which docker-compose is version 1 and no plugin */
function noCompose({ name }, { os }) {
    return {
        code: 'prepare-distribution',
        severity: 'blocking',
        server: name,
        message: `${name} runs ${os.prettyName}, whose packages have no Docker with the Compose plugin: prepare.docker vendor, with PortSIP's install_docker.sh in the folder of scripts`,
    };
}
function prepared(live, changes) {
    const names = new Set(changes.flatMap(({ docker, server }) => (docker ? [server] : [])));
    const ready = (facts) => ({
        ...facts,
        docker: { installed: true, compose: '2' },
        clockSynchronized: true,
    });
    const after = (name, facts) => (names.has(name) && (0, reachable_1.it.isReachable)(facts) ? ready(facts) : facts);
    return { ...live, hosts: new Map([...live.hosts].map(([name, facts]) => [name, after(name, facts)])) };
}
async function applyPreparation(change, run) {
    const { docker, reboot } = change;
    if (docker)
        await install({ ...change, docker }, run);
    if (reboot)
        await (0, reboot_1.restartWhereWanted)(change, run);
}
async function install({ id, server, machine, docker, installer }, run) {
    const host = (0, run_1.hostOf)(run, machine);
    const now = await (0, run_1.factsOf)(run.session.cluster, host);
    // An earlier run that nobody waited for has come to its end.
    if ((0, reading_1.it.isKnown)(now.docker) &&
        now.docker.installed &&
        (0, reading_1.it.isKnown)(now.containers) &&
        now.containers.length === 0 &&
        now.runningJob === undefined)
        return;
    const attaches = now.runningJob !== undefined;
    if (!attaches && !isBare(now))
        throw new stage_error_1.StageError(`${server} is not bare any more, or does not tell, and is not prepared: look at what runs there`);
    const { path = '', sha256 = '', shell = '' } = installer ?? {};
    const argv = ['/bin/sh', '-c', prepare_script_1.it.PREPARE_HOST, 'prepare', docker, String(machine.ssh.port), path, sha256, shell];
    await (0, script_1.runScript)(run, { machine, cwd: '/', argv, secrets: [] }, {
        id,
        key: `prepare-${server}`,
        title: `prepare the host of ${server}`,
        what: 'preparing the host',
    });
    const after = await (0, run_1.factsOf)(run.session.cluster, host);
    if (!(0, reading_1.it.isKnown)(after.docker) || !after.docker.installed)
        throw new stage_error_1.StageError(`The host of ${server} was prepared, and Docker is not there, or does not answer`);
}

/***/ }),

/***/ 9767:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/reboot.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isFree = isFree;
exports.restartWhereWanted = restartWhereWanted;
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const reboot_script_1 = { get it() { return (__nccwpck_require__(7083)["reboot-script"]); } };
const types_1 = { get it() { return (__nccwpck_require__(7083).types); } };
const one_line_1 = { get it() { return (__nccwpck_require__(6060)["one-line"]); } };
const run_1 = __nccwpck_require__(5269);
const stage_error_1 = __nccwpck_require__(7033);
const wait_1 = __nccwpck_require__(3039);
/** Servers with much memory take minutes until their firmware lets them boot. */
const BACK_MS = 15 * 60_000;
/** What a host that goes down, or comes up, answers with: its shell and sudo may be stopped before sshd is. */
const AWAY = ['unreachable', 'connection-lost', 'timeout', 'command', 'sudo'];
/** Known to have nothing of PortSIP's on it: what cannot be seen may serve. */
function isFree({ docker, containers, roles }) {
    return (0, reading_1.it.isKnown)(docker) && (0, reading_1.it.isKnown)(containers) && containers.length === 0 && (0, reading_1.it.isKnown)(roles) && roles.length === 0;
}
/** Restarts a host whose updates want that, if nothing runs there, and waits until it is back. A run that dies meanwhile leaves nothing half done. */
async function restartWhereWanted({ id, server, machine }, run) {
    const { session } = run;
    const host = (0, run_1.hostOf)(run, machine);
    const before = await (0, run_1.factsOf)(session.cluster, host);
    if (before.rebootRequired === undefined)
        return;
    if (!isFree(before) || before.runningJob !== undefined)
        throw new stage_error_1.StageError(`${server} wants a restart for its updates, and something of PortSIP's is there by now, or does not tell: it is not restarted`);
    run.progress(id, 'restarting the host');
    const asked = await host.run(reboot_script_1.it.REBOOT_HOST, [before.bootId]).catch((error) => {
        if (error instanceof types_1.it.HostError && error.code === 'connection-lost')
            return undefined;
        throw error;
    });
    if (asked && asked.code !== 0)
        throw new stage_error_1.StageError(`${server} wants a restart for its updates, and is not restarted: ${(0, one_line_1.it.quote)(asked.stderr.trim().split('\n').at(-1) ?? '', 200)}`);
    if (asked?.stdout.trim() === 'none')
        return;
    run.progress(id, 'waiting for the host to come back');
    const back = await (0, wait_1.until)(session, BACK_MS, async () => {
        const now = await (0, run_1.factsOf)(session.cluster, host).catch((error) => {
            if (error instanceof types_1.it.HostError && AWAY.includes(error.code))
                return undefined;
            throw error;
        });
        // Docker takes some seconds more than sshd.
        return now && now.bootId !== before.bootId && (0, reading_1.it.isKnown)(now.docker) ? now : undefined;
    });
    if (!back && session.signal.aborted)
        throw new stage_error_1.Cancelled(`${server} restarts; the next run goes on`);
    if (!back)
        throw new stage_error_1.StageError(`${server} was restarted for its updates and is not back after ${BACK_MS / 60_000} minutes: look at its console; the next run goes on`);
    if (back.rebootRequired)
        session.log.warning(`${server} was restarted, and its updates want that still`);
}

/***/ }),

/***/ 6550:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/record-keeper.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.RecordKeeper = void 0;
exports.keepRecord = keepRecord;
const node_util_1 = __nccwpck_require__(7975);
const files_1 = { get it() { return (__nccwpck_require__(7083).files); } };
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
    underWay = false;
    written;
    constructor(record, main, stamp) {
        this.record = record;
        this.main = main;
        this.stamp = stamp;
    }
    get current() {
        return this.record;
    }
    /** What is on the main server's disk; undefined: it is what was read from there, or nobody knows (`isSure`). */
    get text() {
        return this.written;
    }
    /** Whether the last write succeeded and none is under way */
    get isSure() {
        return !this.failed && this.pending === undefined && !this.underWay;
    }
    /** Resolves when a record that holds the change is on the main server's disk. */
    update(change) {
        const next = change(this.record);
        if (!this.failed && (0, node_util_1.isDeepStrictEqual)(next, this.record))
            return this.pending ?? this.writing;
        this.record = next;
        // Changes that come while one write is under way share the next one.
        this.pending ??= this.writing
            .catch(() => undefined)
            .then(() => {
            this.pending = undefined;
            this.record = { ...this.record, ...this.stamp() };
            const text = `${JSON.stringify(this.record, null, 2)}\n`;
            this.underWay = true;
            this.writing = (0, files_1.it.writeRecord)(this.main, this.record.cluster, text).then(() => {
                this.failed = this.underWay = false;
                this.written = text;
            }, (error) => {
                this.failed = true;
                this.underWay = false;
                throw error;
            });
            return this.writing;
        });
        return this.pending;
    }
}
exports.RecordKeeper = RecordKeeper;

/***/ }),

/***/ 3307:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/record.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.claim = claim;
exports.settle = settle;
exports.withSettings = withSettings;
exports.recorded = recorded;
exports.inherit = inherit;
exports.listing = listing;
exports.forget = forget;
exports.outOfCalls = outOfCalls;
exports.withoutGivenBack = withoutGivenBack;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(9838).settings); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const cluster_record_1 = __nccwpck_require__(3862);
const departing_1 = __nccwpck_require__(8262);
const names_1 = __nccwpck_require__(5772);
const owed_restarts_1 = __nccwpck_require__(2230);
/*
 * What the record says before and after changes. It is written before they are begun: a run that is killed right after it
 * created something must know later that it was ours.
 */
/** What the record says before the first of `changes` is applied. */
function claim(record, changes, cluster, plane, live) {
    const next = structuredClone(record);
    const startOf = (0, owed_restarts_1.starts)(cluster, live);
    // One that happened meanwhile, whoever did it, is not owed any more; the same can come to be owed again.
    for (const [id, owed] of Object.entries(next.restarts))
        if (!(0, owed_restarts_1.isOwed)(owed, startOf(id)))
            delete next.restarts[id];
    const created = changes.filter(({ action }) => action === 'create');
    const sources = (0, change_1.it.ofKind)(created, 'trusted-source').map(({ source }) => source);
    const cidrs = (0, change_1.it.ofKind)(created, 'whitelist-entry').map(({ entry }) => entry.cidr);
    next.firewall = [...new Set([...next.firewall, ...sources])];
    next.whitelist = [...new Set([...next.whitelist, ...cidrs])];
    for (const change of changes) {
        // Also one that is not there any more if the run ends half way: it is looked at before it is signed out.
        // Of the same user with another token it may be somebody else's until it is done.
        if (change.kind === 'registry-sign-in' && change.causes.every(({ cause }) => cause !== 'token')) {
            const { machine, registry } = change;
            const others = (next.logins ?? []).filter((login) => !(0, cluster_record_1.isLogin)(login, machine, registry));
            setLogins(next, [...others, loginAt(machine, registry)]);
        }
        const name = claimed(change, next);
        const server = (0, names_1.findServer)(cluster, name);
        if (server && !(0, names_1.has)(next.servers, server.name))
            next.servers[server.name] = recorded(server);
        // One that moves is still known by its old address until it has left it, and by the new one from now on.
        const known = change.kind === 'role' ? knownServer(next, change.server) : undefined;
        if (known && change.kind === 'role' && change.action !== 'update')
            next.servers[change.server] = alsoAt(known, change.wanted);
    }
    next.pbx = union(next.pbx ?? [], cluster.pbx.privateIp);
    const late = new Set((0, owed_restarts_1.lateAndUp)(live));
    if (late.size > 0 || changes.some(({ kind }) => BRINGS_RESTARTS[kind]))
        owe(next, cluster, plane, live, changes);
    // Those that are installed anew bring their restarts along themselves.
    for (const { server } of (0, change_1.it.ofKind)(changes, 'role').filter(({ action }) => action === 'create'))
        late.add(server);
    next.late = next.late.filter((name) => !late.has(name));
    const upgradesPbx = (0, change_1.it.ofKind)(changes, 'pbx-image').length > 0;
    for (const [id, owed] of Object.entries(next.restarts)) {
        // A restart or an upgrade of the PBX starts the load balancer as well: until that is done, its start says nothing.
        const withPbx = id === change_1.it.idOf.loadBalancerRestart && (upgradesPbx || (0, names_1.has)(next.restarts, change_1.it.idOf.pbxRestart));
        if (id === change_1.it.idOf.loadBalancerRestart && upgradesPbx)
            next.restarts[id] = { reason: owed.reason };
        if (withPbx)
            continue;
        const startedAt = owed.startedAt ?? startOf(id);
        next.restarts[id] = { ...owed, ...(startedAt && { startedAt }) };
    }
    return next;
}
/** The server that a change makes ours: what it creates, what is ours already, and what takes the place of one of ours. */
function claimed(change, { servers }) {
    switch (change.kind) {
        case 'portal-entry': {
            // What takes the place of one of ours by another name is ours.
            return change.action === 'create' || (0, names_1.has)(servers, change.replaces) ? change.server : undefined;
        }
        case 'im-addresses':
        case 'role':
            return change.action === 'create' ? change.server : undefined;
        default:
            return undefined;
    }
}
/** Whatever installs or removes something may bring restarts with it. */
const BRINGS_RESTARTS = {
    'trusted-source': false,
    'whitelist-entry': false,
    'portal-entry': false,
    'im-addresses': false,
    'sbc-settings': false,
    'built-in-on': false,
    'dead-server-off': false,
    'dead-server-on': false,
    token: false,
    'ssh-key': true,
    'control-scripts': false,
    'host-preparation': false,
    'registry-sign-in': false,
    'registry-sign-out': false,
    'pbx-image': true,
    role: true,
    'callers-back': false,
    'built-in-off': false,
    'role-removal': true,
    'portal-entry-removal': true,
    'im-addresses-removal': true,
    'whitelist-removal': true,
    'source-removal': true,
    'server-restart': false,
    'pbx-restart': false,
    'load-balancer-restart': false,
    backup: false,
};
function owe(next, cluster, plane, live, changes) {
    const due = (0, owed_restarts_1.broughtAlong)(cluster, plane, live, changes);
    const note = (id, reason) => (next.restarts[id] ??= { reason });
    if (due.loadBalancer)
        note(change_1.it.idOf.loadBalancerRestart, (0, owed_restarts_1.restartReason)(due.loadBalancer));
    if (due.pbx)
        note(change_1.it.idOf.pbxRestart, (0, owed_restarts_1.restartReason)(due.pbx));
    for (const [name, cause] of Object.entries(due.servers))
        note(change_1.it.idOf.restart(name), (0, owed_restarts_1.restartReason)(cause));
}
/** What the record says once `change` has been applied. `failed`: servers that this run began to install and that did not come. */
function settle(record, change, cluster, failed = []) {
    // Of hundreds of servers each change is written down: only what may change is copied.
    const next = {
        ...record,
        servers: { ...record.servers },
        recreate: { ...record.recreate },
        restarts: { ...record.restarts },
    };
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
            const server = (0, names_1.findServer)(cluster, change.server);
            // One that moves is known by its old address until its role has left that.
            if (server && known?.address === server.address)
                next.servers[change.server] = withElsewhere({ ...recorded(server), ...(known.installed && { installed: true }) }, known.elsewhere);
            break;
        }
        case 'role':
            // Whatever it was seen as is over.
            next.seen = without(next.seen, change.server);
            if (knownServer(next, change.server))
                next.servers[change.server] = arrived(next.servers[change.server], change);
            delete next.recreate[change.server];
            next.unfinished = without(next.unfinished, change.server);
            if (Object.keys(next.unfinished).length === 0)
                delete next.unfinished;
            // A container that was just recreated has nothing older to forget.
            if (change.action !== 'create')
                delete next.restarts[change_1.it.idOf.restart(change.server)];
            break;
        case 'role-removal': {
            delete next.recreate[change.server];
            const known = knownServer(next, change.server);
            if (known?.elsewhere)
                next.servers[change.server] = withElsewhere(known, known.elsewhere.filter(({ address }) => !(0, addresses_1.it.sameAddress)(address, change.from.address)));
            break;
        }
        case 'registry-sign-in':
            setLogins(next, [...loginsElsewhere(next, change.machine), loginAt(change.machine, change.registry)]);
            break;
        case 'registry-sign-out':
            setLogins(next, (next.logins ?? []).filter((login) => !(0, cluster_record_1.isLogin)(login, change.machine, change.registry)));
            break;
        case 'pbx-image':
            delete next.restarts[change_1.it.idOf.pbxRestart];
            break;
        case 'built-in-on':
        case 'built-in-off':
            // In one order, whichever was done first.
            next.builtInDisabled = roles_1.it.LISTED_ROLES.filter((role) => role === change.role ? change.kind === 'built-in-off' : next.builtInDisabled.includes(role));
            break;
        case 'pbx-restart':
        case 'load-balancer-restart':
        case 'server-restart':
            delete next.restarts[change.id];
            if (change.oneOf)
                next.late = [...new Set([...next.late, ...failed])];
            break;
        case 'trusted-source':
        case 'whitelist-entry':
        case 'dead-server-off':
        case 'dead-server-on':
        case 'sbc-settings':
        case 'callers-back':
        case 'token':
        case 'ssh-key':
        case 'control-scripts':
        case 'host-preparation':
        case 'portal-entry-removal':
        case 'im-addresses-removal':
        case 'backup': // Its stage writes down what came of it.
            return record;
    }
    return next;
}
/** What the record says of how things are done, once `cluster` is what is deployed. */
function withSettings(record, cluster) {
    const next = { ...structuredClone(record), settings: (0, settings_1.it.settingsOf)(cluster) };
    for (const { name, address, ssh } of cluster.servers) {
        const known = knownServer(next, name);
        // One that moves is still reached where it was, as it was.
        if (known?.address === address)
            next.servers[name] = { ...known, ssh };
    }
    return next;
}
function loginAt({ address, ssh }, { server, username }) {
    return { address, ssh, server, username };
}
function loginsElsewhere({ logins = [] }, { address }) {
    return logins.filter((login) => !(0, addresses_1.it.sameAddress)(login.address, address));
}
function setLogins(record, logins) {
    delete record.logins;
    if (logins.length > 0)
        record.logins = logins;
}
function knownServer({ servers }, name) {
    return (0, names_1.has)(servers, name) ? servers[name] : undefined;
}
function recorded({ role, address, ssh, privateIp, publicIp }) {
    return { role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
}
/** A server that may be on a machine from now on, wherever else it is. */
function alsoAt(known, { address, ssh }) {
    const { elsewhere = [] } = known;
    return placesIn(known).some(isAt(address)) ? known : { ...known, elsewhere: [...elsewhere, { address, ssh }] };
}
/** A server that runs where it is to be. What it left is forgotten; where else it may be is not. */
function arrived(known, { wanted, leaves }) {
    const left = (address) => (0, addresses_1.it.sameAddress)(address, leaves?.from.address);
    const others = known ? placesIn(known) : [];
    return withElsewhere({ ...recorded(wanted), installed: true }, others.filter(({ address }) => !(0, addresses_1.it.sameAddress)(address, wanted.address) && !left(address)));
}
function without(things = {}, name) {
    return only(things, (key) => key !== name);
}
function only(things = {}, is) {
    return Object.fromEntries(Object.entries(things).filter(([key]) => is(key)));
}
function withElsewhere({ elsewhere: _, ...server }, places = []) {
    return places.length > 0 ? { ...server, elsewhere: [...places] } : server;
}
/**
 * Takes over what is a server's of the cluster file now: from other cluster files of the same PBX what they put there, and from a
 * server that left what it has by another name. Both are forgotten there, and nobody would know that it may be taken away when
 * the server moves or goes.
 */
function inherit(record, cluster, who, others = []) {
    const servers = { ...record.servers };
    const unfinished = others.reduce((all, other) => ({ ...only(other.unfinished, (name) => (0, names_1.findServer)(cluster, name) !== undefined), ...all }), record.unfinished ?? {});
    const take = (server, from) => {
        if (from && !(0, names_1.has)(servers, server.name))
            servers[server.name] = { ...recorded(server), ...(from.installed && { installed: true }) };
    };
    for (const server of cluster.servers) {
        const { name, role, address } = server;
        const owners = others.flatMap(({ owned, servers: its }) => {
            const known = knownServer({ servers: owned }, name);
            // Its file may have had it there already, and not got so far.
            const isThere = known?.role === role && [...placesIn(known), ...its.filter((one) => one.name === name)].some(isAt(address));
            return isThere ? [known] : [];
        });
        take(server, owners[0]);
    }
    for (const left of who.leaving)
        for (const [index, place] of (0, departing_1.placesOf)(left).entries()) {
            const there = who.departure(place, index === 0 ? left.name : (0, departing_1.oldHost)(place));
            if (there.is === 'duplicate')
                take(there.of, knownServer(record, left.name));
        }
    const next = { ...record, servers, ...(Object.keys(unfinished).length > 0 && { unfinished }) };
    setLogins(next, inheritedLogins(record, cluster, others));
    return next;
}
/** A login that another cluster file of the PBX made too is that one's once ours does not want it; with a machine of its own comes its login. */
function inheritedLogins({ logins = [] }, { registry, servers }, others) {
    const isSame = (one) => (two) => (0, cluster_record_1.isLogin)(two, one, one);
    const kept = logins.filter((login) => login.server === registry?.server || !others.some(({ logins: its = [] }) => its.some(isSame(login))));
    const handed = others.flatMap(({ logins: its = [], servers: listed }) => its.filter(({ address }) => servers.some(isAt(address)) && !listed.some(isAt(address))));
    return [...kept, ...handed.filter((login) => !kept.some(isSame(login)))];
}
function placesIn({ address, ssh, elsewhere = [] }) {
    return [{ address, ssh }, ...elsewhere];
}
const isAt = (address) => (place) => (0, addresses_1.it.sameAddress)(place.address, address);
/**
 * What its cluster file has, for other cluster files of the same PBX to know, and since when. What another one has by the same name
 * elsewhere is that one's: it is listed as it was before. `before`: the record as it was found.
 */
function listing(record, cluster, { record: before, others = [], at }, isContested) {
    const listed = {};
    const since = {};
    // What another cluster file had before is told from what it has now as long as that one's record names it.
    const isKnown = (name) => (0, names_1.findServer)(cluster, name) ||
        (0, names_1.has)(record.servers, name) ||
        others.some(({ servers }) => servers.some((one) => one.name === name));
    for (const [name, time] of Object.entries(before?.since ?? {}))
        if (isKnown(name))
            since[name] = time;
    for (const server of cluster.servers) {
        const { name, address } = server;
        const was = before?.listed && (0, names_1.has)(before.listed, name) ? before.listed[name] : undefined;
        if (was === undefined && (!before || !(0, names_1.has)(before.servers, name)) && !isContested(server))
            since[name] = new Date(at).toISOString();
        const now = isContested(server) ? was : address;
        if (now !== undefined)
            listed[name] = now;
    }
    return { ...record, listed, since };
}
/**
 * Forgets servers that left the cluster file once nothing of them is left; `remaining` are the names that still have something.
 * `isLeft`: whether a server of the cluster file may still be on a machine that it is not to be on.
 */
function forget(record, cluster, remaining, isLeft = () => true) {
    const next = structuredClone(record);
    for (const name of Object.keys(next.servers)) {
        if (!(0, names_1.findServer)(cluster, name) && !remaining.has(name))
            delete next.servers[name];
    }
    for (const [name, server] of Object.entries(next.servers))
        if (server.elsewhere && (0, names_1.findServer)(cluster, name))
            next.servers[name] = withElsewhere(server, server.elsewhere.filter(({ address }) => isLeft(name, address)));
    const restartable = new Set([
        change_1.it.idOf.pbxRestart,
        change_1.it.idOf.loadBalancerRestart,
        ...cluster.servers.map(({ name }) => change_1.it.idOf.restart(name)),
    ]);
    for (const id of Object.keys(next.restarts))
        if (!restartable.has(id))
            delete next.restarts[id];
    for (const name of Object.keys(next.unfinished ?? {}))
        if (!(0, names_1.findServer)(cluster, name))
            next.unfinished = without(next.unfinished, name);
    next.draining = next.draining.filter((name) => (0, names_1.findServer)(cluster, name));
    next.late = next.late.filter((name) => (0, names_1.findServer)(cluster, name));
    // What is nobody's machine any more was signed out with its server, or cannot be (`registry-left`).
    const places = [cluster.pbx.machine, ...cluster.servers, ...Object.values(next.servers).flatMap(placesIn)];
    if (next.logins)
        setLogins(next, next.logins.filter((login) => places.some(isAt(login.address))));
    for (const names of [next.dead, next.seen])
        for (const name of Object.keys(names))
            if (!(0, names_1.findServer)(cluster, name))
                delete names[name];
    return next;
}
/** Servers of the cluster file that runs have taken out of calls and not given back: the next deploy does. */
function outOfCalls(cluster, { draining }) {
    return draining.filter((name) => cluster.servers.some((server) => server.name === name && server.enabled));
}
/** Forgets that servers were taken out of calls to which somebody has given them back in the portal meanwhile. */
function withoutGivenBack(record, cluster, { portal }) {
    const takesCalls = (name) => {
        const role = (0, names_1.findServer)(cluster, name)?.role;
        return (role !== undefined &&
            (0, roles_1.it.isListed)(role) &&
            portal.servers[role].some((entry) => entry.name === name && entry.type === 'EXTERNAL' && entry.enabled));
    };
    return { ...record, draining: record.draining.filter((name) => !takesCalls(name)) };
}
function union(list, item) {
    return list.includes(item) ? list : [...list, item];
}

/***/ }),

/***/ 9407:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/register.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.register = void 0;
exports.entryOf = entryOf;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const names_1 = { get it() { return (__nccwpck_require__(2907)["rules/names"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const built_in_1 = __nccwpck_require__(2622);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const cluster_record_1 = __nccwpck_require__(3862);
const drain_1 = __nccwpck_require__(2842);
const handover_1 = __nccwpck_require__(3685);
const live_1 = __nccwpck_require__(9508);
const names_2 = __nccwpck_require__(5772);
const unseen_1 = __nccwpck_require__(5802);
/** The portal's register of servers: what the cluster file has must be in it, by the same name to the letter. Never unregisters a server that left the file. */
exports.register = {
    name: 'register',
    *diff(input) {
        const { cluster } = input;
        const diffs = [];
        for (const server of [...cluster.servers].sort(names_2.inRoleOrder)) {
            diffs.push(diffServer(server, input));
            yield;
        }
        const turnedOn = roles_1.it.LISTED_ROLES.flatMap((role) => diffBuiltIn(role, input) ?? []);
        const on = new Map(turnedOn.map(({ role, id }) => [role, id]));
        const changes = diffs.flatMap((one) => one.changes);
        const handed = (0, handover_1.inHandover)(changes.filter((change) => change.kind === 'portal-entry'), input.live, cluster);
        const entries = [...handed.entries, ...changes.filter((change) => change.kind === 'im-addresses')].map((change) => {
            // Whoever takes the last one of a role from callers first gives them the built-in one.
            const replaced = change.kind === 'portal-entry' && !change.wanted.enabled && on.get(change.wanted.role);
            return replaced && change.present?.enabled ? { ...change, needs: [...change.needs, replaced] } : change;
        });
        return {
            changes: [...entries, ...turnedOn],
            findings: [
                ...diffs.flatMap(({ findings }) => findings),
                ...handed.stuck.map(({ change: { server }, holder }) => ({
                    code: 'address-taken',
                    severity: 'blocking',
                    server,
                    message: `The portal gives an address of ${server} to ${holder.name}, which keeps it for now: ${server} waits until ${holder.name} gives it up`,
                })),
                ...unmanaged(input),
            ],
        };
    },
    apply: { 'portal-entry': applyEntry, 'im-addresses': applyImAddresses, 'built-in-on': built_in_1.turnOn },
    words: {
        'portal-entry': {
            object: () => 'entry in the portal',
            deed: ({ action }) => DEEDS[action],
            target: ({ server }) => server,
            reason: entryReason,
            differences: ({ differences }) => [...differences],
        },
        'im-addresses': {
            object: () => 'entry in the portal',
            deed: ({ action }) => DEEDS[action],
            target: ({ server }) => server,
            reason: ({ action }) => action === 'create'
                ? 'the portal has no addresses of the IM server yet'
                : 'the cluster file wants other addresses of the IM server',
            differences: ({ differences }) => [...differences],
        },
        'built-in-on': (0, built_in_1.builtInWords)(),
    },
};
const DEEDS = {
    create: ['register'],
    update: ['update', 'in the portal'],
    replace: ['register', 'again'],
};
function entryReason({ causes: [first], replaces = '', vacates = [] }) {
    switch (first?.cause) {
        case 'renamed':
            return `renamed: the portal cannot change a name, so "${replaces}" is deleted and created again`;
        case 'readdressed':
            return vacates.length > 0
                ? `it changes addresses with ${(0, list_1.it.list)(vacates)}: the portal has an address once only, so both are deleted before they are created again`
                : 'its address changed: the portal cannot change it, so it is deleted and created again';
        case 'drained-by-us':
            return 'an interrupted run had drained it: it takes calls again';
        case 'was-dead':
            return 'it was taken out of calls because it was dead, and is ONLINE again';
        case 'unregistered':
            return 'not in the portal yet';
        case 'differs':
        case undefined:
            return 'the cluster file wants other values';
    }
}
function diffServer(server, input) {
    const { portal } = roles_1.it.ROLES[server.role];
    if ((0, roles_1.it.isListed)(server.role))
        return diffEntry(server, server.role, input);
    return { changes: portal.kind === 'addresses' ? diffAddresses(server, input) : [], findings: [] };
}
function diffEntry(server, role, { live, who }) {
    const found = who.registration(server, role);
    const registered = 'entry' in found && found.entry.name === server.name ? found.entry : undefined;
    const wasDead = registered !== undefined && (0, live_1.isTakenOut)(live, registered);
    // While it is dead it stays out of calls.
    const out = wasDead && !(0, live_1.isOnline)(live, registered);
    const wanted = { ...entryOf(server, role), ...(out && { enabled: false }) };
    const status = registered ? (0, live_1.onlineIn)(live, registered) : false;
    // It may have calls, and nobody could say when they have ended.
    const findings = (0, reading_1.it.isKnown)(status) ? [] : [(0, unseen_1.unseen)('status', server.name, status.unknown, 'it is left as it is')];
    const blocked = (code, message) => ({
        changes: [],
        findings: [{ code, severity: 'blocking', server: server.name, message }],
    });
    const changed = (change) => ({
        changes: [
            {
                kind: 'portal-entry',
                id: change_1.it.idOf.entry(server.name),
                server: server.name,
                impact: 'none',
                needs: [],
                after: [],
                wanted,
                ...change,
            },
        ],
        findings,
    });
    switch (found.is) {
        case 'other-role': {
            const other = roles_1.it.ROLES[found.entry.role].label;
            return blocked('role-changed', `The portal has "${server.name}" as ${other}; remove it from the cluster file, deploy, and add it again as ${roles_1.it.ROLES[role].label}`);
        }
        case 'built-in':
            return blocked('name-taken', `"${server.name}" is the name of the PBX's built-in ${roles_1.it.ROLES[role].label}; choose another name`);
        case 'somebody-elses':
            return blocked('address-taken', addressTaken(server, role, found.entry));
        case 'renamed':
            return changed({
                action: 'replace',
                causes: [{ cause: 'renamed' }],
                impact: 'new-calls',
                present: found.entry,
                replaces: found.entry.name,
                differences: [{ name: 'name', before: found.entry.name, after: server.name }],
            });
        case 'absent':
            return changed({
                action: 'create',
                causes: [{ cause: 'unregistered' }],
                ...(found.takesFrom && { takesFrom: found.takesFrom.name }),
                differences: added(values(wanted)),
            });
        case 'same':
        case 'readdressed':
    }
    const { entry: same } = found;
    const differences = difference(values(same), values(wanted));
    if (differences.length === 0)
        return { changes: [], findings };
    if (found.is === 'readdressed')
        return changed({
            action: 'replace',
            causes: [{ cause: 'readdressed' }],
            impact: same.enabled ? 'new-calls' : 'none',
            present: same,
            ...(found.takesFrom && { takesFrom: found.takesFrom.name }),
            differences,
        });
    const drained = live.record?.draining.includes(server.name) && !same.enabled;
    return changed({
        action: 'update',
        causes: [{ cause: drained ? 'drained-by-us' : wasDead && !out && wanted.enabled ? 'was-dead' : 'differs' }],
        present: same,
        differences,
    });
}
/** Which of the addresses it is about, and by what name the portal has it. */
function addressTaken({ address, publicIp = address }, role, entry) {
    const which = [entry.privateIp, entry.publicIp].some((one) => (0, addresses_1.it.sameAddress)(one, address)) ? address : publicIp;
    return `The portal has ${which} as "${entry.name}", which this project did not put there; name it so in the cluster file, or delete it on the portal's ${roles_1.it.ROLES[role].portalPage} page`;
}
function diffAddresses(server, { live }) {
    const present = live.portal.im;
    const { privateIp, publicIp } = server;
    const wanted = { ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
    const differences = difference(addresses(present), addresses(wanted));
    if (differences.length === 0)
        return [];
    const first = !present.privateIp && !present.publicIp;
    return [
        {
            kind: 'im-addresses',
            id: change_1.it.idOf.entry(server.name),
            action: first ? 'create' : 'update',
            server: server.name,
            causes: [{ cause: first ? 'unregistered' : 'differs' }],
            impact: 'none',
            needs: [],
            after: [],
            wanted,
            differences,
            present,
        },
    ];
}
/** The built-in server comes back where no other is left. It goes off only once something replaces it: see built-in.ts. */
function diffBuiltIn(role, { cluster, live, who }) {
    const builtIn = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
    if (!builtIn || builtIn.enabled)
        return undefined;
    if (cluster.servers.some((server) => server.role === role && server.enabled))
        return undefined;
    const entries = live.portal.servers[role];
    const leaving = who.leaving.some((server) => server.role === role && entries.some(({ name }) => name === server.name));
    const weDidIt = live.record?.builtInDisabled.includes(role) ?? false;
    if (!leaving && !weDidIt)
        return undefined;
    return {
        kind: 'built-in-on',
        id: change_1.it.idOf.builtIn(role),
        action: 'update',
        causes: [{ cause: 'none-left' }],
        impact: 'none',
        needs: [],
        after: [],
        role,
    };
}
function unmanaged({ cluster, live, who }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    return roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role]
        .filter((have) => have.type === 'EXTERNAL' && !names.has(have.name) && !who.isOurs(have.name))
        .filter(({ name }) => cluster.unmanagedServers === 'report' || (0, names_1.it.isReserved)(name))
        .map((have) => ({
        code: 'unmanaged-server',
        severity: 'note',
        server: have.name,
        message: `The portal has the ${roles_1.it.ROLES[role].label} "${have.name}" (${have.privateIp ?? have.publicIp ?? 'no address'}), which is not in the cluster file; it is left alone`,
    })));
}
/** A server as the portal should have it. */
function entryOf(server, role) {
    const { name, enabled, privateIp, publicIp } = server;
    return {
        role,
        name,
        enabled,
        ...(privateIp && { privateIp }),
        ...((0, roles_1.it.collectionOf)(role).publicAddress && publicIp && { publicIp }),
        ...limitsOf(server, role),
    };
}
function limitsOf(server, role) {
    const limits = new Map(Object.entries(server));
    return Object.fromEntries((0, roles_1.it.collectionOf)(role).limits.flatMap(({ name }) => {
        const value = limits.get(name);
        return typeof value === 'number' ? [[name, value]] : [];
    }));
}
/** What the portal has of a server, or should have, in the words of plans. */
function values(server) {
    const { privateIp, publicIp, enabled, role } = server;
    const limits = (0, roles_1.it.collectionOf)(role).limits.map(({ name, label }) => [label, server[name]?.toString()]);
    return {
        'private address': privateIp,
        'public address': publicIp,
        enabled: String(enabled),
        ...Object.fromEntries(limits),
    };
}
function addresses({ privateIp, publicIp }) {
    return { 'private address': privateIp, 'public address': publicIp };
}
function added(values) {
    return Object.entries(values).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}
function difference(have, want) {
    return Object.keys(want).flatMap((name) => {
        const before = have[name] === '' ? undefined : have[name];
        const after = want[name];
        const same = name.endsWith('address') ? (0, addresses_1.it.sameAddress)(before, after) : before === after;
        return same ? [] : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
    });
}
async function applyEntry(change, run) {
    const { wanted } = change;
    const { role, name } = wanted;
    const same = run.portal.find(role, name);
    if (change.action === 'update' && same)
        return updateEntry(change, same, run);
    if (change.action === 'replace') {
        const old = same ?? (change.replaces === undefined ? undefined : run.portal.find(role, change.replaces));
        if (old)
            await (0, drain_1.takeOut)(run, old, change.id);
    }
    for (const other of change.vacates ?? []) {
        const taken = run.portal.find(role, other);
        if (taken && sharesAddress(taken, wanted))
            await (0, drain_1.takeOut)(run, taken, change.id);
    }
    const id = await run.session.pbx.createServer(wanted);
    run.portal.put({ ...wanted, id, type: 'EXTERNAL' });
}
function sharesAddress(one, other) {
    const addresses = [other.privateIp, other.publicIp].filter((address) => address !== undefined);
    return addresses.some((address) => (0, addresses_1.it.sameAddress)(one.privateIp, address) || (0, addresses_1.it.sameAddress)(one.publicIp, address));
}
async function updateEntry({ wanted, id }, have, run) {
    if (have.enabled && !wanted.enabled)
        await (0, drain_1.disable)(run, have, id);
    const { enabled, maxCallSessions, maxRooms, maxParticipants } = wanted;
    const patch = {
        enabled,
        ...(maxCallSessions !== undefined && { maxCallSessions }),
        ...(maxRooms !== undefined && { maxRooms }),
        ...(maxParticipants !== undefined && { maxParticipants }),
    };
    await run.session.pbx.updateServer(have.role, have.id, patch);
    run.portal.put({ ...have, ...patch });
    await run.record.update((record) => ({
        ...(enabled ? (0, cluster_record_1.withoutDead)(record, have.name) : record),
        draining: record.draining.filter((name) => name !== have.name),
    }));
}
async function applyImAddresses({ wanted }, run) {
    await run.session.pbx.setIm(wanted);
}

/***/ }),

/***/ 8561:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/registry.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.registryLeft = exports.registry = void 0;
exports.signsPbxIn = signsPbxIn;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const registry_1 = { get it() { return (__nccwpck_require__(2907).registry); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const registry_login_1 = { get it() { return (__nccwpck_require__(7083)["registry-login"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const backups_1 = __nccwpck_require__(6459);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const cluster_record_1 = __nccwpck_require__(3862);
const departing_1 = __nccwpck_require__(8262);
const names_1 = __nccwpck_require__(5772);
const role_diff_1 = __nccwpck_require__(9376);
const run_1 = __nccwpck_require__(5269);
const scripts_1 = __nccwpck_require__(3824);
const stage_error_1 = __nccwpck_require__(7033);
/*
 * Docker of each host is signed in to the operator's registry before anything is pulled there, and signed out of what we signed it in to
 * once the cluster file does not say so any more. Nothing that runs is touched by it, so it is done on hosts that serve as well.
 */
exports.registry = {
    name: 'prepare',
    diff: diffSignIns,
    apply: { 'registry-sign-in': applySignIn },
    words: {
        'registry-sign-in': {
            object: () => "the registry's login on the host",
            deed: () => ['sign', 'in to the registry'],
            target: ({ server }) => server ?? 'the main server',
            reason: ({ causes: [first], registry: { server }, present }) => ({
                'signed-out': `its Docker is not signed in to ${server}`,
                user: `its Docker is signed in to ${server} as ${present?.username ?? 'somebody else'}`,
                token: `its Docker is signed in to ${server} with another token than the secret has`,
            })[first?.cause ?? 'signed-out'],
            differences: signInDifferences,
        },
    },
};
/** Among the removals, which are always looked at: a cluster file without a registry has nothing to prepare. */
exports.registryLeft = {
    name: 'remove',
    diff: diffSignOuts,
    apply: { 'registry-sign-out': applySignOut },
    words: {
        'registry-sign-out': {
            object: () => "the registry's login on the host",
            deed: () => ['sign', 'out of the registry'],
            target: ({ server, machine }) => server ?? (machine.name === backups_1.PBX_NAME ? 'the main server' : machine.name),
            reason: ({ causes: [first], registry: { server } }) => first?.cause === 'left'
                ? `it left the cluster, and we signed its Docker in to ${server}`
                : `we signed its Docker in to ${server}, and the cluster file does not want that any more`,
            differences: ({ registry: { server, username } }) => [
                { name: 'registry', before: server },
                { name: 'username', before: username },
            ],
        },
    },
};
/** Whether we have anything pulled on the main server. */
function signsPbxIn({ pbx }) {
    return pbx.image !== undefined || pbx.version !== undefined;
}
function machinesOf(input) {
    return (0, scripts_1.targets)(input).filter(({ server }) => server !== undefined || signsPbxIn(input.cluster));
}
function diffSignIns(input, planned) {
    const { cluster, live, plane } = input;
    const wanted = cluster.registry;
    const changes = [];
    const findings = [];
    if (!wanted) {
        if (live.registryToken === 'given')
            findings.push(tokenUnused());
        return { changes, findings };
    }
    if (!plane.wantsReadyHosts)
        return { changes, findings };
    const unsure = [];
    for (const { name, server, machine, facts } of machinesOf(input)) {
        if (!(0, reachable_1.it.isReachable)(facts) || facts.registry === undefined)
            continue;
        const listed = (0, names_1.findServer)(cluster, server);
        // Without Docker there is nobody to sign in; what is in its way is told by `preflight`.
        if (!(0, reading_1.it.isKnown)(facts.docker) || !facts.docker.installed)
            continue;
        if (listed && (0, role_diff_1.signsItselfIn)(listed, facts, input))
            findings.push(keptInClear(listed));
        const found = facts.registry;
        if (!(0, reading_1.it.isKnown)(found)) {
            findings.push(unreadable(name, server, wanted, found.unknown));
            continue;
        }
        const login = found === 'none' || found.server !== wanted.server ? undefined : found;
        const isOther = login !== undefined && login.username !== wanted.username;
        const current = login && !isOther ? login.current : false;
        if (current === true)
            continue;
        if (!(0, reading_1.it.isKnown)(current)) {
            unsure.push(name);
            continue;
        }
        if (live.registryToken === 'none') {
            findings.push(tokenMissing(server, wanted));
            continue;
        }
        const leaves = loginsAt(machine, live.record?.logins).filter((one) => one.server !== wanted.server && !isNeeded(one, live.others));
        changes.push({
            kind: 'registry-sign-in',
            id: change_1.it.idOf.registry(name),
            action: login ? 'update' : 'create',
            ...(server !== undefined && { server }),
            causes: [{ cause: login ? (isOther ? 'user' : 'token') : 'signed-out' }],
            impact: 'none',
            needs: planned.these([change_1.it.idOf.preparation(name)]),
            after: [],
            machine,
            registry: wanted,
            ...(leaves.length > 0 && { leaves: leaves.map(withoutPlace) }),
            ...(login && { present: { username: login.username } }),
        });
    }
    if (unsure.length > 0)
        findings.push(notCompared(unsure, wanted));
    return { changes, findings };
}
function signInDifferences({ causes: [first], registry: { server, username }, present, leaves, }) {
    const left = leaves?.map((one) => one.server).join(', ');
    if (first?.cause === 'token')
        return [{ name: 'token', before: 'another one', after: "the secret's" }];
    return [
        { name: 'registry', ...(left && { before: left }), after: server },
        { name: 'username', ...(present && { before: present.username }), after: username },
    ].filter(({ before, after }) => before !== after);
}
function diffSignOuts(input, planned) {
    const { cluster, live, plane } = input;
    const changes = [];
    const findings = [];
    const logins = plane.wantsReadyHosts ? (live.record?.logins ?? []) : [];
    const signsIn = planned.ofKind('registry-sign-in');
    const own = (0, scripts_1.targets)(input);
    const wanting = machinesOf(input);
    const old = logins.length > 0 ? (0, departing_1.oldMachines)(cluster, live.record, live.portal.servers) : new Map();
    for (const login of logins) {
        const isThere = ({ machine }) => (0, addresses_1.it.sameAddress)(machine.address, login.address);
        if (login.server === cluster.registry?.server && wanting.some(isThere))
            continue;
        if (isNeeded(login, live.others))
            continue;
        // The change that signs it in elsewhere signs it out there.
        if (signsIn.some((change) => isThere(change)))
            continue;
        const target = own.find(isThere);
        if (target) {
            // One at a time, as they have one name.
            if ((0, reachable_1.it.isReachable)(target.facts) && !changes.some(({ id }) => id === change_1.it.idOf.registry(target.name)))
                changes.push(signingOut(target.name, target.machine, 'not-wanted', login, target.server));
            continue;
        }
        // What is somebody else's by now, or cannot be seen, is left alone.
        if ([cluster.pbx.machine, ...cluster.servers].some(({ address }) => (0, addresses_1.it.sameAddress)(address, login.address)))
            continue;
        const [key, machine] = [...old].find(([, { address }]) => (0, addresses_1.it.sameAddress)(address, login.address)) ?? [];
        if (key !== undefined && machine && (0, reachable_1.it.isReachable)(live.hosts.get(key)))
            changes.push(signingOut(login.address, machine, 'left', login));
        else
            findings.push(leftBehind(login));
    }
    return { changes, findings };
}
/** Whether another cluster file of the same PBX has a machine by now, or has itself signed it in there: the main server is everybody's. */
function isNeeded(login, others = []) {
    return others.some(({ servers, logins = [] }) => servers.some(({ address }) => (0, addresses_1.it.sameAddress)(address, login.address)) ||
        logins.some((its) => (0, cluster_record_1.isLogin)(its, login, login)));
}
function signingOut(of, machine, cause, login, server) {
    return {
        kind: 'registry-sign-out',
        id: change_1.it.idOf.registry(of),
        action: 'delete',
        ...(server !== undefined && { server }),
        causes: [{ cause }],
        impact: 'none',
        needs: [],
        after: [],
        machine,
        registry: withoutPlace(login),
    };
}
function loginsAt({ address }, logins = []) {
    return logins.filter((login) => (0, addresses_1.it.sameAddress)(login.address, address));
}
const withoutPlace = ({ server, username }) => ({ server, username });
const GIVE_IT = 'set the secret PORTSIP_REGISTRY_TOKEN (input registry-token)';
function tokenUnused() {
    return {
        code: 'registry-token-unused',
        severity: 'note',
        message: 'There is a PORTSIP_REGISTRY_TOKEN, and the cluster file has no registry that it could be for: add registry with server and username, or take the secret away',
    };
}
function tokenMissing(server, { server: at, username }) {
    return {
        code: 'registry-token-missing',
        severity: 'blocking',
        ...(server === undefined ? { change: change_1.it.idOf.pbxImage } : { server }),
        message: `Docker of ${server ?? 'the main server'} is not signed in to ${at} as ${username}, and there is no token for that: ${GIVE_IT}`,
    };
}
function notCompared(names, { server, username }) {
    return {
        code: 'registry-not-compared',
        severity: 'warning',
        message: `Docker of ${(0, list_1.it.list)(names)} is signed in to ${server} as ${username}; whether with a token that still holds cannot be told without one to compare it with: ${GIVE_IT}`,
    };
}
function keptInClear({ name, role }) {
    return {
        code: 'registry-token-kept',
        severity: 'note',
        server: name,
        message: `${name} was installed with a registry's user and token as options of ${roles_1.it.ROLES[role].script.file}, which keeps the token in clear and signs in with it at each upgrade: the next upgrade sets it up anew, without them`,
    };
}
function unreadable(name, server, { server: at }, why) {
    return {
        code: 'registry-unknown',
        severity: 'warning',
        ...(server !== undefined && { server }),
        message: `How Docker of ${name === backups_1.PBX_NAME ? 'the main server' : name} is signed in to ${at} cannot be seen (${why}): it is left as it is`,
    };
}
function leftBehind({ address, server, username }) {
    return {
        code: 'registry-left',
        severity: 'warning',
        message: `${address}, which left the cluster, was signed in to ${server} as ${username} by this project and does not answer any more: sign it out there (sudo docker logout ${(0, registry_1.it.nameInConfig)(server)}), or revoke that token`,
    };
}
async function applySignIn({ machine, registry: wanted, leaves = [] }, run) {
    const { registryToken } = run.session;
    if (registryToken === undefined)
        throw new stage_error_1.StageError(`There is no token for ${wanted.server}: ${GIVE_IT}`);
    const work = () => (0, registry_login_1.it.signIn)((0, run_1.hostOf)(run, machine), wanted, registryToken);
    if (run.signedIn) {
        // What is wrong with one host says nothing of another.
        await run.signedIn.catch((error) => {
            if (error instanceof registry_login_1.it.RegistryRefusal)
                throw new stage_error_1.StageError(`Not tried on ${machine.name}, as the registry refuses the token. ${error.message}`);
        });
        await work();
    }
    else
        await (run.signedIn = work());
    for (const left of leaves)
        await leave(machine, left, run);
}
async function applySignOut({ machine, registry: left }, run) {
    await leave(machine, left, run);
}
async function leave(machine, left, run) {
    if (await (0, registry_login_1.it.signOut)((0, run_1.hostOf)(run, machine), left))
        return;
    run.session.log.info(`${machine.name}: somebody has signed Docker in to ${left.server} since, and it stays so`);
}

/***/ }),

/***/ 582:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/remove.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.remove = void 0;
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const departing_1 = __nccwpck_require__(8262);
const closing_1 = __nccwpck_require__(2995);
const drain_1 = __nccwpck_require__(2842);
const firewall_1 = __nccwpck_require__(7698);
const order_1 = __nccwpck_require__(244);
const outside_1 = __nccwpck_require__(1787);
const role_diff_1 = __nccwpck_require__(9376);
const script_1 = __nccwpck_require__(501);
const live_1 = __nccwpck_require__(9508);
const stage_error_1 = __nccwpck_require__(7033);
const run_1 = __nccwpck_require__(5269);
const unseen_1 = __nccwpck_require__(5802);
/** Takes away what left the cluster file: calls first, then the role, the portal, the whitelist and the firewall. */
exports.remove = {
    name: 'remove',
    diff: diffRemove,
    apply: {
        'role-removal': applyRoleRemoval,
        'portal-entry-removal': applyEntryRemoval,
        'im-addresses-removal': (_, run) => run.session.pbx.setIm({}),
        'whitelist-removal': applyWhitelistRemoval,
        'source-removal': ({ source }, run) => run.firewall.change('remove', source),
    },
    words: {
        'role-removal': {
            object: () => 'service on the host',
            deed: () => ['uninstall'],
            target: ({ server }) => server,
            reason: ({ server }) => `${server} left the cluster file`,
            differences: () => [],
        },
        'portal-entry-removal': entryWords(),
        'im-addresses-removal': entryWords(),
        'whitelist-removal': {
            object: ({ cidr }) => `${cidr} in the PBX's IP whitelist`,
            deed: () => ['take', 'off the whitelist'],
            target: ({ cidr }) => cidr,
            reason: () => 'no server of the cluster file has this address any more',
            differences: ({ cidr }) => [{ name: 'accepted address', before: cidr }],
            selfExplaining: () => true,
        },
        'source-removal': {
            object: firewall_1.trustedIn,
            deed: () => ['stop trusting'],
            target: ({ source }) => source,
            reason: () => 'the cluster file does not trust it any more',
            differences: ({ source }) => [{ name: 'trusted source', before: source }],
            selfExplaining: () => true,
        },
    },
};
function entryWords() {
    return {
        object: () => 'entry in the portal',
        deed: () => ['take', 'out of the portal'],
        target: ({ server }) => server,
        reason: ({ server }) => `${server} left the cluster file`,
        differences: ({ from }) => [{ name: 'private address', before: from.address }],
    };
}
function* diffRemove(input, planned) {
    const { live, who } = input;
    const entries = new Map(roles_1.it.LISTED_ROLES.flatMap((role) => live.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => [`${role}/${server.name}`, server])));
    const changes = [];
    const findings = [];
    const leaving = [];
    for (const server of who.leaving) {
        yield;
        const one = diffDeparting(server, entries, input, planned);
        changes.push(...one.changes);
        findings.push(...one.findings);
        // Wherever it may be, it is let in there until it has gone.
        for (const [index, place] of (0, departing_1.placesOf)(server).entries()) {
            leaving.push((0, closing_1.leavingFrom)(place, index === 0 ? server.name : (0, departing_1.oldHost)(place), one.held, input));
        }
    }
    for (const old of [...who.moved.values()].flat())
        leaving.push((0, closing_1.leavingFrom)(old, (0, departing_1.oldHost)(old), isHeld(old, input), input));
    leaving.push(...stillEntered(input, planned));
    const closing = (0, closing_1.closeFirewall)(input, leaving, changes, planned);
    const removals = entriesFirst(oneByOne(changes), input);
    return { changes: [...removals, ...closing], findings: [...findings, ...(0, closing_1.shutOut)(input, leaving, closing)] };
}
/** Servers of the cluster file that the portal has elsewhere, whoever put them there: they take their calls there until they go. */
function stillEntered(input, planned) {
    return input.cluster.servers.flatMap((server) => {
        const { name, role, ssh } = server;
        const found = (0, roles_1.it.isListed)(role) ? input.who.registration(server, role) : undefined;
        if (found?.is !== 'readdressed')
            return [];
        const { privateIp, publicIp } = found.entry;
        const address = privateIp ?? publicIp;
        if (address === undefined)
            return [];
        const place = { name, role, ssh, address, ...(publicIp && { publicIp }) };
        return [(0, closing_1.leavingFrom)(place, (0, departing_1.oldHost)(place), !planned.ids.has(change_1.it.idOf.entry(name)), input)];
    });
}
/** What a machine has in the portal by other names goes before the machine is left, which would wait for calls by those as well. */
function entriesFirst(removals, { live, who }) {
    // Those that leave a machine of their own go after that.
    const own = new Set(removals.flatMap((one) => (one.kind === 'role-removal' ? [one.from.name] : [])));
    const going = new Map(removals.flatMap((one) => one.kind === 'portal-entry-removal' && !own.has(one.from.name) ? [[one.from.name, one.id]] : []));
    const left = new Map(who.leaving.map((server) => [server.name, server]));
    return removals.map((change) => {
        const server = change.kind === 'role-removal' && left.get(change.from.name);
        const reach = server && who.reach(server, live.hosts.get(server.name));
        if (!reach)
            return change;
        const others = who.reaching(reach).filter(({ name }) => name !== server.name);
        const before = others.flatMap(({ name }) => going.get(name) ?? []);
        return { ...change, after: [...change.after, ...before] };
    });
}
/** Of servers that callers come to by DNS one goes after the other. */
function oneByOne(removals) {
    const last = new Map();
    return removals.map((removal) => {
        if (removal.kind !== 'role-removal' || !(0, roles_1.it.isOutside)(removal.from.role))
            return removal;
        const before = last.get(removal.from.role);
        last.set(removal.from.role, removal.id);
        return before ? { ...removal, needs: [...removal.needs, before] } : removal;
    });
}
const REMOVAL_WAITS = 'it left the cluster file, and its removal waits';
/** What keeps a server from being taken away, as far as its host goes; undefined: nothing. */
function obstacle({ name, role, address }, there) {
    const said = (message) => `${name} left the cluster file, but ${message}`;
    const blocked = (code, message) => ({
        code,
        severity: 'blocking',
        server: name,
        message: said(message),
    });
    const gone = `--host-is-gone ${name} (input host-is-gone)`;
    switch (there.is) {
        case 'unknown':
            return there.unreachable
                ? blocked('host-unreachable', `its host does not answer (${there.why}); when it is gone for good, say so: ${gone}`)
                : (0, unseen_1.unseen)('containers', name, there.why, REMOVAL_WAITS);
        case 'somebody-elses':
            return blocked('not-ours', `its host now ${there.what}: that is left alone; to take only the entry of ${name} out of the portal, say that its host is gone: ${gone}`);
        case 'shared':
            return blocked('host-shared', `its host (${address}) runs ${there.what} as well, where no script of ours is run; remove it by hand (${roles_1.it.ROLES[role].script.file} rm), or leave it and say that its host is gone: ${gone}`);
        case 'handed-over':
            return {
                code: 'handed-over',
                severity: 'warning',
                server: name,
                message: said(`the cluster file "${there.to}" of the same PBX has it: it is left to that one. ${there.elsewhere ? `That one has it on another host, so remove by hand what still runs on ${address} (${roles_1.it.ROLES[role].script.file} rm). ` : ''}If there is no such cluster file any more, delete its record on the main server (/var/lib/portsip-cluster/${there.to}.json)`),
            };
        case 'nobody':
        case 'same':
        case 'duplicate':
        case 'pbx':
            return undefined;
    }
}
function diffDeparting(server, entries, input, planned) {
    const { cluster, live, who } = input;
    const { role, name } = server;
    const looks = (0, departing_1.placesOf)(server).map((place, index) => {
        const host = index === 0 ? name : (0, departing_1.oldHost)(place);
        return { place, facts: live.hosts.get(host), there: who.departure(place, host) };
    });
    const [first] = looks;
    // Where it was only on its way to, whoever else is there is none of it.
    const obstacles = looks.flatMap(({ place, there }, index) => index > 0 && there.is === 'somebody-elses' ? [] : (obstacle(place, there) ?? []));
    if (obstacles.length > 0 || !first)
        return { changes: [], findings: obstacles.slice(0, 1), held: true };
    const found = looks.find(({ there }) => there.is === 'same');
    const changes = [];
    const findings = [];
    const entry = entries.get(`${role}/${name}`);
    const online = entry ? (0, live_1.onlineIn)(live, entry) : false;
    if (!(0, reading_1.it.isKnown)(online))
        return { changes: [], findings: [(0, unseen_1.unseen)('status', name, online.unknown, REMOVAL_WAITS)], held: true };
    const before = replacements(server, planned);
    const common = { action: 'delete', server: name, causes: [{ cause: 'left' }], after: [] };
    if (found?.there.is === 'same') {
        const reach = who.reach(found.place, found.facts);
        const entered = who.reaching(reach);
        const takesCalls = entered.length === 0 || entered.some(({ enabled }) => enabled);
        // Its calls are counted, but by no entry that the PBX sees: nobody knows when they have ended.
        const unseenCalls = roles_1.it.ROLES[role].calls.kind === 'counted' && !entered.some((one) => (0, live_1.isOnline)(live, one));
        changes.push({
            ...common,
            from: (0, departing_1.leftBy)(found.place),
            kind: 'role-removal',
            id: change_1.it.idOf.role(name),
            impact: !found.there.container.running ? 'none' : unseenCalls ? 'active-calls' : departure(role, takesCalls),
            needs: before,
            // Also where it is stopped: an earlier run may have got so far, and what it does is what was reviewed.
            verbs: (0, role_diff_1.leaving)(role),
            ...(0, outside_1.drainOf)(role, cluster),
        });
        findings.push(...removalStops(server, cluster));
    }
    const from = (0, departing_1.leftBy)(server);
    const needs = [...changes.map(({ id }) => id), ...before];
    const successor = first.there.is === 'duplicate' ? first.there.of : undefined;
    if ((0, roles_1.it.isListed)(role)) {
        // One that another name takes the place of goes with that change.
        const entering = planned.ofKind('portal-entry');
        const replaced = entering.some(({ replaces, wanted }) => replaces === name && wanted.role === role);
        // Whoever takes its machine over is there first, unless it gets its address as well: the portal gives that to one only.
        const isAwaited = entering.some(({ takesFrom, wanted }) => takesFrom === name && wanted.role === role);
        const taker = successor && !isAwaited ? planned.these([change_1.it.idOf.role(successor.name)]) : [];
        if (entry && !replaced)
            changes.push({
                ...common,
                from,
                kind: 'portal-entry-removal',
                id: change_1.it.idOf.entry(name),
                impact: 'none',
                needs: [...new Set([...needs, ...taker])],
                role,
            });
    }
    else if (roles_1.it.ROLES[role].portal.kind === 'addresses' && !successor && hasAddresses(server, cluster, live)) {
        changes.push({ ...common, from, kind: 'im-addresses-removal', id: change_1.it.idOf.entry(name), impact: 'none', needs });
    }
    return { changes, findings, held: false };
}
/** What gives callers another server of the role before one goes: the built-in one, and new ones of the cluster file. */
function replacements({ role, name }, planned) {
    if (!(0, roles_1.it.isListed)(role) && !(0, roles_1.it.isOutside)(role))
        return [];
    // Whoever gets an address of its own comes after it.
    const taking = planned.ofKind('portal-entry').filter(({ takesFrom }) => takesFrom !== undefined);
    const waiting = (0, order_1.comingAfter)(planned.changes, taking.map(({ id }) => id));
    const isAwaited = taking.some(({ takesFrom }) => takesFrom === name);
    const coming = planned.changes.filter((change) => (change.kind === 'role' || change.kind === 'portal-entry') &&
        change.wanted.role === role &&
        !waiting.has(change.id) &&
        // What only gets other values takes calls as before.
        !(change.kind === 'portal-entry' && change.action === 'update' && change.present?.enabled) &&
        // What goes first does not wait for those that have their turn after it.
        (!isAwaited || change.action === 'create'));
    const builtIn = isAwaited
        ? planned.ofKind('built-in-on').map(({ id }) => id)
        : (0, roles_1.it.isListed)(role)
            ? [change_1.it.idOf.builtIn(role)]
            : [];
    return planned.these([...builtIn, ...coming.map(({ id }) => id)]);
}
/** What callers notice when a server goes: one that takes no new calls and tells that it has none is noticed by nobody. */
function departure(role, enabled) {
    return enabled || !(0, role_diff_1.tellsItsCalls)(role) ? roles_1.it.ROLES[role].away : 'none';
}
function removalStops({ name, role }, { restart, servers }) {
    const { stops, label, single } = roles_1.it.ROLES[role];
    const others = !single && servers.some((server) => server.role === role);
    if (!stops || others)
        return [];
    return [
        {
            code: 'removal-stops',
            severity: 'warning',
            server: name,
            message: `Removing ${name} takes away ${stops} until there is another ${label}; its data stays on the host. ${restart.window ? 'It waits for the maintenance window' : 'Merge it when nobody needs them, or give the cluster file a restart.window'}`,
        },
    ];
}
/** The PBX has one such server: where another one takes over, its addresses took the place of these. */
function hasAddresses(server, cluster, live) {
    if (cluster.servers.some(({ role }) => role === server.role))
        return false;
    const { privateIp, publicIp } = live.portal.im;
    return (0, addresses_1.it.sameAddress)(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}
/** A server that moved: without its new host it cannot leave the old one, and goes on serving there. */
function isHeld(old, { live, options, who }) {
    const there = who.atOld(old);
    if (there.is === 'nobody' || there.is === 'somebody-elses')
        return false;
    if (there.is === 'unknown' && there.unreachable)
        return !options.gone.includes(old.name);
    return there.is === 'unknown' || there.is === 'shared' || !(0, reachable_1.it.isReachable)(live.hosts.get(old.name));
}
/** Ends the calls of a departing server, then uninstalls its role. */
async function applyRoleRemoval({ id, from, verbs, drain }, run) {
    const { cluster } = run.session;
    const server = stillDeparting(from, run);
    const uninstall = async (now) => {
        for (const verb of (0, role_diff_1.stillToRun)(verbs, server.role, now))
            await (0, script_1.runVerb)(id, run, (0, departing_1.asServer)(server, cluster), verb, { called: { rm: 'remove' } });
    };
    const lead = { id, drain, forGood: true };
    await (0, drain_1.leaveMachine)(run, server, run.live.hosts.get(from.name), id, async (now) => {
        if ((0, roles_1.it.isOutside)(server.role))
            await (0, outside_1.ledAway)(run, server, lead, () => uninstall(now));
        else
            await uninstall(now);
    });
    const { container } = roles_1.it.ROLES[server.role];
    const facts = await (0, run_1.factsOf)(cluster, (0, run_1.hostOf)(run, (0, departing_1.departingMachine)(server)));
    if (!(0, containers_1.it.isAbsent)((0, containers_1.it.findContainer)(facts, container)))
        throw new stage_error_1.StageError(`The script on ${server.name} ended without an error, but ${container} is still there`);
}
/** Takes a departing server out of the portal. */
async function applyEntryRemoval({ id, from, role }, run) {
    stillDeparting(from, run);
    const entry = run.portal.find(role, from.name);
    if (entry)
        await (0, drain_1.takeOut)(run, entry, id);
}
async function applyWhitelistRemoval({ cidr }, run) {
    for (const entry of (0, firewall_1.acceptingEntries)(run, cidr))
        await run.session.pbx.destroyIpFilter(entry.id);
}
/** The record may have been rewritten since the plan was made. */
function stillDeparting(from, run) {
    const { cluster } = run.session;
    const now = (0, departing_1.departing)(cluster, run.record.current, run.live.portal.servers);
    const server = now.find(({ name }) => name === from.name);
    if (!server)
        throw new stage_error_1.StageError(`${from.name} is not in the record any more`);
    return (0, departing_1.placesOf)(server).find(({ address }) => address === from.address) ?? server;
}

/***/ }),

/***/ 7843:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/restart.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.restart = exports.LOAD_BALANCER_NAME = void 0;
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const drain_1 = __nccwpck_require__(2842);
const live_1 = __nccwpck_require__(9508);
const names_1 = __nccwpck_require__(5772);
const online_1 = __nccwpck_require__(8597);
const order_1 = __nccwpck_require__(244);
const outside_1 = __nccwpck_require__(1787);
const owed_restarts_1 = __nccwpck_require__(2230);
const pbx_1 = __nccwpck_require__(6038);
const role_verification_1 = __nccwpck_require__(1148);
const stage_error_1 = __nccwpck_require__(7033);
const run_1 = __nccwpck_require__(5269);
const script_1 = __nccwpck_require__(501);
/** What people name the load balancer by, beside roles and servers */
exports.LOAD_BALANCER_NAME = 'loadbalancer';
/**
 * Restarts in PortSIP's order: those that a person asks for; otherwise those that a scale-out or a removal brings with it,
 * and those that an earlier run still owes.
 */
exports.restart = {
    name: 'restart',
    diff: diffRestart,
    apply: { 'pbx-restart': restartMain, 'load-balancer-restart': restartMain, 'server-restart': restartServer },
    words: {
        'pbx-restart': mainWords('PBX', 'the PBX'),
        'load-balancer-restart': mainWords('resource load balancer', 'the resource load balancer'),
        'server-restart': {
            object: () => 'restart',
            deed: () => ['restart'],
            target: ({ server }) => server,
            reason: ({ causes }) => causes.map(owed_restarts_1.restartReason).join('; '),
            differences: () => [],
        },
    },
};
function mainWords(object, target) {
    return {
        object: () => object,
        deed: () => ['restart'],
        target: () => target,
        reason: ({ causes }) => causes.map(owed_restarts_1.restartReason).join('; '),
        differences: () => [],
    };
}
function diffRestart(input, planned) {
    const { cluster, plane, live, options } = input;
    // Who asks for some restarts gets only those: anything else that is owed, such as that of the PBX itself, would come as a surprise.
    const due = options.restart
        ? askedFor(cluster, options.restart)
        : both((0, owed_restarts_1.stillOwed)(cluster, live), (0, owed_restarts_1.broughtAlong)(cluster, plane, live, planned.changes));
    const findings = plane.drivesPbx ? [] : restartsByHand(input, due, planned.changes);
    const recreated = new Set(planned.ofKind('role', 'role-removal').flatMap(({ action, server }) => (action === 'create' ? [] : [server])));
    const servers = cluster.servers
        .filter(({ name }) => Object.hasOwn(due.servers, name) && (options.restart || !recreated.has(name)))
        .sort(names_1.inRoleOrder);
    // Whatever did not come is no reason to keep from the others what did: they restart after all that there is to do.
    const others = options.restart ? [] : [...planned.ids];
    const hidden = plane.drivesPbx && (due.pbx ?? due.loadBalancer) ? unseenPbx(input) : [];
    findings.push(...hidden);
    const main = plane.drivesPbx && hidden.length === 0 ? mainRestarts(due, others) : [];
    const first = main.slice(-1).map(({ id }) => id);
    const turns = (0, order_1.inTurn)(servers.map(({ name, role }) => ({ id: change_1.it.idOf.restart(name), role })), cluster.restart.maxUnavailable, first);
    const changes = servers.flatMap((server) => {
        const cause = due.servers[server.name];
        if (!cause)
            return [];
        const id = change_1.it.idOf.restart(server.name);
        // One that is about to be installed restarts once it is there.
        const needs = options.restart ? [] : planned.these([change_1.it.idOf.role(server.name)]);
        return [serverRestart(server, cause, { needs, after: turns.get(id) ?? [], afterAll: others }, cluster)];
    });
    return { changes: [...main, ...changes], findings };
}
function serverRestart({ at, ...wanted }, cause, order, cluster) {
    const id = change_1.it.idOf.restart(wanted.name);
    const cuts = cluster.restart.onDrainTimeout === 'force' && (0, roles_1.it.isListed)(wanted.role);
    const impact = cuts ? 'active-calls' : roles_1.it.ROLES[wanted.role].away;
    return {
        kind: 'server-restart',
        id,
        action: 'restart',
        server: wanted.name,
        causes: [cause],
        impact,
        ...order,
        ...oneOfThese(cause),
        wanted,
        verbs: ['restart'],
        ...(0, outside_1.drainOf)(wanted.role, cluster),
    };
}
/** Nothing of the PBX is restarted while nobody can see what runs on its machine; it stays owed. */
function unseenPbx({ live: { main }, options }) {
    if (!(0, reachable_1.it.isReachable)(main) || (0, reading_1.it.isKnown)(main.containers))
        return [];
    return [
        {
            code: 'pbx-unknown',
            severity: options.restart ? 'blocking' : 'warning',
            message: `What runs on the main server cannot be seen (${main.containers.unknown}), so its load balancer is not restarted until it can. Look at Docker there: sudo systemctl status docker`,
        },
    ];
}
/** What servers bring along that come or go is for nothing while none of them does. */
function oneOfThese(cause) {
    return 'by' in cause ? { oneOf: cause.by } : {};
}
function mainRestarts(due, others) {
    const restart = { action: 'restart', needs: [] };
    const pbx = due.pbx
        ? [
            {
                ...restart,
                kind: 'pbx-restart',
                id: change_1.it.idOf.pbxRestart,
                causes: [due.pbx],
                impact: 'active-calls',
                ...oneOfThese(due.pbx),
                after: others,
            },
        ]
        : [];
    const loadBalancer = due.loadBalancer
        ? [
            {
                ...restart,
                kind: 'load-balancer-restart',
                id: change_1.it.idOf.loadBalancerRestart,
                causes: [due.loadBalancer],
                impact: 'new-calls',
                ...oneOfThese(due.loadBalancer),
                after: pbx.length > 0 ? [...others, change_1.it.idOf.pbxRestart] : others,
            },
        ]
        : [];
    return [...pbx, ...loadBalancer];
}
/** What the change at hand brings along comes before what is owed: it tells more. What is owed is due whatever comes of that. */
function both(owed, brought) {
    const one = (was, now) => {
        return was && 'by' in now ? { cause: now.cause } : now;
    };
    const servers = Object.entries(brought.servers).map(([name, cause]) => [name, one((0, names_1.has)(owed.servers, name) ? owed.servers[name] : undefined, cause)]);
    return {
        ...owed,
        ...(brought.pbx && { pbx: one(owed.pbx, brought.pbx) }),
        ...(brought.loadBalancer && { loadBalancer: one(owed.loadBalancer, brought.loadBalancer) }),
        servers: { ...owed.servers, ...Object.fromEntries(servers) },
    };
}
/** Restarts of the PBX itself that are left to a person, as they end all calls. Blocking where nothing else was asked for. */
function restartsByHand({ plane, options }, due, others) {
    const command = plane.byHand.restart;
    if (options.restart && (due.pbx ?? due.loadBalancer)) {
        const nothingElse = Object.keys(due.servers).length === 0;
        return [
            {
                code: 'restart-by-hand',
                severity: nothingElse ? 'blocking' : 'note',
                message: `The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${command}`,
            },
        ];
    }
    const { grown, shrunk } = (0, owed_restarts_1.scaling)(others);
    if (options.restart || grown.length + shrunk.length === 0)
        return [];
    return [
        {
            code: 'restart-by-hand',
            severity: 'note',
            message: `PortSIP's high-availability guide restarts nothing after servers were ${grown.length > 0 ? 'added' : 'removed'}. Should the PBX not take notice of it, restart it in a maintenance window: ${command}`,
        },
    ];
}
function askedFor(cluster, asked) {
    const { roles, servers, pbx, reason } = asked;
    const cause = { cause: 'asked', said: reason };
    const everything = roles.length === 0 && servers.length === 0;
    const wanted = (server) => everything || roles.filter(roles_1.it.isRole).includes(server.role) || servers.includes(server.name);
    return {
        ...(pbx && { pbx: cause }),
        ...((everything || roles.includes(exports.LOAD_BALANCER_NAME)) && { loadBalancer: cause }),
        servers: Object.fromEntries(cluster.servers.filter(wanted).map(({ name }) => [name, cause])),
    };
}
async function restartServer({ id, server: name, verbs, drain }, run) {
    const server = (0, names_1.findServer)(run.session.cluster, name);
    if (!server)
        throw new stage_error_1.StageError(`${name} is not in the cluster file`);
    const work = () => (0, online_1.watchingSight)(run, server, async (before) => {
        for (const verb of verbs)
            await (0, script_1.runVerb)(id, run, server, verb);
        const { facts, problems } = await (0, role_verification_1.untilUp)(run, server);
        if (!facts)
            throw new stage_error_1.StageError(`${name} did not come back: ${problems.join('; ')}`);
        await (0, online_1.online)(run, server, id, { before });
    });
    if ((0, roles_1.it.isOutside)(server.role))
        await (0, outside_1.ledAway)(run, server, { id, drain }, work);
    else
        await (0, drain_1.drained)(run, server, id, work);
}
async function restartMain({ id, kind }, run) {
    const { cluster } = run.session;
    const pbx = kind === 'pbx-restart';
    await (0, script_1.runScript)(run, run.plane.pbxCommand(pbx ? 'restart' : 'restart-loadbalancer'), {
        id,
        key: pbx ? 'restart-pbx' : 'restart-loadbalancer',
        title: pbx ? 'restart the PBX' : 'restart the load balancer',
    });
    const facts = await (0, run_1.factsOf)(cluster, (0, run_1.hostOf)(run, cluster.pbx.machine));
    const name = pbx ? live_1.CALL_MANAGER : live_1.LOAD_BALANCER;
    if ((0, containers_1.it.seenContainer)(facts, name)?.running === false)
        throw new stage_error_1.StageError(`${name} on the main server did not come back; see ${run.plane.byHand.status}`);
    await (0, pbx_1.pbxAnswers)(run);
    if (pbx)
        await (0, pbx_1.noteLoadBalancer)(run, facts);
}

/***/ }),

/***/ 9376:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/role-diff.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.diffRole = diffRole;
exports.leaving = leaving;
exports.stillToRun = stillToRun;
exports.tellsItsCalls = tellsItsCalls;
exports.signsItselfIn = signsItselfIn;
exports.upgrades = upgrades;
const addresses_1 = { get it() { return (__nccwpck_require__(2907).addresses); } };
const build_1 = { get it() { return (__nccwpck_require__(2907).build); } };
const image_1 = { get it() { return (__nccwpck_require__(2907).image); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const database_1 = __nccwpck_require__(9583);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const departing_1 = __nccwpck_require__(8262);
const live_1 = __nccwpck_require__(9508);
const names_1 = __nccwpck_require__(5772);
const outside_1 = __nccwpck_require__(1787);
const role_verification_1 = __nccwpck_require__(1148);
const versions_1 = __nccwpck_require__(9587);
/*
 * How what a server's host runs differs from what the cluster file wants, and what its control script has to be told about it.
 */
/** unknown: what runs there cannot be seen. */
function diffRole(server, facts, old, input, planned) {
    const { away } = roles_1.it.ROLES[server.role];
    const { at, ...named } = server;
    const wanted = (0, database_1.keepDatabase)(named, facts);
    if (!(0, reading_1.it.isKnown)(wanted))
        return wanted;
    const change = {
        kind: 'role',
        id: change_1.it.idOf.role(server.name),
        server: server.name,
        needs: planned.these(prerequisites(input.cluster, server)),
        after: [],
        wanted,
        ...(0, outside_1.drainOf)(server.role, input.cluster),
    };
    const container = (0, control_plane_1.it.containerOf)(server, facts);
    if (!(0, reading_1.it.isKnown)(container))
        return container;
    // What cannot be seen on its old host may serve there: the move waits (`unseenOldHost`).
    const left = old && input.who.atOld(old);
    if (old && left && left.is !== 'nobody' && left.is !== 'somebody-elses') {
        return {
            ...change,
            action: 'replace',
            causes: [{ cause: 'moved', from: old.address }],
            impact: isAwaited(server, input) ? 'none' : isUncountedAt(old, left, input) ? 'active-calls' : away,
            // What runs at an old address gets no new calls; those that it has are calls all the same.
            leaves: { from: (0, departing_1.leftBy)(old), verbs: leaving(old.role) },
            // Somebody may have put one there already.
            verbs: [...(container ? stopFirst(server.role, true) : []), 'run'],
            differences: [{ name: 'address', before: old.address, after: server.address }],
        };
    }
    if (!container) {
        return {
            ...change,
            action: 'create',
            causes: [{ cause: 'not-installed' }],
            impact: 'none',
            verbs: ['run'],
            differences: [
                { name: 'role', after: server.role },
                { name: 'image', after: server.image },
                ...ownSettings(wanted),
            ],
        };
    }
    return updated(change, server, container, facts, input);
}
function updated(change, server, container, facts, input) {
    const { plane } = input;
    const { role } = server;
    const upgrade = upgradeOf(server, container, input);
    const found = plane.differences(server, facts);
    if (!(0, reading_1.it.isKnown)(found))
        return found;
    const values = found.filter(({ name }) => name !== 'image');
    const differences = [...values, ...(upgrade ? [upgrade.to] : [])];
    const causes = [
        ...(upgrade ? [upgrade.cause] : []),
        ...(values.length > 0 ? [{ cause: 'values' }] : []),
        ...(container.running ? [] : [{ cause: 'stopped' }]),
        ...(0, role_verification_1.brokenCompanions)(role, facts).map((name) => ({ cause: 'companion-stopped', container: name })),
        ...tokenCauses(server, input),
        ...pbxUpgraded(role, container, input),
        ...(isUnfinished(server.name, container, input) ? [{ cause: 'unfinished' }] : []),
    ];
    if (causes.length === 0)
        return undefined;
    // What is stopped for another image has it on its host before.
    const pull = imagesToPull(server, causes, values);
    const renamed = differences.some(({ name }) => name === 'name');
    const paused = [container.paused, ...roles_1.it.ROLES[role].companions.map((name) => (0, containers_1.it.seenContainer)(facts, name)?.paused)];
    // A server that is not running disturbs nobody when it is started.
    const isIdle = (renamed && isAwaited(server, input)) || !container.running;
    const impact = isIdle ? 'none' : renamed && !isCounted(server, input) ? 'active-calls' : roles_1.it.ROLES[role].away;
    return {
        ...change,
        action: 'update',
        causes,
        impact,
        verbs: [
            // For Compose one that is paused is up to date.
            ...(paused.includes(true) || (renamed && roles_1.it.ROLES[role].calls.kind !== 'none')
                ? ['stop']
                : stopFirst(role, impact !== 'none')),
            ...plane.updateVerbs(role, whatIsNew(role, causes, values, input, signsItselfIn(server, facts, input))),
        ],
        ...(pull.length > 0 && { pull }),
        differences,
    };
}
/** Whether the container is still the one that an earlier run was to recreate, this cluster file's or the one's that had it before. */
function isUnfinished(name, { createdAt }, { live: { record, others = [] } }) {
    return [record, ...others].some((one) => (0, names_1.has)(one?.unfinished, name) && one?.unfinished?.[name] === createdAt);
}
/**
 * Calls on servers of some roles are not counted. Their script's `stop` gives calls five minutes to end, where recreating and
 * upgrading give them ten seconds or a minute: so it comes first.
 */
function stopFirst(role, mayHaveCalls) {
    return !tellsItsCalls(role) && mayHaveCalls ? ['stop'] : [];
}
/**
 * What takes a server off a machine. Whatever carries calls is stopped first: those that are counted have ended by then, as far
 * as the PBX sees the server. Where somebody deleted its entry, or the PBX lost sight of it, nobody counts them. It does not
 * depend on what is seen, as it is reviewed once, and a run that died half way goes on with the same.
 */
function leaving(role) {
    return roles_1.it.ROLES[role].calls.kind === 'none' ? ['rm'] : ['stop', 'rm'];
}
/** What is still to run of `verbs`: what stands still, as an earlier run got so far, is not stopped again. */
function stillToRun(verbs, role, facts) {
    const container = (0, control_plane_1.it.containerOf)({ role }, facts);
    const stands = (0, reading_1.it.isKnown)(container) && container?.running !== true && !container?.paused;
    return stands ? verbs.filter((verb) => verb !== 'stop') : verbs;
}
/** Whether the PBX sees a server by any entry, and so tells when its calls have ended; by another name than its own it does not. */
function isCounted(server, { live, who }) {
    return roles_1.it.ROLES[server.role].calls.kind !== 'counted' || who.entriesOf(server).some((one) => (0, live_1.isOnline)(live, one));
}
/** Whether what runs where a server is no more to be tells its calls to the PBX, which sees it by no entry. */
function isUncountedAt(old, there, { live, who }) {
    if (roles_1.it.ROLES[old.role].calls.kind !== 'counted' || there.is !== 'same' || !there.container.running)
        return false;
    const reach = who.reach(old, live.hosts.get((0, departing_1.oldHost)(old)));
    return reach !== undefined && !who.reaching(reach).some((one) => (0, live_1.isOnline)(live, one));
}
/** Whether it is known when nobody is on a server of the role any more. */
function tellsItsCalls(role) {
    const { kind } = roles_1.it.ROLES[role].calls;
    return kind === 'counted' || kind === 'none';
}
/**
 * Whether the server's script keeps a registry's token of somebody's and signs in with that again at each upgrade, once what ran is away. Where
 * the cluster file has a registry it is set up anew without: that token may not hold any more. Source: cluster_ctl.sh and others of mid 2026
 */
function signsItselfIn(server, facts, { cluster, plane }) {
    if (!cluster.registry || !plane.wantsReadyHosts)
        return false;
    const values = (0, control_plane_1.it.configOf)(server, facts);
    return (0, reading_1.it.isKnown)(values) && Boolean(values?.['HUB_USER']);
}
function whatIsNew(role, causes, values, { plane }, anew) {
    const ofDatabase = ({ name }) => name === roles_1.it.ROLES[role].database?.setting;
    const database = values.some(ofDatabase);
    const onlyDatabase = ({ cause }) => database && ((cause === 'values' && values.every(ofDatabase)) || cause === 'pbx-upgraded');
    const isImage = ({ cause }) => cause === 'image' || cause === 'behind-pbx';
    const image = causes.some(isImage);
    // Whoever is upgraded there gets the token that the PBX has now.
    const withUpgrade = (cause) => image && plane.upgradeWantsNewToken(role) && cause.cause === 'token';
    return {
        image,
        database,
        rest: anew || causes.some((cause) => !isImage(cause) && !withUpgrade(cause) && !onlyDatabase(cause)),
    };
}
/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited(server, { live, who }) {
    const { role, name, address } = server;
    if (!(0, roles_1.it.isListed)(role))
        return false;
    const entry = live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
    if (!entry || !(0, addresses_1.it.sameAddress)(entry.privateIp ?? entry.publicIp, address))
        return false;
    // By whatever entry: calls that come to the machine are cut with what runs there.
    return who.entriesOf(server).every((one) => (0, live_1.isOffline)(live, one));
}
/** What a new server is installed with and no other change shows. */
function ownSettings(server) {
    const row = roles_1.it.ROLES[server.role];
    const site = { pbxIp: '' };
    const own = row.settings(server, site);
    const { name, address, ssh, enabled, image } = server;
    const plain = (0, roles_1.it.serverSpec)(server.role, { name, address, ssh, enabled, image, dataPath: build_1.it.DEFAULTS.data_path });
    const usual = row.settings(plain, site);
    const shown = [
        'data_path',
        'chat_files',
        'clickhouse_image',
        ...(row.publicIpOnHost ? ['public_ip'] : []),
    ];
    return shown.flatMap((setting) => {
        const after = own[setting];
        return after === undefined || after === usual[setting] ? [] : [{ name: setting, after }];
    });
}
function tokenCauses({ role, name }, { live, options }) {
    const { token } = roles_1.it.ROLES[role];
    if (!token)
        return [];
    const asked = options.rotate.includes(token.service);
    if (token.source === 'path') {
        const owed = (0, names_1.has)(live.record?.recreate, name) && live.record?.recreate[name];
        if (owed)
            return [{ cause: 'owed', said: owed }];
        return asked ? [{ cause: 'new-token-asked' }] : [];
    }
    // Its script is not told one: it stays as it is whichever there is.
    if (token.source === 'by-hand')
        return [];
    if (asked)
        return [{ cause: 'token', why: 'replaced' }];
    if (live.portal.imToken === 'none')
        return [{ cause: 'token', why: 'gone' }];
    return live.imTokenInUse === false ? [{ cause: 'token', why: 'newer' }] : [];
}
/** The newer image that a role which runs has to get. */
function upgradeOf(server, container, input) {
    const { image } = server;
    if (!(0, image_1.it.sameImage)(container.image, image))
        return { cause: { cause: 'image' }, to: { name: 'image', before: container.image, after: image } };
    // The same name, and another image by now
    const behind = (0, versions_1.behindPbx)(server, container, input);
    if (!behind)
        return undefined;
    return {
        cause: { cause: 'behind-pbx', pbx: behind.to, own: behind.from, planned: (0, versions_1.pbxUpgrade)(input) !== undefined },
        to: { name: 'version', before: behind.from, after: behind.to },
    };
}
/** Every image that is brought to a server's host before it is stopped. */
function imagesToPull(server, causes, values) {
    const { database } = roles_1.it.ROLES[server.role];
    const image = causes.some(({ cause }) => cause === 'image' || cause === 'behind-pbx' || cause === 'pbx-upgraded');
    const other = database && values.some(({ name }) => name === database.setting) ? database.image(server) : undefined;
    return [...(image ? [server.image] : []), ...(other === undefined ? [] : [other])];
}
/** Whether a server that runs gets another image. */
function upgrades(server, input) {
    const container = (0, live_1.serverContainer)(input.live, server);
    return container !== undefined && upgradeOf(server, container, input) !== undefined;
}
/** What was created when another PBX version ran must be recreated, where the control plane upgrades the PBX. */
function pbxUpgraded(role, container, input) {
    if (!roles_1.it.ROLES[role].sameVersionAsPbx || !input.plane.drivesPbx)
        return [];
    const pbx = (0, live_1.pbxContainer)(input.live);
    const upgrading = (0, versions_1.pbxUpgrade)(input) !== undefined;
    return upgrading || (pbx && isUpgradedLater(pbx, container)) ? [{ cause: 'pbx-upgraded' }] : [];
}
function isUpgradedLater(pbx, container) {
    const known = pbx.version !== undefined && container.version !== undefined;
    return known && pbx.version !== container.version && pbx.createdAt > container.createdAt;
}
/** Everything that must be in place before a server's script runs. */
function prerequisites(cluster, server) {
    const { firewallTrust: trust } = cluster;
    const addresses = (0, addresses_1.it.addressesOf)(server, cluster);
    const sources = trust === 'servers' ? addresses : trust.filter((cidr) => addresses.some((address) => (0, addresses_1.it.covers)(cidr, address)));
    const { token } = roles_1.it.ROLES[server.role];
    return [
        ...sources.map((source) => change_1.it.idOf.source((0, addresses_1.it.normalise)(source))),
        ...addresses.map((address) => change_1.it.idOf.whitelist((0, addresses_1.it.hostCidr)(address))),
        change_1.it.idOf.entry(server.name),
        change_1.it.idOf.sshKey(server.name),
        change_1.it.idOf.scripts(server.name),
        change_1.it.idOf.preparation(server.name),
        change_1.it.idOf.registry(server.name),
        ...(token ? [change_1.it.idOf.token(token.service)] : []),
    ];
}

/***/ }),

/***/ 1148:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/role-verification.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.brokenCompanions = brokenCompanions;
exports.programProblems = programProblems;
exports.roleProblems = roleProblems;
exports.problemsOfRunning = problemsOfRunning;
exports.untilUp = untilUp;
exports.verifyRole = verifyRole;
const deadlines_1 = { get it() { return (__nccwpck_require__(2907).deadlines); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const image_1 = { get it() { return (__nccwpck_require__(2907).image); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const online_1 = __nccwpck_require__(8597);
const owed_restarts_1 = __nccwpck_require__(2230);
const stage_error_1 = __nccwpck_require__(7033);
const run_1 = __nccwpck_require__(5269);
const versions_1 = __nccwpck_require__(9587);
const wait_1 = __nccwpck_require__(3039);
/*
 * Whether a role really runs after its script has ended without an error.
 */
/** Containers that a role brings along and that are missing or do not run: IM takes no files without its web server. */
function brokenCompanions(role, facts) {
    return roles_1.it.ROLES[role].companions.filter((name) => !(0, containers_1.it.isSeenRunning)(facts, name));
}
/** In supervisord's words: what a program is that will not run by itself, and what it is while that is not known yet */
const FAILED = ['BACKOFF', 'FATAL', 'UNKNOWN'];
const PASSING = ['STARTING', 'STOPPING'];
/**
 * What is wrong with the programs of a container that has several, where the role has such a one. A program that somebody stopped,
 * or that has done its work, is as it should be.
 */
function programProblems({ supervised, container: name }, { running, programs }) {
    if (!supervised || !running)
        return [];
    if (programs === undefined || !(0, reading_1.it.isKnown)(programs))
        return [programs?.unknown ?? `what runs in ${name} cannot be seen`];
    const bad = programs.filter(({ state }) => FAILED.includes(state) || PASSING.includes(state));
    if (bad.length > 0)
        return bad.map((program) => `${program.name} in ${name} is ${program.state}`);
    return programs.some(({ state }) => state === 'RUNNING') ? [] : [`nothing runs in ${name}`];
}
/** What of the role is not as wanted. */
function roleProblems(plane, server, facts) {
    const { container: name } = roles_1.it.ROLES[server.role];
    const container = (0, control_plane_1.it.containerOf)(server, facts);
    const differences = plane.differences(server, facts);
    if (!(0, reading_1.it.isKnown)(container))
        return [`what runs there cannot be seen (${container.unknown})`];
    if (!(0, reading_1.it.isKnown)(differences))
        return [`what it was told cannot be read (${differences.unknown})`];
    if (!container)
        return [`container ${name} does not exist`];
    const image = (0, image_1.it.sameImage)(container.image, server.image)
        ? []
        : [{ name: 'image', before: container.image, after: server.image }];
    return [
        ...stillProblems(server.role, container, facts),
        ...[...differences.filter((one) => one.name !== 'image'), ...image].map((one) => `${one.name} is ${one.before ?? 'not set'}, wanted ${one.after ?? 'not set'}`),
    ];
}
/** What of the role does not run, whatever it was told. */
function problemsOfRunning(server, facts) {
    const container = (0, control_plane_1.it.containerOf)(server, facts);
    if (!(0, reading_1.it.isKnown)(container))
        return [`what runs there cannot be seen (${container.unknown})`];
    if (!container)
        return [`container ${roles_1.it.ROLES[server.role].container} does not exist`];
    return stillProblems(server.role, container, facts);
}
/** What of it stands still: its container, a program in that, a container that it brings along. */
function stillProblems(role, container, facts) {
    const still = [...(container.running ? [] : [roles_1.it.ROLES[role].container]), ...brokenCompanions(role, facts)];
    return [...programProblems(roles_1.it.ROLES[role], container), ...still.map((name) => `container ${name} does not run`)];
}
/** Waits until a role runs as wanted. Without `facts` it did not; `problems` are then what was wrong last. */
async function untilUp(run, server, wrong = (one, facts) => roleProblems(run.plane, one, facts)) {
    const { cluster } = run.session;
    let problems = [];
    const facts = await (0, wait_1.until)(run.session, (0, deadlines_1.it.deadlineMs)(cluster, server.role, 'up'), async () => {
        const seen = await (0, run_1.factsOf)(cluster, (0, run_1.hostOf)(run, server), server);
        problems = wrong(server, seen);
        return problems.length === 0 ? seen : undefined;
    });
    return { ...(facts && { facts }), problems };
}
/**
 * Throws unless the role runs as wanted and goes on to, and the PBX sees it where it lists such servers. `before`: one ran there
 * before.
 */
async function verifyRole({ id }, run, server, before) {
    const limit = (0, deadlines_1.it.deadlineMs)(run.session.cluster, server.role, 'up');
    run.progress(id, `looking whether it runs as wanted, ${(0, duration_1.it.shortDuration)(limit)} at most`);
    const { facts, problems } = await untilUp(run, server);
    if (!facts)
        throw await notUp(run, server, problems);
    notNewer(run, server, facts);
    const { signal } = run.session;
    const [crashed, seen] = [new AbortController(), new AbortController()];
    const steady = staysUp(run, server, facts, AbortSignal.any([signal, seen.signal])).catch((error) => {
        crashed.abort();
        throw error;
    });
    // The PBX may take the one that was there before for ONLINE a little longer; of a new server there was none.
    const reports = (before ? steady : Promise.resolve()).then(async () => {
        await (0, online_1.online)(run, server, id, { before, hopeless: crashed.signal });
        // What has reported to the PBX has come further than what crashes at once.
        if ((0, roles_1.it.isListed)(server.role))
            seen.abort();
    });
    for (const result of await Promise.allSettled([steady, reports]))
        if (result.status === 'rejected')
            throw result.reason;
}
/** The script of a new server takes what its image's name stands for by now. */
function notNewer({ session, live, plane }, server, facts) {
    if (!(0, roles_1.it.followsPbx)(server.role))
        return;
    const version = (0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, facts))?.version;
    const pbx = (0, versions_1.pbxVersion)({ cluster: session.cluster, live, plane });
    if (version !== undefined && pbx !== undefined && (0, versions_1.olderThan)(pbx, version))
        throw new stage_error_1.StageError(`${server.name} runs version ${version} now, newer than the PBX (${pbx}), as ${server.image} was moved: upgrade the PBX, or name its image by a digest`);
}
/** Docker starts again and again what crashes at once: for a moment each time it seems to run. */
const STEADY_MS = 1500;
/** `facts`: when it was seen to run. Throws when it did not go on to; `enough`, aborted, ends the waiting and not the look. */
async function staysUp(run, server, facts, enough) {
    const { session } = run;
    const startedAt = (0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, facts))?.startedAt;
    const age = session.now() + facts.clockSkewMs - Date.parse(startedAt ?? '') || 0;
    const left = Math.min(STEADY_MS, STEADY_MS - age);
    if (left > 0) {
        await session.sleep(left, enough);
        const after = await untilUp(run, server);
        if (!after.facts)
            throw await notUp(run, server, after.problems);
        if ((0, reading_1.it.seen)((0, control_plane_1.it.containerOf)(server, after.facts))?.startedAt !== startedAt)
            throw await notUp(run, server, [`container ${roles_1.it.ROLES[server.role].container} keeps restarting`]);
    }
    // An owed restart is known to have happened by the container's start: from now on there is one to compare with.
    if (startedAt)
        await run.record.update((record) => (0, owed_restarts_1.owedSince)(record, change_1.it.idOf.restart(server.name), startedAt));
}
async function notUp(run, server, problems) {
    const why = await lastWords(run, server);
    return new stage_error_1.StageError(`The script on ${server.name} ended without an error, but ${problems.join('; ')}${why ? `; its log says: ${why}` : ''}`);
}
/** What a container that does not run has printed last. */
async function lastWords(run, server) {
    const { log } = run.session;
    const script = 'docker logs --tail 5 "$1" 2>&1';
    const output = await (0, run_1.hostOf)(run, server)
        .run(script, [roles_1.it.ROLES[server.role].container], { repeatable: true })
        .catch(() => undefined);
    if (output?.code !== 0)
        return undefined;
    const lines = output.stdout.split('\n').filter((line) => line.trim() !== '');
    for (const line of lines)
        log.remote(server.name, line);
    return lines.at(-1)?.slice(0, 300);
}

/***/ }),

/***/ 5269:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/run.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.inTurn = inTurn;
exports.mayGoOn = mayGoOn;
exports.hostOf = hostOf;
exports.factsOf = factsOf;
const types_1 = { get it() { return (__nccwpck_require__(7083).types); } };
/** Does `work` once nobody else decides whether a server of the role may go away. */
async function inTurn(run, role, work) {
    const before = run.turns.get(role) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    run.turns.set(role, mine);
    return mine;
}
/** Whether a script may still be at work on the host although nobody waits for it any more. */
function mayGoOn(run, error) {
    if (error instanceof types_1.it.HostError && error.end === 'cancelled')
        return false;
    return run.session.signal.aborted || (error instanceof types_1.it.HostError && error.code !== 'command');
}
function hostOf(run, machine) {
    return run.session.hosts.host(machine);
}
/** What a change is verified by: containers and configuration, of `server` only what its role needs. */
function factsOf(cluster, host, server) {
    return host.facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: server?.dataPath ?? cluster.dataPath,
        ...(server ? { role: true } : { brief: true }),
    });
}

/***/ }),

/***/ 2106:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/sbc-settings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sbcSettings = void 0;
const change_1 = { get it() { return __nccwpck_require__(3063); } };
/** What the PBX knows of its session border controllers: only what the cluster file says of it is looked at. */
exports.sbcSettings = {
    name: 'register',
    diff: (input) => ({ changes: diffSettings(input), findings: [] }),
    apply: { 'sbc-settings': ({ wanted }, run) => run.session.pbx.setSbc(wanted) },
    words: {
        'sbc-settings': {
            object: () => "the PBX's settings of session border controllers",
            deed: () => ['set'],
            target: () => 'what the PBX knows of session border controllers',
            reason: () => 'the cluster file has other settings than the PBX',
            differences: ({ differences }) => [...differences],
        },
    },
};
function diffSettings({ cluster, live }) {
    const wanted = cluster.sbc?.portal ?? {};
    const present = live.portal.sbc;
    if (!present)
        return [];
    const [before, after] = [values(present), values(wanted)];
    const differences = Object.entries(after).flatMap(([name, value]) => {
        const have = before[name];
        if (value === undefined || have === value)
            return [];
        return [{ name, ...(have !== undefined && { before: have }), after: value }];
    });
    if (differences.length === 0)
        return [];
    return [
        {
            kind: 'sbc-settings',
            id: change_1.it.idOf.sbcSettings,
            action: 'update',
            causes: [{ cause: 'differs' }],
            // It leads the PBX's calls another way, and callers' pages elsewhere.
            impact: 'new-calls',
            needs: [],
            after: [],
            wanted,
            differences,
            present,
        },
    ];
}
/** In the words of the cluster file */
function values({ domain, httpPort, httpsPort, transports }) {
    return {
        'sbc.web_domain': domain,
        'sbc.http_port': httpPort?.toString(),
        'sbc.https_port': httpsPort?.toString(),
        'sbc.transports': transports && transports.length > 0
            ? transports
                .map(({ protocol, port }) => `${protocol} ${port}`)
                .sort()
                .join(', ')
            : undefined,
    };
}

/***/ }),

/***/ 3435:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/script-generations.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.scriptsSeen = scriptsSeen;
exports.scriptsLine = scriptsLine;
const node_crypto_1 = { get it() { return __nccwpck_require__(7598); } };
const facts_script_1 = { get it() { return (__nccwpck_require__(7083)["facts-script"]); } };
const control_scripts_1 = { get it() { return (__nccwpck_require__(7083)["control-scripts"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const backups_1 = __nccwpck_require__(6459);
/**
 * Which control scripts each host has, the oldest first: what an upgrade can be told depends on them, and PortSIP wants them
 * refreshed on every host before one. With high availability they are a package of the control node's, which no host has.
 */
function scriptsSeen({ servers }, { wantsReadyHosts }, live) {
    if (!wantsReadyHosts)
        return [];
    const seen = [];
    const look = (name, facts) => {
        const generation = onHost(facts);
        const hash = hashOf(facts);
        const like = seen.find((one) => one.generation === generation && one.hash === hash);
        if (like)
            like.on.push(name);
        else
            seen.push({ generation, ...(hash !== undefined && { hash }), on: [name] });
    };
    look(backups_1.PBX_NAME, live.main);
    for (const { name } of servers)
        look(name, live.hosts.get(name));
    return [...control_scripts_1.it.SCRIPT_GENERATIONS, 'none', 'unknown'].flatMap((generation) => seen.filter((one) => one.generation === generation));
}
/** Of the control scripts alone: what else is in their folder is not PortSIP's to refresh. */
function hashOf(facts) {
    if (!(0, reachable_1.it.isReachable)(facts) || facts.scriptSums === undefined || !(0, reading_1.it.isKnown)(facts.scriptSums))
        return undefined;
    const lines = Object.entries(facts.scriptSums)
        .filter(([name]) => facts_script_1.it.SCRIPTS.includes(name))
        .map(([name, sum]) => `${sum} ${name}`);
    return lines.length === 0
        ? undefined
        : (0, node_crypto_1.it.createHash)('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12);
}
function onHost(facts) {
    if (!(0, reachable_1.it.isReachable)(facts) || !(0, reading_1.it.isKnown)(facts.scripts))
        return 'unknown';
    return (0, control_scripts_1.it.generationOf)(facts) ?? (facts.scripts.length === 0 ? 'none' : 'unknown');
}
/** "PortSIP's control scripts: as of v22.6 on 6 hosts, as of v22.4 on im-server-1"; undefined: there is nothing to say. */
function scriptsLine(scripts, word = (text) => text) {
    if (!scripts || scripts.length === 0)
        return undefined;
    const all = scripts.map(({ generation, hash, on }) => {
        // Where hosts of one generation have not all the same, it tells which have.
        const isMixed = hash !== undefined && scripts.filter((one) => one.generation === generation).length > 1;
        const where = on.length > MOST_NAMED ? `${on.length} hosts` : (0, list_1.it.list)(on.map(word));
        return `${LABELS[generation]}${isMixed ? ` (${hash})` : ''} on ${where}`;
    });
    return `PortSIP's control scripts: ${all.join(', ')}`;
}
const MOST_NAMED = 3;
const LABELS = {
    'v22.4': 'as of v22.4',
    'v22.6': 'as of v22.6',
    'v22.8': 'as of v22.8',
    none: 'none',
    unknown: 'not known',
};

/***/ }),

/***/ 501:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/script.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.runScript = runScript;
exports.runVerb = runVerb;
const node_crypto_1 = { get it() { return __nccwpck_require__(7598); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const stage_error_1 = __nccwpck_require__(7033);
/** An install pulls an image of a few GB; `restart` and `rm` give calls 5 minutes to end. */
const SCRIPT_TIMEOUT_MS = 45 * 60_000;
/** Runs a control script to its end, its log shown as it comes. Success is the exit code and no `[error]` line; the caller looks at the container. */
async function runScript(run, command, 
/** `what`: what failed, where that is no script of PortSIP's */
about) {
    const { session } = run;
    for (const secret of command.secrets)
        session.secrets.add(secret);
    const digest = (0, node_crypto_1.it.createHash)('sha256').update(JSON.stringify(command.argv)).digest('hex').slice(0, 12);
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
    const script = about.what ?? command.argv.find((word) => word.endsWith('.sh')) ?? command.argv.slice(0, 3).join(' ');
    const why = result.errors[0] ?? result.tail.at(-1) ?? 'it printed nothing';
    const hint = /toomanyrequests|rate limit/i.test([...result.errors, ...result.tail].join('\n'))
        ? '. The registry limits pulls: wait, or sign the host in to it (docker login)'
        : '';
    throw new stage_error_1.StageError(`${script} on ${command.machine.name} failed (exit ${result.exitCode}): ${why}${hint}`);
}
/** Runs one verb of a server's control script to its end. */
async function runVerb(id, run, server, verb, { called = {}, token } = {}) {
    if (verb === 'stop')
        run.progress(id, 'stopping; calls get five minutes to end');
    const name = called[verb] ?? verb;
    await runScript(run, run.plane.command(server, verb, token), {
        id,
        key: `${name}-${server.name}`,
        title: `${name} ${server.name} (${roles_1.it.ROLES[server.role].label})`,
    });
}

/***/ }),

/***/ 3824:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.scripts = void 0;
exports.targets = targets;
exports.readScriptTexts = readScriptTexts;
const node_crypto_1 = { get it() { return __nccwpck_require__(7598); } };
const control_scripts_1 = { get it() { return (__nccwpck_require__(2907)["control-scripts"]); } };
const facts_script_1 = { get it() { return (__nccwpck_require__(7083)["facts-script"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(9316).reading); } };
const script_folder_1 = { get it() { return (__nccwpck_require__(7083)["script-folder"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const backups_1 = __nccwpck_require__(6459);
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const run_1 = __nccwpck_require__(5269);
const script_1 = __nccwpck_require__(501);
const stage_error_1 = __nccwpck_require__(7033);
const unseen_1 = __nccwpck_require__(5802);
/*
 * The main server and the hosts are kept at exactly the control scripts of the operator's repository. It is safe where callers are:
 * no container and no configuration is touched (source: PortSIP's init.sh, which replaces the same files on hosts that serve).
 */
/** Before anything is installed or upgraded, as what a script can be told depends on it. */
exports.scripts = {
    name: 'scripts',
    diff: diffScripts,
    foresees: ({ cluster, live }, changes) => withScripts(live, cluster.scripts?.files ?? [], changes),
    apply: { 'control-scripts': applyScripts },
    words: {
        'control-scripts': {
            object: () => "PortSIP's control scripts on the host",
            deed: ({ action }) => [
                action === 'create' ? "put PortSIP's control scripts on" : 'refresh the control scripts of',
            ],
            target: targetOf,
            reason: ({ present }) => reasonOf(present),
            differences: ({ files, present }) => present.map((one) => differenceOf(one, files)),
        },
    },
};
function targetOf({ server }) {
    return server ?? 'the main server';
}
function reasonOf(present) {
    const missing = present.filter(({ sha256 }) => sha256 === undefined).map(({ name }) => name);
    const other = present.length - missing.length;
    const parts = [
        ...(other > 0 ? [`${other === 1 ? '1 script is' : `${other} scripts are`} not what the repository has`] : []),
        ...(missing.length > 0 ? [`${(0, list_1.it.list)(missing, 3)} ${missing.length === 1 ? 'is' : 'are'} missing`] : []),
    ];
    return parts.join(', ');
}
function differenceOf({ name, sha256, lines }, files) {
    const wanted = files.find((file) => file.name === name);
    const apart = lines && (sha256 === undefined ? `${lines.added} lines` : `+${lines.added} -${lines.removed} lines`);
    return {
        name,
        ...(sha256 !== undefined && { before: shortSum(sha256) }),
        after: `${shortSum(wanted?.sha256 ?? '')}${apart === undefined ? '' : ` (${apart})`}`,
    };
}
const shortSum = (sha256) => sha256.slice(0, 12);
/** The machines that are kept as the cluster file wants hosts: the main server, and those of servers that are ours. */
function targets({ cluster, live, who }) {
    const main = { name: backups_1.PBX_NAME, machine: cluster.pbx.machine, facts: live.main };
    const own = cluster.servers.flatMap((server) => {
        const { is } = who.atHome(server);
        // What is somebody else's, or may be, keeps the scripts that it has.
        if (is === 'somebody-elses' || is === 'unknown')
            return [];
        const { name, address, ssh } = server;
        return [{ name, server: name, machine: { name, address, ssh }, facts: live.hosts.get(name) }];
    });
    return [main, ...own];
}
function diffScripts(input) {
    const { cluster, live, plane } = input;
    const files = cluster.scripts?.files;
    const changes = [];
    const findings = [];
    for (const { name, server, machine, facts } of files && plane.wantsReadyHosts ? targets(input) : []) {
        if (!files || !(0, reachable_1.it.isReachable)(facts) || facts.scriptSums === undefined)
            continue;
        if (!(0, reading_1.it.isKnown)(facts.scriptSums)) {
            findings.push(unreadable(server, facts.scriptSums.unknown));
            continue;
        }
        const present = apart(files, facts.scriptSums, live.scriptTexts);
        if (present.length === 0)
            continue;
        const isNew = Object.keys(facts.scriptSums).length === 0;
        changes.push({
            kind: 'control-scripts',
            id: change_1.it.idOf.scripts(name),
            action: isNew ? 'create' : 'update',
            ...(server !== undefined && { server }),
            causes: [{ cause: isNew ? 'missing' : 'differ' }],
            impact: 'none',
            needs: [],
            after: [],
            machine,
            path: cluster.scriptsPath,
            files: files.map(({ name, sha256, shell }) => ({ name, sha256, shell })),
            present,
        });
    }
    return { changes, findings };
}
function unreadable(server, why) {
    if (server !== undefined)
        return (0, unseen_1.unseen)('scripts', server, why, 'it waits');
    const message = `Which control scripts the main server has cannot be seen (${why}), so they are left as they are`;
    return { code: 'scripts-unknown', severity: 'warning', message };
}
/** Which of the files a host has not, or has another file for. */
function apart(files, sums, texts = new Map()) {
    return files.flatMap(({ name, sha256, text }) => {
        const have = Object.hasOwn(sums, name) ? sums[name] : undefined;
        if (have === sha256)
            return [];
        if (have === undefined)
            return [{ name, lines: { added: text.split('\n').length - 1, removed: 0 } }];
        const before = texts.get(have);
        return [{ name, sha256: have, ...(before !== undefined && { lines: (0, control_scripts_1.it.linesApart)(before, text) }) }];
    });
}
/** Hosts as they are once their scripts are those of the repository: what these can be told is what counts for what comes after. */
function withScripts(live, files, changes) {
    if (changes.length === 0)
        return live;
    const own = new Set(changes.map(({ server }) => server));
    const known = files.filter(({ name }) => facts_script_1.it.SCRIPTS.includes(name));
    const refreshed = (facts) => ({
        ...facts,
        scripts: [...new Set([...((0, reading_1.it.isKnown)(facts.scripts) ? facts.scripts : []), ...known.map(({ name }) => name)])],
        scriptOptions: {
            ...facts.scriptOptions,
            ...Object.fromEntries(known.map(({ name, text }) => [name, (0, control_scripts_1.it.optionsRead)(text)])),
        },
    });
    return {
        ...live,
        main: own.has(undefined) && (0, reachable_1.it.isReachable)(live.main) ? refreshed(live.main) : live.main,
        hosts: new Map([...live.hosts].map(([name, facts]) => [name, own.has(name) && (0, reachable_1.it.isReachable)(facts) ? refreshed(facts) : facts])),
    };
}
/** Texts of scripts on hosts that are not those of the repository, one of each; what cannot be read is left out. */
async function readScriptTexts(run, main, hosts, known = new Map()) {
    const { cluster, hosts: connected, log } = run.session;
    const files = cluster.scripts?.files ?? [];
    const places = new Map();
    const note = (machine, facts) => {
        if (!(0, reachable_1.it.isReachable)(facts) || facts.scriptSums === undefined || !(0, reading_1.it.isKnown)(facts.scriptSums))
            return;
        for (const { name, sha256 } of apart(files, facts.scriptSums))
            if (sha256 !== undefined && !places.has(sha256))
                places.set(sha256, { machine, name });
    };
    note(cluster.pbx.machine, main);
    for (const server of cluster.servers)
        note(server, hosts.get(server.name));
    const read = await Promise.all([...places].map(async ([sha256, { machine, name }]) => {
        const before = known.get(sha256);
        if (before !== undefined)
            return [[sha256, before]];
        const path = `${cluster.scriptsPath}/${name}`;
        const told = await connected
            .host(machine)
            .run('head -c 1048576 "$1"', [path], { repeatable: true })
            .catch((error) => ({ code: 1, stdout: '', stderr: String(error) }));
        if (told.code !== 0)
            log.debug(`${machine.name}: ${path} cannot be read: ${told.stderr}`);
        return told.code === 0 ? [[sha256, told.stdout]] : [];
    }));
    return new Map(read.flat());
}
async function applyScripts(change, run) {
    const { id, machine, path, files } = change;
    const host = (0, run_1.hostOf)(run, machine);
    const missing = await lacking(change, run);
    if (missing.length === 0)
        return;
    const print = (0, node_crypto_1.it.createHash)('sha256').update(files.map(script_folder_1.it.pairOf).join('\n')).digest('hex').slice(0, 16);
    const folder = `${path}/${script_folder_1.it.OWN_FOLDER}/new-${print}`;
    for (const { name, sha256, shell } of missing) {
        run.progress(id, `uploading ${name}`);
        const { code, stderr } = await host.run(script_folder_1.it.PUT_SCRIPT, [folder, name, sha256, shell], {
            input: textOf(name, sha256, run),
            repeatable: true,
        });
        if (code !== 0)
            throw new stage_error_1.StageError(`${name} could not be put on ${machine.name} (exit ${code}): ${stderr.trim().split('\n').at(-1) || 'it does not say why'}; its scripts are as they were`);
    }
    const argv = ['/bin/sh', '-c', script_folder_1.it.MOVE_SCRIPTS, 'scripts', path, folder, ...missing.map(script_folder_1.it.pairOf)];
    const title = `refresh the control scripts on ${machine.name}`;
    await (0, script_1.runScript)(run, { machine, cwd: path, argv, secrets: [] }, { id, key: `scripts-${machine.name}`, title, what: 'moving the control scripts' });
    const still = await lacking(change, run);
    if (still.length > 0)
        throw new stage_error_1.StageError(`${(0, list_1.it.list)(still.map(({ name }) => name), 5)} in ${path} on ${machine.name} is still another file; does something else write there?`);
}
/** What the host has not, as it is now. */
async function lacking({ machine, files }, run) {
    const { scriptSums } = await (0, run_1.factsOf)(run.session.cluster, (0, run_1.hostOf)(run, machine));
    if (scriptSums === undefined || !(0, reading_1.it.isKnown)(scriptSums))
        throw new stage_error_1.StageError(`Which control scripts ${machine.name} has cannot be seen (${scriptSums?.unknown ?? 'not asked'})`);
    return files.filter(({ name, sha256 }) => scriptSums[name] !== sha256);
}
function textOf(name, sha256, { session }) {
    const file = session.cluster.scripts?.files?.find((one) => one.name === name && one.sha256 === sha256);
    if (!file)
        throw new stage_error_1.StageError(`${name} of the repository is not what was planned`);
    return file.text;
}

/***/ }),

/***/ 7033:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/stages/stage-error.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Cancelled = exports.StageError = void 0;
/** A change that could not be done, in words for an operator. */
class StageError extends Error {
    constructor(message) {
        super(message);
        this.name = 'StageError';
    }
}
exports.StageError = StageError;
/** One that was given up because the run was cancelled; nothing is wrong with it. */
class Cancelled extends StageError {
}
exports.Cancelled = Cancelled;

/***/ }),

/***/ 6398:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/stages/stage.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.STAGE_NAMES = void 0;
/** In the guide's order. What an action or `--stages` names. */
exports.STAGE_NAMES = [
    'firewall',
    'register',
    'token',
    'scripts',
    'prepare',
    'install',
    'remove',
    'restart',
    'backup',
];

/***/ }),

/***/ 9028:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/status.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.statusOf = statusOf;
exports.inPortal = inPortal;
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const stage_error_1 = __nccwpck_require__(7033);
/** A server that is deleted while we look is OFFLINE, not an error. */
async function statusOf(pbx, role, id) {
    return pbx.status(role, id).catch((error) => {
        if (isGone(error))
            return { status: 'OFFLINE' };
        throw error;
    });
}
/** Asks the PBX about a server that a run relies on. Throws StageError when somebody deleted it in the portal meanwhile. */
async function inPortal({ name }, ask) {
    try {
        return await ask;
    }
    catch (error) {
        if (!isGone(error))
            throw error;
        throw new stage_error_1.StageError(`${name} is not in the portal any more: somebody deleted it there meanwhile; deploy again to register it`);
    }
}
function isGone(error) {
    return error instanceof Error && 'details' in error && (0, unknown_1.it.isObject)(error.details) && error.details['status'] === 404;
}

/***/ }),

/***/ 4013:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/token.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.token = void 0;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const change_1 = { get it() { return __nccwpck_require__(3063); } };
const role_diff_1 = __nccwpck_require__(9376);
const by_hand_1 = __nccwpck_require__(7973);
const names_1 = __nccwpck_require__(5772);
const stage_error_1 = __nccwpck_require__(7033);
/** The tokens that servers sign in to the PBX with. Values never get into a plan. */
exports.token = {
    name: 'token',
    diff(input) {
        // One for all servers of a role
        const firsts = new Map();
        for (const server of [...input.cluster.servers].sort(names_1.inRoleOrder))
            if (!firsts.has(server.role))
                firsts.set(server.role, server);
        const changes = [...firsts.values()].flatMap((server) => {
            const { token } = roles_1.it.ROLES[server.role];
            return (token && diffToken(server, token, input)) ?? [];
        });
        return { changes, findings: byHand(changes, input) };
    },
    apply: { token: (change, run) => ISSUE[change.service](change, run) },
    words: {
        token: {
            object: ({ service }) => `${labelOf(service)} token`,
            deed: ({ action }) => (action === 'create' ? ['issue a token for'] : ['renew the', 'token']),
            target: ({ service }) => labelOf(service),
            reason: ({ causes: [first] }) => REASONS[first?.cause ?? 'asked'],
            differences: () => [],
        },
    },
};
const REASONS = {
    'none-issued': 'the portal has issued none yet',
    asked: 'a new one was asked for; the old one stops working',
    'upgrade-wants-new': "PortSIP's guide wants a new one for each upgrade of the IM server here; the old one stops working",
};
/** What a person does about a token that no script hands over. */
function byHand(changes, { cluster }) {
    return changes.flatMap((change) => {
        const servers = cluster.servers.filter(({ role }) => {
            const { token } = roles_1.it.ROLES[role];
            return token?.service === change.service && token.source === 'by-hand';
        });
        const [first] = servers;
        if (!first)
            return [];
        const replaced = change.action === 'replace';
        return [
            {
                code: 'token-by-hand',
                severity: replaced ? 'warning' : 'note',
                message: `${replaced ? 'The token that they have stops working with the new one: until' : 'Until'} a person has typed the ${labelOf(change.service)} token into the portal of each, they are not connected to the PBX: ${servers.map(({ name }) => name).join(', ')}. ${(0, by_hand_1.tokenSteps)(cluster, first.role)}`,
            },
        ];
    });
}
function labelOf(service) {
    const rows = Object.values(roles_1.it.ROLES).map((row) => row.token);
    return rows.find((row) => row?.service === service)?.label ?? service;
}
function diffToken(server, { service, source, impact }, input) {
    const { live, options, plane } = input;
    const issue = (action, cause, noticed, path) => ({
        kind: 'token',
        id: change_1.it.idOf.token(service),
        action,
        // One that a script hands over is for one server.
        ...(source !== 'by-hand' && { server: server.name }),
        causes: [{ cause }],
        impact: noticed,
        needs: [],
        after: [],
        service,
        ...(path !== undefined && { path }),
    });
    const asked = options.rotate.includes(service);
    switch (source) {
        case 'portal':
            if (live.portal.imToken === 'none')
                return issue('create', 'none-issued', 'none');
            if (asked)
                return issue('replace', 'asked', impact);
            if (live.imTokenInUse !== false && plane.upgradeWantsNewToken(server.role) && (0, role_diff_1.upgrades)(server, input))
                return issue('replace', 'upgrade-wants-new', impact);
            return undefined;
        case 'by-hand':
            if (live.portal.sbcToken === 'none')
                return issue('create', 'none-issued', 'none');
            return asked ? issue('replace', 'asked', impact) : undefined;
        case 'path':
            return asked && options.dataflowTokenPath
                ? issue('replace', 'asked', impact, options.dataflowTokenPath)
                : undefined;
    }
}
/** Issues a token, and keeps what the role that is created in the same run is told. */
const ISSUE = {
    im: async (_, run) => {
        run.tokens.im = await run.session.pbx.issueImToken();
    },
    // Nobody is told: a person reads it in the portal.
    sbc: (_, run) => run.session.pbx.issueSbcToken(),
    dataflow: issueDataflowToken,
};
async function issueDataflowToken({ path, server }, run) {
    if (path === undefined || server === undefined)
        throw new stage_error_1.StageError('no way to issue a Data Flow token was given');
    const issued = await run.session.pbx.issueDataflowToken(path);
    // A failure, so that Data Flow is not recreated for nothing in the same run.
    if (issued === 'unsupported')
        throw new stage_error_1.StageError(`this PBX offers no ${path}: generate the token by hand (portal, Servers > Data Flow > default server > Generate Token), then rotate without a path`);
    run.tokens.dataflow = issued;
    // Nothing on the host shows with which token it runs: written down, for whichever run gets to recreate it.
    await run.record.update((record) => ({
        ...record,
        recreate: { ...record.recreate, [server]: 'a new Data Flow token was issued' },
    }));
}

/***/ }),

/***/ 6612:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/unlisted.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.unlistedFindings = unlistedFindings;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const live_1 = __nccwpck_require__(9508);
/**
 * Servers that the PBX keeps no list of and says that it does not see, although they run. One that stands still is started anyway, and
 * of what the PBX does not tell nothing follows.
 */
function unlistedFindings({ cluster, live }) {
    return cluster.servers.flatMap((server) => {
        if (live.portal.services?.get(server.role) !== 'OFFLINE' || !(0, live_1.serverContainer)(live, server)?.running)
            return [];
        const { container, label } = roles_1.it.ROLES[server.role];
        return [
            {
                code: 'offline',
                severity: 'warning',
                server: server.name,
                message: `The PBX does not see the ${label} ${server.name} (OFFLINE). Its container runs: it may just have started; if it stays so, look at its log (sudo docker logs ${container})`,
            },
        ];
    });
}

/***/ }),

/***/ 5802:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/stages/unseen.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.UNSEEN_CODES = void 0;
exports.unseen = unseen;
/*
 * What could not be read, and what waits until it can: nothing is done to what is not known, and everything else goes on.
 */
/** By what could not be seen of a server. A deploy does nothing to the server meanwhile. */
const UNSEEN = {
    containers: {
        code: 'containers-unknown',
        what: (name) => `What runs on the host of ${name} cannot be seen`,
        cure: 'Look at Docker there: sudo systemctl status docker',
    },
    config: {
        code: 'config-unknown',
        what: (name) => `What the control script on the host of ${name} was last told cannot be read`,
        cure: 'Look at its folder of configuration files there',
    },
    disk: {
        code: 'disk-unknown',
        what: (name) => `How much disk is free on the host of ${name} cannot be seen`,
        cure: 'Try there: df',
    },
    packages: {
        code: 'packages-unknown',
        what: (name) => `What is installed on the host of ${name} cannot be seen`,
        cure: 'Try there: sudo dpkg --audit',
    },
    scripts: {
        code: 'scripts-unknown',
        what: (name) => `Whether the control scripts are on the host of ${name} cannot be seen`,
        cure: 'Look at their folder there',
    },
    compose: {
        code: 'compose-unknown',
        what: (name) => `Whether Docker on the host of ${name} has its Compose plugin cannot be seen`,
        cure: 'Try there: docker compose version',
    },
    firewall: {
        code: 'firewall-unknown',
        what: (name) => `Whether the main server's firewall lets ${name} in cannot be seen`,
        cure: 'Try on the main server: sudo firewall-cmd --state',
    },
    status: {
        code: 'status-unknown',
        what: (name) => `Whether ${name} takes calls cannot be seen in the portal`,
        cure: "Look at it on the portal's page",
    },
};
/** Codes of findings that say that something could not be seen */
exports.UNSEEN_CODES = Object.values(UNSEEN).map(({ code }) => code);
/** `waits`: "its removal waits", "it is left as it is" */
function unseen(what, server, why, waits) {
    const { code, what: sentence, cure } = UNSEEN[what];
    return { code, severity: 'blocking', server, message: `${sentence(server)} (${why}): ${waits}. ${cure}` };
}

/***/ }),

/***/ 9587:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/versions.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.pbxUpgrade = pbxUpgrade;
exports.pbxVersion = pbxVersion;
exports.behindPbx = behindPbx;
exports.olderThan = olderThan;
exports.versionFindings = versionFindings;
exports.takenBackFindings = takenBackFindings;
exports.pbxVersionFindings = pbxVersionFindings;
const image_1 = { get it() { return (__nccwpck_require__(2907).image); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const live_1 = __nccwpck_require__(9508);
const article_1 = { get it() { return (__nccwpck_require__(6060).article); } };
/** A PBX is never taken back: an older version in the cluster file is no wish (`pbxVersionFindings`). */
function pbxUpgrade({ cluster, live, plane, }) {
    const container = (0, live_1.pbxContainer)(live);
    const { image, version } = cluster.pbx;
    if (!container || image === undefined || !plane.drivesPbx)
        return undefined;
    const present = container.version;
    const other = !(0, image_1.it.sameImage)(container.image, image);
    const older = version !== undefined && present !== undefined && (0, image_1.it.isOlder)((0, image_1.it.parseVersion)(present), (0, image_1.it.parseVersion)(version));
    if ((!other && !older) || isTakenBack(container, { image, version }))
        return undefined;
    const wanted = version ?? wholeVersion(image);
    return {
        present: container.image,
        image,
        ...(wanted !== undefined && { version: wanted }),
        ...(present !== undefined && { presentVersion: present }),
    };
}
/** Whether what is wanted is older than what runs, as far as a label or a tag tells. An older PBX does not open a newer one's database. */
function isTakenBack(running, wanted) {
    const has = running.version === undefined ? (0, image_1.it.versionOf)(running.image) : (0, image_1.it.parseVersion)(running.version);
    const wants = wanted.version === undefined ? (0, image_1.it.versionOf)(wanted.image) : (0, image_1.it.parseVersion)(wanted.version);
    return has !== undefined && wants !== undefined && (0, image_1.it.compareVersions)(has, wants) > 0;
}
/** The version that the servers are to have: the PBX's, after the upgrade that is planned for it; undefined: not known. */
function pbxVersion(input) {
    const upgrade = pbxUpgrade(input);
    return upgrade ? upgrade.version : (0, live_1.pbxContainer)(input.live)?.version;
}
/** A server that runs an older version than the PBX, under the name of an image that can have become the PBX's. */
function behindPbx({ image, role }, { version }, input) {
    const wanted = pbxVersion(input);
    if (!(0, roles_1.it.followsPbx)(role))
        return undefined;
    if (wanted === undefined || version === undefined || !olderThan(version, wanted))
        return undefined;
    return canBe(image, wanted) ? { from: version, to: wanted } : undefined;
}
function olderThan(version, other) {
    return (0, image_1.it.isOlder)((0, image_1.it.parseVersion)(version), (0, image_1.it.parseVersion)(other));
}
/** Whether a name can stand for a version: `portsip/pbx:22` for any 22, one with a digest for none but its own. */
function canBe(image, version) {
    if (image.includes('@'))
        return false;
    const tag = (0, image_1.it.versionOf)(image);
    return tag === undefined || (0, image_1.it.compareVersions)((0, image_1.it.parseVersion)(version), tag) === 0;
}
function wholeVersion(image) {
    const version = (0, image_1.it.versionOf)(image);
    return version && version.length >= 3 ? version.join('.') : undefined;
}
/** Servers that do not go with the PBX, and what no pull can mend. */
function versionFindings(server, input) {
    const version = (0, live_1.serverContainer)(input.live, server)?.version;
    const wanted = pbxVersion(input);
    if (!(0, roles_1.it.followsPbx)(server.role) || version === undefined || wanted === undefined || version === wanted)
        return [];
    const { label, sameVersionAsPbx } = roles_1.it.ROLES[server.role];
    if (olderThan(wanted, version))
        return [
            {
                code: 'server-newer',
                severity: 'blocking',
                server: server.name,
                message: `${server.name} runs version ${version} and the PBX ${wanted}: no server may be newer than its PBX; upgrade the PBX (${pbxByHand(input)})`,
            },
        ];
    if (!olderThan(version, wanted) || behindPbx(server, { version }, input) || !canStay(server, input))
        return [];
    return [
        {
            code: 'server-older',
            severity: sameVersionAsPbx ? 'blocking' : 'warning',
            server: server.name,
            message: `${server.name} runs version ${version} and the PBX ${wanted}, and ${server.image} cannot become that${sameVersionAsPbx ? `; ${(0, article_1.it.withArticle)(label)} must run the PBX's own version` : ''}: name the PBX's image for it in the cluster file`,
        },
    ];
}
/**
 * A server whose own image in the cluster file is older than what it runs. One that keeps data is never taken back, as an older one does
 * not open a newer one's database; of all others it is told.
 */
function takenBackFindings(server, { live, plane }) {
    // Whatever the file says, it gets what the PBX runs.
    if (plane.followsPbxImage && (0, roles_1.it.followsPbx)(server.role))
        return [];
    const running = (0, live_1.serverContainer)(live, server);
    if (!running ||
        (0, image_1.it.sameImage)(running.image, server.image) ||
        !isTakenBack(running, { image: server.image, version: undefined }))
        return [];
    const row = roles_1.it.ROLES[server.role];
    const from = running.version ?? running.image;
    return [
        row.kept
            ? {
                code: 'taken-back',
                severity: 'blocking',
                server: server.name,
                message: `${server.name} runs ${from}, newer than ${server.image} in the cluster file: ${(0, article_1.it.withArticle)(row.label)} is never taken back, since an older one does not open its database. Write what runs into the cluster file; to go back all the same, restore a backup by hand`,
            }
            : {
                code: 'taken-back',
                severity: 'warning',
                server: server.name,
                message: `${server.name} runs ${from} and goes back to ${server.image}, which is older, as the cluster file says`,
            },
    ];
}
/** Whether it runs the image that it is to run: otherwise that comes first. */
function canStay(server, { live }) {
    const image = (0, live_1.serverContainer)(live, server)?.image;
    return image !== undefined && (0, image_1.it.sameImage)(image, server.image);
}
/** Where the PBX is not what the cluster file says, and no deploy will make it so. */
function pbxVersionFindings(input) {
    const { cluster, live, plane } = input;
    const { image, version: wanted } = cluster.pbx;
    const container = (0, live_1.pbxContainer)(live);
    const present = container?.version;
    if (container && image !== undefined && plane.drivesPbx && !(0, image_1.it.sameImage)(container.image, image))
        if (isTakenBack(container, { image, version: wanted }))
            return [
                {
                    code: 'pbx-newer',
                    severity: 'blocking',
                    message: `The PBX runs ${present ?? container.image}, newer than ${wanted ?? image} in the cluster file: it is never taken back, since an older one does not open its database. Write what runs into the cluster file; to go back all the same, restore a backup by hand`,
                },
            ];
    if (wanted === undefined || present === wanted || pbxUpgrade(input))
        return [];
    // Compared without asking anybody, nothing is known of what runs; and a PBX that is not there is told elsewhere.
    if (present === undefined)
        return live.live && container
            ? [
                {
                    code: 'pbx-version-unknown',
                    severity: 'warning',
                    message: `The cluster file wants version ${wanted} of the PBX, and which one runs cannot be told: its image (${container.image}) has no version label. Nothing is upgraded by that; look at ${plane.byHand.status}`,
                },
            ]
            : [];
    if (olderThan(wanted, present))
        return [
            {
                code: 'pbx-newer',
                severity: 'warning',
                message: `The PBX runs version ${present}, newer than pbx.version ${wanted} in the cluster file: it is never taken back, and the servers follow it; write ${present} into the cluster file`,
            },
        ];
    return [
        {
            code: 'pbx-version',
            severity: 'warning',
            message: `The PBX runs version ${present} and the cluster file wants ${wanted}: ${pbxByHand(input)}`,
        },
    ];
}
function pbxByHand({ plane }) {
    return `${plane.drivesPbx ? 'set pbx.image and pbx.version for a deploy to do it, or by hand ' : ''}${plane.byHand.upgrade}`;
}

/***/ }),

/***/ 3039:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/stages/wait.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.until = until;
/**
 * Asks again and again, soon at first and then every two seconds, until `ask` gives something or the deadline is over. What
 * comes true at a known moment is not overslept: `ask` says in how many milliseconds at most it wants to be asked again.
 */
async function until(session, deadlineMs, ask) {
    const end = session.now() + deadlineMs;
    // What has taken a while is noticed a fifth of that while later at most.
    for (let pause = 150;; pause = Math.min(pause * 1.2, 2000)) {
        let wanted = pause;
        const answer = await ask((ms) => (wanted = Math.min(wanted, ms)));
        if (answer !== undefined)
            return answer;
        const left = end - session.now();
        if (left <= 0 || session.signal.aborted)
            return undefined;
        // A clock of whole milliseconds may be one behind.
        await session.sleep(Math.max(10, Math.min(wanted + 1, left)), session.signal);
    }
}

/***/ }),

/***/ 3987:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/stages/zones.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.shutOut = shutOut;
const by_address_1 = { get it() { return (__nccwpck_require__(9838)["by-address"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const containers_1 = { get it() { return (__nccwpck_require__(7083).containers); } };
const reachable_1 = { get it() { return (__nccwpck_require__(7083).reachable); } };
const trusted_sources_1 = { get it() { return (__nccwpck_require__(7083)["trusted-sources"]); } };
const live_1 = __nccwpck_require__(9508);
/** Servers that another zone takes before the trusted one, now or once firewalld is reloaded. Blocking, unless they get through all the same. */
function shutOut({ cluster, live }, guards) {
    const lookUps = guards.flatMap(({ on, firewall: { rivals } }) => [
        { on, when: '', rivals: rivals.runtime.map(lookUp) },
        { on, when: ' from its next reload on', rivals: rivals.permanent.map(lookUp) },
    ]);
    if (lookUps.every(({ rivals }) => rivals.length === 0))
        return [];
    const servers = cluster.servers.flatMap((server) => {
        for (const { on, when, rivals } of lookUps) {
            const taken = takenBy(server.address, rivals);
            if (taken && !taken.zone.accepts)
                return [overlap(server, { ...taken, on, when }, live)];
        }
        return [];
    });
    return [...servers, ...guards.flatMap(unclear)];
}
function lookUp(zone) {
    const networks = new by_address_1.it.Networks(zone.takes.map((taken) => [taken.network, { ...taken, zone }]));
    return (address) => networks.holding(address)[0];
}
/** By the first of them that takes it: firewalld asks no other after that. */
function takenBy(address, rivals) {
    for (const look of rivals) {
        const taken = look(address);
        if (taken)
            return taken;
    }
    return undefined;
}
function overlap(server, { zone, network, source, on, when }, live) {
    const { name, role, address } = server;
    const entry = (0, roles_1.it.isListed)(role) ? live.portal.servers[role].find((one) => one.name === name) : undefined;
    const through = entry !== undefined && (0, live_1.isOnline)(live, entry) && runs(server, live);
    const from = source === network ? `by its source ${source}` : `by ${network} in its source ${source}`;
    const order = zone.prioritised ? 'by priority, then by name' : 'by name';
    const first = zone.prioritised
        ? '; or have the trusted zone asked first: sudo firewall-cmd --permanent --zone=trusted --set-ingress-priority=-100, and reload firewalld'
        : '';
    return {
        code: 'zone-overlap',
        severity: through ? 'warning' : 'blocking',
        server: name,
        message: `firewalld on ${on} asks its zone "${zone.name}" before the trusted one${when}, and that takes ${address} ${from}: ${name} gets through to what that zone opens and nothing else${through ? ', which is enough to be ONLINE now' : ''}. Zones are asked ${order}, however narrow a source is. ${cure(zone, network, source)}${first}`,
    };
}
/** The portal says ONLINE for a while of a server that is gone. */
function runs(server, { hosts }) {
    const facts = hosts.get(server.name);
    return (0, reachable_1.it.isReachable)(facts) && (0, containers_1.it.isSeenRunning)(facts, roles_1.it.ROLES[server.role].container);
}
function cure({ name }, network, source) {
    const set = /^ipset:(.*)$/.exec(source)?.[1];
    if (set === undefined)
        return `Take the source out there: ${(0, trusted_sources_1.it.takeOut)(name, source)}`;
    // It is to be copied to a shell.
    if (!/^[\w.-]+$/.test(set))
        return 'Take it out of that set';
    const out = `--ipset=${set} --remove-entry=${network}`;
    return `Take it out of that set: sudo firewall-cmd --permanent ${out}; sudo firewall-cmd ${out}`;
}
/** What comes before the trusted zone, and nobody can say whether it takes a server. */
function unclear({ on, firewall: { rivals } }) {
    const zones = [...rivals.runtime, ...rivals.permanent].filter(({ accepts }) => !accepts);
    const unread = [
        ...new Set(zones.flatMap(({ name, unread: sets }) => sets.map((set) => `${set} of the zone "${name}"`))),
    ];
    const interfaces = [
        ...new Set(zones.flatMap(({ name, interfaces: all }) => all.map((one) => `${one} (zone "${name}")`))),
    ];
    return [
        ...(unread.length === 0
            ? []
            : [
                warning(`firewalld on ${on} asks sets of addresses before the trusted zone that could not be read: ${unread.join(', ')}. If a server is in one, it is shut out. Look there: sudo firewall-cmd --ipset=NAME --get-entries`),
            ]),
        ...(interfaces.length === 0
            ? []
            : [
                warning(`firewalld on ${on} gives what comes in by these interfaces to another zone before the trusted one: ${interfaces.join(', ')}. A server that comes in by one is shut out; have the trusted zone asked first: sudo firewall-cmd --permanent --zone=trusted --set-ingress-priority=-100, and reload firewalld`),
            ]),
    ];
}
function warning(message) {
    return { code: 'zone-overlap', severity: 'warning', message };
}

/***/ }),

/***/ 7336:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'backup'() {
    return __nccwpck_require__(7156);
  },
  get 'backups'() {
    return __nccwpck_require__(6459);
  },
  get 'capacity'() {
    return __nccwpck_require__(4378);
  },
  get 'cluster-record'() {
    return __nccwpck_require__(3862);
  },
  get 'departing'() {
    return __nccwpck_require__(8262);
  },
  get 'deployed'() {
    return __nccwpck_require__(764);
  },
  get 'diff'() {
    return __nccwpck_require__(9205);
  },
  get 'drain'() {
    return __nccwpck_require__(2842);
  },
  get 'findings'() {
    return __nccwpck_require__(4548);
  },
  get 'firewall'() {
    return __nccwpck_require__(7698);
  },
  get 'firewall-batch'() {
    return __nccwpck_require__(1691);
  },
  get 'first-contact'() {
    return __nccwpck_require__(9591);
  },
  get 'gone'() {
    return __nccwpck_require__(4889);
  },
  get 'handed'() {
    return __nccwpck_require__(6618);
  },
  get 'heal'() {
    return __nccwpck_require__(3584);
  },
  get 'identity'() {
    return __nccwpck_require__(8488);
  },
  get 'image-version'() {
    return __nccwpck_require__(1228);
  },
  get 'index'() {
    return __nccwpck_require__(2480);
  },
  get 'left-behind'() {
    return __nccwpck_require__(7176);
  },
  get 'live'() {
    return __nccwpck_require__(9508);
  },
  get 'lock'() {
    return __nccwpck_require__(7957);
  },
  get 'moved-tags'() {
    return __nccwpck_require__(7741);
  },
  get 'names'() {
    return __nccwpck_require__(5772);
  },
  get 'observe'() {
    return __nccwpck_require__(9540);
  },
  get 'online'() {
    return __nccwpck_require__(8597);
  },
  get 'open-session'() {
    return __nccwpck_require__(9183);
  },
  get 'outside'() {
    return __nccwpck_require__(1787);
  },
  get 'portal'() {
    return __nccwpck_require__(3480);
  },
  get 'record'() {
    return __nccwpck_require__(3307);
  },
  get 'record-keeper'() {
    return __nccwpck_require__(6550);
  },
  get 'restart'() {
    return __nccwpck_require__(7843);
  },
  get 'run'() {
    return __nccwpck_require__(5269);
  },
  get 'script'() {
    return __nccwpck_require__(501);
  },
  get 'script-generations'() {
    return __nccwpck_require__(3435);
  },
  get 'stage'() {
    return __nccwpck_require__(6398);
  },
  get 'stage-error'() {
    return __nccwpck_require__(7033);
  },
  get 'unseen'() {
    return __nccwpck_require__(5802);
  },
  get 'wait'() {
    return __nccwpck_require__(3039);
  },
};


/***/ }),

/***/ 9838:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-later.js");

/***/ }),

/***/ 2907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 9316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

/***/ }),

/***/ 7083:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

/***/ }),

/***/ 7426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 8387:
/***/ (function (module) {

"use strict";
module.exports = require("./pbx.js");

/***/ }),

/***/ 3063:
/***/ (function (module) {

"use strict";
module.exports = require("./stages-change.js");

/***/ }),

/***/ 6060:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 8227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 7598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 7975:
/***/ (function (module) {

"use strict";
module.exports = require("node:util");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(7336);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=stages.js.map
