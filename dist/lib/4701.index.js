exports.id = 4701;
exports.ids = [4701,1789];
exports.modules = {

/***/ 24701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
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
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/src/drift/drift.js
var drift_drift = __webpack_require__(68725);
// EXTERNAL MODULE: ./build/src/cluster/window.js
var cluster_window = __webpack_require__(12683);
// EXTERNAL MODULE: ./build/src/render/counts.js
var counts = __webpack_require__(25455);
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(8891);
// EXTERNAL MODULE: ./build/src/render/budget.js
var budget = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
;// CONCATENATED MODULE: ./build/src/render/drift.js





/** The issue's text: nothing in it differs from look to look while the drift is the same. */
function driftBody(items, drift, page) {
    const { clusterFile, cluster, limit } = page;
    const text = new budget/* Budget */._(limit, '… cut here; the whole of it is in the summary of the run.');
    const foot = footer(page);
    text.reserve(foot);
    if (items.length === 0) {
        text.add(`${(0,markdown/* code */.aY)(cluster.name)} is as ${(0,markdown/* code */.aY)(clusterFile)} says.`);
        return text.text(foot);
    }
    const ours = items.filter(({ kind }) => kind !== 'unmanaged');
    const others = items.filter(({ kind }) => kind === 'unmanaged');
    text.add(`The live cluster ${(0,markdown/* code */.aY)(cluster.name)} is not what ${(0,markdown/* code */.aY)(clusterFile)} says: ${sum(ours.length, others.length)}.`);
    const rows = ours.map((item) => {
        const { server, what, deed, impact } = item;
        return [
            server === undefined ? 'main server and PBX' : (0,markdown/* code */.aY)(server),
            `${(0,markdown/* escapeMarkdown */.FV)(what)}${isUnseen(item, drift) ? ' *(as last seen)*' : ''}`,
            deed === undefined ? '–' : (0,markdown/* escapeMarkdown */.FV)(deed),
            counts/* IMPACT_LABELS */.$u[impact],
        ];
    });
    if (rows.length > 0)
        text.addTable(['Server', 'What differs', 'A deploy would', 'Callers would notice'], rows);
    text.addAll(others.map(({ what }) => `- ${(0,markdown/* escapeMarkdown */.FV)(what)}`), '\n', '**Not in the cluster file**\n\n');
    if (drift.unseen.length > 0)
        text.add(`> [!WARNING]\n> ${(0,list/* list */.p)(drift.unseen.map(markdown/* code */.aY), 10)} could not be looked at: the host does not answer. What was seen there before is kept in this list.`);
    if (drift.firewallUnseen)
        text.add('> [!WARNING]\n> Not every firewall of the PBX could be read. What differed there before is kept in this list.');
    text.addAll(drift.notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`), '\n', '**Notes**\n\n');
    text.add(nextSteps(ours, others, page));
    return text.text(foot);
}
const isUnseen = ({ server, sight }, { unseen }) => sight?.on === 'host' && server !== undefined && unseen.includes(server);
function sum(ours, others) {
    return (0,list/* list */.p)([
        ...(ours > 0 ? [(0,list/* plural */.L)(ours, 'difference')] : []),
        ...(others > 0 ? [`${(0,list/* plural */.L)(others, 'server')} that it does not have`] : []),
    ]);
}
function nextSteps(ours, others, { clusterFile, cluster }) {
    const file = (0,markdown/* code */.aY)(clusterFile);
    const { window } = cluster.restart;
    const waits = window && ours.some(({ impact }) => impact !== 'none')
        ? ` What callers notice waits for the maintenance window (${(0,markdown/* escapeMarkdown */.FV)((0,cluster_window/* formatWindow */.A)(window))}).`
        : '';
    return [
        '**What to do**',
        '',
        ...(ours.some(({ deed }) => deed !== undefined)
            ? [
                `- To go back to what the file says: run the deploy workflow, or \`portsip-cluster deploy\`.${waits}`,
                `- To keep what is live: change ${file} in a pull request until its plan is empty.`,
            ]
            : []),
        ...(others.length > 0
            ? [`- To have a server that is not in ${file} managed: add it there by the same name; it is not touched before.`]
            : []),
        '- To leave it as it is: close this issue. It stays closed until something else differs.',
    ].join('\n');
}
function footer({ runsUrl }) {
    const runs = runsUrl ? `[Looked for](${encodeURI(runsUrl)}) on a schedule` : 'Looked for on a schedule';
    return `<sub>${runs} · kept up to date here, so that edits are lost; closes by itself when the drift is gone</sub>`;
}
/** Said when the set of drift is another one than before. */
function driftComment({ came, went }, { returned }, { limit, runUrl }) {
    const text = new budget/* Budget */._(limit, '… cut here; the whole of it is above.');
    const foot = run(runUrl);
    text.reserve(foot);
    text.add(returned ? '**The cluster drifted again.**' : '**The drift changed.**');
    text.addAll(came.map(line), '\n', 'New:\n\n');
    text.addAll(went.map(line), '\n', 'Gone:\n\n');
    return text.text(foot);
}
function goneComment({ cluster, clusterFile, runUrl }) {
    return `**The drift is gone:** ${(0,markdown/* code */.aY)(cluster.name)} is as ${(0,markdown/* code */.aY)(clusterFile)} says again.\n\n${run(runUrl)}\n`;
}
function line({ server, what, kind }) {
    // The message about an unmanaged server names it.
    const who = server === undefined || kind === 'unmanaged' ? '' : `${(0,markdown/* code */.aY)(server)}: `;
    return `- ${who}${(0,markdown/* escapeMarkdown */.FV)(what)}`;
}
const run = (url) => `<sub>[Run](${encodeURI(url)})</sub>`;
//# sourceMappingURL=drift.js.map
// EXTERNAL MODULE: ./build/src/github/comment.js
var github_comment = __webpack_require__(26997);
// EXTERNAL MODULE: ./build/src/github/hidden.js
var github_hidden = __webpack_require__(87582);
// EXTERNAL MODULE: ./build/src/text/line-ends.js
var line_ends = __webpack_require__(23687);
;// CONCATENATED MODULE: ./build/src/github/drift-issue.js






/** Finds the issue again: hidden at its start, one a cluster and file. */
function driftMarker(cluster, file) {
    return (0,github_hidden/* hidden */.R)('drift', { cluster, file });
}
/**
 * Pure. What is known by now goes into the issue, people are told only what is new. One that a person closed stays closed
 * until something else has drifted: they saw it and let it be.
 */
function decide(drift, issue, options) {
    const before = issue && readState(issue.body);
    const items = (0,drift_drift/* carry */.Ul)(before?.items ?? [], drift, options.cluster);
    const digest = (0,drift_drift/* driftDigest */.YB)(items);
    const title = `${options.cluster.name} has drifted from ${options.clusterFile}`;
    const body = withState(items, drift, options);
    const page = { ...options, limit: github_comment/* COMMENT_LIMIT */.W$ - 1000 };
    if (!issue) {
        if (items.length === 0)
            return { do: 'nothing', why: 'no drift' };
        return { do: 'open', title, body };
    }
    if (items.length === 0) {
        if (!issue.open)
            return { do: 'nothing', why: 'no drift' };
        return { do: 'close', title, body, comment: goneComment(page) };
    }
    if (before?.digest === digest) {
        if (!issue.open)
            return { do: 'nothing', why: 'the same drift as when somebody closed the issue: it stays closed' };
        if ((0,line_ends/* sameText */.Q)(issue.body, body))
            return { do: 'nothing', why: 'the same drift as before' };
        return { do: 'update', title, body, reopen: false };
    }
    const comment = driftComment((0,drift_drift/* compareDrift */.pT)(before?.items ?? [], items), { returned: !issue.open }, page);
    return { do: 'update', title, body, comment, reopen: !issue.open };
}
function withState(items, drift, options) {
    const head = `${driftMarker(options.cluster.name, options.clusterFile)}\n${writeState(items)}\n\n`;
    return head + driftBody(items, drift, { ...options, limit: github_comment/* COMMENT_LIMIT */.W$ - head.length });
}
/** Room that is left for what people read, however much has drifted. */
const STATE_LIMIT = 30_000;
function writeState(items) {
    const packed = (0,external_node_zlib_.deflateRawSync)(JSON.stringify((0,drift_drift/* writeItems */.EB)(items))).toString('base64url');
    return (0,github_hidden/* hidden */.R)('drift-state', {
        digest: (0,drift_drift/* driftDigest */.YB)(items),
        // Without it a host that does not answer hides what drifted on it, until it answers again.
        ...(packed.length <= STATE_LIMIT && { items: packed }),
    });
}
/** What the issue said when it was last written; whatever a person made of it. */
function readState(body) {
    const [, digest, packed] = /<!-- portsip-cluster drift-state digest=(sha256%3A[0-9a-f]{64})(?: items=([\w%]+))? -->/.exec(body) ?? [];
    if (digest === undefined)
        return undefined;
    return { digest: decodeURIComponent(digest), items: (packed && unpack(packed)) || [] };
}
function unpack(packed) {
    try {
        const bytes = Buffer.from(decodeURIComponent(packed), 'base64url');
        return (0,drift_drift/* readItems */.F1)(JSON.parse((0,external_node_zlib_.inflateRawSync)(bytes, { maxOutputLength: 4_000_000 }).toString()));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=drift-issue.js.map
// EXTERNAL MODULE: ./build/src/github/repository.js + 1 modules
var repository = __webpack_require__(61039);
;// CONCATENATED MODULE: ./build/src/github/issues.js

/** Does what was decided; returns the number of the issue that is open now, where there is one. */
async function carryOut(issues, verdict, found, labels) {
    if (verdict.do === 'nothing')
        return found?.open ? found.number : undefined;
    const { title, body } = verdict;
    if (verdict.do === 'open' || !found)
        return issues.open({ title, body, labels });
    const state = verdict.do === 'close' ? 'closed' : verdict.reopen ? 'open' : undefined;
    if (!(await issues.edit(found.number, { body, ...(state && { state }) })))
        // Somebody deleted or moved it meanwhile.
        return verdict.do === 'close' ? undefined : issues.open({ title, body, labels });
    if (verdict.comment !== undefined)
        await issues.comment(found.number, verdict.comment);
    return verdict.do === 'close' ? undefined : found.number;
}
const MAY_WRITE = 'the job needs the permission "issues: write"';
const TURNED_OFF = 'issues are turned off for this repository: turn them on in Settings > General > Features, or set dry-run';
/** Issues of the repository that the run is for. */
async function githubIssues(token) {
    const { octokit, owner, repo, viewer } = await (0,repository/* openRepository */.h_)(token);
    const target = { owner, repo };
    const cures = { 403: MAY_WRITE, 404: MAY_WRITE, 410: TURNED_OFF };
    const ask = (what, work) => (0,repository/* asking */.os)(what, work, cures);
    return {
        find: (start) => ask('the issue about drift could not be looked for', async () => {
            const creator = await viewer();
            for (const state of ['open', 'closed']) {
                const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
                    ...target,
                    creator,
                    state,
                    sort: 'created',
                    direction: 'desc',
                    per_page: 100,
                });
                for await (const { data } of pages)
                    for (const { number, body, user, pull_request: pull } of data) {
                        // At the start only: somebody may quote it. Whoever else writes the same is not believed.
                        if (pull || user?.login !== creator || !body?.startsWith(start))
                            continue;
                        return { number, body, open: state === 'open' };
                    }
            }
            return undefined;
        }),
        open: (issue) => ask('the issue about drift could not be opened', async () => {
            const { data } = await octokit.rest.issues.create({ ...target, ...issue });
            return data.number;
        }),
        edit: (number, change) => ask(`issue #${number} could not be updated`, async () => {
            try {
                const reason = change.state === 'closed' ? { state_reason: 'completed' } : {};
                await octokit.rest.issues.update({ ...target, issue_number: number, ...change, ...reason });
                return true;
            }
            catch (error) {
                if ((0,repository/* refusal */.x5)(error) === 404 || (0,repository/* refusal */.x5)(error) === 410)
                    return false;
                throw error;
            }
        }),
        comment: (number, body) => ask(`issue #${number} could not be commented on`, async () => {
            await octokit.rest.issues.createComment({ ...target, issue_number: number, body });
        }),
    };
}
//# sourceMappingURL=issues.js.map
// EXTERNAL MODULE: ./build/src/github/summary.js
var summary = __webpack_require__(31988);
// EXTERNAL MODULE: ./build/src/render/markdown.js + 1 modules
var render_markdown = __webpack_require__(34094);
// EXTERNAL MODULE: ./build/src/render/terminal.js
var terminal = __webpack_require__(59947);
// EXTERNAL MODULE: ./build/src/stages/lock.js
var lock = __webpack_require__(67957);
// EXTERNAL MODULE: ./build/src/finding.js
var src_finding = __webpack_require__(40883);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/plan/document.js
var plan_document = __webpack_require__(73467);
// EXTERNAL MODULE: ./build/src/actions/harness.js + 2 modules
var harness = __webpack_require__(22535);
;// CONCATENATED MODULE: ./build/src/actions/drift.js













/** What differs although nothing was merged, in an issue that opens, changes and closes with it. Changes nothing in the cluster. */
async function main() {
    const { inputs, cluster, config, log } = await (0,harness/* prepare */.iA)(true);
    if (!inputs.githubToken && !inputs.dryRun)
        throw new types/* InputError */.dz('github-token: missing; the token that writes the issue, or dry-run');
    // Loaded late: a mistake in the inputs is told before.
    const { look } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(6382)]).then(__webpack_require__.bind(__webpack_require__, 16382));
    const seen = await look(config);
    const { plan } = seen;
    const { clusterFile } = inputs;
    const drift = (0,drift_drift/* inWords */.r4)((0,drift_drift/* driftOf */.$p)(plan), (text) => config.secrets.redact(text));
    log.info((0,terminal/* renderTerminal */.b)(plan, { color: true, cluster, clusterFile }));
    // It only looked: what would be in a deploy's way is worth a warning here.
    log.findings(plan.warnings.map((finding) => ((0,src_finding/* isBlocking */.U)(finding) ? { ...finding, severity: 'warning' } : finding)));
    const markdown = (0,render_markdown/* renderMarkdown */.Gc)(plan, { clusterFile, cluster, runUrl: (0,harness/* runUrl */.Vp)(), limit: 1_000_000 });
    await (0,summary/* writeSummary */.Sy)(markdown, config.secrets, log);
    core.setOutput('changed', drift.items.length > 0);
    core.setOutput('changes', plan.changes.map(plan_document/* changeDocument */.wL));
    core.setOutput('issue', '');
    const unsure = undecided(seen);
    if (unsure) {
        log.info(`The issue is left as it is: ${unsure.why}`);
        return unsure.exitCode;
    }
    const runsUrl = workflowUrl();
    const options = { cluster, clusterFile, runUrl: (0,harness/* runUrl */.Vp)(), ...(runsUrl && { runsUrl }) };
    if (inputs.dryRun)
        log.info(`Without dry-run: ${decide(drift, undefined, options).do}`);
    else
        await tell(drift, options, { token: inputs.githubToken ?? '', labels: inputs.labels }, log);
    return 0;
}
/** Why this look says nothing about drift, if so. A host that does not answer is no reason: that is known server by server. */
function undecided({ live }) {
    if (!(0,reachable/* isReachable */.k)(live.main))
        return { why: 'the main server does not answer', exitCode: 1 };
    const holder = (0,lock/* lockHolder */.ms)(live.main);
    return holder === undefined ? undefined : { why: `a deploy is at work: ${holder}`, exitCode: 0 };
}
async function tell(drift, options, { token, labels }, log) {
    const issues = await githubIssues(token);
    const found = await issues.find(driftMarker(options.cluster.name, options.clusterFile));
    const verdict = decide(drift, found, options);
    const number = await carryOut(issues, verdict, found, labels);
    log.info(`Issue${number === undefined ? '' : ` #${number}`}: ${verdict.do === 'nothing' ? verdict.why : verdict.do}`);
    core.setOutput('issue', number ?? '');
}
/** The page that lists the runs of this workflow: `owner/repo/.github/workflows/drift.yml@refs/heads/main` names it. */
function workflowUrl({ env } = process) {
    const file = /^[^/]+\/[^/]+\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
    if (file === undefined)
        return undefined;
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    return `${server}/${repository}/actions/workflows/${file}`;
}
//# sourceMappingURL=drift.js.map

/***/ }),

/***/ 68725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   EB: () => (/* binding */ writeItems),
/* harmony export */   F1: () => (/* binding */ readItems),
/* harmony export */   Ul: () => (/* binding */ carry),
/* harmony export */   YB: () => (/* binding */ driftDigest),
/* harmony export */   pT: () => (/* binding */ compareDrift),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
/* unused harmony export couldSee */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5958);
/* harmony import */ var _text_natural_order__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27952);




/** Findings that say that somebody changed the live cluster, and that no deploy ends; with where they are seen. */
const DRIFTED = new Map([
    ['firewalld-not-running', { on: 'portal' }],
    ['zone-conflict', { on: 'firewall' }],
    ['address-denied', { on: 'portal' }],
]);
/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
function driftOf(plan) {
    const { changes, warnings } = plan;
    const isRestart = (change) => (0,_stages__WEBPACK_IMPORTED_MODULE_2__/* .stageOf */ .gV)(change) === 'restart';
    const findings = warnings.flatMap((finding) => {
        const { code, server = '' } = finding;
        const sight = DRIFTED.get(code);
        if (code === 'unmanaged-server')
            return [fromFinding('unmanaged', `unmanaged/${server}`, finding)];
        return sight ? [fromFinding('finding', `finding/${code}/${server}`, finding, sight)] : [];
    });
    return {
        items: inOrder([...changes.filter((change) => !isRestart(change)).map(fromChange), ...findings]),
        unseen: [
            ...new Set(warnings.flatMap(({ code, server }) => (code === 'host-unreachable' && server !== undefined ? [server] : []))),
        ].sort(_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U),
        firewallUnseen: warnings.some(({ code }) => code === 'node-unreachable' || code === 'firewalld-not-running'),
        owed: changes.filter(isRestart).map(({ id }) => id),
        notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
    };
}
/** The same with all that machines said put through `say`. */
function inWords(drift, say) {
    const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
    return { ...drift, items, notes: drift.notes.map(say) };
}
function fromChange(change) {
    const { id, action, server, impact } = change;
    const words = (0,_stages__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(change);
    const values = (words.selfExplaining?.(change) ? [] : words.differences(change)).map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`);
    // Of what is missing as a whole, or is one too many, the reason tells more than its values.
    const what = values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : words.reason(change);
    const [verb, particle] = words.deed(change);
    return {
        id,
        kind: 'change',
        ...(server !== undefined && { server }),
        deed: [verb, words.target(change), particle].filter(Boolean).join(' '),
        what,
        impact,
        sight: sightOf(change),
    };
}
function sightOf(change) {
    switch (change.kind) {
        case 'trusted-source':
        case 'source-removal':
            return { on: 'firewall' };
        case 'role':
        case 'role-removal':
        case 'pbx-image':
            return { on: 'host' };
        // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
        case 'built-in-on':
        case 'built-in-off':
            return { on: 'hosts', role: change.role };
        default:
            return { on: 'portal' };
    }
}
function fromFinding(kind, id, { server, message }, sight = { on: 'portal' }) {
    return { id, kind, ...(server !== undefined && { server }), what: message, impact: 'none', sight };
}
/** Whether a look that did not see everything could have seen an item. */
function couldSee({ server, sight }, { unseen, firewallUnseen }, cluster) {
    const inFile = (name) => cluster.servers.find((one) => one.name === name);
    // Nobody can say what such a look had to see.
    if (!sight)
        return unseen.length === 0 && !firewallUnseen;
    if (sight.on === 'hosts')
        return !unseen.some((name) => inFile(name)?.role === sight.role);
    if (sight.on === 'firewall' && firewallUnseen)
        return false;
    if (server === undefined || !unseen.includes(server))
        return true;
    // The portal and the main server were asked; of what left the file everything waits for its host.
    return sight.on !== 'host' && inFile(server) !== undefined;
}
/**
 * What there is, and what there was that this look could not see: a host that does not answer hides what is on it, and drift
 * that nobody saw end has not ended.
 */
function carry(before, drift, cluster) {
    const present = new Set(drift.items.map(({ id }) => id));
    return inOrder([
        ...drift.items,
        ...before.filter((item) => !present.has(item.id) && !couldSee(item, drift, cluster)),
    ]);
}
/** `sha256:` of what has drifted; the same set has the same digest. */
function driftDigest(items) {
    const what = inOrder(items).map(key);
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(what)).digest('hex')}`;
}
/** What came, and what went. What differs in another way than before is in both. */
function compareDrift(before, now) {
    const had = new Set(before.map(key));
    const have = new Set(now.map(key));
    return { came: now.filter((item) => !had.has(key(item))), went: before.filter((item) => !have.has(key(item))) };
}
const key = ({ id, deed: does = '', what }) => JSON.stringify([id, does, what]);
function inOrder(items) {
    return [...items].sort((a, b) => (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.server ?? '', b.server ?? '') || (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.id, b.id));
}
/** Whatever was written, only items of the right shape; undefined when it holds none at all. */
function readItems(value) {
    if (!Array.isArray(value))
        return undefined;
    const items = [];
    for (const entry of value) {
        if (!Array.isArray(entry))
            return undefined;
        const [id, server, does, what, impact, kind, on, role] = entry;
        const known = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .IMPACTS */ .wD.find((one) => one === impact);
        if (typeof id !== 'string' || typeof what !== 'string' || known === undefined)
            return undefined;
        const sight = readSight(on, role);
        items.push({
            id,
            // Earlier releases wrote none.
            kind: ITEM_KINDS.find((one) => one === kind) ?? (typeof does === 'string' ? 'change' : 'finding'),
            ...(typeof server === 'string' && { server }),
            ...(typeof does === 'string' && { deed: does }),
            what,
            impact: known,
            ...(sight && { sight }),
        });
    }
    return items;
}
const ITEM_KINDS = ['change', 'unmanaged', 'finding'];
function readSight(on, role) {
    if (on === 'hosts')
        return typeof role === 'string' && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(role) ? { on, role } : undefined;
    return on === 'portal' || on === 'host' || on === 'firewall' ? { on } : undefined;
}
/** For `readItems`. */
function writeItems(items) {
    return items.map(({ id, kind, server, deed: does, what, impact, sight }) => [
        id,
        server ?? null,
        does ?? null,
        what,
        impact,
        kind,
        ...(sight ? [sight.on] : []),
        ...(sight?.on === 'hosts' ? [sight.role] : []),
    ]);
}
//# sourceMappingURL=drift.js.map

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

/***/ 77278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   nM: () => (/* binding */ refreshLock),
/* harmony export */   rh: () => (/* binding */ writeRecord),
/* harmony export */   x_: () => (/* binding */ releaseLock)
/* harmony export */ });
/* unused harmony exports WRITE_RECORD, READ_LOCK, CHANGE_LOCK */
/* harmony import */ var _state_folder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56201);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65720);



/** $1 name, $2 content. A reader sees the old file or the new one; after a power cut too. */
const WRITE_RECORD = `
umask 077
folder=${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
mkdir -p "$folder" || exit
printf '%s' "$2" >"$folder/.$1.json.$$" || { rm -f "$folder/.$1.json.$$"; exit 1; }
sync "$folder/.$1.json.$$" 2>/dev/null || sync
mv "$folder/.$1.json.$$" "$folder/$1.json"
`;
/** Writes the cluster's record on the main server, for root only. */
async function writeRecord(host, name, json) {
    check(host, await host.run(WRITE_RECORD, [clusterName(name), json], { repeatable: true }), 'keep the record of this cluster');
}
/*
 * The lock is a folder with the holder's JSON in it. Everything is decided on our side from what was read, and done
 * on the host only if that is still so, under a mutex that the kernel lets go when its holder dies. A heartbeat is the
 * file's time; the host's clock alone is asked, so that no two clocks are compared.
 */
const LOCK_FUNCTIONS = `
umask 077
folder=${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
lock=$folder/$1.lock
mkdir -p "$folder" || exit
locked() {
  if command -v flock >/dev/null; then
    exec 9>"$folder/$1.mutex"
    flock -w 20 9
    return
  fi
  tries=0
  until mkdir "$folder/$1.mutex.d" 2>/dev/null; do
    tries=$((tries + 1))
    [ -z "$(find "$folder/$1.mutex.d" -prune -mmin +1 2>/dev/null)" ] || rmdir "$folder/$1.mutex.d"
    [ $tries -lt 200 ] || return 1
    sleep 0.1 2>/dev/null || sleep 1
  done
  # shellcheck disable=SC2064 # the name as it is now
  trap "rmdir '$folder/$1.mutex.d'" EXIT
}
# $version: what is there, and when it was last written; empty when there is none
look() {
  version=
  [ -d "$lock" ] || return 0
  version=$(date -r "$lock" +%s):
  [ ! -f "$lock/holder.json" ] || version=$(date -r "$lock/holder.json" +%s):$(cat "$lock/holder.json")
}
`;
/** $1 name. Prints the host's time, then the version. */
const READ_LOCK = `${LOCK_FUNCTIONS}
look
date +%s
printf '%s' "$version"
`;
/** $1 name, $2 the version that must still be there, $3 what to do, $4 content. Exit 9: it is not there any more. */
const CHANGE_LOCK = `${LOCK_FUNCTIONS}
locked "$1" || exit 8
look
[ "$version" = "$2" ] || exit 9
case $3 in
write)
  mkdir -p "$lock" || exit 1
  printf '%s' "$4" >"$lock/holder.json.new" && mv "$lock/holder.json.new" "$lock/holder.json"
  ;;
touch) touch "$lock/holder.json" ;;
remove) rm -rf "$lock" ;;
*) exit 2 ;;
esac
`;
/**
 * Takes the cluster's lock for `holder`, or says who has it. One that was not refreshed for `staleAfterMs` is taken
 * over, and one whose holder is known to be dead at once; one with our own id is taken again.
 */
async function acquireLock(host, name, holder, options) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        const ours = lock.holder?.id === holder.id;
        const dead = lock.holder && options.isDead?.(lock.holder);
        if (lock.holder && !ours && !dead && lock.idleMs < options.staleAfterMs)
            return { acquired: false, holder: lock.holder, idleMs: lock.idleMs };
        if (await changeLock(host, name, lock.version, 'write', JSON.stringify(holder)))
            return { acquired: true, ...(lock.holder && !ours && { tookOver: lock.holder }) };
    }
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)}: the lock of ${name} changes hands all the time; try again`, host.machine.name, 'command');
}
/** Says that the holder lives. false: somebody else has it, or nobody. */
async function refreshLock(host, name, id) {
    return changeOwn(host, name, id, 'touch');
}
/** Lets it go if it is ours. false: it was not. */
async function releaseLock(host, name, id) {
    return changeOwn(host, name, id, 'remove');
}
async function changeOwn(host, name, id, what) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        if (lock.holder?.id !== id)
            return false;
        if (await changeLock(host, name, lock.version, what, ''))
            return true;
    }
    return false;
}
async function readLock(host, name) {
    const output = check(host, await host.run(READ_LOCK, [clusterName(name)], { repeatable: true }), 'read the lock of this cluster');
    const newline = output.stdout.indexOf('\n');
    const now = Number(output.stdout.slice(0, newline));
    const version = output.stdout.slice(newline + 1);
    if (version === '')
        return { version, idleMs: 0 };
    const colon = version.indexOf(':');
    return {
        version,
        holder: readHolder(version.slice(colon + 1)),
        idleMs: (now - Number(version.slice(0, colon))) * 1000,
    };
}
function readHolder(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {}; // its writer died half way; it becomes stale like any other
    }
}
async function changeLock(host, name, version, what, content) {
    // Twice does no harm: the second finds another version, and whoever asked looks again.
    const output = await host.run(CHANGE_LOCK, [clusterName(name), version, what, content], { repeatable: true });
    if (output.code === 9)
        return false;
    check(host, output, 'change the lock of this cluster');
    return true;
}
function check(host, output, what) {
    if (output.code === 0)
        return output;
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)} could not ${what} in ${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P} (exit ${output.code}): ${output.stderr.trim().split('\n').at(-1) || 'it does not say why'}; is its disk full or read-only?`, host.machine.name, 'command');
}
/** It becomes a file name. */
function clusterName(name) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
        throw new TypeError(`not a cluster name: ${name}`);
    return name;
}
//# sourceMappingURL=files.js.map

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

/***/ 67957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ releaseOwn),
/* harmony export */   kK: () => (/* binding */ withLock),
/* harmony export */   ms: () => (/* binding */ lockHolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77278);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17033);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73039);




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
    const held = await (0,_wait__WEBPACK_IMPORTED_MODULE_3__/* .until */ .T)(session, PATIENCE_MS, async () => {
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
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Z(`${cluster.name} is locked by ${describe(other ?? {})}; try again when that run has ended`);
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
//# sourceMappingURL=4701.index.js.map