"use strict";
exports.id = 6726;
exports.ids = [6726,3433,7557,6932,9938];
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

/***/ 16289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ releaseOwn),
/* harmony export */   kK: () => (/* binding */ withLock),
/* harmony export */   ms: () => (/* binding */ lockHolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77278);
/* harmony import */ var _stages_context__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97971);



/** A holder that gave no sign of life for this long is dead: its runner was killed, or its network is gone. */
const STALE_MS = 120_000;
const HEARTBEAT_MS = 20_000;
/** Longer than it takes a dead holder's lock to become stale. */
const PATIENCE_MS = 180_000;
/**
 * Does `work` while no other run changes the cluster; the session that it gets is cancelled if one does after all. The steps of one job share the lock (same identity); a terminal gives it
 * back at the end, a job keeps it for its next step and gives it back in its `post` step. Throws StageError that names the
 * holder when the lock does not come free.
 */
async function withLock(session, work) {
    const { cluster, hosts, log, run } = session;
    const main = hosts.host(cluster.pbx.machine);
    const holder = { ...run, since: new Date(session.now()).toISOString() };
    let other;
    const held = await (0,_stages_context__WEBPACK_IMPORTED_MODULE_2__/* .until */ .TG)(session, PATIENCE_MS, async () => {
        const answer = await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .acquireLock */ .IZ)(main, cluster.name, holder, { staleAfterMs: STALE_MS, isDead });
        if (answer.acquired) {
            if (answer.tookOver)
                log.warning(`Took over the lock of ${describe(answer.tookOver)}, which gave no sign of life`);
            return true;
        }
        if (!other)
            log.info(`${cluster.name} is locked by ${describe(answer.holder)}; waiting for it`);
        other = answer.holder;
        return undefined;
    });
    if (!held)
        throw new _stages_context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${cluster.name} is locked by ${describe(other ?? {})}; try again when that run has ended`);
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
        // A beat that is lost costs nothing: the next one comes before the lock is stale.
        (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .refreshLock */ .nM)(main, cluster.name, run.id).then((ours) => {
            if (ours || lost.signal.aborted)
                return;
            log.error(`Another run took over the lock of ${cluster.name}: nothing new is begun by this one`);
            lost.abort();
        }, (error) => log.debug(String(error)));
    }, HEARTBEAT_MS);
    heartbeat.unref();
    try {
        return await work({ ...session, signal: AbortSignal.any([session.signal, lost.signal]) });
    }
    finally {
        clearInterval(heartbeat);
        if (!run.keepLock)
            await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .releaseLock */ .x_)(main, cluster.name, run.id).catch((error) => log.debug(String(error)));
    }
}
/** For the end of a job: does `work` if the lock is still this run's, then gives it back. */
async function releaseOwn(session, work) {
    const { cluster, hosts, run } = session;
    const main = hosts.host(cluster.pbx.machine);
    if (!(await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .refreshLock */ .nM)(main, cluster.name, run.id)))
        return;
    try {
        await work();
    }
    finally {
        await (0,_host_files__WEBPACK_IMPORTED_MODULE_1__/* .releaseLock */ .x_)(main, cluster.name, run.id);
    }
}
/** Who holds the lock, as the main server's facts have it; undefined: nobody who gave a sign of life of late. */
function lockHolder({ lock, lockIdleMs = 0 }) {
    if (lock === undefined || lockIdleMs >= STALE_MS)
        return undefined;
    let holder;
    try {
        holder = JSON.parse(lock);
    }
    catch {
        // Its writer is at it, or died half way.
    }
    const known = typeof holder === 'object' && holder !== null ? holder : {};
    return isDead(known) ? undefined : describe(known);
}
function isDead({ host, pid }) {
    if (pid === undefined || host !== (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)())
        return false;
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return error.code === 'ESRCH';
    }
}
function describe({ id, host, since }) {
    // What another run wrote is shown to people, never obeyed.
    const plain = (text) => typeof text === 'string' ? text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) : undefined;
    return `${plain(id) ?? 'another run'}${plain(host) ? ` on ${plain(host)}` : ''}${plain(since) ? ` since ${plain(since)}` : ''}`;
}
//# sourceMappingURL=lock.js.map

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

/***/ 10012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adopt: () => (/* binding */ adopt),
/* harmony export */   adopted: () => (/* binding */ adopted)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _render_text__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(44824);
/* harmony import */ var _stages_open_session__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2943);
/* harmony import */ var _stages_context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97971);
/* harmony import */ var _deploy_lock__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16289);
/* harmony import */ var _stages_names__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55772);
/* harmony import */ var _stages_observe__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79540);
/* harmony import */ var _stages_record__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23307);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85039);
/* harmony import */ var _stages_types__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(93781);











/**
 * Writes into the record what is there and in the cluster file, as if it had been put there from it: from then on what leaves the
 * file is removed. Under the lock. Returns what it wrote, in words.
 */
async function adopt(config) {
    const session = (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_2__/* .openSession */ .f)(config);
    try {
        return await writeFound(session);
    }
    finally {
        await (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_2__/* .closeSession */ .V)(session);
    }
}
function writeFound(session) {
    return (0,_deploy_lock__WEBPACK_IMPORTED_MODULE_4__/* .withLock */ .kK)(session, async (held) => {
        const { cluster } = held;
        const { live } = await (0,_stages_observe__WEBPACK_IMPORTED_MODULE_6__/* .observe */ .lB)(held);
        if (!(0,_stages_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(live.main))
            throw new _stages_context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`Nothing was adopted: ${live.main.unreachable}`);
        const before = live.record ?? (0,_stages_record__WEBPACK_IMPORTED_MODULE_7__/* .emptyRecord */ .FR)(cluster.name);
        const after = adopted(before, cluster, live);
        await (0,_stages_record__WEBPACK_IMPORTED_MODULE_7__/* .keepRecord */ .rP)(held, before).update(() => after);
        return difference(before, after);
    });
}
/** Pure: the record with all that is in the cluster file and was found. What it has already stays. */
function adopted(record, cluster, live) {
    const found = cluster.servers.filter((server) => !(0,_stages_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(record.servers, server.name) && isThere(server, live));
    const trusted = (0,_stages_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(live.main) ? (live.main.firewall?.trusted.permanent ?? []) : [];
    const sources = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_8__/* .ByAddress */ .I(trusted.map((source) => [source, true]));
    const accepted = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_8__/* .ByAddress */ .I(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => [cidr, true]));
    const union = (list, more) => [...new Set([...list, ...more])];
    return {
        ...record,
        servers: {
            ...record.servers,
            ...Object.fromEntries(found.map((server) => [
                server.name,
                { ...(0,_stages_record__WEBPACK_IMPORTED_MODULE_7__/* .recorded */ .t2)(server), ...(hasRun(server, live) && { installed: true }) },
            ])),
        },
        firewall: union(record.firewall, (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster).filter((source) => sources.has(source))),
        whitelist: union(record.whitelist, (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .whitelistCidrs */ .ZQ)(cluster).filter((cidr) => accepted.has(cidr))),
        // So that one is turned on again before the last server of its role goes.
        builtInDisabled: _stages_names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS.filter((role) => record.builtInDisabled.includes(role) ||
            (cluster.servers.some((server) => server.role === role && server.enabled) &&
                live.portal.servers[role].some(({ type, enabled }) => type === 'INTERNAL' && !enabled))),
    };
}
function isThere(server, live) {
    const { role, name } = server;
    if ((0,_stages_names__WEBPACK_IMPORTED_MODULE_5__/* .isListed */ .yy)(role))
        return live.portal.servers[role].some((entry) => entry.name === name && entry.type === 'EXTERNAL');
    return hasRun(server, live);
}
/** A host that does not answer counts as one that it runs on: a server that may have calls is drained before it goes. */
function hasRun({ name, role }, { hosts }) {
    const facts = hosts.get(name);
    return !(0,_stages_types__WEBPACK_IMPORTED_MODULE_9__/* .isReachable */ .kj)(facts) || facts.containers.some((container) => container.name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].container);
}
function difference(before, after) {
    const names = Object.keys(after.servers).filter((name) => !(0,_stages_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(before.servers, name));
    const entries = after.firewall.length - before.firewall.length + after.whitelist.length - before.whitelist.length;
    if (names.length === 0 && entries === 0)
        return 'nothing that the record did not have';
    return `${(0,_render_text__WEBPACK_IMPORTED_MODULE_10__/* .plural */ .LS)(names.length, 'server')}, ${(0,_render_text__WEBPACK_IMPORTED_MODULE_10__/* .plural */ .LS)(entries, 'entry', 'entries')} of firewall and whitelist`;
}
//# sourceMappingURL=adopt.js.map

/***/ }),

/***/ 61789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aZ: () => (/* binding */ PATIENCE),
/* harmony export */   ik: () => (/* binding */ adviceOn),
/* harmony export */   rV: () => (/* binding */ pauseMs)
/* harmony export */ });
/** When to ask a PBX again. A PBX that restarts, or a proxy that lost it, answers 502 for a minute or more. */
const PATIENCE = {
    /** Tries in all */
    attempts: 20,
    /** From the first try to the last one's start */
    totalMs: 180_000,
    /** Likewise while nothing has ever answered: then a wrong address is likelier than a restart */
    firstContactMs: 30_000,
    /** Tries when the PBX itself says 500: that seldom heals */
    internalErrorAttempts: 5,
    firstPauseMs: 500,
    longestPauseMs: 10_000,
    /** A `Retry-After` of an hour is not waited for. */
    longestRetryAfterMs: 60_000,
};
/** Pause after the `attempt`th try (1…): doubled each time, capped, and between half and all of that. */
function pauseMs(attempt, random) {
    const full = Math.min(PATIENCE.longestPauseMs, PATIENCE.firstPauseMs * 2 ** (attempt - 1));
    return full * (0.5 + random / 2);
}
/** Milliseconds that a `Retry-After` header asks for (seconds, or an HTTP date), capped; undefined when it says nothing. */
function retryAfterMs(header, now) {
    if (!header)
        return undefined;
    const value = header.trim();
    const wait = /^\d+$/.test(value) ? Number(value) * 1000 : /[a-z]/i.test(value) ? Date.parse(value) - now : NaN;
    if (Number.isNaN(wait))
        return undefined;
    return Math.min(Math.max(wait, 0), PATIENCE.longestRetryAfterMs);
}
function adviceOn(status) {
    if (status === 429)
        return 'again';
    if (status === 408 || status === 500 || status === 502 || status === 503 || status === 504)
        return 'unsure';
    return 'final';
}
//# sourceMappingURL=retry.js.map

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

/***/ })

};
;
//# sourceMappingURL=6726.index.js.map