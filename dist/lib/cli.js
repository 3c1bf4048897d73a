/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 2713:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = {
  get 'main'() {
    return __nccwpck_require__(5042);
  },
};


/***/ }),

/***/ 7184:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/approved.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readApproved = readApproved;
exports.objection = objection;
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const digest_1 = { get it() { return (__nccwpck_require__(6084).digest); } };
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

/***/ 9373:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.backup = backup;
const select_1 = { get it() { return (__nccwpck_require__(2907).select); } };
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const options_1 = { get it() { return (__nccwpck_require__(6860).options); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const backups_1 = { get it() { return (__nccwpck_require__(9984).backups); } };
const deploy_1 = __nccwpck_require__(1692);
const files_1 = __nccwpck_require__(2512);
/** Backs up what the PBX and the servers keep, one after the other, after asking. */
async function backup(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    (0, select_1.it.selectServers)(cluster, servers);
    const nothing = (0, backups_1.it.notKept)(cluster, servers);
    if (nothing.length > 0)
        throw new types_1.it.InputError(`There is nothing to back up of ${(0, list_1.it.list)(nothing)}; there is of ${(0, list_1.it.list)((0, backups_1.it.keepers)(cluster).map(({ name }) => name))}`);
    const names = [...servers, ...(pbx ? [backups_1.it.PBX_NAME] : [])];
    return (0, deploy_1.run)(context, options, cluster, { ...options_1.it.DEFAULT_OPTIONS, stages: ['backup'], force, backup: { names, reason } });
}

/***/ }),

/***/ 5063:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/cloud-firewall.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.cloudFirewall = cloudFirewall;
const cloud_firewall_1 = { get it() { return (__nccwpck_require__(6084)["cloud-firewall"]); } };
const cloud_firewall_2 = { get it() { return (__nccwpck_require__(1073)["cloud-firewall"]); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
/** What a cloud's own firewall has to let in, from the cluster file alone: no secrets, no network. */
async function cloudFirewall(context, options) {
    const cluster = await context.load(options.file);
    const rules = (0, cloud_firewall_1.it.cloudRules)(cluster);
    await context.result({ cluster: cluster.name, rules }, undefined);
    if (options.json)
        return 0;
    if (options.commands !== undefined) {
        // To be copied: a line is a command, however wide the terminal is.
        context.io.out.write(`${(0, cloud_firewall_2.it.cloudCommands)(rules, options.commands).join('\n')}\n`);
        return 0;
    }
    const { width = Infinity } = context.terminal(cluster, options.file);
    const under = (head, text) => (0, printable_1.it.wrap)(text, width - INDENT).map((line, index) => `  ${(index === 0 ? head : '').padEnd(INDENT - 2)}${line}`);
    let last;
    for (const row of (0, cloud_firewall_2.it.cloudRows)(rules)) {
        const on = (0, printable_1.it.printable)(row.machines === '' ? row.on : `${row.on}: ${row.machines}`);
        if (on !== last)
            context.say([...(last === undefined ? [] : ['']), ...(0, printable_1.it.wrap)(on, width).map(context.colors.bold)].join('\n'));
        last = on;
        context.say([...under('open', row.open), ...under('from', row.from), ...under('for', row.why)].join('\n'));
    }
    return 0;
}
const INDENT = 8;

/***/ }),

/***/ 989:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/completion.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SCRIPTS = exports.SHELLS = void 0;
exports.candidates = candidates;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const restart_1 = { get it() { return (__nccwpck_require__(9984).restart); } };
exports.SHELLS = ['bash', 'zsh', 'fish'];
/** What a shell sources. It asks `portsip-cluster __complete` for the words: they are those of the release that runs. */
exports.SCRIPTS = {
    bash: `# portsip-cluster completion bash: source <(portsip-cluster completion bash)
_portsip_cluster() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
    "\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null
  )
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
    compopt -o filenames 2>/dev/null
  fi
}
complete -o nosort -F _portsip_cluster portsip-cluster 2>/dev/null || complete -F _portsip_cluster portsip-cluster
`,
    zsh: `#compdef portsip-cluster
# portsip-cluster completion zsh: source <(portsip-cluster completion zsh)
_portsip_cluster() {
  local -a found
  found=("\${(@f)$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then
    compadd -V portsip-cluster -- "\${found[@]}"
  else
    _files
  fi
}
compdef _portsip_cluster portsip-cluster
`,
    fish: `# portsip-cluster completion fish: portsip-cluster completion fish | source
function __portsip_cluster
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c portsip-cluster -a '(__portsip_cluster)'
`,
};
/**
 * What could stand where the last of `words` is being typed (it may be empty), each a whole word. None: a file, or anything.
 * `cluster`: the file in this folder, where it can be read; `clusters`: names of those of this repository, as far as they can be.
 */
async function candidates(program, words, cluster, clusters = () => Promise.resolve([])) {
    const current = words.at(-1) ?? '';
    const before = words.slice(0, -1);
    const command = program.commands.find((one) => one.name() === before[0] && !isHidden(one));
    const begin = (all) => all.filter((one) => one.startsWith(current));
    if (!command)
        return before.length === 0 ? begin(visible(program)) : [];
    if (command.name() === 'help')
        return before.length === 1 ? begin(visible(program)) : [];
    const option = command.options.find((one) => takesValue(one) && [one.short, one.long].includes(before.at(-1) ?? ''));
    if (option) {
        const file = valueOf(command, 'file', before) ?? 'cluster.yaml';
        const values = await valuesOf(option, command.name(), () => cluster(file));
        // "media-server-1,med": what stands before the comma stays.
        const head = current.slice(0, current.lastIndexOf(',') + 1);
        const given = head.split(',');
        return values
            .map((value) => `${head}${value}`)
            .filter((one, index) => {
            return one.startsWith(current) && !given.includes(values[index] ?? '');
        });
    }
    if (!current.startsWith('-')) {
        if (command.name() === 'fleet' && ['status', 'plan'].includes(before[1] ?? ''))
            return begin((await clusters()).filter((name) => !before.includes(name)));
        return begin(command.registeredArguments[before.length - 1]?.argChoices ?? []);
    }
    const used = new Set(before);
    return begin([...command.options, ...program.createHelp().visibleOptions(command)]
        .flatMap(({ long, hidden }) => (long && !hidden ? [long] : []))
        .filter((long, index, all) => all.indexOf(long) === index && (!used.has(long) || isRepeatable(long))));
}
async function valuesOf({ long, argChoices }, command, cluster) {
    switch (long) {
        case '--servers': {
            const servers = (await cluster())?.servers ?? [];
            const roles = roles_1.it.ROLE_NAMES.filter((role) => servers.some((server) => server.role === role) && (0, roles_1.it.isRole)(role));
            const more = command === 'restart' ? [restart_1.it.LOAD_BALANCER_NAME] : [];
            return [...servers.map(({ name }) => name), ...roles, ...more];
        }
        case '--host-is-gone':
            return ((await cluster())?.servers ?? []).map(({ name }) => name);
        case '--rotate':
            return [...roles_1.it.TOKEN_SERVICES];
        default:
            return argChoices ?? [];
    }
}
const takesValue = ({ required, optional }) => required || optional;
const isRepeatable = (long) => ['--host-is-gone', '--rotate', '--host'].includes(long);
const isHidden = (command) => command.name().startsWith('__');
const visible = (program) => program.commands.filter((one) => !isHidden(one)).map((one) => one.name());
function valueOf(command, name, words) {
    const option = command.options.find((one) => one.attributeName() === name);
    const at = words.findLastIndex((word) => option && [option.short, option.long].includes(word));
    return at < 0 ? undefined : words[at + 1];
}

/***/ }),

/***/ 9212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/context.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Context = exports.NothingSeen = void 0;
const node_crypto_1 = __nccwpck_require__(7598);
const node_os_1 = __nccwpck_require__(8161);
const picocolors_1 = { get it() { return (__nccwpck_require__(8227).picocolors); } };
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const private_folder_1 = { get it() { return (__nccwpck_require__(7426)["private-folder"]); } };
const log_1 = { get it() { return (__nccwpck_require__(7426).log); } };
const refusals_1 = { get it() { return (__nccwpck_require__(8387).refusals); } };
const fold_1 = { get it() { return (__nccwpck_require__(6060).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const report_1 = { get it() { return (__nccwpck_require__(12).report); } };
const credentials_1 = __nccwpck_require__(6453);
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const io_1 = __nccwpck_require__(6871);
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
        const { env, home, interactive } = this.io;
        const asker = interactive && !this.options.json ? this.io : undefined;
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
            ...{ credentials, concurrency, log, secrets, run: identity(this.io), refusals },
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
        id: `${by}, process ${process.pid}, ${(0, node_crypto_1.randomBytes)(6).toString('hex')}`,
        host,
        by,
        ...(commit && { commit }),
    };
}

/***/ }),

/***/ 6453:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/credentials.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readCredentials = readCredentials;
const node_child_process_1 = __nccwpck_require__(1421);
const promises_1 = __nccwpck_require__(1455);
const node_os_1 = __nccwpck_require__(8161);
const node_path_1 = __nccwpck_require__(6760);
const node_util_1 = __nccwpck_require__(7975);
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const defined_1 = { get it() { return (__nccwpck_require__(7426).defined); } };
const environment_1 = { get it() { return (__nccwpck_require__(12).environment); } };
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
            return await (0, promises_1.readFile)((0, own_ssh_1.expand)(path, home), 'utf8');
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
        : (knownHostsText ?? (await (0, promises_1.readFile)(ownKnownHosts, 'utf8').catch(() => undefined)));
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
    else
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
    const run = (0, node_util_1.promisify)(node_child_process_1.execFile);
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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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

/***/ 6737:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/demo-high-availability.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.highAvailability = highAvailability;
const counts_1 = { get it() { return (__nccwpck_require__(1073).counts); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const demo_checks_1 = __nccwpck_require__(3448);
const demo_steps_1 = __nccwpck_require__(642);
const demo_story_1 = __nccwpck_require__(5364);
const NEW_SERVER = {
    name: 'media-server-3',
    role: 'media',
    address: '192.168.1.148',
    publicAddress: '104.101.137.62',
};
const NEXT_NODE = 'pbx02';
const LEAVING = 'queue-server-1';
const NEW_IMAGE = { reference: 'portsip/pbx:22.7', version: '22.7.0' };
/** A PBX of three nodes behind a virtual IP, and what happens to its cluster. */
async function highAvailability(story) {
    const { context, sandbox } = story;
    const { nodes } = sandbox;
    if (!nodes)
        throw new demo_story_1.Mismatch('the PBX has one node');
    context.say("A PBX of three nodes behind the virtual IP 192.168.1.130 and seven empty Linux hosts run in this process, with PortSIP's\n" +
        'REST API, SSH and firewalls of their own. All scripts run on the first node, pbx01, which reaches the hosts with its own\n' +
        'SSH key. Nothing leaves this machine.');
    story.write((file) => (file['restart'] = { drain_timeout: demo_steps_1.DRAIN_TIMEOUT }));
    story.heading('The first deploy: seven servers join, one after the other from pbx01');
    const first = await story.plan();
    context.say(`Plan: ${(0, counts_1.it.countsLine)(first.changes)}.\n`);
    await story.deploy(first);
    expectSameTrust(story, nodes);
    await (0, demo_steps_1.settled)(story);
    await growthWithFailover(story, nodes);
    await (0, demo_steps_1.restartUnderCalls)(story);
    await upgrade(story, nodes);
    await removal(story, nodes);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new demo_story_1.Mismatch(`a second plan still has ${(0, list_1.it.list)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await (0, demo_steps_1.settled)(story));
    if (nodes.damage !== undefined)
        throw new demo_story_1.Mismatch('two scripts ran at once on pbx01');
}
async function growthWithFailover(story, nodes) {
    const { context, sandbox } = story;
    const { name, role, address, publicAddress } = NEW_SERVER;
    story.heading(`A pull request adds ${name}: this plan is its comment`);
    await sandbox.addHost(NEW_SERVER);
    story.write();
    story.showEdit([
        `+   - name: ${name}`,
        `+     role: ${role}`,
        `+     private_ip: ${address}`,
        `+     public_ip: ${publicAddress}`,
    ]);
    const plan = await story.plan();
    await story.showPlan(plan);
    story.heading(`It is merged, and while the script runs on pbx01, the PBX fails over to ${NEXT_NODE}`);
    const before = sandbox.pbx.requests.length;
    const result = await duringFailover(story, plan, nodes);
    story.expect((0, demo_checks_1.shortfall)(plan, result));
    const again = sandbox.pbx.requests.slice(before).filter(({ path }) => path === '/auth/sign_in').length;
    context.say(`The PBX runs on ${nodes.active.name} now, where nobody was signed in: the deploy signed in again.`);
    if (nodes.active.name !== NEXT_NODE)
        throw new demo_story_1.Mismatch(`the PBX is on ${nodes.active.name}`);
    if (again < 2)
        throw new demo_story_1.Mismatch('nobody had to sign in again');
    const installs = sandbox.host(name).scriptRuns().length;
    if (installs !== 1)
        throw new demo_story_1.Mismatch(`${name} was installed ${installs} times`);
    expectSameTrust(story, nodes);
    await (0, demo_steps_1.settled)(story);
}
async function duringFailover(story, plan, nodes) {
    const scripts = () => nodes.control.scriptRuns().filter(({ script }) => script === 'extend.sh').length;
    const before = scripts();
    const over = new AbortController();
    const failover = (async () => {
        while (scripts() === before && !over.signal.aborted)
            await story.sandbox.clock.sleep(20);
        await nodes.failover(NEXT_NODE);
    })();
    const result = await story.run(plan).finally(() => over.abort());
    await failover;
    return result;
}
async function upgrade(story, nodes) {
    const { context, sandbox } = story;
    story.heading(`A pull request upgrades the servers to ${NEW_IMAGE.version} before the PBX itself: its plan is blocked`);
    sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
    story.write((file) => (file.image = NEW_IMAGE.reference));
    story.showEdit([`+ image: ${NEW_IMAGE.reference}`]);
    const early = await story.plan();
    story.expect((0, demo_checks_1.blockedBy)('pbx-image', early));
    await story.showPlan(early);
    story.heading('Somebody upgrades the PBX nodes with update.sh on pbx01: now every server follows, with a new IM token');
    const { code, output } = await nodes.control.shell(`cd /opt/portsip-pbx-ha-guide && sudo -u pbx /bin/bash update.sh ${NEW_IMAGE.reference}`);
    if (code !== 0)
        throw new demo_story_1.Mismatch(`update.sh failed: ${output}`);
    const before = sandbox.pbx.state.imToken;
    const plan = await story.plan();
    context.say(`Plan: ${(0, counts_1.it.countsLine)(plan.changes)}.\n`);
    sandbox.world.addCalls('media-server-1', 4, demo_steps_1.CALL_MS);
    await story.deploy(plan);
    const report = await (0, demo_steps_1.settled)(story);
    const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
    if (old.length > 0)
        story.expect(`still old: ${(0, list_1.it.list)(old.map(({ name }) => name))}`);
    if (sandbox.pbx.state.imToken === before)
        story.expect('the IM server has its old token');
}
async function removal(story, nodes) {
    const { sandbox } = story;
    story.heading(`One server leaves: ${LEAVING}`);
    story.write((file) => (file.servers = file.servers.filter(({ name }) => name !== LEAVING)));
    story.showEdit([`-   - name: ${LEAVING}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    await story.deploy(plan);
    if (sandbox.host(LEAVING).containers().length > 0)
        story.expect(`${LEAVING} still runs`);
    expectSameTrust(story, nodes);
}
/** A failover must shut no server out, and let none in that left. */
function expectSameTrust(story, nodes) {
    const wanted = story.sandbox.pbx.state.ipFilters.map(({ cidr }) => cidr.replace(/\/32$/, '')).sort();
    for (const node of nodes.nodes)
        for (const zones of [node.firewall().permanent, node.firewall().runtime]) {
            const trusted = [...(zones['trusted']?.sources ?? [])].sort();
            if (trusted.join() !== wanted.join())
                throw new demo_story_1.Mismatch(`${node.name} trusts ${(0, list_1.it.list)(trusted) || 'nobody'}, not ${(0, list_1.it.list)(wanted)}`);
        }
}

/***/ }),

/***/ 642:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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

/***/ 457:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/demo-whole-life.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.wholeLife = wholeLife;
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const demo_checks_1 = __nccwpck_require__(3448);
const demo_steps_1 = __nccwpck_require__(642);
const BROKEN = 'meeting-server-1';
const LEAVING = 'media-server-2';
/** The one tag that PortSIP documents; it moves with each release. */
const NEW_IMAGE = { reference: 'portsip/pbx:22', version: '22.8.0' };
const SBCS = [
    { name: 'sbc-1', address: '192.168.1.28', publicAddress: '72.247.113.11' },
    { name: 'sbc-2', address: '192.168.1.29', publicAddress: '72.247.113.12' },
];
const NEW_ADDRESS = '192.168.1.30';
/** All else that happens to a cluster, with people on the phone. Goes on where the first days ended. */
async function wholeLife(story) {
    story.write((file) => (file['restart'] = { drain_timeout: demo_steps_1.DRAIN_TIMEOUT }));
    await (0, demo_steps_1.restartUnderCalls)(story);
    await serverThatStaysAway(story);
    await repair(story);
    await removal(story);
    await upgrade(story);
    await rotation(story);
    await borderController(story);
    await move(story);
    if (story.sandbox.world.placedCalls === 0)
        story.expect('nobody called');
}
async function serverThatStaysAway(story) {
    const { context, sandbox } = story;
    story.heading(`${BROKEN} is restarted and does not come back: the rest serves`);
    sandbox.host(BROKEN).faults.crash = true;
    const asked = (0, demo_steps_1.restartOf)(['meeting', 'ivr'], 'a new certificate');
    const plan = await story.plan(asked);
    story.expect((0, demo_checks_1.stoppedAt)(`restart/${BROKEN}`, plan, await story.run(plan, asked)));
    const report = await story.status();
    await story.showStatus(report);
    story.expect((0, demo_checks_1.onlyAway)(BROKEN, report));
    for (const role of roles_1.it.LISTED_ROLES)
        if (!sandbox.world.placeCall(role, demo_steps_1.CALL_MS))
            story.expect(`a call that needed a ${role} server was refused`);
    context.say(`A call to each of ${(0, list_1.it.list)(roles_1.it.LISTED_ROLES)} went through. ${(0, demo_checks_1.callsLine)((0, demo_steps_1.calls)(story))}`);
    story.expect((0, demo_checks_1.lostCalls)((0, demo_steps_1.calls)(story)));
}
async function repair(story) {
    story.heading(`Its fault is fixed: the next deploy brings ${BROKEN} back`);
    story.sandbox.host(BROKEN).faults.crash = false;
    const plan = await story.plan();
    await story.showPlan(plan);
    await story.deploy(plan);
    await story.expectAllUp();
}
async function removal(story) {
    const { sandbox } = story;
    story.heading(`${LEAVING} leaves cluster.yaml, with calls on it`);
    story.write((file) => (file.servers = file.servers.filter(({ name }) => name !== LEAVING)));
    story.showEdit([`-   - name: ${LEAVING}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    sandbox.world.addCalls(LEAVING, 2, demo_steps_1.CALL_MS);
    await story.deploy(plan);
    if (sandbox.host(LEAVING).container('portsip.mediaserver'))
        story.expect(`${LEAVING} still runs`);
    await (0, demo_steps_1.settled)(story);
}
async function upgrade(story) {
    const { sandbox } = story;
    story.heading(`The whole cluster is upgraded to ${NEW_IMAGE.version}: images first, then the PBX, then one after the other`);
    sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
    story.write((file) => {
        file.pbx['image'] = NEW_IMAGE.reference;
        file.pbx['version'] = NEW_IMAGE.version;
    });
    story.showEdit([`+   image: ${NEW_IMAGE.reference}`, `+   version: ${NEW_IMAGE.version}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    sandbox.world.addCalls('media-server-1', 4, demo_steps_1.CALL_MS);
    await story.deploy(plan);
    const report = await (0, demo_steps_1.settled)(story);
    const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
    if (old.length > 0)
        story.expect(`still old: ${(0, list_1.it.list)(old.map(({ name }) => name))}`);
    if (report.pbx.version !== NEW_IMAGE.version)
        story.expect('the PBX itself is still old');
}
async function rotation(story) {
    const { sandbox } = story;
    story.heading('The IM token is replaced: the IM server gets the new one, and nobody gets to see it');
    const before = sandbox.pbx.state.imToken;
    const plan = await story.plan({ rotate: ['im'] });
    await story.deploy(plan, { rotate: ['im'] });
    const { imToken } = sandbox.pbx.state;
    if (!imToken || imToken === before)
        story.expect('the token is still the old one');
    const args = sandbox.host('im-server-1').container('portsip.instantmessage')?.args ?? [];
    if (!imToken || !args.includes(imToken))
        story.expect('the IM server does not run with the new token');
    await (0, demo_steps_1.settled)(story);
}
async function borderController(story) {
    const { context, sandbox } = story;
    story.heading(`Two session border controllers come for callers on WebRTC; one is restarted, and both leave again`);
    const servers = SBCS.map(({ name, address, publicAddress }) => ({
        ...{ name, role: 'sbc', private_ip: address, public_ip: publicAddress },
    }));
    for (const { name, address, publicAddress } of SBCS)
        await sandbox.addHost({ name, address, publicAddress });
    story.write((file) => {
        file.servers.push(...servers);
        file['sbc'] = { web_domain: 'sbc.example.com' };
    });
    story.showEdit(SBCS.map(({ name, address }) => `+   - { name: ${name}, role: sbc, private_ip: ${address} }`));
    const coming = await story.plan();
    await story.showPlan(coming);
    await story.deploy(coming);
    for (const { name } of SBCS) {
        if (!sandbox.host(name).container('portsip.sbc')?.running)
            story.expect(`${name} does not run`);
        sandbox.connectSbc(name);
    }
    context.say('A person types the token into the portal of each.');
    const asked = { restart: { roles: [], servers: ['sbc-1'], pbx: false, reason: 'a new certificate' } };
    const plan = await story.plan(asked);
    await story.deploy(plan, asked);
    await (0, demo_steps_1.settled)(story);
    story.write((file) => (file.servers = file.servers.filter(({ role }) => role !== 'sbc')));
    await story.deploy(await story.plan());
    for (const { name } of SBCS)
        if (sandbox.host(name).container('portsip.sbc'))
            story.expect(`${name} is still there`);
    await (0, demo_steps_1.settled)(story);
}
async function move(story) {
    story.heading(`The PBX moves to ${NEW_ADDRESS}: every server is told`);
    const { sandbox } = story;
    const before = sandbox.world.main.address;
    sandbox.moveMain(NEW_ADDRESS);
    story.write();
    story.showEdit([`-   private_ip: ${before}`, `+   private_ip: ${NEW_ADDRESS}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    await story.deploy(plan);
    const report = await (0, demo_steps_1.settled)(story);
    await story.showStatus(report);
}

/***/ }),

/***/ 9320:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo.ts
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
exports.demo = demo;
const node_fs_1 = __nccwpck_require__(3024);
const node_os_1 = __nccwpck_require__(8161);
const node_path_1 = __nccwpck_require__(6760);
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const counts_1 = { get it() { return (__nccwpck_require__(1073).counts); } };
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const exit_code_1 = __nccwpck_require__(4293);
const demo_story_1 = __nccwpck_require__(5364);
const NEW_SERVER = {
    name: 'media-server-2',
    role: 'media',
    address: '192.168.1.27',
    publicAddress: '104.101.137.61',
};
/** Of the sandbox's pulls and stops; slow enough to be seen, fast enough for half a minute in all */
const PACE = 0.3;
/** The guide's seven machines in this process: deploys them, scales out, and sees that nothing is left to do. */
async function demo(context, options) {
    const { wholeLife, highAvailability } = options;
    if (wholeLife && highAvailability)
        throw new types_1.it.InputError('--whole-life and --high-availability are two stories: choose one');
    const startedAt = context.io.now();
    const folder = (0, node_fs_1.mkdtempSync)((0, node_path_1.join)((0, node_os_1.tmpdir)(), 'portsip-cluster-demo-'));
    const { highAvailabilityTopology, startSandbox } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(5336).index)));
    const { clock } = context.io;
    const sandbox = await startSandbox({
        ...(clock && { clock }),
        // The long ones have more to show in their minute and a half.
        ...(wholeLife || highAvailability ? { pace: PACE / 3, onlineDelayMs: 200 } : { pace: PACE, onlineDelayMs: 400 }),
        ...(highAvailability && { topology: highAvailabilityTopology() }),
    });
    const story = new demo_story_1.Story(context, sandbox, folder);
    const cleanUp = async () => {
        context.progress.close();
        await sandbox.close();
        (0, node_fs_1.rmSync)(folder, { recursive: true, force: true });
    };
    const release = context.io.onInterrupt(() => {
        if (!story.listens)
            void cleanUp().finally(() => context.io.exit(exit_code_1.EXIT.interrupted));
    });
    try {
        if (!options.serve) {
            if (highAvailability)
                await (await Promise.resolve().then(() => __importStar(__nccwpck_require__(6737)))).highAvailability(story);
            else
                await firstDays(story);
            if (wholeLife)
                await (await Promise.resolve().then(() => __importStar(__nccwpck_require__(457)))).wholeLife(story);
            context.say(context.colors.dim(`The demo took ${(0, duration_1.it.duration)(context.io.now() - startedAt)}.`));
        }
        if (options.serve || options.keep)
            await story.serve();
        return 0;
    }
    catch (error) {
        if (!(error instanceof demo_story_1.Mismatch))
            throw error;
        context.progress.close();
        context.io.err.write(`Error: the demo did not end as it should: ${error.message}\n`);
        return 1;
    }
    finally {
        release();
        await cleanUp();
    }
}
async function firstDays(story) {
    const { context, sandbox } = story;
    context.say("A PBX and six empty Linux hosts run in this process, with PortSIP's REST API, SSH and firewalls of their own.\n" +
        'Nothing leaves this machine. What follows is what would happen to your own cluster.');
    story.heading('The first deploy: six servers join the PBX');
    const first = await story.plan();
    context.say(`Plan: ${(0, counts_1.it.countsLine)(first.changes)}.`);
    context.say('');
    await story.deploy(first);
    await story.expectAllUp();
    story.heading(`A pull request adds ${NEW_SERVER.name} to cluster.yaml: this plan is its comment`);
    await sandbox.addHost(NEW_SERVER);
    story.write();
    const { name, role, address, publicAddress } = NEW_SERVER;
    story.showEdit([
        `+   - name: ${name}`,
        `+     role: ${role}`,
        `+     private_ip: ${address}`,
        `+     public_ip: ${publicAddress}`,
    ]);
    const scaleOut = await story.plan();
    await story.showPlan(scaleOut);
    for (const id of [`server/${name}`, `role/${name}`])
        if (!scaleOut.changes.some((change) => change.id === id))
            throw new demo_story_1.Mismatch(`the plan lacks ${id}`);
    story.heading('It is merged: the deploy does what the plan said');
    await story.deploy(scaleOut);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new demo_story_1.Mismatch(`a second plan still has ${(0, list_1.it.list)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await story.expectAllUp());
}

/***/ }),

/***/ 1692:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...(0, document_1.it.changeDocument)(change), elapsedMs })),
        failed: failed.map(({ change, message, end }) => ({ ...(0, document_1.it.changeDocument)(change), message, ...(end && { end }) })),
        skipped: skipped.map(({ change, skip }) => ({ ...(0, document_1.it.changeDocument)(change), skipped: (0, skip_1.it.skipReason)(skip) })),
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
/***/ ((__unused_webpack_module, exports) => {

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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
const promises_1 = __nccwpck_require__(1455);
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
        return await (0, promises_1.readFile)(path, 'utf8');
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
    if (!(await (0, promises_1.lstat)(path).catch(() => undefined))?.isFile())
        return '';
    const file = await (0, promises_1.open)(path, 'r').catch(() => undefined);
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
    const found = await (0, promises_1.lstat)(path).catch((error) => {
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
    return (0, promises_1.realpath)(path).catch(async () => {
        const folder = await (0, promises_1.realpath)((0, node_path_1.dirname)(path)).catch(() => undefined);
        return folder === undefined ? undefined : (0, node_path_1.join)(folder, (0, node_path_1.basename)(path));
    });
}
/** Also by two names of it */
async function isSameFile(one, other) {
    const [a, b] = await Promise.all([one, other].map((path) => (0, promises_1.stat)(path).catch(() => undefined)));
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
    const found = await (0, promises_1.lstat)(path).catch(() => undefined);
    if (found?.isSymbolicLink())
        throw new input_error_1.it.InputError(`--plan: ${path} is a link: name the file itself, so that it is the plan that was looked at`);
    const [one, other] = await Promise.all([path, clusterFile].map((each) => (0, promises_1.realpath)(each).catch(() => undefined)));
    if (one !== undefined && one === other)
        throw new input_error_1.it.InputError(`--plan: ${path} is the cluster file, not a plan; make one with: portsip-cluster plan --out plan.json`);
}
/** Throws InputError for what is no folder that files can be written to; one that is not there is made. */
async function checkFolder(option, path) {
    const found = await (0, promises_1.lstat)(path).catch((error) => {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            return undefined;
        throw new input_error_1.it.InputError(`${option}: ${path} cannot be used: ${why(error)}`);
    });
    if (found?.isSymbolicLink())
        throw new input_error_1.it.InputError(`${option}: ${path} is a link: name the folder itself`);
    if (found && !found.isDirectory())
        throw new input_error_1.it.InputError(`${option}: ${path} is a file, not a folder`);
    if (!found)
        await (0, promises_1.mkdir)(path).catch((error) => {
            throw new input_error_1.it.InputError(`${option}: ${path} cannot be made: ${why(error)}`);
        });
}
/** How a page leads to another file */
function linkTo(page, file) {
    return (0, node_path_1.relative)((0, node_path_1.dirname)(page), file).split(node_path_1.sep).map(encodeURIComponent).join('/');
}

/***/ }),

/***/ 7052:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/fleet-credentials.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.environmentOf = environmentOf;
exports.maskAll = maskAll;
exports.strayVariables = strayVariables;
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const environment_1 = { get it() { return (__nccwpck_require__(12).environment); } };
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
const report_1 = { get it() { return (__nccwpck_require__(12).report); } };
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

/***/ 6047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/fleet-plan.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetPlan = fleetPlan;
const options_1 = { get it() { return (__nccwpck_require__(6860).options); } };
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const document_1 = { get it() { return (__nccwpck_require__(6084).document); } };
const fleet_plans_1 = { get it() { return (__nccwpck_require__(6084)["fleet-plans"]); } };
const fleet_plan_table_1 = { get it() { return (__nccwpck_require__(1073)["fleet-plan-table"]); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const fleet_look_1 = __nccwpck_require__(7883);
/** What a deploy of each cluster would do. Changes nothing. */
async function fleetPlan(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const looked = await (0, fleet_look_1.lookAtFleet)(context, options, async (config) => (await context.engine.look(config, options_1.it.DEFAULT_OPTIONS)).plan);
    const shown = looked
        .map(({ file, name, wave, ...one }) => {
        // Where a job of it would run is nothing to a terminal.
        const place = { file, name, wave, runner: [], environment: '' };
        if ('problem' in one)
            return { ...place, plan: { known: false, why: 'missing' }, problem: one.problem };
        return { ...place, plan: (0, fleet_plans_1.it.knownPlan)(one.seen), made: context.secrets.redactIn(one.seen) };
    })
        .sort(fleet_plans_1.it.byWeight);
    const document = {
        version: 1,
        clusters: shown.map(({ file, name, wave, made, problem }) => ({
            ...{ file, name, wave },
            ...(made && { plan: (0, document_1.it.planDocument)(made) }),
            ...(problem !== undefined && { problem }),
        })),
    };
    await context.result(document, options.out);
    if (!context.options.json)
        context.say((0, fleet_plan_table_1.it.renderFleetPlanTable)(shown, context.screen()));
    if (shown.some(({ made }) => !made || made.warnings.some(finding_1.it.isBlocking)))
        return exit_code_1.EXIT.hindered;
    return options.exitCode && !shown.every(fleet_plans_1.it.isEmpty) ? exit_code_1.EXIT.changes : exit_code_1.EXIT.ok;
}

/***/ }),

/***/ 8290:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/fleet-status.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetStatus = fleetStatus;
const node_path_1 = __nccwpck_require__(6760);
const finding_1 = { get it() { return (__nccwpck_require__(7426).finding); } };
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const fleet_page_1 = { get it() { return (__nccwpck_require__(1073)["fleet-page"]); } };
const fleet_status_1 = { get it() { return (__nccwpck_require__(1073)["fleet-status"]); } };
const status_page_1 = { get it() { return (__nccwpck_require__(1073)["status-page"]); } };
const document_1 = { get it() { return (__nccwpck_require__(8723).document); } };
const fleet_1 = { get it() { return (__nccwpck_require__(8723).fleet); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const fleet_look_1 = __nccwpck_require__(7883);
/** Many clusters at a glance. Changes nothing. */
async function fleetStatus(context, options) {
    const { out, html, pages } = options;
    if (out !== undefined)
        await (0, files_1.checkOut)('--out', out, (0, files_1.otherFiles)(options));
    if (html !== undefined)
        await (0, files_1.checkOut)('--html', html, { ...(0, files_1.otherFiles)(options), 'the file of --out': out });
    if (pages !== undefined)
        await (0, files_1.checkFolder)('--pages', pages);
    if (pages !== undefined && html === undefined)
        throw new input_error_1.it.InputError("--pages: give --html FILE as well, the page that leads to each cluster's");
    const looked = await (0, fleet_look_1.lookAtFleet)(context, options, (config) => context.engine.status(config, []));
    const sights = (0, fleet_1.it.worstFirst)(looked.map(({ file, name, wave, ...one }) => {
        const place = { file, name, wave };
        if ('problem' in one)
            return { ...place, known: false, why: 'failed', problem: one.problem };
        return { ...place, known: true, status: context.secrets.redactIn((0, document_1.it.statusDocument)(one.seen)) };
    }));
    await context.result(documentOf(sights), out);
    if (html !== undefined)
        await writePages(context, sights, html, pages);
    if (!context.options.json)
        context.say((0, fleet_status_1.it.renderFleetStatus)(sights, context.screen()));
    if (sights.some(isHindered))
        return exit_code_1.EXIT.hindered;
    return options.exitCode && sights.some((sight) => (0, fleet_1.it.rowOf)(sight).changes !== 0) ? exit_code_1.EXIT.changes : exit_code_1.EXIT.ok;
}
/** Not all of it could be seen, it is not healthy, or a deploy would be kept from something. */
function isHindered(sight) {
    return !sight.known || sight.status.health.healthy !== true || sight.status.findings.some(finding_1.it.isBlocking);
}
function documentOf(sights) {
    return {
        version: 1,
        clusters: sights.map(({ file, name, wave, ...sight }) => ({
            ...{ file, name, wave },
            healthy: sight.known ? sight.status.health.healthy : 'unknown',
            ...(sight.known && { status: sight.status }),
            ...(!sight.known && sight.why === 'failed' && { problem: sight.problem }),
        })),
    };
}
async function writePages(context, sights, html, pages) {
    const links = new Map();
    if (pages !== undefined)
        for (const sight of sights) {
            if (!sight.known)
                continue;
            const path = (0, node_path_1.join)(pages, `${sight.name}.html`);
            await (0, files_1.checkOut)('--html', path);
            await (0, files_1.writeOut)('--pages', path, (0, status_page_1.it.statusPage)(sight.status, Date.parse(sight.status.at)));
            links.set(sight.name, (0, files_1.linkTo)(html, path));
        }
    await (0, files_1.writeOut)('--html', html, (0, fleet_page_1.it.fleetPage)(sights, { at: context.io.now(), links }));
}

/***/ }),

/***/ 7039:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet.ts
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
exports.fleet = fleet;
const fleet_1 = { get it() { return (__nccwpck_require__(2907).fleet); } };
const base_1 = { get it() { return (__nccwpck_require__(12).base); } };
const discover_1 = { get it() { return (__nccwpck_require__(12).discover); } };
const fleet_2 = { get it() { return (__nccwpck_require__(1073).fleet); } };
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
/** Looks at clusters of the repository that the working folder is in. */
async function fleet(context, options) {
    const { what, base, html, pages, exitCode, clusters } = options;
    const given = [
        ...(what !== 'list' && base !== undefined ? ['--base'] : []),
        ...(what !== 'status' && html !== undefined ? ['--html'] : []),
        ...(what !== 'status' && pages !== undefined ? ['--pages'] : []),
        ...(what === 'list' && exitCode ? ['--exit-code'] : []),
        ...(what === 'list' && clusters.length > 0 ? ['names of clusters'] : []),
    ];
    if (given.length > 0)
        throw new input_error_1.it.InputError(`${(0, list_1.it.list)(given)}: not for fleet ${what}; see portsip-cluster help fleet`);
    if (what === 'status')
        return (await Promise.resolve().then(() => __importStar(__nccwpck_require__(8290)))).fleetStatus(context, options);
    if (what === 'plan')
        return (await Promise.resolve().then(() => __importStar(__nccwpck_require__(6047)))).fleetPlan(context, options);
    return listFleet(context, options);
}
/** No secrets, no network. */
async function listFleet(context, { files, base, out }) {
    if (out !== undefined)
        await (0, files_1.checkOut)('--out', out);
    const commit = base === undefined ? undefined : await (0, base_1.it.commitOf)(base, '--base');
    const found = await (0, discover_1.it.discover)(files.length > 0 ? files : discover_1.it.DEFAULT_FILES, commit);
    context.problems(found.warnings);
    const told = documentOf(found, commit !== undefined);
    await context.result(told, out);
    const head = ['CLUSTER', 'FILE', 'WAVE', 'RUNNER', 'ENVIRONMENT', ...(commit === undefined ? [] : ['CHANGED'])];
    const rows = told.clusters.map(({ name, file, wave, runner = [], environment = '', changed }) => [
        ...[name, file, String(wave), runner.join(' '), environment],
        ...(changed === undefined ? [] : [changed ? 'yes' : 'no']),
    ]);
    if (rows.length > 0)
        context.say((0, fleet_2.it.fleetLines)([head, ...rows]).join('\n'));
    for (const one of found.left)
        context.say((0, printable_1.it.printable)((0, fleet_2.it.leftWords)(one)));
    const changed = told.clusters.filter((one) => one.changed).length;
    context.say(`${(0, list_1.it.plural)(rows.length, 'cluster')}${commit === undefined ? '' : `, ${changed} changed`}.`);
    return exit_code_1.EXIT.ok;
}
function documentOf({ clusters, left }, isCompared) {
    return {
        version: 1,
        clusters: clusters.map(({ file, cluster, changed, ...member }) => ({
            ...{ file, name: cluster.name, servers: cluster.servers.length },
            ...(cluster.deploy?.runner && { runner: cluster.deploy.runner }),
            ...(cluster.deploy?.environment !== undefined && { environment: cluster.deploy.environment }),
            wave: (0, fleet_1.it.waveOf)({ file, cluster, ...member }),
            ...(isCompared && { changed }),
        })),
        left,
    };
}

/***/ }),

/***/ 1020:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/hosts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.trust = trust;
exports.documentOf = documentOf;
exports.linesOf = linesOf;
exports.renderHosts = renderHosts;
const picocolors_1 = { get it() { return (__nccwpck_require__(8227).picocolors); } };
const host_keys_1 = { get it() { return (__nccwpck_require__(7083)["host-keys"]); } };
const known_hosts_1 = { get it() { return (__nccwpck_require__(7083)["known-hosts"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(7083).reading); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
/**
 * Shows which keys machines offer that known_hosts does not have, from here and from the main server, and prints the lines that
 * would make them known: for a person to look at and to commit. Trusts nobody.
 */
async function trust(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const cluster = await context.load(options.file);
    const credentials = await context.credentials({ ...options, withoutPbx: true, withoutKnownHosts: true });
    const config = context.session(cluster, credentials, options);
    const found = documentOf(cluster.name, await context.reading(() => context.engine.hostKeys(config)));
    await context.result(found, options.out);
    context.say(renderHosts(found, context.color));
    if (!options.json)
        for (const line of linesOf(found))
            context.io.out.write(`${line}\n`);
    return found.hosts.every(({ state }) => state === 'known' || state === 'new') ? exit_code_1.EXIT.ok : exit_code_1.EXIT.failed;
}
/** Pure: what was seen, for programs. */
function documentOf(cluster, sightings) {
    return {
        version: 1,
        cluster,
        hosts: sightings.map(({ machine: { name, address, ssh }, state }) => {
            const host = { name, address, port: ssh.port };
            if (state.is === 'known')
                return { ...host, state: 'known' };
            if (state.is === 'unseen')
                return { ...host, state: 'unseen', problem: state.why };
            const { here, there } = state;
            const compared = (0, host_keys_1.it.compareSightings)(state);
            return {
                ...host,
                state: state.is === 'changed' ? 'changed' : compared === 'different' ? 'different' : 'new',
                key: { type: (0, known_hosts_1.it.keyType)(here), fingerprint: (0, known_hosts_1.it.fingerprint)(here), line: (0, known_hosts_1.it.knownHostsLine)(address, ssh.port, here) },
                seenFrom: compared === 'alike' ? ['here', 'main-server'] : ['here'],
                ...(there !== undefined && !(0, reading_1.it.isKnown)(there) && { notSeenFromMainServer: there.unknown }),
                ...(there !== undefined && (0, reading_1.it.isKnown)(there) && { fingerprintFromMainServer: (0, known_hosts_1.it.fingerprint)(there) }),
            };
        }),
    };
}
const isAlike = ({ state, seenFrom = [] }) => state === 'new' && seenFrom.length > 1;
/** For known_hosts. What only one place has seen is a comment until somebody has compared it. */
function linesOf({ hosts }) {
    return hosts.flatMap((host) => {
        if (host.state !== 'new' || !host.key)
            return [];
        if (isAlike(host))
            return [host.key.line];
        return [
            `# ${host.name}: seen from one place; compare ${host.key.fingerprint}, then take the # away`,
            `#${host.key.line}`,
        ];
    });
}
/** For people. */
function renderHosts({ cluster, hosts }, color) {
    const c = (0, picocolors_1.it.createColors)(color);
    const text = [];
    for (const host of hosts) {
        if (host.state === 'known' || host.state === 'unseen')
            continue;
        text.push(`${c.bold(calledOf(host))}: ${stateOf(host, c)}`, ...(0, printable_1.it.printableLines)(keysOf(host).join('\n')), '');
    }
    // What keeps one from being seen often keeps others as well.
    const unseen = hosts.filter(({ state }) => state === 'unseen');
    for (const problem of new Set(unseen.map((host) => host.problem ?? ''))) {
        const whom = unseen.filter((host) => (host.problem ?? '') === problem).map(calledOf);
        text.push(`${c.bold((0, list_1.it.list)(whom, 8))}: ${c.red('not seen')}`, ...(0, printable_1.it.printableLines)(problem).map((line) => `  ${line}`), '');
    }
    const known = hosts.filter(({ state }) => state === 'known').length;
    const fresh = hosts.filter(({ state }) => state === 'new');
    const alone = fresh.filter((host) => !isAlike(host));
    const bad = hosts.filter(({ state }) => state === 'different' || state === 'changed');
    if (alone.length > 0)
        text.push(`Compare what one place alone has seen on the machine itself: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub (${(0, list_1.it.list)(alone.map(({ name }) => (0, printable_1.it.printable)(name)), 8)})`);
    if (bad.length > 0)
        text.push(c.red(`Trust none of these until you know why: ${(0, list_1.it.list)(bad.map(({ name }) => (0, printable_1.it.printable)(name)), 8)}`));
    text.push(fresh.length === 0
        ? `${cluster}: ${known} of ${(0, list_1.it.plural)(hosts.length, 'machine')} known; there is nothing to add.`
        : `${cluster}: ${known} of ${(0, list_1.it.plural)(hosts.length, 'machine')} known; ${fresh.length === 1 ? 'the line of a new one goes' : `the lines of ${fresh.length} new ones go`} to standard output (>> known_hosts), for you to look at and to commit.`);
    return text.join('\n');
}
function calledOf({ name, address, port }) {
    return `${(0, printable_1.it.printable)(name)} (${(0, printable_1.it.printable)(address)}${port === 22 ? '' : `, port ${port}`})`;
}
/** A line for each place */
function keysOf({ key, fingerprintFromMainServer: there, notSeenFromMainServer: why }) {
    return [
        ...(key ? [`  from here:        ${key.type} ${key.fingerprint}`] : []),
        ...(there === undefined ? [] : [`  from main server: ${key?.type ?? ''} ${there}`]),
        ...(why === undefined ? [] : [`  from main server: not seen (${why})`]),
    ];
}
function stateOf({ state, seenFrom = [] }, c) {
    switch (state) {
        case 'known':
            return 'known';
        case 'new':
            return seenFrom.length > 1
                ? c.green('new, the same key from both places')
                : c.yellow('new, seen from one place alone');
        case 'different':
            return c.red('NOT THE SAME KEY from both places: somebody may be in between');
        case 'changed':
            return c.red('known_hosts has another key: the machine was installed again, or somebody is in between');
        case 'unseen':
            return c.red('not seen');
    }
}

/***/ }),

/***/ 6018:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/import.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.importFile = importFile;
const promises_1 = __nccwpck_require__(1455);
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const terminal_1 = { get it() { return (__nccwpck_require__(1073).terminal); } };
const document_1 = { get it() { return (__nccwpck_require__(6084).document); } };
const files_1 = __nccwpck_require__(2512);
/** Writes the cluster file of a cluster that runs. Changes nothing there, but for the record with --adopt. */
async function importFile(context, options) {
    const { io, options: told } = context;
    const { out, adopt = false, force = false } = options;
    if (out !== undefined)
        await (0, files_1.checkPlace)('--out', out, (0, files_1.otherFiles)(options));
    if (out !== undefined && !force && (await exists(out)))
        throw new types_1.it.InputError(`${out} is there already and is not overwritten: give another --out, or --force`);
    const credentials = await context.credentials(options);
    const config = context.connection(credentials, options);
    const imported = await context.reading(() => context.engine.importCluster(config, requested(options)));
    const { cluster } = imported;
    const { text, plan, leftOut } = context.secrets.redactIn(imported);
    if (out !== undefined)
        await (0, files_1.writeOut)('--out', out, text);
    // After the file is there: what is managed and in no file would be removed.
    const adopted = adopt ? await context.engine.adopt({ cluster, ...config }) : undefined;
    const document = {
        ...{ version: 1, cluster: cluster.name, text, leftOut, adopted: adopted ?? null, plan: (0, document_1.it.planDocument)(plan) },
    };
    if (told.json)
        await context.result(document, undefined);
    else if (out === undefined)
        io.out.write(text);
    const findings = plan.warnings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        context.say((0, terminal_1.it.renderFindings)(findings, context.terminal(cluster, out ?? 'cluster.yaml')));
    for (const line of leftOut)
        context.say(context.colors.yellow(`Not in the file: ${(0, printable_1.it.printable)(line)}`));
    if (adopted !== undefined)
        context.say(`Adopted: ${adopted}.`);
    const file = out ?? 'the file';
    const what = [
        ...(plan.changes.length > 0 ? [`make ${(0, list_1.it.plural)(plan.changes.length, 'change')}`] : []),
        ...(plan.changedSettings.length > 0 ? [`change ${(0, list_1.it.plural)(plan.changedSettings.length, 'setting')}`] : []),
    ];
    const found = `${cluster.name}: ${(0, list_1.it.plural)(cluster.servers.length, 'server')}.`;
    context.say(what.length === 0
        ? `${found} A deploy of ${file} changes nothing.`
        : context.colors.yellow(`${found} A deploy of ${file} would ${(0, list_1.it.list)(what)}: its comments say which, \`plan\` shows all.`));
    return 0;
}
function requested(options) {
    const { name, pbx, api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes, host } = options;
    return {
        name,
        pbx,
        hosts: host,
        ...(api !== undefined && { api }),
        ...(sshUser !== undefined && { sshUser }),
        ...(sshPort !== undefined && { sshPort }),
        ...(jumpHost !== undefined && { jumpHost }),
        ...(scriptsPath !== undefined && { scriptsPath }),
        ...(controlNode !== undefined && { controlNode }),
        ...(nodes.length > 0 && { nodes }),
    };
}
async function exists(path) {
    return (0, promises_1.access)(path).then(() => true, () => false);
}

/***/ }),

/***/ 5771:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/init-files.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SECRETS = void 0;
exports.newClusterFile = newClusterFile;
exports.workflows = workflows;
const cluster_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(6349)); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const workflow_files_1 = __nccwpck_require__(3152);
/** The cluster file, commented for whoever edits it next. Pure; what it is given is checked by reading the result. */
function newClusterFile({ name, pbx, image, sshUser, sshPort, jumpHost, servers }) {
    const entries = roles_1.it.ROLE_NAMES.flatMap((role) => entriesOf(role, servers[role] ?? []));
    return `# yaml-language-server: $schema=${cluster_schema_json_1.it.default.$id}
#
# A PortSIP PBX cluster. What is written here is made true when a pull request that changes it is merged: its plan comes as a
# comment. Passwords and keys never stand in this file. All fields: docs/cluster-file.md of portsip-cluster/actions.

version: 1

# Two clusters need two names. Renaming a cluster leaves the record of what was put there behind, under the old name.
name: ${plain(name)}

# What all servers run. Change it to upgrade them.
image: ${plain(image)}

# The main server, with PortSIP PBX installed.
pbx:
  private_ip: ${plain(pbx)}
  # api: https://${pbx.includes(':') ? `[${pbx}]` : pbx}:8887   # where the portal answers, if not there
  # image: ${image}   # only with this line is the PBX itself upgraded

# How to sign in to all machines. The account is root or has sudo.
ssh:
  user: ${plain(sshUser)}
${sshPort === undefined ? '' : `  port: ${sshPort}\n`}${jumpHost === undefined
        ? '  # jump_host: ops@bastion.example.com   # where they cannot be reached directly\n'
        : `  jump_host: ${plain(jumpHost)}\n`}
# One entry per Linux host, one role per host. To scale out, add an entry; to remove a server, delete its entry.
# Roles: ${roles_1.it.ROLE_NAMES.join(', ')}.
${entries.length > 0 ? `servers:\n${entries.join('\n')}` : `# None yet. Take [] away, and the # before the lines below.\nservers: []\n  # - name: media-server-1\n  #   role: media\n  #   private_ip: 192.168.1.21\n`}
restart:
  # How long to wait for calls to end before a server is restarted, and what then: fail (leave it running) or force.
  drain_timeout: 30m
  on_drain_timeout: fail
  # Changes that callers notice wait for this window. Without one they are made at any hour.
  # window: { days: [sat, sun], from: '02:00', to: '05:00', timezone: Europe/Berlin }
`;
}
function entriesOf(role, addresses) {
    const { exampleName, label, single } = roles_1.it.ROLES[role];
    const about = `  # ${label.slice(0, 1).toUpperCase()}${label.slice(1)}${single ? ': one at most' : 's: as many as you need'}\n`;
    return addresses.map((address, index) => `${index === 0 ? about : ''}  - name: ${exampleName.replace(/\d+$/, String(index + 1))}\n    role: ${role}\n    private_ip: ${plain(address)}\n`);
}
/** As YAML: with quotes where they are needed. */
function plain(text) {
    return /^[A-Za-z][\w./:@-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
        ? text
        : /^\d{1,3}(\.\d{1,3}){3}$/.test(text)
            ? text
            : JSON.stringify(text);
}
function workflows() {
    return Object.entries(workflow_files_1.WORKFLOW_FILES).map(([name, text]) => ({ path: `.github/workflows/${name}`, text }));
}
/** What the workflows are given: in Settings > Secrets and variables > Actions, or as these lines. */
exports.SECRETS = [
    // As a secret it would have GitHub mask that word in every log.
    ['variable', 'PORTSIP_PBX_USERNAME', 'an administrator of the PBX, without two-factor sign-in', ''],
    ['secret', 'PORTSIP_PBX_PASSWORD', "that administrator's password", ''],
    ['secret', 'PORTSIP_SSH_PRIVATE_KEY', 'the key that opens the hosts', ' < deploy'],
    ['variable', 'PORTSIP_SSH_KNOWN_HOSTS', "the hosts' own keys", ' < known_hosts'],
    ['variable', 'PORTSIP_PBX_FINGERPRINT', "of the PBX's certificate, where it is self-signed", ' --body AB:CD:…'],
    ['variable', 'PORTSIP_PBX_TRUSTED_ADDRESS', 'the host of pbx.api, where an authority signed its certificate', ''],
];

/***/ }),

/***/ 1881:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/init.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.init = init;
const promises_1 = __nccwpck_require__(1455);
const node_path_1 = __nccwpck_require__(6760);
const load_1 = { get it() { return (__nccwpck_require__(2907).load); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const init_files_1 = __nccwpck_require__(5771);
/** Somebody ended the questions, which is no mistake. */
class Unanswered extends Error {
}
async function unlessUnanswered(work) {
    return work.catch((error) => {
        if (error instanceof Unanswered)
            return undefined;
        throw error;
    });
}
const CLUSTER_FILE = 'cluster.yaml';
const DEFAULT_IMAGE = 'portsip/pbx:22';
const DEFAULT_USER = 'pbx';
/** Until the question for the PBX's address is answered */
const PLACEHOLDER = '192.0.2.1';
/** A commented cluster file and its workflows, from questions or options. What is there stays as it is. */
async function init(context, options) {
    const { folder } = options;
    const clusterFile = (0, node_path_1.join)(folder, CLUSTER_FILE);
    // A file that import wrote, or a person, stays: then only what belongs beside it is missing.
    const keeps = await exists(clusterFile);
    if (keeps && describing(options).length > 0)
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(clusterFile)} is there already, and nothing is overwritten: move it away, or give another --folder; without options that describe a cluster, only the workflows that are missing are written`);
    if (keeps)
        await context.load(clusterFile);
    const { kept, missing } = await besideIt(folder, options.workflows ? (0, init_files_1.workflows)() : []);
    const text = keeps ? '' : await unlessUnanswered(describe(context, options));
    if (text === undefined) {
        context.say('Nothing was written.');
        return exit_code_1.EXIT.failed;
    }
    const files = keeps ? missing : [{ path: CLUSTER_FILE, text }, ...missing];
    for (const { path, text } of files)
        await write((0, node_path_1.join)(folder, path), text);
    const { bold, green, yellow } = context.colors;
    const named = (all) => (0, list_1.it.list)(all.map(({ path }) => (0, printable_1.it.printable)((0, node_path_1.join)(folder, path))), 20);
    if (keeps)
        context.say(`${(0, printable_1.it.printable)(clusterFile)} is there already and stays as it is.`);
    const [same, others] = [kept.filter((one) => one.same), kept.filter((one) => !one.same)];
    if (same.length > 0)
        context.say(`As it would be written already: ${named(same)}.`);
    if (others.length > 0)
        context.say(yellow(`There already, not as it would be written, and left as it is: ${named(others)}. Look whether it is meant.`));
    context.say(files.length === 0 ? 'Nothing was missing.' : `${green('Written:')} ${named(files)}.`);
    if (options.workflows)
        context.say(`\n${bold('The workflows need')}\n${secretLines().join('\n')}`);
    const at = folder === '.' ? '' : ` ${(0, printable_1.it.printable)(clusterFile)}`;
    const { cluster } = await context.engine.loadClusterFile(clusterFile);
    const first = cluster.servers.length === 0 ? `add the servers to ${(0, printable_1.it.printable)(clusterFile)}, as its comments show, then ` : '';
    context.say(`\n${bold('Next:')} ${first}portsip-cluster validate${at}`);
    return exit_code_1.EXIT.ok;
}
function secretLines() {
    const width = Math.max(...init_files_1.SECRETS.map(([kind, name, , how]) => `gh ${kind} set ${name}${how}`.length));
    return init_files_1.SECRETS.map(([kind, name, about, how]) => `  ${`gh ${kind} set ${name}${how}`.padEnd(width)}  # ${about}`);
}
/** Options that say what the cluster is */
function describing(options) {
    const { name, pbx, image, sshUser, jumpHost } = options;
    return [name, pbx, image, sshUser, jumpHost, ...roles_1.it.ROLE_NAMES.flatMap((role) => options[role] ?? [])].filter((value) => value !== undefined);
}
/** Which of the files are there: `same`, with the very text that they would get */
async function besideIt(folder, files) {
    const kept = [];
    const missing = [];
    for (const file of files) {
        const path = (0, node_path_1.join)(folder, file.path);
        if (!(await exists(path)))
            missing.push(file);
        else
            kept.push({ ...file, same: (await (0, promises_1.readFile)(path, 'utf8').catch(() => '')) === file.text });
    }
    return { kept, missing };
}
/** Asks for what the options do not say. Throws InputError for what cannot be meant. */
async function describe(context, options) {
    const { folder, name, pbx, image, sshUser, sshPort, jumpHost } = options;
    const asks = describing(options).length === 0;
    if (asks && !context.io.interactive)
        throw new input_error_1.it.InputError('There is no terminal to ask on: give --name, --pbx and servers such as --media 192.168.1.21');
    if (!asks && (name === undefined || pbx === undefined))
        throw new input_error_1.it.InputError('Give --name and --pbx, or nothing at all to be asked.');
    const answers = {
        name: name ?? nameOf(folder),
        pbx: pbx ?? PLACEHOLDER,
        image: image ?? DEFAULT_IMAGE,
        sshUser: sshUser ?? DEFAULT_USER,
        ...(sshPort !== undefined && { sshPort }),
        ...(jumpHost !== undefined && { jumpHost }),
        servers: Object.fromEntries(roles_1.it.ROLE_NAMES.map((role) => [role, options[role] ?? []])),
    };
    const text = (0, init_files_1.newClusterFile)(asks ? await asked(context, answers) : answers);
    const problem = faultOf(text);
    if (problem !== undefined)
        throw new input_error_1.it.InputError(problem);
    return text;
}
async function asked(context, suggested) {
    let answers = { ...suggested, servers: {} };
    context.say('Enter alone takes what stands in brackets. Nothing is written before the last question.\n');
    const take = async (question, suggestion, into) => {
        for (;;) {
            const given = await context.io.ask(`${question}${suggestion ? ` [${suggestion}]` : ''}: `);
            if (given === undefined)
                throw new Unanswered();
            const tried = into(given.trim() || suggestion);
            const problem = faultOf((0, init_files_1.newClusterFile)(tried));
            if (problem === undefined) {
                answers = tried;
                return;
            }
            context.say(context.colors.red((0, printable_1.it.printable)(problem)));
        }
    };
    await take('Name of the cluster', suggested.name, (name) => ({ ...answers, name }));
    await take("The main server's private address", '', (pbx) => ({ ...answers, pbx }));
    await take('Image that the servers run', suggested.image, (image) => ({ ...answers, image }));
    await take('Account to sign in with by SSH', suggested.sshUser, (sshUser) => ({ ...answers, sshUser }));
    for (const role of roles_1.it.ROLE_NAMES) {
        const { label, single } = roles_1.it.ROLES[role];
        const question = single
            ? `Private address of the ${label}, if there is one`
            : `Private addresses of ${label}s, if there are any`;
        await take(question, '', (given) => ({
            ...answers,
            servers: { ...answers.servers, [role]: given.split(/[\s,]+/).filter(Boolean) },
        }));
    }
    return answers;
}
/** The first fault of the file that would be written; the place in it means nothing to whoever answers. */
function faultOf(text) {
    const fault = (0, load_1.it.parseCluster)(text, CLUSTER_FILE, { unwritten: true }).problems.find(({ severity }) => severity === 'error');
    return fault && `${fault.message}${fault.cure ? ` — ${fault.cure}` : ''}`;
}
function nameOf(folder) {
    const name = (0, node_path_1.basename)((0, node_path_1.resolve)(folder))
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return /^[a-z]/.test(name) ? name.slice(0, 30).replace(/-+$/, '') : 'acme';
}
async function exists(path) {
    return (0, promises_1.lstat)(path).then(() => true, () => false);
}
/** `wx`: whatever came there since is not written over either. */
async function write(path, text) {
    try {
        await (0, promises_1.mkdir)((0, node_path_1.dirname)(path), { recursive: true });
        await (0, promises_1.writeFile)(path, text, { flag: 'wx' });
    }
    catch (error) {
        throw new input_error_1.it.InputError(`${path} cannot be written: ${(0, files_1.why)(error)}`);
    }
}

/***/ }),

/***/ 6871:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/io.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Interrupted = void 0;
exports.terminalIo = terminalIo;
exports.wantsColor = wantsColor;
exports.forPeople = forPeople;
exports.widthOf = widthOf;
const node_os_1 = __nccwpck_require__(8161);
const promises_1 = __nccwpck_require__(6848);
const ascii_1 = { get it() { return (__nccwpck_require__(6060).ascii); } };
const internet_1 = { get it() { return (__nccwpck_require__(7083).internet); } };
/** Somebody pressed Ctrl-C instead of answering. Nothing has been done then. */
class Interrupted extends Error {
    name = 'Interrupted';
}
exports.Interrupted = Interrupted;
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
        home: (0, node_os_1.homedir)(),
        out: output(process.stdout),
        err: output(process.stderr),
        interactive: isTerminal(process.stdin) && isTerminal(process.stderr),
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
        internet: internet_1.it.internet,
    };
}
const isTerminal = ({ isTTY = false }) => isTTY;
function output(stream) {
    return {
        write: (text) => void stream.write(text),
        get isTTY() {
            return isTerminal(stream);
        },
        get columns() {
            return stream.columns ?? 100;
        },
        get rows() {
            return stream.rows ?? 24;
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
    const terminal = (0, promises_1.createInterface)({ input: process.stdin, output: process.stderr });
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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
/***/ ((__unused_webpack_module, exports) => {

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

/***/ 7289:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/log.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.log = log;
exports.renderLog = renderLog;
const window_1 = { get it() { return (__nccwpck_require__(2907).window); } };
const picocolors_1 = { get it() { return (__nccwpck_require__(8227).picocolors); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(1073)["out-of-calls"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
/** Which runs changed the cluster, the last one first, as the record on the main server has it. Changes nothing. */
async function log(context, options) {
    if (options.out !== undefined)
        await (0, files_1.checkOut)('--out', options.out, (0, files_1.otherFiles)(options));
    const cluster = await context.load(options.file);
    const credentials = await context.credentials({ ...options, withoutPbx: true });
    const config = context.session(cluster, credentials, options);
    const { runs, ...now } = await context.reading(() => context.engine.history(config));
    const last = runs.slice(-options.number).reverse();
    const document = { version: 1, cluster: cluster.name, runs: last, ...now };
    await context.result(document, options.out);
    if (!context.options.json)
        context.say(renderLog(context.secrets.redactIn(document), cluster, context.terminal(cluster, options.file)));
    return exit_code_1.EXIT.ok;
}
/** For people; times as a clock in the window's zone shows them. */
function renderLog({ runs, outOfCalls, lock }, { name, restart }, options) {
    const c = (0, picocolors_1.it.createColors)(options.color);
    const out = (0, out_of_calls_1.it.outOfCallsLines)(outOfCalls, lock, options).map((line) => c.yellow(line));
    const all = runs.length === 0
        ? [`No run has changed ${name} since its record keeps them.\n`]
        : runs.map((run) => oneRun(run, restart.window ?? { timezone: 'UTC' }, c));
    return [...(out.length > 0 ? [`${out.join('\n')}\n`] : []), ...all].join('\n');
}
function oneRun(run, zone, c) {
    const { by, commit, url, done, failed, skipped, deeds, interrupted = false, goesOn = [] } = run;
    const sum = [
        ...(interrupted ? [c.yellow('interrupted')] : []),
        `${(0, list_1.it.plural)(done, 'change')} done`,
        ...(failed > 0 ? [c.red(`${failed} failed`)] : []),
        ...(skipped > 0 ? [c.yellow(`${skipped} not begun`)] : []),
    ];
    const more = done + failed - deeds.length;
    return [
        `${c.bold((0, window_1.it.formatMoment)(zone, Date.parse(run.began)))}  ${by === undefined ? '' : `${(0, printable_1.it.printable)(by)}: `}${sum.join(', ')}`,
        ...(commit === undefined ? [] : [`  commit ${(0, printable_1.it.printable)(commit)}`]),
        ...(url === undefined ? [] : [`  ${(0, printable_1.it.printable)(url)}`]),
        ...deeds.map((one) => (one.failed ? c.red(`  failed: ${(0, printable_1.it.printable)(one.deed)}`) : `  ${(0, printable_1.it.printable)(one.deed)}`)),
        ...goesOn.map((deed) => c.yellow(`  still at work on its host when the run ended: ${(0, printable_1.it.printable)(deed)}`)),
        ...(more > 0 ? [c.dim(`  … and ${more} more`)] : []),
        '',
    ].join('\n');
}

/***/ }),

/***/ 5042:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/main.ts
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
exports.main = main;
const commander_1 = { get it() { return __nccwpck_require__(3504); } };
const package_json_1 = { get it() { return __nccwpck_require__(4452); } };
const suggest_1 = { get it() { return (__nccwpck_require__(2907).suggest); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const report_1 = { get it() { return (__nccwpck_require__(12).report); } };
const fold_1 = { get it() { return (__nccwpck_require__(6060).fold); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const context_1 = __nccwpck_require__(9212);
const engine_1 = __nccwpck_require__(7209);
const exit_code_1 = __nccwpck_require__(4293);
const io_1 = __nccwpck_require__(6871);
const options_1 = __nccwpck_require__(1501);
/** Runs a command line. Gives its exit code (`exit-code.ts`). */
async function main(argv, io = (0, io_1.terminalIo)(), engine = engine_1.engine) {
    let exitCode = 0;
    let context;
    const command = (work) => async (options) => {
        const told = all.opts()['color'] === false ? { ...options, color: false } : options;
        context = new context_1.Context(io, engine, told);
        exitCode = await work(context, told);
    };
    const all = program(command, io, engine);
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
function program(command, io, engine) {
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
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1881)))).init(context, options)));
    const validating = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(8933)))).validate(context, options));
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
    (0, options_1.withFile)(all.command('cloud-firewall').description("show what a cloud's own firewall has to let in; no secrets, no network"))
        .addOption(new commander_1.it.Option('--commands <cloud>', 'print commands to copy instead').choices(['aws', 'azure']))
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(5063)))).cloudFirewall(context, options)));
    (0, options_1.withRunOptions)((0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('plan').description('show what a deploy would do')))))
        .option('--out <file>', 'write plan.json to a file')
        .option('--base <file>', 'compare with this older cluster file instead of the live cluster; no secrets, no network')
        .option('--exit-code', `exit with ${exit_code_1.EXIT.changes} when there are changes`)
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(9404)))).plan(context, options)));
    (0, options_1.withRunOptions)((0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('deploy').description('make the live cluster match the cluster file')))))
        .option('--plan <file>', 'do only what is in this plan, saved by plan --out, and do not ask')
        .option('--digest <digest>', 'do it only when the plan has this digest, and do not ask')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1692)))).deploy(context, options)));
    (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('restart').description('restart servers one after the other, drained'))), 'only these: names, roles or loadbalancer, separated by commas; none: all')
        .option('--pbx', 'the PBX itself, too, before all others')
        .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
        .option('--force', 'even if the maintenance window is closed, calls do not end or it is the last of its role')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1692)))).restart(context, options)));
    (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all
        .command('backup')
        .description('stop services one after the other, copy what they keep, and start them again'))), 'only these: names or roles, separated by commas; none, without --pbx: all that keep something')
        .option('--pbx', 'the PBX itself: no calls while it is copied')
        .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
        .option('--force', 'even if the maintenance window is closed')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(9373)))).backup(context, options)));
    (0, options_1.withSelection)((0, options_1.withConnection)((0, options_1.withFile)(all.command('status').description('show the cluster at a glance'))))
        .option('--out <file>', 'write the JSON to a file, too')
        .option('--html <file>', 'write a page to look at: one file, without scripts, for a browser or a phone')
        .option('--exit-code', `exit with ${exit_code_1.EXIT.changes} when a deploy would change something`)
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(3689)))).status(context, options)));
    (0, options_1.withConnection)((0, options_1.withFile)(all.command('log').description('tell which runs changed the cluster, when and by whom')))
        .option('-n, --number <number>', 'the last so many', (0, options_1.atMost)(50), 10)
        .option('--out <file>', 'write the JSON to a file, too')
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(7289)))).log(context, options)));
    const trusting = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(1020)))).trust(context, options));
    (0, options_1.withConnection)((0, options_1.withFile)(all
        .command('hosts')
        .description('hosts trust: show keys of new machines from two places, and print their lines for known_hosts')
        .addArgument(new commander_1.it.Argument('<what>', 'what to do').choices(['trust']))))
        .option('--out <file>', 'write the JSON to a file, too')
        .action((_what, options) => trusting({ ...options, printsResult: true }));
    const fleet = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(7039)))).fleet(context, options));
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
    const importing = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(6018)))).importFile(context, options));
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
    const fetching = command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(403)))).fetchScripts(context, options));
    (0, options_1.withFile)(all
        .command('scripts')
        .description("fill the cluster file's folder of PortSIP's control scripts")
        .addArgument(new commander_1.it.Argument('<what>', 'fetch: check those that FROM has, and put them there').choices(['fetch']))
        .argument('<from>', 'a folder, a .tar.gz archive, or a Git repository; an https address is downloaded from'))
        .option('--commit <commit>', 'of the Git repository; its HEAD when left out and FROM is an address')
        .option('--path <folder>', 'which folder of FROM, such as v22.x, where several have scripts')
        .option('--out <file>', 'write the JSON to a file, too')
        .action((_what, from, options) => fetching({ ...options, from }));
    all
        .command('completion')
        .description('print what makes a shell complete commands, options, servers and roles')
        .addArgument(new commander_1.it.Argument('<shell>', 'which one').choices(['bash', 'zsh', 'fish']))
        .addHelpText('after', '\nIn ~/.bashrc: source <(portsip-cluster completion bash); zsh and fish likewise.')
        .action(async (shell) => {
        io.out.write((await Promise.resolve().then(() => __importStar(__nccwpck_require__(989)))).SCRIPTS[shell]);
    });
    all.command('__complete [words...]', { hidden: true }).action(async (words) => {
        const { candidates } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(989)));
        const clusters = async () => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(7883)))).clusterNames();
        const load = (file) => engine.loadClusterFile(file).then(({ cluster }) => cluster, () => undefined);
        for (const word of await candidates(all, words, load, clusters))
            io.out.write(`${(0, printable_1.it.printable)(word)}\n`);
    });
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
    all
        .command('demo')
        .description('a story in a sandbox: deploy seven machines, scale out, see that nothing is left to do; needs nothing')
        .option('--no-color', 'no colours, as with NO_COLOR')
        .option('--debug', 'show what hosts print, and details of errors')
        .option('--whole-life', 'go on: restarts under calls, a server that stays away, a removal, an upgrade, a new token, a PBX that moves')
        .option('--high-availability', 'another story: a PBX of three nodes, a failover in the middle of a deploy, restarts, an upgrade, a removal')
        .option('--keep', 'leave the sandbox running afterwards and say how to use it')
        .addOption(new commander_1.it.Option('--serve', 'only start the sandbox, and say how to use it'))
        .action(command(async (context, options) => (await Promise.resolve().then(() => __importStar(__nccwpck_require__(9320)))).demo(context, options)));
    return all;
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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
        .option('--concurrency <number>', 'hosts worked on at once, 1 to 100', atMost(100), 50);
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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/own-ssh.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ownSsh = ownSsh;
exports.expand = expand;
const promises_1 = __nccwpck_require__(1455);
const node_path_1 = __nccwpck_require__(6760);
const ssh_config_1 = { get it() { return (__nccwpck_require__(7083)["ssh-config"]); } };
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
    const text = await (0, promises_1.readFile)(path, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : { path, text };
}
/** The file with what it includes in its place; one that cannot be read says nothing. */
async function configText(path, folder, left = { files: MOST_INCLUDED }) {
    if (left.files-- <= 0)
        return '';
    const text = await (0, promises_1.readFile)(path, 'utf8').catch(() => '');
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
    const entries = await (0, promises_1.readdir)((0, node_path_1.dirname)(whole)).catch(() => []);
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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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

/***/ 403:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fetchScripts = fetchScripts;
const node_child_process_1 = __nccwpck_require__(1421);
const promises_1 = __nccwpck_require__(1455);
const node_os_1 = __nccwpck_require__(8161);
const node_path_1 = __nccwpck_require__(6760);
const node_util_1 = __nccwpck_require__(7975);
const node_zlib_1 = __nccwpck_require__(8522);
const control_scripts_1 = { get it() { return (__nccwpck_require__(2907)["control-scripts"]); } };
const load_1 = { get it() { return (__nccwpck_require__(2907).load); } };
const scripts_folder_1 = { get it() { return (__nccwpck_require__(2907)["scripts-folder"]); } };
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(7426)["plain-file"]); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(6060).printable); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const exit_code_1 = __nccwpck_require__(4293);
const files_1 = __nccwpck_require__(2512);
const tar_1 = __nccwpck_require__(8320);
const DEFAULT_FOLDER = 'portsip';
/** An archive of all of PortSIP's scripts has a few hundred KB. */
const MOST_BYTES = 64 * 1024 * 1024;
const DOWNLOAD_MS = 120_000;
/**
 * Fills the folder of control scripts, on a person's machine or a runner: it downloads only from an address that it is given. What is
 * wrong with any of them is told before anything is written.
 */
async function fetchScripts(context, options) {
    const { file, from, out } = options;
    const { folder, needed } = await wantedBy(file);
    const { files: found, said } = await read(options);
    const { path, names } = choose(found, options, [...needed.keys()]);
    const absent = (0, control_scripts_1.it.missingScripts)((0, printable_1.it.printable)(from), [...names.keys()], needed);
    if (absent.length > 0)
        throw new input_error_1.it.InputError(absent.join('\n'));
    const checked = await (0, scripts_folder_1.it.checkScripts)([...names].map(([name, bytes]) => [name, () => Promise.resolve(bytes)]), path === '' ? from : (0, node_path_1.join)(from, path));
    if (checked.problems.length > 0)
        throw new types_1.it.ClusterFileError(checked.problems);
    const before = await present(folder);
    const source = { ...said, ...(path !== '' && { path }) };
    const states = checked.files.map((script) => ({ ...script, is: stateOf(script, before) }));
    const different = states.filter(({ is }) => is !== 'same').length;
    await write(folder, checked.files, source, different > 0);
    const others = [...before.keys()].filter((name) => !names.has(name));
    await context.result({
        folder,
        source,
        files: states.map(({ name, sha256, is }) => ({ name, sha256, is })),
        others,
    }, out);
    for (const { name, text, is } of states) {
        const { added, removed } = (0, control_scripts_1.it.linesApart)(before.get(name) ?? '', text);
        const apart = is === 'same' ? 'as it was' : is === 'new' ? `new, ${added} lines` : `+${added} -${removed} lines`;
        context.say(`  ${name}  ${context.colors.dim(apart)}`);
    }
    if (others.length > 0)
        context.say(`${(0, list_1.it.list)(others, 5)} ${others.length === 1 ? 'stays' : 'stay'} in ${(0, printable_1.it.printable)(folder)}, although ${(0, printable_1.it.printable)(from)} has none of that name: hosts keep it as well until a person deletes it.`);
    context.say(different === 0
        ? `${context.colors.green('Nothing is new:')} ${(0, list_1.it.plural)(states.length, 'script')} in ${(0, printable_1.it.printable)(folder)}.`
        : `${context.colors.green('Written:')} ${(0, list_1.it.plural)(different, 'script')} to ${(0, printable_1.it.printable)(folder)}. Look at the diff, commit it, and open a pull request: its plan says which hosts get them.`);
    return exit_code_1.EXIT.ok;
}
/** The cluster file's folder and what its servers need; without a file what every cluster needs. */
async function wantedBy(file) {
    let text;
    try {
        text = await (0, plain_file_1.it.readPlain)(file);
    }
    catch (error) {
        if ((0, unknown_1.it.codeOf)(error) !== 'ENOENT')
            throw new input_error_1.it.InputError(`${file} cannot be read: ${(0, files_1.why)(error)}`);
        return { folder: (0, scripts_folder_1.it.scriptsFolder)(file, DEFAULT_FOLDER), needed: (0, scripts_folder_1.it.neededScripts)({ servers: [] }) };
    }
    const { cluster, problems } = await (0, load_1.it.parseClusterFile)(text, file);
    if (!cluster)
        throw new types_1.it.ClusterFileError(problems);
    return { folder: (0, scripts_folder_1.it.scriptsFolder)(file, cluster.scripts?.folder ?? DEFAULT_FOLDER), needed: (0, scripts_folder_1.it.neededScripts)(cluster) };
}
async function read({ from, commit }) {
    if (from.startsWith('-'))
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)} is no folder, archive or address`);
    if (/^[a-z+]+:\/\//i.test(from)) {
        if (!from.startsWith('https://'))
            throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)}: only an https address is downloaded from`);
        if (/\.(tar\.gz|tgz)$/.test(from)) {
            refuseCommit(commit);
            return { files: unpack(await download(from)), said: { from } };
        }
        return await withFolder((folder) => fromGit(folder, commit ?? 'HEAD', from));
    }
    const found = await (0, promises_1.stat)(from).catch((error) => {
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)} cannot be read: ${(0, files_1.why)(error)}`);
    });
    const said = { from: (0, node_path_1.basename)(from) };
    if (found.isFile()) {
        refuseCommit(commit);
        if (found.size > MOST_BYTES)
            throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)} is larger than 64 MiB: is it the right file?`);
        return { files: unpack(await (0, promises_1.readFile)(from)), said };
    }
    if (commit !== undefined)
        return await fromGit(from, commit, undefined);
    return { files: await fromFolder(from), said };
}
function refuseCommit(commit) {
    if (commit !== undefined)
        throw new input_error_1.it.InputError('--commit is for a Git repository, not for an archive');
}
function unpack(bytes) {
    let tar;
    try {
        tar = (0, node_zlib_1.gunzipSync)(bytes, { maxOutputLength: MOST_BYTES });
    }
    catch (error) {
        throw new input_error_1.it.InputError(`the archive cannot be unpacked (${(0, unknown_1.it.messageOf)(error)}): a .tar.gz is wanted`);
    }
    return (0, tar_1.readTar)(tar, isScriptPath);
}
const isScriptPath = (path) => (0, control_scripts_1.it.isScriptName)(node_path_1.posix.basename(path));
/** Below a folder, without what Git keeps there. A link is not followed. */
async function fromFolder(folder) {
    const entries = await (0, promises_1.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile() && (0, control_scripts_1.it.isScriptName)(entry.name))
        .map((entry) => (0, node_path_1.join)(entry.parentPath, entry.name))
        .filter((path) => !path.split(node_path_1.sep).includes('.git'));
    const relative = (path) => path.slice((0, node_path_1.join)(folder, node_path_1.sep).length).split(node_path_1.sep).join('/');
    return new Map(await Promise.all(files.map(async (path) => [relative(path), await (0, promises_1.readFile)(path)])));
}
async function download(url) {
    try {
        const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
        if (!response.ok)
            throw new Error(`the answer is ${response.status}`);
        const chunks = [];
        let length = 0;
        for await (const chunk of response.body ?? []) {
            chunks.push(chunk);
            length += chunk.length;
            if (length > MOST_BYTES)
                throw new Error('it is larger than 64 MiB');
        }
        return Buffer.concat(chunks);
    }
    catch (error) {
        throw new input_error_1.it.InputError(`${url} cannot be downloaded: ${(0, unknown_1.it.messageOf)(error)}`);
    }
}
async function withFolder(work) {
    const folder = await (0, promises_1.mkdtemp)((0, node_path_1.join)((0, node_os_1.tmpdir)(), 'portsip-scripts-'));
    try {
        return await work(folder);
    }
    finally {
        await (0, promises_1.rm)(folder, { recursive: true, force: true });
    }
}
/** What a commit has, of a repository here or, once it is fetched into an empty folder, of that at an address. */
async function fromGit(folder, commit, url) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(commit))
        throw new input_error_1.it.InputError(`--commit: ${(0, printable_1.it.printable)(commit)} is no commit`);
    if (url !== undefined) {
        await git(folder, ['init', '--quiet', '--bare']);
        await git(folder, ['fetch', '--quiet', '--depth=1', '--no-tags', '--', url, commit]);
    }
    const name = url === undefined ? commit : 'FETCH_HEAD';
    const sha = (await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))
        .toString()
        .trim();
    const tar = await git(folder, ['archive', '--format=tar', sha]);
    return { files: (0, tar_1.readTar)(tar, isScriptPath), said: { from: url ?? (0, node_path_1.basename)(folder), commit: sha } };
}
async function git(folder, args) {
    try {
        const { stdout } = await (0, node_util_1.promisify)(node_child_process_1.execFile)('git', ['-C', folder, ...args], {
            encoding: 'buffer',
            maxBuffer: MOST_BYTES,
            timeout: DOWNLOAD_MS,
            env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
        });
        return stdout;
    }
    catch (error) {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            throw new input_error_1.it.InputError('git is not on this machine: give a folder or an archive instead');
        const told = error.stderr?.toString().trim().split('\n').at(-1);
        throw new input_error_1.it.InputError(`git ${args[0]} failed: ${(0, printable_1.it.printable)(told || (0, unknown_1.it.messageOf)(error))}`);
    }
}
/** The one folder that has what is needed, or the one that was named. */
function choose(files, { from, path }, needed) {
    const folders = new Map();
    for (const [file, bytes] of files) {
        const folder = node_path_1.posix.dirname(file) === '.' ? '' : node_path_1.posix.dirname(file);
        folders.set(folder, (folders.get(folder) ?? new Map()).set(node_path_1.posix.basename(file), bytes));
    }
    const asked = path?.replace(/^\.?\/+|\/+$/g, '');
    const fits = [...folders].filter(([folder, names]) => asked === undefined ? needed.some((name) => names.has(name)) : folder === asked || folder.endsWith(`/${asked}`));
    const [one, ...others] = fits.sort(([a], [b]) => (a < b ? -1 : 1));
    const all = (0, list_1.it.list)([...folders.keys()].sort().map((folder) => (0, printable_1.it.printable)(folder === '' ? '.' : folder)), 12);
    if (!one)
        throw new input_error_1.it.InputError(folders.size === 0
            ? `${(0, printable_1.it.printable)(from)} has no scripts in it`
            : `${(0, printable_1.it.printable)(from)} has ${asked === undefined ? 'none of the scripts that the cluster needs' : `no folder ${(0, printable_1.it.printable)(asked)} with scripts`}; there are scripts in: ${all}`);
    if (others.length > 0)
        throw new input_error_1.it.InputError(`several folders of ${(0, printable_1.it.printable)(from)} have such scripts; say which by --path: ${(0, list_1.it.list)(fits.map(([folder]) => (0, printable_1.it.printable)(folder)), 12)}`);
    const [folder, names] = one;
    if (names.size > control_scripts_1.it.MOST_SCRIPTS)
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(folder)} holds more than ${control_scripts_1.it.MOST_SCRIPTS} scripts`);
    return { path: folder, names };
}
/** Texts of the scripts that are in the folder already */
async function present(folder) {
    const names = await (0, promises_1.readdir)(folder).catch((error) => {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            return [];
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(folder)} cannot be read: ${(0, files_1.why)(error)}`);
    });
    const read = async (name) => [name, await (0, plain_file_1.it.readPlain)((0, node_path_1.join)(folder, name)).catch(() => '')];
    return new Map(await Promise.all(names.filter(control_scripts_1.it.isScriptName).sort().map(read)));
}
function stateOf({ name, text }, before) {
    const had = before.get(name);
    return had === undefined ? 'new' : had === text ? 'same' : 'changed';
}
async function write(folder, scripts, source, isNews) {
    const put = async (name, text) => {
        await (0, plain_file_1.it.writePlain)((0, node_path_1.join)(folder, name), text).catch((error) => {
            throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)((0, node_path_1.join)(folder, name))} cannot be written: ${(0, files_1.why)(error)}`);
        });
    };
    await (0, promises_1.mkdir)(folder, { recursive: true }).catch((error) => {
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)((0, node_path_1.dirname)(folder))} cannot be written: ${(0, files_1.why)(error)}`);
    });
    for (const { name, text } of scripts)
        await put(name, text);
    const lines = Object.entries(source).map(([name, value]) => `${name}: ${(0, printable_1.it.printable)(value)}`);
    // A newer commit with the same scripts is no news.
    if (!isNews)
        return;
    await put('SOURCE', `# Written by portsip-cluster scripts fetch\n${lines.join('\n')}\n`);
    // Git for Windows would give them line ends that no shell on Linux takes.
    await put('.gitattributes', '*.sh text eol=lf\n');
}

/***/ }),

/***/ 3689:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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

/***/ 8320:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/tar.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readTar = readTar;
const input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
/*
 * Reads an archive in memory and writes none of it anywhere: what is in it decides no path on this machine.
 */
const BLOCK = 512;
/** Plain files of a tar archive (ustar, also as git and GNU tar write it), by their paths. Throws InputError for what is none. */
function readTar(bytes, wanted) {
    const files = new Map();
    let longName;
    for (let at = 0; at + BLOCK <= bytes.length;) {
        const head = bytes.subarray(at, at + BLOCK);
        // Two blocks of zeros are its end.
        if (head.every((byte) => byte === 0))
            return files;
        const size = Number.parseInt(textAt(head, 124, 12).trim() || '0', 8);
        if (!checksumFits(head) || !Number.isSafeInteger(size))
            throw new input_error_1.it.InputError('this is no whole tar archive');
        const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
        if (content.length < size)
            break;
        at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
        const kind = textAt(head, 156, 1);
        if (kind === 'L')
            longName = content.toString('utf8').replace(/\0.*$/s, '');
        else if (kind === 'x')
            longName = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString('utf8'))?.[1];
        else if (kind !== 'g') {
            const prefix = textAt(head, 257, 5) === 'ustar' ? textAt(head, 345, 155) : '';
            const name = longName ?? [prefix, textAt(head, 0, 100)].filter(Boolean).join('/');
            longName = undefined;
            if ((kind === '0' || kind === '') && wanted(name))
                files.set(name, content);
        }
    }
    throw new input_error_1.it.InputError('the archive ends in the middle: half of a download?');
}
function textAt(head, start, length) {
    return head.toString('utf8', start, start + length).replace(/\0.*$/s, '');
}
/** The sum of the head's bytes, its own field as blanks. Source: POSIX, pax, ustar interchange format */
function checksumFits(head) {
    const told = Number.parseInt(textAt(head, 148, 8).trim(), 8);
    return head.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0) === told;
}

/***/ }),

/***/ 8933:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
// src/cli/validate.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validate = validate;
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
const roles_1 = { get it() { return (__nccwpck_require__(2907)["roles/index"]); } };
const types_1 = { get it() { return (__nccwpck_require__(2907).types); } };
const files_1 = __nccwpck_require__(2512);
/** Checks the cluster file alone: no secrets, no network. */
async function validate(context, { file, out }) {
    if (out !== undefined)
        await (0, files_1.checkOut)('--out', out, { 'the cluster file': file });
    try {
        const { cluster, warnings } = await context.engine.loadClusterFile(file);
        await context.result({ valid: true, problems: warnings }, out);
        context.problems(warnings);
        context.say(`${context.colors.green('Valid.')} ${inShort(cluster)}`);
        return 0;
    }
    catch (error) {
        if (error instanceof types_1.it.ClusterFileError)
            await context.result({ valid: false, problems: error.problems }, out);
        throw error;
    }
}
/** "acme: 7 servers: 2 media servers, 1 queue server and 1 IM server." */
function inShort({ name, servers }) {
    const roles = new Map();
    for (const { role } of servers)
        roles.set(role, (roles.get(role) ?? 0) + 1);
    const each = (0, list_1.it.list)([...roles].map(([role, count]) => (0, list_1.it.plural)(count, roles_1.it.ROLES[role].label)), 6);
    return `${name}: ${(0, list_1.it.plural)(servers.length, 'server')}${each ? `: ${each}` : ''}.`;
}

/***/ }),

/***/ 3152:
/***/ ((__unused_webpack_module, exports) => {

"use strict";
// src/cli/workflow-files.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.WORKFLOW_FILES = void 0;
// Made from examples/workflows by scripts/workflow-files.mjs. Do not edit.
/** The workflows of a cluster's repository, by name */
exports.WORKFLOW_FILES = {
    'plan.yml': "# Shows on a pull request what it would do to the cluster. Copy to .github/workflows/plan.yml.\n# Needs the secrets PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables PORTSIP_PBX_USERNAME (or a secret),\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment.\nname: Plan\n\non:\n  pull_request:\n    paths: [cluster.yaml, 'portsip/**'] # the second: PortSIP's control scripts, where the cluster file names their folder\n\npermissions: {}\n\n# Of this file and this pull request or entry of a merge queue; another cluster's workflow has a group of its own.\nconcurrency:\n  group: ${{ github.workflow_ref }}\n  cancel-in-progress: true\n\njobs:\n  plan:\n    name: Plan\n    uses: portsip-cluster/actions/.github/workflows/plan.yml@v1\n    permissions:\n      contents: read # the cluster file\n      pull-requests: write # the plan as a comment\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n      PORTSIP_REVIEW_KEY: ${{ secrets.PORTSIP_REVIEW_KEY }} # where there is one\n",
    'deploy.yml': "# Makes the live cluster match on every merge, as the plan of the pull request said. Copy to .github/workflows/deploy.yml.\n# Needs the secrets PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables PORTSIP_PBX_USERNAME (or a secret),\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment.\nname: Deploy\n\non:\n  push:\n    branches: [main]\n    paths: [cluster.yaml, 'portsip/**'] # the second: PortSIP's control scripts, where the cluster file names their folder\n  # schedule: [{ cron: '15 18 * * 5,6' }] # UTC; with a maintenance window, in the window, for what waited\n  workflow_dispatch:\n    inputs:\n      approve:\n        description: Deploy a plan that nobody reviewed, by its digest, which a stopped deploy prints\n        type: string\n      force:\n        description: Also what cuts calls or waits for the maintenance window\n        type: boolean\n        default: false\n      rotate-im-token:\n        description: Issue a new IM token and recreate the IM server with it\n        type: boolean\n        default: false\n      host-is-gone:\n        description: Removed servers whose host will never answer again, by name\n        type: string\n      allow-undersized:\n        description: Install on hosts that are smaller than the guide's minimum\n        type: boolean\n        default: false\n      install-ssh-key:\n        description: High availability only. Let pbx01 sign in to servers where it cannot yet\n        type: boolean\n        default: false\n\npermissions: {}\n\njobs:\n  deploy:\n    name: Deploy\n    uses: portsip-cluster/actions/.github/workflows/deploy.yml@v1\n    permissions:\n      contents: read # the cluster file\n      pull-requests: read # its reviewed plan\n    with:\n      environment: production # reviewers of this environment approve the deploy\n      # A push has no inputs.\n      approve: ${{ inputs.approve || '' }}\n      force: ${{ inputs.force || false }}\n      rotate-im-token: ${{ inputs.rotate-im-token || false }}\n      host-is-gone: ${{ inputs.host-is-gone || '' }}\n      allow-undersized: ${{ inputs.allow-undersized || false }}\n      install-ssh-key: ${{ inputs.install-ssh-key || false }}\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n      PORTSIP_REVIEW_KEY: ${{ secrets.PORTSIP_REVIEW_KEY }} # where there is one\n",
    'rolling-restart.yml': "# Restarts cluster services by hand, without dropping calls. Copy to .github/workflows/rolling-restart.yml.\n# Needs the secrets PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment.\nname: Rolling restart\n\non:\n  workflow_dispatch:\n    inputs:\n      roles:\n        description: What to restart\n        type: choice\n        options: [all, loadbalancer, media, queue, meeting, ivr, im, dataflow]\n        default: all\n      servers:\n        description: Or only these servers, by name\n        type: string\n      pbx:\n        description: The PBX itself as well, which ends all calls\n        type: boolean\n        default: false\n      reason:\n        description: Why\n        type: string\n        required: true\n      force:\n        description: Restart outside the maintenance window, with calls up, or the last server of a role\n        type: boolean\n        default: false\n\npermissions: {}\n\njobs:\n  restart:\n    name: Restart\n    uses: portsip-cluster/actions/.github/workflows/rolling-restart.yml@v1\n    permissions:\n      contents: read # the cluster file\n    with:\n      environment: production\n      roles: ${{ inputs.servers == '' && inputs.roles || '' }}\n      servers: ${{ inputs.servers }}\n      pbx: ${{ inputs.pbx }}\n      reason: ${{ inputs.reason }}\n      force: ${{ inputs.force }}\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n",
    'drift.yml': "# Checks every morning whether the cluster is still what cluster.yaml says, and keeps one issue about it.\n# Copy to .github/workflows/drift.yml.\n# Needs the secrets PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment without reviewers.\nname: Drift\n\non:\n  schedule:\n    - cron: '17 5 * * *' # UTC, and not on the hour, when GitHub is busy\n  workflow_dispatch:\n\npermissions: {}\n\njobs:\n  drift:\n    name: Drift\n    uses: portsip-cluster/actions/.github/workflows/drift.yml@v1\n    permissions:\n      contents: read # the cluster file\n      issues: write # the issue about drift\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n",
};

/***/ }),

/***/ 2907:
/***/ ((module) => {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 6349:
/***/ ((module) => {

"use strict";
module.exports = require("./cluster.schema.json");

/***/ }),

/***/ 6860:
/***/ ((module) => {

"use strict";
module.exports = require("./deploy.js");

/***/ }),

/***/ 12:
/***/ ((module) => {

"use strict";
module.exports = require("./github.js");

/***/ }),

/***/ 7083:
/***/ ((module) => {

"use strict";
module.exports = require("./host.js");

/***/ }),

/***/ 9886:
/***/ ((module) => {

"use strict";
module.exports = require("./import.js");

/***/ }),

/***/ 7426:
/***/ ((module) => {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 8387:
/***/ ((module) => {

"use strict";
module.exports = require("./pbx.js");

/***/ }),

/***/ 6084:
/***/ ((module) => {

"use strict";
module.exports = require("./plan.js");

/***/ }),

/***/ 1073:
/***/ ((module) => {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 5336:
/***/ ((module) => {

"use strict";
module.exports = require("./sandbox.js");

/***/ }),

/***/ 9984:
/***/ ((module) => {

"use strict";
module.exports = require("./stages.js");

/***/ }),

/***/ 8723:
/***/ ((module) => {

"use strict";
module.exports = require("./status.js");

/***/ }),

/***/ 6060:
/***/ ((module) => {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 3504:
/***/ ((module) => {

"use strict";
module.exports = require("./vendor/commander.js");

/***/ }),

/***/ 8227:
/***/ ((module) => {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 4452:
/***/ ((module) => {

"use strict";
module.exports = require("./version.json");

/***/ }),

/***/ 1421:
/***/ ((module) => {

"use strict";
module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

"use strict";
module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 6848:
/***/ ((module) => {

"use strict";
module.exports = require("node:readline/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

"use strict";
module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

"use strict";
module.exports = require("node:zlib");

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
