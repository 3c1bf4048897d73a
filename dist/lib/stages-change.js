/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 398:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/stages/change.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Planned = exports.idOf = exports.ACTIONS = void 0;
exports.listsBefore = listsBefore;
exports.allIn = allIn;
exports.takesTurns = takesTurns;
exports.ofKind = ofKind;
/*
 * A change is data: what one stage would do to one object, decided in that stage's diff. Ids, reasons, attributes, words and
 * digests are made from it (words.ts, plan/fingerprint.ts), and never read back.
 */
exports.ACTIONS = ['create', 'update', 'replace', 'delete', 'restart'];
exports.idOf = {
    source: (cidr) => `firewall/${cidr}`,
    whitelist: (cidr) => `whitelist/${cidr}`,
    entry: (server) => `server/${server}`,
    builtIn: (role) => `built-in/${role}`,
    token: (service) => `token/${service}`,
    sshKey: (server) => `ssh-key/${server}`,
    /** `of`: a server, or `pbx` for the main server */
    scripts: (of) => `scripts/${of}`,
    preparation: (server) => `prepare/${server}`,
    /** `of`: a server, `pbx` for the main server, or the address of a machine that is in no cluster file */
    registry: (of) => `registry/${of}`,
    role: (server) => `role/${server}`,
    restart: (server) => `restart/${server}`,
    heal: (server) => `heal/${server}`,
    callers: (server) => `callers/${server}`,
    backup: (of) => `backup/${of}`,
    sbcSettings: 'sbc/settings',
    pbxImage: 'role/pbx',
    pbxRestart: 'restart/pbx',
    loadBalancerRestart: 'restart/loadbalancer',
};
/** All that a change comes after, by list; none of these is empty. */
function listsBefore({ needs, oneOf, after, afterAll }) {
    return [needs, oneOf, after, afterAll].filter((list) => list !== undefined).filter(({ length }) => length > 0);
}
/**
 * Whether all of a list are in `these`, to which more are added meanwhile. Many changes have the same lists: what of one is in is looked up once
 * for all of them.
 */
function allIn(these) {
    const found = new Map();
    return (list) => {
        let known = found.get(list) ?? 0;
        for (let next = list[known]; next !== undefined && these.has(next); next = list[known])
            known += 1;
        found.set(list, known);
        return known === list.length;
    };
}
/**
 * Whether two changes disturb callers in the same way, one after the other: all restarts, and what is done to servers of one
 * role. Where one does not come back, the next one might not either.
 */
function takesTurns(one, other) {
    if (isRestart(one) && isRestart(other))
        return true;
    if (one.kind === 'backup' && other.kind === 'backup')
        return true;
    return one.kind === 'role' && other.kind === 'role' && one.wanted.role === other.wanted.role;
}
function isRestart({ kind }) {
    return kind === 'pbx-restart' || kind === 'load-balancer-restart' || kind === 'server-restart';
}
/** Narrows a list to changes of some kinds. */
function ofKind(changes, ...kinds) {
    return changes.filter((change) => kinds.some((kind) => kind === change.kind));
}
/** What is decided already, for a later stage's diff. */
class Planned {
    changes;
    ids;
    constructor(changes) {
        this.changes = changes;
        this.ids = new Set(changes.map(({ id }) => id));
    }
    /** Those of `ids` that there is something to do about: what is in place already is in no plan. */
    these(ids) {
        return [...new Set(ids)].filter((id) => this.ids.has(id));
    }
    ofKind(...kinds) {
        return ofKind(this.changes, ...kinds);
    }
}
exports.Planned = Planned;

/***/ }),

/***/ 921:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(398);


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
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(921);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=stages-change.js.map
