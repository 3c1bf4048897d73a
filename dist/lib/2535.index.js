"use strict";
exports.id = 2535;
exports.ids = [2535];
exports.modules = {

/***/ 22535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OP: () => (/* binding */ commonOptions),
  D_: () => (/* binding */ identity),
  VV: () => (/* binding */ placeIn),
  iA: () => (/* binding */ prepare),
  Vp: () => (/* binding */ runUrl),
  Rx: () => (/* binding */ stageAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 6 modules
var core = __webpack_require__(96251);
// EXTERNAL MODULE: ./build/src/cluster/load.js + 16 modules
var load = __webpack_require__(33533);
// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/github/inputs.js
var github_inputs = __webpack_require__(23635);
// EXTERNAL MODULE: ./build/src/github/log.js + 3 modules
var github_log = __webpack_require__(51524);
// EXTERNAL MODULE: ./build/src/github/report.js
var report = __webpack_require__(24268);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/deploy/result.js
var deploy_result = __webpack_require__(94855);
// EXTERNAL MODULE: ./build/src/render/words.js
var words = __webpack_require__(89510);
// EXTERNAL MODULE: ./build/src/deploy/skip.js
var deploy_skip = __webpack_require__(98433);
;// CONCATENATED MODULE: ./build/src/github/journal.js






/** Notes when changes begin, which a result does not tell. */
class Clock {
    begun = new Map();
    watching(log) {
        const change = (event) => {
            if (event.state === 'started')
                this.begun.set(event.id, Date.now());
            log.change(event);
        };
        return { ...log, change };
    }
    at(id) {
        return this.begun.get(id);
    }
}
/** What a step did, for the summary of the whole job. */
function journalStep(title, result, clock, startedAt) {
    const { plan, whole } = result;
    const { done, failed, skipped } = (0,deploy_result/* worked */.D)(result);
    const begun = (id) => clock.at(id) ?? startedAt;
    const named = (change) => {
        const { id, server } = change;
        const what = (0,words/* deed */.dH)(change);
        // Below the name of its server a change of the server itself need not name it again.
        const short = (0,words/* targetOf */.$r)(change) === server ? (0,words/* verbOf */.rl)(change) : what;
        return { id, ...(server !== undefined && { server }), what, deed: short };
    };
    return {
        title,
        startedAt,
        done: done.map(({ change, elapsedMs }) => ({
            ...named(change),
            at: begun(change.id),
            elapsedMs,
        })),
        failed: failed.map(({ change, message }) => ({
            ...named(change),
            at: begun(change.id),
            elapsedMs: Math.max(0, Date.now() - begun(change.id)),
            message,
        })),
        skipped: skipped.map(({ change, skip }) => ({ ...named(change), reason: (0,deploy_skip/* skipReason */.Y)(skip) })),
        planned: (whole ?? plan).changes.map(named),
    };
}
/** A file of the job's own, where a runner keeps such. */
function journalFile(env = process.env) {
    return (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), `portsip-cluster-${process.pid}-${Date.now()}.jsonl`);
}
/** What cannot be written is missing in the summary, and fails no step. */
async function writeJournal(file, step, secrets, log) {
    try {
        await (0,promises_.appendFile)(file, `${secrets.redact(JSON.stringify(step))}\n`, { mode: 0o600 });
    }
    catch (error) {
        log.debug(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** Of a job that did nothing there is none. */
async function readJournal(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    return text
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => {
        try {
            return [JSON.parse(line)];
        }
        catch {
            // A step was killed while it wrote.
            return [];
        }
    });
}
//# sourceMappingURL=journal.js.map
// EXTERNAL MODULE: ./build/src/github/summary.js
var github_summary = __webpack_require__(31988);
// EXTERNAL MODULE: ./build/src/log.js
var src_log = __webpack_require__(71252);
// EXTERNAL MODULE: ./build/src/deploy/options.js
var options = __webpack_require__(12546);
// EXTERNAL MODULE: ./build/src/plan/document.js
var plan_document = __webpack_require__(73467);
// EXTERNAL MODULE: ./build/src/render/counts.js
var counts = __webpack_require__(25455);
// EXTERNAL MODULE: ./build/src/render/budget.js
var budget = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(8891);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(19414);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
;// CONCATENATED MODULE: ./build/src/render/journal.js




/** So many bars are drawn: the longest. */
const MOST_BARS = 40;
/** The end of a job's summary: what was done to whom and how long it took, when, and what is left. Empty when nothing was done. */
function renderJournal(steps, options) {
    const done = steps.flatMap((step) => step.done);
    const left = leftOver(steps);
    if (done.length === 0 && left.length === 0)
        return '';
    const page = new budget/* Budget */._(options.limit ?? 500_000, '… cut here; the rest is in the log.');
    const links = options.links.map(([title, url]) => `[${(0,markdown/* escapeMarkdown */.FV)(title)}](${encodeURI(url)})`).join(' · ');
    const foot = `<sub>${links}</sub>`;
    page.reserve(foot);
    const all = [...done, ...steps.flatMap(({ failed }) => failed)];
    const from = Math.min(...all.map(({ at }) => at));
    const to = Math.max(...all.map(({ at, elapsedMs }) => at + elapsedMs));
    const took = all.length > 0 ? ` in ${(0,duration/* duration */.p0)(to - from)}` : '';
    page.add(`## ${(0,markdown/* code */.aY)(options.cluster)}: ${(0,list/* plural */.L)(done.length, 'change')} done${took}${left.length > 0 ? `, ${left.length} left` : ''}`);
    if (left.length > 0)
        page.addTable(['Left to do', 'Why'], left.map(({ what, why }) => [(0,markdown/* escapeMarkdown */.FV)(what), (0,markdown/* escapeMarkdownLines */.c0)(why)]));
    page.addTable(['Server', 'What was done', 'Took'], rows(done));
    if (all.length > 0)
        page.add(`<details open><summary>When</summary>\n\n${(0,markdown/* fence */.EU)('mermaid', gantt(steps))}\n\n</details>`);
    if (left.length === 0)
        page.add('**Nothing is left to do.**');
    return page.text(foot);
}
function leftOver(steps) {
    const done = new Set(steps.flatMap((step) => step.done.map(({ id }) => id)));
    const left = new Map();
    for (const { planned, skipped, failed } of steps) {
        for (const { id, what } of planned)
            if (!left.has(id))
                left.set(id, { what, why: 'not begun' });
        for (const { id, what, reason } of skipped)
            left.set(id, { what, why: reason });
        for (const { id, what, message } of failed)
            left.set(id, { what, why: `failed: ${message}` });
    }
    // What is planned when the last step begins is all that can still be left: the rest was done, or is needed no more.
    const last = new Set(steps.at(-1)?.planned.map(({ id }) => id));
    const failed = new Set(steps.flatMap((step) => step.failed.map(({ id }) => id)));
    return [...left].flatMap(([id, entry]) => (!done.has(id) && (last.has(id) || failed.has(id)) ? [entry] : []));
}
/** A row a server, in the order in which they were first touched. */
function rows(done) {
    const byServer = new Map();
    for (const entry of [...done].sort((a, b) => a.at - b.at))
        byServer.set(entry.server, [...(byServer.get(entry.server) ?? []), entry]);
    return [...byServer].map(([server, entries]) => {
        const from = Math.min(...entries.map(({ at }) => at));
        const to = Math.max(...entries.map(({ at, elapsedMs }) => at + elapsedMs));
        // A server is worked on by several steps of a job, with time for others between.
        const worked = Math.min(to - from, entries.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0));
        return [
            server === undefined ? 'main server and PBX' : (0,markdown/* code */.aY)(server),
            entries.map(({ what, deed }) => (0,markdown/* escapeMarkdown */.FV)(server === undefined ? what : deed)).join(', '),
            (0,duration/* duration */.p0)(worked),
        ];
    });
}
function gantt(steps) {
    const bars = steps.flatMap((step) => [
        ...step.done.map((entry) => ({ step, entry, failed: false })),
        ...step.failed.map((entry) => ({ step, entry, failed: true })),
    ]);
    const longest = new Set([...bars].sort((a, b) => b.entry.elapsedMs - a.entry.elapsedMs).slice(0, MOST_BARS));
    const lines = [
        '%%{init: {"gantt": {"leftPadding": 140}}}%%',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        '  todayMarker off',
    ];
    if (bars.length > longest.size)
        lines.push(`  title The ${longest.size} that took longest, of ${bars.length}`);
    for (const step of steps) {
        const own = bars.filter((bar) => bar.step === step && longest.has(bar)).sort((a, b) => a.entry.at - b.entry.at);
        if (own.length > 0)
            lines.push(`  section ${word(step.title)}`);
        for (const { entry, failed } of own)
            lines.push(`  ${word(`${entry.what} (${(0,duration/* duration */.p0)(entry.elapsedMs)})`)} :${failed ? 'crit, ' : ''}${entry.at}, ${Math.max(1, Math.round(entry.elapsedMs))}ms`);
    }
    return lines;
}
/** Text of a bar: a chart has no way to quote, so what it would read is replaced by what looks like it. */
function word(text) {
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return shown
        .replaceAll(':', '\u2236')
        .replace(/[^\p{L}\p{N} ./()\u2236\u2026-]/gu, '_')
        .trim();
}
//# sourceMappingURL=journal.js.map
// EXTERNAL MODULE: ./build/src/render/outcome.js
var outcome = __webpack_require__(38687);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
;// CONCATENATED MODULE: ./build/src/actions/harness.js



















/** Inputs and cluster file, everything that is wrong with both told at once. */
async function prepare(needsCredentials) {
    const secrets = new src_log.Secrets();
    const log = (0,github_log.actionsLog)(secrets);
    // However it ends: what hosts have printed is told.
    process.on('exit', () => log.close());
    const { inputs, problems } = (0,github_inputs/* readInputs */.K)(secrets, needsCredentials);
    let cluster;
    try {
        const loaded = await (0,load.loadClusterFile)(inputs.clusterFile);
        log.problems(loaded.warnings);
        cluster = loaded.cluster;
    }
    catch (error) {
        if (error instanceof types/* ClusterFileError */.Vp)
            problems.forEach((problem) => log.error(problem));
        throw error;
    }
    try {
        (0,cluster_select/* selectServers */.V)(cluster, inputs.servers);
    }
    catch (error) {
        if (!(error instanceof types/* InputError */.dz))
            throw error;
        problems.push(`servers: ${error.message}`);
    }
    if (problems.length)
        throw new types/* InputError */.dz(problems.join('\n'));
    return { inputs, cluster, log, config: session(inputs, cluster, secrets, log) };
}
function session({ credentials, concurrency }, cluster, secrets, log) {
    const controller = new AbortController();
    // A cancelled job gets SIGINT and seconds later SIGTERM; what runs on the hosts goes on without us.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    return { cluster, credentials, concurrency, log, secrets, run: identity(), signal: controller.signal };
}
/** The same for all steps of a job. */
function identity(env = process.env) {
    return {
        // Two jobs of one run are two holders.
        id: `${runUrl(env)}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'} job ${env['GITHUB_JOB'] ?? '1'}`,
        host: env['RUNNER_NAME'] ?? (0,external_node_os_.hostname)(),
        keepLock: true,
        ...(env['GITHUB_SHA'] ? { commit: env['GITHUB_SHA'] } : {}),
    };
}
function runUrl(env = process.env) {
    return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? '0'}`;
}
/** An action that applies stages. Its `post` step is the same program, told apart by the state that `main` saved. */
async function stageAction(action) {
    if (core.getState('started'))
        return release();
    core.saveState('started', 'true');
    const { inputs, cluster, config, log } = await prepare(true);
    const titled = (result) => typeof action.title === 'string' ? action.title : action.title(inputs, result);
    if (action.applies?.(inputs, cluster) === false) {
        log.info(`${titled()}: the cluster file has nothing that needs it`);
        core.setOutput('changed', false);
        core.setOutput('changes', []);
        return 0;
    }
    const told = toldBefore();
    const first = !told.has(cluster.name) && !lockedBefore().includes(cluster.name);
    const journal = process.env[JOURNAL] ?? journalFile();
    if (!inputs.dryRun)
        takeCharge(cluster.name, journal);
    const started = Date.now();
    const options = {
        ...commonOptions(inputs),
        stages: action.stages,
        dryRun: inputs.dryRun,
        ...action.options?.(inputs),
        ...(inputs.reviewedPlan && { reviewed: await readReviewed(inputs.reviewedPlan) }),
    };
    if (options.restart)
        log.info(`Why: ${options.restart.reason}`);
    // Loaded late: a mistake in the inputs is told before.
    const { runStages } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(9233), __webpack_require__.e(1789)]).then(__webpack_require__.bind(__webpack_require__, 89233));
    const clock = new Clock();
    const result = await runStages({ ...config, log: clock.watching(log) }, options);
    const title = titled(result);
    const { done, failed } = (0,deploy_result/* worked */.D)(result);
    const findings = [...result.findings, ...result.plan.warnings];
    log.findings(findings.filter((finding) => !told.has((0,github_summary/* findingKey */.fl)(finding))), isAnnotated, placeIn(cluster, inputs.clusterFile));
    for (const { change, message } of failed)
        log.error(`${change.id}: ${message}`, placeOf(change.server, cluster, inputs.clusterFile));
    core.setOutput('changed', inputs.dryRun ? result.plan.changes.length > 0 : done.length > 0);
    const changes = inputs.dryRun ? result.plan.changes : done.map(({ change }) => change);
    core.setOutput('changes', changes.map(plan_document/* changeDocument */.wL));
    action.outputs?.(result, inputs);
    const { clusterFile, dryRun } = inputs;
    const { commit } = config.run;
    const elapsedMs = Date.now() - started;
    log.info(`${title}: ${inWords(result, dryRun)}`);
    const about = { title, clusterFile, dryRun, first, elapsedMs, ...(commit ? { commit } : {}) };
    const summary = (0,github_summary/* runSummary */.KL)(result, { ...about, told: (finding) => told.has((0,github_summary/* findingKey */.fl)(finding)) });
    await (0,github_summary/* writeSummary */.Sy)(summary, config.secrets, log);
    if (!dryRun)
        await writeJournal(journal, journalStep(title, result, clock, started), config.secrets, log);
    tell([cluster.name, ...findings.map(github_summary/* findingKey */.fl)], told);
    return dryRun || result.ok ? 0 : 1;
}
/** That the built-in server stands in for one that is away is how it should be. */
const isAnnotated = ({ severity, code }) => severity !== 'note' && code !== counts/* STAND_IN */.vs;
function inWords(result, dryRun) {
    if (dryRun)
        return `${result.plan.changes.length} changes would be made`;
    const { done, failed, skipped } = (0,deploy_result/* worked */.D)(result);
    return done.length + failed.length + skipped.length > 0 ? (0,outcome/* outcomeLine */.RW)((0,deploy_result/* worked */.D)(result)) : 'nothing to do';
}
/** What decides what there is to do at all, and so is the same for every step of a job. */
function commonOptions({ servers, force, gone, allowUndersized, installSshKey }) {
    return {
        ...options/* DEFAULT_OPTIONS */.l,
        servers,
        force,
        gone,
        allowUndersized,
        ...(installSshKey && { installSshKey: true }),
    };
}
/**
 * The steps of a job share the lock. The first one gives it back: `post` steps run in the opposite order, so its own is the
 * last, whether the job came to its end or was cancelled.
 */
function takeCharge(cluster, journal) {
    const charged = lockedBefore();
    if (charged.includes(cluster))
        return;
    core.exportVariable(CHARGED, [...charged, cluster].join(' '));
    core.exportVariable(JOURNAL, journal);
    core.saveState('journal', journal);
    core.saveState('in-charge', 'true');
}
/** What earlier steps of the job have told, since every step sees all findings: their keys, and clusters of which one began. */
const toldBefore = () => new Set(harness_words(TOLD));
function tell(keys, told) {
    const all = new Set([...told, ...keys]);
    if (all.size > told.size)
        core.exportVariable(TOLD, [...all].slice(0, MOST_TOLD).join(' '));
}
/** Where a finding belongs in the cluster file: at its server. */
function placeIn(cluster, file) {
    return ({ server, code }) => ({ title: code, ...placeOf(server, cluster, file) });
}
function placeOf(name, { servers }, file) {
    const at = servers.find((server) => server.name === name)?.at;
    return at ? { file, startLine: at.line } : {};
}
/** What may be done, as `review` wrote it down. */
async function readReviewed(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const reviewed = (0,review/* unpackReviewed */.Q2)(text.trim());
    if (reviewed)
        return reviewed;
    throw new types/* InputError */.dz(`reviewed-plan: ${file} is not what the action review writes; run that first, in the same job`);
}
const CHARGED = 'PORTSIP_CLUSTER_LOCKED';
const TOLD = 'PORTSIP_CLUSTER_TOLD';
const JOURNAL = 'PORTSIP_CLUSTER_JOURNAL';
/** An environment is no place for thousands of them. */
const MOST_TOLD = 500;
const harness_words = (variable) => (process.env[variable] ?? '').split(' ').filter(Boolean);
const lockedBefore = () => harness_words(CHARGED);
/** The end of the job's summary: what all its steps did. */
async function sumUp(cluster, { secrets }, log) {
    const steps = await readJournal(core.getState('journal'));
    const links = [['Run', runUrl()], ['Portal', cluster.pbx.api]];
    await (0,github_summary/* writeSummary */.Sy)(renderJournal(steps, { cluster: cluster.name, links }), secrets, log);
}
/** Gives back what the job holds: the lock, and servers that a cancelled step had disabled to drain them. */
async function release() {
    if (!core.getState('in-charge'))
        return 0;
    const log = (0,github_log.actionsLog)(new src_log.Secrets());
    try {
        const { config, cluster } = await prepare(true);
        await sumUp(cluster, config, log);
        const { releaseHeld } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(9233), __webpack_require__.e(1789)]).then(__webpack_require__.bind(__webpack_require__, 89233));
        await releaseHeld(config);
    }
    catch (error) {
        // A step's own failure is what people must see; a lock goes stale and the next run repairs what this one left.
        (0,report.report)(error, { ...log, error: (text) => log.info(text), problems: () => { } });
    }
    return 0;
}
//# sourceMappingURL=harness.js.map

/***/ }),

/***/ 23635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs)
/* harmony export */ });
/* unused harmony export RESTARTABLE */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96251);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _plan_digest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99286);
/* harmony import */ var _text_line_ends__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23687);




/**
 * Reads and checks all inputs. Every secret is in `secrets` when this returns, so nothing may be logged before.
 * `problems` has a sentence for each input that cannot be used; the inputs are whole only when there is none.
 */
function readInputs(secrets, needsCredentials, read = _actions_core__WEBPACK_IMPORTED_MODULE_0__.getInput) {
    const problems = [];
    const optional = (name) => read(name) || undefined;
    const list = (name) => [
        ...new Set(read(name)
            .split(/[\s,]+/)
            .filter(Boolean)),
    ];
    /** Of things that may have spaces in them */
    const lines = (name) => [
        ...new Set(read(name)
            .split(/[\n,]+/)
            .map((line) => line.trim())
            .filter(Boolean)),
    ];
    const boolean = (name, fallback = false) => {
        const value = read(name);
        if (/^(true|false)?$/i.test(value))
            return value === '' ? fallback : value.toLowerCase() === 'true';
        problems.push(`${name}: "${value}" is neither true nor false`);
        return fallback;
    };
    const whole = (name, fallback, least, most) => {
        const value = read(name);
        const number = value === '' ? fallback : Number(value);
        if (/^\d*$/.test(value) && number >= least && number <= most)
            return number;
        problems.push(`${name}: "${value}" is not a whole number from ${least} to ${most}`);
        return fallback;
    };
    const oneOf = (name, values, fallback) => {
        const value = read(name) || fallback;
        const known = values.find((candidate) => candidate === value);
        if (known === undefined)
            problems.push(`${name}: "${value}" is not one of ${values.join(', ')}`);
        return known ?? fallback;
    };
    const secret = (name) => {
        // A line end comes along when a secret is pasted from a file; other white space may belong to it.
        const value = read(name, { trimWhitespace: false }).replace(/[\r\n]+$/, '');
        secrets.add(value);
        return value || undefined;
    };
    // Secrets come first: a problem with another input may quote what it was given.
    const secretText = {
        pbxPassword: secret('pbx-password'),
        sshPrivateKey: pem(secret('ssh-private-key')),
        sshPassphrase: secret('ssh-passphrase'),
        sudoPassword: secret('sudo-password'),
        imToken: secret('im-token'),
        githubToken: secret('github-token'),
        reviewKey: secret('review-key'),
    };
    const open = {
        pbxUsername: optional('pbx-username'),
        pbxCa: pem(optional('pbx-ca')),
        pbxFingerprint: optional('pbx-fingerprint'),
        sshKnownHosts: pem(optional('ssh-known-hosts')),
    };
    const { imToken, githubToken, reviewKey, ...hidden } = secretText;
    const credentials = without({ ...open, ...hidden });
    const wanted = oneOf('live', ['auto', 'true', 'false'], needsCredentials ? 'true' : 'auto');
    const live = wanted === 'auto' ? Boolean(open.pbxUsername ?? hidden.sshPrivateKey) : wanted === 'true';
    if (live)
        problems.push(...missing(credentials));
    problems.push(...misshapen(credentials));
    const inputs = {
        clusterFile: optional('cluster-file') ?? 'cluster.yaml',
        servers: list('servers'),
        concurrency: whole('concurrency', 50, 1, 100),
        dryRun: boolean('dry-run'),
        credentials,
        allowUndersized: boolean('allow-undersized'),
        installSshKey: boolean('install-ssh-key'),
        service: oneOf('service', ['im', 'dataflow'], 'im'),
        rotate: boolean('rotate'),
        ...without({ dataflowTokenPath: optional('dataflow-token-path'), imToken }),
        dataflowTokenRenewed: boolean('dataflow-token-renewed'),
        gone: list('host-is-gone'),
        roles: list('roles').flatMap((role) => (role === 'all' ? RESTARTABLE : role)),
        pbx: boolean('pbx'),
        reason: optional('reason') ?? `asked for by ${process.env['GITHUB_ACTOR'] ?? 'a person'}`,
        force: boolean('force'),
        live,
        ...without({ baseClusterFile: optional('base-cluster-file'), baseRef: optional('base-ref'), githubToken }),
        ...without({ reviewedPlan: optional('reviewed-plan'), approve: optional('approve'), reviewKey }),
        rotateImToken: boolean('rotate-im-token'),
        rotateDataflowToken: boolean('rotate-dataflow-token'),
        withoutReview: oneOf('without-review', ['refuse', 'allow'], 'refuse'),
        reviewAuthor: optional('review-author') ?? 'github-actions[bot]',
        comment: boolean('comment', process.env['GITHUB_EVENT_NAME'] === 'pull_request'),
        planFile: optional('plan-file') ?? 'plan.json',
        markdownFile: optional('markdown-file') ?? 'plan.md',
        labels: lines('labels'),
        ...without({ clusterName: optional('cluster-name'), pbxAddress: optional('pbx-address') }),
        access: without({
            api: optional('pbx-api'),
            sshUser: optional('ssh-user'),
            sshPort: read('ssh-port') ? whole('ssh-port', 22, 1, 65_535) : undefined,
            jumpHost: optional('ssh-jump-host'),
            scriptsPath: optional('scripts-path'),
            controlNode: optional('control-node'),
            nodes: list('nodes'),
        }),
        hosts: list('hosts'),
        adopt: boolean('adopt'),
    };
    for (const role of inputs.roles)
        if (!isRestartable(role))
            problems.push(`roles: "${role}" is not one of all, ${RESTARTABLE.join(', ')}`);
    if (inputs.baseRef?.startsWith('-') || inputs.baseRef?.includes(':'))
        problems.push(`base-ref: "${inputs.baseRef}" is not the name of a commit, a branch or a tag`);
    const notApproved = inputs.approve && (0,_plan_digest__WEBPACK_IMPORTED_MODULE_2__/* .digestProblem */ .W)(inputs.approve);
    if (notApproved)
        problems.push(`approve: ${notApproved}`);
    if (inputs.dataflowTokenPath && !/^\/[A-Za-z0-9._~/-]*$/.test(inputs.dataflowTokenPath))
        problems.push(`dataflow-token-path: "${inputs.dataflowTokenPath}" is not a path below /api, such as /dataflow/token`);
    return { inputs, problems };
}
/** What `roles` of rolling-restart can name. */
const RESTARTABLE = ['loadbalancer', ..._cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST];
const isRestartable = (role) => RESTARTABLE.some((name) => name === role);
function missing({ pbxUsername, pbxPassword, sshPrivateKey, sshKnownHosts }) {
    return [
        ...(pbxUsername ? [] : ['pbx-username: missing; the name of an administrator of the PBX']),
        ...(pbxPassword ? [] : ['pbx-password: missing; the password of that administrator']),
        ...(sshPrivateKey ? [] : ['ssh-private-key: missing; the text of the key that the hosts accept']),
        ...(sshKnownHosts
            ? []
            : ["ssh-known-hosts: missing; the hosts' keys, as `ssh-keyscan` prints them, compared with the hosts' own"]),
    ];
}
function misshapen({ pbxCa, pbxFingerprint, sshPrivateKey }) {
    const wrong = [];
    if (sshPrivateKey && !/^-----BEGIN [A-Z ]*PRIVATE KEY-----$/m.test(sshPrivateKey))
        wrong.push('ssh-private-key: not a private key; give the whole text of the file, from its BEGIN to its END line');
    if (pbxCa && !pbxCa.includes('-----BEGIN CERTIFICATE-----'))
        wrong.push('pbx-ca: not a certificate in PEM form; give the whole text of the file, from its BEGIN to its END line');
    if (pbxFingerprint && !/^[0-9a-f]{64}$/i.test(pbxFingerprint.replace(/^sha256[:=]/i, '').replaceAll(':', '')))
        wrong.push('pbx-fingerprint: not a SHA-256 fingerprint; it has 64 hexadecimal digits, with or without colons');
    return wrong;
}
/** Text files end with a line end, whatever a secret's form field made of it. */
function pem(text) {
    return text?.trim() ? `${(0,_text_line_ends__WEBPACK_IMPORTED_MODULE_3__/* .sameLineEnds */ .D)(text).trim()}\n` : undefined;
}
function without(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 51524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actionsLog: () => (/* binding */ actionsLog),
  changeLine: () => (/* binding */ changeLine),
  seconds: () => (/* binding */ seconds)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 6 modules
var core = __webpack_require__(96251);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
;// CONCATENATED MODULE: ./build/src/github/heartbeat.js

/** A log that says nothing for longer looks dead. */
const SILENCE_MS = 30_000;
/** Says now and then which changes are still going on, while nothing else is printed about them. */
class Heartbeat {
    print;
    going = new Map();
    timer;
    constructor(print) {
        this.print = print;
    }
    /** A line about a change was printed. */
    told({ id, state, message }) {
        if (state === 'done' || state === 'failed' || state === 'skipped')
            this.going.delete(id);
        else if (state !== 'waiting') {
            const now = Date.now();
            this.going.set(id, {
                since: this.going.get(id)?.since ?? now,
                told: now,
                at: message ?? this.going.get(id)?.at ?? '',
            });
        }
        this.watch();
    }
    /** Something was heard of it that was not worth a line. */
    heard({ id, message }) {
        const going = this.going.get(id);
        if (going && message)
            going.at = message;
    }
    stop() {
        clearInterval(this.timer);
        this.timer = undefined;
    }
    watch() {
        if (this.going.size === 0)
            return this.stop();
        this.timer ??= setInterval(() => this.beat(), SILENCE_MS / 6).unref();
    }
    beat() {
        const now = Date.now();
        const silent = [...this.going].filter(([, { told }]) => now - told >= SILENCE_MS);
        if (silent.length === 0)
            return;
        for (const [, going] of silent)
            going.told = now;
        const longest = Math.max(...silent.map(([, { since }]) => now - since));
        const names = silent.map(([id, { at }]) => (at ? `${id} (${at})` : id));
        this.print(`… still going after ${Math.round(longest / 1000)} s: ${(0,list/* list */.p)(names, 6)}`);
    }
}
//# sourceMappingURL=heartbeat.js.map
// EXTERNAL MODULE: ./build/src/stages/change.js
var change = __webpack_require__(61398);
;// CONCATENATED MODULE: ./build/src/github/outputs.js

/** A host's output is kept up to here; its own log has all of it. */
const MOST_LINES = 2_000;
/**
 * What hosts print, held back until the change that it belongs to is over: lines of hosts that work side by side would stand
 * in each other's way, and nobody could fold them up.
 */
class Outputs {
    print;
    grouped;
    lines = new Map();
    leftOut = new Map();
    constructor(print, grouped) {
        this.print = print;
        this.grouped = grouped;
    }
    /** `source`: the machine's name, `pbx` for the main server */
    add(source, line) {
        const lines = this.lines.get(source) ?? [];
        this.lines.set(source, lines);
        lines.push(line);
        // The beginning says what was begun, the end what became of it.
        if (lines.length <= MOST_LINES)
            return;
        lines.splice(MOST_LINES / 2, 1);
        this.leftOut.set(source, (this.leftOut.get(source) ?? 0) + 1);
    }
    /** The output of the machine that a change was done on */
    flush(id) {
        const own = [...this.lines.keys()].find((source) => ON_ITS_HOST.some((idFor) => idFor(source) === id));
        if (own !== undefined)
            this.flushOf(own);
        else if (ON_MAIN.has(id))
            this.flushOf('pbx');
    }
    flushAll() {
        for (const source of [...this.lines.keys()])
            this.flushOf(source);
    }
    flushOf(source) {
        const lines = this.lines.get(source);
        if (!lines)
            return;
        this.lines.delete(source);
        const leftOut = this.leftOut.get(source);
        this.leftOut.delete(source);
        if (leftOut)
            lines.splice(MOST_LINES / 2, 0, `… ${leftOut} lines are left out here; the host's own log has them`);
        if (lines.length <= FEW)
            for (const line of lines)
                this.print(`  [${source}] ${line}`);
        else
            this.grouped(`  ${source}: ${lines.length} lines`, lines);
    }
}
/** Ids of what is done on a server's own host, by the server's name */
const ON_ITS_HOST = [change/* idOf */.TH.entry, change/* idOf */.TH.sshKey, change/* idOf */.TH.role, change/* idOf */.TH.restart];
/** Ids of what is done on the main server */
const ON_MAIN = new Set([change/* idOf */.TH.pbxImage, change/* idOf */.TH.pbxRestart, change/* idOf */.TH.loadBalancerRestart]);
/** Not worth a fold */
const FEW = 2;
//# sourceMappingURL=outputs.js.map
;// CONCATENATED MODULE: ./build/src/text/runner-log.js
/**
 * Text that somebody else wrote, made fit for a runner's log. The runner obeys a line that begins
 * with `::` after white space and one that has `##[` anywhere; it compares by culture, so that invisible characters
 * in between do not stop it. Therefore invisible characters are shown, not passed on.
 */
// All that has no shape of its own. An emoji may keep the selector that makes it one.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?<!\p{Extended_Pictographic})\ufe0f|(?!\ufe0f)\p{Default_Ignorable_Code_Point}/gu;
/** Colours and the like */
// eslint-disable-next-line no-control-regex
const STYLE = /\u001b\[[0-9;]*m/g;
// eslint-disable-next-line no-control-regex
const ESCAPE_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]/g;
const shown = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** One line of a host or the PBX, without colours and control characters. Tabs become spaces. */
function plainLine(line) {
    return line.replace(ESCAPE_SEQUENCE, '').replaceAll('\t', '  ').replace(INVISIBLE, shown);
}
/** Lines that a runner prints as they are and never obeys. Colours of ours stay. */
function defuse(text) {
    return text.split(/\r\n|\r|\n/).map((line) => {
        let safe = '';
        let from = 0;
        for (const style of line.matchAll(STYLE)) {
            safe += plainLine(line.slice(from, style.index)) + style[0];
            from = style.index + style[0].length;
        }
        safe += plainLine(line.slice(from));
        return safe.replace(/^(\s*):(?=:)/u, '$1: ').replace(/##(?=(?:\u001b)?\[)/g, '## '); // eslint-disable-line no-control-regex
    });
}
//# sourceMappingURL=runner-log.js.map
;// CONCATENATED MODULE: ./build/src/github/log.js





/** GitHub keeps this many annotations of each kind a step. */
const ANNOTATIONS = 10;
/** A drain can take half an hour, and a log keeps every line. */
const COUNTING_MS = 30_000;
/**
 * A log for the runner: groups, annotations, and nothing in it that the runner would obey. Register it before any
 * secret is added: each is handed to the runner's own masking before the first line that could hold it.
 */
function actionsLog(secrets, write = (line) => process.stdout.write(`${line}\n`)) {
    secrets.onAdd((value) => core.setSecret(value));
    const print = (text) => defuse(secrets.redact(text)).forEach(write);
    const safe = (text) => defuse(secrets.redact(text)).join('\n');
    let lastRemote = '';
    const lastProgress = new Map();
    const left = { error: ANNOTATIONS, warning: ANNOTATIONS };
    /** What hosts print stands below the line of the change that is then over; where details are asked for, at once. */
    const outputs = core.isDebug() ? undefined : new Outputs(print, grouped);
    const heartbeat = new Heartbeat((line) => print(line));
    function grouped(title, lines) {
        core.startGroup(safe(title).replaceAll('\n', ' '));
        lines.forEach(print);
        core.endGroup();
    }
    const annotate = (severity, text, place = {}) => {
        if (left[severity]-- > 0)
            core[severity](safe(text), place);
        else
            print(`${severity}: ${text}`);
    };
    /** Many at once: GitHub would drop what is too much without a word. */
    const annotateAll = (severity, all, line = true) => {
        const fits = all.length <= left[severity];
        all.forEach(({ text, place }, index) => {
            if (fits || left[severity] > 1)
                annotate(severity, text, place);
            else {
                const more = all.length - index;
                if (left[severity] === 1)
                    annotate(severity, `and ${more} more ${severity === 'error' ? 'errors' : 'warnings'}: all of them are in the log`);
                if (line)
                    print(`${severity}: ${text}`);
            }
        });
    };
    /** Not what stands there already as a host's line, and what only counts on, such as calls that have yet to end, now and then. */
    const news = ({ id, message = '' }) => {
        if (!outputs && message && lastRemote.endsWith(message))
            return false;
        const shape = message.replace(/\d+/g, '0');
        const before = lastProgress.get(id);
        if (before?.shape === shape && Date.now() - before.at < COUNTING_MS)
            return false;
        lastProgress.set(id, { shape, at: Date.now() });
        return true;
    };
    return {
        debug: (text) => core.debug(safe(text)),
        info: print,
        warning: (text, place) => annotate('warning', text, place),
        error: (text, place) => annotate('error', text, place),
        remote: (source, line) => {
            lastRemote = line;
            for (const part of secrets.redact(line).split(/\r\n|\r|\n/)) {
                if (outputs)
                    outputs.add(source, plainLine(part));
                else
                    print(`[${plainLine(source)}] ${plainLine(part)}`);
            }
        },
        change: (event) => {
            if (event.state !== 'progress' || news(event)) {
                print(changeLine(event));
                heartbeat.told(event);
            }
            else
                heartbeat.heard(event);
            if (event.state === 'done' || event.state === 'failed')
                outputs?.flush(event.id);
        },
        group: async (title, work) => {
            core.startGroup(safe(title).replaceAll('\n', ' '));
            try {
                return await work();
            }
            finally {
                core.endGroup();
            }
        },
        problems: (problems) => {
            for (const problem of problems)
                print((0,types/* formatProblem */.Vw)(problem));
            for (const severity of ['error', 'warning'])
                annotateAll(severity, problems.filter((problem) => problem.severity === severity).map(ofProblem), false);
        },
        findings: (findings, annotated = ({ severity }) => severity !== 'note', place) => {
            for (const finding of findings)
                if (!annotated(finding))
                    print(`${finding.severity}: ${said(finding)}`);
            for (const severity of ['error', 'warning'])
                annotateAll(severity, findings
                    .filter((finding) => annotated(finding) && (finding.severity === 'blocking') === (severity === 'error'))
                    .map((finding) => ({ text: said(finding), ...(place && { place: place(finding) }) })));
        },
        close: () => {
            outputs?.flushAll();
            heartbeat.stop();
        },
    };
}
function ofProblem({ file, line, column, message, cure, code }) {
    const place = { title: code, file, startLine: line, startColumn: column };
    return { text: cure ? `${message} — ${cure}` : message, place };
}
function said({ server, message }) {
    return server && !message.startsWith(server) ? `${server}: ${message}` : message;
}
const MARKS = { waiting: '·', started: '▶', progress: '…', done: '✓', failed: '✗', skipped: '–' };
/** `✓ role/media-server-2 (21.4 s)` */
function changeLine({ id, state, message, elapsedMs }) {
    const took = elapsedMs === undefined || state === 'started' ? '' : ` (${seconds(elapsedMs)})`;
    return `${MARKS[state]} ${id}${message ? `: ${message}` : ''}${took}`;
}
/** `0.4 s`, `21 s`, `3 min 5 s` */
function seconds(ms) {
    if (ms < 10_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const total = Math.round(ms / 1000);
    return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}
//# sourceMappingURL=log.js.map

/***/ }),

/***/ 31988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ runSummary),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   fl: () => (/* binding */ findingKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96251);
/* harmony import */ var _render_outcome__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38687);



/** GitHub takes 1 MiB a step; the renderers count bytes. */
const LIMIT = 1_000_000;
/**
 * What a step did, or with a dry run would do. A job has several such steps and GitHub shows their summaries below each other:
 * each finding is told once, and a step that had nothing to do tells nothing.
 */
function runSummary(result, { title, first, told, ...options }) {
    const limit = LIMIT / 2;
    if (!first)
        return (0,_render_outcome__WEBPACK_IMPORTED_MODULE_2__/* .renderStep */ .zc)(title, result, told, { ...options, limit });
    const { warnings } = result.plan;
    const overview = (0,_render_outcome__WEBPACK_IMPORTED_MODULE_2__/* .renderOverview */ .mp)({ ...(result.whole ?? result.plan), warnings }, { ...options, limit });
    const step = (0,_render_outcome__WEBPACK_IMPORTED_MODULE_2__/* .renderStep */ .zc)(title, result, (finding) => told(finding) || warnings.includes(finding), {
        ...options,
        limit,
    });
    return [overview, step].filter(Boolean).join('\n');
}
/** Appends to the step's summary, where the runner has one. What it cannot take is in the log as well: that fails no step. */
async function writeSummary(markdown, secrets, log) {
    if (!markdown || !process.env['GITHUB_STEP_SUMMARY'])
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_1__.summary.addRaw(`${secrets.redact(markdown)}\n`).write();
    }
    catch (error) {
        log.warning(`The job's summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/**
 * Names a finding among the steps of a job, without text from outside. What hinders is the same only to the letter; of the
 * rest the words change as a job goes on, as with how many changes still wait for the window.
 */
function findingKey({ code, severity, server, message }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([code, severity, server, severity === 'blocking' ? message : '']))
        .digest('hex')
        .slice(0, 12);
}
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 23687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sameLineEnds),
/* harmony export */   Q: () => (/* binding */ sameText)
/* harmony export */ });
/** GitHub may give a text back with other line ends than it got. */
function sameLineEnds(text) {
    return text.replace(/\r\n?/g, '\n');
}
/** Whether two texts differ in no more than that, or in white space at their end. */
function sameText(one, other) {
    return sameLineEnds(one).trimEnd() === sameLineEnds(other).trimEnd();
}
//# sourceMappingURL=line-ends.js.map

/***/ })

};
;
//# sourceMappingURL=2535.index.js.map