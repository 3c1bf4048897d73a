"use strict";
exports.id = 3689;
exports.ids = [3689];
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

/***/ 43689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderStatus: () => (/* binding */ renderStatus),
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86119);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43706);
/* harmony import */ var _text_printable__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47335);
/* harmony import */ var _render_terminal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59947);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66453);







/** The cluster at a glance. Changes nothing. */
async function status(context, options) {
    const cluster = await context.load(options.file);
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_0__/* .selectServers */ .V)(cluster, options.servers);
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_3__/* .readCredentials */ .L)(options, context.io.env, context.secrets, context.io.home);
    const config = context.session(cluster, credentials, options);
    const report = await context.progress.during('Reading the live cluster', () => context.engine.status(config, options.servers));
    await context.result(report, options.out);
    if (!context.options.json)
        context.say(renderStatus(report, context.terminal(cluster, options.file)));
    return report.pbx.apiProblem === undefined ? 0 : 1;
}
const UP = ['online', 'running'];
const COLUMNS = [
    { title: 'SERVER', cell: ({ name }) => name },
    { title: 'ROLE', cell: ({ role }) => _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].short },
    { title: 'ADDRESS', cell: ({ address }) => address },
    {
        title: 'STATE',
        cell: ({ state }) => state.replace('-', ' '),
        paint: (c, { state }) => (UP.includes(state) ? c.green : c.red),
    },
    {
        title: 'ENABLED',
        cell: ({ enabled }) => (enabled ? 'yes' : 'no'),
        paint: (c, { enabled }) => (enabled ? String : c.yellow),
    },
    { title: 'CALLS', cell: callsOf, paint: (c, server) => (isFull(server) ? c.yellow : String) },
    { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
    { title: 'VERSION', cell: ({ version }) => version ?? '-' },
    {
        title: 'DRIFT',
        cell: ({ drift, problem }) => drift.length > 0 ? (0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(drift.length, 'change') : problem === undefined ? 'none' : 'unknown',
        paint: (c, { drift, problem }) => (drift.length === 0 && problem === undefined ? c.dim : c.yellow),
    },
];
/** "12 of 2000": whoever wants to restart it needs both */
function callsOf({ calls, capacity }) {
    if (calls === undefined)
        return '-';
    return capacity === undefined ? String(calls) : `${calls} of ${capacity}`;
}
const isFull = ({ calls = 0, capacity = Infinity }) => calls >= capacity * 0.9;
/** What a narrow terminal does without, first to last */
const DISPENSABLE = ['IMAGE', 'ADDRESS', 'VERSION', 'CALLS'];
function fitting(servers, width) {
    let columns = COLUMNS.map((column) => ({
        ...column,
        width: Math.max(column.title.length, ...servers.map((server) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(column.cell(server)).length)),
    }));
    for (const title of DISPENSABLE) {
        if (columns.reduce((sum, column) => sum + column.width + 2, -2) <= width)
            break;
        columns = columns.filter((column) => column.title !== title);
    }
    return columns;
}
/** The same as a table for people. */
function renderStatus(report, options) {
    const c = (0,picocolors__WEBPACK_IMPORTED_MODULE_6__.createColors)(options.color);
    const columns = fitting(report.servers, options.width ?? Infinity);
    const widths = columns.map(({ width }) => width);
    const line = (cells, dress) => cells
        .map((cell, index) => dress(cell.padEnd(widths[index] ?? 0), index))
        .join('  ')
        .trimEnd();
    const row = (server) => line(columns.map((column) => (0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(column.cell(server))), (text, index) => columns[index]?.paint?.(c, server)(text) ?? text);
    const text = [`${c.bold((0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(report.cluster))}: ${mainLine(report, c)}`, ...circumstances(report, c), ''];
    if (report.servers.length > 0)
        text.push(line(columns.map(({ title }) => title), (title) => c.dim(title)));
    text.push(...report.servers.map(row), '');
    for (const { name, role, address, online } of report.unmanaged)
        text.push(c.yellow(`Not in the cluster file: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name)} (${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].label}, ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(address ?? 'no address')}, ${online ? 'online' : 'offline'})`));
    if (report.builtIn.length > 0)
        text.push(`Built-in servers that take calls: ${report.builtIn.map((role) => _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].label).join(', ')}`);
    const findings = report.findings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        text.push((0,_render_terminal__WEBPACK_IMPORTED_MODULE_2__/* .renderFindings */ .v)(findings, options));
    text.push(...differences(report, c, options), lastLine(report, c));
    return `${text.join('\n')}\n`;
}
function mainLine({ pbx, calls, participants }, c) {
    const version = pbx.version ? `, PBX ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(pbx.version)}` : '';
    const main = pbx.reachable
        ? `main server ${pbx.address}${version}`
        : c.red(`main server ${pbx.address} does not answer: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(pbx.problem ?? '')}`);
    if (pbx.apiProblem !== undefined)
        return main;
    return `${main}, ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(calls, 'call')} now${participants > 0 ? `, ${participants} in meetings` : ''}`;
}
/** What whoever wants to change something now has to know. */
function circumstances({ pbx, lock, window, restartsOwedTo }, c) {
    const opens = window?.opensAt ? `, opens ${window.opensAt.slice(0, 16).replace('T', ' ')} UTC` : '';
    return [
        ...(pbx.apiProblem === undefined
            ? []
            : [c.red(`${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(pbx.apiProblem)}: what the portal knows is missing below`)]),
        ...(lock === undefined ? [] : [c.yellow(`A deploy is at work: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(lock)}`)]),
        ...(window
            ? [`Maintenance window: ${window.text}; ${window.open ? c.green('open now') : `closed now${opens}`}`]
            : []),
        ...(restartsOwedTo.length === 0 ? [] : [c.yellow(`Restarts still owed: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p)(restartsOwedTo)}`)]),
    ];
}
/** More than these are for `plan`. */
const MOST_SHOWN = 8;
function differences({ differences: items }, c, { clusterFile }) {
    const own = items.filter(({ kind }) => kind !== 'unmanaged');
    if (own.length === 0)
        return [];
    const more = own.length - MOST_SHOWN;
    return [
        `Differs from ${clusterFile ?? 'the cluster file'}:`,
        ...own
            .slice(0, MOST_SHOWN)
            .map(({ server, what }) => c.yellow(`  ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(server ?? 'main server and PBX')}: ${(0,_text_printable__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(what)}`)),
        ...(more > 0 ? [c.yellow(`  … and ${more} more`)] : []),
        '',
    ];
}
function lastLine({ pbx, servers, drift }, c) {
    const up = servers.filter(({ state }) => UP.includes(state)).length;
    const unknown = servers.filter(({ problem }) => problem !== undefined).length;
    const seen = unknown === 0 ? 'the cluster file is met' : `the cluster file is met but for ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(unknown, 'host')} unseen`;
    const met = !pbx.reachable || pbx.apiProblem !== undefined
        ? c.yellow('whether the cluster file is met is not known')
        : unknown === 0
            ? c.green(seen)
            : c.yellow(seen);
    const state = drift === 0 ? met : c.yellow(`a deploy would make ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(drift, 'change')}; see \`plan\``);
    return `${up} of ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .L)(servers.length, 'server')} up, ${state}.`;
}
//# sourceMappingURL=status.js.map

/***/ }),

/***/ 53891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ show),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/** A value of the file as it can be shown: on one line, short, and without characters that a terminal obeys. */
function show(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a mapping';
    if (typeof value !== 'string')
        return String(value);
    return JSON.stringify(printable(value));
}
/** Text of others, cut to `limit` characters and without any that is invisible. */
function printable(text, limit = 60) {
    const visible = text
        .slice(0, 4 * limit)
        .replace(/[\p{C}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
    return visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible;
}
//# sourceMappingURL=fault.js.map

/***/ }),

/***/ 86119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ selectServers)
/* harmony export */ });
/* harmony import */ var _suggest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63821);
/* harmony import */ var _fault__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53891);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);




/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
function selectServers(cluster, selectors) {
    const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
    if (wanted.size === 0)
        return [...cluster.servers];
    const names = cluster.servers.map(({ name }) => name);
    const unknown = [...wanted].filter((selector) => !names.includes(selector) && !(0,_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(selector));
    if (unknown.length > 0)
        throw new _types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(unknown.map((selector) => explain(selector, names)).join('\n'));
    return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}
function explain(selector, names) {
    const guess = (0,_suggest__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(selector, [...names, ..._roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST]);
    const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.join(', ')}.`;
    return `No server and no role is called "${(0,_fault__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(selector)}". ${hint}`;
}
function list(names) {
    if (names.length === 0)
        return 'none';
    return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
}
//# sourceMappingURL=select.js.map

/***/ }),

/***/ 63821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The candidate that was probably meant: `private-ip`, `privateIp` and `privat_ip` are private_ip. */
function closest(word, candidates) {
    const wanted = fold(word.slice(0, 64));
    let best;
    for (const candidate of candidates) {
        const folded = fold(candidate);
        const score = startsAlike(wanted, folded) ? 0.5 : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, folded);
        // Two slips in five letters (a swap counts as two): more than that is another word.
        const allowed = Math.max(1, Math.round(Math.max(wanted.length, folded.length) * 0.4));
        if (score <= allowed && score < Math.min(wanted.length, folded.length) && (!best || score < best.score)) {
            best = { candidate, score };
        }
    }
    return best?.candidate;
}
/** `did you mean media? One of media, queue, …` */
function didYouMean(word, candidates, guess = closest(word, candidates)) {
    const all = `one of ${candidates.join(', ')}`;
    if (!guess)
        return all;
    return candidates.length > 8 ? `did you mean ${guess}?` : `did you mean ${guess}? (${all})`;
}
/** Saturday is sat, disab is disabled. */
function startsAlike(a, b) {
    return a !== b && Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}
function fold(word) {
    return word.toLowerCase().replace(/[-_ .]/g, '');
}
//# sourceMappingURL=suggest.js.map

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

/***/ }),

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ })

};
;
//# sourceMappingURL=3689.index.js.map