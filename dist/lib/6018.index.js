"use strict";
exports.id = 6018;
exports.ids = [6018];
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
        problems.push("Give the hosts' keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.");
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

/***/ 16018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   importFile: () => (/* binding */ importFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49058);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43706);
/* harmony import */ var _text_printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47335);
/* harmony import */ var _render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59947);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66453);






/** Writes the cluster file of a cluster that runs. Changes nothing there, but for the record with --adopt. */
async function importFile(context, options) {
    const { io, options: told } = context;
    const { out, adopt = false, force = false } = options;
    if (out !== undefined && !force && (await exists(out)))
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${out} is there already and is not overwritten: give another --out, or --force`);
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_3__/* .readCredentials */ .L)(options, io.env, context.secrets, io.home);
    const config = context.connection(credentials, options);
    const { cluster, text, plan, leftOut } = await context.progress.during('Reading the live cluster', () => context.engine.importCluster(config, requested(options)));
    if (out !== undefined)
        await write(out, text);
    // After the file is there: what is managed and in no file would be removed.
    const adopted = adopt ? await context.engine.adopt({ cluster, ...config }) : undefined;
    if (told.json)
        await context.result({ version: 1, cluster: cluster.name, text, leftOut, adopted: adopted ?? null, plan }, undefined);
    else if (out === undefined)
        io.out.write(text);
    const findings = plan.warnings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        context.say((0,_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderFindings */ .v)(findings, context.terminal(cluster, out ?? 'cluster.yaml')));
    for (const line of leftOut)
        context.say(context.colors.yellow(`Not in the file: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(line)}`));
    if (adopted !== undefined)
        context.say(`Adopted: ${adopted}.`);
    const file = out ?? 'the file';
    context.say(plan.changes.length === 0
        ? `${cluster.name}: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .L)(cluster.servers.length, 'server')}. A deploy of ${file} changes nothing.`
        : context.colors.yellow(`${cluster.name}: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .L)(cluster.servers.length, 'server')}. A deploy of ${file} would make ${(0,_text_list__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .L)(plan.changes.length, 'change')}: its comments say which, \`plan\` shows all.`));
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
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}
async function write(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text).catch((error) => {
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`--out: ${path} cannot be written: ${error.message}`);
    });
}
//# sourceMappingURL=import.js.map

/***/ }),

/***/ 40883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isBlocking)
/* harmony export */ });
function isBlocking({ severity }) {
    return severity === 'blocking';
}
//# sourceMappingURL=finding.js.map

/***/ }),

/***/ 25455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ IMPACT_LABELS),
/* harmony export */   Bd: () => (/* binding */ countActions),
/* harmony export */   J7: () => (/* binding */ countsLine),
/* harmony export */   Ox: () => (/* binding */ worstImpact),
/* harmony export */   bw: () => (/* binding */ impactSentences),
/* harmony export */   dC: () => (/* binding */ summaryLine),
/* harmony export */   vs: () => (/* binding */ STAND_IN)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40883);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43706);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89510);




function countActions(changes) {
    const counts = { create: 0, update: 0, replace: 0, delete: 0, restart: 0 };
    for (const { action } of changes)
        counts[action]++;
    return counts;
}
/** "3 to add, 1 to change, 0 to replace, 2 to restart, 0 to remove" */
function countsLine(changes) {
    const { create, update, replace, restart, delete: remove } = countActions(changes);
    return `${create} to add, ${update} to change, ${replace} to replace, ${restart} to restart, ${remove} to remove`;
}
/** The last line of a plan: "Plan: 3 to add, …." or that there is nothing to do. */
function summaryLine(plan, clusterFile = 'cluster.yaml') {
    if (plan.changes.length > 0)
        return `Plan: ${countsLine(plan.changes)}.`;
    if (plan.warnings?.some(_finding__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .U))
        return 'No changes that could be made: see what is blocked.';
    return plan.live
        ? `No changes. The cluster matches ${clusterFile}.`
        : 'No changes. Both cluster files ask for the same cluster.';
}
function worstImpact(changes) {
    const worst = Math.max(0, ...changes.map(({ impact }) => _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD.indexOf(impact)));
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .IMPACTS */ .wD[worst] ?? 'none';
}
/** In a word or two, for tables. */
const IMPACT_LABELS = {
    none: 'nothing',
    analytics: 'reports pause',
    messaging: 'chat pauses',
    'new-calls': 'new calls wait or go elsewhere',
    'active-calls': 'calls can be cut',
};
/** What callers will notice, a sentence for each kind of impact, the worst first; at least one. */
function impactSentences({ changes, warnings }) {
    const of = (impact) => changes.filter((change) => change.impact === impact);
    const sentences = [
        ...cut(of('active-calls')),
        ...away(changes, warnings),
        ...noNewCalls(of('new-calls'), warnings),
        ...paused(of('messaging'), 'Chat messages and files', 'calls go on'),
        ...paused(of('analytics'), 'Reports and call statistics', 'calls and chat go on'),
    ];
    return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}
const isPbx = ({ kind }) => kind === 'pbx-restart' || kind === 'pbx-image';
const isLoadBalancer = ({ kind }) => kind === 'load-balancer-restart';
const names = (changes) => [...new Set(changes.map((change) => change.server ?? (0,_words__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(change)))];
function cut(changes) {
    const sentences = [];
    if (changes.some(isPbx))
        sentences.push('The PBX itself restarts: all calls are cut, and none can be made for some minutes.');
    const others = changes.filter((change) => !isPbx(change));
    const servers = names(others);
    if (servers.length > 0)
        sentences.push(`Calls that are up on ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(servers)} get about five minutes to end; those that last longer are cut.`);
    return sentences;
}
/** Servers that are the only ones of their role: somebody stands in, or nobody does. */
function away(changes, findings) {
    const touched = new Set(changes.map(({ server }) => server));
    const of = (code) => findings.flatMap((finding) => (finding.code === code && touched.has(finding.server) ? (finding.server ?? []) : []));
    const alone = of(ALONE);
    const replaced = of(STAND_IN);
    const sentences = [];
    if (alone.length > 0)
        sentences.push(`New calls that need ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(alone)} are refused for about a minute: there is no other of the role, and none built in.`);
    if (replaced.length > 0)
        sentences.push(`The PBX's built-in ${replaced.length === 1 ? 'server takes' : 'servers take'} the new calls while ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(replaced)} ${replaced.length === 1 ? 'is' : 'are'} away, about a minute${replaced.length === 1 ? '' : ' each'}.`);
    return sentences;
}
/** The codes of the findings about servers that are the only ones of their role, which the sentences tell */
const STAND_IN = 'last-of-role';
const ALONE = 'last-of-role-without-stand-in';
function noNewCalls(changes, findings) {
    const alone = findings.filter(({ code }) => code === STAND_IN || code === ALONE).map(({ server }) => server);
    const sentences = [];
    const others = names(changes.filter((change) => !isLoadBalancer(change) && !alone.includes(change.server)));
    if (others.length > 0)
        sentences.push(others.length === 1
            ? `${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(others)} takes no new calls for about a minute, once the calls on it have ended; others of the role take them.`
            : `${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(others)} in turn take no new calls for about a minute, once the calls on them have ended; others of the role take them.`);
    if (changes.some(isLoadBalancer))
        sentences.push('New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.');
    return sentences;
}
function paused(changes, what, meanwhile) {
    const isGone = ({ action }) => action === 'delete';
    const [back, gone] = [names(changes.filter((change) => !isGone(change))), names(changes.filter(isGone))];
    const sentences = [];
    if (back.length > 0)
        sentences.push(`${what} pause for about a minute while ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(back)} ${back.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`);
    if (gone.length > 0)
        sentences.push(`${what} stop when ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(gone)} ${gone.length === 1 ? 'is' : 'are'} removed, until there is another server for them; ${meanwhile}.`);
    return sentences;
}
//# sourceMappingURL=counts.js.map

/***/ }),

/***/ 9347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ steps),
/* harmony export */   Iv: () => (/* binding */ deeds),
/* harmony export */   Me: () => (/* binding */ overall),
/* harmony export */   yt: () => (/* binding */ groupByServer)
/* harmony export */ });
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5958);

/** By server, in the order in which the plan first touches them; those that are only restarted come last, the main server before them. */
function groupByServer(changes, servers = []) {
    const known = new Map(servers.map((server) => [server.name, server]));
    const groups = new Map();
    for (const change of changes) {
        const group = groups.get(change.server);
        if (group)
            group.push(change);
        else
            groups.set(change.server, [change]);
    }
    const rank = ({ name, action }) => action === 'restart' && name !== undefined ? 2 : name === undefined ? 1 : 0;
    return [...groups]
        .map(([name, own]) => {
        const server = name === undefined ? undefined : known.get(name);
        return { ...(name !== undefined && { name }), ...(server && { server }), action: sum(own), changes: own };
    })
        .sort((a, b) => rank(a) - rank(b));
}
/** What makes a server what it is: its role, and its entry in the portal */
const CORE = new Set([
    'portal-entry',
    'im-addresses',
    'pbx-image',
    'role',
    'role-removal',
    'portal-entry-removal',
    'im-addresses-removal',
]);
/** A server that is registered and installed is new, whatever else happens around it. */
function sum(changes) {
    const core = changes.filter(({ kind }) => CORE.has(kind));
    const actions = new Set((core.length > 0 ? core : changes).map(({ action }) => action));
    if (actions.size === 1)
        return [...actions][0] ?? 'update';
    for (const action of ['replace', 'delete', 'create'])
        if (actions.has(action) && !(action === 'delete' && actions.has('create')))
            return action;
    return 'update';
}
/** What happens to a server as a whole; the main server itself is never added or removed. */
function overall({ name, action }) {
    return name === undefined && action !== 'restart' ? 'update' : action;
}
function steps(changes) {
    const result = [];
    for (const change of changes) {
        const last = result.at(-1);
        const stage = (0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(change);
        if (last?.stage === stage)
            last.changes.push(change);
        else
            result.push({ stage, changes: [change] });
    }
    return result;
}
/** The changes of a step by what is done: "trust a, b; whitelist c". */
function deeds(step, target) {
    const byDeed = new Map();
    for (const change of step.changes) {
        const deed = (0,_stages__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(change).deed(change);
        const key = deed.join(' ');
        const same = byDeed.get(key);
        if (same)
            same.whom.push(target(change));
        else
            byDeed.set(key, { deed, whom: [target(change)] });
    }
    return [...byDeed.values()];
}
//# sourceMappingURL=groups.js.map

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
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43706);
/* harmony import */ var _text_printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47335);
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
        const width = Math.max(0, ...groups.filter((group) => isRestart(group)).map(({ name }) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name ?? '').length));
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
        const name = (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name ?? '').padEnd(width);
        this.hang(`  ${this.sign('restart')} ${this.c.bold(name)}  `, 6 + width, (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(change)), this.c.dim);
    }
    server(group) {
        const name = group.name === undefined ? 'main server' : (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(group.name);
        const about = group.server ? this.c.dim(` (${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .introduce */ .o2)(group.server)})`) : '';
        this.lines.push(`${this.sign((0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .overall */ .Me)(group), 3)} ${this.c.bold(name)}${about}`);
        const width = Math.max(0, ...group.changes.flatMap((change) => (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change).map(({ name }) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name).length)));
        for (const change of group.changes) {
            this.hang(`      ${this.sign(change.action)} ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)(change))}`, 10, `: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(change))}`, this.c.dim);
            for (const { name: attribute, before, after } of (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change)) {
                const label = `${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(attribute)}:`.padEnd(width + 1);
                this.lines.push(`          ${label} ${this.value(before, after)}`);
            }
        }
        this.lines.push('');
    }
    value(before, after) {
        if (before === undefined)
            return this.c.green((0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after ?? ''));
        const was = this.c.red((0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(before));
        return `${was} -> ${after === undefined ? this.c.red('(removed)') : this.c.green((0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(after))}`;
    }
    order(plan) {
        this.lines.push(this.c.bold('In this order'));
        (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .steps */ .Ci)(plan.changes).forEach((step, index) => {
            const text = (0,_groups__WEBPACK_IMPORTED_MODULE_1__/* .deeds */ .Iv)(step, (change) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(change)))
                .map(({ deed, whom }) => (0,_words__WEBPACK_IMPORTED_MODULE_2__/* .around */ .mC)(deed, (0,_text_list__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p)(whom, 8)))
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
            this.hang(`  ${paint(bullet)} `, 4, (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(sentence));
        this.lines.push('');
    }
    notes(notes) {
        if (notes.length === 0)
            return;
        this.lines.push(this.c.bold('Notes'));
        const { kept, more } = few((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .sortFindings */ .Tc)(notes));
        for (const note of kept) {
            const [first = '', ...rest] = (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)((0,_words__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(note));
            this.hang('  - ', 4, first);
            for (const line of rest)
                this.hang('    ', 4, line);
        }
        for (const line of more)
            this.lines.push(`  ${line}`);
        this.lines.push('');
    }
    summary(plan) {
        const line = (0,_counts__WEBPACK_IMPORTED_MODULE_0__/* .summaryLine */ .dC)(plan, this.options.clusterFile && (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(this.options.clusterFile));
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
        (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printableLines */ .fk)(message).forEach((line, index) => {
            const head = index === 0 ? title : '';
            (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(`${head}${line}`, width).forEach((part, row) => {
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
        const [first = '', ...rest] = (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(' '.repeat(used).replaceAll(' ', '\u0001') + text, width);
        this.lines.push(`${head}${paint(first.replaceAll('\u0001', ''))}`);
        for (const line of (0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(rest.join(' '), width - indent))
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
    return { kept, more: [...left].map(([code, count]) => `… and ${count} more like it (${(0,_text_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(code)})`) };
}
const MOST_OF_A_KIND = 5;
const isRestart = ({ name, changes }) => name !== undefined && changes.length === 1 && changes[0]?.action === 'restart';
//# sourceMappingURL=terminal.js.map

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
//# sourceMappingURL=6018.index.js.map