"use strict";
exports.id = 3886;
exports.ids = [3886,4268,1252];
exports.modules = {

/***/ 21075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ networkOf),
/* harmony export */   HJ: () => (/* binding */ hostCidr),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JR: () => (/* binding */ isCidr),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   VW: () => (/* binding */ sameCidr),
/* harmony export */   ZQ: () => (/* binding */ whitelistCidrs),
/* harmony export */   cz: () => (/* binding */ urlHost),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   j7: () => (/* binding */ normalise),
/* harmony export */   ky: () => (/* binding */ trustedSources),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48280);
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ipaddr_js__WEBPACK_IMPORTED_MODULE_0__);

/** One way to write an address, a network or a firewall source: `FD00:0::21` is `fd00::21`, `10.0.0.1/32` is `10.0.0.1`, `10.0.0.9/24` is `10.0.0.0/24`. Anything else stays as it is. */
function normalise(source) {
    const network = parseNetwork(source);
    if (!network)
        return source.trim();
    const [address, bits] = network;
    return bits === width(address) ? write(address) : `${write(mask(address, bits))}/${bits}`;
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
    const address = parseAddress(ip);
    if (!address)
        throw new TypeError(`not an IP address: ${ip}`);
    return `${write(address)}/${width(address)}`;
}
/** Whether `network` (a CIDR or an address) holds all of `other` (an address or a CIDR). False for what is neither. */
function covers(network, other) {
    const [outer, inner] = [parseNetwork(network), parseNetwork(other)];
    if (!outer || !inner || outer[0].kind() !== inner[0].kind() || outer[1] > inner[1])
        return false;
    return write(mask(inner[0], outer[1])) === write(mask(outer[0], outer[1]));
}
function isAddress(text) {
    return parseAddress(text) !== undefined;
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
/** The sources that the main server's firewall is to trust, as `firewall-cmd --list-sources` writes them: addresses without `/32`, or CIDRs. */
function trustedSources(cluster) {
    const sources = cluster.firewallTrust === 'servers' ? cluster.servers.map(({ address }) => address) : cluster.firewallTrust;
    return [...new Set(sources.map(normalise))];
}
/** What the PBX's IP whitelist is to hold: one host CIDR a server, whatever the firewall trusts. */
function whitelistCidrs(cluster) {
    return [...new Set(cluster.servers.map(({ address }) => hostCidr(address)))];
}
/** For a URL: IPv6 in brackets. */
function urlHost(host) {
    return host.includes(':') ? `[${host}]` : host;
}
function parseAddress(text) {
    const bare = text.trim();
    // ipaddr.js also reads 192.168.1 and 0300.1.1.1, which no operator means.
    if (ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().IPv4.isValidFourPartDecimal(bare))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().IPv4.parse(bare);
    if (!bare.includes(':') || bare.includes('%') || !ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().IPv6.isValid(bare))
        return undefined;
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().process(bare); // ::ffff:10.0.0.1 is 10.0.0.1
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
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().fromByteArray(bytes);
}
function width(address) {
    return address.kind() === 'ipv4' ? 32 : 128;
}
function write(address) {
    return address instanceof (ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().IPv6) ? address.toRFC5952String() : address.toString();
}
//# sourceMappingURL=addresses.js.map

/***/ }),

/***/ 75487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ buildCluster),
/* harmony export */   z: () => (/* binding */ DEFAULTS)
/* harmony export */ });
/* harmony import */ var _addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _text_duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19414);
/* harmony import */ var _jump_host__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42366);
/* harmony import */ var _paths__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17731);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39679);





/** What a field is when it is left out. The schema says the same to editors. */
const DEFAULTS = {
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
};
/** Fills in the defaults. `file` has passed the schema and all rules. */
function buildCluster(file, position) {
    const { pbx = {}, restart = {} } = file;
    const ssh = mergeSsh(file.ssh, DEFAULTS.ssh);
    const privateIp = (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(pbx.private_ip);
    const highAvailability = pbx.high_availability && {
        controlNode: (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(pbx.high_availability.control_node),
        ...(pbx.high_availability.nodes && { nodes: pbx.high_availability.nodes.map((node) => (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(node)) }),
        scriptsPath: (0,_paths__WEBPACK_IMPORTED_MODULE_4__/* .plainPath */ .s)(pbx.high_availability.scripts_path ?? DEFAULTS.ha_scripts_path),
    };
    const trust = file.firewall?.trust ?? DEFAULTS.trust;
    const window = restart.window;
    return {
        version: 1,
        name: file.name,
        image: file.image,
        dataPath: (0,_paths__WEBPACK_IMPORTED_MODULE_4__/* .plainPath */ .s)(file.data_path ?? DEFAULTS.data_path),
        scriptsPath: (0,_paths__WEBPACK_IMPORTED_MODULE_4__/* .plainPath */ .s)(file.scripts_path ?? DEFAULTS.scripts_path),
        pbx: {
            privateIp,
            // Without the path: the client adds /api itself.
            api: (pbx.api ?? `https://${(0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .urlHost */ .cz)(privateIp)}:8887`).replace(/(?<=[^/])\/(?!\/).*$/, ''),
            // What PortSIP's high-availability scripts decide themselves (rules/high-availability.ts warns of it)
            ...(pbx.image !== undefined && !highAvailability && { image: pbx.image }),
            ...(highAvailability && { highAvailability }),
            machine: machineAt(highAvailability?.controlNode ?? privateIp, ssh),
        },
        ssh,
        firewallTrust: Array.isArray(trust) ? trust.map((cidr) => (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .networkOf */ .Af)(cidr)) : 'servers',
        builtInServers: file.built_in_servers ?? DEFAULTS.built_in_servers,
        unmanagedServers: file.unmanaged_servers ?? DEFAULTS.unmanaged_servers,
        servers: file.servers.map((server, index) => buildServer(server, file, ssh, position(index))),
        restart: {
            maxUnavailable: restart.max_unavailable ?? DEFAULTS.max_unavailable,
            drainTimeoutSeconds: (0,_text_duration__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(restart.drain_timeout ?? DEFAULTS.drain_timeout),
            onDrainTimeout: restart.on_drain_timeout ?? DEFAULTS.on_drain_timeout,
            // The guide restarts nothing after servers were added to a high-availability cluster.
            afterScaleOut: restart.after_scale_out ?? (highAvailability ? 'none' : DEFAULTS.after_scale_out),
            ...(window && {
                window: { days: [...window.days], from: window.from, to: window.to, timezone: window.timezone },
            }),
        },
    };
}
/** The main server; where it is the jump host for all others as well, it is reached at once. */
function machineAt(address, { jumpHost, ...ssh }) {
    const isJumpHost = jumpHost && (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(jumpHost.host) === address && jumpHost.port === ssh.port;
    return { name: 'pbx', address, ssh: { ...ssh, ...(jumpHost && !isJumpHost && { jumpHost }) } };
}
function buildServer(server, file, ssh, at) {
    const privateIp = server.private_ip === undefined ? undefined : (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(server.private_ip);
    const publicIp = server.public_ip === undefined ? undefined : (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(server.public_ip);
    const ha = file.pbx?.high_availability !== undefined;
    const base = {
        name: server.name,
        address: (privateIp ?? publicIp),
        ...(privateIp !== undefined && { privateIp }),
        ...(publicIp !== undefined && { publicIp }),
        enabled: server.enabled ?? true,
        image: (ha ? undefined : server.image) ?? file.image,
        dataPath: (0,_paths__WEBPACK_IMPORTED_MODULE_4__/* .plainPath */ .s)(server.data_path ?? file.data_path ?? DEFAULTS.data_path),
        ssh: mergeSsh(server.ssh, ssh),
    };
    return { ...(0,_roles__WEBPACK_IMPORTED_MODULE_3__/* .serverSpec */ .RU)(server.role, base, server), at };
}
function mergeSsh(entry, base) {
    const user = entry?.user ?? base.user;
    const jump = entry?.jump_host === undefined ? undefined : (0,_jump_host__WEBPACK_IMPORTED_MODULE_2__/* .parseJumpHost */ ._)(entry.jump_host);
    const jumpHost = jump ? { host: jump.host, port: jump.port ?? 22, user: jump.user ?? user } : base.jumpHost;
    return { user, port: entry?.port ?? base.port, ...(jumpHost && { jumpHost }) };
}
//# sourceMappingURL=build.js.map

/***/ }),

/***/ 85039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ByAddress),
/* harmony export */   a: () => (/* binding */ Networks)
/* harmony export */ });
/* harmony import */ var _addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);

/** Things by address or CIDR, however that is written: a look-up, where comparing each with each would take minutes. */
class ByAddress {
    values = new Map();
    constructor(entries) {
        for (const [address, value] of entries) {
            const key = (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(address ?? '');
            if (key !== '' && !this.values.has(key))
                this.values.set(key, value);
        }
    }
    /** The first that was given for this address */
    get(address) {
        return this.values.get((0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(address ?? ''));
    }
    has(address) {
        return this.values.has((0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(address ?? ''));
    }
}
/** Things by the network that they are about, to find those that hold an address. */
class Networks {
    values = new Map();
    /** Prefix lengths that occur, by family: no more than these have to be tried */
    lengths = { 4: new Set(), 6: new Set() };
    constructor(entries) {
        for (const [network, value] of entries) {
            const parts = split(network);
            // ipset:…, a MAC address
            if (!parts)
                continue;
            this.lengths[parts.family].add(parts.bits);
            const key = (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(network);
            const there = this.values.get(key);
            if (there)
                there.push(value);
            else
                this.values.set(key, [value]);
        }
    }
    /** Whatever holds all of `source` (an address or a CIDR). */
    holding(source) {
        const parts = split(source);
        if (!parts)
            return [];
        return [...this.lengths[parts.family]]
            .filter((bits) => bits <= parts.bits)
            .flatMap((bits) => this.values.get((0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(`${parts.host}/${bits}`)) ?? []);
    }
}
function split(source) {
    const [host = '', bits] = (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(source).split('/');
    if (!(0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(host))
        return undefined;
    const family = host.includes(':') ? 6 : 4;
    return { host, bits: bits === undefined ? (family === 6 ? 128 : 32) : Number(bits), family };
}
//# sourceMappingURL=by-address.js.map

/***/ }),

/***/ 76910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   G4: () => (/* binding */ sameImage),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   tP: () => (/* binding */ leadingVersion),
/* harmony export */   tW: () => (/* binding */ isOlder)
/* harmony export */ });
/*
 * Names of images, and the versions that they tell of. One place for both: how docker completes a name, and how PortSIP counts.
 */
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
    return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
/** Whether `version` is older than `wanted` as far as `wanted` says: 22.6.1 is not older than 22. */
function isOlder(version, wanted) {
    for (const [index, number] of wanted.entries()) {
        const part = version[index] ?? 0;
        if (part !== number)
            return part < number;
    }
    return false;
}
//# sourceMappingURL=image.js.map

/***/ }),

/***/ 42366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseJumpHost)
/* harmony export */ });
/* harmony import */ var _addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);

/** Takes `host`, `user@host`, `host:port` and `user@host:port` apart, IPv6 in brackets; undefined when it is none of them. */
function parseJumpHost(text) {
    const match = /^(?:([A-Za-z_][A-Za-z0-9_.-]*)@)?(?:([A-Za-z0-9][A-Za-z0-9.-]*)|\[([0-9A-Fa-f:.]+)\])(?::(\d{1,5}))?$/.exec(text);
    if (!match)
        return undefined;
    const [, user, name, ipv6, digits] = match;
    if (ipv6 !== undefined && !(0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(ipv6))
        return undefined;
    const port = digits === undefined ? undefined : Number(digits);
    if (port !== undefined && (port < 1 || port > 65535))
        return undefined;
    return { host: (name ?? ipv6), ...(user && { user }), ...(port && { port }) };
}
//# sourceMappingURL=jump-host.js.map

/***/ }),

/***/ 17731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ plainPath)
/* harmony export */ });
/** One way to write a path: one slash between, none at the end. */
function plainPath(path) {
    return path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}
//# sourceMappingURL=paths.js.map

/***/ }),

/***/ 39679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hU: () => (/* reexport */ DEFAULT_CLICKHOUSE_IMAGE),
  wD: () => (/* reexport */ IMPACTS),
  cS: () => (/* binding */ LISTED_ROLES),
  gg: () => (/* binding */ ROLES),
  KT: () => (/* binding */ ROLE_CONTAINERS),
  ST: () => (/* binding */ ROLE_NAMES),
  r6: () => (/* binding */ byRestart),
  GK: () => (/* binding */ byUpgrade),
  iw: () => (/* binding */ collectionOf),
  co: () => (/* binding */ forListedRoles),
  yy: () => (/* binding */ isListed),
  tm: () => (/* binding */ isRole),
  RU: () => (/* binding */ serverSpec)
});

;// CONCATENATED MODULE: ./build/src/cluster/roles/role.js
/*
 * What a role is to each part of PortSIP: one row for each role, one file for each row. Whatever differs between roles is a
 * field here; nothing outside this folder asks which role it has before it.
 */
/** What callers notice, from nothing to the worst. */
const IMPACTS = ['none', 'analytics', 'messaging', 'new-calls', 'active-calls'];
function ownAddress({ privateIp, publicIp, address }) {
    return privateIp ?? publicIp ?? address;
}
function role_option(flag, value) {
    return value === undefined ? [] : [flag, value];
}
//# sourceMappingURL=role.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/dataflow.js

const DEFAULT_CLICKHOUSE_IMAGE = 'portsip/clickhouse:25.8';
const dataflow = {
    role: 'dataflow',
    label: 'Data Flow server',
    short: 'Data Flow',
    exampleName: 'dataflow-server-1',
    portalPage: 'Data Flow',
    portal: { kind: 'none' },
    single: true,
    order: { restart: 6, upgrade: 6 },
    fields: (entry) => ({ clickhouseImage: entry.clickhouse_image ?? DEFAULT_CLICKHOUSE_IMAGE }),
    publicIpOnHost: true,
    since: [22, 3],
    script: {
        file: 'dataflow_ctl.sh',
        words: (server, verb, { pbxIp }) => {
            if (verb === 'upgrade')
                return ['-i', server.image];
            if (verb !== 'run')
                return [];
            return [
                ...['-p', server.dataPath, ...role_option('-a', server.privateIp), ...role_option('-A', server.publicIp)],
                ...['-i', server.image, '-x', pbxIp, '-d', server.clickhouseImage],
            ];
        },
    },
    highAvailabilityScript: {
        file: 'dataflow.sh',
        dataPath: true,
        words: (server, verb) => verb === 'run'
            ? [
                ...['-p', server.dataPath, '-a', ownAddress(server), ...role_option('-A', server.publicIp)],
                ...['-d', server.clickhouseImage],
            ]
            : [],
    },
    // The guide has it deleted and recreated; its data stays on the disk.
    recreate: ['rm', 'run'],
    upgradesInPlace: false,
    recreatedAfterPbxUpgrade: true,
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
    args: (server, { pbxIp }) => [
        { flag: '-a', value: pbxIp },
        ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
        ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
    ],
    calls: { kind: 'none' },
    away: 'analytics',
    stops: 'call records, reports, dashboards and queue wallboards',
    sizes: {
        standalone: {
            minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
            recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
        },
        highAvailability: {
            minimum: { cpus: 4, memoryGiB: 16, diskGiB: 128 },
            recommended: { cpus: 8, memoryGiB: 32, diskGiB: 256 },
        },
    },
};
//# sourceMappingURL=dataflow.js.map
// EXTERNAL MODULE: ./build/src/cluster/paths.js
var paths = __webpack_require__(17731);
;// CONCATENATED MODULE: ./build/src/cluster/roles/im.js


const ADDRESSES = (server) => [
    ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
    ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
];
const im = {
    role: 'im',
    label: 'IM server',
    short: 'IM',
    exampleName: 'im-server-1',
    portalPage: 'IM Servers',
    portal: { kind: 'addresses' },
    single: true,
    order: { restart: 5, upgrade: 5 },
    fields: (entry) => ({ ...(entry.chat_files !== undefined && { chatFiles: (0,paths/* plainPath */.s)(entry.chat_files) }) }),
    folders: ({ chatFiles }) => (chatFiles === undefined ? [] : [chatFiles]),
    script: {
        file: 'im_ctl.sh',
        words: (server, verb, { pbxIp }) => {
            if (verb === 'upgrade')
                return ['-i', server.image];
            if (verb !== 'run')
                return [];
            return [
                ...['-E', '-p', server.dataPath, ...role_option('-f', server.chatFiles)],
                ...[...role_option('-a', server.privateIp), ...role_option('-A', server.publicIp)],
                ...['-i', server.image, '-x', pbxIp],
            ];
        },
    },
    // It asks the PBX for the token itself.
    highAvailabilityScript: {
        file: 'im.sh',
        dataPath: false,
        words: (server, verb) => verb === 'run'
            ? ['-a', ownAddress(server), ...role_option('-A', server.publicIp), ...role_option('-f', server.chatFiles)]
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
    calls: { kind: 'none' },
    away: 'messaging',
    stops: 'messages, chats and files',
    cloudPorts: '8887/tcp',
    sizes: {
        standalone: { recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 } },
        highAvailability: { recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 } },
    },
};
//# sourceMappingURL=im.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/cluster-ctl.js

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
            return ['-p', dataPath, '-a', ownAddress(server), '-x', pbxIp, '-i', image, ...own, '-n', name];
        },
    };
}
/** The control node knows the PBX's address and the image itself. */
function highAvailabilityScript(service) {
    return {
        file: 'extend.sh',
        dataPath: false,
        words: (server, verb) => ['-s', service, ...(verb === 'run' ? ['-n', server.name] : []), '-a', ownAddress(server)],
    };
}
function args(server, { pbxIp }) {
    return [
        { flag: '-a', value: pbxIp },
        { flag: '-x', value: ownAddress(server) },
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
            private_ip: ownAddress(server),
            'pbx.private_ip': pbxIp,
            image: server.image,
            name: server.name,
        }),
        args,
        companions: [],
        single: false,
        sizes: { standalone: {}, highAvailability: { recommended: { diskGiB: 128 } } },
    };
}
//# sourceMappingURL=cluster-ctl.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/ivr.js

/** PortSIP's pages also write ivr-server-only; the scripts know vr-server-only alone. */
const ivr = {
    ...clusterCtl('vr-server-only'),
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
    order: { restart: 4, upgrade: 4 },
    fields: () => ({}),
    container: 'portsip.virtualreceptionist',
    calls: { kind: 'timed' },
    away: 'active-calls',
};
//# sourceMappingURL=ivr.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/media.js

const CALL_SESSIONS = {
    name: 'maxCallSessions',
    field: 'max_call_sessions',
    api: 'max_concurrency',
    label: 'max call sessions',
    default: 2000,
};
const media = {
    ...clusterCtl('media-server-only'),
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
    order: { restart: 1, upgrade: 1 },
    fields: (entry) => ({ maxCallSessions: entry.max_call_sessions ?? CALL_SESSIONS.default }),
    container: 'portsip.mediaserver',
    calls: { kind: 'counted', field: 'current_concurrency', unit: 'calls' },
    away: 'new-calls',
    cloudPorts: '35000-65000/udp',
    // With recordings
    sizes: { standalone: {}, highAvailability: { recommended: { diskGiB: 256 } } },
};
//# sourceMappingURL=media.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/meeting.js

const ROOMS = {
    name: 'maxRooms',
    field: 'max_rooms',
    api: 'max_rooms',
    label: 'max rooms',
    default: 100,
};
const PARTICIPANTS = {
    name: 'maxParticipants',
    field: 'max_participants',
    api: 'max_participants',
    label: 'max participants',
    default: 1000,
};
const meeting = {
    ...clusterCtl('meeting-server-only'),
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
    order: { restart: 3, upgrade: 3 },
    fields: (entry) => ({
        maxRooms: entry.max_rooms ?? ROOMS.default,
        maxParticipants: entry.max_participants ?? PARTICIPANTS.default,
    }),
    container: 'portsip.conference',
    calls: { kind: 'counted', field: 'participants_count', unit: 'participants' },
    away: 'new-calls',
};
//# sourceMappingURL=meeting.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/queue.js

const queue = {
    ...clusterCtl('queue-server-only'),
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
    order: { restart: 2, upgrade: 2 },
    fields: () => ({}),
    container: 'portsip.callqueue',
    calls: { kind: 'timed' },
    away: 'active-calls',
};
//# sourceMappingURL=queue.js.map
;// CONCATENATED MODULE: ./build/src/cluster/roles/index.js








/** All roles, as PortSIP's guide lists them. */
const rows = { media: media, queue: queue, meeting: meeting, ivr: ivr, im: im, dataflow: dataflow };
const ROLES = rows;
/** In PortSIP's order of restart */
const ROLE_NAMES = Object.keys(rows).sort((a, b) => rows[a].order.restart - rows[b].order.restart);
function isRole(word) {
    return Object.hasOwn(rows, word);
}
/** A server of any role from what all have and its own fields of the cluster file. */
function serverSpec(role, base, entry = {}) {
    return { ...base, role, ...ROLES[role].fields({ ...entry }) };
}
function isListed(role) {
    return ROLES[role].portal.kind === 'collection';
}
const LISTED_ROLES = ROLE_NAMES.filter(isListed);
/** How the portal lists servers of a role. */
function collectionOf(role) {
    return rows[role].portal;
}
/** Something for each role that the portal lists. */
function forListedRoles(make) {
    return Object.fromEntries(LISTED_ROLES.map((role) => [role, make(role)]));
}
/** The role whose main container has that name. */
const ROLE_CONTAINERS = new Map(ROLE_NAMES.map((role) => [ROLES[role].container, role]));
/** PortSIP's restart order; then as they came. */
function byRestart(a, b) {
    return ROLES[a.role].order.restart - ROLES[b.role].order.restart;
}
/** The order in which PortSIP's guide upgrades servers; then as they came. */
function byUpgrade(a, b) {
    return ROLES[a.role].order.upgrade - ROLES[b.role].order.upgrade;
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 49058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vp: () => (/* binding */ ClusterFileError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   dz: () => (/* reexport safe */ _input_error__WEBPACK_IMPORTED_MODULE_0__.d)
/* harmony export */ });
/* harmony import */ var _input_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49937);

/** A cluster file that cannot be used: every problem of it at once. Exit code 2. */
class ClusterFileError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(formatProblem).join('\n'));
        this.problems = problems;
        this.name = 'ClusterFileError';
    }
}
/** `cluster.yaml:12:5: error: what is wrong: what would be right` */
function formatProblem(problem) {
    const { file, line, column, severity, message, cure } = problem;
    return `${file}:${line}:${column}: ${severity}: ${message}${cure ? ` — ${cure}` : ''}`;
}
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 24268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain),
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/** What went wrong, for people: never a stack trace unless it is a fault of ours. */
function explain(error) {
    // By name and not by class: this must also work on what another copy of the module threw.
    if (error instanceof Error) {
        if (error.name === 'ClusterFileError' && 'problems' in error)
            return { text: error.message, exitCode: 2, problems: error.problems };
        if (error.name === 'InputError')
            return { text: error.message, exitCode: 2 };
        if (['HostError', 'PbxError', 'GithubError', 'StageError'].includes(error.name))
            return { text: error.message, exitCode: 1 };
        if (error.name === 'AbortError')
            return { text: 'cancelled: what runs on hosts goes on; the next run takes it up', exitCode: 1 };
    }
    const message = error instanceof Error ? error.message : String(error);
    if (isUnwritable(error))
        return {
            text: `This machine cannot write a file: ${message}. Free some space and run it again: what was done is done, and the next run carries on`,
            exitCode: 1,
        };
    return {
        text: `unexpected error, please report it: ${message}`,
        exitCode: 1,
        ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
    };
}
/** The disk of the machine that we run on is full, over its quota or read-only. */
function isUnwritable(error) {
    const { code } = Object(error);
    return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS';
}
/** Prints it for a runner, annotated where a file is wrong; returns the exit code. */
function report(error, log) {
    const { text, exitCode, problems, stack } = explain(error);
    if (problems && 'problems' in log)
        log.problems(problems);
    else
        for (const line of text.split('\n'))
            log.error(line);
    if (stack)
        log.debug(stack);
    return exitCode;
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 98064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t8: () => (/* reexport */ containerOf),
  mM: () => (/* binding */ controlPlane)
});

// UNUSED EXPORTS: configOf

// EXTERNAL MODULE: ./build/src/cluster/image.js
var cluster_image = __webpack_require__(76910);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/host/types.js
var host_types = __webpack_require__(65720);
// EXTERNAL MODULE: ./build/src/host/shell.js + 1 modules
var shell = __webpack_require__(7399);
;// CONCATENATED MODULE: ./build/src/host/control-plane/words.js

/** The scripts split their arguments again, unquoted and as root: nothing that a shell would touch may get there. */
function plainWords(words) {
    for (const word of words)
        if (!/^[A-Za-z0-9._:/@[\]%+,=-]+$/.test(word) || /\[.*[^0-9a-f:.].*\]/i.test(word))
            throw new types/* InputError */.dz(`"${word.slice(0, 100)}" cannot be passed to a control script: only letters, digits and . _ : / @ % + , = - are safe`);
    return words;
}
/** Stands for the token where a command line is only shown */
const SHOWN_TOKEN = 'TOKEN';
/** Throws InputError for one that the script would tear apart, or for none. */
function checkToken(server, token) {
    if (!token)
        throw new types/* InputError */.dz(`${server} needs an IM token: run issue-token first, or give im-token`);
    if (!/^[\w.~+/=:-]+$/.test(token))
        throw new types/* InputError */.dz(`the IM token for ${server} has characters that im_ctl.sh would tear apart: issue a new one (rotate)`);
    return token;
}
/** For root, who does something as a user with that user's home: its SSH keys are there. */
function asUser(user, argv) {
    return user === 'root' ? argv : ['sudo', '-n', '-H', '-u', user, '--', ...argv];
}
//# sourceMappingURL=words.js.map
;// CONCATENATED MODULE: ./build/src/host/control-plane/control-node.js



const STATUS_MS = 120_000;
const KEYS_MS = 60_000;
/** Sign-ins at once: sshd on the servers minds nothing, the control node's processors do. */
const AT_ONCE = 20;
/** `as USER WORDS…`, for what root does as the user whose keys are used. */
const AS_USER = `
as() {
  user=$1
  shift
  if [ "$user" = root ]; then "$@"; else ${asUser('"$user"', ['"$@"']).join(' ')}; fi
}
`;
/** $1 user, $2 sign-ins at once, then `ADDRESS` and port of each server. Prints `CODE ADDRESS LAST-LINE` for each. */
const SIGN_IN = `${AS_USER}
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
who=$1 most=$2 count=0
shift 2
while [ $# -gt 1 ]; do
  address=$1 port=$2 count=$((count + 1))
  shift 2
  {
    set -- -n -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10
    [ "$port" = 22 ] || set -- "$@" -p "$port"
    said=$(as "$who" ssh "$@" "$who@$address" true 2>&1 </dev/null)
    printf '%s %s %s\\n' $? "$address" "$(printf '%s\\n' "$said" | tail -n 1)" >"$work/$count"
  } &
  [ $((count % most)) -ne 0 ] || wait
done
wait
cat "$work"/* 2>/dev/null
`;
/** $1 the guide's scripts. What `ha_ctl.sh status` says; as root, as the guide has it. */
const HA_STATUS = `
cd "$1" || exit
if command -v timeout >/dev/null; then set -- timeout 60; else set --; fi
"$@" /bin/bash ha_ctl.sh status 2>&1 </dev/null
`;
/** $1 user. The public half of the first key that ssh would offer. */
const PUBLIC_KEY = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
for name in id_rsa id_ecdsa id_ed25519; do
  if [ -f "$HOME/.ssh/$name" ] && [ -f "$HOME/.ssh/$name.pub" ]; then cat "$HOME/.ssh/$name.pub"; exit; fi
done
exit 9'
`;
/** $1 user, $2 type and key, $3 the whole line. Lets the key in, and prints the host's own public keys. */
const LET_IN = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
umask 077
file=$HOME/.ssh/authorized_keys
mkdir -p "$HOME/.ssh" && touch "$file" || exit
grep -qF -e "$1" "$file" && exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
printf "%s\\n" "$2" >>"$file"' sh "$2" "$3" || exit
cat /etc/ssh/ssh_host_*_key.pub 2>/dev/null || :
`;
/** $1 user, then lines of known_hosts. Those that are not there yet are added. */
const KNOW_HOSTS = `${AS_USER}
who=$1
shift
# shellcheck disable=SC2016 # that user's home
as "$who" /bin/sh -c '
umask 077
file=$HOME/.ssh/known_hosts
mkdir -p "$HOME/.ssh" && touch "$file" || exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
for line in "$@"; do grep -qxF -e "$line" "$file" || printf "%s\\n" "$line" >>"$file" || exit; done' sh "$@"
`;
/** Looks at the PBX's nodes, and whether the control node can sign in to `servers`. Throws HostError. */
async function readControlNode(host, cluster, servers) {
    const [trouble, refused] = await Promise.all([pbxTrouble(host, cluster), signInProblems(host, cluster, servers)]);
    return { ...(trouble !== undefined && { trouble }), refused };
}
/** What is wrong with the PBX's nodes now. */
async function pbxTrouble(host, cluster) {
    const { scriptsPath = '', nodes } = cluster.pbx.highAvailability ?? {};
    const output = await host.run(HA_STATUS, [scriptsPath], { timeoutMs: STATUS_MS, repeatable: true });
    return readTrouble(output, nodes?.length);
}
/** Words with which Pacemaker says that something is not as it should be */
const TROUBLE = /\[error\]|\b(?:stopped|stopping|starting|failed|offline|unclean|standby)\b|\((?:disabled|blocked)\)/i;
/** Pure. `nodes`: how many there should be, where that is known. */
function readTrouble({ code, stdout, stderr }, nodes) {
    const lines = `${stdout}\n${stderr}`.split('\n').map(plain).filter(Boolean);
    const bad = lines.filter((line) => TROUBLE.test(line) && !/\[\s*\]$/.test(line));
    if (bad.length > 0)
        return bad.join('; ').slice(0, 300);
    if (code !== 0)
        return `exit ${code}: ${lines.at(-1) ?? 'no word'}`.slice(0, 300);
    const seen = new Set(lines.flatMap((line) => /\b(?:Masters|Slaves|Promoted|Unpromoted|Started): \[\s*(.*?)\s*\]$/.exec(line)?.[1]?.split(/\s+/) ?? []));
    if (nodes !== undefined && seen.size > 0 && seen.size < nodes)
        return `only ${seen.size} of ${nodes} nodes are seen: ${[...seen].join(', ')}`;
    return lines.some((line) => /\bStarted\b/.test(line))
        ? undefined
        : `nothing is started: ${lines.at(-1) ?? 'no word'}`;
}
async function signInProblems(host, cluster, servers) {
    if (servers.length === 0)
        return new Map();
    const output = await host.run(SIGN_IN, [cluster.ssh.user, String(AT_ONCE), ...servers.flatMap(({ address, ssh }) => [address, String(ssh.port)])], { timeoutMs: STATUS_MS, repeatable: true });
    const answers = new Map([...output.stdout.matchAll(/^(\d+) (\S+) ?(.*)$/gm)].map(([, code, address, said]) => [
        address ?? '',
        { code: Number(code), said: plain(said ?? '') },
    ]));
    return new Map(servers.flatMap(({ address }) => {
        const { code, said } = answers.get(address) ?? { code: 1, said: plain(output.stderr) || 'no answer' };
        if (code === 0)
            return [];
        const why = /permission denied/i.test(said)
            ? 'key'
            : /host key|identification/i.test(said)
                ? 'host-key'
                : 'other';
        return [[address, { why, said: said || `exit ${code}` }]];
    }));
}
/** The command that a person runs on the control node, as the user, for it to be let in. */
function letInByHand(cluster, { address, ssh }) {
    const port = ssh.port === 22 ? '' : `-p ${ssh.port} `;
    return `ssh-copy-id ${port}${cluster.ssh.user}@${address}`;
}
/** Lets the control node sign in to a server; may be done again. Throws HostError when it still cannot. */
async function letControlNodeIn(control, host, cluster, server) {
    const { user } = cluster.ssh;
    const run = async (on, script, args, what) => {
        const output = await on.run(script, [user, ...args], { timeoutMs: KEYS_MS, repeatable: true });
        if (output.code === 0)
            return output.stdout;
        const said = plain(output.stderr.trim().split('\n').at(-1) ?? '');
        throw failure(on, output.code === 9 ? NO_KEY(user) : `could not ${what}${said ? `: ${said}` : ''}`);
    };
    const key = publicKeys(await run(control, PUBLIC_KEY, [], 'show its public SSH key'))[0];
    if (!key)
        throw failure(control, NO_KEY(user));
    const own = publicKeys(await run(host, LET_IN, [key, `${key} ${user}@${control.machine.address}`], "take the control node's SSH key"));
    const name = server.ssh.port === 22 ? server.address : `[${server.address}]:${server.ssh.port}`;
    // Read over a connection whose host key was checked: whoever answered there is who it says.
    await run(control, KNOW_HOSTS, own.map((line) => `${name} ${line}`), `learn the host keys of ${server.name}`);
    const refused = (await signInProblems(control, cluster, [server])).get(server.address);
    if (refused)
        throw failure(control, `still cannot sign in to ${server.name} as ${user} (${refused.said})${refused.why === 'host-key' ? `; if an old key of that address is in its way: ssh-keygen -R ${name}` : ''}`);
}
const NO_KEY = (user) => `has no SSH key of ${user}: run there, as ${user}: ssh-keygen -t ed25519`;
function failure({ machine }, what) {
    return new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} ${what}`, machine.name, 'command');
}
/** Type and key of each line that is one; comments and options are nobody's business. */
function publicKeys(text) {
    return [...text.matchAll(/^((?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+ [A-Za-z0-9+/]+=*)(?: .*)?$/gm)].map((match) => match[1] ?? '');
}
function plain(text) {
    return text
        .replace(/[^\x20-\x7e]/g, ' ')
        .trim()
        .slice(0, 300);
}
//# sourceMappingURL=control-node.js.map
// EXTERNAL MODULE: ./node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__(48280);
var ipaddr_default = /*#__PURE__*/__webpack_require__.n(ipaddr);
;// CONCATENATED MODULE: ./build/src/host/control-plane/role-state.js



/** What the role's configuration file should hold. `not`: settings that are not this project's to say. */
function wantedConfig(server, site, not) {
    const row = roles/* ROLES */.gg[server.role];
    const wanted = row.settings(server, site);
    return Object.entries(row.keys).flatMap(([name, key]) => not.has(name) ? [] : [{ name, key, wanted: wanted[name] }]);
}
/** What of `wanted` the file does not hold. */
function configDifferences(wanted, values) {
    return wanted.flatMap(({ name, key, wanted: after }) => {
        const before = values?.[key] || undefined;
        return sameSetting(name, before, after) ? [] : [difference(name, before, after)];
    });
}
const ARG_NAMES = {
    '-a': 'pbx.private_ip',
    '-x': 'private_ip',
    '-z': 'public_ip',
    '-n': 'name',
    '-t': 'token',
    '-E': 'mode',
};
/** What of a container's image (where it is wanted) and arguments is not as it should be. */
function containerDifferences(container, { image, args }) {
    const other = image !== undefined && !sameSetting('image', container.image, image)
        ? [difference('image', container.image, image)]
        : [];
    const differing = missingArgs(args, container.args).map(({ flag, value, found }) => {
        const name = ARG_NAMES[flag] ?? flag;
        if (flag === '-t')
            return difference(name, 'another one', 'the one that the PBX has');
        return flag === '-E' ? difference(name, 'beside the PBX', 'extended') : difference(name, found, value);
    });
    return [...other, ...differing];
}
/** The first that was said of each setting. */
function once(differences) {
    const byName = new Map();
    for (const one of differences)
        if (!byName.has(one.name))
            byName.set(one.name, one);
    return [...byName.values()];
}
/** What of `expected` a container's arguments do not hold. `found` is what stands there instead; never a token. */
function missingArgs(expected, args) {
    return expected.flatMap((wanted) => {
        const at = args.indexOf(wanted.flag);
        const found = at < 0 ? undefined : args[at + 1];
        const holds = at >= 0 &&
            (wanted.value === undefined
                ? !wanted.any || Boolean(found)
                : found !== undefined && sameText(found, wanted.value));
        if (holds)
            return [];
        return [wanted.flag === '-t' ? { flag: '-t' } : { ...wanted, ...(found !== undefined && { found }) }];
    });
}
/** The configuration file's values and the container's arguments, as they are once `run` was done. */
function installedState(server, site, not) {
    const values = wantedConfig(server, site, not).map(({ key, wanted }) => [key, wanted ?? '']);
    const args = roles/* ROLES */.gg[server.role]
        .args(server, site)
        .flatMap(({ flag, value, any }) => [flag, ...(value !== undefined ? [value] : any ? ['-'] : [])]);
    return { values: Object.fromEntries(values), args };
}
function configOf(server, facts) {
    return facts.roles.find(({ role }) => role === server.role)?.values;
}
function containerOf(server, facts) {
    return facts.containers.find(({ name }) => name === roles/* ROLES */.gg[server.role].container);
}
function difference(name, before, after) {
    return { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
const IMAGES = new Set(['image', 'clickhouse_image']);
function sameSetting(name, before, after) {
    if (before === undefined || after === undefined)
        return before === after;
    return IMAGES.has(name) ? (0,cluster_image/* imageName */.tO)(before) === (0,cluster_image/* imageName */.tO)(after) : sameText(before, after);
}
/** The same but for a slash at the end or the way an IPv6 address is written. */
function sameText(a, b) {
    return role_state_plain(a) === role_state_plain(b);
}
function role_state_plain(value) {
    const bare = value.replace(/^\[(.*)\]$/, '$1');
    if (ipaddr_default().isValid(bare) && /[.:]/.test(bare))
        return ipaddr_default().parse(bare).toString();
    return value.length > 1 ? value.replace(/\/+$/, '') || '/' : value;
}
//# sourceMappingURL=role-state.js.map
;// CONCATENATED MODULE: ./build/src/host/control-plane/high-availability.js








/**
 * Three PBX nodes behind a virtual IP. The guide's scripts are run on the control node, whichever node is active, and reach
 * the servers by SSH from there: they install what the PBX runs, take no image, and keep what they know where they like.
 */
function highAvailability(cluster, ha) {
    const { machine, privateIp } = cluster.pbx;
    const { user } = cluster.ssh;
    const site = { pbxIp: privateIp };
    const byHand = (words) => `on ${machine.address}: cd ${ha.scriptsPath} && sudo /bin/bash ha_ctl.sh ${words}`;
    const restart = `${byHand('restart -s pbx')} (ends all calls)`;
    const others = (ha.nodes ?? []).filter((node) => node !== machine.address);
    /** The control node chooses the image, and the data path of all that it is not told one of. */
    const decides = (role) => new Set(roles/* ROLES */.gg[role].highAvailabilityScript.dataPath ? ['image'] : ['image', 'data_path']);
    const plane = {
        name: 'high-availability',
        mainName: 'control node',
        pbxMachines: [machine, ...others.map((address) => ({ name: `PBX node ${address}`, address, ssh: cluster.ssh }))],
        pbxScriptsPath: ha.scriptsPath,
        drivesPbx: false,
        followsPbxImage: true,
        byHand: {
            restart,
            // As the scripts' user, without sudo
            upgrade: `on ${machine.address}, as ${user}: cd ${ha.scriptsPath} && /bin/bash update.sh ${cluster.image}`,
            status: byHand('status'),
        },
        systems: { versions: { ubuntu: ['24.04'] }, words: 'Ubuntu 24.04 only where the PBX is highly available' },
        // The scripts bring to a server what it lacks; the container shows in the end whether all came.
        wantsReadyHosts: false,
        controlMachine: () => machine,
        command(server, verb) {
            const script = roles/* ROLES */.gg[server.role].highAvailabilityScript;
            return {
                machine,
                cwd: ha.scriptsPath,
                argv: asUser(user, ['/bin/bash', ...plainWords([script.file, verb, ...script.words(server, verb, site)])]),
                secrets: [],
            };
        },
        pbxCommand() {
            throw new types/* InputError */.dz(`the PBX nodes of a high-availability cluster are not restarted or upgraded from here; in a maintenance window: ${restart}`);
        },
        // `run` takes no image, and `upgrade` does, for every role.
        updateVerbs: (role, { image, rest }) => [
            ...(image ? ['upgrade'] : []),
            ...(rest ? roles/* ROLES */.gg[role].recreate : []),
        ],
        upgradeWantsNewToken: (role) => roles/* ROLES */.gg[role].token?.source === 'portal',
        decides,
        sizes: (role) => roles/* ROLES */.gg[role].sizes.highAvailability,
        differences(server, facts) {
            const values = configOf(server, facts);
            const container = containerOf(server, facts);
            return once([
                // It is the guide's scripts' own business whether they keep it on the host.
                ...(values ? configDifferences(wantedConfig(server, site, decides(server.role)), values) : []),
                ...(container ? containerDifferences(container, { args: roles/* ROLES */.gg[server.role].args(server, site) }) : []),
            ]);
        },
        installed: (server) => installedState(server, site, decides(server.role)),
        async readNodes(main, servers) {
            try {
                return await readControlNode(main, cluster, servers);
            }
            catch (error) {
                // Everything else can still be said.
                if (!(error instanceof host_types/* HostError */.d))
                    throw error;
                return { trouble: error.message, refused: new Map() };
            }
        },
        trouble: (main) => pbxTrouble(main, cluster),
        letIn: (main, host, server) => letControlNodeIn(main, host, cluster, server),
        findings: (situation) => [
            ...nodes(situation, plane, ha),
            ...missingScripts(situation, machine, ha),
            ...keys(situation, cluster),
            ...health(situation, plane),
            ...otherImage(situation, cluster, plane),
            ...otherSystem(situation),
        ],
    };
    return plane;
}
function nodes({ nodes: seen }, { pbxMachines }, ha) {
    if (ha.nodes === undefined)
        return [
            {
                code: 'nodes-not-listed',
                severity: 'note',
                message: `Only the control node's firewall is kept in step with the cluster file: after a failover another PBX node may shut the servers out. List all nodes: pbx.high_availability.nodes: [${ha.controlNode}, …]`,
            },
        ];
    return pbxMachines.flatMap(({ name, address }) => {
        const facts = seen.get(address);
        if (!facts || (0,reachable/* isReachable */.k)(facts))
            return [];
        return [
            {
                code: 'node-unreachable',
                severity: 'warning',
                message: `${name} does not answer, so its firewall is left as it is; the next deploy after it is back does what is missing there (${facts.unreachable})`,
            },
        ];
    });
}
function missingScripts({ main, work }, machine, { scriptsPath }) {
    const needed = new Set(['ha_ctl.sh', ...work.map(({ role }) => roles/* ROLES */.gg[role].highAvailabilityScript.file)]);
    const missing = [...needed].filter((script) => !main.scripts.includes(script));
    if (missing.length === 0)
        return [];
    return [
        {
            code: 'script-missing',
            severity: work.length > 0 ? 'blocking' : 'warning',
            message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in ${scriptsPath} on the control node ${machine.address}: is pbx.high_availability right, and has the PBX been installed by PortSIP's high-availability guide?`,
        },
    ];
}
function keys({ control, hosts, leaving, work, letIn, gone }, cluster) {
    const touched = new Set(work.map(({ server }) => server));
    return [...cluster.servers, ...leaving].flatMap((machine) => {
        const { name, address } = machine;
        const refused = control?.refused.get(address);
        const isGone = gone.includes(name) || !(0,reachable/* isReachable */.k)(hosts.get(name));
        if (!refused || letIn.has(name) || isGone)
            return [];
        return [
            {
                code: 'control-node-key',
                severity: touched.has(name) ? 'blocking' : 'warning',
                server: name,
                message: `The control node cannot sign in to ${name} without a password (${refused.said}). ${cure(cluster, machine, refused)}`,
            },
        ];
    });
}
function cure(cluster, machine, { why }) {
    if (why === 'other')
        return 'Is its SSH server on, and does it let the PBX nodes in?';
    const { user } = cluster.ssh;
    return `On ${cluster.pbx.machine.address}, as ${user}: ${letInByHand(cluster, machine)}; or let the deploy do it: --install-ssh-key (input install-ssh-key)`;
}
function health({ control, disturbed, force }, { byHand }) {
    const trouble = control?.trouble;
    if (trouble === undefined)
        return [];
    return [
        {
            code: 'pbx-not-healthy',
            severity: 'warning',
            message: `The PBX's nodes are not all well: ${trouble}. See ${byHand.status}`,
        },
        ...(force ? [] : [...disturbed]).map((server) => ({
            code: 'pbx-not-healthy',
            severity: 'blocking',
            server,
            message: `${server} is not disturbed as long as the PBX's nodes are not all well (force does it all the same)`,
        })),
    ];
}
/** The guide's scripts install and upgrade to what the PBX runs: it comes first, and by hand. */
function otherImage({ live, pbx, work }, { image }, { byHand }) {
    const roles = work.filter(({ what }) => what === 'install' || what === 'update');
    if (roles.length === 0 || !pbx || (0,cluster_image/* sameImage */.G4)(pbx.image, image))
        return [];
    return [
        {
            code: 'pbx-image',
            severity: 'warning',
            message: `The PBX runs ${pbx.image} and the cluster file wants ${image}: upgrade the PBX first, as PortSIP's high-availability guide says (${byHand.upgrade}), or correct image in the cluster file`,
        },
        ...roles.map(({ server }) => ({
            code: 'pbx-image',
            // What is compared without asking anybody may be so by the time it is deployed.
            severity: live ? 'blocking' : 'warning',
            server,
            message: `${server} would get what the PBX runs, ${pbx.image}: upgrade the PBX first`,
        })),
    ];
}
function otherSystem({ main, hosts, work }) {
    return work.flatMap(({ server, what }) => {
        const facts = hosts.get(server);
        if (what !== 'install' || !(0,reachable/* isReachable */.k)(facts))
            return [];
        if (main.os.id === facts.os.id && main.os.version === facts.os.version)
            return [];
        return [
            {
                code: 'host-os-differs',
                severity: 'blocking',
                server,
                message: `${server} runs ${facts.os.prettyName} and the PBX ${main.os.prettyName}; with high availability all must run the same release`,
            },
        ];
    });
}
//# sourceMappingURL=high-availability.js.map
;// CONCATENATED MODULE: ./build/src/host/control-plane/standalone.js



/** One PBX; each role's control script is run on the role's own host. */
function standalone(cluster) {
    const { machine, privateIp } = cluster.pbx;
    const { scriptsPath } = cluster;
    const site = { pbxIp: privateIp };
    const byHand = (words) => `on the main server: cd ${scriptsPath} && sudo /bin/sh pbx_ctl.sh ${words}`;
    return {
        name: 'standalone',
        mainName: 'main server',
        pbxMachines: [machine],
        pbxScriptsPath: scriptsPath,
        drivesPbx: true,
        followsPbxImage: false,
        byHand: {
            restart: `${byHand('restart')} (ends all calls)`,
            upgrade: byHand(`upgrade -i ${cluster.pbx.image ?? cluster.image}`),
            status: byHand('status'),
        },
        systems: {
            versions: { ubuntu: ['22.04', '24.04'], debian: ['12'] },
            words: 'Ubuntu 22.04, Ubuntu 24.04 and Debian 12',
        },
        wantsReadyHosts: true,
        controlMachine: (server) => server,
        command(server, verb, token) {
            const { script, token: signsIn } = roles/* ROLES */.gg[server.role];
            const option = verb === 'run' ? signsIn?.option : undefined;
            const secrets = option && token !== null ? [checkToken(server.name, token)] : [];
            const [told = SHOWN_TOKEN] = secrets;
            return {
                machine: server,
                cwd: scriptsPath,
                argv: [
                    '/bin/sh',
                    ...plainWords([script.file, verb, ...script.words(server, verb, site)]),
                    ...(option ? [option, told] : []),
                ],
                secrets,
            };
        },
        pbxCommand(verb) {
            const words = {
                restart: ['restart'],
                'restart-loadbalancer': ['restart', '-s', 'loadbalancer'],
                upgrade: ['upgrade', '-i', cluster.pbx.image ?? cluster.image],
            }[verb];
            return { machine, cwd: scriptsPath, argv: ['/bin/sh', ...plainWords(['pbx_ctl.sh', ...words])], secrets: [] };
        },
        updateVerbs(role, { image, rest }) {
            const { recreate, upgradesInPlace } = roles/* ROLES */.gg[role];
            return image && !rest && upgradesInPlace ? ['upgrade'] : [...recreate];
        },
        upgradeWantsNewToken: () => false,
        decides: () => NOTHING,
        sizes: (role) => roles/* ROLES */.gg[role].sizes.standalone,
        differences(server, facts) {
            const container = containerOf(server, facts);
            const { image, role } = server;
            return once([
                ...configDifferences(wantedConfig(server, site, NOTHING), configOf(server, facts)),
                ...(container ? containerDifferences(container, { image, args: roles/* ROLES */.gg[role].args(server, site) }) : []),
            ]);
        },
        installed: (server) => installedState(server, site, NOTHING),
        readNodes: () => Promise.resolve(undefined),
        trouble: () => Promise.resolve(undefined),
        letIn: () => Promise.resolve(),
        findings: () => [],
    };
}
const NOTHING = new Set();
//# sourceMappingURL=standalone.js.map
;// CONCATENATED MODULE: ./build/src/host/control-plane/index.js



/** Who runs PortSIP's scripts where, as the cluster file says: the one place that chooses. */
function controlPlane(cluster) {
    return cluster.pbx.highAvailability ? highAvailability(cluster, cluster.pbx.highAvailability) : standalone(cluster);
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 54250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ isReachable)
/* harmony export */ });
function isReachable(facts) {
    return facts !== undefined && !('unreachable' in facts);
}
//# sourceMappingURL=reachable.js.map

/***/ }),

/***/ 70126:
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
//# sourceMappingURL=shell-quote.js.map

/***/ }),

/***/ 7399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R9: () => (/* binding */ NotStarted),
  yf: () => (/* binding */ runAsRoot),
  _M: () => (/* binding */ where)
});

// UNUSED EXPORTS: loader, payload

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/host/frames.js
/**
 * Takes a stream apart that holds, somewhere, `TOKEN-begin`, output, `TOKEN-endCODE\n`. What a login shell prints
 * around it is dropped. Output is passed on as soon as it cannot be part of the end marker.
 */
class FrameReader {
    onData;
    /** The script's exit code, once the end was read */
    code;
    begin;
    end;
    state = 'before';
    pending = Buffer.alloc(0);
    constructor(token, onData) {
        this.onData = onData;
        this.begin = Buffer.from(`${token}-begin`);
        this.end = Buffer.from(`${token}-end`);
    }
    push(chunk) {
        if (this.state === 'after')
            return;
        this.pending = Buffer.concat([this.pending, chunk]);
        if (this.state === 'before') {
            const at = this.pending.indexOf(this.begin);
            if (at < 0)
                return this.keep(this.begin.length);
            this.pending = this.pending.subarray(at + this.begin.length);
            this.state = 'inside';
        }
        if (this.state === 'inside') {
            const at = this.pending.indexOf(this.end);
            const safe = at < 0 ? this.pending.length - this.possibleEnd() : at;
            if (safe > 0)
                this.onData(this.pending.subarray(0, safe));
            if (at < 0) {
                this.pending = this.pending.subarray(safe);
                return;
            }
            this.pending = this.pending.subarray(at + this.end.length);
            this.state = 'code';
        }
        const newline = this.pending.indexOf(0x0a);
        if (newline < 0)
            return this.keep(16);
        this.code = Number.parseInt(this.pending.subarray(0, newline).toString('latin1'), 10);
        this.state = 'after';
    }
    keep(bytes) {
        this.pending = this.pending.subarray(Math.max(0, this.pending.length - bytes));
    }
    /** How many bytes at the end of `pending` could be the first ones of the end marker. */
    possibleEnd() {
        for (let length = Math.min(this.end.length - 1, this.pending.length); length > 0; length--)
            if (this.pending.subarray(this.pending.length - length).equals(this.end.subarray(0, length)))
                return length;
        return 0;
    }
}
//# sourceMappingURL=frames.js.map
// EXTERNAL MODULE: ./build/src/host/shell-quote.js
var shell_quote = __webpack_require__(70126);
// EXTERNAL MODULE: ./build/src/host/types.js
var types = __webpack_require__(65720);
;// CONCATENATED MODULE: ./build/src/host/shell.js




/** The connection went before the host had been told what to do: it can be told again. */
class NotStarted extends Error {
}
/** A host may not fill our memory. */
const MAX_OUTPUT = 32 * 1024 * 1024;
/** sudo, PAM and a slow login shell included */
const READY_MS = 30_000;
/**
 * What the login shell gets to see: two single-quoted words without anything that sh, csh or fish would treat
 * differently (no quote, backslash, exclamation mark or newline). The first becomes root, the second reads one line
 * and runs it: `read` takes no byte more than the line, and a line cut off by a dying connection is not run.
 */
function loader(token) {
    const asRoot = `test "$(id -u)" = 0 && exec /bin/sh -c "$0"; LC_ALL=C; export LC_ALL; exec sudo -S -p ${token}-password: /bin/sh -c "$0"`;
    const readLine = `echo ${token}-ready; IFS= read -r a && eval "$(printf %b "$a")"`;
    return `/bin/sh -c '${asRoot}' '${readLine}'`;
}
/** The line that the loader runs: arguments, script and input as data, output between markers. */
function payload(token, command) {
    const mark = (kind) => `printf %s ${token}-${kind}; printf %s ${token}-${kind} >&2`;
    const work = `(\n${command.script}\n)`;
    return (0,shell_quote/* printfEscape */.XP)([
        ...(command.input === undefined ? [] : ['IFS= read -r input || exit 125']),
        mark('begin'),
        `set -- ${(0,shell_quote/* shellQuoteAll */.M_)(command.args)}`,
        command.input === undefined ? `${work} </dev/null` : `printf %b "$input" | ${work}`,
        'code=$?',
        `printf "%s%d\\n" ${token}-end "$code"; printf "%s%d\\n" ${token}-end "$code" >&2`,
    ].join('\n'));
}
/** Runs a script as root over an open connection. Throws NotStarted or HostError. */
async function runAsRoot(client, machine, sudoPassword, command) {
    const token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const fail = (message, code, cause) => new types/* HostError */.d(`${where(machine)} ${message}`, machine.name, code, cause);
    const serve = (channel, resolve, reject) => {
        let phase = 'waiting';
        let began = 0;
        let exitCode;
        let asked = 0;
        let size = 0;
        const early = { stdout: '', stderr: '' };
        const collected = [];
        const errors = [];
        const collect = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT)
                end(fail(`prints more than ${MAX_OUTPUT / 1024 / 1024} MiB where a few lines were expected`, 'command'));
            else
                into.push(chunk);
        };
        const stdout = new FrameReader(token, command.onStdout ?? collect(collected));
        const stderr = new FrameReader(token, collect(errors));
        const readyTimer = setTimeout(() => end(fail(`did not become root within ${READY_MS / 1000} s${saidSoFar(early)}: log in as ${machine.ssh.user} and try "sudo -n true" there`, 'sudo')), READY_MS);
        const timer = setTimeout(() => end(fail(`has not finished within ${Math.round(command.timeoutMs / 1000)} s; what was begun there goes on`, 'timeout')), command.timeoutMs);
        const onAbort = () => end(fail('is no longer waited for: the run was cancelled', 'timeout', command.signal?.reason));
        command.signal?.addEventListener('abort', onAbort, { once: true });
        function end(outcome) {
            if (phase === 'over')
                return;
            phase = 'over';
            clearTimeout(readyTimer);
            clearTimeout(timer);
            command.signal?.removeEventListener('abort', onAbort);
            // A daemon that a script left behind may hold the channel open: whoever has the result does not wait for it.
            channel.close();
            if (outcome instanceof Error)
                reject(outcome);
            else
                resolve(outcome);
        }
        function begin() {
            phase = 'running';
            clearTimeout(readyTimer);
            const input = command.input === undefined ? '' : `${(0,shell_quote/* printfEscape */.XP)(command.input)}\n`;
            began = Date.now();
            channel.end(`${payload(token, command)}\n${input}`);
        }
        function answerPassword() {
            asked++;
            if (sudoPassword === undefined)
                end(fail(`asks for a password when ${machine.ssh.user} uses sudo: give it (sudo-password, PORTSIP_SUDO_PASSWORD), or allow it without one in /etc/sudoers.d: "${machine.ssh.user} ALL=(ALL) NOPASSWD: ALL"`, 'sudo'));
            else if (asked > 1)
                end(fail(`does not accept the sudo password of ${machine.ssh.user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'));
            else
                channel.write(`${sudoPassword}\n`);
        }
        function finish() {
            if (stdout.code === undefined || stderr.code === undefined)
                return;
            end({
                code: stdout.code,
                stdout: Buffer.concat(collected).toString('utf8'),
                stderr: Buffer.concat(errors).toString('utf8'),
                began,
                ended: Date.now(),
            });
        }
        channel.on('data', (chunk) => {
            if (phase === 'waiting') {
                early.stdout = (early.stdout + chunk.toString('latin1')).slice(-8192);
                if (early.stdout.includes(`${token}-ready`))
                    begin();
            }
            else if (phase === 'running') {
                stdout.push(chunk);
                finish();
            }
        });
        channel.stderr.on('data', (chunk) => {
            if (phase === 'waiting') {
                early.stderr = (early.stderr + chunk.toString('latin1')).slice(-8192);
                // Some PAM modules put their own words in place of ours.
                const prompt = early.stderr.indexOf(`${token}-password:`);
                const other = /(?:^|\n)[^\n]*password[^\n]*:[ \t]*$/i.exec(early.stderr);
                if (prompt < 0 && !other)
                    return;
                early.stderr = prompt < 0 ? '' : early.stderr.slice(prompt + token.length + '-password:'.length);
                answerPassword();
            }
            else if (phase === 'running') {
                stderr.push(chunk);
                finish();
            }
        });
        channel.on('exit', (code) => {
            exitCode = code ?? 255;
        });
        channel.on('error', () => { }); // 'close' follows
        channel.on('close', () => {
            if (phase === 'waiting') {
                if (exitCode === undefined)
                    end(new NotStarted('connection lost'));
                else
                    end(fail(...refusal(machine, exitCode, early)));
            }
            else if (phase === 'running') {
                if (exitCode === undefined)
                    end(fail('lost the connection while a command ran', 'connection-lost'));
                else
                    end(fail(`ended a command before it was done (exit ${exitCode})`, 'command'));
            }
        });
        if (command.signal?.aborted)
            onAbort();
    };
    return await exec(client, machine, loader(token), serve);
}
/** Why the loader never became root, in an operator's words. */
function refusal(machine, code, early) {
    const user = machine.ssh.user;
    const said = early.stderr;
    if (/not in the sudoers|not allowed to (execute|run)|may not run sudo/i.test(said))
        return [
            `does not let ${user} use sudo: add "${user} ALL=(ALL) NOPASSWD: ALL" in /etc/sudoers.d, or use another ssh.user`,
            'sudo',
        ];
    if (/must have a tty/i.test(said))
        return [`lets ${user} use sudo on a terminal only: remove "requiretty" from its sudoers file`, 'sudo'];
    if (/sudo: (command )?not found|sudo: No such file/i.test(said))
        return [`has no sudo: install it, or use ssh.user root`, 'sudo'];
    if (/incorrect password|password is required|no password was provided/i.test(said))
        return [`does not accept the sudo password of ${user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'];
    if (/sudo/.test(said))
        return [`refuses sudo to ${user}${saidSoFar(early)}`, 'sudo'];
    return [
        `could not start /bin/sh for ${user} (exit ${code})${saidSoFar(early)}: its login shell must allow commands over SSH`,
        'command',
    ];
}
function saidSoFar(early) {
    const line = `${early.stdout}\n${early.stderr}`
        .split('\n')
        .map((text) => text.replace(/[^\x20-\x7e]/g, '').trim())
        .filter((text) => text !== '')
        .at(-1);
    return line ? ` (it says "${line.slice(0, 200)}")` : '';
}
function where(machine) {
    const port = machine.ssh.port === 22 ? '' : `:${machine.ssh.port}`;
    return machine.name === machine.address ? `${machine.address}${port}` : `${machine.name} (${machine.address}${port})`;
}
/**
 * Opens a session and hands its channel over within the same tick, as what a short command says and its end may come
 * in one packet. sshd allows 10 sessions a connection (MaxSessions), or fewer: a refused one is tried again for a while.
 */
async function exec(client, machine, commandLine, serve) {
    for (let attempt = 0;; attempt++) {
        try {
            return await new Promise((resolve, reject) => {
                // The callback never comes when the connection dies at this very moment.
                const onClose = () => reject(new NotStarted('connection lost'));
                client.once('close', onClose);
                client.exec(commandLine, (error, channel) => {
                    client.removeListener('close', onClose);
                    if (!error)
                        serve(channel, resolve, reject);
                    else if (/open failure|open failed/i.test(error.message))
                        reject(new SessionRefused(error.message));
                    else
                        reject(new NotStarted(error.message, { cause: error }));
                });
            });
        }
        catch (error) {
            if (error instanceof Error && error.message === 'Not connected')
                throw new NotStarted(error.message, { cause: error });
            if (!(error instanceof SessionRefused))
                throw error;
            if (attempt >= 40)
                throw new types/* HostError */.d(`${where(machine)} opens no further session on its SSH connection: raise MaxSessions in its sshd_config`, machine.name, 'command', error);
            await new Promise((resolve) => setTimeout(resolve, 250));
        }
    }
}
class SessionRefused extends Error {
}
//# sourceMappingURL=shell.js.map

/***/ }),

/***/ 65720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HostError)
/* harmony export */ });
/** What went wrong between us and a host, in words for an operator, with the cure. */
class HostError extends Error {
    host;
    code;
    constructor(message, host, code, cause) {
        super(message, { cause });
        this.host = host;
        this.code = code;
        this.name = 'HostError';
    }
}
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 49937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** An input that cannot be used (arguments, secrets, fields). Shown without a stack trace. Exit code 2. */
class InputError extends Error {
    constructor(message) {
        super(message);
        this.name = 'InputError';
    }
}
//# sourceMappingURL=input-error.js.map

/***/ }),

/***/ 71252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Secrets: () => (/* binding */ Secrets),
/* harmony export */   silent: () => (/* binding */ silent)
/* harmony export */ });
/** Values that must never be printed. Everything that leaves the process as text passes through `redact`. */
class Secrets {
    values = new Set();
    listeners = [];
    /** Call before the first line that could hold the value. Multi-line values are also masked line by line. */
    add(value) {
        if (!value)
            return;
        const parts = [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())];
        // Also as JSON writes it: plans and status are redacted as whole documents.
        for (const part of new Set(parts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))) {
            // Short parts (PEM armour ends, blank lines) would turn every log into asterisks.
            if (part.length < 6 || part.startsWith('-----') || this.values.has(part))
                continue;
            this.values.add(part);
            for (const listener of this.listeners)
                listener(part);
        }
    }
    /** Told of each value already known and each that comes, e.g. `core.setSecret`. */
    onAdd(listener) {
        for (const value of this.values)
            listener(value);
        this.listeners.push(listener);
    }
    redact(text) {
        // Longest first, so that a secret that holds another one is masked whole.
        for (const value of [...this.values].sort((a, b) => b.length - a.length))
            text = text.replaceAll(value, '***');
        return text;
    }
}
const silent = {
    debug: () => { },
    info: () => { },
    warning: () => { },
    error: () => { },
    remote: () => { },
    change: () => { },
    group: (_title, work) => work(),
};
//# sourceMappingURL=log.js.map

/***/ }),

/***/ 89510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Am: () => (/* binding */ SYMBOLS),
/* harmony export */   CD: () => (/* binding */ ASCII_SYMBOLS),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Ix: () => (/* binding */ LEGEND),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   dH: () => (/* binding */ deed),
/* harmony export */   gM: () => (/* binding */ telling),
/* harmony export */   kl: () => (/* reexport safe */ _stages_change__WEBPACK_IMPORTED_MODULE_2__.kl),
/* harmony export */   mC: () => (/* binding */ around),
/* harmony export */   o2: () => (/* binding */ introduce),
/* harmony export */   rl: () => (/* binding */ verbOf)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5958);
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);




const SYMBOLS = {
    create: '+',
    update: '~',
    replace: '-/+',
    delete: '-',
    restart: '↻',
};
/** For terminals that know ASCII only. */
const ASCII_SYMBOLS = { ...SYMBOLS, restart: 'o' };
const LEGEND = {
    create: 'add',
    update: 'change in place',
    replace: 'remove and add again',
    delete: 'remove',
    restart: 'restart',
};
/** What a change is about, below the name of its server: "entry in the portal". */
function objectOf(change) {
    return (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change).object(change);
}
/** Why, for people: "not in the portal yet" */
function reasonOf(change) {
    return (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change).reason(change);
}
/** What is done, without whom it is done to: "register", "take out of the portal". */
function verbOf(change) {
    return (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change).deed(change).join(' ');
}
/** Who it is done to: "media-server-2", "the resource load balancer". */
function targetOf(change) {
    return (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change).target(change);
}
/** "install media-server-2", "take media-server-2 out of the portal" */
function deed(change) {
    return around((0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change).deed(change), targetOf(change));
}
/** A verb and its particle, around whom it is done to. */
function around([verb, particle], whom) {
    return [verb, whom, particle].filter(Boolean).join(' ');
}
/** "media server, 192.168.1.21, public 104.101.137.60" */
function introduce({ role, privateIp, publicIp }) {
    return [_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label, privateIp, publicIp && (privateIp ? `public ${publicIp}` : publicIp)]
        .filter(Boolean)
        .join(', ');
}
/** What would be different, as far as that says more than the change's name does already. */
function telling(change) {
    const words = (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(change);
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
//# sourceMappingURL=words.js.map

/***/ }),

/***/ 42622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ builtInWords),
/* harmony export */   Zj: () => (/* binding */ turnOn),
/* harmony export */   wx: () => (/* binding */ builtIn)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _host_reachable__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54250);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61398);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52842);
/* harmony import */ var _live__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29508);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17033);
/* harmony import */ var _status__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99028);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73039);








/**
 * The PBX's own server of a role goes off once another one is ONLINE. The guide does it first; done last it costs no calls.
 * Part of registering, in the words of actions, but decided once it is known what is installed.
 */
const builtIn = {
    name: 'register',
    diff: (input, planned) => ({
        changes: _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.flatMap((role) => diffBuiltIn(role, input, planned) ?? []),
        findings: [],
    }),
    apply: { 'built-in-off': turnOff },
    words: { 'built-in-off': builtInWords() },
};
function diffBuiltIn(role, input, planned) {
    const { cluster, live } = input;
    const present = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
    if (!present?.enabled || cluster.builtInServers === 'keep')
        return undefined;
    const serving = cluster.servers.filter((server) => server.role === role && server.enabled);
    // One that nothing replaces stays on.
    if (!serving.some(({ name }) => isThereOrComes(role, name, input, planned)))
        return undefined;
    return {
        kind: 'built-in-off',
        id: _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.builtIn(role),
        action: 'update',
        causes: [{ cause: 'replaced' }],
        impact: 'none',
        needs: planned.these(serving.flatMap(({ name }) => [_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.entry(name), _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.role(name)])),
        after: [],
        role,
    };
}
function isThereOrComes(role, name, { live }, planned) {
    const entry = live.portal.servers[role].find((server) => server.name === name);
    const facts = live.hosts.get(name);
    const { container } = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role];
    return ((entry !== undefined && (0,_live__WEBPACK_IMPORTED_MODULE_5__/* .isOnline */ .sc)(live, entry)) ||
        ((0,_host_reachable__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .k)(facts) && facts.containers.some((one) => one.running && one.name === container)) ||
        planned.ids.has(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.role(name)));
}
function builtInWords() {
    return {
        object: ({ role }) => `built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label}`,
        deed: ({ kind }) => [kind === 'built-in-on' ? 'turn on' : 'turn off'],
        target: ({ role }) => `the built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label}`,
        reason: ({ kind, role }) => kind === 'built-in-on'
            ? `no other ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label} is left to take calls`
            : `the cluster's own ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label}s take over from the one on the main server`,
        differences: ({ kind }) => {
            const on = kind === 'built-in-on';
            return [{ name: 'enabled', before: String(!on), after: String(on) }];
        },
    };
}
/** Turns the built-in server on before the last other one of its role goes. */
async function turnOn({ role }, run) {
    const { pbx } = run.session;
    const present = builtInOf(run, role);
    await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .setEnabled */ .kv)(run, present, true);
    const online = await (0,_wait__WEBPACK_IMPORTED_MODULE_7__/* .until */ .T)(run.session, 60_000, async () => (await pbx.status(role, present.id)).status === 'ONLINE' ? true : undefined);
    if (!online)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`The built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label} was turned on, but is not ONLINE; see ${run.plane.byHand.status}`);
}
async function turnOff({ role, id }, run) {
    const present = builtInOf(run, role);
    run.progress(id, 'waiting for a replacement to be ONLINE');
    const replaced = await (0,_wait__WEBPACK_IMPORTED_MODULE_7__/* .until */ .T)(run.session, _drain__WEBPACK_IMPORTED_MODULE_2__/* .ONLINE_DEADLINE_MS */ .Qf, async () => {
        for (const server of run.portal.of(role)) {
            if (server.type !== 'EXTERNAL' || !server.enabled)
                continue;
            if ((await (0,_status__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(run.session.pbx, role, server.id)).status === 'ONLINE')
                return true;
        }
        return undefined;
    });
    if (!replaced) {
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`No ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label} of the cluster is ONLINE: the built-in one stays on, so that calls go through`);
    }
    await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .setEnabled */ .kv)(run, present, false);
}
function builtInOf(run, role) {
    const present = run.portal.builtIn(role);
    if (!present)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`The portal has no built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label}`);
    return present;
}
//# sourceMappingURL=built-in.js.map

/***/ }),

/***/ 61398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   xK: () => (/* binding */ Planned)
/* harmony export */ });
/*
 * A change is data: what one stage would do to one object, decided in that stage's diff. Ids, reasons, attributes, words and
 * digests are made from it (words.ts, plan/fingerprint.ts), and never read back.
 */
const ACTIONS = ['create', 'update', 'replace', 'delete', 'restart'];
const idOf = {
    source: (cidr) => `firewall/${cidr}`,
    whitelist: (cidr) => `whitelist/${cidr}`,
    entry: (server) => `server/${server}`,
    builtIn: (role) => `built-in/${role}`,
    token: (service) => `token/${service}`,
    sshKey: (server) => `ssh-key/${server}`,
    role: (server) => `role/${server}`,
    restart: (server) => `restart/${server}`,
    pbxImage: 'role/pbx',
    pbxRestart: 'restart/pbx',
    loadBalancerRestart: 'restart/loadbalancer',
};
/** Narrows a list to changes of some kinds. */
function ofKind(changes, ...kinds) {
    return changes.filter((change) => kinds.includes(change.kind));
}
/** What is decided already, for a later stage's diff. */
class Planned {
    changes;
    ids;
    constructor(changes) {
        this.changes = changes;
        this.ids = new Set(changes.map(({ id }) => id));
    }
    /** Those of `ids` that there is something to do about: what is in place already is in no plan. */
    these(ids) {
        return [...new Set(ids)].filter((id) => this.ids.has(id));
    }
    ofKind(...kinds) {
        return ofKind(this.changes, ...kinds);
    }
}
//# sourceMappingURL=change.js.map

/***/ }),

/***/ 28262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ departing),
/* harmony export */   SD: () => (/* binding */ departingMachine),
/* harmony export */   UJ: () => (/* binding */ oldHost),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   wC: () => (/* binding */ asServer)
/* harmony export */ });
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85039);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55772);



/** What is ours by the record and no longer in the file; with `unmanaged_servers: remove` also what the portal has besides. */
function departing(cluster, record, portal) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const gone = (name) => !names.has(name);
    const found = new Map();
    if (cluster.unmanagedServers === 'remove') {
        for (const role of _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .LISTED_ROLES */ .cS) {
            for (const server of portal[role]) {
                const address = server.privateIp ?? server.publicIp;
                if (server.type === 'INTERNAL' || !address || !gone(server.name))
                    continue;
                const { privateIp, publicIp } = server;
                found.set(server.name, {
                    name: server.name,
                    role,
                    address,
                    ssh: cluster.ssh,
                    ...(privateIp && { privateIp }),
                    ...(publicIp && { publicIp }),
                });
            }
        }
    }
    for (const [name, server] of Object.entries(record?.servers ?? {}))
        if (gone(name))
            found.set(name, { name, ...server });
    return [...found.values()].sort(_names__WEBPACK_IMPORTED_MODULE_2__/* .inRoleOrder */ .Mg);
}
/** Servers whose address changed and that were installed at the old one by us: there they have to go. */
function moved(cluster, record) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const addresses = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_0__/* .ByAddress */ .I(cluster.servers.map(({ address }) => [address, true]));
    return Object.entries(record?.servers ?? {}).flatMap(([name, old]) => names.has(name) && !addresses.has(old.address) ? [{ name, ...old }] : []);
}
/** Under which name the facts of the host that a server left are kept. */
function oldHost({ name, address }) {
    return `${name} (${address})`;
}
/** For the command lines, which know servers of the cluster file. */
function asServer({ role, ...departing }, { image, dataPath }) {
    const { name, address, ssh, privateIp, publicIp } = departing;
    return (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .serverSpec */ .RU)(role, {
        name,
        address,
        ssh,
        ...(privateIp && { privateIp }),
        ...(publicIp && { publicIp }),
        enabled: false,
        image,
        dataPath,
    });
}
function departingMachine({ name, address, ssh }) {
    return { name, address, ssh };
}
//# sourceMappingURL=departing.js.map

/***/ }),

/***/ 52842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ ONLINE_DEADLINE_MS),
/* harmony export */   RK: () => (/* binding */ drainForGood),
/* harmony export */   WD: () => (/* binding */ online),
/* harmony export */   b8: () => (/* binding */ disable),
/* harmony export */   kv: () => (/* binding */ setEnabled),
/* harmony export */   oB: () => (/* binding */ drained),
/* harmony export */   v8: () => (/* binding */ dismissStandIns)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _host_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65720);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55772);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17033);
/* harmony import */ var _status__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99028);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73039);






/** Queue and IVR servers do not tell how many calls they have: those get this long, or the drain timeout if that is shorter. */
const GRACE_MS = 30_000;
const ONLINE_DEADLINE_MS = 180_000;
/** A call that was on its way to a server as it was disabled is counted a moment later. */
const QUIET_MS = 2_000;
/** A server that the PBX loses from sight for a moment still has its calls. */
const OFFLINE_MS = 10_000;
/**
 * Does `work` on a server that takes no calls meanwhile: disabled in the portal, its calls ended, something else serving its
 * role. Afterwards it is enabled again, if it was and if it answers. When it does not come back it stays disabled, so that no
 * call is sent to it, and the next run enables it.
 */
async function drained(run, server, id, work) {
    const entry = run.portal.forServer(server);
    if (!(0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(server.role) || !entry)
        return work();
    const { role } = server;
    if (!entry.enabled && !isLeftDrained(run, server.name)) {
        // It takes no new calls, and stays so; those that it has are no less calls.
        await callsEnd(run, entry, id, 'nothing was done to it');
        return work();
    }
    const release = await inTurn(run, role, async () => {
        const standIn = await secureRole(run, entry, id);
        await run.record.update((record) => ({ ...record, draining: [...new Set([...record.draining, server.name])] }));
        if (entry.enabled)
            await setEnabled(run, entry, false);
        return standIn;
    });
    try {
        await callsEnd(run, entry, id, 'nothing was done to it and it takes calls again');
    }
    catch (error) {
        await enableAgain(run, entry, release);
        throw error;
    }
    try {
        await work();
    }
    catch (error) {
        // What goes on there without us may stop it any moment: whoever comes next enables it.
        if (!mayGoOn(run, error) && (await isOnline(run, role, entry.id)))
            await enableAgain(run, entry, release);
        throw error;
    }
    await enableAgain(run, entry, release);
}
/** An interrupted run disabled it; the cluster file wants it to take calls. */
function isLeftDrained(run, name) {
    return run.record.current.draining.includes(name) && (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .findServer */ .Fm)(run.session.cluster, name)?.enabled === true;
}
/** Whether a script may still be at work on the host although nobody waits for it any more. */
function mayGoOn(run, error) {
    return run.session.signal.aborted || (error instanceof _host_types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d && error.code !== 'command');
}
async function isOnline(run, role, id) {
    return run.session.pbx.status(role, id).then(({ status }) => status === 'ONLINE', () => false);
}
/** Disables a server for good and waits until its calls have ended. */
async function drainForGood(run, entry, id) {
    if (entry.enabled)
        await disable(run, entry, id);
    await callsEnd(run, entry, id, 'it takes no new calls any more, and the next deploy goes on with it');
}
/** No new calls for it, once another server of its role takes them. */
async function disable(run, entry, id) {
    await inTurn(run, entry.role, async () => {
        await secureRole(run, entry, id);
        await setEnabled(run, entry, false);
    });
}
async function enableAgain(run, entry, release) {
    // The portal may have a new entry of it by now.
    const now = run.portal.find(entry.role, entry.name);
    if (now)
        await setEnabled(run, now, true);
    await inTurn(run, entry.role, release);
    await run.record.update((record) => ({ ...record, draining: record.draining.filter((name) => name !== entry.name) }));
}
async function setEnabled(run, entry, enabled) {
    await (0,_status__WEBPACK_IMPORTED_MODULE_4__/* .inPortal */ .G)(entry, run.session.pbx.updateServer(entry.role, entry.id, { enabled }));
    run.portal.put({ ...entry, enabled });
}
/** Makes sure that another server of the role takes calls, the built-in one if there is no other. Gives what undoes that. */
async function secureRole(run, entry, id) {
    const { session } = run;
    const { pbx } = session;
    const nothing = () => Promise.resolve();
    const label = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[entry.role].label;
    const others = run.portal.of(entry.role).filter((other) => other.name !== entry.name && other.enabled);
    for (const other of others) {
        const { status } = await (0,_status__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(pbx, entry.role, other.id);
        if (status === 'ONLINE')
            return nothing;
    }
    const builtIn = run.portal.builtIn(entry.role);
    if (!builtIn) {
        if (run.options.force)
            return nothing;
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`${entry.name} is the last ${label} that takes calls, and there is no built-in one to stand in; add another ${label}, or force it`);
    }
    if (builtIn.enabled) {
        if (run.options.force)
            return nothing;
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`${entry.name} is the last ${label} that takes calls: the built-in one on the main server is enabled but OFFLINE; start it, or force it`);
    }
    run.progress(id, `the built-in ${label} takes calls meanwhile`);
    await setEnabled(run, builtIn, true);
    run.standIns.add(entry.role);
    const online = await (0,_wait__WEBPACK_IMPORTED_MODULE_5__/* .until */ .T)(session, 30_000, async () => (await pbx.status(entry.role, builtIn.id)).status === 'ONLINE' ? true : undefined);
    if (!online && !run.options.force) {
        await setEnabled(run, builtIn, false);
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`${entry.name} is the last ${label} that takes calls, and the built-in one on the main server does not come ONLINE; look at it (${run.plane.byHand.status}), or force it`);
    }
    return () => dismiss(run, entry.role);
}
async function dismiss(run, role) {
    const builtIn = run.portal.builtIn(role);
    if (builtIn?.enabled)
        await setEnabled(run, builtIn, false);
    run.standIns.delete(role);
}
/** Built-in servers that stood in for one that was replaced go off again where another one is ONLINE; the rest stays on. */
async function dismissStandIns(run) {
    for (const role of [...run.standIns]) {
        try {
            for (const server of run.portal.of(role)) {
                if (server.type === 'INTERNAL' || !server.enabled || !(await isOnline(run, role, server.id)))
                    continue;
                await dismiss(run, role);
                break;
            }
        }
        catch (error) {
            // All that was asked for is done; that a server too many takes calls harms nobody.
            const why = error instanceof Error ? error.message : String(error);
            run.session.log.warning(`The built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label} still takes calls, the next deploy turns it off: ${why}`);
        }
    }
}
/** `state`: what to tell of the server when its calls do not end */
async function callsEnd(run, entry, id, state) {
    const { session } = run;
    const { restart } = session.cluster;
    const timeoutMs = restart.drainTimeoutSeconds * 1000;
    const started = session.now();
    const tell = every(session, 5_000, (text) => run.progress(id, text));
    let calls = 0;
    const since = {};
    /** Whether it is as it is for long enough to be believed */
    const lasts = (what, ms, within) => {
        const left = (since[what] ??= session.now()) + Math.min(ms, timeoutMs) - session.now();
        within(left);
        return left <= 0;
    };
    const ended = await (0,_wait__WEBPACK_IMPORTED_MODULE_5__/* .until */ .T)(session, timeoutMs, async (within) => {
        const status = await (0,_status__WEBPACK_IMPORTED_MODULE_4__/* .inPortal */ .G)(entry, session.pbx.status(entry.role, entry.id));
        if (status.status === 'OFFLINE')
            return lasts('offline', OFFLINE_MS, within) ? true : undefined;
        delete since.offline;
        calls = status.calls ?? 0;
        const waited = session.now() - started;
        if (status.calls === undefined) {
            const grace = Math.min(GRACE_MS, timeoutMs);
            if (waited >= grace)
                return true;
            within(grace - waited);
            tell(`${entry.name} takes no new calls; ${seconds(grace - waited)} for those it has`);
            return undefined;
        }
        if (calls === 0)
            return lasts('quiet', QUIET_MS, within) ? true : undefined;
        delete since.quiet;
        run.progress(id, `waiting for ${calls} ${calls === 1 ? 'call' : 'calls'} on ${entry.name} to end (${seconds(waited)} of ${seconds(timeoutMs)})`);
        return undefined;
    });
    if (session.signal.aborted)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`cancelled while calls were ending; ${state}`);
    if (ended || calls === 0)
        return;
    if (restart.onDrainTimeout === 'force' || run.options.force) {
        session.log.warning(`${entry.name} still has ${calls} calls after ${seconds(timeoutMs)}: they are cut (on_drain_timeout: force)`);
        return;
    }
    throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`${entry.name} still has ${calls} ${calls === 1 ? 'call' : 'calls'} after ${seconds(timeoutMs)} (restart.drain_timeout); ${state}. Try when there are fewer calls, or set restart.on_drain_timeout: force to cut them`);
}
/** Waits until the PBX says that it sees the server. `hopeless`, aborted: whoever did that tells why, and nothing is waited for. */
async function online(run, server, id, hopeless) {
    if (!(0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(server.role))
        return;
    const { role } = server;
    const entry = run.portal.find(role, server.name);
    if (!entry)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`${server.name} runs, but is not in the portal`);
    run.progress(id, 'waiting for ONLINE in the portal');
    const seen = await (0,_wait__WEBPACK_IMPORTED_MODULE_5__/* .until */ .T)(run.session, ONLINE_DEADLINE_MS, async () => {
        if (hopeless?.aborted)
            return 'hopeless';
        return (await (0,_status__WEBPACK_IMPORTED_MODULE_4__/* .inPortal */ .G)(entry, run.session.pbx.status(role, entry.id))).status === 'ONLINE' ? 'ONLINE' : undefined;
    });
    if (run.session.signal.aborted && !seen)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z('cancelled while it was waited for');
    if (!seen) {
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Z(`${server.name} runs, but the PBX does not see it: still OFFLINE after ${seconds(ONLINE_DEADLINE_MS)}. Its name must be the same in the portal and on the host, and the main server's firewall must trust its address (sudo firewall-cmd --zone=trusted --list-sources)`);
    }
}
/** Passes on what is told now and then, not each time. */
function every(session, ms, tell) {
    let next = -Infinity;
    return (text) => {
        if (session.now() < next)
            return;
        next = session.now() + ms;
        tell(text);
    };
}
async function inTurn(run, role, work) {
    const before = run.turns.get(role) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    run.turns.set(role, mine);
    return mine;
}
function seconds(ms) {
    const total = Math.round(ms / 1000);
    return total < 120 ? `${total} s` : `${Math.round(total / 60)} min`;
}
//# sourceMappingURL=drain.js.map

/***/ }),

/***/ 27698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ trustedNow),
/* harmony export */   R8: () => (/* binding */ firewall),
/* harmony export */   qY: () => (/* binding */ WHITELIST_EXPIRY),
/* harmony export */   xO: () => (/* binding */ acceptingEntries)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85039);
/* harmony import */ var _host_reachable__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54250);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);




/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
const WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;
const MOST_DESCRIPTION = 255;
/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
const firewall = {
    name: 'firewall',
    diff(input) {
        const sources = diffSources(input);
        const { cluster, live } = input;
        const filters = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .Networks */ .a(live.portal.ipFilters.map((filter) => [filter.cidr, filter]));
        const entries = cluster.servers.map((server) => diffWhitelist(server, cluster.name, filters, live.at));
        return {
            changes: [...sources.changes, ...entries.flatMap(({ changes }) => changes)],
            findings: [...sources.findings, ...entries.flatMap(({ findings }) => findings)],
        };
    },
    apply: { 'trusted-source': applySource, 'whitelist-entry': applyWhitelist },
    words: {
        'trusted-source': {
            object: ({ source }) => `trusted source ${source} in the main server's firewall`,
            deed: ({ action }) => [action === 'create' ? 'trust' : 'change'],
            target: ({ source }) => source,
            reason: ({ causes }) => causes.map(({ cause, on }) => LACKS[cause](on.join(', '))).join('; '),
            differences: ({ source }) => [{ name: 'trusted source', after: source }],
            selfExplaining: () => true,
        },
        'whitelist-entry': {
            object: ({ entry }) => `${entry.cidr} in the PBX's IP whitelist`,
            deed: ({ action }) => [action === 'create' ? 'whitelist' : 'correct the whitelist entry of'],
            target: ({ entry }) => entry.cidr,
            reason: ({ present }) => present ? 'its whitelist entry runs out' : "not in the PBX's IP whitelist yet: its requests would be throttled",
            differences: ({ differences }) => [...differences],
            selfExplaining: ({ action }) => action === 'create',
        },
    },
};
function gatesOf({ main, nodes = new Map() }) {
    const gate = (isMain, on, facts) => (0,_host_reachable__WEBPACK_IMPORTED_MODULE_3__/* .isReachable */ .k)(facts) && facts.firewall ? [{ isMain, on, firewall: facts.firewall }] : [];
    const others = [...nodes].flatMap(([address, facts]) => gate(false, `the PBX node ${address}`, facts));
    return [...gate(true, 'the main server', main), ...others];
}
/** Sources that are in the trusted zone of any of the PBX's firewalls for good. */
function trustedNow(live) {
    return [...new Set(gatesOf(live).flatMap(({ firewall }) => firewall.trusted.permanent))];
}
function diffSources({ cluster, plane, live }) {
    const changes = [];
    const wanted = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster);
    const owned = live.record?.firewall ?? [];
    // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
    const kept = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(wanted.map((source) => [source, true]));
    const leaving = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(owned.filter((source) => !kept.has(source)).map((source) => [source, true]));
    const gates = gatesOf(live);
    const findings = gates.filter(({ firewall }) => !firewall.running).map(notRunning);
    const doors = gates.filter(({ firewall }) => firewall.running).map((gate) => doorOf(gate, leaving));
    const servers = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(cluster.servers.map((server) => [server.address, server]));
    for (const source of doors.length > 0 ? wanted : []) {
        const server = servers.get(source);
        const taken = doors.find(({ zones }) => zones.has(source));
        if (taken) {
            findings.push(zoneConflict(source, taken, server));
            continue;
        }
        const causes = causesOf(doors, source);
        if (causes.length === 0)
            continue;
        const stored = doors.flatMap(({ permanent }) => permanent.holding(source));
        changes.push({
            kind: 'trusted-source',
            id: _change__WEBPACK_IMPORTED_MODULE_2__/* .idOf */ .TH.source(source),
            // Whoever stored it, it was not this run: to make it active does not make it ours.
            action: stored.some((have) => (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameCidr */ .VW)(have, source)) ? 'update' : 'create',
            ...(server && { server: server.name }),
            causes,
            impact: 'none',
            needs: [],
            after: [],
            source,
        });
    }
    const nodes = plane.pbxMachines.map(({ address }) => address);
    const known = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I([...wanted, ...owned, ...nodes].map((source) => [source, true]));
    const foreign = trustedNow(live).filter((source) => !known.has(source));
    if (doors.length > 0 && foreign.length > 0)
        findings.push({
            code: 'unmanaged-source',
            severity: 'note',
            message: `Trusted sources on the main server that the cluster file does not know are left alone: ${foreign.join(', ')}`,
        });
    return { changes, findings };
}
function doorOf(gate, leaving) {
    const { otherZones, trusted } = gate.firewall;
    const staying = (sources) => new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .Networks */ .a(sources.filter((source) => !leaving.has(source)).map((source) => [source, source]));
    return {
        ...gate,
        zones: new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(Object.entries(otherZones)),
        permanent: staying(trusted.permanent),
        runtime: staying(trusted.runtime),
    };
}
function notRunning({ isMain, on }) {
    return {
        code: 'firewalld-not-running',
        // What does not run shuts nobody out; on the main server it may be started any moment.
        severity: isMain ? 'blocking' : 'warning',
        message: `firewalld does not run on ${on}; start it with: sudo systemctl enable --now firewalld`,
    };
}
function zoneConflict(source, { zones, on }, server) {
    const zone = zones.get(source) ?? '';
    return {
        code: 'zone-conflict',
        severity: 'blocking',
        ...(server && { server: server.name }),
        message: `${source} is a source of the firewalld zone "${zone}" on ${on} and cannot be trusted as well; if that zone does not need it: sudo firewall-cmd --permanent --zone=${zone} --remove-source=${source} && sudo firewall-cmd --reload`,
    };
}
const LACKS = {
    untrusted: (on) => `not a trusted source on ${on} yet`,
    'not-active': () => 'trusted after the next reload only: not active now',
    'not-stored': () => 'trusted now, but lost at the next reload',
};
/** What the firewalls lack of a source, each cause with those whose it is. */
function causesOf(doors, source) {
    const on = new Map();
    for (const door of doors) {
        const lacks = lacking(door, source);
        if (lacks)
            on.set(lacks, [...(on.get(lacks) ?? []), door.on]);
    }
    return [...on].map(([cause, where]) => ({ cause, on: where }));
}
function lacking({ permanent, runtime }, source) {
    const stored = permanent.holding(source).length > 0;
    const active = runtime.holding(source).length > 0;
    if (stored && active)
        return undefined;
    if (stored)
        return 'not-active';
    return active ? 'not-stored' : 'untrusted';
}
function diffWhitelist(server, clusterName, filters, now) {
    const cidr = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .hostCidr */ .HJ)(server.address);
    const holding = filters.holding(cidr);
    const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
    const findings = denied
        ? [
            {
                code: 'address-denied',
                severity: 'blocking',
                server: server.name,
                message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${server.address}; delete that entry on the portal's IP Blacklist page`,
            },
        ]
        : [];
    const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
    if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS)))
        return { changes: [], findings };
    const own = accepting.find((filter) => (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameCidr */ .VW)(filter.cidr, cidr));
    const change = {
        kind: 'whitelist-entry',
        id: _change__WEBPACK_IMPORTED_MODULE_2__/* .idOf */ .TH.whitelist(cidr),
        action: own ? 'update' : 'create',
        server: server.name,
        causes: [{ cause: own ? 'expires' : 'missing' }],
        impact: 'none',
        needs: [],
        after: [],
        entry: {
            cidr,
            target: 'ACCEPT',
            expireAt: WHITELIST_EXPIRY,
            description: `${clusterName}: ${server.name}`.slice(0, MOST_DESCRIPTION),
        },
        differences: own
            ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: WHITELIST_EXPIRY }]
            : [{ name: 'accepted address', after: cidr }],
        ...(own && { present: own }),
    };
    return { changes: [change], findings };
}
function expired(filter, at) {
    const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
    return end <= at;
}
/** Adds one trusted source; those that are asked for together share one reload. */
async function applySource({ source }, run) {
    await run.firewall.change('add', source);
}
async function applyWhitelist({ entry }, run) {
    const { pbx } = run.session;
    const [have] = acceptingEntries(run, entry.cidr);
    if (have)
        await pbx.updateIpFilter(have.id, entry);
    else
        await pbx.createIpFilter(entry);
}
/** As this run found them once it had the lock. To read the list again for each entry would be thousands of calls. */
function acceptingEntries({ live }, cidr) {
    return live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameCidr */ .VW)(entry.cidr, cidr));
}
//# sourceMappingURL=firewall.js.map

/***/ }),

/***/ 5958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GW: () => (/* binding */ KINDS),
  an: () => (/* binding */ STAGES),
  hX: () => (/* binding */ applyChange),
  AU: () => (/* binding */ bucketOf),
  gV: () => (/* binding */ stageOf),
  Z9: () => (/* binding */ wordsOf)
});

// EXTERNAL MODULE: ./build/src/stages/built-in.js
var built_in = __webpack_require__(42622);
// EXTERNAL MODULE: ./build/src/stages/firewall.js
var firewall = __webpack_require__(27698);
// EXTERNAL MODULE: ./build/src/stages/install.js + 1 modules
var install = __webpack_require__(48493);
// EXTERNAL MODULE: ./build/src/stages/register.js
var register = __webpack_require__(19407);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var cluster_addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/by-address.js
var by_address = __webpack_require__(85039);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/stages/change.js
var change = __webpack_require__(61398);
// EXTERNAL MODULE: ./build/src/stages/departing.js
var departing = __webpack_require__(28262);
// EXTERNAL MODULE: ./build/src/stages/drain.js
var drain = __webpack_require__(52842);
// EXTERNAL MODULE: ./build/src/stages/stage-error.js
var stage_error = __webpack_require__(17033);
;// CONCATENATED MODULE: ./build/src/stages/remove.js










/** Takes away what left the cluster file: calls first, then the role, the portal, the whitelist and the firewall. */
const remove = {
    name: 'remove',
    diff: diffRemove,
    apply: {
        'role-removal': applyRoleRemoval,
        'portal-entry-removal': applyEntryRemoval,
        'im-addresses-removal': (_, run) => run.session.pbx.setIm({}),
        'whitelist-removal': applyWhitelistRemoval,
        'source-removal': ({ source }, run) => run.firewall.change('remove', source),
    },
    words: {
        'role-removal': {
            object: () => 'service on the host',
            deed: () => ['uninstall'],
            target: ({ server }) => server,
            reason: ({ server }) => `${server} left the cluster file`,
            differences: () => [],
        },
        'portal-entry-removal': entryWords(),
        'im-addresses-removal': entryWords(),
        'whitelist-removal': {
            object: ({ cidr }) => `${cidr} in the PBX's IP whitelist`,
            deed: () => ['take', 'off the whitelist'],
            target: ({ cidr }) => cidr,
            reason: () => 'no server of the cluster file has this address any more',
            differences: ({ cidr }) => [{ name: 'accepted address', before: cidr }],
            selfExplaining: () => true,
        },
        'source-removal': {
            object: ({ source }) => `trusted source ${source} in the main server's firewall`,
            deed: () => ['stop trusting'],
            target: ({ source }) => source,
            reason: () => 'the cluster file does not trust it any more',
            differences: ({ source }) => [{ name: 'trusted source', before: source }],
            selfExplaining: () => true,
        },
    },
};
function entryWords() {
    return {
        object: () => 'entry in the portal',
        deed: () => ['take', 'out of the portal'],
        target: ({ server }) => server,
        reason: ({ server }) => `${server} left the cluster file`,
        differences: ({ from }) => [{ name: 'private address', before: from.address }],
    };
}
function diffRemove(input, planned) {
    const { cluster, live } = input;
    const servers = new by_address/* ByAddress */.I(cluster.servers.map((server) => [server.address, server]));
    const entries = new Map(roles/* LISTED_ROLES */.cS.flatMap((role) => live.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => [`${role}/${server.name}`, server])));
    const changes = [];
    const findings = [];
    const leaving = [];
    for (const server of (0,departing/* departing */.Bw)(cluster, live.record, live.portal.servers)) {
        const one = diffDeparting(server, { servers, entries }, input, planned);
        changes.push(...one.changes);
        findings.push(...one.findings);
        leaving.push({ ...server, held: one.held });
    }
    for (const old of (0,departing/* moved */.aW)(cluster, live.record))
        leaving.push({ ...old, held: isHeld(old, input) });
    return { changes: [...changes, ...closeFirewall(input, leaving, changes, planned)], findings };
}
function diffDeparting(server, { servers, entries }, { cluster, live, options }, planned) {
    const { role, name } = server;
    const successor = servers.get(server.address);
    const replaced = successor?.role === role;
    const facts = live.hosts.get(name);
    if (!successor && !(0,reachable/* isReachable */.k)(facts) && !options.gone.includes(name))
        return { changes: [], findings: [hostUnreachable(name, facts?.unreachable)], held: true };
    const changes = [];
    const findings = [];
    const entry = entries.get(`${role}/${name}`);
    const before = replacements(role, planned);
    const common = { action: 'delete', server: name, causes: [{ cause: 'left' }], after: [], from: server };
    const container = (0,reachable/* isReachable */.k)(facts) && facts.containers.find((one) => one.name === roles/* ROLES */.gg[role].container);
    if (container && !replaced) {
        const impact = container.running ? departure(role, entry?.enabled ?? true) : 'none';
        changes.push({
            ...common,
            kind: 'role-removal',
            id: change/* idOf */.TH.role(name),
            impact,
            needs: before,
            verbs: [...(0,install/* stopFirst */.dq)(role, impact !== 'none'), 'rm'],
        });
        findings.push(...removalStops(server, cluster));
    }
    const needs = [...changes.map(({ id }) => id), ...before];
    const renamed = replaced && !entries.has(`${role}/${successor.name}`);
    if ((0,roles/* isListed */.yy)(role)) {
        if (entry && !renamed)
            changes.push({
                ...common,
                kind: 'portal-entry-removal',
                id: change/* idOf */.TH.entry(name),
                impact: 'none',
                needs,
                role,
            });
    }
    else if (roles/* ROLES */.gg[role].portal.kind === 'addresses' && !renamed && hasAddresses(server, cluster, live)) {
        changes.push({ ...common, kind: 'im-addresses-removal', id: change/* idOf */.TH.entry(name), impact: 'none', needs });
    }
    return { changes, findings, held: false };
}
/** What gives callers another server of the role before one goes: the built-in one, and new ones of the cluster file. */
function replacements(role, planned) {
    if (!(0,roles/* isListed */.yy)(role))
        return [];
    const coming = planned.changes.filter((change) => (change.kind === 'role' && change.wanted.role === role) ||
        (change.kind === 'portal-entry' && change.wanted.role === role));
    return planned.these([change/* idOf */.TH.builtIn(role), ...coming.map(({ id }) => id)]);
}
/** What callers notice when a server goes: one that takes no new calls and tells that it has none is noticed by nobody. */
function departure(role, enabled) {
    const { calls, away } = roles/* ROLES */.gg[role];
    return enabled || calls.kind === 'timed' ? away : 'none';
}
function hostUnreachable(name, why = 'not looked at') {
    return {
        code: 'host-unreachable',
        severity: 'blocking',
        server: name,
        message: `${name} left the cluster file, but its host does not answer (${why}); when it is gone for good, say so: --host-is-gone ${name} (input host-is-gone)`,
    };
}
function removalStops({ name, role }, { restart }) {
    const { stops, label } = roles/* ROLES */.gg[role];
    if (!stops)
        return [];
    return [
        {
            code: 'removal-stops',
            severity: 'warning',
            server: name,
            message: `With ${name} go ${stops} until there is another ${label}; its data stays on the host. ${restart.window ? 'It waits for the maintenance window' : 'Merge it when nobody needs them, or give the cluster file a restart.window'}`,
        },
    ];
}
/** The PBX has one such server: where another one takes over, its addresses took the place of these. */
function hasAddresses(server, cluster, live) {
    if (cluster.servers.some(({ role }) => role === server.role))
        return false;
    const { privateIp, publicIp } = live.portal.im;
    return (0,cluster_addresses/* sameAddress */.xU)(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}
/** A server that moved: without its new host it cannot leave the old one, and goes on serving there. */
function isHeld(old, { live, options }) {
    const left = live.hosts.get((0,departing/* oldHost */.UJ)(old));
    const gone = (0,reachable/* isReachable */.k)(left)
        ? !left.containers.some(({ name }) => name === roles/* ROLES */.gg[old.role].container)
        : options.gone.includes(old.name);
    return !gone && !((0,reachable/* isReachable */.k)(left) && (0,reachable/* isReachable */.k)(live.hosts.get(old.name)));
}
function closeFirewall({ cluster, live }, leaving, removals, planned) {
    const index = (sources) => new by_address/* ByAddress */.I(sources.map((source) => [source, true]));
    const wanted = (0,cluster_addresses/* trustedSources */.ky)(cluster);
    const [kept, addresses] = [index(wanted), index(cluster.servers.map(({ address }) => address))];
    const trusted = index((0,firewall/* trustedNow */.Ih)(live));
    const accepted = index(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr));
    const held = leaving.filter((server) => server.held).map(({ address }) => address);
    const holds = (owned) => held.some((address) => (0,cluster_addresses/* covers */.hU)(owned, address));
    const once = (list) => [...new Set(list)];
    const cidrs = once(live.record?.whitelist ?? []).filter((owned) => !addresses.has(owned) && accepted.has(owned) && !holds(owned));
    const sources = once(live.record?.firewall ?? []).filter((owned) => !kept.has(owned) && trusted.has(owned) && !holds(owned));
    const goes = waitingFor(leaving, removals, planned);
    // What replaces an entry must be open before the entry is closed.
    const opened = planned.these(wanted.map(change/* idOf */.TH.source));
    const common = { action: 'delete', causes: [{ cause: 'unused' }], impact: 'none', after: [] };
    return [
        ...cidrs.map((cidr) => ({
            ...common,
            kind: 'whitelist-removal',
            id: change/* idOf */.TH.whitelist(cidr),
            needs: goes(cidr),
            cidr,
        })),
        ...sources.map((source) => {
            const id = change/* idOf */.TH.source(source);
            const needs = [...new Set([...goes(source), ...opened])].filter((need) => need !== id);
            return { ...common, kind: 'source-removal', id, needs, source };
        }),
    ];
}
/** What must have gone before an entry is closed: for one address what is there, for a network everything that goes. */
function waitingFor(leaving, removals, planned) {
    const ids = new Set([...planned.ids, ...removals.map(({ id }) => id)]);
    const goes = ({ name }) => [change/* idOf */.TH.role(name), change/* idOf */.TH.entry(name)].filter((id) => ids.has(id));
    const all = [...new Set(leaving.flatMap(goes))];
    const by = new Map();
    for (const server of leaving) {
        const key = (0,cluster_addresses/* normalise */.j7)(server.address);
        by.set(key, [...new Set([...(by.get(key) ?? []), ...goes(server)])]);
    }
    return (owned) => by.get((0,cluster_addresses/* normalise */.j7)(owned)) ?? (isOne(owned) ? [] : all);
}
function isOne(source) {
    return !(0,cluster_addresses/* normalise */.j7)(source).includes('/');
}
/** Ends the calls of a departing server, then uninstalls its role. */
async function applyRoleRemoval({ id, from, verbs }, run) {
    const { cluster } = run.session;
    const server = stillDeparting(from, run);
    const entry = run.portal.forServer(server);
    if (entry)
        await (0,drain/* drainForGood */.RK)(run, entry, id);
    for (const verb of verbs)
        await (0,install/* runVerb */.b0)(id, run, (0,departing/* asServer */.wC)(server, cluster), verb, { called: { rm: 'remove' } });
    const { container } = roles/* ROLES */.gg[server.role];
    const facts = await run.session.hosts.host((0,departing/* departingMachine */.SD)(server)).facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: cluster.dataPath,
    });
    if (facts.containers.some(({ name }) => name === container))
        throw new stage_error/* StageError */.Z(`The script on ${server.name} ended without an error, but ${container} is still there`);
}
/** Takes a departing server out of the portal. */
async function applyEntryRemoval({ id, from, role }, run) {
    stillDeparting(from, run);
    const entry = run.portal.find(role, from.name);
    if (!entry)
        return;
    await (0,drain/* drainForGood */.RK)(run, entry, id);
    await run.session.pbx.destroyServer(role, entry.id);
    run.portal.remove(role, entry.id);
}
async function applyWhitelistRemoval({ cidr }, run) {
    for (const entry of (0,firewall/* acceptingEntries */.xO)(run, cidr))
        await run.session.pbx.destroyIpFilter(entry.id);
}
/** The record may have been written anew since the plan was made. */
function stillDeparting(from, run) {
    const { cluster } = run.session;
    const now = (0,departing/* departing */.Bw)(cluster, run.record.current, run.live.portal.servers);
    const server = now.find(({ name }) => name === from.name);
    if (!server)
        throw new stage_error/* StageError */.Z(`${from.name} is not in the record any more`);
    return server;
}
//# sourceMappingURL=remove.js.map
// EXTERNAL MODULE: ./build/src/stages/restart.js
var restart = __webpack_require__(17843);
;// CONCATENATED MODULE: ./build/src/stages/stage.js
/** In the guide's order. What an action or `--stages` names. */
const STAGE_NAMES = ['firewall', 'register', 'token', 'install', 'remove', 'restart'];
//# sourceMappingURL=stage.js.map
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
;// CONCATENATED MODULE: ./build/src/stages/token.js





/** The tokens that IM and Data Flow sign in to the PBX with. Values never get into a plan. */
const token = {
    name: 'token',
    diff: (input) => ({
        changes: [...input.cluster.servers].sort(names/* inRoleOrder */.Mg).flatMap((server) => {
            const { token } = roles/* ROLES */.gg[server.role];
            return (token && diffToken(server, token, input)) ?? [];
        }),
        findings: [],
    }),
    apply: { token: applyToken },
    words: {
        token: {
            object: ({ service }) => `${labelOf(service)} token`,
            deed: ({ action }) => [action === 'create' ? 'issue a token for' : 'renew the token of'],
            target: ({ service }) => labelOf(service),
            reason: ({ causes: [first] }) => REASONS[first?.cause ?? 'asked'],
            differences: () => [],
        },
    },
};
const REASONS = {
    'none-issued': 'the portal has issued none yet',
    asked: 'a new one was asked for; the old one stops working',
    'upgrade-wants-new': 'each upgrade of the IM server of a high-availability cluster wants a new one; the old one stops working',
};
function labelOf(service) {
    const rows = Object.values(roles/* ROLES */.gg).map((row) => row.token);
    return rows.find((row) => row?.service === service)?.label ?? service;
}
function diffToken(server, { service, source, impact }, input) {
    const { live, options, plane } = input;
    const issue = (action, cause, noticed, path) => ({
        kind: 'token',
        id: change/* idOf */.TH.token(service),
        action,
        server: server.name,
        causes: [{ cause }],
        impact: noticed,
        needs: [],
        after: [],
        service,
        ...(path !== undefined && { path }),
    });
    const asked = options.rotate.includes(service);
    switch (source) {
        case 'portal':
            if (live.portal.imToken === 'none')
                return issue('create', 'none-issued', 'none');
            if (asked)
                return issue('replace', 'asked', impact);
            if (live.imTokenInUse !== false && plane.upgradeWantsNewToken(server.role) && (0,install/* upgrades */.Sm)(server, input))
                return issue('replace', 'upgrade-wants-new', impact);
            return undefined;
        case 'path':
            return asked && options.dataflowTokenPath
                ? issue('replace', 'asked', impact, options.dataflowTokenPath)
                : undefined;
    }
}
/** Issues a token and keeps it for the role that is created with it in the same run. */
async function applyToken({ path, server }, run) {
    const { pbx } = run.session;
    if (path === undefined) {
        run.tokens.im = await pbx.issueImToken();
        return;
    }
    const issued = await pbx.issueDataflowToken(path);
    // A failure, so that Data Flow is not recreated for nothing in the same run.
    if (issued === 'unsupported')
        throw new stage_error/* StageError */.Z(`this PBX offers no ${path}: generate the token by hand (portal, Servers > Data Flow > default server > Generate Token), then rotate without a path`);
    run.tokens.dataflow = issued;
    // Nothing on the host shows with which token it runs: written down, for whichever run gets to recreate it.
    await run.record.update((record) => ({
        ...record,
        recreate: { ...record.recreate, [server]: 'a new Data Flow token was issued' },
    }));
}
//# sourceMappingURL=token.js.map
;// CONCATENATED MODULE: ./build/src/stages/index.js








/** All stages, in the order in which PortSIP's guide has them and a later one sees what an earlier one decided. */
const stages = [firewall/* firewall */.R8, register/* register */.k, token, install/* install */.ai, built_in/* builtIn */.wx, remove, restart/* restart */.S];
const STAGES = stages;
/** Does not compile while a kind of change belongs to no stage. */
const COMPLETE = true;
const BY_KIND = new Map(COMPLETE ? STAGES.flatMap((stage) => Object.keys(stage.apply).map((kind) => [kind, stage])) : []);
/** All kinds of changes, by stage */
const KINDS = [...BY_KIND.keys()];
function owner({ kind }) {
    const stage = BY_KIND.get(kind);
    if (!stage)
        throw new Error(`no stage has changes of the kind ${kind}`);
    return stage;
}
/** The stage that a change belongs to. */
function stageOf(change) {
    return owner(change).name;
}
/** Where a change's stage stands in a plan. */
function bucketOf(change) {
    return STAGE_NAMES.indexOf(stageOf(change));
}
/** Does one change. Throws StageError, HostError or PbxError. */
async function applyChange(change, run) {
    await owner(change).apply[change.kind]?.(change, run);
}
/** How people are told of a change. */
function wordsOf(change) {
    const words = owner(change).words[change.kind];
    if (!words)
        throw new Error(`there are no words for changes of the kind ${change.kind}`);
    return words;
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 48493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ai: () => (/* binding */ install),
  b0: () => (/* binding */ runVerb),
  dq: () => (/* binding */ stopFirst),
  Sm: () => (/* binding */ upgrades)
});

// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/build.js
var build = __webpack_require__(75487);
// EXTERNAL MODULE: ./build/src/cluster/image.js
var cluster_image = __webpack_require__(76910);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var cluster_roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/host/control-plane/index.js + 5 modules
var control_plane = __webpack_require__(98064);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/text/natural-order.js
var natural_order = __webpack_require__(27952);
// EXTERNAL MODULE: ./build/src/stages/change.js
var stages_change = __webpack_require__(61398);
// EXTERNAL MODULE: ./build/src/stages/departing.js
var departing = __webpack_require__(28262);
// EXTERNAL MODULE: ./build/src/stages/drain.js
var drain = __webpack_require__(52842);
// EXTERNAL MODULE: ./build/src/stages/live.js
var stages_live = __webpack_require__(29508);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/order.js
var order = __webpack_require__(70244);
// EXTERNAL MODULE: ./build/src/stages/pbx.js
var pbx = __webpack_require__(76038);
;// CONCATENATED MODULE: ./build/src/stages/preflight.js



/** Packages of which PortSIP's guide says that they must not be on a server, and that break it when they are. */
const BREAKING = ['postgresql'];
/** A pulled image, its layers and the logs of the first days; below that an install fails half way. */
const LEAST_FREE_MIB = 5 * 1024;
const LOW_FREE_MIB = 20 * 1024;
/** What the guide wants of a host before a role is installed on it. Pure. */
function preflight({ cluster, plane, options }, server, facts) {
    const findings = [];
    const say = (severity, code, message) => findings.push({ code, severity, server: server.name, message });
    const spec = cluster_roles/* ROLES */.gg[server.role];
    if (!['x86_64', 'amd64', 'aarch64', 'arm64'].includes(facts.arch))
        say('blocking', 'host-architecture', `${server.name} is a ${facts.arch} machine; PortSIP needs a 64-bit one`);
    const { versions, words } = plane.systems;
    const supported = Object.hasOwn(versions, facts.os.id) ? versions[facts.os.id] : undefined;
    if (!supported) {
        say('blocking', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${words}`);
    }
    else if (!supported.includes(facts.os.version)) {
        say('warning', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${words}`);
    }
    if (plane.wantsReadyHosts)
        sayWhatScriptsLack(cluster.scriptsPath, server, facts, say);
    const other = facts.containers.find((container) => {
        const role = cluster_roles/* ROLE_CONTAINERS */.KT.get(container.name);
        return role !== undefined && role !== server.role;
    });
    if (facts.containers.some((container) => container.name === stages_live/* CALL_MANAGER */.fj)) {
        say('blocking', 'pbx-on-host', `The PBX itself runs on ${server.name} (${server.address}); a cluster server needs a host of its own`);
    }
    else if (other) {
        const { label, script } = cluster_roles/* ROLES */.gg[cluster_roles/* ROLE_CONTAINERS */.KT.get(other.name) ?? server.role];
        say('blocking', 'other-role', `${server.name} (${server.address}) already runs a ${label} (${other.name}), and a host can have one role only; where this project put it there under a name that left the cluster file, this deploy removes it and the next one installs ${server.name}; otherwise remove it on the host: ${script.file} rm`);
    }
    for (const name of facts.conflicts) {
        const message = `${name} is on ${server.name}; PortSIP's guide says that it must not be`;
        say(BREAKING.includes(name) ? 'blocking' : 'warning', 'conflicting-software', message);
    }
    const skewSeconds = Math.round(facts.clockSkewMs / 1000);
    if (Math.abs(skewSeconds) > 300)
        say('blocking', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s; synchronise it (timedatectl set-ntp true)`);
    else if (Math.abs(skewSeconds) > 10)
        say('warning', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s`);
    if (facts.clockSynchronized === false)
        say('warning', 'clock-not-synchronized', `The clock of ${server.name} is not synchronised (timedatectl set-ntp true)`);
    if (facts.addresses.length > 0 &&
        server.privateIp &&
        !facts.addresses.some((have) => (0,addresses/* sameAddress */.xU)(have, server.privateIp)))
        say('warning', 'address-not-on-host', `${server.privateIp} is not an address of the machine that answers for ${server.name} (${facts.addresses.join(', ')})`);
    if (facts.disk.freeMiB < LEAST_FREE_MIB)
        say('blocking', 'disk-full', `${server.name} has ${gib(facts.disk.freeMiB)} GiB free for ${facts.disk.path}; the image alone needs ${gib(LEAST_FREE_MIB)}`);
    else if (facts.disk.freeMiB < LOW_FREE_MIB)
        say('warning', 'disk-low', `${server.name} has only ${gib(facts.disk.freeMiB)} GiB free for ${facts.disk.path}`);
    for (const folder of spec.folders?.(server) ?? [])
        if (facts.folders[folder] === false)
            say('blocking', 'chat-files-missing', `${folder} does not exist on ${server.name}; create it first: sudo mkdir -p ${folder}`);
    const { minimum, recommended } = plane.sizes(server.role);
    if (minimum) {
        for (const short of below(facts, minimum))
            say(options.allowUndersized ? 'warning' : 'blocking', 'undersized', `${server.name} has ${short}; a ${spec.label} needs at least ${sizing(minimum)}`);
    }
    if (recommended && (!minimum || below(facts, minimum).length === 0)) {
        for (const short of below(facts, recommended))
            say('warning', 'below-recommended', `${server.name} has ${short}; for a ${spec.label} ${sizing(recommended)} are recommended`);
    }
    return findings;
}
/** What must be on a host before a control script can be run there. */
function sayWhatScriptsLack(scriptsPath, server, facts, say) {
    const { script, container } = cluster_roles/* ROLES */.gg[server.role];
    if (!facts.docker.installed)
        say('blocking', 'docker-missing', `Docker is not installed on ${server.name}; install it the way PortSIP's guide says (install_docker.sh)`);
    else if (!facts.docker.running)
        say('blocking', 'docker-down', `Docker does not run on ${server.name}; start it with: sudo systemctl enable --now docker`);
    // Where its container is, Compose has made it, and was not asked for.
    else if (!facts.docker.composeVersion && !facts.containers.some(({ name }) => name === container))
        say('blocking', 'compose-missing', `Docker on ${server.name} has no Compose plugin; install docker-compose-plugin`);
    if (!facts.scripts.includes(script.file))
        say('blocking', 'script-missing', `${script.file} is not in ${scriptsPath} on ${server.name}; run PortSIP's init.sh there first`);
}
/** What is too small, with a tolerance: a "16 GB" machine shows 15.6 GiB, a "128 GB" disk 117 GiB. */
function below(facts, size) {
    const short = [];
    if (facts.cpus < (size.cpus ?? 0))
        short.push(`${facts.cpus} vCPU`);
    if (facts.memoryMiB < (size.memoryGiB ?? 0) * 1024 * 0.9)
        short.push(`${gib(facts.memoryMiB)} GiB of memory`);
    if (facts.disk.totalMiB < size.diskGiB * 1024 * 0.85)
        short.push(`a disk of ${gib(facts.disk.totalMiB)} GiB`);
    return short;
}
function sizing({ cpus, memoryGiB, diskGiB }) {
    const disk = `${diskGiB} GB of disk`;
    return cpus && memoryGiB ? `${cpus} vCPU, ${memoryGiB} GB of memory and ${disk}` : disk;
}
function gib(mib) {
    return (mib / 1024).toFixed(mib < 10 * 1024 ? 1 : 0);
}
//# sourceMappingURL=preflight.js.map
// EXTERNAL MODULE: ./build/src/stages/role-verification.js
var role_verification = __webpack_require__(31148);
// EXTERNAL MODULE: ./build/src/stages/stage-error.js
var stage_error = __webpack_require__(17033);
// EXTERNAL MODULE: ./build/src/stages/run.js
var stages_run = __webpack_require__(5269);
// EXTERNAL MODULE: ./build/src/stages/script.js
var script = __webpack_require__(40501);
;// CONCATENATED MODULE: ./build/src/stages/install.js



















/** What is on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
const install = {
    name: 'install',
    diff(input, planned) {
        const { cluster } = input;
        const sshKeys = diffSshKeys(input);
        const pbx = diffPbxImage(input);
        const findings = pbx ? [] : pbxOlder(input);
        const before = new stages_change/* Planned */.xK([...planned.changes, ...sshKeys]);
        const leaving = new Map((0,departing/* moved */.aW)(cluster, input.live.record).map((old) => [old.name, old]));
        const roles = [];
        for (const server of [...cluster.servers].sort((a, b) => (0,cluster_roles/* byUpgrade */.GK)(a, b) || (0,natural_order/* compare */.U)(a.name, b.name))) {
            const old = leaving.get(server.name);
            const facts = input.live.hosts.get(server.name);
            if (!(0,reachable/* isReachable */.k)(facts)) {
                findings.push(...unreachableHost(server, facts?.unreachable, input));
                continue;
            }
            const change = diffRole(server, facts, old, input, before);
            if (!change)
                continue;
            roles.push(pbx ? { ...change, needs: [...change.needs, pbx.id] } : change);
            if (old)
                findings.push(...unreachableOldHost(server, old, input));
            if (change.action !== 'update')
                findings.push(...preflight(input, server, facts), ...notes(server, input));
        }
        return { changes: [...sshKeys, ...(pbx ? [pbx] : []), ...serialized(roles, cluster)], findings };
    },
    apply: { 'ssh-key': applySshKey, 'pbx-image': upgradePbx, role: applyRole },
    words: {
        'ssh-key': {
            object: () => "the control node's SSH key",
            deed: () => ['let the control node sign in to'],
            target: ({ server }) => server,
            reason: ({ causes: [first] }) => first?.cause === 'key-refused'
                ? 'the control node cannot sign in there: its SSH key is not accepted'
                : 'the control node cannot sign in there: it does not know its host key',
            differences: ({ of }) => [{ name: 'SSH key of', after: of }],
        },
        'pbx-image': {
            object: () => 'service on the host',
            deed: () => ['upgrade'],
            target: () => 'the PBX',
            reason: () => 'the cluster file wants another image of the PBX itself',
            differences: ({ present, image }) => [{ name: 'image', before: present, after: image }],
        },
        role: {
            object: () => 'service on the host',
            deed: ({ action, verbs }) => [
                action === 'create'
                    ? 'install'
                    : action === 'replace'
                        ? 'move'
                        : verbs.includes('upgrade')
                            ? 'upgrade'
                            : 'recreate',
            ],
            target: ({ server }) => server,
            reason: ({ causes, wanted }) => causes.map((cause) => roleReason(cause, wanted)).join('; '),
            differences: ({ differences }) => [...differences],
        },
    },
};
function roleReason(cause, wanted) {
    switch (cause.cause) {
        case 'moved':
            return `it moves from ${cause.from} to ${wanted.address}`;
        case 'not-installed':
            return `no ${cluster_roles/* ROLES */.gg[wanted.role].label} runs on ${wanted.address} yet`;
        case 'image':
            return 'the cluster file wants another image';
        case 'behind-pbx':
            return 'the PBX was upgraded, and the servers come after it';
        case 'values':
            return 'it runs with other values than the cluster file has';
        case 'stopped':
            return 'its container does not run';
        case 'companion-stopped':
            return `${cause.container}, which belongs to it, does not run`;
        case 'token':
            return { replaced: 'its token is replaced', gone: 'its token no longer exists on the PBX', newer: NEWER }[cause.why];
        case 'new-token-asked':
            return 'a new token was issued, and it signs in with it only when it is created anew';
        case 'owed':
            return cause.said;
        case 'pbx-upgraded':
            return 'the PBX is upgraded, and Data Flow must be created anew after that';
    }
}
const NEWER = 'the portal has a newer token than it runs with';
function unreachableHost(server, why, { options }) {
    if (options.gone.includes(server.name))
        return [];
    return [
        {
            code: 'host-unreachable',
            severity: 'blocking',
            server: server.name,
            message: why ?? `${server.name} (${server.address}) was not looked at`,
        },
    ];
}
function unreachableOldHost(server, old, { live, options }) {
    const facts = live.hosts.get((0,departing/* oldHost */.UJ)(old));
    if ((0,reachable/* isReachable */.k)(facts) || options.gone.includes(server.name))
        return [];
    return [
        {
            code: 'host-unreachable',
            severity: 'blocking',
            server: server.name,
            message: `${server.name} moved, but its old host ${old.address} does not answer (${facts?.unreachable ?? 'not looked at'}): a second server of that name could come up there; when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
        },
    ];
}
/** Where the control node cannot sign in and may be let in. */
function diffSshKeys({ cluster, live, options }) {
    if (!options.installSshKey)
        return [];
    return cluster.servers.flatMap((server) => {
        const refused = live.control?.refused.get(server.address);
        if (!refused || refused.why === 'other' || !(0,reachable/* isReachable */.k)(live.hosts.get(server.name)))
            return [];
        const { name, address, ssh } = server;
        return [
            {
                kind: 'ssh-key',
                id: stages_change/* idOf */.TH.sshKey(name),
                action: 'create',
                server: name,
                causes: [{ cause: refused.why === 'key' ? 'key-refused' : 'host-key-unknown' }],
                impact: 'none',
                needs: [],
                after: [],
                machine: { name, address, ssh },
                of: `${cluster.ssh.user}@${cluster.pbx.machine.address}`,
            },
        ];
    });
}
function diffRole(server, facts, old, input, planned) {
    const { live } = input;
    const { container: name, away } = cluster_roles/* ROLES */.gg[server.role];
    const { at, ...wanted } = server;
    const change = {
        kind: 'role',
        id: stages_change/* idOf */.TH.role(server.name),
        server: server.name,
        needs: planned.these(prerequisites(input.cluster, server)),
        after: [],
        wanted,
    };
    const left = old && live.hosts.get((0,departing/* oldHost */.UJ)(old));
    if (old && (0,reachable/* isReachable */.k)(left) && left.containers.some((container) => container.name === name)) {
        return {
            ...change,
            action: 'replace',
            causes: [{ cause: 'moved', from: old.address }],
            impact: isAwaited(server, live) ? 'none' : away,
            // What runs at an old address gets no new calls; those that it has are calls all the same.
            leaves: { from: old, verbs: [...stopFirst(old.role, true), 'rm'] },
            verbs: ['run'],
            differences: [{ name: 'address', before: old.address, after: server.address }],
        };
    }
    const container = (0,control_plane/* containerOf */.t8)(server, facts);
    if (!container) {
        return {
            ...change,
            action: 'create',
            causes: [{ cause: 'not-installed' }],
            impact: 'none',
            verbs: ['run'],
            differences: [
                { name: 'role', after: server.role },
                { name: 'image', after: server.image },
                ...ownSettings(server),
            ],
        };
    }
    return updated(change, server, container, facts, input);
}
function updated(change, server, container, facts, input) {
    const { live, plane } = input;
    const { role } = server;
    const upgrade = upgradeOf(server, container, input);
    const values = plane.differences(server, facts).filter(({ name }) => name !== 'image');
    const differences = [...values, ...(upgrade ? [upgrade.to] : [])];
    const causes = [
        ...(upgrade ? [{ cause: upgrade.cause }] : []),
        ...(values.length > 0 ? [{ cause: 'values' }] : []),
        ...(container.running ? [] : [{ cause: 'stopped' }]),
        ...(0,role_verification/* brokenCompanions */.v2)(role, facts).map((name) => ({ cause: 'companion-stopped', container: name })),
        ...tokenCauses(server, input),
        ...pbxUpgraded(role, container, input),
    ];
    if (causes.length === 0)
        return undefined;
    const renamed = differences.some(({ name }) => name === 'name');
    // A server that is not running disturbs nobody when it is started.
    const impact = (renamed && isAwaited(server, live)) || !container.running ? 'none' : cluster_roles/* ROLES */.gg[role].away;
    return {
        ...change,
        action: 'update',
        causes,
        impact,
        verbs: [
            ...stopFirst(role, impact !== 'none' || renamed),
            ...plane.updateVerbs(role, whatIsNew(role, causes, plane)),
        ],
        ...(upgrade?.cause === 'image' && { pull: server.image }),
        differences,
    };
}
/**
 * Calls on servers of some roles are not counted. Their script's `stop` gives calls five minutes to end, where recreating,
 * upgrading and removing give them ten seconds: so it comes first.
 */
function stopFirst(role, mayHaveCalls) {
    return cluster_roles/* ROLES */.gg[role].calls.kind === 'timed' && mayHaveCalls ? ['stop'] : [];
}
function whatIsNew(role, causes, plane) {
    const isImage = ({ cause }) => cause === 'image' || cause === 'behind-pbx';
    const image = causes.some(isImage);
    // Whoever is upgraded there gets the token that the PBX has now.
    const withUpgrade = (cause) => image && plane.upgradeWantsNewToken(role) && cause.cause === 'token' && cause.why !== 'gone';
    return { image, rest: causes.some((cause) => !isImage(cause) && !withUpgrade(cause)) };
}
/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited({ role, name, address }, live) {
    if (!(0,cluster_roles/* isListed */.yy)(role))
        return false;
    const entry = live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
    if (!entry || !(0,addresses/* sameAddress */.xU)(entry.privateIp ?? entry.publicIp, address))
        return false;
    return !(0,stages_live/* isOnline */.sc)(live, entry);
}
/** What a new server is installed with and no other change shows. */
function ownSettings(server) {
    const row = cluster_roles/* ROLES */.gg[server.role];
    const site = { pbxIp: '' };
    const own = row.settings(server, site);
    const { name, address, ssh, enabled, image } = server;
    const plain = (0,cluster_roles/* serverSpec */.RU)(server.role, { name, address, ssh, enabled, image, dataPath: build/* DEFAULTS */.z.data_path });
    const usual = row.settings(plain, site);
    const shown = [
        'data_path',
        'chat_files',
        'clickhouse_image',
        ...(row.publicIpOnHost ? ['public_ip'] : []),
    ];
    return shown.flatMap((setting) => {
        const after = own[setting];
        return after === undefined || after === usual[setting] ? [] : [{ name: setting, after }];
    });
}
function tokenCauses({ role, name }, { live, options }) {
    const { token } = cluster_roles/* ROLES */.gg[role];
    if (!token)
        return [];
    const asked = options.rotate.includes(token.service);
    if (token.source === 'path') {
        const owed = (0,names/* has */.zy)(live.record?.recreate, name) && live.record?.recreate[name];
        if (owed)
            return [{ cause: 'owed', said: owed }];
        return asked ? [{ cause: 'new-token-asked' }] : [];
    }
    if (asked)
        return [{ cause: 'token', why: 'replaced' }];
    if (live.portal.imToken === 'none')
        return [{ cause: 'token', why: 'gone' }];
    return live.imTokenInUse === false ? [{ cause: 'token', why: 'newer' }] : [];
}
/** The newer image that a role which runs has to get. */
function upgradeOf({ image }, container, { plane, live }) {
    if (!(0,cluster_image/* sameImage */.G4)(container.image, image))
        return { cause: 'image', to: { name: 'image', before: container.image, after: image } };
    // A PBX that a person upgrades may have got another image by the same name.
    const pbx = plane.followsPbxImage ? (0,stages_live/* pbxContainer */.sT)(live) : undefined;
    if (!pbx?.version || !container.version || !isUpgradedLater(pbx, container))
        return undefined;
    if (!(0,cluster_image/* sameImage */.G4)(pbx.image, image) || !(0,cluster_image/* isOlder */.tW)((0,cluster_image/* parseVersion */.ot)(container.version), (0,cluster_image/* parseVersion */.ot)(pbx.version)))
        return undefined;
    return { cause: 'behind-pbx', to: { name: 'version', before: container.version, after: pbx.version } };
}
/** Whether a server that runs gets another image. */
function upgrades(server, input) {
    const facts = input.live.hosts.get(server.name);
    const container = (0,reachable/* isReachable */.k)(facts) ? (0,control_plane/* containerOf */.t8)(server, facts) : undefined;
    return container !== undefined && upgradeOf(server, container, input) !== undefined;
}
/** What was created when another PBX version ran must be recreated, where the control plane upgrades the PBX. */
function pbxUpgraded(role, container, { live, cluster, plane }) {
    if (!cluster_roles/* ROLES */.gg[role].recreatedAfterPbxUpgrade || !plane.drivesPbx)
        return [];
    const pbx = (0,stages_live/* pbxContainer */.sT)(live);
    const upgrading = otherPbxImage({ live, cluster }) !== undefined;
    return upgrading || (pbx && isUpgradedLater(pbx, container)) ? [{ cause: 'pbx-upgraded' }] : [];
}
function isUpgradedLater(pbx, container) {
    const known = pbx.version !== undefined && container.version !== undefined;
    return known && pbx.version !== container.version && pbx.createdAt > container.createdAt;
}
function otherPbxImage({ cluster, live }) {
    const present = (0,stages_live/* pbxContainer */.sT)(live)?.image;
    const { image } = cluster.pbx;
    return present !== undefined && image !== undefined && !(0,cluster_image/* sameImage */.G4)(present, image) ? { present, image } : undefined;
}
function diffPbxImage(input) {
    const other = otherPbxImage(input);
    return other
        ? {
            kind: 'pbx-image',
            id: stages_change/* idOf */.TH.pbxImage,
            action: 'update',
            causes: [{ cause: 'image' }],
            impact: 'active-calls',
            needs: [],
            after: [],
            ...other,
        }
        : undefined;
}
function pbxOlder({ cluster, live, plane }) {
    // Where servers follow the PBX, whatever is wanted, it is told for each server.
    const version = plane.followsPbxImage ? undefined : (0,stages_live/* pbxContainer */.sT)(live)?.version;
    return [...new Set(cluster.servers.map(({ image }) => image))].flatMap((image) => {
        const wanted = (0,cluster_image/* versionOf */.E4)(image);
        if (!version || !wanted || !(0,cluster_image/* isOlder */.tW)((0,cluster_image/* parseVersion */.ot)(version), wanted))
            return [];
        return [
            {
                code: 'pbx-older',
                severity: 'blocking',
                message: `The PBX runs version ${version}, which is older than ${image}; upgrade it first (set pbx.image in the cluster file, or do it by hand)`,
            },
        ];
    });
}
/** Everything that must be in place before a server's script runs. */
function prerequisites(cluster, server) {
    const { firewallTrust: trust } = cluster;
    const sources = trust === 'servers' ? [server.address] : trust.filter((cidr) => (0,addresses/* covers */.hU)(cidr, server.address));
    const { token } = cluster_roles/* ROLES */.gg[server.role];
    return [
        ...sources.map((source) => stages_change/* idOf */.TH.source((0,addresses/* normalise */.j7)(source))),
        stages_change/* idOf */.TH.whitelist((0,addresses/* hostCidr */.HJ)(server.address)),
        stages_change/* idOf */.TH.entry(server.name),
        stages_change/* idOf */.TH.sshKey(server.name),
        ...(token ? [stages_change/* idOf */.TH.token(token.service)] : []),
    ];
}
/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialized(changes, cluster) {
    const disturbing = changes.filter(({ impact }) => impact !== 'none');
    const turns = (0,order/* inTurn */.l)(disturbing.map(({ id, wanted }) => ({ id, role: wanted.role })), cluster.restart.maxUnavailable);
    return changes.map((change) => ({ ...change, needs: [...change.needs, ...(turns.get(change.id) ?? [])] }));
}
function notes(server, { options }) {
    const { cloudPorts, token } = cluster_roles/* ROLES */.gg[server.role];
    const note = (code, message) => ({ code, severity: 'note', server: server.name, message });
    return [
        ...(cloudPorts
            ? [
                note('cloud-firewall', `If ${server.name} is in a cloud, open ${cloudPorts} to ${server.publicIp ?? server.address} in its security group: no script can do that`),
            ]
            : []),
        ...(token?.source === 'path' && !options.dataflowTokenPath
            ? [
                note('dataflow-token', 'PortSIP publishes no way to issue a Data Flow token; in the portal: Servers > Data Flow > default server > Generate Token'),
            ]
            : []),
    ];
}
/** Puts the control node's key where it has to be. */
async function applySshKey({ machine }, { session, plane }) {
    const { cluster, hosts } = session;
    await plane.letIn(hosts.host(cluster.pbx.machine), hosts.host(machine), machine);
}
/** Installs, recreates or upgrades a role and looks whether it really runs as wanted. */
async function applyRole(change, run) {
    const server = (0,names/* findServer */.Fm)(run.session.cluster, change.server);
    if (!server)
        throw new stage_error/* StageError */.Z(`${change.server} is not in the cluster file`);
    const token = cluster_roles/* ROLES */.gg[server.role].token?.source === 'portal' ? await portalToken(run) : undefined;
    const work = async () => {
        const { leaves } = change;
        // A server that moves is uninstalled where it was: two that report by one name confuse the PBX.
        if (leaves) {
            const old = (0,departing/* asServer */.wC)(leaves.from, run.session.cluster);
            const where = `leave-${old.address.replaceAll(':', '-')}`;
            for (const verb of leaves.verbs)
                await runVerb(change.id, run, old, verb, { called: { rm: where } });
        }
        const called = change.action === 'update' ? UPDATING : INSTALLING;
        for (const verb of change.verbs)
            await runVerb(change.id, run, server, verb, { called, ...(token && { token }) });
        await (0,role_verification/* verifyRole */.wD)(change, run, server);
    };
    // Where nothing runs yet there is nothing to drain.
    return change.action === 'create' ? work() : (0,drain/* drained */.oB)(run, server, change.id, work);
}
const INSTALLING = { run: 'install' };
const UPDATING = { rm: 'delete', run: 'recreate' };
/** Runs one verb of a server's control script to its end. */
async function runVerb(id, run, server, verb, { called = {}, token } = {}) {
    if (verb === 'stop')
        run.progress(id, 'stopping; calls get five minutes to end');
    const name = called[verb] ?? verb;
    await (0,script/* runScript */.j)(run, run.plane.command(server, verb, token), {
        id,
        key: `${name}-${server.name}`,
        title: `${name} ${server.name} (${cluster_roles/* ROLES */.gg[server.role].label})`,
    });
}
async function portalToken(run) {
    const token = run.options.imToken ?? run.tokens.im ?? (await run.session.pbx.imToken());
    if (!token)
        throw new stage_error/* StageError */.Z('The portal has issued no IM token yet: the token stage (action issue-token) must run first');
    run.session.secrets.add(token);
    return token;
}
async function upgradePbx(change, run) {
    const { cluster } = run.session;
    await (0,script/* runScript */.j)(run, run.plane.pbxCommand('upgrade'), {
        id: change.id,
        key: 'upgrade-pbx',
        title: 'upgrade the PBX',
    });
    run.progress(change.id, 'waiting for the PBX to answer');
    await (0,pbx/* pbxAnswers */.S)(run);
    await (0,pbx/* noteLoadBalancer */.V)(run, await (0,stages_run/* factsOf */.x)(cluster, (0,stages_run/* hostOf */.w)(run, cluster.pbx.machine)));
}
//# sourceMappingURL=install.js.map

/***/ }),

/***/ 29508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ LOAD_BALANCER),
/* harmony export */   fj: () => (/* binding */ CALL_MANAGER),
/* harmony export */   sT: () => (/* binding */ pbxContainer),
/* harmony export */   sc: () => (/* binding */ isOnline)
/* harmony export */ });
/* harmony import */ var _host_reachable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54250);

/** The container that the PBX's calls depend on */
const CALL_MANAGER = 'portsip.callmanager';
const LOAD_BALANCER = 'portsip.loadbalancer';
/** The PBX's own container: that of the node where it runs, the main server's if it runs nowhere. */
function pbxContainer({ main, nodes }) {
    const all = [main, ...(nodes?.values() ?? [])].flatMap((facts) => (0,_host_reachable__WEBPACK_IMPORTED_MODULE_0__/* .isReachable */ .k)(facts) ? facts.containers.filter(({ name }) => name === CALL_MANAGER) : []);
    return all.find(({ running }) => running) ?? all[0];
}
/** Whether the PBX sees a server of the portal. */
function isOnline({ portal }, { id }) {
    return portal.status.get(id)?.status === 'ONLINE';
}
//# sourceMappingURL=live.js.map

/***/ }),

/***/ 55772:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ findServer),
/* harmony export */   Mg: () => (/* binding */ inRoleOrder),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _text_natural_order__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27952);


/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
function has(things, name) {
    return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}
function findServer(cluster, name) {
    return cluster.servers.find((server) => server.name === name);
}
/** PortSIP's restart order, then by name. */
function inRoleOrder(a, b) {
    return (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .byRestart */ .r6)(a, b) || (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .U)(a.name, b.name);
}
//# sourceMappingURL=names.js.map

/***/ }),

/***/ 70244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder),
/* harmony export */   l: () => (/* binding */ inTurn)
/* harmony export */ });
/** Which changes come before which: what needs what, and whose turn it is. */
/**
 * Makes changes wait for each other: server i of a role for server i - maxUnavailable, and the first ones of a role for the
 * last ones of the role before. `changes` are in role order. Gives what each needs.
 */
function inTurn(changes, maxUnavailable, first = []) {
    const needs = new Map();
    let previous = first;
    for (const role of new Set(changes.map((entry) => entry.role))) {
        const turn = changes.filter((entry) => entry.role === role).map(({ id }) => id);
        turn.forEach((id, index) => {
            const before = turn[index - maxUnavailable];
            needs.set(id, before ? [before] : previous);
        });
        previous = turn.slice(-maxUnavailable);
    }
    return needs;
}
/**
 * By stage, and within it as the stage made them; whatever a change needs or comes after is before it. Throws for a need that
 * is not in the plan and for a circle: both are mistakes in a diff, and no plan must come of them.
 */
function inOrder(changes, bucketOf) {
    const ids = new Set(changes.map(({ id }) => id));
    const waiting = new Map();
    const missing = new Map();
    for (const change of changes) {
        for (const id of change.needs)
            if (!ids.has(id))
                throw new Error(`${change.id} needs ${id}, which is not in the plan`);
        const before = new Set([...change.needs, ...change.after.filter((id) => ids.has(id))]);
        missing.set(change.id, before.size);
        for (const id of before)
            listIn(waiting, id).push(change);
    }
    const ready = [];
    const enqueue = (change) => (ready[bucketOf(change)] ??= []).push(change);
    for (const change of changes)
        if (missing.get(change.id) === 0)
            enqueue(change);
    const ordered = [];
    for (;;) {
        const next = ready.find((bucket) => bucket?.length > 0)?.shift();
        if (!next)
            break;
        ordered.push(next);
        for (const change of waiting.get(next.id) ?? []) {
            const left = (missing.get(change.id) ?? 0) - 1;
            missing.set(change.id, left);
            if (left === 0)
                enqueue(change);
        }
    }
    if (ordered.length < changes.length) {
        const placed = new Set(ordered.map(({ id }) => id));
        const circle = changes.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
        throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
    }
    return ordered;
}
function listIn(lists, key) {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}
//# sourceMappingURL=order.js.map

/***/ }),

/***/ 72230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ scaling),
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   KI: () => (/* binding */ restartReason),
/* harmony export */   Su: () => (/* binding */ owedSince),
/* harmony export */   TM: () => (/* binding */ broughtAlong),
/* harmony export */   mR: () => (/* binding */ isOwed),
/* harmony export */   uD: () => (/* binding */ stillOwed)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _host_reachable__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54250);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61398);
/* harmony import */ var _live__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29508);




/** Whether servers that the portal lists come or go with these changes. */
function scaling(changes) {
    const added = (0,_change__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .CZ)(changes, 'role').filter(({ action }) => action === 'create');
    return {
        added: new Set(added.map(({ server }) => server)),
        grown: added.some(({ wanted }) => (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(wanted.role)),
        shrunk: (0,_change__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .CZ)(changes, 'portal-entry-removal').length > 0,
    };
}
/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
function broughtAlong(cluster, plane, live, changes) {
    const { added, grown, shrunk } = scaling(changes);
    const policy = cluster.restart.afterScaleOut;
    const due = { servers: {} };
    if (policy === 'none' || (!grown && !shrunk))
        return due;
    if (plane.drivesPbx)
        due.loadBalancer = { cause: grown ? 'servers-added' : 'servers-removed' };
    if (policy !== 'all' || !grown)
        return due;
    const first = plane.drivesPbx && isFirstInstall(cluster, live);
    if (first)
        due.pbx = { cause: 'new-cluster' };
    for (const { name, role } of cluster.servers) {
        // A server that was just created has seen nothing older than the change; on a first install the PBX restarts after it.
        if (first || (!added.has(name) && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(role)))
            due.servers[name] = { cause: 'servers-added' };
    }
    return due;
}
/**
 * Nothing of the cluster has ever run, as far as anybody can tell: only then may the PBX itself be restarted, which ends all
 * calls. A host that does not answer, or that lost its container, is no sign of a new cluster.
 */
function isFirstInstall(cluster, live) {
    const serves = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.some((role) => live.portal.servers[role].some((server) => server.type === 'EXTERNAL' && (0,_live__WEBPACK_IMPORTED_MODULE_2__/* .isOnline */ .sc)(live, server)));
    if (serves || Object.values(live.record?.servers ?? {}).some(({ installed }) => installed))
        return false;
    return cluster.servers.every((server) => {
        const facts = live.hosts.get(server.name);
        return !(0,_host_reachable__WEBPACK_IMPORTED_MODULE_3__/* .isReachable */ .k)(facts) || !facts.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container);
    });
}
function stillOwed(cluster, live) {
    const owed = (id) => {
        const restart = live.record?.restarts[id];
        return restart && isOwed(cluster, live, id, restart) ? { cause: 'owed', said: restart.reason } : undefined;
    };
    const due = { servers: {} };
    const [pbx, loadBalancer] = [owed(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart), owed(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.loadBalancerRestart)];
    if (pbx)
        due.pbx = pbx;
    if (loadBalancer)
        due.loadBalancer = loadBalancer;
    for (const { name } of cluster.servers) {
        const cause = owed(_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(name));
        if (cause)
            due.servers[name] = cause;
    }
    return due;
}
/** An owed restart that has not happened since: the container still runs since the same moment. */
function isOwed(cluster, live, id, { startedAt }) {
    const now = startOf(cluster, live, id);
    return startedAt === undefined || now === undefined || now === startedAt;
}
/** When the container that a restart is about started; undefined when there is none, or it cannot be seen. */
function startOf(cluster, live, id) {
    const server = cluster.servers.find(({ name }) => _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(name) === id);
    const name = server ? _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container : id === _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart ? _live__WEBPACK_IMPORTED_MODULE_2__/* .CALL_MANAGER */ .fj : _live__WEBPACK_IMPORTED_MODULE_2__/* .LOAD_BALANCER */ .E5;
    const facts = server ? live.hosts.get(server.name) : live.main;
    return (0,_host_reachable__WEBPACK_IMPORTED_MODULE_3__/* .isReachable */ .k)(facts) ? facts.containers.find((container) => container.name === name)?.startedAt : undefined;
}
/** An owed restart of something whose container has just started. */
function owedSince(record, id, startedAt) {
    const owed = record.restarts[id];
    return owed ? { ...record, restarts: { ...record.restarts, [id]: { ...owed, startedAt } } } : record;
}
/** Why something is restarted, for people. */
function restartReason(cause) {
    switch (cause.cause) {
        case 'servers-added':
            return 'servers were added';
        case 'servers-removed':
            return 'servers were removed';
        case 'new-cluster':
            return 'the cluster is new: the PBX has to find its servers';
        case 'asked':
        case 'owed':
            return cause.said;
    }
}
//# sourceMappingURL=owed-restarts.js.map

/***/ }),

/***/ 76038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pbxAnswers),
/* harmony export */   V: () => (/* binding */ noteLoadBalancer)
/* harmony export */ });
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61398);
/* harmony import */ var _live__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29508);
/* harmony import */ var _owed_restarts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72230);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17033);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73039);





/** The load balancer was started together with the PBX: a restart of it that is owed comes later than that. */
async function noteLoadBalancer(run, main) {
    const startedAt = main.containers.find(({ name }) => name === _live__WEBPACK_IMPORTED_MODULE_3__/* .LOAD_BALANCER */ .E5)?.startedAt;
    if (startedAt)
        await run.record.update((record) => (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_1__/* .owedSince */ .Su)(record, _change__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH.loadBalancerRestart, startedAt));
}
/** After its restart the PBX takes a while until its API answers. */
async function pbxAnswers(run) {
    const answered = await (0,_wait__WEBPACK_IMPORTED_MODULE_4__/* .until */ .T)(run.session, 600_000, () => run.session.pbx.servers('media').then(() => true, () => undefined));
    if (!answered)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Z(`The PBX was restarted, but its API does not answer after 10 minutes; see ${run.plane.byHand.status}`);
}
//# sourceMappingURL=pbx.js.map

/***/ }),

/***/ 19407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ entryOf),
/* harmony export */   k: () => (/* binding */ register)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85039);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39679);
/* harmony import */ var _text_natural_order__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27952);
/* harmony import */ var _built_in__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42622);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61398);
/* harmony import */ var _departing__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28262);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52842);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55772);









/** The portal's register of servers: what the cluster file has must be in it, by the same name to the letter. Never unregisters a server that left the file. */
const register = {
    name: 'register',
    diff(input) {
        const { cluster } = input;
        const found = lookUp(input);
        const diffs = [...cluster.servers].sort(_names__WEBPACK_IMPORTED_MODULE_7__/* .inRoleOrder */ .Mg).map((server) => diffServer(server, input, found));
        const turnedOn = _cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .LISTED_ROLES */ .cS.flatMap((role) => diffBuiltIn(role, input, found) ?? []);
        const on = new Map(turnedOn.map(({ role, id }) => [role, id]));
        const entries = diffs
            .flatMap(({ changes }) => changes)
            .map((change) => {
            // Whoever takes the last one of a role from callers first gives them the built-in one.
            const replaced = change.kind === 'portal-entry' && !change.wanted.enabled && on.get(change.wanted.role);
            return replaced && change.present?.enabled ? { ...change, needs: [...change.needs, replaced] } : change;
        });
        return {
            changes: [...entries, ...turnedOn],
            findings: [
                ...diffs.flatMap(({ findings }) => findings),
                ...(cluster.unmanagedServers === 'report' ? unmanaged(input) : []),
            ],
        };
    },
    apply: { 'portal-entry': applyEntry, 'im-addresses': applyImAddresses, 'built-in-on': _built_in__WEBPACK_IMPORTED_MODULE_3__/* .turnOn */ .Zj },
    words: {
        'portal-entry': {
            object: () => 'entry in the portal',
            deed: ({ action }) => DEEDS[action],
            target: ({ server }) => server,
            reason: entryReason,
            differences: ({ differences }) => [...differences],
        },
        'im-addresses': {
            object: () => 'entry in the portal',
            deed: ({ action }) => DEEDS[action],
            target: ({ server }) => server,
            reason: ({ action }) => action === 'create'
                ? 'the portal has no addresses of the IM server yet'
                : 'the portal has other addresses of the IM server',
            differences: ({ differences }) => [...differences],
        },
        'built-in-on': (0,_built_in__WEBPACK_IMPORTED_MODULE_3__/* .builtInWords */ .NM)(),
    },
};
const DEEDS = {
    create: ['register'],
    update: ['update', 'in the portal'],
    replace: ['register', 'anew'],
};
function entryReason({ causes: [first], replaces = '' }) {
    switch (first?.cause) {
        case 'renamed':
            return `renamed: the portal cannot change a name, so "${replaces}" is deleted and created anew`;
        case 'readdressed':
            return 'its address changed: the portal cannot change it, so it is deleted and created anew';
        case 'drained-by-us':
            return 'an interrupted run had drained it: it takes calls again';
        case 'unregistered':
            return 'not in the portal yet';
        case 'differs':
        case undefined:
            return 'the portal has other values';
    }
}
function lookUp({ cluster, live }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const isOurs = ({ name }) => (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .has */ .zy)(live.record?.servers, name);
    const { servers } = live.portal;
    return {
        // Backwards, so that the first of a name wins.
        byName: (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .forListedRoles */ .co)((role) => new Map([...servers[role]].reverse().map((server) => [server.name, server]))),
        others: (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .forListedRoles */ .co)((role) => new _cluster_by_address__WEBPACK_IMPORTED_MODULE_1__/* .ByAddress */ .I(servers[role]
            .filter(({ type, name }) => type === 'EXTERNAL' && !names.has(name))
            // Whatever order the PBX lists them in: one that is not ours counts most.
            .sort((a, b) => Number(isOurs(a)) - Number(isOurs(b)) || (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_8__/* .compare */ .U)(a.name, b.name))
            .map((server) => [server.privateIp ?? server.publicIp, server]))),
    };
}
function diffServer(server, input, found) {
    const { portal } = _cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[server.role];
    if ((0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .isListed */ .yy)(server.role))
        return diffEntry(server, server.role, input, found);
    return { changes: portal.kind === 'addresses' ? diffAddresses(server, input) : [], findings: [] };
}
function diffEntry(server, role, { cluster, live }, { byName, others }) {
    const wanted = entryOf(server, role);
    const blocked = (code, message) => ({
        changes: [],
        findings: [{ code, severity: 'blocking', server: server.name, message }],
    });
    const changed = (change) => ({
        changes: [
            {
                kind: 'portal-entry',
                id: _change__WEBPACK_IMPORTED_MODULE_4__/* .idOf */ .TH.entry(server.name),
                server: server.name,
                impact: 'none',
                needs: [],
                after: [],
                wanted,
                ...change,
            },
        ],
        findings: [],
    });
    const elsewhere = _cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .LISTED_ROLES */ .cS.find((other) => other !== role && byName[other].has(server.name));
    if (elsewhere)
        return blocked('role-changed', `The portal has "${server.name}" as ${_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[elsewhere].label}; remove it from the cluster file, deploy, and add it again as ${_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[role].label}`);
    const same = byName[role].get(server.name);
    if (same?.type === 'INTERNAL')
        return blocked('name-taken', `"${server.name}" is the name of the PBX's built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[role].label}; choose another name`);
    const neighbour = others[role].get(server.address);
    if (neighbour && !same) {
        const ours = (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .has */ .zy)(live.record?.servers, neighbour.name) || cluster.unmanagedServers === 'remove';
        if (!ours)
            return blocked('address-taken', `The portal has ${server.address} as "${neighbour.name}", which this project did not put there; name it so in the cluster file, or delete it on the portal's ${_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[role].portalPage} page`);
        return changed({
            action: 'replace',
            causes: [{ cause: 'renamed' }],
            impact: 'new-calls',
            present: neighbour,
            replaces: neighbour.name,
            differences: [{ name: 'name', before: neighbour.name, after: server.name }],
        });
    }
    if (!same)
        return changed({ action: 'create', causes: [{ cause: 'unregistered' }], differences: added(values(wanted)) });
    const differences = difference(values(same), values(wanted));
    if (differences.length === 0)
        return { changes: [], findings: [] };
    const moves = !(0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(same.privateIp, wanted.privateIp) ||
        // Where the portal keeps none, none is compared.
        ((0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .collectionOf */ .iw)(role).publicAddress && !(0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(same.publicIp, wanted.publicIp));
    if (moves)
        return changed({
            action: 'replace',
            causes: [{ cause: 'readdressed' }],
            impact: same.enabled ? 'new-calls' : 'none',
            present: same,
            differences,
        });
    const drained = live.record?.draining.includes(server.name) && !same.enabled;
    return changed({
        action: 'update',
        causes: [{ cause: drained ? 'drained-by-us' : 'differs' }],
        present: same,
        differences,
    });
}
function diffAddresses(server, { live }) {
    const present = live.portal.im;
    const { privateIp, publicIp } = server;
    const wanted = { ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
    const differences = difference(addresses(present), addresses(wanted));
    if (differences.length === 0)
        return [];
    const first = !present.privateIp && !present.publicIp;
    return [
        {
            kind: 'im-addresses',
            id: _change__WEBPACK_IMPORTED_MODULE_4__/* .idOf */ .TH.entry(server.name),
            action: first ? 'create' : 'update',
            server: server.name,
            causes: [{ cause: first ? 'unregistered' : 'differs' }],
            impact: 'none',
            needs: [],
            after: [],
            wanted,
            differences,
            present,
        },
    ];
}
/** The built-in server comes back where no other is left. It goes off only once something replaces it: see built-in.ts. */
function diffBuiltIn(role, { cluster, live }, { byName }) {
    const builtIn = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
    if (!builtIn || builtIn.enabled)
        return undefined;
    if (cluster.servers.some((server) => server.role === role && server.enabled))
        return undefined;
    const leaving = (0,_departing__WEBPACK_IMPORTED_MODULE_5__/* .departing */ .Bw)(cluster, live.record, live.portal.servers).some((server) => server.role === role && byName[role].has(server.name));
    const weDidIt = live.record?.builtInDisabled.includes(role) ?? false;
    if (!leaving && !weDidIt)
        return undefined;
    return {
        kind: 'built-in-on',
        id: _change__WEBPACK_IMPORTED_MODULE_4__/* .idOf */ .TH.builtIn(role),
        action: 'update',
        causes: [{ cause: 'none-left' }],
        impact: 'none',
        needs: [],
        after: [],
        role,
    };
}
function unmanaged({ cluster, live }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .LISTED_ROLES */ .cS.flatMap((role) => live.portal.servers[role]
        .filter((have) => have.type === 'EXTERNAL' && !names.has(have.name) && !(0,_names__WEBPACK_IMPORTED_MODULE_7__/* .has */ .zy)(live.record?.servers, have.name))
        .map((have) => ({
        code: 'unmanaged-server',
        severity: 'note',
        server: have.name,
        message: `The portal has the ${_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .ROLES */ .gg[role].label} "${have.name}" (${have.privateIp ?? have.publicIp ?? 'no address'}), which is not in the cluster file; it is left alone`,
    })));
}
/** A server as the portal should have it. */
function entryOf(server, role) {
    const { name, enabled, privateIp, publicIp } = server;
    return {
        role,
        name,
        enabled,
        ...(privateIp && { privateIp }),
        ...((0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .collectionOf */ .iw)(role).publicAddress && publicIp && { publicIp }),
        ...limitsOf(server, role),
    };
}
function limitsOf(server, role) {
    const limits = new Map(Object.entries(server));
    return Object.fromEntries((0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .collectionOf */ .iw)(role).limits.flatMap(({ name }) => {
        const value = limits.get(name);
        return typeof value === 'number' ? [[name, value]] : [];
    }));
}
/** What the portal has of a server, or should have, in the words of plans. */
function values(server) {
    const { privateIp, publicIp, enabled, role } = server;
    const limits = (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_2__/* .collectionOf */ .iw)(role).limits.map(({ name, label }) => [label, server[name]?.toString()]);
    return {
        'private address': privateIp,
        'public address': publicIp,
        enabled: String(enabled),
        ...Object.fromEntries(limits),
    };
}
function addresses({ privateIp, publicIp }) {
    return { 'private address': privateIp, 'public address': publicIp };
}
function added(values) {
    return Object.entries(values).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}
function difference(have, want) {
    return Object.keys(want).flatMap((name) => {
        const before = have[name] === '' ? undefined : have[name];
        const after = want[name];
        const same = name.endsWith('address') ? (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(before, after) : before === after;
        return same ? [] : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
    });
}
async function applyEntry(change, run) {
    const { wanted } = change;
    const { role, name } = wanted;
    const same = run.portal.find(role, name);
    if (change.action === 'update' && same)
        return updateEntry(change, same, run);
    if (change.action === 'replace') {
        const old = same ?? (change.replaces === undefined ? undefined : run.portal.find(role, change.replaces));
        if (old) {
            await (0,_drain__WEBPACK_IMPORTED_MODULE_6__/* .drainForGood */ .RK)(run, old, change.id);
            await run.session.pbx.destroyServer(role, old.id);
            run.portal.remove(role, old.id);
        }
    }
    const id = await run.session.pbx.createServer(wanted);
    run.portal.put({ ...wanted, id, type: 'EXTERNAL' });
}
async function updateEntry({ wanted, id }, have, run) {
    if (have.enabled && !wanted.enabled)
        await (0,_drain__WEBPACK_IMPORTED_MODULE_6__/* .disable */ .b8)(run, have, id);
    const { enabled, maxCallSessions, maxRooms, maxParticipants } = wanted;
    const patch = {
        enabled,
        ...(maxCallSessions !== undefined && { maxCallSessions }),
        ...(maxRooms !== undefined && { maxRooms }),
        ...(maxParticipants !== undefined && { maxParticipants }),
    };
    await run.session.pbx.updateServer(have.role, have.id, patch);
    run.portal.put({ ...have, ...patch });
    await run.record.update((record) => ({
        ...record,
        draining: record.draining.filter((name) => name !== have.name),
    }));
}
async function applyImAddresses({ wanted }, run) {
    await run.session.pbx.setIm(wanted);
}
//# sourceMappingURL=register.js.map

/***/ }),

/***/ 17843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ restart),
/* harmony export */   q: () => (/* binding */ LOAD_BALANCER_NAME)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61398);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52842);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48493);
/* harmony import */ var _live__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(29508);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55772);
/* harmony import */ var _order__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70244);
/* harmony import */ var _owed_restarts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72230);
/* harmony import */ var _pbx__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76038);
/* harmony import */ var _role_verification__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31148);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17033);
/* harmony import */ var _run__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5269);
/* harmony import */ var _script__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40501);













/** What people name the load balancer by, beside roles and servers */
const LOAD_BALANCER_NAME = 'loadbalancer';
/**
 * Restarts in PortSIP's order: those that a person asks for; otherwise those that a scale-out or a removal brings with it,
 * and those that an earlier run still owes.
 */
const restart = {
    name: 'restart',
    diff: diffRestart,
    apply: { 'pbx-restart': restartMain, 'load-balancer-restart': restartMain, 'server-restart': restartServer },
    words: {
        'pbx-restart': mainWords('PBX', 'the PBX'),
        'load-balancer-restart': mainWords('resource load balancer', 'the resource load balancer'),
        'server-restart': {
            object: () => 'restart',
            deed: () => ['restart'],
            target: ({ server }) => server,
            reason: ({ causes }) => causes.map(_owed_restarts__WEBPACK_IMPORTED_MODULE_5__/* .restartReason */ .KI).join('; '),
            differences: () => [],
        },
    },
};
function mainWords(object, target) {
    return {
        object: () => object,
        deed: () => ['restart'],
        target: () => target,
        reason: ({ causes }) => causes.map(_owed_restarts__WEBPACK_IMPORTED_MODULE_5__/* .restartReason */ .KI).join('; '),
        differences: () => [],
    };
}
function diffRestart(input, planned) {
    const { cluster, plane, live, options } = input;
    // Who asks for some restarts gets those: what is owed besides, the PBX itself perhaps, would come as a surprise.
    const due = options.restart
        ? askedFor(cluster, options.restart)
        : both((0,_owed_restarts__WEBPACK_IMPORTED_MODULE_5__/* .stillOwed */ .uD)(cluster, live), (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_5__/* .broughtAlong */ .TM)(cluster, plane, live, planned.changes));
    const findings = plane.drivesPbx ? [] : restartsByHand(input, due, planned.changes);
    const recreated = new Set(planned.ofKind('role', 'role-removal').flatMap(({ action, server }) => (action === 'create' ? [] : [server])));
    const servers = cluster.servers
        .filter(({ name }) => Object.hasOwn(due.servers, name) && (options.restart || !recreated.has(name)))
        .sort(_names__WEBPACK_IMPORTED_MODULE_4__/* .inRoleOrder */ .Mg);
    const before = options.restart ? [] : [...planned.ids];
    const main = plane.drivesPbx ? mainRestarts(due, before) : [];
    const first = main.length > 0 ? main.slice(-1).map(({ id }) => id) : before;
    const turns = (0,_order__WEBPACK_IMPORTED_MODULE_10__/* .inTurn */ .l)(servers.map(({ name, role }) => ({ id: _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(name), role })), cluster.restart.maxUnavailable, first);
    const changes = servers.flatMap((server) => {
        const cause = due.servers[server.name];
        return cause ? [serverRestart(server, cause, turns, cluster)] : [];
    });
    return { changes: [...main, ...changes], findings };
}
function serverRestart({ at, ...wanted }, cause, turns, cluster) {
    const id = _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.restart(wanted.name);
    const cuts = cluster.restart.onDrainTimeout === 'force' && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(wanted.role);
    const impact = cuts ? 'active-calls' : _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[wanted.role].away;
    return {
        kind: 'server-restart',
        id,
        action: 'restart',
        server: wanted.name,
        causes: [cause],
        impact,
        needs: turns.get(id) ?? [],
        after: [],
        wanted,
        verbs: ['restart'],
    };
}
function mainRestarts(due, before) {
    const restart = { action: 'restart', after: [] };
    const pbx = due.pbx
        ? [
            {
                ...restart,
                kind: 'pbx-restart',
                id: _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart,
                causes: [due.pbx],
                impact: 'active-calls',
                needs: before,
            },
        ]
        : [];
    const loadBalancer = due.loadBalancer
        ? [
            {
                ...restart,
                kind: 'load-balancer-restart',
                id: _change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.loadBalancerRestart,
                causes: [due.loadBalancer],
                impact: 'new-calls',
                needs: pbx.length > 0 ? [_change__WEBPACK_IMPORTED_MODULE_1__/* .idOf */ .TH.pbxRestart] : before,
            },
        ]
        : [];
    return [...pbx, ...loadBalancer];
}
/** What the change at hand brings along comes before what is owed: it tells more. */
function both(owed, brought) {
    return { ...owed, ...brought, servers: { ...owed.servers, ...brought.servers } };
}
/** Restarts of the PBX itself that are left to a person, as they end all calls. Blocking where nothing else was asked for. */
function restartsByHand({ plane, options }, due, others) {
    const command = plane.byHand.restart;
    if (options.restart && (due.pbx ?? due.loadBalancer)) {
        const nothingElse = Object.keys(due.servers).length === 0;
        return [
            {
                code: 'restart-by-hand',
                severity: nothingElse ? 'blocking' : 'note',
                message: `The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${command}`,
            },
        ];
    }
    const { grown, shrunk } = (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_5__/* .scaling */ .AQ)(others);
    if (options.restart || (!grown && !shrunk))
        return [];
    return [
        {
            code: 'restart-by-hand',
            severity: 'note',
            message: `PortSIP's high-availability guide restarts nothing after servers were ${grown ? 'added' : 'removed'}. Should the PBX not take notice of it, restart it in a maintenance window: ${command}`,
        },
    ];
}
function askedFor(cluster, asked) {
    const { roles, servers, pbx, reason } = asked;
    const cause = { cause: 'asked', said: reason };
    const everything = roles.length === 0 && servers.length === 0;
    const wanted = (server) => everything || roles.filter(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isRole */ .tm).includes(server.role) || servers.includes(server.name);
    return {
        ...(pbx && { pbx: cause }),
        ...((everything || roles.includes(LOAD_BALANCER_NAME)) && { loadBalancer: cause }),
        servers: Object.fromEntries(cluster.servers.filter(wanted).map(({ name }) => [name, cause])),
    };
}
async function restartServer({ id, server: name, verbs }, run) {
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_4__/* .findServer */ .Fm)(run.session.cluster, name);
    if (!server)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_8__/* .StageError */ .Z(`${name} is not in the cluster file`);
    await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .drained */ .oB)(run, server, id, async () => {
        for (const verb of verbs)
            await (0,_install__WEBPACK_IMPORTED_MODULE_3__/* .runVerb */ .b0)(id, run, server, verb);
        const { facts, problems } = await (0,_role_verification__WEBPACK_IMPORTED_MODULE_7__/* .untilUp */ .kU)(run, server);
        if (!facts)
            throw new _stage_error__WEBPACK_IMPORTED_MODULE_8__/* .StageError */ .Z(`${name} did not come back: ${problems.join('; ')}`);
        await (0,_drain__WEBPACK_IMPORTED_MODULE_2__/* .online */ .WD)(run, server, id);
    });
}
async function restartMain({ id, kind }, run) {
    const { cluster } = run.session;
    const pbx = kind === 'pbx-restart';
    await (0,_script__WEBPACK_IMPORTED_MODULE_9__/* .runScript */ .j)(run, run.plane.pbxCommand(pbx ? 'restart' : 'restart-loadbalancer'), {
        id,
        key: pbx ? 'restart-pbx' : 'restart-loadbalancer',
        title: pbx ? 'restart the PBX' : 'restart the load balancer',
    });
    const facts = await (0,_run__WEBPACK_IMPORTED_MODULE_11__/* .factsOf */ .x)(cluster, (0,_run__WEBPACK_IMPORTED_MODULE_11__/* .hostOf */ .w)(run, cluster.pbx.machine));
    const name = pbx ? _live__WEBPACK_IMPORTED_MODULE_12__/* .CALL_MANAGER */ .fj : _live__WEBPACK_IMPORTED_MODULE_12__/* .LOAD_BALANCER */ .E5;
    if (facts.containers.find((container) => container.name === name)?.running === false)
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_8__/* .StageError */ .Z(`${name} on the main server did not come back; see ${run.plane.byHand.status}`);
    await (0,_pbx__WEBPACK_IMPORTED_MODULE_6__/* .pbxAnswers */ .S)(run);
    if (pbx)
        await (0,_pbx__WEBPACK_IMPORTED_MODULE_6__/* .noteLoadBalancer */ .V)(run, facts);
}
//# sourceMappingURL=restart.js.map

/***/ }),

/***/ 31148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kU: () => (/* binding */ untilUp),
/* harmony export */   v2: () => (/* binding */ brokenCompanions),
/* harmony export */   wD: () => (/* binding */ verifyRole)
/* harmony export */ });
/* unused harmony export roleProblems */
/* harmony import */ var _cluster_image__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76910);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _host_control_plane__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98064);
/* harmony import */ var _change__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61398);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52842);
/* harmony import */ var _owed_restarts__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72230);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17033);
/* harmony import */ var _run__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5269);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73039);









/*
 * Whether a role really runs after its script has ended without an error.
 */
/** Containers that a role brings along and that are missing or do not run: IM takes no files without its web server. */
function brokenCompanions(role, facts) {
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].companions.filter((name) => !facts.containers.some((other) => other.name === name && other.running));
}
/** How long the containers of a role may take to be up after the script has ended. */
function upDeadlineMs(role) {
    // Companions wait for each other's health checks.
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].companions.length > 0 ? 120_000 : 15_000;
}
/** What of the role is not as wanted. */
function roleProblems(plane, server, facts) {
    const { container: name } = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role];
    const container = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(server, facts);
    if (!container)
        return [`container ${name} does not exist`];
    const image = (0,_cluster_image__WEBPACK_IMPORTED_MODULE_6__/* .sameImage */ .G4)(container.image, server.image)
        ? []
        : [{ name: 'image', before: container.image, after: server.image }];
    return [
        ...(container.running ? [] : [`container ${name} does not run`]),
        ...brokenCompanions(server.role, facts).map((companion) => `container ${companion} does not run`),
        ...[...plane.differences(server, facts).filter((one) => one.name !== 'image'), ...image].map((one) => `${one.name} is ${one.before ?? 'not set'}, wanted ${one.after ?? 'not set'}`),
    ];
}
/** Waits until a role runs as wanted. Without `facts` it did not; `problems` are then what was wrong last. */
async function untilUp(run, server) {
    const { cluster } = run.session;
    let problems = [];
    const facts = await (0,_wait__WEBPACK_IMPORTED_MODULE_7__/* .until */ .T)(run.session, upDeadlineMs(server.role), async () => {
        const seen = await (0,_run__WEBPACK_IMPORTED_MODULE_8__/* .factsOf */ .x)(cluster, (0,_run__WEBPACK_IMPORTED_MODULE_8__/* .hostOf */ .w)(run, server), server);
        problems = roleProblems(run.plane, server, seen);
        return problems.length === 0 ? seen : undefined;
    });
    return { ...(facts && { facts }), problems };
}
/** Throws unless the role runs as wanted and goes on to, and the PBX sees it where it lists such servers. */
async function verifyRole({ id, action }, run, server) {
    run.progress(id, 'looking whether it runs as wanted');
    const { facts, problems } = await untilUp(run, server);
    if (!facts)
        throw await notUp(run, server, problems);
    const { signal } = run.session;
    const [crashed, seen] = [new AbortController(), new AbortController()];
    const steady = staysUp(run, server, facts, AbortSignal.any([signal, seen.signal])).catch((error) => {
        crashed.abort();
        throw error;
    });
    // The PBX may take the one that was there before for ONLINE a little longer; of a new server there was none.
    const reports = (action === 'create' ? Promise.resolve() : steady).then(async () => {
        await (0,_drain__WEBPACK_IMPORTED_MODULE_3__/* .online */ .WD)(run, server, id, crashed.signal);
        // What has reported to the PBX has come further than what crashes at once.
        if ((0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(server.role))
            seen.abort();
    });
    for (const result of await Promise.allSettled([steady, reports]))
        if (result.status === 'rejected')
            throw result.reason;
}
/** Docker starts again and again what crashes at once: for a moment each time it seems to run. */
const STEADY_MS = 1500;
/** `facts`: when it was seen to run. Throws when it did not go on to; `enough`, aborted, ends the waiting and not the look. */
async function staysUp(run, server, facts, enough) {
    const { session } = run;
    const startedAt = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(server, facts)?.startedAt;
    const age = session.now() + facts.clockSkewMs - Date.parse(startedAt ?? '') || 0;
    const left = Math.min(STEADY_MS, STEADY_MS - age);
    if (left > 0) {
        await session.sleep(left, enough);
        const after = await untilUp(run, server);
        if (!after.facts)
            throw await notUp(run, server, after.problems);
        if ((0,_host_control_plane__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(server, after.facts)?.startedAt !== startedAt)
            throw await notUp(run, server, [`container ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container} starts again and again`]);
    }
    // An owed restart is known to have happened by the container's start: from now on there is one to compare with.
    if (startedAt)
        await run.record.update((record) => (0,_owed_restarts__WEBPACK_IMPORTED_MODULE_4__/* .owedSince */ .Su)(record, _change__WEBPACK_IMPORTED_MODULE_2__/* .idOf */ .TH.restart(server.name), startedAt));
}
async function notUp(run, server, problems) {
    const why = await lastWords(run, server);
    return new _stage_error__WEBPACK_IMPORTED_MODULE_5__/* .StageError */ .Z(`The script on ${server.name} ended without an error, but ${problems.join('; ')}${why ? `; its log says: ${why}` : ''}`);
}
/** What a container that does not run has printed last. */
async function lastWords(run, server) {
    const { log } = run.session;
    const script = 'docker logs --tail 5 "$1" 2>&1';
    const output = await (0,_run__WEBPACK_IMPORTED_MODULE_8__/* .hostOf */ .w)(run, server)
        .run(script, [_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container], { repeatable: true })
        .catch(() => undefined);
    if (output?.code !== 0)
        return undefined;
    const lines = output.stdout.split('\n').filter((line) => line.trim() !== '');
    for (const line of lines)
        log.remote(server.name, line);
    return lines.at(-1)?.slice(0, 300);
}
//# sourceMappingURL=role-verification.js.map

/***/ }),

/***/ 5269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ hostOf),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
function hostOf(run, machine) {
    return run.session.hosts.host(machine);
}
/** What a change is verified by: containers and configuration. */
function factsOf(cluster, host, server) {
    return host.facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: server?.dataPath ?? cluster.dataPath,
        brief: true,
    });
}
//# sourceMappingURL=run.js.map

/***/ }),

/***/ 40501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17033);


/** An install pulls an image of a few GB; `restart` and `rm` give calls 5 minutes to end. */
const SCRIPT_TIMEOUT_MS = 45 * 60_000;
/** Runs a control script to its end, its log shown as it comes. Success is the exit code and no `[error]` line; the caller looks at the container. */
async function runScript(run, command, about) {
    const { session } = run;
    for (const secret of command.secrets)
        session.secrets.add(secret);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(command.argv)).digest('hex').slice(0, 12);
    const result = await session.hosts.host(command.machine).job({
        // The name of a server that only the portal knows can be anything.
        key: `${about.key.replace(/[^A-Za-z0-9._-]/g, '-')}-${digest}`,
        title: about.title,
        cwd: command.cwd,
        argv: command.argv,
        secrets: command.secrets,
        timeoutMs: SCRIPT_TIMEOUT_MS,
    }, (line) => {
        session.log.remote(command.machine.name, line);
        const text = /^\[(?:info|warn)\]:?\s*(.{3,80})/.exec(line)?.[1];
        if (text && !text.startsWith('args'))
            run.progress(about.id, text);
    }, session.signal);
    if (result.exitCode === 0 && result.errors.length === 0)
        return;
    const script = command.argv.find((word) => word.endsWith('.sh')) ?? 'the control script';
    const why = result.errors[0] ?? result.tail.at(-1) ?? 'it printed nothing';
    const hint = /toomanyrequests|rate limit/i.test([...result.errors, ...result.tail].join('\n'))
        ? '. The registry limits pulls: wait, or sign the host in to it (docker login)'
        : '';
    throw new _stage_error__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Z(`${script} on ${command.machine.name} failed (exit ${result.exitCode}): ${why}${hint}`);
}
//# sourceMappingURL=script.js.map

/***/ }),

/***/ 17033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ StageError)
/* harmony export */ });
/** A change that could not be done, in words for an operator. */
class StageError extends Error {
    constructor(message) {
        super(message);
        this.name = 'StageError';
    }
}
//# sourceMappingURL=stage-error.js.map

/***/ }),

/***/ 99028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ inPortal),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _stage_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17033);

/** A server that is deleted while we look is OFFLINE, not an error. */
async function statusOf(pbx, role, id) {
    return pbx.status(role, id).catch((error) => {
        if (isGone(error))
            return { status: 'OFFLINE' };
        throw error;
    });
}
/** Asks the PBX about a server that a run relies on. Throws StageError when somebody deleted it in the portal meanwhile. */
async function inPortal({ name }, ask) {
    try {
        return await ask;
    }
    catch (error) {
        if (!isGone(error))
            throw error;
        throw new _stage_error__WEBPACK_IMPORTED_MODULE_0__/* .StageError */ .Z(`${name} is not in the portal any more: somebody deleted it there meanwhile; deploy again, which registers it anew`);
    }
}
function isGone(error) {
    return error instanceof Error && 'details' in error && error.details.status === 404;
}
//# sourceMappingURL=status.js.map

/***/ }),

/***/ 73039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until)
/* harmony export */ });
/**
 * Asks again and again, soon at first and then every two seconds, until `ask` gives something or the deadline is over. What
 * comes true at a known moment is not overslept: `ask` says in how many milliseconds at most it wants to be asked again.
 */
async function until(session, deadlineMs, ask) {
    const end = session.now() + deadlineMs;
    // What has taken a while is noticed a fifth of that while later at most.
    for (let pause = 150;; pause = Math.min(pause * 1.2, 2000)) {
        let wanted = pause;
        const answer = await ask((ms) => (wanted = Math.min(wanted, ms)));
        if (answer !== undefined)
            return answer;
        const left = end - session.now();
        if (left <= 0 || session.signal.aborted)
            return undefined;
        // A clock of whole milliseconds may be one behind.
        await session.sleep(Math.max(10, Math.min(wanted + 1, left)), session.signal);
    }
}
//# sourceMappingURL=wait.js.map

/***/ }),

/***/ 19414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Vz: () => (/* binding */ spokenDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _input_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49937);

const MAX_SECONDS = 24 * 60 * 60;
/** `30m`, `90s`, `1h30m` -> seconds. Throws InputError for anything else and for more than a day. */
function parseDuration(text) {
    const match = /^(?=\d)(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text);
    const seconds = match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : NaN;
    if (!(seconds <= MAX_SECONDS))
        throw new _input_error__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${JSON.stringify(text)} is not a time such as 30m, 90s or 1h30m, 24h at most`);
    return seconds;
}
/** 5400 -> `1h30m`, 0 -> `0s` */
function formatDuration(seconds) {
    const parts = [
        [Math.floor(seconds / 3600), 'h'],
        [Math.floor((seconds % 3600) / 60), 'm'],
        [Math.round(seconds % 60), 's'],
    ];
    return (parts
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count}${unit}`)
        .join('') || '0s');
}
/** `0.4s`, `12s`, `3m 05s`, `1h 02m` */
function duration(ms) {
    if (ms < 9950)
        return `${(ms / 1000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds}s`;
    const two = (value) => String(value).padStart(2, '0');
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    return `${Math.floor(seconds / 3600)}h ${two(Math.floor((seconds % 3600) / 60))}m`;
}
/** `3 minutes`, `45 seconds` */
function spokenDuration(ms) {
    const seconds = Math.round(ms / 1000);
    const [amount, unit] = seconds >= 120 ? [Math.round(seconds / 60), 'minute'] : [seconds, 'second'];
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
//# sourceMappingURL=duration.js.map

/***/ }),

/***/ 27952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare)
/* harmony export */ });
/** `media-2` before `media-10`; the same everywhere, whatever the locale of the runner. */
function compare(a, b) {
    const [left, right] = [parts(a), parts(b)];
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const [x = '', y = ''] = [left[index], right[index]];
        const order = index % 2 === 1 ? inNumber(x, y) : inText(x, y);
        if (order !== 0)
            return order;
    }
    return left.length - right.length || inText(a, b);
}
/** Text and digits in turn. */
function parts(name) {
    return name.split(/(\d+)/);
}
/** Digits of any length */
function inNumber(a, b) {
    const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
    return x.length - y.length || inText(x, y);
}
function inText(a, b) {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    if (x !== y)
        return x < y ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
//# sourceMappingURL=natural-order.js.map

/***/ }),

/***/ 47335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   fk: () => (/* binding */ printableLines),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/** What a terminal or a page would act on instead of showing it: controls, format characters, separators, fillers without a shape. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u180e\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180d\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;
/** Makes text safe to print on one terminal line: whatever cannot be seen is shown as `\x1b` or `\u{202e}`. */
function printable(text) {
    return text.replace(UNSEEN, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return ' ';
        const code = character.codePointAt(0) ?? 0;
        return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
    });
}
/** The same for text of several lines: each is made safe for itself, blank ones are dropped. */
function printableLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => printable(line).trimEnd())
        .filter((line) => line !== '');
}
/** Breaks at spaces so that no line is longer than `width`; words that are longer stay whole (they may have to be copied). */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line ? `${line} ${word}` : word;
        }
    }
    if (line)
        lines.push(line);
    return lines;
}
//# sourceMappingURL=printable.js.map

/***/ })

};
;
//# sourceMappingURL=3886.index.js.map