"use strict";
exports.id = 3978;
exports.ids = [3978];
exports.modules = {

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

/***/ 77471:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ installed),
/* harmony export */   D: () => (/* binding */ pbxMachines),
/* harmony export */   G7: () => (/* binding */ isPbxOurs),
/* harmony export */   Pb: () => (/* binding */ roleConfigDifferences),
/* harmony export */   Xo: () => (/* binding */ pbxStatusByHand),
/* harmony export */   eb: () => (/* binding */ updateVerbs),
/* harmony export */   ex: () => (/* binding */ asUser),
/* harmony export */   f4: () => (/* binding */ controlMachine),
/* harmony export */   gD: () => (/* binding */ pbxRestartByHand),
/* harmony export */   hb: () => (/* binding */ pbxUpgradeByHand),
/* harmony export */   jw: () => (/* binding */ controlCommand),
/* harmony export */   sc: () => (/* binding */ pbxCommand),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* unused harmony exports expectedArgs, missingArgs */
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48280);
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ipaddr_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);



/** The machine whose job runner runs a server's scripts. */
function controlMachine(cluster, server) {
    return cluster.pbx.highAvailability ? cluster.pbx.machine : server;
}
/** Where the PBX runs, or may run after a failover: the machine of record and lock first. */
function pbxMachines({ pbx, ssh }) {
    const { machine, highAvailability } = pbx;
    const others = (highAvailability?.nodes ?? []).filter((node) => node !== machine.address);
    return [machine, ...others.map((address) => ({ name: `PBX node ${address}`, address, ssh }))];
}
/** Whether the PBX and its load balancer are restarted and upgraded from here. */
function isPbxOurs({ pbx }) {
    return pbx.highAvailability === undefined;
}
/** What a person does where `isPbxOurs` is not so. */
function pbxRestartByHand(cluster) {
    return `${pbxByHand(cluster, 'restart -s pbx')} (ends all calls)`;
}
/** What a person does to upgrade the PBX where `isPbxOurs` is not so; as the scripts' user, without sudo. */
function pbxUpgradeByHand({ pbx, ssh, image }) {
    return `on ${pbx.machine.address}, as ${ssh.user}: cd ${pbx.highAvailability?.scriptsPath} && /bin/bash update.sh ${image}`;
}
/** What shows a person how the PBX is. */
function pbxStatusByHand(cluster) {
    return pbxByHand(cluster, 'status');
}
function pbxByHand({ pbx, scriptsPath }, words) {
    const { machine, highAvailability: ha } = pbx;
    return ha
        ? `on ${machine.address}: cd ${ha.scriptsPath} && sudo /bin/bash ha_ctl.sh ${words}`
        : `on the main server: cd ${scriptsPath} && sudo /bin/sh pbx_ctl.sh ${words}`;
}
/** For root, who does something as a user with that user's home: its SSH keys are there. */
function asUser(user, argv) {
    return user === 'root' ? argv : ['sudo', '-n', '-H', '-u', user, '--', ...argv];
}
/** What takes a role that runs to what is wanted. `image`: another one; `rest`: anything besides. */
function updateVerbs(cluster, role, { image, rest }) {
    // The vendor has Data Flow deleted and created anew; its data stays on the disk.
    const anew = role === 'dataflow' ? ['rm', 'run'] : ['run'];
    // There `run` takes no image, and `upgrade` does for Data Flow, too.
    if (cluster.pbx.highAvailability)
        return [...(image ? ['upgrade'] : []), ...(rest ? anew : [])];
    return image && !rest && role !== 'dataflow' ? ['upgrade'] : anew;
}
/** The command line for a server's role. Throws InputError when a value could be torn apart by the script, or the IM token is missing. */
function controlCommand(cluster, server, verb, options = {}) {
    const { highAvailability } = cluster.pbx;
    if (highAvailability)
        return {
            machine: cluster.pbx.machine,
            cwd: highAvailability.scriptsPath,
            argv: asUser(cluster.ssh.user, ['/bin/bash', ...plainWords(highAvailabilityWords(server, verb))]),
            secrets: [],
        };
    const spec = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
    const token = server.role === 'im' && verb === 'run' ? imToken(server, options) : undefined;
    return {
        machine: server,
        cwd: cluster.scriptsPath,
        argv: [
            '/bin/sh',
            ...plainWords([spec.script, verb, ...standaloneWords(cluster, server, verb, options)]),
            ...(token ? ['-t', token] : []),
        ],
        secrets: token !== undefined && token !== options.imTokenPlaceholder ? [token] : [],
    };
}
/** The command line for the PBX itself. Throws InputError where that is a person's to do (`isPbxOurs`). */
function pbxCommand(cluster, verb, options = {}) {
    const { machine } = cluster.pbx;
    if (!isPbxOurs(cluster))
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`the PBX nodes of a high-availability cluster are not restarted or upgraded from here; in a maintenance window: ${pbxRestartByHand(cluster)}`);
    const words = {
        restart: () => ['restart'],
        'restart-loadbalancer': () => ['restart', '-s', 'loadbalancer'],
        upgrade: () => ['upgrade', '-i', options.image ?? cluster.pbx.image ?? cluster.image],
    }[verb]();
    return { machine, cwd: cluster.scriptsPath, argv: ['/bin/sh', ...plainWords(['pbx_ctl.sh', ...words])], secrets: [] };
}
function standaloneWords(cluster, server, verb, options) {
    const { service } = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
    const pbx = cluster.pbx.privateIp;
    const image = options.image ?? server.image;
    const ownAddresses = [...option('-a', server.privateIp), ...option('-A', server.publicIp)];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            if (verb === 'run')
                return [
                    '-p',
                    server.dataPath,
                    '-a',
                    ownAddress(server),
                    '-x',
                    pbx,
                    '-i',
                    image,
                    '-s',
                    service,
                    '-n',
                    server.name,
                ];
            return verb === 'upgrade' ? ['-s', service, '-i', image] : ['-s', service];
        case 'im':
            if (verb === 'run')
                return [
                    '-E',
                    '-p',
                    server.dataPath,
                    ...option('-f', server.chatFiles),
                    ...ownAddresses,
                    '-i',
                    image,
                    '-x',
                    pbx,
                ];
            return verb === 'upgrade' ? ['-i', image] : [];
        case 'dataflow':
            if (verb === 'run')
                return [
                    '-p',
                    server.dataPath,
                    ...ownAddresses,
                    '-i',
                    image,
                    '-x',
                    pbx,
                    ...option('-d', server.clickhouseImage),
                ];
            return verb === 'upgrade' ? ['-i', image] : [];
    }
}
/** The control node knows the PBX address, the image and the IM token itself. */
function highAvailabilityWords(server, verb) {
    const { service } = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            return verb === 'run'
                ? ['extend.sh', verb, '-s', service, '-n', server.name, '-a', ownAddress(server)]
                : ['extend.sh', verb, '-s', service, '-a', ownAddress(server)];
        case 'im':
            return verb === 'run'
                ? ['im.sh', verb, '-a', ownAddress(server), ...option('-A', server.publicIp), ...option('-f', server.chatFiles)]
                : ['im.sh', verb];
        case 'dataflow':
            return verb === 'run'
                ? [
                    'dataflow.sh',
                    verb,
                    '-p',
                    server.dataPath,
                    '-a',
                    ownAddress(server),
                    ...option('-A', server.publicIp),
                    ...option('-d', server.clickhouseImage),
                ]
                : ['dataflow.sh', verb];
    }
}
function ownAddress(server) {
    return server.privateIp ?? server.publicIp ?? server.address;
}
function option(flag, value) {
    return value === undefined ? [] : [flag, value];
}
function imToken(server, options) {
    const token = options.token ?? options.imTokenPlaceholder;
    if (!token)
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${server.name} needs an IM token: run issue-token first, or give im-token`);
    if (token !== options.imTokenPlaceholder && !/^[\w.~+/=:-]+$/.test(token))
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`the IM token for ${server.name} has characters that im_ctl.sh would tear apart: issue a new one (rotate)`);
    return token;
}
/** The scripts split their arguments again, unquoted and as root: nothing that a shell would touch may get there. */
function plainWords(words) {
    for (const word of words)
        if (!/^[A-Za-z0-9._:/@[\]%+,=-]+$/.test(word) || /\[.*[^0-9a-f:.].*\]/i.test(word))
            throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`"${word.slice(0, 100)}" cannot be passed to a control script: only letters, digits and . _ : / @ % + , = - are safe`);
    return words;
}
/** What the arguments of a server's container must hold. */
function expectedArgs(cluster, server, token) {
    const pbx = { flag: '-a', value: cluster.pbx.privateIp };
    const own = [
        ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
        ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
    ];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            return [pbx, { flag: '-x', value: ownAddress(server) }, { flag: '-n', value: server.name }];
        case 'im':
            return [
                { flag: '-E' },
                token === undefined ? { flag: '-t', any: true } : { flag: '-t', value: token },
                pbx,
                ...own,
            ];
        case 'dataflow':
            return [pbx, ...own];
    }
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
/**
 * What `run` would change on the host: the role's configuration file and container against the cluster file. Empty when
 * all is as wanted; everything that is wanted when the role was never installed (high availability: nothing). Whether the container runs is not
 * looked at. A token is compared only when it is given, and never shown.
 */
function roleConfigDifferences(cluster, server, facts, token) {
    const values = facts.roles.find((config) => config.role === server.role)?.values;
    const container = facts.containers.find(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].container);
    const differences = new Map();
    const differ = (name, before, after) => {
        if (!differences.has(name))
            differences.set(name, { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
    };
    // In a high-availability cluster it is the guide's scripts' own business what they keep, and where.
    const kept = cluster.pbx.highAvailability && !values ? [] : wantedConfig(cluster, server);
    for (const { name, key, wanted } of kept) {
        const before = values?.[key] || undefined;
        if (!sameSetting(name, before, wanted))
            differ(name, before, wanted);
    }
    if (container)
        compareContainer(cluster, server, container, token, differ);
    return [...differences.values()];
}
function wantedConfig(cluster, server) {
    const pbx = { name: 'pbx.private_ip', key: 'PBX_IP_ADDRESS', wanted: cluster.pbx.privateIp };
    const addresses = [
        { name: 'private_ip', key: 'PRI_IP_ADDRESS', wanted: server.privateIp },
        { name: 'public_ip', key: 'PUB_IP_ADDRESS', wanted: server.publicIp },
    ];
    // In a high-availability cluster the control node chooses the image, and the data path of all but Data Flow.
    const ha = cluster.pbx.highAvailability !== undefined;
    const image = (key) => (ha ? [] : [{ name: 'image', key, wanted: server.image }]);
    const dataPath = (key) => ha && server.role !== 'dataflow' ? [] : [{ name: 'data_path', key, wanted: server.dataPath }];
    switch (server.role) {
        case 'media':
        case 'queue':
        case 'meeting':
        case 'ivr':
            return [
                ...dataPath('PBX_DATA_PATH'),
                { name: 'private_ip', key: 'IP_ADDRESS', wanted: ownAddress(server) },
                pbx,
                ...image('PBX_IMG'),
                { name: 'name', key: 'EXTEND_SVC_NAME', wanted: server.name },
            ];
        case 'im':
            return [
                ...dataPath('DATA_PATH'),
                ...addresses,
                pbx,
                ...image('IM_IMG'),
                { name: 'chat_files', key: 'STORAGE', wanted: server.chatFiles },
            ];
        case 'dataflow':
            return [
                ...dataPath('DATA_PATH'),
                ...addresses,
                pbx,
                ...image('DATAFLOW_IMG'),
                ...(server.clickhouseImage
                    ? [{ name: 'clickhouse_image', key: 'DB_IMG', wanted: server.clickhouseImage }]
                    : []),
            ];
    }
}
const ARG_NAMES = {
    '-a': 'pbx.private_ip',
    '-x': 'private_ip',
    '-z': 'public_ip',
    '-n': 'name',
    '-t': 'token',
    '-E': 'mode',
};
function compareContainer(cluster, server, container, token, differ) {
    if (!cluster.pbx.highAvailability && !sameSetting('image', container.image, server.image))
        differ('image', container.image, server.image);
    for (const { flag, value, found } of missingArgs(expectedArgs(cluster, server, token), container.args)) {
        const name = ARG_NAMES[flag] ?? flag;
        if (flag === '-t')
            differ(name, 'another one', 'the one that the PBX has');
        else if (flag === '-E')
            differ(name, 'beside the PBX', 'extended');
        else
            differ(name, found, value);
    }
}
function sameSetting(name, before, after) {
    if (before === undefined || after === undefined)
        return before === after;
    return name === 'image' || name === 'clickhouse_image'
        ? imageName(before) === imageName(after)
        : sameText(before, after);
}
/** The same but for a slash at the end or the way an IPv6 address is written. */
function sameText(a, b) {
    return plain(a) === plain(b);
}
function plain(value) {
    const bare = value.replace(/^\[(.*)\]$/, '$1');
    if (ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().isValid(bare) && /[.:]/.test(bare))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default().parse(bare).toString();
    return value.length > 1 ? value.replace(/\/+$/, '') || '/' : value;
}
/** As docker completes it: `docker.io/library/x` is `x`, no tag is `latest`. */
function imageName(reference) {
    const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
    return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
/** The role's configuration file and its container's arguments, as a host has them once `run` was done. */
function installed(cluster, server) {
    const values = wantedConfig(cluster, server).map(({ key, wanted }) => [key, wanted ?? '']);
    const args = expectedArgs(cluster, server).flatMap(({ flag, value, any }) => [
        flag,
        ...(value !== undefined ? [value] : any ? ['-'] : []),
    ]);
    return { values: Object.fromEntries(values), args };
}
//# sourceMappingURL=commands.js.map

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
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77471);
/* harmony import */ var _host_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65720);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97971);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55772);
/* harmony import */ var _status__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99028);






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
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_4__/* .isListed */ .yy)(server.role) || !entry)
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
    return run.record.current.draining.includes(name) && (0,_names__WEBPACK_IMPORTED_MODULE_4__/* .findServer */ .Fm)(run.session.cluster, name)?.enabled === true;
}
/** Whether a script may still be at work on the host although nobody waits for it any more. */
function mayGoOn(run, error) {
    return run.session.signal.aborted || (error instanceof _host_types__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .d && error.code !== 'command');
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
    await (0,_status__WEBPACK_IMPORTED_MODULE_5__/* .inPortal */ .G)(entry, run.session.pbx.updateServer(entry.role, entry.id, { enabled }));
    run.portal.put({ ...entry, enabled });
}
/** Makes sure that another server of the role takes calls, the built-in one if there is no other. Gives what undoes that. */
async function secureRole(run, entry, id) {
    const { session } = run;
    const { pbx } = session;
    const nothing = () => Promise.resolve();
    const label = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[entry.role].label;
    const others = run.portal.of(entry.role).filter((other) => other.name !== entry.name && other.enabled);
    for (const other of others) {
        const { status } = await (0,_status__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(pbx, entry.role, other.id);
        if (status === 'ONLINE')
            return nothing;
    }
    const builtIn = run.portal.builtIn(entry.role);
    if (!builtIn) {
        if (run.options.force)
            return nothing;
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${entry.name} is the last ${label} that takes calls, and there is no built-in one to stand in; add another ${label}, or force it`);
    }
    if (builtIn.enabled) {
        if (run.options.force)
            return nothing;
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${entry.name} is the last ${label} that takes calls: the built-in one on the main server is enabled but OFFLINE; start it, or force it`);
    }
    run.progress(id, `the built-in ${label} takes calls meanwhile`);
    await setEnabled(run, builtIn, true);
    run.standIns.add(entry.role);
    const online = await (0,_context__WEBPACK_IMPORTED_MODULE_3__/* .until */ .TG)(session, 30_000, async () => (await pbx.status(entry.role, builtIn.id)).status === 'ONLINE' ? true : undefined);
    if (!online && !run.options.force) {
        await setEnabled(run, builtIn, false);
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${entry.name} is the last ${label} that takes calls, and the built-in one on the main server does not come ONLINE; look at it (${(0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .pbxStatusByHand */ .Xo)(session.cluster)}), or force it`);
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
            run.session.log.warning(`The built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[role].label} still takes calls, the next deploy turns it off: ${why}`);
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
    const ended = await (0,_context__WEBPACK_IMPORTED_MODULE_3__/* .until */ .TG)(session, timeoutMs, async (within) => {
        const status = await (0,_status__WEBPACK_IMPORTED_MODULE_5__/* .inPortal */ .G)(entry, session.pbx.status(entry.role, entry.id));
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
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`cancelled while calls were ending; ${state}`);
    if (ended || calls === 0)
        return;
    if (restart.onDrainTimeout === 'force' || run.options.force) {
        session.log.warning(`${entry.name} still has ${calls} calls after ${seconds(timeoutMs)}: they are cut (on_drain_timeout: force)`);
        return;
    }
    throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${entry.name} still has ${calls} ${calls === 1 ? 'call' : 'calls'} after ${seconds(timeoutMs)} (restart.drain_timeout); ${state}. Try when there are fewer calls, or set restart.on_drain_timeout: force to cut them`);
}
/** Waits until the PBX says that it sees the server. `hopeless`, aborted: whoever did that tells why, and nothing is waited for. */
async function online(run, server, id, hopeless) {
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_4__/* .isListed */ .yy)(server.role))
        return;
    const { role } = server;
    const entry = run.portal.find(role, server.name);
    if (!entry)
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${server.name} runs, but is not in the portal`);
    run.progress(id, 'waiting for ONLINE in the portal');
    const seen = await (0,_context__WEBPACK_IMPORTED_MODULE_3__/* .until */ .TG)(run.session, ONLINE_DEADLINE_MS, async () => {
        if (hopeless?.aborted)
            return 'hopeless';
        return (await (0,_status__WEBPACK_IMPORTED_MODULE_5__/* .inPortal */ .G)(entry, run.session.pbx.status(role, entry.id))).status === 'ONLINE' ? 'ONLINE' : undefined;
    });
    if (run.session.signal.aborted && !seen)
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu('cancelled while it was waited for');
    if (!seen) {
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${server.name} runs, but the PBX does not see it: still OFFLINE after ${seconds(ONLINE_DEADLINE_MS)}. Its name must be the same in the portal and on the host, and the main server's firewall must trust its address (sudo firewall-cmd --zone=trusted --list-sources)`);
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
/* harmony export */   GF: () => (/* binding */ applySource),
/* harmony export */   Ih: () => (/* binding */ trustedNow),
/* harmony export */   Mo: () => (/* binding */ diffFirewall),
/* harmony export */   Ur: () => (/* binding */ applyWhitelist),
/* harmony export */   qY: () => (/* binding */ WHITELIST_EXPIRY)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77471);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85039);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93781);




/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
const WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;
/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
function diffFirewall(input) {
    const { cluster, live } = input;
    const changes = [];
    const findings = [];
    diffSources(input, changes, findings);
    const filters = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .Networks */ .a(live.portal.ipFilters.map((filter) => [filter.cidr, filter]));
    for (const server of cluster.servers)
        diffWhitelist(server, filters, live.at, changes, findings);
    return { changes, findings };
}
const MAIN = 'the main server';
function gatesOf({ main, nodes = new Map() }) {
    const gate = (on, facts) => (0,_types__WEBPACK_IMPORTED_MODULE_3__/* .isReachable */ .kj)(facts) && facts.firewall ? [{ on, firewall: facts.firewall }] : [];
    const others = [...nodes].flatMap(([address, facts]) => gate(`the PBX node ${address}`, facts));
    return [...gate(MAIN, main), ...others];
}
/** Sources that are in the trusted zone of any of the PBX's firewalls for good. */
function trustedNow(live) {
    return [...new Set(gatesOf(live).flatMap(({ firewall }) => firewall.trusted.permanent))];
}
function diffSources({ cluster, live }, changes, findings) {
    const wanted = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster);
    const owned = live.record?.firewall ?? [];
    // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
    const kept = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .ByAddress */ .I(wanted.map((source) => [source, true]));
    const leaving = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .ByAddress */ .I(owned.filter((source) => !kept.has(source)).map((source) => [source, true]));
    const staying = (sources) => new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .Networks */ .a(sources.filter((source) => !leaving.has(source)).map((source) => [source, source]));
    const doors = [];
    for (const { on, firewall } of gatesOf(live)) {
        if (firewall.running) {
            const zones = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .ByAddress */ .I(Object.entries(firewall.otherZones));
            const { permanent, runtime } = firewall.trusted;
            doors.push({ on, firewall, zones, permanent: staying(permanent), runtime: staying(runtime) });
        }
        else
            findings.push({
                code: 'firewalld-not-running',
                // What does not run shuts nobody out; on the main server it may be started any moment.
                severity: on === MAIN ? 'blocking' : 'warning',
                message: `firewalld does not run on ${on}; start it with: sudo systemctl enable --now firewalld`,
            });
    }
    const servers = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .ByAddress */ .I(cluster.servers.map((server) => [server.address, server]));
    for (const source of doors.length > 0 ? wanted : []) {
        const server = servers.get(source);
        const taken = doors.find(({ zones }) => zones.has(source));
        if (taken) {
            const zone = taken.zones.get(source) ?? '';
            findings.push({
                code: 'zone-conflict',
                severity: 'blocking',
                ...(server && { server: server.name }),
                message: `${source} is a source of the firewalld zone "${zone}" on ${taken.on} and cannot be trusted as well; if that zone does not need it: sudo firewall-cmd --permanent --zone=${zone} --remove-source=${source} && sudo firewall-cmd --reload`,
            });
            continue;
        }
        const reasons = new Map();
        for (const door of doors) {
            const lacks = lacking(door, source);
            if (lacks)
                reasons.set(lacks, [...(reasons.get(lacks) ?? []), door.on]);
        }
        if (reasons.size === 0)
            continue;
        const stored = doors.flatMap(({ permanent }) => permanent.holding(source));
        changes.push({
            id: `firewall/${source}`,
            stage: 'firewall',
            // Whoever stored it, it was not this run: to make it active does not make it ours.
            action: stored.some((have) => (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameCidr */ .VW)(have, source)) ? 'update' : 'create',
            ...(server && { server: server.name }),
            reason: [...reasons].map(([lacks, where]) => lacks.replace('HERE', where.join(', '))).join('; '),
            impact: 'none',
            needs: [],
            attributes: [{ name: 'trusted source', after: source }],
        });
    }
    const nodes = (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .pbxMachines */ .D)(cluster).map(({ address }) => address);
    const known = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_2__/* .ByAddress */ .I([...wanted, ...owned, ...nodes].map((source) => [source, true]));
    const foreign = trustedNow(live).filter((source) => !known.has(source));
    if (doors.length > 0 && foreign.length > 0)
        findings.push({
            code: 'unmanaged-source',
            severity: 'note',
            message: `Trusted sources on the main server that the cluster file does not know are left alone: ${foreign.join(', ')}`,
        });
}
/** What a firewall lacks of a source, in words; undefined: nothing. */
function lacking({ permanent, runtime }, source) {
    const stored = permanent.holding(source).length > 0;
    const active = runtime.holding(source).length > 0;
    if (stored && active)
        return undefined;
    if (stored)
        return 'trusted after the next reload only: not active now';
    return active ? 'trusted now, but lost at the next reload' : 'not a trusted source on HERE yet';
}
function diffWhitelist(server, filters, now, changes, findings) {
    const cidr = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .hostCidr */ .HJ)(server.address);
    const holding = filters.holding(cidr);
    const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
    if (denied) {
        findings.push({
            code: 'address-denied',
            severity: 'blocking',
            server: server.name,
            message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${server.address}; delete that entry on the portal's IP Blacklist page`,
        });
    }
    const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
    if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS)))
        return;
    const own = accepting.find((filter) => (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameCidr */ .VW)(filter.cidr, cidr));
    changes.push({
        id: `whitelist/${cidr}`,
        stage: 'firewall',
        action: own ? 'update' : 'create',
        server: server.name,
        reason: own ? 'its whitelist entry runs out' : 'not in the PBX’s IP whitelist yet: its requests would be throttled',
        impact: 'none',
        needs: [],
        attributes: own
            ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: WHITELIST_EXPIRY }]
            : [{ name: 'accepted address', after: cidr }],
    });
}
function expired(filter, at) {
    const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
    return end <= at;
}
/** Adds or removes one trusted source; those that are asked for together share one reload. */
async function applySource(change, run) {
    const source = change.id.slice('firewall/'.length);
    await run.firewall.change(change.action === 'delete' ? 'remove' : 'add', source);
}
async function applyWhitelist(change, run) {
    const { pbx, cluster } = run.session;
    const cidr = change.id.slice('whitelist/'.length);
    const filter = {
        cidr,
        target: 'ACCEPT',
        expireAt: WHITELIST_EXPIRY,
        description: `${cluster.name}: ${change.server ?? cidr}`.slice(0, 255),
    };
    // As this run found it once it had the lock. To read the list again for each entry would be thousands of calls.
    const have = run.live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameCidr */ .VW)(entry.cidr, cidr));
    if (change.action === 'delete') {
        for (const entry of have)
            await pbx.destroyIpFilter(entry.id);
        return;
    }
    const [entry] = have;
    if (entry)
        await pbx.updateIpFilter(entry.id, filter);
    else
        await pbx.createIpFilter(filter);
}
//# sourceMappingURL=firewall.js.map

/***/ }),

/***/ 83978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pf: () => (/* binding */ applyRole),
  n: () => (/* binding */ departure),
  Jm: () => (/* binding */ diffInstall),
  fc: () => (/* binding */ disturbance),
  lo: () => (/* binding */ inTurn),
  JR: () => (/* binding */ isUpgrade),
  Uv: () => (/* binding */ letCallsEnd),
  V1: () => (/* binding */ noteLoadBalancer),
  Su: () => (/* binding */ pbxAnswers),
  sT: () => (/* binding */ pbxContainer),
  Ks: () => (/* binding */ pullImages),
  HT: () => (/* binding */ roleVerbs),
  kU: () => (/* binding */ untilUp),
  hD: () => (/* binding */ upgradesWithNewToken)
});

// UNUSED EXPORTS: roleProblems

// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/build.js
var build = __webpack_require__(75487);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/host/commands.js
var commands = __webpack_require__(77471);
// EXTERNAL MODULE: ./build/src/stages/context.js
var context = __webpack_require__(97971);
// EXTERNAL MODULE: ./build/src/stages/drain.js
var drain = __webpack_require__(52842);
;// CONCATENATED MODULE: ./build/src/stages/image.js

/** The difference between what runs and what is wanted; names are compared as docker resolves them. */
function imageDifference(container, wanted) {
    return (0,commands/* imageName */.tO)(container.image) === (0,commands/* imageName */.tO)(wanted)
        ? undefined
        : { name: 'image', before: container.image, after: wanted };
}
/** The numbers of an image's tag: `portsip/pbx:22.3` is [22, 3]; undefined when the tag is not a version. */
function versionOf(image) {
    const tag = /:v?(\d+(?:\.\d+)*)(?:[-+@].*)?$/.exec(image)?.[1];
    return tag === undefined ? undefined : numbersOf(tag);
}
/** `22.6.0` is [22, 6, 0]. */
function numbersOf(version) {
    return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
/** Whether `running` ("22.6.0") is older than `wanted` ([22]) as far as `wanted` says. */
function olderThan(running, wanted) {
    const have = running.split('.').map(Number);
    for (const [index, number] of wanted.entries()) {
        const part = have[index] ?? 0;
        if (part !== number)
            return part < number;
    }
    return false;
}
//# sourceMappingURL=image.js.map
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
;// CONCATENATED MODULE: ./build/src/stages/preflight.js


/** Packages of which PortSIP's guide says that they must not be on a server, and that break it when they are. */
const BREAKING = ['postgresql'];
/** A pulled image, its layers and the logs of the first days; below that an install fails half way. */
const LEAST_FREE_MIB = 5 * 1024;
const LOW_FREE_MIB = 20 * 1024;
/** What the guide wants of a host before a role is installed on it. Pure. */
function preflight(cluster, server, facts, allowUndersized) {
    const findings = [];
    const say = (severity, code, message) => findings.push({ code, severity, server: server.name, message });
    const spec = roles/* ROLES */.g[server.role];
    if (!['x86_64', 'amd64', 'aarch64', 'arm64'].includes(facts.arch))
        say('blocking', 'host-architecture', `${server.name} is a ${facts.arch} machine; PortSIP needs a 64-bit one`);
    // With high availability the guide's scripts bring to the server what it lacks; the container shows in the end whether all came.
    const ha = cluster.pbx.highAvailability !== undefined;
    const systems = ha ? HA_SUPPORTED_OS : SUPPORTED_OS;
    const needs = (ha && spec.highAvailability) || spec;
    const wanted = ha
        ? 'Ubuntu 24.04 only where the PBX is highly available'
        : 'Ubuntu 22.04, Ubuntu 24.04 and Debian 12';
    const supported = Object.hasOwn(systems, facts.os.id) ? systems[facts.os.id] : undefined;
    if (!supported) {
        say('blocking', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${wanted}`);
    }
    else if (!supported.includes(facts.os.version)) {
        say('warning', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${wanted}`);
    }
    if (!ha)
        sayWhatScriptsLack(cluster, server, facts, say);
    const other = facts.containers.find((container) => {
        const role = roles/* ROLE_CONTAINERS */.K.get(container.name);
        return role !== undefined && role !== server.role;
    });
    if (facts.containers.some((container) => container.name === 'portsip.callmanager')) {
        say('blocking', 'pbx-on-host', `The PBX itself runs on ${server.name} (${server.address}); a cluster server needs a host of its own`);
    }
    else if (other) {
        const role = roles/* ROLE_CONTAINERS */.K.get(other.name) ?? 'media';
        say('blocking', 'other-role', `${server.name} (${server.address}) already runs a ${roles/* ROLES */.g[role].label} (${other.name}), and a host can have one role only; where this project put it there under a name that left the cluster file, this deploy removes it and the next one installs ${server.name}; otherwise remove it on the host: ${roles/* ROLES */.g[role].script} rm`);
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
    if (server.chatFiles && facts.folders[server.chatFiles] === false)
        say('blocking', 'chat-files-missing', `${server.chatFiles} does not exist on ${server.name}; create it first: sudo mkdir -p ${server.chatFiles}`);
    if (needs.minimum) {
        for (const short of below(facts, needs.minimum))
            say(allowUndersized ? 'warning' : 'blocking', 'undersized', `${server.name} has ${short}; a ${spec.label} needs at least ${sizing(needs.minimum)}`);
    }
    if (needs.recommended && (!needs.minimum || below(facts, needs.minimum).length === 0)) {
        for (const short of below(facts, needs.recommended))
            say('warning', 'below-recommended', `${server.name} has ${short}; for a ${spec.label} ${sizing(needs.recommended)} are recommended`);
    }
    return findings;
}
/** What must be on a host before a control script can be run there. */
function sayWhatScriptsLack(cluster, server, facts, say) {
    const { script, container } = roles/* ROLES */.g[server.role];
    if (!facts.docker.installed)
        say('blocking', 'docker-missing', `Docker is not installed on ${server.name}; install it the way PortSIP's guide says (install_docker.sh)`);
    else if (!facts.docker.running)
        say('blocking', 'docker-down', `Docker does not run on ${server.name}; start it with: sudo systemctl enable --now docker`);
    // Where its container is, Compose has made it, and was not asked for.
    else if (!facts.docker.composeVersion && !facts.containers.some(({ name }) => name === container))
        say('blocking', 'compose-missing', `Docker on ${server.name} has no Compose plugin; install docker-compose-plugin`);
    if (!facts.scripts.includes(script))
        say('blocking', 'script-missing', `${script} is not in ${cluster.scriptsPath} on ${server.name}; run PortSIP's init.sh there first`);
}
const SUPPORTED_OS = { ubuntu: ['22.04', '24.04'], debian: ['12'] };
const HA_SUPPORTED_OS = { ubuntu: ['24.04'] };
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
// EXTERNAL MODULE: ./build/src/stages/remove.js
var remove = __webpack_require__(60582);
// EXTERNAL MODULE: ./build/src/stages/record.js
var stages_record = __webpack_require__(23307);
// EXTERNAL MODULE: ./build/src/stages/script.js
var script = __webpack_require__(40501);
// EXTERNAL MODULE: ./build/src/stages/types.js
var types = __webpack_require__(93781);
;// CONCATENATED MODULE: ./build/src/stages/install.js













const UPGRADE_REASON = 'the cluster file wants another image';
const BEHIND_REASON = 'the PBX was upgraded, and the servers come after it';
/** Whoever is upgraded gets the token that the PBX has now. */
const TOKEN_REASONS = ['its token is replaced', 'the portal has a newer token than it runs with'];
/** The roles on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
function diffInstall(input) {
    const { cluster, live, options } = input;
    const diff = { changes: [], findings: [] };
    const pbx = diffPbxImage(input, diff);
    const leaving = new Map((0,remove/* moved */.aW)(cluster, live.record).map((old) => [old.name, old]));
    for (const server of [...cluster.servers].sort(names/* inRoleOrder */.Mg)) {
        const facts = live.hosts.get(server.name);
        if (!(0,types/* isReachable */.kj)(facts)) {
            if (!options.gone.includes(server.name)) {
                diff.findings.push({
                    code: 'host-unreachable',
                    severity: 'blocking',
                    server: server.name,
                    message: facts?.unreachable ?? `${server.name} (${server.address}) was not looked at`,
                });
            }
            continue;
        }
        const old = leaving.get(server.name);
        const change = diffRole(cluster, server, facts, old, input);
        if (!change)
            continue;
        diff.changes.push(change);
        if (old)
            diff.findings.push(...unreachableOldHost(server, old, input));
        if (change.action !== 'update') {
            diff.findings.push(...preflight(cluster, server, facts, options.allowUndersized), ...notes(server, input));
        }
        if (pbx)
            change.needs.push(pbx.id);
    }
    serialize(diff.changes, cluster);
    return diff;
}
function unreachableOldHost(server, old, { live, options }) {
    const facts = live.hosts.get((0,remove/* oldHost */.UJ)(old));
    if ((0,types/* isReachable */.kj)(facts) || options.gone.includes(server.name))
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
function diffRole(cluster, server, facts, old, input) {
    const spec = roles/* ROLES */.g[server.role];
    const container = facts.containers.find((candidate) => candidate.name === spec.container);
    const change = {
        id: `role/${server.name}`,
        stage: 'install',
        server: server.name,
        needs: prerequisites(cluster, server),
    };
    const left = old && input.live.hosts.get((0,remove/* oldHost */.UJ)(old));
    if (old && (0,types/* isReachable */.kj)(left) && left.containers.some(({ name }) => name === spec.container)) {
        return {
            ...change,
            action: 'replace',
            reason: `it moves from ${old.address} to ${server.address}`,
            impact: isAwaited(server, input.live) ? 'none' : disturbance(server.role),
            attributes: [{ name: 'address', before: old.address, after: server.address }],
        };
    }
    if (!container) {
        return {
            ...change,
            action: 'create',
            reason: `no ${spec.label} runs on ${server.address} yet`,
            impact: 'none',
            attributes: [
                { name: 'role', after: server.role },
                { name: 'image', after: server.image },
                ...ownSettings(server),
            ],
        };
    }
    const upgrade = upgradeOf(server, container, input);
    const values = (0,commands/* roleConfigDifferences */.Pb)(cluster, server, facts).filter(({ name }) => name !== 'image');
    const attributes = [...values, ...(upgrade ? [upgrade.to] : [])];
    const reasons = [
        ...(upgrade ? [upgrade.reason] : []),
        ...(values.length > 0 ? ['it runs with other values than the cluster file has'] : []),
        ...(container.running ? [] : ['its container does not run']),
        ...brokenCompanions(server.role, facts).map((name) => `${name}, which belongs to it, does not run`),
        ...rotated(server, input),
        ...(server.role === 'dataflow' && (0,commands/* isPbxOurs */.G7)(cluster) ? pbxUpgraded(container, input) : []),
    ];
    if (reasons.length === 0)
        return undefined;
    return {
        ...change,
        action: 'update',
        reason: reasons.join('; '),
        impact: attributes.some(({ name }) => name === 'name') && isAwaited(server, input.live)
            ? 'none'
            : recreateImpact(server, container),
        attributes,
    };
}
/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited(server, { portal }) {
    if (!(0,names/* isListed */.yy)(server.role))
        return false;
    const entry = portal.servers[server.role].find(({ name, type }) => name === server.name && type === 'EXTERNAL');
    if (!entry || !(0,addresses/* sameAddress */.xU)(entry.privateIp ?? entry.publicIp, server.address))
        return false;
    return portal.status.get(entry.id)?.status !== 'ONLINE';
}
/** What a new server is installed with and no other change shows: two plans that differ in it are not the same. */
function ownSettings({ role, dataPath, chatFiles, clickhouseImage, publicIp }) {
    const settings = {
        data_path: dataPath === build/* DEFAULTS */.z.data_path ? undefined : dataPath,
        chat_files: chatFiles,
        clickhouse_image: clickhouseImage === build/* DEFAULTS */.z.clickhouse_image ? undefined : clickhouseImage,
        public_ip: role === 'dataflow' ? publicIp : undefined,
    };
    return Object.entries(settings).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}
/** A server that is not running disturbs nobody when it is started. */
function recreateImpact(server, container) {
    return container.running ? disturbance(server.role) : 'none';
}
/** What callers notice when a server goes: media and meeting servers that take no new calls have none when they do. */
function departure(role, enabled) {
    return enabled || !tellsCalls(role) ? disturbance(role) : 'none';
}
/** What callers notice while a drained server of the role is away. Queue and IVR do not tell how many calls they have. */
function disturbance(role) {
    if (role === 'im')
        return 'messaging';
    if (role === 'dataflow')
        return 'analytics';
    return role === 'media' || role === 'meeting' ? 'new-calls' : 'active-calls';
}
function rotated(server, { live, options }) {
    if (server.role === 'dataflow') {
        const owed = (0,names/* has */.zy)(live.record?.recreate, server.name) && live.record?.recreate[server.name];
        if (owed)
            return [owed];
        return options.rotate.includes('dataflow')
            ? ['a new token was issued, and it signs in with it only when it is created anew']
            : [];
    }
    if (server.role !== 'im')
        return [];
    if (options.rotate.includes('im'))
        return [TOKEN_REASONS[0]];
    if (live.portal.imToken === 'none')
        return ['its token no longer exists on the PBX'];
    return live.imTokenInUse === false ? [TOKEN_REASONS[1]] : [];
}
/** The newer image that a role which runs has to get. */
function upgradeOf({ image }, container, { cluster, live }) {
    const difference = imageDifference(container, image);
    if (difference)
        return { reason: UPGRADE_REASON, to: difference };
    // A PBX that a person upgrades may have got another image by the same name.
    const pbx = (0,commands/* isPbxOurs */.G7)(cluster) ? undefined : pbxContainer(live);
    if (!pbx?.version || !container.version || !isUpgradedLater(pbx, container))
        return undefined;
    if (imageDifference(pbx, image) || !olderThan(container.version, numbersOf(pbx.version)))
        return undefined;
    return { reason: BEHIND_REASON, to: { name: 'version', before: container.version, after: pbx.version } };
}
/** Whether the IM server is upgraded in the way that wants a new token before. */
function upgradesWithNewToken(server, input) {
    const facts = input.live.hosts.get(server.name);
    const name = roles/* ROLES */.g.im.container;
    const container = (0,types/* isReachable */.kj)(facts) ? facts.containers.find((candidate) => candidate.name === name) : undefined;
    return !(0,commands/* isPbxOurs */.G7)(input.cluster) && container !== undefined && upgradeOf(server, container, input) !== undefined;
}
/** Data Flow must be created anew after the PBX was upgraded: it was created when another PBX version ran. */
function pbxUpgraded(container, { live, cluster }) {
    const upgrading = cluster.pbx.image !== undefined && pbxImageDifference({ live, cluster }) !== undefined;
    const pbx = pbxContainer(live);
    return upgrading || (pbx && isUpgradedLater(pbx, container))
        ? ['the PBX is upgraded, and Data Flow must be created anew after that']
        : [];
}
function isUpgradedLater(pbx, container) {
    const known = pbx.version !== undefined && container.version !== undefined;
    return known && pbx.version !== container.version && pbx.createdAt > container.createdAt;
}
/** The PBX's own container: that of the node where it runs, the main server's if it runs nowhere. */
function pbxContainer({ main, nodes }) {
    const all = [main, ...(nodes?.values() ?? [])].flatMap((facts) => (0,types/* isReachable */.kj)(facts) ? facts.containers.filter(({ name }) => name === 'portsip.callmanager') : []);
    return all.find(({ running }) => running) ?? all[0];
}
function pbxImageDifference({ cluster, live }) {
    const running = pbxContainer(live);
    return running && cluster.pbx.image ? imageDifference(running, cluster.pbx.image) : undefined;
}
function diffPbxImage(input, { changes, findings }) {
    const { cluster, live } = input;
    const difference = pbxImageDifference(input);
    if (difference) {
        const change = {
            id: 'role/pbx',
            stage: 'install',
            action: 'update',
            reason: 'the cluster file wants another image of the PBX itself',
            impact: 'active-calls',
            needs: [],
            attributes: [difference],
        };
        changes.push(change);
        return change;
    }
    // With high availability the scripts install what the PBX runs, whatever is wanted: told for each server.
    const version = (0,commands/* isPbxOurs */.G7)(cluster) ? pbxContainer(live)?.version : undefined;
    for (const image of new Set(cluster.servers.map((server) => server.image))) {
        const wanted = versionOf(image);
        if (version && wanted && olderThan(version, wanted)) {
            findings.push({
                code: 'pbx-older',
                severity: 'blocking',
                message: `The PBX runs version ${version}, which is older than ${image}; upgrade it first (set pbx.image in the cluster file, or do it by hand)`,
            });
        }
    }
    return undefined;
}
/** Everything that must be in place before a server's script runs; those that are in place already are not in the plan. */
function prerequisites(cluster, server) {
    const { firewallTrust: trust } = cluster;
    const sources = trust === 'servers' ? [server.address] : trust.filter((cidr) => (0,addresses/* covers */.hU)(cidr, server.address));
    return [
        ...sources.map((source) => `firewall/${(0,addresses/* normalise */.j7)(source)}`),
        `whitelist/${(0,addresses/* hostCidr */.HJ)(server.address)}`,
        `server/${server.name}`,
        `ssh-key/${server.name}`,
        ...(server.role === 'im' ? ['token/im'] : []),
        ...(server.role === 'dataflow' ? ['token/dataflow'] : []),
    ];
}
/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialize(changes, cluster) {
    const disturbing = changes.filter((change) => change.impact !== 'none' && change.server);
    const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
    inTurn(disturbing.map((change) => ({ change, role: roles.get(change.server ?? '') ?? 'media' })), cluster.restart.maxUnavailable);
}
/**
 * Makes changes wait for each other: server i of a role for server i - maxUnavailable, and the first ones of a role for the
 * last ones of the role before. `changes` are in role order.
 */
function inTurn(changes, maxUnavailable, after = []) {
    let previous = after;
    for (const role of new Set(changes.map((entry) => entry.role))) {
        const turn = changes.filter((entry) => entry.role === role).map(({ change }) => change);
        turn.forEach((change, index) => {
            const before = turn[index - maxUnavailable];
            change.needs.push(...(before ? [before.id] : previous));
        });
        previous = turn.slice(-maxUnavailable).map(({ id }) => id);
    }
}
function notes(server, { options }) {
    const findings = [];
    const spec = roles/* ROLES */.g[server.role];
    if (spec.cloudPorts) {
        findings.push({
            code: 'cloud-firewall',
            severity: 'note',
            server: server.name,
            message: `If ${server.name} is in a cloud, open ${spec.cloudPorts} to ${server.publicIp ?? server.address} in its security group: no script can do that`,
        });
    }
    if (server.role === 'dataflow' && !options.dataflowTokenPath) {
        findings.push({
            code: 'dataflow-token',
            severity: 'note',
            server: server.name,
            message: 'PortSIP publishes no way to issue a Data Flow token; in the portal: Servers > Data Flow > default server > Generate Token',
        });
    }
    return findings;
}
/** Containers that a role brings along and that are missing or do not run: IM takes no files without its web server. */
function brokenCompanions(role, facts) {
    return roles/* ROLES */.g[role].companions.filter((name) => !facts.containers.some((other) => other.name === name && other.running));
}
/** How long the containers of a role may take to be up after the script has ended. */
function upDeadlineMs(role) {
    // Companions wait for each other's health checks.
    return roles/* ROLES */.g[role].companions.length > 0 ? 120_000 : 15_000;
}
/** For verification after an apply: what of the role is still not as wanted. */
function roleProblems(cluster, server, facts) {
    const spec = roles/* ROLES */.g[server.role];
    const container = facts.containers.find(({ name }) => name === spec.container);
    if (!container)
        return [`container ${spec.container} does not exist`];
    const image = imageDifference(container, server.image);
    return [
        ...(container.running ? [] : [`container ${spec.container} does not run`]),
        ...brokenCompanions(server.role, facts).map((name) => `container ${name} does not run`),
        ...[
            ...(0,commands/* roleConfigDifferences */.Pb)(cluster, server, facts).filter(({ name }) => name !== 'image'),
            ...(image ? [image] : []),
        ].map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, wanted ${after ?? 'not set'}`),
    ];
}
/** Installs, recreates or upgrades a role and looks whether it really runs as wanted. */
async function applyRole(change, run) {
    const { cluster } = run.session;
    if (change.id === 'role/pbx')
        return upgradePbx(change, run);
    const server = (0,names/* findServer */.Fm)(cluster, change.server);
    if (!server)
        throw new context/* StageError */.Zu(`${change.server ?? change.id} is not in the cluster file`);
    const token = server.role === 'im' ? await imToken(run) : undefined;
    const install = async () => {
        if (change.action === 'update')
            await recreate(change, run, server, token);
        else {
            if (change.action === 'replace')
                await leaveOldHost(change, run, server);
            const command = (0,commands/* controlCommand */.jw)(cluster, server, 'run', token ? { token } : {});
            await (0,script/* runScript */.j)(run, command, about(change, server, 'install'));
        }
        await verifyRole(change, run, server);
    };
    // Where nothing runs yet there is nothing to drain.
    return change.action === 'create' ? install() : (0,drain/* drained */.oB)(run, server, change.id, install);
}
/** A server that moves is uninstalled where it was: two that report by one name confuse the PBX. */
async function leaveOldHost(change, run, server) {
    const { cluster } = run.session;
    const old = (0,remove/* moved */.aW)(cluster, run.record.current).find(({ name }) => name === server.name);
    if (!old)
        return;
    await letCallsEnd(change, run, (0,remove/* asServer */.wC)(old, cluster), server);
    const command = (0,commands/* controlCommand */.jw)(cluster, (0,remove/* asServer */.wC)(old, cluster), 'rm');
    await (0,script/* runScript */.j)(run, command, about(change, server, `leave-${old.address.replaceAll(':', '-')}`));
}
/**
 * Queue and IVR servers do not tell the PBX how many calls they have. Their script's `stop` gives calls five minutes to end,
 * where recreating, upgrading and removing give them ten seconds: so it comes first.
 */
async function letCallsEnd(change, run, on, server) {
    if (!stopsFirst(change, server.role))
        return;
    run.progress(change.id, 'stopping; calls get five minutes to end');
    await (0,script/* runScript */.j)(run, (0,commands/* controlCommand */.jw)(run.session.cluster, on, 'stop'), {
        id: change.id,
        key: `stop-${server.name}`,
        title: `stop ${server.name} (${roles/* ROLES */.g[server.role].label})`,
    });
}
/** What runs by an old name or at an old address gets no new calls and disturbs nobody; those that it has are no less calls. */
function stopsFirst({ impact, attributes }, role) {
    if (tellsCalls(role))
        return false;
    return impact !== 'none' || attributes.some(({ name }) => name === 'name' || name === 'address');
}
/** Whether the PBX knows how many calls a server of the role has; the others are not known to have none. */
const tellsCalls = (role) => role !== 'queue' && role !== 'ivr';
/** What the role's control script is told for a change, one after the other. */
function roleVerbs(change, cluster, role) {
    const stop = stopsFirst(change, role) ? ['stop'] : [];
    switch (change.action) {
        case 'update':
            return [...stop, ...recreateVerbs(change, cluster, role)];
        case 'delete':
            return [...stop, 'rm'];
        case 'restart':
            return ['restart'];
        default:
            return ['run'];
    }
}
function recreateVerbs({ reason }, cluster, role) {
    const reasons = new Set(reason.split('; '));
    const image = [UPGRADE_REASON, BEHIND_REASON].filter((one) => reasons.delete(one)).length > 0;
    if (image && !(0,commands/* isPbxOurs */.G7)(cluster))
        for (const one of TOKEN_REASONS)
            reasons.delete(one);
    return (0,commands/* updateVerbs */.eb)(cluster, role, { image, rest: reasons.size > 0 });
}
async function recreate(change, run, server, token) {
    const { cluster } = run.session;
    const options = token ? { token } : {};
    await letCallsEnd(change, run, server, server);
    for (const verb of recreateVerbs(change, cluster, server.role)) {
        const command = (0,commands/* controlCommand */.jw)(cluster, server, verb, verb === 'run' ? options : {});
        await (0,script/* runScript */.j)(run, command, about(change, server, { rm: 'delete', run: 'recreate' }[verb] ?? verb));
    }
}
/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched: then nothing is stopped anywhere.
 */
async function pullImages(changes, run) {
    const { cluster } = run.session;
    const upgrades = changes.filter(isUpgrade);
    const results = await Promise.allSettled(upgrades.map(async (change) => {
        const machine = (0,names/* findServer */.Fm)(cluster, change.server) ?? cluster.pbx.machine;
        const image = change.attributes.find(({ name }) => name === 'image')?.after ?? cluster.image;
        run.progress(change.id, `pulling ${image}`);
        const command = { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
        await (0,script/* runScript */.j)(run, command, {
            id: change.id,
            key: `pull-${machine.name}`,
            title: `pull ${image} to ${machine.name}`,
        });
    }));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failures.length === 0)
        return;
    const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
    throw new context/* StageError */.Zu(`An image could not be fetched, so no server was stopped: ${why}`);
}
/** Whether something that runs is stopped for another image. */
function isUpgrade({ id, action, attributes }) {
    return id.startsWith('role/') && action === 'update' && attributes.some(({ name }) => name === 'image');
}
/** Waits until a role runs as wanted. Without `facts` it did not; `problems` are then what was wrong last. */
async function untilUp(run, server) {
    const { cluster } = run.session;
    let problems = [];
    const facts = await (0,context/* until */.TG)(run.session, upDeadlineMs(server.role), async () => {
        const seen = await (0,context/* factsOf */.xS)(cluster, (0,context/* hostOf */.w4)(run, server), server);
        problems = roleProblems(cluster, server, seen);
        return problems.length === 0 ? seen : undefined;
    });
    return { ...(facts && { facts }), problems };
}
/** Throws unless the role runs as wanted and goes on to, and the PBX sees it where it lists such servers. */
async function verifyRole(change, run, server) {
    run.progress(change.id, 'looking whether it runs as wanted');
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
    const reports = (change.action === 'create' ? Promise.resolve() : steady).then(async () => {
        await (0,drain/* online */.WD)(run, server, change.id, crashed.signal);
        // What has reported to the PBX has come further than what crashes at once.
        if ((0,names/* isListed */.yy)(server.role))
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
    const { role } = server;
    const { session } = run;
    const startedAt = startOfRole(role, facts);
    const age = session.now() + facts.clockSkewMs - Date.parse(startedAt ?? '') || 0;
    const left = Math.min(STEADY_MS, STEADY_MS - age);
    if (left > 0) {
        await session.sleep(left, enough);
        const after = await untilUp(run, server);
        if (!after.facts)
            throw await notUp(run, server, after.problems);
        if (startOfRole(role, after.facts) !== startedAt)
            throw await notUp(run, server, [`container ${roles/* ROLES */.g[role].container} starts again and again`]);
    }
    // An owed restart is known to have happened by the container's start: from now on there is one to compare with.
    if (startedAt)
        await run.record.update((record) => (0,stages_record/* owedSince */.Su)(record, `restart/${server.name}`, startedAt));
}
async function notUp(run, server, problems) {
    const why = await lastWords(run, server);
    return new context/* StageError */.Zu(`The script on ${server.name} ended without an error, but ${problems.join('; ')}${why ? `; its log says: ${why}` : ''}`);
}
function startOfRole(role, facts) {
    return facts.containers.find(({ name }) => name === roles/* ROLES */.g[role].container)?.startedAt;
}
/** What a container that does not run has printed last. */
async function lastWords(run, server) {
    const { log } = run.session;
    const { container } = roles/* ROLES */.g[server.role];
    const script = 'docker logs --tail 5 "$1" 2>&1';
    const output = await (0,context/* hostOf */.w4)(run, server)
        .run(script, [container], { repeatable: true })
        .catch(() => undefined);
    if (output?.code !== 0)
        return undefined;
    const lines = output.stdout.split('\n').filter((line) => line.trim() !== '');
    for (const line of lines)
        log.remote(server.name, line);
    return lines.at(-1)?.slice(0, 300);
}
async function imToken(run) {
    const token = run.options.imToken ?? run.tokens.im ?? (await run.session.pbx.imToken());
    if (!token)
        throw new context/* StageError */.Zu('The portal has issued no IM token yet: the token stage (action issue-token) must run first');
    run.session.secrets.add(token);
    return token;
}
async function upgradePbx(change, run) {
    const { session } = run;
    await (0,script/* runScript */.j)(run, (0,commands/* pbxCommand */.sc)(session.cluster, 'upgrade'), {
        id: change.id,
        key: 'upgrade-pbx',
        title: 'upgrade the PBX',
    });
    run.progress(change.id, 'waiting for the PBX to answer');
    await pbxAnswers(run);
    await noteLoadBalancer(run, await (0,context/* factsOf */.xS)(session.cluster, (0,context/* hostOf */.w4)(run, session.cluster.pbx.machine)));
}
/** The load balancer was started together with the PBX: a restart of it that is owed comes later than that. */
async function noteLoadBalancer(run, main) {
    const startedAt = main.containers.find(({ name }) => name === 'portsip.loadbalancer')?.startedAt;
    if (startedAt)
        await run.record.update((record) => (0,stages_record/* owedSince */.Su)(record, 'restart/loadbalancer', startedAt));
}
/** After its restart the PBX takes a while until its API answers. */
async function pbxAnswers(run) {
    const answered = await (0,context/* until */.TG)(run.session, 600_000, () => run.session.pbx.servers('media').then(() => true, () => undefined));
    if (!answered)
        throw new context/* StageError */.Zu(`The PBX was restarted, but its API does not answer after 10 minutes; see ${(0,commands/* pbxStatusByHand */.Xo)(run.session.cluster)}`);
}
function about(change, server, verb) {
    return {
        id: change.id,
        key: `${verb}-${server.name}`,
        title: `${verb} ${server.name} (${roles/* ROLES */.g[server.role].label})`,
    };
}
//# sourceMappingURL=install.js.map

/***/ }),

/***/ 23307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   FR: () => (/* binding */ emptyRecord),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Su: () => (/* binding */ owedSince),
/* harmony export */   _z: () => (/* binding */ RecordKeeper),
/* harmony export */   rP: () => (/* binding */ keepRecord),
/* harmony export */   t2: () => (/* binding */ recorded),
/* harmony export */   y6: () => (/* binding */ forget)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49058);
/* harmony import */ var _host_files__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77278);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55772);
/* harmony import */ var _restart__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17843);





function emptyRecord(cluster) {
    return {
        version: 1,
        cluster,
        servers: {},
        firewall: [],
        whitelist: [],
        builtInDisabled: [],
        restarts: {},
        recreate: {},
        draining: [],
        time: '',
    };
}
/**
 * Reads the record's text. A damaged one counts as lost, which removes nothing; one of a newer release is refused, since
 * writing it back would lose what that release keeps in it.
 */
function parseRecord(text, cluster) {
    if (text === undefined)
        return {};
    const lost = (why) => ({
        finding: {
            code: 'record-lost',
            severity: 'warning',
            message: `The record on the main server (/var/lib/portsip-cluster/${cluster}.json) ${why}: nothing will be removed, since it is not known what this project put there`,
        },
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return lost('is damaged');
    }
    if (!isObject(value))
        return lost('is damaged');
    if (typeof value['version'] === 'number' && value['version'] > 1) {
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`The record on the main server was written by a newer release (format ${value['version']}): use that release or a later one`);
    }
    if (value['version'] !== 1 || value['cluster'] !== cluster)
        return lost('is of another cluster or format');
    return { record: { ...emptyRecord(cluster), ...cleaned(value) } };
}
/** Only what has the right shape: the file may have been edited by hand. */
function cleaned(value) {
    const strings = (list) => [
        ...new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
    ];
    const texts = (object) => Object.fromEntries(Object.entries(isObject(object) ? object : {}).filter((entry) => typeof entry[1] === 'string'));
    const servers = Object.entries(isObject(value['servers']) ? value['servers'] : {}).filter(([, server]) => isObject(server) &&
        typeof server['address'] === 'string' &&
        _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.some((role) => role === server['role']) &&
        isObject(server['ssh']) &&
        typeof server['ssh']['user'] === 'string' &&
        typeof server['ssh']['port'] === 'number' &&
        (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(server['address']) &&
        [server['privateIp'], server['publicIp']].every((ip) => ip === undefined || typeof ip === 'string') &&
        isJumpHost(server['ssh']['jumpHost']));
    const restarts = Object.entries(isObject(value['restarts']) ? value['restarts'] : {}).filter(([, owed]) => isObject(owed) &&
        typeof owed['reason'] === 'string' &&
        ['undefined', 'string'].includes(typeof owed['startedAt']));
    return {
        servers: Object.fromEntries(servers),
        restarts: Object.fromEntries(restarts),
        recreate: texts(value['recreate']),
        firewall: strings(value['firewall']),
        whitelist: strings(value['whitelist']),
        builtInDisabled: _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.filter((role) => strings(value['builtInDisabled']).includes(role)),
        draining: strings(value['draining']),
        ...(typeof value['commit'] === 'string' && { commit: value['commit'] }),
        ...(typeof value['run'] === 'string' && { run: value['run'] }),
        time: typeof value['time'] === 'string' ? value['time'] : '',
    };
}
function isJumpHost(value) {
    if (value === undefined)
        return true;
    return (isObject(value) &&
        typeof value['host'] === 'string' &&
        typeof value['user'] === 'string' &&
        typeof value['port'] === 'number');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * What the record says before the first of `changes` is applied. Ownership is written down first: a run that is killed right
 * after it created something must know later that it was ours.
 */
function claim(record, changes, cluster, live) {
    const next = structuredClone(record);
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    // One that happened meanwhile, whoever did it, is not owed any more; the same can come to be owed anew.
    for (const [id, owed] of Object.entries(next.restarts))
        if (!(0,_restart__WEBPACK_IMPORTED_MODULE_4__/* .isOwed */ .mR)(cluster, live, id, owed))
            delete next.restarts[id];
    for (const change of changes) {
        const [kind, name = ''] = split(change.id);
        if (change.action === 'create' && kind === 'firewall')
            next.firewall = union(next.firewall, name);
        if (change.action === 'create' && kind === 'whitelist')
            next.whitelist = union(next.whitelist, name);
        const server = servers.get(change.server ?? '');
        const before = change.attributes.find((attribute) => attribute.name === 'name')?.before;
        // What takes the place of one of ours by another name is ours.
        const ours = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, name) || change.action === 'create' || (kind === 'server' && (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, before));
        if (server && (kind === 'server' || kind === 'role') && change.action !== 'delete' && ours) {
            // One that moves is still known by its old address until it has left it.
            if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, name))
                next.servers[name] = recorded(server);
        }
    }
    if (changes.some(({ stage }) => stage === 'install' || stage === 'remove')) {
        for (const [id, reason] of Object.entries((0,_restart__WEBPACK_IMPORTED_MODULE_4__/* .broughtAlong */ .TM)(cluster, live, changes)))
            next.restarts[id] ??= { reason };
    }
    const upgradesPbx = changes.some(({ id }) => id === 'role/pbx');
    for (const [id, owed] of Object.entries(next.restarts)) {
        // A restart or an upgrade of the PBX starts the load balancer as well: until that is done, its start says nothing.
        if (id === _restart__WEBPACK_IMPORTED_MODULE_4__/* .RESTART_LOAD_BALANCER */ .m_ && upgradesPbx)
            next.restarts[id] = { reason: owed.reason };
        if (id === _restart__WEBPACK_IMPORTED_MODULE_4__/* .RESTART_LOAD_BALANCER */ .m_ && (upgradesPbx || (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.restarts, _restart__WEBPACK_IMPORTED_MODULE_4__/* .RESTART_PBX */ .TD)))
            continue;
        const startedAt = owed.startedAt ?? (0,_restart__WEBPACK_IMPORTED_MODULE_4__/* .startOf */ .GH)(cluster, live, id);
        next.restarts[id] = { ...owed, ...(startedAt && { startedAt }) };
    }
    return next;
}
/** What the record says once `change` has been applied. */
function settle(record, change, cluster) {
    const next = structuredClone(record);
    const [kind, name = ''] = split(change.id);
    if (kind === 'restart')
        delete next.restarts[change.id];
    if (kind === 'firewall' && change.action === 'delete')
        next.firewall = next.firewall.filter((source) => source !== name);
    if (kind === 'whitelist' && change.action === 'delete')
        next.whitelist = next.whitelist.filter((cidr) => cidr !== name);
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, change.server);
    const known = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .has */ .zy)(next.servers, name) ? next.servers[name] : undefined;
    if (server && known && kind === 'role')
        next.servers[name] = { ...recorded(server), installed: true };
    if (server && known && kind === 'server' && known.address === server.address)
        next.servers[name] = { ...recorded(server), ...(known.installed && { installed: true }) };
    if (kind === 'role') {
        delete next.recreate[name];
        // A container that was just created anew has nothing older to forget.
        if (change.action === 'update' || change.action === 'replace')
            delete next.restarts[`restart/${name}`];
    }
    if (kind === 'built-in') {
        const role = _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.find((candidate) => candidate === name);
        const off = change.attributes.some(({ name: attribute, after }) => attribute === 'enabled' && after === 'false');
        // In one order, whichever was done first.
        next.builtInDisabled = _names__WEBPACK_IMPORTED_MODULE_3__/* .LISTED_ROLES */ .cS.filter((other) => other === role ? off : next.builtInDisabled.includes(other));
    }
    return next;
}
function recorded({ role, address, ssh, privateIp, publicIp }) {
    return { role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
}
/** An owed restart of a server whose container has just started. */
function owedSince(record, id, startedAt) {
    const owed = record.restarts[id];
    return owed ? { ...record, restarts: { ...record.restarts, [id]: { ...owed, startedAt } } } : record;
}
/** Forgets servers that left the cluster file once nothing of them is left; `remaining` are the names that still have something. */
function forget(record, cluster, remaining) {
    const next = structuredClone(record);
    for (const name of Object.keys(next.servers)) {
        if (!(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, name) && !remaining.has(name))
            delete next.servers[name];
    }
    for (const id of Object.keys(next.restarts)) {
        const name = id.slice('restart/'.length);
        if (!['pbx', 'loadbalancer'].includes(name) && !(0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, name))
            delete next.restarts[id];
    }
    next.draining = next.draining.filter((name) => (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .findServer */ .Fm)(cluster, name));
    return next;
}
function split(id) {
    const slash = id.indexOf('/');
    return [id.slice(0, slash), id.slice(slash + 1)];
}
function union(list, item) {
    return list.includes(item) ? list : [...list, item];
}
/** Keeps a record in the name of the session's run. */
function keepRecord(session, record) {
    const { cluster, hosts, run } = session;
    return new RecordKeeper(record, hosts.host(cluster.pbx.machine), () => ({
        run: run.id,
        ...(run.commit && { commit: run.commit }),
        time: new Date(session.now()).toISOString(),
    }));
}
/** The record on the main server: one writer at a time, the last state wins, and whoever asked waits until it is on disk. */
class RecordKeeper {
    record;
    main;
    stamp;
    writing = Promise.resolve();
    pending;
    /** The last write did not succeed: what is on the disk is older than what is known here */
    failed = false;
    constructor(record, main, stamp) {
        this.record = record;
        this.main = main;
        this.stamp = stamp;
    }
    get current() {
        return this.record;
    }
    /** Resolves when a record that holds the change is on the main server's disk. */
    update(change) {
        const next = change(this.record);
        if (!this.failed && JSON.stringify(next) === JSON.stringify(this.record))
            return this.pending ?? this.writing;
        this.record = next;
        // Changes that come while one write is under way share the next one.
        this.pending ??= this.writing
            .catch(() => undefined)
            .then(() => {
            this.pending = undefined;
            this.record = { ...this.record, ...this.stamp() };
            this.writing = (0,_host_files__WEBPACK_IMPORTED_MODULE_2__/* .writeRecord */ .rh)(this.main, this.record.cluster, `${JSON.stringify(this.record, null, 2)}\n`).then(() => {
                this.failed = false;
            }, (error) => {
                this.failed = true;
                throw error;
            });
            return this.writing;
        });
        return this.pending;
    }
}
//# sourceMappingURL=record.js.map

/***/ }),

/***/ 60582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ departing),
/* harmony export */   MM: () => (/* binding */ diffRemove),
/* harmony export */   SD: () => (/* binding */ departingMachine),
/* harmony export */   UJ: () => (/* binding */ oldHost),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   oX: () => (/* binding */ applyRemoveServer),
/* harmony export */   v2: () => (/* binding */ applyRemoveRole),
/* harmony export */   wC: () => (/* binding */ asServer)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77471);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97971);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52842);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83978);
/* harmony import */ var _script__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40501);
/* harmony import */ var _firewall__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27698);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55772);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(85039);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(93781);











/** What is ours by the record and no longer in the file; with `unmanaged_servers: remove` also what the portal has besides. */
function departing(cluster, record, portal) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const gone = (name) => !names.has(name);
    const found = new Map();
    if (cluster.unmanagedServers === 'remove') {
        for (const role of _names__WEBPACK_IMPORTED_MODULE_8__/* .LISTED_ROLES */ .cS) {
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
    return [...found.values()].sort(_names__WEBPACK_IMPORTED_MODULE_8__/* .inRoleOrder */ .Mg);
}
/** Servers whose address changed and that were installed at the old one by us: there they have to go. */
function moved(cluster, record) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const addresses = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_9__/* .ByAddress */ .I(cluster.servers.map(({ address }) => [address, true]));
    return Object.entries(record?.servers ?? {}).flatMap(([name, old]) => names.has(name) && !addresses.has(old.address) ? [{ name, ...old }] : []);
}
/** Under which name the facts of the host that a server left are kept. */
function oldHost({ name, address }) {
    return `${name} (${address})`;
}
/** For the command lines, which know servers of the cluster file. */
function asServer(departing, cluster) {
    const { image, dataPath } = cluster;
    return { ...departing, enabled: false, image, dataPath, at: { line: 1, column: 1 } };
}
function departingMachine(server) {
    return { name: server.name, address: server.address, ssh: server.ssh };
}
/** Takes away what left the cluster file: calls first, then the role, the portal, the whitelist and the firewall. */
function diffRemove({ cluster, live, options }) {
    const diff = { changes: [], findings: [] };
    const leaving = [];
    const servers = new _cluster_by_address__WEBPACK_IMPORTED_MODULE_9__/* .ByAddress */ .I(cluster.servers.map((server) => [server.address, server]));
    const byName = new Map(_names__WEBPACK_IMPORTED_MODULE_8__/* .LISTED_ROLES */ .cS.flatMap((role) => live.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => [`${role}/${server.name}`, server])));
    // The PBX has one IM server: where another one takes over, its addresses took the place of these.
    const hasIm = cluster.servers.some(({ role }) => role === 'im');
    for (const server of departing(cluster, live.record, live.portal.servers)) {
        const spec = _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role];
        const change = {
            stage: 'remove',
            action: 'delete',
            server: server.name,
            impact: 'none',
            attributes: [],
        };
        const successor = servers.get(server.address);
        const replaced = successor?.role === server.role;
        const facts = live.hosts.get(server.name);
        const registered = byName.get(`${server.role}/${server.name}`);
        const needs = (0,_names__WEBPACK_IMPORTED_MODULE_8__/* .isListed */ .yy)(server.role) ? [`built-in/${server.role}`] : [];
        if (!successor && !(0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(facts) && !options.gone.includes(server.name)) {
            diff.findings.push({
                code: 'host-unreachable',
                severity: 'blocking',
                server: server.name,
                message: `${server.name} left the cluster file, but its host does not answer (${facts?.unreachable ?? 'not looked at'}); when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
            });
            leaving.push({ ...server, held: true });
            continue;
        }
        const container = (0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(facts) && facts.containers.find(({ name }) => name === spec.container);
        if (container && !replaced) {
            diff.changes.push({
                ...change,
                id: `role/${server.name}`,
                reason: `${server.name} left the cluster file`,
                impact: container.running ? (0,_install__WEBPACK_IMPORTED_MODULE_5__/* .departure */ .n)(server.role, registered?.enabled ?? true) : 'none',
                needs,
            });
            if (spec.stops)
                diff.findings.push({
                    code: 'removal-stops',
                    severity: 'warning',
                    server: server.name,
                    message: `With ${server.name} go ${spec.stops} until there is another ${spec.label}; its data stays on the host. ${cluster.restart.window ? 'It waits for the maintenance window' : 'Merge it when nobody needs them, or give the cluster file a restart.window'}`,
                });
        }
        const renamed = replaced && !byName.has(`${successor.role}/${successor.name}`);
        const inPortal = registered !== undefined || (server.role === 'im' && !hasIm && addressesOf(live, server));
        if (inPortal && !renamed) {
            diff.changes.push({
                ...change,
                id: `server/${server.name}`,
                reason: `${server.name} left the cluster file`,
                needs: [`role/${server.name}`, ...needs],
                attributes: [{ name: 'private address', before: server.address }],
            });
        }
        leaving.push({ ...server, held: false });
    }
    for (const old of moved(cluster, live.record)) {
        const left = live.hosts.get(oldHost(old));
        const gone = (0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(left)
            ? !left.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[old.role].container)
            : options.gone.includes(old.name);
        // Without its new host it cannot leave the old one, and goes on serving there.
        leaving.push({ ...old, held: !gone && !((0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(left) && (0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(live.hosts.get(old.name))) });
    }
    diff.changes.push(...closeFirewall(cluster, live, leaving));
    return diff;
}
function addressesOf(live, server) {
    const { privateIp, publicIp } = live.portal.im;
    return (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}
function closeFirewall(cluster, live, leaving) {
    const change = { stage: 'remove', action: 'delete', impact: 'none' };
    const index = (sources) => new _cluster_by_address__WEBPACK_IMPORTED_MODULE_9__/* .ByAddress */ .I(sources.map((source) => [source, true]));
    const wanted = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .trustedSources */ .ky)(cluster);
    const [kept, addresses] = [index(wanted), index(cluster.servers.map(({ address }) => address))];
    const trusted = index((0,_firewall__WEBPACK_IMPORTED_MODULE_7__/* .trustedNow */ .Ih)(live));
    const accepted = index(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr));
    const held = leaving.filter((server) => server.held).map(({ address }) => address);
    const holds = (owned) => held.some((address) => (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .covers */ .hU)(owned, address));
    const once = (list) => [...new Set(list)];
    const cidrs = once(live.record?.whitelist ?? []).filter((owned) => !addresses.has(owned) && accepted.has(owned) && !holds(owned));
    const sources = once(live.record?.firewall ?? []).filter((owned) => !kept.has(owned) && trusted.has(owned) && !holds(owned));
    const goes = ({ name }) => [`role/${name}`, `server/${name}`];
    const all = leaving.flatMap(goes);
    const by = new Map();
    for (const server of leaving) {
        const key = (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(server.address);
        by.set(key, [...(by.get(key) ?? []), ...goes(server)]);
    }
    // An entry for one address waits for what is there, a network for everything that goes.
    const after = (owned) => by.get((0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(owned)) ?? (isOne(owned) ? [] : all);
    // What replaces an entry must be open before the entry is closed.
    const opened = wanted.map((source) => `firewall/${source}`);
    return [
        ...cidrs.map((cidr) => ({
            ...change,
            id: `whitelist/${cidr}`,
            reason: 'no server of the cluster file has this address any more',
            needs: after(cidr),
            attributes: [{ name: 'accepted address', before: cidr }],
        })),
        ...sources.map((source) => ({
            ...change,
            id: `firewall/${source}`,
            reason: 'the cluster file does not trust it any more',
            needs: [...after(source), ...opened],
            attributes: [{ name: 'trusted source', before: source }],
        })),
    ];
}
function isOne(source) {
    return !(0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .normalise */ .j7)(source).includes('/');
}
/** Ends the calls of a departing server, then uninstalls its role. */
async function applyRemoveRole(change, run) {
    const server = find(change, run);
    const entry = run.portal.forServer(server);
    if (entry)
        await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .drainForGood */ .RK)(run, entry, change.id);
    const machine = departingMachine(server);
    const leaving = asServer(server, run.session.cluster);
    await (0,_install__WEBPACK_IMPORTED_MODULE_5__/* .letCallsEnd */ .Uv)(change, run, leaving, leaving);
    const command = (0,_host_commands__WEBPACK_IMPORTED_MODULE_2__/* .controlCommand */ .jw)(run.session.cluster, leaving, 'rm');
    await (0,_script__WEBPACK_IMPORTED_MODULE_6__/* .runScript */ .j)(run, command, {
        id: change.id,
        key: `rm-${server.name}`,
        title: `remove ${server.name} (${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].label})`,
    });
    const facts = await run.session.hosts.host(machine).facts({
        scriptsPath: run.session.cluster.scriptsPath,
        dataPath: run.session.cluster.dataPath,
    });
    if (facts.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].container))
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`The script on ${server.name} ended without an error, but ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[server.role].container} is still there`);
}
/** Takes a departing server out of the portal. */
async function applyRemoveServer(change, run) {
    const server = find(change, run);
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_8__/* .isListed */ .yy)(server.role))
        return run.session.pbx.setIm({});
    const entry = run.portal.find(server.role, server.name);
    if (!entry)
        return;
    await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .drainForGood */ .RK)(run, entry, change.id);
    await run.session.pbx.destroyServer(server.role, entry.id);
    run.portal.remove(server.role, entry.id);
}
function find(change, run) {
    const { cluster } = run.session;
    const server = departing(cluster, run.record.current, run.live.portal.servers).find(({ name }) => name === change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the record any more`);
    return server;
}
//# sourceMappingURL=remove.js.map

/***/ }),

/***/ 17843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   Pn: () => (/* binding */ diffRestart),
/* harmony export */   TD: () => (/* binding */ RESTART_PBX),
/* harmony export */   TM: () => (/* binding */ broughtAlong),
/* harmony export */   eS: () => (/* binding */ lastOfRole),
/* harmony export */   iT: () => (/* binding */ applyRestart),
/* harmony export */   mR: () => (/* binding */ isOwed),
/* harmony export */   m_: () => (/* binding */ RESTART_LOAD_BALANCER)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13682);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77471);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97971);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52842);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83978);
/* harmony import */ var _script__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40501);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55772);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93781);








const RESTART_PBX = 'restart/pbx';
const RESTART_LOAD_BALANCER = 'restart/loadbalancer';
/**
 * Restarts in PortSIP's order: those that a person asks for; otherwise those that a scale-out or a removal brings with it,
 * and those that an earlier run still owes. `others` are the changes of all other stages.
 */
function diffRestart(input, others) {
    const { cluster, live, options } = input;
    // Who asks for some restarts gets those: what is owed besides, the PBX itself perhaps, would come as a surprise.
    const asked = options.restart ? askedFor(cluster, options.restart) : {};
    const due = options.restart ? asked : { ...stillOwed(cluster, live), ...broughtAlong(cluster, live, others) };
    const findings = (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .isPbxOurs */ .G7)(cluster) ? [] : restartsByHand(input, due, others);
    const recreated = new Set(others.filter(({ id, action }) => id.startsWith('role/') && action !== 'create').map(({ server }) => server));
    const servers = cluster.servers
        .filter((server) => due[`restart/${server.name}`] && (asked[`restart/${server.name}`] || !recreated.has(server.name)))
        .sort(_names__WEBPACK_IMPORTED_MODULE_6__/* .inRoleOrder */ .Mg);
    const before = options.restart ? [] : others.map(({ id }) => id);
    const main = [];
    for (const id of [RESTART_PBX, RESTART_LOAD_BALANCER]) {
        const reason = due[id];
        if (!reason || !(0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .isPbxOurs */ .G7)(cluster))
            continue;
        const needs = main.length > 0 ? main.map((change) => change.id) : before;
        const impact = id === RESTART_PBX ? 'active-calls' : 'new-calls';
        main.push({ id, stage: 'restart', action: 'restart', reason, impact, needs, attributes: [] });
    }
    const changes = servers.map((server) => ({
        role: server.role,
        change: {
            id: `restart/${server.name}`,
            stage: 'restart',
            action: 'restart',
            server: server.name,
            reason: due[`restart/${server.name}`] ?? '',
            impact: cluster.restart.onDrainTimeout === 'force' && (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .isListed */ .yy)(server.role) ? 'active-calls' : (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .disturbance */ .fc)(server.role),
            needs: [],
            attributes: [],
        },
    }));
    (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .inTurn */ .lo)(changes, cluster.restart.maxUnavailable, main.length > 0 ? main.slice(-1).map(({ id }) => id) : before);
    const all = [...main, ...changes.map(({ change }) => change)];
    return { changes: all, findings };
}
/** Restarts of the PBX itself that are left to a person, as they end all calls. Blocking where nothing else was asked for. */
function restartsByHand({ cluster, live, options }, due, others) {
    const command = (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .pbxRestartByHand */ .gD)(cluster);
    const asked = options.restart && (due[RESTART_PBX] ?? due[RESTART_LOAD_BALANCER]);
    if (asked) {
        const nothingElse = !Object.keys(due).some((id) => id !== RESTART_PBX && id !== RESTART_LOAD_BALANCER);
        return [
            {
                code: 'restart-by-hand',
                severity: nothingElse ? 'blocking' : 'note',
                message: `The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${command}`,
            },
        ];
    }
    const { grown, shrunk } = scaling(cluster, live, others);
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
    const everything = roles.length === 0 && servers.length === 0;
    const due = {};
    if (pbx)
        due[RESTART_PBX] = reason;
    if (everything || roles.includes('loadbalancer'))
        due[RESTART_LOAD_BALANCER] = reason;
    for (const server of cluster.servers) {
        if (everything || roles.includes(server.role) || servers.includes(server.name))
            due[`restart/${server.name}`] = reason;
    }
    return due;
}
/** Whether servers that the portal lists come or go with these changes. */
function scaling(cluster, live, others) {
    const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
    const listed = (change) => {
        const role = roles.get(change.server ?? '') ?? owned(live, change.server)?.role ?? registeredRole(live, change.server);
        return role !== undefined && (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .isListed */ .yy)(role);
    };
    const added = others.filter(({ id, action }) => id.startsWith('role/') && action === 'create');
    const grown = added.some(listed);
    const shrunk = others.some((change) => change.id.startsWith('server/') && change.action === 'delete' && listed(change));
    return { added, grown, shrunk };
}
/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
function broughtAlong(cluster, live, others) {
    const { added, grown, shrunk } = scaling(cluster, live, others);
    const policy = cluster.restart.afterScaleOut;
    const due = {};
    if (policy === 'none' || (!grown && !shrunk))
        return due;
    if ((0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .isPbxOurs */ .G7)(cluster))
        due[RESTART_LOAD_BALANCER] = grown ? 'servers were added' : 'servers were removed';
    if (policy !== 'all' || !grown)
        return due;
    const first = (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .isPbxOurs */ .G7)(cluster) && isFirstInstall(cluster, live);
    if (first)
        due[RESTART_PBX] = 'the cluster is new: the PBX has to find its servers';
    const names = new Set(added.map(({ server }) => server));
    for (const server of cluster.servers) {
        const isNew = names.has(server.name);
        // A server that was just created has seen nothing older than the change; on a first install the PBX restarts after it.
        if (first || (!isNew && (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .isListed */ .yy)(server.role)))
            due[`restart/${server.name}`] = 'servers were added';
    }
    return due;
}
/**
 * Nothing of the cluster has ever run, as far as anybody can tell: only then may the PBX itself be restarted, which ends all
 * calls. A host that does not answer, or that lost its container, is no sign of a new cluster.
 */
function isFirstInstall(cluster, live) {
    const { servers, status } = live.portal;
    const serves = _names__WEBPACK_IMPORTED_MODULE_6__/* .LISTED_ROLES */ .cS.some((role) => servers[role].some(({ id, type }) => type === 'EXTERNAL' && status.get(id)?.status === 'ONLINE'));
    if (serves || Object.values(live.record?.servers ?? {}).some(({ installed }) => installed))
        return false;
    return cluster.servers.every((server) => {
        const facts = live.hosts.get(server.name);
        return !(0,_types__WEBPACK_IMPORTED_MODULE_7__/* .isReachable */ .kj)(facts) || !facts.containers.some(({ name }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role].container);
    });
}
function owned(live, name) {
    return (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .has */ .zy)(live.record?.servers, name) ? live.record?.servers[name ?? ''] : undefined;
}
/** With `unmanaged_servers: remove` servers go that no record knows. */
function registeredRole(live, name) {
    return _names__WEBPACK_IMPORTED_MODULE_6__/* .LISTED_ROLES */ .cS.find((role) => live.portal.servers[role].some((server) => server.name === name));
}
function stillOwed(cluster, live) {
    const owed = {};
    for (const [id, restart] of Object.entries(live.record?.restarts ?? {}))
        if (isOwed(cluster, live, id, restart))
            owed[id] = restart.reason;
    return owed;
}
/** An owed restart that has not happened since: the container still runs since the same moment. */
function isOwed(cluster, live, id, { startedAt }) {
    const now = startOf(cluster, live, id);
    return startedAt === undefined || now === undefined || now === startedAt;
}
/** When the container that a restart is about started; undefined when there is none, or it cannot be seen. */
function startOf(cluster, live, id) {
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .findServer */ .Fm)(cluster, id.slice('restart/'.length));
    const name = server
        ? _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role].container
        : id === RESTART_PBX
            ? 'portsip.callmanager'
            : 'portsip.loadbalancer';
    const facts = server ? live.hosts.get(server.name) : live.main;
    return (0,_types__WEBPACK_IMPORTED_MODULE_7__/* .isReachable */ .kj)(facts) ? facts.containers.find((container) => container.name === name)?.startedAt : undefined;
}
/** Servers whose drain would leave their role without one that takes calls. */
function lastOfRole(cluster, live, changes, force) {
    const findings = [];
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    const joining = new Set();
    for (const { id, action, server } of changes) {
        const joins = id.startsWith('role/') && action === 'create' ? servers.get(server ?? '') : undefined;
        if (joins?.enabled)
            joining.add(joins.role);
    }
    const serving = Object.fromEntries(_names__WEBPACK_IMPORTED_MODULE_6__/* .LISTED_ROLES */ .cS.map((role) => [role, servingNames(live, role)]));
    const told = new Set();
    for (const change of changes) {
        const server = servers.get(change.server ?? '');
        if (!server || !(0,_names__WEBPACK_IMPORTED_MODULE_6__/* .isListed */ .yy)(server.role) || change.impact === 'none' || change.action === 'create')
            continue;
        if (told.has(server.name))
            continue;
        if (joining.has(server.role) || serving[server.role]?.some((name) => name !== server.name))
            continue;
        told.add(server.name);
        const spec = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role];
        const standIn = live.portal.servers[server.role].some(({ type }) => type === 'INTERNAL');
        findings.push({
            code: standIn ? 'last-of-role' : 'last-of-role-without-stand-in',
            severity: standIn || force ? 'warning' : 'blocking',
            server: server.name,
            message: standIn
                ? `${server.name} is the only ${spec.label} that takes calls: the one on the main server is turned on while it is away`
                : `${server.name} is the only ${spec.label} that takes calls and there is no built-in one to stand in: calls that need one fail while it is away${force ? '' : '; add a second one, or force it'}`,
        });
    }
    return findings;
}
/** Two are enough to know whether there is another one. */
function servingNames({ portal }, role) {
    return portal.servers[role]
        .filter(({ id, enabled }) => enabled && portal.status.get(id)?.status === 'ONLINE')
        .slice(0, 2)
        .map(({ name }) => name);
}
async function applyRestart(change, run) {
    const { cluster } = run.session;
    if (change.id === RESTART_PBX || change.id === RESTART_LOAD_BALANCER)
        return restartMain(change, run);
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .findServer */ .Fm)(cluster, change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the cluster file`);
    await (0,_drain__WEBPACK_IMPORTED_MODULE_3__/* .drained */ .oB)(run, server, change.id, async () => {
        await (0,_script__WEBPACK_IMPORTED_MODULE_5__/* .runScript */ .j)(run, (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .controlCommand */ .jw)(cluster, server, 'restart'), {
            id: change.id,
            key: `restart-${server.name}`,
            title: `restart ${server.name} (${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .g[server.role].label})`,
        });
        const { facts, problems } = await (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .untilUp */ .kU)(run, server);
        if (!facts)
            throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${server.name} did not come back: ${problems.join('; ')}`);
        await (0,_drain__WEBPACK_IMPORTED_MODULE_3__/* .online */ .WD)(run, server, change.id);
    });
}
async function restartMain(change, run) {
    const { cluster } = run.session;
    const pbx = change.id === RESTART_PBX;
    const command = (0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .pbxCommand */ .sc)(cluster, pbx ? 'restart' : 'restart-loadbalancer');
    await (0,_script__WEBPACK_IMPORTED_MODULE_5__/* .runScript */ .j)(run, command, {
        id: change.id,
        key: pbx ? 'restart-pbx' : 'restart-loadbalancer',
        title: pbx ? 'restart the PBX' : 'restart the load balancer',
    });
    const facts = await (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(cluster, (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .hostOf */ .w4)(run, cluster.pbx.machine));
    const name = pbx ? 'portsip.callmanager' : 'portsip.loadbalancer';
    if (facts.containers.find((container) => container.name === name)?.running === false)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${name} on the main server did not come back; see ${(0,_host_commands__WEBPACK_IMPORTED_MODULE_1__/* .pbxStatusByHand */ .Xo)(cluster)}`);
    await (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .pbxAnswers */ .Su)(run);
    if (pbx)
        await (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .noteLoadBalancer */ .V1)(run, facts);
}
//# sourceMappingURL=restart.js.map

/***/ }),

/***/ 40501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97971);


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
    throw new _context__WEBPACK_IMPORTED_MODULE_1__/* .StageError */ .Zu(`${script} on ${command.machine.name} failed (exit ${result.exitCode}): ${why}${hint}`);
}
//# sourceMappingURL=script.js.map

/***/ }),

/***/ 99028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ inPortal),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97971);

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
        throw new _context__WEBPACK_IMPORTED_MODULE_0__/* .StageError */ .Zu(`${name} is not in the portal any more: somebody deleted it there meanwhile; deploy again, which registers it anew`);
    }
}
function isGone(error) {
    return error instanceof Error && 'details' in error && error.details.status === 404;
}
//# sourceMappingURL=status.js.map

/***/ })

};
;
//# sourceMappingURL=3978.index.js.map