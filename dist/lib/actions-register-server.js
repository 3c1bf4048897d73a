/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 442:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(293);


/***/ }),

/***/ 293:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/register-server.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const change_1 = { get it() { return __nccwpck_require__(63); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** The portal's servers; its built-in ones off once a replacement is online. */
const main = () => (0, harness_1.it.stageAction)({
    name: 'register-server',
    title: (_, result) => {
        const changes = result?.plan.changes ?? [];
        const builtIns = (0, change_1.it.ofKind)(changes, 'built-in-on', 'built-in-off');
        return changes.length > 0 && builtIns.length === changes.length ? 'Built-in servers' : 'Portal';
    },
    stages: ['register'],
});
exports.main = main;

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

/***/ }),

/***/ 63:
/***/ (function (module) {

"use strict";
module.exports = require("./stages-change.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(442);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-register-server.js.map
