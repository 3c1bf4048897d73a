/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 666:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'clock'() {
    return __nccwpck_require__(640);
  },
  get 'defined'() {
    return __nccwpck_require__(887);
  },
  get 'finding'() {
    return __nccwpck_require__(883);
  },
  get 'grouped'() {
    return __nccwpck_require__(604);
  },
  get 'input-error'() {
    return __nccwpck_require__(937);
  },
  get 'log'() {
    return __nccwpck_require__(252);
  },
  get 'main'() {
    return __nccwpck_require__(593);
  },
  get 'plain-file'() {
    return __nccwpck_require__(101);
  },
  get 'private-folder'() {
    return __nccwpck_require__(654);
  },
  get 'slices'() {
    return __nccwpck_require__(531);
  },
  get 'unknown'() {
    return __nccwpck_require__(20);
  },
};


/***/ }),

/***/ 640:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/clock.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.realClock = void 0;
exports.scaledClock = scaledClock;
exports.every = every;
exports.timeout = timeout;
function scaledClock(speed) {
    if (!Number.isInteger(speed) || speed < 1)
        throw new RangeError(`not the speed of a clock: ${speed}`);
    const start = Date.now();
    const real = (ms) => Math.ceil(ms / speed);
    return {
        speed,
        start,
        now: () => start + (Date.now() - start) * speed,
        after: (ms, work) => void setTimeout(work, real(ms)).unref(),
        sleep: (ms, signal) => new Promise((resolve) => {
            if (signal?.aborted)
                return resolve();
            const done = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', done);
                resolve();
            };
            const timer = setTimeout(done, real(ms));
            signal?.addEventListener('abort', done, { once: true });
        }),
    };
}
exports.realClock = scaledClock(1);
/** Does `work` again and again, until the returned function is called. */
function every({ sleep }, ms, work) {
    const over = new AbortController();
    const beat = async () => {
        for (;;) {
            await sleep(ms, over.signal);
            if (over.signal.aborted)
                return;
            work();
        }
    };
    void beat();
    return () => over.abort();
}
/** A signal that is aborted after so long, unless `stop` is called before. */
function timeout({ sleep }, ms) {
    const late = new AbortController();
    const stopped = new AbortController();
    void sleep(ms, stopped.signal).then(() => {
        if (!stopped.signal.aborted)
            late.abort();
    });
    return { signal: late.signal, stop: () => stopped.abort() };
}

/***/ }),

/***/ 772:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/compile-cache.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.keepCompiledCode = keepCompiledCode;
const node_module_1 = { get it() { return __importDefault(__nccwpck_require__(995)); } };
const private_folder_1 = __nccwpck_require__(654);
/**
 * Lets Node (22.8 and later) keep compiled code from one run to the next. Whoever can write it can have anything run: it is
 * kept in a folder that only this user can have put there, and not in the common one that Node takes by itself.
 */
function keepCompiledCode(env = process.env, uid = process.getuid?.(), version = process.versions.node) {
    // Before that it has no such thing, and takes its time to say so.
    if (Number.parseInt(version) < 22)
        return;
    // Not in Node's types for 20.
    const { enableCompileCache } = node_module_1.it.default;
    if (!enableCompileCache || uid === undefined)
        return;
    const folder = (0, private_folder_1.privateFolder)(env, uid);
    if (folder !== undefined)
        enableCompileCache(folder);
}

/***/ }),

/***/ 887:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/defined.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.defined = defined;
/** Without the fields that are undefined. */
function defined(fields) {
    // What is taken out is what its type says is gone; the compiler does not look into entries.
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/***/ }),

/***/ 883:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/finding.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isBlocking = isBlocking;
exports.blocksAll = blocksAll;
function isBlocking({ severity }) {
    return severity === 'blocking';
}
/** Whether nothing at all is done until it is resolved. */
function blocksAll({ severity, server, change }) {
    return severity === 'blocking' && server === undefined && change === undefined;
}

/***/ }),

/***/ 604:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/grouped.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.grouped = grouped;
exports.groupedByAll = groupedByAll;
/** Things by what they have in common, in their order. */
function grouped(things, keyOf) {
    return groupedByAll(things, (thing) => [keyOf(thing)]);
}
/** The same where one thing can have several such keys, or none. */
function groupedByAll(things, keysOf) {
    const groups = new Map();
    for (const thing of things)
        for (const key of new Set(keysOf(thing))) {
            const group = groups.get(key);
            if (group)
                group.push(thing);
            else
                groups.set(key, [thing]);
        }
    return groups;
}

/***/ }),

/***/ 937:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/input-error.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.InputError = void 0;
/** An input that cannot be used (arguments, secrets, fields). Shown without a stack trace. Exit code 2. */
class InputError extends Error {
    constructor(message) {
        super(message);
        this.name = 'InputError';
    }
}
exports.InputError = InputError;

/***/ }),

/***/ 252:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/log.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.silent = exports.Secrets = exports.secretProblem = exports.SHORTEST_SECRET = void 0;
const unknown_1 = __nccwpck_require__(20);
/** A shorter secret would turn every log into asterisks. Whoever takes one in refuses it. */
exports.SHORTEST_SECRET = 6;
/** What is wrong with a secret that a person chose, in words that follow its name. */
const secretProblem = (secret) => secret.length < exports.SHORTEST_SECRET
    ? `has fewer than ${exports.SHORTEST_SECRET} characters: a word as short as that cannot be kept out of logs; choose a longer one`
    : undefined;
exports.secretProblem = secretProblem;
/** Values that must never be printed. Everything that leaves the process as text passes through `redact`. */
class Secrets {
    /** Longest first, so that a secret that holds another one is masked whole */
    values = [];
    listeners = [];
    /** Call before the first line that could hold the value. Multi-line values are also masked line by line. */
    add(value) {
        if (!value)
            return;
        const parts = [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())];
        // Also as JSON writes it: plans and status are redacted as whole documents.
        for (const part of new Set(parts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))) {
            // Short parts (PEM armour ends, blank lines) would turn every log into asterisks.
            if (part.length < exports.SHORTEST_SECRET || part.startsWith('-----') || this.values.includes(part))
                continue;
            this.values = [...this.values, part].sort((a, b) => b.length - a.length);
            for (const listener of this.listeners)
                listener(part);
        }
    }
    /** Told of each value already known and each that comes, e.g. `core.setSecret`. */
    onAdd(listener) {
        for (const value of this.values)
            listener(value);
        this.listeners.push(listener);
    }
    redact(text) {
        for (const value of this.values)
            text = text.replaceAll(value, '***');
        return text;
    }
    /**
     * The same lists and objects, every text in them redacted. For what is going to be escaped, or broken into lines: a secret
     * in it would become another text, that nothing recognises.
     */
    redactIn(value) {
        const copies = new Map();
        const copy = (one) => {
            if (typeof one === 'string')
                return this.redact(one);
            if (!Array.isArray(one) && !isPlain(one))
                return one;
            // What is in two places stays one thing.
            const known = copies.get(one) ?? (Array.isArray(one) ? one.map(copy) : mapped(one, copy));
            copies.set(one, known);
            return known;
        };
        return copy(value);
    }
}
exports.Secrets = Secrets;
const isPlain = (value) => (0, unknown_1.isObject)(value) && Object.getPrototypeOf(value) === Object.prototype;
const mapped = (object, copy) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, copy(value)]));
exports.silent = {
    debug: () => { },
    info: () => { },
    warning: () => { },
    error: () => { },
    remote: () => { },
    change: () => { },
    group: (_title, work) => work(),
};

/***/ }),

/***/ 593:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/main.ts
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
exports.ENTRIES = void 0;
exports.run = run;
const node_events_1 = __nccwpck_require__(474);
const compile_cache_1 = __nccwpck_require__(772);
/** What dist/NAME/index.js starts by `run(NAME)`. Everything else is loaded when it is needed. */
exports.ENTRIES = {
    plan: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(190)))).main,
    review: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(527)))).main,
    firewall: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(611)))).main,
    'register-server': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(274)))).main,
    'issue-token': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(234)))).main,
    'prepare-host': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(447)))).main,
    'install-role': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(297)))).main,
    'remove-server': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(375)))).main,
    'rolling-restart': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(198)))).main,
    backup: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(517)))).main,
    drift: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(174)))).main,
    status: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(689)))).main,
    discover: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(893)))).main,
    'fleet-status': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(12)))).main,
    'fleet-outcome': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(688)))).main,
    'fleet-summary': async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(300)))).main,
    import: async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(676)))).main,
    cli: async () => {
        const { main } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(211).main)));
        return () => main(process.argv.slice(2));
    },
};
/** Runs an action or the CLI and sets the exit code: 0 done, 1 failed, 2 bad input. */
async function run(name) {
    if (name !== 'cli' && hasNothingToGiveBack(process.env))
        return;
    (0, compile_cache_1.keepCompiledCode)();
    // Whatever waits for a host listens for the end of the run. To Node 20 more than ten are a leak, and it tells the operator.
    (0, node_events_1.setMaxListeners)(0);
    if (name !== 'cli')
        process.stdout.on('error', goOn);
    try {
        const load = exports.ENTRIES[name];
        if (!load)
            throw new Error(`there is no entry point "${name}"`);
        process.exitCode = await (await load())();
    }
    catch (error) {
        process.exitCode = name === 'cli' ? await reportToTerminal(error) : await reportToRunner(error);
    }
}
/** A `post` step whose `main` neither took the lock nor began the journal (src/actions/harness.ts): no code is read for it. */
function hasNothingToGiveBack(env) {
    return env['STATE_started'] === 'true' && !env['STATE_in-charge'] && !env['STATE_journal'];
}
/** A runner that is gone reads no log. What is at work goes on to its end: a server must not be left drained for that. */
function goOn(error) {
    if (error.code !== 'EPIPE')
        throw error;
}
async function reportToTerminal(error) {
    const { explain } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(505)));
    const { text, exitCode } = explain(error);
    process.stderr.write(`${text}\n`);
    return exitCode;
}
async function reportToRunner(error) {
    const [{ report }, { actionsLog }, { Secrets }] = await Promise.all([
        Promise.resolve().then(() => __importStar(__nccwpck_require__(505))),
        Promise.resolve().then(() => __importStar((__nccwpck_require__(31).log))),
        Promise.resolve().then(() => __importStar(__nccwpck_require__(252))),
    ]);
    return report(error, actionsLog(new Secrets()));
}

/***/ }),

/***/ 101:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/plain-file.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isLink = exports.A_LINK = void 0;
exports.openPlain = openPlain;
exports.openPlainSync = openPlainSync;
exports.readPlain = readPlain;
exports.writePlain = writePlain;
exports.isSameFile = isSameFile;
const node_fs_1 = __nccwpck_require__(24);
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const unknown_1 = __nccwpck_require__(20);
/*
 * A checkout may hold links, made by whoever may push a branch, to any file of this machine. What is below the working folder
 * is therefore read and written as the file that it is, and never through a link. What is given from elsewhere no branch has
 * made; only written through a link it is not.
 */
/** Throws as `open` of node:fs does, with the code ELOOP where there is a link. */
async function openPlain(path, flags, mode) {
    return await (0, promises_1.it.open)(path, plainFlags(path, flags), mode);
}
/** The same at once, for what there is to read before anything else: node:fs/promises takes longer to load than a file to read. */
function openPlainSync(path, flags) {
    return (0, node_fs_1.openSync)(path, plainFlags(path, flags));
}
function plainFlags(path, flags) {
    const inside = partBelow(path, process.cwd());
    if (inside !== undefined)
        refuseLinks(process.cwd(), inside);
    const writes = (flags & (node_fs_1.constants.O_WRONLY | node_fs_1.constants.O_RDWR)) !== 0;
    const isDevice = (0, node_path_1.isAbsolute)(path) && path.startsWith('/dev/');
    // Not on every system
    const noFollow = node_fs_1.constants.O_NOFOLLOW ?? 0;
    return inside !== undefined || (writes && !isDevice) ? flags | noFollow : flags;
}
/** Throws as `readFile` of node:fs does. */
async function readPlain(path) {
    const file = await openPlain(path, node_fs_1.constants.O_RDONLY);
    try {
        return await file.readFile('utf8');
    }
    finally {
        await file.close();
    }
}
/** Throws as `writeFile` of node:fs does. */
async function writePlain(path, text) {
    const file = await openPlain(path, node_fs_1.constants.O_WRONLY | node_fs_1.constants.O_CREAT | node_fs_1.constants.O_TRUNC, 0o666);
    try {
        await file.writeFile(text);
    }
    finally {
        await file.close();
    }
}
exports.A_LINK = 'it is a symbolic link, or in a folder that is one, and may lead anywhere';
const isLink = (error) => (0, unknown_1.codeOf)(error) === 'ELOOP';
exports.isLink = isLink;
/** Whether both paths lead to one file, however they are spelled. */
function isSameFile(one, other) {
    const real = (path) => {
        try {
            return (0, node_fs_1.realpathSync)(path);
        }
        catch {
            return (0, node_path_1.resolve)(path);
        }
    };
    return real(one) === real(other);
}
/** As it is spelled: `..` after a link leads elsewhere than `resolve` says. */
function partBelow(path, folder) {
    if (!(0, node_path_1.isAbsolute)(path))
        return path;
    const above = folder.endsWith(node_path_1.sep) ? folder : folder + node_path_1.sep;
    return path.startsWith(above) ? path.slice(above.length) : undefined;
}
function refuseLinks(folder, path) {
    let at = folder;
    for (const name of path.split(node_path_1.sep)) {
        at = (0, node_path_1.join)(at, name);
        if (name === '' || name === '.' || name === '..')
            continue;
        if ((0, node_fs_1.lstatSync)(at, { throwIfNoEntry: false })?.isSymbolicLink())
            throw Object.assign(new Error(`${at} is a symbolic link`), { code: 'ELOOP' });
    }
}

/***/ }),

/***/ 654:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/private-folder.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.privateFolder = privateFolder;
exports.privateFolderIn = privateFolderIn;
const node_fs_1 = __nccwpck_require__(24);
const node_path_1 = __nccwpck_require__(760);
const NAME = 'portsip-cluster';
/**
 * The first of the usual places in which there is, or can be made, a folder of mode 0700 that nobody can exchange. Without `make`
 * none is made.
 */
function privateFolder(env, uid, make = true) {
    const places = [
        [env['RUNNER_TOOL_CACHE'], NAME],
        [env['XDG_CACHE_HOME'], NAME],
        [env['HOME'], (0, node_path_1.join)('.cache', NAME)],
    ];
    for (const [base, path] of places) {
        const folder = privateFolderIn(base, uid, make, path);
        // Missing, full, or not to be written to: the next one, or none.
        if (folder !== undefined)
            return folder;
    }
    return undefined;
}
/** Such a folder below `base`; undefined: there is none, or somebody could put another one in its place. */
function privateFolderIn(base, uid, make = true, path = NAME) {
    if (!base || !(0, node_path_1.isAbsolute)(base))
        return undefined;
    try {
        const real = (0, node_fs_1.realpathSync)(base);
        if (!isSafe(real, uid))
            return undefined;
        const folder = (0, node_path_1.join)(real, path);
        if (make)
            (0, node_fs_1.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        const { mode, uid: owner } = (0, node_fs_1.lstatSync)(folder);
        return (mode & 0o077) === 0 && owner === uid && isSafe(folder, uid) ? folder : undefined;
    }
    catch {
        return undefined;
    }
}
/** No other user can put something else in the place of that folder: not in it, and not in one that holds it. */
function isSafe(folder, uid) {
    const stat = (0, node_fs_1.lstatSync)(folder);
    // In a folder like /tmp, whose sticky bit is set, only the owner of what is there can move it.
    const open = (stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0;
    if (!stat.isDirectory() || open || (stat.uid !== uid && stat.uid !== 0))
        return false;
    const parent = (0, node_path_1.dirname)(folder);
    return parent === folder || isSafe(parent, uid);
}

/***/ }),

/***/ 531:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/slices.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.stepsOf = stepsOf;
exports.atOnce = atOnce;
exports.inSlices = inSlices;
const promises_1 = __nccwpck_require__(500);
/** How long work goes on before answers of hosts, keepalives and the heartbeat of a lock get their turn, in milliseconds */
const SLICE_MS = 10;
/** Of what is worked out in steps, and of what is not. */
function* stepsOf(made) {
    return 'next' in made ? yield* made : made;
}
/** In one piece: where nobody waits, and where there is little of it. */
function atOnce(steps) {
    for (;;) {
        const step = steps.next();
        if (step.done)
            return step.value;
    }
}
/** In slices, between which the event loop turns: where connections are open, and the work is on thousands of servers. */
async function inSlices(steps) {
    for (;;) {
        const began = performance.now();
        do {
            const step = steps.next();
            if (step.done)
                return step.value;
        } while (performance.now() - began < SLICE_MS);
        await (0, promises_1.setImmediate)();
    }
}

/***/ }),

/***/ 20:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/unknown.ts
/** What nobody has vouched for: JSON that others wrote, and whatever was thrown. */
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isObject = isObject;
exports.codeOf = codeOf;
exports.messageOf = messageOf;
/** Whether it has fields: a list has none. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** `ENOENT`, `ECONNRESET`; undefined: the error has none. */
function codeOf(error) {
    return isObject(error) && typeof error['code'] === 'string' ? error['code'] : undefined;
}
/** By its fields and not by its class: there may be several copies of that. */
function messageOf(error) {
    return isObject(error) && typeof error['message'] === 'string' ? error['message'] : String(error);
}

/***/ }),

/***/ 517:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-backup.js");

/***/ }),

/***/ 893:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-discover.js");

/***/ }),

/***/ 174:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-drift.js");

/***/ }),

/***/ 611:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-firewall.js");

/***/ }),

/***/ 688:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-fleet-outcome.js");

/***/ }),

/***/ 12:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-fleet-status.js");

/***/ }),

/***/ 300:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-fleet-summary.js");

/***/ }),

/***/ 676:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-import.js");

/***/ }),

/***/ 297:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-install-role.js");

/***/ }),

/***/ 234:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-issue-token.js");

/***/ }),

/***/ 190:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-plan.js");

/***/ }),

/***/ 447:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-prepare-host.js");

/***/ }),

/***/ 274:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-register-server.js");

/***/ }),

/***/ 375:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-remove-server.js");

/***/ }),

/***/ 527:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-review.js");

/***/ }),

/***/ 198:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-rolling-restart.js");

/***/ }),

/***/ 689:
/***/ (function (module) {

"use strict";
module.exports = require("./actions-status.js");

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

/***/ }),

/***/ 505:
/***/ (function (module) {

"use strict";
module.exports = require("./github-report.js");

/***/ }),

/***/ 31:
/***/ (function (module) {

"use strict";
module.exports = require("./github-start.js");

/***/ }),

/***/ 474:
/***/ (function (module) {

"use strict";
module.exports = require("node:events");

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

/***/ 995:
/***/ (function (module) {

"use strict";
module.exports = require("node:module");

/***/ }),

/***/ 760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 500:
/***/ (function (module) {

"use strict";
module.exports = require("node:timers/promises");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(666);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=main.js.map
