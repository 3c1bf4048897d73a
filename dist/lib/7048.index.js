"use strict";
exports.id = 7048;
exports.ids = [7048,1789,842];
exports.modules = {

/***/ 73448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ notUp),
/* harmony export */   K2: () => (/* binding */ lostCalls),
/* harmony export */   P0: () => (/* binding */ stoppedAt),
/* harmony export */   SE: () => (/* binding */ shortfall),
/* harmony export */   WY: () => (/* binding */ callsLine),
/* harmony export */   lO: () => (/* binding */ onlyAway),
/* harmony export */   mI: () => (/* binding */ drainedServers),
/* harmony export */   yJ: () => (/* binding */ blockedBy)
/* harmony export */ });
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43706);
/* harmony import */ var _deploy_result__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94855);


/* Whether a step of the demo came out as it is told. Each gives what is wrong, or undefined. */
/** A deploy that was to do all that the plan says. */
function shortfall(plan, result) {
    const { done, failed: failures } = (0,_deploy_result__WEBPACK_IMPORTED_MODULE_0__/* .worked */ .D)(result);
    const [failed] = failures;
    if (failed)
        return `${failed.change.id} failed: ${failed.message}`;
    const left = plan.changes.filter(({ id }) => !done.some(({ change }) => change.id === id));
    return left.length > 0 ? `planned, but not done: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p)(left.map(({ id }) => id))}` : undefined;
}
/** A plan that something was to keep from being done. */
function blockedBy(code, plan) {
    const blocked = plan.warnings.some((warning) => warning.code === code && warning.severity === 'blocking');
    return blocked ? undefined : `${code} was to keep this plan from being done`;
}
/** A restart in which one server was to stay away, and nobody to be touched after it. */
function stoppedAt(id, plan, result) {
    const { failed: failures, skipped } = (0,_deploy_result__WEBPACK_IMPORTED_MODULE_0__/* .worked */ .D)(result);
    const failed = failures.map(({ change }) => change.id);
    if (failed.length !== 1 || failed[0] !== id)
        return `only ${id} was to fail, not: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p)(failed) || 'nothing'}`;
    const at = plan.changes.findIndex((change) => change.id === id);
    const after = plan.changes.slice(at + 1).map((change) => change.id);
    const touched = after.filter((later) => !skipped.some(({ change }) => change.id === later));
    if (touched.length > 0)
        return `${(0,_text_list__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p)(touched)} went on after ${id} had failed`;
    return failures[0]?.message.includes('did not come back')
        ? undefined
        : `${id} failed for another reason: ${failures[0]?.message ?? ''}`;
}
/** A cluster of which everything was to be up, and nothing left to do. */
function notUp(report) {
    const down = report.servers.filter(({ state, enabled }) => !enabled || (state !== 'online' && state !== 'running'));
    if (down.length > 0)
        return `not up: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p)(down.map(({ name, state }) => `${name} (${state})`))}`;
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

/***/ 5364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ Mismatch),
/* harmony export */   g: () => (/* binding */ Story)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59947);
/* harmony import */ var _deploy_run__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89233);
/* harmony import */ var _demo_checks__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73448);
/* harmony import */ var _deploy__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10842);
/* harmony import */ var _status__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43689);







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
        this.file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'cluster.yaml');
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(this.file, text);
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
        const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.look(config, { ..._deploy_run__WEBPACK_IMPORTED_MODULE_3__.DEFAULT_OPTIONS, ...options }));
        return plan;
    }
    async showPlan(plan) {
        this.context.say((0,_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderTerminal */ .b)(plan, this.context.terminal(await this.cluster(), 'cluster.yaml')));
    }
    /** Does it, and tells what came of it. */
    async run(plan, wanted = {}) {
        const interrupt = new AbortController();
        const options = { ..._deploy_run__WEBPACK_IMPORTED_MODULE_3__.DEFAULT_OPTIONS, ...wanted, dryRun: false };
        const config = await this.config(interrupt.signal);
        this.listens = true;
        const result = await (0,_deploy__WEBPACK_IMPORTED_MODULE_4__.apply)(this.context, config, options, plan, interrupt);
        this.listens = false;
        if (interrupt.signal.aborted)
            throw new Mismatch('it was interrupted');
        return result;
    }
    /** Does it, all of it. */
    async deploy(plan, wanted = {}) {
        this.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_6__/* .shortfall */ .SE)(plan, await this.run(plan, wanted)));
    }
    /** As the PBX and the hosts tell, not as we believe. */
    async status() {
        const { context } = this;
        const config = await this.config();
        return context.progress.during('Looking at every server', () => context.engine.status(config, []));
    }
    async expectAllUp() {
        const report = await this.status();
        this.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_6__/* .notUp */ .HU)(report));
        return report;
    }
    async showStatus(report) {
        const options = this.context.terminal(await this.cluster(), 'cluster.yaml');
        this.context.say('');
        this.context.say((0,_status__WEBPACK_IMPORTED_MODULE_5__.renderStatus)({ ...report, findings: [] }, options));
    }
    /** Leaves the sandbox to somebody at another shell, until Ctrl-C. */
    async serve() {
        const { context, file } = this;
        const environment = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, 'environment.sh');
        const lines = Object.entries(this.sandbox.env).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(environment, `${lines.join('\n')}\n`, { mode: 0o600 });
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

/***/ }),

/***/ 9320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demo: () => (/* binding */ demo)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49058);
/* harmony import */ var _render_counts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25455);
/* harmony import */ var _text_duration__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19414);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43706);
/* harmony import */ var _demo_story__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5364);








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
    const { wholeLife, highAvailability } = options;
    if (wholeLife && highAvailability)
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('--whole-life and --high-availability are two stories: choose one');
    const startedAt = context.io.now();
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'portsip-cluster-demo-'));
    const { highAvailabilityTopology, startSandbox } = await Promise.all(/* import() */[__webpack_require__.e(4096), __webpack_require__.e(3119), __webpack_require__.e(4612)]).then(__webpack_require__.bind(__webpack_require__, 4612));
    const sandbox = await startSandbox({
        // The long ones have more to show in their minute and a half.
        ...(wholeLife || highAvailability ? { pace: PACE / 3, onlineDelayMs: 200 } : { pace: PACE, onlineDelayMs: 400 }),
        ...(highAvailability && { topology: highAvailabilityTopology() }),
    });
    const story = new _demo_story__WEBPACK_IMPORTED_MODULE_6__/* .Story */ .g(context, sandbox, folder);
    const cleanUp = async () => {
        context.progress.close();
        await sandbox.close();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    };
    const release = context.io.onInterrupt(() => {
        if (!story.listens)
            void cleanUp().finally(() => context.io.exit(1));
    });
    try {
        if (!options.serve) {
            if (highAvailability)
                await (await __webpack_require__.e(/* import() */ 6737).then(__webpack_require__.bind(__webpack_require__, 46737))).highAvailability(story);
            else
                await firstDays(story);
            if (wholeLife)
                await (await __webpack_require__.e(/* import() */ 457).then(__webpack_require__.bind(__webpack_require__, 40457))).wholeLife(story);
            context.say(context.colors.dim(`The demo took ${(0,_text_duration__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(context.io.now() - startedAt)}.`));
        }
        if (options.serve || options.keep)
            await story.serve();
        return 0;
    }
    catch (error) {
        if (!(error instanceof _demo_story__WEBPACK_IMPORTED_MODULE_6__/* .Mismatch */ .D))
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
    context.say("A PBX and six empty Linux hosts run in this process, with PortSIP's REST API, SSH and firewalls of their own.\n" +
        'Nothing leaves this machine. What follows is what happens to a cluster of yours.');
    story.heading('The first deploy: six servers join the PBX');
    const first = await story.plan();
    context.say(`Plan: ${(0,_render_counts__WEBPACK_IMPORTED_MODULE_4__/* .countsLine */ .J7)(first.changes)}.`);
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
            throw new _demo_story__WEBPACK_IMPORTED_MODULE_6__/* .Mismatch */ .D(`the plan lacks ${id}`);
    story.heading('It is merged: the deploy does what the plan said');
    await story.deploy(scaleOut);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_6__/* .Mismatch */ .D(`a second plan still has ${(0,_text_list__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await story.expectAllUp());
}
//# sourceMappingURL=demo.js.map

/***/ }),

/***/ 10842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply),
  deploy: () => (/* binding */ deploy),
  forPrograms: () => (/* binding */ forPrograms),
  restart: () => (/* binding */ deploy_restart)
});

// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/deploy/options.js
var deploy_options = __webpack_require__(12546);
// EXTERNAL MODULE: ./build/src/deploy/result.js
var deploy_result = __webpack_require__(94855);
// EXTERNAL MODULE: ./build/src/deploy/skip.js
var deploy_skip = __webpack_require__(98433);
// EXTERNAL MODULE: ./build/src/finding.js
var finding = __webpack_require__(40883);
// EXTERNAL MODULE: ./build/src/plan/document.js
var plan_document = __webpack_require__(73467);
// EXTERNAL MODULE: ./build/src/render/outcome.js
var outcome = __webpack_require__(38687);
// EXTERNAL MODULE: ./build/src/render/terminal.js
var terminal = __webpack_require__(59947);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(19414);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
// EXTERNAL MODULE: ./build/src/text/printable.js
var printable = __webpack_require__(47335);
// EXTERNAL MODULE: ./build/src/render/words.js
var words = __webpack_require__(89510);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/stages/restart.js
var restart = __webpack_require__(17843);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/plan/digest.js
var plan_digest = __webpack_require__(99286);
;// CONCATENATED MODULE: ./build/src/cli/approved.js








/** Throws InputError for a file that no `plan --out` wrote, or of another cluster. */
async function readApproved(options, cluster) {
    const { plan: file, digest } = options;
    if (file !== undefined && digest !== undefined)
        throw new types/* InputError */.dz('Give either --plan or --digest, not both.');
    if (digest !== undefined) {
        const problem = (0,plan_digest/* digestProblem */.W)(digest);
        if (problem)
            throw new types/* InputError */.dz(`--digest: ${problem}`);
        return { digest };
    }
    if (file === undefined)
        return undefined;
    const plan = parse(await read(file), file);
    if (plan.cluster !== cluster.name)
        throw new types/* InputError */.dz(`--plan: ${file} is a plan of ${plan.cluster}, and the cluster file is of ${cluster.name}`);
    return { plan };
}
async function read(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new types/* InputError */.dz(`--plan: ${file} cannot be read (${error.code ?? 'unknown'})`);
    }
}
function parse(text, file) {
    let found;
    try {
        found = JSON.parse(text);
    }
    catch {
        found = undefined;
    }
    const plan = (0,plan_document/* readPlanDocument */.rk)(found);
    if (plan)
        return plan;
    throw new types/* InputError */.dz(`--plan: ${file} is not a plan; make one with: portsip-cluster plan --out ${file}`);
}
/** Why a plan must not be begun; undefined: nothing speaks against it. */
function objection(approved, now) {
    if ('digest' in approved)
        return now.digest === approved.digest
            ? undefined
            : `That is not the plan that was approved: its digest is ${now.digest}. Nothing was done.`;
    const others = (0,review/* unreviewed */.tj)(now, (0,review/* reviewedOf */.DD)(approved.plan));
    if (others.length === 0)
        return undefined;
    const deeds = others.map(({ change }) => (0,printable/* printable */.g$)((0,words/* deed */.dH)(change)));
    return `${(0,list/* plural */.L)(others.length, 'change')} of this plan ${others.length === 1 ? 'is' : 'are'} not in the one that was saved: ${(0,list/* list */.p)(deeds, 8)}. Nothing was done.`;
}
//# sourceMappingURL=approved.js.map
// EXTERNAL MODULE: ./build/src/cli/credentials.js
var cli_credentials = __webpack_require__(66453);
// EXTERNAL MODULE: ./build/src/cli/plan.js
var plan = __webpack_require__(19404);
;// CONCATENATED MODULE: ./build/src/cli/deploy.js



















/** Makes the live cluster match the cluster file, after asking. */
async function deploy(context, options) {
    const cluster = await context.load(options.file);
    (0,cluster_select/* selectServers */.V)(cluster, options.servers);
    return run(context, options, cluster, (0,plan.runOptions)(options), await readApproved(options, cluster));
}
/** Restarts servers one after the other, drained, after asking. */
async function deploy_restart(context, options) {
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    const isGroup = (name) => (0,roles/* isRole */.tm)(name) || name === restart/* LOAD_BALANCER_NAME */.q;
    (0,cluster_select/* selectServers */.V)(cluster, servers.filter((name) => name !== restart/* LOAD_BALANCER_NAME */.q));
    return run(context, options, cluster, {
        ...deploy_options/* DEFAULT_OPTIONS */.l,
        stages: ['restart'],
        force,
        restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
    });
}
async function run(context, options, cluster, wanted, approved) {
    if (!options.yes && !approved && (!context.io.interactive || options.json))
        throw new types/* InputError */.dz('Nobody is here to be asked. Look at the plan first, then give --yes.');
    const { env, home } = context.io;
    const credentials = await (0,cli_credentials/* readCredentials */.L)(options, env, context.secrets, home);
    const interrupt = new AbortController();
    const config = context.session(cluster, credentials, options, interrupt.signal);
    const may = (plan) => approved && objection(approved, plan);
    const only = approved && 'plan' in approved ? { ...wanted, reviewed: (0,review/* reviewedOf */.DD)(approved.plan) } : wanted;
    const result = options.yes || approved
        ? await atOnce(context, config, only, options.file, interrupt, may)
        : await afterAsking(context, config, wanted, options.file, interrupt);
    if (!result)
        return 1;
    await context.result(forPrograms(result), options.out);
    const ok = (0,outcome/* verdict */.WJ)(result).ok && !(interrupt.signal.aborted && (0,deploy_result/* worked */.D)(result).skipped.length > 0);
    return ok ? 0 : 1;
}
/** undefined: nobody wanted it. */
async function afterAsking(context, config, wanted, file, interrupt) {
    const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.look(config, wanted));
    if (!shown(context, config, plan, file))
        return untouched(plan);
    if (!(await confirmed(context))) {
        context.say('Nothing was done.');
        return undefined;
    }
    context.say('');
    return apply(context, config, wanted, plan, interrupt);
}
/** Without a question in between, the cluster is read once, with the lock held. `may`: what speaks against the plan. */
async function atOnce(context, config, wanted, file, interrupt, may) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        let startedAt = io.now();
        let known;
        let refused = false;
        let read = () => { };
        const isRead = new Promise((resolve) => (read = resolve));
        const reading = progress.during('Reading the live cluster', () => isRead);
        const end = () => {
            read();
            return reading;
        };
        const begin = async (plan) => {
            await end();
            if (!shown(context, config, plan, file))
                return false;
            const why = may(plan);
            refused = why !== undefined;
            context.say(why === undefined ? '' : `\n${context.colors.red(why)}`);
            if (refused)
                return false;
            known = plan;
            startedAt = io.now();
            progress.expect(plan.changes);
            return true;
        };
        const result = await engine.deploy(config, wanted, begin).finally(end);
        if (refused)
            return undefined;
        if (!known)
            return untouched(result.plan);
        progress.close();
        conclude(context, result, known.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    });
}
/** Shows the plan; false: there is nothing to begin. */
function shown(context, { cluster }, plan, file) {
    context.say((0,terminal/* renderTerminal */.b)(plan, context.terminal(cluster, file)));
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
function before({ changes, warnings }) {
    const blocking = warnings.filter(finding/* isBlocking */.U);
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
/** Does what was planned, with progress; Ctrl-C once begins nothing new, twice leaves. */
async function apply(context, config, wanted, plan, interrupt) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        const startedAt = io.now();
        progress.expect(plan.changes);
        const result = await engine.deploy(config, wanted);
        progress.close();
        conclude(context, result, plan.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    });
}
async function interruptible(context, interrupt, work) {
    const { io, progress } = context;
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
            progress.info(`What goes on on the hosts is not interrupted: ${(0,list/* list */.p)(going, 8)}.`);
    });
    try {
        return await work();
    }
    finally {
        progress.close();
        release();
    }
}
function conclude(context, result, shown, elapsedMs, interrupted) {
    const { bold, green, red, yellow } = context.colors;
    const { ok } = (0,outcome/* verdict */.WJ)(result);
    const work = (0,deploy_result/* worked */.D)(result);
    const told = new Set(shown.map(({ message }) => message));
    const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !told.has(message));
    context.say('');
    if (unexpected.length > 0)
        context.say((0,terminal/* renderFindings */.v)(unexpected, { color: context.color }));
    for (const { change, message } of work.failed)
        context.say(red(`Failed: ${(0,printable/* printable */.g$)((0,words/* deed */.dH)(change))}: ${(0,printable/* printable */.g$)(message)}`));
    for (const [reason, changes] of (0,outcome/* skippedByReason */.Au)(work))
        context.say(yellow(`Not begun (${(0,printable/* printable */.g$)(reason)}): ${(0,list/* list */.p)(changes.map((change) => (0,printable/* printable */.g$)((0,words/* deed */.dH)(change))), 8)}`));
    const paint = ok ? green : red;
    context.say(bold(paint(`${ok ? 'Done' : 'Not all was done'}: ${(0,outcome/* outcomeLine */.RW)(work)} in ${(0,duration/* duration */.p0)(elapsedMs)}.`)));
    context.say(interrupted
        ? 'It was stopped. Run it again: it carries on, and takes up what still runs on the hosts.'
        : (0,outcome/* nextAfter */.On)(result));
}
/** A result without the tokens that it may hold. */
function forPrograms(result) {
    const { plan, ok, findings } = result;
    const { done, failed, skipped } = (0,deploy_result/* worked */.D)(result);
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...(0,plan_document/* changeDocument */.wL)(change), elapsedMs })),
        failed: failed.map(({ change, message }) => ({ ...(0,plan_document/* changeDocument */.wL)(change), message })),
        skipped: skipped.map(({ change, skip }) => ({ ...(0,plan_document/* changeDocument */.wL)(change), skipped: (0,deploy_skip/* skipReason */.Y)(skip) })),
        findings,
    };
}
//# sourceMappingURL=deploy.js.map

/***/ }),

/***/ 43689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderStatus: () => (/* binding */ renderStatus),
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86119);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43706);
/* harmony import */ var _text_printable__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47335);
/* harmony import */ var _render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59947);
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
    return report.pbx.apiProblem === undefined ? 0 : 1;
}
const UP = ['online', 'running'];
const COLUMNS = [
    { title: 'SERVER', cell: ({ name }) => name },
    { title: 'ROLE', cell: ({ role }) => _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].short },
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
    { title: 'CALLS', cell: callsOf, paint: (c, server) => (isFull(server) ? c.yellow : String) },
    { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
    { title: 'VERSION', cell: ({ version }) => version ?? '-' },
    {
        title: 'DRIFT',
        cell: ({ drift, problem }) => drift.length > 0 ? (0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(drift.length, 'change') : problem === undefined ? 'none' : 'unknown',
        paint: (c, { drift, problem }) => (drift.length === 0 && problem === undefined ? c.dim : c.yellow),
    },
];
/** "12 of 2000": whoever wants to restart it needs both */
function callsOf({ calls, capacity }) {
    if (calls === undefined)
        return '-';
    return capacity === undefined ? String(calls) : `${calls} of ${capacity}`;
}
const isFull = ({ calls = 0, capacity = Infinity }) => calls >= capacity * 0.9;
/** What a narrow terminal does without, first to last */
const DISPENSABLE = ['IMAGE', 'ADDRESS', 'VERSION', 'CALLS'];
function fitting(servers, width) {
    let columns = COLUMNS.map((column) => ({
        ...column,
        width: Math.max(column.title.length, ...servers.map((server) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(column.cell(server)).length)),
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
    const c = (0,picocolors__WEBPACK_IMPORTED_MODULE_6__.createColors)(options.color);
    const columns = fitting(report.servers, options.width ?? Infinity);
    const widths = columns.map(({ width }) => width);
    const line = (cells, dress) => cells
        .map((cell, index) => dress(cell.padEnd(widths[index] ?? 0), index))
        .join('  ')
        .trimEnd();
    const row = (server) => line(columns.map((column) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(column.cell(server))), (text, index) => columns[index]?.paint?.(c, server)(text) ?? text);
    const text = [`${c.bold((0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(report.cluster))}: ${mainLine(report, c)}`, ...circumstances(report, c), ''];
    if (report.servers.length > 0)
        text.push(line(columns.map(({ title }) => title), (title) => c.dim(title)));
    text.push(...report.servers.map(row), '');
    for (const { name, role, address, online } of report.unmanaged)
        text.push(c.yellow(`Not in the cluster file: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name)} (${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].label}, ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(address ?? 'no address')}, ${online ? 'online' : 'offline'})`));
    if (report.builtIn.length > 0)
        text.push(`Built-in servers that take calls: ${report.builtIn.map((role) => _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].label).join(', ')}`);
    const findings = report.findings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        text.push((0,_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderFindings */ .v)(findings, options));
    text.push(...differences(report, c, options), lastLine(report, c));
    return `${text.join('\n')}\n`;
}
function mainLine({ pbx, calls, participants }, c) {
    const version = pbx.version ? `, PBX ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(pbx.version)}` : '';
    const main = pbx.reachable
        ? `main server ${pbx.address}${version}`
        : c.red(`main server ${pbx.address} does not answer: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(pbx.problem ?? '')}`);
    if (pbx.apiProblem !== undefined)
        return main;
    return `${main}, ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(calls, 'call')} now${participants > 0 ? `, ${participants} in meetings` : ''}`;
}
/** What whoever wants to change something now has to know. */
function circumstances({ pbx, lock, window, restartsOwedTo }, c) {
    const opens = window?.opensAt ? `, opens ${window.opensAt.slice(0, 16).replace('T', ' ')} UTC` : '';
    return [
        ...(pbx.apiProblem === undefined
            ? []
            : [c.red(`${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(pbx.apiProblem)}: what the portal knows is missing below`)]),
        ...(lock === undefined ? [] : [c.yellow(`A deploy is at work: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(lock)}`)]),
        ...(window
            ? [`Maintenance window: ${window.text}; ${window.open ? c.green('open now') : `closed now${opens}`}`]
            : []),
        ...(restartsOwedTo.length === 0 ? [] : [c.yellow(`Restarts still owed: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p)(restartsOwedTo)}`)]),
    ];
}
/** More than these are for `plan`. */
const MOST_SHOWN = 8;
function differences({ differences: items }, c, { clusterFile }) {
    const own = items.filter(({ kind }) => kind !== 'unmanaged');
    if (own.length === 0)
        return [];
    const more = own.length - MOST_SHOWN;
    return [
        `Differs from ${clusterFile ?? 'the cluster file'}:`,
        ...own
            .slice(0, MOST_SHOWN)
            .map(({ server, what }) => c.yellow(`  ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(server ?? 'main server and PBX')}: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(what)}`)),
        ...(more > 0 ? [c.yellow(`  … and ${more} more`)] : []),
        '',
    ];
}
function lastLine({ pbx, servers, drift }, c) {
    const up = servers.filter(({ state }) => UP.includes(state)).length;
    const unknown = servers.filter(({ problem }) => problem !== undefined).length;
    const seen = unknown === 0 ? 'the cluster file is met' : `the cluster file is met but for ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(unknown, 'host')} unseen`;
    const met = !pbx.reachable || pbx.apiProblem !== undefined
        ? c.yellow('whether the cluster file is met is not known')
        : unknown === 0
            ? c.green(seen)
            : c.yellow(seen);
    const state = drift === 0 ? met : c.yellow(`a deploy would make ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(drift, 'change')}; see \`plan\``);
    return `${up} of ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(servers.length, 'server')} up, ${state}.`;
}
//# sourceMappingURL=status.js.map

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

/***/ })

};
;
//# sourceMappingURL=7048.index.js.map