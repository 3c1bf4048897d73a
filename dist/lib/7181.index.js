"use strict";
exports.id = 7181;
exports.ids = [7181,3433,6907,2683,6382,5064];
exports.modules = {

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

/***/ 59831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importCluster: () => (/* binding */ importCluster)
});

// EXTERNAL MODULE: ./build/src/plan/live-plan.js
var live_plan = __webpack_require__(16382);
// EXTERNAL MODULE: ./build/src/stages/open-session.js + 16 modules
var open_session = __webpack_require__(2943);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var cluster_addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/build.js
var build = __webpack_require__(75487);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var cluster_roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/host/commands.js
var commands = __webpack_require__(77471);
// EXTERNAL MODULE: ./build/src/host/known-hosts.js
var known_hosts = __webpack_require__(3012);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/observe.js
var observe = __webpack_require__(79540);
// EXTERNAL MODULE: ./build/src/stages/record.js
var stages_record = __webpack_require__(23307);
// EXTERNAL MODULE: ./build/src/cluster/by-address.js
var by_address = __webpack_require__(85039);
// EXTERNAL MODULE: ./build/src/stages/types.js
var stages_types = __webpack_require__(93781);
;// CONCATENATED MODULE: ./build/src/import/discover.js











/**
 * Asks the portal, the main server and every host that they name. A host that only a whitelist or a firewall names is asked when
 * its key is known: whoever put it into known_hosts meant it. Throws InputError for a high-availability PBX whose control node was not given.
 */
async function discover(session, { hosts: given, knownHosts }) {
    const { cluster, pbx } = session;
    const request = { scriptsPath: cluster.scriptsPath, dataPath: build/* DEFAULTS */.z.data_path };
    for (const address of given)
        if (!(0,cluster_addresses/* isAddress */.PW)(address))
            throw new types/* InputError */.dz(`${address} is not an IP address`);
    const [{ servers, status, ipFilters, im }, main, apiVersion] = await Promise.all([
        (0,observe/* readPortal */.Nx)(session, true),
        (0,observe/* look */.Op)(session, cluster.pbx.machine, {
            ...request,
            scriptsPath: cluster.pbx.highAvailability?.scriptsPath ?? cluster.scriptsPath,
            firewall: true,
            record: cluster.name,
        }),
        pbx.apiVersion().catch(() => undefined),
    ]);
    if ((0,stages_types/* isReachable */.kj)(main) && !cluster.pbx.highAvailability)
        await refuseHighAvailability(session);
    const { record } = (0,stages_types/* isReachable */.kj)(main) ? (0,stages_record/* parseRecord */.Hh)(main.record, cluster.name) : {};
    const named = [
        ...names/* LISTED_ROLES */.cS.flatMap((role) => servers[role].filter(({ type }) => type === 'EXTERNAL')).map(({ privateIp, publicIp }) => privateIp ?? publicIp),
        im.privateIp ?? im.publicIp,
        ...Object.values(record?.servers ?? {}).map(({ address }) => address),
        ...given,
    ];
    const trusted = (0,stages_types/* isReachable */.kj)(main) ? (main.firewall?.trusted.permanent ?? []) : [];
    const known = (0,known_hosts/* parseKnownHosts */.uJ)(knownHosts);
    const hinted = [...ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr), ...trusted].filter((source) => (0,cluster_addresses/* isAddress */.PW)((0,cluster_addresses/* normalise */.j7)(source)) && known.knows((0,cluster_addresses/* normalise */.j7)(source), cluster.ssh.port));
    const own = new Set([cluster.pbx.privateIp, ...(0,commands/* pbxMachines */.D)(cluster).map(({ address }) => address)].map(cluster_addresses/* normalise */.j7));
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
    return (0,stages_types/* isReachable */.kj)(facts) && facts.containers.some(({ name }) => cluster_roles/* ROLE_CONTAINERS */.K.has(name));
}
/** The first node of such a cluster installs and drives the servers, whichever is active: nobody can guess it. */
async function refuseHighAvailability(session) {
    const { machine, privateIp } = session.cluster.pbx;
    const facts = await (0,observe/* look */.Op)(session, machine, { scriptsPath: build/* DEFAULTS */.z.ha_scripts_path, dataPath: build/* DEFAULTS */.z.data_path });
    if (!(0,stages_types/* isReachable */.kj)(facts) || !facts.scripts.includes('ha_ctl.sh'))
        return;
    throw new types/* InputError */.dz(`${privateIp} is a node of a high-availability PBX (${build/* DEFAULTS */.z.ha_scripts_path}/ha_ctl.sh), so import has to know which one its scripts are run on: --control-node ADDRESS --nodes ADDRESS,… (inputs control-node, nodes)`);
}
//# sourceMappingURL=discover.js.map
// EXTERNAL MODULE: ./build/schema/cluster.schema.json
var cluster_schema = __webpack_require__(74546);
// EXTERNAL MODULE: ./build/src/cluster/paths.js
var paths = __webpack_require__(17731);
// EXTERNAL MODULE: ./build/src/stages/install.js + 2 modules
var install = __webpack_require__(83978);
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
function draft(found, request) {
    const servers = [...listedServers(found), ...imServer(found), ...dataflowServer(found)].sort((a, b) => (0,names/* inRoleOrder */.Mg)(a.entry, b.entry));
    // PortSIP's high-availability scripts decide about it, but for Data Flow.
    if (request.controlNode !== undefined)
        for (const { entry } of servers)
            if (entry.role !== 'dataflow')
                delete entry.data_path;
    const image = commonImage(servers, found);
    const dataPath = commonDataPath(servers);
    for (const { entry } of servers) {
        if (entry.image !== undefined && (0,commands/* imageName */.tO)(entry.image) === (0,commands/* imageName */.tO)(image.value))
            delete entry.image;
        if (entry.data_path === dataPath)
            delete entry.data_path;
    }
    const addresses = servers.map(({ entry }) => entry.private_ip ?? entry.public_ip ?? '');
    const trust = trustedBy((0,stages_types/* isReachable */.kj)(found.main) ? found.main.firewall : undefined, addresses);
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
function listedServers(found) {
    return names/* LISTED_ROLES */.cS.flatMap((role) => found.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map(({ name, enabled, privateIp, publicIp, maxCallSessions, maxRooms, maxParticipants }) => {
        const { fields, notes } = onHost(found, role, privateIp ?? publicIp);
        return {
            entry: {
                name,
                role,
                ...(privateIp !== undefined && { private_ip: privateIp }),
                ...(publicIp !== undefined && { public_ip: publicIp }),
                ...(!enabled && { enabled }),
                ...(maxCallSessions !== undefined && { max_call_sessions: maxCallSessions }),
                ...(maxRooms !== undefined && { max_rooms: maxRooms }),
                ...(maxParticipants !== undefined && { max_participants: maxParticipants }),
                ...fields,
            },
            notes,
        };
    }));
}
/** The portal keeps its addresses and no name. */
function imServer(found) {
    const { privateIp, publicIp } = found.portal.im;
    const address = privateIp ?? publicIp;
    if (address === undefined)
        return [];
    const { fields, values, notes } = onHost(found, 'im', address);
    const files = values['STORAGE'];
    const expressible = files !== undefined && files !== '' && matches('path', files);
    if (files && !expressible)
        notes.push('its chat_files cannot be written in a cluster file');
    return [
        {
            entry: {
                ...named(found, 'im', address, notes),
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
function dataflowServer(found) {
    const recorded = Object.values(found.record?.servers ?? {}).find(({ role }) => role === 'dataflow')?.address;
    const runs = ({ facts }) => (0,stages_types/* isReachable */.kj)(facts) && facts.containers.some(({ name }) => name === cluster_roles/* ROLES */.g.dataflow.container);
    const address = found.machines.find(runs)?.address ?? recorded;
    if (address === undefined)
        return [];
    const { fields, values, notes } = onHost(found, 'dataflow', address);
    const { PRI_IP_ADDRESS: privateIp, PUB_IP_ADDRESS: publicIp, DB_IMG: clickhouse } = values;
    const own = privateIp || (publicIp ? undefined : address);
    return [
        {
            entry: {
                ...named(found, 'dataflow', address, notes),
                ...(own !== undefined && { private_ip: own }),
                ...(publicIp && { public_ip: publicIp }),
                ...(clickhouse &&
                    (0,commands/* imageName */.tO)(clickhouse) !== (0,commands/* imageName */.tO)(build/* DEFAULTS */.z.clickhouse_image) &&
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
        notes.push(`the name is chosen here: neither the PBX nor the host keeps one for a ${cluster_roles/* ROLES */.g[role].label}`);
    return { name: described ?? `${role}-server-1`, role };
}
/** What the host of a server tells: its image, where its data is, and what it was installed with. */
function onHost(found, role, address) {
    const fields = {};
    const notes = [];
    const machine = machineAt(found, address);
    if (!machine || !(0,stages_types/* isReachable */.kj)(machine.facts)) {
        notes.push(`its host did not answer${machine && !(0,stages_types/* isReachable */.kj)(machine.facts) ? `: ${machine.facts.unreachable}` : ''}`, 'image, data_path and what else only the host knows are taken to be those of the other servers');
        return { fields, notes, values: {} };
    }
    const { facts } = machine;
    const values = facts.roles.find((config) => config.role === role)?.values ?? {};
    const container = facts.containers.find(({ name }) => name === cluster_roles/* ROLES */.g[role].container);
    if (!container)
        notes.push(`no ${cluster_roles/* ROLES */.g[role].label} is installed on its host (${cluster_roles/* ROLES */.g[role].container} is not there)`);
    else if (matches('image', container.image))
        fields.image = container.image;
    else
        notes.push(`it runs the image ${container.image}, which cannot be written in a cluster file`);
    const dataPath = values['PBX_DATA_PATH'] ?? values['DATA_PATH'];
    if (dataPath && matches('path', dataPath))
        fields.data_path = (0,paths/* plainPath */.s)(dataPath);
    else if (container)
        notes.push('its host does not tell data_path (the control script’s configuration is not there)');
    return { fields, notes, values };
}
/** What most servers run is the cluster's image. */
function commonImage(servers, { main, apiVersion }) {
    const images = servers.flatMap(({ entry }) => entry.image ?? []);
    const common = mostCommon(images, commands/* imageName */.tO);
    if (common)
        return { value: common.value, comment: [`${common.count} of ${servers.length} servers run it`] };
    const pbx = (0,install/* pbxContainer */.sT)({ main })?.image;
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
    const replaced = names/* LISTED_ROLES */.cS.filter((role) => servers.some(({ entry }) => entry.role === role && entry.enabled !== false));
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
    if (!(0,stages_types/* isReachable */.kj)(main))
        comment.push(`the main server did not answer: ${main.unreachable}`);
    else {
        const image = (0,install/* pbxContainer */.sT)({ main })?.image;
        if (image !== undefined)
            comment.push(`the PBX itself runs ${image}; "image" here would have a deploy upgrade it`);
    }
    const used = machines.flatMap(({ facts }) => (0,stages_types/* isReachable */.kj)(facts) ? facts.roles.flatMap(({ values }) => values['PBX_IP_ADDRESS'] || []) : []);
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
        if (!(0,stages_types/* isReachable */.kj)(facts))
            return [`${address} did not answer: ${facts.unreachable}`];
        const roles = types/* ROLE_NAMES */.ST.filter((role) => facts.containers.some(({ name }) => name === cluster_roles/* ROLES */.g[role].container));
        if (roles.length === 0)
            return [`${address}: nothing of PortSIP's cluster servers is on this machine`];
        return [
            `${address} runs a ${roles.map((role) => cluster_roles/* ROLES */.g[role].label).join(' and a ')} that the portal does not have`,
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
// EXTERNAL MODULE: ./build/src/render/text.js
var render_text = __webpack_require__(44824);
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
    return lines.map((line) => ` ${(0,render_text/* printable */.g$)(line)}`).join('\n');
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
    const restarts = plan.changes.some(({ stage }) => stage === 'restart');
    const heading = [
        `The cluster ${drafted.file.name} as it was found, by portsip-cluster import.`,
        ...(plan.changes.length === 0
            ? ['Its plan is empty: a deploy of this file changes nothing.']
            : [
                `A deploy of this file would make ${(0,render_text/* plural */.LS)(plan.changes.length, 'change')}, since no cluster file says quite what was found:`,
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
        const { drafted, cluster } = expressible(draft(found, request));
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

/***/ })

};
;
//# sourceMappingURL=7181.index.js.map