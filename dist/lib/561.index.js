"use strict";
exports.id = 561;
exports.ids = [561];
exports.modules = {

/***/ 49058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ ROLE_NAMES),
/* harmony export */   Vp: () => (/* binding */ ClusterFileError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/**
 * The cluster file, checked and with every default filled in. Nothing below `src/cluster` ever reads YAML again.
 * Field names are the cluster file's own, in camelCase.
 */
const ROLE_NAMES = ['media', 'queue', 'meeting', 'ivr', 'im', 'dataflow'];
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
/** Any other input that cannot be used (arguments, secrets). Shown without a stack trace. Exit code 2. */
class InputError extends Error {
    constructor(message) {
        super(message);
        this.name = 'InputError';
    }
}
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 57561:
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
;// CONCATENATED MODULE: ./build/src/github/text.js
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
//# sourceMappingURL=text.js.map
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
    let lastRemote = '';
    const lastProgress = new Map();
    const left = { error: ANNOTATIONS, warning: ANNOTATIONS };
    const annotate = (severity, text, properties = {}) => {
        if (left[severity]-- > 0)
            core[severity](defuse(secrets.redact(text)).join('\n'), properties);
        else
            print(`${severity}: ${text}`);
    };
    /** Not what stands there already as a host's line, and what only counts on, such as calls that have yet to end, now and then. */
    const news = ({ id, message = '' }) => {
        if (message && lastRemote.endsWith(message))
            return false;
        const shape = message.replace(/\d+/g, '0');
        const before = lastProgress.get(id);
        if (before?.shape === shape && Date.now() - before.at < COUNTING_MS)
            return false;
        lastProgress.set(id, { shape, at: Date.now() });
        return true;
    };
    return {
        debug: (text) => core.debug(defuse(secrets.redact(text)).join('\n')),
        info: print,
        warning: (text) => annotate('warning', text),
        error: (text) => annotate('error', text),
        remote: (source, line) => {
            lastRemote = line;
            for (const part of secrets.redact(line).split(/\r\n|\r|\n/))
                print(`[${plainLine(source)}] ${plainLine(part)}`);
        },
        change: (event) => {
            if (event.state !== 'progress' || news(event))
                print(changeLine(event));
        },
        group: async (title, work) => {
            core.startGroup(defuse(secrets.redact(title)).join(' '));
            try {
                return await work();
            }
            finally {
                core.endGroup();
            }
        },
        problems: (problems) => {
            for (const problem of problems) {
                print((0,types/* formatProblem */.Vw)(problem));
                const { file, line, column, severity, message, cure } = problem;
                if (left[severity]-- > 0)
                    core[severity](secrets.redact(cure ? `${message} — ${cure}` : message), {
                        title: problem.code,
                        file,
                        startLine: line,
                        startColumn: column,
                    });
            }
        },
        findings: (findings, annotated = ({ severity }) => severity !== 'note') => {
            for (const finding of findings) {
                const { severity, server, message } = finding;
                const text = server && !message.startsWith(server) ? `${server}: ${message}` : message;
                if (annotated(finding))
                    annotate(severity === 'blocking' ? 'error' : 'warning', text);
                else
                    print(`${severity}: ${text}`);
            }
        },
    };
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

/***/ })

};
;
//# sourceMappingURL=561.index.js.map