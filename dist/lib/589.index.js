"use strict";
exports.id = 589;
exports.ids = [589];
exports.modules = {

/***/ 74797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ IMPACT_LABELS),
/* harmony export */   Bd: () => (/* binding */ countActions),
/* harmony export */   J7: () => (/* binding */ countsLine),
/* harmony export */   Ox: () => (/* binding */ worstImpact),
/* harmony export */   bw: () => (/* binding */ impactSentences),
/* harmony export */   dC: () => (/* binding */ summaryLine),
/* harmony export */   vs: () => (/* binding */ STAND_IN)
/* harmony export */ });
/* harmony import */ var _stages_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93781);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46982);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5552);



function countActions(changes) {
    const counts = { create: 0, update: 0, replace: 0, delete: 0, restart: 0 };
    for (const { action } of changes)
        counts[action]++;
    return counts;
}
/** "3 to add, 1 to change, 0 to replace, 2 to restart, 0 to remove" */
function countsLine(changes) {
    const { create, update, replace, restart, delete: remove } = countActions(changes);
    return `${create} to add, ${update} to change, ${replace} to replace, ${restart} to restart, ${remove} to remove`;
}
/** The last line of a plan: "Plan: 3 to add, …." or that there is nothing to do. */
function summaryLine(plan, clusterFile = 'cluster.yaml') {
    if (plan.changes.length > 0)
        return `Plan: ${countsLine(plan.changes)}.`;
    if (plan.warnings?.some(({ severity }) => severity === 'blocking'))
        return 'No changes that could be made: see what is blocked.';
    return plan.live
        ? `No changes. The cluster matches ${clusterFile}.`
        : 'No changes. Both cluster files ask for the same cluster.';
}
function worstImpact(changes) {
    const worst = Math.max(0, ...changes.map(({ impact }) => _stages_types__WEBPACK_IMPORTED_MODULE_1__/* .IMPACTS */ .wD.indexOf(impact)));
    return _stages_types__WEBPACK_IMPORTED_MODULE_1__/* .IMPACTS */ .wD[worst] ?? 'none';
}
/** In a word or two, for tables. */
const IMPACT_LABELS = {
    none: 'nothing',
    analytics: 'reports pause',
    messaging: 'chat pauses',
    'new-calls': 'new calls wait or go elsewhere',
    'active-calls': 'calls can be cut',
};
/** What callers will notice, a sentence for each kind of impact, the worst first; at least one. */
function impactSentences({ changes, warnings }) {
    const of = (impact) => changes.filter((change) => change.impact === impact);
    const sentences = [
        ...cut(of('active-calls')),
        ...away(changes, warnings),
        ...noNewCalls(of('new-calls'), warnings),
        ...paused(of('messaging'), 'Chat messages and files pause', 'calls go on'),
        ...paused(of('analytics'), 'Reports and call statistics pause', 'calls and chat go on'),
    ];
    return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}
const isPbx = ({ id }) => id === 'restart/pbx' || id === 'role/pbx';
const isLoadBalancer = ({ id }) => id === 'restart/loadbalancer';
const names = (changes) => [...new Set(changes.map((change) => change.server ?? (0,_words__WEBPACK_IMPORTED_MODULE_0__/* .target */ .aC)(change)))];
function cut(changes) {
    const sentences = [];
    if (changes.some(isPbx))
        sentences.push('The PBX itself restarts: all calls are cut, and none can be made for some minutes.');
    const others = changes.filter((change) => !isPbx(change));
    const servers = names(others);
    if (servers.length > 0)
        sentences.push(`Calls that are up on ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(servers)} get about five minutes to end; those that last longer are cut.`);
    return sentences;
}
/** Servers that are the only ones of their role: somebody stands in, or nobody does. */
function away(changes, findings) {
    const touched = new Set(changes.map(({ server }) => server));
    const of = (code) => findings.flatMap((finding) => (finding.code === code && touched.has(finding.server) ? (finding.server ?? []) : []));
    const alone = of(ALONE);
    const replaced = of(STAND_IN);
    const sentences = [];
    if (alone.length > 0)
        sentences.push(`New calls that need ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(alone)} are refused for about a minute: there is no other of the role, and none built in.`);
    if (replaced.length > 0)
        sentences.push(`The PBX’s built-in ${replaced.length === 1 ? 'server takes' : 'servers take'} the new calls while ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(replaced)} ${replaced.length === 1 ? 'is' : 'are'} away, about a minute${replaced.length === 1 ? '' : ' each'}.`);
    return sentences;
}
/** The codes of the findings about servers that are the only ones of their role */
/** A finding that the sentences tell */
const STAND_IN = 'last-of-role';
const ALONE = 'last-of-role-without-stand-in';
function noNewCalls(changes, findings) {
    const alone = findings.filter(({ code }) => code === STAND_IN || code === ALONE).map(({ server }) => server);
    const sentences = [];
    const others = names(changes.filter((change) => !isLoadBalancer(change) && !alone.includes(change.server)));
    if (others.length > 0)
        sentences.push(others.length === 1
            ? `${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(others)} takes no new calls for about a minute, once the calls on it have ended; others of the role take them.`
            : `${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(others)} in turn take no new calls for about a minute, once the calls on them have ended; others of the role take them.`);
    if (changes.some(isLoadBalancer))
        sentences.push('New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.');
    return sentences;
}
function paused(changes, what, meanwhile) {
    if (changes.length === 0)
        return [];
    const servers = names(changes);
    return [
        `${what} for about a minute while ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(servers)} ${servers.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`,
    ];
}
//# sourceMappingURL=counts.js.map

/***/ }),

/***/ 57258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   c0: () => (/* binding */ escapeMarkdownLines)
/* harmony export */ });
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46982);

const entity = (character) => `&#${character.codePointAt(0)};`;
/**
 * Makes any text plain text on GitHub: no Markdown, no HTML, no mention, no reference to an issue or a commit, no link.
 * Punctuation that means something to Markdown becomes a numeric entity, which Markdown never reads as syntax. Mentions
 * and references are looked for after that, in the page itself, so a zero-width space keeps them from being found.
 */
function escapeMarkdown(text) {
    return ((0,_text__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text)
        .replace(/[@#](?=\w)/g, '$&\u200b')
        .replace(/\b(gh)-(?=\d)/gi, '$1-\u200b')
        .replace(/\b[0-9a-f]{7}(?=[0-9a-f]{0,33}\b)/gi, '$&\u200b')
        // Letters, spaces and what sentences need stay readable; "1." would begin a list.
        .replace(/[!#$&*+<=>@[\\\]^_`{|}~]|^[-+]|(?<=^\d{1,9})[.)](?=\s|$)|:(?=\/\/|[a-z+]+[\w-]*:)|(?<=\bwww)\./gi, entity));
}
/** Text of several lines as one block: lines are kept as line breaks. */
function escapeMarkdownLines(text) {
    return text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => escapeMarkdown(line.trim()))
        .join('<br>');
}
/** Any text as code within a line, also in a table. */
function code(text) {
    const shown = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text);
    if (/^[\w.:/,=+-]+( [\w.:/,=+-]+)*$/.test(shown))
        return `\`${shown}\``;
    return `<code>${[...shown].map((character) => (/[\w ]|[^\p{ASCII}]/u.test(character) && character !== '_' ? character : entity(character))).join('')}</code>`;
}
/** Lines of any text as a block of code that ends where we say. */
function fence(language, lines) {
    const body = lines.map((line) => (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line).replace(/@(?=\w)/g, '@\u200b'));
    const longest = Math.max(2, ...body.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const ticks = '`'.repeat(longest + 1);
    return [`${ticks}${language}`, ...body, ticks].join('\n');
}
//# sourceMappingURL=escape.js.map

/***/ }),

/***/ 4697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ steps),
/* harmony export */   Iv: () => (/* binding */ deeds),
/* harmony export */   Me: () => (/* binding */ overall),
/* harmony export */   yt: () => (/* binding */ groupByServer)
/* harmony export */ });
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5552);

/** By server, in the order in which the plan first touches them; those that are only restarted come last, the main server before them. */
function groupByServer(changes, servers = []) {
    const known = new Map(servers.map((server) => [server.name, server]));
    const groups = new Map();
    for (const change of changes) {
        const group = groups.get(change.server);
        if (group)
            group.push(change);
        else
            groups.set(change.server, [change]);
    }
    const rank = ({ name, action }) => action === 'restart' && name !== undefined ? 2 : name === undefined ? 1 : 0;
    return [...groups]
        .map(([name, own]) => {
        const server = name === undefined ? undefined : known.get(name);
        return { ...(name !== undefined && { name }), ...(server && { server }), action: sum(own), changes: own };
    })
        .sort((a, b) => rank(a) - rank(b));
}
/** A server that is registered and installed is new, whatever else happens around it. */
function sum(changes) {
    const core = changes.filter((change) => (0,_words__WEBPACK_IMPORTED_MODULE_0__/* .kind */ .fM)(change) === 'role' || (0,_words__WEBPACK_IMPORTED_MODULE_0__/* .kind */ .fM)(change) === 'server');
    const actions = new Set((core.length > 0 ? core : changes).map(({ action }) => action));
    if (actions.size === 1)
        return [...actions][0] ?? 'update';
    for (const action of ['replace', 'delete', 'create'])
        if (actions.has(action) && !(action === 'delete' && actions.has('create')))
            return action;
    return 'update';
}
/** What happens to a server as a whole; the main server itself is never added or removed. */
function overall({ name, action }) {
    return name === undefined && action !== 'restart' ? 'update' : action;
}
function steps(changes) {
    const result = [];
    for (const change of changes) {
        const last = result.at(-1);
        if (last?.stage === change.stage)
            last.changes.push(change);
        else
            result.push({ stage: change.stage, changes: [change] });
    }
    return result;
}
/** The changes of a step by what is done: "trust a, b; whitelist c". */
function deeds(step, verb, target) {
    const byVerb = new Map();
    for (const change of step.changes) {
        const name = verb(change);
        byVerb.set(name, [...(byVerb.get(name) ?? []), target(change)]);
    }
    return [...byVerb];
}
//# sourceMappingURL=groups.js.map

/***/ }),

/***/ 78024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gc: () => (/* binding */ renderMarkdown),
/* harmony export */   Q2: () => (/* binding */ notes),
/* harmony export */   __: () => (/* binding */ Budget),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _counts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74797);
/* harmony import */ var _escape__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57258);
/* harmony import */ var _groups__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4697);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46982);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5552);





const DEFAULT_LIMIT = 65_000;
/** More servers than this are put together by what happens to them. */
const MAX_ROWS = 25;
/** A plan for a pull request's comment and a job's summary. Whatever comes from a file, a host or the PBX is escaped. */
function renderMarkdown(plan, options) {
    const servers = options.cluster?.servers;
    const findings = (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(plan.warnings);
    const page = new Budget(options.limit ?? DEFAULT_LIMIT, cutNote(options));
    const foot = footer(plan, options);
    page.reserve(foot);
    page.add(`### ${headline(plan, options)}`);
    if (plan.changes.length > 0)
        page.addAll((0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .impactSentences */ .bw)(plan).map((sentence) => `- ${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(sentence)}`), '\n', '**What callers will notice**\n\n');
    if (!plan.live)
        page.add('Made from the two cluster files alone: the live cluster was not asked and may differ from the old one.');
    page.addAll(findings.filter(({ severity }) => severity !== 'note').map(alert), '\n\n');
    const groups = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .groupByServer */ .yt)(plan.changes, servers);
    if (groups.length > 0)
        page.addTable(['', 'Server', 'What happens', 'Callers notice'], rows(groups));
    page.addAll(notes(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
    if (plan.changes.length > 0)
        page.addDetails(`Every change, in order (${plan.changes.length})`, 'diff', changeLines(plan.changes));
    page.add(nextStep(plan, findings));
    return page.text(foot);
}
function headline(plan, options) {
    return `${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(plan.cluster)}: ${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .summaryLine */ .dC)(plan, options.clusterFile))}`;
}
function cutNote({ runUrl }) {
    const where = runUrl ? `[job summary](${encodeURI(runUrl)})` : 'job summary';
    return `… cut here; the whole plan is in the ${where}.`;
}
function alert(finding) {
    const { severity, code: name } = finding;
    const type = { blocking: 'CAUTION', warning: 'WARNING', note: 'NOTE' }[severity];
    const title = severity === 'blocking' ? '**Blocked.** ' : '';
    return `> [!${type}]\n> ${title}${said(finding)} <sub>${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}</sub>`;
}
function notes(findings) {
    return findings.map((finding) => `- ${said(finding)}`);
}
function said({ server, message }) {
    const where = server !== undefined && !message.includes(server) ? `${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(server)}: ` : '';
    return `${where}${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdownLines */ .c0)(message)}`;
}
/** A row a server; of many servers, a row for those to which the same happens. */
function rows(groups) {
    if (groups.length <= MAX_ROWS)
        return groups.map((group) => row([group]));
    const alike = new Map();
    for (const group of groups) {
        const key = group.name === undefined
            ? 'main'
            : JSON.stringify([group.server?.role, group.action, whatHappens(group), (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .worstImpact */ .Ox)(group.changes)]);
        alike.set(key, [...(alike.get(key) ?? []), group]);
    }
    return [...alike.values()].map(row);
}
function row(groups) {
    const [first] = groups;
    if (!first)
        return [];
    const impact = _counts__WEBPACK_IMPORTED_MODULE_0__/* .IMPACT_LABELS */ .$u[(0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .worstImpact */ .Ox)(first.changes)];
    return [`\`${_words__WEBPACK_IMPORTED_MODULE_2__/* .SYMBOLS */ .Am[(0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .overall */ .Me)(first)]}\``, who(groups), whatHappens(first), impact];
}
function who(groups) {
    const [first] = groups;
    const names = groups.map(({ name }) => (name === undefined ? 'main server and PBX' : (0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)));
    if (groups.length === 1)
        return `${names.join('')}${first?.server ? `<br>${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .introduce */ .o2)(first.server))}` : ''}`;
    const role = first?.server ? (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(first.server.role) : 'server';
    return `${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(groups.length, role)}: ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(names, 4)}`;
}
/** "register, install", with whom where it is not the server itself */
function whatHappens({ name, changes }) {
    return (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .steps */ .Ci)(changes)
        .flatMap((step) => (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .deeds */ .Iv)(step, _words__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3, _words__WEBPACK_IMPORTED_MODULE_2__/* .target */ .aC))
        .map(([what, whom]) => (name === undefined ? `${what} ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(whom.map(_escape__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV), 4)}` : what))
        .join(', ');
}
/** In the colours of a diff: + added, - removed, ! changed, restarted. */
function changeLines(changes) {
    return changes.flatMap((change) => {
        const mark = { create: '+', update: '! ~', replace: '! -/+', delete: '-', restart: '! ↻' }[change.action];
        const by = change.server && !['server', 'role', 'restart'].includes((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .kind */ .fM)(change)) ? ` (${change.server})` : '';
        return [
            `${mark} ${change.id}${by}${change.reason ? `: ${change.reason}` : ''}`,
            ...(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change).map(({ name, before, after }) => {
                if (before === undefined)
                    return `+     ${name}: ${after ?? ''}`;
                return after === undefined ? `-     ${name}: ${before}` : `!     ${name}: ${before} -> ${after}`;
            }),
        ];
    });
}
function nextStep(plan, findings) {
    const blocked = findings.filter(({ severity }) => severity === 'blocking');
    if (blocked.some(({ server }) => server === undefined))
        return '**Next:** nothing can be deployed before what is blocked above is put right. Then run the plan again.';
    if (blocked.length > 0) {
        const names = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)([...new Set(blocked.map(({ server }) => (0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(server ?? '')))]);
        return `**Next:** put right what is blocked above; until then the deploy leaves ${names} alone.`;
    }
    if (plan.changes.length === 0)
        return '**Next:** nothing to do.';
    return '**Next:** review and merge. The deploy looks at the live cluster again and does only what is still missing.';
}
function footer(plan, { clusterFile, commit }) {
    const parts = [
        (0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(clusterFile),
        commit && `at ${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(commit.slice(0, 12))}`,
        plan.live ? 'compared with the live cluster' : 'compared with the base branch’s',
        `plan ${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(plan.digest.replace(/^sha256:/, '').slice(0, 12))}`,
    ];
    return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}
/** Puts a page together that never grows beyond its limit; what does not fit is cut at a line and said. */
class Budget {
    note;
    parts = [];
    left;
    cut = false;
    constructor(limit, note) {
        this.note = note;
        this.left = limit;
        this.reserve(`\n\n${note}`);
    }
    reserve(text) {
        this.left -= bytes(`\n\n${text}`);
    }
    add(block) {
        const size = bytes(`\n\n${block}`);
        if (size > this.left) {
            this.cut = true;
            return false;
        }
        this.left -= size;
        this.parts.push(block);
        return true;
    }
    /** As many of the items as fit in half of what is left. */
    addAll(items, separator, head = '', more = (count) => `${separator}… and ${count} more`) {
        if (items.length === 0)
            return;
        const room = this.left / 2;
        let size = bytes(`\n\n${head}`) + 40;
        const taken = [];
        for (const item of items) {
            size += bytes(item) + bytes(separator);
            if (size > room)
                break;
            taken.push(item);
        }
        const missing = items.length - taken.length;
        if (missing > 0) {
            this.cut = true;
            if (taken.length === 0)
                return;
        }
        this.add(`${head}${taken.join(separator)}${missing > 0 ? more(missing) : ''}`);
    }
    addTable(head, body) {
        const line = (cells) => `| ${cells.join(' | ')} |`;
        this.addAll(body.map(line), '\n', `${line(head)}\n${line(head.map(() => '---'))}\n`, (count) => `\n\n… and ${count} more rows`);
    }
    addDetails(summary, language, lines) {
        const open = `<details><summary>${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(summary)}</summary>\n\n`;
        // Room for the fence, which grows with the backticks inside.
        const room = this.left - bytes(open) - 600;
        let size = 0;
        const taken = [];
        for (const line of lines) {
            // Escaping can make a line longer: measured as it will be.
            size += bytes((0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)('', [line]));
            if (size > room)
                break;
            taken.push(line);
        }
        if (taken.length < lines.length) {
            this.cut = true;
            taken.push(`# … and ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(lines.length - taken.length, 'more line', 'more lines')}`);
        }
        if (taken.length > 1 || lines.length === taken.length)
            this.add(`${open}${(0,_escape__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)(language, taken)}\n\n</details>`);
    }
    text(foot) {
        return `${[...this.parts, ...(this.cut ? [this.note] : []), foot].join('\n\n')}\n`;
    }
}
const bytes = (text) => Buffer.byteLength(text);
//# sourceMappingURL=markdown.js.map

/***/ }),

/***/ 73589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ skippedByReason),
/* harmony export */   On: () => (/* binding */ nextAfter),
/* harmony export */   RW: () => (/* binding */ outcomeLine),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   mp: () => (/* binding */ renderOverview),
/* harmony export */   zc: () => (/* binding */ renderStep)
/* harmony export */ });
/* harmony import */ var _counts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74797);
/* harmony import */ var _escape__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57258);
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78024);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46982);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5552);





/** `blocked`: findings that kept a server, or all, from being touched */
function verdict(result) {
    const blocked = [...result.findings, ...result.plan.warnings].some(({ severity }) => severity === 'blocking');
    const { ok, done, failed, skipped } = result;
    if (failed.length > 0 || (blocked && done.length === 0))
        return { verdict: done.length > 0 ? 'partly' : 'failed', blocked, ok };
    if (blocked)
        return { verdict: 'partly', blocked, ok };
    if (skipped.length > 0)
        return { verdict: done.length > 0 ? 'partly' : 'waiting', blocked, ok };
    return { verdict: done.length > 0 ? 'done' : 'nothing-to-do', blocked, ok };
}
/** "12 changes done, 1 failed, 3 not begun, 2 wait for the maintenance window" */
function outcomeLine({ done, failed, skipped }) {
    const windowed = skipped.filter(({ waits }) => waits === 'window').length;
    const parts = [`${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(done.length, 'change')} done`];
    if (failed.length > 0)
        parts.push(`${failed.length} failed`);
    if (skipped.length > windowed)
        parts.push(`${skipped.length - windowed} not begun`);
    if (windowed > 0)
        parts.push(`${windowed} ${windowed === 1 ? 'waits' : 'wait'} for the maintenance window`);
    return parts.join(', ');
}
/** A sentence that says what to do now. */
function nextAfter(result) {
    const { failed, skipped } = result;
    const { blocked } = verdict(result);
    if (failed.length > 0)
        return 'Put right what failed, then run the deploy again: it carries on where this one stopped and does nothing twice.';
    if (blocked)
        return 'Put right what is blocked, then run the deploy again.';
    if (skipped.some(({ waits }) => waits === 'window'))
        return 'Run it again while the maintenance window is open, or with force at any time.';
    if (result.partial && result.ok)
        return skipped.length > 0 ? 'The rest comes with a later step.' : 'Nothing is left to do here.';
    if (skipped.length > 0)
        return 'Run the deploy again to do what was not begun.';
    return 'Nothing is left to do.';
}
/** Skipped changes by reason, in the order in which the reasons first came; those that only wait for others are one group. */
function skippedByReason({ failed, skipped, }) {
    const notDone = new Set([...failed, ...skipped].map(({ change }) => change.id));
    const waitsForOthers = (reason) => reason.split(/[\s,;:]+/).some((word) => notDone.has(word));
    const byReason = new Map();
    for (const { change, reason, waits } of skipped) {
        const group = waits === 'window' ? WINDOW : waitsForOthers(reason) ? WAITING : reason;
        byReason.set(group, [...(byReason.get(group) ?? []), change]);
    }
    return [...byReason];
}
const WINDOW = 'the maintenance window is closed';
const WAITING = 'waiting for what was not done';
/** `a`, `b` and 12 more */
function ids(changes) {
    return (0,_text__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(changes.map(({ id }) => (0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(id)), 8);
}
const CUT = '… cut here; the rest is in the log.';
/**
 * The head of a job's summary: how the cluster differs from the file before anything is done, what callers will notice, and
 * what somebody should know. The steps that follow tell what they did, and nothing of this again.
 */
function renderOverview(plan, options) {
    const page = new _markdown__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ .__(options.limit ?? 1_000_000, CUT);
    const foot = `<sub>${[(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(options.clusterFile), options.commit && `at ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(options.commit.slice(0, 12))}`]
        .filter(Boolean)
        .join(' ')}</sub>`;
    page.reserve(foot);
    const { changes } = plan;
    const blocked = plan.warnings.some(({ severity }) => severity === 'blocking');
    const counts = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .countActions */ .Bd)(changes);
    const what = _words__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl.filter((action) => counts[action] > 0).map((action) => `${counts[action]} to ${_words__WEBPACK_IMPORTED_MODULE_2__/* .LEGEND */ .Ix[action]}`);
    const nothing = blocked
        ? '— nothing that could be done, see what is blocked'
        : `matches ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(options.clusterFile)}`;
    const says = changes.length > 0 ? `: ${what.join(', ')}` : ` ${nothing}`;
    page.add(`## ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(plan.cluster)}${says}${options.dryRun ? ' (dry run)' : ''}`);
    const [why, ...others] = new Set(changes.map(({ stage, reason }) => (stage === 'restart' ? reason : '')));
    if (why && others.length === 0)
        page.add(`Why: ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(why)}`);
    // What waits for the window is noticed by nobody now.
    const closed = plan.warnings.some((finding) => finding.code === 'window-closed');
    const now = closed ? changes.filter(({ impact }) => impact === 'none') : changes;
    if (now.length > 0)
        page.addAll((0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .impactSentences */ .bw)({ ...plan, changes: now }).map((sentence) => `- ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(sentence)}`), '\n', '**What callers will notice**\n\n');
    addFindings(page, plan.warnings);
    if (blocked)
        page.add(`**Next:** ${onceUnblocked(plan.warnings)}`);
    return page.text(foot);
}
/** What belongs to no server blocks all of them. */
function onceUnblocked(findings) {
    const all = findings.some(({ severity, server }) => severity === 'blocking' && server === undefined);
    return `Put right what is blocked, then run this again. ${all ? 'Nothing is done before.' : 'Everything else is done meanwhile.'}`;
}
function addFindings(page, warnings) {
    const findings = (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(warnings).filter((finding) => finding.code !== _counts__WEBPACK_IMPORTED_MODULE_0__/* .STAND_IN */ .vs);
    page.addAll(findings.filter(({ severity }) => severity !== 'note').map(_markdown__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .xE), '\n\n');
    page.addAll((0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2)(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
}
/**
 * What one step of a job did, or with a dry run would do; empty when there is nothing to tell. `told`: findings that the
 * summary has already. What comes with a later step is told there.
 */
function renderStep(title, result, told, options = {}) {
    const { plan, done, failed } = result;
    const skipped = result.skipped.filter(({ waits }) => waits !== 'step');
    const findings = [...result.findings, ...plan.warnings];
    const fresh = findings.filter((finding) => !told(finding) && finding.code !== _counts__WEBPACK_IMPORTED_MODULE_0__/* .STAND_IN */ .vs);
    const planned = options.dryRun ? plan.changes : [];
    if (done.length + failed.length + skipped.length + planned.length + fresh.length === 0)
        return '';
    const page = new _markdown__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ .__(options.limit ?? 1_000_000, CUT);
    const took = options.elapsedMs === undefined || options.dryRun ? '' : ` <sub>${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(options.elapsedMs)}</sub>`;
    const counts = options.dryRun
        ? `: ${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(planned.length, 'change')} would be made`
        : done.length + failed.length + skipped.length > 0
            ? `: ${outcomeLine({ done, failed, skipped })}`
            : '';
    page.add(`### ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(title)}${counts}${took}`);
    if (failed.length > 0)
        page.addTable(['Failed', 'Why, and what to do'], failed.map(({ change, message }) => [(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(change.id), (0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdownLines */ .c0)(message)]));
    addFindings(page, fresh);
    const why = skipped.map((entry) => (isBlocked(entry.reason, findings) ? { ...entry, reason: BLOCKED } : entry));
    page.addAll(skippedByReason({ failed, skipped: why }).map(([reason, changes]) => `- ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(reason)}: ${ids(changes)}`), '\n', '**Not begun**\n\n');
    if (done.length > 0)
        page.addDetails(`Done (${done.length})`, '', done.map(({ change, elapsedMs }) => `${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(elapsedMs).padStart(8)}  ${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .deed */ .dH)(change)}`));
    if (planned.length > 0)
        page.addDetails(`Would be done (${planned.length})`, '', planned.map((change) => `${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .deed */ .dH)(change)}${change.reason ? `: ${change.reason}` : ''}`));
    const next = options.dryRun ? undefined : nextStep(result, fresh);
    return `${page.text(next ? `**Next:** ${(0,_escape__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(next)}` : '').trimEnd()}\n`;
}
const BLOCKED = 'blocked, as said above';
const isBlocked = (reason, findings) => findings.some(({ severity, message }) => severity === 'blocking' && message === reason);
/** Nothing while later steps of the job go on with it, or when it was said where the finding was told. */
function nextStep(result, fresh) {
    const { failed, skipped, plan } = result;
    if (failed.length > 0)
        return nextAfter(result);
    if (verdict(result).blocked)
        return fresh.some(({ severity }) => severity === 'blocking') ? onceUnblocked(fresh) : undefined;
    if (skipped.some(({ waits }) => waits !== 'step'))
        return nextAfter(result);
    const done = new Set(result.done.map(({ change }) => change.id));
    const left = (result.whole ?? plan).changes.some(({ id }) => !done.has(id));
    return left ? undefined : 'Nothing is left to do.';
}
//# sourceMappingURL=outcome.js.map

/***/ })

};
;
//# sourceMappingURL=589.index.js.map