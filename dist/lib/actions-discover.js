/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 802:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(475);


/***/ }),

/***/ 475:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/discover.ts
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
const fleet_1 = { get it() { return (__nccwpck_require__(838).fleet); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const base_of_run_1 = { get it() { return (__nccwpck_require__(12)["base-of-run"]); } };
const discover_1 = { get it() { return (__nccwpck_require__(12).discover); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const last_success_1 = { get it() { return (__nccwpck_require__(12)["last-success"]); } };
const log_1 = { get it() { return (__nccwpck_require__(31).log); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const fleet_2 = { get it() { return (__nccwpck_require__(73).fleet); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
/** Which clusters of the repository a push or a pull request changes, as a matrix of jobs. Changes nothing, and asks no cluster. */
async function main() {
    const secrets = new log_2.it.Secrets();
    const log = (0, log_1.it.actionsLog)(secrets);
    const { inputs, problems } = (0, inputs_1.it.readInputs)('discover', secrets);
    const { files, runner, environment = '', wave, since, mostWaves } = inputs;
    if (inputs.baseRef !== undefined && since !== 'event')
        problems.push(`base-ref: it says what changes are told from, and so does since: ${since}; give one of them`);
    if (problems.length > 0)
        throw new types_1.it.InputError(problems.join('\n'));
    const base = await baseFor(inputs);
    const notes = base.why === undefined ? [] : [base.why];
    const fleet = await (0, discover_1.it.discover)(files, base.commit, {
        throughout: since === 'last-success',
        ...(mostWaves !== undefined && { mostWaves }),
    });
    log.problems(fleet.warnings);
    const meant = fleet.clusters.filter((one) => one.changed && (wave === undefined || (0, fleet_1.it.waveOf)(one) === wave));
    const otherwise = { runner, environment };
    const unplaced = [];
    const jobs = [];
    for (const one of meant) {
        const place = base.isPullRequest ? await placed(one) : one.cluster.deploy;
        if (place === 'unknown')
            unplaced.push(one.file);
        jobs.push((0, fleet_1.it.jobOf)(one, place === 'unknown' ? undefined : place, otherwise));
    }
    if (unplaced.length > 0)
        notes.push(`Nobody knows where the jobs of ${(0, list_1.it.list)(unplaced)} run on the base branch, so they get the inputs runner and environment: what a pull request says itself does not count`);
    if (jobs.length > fleet_1.it.MOST_JOBS)
        throw new types_1.it.InputError(`files: ${jobs.length} clusters are meant, and GitHub makes ${fleet_1.it.MOST_JOBS} jobs of one matrix at most; discover part of them in each job, by the input wave or by files such as clusters/a*/cluster.yaml`);
    for (const note of notes)
        log.warning(note);
    for (const one of fleet.left)
        log.warning((0, fleet_2.it.leftWords)(one));
    for (const job of jobs)
        log.info(`${job.name} (${job.file}), wave ${job.wave}`);
    const count = fleet.clusters.length;
    log.info(`${jobs.length} of ${count} clusters`);
    await (0, summary_1.it.writeSummary)((0, fleet_2.it.fleetMarkdown)({ jobs, count, left: fleet.left, notes }), secrets, log);
    const waves = [...new Set(jobs.map((job) => job.wave))];
    const matrices = waves.map((one) => jobs.filter((job) => job.wave === one));
    const put = core.setOutput;
    put('matrix', JSON.stringify({ include: jobs }));
    put('count', jobs.length);
    put('waves', JSON.stringify(waves));
    put('wave-count', waves.length);
    put('matrices', JSON.stringify(matrices.map((include) => ({ include }))));
    put('left', JSON.stringify(fleet.left));
    put('base', base.commit ?? '');
    put('changed', jobs.length > 0);
    put('changes', JSON.stringify(jobs.map(({ file }) => file)));
    return 0;
    function placed(one) {
        return base.commit === undefined ? 'unknown' : (0, discover_1.it.placeAt)(base.commit, one);
    }
}
async function baseFor({ since, baseRef, githubToken }) {
    if (since === 'all')
        return { isPullRequest: false };
    if (since === 'event')
        return (0, base_of_run_1.it.baseOfRun)(baseRef);
    return (0, last_success_1.it.lastSuccess)(() => {
        if (githubToken)
            return (0, last_success_1.it.githubSuccesses)(githubToken);
        throw new types_1.it.InputError('there is no github-token');
    });
}

/***/ }),

/***/ 838:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-later.js");

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

/***/ 73:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(802);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-discover.js.map
