/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 390:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(23);


/***/ }),

/***/ 23:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/plan.ts
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
const base_1 = { get it() { return (__nccwpck_require__(12).base); } };
const comment_1 = { get it() { return (__nccwpck_require__(12).comment); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const markdown_1 = { get it() { return (__nccwpck_require__(73).markdown); } };
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const held_1 = { get it() { return (__nccwpck_require__(84).held); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** What would change, in the log, the summary, a pull request's comment and a file. Changes nothing. */
async function main() {
    const job = await (0, harness_1.it.prepare)('plan');
    const { inputs, cluster, config, log, put } = job;
    checkFiles(inputs);
    const { plan: made, leaving } = await ((0, inputs_1.it.isLive)(inputs.live, config.credentials) ? livePlan(job) : comparison(job));
    const { hostCommands } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(84)["host-commands"])));
    const { cloudRules } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(84)["cloud-firewall"])));
    const { clusterFile } = inputs;
    const { commit } = config.run;
    const plan = config.secrets.redactIn(made);
    const commands = config.secrets.redactIn(hostCommands(made.changes, cluster));
    const told = {
        ...{ clusterFile, cluster, leaving, commands, runUrl: (0, harness_1.it.runUrl)() },
        ...(commit ? { commit } : {}),
        ...(cluster.cloud !== undefined && { cloud: cloudRules(cluster) }),
    };
    log.info((0, terminal_1.it.renderTerminal)(plan, { color: true, cluster, clusterFile }));
    log.findings(plan.warnings, undefined, (0, harness_1.it.placeIn)(cluster, clusterFile));
    const markdown = (0, markdown_1.it.renderMarkdown)(plan, { ...told, limit: 1_000_000 });
    await write('plan-file', inputs.planFile, `${JSON.stringify((0, document_1.it.planDocument)(plan), null, 2)}\n`);
    await write('markdown-file', inputs.markdownFile, markdown);
    await (0, summary_1.it.writeSummary)(markdown, config.secrets, log);
    put('changed', plan.changes.length + plan.changedSettings.length > 0);
    put('changes', plan.changes.map((0, document_1.it.documenting)()));
    // What a deploy would do: what is blocked is in `changes` alone.
    const counts = (0, counts_1.it.countActions)((0, held_1.it.sorted)(plan).doable);
    put('to-add', counts.create);
    put('to-change', counts.update + counts.replace);
    put('to-restart', counts.restart);
    put('to-remove', counts.delete);
    put('cluster', cluster.name);
    put('plan-digest', plan.digest);
    put('plan-file', inputs.planFile);
    put('markdown-file', inputs.markdownFile);
    const { githubToken, reviewKey: key, comment: wanted = process.env['GITHUB_EVENT_NAME'] === 'pull_request' } = inputs;
    if (wanted && githubToken)
        await comment(githubToken, {
            cluster: cluster.name,
            file: clusterFile,
            reviewed: (0, review_1.it.reviewedOf)(made),
            render: (limit) => (0, markdown_1.it.renderMarkdown)(plan, { ...told, limit }),
            runUrl: (0, harness_1.it.runUrl)(),
            run: runNumber(),
            ...(key && { key }),
        }, log);
    return 0;
}
async function write(input, path, text) {
    await (0, plain_file_1.it.writePlain)(path, text).catch((error) => {
        throw new input_error_1.it.InputError(`${input}: ${path} cannot be written: ${(0, plain_file_1.it.isLink)(error) ? plain_file_1.it.A_LINK : (0, unknown_1.it.messageOf)(error)}`);
    });
}
/** None of them may be written over another. */
function checkFiles({ clusterFile, baseClusterFile, planFile, markdownFile }) {
    const all = { 'cluster-file': clusterFile, 'base-cluster-file': baseClusterFile, 'plan-file': planFile };
    const written = { 'plan-file': planFile, 'markdown-file': markdownFile };
    for (const [name, path] of Object.entries(written))
        for (const [other, taken] of Object.entries(all))
            if (name !== other && taken !== undefined && (0, plain_file_1.it.isSameFile)(path, taken))
                throw new input_error_1.it.InputError(`${name}: ${path} is the ${other}, which would be overwritten`);
}
function runNumber({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = process.env) {
    return { id: Number(id ?? 0), attempt: Number(attempt ?? 1) };
}
// Loaded late: a mistake in the inputs is told before, and what compares two files needs no SSH.
async function livePlan({ inputs, cluster, config, log }) {
    const [{ lookOnly }, { comparedWith }, base] = await Promise.all([
        Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run))),
        Promise.resolve().then(() => __importStar((__nccwpck_require__(84).plan))),
        (0, base_1.it.baseCluster)(inputs, log),
    ]);
    const { plan, seen } = await log.group('Looking at the cluster', () => lookOnly(config, { ...options_1.it.DEFAULT_OPTIONS, servers: inputs.servers }));
    return { plan: comparedWith(base, cluster, plan), leaving: seen.leaving };
}
async function comparison({ inputs, cluster, log }) {
    log.info(comparedFiles(inputs));
    const { offlinePlan } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(84).plan)));
    const base = await (0, base_1.it.baseCluster)(inputs, log);
    const wanted = new Map(cluster.servers.map(({ name, address }) => [name, address]));
    const leaving = (base?.servers ?? []).filter(({ name, address }) => wanted.get(name) !== address);
    return { plan: offlinePlan(base, cluster), leaving };
}
function comparedFiles({ clusterFile, baseClusterFile, baseRef }) {
    if (baseClusterFile)
        return `Comparing ${clusterFile} with ${baseClusterFile}`;
    if (baseRef)
        return `Comparing ${clusterFile} with what it is at ${baseRef}`;
    return `There is nothing to compare ${clusterFile} with (base-ref, base-cluster-file): all of it is shown as new`;
}
async function comment(token, plan, log) {
    try {
        const request = await (0, comment_1.it.githubComments)(token);
        if (!request) {
            log.info('This run is for no pull request, such as one of a merge queue: its plan is in the summary alone.');
            return;
        }
        const written = await (0, comment_1.it.upsertComment)(request.comments, { ...plan, pull: request.pull });
        if (written.done === 'left') {
            log.warning(`The plan's comment on the pull request was left as it is: ${written.why}.`);
            return;
        }
        const { done, minimized, outdated } = written;
        log.info(`The plan's comment on the pull request: ${done}`);
        if (minimized > 0)
            log.info(`Older ones of this cluster file were folded up: ${minimized}`);
        if (outdated > 0)
            log.info(`Older ones of this cluster file stay as they are, since this token may not fold them up: ${outdated}`);
    }
    catch (error) {
        // A read-only token (a pull request from a fork) must not turn a good plan red.
        log.warning(`The plan could not be written to the pull request: ${error instanceof Error ? error.message : String(error)}`);
    }
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(390);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-plan.js.map
