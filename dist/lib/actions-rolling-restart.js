/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 2:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(697);


/***/ }),

/***/ 697:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/rolling-restart.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Restarts in order, drained and health-checked: those that are owed, and those that a person asks for. */
const main = () => (0, harness_1.it.stageAction)({
    name: 'rolling-restart',
    title: 'Restarts',
    stages: ['restart'],
    options: ({ roles, servers, pbx, reason = (0, harness_1.it.askedFor)(), reviewedPlan }) => ({
        // `servers` says what to restart, not what to look at: a restart asked for needs the whole picture.
        servers: [],
        // In a deploy it was reviewed before. By itself it does what is deployed, and in no other way.
        ...(reviewedPlan === undefined && { asDeployed: true }),
        ...(roles.length || servers.length || pbx
            ? { restart: { roles: (0, inputs_1.it.restartable)(roles), servers, pbx, reason } }
            : {}),
    }),
});
exports.main = main;

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

/***/ }),

/***/ 31:
/***/ (function (module) {

"use strict";
module.exports = require("./github-start.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(2);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-rolling-restart.js.map
