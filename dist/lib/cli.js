/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 2713:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'demo-checks'() {
    return __nccwpck_require__(3448);
  },
  get 'demo-steps'() {
    return __nccwpck_require__(642);
  },
  get 'demo-story'() {
    return __nccwpck_require__(5364);
  },
  get 'deploy'() {
    return __nccwpck_require__(1692);
  },
  get 'exit-code'() {
    return __nccwpck_require__(4293);
  },
  get 'files'() {
    return __nccwpck_require__(2512);
  },
  get 'fleet-look'() {
    return __nccwpck_require__(7883);
  },
  get 'main'() {
    return __nccwpck_require__(5042);
  },
};


/***/ }),

/***/ 7184:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/approved.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readApproved = readApproved;
exports.objection = objection;
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const digest_1 = { get it() { return __nccwpck_require__(7763); } };
const document_1 = { get it() { return (__nccwpck_require__(6084).document); } };
const fingerprint_1 = { get it() { return (__nccwpck_require__(6084).fingerprint); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const words_1 = { get it() { return (__nccwpck_require__(1073).words); } };
const files_1 = __nccwpck_require__(2512);
const review_1 = { get it() { return (__nccwpck_require__(6084).review); } };
/** Throws InputError for a file that no `plan --out` wrote, or of another cluster. */
async function readApproved(options, cluster, clusterFile) {
    const { plan: file, digest } = options;
    if (file !== undefined && digest !== undefined)
        throw new types_1.it.InputError('Give either --plan or --digest, not both.');
    if (digest !== undefined) {
        const problem = (0, digest_1.it.digestProblem)(digest);
        if (problem)
            throw new types_1.it.InputError(`--digest: ${problem}`);
        return { digest };
    }
    if (file === undefined)
        return undefined;
    await (0, files_1.checkPlanFile)(file, clusterFile);
    const plan = parse(await (0, files_1.readOptionFile)('--plan', file), file);
    if (plan.cluster !== cluster.name)
        throw new types_1.it.InputError(`--plan: ${file} is a plan of ${(0, printable_1.it.printable)(plan.cluster)}, and the cluster file is of ${cluster.name}`);
    const settings = (0, review_1.it.otherSettings)({ settings: (0, fingerprint_1.it.settingHashes)(cluster) }, (0, review_1.it.reviewedOf)(plan));
    if (settings.length > 0)
        throw new types_1.it.InputError(`--plan: ${otherwise(settings)}`);
    return { plan };
}
function parse(text, file) {
    let found;
    try {
        found = JSON.parse(text);
    }
    catch {
        found = undefined;
    }
    const plan = (0, document_1.it.readPlanDocument)(found);
    const again = `portsip-cluster plan --out ${file}`;
    if (!plan)
        throw new types_1.it.InputError(`--plan: ${file} is not a plan; make one with: ${again}`);
    const { digest, blockedBy } = (0, document_1.it.statedIn)(found);
    if (digest !== plan.digest)
        throw new types_1.it.InputError(`--plan: ${file} was changed after it was made: it says that its digest is ${digest ? (0, printable_1.it.printable)(digest) : 'nothing'}, and what it lists comes to ${plan.digest}. Make it again and look at it: ${again}`);
    if (!plan.live)
        throw new types_1.it.InputError(`--plan: ${file} was made from two cluster files alone (plan --base), and nobody has asked the live cluster. Make one without --base: ${again}`);
    if (blockedBy.length > 0)
        throw new types_1.it.InputError(`--plan: ${file} is a plan that nothing can be done of: ${blockedBy.map((message) => (0, printable_1.it.printable)(message)).join('; ')}. Resolve that, then make it again: ${again}`);
    return plan;
}
function otherwise(settings) {
    return `The cluster file's settings are not those of the plan that was saved: ${(0, list_1.it.list)(settings, 8)} ${settings.length === 1 ? 'is' : 'are'} different, so nobody has seen how it would be done.`;
}
/** Why a plan must not be begun; undefined: nothing speaks against it. */
function objection(approved, now) {
    if ('digest' in approved)
        return now.digest === approved.digest
            ? undefined
            : `That is not the plan that was approved: its digest is ${now.digest}. Nothing was done.`;
    const reviewed = (0, review_1.it.reviewedOf)(approved.plan);
    const settings = (0, review_1.it.otherSettings)(now, reviewed);
    if (settings.length > 0)
        return `${otherwise(settings)} Nothing was done.`;
    const moved = (0, review_1.it.movedImages)(now, reviewed);
    if (moved.length > 0)
        return `An image is not what was saved, since its tag was moved: ${(0, list_1.it.list)(moved.map((text) => (0, printable_1.it.printable)(text)))}. Nothing was done.`;
    const others = (0, review_1.it.unreviewed)(now, reviewed);
    if (others.length === 0)
        return undefined;
    const deeds = others.map(({ change }) => (0, printable_1.it.printable)((0, words_1.it.deed)(change)));
    return `${(0, list_1.it.plural)(others.length, 'change')} of this plan ${others.length === 1 ? 'is' : 'are'} not in the one that was saved: ${(0, list_1.it.list)(deeds, 8)}. Nothing was done.`;
}

/***/ }),

/***/ 7917:
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
const commander_1 = { get it() { return __nccwpck_require__(3504); } };
const suggest_1 = { get it() { return (__nccwpck_require__(2907).suggest); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const exit_code_1 = __nccwpck_require__(4293);
const options_1 = __nccwpck_require__(1501);
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
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(3288)))).init(context, options)));
        },
        validate: () => {
            const validating = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(8048)))).validate(context, options));
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
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(8262)))).cloudFirewall(context, options)));
        },
        plan: () => {
            (0, options_1.withRunOptions)((0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('plan').description('show what a deploy would do')))))
                .option('--out <file>', 'write plan.json to a file')
                .option('--base <file>', 'compare with this older cluster file instead of the live cluster; no secrets, no network')
                .option('--exit-code', `exit with ${exit_code_1.EXIT.changes} when there are changes`)
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(9404)))).plan(context, options)));
        },
        deploy: () => {
            (0, options_1.withRunOptions)((0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('deploy').description('make the live cluster match the cluster file')))))
                .option('--plan <file>', 'do only what is in this plan, saved by plan --out, and do not ask')
                .option('--digest <digest>', 'do it only when the plan has this digest, and do not ask')
                .option('--out <file>', 'write what was done to a file, as JSON')
                .option('--yes', 'do not ask')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1692)))).deploy(context, options)));
        },
        restart: () => {
            (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('restart').description('restart servers one after the other, drained'))), 'only these: names, roles or loadbalancer, separated by commas; none: all')
                .option('--pbx', 'the PBX itself, too, before all others')
                .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
                .option('--force', 'even if the maintenance window is closed, calls do not end or it is the last of its role')
                .option('--out <file>', 'write what was done to a file, as JSON')
                .option('--yes', 'do not ask')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1692)))).restart(context, options)));
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
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(2100)))).backup(context, options)));
        },
        status: () => {
            (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('status').description('show the cluster at a glance'))))
                .option('--out <file>', 'write the JSON to a file, too')
                .option('--html <file>', 'write a page to look at: one file, without scripts, for a browser or a phone')
                .option('--exit-code', `exit with ${exit_code_1.EXIT.changes} when a deploy would change something`)
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(3689)))).status(context, options)));
        },
        log: () => {
            (0, options_1.withConnection)((0, options_1.withFile)(all.command('log').description('tell which runs changed the cluster, when and by whom')))
                .option('-n, --number <number>', 'the last so many', (0, options_1.atMost)(50), 10)
                .option('--out <file>', 'write the JSON to a file, too')
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(6586)))).log(context, options)));
        },
        hosts: () => {
            const trusting = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(2013)))).trust(context, options));
            (0, options_1.withConnection)((0, options_1.withFile)(all
                .command('hosts')
                .description('hosts trust: show keys of new machines from two places, and print their lines for known_hosts')
                .addArgument(new commander_1.it.Argument('<what>', 'what to do').choices(['trust']))))
                .option('--out <file>', 'write the JSON to a file, too')
                .action((_what, options) => trusting({ ...options, printsResult: true }));
        },
        fleet: () => {
            const fleet = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(6976)))).fleet(context, options));
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
            const importing = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(8749)))).importFile(context, options));
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
            const fetching = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(2800)))).fetchScripts(context, options));
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
                io.out.write((await Promise.resolve().then(() => __importStar(__nccwpck_require__(7040)))).SCRIPTS[shell]);
            });
            all.command('__complete [words...]', { hidden: true }).action(async (words) => {
                const { candidates } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(7040)));
                const clusters = async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(7883)))).clusterNames();
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
                .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1879)))).demo(context, options)));
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

/***/ 9212:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/context.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Context = exports.NothingSeen = void 0;
const node_crypto_1 = { get it() { return __nccwpck_require__(7598); } };
const node_os_1 = __nccwpck_require__(8161);
const picocolors_1 = { get it() { return (__nccwpck_require__(8227).picocolors); } };
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const private_folder_1 = { get it() { return (__nccwpck_require__(7426)["private-folder"]); } };
const log_1 = { get it() { return (__nccwpck_require__(7426).log); } };
const refusals_1 = { get it() { return (__nccwpck_require__(8387).refusals); } };
const fold_1 = { get it() { return (__nccwpck_require__(6060).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const report_1 = { get it() { return __nccwpck_require__(2505); } };
const credentials_1 = __nccwpck_require__(6453);
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const io_1 = __nccwpck_require__(6871);
const concurrency_1 = { get it() { return (__nccwpck_require__(7083).concurrency); } };
const json_progress_1 = __nccwpck_require__(2221);
const progress_1 = __nccwpck_require__(7228);
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
        return (0, credentials_1.readCredentials)(options, env, this.secrets, home, asker);
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

/***/ 6453:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/credentials.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readCredentials = readCredentials;
const node_child_process_1 = { get it() { return __nccwpck_require__(1421); } };
const promises_1 = { get it() { return __nccwpck_require__(1455); } };
const node_os_1 = __nccwpck_require__(8161);
const node_path_1 = __nccwpck_require__(6760);
const node_util_1 = __nccwpck_require__(7975);
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const defined_1 = { get it() { return (__nccwpck_require__(7426).defined); } };
const environment_1 = { get it() { return __nccwpck_require__(2960); } };
const private_key_1 = { get it() { return (__nccwpck_require__(7083)["private-key"]); } };
const log_1 = { get it() { return (__nccwpck_require__(7426).log); } };
const tls_1 = { get it() { return (__nccwpck_require__(8387).tls); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const files_1 = __nccwpck_require__(2512);
const own_ssh_1 = __nccwpck_require__(9152);
/** Prints the password of the administrator on its first line, as password managers do */
const PASSWORD_COMMAND = 'PORTSIP_PBX_PASSWORD_COMMAND';
const COMMAND_MS = 120_000;
/**
 * Files given as options win over PORTSIP_… variables, and these over what ssh would use and over questions. All secrets are in
 * `secrets` when this returns. Throws InputError that names everything that is missing at once.
 */
async function readCredentials(options, env, secrets, home = (0, node_os_1.homedir)(), asker) {
    (0, environment_1.it.maskEnvironment)(secrets, env);
    const variable = (name) => (0, environment_1.it.fromEnvironment)(name, env);
    const problems = [];
    const tell = (error) => {
        if (!(error instanceof types_1.it.InputError))
            throw error;
        problems.push(error.message);
    };
    const file = async (path, option) => {
        try {
            return await (0, promises_1.it.readFile)((0, own_ssh_1.expand)(path, home), 'utf8');
        }
        catch (error) {
            problems.push(`${option}: ${path} cannot be read: ${(0, files_1.why)(error)}.`);
            return undefined;
        }
    };
    const sshPrivateKey = options.identity ? await file(options.identity, '--identity') : variable('ssh-private-key');
    secrets.add(sshPrivateKey);
    const keyNamed = options.identity && `--identity ${options.identity}`;
    const pbxCa = options.pbxCa ? await file(options.pbxCa, '--pbx-ca') : variable('pbx-ca');
    const ownKnownHosts = (0, node_path_1.join)(home, '.ssh/known_hosts');
    const knownHostsText = variable('ssh-known-hosts');
    const sshKnownHosts = options.knownHosts
        ? await file(options.knownHosts, '--known-hosts')
        : (knownHostsText ?? (await (0, promises_1.it.readFile)(ownKnownHosts, 'utf8').catch(() => undefined)));
    const pbxFingerprint = options.pbxFingerprint ?? variable('pbx-fingerprint');
    // What ssh would use is a person's: a workflow's job is given all that it may use.
    const own = env['GITHUB_ACTIONS'] ? undefined : await (0, own_ssh_1.ownSsh)(env, home, !sshPrivateKey && !options.identity);
    for (const { text } of own?.keys ?? [])
        secrets.add(text);
    const hasOwn = own !== undefined && (own.agent !== undefined || own.keys.length > 0);
    if (!sshPrivateKey && !options.identity && !hasOwn)
        problems.push('Give the SSH key: --identity FILE, its text in PORTSIP_SSH_PRIVATE_KEY, an agent (ssh-add), or one in ~/.ssh.');
    if (sshKnownHosts === undefined && !options.knownHosts && !options.withoutKnownHosts)
        problems.push("Give the hosts' keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.");
    if (options.pbxFingerprint !== undefined)
        attempt(() => (0, tls_1.it.parseTrust)({ fingerprint: pbxFingerprint, named: '--pbx-fingerprint' }), tell);
    else if (options.pbxCa)
        attempt(() => pbxCa === undefined || (0, tls_1.it.parseTrust)({ ca: pbxCa, named: '--pbx-ca' }), tell);
    else if (pbxCa ?? pbxFingerprint)
        attempt(() => (0, tls_1.it.parseTrust)({ ca: pbxCa, fingerprint: pbxFingerprint }), tell);
    const pbxTrustedAddress = options.pbxTrustedAddress ?? variable('pbx-trusted-address');
    const needsPbx = !options.withoutPbx;
    let pbxUsername = variable('pbx-username');
    let pbxPassword = variable('pbx-password');
    const command = needsPbx ? env[PASSWORD_COMMAND] : undefined;
    // Nobody is asked anything that would be of no use.
    const byCommand = problems.length === 0 && !pbxPassword ? command : undefined;
    if (byCommand)
        pbxPassword = await fromCommand(byCommand, env).catch((error) => {
            tell(error);
            return undefined;
        });
    if (problems.length === 0 && asker && needsPbx) {
        pbxUsername ??= await asker.ask("Administrator of the PBX's portal: ");
        if (pbxUsername)
            pbxPassword ??= await asker.askSecret(`Password of ${pbxUsername}: `);
    }
    secrets.add(pbxPassword);
    if (needsPbx && !pbxUsername)
        problems.unshift('Set PORTSIP_PBX_USERNAME to the name of an administrator of the PBX.');
    if (needsPbx && !pbxPassword && !(command && problems.length > 0))
        problems.splice(pbxUsername ? 0 : 1, 0, "Set PORTSIP_PBX_PASSWORD to that administrator's password, or PORTSIP_PBX_PASSWORD_COMMAND to a command that prints it.");
    if (problems.length > 0)
        throw new types_1.it.InputError(problems.join('\n'));
    let sshPassphrase = variable('ssh-passphrase');
    const locked = sshPrivateKey
        ? (0, private_key_1.it.isEncrypted)(sshPrivateKey)
        : own?.agent === undefined && own?.keys.every(({ text }) => (0, private_key_1.it.isEncrypted)(text));
    const lockedNamed = keyNamed ?? own?.keys[0]?.path ?? 'the SSH key';
    if (locked && !sshPassphrase)
        sshPassphrase = await asker?.askSecret(`Passphrase of ${lockedNamed}: `);
    secrets.add(sshPassphrase);
    const first = own?.keys[0];
    // One that was given is looked at by whoever uses it.
    if (!sshPrivateKey && locked && first)
        (0, private_key_1.it.checkPrivateKey)(first.text, sshPassphrase, first.path);
    const sudoPassword = variable('sudo-password') ?? (options.askSudoPassword ? await asker?.askSecret('Password for sudo: ') : undefined);
    secrets.add(sudoPassword);
    if (options.askSudoPassword && !sudoPassword)
        throw new types_1.it.InputError('--ask-sudo-password: nobody answered; PORTSIP_SUDO_PASSWORD does without a question');
    const registryToken = variable('registry-token');
    for (const [name, secret] of [
        ['PORTSIP_REGISTRY_TOKEN', registryToken],
        ['PORTSIP_PBX_PASSWORD', pbxPassword],
        ['PORTSIP_SUDO_PASSWORD', sudoPassword],
        ['PORTSIP_SSH_PASSPHRASE', sshPassphrase],
    ]) {
        const problem = secret && (0, log_1.it.secretProblem)(secret);
        if (problem)
            problems.push(`${name} ${problem}.`);
    }
    if (problems.length > 0)
        throw new types_1.it.InputError(problems.join('\n'));
    const knownHostsNamed = options.knownHosts ?? (knownHostsText === undefined ? ownKnownHosts : undefined);
    return (0, defined_1.it.defined)({
        pbxUsername,
        pbxPassword,
        pbxCa,
        pbxFingerprint,
        pbxTrustedAddress,
        sshPrivateKey,
        sshPassphrase,
        sshKnownHosts,
        sudoPassword,
        registryToken,
        ownSsh: own,
        named: (0, defined_1.it.defined)({
            sshPrivateKey: keyNamed,
            sshKnownHosts: knownHostsNamed,
            pbxFingerprint: options.pbxFingerprint === undefined ? undefined : '--pbx-fingerprint',
            pbxPassword: byCommand ? PASSWORD_COMMAND : undefined,
        }),
    });
}
function attempt(work, tell) {
    try {
        work();
    }
    catch (error) {
        tell(error);
    }
}
/** The first line of what a command prints. What else it prints is its own affair, and shown by nobody: it may hold the password. */
async function fromCommand(command, env) {
    const run = (0, node_util_1.promisify)(node_child_process_1.it.execFile);
    const { stdout } = await run('/bin/sh', ['-c', command], { env: { ...env }, timeout: COMMAND_MS }).catch((error) => {
        const { code, killed } = (0, unknown_1.it.isObject)(error) ? error : {};
        const how = killed === true ? `took longer than ${COMMAND_MS / 1000} s` : `ended with ${String(code)}`;
        throw new types_1.it.InputError(`${PASSWORD_COMMAND} ${how}: run it yourself to see why`);
    });
    const [line = ''] = stdout.split(/\r?\n/);
    if (line === '')
        throw new types_1.it.InputError(`${PASSWORD_COMMAND} printed nothing: the password belongs on its first line`);
    return line;
}

/***/ }),

/***/ 3448:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-checks.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.shortfall = shortfall;
exports.blockedBy = blockedBy;
exports.stoppedAt = stoppedAt;
exports.notUp = notUp;
exports.onlyAway = onlyAway;
exports.callsLine = callsLine;
exports.lostCalls = lostCalls;
exports.drainedServers = drainedServers;
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const result_1 = { get it() { return (__nccwpck_require__(6860).result); } };
const status_words_1 = { get it() { return (__nccwpck_require__(1073)["status-words"]); } };
/* Whether a step of the demo came out as it is told. Each gives what is wrong, or undefined. */
/** A deploy that was to do all that the plan says. */
function shortfall(plan, result) {
    const { done, failed: failures } = (0, result_1.it.worked)(result);
    const [failed] = failures;
    if (failed)
        return `${failed.change.id} failed: ${failed.message}`;
    const left = plan.changes.filter(({ id }) => !done.some(({ change }) => change.id === id));
    return left.length > 0 ? `planned, but not done: ${(0, list_1.it.list)(left.map(({ id }) => id))}` : undefined;
}
/** A plan that something was to keep from being done. */
function blockedBy(code, plan) {
    const blocked = plan.warnings.some((warning) => warning.code === code && warning.severity === 'blocking');
    return blocked ? undefined : `${code} was to keep this plan from being done`;
}
/** A restart in which one server was to stay away, and nobody to be touched after it. */
function stoppedAt(id, plan, result) {
    const { failed: failures, skipped } = (0, result_1.it.worked)(result);
    const failed = failures.map(({ change }) => change.id);
    if (failed.length !== 1 || failed[0] !== id)
        return `only ${id} was to fail, not: ${(0, list_1.it.list)(failed) || 'nothing'}`;
    const at = plan.changes.findIndex((change) => change.id === id);
    const after = plan.changes.slice(at + 1).map((change) => change.id);
    const touched = after.filter((later) => !skipped.some(({ change }) => change.id === later));
    if (touched.length > 0)
        return `${(0, list_1.it.list)(touched)} went on after ${id} had failed`;
    return failures[0]?.message.includes('did not come back')
        ? undefined
        : `${id} failed for another reason: ${failures[0]?.message ?? ''}`;
}
/** A cluster of which everything was to be up, and nothing left to do. */
function notUp(report) {
    const down = report.servers.filter((server) => (server.enabled ?? true) !== true || !(0, status_words_1.it.isUp)(server));
    if (down.length > 0)
        return `not up: ${(0, list_1.it.list)(down.map(({ name, state }) => `${name} (${state})`))}`;
    return report.drift > 0 ? `a deploy would still make ${report.drift} changes` : undefined;
}
/** A cluster of which only one server was to be away. */
function onlyAway(name, report) {
    const away = report.servers.find((server) => server.name === name);
    if (away?.enabled !== false)
        return `${name} was to be kept from calls`;
    return notUp({ servers: report.servers.filter((server) => server !== away), drift: 0 });
}
function callsLine({ placed, cut, refused }) {
    return `Calls so far: ${placed}, of which cut: ${cut}, refused: ${refused}.`;
}
function lostCalls({ cut, refused }) {
    return cut + refused > 0 ? `${cut} calls were cut and ${refused} refused` : undefined;
}
/** Names of servers that were disabled for a while, in that order, from what the PBX was asked. */
function drainedServers(requests, nameOf) {
    const names = requests.flatMap(({ method, path, body }) => {
        const off = typeof body === 'object' && body !== null && 'enabled' in body && body.enabled === false;
        const id = path.split('/').at(-1);
        return (method === 'POST' && off && id !== undefined && nameOf(id)) || [];
    });
    return [...new Set(names)];
}

/***/ }),

/***/ 642:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-steps.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CALL_MS = exports.DRAIN_TIMEOUT = void 0;
exports.calls = calls;
exports.restartUnderCalls = restartUnderCalls;
exports.restartOf = restartOf;
exports.settled = settled;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const counts_1 = { get it() { return (__nccwpck_require__(1073).counts); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const demo_checks_1 = __nccwpck_require__(3448);
/* Steps that more than one demo has. */
/** How long calls get to end, and the time that they last, which is less */
exports.DRAIN_TIMEOUT = '1s';
exports.CALL_MS = 800;
function calls({ sandbox: { world } }) {
    return { placed: world.placedCalls, cut: world.countCutCalls(), refused: world.rejectedCalls };
}
/** Every server, drained before. */
async function restartUnderCalls(story) {
    const { context, sandbox } = story;
    story.heading('Everything restarts, while people are on the phone and others call');
    const { world, pbx } = sandbox;
    const everything = restartOf([], 'as every month');
    const plan = await story.plan(everything);
    context.say(`Plan: ${(0, counts_1.it.countsLine)(plan.changes)}.\n`);
    const servers = roles_1.it.LISTED_ROLES.flatMap((role) => pbx.state.servers[role]).filter(({ type }) => type === 'EXTERNAL');
    for (const { name } of servers)
        world.addCalls(name, 3, exports.CALL_MS);
    const before = pbx.requests.length;
    const hangUp = world.traffic({ roles: [...roles_1.it.LISTED_ROLES], everyMs: 150, durationMs: exports.CALL_MS / 2 });
    await story.deploy(plan, everything);
    hangUp();
    const drained = (0, demo_checks_1.drainedServers)(pbx.requests.slice(before), (id) => servers.find((one) => one.id === id)?.name);
    context.say(`Drained before their restart: ${(0, list_1.it.list)(drained, 8)}.`);
    context.say((0, demo_checks_1.callsLine)(calls(story)));
    const missed = servers.filter(({ name }) => !drained.includes(name)).map(({ name }) => name);
    if (missed.length > 0)
        story.expect(`restarted without a drain: ${(0, list_1.it.list)(missed)}`);
    story.expect((0, demo_checks_1.lostCalls)(calls(story)));
    await story.expectAllUp();
}
/** The servers of these roles, restarted because somebody asks for it */
function restartOf(roles, reason) {
    return { stages: ['restart'], restart: { roles, servers: [], pbx: false, reason } };
}
/** Everything is up, nothing is left to do, and nobody was cut off. */
async function settled(story) {
    const report = await story.expectAllUp();
    story.context.say((0, demo_checks_1.callsLine)(calls(story)));
    story.expect((0, demo_checks_1.lostCalls)(calls(story)));
    return report;
}

/***/ }),

/***/ 5364:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-story.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Story = exports.Mismatch = void 0;
const node_fs_1 = __nccwpck_require__(3024);
const node_path_1 = __nccwpck_require__(6760);
const terminal_1 = { get it() { return (__nccwpck_require__(1073).terminal); } };
const run_1 = { get it() { return (__nccwpck_require__(6860).run); } };
const demo_checks_1 = __nccwpck_require__(3448);
const deploy_1 = __nccwpck_require__(1692);
const status_1 = __nccwpck_require__(3689);
/** A step of the story did not end as it should. */
class Mismatch extends Error {
}
exports.Mismatch = Mismatch;
/** What the demo tells, and the means to do it: the sandbox and its cluster file, deployed as an operator would. */
class Story {
    context;
    sandbox;
    folder;
    /** Ctrl-C is being handled by what goes on */
    listens = false;
    file;
    chapter = 0;
    edits = [];
    constructor(context, sandbox, folder) {
        this.context = context;
        this.sandbox = sandbox;
        this.folder = folder;
        this.file = (0, node_path_1.join)(folder, 'cluster.yaml');
        this.write();
    }
    heading(title) {
        const { bold, cyan } = this.context.colors;
        this.context.say(`\n${cyan(bold(`${++this.chapter}. ${title}`))}`);
        this.context.say('');
    }
    /** The sandbox's machines as a cluster file, with all edits up to now. */
    write(edit) {
        if (edit)
            this.edits.push(edit);
        const text = this.sandbox.clusterFile((file) => {
            // At first nobody calls: there is nothing to wait for.
            file['restart'] = { drain_timeout: '0s' };
            for (const made of this.edits)
                made(file);
        });
        (0, node_fs_1.writeFileSync)(this.file, text);
    }
    /** Lines of cluster.yaml that came (+) or went (-) */
    showEdit(lines) {
        const { green, red } = this.context.colors;
        this.context.say(lines.map((line) => (line.startsWith('-') ? red(line) : green(line))).join('\n'));
        this.context.say('');
    }
    expect(problem) {
        if (problem !== undefined)
            throw new Mismatch(problem);
    }
    async plan(options = {}) {
        const { context } = this;
        const config = await this.config();
        const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.look(config, { ...run_1.it.DEFAULT_OPTIONS, ...options }));
        return plan;
    }
    async showPlan(plan) {
        this.context.say((0, terminal_1.it.renderTerminal)(plan, this.context.terminal(await this.cluster(), 'cluster.yaml')));
    }
    /** Does it, and tells what came of it. */
    async run(plan, wanted = {}) {
        const interrupt = new AbortController();
        const options = { ...run_1.it.DEFAULT_OPTIONS, ...wanted, dryRun: false };
        const config = await this.config(interrupt.signal);
        this.listens = true;
        const result = await (0, deploy_1.apply)(this.context, config, options, { plan, file: 'cluster.yaml', interrupt });
        this.listens = false;
        if (interrupt.signal.aborted)
            throw new Mismatch('it was interrupted');
        return result;
    }
    /** Does it, all of it. */
    async deploy(plan, wanted = {}) {
        this.expect((0, demo_checks_1.shortfall)(plan, await this.run(plan, wanted)));
    }
    /** As the PBX and the hosts tell, not as we believe. */
    async status() {
        const { context } = this;
        const config = await this.config();
        return context.progress.during('Looking at every server', () => context.engine.status(config, []));
    }
    async expectAllUp() {
        const report = await this.status();
        this.expect((0, demo_checks_1.notUp)(report));
        return report;
    }
    async showStatus(report) {
        const options = this.context.terminal(await this.cluster(), 'cluster.yaml');
        this.context.say('');
        this.context.say((0, status_1.renderStatus)({ ...report, findings: [] }, options));
    }
    /** Leaves the sandbox to somebody at another shell, until Ctrl-C. */
    async serve() {
        const { context, file } = this;
        const environment = (0, node_path_1.join)(this.folder, 'environment.sh');
        const lines = Object.entries(this.sandbox.env).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
        (0, node_fs_1.writeFileSync)(environment, `${lines.join('\n')}\n`, { mode: 0o600 });
        const cli = `node ${process.argv[1] ?? 'dist/cli/index.js'}`;
        context.say(`\nThe sandbox runs until you press Ctrl-C here. In another shell:\n\n` +
            `  . ${environment}\n  ${cli} status -f ${file}\n  ${cli} plan -f ${file}\n  ${cli} deploy -f ${file}\n\n` +
            `Edit ${file} and plan again.`);
        this.listens = true;
        await new Promise((resolve) => {
            const alive = setInterval(() => { }, 60_000);
            const release = context.io.onInterrupt(() => {
                clearInterval(alive);
                release();
                resolve();
            });
        });
    }
    async cluster() {
        return (await this.context.engine.loadClusterFile(this.file)).cluster;
    }
    async config(signal) {
        const cluster = await this.cluster();
        return this.context.session(cluster, this.sandbox.credentials, { concurrency: 10 }, signal);
    }
}
exports.Story = Story;

/***/ }),

/***/ 1692:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/deploy.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.deploy = deploy;
exports.restart = restart;
exports.run = run;
exports.apply = apply;
exports.forPrograms = forPrograms;
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const select_1 = { get it() { return (__nccwpck_require__(2907).select); } };
const options_1 = { get it() { return (__nccwpck_require__(6860).options); } };
const result_1 = { get it() { return (__nccwpck_require__(6860).result); } };
const skip_1 = { get it() { return (__nccwpck_require__(6860).skip); } };
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(7083)["control-plane/index"]); } };
const document_1 = { get it() { return (__nccwpck_require__(6084).document); } };
const outcome_1 = { get it() { return (__nccwpck_require__(1073).outcome); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(1073)["out-of-calls"]); } };
const terminal_1 = { get it() { return (__nccwpck_require__(1073).terminal); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const words_1 = { get it() { return (__nccwpck_require__(1073).words); } };
const review_1 = { get it() { return (__nccwpck_require__(6084).review); } };
const held_1 = { get it() { return (__nccwpck_require__(6084).held); } };
const restart_1 = { get it() { return (__nccwpck_require__(9984).restart); } };
const approved_1 = __nccwpck_require__(7184);
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const plan_1 = __nccwpck_require__(9404);
/** Makes the live cluster match the cluster file, after asking. */
async function deploy(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const cluster = await context.load(options.file);
    const { servers, hostIsGone } = options;
    (0, select_1.it.selectServers)(cluster, servers.filter((name) => !hostIsGone.includes(name)));
    return run(context, options, cluster, (0, plan_1.runOptions)(options), await (0, approved_1.readApproved)(options, cluster, options.file));
}
/** Restarts servers one after the other, drained, after asking. */
async function restart(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    const { drivesPbx, byHand } = (0, control_plane_1.it.controlPlane)(cluster);
    const onlyLoadBalancer = servers.length > 0 && servers.every((name) => name === restart_1.it.LOAD_BALANCER_NAME);
    if (!drivesPbx && (pbx || onlyLoadBalancer))
        throw new types_1.it.InputError(`The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${byHand.restart}`);
    const isGroup = (name) => (0, roles_1.it.isRole)(name) || name === restart_1.it.LOAD_BALANCER_NAME;
    const without = servers.filter((name) => (0, roles_1.it.isRole)(name) && cluster.servers.every(({ role }) => role !== name));
    if (without.length > 0)
        throw new types_1.it.InputError(`There is nothing to restart of ${(0, list_1.it.list)(without)}: ${options.file} has no such server`);
    (0, select_1.it.selectServers)(cluster, servers.filter((name) => name !== restart_1.it.LOAD_BALANCER_NAME));
    return run(context, options, cluster, {
        ...options_1.it.DEFAULT_OPTIONS,
        stages: ['restart'],
        force,
        restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
    });
}
/** Plans, asks where somebody is there to be asked, and does it. */
async function run(context, options, cluster, wanted, approved) {
    if (!options.yes && !approved && (!context.io.interactive || options.json))
        throw new types_1.it.InputError(wanted.stages === undefined
            ? 'There is no terminal to ask on. Look at the plan first, then give --yes.'
            : 'There is no terminal to ask on: give --yes. At a terminal, what would be done is shown before the question.');
    const credentials = await context.credentials(options);
    const interrupt = new AbortController();
    const config = context.session(cluster, credentials, options, interrupt.signal);
    const may = (plan) => approved && (0, approved_1.objection)(approved, plan);
    const only = approved && 'plan' in approved ? { ...wanted, reviewed: (0, review_1.it.reviewedOf)(approved.plan) } : wanted;
    const ended = interrupt.signal;
    try {
        const result = options.yes || approved
            ? await atOnce(context, config, only, options.file, interrupt, may)
            : await afterAsking(context, config, wanted, options.file, interrupt);
        if (!result)
            return ended.aborted ? exit_code_1.EXIT.interrupted : exit_code_1.EXIT.failed;
        await context.result(forPrograms(result), options.out);
        if ((0, outcome_1.it.verdict)(result).ok)
            return exit_code_1.EXIT.ok;
        return ended.aborted ? exit_code_1.EXIT.interrupted : exit_code_1.EXIT.failed;
    }
    catch (error) {
        if (!ended.aborted)
            throw error;
        context.progress.close();
        context.say(`Interrupted: ${(0, printable_1.it.printable)((0, unknown_1.it.messageOf)(error))}`);
        return exit_code_1.EXIT.interrupted;
    }
}
/** undefined: nobody wanted it. What comes up while somebody thinks about the plan was not shown, and is not done. */
async function afterAsking(context, config, wanted, file, interrupt) {
    const { plan } = await context.reading(() => context.engine.look(config, wanted));
    if (!shown(context, config, plan, file))
        return untouched(plan);
    if (!(await confirmed(context))) {
        context.say('Nothing was done.');
        return undefined;
    }
    context.say('');
    return apply(context, config, { ...wanted, reviewed: (0, review_1.it.reviewedOf)(plan) }, { plan, file, interrupt });
}
/** Without a question in between, the cluster is read once, with the lock held. `may`: what speaks against the plan. */
async function atOnce(context, config, wanted, file, interrupt, may) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        let startedAt = io.now();
        let known;
        let refused;
        let read = () => { };
        const isRead = new Promise((resolve) => (read = resolve));
        const reading = progress.during('Reading the live cluster', () => isRead);
        const end = () => {
            read();
            return reading;
        };
        const begin = async (plan) => {
            await end();
            if (!shown(context, config, plan, file))
                return false;
            refused = may(plan);
            context.say(refused === undefined ? '' : `\n${context.colors.red(refused)}`);
            if (refused !== undefined)
                return false;
            known = plan;
            startedAt = io.now();
            progress.expect(plan.changes);
            return true;
        };
        const result = await engine.deploy(config, wanted, begin).finally(end);
        if (refused !== undefined)
            return undefined;
        if (!known)
            return untouched(result.plan);
        progress.close();
        conclude(context, config.cluster, result, { shown: known.warnings, elapsedMs: io.now() - startedAt, file });
        return result;
    });
}
/** Shows the plan; false: there is nothing to begin. */
function shown(context, { cluster }, plan, file) {
    context.say((0, terminal_1.it.renderTerminal)(context.secrets.redactIn(plan), context.terminal(cluster, file)));
    const stop = before(plan);
    if (stop?.say)
        context.say(stop.say);
    return stop === undefined;
}
/** What came of a plan of which nothing was begun. */
function untouched(plan) {
    const ok = before(plan)?.exitCode === 0;
    return { kind: 'deploy', plan, ok, done: [], failed: [], skipped: [], tokens: {}, findings: plan.warnings };
}
/** Why there is nothing to begin. */
function before(plan) {
    const { changes, changedSettings, warnings } = plan;
    const blocking = warnings.filter(finding_1.it.isBlocking);
    const { doable, held } = (0, held_1.it.sorted)(plan);
    if (blocking.some(finding_1.it.blocksAll) || (held.length > 0 && doable.length === 0))
        return { exitCode: 1, say: 'Nothing can be done until what is blocked above is resolved.' };
    if (changes.length + changedSettings.length === 0)
        return { exitCode: blocking.length > 0 ? 1 : 0 };
    return undefined;
}
async function confirmed(context) {
    const { bold } = context.colors;
    context.say(`\n${bold('Do you want to perform these actions?')} Only 'yes' will be accepted.`);
    return (await context.io.ask('> '))?.trim() === 'yes';
}
/** Does what was planned, with progress; Ctrl-C once begins nothing new, twice leaves. */
async function apply(context, config, wanted, { plan, file, interrupt }) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        const startedAt = io.now();
        progress.expect(plan.changes);
        const result = await engine.deploy(config, wanted);
        progress.close();
        conclude(context, config.cluster, result, { shown: plan.warnings, elapsedMs: io.now() - startedAt, file });
        return result;
    });
}
async function interruptible(context, interrupt, work) {
    const { io, progress } = context;
    const release = io.onInterrupt(() => {
        if (interrupt.signal.aborted) {
            progress.close();
            const going = progress.inProgress();
            context.say(going.length === 0
                ? 'Interrupted. Nothing is running on the hosts; the next run carries on.'
                : `Interrupted. What runs on the hosts goes on to its end: ${(0, list_1.it.list)(going, 8)}. The next run picks it up; a server that was out of calls stays out till then, and \`portsip-cluster status\` names it.`);
            io.exit(exit_code_1.EXIT.interrupted);
        }
        interrupt.abort();
        const going = progress.inProgress();
        progress.info('Stopping: nothing new is begun. Press Ctrl-C again to leave at once.');
        if (going.length > 0)
            progress.info(`In progress: ${(0, list_1.it.list)(going, 8)}. What a host is at work on goes on there to its end; what still waits for calls is given up.`);
    });
    try {
        return await work();
    }
    finally {
        progress.close();
        release();
    }
}
function conclude(context, cluster, result, { shown, elapsedMs, file }) {
    const { bold, green, red, yellow } = context.colors;
    const { ok } = (0, outcome_1.it.verdict)(result);
    const work = (0, result_1.it.worked)(result);
    const known = new Set(shown.map(({ message }) => message));
    const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !known.has(message));
    context.say('');
    if (unexpected.length > 0)
        context.say((0, terminal_1.it.renderFindings)(context.secrets.redactIn(unexpected), { color: context.color }));
    const told = (label, { change, message }) => `${label}: ${(0, printable_1.it.printable)((0, words_1.it.deed)(change))}: ${(0, printable_1.it.printable)(message)}`;
    for (const one of (0, result_1.it.failures)(work))
        context.say(red(told('Failed', one)));
    for (const one of (0, result_1.it.goingOn)(work))
        context.say(yellow(told('Still at work', one)));
    for (const one of (0, result_1.it.givenUp)(work))
        context.say(yellow(told('Given up', one)));
    for (const [reason, changes] of (0, outcome_1.it.skippedByReason)(work))
        context.say(yellow(`Not begun (${(0, printable_1.it.printable)(reason)}): ${(0, list_1.it.list)(changes.map((change) => (0, printable_1.it.printable)((0, words_1.it.deed)(change))), 8)}`));
    const paint = ok ? green : red;
    const nothing = work.done.length + work.failed.length + work.skipped.length === 0;
    const what = nothing ? `${(0, list_1.it.plural)(result.plan.changedSettings.length, 'setting')} deployed` : (0, outcome_1.it.outcomeLine)(work);
    const { interrupted = false, outOfCalls = [] } = result.kind === 'deploy' ? result : {};
    const left = work.failed.length + work.skipped.length > 0;
    const how = ok ? 'Done' : interrupted ? 'Interrupted' : left ? 'Not all was done' : 'Done, but for what is blocked';
    context.say(bold(paint(`${how}: ${what} in ${(0, duration_1.it.duration)(elapsedMs)}.`)));
    const options = context.terminal(cluster, file);
    for (const line of (0, out_of_calls_1.it.outOfCallsLines)(outOfCalls, undefined, options))
        context.say(yellow(line));
    context.say((0, outcome_1.it.nextAfter)(result, '--force'));
}
/** A result without the tokens that it may hold. */
function forPrograms(result) {
    const { plan, ok, findings } = result;
    const { done, failed, skipped } = (0, result_1.it.worked)(result);
    const [ofDone, ofFailed, ofSkipped] = [(0, document_1.it.documenting)(), (0, document_1.it.documenting)(), (0, document_1.it.documenting)()];
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...ofDone(change), elapsedMs })),
        failed: failed.map(({ change, message, end }) => ({ ...ofFailed(change), message, ...(end && { end }) })),
        skipped: skipped.map(({ change, skip }) => ({ ...ofSkipped(change), skipped: (0, skip_1.it.skipReason)(skip) })),
        interrupted: result.kind === 'deploy' && result.interrupted === true,
        outOfCalls: (result.kind === 'deploy' && result.outOfCalls) || [],
        findings,
    };
}

/***/ }),

/***/ 7209:
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
    loadClusterFile: async (path, named) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(2907).load)))).loadClusterFile(path, named),
    look: async (config, options) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(6860).run)))).lookOnly(config, options),
    deploy: async (config, options, begin) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(6860).run)))).runStages(config, options, begin),
    offlinePlan: async (base, head) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(6084).plan)))).offlinePlan(base, head),
    status: async (config, servers) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(8723).read)))).readStatus(config, servers),
    importCluster: async (config, request) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(9886)["import"])))).importCluster(config, request),
    history: async (config) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(6860).history)))).readHistory(config),
    hostKeys: async (config) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(9984)["first-contact"])))).firstContact(config),
    adopt: async (config) => (await Promise.resolve().then(() => __importStar((__nccwpck_require__(9886).adopt)))).adopt(config),
};

/***/ }),

/***/ 4293:
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

/***/ 2512:
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
const promises_1 = { get it() { return __nccwpck_require__(1455); } };
const node_path_1 = __nccwpck_require__(6760);
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(7426)["plain-file"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
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

/***/ 7052:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet-credentials.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.environmentOf = environmentOf;
exports.maskAll = maskAll;
exports.strayVariables = strayVariables;
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const environment_1 = { get it() { return __nccwpck_require__(2960); } };
/*
 * Variables of one cluster of many: `PORTSIP_PBX_PASSWORD__ACME_WEST` is that of acme-west, and wins over `PORTSIP_PBX_PASSWORD`, which
 * is for all. No other cluster's are in what a cluster's session is made from.
 */
const OF_ONE = /^(PORTSIP_[A-Z]+(?:_[A-Z]+)*)__(\w+)$/;
const PASSWORD = 'PORTSIP_PBX_PASSWORD';
const COMMAND = 'PORTSIP_PBX_PASSWORD_COMMAND';
/** How variables of a cluster end: names have small letters, digits and - alone, so no two have the same. */
const suffixOf = (name) => name.toUpperCase().replaceAll('-', '_');
/** The environment as a cluster's own session has it. A command that prints its password is told whose by PORTSIP_CLUSTER. */
function environmentOf(name, env) {
    const shared = {};
    const own = {};
    for (const [key, value] of Object.entries(env)) {
        const [, variable, suffix] = OF_ONE.exec(key) ?? [];
        if (variable === undefined)
            shared[key] = value;
        else if (suffix === suffixOf(name))
            own[variable] = value;
    }
    // Its own command is not kept from being asked by a password that is for all.
    if (own[COMMAND] && !own[PASSWORD])
        delete shared[PASSWORD];
    return { ...shared, ...own, PORTSIP_CLUSTER: name };
}
/** Masks the secrets of all clusters: what one prints may hold another's. */
function maskAll(names, env, secrets) {
    for (const name of names)
        (0, environment_1.it.maskEnvironment)(secrets, environmentOf(name, env));
}
/** What is wrong with variables that are no cluster's: a sentence, without their values; undefined: nothing */
function strayVariables(names, env) {
    const known = new Set(names.map(suffixOf));
    const stray = Object.keys(env).filter((key) => {
        const [, , suffix] = OF_ONE.exec(key) ?? [];
        return suffix !== undefined && !known.has(suffix);
    });
    if (stray.length === 0)
        return undefined;
    return `${(0, list_1.it.list)(stray, 8)}: no cluster here is called that, so nobody uses ${stray.length === 1 ? 'it' : 'them'}`;
}

/***/ }),

/***/ 7883:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet-look.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.lookAtFleet = lookAtFleet;
exports.clusterNames = clusterNames;
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(8227)["p-limit"])); } };
const suggest_1 = { get it() { return (__nccwpck_require__(2907).suggest); } };
const fleet_1 = { get it() { return (__nccwpck_require__(2907).fleet); } };
const discover_1 = { get it() { return (__nccwpck_require__(12).discover); } };
const report_1 = { get it() { return __nccwpck_require__(2505); } };
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const log_1 = { get it() { return (__nccwpck_require__(7426).log); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const one_line_1 = { get it() { return (__nccwpck_require__(6060)["one-line"]); } };
const credentials_1 = __nccwpck_require__(6453);
const fleet_credentials_1 = __nccwpck_require__(7052);
/**
 * Looks at clusters of the repository, several at once, each with what is its own to sign in with. What is wrong with one says nothing
 * of the others, and is told in its place. Throws ClusterFileError and InputError for what is wrong before anybody is asked.
 */
async function lookAtFleet(context, options, look) {
    const { env } = context.io;
    const fleet = await (0, discover_1.it.discover)(options.files.length > 0 ? options.files : discover_1.it.DEFAULT_FILES, undefined);
    const all = fleet.clusters.map(({ cluster }) => cluster.name);
    (0, fleet_credentials_1.maskAll)(all, env, context.secrets);
    context.problems(fleet.warnings);
    const meant = chosen(fleet.clusters, options.clusters);
    const stray = (0, fleet_credentials_1.strayVariables)(all, env);
    if (stray !== undefined)
        context.progress.warning(stray);
    const limit = (0, p_limit_1.it.default)(options.parallel);
    return context.reading(() => Promise.all(meant.map((member) => limit(() => lookAtOne(context, options, member, look)))), `Reading ${(0, list_1.it.plural)(meant.length, 'live cluster')}`);
}
async function lookAtOne(context, options, member, look) {
    const { file, cluster } = member;
    const { name } = cluster;
    const place = { file, name, wave: (0, fleet_1.it.waveOf)(member) };
    try {
        // Nobody is asked: many would be asked for at once.
        const { identity, knownHosts, pbxCa } = options;
        const given = { ...(identity && { identity }), ...(knownHosts && { knownHosts }), ...(pbxCa && { pbxCa }) };
        const own = (0, fleet_credentials_1.environmentOf)(name, context.io.env);
        const credentials = await (0, credentials_1.readCredentials)(given, own, context.secrets, context.io.home);
        const config = { cluster, ...context.connection(credentials, options), log: logOf(name, context.progress) };
        return { ...place, seen: await look(config, member) };
    }
    catch (error) {
        const { text, stack } = (0, report_1.it.explain)(error);
        if (stack !== undefined)
            context.progress.debug(stack);
        return { ...place, problem: (0, one_line_1.it.quote)(context.secrets.redact(text), 1000) };
    }
}
/** Lines of many clusters among each other: what is worth one says whose it is. */
function logOf(name, log) {
    return {
        ...log_1.it.silent,
        debug: (text) => log.debug(`${name}: ${text}`),
        warning: (text) => log.warning(`${name}: ${text}`),
        error: (text) => log.error(`${name}: ${text}`),
    };
}
function chosen(clusters, names) {
    const known = clusters.map(({ cluster }) => cluster.name);
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0)
        throw new input_error_1.it.InputError(unknown
            .map((name) => {
            const guess = (0, suggest_1.it.closest)(name, known);
            return `${name}: there is no cluster of that name here${guess === undefined ? '; portsip-cluster fleet list tells them' : `; did you mean ${guess}?`}`;
        })
            .join('\n'));
    return names.length === 0 ? clusters : clusters.filter(({ cluster }) => names.includes(cluster.name));
}
/** For a shell that completes them: none where there is no repository, or a file of it is at fault. */
async function clusterNames() {
    const fleet = await (0, discover_1.it.discover)(discover_1.it.DEFAULT_FILES, undefined).catch(() => undefined);
    return fleet?.clusters.map(({ cluster }) => cluster.name) ?? [];
}

/***/ }),

/***/ 6871:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/io.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Interrupted = void 0;
exports.terminalIo = terminalIo;
exports.wantsColor = wantsColor;
exports.forPeople = forPeople;
exports.widthOf = widthOf;
const node_os_1 = __nccwpck_require__(8161);
const promises_1 = { get it() { return __nccwpck_require__(6848); } };
const node_tty_1 = { get it() { return __nccwpck_require__(7066); } };
const ascii_1 = { get it() { return (__nccwpck_require__(6060).ascii); } };
const internet_1 = { get it() { return (__nccwpck_require__(7083).internet); } };
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

/***/ 2221:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/json-progress.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.JsonProgress = void 0;
const words_1 = { get it() { return (__nccwpck_require__(1073).words); } };
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

/***/ 5042:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/main.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = main;
const commander_1 = { get it() { return __nccwpck_require__(3504); } };
const package_json_1 = { get it() { return __nccwpck_require__(4452); } };
const report_1 = { get it() { return __nccwpck_require__(2505); } };
const fold_1 = { get it() { return (__nccwpck_require__(6060).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const commands_1 = __nccwpck_require__(7917);
const context_1 = __nccwpck_require__(9212);
const engine_1 = __nccwpck_require__(7209);
const exit_code_1 = __nccwpck_require__(4293);
const io_1 = __nccwpck_require__(6871);
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

/***/ 1501:
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
const commander_1 = { get it() { return __nccwpck_require__(3504); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
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

/***/ 9152:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/own-ssh.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ownSsh = ownSsh;
exports.expand = expand;
const promises_1 = { get it() { return __nccwpck_require__(1455); } };
const node_path_1 = __nccwpck_require__(6760);
const ssh_config_1 = { get it() { return __nccwpck_require__(2107); } };
/** In OpenSSH's order, as far as it can be used here */
const DEFAULT_KEYS = ['id_ed25519', 'id_ecdsa', 'id_rsa'];
const MOST_INCLUDED = 50;
/**
 * What ssh would use for whoever sits at this terminal: the agent, the keys in ~/.ssh, ~/.ssh/config. `own`: whether keys count as
 * well; one that was given counts alone.
 */
async function ownSsh(env, home, own) {
    const folder = (0, node_path_1.join)(home, '.ssh');
    const blocks = (0, ssh_config_1.it.parseSshConfig)(await configText((0, node_path_1.join)(folder, 'config'), folder));
    const agent = env['SSH_AUTH_SOCK'];
    const ways = (names) => {
        const { identityFiles, ...way } = (0, ssh_config_1.it.ownWay)(blocks, names);
        return { ...way, keys: own ? identityFiles.map((path) => expand(path, home)) : [] };
    };
    const paths = own
        ? [...new Set([...blocks.flatMap(identities), ...DEFAULT_KEYS.map((name) => (0, node_path_1.join)(folder, name))])]
        : [];
    const keys = await Promise.all(paths.map((path) => readKey(expand(path, home))));
    return {
        ...(own && agent && { agent }),
        keys: keys.filter((key) => key !== undefined),
        defaults: DEFAULT_KEYS.map((name) => (0, node_path_1.join)(folder, name)),
        way: ways,
    };
}
const identities = ({ settings }) => settings.flatMap(([name, value]) => (name === 'identityfile' ? [value] : []));
async function readKey(path) {
    const text = await (0, promises_1.it.readFile)(path, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : { path, text };
}
/** The file with what it includes in its place; one that cannot be read says nothing. */
async function configText(path, folder, left = { files: MOST_INCLUDED }) {
    if (left.files-- <= 0)
        return '';
    const text = await (0, promises_1.it.readFile)(path, 'utf8').catch(() => '');
    const lines = await Promise.all(text.split(/\r?\n/).map(async (line) => {
        const included = /^\s*include(?:\s*=\s*|\s+)(.+?)\s*$/i.exec(line)?.[1];
        if (included === undefined)
            return line;
        const parts = [];
        for (const word of included.split(/\s+/))
            for (const file of await filesOf(word.replaceAll('"', ''), folder))
                parts.push(await configText(file, folder, left));
        return parts.join('\n');
    }));
    return lines.join('\n');
}
/** Patterns in the last part of a path only */
async function filesOf(pattern, folder) {
    const home = (0, node_path_1.dirname)(folder);
    const path = expand(pattern, home);
    const whole = (0, node_path_1.isAbsolute)(path) ? path : (0, node_path_1.join)(folder, path);
    const name = (0, node_path_1.basename)(whole);
    if (!/[*?]/.test(name))
        return [whole];
    const source = name
        .replace(/[^\w*?]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replaceAll('?', '.');
    const entries = await (0, promises_1.it.readdir)((0, node_path_1.dirname)(whole)).catch(() => []);
    return entries
        .filter((entry) => new RegExp(`^${source}$`).test(entry))
        .sort()
        .map((entry) => (0, node_path_1.join)((0, node_path_1.dirname)(whole), entry));
}
/** `~` and %d are the home folder. */
function expand(path, home) {
    const there = path.replaceAll('%d', home);
    return there === '~' || there.startsWith('~/') ? (0, node_path_1.join)(home, there.slice(1)) : there;
}

/***/ }),

/***/ 9404:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/plan.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.plan = plan;
exports.runOptions = runOptions;
const select_1 = { get it() { return (__nccwpck_require__(2907).select); } };
const options_1 = { get it() { return (__nccwpck_require__(6860).options); } };
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const document_1 = { get it() { return (__nccwpck_require__(6084).document); } };
const plan_1 = { get it() { return (__nccwpck_require__(6084).plan); } };
const terminal_1 = { get it() { return (__nccwpck_require__(1073).terminal); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
/** Shows what a deploy would do. Changes nothing. */
async function plan(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const cluster = await context.load(options.file);
    (0, select_1.it.selectServers)(cluster, options.servers.filter((name) => !options.hostIsGone.includes(name)));
    const made = options.base === undefined
        ? await livePlan(context, options, cluster)
        : await offlinePlan(context, options, options.base, cluster);
    await context.result((0, document_1.it.planDocument)(made), options.out);
    if (!context.options.json)
        context.say((0, terminal_1.it.renderTerminal)(context.secrets.redactIn(made), context.terminal(cluster, options.file)));
    if (isHindered(made, options.servers))
        return exit_code_1.EXIT.hindered;
    return options.exitCode && made.changes.length + made.changedSettings.length > 0 ? exit_code_1.EXIT.changes : exit_code_1.EXIT.ok;
}
/** Whether something that was asked for is blocked, or could not be seen. */
function isHindered({ changes, warnings }, servers) {
    const touched = new Set(changes.map(({ server }) => server));
    return warnings
        .filter(finding_1.it.isBlocking)
        .some((finding) => (0, finding_1.it.blocksAll)(finding) ||
        servers.length === 0 ||
        changes.some(({ id }) => id === finding.change) ||
        (finding.server !== undefined && (servers.includes(finding.server) || touched.has(finding.server))));
}
/** What of a plan only the live cluster can tell */
const LIVE_ONLY = [
    ['--host-is-gone', ({ hostIsGone }) => hostIsGone.length > 0],
    ['--rotate', ({ rotate }) => rotate.length > 0],
    ['--force', ({ force }) => force === true],
    ['--dataflow-token-path', ({ dataflowTokenPath }) => dataflowTokenPath !== undefined],
    ['--allow-undersized', ({ allowUndersized }) => allowUndersized === true],
    ['--install-ssh-key', ({ installSshKey }) => installSshKey === true],
    ['--heal', ({ heal }) => heal === true],
];
async function offlinePlan(context, options, base, cluster) {
    const given = LIVE_ONLY.filter(([, isGiven]) => isGiven(options)).map(([flag]) => flag);
    if (given.length > 0)
        throw new input_error_1.it.InputError(`${(0, list_1.it.list)(given)} ${given.length === 1 ? 'is' : 'are'} about the live cluster, and --base compares two files without it: leave out the one or the other`);
    const made = await context.engine.offlinePlan(await context.load(base, '--base FILE'), cluster);
    const selected = (0, select_1.it.selectServers)(cluster, options.servers);
    if (options.servers.length === 0)
        return made;
    return (0, plan_1.it.forServers)(made, {
        names: new Set(selected.map(({ name }) => name)),
        roles: new Set(selected.map(({ role }) => role)),
    });
}
async function livePlan(context, options, cluster) {
    const credentials = await context.credentials(options);
    const config = context.session(cluster, credentials, options);
    const result = await context.seeing(() => context.engine.look(config, runOptions(options)));
    return result.plan;
}
function runOptions(options) {
    return {
        ...options_1.it.DEFAULT_OPTIONS,
        servers: options.servers,
        rotate: options.rotate,
        force: options.force ?? false,
        gone: options.hostIsGone,
        strictGone: true,
        allowUndersized: options.allowUndersized ?? false,
        ...(options.installSshKey && { installSshKey: true }),
        ...(options.heal && { heal: 'too' }),
        ...(options.dataflowTokenPath !== undefined && { dataflowTokenPath: options.dataflowTokenPath }),
    };
}

/***/ }),

/***/ 7228:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/progress.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Progress = void 0;
const picocolors_1 = { get it() { return (__nccwpck_require__(8227).picocolors); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const fold_1 = { get it() { return (__nccwpck_require__(6060).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const words_1 = { get it() { return (__nccwpck_require__(1073).words); } };
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

/***/ 3689:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/status.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.status = status;
exports.renderStatus = renderStatus;
const counts_1 = { get it() { return (__nccwpck_require__(1073).counts); } };
const picocolors_1 = { get it() { return (__nccwpck_require__(8227).picocolors); } };
const select_1 = { get it() { return (__nccwpck_require__(2907).select); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const backups_1 = { get it() { return (__nccwpck_require__(9984).backups); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(1073)["out-of-calls"]); } };
const document_1 = { get it() { return (__nccwpck_require__(8723).document); } };
const script_generations_1 = { get it() { return (__nccwpck_require__(9984)["script-generations"]); } };
const terminal_1 = { get it() { return (__nccwpck_require__(1073).terminal); } };
const columns_1 = { get it() { return (__nccwpck_require__(1073).columns); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const status_page_1 = { get it() { return (__nccwpck_require__(1073)["status-page"]); } };
const status_words_1 = { get it() { return (__nccwpck_require__(1073)["status-words"]); } };
/** The cluster at a glance. Changes nothing. */
async function status(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    if (options.html !== undefined)
        await (0, files_1.checkOut)('--html', options.html, { ...(0, files_1.otherFiles)(options), 'the file of --out': options.out });
    const cluster = await context.load(options.file);
    (0, select_1.it.selectServers)(cluster, options.servers);
    const credentials = await context.credentials(options);
    const config = context.session(cluster, credentials, options);
    const report = await context.seeing(() => context.engine.status(config, options.servers));
    await context.result((0, document_1.it.statusDocument)(report), options.out);
    if (options.html !== undefined)
        await (0, files_1.writeOut)('--html', options.html, (0, status_page_1.it.statusPage)(context.secrets.redactIn(report), context.io.now()));
    if (!context.options.json)
        context.say(renderStatus(context.secrets.redactIn(report), context.terminal(cluster, options.file)));
    if (isHindered(report))
        return exit_code_1.EXIT.hindered;
    return options.exitCode && report.drift + report.changedSettings.length > 0 ? exit_code_1.EXIT.changes : exit_code_1.EXIT.ok;
}
/** Something could not be seen, or a deploy would be kept from something. */
function isHindered({ pbx, servers, findings }) {
    const shown = new Set(servers.map(({ name }) => name));
    return (pbx.apiProblem !== undefined ||
        !pbx.reachable ||
        servers.some(status_words_1.it.isUnseen) ||
        findings.some((finding) => (0, finding_1.it.isBlocking)(finding) && (finding.server === undefined || shown.has(finding.server))));
}
const STATE = {
    title: 'STATE',
    cell: ({ state }) => state.replace('-', ' '),
    paint: (c, server) => ((0, status_words_1.it.isUp)(server) ? c.green : c.red),
};
const STATE_AND_ENABLED = {
    ...STATE,
    cell: ({ state, enabled }) => `${state.replace('-', ' ')}${enabled === false ? ', disabled' : ''}`,
};
const COLUMNS = [
    { title: 'SERVER', cell: ({ name }) => name },
    { title: 'ROLE', cell: ({ role }) => roles_1.it.ROLES[role].short },
    { title: 'ADDRESS', cell: ({ address }) => address },
    STATE,
    {
        title: 'ENABLED',
        cell: ({ enabled }) => (enabled === undefined ? '-' : enabled === 'unknown' ? 'unknown' : enabled ? 'yes' : 'no'),
        paint: (c, { enabled = true }) => (enabled === true ? String : c.yellow),
    },
    { title: 'CALLS', cell: callsOf, paint: (c, server) => (isFull(server) ? c.yellow : String) },
    { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
    { title: 'VERSION', cell: ({ version }) => version ?? '-' },
    {
        title: 'DRIFT',
        cell: status_words_1.it.driftWord,
        paint: (c, server) => ((0, status_words_1.it.driftWord)(server) === 'none' ? c.dim : c.yellow),
    },
];
/** "12 of 2000", "40 of 1000 people": whoever wants to restart it needs both */
function callsOf({ role, calls, capacity }) {
    if (calls === undefined)
        return '-';
    const { calls: counts } = roles_1.it.ROLES[role];
    const unit = counts.kind === 'counted' && counts.unit !== 'calls' ? ' people' : '';
    return `${capacity === undefined ? calls : `${calls} of ${capacity}`}${unit}`;
}
const isFull = ({ calls = 0, capacity = Infinity }) => calls >= capacity * 0.9;
/** What a narrow terminal does without, first to last. */
const DISPENSABLE = ['IMAGE', 'VERSION', 'ENABLED', 'ROLE'];
/** undefined: not even what must not be missing has room beside each other. */
function fitting(servers, width) {
    let columns = COLUMNS;
    for (const title of DISPENSABLE) {
        if ((0, columns_1.it.fits)((0, columns_1.it.sized)(columns, servers), width))
            break;
        columns = columns.filter((column) => column.title !== title);
        // What the column would have said is said beside the state.
        if (title === 'ENABLED')
            columns = columns.map((column) => (column.title === 'STATE' ? STATE_AND_ENABLED : column));
    }
    const found = (0, columns_1.it.sized)(columns, servers);
    return (0, columns_1.it.fits)(found, width) ? found : undefined;
}
/** For a screen without room for columns: each server on lines of its own. */
function block(server, c) {
    const cell = (title) => {
        const column = COLUMNS.find((one) => one.title === title);
        const text = column ? (0, printable_1.it.printable)(column.cell(server)) : '';
        return { text, painted: column?.paint?.(c, server)(text) ?? text };
    };
    const { text: calls } = cell('CALLS');
    const counted = calls === '-' || calls === 'unknown' ? [] : [calls.endsWith('people') ? calls : `${calls} calls`];
    const enabled = cell('ENABLED').text;
    const odd = [
        ...(enabled === 'no' ? [c.yellow('disabled')] : []),
        ...(cell('DRIFT').text === 'none'
            ? []
            : [cell('DRIFT').painted === 'unknown' ? 'drift unknown' : cell('DRIFT').painted]),
    ];
    return [
        `${c.bold(cell('SERVER').text)}  ${cell('STATE').painted}`,
        `  ${[cell('ROLE').text, cell('ADDRESS').text, ...counted, ...odd].join(', ')}`,
    ];
}
function table(servers, screen, c) {
    if (servers.length === 0)
        return [];
    const columns = fitting(servers, screen);
    if (!columns)
        return servers.flatMap((server) => block(server, c));
    return (0, columns_1.it.tableLines)(columns, servers, c);
}
/** The same as a table for people. */
function renderStatus(report, options) {
    const c = (0, picocolors_1.it.createColors)(options.color);
    const text = [
        `${c.bold((0, printable_1.it.printable)(report.cluster))}: ${mainLine(report, c)}`,
        ...circumstances(report, c, options),
        '',
    ];
    text.push(...table(report.servers, options.width ?? Infinity, c), '');
    for (const { name, role, address, online } of report.unmanaged ?? [])
        text.push(c.yellow(`Not in the cluster file: ${(0, printable_1.it.printable)(name)} (${roles_1.it.ROLES[role].label}, ${(0, printable_1.it.printable)(address ?? 'no address')}, ${(0, status_words_1.it.onlineWord)(online)})`));
    text.push(...licence(report, c));
    for (const { role, unit, now, takes, withoutOne } of report.room ?? []) {
        const line = `${capital(roles_1.it.ROLES[role].label)}s: ${now} of ${takes} ${unit}; ${withoutOne} if one more fails`;
        text.push(now > withoutOne ? c.yellow(line) : line);
    }
    const builtIn = (0, status_words_1.it.builtInLine)(report);
    if (builtIn !== undefined)
        text.push(builtIn);
    text.push(...backups(report, c));
    const scripts = (0, script_generations_1.it.scriptsLine)(report.scripts, printable_1.it.printable);
    if (scripts !== undefined)
        text.push(scripts);
    const findings = report.findings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        text.push((0, terminal_1.it.renderFindings)(findings, options));
    text.push(...differences(report, c, options), lastLine(report, c));
    return `${text.join('\n')}\n`;
}
const capital = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
/** How old the last backup of each is */
function backups({ backups: all }, c) {
    const age = (backup) => (backup.at === undefined ? c.yellow((0, status_words_1.it.backupAge)(backup)) : (0, status_words_1.it.backupAge)(backup));
    const each = all.map((backup) => `${backup.name === backups_1.it.PBX_NAME ? 'PBX' : (0, printable_1.it.printable)(backup.name)} ${age(backup)}`);
    return each.length > 0 ? [`Last backups: ${each.join(', ')}`] : [];
}
/** Where the PBX tells of a limit */
function licence({ usage: { calls, licensedCalls } = {} }, c) {
    if (calls === undefined || licensedCalls === undefined || licensedCalls === 0)
        return [];
    const line = `Licence: ${calls} of ${licensedCalls} calls at once`;
    return [isFull({ calls, capacity: licensedCalls }) ? c.yellow(line) : line];
}
function mainLine(report, c) {
    const { pbx } = report;
    const version = pbx.version ? `, PBX ${(0, printable_1.it.printable)(pbx.version)}` : '';
    const main = pbx.reachable
        ? `main server ${pbx.address}${version}`
        : c.red(`main server ${pbx.address} does not answer: ${(0, printable_1.it.printable)(pbx.problem ?? '')}`);
    if (pbx.apiProblem !== undefined)
        return main;
    return `${main}, ${(0, status_words_1.it.upNow)(report)}`;
}
/** What whoever wants to change something now has to know. */
function circumstances(report, c, options) {
    const { pbx, lock, window, restartsOwedTo, outOfCalls } = report;
    const working = (0, status_words_1.it.atWork)(report);
    const opens = window?.opens === undefined ? '' : `, opens ${window.opens}`;
    return [
        ...(pbx.apiProblem === undefined
            ? []
            : [...(0, printable_1.it.printableLines)(pbx.apiProblem), 'What the portal knows is missing below.'].map((line) => c.red(line))),
        ...(lock === undefined ? [] : [c.yellow(`A run is at work: ${(0, printable_1.it.printable)(lock)}`)]),
        ...(working.length === 0 ? [] : [c.yellow(`Scripts are at work on ${(0, printable_1.it.printable)((0, list_1.it.list)(working, 8))}`)]),
        ...(window
            ? [`Maintenance window: ${window.text}; ${window.open ? c.green('open now') : `closed now${opens}`}`]
            : []),
        ...(0, out_of_calls_1.it.outOfCallsLines)(outOfCalls, lock, options).map((line) => c.yellow(line)),
        ...(restartsOwedTo.length === 0 ? [] : [c.yellow(`Restarts still owed: ${(0, list_1.it.list)(restartsOwedTo)}`)]),
    ];
}
/** More than these are for `plan`. */
const MOST_SHOWN = 8;
function differences(report, c, { clusterFile }) {
    const own = (0, status_words_1.it.differing)(report);
    if (own.length === 0)
        return [];
    const more = own.length - MOST_SHOWN;
    return [
        `Differs from ${clusterFile ?? 'the cluster file'}:`,
        ...own
            .slice(0, MOST_SHOWN)
            .map(({ server, what }) => c.yellow(`  ${server === undefined ? '' : `${(0, printable_1.it.printable)(server)}: `}${(0, printable_1.it.printable)(what)}`)),
        ...(more > 0 ? [c.yellow(`  … and ${more} more`)] : []),
        '',
    ];
}
function lastLine(report, c) {
    const { pbx, servers, drift, changedSettings, blocked, findings } = report;
    const gaps = (0, status_words_1.it.unseen)(report);
    const left = (0, status_words_1.it.isLeft)(report);
    const matches = left ? 'a deploy would change nothing of what differs' : 'the cluster matches the cluster file';
    const seen = `${matches}${gaps === undefined ? '' : `, with ${gaps}`}`;
    const met = !pbx.reachable || pbx.apiProblem !== undefined
        ? c.yellow('whether the cluster matches the cluster file is not known')
        : gaps === undefined && !left
            ? c.green(seen)
            : c.yellow(seen);
    // What is blocked is not met, whatever a deploy would do.
    const waits = blocked > 0 ? (0, counts_1.it.waiting)(blocked) : '';
    const stuck = c.yellow(`${waits || 'something is blocked'} (see \`plan\`)`);
    const settings = changedSettings.length;
    const would = [
        ...(drift > 0 ? [`make ${(0, list_1.it.plural)(drift, 'change')}`] : []),
        ...(settings > 0 ? [`change ${(0, list_1.it.plural)(settings, 'setting')}`] : []),
    ];
    const doable = c.yellow(`a deploy would ${(0, list_1.it.list)(would)}${waits && `, and ${waits}`} (see \`plan\`)`);
    const hidden = new Set(servers.filter(status_words_1.it.isUnseen).map(({ name }) => name));
    const blocks = findings.some((finding) => (0, finding_1.it.isBlocking)(finding) && !hidden.has(finding.server ?? ''));
    const state = would.length > 0 ? doable : blocked > 0 || (pbx.reachable && blocks) ? stuck : met;
    return `${servers.filter(status_words_1.it.isUp).length} of ${(0, list_1.it.plural)(servers.length, 'server')} up; ${state}.`;
}

/***/ }),

/***/ 2100:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-backup.js");

/***/ }),

/***/ 8262:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-cloud-firewall.js");

/***/ }),

/***/ 7040:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-completion.js");

/***/ }),

/***/ 1879:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-demo.js");

/***/ }),

/***/ 6976:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-fleet.js");

/***/ }),

/***/ 2013:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-hosts.js");

/***/ }),

/***/ 8749:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-import.js");

/***/ }),

/***/ 3288:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-init.js");

/***/ }),

/***/ 6586:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-log.js");

/***/ }),

/***/ 2800:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-scripts.js");

/***/ }),

/***/ 8048:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-validate.js");

/***/ }),

/***/ 2907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 6860:
/***/ (function (module) {

"use strict";
module.exports = require("./deploy.js");

/***/ }),

/***/ 2960:
/***/ (function (module) {

"use strict";
module.exports = require("./github-environment.js");

/***/ }),

/***/ 2505:
/***/ (function (module) {

"use strict";
module.exports = require("./github-report.js");

/***/ }),

/***/ 12:
/***/ (function (module) {

"use strict";
module.exports = require("./github.js");

/***/ }),

/***/ 2107:
/***/ (function (module) {

"use strict";
module.exports = require("./host-ssh-config.js");

/***/ }),

/***/ 7083:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

/***/ }),

/***/ 9886:
/***/ (function (module) {

"use strict";
module.exports = require("./import.js");

/***/ }),

/***/ 7426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 8387:
/***/ (function (module) {

"use strict";
module.exports = require("./pbx.js");

/***/ }),

/***/ 7763:
/***/ (function (module) {

"use strict";
module.exports = require("./plan-digest.js");

/***/ }),

/***/ 6084:
/***/ (function (module) {

"use strict";
module.exports = require("./plan.js");

/***/ }),

/***/ 1073:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 9984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

/***/ }),

/***/ 8723:
/***/ (function (module) {

"use strict";
module.exports = require("./status.js");

/***/ }),

/***/ 6060:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 3504:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/commander.js");

/***/ }),

/***/ 8227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 4452:
/***/ (function (module) {

"use strict";
module.exports = require("./version.json");

/***/ }),

/***/ 1421:
/***/ (function (module) {

"use strict";
module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ (function (module) {

"use strict";
module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 6848:
/***/ (function (module) {

"use strict";
module.exports = require("node:readline/promises");

/***/ }),

/***/ 7066:
/***/ (function (module) {

"use strict";
module.exports = require("node:tty");

/***/ }),

/***/ 7975:
/***/ (function (module) {

"use strict";
module.exports = require("node:util");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(2713);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli.js.map
