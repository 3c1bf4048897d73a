"use strict";
exports.id = 6856;
exports.ids = [6856,4268,1252];
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
// EXTERNAL MODULE: ./build/src/render/text.js
var render_text = __webpack_require__(44824);
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
                this.end(id, this.c.green(this.mark('✔', 'ok')), (0,render_text/* duration */.p0)(elapsed), `done in ${(0,render_text/* duration */.p0)(elapsed)}`);
                break;
            case 'failed':
                this.end(id, this.c.red(this.mark('✖', 'x')), this.c.red('failed'), `failed after ${(0,render_text/* duration */.p0)(elapsed)}`);
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
        const at = (0,render_text/* duration */.p0)(this.options.now() - this.startedAt).padStart(7);
        this.print(`${this.c.dim(`[${at}]`)} ${this.title(id)}: ${text}`);
    }
    /** Why it failed, and the last that its host said. */
    explain(id, message) {
        for (const line of (0,render_text/* printableLines */.fk)(this.options.secrets.redact(message)))
            this.print(`    ${this.c.red(line)}`);
        const lines = this.options.debug ? [] : (this.hostLines.get(this.hostOf(id)) ?? []);
        if (lines.length > 0)
            this.print(`    ${this.c.dim(`the last lines from ${(0,render_text/* printable */.g$)(this.hostOf(id))}:`)}`);
        for (const line of lines)
            this.print(`    ${this.c.dim(`| ${line}`)}`);
    }
    title(id) {
        return this.safe((0,words/* deed */.dH)(this.changes.get(id) ?? { id, action: 'update' }));
    }
    safe(text) {
        return (0,render_text/* printable */.g$)(this.options.secrets.redact(text));
    }
    lines(text, paint) {
        (0,render_text/* printableLines */.fk)(this.options.secrets.redact(text)).forEach((line, index) => this.print(paint(line, index === 0)));
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
            return cut(`${spinner} ${this.title(id)}  ${(0,render_text/* duration */.p0)(this.options.now() - startedAt)}${text ? `  ${text}` : ''}`, width);
        });
        if (shown.length < this.running.size)
            lines.push(`  … and ${this.running.size - shown.length} more`);
        const total = Math.max(this.changes.size, this.finished + this.running.size);
        const rest = total > 0 ? `${this.finished} of ${total} done` : undefined;
        const status = [this.activity, rest, (0,render_text/* duration */.p0)(this.options.now() - this.startedAt)].filter(Boolean).join(', ');
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
            this.io.err.write(`${(0,render_text/* printable */.g$)((0,types/* formatProblem */.Vw)(warning))}\n`);
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
    loadClusterFile: async (path) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(4096), __webpack_require__.e(3533), __webpack_require__.e(7917)]).then(__webpack_require__.bind(__webpack_require__, 33533))).loadClusterFile(path),
    runStages: async (config, options, begin) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(4033), __webpack_require__.e(5892), __webpack_require__.e(2474), __webpack_require__.e(9938)]).then(__webpack_require__.bind(__webpack_require__, 22552))).runStages(config, options, begin),
    offlinePlan: async (base, head) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(8714), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(8962)]).then(__webpack_require__.bind(__webpack_require__, 85864))).offlinePlan(base, head),
    status: async (config, servers) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(5892), __webpack_require__.e(6377)]).then(__webpack_require__.bind(__webpack_require__, 86399))).readStatus(config, servers),
    importCluster: async (config, request) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(4096), __webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(3533), __webpack_require__.e(5892), __webpack_require__.e(7181), __webpack_require__.e(42)]).then(__webpack_require__.bind(__webpack_require__, 59831))).importCluster(config, request),
    adopt: async (config) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(609), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5892), __webpack_require__.e(6726)]).then(__webpack_require__.bind(__webpack_require__, 10012))).adopt(config),
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
        .option('--known-hosts <file>', 'the hosts’ keys (or PORTSIP_SSH_KNOWN_HOSTS; default ~/.ssh/known_hosts)')
        .option('--pbx-fingerprint <sha256>', 'SHA-256 of the PBX’s certificate (or PORTSIP_PBX_FINGERPRINT)')
        .option('--pbx-ca <file>', 'the PBX’s certificate or its authority, PEM (or its text in PORTSIP_PBX_CA)')
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
function services(value, before) {
    return names(value, before).map((service) => {
        if (service === 'im' || service === 'dataflow')
            return service;
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
        .action(command(async (context, options) => (await __webpack_require__.e(/* import() */ 9404).then(__webpack_require__.bind(__webpack_require__, 19404))).plan(context, options)));
    withRunOptions(withSelection(withConnection(withFile(all.command('deploy').description('make the live cluster match the cluster file')))))
        .option('--plan <file>', 'do only what is in this plan, saved by plan --out, and do not ask')
        .option('--digest <digest>', 'do it only when the plan has this digest, and do not ask')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(8714), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(4033), __webpack_require__.e(2190), __webpack_require__.e(4184), __webpack_require__.e(5064)]).then(__webpack_require__.bind(__webpack_require__, 10842))).deploy(context, options)));
    withSelection(withConnection(withFile(all.command('restart').description('restart servers one after the other, drained'))), 'only these: names, roles or loadbalancer, separated by commas; none: all')
        .option('--pbx', 'the PBX itself, too, before all others')
        .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
        .option('--force', 'although the maintenance window is closed, calls do not end or it is the last of its role')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(8714), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(4033), __webpack_require__.e(2190), __webpack_require__.e(4184), __webpack_require__.e(5064)]).then(__webpack_require__.bind(__webpack_require__, 10842))).restart(context, options)));
    withSelection(withConnection(withFile(all.command('status').description('show the cluster at a glance'))))
        .option('--out <file>', 'write the JSON to a file, too')
        .action(command(async (context, options) => (await __webpack_require__.e(/* import() */ 3689).then(__webpack_require__.bind(__webpack_require__, 43689))).status(context, options)));
    const importing = command(async (context, options) => (await __webpack_require__.e(/* import() */ 6018).then(__webpack_require__.bind(__webpack_require__, 16018))).importFile(context, options));
    withConnection(withOutput(all
        .command('import')
        .description('write the cluster file of a cluster that runs; changes nothing there')
        .requiredOption('--pbx <address>', 'private address of the main server, as its servers know it')
        .requiredOption('--name <name>', 'what to call the cluster: small letters, digits and -')))
        .option('--api <url>', 'where the PBX’s portal and API answer (default https://ADDRESS:8887)')
        .option('--ssh-user <user>', 'the account to sign in with on the hosts (default pbx)')
        .option('--ssh-port <port>', 'the port that sshd listens on (default 22)', port)
        .option('--jump-host <host>', 'a machine to go through: host, user@host, host:port or user@host:port')
        .option('--scripts-path <path>', 'where PortSIP’s control scripts lie (default /opt/portsip)')
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
        .action(command(async (context, options) => (await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(8714), __webpack_require__.e(609), __webpack_require__.e(3978), __webpack_require__.e(174), __webpack_require__.e(848), __webpack_require__.e(5864), __webpack_require__.e(4033), __webpack_require__.e(2190), __webpack_require__.e(5892), __webpack_require__.e(2474), __webpack_require__.e(4184), __webpack_require__.e(7048)]).then(__webpack_require__.bind(__webpack_require__, 9320))).demo(context, options)));
    return all;
}
/** Says what went wrong, for people: without a stack trace unless it is a fault of ours and somebody asks. */
function tell(error, io, context) {
    const { text, exitCode, problems, stack } = (0,report.explain)(error);
    context?.progress.close();
    const redact = (line) => context?.secrets.redact(line) ?? line;
    if (problems)
        for (const problem of problems)
            io.err.write(`${(0,render_text/* printable */.g$)(redact((0,types/* formatProblem */.Vw)(problem)))}\n`);
    else
        for (const line of (0,render_text/* printableLines */.fk)(redact(text)))
            io.err.write(`Error: ${line}\n`);
    if (stack && context?.options.debug)
        io.err.write(`${(0,render_text/* printableLines */.fk)(redact(stack)).join('\n')}\n`);
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

/***/ }),

/***/ 13682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ ROLE_CONTAINERS),
/* harmony export */   g: () => (/* binding */ ROLES)
/* harmony export */ });
const extended = {
    script: 'cluster_ctl.sh',
    configFile: '.configure_extend',
    companions: [],
    single: false,
    impact: 'active-calls',
    builtIn: true,
    highAvailability: { recommended: { diskGiB: 128 } },
};
const ROLES = {
    media: {
        ...extended,
        role: 'media',
        label: 'media server',
        portalPage: 'Media Servers',
        collection: 'media_servers',
        service: 'media-server-only',
        container: 'portsip.mediaserver',
        companions: [],
        cloudPorts: '35000-65000/udp',
        // With recordings
        highAvailability: { recommended: { diskGiB: 256 } },
    },
    queue: {
        ...extended,
        role: 'queue',
        label: 'queue server',
        portalPage: 'Queue Servers',
        collection: 'call_queue_servers',
        service: 'queue-server-only',
        container: 'portsip.callqueue',
        companions: [],
    },
    meeting: {
        ...extended,
        role: 'meeting',
        label: 'meeting server',
        portalPage: 'Meeting Servers',
        collection: 'conference_servers',
        service: 'meeting-server-only',
        container: 'portsip.conference',
        companions: [],
    },
    ivr: {
        ...extended,
        role: 'ivr',
        label: 'IVR server',
        portalPage: 'IVR Servers',
        collection: 'ivr_servers',
        service: 'vr-server-only',
        container: 'portsip.virtualreceptionist',
        companions: [],
    },
    im: {
        role: 'im',
        label: 'IM server',
        portalPage: 'IM Servers',
        script: 'im_ctl.sh',
        service: 'im-server-only',
        configFile: '.configure_im',
        container: 'portsip.instantmessage',
        companions: ['portsip.database', 'portsip.webserver'],
        cloudPorts: '8887/tcp',
        single: true,
        impact: 'messaging',
        builtIn: false,
        recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 },
        stops: 'messages, chats and files',
    },
    dataflow: {
        role: 'dataflow',
        label: 'Data Flow server',
        portalPage: 'Data Flow',
        script: 'dataflow_ctl.sh',
        service: 'dataflow-server-only',
        configFile: '.configure_dataflow',
        container: 'portsip.dataflow',
        companions: ['portsip.clickhouse'],
        single: true,
        impact: 'analytics',
        builtIn: false,
        minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
        recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
        highAvailability: {
            minimum: { cpus: 4, memoryGiB: 16, diskGiB: 128 },
            recommended: { cpus: 8, memoryGiB: 32, diskGiB: 256 },
        },
        stops: 'call records, reports, dashboards and queue wallboards',
    },
};
/** Every container name that belongs to PortSIP's cluster roles. */
const ROLE_CONTAINERS = new Map(Object.values(ROLES).map((spec) => [spec.container, spec.role]));
//# sourceMappingURL=roles.js.map

/***/ }),

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

/***/ 24268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain),
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/** What went wrong, for people: never a stack trace unless it is a fault of ours. */
function explain(error) {
    // By name and not by class: this must also work on what another copy of the module threw.
    if (error instanceof Error) {
        if (error.name === 'ClusterFileError' && 'problems' in error)
            return { text: error.message, exitCode: 2, problems: error.problems };
        if (error.name === 'InputError')
            return { text: error.message, exitCode: 2 };
        if (['HostError', 'PbxError', 'GithubError', 'StageError'].includes(error.name))
            return { text: error.message, exitCode: 1 };
        if (error.name === 'AbortError')
            return { text: 'cancelled: what runs on hosts goes on; the next run takes it up', exitCode: 1 };
    }
    const message = error instanceof Error ? error.message : String(error);
    if (isUnwritable(error))
        return {
            text: `This machine cannot write a file: ${message}. Free some space and run it again: what was done is done, and the next run carries on`,
            exitCode: 1,
        };
    return {
        text: `unexpected error, please report it: ${message}`,
        exitCode: 1,
        ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
    };
}
/** The disk of the machine that we run on is full, over its quota or read-only. */
function isUnwritable(error) {
    const { code } = Object(error);
    return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS';
}
/** Prints it for a runner, annotated where a file is wrong; returns the exit code. */
function report(error, log) {
    const { text, exitCode, problems, stack } = explain(error);
    if (problems && 'problems' in log)
        log.problems(problems);
    else
        for (const line of text.split('\n'))
            log.error(line);
    if (stack)
        log.debug(stack);
    return exitCode;
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 71252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Secrets: () => (/* binding */ Secrets),
/* harmony export */   silent: () => (/* binding */ silent)
/* harmony export */ });
/** Values that must never be printed. Everything that leaves the process as text passes through `redact`. */
class Secrets {
    values = new Set();
    listeners = [];
    /** Call before the first line that could hold the value. Multi-line values are also masked line by line. */
    add(value) {
        if (!value)
            return;
        const parts = [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())];
        // Also as JSON writes it: plans and status are redacted as whole documents.
        for (const part of new Set(parts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))) {
            // Short parts (PEM armour ends, blank lines) would turn every log into asterisks.
            if (part.length < 6 || part.startsWith('-----') || this.values.has(part))
                continue;
            this.values.add(part);
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
        // Longest first, so that a secret that holds another one is masked whole.
        for (const value of [...this.values].sort((a, b) => b.length - a.length))
            text = text.replaceAll(value, '***');
        return text;
    }
}
const silent = {
    debug: () => { },
    info: () => { },
    warning: () => { },
    error: () => { },
    remote: () => { },
    change: () => { },
    group: (_title, work) => work(),
};
//# sourceMappingURL=log.js.map

/***/ }),

/***/ 44824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   fk: () => (/* binding */ printableLines),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** What a terminal or a page would act on instead of showing it: controls, format characters, separators, fillers without a shape. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u180e\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180d\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;
/** Makes text safe to print on one terminal line: whatever cannot be seen is shown as `\x1b` or `\u{202e}`. */
function printable(text) {
    return text.replace(UNSEEN, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return ' ';
        const code = character.codePointAt(0) ?? 0;
        return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
    });
}
/** The same for text of several lines: each is made safe for itself, blank ones are dropped. */
function printableLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => printable(line).trimEnd())
        .filter((line) => line !== '');
}
/** Breaks at spaces so that no line is longer than `width`; words that are longer stay whole (they may have to be copied). */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line ? `${line} ${word}` : word;
        }
    }
    if (line)
        lines.push(line);
    return lines;
}
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
/** `0.4s`, `12s`, `3m 05s`, `1h 02m` */
function duration(ms) {
    if (ms < 9950)
        return `${(ms / 1000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds}s`;
    const two = (value) => String(value).padStart(2, '0');
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    return `${Math.floor(seconds / 3600)}h ${two(Math.floor((seconds % 3600) / 60))}m`;
}
//# sourceMappingURL=text.js.map

/***/ }),

/***/ 89510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ SYMBOLS),
/* harmony export */   CD: () => (/* binding */ ASCII_SYMBOLS),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Ix: () => (/* binding */ LEGEND),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   aC: () => (/* binding */ target),
/* harmony export */   bc: () => (/* binding */ subject),
/* harmony export */   dH: () => (/* binding */ deed),
/* harmony export */   fM: () => (/* binding */ kind),
/* harmony export */   gM: () => (/* binding */ telling),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   o2: () => (/* binding */ introduce),
/* harmony export */   w3: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);

const SYMBOLS = {
    create: '+',
    update: '~',
    replace: '-/+',
    delete: '-',
    restart: '↻',
};
/** For terminals that know ASCII only. */
const ASCII_SYMBOLS = { ...SYMBOLS, restart: 'o' };
const LEGEND = {
    create: 'add',
    update: 'change in place',
    replace: 'remove and add again',
    delete: 'remove',
    restart: 'restart',
};
const ACTIONS = Object.keys(SYMBOLS);
/** The part of an id after its kind: `192.168.1.21/32` of `firewall/192.168.1.21/32`. */
function subject(change) {
    return change.id.slice(change.id.indexOf('/') + 1);
}
function kind(change) {
    return change.id.slice(0, Math.max(0, change.id.indexOf('/')));
}
/** What a change is about, below the name of its server: "entry in the portal". */
function objectOf(change) {
    const name = subject(change);
    switch (kind(change)) {
        case 'firewall':
            return `trusted source ${name} in the main server's firewall`;
        case 'whitelist':
            return `${name} in the PBX's IP whitelist`;
        case 'server':
            return 'entry in the portal';
        case 'built-in':
            return `built-in ${label(name)}`;
        case 'token':
            return `${serviceName(name)} token`;
        case 'ssh-key':
            return "the control node's SSH key";
        case 'role':
            return 'service on the host';
        case 'restart':
            return name === 'loadbalancer' ? 'resource load balancer' : name === 'pbx' ? 'PBX' : 'restart';
        default:
            return change.id;
    }
}
const DOING = {
    firewall: { create: 'trust', delete: 'stop trusting' },
    whitelist: { create: 'whitelist', update: 'correct the whitelist entry of', delete: 'take off the whitelist' },
    server: {
        create: 'register',
        update: 'update in the portal',
        replace: 'register anew',
        delete: 'take out of the portal',
    },
    role: { create: 'install', update: 'set up anew', replace: 'recreate', delete: 'uninstall' },
    'ssh-key': { create: 'let the control node sign in to' },
    token: { create: 'issue a token for', update: 'renew the token of', replace: 'renew the token of' },
};
/** What is done, as a verb in the infinitive: "register". */
function verb(change) {
    if (kind(change) === 'built-in')
        return change.attributes?.[0]?.after === 'true' ? 'turn on' : 'turn off';
    return DOING[kind(change)]?.[change.action] ?? { ...LEGEND, update: 'change' }[change.action];
}
/** Who it is done to: "media-server-2", "the resource load balancer". */
function target(change) {
    const name = subject(change);
    switch (kind(change)) {
        case 'built-in':
            return `the built-in ${label(name)}`;
        case 'token':
            return serviceName(name);
        case 'restart':
            return name === 'loadbalancer' ? 'the resource load balancer' : name === 'pbx' ? 'the PBX' : name;
        case '':
            return change.id;
        default:
            return name;
    }
}
/** "install media-server-2", "take media-server-2 out of the portal" */
function deed(change) {
    const doing = verb(change);
    const [after = ''] = / (?:anew|in the portal|out of the portal|off the whitelist)$/.exec(doing) ?? [];
    return `${doing.slice(0, doing.length - after.length)} ${target(change)}${after}`;
}
/** "media server", "IVR server"; whatever is no role stays as it is. */
function label(role) {
    return Object.hasOwn(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g, role) ? _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label : `${role} server`;
}
function serviceName(service) {
    return { im: 'IM', dataflow: 'Data Flow' }[service] ?? service;
}
/** "media server, 192.168.1.21, public 104.101.137.60" */
function introduce(server) {
    return [
        label(server.role),
        server.privateIp,
        server.publicIp && (server.privateIp ? `public ${server.publicIp}` : server.publicIp),
    ]
        .filter(Boolean)
        .join(', ');
}
/** Attributes that say more than the change's name does already. */
function telling(change) {
    const name = subject(change);
    return change.attributes.filter(({ before, after }) => (before ?? name) !== name || (after ?? name) !== name);
}
/** A finding's message, with the server's name before it where it does not name it itself. */
function about({ server, message }) {
    return server === undefined || message.includes(server) ? message : `${server}: ${message}`;
}
const SEVERITIES = ['blocking', 'warning', 'note'];
/** Blocking first, notes last; otherwise as they came, each once. */
function sortFindings(findings) {
    const seen = new Set();
    return findings
        .filter((finding) => {
        const key = JSON.stringify([finding.code, finding.severity, finding.server, finding.message]);
        return !seen.has(key) && seen.add(key);
    })
        .map((finding, index) => ({ finding, index }))
        .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) || a.index - b.index)
        .map(({ finding }) => finding);
}
//# sourceMappingURL=words.js.map

/***/ })

};
;
//# sourceMappingURL=6856.index.js.map