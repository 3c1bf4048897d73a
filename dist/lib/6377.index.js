"use strict";
exports.id = 6377;
exports.ids = [6377,3433,6907,7557,2683,6382,5064,7917,9938,8962,42];
exports.modules = {

/***/ 86399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readStatus: () => (/* binding */ readStatus)
});

// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/pbx/types.js
var types = __webpack_require__(54930);
// EXTERNAL MODULE: ./build/src/plan/live-plan.js
var live_plan = __webpack_require__(16382);
// EXTERNAL MODULE: ./build/src/stages/open-session.js + 16 modules
var open_session = __webpack_require__(2943);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/cluster/window.js
var cluster_window = __webpack_require__(12683);
// EXTERNAL MODULE: ./build/src/stages/install.js + 2 modules
var install = __webpack_require__(83978);
// EXTERNAL MODULE: ./build/src/stages/types.js
var stages_types = __webpack_require__(93781);
// EXTERNAL MODULE: ./build/src/deploy/lock.js
var deploy_lock = __webpack_require__(16289);
// EXTERNAL MODULE: ./build/src/drift/drift.js
var drift = __webpack_require__(68725);
;// CONCATENATED MODULE: ./build/src/cli/status-report.js






/** Pure: what is wanted, what is there, what a deploy would do. */
function statusReport(cluster, live, plan, servers = cluster.servers, apiProblem) {
    const listed = Object.values(live.portal.servers).flat();
    const wanted = new Set(cluster.servers.map(({ name }) => name));
    const running = (0,install/* pbxContainer */.sT)(live);
    const lock = (0,stages_types/* isReachable */.kj)(live.main) ? (0,deploy_lock/* lockHolder */.ms)(live.main) : undefined;
    const { items, owed } = (0,drift/* driftOf */.$p)(plan);
    const upOn = (role) => live.portal.servers[role].reduce((sum, { id }) => sum + (live.portal.status.get(id)?.calls ?? 0), 0);
    return {
        version: 1,
        cluster: cluster.name,
        pbx: {
            address: cluster.pbx.privateIp,
            api: cluster.pbx.api,
            reachable: (0,stages_types/* isReachable */.kj)(live.main),
            ...(!(0,stages_types/* isReachable */.kj)(live.main) && { problem: live.main.unreachable }),
            ...(running?.running && running.version !== undefined && { version: running.version }),
            ...(apiProblem !== undefined && { apiProblem }),
        },
        ...(lock !== undefined && { lock }),
        ...windowNow(cluster, live),
        calls: upOn('media'),
        participants: upOn('meeting'),
        servers: servers.map((server) => serverState(server, live, plan, apiProblem === undefined)),
        unmanaged: listed
            .filter(({ type, name }) => type === 'EXTERNAL' && !wanted.has(name))
            .map(({ id, role, name, privateIp, enabled }) => ({
            role,
            name,
            ...(privateIp !== undefined && { address: privateIp }),
            online: live.portal.status.get(id)?.status === 'ONLINE',
            enabled,
        })),
        builtIn: listed.filter(({ type, enabled }) => type === 'INTERNAL' && enabled).map(({ role }) => role),
        findings: plan.warnings,
        drift: plan.changes.length,
        differences: items,
        restartsOwed: owed,
    };
}
function windowNow({ restart: { window } }, { at }) {
    if (!window)
        return {};
    const { open, opensAt } = (0,cluster_window/* windowState */.k)(window, at);
    const opens = open || opensAt === undefined ? {} : { opensAt: new Date(opensAt).toISOString() };
    return { window: { text: (0,cluster_window/* formatWindow */.A)(window), open, ...opens } };
}
function serverState(server, live, plan, portalTells) {
    const { name, role, address, publicIp } = server;
    const facts = live.hosts.get(name);
    const container = (0,stages_types/* isReachable */.kj)(facts) ? facts.containers.find((one) => one.name === roles/* ROLES */.g[role].container) : undefined;
    const portal = inPortal(server, live);
    const status = portal && live.portal.status.get(portal.id);
    return {
        name,
        role,
        address,
        ...(publicIp !== undefined && { publicIp }),
        state: stateOf(role, (0,stages_types/* isReachable */.kj)(facts) ? facts : undefined, portal, status?.status, portalTells),
        enabled: portal?.enabled ?? server.enabled,
        ...(status?.calls !== undefined && { calls: status.calls }),
        ...capacityOf(portal),
        ...(container && { image: container.image }),
        ...(container?.version !== undefined && { version: container.version }),
        drift: plan.changes.filter((change) => change.server === name).map(({ id }) => id),
        ...(facts !== undefined && !(0,stages_types/* isReachable */.kj)(facts) && { problem: facts.unreachable }),
    };
}
function capacityOf(portal) {
    const capacity = portal?.maxCallSessions ?? portal?.maxParticipants;
    return capacity === undefined ? {} : { capacity };
}
function inPortal({ name, role }, live) {
    if (roles/* ROLES */.g[role].collection === undefined)
        return undefined;
    return live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
}
function stateOf(role, facts, portal, status, portalTells) {
    if (status === 'ONLINE')
        return 'online';
    if (!facts)
        return 'unreachable';
    const listed = roles/* ROLES */.g[role].collection !== undefined && portalTells;
    if (listed && !portal)
        return 'not-registered';
    const container = facts.containers.find(({ name }) => name === roles/* ROLES */.g[role].container);
    if (!container)
        return 'not-installed';
    if (listed)
        return 'offline';
    return container.running ? 'running' : 'stopped';
}
//# sourceMappingURL=status-report.js.map
;// CONCATENATED MODULE: ./build/src/cli/read-status.js





/** Looks at the live cluster once. Where the PBX does not answer, the hosts still tell what runs on them. */
async function readStatus(config, servers) {
    const session = (0,open_session/* openSession */.f)(config);
    const report = ({ live, plan }, apiProblem) => statusReport(config.cluster, live, plan, (0,cluster_select/* selectServers */.V)(config.cluster, servers), apiProblem);
    try {
        return report(await (0,live_plan/* lookAround */.h)(session));
    }
    catch (error) {
        if (!(error instanceof types/* PbxError */.f))
            throw error;
        const { live, plan } = await (0,live_plan/* lookAround */.h)({ ...session, pbx: mute(session.pbx) });
        // What there would be to do cannot be told without the portal; what keeps hosts from answering can.
        const warnings = plan.warnings.filter(({ code }) => code === 'host-unreachable' || code === 'main-unreachable');
        return report({ live, plan: { ...plan, changes: [], warnings } }, error.message);
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
}
/** One that knows nothing, and is not asked again. */
function mute(pbx) {
    return {
        ...pbx,
        servers: () => Promise.resolve([]),
        ipFilters: () => Promise.resolve([]),
        im: () => Promise.resolve({}),
        imToken: () => Promise.resolve(undefined),
    };
}
//# sourceMappingURL=read-status.js.map

/***/ }),

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

/***/ 12683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatWindow),
/* harmony export */   k: () => (/* binding */ windowState)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68714);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49058);


const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whether the window is open at `atMs`. Times are wall-clock times of its zone, also on the days on which clocks change. */
function windowState(window, atMs) {
    const now = luxon__WEBPACK_IMPORTED_MODULE_1__/* .DateTime */ .c9.fromMillis(atMs, { zone: window.timezone });
    if (!now.isValid)
        throw new _types__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`The maintenance window's time zone ${JSON.stringify(window.timezone)} is not known.`);
    // From yesterday, because a window may have begun before midnight, to the day a week from now.
    const intervals = Array.from({ length: 10 }, (_, index) => now.startOf('day').plus({ days: index - 1 }))
        .filter((day) => window.days.includes(DAYS[day.weekday - 1]))
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
/** `Sat, Sun 02:00–05:00 Asia/Shanghai`, `every day 22:00–04:00 (next day) UTC` */
function formatWindow({ days, from, to, timezone }) {
    return `${formatDays(days)} ${from}–${to}${to > from ? '' : ' (next day)'} ${timezone}`;
}
function formatDays(days) {
    if (DAYS.every((day) => days.includes(day)))
        return 'every day';
    return DAYS.filter((day) => days.includes(day))
        .map((day) => day[0].toUpperCase() + day.slice(1))
        .join(', ');
}
/** The first moment at which a clock on the wall shows `time` or, on the day that skips it, the moment of the skip. */
function wallClock(day, time) {
    const [hour, minute] = time.split(':').map(Number);
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
//# sourceMappingURL=window.js.map

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

/***/ 68725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   EB: () => (/* binding */ writeItems),
/* harmony export */   F1: () => (/* binding */ readItems),
/* harmony export */   Ul: () => (/* binding */ carry),
/* harmony export */   YB: () => (/* binding */ driftDigest),
/* harmony export */   pT: () => (/* binding */ compareDrift),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _stages_names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55772);
/* harmony import */ var _stages_types__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93781);
/* harmony import */ var _render_words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89510);




/** Findings that say that somebody changed the live cluster, and that no deploy puts right. */
const DRIFTED = ['firewalld-not-running', 'zone-conflict', 'address-denied'];
/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
function driftOf(plan) {
    const { changes, warnings } = plan;
    const unmanaged = warnings.filter(({ code }) => code === 'unmanaged-server');
    const drifted = warnings.filter(({ code }) => DRIFTED.includes(code));
    return {
        items: inOrder([
            ...changes.filter(({ stage }) => stage !== 'restart').map(fromChange),
            ...unmanaged.map((finding) => fromFinding(`unmanaged/${finding.server ?? ''}`, finding)),
            ...drifted.map((finding) => fromFinding(`finding/${finding.code}/${finding.server ?? ''}`, finding)),
        ]),
        unseen: [
            ...new Set(warnings.flatMap(({ code, server }) => (code === 'host-unreachable' && server !== undefined ? [server] : []))),
        ].sort(_stages_names__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD),
        firewallUnseen: warnings.some(({ code }) => code === 'node-unreachable' || code === 'firewalld-not-running'),
        owed: changes.filter(({ stage }) => stage === 'restart').map(({ id }) => id),
        notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
    };
}
/** The same with all that machines said put through `say`. */
function inWords(drift, say) {
    const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
    return { ...drift, items, notes: drift.notes.map(say) };
}
function fromChange(change) {
    const { id, action, server, reason, impact } = change;
    const values = (0,_render_words__WEBPACK_IMPORTED_MODULE_2__/* .telling */ .gM)(change).map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`);
    // Of what is missing as a whole, or is one too many, the reason tells more than its values.
    const what = values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : reason;
    return { id, ...(server !== undefined && { server }), deed: (0,_render_words__WEBPACK_IMPORTED_MODULE_2__/* .deed */ .dH)(change), what, impact };
}
function fromFinding(id, { server, message }) {
    return { id, ...(server !== undefined && { server }), what: message, impact: 'none' };
}
/**
 * What there is, and what there was that this look could not see: a host that does not answer hides what is on it, and drift
 * that nobody saw end has not ended.
 */
function carry(before, { items, unseen, firewallUnseen }, cluster) {
    const present = new Set(items.map(({ id }) => id));
    const hidden = new Set(unseen);
    const roles = new Set(unseen.map((name) => (0,_stages_names__WEBPACK_IMPORTED_MODULE_1__/* .findServer */ .Fm)(cluster, name)?.role));
    const isHidden = ({ id, server }) => {
        const [kind, name] = id.split('/');
        // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
        if (kind === 'built-in')
            return [...roles].some((role) => role === name);
        if (firewallUnseen && (kind === 'firewall' || id.startsWith('finding/zone-conflict/')))
            return true;
        if (server === undefined || !hidden.has(server))
            return false;
        // The portal and the main server were asked; of what left the file everything waits for its host.
        return kind === 'role' || !(0,_stages_names__WEBPACK_IMPORTED_MODULE_1__/* .findServer */ .Fm)(cluster, server);
    };
    return inOrder([...items, ...before.filter((item) => !present.has(item.id) && isHidden(item))]);
}
/** `sha256:` of what has drifted; the same set has the same digest. */
function driftDigest(items) {
    const what = inOrder(items).map(key);
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(what)).digest('hex')}`;
}
/** What came, and what went. What differs in another way than before is in both. */
function compareDrift(before, now) {
    const had = new Set(before.map(key));
    const have = new Set(now.map(key));
    return { came: now.filter((item) => !had.has(key(item))), went: before.filter((item) => !have.has(key(item))) };
}
const key = ({ id, deed: does = '', what }) => JSON.stringify([id, does, what]);
function inOrder(items) {
    return [...items].sort((a, b) => (0,_stages_names__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(a.server ?? '', b.server ?? '') || (0,_stages_names__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(a.id, b.id));
}
/** Whatever was written, only items of the right shape; undefined when it holds none at all. */
function readItems(value) {
    if (!Array.isArray(value))
        return undefined;
    const items = [];
    for (const entry of value) {
        if (!Array.isArray(entry))
            return undefined;
        const [id, server, does, what, impact] = entry;
        const known = _stages_types__WEBPACK_IMPORTED_MODULE_3__/* .IMPACTS */ .wD.find((one) => one === impact);
        if (typeof id !== 'string' || typeof what !== 'string' || known === undefined)
            return undefined;
        items.push({
            id,
            ...(typeof server === 'string' && { server }),
            ...(typeof does === 'string' && { deed: does }),
            what,
            impact: known,
        });
    }
    return items;
}
/** For `readItems`. */
function writeItems(items) {
    return items.map(({ id, server, deed: does, what, impact }) => [id, server ?? null, does ?? null, what, impact]);
}
//# sourceMappingURL=drift.js.map

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

/***/ 16382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lookAround),
/* harmony export */   look: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _stages_open_session__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2943);
/* harmony import */ var _stages_observe__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79540);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85864);



/** Looks at the live cluster once. Changes nothing, takes no lock. */
async function look(config) {
    const session = (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(config);
    try {
        return await lookAround(session);
    }
    finally {
        await (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_0__/* .closeSession */ .V)(session);
    }
}
/** The same over connections that are there. */
async function lookAround(session) {
    const { live, findings } = await (0,_stages_observe__WEBPACK_IMPORTED_MODULE_1__/* .observe */ .lB)(session);
    const plan = (0,_plan__WEBPACK_IMPORTED_MODULE_2__.makePlan)(session.cluster, live);
    return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
}
//# sourceMappingURL=live-plan.js.map

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
//# sourceMappingURL=6377.index.js.map