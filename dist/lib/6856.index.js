"use strict";
exports.id = 6856;
exports.ids = [6856];
exports.modules = {

/***/ 96856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/github/report.js
var report = __webpack_require__(24268);
// EXTERNAL MODULE: ./build/src/text/printable.js
var printable = __webpack_require__(47335);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/src/log.js
var log = __webpack_require__(71252);
// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(26848);
;// CONCATENATED MODULE: ./build/src/cli/io.js


function terminalIo() {
    let interruptible = 0;
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', (error) => {
            // What is at work goes on to its end: a log that cannot be written must not leave a server drained.
            if (interruptible > 0)
                return;
            // `portsip-cluster plan | head` is no failure.
            if (error.code === 'EPIPE')
                process.exit(process.exitCode ?? 0);
            const name = stream === process.stdout ? 'standard output' : 'standard error';
            process.stderr.write(`Error: ${name} cannot be written: ${error.message}\n`);
            process.exit(1);
        });
    return {
        env: process.env,
        home: (0,external_node_os_.homedir)(),
        out: output(process.stdout),
        err: output(process.stderr),
        interactive: Boolean(process.stdin.isTTY && process.stderr.isTTY),
        ask,
        onInterrupt(handler) {
            const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
            interruptible++;
            for (const signal of signals)
                process.on(signal, handler);
            return () => {
                interruptible--;
                for (const signal of signals)
                    process.off(signal, handler);
            };
        },
        exit: (code) => process.exit(code),
        now: Date.now,
    };
}
function output(stream) {
    return {
        write: (text) => void stream.write(text),
        get isTTY() {
            return stream.isTTY;
        },
        get columns() {
            return stream.columns ?? 100;
        },
        get rows() {
            return stream.rows ?? 24;
        },
    };
}
async function ask(question) {
    const terminal = (0,external_node_readline_promises_.createInterface)({ input: process.stdin, output: process.stderr });
    try {
        return await new Promise((resolve) => {
            terminal.once('close', () => resolve(undefined));
            terminal.once('SIGINT', () => resolve(undefined));
            void terminal.question(question).then(resolve, () => resolve(undefined));
        });
    }
    finally {
        terminal.close();
    }
}
/** Colours: wanted by the user, else where somebody looks. https://no-color.org, https://force-color.org */
function wantsColor(io, output, flag) {
    if (flag === false || io.env['NO_COLOR'])
        return false;
    if (io.env['FORCE_COLOR'])
        return io.env['FORCE_COLOR'] !== '0';
    return output.isTTY && io.env['TERM'] !== 'dumb';
}
/** Whether the terminal shows more than ASCII. Nothing set means a file or a pipe: UTF-8. */
function wantsUnicode({ env }) {
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
    return locale === '' ? true : /utf-?8/i.test(locale);
}
//# sourceMappingURL=io.js.map
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(19414);
// EXTERNAL MODULE: ./build/src/render/words.js
var words = __webpack_require__(89510);
;// CONCATENATED MODULE: ./build/src/cli/live.js
const FRAME_MS = 100;
/**
 * The last lines of a terminal, drawn again and again, below text that scrolls away as usual.
 * `draw` gives the lines for the present moment; none may be wider than the terminal.
 */
class LiveRegion {
    output;
    draw;
    drawn = 0;
    timer;
    constructor(output, draw) {
        this.output = output;
        this.draw = draw;
        let frame = 0;
        this.timer = setInterval(() => this.refresh(frame++), FRAME_MS);
        this.timer.unref();
        this.output.write(HIDE_CURSOR);
        process.once('exit', this.showCursor);
        this.refresh(0);
    }
    /** Prints lines above the region. */
    print(text) {
        this.output.write(`${this.erase()}${text.endsWith('\n') ? text : `${text}\n`}`);
        this.refresh(0);
    }
    refresh(frame) {
        const lines = this.draw(frame);
        const erase = this.erase();
        this.drawn = lines.length;
        this.output.write(`${erase}${lines.map((line) => `${line}\n`).join('')}`);
    }
    close() {
        clearInterval(this.timer);
        this.output.write(this.erase());
        this.showCursor();
        process.off('exit', this.showCursor);
    }
    showCursor = () => this.output.write(SHOW_CURSOR);
    erase() {
        const up = this.drawn > 0 ? `\r\u001b[${this.drawn}A\u001b[J` : '';
        this.drawn = 0;
        return up;
    }
}
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
//# sourceMappingURL=live.js.map
;// CONCATENATED MODULE: ./build/src/cli/progress.js





const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Lines of a host that are kept to be shown when a change there fails */
const KEPT_LINES = 20;
/** A run on a terminal: what is done scrolls, what is going on is drawn below it; without a terminal a line an event. */
class Progress {
    options;
    c;
    live;
    region;
    changes = new Map();
    running = new Map();
    told = new Map();
    hostLines = new Map();
    startedAt;
    finished = 0;
    activity;
    constructor(options) {
        this.options = options;
        this.c = (0,picocolors.createColors)(options.color);
        this.live = options.live ?? (options.output.isTTY && !options.debug);
        this.startedAt = options.now();
    }
    /** What is expected to be done; more may come. */
    expect(changes) {
        this.changes = new Map(changes.map((change) => [change.id, change]));
        this.restartClock();
    }
    restartClock() {
        this.finished = 0;
        this.startedAt = this.options.now();
    }
    /** Shows that something without a change is going on, such as reading the live cluster. */
    async during(activity, work) {
        this.activity = activity;
        this.expect([]);
        if (this.live)
            this.open();
        else
            this.print(`${activity} …`);
        try {
            return await work();
        }
        finally {
            this.activity = undefined;
            this.close();
        }
    }
    /** What goes on right now, for people who interrupt it. */
    inProgress() {
        return [...this.running.keys()].map((id) => this.title(id));
    }
    /** Ends the drawing; what is printed after it simply scrolls. */
    close() {
        this.region?.close();
        this.region = undefined;
    }
    debug(text) {
        if (this.options.debug)
            this.lines(text, (line) => this.c.dim(line));
    }
    info(text) {
        this.lines(text, (line) => line);
    }
    warning(text) {
        this.lines(text, (line, first) => `${first ? this.c.yellow('Warning: ') : '  '}${line}`);
    }
    error(text) {
        this.lines(text, (line, first) => `${first ? this.c.red('Error: ') : '  '}${line}`);
    }
    remote(source, line) {
        const text = this.safe(line).trimEnd();
        if (text === '')
            return;
        if (this.options.debug)
            this.print(this.c.dim(`${this.safe(source)} | ${text}`));
        const kept = this.hostLines.get(source) ?? [];
        this.hostLines.set(source, [...kept, text].slice(-KEPT_LINES));
    }
    async group(title, work) {
        this.debug(title);
        return work();
    }
    change({ id, state, message = '', elapsedMs }) {
        const text = this.safe(message.split('\n')[0] ?? '');
        const running = this.running.get(id);
        const elapsed = elapsedMs ?? this.options.now() - (running?.startedAt ?? this.options.now());
        switch (state) {
            case 'waiting':
                break;
            case 'started':
                this.running.set(id, { startedAt: this.options.now(), message: text });
                this.hostLines.delete(this.hostOf(id));
                if (this.live)
                    this.open();
                else
                    this.event(id, text || 'started');
                break;
            case 'progress':
                if (running)
                    running.message = text;
                if (!this.live && this.isNews(id, text))
                    this.event(id, text);
                break;
            case 'done':
                this.end(id, this.c.green(this.mark('✔', 'ok')), (0,duration/* duration */.p0)(elapsed), `done in ${(0,duration/* duration */.p0)(elapsed)}`);
                break;
            case 'failed':
                this.end(id, this.c.red(this.mark('✖', 'x')), this.c.red('failed'), `failed after ${(0,duration/* duration */.p0)(elapsed)}`);
                this.explain(id, message);
                break;
            case 'skipped':
                this.end(id, this.c.yellow(this.mark('-', '-')), this.c.yellow(`not begun: ${text}`), `not begun: ${text}`);
                break;
        }
    }
    /** Not what a host printed (--debug shows that), and not the same again with other numbers. */
    isNews(id, text) {
        const gist = text.replace(/\d+/g, '#');
        if (text === '' || this.told.get(id) === gist || this.lastWord(id).includes(text))
            return false;
        this.told.set(id, gist);
        return true;
    }
    end(id, mark, live, plain) {
        this.running.delete(id);
        this.finished++;
        if (this.live)
            this.print(`${mark} ${this.title(id)}  ${this.c.dim(live)}`);
        else
            this.event(id, plain);
    }
    event(id, text) {
        const at = (0,duration/* duration */.p0)(this.options.now() - this.startedAt).padStart(7);
        this.print(`${this.c.dim(`[${at}]`)} ${this.title(id)}: ${text}`);
    }
    /** Why it failed, and the last that its host said. */
    explain(id, message) {
        for (const line of (0,printable/* printableLines */.fk)(this.options.secrets.redact(message)))
            this.print(`    ${this.c.red(line)}`);
        const lines = this.options.debug ? [] : (this.hostLines.get(this.hostOf(id)) ?? []);
        if (lines.length > 0)
            this.print(`    ${this.c.dim(`the last lines from ${(0,printable/* printable */.g$)(this.hostOf(id))}:`)}`);
        for (const line of lines)
            this.print(`    ${this.c.dim(`| ${line}`)}`);
    }
    title(id) {
        const change = this.changes.get(id);
        return this.safe(change ? (0,words/* deed */.dH)(change) : id);
    }
    safe(text) {
        return (0,printable/* printable */.g$)(this.options.secrets.redact(text));
    }
    lines(text, paint) {
        (0,printable/* printableLines */.fk)(this.options.secrets.redact(text)).forEach((line, index) => this.print(paint(line, index === 0)));
    }
    print(line) {
        if (this.region)
            this.region.print(line);
        else
            this.options.output.write(`${line}\n`);
    }
    open() {
        this.region ??= new LiveRegion(this.options.output, (frame) => this.draw(frame));
    }
    draw(frame) {
        const { output } = this.options;
        const width = Math.max(20, output.columns - 1);
        const spinner = this.mark(SPINNER[frame % SPINNER.length] ?? '', '-\\|/'[frame % 4] ?? '-');
        const most = Math.max(1, Math.min(output.rows - 4, 12));
        const shown = [...this.running].slice(0, this.running.size > most ? most - 1 : most);
        const lines = shown.map(([id, { startedAt, message }]) => {
            const text = this.running.has(id) && message === '' ? this.lastWord(id) : message;
            return cut(`${spinner} ${this.title(id)}  ${(0,duration/* duration */.p0)(this.options.now() - startedAt)}${text ? `  ${text}` : ''}`, width);
        });
        if (shown.length < this.running.size)
            lines.push(`  … and ${this.running.size - shown.length} more`);
        const total = Math.max(this.changes.size, this.finished + this.running.size);
        const rest = total > 0 ? `${this.finished} of ${total} done` : undefined;
        const status = [this.activity, rest, (0,duration/* duration */.p0)(this.options.now() - this.startedAt)].filter(Boolean).join(', ');
        return [...lines, cut(this.activity ? `${spinner} ${status}` : `  ${status}`, width)].map((line, index) => index < lines.length ? line.replace(spinner, this.c.cyan(spinner)) : this.c.dim(line));
    }
    lastWord(id) {
        return this.hostLines.get(this.hostOf(id))?.at(-1) ?? '';
    }
    /** What belongs to no server happens on the main server. */
    hostOf(id) {
        return this.changes.get(id)?.server ?? 'pbx';
    }
    mark(unicode, ascii) {
        return this.options.unicode ? unicode : ascii;
    }
}
function cut(line, width) {
    const characters = [...line];
    return characters.length <= width ? line : `${characters.slice(0, width - 1).join('')}…`;
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./build/src/cli/context.js








/** A command's terminal: where results go, where people are told what happens, in which colours. */
class Context {
    io;
    engine;
    options;
    secrets = new log.Secrets();
    /** People read here: standard output, or standard error when that one is for a program */
    people;
    progress;
    colors;
    color;
    constructor(io, engine, options) {
        this.io = io;
        this.engine = engine;
        this.options = options;
        this.people = options.json || options.printsResult ? io.err : io.out;
        this.color = wantsColor(io, this.people, options.color);
        this.colors = (0,picocolors.createColors)(this.color);
        this.progress = new Progress({
            output: this.people,
            secrets: this.secrets,
            color: this.color,
            unicode: wantsUnicode(io),
            debug: options.debug ?? false,
            now: () => io.now(),
        });
    }
    /** Loads the cluster file and shows its warnings. Throws ClusterFileError. */
    async load(file) {
        const { cluster, warnings } = await this.engine.loadClusterFile(file);
        for (const warning of warnings)
            this.io.err.write(`${(0,printable/* printable */.g$)((0,types/* formatProblem */.Vw)(warning))}\n`);
        return cluster;
    }
    session(cluster, credentials, options, signal) {
        return { cluster, ...this.connection(credentials, options), ...(signal && { signal }) };
    }
    /** A session but for its cluster. */
    connection(credentials, { concurrency }) {
        const { progress: log, secrets } = this;
        return { credentials, concurrency, log, secrets, run: identity(this.io) };
    }
    terminal(cluster, clusterFile) {
        const columns = this.people.isTTY ? this.people.columns : Number(this.io.env['COLUMNS']);
        const width = columns > 0 ? { width: Math.max(40, Math.min(columns, 120)) } : {};
        return { color: this.color, unicode: wantsUnicode(this.io), cluster, clusterFile, ...width };
    }
    /** Text of ours, already safe but for secrets. */
    say(text) {
        this.people.write(`${this.secrets.redact(text).replace(/\n*$/, '')}\n`);
    }
    /** For programs: standard output with --json, a file with --out. */
    async result(value, out) {
        const text = this.secrets.redact(`${JSON.stringify(value, null, 2)}\n`);
        if (this.options.json)
            this.io.out.write(text);
        if (out === undefined)
            return;
        await (0,promises_.writeFile)(out, text).catch((error) => {
            throw new types/* InputError */.dz(`--out: ${out} cannot be written: ${error.message}`);
        });
    }
}
function identity({ env }) {
    const commit = env['GITHUB_SHA'];
    const host = (0,external_node_os_.hostname)();
    return {
        id: `${env['USER'] ?? env['LOGNAME'] ?? 'somebody'}@${host}, process ${process.pid}`,
        host,
        pid: process.pid,
        ...(commit && { commit }),
    };
}
//# sourceMappingURL=context.js.map
;// CONCATENATED MODULE: ./build/src/cli/engine.js
/** The real engine; each part is loaded when it is first needed. */
const engine_engine = {
    loadClusterFile: async (path) => (await Promise.all(/* import() */[__webpack_require__.e(4096), __webpack_require__.e(3533)]).then(__webpack_require__.bind(__webpack_require__, 33533))).loadClusterFile(path),
    look: async (config, options) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(4784), __webpack_require__.e(2749), __webpack_require__.e(9233), __webpack_require__.e(2805)]).then(__webpack_require__.bind(__webpack_require__, 89233))).lookOnly(config, options),
    deploy: async (config, options, begin) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(4784), __webpack_require__.e(2749), __webpack_require__.e(9233), __webpack_require__.e(2805)]).then(__webpack_require__.bind(__webpack_require__, 89233))).runStages(config, options, begin),
    offlinePlan: async (base, head) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(4784)]).then(__webpack_require__.bind(__webpack_require__, 24784))).offlinePlan(base, head),
    status: async (config, servers) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(4784), __webpack_require__.e(2749), __webpack_require__.e(3943)]).then(__webpack_require__.bind(__webpack_require__, 86399))).readStatus(config, servers),
    importCluster: async (config, request) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(4096), __webpack_require__.e(609), __webpack_require__.e(4784), __webpack_require__.e(3533), __webpack_require__.e(2749), __webpack_require__.e(9839)]).then(__webpack_require__.bind(__webpack_require__, 59831))).importCluster(config, request),
    adopt: async (config) => (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(2749), __webpack_require__.e(1895)]).then(__webpack_require__.bind(__webpack_require__, 10012))).adopt(config),
};
//# sourceMappingURL=engine.js.map
;// CONCATENATED MODULE: ./build/src/cli/options.js

function withFile(command) {
    return withOutput(command.option('-f, --file <file>', 'the cluster file', 'cluster.yaml'));
}
function withOutput(command) {
    return command
        .option('--json', 'print JSON for programs; everything else goes to standard error')
        .option('--no-color', 'no colours, as with NO_COLOR')
        .option('--debug', 'show what hosts print, and details of errors');
}
function withConnection(command) {
    return command
        .option('--identity <file>', 'SSH private key (or its text in PORTSIP_SSH_PRIVATE_KEY)')
        .option('--known-hosts <file>', "the hosts' keys (or PORTSIP_SSH_KNOWN_HOSTS; default ~/.ssh/known_hosts)")
        .option('--pbx-fingerprint <sha256>', "SHA-256 of the PBX's certificate (or PORTSIP_PBX_FINGERPRINT)")
        .option('--pbx-ca <file>', "the PBX's certificate or its authority, PEM (or its text in PORTSIP_PBX_CA)")
        .option('--concurrency <number>', 'hosts worked on at once, 1 to 100', wholeNumber, 50);
}
function withSelection(command, what = 'only these servers: names or roles, separated by commas') {
    return command.option('--servers <names>', what, names, []);
}
/** What plan and deploy have in common besides. */
function withRunOptions(command) {
    return command
        .option('--host-is-gone <name>', 'remove this server without its host, which will never answer again (repeatable)', names, [])
        .option('--force', 'restart although the maintenance window is closed, calls do not end or it is the last of its role')
        .option('--rotate <service>', 'issue a new token although there is one: im or dataflow (repeatable)', services, [])
        .option('--dataflow-token-path <path>', 'where this PBX issues Data Flow tokens, below /api')
        .option('--allow-undersized', 'install on hosts below the minimum size')
        .option('--install-ssh-key', 'high availability: let the control node sign in to servers where it cannot yet');
}
function names(value, before = []) {
    const given = value.split(/[\s,]+/).filter(Boolean);
    if (given.length === 0)
        throw new esm/* InvalidArgumentError */.Di('Give at least one name.');
    return [...new Set([...before, ...given])];
}
const SERVICES = ['im', 'dataflow'];
function services(value, before) {
    return names(value, before).map((service) => {
        const known = SERVICES.find((one) => one === service);
        if (known)
            return known;
        throw new esm/* InvalidArgumentError */.Di('Only im and dataflow have tokens.');
    });
}
function port(value) {
    const number = Number(value);
    if (!/^\d{1,5}$/.test(value) || number < 1 || number > 65_535)
        throw new esm/* InvalidArgumentError */.Di('Give a port, from 1 to 65535.');
    return number;
}
function wholeNumber(value) {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < 1 || number > 100)
        throw new esm/* InvalidArgumentError */.Di('Give a whole number from 1 to 100.');
    return number;
}
//# sourceMappingURL=options.js.map
;// CONCATENATED MODULE: ./build/src/cli/main.js









/** Runs a command line. Exit code: 0 done or nothing to do, 1 failed, 2 bad input, 3 changes (`plan --exit-code`). */
async function main(argv, io = terminalIo(), engine = engine_engine) {
    let exitCode = 0;
    let context;
    const command = (work) => async (options) => {
        context = new Context(io, engine, options);
        exitCode = await work(context, options);
    };
    try {
        await program(command, io).parseAsync(argv, { from: 'user' });
        return exitCode;
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7)
            return error.exitCode === 0 ? 0 : 2;
        return tell(error, io, context);
    }
}
function program(command, io) {
    const all = new esm/* Command */.uB('portsip-cluster')
        .description('PortSIP PBX clusters as code: cluster.yaml says what should be, this makes it so.')
        .version(package_namespaceObject.rE, '--version', 'print the version')
        .helpCommand(false)
        .showHelpAfterError('Try --help.')
        .exitOverride()
        .configureOutput({
        writeOut: (text) => io.out.write(text),
        writeErr: (text) => io.err.write(text),
        outputError: (text, write) => write(text.replace(/^error: /, 'Error: ')),
    })
        .addHelpText('after', ENVIRONMENT);
    withFile(all.command('validate').description('check the cluster file; no secrets, no network'))
        .option('--out <file>', 'write the JSON to a file, too')
        .action(command(async (context, options) => (await __webpack_require__.e(/* import() */ 8933).then(__webpack_require__.bind(__webpack_require__, 88933))).validate(context, options)));
    withRunOptions(withSelection(withConnection(withFile(all.command('plan').description('show what a deploy would do')))))
        .option('--out <file>', 'write plan.json to a file')
        .option('--base <file>', 'compare with this older cluster file instead of the live cluster; no secrets, no network')
        .option('--exit-code', 'exit with 3 when there are changes')
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(1042), __webpack_require__.e(642)]).then(__webpack_require__.bind(__webpack_require__, 19404))).plan(context, options)));
    withRunOptions(withSelection(withConnection(withFile(all.command('deploy').description('make the live cluster match the cluster file')))))
        .option('--plan <file>', 'do only what is in this plan, saved by plan --out, and do not ask')
        .option('--digest <digest>', 'do it only when the plan has this digest, and do not ask')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(4784), __webpack_require__.e(2682), __webpack_require__.e(1042), __webpack_require__.e(842)]).then(__webpack_require__.bind(__webpack_require__, 10842))).deploy(context, options)));
    withSelection(withConnection(withFile(all.command('restart').description('restart servers one after the other, drained'))), 'only these: names, roles or loadbalancer, separated by commas; none: all')
        .option('--pbx', 'the PBX itself, too, before all others')
        .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
        .option('--force', 'although the maintenance window is closed, calls do not end or it is the last of its role')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(4784), __webpack_require__.e(2682), __webpack_require__.e(1042), __webpack_require__.e(842)]).then(__webpack_require__.bind(__webpack_require__, 10842))).restart(context, options)));
    withSelection(withConnection(withFile(all.command('status').description('show the cluster at a glance'))))
        .option('--out <file>', 'write the JSON to a file, too')
        .action(command(async (context, options) => (await __webpack_require__.e(/* import() */ 3689).then(__webpack_require__.bind(__webpack_require__, 43689))).status(context, options)));
    const importing = command(async (context, options) => (await __webpack_require__.e(/* import() */ 6018).then(__webpack_require__.bind(__webpack_require__, 16018))).importFile(context, options));
    withConnection(withOutput(all
        .command('import')
        .description('write the cluster file of a cluster that runs; changes nothing there')
        .requiredOption('--pbx <address>', 'private address of the main server, as its servers know it')
        .requiredOption('--name <name>', 'what to call the cluster: small letters, digits and -')))
        .option('--api <url>', "where the PBX's portal and API answer (default https://ADDRESS:8887)")
        .option('--ssh-user <user>', 'the account to sign in with on the hosts (default pbx)')
        .option('--ssh-port <port>', 'the port that sshd listens on (default 22)', port)
        .option('--jump-host <host>', 'a machine to go through: host, user@host, host:port or user@host:port')
        .option('--scripts-path <path>', "where PortSIP's control scripts lie (default /opt/portsip)")
        .option('--control-node <address>', 'high availability: the node (pbx01) that the scripts are run on; --pbx is the virtual IP')
        .option('--nodes <addresses>', 'high availability: own addresses of all PBX nodes', names, [])
        .option('--host <address>', 'look at this machine, too, such as a Data Flow server (repeatable)', names, [])
        .option('--out <file>', 'write the file here instead of standard output')
        .option('--force', 'overwrite that file')
        .option('--adopt', 'write into the record on the main server that what was found is managed from now on')
        .action((options) => importing({ ...options, printsResult: options.out === undefined }));
    all
        .command('demo')
        .description('a story in a sandbox: deploy seven machines, scale out, see that nothing is left to do; needs nothing')
        .option('--no-color', 'no colours, as with NO_COLOR')
        .option('--debug', 'show what hosts print, and details of errors')
        .option('--whole-life', 'go on: restarts under calls, a server that stays away, a removal, an upgrade, a new token, a PBX that moves')
        .option('--high-availability', 'another story: a PBX of three nodes, a failover in the middle of a deploy, restarts, an upgrade, a removal')
        .option('--keep', 'leave the sandbox running afterwards and say how to use it')
        .addOption(new esm/* Option */.c$('--serve', 'only start the sandbox, and say how to use it'))
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(4784), __webpack_require__.e(2682), __webpack_require__.e(2749), __webpack_require__.e(9233), __webpack_require__.e(1042), __webpack_require__.e(7048)]).then(__webpack_require__.bind(__webpack_require__, 9320))).demo(context, options)));
    return all;
}
/** Says what went wrong, for people: without a stack trace unless it is a fault of ours and somebody asks. */
function tell(error, io, context) {
    const { text, exitCode, problems, stack } = (0,report.explain)(error);
    context?.progress.close();
    const redact = (line) => context?.secrets.redact(line) ?? line;
    if (problems)
        for (const problem of problems)
            io.err.write(`${(0,printable/* printable */.g$)(redact((0,types/* formatProblem */.Vw)(problem)))}\n`);
    else
        for (const line of (0,printable/* printableLines */.fk)(redact(text)))
            io.err.write(`Error: ${line}\n`);
    if (stack && context?.options.debug)
        io.err.write(`${(0,printable/* printableLines */.fk)(redact(stack)).join('\n')}\n`);
    return exitCode;
}
const ENVIRONMENT = `
Secrets come from the environment only, never from the command line:
  PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD   an administrator of the PBX
  PORTSIP_PBX_CA or PORTSIP_PBX_FINGERPRINT    its certificate, when it is self-signed
  PORTSIP_SSH_PRIVATE_KEY, PORTSIP_SSH_PASSPHRASE, PORTSIP_SSH_KNOWN_HOSTS
  PORTSIP_SUDO_PASSWORD                        where sudo asks for one

Exit code: 0 done or nothing to do, 1 failed, 2 bad input, 3 changes (plan --exit-code)`;
//# sourceMappingURL=main.js.map

/***/ })

};
;
//# sourceMappingURL=6856.index.js.map