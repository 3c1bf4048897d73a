/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 500:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(353);


/***/ }),

/***/ 353:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/fleet-status.ts
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
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const fleet_issue_1 = { get it() { return (__nccwpck_require__(12)["fleet-issue"]); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const issues_1 = { get it() { return (__nccwpck_require__(12).issues); } };
const log_1 = { get it() { return (__nccwpck_require__(31).log); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const fleet_jobs_1 = { get it() { return (__nccwpck_require__(84)["fleet-jobs"]); } };
const fleet_issue_2 = { get it() { return (__nccwpck_require__(73)["fleet-issue"]); } };
const fleet_page_1 = { get it() { return (__nccwpck_require__(73)["fleet-page"]); } };
const fleet_status_1 = { get it() { return (__nccwpck_require__(73)["fleet-status"]); } };
const status_page_1 = { get it() { return (__nccwpck_require__(73)["status-page"]); } };
const fleet_1 = { get it() { return (__nccwpck_require__(723).fleet); } };
const fleet_files_1 = { get it() { return (__nccwpck_require__(723)["fleet-files"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Puts the statuses of many clusters together. Reads files that jobs left, and asks no cluster. */
async function main() {
    const secrets = new log_2.it.Secrets();
    const log = (0, log_1.it.actionsLog)(secrets);
    const { inputs, problems } = (0, inputs_1.it.readInputs)('fleet-status', secrets);
    const jobs = (0, fleet_jobs_1.it.readFleetJobs)(inputs.matrix);
    if (!jobs)
        problems.push('matrix: this is not what the action discover gives');
    const { githubToken, dryRun, labels, files, pages, fresh, statuses } = inputs;
    if (!githubToken && !dryRun)
        problems.push('github-token: missing; the token that writes the issue, or dry-run');
    if (problems.length > 0 || !jobs)
        throw new types_1.it.InputError(problems.join('\n'));
    const put = core.setOutput;
    const attempt = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1);
    const sights = await (0, fleet_files_1.it.readSights)(statuses, jobs, { attempt, fresh });
    await writePages(pages, sights);
    await (0, summary_1.it.writeSummary)((0, fleet_issue_2.it.fleetStatusMarkdown)({ sights, runUrl: (0, harness_1.it.runUrl)() }), secrets, log);
    const rows = sights.map((sight) => ({ sight, row: (0, fleet_1.it.rowOf)(sight) }));
    for (const { sight, row } of rows)
        if (row.healthy !== true)
            log.warning(`${sight.name}: ${(0, list_1.it.list)((0, fleet_status_1.it.reasonsOf)(sight), 3)}`, { file: sight.file, startLine: 1 });
    put('changed', rows.some(({ sight, row }) => row.healthy !== true || (0, fleet_1.it.driftIn)(sight).length > 0));
    put('changes', rows.map(({ sight: { file, name, wave }, row }) => ({ file, name, wave, ...row })));
    put('unhealthy', rows.filter(({ row }) => row.healthy === false).length);
    put('unknown', rows.filter(({ row }) => row.healthy === 'unknown').length);
    put('issue', '');
    const runsUrl = (0, harness_1.it.workflowUrl)();
    const options = { files: (0, list_1.it.list)(files), runUrl: (0, harness_1.it.runUrl)(), ...(runsUrl && { runsUrl }) };
    if (dryRun || !githubToken) {
        log.info(`Without dry-run: ${(0, fleet_issue_1.it.decideFleet)(sights, undefined, options).do}`);
        return 0;
    }
    const issues = await (0, issues_1.it.githubIssues)(githubToken);
    const found = await issues.find((0, fleet_issue_1.it.fleetIssueMarker)(options.files));
    const verdict = (0, fleet_issue_1.it.decideFleet)(sights, found, options);
    const number = await (0, issues_1.it.carryOut)(issues, verdict, found, labels);
    log.info(`Issue${number === undefined ? '' : ` #${number}`}: ${verdict.do === 'nothing' ? verdict.why : verdict.do}`);
    put('issue', number ?? '');
    return 0;
}
async function writePages(folder, sights) {
    const write = async (name, text) => {
        const path = (0, node_path_1.join)(folder, name);
        await (0, plain_file_1.it.writePlain)(path, text).catch((error) => {
            throw new types_1.it.InputError(`pages: ${path} cannot be written: ${(0, plain_file_1.it.isLink)(error) ? plain_file_1.it.A_LINK : (0, unknown_1.it.messageOf)(error)}`);
        });
    };
    await (0, promises_1.it.mkdir)((0, node_path_1.join)(folder, 'clusters'), { recursive: true });
    const links = new Map();
    for (const sight of sights) {
        if (!sight.known)
            continue;
        const file = `clusters/${sight.name}.html`;
        await write(file, (0, status_page_1.it.statusPage)(sight.status, Date.parse(sight.status.at)));
        links.set(sight.name, file);
    }
    await write('index.html', (0, fleet_page_1.it.fleetPage)(sights, { at: Date.now(), links }));
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

/***/ 723:
/***/ (function (module) {

"use strict";
module.exports = require("./status.js");

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

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(500);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-fleet-status.js.map
