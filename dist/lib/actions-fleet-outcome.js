/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 0:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(871);


/***/ }),

/***/ 871:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/fleet-outcome.ts
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
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const fleet_deploys_1 = { get it() { return (__nccwpck_require__(860)["fleet-deploys"]); } };
const fleet_deploys_2 = { get it() { return (__nccwpck_require__(12)["fleet-deploys"]); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(31).log); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const fleet_jobs_1 = { get it() { return (__nccwpck_require__(84)["fleet-jobs"]); } };
const fleet_deploys_3 = { get it() { return (__nccwpck_require__(73)["fleet-deploys"]); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** What became of a deploy of many clusters, or of one of its waves. Reads files that jobs left, and asks no cluster. */
async function main() {
    const secrets = new log_2.it.Secrets();
    const log = (0, log_1.it.actionsLog)(secrets);
    const { inputs, problems } = (0, inputs_1.it.readInputs)('fleet-outcome', secrets);
    const jobs = (0, fleet_jobs_1.it.readWaves)(inputs.matrices);
    const results = (0, fleet_deploys_2.it.readResults)(inputs.results);
    if (!jobs)
        problems.push('matrices: this is not what the action discover gives');
    if (!results)
        problems.push('results: this is no list of [deploys, health] for each wave, as GitHub says what became of them');
    if (problems.length > 0 || !jobs || !results)
        throw new input_error_1.it.InputError(problems.join('\n'));
    const { GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: commit } = process.env;
    const waves = await (0, fleet_deploys_2.it.readDeploys)(inputs.outcomes, jobs, results, Number(attempt));
    const all = waves.flat();
    const waits = all.filter(({ end }) => end === 'waits');
    const put = core.setOutput;
    put('changed', all.some(({ end, done }) => end === 'deployed' || done > 0));
    put('changes', all);
    put('left-behind', waits.length > 0);
    const { afterWave } = inputs;
    if (afterWave !== undefined) {
        const wave = waves[afterWave - 1] ?? [];
        const proven = (0, fleet_deploys_1.it.isProven)(wave);
        put('proven', proven);
        for (const { name, end } of wave)
            log.info(`${name}: ${end}`);
        if (!proven)
            log.warning('Nothing has shown that the next wave may begin: no cluster of this one is deployed, as far as is known');
        return 0;
    }
    put('proven', false);
    await (0, summary_1.it.writeSummary)((0, fleet_deploys_3.it.renderFleetDeploys)({ waves, runUrl: (0, harness_1.it.runUrl)(), ...(commit ? { commit } : {}) }), secrets, log);
    const line = (0, fleet_deploys_3.it.fleetDeploysLine)(waves);
    const well = all.every((one) => ['done', 'waits'].includes((0, fleet_deploys_1.it.verdictOf)(one)));
    if (well)
        log.info(line);
    else
        log.error(line);
    return well ? 0 : 1;
}

/***/ }),

/***/ 204:
/***/ (function (module) {

"use strict";
module.exports = require("./actions.js");

/***/ }),

/***/ 860:
/***/ (function (module) {

"use strict";
module.exports = require("./deploy.js");

/***/ }),

/***/ 31:
/***/ (function (module) {

"use strict";
module.exports = require("./github-start.js");

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

/***/ 84:
/***/ (function (module) {

"use strict";
module.exports = require("./plan.js");

/***/ }),

/***/ 73:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(0);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-fleet-outcome.js.map
