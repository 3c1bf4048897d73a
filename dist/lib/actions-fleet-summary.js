/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 880:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(819);


/***/ }),

/***/ 819:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/fleet-summary.ts
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
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const comment_1 = { get it() { return (__nccwpck_require__(12).comment); } };
const fleet_comment_1 = { get it() { return (__nccwpck_require__(12)["fleet-comment"]); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(31).log); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const fleet_jobs_1 = { get it() { return (__nccwpck_require__(84)["fleet-jobs"]); } };
const fleet_plans_1 = { get it() { return (__nccwpck_require__(84)["fleet-plans"]); } };
const fleet_plans_2 = { get it() { return (__nccwpck_require__(73)["fleet-plans"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Puts the plans of many clusters together. Reads files that jobs left, and asks no cluster. */
async function main() {
    const secrets = new log_2.it.Secrets();
    const log = (0, log_1.it.actionsLog)(secrets);
    const { inputs, problems } = (0, inputs_1.it.readInputs)('fleet-summary', secrets);
    const jobs = (0, fleet_jobs_1.it.readFleetJobs)(inputs.matrix);
    const left = (0, fleet_jobs_1.it.readLeft)(inputs.left);
    if (!jobs)
        problems.push('matrix: this is not what the action discover gives');
    if (!left)
        problems.push('left: this is not what the action discover gives');
    const { part } = inputs;
    if (part !== undefined && !(0, fleet_comment_1.it.isPart)(part))
        problems.push('part: this is no name; letters, digits, _ . and - are, 60 at most');
    if (problems.length > 0 || !jobs || !left)
        throw new types_1.it.InputError(problems.join('\n'));
    const put = core.setOutput;
    const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_EVENT_NAME: event } = process.env;
    const run = { id: Number(id ?? 0), attempt: Number(attempt ?? 1) };
    const plans = await (0, fleet_plans_1.it.readPlans)(inputs.plans, jobs, { attempt: run.attempt, fresh: inputs.fresh });
    const { GITHUB_SHA: commit } = process.env;
    const page = { plans, left, runUrl: (0, harness_1.it.runUrl)(), ...(part && { part }), ...(commit ? { commit } : {}) };
    await (0, summary_1.it.writeSummary)((0, fleet_plans_2.it.renderFleetPlans)({ ...page, limit: 1_000_000 }), secrets, log);
    const unknown = plans.filter(({ plan }) => !plan.known);
    for (const { name, file } of unknown)
        log.warning(`${name}: nobody knows what a deploy would do, as its job left no plan`, { file, startLine: 1 });
    put('changed', plans.some((one) => !(0, fleet_plans_1.it.isEmpty)(one)));
    put('changes', plans.map(toldOf));
    put('unknown', unknown.length);
    const { githubToken, reviewKey: key, comment: wanted = event === 'pull_request' } = inputs;
    if (!wanted || !githubToken)
        return 0;
    try {
        const request = await (0, comment_1.it.githubComments)(githubToken);
        if (!request) {
            log.info('This run is for no pull request: the plans are in the summary alone.');
            return 0;
        }
        const { comments, pull } = request;
        const done = await (0, fleet_comment_1.it.upsertFleetComment)(comments, {
            ...{ plans, pull, run },
            ...(key && { key }),
            ...(part && { part }),
            render: (limit) => (0, fleet_plans_2.it.renderFleetPlans)({ ...page, commit: pull.head, limit }),
        });
        log.info(`The fleet's comment on the pull request: ${done}`);
    }
    catch (error) {
        // A read-only token must not turn good plans red.
        log.warning(`The plans could not be written to the pull request: ${(0, unknown_1.it.messageOf)(error)}`);
    }
    return 0;
}
/** Without what only a deploy knows to read */
function toldOf({ plan, ...job }) {
    if (!plan.known)
        return { ...job, plan };
    const { reviewed, ...told } = plan;
    return { ...job, plan: { ...told, digest: reviewed.digest } };
}

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(880);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-fleet-summary.js.map
