"use strict";
exports.id = 9831;
exports.ids = [9831,6382];
exports.modules = {

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
/* unused harmony export couldSee */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5958);
/* harmony import */ var _text_natural_order__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27952);




/** Findings that say that somebody changed the live cluster, and that no deploy ends; with where they are seen. */
const DRIFTED = new Map([
    ['firewalld-not-running', { on: 'portal' }],
    ['zone-conflict', { on: 'firewall' }],
    ['address-denied', { on: 'portal' }],
]);
/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
function driftOf(plan) {
    const { changes, warnings } = plan;
    const isRestart = (change) => (0,_stages__WEBPACK_IMPORTED_MODULE_2__/* .stageOf */ .gV)(change) === 'restart';
    const findings = warnings.flatMap((finding) => {
        const { code, server = '' } = finding;
        const sight = DRIFTED.get(code);
        if (code === 'unmanaged-server')
            return [fromFinding('unmanaged', `unmanaged/${server}`, finding)];
        return sight ? [fromFinding('finding', `finding/${code}/${server}`, finding, sight)] : [];
    });
    return {
        items: inOrder([...changes.filter((change) => !isRestart(change)).map(fromChange), ...findings]),
        unseen: [
            ...new Set(warnings.flatMap(({ code, server }) => (code === 'host-unreachable' && server !== undefined ? [server] : []))),
        ].sort(_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U),
        firewallUnseen: warnings.some(({ code }) => code === 'node-unreachable' || code === 'firewalld-not-running'),
        owed: changes.filter(isRestart).map(({ id }) => id),
        notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
    };
}
/** The same with all that machines said put through `say`. */
function inWords(drift, say) {
    const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
    return { ...drift, items, notes: drift.notes.map(say) };
}
function fromChange(change) {
    const { id, action, server, impact } = change;
    const words = (0,_stages__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(change);
    const values = (words.selfExplaining?.(change) ? [] : words.differences(change)).map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`);
    // Of what is missing as a whole, or is one too many, the reason tells more than its values.
    const what = values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : words.reason(change);
    const [verb, particle] = words.deed(change);
    return {
        id,
        kind: 'change',
        ...(server !== undefined && { server }),
        deed: [verb, words.target(change), particle].filter(Boolean).join(' '),
        what,
        impact,
        sight: sightOf(change),
    };
}
function sightOf(change) {
    switch (change.kind) {
        case 'trusted-source':
        case 'source-removal':
            return { on: 'firewall' };
        case 'role':
        case 'role-removal':
        case 'pbx-image':
            return { on: 'host' };
        // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
        case 'built-in-on':
        case 'built-in-off':
            return { on: 'hosts', role: change.role };
        default:
            return { on: 'portal' };
    }
}
function fromFinding(kind, id, { server, message }, sight = { on: 'portal' }) {
    return { id, kind, ...(server !== undefined && { server }), what: message, impact: 'none', sight };
}
/** Whether a look that did not see everything could have seen an item. */
function couldSee({ server, sight }, { unseen, firewallUnseen }, cluster) {
    const inFile = (name) => cluster.servers.find((one) => one.name === name);
    // Nobody can say what such a look had to see.
    if (!sight)
        return unseen.length === 0 && !firewallUnseen;
    if (sight.on === 'hosts')
        return !unseen.some((name) => inFile(name)?.role === sight.role);
    if (sight.on === 'firewall' && firewallUnseen)
        return false;
    if (server === undefined || !unseen.includes(server))
        return true;
    // The portal and the main server were asked; of what left the file everything waits for its host.
    return sight.on !== 'host' && inFile(server) !== undefined;
}
/**
 * What there is, and what there was that this look could not see: a host that does not answer hides what is on it, and drift
 * that nobody saw end has not ended.
 */
function carry(before, drift, cluster) {
    const present = new Set(drift.items.map(({ id }) => id));
    return inOrder([
        ...drift.items,
        ...before.filter((item) => !present.has(item.id) && !couldSee(item, drift, cluster)),
    ]);
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
    return [...items].sort((a, b) => (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.server ?? '', b.server ?? '') || (0,_text_natural_order__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(a.id, b.id));
}
/** Whatever was written, only items of the right shape; undefined when it holds none at all. */
function readItems(value) {
    if (!Array.isArray(value))
        return undefined;
    const items = [];
    for (const entry of value) {
        if (!Array.isArray(entry))
            return undefined;
        const [id, server, does, what, impact, kind, on, role] = entry;
        const known = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .IMPACTS */ .wD.find((one) => one === impact);
        if (typeof id !== 'string' || typeof what !== 'string' || known === undefined)
            return undefined;
        const sight = readSight(on, role);
        items.push({
            id,
            // Earlier releases wrote none.
            kind: ITEM_KINDS.find((one) => one === kind) ?? (typeof does === 'string' ? 'change' : 'finding'),
            ...(typeof server === 'string' && { server }),
            ...(typeof does === 'string' && { deed: does }),
            what,
            impact: known,
            ...(sight && { sight }),
        });
    }
    return items;
}
const ITEM_KINDS = ['change', 'unmanaged', 'finding'];
function readSight(on, role) {
    if (on === 'hosts')
        return typeof role === 'string' && (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(role) ? { on, role } : undefined;
    return on === 'portal' || on === 'host' || on === 'firewall' ? { on } : undefined;
}
/** For `readItems`. */
function writeItems(items) {
    return items.map(({ id, kind, server, deed: does, what, impact, sight }) => [
        id,
        server ?? null,
        does ?? null,
        what,
        impact,
        kind,
        ...(sight ? [sight.on] : []),
        ...(sight?.on === 'hosts' ? [sight.role] : []),
    ]);
}
//# sourceMappingURL=drift.js.map

/***/ }),

/***/ 59831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importCluster: () => (/* binding */ importCluster)
});

// EXTERNAL MODULE: ./build/src/host/control-plane/index.js + 5 modules
var control_plane = __webpack_require__(98064);
// EXTERNAL MODULE: ./build/src/plan/live-plan.js
var live_plan = __webpack_require__(16382);
// EXTERNAL MODULE: ./build/src/stages/open-session.js + 16 modules
var open_session = __webpack_require__(52350);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var cluster_addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/build.js
var build = __webpack_require__(75487);
// EXTERNAL MODULE: ./build/src/cluster/by-address.js
var by_address = __webpack_require__(85039);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var cluster_roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/host/known-hosts.js
var known_hosts = __webpack_require__(3012);
// EXTERNAL MODULE: ./build/src/host/reachable.js
var reachable = __webpack_require__(54250);
// EXTERNAL MODULE: ./build/src/stages/cluster-record.js
var cluster_record = __webpack_require__(53862);
// EXTERNAL MODULE: ./build/src/stages/observe.js
var observe = __webpack_require__(79540);
;// CONCATENATED MODULE: ./build/src/import/discover.js










/**
 * Asks the portal, the main server and every host that they name. A host that only a whitelist or a firewall names is asked when
 * its key is known: whoever put it into known_hosts meant it. Throws InputError for a high-availability PBX whose control node was not given.
 */
async function discover(session, { hosts: given, knownHosts }) {
    const { cluster, pbx } = session;
    const plane = (0,control_plane/* controlPlane */.mM)(cluster);
    const request = { scriptsPath: cluster.scriptsPath, dataPath: build/* DEFAULTS */.z.data_path };
    for (const address of given)
        if (!(0,cluster_addresses/* isAddress */.PW)(address))
            throw new types/* InputError */.dz(`${address} is not an IP address`);
    const [{ servers, status, ipFilters, im }, main, apiVersion] = await Promise.all([
        (0,observe/* readPortal */.Nx)(session, true),
        (0,observe/* look */.Op)(session, cluster.pbx.machine, {
            ...request,
            scriptsPath: plane.pbxScriptsPath,
            firewall: true,
            record: cluster.name,
        }),
        pbx.apiVersion().catch(() => undefined),
    ]);
    if ((0,reachable/* isReachable */.k)(main) && plane.name === 'standalone')
        await refuseHighAvailability(session);
    const { record } = (0,reachable/* isReachable */.k)(main) ? (0,cluster_record/* parseRecord */.H)(main.record, cluster.name) : {};
    const named = [
        ...cluster_roles/* LISTED_ROLES */.cS.flatMap((role) => servers[role].filter(({ type }) => type === 'EXTERNAL')).map(({ privateIp, publicIp }) => privateIp ?? publicIp),
        im.privateIp ?? im.publicIp,
        ...Object.values(record?.servers ?? {}).map(({ address }) => address),
        ...given,
    ];
    const trusted = (0,reachable/* isReachable */.k)(main) ? (main.firewall?.trusted.permanent ?? []) : [];
    const known = (0,known_hosts/* parseKnownHosts */.uJ)(knownHosts);
    const hinted = [...ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr), ...trusted].filter((source) => (0,cluster_addresses/* isAddress */.PW)((0,cluster_addresses/* normalise */.j7)(source)) && known.knows((0,cluster_addresses/* normalise */.j7)(source), cluster.ssh.port));
    const own = new Set([cluster.pbx.privateIp, ...plane.pbxMachines.map(({ address }) => address)].map(cluster_addresses/* normalise */.j7));
    const addresses = (list) => new Set(list.flatMap((address) => (address && !own.has((0,cluster_addresses/* normalise */.j7)(address)) ? [(0,cluster_addresses/* normalise */.j7)(address)] : [])));
    const machines = await Promise.all([...addresses([...named, ...hinted])].map(async (address) => {
        const facts = await (0,observe/* look */.Op)(session, { name: address, address, ssh: cluster.ssh }, request);
        return { address, facts };
    }));
    const expected = addresses(named.slice(0, named.length - given.length));
    return {
        main,
        portal: { servers, status, ipFilters, im },
        machines,
        byAddress: new by_address/* ByAddress */.I(machines.map((machine) => [machine.address, machine])),
        others: machines.filter(({ address, facts }) => !expected.has(address) && (runsRole(facts) || given.includes(address))),
        ...(record && { record }),
        ...(apiVersion !== undefined && { apiVersion }),
    };
}
function runsRole(facts) {
    return (0,reachable/* isReachable */.k)(facts) && facts.containers.some(({ name }) => cluster_roles/* ROLE_CONTAINERS */.KT.has(name));
}
/** The first node of such a cluster installs and drives the servers, whichever is active: nobody can guess it. */
async function refuseHighAvailability(session) {
    const { machine, privateIp } = session.cluster.pbx;
    const facts = await (0,observe/* look */.Op)(session, machine, { scriptsPath: build/* DEFAULTS */.z.ha_scripts_path, dataPath: build/* DEFAULTS */.z.data_path });
    if (!(0,reachable/* isReachable */.k)(facts) || !facts.scripts.includes('ha_ctl.sh'))
        return;
    throw new types/* InputError */.dz(`${privateIp} is a node of a high-availability PBX (${build/* DEFAULTS */.z.ha_scripts_path}/ha_ctl.sh), so import has to know which one its scripts are run on: --control-node ADDRESS --nodes ADDRESS,… (inputs control-node, nodes)`);
}
//# sourceMappingURL=discover.js.map
// EXTERNAL MODULE: ./build/schema/cluster.schema.json
var cluster_schema = __webpack_require__(74546);
// EXTERNAL MODULE: ./build/src/cluster/image.js
var cluster_image = __webpack_require__(76910);
// EXTERNAL MODULE: ./build/src/cluster/paths.js
var paths = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/src/stages/live.js
var live = __webpack_require__(29508);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/cluster/load.js + 16 modules
var load = __webpack_require__(33533);
;// CONCATENATED MODULE: ./build/src/import/seed.js



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
    const { cluster, problems } = (0,load.parseCluster)((0,dist/* stringify */.As)({ ...givenFields(request), image: 'portsip/pbx', servers: [] }), 'import');
    if (cluster)
        return cluster;
    throw new types/* InputError */.dz(problems
        .filter(({ severity }) => severity === 'error')
        .map(({ message, cure }) => (cure ? `${message} — ${cure}` : message))
        .join('\n'));
}
//# sourceMappingURL=seed.js.map
;// CONCATENATED MODULE: ./build/src/import/draft.js











/** Pure: what was found, in the words of a cluster file. Nothing is checked yet. */
function draft(found, request, plane) {
    const servers = cluster_roles/* ROLE_NAMES */.ST.flatMap((role) => serversOf(found, role)).sort((a, b) => (0,names/* inRoleOrder */.Mg)(a.entry, b.entry));
    for (const { entry } of servers)
        if (plane.decides(entry.role).has('data_path'))
            delete entry.data_path;
    const image = commonImage(servers, found);
    const dataPath = commonDataPath(servers);
    for (const { entry } of servers) {
        if (entry.image !== undefined && (0,cluster_image/* sameImage */.G4)(entry.image, image.value))
            delete entry.image;
        if (entry.data_path === dataPath)
            delete entry.data_path;
    }
    const addresses = servers.map(({ entry }) => entry.private_ip ?? entry.public_ip ?? '');
    const trust = trustedBy((0,reachable/* isReachable */.k)(found.main) ? found.main.firewall : undefined, addresses);
    const builtIn = builtInServers(found, servers);
    return {
        file: {
            ...givenFields(request),
            image: image.value,
            ...(dataPath !== undefined && dataPath !== build/* DEFAULTS */.z.data_path && { data_path: dataPath }),
            firewall: { trust: trust.value },
            built_in_servers: builtIn.value,
            unmanaged_servers: 'report',
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
const machineAt = (found, address) => address === undefined ? undefined : found.byAddress.get(address);
function serversOf(found, role) {
    if ((0,cluster_roles/* isListed */.yy)(role))
        return listedServers(found, role);
    return cluster_roles/* ROLES */.gg[role].portal.kind === 'addresses' ? addressedServer(found, role) : hiddenServer(found, role);
}
function listedServers(found, role) {
    return found.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => {
        const { name, enabled, privateIp, publicIp } = server;
        const { fields, notes } = onHost(found, role, privateIp ?? publicIp);
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
/** In the cluster file's words */
function limits(server) {
    const entry = {};
    for (const { name, field } of (0,cluster_roles/* collectionOf */.iw)(server.role).limits) {
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
                ...(expressible && { chat_files: (0,paths/* plainPath */.s)(files) }),
                ...fields,
            },
            notes,
        },
    ];
}
/** The PBX tells nothing of it: it is where its container is. */
function hiddenServer(found, role) {
    const recorded = Object.values(found.record?.servers ?? {}).find((server) => server.role === role)?.address;
    const runs = ({ facts }) => (0,reachable/* isReachable */.k)(facts) && facts.containers.some(({ name }) => name === cluster_roles/* ROLES */.gg[role].container);
    const address = found.machines.find(runs)?.address ?? recorded;
    if (address === undefined)
        return [];
    const { fields, values, notes } = onHost(found, role, address);
    const publicIp = setting(role, values, 'public_ip');
    const own = setting(role, values, 'private_ip') ?? (publicIp === undefined ? address : undefined);
    const clickhouse = setting(role, values, 'clickhouse_image');
    return [
        {
            entry: {
                ...named(found, role, address, notes),
                ...(own !== undefined && { private_ip: own }),
                ...(publicIp !== undefined && { public_ip: publicIp }),
                ...(clickhouse !== undefined &&
                    !(0,cluster_image/* sameImage */.G4)(clickhouse, cluster_roles/* DEFAULT_CLICKHOUSE_IMAGE */.hU) &&
                    matches('image', clickhouse) && { clickhouse_image: clickhouse }),
                ...fields,
            },
            notes,
        },
    ];
}
/** The name that this project knew it by, or a new one: it is on no machine. */
function named(found, role, address, notes) {
    const recorded = Object.entries(found.record?.servers ?? {}).find(([, server]) => server.role === role)?.[0];
    if (recorded !== undefined)
        return { name: recorded, role };
    // What this project wrote into the whitelist: "acme: im-server-1"
    const described = found.portal.ipFilters
        .filter(({ cidr }) => (0,cluster_addresses/* normalise */.j7)(cidr) === (0,cluster_addresses/* normalise */.j7)(address))
        .flatMap(({ description = '' }) => /^[a-z0-9-]+: ([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(description)?.[1] ?? [])[0];
    if (described === undefined)
        notes.push(`the name is chosen here: neither the PBX nor the host keeps one for a ${cluster_roles/* ROLES */.gg[role].label}`);
    return { name: described ?? cluster_roles/* ROLES */.gg[role].exampleName, role };
}
/** What the host of a server tells: its image, where its data is, and what it was installed with. */
function onHost(found, role, address) {
    const fields = {};
    const notes = [];
    const machine = machineAt(found, address);
    if (!machine || !(0,reachable/* isReachable */.k)(machine.facts)) {
        notes.push(`its host did not answer${machine && !(0,reachable/* isReachable */.k)(machine.facts) ? `: ${machine.facts.unreachable}` : ''}`, 'image, data_path and what else only the host knows are taken to be those of the other servers');
        return { fields, notes, values: {} };
    }
    const { facts } = machine;
    const values = facts.roles.find((config) => config.role === role)?.values ?? {};
    const container = facts.containers.find(({ name }) => name === cluster_roles/* ROLES */.gg[role].container);
    if (!container)
        notes.push(`no ${cluster_roles/* ROLES */.gg[role].label} is installed on its host (${cluster_roles/* ROLES */.gg[role].container} is not there)`);
    else if (matches('image', container.image))
        fields.image = container.image;
    else
        notes.push(`it runs the image ${container.image}, which cannot be written in a cluster file`);
    const dataPath = setting(role, values, 'data_path');
    if (dataPath !== undefined && matches('path', dataPath))
        fields.data_path = (0,paths/* plainPath */.s)(dataPath);
    else if (container)
        notes.push('its host does not tell data_path (the control script’s configuration is not there)');
    return { fields, notes, values };
}
/** What the role's control script was told; undefined: nothing */
function setting(role, values, name) {
    const key = cluster_roles/* ROLES */.gg[role].keys[name];
    return key === undefined ? undefined : values[key] || undefined;
}
/** What most servers run is the cluster's image. */
function commonImage(servers, { main, apiVersion }) {
    const images = servers.flatMap(({ entry }) => entry.image ?? []);
    const common = mostCommon(images, cluster_image/* imageName */.tO);
    if (common)
        return { value: common.value, comment: [`${common.count} of ${servers.length} servers run it`] };
    const pbx = (0,live/* pbxContainer */.sT)({ main })?.image;
    if (pbx !== undefined && matches('image', pbx))
        return { value: pbx, comment: ['what the PBX itself runs; no server told'] };
    const major = /^\d+/.exec(apiVersion ?? '')?.[0] ?? '22';
    return { value: `portsip/pbx:${major}`, comment: ['NOT KNOWN: no host told which image it runs; correct this'] };
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
        return { value: 'servers', comment: ['NOT KNOWN: firewalld on the main server did not tell'] };
    const active = new by_address/* ByAddress */.I(firewall.trusted.runtime.map((source) => [source, true]));
    const sources = firewall.trusted.permanent.filter((source) => active.has(source));
    const single = new by_address/* ByAddress */.I(sources.map((source) => [source, true]));
    const missing = addresses.filter((address) => !single.has(address));
    if (missing.length === 0)
        return { value: 'servers', comment: ['each server’s address is a trusted source'] };
    const networks = sources
        .filter((source) => source.includes('/') && !/\/(0|32|128)$/.test(source))
        .filter((network) => missing.some((address) => (0,cluster_addresses/* covers */.hU)(network, address)))
        .map(cluster_addresses/* networkOf */.Af);
    const widest = [...new Set(networks)].filter((network) => !networks.some((other) => other !== network && (0,cluster_addresses/* covers */.hU)(other, network)));
    const outside = addresses.filter((address) => !widest.some((network) => (0,cluster_addresses/* covers */.hU)(network, address)));
    if (widest.length === 0 || outside.some((address) => !single.has(address)))
        return { value: 'servers', comment: [`not a trusted source by now: ${missing.join(', ')}`] };
    return {
        value: [...widest, ...outside.map((address) => `${(0,cluster_addresses/* normalise */.j7)(address)}/${address.includes(':') ? 128 : 32}`)],
        comment: ['the trusted sources of the main server’s firewall that the servers are in'],
    };
}
function builtInServers({ portal }, servers) {
    const replaced = cluster_roles/* LISTED_ROLES */.cS.filter((role) => servers.some(({ entry }) => entry.role === role && entry.enabled !== false));
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
    if (!(0,reachable/* isReachable */.k)(main))
        comment.push(`the main server did not answer: ${main.unreachable}`);
    else {
        const image = (0,live/* pbxContainer */.sT)({ main })?.image;
        if (image !== undefined)
            comment.push(`the PBX itself runs ${image}; "image" here would have a deploy upgrade it`);
    }
    const used = machines.flatMap(({ facts }) => (0,reachable/* isReachable */.k)(facts) ? facts.roles.flatMap(({ role, values }) => setting(role, values, 'pbx.private_ip') ?? []) : []);
    const other = mostCommon(used.filter((address) => (0,cluster_addresses/* normalise */.j7)(address) !== (0,cluster_addresses/* normalise */.j7)(pbx)), cluster_addresses/* normalise */.j7);
    if (other)
        comment.push(`${other.count} of ${used.length} servers know the PBX by ${other.value}: if that is right, import again with that address`);
    return comment;
}
/** What was found and belongs to no server of the portal. */
function strangers({ others }, servers) {
    const known = new by_address/* ByAddress */.I(servers.map(({ entry }) => [entry.private_ip ?? entry.public_ip, true]));
    return others.flatMap(({ address, facts }) => {
        if (known.has(address))
            return [];
        if (!(0,reachable/* isReachable */.k)(facts))
            return [`${address} did not answer: ${facts.unreachable}`];
        const roles = cluster_roles/* ROLE_NAMES */.ST.filter((role) => facts.containers.some(({ name }) => name === cluster_roles/* ROLES */.gg[role].container));
        if (roles.length === 0)
            return [`${address}: nothing of PortSIP's cluster servers is on this machine`];
        return [
            `${address} runs a ${roles.map((role) => cluster_roles/* ROLES */.gg[role].label).join(' and a ')} that the portal does not have`,
        ];
    });
}
const PATTERNS = {
    image: new RegExp(cluster_schema.definitions.image.pattern),
    path: new RegExp(cluster_schema.definitions.path.pattern),
};
function matches(kind, value) {
    return value.length <= cluster_schema.definitions[kind].maxLength && PATTERNS[kind].test(value);
}
//# sourceMappingURL=draft.js.map
// EXTERNAL MODULE: ./build/src/drift/drift.js
var drift = __webpack_require__(68725);
// EXTERNAL MODULE: ./build/src/stages/index.js + 3 modules
var stages = __webpack_require__(5958);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
// EXTERNAL MODULE: ./build/src/text/printable.js
var printable = __webpack_require__(47335);
;// CONCATENATED MODULE: ./build/src/import/document.js



/** The cluster file as text. Comments hold what machines answered: each is one line of plain characters. */
function clusterFileText({ file, servers, comments, leftOut }, { heading, notes }) {
    const { version, name, image, data_path, scripts_path, pbx, ssh, firewall, built_in_servers, unmanaged_servers } = file;
    const document = new dist/* Document */.yo({
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
    });
    document.commentBefore = comment([`yaml-language-server: $schema=${cluster_schema.$id}`, ...heading]);
    document.comment = comment(UNKNOWN);
    const { contents } = document;
    if (!(0,dist/* isMap */.jh)(contents))
        throw new Error('a cluster file is a mapping');
    for (const pair of contents.items) {
        const key = (0,dist/* isScalar */.jn)(pair.key) ? pair.key : (pair.key = document.createNode(pair.key));
        const field = String(key.value);
        const said = { ...comments, trust: undefined, firewall: comments.trust, servers: LEGEND }[field];
        if (said?.length)
            key.commentBefore = comment(said);
        if (['pbx', 'servers', 'firewall', 'built_in_servers'].includes(field))
            key.spaceBefore = true;
    }
    const list = document.get('servers', true);
    if ((0,dist/* isSeq */.oP)(list)) {
        list.items.forEach((item, index) => {
            const server = servers[index];
            const said = server ? notes(server) : [];
            if ((0,dist/* isMap */.jh)(item) && said.length > 0)
                item.commentBefore = comment(said);
        });
        if (leftOut.length > 0)
            list.comment = comment(['Found, and not in this file:', ...leftOut.map((line) => `- ${line}`)]);
    }
    return document.toString({ lineWidth: 0 });
}
const LEGEND = [
    'name, role, addresses, enabled and max_…: from the portal. image, data_path, chat_files, clickhouse_image, and of Data Flow',
    'the addresses: from the hosts.',
];
const UNKNOWN = [
    'No machine knows how servers are to be restarted: the defaults hold, one of a role at a time, once its calls have ended or 30',
    'minutes are over, at any hour. To change that:',
    'restart:',
    '  max_unavailable: 1',
    '  drain_timeout: 30m',
    '  window: { days: [sat, sun], from: "02:00", to: "05:00", timezone: UTC }',
];
/** Whatever it holds, it stays a comment. */
function comment(lines) {
    return lines.map((line) => ` ${(0,printable/* printable */.g$)(line)}`).join('\n');
}
//# sourceMappingURL=document.js.map
;// CONCATENATED MODULE: ./build/src/import/file.js






const FILE = 'cluster.yaml';
const parse = (text) => (0,load.parseCluster)(text, FILE);
const plainText = (drafted) => clusterFileText(drafted, { heading: [], notes: () => [] });
const errorsOf = (drafted) => parse(plainText(drafted)).problems.filter(({ severity }) => severity === 'error');
/** The part of a draft that is a valid cluster file, and the cluster that it says. */
function expressible(draft) {
    const drafted = withoutFaults(draft);
    const { cluster, problems } = parse(plainText(drafted));
    if (cluster)
        return { drafted, cluster };
    throw new types/* InputError */.dz(`What was found cannot be written as a cluster file: ${problems.map(({ message }) => message).join('; ')}`);
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
    const { items } = (0,drift/* driftOf */.$p)(plan);
    const differences = items.filter(({ deed }) => deed !== undefined);
    const common = differences.filter(({ server }) => !drafted.servers.some(({ entry }) => entry.name === server));
    const restarts = plan.changes.some((change) => (0,stages/* stageOf */.gV)(change) === 'restart');
    const heading = [
        `The cluster ${drafted.file.name} as it was found, by portsip-cluster import.`,
        ...(plan.changes.length === 0
            ? ['Its plan is empty: a deploy of this file changes nothing.']
            : [
                `A deploy of this file would make ${(0,list/* plural */.L)(plan.changes.length, 'change')}, since no cluster file says quite what was found:`,
                ...(differences.length > common.length ? ['- see "a deploy would" at the servers below'] : []),
                ...common.map(({ deed, what }) => `- ${deed ?? ''}: ${what}`),
                ...(restarts ? ['- and the restarts that go with it'] : []),
            ]),
    ];
    const notes = ({ entry, notes: own }) => [
        ...own,
        ...differences
            .filter(({ server }) => server === entry.name)
            .map(({ deed, what }) => `a deploy would ${deed ?? ''}: ${what}`),
    ];
    return clusterFileText(drafted, { heading, notes });
}
//# sourceMappingURL=file.js.map
;// CONCATENATED MODULE: ./build/src/import/import.js







/** Writes the cluster file of a cluster that runs. Changes nothing. */
async function importCluster(config, request) {
    const session = (0,open_session/* openSession */.f)({ ...config, cluster: seedCluster(request) });
    try {
        const found = await discover(session, {
            hosts: request.hosts,
            knownHosts: config.credentials.sshKnownHosts ?? '',
        });
        const { drafted, cluster } = expressible(draft(found, request, (0,control_plane/* controlPlane */.mM)(session.cluster)));
        const { plan } = await (0,live_plan/* lookAround */.h)({ ...session, cluster });
        const { leftOut } = drafted;
        return { cluster, plan, leftOut, text: finalText(drafted, plan) };
    }
    finally {
        await (0,open_session/* closeSession */.V)(session);
    }
}
//# sourceMappingURL=import.js.map

/***/ }),

/***/ 16382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lookAround),
/* harmony export */   look: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _stages_open_session__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52350);
/* harmony import */ var _stages_observe__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79540);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24784);



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

/***/ })

};
;
//# sourceMappingURL=9831.index.js.map