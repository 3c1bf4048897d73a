"use strict";
exports.id = 5024;
exports.ids = [5024,1789];
exports.modules = {

/***/ 35024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 6 modules
var core = __webpack_require__(96251);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/github/comment.js
var comment = __webpack_require__(26997);
// EXTERNAL MODULE: ./build/src/github/inputs.js
var github_inputs = __webpack_require__(23635);
// EXTERNAL MODULE: ./build/src/github/log.js + 3 modules
var github_log = __webpack_require__(51524);
// EXTERNAL MODULE: ./build/src/github/repository.js + 1 modules
var repository = __webpack_require__(61039);
// EXTERNAL MODULE: ./build/src/text/line-ends.js
var line_ends = __webpack_require__(23687);
;// CONCATENATED MODULE: ./build/src/github/pull-request.js


const MAY_WRITE = 'the job needs the permissions "contents: write" and "pull-requests: write"';
const MAY_OPEN = 'allow it in Settings > Actions > General > Workflow permissions ("Allow GitHub Actions to create and approve pull requests")';
/**
 * Puts one file on a branch and opens a pull request for it, over the API alone: no checkout, no git, no shell. Doing it again
 * updates the same branch and pull request. `overwrite` is what allows to replace a file of the default branch.
 */
async function propose({ octokit, owner, repo }, proposal, { overwrite }) {
    const target = { owner, repo };
    const { path, text, branch, title, body, message } = proposal;
    const cures = { 403: MAY_WRITE, 404: MAY_WRITE };
    const ask = (what, work, other = {}) => (0,repository/* asking */.os)(what, work, { ...cures, ...other });
    /** undefined when that branch has no such file */
    const fileOn = (ref) => ask(`${path} could not be looked for`, () => unless404(async () => {
        const { data } = await octokit.rest.repos.getContent({ ...target, path, ref });
        if (Array.isArray(data) || data.type !== 'file' || !('content' in data))
            throw new repository/* GithubError */.E1(`${path} is a folder or a link in this repository: name another cluster file`, undefined);
        return { sha: data.sha, text: Buffer.from(data.content, 'base64').toString('utf8') };
    }));
    const commitOf = (name) => ask(`the branch ${name} could not be looked for`, () => unless404(async () => (await octokit.rest.git.getRef({ ...target, ref: `heads/${name}` })).data.object.sha));
    const base = (await ask('the repository could not be read', () => octokit.rest.repos.get(target))).data
        .default_branch;
    const present = await fileOn(base);
    if (present?.text === text)
        return { outcome: 'unchanged' };
    if (present && !overwrite)
        throw new repository/* GithubError */.E1(`${path} is on ${base} already and is not overwritten: delete it first, name another cluster file, or set force`, undefined);
    const start = await commitOf(base);
    if (start === undefined)
        throw new repository/* GithubError */.E1(`${base} has no commit yet: push a first one, a README say`, undefined);
    const there = (await commitOf(branch)) !== undefined;
    if (!there)
        await ask(`the branch ${branch} could not be made`, () => octokit.rest.git.createRef({ ...target, ref: `refs/heads/${branch}`, sha: start }));
    const before = there ? await fileOn(branch) : present;
    if (before?.text !== text)
        await ask(`${path} could not be written to the branch ${branch}`, () => octokit.rest.repos.createOrUpdateFileContents({
            ...target,
            path,
            branch,
            message,
            content: Buffer.from(text).toString('base64'),
            ...(before && { sha: before.sha }),
        }));
    const { data: open } = await ask('the pull requests could not be read', () => octokit.rest.pulls.list({ ...target, state: 'open', head: `${owner}:${branch}`, base }));
    const [pull] = open;
    if (pull) {
        const same = before?.text === text && pull.title === title && (0,line_ends/* sameText */.Q)(pull.body ?? '', body);
        if (!same)
            await ask(`pull request #${pull.number} could not be updated`, () => octokit.rest.pulls.update({ ...target, pull_number: pull.number, title, body }));
        return { number: pull.number, url: pull.html_url, outcome: same ? 'unchanged' : 'updated' };
    }
    const { data: made } = await ask(`the file is on the branch ${branch}, but its pull request could not be opened`, () => octokit.rest.pulls.create({ ...target, head: branch, base, title, body }), { 403: `open it by hand, or ${MAY_OPEN}` });
    return { number: made.number, url: made.html_url, outcome: 'opened' };
}
async function unless404(work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,repository/* refusal */.x5)(error) === 404)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=pull-request.js.map
// EXTERNAL MODULE: ./build/src/github/summary.js
var summary = __webpack_require__(31988);
// EXTERNAL MODULE: ./build/src/log.js
var src_log = __webpack_require__(71252);
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(8891);
// EXTERNAL MODULE: ./build/src/render/budget.js
var budget = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/src/render/markdown.js + 1 modules
var render_markdown = __webpack_require__(34094);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
;// CONCATENATED MODULE: ./build/src/render/imported.js




/** The text of the pull request that brings in a cluster file. Nothing in it differs while the cluster is the same. */
function importedMarkdown({ cluster, plan, leftOut, adopt }, { clusterFile, limit }) {
    const text = new budget/* Budget */._(limit, '… cut here; the whole of it is in the summary of the run.');
    const foot = '<sub>Found by the import workflow, which updates this pull request when it is run again.</sub>';
    text.reserve(foot);
    text.add(`${(0,markdown/* code */.aY)(clusterFile)} says what the cluster ${(0,markdown/* code */.aY)(cluster.name)} is now: ${(0,list/* plural */.L)(cluster.servers.length, 'server')}, with comments on where each value came from and what no machine could tell.`);
    text.add(plan.changes.length === 0
        ? '**Its plan is empty:** a deploy of this file changes nothing.'
        : `> [!WARNING]\n> No cluster file says quite what was found: a deploy of this one makes ${(0,list/* plural */.L)(plan.changes.length, 'change')}. Look at them below before you merge.`);
    text.addAll(leftOut.map((line) => `- ${(0,markdown/* escapeMarkdown */.FV)(line)}`), '\n', '**Found, and not in the file**\n\n');
    text.add(!adopt
        ? 'Nothing was adopted: what leaves the file later is reported and left alone, and only servers that a deploy itself adds are ever removed. To have all of them managed, run the import with `adopt`.'
        : 'What was found is adopted into the record on the main server: from now on what leaves the file is drained and removed by a deploy. So merge this before anything else is deployed to the cluster.');
    text.add('**Before you merge:** set restarts and the maintenance window, which no machine knows. A pull request that a workflow opened starts no other workflow: close it and open it again to have its plan checked here.');
    if (plan.changes.length > 0)
        text.add((0,render_markdown/* renderMarkdown */.Gc)(plan, { clusterFile, cluster, limit: Math.floor(limit / 2) }));
    return text.text(foot);
}
//# sourceMappingURL=imported.js.map
// EXTERNAL MODULE: ./build/src/actions/harness.js + 2 modules
var harness = __webpack_require__(22535);
;// CONCATENATED MODULE: ./build/src/actions/import.js











/** Writes the cluster file of a cluster that runs, and opens a pull request for it. */
async function main() {
    const secrets = new src_log.Secrets();
    const log = (0,github_log.actionsLog)(secrets);
    const { inputs, problems } = (0,github_inputs/* readInputs */.K)(secrets, true);
    const request = requested(inputs, problems);
    if (problems.length > 0)
        throw new types/* InputError */.dz(problems.join('\n'));
    const { credentials, concurrency, clusterFile, adopt, dryRun } = inputs;
    const run = { ...(0,harness/* identity */.D_)(), keepLock: false };
    const config = { credentials, concurrency, log, secrets, run };
    // Loaded late: a mistake in the inputs is told before.
    const { importCluster } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(9831)]).then(__webpack_require__.bind(__webpack_require__, 59831));
    const imported = await importCluster(config, request);
    const { cluster, plan, text, leftOut } = imported;
    log.findings(plan.warnings);
    for (const line of leftOut)
        log.warning(`Not in the file: ${line}`);
    const markdown = (limit) => secrets.redact(importedMarkdown({ ...imported, adopt }, { clusterFile, limit }));
    await (0,summary/* writeSummary */.Sy)(markdown(1_000_000), secrets, log);
    core.setOutput('changed', plan.changes.length > 0);
    core.setOutput('changes', plan.changes);
    core.setOutput('pull-request', '');
    if (dryRun) {
        log.info(text);
        return 0;
    }
    await openPullRequest(imported, inputs, markdown(comment/* COMMENT_LIMIT */.W$), (line) => log.info(line));
    // After the file is to be had: what is managed and in no file would be removed.
    if (adopt) {
        const { adopt: write } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(12)]).then(__webpack_require__.bind(__webpack_require__, 10012));
        log.info(`Adopted: ${await write({ ...config, cluster })}`);
    }
    return 0;
}
function requested(inputs, problems) {
    const { clusterName, pbxAddress, hosts, access, githubToken, dryRun, clusterFile } = inputs;
    if (!clusterName)
        problems.push('cluster-name: missing; what to call the cluster');
    if (!pbxAddress)
        problems.push('pbx-address: missing; the private address of the main server');
    if (!githubToken && !dryRun)
        problems.push('github-token: missing; the token that opens the pull request');
    if (/^\/|(^|\/)\.\.?(\/|$)/.test(clusterFile))
        problems.push(`cluster-file: "${clusterFile}" is not a path in the repository`);
    return { name: clusterName ?? '', pbx: pbxAddress ?? '', hosts, ...access };
}
async function openPullRequest({ cluster, text }, { githubToken = '', clusterFile, force }, body, say) {
    const title = `Describe the cluster ${cluster.name} in ${clusterFile}`;
    const { number, url, outcome } = await propose(await (0,repository/* openRepository */.h_)(githubToken), { path: clusterFile, text, branch: `portsip-cluster/import-${cluster.name}`, title, body, message: title }, { overwrite: force });
    core.setOutput('pull-request', number ?? '');
    say(number === undefined
        ? `${clusterFile} is as it was found: no pull request`
        : `Pull request #${number} ${outcome}: ${url}`);
}
//# sourceMappingURL=import.js.map

/***/ }),

/***/ 26997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
//# sourceMappingURL=5024.index.js.map