/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 884:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'harness'() {
    return __nccwpck_require__(698);
  },
};


/***/ }),

/***/ 698:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/harness.ts
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
exports.refusals = exports.askedFor = void 0;
exports.prepare = prepare;
exports.identity = identity;
exports.runUrl = runUrl;
exports.workflowUrl = workflowUrl;
exports.handingOn = handingOn;
exports.stageAction = stageAction;
exports.commonOptions = commonOptions;
exports.placeIn = placeIn;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_os_1 = __nccwpck_require__(161);
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const inputs_1 = { get it() { return (__nccwpck_require__(31).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(31).log); } };
const look_file_1 = { get it() { return (__nccwpck_require__(12)["look-file"]); } };
const report_1 = { get it() { return __nccwpck_require__(505); } };
const journal_1 = { get it() { return (__nccwpck_require__(12).journal); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const refusals_1 = { get it() { return (__nccwpck_require__(316).refusals); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const journal_2 = { get it() { return (__nccwpck_require__(73).journal); } };
const outcome_1 = { get it() { return (__nccwpck_require__(73).outcome); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(73)["out-of-calls"]); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const concurrency_1 = { get it() { return (__nccwpck_require__(316).concurrency); } };
const internet_1 = { get it() { return (__nccwpck_require__(316).internet); } };
const stages_1 = { get it() { return (__nccwpck_require__(984).index); } };
/** Inputs and cluster file, everything that is wrong with both told at once. */
async function prepare(action) {
    const secrets = new log_2.it.Secrets();
    const log = (0, log_1.it.actionsLog)(secrets);
    // However it ends: what hosts have printed is told.
    process.on('exit', () => log.close());
    const { inputs, credentials, problems } = (0, inputs_1.it.readInputs)(action, secrets);
    let cluster;
    try {
        const loaded = await (0, load_1.it.loadClusterFile)(inputs.clusterFile, 'input cluster-file');
        log.problems(loaded.warnings);
        cluster = loaded.cluster;
    }
    catch (error) {
        if (error instanceof types_1.it.ClusterFileError)
            problems.forEach((problem) => log.error(problem));
        throw error;
    }
    try {
        if ('servers' in inputs)
            (0, select_1.it.selectServers)(cluster, inputs.servers);
    }
    catch (error) {
        if (!(error instanceof types_1.it.InputError))
            throw error;
        problems.push(`servers: ${error.message}`);
    }
    if (problems.length)
        throw new types_1.it.InputError(problems.join('\n'));
    const config = session({ credentials, concurrency: (0, concurrency_1.it.concurrencyOf)(inputs.concurrency) }, cluster, secrets, log);
    // A token is put out as it is, and masked; text of hosts is in lists.
    const put = (name, value) => core.setOutput(name, typeof value === 'string' ? value : secrets.redactIn(value));
    return { inputs, cluster, log, config, put };
}
function session({ credentials, concurrency }, cluster, secrets, log) {
    const controller = new AbortController();
    // A cancelled job gets SIGINT and seconds later SIGTERM; what runs on the hosts goes on without us.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    return {
        cluster,
        credentials,
        concurrency,
        log,
        secrets,
        internet: internet_1.it.internet,
        run: identity(),
        signal: controller.signal,
        refusals: (0, exports.refusals)(),
    };
}
/** The same for all steps of a job. */
function identity(env = process.env) {
    return {
        // Two jobs of one run are two holders, and the jobs of a matrix have one name.
        // Made when it is asked for: what only compares two files need not load the means to make up its word.
        get id() {
            return `${runUrl(env)}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'} job ${env['GITHUB_JOB'] ?? '1'}, ${holderWord(env)}`;
        },
        host: env['RUNNER_NAME'] ?? (0, node_os_1.hostname)(),
        url: runUrl(env),
        ...whoStarted(env),
        keepLock: true,
        ...(env['GITHUB_SHA'] ? { commit: env['GITHUB_SHA'] } : {}),
    };
}
/** Why, where nobody said it */
const askedFor = () => `asked for by ${process.env['GITHUB_ACTOR'] ?? 'a person'}`;
exports.askedFor = askedFor;
/** Refused passwords that all steps of a job know of */
const refusals = () => (0, refusals_1.it.keptRefusals)(() => process.env['RUNNER_TEMP']);
exports.refusals = refusals;
/** Who runs a job again is not who pushed. */
function whoStarted(env) {
    const by = env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR'];
    return by ? { by } : {};
}
/** The same for all steps of a job from the first one on, which tells it to the others. */
const holderWord = (env) => (env[HOLDER] ??= (0, node_crypto_1.it.randomBytes)(6).toString('hex'));
function runUrl(env = process.env) {
    return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? '0'}`;
}
/** The page that lists the runs of this workflow: `owner/repo/.github/workflows/drift.yml@refs/heads/main` names it. */
function workflowUrl({ env } = process) {
    const file = /^[^/]+\/[^/]+\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
    if (file === undefined)
        return undefined;
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    return `${server}/${repository}/actions/workflows/${file}`;
}
/** For `review` and the steps that follow it in the same job: what one sees is handed to the next. */
function handingOn(config) {
    if (!HOLDER_GIVEN)
        core.exportVariable(HOLDER, holderWord(process.env));
    const place = { temp: process.env['RUNNER_TEMP'], uid: process.getuid?.() };
    const looks = (0, look_file_1.it.lookFile)({ ...config, ...place });
    return { ...config, ...(looks && { looks }) };
}
/** An action that applies stages. Its `post` step is the same program, told apart by the state that `main` saved. */
async function stageAction(action) {
    if (core.getState('started'))
        return release(action.name);
    core.saveState('started', 'true');
    const { inputs, cluster, config, log, put } = await prepare(action.name);
    const titled = (result) => typeof action.title === 'string' ? action.title : action.title(inputs, result);
    const wrong = action.check?.(inputs, cluster) ?? [];
    if (wrong.length > 0)
        throw new types_1.it.InputError(wrong.join('\n'));
    if (action.applies?.(inputs, cluster) === false) {
        log.info(`${titled()}: the cluster file has nothing that needs it`);
        put('changed', false);
        put('changes', []);
        return 0;
    }
    const told = toldBefore();
    const first = !told.has(cluster.name) && !begunBefore().includes(cluster.name);
    const journal = process.env[JOURNAL] ?? (0, journal_1.it.journalFile)();
    if (!inputs.dryRun && first)
        keepJournal(cluster.name, journal);
    const started = Date.now();
    const options = {
        ...commonOptions(inputs),
        stages: action.stages,
        dryRun: inputs.dryRun,
        ...action.options?.(inputs),
        ...(inputs.reviewedPlan && { reviewed: await readReviewed(inputs.reviewedPlan) }),
    };
    if (options.restart)
        log.info(`Why: ${options.restart.reason}`);
    // Loaded late: a mistake in the inputs is told before.
    const { runStages } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)));
    const clock = new journal_1.it.Clock();
    const locks = () => takeCharge(cluster.name);
    const unlocks = () => giveUpCharge(cluster.name);
    const result = await runStages({ ...handingOn(config), log: clock.watching(log), locks, unlocks }, options);
    const shown = config.secrets.redactIn(result);
    const title = titled(result);
    const { done, failed } = (0, result_1.it.worked)(result);
    const findings = [...shown.findings, ...shown.plan.warnings];
    log.findings(findings.filter((finding) => !told.has((0, summary_1.it.findingKey)(finding))), isAnnotated, placeIn(cluster, inputs.clusterFile));
    for (const { change, message } of failed)
        log.error(`${(0, stages_1.it.deedOf)(change)}: ${message}`, placeOf(change.server, cluster, inputs.clusterFile));
    put('changed', inputs.dryRun ? result.plan.changes.length > 0 : done.length > 0);
    const changes = inputs.dryRun ? result.plan.changes : done.map(({ change }) => change);
    put('changes', changes.map((0, document_1.it.documenting)()));
    action.outputs?.(result, inputs, put);
    const { clusterFile, dryRun } = inputs;
    const { commit } = config.run;
    const elapsedMs = Date.now() - started;
    log.info(`${title}: ${inWords(result, dryRun)}`);
    const about = { title, clusterFile, dryRun, first, elapsedMs, ...(commit ? { commit } : {}) };
    const summary = (0, summary_1.it.runSummary)(shown, { ...about, told: (finding) => told.has((0, summary_1.it.findingKey)(finding)) });
    await (0, summary_1.it.writeSummary)(summary, config.secrets, log);
    if (!dryRun)
        await (0, journal_1.it.writeJournal)(journal, (0, journal_1.it.journalStep)(title, shown, clock, started), config.secrets, log);
    tell([cluster.name, ...findings.map(summary_1.it.findingKey)], told);
    return dryRun || result.ok ? 0 : 1;
}
/** That the built-in server stands in for one that is away is how it should be. */
const isAnnotated = ({ severity, code }) => severity !== 'note' && code !== counts_1.it.STAND_IN;
function inWords(result, dryRun) {
    if (dryRun)
        return `${result.plan.changes.length} changes would be made`;
    const { done, failed, skipped } = (0, result_1.it.worked)(result);
    return done.length + failed.length + skipped.length > 0 ? (0, outcome_1.it.outcomeLine)((0, result_1.it.worked)(result)) : 'nothing to do';
}
/** What decides what there is to do at all, and so is the same for every step of a job. */
function commonOptions({ servers, force, hostIsGone: gone, allowUndersized, installSshKey, }) {
    return {
        ...options_1.it.DEFAULT_OPTIONS,
        servers,
        force,
        gone,
        allowUndersized,
        ...(installSshKey && { installSshKey: true }),
    };
}
/** The first step of a cluster sums up what all of them did: its `post` step is the last. */
function keepJournal(cluster, journal) {
    core.exportVariable(BEGUN, [...begunBefore(), cluster].join(' '));
    core.exportVariable(JOURNAL, journal);
    core.saveState('journal', journal);
}
/**
 * The steps of a job share the lock. The first one that takes it gives it back: `post` steps run in the opposite order, so its own comes
 * after those of all that had it, whether the job came to its end or was cancelled.
 */
function takeCharge(cluster) {
    const charged = lockedBefore();
    if (charged.includes(cluster))
        return;
    core.exportVariable(CHARGED, [...charged, cluster].join(' '));
    core.saveState('in-charge', 'true');
}
/** Nothing is left to give back. */
function giveUpCharge(cluster) {
    core.exportVariable(CHARGED, lockedBefore()
        .filter((name) => name !== cluster)
        .join(' '));
    core.saveState('in-charge', '');
}
/** What earlier steps of the job have told, since every step sees all findings: their keys, and clusters of which one began. */
const toldBefore = () => new Set(words(TOLD));
function tell(keys, told) {
    const all = new Set([...told, ...keys]);
    if (all.size > told.size)
        core.exportVariable(TOLD, [...all].slice(0, MOST_TOLD).join(' '));
}
/** Where a finding belongs in the cluster file: at its server. */
function placeIn(cluster, file) {
    return ({ server, code }) => ({ title: code, ...placeOf(server, cluster, file) });
}
function placeOf(name, { servers }, file) {
    const at = servers.find((server) => server.name === name)?.at;
    return at ? { file, startLine: at.line } : {};
}
/** What may be done, as `review` wrote it down. */
async function readReviewed(file) {
    const text = await (0, promises_1.it.readFile)(file, 'utf8').catch(() => '');
    const reviewed = (0, review_1.it.unpackReviewed)(text.trim());
    if (reviewed)
        return reviewed;
    throw new types_1.it.InputError(`reviewed-plan: ${file} is not what the action review writes; run that first, in the same job`);
}
const BEGUN = 'PORTSIP_CLUSTER_BEGUN';
const CHARGED = 'PORTSIP_CLUSTER_LOCKED';
const HOLDER = 'PORTSIP_CLUSTER_HOLDER';
const TOLD = 'PORTSIP_CLUSTER_TOLD';
const JOURNAL = 'PORTSIP_CLUSTER_JOURNAL';
/** An environment is no place for thousands of them. */
const MOST_TOLD = 500;
const words = (variable) => (process.env[variable] ?? '').split(' ').filter(Boolean);
const lockedBefore = () => words(CHARGED);
const begunBefore = () => [...new Set([...words(BEGUN), ...lockedBefore()])];
/** Whether an earlier step of the job told it */
const HOLDER_GIVEN = process.env[HOLDER] !== undefined;
const isEmpty = ({ done, failed, skipped, planned }) => done.length + failed.length + skipped.length + planned.length === 0;
/** The end of the job's summary: what all its steps did. */
async function sumUp(steps, cluster, { secrets }, log) {
    const links = [['Run', runUrl()], ['Portal', cluster.pbx.api]];
    const { GITHUB_EVENT_NAME: event, GITHUB_SHA: commit } = process.env;
    const merge = event === 'push' && commit ? { merge: commit } : {};
    await (0, summary_1.it.writeSummary)((0, journal_2.it.renderJournal)(steps, { cluster: cluster.name, links, ...merge }), secrets, log);
}
/** Gives back what the job holds: the lock, and servers that a cancelled step had disabled to drain them. */
async function release(action) {
    const [journal, inCharge] = [core.getState('journal'), core.getState('in-charge')];
    if (!journal && !inCharge)
        return 0;
    const log = (0, log_1.it.actionsLog)(new log_2.it.Secrets());
    try {
        const steps = journal ? await (0, journal_1.it.readJournal)(journal) : [];
        // Of a job that had nothing to do there is nothing to tell.
        if (!inCharge && steps.every(isEmpty))
            return 0;
        const { config, cluster } = await prepare(action);
        if (journal)
            await sumUp(steps, cluster, config, log);
        if (!inCharge)
            return 0;
        const { releaseHeld } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)));
        await (0, summary_1.it.writeSummary)((0, out_of_calls_1.it.renderOutOfCalls)(await releaseHeld(config)), config.secrets, log);
    }
    catch (error) {
        // A step's own failure is what people must see; a lock goes stale and the next run repairs what this one left.
        (0, report_1.it.report)(error, { ...log, error: (text) => log.info(text), problems: () => { } });
    }
    return 0;
}

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

/***/ 505:
/***/ (function (module) {

"use strict";
module.exports = require("./github-report.js");

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

/***/ }),

/***/ 270:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/actions-toolkit.js");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

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
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(884);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions.js.map
