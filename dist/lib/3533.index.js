"use strict";
exports.id = 3533;
exports.ids = [3533];
exports.modules = {

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

/***/ 33533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadClusterFile: () => (/* binding */ loadClusterFile),
  parseCluster: () => (/* binding */ parseCluster)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/cluster/build.js
var build = __webpack_require__(75487);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
;// CONCATENATED MODULE: ./build/src/cluster/rules/report.js
/** The servers that are mappings, with their index in the list. */
function entries(file) {
    return (file.servers ?? []).flatMap((server, index) => server ? [{ ...server, index, called: server.name ?? `server ${index + 1}` }] : []);
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/addresses.js


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
            report.error(use.path, 'pbx-address', `${use.address} is ${first.who} ${report.line(first.path)}`, 'a server needs a host of its own');
        }
        else if (first.path[1] === use.path[1]) {
            report.warning(use.path, 'same-address', `${use.who} has the same private and public address`, 'delete public_ip if the server has only one address');
        }
        else {
            report.error(use.path, 'duplicate-address', `${first.who} has the address ${use.address} already ${report.line(first.path)}`, 'a Linux host runs one role: give each server a host of its own');
        }
    }
};
const ODD = {
    multicast: 'a multicast address',
    broadcast: 'the broadcast address',
    unspecified: 'no address of a host',
    'link-local': 'a link-local address, which is not static and ends at the next router',
};
/** Addresses that no host can have, or that are on the wrong side. */
const addressKinds = (file, report) => {
    for (const { address, path } of [...pbxAddresses(file), ...serverAddresses(file)]) {
        const kind = (0,addresses/* kindOf */.I)(address);
        const odd = ODD[kind];
        if (odd)
            report.warning(path, 'odd-address', `${address} is ${odd}`, 'the static address of the host');
        else if (path.at(-1) === 'public_ip' && kind === 'private') {
            report.warning(path, 'private-public-ip', `${address} is a private address: people outside cannot reach it`, 'the static public address, or delete the line');
        }
    }
    const family = file.pbx?.private_ip === undefined ? undefined : familyOf(file.pbx.private_ip);
    for (const { private_ip: ip, index, called } of entries(file)) {
        if (ip !== undefined && family !== undefined && familyOf(ip) !== family) {
            report.warning(['servers', index, 'private_ip'], 'mixed-families', `${called} has an ${familyOf(ip)} address and the PBX an ${family} one`, 'addresses of one kind, unless both machines have both');
        }
    }
};
function serverAddresses(file) {
    return entries(file).flatMap(({ index, called, role, ...server }) => ['private_ip', 'public_ip'].flatMap((field) => {
        const ip = server[field];
        return ip === undefined ? [] : [{ address: (0,addresses/* normalise */.j7)(ip), path: ['servers', index, field], who: called, role }];
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
        [api !== undefined && (0,addresses/* isAddress */.PW)(api) ? api : undefined, ['pbx', 'api'], "where the PBX's API answers"],
    ];
    return uses.flatMap(([ip, path, who]) => (ip === undefined ? [] : [{ address: (0,addresses/* normalise */.j7)(ip), path, who }])).reverse(); // as a map's entries: the first of the three has the last word
}
function familyOf(ip) {
    return (0,addresses/* normalise */.j7)(ip).includes(':') ? 'IPv6' : 'IPv4';
}
//# sourceMappingURL=addresses.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/trusted-networks.js


/** Networks that the firewall trusts: each says what it means, covers servers, and together they cover all. */
const trustedNetworks = (file, report) => {
    const trust = file.firewall?.trust;
    if (!Array.isArray(trust))
        return;
    const networks = trust
        .slice(0, 256)
        .flatMap((cidr, index) => (cidr === undefined ? [] : [{ cidr, path: ['firewall', 'trust', index] }]));
    const servers = entries(file).flatMap(({ private_ip, public_ip, index, called }) => {
        const address = private_ip ?? public_ip;
        return address === undefined
            ? []
            : [{ address, called, path: ['servers', index, private_ip === undefined ? 'public_ip' : 'private_ip'] }];
    });
    networks.forEach(({ cidr, path }, at) => {
        const right = (0,addresses/* networkOf */.Af)(cidr);
        if (cidr.endsWith('/0')) {
            report.error(path, 'trusts-everyone', `${cidr} is the whole Internet: the main server's firewall would let everybody in`, "the servers' own network, or: trust: servers");
            return;
        }
        if (right.split('/')[0] !== (0,addresses/* normalise */.j7)(cidr.split('/')[0])) {
            report.error(path, 'host-bits', `${cidr} is an address inside of a network, not the network`, `${right} for the whole network, ${hostOf(cidr)} for this one machine`);
        }
        if ((0,addresses/* kindOf */.I)(right.split('/')[0]) === 'public' && prefix(cidr) < (cidr.includes(':') ? 48 : 24)) {
            report.warning(path, 'wide-network', `${cidr} is a large public network, all of which could reach every port of the main server`, "the servers' own network, or: trust: servers");
        }
        for (const other of networks.slice(0, at)) {
            if (other.cidr === cidr)
                continue; // the schema says that it is listed twice
            if ((0,addresses/* covers */.hU)(other.cidr, cidr))
                report.warning(path, 'overlapping-networks', `${cidr} lies in ${other.cidr} ${report.line(other.path)} already`, 'delete it');
            else if ((0,addresses/* covers */.hU)(cidr, other.cidr))
                report.warning(path, 'overlapping-networks', `${other.cidr} ${report.line(other.path)} lies in ${cidr}`, `delete ${other.cidr}`);
        }
        if (servers.length > 0 && !servers.some(({ address }) => (0,addresses/* covers */.hU)(cidr, address))) {
            report.error(path, 'covers-nothing', `no server's address is in ${cidr}`, 'correct it, or delete it');
        }
    });
    // With networks missing from the list one cannot tell.
    if (networks.length === 0 || networks.length !== trust.length)
        return;
    for (const { address, called, path } of servers) {
        if (!networks.some(({ cidr }) => (0,addresses/* covers */.hU)(cidr, address))) {
            report.error(path, 'not-trusted', `no network in firewall.trust holds ${address}: the main server's firewall would keep ${called} out`, `add ${(0,addresses/* normalise */.j7)(address)}/${address.includes(':') ? 128 : 32} or its network to firewall.trust, or: trust: servers`);
        }
    }
};
function prefix(cidr) {
    return Number(cidr.split('/')[1]);
}
function hostOf(cidr) {
    return `${cidr.split('/')[0]}/${cidr.includes(':') ? 128 : 32}`;
}
//# sourceMappingURL=trusted-networks.js.map
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var cluster_roles = __webpack_require__(39679);
;// CONCATENATED MODULE: ./build/src/cluster/rules/high-availability.js




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
        const address = (0,addresses/* normalise */.j7)(node);
        const at = [...path, index];
        if (pbx.private_ip !== undefined && (0,addresses/* normalise */.j7)(pbx.private_ip) === address)
            report.error(at, 'duplicate-address', `${node} is pbx.private_ip, the virtual IP, which no node has for good`, "the node's own address");
        else if (seen.has(address))
            report.error(at, 'duplicate-address', `the node ${node} is listed twice`, 'each node once');
        seen.set(address, index);
    });
    if (control !== undefined && !seen.has((0,addresses/* normalise */.j7)(control)) && !nodes.includes(undefined))
        report.error(path, 'control-node-not-listed', `the control node ${control} is not among the nodes`, 'all PBX nodes');
};
/** What PortSIP's high-availability scripts take no argument for, and what is a person's to do there. */
const highAvailability = (file, report) => {
    if (!file.pbx?.high_availability)
        return;
    const none = (path, message) => report.warning(path, 'not-with-high-availability', message, 'delete the line');
    if (file.pbx.image !== undefined)
        none(['pbx', 'image'], 'the PBX nodes of a high-availability cluster are upgraded by a person: pbx.image has no effect');
    if (file.restart?.after_scale_out === 'load-balancer')
        report.error(['restart', 'after_scale_out'], 'not-with-high-availability', 'the load balancer of a high-availability PBX can be restarted together with the PBX only, which ends all calls and is left to a person', 'none, or all for the servers alone');
    const user = file.ssh?.user ?? build/* DEFAULTS */.z.ssh.user;
    for (const { role, called, index, ...server } of entries(file)) {
        for (const field of ['image', 'data_path']) {
            const taken = field === 'data_path' && role !== undefined && cluster_roles/* ROLES */.gg[role].highAvailabilityScript.dataPath;
            if (server[field] === undefined || taken)
                continue;
            none(['servers', index, field], `PortSIP's high-availability scripts decide about ${field}: that of ${called} has no effect`);
        }
        if (server.ssh?.user !== undefined && server.ssh.user !== user)
            report.warning(['servers', index, 'ssh', 'user'], 'not-with-high-availability', `the control node signs in everywhere as the same user, ${user}; ${called} has another one`, `${user}, with sudo, on every server`);
    }
};
//# sourceMappingURL=high-availability.js.map
// EXTERNAL MODULE: ./build/src/cluster/image.js
var cluster_image = __webpack_require__(76910);
;// CONCATENATED MODULE: ./build/src/cluster/rules/images.js



/** Images that do not say which version they are, or that do not go together. */
const images_images = (file, report) => {
    const pbxImages = pbxImageUses(file);
    const clickhouse = entries(file).flatMap(({ clickhouse_image: image, index }) => image === undefined ? [] : [{ image, path: ['servers', index, 'clickhouse_image'] }]);
    for (const { image, path } of [...pbxImages, ...clickhouse]) {
        const tag = (0,cluster_image/* tagOf */.cO)(image);
        if (image.includes('@'))
            continue;
        if (tag === undefined || tag === 'latest') {
            report.warning(path, 'image-without-version', `${image} may be another version tomorrow`, `name the version, such as ${path.at(-1) === 'clickhouse_image' ? 'portsip/clickhouse:25.8' : 'portsip/pbx:22'}`);
        }
    }
    const wanted = file.image === undefined ? undefined : (0,cluster_image/* leadingVersion */.tP)(file.image);
    for (const { image, path } of pbxImages) {
        const version = (0,cluster_image/* leadingVersion */.tP)(image);
        if (!version)
            continue;
        if ((0,cluster_image/* isOlder */.tW)(version, CLUSTERS_SINCE)) {
            report.warning(path, 'image-too-old', `${image} looks like version ${version[0]}; PortSIP's cluster scripts want 22 or later`, 'portsip/pbx:22');
        }
        else if (wanted && version[0] !== wanted[0]) {
            report.warning(path, 'different-versions', `${image} and ${file.image} ${report.line(['image'])} are different major versions`, 'the PBX and all its servers are to run one version');
        }
    }
    for (const { role, image, index } of entries(file)) {
        const used = image ?? file.image;
        const since = role === undefined ? undefined : cluster_roles/* ROLES */.gg[role].since;
        const version = used === undefined ? undefined : (0,cluster_image/* leadingVersion */.tP)(used);
        if (role === undefined || !since || !version || version.length < since.length || version[0] !== since[0])
            continue;
        if ((0,cluster_image/* isOlder */.tW)(version, since)) {
            report.warning(image === undefined ? ['image'] : ['servers', index, 'image'], 'image-too-old', `${cluster_roles/* ROLES */.gg[role].short} needs version ${since.join('.')} or later, and this is ${version.join('.')}`, 'portsip/pbx:22');
        }
    }
};
/** Source: PortSIP's cluster scripts, which refuse an image with an older `version` label. */
const CLUSTERS_SINCE = [22];
function pbxImageUses(file) {
    return [
        { image: file.image, path: ['image'] },
        { image: file.pbx?.image, path: ['pbx', 'image'] },
        ...entries(file).map(({ image, index }) => ({ image, path: ['servers', index, 'image'] })),
    ].flatMap(({ image, path }) => (image === undefined ? [] : [{ image, path }]));
}
//# sourceMappingURL=images.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/names.js


/** Words that select or name something else: roles, the main server and its load balancer, everything. */
const RESERVED = new Set([...cluster_roles/* ROLE_NAMES */.ST, 'pbx', 'loadbalancer', 'all']);
/** Names tell servers apart in the portal, on the hosts, as selectors and in change ids. */
const names = (file, report) => {
    const seen = new Map();
    for (const server of entries(file)) {
        const { name, index } = server;
        if (name === undefined)
            continue;
        const path = ['servers', index, 'name'];
        const key = name.toLowerCase();
        if (RESERVED.has(key)) {
            report.error(path, 'reserved-name', `a server cannot be called ${name}: it would be mistaken for the role or the part of the PBX of that name`, `such as ${suggestion(server)}`);
        }
        const first = seen.get(key);
        if (!first)
            seen.set(key, server);
        else if (first.name === name) {
            report.error(path, 'duplicate-name', `another server is called ${name} ${report.line(['servers', first.index, 'name'])}`, 'give each server a name of its own');
        }
        else {
            report.warning(path, 'similar-name', `${name} differs from ${first.called} ${report.line(['servers', first.index, 'name'])} in capital letters only`, 'people will mistake one for the other');
        }
    }
};
/** One IM and one Data Flow server at most. */
const singles = (file, report) => {
    const seen = new Map();
    for (const server of entries(file)) {
        if (server.role === undefined || !cluster_roles/* ROLES */.gg[server.role].single)
            continue;
        const first = seen.get(server.role);
        if (!first)
            seen.set(server.role, server);
        else {
            report.error(['servers', server.index, 'role'], 'only-one', `${first.called} ${report.line(['servers', first.index, 'role'])} is the ${cluster_roles/* ROLES */.gg[server.role].label} already; PortSIP supports one a cluster`, 'keep one of the two');
        }
    }
};
function suggestion({ role }) {
    return cluster_roles/* ROLES */.gg[role ?? 'media'].exampleName;
}
//# sourceMappingURL=names.js.map
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(19414);
// EXTERNAL MODULE: ./build/src/cluster/suggest.js
var suggest = __webpack_require__(63821);
;// CONCATENATED MODULE: ./build/src/cluster/time-zone.js
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
//# sourceMappingURL=time-zone.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/restart.js





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
        if ((0,duration/* parseDuration */.E9)(drain) >= lasts * 60) {
            report.warning([...at, 'to'], 'window-too-short', `the window lasts ${(0,duration/* formatDuration */.a3)(lasts * 60)}, and calls may take ${drain} to end: a server may not be restarted before it closes`, 'a longer window, or a shorter drain_timeout');
        }
    }
    if (timezone !== undefined && !isTimeZone(timezone)) {
        const guess = (0,suggest/* closest */.k)(timezone, Intl.supportedValuesOf('timeZone'));
        report.error([...at, 'timezone'], 'unknown-time-zone', `there is no time zone ${timezone}`, guess ? `did you mean ${guess}?` : 'an IANA name such as Asia/Shanghai or Europe/Berlin');
    }
};
/** Not all servers of a role at once. */
const maxUnavailable = (file, report) => {
    const limit = file.restart?.max_unavailable;
    if (limit === undefined)
        return;
    for (const role of cluster_roles/* ROLE_NAMES */.ST) {
        const count = entries(file).filter((server) => server.role === role && server.enabled !== false).length;
        // A role with one server is down while that one restarts, whatever is written here.
        if (count > 1 && limit >= count) {
            report.warning(['restart', 'max_unavailable'], 'all-unavailable', `all ${count} ${cluster_roles/* ROLES */.gg[role].label}s may be down at the same time`, `${count - 1} at most`);
        }
    }
};
function minutes(time) {
    const [hour, minute] = time.split(':').map(Number);
    return hour * 60 + minute;
}
//# sourceMappingURL=restart.js.map
// EXTERNAL MODULE: ./build/src/cluster/paths.js
var paths = __webpack_require__(17731);
;// CONCATENATED MODULE: ./build/src/cluster/rules/servers.js



const ADVISED_CALL_SESSIONS = 5000;
/** What belongs to one server. */
const servers = (file, report) => {
    for (const { role, enabled, max_call_sessions: sessions, chat_files: chatFiles, data_path: dataPath, index, } of entries(file)) {
        if (sessions !== undefined && sessions > ADVISED_CALL_SESSIONS) {
            report.warning(['servers', index, 'max_call_sessions'], 'many-call-sessions', `PortSIP advises against more than ${ADVISED_CALL_SESSIONS} call sessions on a media server`, 'add media servers instead');
        }
        const data = dataPath ?? file.data_path ?? '/var/lib/portsip';
        if (chatFiles !== undefined && (0,paths/* plainPath */.s)(chatFiles) === (0,paths/* plainPath */.s)(data)) {
            report.error(['servers', index, 'chat_files'], 'chat-files-in-data-path', 'chat_files is the data_path itself, which the IM server refuses', 'another folder that exists on the host, or delete the line');
        }
        if (enabled === false && role !== undefined && !(0,cluster_roles/* isListed */.yy)(role)) {
            report.error(['servers', index, 'enabled'], 'cannot-disable', `the PBX has no switch to disable its ${cluster_roles/* ROLES */.gg[role].label}`, 'delete the line, or the server');
        }
    }
};
/** A role that nobody would serve. */
const serving = (file, report) => {
    if (file.servers?.length === 0) {
        report.warning(['servers'], 'no-servers', 'the cluster has no servers: those that were set up from this file would all be removed', 'add servers, if that is not what you mean');
    }
    if (file.built_in_servers === 'keep')
        return;
    for (const role of cluster_roles/* LISTED_ROLES */.cS) {
        const ofRole = entries(file).filter((server) => server.role === role);
        if (ofRole.length > 0 && ofRole.every(({ enabled }) => enabled === false)) {
            report.warning(['servers', ofRole[0].index, 'enabled'], 'none-enabled', `every ${cluster_roles/* ROLES */.gg[role].label} is disabled, and so is the PBX's built-in one`, 'enable one, or: built_in_servers: keep');
        }
    }
};
//# sourceMappingURL=servers.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/index.js







/** All that a schema cannot say. */
const RULES = [
    names,
    singles,
    uniqueAddresses,
    addressKinds,
    trustedNetworks,
    images_images,
    servers,
    serving,
    pbxNodes,
    highAvailability,
    maintenanceWindow,
    maxUnavailable,
];
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./build/schema/cluster.schema.json
var cluster_schema = __webpack_require__(74546);
// EXTERNAL MODULE: ./build/src/cluster/fault.js
var fault = __webpack_require__(53891);
// EXTERNAL MODULE: ./node_modules/ajv/dist/runtime/ucs2length.js
var ucs2length = __webpack_require__(36214);
// EXTERNAL MODULE: ./build/src/cluster/jump-host.js
var jump_host = __webpack_require__(42366);
;// CONCATENATED MODULE: ./build/src/cluster/formats.js



/** What the schema's `format`s mean. The validator in `validator.ts` asks here. */
const formats = {
    ip: addresses/* isAddress */.PW,
    cidr: addresses/* isCidr */.JR,
    'jump-host': (text) => (0,jump_host/* parseJumpHost */._)(text) !== undefined,
    'pbx-api': isApi,
    'duration-hms': isDuration,
};
function isApi(text) {
    if (!URL.canParse(text))
        return false;
    const { hostname, port } = new URL(text);
    return port !== '0' && (!hostname.startsWith('[') || (0,addresses/* isAddress */.PW)(hostname.slice(1, -1)));
}
function isDuration(text) {
    try {
        (0,duration/* parseDuration */.E9)(text);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=formats.js.map
;// CONCATENATED MODULE: ./build/src/cluster/validator.js
// @ts-nocheck
// Made by scripts/validator.mjs from schema/cluster.schema.json: npm run generate



/* harmony default export */ const validator = (validate10);
const schema11 = cluster_schema;
const schema12 = cluster_schema.definitions.image;
const schema13 = cluster_schema.definitions.path;
const schema15 = cluster_schema.definitions.ip;
const schema20 = cluster_schema.definitions.ssh;
const schema29 = cluster_schema.definitions.time;
const func2 = Object.prototype.hasOwnProperty;
const func3 = ucs2length["default"];
const pattern0 = new RegExp('^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', 'u');
const pattern1 = new RegExp('^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$', 'u');
const pattern2 = new RegExp('^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$', 'u');
const pattern4 = new RegExp('^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$', 'u');
const pattern5 = new RegExp('^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$', 'u');
const pattern10 = new RegExp('^[A-Za-z_][A-Za-z0-9_.-]{0,31}$', 'u');
const pattern11 = new RegExp('^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$', 'u');
const pattern12 = new RegExp('^servers$', 'u');
const pattern13 = new RegExp('^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$', 'u');
const pattern23 = new RegExp('^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$', 'u');
const pattern24 = new RegExp('^([01][0-9]|2[0-3]):[0-5][0-9]$', 'u');
const pattern26 = new RegExp('^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$', 'u');
const formats0 = formats.ip;
const formats2 = formats['pbx-api'];
const formats8 = formats['jump-host'];
const formats10 = formats.cidr;
const formats18 = formats['duration-hms'];
const schema21 = cluster_schema.definitions.server;
const pattern14 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', 'u');
function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs2 = errors;
    let valid1 = true;
    const _errs3 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing0;
        if (data.role === undefined && (missing0 = 'role')) {
            const err0 = {};
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data0 = data.role;
                if (!(data0 === 'queue' || data0 === 'meeting' || data0 === 'ivr' || data0 === 'im' || data0 === 'dataflow')) {
                    const err1 = {};
                    if (vErrors === null) {
                        vErrors = [err1];
                    }
                    else {
                        vErrors.push(err1);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid0 = _errs3 === errors;
    errors = _errs2;
    if (vErrors !== null) {
        if (_errs2) {
            vErrors.length = _errs2;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid0) {
        const _errs5 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.max_call_sessions !== undefined) {
                const err2 = {
                    instancePath: instancePath + '/max_call_sessions',
                    schemaPath: '#/allOf/0/then/properties/max_call_sessions/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[0].then.properties.max_call_sessions,
                    data: data.max_call_sessions,
                };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
        }
        var _valid0 = _errs5 === errors;
        valid1 = _valid0;
    }
    if (!valid1) {
        const err3 = {
            instancePath,
            schemaPath: '#/allOf/0/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[0].if,
            parentSchema: schema21.allOf[0],
            data,
        };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    const _errs7 = errors;
    let valid4 = true;
    const _errs8 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1;
        if (data.role === undefined && (missing1 = 'role')) {
            const err4 = {};
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data2 = data.role;
                if (!(data2 === 'media' || data2 === 'queue' || data2 === 'ivr' || data2 === 'im' || data2 === 'dataflow')) {
                    const err5 = {};
                    if (vErrors === null) {
                        vErrors = [err5];
                    }
                    else {
                        vErrors.push(err5);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid1 = _errs8 === errors;
    errors = _errs7;
    if (vErrors !== null) {
        if (_errs7) {
            vErrors.length = _errs7;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid1) {
        const _errs10 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.max_rooms !== undefined) {
                const err6 = {
                    instancePath: instancePath + '/max_rooms',
                    schemaPath: '#/allOf/1/then/properties/max_rooms/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[1].then.properties.max_rooms,
                    data: data.max_rooms,
                };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
            if (data.max_participants !== undefined) {
                const err7 = {
                    instancePath: instancePath + '/max_participants',
                    schemaPath: '#/allOf/1/then/properties/max_participants/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[1].then.properties.max_participants,
                    data: data.max_participants,
                };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
        }
        var _valid1 = _errs10 === errors;
        valid4 = _valid1;
    }
    if (!valid4) {
        const err8 = {
            instancePath,
            schemaPath: '#/allOf/1/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[1].if,
            parentSchema: schema21.allOf[1],
            data,
        };
        if (vErrors === null) {
            vErrors = [err8];
        }
        else {
            vErrors.push(err8);
        }
        errors++;
    }
    const _errs12 = errors;
    let valid7 = true;
    const _errs13 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing2;
        if (data.role === undefined && (missing2 = 'role')) {
            const err9 = {};
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data5 = data.role;
                if (!(data5 === 'media' ||
                    data5 === 'queue' ||
                    data5 === 'meeting' ||
                    data5 === 'ivr' ||
                    data5 === 'dataflow')) {
                    const err10 = {};
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid2 = _errs13 === errors;
    errors = _errs12;
    if (vErrors !== null) {
        if (_errs12) {
            vErrors.length = _errs12;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid2) {
        const _errs15 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.chat_files !== undefined) {
                const err11 = {
                    instancePath: instancePath + '/chat_files',
                    schemaPath: '#/allOf/2/then/properties/chat_files/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[2].then.properties.chat_files,
                    data: data.chat_files,
                };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
        var _valid2 = _errs15 === errors;
        valid7 = _valid2;
    }
    if (!valid7) {
        const err12 = {
            instancePath,
            schemaPath: '#/allOf/2/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[2].if,
            parentSchema: schema21.allOf[2],
            data,
        };
        if (vErrors === null) {
            vErrors = [err12];
        }
        else {
            vErrors.push(err12);
        }
        errors++;
    }
    const _errs17 = errors;
    let valid10 = true;
    const _errs18 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing3;
        if (data.role === undefined && (missing3 = 'role')) {
            const err13 = {};
            if (vErrors === null) {
                vErrors = [err13];
            }
            else {
                vErrors.push(err13);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data7 = data.role;
                if (!(data7 === 'media' || data7 === 'queue' || data7 === 'meeting' || data7 === 'ivr' || data7 === 'im')) {
                    const err14 = {};
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid3 = _errs18 === errors;
    errors = _errs17;
    if (vErrors !== null) {
        if (_errs17) {
            vErrors.length = _errs17;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid3) {
        const _errs20 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.clickhouse_image !== undefined) {
                const err15 = {
                    instancePath: instancePath + '/clickhouse_image',
                    schemaPath: '#/allOf/3/then/properties/clickhouse_image/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[3].then.properties.clickhouse_image,
                    data: data.clickhouse_image,
                };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        var _valid3 = _errs20 === errors;
        valid10 = _valid3;
    }
    if (!valid10) {
        const err16 = {
            instancePath,
            schemaPath: '#/allOf/3/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[3].if,
            parentSchema: schema21.allOf[3],
            data,
        };
        if (vErrors === null) {
            vErrors = [err16];
        }
        else {
            vErrors.push(err16);
        }
        errors++;
    }
    const _errs22 = errors;
    let valid13 = true;
    const _errs23 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing4;
        if (data.role === undefined && (missing4 = 'role')) {
            const err17 = {};
            if (vErrors === null) {
                vErrors = [err17];
            }
            else {
                vErrors.push(err17);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data9 = data.role;
                if (!(data9 === 'queue' || data9 === 'meeting' || data9 === 'ivr')) {
                    const err18 = {};
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid4 = _errs23 === errors;
    errors = _errs22;
    if (vErrors !== null) {
        if (_errs22) {
            vErrors.length = _errs22;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid4) {
        const _errs25 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.public_ip !== undefined) {
                const err19 = {
                    instancePath: instancePath + '/public_ip',
                    schemaPath: '#/allOf/4/then/properties/public_ip/false schema',
                    keyword: 'false schema',
                    params: {},
                    message: 'boolean schema is false',
                    schema: false,
                    parentSchema: schema21.allOf[4].then.properties.public_ip,
                    data: data.public_ip,
                };
                if (vErrors === null) {
                    vErrors = [err19];
                }
                else {
                    vErrors.push(err19);
                }
                errors++;
            }
        }
        var _valid4 = _errs25 === errors;
        valid13 = _valid4;
    }
    if (!valid13) {
        const err20 = {
            instancePath,
            schemaPath: '#/allOf/4/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[4].if,
            parentSchema: schema21.allOf[4],
            data,
        };
        if (vErrors === null) {
            vErrors = [err20];
        }
        else {
            vErrors.push(err20);
        }
        errors++;
    }
    const _errs27 = errors;
    let valid16 = true;
    const _errs28 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing5;
        if (data.role === undefined && (missing5 = 'role')) {
            const err21 = {};
            if (vErrors === null) {
                vErrors = [err21];
            }
            else {
                vErrors.push(err21);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data11 = data.role;
                if (!(data11 === 'media' || data11 === 'queue' || data11 === 'meeting' || data11 === 'ivr')) {
                    const err22 = {};
                    if (vErrors === null) {
                        vErrors = [err22];
                    }
                    else {
                        vErrors.push(err22);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid5 = _errs28 === errors;
    errors = _errs27;
    if (vErrors !== null) {
        if (_errs27) {
            vErrors.length = _errs27;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid5) {
        const _errs30 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.private_ip === undefined) {
                const err23 = {
                    instancePath,
                    schemaPath: '#/allOf/5/then/required',
                    keyword: 'required',
                    params: { missingProperty: 'private_ip' },
                    message: "must have required property '" + 'private_ip' + "'",
                    schema: schema21.allOf[5].then.required,
                    parentSchema: schema21.allOf[5].then,
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err23];
                }
                else {
                    vErrors.push(err23);
                }
                errors++;
            }
        }
        var _valid5 = _errs30 === errors;
        valid16 = _valid5;
    }
    if (!valid16) {
        const err24 = {
            instancePath,
            schemaPath: '#/allOf/5/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[5].if,
            parentSchema: schema21.allOf[5],
            data,
        };
        if (vErrors === null) {
            vErrors = [err24];
        }
        else {
            vErrors.push(err24);
        }
        errors++;
    }
    const _errs32 = errors;
    let valid18 = true;
    const _errs33 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing6;
        if (data.role === undefined && (missing6 = 'role')) {
            const err25 = {};
            if (vErrors === null) {
                vErrors = [err25];
            }
            else {
                vErrors.push(err25);
            }
            errors++;
        }
        else {
            if (data.role !== undefined) {
                let data12 = data.role;
                if (!(data12 === 'im' || data12 === 'dataflow')) {
                    const err26 = {};
                    if (vErrors === null) {
                        vErrors = [err26];
                    }
                    else {
                        vErrors.push(err26);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid6 = _errs33 === errors;
    errors = _errs32;
    if (vErrors !== null) {
        if (_errs32) {
            vErrors.length = _errs32;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid6) {
        const _errs35 = errors;
        const _errs36 = errors;
        let valid20 = false;
        const _errs37 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.private_ip === undefined) {
                const err27 = {
                    instancePath,
                    schemaPath: '#/allOf/6/then/anyOf/0/required',
                    keyword: 'required',
                    params: { missingProperty: 'private_ip' },
                    message: "must have required property '" + 'private_ip' + "'",
                    schema: schema21.allOf[6].then.anyOf[0].required,
                    parentSchema: schema21.allOf[6].then.anyOf[0],
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err27];
                }
                else {
                    vErrors.push(err27);
                }
                errors++;
            }
        }
        var _valid7 = _errs37 === errors;
        valid20 = valid20 || _valid7;
        if (!valid20) {
            const _errs38 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
                if (data.public_ip === undefined) {
                    const err28 = {
                        instancePath,
                        schemaPath: '#/allOf/6/then/anyOf/1/required',
                        keyword: 'required',
                        params: { missingProperty: 'public_ip' },
                        message: "must have required property '" + 'public_ip' + "'",
                        schema: schema21.allOf[6].then.anyOf[1].required,
                        parentSchema: schema21.allOf[6].then.anyOf[1],
                        data,
                    };
                    if (vErrors === null) {
                        vErrors = [err28];
                    }
                    else {
                        vErrors.push(err28);
                    }
                    errors++;
                }
            }
            var _valid7 = _errs38 === errors;
            valid20 = valid20 || _valid7;
        }
        if (!valid20) {
            const err29 = {
                instancePath,
                schemaPath: '#/allOf/6/then/anyOf',
                keyword: 'anyOf',
                params: {},
                message: 'must match a schema in anyOf',
                schema: schema21.allOf[6].then.anyOf,
                parentSchema: schema21.allOf[6].then,
                data,
            };
            if (vErrors === null) {
                vErrors = [err29];
            }
            else {
                vErrors.push(err29);
            }
            errors++;
        }
        else {
            errors = _errs36;
            if (vErrors !== null) {
                if (_errs36) {
                    vErrors.length = _errs36;
                }
                else {
                    vErrors = null;
                }
            }
        }
        var _valid6 = _errs35 === errors;
        valid18 = _valid6;
    }
    if (!valid18) {
        const err30 = {
            instancePath,
            schemaPath: '#/allOf/6/if',
            keyword: 'if',
            params: { failingKeyword: 'then' },
            message: 'must match "then" schema',
            schema: schema21.allOf[6].if,
            parentSchema: schema21.allOf[6],
            data,
        };
        if (vErrors === null) {
            vErrors = [err30];
        }
        else {
            vErrors.push(err30);
        }
        errors++;
    }
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.name === undefined) {
            const err31 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
                schema: schema21.required,
                parentSchema: schema21,
                data,
            };
            if (vErrors === null) {
                vErrors = [err31];
            }
            else {
                vErrors.push(err31);
            }
            errors++;
        }
        if (data.role === undefined) {
            const err32 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'role' },
                message: "must have required property '" + 'role' + "'",
                schema: schema21.required,
                parentSchema: schema21,
                data,
            };
            if (vErrors === null) {
                vErrors = [err32];
            }
            else {
                vErrors.push(err32);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!func2.call(schema21.properties, key0)) {
                const err33 = {
                    instancePath,
                    schemaPath: '#/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key0 },
                    message: 'must NOT have additional properties',
                    schema: false,
                    parentSchema: schema21,
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err33];
                }
                else {
                    vErrors.push(err33);
                }
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data13 = data.name;
            if (typeof data13 === 'string') {
                if (!pattern14.test(data13)) {
                    const err34 = {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' },
                        message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' + '"',
                        schema: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
                        parentSchema: schema21.properties.name,
                        data: data13,
                    };
                    if (vErrors === null) {
                        vErrors = [err34];
                    }
                    else {
                        vErrors.push(err34);
                    }
                    errors++;
                }
            }
            else {
                const err35 = {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema21.properties.name.type,
                    parentSchema: schema21.properties.name,
                    data: data13,
                };
                if (vErrors === null) {
                    vErrors = [err35];
                }
                else {
                    vErrors.push(err35);
                }
                errors++;
            }
        }
        if (data.role !== undefined) {
            let data14 = data.role;
            if (!(data14 === 'media' ||
                data14 === 'queue' ||
                data14 === 'meeting' ||
                data14 === 'ivr' ||
                data14 === 'im' ||
                data14 === 'dataflow')) {
                const err36 = {
                    instancePath: instancePath + '/role',
                    schemaPath: '#/properties/role/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema21.properties.role.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema21.properties.role.enum,
                    parentSchema: schema21.properties.role,
                    data: data14,
                };
                if (vErrors === null) {
                    vErrors = [err36];
                }
                else {
                    vErrors.push(err36);
                }
                errors++;
            }
        }
        if (data.private_ip !== undefined) {
            let data15 = data.private_ip;
            if (typeof data15 === 'string') {
                if (func3(data15) > 45) {
                    const err37 = {
                        instancePath: instancePath + '/private_ip',
                        schemaPath: '#/definitions/ip/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 45 },
                        message: 'must NOT have more than 45 characters',
                        schema: 45,
                        parentSchema: schema15,
                        data: data15,
                    };
                    if (vErrors === null) {
                        vErrors = [err37];
                    }
                    else {
                        vErrors.push(err37);
                    }
                    errors++;
                }
                if (!pattern4.test(data15)) {
                    const err38 = {
                        instancePath: instancePath + '/private_ip',
                        schemaPath: '#/definitions/ip/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        },
                        message: 'must match pattern "' +
                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                            '"',
                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        parentSchema: schema15,
                        data: data15,
                    };
                    if (vErrors === null) {
                        vErrors = [err38];
                    }
                    else {
                        vErrors.push(err38);
                    }
                    errors++;
                }
                if (!formats0(data15)) {
                    const err39 = {
                        instancePath: instancePath + '/private_ip',
                        schemaPath: '#/definitions/ip/format',
                        keyword: 'format',
                        params: { format: 'ip' },
                        message: 'must match format "' + 'ip' + '"',
                        schema: 'ip',
                        parentSchema: schema15,
                        data: data15,
                    };
                    if (vErrors === null) {
                        vErrors = [err39];
                    }
                    else {
                        vErrors.push(err39);
                    }
                    errors++;
                }
            }
            else {
                const err40 = {
                    instancePath: instancePath + '/private_ip',
                    schemaPath: '#/definitions/ip/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema15.type,
                    parentSchema: schema15,
                    data: data15,
                };
                if (vErrors === null) {
                    vErrors = [err40];
                }
                else {
                    vErrors.push(err40);
                }
                errors++;
            }
        }
        if (data.public_ip !== undefined) {
            let data16 = data.public_ip;
            if (typeof data16 === 'string') {
                if (func3(data16) > 45) {
                    const err41 = {
                        instancePath: instancePath + '/public_ip',
                        schemaPath: '#/definitions/ip/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 45 },
                        message: 'must NOT have more than 45 characters',
                        schema: 45,
                        parentSchema: schema15,
                        data: data16,
                    };
                    if (vErrors === null) {
                        vErrors = [err41];
                    }
                    else {
                        vErrors.push(err41);
                    }
                    errors++;
                }
                if (!pattern4.test(data16)) {
                    const err42 = {
                        instancePath: instancePath + '/public_ip',
                        schemaPath: '#/definitions/ip/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        },
                        message: 'must match pattern "' +
                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                            '"',
                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                        parentSchema: schema15,
                        data: data16,
                    };
                    if (vErrors === null) {
                        vErrors = [err42];
                    }
                    else {
                        vErrors.push(err42);
                    }
                    errors++;
                }
                if (!formats0(data16)) {
                    const err43 = {
                        instancePath: instancePath + '/public_ip',
                        schemaPath: '#/definitions/ip/format',
                        keyword: 'format',
                        params: { format: 'ip' },
                        message: 'must match format "' + 'ip' + '"',
                        schema: 'ip',
                        parentSchema: schema15,
                        data: data16,
                    };
                    if (vErrors === null) {
                        vErrors = [err43];
                    }
                    else {
                        vErrors.push(err43);
                    }
                    errors++;
                }
            }
            else {
                const err44 = {
                    instancePath: instancePath + '/public_ip',
                    schemaPath: '#/definitions/ip/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema15.type,
                    parentSchema: schema15,
                    data: data16,
                };
                if (vErrors === null) {
                    vErrors = [err44];
                }
                else {
                    vErrors.push(err44);
                }
                errors++;
            }
        }
        if (data.enabled !== undefined) {
            let data17 = data.enabled;
            if (typeof data17 !== 'boolean') {
                const err45 = {
                    instancePath: instancePath + '/enabled',
                    schemaPath: '#/properties/enabled/type',
                    keyword: 'type',
                    params: { type: 'boolean' },
                    message: 'must be boolean',
                    schema: schema21.properties.enabled.type,
                    parentSchema: schema21.properties.enabled,
                    data: data17,
                };
                if (vErrors === null) {
                    vErrors = [err45];
                }
                else {
                    vErrors.push(err45);
                }
                errors++;
            }
        }
        if (data.image !== undefined) {
            let data18 = data.image;
            if (typeof data18 === 'string') {
                if (func3(data18) > 255) {
                    const err46 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema12,
                        data: data18,
                    };
                    if (vErrors === null) {
                        vErrors = [err46];
                    }
                    else {
                        vErrors.push(err46);
                    }
                    errors++;
                }
                if (!pattern1.test(data18)) {
                    const err47 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        },
                        message: 'must match pattern "' +
                            '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                            '"',
                        schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        parentSchema: schema12,
                        data: data18,
                    };
                    if (vErrors === null) {
                        vErrors = [err47];
                    }
                    else {
                        vErrors.push(err47);
                    }
                    errors++;
                }
            }
            else {
                const err48 = {
                    instancePath: instancePath + '/image',
                    schemaPath: '#/definitions/image/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema12.type,
                    parentSchema: schema12,
                    data: data18,
                };
                if (vErrors === null) {
                    vErrors = [err48];
                }
                else {
                    vErrors.push(err48);
                }
                errors++;
            }
        }
        if (data.data_path !== undefined) {
            let data19 = data.data_path;
            if (typeof data19 === 'string') {
                if (func3(data19) > 255) {
                    const err49 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data19,
                    };
                    if (vErrors === null) {
                        vErrors = [err49];
                    }
                    else {
                        vErrors.push(err49);
                    }
                    errors++;
                }
                if (!pattern2.test(data19)) {
                    const err50 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data19,
                    };
                    if (vErrors === null) {
                        vErrors = [err50];
                    }
                    else {
                        vErrors.push(err50);
                    }
                    errors++;
                }
            }
            else {
                const err51 = {
                    instancePath: instancePath + '/data_path',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data19,
                };
                if (vErrors === null) {
                    vErrors = [err51];
                }
                else {
                    vErrors.push(err51);
                }
                errors++;
            }
        }
        if (data.ssh !== undefined) {
            let data20 = data.ssh;
            if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                for (const key1 in data20) {
                    if (!(key1 === 'user' || key1 === 'port' || key1 === 'jump_host')) {
                        const err52 = {
                            instancePath: instancePath + '/ssh',
                            schemaPath: '#/definitions/ssh/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key1 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema20,
                            data: data20,
                        };
                        if (vErrors === null) {
                            vErrors = [err52];
                        }
                        else {
                            vErrors.push(err52);
                        }
                        errors++;
                    }
                }
                if (data20.user !== undefined) {
                    let data21 = data20.user;
                    if (typeof data21 === 'string') {
                        if (!pattern10.test(data21)) {
                            const err53 = {
                                instancePath: instancePath + '/ssh/user',
                                schemaPath: '#/definitions/ssh/properties/user/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' },
                                message: 'must match pattern "' + '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' + '"',
                                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$',
                                parentSchema: schema20.properties.user,
                                data: data21,
                            };
                            if (vErrors === null) {
                                vErrors = [err53];
                            }
                            else {
                                vErrors.push(err53);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err54 = {
                            instancePath: instancePath + '/ssh/user',
                            schemaPath: '#/definitions/ssh/properties/user/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.user.type,
                            parentSchema: schema20.properties.user,
                            data: data21,
                        };
                        if (vErrors === null) {
                            vErrors = [err54];
                        }
                        else {
                            vErrors.push(err54);
                        }
                        errors++;
                    }
                }
                if (data20.port !== undefined) {
                    let data22 = data20.port;
                    if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
                        const err55 = {
                            instancePath: instancePath + '/ssh/port',
                            schemaPath: '#/definitions/ssh/properties/port/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema20.properties.port.type,
                            parentSchema: schema20.properties.port,
                            data: data22,
                        };
                        if (vErrors === null) {
                            vErrors = [err55];
                        }
                        else {
                            vErrors.push(err55);
                        }
                        errors++;
                    }
                    if (typeof data22 == 'number' && isFinite(data22)) {
                        if (data22 > 65535 || isNaN(data22)) {
                            const err56 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                                schema: 65535,
                                parentSchema: schema20.properties.port,
                                data: data22,
                            };
                            if (vErrors === null) {
                                vErrors = [err56];
                            }
                            else {
                                vErrors.push(err56);
                            }
                            errors++;
                        }
                        if (data22 < 1 || isNaN(data22)) {
                            const err57 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema20.properties.port,
                                data: data22,
                            };
                            if (vErrors === null) {
                                vErrors = [err57];
                            }
                            else {
                                vErrors.push(err57);
                            }
                            errors++;
                        }
                    }
                }
                if (data20.jump_host !== undefined) {
                    let data23 = data20.jump_host;
                    if (typeof data23 === 'string') {
                        if (func3(data23) > 300) {
                            const err58 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 300 },
                                message: 'must NOT have more than 300 characters',
                                schema: 300,
                                parentSchema: schema20.properties.jump_host,
                                data: data23,
                            };
                            if (vErrors === null) {
                                vErrors = [err58];
                            }
                            else {
                                vErrors.push(err58);
                            }
                            errors++;
                        }
                        if (!pattern11.test(data23)) {
                            const err59 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                },
                                message: 'must match pattern "' +
                                    '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$' +
                                    '"',
                                schema: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                parentSchema: schema20.properties.jump_host,
                                data: data23,
                            };
                            if (vErrors === null) {
                                vErrors = [err59];
                            }
                            else {
                                vErrors.push(err59);
                            }
                            errors++;
                        }
                        if (!formats8(data23)) {
                            const err60 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/format',
                                keyword: 'format',
                                params: { format: 'jump-host' },
                                message: 'must match format "' + 'jump-host' + '"',
                                schema: 'jump-host',
                                parentSchema: schema20.properties.jump_host,
                                data: data23,
                            };
                            if (vErrors === null) {
                                vErrors = [err60];
                            }
                            else {
                                vErrors.push(err60);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err61 = {
                            instancePath: instancePath + '/ssh/jump_host',
                            schemaPath: '#/definitions/ssh/properties/jump_host/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.jump_host.type,
                            parentSchema: schema20.properties.jump_host,
                            data: data23,
                        };
                        if (vErrors === null) {
                            vErrors = [err61];
                        }
                        else {
                            vErrors.push(err61);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err62 = {
                    instancePath: instancePath + '/ssh',
                    schemaPath: '#/definitions/ssh/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema20.type,
                    parentSchema: schema20,
                    data: data20,
                };
                if (vErrors === null) {
                    vErrors = [err62];
                }
                else {
                    vErrors.push(err62);
                }
                errors++;
            }
        }
        if (data.max_call_sessions !== undefined) {
            let data24 = data.max_call_sessions;
            if (!(typeof data24 == 'number' && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
                const err63 = {
                    instancePath: instancePath + '/max_call_sessions',
                    schemaPath: '#/properties/max_call_sessions/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                    schema: schema21.properties.max_call_sessions.type,
                    parentSchema: schema21.properties.max_call_sessions,
                    data: data24,
                };
                if (vErrors === null) {
                    vErrors = [err63];
                }
                else {
                    vErrors.push(err63);
                }
                errors++;
            }
            if (typeof data24 == 'number' && isFinite(data24)) {
                if (data24 > 1000000 || isNaN(data24)) {
                    const err64 = {
                        instancePath: instancePath + '/max_call_sessions',
                        schemaPath: '#/properties/max_call_sessions/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000000 },
                        message: 'must be <= 1000000',
                        schema: 1000000,
                        parentSchema: schema21.properties.max_call_sessions,
                        data: data24,
                    };
                    if (vErrors === null) {
                        vErrors = [err64];
                    }
                    else {
                        vErrors.push(err64);
                    }
                    errors++;
                }
                if (data24 < 1 || isNaN(data24)) {
                    const err65 = {
                        instancePath: instancePath + '/max_call_sessions',
                        schemaPath: '#/properties/max_call_sessions/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                        schema: 1,
                        parentSchema: schema21.properties.max_call_sessions,
                        data: data24,
                    };
                    if (vErrors === null) {
                        vErrors = [err65];
                    }
                    else {
                        vErrors.push(err65);
                    }
                    errors++;
                }
            }
        }
        if (data.max_rooms !== undefined) {
            let data25 = data.max_rooms;
            if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                const err66 = {
                    instancePath: instancePath + '/max_rooms',
                    schemaPath: '#/properties/max_rooms/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                    schema: schema21.properties.max_rooms.type,
                    parentSchema: schema21.properties.max_rooms,
                    data: data25,
                };
                if (vErrors === null) {
                    vErrors = [err66];
                }
                else {
                    vErrors.push(err66);
                }
                errors++;
            }
            if (typeof data25 == 'number' && isFinite(data25)) {
                if (data25 > 1000000 || isNaN(data25)) {
                    const err67 = {
                        instancePath: instancePath + '/max_rooms',
                        schemaPath: '#/properties/max_rooms/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000000 },
                        message: 'must be <= 1000000',
                        schema: 1000000,
                        parentSchema: schema21.properties.max_rooms,
                        data: data25,
                    };
                    if (vErrors === null) {
                        vErrors = [err67];
                    }
                    else {
                        vErrors.push(err67);
                    }
                    errors++;
                }
                if (data25 < 1 || isNaN(data25)) {
                    const err68 = {
                        instancePath: instancePath + '/max_rooms',
                        schemaPath: '#/properties/max_rooms/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                        schema: 1,
                        parentSchema: schema21.properties.max_rooms,
                        data: data25,
                    };
                    if (vErrors === null) {
                        vErrors = [err68];
                    }
                    else {
                        vErrors.push(err68);
                    }
                    errors++;
                }
            }
        }
        if (data.max_participants !== undefined) {
            let data26 = data.max_participants;
            if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                const err69 = {
                    instancePath: instancePath + '/max_participants',
                    schemaPath: '#/properties/max_participants/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                    schema: schema21.properties.max_participants.type,
                    parentSchema: schema21.properties.max_participants,
                    data: data26,
                };
                if (vErrors === null) {
                    vErrors = [err69];
                }
                else {
                    vErrors.push(err69);
                }
                errors++;
            }
            if (typeof data26 == 'number' && isFinite(data26)) {
                if (data26 > 1000000 || isNaN(data26)) {
                    const err70 = {
                        instancePath: instancePath + '/max_participants',
                        schemaPath: '#/properties/max_participants/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1000000 },
                        message: 'must be <= 1000000',
                        schema: 1000000,
                        parentSchema: schema21.properties.max_participants,
                        data: data26,
                    };
                    if (vErrors === null) {
                        vErrors = [err70];
                    }
                    else {
                        vErrors.push(err70);
                    }
                    errors++;
                }
                if (data26 < 1 || isNaN(data26)) {
                    const err71 = {
                        instancePath: instancePath + '/max_participants',
                        schemaPath: '#/properties/max_participants/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                        schema: 1,
                        parentSchema: schema21.properties.max_participants,
                        data: data26,
                    };
                    if (vErrors === null) {
                        vErrors = [err71];
                    }
                    else {
                        vErrors.push(err71);
                    }
                    errors++;
                }
            }
        }
        if (data.chat_files !== undefined) {
            let data27 = data.chat_files;
            if (typeof data27 === 'string') {
                if (func3(data27) > 255) {
                    const err72 = {
                        instancePath: instancePath + '/chat_files',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data27,
                    };
                    if (vErrors === null) {
                        vErrors = [err72];
                    }
                    else {
                        vErrors.push(err72);
                    }
                    errors++;
                }
                if (!pattern2.test(data27)) {
                    const err73 = {
                        instancePath: instancePath + '/chat_files',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data27,
                    };
                    if (vErrors === null) {
                        vErrors = [err73];
                    }
                    else {
                        vErrors.push(err73);
                    }
                    errors++;
                }
            }
            else {
                const err74 = {
                    instancePath: instancePath + '/chat_files',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data27,
                };
                if (vErrors === null) {
                    vErrors = [err74];
                }
                else {
                    vErrors.push(err74);
                }
                errors++;
            }
        }
        if (data.clickhouse_image !== undefined) {
            let data28 = data.clickhouse_image;
            if (typeof data28 === 'string') {
                if (func3(data28) > 255) {
                    const err75 = {
                        instancePath: instancePath + '/clickhouse_image',
                        schemaPath: '#/definitions/image/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema12,
                        data: data28,
                    };
                    if (vErrors === null) {
                        vErrors = [err75];
                    }
                    else {
                        vErrors.push(err75);
                    }
                    errors++;
                }
                if (!pattern1.test(data28)) {
                    const err76 = {
                        instancePath: instancePath + '/clickhouse_image',
                        schemaPath: '#/definitions/image/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        },
                        message: 'must match pattern "' +
                            '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                            '"',
                        schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        parentSchema: schema12,
                        data: data28,
                    };
                    if (vErrors === null) {
                        vErrors = [err76];
                    }
                    else {
                        vErrors.push(err76);
                    }
                    errors++;
                }
            }
            else {
                const err77 = {
                    instancePath: instancePath + '/clickhouse_image',
                    schemaPath: '#/definitions/image/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema12.type,
                    parentSchema: schema12,
                    data: data28,
                };
                if (vErrors === null) {
                    vErrors = [err77];
                }
                else {
                    vErrors.push(err77);
                }
                errors++;
            }
        }
    }
    else {
        const err78 = {
            instancePath,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
            schema: schema21.type,
            parentSchema: schema21,
            data,
        };
        if (vErrors === null) {
            vErrors = [err78];
        }
        else {
            vErrors.push(err78);
        }
        errors++;
    }
    validate11.errors = vErrors;
    return errors === 0;
}
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    /*# sourceURL="https://raw.githubusercontent.com/portsip-cluster/actions/v1/schema/cluster.schema.json" */ let vErrors = null;
    let errors = 0;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.version === undefined) {
            const err0 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'version' },
                message: "must have required property '" + 'version' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.name === undefined) {
            const err1 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.image === undefined) {
            const err2 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'image' },
                message: "must have required property '" + 'image' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.pbx === undefined) {
            const err3 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'pbx' },
                message: "must have required property '" + 'pbx' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        if (data.servers === undefined) {
            const err4 = {
                instancePath,
                schemaPath: '#/required',
                keyword: 'required',
                params: { missingProperty: 'servers' },
                message: "must have required property '" + 'servers' + "'",
                schema: schema11.required,
                parentSchema: schema11,
                data,
            };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!func2.call(schema11.properties, key0)) {
                const err5 = {
                    instancePath,
                    schemaPath: '#/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key0 },
                    message: 'must NOT have additional properties',
                    schema: false,
                    parentSchema: schema11,
                    data,
                };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.version !== undefined) {
            let data0 = data.version;
            if (1 !== data0) {
                const err6 = {
                    instancePath: instancePath + '/version',
                    schemaPath: '#/properties/version/const',
                    keyword: 'const',
                    params: { allowedValue: 1 },
                    message: 'must be equal to constant',
                    schema: 1,
                    parentSchema: schema11.properties.version,
                    data: data0,
                };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data1 = data.name;
            if (typeof data1 === 'string') {
                if (func3(data1) > 63) {
                    const err7 = {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                        message: 'must NOT have more than 63 characters',
                        schema: 63,
                        parentSchema: schema11.properties.name,
                        data: data1,
                    };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
                if (!pattern0.test(data1)) {
                    const err8 = {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' },
                        message: 'must match pattern "' + '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' + '"',
                        schema: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
                        parentSchema: schema11.properties.name,
                        data: data1,
                    };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
            }
            else {
                const err9 = {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema11.properties.name.type,
                    parentSchema: schema11.properties.name,
                    data: data1,
                };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
        if (data.image !== undefined) {
            let data2 = data.image;
            if (typeof data2 === 'string') {
                if (func3(data2) > 255) {
                    const err10 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema12,
                        data: data2,
                    };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
                if (!pattern1.test(data2)) {
                    const err11 = {
                        instancePath: instancePath + '/image',
                        schemaPath: '#/definitions/image/pattern',
                        keyword: 'pattern',
                        params: {
                            pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        },
                        message: 'must match pattern "' +
                            '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                            '"',
                        schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                        parentSchema: schema12,
                        data: data2,
                    };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
            else {
                const err12 = {
                    instancePath: instancePath + '/image',
                    schemaPath: '#/definitions/image/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema12.type,
                    parentSchema: schema12,
                    data: data2,
                };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
        }
        if (data.data_path !== undefined) {
            let data3 = data.data_path;
            if (typeof data3 === 'string') {
                if (func3(data3) > 255) {
                    const err13 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data3,
                    };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
                if (!pattern2.test(data3)) {
                    const err14 = {
                        instancePath: instancePath + '/data_path',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data3,
                    };
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
            else {
                const err15 = {
                    instancePath: instancePath + '/data_path',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data3,
                };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        if (data.scripts_path !== undefined) {
            let data4 = data.scripts_path;
            if (typeof data4 === 'string') {
                if (func3(data4) > 255) {
                    const err16 = {
                        instancePath: instancePath + '/scripts_path',
                        schemaPath: '#/definitions/path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 255 },
                        message: 'must NOT have more than 255 characters',
                        schema: 255,
                        parentSchema: schema13,
                        data: data4,
                    };
                    if (vErrors === null) {
                        vErrors = [err16];
                    }
                    else {
                        vErrors.push(err16);
                    }
                    errors++;
                }
                if (!pattern2.test(data4)) {
                    const err17 = {
                        instancePath: instancePath + '/scripts_path',
                        schemaPath: '#/definitions/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                        parentSchema: schema13,
                        data: data4,
                    };
                    if (vErrors === null) {
                        vErrors = [err17];
                    }
                    else {
                        vErrors.push(err17);
                    }
                    errors++;
                }
            }
            else {
                const err18 = {
                    instancePath: instancePath + '/scripts_path',
                    schemaPath: '#/definitions/path/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                    schema: schema13.type,
                    parentSchema: schema13,
                    data: data4,
                };
                if (vErrors === null) {
                    vErrors = [err18];
                }
                else {
                    vErrors.push(err18);
                }
                errors++;
            }
        }
        if (data.pbx !== undefined) {
            let data5 = data.pbx;
            if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                if (data5.private_ip === undefined) {
                    const err19 = {
                        instancePath: instancePath + '/pbx',
                        schemaPath: '#/properties/pbx/required',
                        keyword: 'required',
                        params: { missingProperty: 'private_ip' },
                        message: "must have required property '" + 'private_ip' + "'",
                        schema: schema11.properties.pbx.required,
                        parentSchema: schema11.properties.pbx,
                        data: data5,
                    };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
                for (const key1 in data5) {
                    if (!(key1 === 'private_ip' || key1 === 'api' || key1 === 'image' || key1 === 'high_availability')) {
                        const err20 = {
                            instancePath: instancePath + '/pbx',
                            schemaPath: '#/properties/pbx/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key1 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.pbx,
                            data: data5,
                        };
                        if (vErrors === null) {
                            vErrors = [err20];
                        }
                        else {
                            vErrors.push(err20);
                        }
                        errors++;
                    }
                }
                if (data5.private_ip !== undefined) {
                    let data6 = data5.private_ip;
                    if (typeof data6 === 'string') {
                        if (func3(data6) > 45) {
                            const err21 = {
                                instancePath: instancePath + '/pbx/private_ip',
                                schemaPath: '#/definitions/ip/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 45 },
                                message: 'must NOT have more than 45 characters',
                                schema: 45,
                                parentSchema: schema15,
                                data: data6,
                            };
                            if (vErrors === null) {
                                vErrors = [err21];
                            }
                            else {
                                vErrors.push(err21);
                            }
                            errors++;
                        }
                        if (!pattern4.test(data6)) {
                            const err22 = {
                                instancePath: instancePath + '/pbx/private_ip',
                                schemaPath: '#/definitions/ip/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                },
                                message: 'must match pattern "' +
                                    '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                                    '"',
                                schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                parentSchema: schema15,
                                data: data6,
                            };
                            if (vErrors === null) {
                                vErrors = [err22];
                            }
                            else {
                                vErrors.push(err22);
                            }
                            errors++;
                        }
                        if (!formats0(data6)) {
                            const err23 = {
                                instancePath: instancePath + '/pbx/private_ip',
                                schemaPath: '#/definitions/ip/format',
                                keyword: 'format',
                                params: { format: 'ip' },
                                message: 'must match format "' + 'ip' + '"',
                                schema: 'ip',
                                parentSchema: schema15,
                                data: data6,
                            };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err24 = {
                            instancePath: instancePath + '/pbx/private_ip',
                            schemaPath: '#/definitions/ip/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema15.type,
                            parentSchema: schema15,
                            data: data6,
                        };
                        if (vErrors === null) {
                            vErrors = [err24];
                        }
                        else {
                            vErrors.push(err24);
                        }
                        errors++;
                    }
                }
                if (data5.api !== undefined) {
                    let data7 = data5.api;
                    if (typeof data7 === 'string') {
                        if (func3(data7) > 300) {
                            const err25 = {
                                instancePath: instancePath + '/pbx/api',
                                schemaPath: '#/properties/pbx/properties/api/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 300 },
                                message: 'must NOT have more than 300 characters',
                                schema: 300,
                                parentSchema: schema11.properties.pbx.properties.api,
                                data: data7,
                            };
                            if (vErrors === null) {
                                vErrors = [err25];
                            }
                            else {
                                vErrors.push(err25);
                            }
                            errors++;
                        }
                        if (!pattern5.test(data7)) {
                            const err26 = {
                                instancePath: instancePath + '/pbx/api',
                                schemaPath: '#/properties/pbx/properties/api/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
                                },
                                message: 'must match pattern "' +
                                    '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$' +
                                    '"',
                                schema: '^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/api)?/?$',
                                parentSchema: schema11.properties.pbx.properties.api,
                                data: data7,
                            };
                            if (vErrors === null) {
                                vErrors = [err26];
                            }
                            else {
                                vErrors.push(err26);
                            }
                            errors++;
                        }
                        if (!formats2(data7)) {
                            const err27 = {
                                instancePath: instancePath + '/pbx/api',
                                schemaPath: '#/properties/pbx/properties/api/format',
                                keyword: 'format',
                                params: { format: 'pbx-api' },
                                message: 'must match format "' + 'pbx-api' + '"',
                                schema: 'pbx-api',
                                parentSchema: schema11.properties.pbx.properties.api,
                                data: data7,
                            };
                            if (vErrors === null) {
                                vErrors = [err27];
                            }
                            else {
                                vErrors.push(err27);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err28 = {
                            instancePath: instancePath + '/pbx/api',
                            schemaPath: '#/properties/pbx/properties/api/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.pbx.properties.api.type,
                            parentSchema: schema11.properties.pbx.properties.api,
                            data: data7,
                        };
                        if (vErrors === null) {
                            vErrors = [err28];
                        }
                        else {
                            vErrors.push(err28);
                        }
                        errors++;
                    }
                }
                if (data5.image !== undefined) {
                    let data8 = data5.image;
                    if (typeof data8 === 'string') {
                        if (func3(data8) > 255) {
                            const err29 = {
                                instancePath: instancePath + '/pbx/image',
                                schemaPath: '#/definitions/image/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 255 },
                                message: 'must NOT have more than 255 characters',
                                schema: 255,
                                parentSchema: schema12,
                                data: data8,
                            };
                            if (vErrors === null) {
                                vErrors = [err29];
                            }
                            else {
                                vErrors.push(err29);
                            }
                            errors++;
                        }
                        if (!pattern1.test(data8)) {
                            const err30 = {
                                instancePath: instancePath + '/pbx/image',
                                schemaPath: '#/definitions/image/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                                },
                                message: 'must match pattern "' +
                                    '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$' +
                                    '"',
                                schema: '^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
                                parentSchema: schema12,
                                data: data8,
                            };
                            if (vErrors === null) {
                                vErrors = [err30];
                            }
                            else {
                                vErrors.push(err30);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err31 = {
                            instancePath: instancePath + '/pbx/image',
                            schemaPath: '#/definitions/image/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema12.type,
                            parentSchema: schema12,
                            data: data8,
                        };
                        if (vErrors === null) {
                            vErrors = [err31];
                        }
                        else {
                            vErrors.push(err31);
                        }
                        errors++;
                    }
                }
                if (data5.high_availability !== undefined) {
                    let data9 = data5.high_availability;
                    if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                        if (data9.control_node === undefined) {
                            const err32 = {
                                instancePath: instancePath + '/pbx/high_availability',
                                schemaPath: '#/properties/pbx/properties/high_availability/required',
                                keyword: 'required',
                                params: { missingProperty: 'control_node' },
                                message: "must have required property '" + 'control_node' + "'",
                                schema: schema11.properties.pbx.properties.high_availability.required,
                                parentSchema: schema11.properties.pbx.properties.high_availability,
                                data: data9,
                            };
                            if (vErrors === null) {
                                vErrors = [err32];
                            }
                            else {
                                vErrors.push(err32);
                            }
                            errors++;
                        }
                        for (const key2 in data9) {
                            if (!(key2 === 'control_node' || key2 === 'nodes' || key2 === 'scripts_path')) {
                                const err33 = {
                                    instancePath: instancePath + '/pbx/high_availability',
                                    schemaPath: '#/properties/pbx/properties/high_availability/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key2 },
                                    message: 'must NOT have additional properties',
                                    schema: false,
                                    parentSchema: schema11.properties.pbx.properties.high_availability,
                                    data: data9,
                                };
                                if (vErrors === null) {
                                    vErrors = [err33];
                                }
                                else {
                                    vErrors.push(err33);
                                }
                                errors++;
                            }
                        }
                        if (data9.control_node !== undefined) {
                            let data10 = data9.control_node;
                            if (typeof data10 === 'string') {
                                if (func3(data10) > 45) {
                                    const err34 = {
                                        instancePath: instancePath + '/pbx/high_availability/control_node',
                                        schemaPath: '#/definitions/ip/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 45 },
                                        message: 'must NOT have more than 45 characters',
                                        schema: 45,
                                        parentSchema: schema15,
                                        data: data10,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err34];
                                    }
                                    else {
                                        vErrors.push(err34);
                                    }
                                    errors++;
                                }
                                if (!pattern4.test(data10)) {
                                    const err35 = {
                                        instancePath: instancePath + '/pbx/high_availability/control_node',
                                        schemaPath: '#/definitions/ip/pattern',
                                        keyword: 'pattern',
                                        params: {
                                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                        },
                                        message: 'must match pattern "' +
                                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                                            '"',
                                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                        parentSchema: schema15,
                                        data: data10,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err35];
                                    }
                                    else {
                                        vErrors.push(err35);
                                    }
                                    errors++;
                                }
                                if (!formats0(data10)) {
                                    const err36 = {
                                        instancePath: instancePath + '/pbx/high_availability/control_node',
                                        schemaPath: '#/definitions/ip/format',
                                        keyword: 'format',
                                        params: { format: 'ip' },
                                        message: 'must match format "' + 'ip' + '"',
                                        schema: 'ip',
                                        parentSchema: schema15,
                                        data: data10,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err36];
                                    }
                                    else {
                                        vErrors.push(err36);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err37 = {
                                    instancePath: instancePath + '/pbx/high_availability/control_node',
                                    schemaPath: '#/definitions/ip/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema15.type,
                                    parentSchema: schema15,
                                    data: data10,
                                };
                                if (vErrors === null) {
                                    vErrors = [err37];
                                }
                                else {
                                    vErrors.push(err37);
                                }
                                errors++;
                            }
                        }
                        if (data9.nodes !== undefined) {
                            let data11 = data9.nodes;
                            if (Array.isArray(data11)) {
                                if (data11.length > 9) {
                                    const err38 = {
                                        instancePath: instancePath + '/pbx/high_availability/nodes',
                                        schemaPath: '#/properties/pbx/properties/high_availability/properties/nodes/maxItems',
                                        keyword: 'maxItems',
                                        params: { limit: 9 },
                                        message: 'must NOT have more than 9 items',
                                        schema: 9,
                                        parentSchema: schema11.properties.pbx.properties.high_availability.properties.nodes,
                                        data: data11,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err38];
                                    }
                                    else {
                                        vErrors.push(err38);
                                    }
                                    errors++;
                                }
                                if (data11.length < 2) {
                                    const err39 = {
                                        instancePath: instancePath + '/pbx/high_availability/nodes',
                                        schemaPath: '#/properties/pbx/properties/high_availability/properties/nodes/minItems',
                                        keyword: 'minItems',
                                        params: { limit: 2 },
                                        message: 'must NOT have fewer than 2 items',
                                        schema: 2,
                                        parentSchema: schema11.properties.pbx.properties.high_availability.properties.nodes,
                                        data: data11,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err39];
                                    }
                                    else {
                                        vErrors.push(err39);
                                    }
                                    errors++;
                                }
                                const len0 = data11.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                    let data12 = data11[i0];
                                    if (typeof data12 === 'string') {
                                        if (func3(data12) > 45) {
                                            const err40 = {
                                                instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                                schemaPath: '#/definitions/ip/maxLength',
                                                keyword: 'maxLength',
                                                params: { limit: 45 },
                                                message: 'must NOT have more than 45 characters',
                                                schema: 45,
                                                parentSchema: schema15,
                                                data: data12,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err40];
                                            }
                                            else {
                                                vErrors.push(err40);
                                            }
                                            errors++;
                                        }
                                        if (!pattern4.test(data12)) {
                                            const err41 = {
                                                instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                                schemaPath: '#/definitions/ip/pattern',
                                                keyword: 'pattern',
                                                params: {
                                                    pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                                },
                                                message: 'must match pattern "' +
                                                    '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$' +
                                                    '"',
                                                schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3})$',
                                                parentSchema: schema15,
                                                data: data12,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err41];
                                            }
                                            else {
                                                vErrors.push(err41);
                                            }
                                            errors++;
                                        }
                                        if (!formats0(data12)) {
                                            const err42 = {
                                                instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                                schemaPath: '#/definitions/ip/format',
                                                keyword: 'format',
                                                params: { format: 'ip' },
                                                message: 'must match format "' + 'ip' + '"',
                                                schema: 'ip',
                                                parentSchema: schema15,
                                                data: data12,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err42];
                                            }
                                            else {
                                                vErrors.push(err42);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err43 = {
                                            instancePath: instancePath + '/pbx/high_availability/nodes/' + i0,
                                            schemaPath: '#/definitions/ip/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                            schema: schema15.type,
                                            parentSchema: schema15,
                                            data: data12,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err43];
                                        }
                                        else {
                                            vErrors.push(err43);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err44 = {
                                    instancePath: instancePath + '/pbx/high_availability/nodes',
                                    schemaPath: '#/properties/pbx/properties/high_availability/properties/nodes/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                    schema: schema11.properties.pbx.properties.high_availability.properties.nodes.type,
                                    parentSchema: schema11.properties.pbx.properties.high_availability.properties.nodes,
                                    data: data11,
                                };
                                if (vErrors === null) {
                                    vErrors = [err44];
                                }
                                else {
                                    vErrors.push(err44);
                                }
                                errors++;
                            }
                        }
                        if (data9.scripts_path !== undefined) {
                            let data13 = data9.scripts_path;
                            if (typeof data13 === 'string') {
                                if (func3(data13) > 255) {
                                    const err45 = {
                                        instancePath: instancePath + '/pbx/high_availability/scripts_path',
                                        schemaPath: '#/definitions/path/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 255 },
                                        message: 'must NOT have more than 255 characters',
                                        schema: 255,
                                        parentSchema: schema13,
                                        data: data13,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err45];
                                    }
                                    else {
                                        vErrors.push(err45);
                                    }
                                    errors++;
                                }
                                if (!pattern2.test(data13)) {
                                    const err46 = {
                                        instancePath: instancePath + '/pbx/high_availability/scripts_path',
                                        schemaPath: '#/definitions/path/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' },
                                        message: 'must match pattern "' + '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$' + '"',
                                        schema: '^(/+(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$',
                                        parentSchema: schema13,
                                        data: data13,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err46];
                                    }
                                    else {
                                        vErrors.push(err46);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err47 = {
                                    instancePath: instancePath + '/pbx/high_availability/scripts_path',
                                    schemaPath: '#/definitions/path/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema13.type,
                                    parentSchema: schema13,
                                    data: data13,
                                };
                                if (vErrors === null) {
                                    vErrors = [err47];
                                }
                                else {
                                    vErrors.push(err47);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err48 = {
                            instancePath: instancePath + '/pbx/high_availability',
                            schemaPath: '#/properties/pbx/properties/high_availability/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                            schema: schema11.properties.pbx.properties.high_availability.type,
                            parentSchema: schema11.properties.pbx.properties.high_availability,
                            data: data9,
                        };
                        if (vErrors === null) {
                            vErrors = [err48];
                        }
                        else {
                            vErrors.push(err48);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err49 = {
                    instancePath: instancePath + '/pbx',
                    schemaPath: '#/properties/pbx/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.pbx.type,
                    parentSchema: schema11.properties.pbx,
                    data: data5,
                };
                if (vErrors === null) {
                    vErrors = [err49];
                }
                else {
                    vErrors.push(err49);
                }
                errors++;
            }
        }
        if (data.ssh !== undefined) {
            let data14 = data.ssh;
            if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
                for (const key3 in data14) {
                    if (!(key3 === 'user' || key3 === 'port' || key3 === 'jump_host')) {
                        const err50 = {
                            instancePath: instancePath + '/ssh',
                            schemaPath: '#/definitions/ssh/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key3 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema20,
                            data: data14,
                        };
                        if (vErrors === null) {
                            vErrors = [err50];
                        }
                        else {
                            vErrors.push(err50);
                        }
                        errors++;
                    }
                }
                if (data14.user !== undefined) {
                    let data15 = data14.user;
                    if (typeof data15 === 'string') {
                        if (!pattern10.test(data15)) {
                            const err51 = {
                                instancePath: instancePath + '/ssh/user',
                                schemaPath: '#/definitions/ssh/properties/user/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' },
                                message: 'must match pattern "' + '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$' + '"',
                                schema: '^[A-Za-z_][A-Za-z0-9_.-]{0,31}$',
                                parentSchema: schema20.properties.user,
                                data: data15,
                            };
                            if (vErrors === null) {
                                vErrors = [err51];
                            }
                            else {
                                vErrors.push(err51);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err52 = {
                            instancePath: instancePath + '/ssh/user',
                            schemaPath: '#/definitions/ssh/properties/user/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.user.type,
                            parentSchema: schema20.properties.user,
                            data: data15,
                        };
                        if (vErrors === null) {
                            vErrors = [err52];
                        }
                        else {
                            vErrors.push(err52);
                        }
                        errors++;
                    }
                }
                if (data14.port !== undefined) {
                    let data16 = data14.port;
                    if (!(typeof data16 == 'number' && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
                        const err53 = {
                            instancePath: instancePath + '/ssh/port',
                            schemaPath: '#/definitions/ssh/properties/port/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema20.properties.port.type,
                            parentSchema: schema20.properties.port,
                            data: data16,
                        };
                        if (vErrors === null) {
                            vErrors = [err53];
                        }
                        else {
                            vErrors.push(err53);
                        }
                        errors++;
                    }
                    if (typeof data16 == 'number' && isFinite(data16)) {
                        if (data16 > 65535 || isNaN(data16)) {
                            const err54 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 65535 },
                                message: 'must be <= 65535',
                                schema: 65535,
                                parentSchema: schema20.properties.port,
                                data: data16,
                            };
                            if (vErrors === null) {
                                vErrors = [err54];
                            }
                            else {
                                vErrors.push(err54);
                            }
                            errors++;
                        }
                        if (data16 < 1 || isNaN(data16)) {
                            const err55 = {
                                instancePath: instancePath + '/ssh/port',
                                schemaPath: '#/definitions/ssh/properties/port/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema20.properties.port,
                                data: data16,
                            };
                            if (vErrors === null) {
                                vErrors = [err55];
                            }
                            else {
                                vErrors.push(err55);
                            }
                            errors++;
                        }
                    }
                }
                if (data14.jump_host !== undefined) {
                    let data17 = data14.jump_host;
                    if (typeof data17 === 'string') {
                        if (func3(data17) > 300) {
                            const err56 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 300 },
                                message: 'must NOT have more than 300 characters',
                                schema: 300,
                                parentSchema: schema20.properties.jump_host,
                                data: data17,
                            };
                            if (vErrors === null) {
                                vErrors = [err56];
                            }
                            else {
                                vErrors.push(err56);
                            }
                            errors++;
                        }
                        if (!pattern11.test(data17)) {
                            const err57 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/pattern',
                                keyword: 'pattern',
                                params: {
                                    pattern: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                },
                                message: 'must match pattern "' +
                                    '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$' +
                                    '"',
                                schema: '^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$',
                                parentSchema: schema20.properties.jump_host,
                                data: data17,
                            };
                            if (vErrors === null) {
                                vErrors = [err57];
                            }
                            else {
                                vErrors.push(err57);
                            }
                            errors++;
                        }
                        if (!formats8(data17)) {
                            const err58 = {
                                instancePath: instancePath + '/ssh/jump_host',
                                schemaPath: '#/definitions/ssh/properties/jump_host/format',
                                keyword: 'format',
                                params: { format: 'jump-host' },
                                message: 'must match format "' + 'jump-host' + '"',
                                schema: 'jump-host',
                                parentSchema: schema20.properties.jump_host,
                                data: data17,
                            };
                            if (vErrors === null) {
                                vErrors = [err58];
                            }
                            else {
                                vErrors.push(err58);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err59 = {
                            instancePath: instancePath + '/ssh/jump_host',
                            schemaPath: '#/definitions/ssh/properties/jump_host/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema20.properties.jump_host.type,
                            parentSchema: schema20.properties.jump_host,
                            data: data17,
                        };
                        if (vErrors === null) {
                            vErrors = [err59];
                        }
                        else {
                            vErrors.push(err59);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err60 = {
                    instancePath: instancePath + '/ssh',
                    schemaPath: '#/definitions/ssh/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema20.type,
                    parentSchema: schema20,
                    data: data14,
                };
                if (vErrors === null) {
                    vErrors = [err60];
                }
                else {
                    vErrors.push(err60);
                }
                errors++;
            }
        }
        if (data.firewall !== undefined) {
            let data18 = data.firewall;
            if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                for (const key4 in data18) {
                    if (!(key4 === 'trust')) {
                        const err61 = {
                            instancePath: instancePath + '/firewall',
                            schemaPath: '#/properties/firewall/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key4 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.firewall,
                            data: data18,
                        };
                        if (vErrors === null) {
                            vErrors = [err61];
                        }
                        else {
                            vErrors.push(err61);
                        }
                        errors++;
                    }
                }
                if (data18.trust !== undefined) {
                    let data19 = data18.trust;
                    if (typeof data19 !== 'string' && !Array.isArray(data19)) {
                        const err62 = {
                            instancePath: instancePath + '/firewall/trust',
                            schemaPath: '#/properties/firewall/properties/trust/type',
                            keyword: 'type',
                            params: { type: schema11.properties.firewall.properties.trust.type },
                            message: 'must be string,array',
                            schema: schema11.properties.firewall.properties.trust.type,
                            parentSchema: schema11.properties.firewall.properties.trust,
                            data: data19,
                        };
                        if (vErrors === null) {
                            vErrors = [err62];
                        }
                        else {
                            vErrors.push(err62);
                        }
                        errors++;
                    }
                    if (typeof data19 === 'string') {
                        if (!pattern12.test(data19)) {
                            const err63 = {
                                instancePath: instancePath + '/firewall/trust',
                                schemaPath: '#/properties/firewall/properties/trust/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^servers$' },
                                message: 'must match pattern "' + '^servers$' + '"',
                                schema: '^servers$',
                                parentSchema: schema11.properties.firewall.properties.trust,
                                data: data19,
                            };
                            if (vErrors === null) {
                                vErrors = [err63];
                            }
                            else {
                                vErrors.push(err63);
                            }
                            errors++;
                        }
                    }
                    if (Array.isArray(data19)) {
                        if (data19.length > 256) {
                            const err64 = {
                                instancePath: instancePath + '/firewall/trust',
                                schemaPath: '#/properties/firewall/properties/trust/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 256 },
                                message: 'must NOT have more than 256 items',
                                schema: 256,
                                parentSchema: schema11.properties.firewall.properties.trust,
                                data: data19,
                            };
                            if (vErrors === null) {
                                vErrors = [err64];
                            }
                            else {
                                vErrors.push(err64);
                            }
                            errors++;
                        }
                        if (data19.length < 1) {
                            const err65 = {
                                instancePath: instancePath + '/firewall/trust',
                                schemaPath: '#/properties/firewall/properties/trust/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                                schema: 1,
                                parentSchema: schema11.properties.firewall.properties.trust,
                                data: data19,
                            };
                            if (vErrors === null) {
                                vErrors = [err65];
                            }
                            else {
                                vErrors.push(err65);
                            }
                            errors++;
                        }
                        const len1 = data19.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                            let data20 = data19[i1];
                            if (typeof data20 === 'string') {
                                if (func3(data20) > 49) {
                                    const err66 = {
                                        instancePath: instancePath + '/firewall/trust/' + i1,
                                        schemaPath: '#/properties/firewall/properties/trust/items/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 49 },
                                        message: 'must NOT have more than 49 characters',
                                        schema: 49,
                                        parentSchema: schema11.properties.firewall.properties.trust.items,
                                        data: data20,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err66];
                                    }
                                    else {
                                        vErrors.push(err66);
                                    }
                                    errors++;
                                }
                                if (!pattern13.test(data20)) {
                                    const err67 = {
                                        instancePath: instancePath + '/firewall/trust/' + i1,
                                        schemaPath: '#/properties/firewall/properties/trust/items/pattern',
                                        keyword: 'pattern',
                                        params: {
                                            pattern: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
                                        },
                                        message: 'must match pattern "' +
                                            '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$' +
                                            '"',
                                        schema: '^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$',
                                        parentSchema: schema11.properties.firewall.properties.trust.items,
                                        data: data20,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err67];
                                    }
                                    else {
                                        vErrors.push(err67);
                                    }
                                    errors++;
                                }
                                if (!formats10(data20)) {
                                    const err68 = {
                                        instancePath: instancePath + '/firewall/trust/' + i1,
                                        schemaPath: '#/properties/firewall/properties/trust/items/format',
                                        keyword: 'format',
                                        params: { format: 'cidr' },
                                        message: 'must match format "' + 'cidr' + '"',
                                        schema: 'cidr',
                                        parentSchema: schema11.properties.firewall.properties.trust.items,
                                        data: data20,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err68];
                                    }
                                    else {
                                        vErrors.push(err68);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err69 = {
                                    instancePath: instancePath + '/firewall/trust/' + i1,
                                    schemaPath: '#/properties/firewall/properties/trust/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.firewall.properties.trust.items.type,
                                    parentSchema: schema11.properties.firewall.properties.trust.items,
                                    data: data20,
                                };
                                if (vErrors === null) {
                                    vErrors = [err69];
                                }
                                else {
                                    vErrors.push(err69);
                                }
                                errors++;
                            }
                        }
                        let i2 = data19.length;
                        let j0;
                        if (i2 > 1) {
                            const indices0 = {};
                            for (; i2--;) {
                                let item0 = data19[i2];
                                if (typeof item0 !== 'string') {
                                    continue;
                                }
                                if (typeof indices0[item0] == 'number') {
                                    j0 = indices0[item0];
                                    const err70 = {
                                        instancePath: instancePath + '/firewall/trust',
                                        schemaPath: '#/properties/firewall/properties/trust/uniqueItems',
                                        keyword: 'uniqueItems',
                                        params: { i: i2, j: j0 },
                                        message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i2 + ' are identical)',
                                        schema: true,
                                        parentSchema: schema11.properties.firewall.properties.trust,
                                        data: data19,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err70];
                                    }
                                    else {
                                        vErrors.push(err70);
                                    }
                                    errors++;
                                    break;
                                }
                                indices0[item0] = i2;
                            }
                        }
                    }
                }
            }
            else {
                const err71 = {
                    instancePath: instancePath + '/firewall',
                    schemaPath: '#/properties/firewall/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.firewall.type,
                    parentSchema: schema11.properties.firewall,
                    data: data18,
                };
                if (vErrors === null) {
                    vErrors = [err71];
                }
                else {
                    vErrors.push(err71);
                }
                errors++;
            }
        }
        if (data.built_in_servers !== undefined) {
            let data21 = data.built_in_servers;
            if (!(data21 === 'disabled' || data21 === 'keep')) {
                const err72 = {
                    instancePath: instancePath + '/built_in_servers',
                    schemaPath: '#/properties/built_in_servers/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema11.properties.built_in_servers.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema11.properties.built_in_servers.enum,
                    parentSchema: schema11.properties.built_in_servers,
                    data: data21,
                };
                if (vErrors === null) {
                    vErrors = [err72];
                }
                else {
                    vErrors.push(err72);
                }
                errors++;
            }
        }
        if (data.unmanaged_servers !== undefined) {
            let data22 = data.unmanaged_servers;
            if (!(data22 === 'report' || data22 === 'remove')) {
                const err73 = {
                    instancePath: instancePath + '/unmanaged_servers',
                    schemaPath: '#/properties/unmanaged_servers/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema11.properties.unmanaged_servers.enum },
                    message: 'must be equal to one of the allowed values',
                    schema: schema11.properties.unmanaged_servers.enum,
                    parentSchema: schema11.properties.unmanaged_servers,
                    data: data22,
                };
                if (vErrors === null) {
                    vErrors = [err73];
                }
                else {
                    vErrors.push(err73);
                }
                errors++;
            }
        }
        if (data.servers !== undefined) {
            let data23 = data.servers;
            if (Array.isArray(data23)) {
                if (data23.length > 1000) {
                    const err74 = {
                        instancePath: instancePath + '/servers',
                        schemaPath: '#/properties/servers/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 1000 },
                        message: 'must NOT have more than 1000 items',
                        schema: 1000,
                        parentSchema: schema11.properties.servers,
                        data: data23,
                    };
                    if (vErrors === null) {
                        vErrors = [err74];
                    }
                    else {
                        vErrors.push(err74);
                    }
                    errors++;
                }
                const len2 = data23.length;
                for (let i3 = 0; i3 < len2; i3++) {
                    if (!validate11(data23[i3], {
                        instancePath: instancePath + '/servers/' + i3,
                        parentData: data23,
                        parentDataProperty: i3,
                        rootData,
                    })) {
                        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
                        errors = vErrors.length;
                    }
                }
            }
            else {
                const err75 = {
                    instancePath: instancePath + '/servers',
                    schemaPath: '#/properties/servers/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                    schema: schema11.properties.servers.type,
                    parentSchema: schema11.properties.servers,
                    data: data23,
                };
                if (vErrors === null) {
                    vErrors = [err75];
                }
                else {
                    vErrors.push(err75);
                }
                errors++;
            }
        }
        if (data.restart !== undefined) {
            let data25 = data.restart;
            if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
                for (const key5 in data25) {
                    if (!(key5 === 'max_unavailable' ||
                        key5 === 'drain_timeout' ||
                        key5 === 'on_drain_timeout' ||
                        key5 === 'after_scale_out' ||
                        key5 === 'window')) {
                        const err76 = {
                            instancePath: instancePath + '/restart',
                            schemaPath: '#/properties/restart/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key5 },
                            message: 'must NOT have additional properties',
                            schema: false,
                            parentSchema: schema11.properties.restart,
                            data: data25,
                        };
                        if (vErrors === null) {
                            vErrors = [err76];
                        }
                        else {
                            vErrors.push(err76);
                        }
                        errors++;
                    }
                }
                if (data25.max_unavailable !== undefined) {
                    let data26 = data25.max_unavailable;
                    if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                        const err77 = {
                            instancePath: instancePath + '/restart/max_unavailable',
                            schemaPath: '#/properties/restart/properties/max_unavailable/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                            schema: schema11.properties.restart.properties.max_unavailable.type,
                            parentSchema: schema11.properties.restart.properties.max_unavailable,
                            data: data26,
                        };
                        if (vErrors === null) {
                            vErrors = [err77];
                        }
                        else {
                            vErrors.push(err77);
                        }
                        errors++;
                    }
                    if (typeof data26 == 'number' && isFinite(data26)) {
                        if (data26 > 100 || isNaN(data26)) {
                            const err78 = {
                                instancePath: instancePath + '/restart/max_unavailable',
                                schemaPath: '#/properties/restart/properties/max_unavailable/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 100 },
                                message: 'must be <= 100',
                                schema: 100,
                                parentSchema: schema11.properties.restart.properties.max_unavailable,
                                data: data26,
                            };
                            if (vErrors === null) {
                                vErrors = [err78];
                            }
                            else {
                                vErrors.push(err78);
                            }
                            errors++;
                        }
                        if (data26 < 1 || isNaN(data26)) {
                            const err79 = {
                                instancePath: instancePath + '/restart/max_unavailable',
                                schemaPath: '#/properties/restart/properties/max_unavailable/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                                schema: 1,
                                parentSchema: schema11.properties.restart.properties.max_unavailable,
                                data: data26,
                            };
                            if (vErrors === null) {
                                vErrors = [err79];
                            }
                            else {
                                vErrors.push(err79);
                            }
                            errors++;
                        }
                    }
                }
                if (data25.drain_timeout !== undefined) {
                    let data27 = data25.drain_timeout;
                    if (typeof data27 === 'string') {
                        if (func3(data27) > 16) {
                            const err80 = {
                                instancePath: instancePath + '/restart/drain_timeout',
                                schemaPath: '#/properties/restart/properties/drain_timeout/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 16 },
                                message: 'must NOT have more than 16 characters',
                                schema: 16,
                                parentSchema: schema11.properties.restart.properties.drain_timeout,
                                data: data27,
                            };
                            if (vErrors === null) {
                                vErrors = [err80];
                            }
                            else {
                                vErrors.push(err80);
                            }
                            errors++;
                        }
                        if (!pattern23.test(data27)) {
                            const err81 = {
                                instancePath: instancePath + '/restart/drain_timeout',
                                schemaPath: '#/properties/restart/properties/drain_timeout/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' },
                                message: 'must match pattern "' + '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$' + '"',
                                schema: '^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$',
                                parentSchema: schema11.properties.restart.properties.drain_timeout,
                                data: data27,
                            };
                            if (vErrors === null) {
                                vErrors = [err81];
                            }
                            else {
                                vErrors.push(err81);
                            }
                            errors++;
                        }
                        if (!formats18(data27)) {
                            const err82 = {
                                instancePath: instancePath + '/restart/drain_timeout',
                                schemaPath: '#/properties/restart/properties/drain_timeout/format',
                                keyword: 'format',
                                params: { format: 'duration-hms' },
                                message: 'must match format "' + 'duration-hms' + '"',
                                schema: 'duration-hms',
                                parentSchema: schema11.properties.restart.properties.drain_timeout,
                                data: data27,
                            };
                            if (vErrors === null) {
                                vErrors = [err82];
                            }
                            else {
                                vErrors.push(err82);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err83 = {
                            instancePath: instancePath + '/restart/drain_timeout',
                            schemaPath: '#/properties/restart/properties/drain_timeout/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                            schema: schema11.properties.restart.properties.drain_timeout.type,
                            parentSchema: schema11.properties.restart.properties.drain_timeout,
                            data: data27,
                        };
                        if (vErrors === null) {
                            vErrors = [err83];
                        }
                        else {
                            vErrors.push(err83);
                        }
                        errors++;
                    }
                }
                if (data25.on_drain_timeout !== undefined) {
                    let data28 = data25.on_drain_timeout;
                    if (!(data28 === 'fail' || data28 === 'force')) {
                        const err84 = {
                            instancePath: instancePath + '/restart/on_drain_timeout',
                            schemaPath: '#/properties/restart/properties/on_drain_timeout/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema11.properties.restart.properties.on_drain_timeout.enum },
                            message: 'must be equal to one of the allowed values',
                            schema: schema11.properties.restart.properties.on_drain_timeout.enum,
                            parentSchema: schema11.properties.restart.properties.on_drain_timeout,
                            data: data28,
                        };
                        if (vErrors === null) {
                            vErrors = [err84];
                        }
                        else {
                            vErrors.push(err84);
                        }
                        errors++;
                    }
                }
                if (data25.after_scale_out !== undefined) {
                    let data29 = data25.after_scale_out;
                    if (!(data29 === 'all' || data29 === 'load-balancer' || data29 === 'none')) {
                        const err85 = {
                            instancePath: instancePath + '/restart/after_scale_out',
                            schemaPath: '#/properties/restart/properties/after_scale_out/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema11.properties.restart.properties.after_scale_out.enum },
                            message: 'must be equal to one of the allowed values',
                            schema: schema11.properties.restart.properties.after_scale_out.enum,
                            parentSchema: schema11.properties.restart.properties.after_scale_out,
                            data: data29,
                        };
                        if (vErrors === null) {
                            vErrors = [err85];
                        }
                        else {
                            vErrors.push(err85);
                        }
                        errors++;
                    }
                }
                if (data25.window !== undefined) {
                    let data30 = data25.window;
                    if (data30 && typeof data30 == 'object' && !Array.isArray(data30)) {
                        if (data30.days === undefined) {
                            const err86 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'days' },
                                message: "must have required property '" + 'days' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data30,
                            };
                            if (vErrors === null) {
                                vErrors = [err86];
                            }
                            else {
                                vErrors.push(err86);
                            }
                            errors++;
                        }
                        if (data30.from === undefined) {
                            const err87 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'from' },
                                message: "must have required property '" + 'from' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data30,
                            };
                            if (vErrors === null) {
                                vErrors = [err87];
                            }
                            else {
                                vErrors.push(err87);
                            }
                            errors++;
                        }
                        if (data30.to === undefined) {
                            const err88 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'to' },
                                message: "must have required property '" + 'to' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data30,
                            };
                            if (vErrors === null) {
                                vErrors = [err88];
                            }
                            else {
                                vErrors.push(err88);
                            }
                            errors++;
                        }
                        if (data30.timezone === undefined) {
                            const err89 = {
                                instancePath: instancePath + '/restart/window',
                                schemaPath: '#/properties/restart/properties/window/required',
                                keyword: 'required',
                                params: { missingProperty: 'timezone' },
                                message: "must have required property '" + 'timezone' + "'",
                                schema: schema11.properties.restart.properties.window.required,
                                parentSchema: schema11.properties.restart.properties.window,
                                data: data30,
                            };
                            if (vErrors === null) {
                                vErrors = [err89];
                            }
                            else {
                                vErrors.push(err89);
                            }
                            errors++;
                        }
                        for (const key6 in data30) {
                            if (!(key6 === 'days' || key6 === 'from' || key6 === 'to' || key6 === 'timezone')) {
                                const err90 = {
                                    instancePath: instancePath + '/restart/window',
                                    schemaPath: '#/properties/restart/properties/window/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key6 },
                                    message: 'must NOT have additional properties',
                                    schema: false,
                                    parentSchema: schema11.properties.restart.properties.window,
                                    data: data30,
                                };
                                if (vErrors === null) {
                                    vErrors = [err90];
                                }
                                else {
                                    vErrors.push(err90);
                                }
                                errors++;
                            }
                        }
                        if (data30.days !== undefined) {
                            let data31 = data30.days;
                            if (Array.isArray(data31)) {
                                if (data31.length < 1) {
                                    const err91 = {
                                        instancePath: instancePath + '/restart/window/days',
                                        schemaPath: '#/properties/restart/properties/window/properties/days/minItems',
                                        keyword: 'minItems',
                                        params: { limit: 1 },
                                        message: 'must NOT have fewer than 1 items',
                                        schema: 1,
                                        parentSchema: schema11.properties.restart.properties.window.properties.days,
                                        data: data31,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err91];
                                    }
                                    else {
                                        vErrors.push(err91);
                                    }
                                    errors++;
                                }
                                const len3 = data31.length;
                                for (let i4 = 0; i4 < len3; i4++) {
                                    let data32 = data31[i4];
                                    if (typeof data32 !== 'string') {
                                        const err92 = {
                                            instancePath: instancePath + '/restart/window/days/' + i4,
                                            schemaPath: '#/properties/restart/properties/window/properties/days/items/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                            schema: schema11.properties.restart.properties.window.properties.days.items.type,
                                            parentSchema: schema11.properties.restart.properties.window.properties.days.items,
                                            data: data32,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err92];
                                        }
                                        else {
                                            vErrors.push(err92);
                                        }
                                        errors++;
                                    }
                                    if (!(data32 === 'mon' ||
                                        data32 === 'tue' ||
                                        data32 === 'wed' ||
                                        data32 === 'thu' ||
                                        data32 === 'fri' ||
                                        data32 === 'sat' ||
                                        data32 === 'sun')) {
                                        const err93 = {
                                            instancePath: instancePath + '/restart/window/days/' + i4,
                                            schemaPath: '#/properties/restart/properties/window/properties/days/items/enum',
                                            keyword: 'enum',
                                            params: {
                                                allowedValues: schema11.properties.restart.properties.window.properties.days.items.enum,
                                            },
                                            message: 'must be equal to one of the allowed values',
                                            schema: schema11.properties.restart.properties.window.properties.days.items.enum,
                                            parentSchema: schema11.properties.restart.properties.window.properties.days.items,
                                            data: data32,
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err93];
                                        }
                                        else {
                                            vErrors.push(err93);
                                        }
                                        errors++;
                                    }
                                }
                                let i5 = data31.length;
                                let j1;
                                if (i5 > 1) {
                                    const indices1 = {};
                                    for (; i5--;) {
                                        let item1 = data31[i5];
                                        if (typeof item1 !== 'string') {
                                            continue;
                                        }
                                        if (typeof indices1[item1] == 'number') {
                                            j1 = indices1[item1];
                                            const err94 = {
                                                instancePath: instancePath + '/restart/window/days',
                                                schemaPath: '#/properties/restart/properties/window/properties/days/uniqueItems',
                                                keyword: 'uniqueItems',
                                                params: { i: i5, j: j1 },
                                                message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i5 + ' are identical)',
                                                schema: true,
                                                parentSchema: schema11.properties.restart.properties.window.properties.days,
                                                data: data31,
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err94];
                                            }
                                            else {
                                                vErrors.push(err94);
                                            }
                                            errors++;
                                            break;
                                        }
                                        indices1[item1] = i5;
                                    }
                                }
                            }
                            else {
                                const err95 = {
                                    instancePath: instancePath + '/restart/window/days',
                                    schemaPath: '#/properties/restart/properties/window/properties/days/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                    schema: schema11.properties.restart.properties.window.properties.days.type,
                                    parentSchema: schema11.properties.restart.properties.window.properties.days,
                                    data: data31,
                                };
                                if (vErrors === null) {
                                    vErrors = [err95];
                                }
                                else {
                                    vErrors.push(err95);
                                }
                                errors++;
                            }
                        }
                        if (data30.from !== undefined) {
                            let data33 = data30.from;
                            if (typeof data33 === 'string') {
                                if (!pattern24.test(data33)) {
                                    const err96 = {
                                        instancePath: instancePath + '/restart/window/from',
                                        schemaPath: '#/definitions/time/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
                                        message: 'must match pattern "' + '^([01][0-9]|2[0-3]):[0-5][0-9]$' + '"',
                                        schema: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
                                        parentSchema: schema29,
                                        data: data33,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err96];
                                    }
                                    else {
                                        vErrors.push(err96);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err97 = {
                                    instancePath: instancePath + '/restart/window/from',
                                    schemaPath: '#/definitions/time/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema29.type,
                                    parentSchema: schema29,
                                    data: data33,
                                };
                                if (vErrors === null) {
                                    vErrors = [err97];
                                }
                                else {
                                    vErrors.push(err97);
                                }
                                errors++;
                            }
                        }
                        if (data30.to !== undefined) {
                            let data34 = data30.to;
                            if (typeof data34 === 'string') {
                                if (!pattern24.test(data34)) {
                                    const err98 = {
                                        instancePath: instancePath + '/restart/window/to',
                                        schemaPath: '#/definitions/time/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
                                        message: 'must match pattern "' + '^([01][0-9]|2[0-3]):[0-5][0-9]$' + '"',
                                        schema: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
                                        parentSchema: schema29,
                                        data: data34,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err98];
                                    }
                                    else {
                                        vErrors.push(err98);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err99 = {
                                    instancePath: instancePath + '/restart/window/to',
                                    schemaPath: '#/definitions/time/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema29.type,
                                    parentSchema: schema29,
                                    data: data34,
                                };
                                if (vErrors === null) {
                                    vErrors = [err99];
                                }
                                else {
                                    vErrors.push(err99);
                                }
                                errors++;
                            }
                        }
                        if (data30.timezone !== undefined) {
                            let data35 = data30.timezone;
                            if (typeof data35 === 'string') {
                                if (func3(data35) > 64) {
                                    const err100 = {
                                        instancePath: instancePath + '/restart/window/timezone',
                                        schemaPath: '#/properties/restart/properties/window/properties/timezone/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 64 },
                                        message: 'must NOT have more than 64 characters',
                                        schema: 64,
                                        parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                                        data: data35,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err100];
                                    }
                                    else {
                                        vErrors.push(err100);
                                    }
                                    errors++;
                                }
                                if (!pattern26.test(data35)) {
                                    const err101 = {
                                        instancePath: instancePath + '/restart/window/timezone',
                                        schemaPath: '#/properties/restart/properties/window/properties/timezone/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' },
                                        message: 'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' + '"',
                                        schema: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$',
                                        parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                                        data: data35,
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err101];
                                    }
                                    else {
                                        vErrors.push(err101);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err102 = {
                                    instancePath: instancePath + '/restart/window/timezone',
                                    schemaPath: '#/properties/restart/properties/window/properties/timezone/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                    schema: schema11.properties.restart.properties.window.properties.timezone.type,
                                    parentSchema: schema11.properties.restart.properties.window.properties.timezone,
                                    data: data35,
                                };
                                if (vErrors === null) {
                                    vErrors = [err102];
                                }
                                else {
                                    vErrors.push(err102);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err103 = {
                            instancePath: instancePath + '/restart/window',
                            schemaPath: '#/properties/restart/properties/window/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                            schema: schema11.properties.restart.properties.window.type,
                            parentSchema: schema11.properties.restart.properties.window,
                            data: data30,
                        };
                        if (vErrors === null) {
                            vErrors = [err103];
                        }
                        else {
                            vErrors.push(err103);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err104 = {
                    instancePath: instancePath + '/restart',
                    schemaPath: '#/properties/restart/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                    schema: schema11.properties.restart.type,
                    parentSchema: schema11.properties.restart,
                    data: data25,
                };
                if (vErrors === null) {
                    vErrors = [err104];
                }
                else {
                    vErrors.push(err104);
                }
                errors++;
            }
        }
    }
    else {
        const err105 = {
            instancePath,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
            schema: schema11.type,
            parentSchema: schema11,
            data,
        };
        if (vErrors === null) {
            vErrors = [err105];
        }
        else {
            vErrors.push(err105);
        }
        errors++;
    }
    validate10.errors = vErrors;
    return errors === 0;
}
//# sourceMappingURL=validator.js.map
;// CONCATENATED MODULE: ./build/src/cluster/shape.js





const validate = validator;
/** Checks the file against the schema. `usable` is what is left of it without what is wrong. */
function checkShape(file) {
    const root = file.value;
    if (validate(root))
        return { faults: [], usable: root };
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
    const cannotBe = `${label} cannot be ${(0,fault/* show */.W)(value)}`;
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
            if (path.length === 0)
                return here('wrong-type', `the file is ${(0,fault/* show */.W)(value)}`, 'it begins with "version: 1"; examples/cluster.yaml shows a whole file');
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
            return here('bad-value', cannotBe, part.patternErrorMessage ?? `at most ${String(error.schema)} characters`);
    }
}
function unknownField(path, part, file) {
    const field = String(path.at(-1));
    const fields = Object.keys(part.properties ?? {});
    const owner = labelOf(path.slice(0, -1), file.value);
    const guess = FIELD_SYNONYMS[field] && fields.includes(FIELD_SYNONYMS[field]) ? FIELD_SYNONYMS[field] : (0,suggest/* closest */.k)(field, fields);
    return {
        ...file.at(path, 'key'),
        severity: 'error',
        code: 'unknown-field',
        message: `${owner || 'the cluster file'} has no field ${(0,fault/* show */.W)(field)}`,
        cure: (0,suggest/* didYouMean */.a)(field, fields, guess),
    };
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
    const allowed = cluster_roles/* ROLE_NAMES */.ST.filter((name) => !forbidden(name).includes(field));
    const server = (0,cluster_roles/* isRole */.tm)(String(role)) ? cluster_roles/* ROLES */.gg[role].label : 'server';
    const owners = allowed.map((name) => cluster_roles/* ROLES */.gg[name].label);
    const why = field === 'public_ip'
        ? 'the PBX keeps one address of it'
        : `it is for ${owners.length > 1 ? `${owners.slice(0, -1).join(', ')} and ${owners.at(-1)}` : `a ${owners[0]}`}`;
    const article = /^[aeiou]/i.test(server) ? 'an' : 'a';
    return [`${article} ${server} has no ${field}: ${why}`, 'delete the line, or correct the role'];
}
function forbidden(role) {
    return cluster_schema.definitions.server.allOf.flatMap(({ if: condition, then }) => condition.properties.role.enum.includes(role) ? Object.keys(('properties' in then && then.properties) || {}) : []);
}
function versionFault(value, here) {
    if (isNewer(value)) {
        return here('unknown-version', `the file has version ${(0,fault/* show */.W)(value)}: it is made for a newer release`, 'update PortSIP Cluster Actions; this release reads version 1');
    }
    return here('unknown-version', `version cannot be ${(0,fault/* show */.W)(value)}`, 'version: 1');
}
function isNewer(value) {
    return typeof value === 'number' && value > 1;
}
function enumCure(value, allowed) {
    if (typeof value !== 'string')
        return `one of ${allowed.join(', ')}`;
    const roles = allowed.every(cluster_roles/* isRole */.tm) ? otherNames() : new Map();
    const alias = (0,suggest/* closest */.k)(value, [...roles.keys()]);
    return (0,suggest/* didYouMean */.a)(value, allowed, (0,suggest/* closest */.k)(value, allowed) ?? (alias && roles.get(alias)));
}
/** What else PortSIP calls a role: its service, container, portal page. */
function otherNames() {
    return new Map(cluster_roles/* ROLE_NAMES */.ST.flatMap((role) => {
        const { label, service, container, portal, aliases = [] } = cluster_roles/* ROLES */.gg[role];
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
            ? `${part.patternErrorMessage}; a text that looks like a number or true needs quotes`
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
    const properties = part.properties ?? cluster_schema.definitions.server.properties;
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
        return (0,fault/* printable */.g)(path.join('.'));
    const name = valueAt(root, ['servers', path[1], 'name']);
    const server = typeof name === 'string' && name !== '' ? (0,fault/* printable */.g)(name) : `server ${Number(path[1]) + 1}`;
    return path.length === 2 ? server : `${(0,fault/* printable */.g)(path.slice(2).join('.'))} of ${server}`;
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
    return path.reduce((value, part) => typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? value[part]
        : undefined, root);
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
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./build/src/cluster/decode.js
const MAX_BYTES = 1024 * 1024;
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
            if (this.starts[middle] <= within)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: within - this.starts[low] + 1 };
    }
}
/** The text of a file, or why it is none. A byte order mark is taken away. */
function decode(input) {
    const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
    if (bytes > MAX_BYTES) {
        return decode_fault('too-large', `the file is ${(bytes / MAX_BYTES).toFixed(1)} MiB, a cluster file is 1 MiB at most`, START, 'is it the right file?');
    }
    if (typeof input !== 'string' && ['fffe', 'feff'].includes(input.subarray(0, 2).toString('hex'))) {
        return decode_fault('not-utf-8', 'the file is UTF-16', START, 'save it as UTF-8');
    }
    const text = stripMark(typeof input === 'string' ? input : input.toString('utf8'));
    const lines = new Lines(text);
    const nul = text.indexOf('\0');
    if (nul !== -1)
        return decode_fault('binary', 'the file is not text: it holds a NUL byte', lines.at(nul), 'is it the right file?');
    if (typeof input !== 'string' && !isUtf8(input)) {
        // Buffer decodes what it cannot read as U+FFFD.
        return decode_fault('not-utf-8', 'the file is not UTF-8 text', lines.at(Math.max(0, text.indexOf('\uFFFD'))), 'save it as UTF-8');
    }
    return { text };
}
const START = { line: 1, column: 1 };
function decode_fault(code, message, position, cure) {
    return { fault: { ...position, severity: 'error', code, message, cure } };
}
function stripMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
function isUtf8(bytes) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=decode.js.map
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/cluster/syntax.js

/** What is wrong with the YAML and what would be right, for the slips that people make; the library's own words for the others. */
function inWords(slips, lastQuote) {
    const offsets = (code) => new Set(slips.filter((slip) => slip.code === code).map(({ pos }) => pos[0]));
    const multiline = offsets('MULTILINE_IMPLICIT_KEY');
    const nested = offsets('BLOCK_AS_IMPLICIT_KEY');
    return slips.flatMap((slip) => {
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
            return [
                { offset: lastQuote, message: 'a quote is opened here and not closed', cure: 'close it with the same quote' },
            ];
        }
        const [message, cure] = words(slip);
        return [{ offset, message, ...(cure && { cure }) }];
    });
}
const SAME_INDENT = 'indent entries that belong together by the same number of spaces';
function words({ code, message }) {
    if (/ end with a [}\]]$/.test(message))
        return ['a { or [ is opened above and not closed before this', 'close it with } or ]'];
    switch (code) {
        case 'TAB_AS_INDENT':
            return ['a tab is used for indentation', 'use spaces, two a level'];
        case 'BAD_INDENT':
            return ['the indentation is not that of the lines around it', SAME_INDENT];
        case 'TAG_RESOLVE_FAILED':
        case 'BAD_COLLECTION_TYPE':
            return ['YAML tags (!name) mean nothing here', 'delete the tag, or put the text in quotes'];
        case 'BLOCK_AS_IMPLICIT_KEY':
            return [
                'two mappings begin in one line',
                'put a text with ": " in it in quotes, or begin the second in a line of its own',
            ];
        case 'MULTILINE_IMPLICIT_KEY':
            return ['a key goes over several lines', 'is there a ":" missing after the key?'];
        case 'MISSING_CHAR':
            return [ours(message), 'is there a ":" missing after the key, or a space after ":" or "-"?'];
        case 'BAD_SCALAR_START':
            return [ours(message), 'put the text in quotes'];
        default:
            return [ours(message)];
    }
}
function ours(message) {
    return (0,fault/* printable */.g)(message.slice(0, 1).toLowerCase() + message.slice(1), 160);
}
//# sourceMappingURL=syntax.js.map
;// CONCATENATED MODULE: ./build/src/cluster/yaml.js




/** Of the parser's stack, which takes two or three entries a level: its recursion must not exhaust ours. */
const MAX_STACK = 40;
/** Levels of values and length of keys; a cluster file has 4 and 20. */
const MAX_DEPTH = 12;
const MAX_KEY = 100;
/** Words and signs of the file; about a hundred times what 50 servers take. */
const MAX_LEXEMES = 250_000;
/** Values, each alias counted as often as it is used: stops files that grow without end when their aliases are filled in. */
const MAX_VALUES = 50_000;
/** Never throws, and takes no longer than the file's size allows. */
function parseYaml(text) {
    const lines = new Lines(text);
    const { documents, cut, lastQuote } = compose(text);
    const reader = new Reader(lines);
    const slips = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    // Where reading was given up, everything after it looks broken.
    for (const { offset, message, cure } of inWords(slips.filter(({ pos }) => !cut || pos[0] < cut.offset), lastQuote)) {
        reader.fault(offset, 'syntax', message, cure);
    }
    if (reader.faults.length === 0 && cut)
        reader.fault(cut.offset, 'syntax', cut.message, 'is it the right file?');
    if (reader.faults.length > 0)
        return { faults: reader.faults };
    const [document, second] = documents;
    if (second) {
        const start = second.contents?.range[0] ?? second.range[0];
        reader.fault(start, 'several-documents', 'a second YAML document begins here', 'keep one cluster a file, without a --- between');
        return { faults: reader.faults };
    }
    if (!document?.contents) {
        reader.fault(0, 'empty', 'the file has nothing in it', 'start with "version: 1"; examples/cluster.yaml shows a whole file');
        return { faults: reader.faults };
    }
    const value = reader.read(document.contents);
    return reader.faults.length > 0 ? { faults: reader.faults } : { file: { value, at: reader.at }, faults: [] };
}
function compose(text) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    let cut;
    let lexemes = 0;
    let lastQuote = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (/^["']/.test(lexeme))
            lastQuote = parser.offset;
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
    const composer = new dist/* Composer */.Dk({
        schema: 'core',
        resolveKnownTags: false,
        // Keys are checked for uniqueness by us: the library compares each with each.
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
    });
    return { documents: [...composer.compose(tokens, true, text.length)], lastQuote, ...(cut && { cut }) };
}
class Reader {
    lines;
    faults = [];
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
        this.faults.push({ ...this.lines.at(offset), severity: 'error', code, message, ...(cure && { cure }) });
    }
    /** Before anything is filled in, since an alias means the last such anchor before it in the text. */
    resolveAliases(node) {
        if ((0,dist/* isAlias */.Vj)(node))
            this.targets.set(node, this.anchors.get(node.source));
        if ((0,dist/* isScalar */.jn)(node) && node.anchor)
            this.anchors.set(node.anchor, node);
        if ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) {
            if (node.anchor)
                this.anchors.set(node.anchor, node);
            for (const item of node.items) {
                if ((0,dist/* isMap */.jh)(node)) {
                    this.resolveAliases(item.key);
                    this.resolveAliases(item.value);
                }
                else
                    this.resolveAliases(item);
            }
        }
    }
    value(node, path, depth = 0, place = this.lines.at(offsetOf(node))) {
        if (this.exhausted(node, depth))
            return undefined;
        const known = this.places.get(pathKey(path))?.key;
        this.places.set(pathKey(path), { ...(known && { key: known }), value: place });
        if ((0,dist/* isAlias */.Vj)(node))
            return this.alias(node, path, depth, place);
        if ((0,dist/* isScalar */.jn)(node))
            return node.value;
        if ((0,dist/* isSeq */.oP)(node)) {
            this.open.add(node);
            const items = node.items.map((item, index) => this.value(item, [...path, index], depth + 1));
            this.open.delete(node);
            return items;
        }
        if ((0,dist/* isMap */.jh)(node))
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
        const name = (0,fault/* printable */.g)(alias.source);
        if (!target) {
            this.fault(offsetOf(alias), 'unknown-alias', `nothing above is marked &${name}`, 'write the value out; a text that begins with * needs quotes');
            return undefined;
        }
        if (this.open.has(target)) {
            this.fault(offsetOf(alias), 'circular-alias', `*${name} stands inside of what it stands for`, 'write the value out');
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
                this.fault(offsetOf(key), 'duplicate-key', `${(0,fault/* printable */.g)(name)} is given twice, first in line ${first.line}`, 'delete one of the two');
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
        const target = (0,dist/* isAlias */.Vj)(source) ? this.targets.get(source) : source;
        if ((0,dist/* isSeq */.oP)(target)) {
            for (const item of [...target.items].reverse())
                this.merge(item, into, path, depth + 1);
        }
        else if ((0,dist/* isMap */.jh)(target) && !this.open.has(target)) {
            Object.assign(into, this.mapping(target, path, depth + 1));
        }
        else {
            this.fault(offsetOf(source), 'bad-merge', '<< takes the alias of a mapping', 'such as "<<: *name", with &name in front of a mapping above');
        }
    }
    key(key) {
        if ((0,dist/* isScalar */.jn)(key) && typeof key.value === 'string') {
            if (key.value.length <= MAX_KEY)
                return key.value;
            this.fault(offsetOf(key), 'bad-key', 'this key is far too long', 'is there a quote missing?');
            return undefined;
        }
        const cure = (0,dist/* isMap */.jh)(key)
            ? 'a {{ placeholder }} must be filled in first, and a text with { in it needs quotes'
            : 'put it in quotes, if it is meant';
        this.fault(offsetOf(key), 'bad-key', 'this key is not text', cure);
        return undefined;
    }
}
function pathKey(path) {
    return JSON.stringify(path);
}
function offsetOf(node) {
    return node?.range?.[0] ?? 0;
}
function isEmpty(node) {
    return node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null && (node.source ?? '') === '');
}
//# sourceMappingURL=yaml.js.map
;// CONCATENATED MODULE: ./build/src/cluster/load.js







/** More than this nobody reads, and a damaged file has no end of them. */
const MAX_PROBLEMS = 100;
/** Reads and checks a cluster file. Throws ClusterFileError with all that is wrong, and nothing else. */
async function loadClusterFile(path) {
    const bytes = await read(path);
    const { cluster, problems } = parseCluster(bytes, path);
    if (!cluster)
        throw new types/* ClusterFileError */.Vp(problems);
    return { cluster, warnings: problems, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
}
/** Never throws. `cluster` is there when no problem is an error; `problems` are in the file's order. */
function parseCluster(text, file) {
    const { cluster, faults } = check(text);
    const unique = new Map(faults.map((fault) => [`${fault.line}:${fault.column}:${fault.code}:${fault.message}`, fault]));
    const sorted = [...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column);
    // Errors first when there are too many: a warning must not push the reason for a refusal out.
    const kept = [...sorted]
        .sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
        .slice(0, MAX_PROBLEMS);
    const problems = sorted.filter((fault) => kept.includes(fault)).map((fault) => ({ file, ...fault }));
    const more = sorted.length - kept.length;
    if (more > 0) {
        const { line, column } = problems.at(-1);
        problems.push({
            file,
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
function check(input) {
    const decoded = decode(input);
    if ('fault' in decoded)
        return { faults: [decoded.fault] };
    const { file, faults: syntax } = parseYaml(decoded.text);
    if (!file)
        return { faults: syntax };
    const { faults, usable } = checkShape(file);
    if (faults.some(({ code }) => code === 'unknown-version'))
        return { faults };
    const add = (severity) => (path, code, message, cure) => faults.push({ ...file.at(path), severity, code, message, ...(cure !== undefined && { cure }) });
    const report = {
        error: add('error'),
        warning: add('warning'),
        line: (path) => `(line ${file.at(path).line})`,
    };
    for (const rule of RULES)
        rule(usable, report);
    if (faults.some(({ severity }) => severity === 'error'))
        return { faults };
    return { cluster: (0,build/* buildCluster */.J)(usable, (index) => file.at(['servers', index])), faults };
}
async function read(path) {
    try {
        const handle = await (0,promises_.open)(path, 'r');
        try {
            // One byte more than allowed tells that it is too large, whatever its size.
            const { size } = await handle.stat();
            const buffer = Buffer.alloc(MAX_BYTES + 1);
            let length = 0;
            while (length < buffer.length) {
                const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
                if (bytesRead === 0)
                    break;
                length += bytesRead;
            }
            if (size > MAX_BYTES)
                throw tooLarge(path, size);
            return buffer.subarray(0, length);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof types/* ClusterFileError */.Vp)
            throw error;
        throw unreadable(path, error);
    }
}
function tooLarge(file, size) {
    const message = `the file is ${(size / 1024 / 1024).toFixed(1)} MiB, a cluster file is 1 MiB at most`;
    return new types/* ClusterFileError */.Vp([
        { file, line: 1, column: 1, severity: 'error', code: 'too-large', message, cure: 'is it the right file?' },
    ]);
}
function unreadable(file, error) {
    const code = String(error?.code ?? '');
    const [message, cure] = UNREADABLE[code] ?? ['the file cannot be read', `${code || 'unknown reason'}`];
    return new types/* ClusterFileError */.Vp([{ file, line: 1, column: 1, severity: 'error', code: 'unreadable', message, cure }]);
}
const UNREADABLE = {
    ENOENT: ['there is no such file', 'give its path with -f FILE or the input cluster-file'],
    EISDIR: ['this is a folder, not a file', 'give the path of the cluster file in it'],
    ENOTDIR: ['there is no such file', 'give its path with -f FILE or the input cluster-file'],
    EACCES: ['the file may not be read by this user', 'allow it with chmod or chown'],
};
//# sourceMappingURL=load.js.map

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


/***/ }),

/***/ 74546:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/portsip-cluster/actions/v1/schema/cluster.schema.json","title":"PortSIP cluster file","description":"What a PortSIP PBX cluster should be: its PBX, its servers, who may reach the PBX and when things may be restarted. The live cluster is made to match it.","type":"object","additionalProperties":false,"required":["version","name","image","pbx","servers"],"properties":{"version":{"title":"Format version","description":"The version of this file\'s format. Always 1.","const":1,"examples":[1]},"name":{"title":"Cluster name","description":"What the cluster is called. It names the lock and the record on the main server and the comment on pull requests, so two clusters need two names, and renaming one starts a new record.","type":"string","maxLength":63,"pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","patternErrorMessage":"small letters, digits and - only, starting and ending with a letter or a digit, 63 at most","examples":["acme","acme-eu"]},"image":{"$ref":"#/definitions/image","title":"PBX image","description":"The PortSIP PBX Docker image that the servers run. Change it to upgrade them. The PBX itself is upgraded only when pbx.image says so.","examples":["portsip/pbx:22"]},"data_path":{"$ref":"#/definitions/path","title":"Data path","description":"Where the servers keep their data.","default":"/var/lib/portsip","examples":["/var/lib/portsip"]},"scripts_path":{"$ref":"#/definitions/path","title":"Scripts path","description":"Where PortSIP\'s control scripts (cluster_ctl.sh, im_ctl.sh, …) lie on the main server and on the servers.","default":"/opt/portsip","examples":["/opt/portsip"]},"pbx":{"title":"PBX","description":"The main server: the machine (or, with high availability, the three machines) that the PBX runs on.","type":"object","additionalProperties":false,"required":["private_ip"],"properties":{"private_ip":{"$ref":"#/definitions/ip","title":"Private IP of the PBX","description":"The address at which the servers reach the PBX. With high availability: the virtual IP.","examples":["192.168.1.20"]},"api":{"title":"REST API","description":"Where the PBX\'s web portal and REST API answer. Made from private_ip when left out: https://PRIVATE_IP:8887","type":"string","maxLength":300,"format":"pbx-api","pattern":"^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\\\[[0-9A-Fa-f:.]+\\\\])(:[0-9]{1,5})?(/api)?/?$","patternErrorMessage":"an https address with a host and a port, such as https://pbx.example.com:8887","examples":["https://192.168.1.20:8887","https://pbx.example.com:8887"]},"image":{"$ref":"#/definitions/image","title":"Image of the PBX itself","description":"Upgrades the PBX on the main server to this image. Left out, the PBX itself is never upgraded. Not with high availability, whose PBX nodes are upgraded by a person.","examples":["portsip/pbx:22"]},"high_availability":{"title":"High availability","description":"Only for a PBX that runs on three nodes with a virtual IP. Commands then run on the control node.","type":"object","additionalProperties":false,"required":["control_node"],"properties":{"control_node":{"$ref":"#/definitions/ip","title":"Control node","description":"The own address of the first PBX node (pbx01), from which PortSIP\'s high-availability scripts are run. Not the virtual IP.","examples":["192.168.1.131"]},"nodes":{"title":"PBX nodes","description":"The own addresses of all PBX nodes, the control node among them. Left out, only the control node\'s firewall is kept in step, and after a failover another node may shut the servers out.","type":"array","minItems":2,"maxItems":9,"items":{"$ref":"#/definitions/ip"},"examples":[["192.168.1.131","192.168.1.132","192.168.1.133"]]},"scripts_path":{"$ref":"#/definitions/path","title":"High-availability scripts path","description":"Where PortSIP\'s high-availability scripts lie on the control node.","default":"/opt/portsip-pbx-ha-guide","examples":["/opt/portsip-pbx-ha-guide"]}}}}},"ssh":{"$ref":"#/definitions/ssh","title":"SSH","description":"How to sign in to the main server and to the servers. The key is a secret and never stands in this file."},"firewall":{"title":"Firewall of the main server","description":"Which addresses the main server\'s firewall trusts.","type":"object","additionalProperties":false,"properties":{"trust":{"title":"Trusted sources","description":"servers: the address of each server, kept in step as servers come and go. Or a list of networks (CIDRs) that cover all servers.","type":["string","array"],"pattern":"^servers$","default":"servers","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"title":"Network","type":"string","maxLength":49,"format":"cidr","pattern":"^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$","patternErrorMessage":"a network in CIDR form, such as 192.168.1.0/24","examples":["192.168.1.0/24"]},"patternErrorMessage":"the word servers, or a list of networks such as [192.168.1.0/24]","examples":["servers",["192.168.1.0/24"]]}}},"built_in_servers":{"title":"Built-in servers","description":"The PBX brings a media, a queue, a meeting and an IVR server of its own. disabled turns each off once a server of that role is online; keep leaves them as they are.","enum":["disabled","keep"],"default":"disabled","examples":["disabled","keep"]},"unmanaged_servers":{"title":"Unmanaged servers","description":"Servers found in the portal that this file does not list and that were not put there from it. report says so and leaves them alone; remove removes them.","enum":["report","remove"],"default":"report","examples":["report"]},"servers":{"title":"Servers","description":"The cluster\'s servers, one a Linux host. A server that leaves this list is drained and removed.","type":"array","maxItems":1000,"items":{"$ref":"#/definitions/server"},"examples":[[{"name":"media-server-1","role":"media","private_ip":"192.168.1.21","public_ip":"104.101.137.60"}]]},"restart":{"title":"Restarts","description":"How servers are restarted: how many at a time, how long calls may take to end, and when.","type":"object","additionalProperties":false,"properties":{"max_unavailable":{"title":"Servers down at once","description":"How many servers of a role may be down at the same time.","type":"integer","minimum":1,"maximum":100,"default":1,"examples":[1]},"drain_timeout":{"title":"Drain timeout","description":"How long to wait for a server\'s calls to end before it is restarted or removed.","type":"string","maxLength":16,"format":"duration-hms","pattern":"^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$","patternErrorMessage":"a time such as 30m, 90s or 1h30m, 24h at most","default":"30m","examples":["30m","1h30m"]},"on_drain_timeout":{"title":"When calls do not end","description":"fail leaves the server running and reports it; force restarts it and cuts the calls that are left.","enum":["fail","force"],"default":"fail","examples":["fail"]},"after_scale_out":{"title":"Restarts after adding servers","description":"all restarts the resource load balancer and the servers, as PortSIP\'s guide says; load-balancer only the former; none neither (calls reach new servers only after the next restart). With high availability the PBX and its load balancer are restarted by a person: all restarts the servers, none is the default, and load-balancer cannot be.","enum":["all","load-balancer","none"],"default":"all","examples":["all"]},"window":{"title":"Maintenance window","description":"Restarts wait for this window. Left out: at any time. A window whose end is not after its start ends on the next day.","type":"object","additionalProperties":false,"required":["days","from","to","timezone"],"properties":{"days":{"title":"Days","description":"The days on which the window opens.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["mon","tue","wed","thu","fri","sat","sun"]},"errorMessage":"at least one of mon, tue, wed, thu, fri, sat, sun","examples":[["sat","sun"]]},"from":{"$ref":"#/definitions/time","title":"Opens","description":"When the window opens, in quotes.","examples":["02:00"]},"to":{"$ref":"#/definitions/time","title":"Closes","description":"When the window closes, in quotes. Not later than from: on the next day.","examples":["05:00"]},"timezone":{"title":"Time zone","description":"IANA name of the time zone that the times are in.","type":"string","maxLength":64,"pattern":"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$","patternErrorMessage":"the IANA name of a time zone, such as Asia/Shanghai","examples":["Asia/Shanghai","Europe/Berlin","UTC"]}}}}}},"definitions":{"ip":{"type":"string","maxLength":45,"format":"ip","pattern":"^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\\\.[0-9]{1,3}){0,3})$","patternErrorMessage":"an IPv4 or IPv6 address, such as 192.168.1.21 or fd00::21"},"path":{"type":"string","maxLength":255,"pattern":"^(/+(?!\\\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$","patternErrorMessage":"an absolute path of letters, digits and . _ - only, without spaces and without .."},"image":{"type":"string","maxLength":255,"pattern":"^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"a Docker image such as portsip/pbx:22 (small letters, digits and . / : _ -; @sha256:… may follow)"},"time":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$","patternErrorMessage":"a time of day from \\"00:00\\" to \\"23:59\\", in quotes"},"ssh":{"type":"object","additionalProperties":false,"properties":{"user":{"title":"User","description":"The account to sign in with. It needs to be root or to have sudo.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_.-]{0,31}$","patternErrorMessage":"a Linux user name, such as pbx","default":"pbx","examples":["pbx","root"]},"port":{"title":"Port","description":"The port that sshd listens on.","type":"integer","minimum":1,"maximum":65535,"default":22,"examples":[22]},"jump_host":{"title":"Jump host","description":"A machine to go through: host, user@host, host:port or user@host:port; an IPv6 address in brackets. The user is the one above where none is given, the port 22.","type":"string","maxLength":300,"format":"jump-host","pattern":"^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\\\[[0-9A-Fa-f:.]+\\\\])(:[0-9]{1,5})?$","patternErrorMessage":"host, user@host, host:port or user@host:port (an IPv6 address in brackets)","examples":["bastion.example.com","ops@bastion.example.com:2222"]}}},"server":{"title":"Server","description":"One Linux host with one role.","type":"object","additionalProperties":false,"required":["name","role"],"defaultSnippets":[{"label":"server","description":"A server of the cluster","body":{"name":"${1:media-server-2}","role":"${2|media,queue,meeting,ivr,im,dataflow|}","private_ip":"${3:192.168.1.27}"}}],"properties":{"name":{"title":"Server name","description":"What the server is called here, in the portal and on the host. A new name is a new server.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$","patternErrorMessage":"1 to 64 letters, digits and . _ -, starting with a letter or a digit","examples":["media-server-1"]},"role":{"title":"Role","description":"What the server runs. media: voice and video of calls; queue: call queues; meeting: conferences; ivr: virtual receptionists; im: instant messaging (one at most); dataflow: analytics (one at most).","enum":["media","queue","meeting","ivr","im","dataflow"],"examples":["media"]},"private_ip":{"$ref":"#/definitions/ip","title":"Private IP","description":"The static address at which the PBX and the other servers reach it, and SSH connects to. Only an IM or Data Flow server can do without, if it has a public_ip.","examples":["192.168.1.21"]},"public_ip":{"$ref":"#/definitions/ip","title":"Public IP","description":"The static public address at which people outside reach it. For media, IM and Data Flow servers.","examples":["104.101.137.60"]},"enabled":{"title":"Enabled","description":"false keeps the server registered and takes no calls. Only media, queue, meeting and IVR servers can be disabled.","type":"boolean","default":true,"examples":[false]},"image":{"$ref":"#/definitions/image","title":"Image of this server","description":"Instead of the cluster\'s image, for this server only.","examples":["portsip/pbx:22"]},"data_path":{"$ref":"#/definitions/path","title":"Data path of this server","description":"Instead of the cluster\'s data_path, for this server only.","examples":["/data/portsip"]},"ssh":{"$ref":"#/definitions/ssh","title":"SSH to this server","description":"What differs from the cluster\'s ssh."},"max_call_sessions":{"title":"Maximum call sessions","description":"Media servers: how many calls it takes at once. PortSIP advises against more than 5000.","type":"integer","minimum":1,"maximum":1000000,"default":2000,"examples":[5000]},"max_rooms":{"title":"Maximum rooms","description":"Meeting servers: how many meetings at once. The PBX wants a number; 100 when left out.","type":"integer","minimum":1,"maximum":1000000,"default":100,"examples":[100]},"max_participants":{"title":"Maximum participants","description":"Meeting servers: how many people in all meetings together. The PBX wants a number; 1000 when left out.","type":"integer","minimum":1,"maximum":1000000,"default":1000,"examples":[1000]},"chat_files":{"$ref":"#/definitions/path","title":"Chat files","description":"IM servers: where files sent in chats are kept. The folder must exist on the host and be another than data_path. Left out: below data_path.","examples":["/chat/files"]},"clickhouse_image":{"$ref":"#/definitions/image","title":"ClickHouse image","description":"Data Flow servers: the Docker image of the database.","default":"portsip/clickhouse:25.8","examples":["portsip/clickhouse:25.8"]}},"allOf":[{"if":{"required":["role"],"properties":{"role":{"enum":["queue","meeting","ivr","im","dataflow"]}}},"then":{"properties":{"max_call_sessions":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","ivr","im","dataflow"]}}},"then":{"properties":{"max_rooms":false,"max_participants":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","meeting","ivr","dataflow"]}}},"then":{"properties":{"chat_files":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","meeting","ivr","im"]}}},"then":{"properties":{"clickhouse_image":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["queue","meeting","ivr"]}}},"then":{"properties":{"public_ip":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","meeting","ivr"]}}},"then":{"required":["private_ip"]}},{"if":{"required":["role"],"properties":{"role":{"enum":["im","dataflow"]}}},"then":{"anyOf":[{"required":["private_ip"]},{"required":["public_ip"]}]}}]}}}');

/***/ })

};
;
//# sourceMappingURL=3533.index.js.map