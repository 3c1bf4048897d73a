/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 27:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'cloud-firewall'() {
    return __nccwpck_require__(887);
  },
  get 'columns'() {
    return __nccwpck_require__(308);
  },
  get 'counts'() {
    return __nccwpck_require__(455);
  },
  get 'decision'() {
    return __nccwpck_require__(157);
  },
  get 'drift'() {
    return __nccwpck_require__(644);
  },
  get 'fleet'() {
    return __nccwpck_require__(295);
  },
  get 'fleet-deploys'() {
    return __nccwpck_require__(457);
  },
  get 'fleet-issue'() {
    return __nccwpck_require__(665);
  },
  get 'fleet-page'() {
    return __nccwpck_require__(963);
  },
  get 'fleet-plan-table'() {
    return __nccwpck_require__(562);
  },
  get 'fleet-plans'() {
    return __nccwpck_require__(314);
  },
  get 'fleet-status'() {
    return __nccwpck_require__(130);
  },
  get 'health'() {
    return __nccwpck_require__(701);
  },
  get 'imported'() {
    return __nccwpck_require__(679);
  },
  get 'journal'() {
    return __nccwpck_require__(168);
  },
  get 'markdown'() {
    return __nccwpck_require__(246);
  },
  get 'out-of-calls'() {
    return __nccwpck_require__(334);
  },
  get 'outcome'() {
    return __nccwpck_require__(687);
  },
  get 'status-markdown'() {
    return __nccwpck_require__(999);
  },
  get 'status-page'() {
    return __nccwpck_require__(21);
  },
  get 'status-words'() {
    return __nccwpck_require__(857);
  },
  get 'terminal'() {
    return __nccwpck_require__(947);
  },
  get 'words'() {
    return __nccwpck_require__(510);
  },
};


/***/ }),

/***/ 342:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/budget.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Budget = void 0;
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
/** Puts a page together that never grows beyond its limit; what does not fit is cut at a line and said. */
class Budget {
    note;
    parts = [];
    left;
    cut = false;
    constructor(limit, note) {
        this.note = note;
        this.left = limit;
        this.reserve(`\n\n${note}`);
    }
    reserve(text) {
        this.left -= bytes(`\n\n${text}`);
    }
    add(block) {
        const size = bytes(`\n\n${block}`);
        if (size > this.left) {
            this.cut = true;
            return false;
        }
        this.left -= size;
        this.parts.push(block);
        return true;
    }
    /** As many of the items as fit in half of what is left. */
    addAll(items, separator, head = '', more = (count) => `${separator}… and ${count} more`) {
        if (items.length === 0)
            return;
        const room = this.left / 2;
        let size = bytes(`\n\n${head}`) + 40;
        const taken = [];
        for (const item of items) {
            size += bytes(item) + bytes(separator);
            if (size > room)
                break;
            taken.push(item);
        }
        const missing = items.length - taken.length;
        if (missing > 0) {
            this.cut = true;
            if (taken.length === 0)
                return;
        }
        this.add(`${head}${taken.join(separator)}${missing > 0 ? more(missing) : ''}`);
    }
    addTable(head, body) {
        const line = (cells) => `| ${cells.join(' | ')} |`;
        this.addAll(body.map(line), '\n', `${line(head)}\n${line(head.map(() => '---'))}\n`, (count) => `\n\n… and ${count} more rows`);
    }
    /** As many of the lines of Markdown as fit in a third of what is left, folded. */
    addFold(summary, lines) {
        let room = this.left / 3 - bytes(summary) - 100;
        const taken = lines.filter((line) => (room -= bytes(`${line}\n`)) > 0);
        if (taken.length === 0)
            return void (this.cut = true);
        if (taken.length < lines.length) {
            this.cut = true;
            taken.push(`- … and ${lines.length - taken.length} more`);
        }
        this.add(`<details><summary>${(0, markdown_1.it.escapeMarkdown)(summary)}</summary>\n\n${taken.join('\n')}\n\n</details>`);
    }
    /** As many of the lines as fit in a `share` of what is left, folded. */
    addDetails(summary, language, lines, share = 1) {
        const open = `<details><summary>${(0, markdown_1.it.escapeMarkdown)(summary)}</summary>\n\n`;
        this.addBlock(open, language, lines, '\n\n</details>', share);
    }
    /** The same, unfolded. */
    addFence(language, lines) {
        this.addBlock('', language, lines, '', 1);
    }
    addBlock(open, language, lines, close, share) {
        // Room for the fence, which grows with the backticks inside.
        const room = this.left * share - bytes(open) - 600;
        let size = 0;
        const taken = [];
        for (const line of lines) {
            // Escaping can make a line longer: measured as it will be.
            size += bytes((0, markdown_1.it.fence)('', [line]));
            if (size > room)
                break;
            taken.push(line);
        }
        if (taken.length < lines.length) {
            this.cut = true;
            taken.push(`# … and ${(0, list_1.it.plural)(lines.length - taken.length, 'more line', 'more lines')}`);
        }
        if (taken.length > 1 || lines.length === taken.length)
            this.add(`${open}${(0, markdown_1.it.fence)(language, taken)}${close}`);
    }
    text(foot) {
        return `${[...this.parts, ...(this.cut ? [this.note] : []), foot].join('\n\n')}\n`;
    }
}
exports.Budget = Budget;
const bytes = (text) => Buffer.byteLength(text);

/***/ }),

/***/ 887:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/cloud-firewall.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CLOUD_TABLE_HEAD = void 0;
exports.cloudRows = cloudRows;
exports.cloudCommands = cloudCommands;
const ports_1 = { get it() { return (__nccwpck_require__(907).ports); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/* The rules of a cloud's firewall: for people as rows of a table, and as commands to copy to a shell. */
/** Heads of the rows' cells */
exports.CLOUD_TABLE_HEAD = ['On', 'Open', 'From', 'For'];
function cloudRows(rules) {
    return rules.map(({ on, machines, ports, from, why }) => ({
        on: on === 'pbx' ? 'PBX' : roles_1.it.ROLES[on].label,
        machines: (0, list_1.it.list)(machines, 4),
        open: (0, ports_1.it.portsText)(ports),
        from: from === 'anywhere' ? 'anywhere' : from === 'operators' ? 'deploys and administrators' : (0, list_1.it.list)(from, 7),
        why: WHY[why],
    }));
}
const WHY = {
    callers: 'callers',
    servers: 'servers that take its calls',
    analytics: 'IM and Data Flow',
    border: 'session border controllers',
    nodes: "the PBX's nodes among each other",
    pbx: 'the PBX',
    ssh: 'SSH',
    control: 'SSH of the control node',
};
/** Lines for a shell. Only what is the same for everybody is written in: groups, and where operators come from, are asked for. */
function cloudCommands(rules, cloud) {
    const groups = [...new Set(rules.map(({ on }) => on))];
    const operators = rules.some(({ from }) => from === 'operators')
        ? ['OPERATORS=  # where deploys and administrators come from: 203.0.113.0/24']
        : [];
    const commands = cloud === 'aws' ? rules.map(awsCommand) : azureCommands(rules);
    const first = cloud === 'aws'
        ? groups.map((on) => `${variable(on)}=  # security group of ${whose(on)}: sg-…`)
        : ['RESOURCE_GROUP=', ...groups.map((on) => `${variable(on)}=  # network security group of ${whose(on)}`)];
    return [
        '# Fill in first. Machines that share a group: give it to each. A rule that is there already is refused as a duplicate.',
        ...first,
        ...operators,
        '',
        ...commands,
    ];
}
function whose(on) {
    return on === 'pbx' ? 'the PBX' : `${roles_1.it.ROLES[on].label}s`;
}
function variable(on) {
    return `${on.toUpperCase()}_GROUP`;
}
/** What stops the shell where nothing was filled in */
function filledIn(name) {
    return `"\${${name}:?fill in ${name}}"`;
}
/** Source: AWS CLI, ec2 authorize-security-group-ingress, --ip-permissions */
function awsCommand({ on, ports, from }) {
    const permissions = ports.map((one) => {
        const range = `IpProtocol=${one.protocol},FromPort=${one.from},ToPort=${one.to}`;
        return from === 'operators'
            ? `${range},IpRanges=[{CidrIp=${filledIn('OPERATORS')}}]`
            : `'${range},${awsRanges(from)}'`;
    });
    return `aws ec2 authorize-security-group-ingress --group-id ${filledIn(variable(on))} --ip-permissions ${permissions.join(' ')}`;
}
function awsRanges(from) {
    if (from === 'anywhere')
        return 'IpRanges=[{CidrIp=0.0.0.0/0}],Ipv6Ranges=[{CidrIpv6=::/0}]';
    const four = from.filter((address) => !address.includes(':')).map((address) => `{CidrIp=${address}/32}`);
    const six = from.filter((address) => address.includes(':')).map((address) => `{CidrIpv6=${address}/128}`);
    return [
        ...(four.length > 0 ? [`IpRanges=[${four.join(',')}]`] : []),
        ...(six.length > 0 ? [`Ipv6Ranges=[${six.join(',')}]`] : []),
    ].join(',');
}
/** Source: Azure CLI, az network nsg rule create. A rule has one protocol, and a priority from 100 to 4096 that no other has. */
function azureCommands(rules) {
    let priority = 990;
    return rules.flatMap((rule) => ['tcp', 'udp'].flatMap((protocol) => {
        const ports = rule.ports.filter((one) => one.protocol === protocol);
        if (ports.length === 0)
            return [];
        priority += 10;
        const name = `portsip-${rule.on}-${rule.why}-${protocol}`;
        return [
            `az network nsg rule create --resource-group ${filledIn('RESOURCE_GROUP')} --nsg-name ${filledIn(variable(rule.on))}` +
                ` --name ${name} --priority ${priority} --direction Inbound --access Allow --protocol ${protocol === 'tcp' ? 'Tcp' : 'Udp'}` +
                ` --source-address-prefixes ${azureSources(rule.from)} --destination-port-ranges ${ports.map(azurePorts).join(' ')}`,
        ];
    }));
}
function azureSources(from) {
    if (from === 'anywhere')
        return "'*'";
    return from === 'operators' ? filledIn('OPERATORS') : from.join(' ');
}
function azurePorts({ from, to }) {
    return from === to ? `${from}` : `${from}-${to}`;
}

/***/ }),

/***/ 308:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/columns.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sized = sized;
exports.fits = fits;
exports.fitting = fitting;
exports.tableLines = tableLines;
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
function sized(columns, rows) {
    return columns.map((column) => ({
        ...column,
        width: Math.max(column.title.length, ...rows.map((row) => (0, printable_1.it.printable)(column.cell(row)).length)),
    }));
}
function fits(columns, screen) {
    return columns.reduce((sum, { width }) => sum + width + 2, -2) <= screen;
}
/** The columns that have room beside each other, without those of `dispensable` (titles, first to last) that have not; undefined: none have. */
function fitting(columns, rows, screen, dispensable) {
    let left = sized(columns, rows);
    for (const title of dispensable) {
        if (fits(left, screen))
            break;
        left = left.filter((column) => column.title !== title);
    }
    return fits(left, screen) ? left : undefined;
}
/** A line of titles, and one for each row */
function tableLines(columns, rows, c) {
    const line = (cells, dress) => cells
        .map((cell, index) => dress(cell.padEnd(columns[index]?.width ?? 0), index))
        .join('  ')
        .trimEnd();
    return [
        line(columns.map(({ title }) => title), (title) => c.dim(title)),
        ...rows.map((row) => line(columns.map((column) => (0, printable_1.it.printable)(column.cell(row))), (text, index) => columns[index]?.paint?.(c, row)(text) ?? text)),
    ];
}

/***/ }),

/***/ 455:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/counts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.STAND_IN = exports.IMPACT_LABELS = void 0;
exports.countActions = countActions;
exports.countsLine = countsLine;
exports.summaryLine = summaryLine;
exports.waiting = waiting;
exports.worstImpact = worstImpact;
exports.impactSentences = impactSentences;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const settings_1 = __nccwpck_require__(626);
const words_1 = __nccwpck_require__(510);
function countActions(changes) {
    const counts = { create: 0, update: 0, replace: 0, delete: 0, restart: 0 };
    for (const { action } of changes)
        counts[action]++;
    return counts;
}
/** "6 changes (3 to add, 1 to change in place, 2 to restart)": of changes, not of servers, and says so */
function countsLine(changes) {
    const counts = new Map();
    for (const action of words_1.ACTIONS)
        for (const change of changes.filter((one) => one.action === action))
            counts.set((0, words_1.legendOf)(change), (counts.get((0, words_1.legendOf)(change)) ?? 0) + 1);
    const parts = [...counts].map(([word, count]) => `${count} to ${word}`);
    return `${(0, list_1.it.plural)(changes.length, 'change')}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}
/** The last line of a plan: "Plan: 6 changes (3 to add, …)." or that there is nothing to do. */
function summaryLine(plan, clusterFile = 'cluster.yaml') {
    const { changedSettings: settings = [] } = plan;
    const also = settings.length > 0 ? `; ${(0, settings_1.settingsCount)(settings)}` : '';
    const { doable, held } = (0, held_1.it.sorted)(plan);
    if (held.length > 0)
        return doable.length > 0
            ? `Plan: ${countsLine(doable)}${also}. ${waiting(held.length, 'more ')}.`
            : `Plan: nothing that could be done now${also}. ${waiting(held.length)}.`;
    if (doable.length > 0)
        return `Plan: ${countsLine(doable)}${also}.`;
    if (settings.length > 0)
        return `Plan: ${(0, settings_1.settingsCount)(settings)}; nothing has to be done on any server for it.`;
    if (plan.warnings.some(finding_1.it.isBlocking))
        return 'No changes that could be made: see what is blocked.';
    return plan.live
        ? `No changes. The cluster matches ${clusterFile}.`
        : 'No changes. Both cluster files ask for the same cluster.';
}
/** "2 more changes wait for what is blocked" */
function waiting(count, more = '') {
    return `${count} ${more}${count === 1 ? 'change waits' : 'changes wait'} for what is blocked`;
}
function worstImpact(changes) {
    const worst = Math.max(0, ...changes.map(({ impact }) => roles_1.it.IMPACTS.indexOf(impact)));
    return roles_1.it.IMPACTS[worst] ?? 'none';
}
/** In a word or two, for tables. */
exports.IMPACT_LABELS = {
    none: 'nothing',
    analytics: 'reports pause',
    messaging: 'chat pauses',
    'new-calls': 'new calls wait or go elsewhere',
    'active-calls': 'calls can be cut',
};
/** What callers will notice, a sentence for each kind of impact, the worst first; at least one. */
function impactSentences(plan) {
    const { warnings } = plan;
    // Nobody notices what is not done.
    const { doable } = (0, held_1.it.sorted)(plan);
    const changes = doable.filter(({ kind }) => kind !== 'backup');
    const of = (impact) => changes.filter((change) => change.impact === impact);
    const sentences = [
        ...copied(doable),
        ...cut(of('active-calls')),
        ...away(changes, warnings),
        ...noNewCalls(of('new-calls'), warnings),
        ...lowered(changes),
        ...paused(of('messaging'), 'Chat messages and files', 'calls go on'),
        ...paused(of('analytics'), 'Reports and call statistics', 'calls and chat go on'),
    ];
    return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}
/** Services that are stopped for as long as what they keep takes to be copied */
function copied(changes) {
    const stopped = (0, change_1.it.ofKind)(changes, 'backup').filter(({ impact }) => impact !== 'none');
    return stopped.map((change) => change.impact === 'active-calls'
        ? `${change.of.role === undefined ? 'The PBX' : change.of.name} is stopped while its data is copied: all calls ${change.of.role === undefined ? '' : 'through it '}are cut, and none can be made until it runs again.`
        : `${change.of.name} is stopped while its data is copied: ${change.impact === 'messaging' ? 'chat messages and files' : 'reports and call statistics'} pause until it runs again; calls go on.`);
}
const isPbx = ({ kind }) => kind === 'pbx-restart' || kind === 'pbx-image';
const isLoadBalancer = ({ kind }) => kind === 'load-balancer-restart';
const isToken = ({ kind }) => kind === 'token';
const isSbcSettings = ({ kind }) => kind === 'sbc-settings';
const names = (changes) => [...new Set(changes.map((change) => change.server ?? (0, words_1.targetOf)(change)))];
function cut(changes) {
    const sentences = [];
    if (changes.some(isPbx))
        sentences.push('The PBX itself restarts: all calls are cut, and none can be made for some minutes.');
    if (changes.some(isToken))
        sentences.push('Nobody gets in or out by a session border controller from the new token on until a person has typed it into the portal of each.');
    const others = changes.filter((change) => !isPbx(change) && !isToken(change));
    const servers = names(others);
    if (servers.length > 0)
        sentences.push(`Calls that are up on ${(0, list_1.it.list)(servers)} get about five minutes to end; those that last longer are cut.`);
    return sentences;
}
/** Servers that are the only ones of their role: somebody stands in, or nobody does. */
function away(changes, findings) {
    const touched = new Set(changes.map(({ server }) => server));
    const of = (code) => findings.flatMap((finding) => (finding.code === code && touched.has(finding.server) ? (finding.server ?? []) : []));
    const alone = of(ALONE);
    const replaced = of(exports.STAND_IN);
    const sentences = [];
    if (alone.length > 0)
        sentences.push(`New calls that need ${(0, list_1.it.list)(alone)} are refused while the last calls there end, and for about a minute after that: there is no other of the role, and none built in.`);
    const goes = removed(changes);
    const [back, gone] = [replaced.filter((name) => !goes.has(name)), replaced.filter((name) => goes.has(name))];
    const builtIn = (of) => `The PBX's built-in ${of.length === 1 ? 'server takes' : 'servers take'}`;
    if (back.length > 0)
        sentences.push(`${builtIn(back)} new calls while the last calls on ${(0, list_1.it.list)(back)} end, and for about a minute after that.`);
    if (gone.length > 0)
        sentences.push(`${builtIn(gone)} new calls from then on: ${(0, list_1.it.list)(gone)} ${gone.length === 1 ? 'goes' : 'go'} once the last calls there have ended.`);
    return sentences;
}
/** Servers that go for good */
function removed(changes) {
    return new Set(changes.flatMap((change) => (change.kind === 'role-removal' ? [change.server] : [])));
}
/** The codes of the findings about servers that are the only ones of their role, which the sentences tell */
exports.STAND_IN = 'last-of-role';
const ALONE = 'last-of-role-without-stand-in';
function noNewCalls(changes, findings) {
    const alone = new Set(findings.filter(({ code }) => code === exports.STAND_IN || code === ALONE).map(({ server }) => server));
    const sentences = [];
    const ofAll = (change) => isLoadBalancer(change) || isSbcSettings(change);
    const goes = removed(changes);
    const all = names(changes.filter((change) => !ofAll(change) && !alone.has(change.server)));
    const [back, gone] = [all.filter((name) => !goes.has(name)), all.filter((name) => goes.has(name))];
    if (back.length > 0)
        sentences.push(back.length === 1
            ? `${(0, list_1.it.list)(back)} takes no new calls while those on it end, and for about a minute after that; others of the role take them.`
            : `${(0, list_1.it.list)(back)} in turn take no new calls while those on them end, and for about a minute after that; others of the role take them.`);
    if (gone.length > 0)
        sentences.push(gone.length === 1
            ? `${(0, list_1.it.list)(gone)} takes no new calls any more, and goes once those on it have ended; others of the role take them.`
            : `${(0, list_1.it.list)(gone)} take no new calls any more, and go once those on them have ended; others of the role take them.`);
    if (changes.some(isSbcSettings))
        sentences.push('New calls and web pages go by what the PBX then knows of session border controllers; where that does not fit them, they fail.');
    if (changes.some(isLoadBalancer))
        sentences.push('New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.');
    return sentences;
}
/** Limits that the portal keeps of a server and that become less than they are. */
function lowered(changes) {
    return changes.flatMap((change) => {
        if (change.kind !== 'portal-entry' || change.action !== 'update')
            return [];
        const less = change.differences.filter(({ before, after }) => Number(after) < Number(before));
        if (less.length === 0)
            return [];
        const what = less.map(({ name, before, after }) => `${name} ${before} -> ${after}`);
        return [`${change.server} takes less at once than before (${(0, list_1.it.list)(what)}): what is more than that is refused.`];
    });
}
function paused(changes, what, meanwhile) {
    const isGone = ({ action }) => action === 'delete';
    const [back, gone] = [names(changes.filter((change) => !isGone(change))), names(changes.filter(isGone))];
    const sentences = [];
    if (back.length > 0)
        sentences.push(`${what} pause for about a minute while ${(0, list_1.it.list)(back)} ${back.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`);
    if (gone.length > 0)
        sentences.push(`${what} stop when ${(0, list_1.it.list)(gone)} ${gone.length === 1 ? 'is' : 'are'} removed, until there is another server for them; ${meanwhile}.`);
    return sentences;
}

/***/ }),

/***/ 157:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/decision.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.renderDecision = renderDecision;
const counts_1 = __nccwpck_require__(455);
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const budget_1 = __nccwpck_require__(342);
const settings_1 = __nccwpck_require__(626);
const markdown_2 = __nccwpck_require__(246);
const words_1 = __nccwpck_require__(510);
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/** Whether a deploy goes on, in a sentence, in lines for a log, and for a job's summary. */
function renderDecision(decision, options) {
    const { plan } = options;
    if (decision.go) {
        const headline = goes(decision, plan);
        return { headline, lines: [headline], markdown: decision.why === 'nothing' ? '' : going(decision, headline, plan) };
    }
    const { why, differences, settings } = decision;
    const unseen = [
        ...(settings.length > 0 ? [`${(0, list_1.it.plural)(settings.length, 'setting')} (${(0, list_1.it.list)(settings)})`] : []),
        ...(differences.length > 0
            ? [
                `${(0, list_1.it.plural)(differences.length, 'change')} (${(0, list_1.it.list)(differences.map(({ change }) => (0, words_1.deed)(change)), 8)})`,
            ]
            : []),
    ];
    const headline = `${why} Nothing was done. Nobody has reviewed ${(0, list_1.it.list)(unseen)}.`;
    return { headline, lines: [headline, ...approval(options)], markdown: stopped(decision, options) };
}
function counted({ changes, changedSettings }) {
    return (0, list_1.it.list)([
        ...(changes.length > 0 ? [(0, list_1.it.plural)(changes.length, 'change')] : []),
        ...(changedSettings.length > 0 ? [(0, list_1.it.plural)(changedSettings.length, 'changed setting')] : []),
    ]);
}
function goes(decision, plan) {
    const what = counted(plan);
    switch (decision.why) {
        case 'nothing':
            return 'There is nothing to do, and so nothing to review.';
        case 'approved':
            return `${what}, approved by digest.`;
        case 'asked':
            return `${what}, all of it asked for by whoever runs this.`;
        case 'unreviewed-allowed':
            return `${what} that nobody has reviewed: without-review is allow.`;
        case 'reviewed':
            return reviewed(what, decision.pulls.map(({ number }) => `#${number}`), decision.done);
    }
}
function reviewed(what, where, done) {
    return `${what}, reviewed in ${(0, list_1.it.list)(where)}${done ? '; the rest of its plan is done already or no longer needed' : ''}.`;
}
function going(decision, headline, plan) {
    if (decision.why !== 'reviewed')
        return `<sub>${(0, markdown_1.it.escapeMarkdown)(headline)}</sub>\n`;
    const links = decision.pulls.map(({ number, url }) => `[#${number}](${encodeURI(url)})`);
    return `<sub>✅ ${reviewed((0, markdown_1.it.escapeMarkdown)(counted(plan)), links, decision.done)}</sub>\n`;
}
function stopped(decision, options) {
    const { why, differences, settings } = decision;
    const { plan, clusterFile } = options;
    const page = new budget_1.Budget(options.limit ?? 500_000, '… cut here; the rest is in the log.');
    const next = [
        `**Next:** open a pull request that changes ${(0, markdown_1.it.code)(clusterFile)}, whose plan shows it, and merge it; or, when what is above is what you want, approve exactly this:`,
        (0, markdown_1.it.fence)('sh', [options.command]),
        `Without a terminal: Actions, this workflow, “Run workflow”, and ${(0, markdown_1.it.code)(plan.digest)} as ${(0, markdown_1.it.code)('approve')}.`,
    ].join('\n\n');
    page.reserve(next);
    page.add(`## ${(0, markdown_1.it.code)(plan.cluster)}: stopped before anything was done`);
    page.add(`> [!CAUTION]\n> ${(0, markdown_1.it.escapeMarkdown)(why)}`);
    if (settings.length > 0)
        page.add(`How it would be done is not what was reviewed: ${(0, list_1.it.list)(settings.map(markdown_1.it.code), 30)} in ${(0, markdown_1.it.code)(clusterFile)} ${settings.length === 1 ? 'is' : 'are'} not what anybody has seen.`);
    page.addAll((0, settings_1.settingBullets)(plan.changedSettings), '\n', '**Settings that change**\n\n');
    if (differences.length === 0)
        return page.text(next);
    page.addAll((0, counts_1.impactSentences)({ ...plan, changes: differences.map(({ change }) => change) }).map((sentence) => `- ${(0, markdown_1.it.escapeMarkdown)(sentence)}`), '\n', '**What callers would notice**\n\n');
    const known = plan.changes.length - differences.length;
    page.add(`**${(0, list_1.it.plural)(differences.length, 'change')} nobody has reviewed**${known > 0 ? `, and ${known} that somebody has` : ''}`);
    page.addFence('diff', differences.flatMap(lines));
    return page.text(next);
}
function lines({ change, otherwise }) {
    const [first = '', ...rest] = (0, markdown_2.changeLines)([change]);
    return [`${first}${otherwise ? ' (reviewed with other values)' : ''}`, ...rest];
}
function approval({ command }) {
    return ['To deploy exactly this plan:', `  ${command}`];
}

/***/ }),

/***/ 149:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/drawing.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.drawCluster = drawCluster;
exports.label = label;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const grouped_1 = { get it() { return (__nccwpck_require__(426).grouped); } };
const change_1 = { get it() { return __nccwpck_require__(63); } };
const groups_1 = __nccwpck_require__(347);
/** GitHub draws 50,000 characters at most; nobody sees anything in a drawing that comes near. */
const MOST_CHARACTERS = 12_000;
/** So many servers of a role to which the same happens are drawn each for itself; more are drawn as one. */
const MOST_ALIKE = 6;
const MOST_NAME = 40;
const SAYS = {
    create: 'new',
    update: 'changed',
    replace: 'replaced',
    delete: 'removed',
    restart: 'restarted',
    unchanged: 'as it is',
    blocked: 'blocked',
};
/** Dark text on light fills: readable on a light page and on a dark one. */
const STYLES = {
    create: 'fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#1f2328',
    update: 'fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328',
    replace: 'fill:#fbefff,stroke:#8250df,stroke-width:2px,color:#1f2328',
    delete: 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3,color:#1f2328',
    restart: 'fill:#ddf4ff,stroke:#0969da,stroke-width:2px,color:#1f2328',
    unchanged: 'fill:#f6f8fa,stroke:#818b98,color:#1f2328',
    blocked: 'fill:#f6f8fa,stroke:#cf222e,stroke-width:2px,color:#1f2328',
};
/** The cluster as a Mermaid flowchart, lines without a fence, with what a plan does to each server; undefined without servers. */
function drawCluster(changes, drawn) {
    const { held = new Set() } = drawn;
    const fates = new Map((0, groups_1.groupByServer)(changes).map(({ name, action, changes: own }) => [
        name,
        own.some((change) => !held.has(change)) ? action : 'blocked',
    ]));
    const doable = changes.filter((change) => !held.has(change));
    const known = new Set(drawn.servers.map(({ name }) => name));
    const servers = [...drawn.servers, ...(drawn.leaving ?? []).filter(({ name }) => !known.has(name))];
    if (servers.length === 0)
        return undefined;
    for (const most of [MOST_ALIKE, 2, 0]) {
        const lines = draw(servers, fates, doable, drawn.pbx, most);
        if (most === 0 || lines.join('\n').length <= MOST_CHARACTERS)
            return lines;
    }
    return undefined;
}
function draw(servers, fates, changes, pbx, most) {
    const used = new Set();
    let count = 0;
    const node = (fate, lines) => {
        used.add(fate);
        return `n${++count}["${lines.map(label).join('<br/>')}"]:::${fate}`;
    };
    const main = mainServer(changes);
    const body = [
        // One row per server, close together: GitHub shows what is wide small and what is high in full.
        '%%{init: {"flowchart": {"nodeSpacing": 12, "rankSpacing": 60, "padding": 8}}}%%',
        'flowchart LR',
        `  ${node(main.fate, ['PBX', ...(pbx ? [pbx] : []), ...main.lines])}`,
        ...roles_1.it.ROLE_NAMES.flatMap((role) => {
            const own = servers.filter((server) => server.role === role);
            if (own.length === 0)
                return [];
            const nodes = alike(own, fates).flatMap(([fate, group]) => {
                if (group.length > Math.max(most, 1))
                    return [node(fate, [`${group.length} servers`, SAYS[fate]])];
                return group.map((server) => node(fate, about(server, fate)));
            });
            return [`  n1 --- ${role}s(["${heading(role)}"]):::role`, ...nodes.map((one) => `  ${role}s --- ${one}`)];
        }),
    ];
    return [
        ...body,
        ...[...used].map((fate) => `  classDef ${fate} ${STYLES[fate]}`),
        '  classDef role fill:none,stroke:#818b98',
    ];
}
function about({ name, privateIp, publicIp }, fate) {
    const says = [privateIp ?? publicIp, fate === 'unchanged' ? undefined : SAYS[fate]].filter(Boolean).join(', ');
    return says ? [name, says] : [name];
}
function alike(servers, fates) {
    return [...(0, grouped_1.it.grouped)(servers, ({ name }) => fates.get(name) ?? 'unchanged')];
}
/** What happens on the main server itself. Addresses that it is told to trust are no change of it that callers know of. */
function mainServer(changes) {
    const has = (kind) => changes.some((change) => change.kind === kind);
    const builtIns = (0, change_1.it.ofKind)(changes, 'built-in-on', 'built-in-off');
    const lines = [
        ...(has('pbx-image') ? ['upgraded'] : []),
        ...(has('pbx-restart') ? ['restarted'] : has('load-balancer-restart') ? ['load balancer restarted'] : []),
        ...builtIns.map((change) => `built-in ${roles_1.it.ROLES[change.role].label}: ${change.kind === 'built-in-on' ? 'on' : 'off'}`),
    ];
    if (has('pbx-image'))
        return { fate: 'update', lines };
    if (has('pbx-restart') || has('load-balancer-restart'))
        return { fate: 'restart', lines };
    return { fate: builtIns.length > 0 ? 'update' : 'unchanged', lines };
}
function heading(role) {
    const { label: name, single } = roles_1.it.ROLES[role];
    return label(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}${single ? '' : 's'}`);
}
/**
 * Any text as a label: whatever could mean something to Mermaid, to the Markdown that it reads in labels or to HTML becomes
 * an entity of Mermaid's, which it turns back into a character when all is drawn.
 */
function label(text) {
    const characters = Array.from(text);
    const shown = characters.length > MOST_NAME ? [...characters.slice(0, MOST_NAME - 1), '…'] : characters;
    return shown
        .map((character, at) => {
        if (/[A-Za-z0-9 ]/.test(character) || (character === ',' && shown[at + 1] === ' '))
            return character;
        const inside = /[A-Za-z0-9]/.test(shown[at - 1] ?? '') && /[A-Za-z0-9]/.test(shown[at + 1] ?? '');
        if (/[.-]/.test(character) && inside)
            return character;
        if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character))
            return ' ';
        return `#${character.codePointAt(0)};`;
    })
        .join('');
}

/***/ }),

/***/ 644:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/drift.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.driftBody = driftBody;
exports.driftComment = driftComment;
exports.goneComment = goneComment;
const window_1 = { get it() { return (__nccwpck_require__(838).window); } };
const counts_1 = __nccwpck_require__(455);
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const budget_1 = __nccwpck_require__(342);
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/** The issue's text: nothing in it differs from look to look while the drift is the same. */
function driftBody(items, drift, page) {
    const { clusterFile, cluster, limit } = page;
    const text = new budget_1.Budget(limit, '… cut here; the whole of it is in the summary of the run.');
    const foot = footer(page);
    text.reserve(foot);
    if (items.length === 0) {
        text.add(`${(0, markdown_1.it.code)(cluster.name)} is as ${(0, markdown_1.it.code)(clusterFile)} says.`);
        return text.text(foot);
    }
    const ours = items.filter(({ kind }) => kind !== 'unmanaged');
    const others = items.filter(({ kind }) => kind === 'unmanaged');
    text.add(`The live cluster ${(0, markdown_1.it.code)(cluster.name)} is not what ${(0, markdown_1.it.code)(clusterFile)} says: ${sum(ours.length, others.length)}.`);
    const rows = ours.map((item) => {
        const { server, what, deed, impact } = item;
        return [
            server === undefined ? 'main server and PBX' : (0, markdown_1.it.code)(server),
            `${(0, markdown_1.it.escapeMarkdown)(what)}${isUnseen(item, drift) ? ' *(as last seen)*' : ''}`,
            deed === undefined ? '–' : (0, markdown_1.it.escapeMarkdown)(deed),
            counts_1.IMPACT_LABELS[impact],
        ];
    });
    if (rows.length > 0)
        text.addTable(['Server', 'What differs', 'A deploy would', 'Callers would notice'], rows);
    text.addAll(others.map(({ what }) => `- ${(0, markdown_1.it.escapeMarkdown)(what)}`), '\n', '**Not in the cluster file**\n\n');
    if (drift.unseen.length > 0)
        text.add(`> [!WARNING]\n> ${(0, list_1.it.list)(drift.unseen.map(markdown_1.it.code), 10)} could not be looked at: the host does not answer. What was seen there before is kept in this list.`);
    if (drift.firewallUnseen)
        text.add('> [!WARNING]\n> Not every firewall of the PBX could be read. What differed there before is kept in this list.');
    text.addAll(drift.notes.map((note) => `- ${(0, markdown_1.it.escapeMarkdown)(note)}`), '\n', '**Notes**\n\n');
    text.add(nextSteps(ours, others, page));
    return text.text(foot);
}
const isUnseen = ({ server, sight }, { unseen }) => sight?.on === 'host' && server !== undefined && unseen.includes(server);
function sum(ours, others) {
    return (0, list_1.it.list)([
        ...(ours > 0 ? [(0, list_1.it.plural)(ours, 'difference')] : []),
        ...(others > 0 ? [`${(0, list_1.it.plural)(others, 'server')} that it does not have`] : []),
    ]);
}
function nextSteps(ours, others, { clusterFile, cluster }) {
    const file = (0, markdown_1.it.code)(clusterFile);
    const { window } = cluster.restart;
    const waits = window && ours.some(({ impact }) => impact !== 'none')
        ? ` What callers notice waits for the maintenance window (${(0, markdown_1.it.escapeMarkdown)((0, window_1.it.formatWindow)(window))}).`
        : '';
    return [
        '**What to do**',
        '',
        ...(ours.some(({ deed }) => deed !== undefined)
            ? [
                `- To go back to what the file says: run the deploy workflow, or \`portsip-cluster deploy\`.${waits}`,
                `- To keep what is live: change ${file} in a pull request until its plan is empty.`,
            ]
            : []),
        ...(others.length > 0
            ? [`- To have a server that is not in ${file} managed: add it there by the same name; it is not touched before.`]
            : []),
        '- To leave it as it is: close this issue. It stays closed until something else differs.',
    ].join('\n');
}
function footer({ runsUrl }) {
    const runs = runsUrl ? `[Looked for](${encodeURI(runsUrl)}) on a schedule` : 'Looked for on a schedule';
    return `<sub>${runs} · kept up to date here, so that edits are lost; closes by itself when the drift is gone</sub>`;
}
/** Said when the set of drift is another one than before. */
function driftComment({ came, went }, { returned }, { limit, runUrl }) {
    const text = new budget_1.Budget(limit, '… cut here; the whole of it is above.');
    const foot = run(runUrl);
    text.reserve(foot);
    text.add(returned ? '**The cluster drifted again.**' : '**The drift changed.**');
    text.addAll(came.map(line), '\n', 'New:\n\n');
    text.addAll(went.map(line), '\n', 'Gone:\n\n');
    return text.text(foot);
}
function goneComment({ cluster, clusterFile, runUrl }) {
    return `**The drift is gone:** ${(0, markdown_1.it.code)(cluster.name)} is as ${(0, markdown_1.it.code)(clusterFile)} says again.\n\n${run(runUrl)}\n`;
}
function line({ server, what, kind }) {
    // The message about an unmanaged server names it.
    const who = server === undefined || kind === 'unmanaged' ? '' : `${(0, markdown_1.it.code)(server)}: `;
    return `- ${who}${(0, markdown_1.it.escapeMarkdown)(what)}`;
}
const run = (url) => `<sub>[Run](${encodeURI(url)})</sub>`;

/***/ }),

/***/ 457:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet-deploys.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetDeploysLine = fleetDeploysLine;
exports.renderFleetDeploys = renderFleetDeploys;
const fleet_deploys_1 = { get it() { return (__nccwpck_require__(860)["fleet-deploys"]); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const WORDS = {
    failed: 'failed',
    unhealthy: 'unhealthy',
    unknown: 'unknown',
    'not-begun': 'not begun',
    waits: 'waiting for a window',
    done: 'done',
};
/** "3 clusters: 1 unhealthy, 2 not begun" */
function fleetDeploysLine(waves) {
    const all = waves.flat();
    const counts = fleet_deploys_1.it.VERDICTS.flatMap((verdict) => {
        const count = all.filter((one) => (0, fleet_deploys_1.it.verdictOf)(one) === verdict).length;
        return count > 0 ? [`${count} ${WORDS[verdict]}`] : [];
    });
    return `${(0, list_1.it.plural)(all.length, 'cluster')}${counts.length > 0 ? `: ${counts.join(', ')}` : ' to deploy'}`;
}
/** What became of each cluster, wave by wave, and what was not begun and why. */
function renderFleetDeploys({ waves, runUrl, commit }) {
    const rows = waves
        .flat()
        .sort((a, b) => a.wave - b.wave || weight(a) - weight(b) || (a.name < b.name ? -1 : 1))
        .map((one) => row(one, runUrl));
    const table = rows.length > 0
        ? ['| Wave | Cluster | Deploy | Health | PBX |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
        : '';
    const foot = `<sub>[Run](${encodeURI(runUrl)})${commit === undefined ? '' : ` of ${(0, markdown_1.it.escapeMarkdown)(commit.slice(0, 12))}`}</sub>`;
    return `${[`### ${fleetDeploysLine(waves)}`, ...alerts(waves), table, foot].filter(Boolean).join('\n\n')}\n`;
}
const weight = (one) => fleet_deploys_1.it.VERDICTS.indexOf((0, fleet_deploys_1.it.verdictOf)(one));
const MOST_NAMES = 50;
const names = (some) => (0, list_1.it.list)(some.map(({ name }) => (0, markdown_1.it.code)(name)), MOST_NAMES);
function alerts(waves) {
    const stop = (0, fleet_deploys_1.it.stopOf)(waves);
    const waits = waves.flat().filter((one) => (0, fleet_deploys_1.it.verdictOf)(one) === 'waits');
    const trouble = waves.flat().some((one) => ['failed', 'unhealthy', 'unknown'].includes((0, fleet_deploys_1.it.verdictOf)(one)));
    const goOn = `run the failed jobs again, push the repair, or start the workflow by hand: what is done already is not done again.`;
    return [
        ...(stop
            ? [`> [!CAUTION]\n> **Not begun: ${names(stop.held)}**, ${whyHeld(stop)}. To go on, ${goOn}`]
            : trouble
                ? [`> [!CAUTION]\n> To go on, ${goOn}`]
                : []),
        ...(waits.length > 0
            ? [
                `> [!NOTE]\n> ${names(waits)} ${waits.length === 1 ? 'waits for its' : 'wait for their'} maintenance window: a run in it, by a schedule or by hand, does the rest.`,
            ]
            : []),
    ];
}
function whyHeld({ by, waiting }) {
    if (by.length > 0)
        return `since the wave before did not end well: ${names(by)}`;
    if (waiting.length > 0)
        return `since every cluster of the wave before waits for its maintenance window (${names(waiting)}), so that nothing has shown that others may follow`;
    return 'since the run was cancelled, or stopped before';
}
function row(one, runUrl) {
    const { name, job, wave, health } = one;
    const url = job === undefined ? runUrl : `${runUrl}/job/${job}`;
    return `| ${[String(wave), `[${(0, markdown_1.it.code)(name)}](${encodeURI(url)})`, deployed(one), seen(one), (0, markdown_1.it.escapeMarkdown)((0, one_line_1.it.quote)(health?.version ?? '', 40))].join(' | ')} |`;
}
const ENDS = {
    deployed: 'deployed',
    unchanged: 'nothing to do',
    waits: 'waits for its window',
    refused: '**stopped before anything was done:** not reviewed, or the cluster could not be looked at',
    failed: '**failed**',
    cancelled: '**cancelled**',
    unknown: '**unknown:** its job failed or never ran; is its runner there?',
    'not-begun': '**not begun**',
};
function deployed({ end, done, left }) {
    const counts = [...(done > 0 ? [`${(0, list_1.it.plural)(done, 'change')} done`] : []), ...(left > 0 ? [`${left} left`] : [])].join(', ');
    return `${ENDS[end]}${counts && ` (${counts})`}`;
}
/** So many reasons are given; the rest is in the job. */
const MOST_REASONS = 3;
function seen({ health, end }) {
    if (health === undefined)
        return end === 'not-begun' ? '' : 'not asked';
    if (health.healthy === true)
        return 'healthy';
    const why = health.why.slice(0, MOST_REASONS).map((sentence) => (0, markdown_1.it.escapeMarkdown)((0, one_line_1.it.quote)(sentence)));
    const more = health.why.length > MOST_REASONS ? [`and ${health.why.length - MOST_REASONS} more`] : [];
    return `**${health.healthy === false ? 'unhealthy' : 'unknown'}**${why.length > 0 ? `: ${[...why, ...more].join('; ')}` : ''}`;
}

/***/ }),

/***/ 665:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet-issue.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetIssueBody = fleetIssueBody;
exports.fleetIssueComment = fleetIssueComment;
exports.allWellComment = allWellComment;
exports.fleetStatusMarkdown = fleetStatusMarkdown;
const fleet_1 = { get it() { return (__nccwpck_require__(723).fleet); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const fleet_status_1 = __nccwpck_require__(130);
const health_1 = __nccwpck_require__(701);
const DETAILS = [
    { reasons: 3, versions: true },
    { reasons: 1, versions: true },
    { reasons: 0, versions: true },
    { reasons: 0, versions: false },
];
const MOST_NAMES = 200;
/** The issue's text: nothing in it differs from look to look while the clusters are the same. What does not fit is said. */
function fleetIssueBody({ sights, about, runsUrl, limit }) {
    const told = sights.filter(({ name }) => about.has(name));
    const rest = sights.filter(({ name }) => !about.has(name));
    const runs = runsUrl ? `[Looked at](${encodeURI(runsUrl)}) on a schedule` : 'Looked at on a schedule';
    const head = [
        told.length === 0
            ? 'All clusters are healthy, and as their files say.'
            : `**${(0, fleet_status_1.fleetHeadline)(sights)}.** ${(0, list_1.it.plural)(told.length, 'cluster')} to look at:`,
    ];
    const foot = [
        `${(0, markdown_1.it.escapeMarkdown)((0, fleet_status_1.versionsLine)(sights))}.`,
        ...(rest.length > 0 && told.length > 0 ? [`**Nothing to do:** ${names(rest)}.`] : []),
        ...(told.length === 0 ? [] : [NEXT_STEPS]),
        `<sub>${runs}, where each run has a page of all clusters · kept up to date here, so that edits are lost; closes by itself when all are well</sub>`,
    ];
    const whole = (detail, count) => {
        const more = told.length - count;
        const table = told.length === 0
            ? []
            : [
                [...TITLES, ...told.slice(0, count).map((sight) => row(sight, detail))].join('\n'),
                ...(more > 0 ? [`… and ${(0, list_1.it.plural)(more, 'more cluster')}: see the run's page.`] : []),
            ];
        return `${[...head, ...table, ...foot].join('\n\n')}\n`;
    };
    for (const detail of DETAILS) {
        const text = whole(detail, told.length);
        if (bytes(text) <= limit)
            return text;
    }
    const least = { reasons: 0, versions: false };
    let [fits, above] = [0, told.length];
    while (above - fits > 1) {
        const middle = Math.floor((fits + above) / 2);
        if (bytes(whole(least, middle)) <= limit)
            fits = middle;
        else
            above = middle;
    }
    return whole(least, fits);
}
const bytes = (text) => Buffer.byteLength(text);
const TITLES = [
    '| Cluster | Health | PBX | Servers run | Differs from its file | What is the matter |',
    '| --- | --- | --- | --- | --- | --- |',
];
const NEXT_STEPS = [
    '- What a deploy ends: run the deploy workflow, or `portsip-cluster deploy -f FILE`; to keep what is live, change the cluster file until its plan is empty.',
    '- A cluster that is unknown was seen by nobody: is its runner there, do its secrets still open?',
    '- To leave all as it is: close this issue. It stays closed until something else is the matter.',
].join('\n');
function row(sight, detail) {
    const seen = (0, fleet_1.it.rowOf)(sight);
    const differences = (0, fleet_1.it.driftIn)(sight).map(({ server, what, kind }) => `${server === undefined || kind === 'unmanaged' ? '' : `${server}: `}${what}`);
    const reasons = [...(0, fleet_status_1.reasonsOf)(sight), ...differences].map((text) => (0, markdown_1.it.escapeMarkdown)((0, one_line_1.it.quote)(text, 160)));
    const more = reasons.length - detail.reasons;
    const why = [
        ...reasons.slice(0, detail.reasons),
        ...(more > 0 ? [detail.reasons > 0 ? `… and ${more} more` : (0, list_1.it.plural)(more, 'thing')] : []),
    ];
    const cells = [
        (0, markdown_1.it.code)(sight.name),
        seen.healthy === true ? (0, health_1.healthWord)(true) : `**${(0, health_1.healthWord)(seen.healthy)}**`,
        detail.versions ? version((0, fleet_status_1.pbxVersionWord)(seen)) : '',
        detail.versions ? version((0, fleet_status_1.serverVersionsWords)(seen)) : '',
        differs(sight),
        why.join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
}
const version = (text) => (0, markdown_1.it.escapeMarkdown)((0, one_line_1.it.quote)(text, 60));
/** "3 changes, 1 for people", "none", "unknown" */
function differs(sight) {
    const items = (0, fleet_1.it.driftIn)(sight);
    const changes = items.filter(({ kind }) => kind === 'change').length;
    const others = items.length - changes;
    const parts = [...(changes > 0 ? [(0, list_1.it.plural)(changes, 'change')] : []), ...(others > 0 ? [`${others} for people`] : [])];
    // What was seen is told; that there is no more is known only where all of it was.
    if ((0, fleet_1.it.rowOf)(sight).changes === 'unknown')
        parts.push('unknown');
    return parts.length > 0 ? parts.join(', ') : 'none';
}
const names = (sights) => (0, list_1.it.list)(sights.map(({ name }) => (0, markdown_1.it.code)(name)), MOST_NAMES);
/** Said when it is about other clusters than before, or about something else of one */
function fleetIssueComment({ came, went }, { returned, runUrl, limit }) {
    const foot = `<sub>[Run](${encodeURI(runUrl)})</sub>`;
    const line = (sight) => {
        const [first] = (0, fleet_status_1.reasonsOf)(sight);
        const state = [(0, health_1.healthWord)((0, fleet_1.it.rowOf)(sight).healthy), `differs: ${differs(sight)}`].join(', ');
        return `- ${(0, markdown_1.it.code)(sight.name)}: ${state}${first === undefined ? '' : `. ${(0, markdown_1.it.escapeMarkdown)((0, one_line_1.it.quote)(first, 160))}`}`;
    };
    const text = (count) => [
        returned ? '**Clusters need somebody again.**' : '**Something changed.**',
        ...(came.length > 0
            ? [
                [
                    'New or different:\n',
                    ...came.slice(0, count).map(line),
                    ...(came.length > count ? [`- … and ${came.length - count} more: see above`] : []),
                ].join('\n'),
            ]
            : []),
        ...(went.length > 0 ? [`Well again: ${(0, list_1.it.list)(went.map(markdown_1.it.code), count)}.`] : []),
        foot,
    ].join('\n\n');
    return [100, 30, 5].map(text).find((one) => bytes(one) <= limit) ?? foot;
}
function allWellComment(runUrl) {
    return `**All clusters are healthy, and as their files say.**\n\n<sub>[Run](${encodeURI(runUrl)})</sub>\n`;
}
/** All clusters for a job's summary, each with a link to its job */
function fleetStatusMarkdown({ sights, runUrl }) {
    const link = ({ name, job }) => `[${(0, markdown_1.it.code)(name)}](${encodeURI(job === undefined ? runUrl : `${runUrl}/job/${job}`)})`;
    const rows = sights.map((sight) => row(sight, { reasons: 3, versions: true }).replace((0, markdown_1.it.code)(sight.name), () => link(sight)));
    return [
        `### ${(0, fleet_status_1.fleetHeadline)(sights)}`,
        ...(rows.length > 0 ? [[...TITLES, ...rows].join('\n')] : []),
        `${(0, markdown_1.it.escapeMarkdown)((0, fleet_status_1.versionsLine)(sights))}.`,
    ].join('\n\n');
}

/***/ }),

/***/ 963:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet-page.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetPage = fleetPage;
const fleet_1 = { get it() { return (__nccwpck_require__(723).fleet); } };
const html_1 = { get it() { return (__nccwpck_require__(60).html); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const fleet_status_1 = __nccwpck_require__(130);
const health_1 = __nccwpck_require__(701);
const page_1 = __nccwpck_require__(812);
/** Of one cluster; its own page has all. */
const MOST_REASONS = 20;
/** Many clusters at a glance as one page, like that of each. `sights` are in order, the worst first. Pure. */
function fleetPage(sights, { at, links }) {
    const rows = sights.map((sight) => ({ sight, row: (0, fleet_1.it.rowOf)(sight) }));
    const worst = rows.some(({ row }) => row.healthy !== true) ? 'bad' : rows.every(isQuiet) ? 'good' : 'odd';
    const page = (0, html_1.it.html) `<!doctype html>
    <html lang="en">
      ${(0, page_1.pageHead)((0, fleet_status_1.fleetHeadline)(sights))}
      <body>
        <header>
          <h1>${(0, list_1.it.plural)(sights.length, 'cluster')}</h1>
          <p class="verdict ${worst}">${(0, fleet_status_1.fleetHeadline)(sights)}</p>
          ${(0, page_1.lookedAt)(at)}
        </header>
        <main>
          <section aria-labelledby="clusters">
            <h2 id="clusters">Clusters</h2>
            <table role="table">
              <thead role="rowgroup">
                <tr role="row">
                  ${TITLES.map((title) => (0, html_1.it.html) `<th role="columnheader" scope="col">${title}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${rows.map(({ sight, row }) => line(sight, row, links.get(sight.name)))}
              </tbody>
            </table>
          </section>
          <section aria-labelledby="versions">
            <h2 id="versions">Versions of the PBX</h2>
            <ul>
              ${(0, fleet_1.it.versionsOf)(sights).map(({ version, clusters }) => (0, html_1.it.html) `<li>${version ?? 'unknown'}: ${(0, list_1.it.plural)(clusters, 'cluster')}</li>`)}
            </ul>
          </section>
          ${reasons(sights)}
        </main>
      </body>
    </html> `;
    return page.text;
}
const TITLES = ['Cluster', 'Health', 'PBX', 'Servers run', 'Up', 'Calls', 'Drift'];
const isQuiet = ({ row }) => (0, fleet_status_1.driftWords)(row) === 'none';
function line(sight, row, link) {
    const tone = row.healthy !== true ? 'bad' : isQuiet({ row }) ? 'good' : 'odd';
    const cells = [
        ['PBX', (0, fleet_status_1.pbxVersionWord)(row), true],
        ['Servers run', (0, fleet_status_1.serverVersionsWords)(row), true],
        ['Up', (0, fleet_status_1.upWords)(row)],
        ['Calls', String(row.calls)],
        ['Drift', (0, fleet_status_1.driftWords)(row)],
    ];
    return (0, html_1.it.html) `<tr role="row" class="${tone}">
    <th role="rowheader" scope="row">${link === undefined ? sight.name : (0, html_1.it.html) `<a href="${link}">${sight.name}</a>`}</th>
    <td role="cell" class="state">${(0, health_1.healthWord)(row.healthy)}</td>
    ${cells.map(([title, text, isAny = false]) => (0, html_1.it.html) `<td role="cell" class="${isAny ? 'any' : ''}"><span class="label">${title}: </span>${text}</td>`)}
  </tr>`;
}
function reasons(sights) {
    const told = sights.map((sight) => ({ sight, all: (0, fleet_status_1.reasonsOf)(sight) })).filter(({ all }) => all.length > 0);
    if (told.length === 0)
        return (0, html_1.it.html) ``;
    return (0, html_1.it.html) `<section aria-labelledby="why">
    <h2 id="why">Why not healthy</h2>
    ${told.map(({ sight, all }) => {
        const more = all.length - MOST_REASONS;
        return (0, html_1.it.html) `<h3>${sight.name}</h3>
        <ul>
          ${all.slice(0, MOST_REASONS).map((text) => (0, html_1.it.html) `<li>${text}</li>`)}
          ${more > 0 ? (0, html_1.it.html) `<li>… and ${more} more</li>` : ''}
        </ul>`;
    })}
  </section>`;
}

/***/ }),

/***/ 562:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet-plan-table.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.renderFleetPlanTable = renderFleetPlanTable;
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const fleet_plans_1 = { get it() { return (__nccwpck_require__(84)["fleet-plans"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const columns_1 = __nccwpck_require__(308);
const counts_1 = __nccwpck_require__(455);
const words_1 = __nccwpck_require__(510);
/** "2 to add, 1 setting, 3 blocked", "nothing" */
function deeds(plan) {
    const parts = [
        ...(plan.stopped ? ['blocked'] : []),
        ...words_1.ACTIONS.flatMap((action) => (plan.counts[action] ? [`${plan.counts[action]} to ${words_1.LEGEND[action]}`] : [])),
        ...(plan.settings > 0 ? [(0, list_1.it.plural)(plan.settings, 'setting')] : []),
        ...(plan.blocked > 0 ? [`${plan.blocked} blocked`] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : 'nothing';
}
const what = ({ plan }) => (plan.known ? deeds(plan) : 'unknown');
const notice = ({ plan }) => (plan.known ? counts_1.IMPACT_LABELS[plan.impact] : 'unknown');
function tone(c, one) {
    if (!one.plan.known || one.plan.stopped)
        return c.red;
    return (0, fleet_plans_1.it.isEmpty)(one) ? c.dim : c.yellow;
}
const COLUMNS = [
    { title: 'CLUSTER', cell: ({ name }) => name },
    { title: 'WAVE', cell: ({ wave }) => String(wave) },
    { title: 'A DEPLOY WOULD DO', cell: what, paint: tone },
    { title: 'CALLERS NOTICE', cell: notice },
];
/** A line for each cluster, and why those that nobody could ask are not known. `plans` are in order. */
function renderFleetPlanTable(plans, options) {
    const c = (0, picocolors_1.it.createColors)(options.color);
    const columns = (0, columns_1.fitting)(COLUMNS, plans, options.width ?? Infinity, ['WAVE']);
    const table = columns
        ? (0, columns_1.tableLines)(columns, plans, c)
        : plans.flatMap((one) => [
            `${c.bold((0, printable_1.it.printable)(one.name))}  ${tone(c, one)(what(one))}`,
            `  callers notice: ${notice(one)}`,
        ]);
    const told = plans.flatMap(({ name, problem }) => problem === undefined ? [] : [`${c.bold((0, printable_1.it.printable)(name))}: ${(0, printable_1.it.printable)(problem)}`]);
    const unknown = plans.filter(({ plan }) => !plan.known).length;
    const empty = plans.filter(fleet_plans_1.it.isEmpty).length;
    const change = plans.filter(({ plan }) => plan.known && (0, fleet_plans_1.it.changesOf)(plan) + plan.settings > 0).length;
    return [
        ...table,
        ...(told.length > 0 ? ['', ...told] : []),
        '',
        `${(0, list_1.it.plural)(plans.length, 'cluster')}: ${unknown > 0 ? `${unknown} unknown, ` : ''}${change} to change, ${empty} without changes.`,
        '',
    ].join('\n');
}

/***/ }),

/***/ 314:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet-plans.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.renderFleetPlans = renderFleetPlans;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const fleet_plans_1 = { get it() { return (__nccwpck_require__(84)["fleet-plans"]); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const counts_1 = __nccwpck_require__(455);
const fleet_1 = __nccwpck_require__(295);
const words_1 = __nccwpck_require__(510);
/**
 * Many plans on one page: a row for each cluster that changes or is not known, the worst first, those without changes by name. What
 * does not fit is said: first the links go, then the last rows.
 */
function renderFleetPlans(page) {
    const { plans, left, limit, part } = page;
    const empty = plans.filter(fleet_plans_1.it.isEmpty);
    const rows = plans.filter((one) => !(0, fleet_plans_1.it.isEmpty)(one));
    const foot = [
        ...(empty.length > 0
            ? [
                `**No changes:** ${(0, list_1.it.list)(empty.map(({ name }) => (0, markdown_1.it.code)(name)), MOST_NAMES)}.`,
            ]
            : []),
        `<sub>[Run](${encodeURI(page.runUrl)})${page.commit === undefined ? '' : ` of ${(0, markdown_1.it.escapeMarkdown)(page.commit.slice(0, 12))}`}</sub>`,
    ];
    const table = (links, count) => {
        if (rows.length === 0)
            return '';
        const shown = rows.slice(0, count).map((one) => row(one, page, links));
        const more = rows.length - shown.length;
        return [
            '| Cluster | Wave | What a deploy would do | Callers notice |',
            '| --- | --- | --- | --- |',
            ...shown,
            ...(more > 0 ? [`\n… and ${(0, list_1.it.plural)(more, 'more cluster')}: see the run.`] : []),
        ].join('\n');
    };
    // Names of files may be long, and the table needs room.
    const some = alerts(plans, left, 20);
    const said = bytes(some.join()) <= limit / 2 ? some : alerts(plans, left, 0);
    const whole = (links, count) => `${[`### ${part === undefined ? '' : `${(0, markdown_1.it.escapeMarkdown)(part)}: `}${headline(plans)}`, ...said, table(links, count), ...foot].filter(Boolean).join('\n\n')}\n`;
    for (const links of [true, false]) {
        const text = whole(links, rows.length);
        if (bytes(text) <= limit)
            return text;
    }
    let [fits, above] = [0, rows.length];
    while (above - fits > 1) {
        const middle = Math.floor((fits + above) / 2);
        if (bytes(whole(false, middle)) <= limit)
            fits = middle;
        else
            above = middle;
    }
    return whole(false, fits);
}
const bytes = (text) => Buffer.byteLength(text);
const MOST_NAMES = 300;
function headline(plans) {
    const unknown = plans.filter(({ plan }) => !plan.known).length;
    const empty = plans.filter(fleet_plans_1.it.isEmpty).length;
    const change = plans.length - unknown - empty;
    const parts = [
        ...(unknown > 0 ? [`${unknown} unknown`] : []),
        ...(change > 0 ? [`${change} to change`] : []),
        ...(empty > 0 ? [`${empty} without changes`] : []),
    ];
    return `${(0, list_1.it.plural)(plans.length, 'cluster')}${parts.length > 0 ? `: ${parts.join(', ')}` : ' to plan'}`;
}
function alerts(plans, left, mostLeft) {
    const known = plans.flatMap(({ plan }) => (plan.known ? [plan] : []));
    const worst = roles_1.it.IMPACTS[Math.max(0, ...known.map(({ impact }) => roles_1.it.IMPACTS.indexOf(impact)))] ?? 'none';
    const unknown = plans.filter(({ plan }) => !plan.known);
    return [
        ...(known.some((plan) => (0, fleet_plans_1.it.changesOf)(plan) > 0) ? [`**Callers notice, at worst:** ${counts_1.IMPACT_LABELS[worst]}.`] : []),
        ...(unknown.length > 0
            ? [
                `> [!WARNING]\n> Nobody knows what a deploy of ${(0, list_1.it.list)(unknown.map(({ name }) => (0, markdown_1.it.code)(name)), 20)} would do: that is not "no changes".`,
            ]
            : []),
        ...left.slice(0, mostLeft).map((one) => `> [!WARNING]\n> ${(0, markdown_1.it.escapeMarkdown)((0, fleet_1.leftWords)(one))}`),
        ...(left.length > mostLeft
            ? [
                `> [!WARNING]\n> ${mostLeft > 0 ? '… and ' : ''}${left.length - mostLeft} ${mostLeft > 0 ? 'more ' : ''}cluster files left the repository: see the summary of the job that found the clusters.`,
            ]
            : []),
    ];
}
function row(one, { runUrl }, links) {
    const { name, plan, job, wave } = one;
    const url = job === undefined ? runUrl : `${runUrl}/job/${job}`;
    const cluster = links ? `[${(0, markdown_1.it.code)(name)}](${encodeURI(url)})` : (0, markdown_1.it.code)(name);
    const cells = plan.known ? [what(plan), counts_1.IMPACT_LABELS[plan.impact]] : [UNKNOWN[plan.why], 'unknown'];
    return `| ${[cluster, String(wave), ...cells].join(' | ')} |`;
}
const UNKNOWN = {
    missing: '**Unknown:** its job failed or never ran; is its runner there?',
    unreadable: '**Unknown:** what its job left is no plan',
    other: '**Unknown:** its job left the plan of another cluster',
    old: '**Unknown:** the plan is from an earlier attempt',
};
function what(plan) {
    const counts = words_1.ACTIONS.flatMap((action) => plan.counts[action] ? [`${plan.counts[action]} to ${words_1.LEGEND[action]}`] : []);
    const parts = [
        ...(plan.stopped ? ['**blocked**'] : []),
        ...counts,
        ...(plan.settings > 0 ? [(0, list_1.it.plural)(plan.settings, 'setting')] : []),
        ...(plan.blocked > 0 ? [`${plan.blocked} blocked`] : []),
    ];
    return `${parts.join(', ')}${plan.asked ? '' : ' (from the files alone)'}`;
}

/***/ }),

/***/ 130:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet-status.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.pbxVersionWord = exports.upWords = void 0;
exports.unseenWords = unseenWords;
exports.reasonsOf = reasonsOf;
exports.driftWords = driftWords;
exports.serverVersionsWords = serverVersionsWords;
exports.fleetHeadline = fleetHeadline;
exports.versionsLine = versionsLine;
exports.renderFleetStatus = renderFleetStatus;
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const health_1 = __nccwpck_require__(701);
const columns_1 = __nccwpck_require__(308);
const fleet_1 = { get it() { return (__nccwpck_require__(723).fleet); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
/*
 * Many clusters beside each other: words for terminal, page and issue, and the table for a terminal.
 */
const NOT_SEEN = {
    missing: 'its job failed or never ran; is its runner there?',
    unreadable: 'what its job left is no status',
    other: 'its job left the status of another cluster',
    old: 'the status is from an earlier attempt',
};
/** Why nothing is known of it; of text from outside */
function unseenWords(sight) {
    return sight.why === 'failed' ? (0, one_line_1.it.quote)(sight.problem) : NOT_SEEN[sight.why];
}
/** Sentences, the worst first; none of a healthy cluster. Of text from outside. */
function reasonsOf(sight) {
    return sight.known ? sight.status.health.reasons.map(health_1.healthSentence) : [`Not seen: ${unseenWords(sight)}`];
}
/** "3 changes, 1 blocked, 2 for people", "none", "unknown" */
function driftWords({ changes, blocked, forPeople }) {
    if (changes === 'unknown')
        return 'unknown';
    const parts = [
        ...(changes > 0 ? [(0, list_1.it.plural)(changes, 'change')] : []),
        ...(blocked > 0 ? [`${blocked} blocked`] : []),
        ...(forPeople > 0 ? [`${forPeople} for people`] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : 'none';
}
/** "6 of 7" */
const upWords = ({ up, servers }) => (up === 'unknown' ? 'unknown' : `${up} of ${servers}`);
exports.upWords = upWords;
const MOST_VERSIONS = 3;
/** "22.4.1, 22.6.0"; of text from outside */
function serverVersionsWords({ serverVersions, up }) {
    if (serverVersions.length === 0)
        return up === 'unknown' ? 'unknown' : '-';
    const more = serverVersions.length - MOST_VERSIONS;
    return [...serverVersions.slice(0, MOST_VERSIONS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
const pbxVersionWord = ({ pbxVersion }) => pbxVersion ?? 'unknown';
exports.pbxVersionWord = pbxVersionWord;
/** "3 clusters: 1 unhealthy, 1 unknown, 1 healthy" */
function fleetHeadline(sights) {
    const count = (healthy) => sights.filter((sight) => (0, fleet_1.it.rowOf)(sight).healthy === healthy).length;
    const parts = [false, 'unknown', true].flatMap((healthy) => count(healthy) > 0 ? [`${count(healthy)} ${(0, health_1.healthWord)(healthy)}`] : []);
    return `${(0, list_1.it.plural)(sights.length, 'cluster')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
/** "PBX versions: 22.6.3 (2 clusters), unknown (1 cluster)"; of text from outside */
function versionsLine(sights) {
    const all = (0, fleet_1.it.versionsOf)(sights).map(({ version, clusters }) => `${version ?? 'unknown'} (${(0, list_1.it.plural)(clusters, 'cluster')})`);
    return `PBX versions: ${(0, list_1.it.list)(all, 8)}`;
}
const tone = (c, healthy) => healthy === true ? c.green : healthy === false ? c.red : c.yellow;
const COLUMNS = [
    { title: 'CLUSTER', cell: ({ sight }) => sight.name },
    {
        title: 'HEALTH',
        cell: ({ row }) => (0, health_1.healthWord)(row.healthy),
        paint: (c, { row }) => tone(c, row.healthy),
    },
    { title: 'PBX', cell: ({ row }) => (0, exports.pbxVersionWord)(row) },
    { title: 'SERVERS', cell: ({ row }) => serverVersionsWords(row) },
    { title: 'UP', cell: ({ row }) => (0, exports.upWords)(row) },
    { title: 'CALLS', cell: ({ row }) => String(row.calls) },
    {
        title: 'DRIFT',
        cell: ({ row }) => driftWords(row),
        paint: (c, { row }) => (driftWords(row) === 'none' ? c.dim : c.yellow),
    },
];
const DISPENSABLE = ['CALLS', 'UP', 'SERVERS'];
/** Of one cluster; all are in the JSON and on the page. */
const MOST_REASONS = 3;
/** A line for each cluster, the worst first, and why each that is not healthy is not. `sights` are in order. */
function renderFleetStatus(sights, options) {
    const c = (0, picocolors_1.it.createColors)(options.color);
    const rows = sights.map((sight) => ({ sight, row: (0, fleet_1.it.rowOf)(sight) }));
    const columns = (0, columns_1.fitting)(COLUMNS, rows, options.width ?? Infinity, DISPENSABLE);
    const table = columns ? (0, columns_1.tableLines)(columns, rows, c) : rows.flatMap((row) => block(row, c));
    const told = sights.flatMap((sight) => {
        const all = reasonsOf(sight);
        const more = all.length - MOST_REASONS;
        return [
            ...all.slice(0, MOST_REASONS).map((text) => `${c.bold((0, printable_1.it.printable)(sight.name))}: ${(0, printable_1.it.printable)(text)}`),
            ...(more > 0 ? [`${c.bold((0, printable_1.it.printable)(sight.name))}: … and ${more} more`] : []),
        ];
    });
    const well = sights.filter(fleet_1.it.isWell).length;
    return [
        ...table,
        ...(told.length > 0 ? ['', ...told] : []),
        '',
        (0, printable_1.it.printable)(versionsLine(sights)),
        `${fleetHeadline(sights)}; ${well} of them as ${well === 1 ? 'its file says' : 'their files say'}.`,
        '',
    ].join('\n');
}
/** For a screen without room for columns */
function block({ sight, row }, c) {
    const drift = driftWords(row);
    return [
        `${c.bold((0, printable_1.it.printable)(sight.name))}  ${tone(c, row.healthy)((0, health_1.healthWord)(row.healthy))}`,
        `  ${[
            `PBX ${(0, printable_1.it.printable)((0, exports.pbxVersionWord)(row))}`,
            ...(row.up === 'unknown' ? [] : [`${(0, exports.upWords)(row)} up`]),
            drift === 'none' ? 'no drift' : drift === 'unknown' ? 'drift unknown' : drift,
        ].join(', ')}`,
    ];
}

/***/ }),

/***/ 295:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/fleet.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.leftWords = leftWords;
exports.fleetMarkdown = fleetMarkdown;
exports.fleetLines = fleetLines;
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
/** What the file of a cluster that is gone means, and what to do, without markup. */
function leftWords({ file, name, movedTo }) {
    if (movedTo !== undefined)
        return `${file} is gone: its cluster ${name} is in ${movedTo} now`;
    const who = name === undefined ? 'its cluster' : `the cluster ${name}`;
    return `${file} left the repository: nothing of ${who} is removed, and nobody looks after it any more. To take its servers down, bring the file back with servers: [] and deploy that first; then take the file away`;
}
function fleetMarkdown({ jobs, count, left, notes }) {
    const rows = jobs.map(({ name, file, wave, runner, environment }) => `| ${(0, markdown_1.it.code)(name)} | ${(0, markdown_1.it.code)(file)} | ${wave} | ${runner.map(markdown_1.it.code).join(' ')} | ${environment && (0, markdown_1.it.code)(environment)} |`);
    return [
        `## ${jobs.length} of ${(0, list_1.it.plural)(count, 'cluster')}`,
        ...[...notes, ...left.map(leftWords)].map((line) => `- ${(0, markdown_1.it.escapeMarkdown)(line)}`),
        ...(rows.length > 0
            ? ['', '| Cluster | File | Wave | Runner | Environment |', '| --- | --- | --- | --- | --- |', ...rows]
            : []),
        '',
    ].join('\n');
}
/** Columns for a terminal, a cluster a line. */
function fleetLines(rows) {
    const shown = rows.map((row) => row.map(printable_1.it.printable));
    const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
    return shown.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

/***/ }),

/***/ 347:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/groups.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.groupByServer = groupByServer;
exports.overall = overall;
exports.steps = steps;
exports.deeds = deeds;
const grouped_1 = { get it() { return (__nccwpck_require__(426).grouped); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
/** By server, in the order in which the plan first touches them; those that are only restarted come last, the main server before them. */
function groupByServer(changes, servers = []) {
    const known = new Map(servers.map((server) => [server.name, server]));
    const groups = (0, grouped_1.it.grouped)(changes, ({ server }) => server);
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
function overall({ name, action, changes }) {
    if (changes.every(({ kind }) => kind === 'backup'))
        return action;
    return name === undefined && action !== 'restart' ? 'update' : action;
}
function steps(changes) {
    const result = [];
    for (const change of changes) {
        const last = result.at(-1);
        const stage = (0, stages_1.it.stageOf)(change);
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
        const deed = (0, stages_1.it.wordsOf)(change).deed(change);
        const key = deed.join(' ');
        const same = byDeed.get(key);
        if (same)
            same.whom.push(target(change));
        else
            byDeed.set(key, { deed, whom: [target(change)] });
    }
    return [...byDeed.values()];
}

/***/ }),

/***/ 701:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/health.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.healthWord = healthWord;
exports.healthSentence = healthSentence;
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
/** "healthy", "unhealthy", "unknown" */
function healthWord(healthy) {
    return healthy === 'unknown' ? 'unknown' : healthy ? 'healthy' : 'unhealthy';
}
const STATES = {
    online: 'is online',
    running: 'runs',
    elsewhere: 'is online at another address than the cluster file says',
    offline: 'is not online',
    stopped: 'does not run',
    'not-registered': 'is not registered in the portal',
    'not-installed': 'is not installed',
    unreachable: 'cannot be reached',
    unknown: 'is in a state that is not known',
};
/** A sentence; of text from outside, which the caller has to escape */
function healthSentence(reason) {
    switch (reason.why) {
        case 'pbx':
            return `${reason.is === 'bad' ? 'The PBX does not answer' : 'The PBX did not let us in'}: ${(0, one_line_1.it.quote)(reason.detail)}`;
        case 'main':
            return `The main server does not answer by SSH: ${(0, one_line_1.it.quote)(reason.detail)}`;
        case 'record':
            return `What earlier runs did is not known: ${(0, one_line_1.it.quote)(reason.detail)}`;
        case 'server':
            return reason.is === 'bad'
                ? `${reason.server} ${STATES[reason.state]}`
                : `${reason.server} was not seen: ${(0, one_line_1.it.quote)(reason.detail)}`;
        case 'container':
            return `${reason.server} is online, but its container does not run on its host`;
        case 'out-of-calls':
            return `${reason.server} gets no calls, and the cluster file says that it does`;
        case 'failed-run':
            return `The last deploy failed (${reason.ended}), and what it left is still to be done`;
        case 'interrupted-run':
            return `The last deploy was cut short (${reason.ended}), and what it left is still to be done`;
        case 'unfinished':
            return `A script was to recreate ${reason.server}, and nobody has seen that it did`;
    }
}

/***/ }),

/***/ 953:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/images.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.imageBullets = void 0;
exports.imageLines = imageLines;
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
/** What a plan's images are now: "portsip/pbx:22 is version 22.4.1, sha256:ab…" */
function imageLines({ images = {} }, word = (text) => text) {
    return Object.entries(images).map(([image, { digest, version }]) => `${word(image)} is ${version ? `version ${word(version)}, ` : ''}${word(digest)}`);
}
/** One bullet an image */
const imageBullets = (plan) => imageLines(plan, markdown_1.it.code).map((line) => `- ${line}`);
exports.imageBullets = imageBullets;

/***/ }),

/***/ 679:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/imported.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.importedMarkdown = importedMarkdown;
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const budget_1 = __nccwpck_require__(342);
const markdown_2 = __nccwpck_require__(246);
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/** The text of the pull request that brings in a cluster file. Nothing in it differs while the cluster is the same. */
function importedMarkdown({ cluster, plan, leftOut, adopt }, { clusterFile, limit }) {
    const text = new budget_1.Budget(limit, '… cut here; the whole of it is in the summary of the run.');
    const foot = '<sub>Found by the import workflow, which updates this pull request when it is run again.</sub>';
    text.reserve(foot);
    text.add(`${(0, markdown_1.it.code)(clusterFile)} says what the cluster ${(0, markdown_1.it.code)(cluster.name)} is now: ${(0, list_1.it.plural)(cluster.servers.length, 'server')}, with comments on where each value came from and what no machine could tell.`);
    text.add(plan.changes.length === 0
        ? '**Its plan is empty:** a deploy of this file changes nothing.'
        : `> [!WARNING]\n> No cluster file can say exactly what was found: a deploy of this one makes ${(0, list_1.it.plural)(plan.changes.length, 'change')}. Look at them below before you merge.`);
    text.addAll(leftOut.map((line) => `- ${(0, markdown_1.it.escapeMarkdown)(line)}`), '\n', '**Found, and not in the file**\n\n');
    text.add(!adopt
        ? 'Nothing was adopted: what leaves the file later is reported and left alone, and only servers that a deploy itself adds are ever removed. To have all of them managed, run the import with `adopt`.'
        : 'What was found is adopted into the record on the main server: from now on what leaves the file is drained and removed by a deploy. So merge this before anything else is deployed to the cluster.');
    text.add('**Before you merge:** set restarts and the maintenance window, which no machine knows. A pull request that a workflow opened starts no other workflow: close it and open it again to have its plan checked here.');
    if (plan.changes.length > 0)
        text.add((0, markdown_2.renderMarkdown)(plan, { clusterFile, cluster, limit: Math.floor(limit / 2) }));
    return text.text(foot);
}

/***/ }),

/***/ 168:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/journal.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.renderJournal = renderJournal;
exports.leftOver = leftOver;
const budget_1 = __nccwpck_require__(342);
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/** So many bars are drawn: the longest. */
const MOST_BARS = 40;
/**
 * The end of a job's summary, below the title that its first step wrote: what was done to whom and how long it took, when, and what
 * is left. Empty when nothing was done.
 */
function renderJournal(steps, options) {
    const done = steps.flatMap((step) => step.done);
    const left = leftOver(steps);
    if (done.length === 0 && left.length === 0)
        return '';
    const page = new budget_1.Budget(options.limit ?? 500_000, '… cut here; the rest is in the log.');
    const links = options.links.map(([title, url]) => `[${(0, markdown_1.it.escapeMarkdown)(title)}](${encodeURI(url)})`).join(' · ');
    const foot = `<sub>${links}</sub>`;
    page.reserve(foot);
    const all = [...done, ...steps.flatMap(({ failed }) => failed)];
    const from = Math.min(...all.map(({ at }) => at));
    const to = Math.max(...all.map(({ at, elapsedMs }) => at + elapsedMs));
    const took = all.length > 0 ? ` in ${(0, duration_1.it.duration)(to - from)}` : '';
    page.add(`### ${(0, list_1.it.plural)(done.length, 'change')} done${took}${left.length > 0 ? `, ${left.length} left` : ''}`);
    if (left.length > 0)
        page.addTable(['Left to do', 'Why'], left.map(({ what, why }) => [(0, markdown_1.it.escapeMarkdown)(what), (0, markdown_1.it.escapeMarkdownLines)(why)]));
    page.addTable(['Server', 'What was done', 'Took'], rows(done));
    if (all.length > 0)
        page.add(`<details open><summary>When</summary>\n\n${(0, markdown_1.it.fence)('mermaid', gantt(steps))}\n\n</details>`);
    if (left.length === 0)
        page.add('**Nothing is left to do.**');
    if (options.merge && done.length > 0)
        page.add(`To take it back, revert the pull request on GitHub, or ${(0, markdown_1.it.code)(`git revert -m 1 ${options.merge}`)} on a new branch (without ${(0, markdown_1.it.code)('-m 1')} where it was squashed), and merge that: its plan shows what goes back.`);
    return page.text(foot);
}
/** What all steps of a job together did not do, the last word on each */
function leftOver(steps) {
    const done = new Set(steps.flatMap((step) => step.done.map(({ id }) => id)));
    const left = new Map();
    for (const { planned, skipped, failed } of steps) {
        for (const { id, what } of planned)
            if (!left.has(id))
                left.set(id, { what, why: 'not begun' });
        for (const { id, what, reason, wait } of skipped)
            left.set(id, { what, why: reason, ...(wait && { wait }) });
        for (const { id, what, message, end } of failed)
            left.set(id, { what, why: end === undefined ? `failed: ${message}` : message });
    }
    // What is planned when the last step begins is all that can still be left: the rest was done, or is needed no more.
    const last = new Set(steps.at(-1)?.planned.map(({ id }) => id));
    const failed = new Set(steps.flatMap((step) => step.failed.map(({ id }) => id)));
    return [...left].flatMap(([id, entry]) => (!done.has(id) && (last.has(id) || failed.has(id)) ? [entry] : []));
}
/** One row per server, in the order in which they were first touched. */
function rows(done) {
    const byServer = new Map();
    for (const entry of [...done].sort((a, b) => a.at - b.at))
        byServer.set(entry.server, [...(byServer.get(entry.server) ?? []), entry]);
    return [...byServer].map(([server, entries]) => {
        const from = Math.min(...entries.map(({ at }) => at));
        const to = Math.max(...entries.map(({ at, elapsedMs }) => at + elapsedMs));
        // A server is worked on by several steps of a job, with time for others between.
        const worked = Math.min(to - from, entries.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0));
        return [
            server === undefined ? 'main server and PBX' : (0, markdown_1.it.code)(server),
            entries.map(({ what, deed }) => (0, markdown_1.it.escapeMarkdown)(server === undefined ? what : deed)).join(', '),
            (0, duration_1.it.duration)(worked),
        ];
    });
}
function gantt(steps) {
    const bars = steps.flatMap((step) => [
        ...step.done.map((entry) => ({ step, entry, failed: false })),
        ...step.failed.map((entry) => ({ step, entry, failed: true })),
    ]);
    const longest = new Set([...bars].sort((a, b) => b.entry.elapsedMs - a.entry.elapsedMs).slice(0, MOST_BARS));
    const lines = [
        '%%{init: {"gantt": {"leftPadding": 140}}}%%',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        '  todayMarker off',
    ];
    if (bars.length > longest.size)
        lines.push(`  title The ${longest.size} that took longest, of ${bars.length}`);
    for (const step of steps) {
        const own = bars.filter((bar) => bar.step === step && longest.has(bar)).sort((a, b) => a.entry.at - b.entry.at);
        if (own.length > 0)
            lines.push(`  section ${word(step.title)}`);
        for (const { entry, failed } of own)
            lines.push(`  ${word(`${entry.what} (${(0, duration_1.it.duration)(entry.elapsedMs)})`)} :${failed ? 'crit, ' : ''}${entry.at}, ${Math.max(1, Math.round(entry.elapsedMs))}ms`);
    }
    return lines;
}
/** Text of a bar: a chart has no way to quote, so what it would read is replaced by what looks like it. */
function word(text) {
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return shown
        .replaceAll(':', '\u2236')
        .replace(/[^\p{L}\p{N} ./()\u2236\u2026-]/gu, '_')
        .trim();
}

/***/ }),

/***/ 246:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/markdown.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.renderMarkdown = renderMarkdown;
exports.markdownSteps = markdownSteps;
exports.alert = alert;
exports.notes = notes;
exports.changeLines = changeLines;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const grouped_1 = { get it() { return (__nccwpck_require__(426).grouped); } };
const uncommon_1 = { get it() { return (__nccwpck_require__(84).uncommon); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const counts_1 = __nccwpck_require__(455);
const budget_1 = __nccwpck_require__(342);
const cloud_firewall_1 = __nccwpck_require__(887);
const drawing_1 = __nccwpck_require__(149);
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const groups_1 = __nccwpck_require__(347);
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const images_1 = __nccwpck_require__(953);
const script_generations_1 = { get it() { return (__nccwpck_require__(984)["script-generations"]); } };
const settings_1 = __nccwpck_require__(626);
const words_1 = __nccwpck_require__(510);
const DEFAULT_LIMIT = 65_000;
/** More servers than this are put together by what happens to them. */
const MAX_ROWS = 25;
/**
 * A plan for a pull request's comment and a job's summary: what it comes to, what is wrong, what callers notice, what happens
 * to which server, and last what to do. Whatever comes from a file, a host or the PBX is escaped.
 */
function renderMarkdown(plan, options) {
    return (0, slices_1.it.atOnce)(markdownSteps(plan, options));
}
/** The same in steps, for where connections are open meanwhile. */
function* markdownSteps(plan, options) {
    const servers = [...(options.cluster?.servers ?? []), ...(options.leaving ?? [])];
    // That the built-in server stands in for the only one of its role is said among what callers notice.
    const findings = (0, words_1.sortFindings)(plan.warnings).filter((finding) => finding.code !== counts_1.STAND_IN);
    const page = new budget_1.Budget(options.limit ?? DEFAULT_LIMIT, cutNote(options));
    yield;
    const groups = (0, groups_1.groupByServer)(plan.changes, servers);
    const foot = `${nextStep(plan, findings)}\n\n${footer(plan, options)}`;
    page.reserve(foot);
    yield;
    page.add(`### ${headline(plan, groups, options)}`);
    if (plan.changes.length > 0)
        page.add(summary(plan));
    if (!plan.live)
        page.add('Made from the two cluster files alone: the live cluster was not asked and may differ from the old one.');
    const alerts = findings.filter(({ severity }) => severity !== 'note');
    page.addAll(byKind(alerts).map(alertOf), '\n\n');
    page.addAll((0, settings_1.settingBullets)(plan.changedSettings), '\n', '**Settings that change**\n\n');
    const shared = (0, settings_1.sharedLine)(options.cluster ?? {}, markdown_1.it.code);
    if (shared !== undefined && plan.changes.length + plan.changedSettings.length > 0)
        page.add(shared);
    yield;
    addUncommon(page, plan, options);
    page.addAll((0, images_1.imageBullets)(plan), '\n', '**Images that are fetched, as they are now**\n\n');
    const scripts = (0, script_generations_1.it.scriptsLine)(plan.scripts, markdown_1.it.code);
    if (scripts !== undefined && plan.changes.length > 0)
        page.add(scripts);
    yield;
    if (plan.changes.length > 0)
        page.addAll((0, counts_1.impactSentences)(plan).map((sentence) => `- ${(0, markdown_1.it.escapeMarkdown)(sentence)}`), '\n', '**What callers will notice**\n\n');
    yield;
    const held = (0, held_1.it.heldIn)(plan);
    if (groups.length > 0)
        page.addTable(['', 'Server', 'What happens', 'Callers notice'], yield* rowSteps(groups, held));
    yield;
    addDrawing(page, plan, options);
    yield;
    addCloudFirewall(page, options);
    addNotes(page, alerts, findings);
    yield;
    const { commands = [] } = options;
    if (plan.changes.length > 0)
        page.addDetails(`Every change, in order (${plan.changes.length})`, 'diff', yield* changeLineSteps(plan.changes, held), 
        // What is run word for word is for few; what changes is for all.
        commands.length > 0 ? 0.6 : 1);
    if (commands.length > 0)
        page.addDetails('The commands that will run on the hosts, secrets left out', 'sh', commandLines(commands));
    yield;
    return page.text(foot);
}
function headline(plan, groups, options) {
    const settings = plan.changedSettings.length > 0 ? [(0, settings_1.settingsCount)(plan.changedSettings)] : [];
    const says = groups.length > 0
        ? [serversLine(plan, groups), ...settings].join('; ')
        : (settings[0] ?? (0, counts_1.summaryLine)(plan, options.clusterFile));
    return `${(0, markdown_1.it.code)(plan.cluster)}: ${(0, markdown_1.it.escapeMarkdown)(says)}`;
}
/** "1 server to add, 6 to restart; the main server to change" */
function serversLine(plan, groups) {
    const held = (0, held_1.it.heldIn)(plan);
    const isHeld = ({ changes }) => changes.every(({ id }) => held.has(id));
    const named = groups.filter(({ name }) => name !== undefined);
    const servers = named.filter((group) => !isHeld(group));
    const counts = (0, counts_1.countActions)(servers);
    const parts = words_1.ACTIONS.filter((action) => counts[action] > 0).map((action, index) => index === 0 ? `${(0, list_1.it.plural)(counts[action], 'server')} to ${TO_DO[action]}` : `${counts[action]} to ${TO_DO[action]}`);
    const blocked = named.length - servers.length;
    if (blocked > 0)
        parts.push(`${parts.length > 0 ? blocked : (0, list_1.it.plural)(blocked, 'server')} blocked`);
    if (parts.length === 0)
        return 'no server changes, the main server does';
    return parts.join(', ');
}
const TO_DO = { ...words_1.LEGEND, update: 'change', replace: 'replace' };
/** "**Plan:** 4 to add, 7 to restart. **Callers:** calls can be cut." */
function summary(plan) {
    const { doable, held } = (0, held_1.it.sorted)(plan);
    const counts = (0, counts_1.countActions)(doable);
    const what = words_1.ACTIONS.filter((action) => counts[action] > 0).map((action) => `${counts[action]} to ${TO_DO[action]}`);
    const parts = [
        ...(doable.length > 0 ? [`**${(0, list_1.it.plural)(doable.length, 'change')}:** ${what.join(', ')}`] : []),
        ...(held.length > 0 ? [`**${(0, list_1.it.plural)(held.length, 'change')} blocked**, or waiting for what is`] : []),
        `**Callers notice:** ${counts_1.IMPACT_LABELS[(0, counts_1.worstImpact)(doable)]}`,
    ];
    return parts.join(' · ');
}
/** Before what is cut where a plan is long: whoever approves it has seen these. */
function addUncommon(page, { changes }, { cluster = { servers: [] } }) {
    const { image, dataPath, ssh } = cluster;
    if (image === undefined || dataPath === undefined || ssh === undefined)
        return;
    const lines = (0, uncommon_1.it.uncommon)(changes, { image, dataPath, ssh }).map(({ what, value, servers }) => `- ${(0, markdown_1.it.code)(what)} ${(0, markdown_1.it.code)(value)}: ${(0, list_1.it.list)(servers.map(markdown_1.it.code), 4)}`);
    const more = (count) => `\n\n> [!CAUTION]\n> ${(0, list_1.it.plural)(count, 'more value')} ${count === 1 ? 'does' : 'do'} not fit here: read them in the job summary before you approve this.`;
    page.addAll(lines, '\n', '**Images, paths and accounts that are not what the cluster file says for all**\n\n', more);
}
function addDrawing(page, plan, { cluster, leaving = [] }) {
    const pbx = cluster?.pbx?.privateIp;
    const lines = plan.changes.length > 0 &&
        cluster &&
        (0, drawing_1.drawCluster)(plan.changes, {
            servers: cluster.servers,
            leaving,
            ...(pbx && { pbx }),
            held: new Set((0, held_1.it.sorted)(plan).held),
        });
    if (lines)
        page.add(`<details open><summary>The cluster after it</summary>\n\n${(0, markdown_1.it.fence)('mermaid', lines)}\n\n</details>`);
}
/** No script reaches it, so a person needs the whole of it. */
function addCloudFirewall(page, { cloud = [] }) {
    if (cloud.length === 0)
        return;
    const rows = (0, cloud_firewall_1.cloudRows)(cloud);
    const line = (cells) => `| ${cells.join(' | ')} |`;
    page.addFold(`What the cloud's firewall has to let in (${rows.length})`, [
        line(cloud_firewall_1.CLOUD_TABLE_HEAD),
        line(cloud_firewall_1.CLOUD_TABLE_HEAD.map(() => '---')),
        ...rows.map(({ on, machines, open, from, why }) => line([machines === '' ? on : `${on}: ${machines}`, open, from, why].map(markdown_1.it.escapeMarkdown))),
        '',
        'As commands: `portsip-cluster cloud-firewall --commands aws` (or `azure`)',
    ]);
}
function commandLines(commands) {
    return commands.flatMap(({ where, lines }, index) => [...(index > 0 ? [''] : []), `# ${where}`, ...lines]);
}
function cutNote({ runUrl }) {
    const where = runUrl ? `[job summary](${encodeURI(runUrl)})` : 'job summary';
    return `… cut here; the whole plan is in the ${where}.`;
}
function alert(finding) {
    const { severity, code: name } = finding;
    const type = { blocking: 'CAUTION', warning: 'WARNING', note: 'NOTE' }[severity];
    const title = severity === 'blocking' ? '**Blocked.** ' : '';
    return `> [!${type}]\n> ${title}${said(finding)} <sub>${(0, markdown_1.it.code)(name)}</sub>`;
}
function notes(findings) {
    return findings.map((finding) => `- ${said(finding)}`);
}
/** Nobody reads the same warning about 500 servers 500 times: those of one kind are together where they are many. */
function byKind(findings) {
    const kinds = (0, grouped_1.it.grouped)(findings, (finding) => JSON.stringify([finding.severity, finding.code]));
    return [...kinds.values()].flatMap((all) => (all.length > MOST_ALERTS ? [all] : all.map((one) => [one])));
}
function alertOf([first, ...others]) {
    if (!first)
        return '';
    if (others.length === 0)
        return alert(first);
    const names = [...new Set(others.flatMap(({ server }) => server ?? []))];
    const whom = names.length > 0 ? `: ${(0, list_1.it.list)(names.map(markdown_1.it.code), 5)}` : '';
    return `${alert(first)}\n>\n> The same or the like ${(0, list_1.it.plural)(others.length, 'time')} more${whom}. All of them are below.`;
}
/** Notes, and what is above in short in full. */
function addNotes(page, alerts, findings) {
    const all = byKind(alerts)
        .filter(({ length }) => length > 1)
        .flat();
    if (all.length > 0)
        page.addFold(`All warnings of which there are many (${all.length})`, notes(all));
    const rest = findings.filter(({ severity }) => severity === 'note');
    if (rest.length > MOST_NOTES)
        page.addFold(`Notes (${rest.length})`, notes(rest));
    else
        page.addAll(notes(rest), '\n', '**Notes**\n\n');
}
const MOST_ALERTS = 3;
const MOST_NOTES = 5;
function said({ server, message }) {
    const where = server !== undefined && !message.includes(server) ? `${(0, markdown_1.it.code)(server)}: ` : '';
    return `${where}${(0, markdown_1.it.escapeMarkdownLines)(message)}`;
}
/** One row per server; of many servers, a row for those to which the same happens. */
function* rowSteps(groups, held) {
    if (groups.length <= MAX_ROWS)
        return groups.map((group) => row([group], held, true));
    const keys = new Map();
    for (const group of groups) {
        const { server, action, changes } = group;
        const what = [server?.role, action, whatHappens(group, held, false), (0, counts_1.worstImpact)(changes)];
        keys.set(group, group.name === undefined ? 'main' : JSON.stringify(what));
        yield;
    }
    const alike = (0, grouped_1.it.grouped)(groups, (group) => keys.get(group));
    return [...alike.values()].map((some) => row(some, held, false));
}
/** `values`: with what was and what will be; servers that are put together differ in them */
function row(groups, held, values) {
    const [first] = groups;
    if (!first)
        return [];
    const impact = counts_1.IMPACT_LABELS[(0, counts_1.worstImpact)(first.changes.filter(({ id }) => !held.has(id)))];
    return [`\`${words_1.SYMBOLS[(0, groups_1.overall)(first)]}\``, who(groups), whatHappens(first, held, values), impact];
}
function who(groups) {
    const [first] = groups;
    const names = groups.map(({ name }) => (name === undefined ? 'main server and PBX' : (0, markdown_1.it.code)(name)));
    if (groups.length === 1)
        return `${names.join('')}${first?.server ? `<br>${(0, markdown_1.it.escapeMarkdown)((0, words_1.introduce)(first.server))}` : ''}`;
    const role = first?.server ? roles_1.it.ROLES[first.server.role].label : 'server';
    return `${(0, list_1.it.plural)(groups.length, role)}: ${(0, list_1.it.list)(names, 4)}`;
}
/** "register, install", with whom where it is not the server itself */
function whatHappens(group, held, values) {
    const isHeld = ({ id }) => held.has(id);
    const [waits, goes] = [group.changes.filter(isHeld), group.changes.filter((change) => !isHeld(change))];
    const blocked = waits.some(({ id }) => 'by' in (held.get(id) ?? {}));
    return [
        ...(goes.length > 0 ? [deedsOf({ ...group, changes: goes }, values)] : []),
        ...(waits.length > 0
            ? [
                `${blocked ? '**blocked**' : '**waits** for what is blocked'}: ${deedsOf({ ...group, changes: waits }, values)}`,
            ]
            : []),
    ].join('; ');
}
function deedsOf({ name, changes }, values) {
    return (0, groups_1.steps)(changes)
        .flatMap((step) => (0, groups_1.deeds)(step, words_1.targetOf))
        .map(({ deed, whom }) => name === undefined
        ? (0, words_1.around)(deed, (0, list_1.it.list)(whom.map(markdown_1.it.escapeMarkdown), 4))
        : `${deed.join(' ')}${ofWhat(changes, deed.join(' '), values)}`)
        .join(', ');
}
/** " (max rooms 100 → 60)", " (image, data_path)": what of a server that stays is different */
function ofWhat(changes, what, values) {
    const own = changes.filter((change) => change.action === 'update' && (0, words_1.verbOf)(change) === what);
    const told = ({ name, before, after }) => values ? `${name} ${short(before) ?? 'none'} → ${short(after) ?? 'none'}` : name;
    const names = [...new Set(own.flatMap((change) => (0, words_1.telling)(change).map((one) => (0, markdown_1.it.escapeMarkdown)(told(one)))))];
    return names.length > 0 ? ` (${(0, list_1.it.list)(names, 4)})` : '';
}
/** More than this of a value is in the list of all changes */
const MOST_OF_A_VALUE = 60;
function short(value) {
    return value !== undefined && value.length > MOST_OF_A_VALUE ? `${value.slice(0, MOST_OF_A_VALUE - 1)}…` : value;
}
/** Whose id names the server */
const NAMED = new Set([
    'portal-entry',
    'im-addresses',
    'portal-entry-removal',
    'im-addresses-removal',
    'role',
    'role-removal',
    'server-restart',
]);
/** In the colours of a diff: + added, - removed, ! changed, restarted. `held`: those that a deploy does not do */
function changeLines(changes, held = new Map()) {
    return (0, slices_1.it.atOnce)(changeLineSteps(changes, held));
}
function* changeLineSteps(changes, held) {
    const lines = [];
    for (const change of changes) {
        const mark = { create: '+', update: '! ~', replace: '! -/+', delete: '-', restart: '! ↻' }[change.action];
        const by = change.server && !NAMED.has(change.kind) ? ` (${change.server})` : '';
        lines.push(`${mark} ${change.id}${by}${waits(held.get(change.id))}: ${(0, words_1.reasonOf)(change)}`, ...(0, words_1.telling)(change).map(({ name, before, after }) => {
            if (before === undefined)
                return `+     ${name}: ${after ?? ''}`;
            return after === undefined ? `-     ${name}: ${before}` : `!     ${name}: ${before} -> ${after}`;
        }));
        yield;
    }
    return lines;
}
function waits(held) {
    if (!held)
        return '';
    return 'by' in held ? ' [blocked]' : ` [waits for ${held.need}]`;
}
function nextStep(plan, findings) {
    const blocked = findings.filter(finding_1.it.isBlocking);
    if (blocked.some(finding_1.it.blocksAll))
        return '**Next:** nothing can be deployed until what is blocked above is resolved. Then run the plan again.';
    if (blocked.length > 0) {
        const names = (0, list_1.it.list)([...new Set(blocked.map(({ server, change }) => (0, markdown_1.it.code)(change ?? server ?? '')))]);
        return `**Next:** resolve what is blocked above; until then the deploy leaves ${names} alone.`;
    }
    if (plan.changes.length + plan.changedSettings.length === 0)
        return '**Next:** nothing to do.';
    return '**Next:** review and merge. The deploy looks at the live cluster again, does what is still missing of this plan, and stops before anything that is not in it.';
}
function footer(plan, { clusterFile, commit }) {
    const parts = [
        (0, markdown_1.it.code)(clusterFile),
        commit && `at ${(0, markdown_1.it.code)(commit.slice(0, 12))}`,
        plan.live ? 'compared with the live cluster' : "compared with the base branch's",
        `plan ${(0, markdown_1.it.code)(plan.digest.replace(/^sha256:/, '').slice(0, 12))}`,
    ];
    return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}

/***/ }),

/***/ 334:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/out-of-calls.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.outOfCallsLines = outOfCallsLines;
exports.renderOutOfCalls = renderOutOfCalls;
const shell_quote_1 = { get it() { return (__nccwpck_require__(83)["shell-quote"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
/**
 * Which servers runs have taken out of calls and not given back, and the command that does. `lock`: who changes the cluster now,
 * and so may be at them.
 */
function outOfCallsLines(names, lock, { clusterFile, width = Infinity }) {
    if (names.length === 0)
        return [];
    const those = (0, list_1.it.list)(names.map((name) => (0, printable_1.it.printable)(name)));
    if (lock !== undefined)
        return (0, printable_1.it.wrap)(`Out of calls: ${those}, as a deploy is at work.`, width);
    return [
        ...(0, printable_1.it.wrap)(`${notGivenBack(names, those, 'A run')}, a deploy does:`, width),
        // To be copied, so in one piece.
        `  ${deployCommand(names, clusterFile)}`,
    ];
}
function deployCommand(names, clusterFile = 'cluster.yaml') {
    const file = /^[\w./-]+$/.test(clusterFile) ? clusterFile : (0, shell_quote_1.it.shellQuote)(clusterFile);
    return `portsip-cluster deploy${clusterFile === 'cluster.yaml' ? '' : ` -f ${file}`} --servers ${names.join(',')}`;
}
/** The same in a job's summary, where the next deploy is a workflow. */
function renderOutOfCalls(names) {
    if (names.length === 0)
        return '';
    const those = (0, list_1.it.list)(names.map(markdown_1.it.code), 12);
    return `> [!WARNING]\n> ${notGivenBack(names, those, 'This run')}, run the deploy workflow: it does.\n`;
}
/** `those`: the names as they are shown there */
function notGivenBack({ length }, those, who) {
    const [it, itIs] = length === 1 ? ['it', 'it is'] : ['them', 'they are'];
    return `Out of calls: ${those}. ${who} took ${it} out and has not given ${it} back. Once ${itIs} well`;
}

/***/ }),

/***/ 687:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/outcome.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.verdict = verdict;
exports.outcomeLine = outcomeLine;
exports.nextAfter = nextAfter;
exports.skippedByReason = skippedByReason;
exports.renderOverview = renderOverview;
exports.renderStep = renderStep;
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const skip_1 = { get it() { return (__nccwpck_require__(860).skip); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const counts_1 = __nccwpck_require__(455);
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const budget_1 = __nccwpck_require__(342);
const markdown_2 = __nccwpck_require__(246);
const settings_1 = __nccwpck_require__(626);
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const words_1 = __nccwpck_require__(510);
/** `blocked`: findings that kept a server, or all, from being touched */
function verdict(result) {
    const blocked = [...result.findings, ...result.plan.warnings].some(finding_1.it.isBlocking);
    const { ok } = result;
    const { done, failed, skipped } = (0, result_1.it.worked)(result);
    if (failed.length > 0 || (blocked && done.length === 0))
        return { verdict: done.length > 0 ? 'partly' : 'failed', blocked, ok };
    if (blocked)
        return { verdict: 'partly', blocked, ok };
    if (skipped.length > 0)
        return { verdict: done.length > 0 ? 'partly' : 'waiting', blocked, ok };
    return { verdict: done.length > 0 ? 'done' : 'nothing-to-do', blocked, ok };
}
/** "12 changes done, 1 failed, 3 not begun, 2 wait for the maintenance window" */
function outcomeLine(work) {
    const { done, skipped } = work;
    const [failed, going, stopped] = [(0, result_1.it.failures)(work), (0, result_1.it.goingOn)(work), (0, result_1.it.givenUp)(work)];
    const windowed = skipped.filter(({ skip }) => (0, skip_1.it.waitOf)(skip) === 'window').length;
    const parts = [`${(0, list_1.it.plural)(done.length, 'change')} done`];
    if (failed.length > 0)
        parts.push(`${failed.length} failed`);
    if (going.length > 0)
        parts.push(`${going.length} still at work`);
    if (stopped.length > 0)
        parts.push(`${stopped.length} given up`);
    if (skipped.length > windowed)
        parts.push(`${skipped.length - windowed} not begun`);
    if (windowed > 0)
        parts.push(`${windowed} ${windowed === 1 ? 'waits' : 'wait'} for the maintenance window`);
    return parts.join(', ');
}
/** A sentence that says what to do now. `force`: what one gives where it was begun */
function nextAfter(result, force = 'force') {
    const work = (0, result_1.it.worked)(result);
    const { skipped } = work;
    const { blocked } = verdict(result);
    if ((0, result_1.it.failures)(work).length > 0)
        return 'Fix what failed, then run the deploy again: it carries on where this one stopped and does nothing twice.';
    if (work.failed.length > 0 || (result.kind === 'deploy' && result.interrupted))
        return (0, result_1.it.goingOn)(work).length > 0
            ? 'Run it again: it carries on, and picks up what still runs on the hosts.'
            : 'Run it again: it does what is not done yet.';
    if (blocked)
        return 'Resolve what is blocked, then run the deploy again.';
    if (skipped.some(({ skip }) => (0, skip_1.it.waitOf)(skip) === 'window'))
        return `Run it again while the maintenance window is open, or with ${force} at any time.`;
    if (result.kind === 'deploy' && result.partial && result.ok)
        return skipped.length > 0 ? 'The rest comes with a later step.' : 'Nothing is left to do here.';
    if (skipped.length > 0)
        return 'Run the deploy again to do what was not begun.';
    return 'Nothing is left to do.';
}
/**
 * Skipped changes by reason, in the order in which the reasons first came; those that only wait for others are one group.
 * `told`: what blocks has been said already.
 */
function skippedByReason({ failed, skipped }, told = false) {
    const notDone = new Set([...failed, ...skipped].map(({ change }) => change.id));
    const byReason = new Map();
    for (const { change, skip } of skipped) {
        const group = groupOf(skip, notDone, told);
        byReason.set(group, [...(byReason.get(group) ?? []), change]);
    }
    return [...byReason];
}
function groupOf(skip, notDone, told) {
    if ((0, skip_1.it.waitOf)(skip) === 'window')
        return 'the maintenance window is closed';
    if (skip.why === 'need' && notDone.has(skip.need))
        return 'waiting for what was not done';
    return skip.why === 'blocked' && told ? 'blocked, as said above' : (0, skip_1.it.skipReason)(skip);
}
/** "install media-server-2, restart vr-server-1 and 12 more" */
function deeds(changes) {
    return (0, list_1.it.list)(changes.map((change) => (0, markdown_1.it.escapeMarkdown)((0, words_1.deed)(change))), 8);
}
const CUT = '… cut here; the rest is in the log.';
/**
 * The head of a job's summary: how the cluster differs from the file before anything is done, what callers will notice, and
 * what somebody should know. The steps that follow tell what they did, and nothing of this again.
 */
function renderOverview(plan, options) {
    const page = new budget_1.Budget(options.limit ?? 1_000_000, CUT);
    const foot = `<sub>${[(0, markdown_1.it.code)(options.clusterFile), options.commit && `at ${(0, markdown_1.it.code)(options.commit.slice(0, 12))}`]
        .filter(Boolean)
        .join(' ')}</sub>`;
    page.reserve(foot);
    const { changes } = plan;
    const { doable, held } = (0, held_1.it.sorted)(plan);
    const blocked = plan.warnings.some(finding_1.it.isBlocking);
    const what = doable.length > 0 ? [(0, counts_1.countsLine)(doable)] : [];
    if (held.length > 0)
        what.push(`${(0, list_1.it.plural)(held.length, 'change')} blocked`);
    const nothing = blocked
        ? '— nothing that could be done, see what is blocked'
        : `matches ${(0, markdown_1.it.code)(options.clusterFile)}`;
    const settings = plan.changedSettings;
    if (settings.length > 0)
        what.push((0, settings_1.settingsCount)(settings));
    const says = what.length > 0 ? `: ${what.join('; ')}` : ` ${nothing}`;
    page.add(`## ${(0, markdown_1.it.code)(plan.cluster)}${says}${options.dryRun ? ' (dry run)' : ''}`);
    page.addAll((0, settings_1.settingBullets)(settings), '\n', '**Settings that change**\n\n');
    const [why, ...others] = new Set(changes.map((change) => ((0, stages_1.it.stageOf)(change) === 'restart' ? (0, words_1.reasonOf)(change) : '')));
    if (why && others.length === 0)
        page.add(`Why: ${(0, markdown_1.it.escapeMarkdown)(why)}`);
    // What waits for the window is noticed by nobody now.
    const closed = plan.warnings.some((finding) => finding.code === 'window-closed');
    const now = closed ? doable.filter(({ impact }) => impact === 'none') : doable;
    if (now.length > 0)
        page.addAll((0, counts_1.impactSentences)({ ...plan, changes: now }).map((sentence) => `- ${(0, markdown_1.it.escapeMarkdown)(sentence)}`), '\n', '**What callers will notice**\n\n');
    addFindings(page, plan.warnings);
    if (blocked)
        page.add(`**Next:** ${onceUnblocked(plan.warnings)}`);
    return page.text(foot);
}
/** What belongs to no server blocks all of them. */
function onceUnblocked(findings) {
    const all = findings.some(finding_1.it.blocksAll);
    return `Resolve what is blocked, then run this again. ${all ? 'Nothing is done until then.' : 'Everything else is done meanwhile.'}`;
}
function addFindings(page, warnings) {
    const findings = (0, words_1.sortFindings)(warnings).filter((finding) => finding.code !== counts_1.STAND_IN);
    page.addAll(findings.filter(({ severity }) => severity !== 'note').map(markdown_2.alert), '\n\n');
    page.addAll((0, markdown_2.notes)(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
}
/**
 * What in one step of a job did not go as people expect or, with a dry run, what it would do; empty otherwise, as what was done is
 * told at the end of the job, of all steps together. `told`: findings that the summary has already. What comes with a later step
 * is told there.
 */
function renderStep(title, result, told, options = {}) {
    const { plan } = result;
    const { done, failed, skipped: all } = (0, result_1.it.worked)(result);
    const skipped = all.filter(({ skip }) => (0, skip_1.it.waitOf)(skip) !== 'step');
    const findings = [...result.findings, ...plan.warnings];
    const fresh = findings.filter((finding) => !told(finding) && finding.code !== counts_1.STAND_IN);
    const planned = options.dryRun ? plan.changes : [];
    if (failed.length + skipped.length + planned.length + fresh.length === 0)
        return '';
    const page = new budget_1.Budget(options.limit ?? 1_000_000, CUT);
    const took = options.elapsedMs === undefined || options.dryRun ? '' : ` <sub>${(0, duration_1.it.duration)(options.elapsedMs)}</sub>`;
    const counts = options.dryRun
        ? `: ${(0, list_1.it.plural)(planned.length, 'change')} would be made`
        : done.length + failed.length + skipped.length > 0
            ? `: ${outcomeLine({ done, failed, skipped })}`
            : '';
    page.add(`### ${(0, markdown_1.it.escapeMarkdown)(title)}${counts}${took}`);
    for (const [head, undone] of [
        [['Failed', 'Why, and what to do'], (0, result_1.it.failures)({ failed })],
        [['Still at work on its host', 'What comes of it'], (0, result_1.it.goingOn)({ failed })],
        [['Given up', 'Why, and how it is left'], (0, result_1.it.givenUp)({ failed })],
    ])
        if (undone.length > 0)
            page.addTable([...head], undone.map(({ change, message }) => [(0, markdown_1.it.escapeMarkdown)((0, words_1.deed)(change)), (0, markdown_1.it.escapeMarkdownLines)(message)]));
    addFindings(page, fresh);
    page.addAll(skippedByReason({ failed, skipped }, true).map(([reason, changes]) => `- ${(0, markdown_1.it.escapeMarkdown)(reason)}: ${deeds(changes)}`), '\n', '**Not begun**\n\n');
    if (planned.length > 0)
        page.addDetails(`Would be done (${planned.length})`, '', planned.map((change) => `${(0, words_1.deed)(change)}: ${(0, words_1.reasonOf)(change)}`));
    const next = options.dryRun ? undefined : nextStep(result, fresh);
    return `${page.text(next ? `**Next:** ${(0, markdown_1.it.escapeMarkdown)(next)}` : '').trimEnd()}\n`;
}
/** Nothing while later steps of the job go on with it, or when it was said where the finding was told. */
function nextStep(result, fresh) {
    const { failed, skipped } = (0, result_1.it.worked)(result);
    if (failed.length > 0)
        return nextAfter(result);
    if (verdict(result).blocked)
        return fresh.some(finding_1.it.isBlocking) ? onceUnblocked(fresh) : undefined;
    if (skipped.some(({ skip }) => (0, skip_1.it.waitOf)(skip) !== 'step'))
        return nextAfter(result);
    // That nothing is left is said at the end of the job, of all its steps.
    return undefined;
}

/***/ }),

/***/ 812:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/page.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.pageHead = pageHead;
exports.lookedAt = lookedAt;
const html_1 = { get it() { return (__nccwpck_require__(60).html); } };
/*
 * What all pages have in common: no script, nothing from elsewhere, light or dark as the reader has it.
 */
function pageHead(title) {
    return (0, html_1.it.html) `<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    />
    <title>${title}</title>
    <style>
      ${STYLE}
    </style>
  </head>`;
}
/** `at`: milliseconds since the epoch */
function lookedAt(at) {
    const time = new Date(at).toISOString();
    return (0, html_1.it.html) `<p class="at">Looked at <time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time></p>`;
}
/** No colour alone says anything: each state is a word as well. */
const STYLE = (0, html_1.it.html) `
  :root{--page:#ffffff;--ink:#1f2328;--soft:#59636e;--line:#818b98;--card:#f6f8fa;--good:#1a7f37;--odd:#8a5d00;--bad:#b3202c}
  @media
  (prefers-color-scheme:dark){:root{--page:#0d1117;--ink:#f0f6fc;--soft:#a4adb8;--line:#656c76;--card:#151b23;--good:#4cc467;--odd:#e0ac3a;--bad:#ff8a80}}
  *{box-sizing:border-box} body{margin:0
  auto;max-width:72rem;padding:1rem;background:var(--page);color:var(--ink);font:1rem/1.5
  system-ui,sans-serif;overflow-wrap:anywhere} h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:1.5rem 0
  .5rem}h3{font-size:1rem;margin:0}h4{font-size:1rem;margin:0} .verdict{font-size:1.1rem;font-weight:600;margin:.25rem
  0}.at{color:var(--soft);margin:0}
  p.good,.good>.state{color:var(--good)}p.odd,.odd>.state{color:var(--odd)}p.bad,.bad>.state{color:var(--bad)}li.odd>strong:first-child{color:var(--odd)}li.bad>strong:first-child{color:var(--bad)}
  .drawing{display:grid;gap:1rem} .role{border-left:2px solid var(--line);padding-left:1rem}
  .role>ul{list-style:none;margin:.5rem 0
  0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr))}
  .node{background:var(--card);border:1px solid var(--line);border-left:6px solid
  var(--line);border-radius:6px;padding:.6rem .8rem} .node p{margin:.15rem
  0}.node.good{border-left-color:var(--good)}.node.odd{border-left-color:var(--odd)}.node.bad{border-left-color:var(--bad)}
  .state{font-weight:600}.small{color:var(--soft);font-size:.9rem} meter{width:100%;height:1rem} @media
  (min-width:48rem){.drawing{grid-template-columns:16rem 1fr}.node.main{grid-row:span
  6;align-self:start}.role{grid-column:2}} @media print{body{max-width:none}} a{color:inherit}
  table{border-collapse:collapse;width:100%} th,td{text-align:left;vertical-align:top;padding:.4rem
  .6rem;border-bottom:1px solid var(--line)} tr{border-left:6px solid
  var(--line)}tr.good{border-left-color:var(--good)}tr.odd{border-left-color:var(--odd)}tr.bad{border-left-color:var(--bad)}
  tr.good>.state{color:var(--good)}tr.odd>.state{color:var(--odd)}tr.bad>.state{color:var(--bad)} thead
  th,td{overflow-wrap:normal}td.any{overflow-wrap:anywhere} .label{display:none} @media
  (max-width:47.99rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  table,tbody,tr,td,tbody th{display:block} tr{background:var(--card);border:1px solid var(--line);border-left:6px solid
  var(--line);border-radius:6px;margin-bottom:.75rem;padding:.4rem .4rem} td,tbody th{border:0;padding:.1rem .4rem}
  .label{display:inline;color:var(--soft)}}
`;

/***/ }),

/***/ 626:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/settings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.settingLines = settingLines;
exports.settingsCount = settingsCount;
exports.settingBullets = settingBullets;
exports.sharedLine = sharedLine;
const settings_1 = { get it() { return (__nccwpck_require__(838).settings); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
function settingLines(changes) {
    const alike = new Map();
    for (const change of changes) {
        const { name, server, before, after } = change;
        const key = JSON.stringify([name, server === undefined, before, after]);
        const same = alike.get(key);
        if (same)
            same[1].push(server ?? '');
        else
            alike.set(key, [change, [server ?? '']]);
    }
    return [...alike.values()].map(([change, servers]) => {
        const { name, server, before, after, from } = change;
        return {
            what: server === undefined ? name : `${name} of ${(0, list_1.it.list)(servers)}`,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
            ...(from !== undefined && { from }),
            follows: (0, settings_1.it.whatFollows)(change),
        };
    });
}
/** "2 settings to change" */
function settingsCount({ length }) {
    return `${(0, list_1.it.plural)(length, 'setting')} to change`;
}
/** One bullet a setting */
function settingBullets(changes) {
    const value = (text) => (text === undefined ? '_not given_' : (0, markdown_1.it.code)(text));
    return settingLines(changes).map(({ what, before, after, from, follows }) => `- ${(0, markdown_1.it.code)(what)}: ${value(before)} → ${value(after)}${from === undefined ? '' : ` (${(0, markdown_1.it.code)(from)})`}: ${(0, markdown_1.it.escapeMarkdown)(follows)}`);
}
/**
 * "Shared with other clusters: image portsip/pbx:22 (clusters/defaults.yaml:3) and restart.max_unavailable 2 (…:5)"; undefined:
 * nothing is. `show`: makes text from outside safe.
 */
function sharedLine({ shared }, show) {
    if (!shared || shared.values.length === 0)
        return undefined;
    const values = shared.values.map(({ name, text, line }) => `${name} ${show(text)} (${show(`${shared.file}:${line}`)})`);
    return `Shared with other clusters: ${(0, list_1.it.list)(values, MOST_SHARED)}`;
}
/** A file has some 40 settings; this many can be read. */
const MOST_SHARED = 12;

/***/ }),

/***/ 999:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/status-markdown.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.statusMarkdown = statusMarkdown;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const markdown_1 = { get it() { return (__nccwpck_require__(60).markdown); } };
const health_1 = __nccwpck_require__(701);
const status_words_1 = __nccwpck_require__(857);
/** A summary takes 1 MiB; the status file has all of them. */
const MOST_SERVERS = 2_000;
const MOST_REASONS = 200;
/** The cluster at a glance for a job's summary: whether it is healthy and why not, and a row for each server. Pure. */
function statusMarkdown(report) {
    const { cluster, health, servers, pbx } = report;
    const head = { true: 'healthy', false: 'not healthy', unknown: 'nobody knows whether it is healthy' };
    const up = `${servers.filter(status_words_1.isUp).length} of ${(0, list_1.it.plural)(servers.length, 'server')} up`;
    const about = [
        up,
        ...(pbx.version === undefined ? [] : [`PBX ${(0, markdown_1.it.escapeMarkdown)(pbx.version)}`]),
        ...(pbx.apiProblem === undefined ? [(0, status_words_1.upNow)(report)] : []),
    ];
    const reasons = health.reasons
        .slice(0, MOST_REASONS)
        .map((reason) => `- ${reason.is === 'bad' ? '**' : ''}${(0, markdown_1.it.escapeMarkdown)((0, health_1.healthSentence)(reason))}${reason.is === 'bad' ? '**' : ''}`);
    const more = health.reasons.length - reasons.length;
    return [
        `### ${(0, markdown_1.it.escapeMarkdown)(cluster)}: ${head[`${health.healthy}`]}`,
        `${about.join(', ')}.`,
        [...reasons, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n'),
        table(servers),
    ]
        .filter(Boolean)
        .join('\n\n');
}
function table(servers) {
    if (servers.length === 0)
        return '';
    const more = servers.length - MOST_SERVERS;
    return [
        '| Server | Role | State | Version | Drift |',
        '| --- | --- | --- | --- | --- |',
        ...servers.slice(0, MOST_SERVERS).map((server) => {
            const { name, role, state, version } = server;
            const cells = [
                (0, markdown_1.it.code)(name),
                roles_1.it.ROLES[role].short,
                state.replace('-', ' '),
                version === undefined ? '-' : (0, markdown_1.it.escapeMarkdown)(version),
            ];
            return `| ${[...cells, (0, status_words_1.driftWord)(server)].join(' | ')} |`;
        }),
        ...(more > 0 ? [`\n… and ${(0, list_1.it.plural)(more, 'more server')}: see the status file.`] : []),
    ].join('\n');
}

/***/ }),

/***/ 21:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/status-page.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.statusPage = statusPage;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const out_of_calls_1 = __nccwpck_require__(334);
const script_generations_1 = { get it() { return (__nccwpck_require__(984)["script-generations"]); } };
const words_1 = __nccwpck_require__(510);
const html_1 = { get it() { return (__nccwpck_require__(60).html); } };
const page_1 = __nccwpck_require__(812);
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const status_words_1 = __nccwpck_require__(857);
/*
 * The cluster at a glance as one page: no script, nothing from elsewhere, light or dark as the reader has it, made for a phone
 * first. Whatever a host, the PBX or the cluster file says is text (`text/html.ts`).
 */
/** `at`: when it was looked at, in milliseconds since the epoch. Pure. */
function statusPage(report, at) {
    const { cluster, pbx, servers } = report;
    const groups = roles_1.it.ROLE_NAMES.map((role) => servers.filter((server) => server.role === role)).filter(({ length }) => length > 0);
    const page = (0, html_1.it.html) `<!doctype html>
    <html lang="en">
      ${(0, page_1.pageHead)(`${cluster}: ${verdict(report).says}`)}
      <body>
        <header>
          <h1>${cluster}</h1>
          <p class="verdict ${verdict(report).tone}">${verdict(report).says}</p>
          ${(0, page_1.lookedAt)(at)}
        </header>
        <main>
          ${circumstances(report)}
          <section aria-labelledby="cluster">
            <h2 id="cluster">The cluster</h2>
            <div class="drawing">
              <div class="node main ${pbx.reachable && pbx.apiProblem === undefined ? 'good' : 'bad'}">
                <h3>PBX</h3>
                <p class="state">${mainState(pbx)}</p>
                <p>${pbx.address}${pbx.version === undefined ? '' : (0, html_1.it.html) `<br />version ${pbx.version}`}</p>
                ${pbx.apiProblem === undefined ? (0, html_1.it.html) `<p>${(0, status_words_1.upNow)(report)}</p>` : ''}
              </div>
              ${groups.map((group) => (0, html_1.it.html) `<section class="role">
                    <h3>${heading(group)}</h3>
                    <ul>
                      ${group.map(node)}
                    </ul>
                  </section> `)}
            </div>
          </section>
          ${kept(report)} ${unmanaged(report)} ${differences(report)} ${findings(report)}
        </main>
      </body>
    </html> `;
    return page.text;
}
function verdict(report) {
    const { pbx, servers, drift, changedSettings, blocked, findings: found } = report;
    const up = servers.filter(status_words_1.isUp).length;
    const gaps = (0, status_words_1.unseen)(report);
    const would = drift + changedSettings.length;
    const of = `${up} of ${(0, list_1.it.plural)(servers.length, 'server')} up`;
    if (!pbx.reachable)
        return { says: `${of}; the PBX does not answer`, tone: 'bad' };
    if (pbx.apiProblem !== undefined)
        return { says: `${of}; what the PBX knows could not be read`, tone: 'bad' };
    const rest = gaps !== undefined
        ? gaps
        : blocked > 0 || found.some(finding_1.it.isBlocking)
            ? 'something is blocked'
            : would > 0
                ? `a deploy would make ${(0, list_1.it.plural)(would, 'change')}`
                : (0, status_words_1.isLeft)(report)
                    ? 'a deploy would change nothing of what differs'
                    : 'as the cluster file says';
    const tone = up < servers.length || gaps !== undefined ? 'bad' : would + blocked > 0 || (0, status_words_1.isLeft)(report) ? 'odd' : 'good';
    return { says: `${of}; ${rest}`, tone };
}
function mainState({ reachable, apiProblem, problem }) {
    if (!reachable)
        return `does not answer by SSH: ${problem ?? ''}`;
    return apiProblem ?? 'answers';
}
function heading(group) {
    const [first] = group;
    const { label } = roles_1.it.ROLES[first?.role ?? 'media'];
    const name = `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
    return group.length === 1 ? name : `${name}s`;
}
const ENABLED = { true: '', false: ', disabled', unknown: ', whether enabled is not known' };
function node(server) {
    const { name, state, enabled = true, address, publicIp, image, version, drift, forPeople, problem, portalProblem, } = server;
    const tone = !(0, status_words_1.isUp)(server)
        ? 'bad'
        : enabled !== true || portalProblem !== undefined || drift.length + forPeople > 0
            ? 'odd'
            : 'good';
    return (0, html_1.it.html) `<li class="node ${tone}">
    <h4>${name}</h4>
    <p class="state">${state.replace('-', ' ')}${ENABLED[`${enabled}`]}</p>
    <p>${address}${publicIp === undefined ? '' : (0, html_1.it.html) `<br />public ${publicIp}`}</p>
    ${calls(server)}
    <p class="small">${[image, version && `version ${version}`].filter(Boolean).join(', ')}</p>
    ${problem === undefined ? '' : (0, html_1.it.html) `<p class="small">${problem}</p>`}${drift.length === 0 ? '' : (0, html_1.it.html) `<p class="small"><strong>${(0, list_1.it.plural)(drift.length, 'change')}</strong></p>`}
  </li>`;
}
function calls({ name, calls: count, capacity, role }) {
    if (count === undefined)
        return (0, html_1.it.html) ``;
    const { calls: kind } = roles_1.it.ROLES[role];
    const unit = kind.kind === 'counted' ? kind.unit : 'calls';
    if (capacity === undefined || capacity <= 0)
        return (0, html_1.it.html) `<p>${count} ${unit}</p>`;
    return meter(count, capacity, unit, `${unit} on ${name}`);
}
function meter(now, most, unit, label) {
    return (0, html_1.it.html) `<p>
    ${now} of ${most} ${unit}<br /><meter
      min="0"
      max="${most}"
      high="${Math.round(most * 0.9)}"
      value="${Math.min(now, most)}"
      aria-label="${label}"
    >
      ${now} of ${most}
    </meter>
  </p>`;
}
function circumstances(report) {
    const { pbx, lock, window, restartsOwedTo, outOfCalls, scripts = [] } = report;
    const taken = (0, status_words_1.builtInLine)(report);
    const working = (0, status_words_1.atWork)(report);
    const opens = window?.opens === undefined ? '' : `, opens ${window.opens}`;
    const lines = [
        ...(pbx.apiProblem === undefined
            ? []
            : [`${pbx.apiProblem.replaceAll(/\n\s*/g, ' ')} What the portal knows is missing below.`]),
        ...(lock === undefined ? [] : [`A run is at work: ${lock}`]),
        ...(working.length === 0 ? [] : [`Scripts are at work on ${(0, list_1.it.list)(working, 8)}`]),
        ...(window ? [`Maintenance window: ${window.text}; ${window.open ? 'open now' : `closed now${opens}`}`] : []),
        ...(outOfCalls.length === 0
            ? []
            : [
                (0, out_of_calls_1.outOfCallsLines)(outOfCalls, lock, {})
                    .map((line) => line.trim())
                    .join(' '),
            ]),
        ...(restartsOwedTo.length === 0 ? [] : [`Restarts still owed: ${(0, list_1.it.list)(restartsOwedTo, 12)}`]),
        ...(taken === undefined ? [] : [taken]),
    ];
    const mixed = scripts.length > 1 ? (0, script_generations_1.it.scriptsLine)(scripts) : undefined;
    if (mixed !== undefined)
        lines.push(mixed);
    if (lines.length === 0)
        return (0, html_1.it.html) ``;
    return (0, html_1.it.html) `<section aria-labelledby="now">
    <h2 id="now">Now</h2>
    <ul>
      ${lines.map((line) => (0, html_1.it.html) `<li>${line}</li>`)}
    </ul>
  </section>`;
}
/** What is left of the licence, and how old what would be restored is */
function kept({ usage: { calls: now, licensedCalls: most } = {}, backups }) {
    const licence = now === undefined || most === undefined || most <= 0
        ? (0, html_1.it.html) ``
        : (0, html_1.it.html) `<section aria-labelledby="licence">
          <h2 id="licence">Licence</h2>
          ${meter(now, most, 'calls at once', 'calls that the licence allows')}
        </section>`;
    if (backups.length === 0)
        return licence;
    return (0, html_1.it.html) `${licence}
    <section aria-labelledby="backups">
      <h2 id="backups">Last backups</h2>
      <ul>
        ${backups.map((backup) => (0, html_1.it.html) `<li class="${backup.at === undefined ? 'odd' : ''}">
              <strong>${backup.name === backups_1.it.PBX_NAME ? 'PBX' : backup.name}</strong>: ${(0, status_words_1.backupAge)(backup)}
            </li>`)}
      </ul>
    </section>`;
}
function unmanaged({ unmanaged: others = [] }) {
    if (others.length === 0)
        return (0, html_1.it.html) ``;
    return (0, html_1.it.html) `<section aria-labelledby="others">
    <h2 id="others">In the portal, not in the cluster file</h2>
    <ul>
      ${others.map(({ name, role, address, online }) => (0, html_1.it.html) `<li>${name}: ${roles_1.it.ROLES[role].label}, ${address ?? 'no address'}, ${(0, status_words_1.onlineWord)(online)}</li>`)}
    </ul>
  </section>`;
}
function differences(report) {
    const own = (0, status_words_1.differing)(report);
    if (own.length === 0)
        return (0, html_1.it.html) ``;
    return (0, html_1.it.html) `<section aria-labelledby="differs">
    <h2 id="differs">Differs from the cluster file</h2>
    <ul>
      ${own.map(({ server, what }) => (0, html_1.it.html) `<li>${server === undefined ? '' : (0, html_1.it.html) `<strong>${server}</strong>: `}${what}</li>`)}
    </ul>
  </section>`;
}
function findings({ findings: found }) {
    const told = (0, words_1.sortFindings)(found).filter(({ severity }) => severity !== 'note');
    if (told.length === 0)
        return (0, html_1.it.html) ``;
    return (0, html_1.it.html) `<section aria-labelledby="findings">
    <h2 id="findings">To look at</h2>
    <ul>
      ${told.map((finding) => (0, html_1.it.html) `<li class="${(0, finding_1.it.isBlocking)(finding) ? 'bad' : 'odd'}">
            <strong>${(0, finding_1.it.isBlocking)(finding) ? 'Blocked' : 'Warning'}:</strong> ${(0, words_1.about)(finding)}
          </li>`)}
    </ul>
  </section>`;
}

/***/ }),

/***/ 857:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/status-words.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isUp = isUp;
exports.isUnseen = isUnseen;
exports.unseen = unseen;
exports.differing = differing;
exports.isLeft = isLeft;
exports.driftWord = driftWord;
exports.atWork = atWork;
exports.upNow = upNow;
exports.onlineWord = onlineWord;
exports.backupAge = backupAge;
exports.builtInLine = builtInLine;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const drift_1 = { get it() { return (__nccwpck_require__(132).drift); } };
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/*
 * What the terminal and the page say of a status in the same words.
 */
const UP = ['online', 'running'];
function isUp({ state }) {
    return UP.includes(state);
}
/** What differs on it, or in the portal, is not known. */
function isUnseen({ problem, portalProblem }) {
    return problem !== undefined || portalProblem !== undefined;
}
/** "1 host unseen and 2 servers of which the PBX tells nothing"; undefined: all was seen, or nothing of the portal was */
function unseen({ pbx, servers }) {
    const hosts = servers.filter(({ problem }) => problem !== undefined).length;
    const untold = servers.filter(({ problem, portalProblem }) => problem === undefined && portalProblem !== undefined);
    const parts = [
        ...(hosts > 0 ? [`${(0, list_1.it.plural)(hosts, 'host')} unseen`] : []),
        ...(untold.length > 0 && pbx.apiProblem === undefined
            ? [`${(0, list_1.it.plural)(untold.length, 'server')} of which the PBX tells nothing`]
            : []),
    ];
    return parts.length > 0 ? (0, list_1.it.list)(parts) : undefined;
}
/** What differs from the cluster file, but for what the findings that people are shown say of it already */
function differing({ differences, findings }) {
    const told = new Set(findings.filter(({ severity }) => severity !== 'note').map((finding) => (0, drift_1.it.findingItem)(finding)));
    return differences.filter(({ id, kind }) => kind === 'change' || (kind === 'finding' && !told.has(id)));
}
/** Something differs that no deploy ends */
function isLeft({ differences }) {
    return differences.some(({ kind }) => kind === 'finding');
}
/** "2 changes", "see below", "unknown", "none" */
function driftWord(server) {
    const { drift, forPeople } = server;
    if (drift.length > 0)
        return (0, list_1.it.plural)(drift.length, 'change');
    return forPeople > 0 ? 'see below' : isUnseen(server) ? 'unknown' : 'none';
}
/** Of hosts and the main server */
function atWork({ atWork: onMain, servers }) {
    const told = (name, title) => (title === undefined ? [] : [`${name} (${title})`]);
    return [...told('the main server', onMain), ...servers.flatMap(({ name, atWork: title }) => told(name, title))];
}
/** "12 calls now, 3 in meetings" */
function upNow({ calls, participants }) {
    if (calls === 'unknown' && participants === 'unknown')
        return 'how many calls there are is not known';
    const inMeetings = participants === 'unknown' ? ', an unknown number' : participants > 0 ? `, ${participants}` : '';
    return `${calls === 'unknown' ? 'an unknown number of calls' : (0, list_1.it.plural)(calls, 'call')} now${inMeetings && `${inMeetings} in meetings`}`;
}
function onlineWord(online) {
    return online === 'unknown' ? 'whether it is online is not known' : online ? 'online' : 'offline';
}
/** "5 h old", "none" */
function backupAge({ ageSeconds, unknown }) {
    if (unknown !== undefined)
        return 'not known';
    return ageSeconds === undefined ? 'none' : `${(0, duration_1.it.formatAge)(ageSeconds * 1000)} old`;
}
/** "The built-in media server takes calls" */
function builtInLine({ builtIn = [] }) {
    const labels = builtIn.map((role) => roles_1.it.ROLES[role].label);
    if (labels.length === 0)
        return undefined;
    return labels.length === 1
        ? `The built-in ${labels.join('')} takes calls`
        : `Built-in servers that take calls: ${(0, list_1.it.list)(labels)}`;
}

/***/ }),

/***/ 947:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/terminal.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.renderTerminal = renderTerminal;
exports.terminalSteps = terminalSteps;
exports.renderFindings = renderFindings;
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const grouped_1 = { get it() { return (__nccwpck_require__(426).grouped); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const slices_1 = { get it() { return (__nccwpck_require__(426).slices); } };
const counts_1 = __nccwpck_require__(455);
const groups_1 = __nccwpck_require__(347);
const images_1 = __nccwpck_require__(953);
const script_generations_1 = { get it() { return (__nccwpck_require__(984)["script-generations"]); } };
const settings_1 = __nccwpck_require__(626);
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const words_1 = __nccwpck_require__(510);
/** A plan for people at a terminal: findings, what happens to which server, in which order, what callers notice, the sum. */
function renderTerminal(plan, options) {
    return (0, slices_1.it.atOnce)(terminalSteps(plan, options));
}
/** The same in steps, for where connections are open meanwhile. */
function* terminalSteps(plan, options) {
    const page = new Page(options);
    page.findings((0, words_1.sortFindings)(plan.warnings).filter(({ severity }) => severity !== 'note'));
    page.settings(plan);
    page.shared(plan);
    if (plan.changes.length > 0) {
        yield;
        yield* page.servers(plan);
        yield;
        page.order(plan);
        yield;
        page.impact(plan);
        page.images(plan);
        page.scripts(plan);
        yield;
    }
    // Who stands in for new servers is said among what callers notice.
    page.notes(plan.warnings.filter(({ severity, code }) => severity === 'note' && code !== counts_1.STAND_IN));
    page.summary(plan);
    return page.text();
}
/** Findings alone, as they are shown above a plan. */
function renderFindings(findings, options) {
    const page = new Page(options);
    page.findings((0, words_1.sortFindings)(findings));
    return page.text();
}
class Page {
    options;
    lines = [];
    c;
    constructor(options) {
        this.options = options;
        this.c = (0, picocolors_1.it.createColors)(options.color);
    }
    text() {
        return `${this.lines.join('\n').trimEnd()}\n`;
    }
    findings(findings) {
        const { kept, more } = few((0, words_1.together)(findings));
        for (const finding of kept) {
            const paint = { blocking: this.c.red, warning: this.c.yellow, note: this.c.cyan }[finding.severity];
            const title = { blocking: 'Blocked', warning: 'Warning', note: 'Note' }[finding.severity];
            this.box(`${title}: `, paint, (0, words_1.about)(finding));
        }
        for (const line of more)
            this.hang('', 2, line);
        if (findings.length > 0)
            this.lines.push('');
    }
    settings({ changedSettings }) {
        if (changedSettings.length === 0)
            return;
        this.lines.push(this.c.bold('Settings that change'));
        for (const { what, before, after, from, follows } of (0, settings_1.settingLines)(changedSettings)) {
            this.lines.push(`  ${this.sign('update')} ${(0, printable_1.it.printable)(what)}: ${this.value(before, after)}${from === undefined ? '' : ` (${(0, printable_1.it.printable)(from)})`}`);
            this.hang('      ', 6, follows, this.c.dim);
        }
        this.lines.push('');
    }
    shared({ changes, changedSettings }) {
        const line = (0, settings_1.sharedLine)(this.options.cluster ?? {}, printable_1.it.printable);
        if (line === undefined || changes.length + changedSettings.length === 0)
            return;
        this.hang('', 2, line);
        this.lines.push('');
    }
    *servers(plan) {
        const title = plan.live ? 'What would be done' : 'What the change of the cluster file would do';
        this.hang('', 0, title, this.c.bold);
        const held = (0, held_1.it.heldIn)(plan);
        const groups = (0, groups_1.groupByServer)(plan.changes, this.options.cluster?.servers);
        yield;
        this.legend(plan, groups);
        const width = Math.max(0, ...groups.filter((group) => isRestart(group)).map(({ name }) => (0, printable_1.it.printable)(name ?? '').length));
        for (const group of groups) {
            if (isRestart(group))
                this.restart(group, width, held);
            else
                this.server(group, held);
            yield;
        }
        if (this.lines.at(-1) !== '')
            this.lines.push('');
    }
    /** Every sign that stands below, with what it means */
    legend({ changes }, groups) {
        const meanings = (action) => {
            const own = new Set(changes.filter((change) => change.action === action).map(words_1.legendOf));
            if (own.size > 0)
                return [...own];
            return groups.some((group) => !isRestart(group) && (0, groups_1.overall)(group) === action) ? [words_1.LEGEND[action]] : [];
        };
        const parts = words_1.ACTIONS.flatMap((action) => {
            const words = meanings(action).join(' or ');
            return words === '' ? [] : [{ action, words }];
        });
        const line = parts.map(({ action, words }) => `${this.sign(action)} ${words}`).join('   ');
        const length = parts.reduce((sum, { action, words }) => sum + words_1.SYMBOLS[action].length + words.length + 4, -1);
        if (length <= (this.options.width ?? Infinity))
            this.lines.push(`  ${line}`, '');
        else
            this.lines.push(...parts.map(({ action, words }) => `  ${this.sign(action, 3)} ${words}`), '');
    }
    /** A server that is only restarted takes one line. */
    restart(group, width, held) {
        const [change] = group.changes;
        if (!change)
            return;
        const name = (0, printable_1.it.printable)(group.name ?? '').padEnd(width);
        const head = `  ${this.sign('restart')} ${this.c.bold(name)}  ${this.waits(held.get(change.id))}`;
        this.hang(head, 6 + width, (0, printable_1.it.printable)((0, words_1.reasonOf)(change)), this.c.dim);
    }
    /** Before a change that a deploy does not do. */
    waits(held) {
        if (!held)
            return '';
        return 'by' in held ? `${this.c.red('blocked')} ` : `${this.c.yellow('waits')} `;
    }
    server(group, held) {
        const name = group.name === undefined ? 'main server' : (0, printable_1.it.printable)(group.name);
        const about = group.server ? this.c.dim(` (${(0, words_1.introduce)(group.server)})`) : '';
        this.lines.push(`${this.sign((0, groups_1.overall)(group), 3)} ${this.c.bold(name)}${about}`);
        const width = Math.max(0, ...group.changes.flatMap((change) => (0, words_1.telling)(change).map(({ name }) => (0, printable_1.it.printable)(name).length)));
        for (const change of group.changes) {
            this.hang(`      ${this.sign(change.action)} ${this.waits(held.get(change.id))}${(0, printable_1.it.printable)((0, words_1.objectOf)(change))}`, 10, `: ${(0, printable_1.it.printable)((0, words_1.reasonOf)(change))}`, this.c.dim);
            for (const { name: attribute, before, after } of (0, words_1.telling)(change)) {
                const label = `${(0, printable_1.it.printable)(attribute)}:`.padEnd(width + 1);
                this.lines.push(`          ${label} ${this.value(before, after)}`);
            }
        }
        this.lines.push('');
    }
    value(before, after) {
        if (before === undefined)
            return this.c.green((0, printable_1.it.printable)(after ?? ''));
        const was = this.c.red((0, printable_1.it.printable)(before));
        return `${was} -> ${after === undefined ? this.c.red('(removed)') : this.c.green((0, printable_1.it.printable)(after))}`;
    }
    order(plan) {
        const { doable, held } = (0, held_1.it.sorted)(plan);
        const told = (changes) => (0, groups_1.steps)(changes).map((step) => {
            const text = (0, groups_1.deeds)(step, (change) => (0, printable_1.it.printable)((0, words_1.targetOf)(change)))
                .map(({ deed, whom }) => (0, words_1.around)(deed, (0, list_1.it.list)(whom, 8)))
                .join('; ');
            return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
        });
        if (doable.length > 0) {
            this.lines.push(this.c.bold('In this order'));
            told(doable).forEach((text, index) => this.hang(`${String(index + 1).padStart(3)}. `, 5, text));
            this.lines.push('');
        }
        if (held.length > 0) {
            this.lines.push(this.c.bold('Not before what is blocked is resolved'));
            for (const text of told(held))
                this.hang('   - ', 5, text);
            this.lines.push('');
        }
    }
    impact(plan) {
        this.lines.push(this.c.bold('What callers will notice'));
        const worst = (0, counts_1.worstImpact)((0, held_1.it.sorted)(plan).doable);
        const paint = worst === 'active-calls' ? this.c.red : worst === 'none' ? this.c.green : this.c.yellow;
        for (const sentence of (0, counts_1.impactSentences)(plan))
            this.hang(`  ${paint('•')} `, 4, (0, printable_1.it.printable)(sentence));
        this.lines.push('');
    }
    images(plan) {
        const lines = (0, images_1.imageLines)(plan);
        if (lines.length === 0)
            return;
        this.lines.push(this.c.bold('Images that are fetched, as they are now'));
        for (const line of lines)
            this.hang('  ', 4, (0, printable_1.it.printable)(line));
        this.lines.push('');
    }
    scripts({ scripts }) {
        const line = (0, script_generations_1.it.scriptsLine)(scripts, printable_1.it.printable);
        if (line === undefined)
            return;
        this.hang('', 2, line, this.c.dim);
        this.lines.push('');
    }
    notes(notes) {
        if (notes.length === 0)
            return;
        this.lines.push(this.c.bold('Notes'));
        const { kept, more } = few((0, words_1.sortFindings)(notes));
        for (const note of kept) {
            const [first = '', ...rest] = (0, printable_1.it.printableLines)((0, words_1.about)(note));
            this.hang('  - ', 4, first);
            for (const line of rest)
                this.hang('    ', 4, line);
        }
        for (const line of more)
            this.hang('  ', 4, line);
        this.lines.push('');
    }
    summary(plan) {
        const line = (0, counts_1.summaryLine)(plan, fileWord(this.options.clusterFile));
        const nothing = plan.changes.length + plan.changedSettings.length === 0;
        this.hang('', 0, line, nothing ? this.c.green : this.c.bold);
        if (!plan.live)
            this.hang('', 0, 'Made from two cluster files alone: the live cluster was not asked and may differ.', this.c.dim);
    }
    sign(action, width = 0) {
        const paint = {
            create: this.c.green,
            update: this.c.yellow,
            replace: this.c.magenta,
            delete: this.c.red,
            restart: this.c.cyan,
        };
        return paint[action](words_1.SYMBOLS[action].padStart(width));
    }
    /** A message with a coloured bar at its left. */
    box(title, paint, message) {
        const width = (this.options.width ?? Infinity) - 2;
        (0, printable_1.it.printableLines)(message).forEach((line, index) => {
            const head = index === 0 ? title : '';
            (0, printable_1.it.wrap)(`${head}${line}`, width).forEach((part, row) => {
                const text = index === 0 && row === 0 ? `${paint(this.c.bold(head))}${part.slice(head.length)}` : part;
                this.lines.push(`${paint('│')} ${text}`);
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
        const [first = '', ...rest] = (0, printable_1.it.wrap)(' '.repeat(used).replaceAll(' ', '\u0001') + text, width);
        this.lines.push(`${head}${paint(first.replaceAll('\u0001', ''))}`);
        for (const line of (0, printable_1.it.wrap)(rest.join(' '), width - indent))
            this.lines.push(`${' '.repeat(indent)}${paint(line)}`);
    }
}
/** Nobody reads the same advice for 500 servers: the first of a kind, and how many more. What blocks is shown in full. */
function few(findings) {
    const kindOf = ({ severity, code }) => `${severity} ${code}`;
    const counts = new Map();
    const left = [];
    const kept = findings.filter((finding) => {
        const kind = kindOf(finding);
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (finding.severity === 'blocking' || count <= MOST_OF_A_KIND)
            return true;
        left.push(finding);
        return false;
    });
    const more = [...(0, grouped_1.it.grouped)(left, kindOf).values()].map((findings) => {
        const named = [...new Set(findings.flatMap(({ server }) => server ?? []))].map((name) => (0, printable_1.it.printable)(name));
        return `… and ${findings.length} more like it${named.length > 0 ? `, about ${(0, list_1.it.list)(named, 5)}` : ''}`;
    });
    return { kept, more };
}
const MOST_OF_A_KIND = 5;
/** How a sentence calls the cluster file */
function fileWord(path) {
    return path === '-' ? 'the file on standard input' : path && (0, printable_1.it.printable)(path);
}
const isRestart = ({ name, changes }) => name !== undefined && changes.length === 1 && changes[0]?.action === 'restart';

/***/ }),

/***/ 510:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/render/words.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.LEGEND = exports.SYMBOLS = exports.ACTIONS = exports.deed = exports.around = void 0;
exports.legendOf = legendOf;
exports.together = together;
exports.objectOf = objectOf;
exports.reasonOf = reasonOf;
exports.verbOf = verbOf;
exports.targetOf = targetOf;
exports.introduce = introduce;
exports.telling = telling;
exports.about = about;
exports.sortFindings = sortFindings;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const grouped_1 = { get it() { return (__nccwpck_require__(426).grouped); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
var stages_2 = { get it() { return (__nccwpck_require__(984).index); } };
Object.defineProperty(exports, "around", ({ enumerable: true, get: function () { return stages_2.it.around; } }));
Object.defineProperty(exports, "deed", ({ enumerable: true, get: function () { return stages_2.it.deedOf; } }));
const change_1 = { get it() { return __nccwpck_require__(63); } };
Object.defineProperty(exports, "ACTIONS", ({ enumerable: true, get: function () { return change_1.it.ACTIONS; } }));
exports.SYMBOLS = {
    create: '+',
    update: '~',
    replace: '-/+',
    delete: '-',
    restart: '↻',
};
exports.LEGEND = {
    create: 'add',
    update: 'change in place',
    replace: 'remove and add again',
    delete: 'remove',
    restart: 'restart',
};
/** The word for what a change comes to, as legend and sums have it */
function legendOf({ action, kind }) {
    return kind === 'backup' ? 'back up' : exports.LEGEND[action];
}
/** Findings that say the very same of several servers as one of them all. */
function together(findings) {
    const same = (0, grouped_1.it.grouped)(findings, (finding) => {
        const { code, severity, server, message } = finding;
        return JSON.stringify([code, severity, server === undefined || message.includes(server) ? finding : message]);
    });
    return [...same.values()].flatMap((all) => {
        const [first] = all;
        if (!first || all.length === 1)
            return all;
        const { server: _, ...rest } = first;
        return [
            {
                ...rest,
                message: `${(0, list_1.it.list)(all.flatMap(({ server }) => server ?? []), 8)}: ${first.message}`,
            },
        ];
    });
}
/** What a change is about, below the name of its server: "entry in the portal". */
function objectOf(change) {
    return (0, stages_1.it.wordsOf)(change).object(change);
}
/** Why, for people: "not in the portal yet" */
function reasonOf(change) {
    return (0, stages_1.it.wordsOf)(change).reason(change);
}
/** What is done, without whom it is done to: "register", "take out of the portal". */
function verbOf(change) {
    return (0, stages_1.it.wordsOf)(change).deed(change).join(' ');
}
/** Who it is done to: "media-server-2", "the resource load balancer". */
function targetOf(change) {
    return (0, stages_1.it.wordsOf)(change).target(change);
}
/** "media server, 192.168.1.21, public 104.101.137.60" */
function introduce({ role, privateIp, publicIp }) {
    return [roles_1.it.ROLES[role].label, privateIp, publicIp && (privateIp ? `public ${publicIp}` : publicIp)]
        .filter(Boolean)
        .join(', ');
}
/** What would be different, as far as that says more than the change's name does already. */
function telling(change) {
    const words = (0, stages_1.it.wordsOf)(change);
    return words.selfExplaining?.(change) ? [] : words.differences(change);
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

/***/ }),

/***/ 838:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-later.js");

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

/***/ 132:
/***/ (function (module) {

"use strict";
module.exports = require("./drift.js");

/***/ }),

/***/ 83:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

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

/***/ 63:
/***/ (function (module) {

"use strict";
module.exports = require("./stages-change.js");

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

/***/ 227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

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
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(27);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=render.js.map
