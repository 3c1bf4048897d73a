/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 624:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'approve'() {
    return __nccwpck_require__(681);
  },
  get 'base'() {
    return __nccwpck_require__(859);
  },
  get 'base-of-run'() {
    return __nccwpck_require__(777);
  },
  get 'comment'() {
    return __nccwpck_require__(997);
  },
  get 'discover'() {
    return __nccwpck_require__(261);
  },
  get 'drift-issue'() {
    return __nccwpck_require__(105);
  },
  get 'fleet-comment'() {
    return __nccwpck_require__(684);
  },
  get 'fleet-deploys'() {
    return __nccwpck_require__(561);
  },
  get 'fleet-issue'() {
    return __nccwpck_require__(530);
  },
  get 'issues'() {
    return __nccwpck_require__(638);
  },
  get 'journal'() {
    return __nccwpck_require__(627);
  },
  get 'last-success'() {
    return __nccwpck_require__(560);
  },
  get 'look-file'() {
    return __nccwpck_require__(840);
  },
  get 'pull-request'() {
    return __nccwpck_require__(949);
  },
  get 'repository'() {
    return __nccwpck_require__(866);
  },
  get 'review'() {
    return __nccwpck_require__(286);
  },
  get 'summary'() {
    return __nccwpck_require__(988);
  },
};


/***/ }),

/***/ 681:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/approve.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.approveCommand = approveCommand;
const shell_quote_1 = { get it() { return (__nccwpck_require__(83)["shell-quote"]); } };
/** The command line that deploys exactly the plan of that digest: the workflow that runs, with the inputs that it has. */
function approveCommand(digest, asked, env = process.env) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: branch = '', GITHUB_WORKFLOW_REF: workflow = '' } = env;
    const file = /\/([^/@]+\.ya?ml)@/.exec(workflow)?.[1] ?? 'deploy.yml';
    const inputs = {
        approve: digest,
        ...(asked.ofMany && { files: asked.clusterFile }),
        ...(asked.servers.length > 0 && { servers: asked.servers.join(' ') }),
        ...(asked.force && { force: 'true' }),
        ...(asked.hostIsGone.length > 0 && { 'host-is-gone': asked.hostIsGone.join(' ') }),
        ...(asked.allowUndersized && { 'allow-undersized': 'true' }),
        ...(asked.installSshKey && { 'install-ssh-key': 'true' }),
        ...(asked.rotateImToken && { 'rotate-im-token': 'true' }),
        ...(asked.rotateSbcToken && { 'rotate-sbc-token': 'true' }),
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
    return /^[\w@%+=:,./-]+$/.test(word) ? word : (0, shell_quote_1.it.shellQuote)(word);
}

/***/ }),

/***/ 777:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/base-of-run.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.baseOfRun = baseOfRun;
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const base_1 = __nccwpck_require__(859);
/** `given`: the input base-ref, which wins over what GitHub tells of the event. Never throws. */
async function baseOfRun(given, env = process.env) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    const isPullRequest = event.startsWith('pull_request');
    const ref = given ?? ((await isMergeOfPull(env)) ? 'HEAD^1' : await fromEvent(event, env['GITHUB_EVENT_PATH']));
    if (ref === undefined)
        return {
            isPullRequest,
            why: `There is nothing to compare this commit with${event && ` (${event})`}: all clusters count as changed`,
        };
    try {
        return { isPullRequest, commit: await (0, base_1.commitOf)(ref) };
    }
    catch (error) {
        if (!(error instanceof input_error_1.it.InputError))
            throw error;
        return {
            isPullRequest,
            why: `The commit to compare with, ${ref}, cannot be read: all clusters count as changed. Check out with a fetch-depth of 0`,
        };
    }
}
/**
 * Whether GitHub's own merge of a pull request is checked out: its first parent is the base branch as it was merged with, which may be
 * newer than the event says. A workflow that checks the branch itself out has another first parent.
 */
async function isMergeOfPull(env) {
    if (env['GITHUB_EVENT_NAME'] !== 'pull_request' || !/^refs\/pull\/\d+\/merge$/.test(env['GITHUB_REF'] ?? ''))
        return false;
    return (await (0, base_1.git)('rev-parse', '--verify', '--quiet', 'HEAD')).stdout.trim() === env['GITHUB_SHA'];
}
async function fromEvent(event, path) {
    const payload = await payloadOf(path);
    const at = (...keys) => keys.reduce((value, key) => ((0, unknown_1.it.isObject)(value) ? value[key] : undefined), payload);
    const hash = event.startsWith('pull_request')
        ? at('pull_request', 'base', 'sha')
        : event === 'merge_group'
            ? at('merge_group', 'base_sha')
            : event === 'push'
                ? at('before')
                : undefined;
    // All zeros: the branch is new.
    return typeof hash === 'string' && /^[0-9a-f]{40,64}$/.test(hash) && !/^0+$/.test(hash) ? hash : undefined;
}
async function payloadOf(path) {
    if (path === undefined)
        return undefined;
    try {
        return JSON.parse(await (0, plain_file_1.it.readPlain)(path));
    }
    catch {
        return undefined;
    }
}

/***/ }),

/***/ 859:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/base.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.git = void 0;
exports.baseCluster = baseCluster;
exports.atCommit = atCommit;
exports.commitOf = commitOf;
exports.textAt = textAt;
const node_path_1 = __nccwpck_require__(760);
const exec_1 = { get it() { return (__nccwpck_require__(270)["@actions/exec"]); } };
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const shared_file_1 = { get it() { return (__nccwpck_require__(907)["shared-file"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const yaml_1 = { get it() { return (__nccwpck_require__(907).yaml); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** The cluster as it was, for an offline plan: a file's, or a commit's version of it. undefined: there was none. */
async function baseCluster({ clusterFile, baseClusterFile, baseRef }, log) {
    const parsed = baseClusterFile
        ? (0, load_1.it.parseClusterFile)(await read(baseClusterFile), baseClusterFile)
        : baseRef
            ? await atCommit(await commitOf(baseRef), clusterFile)
            : undefined;
    if (!parsed)
        return undefined;
    const { cluster } = parsed;
    // A base that cannot be used is no fault of the pull request: it may be the one that repairs it.
    if (!cluster)
        log.warning('The cluster file to compare with has errors; the plan shows everything as new');
    return cluster;
}
async function read(file) {
    try {
        return await (0, plain_file_1.it.readPlain)(file);
    }
    catch (error) {
        throw new types_1.it.InputError(`base-cluster-file: ${file} cannot be read (${(0, plain_file_1.it.isLink)(error) ? plain_file_1.it.A_LINK : ((0, unknown_1.it.codeOf)(error) ?? 'unknown')})`);
    }
}
/** A cluster file as a commit has it, with the settings that it shared then; undefined: the commit has no such file. */
async function atCommit(commit, path) {
    const text = await textAt(commit, path);
    if (text === undefined)
        return undefined;
    const own = (0, yaml_1.it.readYaml)(text);
    const file = (0, shared_file_1.it.sharedPath)(own, path);
    if (file === undefined)
        return (0, load_1.it.parseCluster)(own, path);
    const shared = await textAt(commit, file);
    const missing = { why: 'that commit has no such file', cure: 'correct the path, which is relative to this file' };
    return (0, load_1.it.parseCluster)(own, path, { shared: { file, ...(shared === undefined ? missing : { text: shared }) } });
}
const git = (...args) => (0, exec_1.it.getExecOutput)('git', args, { silent: true, ignoreReturnCode: true });
exports.git = git;
/** Its hash. `ref` is never read as an option. Throws InputError, which names the `input`, where the checkout has none of that name. */
async function commitOf(ref, input = 'base-ref') {
    const commit = await (0, exports.git)('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    if (commit.exitCode === 0)
        return commit.stdout.trim();
    throw new types_1.it.InputError(`${input}: "${ref}" is not a commit of this checkout; check out with a fetch-depth of 2 or more. ${commit.stderr.trim()}`.trim());
}
/** The file's text in that commit, undefined when it has none. `path` is never read as an option. */
async function textAt(commit, path) {
    const file = `./${(0, node_path_1.relative)(process.cwd(), path)}`;
    const { exitCode, stdout } = await (0, exports.git)('show', `${commit}:${file}`);
    if (exitCode === 0)
        return stdout;
    // A checkout may have the tree of a commit and not its files.
    const { stdout: listed } = await (0, exports.git)('ls-tree', '--name-only', commit, '--', file);
    if (listed.trim() !== '')
        throw new types_1.it.InputError(`${path} of ${commit} cannot be read here: check out all of it (no filter)`);
    return undefined;
}

/***/ }),

/***/ 997:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/comment.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.MOST_FINGERPRINTS = exports.COMMENT_LIMIT = void 0;
exports.marker = marker;
exports.digestIn = digestIn;
exports.commentBody = commentBody;
exports.toldBy = toldBy;
exports.sealed = sealed;
exports.isSealed = isSealed;
exports.upsertComment = upsertComment;
exports.githubComments = githubComments;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const hidden_1 = __nccwpck_require__(582);
const repository_1 = __nccwpck_require__(866);
const line_ends_1 = { get it() { return (__nccwpck_require__(60)["line-ends"]); } };
/** GitHub's limit for a comment. */
exports.COMMENT_LIMIT = 65_536;
/** So many fingerprints leave room for what people read. A larger plan is known again by its digest only. */
exports.MOST_FINGERPRINTS = 1_400;
/** Finds the comment again: hidden in it, one per cluster and file. */
function marker(cluster, file) {
    return (0, hidden_1.hidden)('plan', { cluster, file });
}
/** The digest of the plan that a comment shows; undefined when it shows none. */
function digestIn(body) {
    return /<!-- portsip-cluster digest=(sha256:[0-9a-f]{64}) -->/.exec(body)?.[1];
}
function commentBody(plan) {
    const { reviewed, pull, runUrl, run, key } = plan;
    const head = `${marker(plan.cluster, plan.file)}\n<!-- portsip-cluster digest=${reviewed.digest} -->\n`;
    const hidden = `\n<!-- portsip-cluster reviewed head=${pull.head} run=${run.id}.${run.attempt} ${(0, review_1.it.packReviewed)(reviewed, exports.MOST_FINGERPRINTS)} -->`;
    const foot = `${whole(reviewed)}\n<sub>[Run](${encodeURI(runUrl)}) · updated in place with each push</sub>\n${hidden}`;
    const room = exports.COMMENT_LIMIT - head.length - foot.length - (key === undefined ? 0 : sealed(key, pull, '').length);
    const body = head + plan.render(room) + foot;
    return key === undefined ? body : sealed(key, pull, body);
}
/** What becomes of a plan that is too long to be known again part by part, such as the first one of a thousand servers. */
function whole({ changes }) {
    if (!changes || changes.size <= exports.MOST_FINGERPRINTS)
        return '';
    return `\n> [!NOTE]\n> This plan is too long for each of its changes to be known again: its deploy does the whole of it, or stops. When it stops half way, or the cluster changes before, the next deploy stops as well and prints the digest by which the rest is approved.\n`;
}
/** undefined: no plan is hidden there. Hidden is what comes last: before it names from outside may stand. */
function toldBy(body) {
    const found = /<!-- portsip-cluster reviewed head=([0-9a-f]{7,64}) run=(\d+)\.(\d+) ([^\n]+) -->(?:\n<!-- portsip-cluster seal=\S+ -->)?\s*$/.exec(body);
    if (!found)
        return undefined;
    const [, head = '', id, attempt, packed = ''] = found;
    const reviewed = (0, review_1.it.unpackReviewed)(packed);
    return reviewed && { head, run: { id: Number(id), attempt: Number(attempt) }, reviewed };
}
/** With the seal below it, which is part of the body */
function sealed(key, pull, body) {
    return `${body}\n<!-- portsip-cluster seal=${seal(key, pull, body)} -->`;
}
function seal(key, { repository, number }, body) {
    // GitHub may give line ends back in another form.
    const text = (0, line_ends_1.it.sameLineEnds)(body).trim();
    return (0, node_crypto_1.it.createHmac)('sha256', key)
        .update(JSON.stringify([repository.toLowerCase(), number, text]))
        .digest('hex');
}
/** Whether the whole body was written by somebody with the key, for this pull request. */
function isSealed(body, key, pull) {
    const found = /^([^]*)\n<!-- portsip-cluster seal=([0-9a-f]{64}) -->\s*$/.exec((0, line_ends_1.it.sameLineEnds)(body));
    if (!found)
        return false;
    const [, text = '', given = ''] = found;
    return (0, node_crypto_1.it.timingSafeEqual)(Buffer.from(seal(key, pull, text)), Buffer.from(given));
}
/**
 * Writes the plan to the pull request: into our own earlier comment where there is one; others of ours for the same cluster
 * file are folded up. Others' comments are never touched. Nothing is written where the pull request has gone on since the run
 * began: GitHub has no way to write only then, so between the look and the writing there is a moment left.
 */
async function upsertComment(comments, plan) {
    const body = commentBody(plan);
    const wanted = marker(plan.cluster, plan.file);
    const [viewer, now] = await Promise.all([comments.viewer(), comments.pull()]);
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
    const why = overtaken(plan, now, own && toldBy(own.body));
    if (why !== undefined)
        return { done: 'left', why };
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
    return { done, minimized, outdated: outdated.length - minimized };
}
/** Why this plan is not the one that people are to see; undefined: it is. */
function overtaken({ pull, run }, now, there) {
    if (now.merged)
        return 'the pull request is merged, and its comment stays as it was reviewed';
    if (now.head !== pull.head)
        return `this plan is of ${short(pull.head)}, and the pull request is at ${short(now.head)} by now`;
    if (there?.head !== pull.head)
        return undefined;
    const later = there.run.id > run.id || (there.run.id === run.id && there.run.attempt > run.attempt);
    return later
        ? `a later run (${there.run.id}, attempt ${there.run.attempt}) has written the plan of this commit`
        : undefined;
}
const short = (commit) => commit.slice(0, 12);
/** Whatever the cluster was called then. */
function isFor(body, file) {
    const found = /^<!-- portsip-cluster plan cluster=\S+ file=(\S+) -->/.exec(body);
    return found?.[1] === (0, hidden_1.hiddenValue)(file);
}
/** Comments of the pull request that the run is for, over GitHub's API; undefined when it is for none. */
async function githubComments(token) {
    // Late: octokit takes longer to load than all the rest of an offline plan.
    const { context } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(885)));
    const request = context.payload.pull_request;
    if (request === undefined)
        return undefined;
    const repository = await (0, repository_1.openRepository)(token);
    const { octokit, owner, repo, viewer } = repository;
    const target = { owner, repo, issue_number: request.number };
    const comments = {
        viewer,
        pull: async () => {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: request.number });
            return { head: data.head.sha, merged: data.merged };
        },
        list: () => (0, repository_1.commentsOf)(repository, request.number),
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

/***/ }),

/***/ 261:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/discover.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DEFAULT_FILES = void 0;
exports.discover = discover;
exports.placeAt = placeAt;
const node_fs_1 = __nccwpck_require__(24);
const node_path_1 = __nccwpck_require__(760);
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(227)["p-limit"])); } };
const fleet_1 = { get it() { return (__nccwpck_require__(838).fleet); } };
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const scripts_folder_1 = { get it() { return (__nccwpck_require__(907)["scripts-folder"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(60)["natural-order"]); } };
const base_1 = __nccwpck_require__(859);
/** Where cluster files are unless somebody says it, in the words of git's glob pathspecs */
exports.DEFAULT_FILES = ['clusters/*/cluster.yaml', 'cluster.yaml'];
/**
 * The cluster files of this checkout, uncommitted ones as well. Paths are relative to the working folder. `base`: the hash of the
 * commit that changes are told from; undefined: everything counts as changed. `mostWaves`: of all clusters, not of those that change
 * alone, so that it is told at once. `throughout`: what changed since and was taken back counts as well, as it may have been deployed
 * meanwhile. Throws ClusterFileError with every fault of all files
 * at once, and InputError where there is no checkout or nothing to find in it.
 */
async function discover(globs, base, { mostWaves, throughout = false } = {}) {
    const pathspecs = globs.map((glob) => (glob.startsWith('!') ? `:(glob,exclude)${glob.slice(1)}` : `:(glob)${glob}`));
    const names = (await paths('ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...pathspecs)).filter(isThere);
    const left = base === undefined ? [] : await leftSince(base, pathspecs);
    if (names.length === 0 && left.length === 0)
        throw new types_1.it.InputError(`files: no file of this repository is ${globs.join(' or ')}`);
    const limit = (0, p_limit_1.it.default)(AT_ONCE);
    const read = await Promise.all([...new Set(names)].sort(natural_order_1.it.compare).map((file) => limit(() => load(file))));
    const members = read.flatMap(({ member }) => member ?? []);
    // Faults of a file that clusters share are found with each of them.
    const excess = mostWaves === undefined ? [] : (0, fleet_1.it.excessWaves)(members, mostWaves);
    const problems = distinct([...read.flatMap((one) => one.problems), ...(0, fleet_1.it.clashes)(members), ...excess]);
    if (problems.some(({ severity }) => severity === 'error'))
        throw new types_1.it.ClusterFileError(problems);
    const changed = base === undefined ? undefined : await changedSince(base, throughout);
    const clusters = members
        .map((member) => ({ ...member, changed: changed === undefined || isTouched(member, changed) }))
        .sort((a, b) => (0, fleet_1.it.waveOf)(a) - (0, fleet_1.it.waveOf)(b) || (0, natural_order_1.it.compare)(a.file, b.file));
    return { clusters, left: left.map((one) => ({ ...one, ...movedTo(one, members) })), warnings: problems };
}
/** Files read at a time: each may have a folder of scripts, which shells check */
const AT_ONCE = 8;
async function load(file) {
    try {
        const { cluster, text, warnings } = await (0, load_1.it.loadClusterFile)(file);
        return { member: { file, text, cluster }, problems: warnings };
    }
    catch (error) {
        if (error instanceof types_1.it.ClusterFileError)
            return { problems: error.problems };
        throw error;
    }
}
const distinct = (problems) => [
    ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
function movedTo({ name }, members) {
    const now = members.find(({ cluster }) => cluster.name === name);
    return now ? { movedTo: now.file } : {};
}
/** Also by what it shares with others. */
function isTouched({ file, cluster: { shared, scripts } }, changed) {
    const of = new Set([file, ...(shared ? [shared.file] : [])].map(plain));
    const folder = scripts && `${plain((0, scripts_folder_1.it.scriptsFolder)(file, scripts.folder))}/`;
    return changed.some((path) => of.has(path) || (folder !== undefined && path.startsWith(folder)));
}
const plain = (path) => (0, node_path_1.normalize)(path).replaceAll('\\', '/').replace(/\/$/, '');
/** What differs between that commit and the files that are there now; `throughout`: and what did in between. */
async function changedSince(base, throughout) {
    const [prefix = ''] = (await said('rev-parse', '--show-prefix')).split('\n');
    const names = ['--name-only', '--no-renames', '--no-ext-diff', '-z'];
    const between = throughout
        ? await paths('log', '--format=', '-m', '--first-parent', ...names, `${base}..HEAD`, '--')
        : [];
    const tracked = [...(await paths('diff', ...names, base, '--')), ...between];
    // git tells the one from the top, the other from here.
    const here = tracked.map((path) => node_path_1.posix.relative(prefix || '.', path));
    return [...here, ...(await paths('ls-files', '--others', '--exclude-standard', '-z'))];
}
async function leftSince(base, pathspecs) {
    const gone = await paths(...['diff', '--name-only', '--no-renames', '--no-ext-diff', '--diff-filter=D', '--relative', '-z', base, '--'], ...pathspecs);
    const left = [];
    for (const file of gone.sort(natural_order_1.it.compare)) {
        const name = (await (0, base_1.atCommit)(base, file))?.cluster?.name;
        left.push({ file, ...(name !== undefined && { name }) });
    }
    return left;
}
async function paths(...args) {
    return (await said(...args)).split('\0').filter((path) => path !== '');
}
async function said(...args) {
    const { exitCode, stdout, stderr } = await (0, base_1.git)(...args);
    if (exitCode === 0)
        return stdout;
    throw new types_1.it.InputError(`git ${args[0]} failed; is this a checkout? ${stderr.trim()}`);
}
function isThere(path) {
    return (0, node_fs_1.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/**
 * Where the base says that the jobs of a cluster run. What a pull request says itself must not lead its own jobs to a runner and to an
 * environment, so it counts only for a file that the base does not have.
 */
async function placeAt(base, { file, cluster }) {
    const before = await (0, base_1.atCommit)(base, file).catch(() => 'unreadable');
    if (before === undefined)
        return cluster.deploy;
    return before !== 'unreadable' && before.cluster ? before.cluster.deploy : 'unknown';
}

/***/ }),

/***/ 105:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/drift-issue.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.driftMarker = driftMarker;
exports.decide = decide;
const node_zlib_1 = { get it() { return __nccwpck_require__(522); } };
const drift_1 = { get it() { return (__nccwpck_require__(132).drift); } };
const drift_2 = { get it() { return (__nccwpck_require__(73).drift); } };
const comment_1 = __nccwpck_require__(997);
const hidden_1 = __nccwpck_require__(582);
const line_ends_1 = { get it() { return (__nccwpck_require__(60)["line-ends"]); } };
/** Finds the issue again: hidden at its start, one per cluster and file. */
function driftMarker(cluster, file) {
    return (0, hidden_1.hidden)('drift', { cluster, file });
}
/**
 * Pure. What is known by now goes into the issue, people are told only what is new. One that a person closed stays closed
 * until something else has drifted: they saw it and let it be.
 */
function decide(drift, issue, options) {
    const before = issue && readState(issue.body);
    const items = (0, drift_1.it.carry)(before?.items ?? [], drift, options.cluster);
    const digest = (0, drift_1.it.driftDigest)(items);
    const title = `${options.cluster.name} has drifted from ${options.clusterFile}`;
    const body = withState(items, drift, options);
    const page = { ...options, limit: comment_1.COMMENT_LIMIT - 1000 };
    if (!issue) {
        if (items.length === 0)
            return { do: 'nothing', why: 'no drift' };
        return { do: 'open', title, body };
    }
    if (items.length === 0) {
        if (!issue.open)
            return { do: 'nothing', why: 'no drift' };
        return { do: 'close', title, body, comment: (0, drift_2.it.goneComment)(page) };
    }
    if (before?.digest === digest) {
        if (!issue.open)
            return { do: 'nothing', why: 'the same drift as when somebody closed the issue: it stays closed' };
        if ((0, line_ends_1.it.sameText)(issue.body, body))
            return { do: 'nothing', why: 'the same drift as before' };
        return { do: 'update', title, body, reopen: false };
    }
    const comment = (0, drift_2.it.driftComment)((0, drift_1.it.compareDrift)(before?.items ?? [], items), { returned: !issue.open }, page);
    return { do: 'update', title, body, comment, reopen: !issue.open };
}
function withState(items, drift, options) {
    const head = `${driftMarker(options.cluster.name, options.clusterFile)}\n${writeState(items)}\n\n`;
    return head + (0, drift_2.it.driftBody)(items, drift, { ...options, limit: comment_1.COMMENT_LIMIT - head.length });
}
/** Room that is left for what people read, however much has drifted. */
const STATE_LIMIT = 30_000;
function writeState(items) {
    const packed = (0, node_zlib_1.it.deflateRawSync)(JSON.stringify((0, drift_1.it.writeItems)(items))).toString('base64url');
    return (0, hidden_1.hidden)('drift-state', {
        digest: (0, drift_1.it.driftDigest)(items),
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
        return (0, drift_1.it.readItems)(JSON.parse((0, node_zlib_1.it.inflateRawSync)(bytes, { maxOutputLength: 4_000_000 }).toString()));
    }
    catch {
        return undefined;
    }
}

/***/ }),

/***/ 684:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/fleet-comment.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isPart = exports.FLEET_BEGIN = void 0;
exports.fleetBody = fleetBody;
exports.fleetTold = fleetTold;
exports.upsertFleetComment = upsertFleetComment;
const node_zlib_1 = { get it() { return __nccwpck_require__(522); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const comment_1 = __nccwpck_require__(997);
const hidden_1 = __nccwpck_require__(582);
/** At the start of the one comment on the plans of many clusters */
exports.FLEET_BEGIN = '<!-- portsip-cluster fleet -->';
const PART = '<!-- portsip-cluster fleet-part ';
/** Whether it names part of the clusters: it stands in the comment as it is. */
const isPart = (text) => /^[\w.-]{1,60}$/.test(text);
exports.isPart = isPart;
const beginOf = (part) => `${exports.FLEET_BEGIN}\n${part === undefined ? '' : `${PART}${part} -->\n`}`;
const isOfPart = (body, part) => body.startsWith(beginOf(part)) && (part !== undefined || !body.startsWith(beginOf(part) + PART));
/** Characters that are kept for what people read, however much there is to be hidden */
const LEAST_PAGE = 26_000;
/** Bytes that what is hidden can come to, unpacked: GitHub's limit keeps ours far below it. */
const MOST_UNPACKED = 8 * 1024 * 1024;
/**
 * The page, and hidden below it what a deploy must know of each cluster's plan to tell whether what it is about to do was shown: as
 * much as a plan's own comment hides, but packed, since settings are much the same from cluster to cluster. It is trusted by who wrote
 * it, whether anybody edited it, and its seal.
 */
function fleetBody(comment) {
    const { plans, pull, run, part, key } = comment;
    const shown = plans.flatMap(({ name, wave, plan }) => plan.known && plan.asked ? [{ name, wave, reviewed: plan.reviewed }] : []);
    const begin = (0, hidden_1.hidden)('fleet-plans', { head: pull.head, run: `${run.id}.${run.attempt}` }).replace(/ -->$/, '');
    const around = `${beginOf(part)}\n${begin}  -->`.length + NOTES + (key === undefined ? 0 : (0, comment_1.sealed)(key, pull, '').length);
    const room = comment_1.COMMENT_LIMIT - around;
    const least = pack(shown.map(asWhole)).length;
    const page = comment.render(Math.max(room - least, LEAST_PAGE));
    const { text, parts, none } = fitting(shown, room - page.length);
    const body = `${beginOf(part)}${page}${notes(parts, none)}\n${begin} ${text} -->`;
    return key === undefined ? body : (0, comment_1.sealed)(key, pull, body);
}
function pack(all) {
    const lines = [...all]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, reviewed }) => `${name} ${(0, review_1.it.packReviewed)(reviewed)}`);
    return (0, node_zlib_1.it.deflateRawSync)(lines.join('\n'), { level: 9 }).toString('base64url') || '-';
}
/** Only the very same plan is known again by it. */
const asWhole = ({ reviewed: { changes, ...rest }, ...one }) => ({ ...one, reviewed: rest });
/** As much as fits. What stops half way is most likely in an early wave; within one, short plans let more of them in. */
function fitting(all, room) {
    const sorted = [...all].sort((a, b) => a.wave - b.wave || sizeOf(a) - sizeOf(b));
    const whole = sorted.map(asWhole);
    const kept = most(whole.length, (count) => pack(whole.slice(0, count)).length <= room);
    const known = whole.slice(0, kept);
    const mixed = (count) => [...sorted.slice(0, count), ...known.slice(count)];
    const count = most(kept, (some) => pack(mixed(some)).length <= room);
    return {
        text: pack(mixed(count)),
        parts: names(known.slice(count)),
        none: names(whole.slice(kept)),
    };
}
const sizeOf = ({ reviewed }) => reviewed.changes?.size ?? 0;
const names = (some) => some.map(({ name }) => name);
/** The largest of 0 … `count` that fits, where whatever is below one that fits fits as well */
function most(count, fits) {
    let [fit, above] = [0, count + 1];
    while (above - fit > 1) {
        const middle = Math.floor((fit + above) / 2);
        if (fits(middle))
            fit = middle;
        else
            above = middle;
    }
    return fit;
}
/** Characters that both notes take at most: each names few clusters. */
const NOTES = 1_600;
const MOST_NAMED = 5;
function notes(parts, none) {
    const named = (some) => (0, list_1.it.list)(some.map(markdown_1.it.code), MOST_NAMED);
    return [
        ...(parts.length > 0
            ? [
                `\n> [!NOTE]\n> ${(0, list_1.it.plural)(parts.length, 'plan is', 'plans are')} too long for each change to be known again (${named(parts)}): the deploy does the whole of it, or stops.\n`,
            ]
            : []),
        ...(none.length > 0
            ? [
                `\n> [!WARNING]\n> ${(0, list_1.it.plural)(none.length, 'plan', 'plans')} did not fit here, so the deploy stops (${named(none)}). With \`comments: true\` each has a comment of its own.\n`,
            ]
            : []),
    ].join('');
}
/** undefined: it is no such comment. Hidden is what comes last: before it names from outside may stand. */
function fleetTold(body) {
    if (!body.startsWith(exports.FLEET_BEGIN))
        return undefined;
    const found = /<!-- portsip-cluster fleet-plans head=([0-9a-f]{7,64}) run=(\d+)\.(\d+) ([\w-]+) -->(?:\n<!-- portsip-cluster seal=\S+ -->)?\s*$/.exec(body);
    if (!found)
        return undefined;
    const [, head = '', id, attempt, packed = ''] = found;
    const reviewed = unpack(packed);
    return reviewed && { head, run: { id: Number(id), attempt: Number(attempt) }, reviewed };
}
function unpack(packed) {
    if (packed === '-')
        return new Map();
    try {
        const options = { maxOutputLength: MOST_UNPACKED };
        const text = (0, node_zlib_1.it.inflateRawSync)(Buffer.from(packed, 'base64url'), options).toString('utf8');
        const entries = text.split('\n').map((line) => {
            const space = line.indexOf(' ');
            return [line.slice(0, space), (0, review_1.it.unpackReviewed)(line.slice(space + 1))];
        });
        return new Map(entries.flatMap(([name, reviewed]) => (reviewed ? [[name, reviewed]] : [])));
    }
    catch {
        return undefined;
    }
}
/** Writes it into our own earlier comment, or a new one; not where the pull request has gone on since, or a later run was faster. */
async function upsertFleetComment(comments, comment) {
    const { pull, run, part } = comment;
    const [viewer, now] = await Promise.all([comments.viewer(), comments.pull()]);
    let own;
    for await (const one of comments.list())
        if (one.author === viewer && isOfPart(one.body, part))
            own ??= one;
    if (now.merged || now.head !== pull.head)
        return 'left';
    const there = own && fleetTold(own.body);
    if (there?.head === pull.head &&
        (there.run.id > run.id || (there.run.id === run.id && there.run.attempt > run.attempt)))
        return 'left';
    const body = fleetBody(comment);
    if (!own)
        await comments.create(body);
    else if (own.body === body)
        return 'unchanged';
    else
        await comments.update(own.id, body);
    return own ? 'updated' : 'created';
}

/***/ }),

/***/ 561:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/fleet-deploys.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readResults = readResults;
exports.readDeploys = readDeploys;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const health_1 = { get it() { return (__nccwpck_require__(73).health); } };
const journal_1 = { get it() { return (__nccwpck_require__(73).journal); } };
const read_health_1 = { get it() { return (__nccwpck_require__(723)["read-health"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const journal_2 = __nccwpck_require__(627);
/** As GitHub says what became of jobs; of those of a matrix, the worst. `unknown`: it says something else */
const RESULTS = ['success', 'failure', 'cancelled', 'skipped'];
/** A list of [deploys, health] for each wave, as JSON; undefined: it is something else. */
function readResults(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(value))
        return undefined;
    const results = value.map((pair) => {
        const [deploys, health] = Array.isArray(pair) ? pair.map(resultOf) : [];
        return deploys && health && { deploys, health };
    });
    return results.every((result) => result !== undefined) ? results : undefined;
}
const resultOf = (value) => RESULTS.find((result) => result === value) ?? (typeof value === 'string' ? 'unknown' : undefined);
/** A status of 1,000 servers takes some 2 MiB. */
const MOST_BYTES = 50 * 1024 * 1024;
/**
 * What the jobs of `waves` left in `folder`: of each cluster `portsip-deploy-NAME` with portsip-job.json and journal.jsonl, and
 * `portsip-health-NAME` with portsip-job.json and portsip-status.json. `attempt`: of this run. What an earlier one left counts only where
 * no job of its wave failed since: GitHub does not tell whether a job that left nothing was run again.
 */
async function readDeploys(folder, waves, results, attempt) {
    const read = [];
    for (const [index, wave] of waves.entries()) {
        const { deploys, health } = results[index] ?? { deploys: 'skipped', health: 'skipped' };
        const all = [];
        for (const job of wave)
            all.push({
                ...job,
                ...(await deployOf((0, node_path_1.join)(folder, `portsip-deploy-${job.name}`), deploys, attempt)),
                health: await healthOf((0, node_path_1.join)(folder, `portsip-health-${job.name}`), job.name, health, attempt),
            });
        read.push(all);
    }
    return read;
}
async function deployOf(folder, result, attempt) {
    const nothing = { done: 0, left: 0 };
    if (result === 'skipped')
        return { end: 'not-begun', ...nothing };
    const said = await saidOf(folder);
    if (!said || isOld(said, result, attempt))
        return { end: 'unknown', ...nothing };
    const steps = await journalOf((0, node_path_1.join)(folder, 'journal.jsonl'));
    const job = said.id === undefined ? {} : { job: said.id };
    if (!steps)
        return { end: endWithout(said), ...nothing, ...job };
    const done = new Set(steps.flatMap((step) => step.done.map(({ id }) => id))).size;
    const left = (0, journal_1.it.leftOver)(steps);
    return { end: endOf(said, done, left), done, left: left.length, ...job };
}
function endOf({ status }, done, left) {
    if (status !== 'success')
        return status === 'cancelled' ? 'cancelled' : 'failed';
    if (left.some(({ wait }) => wait === 'window'))
        return 'waits';
    return done > 0 ? 'deployed' : 'unchanged';
}
/** Of a job that got to no step which does something */
function endWithout({ status, review }) {
    if (status === 'cancelled')
        return 'cancelled';
    if (status === 'failure')
        return review === 'success' ? 'failed' : 'refused';
    return 'unknown';
}
async function healthOf(folder, name, result, attempt) {
    if (result === 'skipped')
        return undefined;
    const said = await saidOf(folder);
    const unknown = (why) => ({ healthy: 'unknown', why: [why] });
    if (!said)
        return unknown('its job left nothing: it failed, was cancelled or got no runner');
    if (isOld(said, result, attempt))
        return unknown('what is known is from an earlier attempt');
    const health = (0, read_health_1.it.readHealth)(await readSmall((0, node_path_1.join)(folder, 'portsip-status.json')), name);
    if (!health)
        return unknown('the cluster could not be looked at');
    const { healthy, reasons, version } = health;
    // Its job succeeds only where it saw that: the file is from somewhere else then.
    if (healthy === true && said.status !== 'success')
        return unknown('its job failed before it had looked');
    return { healthy, why: reasons.map(health_1.it.healthSentence), ...(version !== undefined && { version }) };
}
async function saidOf(folder) {
    const value = await readSmall((0, node_path_1.join)(folder, 'portsip-job.json'));
    if (!(0, unknown_1.it.isObject)(value))
        return undefined;
    const { id: job, attempt, status, review } = value;
    if (typeof attempt !== 'number' || typeof status !== 'string')
        return undefined;
    return {
        ...{ attempt, status },
        ...(typeof job === 'string' && /^\d{1,20}$/.test(job) && { id: job }),
        ...(typeof review === 'string' && { review }),
    };
}
const isOld = (said, result, attempt) => said.attempt !== attempt && said.status === 'success' && result !== 'success';
/** undefined: there is none, or not all of it is one. */
async function journalOf(file) {
    if (!(await isSmall(file)))
        return undefined;
    const steps = await (0, journal_2.readJournal)(file);
    return steps.length > 0 && steps.every(isStep) ? steps : undefined;
}
/** As far as it is looked at here */
function isStep(value) {
    if (!(0, unknown_1.it.isObject)(value))
        return false;
    return ['done', 'failed', 'skipped', 'planned'].every((name) => {
        const entries = value[name];
        return Array.isArray(entries) && entries.every((one) => (0, unknown_1.it.isObject)(one) && hasId(one));
    });
}
/** By it the steps' words on one change are put together. */
const hasId = ({ id }) => typeof id === 'string';
/** JSON; undefined: there is none */
async function readSmall(file) {
    if (!(await isSmall(file)))
        return undefined;
    try {
        return JSON.parse(await (0, promises_1.it.readFile)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
const isSmall = (file) => (0, promises_1.it.stat)(file).then(({ size }) => size <= MOST_BYTES, () => false);

/***/ }),

/***/ 530:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/fleet-issue.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetIssueMarker = fleetIssueMarker;
exports.decideFleet = decideFleet;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_zlib_1 = { get it() { return __nccwpck_require__(522); } };
const drift_1 = { get it() { return (__nccwpck_require__(132).drift); } };
const fleet_issue_1 = { get it() { return (__nccwpck_require__(73)["fleet-issue"]); } };
const fleet_1 = { get it() { return (__nccwpck_require__(723).fleet); } };
const line_ends_1 = { get it() { return (__nccwpck_require__(60)["line-ends"]); } };
const comment_1 = __nccwpck_require__(997);
const hidden_1 = __nccwpck_require__(582);
/** Finds the issue again: hidden at its start, one per repository and globs. */
function fleetIssueMarker(files) {
    return (0, hidden_1.hidden)('fleet-status', { files });
}
const TITLE = 'Clusters that are not healthy, or differ from their files';
/**
 * Pure. One issue for all clusters: people are told what is new, and one that a person closed stays closed until something else is the
 * matter. A cluster that nobody saw is in it; of one that a run is at work on it says what it said before.
 */
function decideFleet(sights, issue, { files, runUrl, runsUrl }) {
    const before = issue && readState(issue.body);
    const now = troublesIn(sights, before?.troubles);
    const digest = digestOf(now);
    const head = `${fleetIssueMarker(files)}\n${writeState(now)}\n\n`;
    const about = new Set(now.keys());
    const body = head +
        (0, fleet_issue_1.it.fleetIssueBody)({ sights, about, limit: comment_1.COMMENT_LIMIT - head.length, ...(runsUrl !== undefined && { runsUrl }) });
    if (!issue)
        return now.size === 0 ? { do: 'nothing', why: 'all clusters are well' } : { do: 'open', title: TITLE, body };
    if (now.size === 0)
        return issue.open
            ? { do: 'close', title: TITLE, body, comment: (0, fleet_issue_1.it.allWellComment)(runUrl) }
            : { do: 'nothing', why: 'all clusters are well' };
    if (before?.digest === digest) {
        if (!issue.open)
            return { do: 'nothing', why: 'the same as when somebody closed the issue: it stays closed' };
        if ((0, line_ends_1.it.sameText)(issue.body, body))
            return { do: 'nothing', why: 'the same as before' };
        return { do: 'update', title: TITLE, body, reopen: false };
    }
    const had = before?.troubles ?? new Map();
    const comment = (0, fleet_issue_1.it.fleetIssueComment)({
        came: sights.filter(({ name }) => now.has(name) && now.get(name) !== had.get(name)),
        went: [...had.keys()].filter((name) => !now.has(name) && sights.some((sight) => sight.name === name)),
    }, { returned: !issue.open, runUrl, limit: comment_1.COMMENT_LIMIT - 1000 });
    return { do: 'update', title: TITLE, body, comment, reopen: !issue.open };
}
function troublesIn(sights, before = new Map()) {
    return new Map(sights.flatMap((sight) => {
        const { name } = sight;
        const key = sight.known && sight.status.lock !== undefined ? before.get(name) : troubleOf(sight);
        return key === undefined ? [] : [[name, key]];
    }));
}
/** undefined: it is healthy, and as its file says */
function troubleOf(sight) {
    if (!sight.known)
        return short('unknown');
    const { health } = sight.status;
    const items = (0, fleet_1.it.driftIn)(sight);
    if (health.healthy === true && items.length === 0)
        return undefined;
    // What hosts say of it, and when, differs from look to look.
    const reasons = health.reasons.map((reason) => [
        ...[reason.is, reason.why, 'server' in reason ? reason.server : ''],
        'state' in reason ? reason.state : '',
    ]);
    return short(JSON.stringify([health.healthy, reasons, (0, drift_1.it.driftDigest)(items)]));
}
const short = (text) => (0, node_crypto_1.it.createHash)('sha256').update(text).digest('base64url').slice(0, 11);
const digestOf = (troubles) => `sha256:${(0, node_crypto_1.it.createHash)('sha256')
    .update(JSON.stringify([...troubles].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')}`;
/** Room that is left for what people read, however many there are. */
const STATE_LIMIT = 25_000;
function writeState(troubles) {
    const packed = (0, node_zlib_1.it.deflateRawSync)(JSON.stringify([...troubles])).toString('base64url');
    return (0, hidden_1.hidden)('fleet-state', {
        digest: digestOf(troubles),
        // Without it a comment names all clusters as new, and one with a run at work is left out.
        ...(packed.length <= STATE_LIMIT && { troubles: packed }),
    });
}
/** What the issue said when it was last written; whatever a person made of it. */
function readState(body) {
    const [, digest, packed] = /<!-- portsip-cluster fleet-state digest=(sha256%3A[0-9a-f]{64})(?: troubles=([\w%]+))? -->/.exec(body) ?? [];
    if (digest === undefined)
        return undefined;
    return { digest: decodeURIComponent(digest), troubles: new Map(packed === undefined ? [] : unpack(packed)) };
}
function unpack(packed) {
    try {
        const bytes = Buffer.from(decodeURIComponent(packed), 'base64url');
        const value = JSON.parse((0, node_zlib_1.it.inflateRawSync)(bytes, { maxOutputLength: 1_000_000 }).toString());
        const pairs = Array.isArray(value) ? value : [];
        return pairs.filter(isPair);
    }
    catch {
        return [];
    }
}
function isPair(value) {
    return Array.isArray(value) && value.length === 2 && value.every((text) => typeof text === 'string');
}

/***/ }),

/***/ 582:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/github/hidden.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.hidden = hidden;
exports.hiddenValue = hiddenValue;
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

/***/ }),

/***/ 638:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/issues.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.carryOut = carryOut;
exports.githubIssues = githubIssues;
const repository_1 = __nccwpck_require__(866);
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
    const { octokit, owner, repo, viewer } = await (0, repository_1.openRepository)(token);
    const target = { owner, repo };
    const cures = { 403: MAY_WRITE, 404: MAY_WRITE, 410: TURNED_OFF };
    const ask = (what, work) => (0, repository_1.asking)(what, work, cures);
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
                if ((0, repository_1.refusal)(error) === 404 || (0, repository_1.refusal)(error) === 410)
                    return false;
                throw error;
            }
        }),
        comment: (number, body) => ask(`issue #${number} could not be commented on`, async () => {
            await octokit.rest.issues.createComment({ ...target, issue_number: number, body });
        }),
    };
}

/***/ }),

/***/ 627:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/journal.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Clock = void 0;
exports.journalStep = journalStep;
exports.journalFile = journalFile;
exports.writeJournal = writeJournal;
exports.readJournal = readJournal;
const node_fs_1 = __nccwpck_require__(24);
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_os_1 = __nccwpck_require__(161);
const node_path_1 = __nccwpck_require__(760);
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const words_1 = { get it() { return (__nccwpck_require__(73).words); } };
const skip_1 = { get it() { return (__nccwpck_require__(860).skip); } };
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
exports.Clock = Clock;
/** What a step did, for the summary of the whole job. */
function journalStep(title, result, clock, startedAt) {
    const { plan, whole } = result;
    const { done, failed, skipped } = (0, result_1.it.worked)(result);
    const begun = (id) => clock.at(id) ?? startedAt;
    const named = (change) => {
        const { id, server } = change;
        const what = (0, words_1.it.deed)(change);
        // Below the name of its server a change of the server itself need not name it again.
        const short = (0, words_1.it.targetOf)(change) === server ? (0, words_1.it.verbOf)(change) : what;
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
        failed: failed.map(({ change, message, end }) => ({
            ...named(change),
            at: begun(change.id),
            elapsedMs: Math.max(0, Date.now() - begun(change.id)),
            message,
            ...(end && { end }),
        })),
        skipped: skipped.map(({ change, skip }) => {
            const wait = (0, skip_1.it.waitOf)(skip);
            return { ...named(change), reason: (0, skip_1.it.skipReason)(skip), ...(wait && { wait }) };
        }),
        planned: (whole ?? plan).changes.map(named),
    };
}
/** A file of the job's own, where a runner keeps such. */
function journalFile(env = process.env) {
    const folder = env['RUNNER_TEMP'] ?? (0, node_fs_1.mkdtempSync)((0, node_path_1.join)((0, node_os_1.tmpdir)(), 'portsip-cluster-'));
    return (0, node_path_1.join)(folder, `portsip-cluster-${process.pid}-${Date.now()}.jsonl`);
}
/** What cannot be written is missing in the summary, and fails no step. */
async function writeJournal(file, step, secrets, log) {
    try {
        await (0, promises_1.it.appendFile)(file, `${JSON.stringify(secrets.redactIn(step))}\n`, { mode: 0o600 });
    }
    catch (error) {
        log.debug(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** Of a job that did nothing there is none. */
async function readJournal(file) {
    const text = await (0, promises_1.it.readFile)(file, 'utf8').catch(() => '');
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

/***/ }),

/***/ 560:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/last-success.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.LEFT_BEHIND = void 0;
exports.lastSuccess = lastSuccess;
exports.githubSuccesses = githubSuccesses;
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const base_1 = __nccwpck_require__(859);
const repository_1 = __nccwpck_require__(866);
/** The artifact of a run that did not fail, and did not bring every cluster to its end either: one waits for its window */
exports.LEFT_BEHIND = 'portsip-fleet-left-behind';
/** These are about whatever has changed. What a person starts may be about some clusters alone. */
const WHOLE = new Set(['push', 'schedule']);
/** Runs whose artifacts are asked for */
const MOST_RUNS = 20;
/**
 * The commit of the last run of this workflow on this branch that left no cluster behind: what a later one compares with, whatever
 * became of those between, which GitHub may have dropped from the queue. Without it everything counts as changed. Never throws.
 */
async function lastSuccess(successes, env = process.env) {
    const all = (why) => ({ isPullRequest: false, why: `${why}: all clusters count as changed` });
    const workflow = /\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
    const branch = env['GITHUB_REF_NAME'];
    if (workflow === undefined || !branch)
        return all('This run does not know its workflow or its branch');
    try {
        const asked = await successes();
        const found = (await asked.of(workflow, branch)).filter(({ event }) => WHOLE.has(event)).slice(0, MOST_RUNS);
        for (const { id, commit } of found) {
            if (await asked.has(id, exports.LEFT_BEHIND))
                continue;
            return (await isBefore(await (0, base_1.commitOf)(commit, 'since')))
                ? { isPullRequest: false, commit }
                : all(`${commit.slice(0, 12)}, of the last run that succeeded, did not lead to this commit`);
        }
        return all(`No run of ${workflow} on ${branch} has succeeded yet without leaving a cluster behind`);
    }
    catch (error) {
        const cure = error instanceof input_error_1.it.InputError ? 'check out with a fetch-depth of 0' : 'the token needs actions: read';
        return all(`The last run that succeeded cannot be told (${(0, unknown_1.it.messageOf)(error)}; ${cure})`);
    }
}
async function isBefore(commit) {
    return (await (0, base_1.git)('merge-base', '--is-ancestor', commit, 'HEAD')).exitCode === 0;
}
/** Over GitHub's API, of the run's own repository. */
async function githubSuccesses(token) {
    const { octokit, owner, repo } = await (0, repository_1.openRepository)(token);
    return {
        of: async (workflow_id, branch) => {
            const asked = { owner, repo, workflow_id, branch, status: 'success', per_page: 100 };
            const { data } = await octokit.rest.actions.listWorkflowRuns(asked);
            return data.workflow_runs.map(({ id, event, head_sha }) => ({ id, event, commit: head_sha }));
        },
        has: async (run_id, name) => {
            const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({ owner, repo, run_id, name });
            return data.total_count > 0;
        },
    };
}

/***/ }),

/***/ 840:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/look-file.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.lookFile = lookFile;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_fs_1 = __nccwpck_require__(24);
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const node_util_1 = __nccwpck_require__(975);
const node_v8_1 = __nccwpck_require__(877);
const private_folder_1 = { get it() { return (__nccwpck_require__(426)["private-folder"]); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/*
 * What a step of a job saw, for the next one: a file in a folder of our own among the runner's temporary ones. Whatever else runs in the job
 * can write there, too, as the same user. So the file is sealed with a key that is made from the credentials, which only our steps have, and
 * is good for this job, this cluster file and this program alone. Anything else is no look at all, and the step looks for itself. An older
 * one of the same job that somebody puts back can keep a step from doing something, never make it do something.
 */
/** What is kept has another shape from the next number on. */
const SHAPE = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of thousands of servers it is some megabytes. */
const MOST_BYTES = 128 * 1024 * 1024;
/** undefined: there is no place, or no key, for such a file here */
function lookFile(options) {
    const { cluster, credentials, run, secrets, log, temp, uid } = options;
    // Without the one secret that nobody guesses a file could be used to try passwords on.
    if (uid === undefined || !temp || !credentials.sshPrivateKey)
        return undefined;
    const key = Buffer.from((0, node_crypto_1.it.hkdfSync)('sha256', (0, node_v8_1.serialize)(textsOf(credentials)), '', 'portsip-cluster look', 32));
    const about = Buffer.from(JSON.stringify([SHAPE, process.version, run.id, run.host, digest((0, node_v8_1.serialize)(cluster)).toString('hex')]));
    const name = `look-${digest(about).toString('hex').slice(0, 16)}`;
    const path = (make) => {
        const folder = (0, private_folder_1.it.privateFolderIn)(temp, uid, make);
        return folder === undefined ? undefined : (0, node_path_1.join)(folder, name);
    };
    const drop = async () => {
        const file = path(false);
        if (file !== undefined)
            await (0, promises_1.it.rm)(file, { force: true });
    };
    function* sealSteps(handed) {
        const text = JSON.stringify(handed, (_, value) => (node_util_1.types.isMap(value) ? [...value] : value));
        yield;
        // There is none in it; should there be one all the same, nothing is kept.
        if (secrets.redact(text) !== text)
            throw new Error('it has a secret in it');
        yield;
        const data = (0, node_v8_1.serialize)(handed);
        yield;
        return seal(data, key, about);
    }
    const tolerant = (work, what) => () => work().catch((error) => log.debug(`What was seen ${what}: ${(0, unknown_1.it.messageOf)(error)}`));
    return {
        async read() {
            try {
                const file = path(false);
                return file === undefined ? undefined : handedIn(unseal(await readOwn(file, uid), key, about));
            }
            catch (error) {
                log.debug(`No step before handed on what it saw: ${(0, unknown_1.it.messageOf)(error)}`);
                return undefined;
            }
        },
        async keep(handed) {
            const keep = async () => {
                // Whatever was there is older.
                await drop();
                const file = path(true);
                if (file === undefined)
                    throw new Error('there is no place for it');
                // The lock is held meanwhile, and connections are open.
                const sealed = await (0, slices_1.it.inSlices)(sealSteps(handed));
                const part = `${file}.${process.pid}`;
                await (0, promises_1.it.writeFile)(part, sealed, { mode: 0o600, flag: 'wx' });
                await (0, promises_1.it.rename)(part, file);
            };
            await tolerant(keep, 'is not handed on')();
        },
        drop: tolerant(drop, 'stays'),
    };
}
const digest = (data) => (0, node_crypto_1.it.createHash)('sha256').update(data).digest();
/** In one order, whatever order they were given in */
function textsOf(credentials) {
    const { pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress } = credentials;
    const { sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword, registryToken } = credentials;
    return [
        ...[pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress],
        ...[sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword, registryToken],
    ].map((text) => text ?? null);
}
function seal(data, key, about) {
    const nonce = (0, node_crypto_1.it.randomBytes)(NONCE_BYTES);
    const cipher = (0, node_crypto_1.it.createCipheriv)(CIPHER, key, nonce).setAAD(about);
    const hidden = Buffer.concat([cipher.update(data), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}
/** Throws where it was not sealed with this key, or is about something else. */
function unseal(sealed, key, about) {
    const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
    const cipher = (0, node_crypto_1.it.createDecipheriv)(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(about).setAuthTag(tag);
    return Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
}
/** Sealed by this very program: its shape is what it says. */
function handedIn(data) {
    const value = (0, node_v8_1.deserialize)(data);
    return (0, unknown_1.it.isObject)(value) && (0, unknown_1.it.isObject)(value['observed']) && (0, unknown_1.it.isObject)(value['stale'])
        ? value
        : undefined;
}
/** A plain file of this user that nobody else can read. Throws otherwise. */
async function readOwn(path, uid) {
    const file = await (0, promises_1.it.open)(path, node_fs_1.constants.O_RDONLY | node_fs_1.constants.O_NOFOLLOW | node_fs_1.constants.O_NONBLOCK);
    try {
        const { mode, nlink, size, uid: owner, } = await file.stat().then((stat) => {
            if (!stat.isFile())
                throw new Error('it is no plain file');
            return stat;
        });
        if (owner !== uid || nlink !== 1 || (mode & 0o077) !== 0)
            throw new Error('others may have written it');
        if (size > MOST_BYTES)
            throw new Error('it is too large');
        return await file.readFile();
    }
    finally {
        await file.close();
    }
}

/***/ }),

/***/ 709:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/octokit.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.nextTryMs = nextTryMs;
exports.openGithub = openGithub;
const promises_1 = __nccwpck_require__(500);
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const retry_1 = { get it() { return (__nccwpck_require__(387).retry); } };
/** Tries in all. A plan must not wait long for its comment. */
const ATTEMPTS = 4;
/** GitHub asks for a minute where it says nothing else. */
const SECONDARY_LIMIT_MS = 60_000;
/** Milliseconds until the next try after the `attempt`th (1…); undefined: it stays failed. */
function nextTryMs(failed, attempt, random, now) {
    if (attempt >= ATTEMPTS)
        return undefined;
    const { status, message, headers } = failed;
    const asked = (0, retry_1.it.retryAfterMs)(headers['retry-after']?.toString(), now);
    if (status === 429 || (status === 403 && (asked !== undefined || /rate limit/i.test(message)))) {
        // The hourly limit comes back at a time that GitHub names: seldom soon.
        if (asked === undefined && headers['x-ratelimit-remaining']?.toString() === '0')
            return undefined;
        return asked ?? SECONDARY_LIMIT_MS;
    }
    if ((0, retry_1.it.adviceOn)(status) === 'final' || !isRepeatable(failed))
        return undefined;
    return asked ?? (0, retry_1.it.pauseMs)(attempt, random);
}
/** Whether it does no harm when it was done already: a second comment or issue would. */
function isRepeatable({ method, url }) {
    return method !== 'POST' || url.endsWith('/graphql');
}
/** GitHub's client, which comes again when GitHub is busy. */
async function openGithub(token, { sleep, timeoutMs } = { sleep: promises_1.setTimeout, timeoutMs: 30_000 }) {
    // Late: octokit takes longer to load than all the rest of an offline plan.
    const { context, getOctokit } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(885)));
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
const isTimeout = ({ message, cause }) => /timeout/i.test(message) || ((0, unknown_1.it.isObject)(cause) && cause['name'] === 'TimeoutError');
const isHeader = (entry) => typeof entry[1] === 'string' || typeof entry[1] === 'number';
function failedOf(error, { method, url }) {
    const { status, message, response } = (0, unknown_1.it.isObject)(error) ? error : {};
    const headers = (0, unknown_1.it.isObject)(response) && (0, unknown_1.it.isObject)(response['headers']) ? response['headers'] : {};
    return {
        method,
        url,
        status: typeof status === 'number' ? status : 0,
        message: typeof message === 'string' ? message : '',
        headers: Object.fromEntries(Object.entries(headers).filter(isHeader)),
    };
}

/***/ }),

/***/ 949:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/pull-request.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.propose = propose;
const repository_1 = __nccwpck_require__(866);
const line_ends_1 = { get it() { return (__nccwpck_require__(60)["line-ends"]); } };
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
    const ask = (what, work, other = {}) => (0, repository_1.asking)(what, work, { ...cures, ...other });
    /** undefined when that branch has no such file */
    const fileOn = (ref) => ask(`${path} could not be looked for`, () => unless404(async () => {
        const { data } = await octokit.rest.repos.getContent({ ...target, path, ref });
        if (Array.isArray(data) || data.type !== 'file' || !('content' in data))
            throw new repository_1.GithubError(`${path} is a folder or a link in this repository: name another cluster file`, undefined);
        return { sha: data.sha, text: Buffer.from(data.content, 'base64').toString('utf8') };
    }));
    const commitOf = (name) => ask(`the branch ${name} could not be looked for`, () => unless404(async () => (await octokit.rest.git.getRef({ ...target, ref: `heads/${name}` })).data.object.sha));
    const base = (await ask('the repository could not be read', () => octokit.rest.repos.get(target))).data
        .default_branch;
    const present = await fileOn(base);
    if (present?.text === text)
        return { outcome: 'unchanged' };
    if (present && !overwrite)
        throw new repository_1.GithubError(`${path} is on ${base} already and is not overwritten: delete it first, name another cluster file, or set force`, undefined);
    const start = await commitOf(base);
    if (start === undefined)
        throw new repository_1.GithubError(`${base} has no commit yet: push a first one, such as a README`, undefined);
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
        const same = before?.text === text && pull.title === title && (0, line_ends_1.it.sameText)(pull.body ?? '', body);
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
        if ((0, repository_1.refusal)(error) === 404)
            return undefined;
        throw error;
    }
}

/***/ }),

/***/ 866:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/repository.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.GithubError = void 0;
exports.openRepository = openRepository;
exports.commentsOf = commentsOf;
exports.refusal = refusal;
exports.asking = asking;
const octokit_1 = __nccwpck_require__(709);
/** Throws GithubError for whatever GitHub refuses. */
async function openRepository(token) {
    const { octokit, context } = await (0, octokit_1.openGithub)(token);
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
exports.GithubError = GithubError;
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

/***/ }),

/***/ 286:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/review.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.outdated = outdated;
exports.gitHash = gitHash;
exports.findReviewed = findReviewed;
exports.githubHistory = githubHistory;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const posix_1 = __nccwpck_require__(916);
const control_scripts_1 = { get it() { return (__nccwpck_require__(907)["control-scripts"]); } };
const comment_1 = __nccwpck_require__(997);
const fleet_comment_1 = __nccwpck_require__(684);
const line_ends_1 = { get it() { return (__nccwpck_require__(60)["line-ends"]); } };
const repository_1 = __nccwpck_require__(866);
/**
 * Why what would be deployed is not what the branch says now; undefined: it is. A run that is run again has the commit that it
 * had at first, whatever was merged since.
 */
async function outdated(history, { branch, scripts, shared, ...clusterFile }) {
    for (const { file, text } of [clusterFile, ...(shared ? [shared] : [])]) {
        const now = await history.textOn(branch, file);
        if (now === undefined)
            return `${branch} has no ${file} (any more).`;
        if (!(0, line_ends_1.it.sameText)(now, text))
            return older(file, branch);
    }
    if (!scripts)
        return undefined;
    const hashes = Object.entries((await history.hashesOn(branch, scripts.folder)) ?? {}).filter(([name]) => (0, control_scripts_1.it.isScriptName)(name));
    const own = new Map(scripts.files.map((script) => [script.name, gitHash(script.text)]));
    const same = hashes.length === own.size && hashes.every(([name, hash]) => own.get(name) === hash);
    return same ? undefined : older(scripts.folder, branch);
}
/** How Git names a file by what is in it */
function gitHash(text) {
    const bytes = Buffer.from(text);
    return (0, node_crypto_1.it.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function older(file, branch) {
    return `${file} is not what ${branch} says now: this is an older run that was run again, or another checkout. Run the deploy of the last commit of ${branch} instead.`;
}
/** Pull requests that are looked at for one deploy */
const MOST_PULLS = 20;
/**
 * The plans that were reviewed before the cluster file came to be what it is: in the comments of the pull requests that changed
 * it since the last deploy, of which GitHub may have cancelled some while they waited. Anybody who may write to a repository
 * may edit a comment of the bot, which GitHub remembers: such a one counts for nothing.
 */
async function findReviewed(history, wanted) {
    const { branch, file, scripts, shared, since } = wanted;
    const paths = [file, shared, scripts].filter((path) => path !== undefined);
    const changes = await history.changes(branch, paths, since);
    const [last] = changes;
    if (!last)
        return { kind: 'none', why: `No commit on ${branch} has a ${file}.` };
    const pulls = new Map();
    const without = [];
    for (const commit of changes) {
        if (pulls.size === MOST_PULLS)
            break;
        const { pull, why } = await broughtBy(history, wanted, commit);
        if (pull)
            pulls.set(pull.number, pull);
        else
            without.push(why);
    }
    const found = await Promise.all([...pulls.values()].map((pull) => inPull(history, wanted, pull)));
    const refused = found.find(({ kind }) => kind === 'refused');
    if (refused)
        return refused;
    const plans = found.flatMap((one) => (one.kind === 'plan' ? one.plans : []));
    const [first, ...others] = plans;
    if (first)
        return { kind: 'plan', plans: [first, ...others] };
    const whys = [...found.flatMap((one) => (one.kind === 'none' ? one.why : [])), ...without];
    return { kind: 'none', why: whys[0] ?? `Nobody has reviewed ${file}.` };
}
/** The pull request that brought a commit to the branch, the last one where there are several. */
async function broughtBy(history, { branch, file }, commit) {
    const merged = (await history.pulls(commit))
        .filter(({ mergedAt }) => mergedAt !== undefined)
        .sort((a, b) => (a.mergedAt ?? '').localeCompare(b.mergedAt ?? ''));
    const here = merged.findLast(({ base }) => base === branch);
    if (here)
        return { pull: here, why: '' };
    const came = `${file} was changed by ${commit.slice(0, 12)}, which came to ${branch} without a pull request`;
    const elsewhere = merged.at(-1);
    if (!elsewhere)
        return { why: `${came}.` };
    // A branch that was renamed: its merged pull requests keep the old name.
    if ((await history.branchNow(elsewhere.base)) === branch)
        return { pull: elsewhere, why: '' };
    return { why: `${came}: #${elsewhere.number} brought it to ${elsewhere.base}, and its plan is of that.` };
}
/** Its plan has a comment of its own, a place in that of many clusters, or both; the former says more. */
async function inPull(history, wanted, pull) {
    const { cluster, file, author } = wanted;
    const own = [];
    const ofMany = [];
    for await (const comment of history.comments(pull.number)) {
        if (comment.author !== author)
            continue;
        if (comment.body.startsWith((0, comment_1.marker)(cluster, file)))
            own.push(comment);
        else if (comment.body.startsWith(fleet_comment_1.FLEET_BEGIN))
            ofMany.push(comment);
    }
    const found = [
        ...(own.length > 0 ? [await inComment(history, wanted, pull, own, OF_ONE)] : []),
        ...(ofMany.length > 0 ? [await inComment(history, wanted, pull, about(ofMany, cluster, pull), OF_MANY)] : []),
    ];
    return (found.find(({ kind }) => kind === 'plan') ??
        found.find(({ kind }) => kind === 'refused') ??
        found[0] ?? {
        kind: 'none',
        why: `#${pull.number} has no plan of ${file} by ${author}: it failed, was not run, or may not comment.`,
    });
}
const OF_ONE = { what: "the plan's comment", says: (file) => `the plan of ${file}`, read: comment_1.toldBy };
const OF_MANY = {
    what: "the plans' comment",
    says: () => 'the plans of many clusters',
    read: (body, cluster) => {
        const told = (0, fleet_comment_1.fleetTold)(body);
        const reviewed = told?.reviewed.get(cluster);
        return told && { head: told.head, ...(reviewed && { reviewed }) };
    },
};
/** Of comments that each have some clusters, those that may have this one: what cannot be read may have anything. */
function about(ofMany, cluster, { head }) {
    const told = ofMany.map((comment) => ({ comment, told: (0, fleet_comment_1.fleetTold)(comment.body) }));
    const having = told.filter((one) => !one.told || one.told.reviewed.has(cluster));
    // One of an earlier commit is of another division of the clusters.
    const now = having.filter((one) => !one.told || one.told.head === head);
    const [some = []] = [now, having, told].filter((each) => each.length > 0);
    return (some === told ? some.slice(0, 1) : some).map(({ comment }) => comment);
}
async function inComment(history, wanted, pull, own, { what, says, read }) {
    const refused = (why) => ({ kind: 'refused', why: `#${pull.number}: ${why}` });
    const { repository, key, author, file, cluster } = wanted;
    const states = new Map((await history.states(own.map(({ nodeId }) => nodeId))).map((state) => [state.nodeId, state]));
    const shown = own.filter(({ nodeId }) => states.get(nodeId)?.minimized === false);
    const [comment, ...others] = shown.length > 0 ? shown : own;
    if (!comment || others.length > 0)
        return refused(`more than one comment says that it is ${says(file)}.`);
    const state = states.get(comment.nodeId);
    if (!state)
        return refused(`GitHub does not say who edited ${what}.`);
    const { editor, writtenAt } = state;
    if (editor && !(editor.login === author.replace(/\[bot\]$/, '') && editor.isBot === isBot(author)))
        return refused(`${what} was edited by ${editor.login}, so nobody knows what was reviewed.`);
    if (!(Date.parse(writtenAt) <= Date.parse(pull.mergedAt ?? '')))
        return refused(`${what} was written at ${writtenAt}, after the merge at ${pull.mergedAt}, so what was reviewed is not there any more.`);
    const seal = { repository, number: pull.number, head: pull.head };
    if (key !== undefined && !(0, comment_1.isSealed)(comment.body, key, seal))
        return refused(`${what} has no seal that fits the review key: it was not written by the plan, or was changed.`);
    const told = read(comment.body, cluster);
    if (!told)
        return refused(`${what} has no plan in it that could be read: it is from another release, or was changed.`);
    if (told.head !== pull.head)
        return {
            kind: 'none',
            why: `#${pull.number} was planned at ${told.head.slice(0, 12)}, but merged at ${pull.head.slice(0, 12)}: what was pushed last has no plan.`,
        };
    if (!told.reviewed)
        return {
            kind: 'none',
            why: `#${pull.number}: ${what} has no plan of ${cluster}: nobody knew what a deploy would do.`,
        };
    return { kind: 'plan', plans: [{ pull, reviewed: told.reviewed }] };
}
const isBot = (login) => login.endsWith('[bot]');
const STATES = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id isMinimized createdAt lastEditedAt editor { __typename login } } }
}`;
/** Over GitHub's API, of the run's own repository. */
async function githubHistory(token) {
    const repository = await (0, repository_1.openRepository)(token);
    const { octokit, owner, repo } = repository;
    return {
        textOn: async (ref, path) => {
            const found = await unlessGone(() => octokit.rest.repos.getContent({ owner, repo, ref, path: (0, posix_1.normalize)(path) }));
            // A folder, a link or a submodule has no text.
            if (!found || Array.isArray(found.data) || found.data.type !== 'file' || !('content' in found.data))
                return undefined;
            return Buffer.from(found.data.content, 'base64').toString('utf8');
        },
        hashesOn: async (ref, path) => {
            const found = await unlessGone(() => octokit.rest.repos.getContent({ owner, repo, ref, path: (0, posix_1.normalize)(path) }));
            if (!found || !Array.isArray(found.data))
                return undefined;
            return Object.fromEntries(found.data.flatMap(({ type, name, sha }) => (type === 'file' ? [[name, sha]] : [])));
        },
        changes: async (sha, paths, since) => {
            const lists = await Promise.all(paths.map(async (path) => {
                const asked = { owner, repo, sha, path: (0, posix_1.normalize)(path), per_page: 100 };
                return (await octokit.rest.repos.listCommits(asked)).data;
            }));
            // Of one path they come in their order; those of two are put together by when they came.
            const when = new Map(lists.flat().map((commit) => [commit.sha, commit.commit.committer?.date ?? '']));
            const all = lists.length === 1 ? [...when.keys()] : newestFirst(when);
            const [last] = all;
            if (last === undefined || since === undefined)
                return all.slice(0, 1);
            const basehead = `${since}...${sha}`;
            // Without pages: the last 250 commits.
            const compare = () => octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead });
            const compared = await unlessGone(compare);
            const news = new Set(compared?.data.commits.map((commit) => commit.sha));
            return all.filter((commit) => commit === last || news.has(commit));
        },
        branchNow: async (branch) => {
            // GitHub leads on from the old name of a branch to its new one.
            const found = await unlessGone(() => octokit.rest.repos.getBranch({ owner, repo, branch }));
            return found?.data.name;
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
        comments: (pull) => (0, repository_1.commentsOf)(repository, pull),
        states: async (ids) => {
            const { nodes } = await octokit.graphql(STATES, { ids: ids.slice(0, 100) });
            return nodes.flatMap((node) => (node?.id === undefined ? [] : [stateOf(node.id, node)]));
        },
    };
}
function newestFirst(when) {
    return [...when].sort(([, a], [, b]) => Date.parse(b) - Date.parse(a)).map(([sha]) => sha);
}
async function unlessGone(work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0, repository_1.refusal)(error) === 404)
            return undefined;
        throw error;
    }
}
function stateOf(nodeId, { isMinimized, createdAt, lastEditedAt, editor }) {
    const minimized = isMinimized === true;
    const writtenAt = lastEditedAt ?? createdAt ?? 'an unknown time';
    // Edited, but by somebody who is not there any more: that is nobody's plan.
    if (!editor)
        return { nodeId, writtenAt, minimized, ...(lastEditedAt && { editor: { login: 'somebody', isBot: false } }) };
    return {
        nodeId,
        writtenAt,
        minimized,
        editor: { login: editor.login.replace(/\[bot\]$/, ''), isBot: editor.__typename === 'Bot' },
    };
}

/***/ }),

/***/ 988:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/summary.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.runSummary = runSummary;
exports.writeSummary = writeSummary;
exports.findingKey = findingKey;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const outcome_1 = { get it() { return (__nccwpck_require__(73).outcome); } };
/** GitHub takes 1 MiB per step; the renderers count bytes. */
const LIMIT = 1_000_000;
/**
 * What a step did, or with a dry run would do. A job has several such steps and GitHub shows their summaries below each other:
 * each finding is told once, and a step that had nothing to do tells nothing.
 */
function runSummary(result, { title, first, told, ...options }) {
    const limit = LIMIT / 2;
    if (!first)
        return (0, outcome_1.it.renderStep)(title, result, told, { ...options, limit });
    const { warnings } = result.plan;
    const overview = (0, outcome_1.it.renderOverview)({ ...(result.whole ?? result.plan), warnings }, { ...options, limit });
    const step = (0, outcome_1.it.renderStep)(title, result, (finding) => told(finding) || warnings.includes(finding), {
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
        await core.summary.addRaw(`${secrets.redact(markdown)}\n`).write();
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
    return (0, node_crypto_1.it.createHash)('sha256')
        .update(JSON.stringify([code, severity, server, severity === 'blocking' ? message : '']))
        .digest('hex')
        .slice(0, 12);
}

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

/***/ 132:
/***/ (function (module) {

"use strict";
module.exports = require("./drift.js");

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

/***/ 387:
/***/ (function (module) {

"use strict";
module.exports = require("./pbx.js");

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

/***/ 270:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/actions-toolkit.js");

/***/ }),

/***/ 885:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/github.js");

/***/ }),

/***/ 227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 24:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 161:
/***/ (function (module) {

"use strict";
module.exports = require("node:os");

/***/ }),

/***/ 760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 916:
/***/ (function (module) {

"use strict";
module.exports = require("node:path/posix");

/***/ }),

/***/ 500:
/***/ (function (module) {

"use strict";
module.exports = require("node:timers/promises");

/***/ }),

/***/ 975:
/***/ (function (module) {

"use strict";
module.exports = require("node:util");

/***/ }),

/***/ 877:
/***/ (function (module) {

"use strict";
module.exports = require("node:v8");

/***/ }),

/***/ 522:
/***/ (function (module) {

"use strict";
module.exports = require("node:zlib");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(624);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=github.js.map
