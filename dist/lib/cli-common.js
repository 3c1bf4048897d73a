/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 7:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'demo-checks'() {
    return __nccwpck_require__(448);
  },
  get 'demo-steps'() {
    return __nccwpck_require__(642);
  },
  get 'demo-story'() {
    return __nccwpck_require__(364);
  },
  get 'deploy'() {
    return __nccwpck_require__(692);
  },
  get 'fleet-look'() {
    return __nccwpck_require__(883);
  },
  get 'status'() {
    return __nccwpck_require__(689);
  },
};


/***/ }),

/***/ 184:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/approved.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readApproved = readApproved;
exports.objection = objection;
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const digest_1 = { get it() { return __nccwpck_require__(763); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const fingerprint_1 = { get it() { return (__nccwpck_require__(84).fingerprint); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const words_1 = { get it() { return (__nccwpck_require__(73).words); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
/** Throws InputError for a file that no `plan --out` wrote, or of another cluster. */
async function readApproved(options, cluster, clusterFile) {
    const { plan: file, digest } = options;
    if (file !== undefined && digest !== undefined)
        throw new types_1.it.InputError('Give either --plan or --digest, not both.');
    if (digest !== undefined) {
        const problem = (0, digest_1.it.digestProblem)(digest);
        if (problem)
            throw new types_1.it.InputError(`--digest: ${problem}`);
        return { digest };
    }
    if (file === undefined)
        return undefined;
    await (0, files_1.it.checkPlanFile)(file, clusterFile);
    const plan = parse(await (0, files_1.it.readOptionFile)('--plan', file), file);
    if (plan.cluster !== cluster.name)
        throw new types_1.it.InputError(`--plan: ${file} is a plan of ${(0, printable_1.it.printable)(plan.cluster)}, and the cluster file is of ${cluster.name}`);
    const settings = (0, review_1.it.otherSettings)({ settings: (0, fingerprint_1.it.settingHashes)(cluster) }, (0, review_1.it.reviewedOf)(plan));
    if (settings.length > 0)
        throw new types_1.it.InputError(`--plan: ${otherwise(settings)}`);
    return { plan };
}
function parse(text, file) {
    let found;
    try {
        found = JSON.parse(text);
    }
    catch {
        found = undefined;
    }
    const plan = (0, document_1.it.readPlanDocument)(found);
    const again = `portsip-cluster plan --out ${file}`;
    if (!plan)
        throw new types_1.it.InputError(`--plan: ${file} is not a plan; make one with: ${again}`);
    const { digest, blockedBy } = (0, document_1.it.statedIn)(found);
    if (digest !== plan.digest)
        throw new types_1.it.InputError(`--plan: ${file} was changed after it was made: it says that its digest is ${digest ? (0, printable_1.it.printable)(digest) : 'nothing'}, and what it lists comes to ${plan.digest}. Make it again and look at it: ${again}`);
    if (!plan.live)
        throw new types_1.it.InputError(`--plan: ${file} was made from two cluster files alone (plan --base), and nobody has asked the live cluster. Make one without --base: ${again}`);
    if (blockedBy.length > 0)
        throw new types_1.it.InputError(`--plan: ${file} is a plan that nothing can be done of: ${blockedBy.map((message) => (0, printable_1.it.printable)(message)).join('; ')}. Resolve that, then make it again: ${again}`);
    return plan;
}
function otherwise(settings) {
    return `The cluster file's settings are not those of the plan that was saved: ${(0, list_1.it.list)(settings, 8)} ${settings.length === 1 ? 'is' : 'are'} different, so nobody has seen how it would be done.`;
}
/** Why a plan must not be begun; undefined: nothing speaks against it. */
function objection(approved, now) {
    if ('digest' in approved)
        return now.digest === approved.digest
            ? undefined
            : `That is not the plan that was approved: its digest is ${now.digest}. Nothing was done.`;
    const reviewed = (0, review_1.it.reviewedOf)(approved.plan);
    const settings = (0, review_1.it.otherSettings)(now, reviewed);
    if (settings.length > 0)
        return `${otherwise(settings)} Nothing was done.`;
    const moved = (0, review_1.it.movedImages)(now, reviewed);
    if (moved.length > 0)
        return `An image is not what was saved, since its tag was moved: ${(0, list_1.it.list)(moved.map((text) => (0, printable_1.it.printable)(text)))}. Nothing was done.`;
    const others = (0, review_1.it.unreviewed)(now, reviewed);
    if (others.length === 0)
        return undefined;
    const deeds = others.map(({ change }) => (0, printable_1.it.printable)((0, words_1.it.deed)(change)));
    return `${(0, list_1.it.plural)(others.length, 'change')} of this plan ${others.length === 1 ? 'is' : 'are'} not in the one that was saved: ${(0, list_1.it.list)(deeds, 8)}. Nothing was done.`;
}

/***/ }),

/***/ 448:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-checks.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.shortfall = shortfall;
exports.blockedBy = blockedBy;
exports.stoppedAt = stoppedAt;
exports.notUp = notUp;
exports.onlyAway = onlyAway;
exports.callsLine = callsLine;
exports.lostCalls = lostCalls;
exports.drainedServers = drainedServers;
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const status_words_1 = { get it() { return (__nccwpck_require__(73)["status-words"]); } };
/* Whether a step of the demo came out as it is told. Each gives what is wrong, or undefined. */
/** A deploy that was to do all that the plan says. */
function shortfall(plan, result) {
    const { done, failed: failures } = (0, result_1.it.worked)(result);
    const [failed] = failures;
    if (failed)
        return `${failed.change.id} failed: ${failed.message}`;
    const left = plan.changes.filter(({ id }) => !done.some(({ change }) => change.id === id));
    return left.length > 0 ? `planned, but not done: ${(0, list_1.it.list)(left.map(({ id }) => id))}` : undefined;
}
/** A plan that something was to keep from being done. */
function blockedBy(code, plan) {
    const blocked = plan.warnings.some((warning) => warning.code === code && warning.severity === 'blocking');
    return blocked ? undefined : `${code} was to keep this plan from being done`;
}
/** A restart in which one server was to stay away, and nobody to be touched after it. */
function stoppedAt(id, plan, result) {
    const { failed: failures, skipped } = (0, result_1.it.worked)(result);
    const failed = failures.map(({ change }) => change.id);
    if (failed.length !== 1 || failed[0] !== id)
        return `only ${id} was to fail, not: ${(0, list_1.it.list)(failed) || 'nothing'}`;
    const at = plan.changes.findIndex((change) => change.id === id);
    const after = plan.changes.slice(at + 1).map((change) => change.id);
    const touched = after.filter((later) => !skipped.some(({ change }) => change.id === later));
    if (touched.length > 0)
        return `${(0, list_1.it.list)(touched)} went on after ${id} had failed`;
    return failures[0]?.message.includes('did not come back')
        ? undefined
        : `${id} failed for another reason: ${failures[0]?.message ?? ''}`;
}
/** A cluster of which everything was to be up, and nothing left to do. */
function notUp(report) {
    const down = report.servers.filter((server) => (server.enabled ?? true) !== true || !(0, status_words_1.it.isUp)(server));
    if (down.length > 0)
        return `not up: ${(0, list_1.it.list)(down.map(({ name, state }) => `${name} (${state})`))}`;
    return report.drift > 0 ? `a deploy would still make ${report.drift} changes` : undefined;
}
/** A cluster of which only one server was to be away. */
function onlyAway(name, report) {
    const away = report.servers.find((server) => server.name === name);
    if (away?.enabled !== false)
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

/***/ }),

/***/ 642:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-steps.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CALL_MS = exports.DRAIN_TIMEOUT = void 0;
exports.calls = calls;
exports.restartUnderCalls = restartUnderCalls;
exports.restartOf = restartOf;
exports.settled = settled;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const demo_checks_1 = __nccwpck_require__(448);
/* Steps that more than one demo has. */
/** How long calls get to end, and the time that they last, which is less */
exports.DRAIN_TIMEOUT = '1s';
exports.CALL_MS = 800;
function calls({ sandbox: { world } }) {
    return { placed: world.placedCalls, cut: world.countCutCalls(), refused: world.rejectedCalls };
}
/** Every server, drained before. */
async function restartUnderCalls(story) {
    const { context, sandbox } = story;
    story.heading('Everything restarts, while people are on the phone and others call');
    const { world, pbx } = sandbox;
    const everything = restartOf([], 'as every month');
    const plan = await story.plan(everything);
    context.say(`Plan: ${(0, counts_1.it.countsLine)(plan.changes)}.\n`);
    const servers = roles_1.it.LISTED_ROLES.flatMap((role) => pbx.state.servers[role]).filter(({ type }) => type === 'EXTERNAL');
    for (const { name } of servers)
        world.addCalls(name, 3, exports.CALL_MS);
    const before = pbx.requests.length;
    const hangUp = world.traffic({ roles: [...roles_1.it.LISTED_ROLES], everyMs: 150, durationMs: exports.CALL_MS / 2 });
    await story.deploy(plan, everything);
    hangUp();
    const drained = (0, demo_checks_1.drainedServers)(pbx.requests.slice(before), (id) => servers.find((one) => one.id === id)?.name);
    context.say(`Drained before their restart: ${(0, list_1.it.list)(drained, 8)}.`);
    context.say((0, demo_checks_1.callsLine)(calls(story)));
    const missed = servers.filter(({ name }) => !drained.includes(name)).map(({ name }) => name);
    if (missed.length > 0)
        story.expect(`restarted without a drain: ${(0, list_1.it.list)(missed)}`);
    story.expect((0, demo_checks_1.lostCalls)(calls(story)));
    await story.expectAllUp();
}
/** The servers of these roles, restarted because somebody asks for it */
function restartOf(roles, reason) {
    return { stages: ['restart'], restart: { roles, servers: [], pbx: false, reason } };
}
/** Everything is up, nothing is left to do, and nobody was cut off. */
async function settled(story) {
    const report = await story.expectAllUp();
    story.context.say((0, demo_checks_1.callsLine)(calls(story)));
    story.expect((0, demo_checks_1.lostCalls)(calls(story)));
    return report;
}

/***/ }),

/***/ 364:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-story.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Story = exports.Mismatch = void 0;
const node_fs_1 = __nccwpck_require__(24);
const node_path_1 = __nccwpck_require__(760);
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const run_1 = { get it() { return (__nccwpck_require__(860).run); } };
const demo_checks_1 = __nccwpck_require__(448);
const deploy_1 = __nccwpck_require__(692);
const status_1 = __nccwpck_require__(689);
/** A step of the story did not end as it should. */
class Mismatch extends Error {
}
exports.Mismatch = Mismatch;
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
        this.file = (0, node_path_1.join)(folder, 'cluster.yaml');
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
        (0, node_fs_1.writeFileSync)(this.file, text);
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
        const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.look(config, { ...run_1.it.DEFAULT_OPTIONS, ...options }));
        return plan;
    }
    async showPlan(plan) {
        this.context.say((0, terminal_1.it.renderTerminal)(plan, this.context.terminal(await this.cluster(), 'cluster.yaml')));
    }
    /** Does it, and tells what came of it. */
    async run(plan, wanted = {}) {
        const interrupt = new AbortController();
        const options = { ...run_1.it.DEFAULT_OPTIONS, ...wanted, dryRun: false };
        const config = await this.config(interrupt.signal);
        this.listens = true;
        const result = await (0, deploy_1.apply)(this.context, config, options, { plan, file: 'cluster.yaml', interrupt });
        this.listens = false;
        if (interrupt.signal.aborted)
            throw new Mismatch('it was interrupted');
        return result;
    }
    /** Does it, all of it. */
    async deploy(plan, wanted = {}) {
        this.expect((0, demo_checks_1.shortfall)(plan, await this.run(plan, wanted)));
    }
    /** As the PBX and the hosts tell, not as we believe. */
    async status() {
        const { context } = this;
        const config = await this.config();
        return context.progress.during('Looking at every server', () => context.engine.status(config, []));
    }
    async expectAllUp() {
        const report = await this.status();
        this.expect((0, demo_checks_1.notUp)(report));
        return report;
    }
    async showStatus(report) {
        const options = this.context.terminal(await this.cluster(), 'cluster.yaml');
        this.context.say('');
        this.context.say((0, status_1.renderStatus)({ ...report, findings: [] }, options));
    }
    /** Leaves the sandbox to somebody at another shell, until Ctrl-C. */
    async serve() {
        const { context, file } = this;
        const environment = (0, node_path_1.join)(this.folder, 'environment.sh');
        const lines = Object.entries(this.sandbox.env).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
        (0, node_fs_1.writeFileSync)(environment, `${lines.join('\n')}\n`, { mode: 0o600 });
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
exports.Story = Story;

/***/ }),

/***/ 692:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/deploy.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.deploy = deploy;
exports.restart = restart;
exports.run = run;
exports.apply = apply;
exports.forPrograms = forPrograms;
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const skip_1 = { get it() { return (__nccwpck_require__(860).skip); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const outcome_1 = { get it() { return (__nccwpck_require__(73).outcome); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(73)["out-of-calls"]); } };
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const words_1 = { get it() { return (__nccwpck_require__(73).words); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const restart_1 = { get it() { return (__nccwpck_require__(984).restart); } };
const approved_1 = __nccwpck_require__(184);
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const plan_1 = { get it() { return __nccwpck_require__(947); } };
/** Makes the live cluster match the cluster file, after asking. */
async function deploy(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const cluster = await context.load(options.file);
    const { servers, hostIsGone } = options;
    (0, select_1.it.selectServers)(cluster, servers.filter((name) => !hostIsGone.includes(name)));
    return run(context, options, cluster, (0, plan_1.it.runOptions)(options), await (0, approved_1.readApproved)(options, cluster, options.file));
}
/** Restarts servers one after the other, drained, after asking. */
async function restart(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    const { drivesPbx, byHand } = (0, control_plane_1.it.controlPlane)(cluster);
    const onlyLoadBalancer = servers.length > 0 && servers.every((name) => name === restart_1.it.LOAD_BALANCER_NAME);
    if (!drivesPbx && (pbx || onlyLoadBalancer))
        throw new types_1.it.InputError(`The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${byHand.restart}`);
    const isGroup = (name) => (0, roles_1.it.isRole)(name) || name === restart_1.it.LOAD_BALANCER_NAME;
    const without = servers.filter((name) => (0, roles_1.it.isRole)(name) && cluster.servers.every(({ role }) => role !== name));
    if (without.length > 0)
        throw new types_1.it.InputError(`There is nothing to restart of ${(0, list_1.it.list)(without)}: ${options.file} has no such server`);
    (0, select_1.it.selectServers)(cluster, servers.filter((name) => name !== restart_1.it.LOAD_BALANCER_NAME));
    return run(context, options, cluster, {
        ...options_1.it.DEFAULT_OPTIONS,
        stages: ['restart'],
        force,
        restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
    });
}
/** Plans, asks where somebody is there to be asked, and does it. */
async function run(context, options, cluster, wanted, approved) {
    if (!options.yes && !approved && (!context.io.interactive || options.json))
        throw new types_1.it.InputError(wanted.stages === undefined
            ? 'There is no terminal to ask on. Look at the plan first, then give --yes.'
            : 'There is no terminal to ask on: give --yes. At a terminal, what would be done is shown before the question.');
    const credentials = await context.credentials(options);
    const interrupt = new AbortController();
    const config = context.session(cluster, credentials, options, interrupt.signal);
    const may = (plan) => approved && (0, approved_1.objection)(approved, plan);
    const only = approved && 'plan' in approved ? { ...wanted, reviewed: (0, review_1.it.reviewedOf)(approved.plan) } : wanted;
    const ended = interrupt.signal;
    try {
        const result = options.yes || approved
            ? await atOnce(context, config, only, options.file, interrupt, may)
            : await afterAsking(context, config, wanted, options.file, interrupt);
        if (!result)
            return ended.aborted ? exit_code_1.it.EXIT.interrupted : exit_code_1.it.EXIT.failed;
        await context.result(forPrograms(result), options.out);
        if ((0, outcome_1.it.verdict)(result).ok)
            return exit_code_1.it.EXIT.ok;
        return ended.aborted ? exit_code_1.it.EXIT.interrupted : exit_code_1.it.EXIT.failed;
    }
    catch (error) {
        if (!ended.aborted)
            throw error;
        context.progress.close();
        context.say(`Interrupted: ${(0, printable_1.it.printable)((0, unknown_1.it.messageOf)(error))}`);
        return exit_code_1.it.EXIT.interrupted;
    }
}
/** undefined: nobody wanted it. What comes up while somebody thinks about the plan was not shown, and is not done. */
async function afterAsking(context, config, wanted, file, interrupt) {
    const { plan } = await context.reading(() => context.engine.look(config, wanted));
    if (!(await shown(context, config, plan, file)))
        return untouched(plan);
    if (!(await confirmed(context))) {
        context.say('Nothing was done.');
        return undefined;
    }
    context.say('');
    return apply(context, config, { ...wanted, reviewed: (0, review_1.it.reviewedOf)(plan) }, { plan, file, interrupt });
}
/** Without a question in between, the cluster is read once, with the lock held. `may`: what speaks against the plan. */
async function atOnce(context, config, wanted, file, interrupt, may) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        let startedAt = io.now();
        let known;
        let refused;
        let read = () => { };
        const isRead = new Promise((resolve) => (read = resolve));
        const reading = progress.during('Reading the live cluster', () => isRead);
        const end = () => {
            read();
            return reading;
        };
        const begin = async (plan) => {
            await end();
            if (!(await shown(context, config, plan, file)))
                return false;
            refused = may(plan);
            context.say(refused === undefined ? '' : `\n${context.colors.red(refused)}`);
            if (refused !== undefined)
                return false;
            known = plan;
            startedAt = io.now();
            progress.expect(plan.changes);
            return true;
        };
        const result = await engine.deploy(config, wanted, begin).finally(end);
        if (refused !== undefined)
            return undefined;
        if (!known)
            return untouched(result.plan);
        progress.close();
        conclude(context, config.cluster, result, { shown: known.warnings, elapsedMs: io.now() - startedAt, file });
        return result;
    });
}
/** Shows the plan; false: there is nothing to begin. */
async function shown(context, { cluster }, plan, file) {
    context.say(await (0, slices_1.it.inSlices)((0, terminal_1.it.terminalSteps)(context.secrets.redactIn(plan), context.terminal(cluster, file))));
    const stop = before(plan);
    if (stop?.say)
        context.say(stop.say);
    return stop === undefined;
}
/** What came of a plan of which nothing was begun. */
function untouched(plan) {
    const ok = before(plan)?.exitCode === 0;
    return { kind: 'deploy', plan, ok, done: [], failed: [], skipped: [], tokens: {}, findings: plan.warnings };
}
/** Why there is nothing to begin. */
function before(plan) {
    const { changes, changedSettings, warnings } = plan;
    const blocking = warnings.filter(finding_1.it.isBlocking);
    const { doable, held } = (0, held_1.it.sorted)(plan);
    if (blocking.some(finding_1.it.blocksAll) || (held.length > 0 && doable.length === 0))
        return { exitCode: 1, say: 'Nothing can be done until what is blocked above is resolved.' };
    if (changes.length + changedSettings.length === 0)
        return { exitCode: blocking.length > 0 ? 1 : 0 };
    return undefined;
}
async function confirmed(context) {
    const { bold } = context.colors;
    context.say(`\n${bold('Do you want to perform these actions?')} Only 'yes' will be accepted.`);
    return (await context.io.ask('> '))?.trim() === 'yes';
}
/** Does what was planned, with progress; Ctrl-C once begins nothing new, twice leaves. */
async function apply(context, config, wanted, { plan, file, interrupt }) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        const startedAt = io.now();
        progress.expect(plan.changes);
        const result = await engine.deploy(config, wanted);
        progress.close();
        conclude(context, config.cluster, result, { shown: plan.warnings, elapsedMs: io.now() - startedAt, file });
        return result;
    });
}
async function interruptible(context, interrupt, work) {
    const { io, progress } = context;
    const release = io.onInterrupt(() => {
        if (interrupt.signal.aborted) {
            progress.close();
            const going = progress.inProgress();
            context.say(going.length === 0
                ? 'Interrupted. Nothing is running on the hosts; the next run carries on.'
                : `Interrupted. What runs on the hosts goes on to its end: ${(0, list_1.it.list)(going, 8)}. The next run picks it up; a server that was out of calls stays out till then, and \`portsip-cluster status\` names it.`);
            io.exit(exit_code_1.it.EXIT.interrupted);
        }
        interrupt.abort();
        const going = progress.inProgress();
        progress.info('Stopping: nothing new is begun. Press Ctrl-C again to leave at once.');
        if (going.length > 0)
            progress.info(`In progress: ${(0, list_1.it.list)(going, 8)}. What a host is at work on goes on there to its end; what still waits for calls is given up.`);
    });
    try {
        return await work();
    }
    finally {
        progress.close();
        release();
    }
}
function conclude(context, cluster, result, { shown, elapsedMs, file }) {
    const { bold, green, red, yellow } = context.colors;
    const { ok } = (0, outcome_1.it.verdict)(result);
    const work = (0, result_1.it.worked)(result);
    const known = new Set(shown.map(({ message }) => message));
    const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !known.has(message));
    context.say('');
    if (unexpected.length > 0)
        context.say((0, terminal_1.it.renderFindings)(context.secrets.redactIn(unexpected), { color: context.color }));
    const told = (label, { change, message }) => `${label}: ${(0, printable_1.it.printable)((0, words_1.it.deed)(change))}: ${(0, printable_1.it.printable)(message)}`;
    for (const one of (0, result_1.it.failures)(work))
        context.say(red(told('Failed', one)));
    for (const one of (0, result_1.it.goingOn)(work))
        context.say(yellow(told('Still at work', one)));
    for (const one of (0, result_1.it.givenUp)(work))
        context.say(yellow(told('Given up', one)));
    for (const [reason, changes] of (0, outcome_1.it.skippedByReason)(work))
        context.say(yellow(`Not begun (${(0, printable_1.it.printable)(reason)}): ${(0, list_1.it.list)(changes.map((change) => (0, printable_1.it.printable)((0, words_1.it.deed)(change))), 8)}`));
    const paint = ok ? green : red;
    const nothing = work.done.length + work.failed.length + work.skipped.length === 0;
    const what = nothing ? `${(0, list_1.it.plural)(result.plan.changedSettings.length, 'setting')} deployed` : (0, outcome_1.it.outcomeLine)(work);
    const { interrupted = false, outOfCalls = [] } = result.kind === 'deploy' ? result : {};
    const left = work.failed.length + work.skipped.length > 0;
    const how = ok ? 'Done' : interrupted ? 'Interrupted' : left ? 'Not all was done' : 'Done, but for what is blocked';
    context.say(bold(paint(`${how}: ${what} in ${(0, duration_1.it.duration)(elapsedMs)}.`)));
    const options = context.terminal(cluster, file);
    for (const line of (0, out_of_calls_1.it.outOfCallsLines)(outOfCalls, undefined, options))
        context.say(yellow(line));
    context.say((0, outcome_1.it.nextAfter)(result, '--force'));
}
/** A result without the tokens that it may hold. */
function forPrograms(result) {
    const { plan, ok, findings } = result;
    const { done, failed, skipped } = (0, result_1.it.worked)(result);
    const [ofDone, ofFailed, ofSkipped] = [(0, document_1.it.documenting)(), (0, document_1.it.documenting)(), (0, document_1.it.documenting)()];
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...ofDone(change), elapsedMs })),
        failed: failed.map(({ change, message, end }) => ({ ...ofFailed(change), message, ...(end && { end }) })),
        skipped: skipped.map(({ change, skip }) => ({ ...ofSkipped(change), skipped: (0, skip_1.it.skipReason)(skip) })),
        interrupted: result.kind === 'deploy' && result.interrupted === true,
        outOfCalls: (result.kind === 'deploy' && result.outOfCalls) || [],
        findings,
    };
}

/***/ }),

/***/ 52:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet-credentials.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.environmentOf = environmentOf;
exports.maskAll = maskAll;
exports.strayVariables = strayVariables;
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const environment_1 = { get it() { return __nccwpck_require__(960); } };
/*
 * Variables of one cluster of many: `PORTSIP_PBX_PASSWORD__ACME_WEST` is that of acme-west, and wins over `PORTSIP_PBX_PASSWORD`, which
 * is for all. No other cluster's are in what a cluster's session is made from.
 */
const OF_ONE = /^(PORTSIP_[A-Z]+(?:_[A-Z]+)*)__(\w+)$/;
const PASSWORD = 'PORTSIP_PBX_PASSWORD';
const COMMAND = 'PORTSIP_PBX_PASSWORD_COMMAND';
/** How variables of a cluster end: names have small letters, digits and - alone, so no two have the same. */
const suffixOf = (name) => name.toUpperCase().replaceAll('-', '_');
/** The environment as a cluster's own session has it. A command that prints its password is told whose by PORTSIP_CLUSTER. */
function environmentOf(name, env) {
    const shared = {};
    const own = {};
    for (const [key, value] of Object.entries(env)) {
        const [, variable, suffix] = OF_ONE.exec(key) ?? [];
        if (variable === undefined)
            shared[key] = value;
        else if (suffix === suffixOf(name))
            own[variable] = value;
    }
    // Its own command is not kept from being asked by a password that is for all.
    if (own[COMMAND] && !own[PASSWORD])
        delete shared[PASSWORD];
    return { ...shared, ...own, PORTSIP_CLUSTER: name };
}
/** Masks the secrets of all clusters: what one prints may hold another's. */
function maskAll(names, env, secrets) {
    for (const name of names)
        (0, environment_1.it.maskEnvironment)(secrets, environmentOf(name, env));
}
/** What is wrong with variables that are no cluster's: a sentence, without their values; undefined: nothing */
function strayVariables(names, env) {
    const known = new Set(names.map(suffixOf));
    const stray = Object.keys(env).filter((key) => {
        const [, , suffix] = OF_ONE.exec(key) ?? [];
        return suffix !== undefined && !known.has(suffix);
    });
    if (stray.length === 0)
        return undefined;
    return `${(0, list_1.it.list)(stray, 8)}: no cluster here is called that, so nobody uses ${stray.length === 1 ? 'it' : 'them'}`;
}

/***/ }),

/***/ 883:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet-look.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.lookAtFleet = lookAtFleet;
exports.clusterNames = clusterNames;
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(227)["p-limit"])); } };
const suggest_1 = { get it() { return (__nccwpck_require__(907).suggest); } };
const fleet_1 = { get it() { return (__nccwpck_require__(838).fleet); } };
const discover_1 = { get it() { return (__nccwpck_require__(12).discover); } };
const report_1 = { get it() { return __nccwpck_require__(505); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const log_1 = { get it() { return (__nccwpck_require__(426).log); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const credentials_1 = { get it() { return __nccwpck_require__(994); } };
const fleet_credentials_1 = __nccwpck_require__(52);
/**
 * Looks at clusters of the repository, several at once, each with what is its own to sign in with. What is wrong with one says nothing
 * of the others, and is told in its place. Throws ClusterFileError and InputError for what is wrong before anybody is asked.
 */
async function lookAtFleet(context, options, look) {
    const { env } = context.io;
    const fleet = await (0, discover_1.it.discover)(options.files.length > 0 ? options.files : discover_1.it.DEFAULT_FILES, undefined);
    const all = fleet.clusters.map(({ cluster }) => cluster.name);
    (0, fleet_credentials_1.maskAll)(all, env, context.secrets);
    context.problems(fleet.warnings);
    const meant = chosen(fleet.clusters, options.clusters);
    const stray = (0, fleet_credentials_1.strayVariables)(all, env);
    if (stray !== undefined)
        context.progress.warning(stray);
    const limit = (0, p_limit_1.it.default)(options.parallel);
    return context.reading(() => Promise.all(meant.map((member) => limit(() => lookAtOne(context, options, member, look)))), `Reading ${(0, list_1.it.plural)(meant.length, 'live cluster')}`);
}
async function lookAtOne(context, options, member, look) {
    const { file, cluster } = member;
    const { name } = cluster;
    const place = { file, name, wave: (0, fleet_1.it.waveOf)(member) };
    try {
        // Nobody is asked: many would be asked for at once.
        const { identity, knownHosts, pbxCa } = options;
        const given = { ...(identity && { identity }), ...(knownHosts && { knownHosts }), ...(pbxCa && { pbxCa }) };
        const own = (0, fleet_credentials_1.environmentOf)(name, context.io.env);
        const credentials = await (0, credentials_1.it.readCredentials)(given, own, context.secrets, context.io.home);
        const config = { cluster, ...context.connection(credentials, options), log: logOf(name, context.progress) };
        return { ...place, seen: await look(config, member) };
    }
    catch (error) {
        const { text, stack } = (0, report_1.it.explain)(error);
        if (stack !== undefined)
            context.progress.debug(stack);
        return { ...place, problem: (0, one_line_1.it.quote)(context.secrets.redact(text), 1000) };
    }
}
/** Lines of many clusters among each other: what is worth one says whose it is. */
function logOf(name, log) {
    return {
        ...log_1.it.silent,
        debug: (text) => log.debug(`${name}: ${text}`),
        warning: (text) => log.warning(`${name}: ${text}`),
        error: (text) => log.error(`${name}: ${text}`),
    };
}
function chosen(clusters, names) {
    const known = clusters.map(({ cluster }) => cluster.name);
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0)
        throw new input_error_1.it.InputError(unknown
            .map((name) => {
            const guess = (0, suggest_1.it.closest)(name, known);
            return `${name}: there is no cluster of that name here${guess === undefined ? '; portsip-cluster fleet list tells them' : `; did you mean ${guess}?`}`;
        })
            .join('\n'));
    return names.length === 0 ? clusters : clusters.filter(({ cluster }) => names.includes(cluster.name));
}
/** For a shell that completes them: none where there is no repository, or a file of it is at fault. */
async function clusterNames() {
    const fleet = await (0, discover_1.it.discover)(discover_1.it.DEFAULT_FILES, undefined).catch(() => undefined);
    return fleet?.clusters.map(({ cluster }) => cluster.name) ?? [];
}

/***/ }),

/***/ 689:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/status.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.status = status;
exports.renderStatus = renderStatus;
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(73)["out-of-calls"]); } };
const document_1 = { get it() { return (__nccwpck_require__(723).document); } };
const script_generations_1 = { get it() { return (__nccwpck_require__(984)["script-generations"]); } };
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const columns_1 = { get it() { return (__nccwpck_require__(73).columns); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const status_page_1 = { get it() { return (__nccwpck_require__(73)["status-page"]); } };
const status_words_1 = { get it() { return (__nccwpck_require__(73)["status-words"]); } };
/** The cluster at a glance. Changes nothing. */
async function status(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    if (options.html !== undefined)
        await (0, files_1.it.checkOut)('--html', options.html, { ...(0, files_1.it.otherFiles)(options), 'the file of --out': options.out });
    const cluster = await context.load(options.file);
    (0, select_1.it.selectServers)(cluster, options.servers);
    const credentials = await context.credentials(options);
    const config = context.session(cluster, credentials, options);
    const report = await context.seeing(() => context.engine.status(config, options.servers));
    await context.result((0, document_1.it.statusDocument)(report), options.out);
    if (options.html !== undefined)
        await (0, files_1.it.writeOut)('--html', options.html, (0, status_page_1.it.statusPage)(context.secrets.redactIn(report), context.io.now()));
    if (!context.options.json)
        context.say(renderStatus(context.secrets.redactIn(report), context.terminal(cluster, options.file)));
    if (isHindered(report))
        return exit_code_1.it.EXIT.hindered;
    return options.exitCode && report.drift + report.changedSettings.length > 0 ? exit_code_1.it.EXIT.changes : exit_code_1.it.EXIT.ok;
}
/** Something could not be seen, or a deploy would be kept from something. */
function isHindered({ pbx, servers, findings }) {
    const shown = new Set(servers.map(({ name }) => name));
    return (pbx.apiProblem !== undefined ||
        !pbx.reachable ||
        servers.some(status_words_1.it.isUnseen) ||
        findings.some((finding) => (0, finding_1.it.isBlocking)(finding) && (finding.server === undefined || shown.has(finding.server))));
}
const STATE = {
    title: 'STATE',
    cell: ({ state }) => state.replace('-', ' '),
    paint: (c, server) => ((0, status_words_1.it.isUp)(server) ? c.green : c.red),
};
const STATE_AND_ENABLED = {
    ...STATE,
    cell: ({ state, enabled }) => `${state.replace('-', ' ')}${enabled === false ? ', disabled' : ''}`,
};
const COLUMNS = [
    { title: 'SERVER', cell: ({ name }) => name },
    { title: 'ROLE', cell: ({ role }) => roles_1.it.ROLES[role].short },
    { title: 'ADDRESS', cell: ({ address }) => address },
    STATE,
    {
        title: 'ENABLED',
        cell: ({ enabled }) => (enabled === undefined ? '-' : enabled === 'unknown' ? 'unknown' : enabled ? 'yes' : 'no'),
        paint: (c, { enabled = true }) => (enabled === true ? String : c.yellow),
    },
    { title: 'CALLS', cell: callsOf, paint: (c, server) => (isFull(server) ? c.yellow : String) },
    { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
    { title: 'VERSION', cell: ({ version }) => version ?? '-' },
    {
        title: 'DRIFT',
        cell: status_words_1.it.driftWord,
        paint: (c, server) => ((0, status_words_1.it.driftWord)(server) === 'none' ? c.dim : c.yellow),
    },
];
/** "12 of 2000", "40 of 1000 people": whoever wants to restart it needs both */
function callsOf({ role, calls, capacity }) {
    if (calls === undefined)
        return '-';
    const { calls: counts } = roles_1.it.ROLES[role];
    const unit = counts.kind === 'counted' && counts.unit !== 'calls' ? ' people' : '';
    return `${capacity === undefined ? calls : `${calls} of ${capacity}`}${unit}`;
}
const isFull = ({ calls = 0, capacity = Infinity }) => calls >= capacity * 0.9;
/** What a narrow terminal does without, first to last. */
const DISPENSABLE = ['IMAGE', 'VERSION', 'ENABLED', 'ROLE'];
/** undefined: not even what must not be missing has room beside each other. */
function fitting(servers, width) {
    let columns = COLUMNS;
    for (const title of DISPENSABLE) {
        if ((0, columns_1.it.fits)((0, columns_1.it.sized)(columns, servers), width))
            break;
        columns = columns.filter((column) => column.title !== title);
        // What the column would have said is said beside the state.
        if (title === 'ENABLED')
            columns = columns.map((column) => (column.title === 'STATE' ? STATE_AND_ENABLED : column));
    }
    const found = (0, columns_1.it.sized)(columns, servers);
    return (0, columns_1.it.fits)(found, width) ? found : undefined;
}
/** For a screen without room for columns: each server on lines of its own. */
function block(server, c) {
    const cell = (title) => {
        const column = COLUMNS.find((one) => one.title === title);
        const text = column ? (0, printable_1.it.printable)(column.cell(server)) : '';
        return { text, painted: column?.paint?.(c, server)(text) ?? text };
    };
    const { text: calls } = cell('CALLS');
    const counted = calls === '-' || calls === 'unknown' ? [] : [calls.endsWith('people') ? calls : `${calls} calls`];
    const enabled = cell('ENABLED').text;
    const odd = [
        ...(enabled === 'no' ? [c.yellow('disabled')] : []),
        ...(cell('DRIFT').text === 'none'
            ? []
            : [cell('DRIFT').painted === 'unknown' ? 'drift unknown' : cell('DRIFT').painted]),
    ];
    return [
        `${c.bold(cell('SERVER').text)}  ${cell('STATE').painted}`,
        `  ${[cell('ROLE').text, cell('ADDRESS').text, ...counted, ...odd].join(', ')}`,
    ];
}
function table(servers, screen, c) {
    if (servers.length === 0)
        return [];
    const columns = fitting(servers, screen);
    if (!columns)
        return servers.flatMap((server) => block(server, c));
    return (0, columns_1.it.tableLines)(columns, servers, c);
}
/** The same as a table for people. */
function renderStatus(report, options) {
    const c = (0, picocolors_1.it.createColors)(options.color);
    const text = [
        `${c.bold((0, printable_1.it.printable)(report.cluster))}: ${mainLine(report, c)}`,
        ...circumstances(report, c, options),
        '',
    ];
    text.push(...table(report.servers, options.width ?? Infinity, c), '');
    for (const { name, role, address, online } of report.unmanaged ?? [])
        text.push(c.yellow(`Not in the cluster file: ${(0, printable_1.it.printable)(name)} (${roles_1.it.ROLES[role].label}, ${(0, printable_1.it.printable)(address ?? 'no address')}, ${(0, status_words_1.it.onlineWord)(online)})`));
    text.push(...licence(report, c));
    for (const { role, unit, now, takes, withoutOne } of report.room ?? []) {
        const line = `${capital(roles_1.it.ROLES[role].label)}s: ${now} of ${takes} ${unit}; ${withoutOne} if one more fails`;
        text.push(now > withoutOne ? c.yellow(line) : line);
    }
    const builtIn = (0, status_words_1.it.builtInLine)(report);
    if (builtIn !== undefined)
        text.push(builtIn);
    text.push(...backups(report, c));
    const scripts = (0, script_generations_1.it.scriptsLine)(report.scripts, printable_1.it.printable);
    if (scripts !== undefined)
        text.push(scripts);
    const findings = report.findings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        text.push((0, terminal_1.it.renderFindings)(findings, options));
    text.push(...differences(report, c, options), lastLine(report, c));
    return `${text.join('\n')}\n`;
}
const capital = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
/** How old the last backup of each is */
function backups({ backups: all }, c) {
    const age = (backup) => (backup.at === undefined ? c.yellow((0, status_words_1.it.backupAge)(backup)) : (0, status_words_1.it.backupAge)(backup));
    const each = all.map((backup) => `${backup.name === backups_1.it.PBX_NAME ? 'PBX' : (0, printable_1.it.printable)(backup.name)} ${age(backup)}`);
    return each.length > 0 ? [`Last backups: ${each.join(', ')}`] : [];
}
/** Where the PBX tells of a limit */
function licence({ usage: { calls, licensedCalls } = {} }, c) {
    if (calls === undefined || licensedCalls === undefined || licensedCalls === 0)
        return [];
    const line = `Licence: ${calls} of ${licensedCalls} calls at once`;
    return [isFull({ calls, capacity: licensedCalls }) ? c.yellow(line) : line];
}
function mainLine(report, c) {
    const { pbx } = report;
    const version = pbx.version ? `, PBX ${(0, printable_1.it.printable)(pbx.version)}` : '';
    const main = pbx.reachable
        ? `main server ${pbx.address}${version}`
        : c.red(`main server ${pbx.address} does not answer: ${(0, printable_1.it.printable)(pbx.problem ?? '')}`);
    if (pbx.apiProblem !== undefined)
        return main;
    return `${main}, ${(0, status_words_1.it.upNow)(report)}`;
}
/** What whoever wants to change something now has to know. */
function circumstances(report, c, options) {
    const { pbx, lock, window, restartsOwedTo, outOfCalls } = report;
    const working = (0, status_words_1.it.atWork)(report);
    const opens = window?.opens === undefined ? '' : `, opens ${window.opens}`;
    return [
        ...(pbx.apiProblem === undefined
            ? []
            : [...(0, printable_1.it.printableLines)(pbx.apiProblem), 'What the portal knows is missing below.'].map((line) => c.red(line))),
        ...(lock === undefined ? [] : [c.yellow(`A run is at work: ${(0, printable_1.it.printable)(lock)}`)]),
        ...(working.length === 0 ? [] : [c.yellow(`Scripts are at work on ${(0, printable_1.it.printable)((0, list_1.it.list)(working, 8))}`)]),
        ...(window
            ? [`Maintenance window: ${window.text}; ${window.open ? c.green('open now') : `closed now${opens}`}`]
            : []),
        ...(0, out_of_calls_1.it.outOfCallsLines)(outOfCalls, lock, options).map((line) => c.yellow(line)),
        ...(restartsOwedTo.length === 0 ? [] : [c.yellow(`Restarts still owed: ${(0, list_1.it.list)(restartsOwedTo)}`)]),
    ];
}
/** More than these are for `plan`. */
const MOST_SHOWN = 8;
function differences(report, c, { clusterFile }) {
    const own = (0, status_words_1.it.differing)(report);
    if (own.length === 0)
        return [];
    const more = own.length - MOST_SHOWN;
    return [
        `Differs from ${clusterFile ?? 'the cluster file'}:`,
        ...own
            .slice(0, MOST_SHOWN)
            .map(({ server, what }) => c.yellow(`  ${server === undefined ? '' : `${(0, printable_1.it.printable)(server)}: `}${(0, printable_1.it.printable)(what)}`)),
        ...(more > 0 ? [c.yellow(`  … and ${more} more`)] : []),
        '',
    ];
}
function lastLine(report, c) {
    const { pbx, servers, drift, changedSettings, blocked, findings } = report;
    const gaps = (0, status_words_1.it.unseen)(report);
    const left = (0, status_words_1.it.isLeft)(report);
    const matches = left ? 'a deploy would change nothing of what differs' : 'the cluster matches the cluster file';
    const seen = `${matches}${gaps === undefined ? '' : `, with ${gaps}`}`;
    const met = !pbx.reachable || pbx.apiProblem !== undefined
        ? c.yellow('whether the cluster matches the cluster file is not known')
        : gaps === undefined && !left
            ? c.green(seen)
            : c.yellow(seen);
    // What is blocked is not met, whatever a deploy would do.
    const waits = blocked > 0 ? (0, counts_1.it.waiting)(blocked) : '';
    const stuck = c.yellow(`${waits || 'something is blocked'} (see \`plan\`)`);
    const settings = changedSettings.length;
    const would = [
        ...(drift > 0 ? [`make ${(0, list_1.it.plural)(drift, 'change')}`] : []),
        ...(settings > 0 ? [`change ${(0, list_1.it.plural)(settings, 'setting')}`] : []),
    ];
    const doable = c.yellow(`a deploy would ${(0, list_1.it.list)(would)}${waits && `, and ${waits}`} (see \`plan\`)`);
    const hidden = new Set(servers.filter(status_words_1.it.isUnseen).map(({ name }) => name));
    const blocks = findings.some((finding) => (0, finding_1.it.isBlocking)(finding) && !hidden.has(finding.server ?? ''));
    const state = would.length > 0 ? doable : blocked > 0 || (pbx.reachable && blocks) ? stuck : met;
    return `${servers.filter(status_words_1.it.isUp).length} of ${(0, list_1.it.plural)(servers.length, 'server')} up; ${state}.`;
}

/***/ }),

/***/ 994:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-credentials.js");

/***/ }),

/***/ 947:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-plan.js");

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

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

/***/ 860:
/***/ (function (module) {

"use strict";
module.exports = require("./deploy.js");

/***/ }),

/***/ 960:
/***/ (function (module) {

"use strict";
module.exports = require("./github-environment.js");

/***/ }),

/***/ 505:
/***/ (function (module) {

"use strict";
module.exports = require("./github-report.js");

/***/ }),

/***/ 12:
/***/ (function (module) {

"use strict";
module.exports = require("./github.js");

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

/***/ 763:
/***/ (function (module) {

"use strict";
module.exports = require("./plan-digest.js");

/***/ }),

/***/ 84:
/***/ (function (module) {

"use strict";
module.exports = require("./plan.js");

/***/ }),

/***/ 73:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

/***/ }),

/***/ 723:
/***/ (function (module) {

"use strict";
module.exports = require("./status.js");

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

/***/ }),

/***/ 24:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(7);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-common.js.map
