/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 326:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(713);


/***/ }),

/***/ 713:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/issue-token.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/**
 * A service's token: the one that is there, or a new one. Masked before it is put out; that of session border controllers is not put
 * out at all, since a person reads it in the portal.
 */
const main = () => (0, harness_1.it.stageAction)({
    name: 'issue-token',
    title: ({ service }) => ({ im: 'IM token', dataflow: 'Data Flow token', sbc: 'SBC token' })[service],
    stages: ['token'],
    applies: ({ servers, service }, cluster) => (0, select_1.it.selectServers)(cluster, servers).some(({ role }) => roles_1.it.ROLES[role].token?.service === service),
    options: ({ service, rotate, dataflowTokenPath }) => ({
        servers: roles_1.it.ROLE_NAMES.filter((role) => roles_1.it.ROLES[role].token?.service === service),
        rotate: rotate ? [service] : [],
        ...(dataflowTokenPath && { dataflowTokenPath }),
    }),
    outputs: (result, { service }, put) => {
        const tokens = result.kind === 'deploy' ? result.tokens : {};
        const token = tokens[service];
        if (token)
            core.setSecret(token);
        put('token', token ?? '');
    },
});
exports.main = main;

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 270:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/actions-toolkit.js");

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
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(326);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-issue-token.js.map
