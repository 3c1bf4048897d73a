"use strict";
exports.id = 7048;
exports.ids = [7048];
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
/* harmony import */ var _render_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44824);

/* Whether a step of the demo came out as it is told. Each gives what is wrong, or undefined. */
/** A deploy that was to do all that the plan says. */
function shortfall(plan, result) {
    const [failed] = result.failed;
    if (failed)
        return `${failed.change.id} failed: ${failed.message}`;
    const left = plan.changes.filter(({ id }) => !result.done.some(({ change }) => change.id === id));
    return left.length > 0 ? `planned, but not done: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(left.map(({ id }) => id))}` : undefined;
}
/** A plan that something was to keep from being done. */
function blockedBy(code, plan) {
    const blocked = plan.warnings.some((warning) => warning.code === code && warning.severity === 'blocking');
    return blocked ? undefined : `${code} was to keep this plan from being done`;
}
/** A restart in which one server was to stay away, and nobody to be touched after it. */
function stoppedAt(id, plan, result) {
    const failed = result.failed.map(({ change }) => change.id);
    if (failed.length !== 1 || failed[0] !== id)
        return `only ${id} was to fail, not: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(failed) || 'nothing'}`;
    const at = plan.changes.findIndex((change) => change.id === id);
    const after = plan.changes.slice(at + 1).map((change) => change.id);
    const touched = after.filter((later) => !result.skipped.some(({ change }) => change.id === later));
    if (touched.length > 0)
        return `${(0,_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(touched)} went on after ${id} had failed`;
    return result.failed[0]?.message.includes('did not come back')
        ? undefined
        : `${id} failed for another reason: ${result.failed[0]?.message ?? ''}`;
}
/** A cluster of which everything was to be up, and nothing left to do. */
function notUp(report) {
    const down = report.servers.filter(({ state, enabled }) => !enabled || (state !== 'online' && state !== 'running'));
    if (down.length > 0)
        return `not up: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(down.map(({ name, state }) => `${name} (${state})`))}`;
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
/* harmony import */ var _deploy_run__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22552);
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
        const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.runStages(config, { ..._deploy_run__WEBPACK_IMPORTED_MODULE_3__.DEFAULT_OPTIONS, ...options, dryRun: true }));
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
/* harmony import */ var _render_text__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44824);
/* harmony import */ var _demo_story__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5364);







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
    const story = new _demo_story__WEBPACK_IMPORTED_MODULE_5__/* .Story */ .g(context, sandbox, folder);
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
            context.say(context.colors.dim(`The demo took ${(0,_render_text__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0)(context.io.now() - startedAt)}.`));
        }
        if (options.serve || options.keep)
            await story.serve();
        return 0;
    }
    catch (error) {
        if (!(error instanceof _demo_story__WEBPACK_IMPORTED_MODULE_5__/* .Mismatch */ .D))
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
            throw new _demo_story__WEBPACK_IMPORTED_MODULE_5__/* .Mismatch */ .D(`the plan lacks ${id}`);
    story.heading('It is merged: the deploy does what the plan said');
    await story.deploy(scaleOut);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_5__/* .Mismatch */ .D(`a second plan still has ${(0,_render_text__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await story.expectAllUp());
}
//# sourceMappingURL=demo.js.map

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
/* harmony import */ var _render_words__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89510);
/* harmony import */ var _render_text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44824);
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
    { title: 'ROLE', cell: ({ role }) => (0,_render_words__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(role).replace(/ server$/, '') },
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
        cell: ({ drift, problem }) => drift.length > 0 ? (0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(drift.length, 'change') : problem === undefined ? 'none' : 'unknown',
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
        width: Math.max(column.title.length, ...servers.map((server) => (0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(column.cell(server)).length)),
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
    const row = (server) => line(columns.map((column) => (0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(column.cell(server))), (text, index) => columns[index]?.paint?.(c, server)(text) ?? text);
    const text = [`${c.bold((0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(report.cluster))}: ${mainLine(report, c)}`, ...circumstances(report, c), ''];
    if (report.servers.length > 0)
        text.push(line(columns.map(({ title }) => title), (title) => c.dim(title)));
    text.push(...report.servers.map(row), '');
    for (const { name, role, address, online } of report.unmanaged)
        text.push(c.yellow(`Not in the cluster file: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name)} (${(0,_render_words__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(role)}, ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(address ?? 'no address')}, ${online ? 'online' : 'offline'})`));
    if (report.builtIn.length > 0)
        text.push(`Built-in servers that take calls: ${report.builtIn.map(_render_words__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf).join(', ')}`);
    const findings = report.findings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        text.push((0,_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderFindings */ .v)(findings, options));
    text.push(...differences(report, c, options), lastLine(report, c));
    return `${text.join('\n')}\n`;
}
function mainLine({ pbx, calls, participants }, c) {
    const version = pbx.version ? `, PBX ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(pbx.version)}` : '';
    const main = pbx.reachable
        ? `main server ${pbx.address}${version}`
        : c.red(`main server ${pbx.address} does not answer: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(pbx.problem ?? '')}`);
    if (pbx.apiProblem !== undefined)
        return main;
    return `${main}, ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(calls, 'call')} now${participants > 0 ? `, ${participants} in meetings` : ''}`;
}
/** What whoever wants to change something now has to know. */
function circumstances({ pbx, lock, window, restartsOwed }, c) {
    const opens = window?.opensAt ? `, opens ${window.opensAt.slice(0, 16).replace('T', ' ')} UTC` : '';
    return [
        ...(pbx.apiProblem === undefined
            ? []
            : [c.red(`${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(pbx.apiProblem)}: what the portal knows is missing below`)]),
        ...(lock === undefined ? [] : [c.yellow(`A deploy is at work: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(lock)}`)]),
        ...(window
            ? [`Maintenance window: ${window.text}; ${window.open ? c.green('open now') : `closed now${opens}`}`]
            : []),
        ...(restartsOwed.length === 0
            ? []
            : [c.yellow(`Restarts still owed: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(restartsOwed.map((id) => id.slice(id.indexOf('/') + 1)))}`)]),
    ];
}
/** More than these are for `plan`. */
const MOST_SHOWN = 8;
function differences({ differences: items }, c, { clusterFile }) {
    const own = items.filter(({ id }) => !id.startsWith('unmanaged/'));
    if (own.length === 0)
        return [];
    const more = own.length - MOST_SHOWN;
    return [
        `Differs from ${clusterFile ?? 'the cluster file'}:`,
        ...own
            .slice(0, MOST_SHOWN)
            .map(({ server, what }) => c.yellow(`  ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(server ?? 'main server and PBX')}: ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(what)}`)),
        ...(more > 0 ? [c.yellow(`  … and ${more} more`)] : []),
        '',
    ];
}
function lastLine({ pbx, servers, drift }, c) {
    const up = servers.filter(({ state }) => UP.includes(state)).length;
    const unknown = servers.filter(({ problem }) => problem !== undefined).length;
    const seen = unknown === 0 ? 'the cluster file is met' : `the cluster file is met but for ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(unknown, 'host')} unseen`;
    const met = !pbx.reachable || pbx.apiProblem !== undefined
        ? c.yellow('whether the cluster file is met is not known')
        : unknown === 0
            ? c.green(seen)
            : c.yellow(seen);
    const state = drift === 0 ? met : c.yellow(`a deploy would make ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(drift, 'change')}; see \`plan\``);
    return `${up} of ${(0,_render_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(servers.length, 'server')} up, ${state}.`;
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