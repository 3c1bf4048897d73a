"use strict";
exports.id = 4033;
exports.ids = [4033,7917];
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
/* harmony import */ var _duration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42295);
/* harmony import */ var _jump_host__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42366);
/* harmony import */ var _paths__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17731);




/** What a field is when it is left out. The schema says the same to editors. */
const DEFAULTS = {
    data_path: '/var/lib/portsip',
    scripts_path: '/opt/portsip',
    ha_scripts_path: '/opt/portsip-pbx-ha-guide',
    ssh: { user: 'pbx', port: 22 },
    trust: 'servers',
    built_in_servers: 'disabled',
    unmanaged_servers: 'report',
    max_call_sessions: 2000,
    max_rooms: 100,
    max_participants: 1000,
    clickhouse_image: 'portsip/clickhouse:25.8',
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
        scriptsPath: (0,_paths__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s)(pbx.high_availability.scripts_path ?? DEFAULTS.ha_scripts_path),
    };
    const trust = file.firewall?.trust ?? DEFAULTS.trust;
    const window = restart.window;
    return {
        version: 1,
        name: file.name,
        image: file.image,
        dataPath: (0,_paths__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s)(file.data_path ?? DEFAULTS.data_path),
        scriptsPath: (0,_paths__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s)(file.scripts_path ?? DEFAULTS.scripts_path),
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
            drainTimeoutSeconds: (0,_duration__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(restart.drain_timeout ?? DEFAULTS.drain_timeout),
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
    const role = server.role;
    const privateIp = server.private_ip === undefined ? undefined : (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(server.private_ip);
    const publicIp = server.public_ip === undefined ? undefined : (0,_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(server.public_ip);
    const ha = file.pbx?.high_availability !== undefined;
    return {
        name: server.name,
        role,
        address: (privateIp ?? publicIp),
        ...(privateIp !== undefined && { privateIp }),
        ...(publicIp !== undefined && { publicIp }),
        enabled: server.enabled ?? true,
        image: (ha ? undefined : server.image) ?? file.image,
        dataPath: (0,_paths__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s)(server.data_path ?? file.data_path ?? DEFAULTS.data_path),
        ssh: mergeSsh(server.ssh, ssh),
        ...(role === 'media' && { maxCallSessions: server.max_call_sessions ?? DEFAULTS.max_call_sessions }),
        ...(role === 'meeting' && {
            maxRooms: server.max_rooms ?? DEFAULTS.max_rooms,
            maxParticipants: server.max_participants ?? DEFAULTS.max_participants,
        }),
        ...(role === 'im' && server.chat_files !== undefined && { chatFiles: (0,_paths__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s)(server.chat_files) }),
        ...(role === 'dataflow' && { clickhouseImage: server.clickhouse_image ?? DEFAULTS.clickhouse_image }),
        at,
    };
}
function mergeSsh(entry, base) {
    const user = entry?.user ?? base.user;
    const jump = entry?.jump_host === undefined ? undefined : (0,_jump_host__WEBPACK_IMPORTED_MODULE_2__/* .parseJumpHost */ ._)(entry.jump_host);
    const jumpHost = jump ? { host: jump.host, port: jump.port ?? 22, user: jump.user ?? user } : base.jumpHost;
    return { user, port: entry?.port ?? base.port, ...(jumpHost && { jumpHost }) };
}
//# sourceMappingURL=build.js.map

/***/ }),

/***/ 42295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49058);

const MAX_SECONDS = 24 * 60 * 60;
/** `30m`, `90s`, `1h30m` -> seconds. Throws InputError for anything else and for more than a day. */
function parseDuration(text) {
    const match = /^(?=\d)(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text);
    const seconds = match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : NaN;
    if (!(seconds <= MAX_SECONDS))
        throw new _types__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${JSON.stringify(text)} is not a time such as 30m, 90s or 1h30m, 24h at most`);
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
//# sourceMappingURL=duration.js.map

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

/***/ 86119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ selectServers),
/* harmony export */   t: () => (/* binding */ isRole)
/* harmony export */ });
/* harmony import */ var _suggest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63821);
/* harmony import */ var _fault__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53891);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49058);



/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
function selectServers(cluster, selectors) {
    const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
    if (wanted.size === 0)
        return [...cluster.servers];
    const names = cluster.servers.map(({ name }) => name);
    const unknown = [...wanted].filter((selector) => !names.includes(selector) && !isRole(selector));
    if (unknown.length > 0)
        throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(unknown.map((selector) => explain(selector, names)).join('\n'));
    return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}
function isRole(word) {
    return _types__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.includes(word);
}
function explain(selector, names) {
    const guess = (0,_suggest__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(selector, [...names, ..._types__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST]);
    const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${_types__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.join(', ')}.`;
    return `No server and no role is called "${(0,_fault__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(selector)}". ${hint}`;
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

/***/ 12546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ DEFAULT_OPTIONS)
/* harmony export */ });
const DEFAULT_OPTIONS = {
    servers: [],
    dryRun: false,
    rotate: [],
    force: false,
    gone: [],
    allowUndersized: false,
};
//# sourceMappingURL=options.js.map

/***/ }),

/***/ 90802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ reviewedOf),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   Q2: () => (/* binding */ unpackReviewed),
/* harmony export */   tj: () => (/* binding */ unreviewed),
/* harmony export */   w3: () => (/* binding */ reviewedCheck),
/* harmony export */   xK: () => (/* binding */ packReviewed)
/* harmony export */ });
/* unused harmony exports FINGERPRINT_BYTES, otherSettings, together */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _stages_names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55772);
/* harmony import */ var _stages_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93781);



/** Characters of a fingerprint, base64: 64 bits that tell it from any other, and 24 by which its object is found again. */
const [WHOLE, OBJECT] = [8, 3];
const FINGERPRINT_BYTES = WHOLE + OBJECT;
function reviewedOf(plan, cluster) {
    const { digest, changes } = plan;
    const prints = fingerprinter(cluster);
    return {
        digest,
        settings: settingsOf(cluster),
        changes: new Set(changes.flatMap((change) => [prints.of(change), ...prints.begun(change)])),
    };
}
/** The changes of `plan` that are not in what was reviewed. What is left undone of it by an interrupted run counts as reviewed. */
function unreviewed(plan, cluster, reviewed) {
    const is = reviewedCheck(cluster, reviewed);
    if (plan.digest === reviewed.digest && otherSettings(cluster, reviewed).length === 0)
        return [];
    const objects = new Set([...(reviewed.changes ?? [])].map(objectPart));
    const prints = fingerprinter(cluster);
    return plan.changes.flatMap((change) => is(change) ? [] : [{ change, otherwise: objects.has(objectPart(prints.of(change))) }]);
}
/** Whether a change was reviewed; with other settings none was. */
function reviewedCheck(cluster, reviewed) {
    const { changes } = reviewed;
    if (!changes || otherSettings(cluster, reviewed).length > 0)
        return () => false;
    const prints = fingerprinter(cluster);
    return (change) => changes.has(prints.of(change)) || isRepair(change) || (isUnused(change) && changes.has(prints.half(change)));
}
/** Names of the settings that are not what they were when it was reviewed. */
function otherSettings(cluster, { settings }) {
    const now = settingsOf(cluster);
    return [...new Set([...Object.keys(now), ...Object.keys(settings)])].filter((name) => now[name] !== settings[name]);
}
/** Adds up what was agreed to. */
function together(one, other) {
    return { ...one, changes: new Set([...(one.changes ?? []), ...(other.changes ?? [])]) };
}
/** Nobody uses what it is about, neither before nor after: to bring it to its end disturbs nobody. */
const isUnused = ({ impact, action }) => impact === 'none' && action !== 'delete';
/** A server that a run of ours disabled to drain it takes calls again. Nobody asked for it to be away. */
function isRepair({ stage, action, reason, attributes }) {
    const [only, ...others] = attributes;
    return (stage === 'register' &&
        action === 'update' &&
        reason === _stages_types__WEBPACK_IMPORTED_MODULE_2__/* .DRAINED_BY_US */ .r1 &&
        others.length === 0 &&
        only?.name === 'enabled' &&
        only.after === 'true');
}
/**
 * A change with the machine that it is done on. Attributes are part of it, reasons and impact are not: they tell of the hour.
 * `begun` are marks for what an interrupted run leaves of a change, which looks like another change: the role is not there
 * any more, or the built-in server still stands in.
 */
function fingerprinter({ name: cluster, servers }) {
    const byName = new Map(servers.map((server) => [server.name, server]));
    const machine = ({ server }) => {
        const found = server === undefined ? undefined : byName.get(server);
        return found ? [found.role, found.address, found.ssh] : null;
    };
    const half = (change) => print(change.id, ['begun', cluster, change.id, machine(change)]);
    return {
        of: (change) => {
            const { id, action, attributes } = change;
            const values = attributes
                .map(({ name, before, after }) => [name, before ?? null, after ?? null])
                .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
            return print(id, ['change', cluster, id, action, values, machine(change)]);
        },
        half,
        begun: (change) => {
            const role = byName.get(change.server ?? '')?.role;
            const standIn = change.impact !== 'none' && role && (0,_stages_names__WEBPACK_IMPORTED_MODULE_1__/* .isListed */ .yy)(role) ? [half({ id: `built-in/${role}` })] : [];
            const changed = change.action === 'update' || change.action === 'replace' ? [half(change)] : [];
            return [...changed, ...standIn];
        },
    };
}
function print(id, what) {
    return Buffer.concat([hash(what, WHOLE), hash(['object', id], OBJECT)]).toString('base64');
}
/** The bytes after the first eight, wherever base64 puts them. */
const objectPart = (fingerprint) => Buffer.from(fingerprint, 'base64').subarray(WHOLE).toString('base64');
function settingsOf(cluster) {
    const { pbx, ssh, scriptsPath, firewallTrust, builtInServers, unmanagedServers, restart } = cluster;
    const settings = {
        pbx,
        ssh,
        scripts_path: scriptsPath,
        firewall: firewallTrust,
        built_in_servers: builtInServers,
        unmanaged_servers: unmanagedServers,
        restart,
    };
    return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, hash(['setting', name, value], 9).toString('base64')]));
}
function hash(what, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(what)).digest().subarray(0, bytes);
}
/** JSON whose keys have one order, however the object was made. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}
/** As text without a character that means anything to HTML, to be hidden in a comment or kept in a file. */
function packReviewed({ digest, settings, changes }, most = Infinity) {
    const fits = changes && changes.size <= most ? changes : undefined;
    const list = fits && Buffer.concat([...fits].sort().map((one) => Buffer.from(one, 'base64'))).toString('base64');
    const pairs = Object.entries(settings).map(([name, value]) => `${name}:${value}`);
    return `digest=${digest} settings=${pairs.join(',')} changes=${list === undefined ? '?' : list || '-'}`;
}
/** undefined for what `packReviewed` did not write. */
function unpackReviewed(text) {
    const found = /^digest=(sha256:[0-9a-f]{64}) settings=([\w:+/=,]*) changes=([A-Za-z0-9+/=]+|[?-])$/.exec(text);
    if (!found)
        return undefined;
    const [, digest = '', settings = '', list = ''] = found;
    const bytes = Buffer.from(list.length > 1 ? list : '', 'base64');
    if (bytes.length % FINGERPRINT_BYTES !== 0)
        return undefined;
    const changes = Array.from({ length: bytes.length / FINGERPRINT_BYTES }, (_, index) => bytes.subarray(index * FINGERPRINT_BYTES, (index + 1) * FINGERPRINT_BYTES).toString('base64'));
    return {
        digest,
        settings: Object.fromEntries(settings
            .split(',')
            .filter(Boolean)
            .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])),
        ...(list !== '?' && { changes: new Set(changes) }),
    };
}
/**
 * Whether a plan may be carried out: its digest was approved, or all of it was in the plan of the merged pull request, or
 * was asked for by whoever runs it. `allowed` is what the steps that follow may do; undefined: anything.
 */
function decide({ cluster, plan, unasked, found, approve, withoutReview }) {
    const now = reviewedOf(plan, cluster);
    const stop = (why, changes) => ({
        go: false,
        why,
        differences: changes.map((change) => ({ change, otherwise: false })),
        settings: [],
    });
    if (plan.changes.length === 0)
        return { go: true, why: 'nothing', allowed: now };
    if (approve !== undefined)
        return approve === plan.digest
            ? { go: true, why: 'approved', allowed: now }
            : stop('What was approved is not what would be done now: the cluster has changed since, or the cluster file.', [
                ...plan.changes,
            ]);
    const known = new Set(unasked.changes.map(({ id, action }) => `${action} ${id}`));
    const asked = plan.changes.filter(({ id, action }) => !known.has(`${action} ${id}`));
    const rest = plan.changes.filter((change) => !asked.includes(change));
    if (rest.length === 0)
        return { go: true, why: 'asked', allowed: now };
    if (found.kind === 'refused')
        return stop(found.why, rest);
    if (found.kind === 'none')
        return withoutReview === 'allow' ? { go: true, why: 'unreviewed-allowed' } : stop(found.why, rest);
    const { pull, reviewed } = found;
    const differences = unreviewed({ ...plan, changes: rest }, cluster, reviewed);
    if (differences.length > 0)
        return {
            go: false,
            why: reviewed.changes
                ? `What would be done now is not what was reviewed in #${pull.number}.`
                : `The plan of #${pull.number} has too many changes to be kept with its comment, so only the very same plan is known again, and this is not it.`,
            differences,
            settings: otherSettings(cluster, reviewed),
        };
    return {
        go: true,
        why: 'reviewed',
        pull,
        allowed: together(now, reviewed),
        done: plan.digest !== reviewed.digest,
    };
}
//# sourceMappingURL=review.js.map

/***/ }),

/***/ 55772:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ findServer),
/* harmony export */   Mg: () => (/* binding */ inRoleOrder),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   cS: () => (/* binding */ LISTED_ROLES),
/* harmony export */   yy: () => (/* binding */ isListed),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);

const LISTED_ROLES = ['media', 'queue', 'meeting', 'ivr'];
function isListed(role) {
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].collection !== undefined;
}
/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
function has(things, name) {
    return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}
function findServer(cluster, name) {
    return cluster.servers.find((server) => server.name === name);
}
/** media, queue, meeting, ivr, im, dataflow: PortSIP's restart order; then by name. */
function inRoleOrder(a, b) {
    return ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || compare(a.name, b.name);
}
const ORDER = ['media', 'queue', 'meeting', 'ivr', 'im', 'dataflow'];
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
//# sourceMappingURL=names.js.map

/***/ }),

/***/ 93781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   kj: () => (/* binding */ isReachable),
/* harmony export */   r1: () => (/* binding */ DRAINED_BY_US),
/* harmony export */   wD: () => (/* binding */ IMPACTS),
/* harmony export */   y1: () => (/* binding */ STAGE_NAMES)
/* harmony export */ });
const STAGE_NAMES = ['firewall', 'register', 'token', 'install', 'remove', 'restart'];
/** What callers notice, from nothing to the worst. */
const IMPACTS = ['none', 'analytics', 'messaging', 'new-calls', 'active-calls'];
/** Why a server is enabled that an interrupted run had disabled. */
const DRAINED_BY_US = 'an interrupted run had drained it: it takes calls again';
function isBlocking({ severity }) {
    return severity === 'blocking';
}
function isReachable(facts) {
    return facts !== undefined && !('unreachable' in facts);
}
//# sourceMappingURL=types.js.map

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
//# sourceMappingURL=4033.index.js.map