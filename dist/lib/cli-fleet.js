/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 600:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(39);


/***/ }),

/***/ 39:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet.ts
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
exports.fleet = fleet;
const fleet_1 = { get it() { return (__nccwpck_require__(838).fleet); } };
const base_1 = { get it() { return (__nccwpck_require__(12).base); } };
const discover_1 = { get it() { return (__nccwpck_require__(12).discover); } };
const fleet_2 = { get it() { return (__nccwpck_require__(73).fleet); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/** Looks at clusters of the repository that the working folder is in. */
async function fleet(context, options) {
    const { what, base, html, pages, exitCode, clusters } = options;
    const given = [
        ...(what !== 'list' && base !== undefined ? ['--base'] : []),
        ...(what !== 'status' && html !== undefined ? ['--html'] : []),
        ...(what !== 'status' && pages !== undefined ? ['--pages'] : []),
        ...(what === 'list' && exitCode ? ['--exit-code'] : []),
        ...(what === 'list' && clusters.length > 0 ? ['names of clusters'] : []),
    ];
    if (given.length > 0)
        throw new input_error_1.it.InputError(`${(0, list_1.it.list)(given)}: not for fleet ${what}; see portsip-cluster help fleet`);
    if (what === 'status')
        return (await Promise.resolve().then(() => __importStar(__nccwpck_require__(885)))).fleetStatus(context, options);
    if (what === 'plan')
        return (await Promise.resolve().then(() => __importStar(__nccwpck_require__(42)))).fleetPlan(context, options);
    return listFleet(context, options);
}
/** No secrets, no network. */
async function listFleet(context, { files, base, out }) {
    if (out !== undefined)
        await (0, files_1.it.checkOut)('--out', out);
    const commit = base === undefined ? undefined : await (0, base_1.it.commitOf)(base, '--base');
    const found = await (0, discover_1.it.discover)(files.length > 0 ? files : discover_1.it.DEFAULT_FILES, commit);
    context.problems(found.warnings);
    const told = documentOf(found, commit !== undefined);
    await context.result(told, out);
    const head = ['CLUSTER', 'FILE', 'WAVE', 'RUNNER', 'ENVIRONMENT', ...(commit === undefined ? [] : ['CHANGED'])];
    const rows = told.clusters.map(({ name, file, wave, runner = [], environment = '', changed }) => [
        ...[name, file, String(wave), runner.join(' '), environment],
        ...(changed === undefined ? [] : [changed ? 'yes' : 'no']),
    ]);
    if (rows.length > 0)
        context.say((0, fleet_2.it.fleetLines)([head, ...rows]).join('\n'));
    for (const one of found.left)
        context.say((0, printable_1.it.printable)((0, fleet_2.it.leftWords)(one)));
    const changed = told.clusters.filter((one) => one.changed).length;
    context.say(`${(0, list_1.it.plural)(rows.length, 'cluster')}${commit === undefined ? '' : `, ${changed} changed`}.`);
    return exit_code_1.it.EXIT.ok;
}
function documentOf({ clusters, left }, isCompared) {
    return {
        version: 1,
        clusters: clusters.map(({ file, cluster, changed, ...member }) => ({
            ...{ file, name: cluster.name, servers: cluster.servers.length },
            ...(cluster.deploy?.runner && { runner: cluster.deploy.runner }),
            ...(cluster.deploy?.environment !== undefined && { environment: cluster.deploy.environment }),
            wave: (0, fleet_1.it.waveOf)({ file, cluster, ...member }),
            ...(isCompared && { changed }),
        })),
        left,
    };
}

/***/ }),

/***/ 42:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-fleet-plan.js");

/***/ }),

/***/ 885:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-fleet-status.js");

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

/***/ }),

/***/ 838:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-later.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(600);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-fleet.js.map
