/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 272:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(373);


/***/ }),

/***/ 373:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.backup = backup;
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const deploy_1 = { get it() { return (__nccwpck_require__(557).deploy); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/** Backs up what the PBX and the servers keep, one after the other, after asking. */
async function backup(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    (0, select_1.it.selectServers)(cluster, servers);
    const nothing = (0, backups_1.it.notKept)(cluster, servers);
    if (nothing.length > 0)
        throw new types_1.it.InputError(`There is nothing to back up of ${(0, list_1.it.list)(nothing)}; there is of ${(0, list_1.it.list)((0, backups_1.it.keepers)(cluster).map(({ name }) => name))}`);
    const names = [...servers, ...(pbx ? [backups_1.it.PBX_NAME] : [])];
    return (0, deploy_1.it.run)(context, options, cluster, { ...options_1.it.DEFAULT_OPTIONS, stages: ['backup'], force, backup: { names, reason } });
}

/***/ }),

/***/ 557:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-common.js");

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

/***/ 860:
/***/ (function (module) {

"use strict";
module.exports = require("./deploy.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(272);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-backup.js.map
