/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 572:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'drift'() {
    return __nccwpck_require__(725);
  },
};


/***/ }),

/***/ 725:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/drift/drift.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.driftOf = driftOf;
exports.findingItem = findingItem;
exports.inWords = inWords;
exports.couldSee = couldSee;
exports.carry = carry;
exports.driftDigest = driftDigest;
exports.compareDrift = compareDrift;
exports.readItems = readItems;
exports.writeItems = writeItems;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const unseen_1 = { get it() { return (__nccwpck_require__(984).unseen); } };
const natural_order_1 = { get it() { return (__nccwpck_require__(60)["natural-order"]); } };
/** Findings that say that somebody changed the live cluster, and that no deploy ends; with where they are seen. */
const DRIFTED = new Map([
    ['firewalld-not-running', { on: 'portal' }],
    ['zone-conflict', { on: 'firewall' }],
    ['zone-overlap', { on: 'firewall' }],
    ['address-denied', { on: 'portal' }],
    ['address-taken', { on: 'portal' }],
    ['name-taken', { on: 'portal' }],
    ['role-changed', { on: 'portal' }],
    ['not-ours', { on: 'host' }],
    ['host-shared', { on: 'host' }],
    ['one-machine', { on: 'host' }],
    ['listed-twice', { on: 'portal' }],
    ['offline', { on: 'portal' }],
    ['taken-out-dead', { on: 'portal' }],
    ['pbx-certificate-expires', { on: 'portal' }],
    ['tag-moved', { on: 'registry' }],
]);
/** Findings that say that a host, or a firewall, could not be seen */
const HIDES_HOST = new Set(['host-unreachable', ...unseen_1.it.UNSEEN_CODES]);
const HIDES_FIREWALL = new Set(['node-unreachable', 'firewalld-not-running', 'firewall-unknown']);
/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
function driftOf(plan) {
    const { changes, warnings } = plan;
    const isRestart = (change) => (0, stages_1.it.stageOf)(change) === 'restart';
    const findings = warnings.flatMap((finding) => {
        const { code, server = '' } = finding;
        const sight = DRIFTED.get(code);
        if (code === 'unmanaged-server')
            return [fromFinding('unmanaged', `unmanaged/${server}`, finding)];
        if (!sight)
            return [];
        return [fromFinding('finding', findingItem(finding), finding, sight)];
    });
    return {
        items: inOrder([...changes.filter((change) => !isRestart(change)).map(fromChange), ...findings]),
        unseen: [
            ...new Set(warnings.flatMap(({ code, server }) => (HIDES_HOST.has(code) && server !== undefined ? [server] : []))),
        ].sort(natural_order_1.it.compare),
        firewallUnseen: warnings.some(({ code }) => HIDES_FIREWALL.has(code)),
        registryUnseen: warnings.some(({ code }) => code === 'tag-unknown'),
        owed: changes.filter(isRestart).map(({ id }) => id),
        notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
    };
}
/** What the item of a finding is called */
function findingItem({ code, server = '' }) {
    return `finding/${code}/${server}`;
}
/** The same with all that machines said put through `say`. */
function inWords(drift, say) {
    const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
    return { ...drift, items, notes: drift.notes.map(say) };
}
function fromChange(change) {
    const { id, action, server, impact } = change;
    const words = (0, stages_1.it.wordsOf)(change);
    const values = (words.selfExplaining?.(change) ? [] : words.differences(change)).map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`);
    // Of what is missing as a whole, or is one too many, the reason tells more than its values.
    const differs = values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : words.reason(change);
    // A server is named beside it; of the PBX it has to be said what of it differs.
    const what = server === undefined ? `${words.object(change)}: ${differs}` : differs;
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
        case 'control-scripts':
        case 'host-preparation':
        case 'registry-sign-in':
        case 'registry-sign-out':
        case 'role':
        case 'role-removal':
        case 'pbx-image':
        case 'callers-back':
        case 'backup':
            return { on: 'host' };
        // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
        case 'built-in-on':
        case 'built-in-off':
            return { on: 'hosts', role: change.role };
        case 'whitelist-entry':
        case 'whitelist-removal':
        case 'portal-entry':
        case 'portal-entry-removal':
        case 'im-addresses':
        case 'im-addresses-removal':
        case 'dead-server-off':
        case 'dead-server-on':
        case 'sbc-settings':
        case 'token':
        case 'ssh-key':
        case 'server-restart':
        case 'pbx-restart':
        case 'load-balancer-restart':
            return { on: 'portal' };
    }
}
function fromFinding(kind, id, { server, message }, sight = { on: 'portal' }) {
    return { id, kind, ...(server !== undefined && { server }), what: message, impact: 'none', sight };
}
/** Whether a look that did not see everything could have seen an item. */
function couldSee({ server, sight }, { unseen, firewallUnseen, registryUnseen }, cluster) {
    const inFile = (name) => cluster.servers.find((one) => one.name === name);
    // Nobody can say what such a look had to see.
    if (!sight)
        return unseen.length === 0 && !firewallUnseen;
    if (sight.on === 'hosts')
        return !unseen.some((name) => inFile(name)?.role === sight.role);
    if (sight.on === 'firewall' && firewallUnseen)
        return false;
    if (sight.on === 'registry' && registryUnseen)
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
    return `sha256:${(0, node_crypto_1.it.createHash)('sha256').update(JSON.stringify(what)).digest('hex')}`;
}
/** What came, and what went. What differs in another way than before is in both. */
function compareDrift(before, now) {
    const had = new Set(before.map(key));
    const have = new Set(now.map(key));
    return { came: now.filter((item) => !had.has(key(item))), went: before.filter((item) => !have.has(key(item))) };
}
const key = ({ id, deed: does = '', what }) => JSON.stringify([id, does, what]);
function inOrder(items) {
    return [...items].sort((a, b) => (0, natural_order_1.it.compare)(a.server ?? '', b.server ?? '') || (0, natural_order_1.it.compare)(a.id, b.id));
}
/** Whatever was written, only items of the right shape; undefined when it holds none at all. */
function readItems(value) {
    if (!Array.isArray(value))
        return undefined;
    const entries = value;
    const items = [];
    for (const entry of entries) {
        if (!Array.isArray(entry))
            return undefined;
        const fields = entry;
        const [id, server, does, what, impact, kind, on, role] = fields;
        const known = roles_1.it.IMPACTS.find((one) => one === impact);
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
        return typeof role === 'string' && (0, roles_1.it.isRole)(role) ? { on, role } : undefined;
    return on === 'portal' || on === 'host' || on === 'firewall' || on === 'registry' ? { on } : undefined;
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

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

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

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

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
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(572);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=drift.js.map
