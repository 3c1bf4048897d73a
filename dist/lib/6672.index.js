"use strict";
exports.id = 6672;
exports.ids = [6672,1789];
exports.modules = {

/***/ 86672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 6 modules
var core = __webpack_require__(96251);
// EXTERNAL MODULE: ./build/src/host/shell-quote.js
var shell_quote = __webpack_require__(70126);
;// CONCATENATED MODULE: ./build/src/github/approve.js

/** The command line that deploys exactly the plan of that digest: the workflow that runs, with the inputs that it has. */
function approveCommand(digest, asked, env = process.env) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: branch = '', GITHUB_WORKFLOW_REF: workflow = '' } = env;
    const file = /\/([^/@]+\.ya?ml)@/.exec(workflow)?.[1] ?? 'deploy.yml';
    const inputs = {
        approve: digest,
        ...(asked.servers.length > 0 && { servers: asked.servers.join(' ') }),
        ...(asked.force && { force: 'true' }),
        ...(asked.gone.length > 0 && { 'host-is-gone': asked.gone.join(' ') }),
        ...(asked.allowUndersized && { 'allow-undersized': 'true' }),
        ...(asked.installSshKey && { 'install-ssh-key': 'true' }),
        ...(asked.rotateImToken && { 'rotate-im-token': 'true' }),
        ...(asked.rotateDataflowToken && { 'rotate-dataflow-token': 'true' }),
        ...(asked.dataflowTokenPath && { 'dataflow-token-path': asked.dataflowTokenPath }),
    };
    return [
        ...['gh', 'workflow', 'run', file],
        ...(repository ? ['--repo', repository] : []),
        ...(branch ? ['--ref', branch] : []),
        ...Object.entries(inputs).flatMap(([name, value]) => ['-f', `${name}=${value}`]),
    ]
        .map(quoted)
        .join(' ');
}
/** For a shell that somebody pastes it into. */
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : (0,shell_quote/* shellQuote */.ZL)(word);
}
//# sourceMappingURL=approve.js.map
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./build/src/github/comment.js
var github_comment = __webpack_require__(26997);
// EXTERNAL MODULE: ./build/src/github/repository.js + 1 modules
var github_repository = __webpack_require__(61039);
;// CONCATENATED MODULE: ./build/src/github/review.js



/**
 * The plan that was reviewed before the cluster file came to be what it is: in the comment of the pull request that changed
 * it last. Anybody who may write to a repository may edit a comment of the bot, which GitHub remembers: such a one counts
 * for nothing.
 */
async function findReviewed(history, wanted) {
    const { commit, branch, file } = wanted;
    const changed = await history.lastChange(commit, file);
    if (!changed)
        return { kind: 'none', why: `No commit on ${branch} has a ${file}.` };
    const merged = (await history.pulls(changed))
        .filter(({ mergedAt, base }) => mergedAt !== undefined && base === branch)
        .sort((a, b) => (a.mergedAt ?? '').localeCompare(b.mergedAt ?? ''));
    const pull = merged.at(-1);
    if (!pull)
        return {
            kind: 'none',
            why: `${file} was changed by ${changed.slice(0, 12)}, which came to ${branch} without a pull request.`,
        };
    return inPull(history, wanted, pull);
}
async function inPull(history, wanted, pull) {
    const refused = (why) => ({ kind: 'refused', why: `#${pull.number}: ${why}` });
    const begin = (0,github_comment/* marker */.xL)(wanted.cluster, wanted.file);
    const own = [];
    for await (const comment of history.comments(pull.number))
        if (comment.author === wanted.author && comment.body.startsWith(begin))
            own.push(comment);
    if (own.length === 0)
        return {
            kind: 'none',
            why: `#${pull.number} has no plan of ${wanted.file} by ${wanted.author}: it failed, was not run, or may not comment.`,
        };
    const states = new Map((await history.states(own.map(({ nodeId }) => nodeId))).map((state) => [state.nodeId, state]));
    const shown = own.filter(({ nodeId }) => states.get(nodeId)?.minimized === false);
    const [comment, ...others] = shown.length > 0 ? shown : own;
    if (!comment || others.length > 0)
        return refused(`more than one comment says that it is the plan of ${wanted.file}.`);
    const state = states.get(comment.nodeId);
    if (!state)
        return refused("GitHub does not tell who edited the plan's comment.");
    const { editor } = state;
    if (editor && !(editor.login === wanted.author.replace(/\[bot\]$/, '') && editor.isBot === isBot(wanted.author)))
        return refused(`the plan's comment was edited by ${editor.login}, so that nobody knows what was reviewed.`);
    const { repository, key } = wanted;
    const seal = { repository, number: pull.number, head: pull.head };
    if (key !== undefined && !(0,github_comment/* isSealed */.dy)(comment.body, key, seal))
        return refused("the plan's comment has no seal that fits the review key: it was not written by the plan, or changed.");
    const told = (0,github_comment/* toldBy */.Hd)(comment.body);
    if (!told)
        return refused("the plan's comment has no plan in it that could be read: it is of another release, or changed.");
    if (told.head !== pull.head)
        return {
            kind: 'none',
            why: `#${pull.number} was planned at ${told.head.slice(0, 12)}, but merged at ${pull.head.slice(0, 12)}: what was pushed last has no plan.`,
        };
    return { kind: 'plan', pull: { number: pull.number, url: pull.url }, reviewed: told.reviewed };
}
const isBot = (login) => login.endsWith('[bot]');
const STATES = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id isMinimized lastEditedAt editor { __typename login } } }
}`;
/** Over GitHub's API, of the run's own repository. */
async function githubHistory(token) {
    const repository = await (0,github_repository/* openRepository */.h_)(token);
    const { octokit, owner, repo } = repository;
    return {
        lastChange: async (sha, path) => {
            const file = (0,posix_.normalize)(path);
            const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha, path: file, per_page: 1 });
            return data[0]?.sha;
        },
        pulls: async (commit_sha) => {
            const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha });
            return data.map(({ number, html_url, head, base, merged_at }) => ({
                number,
                url: html_url,
                head: head.sha,
                base: base.ref,
                ...(merged_at && { mergedAt: merged_at }),
            }));
        },
        comments: (pull) => (0,github_repository/* commentsOf */.u3)(repository, pull),
        states: async (ids) => {
            const { nodes } = await octokit.graphql(STATES, { ids: ids.slice(0, 100) });
            return nodes.flatMap((node) => (node?.id === undefined ? [] : [stateOf(node.id, node)]));
        },
    };
}
function stateOf(nodeId, { isMinimized, lastEditedAt, editor }) {
    const minimized = isMinimized === true;
    // Edited, but by somebody who is not there any more: that is nobody's plan.
    if (!editor)
        return { nodeId, minimized, ...(lastEditedAt && { editor: { login: 'somebody', isBot: false } }) };
    return {
        nodeId,
        minimized,
        editor: { login: editor.login.replace(/\[bot\]$/, ''), isBot: editor.__typename === 'Bot' },
    };
}
//# sourceMappingURL=review.js.map
// EXTERNAL MODULE: ./build/src/github/summary.js
var summary = __webpack_require__(31988);
// EXTERNAL MODULE: ./build/src/render/counts.js
var counts = __webpack_require__(25455);
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(8891);
// EXTERNAL MODULE: ./build/src/render/budget.js
var budget = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/src/render/markdown.js + 1 modules
var render_markdown = __webpack_require__(34094);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
;// CONCATENATED MODULE: ./build/src/render/decision.js





/** Whether a deploy goes on, in a sentence, in lines for a log, and for a job's summary. */
function renderDecision(decision, options) {
    const { plan } = options;
    if (decision.go) {
        const headline = goes(decision, plan);
        return { headline, lines: [headline], markdown: decision.why === 'nothing' ? '' : going(decision, headline) };
    }
    const { why, differences, settings } = decision;
    const count = (0,list/* plural */.L)(differences.length, 'change');
    const headline = `${why} Nothing was done. ${settings.length > 0
        ? `Other than reviewed: ${(0,list/* list */.p)(settings)}.`
        : `${count} nobody has reviewed: ${(0,list/* list */.p)(ids(differences))}.`}`;
    return { headline, lines: [headline, ...approval(options)], markdown: stopped(decision, options) };
}
function goes(decision, { changes }) {
    const count = (0,list/* plural */.L)(changes.length, 'change');
    switch (decision.why) {
        case 'nothing':
            return 'There is nothing to do, and so nothing to review.';
        case 'approved':
            return `${count}, approved by digest.`;
        case 'asked':
            return `${count}, all of them asked for by whoever runs this.`;
        case 'unreviewed-allowed':
            return `${count} that nobody has reviewed: without-review is allow.`;
        case 'reviewed':
            return `${changes.length === 1 ? 'The only change was' : `All ${changes.length} changes were`} reviewed in #${decision.pull.number}${decision.done ? ', of more that are done already or no longer needed' : ''}.`;
    }
}
function going(decision, headline) {
    if (decision.why !== 'reviewed')
        return `<sub>${(0,markdown/* escapeMarkdown */.FV)(headline)}</sub>\n`;
    const { number, url } = decision.pull;
    const [before = '', after = ''] = headline.split(`#${number}`);
    return `<sub>✅ ${(0,markdown/* escapeMarkdown */.FV)(before)}[#${number}](${encodeURI(url)})${(0,markdown/* escapeMarkdown */.FV)(after)}</sub>\n`;
}
function stopped(decision, options) {
    const { why, differences, settings } = decision;
    const { plan, clusterFile } = options;
    const page = new budget/* Budget */._(options.limit ?? 500_000, '… cut here; the rest is in the log.');
    const next = [
        `**Next:** open a pull request that changes ${(0,markdown/* code */.aY)(clusterFile)}, whose plan shows it, and merge it; or, when what is above is what you want, approve exactly this:`,
        (0,markdown/* fence */.EU)('sh', [options.command]),
        `Without a terminal: Actions, this workflow, “Run workflow”, and ${(0,markdown/* code */.aY)(plan.digest)} as ${(0,markdown/* code */.aY)('approve')}.`,
    ].join('\n\n');
    page.reserve(next);
    page.add(`## ${(0,markdown/* code */.aY)(plan.cluster)}: stopped before anything was done`);
    page.add(`> [!CAUTION]\n> ${(0,markdown/* escapeMarkdown */.FV)(why)}`);
    if (settings.length > 0)
        page.add(`How it would be done is not what was reviewed: ${(0,list/* list */.p)(settings.map(markdown/* code */.aY))} in ${(0,markdown/* code */.aY)(clusterFile)} ${settings.length === 1 ? 'has' : 'have'} changed since.`);
    page.addAll((0,counts/* impactSentences */.bw)({ ...plan, changes: differences.map(({ change }) => change) }).map((sentence) => `- ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`), '\n', '**What callers would notice of it**\n\n');
    const known = plan.changes.length - differences.length;
    page.add(`**${(0,list/* plural */.L)(differences.length, 'change')} nobody has reviewed**${known > 0 ? `, besides ${known} that somebody did` : ''}`);
    page.addFence('diff', differences.flatMap(lines));
    return page.text(next);
}
function lines({ change, otherwise }) {
    const [first = '', ...rest] = (0,render_markdown/* changeLines */.Ow)([change]);
    return [`${first}${otherwise ? ' (reviewed with other values)' : ''}`, ...rest];
}
const ids = (differences) => differences.map(({ change }) => change.id);
function approval({ command }) {
    return ['To deploy exactly this plan:', `  ${command}`];
}
//# sourceMappingURL=decision.js.map
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/plan/document.js
var plan_document = __webpack_require__(73467);
// EXTERNAL MODULE: ./build/src/plan/plan.js + 2 modules
var plan_plan = __webpack_require__(24784);
// EXTERNAL MODULE: ./build/src/stages/index.js + 3 modules
var stages = __webpack_require__(5958);
// EXTERNAL MODULE: ./build/src/actions/harness.js + 2 modules
var harness = __webpack_require__(22535);
;// CONCATENATED MODULE: ./build/src/actions/review.js













/** Stops a deploy that would do something that nobody has reviewed. Changes nothing. */
async function main() {
    const job = await (0,harness/* prepare */.iA)(true);
    const { inputs, cluster, config, log } = job;
    // Loaded late: a mistake in the inputs is told before.
    const { lookOnly } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(9233)]).then(__webpack_require__.bind(__webpack_require__, 89233));
    const result = await log.group('Looking at the cluster', () => lookOnly(config, runOptions(inputs)));
    const plan = deployed(result);
    core.setOutput('changed', plan.changes.length > 0);
    core.setOutput('changes', plan.changes.map(plan_document/* changeDocument */.wL));
    core.setOutput('plan-digest', plan.digest);
    core.setOutput('url', cluster.pbx.api);
    const needed = plan.changes.length > 0 && inputs.approve === undefined;
    const found = needed ? await lookUp(job) : { kind: 'none', why: '' };
    const { approve, withoutReview, dryRun } = inputs;
    const decision = (0,review/* decide */.LD)({
        plan,
        unasked: result.seen.unasked(),
        found,
        withoutReview,
        ...(approve && { approve }),
    });
    const command = approveCommand(plan.digest, inputs);
    const told = renderDecision(decision, { plan, clusterFile: inputs.clusterFile, command, runUrl: (0,harness/* runUrl */.Vp)() });
    for (const line of told.lines)
        log.info(line);
    await (0,summary/* writeSummary */.Sy)(told.markdown, config.secrets, log);
    if (decision.go) {
        if (decision.why === 'reviewed')
            core.setOutput('pull-request', decision.pull.url);
        core.setOutput('reviewed-plan', await keep(decision));
        return 0;
    }
    const place = { file: inputs.clusterFile, startLine: 1, title: 'Not reviewed' };
    if (dryRun)
        log.warning(told.headline, place);
    else
        log.error(told.headline, place);
    return dryRun ? 0 : 1;
}
function runOptions(inputs) {
    const { rotateImToken, rotateDataflowToken, dataflowTokenPath } = inputs;
    return {
        ...(0,harness/* commonOptions */.OP)(inputs),
        dryRun: true,
        rotate: [...(rotateImToken ? ['im'] : []), ...(rotateDataflowToken ? ['dataflow'] : [])],
        ...(dataflowTokenPath && { dataflowTokenPath }),
    };
}
/** A deploy of some servers restarts whatever is owed all the same. */
function deployed({ plan, seen }) {
    const ids = new Set(plan.changes.map(({ id }) => id));
    const owed = seen.all.changes.filter((change) => (0,stages/* stageOf */.gV)(change) === 'restart' && !ids.has(change.id));
    return owed.length === 0 ? plan : (0,plan_plan.withChanges)(plan, [...plan.changes, ...owed]);
}
async function lookUp({ inputs, cluster, log }) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '', GITHUB_REF_NAME: branch = '' } = process.env;
    const { githubToken, clusterFile: file, reviewAuthor: author, reviewKey } = inputs;
    if (!githubToken)
        return { kind: 'refused', why: 'There is no github-token to look for the reviewed plan with.' };
    try {
        const history = await githubHistory(githubToken);
        const wanted = { repository, commit, branch, cluster: cluster.name, file, author };
        return await findReviewed(history, { ...wanted, ...(reviewKey && { key: reviewKey }) });
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const why = `GitHub does not tell what was reviewed (${message}). The job's token needs contents: read and pull-requests: read.`;
        // Where nobody has to review, an outage of GitHub stops nothing; it is told.
        if (inputs.withoutReview === 'allow')
            log.warning(why);
        return { kind: 'none', why };
    }
}
/** For the steps that follow, which look again and do nothing else. undefined, as the empty string: they may do anything. */
async function keep(decision) {
    if (!decision.go || !decision.allowed)
        return '';
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'portsip-reviewed-'));
    const file = (0,external_node_path_.join)(folder, 'reviewed');
    await (0,promises_.writeFile)(file, `${(0,review/* packReviewed */.xK)(decision.allowed)}\n`, { mode: 0o600 });
    return file;
}
//# sourceMappingURL=review.js.map

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
//# sourceMappingURL=6672.index.js.map