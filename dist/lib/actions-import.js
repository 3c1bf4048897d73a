/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 704:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(521);


/***/ }),

/***/ 521:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/import.ts
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
const defined_1 = { get it() { return (__nccwpck_require__(426).defined); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(31).log); } };
const pull_request_1 = { get it() { return (__nccwpck_require__(12)["pull-request"]); } };
const repository_1 = { get it() { return (__nccwpck_require__(12).repository); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const concurrency_1 = { get it() { return (__nccwpck_require__(316).concurrency); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const imported_1 = { get it() { return (__nccwpck_require__(73).imported); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Writes the cluster file of a cluster that runs, and opens a pull request for it. */
async function main() {
    const secrets = new log_2.it.Secrets();
    const log = (0, log_1.it.actionsLog)(secrets);
    const { inputs, credentials, problems } = (0, inputs_1.it.readInputs)('import', secrets);
    const put = core.setOutput;
    const request = requested(inputs, problems);
    if (problems.length > 0)
        throw new types_1.it.InputError(problems.join('\n'));
    const { clusterFile, adopt, dryRun } = inputs;
    const concurrency = (0, concurrency_1.it.concurrencyOf)(inputs.concurrency);
    const run = { ...(0, harness_1.it.identity)(), keepLock: false };
    const config = { credentials, concurrency, log, secrets, run, refusals: (0, harness_1.it.refusals)() };
    // Loaded late: a mistake in the inputs is told before.
    const { importCluster } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(886)["import"])));
    const imported = await importCluster(config, request);
    const { cluster } = imported;
    const { plan, text, leftOut } = secrets.redactIn(imported);
    log.findings(plan.warnings);
    for (const line of leftOut)
        log.warning(`Not in the file: ${line}`);
    const markdown = (limit) => (0, imported_1.it.importedMarkdown)({ ...secrets.redactIn(imported), adopt }, { clusterFile, limit });
    await (0, summary_1.it.writeSummary)(markdown(1_000_000), secrets, log);
    put('changed', plan.changes.length > 0);
    put('changes', plan.changes);
    put('pull-request', '');
    if (dryRun) {
        log.info(text);
        return 0;
    }
    await openPullRequest({ ...imported, text }, inputs, markdown(comment_1.it.COMMENT_LIMIT), log, put);
    // After the file is to be had: what is managed and in no file would be removed.
    if (adopt) {
        const { adopt: write } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(886).adopt)));
        log.info(`Adopted: ${await write({ ...config, cluster })}`);
    }
    return 0;
}
function requested(inputs, problems) {
    const { githubToken, dryRun, clusterFile } = inputs;
    if (!githubToken && !dryRun)
        problems.push('github-token: missing; the token that opens the pull request');
    if (/^\/|(^|\/)\.\.?(\/|$)/.test(clusterFile))
        problems.push(`cluster-file: "${clusterFile}" is not a path in the repository`);
    const { clusterName: name, pbxAddress: pbx, hosts, pbxApi: api, sshUser, sshPort, sshJumpHost: jumpHost } = inputs;
    const { scriptsPath, controlNode, nodes } = inputs;
    // What is not given is not in the cluster file either, so that the defaults hold.
    const access = (0, defined_1.it.defined)({ api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes });
    return { name, pbx, hosts, ...access };
}
async function openPullRequest({ cluster, text }, { githubToken = '', clusterFile, force }, body, log, put) {
    const title = `Describe the cluster ${cluster.name} in ${clusterFile}`;
    const { number, url, outcome } = await (0, pull_request_1.it.propose)(await (0, repository_1.it.openRepository)(githubToken), { path: clusterFile, text, branch: `portsip-cluster/import-${cluster.name}`, title, body, message: title }, { overwrite: force });
    put('pull-request', number ?? '');
    log.info(number === undefined
        ? `${clusterFile} is as it was found: no pull request`
        : `Pull request #${number} ${outcome}: ${url}`);
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

/***/ 316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

/***/ }),

/***/ 886:
/***/ (function (module) {

"use strict";
module.exports = require("./import.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(704);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-import.js.map
