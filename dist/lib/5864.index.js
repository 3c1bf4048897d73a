"use strict";
exports.id = 5864;
exports.ids = [5864];
exports.modules = {

/***/ 85864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  digestOf: () => (/* binding */ digestOf),
  forServers: () => (/* binding */ forServers),
  makePlan: () => (/* binding */ makePlan),
  narrow: () => (/* binding */ narrow),
  offlinePlan: () => (/* binding */ offlinePlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/stages/diff.js
var diff = __webpack_require__(59205);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/host/commands.js
var commands = __webpack_require__(77471);
// EXTERNAL MODULE: ./build/src/host/facts-script.js
var facts_script = __webpack_require__(10804);
// EXTERNAL MODULE: ./build/src/stages/firewall.js
var firewall = __webpack_require__(27698);
// EXTERNAL MODULE: ./build/src/stages/names.js
var names = __webpack_require__(55772);
// EXTERNAL MODULE: ./build/src/stages/remove.js
var remove = __webpack_require__(60582);
// EXTERNAL MODULE: ./build/src/cluster/by-address.js
var by_address = __webpack_require__(85039);
;// CONCATENATED MODULE: ./build/src/stages/deployed.js








/**
 * The live state of a cluster that is just what `base` says, with the hosts of `head` that it does not have empty and ready.
 * It stands in for the live one when nobody may be asked.
 */
function deployed(base, head) {
    const cluster = base ?? { ...head, servers: [], builtInServers: 'keep' };
    const servers = Object.fromEntries(names/* LISTED_ROLES */.cS.map((role) => [role, portalOf(cluster, role)]));
    const all = names/* LISTED_ROLES */.cS.flatMap((role) => servers[role]);
    const before = new by_address/* ByAddress */.I(cluster.servers.map((server) => [server.address, server]));
    const im = cluster.servers.find(({ role }) => role === 'im');
    return {
        live: false,
        at: Date.UTC(2026, 0, 1),
        main: mainOf(cluster),
        hosts: new Map([
            ...head.servers.map((server) => {
                // A machine whose server has another name now is the same machine.
                const there = before.get(server.address);
                return [server.name, there ? hostOf(cluster, there) : blankHost(server)];
            }),
            ...cluster.servers.map((server) => {
                const stays = head.servers.every(({ name, address }) => name !== server.name || address === server.address);
                return [stays ? server.name : (0,remove/* oldHost */.UJ)(server), hostOf(cluster, server)];
            }),
        ]),
        portal: {
            servers,
            status: new Map(all.map((server) => [server.id, { status: server.enabled ? 'ONLINE' : 'OFFLINE' }])),
            ipFilters: cluster.servers.map((server) => ({
                id: server.name,
                cidr: (0,addresses/* hostCidr */.HJ)(server.address),
                target: 'ACCEPT',
                expireAt: firewall/* WHITELIST_EXPIRY */.qY,
            })),
            im: { ...(im?.privateIp && { privateIp: im.privateIp }), ...(im?.publicIp && { publicIp: im.publicIp }) },
            imToken: im ? 'issued' : 'none',
        },
        ...(base && { record: recordOf(base) }),
    };
}
function portalOf(cluster, role) {
    const own = cluster.servers.filter((server) => server.role === role);
    const builtIn = {
        id: `built-in-${role}`,
        role,
        name: 'default',
        type: 'INTERNAL',
        enabled: cluster.builtInServers === 'keep' || !own.some(({ enabled }) => enabled),
    };
    return [
        builtIn,
        ...own.map((server) => ({
            id: server.name,
            role,
            name: server.name,
            type: 'EXTERNAL',
            enabled: server.enabled,
            ...(server.privateIp && { privateIp: server.privateIp }),
            ...(server.role === 'media' && server.publicIp && { publicIp: server.publicIp }),
            ...(server.maxCallSessions !== undefined && { maxCallSessions: server.maxCallSessions }),
            ...(server.maxRooms !== undefined && { maxRooms: server.maxRooms }),
            ...(server.maxParticipants !== undefined && { maxParticipants: server.maxParticipants }),
        })),
    ];
}
function mainOf(cluster) {
    const sources = (0,addresses/* trustedSources */.ky)(cluster);
    return {
        ...blankHost(cluster.pbx.machine),
        firewall: { running: true, trusted: { permanent: [...sources], runtime: [...sources] }, otherZones: {} },
        containers: [container('portsip.callmanager', cluster.pbx.image ?? cluster.image, [])],
    };
}
function hostOf(cluster, server) {
    const { values, args } = (0,commands/* installed */.$f)(cluster, server);
    return {
        ...blankHost(server),
        roles: [{ role: server.role, values }],
        containers: [
            container(roles/* ROLES */.g[server.role].container, server.image, args),
            ...roles/* ROLES */.g[server.role].companions.map((name) => container(name, server.image, [])),
        ],
    };
}
function container(name, image, args) {
    const at = '2026-01-01T00:00:00Z';
    return { name, image, imageId: 'sha256:unknown', running: true, createdAt: at, startedAt: at, args };
}
/** A host of which nothing is known and nothing is wrong. */
function blankHost({ name, address }) {
    return {
        hostname: name,
        bootId: '',
        // The one that is right everywhere
        os: { id: 'ubuntu', version: '24.04', prettyName: 'Ubuntu 24.04' },
        arch: 'x86_64',
        cpus: 64,
        memoryMiB: 256 * 1024,
        disk: { path: '/', totalMiB: 1024 * 1024, freeMiB: 1024 * 1024 },
        clockSkewMs: 0,
        addresses: [address],
        docker: { installed: true, running: true, composeVersion: '2' },
        scripts: [...facts_script/* SCRIPTS */.dL],
        roles: [],
        containers: [],
        conflicts: [],
        folders: {},
    };
}
/** The record of a cluster that was put there by this project as a whole. */
function recordOf(cluster) {
    return {
        version: 1,
        cluster: cluster.name,
        servers: Object.fromEntries(cluster.servers.map(({ name, role, privateIp, publicIp, address, ssh }) => [
            name,
            { role, address, ssh, installed: true, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) },
        ])),
        firewall: (0,addresses/* trustedSources */.ky)(cluster),
        whitelist: cluster.servers.map((server) => (0,addresses/* hostCidr */.HJ)(server.address)),
        builtInDisabled: [],
        restarts: {},
        recreate: {},
        draining: [],
        time: '2026-01-01T00:00:00Z',
    };
}
//# sourceMappingURL=deployed.js.map
;// CONCATENATED MODULE: ./build/src/plan/plan.js




const NOTHING_ASKED = { rotate: [], force: false, gone: [], allowUndersized: false };
/** All changes that take `live` to what `cluster` wants. Pure. */
function makePlan(cluster, live, options = NOTHING_ASKED) {
    const { changes, findings } = (0,diff/* diff */.Ui)({ cluster, live, options });
    return {
        version: 1,
        cluster: cluster.name,
        digest: digestOf(cluster.name, changes),
        live: live.live,
        changes,
        warnings: findings,
    };
}
/**
 * The plan of a pull request without asking anybody: what would have to be done if the live cluster were just what `base`
 * says. `base` undefined: the file is new.
 */
function offlinePlan(base, head) {
    return makePlan(head, deployed(base, head));
}
/**
 * `sha256:` over what would be done, sorted: neither the file's order nor reasons, measurements or the time of day count.
 * Two plans with one digest do the same to the same objects.
 */
function digestOf(cluster, changes) {
    const what = [...changes]
        .sort((a, b) => (0,names/* compare */.UD)(a.id, b.id))
        .map(({ id, action, attributes }) => [
        id,
        action,
        [...attributes]
            .sort((a, b) => (0,names/* compare */.UD)(a.name, b.name))
            .map(({ name, before, after }) => [name, before ?? null, after ?? null]),
    ]);
    return `sha256:${(0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([1, cluster, what]))
        .digest('hex')}`;
}
/**
 * The part of a plan that is for some servers. What belongs to no server is in when one of theirs needs it and it disturbs
 * nobody (a network in the firewall), or when all that it needs is in; a restart only then.
 */
function forServers(plan, { names, roles }) {
    const byId = new Map(plan.changes.map((change) => [change.id, change]));
    const builtIns = new Set([...roles].map((role) => `built-in/${role}`));
    const included = new Set();
    const include = (change) => {
        if (included.has(change.id))
            return;
        included.add(change.id);
        for (const need of change.needs.map((id) => byId.get(id)))
            if (need && need.server === undefined && need.impact === 'none')
                include(need);
    };
    const isOwn = ({ server }) => server !== undefined && names.has(server);
    for (const change of plan.changes)
        if (isOwn(change) && change.stage !== 'restart')
            include(change);
    const needs = new Map();
    for (const change of plan.changes) {
        // Those before it in the plan have their needs already.
        const own = [...new Set(change.needs.flatMap((id) => turnOf(change, id, included, needs)))];
        needs.set(change.id, own);
        const common = change.server === undefined && (own.length > 0 || builtIns.has(change.id));
        if ((common || isOwn(change)) && own.every((id) => included.has(id)))
            included.add(change.id);
    }
    const changes = plan.changes
        .filter(({ id }) => included.has(id))
        .map((change) => ({ ...change, needs: needs.get(change.id) ?? [] }));
    return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}
/**
 * What is left of a need in a part of the plan: a server that only waits for its turn after one that is not in it has its
 * turn after the one before that.
 */
function turnOf(change, id, included, needs) {
    const kind = change.stage === 'install' ? 'role/' : change.stage === 'restart' ? 'restart/' : undefined;
    const isTurn = (other) => kind !== undefined && other.startsWith(kind) && !ON_MAIN.has(other);
    if (!isTurn(id) || included.has(id))
        return [id];
    return (needs.get(id) ?? []).filter((before) => isTurn(before) || kind === 'restart/');
}
const ON_MAIN = new Set(['role/pbx', 'restart/pbx', 'restart/loadbalancer']);
/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
function narrow(plan, keep) {
    const changes = plan.changes.filter(keep);
    return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 59205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ui: () => (/* binding */ diff),
/* harmony export */   g3: () => (/* binding */ waitsForWindow)
/* harmony export */ });
/* unused harmony export inOrder */
/* harmony import */ var _cluster_window__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12683);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _firewall__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27698);
/* harmony import */ var _high_availability__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67296);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83978);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55772);
/* harmony import */ var _register__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19407);
/* harmony import */ var _remove__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60582);
/* harmony import */ var _restart__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17843);
/* harmony import */ var _token__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(54013);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(93781);











/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
function diff(input) {
    const { cluster, live, options } = input;
    if (!(0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(live.main)) {
        const { pbx } = cluster;
        const message = `The main server (${pbx.machine.address}) does not answer: ${live.main.unreachable}`;
        return { changes: [], findings: [{ code: 'main-unreachable', severity: 'blocking', message }] };
    }
    const stages = [
        (0,_firewall__WEBPACK_IMPORTED_MODULE_2__/* .diffFirewall */ .Mo)(input),
        (0,_register__WEBPACK_IMPORTED_MODULE_6__/* .diffRegister */ .P)(input),
        (0,_high_availability__WEBPACK_IMPORTED_MODULE_3__/* .diffSshKeys */ .eK)(input),
        (0,_install__WEBPACK_IMPORTED_MODULE_4__/* .diffInstall */ .Jm)(input),
        (0,_token__WEBPACK_IMPORTED_MODULE_9__/* .diffToken */ .z)(input),
        (0,_remove__WEBPACK_IMPORTED_MODULE_7__/* .diffRemove */ .MM)(input),
    ];
    const others = stages.flatMap((stage) => stage.changes);
    builtInsAfterReplacement(others, input);
    lastOnesAfterReplacement(others, input);
    others.splice(0, Infinity, ...others.filter((change) => !isBuiltInOff(change) || hasReplacement(change, others, input)));
    const restart = (0,_restart__WEBPACK_IMPORTED_MODULE_8__/* .diffRestart */ .Pn)(input, others);
    const changes = [...others, ...restart.changes];
    const findings = [
        ...stages.flatMap((stage) => stage.findings),
        ...restart.findings,
        ...(0,_high_availability__WEBPACK_IMPORTED_MODULE_3__/* .highAvailabilityFindings */ .oP)(input, changes),
        ...(0,_restart__WEBPACK_IMPORTED_MODULE_8__/* .lastOfRole */ .eS)(cluster, live, changes, options.force),
        ...windowFindings(input, changes),
    ];
    return { changes: inOrder(onlyKnownNeeds(changes)), findings };
}
/** Changes that callers notice wait for the maintenance window, where the cluster file has one. */
function waitsForWindow({ cluster, live, options }, change) {
    const { window } = cluster.restart;
    return window !== undefined && change.impact !== 'none' && !options.force && !(0,_cluster_window__WEBPACK_IMPORTED_MODULE_0__/* .windowState */ .k)(window, live.at).open;
}
function windowFindings(input, changes) {
    const { window } = input.cluster.restart;
    // What is compared without asking anybody happens at no hour.
    if (!input.live.live)
        return [];
    if (!window || (0,_cluster_window__WEBPACK_IMPORTED_MODULE_0__/* .windowState */ .k)(window, input.live.at).open || input.options.force)
        return [];
    const waiting = changes.filter(({ impact }) => impact !== 'none');
    if (waiting.length === 0)
        return [];
    const { opensAt } = (0,_cluster_window__WEBPACK_IMPORTED_MODULE_0__/* .windowState */ .k)(window, input.live.at);
    const when = opensAt === undefined
        ? ''
        : `; it opens ${new Date(opensAt)
            .toISOString()
            .replace(/:\d\d\.\d+Z/, ' UTC')
            .replace('T', ' ')}`;
    return [
        {
            code: 'window-closed',
            severity: 'warning',
            message: `The maintenance window (${(0,_cluster_window__WEBPACK_IMPORTED_MODULE_0__/* .formatWindow */ .A)(window)}) is closed${when}. ${waiting.length === 1 ? '1 change waits' : `${waiting.length} changes wait`} for it: ${listed(waiting.map(({ id }) => id))}`,
        },
    ];
}
function listed(ids) {
    return ids.length <= MOST_LISTED
        ? ids.join(', ')
        : `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`;
}
const MOST_LISTED = 20;
function isBuiltInOff(change) {
    return change.id.startsWith('built-in/') && change.attributes.some(({ after }) => after === 'false');
}
/** Whether anything of the role is ONLINE or comes with this plan: a built-in server that nothing replaces stays on. */
function hasReplacement(change, changes, { cluster, live }) {
    const installed = new Set(changes.map(({ id }) => id));
    return cluster.servers.some((server) => {
        if (change.id !== `built-in/${server.role}` || !server.enabled || !(0,_names__WEBPACK_IMPORTED_MODULE_5__/* .isListed */ .yy)(server.role))
            return false;
        const entry = live.portal.servers[server.role].find(({ name }) => name === server.name);
        const online = entry !== undefined && live.portal.status.get(entry.id)?.status === 'ONLINE';
        const runs = isRunning(live.hosts.get(server.name), server.role);
        return online || runs || installed.has(`role/${server.name}`);
    });
}
function isRunning(facts, role) {
    return (0,_types__WEBPACK_IMPORTED_MODULE_10__/* .isReachable */ .kj)(facts) && facts.containers.some(({ name, running }) => running && name === _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].container);
}
/** A built-in server is turned off only when all that replaces it is there. */
function builtInsAfterReplacement(changes, { cluster }) {
    for (const change of changes) {
        if (!isBuiltInOff(change))
            continue;
        const names = new Set(cluster.servers
            .filter(({ role, enabled }) => enabled && change.id === `built-in/${role}`)
            .map(({ name }) => name));
        change.needs.push(...changes
            .filter(({ id, server }) => server && names.has(server) && /^(role|server)\//.test(id))
            .map(({ id }) => id));
    }
}
/**
 * Whatever takes a server of a role from callers comes after all that gives them another: the built-in one turned on, the
 * new ones of the role serving.
 */
function lastOnesAfterReplacement(changes, { cluster }) {
    const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
    const on = new Set(changes.filter((change) => !isBuiltInOff(change)).map(({ id }) => id));
    const coming = new Map();
    for (const { id, server, stage } of changes) {
        const role = server === undefined || stage === 'remove' ? undefined : roles.get(server);
        if (role && /^(role|server)\//.test(id))
            listIn(coming, role).push(id);
    }
    for (const change of changes) {
        const isRemoval = change.stage === 'remove' && change.server !== undefined;
        if (isRemoval) {
            for (const role of _names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS)
                if (change.needs.includes(`built-in/${role}`))
                    change.needs.push(...(coming.get(role) ?? []));
        }
        const disables = change.attributes.some(({ name, after }) => name === 'enabled' && after === 'false');
        const role = roles.get(change.server ?? '');
        if (change.stage === 'register' && disables && role && on.has(`built-in/${role}`))
            change.needs.push(`built-in/${role}`);
    }
}
function onlyKnownNeeds(changes) {
    const ids = new Set(changes.map(({ id }) => id));
    return changes.map((change) => ({
        ...change,
        needs: [...new Set(change.needs)].filter((id) => ids.has(id) && id !== change.id),
    }));
}
function listIn(lists, key) {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}
/** By stage, and within it as the stage made them; whatever a change needs comes before it. */
function inOrder(changes) {
    const missing = new Map(changes.map((change) => [change.id, change.needs.length]));
    const waiting = new Map();
    for (const change of changes) {
        for (const id of change.needs)
            listIn(waiting, id).push(change);
    }
    const ready = _types__WEBPACK_IMPORTED_MODULE_10__/* .STAGE_NAMES */ .y1.map(() => []);
    const enqueue = (change) => ready[_types__WEBPACK_IMPORTED_MODULE_10__/* .STAGE_NAMES */ .y1.indexOf(change.stage)]?.push(change);
    for (const change of changes)
        if (change.needs.length === 0)
            enqueue(change);
    const ordered = [];
    for (;;) {
        const next = ready.find((bucket) => bucket.length > 0)?.shift();
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
        const circle = changes.filter((change) => !ordered.includes(change)).map(({ id }) => id);
        throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
    }
    return ordered;
}
//# sourceMappingURL=diff.js.map

/***/ }),

/***/ 67296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TX: () => (/* binding */ pbxIsWell),
/* harmony export */   eK: () => (/* binding */ diffSshKeys),
/* harmony export */   oP: () => (/* binding */ highAvailabilityFindings),
/* harmony export */   w: () => (/* binding */ applySshKey)
/* harmony export */ });
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77471);
/* harmony import */ var _host_control_node__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27893);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97971);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83978);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55772);
/* harmony import */ var _remove__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60582);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93781);







/*
 * What a PBX of several nodes adds to plans: the control node must get into every server, the nodes must be well before
 * anything is disturbed, and what is installed is what they run. Nothing here is for standalone clusters.
 */
/** Where the control node cannot sign in: with `installSshKey` a change that lets it in, or else a finding for `touched` ones. */
function diffSshKeys({ cluster, live, options }) {
    const changes = [];
    if (!options.installSshKey)
        return { changes, findings: [] };
    for (const server of cluster.servers) {
        const refused = live.control?.refused.get(server.address);
        if (!refused || refused.why === 'other' || !(0,_types__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .kj)(live.hosts.get(server.name)))
            continue;
        changes.push({
            id: `ssh-key/${server.name}`,
            stage: 'install',
            action: 'create',
            server: server.name,
            reason: refused.why === 'key'
                ? 'the control node cannot sign in there: its SSH key is not accepted'
                : 'the control node cannot sign in there: it does not know its host key',
            impact: 'none',
            needs: [],
            attributes: [{ name: 'SSH key of', after: `${cluster.ssh.user}@${cluster.pbx.machine.address}` }],
        });
    }
    return { changes, findings: [] };
}
/** What keeps `changes`, which are all of the plan's, from being done, and what a person should know besides. */
function highAvailabilityFindings(input, changes) {
    if (!input.cluster.pbx.highAvailability)
        return [];
    const ofServers = changes.filter(({ id, server }) => server !== undefined && /^(role|restart)\//.test(id));
    const roles = ofServers.filter(({ id, action }) => id.startsWith('role/') && action !== 'delete');
    return [
        ...nodes(input),
        ...missingScripts(input, ofServers),
        ...keys(input, changes, ofServers),
        ...health(input, changes),
        ...otherImage(input, roles),
        ...roles.flatMap((change) => otherSystem(input, change)),
    ];
}
function nodes({ cluster, live }) {
    if (cluster.pbx.highAvailability?.nodes === undefined)
        return [
            {
                code: 'nodes-not-listed',
                severity: 'note',
                message: `Only the control node's firewall is kept in step with the cluster file: after a failover another PBX node may shut the servers out. List all nodes: pbx.high_availability.nodes: [${cluster.pbx.machine.address}, …]`,
            },
        ];
    return (0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .pbxMachines */ .D)(cluster).flatMap(({ name, address }) => {
        const facts = live.nodes?.get(address);
        if (!facts || (0,_types__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .kj)(facts))
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
function missingScripts({ cluster, live }, ofServers) {
    if (!(0,_types__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .kj)(live.main))
        return [];
    const { scripts } = live.main;
    const needed = new Set([
        'ha_ctl.sh',
        ...ofServers.map((change) => scriptOf(cluster, roleOf(change, cluster, live.record?.servers))),
    ]);
    const missing = [...needed].filter((script) => !scripts.includes(script));
    if (missing.length === 0)
        return [];
    const { scriptsPath } = cluster.pbx.highAvailability ?? {};
    return [
        {
            code: 'script-missing',
            severity: ofServers.length > 0 ? 'blocking' : 'warning',
            message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in ${scriptsPath} on the control node ${cluster.pbx.machine.address}: is pbx.high_availability right, and has the PBX been installed by PortSIP's high-availability guide?`,
        },
    ];
}
function roleOf({ server = '' }, cluster, recorded) {
    const inFile = (0,_names__WEBPACK_IMPORTED_MODULE_4__/* .findServer */ .Fm)(cluster, server)?.role;
    return inFile ?? (recorded && Object.hasOwn(recorded, server) ? recorded[server]?.role : undefined) ?? 'media';
}
/** `extend.sh`, as the command line for the role has it */
function scriptOf(cluster, role) {
    const any = { name: 'x', role, address: cluster.pbx.privateIp };
    return (0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .controlCommand */ .jw)(cluster, any, 'restart').argv.find((word) => word.endsWith('.sh')) ?? '';
}
function keys({ cluster, live, options }, changes, ofServers) {
    const mended = new Set(changes.filter(({ id }) => id.startsWith('ssh-key/')).map(({ server }) => server));
    const touched = new Set(ofServers.map(({ server }) => server));
    const left = (0,_remove__WEBPACK_IMPORTED_MODULE_5__/* .departing */ .Bw)(cluster, live.record, live.portal.servers).map(_remove__WEBPACK_IMPORTED_MODULE_5__/* .departingMachine */ .SD);
    return [...cluster.servers, ...left].flatMap((machine) => {
        const { name, address } = machine;
        const refused = live.control?.refused.get(address);
        const gone = options.gone.includes(name) || !(0,_types__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .kj)(live.hosts.get(name));
        if (!refused || mended.has(name) || gone)
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
    return `On ${cluster.pbx.machine.address}, as ${user}: ${(0,_host_control_node__WEBPACK_IMPORTED_MODULE_1__/* .letInByHand */ .XL)(cluster, machine)}; or let the deploy do it: --install-ssh-key (input install-ssh-key)`;
}
function health({ cluster, live, options }, changes) {
    const trouble = live.control?.trouble;
    if (trouble === undefined)
        return [];
    const waiting = new Set(changes.filter(({ impact }) => impact !== 'none').flatMap(({ server }) => server ?? []));
    const findings = [
        {
            code: 'pbx-not-healthy',
            severity: 'warning',
            message: `The PBX's nodes are not all well: ${trouble}. See ${(0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .pbxStatusByHand */ .Xo)(cluster)}`,
        },
    ];
    if (options.force)
        return findings;
    for (const server of waiting)
        findings.push({
            code: 'pbx-not-healthy',
            severity: 'blocking',
            server,
            message: `${server} is not disturbed as long as the PBX's nodes are not all well (force does it all the same)`,
        });
    return findings;
}
/** The guide's scripts install and upgrade to what the PBX runs: it comes first, and by hand. */
function otherImage({ cluster, live }, roles) {
    const { image } = cluster;
    // Where it runs may be on a node that the file does not list: then the control node's own is the next best.
    const pbx = (0,_install__WEBPACK_IMPORTED_MODULE_3__/* .pbxContainer */ .sT)(live);
    if (roles.length === 0 || !pbx || (0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .imageName */ .tO)(pbx.image) === (0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .imageName */ .tO)(image))
        return [];
    return [
        {
            code: 'pbx-image',
            severity: 'warning',
            message: `The PBX runs ${pbx.image} and the cluster file wants ${image}: upgrade the PBX first, as PortSIP's high-availability guide says (${(0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .pbxUpgradeByHand */ .hb)(cluster)}), or correct image in the cluster file`,
        },
        ...roles.map(({ server = '' }) => ({
            code: 'pbx-image',
            // What is compared without asking anybody may be so by the time it is deployed.
            severity: live.live ? 'blocking' : 'warning',
            server,
            message: `${server} would get what the PBX runs, ${pbx.image}: upgrade the PBX first`,
        })),
    ];
}
function otherSystem({ live }, { server = '', action }) {
    const facts = live.hosts.get(server);
    if (action === 'update' || !(0,_types__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .kj)(facts) || !(0,_types__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .kj)(live.main))
        return [];
    const { os } = live.main;
    if (os.id === facts.os.id && os.version === facts.os.version)
        return [];
    return [
        {
            code: 'host-os-differs',
            severity: 'blocking',
            server,
            message: `${server} runs ${facts.os.prettyName} and the PBX ${os.prettyName}; with high availability all must run the same release`,
        },
    ];
}
/** Puts the control node's key where it has to be. */
async function applySshKey(change, run) {
    const { cluster, hosts } = run.session;
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_4__/* .findServer */ .Fm)(cluster, change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the cluster file`);
    await (0,_host_control_node__WEBPACK_IMPORTED_MODULE_1__/* .letControlNodeIn */ .gX)(hosts.host(cluster.pbx.machine), hosts.host(server), cluster, server);
}
/** A failover takes a minute or so. */
const WELL_MS = 300_000;
/** Before a server is disturbed: waits until the PBX's nodes are well. */
async function pbxIsWell(change, run) {
    const { cluster, hosts } = run.session;
    if (!cluster.pbx.highAvailability || change.impact === 'none' || run.options.force)
        return;
    let trouble;
    const well = await (0,_context__WEBPACK_IMPORTED_MODULE_2__/* .until */ .TG)(run.session, WELL_MS, async () => {
        trouble = await (0,_host_control_node__WEBPACK_IMPORTED_MODULE_1__/* .pbxTrouble */ .mM)(hosts.host(cluster.pbx.machine), cluster);
        if (trouble === undefined)
            return true;
        run.progress(change.id, `waiting for the PBX's nodes to be well: ${trouble}`);
        return undefined;
    });
    if (!well)
        throw new _context__WEBPACK_IMPORTED_MODULE_2__/* .StageError */ .Zu(`${change.server ?? change.id} was not disturbed, as the PBX's nodes are not all well: ${trouble}. See ${(0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .pbxStatusByHand */ .Xo)(cluster)}`);
}
//# sourceMappingURL=high-availability.js.map

/***/ }),

/***/ 19407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ applyServer),
/* harmony export */   Of: () => (/* binding */ applyBuiltIn),
/* harmony export */   P: () => (/* binding */ diffRegister)
/* harmony export */ });
/* unused harmony export wantedValues */
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13682);
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77471);
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97971);
/* harmony import */ var _drain__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52842);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55772);
/* harmony import */ var _remove__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60582);
/* harmony import */ var _cluster_by_address__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85039);
/* harmony import */ var _status__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99028);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(93781);










/** The portal's register of servers: what the cluster file has must be in it, by the same name to the letter. Never unregisters a server that left the file. */
function diffRegister(input) {
    const { cluster, live } = input;
    const diff = { changes: [], findings: [] };
    const registered = register(input);
    for (const server of [...cluster.servers].sort(_names__WEBPACK_IMPORTED_MODULE_5__/* .inRoleOrder */ .Mg)) {
        if ((0,_names__WEBPACK_IMPORTED_MODULE_5__/* .isListed */ .yy)(server.role))
            diffServer(server, server.role, input, registered, diff);
        else if (server.role === 'im')
            diffIm(server, input, diff.changes);
    }
    if (cluster.unmanagedServers === 'report')
        diff.findings.push(...unmanaged(input));
    for (const role of _names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS) {
        const builtIn = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
        const change = builtIn && diffBuiltIn(role, builtIn, input, registered);
        if (change)
            diff.changes.push(change);
    }
    return diff;
}
function register({ cluster, live }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    const isOurs = ({ name }) => (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(live.record?.servers, name);
    const each = (make) => Object.fromEntries(_names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS.map((role) => [role, make(live.portal.servers[role])]));
    return {
        // Backwards, so that the first of a name wins.
        byName: each((servers) => new Map([...servers].reverse().map((server) => [server.name, server]))),
        others: each((servers) => new _cluster_by_address__WEBPACK_IMPORTED_MODULE_7__/* .ByAddress */ .I(servers
            .filter(({ type, name }) => type === 'EXTERNAL' && !names.has(name))
            // Whatever order the PBX lists them in: one that is not ours counts most.
            .sort((a, b) => Number(isOurs(a)) - Number(isOurs(b)) || (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .compare */ .UD)(a.name, b.name))
            .map((server) => [server.privateIp ?? server.publicIp, server]))),
    };
}
function diffServer(server, role, { cluster, live }, { byName, others }, { changes, findings }) {
    const change = {
        id: `server/${server.name}`,
        stage: 'register',
        server: server.name,
        impact: 'none',
        needs: [],
    };
    const elsewhere = _names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS.find((other) => other !== role && byName[other].has(server.name));
    if (elsewhere) {
        findings.push({
            code: 'role-changed',
            severity: 'blocking',
            server: server.name,
            message: `The portal has "${server.name}" as ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[elsewhere].label}; remove it from the cluster file, deploy, and add it again as ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label}`,
        });
        return;
    }
    const same = byName[role].get(server.name);
    if (same?.type === 'INTERNAL') {
        findings.push({
            code: 'name-taken',
            severity: 'blocking',
            server: server.name,
            message: `"${server.name}" is the name of the PBX's built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label}; choose another name`,
        });
        return;
    }
    const neighbour = others[role].get(server.address);
    if (neighbour && !same) {
        const ours = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(live.record?.servers, neighbour.name) || cluster.unmanagedServers === 'remove';
        if (!ours) {
            findings.push({
                code: 'address-taken',
                severity: 'blocking',
                server: server.name,
                message: `The portal has ${server.address} as "${neighbour.name}", which this project did not put there; name it so in the cluster file, or delete it on the portal's ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].portalPage} page`,
            });
            return;
        }
        changes.push({
            ...change,
            action: 'replace',
            reason: `renamed: the portal cannot change a name, so "${neighbour.name}" is deleted and created anew`,
            impact: 'new-calls',
            attributes: [{ name: 'name', before: neighbour.name, after: server.name }],
        });
        return;
    }
    if (!same) {
        changes.push({
            ...change,
            action: 'create',
            reason: 'not in the portal yet',
            attributes: added(wantedValues(server)),
        });
        return;
    }
    const differences = difference(portalValues(same), wantedValues(server));
    if (differences.length === 0)
        return;
    const address = differences.some(({ name }) => name === 'private address' || name === 'public address');
    const drained = live.record?.draining.includes(server.name) && !same.enabled;
    changes.push({
        ...change,
        action: address ? 'replace' : 'update',
        reason: address
            ? 'its address changed: the portal cannot change it, so it is deleted and created anew'
            : drained
                ? _types__WEBPACK_IMPORTED_MODULE_9__/* .DRAINED_BY_US */ .r1
                : 'the portal has other values',
        impact: address && same.enabled ? 'new-calls' : 'none',
        attributes: differences,
    });
}
function diffIm(server, { live }, changes) {
    const have = live.portal.im;
    const attributes = difference({ 'private address': have.privateIp, 'public address': have.publicIp }, { 'private address': server.privateIp, 'public address': server.publicIp });
    if (attributes.length === 0)
        return;
    const first = !have.privateIp && !have.publicIp;
    changes.push({
        id: `server/${server.name}`,
        stage: 'register',
        action: first ? 'create' : 'update',
        server: server.name,
        reason: first
            ? 'the portal has no addresses of the IM server yet'
            : 'the portal has other addresses of the IM server',
        impact: 'none',
        needs: [],
        attributes,
    });
}
function diffBuiltIn(role, builtIn, { cluster, live }, { byName }) {
    const serving = cluster.servers.filter((server) => server.role === role && server.enabled);
    const leaving = (0,_remove__WEBPACK_IMPORTED_MODULE_6__/* .departing */ .Bw)(cluster, live.record, live.portal.servers).some((server) => server.role === role && byName[role].has(server.name));
    const change = {
        id: `built-in/${role}`,
        stage: 'register',
        action: 'update',
        impact: 'none',
        needs: [],
    };
    if (builtIn.enabled && serving.length > 0 && cluster.builtInServers === 'disabled') {
        return {
            ...change,
            reason: `the cluster's own ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label}s take over from the one on the main server`,
            attributes: [{ name: 'enabled', before: 'true', after: 'false' }],
        };
    }
    const weDidIt = live.record?.builtInDisabled.includes(role) ?? false;
    if (!builtIn.enabled && serving.length === 0 && (leaving || weDidIt)) {
        return {
            ...change,
            reason: `no other ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label} is left to take calls`,
            attributes: [{ name: 'enabled', before: 'false', after: 'true' }],
        };
    }
    return undefined;
}
function unmanaged({ cluster, live }) {
    const names = new Set(cluster.servers.map(({ name }) => name));
    return _names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS.flatMap((role) => live.portal.servers[role]
        .filter((have) => have.type === 'EXTERNAL' && !names.has(have.name) && !(0,_names__WEBPACK_IMPORTED_MODULE_5__/* .has */ .zy)(live.record?.servers, have.name))
        .map((have) => ({
        code: 'unmanaged-server',
        severity: 'note',
        server: have.name,
        message: `The portal has the ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label} "${have.name}" (${have.privateIp ?? have.publicIp ?? 'no address'}), which is not in the cluster file; it is left alone`,
    })));
}
/** What the portal should have of a server, in the words of plans. */
function wantedValues(server) {
    return {
        'private address': server.privateIp,
        // Only media servers have a public address in the portal.
        'public address': server.role === 'media' ? server.publicIp : undefined,
        enabled: String(server.enabled),
        'max call sessions': server.maxCallSessions?.toString(),
        'max rooms': server.maxRooms?.toString(),
        'max participants': server.maxParticipants?.toString(),
    };
}
function portalValues(server) {
    return {
        'private address': server.privateIp,
        'public address': server.publicIp,
        enabled: String(server.enabled),
        'max call sessions': server.maxCallSessions?.toString(),
        'max rooms': server.maxRooms?.toString(),
        'max participants': server.maxParticipants?.toString(),
    };
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
async function applyServer(change, run) {
    const server = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .findServer */ .Fm)(run.session.cluster, change.server);
    if (!server)
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`${change.server ?? change.id} is not in the cluster file`);
    if (server.role === 'im') {
        const { privateIp, publicIp } = server;
        return run.session.pbx.setIm({ ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) });
    }
    if (!(0,_names__WEBPACK_IMPORTED_MODULE_5__/* .isListed */ .yy)(server.role))
        return;
    const { role } = server;
    const same = run.portal.find(role, server.name);
    if (change.action === 'update' && same)
        return updateServer(server, same, change, run);
    if (change.action === 'replace') {
        const old = same ??
            run.portal
                .of(role)
                .find((have) => have.type === 'EXTERNAL' && (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(have.privateIp ?? have.publicIp, server.address));
        if (old) {
            await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .drainForGood */ .RK)(run, old, change.id);
            await run.session.pbx.destroyServer(role, old.id);
            run.portal.remove(role, old.id);
        }
    }
    await createServer(server, role, run);
}
async function updateServer(server, have, change, run) {
    if (have.enabled && !server.enabled)
        await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .disable */ .b8)(run, have, change.id);
    const { enabled, maxCallSessions, maxRooms, maxParticipants } = server;
    const wanted = {
        enabled,
        ...(maxCallSessions !== undefined && { maxCallSessions }),
        ...(maxRooms !== undefined && { maxRooms }),
        ...(maxParticipants !== undefined && { maxParticipants }),
    };
    await run.session.pbx.updateServer(have.role, have.id, wanted);
    run.portal.put({ ...have, ...wanted });
    await run.record.update((record) => ({
        ...record,
        draining: record.draining.filter((name) => name !== server.name),
    }));
}
async function createServer(server, role, run) {
    const { name, enabled, privateIp, publicIp, maxCallSessions, maxRooms, maxParticipants } = server;
    const wanted = {
        role,
        name,
        enabled,
        ...(privateIp && { privateIp }),
        ...(role === 'media' && publicIp && { publicIp }),
        ...(maxCallSessions !== undefined && { maxCallSessions }),
        ...(maxRooms !== undefined && { maxRooms }),
        ...(maxParticipants !== undefined && { maxParticipants }),
    };
    const id = await run.session.pbx.createServer(wanted);
    run.portal.put({ ...wanted, id, type: 'EXTERNAL' });
}
/** Turns the PBX's own server of a role off once another one is ONLINE, or on again before the last other one goes. */
async function applyBuiltIn(change, run) {
    const { pbx } = run.session;
    const role = _names__WEBPACK_IMPORTED_MODULE_5__/* .LISTED_ROLES */ .cS.find((candidate) => change.id === `built-in/${candidate}`);
    const builtIn = role && run.portal.builtIn(role);
    if (!role || !builtIn)
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`The portal has no built-in server for ${change.id}`);
    const enable = change.attributes.some(({ after }) => after === 'true');
    if (enable) {
        await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .setEnabled */ .kv)(run, builtIn, true);
        const online = await (0,_context__WEBPACK_IMPORTED_MODULE_3__/* .until */ .TG)(run.session, 60_000, async () => (await pbx.status(role, builtIn.id)).status === 'ONLINE' ? true : undefined);
        if (!online)
            throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`The built-in ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label} was turned on, but is not ONLINE; see ${(0,_host_commands__WEBPACK_IMPORTED_MODULE_2__/* .pbxStatusByHand */ .Xo)(run.session.cluster)}`);
        return;
    }
    run.progress(change.id, 'waiting for a replacement to be ONLINE');
    const replaced = await (0,_context__WEBPACK_IMPORTED_MODULE_3__/* .until */ .TG)(run.session, _drain__WEBPACK_IMPORTED_MODULE_4__/* .ONLINE_DEADLINE_MS */ .Qf, async () => {
        for (const server of run.portal.of(role)) {
            if (server.type === 'EXTERNAL' && server.enabled && (await (0,_status__WEBPACK_IMPORTED_MODULE_8__/* .statusOf */ .c)(pbx, role, server.id)).status === 'ONLINE')
                return true;
        }
        return undefined;
    });
    if (!replaced) {
        throw new _context__WEBPACK_IMPORTED_MODULE_3__/* .StageError */ .Zu(`No ${_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .g[role].label} of the cluster is ONLINE: the built-in one stays on, so that calls go through`);
    }
    await (0,_drain__WEBPACK_IMPORTED_MODULE_4__/* .setEnabled */ .kv)(run, builtIn, false);
}
//# sourceMappingURL=register.js.map

/***/ }),

/***/ 54013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ applyToken),
/* harmony export */   z: () => (/* binding */ diffToken)
/* harmony export */ });
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97971);
/* harmony import */ var _install__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83978);


/** The tokens that IM and Data Flow sign in to the PBX with. Values never get into a plan. */
function diffToken(input) {
    const { cluster, live, options } = input;
    const changes = [];
    const im = cluster.servers.find((server) => server.role === 'im');
    const token = { stage: 'token', needs: [], attributes: [] };
    if (im && live.portal.imToken === 'none') {
        changes.push({
            ...token,
            id: 'token/im',
            action: 'create',
            server: im.name,
            reason: 'the portal has issued none yet',
            impact: 'none',
        });
    }
    else if (im && options.rotate.includes('im')) {
        changes.push({
            ...token,
            id: 'token/im',
            action: 'replace',
            server: im.name,
            reason: 'a new one was asked for; the old one stops working',
            impact: 'messaging',
        });
    }
    else if (im && live.imTokenInUse !== false && (0,_install__WEBPACK_IMPORTED_MODULE_1__/* .upgradesWithNewToken */ .hD)(im, input)) {
        changes.push({
            ...token,
            id: 'token/im',
            action: 'replace',
            server: im.name,
            reason: 'each upgrade of the IM server of a high-availability cluster wants a new one; the old one stops working',
            impact: 'messaging',
        });
    }
    const dataflow = cluster.servers.find((server) => server.role === 'dataflow');
    if (dataflow && options.rotate.includes('dataflow') && options.dataflowTokenPath) {
        changes.push({
            ...token,
            id: 'token/dataflow',
            action: 'replace',
            server: dataflow.name,
            reason: 'a new one was asked for; the old one stops working',
            impact: 'analytics',
        });
    }
    return { changes, findings: [] };
}
/** Issues a token and keeps it for the role that is created with it in the same run. */
async function applyToken(change, run) {
    const { pbx } = run.session;
    if (change.id === 'token/im') {
        run.tokens.im = await pbx.issueImToken();
        return;
    }
    const path = run.options.dataflowTokenPath;
    if (!path)
        throw new _context__WEBPACK_IMPORTED_MODULE_0__/* .StageError */ .Zu('No path that issues Data Flow tokens was given (input dataflow-token-path)');
    const token = await pbx.issueDataflowToken(path);
    // A failure, so that Data Flow is not created anew for nothing in the same run.
    if (token === 'unsupported')
        throw new _context__WEBPACK_IMPORTED_MODULE_0__/* .StageError */ .Zu(`this PBX offers no ${path}: generate the token by hand (portal, Servers > Data Flow > default server > Generate Token), then rotate without a path`);
    run.tokens.dataflow = token;
    // Nothing on the host shows with which token it runs: written down, for whichever run gets to create it anew.
    const { server } = change;
    if (server)
        await run.record.update((record) => ({
            ...record,
            recreate: { ...record.recreate, [server]: 'a new Data Flow token was issued' },
        }));
}
//# sourceMappingURL=token.js.map

/***/ })

};
;
//# sourceMappingURL=5864.index.js.map