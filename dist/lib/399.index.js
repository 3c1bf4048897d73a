"use strict";
exports.id = 399;
exports.ids = [399];
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
// EXTERNAL MODULE: ./build/src/plan/plan.js + 1 modules
var plan_plan = __webpack_require__(85864);
// EXTERNAL MODULE: ./build/src/session.js + 21 modules
var src_session = __webpack_require__(999);
// EXTERNAL MODULE: ./build/src/stages/observe.js
var observe = __webpack_require__(79540);
// EXTERNAL MODULE: ./build/src/cluster/roles.js
var roles = __webpack_require__(13682);
// EXTERNAL MODULE: ./build/src/stages/types.js
var types = __webpack_require__(93781);
;// CONCATENATED MODULE: ./build/src/cli/status-report.js


/** Pure: what is wanted, what is there, what a deploy would do. */
function statusReport(cluster, live, plan, servers = cluster.servers) {
    const listed = Object.values(live.portal.servers).flat();
    const wanted = new Set(cluster.servers.map(({ name }) => name));
    const pbxContainer = (0,types/* isReachable */.kj)(live.main)
        ? live.main.containers.find(({ name, running }) => running && /callmanager|pbx/i.test(name))
        : undefined;
    return {
        version: 1,
        cluster: cluster.name,
        pbx: {
            address: cluster.pbx.privateIp,
            api: cluster.pbx.api,
            reachable: (0,types/* isReachable */.kj)(live.main),
            ...(!(0,types/* isReachable */.kj)(live.main) && { problem: live.main.unreachable }),
            ...(pbxContainer?.version !== undefined && { version: pbxContainer.version }),
        },
        servers: servers.map((server) => serverState(server, live, plan)),
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
    };
}
function serverState(server, live, plan) {
    const { name, role, address, publicIp } = server;
    const facts = live.hosts.get(name);
    const container = (0,types/* isReachable */.kj)(facts) ? facts.containers.find((one) => one.name === roles/* ROLES */.g[role].container) : undefined;
    const portal = inPortal(server, live);
    const status = portal && live.portal.status.get(portal.id);
    return {
        name,
        role,
        address,
        ...(publicIp !== undefined && { publicIp }),
        state: stateOf(server, facts !== undefined && (0,types/* isReachable */.kj)(facts) ? facts : undefined, portal, status?.status),
        enabled: portal?.enabled ?? server.enabled,
        ...(status?.calls !== undefined && { calls: status.calls }),
        ...(container && { image: container.image }),
        ...(container?.version !== undefined && { version: container.version }),
        drift: plan.changes.filter((change) => change.server === name).map(({ id }) => id),
    };
}
function inPortal({ name, role }, live) {
    if (roles/* ROLES */.g[role].collection === undefined)
        return undefined;
    return live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
}
function stateOf({ role }, facts, portal, status) {
    if (status === 'ONLINE')
        return 'online';
    if (!facts)
        return 'unreachable';
    if (roles/* ROLES */.g[role].collection !== undefined && !portal)
        return 'not-registered';
    const container = facts.containers.find(({ name }) => name === roles/* ROLES */.g[role].container);
    if (!container)
        return 'not-installed';
    if (roles/* ROLES */.g[role].collection !== undefined)
        return 'offline';
    return container.running ? 'running' : 'stopped';
}
//# sourceMappingURL=status-report.js.map
;// CONCATENATED MODULE: ./build/src/cli/read-status.js





/** Looks at the live cluster once. */
async function readStatus(config, servers) {
    const { cluster } = config;
    const session = (0,src_session/* openSession */.f)(config);
    try {
        const { live, findings } = await (0,observe/* observe */.l)(session);
        const plan = (0,plan_plan.makePlan)(cluster, live);
        return statusReport(cluster, live, { ...plan, warnings: [...findings, ...plan.warnings] }, (0,cluster_select/* selectServers */.V)(cluster, servers));
    }
    finally {
        await (0,src_session/* closeSession */.V)(session);
    }
}
//# sourceMappingURL=read-status.js.map

/***/ })

};
;
//# sourceMappingURL=399.index.js.map