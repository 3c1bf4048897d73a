/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 718:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(21);


/***/ }),

/***/ 21:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/drift.ts
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
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const drift_issue_1 = { get it() { return (__nccwpck_require__(12)["drift-issue"]); } };
const issues_1 = { get it() { return (__nccwpck_require__(12).issues); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const outcome_1 = { get it() { return (__nccwpck_require__(73).outcome); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const heal_1 = { get it() { return (__nccwpck_require__(984).heal); } };
const drift_1 = { get it() { return (__nccwpck_require__(132).drift); } };
const markdown_1 = { get it() { return (__nccwpck_require__(73).markdown); } };
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const lock_1 = { get it() { return (__nccwpck_require__(984).lock); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const reachable_1 = { get it() { return (__nccwpck_require__(83).reachable); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/**
 * What differs although nothing was merged, in an issue that opens, changes and closes with it. Changes nothing in the cluster, but
 * for dead servers where it is to heal.
 */
async function main() {
    const { inputs, cluster, config, log, put } = await (0, harness_1.it.prepare)('drift');
    const { issue: isKept } = inputs;
    if (isKept && !inputs.githubToken && !inputs.dryRun)
        throw new types_1.it.InputError('github-token: missing; the token that writes the issue, or dry-run');
    // Loaded late: a mistake in the inputs is told before.
    const { look } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(84)["live-plan"])));
    const before = await look(config);
    const ok = inputs.heal ? await heal(before, config, inputs.dryRun, log, put) : true;
    const seen = inputs.heal && !inputs.dryRun ? await look(config) : before;
    const plan = config.secrets.redactIn(seen.plan);
    const { clusterFile } = inputs;
    const drift = (0, drift_1.it.inWords)((0, drift_1.it.driftOf)(seen.plan), (text) => config.secrets.redact(text));
    log.info((0, terminal_1.it.renderTerminal)(plan, { color: true, cluster, clusterFile }));
    // It only looked: what would be in a deploy's way is worth a warning here.
    log.findings(plan.warnings.map((finding) => ((0, finding_1.it.isBlocking)(finding) ? { ...finding, severity: 'warning' } : finding)));
    const markdown = (0, markdown_1.it.renderMarkdown)(plan, { clusterFile, cluster, runUrl: (0, harness_1.it.runUrl)(), limit: 1_000_000 });
    await (0, summary_1.it.writeSummary)(markdown, config.secrets, log);
    put('changed', drift.items.length > 0);
    put('changes', plan.changes.map((0, document_1.it.documenting)()));
    put('issue', '');
    const unsure = undecided(seen);
    if (!isKept)
        return ok ? (unsure?.exitCode ?? 0) : 1;
    if (unsure) {
        log.info(`The issue is left as it is: ${unsure.why}`);
        return unsure.exitCode;
    }
    const runsUrl = (0, harness_1.it.workflowUrl)();
    const options = { cluster, clusterFile, runUrl: (0, harness_1.it.runUrl)(), ...(runsUrl && { runsUrl }) };
    if (inputs.dryRun)
        log.info(`Without dry-run: ${(0, drift_issue_1.it.decide)(drift, undefined, options).do}`);
    else
        await tell(drift, options, { token: inputs.githubToken ?? '', labels: inputs.labels }, log, put);
    return ok ? 0 : 1;
}
/** Takes dead servers out of calls, and lets them back in. false: something of it could not be done. */
async function heal({ live, plan }, config, dryRun, log, put) {
    put('healed', false);
    const { seen = {}, dead = {} } = live.record ?? {};
    const isSick = plan.warnings.some(({ code }) => heal_1.it.HEALTH.includes(code));
    // Whoever is well need not be looked at under the lock.
    if (!isSick && Object.keys(seen).length + Object.keys(dead).length === 0)
        return true;
    const unsure = undecided({ live, plan });
    if (unsure) {
        log.info(`Nobody is healed: ${unsure.why}`);
        return true;
    }
    const { runStages } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)));
    // There is no `post` step to give the lock back.
    const session = { ...config, run: { ...config.run, keepLock: false } };
    const result = await runStages(session, { ...options_1.it.DEFAULT_OPTIONS, heal: 'only', dryRun });
    const { done, failed } = (0, result_1.it.worked)(result);
    log.findings(result.plan.warnings.filter(({ code }) => code === 'heal-held'));
    for (const { change, message } of failed)
        log.error(`${(0, stages_1.it.deedOf)(change)}: ${message}`);
    put('healed', done.length > 0);
    log.info(`Healing: ${done.length + failed.length > 0 ? (0, outcome_1.it.outcomeLine)((0, result_1.it.worked)(result)) : 'nothing to do'}`);
    return failed.length === 0;
}
/** Why this look says nothing about drift, if so. A host that does not answer is no reason: that is known server by server. */
function undecided({ live }) {
    if (!(0, reachable_1.it.isReachable)(live.main))
        return { why: 'the main server does not answer', exitCode: 1 };
    const holder = (0, lock_1.it.lockHolder)(live.main);
    return holder === undefined ? undefined : { why: `a deploy is at work: ${holder}`, exitCode: 0 };
}
async function tell(drift, options, { token, labels }, log, put) {
    const issues = await (0, issues_1.it.githubIssues)(token);
    const found = await issues.find((0, drift_issue_1.it.driftMarker)(options.cluster.name, options.clusterFile));
    const verdict = (0, drift_issue_1.it.decide)(drift, found, options);
    const number = await (0, issues_1.it.carryOut)(issues, verdict, found, labels);
    log.info(`Issue${number === undefined ? '' : ` #${number}`}: ${verdict.do === 'nothing' ? verdict.why : verdict.do}`);
    put('issue', number ?? '');
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

/***/ 860:
/***/ (function (module) {

"use strict";
module.exports = require("./deploy.js");

/***/ }),

/***/ 132:
/***/ (function (module) {

"use strict";
module.exports = require("./drift.js");

/***/ }),

/***/ 12:
/***/ (function (module) {

"use strict";
module.exports = require("./github.js");

/***/ }),

/***/ 83:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

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

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(718);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-drift.js.map
