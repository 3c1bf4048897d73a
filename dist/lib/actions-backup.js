/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 431:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(478);


/***/ }),

/***/ 478:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Backs up what the PBX and the servers keep: all of it, or of some. */
const main = () => (0, harness_1.it.stageAction)({
    name: 'backup',
    title: 'Backups',
    stages: ['backup'],
    check: ({ servers }, cluster) => (0, backups_1.it.notKept)(cluster, servers).map((name) => `servers: there is nothing to back up of "${name}"`),
    options: ({ servers, pbx, reason = (0, harness_1.it.askedFor)(), reviewedPlan }) => ({
        // What to back up, not what to look at
        servers: [],
        backup: { names: [...servers, ...(pbx ? [backups_1.it.PBX_NAME] : [])], reason },
        // In a deploy it was reviewed before. By itself it does what is deployed, and in no other way.
        ...(reviewedPlan === undefined && { asDeployed: true }),
    }),
});
exports.main = main;

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(431);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-backup.js.map
