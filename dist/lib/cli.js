/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 713:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'exit-code'() {
    return __nccwpck_require__(293);
  },
  get 'files'() {
    return __nccwpck_require__(512);
  },
  get 'main'() {
    return __nccwpck_require__(42);
  },
};


/***/ }),

/***/ 917:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/commands.ts
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
exports.describe = describe;
const commander_1 = { get it() { return __nccwpck_require__(504); } };
const suggest_1 = { get it() { return (__nccwpck_require__(907).suggest); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const exit_code_1 = __nccwpck_require__(293);
const options_1 = __nccwpck_require__(501);
/**
 * Tells commander what there is: the command of that name alone, as to tell it of all takes longer than to read a cluster file,
 * and all of them where none is called so.
 */
function describe(all, name, { command, io, engine }) {
    const commands = {
        init: () => {
            const describing = all
                .command('init')
                .description('write a commented cluster.yaml and its workflows, asking for what no option says')
                .option('--folder <folder>', 'where to', '.')
                .option('--name <name>', 'what to call the cluster: small letters, digits and -')
                .option('--pbx <address>', "the main server's private address")
                .option('--image <image>', 'what the servers run (default portsip/pbx:22)')
                .option('--ssh-user <user>', 'the account to sign in with on the hosts (default pbx)')
                .option('--ssh-port <port>', 'the port that sshd listens on (default 22)', options_1.port)
                .option('--jump-host <host>', 'a machine to go through: host, user@host, host:port or user@host:port');
            for (const role of roles_1.it.ROLE_NAMES)
                describing.option(`--${role} <addresses>`, `private addresses of ${roles_1.it.ROLES[role].label}s, separated by commas`, options_1.names);
            describing
                .option('--no-workflows', 'the cluster file alone')
                .option('--no-color', 'no colours, as with NO_COLOR')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(288)))).init(context, options)));
        },
        validate: () => {
            const validating = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(48)))).validate(context, options));
            (0, options_1.withFile)(all
                .command('validate')
                .description('check the cluster file; no secrets, no network')
                .argument('[file]', 'the same as -f FILE'))
                .option('--out <file>', 'write the JSON to a file, too')
                .action((file, options, self) => {
                if (file !== undefined && self.getOptionValueSource('file') === 'cli')
                    self.error('error: give FILE or -f FILE, not both');
                return validating({ ...options, ...(file !== undefined && { file }) });
            });
        },
        'cloud-firewall': () => {
            (0, options_1.withFile)(all
                .command('cloud-firewall')
                .description("show what a cloud's own firewall has to let in; no secrets, no network"))
                .addOption(new commander_1.it.Option('--commands <cloud>', 'print commands to copy instead').choices(['aws', 'azure']))
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(262)))).cloudFirewall(context, options)));
        },
        plan: () => {
            (0, options_1.withRunOptions)((0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('plan').description('show what a deploy would do')))))
                .option('--out <file>', 'write plan.json to a file')
                .option('--base <file>', 'compare with this older cluster file instead of the live cluster; no secrets, no network')
                .option('--exit-code', `exit with ${exit_code_1.EXIT.changes} when there are changes`)
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(947)))).plan(context, options)));
        },
        deploy: () => {
            (0, options_1.withRunOptions)((0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('deploy').description('make the live cluster match the cluster file')))))
                .option('--plan <file>', 'do only what is in this plan, saved by plan --out, and do not ask')
                .option('--digest <digest>', 'do it only when the plan has this digest, and do not ask')
                .option('--out <file>', 'write what was done to a file, as JSON')
                .option('--yes', 'do not ask')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(557).deploy)))).deploy(context, options)));
        },
        restart: () => {
            (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('restart').description('restart servers one after the other, drained'))), 'only these: names, roles or loadbalancer, separated by commas; none: all')
                .option('--pbx', 'the PBX itself, too, before all others')
                .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
                .option('--force', 'even if the maintenance window is closed, calls do not end or it is the last of its role')
                .option('--out <file>', 'write what was done to a file, as JSON')
                .option('--yes', 'do not ask')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(557).deploy)))).restart(context, options)));
        },
        backup: () => {
            (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all
                .command('backup')
                .description('stop services one after the other, copy what they keep, and start them again'))), 'only these: names or roles, separated by commas; none, without --pbx: all that keep something')
                .option('--pbx', 'the PBX itself: no calls while it is copied')
                .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
                .option('--force', 'even if the maintenance window is closed')
                .option('--out <file>', 'write what was done to a file, as JSON')
                .option('--yes', 'do not ask')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(100)))).backup(context, options)));
        },
        status: () => {
            (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('status').description('show the cluster at a glance'))))
                .option('--out <file>', 'write the JSON to a file, too')
                .option('--html <file>', 'write a page to look at: one file, without scripts, for a browser or a phone')
                .option('--exit-code', `exit with ${exit_code_1.EXIT.changes} when a deploy would change something`)
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(557).status)))).status(context, options)));
        },
        log: () => {
            (0, options_1.withConnection)((0, options_1.withFile)(all.command('log').description('tell which runs changed the cluster, when and by whom')))
                .option('-n, --number <number>', 'the last so many', (0, options_1.atMost)(50), 10)
                .option('--out <file>', 'write the JSON to a file, too')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(586)))).log(context, options)));
        },
        hosts: () => {
            const trusting = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(13)))).trust(context, options));
            (0, options_1.withConnection)((0, options_1.withFile)(all
                .command('hosts')
                .description('hosts trust: show keys of new machines from two places, and print their lines for known_hosts')
                .addArgument(new commander_1.it.Argument('<what>', 'what to do').choices(['trust']))))
                .option('--out <file>', 'write the JSON to a file, too')
                .action((_what, options) => trusting({ ...options, printsResult: true }));
        },
        fleet: () => {
            const fleet = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(976)))).fleet(context, options));
            (0, options_1.withKeys)((0, options_1.withOutput)(all
                .command('fleet')
                .description('look at the clusters of a repository of many')
                .addArgument(new commander_1.it.Argument('<what>', 'list: their files, names, runners and waves, without secrets or network; status: whether they are healthy, their versions and drift; plan: what a deploy of each would do').choices(['list', 'status', 'plan']))
                .argument('[clusters...]', 'only these, by name')))
                .option('--files <glob>', "which files are cluster files (repeatable; default 'clusters/*/cluster.yaml' and cluster.yaml)", options_1.names, [])
                .option('--base <commit>', 'list: tell which ones differ from this commit, branch or tag, and which ones left')
                .option('--html <file>', 'status: write a page to look at, as status --html does')
                .option('--pages <folder>', "status: write each cluster's page there, which that page then leads to")
                .option('--exit-code', `status and plan: exit with ${exit_code_1.EXIT.changes} when a deploy would change something`)
                .option('--parallel <number>', 'clusters asked at once, 1 to 100', (0, options_1.atMost)(100), 8)
                .option('--concurrency <number>', 'hosts of a cluster asked at once, 1 to 100', (0, options_1.atMost)(100), 50)
                .option('--out <file>', 'write the JSON to a file, too')
                .action((what, clusters, options) => fleet({ ...options, what, clusters }));
        },
        import: () => {
            const importing = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(749)))).importFile(context, options));
            (0, options_1.withConnection)((0, options_1.withOutput)(all
                .command('import')
                .description('write the cluster file of a cluster that runs; changes nothing there')
                .requiredOption('--pbx <address>', 'private address of the main server, as its servers know it')
                .requiredOption('--name <name>', 'what to call the cluster: small letters, digits and -')))
                .option('--api <url>', "where the PBX's portal and API answer (default https://ADDRESS:8887)")
                .option('--ssh-user <user>', 'the account to sign in with on the hosts (default pbx)')
                .option('--ssh-port <port>', 'the port that sshd listens on (default 22)', options_1.port)
                .option('--jump-host <host>', 'a machine to go through: host, user@host, host:port or user@host:port')
                .option('--scripts-path <path>', "where PortSIP's control scripts lie (default /opt/portsip)")
                .option('--control-node <address>', 'high availability: the node (pbx01) that the scripts are run on; --pbx is the virtual IP')
                .option('--nodes <addresses>', 'high availability: own addresses of all PBX nodes', options_1.names, [])
                .option('--host <address>', 'look at this machine, too, such as a Data Flow server (repeatable)', options_1.names, [])
                .option('--out <file>', 'write the file here instead of standard output')
                .option('--force', 'overwrite that file')
                .option('--adopt', 'write into the record on the main server that what was found is managed from now on')
                .action((options) => importing({ ...options, printsResult: options.out === undefined }));
        },
        scripts: () => {
            const fetching = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(800)))).fetchScripts(context, options));
            (0, options_1.withFile)(all
                .command('scripts')
                .description("fill the cluster file's folder of PortSIP's control scripts")
                .addArgument(new commander_1.it.Argument('<what>', 'fetch: check those that FROM has, and put them there').choices(['fetch']))
                .argument('<from>', 'a folder, a .tar.gz archive, or a Git repository; an https address is downloaded from'))
                .option('--commit <commit>', 'of the Git repository; its HEAD when left out and FROM is an address')
                .option('--path <folder>', 'which folder of FROM, such as v22.x, where several have scripts')
                .option('--out <file>', 'write the JSON to a file, too')
                .action((_what, from, options) => fetching({ ...options, from }));
        },
        completion: () => {
            all
                .command('completion')
                .description('print what makes a shell complete commands, options, servers and roles')
                .addArgument(new commander_1.it.Argument('<shell>', 'which one').choices(['bash', 'zsh', 'fish']))
                .addHelpText('after', '\nIn ~/.bashrc: source <(portsip-cluster completion bash); zsh and fish likewise.')
                .action(async (shell) => {
                io.out.write((await Promise.resolve().then(() => __importStar(__nccwpck_require__(40)))).SCRIPTS[shell]);
            });
            all.command('__complete [words...]', { hidden: true }).action(async (words) => {
                const { candidates } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(40)));
                const clusters = async () => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(557)["fleet-look"])))).clusterNames();
                const load = (file) => engine.loadClusterFile(file).then(({ cluster }) => cluster, () => undefined);
                for (const word of await candidates(all, words, load, clusters))
                    io.out.write(`${(0, printable_1.it.printable)(word)}\n`);
            });
        },
        help: () => {
            all
                .command('help')
                .description('show what a command is for and all its options')
                .argument('[command]')
                .action((name) => {
                const known = all.commands.filter((one) => one.name() !== '__complete');
                const one = known.find((command) => command.name() === name);
                if (name === undefined)
                    return all.help();
                if (one)
                    return one.help();
                const guess = OTHER_WORDS.get(name) ??
                    (0, suggest_1.it.closest)(name, known.map((command) => command.name()));
                all.error(`error: unknown command '${(0, printable_1.it.printable)(name)}'${guess === undefined ? '' : `\n(Did you mean ${guess}?)`}`);
            });
        },
        demo: () => {
            all
                .command('demo')
                .description('a story in a sandbox: deploy seven machines, scale out, see that nothing is left to do; needs nothing')
                .option('--no-color', 'no colours, as with NO_COLOR')
                .option('--debug', 'show what hosts print, and details of errors')
                .option('--whole-life', 'go on: restarts under calls, a server that stays away, a removal, an upgrade, a new token, a PBX that moves')
                .option('--high-availability', 'another story: a PBX of three nodes, a failover in the middle of a deploy, restarts, an upgrade, a removal')
                .option('--keep', 'leave the sandbox running afterwards and say how to use it')
                .addOption(new commander_1.it.Option('--serve', 'only start the sandbox, and say how to use it'))
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(879)))).demo(context, options)));
        },
    };
    // Help with one command is asked for by the name of another.
    const asked = name !== undefined && name !== 'help' && Object.hasOwn(commands, name) ? commands[name] : undefined;
    for (const describeOne of asked ? [asked] : Object.values(commands))
        describeOne();
}
/** What other tools, and our own pages, call what a command does */
const OTHER_WORDS = new Map([
    ['apply', 'deploy'],
    ['check', 'validate'],
    ['diff', 'plan'],
    ['drift', 'status, or plan --exit-code'],
    ['heal', 'deploy --heal'],
    ['history', 'log'],
    ['rolling-restart', 'restart'],
    ['show', 'status'],
    ['upgrade', 'deploy'],
]);

/***/ }),

/***/ 212:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/context.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Context = exports.NothingSeen = void 0;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_os_1 = __nccwpck_require__(161);
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const private_folder_1 = { get it() { return (__nccwpck_require__(426)["private-folder"]); } };
const log_1 = { get it() { return (__nccwpck_require__(426).log); } };
const refusals_1 = { get it() { return (__nccwpck_require__(316).refusals); } };
const fold_1 = { get it() { return (__nccwpck_require__(60).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const report_1 = { get it() { return __nccwpck_require__(505); } };
const credentials_1 = { get it() { return __nccwpck_require__(994); } };
const exit_code_1 = __nccwpck_require__(293);
const files_1 = __nccwpck_require__(512);
const io_1 = __nccwpck_require__(871);
const concurrency_1 = { get it() { return (__nccwpck_require__(316).concurrency); } };
const json_progress_1 = __nccwpck_require__(221);
const progress_1 = __nccwpck_require__(228);
/** Nothing could be looked at; `cause` says why. */
class NothingSeen extends Error {
    cause;
    constructor(cause) {
        super('nothing could be seen');
        this.cause = cause;
    }
}
exports.NothingSeen = NothingSeen;
/** A command's terminal: where results go, where people are told what happens, in which colours. */
class Context {
    io;
    engine;
    options;
    secrets = new log_1.it.Secrets();
    /** People read here: standard output, or standard error when that one is for a program */
    people;
    /** Warnings and errors go here */
    err;
    progress;
    colors;
    color;
    constructor(io, engine, options) {
        this.io = io;
        this.engine = engine;
        this.options = options;
        const [secrets, debug, now] = [this.secrets, options.debug ?? false, () => io.now()];
        if (options.progress === 'json') {
            const progress = new json_progress_1.JsonProgress({ output: io.err, secrets, debug, now });
            this.progress = progress;
            this.people = this.err = progress.people;
            this.color = false;
        }
        else {
            this.err = (0, io_1.forPeople)(io, io.err);
            this.people = options.json || options.printsResult ? this.err : (0, io_1.forPeople)(io, io.out);
            this.color = (0, io_1.wantsColor)(io, this.people, options.color);
            this.progress = new progress_1.Progress({
                ...{ output: this.people, secrets, color: this.color, debug, now },
                width: () => (0, io_1.widthOf)(io, this.people),
            });
        }
        this.colors = (0, picocolors_1.it.createColors)(this.color);
    }
    /** Loads the cluster file and shows its warnings. Throws ClusterFileError. */
    async load(file, named) {
        const { cluster, warnings } = await this.engine.loadClusterFile(file, named);
        this.problems(warnings);
        return cluster;
    }
    /** Warnings and errors of a cluster file, one a line as editors read them. */
    problems(problems) {
        if (problems.length === 0)
            return;
        const { red, yellow } = (0, picocolors_1.it.createColors)((0, io_1.wantsColor)(this.io, this.err, this.options.color));
        for (const problem of problems) {
            const line = (0, printable_1.it.printable)(this.secrets.redact((0, types_1.it.formatProblem)(problem)));
            const paint = problem.severity === 'error' ? red : yellow;
            const painted = line.replace(`: ${problem.severity}: `, `: ${paint(problem.severity)}: `);
            this.err.write(`${(0, fold_1.it.fold)(painted, (0, io_1.widthOf)(this.io, this.err))}\n`);
        }
    }
    /** What a run signs in with, asked for where somebody can be asked. Throws InputError. */
    credentials(options) {
        const { env, home } = this.io;
        const asker = !this.options.json && this.io.interactive ? this.io : undefined;
        return (0, credentials_1.it.readCredentials)(options, env, this.secrets, home, asker);
    }
    session(cluster, credentials, options, signal) {
        return { cluster, ...this.connection(credentials, options), ...(signal && { signal }) };
    }
    /** A session but for its cluster. */
    connection(credentials, { concurrency }) {
        const { progress: log, secrets } = this;
        const { clock, internet } = this.io;
        const uid = process.getuid?.();
        const refusals = (0, refusals_1.it.keptRefusals)((make) => (uid === undefined ? undefined : (0, private_folder_1.it.privateFolder)(this.io.env, uid, make)));
        return {
            ...{ credentials, concurrency: (0, concurrency_1.it.concurrencyOf)(concurrency), log, secrets, run: identity(this.io), refusals },
            ...(clock && { clock }),
            ...(internet && { internet }),
        };
    }
    terminal(cluster, clusterFile) {
        return { ...this.screen(), cluster, clusterFile };
    }
    /** What people read on */
    screen() {
        const width = (0, io_1.widthOf)(this.io, this.people);
        return { color: this.color, ...(width !== undefined && { width }) };
    }
    /** Shows that something is read; whoever interrupts it is told that nothing was changed. */
    async reading(work, activity = 'Reading the live cluster') {
        const release = this.io.onInterrupt(() => {
            this.progress.close();
            this.err.write('Interrupted. Nothing was changed.\n');
            this.io.exit(exit_code_1.EXIT.interrupted);
        });
        try {
            return await this.progress.during(activity, work);
        }
        finally {
            release();
        }
    }
    /** The same for a command that only looks: what kept it from seeing anything is thrown as `NothingSeen`. */
    async seeing(work) {
        try {
            return await this.reading(work);
        }
        catch (error) {
            const { exitCode, stack } = (0, report_1.it.explain)(error);
            throw exitCode === exit_code_1.EXIT.failed && stack === undefined ? new NothingSeen(error) : error;
        }
    }
    /** Text of ours, already safe but for secrets. */
    say(text) {
        this.people.write(`${(0, fold_1.it.fold)(this.secrets.redact(text).replace(/\n*$/, ''), (0, io_1.widthOf)(this.io, this.people))}\n`);
    }
    /** For programs: standard output with --json, a file with --out. */
    async result(value, out) {
        const text = `${JSON.stringify(this.secrets.redactIn(value), null, 2)}\n`;
        if (this.options.json)
            this.io.out.write(text);
        if (out !== undefined)
            await (0, files_1.writeOut)('--out', out, text);
    }
}
exports.Context = Context;
function identity({ env }) {
    const commit = env['GITHUB_SHA'];
    const host = (0, node_os_1.hostname)();
    const by = `${env['USER'] ?? env['LOGNAME'] ?? 'somebody'}@${host}`;
    return {
        // Neither a host's name nor a number of a process is one machine's alone.
        id: `${by}, process ${process.pid}, ${(0, node_crypto_1.it.randomBytes)(6).toString('hex')}`,
        host,
        by,
        ...(commit && { commit }),
    };
}

/***/ }),

/***/ 209:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/engine.ts
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
exports.engine = void 0;
/** The real engine; each part is loaded when it is first needed. */
exports.engine = {
    loadClusterFile: async (path, named) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(907).load)))).loadClusterFile(path, named),
    look: async (config, options) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)))).lookOnly(config, options),
    deploy: async (config, options, begin) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)))).runStages(config, options, begin),
    offlinePlan: async (base, head) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(84).plan)))).offlinePlan(base, head),
    status: async (config, servers) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(723).read)))).readStatus(config, servers),
    importCluster: async (config, request) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(886)["import"])))).importCluster(config, request),
    history: async (config) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).history)))).readHistory(config),
    hostKeys: async (config) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(984)["first-contact"])))).firstContact(config),
    adopt: async (config) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(886).adopt)))).adopt(config),
};

/***/ }),

/***/ 293:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cli/exit-code.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.EXIT_CODES = exports.EXIT = void 0;
/** What a command's end tells a script. docs/command-line.md has the same table, and a test compares them. */
exports.EXIT = { ok: 0, failed: 1, input: 2, changes: 3, hindered: 4, interrupted: 130 };
/** One row a code */
exports.EXIT_CODES = [
    [exports.EXIT.ok, 'done, or nothing to do; plan and status: looked at all of it, and nothing is in the way'],
    [exports.EXIT.failed, 'not all was done, or nobody said yes'],
    [exports.EXIT.input, 'bad input: nothing was done'],
    [exports.EXIT.changes, 'plan and status with --exit-code: there are changes to make'],
    [
        exports.EXIT.hindered,
        'plan and status: something is blocked or could not be seen, or nothing could, whatever changes there are',
    ],
    [exports.EXIT.interrupted, 'interrupted by Ctrl-C or a signal'],
];

/***/ }),

/***/ 512:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/files.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.why = why;
exports.readOptionFile = readOptionFile;
exports.otherFiles = otherFiles;
exports.checkOut = checkOut;
exports.checkPlace = checkPlace;
exports.writeOut = writeOut;
exports.checkPlanFile = checkPlanFile;
exports.checkFolder = checkFolder;
exports.linkTo = linkTo;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/*
 * Files that options name. Whatever is wrong with one is said before anybody is asked anything.
 */
/** Why a file cannot be read or written, in words. */
function why(error) {
    const known = {
        ENOENT: 'there is no such file',
        ENOTDIR: 'there is no such folder',
        EACCES: 'permission denied',
        EISDIR: 'it is a folder',
        EROFS: 'the disk is read-only',
        ENOSPC: 'the disk is full',
        ELOOP: 'it is a link, or in a folder that is one',
    };
    return known[(0, unknown_1.it.codeOf)(error) ?? ''] ?? (0, unknown_1.it.messageOf)(error);
}
/** Throws InputError with the option's name. */
async function readOptionFile(option, path) {
    try {
        return await (0, promises_1.it.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new input_error_1.it.InputError(`${option}: ${path} cannot be read: ${why(error)}`);
    }
}
/** Files of the command line that --out must not write over. */
function otherFiles(options) {
    const { file, base, plan: saved, identity, knownHosts, pbxCa } = options;
    return {
        'the cluster file': file,
        'the file of --base': base,
        'the file of --plan': saved,
        'the file of --identity': identity,
        'the file of --known-hosts': knownHosts,
        'the file of --pbx-ca': pbxCa,
    };
}
/** What an option writes, and how such a file begins */
const BEGINS = { '--out': { with: '{', what: 'JSON' }, '--html': { with: '<!doctype html>', what: 'a page' } };
/**
 * Throws InputError for a path that must not be written: a link (what it leads to is not what was named), a folder, one in a
 * folder that is not there, another file of the same command line, or one that holds something else than this writes.
 */
async function checkOut(option, path, others = {}) {
    await checkPlace(option, path, others);
    const begins = BEGINS[option];
    const held = await beginningOf(path);
    if (held !== '' && !held.toLowerCase().startsWith(begins.with))
        throw new input_error_1.it.InputError(`${option}: ${path} holds something else than ${begins.what}, and is not written over: give another name, or move it away`);
}
/** Of a file; of what is none, nothing */
async function beginningOf(path) {
    if (!(await (0, promises_1.it.lstat)(path).catch(() => undefined))?.isFile())
        return '';
    const file = await (0, promises_1.it.open)(path, 'r').catch(() => undefined);
    if (!file)
        return '';
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
        return buffer.toString('utf8', 0, bytesRead).trimStart();
    }
    finally {
        await file.close();
    }
}
/** The same, whatever the file holds. */
async function checkPlace(option, path, others = {}) {
    const say = (reason) => {
        throw new input_error_1.it.InputError(`${option}: ${path} ${reason}`);
    };
    const found = await (0, promises_1.it.lstat)(path).catch((error) => {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            return undefined;
        return say(`cannot be written: ${why(error)}`);
    });
    if (found?.isSymbolicLink())
        say('is a link: name the file itself');
    if (found?.isDirectory())
        say('cannot be written: it is a folder');
    const own = await placeOf(path);
    if (own === undefined)
        say(`cannot be written: there is no folder ${(0, node_path_1.dirname)(path)}`);
    for (const [what, other] of Object.entries(others)) {
        if (other === undefined || other === '-')
            continue;
        if ((await placeOf(other)) === own || (await isSameFile(path, other)))
            say(`is ${what}, which is not written over: give another name`);
    }
}
/** Where a file is, or would be once it is written; undefined: nowhere. */
async function placeOf(path) {
    return (0, promises_1.it.realpath)(path).catch(async () => {
        const folder = await (0, promises_1.it.realpath)((0, node_path_1.dirname)(path)).catch(() => undefined);
        return folder === undefined ? undefined : (0, node_path_1.join)(folder, (0, node_path_1.basename)(path));
    });
}
/** Also by two names of it */
async function isSameFile(one, other) {
    const [a, b] = await Promise.all([one, other].map((path) => (0, promises_1.it.stat)(path).catch(() => undefined)));
    return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
/** After `checkOut`. Throws InputError. */
async function writeOut(option, path, text) {
    await (0, plain_file_1.it.writePlain)(path, text).catch((error) => {
        throw new input_error_1.it.InputError(`${option}: ${path} cannot be written: ${why(error)}`);
    });
}
/** Throws InputError for a plan that is a link or the cluster file. */
async function checkPlanFile(path, clusterFile) {
    const found = await (0, promises_1.it.lstat)(path).catch(() => undefined);
    if (found?.isSymbolicLink())
        throw new input_error_1.it.InputError(`--plan: ${path} is a link: name the file itself, so that it is the plan that was looked at`);
    const [one, other] = await Promise.all([path, clusterFile].map((each) => (0, promises_1.it.realpath)(each).catch(() => undefined)));
    if (one !== undefined && one === other)
        throw new input_error_1.it.InputError(`--plan: ${path} is the cluster file, not a plan; make one with: portsip-cluster plan --out plan.json`);
}
/** Throws InputError for what is no folder that files can be written to; one that is not there is made. */
async function checkFolder(option, path) {
    const found = await (0, promises_1.it.lstat)(path).catch((error) => {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            return undefined;
        throw new input_error_1.it.InputError(`${option}: ${path} cannot be used: ${why(error)}`);
    });
    if (found?.isSymbolicLink())
        throw new input_error_1.it.InputError(`${option}: ${path} is a link: name the folder itself`);
    if (found && !found.isDirectory())
        throw new input_error_1.it.InputError(`${option}: ${path} is a file, not a folder`);
    if (!found)
        await (0, promises_1.it.mkdir)(path).catch((error) => {
            throw new input_error_1.it.InputError(`${option}: ${path} cannot be made: ${why(error)}`);
        });
}
/** How a page leads to another file */
function linkTo(page, file) {
    return (0, node_path_1.relative)((0, node_path_1.dirname)(page), file).split(node_path_1.sep).map(encodeURIComponent).join('/');
}

/***/ }),

/***/ 871:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/io.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Interrupted = void 0;
exports.terminalIo = terminalIo;
exports.wantsColor = wantsColor;
exports.forPeople = forPeople;
exports.widthOf = widthOf;
const node_os_1 = __nccwpck_require__(161);
const promises_1 = { get it() { return __nccwpck_require__(848); } };
const node_tty_1 = { get it() { return __nccwpck_require__(66); } };
const ascii_1 = { get it() { return (__nccwpck_require__(60).ascii); } };
const internet_1 = { get it() { return (__nccwpck_require__(316).internet); } };
/** Somebody pressed Ctrl-C instead of answering. Nothing has been done then. */
class Interrupted extends Error {
    name = 'Interrupted';
}
exports.Interrupted = Interrupted;
function terminalIo() {
    let interruptible = 0;
    const watched = (stream, name) => stream.on('error', (error) => {
        // What is at work goes on to its end: a log that cannot be written must not leave a server drained.
        if (interruptible > 0)
            return;
        // `portsip-cluster plan | head` is no failure.
        if (error.code === 'EPIPE')
            process.exit(process.exitCode ?? 0);
        process.stderr.write(`Error: ${name} cannot be written: ${error.message}\n`);
        process.exit(1);
    });
    return {
        env: process.env,
        home: (0, node_os_1.homedir)(),
        out: output(() => watched(process.stdout, 'standard output')),
        err: output(() => watched(process.stderr, 'standard error')),
        get interactive() {
            return (0, node_tty_1.it.isatty)(0) && (0, node_tty_1.it.isatty)(2);
        },
        ask,
        askSecret,
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
        // Loaded when somebody looks.
        get internet() {
            return internet_1.it.internet;
        },
    };
}
/** Node makes a stream when it is asked for, which takes it a millisecond: one that nothing is written to is not. */
function output(open) {
    let opened;
    const stream = () => (opened ??= open());
    return {
        write: (text) => void stream().write(text),
        get isTTY() {
            return stream().isTTY ?? false;
        },
        get columns() {
            return stream().columns ?? 100;
        },
        get rows() {
            return stream().rows ?? 24;
        },
    };
}
/** What ends a question from outside: whoever asks is told of it by `Interrupted`. */
async function interruptible(work) {
    const signals = ['SIGTERM', 'SIGHUP'];
    let interrupt = () => { };
    try {
        return await new Promise((resolve, reject) => {
            interrupt = () => reject(new Interrupted());
            for (const signal of signals)
                process.on(signal, interrupt);
            work(resolve, interrupt);
        });
    }
    finally {
        for (const signal of signals)
            process.off(signal, interrupt);
    }
}
async function ask(question) {
    const terminal = (0, promises_1.it.createInterface)({ input: process.stdin, output: process.stderr });
    try {
        return await interruptible((resolve, interrupt) => {
            terminal.once('SIGINT', interrupt);
            terminal.once('close', () => resolve(undefined));
            void terminal.question(question).then(resolve, () => resolve(undefined));
        });
    }
    catch (error) {
        process.stderr.write('\n');
        throw error;
    }
    finally {
        terminal.close();
    }
}
const [ENTER, LINE_FEED, END, INTERRUPT, DELETE, BACKSPACE, CLEAR] = [
    '\r',
    '\n',
    '\u0004',
    '\u0003',
    '\u007f',
    '\b',
    '\u0015',
];
async function askSecret(question) {
    const { stdin, stderr } = process;
    stderr.write(question);
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    let typed = '';
    try {
        return await interruptible((resolve, interrupt) => {
            stdin.on('end', () => resolve(undefined));
            stdin.on('data', (text) => {
                for (const key of text) {
                    if (key === ENTER || key === LINE_FEED)
                        resolve(typed);
                    else if (key === INTERRUPT)
                        interrupt();
                    else if (key === END && typed === '')
                        resolve(undefined);
                    else if (key === DELETE || key === BACKSPACE)
                        typed = Array.from(typed).slice(0, -1).join('');
                    else if (key === CLEAR)
                        typed = '';
                    else if (key >= ' ')
                        typed += key;
                }
            });
            stdin.resume();
        });
    }
    finally {
        stdin.removeAllListeners('data').removeAllListeners('end');
        stdin.setRawMode(false);
        stdin.pause();
        stderr.write('\n');
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
/** Where people read, in what their terminal can show: the one place where that is decided. */
function forPeople(io, output) {
    if (wantsUnicode(io))
        return output;
    return {
        write: (text) => output.write((0, ascii_1.it.inAscii)(text)),
        get isTTY() {
            return output.isTTY;
        },
        get columns() {
            return output.columns;
        },
        get rows() {
            return output.rows;
        },
    };
}
/** How wide lines for people may be: as the terminal is, or as COLUMNS says elsewhere; undefined: nobody says. */
function widthOf({ env }, output) {
    const columns = output.isTTY ? output.columns : Number(env['COLUMNS']);
    return columns > 0 ? Math.max(40, Math.min(columns, 120)) : undefined;
}
/** Whether the terminal shows more than ASCII. Nothing set means a file or a pipe: UTF-8. */
function wantsUnicode({ env }) {
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
    return locale === '' ? true : /utf-?8/i.test(locale);
}

/***/ }),

/***/ 221:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/json-progress.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.JsonProgress = void 0;
const words_1 = { get it() { return (__nccwpck_require__(73).words); } };
/** A run for programs: each event is a line of JSON, with its time. What people would read is among them. */
class JsonProgress {
    options;
    /** For what is written to people */
    people;
    running = new Map();
    deeds = new Map();
    constructor(options) {
        this.options = options;
        this.people = { ...PLAIN, write: (text) => this.info(text) };
    }
    expect(changes) {
        this.deeds = new Map(changes.map((change) => [change.id, (0, words_1.it.deed)(change)]));
        this.say({
            event: 'plan',
            changes: changes.map((change) => ({
                id: change.id,
                action: change.action,
                ...(change.server !== undefined && { server: change.server }),
                deed: (0, words_1.it.deed)(change),
            })),
        });
    }
    during(activity, work) {
        this.info(activity);
        return work();
    }
    inProgress() {
        return [...this.running.values()];
    }
    close() { }
    change({ id, state, message, elapsedMs, end }) {
        if (state === 'started')
            this.running.set(id, this.deeds.get(id) ?? id);
        // What goes on without us is in progress all the same.
        if (state === 'done' || (state === 'failed' && end !== 'goes-on') || state === 'skipped')
            this.running.delete(id);
        this.say({
            event: 'change',
            id,
            state,
            ...(message !== undefined && message !== '' && { message }),
            ...(elapsedMs !== undefined && { elapsedMs }),
            ...(end !== undefined && { end }),
        });
    }
    debug(text) {
        if (this.options.debug)
            this.lines('debug', text);
    }
    info(text) {
        this.lines('info', text);
    }
    warning(text) {
        this.lines('warning', text);
    }
    error(text) {
        this.lines('error', text);
    }
    remote(source, line) {
        this.debug(`${source} | ${line}`);
    }
    group(title, work) {
        this.debug(title);
        return work();
    }
    lines(level, text) {
        const trimmed = text.trim();
        if (trimmed !== '')
            this.say({ event: 'log', level, text: trimmed });
    }
    say(line) {
        const { output, secrets } = this.options;
        const timed = { time: new Date(this.options.now()).toISOString(), ...line };
        output.write(`${JSON.stringify(secrets.redactIn(timed))}\n`);
    }
}
exports.JsonProgress = JsonProgress;
const PLAIN = { isTTY: false, columns: 80, rows: 24 };

/***/ }),

/***/ 857:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cli/live.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.LiveRegion = void 0;
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
exports.LiveRegion = LiveRegion;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/***/ }),

/***/ 42:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/main.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = main;
const commander_1 = { get it() { return __nccwpck_require__(504); } };
const package_json_1 = { get it() { return __nccwpck_require__(452); } };
const report_1 = { get it() { return __nccwpck_require__(505); } };
const fold_1 = { get it() { return (__nccwpck_require__(60).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const commands_1 = __nccwpck_require__(917);
const context_1 = __nccwpck_require__(212);
const engine_1 = __nccwpck_require__(209);
const exit_code_1 = __nccwpck_require__(293);
const io_1 = __nccwpck_require__(871);
/** Runs a command line. Gives its exit code (`exit-code.ts`). */
async function main(argv, io = (0, io_1.terminalIo)(), engine = engine_1.engine) {
    let exitCode = 0;
    let context;
    const command = (work) => async (options) => {
        const told = all.opts()['color'] === false ? { ...options, color: false } : options;
        context = new context_1.Context(io, engine, told);
        exitCode = await work(context, told);
    };
    const all = program(argv[0], command, io, engine);
    try {
        await all.parseAsync(argv, { from: 'user' });
        return exitCode;
    }
    catch (error) {
        if (error instanceof io_1.Interrupted) {
            context?.progress.close();
            (context?.err ?? (0, io_1.forPeople)(io, io.err)).write('Interrupted. Nothing was done.\n');
            return exit_code_1.EXIT.interrupted;
        }
        if (error instanceof commander_1.it.CommanderError)
            return error.exitCode === 0 ? exit_code_1.EXIT.ok : exit_code_1.EXIT.input;
        if (!(error instanceof context_1.NothingSeen))
            return tell(error, io, context);
        tell(error.cause, io, context);
        return exit_code_1.EXIT.hindered;
    }
}
/** `name`: the first word of the command line */
function program(name, command, io, engine) {
    const all = new commander_1.it.Command('portsip-cluster')
        .description('PortSIP PBX clusters as code: cluster.yaml says what should be, this makes it so.')
        .version(package_json_1.it.version, '--version', 'print the version')
        .addOption(new commander_1.it.Option('--no-color').hideHelp())
        .helpCommand(false)
        .showHelpAfterError('Try --help.')
        .exitOverride()
        .configureOutput({
        writeOut: (text) => (0, io_1.forPeople)(io, io.out).write((0, fold_1.it.fold)(text, (0, io_1.widthOf)(io, io.out))),
        writeErr: (text) => (0, io_1.forPeople)(io, io.err).write((0, fold_1.it.fold)(text, (0, io_1.widthOf)(io, io.err))),
        getOutHelpWidth: () => (0, io_1.widthOf)(io, io.out) ?? 80,
        getErrHelpWidth: () => (0, io_1.widthOf)(io, io.err) ?? 80,
        outputError: (text, write) => write(text.replace(/^error: /, 'Error: ')),
    })
        .configureHelp({ minWidthToWrap: 20, formatItem })
        .addHelpText('after', ENVIRONMENT);
    (0, commands_1.describe)(all, name, { command, io, engine });
    return all;
}
/** On a narrow screen what something is for comes below it. */
function formatItem(term, termWidth, description, helper) {
    const width = helper.helpWidth ?? 80;
    if (width >= 72 || description === '')
        return new commander_1.it.Help().formatItem.call(helper, term, termWidth, description, helper);
    const below = helper.boxWrap(description, width - 6).replace(/^/gm, '      ');
    return `${(0, fold_1.it.fold)(`  ${term}`, width)}\n${below}`;
}
/** Says what went wrong, for people: without a stack trace unless it is a fault of ours and somebody asks. */
function tell(error, io, context) {
    const { text, exitCode, problems, stack } = (0, report_1.it.explain)(error);
    context?.progress.close();
    const err = context?.err ?? (0, io_1.forPeople)(io, io.err);
    const width = (0, io_1.widthOf)(io, err);
    const redact = (line) => context?.secrets.redact(line) ?? line;
    if (problems && context)
        context.problems(problems);
    else
        for (const line of (0, printable_1.it.printableLines)(redact(text)))
            err.write(`${(0, fold_1.it.fold)(`${line.startsWith(' ') ? '' : 'Error: '}${line}`, width)}\n`);
    if (stack && context?.options.debug)
        err.write(`${(0, printable_1.it.printableLines)(redact(stack)).join('\n')}\n`);
    return exitCode;
}
const ENVIRONMENT = `
Secrets come from the environment only, never from the command line:
  PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD   an administrator of the PBX; asked for at a terminal
  PORTSIP_PBX_PASSWORD_COMMAND                 or a command that prints the password, of a password manager
  PORTSIP_PBX_CA or PORTSIP_PBX_FINGERPRINT    its certificate, when it is self-signed
  PORTSIP_PBX_TRUSTED_ADDRESS                  its address, when an authority signed it
  PORTSIP_SSH_PRIVATE_KEY, PORTSIP_SSH_PASSPHRASE, PORTSIP_SSH_KNOWN_HOSTS
  PORTSIP_SUDO_PASSWORD                        where sudo asks for one
  PORTSIP_REGISTRY_TOKEN                       where the cluster file names a registry
  PORTSIP_PBX_PASSWORD__ACME_WEST and so on    fleet: of the cluster acme-west alone

Exit code:
${exit_code_1.EXIT_CODES.map(([code, means]) => `  ${String(code).padEnd(4)} ${means}`).join('\n')}`;

/***/ }),

/***/ 501:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/options.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.withFile = withFile;
exports.withOutput = withOutput;
exports.withKeys = withKeys;
exports.withConnection = withConnection;
exports.withSelection = withSelection;
exports.withRunOptions = withRunOptions;
exports.names = names;
exports.port = port;
exports.atMost = atMost;
const commander_1 = { get it() { return __nccwpck_require__(504); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
function withFile(command) {
    return withOutput(command.option('-f, --file <file>', 'the cluster file; - is standard input', 'cluster.yaml'));
}
function withOutput(command) {
    return command
        .option('--json', 'print JSON for programs; everything else goes to standard error')
        .option('--no-color', 'no colours, as with NO_COLOR')
        .option('--debug', 'show what hosts print, and details of errors');
}
/** What all clusters of a repository may share */
function withKeys(command) {
    return command
        .option('--identity <file>', 'SSH private key (or its text in PORTSIP_SSH_PRIVATE_KEY; default what ssh uses: agent, ~/.ssh/config, ~/.ssh/id_…)')
        .option('--known-hosts <file>', "the hosts' keys (or PORTSIP_SSH_KNOWN_HOSTS; default ~/.ssh/known_hosts)")
        .option('--pbx-ca <file>', "the PBX's certificate or its authority, PEM (or its text in PORTSIP_PBX_CA)");
}
function withConnection(command) {
    return withKeys(command)
        .option('--pbx-fingerprint <sha256>', "SHA-256 of the PBX's certificate (or PORTSIP_PBX_FINGERPRINT)")
        .option('--pbx-trusted-address <host>', 'where the password may go when an authority vouches for the certificate (or PORTSIP_PBX_TRUSTED_ADDRESS)')
        .addOption(new commander_1.it.Option('--progress <form>', 'how to tell what goes on; json: a line each, on standard error')
        .choices(['text', 'json'])
        .default('text'))
        .option('--ask-sudo-password', 'ask for the password that sudo wants on the hosts')
        .option('--concurrency <number>', 'hosts worked on at once; by itself 100 for each processor, 400 at most', atMost(1000), 0);
}
function withSelection(command, what = 'only these servers: names or roles, separated by commas') {
    return command.option('--servers <names>', what, names, []);
}
/** What else plan and deploy have in common. */
function withRunOptions(command) {
    return command
        .option('--host-is-gone <name>', 'remove this server without its host, which will never answer again (repeatable)', names, [])
        .option('--force', 'restart even if the maintenance window is closed, calls do not end or it is the last of its role')
        .option('--rotate <service>', 'issue a new token even if there is one: im, dataflow or sbc (repeatable)', services, [])
        .option('--dataflow-token-path <path>', 'where this PBX issues Data Flow tokens, below /api')
        .option('--allow-undersized', 'install on hosts below the minimum size')
        .option('--heal', 'deploy, and take dead servers out of calls in the portal, after two looks, until they are back')
        .option('--install-ssh-key', 'high availability: let the control node sign in to servers where it cannot yet');
}
function names(value, before = []) {
    const given = value.split(/[\s,]+/).filter(Boolean);
    if (given.length === 0)
        throw new commander_1.it.InvalidArgumentError('Give at least one name.');
    return [...new Set([...before, ...given])];
}
function services(value, before) {
    return names(value, before).map((service) => {
        const known = roles_1.it.TOKEN_SERVICES.find((one) => one === service);
        if (known)
            return known;
        throw new commander_1.it.InvalidArgumentError(`Only ${(0, list_1.it.list)(roles_1.it.TOKEN_SERVICES)} have tokens.`);
    });
}
function port(value) {
    const number = Number(value);
    if (!/^\d{1,5}$/.test(value) || number < 1 || number > 65_535)
        throw new commander_1.it.InvalidArgumentError('Give a port, from 1 to 65535.');
    return number;
}
function atMost(most) {
    return (value) => {
        const number = Number(value);
        if (!/^\d+$/.test(value) || number < 1 || number > most)
            throw new commander_1.it.InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
        return number;
    };
}

/***/ }),

/***/ 228:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/progress.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Progress = void 0;
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const fold_1 = { get it() { return (__nccwpck_require__(60).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const words_1 = { get it() { return (__nccwpck_require__(73).words); } };
const live_1 = __nccwpck_require__(857);
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Lines of a host that are kept to be shown when a change there fails */
const KEPT_LINES = 20;
/** A run on a terminal: what is done scrolls, what is going on is drawn below it; without a terminal, one line per event. */
class Progress {
    options;
    c;
    live;
    region;
    changes = new Map();
    running = new Map();
    /** What we do not wait for any more, and is still at work on its host */
    goesOn = new Set();
    told = new Map();
    hostLines = new Map();
    startedAt;
    /** Came to an end, and of those were done */
    ended = 0;
    finished = 0;
    activity;
    constructor(options) {
        this.options = options;
        this.c = (0, picocolors_1.it.createColors)(options.color);
        this.live = options.live ?? (options.output.isTTY && !options.debug);
        this.startedAt = options.now();
    }
    expect(changes) {
        this.changes = new Map(changes.map((change) => [change.id, change]));
        this.restartClock();
    }
    restartClock() {
        this.ended = 0;
        this.finished = 0;
        this.startedAt = this.options.now();
    }
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
    inProgress() {
        return [...this.running.keys(), ...this.goesOn].map((id) => this.title(id));
    }
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
    change({ id, state, message = '', elapsedMs, end }) {
        const text = this.safe(message.split('\n')[0] ?? '');
        const running = this.running.get(id);
        const elapsed = elapsedMs ?? this.options.now() - (running?.startedAt ?? this.options.now());
        switch (state) {
            case 'waiting':
                break;
            case 'started':
                this.goesOn.delete(id);
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
                this.end(id, this.c.green('✔'), (0, duration_1.it.duration)(elapsed), `done in ${(0, duration_1.it.duration)(elapsed)}`, true);
                break;
            case 'failed': {
                if (end) {
                    const what = end === 'goes-on' ? 'still at work on its host' : 'given up';
                    if (end === 'goes-on')
                        this.goesOn.add(id);
                    this.end(id, this.c.yellow('-'), this.c.yellow(what), `${what} after ${(0, duration_1.it.duration)(elapsed)}`);
                    break;
                }
                this.end(id, this.c.red('✖'), this.c.red('failed'), `failed after ${(0, duration_1.it.duration)(elapsed)}`);
                this.explain(id, message);
                break;
            }
            case 'skipped':
                this.end(id, this.c.yellow('-'), this.c.yellow(`not begun: ${text}`), `not begun: ${text}`);
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
    end(id, mark, live, plain, isDone = false) {
        this.running.delete(id);
        this.ended++;
        if (isDone)
            this.finished++;
        if (this.live)
            this.print(`${mark} ${this.title(id)}  ${this.c.dim(live)}`);
        else
            this.event(id, plain);
    }
    event(id, text) {
        const at = (0, duration_1.it.duration)(this.options.now() - this.startedAt).padStart(7);
        this.print(`${this.c.dim(`[${at}]`)} ${this.title(id)}: ${text}`);
    }
    /** Why it failed, and the last that its host said. */
    explain(id, message) {
        for (const line of (0, printable_1.it.printableLines)(this.options.secrets.redact(message)))
            this.print(`    ${this.c.red(line)}`);
        const lines = this.options.debug ? [] : (this.hostLines.get(this.hostOf(id)) ?? []);
        if (lines.length > 0)
            this.print(`    ${this.c.dim(`the last lines from ${(0, printable_1.it.printable)(this.hostOf(id))}:`)}`);
        for (const line of lines)
            this.print(`    ${this.c.dim(`| ${line}`)}`);
    }
    title(id) {
        const change = this.changes.get(id);
        return this.safe(change ? (0, words_1.it.deed)(change) : id);
    }
    safe(text) {
        return (0, printable_1.it.printable)(this.options.secrets.redact(text));
    }
    lines(text, paint) {
        (0, printable_1.it.printableLines)(this.options.secrets.redact(text)).forEach((line, index) => this.print(paint(line, index === 0)));
    }
    print(line) {
        const folded = (0, fold_1.it.fold)(line, this.options.width?.());
        if (this.region)
            this.region.print(folded);
        else
            this.options.output.write(`${folded}\n`);
    }
    open() {
        this.region ??= new live_1.LiveRegion(this.options.output, (frame) => this.draw(frame));
    }
    draw(frame) {
        const { output } = this.options;
        const width = Math.max(20, output.columns - 1);
        const spinner = SPINNER[frame % SPINNER.length] ?? '';
        const most = Math.max(1, Math.min(output.rows - 4, 12));
        const shown = [...this.running].slice(0, this.running.size > most ? most - 1 : most);
        const lines = shown.map(([id, { startedAt, message }]) => {
            const text = this.running.has(id) && message === '' ? this.lastWord(id) : message;
            return cut(`${spinner} ${this.title(id)}  ${(0, duration_1.it.duration)(this.options.now() - startedAt)}${text ? `  ${text}` : ''}`, width);
        });
        if (shown.length < this.running.size)
            lines.push(`  … and ${this.running.size - shown.length} more`);
        const total = Math.max(this.changes.size, this.ended + this.running.size);
        const rest = total > 0 ? `${this.finished} of ${total} done` : undefined;
        const status = [this.activity, rest, (0, duration_1.it.duration)(this.options.now() - this.startedAt)].filter(Boolean).join(', ');
        return [...lines, cut(this.activity ? `${spinner} ${status}` : `  ${status}`, width)].map((line, index) => index < lines.length ? line.replace(spinner, this.c.cyan(spinner)) : this.c.dim(line));
    }
    lastWord(id) {
        return this.hostLines.get(this.hostOf(id))?.at(-1) ?? '';
    }
    /** What belongs to no server happens on the main server. */
    hostOf(id) {
        return this.changes.get(id)?.server ?? 'pbx';
    }
}
exports.Progress = Progress;
function cut(line, width) {
    const characters = Array.from(line);
    // In ASCII it is cut by three dots.
    return characters.length <= width ? line : `${characters.slice(0, width - 3).join('')}…`;
}

/***/ }),

/***/ 100:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-backup.js");

/***/ }),

/***/ 262:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-cloud-firewall.js");

/***/ }),

/***/ 557:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-common.js");

/***/ }),

/***/ 40:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-completion.js");

/***/ }),

/***/ 994:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-credentials.js");

/***/ }),

/***/ 879:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-demo.js");

/***/ }),

/***/ 976:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-fleet.js");

/***/ }),

/***/ 13:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-hosts.js");

/***/ }),

/***/ 749:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-import.js");

/***/ }),

/***/ 288:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-init.js");

/***/ }),

/***/ 586:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-log.js");

/***/ }),

/***/ 947:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-plan.js");

/***/ }),

/***/ 800:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-scripts.js");

/***/ }),

/***/ 48:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-validate.js");

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

/***/ 505:
/***/ (function (module) {

"use strict";
module.exports = require("./github-report.js");

/***/ }),

/***/ 316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

/***/ }),

/***/ 886:
/***/ (function (module) {

"use strict";
module.exports = require("./import.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

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

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

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

/***/ 504:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/commander.js");

/***/ }),

/***/ 227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 452:
/***/ (function (module) {

"use strict";
module.exports = require("./version.json");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

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

/***/ 848:
/***/ (function (module) {

"use strict";
module.exports = require("node:readline/promises");

/***/ }),

/***/ 66:
/***/ (function (module) {

"use strict";
module.exports = require("node:tty");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(713);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli.js.map
