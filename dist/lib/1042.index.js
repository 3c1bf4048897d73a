"use strict";
exports.id = 1042;
exports.ids = [1042];
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

/***/ 19404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   runOptions: () => (/* binding */ runOptions)
/* harmony export */ });
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86119);
/* harmony import */ var _deploy_options__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12546);
/* harmony import */ var _plan_document__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73467);
/* harmony import */ var _render_terminal__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59947);
/* harmony import */ var _credentials__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66453);





/** Shows what a deploy would do. Changes nothing. */
async function plan(context, options) {
    const cluster = await context.load(options.file);
    (0,_cluster_select__WEBPACK_IMPORTED_MODULE_0__/* .selectServers */ .V)(cluster, options.servers);
    const made = options.base === undefined
        ? await livePlan(context, options, cluster)
        : await context.engine.offlinePlan(await context.load(options.base), cluster);
    await context.result((0,_plan_document__WEBPACK_IMPORTED_MODULE_2__/* .planDocument */ .NP)(made), options.out);
    if (!context.options.json)
        context.say((0,_render_terminal__WEBPACK_IMPORTED_MODULE_3__/* .renderTerminal */ .b)(made, context.terminal(cluster, options.file)));
    return options.exitCode && made.changes.length > 0 ? 3 : 0;
}
async function livePlan(context, options, cluster) {
    const { env, home } = context.io;
    const credentials = await (0,_credentials__WEBPACK_IMPORTED_MODULE_4__/* .readCredentials */ .L)(options, env, context.secrets, home);
    const config = context.session(cluster, credentials, options);
    const result = await context.progress.during('Reading the live cluster', () => context.engine.look(config, runOptions(options)));
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
//# sourceMappingURL=1042.index.js.map