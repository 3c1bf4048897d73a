"use strict";
exports.id = 2682;
exports.ids = [2682];
exports.modules = {

/***/ 86119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ selectServers)
/* harmony export */ });
/* harmony import */ var _suggest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63821);
/* harmony import */ var _fault__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53891);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);




/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
function selectServers(cluster, selectors) {
    const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
    if (wanted.size === 0)
        return [...cluster.servers];
    const names = cluster.servers.map(({ name }) => name);
    const unknown = [...wanted].filter((selector) => !names.includes(selector) && !(0,_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(selector));
    if (unknown.length > 0)
        throw new _types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(unknown.map((selector) => explain(selector, names)).join('\n'));
    return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}
function explain(selector, names) {
    const guess = (0,_suggest__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(selector, [...names, ..._roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST]);
    const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.join(', ')}.`;
    return `No server and no role is called "${(0,_fault__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(selector)}". ${hint}`;
}
function list(names) {
    if (names.length === 0)
        return 'none';
    return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
}
//# sourceMappingURL=select.js.map

/***/ }),

/***/ 12546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ DEFAULT_OPTIONS)
/* harmony export */ });
const DEFAULT_OPTIONS = {
    servers: [],
    dryRun: false,
    rotate: [],
    force: false,
    gone: [],
    allowUndersized: false,
};
//# sourceMappingURL=options.js.map

/***/ }),

/***/ 94855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ worked)
/* harmony export */ });
/** What was done, and what not; nothing of a dry run. */
function worked(result) {
    if (result.kind === 'dry-run')
        return { done: [], failed: [], skipped: [] };
    const { done, failed, skipped } = result;
    return { done, failed, skipped };
}
//# sourceMappingURL=result.js.map

/***/ }),

/***/ 98433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ skipReason),
/* harmony export */   p: () => (/* binding */ waitOf)
/* harmony export */ });
/** undefined: it does not wait for something that will come by itself. */
function waitOf(skip) {
    if (skip.why === 'window')
        return 'window';
    return skip.why === 'need' && 'waits' in skip ? skip.waits : undefined;
}
/** For people. */
function skipReason(skip) {
    switch (skip.why) {
        case 'blocked':
            return skip.by.message;
        case 'unreviewed':
            return 'nobody has reviewed it: it came up only now';
        case 'cancelled':
            return 'the run was cancelled';
        case 'window':
            return 'waits for the maintenance window';
        case 'need':
            return {
                'later-stage': `comes later, after ${skip.need}`,
                later: `waits for ${skip.need}, which comes later`,
                'not-done-before': `waits for ${skip.need}, which was not done before`,
                'not-done': `waits for ${skip.need}, which was not done`,
            }[skip.was];
    }
}
//# sourceMappingURL=skip.js.map

/***/ }),

/***/ 40883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isBlocking)
/* harmony export */ });
function isBlocking({ severity }) {
    return severity === 'blocking';
}
//# sourceMappingURL=finding.js.map

/***/ }),

/***/ 99286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ digestProblem)
/* harmony export */ });
/** What keeps a text from being a plan's digest, in words; undefined: it is one. */
function digestProblem(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text)
        ? undefined
        : `"${text}" is not the digest of a plan; it is sha256: and 64 hexadecimal digits`;
}
//# sourceMappingURL=digest.js.map

/***/ }),

/***/ 73467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ planDocument),
/* harmony export */   rk: () => (/* binding */ readPlanDocument),
/* harmony export */   wL: () => (/* binding */ changeDocument)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5958);
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);
/* harmony import */ var _fingerprint__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7648);




function planDocument({ version, cluster, digest, live, settings, changes, warnings }) {
    return { version, cluster, digest, live, settings, changes: changes.map(changeDocument), warnings };
}
function changeDocument(change) {
    const words = (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change);
    return {
        id: change.id,
        stage: (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .stageOf */ .gV)(change),
        action: change.action,
        ...(change.server !== undefined && { server: change.server }),
        reason: words.reason(change),
        impact: change.impact,
        needs: [...change.needs],
        attributes: words.differences(change),
        decides: (0,_fingerprint__WEBPACK_IMPORTED_MODULE_3__/* .decided */ .rc)(change),
    };
}
/** The plan that a document describes; undefined for what `planDocument` did not make. */
function readPlanDocument(value) {
    if (!isObject(value) || value['version'] !== 1 || typeof value['cluster'] !== 'string')
        return undefined;
    const settings = value['settings'];
    if (!isObject(settings) || !Object.values(settings).every((hash) => typeof hash === 'string'))
        return undefined;
    if (!Array.isArray(value['changes']))
        return undefined;
    const changes = value['changes'].map(readChange);
    if (!changes.every((change) => change !== undefined))
        return undefined;
    const { cluster } = value;
    const hashes = settings;
    // What counts is what it says, so its digest is made anew.
    const digest = (0,_fingerprint__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(cluster, hashes, changes);
    return { version: 1, cluster, digest, settings: hashes, live: value['live'] === true, changes, warnings: [] };
}
function readChange(value) {
    if (!isObject(value))
        return undefined;
    const { decides, impact } = value;
    const known = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD.find((one) => one === impact);
    if (!isObject(decides) || known === undefined)
        return undefined;
    const change = { ...decides, causes: [], impact: known, needs: [], after: [] };
    return isChange(change) && decides['id'] === value['id'] ? change : undefined;
}
/** As far as it is looked at here: it is compared as a whole, and never carried out. */
function isChange(value) {
    const { kind, id, action, wanted } = value;
    const known = _stages__WEBPACK_IMPORTED_MODULE_1__/* .KINDS */ .GW.some((one) => one === kind) && _stages_change__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl.some((one) => one === action);
    return known && typeof id === 'string' && (!HAS_ROLE.has(kind) || (isObject(wanted) && hasRole(wanted)));
}
/** Whose built-in server may stand in: their role is looked up. */
const HAS_ROLE = new Set(['role', 'server-restart']);
function hasRole({ role }) {
    return typeof role === 'string' && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isRole */ .tm)(role);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=document.js.map

/***/ }),

/***/ 90802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ reviewedOf),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   Q2: () => (/* binding */ unpackReviewed),
/* harmony export */   tj: () => (/* binding */ unreviewed),
/* harmony export */   w3: () => (/* binding */ reviewedCheck),
/* harmony export */   xK: () => (/* binding */ packReviewed)
/* harmony export */ });
/* unused harmony exports otherSettings, together */
/* harmony import */ var _fingerprint__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7648);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24784);


function reviewedOf({ digest, cluster, settings, changes }) {
    return {
        digest,
        settings,
        changes: new Set(changes.flatMap((change) => [(0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(cluster, change), ...(0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .outcomeMarks */ .zE)(cluster, change)])),
    };
}
/** The changes of `plan` that are not in what was reviewed. What is left undone of it by an interrupted run counts as reviewed. */
function unreviewed(plan, reviewed) {
    if (plan.digest === reviewed.digest)
        return [];
    const is = reviewedCheck(plan, reviewed);
    const objects = new Set([...(reviewed.changes ?? [])].map(_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .objectPart */ .vA));
    return plan.changes.flatMap((change) => is(change) ? [] : [{ change, otherwise: objects.has((0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .objectPart */ .vA)((0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(plan.cluster, change))) }]);
}
/** Whether a change was reviewed; with other settings none was. */
function reviewedCheck(plan, reviewed) {
    const { changes } = reviewed;
    if (!changes || otherSettings(plan, reviewed).length > 0)
        return () => false;
    return (change) => changes.has((0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(plan.cluster, change)) ||
        isRepair(change) ||
        (isUnused(change) && (0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .outcomeMark */ .eD)(plan.cluster, change).some((mark) => changes.has(mark)));
}
/** Names of the settings that are not what they were when it was reviewed. */
function otherSettings({ settings: now }, { settings }) {
    return [...new Set([...Object.keys(now), ...Object.keys(settings)])].filter((name) => now[name] !== settings[name]);
}
/** Adds up what was agreed to. */
function together(one, other) {
    return { ...one, changes: new Set([...(one.changes ?? []), ...(other.changes ?? [])]) };
}
/** Nobody uses what it is about, neither before nor after: to bring it to its end disturbs nobody. */
const isUnused = ({ impact, action }) => impact === 'none' && action !== 'delete';
/** A server that a run of ours disabled to drain it takes calls again. Nobody asked for it to be away. */
function isRepair(change) {
    if (change.kind !== 'portal-entry' || change.action !== 'update')
        return false;
    const [only, ...others] = change.differences;
    const enabled = only?.name === 'enabled' && change.wanted.enabled && others.length === 0;
    return enabled && change.causes.some(({ cause }) => cause === 'drained-by-us');
}
/** As text without a character that means anything to HTML, to be hidden in a comment or kept in a file. */
function packReviewed({ digest, settings, changes }, most = Infinity) {
    const fits = changes && changes.size <= most ? changes : undefined;
    const list = fits && Buffer.concat([...fits].sort().map((one) => Buffer.from(one, 'base64'))).toString('base64');
    const pairs = Object.entries(settings).map(([name, value]) => `${name}:${value}`);
    return `digest=${digest} settings=${pairs.join(',')} changes=${list === undefined ? '?' : list || '-'}`;
}
/** undefined for what `packReviewed` did not write. */
function unpackReviewed(text) {
    const found = /^digest=(sha256:[0-9a-f]{64}) settings=([\w:+/=,]*) changes=([A-Za-z0-9+/=]+|[?-])$/.exec(text);
    if (!found)
        return undefined;
    const [, digest = '', settings = '', list = ''] = found;
    const bytes = Buffer.from(list.length > 1 ? list : '', 'base64');
    if (bytes.length % _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG !== 0)
        return undefined;
    const changes = Array.from({ length: bytes.length / _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG }, (_, index) => bytes.subarray(index * _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG, (index + 1) * _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG).toString('base64'));
    return {
        digest,
        settings: Object.fromEntries(settings
            .split(',')
            .filter(Boolean)
            .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])),
        ...(list !== '?' && { changes: new Set(changes) }),
    };
}
/**
 * Whether a plan may be carried out: its digest was approved, or all of it was in the plan of the merged pull request, or
 * was asked for by whoever runs it. `allowed` is what the steps that follow may do; undefined: anything.
 */
function decide({ plan, unasked, found, approve, withoutReview }) {
    const now = reviewedOf(plan);
    const stop = (why, changes) => ({
        go: false,
        why,
        differences: changes.map((change) => ({ change, otherwise: false })),
        settings: [],
    });
    if (plan.changes.length === 0)
        return { go: true, why: 'nothing', allowed: now };
    if (approve !== undefined)
        return approve === plan.digest
            ? { go: true, why: 'approved', allowed: now }
            : stop('What was approved is not what would be done now: the cluster has changed since, or the cluster file.', [
                ...plan.changes,
            ]);
    const known = new Set(unasked.changes.map(({ id, action }) => `${action} ${id}`));
    const asked = plan.changes.filter(({ id, action }) => !known.has(`${action} ${id}`));
    const rest = plan.changes.filter((change) => !asked.includes(change));
    if (rest.length === 0)
        return { go: true, why: 'asked', allowed: now };
    if (found.kind === 'refused')
        return stop(found.why, rest);
    if (found.kind === 'none')
        return withoutReview === 'allow' ? { go: true, why: 'unreviewed-allowed' } : stop(found.why, rest);
    const { pull, reviewed } = found;
    const differences = unreviewed((0,_plan__WEBPACK_IMPORTED_MODULE_1__.withChanges)(plan, rest), reviewed);
    if (differences.length > 0)
        return {
            go: false,
            why: reviewed.changes
                ? `What would be done now is not what was reviewed in #${pull.number}.`
                : `The plan of #${pull.number} has too many changes to be kept with its comment, so only the very same plan is known again, and this is not it.`,
            differences,
            settings: otherSettings(plan, reviewed),
        };
    return {
        go: true,
        why: 'reviewed',
        pull,
        allowed: together(now, reviewed),
        done: plan.digest !== reviewed.digest,
    };
}
//# sourceMappingURL=review.js.map

/***/ }),

/***/ 47342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget)
/* harmony export */ });
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43706);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8891);


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
    /** As many of the lines of Markdown as fit in a third of what is left, folded. */
    addFold(summary, lines) {
        let room = this.left / 3 - bytes(summary) - 100;
        const taken = lines.filter((line) => (room -= bytes(`${line}\n`)) > 0);
        if (taken.length === 0)
            return void (this.cut = true);
        if (taken.length < lines.length) {
            this.cut = true;
            taken.push(`- … and ${lines.length - taken.length} more`);
        }
        this.add(`<details><summary>${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(summary)}</summary>\n\n${taken.join('\n')}\n\n</details>`);
    }
    /** As many of the lines as fit in a `share` of what is left, folded. */
    addDetails(summary, language, lines, share = 1) {
        const open = `<details><summary>${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(summary)}</summary>\n\n`;
        this.addBlock(open, language, lines, '\n\n</details>', share);
    }
    /** The same, unfolded. */
    addFence(language, lines) {
        this.addBlock('', language, lines, '', 1);
    }
    addBlock(open, language, lines, close, share) {
        // Room for the fence, which grows with the backticks inside.
        const room = this.left * share - bytes(open) - 600;
        let size = 0;
        const taken = [];
        for (const line of lines) {
            // Escaping can make a line longer: measured as it will be.
            size += bytes((0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)('', [line]));
            if (size > room)
                break;
            taken.push(line);
        }
        if (taken.length < lines.length) {
            this.cut = true;
            taken.push(`# … and ${(0,_text_list__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .L)(lines.length - taken.length, 'more line', 'more lines')}`);
        }
        if (taken.length > 1 || lines.length === taken.length)
            this.add(`${open}${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(language, taken)}${close}`);
    }
    text(foot) {
        return `${[...this.parts, ...(this.cut ? [this.note] : []), foot].join('\n\n')}\n`;
    }
}
const bytes = (text) => Buffer.byteLength(text);
//# sourceMappingURL=budget.js.map

/***/ }),

/***/ 25455:
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
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40883);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43706);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89510);




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
    if (plan.warnings?.some(_finding__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U))
        return 'No changes that could be made: see what is blocked.';
    return plan.live
        ? `No changes. The cluster matches ${clusterFile}.`
        : 'No changes. Both cluster files ask for the same cluster.';
}
function worstImpact(changes) {
    const worst = Math.max(0, ...changes.map(({ impact }) => _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD.indexOf(impact)));
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD[worst] ?? 'none';
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
        ...paused(of('messaging'), 'Chat messages and files', 'calls go on'),
        ...paused(of('analytics'), 'Reports and call statistics', 'calls and chat go on'),
    ];
    return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}
const isPbx = ({ kind }) => kind === 'pbx-restart' || kind === 'pbx-image';
const isLoadBalancer = ({ kind }) => kind === 'load-balancer-restart';
const names = (changes) => [...new Set(changes.map((change) => change.server ?? (0,_words__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(change)))];
function cut(changes) {
    const sentences = [];
    if (changes.some(isPbx))
        sentences.push('The PBX itself restarts: all calls are cut, and none can be made for some minutes.');
    const others = changes.filter((change) => !isPbx(change));
    const servers = names(others);
    if (servers.length > 0)
        sentences.push(`Calls that are up on ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(servers)} get about five minutes to end; those that last longer are cut.`);
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
        sentences.push(`New calls that need ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(alone)} are refused for about a minute: there is no other of the role, and none built in.`);
    if (replaced.length > 0)
        sentences.push(`The PBX's built-in ${replaced.length === 1 ? 'server takes' : 'servers take'} the new calls while ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(replaced)} ${replaced.length === 1 ? 'is' : 'are'} away, about a minute${replaced.length === 1 ? '' : ' each'}.`);
    return sentences;
}
/** The codes of the findings about servers that are the only ones of their role, which the sentences tell */
const STAND_IN = 'last-of-role';
const ALONE = 'last-of-role-without-stand-in';
function noNewCalls(changes, findings) {
    const alone = findings.filter(({ code }) => code === STAND_IN || code === ALONE).map(({ server }) => server);
    const sentences = [];
    const others = names(changes.filter((change) => !isLoadBalancer(change) && !alone.includes(change.server)));
    if (others.length > 0)
        sentences.push(others.length === 1
            ? `${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(others)} takes no new calls for about a minute, once the calls on it have ended; others of the role take them.`
            : `${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(others)} in turn take no new calls for about a minute, once the calls on them have ended; others of the role take them.`);
    if (changes.some(isLoadBalancer))
        sentences.push('New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.');
    return sentences;
}
function paused(changes, what, meanwhile) {
    const isGone = ({ action }) => action === 'delete';
    const [back, gone] = [names(changes.filter((change) => !isGone(change))), names(changes.filter(isGone))];
    const sentences = [];
    if (back.length > 0)
        sentences.push(`${what} pause for about a minute while ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(back)} ${back.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`);
    if (gone.length > 0)
        sentences.push(`${what} stop when ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(gone)} ${gone.length === 1 ? 'is' : 'are'} removed, until there is another server for them; ${meanwhile}.`);
    return sentences;
}
//# sourceMappingURL=counts.js.map

/***/ }),

/***/ 9347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ steps),
/* harmony export */   Iv: () => (/* binding */ deeds),
/* harmony export */   Me: () => (/* binding */ overall),
/* harmony export */   yt: () => (/* binding */ groupByServer)
/* harmony export */ });
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5958);

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
/** What makes a server what it is: its role, and its entry in the portal */
const CORE = new Set([
    'portal-entry',
    'im-addresses',
    'pbx-image',
    'role',
    'role-removal',
    'portal-entry-removal',
    'im-addresses-removal',
]);
/** A server that is registered and installed is new, whatever else happens around it. */
function sum(changes) {
    const core = changes.filter(({ kind }) => CORE.has(kind));
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
        const stage = (0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(change);
        if (last?.stage === stage)
            last.changes.push(change);
        else
            result.push({ stage, changes: [change] });
    }
    return result;
}
/** The changes of a step by what is done: "trust a, b; whitelist c". */
function deeds(step, target) {
    const byDeed = new Map();
    for (const change of step.changes) {
        const deed = (0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(change).deed(change);
        const key = deed.join(' ');
        const same = byDeed.get(key);
        if (same)
            same.whom.push(target(change));
        else
            byDeed.set(key, { deed, whom: [target(change)] });
    }
    return [...byDeed.values()];
}
//# sourceMappingURL=groups.js.map

/***/ }),

/***/ 34094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xE: () => (/* binding */ markdown_alert),
  Ow: () => (/* binding */ changeLines),
  Q2: () => (/* binding */ notes),
  Gc: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/finding.js
var finding = __webpack_require__(40883);
// EXTERNAL MODULE: ./build/src/render/counts.js
var render_counts = __webpack_require__(25455);
// EXTERNAL MODULE: ./build/src/render/budget.js
var budget = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/src/stages/change.js
var change = __webpack_require__(61398);
// EXTERNAL MODULE: ./build/src/render/groups.js
var render_groups = __webpack_require__(9347);
;// CONCATENATED MODULE: ./build/src/render/drawing.js



/** GitHub draws 50,000 characters at most; nobody sees anything in a drawing that comes near. */
const MOST_CHARACTERS = 12_000;
/** So many servers of a role to which the same happens are drawn each for itself; more are drawn as one. */
const MOST_ALIKE = 6;
const MOST_NAME = 40;
const SAYS = {
    create: 'new',
    update: 'changed',
    replace: 'replaced',
    delete: 'removed',
    restart: 'restarted',
    unchanged: 'as it is',
};
/** Dark text on light fills: readable on a light page and on a dark one. */
const STYLES = {
    create: 'fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#1f2328',
    update: 'fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328',
    replace: 'fill:#fbefff,stroke:#8250df,stroke-width:2px,color:#1f2328',
    delete: 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3,color:#1f2328',
    restart: 'fill:#ddf4ff,stroke:#0969da,stroke-width:2px,color:#1f2328',
    unchanged: 'fill:#f6f8fa,stroke:#818b98,color:#1f2328',
};
/** The cluster as a Mermaid flowchart, lines without a fence, with what a plan does to each server; undefined without servers. */
function drawCluster(changes, drawn) {
    const fates = new Map((0,render_groups/* groupByServer */.yt)(changes).map(({ name, action }) => [name, action]));
    const known = new Set(drawn.servers.map(({ name }) => name));
    const servers = [...drawn.servers, ...(drawn.leaving ?? []).filter(({ name }) => !known.has(name))];
    if (servers.length === 0)
        return undefined;
    for (const most of [MOST_ALIKE, 2, 0]) {
        const lines = draw(servers, fates, changes, drawn.pbx, most);
        if (most === 0 || lines.join('\n').length <= MOST_CHARACTERS)
            return lines;
    }
    return undefined;
}
function draw(servers, fates, changes, pbx, most) {
    const used = new Set();
    let count = 0;
    const node = (fate, lines) => {
        used.add(fate);
        return `n${++count}["${lines.map(label).join('<br/>')}"]:::${fate}`;
    };
    const main = mainServer(changes);
    const body = [
        // A row a server, close together: GitHub shows what is wide small and what is high in full.
        '%%{init: {"flowchart": {"nodeSpacing": 12, "rankSpacing": 60, "padding": 8}}}%%',
        'flowchart LR',
        `  ${node(main.fate, ['PBX', ...(pbx ? [pbx] : []), ...main.lines])}`,
        ...roles/* ROLE_NAMES */.ST.flatMap((role) => {
            const own = servers.filter((server) => server.role === role);
            if (own.length === 0)
                return [];
            const nodes = alike(own, fates).flatMap(([fate, group]) => {
                if (group.length > Math.max(most, 1))
                    return [node(fate, [`${group.length} servers`, SAYS[fate]])];
                return group.map((server) => node(fate, about(server, fate)));
            });
            return [`  n1 --- ${role}s(["${heading(role)}"]):::role`, ...nodes.map((one) => `  ${role}s --- ${one}`)];
        }),
    ];
    return [
        ...body,
        ...[...used].map((fate) => `  classDef ${fate} ${STYLES[fate]}`),
        '  classDef role fill:none,stroke:#818b98',
    ];
}
function about({ name, privateIp, publicIp }, fate) {
    const says = [privateIp ?? publicIp, fate === 'unchanged' ? undefined : SAYS[fate]].filter(Boolean).join(', ');
    return says ? [name, says] : [name];
}
function alike(servers, fates) {
    const groups = new Map();
    for (const server of servers) {
        const fate = fates.get(server.name) ?? 'unchanged';
        groups.set(fate, [...(groups.get(fate) ?? []), server]);
    }
    return [...groups];
}
/** What happens on the main server itself. Addresses that it is told to trust are no change of it that callers know of. */
function mainServer(changes) {
    const has = (kind) => changes.some((change) => change.kind === kind);
    const builtIns = (0,change/* ofKind */.CZ)(changes, 'built-in-on', 'built-in-off');
    const lines = [
        ...(has('pbx-image') ? ['upgraded'] : []),
        ...(has('pbx-restart') ? ['restarted'] : has('load-balancer-restart') ? ['load balancer restarted'] : []),
        ...builtIns.map((change) => `built-in ${roles/* ROLES */.gg[change.role].label}: ${change.kind === 'built-in-on' ? 'on' : 'off'}`),
    ];
    if (has('pbx-image'))
        return { fate: 'update', lines };
    if (has('pbx-restart') || has('load-balancer-restart'))
        return { fate: 'restart', lines };
    return { fate: builtIns.length > 0 ? 'update' : 'unchanged', lines };
}
function heading(role) {
    const { label: name, single } = roles/* ROLES */.gg[role];
    return label(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}${single ? '' : 's'}`);
}
/**
 * Any text as a label: whatever could mean something to Mermaid, to the Markdown that it reads in labels or to HTML becomes
 * an entity of Mermaid's, which it turns back into a character when all is drawn.
 */
function label(text) {
    const characters = [...text];
    const shown = characters.length > MOST_NAME ? [...characters.slice(0, MOST_NAME - 1), '…'] : characters;
    return shown
        .map((character, at) => {
        if (/[A-Za-z0-9 ]/.test(character) || (character === ',' && shown[at + 1] === ' '))
            return character;
        const inside = /[A-Za-z0-9]/.test(shown[at - 1] ?? '') && /[A-Za-z0-9]/.test(shown[at + 1] ?? '');
        if (/[.-]/.test(character) && inside)
            return character;
        if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character))
            return ' ';
        return `#${character.codePointAt(0)};`;
    })
        .join('');
}
//# sourceMappingURL=drawing.js.map
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(8891);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
// EXTERNAL MODULE: ./build/src/render/words.js
var words = __webpack_require__(89510);
;// CONCATENATED MODULE: ./build/src/render/markdown.js









const DEFAULT_LIMIT = 65_000;
/** More servers than this are put together by what happens to them. */
const MAX_ROWS = 25;
/**
 * A plan for a pull request's comment and a job's summary: what it comes to, what is wrong, what callers notice, what happens
 * to which server, and last what to do. Whatever comes from a file, a host or the PBX is escaped.
 */
function renderMarkdown(plan, options) {
    const servers = [...(options.cluster?.servers ?? []), ...(options.leaving ?? [])];
    const findings = (0,words/* sortFindings */.Tc)(plan.warnings);
    const page = new budget/* Budget */._(options.limit ?? DEFAULT_LIMIT, cutNote(options));
    const groups = (0,render_groups/* groupByServer */.yt)(plan.changes, servers);
    const foot = `${nextStep(plan, findings)}\n\n${footer(plan, options)}`;
    page.reserve(foot);
    page.add(`### ${headline(plan, groups, options)}`);
    if (plan.changes.length > 0)
        page.add(summary(plan));
    if (!plan.live)
        page.add('Made from the two cluster files alone: the live cluster was not asked and may differ from the old one.');
    // That the built-in server stands in for the only one of its role is said among what callers notice.
    const alerts = findings.filter(({ severity, code: name }) => severity !== 'note' && name !== render_counts/* STAND_IN */.vs);
    page.addAll(byKind(alerts).map(alertOf), '\n\n');
    if (plan.changes.length > 0)
        page.addAll((0,render_counts/* impactSentences */.bw)(plan).map((sentence) => `- ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`), '\n', '**What callers will notice**\n\n');
    if (groups.length > 0)
        page.addTable(['', 'Server', 'What happens', 'Callers notice'], rows(groups));
    addDrawing(page, plan, options);
    addNotes(page, alerts, findings);
    const { commands = [] } = options;
    if (plan.changes.length > 0)
        page.addDetails(`Every change, in order (${plan.changes.length})`, 'diff', changeLines(plan.changes), 
        // What is run word for word is for few; what changes is for all.
        commands.length > 0 ? 0.6 : 1);
    if (commands.length > 0)
        page.addDetails('The commands that will run on the hosts, secrets left out', 'sh', commandLines(commands));
    return page.text(foot);
}
function headline(plan, groups, options) {
    const says = groups.length > 0 ? serversLine(groups) : (0,render_counts/* summaryLine */.dC)(plan, options.clusterFile);
    return `${(0,markdown/* code */.aY)(plan.cluster)}: ${(0,markdown/* escapeMarkdown */.FV)(says)}`;
}
/** "1 server to add, 6 to restart; the main server to change" */
function serversLine(groups) {
    const servers = groups.filter(({ name }) => name !== undefined);
    const counts = (0,render_counts/* countActions */.Bd)(servers);
    const parts = words/* ACTIONS */.kl.filter((action) => counts[action] > 0).map((action, index) => index === 0 ? `${(0,list/* plural */.L)(counts[action], 'server')} to ${TO_DO[action]}` : `${counts[action]} to ${TO_DO[action]}`);
    if (parts.length === 0)
        return 'no server changes, the main server does';
    return parts.join(', ');
}
const TO_DO = { ...words/* LEGEND */.Ix, update: 'change', replace: 'replace' };
/** "**Plan:** 4 to add, 7 to restart. **Callers:** calls can be cut." */
function summary(plan) {
    const counts = (0,render_counts/* countActions */.Bd)(plan.changes);
    const what = words/* ACTIONS */.kl.filter((action) => counts[action] > 0).map((action) => `${counts[action]} to ${TO_DO[action]}`);
    return `**${(0,list/* plural */.L)(plan.changes.length, 'change')}:** ${what.join(', ')} · **Callers notice:** ${render_counts/* IMPACT_LABELS */.$u[(0,render_counts/* worstImpact */.Ox)(plan.changes)]}`;
}
function addDrawing(page, plan, { cluster, leaving = [] }) {
    const pbx = cluster?.pbx?.privateIp;
    const lines = plan.changes.length > 0 &&
        cluster &&
        drawCluster(plan.changes, { servers: cluster.servers, leaving, ...(pbx && { pbx }) });
    if (lines)
        page.add(`<details open><summary>The cluster after it</summary>\n\n${(0,markdown/* fence */.EU)('mermaid', lines)}\n\n</details>`);
}
function commandLines(commands) {
    return commands.flatMap(({ where, lines }, index) => [...(index > 0 ? [''] : []), `# ${where}`, ...lines]);
}
function cutNote({ runUrl }) {
    const where = runUrl ? `[job summary](${encodeURI(runUrl)})` : 'job summary';
    return `… cut here; the whole plan is in the ${where}.`;
}
function markdown_alert(finding) {
    const { severity, code: name } = finding;
    const type = { blocking: 'CAUTION', warning: 'WARNING', note: 'NOTE' }[severity];
    const title = severity === 'blocking' ? '**Blocked.** ' : '';
    return `> [!${type}]\n> ${title}${said(finding)} <sub>${(0,markdown/* code */.aY)(name)}</sub>`;
}
function notes(findings) {
    return findings.map((finding) => `- ${said(finding)}`);
}
/** Nobody reads the same warning about 500 servers 500 times: those of one kind are together where they are many. */
function byKind(findings) {
    const kinds = new Map();
    for (const finding of findings) {
        const kind = JSON.stringify([finding.severity, finding.code]);
        kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
    }
    return [...kinds.values()].flatMap((all) => (all.length > MOST_ALERTS ? [all] : all.map((one) => [one])));
}
function alertOf([first, ...others]) {
    if (!first)
        return '';
    if (others.length === 0)
        return markdown_alert(first);
    const names = [...new Set(others.flatMap(({ server }) => server ?? []))];
    const whom = names.length > 0 ? `: ${(0,list/* list */.p)(names.map(markdown/* code */.aY), 5)}` : '';
    return `${markdown_alert(first)}\n>\n> The same or the like ${(0,list/* plural */.L)(others.length, 'time')} more${whom}. All of them are below.`;
}
/** Notes, and what is above in short in full. */
function addNotes(page, alerts, findings) {
    const all = byKind(alerts)
        .filter(({ length }) => length > 1)
        .flat();
    if (all.length > 0)
        page.addFold(`All warnings of which there are many (${all.length})`, notes(all));
    const rest = findings.filter(({ severity }) => severity === 'note');
    if (rest.length > MOST_NOTES)
        page.addFold(`Notes (${rest.length})`, notes(rest));
    else
        page.addAll(notes(rest), '\n', '**Notes**\n\n');
}
const MOST_ALERTS = 3;
const MOST_NOTES = 5;
function said({ server, message }) {
    const where = server !== undefined && !message.includes(server) ? `${(0,markdown/* code */.aY)(server)}: ` : '';
    return `${where}${(0,markdown/* escapeMarkdownLines */.c0)(message)}`;
}
/** A row a server; of many servers, a row for those to which the same happens. */
function rows(groups) {
    if (groups.length <= MAX_ROWS)
        return groups.map((group) => row([group]));
    const alike = new Map();
    for (const group of groups) {
        const key = group.name === undefined
            ? 'main'
            : JSON.stringify([group.server?.role, group.action, whatHappens(group), (0,render_counts/* worstImpact */.Ox)(group.changes)]);
        alike.set(key, [...(alike.get(key) ?? []), group]);
    }
    return [...alike.values()].map(row);
}
function row(groups) {
    const [first] = groups;
    if (!first)
        return [];
    const impact = render_counts/* IMPACT_LABELS */.$u[(0,render_counts/* worstImpact */.Ox)(first.changes)];
    return [`\`${words/* SYMBOLS */.Am[(0,render_groups/* overall */.Me)(first)]}\``, who(groups), whatHappens(first), impact];
}
function who(groups) {
    const [first] = groups;
    const names = groups.map(({ name }) => (name === undefined ? 'main server and PBX' : (0,markdown/* code */.aY)(name)));
    if (groups.length === 1)
        return `${names.join('')}${first?.server ? `<br>${(0,markdown/* escapeMarkdown */.FV)((0,words/* introduce */.o2)(first.server))}` : ''}`;
    const role = first?.server ? roles/* ROLES */.gg[first.server.role].label : 'server';
    return `${(0,list/* plural */.L)(groups.length, role)}: ${(0,list/* list */.p)(names, 4)}`;
}
/** "register, install", with whom where it is not the server itself */
function whatHappens({ name, changes }) {
    return (0,render_groups/* steps */.Ci)(changes)
        .flatMap((step) => (0,render_groups/* deeds */.Iv)(step, words/* targetOf */.$r))
        .map(({ deed, whom }) => name === undefined
        ? (0,words/* around */.mC)(deed, (0,list/* list */.p)(whom.map(markdown/* escapeMarkdown */.FV), 4))
        : `${deed.join(' ')}${ofWhat(changes, deed.join(' '))}`)
        .join(', ');
}
/** " (image, data_path)": what of a server that stays is different */
function ofWhat(changes, what) {
    const own = changes.filter((change) => change.action === 'update' && (0,words/* verbOf */.rl)(change) === what);
    const names = [...new Set(own.flatMap((change) => (0,words/* telling */.gM)(change).map(({ name }) => (0,markdown/* escapeMarkdown */.FV)(name))))];
    return names.length > 0 ? ` (${(0,list/* list */.p)(names, 4)})` : '';
}
/** Whose id names the server */
const NAMED = new Set([
    'portal-entry',
    'im-addresses',
    'portal-entry-removal',
    'im-addresses-removal',
    'role',
    'role-removal',
    'server-restart',
]);
/** In the colours of a diff: + added, - removed, ! changed, restarted. */
function changeLines(changes) {
    return changes.flatMap((change) => {
        const mark = { create: '+', update: '! ~', replace: '! -/+', delete: '-', restart: '! ↻' }[change.action];
        const by = change.server && !NAMED.has(change.kind) ? ` (${change.server})` : '';
        return [
            `${mark} ${change.id}${by}: ${(0,words/* reasonOf */.A3)(change)}`,
            ...(0,words/* telling */.gM)(change).map(({ name, before, after }) => {
                if (before === undefined)
                    return `+     ${name}: ${after ?? ''}`;
                return after === undefined ? `-     ${name}: ${before}` : `!     ${name}: ${before} -> ${after}`;
            }),
        ];
    });
}
function nextStep(plan, findings) {
    const blocked = findings.filter(finding/* isBlocking */.U);
    if (blocked.some(({ server }) => server === undefined))
        return '**Next:** nothing can be deployed before what is blocked above is put right. Then run the plan again.';
    if (blocked.length > 0) {
        const names = (0,list/* list */.p)([...new Set(blocked.map(({ server }) => (0,markdown/* code */.aY)(server ?? '')))]);
        return `**Next:** put right what is blocked above; until then the deploy leaves ${names} alone.`;
    }
    if (plan.changes.length === 0)
        return '**Next:** nothing to do.';
    return '**Next:** review and merge. The deploy looks at the live cluster again, does what is still missing of this plan, and stops before anything that is not in it.';
}
function footer(plan, { clusterFile, commit }) {
    const parts = [
        (0,markdown/* code */.aY)(clusterFile),
        commit && `at ${(0,markdown/* code */.aY)(commit.slice(0, 12))}`,
        plan.live ? 'compared with the live cluster' : "compared with the base branch's",
        `plan ${(0,markdown/* code */.aY)(plan.digest.replace(/^sha256:/, '').slice(0, 12))}`,
    ];
    return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}
//# sourceMappingURL=markdown.js.map

/***/ }),

/***/ 38687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ skippedByReason),
/* harmony export */   On: () => (/* binding */ nextAfter),
/* harmony export */   RW: () => (/* binding */ outcomeLine),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   mp: () => (/* binding */ renderOverview),
/* harmony export */   zc: () => (/* binding */ renderStep)
/* harmony export */ });
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40883);
/* harmony import */ var _deploy_skip__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98433);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5958);
/* harmony import */ var _deploy_result__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94855);
/* harmony import */ var _counts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25455);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8891);
/* harmony import */ var _budget__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47342);
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34094);
/* harmony import */ var _text_duration__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19414);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43706);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89510);











/** `blocked`: findings that kept a server, or all, from being touched */
function verdict(result) {
    const blocked = [...result.findings, ...result.plan.warnings].some(_finding__WEBPACK_IMPORTED_MODULE_5__/* .isBlocking */ .U);
    const { ok } = result;
    const { done, failed, skipped } = (0,_deploy_result__WEBPACK_IMPORTED_MODULE_6__/* .worked */ .D)(result);
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
    const windowed = skipped.filter(({ skip }) => (0,_deploy_skip__WEBPACK_IMPORTED_MODULE_7__/* .waitOf */ .p)(skip) === 'window').length;
    const parts = [`${(0,_text_list__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .L)(done.length, 'change')} done`];
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
    const { failed, skipped } = (0,_deploy_result__WEBPACK_IMPORTED_MODULE_6__/* .worked */ .D)(result);
    const { blocked } = verdict(result);
    if (failed.length > 0)
        return 'Put right what failed, then run the deploy again: it carries on where this one stopped and does nothing twice.';
    if (blocked)
        return 'Put right what is blocked, then run the deploy again.';
    if (skipped.some(({ skip }) => (0,_deploy_skip__WEBPACK_IMPORTED_MODULE_7__/* .waitOf */ .p)(skip) === 'window'))
        return 'Run it again while the maintenance window is open, or with force at any time.';
    if (result.kind === 'deploy' && result.partial && result.ok)
        return skipped.length > 0 ? 'The rest comes with a later step.' : 'Nothing is left to do here.';
    if (skipped.length > 0)
        return 'Run the deploy again to do what was not begun.';
    return 'Nothing is left to do.';
}
/**
 * Skipped changes by reason, in the order in which the reasons first came; those that only wait for others are one group.
 * `told`: what blocks has been said already.
 */
function skippedByReason({ failed, skipped }, told = false) {
    const notDone = new Set([...failed, ...skipped].map(({ change }) => change.id));
    const byReason = new Map();
    for (const { change, skip } of skipped) {
        const group = groupOf(skip, notDone, told);
        byReason.set(group, [...(byReason.get(group) ?? []), change]);
    }
    return [...byReason];
}
function groupOf(skip, notDone, told) {
    if ((0,_deploy_skip__WEBPACK_IMPORTED_MODULE_7__/* .waitOf */ .p)(skip) === 'window')
        return 'the maintenance window is closed';
    if (skip.why === 'need' && notDone.has(skip.need))
        return 'waiting for what was not done';
    return skip.why === 'blocked' && told ? 'blocked, as said above' : (0,_deploy_skip__WEBPACK_IMPORTED_MODULE_7__/* .skipReason */ .Y)(skip);
}
/** `a`, `b` and 12 more */
function ids(changes) {
    return (0,_text_list__WEBPACK_IMPORTED_MODULE_8__/* .list */ .p)(changes.map(({ id }) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .code */ .aY)(id)), 8);
}
const CUT = '… cut here; the rest is in the log.';
/**
 * The head of a job's summary: how the cluster differs from the file before anything is done, what callers will notice, and
 * what somebody should know. The steps that follow tell what they did, and nothing of this again.
 */
function renderOverview(plan, options) {
    const page = new _budget__WEBPACK_IMPORTED_MODULE_10__/* .Budget */ ._(options.limit ?? 1_000_000, CUT);
    const foot = `<sub>${[(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .code */ .aY)(options.clusterFile), options.commit && `at ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .code */ .aY)(options.commit.slice(0, 12))}`]
        .filter(Boolean)
        .join(' ')}</sub>`;
    page.reserve(foot);
    const { changes } = plan;
    const blocked = plan.warnings.some(_finding__WEBPACK_IMPORTED_MODULE_5__/* .isBlocking */ .U);
    const counts = (0,_counts__WEBPACK_IMPORTED_MODULE_1__/* .countActions */ .Bd)(changes);
    const what = _words__WEBPACK_IMPORTED_MODULE_4__/* .ACTIONS */ .kl.filter((action) => counts[action] > 0).map((action) => `${counts[action]} to ${_words__WEBPACK_IMPORTED_MODULE_4__/* .LEGEND */ .Ix[action]}`);
    const nothing = blocked
        ? '— nothing that could be done, see what is blocked'
        : `matches ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .code */ .aY)(options.clusterFile)}`;
    const says = changes.length > 0 ? `: ${what.join(', ')}` : ` ${nothing}`;
    page.add(`## ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .code */ .aY)(plan.cluster)}${says}${options.dryRun ? ' (dry run)' : ''}`);
    const [why, ...others] = new Set(changes.map((change) => ((0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(change) === 'restart' ? (0,_words__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(change) : '')));
    if (why && others.length === 0)
        page.add(`Why: ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .escapeMarkdown */ .FV)(why)}`);
    // What waits for the window is noticed by nobody now.
    const closed = plan.warnings.some((finding) => finding.code === 'window-closed');
    const now = closed ? changes.filter(({ impact }) => impact === 'none') : changes;
    if (now.length > 0)
        page.addAll((0,_counts__WEBPACK_IMPORTED_MODULE_1__/* .impactSentences */ .bw)({ ...plan, changes: now }).map((sentence) => `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .escapeMarkdown */ .FV)(sentence)}`), '\n', '**What callers will notice**\n\n');
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
    const findings = (0,_words__WEBPACK_IMPORTED_MODULE_4__/* .sortFindings */ .Tc)(warnings).filter((finding) => finding.code !== _counts__WEBPACK_IMPORTED_MODULE_1__/* .STAND_IN */ .vs);
    page.addAll(findings.filter(({ severity }) => severity !== 'note').map(_markdown__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE), '\n\n');
    page.addAll((0,_markdown__WEBPACK_IMPORTED_MODULE_2__/* .notes */ .Q2)(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
}
/**
 * What one step of a job did, or with a dry run would do; empty when there is nothing to tell. `told`: findings that the
 * summary has already. What comes with a later step is told there.
 */
function renderStep(title, result, told, options = {}) {
    const { plan } = result;
    const { done, failed, skipped: all } = (0,_deploy_result__WEBPACK_IMPORTED_MODULE_6__/* .worked */ .D)(result);
    const skipped = all.filter(({ skip }) => (0,_deploy_skip__WEBPACK_IMPORTED_MODULE_7__/* .waitOf */ .p)(skip) !== 'step');
    const findings = [...result.findings, ...plan.warnings];
    const fresh = findings.filter((finding) => !told(finding) && finding.code !== _counts__WEBPACK_IMPORTED_MODULE_1__/* .STAND_IN */ .vs);
    const planned = options.dryRun ? plan.changes : [];
    if (done.length + failed.length + skipped.length + planned.length + fresh.length === 0)
        return '';
    const page = new _budget__WEBPACK_IMPORTED_MODULE_10__/* .Budget */ ._(options.limit ?? 1_000_000, CUT);
    const took = options.elapsedMs === undefined || options.dryRun ? '' : ` <sub>${(0,_text_duration__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(options.elapsedMs)}</sub>`;
    const counts = options.dryRun
        ? `: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .L)(planned.length, 'change')} would be made`
        : done.length + failed.length + skipped.length > 0
            ? `: ${outcomeLine({ done, failed, skipped })}`
            : '';
    page.add(`### ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .escapeMarkdown */ .FV)(title)}${counts}${took}`);
    if (failed.length > 0)
        page.addTable(['Failed', 'Why, and what to do'], failed.map(({ change, message }) => [(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .code */ .aY)(change.id), (0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .escapeMarkdownLines */ .c0)(message)]));
    addFindings(page, fresh);
    page.addAll(skippedByReason({ failed, skipped }, true).map(([reason, changes]) => `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .escapeMarkdown */ .FV)(reason)}: ${ids(changes)}`), '\n', '**Not begun**\n\n');
    if (done.length > 0)
        page.addDetails(`Done (${done.length})`, '', done.map(({ change, elapsedMs }) => `${(0,_text_duration__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(elapsedMs).padStart(8)}  ${(0,_words__WEBPACK_IMPORTED_MODULE_4__/* .deed */ .dH)(change)}`));
    if (planned.length > 0)
        page.addDetails(`Would be done (${planned.length})`, '', planned.map((change) => `${(0,_words__WEBPACK_IMPORTED_MODULE_4__/* .deed */ .dH)(change)}: ${(0,_words__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(change)}`));
    const next = options.dryRun ? undefined : nextStep(result, fresh);
    return `${page.text(next ? `**Next:** ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_9__/* .escapeMarkdown */ .FV)(next)}` : '').trimEnd()}\n`;
}
/** Nothing while later steps of the job go on with it, or when it was said where the finding was told. */
function nextStep(result, fresh) {
    const { failed, skipped } = (0,_deploy_result__WEBPACK_IMPORTED_MODULE_6__/* .worked */ .D)(result);
    if (failed.length > 0)
        return nextAfter(result);
    if (verdict(result).blocked)
        return fresh.some(_finding__WEBPACK_IMPORTED_MODULE_5__/* .isBlocking */ .U) ? onceUnblocked(fresh) : undefined;
    if (skipped.some(({ skip }) => (0,_deploy_skip__WEBPACK_IMPORTED_MODULE_7__/* .waitOf */ .p)(skip) !== 'step'))
        return nextAfter(result);
    // That nothing is left is said at the end of the job, of all its steps.
    return undefined;
}
//# sourceMappingURL=outcome.js.map

/***/ }),

/***/ 43706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ plural),
/* harmony export */   p: () => (/* binding */ list)
/* harmony export */ });
/** `a`, `a and b`, `a, b, c and 12 more` */
function list(names, most = 5) {
    if (names.length > most)
        return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
    if (names.length < 2)
        return names.join('');
    return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
function plural(count, noun, many = `${noun}s`) {
    return `${count} ${count === 1 ? noun : many}`;
}
//# sourceMappingURL=list.js.map

/***/ }),

/***/ 8891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   c0: () => (/* binding */ escapeMarkdownLines)
/* harmony export */ });
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47335);

const entity = (character) => `&#${character.codePointAt(0)};`;
/**
 * Makes any text plain text on GitHub: no Markdown, no HTML, no mention, no reference to an issue or a commit, no link.
 * Punctuation that means something to Markdown becomes a numeric entity, which Markdown never reads as syntax. Mentions
 * and references are looked for after that, in the page itself, so a zero-width space keeps them from being found.
 */
function escapeMarkdown(text) {
    return ((0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text)
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
    const shown = (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text);
    if (/^[\w.:/,=+-]+( [\w.:/,=+-]+)*$/.test(shown))
        return `\`${shown}\``;
    return `<code>${[...shown].map((character) => (/[\w ]|[^\p{ASCII}]/u.test(character) && character !== '_' ? character : entity(character))).join('')}</code>`;
}
/** Lines of any text as a block of code that ends where we say. */
function fence(language, lines) {
    const body = lines.map((line) => (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line).replace(/@(?=\w)/g, '@\u200b'));
    const longest = Math.max(2, ...body.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const ticks = '`'.repeat(longest + 1);
    return [`${ticks}${language}`, ...body, ticks].join('\n');
}
//# sourceMappingURL=markdown.js.map

/***/ })

};
;
//# sourceMappingURL=2682.index.js.map