/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 345:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(172);


/***/ }),

/***/ 172:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/review.ts
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
const node_os_1 = __nccwpck_require__(161);
const node_path_1 = __nccwpck_require__(760);
const scripts_folder_1 = { get it() { return (__nccwpck_require__(907)["scripts-folder"]); } };
const approve_1 = { get it() { return (__nccwpck_require__(12).approve); } };
const review_1 = { get it() { return (__nccwpck_require__(12).review); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const decision_1 = { get it() { return (__nccwpck_require__(73).decision); } };
const review_2 = { get it() { return (__nccwpck_require__(84).review); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const plan_1 = { get it() { return (__nccwpck_require__(84).plan); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
const harness_1 = { get it() { return (__nccwpck_require__(204).harness); } };
/** Stops a deploy that would do something that nobody has reviewed. Changes nothing. */
async function main() {
    const job = await (0, harness_1.it.prepare)('review');
    const { inputs, cluster, config, log, put } = job;
    const { secrets } = config;
    // Loaded late: a mistake in the inputs is told before.
    const { lookOnly } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)));
    const handing = (0, harness_1.it.handingOn)(config);
    // Whatever an earlier step saw: here it is looked at.
    await handing.looks?.drop();
    const result = await log.group('Looking at the cluster', () => lookOnly(handing, runOptions(inputs), { outside: false }));
    const plan = deployed(result);
    const nothing = plan.changes.length + plan.changedSettings.length === 0;
    put('changed', !nothing);
    put('changes', plan.changes.map((0, document_1.it.documenting)()));
    // As it is: no word of it may be taken for a secret.
    put('stages', JSON.stringify(result.seen.atWork()));
    put('plan-digest', plan.digest);
    put('url', cluster.pbx.api);
    const looked = nothing ? {} : await lookUp(job, result.seen.deployedCommit);
    const { found = { kind: 'none', why: '' }, outdated } = looked;
    const { approve, withoutReview, dryRun } = inputs;
    const decision = (0, review_2.it.decide)({
        plan,
        unasked: result.seen.unasked(),
        found,
        withoutReview,
        ...(outdated !== undefined && { outdated }),
        ...(approve && { approve }),
    });
    const command = (0, approve_1.it.approveCommand)(plan.digest, inputs);
    const told = (0, decision_1.it.renderDecision)(secrets.redactIn(decision), {
        plan: secrets.redactIn(plan),
        clusterFile: inputs.clusterFile,
        command,
        runUrl: (0, harness_1.it.runUrl)(),
    });
    for (const line of told.lines)
        log.info(line);
    await (0, summary_1.it.writeSummary)(told.markdown, config.secrets, log);
    if (decision.go) {
        if (decision.why === 'reviewed')
            put('pull-request', decision.pulls[0]?.url);
        put('reviewed-plan', await keep(decision));
        return 0;
    }
    const place = { file: inputs.clusterFile, startLine: 1, title: 'Not reviewed' };
    if (dryRun)
        log.warning(told.headline, place);
    else
        log.error(told.headline, place);
    return dryRun ? 0 : 1;
}
function runOptions(inputs) {
    const { rotateImToken, rotateSbcToken, rotateDataflowToken, dataflowTokenPath } = inputs;
    return {
        ...(0, harness_1.it.commonOptions)(inputs),
        dryRun: true,
        rotate: [
            ...(rotateImToken ? ['im'] : []),
            ...(rotateSbcToken ? ['sbc'] : []),
            ...(rotateDataflowToken ? ['dataflow'] : []),
        ],
        ...(dataflowTokenPath && { dataflowTokenPath }),
    };
}
/** A deploy of some servers restarts whatever is owed all the same. */
function deployed({ plan, seen }) {
    const ids = new Set(plan.changes.map(({ id }) => id));
    const owed = seen.all.changes.filter((change) => (0, stages_1.it.stageOf)(change) === 'restart' && !ids.has(change.id));
    return owed.length === 0 ? plan : (0, plan_1.it.withChanges)(plan, [...plan.changes, ...owed]);
}
async function lookUp({ inputs, cluster, log }, since) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: branch = '' } = process.env;
    const { githubToken, clusterFile: file, reviewAuthor: author, reviewKey, approve, withoutReview } = inputs;
    if (!githubToken) {
        const why = 'There is no github-token to look for the reviewed plan with, and for what the branch says now.';
        return approve === undefined ? { found: { kind: 'refused', why } } : { outdated: why };
    }
    try {
        const history = await (0, review_1.it.githubHistory)(githubToken);
        const text = await (0, promises_1.it.readFile)(file, 'utf8');
        const scripts = checkedOut(cluster, file);
        const shared = cluster.shared && (0, node_path_1.relative)('.', cluster.shared.file);
        const old = await (0, review_1.it.outdated)(history, {
            ...{ branch, file, text },
            ...(scripts && { scripts }),
            ...(shared !== undefined && { shared: { file: shared, text: await (0, promises_1.it.readFile)(shared, 'utf8') } }),
        });
        if (old !== undefined)
            return { outdated: old };
        if (approve !== undefined)
            return {};
        const wanted = { repository, branch, cluster: cluster.name, file, author };
        const more = {
            ...(scripts && { scripts: scripts.folder }),
            ...(shared !== undefined && { shared }),
            ...(since !== undefined && { since }),
            ...(reviewKey && { key: reviewKey }),
        };
        return { found: await (0, review_1.it.findReviewed)(history, { ...wanted, ...more }) };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const why = `GitHub does not say what was reviewed (${message}). The job's token needs contents: read and pull-requests: read.`;
        if (withoutReview === 'refuse')
            return approve === undefined ? { found: { kind: 'none', why } } : { outdated: why };
        // Where nobody has to review, an outage of GitHub stops nothing; it is told.
        log.warning(why);
        return { found: { kind: 'none', why } };
    }
}
/** The control scripts that the cluster file names, by the path that GitHub knows their folder by. */
function checkedOut({ scripts }, clusterFile) {
    if (!scripts?.files)
        return undefined;
    return { folder: (0, node_path_1.relative)('.', (0, scripts_folder_1.it.scriptsFolder)(clusterFile, scripts.folder)), files: scripts.files };
}
/** For the steps that follow, which look again and do nothing else. undefined, as the empty string: they may do anything. */
async function keep(decision) {
    if (!decision.go || !decision.allowed)
        return '';
    const folder = await (0, promises_1.it.mkdtemp)((0, node_path_1.join)(process.env['RUNNER_TEMP'] ?? (0, node_os_1.tmpdir)(), 'portsip-reviewed-'));
    const file = (0, node_path_1.join)(folder, 'reviewed');
    await (0, promises_1.it.writeFile)(file, `${(0, review_2.it.packReviewed)(decision.allowed)}\n`, { mode: 0o600 });
    return file;
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

/***/ 12:
/***/ (function (module) {

"use strict";
module.exports = require("./github.js");

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

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 161:
/***/ (function (module) {

"use strict";
module.exports = require("node:os");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(345);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions-review.js.map
