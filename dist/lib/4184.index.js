"use strict";
exports.id = 4184;
exports.ids = [4184,3433];
exports.modules = {

/***/ 66453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49058);




/**
 * Files given as options win over PORTSIP_… variables. All secrets are in `secrets` when this returns.
 * Throws InputError that names everything that is missing at once.
 */
async function readCredentials(options, env, secrets, home = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)()) {
    const secret = (name) => {
        const value = env[name]?.replace(/[\r\n]+$/, '');
        secrets.add(value);
        return value || undefined;
    };
    const pbxPassword = secret('PORTSIP_PBX_PASSWORD');
    const sudoPassword = secret('PORTSIP_SUDO_PASSWORD');
    const sshPassphrase = secret('PORTSIP_SSH_PASSPHRASE');
    secrets.add(env['PORTSIP_SSH_PRIVATE_KEY']);
    const problems = [];
    const file = async (path, option) => {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(expand(path, home), 'utf8');
        }
        catch (error) {
            problems.push(`${option}: ${path} cannot be read: ${why(error)}.`);
            return undefined;
        }
    };
    const sshPrivateKey = options.identity
        ? await file(options.identity, '--identity')
        : text(env['PORTSIP_SSH_PRIVATE_KEY']);
    secrets.add(sshPrivateKey);
    const pbxCa = options.pbxCa ? await file(options.pbxCa, '--pbx-ca') : text(env['PORTSIP_PBX_CA']);
    const sshKnownHosts = options.knownHosts
        ? await file(options.knownHosts, '--known-hosts')
        : (text(env['PORTSIP_SSH_KNOWN_HOSTS']) ??
            (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.ssh/known_hosts'), 'utf8').catch(() => undefined)));
    const pbxUsername = env['PORTSIP_PBX_USERNAME'];
    const pbxFingerprint = options.pbxFingerprint ?? env['PORTSIP_PBX_FINGERPRINT'];
    if (!pbxUsername)
        problems.push('Set PORTSIP_PBX_USERNAME to the name of an administrator of the PBX.');
    if (!pbxPassword)
        problems.push("Set PORTSIP_PBX_PASSWORD to that administrator's password.");
    if (!sshPrivateKey && !options.identity)
        problems.push('Give the SSH key: --identity FILE, or its text in PORTSIP_SSH_PRIVATE_KEY.');
    if (sshKnownHosts === undefined && !options.knownHosts)
        problems.push('Give the hosts’ keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.');
    if (pbxFingerprint && !/^(sha256:)?([0-9a-f]{2}:?){32}$/i.test(pbxFingerprint.trim()))
        problems.push('The PBX fingerprint is not the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons.');
    if (problems.length > 0)
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(problems.join('\n'));
    return defined({
        pbxUsername,
        pbxPassword,
        pbxCa,
        pbxFingerprint,
        sshPrivateKey,
        sshPassphrase,
        sshKnownHosts,
        sudoPassword,
    });
}
const text = (value) => (value ? `${value.trimEnd()}\n` : undefined);
const expand = (path, home) => path === '~' || path.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, path.slice(1)) : path;
function why(error) {
    const { code, message } = error;
    const known = {
        ENOENT: 'there is no such file',
        EACCES: 'permission denied',
        EISDIR: 'it is a folder',
    };
    return known[code ?? ''] ?? message;
}
function defined(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
//# sourceMappingURL=credentials.js.map

/***/ }),

/***/ 10842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply),
  deploy: () => (/* binding */ deploy),
  forPrograms: () => (/* binding */ forPrograms),
  restart: () => (/* binding */ restart)
});

// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/deploy/options.js
var deploy_options = __webpack_require__(12546);
// EXTERNAL MODULE: ./build/src/render/outcome.js
var outcome = __webpack_require__(38687);
// EXTERNAL MODULE: ./build/src/render/terminal.js
var terminal = __webpack_require__(59947);
// EXTERNAL MODULE: ./build/src/render/text.js
var render_text = __webpack_require__(44824);
// EXTERNAL MODULE: ./build/src/render/words.js
var words = __webpack_require__(89510);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/stages/types.js
var stages_types = __webpack_require__(93781);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/plan/digest.js
var plan_digest = __webpack_require__(99286);
// EXTERNAL MODULE: ./build/src/plan/plan.js + 1 modules
var plan = __webpack_require__(85864);
;// CONCATENATED MODULE: ./build/src/cli/approved.js







/** Throws InputError for a file that no `plan --out` wrote, or of another cluster. */
async function readApproved(options, cluster) {
    const { plan: file, digest } = options;
    if (file !== undefined && digest !== undefined)
        throw new types/* InputError */.dz('Give either --plan or --digest, not both.');
    if (digest !== undefined) {
        const problem = (0,plan_digest/* digestProblem */.W)(digest);
        if (problem)
            throw new types/* InputError */.dz(`--digest: ${problem}`);
        return { digest };
    }
    if (file === undefined)
        return undefined;
    const plan = parse(await read(file), file);
    if (plan.cluster !== cluster.name)
        throw new types/* InputError */.dz(`--plan: ${file} is a plan of ${plan.cluster}, and the cluster file is of ${cluster.name}`);
    return { plan };
}
async function read(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new types/* InputError */.dz(`--plan: ${file} cannot be read (${error.code ?? 'unknown'})`);
    }
}
function parse(text, file) {
    let found;
    try {
        found = JSON.parse(text);
    }
    catch {
        found = undefined;
    }
    const { version, cluster, changes } = (found ?? {});
    if (version === 1 && typeof cluster === 'string' && Array.isArray(changes) && changes.every(isChange)) {
        // Its digest is made anew: what counts is what it says.
        return { version, cluster, changes, digest: (0,plan.digestOf)(cluster, changes), live: true, warnings: [] };
    }
    throw new types/* InputError */.dz(`--plan: ${file} is not a plan; make one with: portsip-cluster plan --out ${file}`);
}
function isChange(value) {
    const { id, action, attributes } = (value ?? {});
    return typeof id === 'string' && typeof action === 'string' && Array.isArray(attributes);
}
/** Why a plan must not be begun; undefined: nothing speaks against it. */
function objection(approved, now, cluster) {
    if ('digest' in approved)
        return now.digest === approved.digest
            ? undefined
            : `That is not the plan that was approved: its digest is ${now.digest}. Nothing was done.`;
    const others = (0,review/* unreviewed */.tj)(now, cluster, (0,review/* reviewedOf */.DD)(approved.plan, cluster));
    if (others.length === 0)
        return undefined;
    const deeds = others.map(({ change }) => (0,render_text/* printable */.g$)((0,words/* deed */.dH)(change)));
    return `${(0,render_text/* plural */.LS)(others.length, 'change')} of this plan ${others.length === 1 ? 'is' : 'are'} not in the one that was saved: ${(0,render_text/* list */.p_)(deeds, 8)}. Nothing was done.`;
}
//# sourceMappingURL=approved.js.map
// EXTERNAL MODULE: ./build/src/cli/credentials.js
var cli_credentials = __webpack_require__(66453);
// EXTERNAL MODULE: ./build/src/cli/plan.js
var cli_plan = __webpack_require__(19404);
;// CONCATENATED MODULE: ./build/src/cli/deploy.js












/** Makes the live cluster match the cluster file, after asking. */
async function deploy(context, options) {
    const cluster = await context.load(options.file);
    (0,cluster_select/* selectServers */.V)(cluster, options.servers);
    return run(context, options, cluster, (0,cli_plan.runOptions)(options), await readApproved(options, cluster));
}
/** Restarts servers one after the other, drained, after asking. */
async function restart(context, options) {
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    const isGroup = (name) => (0,cluster_select/* isRole */.t)(name) || name === LOAD_BALANCER;
    (0,cluster_select/* selectServers */.V)(cluster, servers.filter((name) => name !== LOAD_BALANCER));
    return run(context, options, cluster, {
        ...deploy_options/* DEFAULT_OPTIONS */.l,
        stages: ['restart'],
        force,
        restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
    });
}
/** Runs on the main server and can be restarted alone, as if it were a role. */
const LOAD_BALANCER = 'loadbalancer';
async function run(context, options, cluster, wanted, approved) {
    if (!options.yes && !approved && (!context.io.interactive || options.json))
        throw new types/* InputError */.dz('Nobody is here to be asked. Look at the plan first, then give --yes.');
    const { env, home } = context.io;
    const credentials = await (0,cli_credentials/* readCredentials */.L)(options, env, context.secrets, home);
    const interrupt = new AbortController();
    const config = context.session(cluster, credentials, options, interrupt.signal);
    const may = (plan) => approved && objection(approved, plan, cluster);
    const only = approved && 'plan' in approved ? { ...wanted, reviewed: (0,review/* reviewedOf */.DD)(approved.plan, cluster) } : wanted;
    const result = options.yes || approved
        ? await atOnce(context, config, only, options.file, interrupt, may)
        : await afterAsking(context, config, wanted, options.file, interrupt);
    if (!result)
        return 1;
    await context.result(forPrograms(result), options.out);
    const ok = (0,outcome/* verdict */.WJ)(result).ok && !(interrupt.signal.aborted && result.skipped.length > 0);
    return ok ? 0 : 1;
}
/** undefined: nobody wanted it. */
async function afterAsking(context, config, wanted, file, interrupt) {
    const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.runStages(config, { ...wanted, dryRun: true }));
    if (!shown(context, config, plan, file))
        return untouched(plan);
    if (!(await confirmed(context))) {
        context.say('Nothing was done.');
        return undefined;
    }
    context.say('');
    return apply(context, config, wanted, plan, interrupt);
}
/** Without a question in between, the cluster is read once, with the lock held. `may`: what speaks against the plan. */
async function atOnce(context, config, wanted, file, interrupt, may) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        let startedAt = io.now();
        let known;
        let refused = false;
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
            const why = may(plan);
            refused = why !== undefined;
            context.say(why === undefined ? '' : `\n${context.colors.red(why)}`);
            if (refused)
                return false;
            known = plan;
            startedAt = io.now();
            progress.expect(plan.changes);
            return true;
        };
        const result = await engine.runStages(config, { ...wanted, dryRun: false }, begin).finally(end);
        if (refused)
            return undefined;
        if (!known)
            return untouched(result.plan);
        progress.close();
        conclude(context, result, known.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    });
}
/** Shows the plan; false: there is nothing to begin. */
function shown(context, { cluster }, plan, file) {
    context.say((0,terminal/* renderTerminal */.b)(plan, context.terminal(cluster, file)));
    const stop = before(plan);
    if (stop?.say)
        context.say(stop.say);
    return stop === undefined;
}
/** What came of a plan of which nothing was begun. */
function untouched(plan) {
    const ok = before(plan)?.exitCode === 0;
    return { plan, ok, done: [], failed: [], skipped: [], findings: plan.warnings };
}
/** Why there is nothing to begin. */
function before({ changes, warnings }) {
    const blocking = warnings.filter(stages_types/* isBlocking */.Us);
    if (blocking.some(({ server }) => server === undefined))
        return { exitCode: 1, say: 'Nothing can be done before what is blocked above is put right.' };
    if (changes.length === 0)
        return { exitCode: blocking.length > 0 ? 1 : 0 };
    return undefined;
}
async function confirmed(context) {
    const { bold } = context.colors;
    context.say(`\n${bold('Do you want to perform these actions?')} Only 'yes' will be accepted.`);
    return (await context.io.ask('> '))?.trim() === 'yes';
}
/** Does what was planned, with progress; Ctrl-C once begins nothing new, twice leaves. */
async function apply(context, config, wanted, plan, interrupt) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        const startedAt = io.now();
        progress.expect(plan.changes);
        const result = await engine.runStages(config, { ...wanted, dryRun: false });
        progress.close();
        conclude(context, result, plan.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    });
}
async function interruptible(context, interrupt, work) {
    const { io, progress } = context;
    const release = io.onInterrupt(() => {
        if (interrupt.signal.aborted) {
            progress.close();
            context.say('Left. What runs on the hosts goes on to its end; the next deploy takes it up.');
            io.exit(1);
        }
        interrupt.abort();
        const going = progress.inProgress();
        progress.info('Stopping: nothing new is begun. Press Ctrl-C again to leave at once.');
        if (going.length > 0)
            progress.info(`What goes on on the hosts is not interrupted: ${(0,render_text/* list */.p_)(going, 8)}.`);
    });
    try {
        return await work();
    }
    finally {
        progress.close();
        release();
    }
}
function conclude(context, result, shown, elapsedMs, interrupted) {
    const { bold, green, red, yellow } = context.colors;
    const { ok } = (0,outcome/* verdict */.WJ)(result);
    const told = new Set(shown.map(({ message }) => message));
    const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !told.has(message));
    context.say('');
    if (unexpected.length > 0)
        context.say((0,terminal/* renderFindings */.v)(unexpected, { color: context.color }));
    for (const { change, message } of result.failed)
        context.say(red(`Failed: ${(0,render_text/* printable */.g$)((0,words/* deed */.dH)(change))}: ${(0,render_text/* printable */.g$)(message)}`));
    for (const [reason, changes] of (0,outcome/* skippedByReason */.Au)(result))
        context.say(yellow(`Not begun (${(0,render_text/* printable */.g$)(reason)}): ${(0,render_text/* list */.p_)(changes.map((change) => (0,render_text/* printable */.g$)((0,words/* deed */.dH)(change))), 8)}`));
    const paint = ok ? green : red;
    context.say(bold(paint(`${ok ? 'Done' : 'Not all was done'}: ${(0,outcome/* outcomeLine */.RW)(result)} in ${(0,render_text/* duration */.p0)(elapsedMs)}.`)));
    context.say(interrupted
        ? 'It was stopped. Run it again: it carries on, and takes up what still runs on the hosts.'
        : (0,outcome/* nextAfter */.On)(result));
}
/** A result without the tokens that it may hold. */
function forPrograms({ plan, ok, done, failed, skipped, findings }) {
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...change, elapsedMs })),
        failed: failed.map(({ change, message }) => ({ ...change, message })),
        skipped: skipped.map(({ change, reason }) => ({ ...change, skipped: reason })),
        findings,
    };
}
//# sourceMappingURL=deploy.js.map

/***/ }),

/***/ 19404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   runOptions: () => (/* binding */ runOptions)
/* harmony export */ });
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86119);
/* harmony import */ var _deploy_options__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12546);
/* harmony import */ var _render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59947);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66453);




/** Shows what a deploy would do. Changes nothing. */
async function plan(context, options) {
    const cluster = await context.load(options.file);
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_0__/* .selectServers */ .V)(cluster, options.servers);
    const made = options.base === undefined
        ? await livePlan(context, options, cluster)
        : await context.engine.offlinePlan(await context.load(options.base), cluster);
    await context.result(made, options.out);
    if (!context.options.json)
        context.say((0,_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderTerminal */ .b)(made, context.terminal(cluster, options.file)));
    return options.exitCode && made.changes.length > 0 ? 3 : 0;
}
async function livePlan(context, options, cluster) {
    const { env, home } = context.io;
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_3__/* .readCredentials */ .L)(options, env, context.secrets, home);
    const config = context.session(cluster, credentials, options);
    const wanted = { ...runOptions(options), dryRun: true };
    const result = await context.progress.during('Reading the live cluster', () => context.engine.runStages(config, wanted));
    return result.plan;
}
function runOptions(options) {
    return {
        ..._deploy_options__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_OPTIONS */ .l,
        servers: options.servers,
        rotate: options.rotate,
        force: options.force ?? false,
        gone: options.hostIsGone,
        allowUndersized: options.allowUndersized ?? false,
        ...(options.installSshKey && { installSshKey: true }),
        ...(options.dataflowTokenPath !== undefined && { dataflowTokenPath: options.dataflowTokenPath }),
    };
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 23433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ shellQuoteAll),
/* harmony export */   XP: () => (/* binding */ printfEscape),
/* harmony export */   ZL: () => (/* binding */ shellQuote)
/* harmony export */ });
/** One word for a POSIX shell, whatever it holds. */
function shellQuote(word) {
    if (word.includes('\0'))
        throw new TypeError('a shell word cannot hold a NUL');
    return `'${word.replaceAll("'", "'\\''")}'`;
}
function shellQuoteAll(words) {
    return words.map(shellQuote).join(' ');
}
/**
 * One line of printable ASCII that `printf %b` turns back into the same bytes. `%b` is a builtin of every POSIX
 * shell, so hosts need no base64.
 */
function printfEscape(text) {
    let line = '';
    for (const byte of Buffer.from(text, 'utf8')) {
        if (byte === 0x5c)
            line += '\\\\';
        else if (byte === 0x0a)
            line += '\\n';
        else if (byte >= 0x20 && byte < 0x7f)
            line += String.fromCharCode(byte);
        else
            line += `\\0${byte.toString(8).padStart(3, '0')}`;
    }
    return line;
}
//# sourceMappingURL=quote.js.map

/***/ }),

/***/ 59947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal),
/* harmony export */   v: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _counts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25455);
/* harmony import */ var _groups__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9347);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44824);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89510);





/** A plan for people at a terminal: findings, what happens to which server, in which order, what callers notice, the sum. */
function renderTerminal(plan, options) {
    const page = new Page(options);
    page.findings((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(plan.warnings).filter(({ severity }) => severity !== 'note'));
    if (plan.changes.length > 0) {
        page.servers(plan);
        page.order(plan);
        page.impact(plan);
    }
    page.notes(plan.warnings.filter(({ severity }) => severity === 'note'));
    page.summary(plan);
    return page.text();
}
/** Findings alone, as they are shown above a plan. */
function renderFindings(findings, options) {
    const page = new Page(options);
    page.findings((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(findings));
    return page.text();
}
class Page {
    options;
    lines = [];
    c;
    symbols;
    constructor(options) {
        this.options = options;
        this.c = (0,picocolors__WEBPACK_IMPORTED_MODULE_3__.createColors)(options.color);
        this.symbols = options.unicode === false ? _words__WEBPACK_IMPORTED_MODULE_2__/* .ASCII_SYMBOLS */ .CD : _words__WEBPACK_IMPORTED_MODULE_2__/* .SYMBOLS */ .Am;
    }
    text() {
        return `${this.lines.join('\n').trimEnd()}\n`;
    }
    findings(findings) {
        const { kept, more } = few(findings);
        for (const finding of kept) {
            const paint = { blocking: this.c.red, warning: this.c.yellow, note: this.c.cyan }[finding.severity];
            const title = { blocking: 'Blocked', warning: 'Warning', note: 'Note' }[finding.severity];
            this.box(`${title}: `, paint, (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(finding));
        }
        for (const line of more)
            this.lines.push(line);
        if (findings.length > 0)
            this.lines.push('');
    }
    servers(plan) {
        const used = new Set(plan.changes.map(({ action }) => action));
        const legend = _words__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl.filter((action) => used.has(action)).map((action) => `${this.sign(action)} ${_words__WEBPACK_IMPORTED_MODULE_2__/* .LEGEND */ .Ix[action]}`);
        this.lines.push(this.c.bold(plan.live ? 'What would be done' : 'What the change of the cluster file would do'));
        this.lines.push(`  ${legend.join('   ')}`, '');
        const groups = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .groupByServer */ .yt)(plan.changes, this.options.cluster?.servers);
        const width = Math.max(0, ...groups.filter((group) => isRestart(group)).map(({ name }) => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name ?? '').length));
        for (const group of groups) {
            if (isRestart(group))
                this.restart(group, width);
            else
                this.server(group);
        }
        if (this.lines.at(-1) !== '')
            this.lines.push('');
    }
    /** A server that is only restarted takes one line. */
    restart(group, width) {
        const [change] = group.changes;
        if (!change)
            return;
        const name = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name ?? '').padEnd(width);
        this.hang(`  ${this.sign('restart')} ${this.c.bold(name)}  `, 6 + width, (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(change.reason), this.c.dim);
    }
    server(group) {
        const name = group.name === undefined ? 'main server' : (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name);
        const about = group.server ? this.c.dim(` (${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .introduce */ .o2)(group.server)})`) : '';
        this.lines.push(`${this.sign((0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .overall */ .Me)(group), 3)} ${this.c.bold(name)}${about}`);
        const width = Math.max(0, ...group.changes.flatMap((change) => (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change).map(({ name }) => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name).length)));
        for (const change of group.changes) {
            this.hang(`      ${this.sign(change.action)} ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)(change))}`, 10, change.reason ? `: ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(change.reason)}` : '', this.c.dim);
            for (const { name: attribute, before, after } of (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change)) {
                const label = `${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(attribute)}:`.padEnd(width + 1);
                this.lines.push(`          ${label} ${this.value(before, after)}`);
            }
        }
        this.lines.push('');
    }
    value(before, after) {
        if (before === undefined)
            return this.c.green((0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after ?? ''));
        const was = this.c.red((0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(before));
        return `${was} -> ${after === undefined ? this.c.red('(removed)') : this.c.green((0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after))}`;
    }
    order(plan) {
        this.lines.push(this.c.bold('In this order'));
        (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .steps */ .Ci)(plan.changes).forEach((step, index) => {
            const text = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .deeds */ .Iv)(step, _words__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3, (change) => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .target */ .aC)(change)))
                .map(([what, whom]) => `${what} ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(whom, 8)}`)
                .join('; ');
            this.hang(`${String(index + 1).padStart(3)}. `, 5, `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`);
        });
        this.lines.push('');
    }
    impact(plan) {
        this.lines.push(this.c.bold('What callers will notice'));
        const worst = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .worstImpact */ .Ox)(plan.changes);
        const paint = worst === 'active-calls' ? this.c.red : worst === 'none' ? this.c.green : this.c.yellow;
        const bullet = this.options.unicode === false ? '-' : '•';
        for (const sentence of (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .impactSentences */ .bw)(plan))
            this.hang(`  ${paint(bullet)} `, 4, (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(sentence));
        this.lines.push('');
    }
    notes(notes) {
        if (notes.length === 0)
            return;
        this.lines.push(this.c.bold('Notes'));
        const { kept, more } = few((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(notes));
        for (const note of kept) {
            const [first = '', ...rest] = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(note));
            this.hang('  - ', 4, first);
            for (const line of rest)
                this.hang('    ', 4, line);
        }
        for (const line of more)
            this.lines.push(`  ${line}`);
        this.lines.push('');
    }
    summary(plan) {
        const line = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .summaryLine */ .dC)(plan, this.options.clusterFile && (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(this.options.clusterFile));
        this.lines.push(plan.changes.length > 0 ? this.c.bold(line) : this.c.green(line));
        if (!plan.live)
            this.lines.push(this.c.dim('Made from two cluster files alone: the live cluster was not asked and may differ.'));
    }
    sign(action, width = 0) {
        const paint = {
            create: this.c.green,
            update: this.c.yellow,
            replace: this.c.magenta,
            delete: this.c.red,
            restart: this.c.cyan,
        };
        return paint[action](this.symbols[action].padStart(width));
    }
    /** A message with a coloured bar at its left. */
    box(title, paint, message) {
        const bar = this.options.unicode === false ? '|' : '│';
        const width = (this.options.width ?? Infinity) - 2;
        (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)(message).forEach((line, index) => {
            const head = index === 0 ? title : '';
            (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(`${head}${line}`, width).forEach((part, row) => {
                const text = index === 0 && row === 0 ? `${paint(this.c.bold(head))}${part.slice(head.length)}` : part;
                this.lines.push(`${paint(bar)} ${text}`);
            });
        });
    }
    /** `head` as it is, then `text` wrapped, its further lines indented. */
    hang(head, indent, text, paint = (plain) => plain) {
        const width = this.options.width;
        // eslint-disable-next-line no-control-regex
        const used = head.replace(/\u001b\[\d+m/g, '').length;
        if (width === undefined || used + text.length <= width) {
            this.lines.push(`${head}${text && paint(text)}`);
            return;
        }
        const [first = '', ...rest] = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(' '.repeat(used).replaceAll(' ', '\u0001') + text, width);
        this.lines.push(`${head}${paint(first.replaceAll('\u0001', ''))}`);
        for (const line of (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(rest.join(' '), width - indent))
            this.lines.push(`${' '.repeat(indent)}${paint(line)}`);
    }
}
/** Nobody reads the same advice for 500 servers: the first of a kind, and how many more. What blocks is shown in full. */
function few(findings) {
    const kindOf = ({ severity, code }) => `${severity} ${code}`;
    const counts = new Map();
    const left = new Map();
    const kept = findings.filter((finding) => {
        const kind = kindOf(finding);
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (finding.severity === 'blocking' || count <= MOST_OF_A_KIND)
            return true;
        left.set(finding.code, (left.get(finding.code) ?? 0) + 1);
        return false;
    });
    return { kept, more: [...left].map(([code, count]) => `… and ${count} more like it (${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(code)})`) };
}
const MOST_OF_A_KIND = 5;
const isRestart = ({ name, changes }) => name !== undefined && changes.length === 1 && changes[0]?.action === 'restart' && changes[0].attributes.length === 0;
//# sourceMappingURL=terminal.js.map

/***/ })

};
;
//# sourceMappingURL=4184.index.js.map