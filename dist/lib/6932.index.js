"use strict";
exports.id = 6932;
exports.ids = [6932,3433];
exports.modules = {

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

/***/ })

};
;
//# sourceMappingURL=6932.index.js.map