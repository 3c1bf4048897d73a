"use strict";
exports.id = 453;
exports.ids = [453,692];
exports.modules = {

/***/ 66453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49058);




/**
 * Files given as options win over PORTSIP_… variables. All secrets are in `secrets` when this returns.
 * Throws InputError that names everything that is missing at once.
 */
async function readCredentials(options, env, secrets, home = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)()) {
    const secret = (name) => {
        const value = env[name]?.replace(/[\r\n]+$/, '');
        secrets.add(value);
        return value || undefined;
    };
    const pbxPassword = secret('PORTSIP_PBX_PASSWORD');
    const sudoPassword = secret('PORTSIP_SUDO_PASSWORD');
    const sshPassphrase = secret('PORTSIP_SSH_PASSPHRASE');
    secrets.add(env['PORTSIP_SSH_PRIVATE_KEY']);
    const problems = [];
    const file = async (path, option) => {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(expand(path, home), 'utf8');
        }
        catch (error) {
            problems.push(`${option}: ${path} cannot be read: ${why(error)}.`);
            return undefined;
        }
    };
    const sshPrivateKey = options.identity
        ? await file(options.identity, '--identity')
        : text(env['PORTSIP_SSH_PRIVATE_KEY']);
    secrets.add(sshPrivateKey);
    const pbxCa = options.pbxCa ? await file(options.pbxCa, '--pbx-ca') : text(env['PORTSIP_PBX_CA']);
    const sshKnownHosts = options.knownHosts
        ? await file(options.knownHosts, '--known-hosts')
        : (text(env['PORTSIP_SSH_KNOWN_HOSTS']) ??
            (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.ssh/known_hosts'), 'utf8').catch(() => undefined)));
    const pbxUsername = env['PORTSIP_PBX_USERNAME'];
    const pbxFingerprint = options.pbxFingerprint ?? env['PORTSIP_PBX_FINGERPRINT'];
    if (!pbxUsername)
        problems.push('Set PORTSIP_PBX_USERNAME to the name of an administrator of the PBX.');
    if (!pbxPassword)
        problems.push("Set PORTSIP_PBX_PASSWORD to that administrator's password.");
    if (!sshPrivateKey && !options.identity)
        problems.push('Give the SSH key: --identity FILE, or its text in PORTSIP_SSH_PRIVATE_KEY.');
    if (sshKnownHosts === undefined && !options.knownHosts)
        problems.push('Give the hosts’ keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.');
    if (pbxFingerprint && !/^(sha256:)?([0-9a-f]{2}:?){32}$/i.test(pbxFingerprint.trim()))
        problems.push('The PBX fingerprint is not the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons.');
    if (problems.length > 0)
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(problems.join('\n'));
    return defined({
        pbxUsername,
        pbxPassword,
        pbxCa,
        pbxFingerprint,
        sshPrivateKey,
        sshPassphrase,
        sshKnownHosts,
        sudoPassword,
    });
}
const text = (value) => (value ? `${value.trimEnd()}\n` : undefined);
const expand = (path, home) => path === '~' || path.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, path.slice(1)) : path;
function why(error) {
    const { code, message } = error;
    const known = {
        ENOENT: 'there is no such file',
        EACCES: 'permission denied',
        EISDIR: 'it is a folder',
    };
    return known[code ?? ''] ?? message;
}
function defined(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
//# sourceMappingURL=credentials.js.map

/***/ }),

/***/ 51067:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ notUp),
/* harmony export */   K2: () => (/* binding */ lostCalls),
/* harmony export */   P0: () => (/* binding */ stoppedAt),
/* harmony export */   SE: () => (/* binding */ shortfall),
/* harmony export */   WY: () => (/* binding */ callsLine),
/* harmony export */   lO: () => (/* binding */ onlyAway),
/* harmony export */   mI: () => (/* binding */ drainedServers)
/* harmony export */ });
/* harmony import */ var _plan_render_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46982);

/* Whether a step of the demo came out as it is told. Each gives what is wrong, or undefined. */
/** A deploy that was to do all that the plan says. */
function shortfall(plan, result) {
    const [failed] = result.failed;
    if (failed)
        return `${failed.change.id} failed: ${failed.message}`;
    const left = plan.changes.filter(({ id }) => !result.done.some(({ change }) => change.id === id));
    return left.length > 0 ? `planned, but not done: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(left.map(({ id }) => id))}` : undefined;
}
/** A restart in which one server was to stay away, and nobody to be touched after it. */
function stoppedAt(id, plan, result) {
    const failed = result.failed.map(({ change }) => change.id);
    if (failed.length !== 1 || failed[0] !== id)
        return `only ${id} was to fail, not: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(failed) || 'nothing'}`;
    const at = plan.changes.findIndex((change) => change.id === id);
    const after = plan.changes.slice(at + 1).map((change) => change.id);
    const touched = after.filter((later) => !result.skipped.some(({ change }) => change.id === later));
    if (touched.length > 0)
        return `${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(touched)} went on after ${id} had failed`;
    return result.failed[0]?.message.includes('did not come back')
        ? undefined
        : `${id} failed for another reason: ${result.failed[0]?.message ?? ''}`;
}
/** A cluster of which everything was to be up, and nothing left to do. */
function notUp(report) {
    const down = report.servers.filter(({ state, enabled }) => !enabled || (state !== 'online' && state !== 'running'));
    if (down.length > 0)
        return `not up: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(down.map(({ name, state }) => `${name} (${state})`))}`;
    return report.drift > 0 ? `a deploy would still make ${report.drift} changes` : undefined;
}
/** A cluster of which only one server was to be away. */
function onlyAway(name, report) {
    const away = report.servers.find((server) => server.name === name);
    if (!away || away.enabled)
        return `${name} was to be kept from calls`;
    return notUp({ servers: report.servers.filter((server) => server !== away), drift: 0 });
}
function callsLine({ placed, cut, refused }) {
    return `Calls so far: ${placed}, of which cut: ${cut}, refused: ${refused}.`;
}
function lostCalls({ cut, refused }) {
    return cut + refused > 0 ? `${cut} calls were cut and ${refused} refused` : undefined;
}
/** Names of servers that were disabled for a while, in that order, from what the PBX was asked. */
function drainedServers(requests, nameOf) {
    const names = requests.flatMap(({ method, path, body }) => {
        const off = typeof body === 'object' && body !== null && 'enabled' in body && body.enabled === false;
        const id = path.split('/').at(-1);
        return (method === 'POST' && off && id !== undefined && nameOf(id)) || [];
    });
    return [...new Set(names)];
}
//# sourceMappingURL=demo-checks.js.map

/***/ }),

/***/ 37453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/plan/render/counts.js
var counts = __webpack_require__(74797);
// EXTERNAL MODULE: ./build/src/plan/render/text.js
var render_text = __webpack_require__(46982);
// EXTERNAL MODULE: ./build/src/plan/render/terminal.js
var terminal = __webpack_require__(30065);
// EXTERNAL MODULE: ./build/src/plan/run.js + 5 modules
var run = __webpack_require__(37642);
// EXTERNAL MODULE: ./build/src/cli/demo-checks.js
var demo_checks = __webpack_require__(51067);
// EXTERNAL MODULE: ./build/src/cli/deploy.js
var deploy = __webpack_require__(91692);
// EXTERNAL MODULE: ./build/src/cli/status.js
var cli_status = __webpack_require__(43689);
;// CONCATENATED MODULE: ./build/src/cli/demo-story.js







/** A step of the story did not end as it should. */
class Mismatch extends Error {
}
/** What the demo tells, and the means to do it: the sandbox and its cluster file, deployed as an operator would. */
class Story {
    context;
    sandbox;
    folder;
    /** Ctrl-C is being handled by what goes on */
    listens = false;
    file;
    chapter = 0;
    edits = [];
    constructor(context, sandbox, folder) {
        this.context = context;
        this.sandbox = sandbox;
        this.folder = folder;
        this.file = (0,external_node_path_.join)(folder, 'cluster.yaml');
        this.write();
    }
    heading(title) {
        const { bold, cyan } = this.context.colors;
        this.context.say(`\n${cyan(bold(`${++this.chapter}. ${title}`))}`);
        this.context.say('');
    }
    /** The sandbox's machines as a cluster file, with all edits up to now. */
    write(edit) {
        if (edit)
            this.edits.push(edit);
        const text = this.sandbox.clusterFile((file) => {
            // At first nobody calls: there is nothing to wait for.
            file['restart'] = { drain_timeout: '0s' };
            for (const made of this.edits)
                made(file);
        });
        (0,external_node_fs_.writeFileSync)(this.file, text);
    }
    /** Lines of cluster.yaml that came (+) or went (-) */
    showEdit(lines) {
        const { green, red } = this.context.colors;
        this.context.say(lines.map((line) => (line.startsWith('-') ? red(line) : green(line))).join('\n'));
        this.context.say('');
    }
    expect(problem) {
        if (problem !== undefined)
            throw new Mismatch(problem);
    }
    async plan(options = {}) {
        const { context } = this;
        const config = await this.config();
        const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.runStages(config, { ...run.DEFAULT_OPTIONS, ...options, dryRun: true }));
        return plan;
    }
    async showPlan(plan) {
        this.context.say((0,terminal/* renderTerminal */.b)(plan, this.context.terminal(await this.cluster(), 'cluster.yaml')));
    }
    /** Does it, and tells what came of it. */
    async run(plan, wanted = {}) {
        const interrupt = new AbortController();
        const options = { ...run.DEFAULT_OPTIONS, ...wanted, dryRun: false };
        const config = await this.config(interrupt.signal);
        this.listens = true;
        const result = await (0,deploy.apply)(this.context, config, options, plan, interrupt);
        this.listens = false;
        if (interrupt.signal.aborted)
            throw new Mismatch('it was interrupted');
        return result;
    }
    /** Does it, all of it. */
    async deploy(plan, wanted = {}) {
        this.expect((0,demo_checks/* shortfall */.SE)(plan, await this.run(plan, wanted)));
    }
    /** As the PBX and the hosts tell, not as we believe. */
    async status() {
        const { context } = this;
        const config = await this.config();
        return context.progress.during('Looking at every server', () => context.engine.status(config, []));
    }
    async expectAllUp() {
        const report = await this.status();
        this.expect((0,demo_checks/* notUp */.HU)(report));
        return report;
    }
    async showStatus(report) {
        const options = this.context.terminal(await this.cluster(), 'cluster.yaml');
        this.context.say('');
        this.context.say((0,cli_status.renderStatus)({ ...report, findings: [] }, options));
    }
    /** Leaves the sandbox to somebody at another shell, until Ctrl-C. */
    async serve() {
        const { context, file } = this;
        const environment = (0,external_node_path_.join)(this.folder, 'environment.sh');
        const lines = Object.entries(this.sandbox.env).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
        (0,external_node_fs_.writeFileSync)(environment, `${lines.join('\n')}\n`, { mode: 0o600 });
        const cli = `node ${process.argv[1] ?? 'dist/cli/index.js'}`;
        context.say(`\nThe sandbox runs until you press Ctrl-C here. In another shell:\n\n` +
            `  . ${environment}\n  ${cli} status -f ${file}\n  ${cli} plan -f ${file}\n  ${cli} deploy -f ${file}\n\n` +
            `Edit ${file} and plan again.`);
        this.listens = true;
        await new Promise((resolve) => {
            const alive = setInterval(() => { }, 60_000);
            const release = context.io.onInterrupt(() => {
                clearInterval(alive);
                release();
                resolve();
            });
        });
    }
    async cluster() {
        return (await this.context.engine.loadClusterFile(this.file)).cluster;
    }
    async config(signal) {
        const cluster = await this.cluster();
        return this.context.session(cluster, this.sandbox.credentials, { concurrency: 10 }, signal);
    }
}
//# sourceMappingURL=demo-story.js.map
;// CONCATENATED MODULE: ./build/src/cli/demo.js






const NEW_SERVER = {
    name: 'media-server-2',
    role: 'media',
    address: '192.168.1.27',
    publicAddress: '104.101.137.61',
};
/** Of the sandbox's pulls and stops; slow enough to be seen, fast enough for half a minute in all */
const PACE = 0.3;
/** The guide's seven machines in this process: deploys them, scales out, and sees that nothing is left to do. */
async function demo(context, options) {
    const startedAt = context.io.now();
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'portsip-cluster-demo-'));
    const { startSandbox } = await Promise.all(/* import() */[__webpack_require__.e(225), __webpack_require__.e(119), __webpack_require__.e(405)]).then(__webpack_require__.bind(__webpack_require__, 17405));
    // The long one has more to show in its minute and a half.
    const sandbox = await startSandbox(options.wholeLife ? { pace: PACE / 3, onlineDelayMs: 200 } : { pace: PACE, onlineDelayMs: 400 });
    const story = new Story(context, sandbox, folder);
    const cleanUp = async () => {
        context.progress.close();
        await sandbox.close();
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    };
    const release = context.io.onInterrupt(() => {
        if (!story.listens)
            void cleanUp().finally(() => context.io.exit(1));
    });
    try {
        if (!options.serve) {
            await firstDays(story);
            if (options.wholeLife)
                await (await __webpack_require__.e(/* import() */ 457).then(__webpack_require__.bind(__webpack_require__, 40457))).wholeLife(story);
            context.say(context.colors.dim(`The demo took ${(0,render_text/* duration */.p0)(context.io.now() - startedAt)}.`));
        }
        if (options.serve || options.keep)
            await story.serve();
        return 0;
    }
    catch (error) {
        if (!(error instanceof Mismatch))
            throw error;
        context.progress.close();
        context.io.err.write(`Error: the demo did not end as it should: ${error.message}\n`);
        return 1;
    }
    finally {
        release();
        await cleanUp();
    }
}
async function firstDays(story) {
    const { context, sandbox } = story;
    context.say('A PBX and six empty Linux hosts run in this process, with PortSIP’s REST API, SSH and firewalls of their own.\n' +
        'Nothing leaves this machine. What follows is what happens to a cluster of yours.');
    story.heading('The first deploy: six servers join the PBX');
    const first = await story.plan();
    context.say(`Plan: ${(0,counts/* countsLine */.J7)(first.changes)}.`);
    context.say('');
    await story.deploy(first);
    await story.expectAllUp();
    story.heading(`A pull request adds ${NEW_SERVER.name} to cluster.yaml: this plan is its comment`);
    await sandbox.addHost(NEW_SERVER);
    story.write();
    const { name, role, address, publicAddress } = NEW_SERVER;
    story.showEdit([
        `+   - name: ${name}`,
        `+     role: ${role}`,
        `+     private_ip: ${address}`,
        `+     public_ip: ${publicAddress}`,
    ]);
    const scaleOut = await story.plan();
    await story.showPlan(scaleOut);
    for (const id of [`server/${name}`, `role/${name}`])
        if (!scaleOut.changes.some((change) => change.id === id))
            throw new Mismatch(`the plan lacks ${id}`);
    story.heading('It is merged: the deploy does what the plan said');
    await story.deploy(scaleOut);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new Mismatch(`a second plan still has ${(0,render_text/* list */.p_)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await story.expectAllUp());
}
//# sourceMappingURL=demo.js.map

/***/ }),

/***/ 91692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apply: () => (/* binding */ apply),
/* harmony export */   deploy: () => (/* binding */ deploy),
/* harmony export */   forPrograms: () => (/* binding */ forPrograms),
/* harmony export */   restart: () => (/* binding */ restart)
/* harmony export */ });
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49058);
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86119);
/* harmony import */ var _plan_run__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37642);
/* harmony import */ var _plan_render_outcome__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73589);
/* harmony import */ var _plan_render_terminal__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30065);
/* harmony import */ var _plan_render_text__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46982);
/* harmony import */ var _plan_render_words__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5552);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66453);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19404);









/** Makes the live cluster match the cluster file, after asking. */
async function deploy(context, options) {
    const cluster = await context.load(options.file);
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_1__/* .selectServers */ .V)(cluster, options.servers);
    return run(context, options, cluster, (0,_plan__WEBPACK_IMPORTED_MODULE_7__.runOptions)(options));
}
/** Restarts servers one after the other, drained, after asking. */
async function restart(context, options) {
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    const isGroup = (name) => (0,_cluster_select__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .t)(name) || name === LOAD_BALANCER;
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_1__/* .selectServers */ .V)(cluster, servers.filter((name) => name !== LOAD_BALANCER));
    return run(context, options, cluster, {
        ..._plan_run__WEBPACK_IMPORTED_MODULE_2__.DEFAULT_OPTIONS,
        stages: ['restart'],
        force,
        restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
    });
}
/** Runs on the main server and can be restarted alone, as if it were a role. */
const LOAD_BALANCER = 'loadbalancer';
async function run(context, options, cluster, wanted) {
    if (!options.yes && (!context.io.interactive || options.json))
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('Nobody is here to be asked. Look at the plan first, then give --yes.');
    const { env, home } = context.io;
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_6__/* .readCredentials */ .L)(options, env, context.secrets, home);
    const interrupt = new AbortController();
    const config = context.session(cluster, credentials, options, interrupt.signal);
    const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.runStages(config, { ...wanted, dryRun: true }));
    context.say((0,_plan_render_terminal__WEBPACK_IMPORTED_MODULE_4__/* .renderTerminal */ .b)(plan, context.terminal(cluster, options.file)));
    const stop = before(plan);
    if (stop) {
        if (stop.say)
            context.say(stop.say);
        await context.result(forPrograms({ plan, ok: stop.exitCode === 0, done: [], failed: [], skipped: [], findings: plan.warnings }), options.out);
        return stop.exitCode;
    }
    if (!options.yes && !(await confirmed(context))) {
        context.say('Nothing was done.');
        return 1;
    }
    context.say('');
    const result = await apply(context, config, wanted, plan, interrupt);
    await context.result(forPrograms(result), options.out);
    const ok = (0,_plan_render_outcome__WEBPACK_IMPORTED_MODULE_3__/* .verdict */ .WJ)(result).ok && !(interrupt.signal.aborted && result.skipped.length > 0);
    return ok ? 0 : 1;
}
/** Why there is nothing to begin. */
function before({ changes, warnings }) {
    const blocking = warnings.filter(({ severity }) => severity === 'blocking');
    if (blocking.some(({ server }) => server === undefined))
        return { exitCode: 1, say: 'Nothing can be done before what is blocked above is put right.' };
    if (changes.length === 0)
        return { exitCode: blocking.length > 0 ? 1 : 0 };
    return undefined;
}
async function confirmed(context) {
    const { bold } = context.colors;
    context.say(`\n${bold('Do you want to perform these actions?')} Only 'yes' will be accepted.`);
    return (await context.io.ask('> '))?.trim() === 'yes';
}
/** Does it, with progress; Ctrl-C once begins nothing new, twice leaves. */
async function apply(context, config, wanted, plan, interrupt) {
    const { io, progress, engine } = context;
    const startedAt = io.now();
    const release = io.onInterrupt(() => {
        if (interrupt.signal.aborted) {
            progress.close();
            context.say('Left. What runs on the hosts goes on to its end; the next deploy takes it up.');
            io.exit(1);
        }
        interrupt.abort();
        const going = progress.inProgress();
        progress.info('Stopping: nothing new is begun. Press Ctrl-C again to leave at once.');
        if (going.length > 0)
            progress.info(`What goes on on the hosts is not interrupted: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .list */ .p_)(going, 8)}.`);
    });
    progress.expect(plan.changes);
    try {
        const result = await engine.runStages(config, { ...wanted, dryRun: false });
        progress.close();
        conclude(context, result, plan.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    }
    finally {
        progress.close();
        release();
    }
}
function conclude(context, result, shown, elapsedMs, interrupted) {
    const { bold, green, red, yellow } = context.colors;
    const { ok } = (0,_plan_render_outcome__WEBPACK_IMPORTED_MODULE_3__/* .verdict */ .WJ)(result);
    const told = new Set(shown.map(({ message }) => message));
    const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !told.has(message));
    context.say('');
    if (unexpected.length > 0)
        context.say((0,_plan_render_terminal__WEBPACK_IMPORTED_MODULE_4__/* .renderFindings */ .v)(unexpected, { color: context.color }));
    for (const { change, message } of result.failed)
        context.say(red(`Failed: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .printable */ .g$)((0,_plan_render_words__WEBPACK_IMPORTED_MODULE_5__/* .deed */ .dH)(change))}: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .printable */ .g$)(message)}`));
    for (const [reason, changes] of (0,_plan_render_outcome__WEBPACK_IMPORTED_MODULE_3__/* .skippedByReason */ .Au)(result))
        context.say(yellow(`Not begun (${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .printable */ .g$)(reason)}): ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .list */ .p_)(changes.map((change) => (0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .printable */ .g$)((0,_plan_render_words__WEBPACK_IMPORTED_MODULE_5__/* .deed */ .dH)(change))), 8)}`));
    const paint = ok ? green : red;
    context.say(bold(paint(`${ok ? 'Done' : 'Not all was done'}: ${(0,_plan_render_outcome__WEBPACK_IMPORTED_MODULE_3__/* .outcomeLine */ .RW)(result)} in ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_8__/* .duration */ .p0)(elapsedMs)}.`)));
    context.say(interrupted
        ? 'It was stopped. Run it again: it carries on, and takes up what still runs on the hosts.'
        : (0,_plan_render_outcome__WEBPACK_IMPORTED_MODULE_3__/* .nextAfter */ .On)(result));
}
/** A result without the tokens that it may hold. */
function forPrograms({ plan, ok, done, failed, skipped, findings }) {
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...change, elapsedMs })),
        failed: failed.map(({ change, message }) => ({ ...change, message })),
        skipped: skipped.map(({ change, reason }) => ({ ...change, skipped: reason })),
        findings,
    };
}
//# sourceMappingURL=deploy.js.map

/***/ }),

/***/ 19404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   runOptions: () => (/* binding */ runOptions)
/* harmony export */ });
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86119);
/* harmony import */ var _plan_run__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37642);
/* harmony import */ var _plan_render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30065);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66453);




/** Shows what a deploy would do. Changes nothing. */
async function plan(context, options) {
    const cluster = await context.load(options.file);
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_0__/* .selectServers */ .V)(cluster, options.servers);
    const made = options.base === undefined
        ? await livePlan(context, options, cluster)
        : await context.engine.offlinePlan(await context.load(options.base), cluster);
    await context.result(made, options.out);
    if (!context.options.json)
        context.say((0,_plan_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderTerminal */ .b)(made, context.terminal(cluster, options.file)));
    return options.exitCode && made.changes.length > 0 ? 3 : 0;
}
async function livePlan(context, options, cluster) {
    const { env, home } = context.io;
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_3__/* .readCredentials */ .L)(options, env, context.secrets, home);
    const config = context.session(cluster, credentials, options);
    const wanted = { ...runOptions(options), dryRun: true };
    const result = await context.progress.during('Reading the live cluster', () => context.engine.runStages(config, wanted));
    return result.plan;
}
function runOptions(options) {
    return {
        ..._plan_run__WEBPACK_IMPORTED_MODULE_1__.DEFAULT_OPTIONS,
        servers: options.servers,
        rotate: options.rotate,
        force: options.force ?? false,
        gone: options.hostIsGone,
        allowUndersized: options.allowUndersized ?? false,
        ...(options.dataflowTokenPath !== undefined && { dataflowTokenPath: options.dataflowTokenPath }),
    };
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 43689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderStatus: () => (/* binding */ renderStatus),
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86119);
/* harmony import */ var _plan_render_words__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5552);
/* harmony import */ var _plan_render_text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46982);
/* harmony import */ var _plan_render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30065);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66453);






/** The cluster at a glance. Changes nothing. */
async function status(context, options) {
    const cluster = await context.load(options.file);
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_0__/* .selectServers */ .V)(cluster, options.servers);
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_3__/* .readCredentials */ .L)(options, context.io.env, context.secrets, context.io.home);
    const config = context.session(cluster, credentials, options);
    const report = await context.progress.during('Reading the live cluster', () => context.engine.status(config, options.servers));
    await context.result(report, options.out);
    if (!context.options.json)
        context.say(renderStatus(report, context.terminal(cluster, options.file)));
    return 0;
}
const UP = ['online', 'running'];
const COLUMNS = [
    { title: 'SERVER', cell: ({ name }) => name },
    { title: 'ROLE', cell: ({ role }) => (0,_plan_render_words__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(role).replace(/ server$/, '') },
    { title: 'ADDRESS', cell: ({ address }) => address },
    {
        title: 'STATE',
        cell: ({ state }) => state.replace('-', ' '),
        paint: (c, { state }) => (UP.includes(state) ? c.green : c.red),
    },
    {
        title: 'ENABLED',
        cell: ({ enabled }) => (enabled ? 'yes' : 'no'),
        paint: (c, { enabled }) => (enabled ? String : c.yellow),
    },
    { title: 'CALLS', cell: ({ calls }) => (calls === undefined ? '-' : String(calls)) },
    { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
    { title: 'VERSION', cell: ({ version }) => version ?? '-' },
    {
        title: 'DRIFT',
        cell: ({ drift }) => (drift.length === 0 ? 'none' : (0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(drift.length, 'change')),
        paint: (c, { drift }) => (drift.length === 0 ? c.dim : c.yellow),
    },
];
/** What a narrow terminal does without, first to last */
const DISPENSABLE = ['IMAGE', 'ADDRESS', 'VERSION', 'CALLS'];
function fitting(servers, width) {
    let columns = COLUMNS.map((column) => ({
        ...column,
        width: Math.max(column.title.length, ...servers.map((server) => (0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(column.cell(server)).length)),
    }));
    for (const title of DISPENSABLE) {
        if (columns.reduce((sum, column) => sum + column.width + 2, -2) <= width)
            break;
        columns = columns.filter((column) => column.title !== title);
    }
    return columns;
}
/** The same as a table for people. */
function renderStatus(report, options) {
    const c = (0,picocolors__WEBPACK_IMPORTED_MODULE_5__.createColors)(options.color);
    const columns = fitting(report.servers, options.width ?? Infinity);
    const widths = columns.map(({ width }) => width);
    const line = (cells, dress) => cells
        .map((cell, index) => dress(cell.padEnd(widths[index] ?? 0), index))
        .join('  ')
        .trimEnd();
    const row = (server) => line(columns.map((column) => (0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(column.cell(server))), (text, index) => columns[index]?.paint?.(c, server)(text) ?? text);
    const { pbx } = report;
    const main = pbx.reachable
        ? `main server ${pbx.address}${pbx.version ? `, PBX ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(pbx.version)}` : ''}`
        : c.red(`main server ${pbx.address} does not answer: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(pbx.problem ?? '')}`);
    const text = [`${c.bold((0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(report.cluster))}: ${main}`, ''];
    if (report.servers.length > 0)
        text.push(line(columns.map(({ title }) => title), (title) => c.dim(title)));
    text.push(...report.servers.map(row), '');
    for (const { name, role, address, online } of report.unmanaged)
        text.push(c.yellow(`Not in the cluster file: ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name)} (${(0,_plan_render_words__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(role)}, ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(address ?? 'no address')}, ${online ? 'online' : 'offline'})`));
    if (report.builtIn.length > 0)
        text.push(`Built-in servers that take calls: ${report.builtIn.map(_plan_render_words__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf).join(', ')}`);
    const findings = report.findings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        text.push((0,_plan_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderFindings */ .v)(findings, options));
    const up = report.servers.filter(({ state }) => UP.includes(state)).length;
    const drift = report.drift === 0
        ? c.green('the cluster file is met')
        : c.yellow(`a deploy would make ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(report.drift, 'change')}; see \`plan\``);
    text.push(`${up} of ${(0,_plan_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(report.servers.length, 'server')} up, ${drift}.`);
    return `${text.join('\n')}\n`;
}
//# sourceMappingURL=status.js.map

/***/ }),

/***/ 30065:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal),
/* harmony export */   v: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _counts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74797);
/* harmony import */ var _groups__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4697);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46982);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5552);





/** A plan for people at a terminal: findings, what happens to which server, in which order, what callers notice, the sum. */
function renderTerminal(plan, options) {
    const page = new Page(options);
    page.findings((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(plan.warnings).filter(({ severity }) => severity !== 'note'));
    if (plan.changes.length > 0) {
        page.servers(plan);
        page.order(plan);
        page.impact(plan);
    }
    page.notes(plan.warnings.filter(({ severity }) => severity === 'note'));
    page.summary(plan);
    return page.text();
}
/** Findings alone, as they are shown above a plan. */
function renderFindings(findings, options) {
    const page = new Page(options);
    page.findings((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(findings));
    return page.text();
}
class Page {
    options;
    lines = [];
    c;
    symbols;
    constructor(options) {
        this.options = options;
        this.c = (0,picocolors__WEBPACK_IMPORTED_MODULE_3__.createColors)(options.color);
        this.symbols = options.unicode === false ? _words__WEBPACK_IMPORTED_MODULE_2__/* .ASCII_SYMBOLS */ .CD : _words__WEBPACK_IMPORTED_MODULE_2__/* .SYMBOLS */ .Am;
    }
    text() {
        return `${this.lines.join('\n').trimEnd()}\n`;
    }
    findings(findings) {
        const { kept, more } = few(findings);
        for (const finding of kept) {
            const paint = { blocking: this.c.red, warning: this.c.yellow, note: this.c.cyan }[finding.severity];
            const title = { blocking: 'Blocked', warning: 'Warning', note: 'Note' }[finding.severity];
            this.box(`${title}: `, paint, (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(finding));
        }
        for (const line of more)
            this.lines.push(line);
        if (findings.length > 0)
            this.lines.push('');
    }
    servers(plan) {
        const used = new Set(plan.changes.map(({ action }) => action));
        const legend = _words__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl.filter((action) => used.has(action)).map((action) => `${this.sign(action)} ${_words__WEBPACK_IMPORTED_MODULE_2__/* .LEGEND */ .Ix[action]}`);
        this.lines.push(this.c.bold(plan.live ? 'What would be done' : 'What the change of the cluster file would do'));
        this.lines.push(`  ${legend.join('   ')}`, '');
        const groups = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .groupByServer */ .yt)(plan.changes, this.options.cluster?.servers);
        const width = Math.max(0, ...groups.filter((group) => isRestart(group)).map(({ name }) => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name ?? '').length));
        for (const group of groups) {
            if (isRestart(group))
                this.restart(group, width);
            else
                this.server(group);
        }
        if (this.lines.at(-1) !== '')
            this.lines.push('');
    }
    /** A server that is only restarted takes one line. */
    restart(group, width) {
        const [change] = group.changes;
        if (!change)
            return;
        const name = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name ?? '').padEnd(width);
        this.hang(`  ${this.sign('restart')} ${this.c.bold(name)}  `, 6 + width, (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(change.reason), this.c.dim);
    }
    server(group) {
        const name = group.name === undefined ? 'main server' : (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name);
        const about = group.server ? this.c.dim(` (${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .introduce */ .o2)(group.server)})`) : '';
        this.lines.push(`${this.sign((0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .overall */ .Me)(group), 3)} ${this.c.bold(name)}${about}`);
        const width = Math.max(0, ...group.changes.flatMap((change) => (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change).map(({ name }) => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name).length)));
        for (const change of group.changes) {
            this.hang(`      ${this.sign(change.action)} ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)(change))}`, 10, change.reason ? `: ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(change.reason)}` : '', this.c.dim);
            for (const { name: attribute, before, after } of (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change)) {
                const label = `${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(attribute)}:`.padEnd(width + 1);
                this.lines.push(`          ${label} ${this.value(before, after)}`);
            }
        }
        this.lines.push('');
    }
    value(before, after) {
        if (before === undefined)
            return this.c.green((0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after ?? ''));
        const was = this.c.red((0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(before));
        return `${was} -> ${after === undefined ? this.c.red('(removed)') : this.c.green((0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after))}`;
    }
    order(plan) {
        this.lines.push(this.c.bold('In this order'));
        (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .steps */ .Ci)(plan.changes).forEach((step, index) => {
            const text = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .deeds */ .Iv)(step, _words__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3, (change) => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .target */ .aC)(change)))
                .map(([what, whom]) => `${what} ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(whom, 8)}`)
                .join('; ');
            this.hang(`${String(index + 1).padStart(3)}. `, 5, `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`);
        });
        this.lines.push('');
    }
    impact(plan) {
        this.lines.push(this.c.bold('What callers will notice'));
        const worst = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .worstImpact */ .Ox)(plan.changes);
        const paint = worst === 'active-calls' ? this.c.red : worst === 'none' ? this.c.green : this.c.yellow;
        const bullet = this.options.unicode === false ? '-' : '•';
        for (const sentence of (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .impactSentences */ .bw)(plan))
            this.hang(`  ${paint(bullet)} `, 4, (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(sentence));
        this.lines.push('');
    }
    notes(notes) {
        if (notes.length === 0)
            return;
        this.lines.push(this.c.bold('Notes'));
        const { kept, more } = few((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(notes));
        for (const note of kept) {
            const [first = '', ...rest] = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(note));
            this.hang('  - ', 4, first);
            for (const line of rest)
                this.hang('    ', 4, line);
        }
        for (const line of more)
            this.lines.push(`  ${line}`);
        this.lines.push('');
    }
    summary(plan) {
        const line = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .summaryLine */ .dC)(plan, this.options.clusterFile && (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(this.options.clusterFile));
        this.lines.push(plan.changes.length > 0 ? this.c.bold(line) : this.c.green(line));
        if (!plan.live)
            this.lines.push(this.c.dim('Made from two cluster files alone: the live cluster was not asked and may differ.'));
    }
    sign(action, width = 0) {
        const paint = {
            create: this.c.green,
            update: this.c.yellow,
            replace: this.c.magenta,
            delete: this.c.red,
            restart: this.c.cyan,
        };
        return paint[action](this.symbols[action].padStart(width));
    }
    /** A message with a coloured bar at its left. */
    box(title, paint, message) {
        const bar = this.options.unicode === false ? '|' : '│';
        const width = (this.options.width ?? Infinity) - 2;
        (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)(message).forEach((line, index) => {
            const head = index === 0 ? title : '';
            (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(`${head}${line}`, width).forEach((part, row) => {
                const text = index === 0 && row === 0 ? `${paint(this.c.bold(head))}${part.slice(head.length)}` : part;
                this.lines.push(`${paint(bar)} ${text}`);
            });
        });
    }
    /** `head` as it is, then `text` wrapped, its further lines indented. */
    hang(head, indent, text, paint = (plain) => plain) {
        const width = this.options.width;
        // eslint-disable-next-line no-control-regex
        const used = head.replace(/\u001b\[\d+m/g, '').length;
        if (width === undefined || used + text.length <= width) {
            this.lines.push(`${head}${text && paint(text)}`);
            return;
        }
        const [first = '', ...rest] = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(' '.repeat(used).replaceAll(' ', '\u0001') + text, width);
        this.lines.push(`${head}${paint(first.replaceAll('\u0001', ''))}`);
        for (const line of (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(rest.join(' '), width - indent))
            this.lines.push(`${' '.repeat(indent)}${paint(line)}`);
    }
}
/** Nobody reads the same advice for 500 servers: the first of a kind, and how many more. What blocks is shown in full. */
function few(findings) {
    const counts = new Map();
    const kept = findings.filter(({ code, severity }) => {
        const count = (counts.get(code) ?? 0) + 1;
        counts.set(code, count);
        return severity === 'blocking' || count <= MOST_OF_A_KIND;
    });
    const more = [...counts].flatMap(([code, count]) => {
        const left = count - kept.filter((finding) => finding.code === code).length;
        return left > 0 ? [`… and ${left} more like it (${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(code)})`] : [];
    });
    return { kept, more };
}
const MOST_OF_A_KIND = 5;
const isRestart = ({ name, changes }) => name !== undefined && changes.length === 1 && changes[0]?.action === 'restart' && changes[0].attributes.length === 0;
//# sourceMappingURL=terminal.js.map

/***/ })

};
;
//# sourceMappingURL=453.index.js.map