/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 103:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(434);


/***/ }),

/***/ 434:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/status.ts
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
exports.main = main;
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const health_1 = { get it() { return (__nccwpck_require__(73).health); } };
const status_markdown_1 = { get it() { return (__nccwpck_require__(73)["status-markdown"]); } };
const document_1 = { get it() { return (__nccwpck_require__(723).document); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** How the live cluster is now, and whether it is healthy. Changes nothing. */
async function main() {
    const { inputs, cluster, config, log, put } = await (0, harness_1.it.prepare)('status');
    const { statusFile, servers, failWhenUnhealthy, clusterFile } = inputs;
    // However it ends: what was not seen is not known.
    put('healthy', 'unknown');
    put('status-file', '');
    put('changed', false);
    put('changes', []);
    // Loaded late: a mistake in the inputs is told before.
    const { readStatus } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(723).read)));
    const report = config.secrets.redactIn((0, document_1.it.statusDocument)(await readStatus(config, servers, { tags: true })));
    const { healthy, reasons } = report.health;
    await (0, plain_file_1.it.writePlain)(statusFile, `${JSON.stringify(report, null, 2)}\n`).catch((error) => {
        throw new input_error_1.it.InputError(`status-file: ${statusFile} cannot be written: ${(0, plain_file_1.it.isLink)(error) ? plain_file_1.it.A_LINK : (0, unknown_1.it.messageOf)(error)}`);
    });
    put('status-file', statusFile);
    put('healthy', String(healthy));
    put('changed', report.drift + report.changedSettings.length > 0);
    put('changes', report.differences);
    await (0, summary_1.it.writeSummary)((0, status_markdown_1.it.statusMarkdown)(report), config.secrets, log);
    const fails = failWhenUnhealthy && healthy !== true;
    const place = (0, harness_1.it.placeIn)(cluster, clusterFile);
    for (const reason of reasons) {
        const finding = {
            ...{ code: 'health', severity: 'warning', message: (0, health_1.it.healthSentence)(reason) },
            ...('server' in reason && { server: reason.server }),
        };
        if (fails)
            log.error(finding.message, place(finding));
        else
            log.warning(finding.message, place(finding));
    }
    const verdict = { true: 'healthy', false: 'not healthy', unknown: 'not known to be healthy' }[`${healthy}`];
    log.info(`${cluster.name} is ${verdict}`);
    return fails ? 1 : 0;
}

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

/***/ }),

/***/ 12:
/***/ (function (module) {

"use strict";
module.exports = require("./github.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 73:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 723:
/***/ (function (module) {

"use strict";
module.exports = require("./status.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(103);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-status.js.map
