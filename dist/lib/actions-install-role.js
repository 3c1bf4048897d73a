/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 727:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(270);


/***/ }),

/***/ 270:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/install-role.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Roles on their hosts: installed, upgraded, recreated. */
const main = () => (0, harness_1.it.stageAction)({
    name: 'install-role',
    title: 'Roles',
    stages: ['install'],
    options: ({ imToken, dataflowTokenRenewed }) => ({
        rotate: dataflowTokenRenewed ? ['dataflow'] : [],
        ...(imToken ? { imToken } : {}),
    }),
});
exports.main = main;

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(727);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-install-role.js.map
