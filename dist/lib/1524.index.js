"use strict";
exports.id = 1524;
exports.ids = [1524];
exports.modules = {

/***/ 49058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vp: () => (/* binding */ ClusterFileError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   dz: () => (/* reexport safe */ _input_error__WEBPACK_IMPORTED_MODULE_0__.d)
/* harmony export */ });
/* harmony import */ var _input_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49937);

/** A cluster file that cannot be used: every problem of it at once. Exit code 2. */
class ClusterFileError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(formatProblem).join('\n'));
        this.problems = problems;
        this.name = 'ClusterFileError';
    }
}
/** `cluster.yaml:12:5: error: what is wrong: what would be right` */
function formatProblem(problem) {
    const { file, line, column, severity, message, cure } = problem;
    return `${file}:${line}:${column}: ${severity}: ${message}${cure ? ` — ${cure}` : ''}`;
}
//# sourceMappingURL=types.js.map

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

/***/ 49937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** An input that cannot be used (arguments, secrets, fields). Shown without a stack trace. Exit code 2. */
class InputError extends Error {
    constructor(message) {
        super(message);
        this.name = 'InputError';
    }
}
//# sourceMappingURL=input-error.js.map

/***/ }),

/***/ 61398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   xK: () => (/* binding */ Planned)
/* harmony export */ });
/*
 * A change is data: what one stage would do to one object, decided in that stage's diff. Ids, reasons, attributes, words and
 * digests are made from it (words.ts, plan/fingerprint.ts), and never read back.
 */
const ACTIONS = ['create', 'update', 'replace', 'delete', 'restart'];
const idOf = {
    source: (cidr) => `firewall/${cidr}`,
    whitelist: (cidr) => `whitelist/${cidr}`,
    entry: (server) => `server/${server}`,
    builtIn: (role) => `built-in/${role}`,
    token: (service) => `token/${service}`,
    sshKey: (server) => `ssh-key/${server}`,
    role: (server) => `role/${server}`,
    restart: (server) => `restart/${server}`,
    pbxImage: 'role/pbx',
    pbxRestart: 'restart/pbx',
    loadBalancerRestart: 'restart/loadbalancer',
};
/** Narrows a list to changes of some kinds. */
function ofKind(changes, ...kinds) {
    return changes.filter((change) => kinds.includes(change.kind));
}
/** What is decided already, for a later stage's diff. */
class Planned {
    changes;
    ids;
    constructor(changes) {
        this.changes = changes;
        this.ids = new Set(changes.map(({ id }) => id));
    }
    /** Those of `ids` that there is something to do about: what is in place already is in no plan. */
    these(ids) {
        return [...new Set(ids)].filter((id) => this.ids.has(id));
    }
    ofKind(...kinds) {
        return ofKind(this.changes, ...kinds);
    }
}
//# sourceMappingURL=change.js.map

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

/***/ })

};
;
//# sourceMappingURL=1524.index.js.map