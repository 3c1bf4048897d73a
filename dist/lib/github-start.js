/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 877:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'inputs'() {
    return __nccwpck_require__(635);
  },
  get 'log'() {
    return __nccwpck_require__(366);
  },
};


/***/ }),

/***/ 616:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/heartbeat.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Heartbeat = void 0;
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
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
        this.print(`… still going after ${Math.round(longest / 1000)} s: ${(0, list_1.it.list)(names, 6)}`);
    }
}
exports.Heartbeat = Heartbeat;

/***/ }),

/***/ 635:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/inputs.ts
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
exports.restartable = void 0;
exports.readInputs = readInputs;
exports.isLive = isLive;
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const defined_1 = { get it() { return (__nccwpck_require__(426).defined); } };
const log_1 = { get it() { return (__nccwpck_require__(426).log); } };
const digest_1 = { get it() { return __nccwpck_require__(763); } };
const environment_1 = { get it() { return __nccwpck_require__(960); } };
const input_table_1 = { get it() { return __nccwpck_require__(420); } };
/**
 * Reads and checks all inputs of an action, from the environment what is not given and has a variable. Every secret is in
 * `secrets` when this returns, so nothing may be logged before.
 */
function readInputs(action, secrets, read = core.getInput, env = process.env) {
    const uses = input_table_1.it.ACTIONS[action].inputs;
    const names = Object.keys(uses).filter(isInput);
    const text = (name) => {
        const row = input_table_1.it.INPUTS[name];
        const given = (0, environment_1.it.shaped)(row, read(name, { trimWhitespace: !row.secret }));
        return given || (hasVariable(name) && (0, environment_1.it.fromEnvironment)(name, env)) || '';
    };
    // Secrets come first: a problem with another input may quote what it was given.
    (0, environment_1.it.maskEnvironment)(secrets, env);
    for (const name of names)
        if (isSecret(name))
            secrets.add(text(name));
    const credentials = credentialsOf((name) => (name in uses && text(name)) || undefined);
    const live = 'live' in uses && isLive(text('live'), credentials);
    const problems = [];
    const values = names.flatMap((name) => {
        const given = text(name);
        const row = input_table_1.it.INPUTS[name];
        const { value, problem } = parsed(row, given);
        if (problem !== undefined)
            problems.push(`${name}: "${given}" ${problem}`);
        else if (given === '' && (uses[name]?.required ?? (live && (0, input_table_1.it.isCredential)(name))) && row.missing)
            problems.push(`${name}: missing; ${row.missing}${row.variable ? ` (or the variable ${row.variable})` : ''}`);
        else if (given !== '')
            problems.push(...check(name, given));
        return (0, input_table_1.it.isCredential)(name) ? [] : [[camel(name), value ?? (uses[name]?.required ? '' : undefined)]];
    });
    // The table makes both the fields and their types; that they agree is more than the compiler can follow.
    return { inputs: Object.fromEntries(values), credentials, problems };
}
/** Whether a plan asks the cluster. */
function isLive(live, { pbxUsername, sshPrivateKey }) {
    return live === 'true' || (live !== 'false' && Boolean(pbxUsername ?? sshPrivateKey));
}
/** What `roles` of rolling-restart can name. */
const RESTARTABLE = ['loadbalancer', ...roles_1.it.ROLE_NAMES];
/** The roles that are meant, `all` taken apart */
const restartable = (roles) => roles.flatMap((role) => (role === 'all' ? RESTARTABLE : role));
exports.restartable = restartable;
function parsed(row, given) {
    const text = given || (row.default?.startsWith('${{') ? '' : (row.default ?? ''));
    switch (row.kind) {
        case 'text':
        case 'file':
            return text ? { value: text } : {};
        case 'list':
            return { value: distinct(text.split(/[\s,]+/)) };
        case 'phrases':
            return { value: distinct(text.split(/[\n,]+/).map((line) => line.trim())) };
        case 'boolean':
            if (text === '')
                return {};
            return /^(true|false)$/i.test(text)
                ? { value: text.toLowerCase() === 'true' }
                : { problem: 'is neither true nor false' };
        case 'number': {
            if (text === '')
                return {};
            const value = Number(text);
            return /^\d+$/.test(text) && value >= row.least && value <= row.most
                ? { value }
                : { problem: `is not a whole number from ${row.least} to ${row.most}` };
        }
        case 'enum':
            return row.values.includes(text) ? { value: text } : { problem: `is not one of ${row.values.join(', ')}` };
    }
}
const distinct = (words) => [...new Set(words.filter(Boolean))];
/** What is wrong with the text of an input that has one, in words that follow its name. */
const CHECKS = {
    'ssh-private-key': (key) => /^-----BEGIN [A-Z ]*PRIVATE KEY-----$/m.test(key)
        ? undefined
        : 'not a private key; give the whole text of the file, from its BEGIN to its END line',
    'pbx-ca': (pem) => pem.includes('-----BEGIN CERTIFICATE-----')
        ? undefined
        : 'not a certificate in PEM form; give the whole text of the file, from its BEGIN to its END line',
    'pbx-fingerprint': (print) => /^[0-9a-f]{64}$/i.test(print.replace(/^sha256[:=]/i, '').replaceAll(':', ''))
        ? undefined
        : 'not a SHA-256 fingerprint; it has 64 hexadecimal digits, with or without colons',
    'base-ref': (ref) => ref.startsWith('-') || ref.includes(':') ? `"${ref}" is not the name of a commit, a branch or a tag` : undefined,
    approve: digest_1.it.digestProblem,
    'dataflow-token-path': (path) => /^\/[A-Za-z0-9._~/-]*$/.test(path) ? undefined : `"${path}" is not a path below /api, such as /dataflow/token`,
    roles: (text) => {
        const known = ['all', ...RESTARTABLE];
        const wrong = distinct(text.split(/[\s,]+/)).filter((role) => !known.includes(role));
        return wrong.length > 0
            ? `${wrong.map((role) => `"${role}"`).join(' and ')} is not one of ${known.join(', ')}`
            : undefined;
    },
};
function check(name, text) {
    const problem = CHECKS[name]?.(text) ?? (isSecret(name) ? (0, log_1.it.secretProblem)(text) : undefined);
    return problem === undefined ? [] : [`${name}: ${problem}`];
}
function credentialsOf(text) {
    const all = Object.fromEntries(input_table_1.it.CREDENTIALS.map((name) => [camel(name), text(name)]));
    return (0, defined_1.it.defined)(all);
}
const isInput = (name) => name in input_table_1.it.INPUTS;
const isSecret = (name) => 'secret' in input_table_1.it.INPUTS[name];
const hasVariable = (name) => 'variable' in input_table_1.it.INPUTS[name];
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/***/ }),

/***/ 366:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/log.ts
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
exports.actionsLog = actionsLog;
exports.changeLine = changeLine;
exports.seconds = seconds;
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const heartbeat_1 = __nccwpck_require__(616);
const outputs_1 = __nccwpck_require__(402);
const runner_log_1 = { get it() { return (__nccwpck_require__(60)["runner-log"]); } };
/** GitHub keeps this many annotations of each kind per step. */
const ANNOTATIONS = 10;
/** A drain can take half an hour, and a log keeps every line. */
const COUNTING_MS = 30_000;
/**
 * A log for the runner: groups, annotations, and nothing in it that the runner would obey. Register it before any
 * secret is added: each is handed to the runner's own masking before the first line that could hold it.
 */
function actionsLog(secrets, write = (line) => process.stdout.write(`${line}\n`)) {
    secrets.onAdd((value) => core.setSecret(value));
    const print = (text) => (0, runner_log_1.it.defuse)(secrets.redact(text)).forEach(write);
    const safe = (text) => (0, runner_log_1.it.defuse)(secrets.redact(text)).join('\n');
    let lastRemote = '';
    const lastProgress = new Map();
    const left = { error: ANNOTATIONS, warning: ANNOTATIONS };
    /** What hosts print stands below the line of the change that is then over; where details are asked for, at once. */
    const outputs = core.isDebug() ? undefined : new outputs_1.Outputs(print, grouped);
    const heartbeat = new heartbeat_1.Heartbeat((line) => print(line));
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
                    outputs.add(source, (0, runner_log_1.it.plainLine)(part));
                else
                    print(`[${(0, runner_log_1.it.plainLine)(source)}] ${(0, runner_log_1.it.plainLine)(part)}`);
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
                print((0, types_1.it.formatProblem)(problem));
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

/***/ }),

/***/ 402:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/outputs.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Outputs = void 0;
const change_1 = { get it() { return __nccwpck_require__(63); } };
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
exports.Outputs = Outputs;
/** Ids of what is done on a server's own host, by the server's name */
const ON_ITS_HOST = [change_1.it.idOf.entry, change_1.it.idOf.sshKey, change_1.it.idOf.scripts, change_1.it.idOf.preparation, change_1.it.idOf.registry, change_1.it.idOf.role, change_1.it.idOf.restart];
/** Ids of what is done on the main server */
const ON_MAIN = new Set([
    change_1.it.idOf.scripts('pbx'),
    change_1.it.idOf.registry('pbx'),
    change_1.it.idOf.pbxImage,
    change_1.it.idOf.pbxRestart,
    change_1.it.idOf.loadBalancerRestart,
]);
/** Not worth a fold */
const FEW = 2;

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 960:
/***/ (function (module) {

"use strict";
module.exports = require("./github-environment.js");

/***/ }),

/***/ 420:
/***/ (function (module) {

"use strict";
module.exports = require("./github-input-table.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 763:
/***/ (function (module) {

"use strict";
module.exports = require("./plan-digest.js");

/***/ }),

/***/ 63:
/***/ (function (module) {

"use strict";
module.exports = require("./stages-change.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(877);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=github-start.js.map
