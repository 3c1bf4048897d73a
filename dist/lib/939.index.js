exports.id = 939;
exports.ids = [939];
exports.modules = {

/***/ 95939:
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
;// CONCATENATED MODULE: ./build/src/github/comment.js
/** GitHub's limit for a comment. */
const COMMENT_LIMIT = 65_536;
/** Finds the comment again: hidden in it, one a cluster and file. Encoded, so that no path can end the HTML comment. */
function marker(cluster, file) {
    const encode = (text) => encodeURIComponent(text).replace(/[-!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
    return `<!-- portsip-cluster plan cluster=${encode(cluster)} file=${encode(file)} -->`;
}
/** The digest of the plan that a comment shows; undefined when it shows none. */
function digestIn(body) {
    return /<!-- portsip-cluster digest=(sha256:[0-9a-f]{64}) -->/.exec(body)?.[1];
}
function commentBody(plan) {
    const head = `${marker(plan.cluster, plan.file)}\n<!-- portsip-cluster digest=${plan.digest} -->\n`;
    const foot = `\n<sub>[Run](${encodeURI(plan.runUrl)}) · updated in place with each push</sub>\n`;
    return head + plan.render(COMMENT_LIMIT - head.length - foot.length) + foot;
}
/** Writes the plan to the pull request: into our own earlier comment where there is one. Others' comments are never touched. */
async function upsertComment(comments, plan) {
    const body = commentBody(plan);
    const wanted = marker(plan.cluster, plan.file);
    const viewer = await comments.viewer();
    for await (const { id, body: present, author } of comments.list()) {
        // At the start only: somebody may quote the comment, and the bot may say other things.
        if (author !== viewer || !present.startsWith(wanted))
            continue;
        if (present === body)
            return 'unchanged';
        await comments.update(id, body);
        return 'updated';
    }
    await comments.create(body);
    return 'created';
}
/** Comments of the pull request that the run is for, over GitHub's API; undefined when it is for none. */
async function githubComments(token) {
    // Late: octokit takes longer to load than all the rest of an offline plan.
    const { context, getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const pull = context.payload.pull_request?.number;
    if (pull === undefined)
        return undefined;
    const { owner, repo } = context.repo;
    const octokit = getOctokit(token);
    const target = { owner, repo, issue_number: pull };
    return {
        viewer: async () => {
            // `GET /user` is closed to a workflow's token; this is not.
            const { viewer } = await octokit.graphql('query { viewer { login } }');
            return viewer.login;
        },
        list: async function* () {
            for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, {
                ...target,
                per_page: 100,
            }))
                for (const { id, body, user } of data)
                    yield { id, body: body ?? '', author: user?.login ?? '' };
        },
        create: async (body) => {
            await octokit.rest.issues.createComment({ ...target, body });
        },
        update: async (id, body) => {
            await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
        },
    };
}
//# sourceMappingURL=comment.js.map
// EXTERNAL MODULE: ./build/src/github/summary.js
var summary = __webpack_require__(31988);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(81260);
// EXTERNAL MODULE: ./build/src/cluster/load.js + 16 modules
var load = __webpack_require__(25081);
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
// EXTERNAL MODULE: ./build/src/plan/options.js
var options = __webpack_require__(65574);
// EXTERNAL MODULE: ./build/src/plan/render/markdown.js
var render_markdown = __webpack_require__(78024);
// EXTERNAL MODULE: ./build/src/plan/render/terminal.js
var terminal = __webpack_require__(30065);
// EXTERNAL MODULE: ./build/src/actions/harness.js + 1 modules
var harness = __webpack_require__(63198);
;// CONCATENATED MODULE: ./build/src/actions/plan.js









/** What would change, in the log, the summary, a pull request's comment and a file. Changes nothing. */
async function main() {
    const { inputs, cluster, config, log } = await (0,harness/* prepare */.iA)(false);
    const plan = inputs.live ? await livePlan(config, inputs.servers) : await offline(inputs, cluster, log);
    const { clusterFile } = inputs;
    const { commit } = config.run;
    const safe = (text) => config.secrets.redact(text);
    const told = { clusterFile, cluster, runUrl: (0,harness/* runUrl */.Vp)(), ...(commit ? { commit } : {}) };
    log.info((0,terminal/* renderTerminal */.b)(plan, { color: true, cluster, clusterFile }));
    log.findings(plan.warnings);
    const markdown = safe((0,render_markdown/* renderMarkdown */.Gc)(plan, { ...told, limit: 1_000_000 }));
    await (0,promises_.writeFile)(inputs.planFile, safe(`${JSON.stringify(plan, null, 2)}\n`));
    await (0,promises_.writeFile)(inputs.markdownFile, markdown);
    await (0,summary/* writeSummary */.Sy)(markdown, config.secrets);
    core.setOutput('changed', plan.changes.length > 0);
    core.setOutput('changes', plan.changes);
    core.setOutput('plan-digest', plan.digest);
    core.setOutput('plan-file', inputs.planFile);
    if (inputs.comment && inputs.githubToken) {
        const { digest } = plan;
        const render = (limit) => safe((0,render_markdown/* renderMarkdown */.Gc)(plan, { ...told, limit }));
        await comment(inputs.githubToken, { cluster: cluster.name, file: clusterFile, digest, render, runUrl: (0,harness/* runUrl */.Vp)() }, log);
    }
    return 0;
}
// Loaded late: a mistake in the inputs is told before, and what compares two files needs no SSH.
async function livePlan(config, servers) {
    const { runStages } = await Promise.all(/* import() */[__webpack_require__.e(714), __webpack_require__.e(609), __webpack_require__.e(864), __webpack_require__.e(582), __webpack_require__.e(642)]).then(__webpack_require__.bind(__webpack_require__, 37642));
    return (await runStages(config, { ...options/* DEFAULT_OPTIONS */.l, servers, dryRun: true })).plan;
}
async function offline(inputs, cluster, log) {
    const { offlinePlan } = await Promise.all(/* import() */[__webpack_require__.e(714), __webpack_require__.e(864)]).then(__webpack_require__.bind(__webpack_require__, 85864));
    return offlinePlan(await baseCluster(inputs, log), cluster);
}
async function comment(token, plan, log) {
    try {
        const comments = await githubComments(token);
        if (comments)
            log.info(`The plan's comment on the pull request: ${await upsertComment(comments, plan)}`);
    }
    catch (error) {
        // A read-only token (a pull request from a fork) must not turn a good plan red.
        log.warning(`The plan could not be written to the pull request: ${error instanceof Error ? error.message : String(error)}`);
    }
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 30065:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";
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
//# sourceMappingURL=939.index.js.map