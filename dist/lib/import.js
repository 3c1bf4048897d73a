/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 602:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'adopt'() {
    return __nccwpck_require__(12);
  },
  get 'import'() {
    return __nccwpck_require__(517);
  },
};


/***/ }),

/***/ 12:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/adopt.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.adopt = adopt;
exports.adopted = adopted;
const containers_1 = { get it() { return (__nccwpck_require__(83).containers); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const by_address_1 = { get it() { return (__nccwpck_require__(838)["by-address"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const settings_1 = { get it() { return (__nccwpck_require__(838).settings); } };
const lock_1 = { get it() { return (__nccwpck_require__(984).lock); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const cluster_record_1 = { get it() { return (__nccwpck_require__(984)["cluster-record"]); } };
const names_1 = { get it() { return (__nccwpck_require__(984).names); } };
const observe_1 = { get it() { return (__nccwpck_require__(984).observe); } };
const open_session_1 = { get it() { return (__nccwpck_require__(984)["open-session"]); } };
const record_1 = { get it() { return (__nccwpck_require__(984).record); } };
const record_keeper_1 = { get it() { return (__nccwpck_require__(984)["record-keeper"]); } };
const stage_error_1 = { get it() { return (__nccwpck_require__(984)["stage-error"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/**
 * Writes into the record what is there and in the cluster file, as if it had been put there from it: from then on what leaves the
 * file is removed. Under the lock. Returns what it wrote, in words.
 */
async function adopt(config) {
    const session = (0, open_session_1.it.openSession)(config);
    try {
        return await writeFound(session);
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}
function writeFound(session) {
    return (0, lock_1.it.withLock)(session, async (held) => {
        const { cluster } = held;
        const { live } = await (0, observe_1.it.observe)(held, { outside: false });
        if (!(0, reachable_1.it.isReachable)(live.main))
            throw new stage_error_1.it.StageError(`Nothing was adopted: ${live.main.unreachable}`);
        if (!(0, reading_1.it.isKnown)(live.main.record))
            throw new stage_error_1.it.StageError(`Nothing was adopted: the record on the main server cannot be read (${live.main.record.unknown})`);
        const before = live.record ?? (0, cluster_record_1.it.emptyRecord)(cluster.name);
        const after = adopted(before, cluster, live);
        await (0, record_keeper_1.it.keepRecord)(held, before).update(() => after);
        return difference(before, after);
    });
}
/** Pure: the record with all that is in the cluster file and was found. What it has already stays. */
function adopted(record, cluster, live) {
    const found = cluster.servers.filter((server) => !(0, names_1.it.has)(record.servers, server.name) && isThere(server, live));
    const trusted = (0, reachable_1.it.isReachable)(live.main) ? ((0, reading_1.it.seen)(live.main.firewall)?.trusted.permanent ?? []) : [];
    const sources = new by_address_1.it.ByAddress(trusted.map((source) => [source, true]));
    const accepted = new by_address_1.it.ByAddress(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => [cidr, true]));
    const union = (list, more) => [...new Set([...list, ...more])];
    return {
        ...record,
        settings: record.settings ?? (0, settings_1.it.settingsOf)(cluster),
        servers: {
            ...record.servers,
            ...Object.fromEntries(found.map((server) => [
                server.name,
                { ...(0, record_1.it.recorded)(server), ...(hasRun(server, live) && { installed: true }) },
            ])),
        },
        firewall: union(record.firewall, (0, addresses_1.it.trustedSources)(cluster).filter((source) => sources.has(source))),
        whitelist: union(record.whitelist, (0, addresses_1.it.whitelistCidrs)(cluster).filter((cidr) => accepted.has(cidr))),
        // So that one is turned on again before the last server of its role goes.
        builtInDisabled: roles_1.it.LISTED_ROLES.filter((role) => record.builtInDisabled.includes(role) ||
            (cluster.servers.some((server) => server.role === role && server.enabled) &&
                live.portal.servers[role].some(({ type, enabled }) => type === 'INTERNAL' && !enabled))),
    };
}
function isThere(server, live) {
    const { role, name } = server;
    if ((0, roles_1.it.isListed)(role))
        return live.portal.servers[role].some((entry) => entry.name === name && entry.type === 'EXTERNAL');
    return hasRun(server, live);
}
/** A host that does not answer counts as one that it runs on: a server that may have calls is drained before it goes. */
function hasRun({ name, role }, { hosts }) {
    const facts = hosts.get(name);
    return !(0, reachable_1.it.isReachable)(facts) || !(0, containers_1.it.isAbsent)((0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[role].container));
}
function difference(before, after) {
    const names = Object.keys(after.servers).filter((name) => !(0, names_1.it.has)(before.servers, name));
    const entries = after.firewall.length - before.firewall.length + after.whitelist.length - before.whitelist.length;
    if (names.length === 0 && entries === 0)
        return 'nothing that the record did not have';
    return `${(0, list_1.it.plural)(names.length, 'server')}, ${(0, list_1.it.plural)(entries, 'entry', 'entries')} of firewall and whitelist`;
}

/***/ }),

/***/ 679:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/discover.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.discover = discover;
const containers_1 = { get it() { return (__nccwpck_require__(83).containers); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const build_1 = { get it() { return (__nccwpck_require__(907).build); } };
const by_address_1 = { get it() { return (__nccwpck_require__(838)["by-address"]); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const known_hosts_1 = { get it() { return (__nccwpck_require__(83)["known-hosts"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const cluster_record_1 = { get it() { return (__nccwpck_require__(984)["cluster-record"]); } };
const observe_1 = { get it() { return (__nccwpck_require__(984).observe); } };
/**
 * Asks the portal, the main server and every host that they name. A host that only a whitelist or a firewall names is asked when
 * its key is known: whoever put it into known_hosts meant it. Throws InputError for a high-availability PBX whose control node was not given.
 */
async function discover(session, { hosts: given, knownHosts }) {
    const { cluster, pbx } = session;
    const plane = (0, control_plane_1.it.controlPlane)(cluster);
    const request = { scriptsPath: cluster.scriptsPath, dataPath: build_1.it.DEFAULTS.data_path };
    for (const address of given)
        if (!(0, addresses_1.it.isAddress)(address))
            throw new types_1.it.InputError(`${address} is not an IP address`);
    const [{ servers, status, ipFilters, im }, main, apiVersion] = await Promise.all([
        (0, observe_1.it.readPortal)(session, { im: true, sbc: false }),
        (0, observe_1.it.look)(session, cluster.pbx.machine, {
            ...request,
            scriptsPath: plane.pbxScriptsPath,
            firewall: true,
            record: cluster.name,
        }),
        pbx.apiVersion().catch(() => undefined),
    ]);
    if ((0, reachable_1.it.isReachable)(main) && plane.name === 'standalone')
        await refuseHighAvailability(session);
    const { record } = (0, reachable_1.it.isReachable)(main) ? (0, cluster_record_1.it.parseRecord)((0, reading_1.it.seen)(main.record), cluster.name) : {};
    const named = [
        ...roles_1.it.LISTED_ROLES.flatMap((role) => servers[role].filter(({ type }) => type === 'EXTERNAL')).map(({ privateIp, publicIp }) => privateIp ?? publicIp),
        im.privateIp ?? im.publicIp,
        ...Object.values(record?.servers ?? {}).map(({ address }) => address),
        ...given,
    ];
    const trusted = (0, reachable_1.it.isReachable)(main) ? ((0, reading_1.it.seen)(main.firewall)?.trusted.permanent ?? []) : [];
    const known = (0, known_hosts_1.it.parseKnownHosts)(knownHosts);
    const hinted = [...ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr), ...trusted].filter((source) => (0, addresses_1.it.isAddress)((0, addresses_1.it.normalise)(source)) && known.knows((0, addresses_1.it.normalise)(source), cluster.ssh.port));
    const own = new Set([cluster.pbx.privateIp, ...plane.pbxMachines.map(({ address }) => address)].map(addresses_1.it.normalise));
    const addresses = (list) => new Set(list.flatMap((address) => (address && !own.has((0, addresses_1.it.normalise)(address)) ? [(0, addresses_1.it.normalise)(address)] : [])));
    const machines = await Promise.all([...addresses([...named, ...hinted])].map(async (address) => {
        const facts = await (0, observe_1.it.look)(session, { name: address, address, ssh: cluster.ssh }, request);
        return { address, facts };
    }));
    // Only asked where it matters: older releases want a permission of their own for it.
    const sbc = machines.some(({ facts }) => runsRole(facts, (role) => roles_1.it.ROLES[role].portal.kind === 'settings'))
        ? await pbx.sbc().catch(() => undefined)
        : undefined;
    const expected = addresses(named.slice(0, named.length - given.length));
    return {
        main,
        portal: { servers, status, ipFilters, im, ...(sbc && { sbc }) },
        machines,
        byAddress: new by_address_1.it.ByAddress(machines.map((machine) => [machine.address, machine])),
        others: machines.filter(({ address, facts }) => !expected.has(address) && (runsRole(facts) || given.includes(address))),
        ...(record && { record }),
        ...(apiVersion !== undefined && { apiVersion }),
    };
}
function runsRole(facts, which = () => true) {
    if (!(0, reachable_1.it.isReachable)(facts))
        return false;
    return (0, containers_1.it.seenContainers)(facts).some(({ name }) => {
        const role = roles_1.it.ROLE_CONTAINERS.get(name);
        return role !== undefined && which(role);
    });
}
/** The first node of such a cluster installs and drives the servers, whichever is active: nobody can guess it. */
async function refuseHighAvailability(session) {
    const { machine, privateIp } = session.cluster.pbx;
    const facts = await (0, observe_1.it.look)(session, machine, { scriptsPath: build_1.it.DEFAULTS.ha_scripts_path, dataPath: build_1.it.DEFAULTS.data_path });
    if (!(0, reachable_1.it.isReachable)(facts) || !(0, reading_1.it.seen)(facts.scripts)?.includes('ha_ctl.sh'))
        return;
    throw new types_1.it.InputError(`${privateIp} is a node of a high-availability PBX (${build_1.it.DEFAULTS.ha_scripts_path}/ha_ctl.sh), so import has to know which one its scripts are run on: --control-node ADDRESS --nodes ADDRESS,… (inputs control-node, nodes)`);
}

/***/ }),

/***/ 985:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/document.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.clusterFileText = clusterFileText;
const yaml_1 = { get it() { return __nccwpck_require__(777); } };
const cluster_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(349)); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
/** The cluster file as text. Comments hold what machines answered: each is one line of plain characters. */
function clusterFileText({ file, servers, comments, leftOut }, { heading, notes }) {
    const { version, name, image, data_path, scripts_path, pbx, ssh, firewall, built_in_servers, unmanaged_servers, sbc, } = file;
    const document = new yaml_1.it.Document({
        version,
        name,
        image,
        ...(data_path !== undefined && { data_path }),
        ...(scripts_path !== undefined && { scripts_path }),
        pbx,
        ...(ssh !== undefined && { ssh }),
        firewall,
        built_in_servers,
        unmanaged_servers,
        servers: servers.map(({ entry }) => entry),
        ...(sbc && { sbc }),
    });
    document.commentBefore = comment([`yaml-language-server: $schema=${cluster_schema_json_1.it.default.$id}`, ...heading]);
    document.comment = comment(UNKNOWN);
    const { contents } = document;
    if (!(0, yaml_1.it.isMap)(contents))
        throw new Error('a cluster file is a mapping');
    const about = {
        ...comments,
        trust: undefined,
        firewall: comments.trust,
        servers: LEGEND,
    };
    for (const pair of contents.items) {
        const key = (0, yaml_1.it.isScalar)(pair.key) ? pair.key : new yaml_1.it.Scalar(pair.key);
        pair.key = key;
        const field = String(key.value);
        const said = about[field];
        if (said?.length)
            key.commentBefore = comment(said);
        if (['pbx', 'servers', 'firewall', 'built_in_servers'].includes(field))
            key.spaceBefore = true;
    }
    const list = document.get('servers', true);
    if ((0, yaml_1.it.isSeq)(list)) {
        list.items.forEach((item, index) => {
            const server = servers[index];
            const said = server ? notes(server) : [];
            if ((0, yaml_1.it.isMap)(item) && said.length > 0)
                item.commentBefore = comment(said);
        });
        if (leftOut.length > 0)
            list.comment = comment(['Found, and not in this file:', ...leftOut.map((line) => `- ${line}`)]);
    }
    return document.toString({ lineWidth: 0 });
}
const LEGEND = [
    'name, role, addresses, enabled and max_…: from the portal. image, data_path, chat_files, and of Data Flow',
    'the addresses: from the hosts.',
];
const UNKNOWN = [
    'No machine knows how servers are to be restarted: the defaults apply, one of a role at a time, once its calls have ended or 30',
    'minutes are over, at any hour. To change that:',
    'restart:',
    '  max_unavailable: 1',
    '  drain_timeout: 30m',
    '  window: { days: [sat, sun], from: "02:00", to: "05:00", timezone: UTC }',
];
/** Whatever it holds, it stays a comment. */
function comment(lines) {
    return lines.map((line) => ` ${(0, printable_1.it.printable)(line)}`).join('\n');
}

/***/ }),

/***/ 129:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/draft.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.draft = draft;
const containers_1 = { get it() { return (__nccwpck_require__(83).containers); } };
const cluster_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(349)); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const build_1 = { get it() { return (__nccwpck_require__(907).build); } };
const by_address_1 = { get it() { return (__nccwpck_require__(838)["by-address"]); } };
const image_1 = { get it() { return (__nccwpck_require__(907).image); } };
const paths_1 = { get it() { return (__nccwpck_require__(907).paths); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const live_1 = { get it() { return (__nccwpck_require__(984).live); } };
const names_1 = { get it() { return (__nccwpck_require__(984).names); } };
const seed_1 = __nccwpck_require__(873);
const article_1 = { get it() { return (__nccwpck_require__(60).article); } };
/** Pure: what was found, in the words of a cluster file. Nothing is checked yet. */
function draft(found, request, plane) {
    const servers = roles_1.it.ROLE_NAMES.flatMap((role) => serversOf(found, role)).sort((a, b) => (0, names_1.it.inRoleOrder)(a.entry, b.entry));
    for (const { entry } of servers)
        if (plane.decides(entry.role).has('data_path'))
            delete entry.data_path;
    const image = commonImage(servers, found);
    const dataPath = commonDataPath(servers);
    for (const { entry } of servers) {
        const usual = roles_1.it.ROLES[entry.role].ownImage ?? image.value;
        if (entry.image !== undefined && (0, image_1.it.sameImage)(entry.image, usual))
            delete entry.image;
        if (entry.data_path === dataPath)
            delete entry.data_path;
    }
    const addresses = servers.map(({ entry }) => entry.private_ip ?? entry.public_ip ?? '');
    const trust = trustedBy((0, reachable_1.it.isReachable)(found.main) ? (0, reading_1.it.seen)(found.main.firewall) : undefined, addresses);
    const builtIn = builtInServers(found, servers);
    return {
        file: {
            ...(0, seed_1.givenFields)(request),
            image: image.value,
            ...(dataPath !== undefined && dataPath !== build_1.it.DEFAULTS.data_path && { data_path: dataPath }),
            firewall: { trust: trust.value },
            built_in_servers: builtIn.value,
            unmanaged_servers: 'report',
            ...sbcSection(found.portal.sbc),
        },
        servers,
        comments: {
            image: image.comment,
            trust: trust.comment,
            built_in_servers: builtIn.comment,
            pbx: pbxComment(found, request),
        },
        leftOut: strangers(found, servers),
    };
}
/** What the PBX knows of session border controllers, as far as a cluster file can say it. */
function sbcSection(settings) {
    if (!settings)
        return {};
    const { domain, httpPort, httpsPort, transports = [] } = settings;
    const section = {
        ...(domain !== undefined && WEB_DOMAIN.test(domain) && { web_domain: domain }),
        ...(httpPort ? { http_port: httpPort } : {}),
        ...(httpsPort ? { https_port: httpsPort } : {}),
        ...(transports.length > 0 && transports.every(({ port }) => port > 0) && { transports: [...transports] }),
    };
    return Object.keys(section).length > 0 ? { sbc: section } : {};
}
const WEB_DOMAIN = new RegExp(cluster_schema_json_1.it.default.properties.sbc.properties.web_domain.pattern);
const machineAt = (found, address) => address === undefined ? undefined : found.byAddress.get(address);
function serversOf(found, role) {
    if ((0, roles_1.it.isListed)(role))
        return listedServers(found, role);
    return roles_1.it.ROLES[role].portal.kind === 'addresses' ? addressedServer(found, role) : hiddenServers(found, role);
}
function listedServers(found, role) {
    return onePerMachine(found, role).map(({ server, dead }) => {
        const { name, enabled, privateIp, publicIp } = server;
        const { fields, notes } = onHost(found, role, privateIp ?? publicIp);
        if (dead.length > 0)
            notes.push(`the portal has its machine as ${dead.map((one) => `"${one}"`).join(' and ')} as well, and this is the one that its container is named for`);
        return {
            entry: {
                name,
                role,
                ...(privateIp !== undefined && { private_ip: privateIp }),
                ...(publicIp !== undefined && { public_ip: publicIp }),
                ...(!enabled && { enabled }),
                ...limits(server),
                ...fields,
            },
            notes,
        };
    });
}
/** Of several entries of one machine the one that its container is named for: the others are left from a time before. */
function onePerMachine(found, role) {
    const entries = found.portal.servers[role].filter(({ type }) => type === 'EXTERNAL');
    const groups = new Map();
    for (const entry of entries) {
        const facts = machineAt(found, entry.privateIp ?? entry.publicIp)?.facts;
        const boot = facts && (0, reachable_1.it.isReachable)(facts) ? facts.bootId : '';
        const key = boot === '' ? entry.id : boot;
        groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    return [...groups.values()].flatMap((group) => {
        const named = group.find((entry) => {
            const facts = machineAt(found, entry.privateIp ?? entry.publicIp)?.facts;
            const container = facts && (0, reachable_1.it.isReachable)(facts) ? (0, containers_1.it.seenContainer)(facts, roles_1.it.ROLES[role].container) : undefined;
            return container !== undefined && (0, containers_1.it.toldOf)(container).name === entry.name;
        });
        // Where the machine does not say, all of them are for a person to look at.
        if (!named)
            return group.map((server) => ({ server, dead: [] }));
        return [{ server: named, dead: group.flatMap((one) => (one === named ? [] : [one.name])) }];
    });
}
/** In the cluster file's words */
function limits(server) {
    const entry = {};
    for (const { name, field } of (0, roles_1.it.collectionOf)(server.role).limits) {
        const amount = server[name];
        if (amount !== undefined)
            entry[field] = amount;
    }
    return entry;
}
/** The portal keeps its addresses and no name. */
function addressedServer(found, role) {
    const { privateIp, publicIp } = found.portal.im;
    const address = privateIp ?? publicIp;
    if (address === undefined)
        return [];
    const { fields, values, notes } = onHost(found, role, address);
    const files = setting(role, values, 'chat_files');
    const expressible = files !== undefined && matches('path', files);
    if (files && !expressible)
        notes.push('its chat_files cannot be written in a cluster file');
    return [
        {
            entry: {
                ...named(found, role, address, notes),
                ...(privateIp !== undefined && { private_ip: privateIp }),
                ...(publicIp !== undefined && { public_ip: publicIp }),
                ...(expressible && { chat_files: (0, paths_1.it.plainPath)(files) }),
                ...fields,
            },
            notes,
        },
    ];
}
/** The PBX tells nothing of them: they are where their containers are. */
function hiddenServers(found, role) {
    const recorded = Object.values(found.record?.servers ?? {}).filter((server) => server.role === role);
    const runs = ({ facts }) => (0, reachable_1.it.isReachable)(facts) && (0, containers_1.it.seenContainer)(facts, roles_1.it.ROLES[role].container) !== undefined;
    const running = found.machines.filter(runs).map(({ address }) => address);
    const unseen = recorded
        .map(({ address }) => address)
        .filter((address) => !running.includes(address) && !(0, reachable_1.it.isReachable)(machineAt(found, address)?.facts));
    const { single } = roles_1.it.ROLES[role];
    const all = single ? [...running, ...recorded.map(({ address }) => address)].slice(0, 1) : [...running, ...unseen];
    const taken = new Set(Object.entries(found.record?.servers ?? {}).flatMap(([name, server]) => (server.role === role ? [name] : [])));
    return all.flatMap((address) => hiddenServer(found, role, address, taken));
}
/** `taken`: names that others of the role have */
function hiddenServer(found, role, address, taken) {
    const { fields, values, notes } = onHost(found, role, address);
    const known = Object.values(found.record?.servers ?? {}).find((server) => (0, addresses_1.it.normalise)(server.address) === (0, addresses_1.it.normalise)(address));
    // Of a role whose host is not told it, nothing but the record knows it.
    const publicIp = setting(role, values, 'public_ip') ?? (roles_1.it.ROLES[role].publicIpOnHost ? undefined : known?.publicIp);
    const own = setting(role, values, 'private_ip') ?? (publicIp === undefined ? address : undefined);
    return [
        {
            entry: {
                ...named(found, role, address, notes, taken),
                ...(own !== undefined && { private_ip: own }),
                ...(publicIp !== undefined && { public_ip: publicIp }),
                ...fields,
            },
            notes,
        },
    ];
}
/** The name that this project knew it by, or a new one: it is on no machine. */
function named(found, role, address, notes, taken = new Set()) {
    const { single, exampleName, label } = roles_1.it.ROLES[role];
    const recorded = Object.entries(found.record?.servers ?? {}).find(([, server]) => server.role === role && (single || (0, addresses_1.it.normalise)(server.address) === (0, addresses_1.it.normalise)(address)))?.[0];
    const chosen = (name) => {
        taken.add(name);
        return { name, role };
    };
    if (recorded !== undefined)
        return chosen(recorded);
    // What this project wrote into the whitelist: "acme: im-server-1"
    const described = found.portal.ipFilters
        .filter(({ cidr }) => (0, addresses_1.it.normalise)(cidr) === (0, addresses_1.it.normalise)(address))
        .flatMap(({ description = '' }) => /^[a-z0-9-]+: ([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(description)?.[1] ?? [])[0];
    if (described !== undefined && !taken.has(described))
        return chosen(described);
    notes.push(`the name is chosen here: neither the PBX nor the host keeps one for ${(0, article_1.it.withArticle)(label)}`);
    let number = 1;
    const numbered = () => exampleName.replace(/\d+$/, String(number));
    while (taken.has(numbered()))
        number++;
    return chosen(numbered());
}
/** What the host of a server tells: its image, where its data is, and what it was installed with. */
function onHost(found, role, address) {
    const fields = {};
    const notes = [];
    const machine = machineAt(found, address);
    if (!machine || !(0, reachable_1.it.isReachable)(machine.facts)) {
        notes.push(`its host did not answer${machine && !(0, reachable_1.it.isReachable)(machine.facts) ? `: ${machine.facts.unreachable}` : ''}`, 'image, data_path and what else only the host knows are assumed to be those of the other servers');
        return { fields, notes, values: {} };
    }
    const { facts } = machine;
    const values = (0, reading_1.it.seen)(facts.roles)?.find((config) => config.role === role)?.values ?? {};
    if (!(0, reading_1.it.isKnown)(facts.roles))
        notes.push(`what its control script was told cannot be read: ${facts.roles.unknown}`);
    const there = (0, containers_1.it.findContainer)(facts, roles_1.it.ROLES[role].container);
    const container = (0, reading_1.it.seen)(there);
    if (!(0, reading_1.it.isKnown)(there))
        notes.push(`what runs on its host cannot be seen: ${there.unknown}`);
    else if (!container)
        notes.push(`no ${roles_1.it.ROLES[role].label} is installed on its host (${roles_1.it.ROLES[role].container} is not there)`);
    else if (matches('image', container.image))
        fields.image = container.image;
    else
        notes.push(`it runs the image ${container.image}, which cannot be written in a cluster file`);
    const dataPath = setting(role, values, 'data_path');
    if (dataPath !== undefined && matches('path', dataPath))
        fields.data_path = (0, paths_1.it.plainPath)(dataPath);
    else if (container)
        notes.push("its host does not say what data_path is (the control script's configuration is not there)");
    return { fields, notes, values };
}
/** What the role's control script was told; undefined: nothing */
function setting(role, values, name) {
    const key = roles_1.it.ROLES[role].keys[name];
    return key === undefined ? undefined : values[key] || undefined;
}
/** What most servers run is the cluster's image. */
function commonImage(all, { main, apiVersion }) {
    const servers = all.filter(({ entry }) => (0, roles_1.it.followsPbx)(entry.role));
    const images = servers.flatMap(({ entry }) => entry.image ?? []);
    const common = mostCommon(images, image_1.it.imageName);
    if (common)
        return { value: common.value, comment: [`${common.count} of ${servers.length} servers run it`] };
    const pbx = (0, live_1.it.pbxContainer)({ main })?.image;
    if (pbx !== undefined && matches('image', pbx))
        return { value: pbx, comment: ['what the PBX itself runs; no server said'] };
    const major = /^\d+/.exec(apiVersion ?? '')?.[0] ?? '22';
    return { value: `portsip/pbx:${major}`, comment: ['NOT KNOWN: no host said which image it runs; correct this'] };
}
function commonDataPath(servers) {
    return mostCommon(servers.flatMap(({ entry }) => entry.data_path ?? []), (path) => path)?.value;
}
function mostCommon(values, key) {
    const counts = new Map();
    for (const value of values) {
        const seen = counts.get(key(value));
        if (seen)
            seen.count++;
        else
            counts.set(key(value), { value, count: 1 });
    }
    return [...counts.values()].sort((a, b) => b.count - a.count)[0];
}
/** Networks when it is they that let the servers in; each server's own address otherwise. */
function trustedBy(firewall, addresses) {
    if (!firewall?.running)
        return { value: 'servers', comment: ['NOT KNOWN: firewalld on the main server did not answer'] };
    const active = new by_address_1.it.ByAddress(firewall.trusted.runtime.map((source) => [source, true]));
    const sources = firewall.trusted.permanent.filter((source) => active.has(source));
    const single = new by_address_1.it.ByAddress(sources.map((source) => [source, true]));
    const missing = addresses.filter((address) => !single.has(address));
    if (missing.length === 0)
        return { value: 'servers', comment: ["each server's address is a trusted source"] };
    const networks = sources
        .filter((source) => source.includes('/') && !/\/(0|32|128)$/.test(source))
        .filter((network) => missing.some((address) => (0, addresses_1.it.covers)(network, address)))
        .map(addresses_1.it.networkOf);
    const widest = [...new Set(networks)].filter((network) => !networks.some((other) => other !== network && (0, addresses_1.it.covers)(other, network)));
    const outside = addresses.filter((address) => !widest.some((network) => (0, addresses_1.it.covers)(network, address)));
    if (widest.length === 0 || outside.some((address) => !single.has(address)))
        return { value: 'servers', comment: [`not a trusted source yet: ${missing.join(', ')}`] };
    return {
        value: [...widest, ...outside.map((address) => `${(0, addresses_1.it.normalise)(address)}/${address.includes(':') ? 128 : 32}`)],
        comment: ["the trusted sources of the main server's firewall that the servers are in"],
    };
}
function builtInServers({ portal }, servers) {
    const replaced = roles_1.it.LISTED_ROLES.filter((role) => servers.some(({ entry }) => entry.role === role && entry.enabled !== false));
    const on = replaced.filter((role) => portal.servers[role].some(({ type, enabled }) => type === 'INTERNAL' && enabled));
    if (on.length === 0)
        return { value: 'disabled', comment: ['the portal has those of the roles below turned off'] };
    return {
        value: 'keep',
        comment: [`these still take calls: ${on.join(', ')}; with "disabled" a deploy turns them off`],
    };
}
function pbxComment({ main, machines }, { pbx }) {
    const comment = [];
    if (!(0, reachable_1.it.isReachable)(main))
        comment.push(`the main server did not answer: ${main.unreachable}`);
    else {
        const image = (0, live_1.it.pbxContainer)({ main })?.image;
        if (image !== undefined)
            comment.push(`the PBX itself runs ${image}; "image" here would have a deploy upgrade it`);
    }
    const used = machines.flatMap(({ facts }) => (0, reachable_1.it.isReachable)(facts)
        ? ((0, reading_1.it.seen)(facts.roles) ?? []).flatMap(({ role, values }) => setting(role, values, 'pbx.private_ip') ?? [])
        : []);
    const other = mostCommon(used.filter((address) => (0, addresses_1.it.normalise)(address) !== (0, addresses_1.it.normalise)(pbx)), addresses_1.it.normalise);
    if (other)
        comment.push(`${other.count} of ${used.length} servers know the PBX by ${other.value}: if that is right, import again with that address`);
    return comment;
}
/** What was found and belongs to no server of the portal. */
function strangers({ others }, servers) {
    const known = new by_address_1.it.ByAddress(servers.map(({ entry }) => [entry.private_ip ?? entry.public_ip, true]));
    return others.flatMap(({ address, facts }) => {
        if (known.has(address))
            return [];
        if (!(0, reachable_1.it.isReachable)(facts))
            return [`${address} did not answer: ${facts.unreachable}`];
        const roles = roles_1.it.ROLE_NAMES.filter((role) => (0, containers_1.it.seenContainer)(facts, roles_1.it.ROLES[role].container));
        if (roles.length === 0)
            return [`${address}: nothing of PortSIP's cluster servers is on this machine`];
        return [
            `${address} runs ${roles.map((role) => (0, article_1.it.withArticle)(roles_1.it.ROLES[role].label)).join(' and ')} that the portal does not have`,
        ];
    });
}
const PATTERNS = {
    image: new RegExp(cluster_schema_json_1.it.default.definitions.image.pattern),
    path: new RegExp(cluster_schema_json_1.it.default.definitions.path.pattern),
};
function matches(kind, value) {
    return value.length <= cluster_schema_json_1.it.default.definitions[kind].maxLength && PATTERNS[kind].test(value);
}

/***/ }),

/***/ 46:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/file.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.expressible = expressible;
exports.finalText = finalText;
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const drift_1 = { get it() { return (__nccwpck_require__(132).drift); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const script_generations_1 = { get it() { return (__nccwpck_require__(984)["script-generations"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const document_1 = __nccwpck_require__(985);
const FILE = 'cluster.yaml';
const parse = (text) => (0, load_1.it.parseCluster)(text, FILE);
const plainText = (drafted) => (0, document_1.clusterFileText)(drafted, { heading: [], notes: () => [] });
const errorsOf = (drafted) => parse(plainText(drafted)).problems.filter(({ severity }) => severity === 'error');
/** The part of a draft that is a valid cluster file, and the cluster that it says. */
function expressible(draft) {
    const drafted = withoutFaults(draft);
    const { cluster, problems } = parse(plainText(drafted));
    if (cluster)
        return { drafted, cluster };
    throw new types_1.it.InputError(`What was found cannot be written as a cluster file: ${problems.map(({ message }) => message).join('; ')}`);
}
/** Servers that no cluster file can have - two on one host, a name with a space - are told, not written. */
function withoutFaults(drafted) {
    if (errorsOf(drafted).length === 0)
        return drafted;
    const servers = [];
    const leftOut = [...drafted.leftOut];
    for (const server of drafted.servers) {
        const [fault] = errorsOf({ ...drafted, file: untrusting(drafted), servers: [...servers, server] });
        if (!fault)
            servers.push(server);
        else
            leftOut.push(`${server.entry.role} server ${JSON.stringify(server.entry.name)}: ${fault.message}`);
    }
    const kept = { ...drafted, servers, leftOut };
    // A network that only servers left out are in covers nothing.
    return errorsOf(kept).length === 0 ? kept : { ...kept, file: untrusting(kept) };
}
function untrusting({ file }) {
    return { ...file, firewall: { trust: 'servers' } };
}
/** The cluster file, with what its own plan would still do said where it is about. */
function finalText(drafted, plan) {
    const { items } = (0, drift_1.it.driftOf)(plan);
    const differences = items.filter(({ deed }) => deed !== undefined);
    const common = differences.filter(({ server }) => !drafted.servers.some(({ entry }) => entry.name === server));
    const scripts = (0, script_generations_1.it.scriptsLine)(plan.scripts);
    const restarts = plan.changes.some((change) => (0, stages_1.it.stageOf)(change) === 'restart');
    const settings = [...new Set(plan.changedSettings.map(({ name }) => name))];
    const heading = [
        `The cluster ${drafted.file.name} as it was found, by portsip-cluster import.`,
        ...(plan.changes.length === 0
            ? [
                settings.length === 0
                    ? 'Its plan is empty: a deploy of this file changes nothing.'
                    : `A deploy of this file does nothing on any server. It only writes down other settings than the last one: ${(0, list_1.it.list)(settings, 20)}.`,
            ]
            : [
                `A deploy of this file would make ${(0, list_1.it.plural)(plan.changes.length, 'change')}, since no cluster file can say exactly what was found:`,
                ...(differences.length > common.length ? ['- see "a deploy would" at the servers below'] : []),
                ...common.map(({ deed, what }) => `- ${deed ?? ''}: ${what}`),
                ...(settings.length > 0 ? [`- and other settings than at the last deploy: ${(0, list_1.it.list)(settings, 20)}`] : []),
                ...(restarts ? ['- and the restarts that go with it'] : []),
            ]),
        ...(scripts === undefined ? [] : [scripts]),
    ];
    const notes = ({ entry, notes: own }) => [
        ...own,
        ...differences
            .filter(({ server }) => server === entry.name)
            .map(({ deed, what }) => `a deploy would ${deed ?? ''}: ${what}`),
    ];
    return (0, document_1.clusterFileText)(drafted, { heading, notes });
}

/***/ }),

/***/ 517:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/import.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.importCluster = importCluster;
const control_plane_1 = { get it() { return (__nccwpck_require__(83)["control-plane/index"]); } };
const live_plan_1 = { get it() { return (__nccwpck_require__(84)["live-plan"]); } };
const open_session_1 = { get it() { return (__nccwpck_require__(984)["open-session"]); } };
const discover_1 = __nccwpck_require__(679);
const draft_1 = __nccwpck_require__(129);
const file_1 = __nccwpck_require__(46);
const seed_1 = __nccwpck_require__(873);
/** Writes the cluster file of a cluster that runs. Changes nothing. */
async function importCluster(config, request) {
    const session = (0, open_session_1.it.openSession)({ ...config, cluster: (0, seed_1.seedCluster)(request) });
    try {
        const found = await (0, discover_1.discover)(session, {
            hosts: request.hosts,
            knownHosts: config.credentials.sshKnownHosts ?? '',
        });
        const { drafted, cluster } = (0, file_1.expressible)((0, draft_1.draft)(found, request, (0, control_plane_1.it.controlPlane)(session.cluster)));
        const { plan } = await (0, live_plan_1.it.lookAround)({ ...session, cluster });
        const { leftOut } = drafted;
        return { cluster, plan, leftOut, text: (0, file_1.finalText)(drafted, plan) };
    }
    finally {
        await (0, open_session_1.it.closeSession)(session);
    }
}

/***/ }),

/***/ 873:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/import/seed.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.givenFields = givenFields;
exports.seedCluster = seedCluster;
const yaml_1 = { get it() { return __nccwpck_require__(777); } };
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
/** The fields of the cluster file that a person decides about. */
function givenFields(request) {
    const { name, pbx, api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes = [] } = request;
    const ha = controlNode !== undefined && {
        high_availability: { control_node: controlNode, ...(nodes.length > 0 && { nodes }) },
    };
    const ssh = {
        ...(sshUser !== undefined && { user: sshUser }),
        ...(sshPort !== undefined && { port: sshPort }),
        ...(jumpHost !== undefined && { jump_host: jumpHost }),
    };
    return {
        version: 1,
        name,
        ...(scriptsPath !== undefined && { scripts_path: scriptsPath }),
        pbx: { private_ip: pbx, ...(api !== undefined && { api }), ...ha },
        ...(Object.keys(ssh).length > 0 && { ssh }),
    };
}
/** A cluster without servers, to look at the real one with. Throws InputError with all that is wrong with the request. */
function seedCluster(request) {
    const { cluster, problems } = (0, load_1.it.parseCluster)((0, yaml_1.it.stringify)({ ...givenFields(request), image: 'portsip/pbx', servers: [] }), 'import');
    if (cluster)
        return cluster;
    throw new types_1.it.InputError(problems
        .filter(({ severity }) => severity === 'error')
        .map(({ message, cure }) => (cure ? `${message} — ${cure}` : message))
        .join('\n'));
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

/***/ 349:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.schema.json");

/***/ }),

/***/ 132:
/***/ (function (module) {

"use strict";
module.exports = require("./drift.js");

/***/ }),

/***/ 316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

/***/ }),

/***/ 83:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

/***/ }),

/***/ 84:
/***/ (function (module) {

"use strict";
module.exports = require("./plan.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 777:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/yaml.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(602);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=import.js.map
