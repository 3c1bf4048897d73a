"use strict";
exports.id = 397;
exports.ids = [397];
exports.modules = {

/***/ 96397:
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
        [pbx.high_availability?.control_node, ['pbx', 'high_availability', 'control_node'], 'a node of the PBX'],
        [api !== undefined && (0,addresses/* isAddress */.PW)(api) ? api : undefined, ['pbx', 'api'], "where the PBX's API answers"],
    ];
    return uses.flatMap(([ip, path, who]) => (ip === undefined ? [] : [{ address: (0,addresses/* normalise */.j7)(ip), path, who }])).reverse(); // as a map's entries: the first of the three has the last word
}
function familyOf(ip) {
    return (0,addresses/* normalise */.j7)(ip).includes(':') ? 'IPv6' : 'IPv4';
}
//# sourceMappingURL=addresses.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/firewall.js


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
//# sourceMappingURL=firewall.js.map
;// CONCATENATED MODULE: ./build/src/cluster/rules/images.js

/** Images that do not say which version they are, or that do not go together. */
const images_images = (file, report) => {
    const pbxImages = pbxImageUses(file);
    const clickhouse = entries(file).flatMap(({ clickhouse_image: image, index }) => image === undefined ? [] : [{ image, path: ['servers', index, 'clickhouse_image'] }]);
    for (const { image, path } of [...pbxImages, ...clickhouse]) {
        const tag = tagOf(image);
        if (image.includes('@'))
            continue;
        if (tag === undefined || tag === 'latest') {
            report.warning(path, 'image-without-version', `${image} may be another version tomorrow`, `name the version, such as ${path.at(-1) === 'clickhouse_image' ? 'portsip/clickhouse:25.8' : 'portsip/pbx:22'}`);
        }
    }
    const wanted = file.image === undefined ? undefined : versionOf(file.image);
    for (const { image, path } of pbxImages) {
        const version = versionOf(image);
        if (!version)
            continue;
        if (version.major < 22) {
            report.warning(path, 'image-too-old', `${image} looks like version ${version.major}; PortSIP's cluster scripts want 22 or later`, 'portsip/pbx:22');
        }
        else if (wanted && version.major !== wanted.major) {
            report.warning(path, 'different-versions', `${image} and ${file.image} ${report.line(['image'])} are different major versions`, 'the PBX and all its servers are to run one version');
        }
    }
    for (const { role, image, index } of entries(file)) {
        const used = image ?? file.image;
        const version = role === 'dataflow' && used !== undefined ? versionOf(used) : undefined;
        if (version?.major === 22 && version.minor !== undefined && version.minor < 3) {
            report.warning(image === undefined ? ['image'] : ['servers', index, 'image'], 'image-too-old', `Data Flow needs version 22.3 or later, and this is ${version.major}.${version.minor}`, 'portsip/pbx:22');
        }
    }
};
function pbxImageUses(file) {
    return [
        { image: file.image, path: ['image'] },
        { image: file.pbx?.image, path: ['pbx', 'image'] },
        ...entries(file).map(({ image, index }) => ({ image, path: ['servers', index, 'image'] })),
    ].flatMap(({ image, path }) => (image === undefined ? [] : [{ image, path }]));
}
function tagOf(image) {
    return /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
}
function versionOf(image) {
    const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?![\d])/.exec(tagOf(image) ?? '');
    return match ? { major: Number(match[1]), ...(match[2] !== undefined && { minor: Number(match[2]) }) } : undefined;
}
//# sourceMappingURL=images.js.map
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
;// CONCATENATED MODULE: ./build/src/cluster/rules/names.js



/** Words that select or name something else: roles, the main server and its load balancer, everything. */
const RESERVED = new Set([...types/* ROLE_NAMES */.ST, 'pbx', 'loadbalancer', 'all']);
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
        if (server.role === undefined || !roles/* ROLES */.g[server.role].single)
            continue;
        const first = seen.get(server.role);
        if (!first)
            seen.set(server.role, server);
        else {
            report.error(['servers', server.index, 'role'], 'only-one', `${first.called} ${report.line(['servers', first.index, 'role'])} is the ${roles/* ROLES */.g[server.role].label} already; PortSIP supports one a cluster`, 'keep one of the two');
        }
    }
};
function suggestion({ role }) {
    return `${role === 'ivr' ? 'vr' : (role ?? 'media')}-server-1`;
}
//# sourceMappingURL=names.js.map
// EXTERNAL MODULE: ./build/src/cluster/duration.js
var duration = __webpack_require__(42295);
// EXTERNAL MODULE: ./build/src/cluster/suggest.js
var suggest = __webpack_require__(63821);
// EXTERNAL MODULE: ./build/src/cluster/window.js
var cluster_window = __webpack_require__(12683);
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
        if ((0,duration/* parseDuration */.E)(drain) >= lasts * 60) {
            report.warning([...at, 'to'], 'window-too-short', `the window lasts ${(0,duration/* formatDuration */.a)(lasts * 60)}, and calls may take ${drain} to end: a server may not be restarted before it closes`, 'a longer window, or a shorter drain_timeout');
        }
    }
    if (timezone !== undefined && !(0,cluster_window/* isTimeZone */.kQ)(timezone)) {
        const guess = (0,suggest/* closest */.k)(timezone, Intl.supportedValuesOf('timeZone'));
        report.error([...at, 'timezone'], 'unknown-time-zone', `there is no time zone ${timezone}`, guess ? `did you mean ${guess}?` : 'an IANA name such as Asia/Shanghai or Europe/Berlin');
    }
};
/** Not all servers of a role at once. */
const maxUnavailable = (file, report) => {
    const limit = file.restart?.max_unavailable;
    if (limit === undefined)
        return;
    for (const role of types/* ROLE_NAMES */.ST) {
        const count = entries(file).filter((server) => server.role === role && server.enabled !== false).length;
        // A role with one server is down while that one restarts, whatever is written here.
        if (count > 1 && limit >= count) {
            report.warning(['restart', 'max_unavailable'], 'all-unavailable', `all ${count} ${roles/* ROLES */.g[role].label}s may be down at the same time`, `${count - 1} at most`);
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
        if (enabled === false && role !== undefined && !roles/* ROLES */.g[role].builtIn) {
            report.error(['servers', index, 'enabled'], 'cannot-disable', `the PBX has no switch to disable its ${roles/* ROLES */.g[role].label}`, 'delete the line, or the server');
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
    for (const role of types/* ROLE_NAMES */.ST) {
        const ofRole = entries(file).filter((server) => server.role === role);
        if (roles/* ROLES */.g[role].builtIn && ofRole.length > 0 && ofRole.every(({ enabled }) => enabled === false)) {
            report.warning(['servers', ofRole[0].index, 'enabled'], 'none-enabled', `every ${roles/* ROLES */.g[role].label} is disabled, and so is the PBX's built-in one`, 'enable one, or: built_in_servers: keep');
        }
    }
};
/** What PortSIP's high-availability scripts take no argument for. */
const highAvailability = (file, report) => {
    if (!file.pbx?.high_availability)
        return;
    for (const { role, called, index, ...server } of entries(file)) {
        for (const field of ['image', 'data_path']) {
            if (server[field] === undefined || (role === 'dataflow' && field === 'data_path'))
                continue;
            report.warning(['servers', index, field], 'not-with-high-availability', `PortSIP's high-availability scripts decide about ${field}: that of ${called} has no effect`, 'delete the line');
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
    highAvailability,
    maintenanceWindow,
    maxUnavailable,
];
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var dist_ajv = __webpack_require__(42463);
var ajv_default = /*#__PURE__*/__webpack_require__.n(dist_ajv);
;// CONCATENATED MODULE: ./build/schema/cluster.schema.json
const cluster_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/portsip-cluster/actions/v1/schema/cluster.schema.json","title":"PortSIP cluster file","description":"What a PortSIP PBX cluster should be: its PBX, its servers, who may reach the PBX and when things may be restarted. The live cluster is made to match it.","type":"object","additionalProperties":false,"required":["version","name","image","pbx","servers"],"properties":{"version":{"title":"Format version","description":"The version of this file\'s format. Always 1.","const":1,"examples":[1]},"name":{"title":"Cluster name","description":"What the cluster is called. It names the lock and the record on the main server and the comment on pull requests, so two clusters need two names, and renaming one starts a new record.","type":"string","maxLength":63,"pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","patternErrorMessage":"small letters, digits and - only, starting and ending with a letter or a digit, 63 at most","examples":["acme","acme-eu"]},"image":{"$ref":"#/definitions/image","title":"PBX image","description":"The PortSIP PBX Docker image that the servers run. Change it to upgrade them. The PBX itself is upgraded only when pbx.image says so.","examples":["portsip/pbx:22"]},"data_path":{"$ref":"#/definitions/path","title":"Data path","description":"Where the servers keep their data.","default":"/var/lib/portsip","examples":["/var/lib/portsip"]},"scripts_path":{"$ref":"#/definitions/path","title":"Scripts path","description":"Where PortSIP\'s control scripts (cluster_ctl.sh, im_ctl.sh, …) lie on the main server and on the servers.","default":"/opt/portsip","examples":["/opt/portsip"]},"pbx":{"title":"PBX","description":"The main server: the machine (or, with high availability, the three machines) that the PBX runs on.","type":"object","additionalProperties":false,"required":["private_ip"],"properties":{"private_ip":{"$ref":"#/definitions/ip","title":"Private IP of the PBX","description":"The address at which the servers reach the PBX. With high availability: the virtual IP.","examples":["192.168.1.20"]},"api":{"title":"REST API","description":"Where the PBX\'s web portal and REST API answer. Made from private_ip when left out: https://PRIVATE_IP:8887","type":"string","maxLength":300,"format":"pbx-api","pattern":"^https://([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\\\[[0-9A-Fa-f:.]+\\\\])(:[0-9]{1,5})?(/api)?/?$","patternErrorMessage":"an https address with a host and a port, such as https://pbx.example.com:8887","examples":["https://192.168.1.20:8887","https://pbx.example.com:8887"]},"image":{"$ref":"#/definitions/image","title":"Image of the PBX itself","description":"Upgrades the PBX on the main server to this image. Left out, the PBX itself is never upgraded.","examples":["portsip/pbx:22"]},"high_availability":{"title":"High availability","description":"Only for a PBX that runs on three nodes with a virtual IP. Commands then run on the control node.","type":"object","additionalProperties":false,"required":["control_node"],"properties":{"control_node":{"$ref":"#/definitions/ip","title":"Control node","description":"The own address of the first PBX node (pbx01), from which PortSIP\'s high-availability scripts are run. Not the virtual IP.","examples":["192.168.1.131"]},"scripts_path":{"$ref":"#/definitions/path","title":"High-availability scripts path","description":"Where PortSIP\'s high-availability scripts lie on the control node.","default":"/opt/portsip-pbx-ha-guide","examples":["/opt/portsip-pbx-ha-guide"]}}}}},"ssh":{"$ref":"#/definitions/ssh","title":"SSH","description":"How to sign in to the main server and to the servers. The key is a secret and never stands in this file."},"firewall":{"title":"Firewall of the main server","description":"Which addresses the main server\'s firewall trusts.","type":"object","additionalProperties":false,"properties":{"trust":{"title":"Trusted sources","description":"servers: the address of each server, kept in step as servers come and go. Or a list of networks (CIDRs) that cover all servers.","type":["string","array"],"pattern":"^servers$","default":"servers","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"title":"Network","type":"string","maxLength":49,"format":"cidr","pattern":"^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\\\.[0-9]{1,3}){0,3}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$","patternErrorMessage":"a network in CIDR form, such as 192.168.1.0/24","examples":["192.168.1.0/24"]},"patternErrorMessage":"the word servers, or a list of networks such as [192.168.1.0/24]","examples":["servers",["192.168.1.0/24"]]}}},"built_in_servers":{"title":"Built-in servers","description":"The PBX brings a media, a queue, a meeting and an IVR server of its own. disabled turns each off once a server of that role is online; keep leaves them as they are.","enum":["disabled","keep"],"default":"disabled","examples":["disabled","keep"]},"unmanaged_servers":{"title":"Unmanaged servers","description":"Servers found in the portal that this file does not list and that were not put there from it. report says so and leaves them alone; remove removes them.","enum":["report","remove"],"default":"report","examples":["report"]},"servers":{"title":"Servers","description":"The cluster\'s servers, one a Linux host. A server that leaves this list is drained and removed.","type":"array","maxItems":1000,"items":{"$ref":"#/definitions/server"},"examples":[[{"name":"media-server-1","role":"media","private_ip":"192.168.1.21","public_ip":"104.101.137.60"}]]},"restart":{"title":"Restarts","description":"How servers are restarted: how many at a time, how long calls may take to end, and when.","type":"object","additionalProperties":false,"properties":{"max_unavailable":{"title":"Servers down at once","description":"How many servers of a role may be down at the same time.","type":"integer","minimum":1,"maximum":100,"default":1,"examples":[1]},"drain_timeout":{"title":"Drain timeout","description":"How long to wait for a server\'s calls to end before it is restarted or removed.","type":"string","maxLength":16,"format":"duration-hms","pattern":"^(?=[0-9])([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$","patternErrorMessage":"a time such as 30m, 90s or 1h30m, 24h at most","default":"30m","examples":["30m","1h30m"]},"on_drain_timeout":{"title":"When calls do not end","description":"fail leaves the server running and reports it; force restarts it and cuts the calls that are left.","enum":["fail","force"],"default":"fail","examples":["fail"]},"after_scale_out":{"title":"Restarts after adding servers","description":"all restarts the resource load balancer and the servers, as PortSIP\'s guide says; load-balancer only the former; none neither (calls reach new servers only after the next restart).","enum":["all","load-balancer","none"],"default":"all","examples":["all"]},"window":{"title":"Maintenance window","description":"Restarts wait for this window. Left out: at any time. A window whose end is not after its start ends on the next day.","type":"object","additionalProperties":false,"required":["days","from","to","timezone"],"properties":{"days":{"title":"Days","description":"The days on which the window opens.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["mon","tue","wed","thu","fri","sat","sun"]},"errorMessage":"at least one of mon, tue, wed, thu, fri, sat, sun","examples":[["sat","sun"]]},"from":{"$ref":"#/definitions/time","title":"Opens","description":"When the window opens, in quotes.","examples":["02:00"]},"to":{"$ref":"#/definitions/time","title":"Closes","description":"When the window closes, in quotes. Not later than from: on the next day.","examples":["05:00"]},"timezone":{"title":"Time zone","description":"IANA name of the time zone that the times are in.","type":"string","maxLength":64,"pattern":"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$","patternErrorMessage":"the IANA name of a time zone, such as Asia/Shanghai","examples":["Asia/Shanghai","Europe/Berlin","UTC"]}}}}}},"definitions":{"ip":{"type":"string","maxLength":45,"format":"ip","pattern":"^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(\\\\.[0-9]{1,3}){0,3})$","patternErrorMessage":"an IPv4 or IPv6 address, such as 192.168.1.21 or fd00::21"},"path":{"type":"string","maxLength":255,"pattern":"^(/+(?!\\\\.{1,2}(/|$))[A-Za-z0-9._-]+)+/*$","patternErrorMessage":"an absolute path of letters, digits and . _ - only, without spaces and without .."},"image":{"type":"string","maxLength":255,"pattern":"^[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","patternErrorMessage":"a Docker image such as portsip/pbx:22 (small letters, digits and . / : _ -; @sha256:… may follow)"},"time":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$","patternErrorMessage":"a time of day from \\"00:00\\" to \\"23:59\\", in quotes"},"ssh":{"type":"object","additionalProperties":false,"properties":{"user":{"title":"User","description":"The account to sign in with. It needs to be root or to have sudo.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_.-]{0,31}$","patternErrorMessage":"a Linux user name, such as pbx","default":"pbx","examples":["pbx","root"]},"port":{"title":"Port","description":"The port that sshd listens on.","type":"integer","minimum":1,"maximum":65535,"default":22,"examples":[22]},"jump_host":{"title":"Jump host","description":"A machine to go through: host, user@host, host:port or user@host:port; an IPv6 address in brackets. The user is the one above where none is given, the port 22.","type":"string","maxLength":300,"format":"jump-host","pattern":"^([A-Za-z_][A-Za-z0-9_.-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\\\[[0-9A-Fa-f:.]+\\\\])(:[0-9]{1,5})?$","patternErrorMessage":"host, user@host, host:port or user@host:port (an IPv6 address in brackets)","examples":["bastion.example.com","ops@bastion.example.com:2222"]}}},"server":{"title":"Server","description":"One Linux host with one role.","type":"object","additionalProperties":false,"required":["name","role"],"defaultSnippets":[{"label":"server","description":"A server of the cluster","body":{"name":"${1:media-server-2}","role":"${2|media,queue,meeting,ivr,im,dataflow|}","private_ip":"${3:192.168.1.27}"}}],"properties":{"name":{"title":"Server name","description":"What the server is called here, in the portal and on the host. A new name is a new server.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$","patternErrorMessage":"1 to 64 letters, digits and . _ -, starting with a letter or a digit","examples":["media-server-1"]},"role":{"title":"Role","description":"What the server runs. media: voice and video of calls; queue: call queues; meeting: conferences; ivr: virtual receptionists; im: instant messaging (one at most); dataflow: analytics (one at most).","enum":["media","queue","meeting","ivr","im","dataflow"],"examples":["media"]},"private_ip":{"$ref":"#/definitions/ip","title":"Private IP","description":"The static address at which the PBX and the other servers reach it, and SSH connects to. Only an IM or Data Flow server can do without, if it has a public_ip.","examples":["192.168.1.21"]},"public_ip":{"$ref":"#/definitions/ip","title":"Public IP","description":"The static public address at which people outside reach it. For media, IM and Data Flow servers.","examples":["104.101.137.60"]},"enabled":{"title":"Enabled","description":"false keeps the server registered and takes no calls. Only media, queue, meeting and IVR servers can be disabled.","type":"boolean","default":true,"examples":[false]},"image":{"$ref":"#/definitions/image","title":"Image of this server","description":"Instead of the cluster\'s image, for this server only.","examples":["portsip/pbx:22"]},"data_path":{"$ref":"#/definitions/path","title":"Data path of this server","description":"Instead of the cluster\'s data_path, for this server only.","examples":["/data/portsip"]},"ssh":{"$ref":"#/definitions/ssh","title":"SSH to this server","description":"What differs from the cluster\'s ssh."},"max_call_sessions":{"title":"Maximum call sessions","description":"Media servers: how many calls it takes at once. PortSIP advises against more than 5000.","type":"integer","minimum":1,"maximum":1000000,"default":2000,"examples":[5000]},"max_rooms":{"title":"Maximum rooms","description":"Meeting servers: how many meetings at once. The PBX wants a number; 100 when left out.","type":"integer","minimum":1,"maximum":1000000,"default":100,"examples":[100]},"max_participants":{"title":"Maximum participants","description":"Meeting servers: how many people in all meetings together. The PBX wants a number; 1000 when left out.","type":"integer","minimum":1,"maximum":1000000,"default":1000,"examples":[1000]},"chat_files":{"$ref":"#/definitions/path","title":"Chat files","description":"IM servers: where files sent in chats are kept. The folder must exist on the host and be another than data_path. Left out: below data_path.","examples":["/chat/files"]},"clickhouse_image":{"$ref":"#/definitions/image","title":"ClickHouse image","description":"Data Flow servers: the Docker image of the database.","default":"portsip/clickhouse:25.8","examples":["portsip/clickhouse:25.8"]}},"allOf":[{"if":{"required":["role"],"properties":{"role":{"enum":["queue","meeting","ivr","im","dataflow"]}}},"then":{"properties":{"max_call_sessions":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","ivr","im","dataflow"]}}},"then":{"properties":{"max_rooms":false,"max_participants":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","meeting","ivr","dataflow"]}}},"then":{"properties":{"chat_files":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","meeting","ivr","im"]}}},"then":{"properties":{"clickhouse_image":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["queue","meeting","ivr"]}}},"then":{"properties":{"public_ip":false}}},{"if":{"required":["role"],"properties":{"role":{"enum":["media","queue","meeting","ivr"]}}},"then":{"required":["private_ip"]}},{"if":{"required":["role"],"properties":{"role":{"enum":["im","dataflow"]}}},"then":{"anyOf":[{"required":["private_ip"]},{"required":["public_ip"]}]}}]}}}');
// EXTERNAL MODULE: ./build/src/cluster/fault.js
var fault = __webpack_require__(53891);
// EXTERNAL MODULE: ./build/src/cluster/jump-host.js
var jump_host = __webpack_require__(42366);
// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
;// CONCATENATED MODULE: ./build/src/cluster/shape.js










/** Checks the file against the schema. `usable` is what is left of it without what is wrong. */
function checkShape(file) {
    const validate = compiled();
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
let validator;
function compiled() {
    if (!validator) {
        const ajv = new (ajv_default())({ allErrors: true, verbose: true, strictTypes: false, allowUnionTypes: true });
        // For editors, and for our own messages.
        ajv.addVocabulary(['errorMessage', 'patternErrorMessage', 'defaultSnippets']);
        ajv.addFormat('ip', addresses/* isAddress */.PW);
        ajv.addFormat('cidr', addresses/* isCidr */.JR);
        ajv.addFormat('jump-host', (text) => (0,jump_host/* parseJumpHost */._)(text) !== undefined);
        ajv.addFormat('pbx-api', isApi);
        ajv.addFormat('duration-hms', isDuration);
        validator = ajv.compile(cluster_schema_namespaceObject);
    }
    return validator;
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
    const allowed = types/* ROLE_NAMES */.ST.filter((name) => !forbidden(name).includes(field));
    const server = (0,cluster_select/* isRole */.t)(String(role)) ? roles/* ROLES */.g[role].label : 'server';
    const owners = allowed.map((name) => roles/* ROLES */.g[name].label);
    const why = field === 'public_ip'
        ? 'the PBX keeps one address of it'
        : `it is for ${owners.length > 1 ? `${owners.slice(0, -1).join(', ')} and ${owners.at(-1)}` : `a ${owners[0]}`}`;
    const article = /^[aeiou]/i.test(server) ? 'an' : 'a';
    return [`${article} ${server} has no ${field}: ${why}`, 'delete the line, or correct the role'];
}
function forbidden(role) {
    return cluster_schema_namespaceObject.definitions.server.allOf.flatMap(({ if: condition, then }) => condition.properties.role.enum.includes(role) ? Object.keys(('properties' in then && then.properties) || {}) : []);
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
    const roles = allowed.every(cluster_select/* isRole */.t) ? otherNames() : new Map();
    const alias = (0,suggest/* closest */.k)(value, [...roles.keys()]);
    return (0,suggest/* didYouMean */.a)(value, allowed, (0,suggest/* closest */.k)(value, allowed) ?? (alias && roles.get(alias)));
}
/** What else PortSIP calls a role: its service, container, portal page. */
function otherNames() {
    return new Map(Object.values(roles/* ROLES */.g).flatMap(({ role, label, service, container, collection }) => [
        label,
        service,
        service.replace('-only', ''),
        service.replace('-server-only', ''),
        container.replace('portsip.', ''),
        collection ?? '',
    ]
        .concat(role === 'meeting' ? 'conference' : [])
        .filter((name) => name !== '')
        .map((name) => [name, role])));
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
    const properties = part.properties ?? cluster_schema_namespaceObject.definitions.server.properties;
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
function isApi(text) {
    if (!URL.canParse(text))
        return false;
    const { hostname, port } = new URL(text);
    return port !== '0' && (!hostname.startsWith('[') || (0,addresses/* isAddress */.PW)(hostname.slice(1, -1)));
}
function isDuration(text) {
    try {
        (0,duration/* parseDuration */.E)(text);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./build/src/cluster/text.js
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
        return text_fault('too-large', `the file is ${(bytes / MAX_BYTES).toFixed(1)} MiB, a cluster file is 1 MiB at most`, START, 'is it the right file?');
    }
    if (typeof input !== 'string' && ['fffe', 'feff'].includes(input.subarray(0, 2).toString('hex'))) {
        return text_fault('not-utf-8', 'the file is UTF-16', START, 'save it as UTF-8');
    }
    const text = stripMark(typeof input === 'string' ? input : input.toString('utf8'));
    const lines = new Lines(text);
    const nul = text.indexOf('\0');
    if (nul !== -1)
        return text_fault('binary', 'the file is not text: it holds a NUL byte', lines.at(nul), 'is it the right file?');
    if (typeof input !== 'string' && !isUtf8(input)) {
        // Buffer decodes what it cannot read as U+FFFD.
        return text_fault('not-utf-8', 'the file is not UTF-8 text', lines.at(Math.max(0, text.indexOf('\uFFFD'))), 'save it as UTF-8');
    }
    return { text };
}
const START = { line: 1, column: 1 };
function text_fault(code, message, position, cure) {
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
//# sourceMappingURL=text.js.map
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

/***/ })

};
;
//# sourceMappingURL=397.index.js.map