/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 620:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(933);


/***/ }),

/***/ 933:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/validate.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validate = validate;
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/** Checks the cluster file alone: no secrets, no network. */
async function validate(context, { file, out }) {
    if (out !== undefined)
        await (0, files_1.it.checkOut)('--out', out, { 'the cluster file': file });
    try {
        const { cluster, warnings } = await context.engine.loadClusterFile(file);
        await context.result({ valid: true, problems: warnings }, out);
        context.problems(warnings);
        context.say(`${context.colors.green('Valid.')} ${inShort(cluster)}`);
        return 0;
    }
    catch (error) {
        if (error instanceof types_1.it.ClusterFileError)
            await context.result({ valid: false, problems: error.problems }, out);
        throw error;
    }
}
/** "acme: 7 servers: 2 media servers, 1 queue server and 1 IM server." */
function inShort({ name, servers }) {
    const roles = new Map();
    for (const { role } of servers)
        roles.set(role, (roles.get(role) ?? 0) + 1);
    const each = (0, list_1.it.list)([...roles].map(([role, count]) => (0, list_1.it.plural)(count, roles_1.it.ROLES[role].label)), 6);
    return `${name}: ${(0, list_1.it.plural)(servers.length, 'server')}${each ? `: ${each}` : ''}.`;
}

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(620);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-validate.js.map
