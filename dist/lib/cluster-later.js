/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 982:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'by-address'() {
    return __nccwpck_require__(39);
  },
  get 'fleet'() {
    return __nccwpck_require__(211);
  },
  get 'pbx-kept'() {
    return __nccwpck_require__(26);
  },
  get 'settings'() {
    return __nccwpck_require__(62);
  },
  get 'window'() {
    return __nccwpck_require__(683);
  },
};


/***/ }),

/***/ 39:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/by-address.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Networks = exports.ByAddress = void 0;
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
/** Things by address or CIDR, however that is written: a look-up, where comparing each with each would take minutes. */
class ByAddress {
    values = new Map();
    constructor(entries) {
        for (const [address, value] of entries) {
            const key = (0, addresses_1.it.normalise)(address ?? '');
            if (key !== '' && !this.values.has(key))
                this.values.set(key, value);
        }
    }
    /** The first that was given for this address */
    get(address) {
        return this.values.get((0, addresses_1.it.normalise)(address ?? ''));
    }
    has(address) {
        return this.values.has((0, addresses_1.it.normalise)(address ?? ''));
    }
    /** In one way of writing */
    get addresses() {
        return this.values.keys();
    }
}
exports.ByAddress = ByAddress;
/** Things by the network that they are about, to find those that hold an address. */
class Networks {
    values = new Map();
    /** Prefix lengths that occur, by family: no more than these have to be tried */
    lengths = { 4: new Set(), 6: new Set() };
    constructor(entries) {
        for (const [network, value] of entries) {
            const parts = (0, addresses_1.it.partsOf)(network);
            // ipset:…, a MAC address
            if (!parts)
                continue;
            this.lengths[parts.family].add(parts.bits);
            const key = (0, addresses_1.it.normalise)(network);
            const there = this.values.get(key);
            if (there)
                there.push(value);
            else
                this.values.set(key, [value]);
        }
    }
    /** Whatever holds all of `source` (an address or a CIDR). */
    holding(source) {
        const parts = (0, addresses_1.it.partsOf)(source);
        if (!parts)
            return [];
        return [...this.lengths[parts.family]]
            .filter((bits) => bits <= parts.bits)
            .flatMap((bits) => this.values.get((0, addresses_1.it.normalise)(`${parts.host}/${bits}`)) ?? []);
    }
}
exports.Networks = Networks;

/***/ }),

/***/ 211:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/fleet.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.waveOf = exports.MOST_JOBS = void 0;
exports.jobOf = jobOf;
exports.clashes = clashes;
exports.excessWaves = excessWaves;
const build_1 = { get it() { return (__nccwpck_require__(907).build); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const high_availability_1 = { get it() { return (__nccwpck_require__(907)["rules/high-availability"]); } };
const yaml_1 = { get it() { return (__nccwpck_require__(907).yaml); } };
/** GitHub makes this many jobs of one matrix at most. */
exports.MOST_JOBS = 256;
const waveOf = ({ cluster }) => cluster.deploy?.wave ?? build_1.it.DEFAULTS.wave;
exports.waveOf = waveOf;
/** `place`: where it runs, as far as that may be believed; `otherwise`: where that says nothing */
function jobOf(member, place, otherwise) {
    const { runner = otherwise.runner, environment = otherwise.environment } = place ?? {};
    return { file: member.file, name: member.cluster.name, runner, environment, wave: (0, exports.waveOf)(member) };
}
const NAME = 'give each cluster a name of its own: it is that of its lock, its record and its comments';
const MACHINE = 'a machine belongs to one cluster: take it out of one of the two files';
const NETWORK = `${MACHINE}, or name each one's network where they are two (deploy: { network: site-a })`;
/** A fault for each mark that an earlier file has as well, with both places. */
function clashes(members) {
    const earlier = new Map();
    return members.flatMap((member) => {
        const fresh = [];
        // A node of the PBX has one mark, however often its file names it.
        const own = new Map(marksOf(member.cluster).map((mark) => [mark.keys[0], mark]));
        const problems = [...own.values()].flatMap((mark) => {
            const { keys, what, path, cure } = mark;
            const other = keys.flatMap((key) => earlier.get(key) ?? []).find((one) => mayBeOne(one.mark, mark));
            fresh.push({ member, mark });
            if (!other)
                return [];
            const { line, column } = placeOf(other.member, other.mark.path);
            const message = `${what} is in ${other.member.file}:${line}:${column}, too`;
            return [
                { ...placeOf(member, path), file: member.file, severity: 'error', code: 'in-two-clusters', message, cure },
            ];
        });
        for (const one of fresh)
            for (const key of one.mark.keys)
                earlier.set(key, [...(earlier.get(key) ?? []), one]);
        return problems;
    });
}
/** Whoever names no network may be in any. */
function mayBeOne(one, other) {
    return one.network === undefined || other.network === undefined || one.network === other.network;
}
/** A fault for each wave after the first `most`, where the first of its clusters says it. */
function excessWaves(members, most) {
    const waves = [...new Set(members.map(exports.waveOf))].sort((a, b) => a - b);
    return waves.slice(most).flatMap((wave, index) => {
        const member = members.find((one) => (0, exports.waveOf)(one) === wave);
        if (!member)
            return [];
        const message = `wave ${wave} is number ${most + index + 1} of the waves of all cluster files, and the workflow goes through ${most}`;
        const cure = `give it a wave that other clusters have, such as ${waves[most - 1]}`;
        const place = placeOf(member, ['deploy', 'wave']);
        return [{ ...place, file: member.file, severity: 'error', code: 'too-many-waves', message, cure }];
    });
}
function marksOf(cluster) {
    const { name, pbx, servers, deploy: { network } = {} } = cluster;
    const { hostname, host } = new URL(pbx.api);
    const apiAddress = hostname.replace(/^\[|\]$/g, '');
    /** Two networks may have one private address. */
    const isLocal = (address) => (0, addresses_1.it.kindOf)(address) !== 'public';
    const within = (address) => (network !== undefined && isLocal(address) ? { network } : {});
    const address = (value, path, also = []) => ({
        keys: [`address ${value}`, ...also],
        ...within(value),
        what: `the address ${value}`,
        path,
        cure: isLocal(value) ? NETWORK : MACHINE,
    });
    const api = `api ${host}`;
    const isAtOwn = apiAddress === pbx.privateIp;
    return [
        { keys: [`name ${name}`], what: `the name ${name}`, path: ['name'], cure: NAME },
        // Where nobody says it, it is at the PBX's own address, which is told by itself.
        ...(isAtOwn
            ? []
            : [
                {
                    keys: [api],
                    ...((0, addresses_1.it.isAddress)(apiAddress) && within(apiAddress)),
                    what: `the PBX ${host}`,
                    path: ['pbx', 'api'],
                    cure: MACHINE,
                },
            ]),
        address(pbx.privateIp, ['pbx', 'private_ip'], isAtOwn ? [api] : []),
        ...(0, high_availability_1.it.nodesOf)(cluster).map((node) => address(node.address, node.path)),
        ...servers.map(({ address: value }, index) => address(value, ['servers', index, 'private_ip'])),
    ];
}
/** Looked up only where there is something to tell: a cluster does not keep where each of its values stands. */
function placeOf({ text }, path) {
    return (0, yaml_1.it.readYaml)(text).file?.at(path) ?? { line: 1, column: 1 };
}

/***/ }),

/***/ 26:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/pbx-kept.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.keptByPbx = keptByPbx;
/**
 * What a backup of the PBX has, while it is stopped. Files that it keeps elsewhere, as its script's option -f has it, are not among
 * them. Source: PortSIP's guide to backup and restore of the PBX
 */
function keptByPbx({ dataPath }) {
    return [
        { name: 'pbx', path: `${dataPath}/pbx` },
        { name: 'postgresql', path: `${dataPath}/postgresql` },
    ];
}

/***/ }),

/***/ 62:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/settings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SETTING_NAMES = void 0;
exports.settingsOf = settingsOf;
exports.deployedSettings = deployedSettings;
exports.changedSettings = changedSettings;
exports.originOf = originOf;
exports.sshSettings = sshSettings;
exports.ownSsh = ownSsh;
exports.whatFollows = whatFollows;
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(60)["natural-order"]); } };
const backup_settings_1 = { get it() { return (__nccwpck_require__(907)["backup-settings"]); } };
const all = (list) => [...list].sort(natural_order_1.it.compare).join(', ');
const SSH_NAMES = ['ssh.user', 'ssh.port', 'ssh.jump_host'];
const SSH_VALUES = {
    'ssh.user': ({ user }) => user,
    'ssh.port': ({ port }) => String(port),
    'ssh.jump_host': ({ jumpHost }) => jumpHost && `${jumpHost.user}@${jumpHost.host}:${jumpHost.port}`,
};
/** Each field of a cluster is here, or does not compile. */
const ROWS = {
    name: {
        name: {
            value: ({ name }) => name,
            follows: () => 'what was put there under the old name is not known under the new one and is left alone; the lock and the record are others',
        },
    },
    scriptsPath: {
        scripts_path: {
            value: ({ scriptsPath }) => scriptsPath,
            follows: () => 'the control scripts that are run as root come from another folder',
        },
    },
    scripts: {
        scripts: {
            value: ({ scripts }) => scripts?.folder,
            follows: (after) => after === undefined
                ? 'the control scripts on the hosts are left as they are from now on'
                : `the control scripts on the PBX's main server and on all hosts are kept at exactly what is in ${after}`,
        },
    },
    registry: {
        'registry.server': {
            value: ({ registry }) => registry?.server,
            follows: (after) => after === undefined
                ? 'hosts are signed out of the registry where a deploy signed them in, and images come from where anybody may pull'
                : `the hosts' Docker is signed in to ${after}, with the token that is in the secrets`,
        },
        'registry.username': {
            value: ({ registry }) => registry?.username,
            follows: (after) => after === undefined ? 'nobody is signed in to a registry' : `images are pulled in the name of ${after}`,
        },
    },
    prepare: {
        'prepare.docker': {
            value: ({ prepare }) => prepare?.docker,
            follows: (after) => after === undefined || after === 'none'
                ? 'new hosts are prepared by a person'
                : `new hosts get firewalld and Docker by a deploy (${after})`,
        },
        'prepare.reboot': {
            value: ({ prepare }) => prepare?.reboot,
            follows: (after) => after === 'allowed'
                ? "hosts on which nothing of PortSIP's runs are restarted where their updates want it"
                : 'hosts whose updates want a restart are told, and restarted by a person',
        },
    },
    pbx: {
        'pbx.private_ip': {
            value: ({ pbx }) => pbx.privateIp,
            follows: () => 'servers are set up for the PBX at the new address, where it has to answer already: nothing here moves the PBX itself',
        },
        'pbx.api': {
            value: ({ pbx }) => pbx.api,
            follows: () => "the PBX is asked at another address, which gets the administrator's password",
        },
        'pbx.image': {
            value: ({ pbx }) => pbx.image,
            follows: (after) => after === undefined
                ? 'the PBX itself is left as it is from now on'
                : 'the PBX itself is brought to this image, which ends all calls once',
        },
        'pbx.high_availability.control_node': {
            value: ({ pbx }) => pbx.highAvailability?.controlNode,
            follows: (after) => after === undefined
                ? 'servers are controlled on themselves and not from a control node'
                : 'servers are controlled from this machine, which keeps lock and record',
        },
        'pbx.high_availability.nodes': {
            value: ({ pbx }) => pbx.highAvailability?.nodes?.join(', '),
            follows: () => "other machines count as the PBX's nodes: their firewalls are opened, and they have to be well",
        },
        'pbx.high_availability.scripts_path': {
            value: ({ pbx }) => pbx.highAvailability?.scriptsPath,
            follows: () => "the PBX's control scripts come from another folder of the control node",
        },
    },
    ssh: {
        'ssh.user': {
            value: ({ ssh }) => SSH_VALUES['ssh.user'](ssh),
            follows: () => 'hosts are signed in to as another user, which gets the sudo password where there is one',
        },
        'ssh.port': {
            value: ({ ssh }) => SSH_VALUES['ssh.port'](ssh),
            follows: () => 'another SSH server on the hosts is asked',
        },
        'ssh.jump_host': {
            value: ({ ssh }) => SSH_VALUES['ssh.jump_host'](ssh),
            follows: (after) => after === undefined ? 'hosts are reached directly' : 'hosts are reached through another machine',
        },
    },
    firewallTrust: {
        'firewall.trust': {
            value: ({ firewallTrust }) => (firewallTrust === 'servers' ? 'servers' : all(firewallTrust)),
            follows: (after) => after === 'servers'
                ? "the PBX's firewall trusts each server by its own address, and no network any more"
                : "the PBX's firewall trusts everything in these networks",
        },
    },
    cloud: {
        cloud: {
            value: ({ cloud }) => cloud,
            follows: (after) => after === undefined
                ? "servers are let in by their private addresses alone, and no rules of the cloud's firewall are shown"
                : "servers are let in by their public addresses as well, and the rules of the cloud's firewall are shown",
        },
    },
    builtInServers: {
        built_in_servers: {
            value: ({ builtInServers }) => builtInServers,
            follows: (after) => after === 'keep'
                ? "the PBX's built-in servers stay on beside those of the cluster"
                : "the PBX's built-in servers are turned off once servers of the cluster serve in their place",
        },
    },
    unmanagedServers: {
        unmanaged_servers: {
            value: ({ unmanagedServers }) => unmanagedServers,
            follows: (after) => after === 'remove'
                ? 'servers that the cluster file does not have are removed, whoever put them there'
                : 'servers that the cluster file does not have are reported and left alone',
        },
    },
    // What the PBX is told of them is a change of its own.
    sbc: {
        'sbc.drain.command': {
            value: ({ sbc }) => sbc?.drain?.command,
            follows: (after) => after === undefined
                ? 'no program takes session border controllers out of DNS before they are stopped'
                : `${after} is run on the main server, as root, and takes session border controllers out of DNS before they are stopped`,
        },
        'sbc.drain.pause': {
            value: ({ sbc }) => (sbc?.drain?.pauseSeconds ? (0, duration_1.it.formatDuration)(sbc.drain.pauseSeconds) : undefined),
            follows: (after) => after === undefined
                ? 'nobody is waited for before a session border controller is stopped'
                : `a person gets ${after} to take a session border controller out of DNS before it is stopped`,
        },
        'sbc.drain.grace': {
            value: ({ sbc }) => sbc?.drain && (0, duration_1.it.formatDuration)(sbc.drain.graceSeconds),
            follows: (after) => `callers of a session border controller get ${after ?? 'no time'} to go elsewhere`,
        },
    },
    backup: {
        'backup.max_age': {
            value: ({ backup: { maxAgeSeconds } }) => maxAgeSeconds === undefined ? undefined : (0, duration_1.it.formatDuration)(maxAgeSeconds),
            follows: (after) => after === undefined
                ? 'an upgrade without a backup of the last day is warned of, and done'
                : `an upgrade of the PBX, of IM or of Data Flow waits for a backup that is not older than ${after}`,
        },
        'backup.folder': {
            value: ({ backup }) => backup.folder,
            follows: (after) => `backups are put into ${after ?? backup_settings_1.it.BACKUP_FOLDER} on the machine whose data they are`,
        },
        'backup.command': {
            value: ({ backup }) => backup.command?.join(' '),
            follows: (after) => after === undefined
                ? 'for a backup a service is stopped, what it keeps is copied, and it is started again'
                : `for a backup ${after} is run as root, on the machine whose data it is`,
        },
    },
    restart: {
        'restart.max_unavailable': {
            value: ({ restart }) => String(restart.maxUnavailable),
            follows: (after) => `as many servers of a role are away at a time: ${after}`,
        },
        'restart.drain_timeout': {
            value: ({ restart }) => (0, duration_1.it.formatDuration)(restart.drainTimeoutSeconds),
            follows: (after) => `calls get ${after} to end before their server is stopped`,
        },
        'restart.start_timeout': {
            value: ({ restart: { startTimeoutSeconds } }) => startTimeoutSeconds === undefined ? undefined : (0, duration_1.it.formatDuration)(startTimeoutSeconds),
            follows: (after) => `a server gets ${after ?? 'as long as its role needs'} to be up and ONLINE`,
        },
        'restart.on_drain_timeout': {
            value: ({ restart }) => restart.onDrainTimeout,
            follows: (after) => after === 'force'
                ? 'calls that last longer than the drain timeout are cut'
                : 'a server whose calls last longer than the drain timeout is left as it is',
        },
        'restart.after_scale_out': {
            value: ({ restart }) => restart.afterScaleOut,
            follows: (after) => ({
                all: 'once servers were added, all others are restarted in turn, as the guide does',
                'load-balancer': 'once servers were added, only the resource load balancer is restarted',
            })[after ?? ''] ?? 'once servers were added, nothing is restarted by itself',
        },
        'restart.window': {
            value: ({ restart: { window } }) => window &&
                `${WEEK.filter((day) => window.days.includes(day)).join(', ')} ${window.from}-${window.to} ${window.timezone}`,
            follows: (after) => after === undefined
                ? 'what callers notice is done at any hour'
                : 'what callers notice waits for this maintenance window',
        },
    },
};
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const BY_NAME = new Map(Object.values(ROWS).flatMap((rows) => Object.entries(rows)));
/** The names of all settings, in the order in which they are shown. */
exports.SETTING_NAMES = [...BY_NAME.keys()];
function settingsOf(cluster) {
    return given([...BY_NAME].map(([name, row]) => [name, row.value(cluster)]));
}
function deployedSettings(cluster) {
    return { settings: settingsOf(cluster), ssh: new Map(cluster.servers.map(({ name, ssh }) => [name, ssh])) };
}
/** The settings of `cluster` that are not what it was deployed with. `deployed` undefined: nobody knows, so none is called another. */
function changedSettings(deployed, cluster) {
    if (!deployed)
        return [];
    const after = settingsOf(cluster);
    const common = exports.SETTING_NAMES.flatMap((name) => change(name, deployed.settings[name], after[name]).map((one) => ({ ...one, ...origin(cluster, one) })));
    const own = cluster.servers.flatMap((server) => {
        const ssh = deployed.ssh.get(server.name);
        if (!ssh)
            return [];
        const [was, is] = [sshSettings(ssh), sshSettings(server.ssh)];
        return SSH_NAMES.filter(
        // Those that just are the cluster's are told once, with the cluster.
        (name) => was[name] !== deployed.settings[name] || is[name] !== after[name]).flatMap((name) => change(name, was[name], is[name], server.name));
    });
    return [...common, ...own];
}
function origin(cluster, { name, after }) {
    const from = after === undefined ? undefined : originOf(cluster, name);
    return from === undefined ? {} : { from };
}
/** `clusters/defaults.yaml:3`; undefined: the cluster file says it itself, or nobody does. `name`: of a setting, or a field that is one text */
function originOf({ shared }, name) {
    const found = shared?.values.find((value) => value.name === name || value.name.startsWith(`${name}.`));
    return shared && found && `${shared.file}:${found.line}`;
}
function change(name, before, after, server) {
    if (before === after)
        return [];
    return [
        {
            name,
            ...(server !== undefined && { server }),
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
        },
    ];
}
function given(entries) {
    return Object.fromEntries(entries.filter((entry) => entry[1] !== undefined));
}
/** How a machine is signed in to, by the cluster file's names. */
function sshSettings(ssh) {
    return given(SSH_NAMES.map((name) => [name, SSH_VALUES[name](ssh)]));
}
/** How the servers are signed in to that have settings of their own, for the hash of it. */
function ownSsh({ servers, ssh }) {
    const common = JSON.stringify(sshSettings(ssh));
    const own = servers.map((server) => [server.name, sshSettings(server.ssh)]);
    return Object.fromEntries(own.filter(([, settings]) => JSON.stringify(settings) !== common));
}
/** What follows from a setting that is another one now, in a sentence without a full stop. */
function whatFollows({ name, after }) {
    return BY_NAME.get(name)?.follows(after) ?? 'things are done in another way';
}

/***/ }),

/***/ 683:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/window.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.windowState = windowState;
exports.formatMoment = formatMoment;
exports.formatWindow = formatWindow;
const luxon_1 = { get it() { return __nccwpck_require__(366); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whether the window is open at `atMs`. Times are wall-clock times of its zone, also on the days on which clocks change. */
function windowState(window, atMs) {
    const now = luxon_1.it.DateTime.fromMillis(atMs, { zone: window.timezone });
    if (!now.isValid)
        throw new types_1.it.InputError(`The maintenance window's time zone ${JSON.stringify(window.timezone)} is not known.`);
    // From yesterday, because a window may have begun before midnight, to the day a week from now.
    const intervals = Array.from({ length: 10 }, (_, index) => now.startOf('day').plus({ days: index - 1 }))
        .filter((day) => window.days.some((name) => DAYS.indexOf(name) === day.weekday - 1))
        .map((day) => {
        const lasts = window.to > window.from ? 0 : 1;
        return { start: wallClock(day, window.from), end: wallClock(day.plus({ days: lasts }), window.to) };
    })
        .filter(({ start, end }) => start < end && end > atMs);
    const first = intervals[0];
    if (!first)
        return { open: false };
    if (first.start > atMs)
        return { open: false, opensAt: first.start };
    let closesAt = first.end;
    for (const { start, end } of intervals)
        if (start <= closesAt)
            closesAt = Math.max(closesAt, end);
    return { open: true, closesAt };
}
/** A moment as a clock in the window's zone shows it: `2026-11-21 02:00 Asia/Shanghai`. */
function formatMoment({ timezone }, atMs) {
    return `${luxon_1.it.DateTime.fromMillis(atMs, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm')} ${timezone}`;
}
/** `Sat, Sun 02:00–05:00 Asia/Shanghai`, `every day 22:00–04:00 (next day) UTC` */
function formatWindow({ days, from, to, timezone }) {
    return `${formatDays(days)} ${from}–${to}${to > from ? '' : ' (next day)'} ${timezone}`;
}
function formatDays(days) {
    if (DAYS.every((day) => days.includes(day)))
        return 'every day';
    return DAYS.filter((day) => days.includes(day))
        .map((day) => day.charAt(0).toUpperCase() + day.slice(1))
        .join(', ');
}
/** The first moment at which a clock on the wall shows `time` or, on the day that skips it, the moment of the skip. */
function wallClock(day, time) {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const guess = day.set({ hour, minute });
    if (guess.hour === hour && guess.minute === minute) {
        // Where clocks go back, times come twice.
        for (const shift of [120, 60, 30]) {
            const earlier = guess.minus({ minutes: shift });
            if (earlier.hour === hour && earlier.minute === minute)
                return earlier.toMillis();
        }
        return guess.toMillis();
    }
    // Luxon has moved it past the gap; the gap ends where the offset changes.
    let moment = guess;
    for (let minutes = 1; minutes < 24 * 60 && moment.minus({ minutes: 1 }).offset === guess.offset; minutes += 1) {
        moment = moment.minus({ minutes: 1 });
    }
    return moment.toMillis();
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 366:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/luxon.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(982);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cluster-later.js.map
