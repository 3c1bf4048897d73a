exports.id = 2503;
exports.ids = [2503,1789];
exports.modules = {

/***/ 12503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 6 modules
var core = __webpack_require__(96251);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(81260);
// EXTERNAL MODULE: ./build/src/cluster/load.js + 16 modules
var load = __webpack_require__(33533);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
;// CONCATENATED MODULE: ./build/src/github/base.js





/** The cluster as it was, for an offline plan: a file's, or a commit's version of it. undefined: there was none. */
async function baseCluster({ clusterFile, baseClusterFile, baseRef }, log) {
    const text = baseClusterFile ? await read(baseClusterFile) : baseRef ? await show(baseRef, clusterFile) : undefined;
    if (text === undefined)
        return undefined;
    const { cluster } = (0,load.parseCluster)(text, clusterFile);
    // A base that cannot be used is no fault of the pull request: it may be the one that repairs it.
    if (!cluster)
        log.warning('The cluster file to compare with has errors; the plan shows everything as new');
    return cluster;
}
async function read(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new types/* InputError */.dz(`base-cluster-file: ${file} cannot be read (${error.code ?? 'unknown'})`);
    }
}
/** The file's text in that commit, undefined when it has none. `ref` and `path` are never read as options. */
async function show(ref, path) {
    const git = (...args) => (0,exec/* getExecOutput */.H)('git', args, { silent: true, ignoreReturnCode: true });
    const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    if (commit.exitCode !== 0)
        throw new types/* InputError */.dz(`base-ref: "${ref}" is not a commit of this checkout; check out with a fetch-depth of 2 or more. ${commit.stderr.trim()}`.trim());
    const object = `${commit.stdout.trim()}:./${(0,external_node_path_.relative)(process.cwd(), path)}`;
    const { exitCode, stdout } = await git('show', object);
    return exitCode === 0 ? stdout : undefined;
}
//# sourceMappingURL=base.js.map
// EXTERNAL MODULE: ./build/src/github/comment.js
var comment = __webpack_require__(26997);
// EXTERNAL MODULE: ./build/src/github/summary.js
var summary = __webpack_require__(31988);
// EXTERNAL MODULE: ./build/src/deploy/options.js
var options = __webpack_require__(12546);
// EXTERNAL MODULE: ./build/src/render/markdown.js + 1 modules
var render_markdown = __webpack_require__(34094);
// EXTERNAL MODULE: ./build/src/render/terminal.js
var terminal = __webpack_require__(59947);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/plan/document.js
var plan_document = __webpack_require__(73467);
// EXTERNAL MODULE: ./build/src/actions/harness.js + 2 modules
var harness = __webpack_require__(22535);
;// CONCATENATED MODULE: ./build/src/actions/plan.js











/** What would change, in the log, the summary, a pull request's comment and a file. Changes nothing. */
async function main() {
    const job = await (0,harness/* prepare */.iA)(false);
    const { inputs, cluster, config, log } = job;
    const { plan, leaving } = await (inputs.live ? livePlan(job) : comparison(job));
    const { hostCommands } = await __webpack_require__.e(/* import() */ 1491).then(__webpack_require__.bind(__webpack_require__, 11491));
    const { clusterFile } = inputs;
    const { commit } = config.run;
    const safe = (text) => config.secrets.redact(text);
    const commands = hostCommands(plan.changes, cluster);
    const told = { clusterFile, cluster, leaving, commands, runUrl: (0,harness/* runUrl */.Vp)(), ...(commit ? { commit } : {}) };
    log.info((0,terminal/* renderTerminal */.b)(plan, { color: true, cluster, clusterFile }));
    log.findings(plan.warnings, undefined, (0,harness/* placeIn */.VV)(cluster, clusterFile));
    const markdown = safe((0,render_markdown/* renderMarkdown */.Gc)(plan, { ...told, limit: 1_000_000 }));
    await (0,promises_.writeFile)(inputs.planFile, safe(`${JSON.stringify((0,plan_document/* planDocument */.NP)(plan), null, 2)}\n`));
    await (0,promises_.writeFile)(inputs.markdownFile, markdown);
    await (0,summary/* writeSummary */.Sy)(markdown, config.secrets, log);
    core.setOutput('changed', plan.changes.length > 0);
    core.setOutput('changes', plan.changes.map(plan_document/* changeDocument */.wL));
    core.setOutput('cluster', cluster.name);
    core.setOutput('plan-digest', plan.digest);
    core.setOutput('plan-file', inputs.planFile);
    core.setOutput('markdown-file', inputs.markdownFile);
    const { githubToken, reviewKey: key } = inputs;
    if (inputs.comment && githubToken)
        await plan_comment(githubToken, {
            cluster: cluster.name,
            file: clusterFile,
            reviewed: (0,review/* reviewedOf */.DD)(plan),
            render: (limit) => safe((0,render_markdown/* renderMarkdown */.Gc)(plan, { ...told, limit })),
            runUrl: (0,harness/* runUrl */.Vp)(),
            ...(key && { key }),
        }, log);
    return 0;
}
// Loaded late: a mistake in the inputs is told before, and what compares two files needs no SSH.
async function livePlan({ inputs, config, log }) {
    const { lookOnly } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(9233)]).then(__webpack_require__.bind(__webpack_require__, 89233));
    const { plan, seen } = await log.group('Looking at the cluster', () => lookOnly(config, { ...options/* DEFAULT_OPTIONS */.l, servers: inputs.servers }));
    return { plan, leaving: seen.leaving };
}
async function comparison({ inputs, cluster, log }) {
    log.info(comparedWith(inputs));
    const { offlinePlan } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 24784));
    const base = await baseCluster(inputs, log);
    const wanted = new Map(cluster.servers.map(({ name, address }) => [name, address]));
    const leaving = (base?.servers ?? []).filter(({ name, address }) => wanted.get(name) !== address);
    return { plan: offlinePlan(base, cluster), leaving };
}
function comparedWith({ clusterFile, baseClusterFile, baseRef }) {
    if (baseClusterFile)
        return `Comparing ${clusterFile} with ${baseClusterFile}`;
    if (baseRef)
        return `Comparing ${clusterFile} with what it is at ${baseRef}`;
    return `There is nothing to compare ${clusterFile} with (base-ref, base-cluster-file): all of it is shown as new`;
}
async function plan_comment(token, plan, log) {
    try {
        const request = await (0,comment/* githubComments */.Gs)(token);
        if (!request)
            return;
        const { done, minimized, left } = await (0,comment/* upsertComment */.lB)(request.comments, { ...plan, pull: request.pull });
        log.info(`The plan's comment on the pull request: ${done}`);
        if (minimized > 0)
            log.info(`Older ones of this cluster file were folded up: ${minimized}`);
        if (left > 0)
            log.info(`Older ones of this cluster file stay as they are, since this token may not fold them up: ${left}`);
    }
    catch (error) {
        // A read-only token (a pull request from a fork) must not turn a good plan red.
        log.warning(`The plan could not be written to the pull request: ${error instanceof Error ? error.message : String(error)}`);
    }
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 26997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ githubComments),
/* harmony export */   Hd: () => (/* binding */ toldBy),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   dy: () => (/* binding */ isSealed),
/* harmony export */   lB: () => (/* binding */ upsertComment),
/* harmony export */   xL: () => (/* binding */ marker)
/* harmony export */ });
/* unused harmony exports MOST_FINGERPRINTS, digestIn, commentBody */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_review__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90802);
/* harmony import */ var _hidden__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87582);
/* harmony import */ var _repository__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61039);
/* harmony import */ var _text_line_ends__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23687);





/** GitHub's limit for a comment. */
const COMMENT_LIMIT = 65_536;
/** So many fingerprints leave room for what people read. A larger plan is known again by its digest only. */
const MOST_FINGERPRINTS = 1_400;
/** Finds the comment again: hidden in it, one a cluster and file. */
function marker(cluster, file) {
    return (0,_hidden__WEBPACK_IMPORTED_MODULE_3__/* .hidden */ .R)('plan', { cluster, file });
}
/** The digest of the plan that a comment shows; undefined when it shows none. */
function digestIn(body) {
    return /<!-- portsip-cluster digest=(sha256:[0-9a-f]{64}) -->/.exec(body)?.[1];
}
function commentBody(plan) {
    const { reviewed, pull, runUrl, key } = plan;
    const head = `${marker(plan.cluster, plan.file)}\n<!-- portsip-cluster digest=${reviewed.digest} -->\n`;
    const hidden = `\n<!-- portsip-cluster reviewed head=${pull.head} ${(0,_plan_review__WEBPACK_IMPORTED_MODULE_1__/* .packReviewed */ .xK)(reviewed, MOST_FINGERPRINTS)} -->`;
    const foot = `\n<sub>[Run](${encodeURI(runUrl)}) · updated in place with each push</sub>\n${hidden}`;
    const room = COMMENT_LIMIT - head.length - foot.length - (key === undefined ? 0 : sealed(key, pull, '').length);
    const body = head + plan.render(room) + foot;
    return key === undefined ? body : sealed(key, pull, body);
}
/** undefined: no plan is hidden there. Hidden is what comes last: before it names from outside may stand. */
function toldBy(body) {
    const found = /<!-- portsip-cluster reviewed head=([0-9a-f]{7,64}) ([^\n]+) -->(?:\n<!-- portsip-cluster seal=\S+ -->)?\s*$/.exec(body);
    const reviewed = (0,_plan_review__WEBPACK_IMPORTED_MODULE_1__/* .unpackReviewed */ .Q2)(found?.[2] ?? '');
    return reviewed ? { head: found?.[1] ?? '', reviewed } : undefined;
}
function sealed(key, pull, body) {
    return `${body}\n<!-- portsip-cluster seal=${seal(key, pull, body)} -->`;
}
function seal(key, { repository, number }, body) {
    // GitHub may give line ends back in another form.
    const text = (0,_text_line_ends__WEBPACK_IMPORTED_MODULE_4__/* .sameLineEnds */ .D)(body).trim();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key)
        .update(JSON.stringify([repository.toLowerCase(), number, text]))
        .digest('hex');
}
/** Whether the whole body was written by somebody with the key, for this pull request. */
function isSealed(body, key, pull) {
    const found = /^([^]*)\n<!-- portsip-cluster seal=([0-9a-f]{64}) -->\s*$/.exec((0,_text_line_ends__WEBPACK_IMPORTED_MODULE_4__/* .sameLineEnds */ .D)(body));
    if (!found)
        return false;
    const [, text = '', given = ''] = found;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(Buffer.from(seal(key, pull, text)), Buffer.from(given));
}
/**
 * Writes the plan to the pull request: into our own earlier comment where there is one; others of ours for the same cluster
 * file are folded up. Others' comments are never touched. `left`: outdated ones that this token may not fold up.
 */
async function upsertComment(comments, plan) {
    const body = commentBody(plan);
    const wanted = marker(plan.cluster, plan.file);
    const viewer = await comments.viewer();
    let own;
    const outdated = [];
    for await (const comment of comments.list()) {
        // At the start only: somebody may quote the comment, and the bot may say other things.
        if (comment.author !== viewer || !isFor(comment.body, plan.file))
            continue;
        if (!own && comment.body.startsWith(wanted))
            own = comment;
        else
            outdated.push(comment);
    }
    const done = !own ? 'created' : own.body === body ? 'unchanged' : 'updated';
    if (!own)
        await comments.create(body);
    else if (done === 'updated')
        await comments.update(own.id, body);
    let minimized = 0;
    for (const { nodeId } of outdated)
        await comments.minimize(nodeId).then(() => minimized++, 
        // A token that may write comments may not always fold them up; the plan is there all the same.
        () => undefined);
    return { done, minimized, left: outdated.length - minimized };
}
/** Whatever the cluster was called then. */
function isFor(body, file) {
    const found = /^<!-- portsip-cluster plan cluster=\S+ file=(\S+) -->/.exec(body);
    return found?.[1] === (0,_hidden__WEBPACK_IMPORTED_MODULE_3__/* .hiddenValue */ .a)(file);
}
/** Comments of the pull request that the run is for, over GitHub's API; undefined when it is for none. */
async function githubComments(token) {
    // Late: octokit takes longer to load than all the rest of an offline plan.
    const { context } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const request = context.payload.pull_request;
    if (request === undefined)
        return undefined;
    const repository = await (0,_repository__WEBPACK_IMPORTED_MODULE_2__/* .openRepository */ .h_)(token);
    const { octokit, owner, repo, viewer } = repository;
    const target = { owner, repo, issue_number: request.number };
    const comments = {
        viewer,
        list: () => (0,_repository__WEBPACK_IMPORTED_MODULE_2__/* .commentsOf */ .u3)(repository, request.number),
        create: async (body) => {
            await octokit.rest.issues.createComment({ ...target, body });
        },
        update: async (id, body) => {
            await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
        },
        minimize: async (id) => {
            await octokit.graphql('mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }', { id });
        },
    };
    const pull = { repository: `${owner}/${repo}`, number: request.number, head: request.head?.sha ?? '0000000' };
    return { comments, pull };
}
//# sourceMappingURL=comment.js.map

/***/ }),

/***/ 87582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   a: () => (/* binding */ hiddenValue)
/* harmony export */ });
/**
 * An HTML comment that people do not see, to find again what this project wrote. Values are encoded, so that none can end the
 * comment: `<!-- portsip-cluster drift cluster=acme file=cluster%2Eyaml -->`.
 */
function hidden(kind, values) {
    const pairs = Object.entries(values).map(([name, value]) => ` ${name}=${hiddenValue(value)}`);
    return `<!-- portsip-cluster ${kind}${pairs.join('')} -->`;
}
/** As a value stands in the comment */
function hiddenValue(text) {
    return encodeURIComponent(text).replace(/[-!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
//# sourceMappingURL=hidden.js.map

/***/ }),

/***/ 61039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E1: () => (/* binding */ GithubError),
  os: () => (/* binding */ asking),
  u3: () => (/* binding */ commentsOf),
  h_: () => (/* binding */ openRepository),
  x5: () => (/* binding */ refusal)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/pbx/retry.js
var retry = __webpack_require__(61789);
;// CONCATENATED MODULE: ./build/src/github/octokit.js


/** Tries in all. A plan must not wait long for its comment. */
const ATTEMPTS = 4;
/** GitHub asks for a minute where it says nothing else. */
const SECONDARY_LIMIT_MS = 60_000;
/** Milliseconds until the next try after the `attempt`th (1…); undefined: it stays failed. */
function nextTryMs(failed, attempt, random, now) {
    if (attempt >= ATTEMPTS)
        return undefined;
    const { status, message, headers } = failed;
    const asked = (0,retry/* retryAfterMs */.Vs)(headers['retry-after']?.toString(), now);
    if (status === 429 || (status === 403 && (asked !== undefined || /rate limit/i.test(message)))) {
        // The hourly limit comes back at a time that GitHub names: seldom soon.
        if (asked === undefined && headers['x-ratelimit-remaining']?.toString() === '0')
            return undefined;
        return asked ?? SECONDARY_LIMIT_MS;
    }
    if ((0,retry/* adviceOn */.ik)(status) === 'final' || !isRepeatable(failed))
        return undefined;
    return asked ?? (0,retry/* pauseMs */.rV)(attempt, random);
}
/** Whether it does no harm when it was done already: a second comment or issue would. */
function isRepeatable({ method, url }) {
    return method !== 'POST' || url.endsWith('/graphql');
}
/** GitHub's client, which comes again when GitHub is busy. */
async function openGithub(token, { sleep, timeoutMs } = { sleep: promises_.setTimeout, timeoutMs: 30_000 }) {
    // Late: octokit takes longer to load than all the rest of an offline plan.
    const { context, getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const octokit = getOctokit(token);
    octokit.hook.wrap('request', async (request, options) => {
        for (let attempt = 1;; attempt++) {
            try {
                // In place: other hooks were given these options already, and do not look at what is handed on.
                Object.assign(options.request, { signal: AbortSignal.timeout(timeoutMs) });
                return await request(options);
            }
            catch (error) {
                const wait = nextTryMs(failedOf(error, options), attempt, Math.random(), Date.now());
                if (wait === undefined)
                    throw told(error, timeoutMs);
                await sleep(wait);
            }
        }
    });
    return { octokit, context };
}
/** The error, with what to do about it where that is known. */
function told(error, timeoutMs) {
    if (!(error instanceof Error))
        return error;
    if (/not accessible by integration/.test(error.message))
        error.message = `GitHub refuses the token: the calling job lacks a permission, or the pull request is from a fork (${error.message})`;
    else if (isTimeout(error))
        error.message = `GitHub did not answer within ${timeoutMs / 1000} s`;
    return error;
}
const isTimeout = ({ message, cause }) => /timeout/i.test(message) || (typeof cause === 'object' && cause?.name === 'TimeoutError');
function failedOf(error, { method, url }) {
    const { status, message, response } = error;
    return { method, url, status: status ?? 0, message: message ?? '', headers: response?.headers ?? {} };
}
//# sourceMappingURL=octokit.js.map
;// CONCATENATED MODULE: ./build/src/github/repository.js

/** Throws GithubError for whatever GitHub refuses. */
async function openRepository(token) {
    const { octokit, context } = await openGithub(token);
    return {
        octokit,
        ...context.repo,
        viewer: async () => {
            // `GET /user` is closed to a workflow's token; this is not.
            const { viewer } = await octokit.graphql('query { viewer { login } }');
            return viewer.login;
        },
    };
}
/** All comments of an issue or a pull request. */
async function* commentsOf({ octokit, owner, repo }, number) {
    const target = { owner, repo, issue_number: number, per_page: 100 };
    for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, target))
        for (const { id, node_id, body, user } of data)
            yield { id, nodeId: node_id, body: body ?? '', author: user?.login ?? '' };
}
/** What went wrong between us and GitHub, in words for an operator. */
class GithubError extends Error {
    constructor(message, cause) {
        super(message, { cause });
        this.name = 'GithubError';
    }
}
/** The HTTP status that GitHub refused with; undefined: it was something else. */
function refusal(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
/** Does `work`; what GitHub refuses becomes a GithubError that says what could not be done and, where it is known, the cure. */
async function asking(what, work, cures = {}) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof GithubError)
            throw error;
        const status = refusal(error);
        const cure = status === undefined ? undefined : cures[status];
        const said = error instanceof Error ? error.message : String(error);
        throw new GithubError(`GitHub: ${what}: ${said}${cure ? `; ${cure}` : ''}`, error);
    }
}
//# sourceMappingURL=repository.js.map

/***/ }),

/***/ 61789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
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

/***/ }),

/***/ 59947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal),
/* harmony export */   v: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _counts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25455);
/* harmony import */ var _groups__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9347);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43706);
/* harmony import */ var _text_printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47335);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89510);






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
        const width = Math.max(0, ...groups.filter((group) => isRestart(group)).map(({ name }) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name ?? '').length));
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
        const name = (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name ?? '').padEnd(width);
        this.hang(`  ${this.sign('restart')} ${this.c.bold(name)}  `, 6 + width, (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(change)), this.c.dim);
    }
    server(group) {
        const name = group.name === undefined ? 'main server' : (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name);
        const about = group.server ? this.c.dim(` (${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .introduce */ .o2)(group.server)})`) : '';
        this.lines.push(`${this.sign((0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .overall */ .Me)(group), 3)} ${this.c.bold(name)}${about}`);
        const width = Math.max(0, ...group.changes.flatMap((change) => (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change).map(({ name }) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name).length)));
        for (const change of group.changes) {
            this.hang(`      ${this.sign(change.action)} ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)(change))}`, 10, `: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(change))}`, this.c.dim);
            for (const { name: attribute, before, after } of (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change)) {
                const label = `${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(attribute)}:`.padEnd(width + 1);
                this.lines.push(`          ${label} ${this.value(before, after)}`);
            }
        }
        this.lines.push('');
    }
    value(before, after) {
        if (before === undefined)
            return this.c.green((0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after ?? ''));
        const was = this.c.red((0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(before));
        return `${was} -> ${after === undefined ? this.c.red('(removed)') : this.c.green((0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after))}`;
    }
    order(plan) {
        this.lines.push(this.c.bold('In this order'));
        (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .steps */ .Ci)(plan.changes).forEach((step, index) => {
            const text = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .deeds */ .Iv)(step, (change) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(change)))
                .map(({ deed, whom }) => (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .around */ .mC)(deed, (0,_text_list__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p)(whom, 8)))
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
            this.hang(`  ${paint(bullet)} `, 4, (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(sentence));
        this.lines.push('');
    }
    notes(notes) {
        if (notes.length === 0)
            return;
        this.lines.push(this.c.bold('Notes'));
        const { kept, more } = few((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(notes));
        for (const note of kept) {
            const [first = '', ...rest] = (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(note));
            this.hang('  - ', 4, first);
            for (const line of rest)
                this.hang('    ', 4, line);
        }
        for (const line of more)
            this.lines.push(`  ${line}`);
        this.lines.push('');
    }
    summary(plan) {
        const line = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .summaryLine */ .dC)(plan, this.options.clusterFile && (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(this.options.clusterFile));
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
        (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)(message).forEach((line, index) => {
            const head = index === 0 ? title : '';
            (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(`${head}${line}`, width).forEach((part, row) => {
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
        const [first = '', ...rest] = (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(' '.repeat(used).replaceAll(' ', '\u0001') + text, width);
        this.lines.push(`${head}${paint(first.replaceAll('\u0001', ''))}`);
        for (const line of (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(rest.join(' '), width - indent))
            this.lines.push(`${' '.repeat(indent)}${paint(line)}`);
    }
}
/** Nobody reads the same advice for 500 servers: the first of a kind, and how many more. What blocks is shown in full. */
function few(findings) {
    const kindOf = ({ severity, code }) => `${severity} ${code}`;
    const counts = new Map();
    const left = new Map();
    const kept = findings.filter((finding) => {
        const kind = kindOf(finding);
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (finding.severity === 'blocking' || count <= MOST_OF_A_KIND)
            return true;
        left.set(finding.code, (left.get(finding.code) ?? 0) + 1);
        return false;
    });
    return { kept, more: [...left].map(([code, count]) => `… and ${count} more like it (${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(code)})`) };
}
const MOST_OF_A_KIND = 5;
const isRestart = ({ name, changes }) => name !== undefined && changes.length === 1 && changes[0]?.action === 'restart';
//# sourceMappingURL=terminal.js.map

/***/ }),

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ })

};
;
//# sourceMappingURL=2503.index.js.map