/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 8217:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'addresses'() {
    return __nccwpck_require__(1075);
  },
  get 'backup-settings'() {
    return __nccwpck_require__(7291);
  },
  get 'build'() {
    return __nccwpck_require__(5487);
  },
  get 'control-scripts'() {
    return __nccwpck_require__(2871);
  },
  get 'deadlines'() {
    return __nccwpck_require__(3374);
  },
  get 'formats'() {
    return __nccwpck_require__(8167);
  },
  get 'image'() {
    return __nccwpck_require__(6910);
  },
  get 'jump-host'() {
    return __nccwpck_require__(2366);
  },
  get 'load'() {
    return __nccwpck_require__(91);
  },
  get 'paths'() {
    return __nccwpck_require__(7731);
  },
  get 'ports'() {
    return __nccwpck_require__(9375);
  },
  get 'registry'() {
    return __nccwpck_require__(1468);
  },
  get 'roles/index'() {
    return __nccwpck_require__(801);
  },
  get 'rules/high-availability'() {
    return __nccwpck_require__(8443);
  },
  get 'rules/names'() {
    return __nccwpck_require__(5911);
  },
  get 'sbc-settings'() {
    return __nccwpck_require__(5955);
  },
  get 'scripts-folder'() {
    return __nccwpck_require__(2848);
  },
  get 'select'() {
    return __nccwpck_require__(6119);
  },
  get 'shared-file'() {
    return __nccwpck_require__(6905);
  },
  get 'suggest'() {
    return __nccwpck_require__(3821);
  },
  get 'types'() {
    return __nccwpck_require__(9058);
  },
  get 'yaml'() {
    return __nccwpck_require__(8940);
  },
};


/***/ }),

/***/ 1075:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/addresses.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.normalise = normalise;
exports.partsOf = partsOf;
exports.sameCidr = sameCidr;
exports.sameAddress = sameAddress;
exports.hostCidr = hostCidr;
exports.covers = covers;
exports.isAddress = isAddress;
exports.isCidr = isCidr;
exports.networkOf = networkOf;
exports.kindOf = kindOf;
exports.addressesOf = addressesOf;
exports.trustedSources = trustedSources;
exports.whitelistCidrs = whitelistCidrs;
exports.urlHost = urlHost;
const ipaddr_js_1 = { get it() { return __importDefault((__nccwpck_require__(8227)["ipaddr.js"])); } };
/** What was read before: a plan compares the same few addresses, of each server an address and its CIDR, thousands of times. */
const known = new Map();
/** Some ten MiB; more than the largest cluster has */
const MOST_KEPT = 50_000;
/** One way to write an address, a network or a firewall source: `FD00:0::21` is `fd00::21`, `10.0.0.1/32` is `10.0.0.1`, `10.0.0.9/24` is `10.0.0.0/24`. Anything else stays as it is. */
function normalise(source) {
    return read(source).written;
}
/** An address or a network in its parts, an address with all its bits; undefined: `source` is neither. */
function partsOf(source) {
    return read(source).network;
}
function read(source) {
    const before = known.get(source);
    if (before)
        return before;
    const found = readAnew(source);
    if (known.size >= MOST_KEPT)
        known.clear();
    known.set(source, found);
    return found;
}
function readAnew(source) {
    const network = parseNetwork(source);
    if (!network)
        return { written: source.trim() };
    const [address, bits] = network;
    const whole = bits === width(address);
    const host = write(whole ? address : mask(address, bits));
    return { written: whole ? host : `${host}/${bits}`, network: { host, bits, family: width(address) === 32 ? 4 : 6 } };
}
/** Whether two addresses or CIDRs mean the same, however they are written: `10.0.0.1` and `10.0.0.1/32`. */
function sameCidr(a, b) {
    return normalise(a) === normalise(b);
}
/** The same for addresses that may be missing or empty. */
function sameAddress(a, b) {
    return sameCidr(a ?? '', b ?? '');
}
/** `192.168.1.21` -> `192.168.1.21/32`, `fd00::21` -> `fd00::21/128` */
function hostCidr(ip) {
    const address = ip.includes('/') ? undefined : partsOf(ip);
    if (!address)
        throw new TypeError(`not an IP address: ${ip}`);
    return `${address.host}/${address.bits}`;
}
/** Whether `network` (a CIDR or an address) holds all of `other` (an address or a CIDR). False for what is neither. */
function covers(network, other) {
    const [outer, inner] = [parseNetwork(network), parseNetwork(other)];
    if (!outer || !inner || outer[0].kind() !== inner[0].kind() || outer[1] > inner[1])
        return false;
    return write(mask(inner[0], outer[1])) === write(mask(outer[0], outer[1]));
}
function isAddress(text) {
    return !text.includes('/') && partsOf(text) !== undefined;
}
/** `192.168.1.0/24`; an address alone is none. Host bits may be set. */
function isCidr(text) {
    return text.includes('/') && parseNetwork(text) !== undefined;
}
/** The CIDR without its host bits: `192.168.1.21/24` -> `192.168.1.0/24`; keeps `/32`. */
function networkOf(cidr) {
    const network = parseNetwork(cidr);
    if (!network)
        throw new TypeError(`not a network: ${cidr}`);
    return `${write(mask(...network))}/${network[1]}`;
}
function kindOf(ip) {
    const range = parseAddress(ip)?.range();
    switch (range) {
        case 'private':
        case 'carrierGradeNat':
        case 'uniqueLocal':
            return 'private';
        case 'linkLocal':
            return 'link-local';
        case 'loopback':
        case 'multicast':
        case 'broadcast':
        case 'unspecified':
            return range;
        default:
            return 'public';
    }
}
/**
 * The addresses by which the PBX may see a server, in one way of writing: its own, and in a cloud its public one as well.
 * Source: PortSIP's pages on high availability on AWS, which have the private and the Elastic IP of each server whitelisted
 */
function addressesOf({ address, publicIp }, { cloud }) {
    const both = cloud !== undefined && publicIp !== undefined ? [address, publicIp] : [address];
    return [...new Set(both.map(normalise))];
}
/** The sources that the main server's firewall is to trust, as `firewall-cmd --list-sources` writes them: addresses without `/32`, or CIDRs. */
function trustedSources(cluster) {
    const sources = cluster.firewallTrust === 'servers'
        ? cluster.servers.flatMap((server) => addressesOf(server, cluster))
        : cluster.firewallTrust;
    return [...new Set(sources.map(normalise))];
}
/** What the PBX's IP whitelist is to hold: a host CIDR for each address of a server, whatever the firewall trusts. */
function whitelistCidrs(cluster) {
    return [...new Set(cluster.servers.flatMap((server) => addressesOf(server, cluster).map(hostCidr)))];
}
/** For a URL: IPv6 in brackets. */
function urlHost(host) {
    return host.includes(':') ? `[${host}]` : host;
}
function parseAddress(text) {
    const bare = text.trim();
    // ipaddr.js also reads 192.168.1 and 0300.1.1.1, which no operator means.
    if (ipaddr_js_1.it.default.IPv4.isValidFourPartDecimal(bare))
        return ipaddr_js_1.it.default.IPv4.parse(bare);
    if (!bare.includes(':') || bare.includes('%') || !ipaddr_js_1.it.default.IPv6.isValid(bare))
        return undefined;
    return ipaddr_js_1.it.default.process(bare); // ::ffff:10.0.0.1 is 10.0.0.1
}
function parseNetwork(text) {
    const [host = '', bits, ...rest] = text.trim().split('/');
    const address = parseAddress(host);
    if (!address || rest.length > 0)
        return undefined;
    if (bits === undefined)
        return [address, width(address)];
    // The prefix length of a mapped address counts its 96 leading bits.
    const mapped = host.includes(':') && address.kind() === 'ipv4' ? 96 : 0;
    const length = Number(bits) - mapped;
    return /^\d{1,3}$/.test(bits) && length >= 0 && length <= width(address) ? [address, length] : undefined;
}
function mask(address, bits) {
    const bytes = address.toByteArray().map((byte, index) => {
        const kept = Math.min(8, Math.max(0, bits - index * 8));
        return byte & (0xff << (8 - kept)) & 0xff;
    });
    return ipaddr_js_1.it.default.fromByteArray(bytes);
}
function width(address) {
    return address.kind() === 'ipv4' ? 32 : 128;
}
function write(address) {
    return address instanceof ipaddr_js_1.it.default.IPv6 ? address.toRFC5952String() : address.toString();
}

/***/ }),

/***/ 7291:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/backup-settings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.USUAL_AGE = exports.BACKUP_FOLDER = void 0;
exports.buildBackup = buildBackup;
exports.backupFolder = backupFolder;
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const paths_1 = __nccwpck_require__(7731);
exports.BACKUP_FOLDER = '/var/backups/portsip';
/** Seconds */
exports.USUAL_AGE = 86_400;
function buildBackup({ max_age, folder, command } = {}) {
    return {
        ...(max_age !== undefined && { maxAgeSeconds: (0, duration_1.it.parseAge)(max_age) }),
        ...(folder !== undefined && { folder: (0, paths_1.plainPath)(folder) }),
        ...(command && { command: [...command] }),
    };
}
function backupFolder({ folder = exports.BACKUP_FOLDER }) {
    return folder;
}

/***/ }),

/***/ 5487:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/build.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DEFAULTS = void 0;
exports.buildCluster = buildCluster;
const addresses_1 = __nccwpck_require__(1075);
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const backup_settings_1 = __nccwpck_require__(7291);
const jump_host_1 = __nccwpck_require__(2366);
const paths_1 = __nccwpck_require__(7731);
const roles_1 = __nccwpck_require__(801);
const sbc_settings_1 = __nccwpck_require__(5955);
/** What a field is when it is left out. The schema says the same to editors. */
exports.DEFAULTS = {
    data_path: '/var/lib/portsip',
    scripts_path: '/opt/portsip',
    ha_scripts_path: '/opt/portsip-pbx-ha-guide',
    ssh: { user: 'pbx', port: 22 },
    trust: 'servers',
    built_in_servers: 'disabled',
    unmanaged_servers: 'report',
    max_unavailable: 1,
    drain_timeout: '30m',
    on_drain_timeout: 'fail',
    after_scale_out: 'all',
    wave: 1,
};
/** Fills in the defaults. `file` has passed all rules as well. */
function buildCluster(file, position) {
    const { pbx, restart = {} } = file;
    const ssh = mergeSsh(file.ssh, exports.DEFAULTS.ssh);
    const privateIp = (0, addresses_1.normalise)(pbx.private_ip);
    const highAvailability = pbx.high_availability && {
        controlNode: (0, addresses_1.normalise)(pbx.high_availability.control_node),
        ...(pbx.high_availability.nodes && { nodes: pbx.high_availability.nodes.map((node) => (0, addresses_1.normalise)(node)) }),
        scriptsPath: (0, paths_1.plainPath)(pbx.high_availability.scripts_path ?? exports.DEFAULTS.ha_scripts_path),
    };
    const trust = file.firewall?.trust ?? exports.DEFAULTS.trust;
    const { window } = restart;
    return {
        version: 1,
        name: file.name,
        image: file.image,
        dataPath: (0, paths_1.plainPath)(file.data_path ?? exports.DEFAULTS.data_path),
        scriptsPath: (0, paths_1.plainPath)(file.scripts_path ?? exports.DEFAULTS.scripts_path),
        ...(file.scripts !== undefined && {
            scripts: { folder: (0, paths_1.plainPath)(file.scripts).replace(/^\.\//, ''), at: position('scripts') },
        }),
        ...(file.registry && { registry: { server: file.registry.server, username: file.registry.username } }),
        ...(file.prepare && {
            prepare: { docker: file.prepare.docker, ...(file.prepare.reboot && { reboot: file.prepare.reboot }) },
        }),
        pbx: {
            privateIp,
            // Without the path: the client adds /api itself.
            api: (pbx.api ?? `https://${(0, addresses_1.urlHost)(privateIp)}:8887`).replace(/(?<=[^/])\/(?!\/).*$/, ''),
            // What PortSIP's high-availability scripts decide themselves (rules/high-availability.ts warns of it)
            ...(pbx.image !== undefined && !highAvailability && { image: pbx.image }),
            ...(pbx.version !== undefined && { version: pbx.version }),
            ...(highAvailability && { highAvailability }),
            machine: machineAt(highAvailability?.controlNode ?? privateIp, ssh),
        },
        ssh,
        ...(file.cloud !== undefined && { cloud: file.cloud }),
        firewallTrust: Array.isArray(trust) ? trust.map((cidr) => (0, addresses_1.networkOf)(cidr)) : 'servers',
        builtInServers: file.built_in_servers ?? exports.DEFAULTS.built_in_servers,
        unmanagedServers: file.unmanaged_servers ?? exports.DEFAULTS.unmanaged_servers,
        ...(file.deploy && { deploy: buildDeploy(file.deploy) }),
        servers: file.servers.map((server, index) => buildServer(server, file, ssh, position('servers', index))),
        ...(file.sbc && { sbc: (0, sbc_settings_1.buildSbc)(file.sbc) }),
        backup: (0, backup_settings_1.buildBackup)(file.backup),
        restart: {
            maxUnavailable: restart.max_unavailable ?? exports.DEFAULTS.max_unavailable,
            drainTimeoutSeconds: (0, duration_1.it.parseDuration)(restart.drain_timeout ?? exports.DEFAULTS.drain_timeout),
            ...(restart.start_timeout !== undefined && { startTimeoutSeconds: (0, duration_1.it.parseDuration)(restart.start_timeout) }),
            onDrainTimeout: restart.on_drain_timeout ?? exports.DEFAULTS.on_drain_timeout,
            // The guide restarts nothing after servers were added to a high-availability cluster.
            afterScaleOut: restart.after_scale_out ?? (highAvailability ? 'none' : exports.DEFAULTS.after_scale_out),
            ...(window && {
                window: { days: [...window.days], from: window.from, to: window.to, timezone: window.timezone },
            }),
        },
    };
}
function buildDeploy({ runner, environment, network, wave = exports.DEFAULTS.wave, }) {
    return {
        ...(runner !== undefined && { runner: [runner].flat() }),
        ...(environment !== undefined && { environment }),
        ...(network !== undefined && { network }),
        wave,
    };
}
/** The main server; where it is the jump host for all others as well, it is reached at once. */
function machineAt(address, { jumpHost, ...ssh }) {
    const isJumpHost = jumpHost && (0, addresses_1.normalise)(jumpHost.host) === address && jumpHost.port === ssh.port;
    return { name: 'pbx', address, ssh: { ...ssh, ...(jumpHost && !isJumpHost && { jumpHost }) } };
}
function buildServer(server, file, ssh, at) {
    const privateIp = server.private_ip === undefined ? undefined : (0, addresses_1.normalise)(server.private_ip);
    const publicIp = server.public_ip === undefined ? undefined : (0, addresses_1.normalise)(server.public_ip);
    const { ownImage } = roles_1.ROLES[server.role];
    // The guide's scripts install what the PBX runs, apart from roles with an image of their own.
    const decided = file.pbx.high_availability !== undefined && ownImage === undefined;
    const base = {
        name: server.name,
        address: (0, addresses_1.normalise)(server.private_ip === undefined ? server.public_ip : server.private_ip),
        ...(privateIp !== undefined && { privateIp }),
        ...(publicIp !== undefined && { publicIp }),
        enabled: server.enabled ?? true,
        image: (decided ? undefined : server.image) ?? ownImage ?? file.image,
        dataPath: (0, paths_1.plainPath)(server.data_path ?? file.data_path ?? exports.DEFAULTS.data_path),
        ssh: mergeSsh(server.ssh, ssh),
    };
    return { ...(0, roles_1.serverSpec)(server.role, base, server), at };
}
function mergeSsh(entry, base) {
    const user = entry?.user ?? base.user;
    const jump = entry?.jump_host === undefined ? undefined : (0, jump_host_1.parseJumpHost)(entry.jump_host);
    const jumpHost = jump ? { host: jump.host, port: jump.port ?? 22, user: jump.user ?? user } : base.jumpHost;
    return { user, port: entry?.port ?? base.port, ...(jumpHost && { jumpHost }) };
}

/***/ }),

/***/ 2871:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/control-scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isScriptName = exports.MOST_SCRIPTS = exports.MOST_SCRIPT_BYTES = void 0;
exports.readScript = readScript;
exports.missingScripts = missingScripts;
exports.optionsRead = optionsRead;
exports.linesApart = linesApart;
const node_crypto_1 = { get it() { return __nccwpck_require__(7598); } };
const list_1 = { get it() { return (__nccwpck_require__(6060).list); } };
/** PortSIP's are 10 to 60 KB. */
exports.MOST_SCRIPT_BYTES = 1024 * 1024;
/** PortSIP has ten. */
exports.MOST_SCRIPTS = 50;
const FETCH = 'fetch it again: portsip-cluster scripts fetch';
/** What a file's name must be to be one of them; all others are for people. */
const isScriptName = (name) => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\.sh$/.test(name);
exports.isScriptName = isScriptName;
/** One file, but for what its own shell says of it. Pure. */
function readScript(name, bytes) {
    const fault = (line, code, message, cure = FETCH) => ({
        faults: [{ line, code, message, cure }],
    });
    if (bytes.length === 0)
        return fault(1, 'script-empty', 'the file is empty');
    if (bytes.length > exports.MOST_SCRIPT_BYTES)
        return fault(1, 'script-too-large', 'the file is larger than 1 MiB, which no control script is');
    const text = bytes.toString('utf8');
    if (text.includes('\0') || !Buffer.from(text, 'utf8').equals(bytes))
        return fault(1, 'script-not-text', 'the file is not text', "give PortSIP's own file, as text in UTF-8");
    if (/^\uFEFF?\s*<(!doctype|html|\?xml|head|body)\b/i.test(text))
        return fault(1, 'script-is-a-page', 'this is a page of HTML and not a script: a download that failed');
    if (/^version https:\/\/git-lfs/.test(text))
        return fault(1, 'script-is-a-pointer', 'this is a pointer of Git LFS and not a script', 'check out with LFS');
    const carriage = text.indexOf('\r');
    if (carriage >= 0)
        return fault(text.slice(0, carriage).split('\n').length, 'script-line-ends', 'the lines end as on Windows (CRLF), which no shell on Linux takes', 'add "*.sh text eol=lf" to .gitattributes, and check the file in once more');
    const shell = shellOf(text);
    if (shell === undefined) {
        const first = text.split('\n', 1)[0] ?? '';
        return fault(1, 'script-not-a-script', `the first line is ${JSON.stringify(first.slice(0, 60))} and names no shell: this is not a script of PortSIP's`);
    }
    return { script: { name, sha256: (0, node_crypto_1.it.createHash)('sha256').update(bytes).digest('hex'), text, shell } };
}
/** By the first line; undefined: it names no shell that hosts have for sure. */
function shellOf(text) {
    const word = /^#! *(?:\/usr\/bin\/env +)?(?:\/[A-Za-z0-9/_-]*\/)?(sh|dash|bash)(?=\s)/.exec(text)?.[1];
    return word === 'dash' ? 'sh' : word;
}
/** What is missing in the folder as a whole, in sentences. Pure. */
function missingScripts(folder, names, needed) {
    return [...needed]
        .filter(([name]) => !names.includes(name))
        .map(([name, by]) => `${folder} has no ${name}, which ${(0, list_1.it.list)([...by], 3)} ${by.length === 1 ? 'needs' : 'need'}`);
}
/** Which options a script reads, in the words of getopts, one text for each place: as a host tells it (facts-script.ts). Pure. */
function optionsRead(text) {
    return [...text.matchAll(/^ *while getopts *[^A-Za-z: ]*([A-Za-z:]*)/gm)].flatMap(([, letters]) => letters || []);
}
/** How many lines one text has that the other lacks, and the other way round. A line that moved is in both. Pure. */
function linesApart(before, after) {
    const count = (text) => {
        const counts = new Map();
        for (const line of text.split('\n'))
            counts.set(line, (counts.get(line) ?? 0) + 1);
        return counts;
    };
    const [old, fresh] = [count(before), count(after)];
    const beyond = (one, other) => [...one].reduce((sum, [line, times]) => sum + Math.max(0, times - (other.get(line) ?? 0)), 0);
    return { added: beyond(fresh, old), removed: beyond(old, fresh) };
}

/***/ }),

/***/ 3374:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/deadlines.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.deadlineMs = deadlineMs;
const roles_1 = __nccwpck_require__(801);
/** How long a server may take to be up, or then to be ONLINE, in milliseconds: as the cluster file says, else as its role needs. */
function deadlineMs({ restart }, role, what) {
    const { startTimeoutSeconds } = restart;
    return startTimeoutSeconds === undefined ? roles_1.ROLES[role].deadlines[what] : startTimeoutSeconds * 1000;
}

/***/ }),

/***/ 8621:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/decode.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Lines = exports.MAX_BYTES = void 0;
exports.decode = decode;
const node_buffer_1 = __nccwpck_require__(4573);
exports.MAX_BYTES = 1024 * 1024;
/** Turns offsets into lines and columns. */
class Lines {
    text;
    starts = [0];
    constructor(text) {
        this.text = text;
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            this.starts.push(at + 1);
    }
    at(offset) {
        const within = Math.min(Math.max(0, offset), this.text.length);
        let [low, high] = [0, this.starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if (this.start(middle) <= within)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: within - this.start(low) + 1 };
    }
    start(line) {
        return this.starts[line] ?? this.text.length;
    }
}
exports.Lines = Lines;
/** The text of a file, or why it is none. A byte order mark is taken away. */
function decode(input) {
    const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
    if (bytes > exports.MAX_BYTES) {
        return fault('too-large', `the file is ${(bytes / exports.MAX_BYTES).toFixed(1)} MiB, a cluster file is 1 MiB at most`, START, 'is it the right file?');
    }
    if (typeof input !== 'string' && ['fffe', 'feff'].includes(input.subarray(0, 2).toString('hex'))) {
        return fault('not-utf-8', 'the file is UTF-16', START, 'save it as UTF-8');
    }
    const text = stripMark(typeof input === 'string' ? input : input.toString('utf8'));
    const lines = new Lines(text);
    const nul = text.indexOf('\0');
    if (nul !== -1)
        return fault('binary', 'the file is not text: it holds a NUL byte', lines.at(nul), 'is it the right file?');
    if (typeof input !== 'string' && !(0, node_buffer_1.isUtf8)(input)) {
        // Buffer decodes what it cannot read as U+FFFD.
        return fault('not-utf-8', 'the file is not UTF-8 text', lines.at(Math.max(0, text.indexOf('\uFFFD'))), 'save it as UTF-8');
    }
    return { text };
}
const START = { line: 1, column: 1 };
function fault(code, message, position, cure) {
    return { fault: { ...position, severity: 'error', code, message, cure } };
}
function stripMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/***/ }),

/***/ 3891:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/fault.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.show = show;
exports.printable = printable;
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
        .replace(/[\p{C}\u2028\u2029]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible;
}

/***/ }),

/***/ 8167:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/formats.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.formats = void 0;
const addresses_1 = __nccwpck_require__(1075);
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const jump_host_1 = __nccwpck_require__(2366);
/** What the schema's `format`s mean. The validator in `validator.ts` asks here. */
exports.formats = {
    ip: addresses_1.isAddress,
    cidr: addresses_1.isCidr,
    'jump-host': (text) => (0, jump_host_1.parseJumpHost)(text) !== undefined,
    'pbx-api': isApi,
    'duration-hms': isDuration,
};
function isApi(text) {
    if (!URL.canParse(text))
        return false;
    const { hostname, port } = new URL(text);
    return port !== '0' && (!hostname.startsWith('[') || (0, addresses_1.isAddress)(hostname.slice(1, -1)));
}
function isDuration(text) {
    try {
        (0, duration_1.it.parseDuration)(text);
        return true;
    }
    catch {
        return false;
    }
}

/***/ }),

/***/ 6910:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/image.ts
/*
 * Names of images, and the versions that they tell of. One place for both: how docker completes a name, and how PortSIP counts.
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.imageName = imageName;
exports.sameImage = sameImage;
exports.tagOf = tagOf;
exports.versionOf = versionOf;
exports.leadingVersion = leadingVersion;
exports.parseVersion = parseVersion;
exports.compareVersions = compareVersions;
exports.isOlder = isOlder;
/** As docker completes it: `docker.io/library/x` is `x`, no tag is `latest`. */
function imageName(reference) {
    const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
    return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
/** Whether two names mean the same image to docker. */
function sameImage(a, b) {
    return imageName(a) === imageName(b);
}
/** `22` of `portsip/pbx:22@sha256:…`; undefined without a tag. */
function tagOf(image) {
    return /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
}
/** The numbers of an image's tag: `portsip/pbx:22.3` is [22, 3]; undefined when the tag is not a version. */
function versionOf(image) {
    const tag = /:v?(\d+(?:\.\d+)*)(?:[-+@].*)?$/.exec(image)?.[1];
    return tag === undefined ? undefined : parseVersion(tag);
}
/** What a tag begins with, where that is a version: `22.4-rc1` is [22, 4]. */
function leadingVersion(image) {
    const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?![\d])/.exec(tagOf(image) ?? '');
    return match
        ? match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))
        : undefined;
}
/** `22.6.0` is [22, 6, 0]. */
function parseVersion(version) {
    return version
        .replace(/^v/, '')
        .split('.')
        .map((part) => Number.parseInt(part, 10) || 0);
}
/** Below 0: `version` is older than `wanted`, above 0: newer, as far as `wanted` says: 22.6.1 is neither to 22. */
function compareVersions(version, wanted) {
    const differences = wanted.map((number, index) => (version[index] ?? 0) - number);
    return differences.find((difference) => difference !== 0) ?? 0;
}
function isOlder(version, wanted) {
    return compareVersions(version, wanted) < 0;
}

/***/ }),

/***/ 2366:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/jump-host.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseJumpHost = parseJumpHost;
const addresses_1 = __nccwpck_require__(1075);
/** Takes `host`, `user@host`, `host:port` and `user@host:port` apart, IPv6 in brackets; undefined when it is none of them. */
function parseJumpHost(text) {
    const match = /^(?:([A-Za-z_][A-Za-z0-9_.-]*)@)?(?:([A-Za-z0-9][A-Za-z0-9.-]*)|\[([0-9A-Fa-f:.]+)\])(?::(\d{1,5}))?$/.exec(text);
    if (!match)
        return undefined;
    const [, user, name, ipv6, digits] = match;
    const host = name ?? ipv6;
    if (host === undefined || (ipv6 !== undefined && !(0, addresses_1.isAddress)(ipv6)))
        return undefined;
    const port = digits === undefined ? undefined : Number(digits);
    if (port !== undefined && (port < 1 || port > 65535))
        return undefined;
    return { host, ...(user && { user }), ...(port && { port }) };
}

/***/ }),

/***/ 91:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/load.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.STDIN = void 0;
exports.loadClusterFile = loadClusterFile;
exports.parseClusterFile = parseClusterFile;
exports.parseCluster = parseCluster;
const node_fs_1 = __nccwpck_require__(3024);
const build_1 = __nccwpck_require__(5487);
const rules_1 = __nccwpck_require__(1371);
const scripts_folder_1 = __nccwpck_require__(2848);
const shape_1 = __nccwpck_require__(1334);
const decode_1 = __nccwpck_require__(8621);
const merge_1 = __nccwpck_require__(7531);
const shared_file_1 = __nccwpck_require__(6905);
const types_1 = __nccwpck_require__(9058);
const plain_file_1 = { get it() { return (__nccwpck_require__(7426)["plain-file"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const yaml_1 = __nccwpck_require__(8940);
/** More than this nobody reads, and a damaged file has no end of them. */
const MAX_PROBLEMS = 100;
/** Standard input as a path */
exports.STDIN = '-';
/**
 * Reads and checks a cluster file. Throws ClusterFileError with all that is wrong, and nothing else. `named`: how the path was
 * given, for an error that says how to give another; left out: by the command line's own option.
 */
async function loadClusterFile(path, named) {
    const bytes = await read(path, named);
    const { cluster, problems } = parseClusterFile(bytes, path);
    if (!cluster)
        throw new types_1.ClusterFileError(problems);
    const whole = await withScripts(cluster, path, problems);
    return { cluster: whole, warnings: problems, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
}
/** `parseCluster`, with the settings that the file of that path shares with others. */
function parseClusterFile(text, path) {
    const file = path === exports.STDIN ? STANDARD_INPUT : path;
    const own = (0, yaml_1.readYaml)(text);
    const shared = (0, shared_file_1.readShared)(own, file, readBytes);
    return parseCluster(own, file, shared ? { shared } : {});
}
const STANDARD_INPUT = 'standard input';
/** With the control scripts that are beside the file. Throws ClusterFileError with all that is wrong with them. */
async function withScripts(cluster, path, problems) {
    const { scripts } = cluster;
    if (!scripts)
        return cluster;
    const folder = path === exports.STDIN ? scripts.folder : (0, scripts_folder_1.scriptsFolder)(path, scripts.folder);
    const at = { file: path === exports.STDIN ? STANDARD_INPUT : path, ...scripts.at };
    const read = await (0, scripts_folder_1.readScriptsFolder)(folder, (0, scripts_folder_1.neededScripts)(cluster), at);
    if (read.problems.length > 0)
        throw new types_1.ClusterFileError([...problems, ...read.problems]);
    return { ...cluster, scripts: { ...scripts, files: read.files } };
}
/**
 * Never throws. `cluster` is there when no problem is an error; `problems` are in the order of the file, then of the one that it
 * extends (`shared`). `unwritten`: nobody sees the file, so that messages name no other lines of it.
 */
function parseCluster(text, file, { unwritten = false, shared } = {}) {
    const { cluster, faults } = check(text, unwritten, shared);
    const unique = new Map(faults.map((fault) => [JSON.stringify([fault.file, fault.line, fault.column, fault.code, fault.message]), fault]));
    const sorted = [...unique.values()].sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined) || a.line - b.line || a.column - b.column);
    // Errors first when there are too many: a warning must not push the reason for a refusal out.
    const kept = [...sorted]
        .sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
        .slice(0, MAX_PROBLEMS);
    const problems = sorted.filter((fault) => kept.includes(fault)).map((fault) => ({ file, ...fault }));
    const more = sorted.length - kept.length;
    const last = problems.at(-1);
    if (more > 0 && last) {
        const { line, column } = last;
        problems.push({
            file: last.file,
            line,
            column,
            severity: 'warning',
            code: 'more-problems',
            message: `${more} more problems are not shown`,
            cure: 'correct these first',
        });
    }
    return { ...(cluster && { cluster }), problems };
}
function check(input, unwritten, given) {
    const { file: own, faults: syntax } = typeof input === 'object' && 'faults' in input ? input : (0, yaml_1.readYaml)(input);
    if (!own)
        return { faults: syntax };
    const { file, faults: ofShared, shared, isPart } = (0, merge_1.withShared)(own, given);
    const { faults: found, usable, whole } = (0, shape_1.checkShape)(file);
    // What cannot be read may have what is missing.
    const shape = isPart ? found.filter(({ code }) => code !== 'missing-field') : found;
    const faults = [...syntax, ...ofShared, ...shape];
    if (faults.some(({ code }) => code === 'unknown-version'))
        return { faults };
    const add = (severity) => (path, code, message, cure) => faults.push({ ...file.at(path), severity, code, message, ...(cure !== undefined && { cure }) });
    const report = {
        error: add('error'),
        warning: add('warning'),
        line: (path) => (unwritten ? '' : ` (${inWords(file.at(path))})`),
    };
    for (const rule of rules_1.RULES)
        rule(usable, report);
    if (!whole || faults.some(({ severity }) => severity === 'error'))
        return { faults };
    const cluster = (0, build_1.buildCluster)(whole, (...path) => file.at(path));
    return { cluster: { ...cluster, ...(shared && { shared }) }, faults };
}
const inWords = ({ file, line }) => (file === undefined ? `line ${line}` : `${file}:${line}`);
async function read(path, named) {
    try {
        if (path === exports.STDIN)
            return await readAll(process.stdin);
        return readBytes(path);
    }
    catch (error) {
        if (error instanceof types_1.ClusterFileError)
            throw error;
        throw unreadable(path, error, named);
    }
}
/**
 * One byte more than allowed tells that it is too large, whatever its size. Throws as `open` of node:fs does, and ClusterFileError
 * for what is too large.
 */
function readBytes(path) {
    const file = (0, plain_file_1.it.openPlainSync)(path, node_fs_1.constants.O_RDONLY);
    try {
        const { size } = (0, node_fs_1.fstatSync)(file);
        if (size > decode_1.MAX_BYTES)
            throw tooLarge(path, size);
        const chunks = [];
        for (let length = 0; length <= decode_1.MAX_BYTES;) {
            // What is no plain file has no size.
            const chunk = Buffer.alloc(Math.min(64 * 1024, decode_1.MAX_BYTES + 1 - length));
            const read = (0, node_fs_1.readSync)(file, chunk, 0, chunk.length, null);
            if (read === 0)
                break;
            chunks.push(chunk.subarray(0, read));
            length += read;
        }
        return Buffer.concat(chunks);
    }
    finally {
        (0, node_fs_1.closeSync)(file);
    }
}
/** Up to one byte more than allowed. */
async function readAll(stream) {
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        chunks.push(bytes);
        length += bytes.length;
        if (length > decode_1.MAX_BYTES)
            break;
    }
    return Buffer.concat(chunks, Math.min(length, decode_1.MAX_BYTES + 1));
}
function tooLarge(file, size) {
    const message = `the file is ${(size / 1024 / 1024).toFixed(1)} MiB, a cluster file is 1 MiB at most`;
    return new types_1.ClusterFileError([
        { file, line: 1, column: 1, severity: 'error', code: 'too-large', message, cure: 'is it the right file?' },
    ]);
}
function unreadable(file, error, named) {
    const code = (0, unknown_1.it.codeOf)(error) ?? '';
    const other = `give its path: ${named ?? '-f FILE, or write a new one: portsip-cluster init'}`;
    const [message, cure = other] = UNREADABLE[code] ?? ['the file cannot be read', code];
    return new types_1.ClusterFileError([{ file, line: 1, column: 1, severity: 'error', code: 'unreadable', message, cure }]);
}
const UNREADABLE = {
    ENOENT: ['there is no such file'],
    EISDIR: ['this is a folder, not a file', 'give the path of the cluster file in it'],
    ENOTDIR: ['there is no such file'],
    ELOOP: [
        'this is a symbolic link, or in a folder that is one, and may lead to any file of this machine',
        'put the cluster file itself there',
    ],
    EACCES: ['the file may not be read by this user', 'allow it with chmod or chown'],
};

/***/ }),

/***/ 7531:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/merge.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.extendsOf = extendsOf;
exports.withShared = withShared;
const shape_1 = __nccwpck_require__(1334);
const fault_1 = __nccwpck_require__(3891);
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const yaml_1 = __nccwpck_require__(8940);
const node_path_1 = __nccwpck_require__(6760);
/** What tells one cluster from another, and so belongs into its own file. */
const OWN = [
    ['extends'],
    ['name'],
    ['deploy'],
    ['servers'],
    ['pbx', 'private_ip'],
    ['pbx', 'api'],
    ['pbx', 'high_availability'],
    ['sbc', 'web_domain'],
];
/** `extends` of a cluster file, as it is written; undefined: there is none that could be followed. Never throws. */
function extendsOf({ file }) {
    return file && pathIn(file);
}
function pathIn(file) {
    const path = valueAt(file.value, ['extends']);
    if (typeof path !== 'string')
        return undefined;
    // A wrong one is told with the file's other faults.
    return (0, shape_1.checkShape)(file).faults.some((fault) => isAt(fault, file.at(['extends']))) ? undefined : path;
}
const isAt = (fault, { line, column }) => fault.line === line && fault.column === column;
/** `shared` undefined: the text is from nowhere that paths could be followed from. */
function withShared(own, shared) {
    const path = pathIn(own);
    if (path === undefined)
        return { file: own, faults: [], isPart: has(own.value, ['extends']) };
    if (!shared || 'why' in shared) {
        const { why, cure } = shared ?? { why: 'there is no repository to read it from', cure: 'write the settings out' };
        const message = `${(0, fault_1.printable)(shared?.file ?? path)} cannot be read: ${why}`;
        return {
            file: own,
            isPart: true,
            faults: [{ ...own.at(['extends']), severity: 'error', code: 'shared-unreadable', message, cure }],
        };
    }
    const { file: name } = shared;
    const { file: parsed, faults: syntax } = (0, yaml_1.readYaml)(shared.text);
    const there = (found) => found.map((fault) => ({ ...fault, file: name }));
    if (!parsed)
        return { file: own, faults: there(syntax), isPart: true };
    const foreign = OWN.filter((field) => has(parsed.value, field)).map((field) => {
        const message = `${field.join('.')} is no setting that clusters share`;
        return {
            ...parsed.at(field, 'key'),
            severity: 'error',
            code: 'not-shared',
            message,
            cure: WHERE[field[0] ?? ''] ?? IN_EACH,
        };
    });
    const settings = { ...parsed, value: without(parsed.value, OWN) };
    const { faults: shape } = (0, shape_1.checkShape)(settings);
    // What is missing here, the cluster file may have.
    const faults = there([...syntax, ...foreign, ...shape.filter(({ code }) => code !== 'missing-field')]);
    if (!(0, unknown_1.it.isObject)(settings.value) || !(0, unknown_1.it.isObject)(own.value))
        return { file: own, faults, isPart: true };
    if (faults.some(({ code }) => code === 'unknown-version'))
        return { file: own, faults, isPart: true };
    const base = without(settings.value, [['version']]);
    const value = merge(base, own.value);
    // A folder is meant from where it is named.
    if (faults.length === 0 && (0, unknown_1.it.isObject)(value) && !has(own.value, ['scripts']) && typeof value['scripts'] === 'string')
        value['scripts'] = node_path_1.posix.join(node_path_1.posix.dirname(path), value['scripts']);
    const at = (where, part) => {
        for (let length = where.length; length > 0; length -= 1) {
            const prefix = where.slice(0, length);
            if (has(own.value, prefix))
                break;
            if (has(base, prefix))
                return { ...parsed.at(where, part), file: name };
        }
        return own.at(where, part);
    };
    const values = leaves(base, [])
        .filter(([where]) => at(where).file !== undefined)
        .map(([where, said]) => ({ name: where.join('.'), text: textOf(said), line: parsed.at(where).line }));
    return {
        file: { value, at },
        faults,
        isPart: false,
        shared: { file: name, values: values.sort((a, b) => a.line - b.line) },
    };
}
const IN_EACH = "write it into each cluster's own file";
const WHERE = {
    extends: 'one level is all there is: put what both files say into this one',
};
/** Mappings without a prototype, as the reader makes them. */
function merge(base, own) {
    if (!(0, unknown_1.it.isObject)(base) || !(0, unknown_1.it.isObject)(own))
        return own;
    const merged = Object.assign(Object.create(null), base);
    for (const [key, value] of Object.entries(own))
        merged[key] = key in merged ? merge(merged[key], value) : value;
    return merged;
}
function without(value, paths) {
    if (!(0, unknown_1.it.isObject)(value))
        return value;
    const kept = Object.create(null);
    for (const [key, inner] of Object.entries(value)) {
        const below = paths.filter(([first]) => first === key).map((path) => path.slice(1));
        if (!below.some(({ length }) => length === 0))
            kept[key] = without(inner, below);
    }
    return kept;
}
function leaves(value, path) {
    if (!(0, unknown_1.it.isObject)(value))
        return [[path, value]];
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}
function textOf(value) {
    return (0, fault_1.printable)(Array.isArray(value) ? value.map(String).join(', ') : String(value), 200);
}
function has(root, path) {
    const parent = valueAt(root, path.slice(0, -1));
    return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, path.at(-1) ?? '');
}
function valueAt(root, path) {
    return path.reduce((value, part) => typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined, root);
}

/***/ }),

/***/ 338:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/mistakes.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.conflictMarkers = conflictMarkers;
exports.oddSigns = oddSigns;
exports.misplacedEntry = misplacedEntry;
exports.secretField = secretField;
exports.lookAlike = lookAlike;
/** What git leaves in a file when it cannot merge: then nothing else in it means anything. */
function conflictMarkers(text) {
    if (!/^<{7} /m.test(text))
        return [];
    return text.split('\n').flatMap((line, index) => /^<{7} /.test(line)
        ? [
            {
                line: index + 1,
                column: 1,
                code: 'merge-conflict',
                message: 'two versions of the file meet here, and git could not merge them',
                cure: 'keep what is to be of the lines between <<<<<<< and >>>>>>>, and delete these lines and =======',
            },
        ]
        : []);
}
/**
 * Signs that YAML lives by and that only look like them: the blanks of an indentation, the dash of an entry, the colon behind a key.
 * Empty: there are none.
 */
function oddSigns(text) {
    return text.split('\n').flatMap((line, index) => {
        const [, blanks = '', blank] = /^([ \t]*)([^\S \t\r]|[\u00ad\u200b-\u200d\u2060\ufeff])/.exec(line) ?? [];
        if (blank !== undefined)
            return [odd(index, blanks, blank, 'in the indentation', 'indent by spaces alone')];
        const [, indent = '', dash] = /^(\s*)([\u2010-\u2015\u2212\u2022\uff0d])\s/.exec(line) ?? [];
        if (dash !== undefined)
            return [odd(index, indent, dash, 'where an entry begins', 'type a plain - (minus) and a space')];
        const [, key = '', colon] = /^(\s*(?:- +)?[A-Za-z_]+\s*)([\uff1a\ufe55\u2236\ua789])/.exec(line) ?? [];
        if (colon !== undefined)
            return [odd(index, key, colon, 'behind a key', 'type a plain : and a space')];
        return [];
    });
}
function odd(index, before, sign, where, cure) {
    const name = nameOf(sign) ?? 'a sign that only looks right';
    return {
        line: index + 1,
        column: before.length + 1,
        code: 'odd-sign',
        message: `${name} (${codeOf(sign)}) stands ${where}`,
        cure,
    };
}
/** An entry of a list below another field than servers, as when one is added at the end of the file. */
function misplacedEntry(text) {
    let below;
    let indent = 0;
    for (const [index, line] of text.split('\n').entries()) {
        const field = /^([A-Za-z_]+)\s*:/.exec(line)?.[1];
        if (field !== undefined)
            below = field;
        const entry = /^(\s*)- +(?:\{ *)?(?:name|role|private_ip) *:/.exec(line);
        if (!entry)
            continue;
        const [, before = ''] = entry;
        if (below === 'servers')
            indent ||= before.length;
        else
            return {
                line: index + 1,
                column: before.length + 1,
                code: 'misplaced-entry',
                message: `this server stands below ${below ?? 'no field'}`,
                cure: `move it up to the others below servers, each "- " at ${indent === 0 ? 'the same column' : `column ${indent + 1}`}`,
            };
    }
    return undefined;
}
/** Fields of other tools, and what people look for here. No secret stands in a cluster file. */
function secretField(owner, field) {
    const [, secret] = SECRETS.find(([pattern]) => pattern.test(`${owner}.${field}`)) ?? [];
    return secret;
}
const NEVER = 'no secret stands in this file';
const SECRETS = [
    [/^(pbx\.|\.(portsip_?)?pbx_?)(pbx_?)?(user|user_?name|login|admin)$/i, 'that is the variable PORTSIP_PBX_USERNAME'],
    [
        /^(pbx\.|\.(portsip_?)?pbx_?)(pbx_?)?(pass|passwd|password|secret|token)$/i,
        `${NEVER}: that is PORTSIP_PBX_PASSWORD`,
    ],
    [/^pbx\.(fingerprint|certificate|cert|ca)$/i, 'that is the variable PORTSIP_PBX_FINGERPRINT or PORTSIP_PBX_CA'],
    [/(^|\.)(sudo|become)_?(pass|password)$/i, `${NEVER}: that is PORTSIP_SUDO_PASSWORD`],
    [
        /^(ssh\.|\.(portsip_?)?ssh_?)(ssh_?)?(pass|passwd|password)$/i,
        `${NEVER}: hosts are signed in to with a key, PORTSIP_SSH_PRIVATE_KEY; the password that sudo asks for is PORTSIP_SUDO_PASSWORD`,
    ],
    [/(^|\.)(passphrase)$/i, `${NEVER}: that is PORTSIP_SSH_PASSPHRASE`],
    [
        /(^|\.)(key|private_?key|key_?file|identity|identity_?file|ssh_?key)$/i,
        `${NEVER}: that is PORTSIP_SSH_PRIVATE_KEY`,
    ],
    [/(^|\.)known_?hosts$/i, 'that is the variable PORTSIP_SSH_KNOWN_HOSTS'],
    [
        /(^|\.)(pass|passwd|password)$/i,
        `${NEVER}: docs/getting-started.md, "Environment, secrets and variables", names the secrets`,
    ],
];
/** The first character of a text that looks like another one, by name; undefined: there is none. */
function lookAlike(text) {
    for (const [index, character] of Array.from(text).entries()) {
        const name = nameOf(character);
        if (name === undefined)
            continue;
        return `character ${index + 1} is ${name} (${codeOf(character)})`;
    }
    return undefined;
}
/** `U+00A0` */
function codeOf(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
function nameOf(character) {
    const known = LOOK_ALIKES[character];
    if (known !== undefined)
        return known;
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xff01 && code <= 0xff5e)
        return `a wide ${String.fromCharCode(code - 0xfee0)}`;
    if (/\p{Script=Cyrillic}/u.test(character))
        return 'a Cyrillic letter';
    if (/\p{Script=Greek}/u.test(character))
        return 'a Greek letter';
    if (/[\p{Cf}\p{Zs}]/u.test(character) && character !== ' ')
        return 'an invisible character';
    return undefined;
}
const LOOK_ALIKES = {
    '\u00a0': 'a no-break space',
    '\u2022': 'a bullet, not -',
    '\uff1a': 'a wide colon, not :',
    '\u202f': 'a narrow no-break space',
    '\u200b': 'a zero-width space',
    '\u200d': 'a zero-width joiner',
    '\ufeff': 'a byte order mark',
    '\u00ad': 'a soft hyphen',
    '\u2010': 'a typographic hyphen, not -',
    '\u2011': 'a no-break hyphen, not -',
    '\u2012': 'a figure dash, not -',
    '\u2013': 'an en dash, not -',
    '\u2014': 'an em dash, not -',
    '\u2212': 'a minus sign, not -',
    '\u2018': 'a curly quote',
    '\u2019': 'a curly quote',
    '\u201c': 'a curly quote',
    '\u201d': 'a curly quote',
    '\u201e': 'a low quote',
    '\u2044': 'a fraction slash, not /',
    '\u2215': 'a division slash, not /',
    '\u2024': 'a one dot leader, not .',
    '\u3002': 'an ideographic full stop, not .',
    '\u0430': 'a Cyrillic a',
    '\u0435': 'a Cyrillic e',
    '\u043e': 'a Cyrillic o',
    '\u0440': 'a Cyrillic r, which looks like p',
    '\u0441': 'a Cyrillic s, which looks like c',
    '\u0445': 'a Cyrillic kh, which looks like x',
    '\u0456': 'a Cyrillic i',
    '\u03bf': 'a Greek o',
};

/***/ }),

/***/ 7731:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/paths.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.plainPath = plainPath;
/** One way to write a path: one slash between, none at the end. */
function plainPath(path) {
    return path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}

/***/ }),

/***/ 9375:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/ports.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ALL_UDP = exports.ALL_TCP = void 0;
exports.tcp = tcp;
exports.udp = udp;
exports.portsText = portsText;
function tcp(from, to = from) {
    return { protocol: 'tcp', from, to };
}
function udp(from, to = from) {
    return { protocol: 'udp', from, to };
}
exports.ALL_TCP = tcp(0, 65_535);
exports.ALL_UDP = udp(0, 65_535);
/** "5065, 5067/tcp, 25000-34999/udp"; all of a protocol is "all TCP" */
function portsText(ports) {
    return ['tcp', 'udp']
        .flatMap((protocol) => {
        const own = ports.filter((one) => one.protocol === protocol);
        if (own.length === 0)
            return [];
        if (own.some(({ from, to }) => from === 0 && to === 65_535))
            return [`all ${protocol.toUpperCase()}`];
        return [
            `${protocol.toUpperCase()} ${own.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')}`,
        ];
    })
        .join('; ');
}

/***/ }),

/***/ 1468:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/registry.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DOCKER_HUB = void 0;
exports.registryOf = registryOf;
exports.nameInConfig = nameInConfig;
exports.DOCKER_HUB = 'docker.io';
/** The registry that an image comes from. Source: Docker, for which a first part without dot and port is no host */
function registryOf(image) {
    const [first = '', ...rest] = image.split('/');
    const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    return !isHost || first === `index.${exports.DOCKER_HUB}` ? exports.DOCKER_HUB : first;
}
/** What Docker's config.json calls a registry. Source: Docker's command line, for which Docker Hub is the address of its old index */
function nameInConfig(server) {
    return server === exports.DOCKER_HUB ? 'https://index.docker.io/v1/' : server;
}

/***/ }),

/***/ 2663:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/cluster-ctl.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.clusterCtl = clusterCtl;
const role_1 = __nccwpck_require__(9405);
/*
 * What the four roles that `cluster_ctl.sh` installs have in common.
 */
function script(service) {
    return {
        file: 'cluster_ctl.sh',
        words: (server, verb, { pbxIp }) => {
            const own = ['-s', service];
            if (verb === 'upgrade')
                return [...own, '-i', server.image];
            if (verb !== 'run')
                return own;
            const { dataPath, image, name } = server;
            return ['-p', dataPath, '-a', (0, role_1.ownAddress)(server), '-x', pbxIp, '-i', image, ...own, '-n', name];
        },
    };
}
/** The control node knows the PBX's address and the image itself. */
function highAvailabilityScript(service) {
    return {
        file: 'extend.sh',
        dataPath: false,
        words: (server, verb) => ['-s', service, ...(verb === 'run' ? ['-n', server.name] : []), '-a', (0, role_1.ownAddress)(server)],
    };
}
function args(server, { pbxIp }) {
    return [
        { flag: '-a', value: pbxIp },
        { flag: '-x', value: (0, role_1.ownAddress)(server) },
        { flag: '-n', value: server.name },
    ];
}
function clusterCtl(service) {
    return {
        service,
        script: script(service),
        highAvailabilityScript: highAvailabilityScript(service),
        recreate: ['run'],
        upgradesInPlace: true,
        configFile: '.configure_extend',
        keys: {
            data_path: 'PBX_DATA_PATH',
            private_ip: 'IP_ADDRESS',
            'pbx.private_ip': 'PBX_IP_ADDRESS',
            image: 'PBX_IMG',
            name: 'EXTEND_SVC_NAME',
        },
        settings: (server, { pbxIp }) => ({
            data_path: server.dataPath,
            private_ip: (0, role_1.ownAddress)(server),
            'pbx.private_ip': pbxIp,
            image: server.image,
            name: server.name,
        }),
        args,
        companions: [],
        pbxLetsIn: 'all',
        // One container without a health check: up at once, or not at all
        deadlines: { up: 15_000, online: 180_000 },
        single: false,
        sizes: { standalone: {}, highAvailability: { recommended: { diskGiB: 128 } } },
    };
}

/***/ }),

/***/ 121:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/dataflow.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.dataflow = void 0;
const role_1 = __nccwpck_require__(9405);
exports.dataflow = {
    role: 'dataflow',
    label: 'Data Flow server',
    short: 'Data Flow',
    exampleName: 'dataflow-server-1',
    portalPage: 'Data Flow',
    portal: { kind: 'none' },
    seenAs: 'dataflow',
    single: true,
    order: { restart: 6, upgrade: 3 },
    fields: (entry) => ({
        ...(entry.clickhouse_image !== undefined && { clickhouseImage: entry.clickhouse_image }),
    }),
    kept: ({ dataPath }) => [
        { name: 'dataflow', path: `${dataPath}/dataflow` },
        { name: 'clickhouse', path: `${dataPath}/clickhouse` },
    ],
    backupFirst: true,
    publicIpOnHost: true,
    since: [22, 3],
    script: {
        file: 'dataflow_ctl.sh',
        words: (server, verb, { pbxIp }) => {
            // -x last: scripts before v22.8 know it not there, stop reading at it, and go on. Source: their getopts, run by dash
            if (verb === 'upgrade')
                return ['-i', server.image, ...(0, role_1.option)('-d', server.clickhouseImage), '-x', pbxIp];
            // From v22.8 on a server can have Data Flow for several PBXs; scripts before that read -x and do not mind.
            if (verb !== 'run')
                return ['-x', pbxIp];
            return [
                ...['-p', server.dataPath, ...(0, role_1.option)('-a', server.privateIp), ...(0, role_1.option)('-A', server.publicIp)],
                ...['-i', server.image, '-x', pbxIp, ...(0, role_1.option)('-d', server.clickhouseImage)],
            ];
        },
    },
    highAvailabilityScript: {
        file: 'dataflow.sh',
        dataPath: true,
        words: (server, verb) => {
            // Source: PortSIP's guide to upgrades of a high-availability installation
            if (verb === 'upgrade')
                return (0, role_1.option)('-d', server.clickhouseImage);
            if (verb !== 'run')
                return [];
            return [
                ...['-p', server.dataPath, '-a', (0, role_1.ownAddress)(server), ...(0, role_1.option)('-A', server.publicIp)],
                ...(0, role_1.option)('-d', server.clickhouseImage),
            ];
        },
    },
    // The guide has it deleted and recreated; its data stays on the disk.
    recreate: ['rm', 'run'],
    upgradesInPlace: false,
    // Source: PortSIP's guide to upgrades within v22 (October 2026)
    sameVersionAsPbx: true,
    token: { service: 'dataflow', label: 'Data Flow', source: 'path', impact: 'analytics' },
    service: 'dataflow-server-only',
    configFile: '.configure_dataflow',
    keys: {
        data_path: 'DATA_PATH',
        private_ip: 'PRI_IP_ADDRESS',
        public_ip: 'PUB_IP_ADDRESS',
        'pbx.private_ip': 'PBX_IP_ADDRESS',
        image: 'DATAFLOW_IMG',
        clickhouse_image: 'DB_IMG',
    },
    settings: (server, { pbxIp }) => ({
        data_path: server.dataPath,
        private_ip: server.privateIp,
        public_ip: server.publicIp,
        'pbx.private_ip': pbxIp,
        image: server.image,
        clickhouse_image: server.clickhouseImage,
    }),
    container: 'portsip.dataflow',
    companions: ['portsip.clickhouse'],
    database: {
        label: 'ClickHouse',
        setting: 'clickhouse_image',
        container: 'portsip.clickhouse',
        image: ({ clickhouseImage }) => clickhouseImage,
        withImage: (server, clickhouseImage) => ({ ...server, clickhouseImage }),
    },
    // Source: PortSIP's pages on installing and on migrating Data Flow, October 2026 (v22.8)
    instances: { folder: 'dataflow' },
    args: (server, { pbxIp }) => [
        { flag: '-a', value: pbxIp },
        ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
        ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
    ],
    // A database that gets 90 s of grace, then looks of 30 to 60 s each, of it and of what waits for it
    deadlines: { up: 300_000, online: 180_000 },
    calls: { kind: 'none' },
    away: 'analytics',
    pbxLetsIn: 'tcp',
    stops: 'call records, reports, dashboards and queue wallboards',
    sizes: {
        standalone: {
            minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
            recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
        },
        highAvailability: {
            // Source: PortSIP's guide to scaling the Data Flow server on premise, mid 2026
            minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
            recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
        },
    },
};

/***/ }),

/***/ 5123:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/im.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.im = void 0;
const ports_1 = __nccwpck_require__(9375);
const paths_1 = __nccwpck_require__(7731);
const role_1 = __nccwpck_require__(9405);
const ADDRESSES = (server) => [
    ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
    ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
];
exports.im = {
    role: 'im',
    label: 'IM server',
    short: 'IM',
    exampleName: 'im-server-1',
    portalPage: 'IM Servers',
    portal: { kind: 'addresses' },
    seenAs: 'im',
    single: true,
    order: { restart: 5, upgrade: 2 },
    fields: (entry) => ({ ...(entry.chat_files !== undefined && { chatFiles: (0, paths_1.plainPath)(entry.chat_files) }) }),
    folders: ({ chatFiles }) => (chatFiles === undefined ? [] : [chatFiles]),
    kept: ({ dataPath, chatFiles }) => [
        { name: 'im-data', path: `${dataPath}/im-data` },
        { name: 'im-postgresql', path: `${dataPath}/im-postgresql` },
        ...(chatFiles === undefined ? [] : [{ name: 'chat-files', path: chatFiles }]),
    ],
    backupFirst: true,
    script: {
        file: 'im_ctl.sh',
        words: (server, verb, { pbxIp }) => {
            if (verb === 'upgrade')
                return ['-i', server.image];
            if (verb !== 'run')
                return [];
            return [
                ...['-E', '-p', server.dataPath, ...(0, role_1.option)('-f', server.chatFiles)],
                ...[...(0, role_1.option)('-a', server.privateIp), ...(0, role_1.option)('-A', server.publicIp)],
                ...['-i', server.image, '-x', pbxIp],
            ];
        },
    },
    // It asks the PBX for the token itself.
    highAvailabilityScript: {
        file: 'im.sh',
        dataPath: false,
        words: (server, verb) => verb === 'run'
            ? ['-a', (0, role_1.ownAddress)(server), ...(0, role_1.option)('-A', server.publicIp), ...(0, role_1.option)('-f', server.chatFiles)]
            : [],
    },
    recreate: ['run'],
    upgradesInPlace: true,
    token: { service: 'im', label: 'IM', source: 'portal', option: '-t', impact: 'messaging' },
    service: 'im-server-only',
    configFile: '.configure_im',
    keys: {
        data_path: 'DATA_PATH',
        private_ip: 'PRI_IP_ADDRESS',
        public_ip: 'PUB_IP_ADDRESS',
        'pbx.private_ip': 'PBX_IP_ADDRESS',
        image: 'IM_IMG',
        chat_files: 'STORAGE',
    },
    settings: (server, { pbxIp }) => ({
        data_path: server.dataPath,
        private_ip: server.privateIp,
        public_ip: server.publicIp,
        'pbx.private_ip': pbxIp,
        image: server.image,
        chat_files: server.chatFiles,
    }),
    container: 'portsip.instantmessage',
    companions: ['portsip.database', 'portsip.webserver'],
    args: (server, { pbxIp }) => [
        { flag: '-E' },
        { flag: '-t', any: true },
        { flag: '-a', value: pbxIp },
        ...ADDRESSES(server),
    ],
    // A database that gets 90 s of grace, then looks of 30 to 60 s each, of it and of what waits for it
    deadlines: { up: 300_000, online: 180_000 },
    calls: { kind: 'none' },
    away: 'messaging',
    stops: 'messages, chats and files',
    callersReach: [(0, ports_1.tcp)(8887)],
    // Its script has the host's firewall trust the PBX.
    pbxReaches: [ports_1.ALL_TCP],
    pbxLetsIn: 'tcp',
    // Source: PortSIP's guide to the sizes of servers, mid 2026
    usersBySize: [
        { users: 5000, cpus: 10, memoryGiB: 8 },
        { users: 20_000, cpus: 16, memoryGiB: 10 },
        { users: 50_000, cpus: 20, memoryGiB: 16 },
    ],
    sizes: {
        standalone: { recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 } },
        highAvailability: { recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 } },
    },
};

/***/ }),

/***/ 801:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/index.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ROLE_CONTAINERS = exports.TOKEN_SERVICES = exports.LISTED_ROLES = exports.ROLE_NAMES = exports.ROLES = exports.IMPACTS = void 0;
exports.isRole = isRole;
exports.serverSpec = serverSpec;
exports.isListed = isListed;
exports.isOutside = isOutside;
exports.collectionOf = collectionOf;
exports.forListedRoles = forListedRoles;
exports.followsPbx = followsPbx;
exports.byRestart = byRestart;
exports.byUpgrade = byUpgrade;
const dataflow_1 = __nccwpck_require__(121);
const im_1 = __nccwpck_require__(5123);
const ivr_1 = __nccwpck_require__(9830);
const media_1 = __nccwpck_require__(4997);
const meeting_1 = __nccwpck_require__(2380);
const queue_1 = __nccwpck_require__(4334);
const sbc_1 = __nccwpck_require__(6839);
var role_1 = __nccwpck_require__(9405);
Object.defineProperty(exports, "IMPACTS", ({ enumerable: true, get: function () { return role_1.IMPACTS; } }));
/** All roles, as PortSIP's guide lists them. */
const rows = { media: media_1.media, queue: queue_1.queue, meeting: meeting_1.meeting, ivr: ivr_1.ivr, im: im_1.im, dataflow: dataflow_1.dataflow, sbc: sbc_1.sbc };
exports.ROLES = rows;
/** In PortSIP's order of restart */
exports.ROLE_NAMES = Object.keys(rows)
    .filter(isRole)
    .sort((a, b) => rows[a].order.restart - rows[b].order.restart);
function isRole(word) {
    return Object.hasOwn(rows, word);
}
/** A server of any role from what all have and its own fields of the cluster file. */
function serverSpec(role, base, entry = {}) {
    // Each row makes its own role's fields; which of them goes with which role is more than the compiler can follow.
    return { ...base, role, ...exports.ROLES[role].fields({ ...entry }) };
}
function isListed(role) {
    return exports.ROLES[role].portal.kind === 'collection';
}
exports.LISTED_ROLES = exports.ROLE_NAMES.filter(isListed);
/** Whether DNS leads callers to servers of the role. */
function isOutside(role) {
    return exports.ROLES[role].calls.kind === 'outside';
}
/** How the portal lists servers of a role. */
function collectionOf(role) {
    return rows[role].portal;
}
/** Something for each role that the portal lists. */
function forListedRoles(make) {
    // An entry for each of them; the compiler does not count entries.
    return Object.fromEntries(exports.LISTED_ROLES.map((role) => [role, make(role)]));
}
/** Services that sign in to the PBX with a token. */
exports.TOKEN_SERVICES = exports.ROLE_NAMES.flatMap((role) => exports.ROLES[role].token?.service ?? []);
/** Whether images and versions of a role are those of the PBX. One with an image of its own counts for itself. */
function followsPbx(role) {
    return exports.ROLES[role].ownImage === undefined;
}
/** The role whose main container has that name. */
exports.ROLE_CONTAINERS = new Map(exports.ROLE_NAMES.map((role) => [exports.ROLES[role].container, role]));
/** PortSIP's restart order; then as they came. */
function byRestart(a, b) {
    return exports.ROLES[a.role].order.restart - exports.ROLES[b.role].order.restart;
}
/**
 * The order in which PortSIP upgrades servers, once the PBX is upgraded: SBC, IM, Data Flow, then the cluster servers. Source: its
 * guide to upgrades within v22 (October 2026).
 */
function byUpgrade(a, b) {
    return exports.ROLES[a.role].order.upgrade - exports.ROLES[b.role].order.upgrade;
}

/***/ }),

/***/ 9830:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/ivr.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ivr = void 0;
const ports_1 = __nccwpck_require__(9375);
const cluster_ctl_1 = __nccwpck_require__(2663);
/** PortSIP's pages also write ivr-server-only; the scripts know vr-server-only alone. */
exports.ivr = {
    ...(0, cluster_ctl_1.clusterCtl)('vr-server-only'),
    role: 'ivr',
    label: 'IVR server',
    short: 'IVR',
    exampleName: 'vr-server-1',
    portalPage: 'IVR Servers',
    portal: {
        kind: 'collection',
        collection: 'ivr_servers',
        addressPrefix: '',
        publicAddress: false,
        limits: [],
    },
    order: { restart: 4, upgrade: 6 },
    fields: () => ({}),
    container: 'portsip.virtualreceptionist',
    calls: { kind: 'timed' },
    pbxReaches: [(0, ports_1.tcp)(8922, 8927), (0, ports_1.udp)(8922, 8927)],
    away: 'active-calls',
};

/***/ }),

/***/ 4997:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/media.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.media = void 0;
const ports_1 = __nccwpck_require__(9375);
const cluster_ctl_1 = __nccwpck_require__(2663);
const CALL_SESSIONS = {
    name: 'maxCallSessions',
    field: 'max_call_sessions',
    api: 'max_concurrency',
    label: 'max call sessions',
    default: 2000,
    counted: { field: 'current_concurrency', unit: 'calls' },
};
exports.media = {
    ...(0, cluster_ctl_1.clusterCtl)('media-server-only'),
    role: 'media',
    label: 'media server',
    short: 'media',
    exampleName: 'media-server-1',
    portalPage: 'Media Servers',
    portal: {
        kind: 'collection',
        collection: 'media_servers',
        addressPrefix: 'private_',
        publicAddress: true,
        limits: [CALL_SESSIONS],
    },
    order: { restart: 1, upgrade: 4 },
    fields: (entry) => ({ maxCallSessions: entry.max_call_sessions ?? CALL_SESSIONS.default }),
    container: 'portsip.mediaserver',
    calls: { kind: 'counted', field: 'current_concurrency', unit: 'calls' },
    failsOver: true,
    away: 'new-calls',
    callersReach: [(0, ports_1.udp)(35_000, 65_000)],
    pbxReaches: [(0, ports_1.tcp)(8840, 8845), (0, ports_1.udp)(8840, 8845)],
    // With recordings
    sizes: { standalone: {}, highAvailability: { recommended: { diskGiB: 256 } } },
};

/***/ }),

/***/ 2380:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/meeting.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.meeting = void 0;
const ports_1 = __nccwpck_require__(9375);
const cluster_ctl_1 = __nccwpck_require__(2663);
const ROOMS = {
    name: 'maxRooms',
    field: 'max_rooms',
    api: 'max_rooms',
    label: 'max rooms',
    default: 100,
    counted: { field: 'rooms_count', unit: 'rooms' },
};
const PARTICIPANTS = {
    name: 'maxParticipants',
    field: 'max_participants',
    api: 'max_participants',
    label: 'max participants',
    default: 1000,
    counted: { field: 'participants_count', unit: 'participants' },
};
exports.meeting = {
    ...(0, cluster_ctl_1.clusterCtl)('meeting-server-only'),
    role: 'meeting',
    label: 'meeting server',
    short: 'meeting',
    aliases: ['conference'],
    exampleName: 'meeting-server-1',
    portalPage: 'Meeting Servers',
    portal: {
        kind: 'collection',
        collection: 'conference_servers',
        addressPrefix: '',
        publicAddress: false,
        limits: [ROOMS, PARTICIPANTS],
    },
    order: { restart: 3, upgrade: 7 },
    fields: (entry) => ({
        maxRooms: entry.max_rooms ?? ROOMS.default,
        maxParticipants: entry.max_participants ?? PARTICIPANTS.default,
    }),
    container: 'portsip.conference',
    calls: { kind: 'counted', field: 'participants_count', unit: 'participants' },
    away: 'new-calls',
    pbxReaches: [(0, ports_1.tcp)(8928, 8933), (0, ports_1.udp)(8928, 8933)],
};

/***/ }),

/***/ 4334:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/queue.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.queue = void 0;
const ports_1 = __nccwpck_require__(9375);
const cluster_ctl_1 = __nccwpck_require__(2663);
exports.queue = {
    ...(0, cluster_ctl_1.clusterCtl)('queue-server-only'),
    role: 'queue',
    label: 'queue server',
    short: 'queue',
    exampleName: 'queue-server-1',
    portalPage: 'Queue Servers',
    portal: {
        kind: 'collection',
        collection: 'call_queue_servers',
        addressPrefix: '',
        publicAddress: false,
        limits: [],
    },
    order: { restart: 2, upgrade: 5 },
    fields: () => ({}),
    container: 'portsip.callqueue',
    calls: { kind: 'timed' },
    away: 'active-calls',
    pbxReaches: [(0, ports_1.tcp)(8916, 8921), (0, ports_1.udp)(8916, 8921)],
};

/***/ }),

/***/ 9405:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/roles/role.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.IMPACTS = void 0;
exports.ownAddress = ownAddress;
exports.option = option;
/*
 * What a role is to each part of PortSIP: one row for each role, one file for each row. Whatever differs between roles is a
 * field here; nothing outside this folder asks which role it has before it.
 */
/** What callers notice, from nothing to the worst. */
exports.IMPACTS = ['none', 'analytics', 'messaging', 'new-calls', 'active-calls'];
function ownAddress({ privateIp, publicIp, address }) {
    return privateIp ?? publicIp ?? address;
}
function option(flag, value) {
    return value === undefined ? [] : [flag, value];
}

/***/ }),

/***/ 6839:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/roles/sbc.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sbc = void 0;
const ports_1 = __nccwpck_require__(9375);
const role_1 = __nccwpck_require__(9405);
/**
 * Session border controllers: all alike, with no state between them, in front of the PBX for callers on WebRTC, Teams and
 * trunks. DNS leads callers to them, so neither the PBX nor its portal knows one of them by name.
 * Source: PortSIP's pages on the SBC cluster and on SBCs with high availability, and sbc_ctl.sh of v22.
 */
exports.sbc = {
    role: 'sbc',
    label: 'session border controller',
    short: 'SBC',
    exampleName: 'sbc-1',
    portalPage: 'SBC',
    portal: { kind: 'settings' },
    single: false,
    // Last: whoever comes in through one needs all the others. Upgraded right after the PBX, before any other server.
    order: { restart: 7, upgrade: 0 },
    fields: () => ({}),
    kept: ({ dataPath }) => [{ name: 'sbc', path: `${dataPath}/sbc` }],
    ownImage: 'portsip/sbc:11',
    script: {
        file: 'sbc_ctl.sh',
        // One that is told no image or no path prints its help and exits with 0.
        words: (server, verb) => {
            if (verb === 'upgrade')
                return ['-i', server.image];
            return verb === 'run' ? ['-p', server.dataPath, '-i', server.image] : [];
        },
    },
    highAvailabilityScript: {
        file: 'sbc.sh',
        dataPath: false,
        words: (server, verb) => [
            ...['-a', (0, role_1.ownAddress)(server)],
            ...(verb === 'run' || verb === 'upgrade' ? ['-i', server.image] : []),
        ],
    },
    // `run` fails where there is a container of that name; its data stays on the disk.
    recreate: ['rm', 'run'],
    upgradesInPlace: true,
    token: { service: 'sbc', label: 'SBC', source: 'by-hand', impact: 'active-calls' },
    service: 'sbc',
    configFile: '.configure_sbc',
    olderConfigFile: '.configure_sbc',
    keys: { data_path: 'SBC_DATA_PATH', image: 'SBC_IMG' },
    settings: (server) => ({ data_path: server.dataPath, image: server.image }),
    container: 'portsip.sbc',
    companions: [],
    withoutCompose: true,
    supervised: true,
    // supervisord tries a program several times before it gives up. The portal does not know it, so ONLINE is not waited for.
    deadlines: { up: 120_000, online: 0 },
    args: () => [],
    calls: { kind: 'outside', pbxPort: 5063, web: [8883, 10443] },
    away: 'active-calls',
    stops: 'calls over WebRTC, Microsoft Teams and trunks through it',
    ports: {
        tcp: [5065, 5067, 5069, 8882, 8883, 10443],
        udp: [5066],
        callers: [5065, 5067, 10443],
    },
    callersReach: [(0, ports_1.tcp)(5065), (0, ports_1.tcp)(5067), (0, ports_1.tcp)(10_443), (0, ports_1.udp)(5066), (0, ports_1.udp)(25_000, 34_999)],
    // Trunks that go through it
    pbxReaches: [(0, ports_1.tcp)(5069)],
    sizes: { standalone: { recommended: { diskGiB: 128 } }, highAvailability: { recommended: { diskGiB: 128 } } },
};

/***/ }),

/***/ 6683:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/addresses.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.addressKinds = exports.uniqueAddresses = void 0;
const addresses_1 = __nccwpck_require__(1075);
const report_1 = __nccwpck_require__(6541);
/** No address twice, among the servers and with the PBX's own. */
const uniqueAddresses = (file, report) => {
    const pbx = pbxAddresses(file);
    const seen = new Map(pbx.map((use) => [use.address, use]));
    const [virtual, node] = ['private_ip', 'control_node'].map((field) => pbx.find(({ path }) => path.at(-1) === field));
    if (node && virtual?.address === node.address) {
        report.error(node.path, 'duplicate-address', 'the control node has the address of pbx.private_ip, which is the virtual IP', "the first PBX node's own address");
    }
    for (const use of serverAddresses(file)) {
        const first = seen.get(use.address);
        if (!first)
            seen.set(use.address, use);
        else if (first.path[0] === 'pbx') {
            report.error(use.path, 'pbx-address', `${use.address} is ${first.who}${report.line(first.path)}`, 'a server needs a host of its own');
        }
        else if (first.path[1] === use.path[1]) {
            report.warning(use.path, 'same-address', `${use.who} has the same private and public address`, 'delete public_ip if the server has only one address');
        }
        else {
            report.error(use.path, 'duplicate-address', `${first.who} has the address ${use.address} already${report.line(first.path)}`, 'a Linux host runs one role: give each server a host of its own');
        }
    }
};
exports.uniqueAddresses = uniqueAddresses;
const ODD = {
    multicast: 'a multicast address',
    broadcast: 'the broadcast address',
    unspecified: 'no address of a host',
    'link-local': 'a link-local address, which is not static and ends at the next router',
};
/** Addresses that no host can have, or that are on the wrong side. */
const addressKinds = (file, report) => {
    for (const { address, path } of [...pbxAddresses(file), ...serverAddresses(file)]) {
        const kind = (0, addresses_1.kindOf)(address);
        // Other addresses of 127.0.0.0/8 are a sandbox's hosts.
        const itself = kind === 'loopback' && ['127.0.0.1', '::1'].includes(address) && path.at(-1) !== 'api';
        const odd = itself ? 'this machine itself, whoever asks' : ODD[kind];
        const cure = 'the static address of the host';
        if (odd && kind === 'link-local')
            report.warning(path, 'odd-address', `${address} is ${odd}`, cure);
        else if (odd)
            report.error(path, 'odd-address', `${address} is ${odd}`, cure);
        else if (path.at(-1) === 'public_ip' && kind === 'private') {
            report.warning(path, 'private-public-ip', `${address} is a private address: people outside cannot reach it`, 'the static public address, or delete the line');
        }
    }
    const family = file.pbx?.private_ip === undefined ? undefined : familyOf(file.pbx.private_ip);
    for (const { private_ip: ip, index, called } of (0, report_1.entries)(file)) {
        if (ip !== undefined && family !== undefined && familyOf(ip) !== family) {
            report.warning(['servers', index, 'private_ip'], 'mixed-families', `${called} has an ${familyOf(ip)} address and the PBX an ${family} one`, 'addresses of one kind, unless both machines have both');
        }
    }
};
exports.addressKinds = addressKinds;
function serverAddresses(file) {
    return (0, report_1.entries)(file).flatMap(({ index, called, role, ...server }) => ['private_ip', 'public_ip'].flatMap((field) => {
        const ip = server[field];
        return ip === undefined ? [] : [{ address: (0, addresses_1.normalise)(ip), path: ['servers', index, field], who: called, role }];
    }));
}
function pbxAddresses({ pbx = {} }) {
    const api = pbx.api === undefined ? undefined : new URL(pbx.api).hostname.replace(/^\[|\]$/g, '');
    const uses = [
        [pbx.private_ip, ['pbx', 'private_ip'], "the PBX's own address"],
        ...(pbx.high_availability?.nodes ?? []).map((node, index) => [
            node,
            ['pbx', 'high_availability', 'nodes', index],
            'a node of the PBX',
        ]),
        [pbx.high_availability?.control_node, ['pbx', 'high_availability', 'control_node'], 'a node of the PBX'],
        [api !== undefined && (0, addresses_1.isAddress)(api) ? api : undefined, ['pbx', 'api'], "where the PBX's API answers"],
    ];
    return uses.flatMap(([ip, path, who]) => (ip === undefined ? [] : [{ address: (0, addresses_1.normalise)(ip), path, who }])).reverse(); // as a map's entries: the first of the three has the last word
}
function familyOf(ip) {
    return (0, addresses_1.normalise)(ip).includes(':') ? 'IPv6' : 'IPv4';
}

/***/ }),

/***/ 5945:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.backup = void 0;
const backup_settings_1 = __nccwpck_require__(7291);
const build_1 = __nccwpck_require__(5487);
const paths_1 = __nccwpck_require__(7731);
const report_1 = __nccwpck_require__(6541);
/** Copies are no part of what is copied, and a command is a whole path: it is run as root. */
const backup = (file, report) => {
    const { folder, command } = file.backup ?? {};
    const first = command?.[0];
    if (first !== undefined && !first.startsWith('/'))
        report.error(['backup', 'command', 0], 'relative-command', `backup.command is run as root and begins with ${first}, which is no whole path`, 'the path of the program from / on');
    if (command)
        return;
    const to = (0, paths_1.plainPath)(folder ?? backup_settings_1.BACKUP_FOLDER);
    const data = [
        [['data_path'], file.data_path ?? build_1.DEFAULTS.data_path],
        ...(0, report_1.entries)(file).flatMap(({ index, data_path: own, ...rest }) => [
            [['servers', index, 'data_path'], own],
            [['servers', index, 'chat_files'], 'chat_files' in rest ? rest.chat_files : undefined],
        ]),
    ];
    for (const [path, from] of data) {
        if (from === undefined || !isWithin(to, (0, paths_1.plainPath)(from)))
            continue;
        report.error(folder === undefined ? path : ['backup', 'folder'], 'backup-in-data', `backups would be put into ${to}, which is within ${(0, paths_1.plainPath)(from)}, where data is kept`, 'another folder, best on another disk');
        return;
    }
};
exports.backup = backup;
function isWithin(path, folder) {
    return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/***/ }),

/***/ 8443:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/high-availability.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.highAvailability = exports.pbxNodes = void 0;
exports.nodesOf = nodesOf;
const addresses_1 = __nccwpck_require__(1075);
const build_1 = __nccwpck_require__(5487);
const roles_1 = __nccwpck_require__(801);
const report_1 = __nccwpck_require__(6541);
/** The PBX's nodes, told apart from the address that they share. */
const pbxNodes = ({ pbx = {} }, report) => {
    const { control_node: control, nodes } = pbx.high_availability ?? {};
    if (!nodes)
        return;
    const path = ['pbx', 'high_availability', 'nodes'];
    const seen = new Map();
    nodes.forEach((node, index) => {
        if (node === undefined)
            return;
        const address = (0, addresses_1.normalise)(node);
        const at = [...path, index];
        if (pbx.private_ip !== undefined && (0, addresses_1.normalise)(pbx.private_ip) === address)
            report.error(at, 'duplicate-address', `${node} is pbx.private_ip, the virtual IP, which no node has for good`, "the node's own address");
        else if (seen.has(address))
            report.error(at, 'duplicate-address', `the node ${node} is listed twice`, 'each node once');
        seen.set(address, index);
    });
    if (control !== undefined && !seen.has((0, addresses_1.normalise)(control)) && !nodes.includes(undefined))
        report.error(path, 'control-node-not-listed', `the control node ${control} is not among the nodes`, 'all PBX nodes');
};
exports.pbxNodes = pbxNodes;
/** Own addresses of a PBX's nodes, and where the cluster file says them; none where it is one machine. */
function nodesOf({ pbx }) {
    const { controlNode, nodes = [] } = pbx.highAvailability ?? {};
    const at = ['pbx', 'high_availability'];
    return [
        ...nodes.map((address, index) => ({ address, path: [...at, 'nodes', index] })),
        ...(controlNode === undefined ? [] : [{ address: controlNode, path: [...at, 'control_node'] }]),
    ];
}
function scriptTakes(role) {
    return { image: !(0, roles_1.followsPbx)(role), data_path: roles_1.ROLES[role].highAvailabilityScript.dataPath };
}
/** What PortSIP's high-availability scripts take no argument for, and what is left to a person there. */
const highAvailability = (file, report) => {
    if (!file.pbx?.high_availability)
        return;
    const none = (path, message) => report.warning(path, 'not-with-high-availability', message, 'delete the line');
    if (file.pbx.image !== undefined)
        none(['pbx', 'image'], 'the PBX nodes of a high-availability cluster are upgraded by a person: pbx.image has no effect');
    if (file.scripts !== undefined)
        report.error(['scripts'], 'not-with-high-availability', "the control scripts of a high-availability cluster are a package of the control node's, which is not kept in a repository yet", 'delete the line, and refresh the package on the control node by hand');
    if (file.restart?.after_scale_out === 'load-balancer')
        report.error(['restart', 'after_scale_out'], 'not-with-high-availability', 'the load balancer of a high-availability PBX can be restarted together with the PBX only, which ends all calls and is left to a person', 'none, or all for the servers alone');
    const user = file.ssh?.user ?? build_1.DEFAULTS.ssh.user;
    for (const { role, called, index, ...server } of (0, report_1.entries)(file)) {
        for (const field of ['image', 'data_path']) {
            const taken = role !== undefined && scriptTakes(role)[field];
            if (server[field] === undefined || taken)
                continue;
            none(['servers', index, field], `PortSIP's high-availability scripts decide about ${field}: that of ${called} has no effect`);
        }
        if (server.ssh?.user !== undefined && server.ssh.user !== user)
            report.warning(['servers', index, 'ssh', 'user'], 'not-with-high-availability', `the control node signs in everywhere as the same user, ${user}; ${called} has another one`, `${user}, with sudo, on every server`);
    }
};
exports.highAvailability = highAvailability;

/***/ }),

/***/ 1597:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/images.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.images = void 0;
const image_1 = __nccwpck_require__(6910);
const roles_1 = __nccwpck_require__(801);
const report_1 = __nccwpck_require__(6541);
/** Images that do not say which version they are, or that do not go together. */
const images = (file, report) => {
    const pbxImages = pbxImageUses(file);
    const others = (0, report_1.entries)(file).flatMap(({ role, image, clickhouse_image: clickhouse, index }) => {
        const own = ownImage(role);
        return [
            ...(clickhouse === undefined
                ? []
                : [{ image: clickhouse, path: ['servers', index, 'clickhouse_image'], example: 'portsip/clickhouse:26.3' }]),
            ...(image === undefined || own === undefined ? [] : [{ image, path: ['servers', index, 'image'], example: own }]),
        ];
    });
    for (const { image, path, example } of others) {
        if (!/(^|\/)pbx([:@]|$)/.test(image) || path.at(-1) !== 'image')
            continue;
        report.error(path, 'image-of-the-pbx', `${image} is an image of the PBX, and this server runs another one`, example);
    }
    for (const { image, path, example } of [...pbxImages, ...others]) {
        const tag = (0, image_1.tagOf)(image);
        if (image.includes('@'))
            continue;
        if (/^\d+(\.\d+)*$/.test(image)) {
            const name = path.at(-1) === 'clickhouse_image' ? 'portsip/clickhouse' : 'portsip/pbx';
            report.error(path, 'image-without-name', `${image} is a version, and no image`, `${name}:${image}`);
            continue;
        }
        if (tag === undefined || tag === 'latest') {
            report.warning(path, 'image-without-version', `${image} may be another version tomorrow`, `name the version, such as ${example}`);
        }
    }
    const wanted = file.image === undefined ? undefined : (0, image_1.leadingVersion)(file.image);
    for (const { image, path } of pbxImages) {
        const version = (0, image_1.leadingVersion)(image);
        if (!version)
            continue;
        if ((0, image_1.isOlder)(version, CLUSTERS_SINCE)) {
            report.warning(path, 'image-too-old', `${image} looks like version ${version[0]}; PortSIP's cluster scripts want 22 or later`, 'portsip/pbx:22');
        }
        else if (wanted && version[0] !== wanted[0]) {
            report.warning(path, 'different-versions', `${image} and ${file.image}${report.line(['image'])} are different major versions`, 'the PBX and all its servers are to run one version');
        }
    }
    for (const { role, image, index } of (0, report_1.entries)(file)) {
        const used = image ?? ownImage(role) ?? file.image;
        const since = role === undefined ? undefined : roles_1.ROLES[role].since;
        const version = used === undefined ? undefined : (0, image_1.leadingVersion)(used);
        if (role === undefined || !since || !version || version.length < since.length || version[0] !== since[0])
            continue;
        if ((0, image_1.isOlder)(version, since)) {
            report.warning(image === undefined ? ['image'] : ['servers', index, 'image'], 'image-too-old', `${roles_1.ROLES[role].short} needs version ${since.join('.')} or later, and this is ${version.join('.')}`, 'portsip/pbx:22');
        }
    }
};
exports.images = images;
/** Source: PortSIP's cluster scripts, which refuse an image with an older `version` label. */
const CLUSTERS_SINCE = [22];
function pbxImageUses(file) {
    return [
        { image: file.image, path: ['image'] },
        { image: file.pbx?.image, path: ['pbx', 'image'] },
        ...(0, report_1.entries)(file)
            .filter(({ role }) => ownImage(role) === undefined)
            .map(({ image, index }) => ({ image, path: ['servers', index, 'image'] })),
    ].flatMap(({ image, path }) => (image === undefined ? [] : [{ image, path, example: 'portsip/pbx:22' }]));
}
/** What servers of the role run instead of the PBX's image */
function ownImage(role) {
    return role === undefined ? undefined : roles_1.ROLES[role].ownImage;
}

/***/ }),

/***/ 1371:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/index.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.RULES = void 0;
const addresses_1 = __nccwpck_require__(6683);
const backup_1 = __nccwpck_require__(5945);
const trusted_networks_1 = __nccwpck_require__(4802);
const high_availability_1 = __nccwpck_require__(8443);
const images_1 = __nccwpck_require__(1597);
const names_1 = __nccwpck_require__(5911);
const prepare_1 = __nccwpck_require__(1384);
const registry_1 = __nccwpck_require__(4260);
const restart_1 = __nccwpck_require__(3800);
const sbc_1 = __nccwpck_require__(9249);
const servers_1 = __nccwpck_require__(9567);
/** All that a schema cannot say. */
exports.RULES = [
    names_1.names,
    names_1.singles,
    addresses_1.uniqueAddresses,
    addresses_1.addressKinds,
    trusted_networks_1.trustedNetworks,
    images_1.images,
    servers_1.servers,
    servers_1.serving,
    high_availability_1.pbxNodes,
    high_availability_1.highAvailability,
    restart_1.maintenanceWindow,
    restart_1.maxUnavailable,
    sbc_1.sbc,
    backup_1.backup,
    prepare_1.prepare,
    registry_1.registry,
];

/***/ }),

/***/ 5911:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/names.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.singles = exports.names = exports.isReserved = void 0;
const roles_1 = __nccwpck_require__(801);
const report_1 = __nccwpck_require__(6541);
/** Words that select or name something else: roles, the main server and its load balancer, everything. */
const RESERVED = new Set([...roles_1.ROLE_NAMES, 'pbx', 'loadbalancer', 'all']);
const isReserved = (name) => RESERVED.has(name.toLowerCase());
exports.isReserved = isReserved;
/** Names tell servers apart in the portal, on the hosts, as selectors and in change ids. */
const names = (file, report) => {
    const seen = new Map();
    for (const server of (0, report_1.entries)(file)) {
        const { name, index } = server;
        if (name === undefined)
            continue;
        const path = ['servers', index, 'name'];
        const key = name.toLowerCase();
        if ((0, exports.isReserved)(name)) {
            report.error(path, 'reserved-name', `a server cannot be called ${name}: it would be mistaken for the role or the part of the PBX of that name`, `such as ${suggestion(server)}`);
        }
        const first = seen.get(key);
        if (!first)
            seen.set(key, server);
        else if (first.name === name) {
            report.error(path, 'duplicate-name', `another server is called ${name}${report.line(['servers', first.index, 'name'])}`, 'give each server a name of its own');
        }
        else {
            report.warning(path, 'similar-name', `${name} differs from ${first.called}${report.line(['servers', first.index, 'name'])} in capital letters only`, 'people will mistake one for the other');
        }
    }
};
exports.names = names;
/** One IM and one Data Flow server at most. */
const singles = (file, report) => {
    const seen = new Map();
    for (const server of (0, report_1.entries)(file)) {
        if (server.role === undefined || !roles_1.ROLES[server.role].single)
            continue;
        const first = seen.get(server.role);
        if (!first)
            seen.set(server.role, server);
        else {
            report.error(['servers', server.index, 'role'], 'only-one', `${first.called}${report.line(['servers', first.index, 'role'])} is the ${roles_1.ROLES[server.role].label} already; PortSIP supports one per cluster`, 'keep one of the two');
        }
    }
};
exports.singles = singles;
function suggestion({ role }) {
    return roles_1.ROLES[role ?? 'media'].exampleName;
}

/***/ }),

/***/ 1384:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/rules/prepare.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.prepare = void 0;
/** Who prepares new hosts, and with what. */
const prepare = ({ prepare, scripts, pbx }, report) => {
    if (!prepare)
        return;
    const path = ['prepare', 'docker'];
    if (pbx?.high_availability)
        report.error(['prepare'], 'not-with-high-availability', "hosts of a high-availability cluster are prepared by the guide's scripts on the control node", 'delete the line');
    else if (prepare.docker === 'vendor' && scripts === undefined)
        report.error(path, 'prepare-without-scripts', "PortSIP's install_docker.sh comes from a folder of this repository, and the file names none", 'add "scripts: portsip", or say distribution');
};
exports.prepare = prepare;

/***/ }),

/***/ 4260:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/registry.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.registry = void 0;
const registry_1 = __nccwpck_require__(1468);
const roles_1 = __nccwpck_require__(801);
const report_1 = __nccwpck_require__(6541);
/** Names of Docker Hub that its logins are not kept under */
const HUB_NAMES = ['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'hub.docker.com'];
/** Where images are pulled from with a login. */
const registry = (file, report) => {
    const { server } = file.registry ?? {};
    if (server === undefined)
        return;
    const path = ['registry', 'server'];
    // Source: PortSIP's guide for high availability, whose scripts have no options for a registry: how they pull is up to its package.
    if (file.pbx?.high_availability)
        return report.error(['registry'], 'not-with-high-availability', 'the scripts of a high-availability PBX pull images on their own, and PortSIP does not say as which user: a login of ours might not be theirs', 'delete the section, and sign the machines in by hand, as PortSIP advises for your package');
    const port = /:(\d+)$/.exec(server)?.[1];
    if (port !== undefined && (Number(port) < 1 || Number(port) > 65535))
        return report.error(path, 'bad-port', `${port} is not a port`, 'a number from 1 to 65535');
    if (HUB_NAMES.includes(server))
        return report.error(path, 'registry-name', `Docker keeps no login of Docker Hub under ${server}`, registry_1.DOCKER_HUB);
    const images = [
        file.image,
        file.pbx?.image,
        ...(0, report_1.entries)(file).flatMap(({ role, image, clickhouse_image: clickhouse }) => [
            image ?? (role === undefined ? undefined : roles_1.ROLES[role].ownImage),
            clickhouse,
        ]),
    ].filter((image) => image !== undefined);
    if (images.length > 0 && images.every((image) => (0, registry_1.registryOf)(image) !== server))
        report.warning(path, 'registry-unused', `no image of this file comes from ${server}`, `name images with it, such as ${server}/portsip/pbx:22`);
};
exports.registry = registry;

/***/ }),

/***/ 6541:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/rules/report.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.entries = entries;
/** The servers that are mappings, with their index in the list. */
function entries(file) {
    return (file.servers ?? []).flatMap((server, index) => server ? [{ ...server, index, called: server.name ?? `server ${index + 1}` }] : []);
}

/***/ }),

/***/ 3800:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/restart.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.maxUnavailable = exports.maintenanceWindow = void 0;
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
const roles_1 = __nccwpck_require__(801);
const suggest_1 = __nccwpck_require__(3821);
const time_zone_1 = __nccwpck_require__(7069);
const report_1 = __nccwpck_require__(6541);
/** A window that opens, in a time zone that exists, long enough for calls to end. */
const maintenanceWindow = (file, report) => {
    const { window, drain_timeout: drain = '30m' } = file.restart ?? {};
    if (!window)
        return;
    const { from, to, timezone } = window;
    const at = ['restart', 'window'];
    if (from !== undefined && from === to) {
        report.error([...at, 'to'], 'window-never-opens', `the window closes at ${to}, the moment it opens`, 'a later time, or delete the window to restart at any time');
    }
    else if (from !== undefined && to !== undefined) {
        const lasts = (minutes(to) - minutes(from) + 1440) % 1440;
        if ((0, duration_1.it.parseDuration)(drain) >= lasts * 60) {
            report.warning([...at, 'to'], 'window-too-short', `the window lasts ${(0, duration_1.it.formatDuration)(lasts * 60)}, and calls may take ${drain} to end: a server may not be restarted before it closes`, 'a longer window, or a shorter drain_timeout');
        }
    }
    if (timezone !== undefined && !(0, time_zone_1.isTimeZone)(timezone)) {
        const guess = (0, suggest_1.closest)(timezone, Intl.supportedValuesOf('timeZone'));
        report.error([...at, 'timezone'], 'unknown-time-zone', `there is no time zone ${timezone}`, guess ? `did you mean ${guess}?` : 'an IANA name such as Asia/Shanghai or Europe/Berlin');
    }
};
exports.maintenanceWindow = maintenanceWindow;
/** Not all servers of a role at once. */
const maxUnavailable = (file, report) => {
    const limit = file.restart?.max_unavailable;
    if (limit === undefined)
        return;
    for (const role of roles_1.ROLE_NAMES) {
        const count = (0, report_1.entries)(file).filter((server) => server.role === role && server.enabled !== false).length;
        // A role with one server is down while that one restarts, whatever is written here.
        if (count > 1 && limit >= count) {
            report.warning(['restart', 'max_unavailable'], 'all-unavailable', `all ${count} ${roles_1.ROLES[role].label}s may be down at the same time`, `${count - 1} at most`);
        }
    }
};
exports.maxUnavailable = maxUnavailable;
function minutes(time) {
    const [hour, minute] = time.split(':').map(Number);
    return hour * 60 + minute;
}

/***/ }),

/***/ 9249:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/sbc.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sbc = void 0;
const roles_1 = __nccwpck_require__(801);
const report_1 = __nccwpck_require__(6541);
/** What the section for session border controllers says that does not go together. */
const sbc = (file, report) => {
    const { drain, transports, web_domain: domain } = file.sbc ?? {};
    if (drain?.command !== undefined && drain.pause !== undefined)
        report.error(['sbc', 'drain', 'pause'], 'command-or-pause', 'sbc.drain has a command and a pause: one of them leads callers away, the command without a person', 'keep one of the two');
    const seen = new Map();
    transports?.forEach((transport, index) => {
        if (transport?.protocol === undefined || transport.port === undefined)
            return;
        // UDP and TCP have ports of their own; TLS is on TCP.
        const key = `${transport.protocol === 'UDP' ? 'UDP' : 'TCP'} ${transport.port}`;
        if (seen.has(key))
            report.error(['sbc', 'transports', index, 'port'], 'duplicate-port', `${key} is the port of another transport already`, 'a port of its own for each');
        seen.set(key, index);
    });
    const first = (0, report_1.entries)(file).find(({ role }) => role !== undefined && (0, roles_1.isOutside)(role));
    if (first && domain === undefined)
        report.warning(['servers', first.index], 'no-web-domain', 'without sbc.web_domain neither the name that callers use nor the certificate for it can be checked', 'add sbc: and below it web_domain: with that name');
};
exports.sbc = sbc;

/***/ }),

/***/ 9567:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/servers.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.serving = exports.servers = void 0;
const paths_1 = __nccwpck_require__(7731);
const roles_1 = __nccwpck_require__(801);
const report_1 = __nccwpck_require__(6541);
const ADVISED_CALL_SESSIONS = 5000;
/** What belongs to one server. */
const servers = (file, report) => {
    for (const { role, enabled, max_call_sessions: sessions, chat_files: chatFiles, data_path: dataPath, index, } of (0, report_1.entries)(file)) {
        if (sessions !== undefined && sessions > ADVISED_CALL_SESSIONS) {
            report.warning(['servers', index, 'max_call_sessions'], 'many-call-sessions', `PortSIP advises against more than ${ADVISED_CALL_SESSIONS} call sessions on a media server`, 'add media servers instead');
        }
        const data = dataPath ?? file.data_path ?? '/var/lib/portsip';
        if (chatFiles !== undefined && (0, paths_1.plainPath)(chatFiles) === (0, paths_1.plainPath)(data)) {
            report.error(['servers', index, 'chat_files'], 'chat-files-in-data-path', 'chat_files is the data_path itself, which the IM server refuses', 'another folder that exists on the host, or delete the line');
        }
        if (enabled === false && role !== undefined && !(0, roles_1.isListed)(role)) {
            report.error(['servers', index, 'enabled'], 'cannot-disable', `the PBX has no switch to disable its ${roles_1.ROLES[role].label}`, 'delete the line, or the server');
        }
    }
};
exports.servers = servers;
/** A role that nobody would serve. */
const serving = (file, report) => {
    if (file.servers?.length === 0) {
        report.warning(['servers'], 'no-servers', 'the cluster has no servers: those that were set up from this file would all be removed', 'add servers, if that is not what you mean');
    }
    if (file.built_in_servers === 'keep')
        return;
    for (const role of roles_1.LISTED_ROLES) {
        const ofRole = (0, report_1.entries)(file).filter((server) => server.role === role);
        const [first] = ofRole;
        if (first && ofRole.every(({ enabled }) => enabled === false)) {
            report.warning(['servers', first.index, 'enabled'], 'none-enabled', `every ${roles_1.ROLES[role].label} is disabled, and so is the PBX's built-in one`, 'enable one, or: built_in_servers: keep');
        }
    }
};
exports.serving = serving;

/***/ }),

/***/ 4802:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/rules/trusted-networks.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.trustedNetworks = void 0;
const addresses_1 = __nccwpck_require__(1075);
const report_1 = __nccwpck_require__(6541);
/** Networks that the firewall trusts: each says what it means, covers servers, and together they cover all. */
const trustedNetworks = (file, report) => {
    const trust = file.firewall?.trust;
    if (!Array.isArray(trust))
        return;
    const networks = trust
        .slice(0, 256)
        .flatMap((cidr, index) => (cidr === undefined ? [] : [{ cidr, path: ['firewall', 'trust', index] }]));
    const servers = (0, report_1.entries)(file).flatMap(({ private_ip, public_ip, index, called }) => {
        const address = private_ip ?? public_ip;
        return address === undefined
            ? []
            : [{ address, called, path: ['servers', index, private_ip === undefined ? 'public_ip' : 'private_ip'] }];
    });
    networks.forEach(({ cidr, path }, at) => {
        const right = (0, addresses_1.networkOf)(cidr);
        if (cidr.endsWith('/0')) {
            report.error(path, 'trusts-everyone', `${cidr} is the whole Internet: the main server's firewall would let everybody in`, "the servers' own network, or: trust: servers");
            return;
        }
        if (address(right) !== (0, addresses_1.normalise)(address(cidr))) {
            report.error(path, 'host-bits', `${cidr} is an address inside a network, not the network`, `${right} for the whole network, ${hostOf(cidr)} for this one machine`);
        }
        if ((0, addresses_1.kindOf)(address(right)) === 'public' && prefix(cidr) < (cidr.includes(':') ? 48 : 24)) {
            report.warning(path, 'wide-network', `${cidr} is a large public network, all of which could reach every port of the main server`, "the servers' own network, or: trust: servers");
        }
        for (const other of networks.slice(0, at)) {
            if (other.cidr === cidr)
                continue; // the schema says that it is listed twice
            if ((0, addresses_1.covers)(other.cidr, cidr))
                report.warning(path, 'overlapping-networks', `${cidr} lies in ${other.cidr}${report.line(other.path)} already`, 'delete it');
            else if ((0, addresses_1.covers)(cidr, other.cidr))
                report.warning(path, 'overlapping-networks', `${other.cidr}${report.line(other.path)} lies in ${cidr}`, `delete ${other.cidr}`);
        }
        if (servers.length > 0 && !servers.some(({ address }) => (0, addresses_1.covers)(cidr, address))) {
            report.error(path, 'covers-nothing', `no server's address is in ${cidr}`, 'correct it, or delete it');
        }
    });
    // With networks missing from the list one cannot tell.
    if (networks.length === 0 || networks.length !== trust.length)
        return;
    for (const { address, called, path } of servers) {
        if (!networks.some(({ cidr }) => (0, addresses_1.covers)(cidr, address))) {
            report.error(path, 'not-trusted', `no network in firewall.trust holds ${address}: the main server's firewall would keep ${called} out`, `add ${(0, addresses_1.normalise)(address)}/${address.includes(':') ? 128 : 32} or its network to firewall.trust, or: trust: servers`);
        }
    }
};
exports.trustedNetworks = trustedNetworks;
function prefix(cidr) {
    return Number(cidr.split('/')[1]);
}
function address(cidr) {
    const [before = ''] = cidr.split('/');
    return before;
}
function hostOf(cidr) {
    return `${address(cidr)}/${cidr.includes(':') ? 128 : 32}`;
}

/***/ }),

/***/ 5955:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/sbc-settings.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DEFAULT_GRACE = exports.SBC_TRANSPORTS = void 0;
exports.buildSbc = buildSbc;
const duration_1 = { get it() { return (__nccwpck_require__(6060).duration); } };
/*
 * What the cluster file says of all session border controllers together: the PBX's settings of them, and how one is taken from
 * callers before it is stopped.
 */
exports.SBC_TRANSPORTS = ['UDP', 'TCP', 'TLS'];
exports.DEFAULT_GRACE = '5m';
function buildSbc({ web_domain, http_port, https_port, transports, drain }) {
    return {
        portal: {
            ...(web_domain !== undefined && { domain: web_domain.toLowerCase() }),
            ...(http_port !== undefined && { httpPort: http_port }),
            ...(https_port !== undefined && { httpsPort: https_port }),
            ...(transports && { transports: transports.map(({ protocol, port }) => ({ protocol, port })) }),
        },
        ...(drain && {
            drain: {
                ...(drain.command !== undefined && { command: drain.command }),
                pauseSeconds: drain.pause === undefined ? 0 : (0, duration_1.it.parseDuration)(drain.pause),
                graceSeconds: (0, duration_1.it.parseDuration)(drain.grace ?? exports.DEFAULT_GRACE),
            },
        }),
    };
}

/***/ }),

/***/ 2848:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/scripts-folder.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.scriptsFolder = scriptsFolder;
exports.neededScripts = neededScripts;
exports.readScriptsFolder = readScriptsFolder;
exports.checkScripts = checkScripts;
exports.syntaxOf = syntaxOf;
const node_child_process_1 = { get it() { return __nccwpck_require__(1421); } };
const node_fs_1 = __nccwpck_require__(3024);
const promises_1 = { get it() { return __nccwpck_require__(1455); } };
const node_path_1 = __nccwpck_require__(6760);
const plain_file_1 = { get it() { return (__nccwpck_require__(7426)["plain-file"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const control_scripts_1 = __nccwpck_require__(2871);
const roles_1 = __nccwpck_require__(801);
/** The folder that a cluster file names, as a path from where that file is. */
function scriptsFolder(clusterFile, folder) {
    return (0, node_path_1.join)((0, node_path_1.dirname)(clusterFile), folder);
}
/** What a cluster with servers of these roles is run by. */
function neededScripts({ servers, prepare }) {
    const needed = new Map([['pbx_ctl.sh', ['the PBX']]]);
    if (prepare?.docker === 'vendor')
        needed.set('install_docker.sh', ['prepare.docker']);
    for (const { name, role } of servers) {
        const { file } = roles_1.ROLES[role].script;
        needed.set(file, [...(needed.get(file) ?? []), name]);
    }
    return needed;
}
/** Reads the folder and checks each of its scripts, with all that is wrong at once. Never throws. */
async function readScriptsFolder(path, needed, clusterFile) {
    const about = (code, message, cure) => {
        const { file, line, column } = clusterFile;
        return { file, line, column, severity: 'error', code, message, cure };
    };
    let names;
    try {
        names = await scriptNames(path);
    }
    catch (error) {
        return { files: [], problems: [about('scripts-folder', `${path} ${unreadable(error)}`, FILL)] };
    }
    if (names.length > control_scripts_1.MOST_SCRIPTS)
        return {
            files: [],
            problems: [about('scripts-folder', `${path} holds more than ${control_scripts_1.MOST_SCRIPTS} scripts`, "name PortSIP's folder")],
        };
    const checked = await checkScripts(names.map((name) => [name, () => readBytes((0, node_path_1.join)(path, name))]), path);
    const missing = (0, control_scripts_1.missingScripts)(path, names, needed).map((message) => about('script-missing', message, FILL));
    return { files: checked.files, problems: [...missing, ...checked.problems] };
}
/** Checks scripts, wherever they are read from, with all that is wrong at once. `folder`: what they are told to be in. Never throws. */
async function checkScripts(given, folder) {
    const all = await Promise.all(given.map(async ([name, read]) => [name, await checked(name, read)]));
    return {
        files: all.flatMap(([, one]) => ('script' in one ? one.script : [])),
        problems: all.flatMap(([name, one]) => ('faults' in one ? one.faults : []).map(({ line, code, message, cure }) => {
            return { file: (0, node_path_1.join)(folder, name), line, column: 1, severity: 'error', code, message, cure };
        })),
    };
}
const FILL = 'fill it: portsip-cluster scripts fetch FROM';
async function scriptNames(path) {
    const names = [];
    for await (const { name } of await (0, promises_1.it.opendir)(path))
        if ((0, control_scripts_1.isScriptName)(name))
            names.push(name);
    return names.sort();
}
function unreadable(error) {
    if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
        return 'is not there';
    return (0, unknown_1.it.codeOf)(error) === 'ENOTDIR' ? 'is not a folder' : `cannot be read (${(0, unknown_1.it.codeOf)(error) ?? 'unknown'})`;
}
async function checked(name, read) {
    let bytes;
    try {
        bytes = await read();
    }
    catch (error) {
        const why = (0, plain_file_1.it.isLink)(error) ? plain_file_1.it.A_LINK : `it cannot be read (${(0, unknown_1.it.codeOf)(error) ?? 'unknown'})`;
        return { faults: [{ line: 1, code: 'script-unreadable', message: why, cure: 'put the file itself there' }] };
    }
    const found = (0, control_scripts_1.readScript)(name, bytes);
    if ('faults' in found)
        return found;
    const said = await syntaxOf(found.script);
    if (said === undefined)
        return found;
    const cure = 'fetch it again, as half of it may be missing: portsip-cluster scripts fetch';
    return { faults: [{ line: said.line, code: 'script-syntax', message: said.message, cure }] };
}
/** One byte more than a script may have tells that it is too large. */
async function readBytes(path) {
    const file = await (0, plain_file_1.it.openPlain)(path, node_fs_1.constants.O_RDONLY | node_fs_1.constants.O_NONBLOCK);
    try {
        const buffer = Buffer.alloc(control_scripts_1.MOST_SCRIPT_BYTES + 1);
        let length = 0;
        for (;;) {
            const { bytesRead } = await file.read(buffer, length, buffer.length - length);
            length += bytesRead;
            if (bytesRead === 0 || length === buffer.length)
                return buffer.subarray(0, length);
        }
    }
    finally {
        await file.close();
    }
}
/**
 * What its own shell says of its syntax, none of it being run; undefined: nothing, or there is no such shell on this machine. Hosts
 * are asked once more, before it is put there.
 */
async function syntaxOf({ text, shell, }) {
    const said = await new Promise((resolve) => {
        const child = (0, node_child_process_1.it.execFile)(SHELLS[shell], ['-n'], { env: {}, timeout: 10_000 }, (error, _, stderr) => {
            resolve(error && typeof error.code === 'number' ? stderr : undefined);
        });
        child.stdin?.on('error', () => undefined).end(text);
    });
    if (said === undefined)
        return undefined;
    const [first = ''] = said.split('\n');
    const [, line = '1', what = ''] = /(?:line )?(\d+): *(.*)$/.exec(first) ?? [];
    return { line: Number(line), message: `${shell} -n refuses it: ${what || first || 'it does not say why'}` };
}
const SHELLS = { sh: '/bin/sh', bash: '/bin/bash' };

/***/ }),

/***/ 6119:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/select.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.selectServers = selectServers;
const suggest_1 = __nccwpck_require__(3821);
const fault_1 = __nccwpck_require__(3891);
const roles_1 = __nccwpck_require__(801);
const types_1 = __nccwpck_require__(9058);
/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
function selectServers(cluster, selectors) {
    const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
    if (wanted.size === 0)
        return [...cluster.servers];
    const names = cluster.servers.map(({ name }) => name);
    const unknown = [...wanted].filter((selector) => !names.includes(selector) && !(0, roles_1.isRole)(selector));
    if (unknown.length > 0)
        throw new types_1.InputError(unknown.map((selector) => explain(selector, names)).join('\n'));
    return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}
function explain(selector, names) {
    const guess = (0, suggest_1.closest)(selector, [...names, ...roles_1.ROLE_NAMES]);
    const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${roles_1.ROLE_NAMES.join(', ')}.`;
    return `No server and no role is called "${(0, fault_1.printable)(selector)}". ${hint}`;
}
function list(names) {
    if (names.length === 0)
        return 'none';
    return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
}

/***/ }),

/***/ 1334:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/shape.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.checkShape = checkShape;
exports.labelOf = labelOf;
const cluster_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(6349)); } };
const fault_1 = __nccwpck_require__(3891);
const roles_1 = __nccwpck_require__(801);
const suggest_1 = __nccwpck_require__(3821);
const is_valid_1 = { get it() { return __importDefault(__nccwpck_require__(9247)); } };
const validator_1 = { get it() { return __importDefault(__nccwpck_require__(9118)); } };
const mistakes_1 = __nccwpck_require__(338);
// Ajv's generated code has no types. That a file which it passes is whole is what the schema says. It is loaded when it is called.
const validator = () => validator_1.it.default;
// The same without a word about what is wrong: a fraction of the code, and all that most runs need.
const isValid = (root) => is_valid_1.it.default(root);
/** Checks the file against the schema. `usable` is what is left of it without what is wrong, `whole` all when nothing is. */
function checkShape(file) {
    const root = file.value;
    if (isValid(root))
        return { faults: [], usable: root, whole: root };
    const validate = validator();
    if (validate(root))
        return { faults: [], usable: root, whole: root };
    const errors = (validate.errors ?? []).map((error) => ({ error, path: pathOf(error) }));
    const version = errors.find(({ path }) => path.length === 1 && path[0] === 'version');
    // What another version of the format means by its fields is not known.
    const relevant = version && isNewer(valueAt(root, ['version'])) ? [version] : errors;
    const faults = new Map();
    // A value of the wrong type also fails its pattern: what is said first is enough.
    const order = [...relevant].sort((a, b) => Number(b.error.keyword === 'type') - Number(a.error.keyword === 'type'));
    for (const { error, path } of order) {
        const fault = explain(error, path, file);
        const id = JSON.stringify([path, error.keyword === 'required' ? error.params : '']);
        if (fault && !faults.has(id))
            faults.set(id, fault);
    }
    const wrong = errors.filter(({ error }) => !['required', 'if', 'anyOf', 'minItems', 'maxItems', 'uniqueItems'].includes(error.keyword));
    return {
        faults: [...faults.values()],
        usable: without(root, wrong.map(({ path }) => path)),
    };
}
function explain(error, path, file) {
    // Ajv types what it says about an error loosely: what it holds goes by the keyword.
    const part = error.parentSchema;
    const value = valueAt(file.value, path);
    const label = labelOf(path, file.value);
    const here = (code, message, cure, on = 'value') => ({
        ...file.at(path, on),
        severity: 'error',
        code,
        message,
        ...(cure && { cure }),
    });
    const cannotBe = `${label} cannot be ${(0, fault_1.show)(value)}`;
    if (value === null && path.length > 0) {
        return here('empty-field', `${label} has no value`, 'fill it in, or delete the line', 'key');
    }
    switch (error.keyword) {
        case 'required': {
            // One of the two branches of "private_ip or public_ip", said once below.
            if (error.schemaPath.includes('/anyOf/'))
                return undefined;
            const { missingProperty } = error.params;
            const owner = path.length === 0 ? 'the cluster file' : label;
            return here('missing-field', `${owner} has no ${missingProperty}`, exampleOf(missingProperty, part), 'key');
        }
        case 'anyOf':
            return here('missing-field', `${label} has neither a private_ip nor a public_ip`, 'add a line such as "private_ip: 192.168.1.21"', 'key');
        case 'if':
            return undefined;
        case 'additionalProperties':
            return unknownField(path, part, file);
        case 'false schema':
            return here('field-not-for-role', ...notForRole(path, file), 'key');
        case 'type':
            if (typeof value === 'number' && looseCure(path, value))
                return here('wrong-type', cannotBe, looseCure(path, value));
            if (path.length === 0)
                return here('wrong-type', `the file is ${(0, fault_1.show)(value)}`, 'it begins with "version: 1"; examples/cluster.yaml shows a whole file');
            return here('wrong-type', cannotBe, typeCure(part, value));
        case 'const':
            return versionFault(value, here);
        case 'enum':
            return here('unknown-value', cannotBe, enumCure(value, error.schema));
        case 'minItems':
            return here('empty-list', `${label} is empty`, part.errorMessage ?? part.patternErrorMessage);
        case 'maxItems':
            return here('too-many', `${label} has more than ${error.schema} entries`, 'is it the right file?');
        case 'uniqueItems':
            return here('listed-twice', `${label} has an entry twice`, 'delete one of the two');
        case 'minimum':
        case 'maximum': {
            const { minimum, maximum } = part;
            return here('out-of-range', cannotBe, `a whole number from ${minimum} to ${maximum}`);
        }
        default:
            return here('bad-value', withLookAlike(cannotBe, value), looseCure(path, value) ?? part.patternErrorMessage ?? `at most ${String(error.schema)} characters`);
    }
}
/** A number where its unit or its name is missing */
function looseCure(path, value) {
    if ((typeof value !== 'number' && typeof value !== 'string') || !/^\d+(\.\d+)*$/.test(String(value)))
        return undefined;
    const field = String(path.at(-1));
    if (field === 'drain_timeout')
        return `with its unit: ${value}m for minutes, ${value}s for seconds`;
    if (field === 'image')
        return `the name of the image as well: portsip/pbx:${value}`;
    return field === 'clickhouse_image' ? `the name of the image as well: portsip/clickhouse:${value}` : undefined;
}
function withLookAlike(message, value) {
    const found = typeof value === 'string' ? (0, mistakes_1.lookAlike)(value) : undefined;
    return found === undefined ? message : `${message}: ${found}`;
}
function unknownField(path, part, file) {
    const field = String(path.at(-1));
    const fields = Object.keys(part.properties ?? {});
    const owner = labelOf(path.slice(0, -1), file.value);
    const guess = FIELD_SYNONYMS[field] && fields.includes(FIELD_SYNONYMS[field]) ? FIELD_SYNONYMS[field] : (0, suggest_1.closest)(field, fields);
    return {
        ...file.at(path, 'key'),
        severity: 'error',
        code: 'unknown-field',
        message: withLookAlike(`${owner || 'the cluster file'} has no field ${(0, fault_1.show)(field)}`, field),
        cure: (0, mistakes_1.secretField)(path.length === 1 ? '' : ownerOf(path), field) ??
            serverField(path, field) ??
            (0, suggest_1.didYouMean)(field, fields, guess),
    };
}
const ownerOf = (path) => String(path.findLast((part, index) => index < path.length - 1 && typeof part === 'string'));
/** A field of a server that stands at the top of the file */
function serverField(path, field) {
    if (path.length > 1 || !Object.hasOwn(cluster_schema_json_1.it.default.definitions.server.properties, field))
        return undefined;
    return `${field} belongs to an entry of servers, below its "- name: …" and indented like it`;
}
/** Words of people who know other tools. */
const FIELD_SYNONYMS = Object.assign(Object.create(null), {
    ip: 'private_ip',
    address: 'private_ip',
    type: 'role',
    jump: 'jump_host',
    bastion: 'jump_host',
    max_concurrency: 'max_call_sessions',
    tz: 'timezone',
});
function notForRole(path, file) {
    const field = String(path.at(-1));
    const role = valueAt(file.value, [...path.slice(0, -1), 'role']);
    const allowed = roles_1.ROLE_NAMES.filter((name) => !forbidden(name).includes(field));
    const server = typeof role === 'string' && (0, roles_1.isRole)(role) ? roles_1.ROLES[role].label : 'server';
    const owners = allowed.map((name) => roles_1.ROLES[name].label);
    const why = field === 'public_ip'
        ? 'the PBX keeps one address of it'
        : `it is for ${owners.length > 1 ? `${owners.slice(0, -1).join(', ')} and ${owners.at(-1)}` : `a ${owners[0]}`}`;
    const article = /^[aeiou]/i.test(server) ? 'an' : 'a';
    return [`${article} ${server} has no ${field}: ${why}`, 'delete the line, or correct the role'];
}
function forbidden(role) {
    return cluster_schema_json_1.it.default.definitions.server.allOf.flatMap(({ if: condition, then }) => condition.properties.role.enum.includes(role) ? Object.keys(('properties' in then && then.properties) || {}) : []);
}
function versionFault(value, here) {
    if (isNewer(value)) {
        return here('unknown-version', `the file has version ${(0, fault_1.show)(value)}: it is made for a newer release`, 'update PortSIP Cluster Actions; this release reads version 1');
    }
    return here('unknown-version', `version cannot be ${(0, fault_1.show)(value)}`, 'version: 1');
}
function isNewer(value) {
    return typeof value === 'number' && value > 1;
}
function enumCure(value, allowed) {
    if (typeof value !== 'string')
        return `one of ${allowed.join(', ')}`;
    const roles = allowed.every(roles_1.isRole) ? otherNames() : new Map();
    const alias = (0, suggest_1.closest)(value, [...roles.keys()]);
    return (0, suggest_1.didYouMean)(value, allowed, (0, suggest_1.closest)(value, allowed) ?? (alias && roles.get(alias)));
}
/** What else PortSIP calls a role: its service, container, portal page. */
function otherNames() {
    return new Map(roles_1.ROLE_NAMES.flatMap((role) => {
        const { label, service, container, portal, aliases = [] } = roles_1.ROLES[role];
        return [
            label,
            service,
            service.replace('-only', ''),
            service.replace('-server-only', ''),
            container.replace('portsip.', ''),
            ...(portal.kind === 'collection' ? [portal.collection] : []),
            ...aliases,
        ].map((name) => [name, role]);
    }));
}
function typeCure(part, value) {
    if (part.patternErrorMessage) {
        return typeof value === 'number' || typeof value === 'boolean'
            ? `${part.patternErrorMessage}; text that looks like a number or true needs quotes`
            : part.patternErrorMessage;
    }
    switch (part.type) {
        case 'object':
            return 'a mapping: fields below it, indented by two spaces';
        case 'array':
            return part.errorMessage ?? 'a list: lines below it that begin with "- "';
        case 'boolean':
            return 'true or false, without quotes';
        case 'integer':
            return 'a whole number, without quotes';
        default:
            return 'a text';
    }
}
function exampleOf(field, part) {
    // A condition on the role knows no examples; the server's fields do.
    const properties = part.properties ?? cluster_schema_json_1.it.default.definitions.server.properties;
    const example = properties?.[field]?.examples?.[0];
    return typeof example === 'string' || typeof example === 'number'
        ? `add a line such as "${field}: ${example}"`
        : `add ${field}: and what belongs to it`;
}
/** `private_ip of media-server-1`, `restart.window.from`; empty for the whole file */
function labelOf(path, root) {
    const last = path.at(-1);
    if (typeof last === 'number' && path.length !== 2)
        return `entry ${last + 1} of ${labelOf(path.slice(0, -1), root)}`;
    if (path[0] !== 'servers' || path.length < 2)
        return (0, fault_1.printable)(path.join('.'));
    const name = valueAt(root, [...path.slice(0, 2), 'name']);
    const server = typeof name === 'string' && name !== '' ? (0, fault_1.printable)(name) : `server ${Number(path[1]) + 1}`;
    return path.length === 2 ? server : `${(0, fault_1.printable)(path.slice(2).join('.'))} of ${server}`;
}
function pathOf(error) {
    const path = error.instancePath
        .split('/')
        .slice(1)
        .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    if (error.keyword !== 'additionalProperties')
        return path;
    return [...path, error.params.additionalProperty];
}
function valueAt(root, path) {
    return path.reduce((value, part) => typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined, root);
}
/** A copy of `root` without the values at `paths`; entries of lists become undefined, so that the others keep their index. */
function without(root, paths) {
    const dropped = new Set(paths.map((path) => JSON.stringify(path)));
    const copy = (value, path) => {
        if (dropped.has(JSON.stringify(path)))
            return undefined;
        if (Array.isArray(value))
            return value.map((item, index) => copy(item, [...path, index]));
        if (typeof value !== 'object' || value === null)
            return value;
        const result = Object.create(null);
        for (const [key, inner] of Object.entries(value)) {
            const kept = copy(inner, [...path, key]);
            if (kept !== undefined)
                result[key] = kept;
        }
        return result;
    };
    return copy(root, []) ?? {};
}

/***/ }),

/***/ 6905:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/shared-file.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sharedPath = sharedPath;
exports.readShared = readShared;
const node_fs_1 = __nccwpck_require__(3024);
const node_path_1 = __nccwpck_require__(6760);
const plain_file_1 = { get it() { return (__nccwpck_require__(7426)["plain-file"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(7426).unknown); } };
const merge_1 = __nccwpck_require__(7531);
const types_1 = __nccwpck_require__(9058);
/** The path of the file that a cluster file shares settings with, from where its own is from; undefined: it names none. */
function sharedPath(own, clusterFile) {
    const path = (0, merge_1.extendsOf)(own);
    return path === undefined ? undefined : (0, node_path_1.join)((0, node_path_1.dirname)(clusterFile), path);
}
/** That file of this checkout. It is one of the repository, and no link leads to it. undefined: the cluster file names none. */
function readShared(own, clusterFile, read) {
    const file = sharedPath(own, clusterFile);
    if (file === undefined)
        return undefined;
    const refused = (why, cure) => ({ file, why, cure });
    try {
        const folder = (0, node_fs_1.realpathSync)((0, node_path_1.dirname)(clusterFile));
        const meant = (0, node_path_1.resolve)(folder, (0, node_path_1.relative)((0, node_path_1.dirname)(clusterFile), file));
        const top = repositoryOf(folder);
        if (!isBelow(top, meant))
            return refused('it is outside of the repository', 'put it into the repository');
        if ((0, node_fs_1.realpathSync)(meant) !== meant)
            return refused(plain_file_1.it.A_LINK, 'put the file itself there');
        return { file, text: read(file) };
    }
    catch (error) {
        const problem = error instanceof types_1.ClusterFileError ? error.problems[0] : undefined;
        if (problem)
            return refused(problem.message, problem.cure ?? '');
        if ((0, plain_file_1.it.isLink)(error))
            return refused(plain_file_1.it.A_LINK, 'put the file itself there');
        const code = (0, unknown_1.it.codeOf)(error);
        return code === 'ENOENT' || code === 'ENOTDIR'
            ? refused('there is no such file', 'correct the path, which is relative to this file')
            : refused(code ?? 'unknown', 'correct the path, which is relative to this file');
    }
}
/** The top of the checkout that a folder is in; without one, the working folder or, outside of that, the folder itself. */
function repositoryOf(folder) {
    for (let at = folder;; at = (0, node_path_1.dirname)(at)) {
        if ((0, node_fs_1.existsSync)((0, node_path_1.join)(at, '.git')))
            return at;
        if ((0, node_path_1.dirname)(at) === at)
            break;
    }
    const here = (0, node_fs_1.realpathSync)('.');
    return folder === here || isBelow(here, folder) ? here : folder;
}
/** Of two real paths */
function isBelow(folder, path) {
    return path.startsWith(folder.endsWith(node_path_1.sep) ? folder : folder + node_path_1.sep);
}

/***/ }),

/***/ 3821:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/suggest.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.closest = closest;
exports.didYouMean = didYouMean;
const fastest_levenshtein_1 = { get it() { return (__nccwpck_require__(8227)["fastest-levenshtein"]); } };
/** The candidate that was probably meant: `private-ip`, `privateIp` and `privat_ip` are private_ip. */
function closest(word, candidates) {
    const wanted = fold(word.slice(0, 64));
    let best;
    for (const candidate of candidates) {
        const folded = fold(candidate);
        const score = startsAlike(wanted, folded) ? 0.5 : (0, fastest_levenshtein_1.it.distance)(wanted, folded);
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

/***/ }),

/***/ 5328:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/syntax.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.inWords = inWords;
const fault_1 = __nccwpck_require__(3891);
/** What is wrong with the YAML and what would be right, in words of a person who edits a file and knows no parser. */
function inWords(slips, hasLongQuote, lastQuote, text) {
    if (slips.length > 0 && hasLongQuote)
        return [{ offset: lastQuote, ...UNCLOSED }];
    const tabs = slips.filter(({ code }) => code === 'TAB_AS_INDENT');
    const offsets = (code) => new Set(slips.filter((slip) => slip.code === code).map(({ pos }) => pos[0]));
    const multiline = offsets('MULTILINE_IMPLICIT_KEY');
    const nested = offsets('BLOCK_AS_IMPLICIT_KEY');
    // A tab breaks what follows it.
    const heard = slips.filter((slip) => slip.code === 'TAB_AS_INDENT' || !tabs[0] || slip.pos[0] < tabs[0].pos[0]);
    return heard.flatMap((slip) => {
        const offset = slip.pos[0];
        if (multiline.has(offset) && nested.has(offset)) {
            if (slip.code === 'MULTILINE_IMPLICIT_KEY')
                return [];
            return [
                {
                    offset,
                    message: 'the line below is indented deeper than this one, which has a value already',
                    cure: SAME_INDENT,
                },
            ];
        }
        if (slip.code === 'MISSING_CHAR' && slip.message.startsWith('Missing closing')) {
            return [{ offset: lastQuote, ...UNCLOSED }];
        }
        if (slip.code === 'TAB_AS_INDENT') {
            if (slip !== tabs[0])
                return [];
            const more = tabs.length > 1 ? `, and in ${tabs.length - 1} more ${tabs.length === 2 ? 'place' : 'places'}` : '';
            return [{ offset, message: `a tab is used for indentation${more}`, cure: 'use spaces, two per level' }];
        }
        // The parser stumbles more than once over one thing; the other words say more.
        if (VAGUE.includes(slip.code) && slips.some(({ code, pos }) => !VAGUE.includes(code) && pos[0] === offset))
            return [];
        const image = imageWithSpace(lineAt(text, offset));
        if (slip.code === 'BLOCK_AS_IMPLICIT_KEY' && image !== undefined)
            return [{ offset, message: 'there is a space in the name of an image', cure: image }];
        const [message, cure] = words(slip, text.charAt(offset));
        return [{ offset, message, ...(cure && { cure }) }];
    });
}
const UNCLOSED = { message: 'a quote is opened here and not closed', cure: 'close it with the same quote' };
const lineAt = (text, offset) => text.slice(text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1).split('\n', 1)[0] ?? '';
/** `image: portsip/pbx: 22` as it is meant */
function imageWithSpace(line) {
    const [, name, version] = /^\s*(?:- )?\w*image\s*:\s+([\w./-]+):\s+([\w.-]+)\s*(?:#.*)?$/.exec(line) ?? [];
    return name === undefined ? undefined : (0, fault_1.printable)(`${name}:${version}`);
}
const VAGUE = ['UNEXPECTED_TOKEN', 'MULTILINE_IMPLICIT_KEY'];
const SAME_INDENT = 'indent entries that belong together by the same number of spaces';
/** `at`: the character that it is about */
function words({ code, message }, at) {
    if (/ end with a [}\]]$/.test(message))
        return ['a { or [ is opened above and not closed before this', 'close it with } or ]'];
    switch (code) {
        case 'BAD_INDENT':
            return ['the indentation is not that of the lines around it', SAME_INDENT];
        case 'TAG_RESOLVE_FAILED':
        case 'BAD_COLLECTION_TYPE':
            return ['YAML tags (!name) mean nothing here', 'delete the tag, or put the text in quotes'];
        case 'BLOCK_AS_IMPLICIT_KEY':
            return [
                'two mappings begin on one line',
                'put text with ": " in it in quotes, or begin the second on a line of its own',
            ];
        case 'MULTILINE_IMPLICIT_KEY':
            return ['a key goes over several lines', 'is there a ":" missing after the key?'];
        case 'MISSING_CHAR':
            return ['this line is no "key: value"', 'is there a ":" missing after the key, or a space after ":" or "-"?'];
        case 'BAD_SCALAR_START':
            return [`a text cannot begin with ${(0, fault_1.printable)(at)}`, 'put the text in quotes'];
        case 'BAD_ALIAS':
        case 'ALIAS_PROPS':
        case 'BAD_PROP_ORDER':
        case 'MULTIPLE_ANCHORS':
        case 'MULTIPLE_TAGS':
            return ['&, * and ! at the beginning of a text mean something to YAML', 'put the text in quotes'];
        case 'BAD_DQ_ESCAPE':
            return ['a \\ in a text between " begins what YAML does not know', "put the text between ' instead"];
        case 'BLOCK_IN_FLOW':
            return [
                'a line with "- " or "key:" of its own stands within { } or [ ]',
                'put commas between, or do without the brackets',
            ];
        case 'DUPLICATE_KEY':
            return ['the same key stands here twice', 'keep one of them'];
        case 'UNEXPECTED_TOKEN':
            return [
                'what stands here cannot follow what is before it',
                'is it indented as the lines around it, and the text with special characters in quotes?',
            ];
        default:
            return ['this is not YAML', 'is it the right file?'];
    }
}

/***/ }),

/***/ 7069:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cluster/time-zone.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isTimeZone = isTimeZone;
/** Whether there is such a time zone, `Asia/Shanghai` or an older name of it. */
function isTimeZone(name) {
    // To make a formatter is the whole test, but the first one takes as long as everything else that is done to a file.
    return Intl.supportedValuesOf('timeZone').includes(name) || isKnown(name);
}
function isKnown(timeZone) {
    try {
        new Intl.DateTimeFormat('en-US', { timeZone });
        return true;
    }
    catch {
        return false;
    }
}

/***/ }),

/***/ 9058:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/types.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ClusterFileError = exports.InputError = void 0;
exports.formatProblem = formatProblem;
var input_error_1 = { get it() { return (__nccwpck_require__(7426)["input-error"]); } };
Object.defineProperty(exports, "InputError", ({ enumerable: true, get: function () { return input_error_1.it.InputError; } }));
/** A cluster file that cannot be used: every problem of it at once. Exit code 2. */
class ClusterFileError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(formatProblem).join('\n'));
        this.problems = problems;
        this.name = 'ClusterFileError';
    }
}
exports.ClusterFileError = ClusterFileError;
/** `cluster.yaml:12:5: error: what is wrong: what would be right` */
function formatProblem(problem) {
    const { file, line, column, severity, message, cure } = problem;
    return `${file}:${line}:${column}: ${severity}: ${message}${cure ? ` — ${cure}` : ''}`;
}

/***/ }),

/***/ 8940:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cluster/yaml.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readYaml = readYaml;
const yaml_1 = { get it() { return __nccwpck_require__(3777); } };
const fault_1 = __nccwpck_require__(3891);
const mistakes_1 = __nccwpck_require__(338);
const syntax_1 = __nccwpck_require__(5328);
const decode_1 = __nccwpck_require__(8621);
/** Of the parser's stack, which takes two or three entries a level: its recursion must not exhaust ours. */
const MAX_STACK = 40;
/** Levels of values and length of keys; a cluster file has 4 and 20. */
const MAX_DEPTH = 12;
const MAX_KEY = 100;
/** Words and signs of the file; about a hundred times what 50 servers take. */
const MAX_LEXEMES = 250_000;
/** Values, each alias counted as often as it is used: stops files that grow without end when their aliases are filled in. */
const MAX_VALUES = 50_000;
/** Whether any line begins as one of a cluster file does */
const looksLikeOurs = (text) => /^\s*["']?(version|name|image|pbx|ssh|servers|private_ip|role|restart)["']?\s*:/m.test(text);
/** Nobody is helped by what makes a letter or a script no good YAML. */
function notOurs([first]) {
    return {
        line: first?.line ?? 1,
        column: first?.column ?? 1,
        severity: 'error',
        code: 'syntax',
        message: 'this is no cluster file: nothing in it is what one has, such as "version: 1" or "servers:"',
        cure: 'is it the right file?',
    };
}
/** Never throws, and takes no longer than the file's size allows. */
function readYaml(input) {
    const decoded = (0, decode_1.decode)(input);
    return 'fault' in decoded ? { faults: [decoded.fault] } : parse(decoded.text);
}
function parse(text) {
    const conflicts = (0, mistakes_1.conflictMarkers)(text);
    if (conflicts.length > 0)
        return { faults: conflicts.map((found) => ({ ...found, severity: 'error' })) };
    const lines = new decode_1.Lines(text);
    const { documents, cut, lastQuote, hasLongQuote } = compose(text);
    const reader = new Reader(lines);
    const slips = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    // Where reading was given up, everything after it looks broken.
    for (const { offset, message, cure } of (0, syntax_1.inWords)(slips.filter(({ pos }) => !cut || pos[0] < cut.offset), hasLongQuote, lastQuote, text)) {
        reader.fault(offset, 'syntax', message, cure);
    }
    if (reader.faults.length === 0 && cut)
        reader.fault(cut.offset, 'syntax', cut.message, 'is it the right file?');
    // One that only looks like a dash, a colon or a blank breaks what follows: that is what has to be said, for each.
    const odd = reader.faults.length > 0 ? (0, mistakes_1.oddSigns)(text) : [];
    if (odd.length > 0)
        return { faults: inTheirPlace(odd, reader.faults) };
    // An entry at the wrong place breaks what is around it: that is what has to be said, and once.
    const misplaced = reader.faults.length > 0 ? (0, mistakes_1.misplacedEntry)(text) : undefined;
    if (misplaced && reader.faults.some(({ line }) => line >= misplaced.line - 1))
        return { faults: inTheirPlace([misplaced], reader.faults) };
    if (reader.faults.length > 0)
        return { faults: cut || looksLikeOurs(text) ? reader.faults : [notOurs(reader.faults)] };
    const [document, second] = documents;
    if (second) {
        const start = second.contents?.range[0] ?? second.range[0];
        reader.fault(start, 'several-documents', 'a second YAML document begins here', 'keep one cluster per file, without a --- between');
        return { faults: reader.faults };
    }
    if (!document?.contents) {
        reader.fault(0, 'empty', 'the file has nothing in it', 'start with "version: 1"; examples/cluster.yaml shows a whole file');
        return { faults: reader.faults };
    }
    const value = reader.read(document.contents);
    const { faults, isBroken } = reader;
    return isBroken ? { faults } : { file: { value, at: reader.at }, faults };
}
/** What people did, for what the parser says of the line before the first of it and of all below. */
function inTheirPlace(found, faults) {
    const first = found[0]?.line ?? Infinity;
    return [
        ...faults.filter(({ line }) => line < first - 1),
        ...found.map((one) => ({ ...one, severity: 'error' })),
    ];
}
function compose(text) {
    const parser = new yaml_1.it.Parser();
    const tokens = [];
    let cut;
    let lexemes = 0;
    let lastQuote = 0;
    let longQuote;
    for (const lexeme of new yaml_1.it.Lexer().lex(text)) {
        if (/^["']/.test(lexeme))
            lastQuote = parser.offset;
        if (/^["'][^]*\n/.test(lexeme))
            longQuote ??= parser.offset;
        tokens.push(...parser.next(lexeme));
        lexemes += 1;
        if (parser.stack.length > MAX_STACK)
            cut = { offset: parser.offset, message: 'values are nested too deep here' };
        else if (lexemes > MAX_LEXEMES)
            cut = { offset: parser.offset, message: 'the file has too many values' };
        if (cut)
            break;
    }
    tokens.push(...parser.end());
    const composer = new yaml_1.it.Composer({
        schema: 'core',
        resolveKnownTags: false,
        // Keys are checked for uniqueness by us: the library compares each with each.
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
    });
    return {
        documents: [...composer.compose(tokens, true, text.length)],
        lastQuote: longQuote ?? lastQuote,
        hasLongQuote: longQuote !== undefined,
        ...(cut && { cut }),
    };
}
class Reader {
    lines;
    faults = [];
    /** The rest means nothing. Of a key that is given twice the first counts, so that everything else can be told at once. */
    isBroken = false;
    places = new Map();
    anchors = new Map();
    targets = new Map();
    open = new Set();
    values = 0;
    constructor(lines) {
        this.lines = lines;
    }
    read(root) {
        this.resolveAliases(root);
        return this.value(root, []);
    }
    at = (path, part = 'value') => {
        for (let length = path.length; length >= 0; length -= 1) {
            const place = this.places.get(pathKey(path.slice(0, length)));
            if (place)
                return (part === 'key' || length < path.length ? place.key : undefined) ?? place.value;
        }
        return { line: 1, column: 1 };
    };
    fault(offset, code, message, cure) {
        this.isBroken = true;
        this.note(offset, code, message, cure);
    }
    note(offset, code, message, cure) {
        this.faults.push({ ...this.lines.at(offset), severity: 'error', code, message, ...(cure && { cure }) });
    }
    /** Before anything is filled in, since an alias means the last such anchor before it in the text. */
    resolveAliases(node) {
        if ((0, yaml_1.it.isAlias)(node))
            this.targets.set(node, this.anchors.get(node.source));
        if ((0, yaml_1.it.isScalar)(node) && node.anchor)
            this.anchors.set(node.anchor, node);
        if (((0, yaml_1.it.isMap)(node) || (0, yaml_1.it.isSeq)(node)) && node.anchor)
            this.anchors.set(node.anchor, node);
        if ((0, yaml_1.it.isSeq)(node))
            for (const item of node.items)
                this.resolveAliases(item);
        if ((0, yaml_1.it.isMap)(node)) {
            for (const { key, value } of node.items) {
                this.resolveAliases(key);
                this.resolveAliases(value);
            }
        }
    }
    value(node, path, depth = 0, place = this.lines.at(offsetOf(node))) {
        if (this.exhausted(node, depth))
            return undefined;
        const known = this.places.get(pathKey(path))?.key;
        this.places.set(pathKey(path), { ...(known && { key: known }), value: place });
        if ((0, yaml_1.it.isAlias)(node))
            return this.alias(node, path, depth, place);
        if ((0, yaml_1.it.isScalar)(node))
            return node.value;
        if ((0, yaml_1.it.isSeq)(node)) {
            this.open.add(node);
            const items = node.items.map((item, index) => this.value(item, [...path, index], depth + 1));
            this.open.delete(node);
            return items;
        }
        if ((0, yaml_1.it.isMap)(node))
            return this.mapping(node, path, depth);
        return null;
    }
    exhausted(node, depth) {
        this.values += 1;
        if (this.values <= MAX_VALUES && depth <= MAX_DEPTH)
            return false;
        // Said once: it would be true of every value that follows.
        if (this.values !== Infinity) {
            const [what, cure] = depth > MAX_DEPTH
                ? ['values are nested too deep here', 'is it the right file?']
                : ['the aliases (*name) up to here stand for too many values', 'write the values out'];
            this.fault(offsetOf(node), 'too-much', what, cure);
        }
        this.values = Infinity;
        return true;
    }
    alias(alias, path, depth, place) {
        const target = this.targets.get(alias);
        const name = (0, fault_1.printable)(alias.source);
        if (!target) {
            this.fault(offsetOf(alias), 'unknown-alias', `nothing above is marked &${name}`, 'write the value out; text that begins with * needs quotes');
            return undefined;
        }
        if (this.open.has(target)) {
            this.fault(offsetOf(alias), 'circular-alias', `*${name} stands inside what it stands for`, 'write the value out');
            return undefined;
        }
        return this.value(target, path, depth + 1, place);
    }
    mapping(map, path, depth) {
        const result = Object.create(null);
        // Keys that are refused below cost time as well, each time that the mapping is merged.
        this.values += map.items.length;
        const seen = new Map();
        this.open.add(map);
        const own = map.items.map(({ key, value }) => ({ key, value, name: this.key(key) }));
        // First, so that what the mapping says itself wins over what it merges in.
        for (const { name, value } of own)
            if (name === '<<')
                this.merge(value, result, path, depth);
        for (const { name, key, value } of own) {
            if (name === undefined || name === '<<')
                continue;
            const position = this.lines.at(offsetOf(key));
            const first = seen.get(name);
            if (first) {
                const told = `${(0, fault_1.printable)(name)} is given twice, first on line ${first.line}`;
                if (isServerAtTop(path, own))
                    this.fault(offsetOf(key), 'duplicate-key', told, SERVER_AT_TOP);
                else
                    this.note(offsetOf(key), 'duplicate-key', told, 'delete one of the two');
                continue;
            }
            seen.set(name, position);
            const inner = [...path, name];
            this.places.set(pathKey(inner), { key: position, value: position });
            // What is left empty has its key's place.
            result[name] = this.value(value, inner, depth + 1, isEmpty(value) ? position : undefined);
        }
        this.open.delete(map);
        return result;
    }
    /** `<<: *other`, or a list of them, of which the first wins. */
    merge(source, into, path, depth) {
        if (this.exhausted(source, depth))
            return;
        const target = (0, yaml_1.it.isAlias)(source) ? this.targets.get(source) : source;
        if ((0, yaml_1.it.isSeq)(target)) {
            for (const item of [...target.items].reverse())
                this.merge(item, into, path, depth + 1);
        }
        else if ((0, yaml_1.it.isMap)(target) && !this.open.has(target)) {
            Object.assign(into, this.mapping(target, path, depth + 1));
        }
        else {
            this.fault(offsetOf(source), 'bad-merge', '<< takes the alias of a mapping', 'such as "<<: *name", with &name in front of a mapping above');
        }
    }
    key(key) {
        if ((0, yaml_1.it.isScalar)(key) && typeof key.value === 'string') {
            if (key.value.length <= MAX_KEY)
                return key.value;
            this.fault(offsetOf(key), 'bad-key', 'this key is far too long', 'is there a quote missing?');
            return undefined;
        }
        const cure = (0, yaml_1.it.isMap)(key)
            ? 'a {{ placeholder }} must be filled in first, and text with { in it needs quotes'
            : 'put it in quotes, if it is meant';
        this.fault(offsetOf(key), 'bad-key', 'this key is not text', cure);
        return undefined;
    }
}
/** Fields of a server at the top of the file: its "- " is missing. */
function isServerAtTop(path, pairs) {
    return path.length === 0 && pairs.some(({ name }) => name === 'role');
}
const SERVER_AT_TOP = 'if this is a server, it belongs below servers: "- name: …" indented like the entries there, its other fields below that';
function pathKey(path) {
    return JSON.stringify(path);
}
function offsetOf(node) {
    return (0, yaml_1.it.isNode)(node) ? (node.range?.[0] ?? 0) : 0;
}
function isEmpty(node) {
    return node === null || ((0, yaml_1.it.isScalar)(node) && node.value === null && (node.source ?? '') === '');
}

/***/ }),

/***/ 9247:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-is-valid.js");

/***/ }),

/***/ 9118:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-validator.js");

/***/ }),

/***/ 6349:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.schema.json");

/***/ }),

/***/ 7426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 6060:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 8227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 3777:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/yaml.js");

/***/ }),

/***/ 4573:
/***/ (function (module) {

"use strict";
module.exports = require("node:buffer");

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

/***/ 6760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(8217);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cluster.js.map
