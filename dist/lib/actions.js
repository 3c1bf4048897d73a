/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 884:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'backup'() {
    return __nccwpck_require__(478);
  },
  get 'discover'() {
    return __nccwpck_require__(475);
  },
  get 'drift'() {
    return __nccwpck_require__(21);
  },
  get 'firewall'() {
    return __nccwpck_require__(572);
  },
  get 'fleet-outcome'() {
    return __nccwpck_require__(871);
  },
  get 'fleet-status'() {
    return __nccwpck_require__(353);
  },
  get 'fleet-summary'() {
    return __nccwpck_require__(819);
  },
  get 'import'() {
    return __nccwpck_require__(521);
  },
  get 'install-role'() {
    return __nccwpck_require__(889);
  },
  get 'issue-token'() {
    return __nccwpck_require__(713);
  },
  get 'plan'() {
    return __nccwpck_require__(23);
  },
  get 'prepare-host'() {
    return __nccwpck_require__(503);
  },
  get 'register-server'() {
    return __nccwpck_require__(293);
  },
  get 'remove-server'() {
    return __nccwpck_require__(206);
  },
  get 'review'() {
    return __nccwpck_require__(172);
  },
  get 'rolling-restart'() {
    return __nccwpck_require__(697);
  },
  get 'status'() {
    return __nccwpck_require__(434);
  },
};


/***/ }),

/***/ 478:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/backup.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const backups_1 = { get it() { return (__nccwpck_require__(984).backups); } };
const harness_1 = __nccwpck_require__(698);
/** Backs up what the PBX and the servers keep: all of it, or of some. */
const main = () => (0, harness_1.stageAction)({
    name: 'backup',
    title: 'Backups',
    stages: ['backup'],
    check: ({ servers }, cluster) => (0, backups_1.it.notKept)(cluster, servers).map((name) => `servers: there is nothing to back up of "${name}"`),
    options: ({ servers, pbx, reason = (0, harness_1.askedFor)(), reviewedPlan }) => ({
        // What to back up, not what to look at
        servers: [],
        backup: { names: [...servers, ...(pbx ? [backups_1.it.PBX_NAME] : [])], reason },
        // In a deploy it was reviewed before. By itself it does what is deployed, and in no other way.
        ...(reviewedPlan === undefined && { asDeployed: true }),
    }),
});
exports.main = main;

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
const fleet_1 = { get it() { return (__nccwpck_require__(907).fleet); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const base_of_run_1 = { get it() { return (__nccwpck_require__(12)["base-of-run"]); } };
const discover_1 = { get it() { return (__nccwpck_require__(12).discover); } };
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const last_success_1 = { get it() { return (__nccwpck_require__(12)["last-success"]); } };
const log_1 = { get it() { return (__nccwpck_require__(12).log); } };
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
const harness_1 = __nccwpck_require__(698);
/**
 * What differs although nothing was merged, in an issue that opens, changes and closes with it. Changes nothing in the cluster, but
 * for dead servers where it is to heal.
 */
async function main() {
    const { inputs, cluster, config, log, put } = await (0, harness_1.prepare)('drift');
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
    const markdown = (0, markdown_1.it.renderMarkdown)(plan, { clusterFile, cluster, runUrl: (0, harness_1.runUrl)(), limit: 1_000_000 });
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
    const runsUrl = (0, harness_1.workflowUrl)();
    const options = { cluster, clusterFile, runUrl: (0, harness_1.runUrl)(), ...(runsUrl && { runsUrl }) };
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

/***/ 572:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/firewall.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const harness_1 = __nccwpck_require__(698);
/** Trusted sources on the main server, and the PBX's IP whitelist. */
const main = () => (0, harness_1.stageAction)({ name: 'firewall', title: 'Firewall and whitelist', stages: ['firewall'] });
exports.main = main;

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
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(12).log); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const fleet_jobs_1 = { get it() { return (__nccwpck_require__(84)["fleet-jobs"]); } };
const fleet_deploys_3 = { get it() { return (__nccwpck_require__(73)["fleet-deploys"]); } };
const harness_1 = __nccwpck_require__(698);
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
    await (0, summary_1.it.writeSummary)((0, fleet_deploys_3.it.renderFleetDeploys)({ waves, runUrl: (0, harness_1.runUrl)(), ...(commit ? { commit } : {}) }), secrets, log);
    const line = (0, fleet_deploys_3.it.fleetDeploysLine)(waves);
    const well = all.every((one) => ['done', 'waits'].includes((0, fleet_deploys_1.it.verdictOf)(one)));
    if (well)
        log.info(line);
    else
        log.error(line);
    return well ? 0 : 1;
}

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
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const issues_1 = { get it() { return (__nccwpck_require__(12).issues); } };
const log_1 = { get it() { return (__nccwpck_require__(12).log); } };
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
const harness_1 = __nccwpck_require__(698);
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
    await (0, summary_1.it.writeSummary)((0, fleet_issue_2.it.fleetStatusMarkdown)({ sights, runUrl: (0, harness_1.runUrl)() }), secrets, log);
    const rows = sights.map((sight) => ({ sight, row: (0, fleet_1.it.rowOf)(sight) }));
    for (const { sight, row } of rows)
        if (row.healthy !== true)
            log.warning(`${sight.name}: ${(0, list_1.it.list)((0, fleet_status_1.it.reasonsOf)(sight), 3)}`, { file: sight.file, startLine: 1 });
    put('changed', rows.some(({ sight, row }) => row.healthy !== true || (0, fleet_1.it.driftIn)(sight).length > 0));
    put('changes', rows.map(({ sight: { file, name, wave }, row }) => ({ file, name, wave, ...row })));
    put('unhealthy', rows.filter(({ row }) => row.healthy === false).length);
    put('unknown', rows.filter(({ row }) => row.healthy === 'unknown').length);
    put('issue', '');
    const runsUrl = (0, harness_1.workflowUrl)();
    const options = { files: (0, list_1.it.list)(files), runUrl: (0, harness_1.runUrl)(), ...(runsUrl && { runsUrl }) };
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
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(12).log); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const fleet_jobs_1 = { get it() { return (__nccwpck_require__(84)["fleet-jobs"]); } };
const fleet_plans_1 = { get it() { return (__nccwpck_require__(84)["fleet-plans"]); } };
const fleet_plans_2 = { get it() { return (__nccwpck_require__(73)["fleet-plans"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const harness_1 = __nccwpck_require__(698);
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
    const page = { plans, left, runUrl: (0, harness_1.runUrl)(), ...(part && { part }), ...(commit ? { commit } : {}) };
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
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(12).log); } };
const look_file_1 = { get it() { return (__nccwpck_require__(12)["look-file"]); } };
const report_1 = { get it() { return __nccwpck_require__(505); } };
const journal_1 = { get it() { return (__nccwpck_require__(12).journal); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const refusals_1 = { get it() { return (__nccwpck_require__(387).refusals); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const result_1 = { get it() { return (__nccwpck_require__(860).result); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const journal_2 = { get it() { return (__nccwpck_require__(73).journal); } };
const outcome_1 = { get it() { return (__nccwpck_require__(73).outcome); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(73)["out-of-calls"]); } };
const review_1 = { get it() { return (__nccwpck_require__(84).review); } };
const concurrency_1 = { get it() { return (__nccwpck_require__(83).concurrency); } };
const internet_1 = { get it() { return (__nccwpck_require__(83).internet); } };
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
        id: `${runUrl(env)}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'} job ${env['GITHUB_JOB'] ?? '1'}, ${holderWord(env)}`,
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
    const result = await runStages({ ...handingOn(config), log: clock.watching(log), locks }, options);
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
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const log_1 = { get it() { return (__nccwpck_require__(12).log); } };
const pull_request_1 = { get it() { return (__nccwpck_require__(12)["pull-request"]); } };
const repository_1 = { get it() { return (__nccwpck_require__(12).repository); } };
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const concurrency_1 = { get it() { return (__nccwpck_require__(83).concurrency); } };
const log_2 = { get it() { return (__nccwpck_require__(426).log); } };
const imported_1 = { get it() { return (__nccwpck_require__(73).imported); } };
const harness_1 = __nccwpck_require__(698);
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
    const run = { ...(0, harness_1.identity)(), keepLock: false };
    const config = { credentials, concurrency, log, secrets, run, refusals: (0, harness_1.refusals)() };
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

/***/ 889:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/install-role.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const harness_1 = __nccwpck_require__(698);
/** Roles on their hosts: installed, upgraded, recreated. */
const main = () => (0, harness_1.stageAction)({
    name: 'install-role',
    title: 'Roles',
    stages: ['install'],
    options: ({ imToken, dataflowTokenRenewed }) => ({
        rotate: dataflowTokenRenewed ? ['dataflow'] : [],
        ...(imToken ? { imToken } : {}),
    }),
});
exports.main = main;

/***/ }),

/***/ 713:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/issue-token.ts
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
exports.main = void 0;
const core = __importStar((__nccwpck_require__(270)["@actions/core"]));
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const harness_1 = __nccwpck_require__(698);
/**
 * A service's token: the one that is there, or a new one. Masked before it is put out; that of session border controllers is not put
 * out at all, since a person reads it in the portal.
 */
const main = () => (0, harness_1.stageAction)({
    name: 'issue-token',
    title: ({ service }) => ({ im: 'IM token', dataflow: 'Data Flow token', sbc: 'SBC token' })[service],
    stages: ['token'],
    applies: ({ servers, service }, cluster) => (0, select_1.it.selectServers)(cluster, servers).some(({ role }) => roles_1.it.ROLES[role].token?.service === service),
    options: ({ service, rotate, dataflowTokenPath }) => ({
        servers: roles_1.it.ROLE_NAMES.filter((role) => roles_1.it.ROLES[role].token?.service === service),
        rotate: rotate ? [service] : [],
        ...(dataflowTokenPath && { dataflowTokenPath }),
    }),
    outputs: (result, { service }, put) => {
        const tokens = result.kind === 'deploy' ? result.tokens : {};
        const token = tokens[service];
        if (token)
            core.setSecret(token);
        put('token', token ?? '');
    },
});
exports.main = main;

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
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
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
const harness_1 = __nccwpck_require__(698);
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** What would change, in the log, the summary, a pull request's comment and a file. Changes nothing. */
async function main() {
    const job = await (0, harness_1.prepare)('plan');
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
        ...{ clusterFile, cluster, leaving, commands, runUrl: (0, harness_1.runUrl)() },
        ...(commit ? { commit } : {}),
        ...(cluster.cloud !== undefined && { cloud: cloudRules(cluster) }),
    };
    log.info((0, terminal_1.it.renderTerminal)(plan, { color: true, cluster, clusterFile }));
    log.findings(plan.warnings, undefined, (0, harness_1.placeIn)(cluster, clusterFile));
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
            runUrl: (0, harness_1.runUrl)(),
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

/***/ 503:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/prepare-host.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const harness_1 = __nccwpck_require__(698);
/** Hosts get the control scripts of the repository and the registry's login, and new ones what these need. */
const main = () => (0, harness_1.stageAction)({
    name: 'prepare-host',
    title: 'Hosts',
    stages: ['scripts', 'prepare'],
    applies: (_, { scripts, prepare, registry }) => scripts !== undefined ||
        registry !== undefined ||
        (prepare?.docker ?? 'none') !== 'none' ||
        prepare?.reboot === 'allowed',
});
exports.main = main;

/***/ }),

/***/ 293:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/register-server.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const change_1 = { get it() { return __nccwpck_require__(63); } };
const harness_1 = __nccwpck_require__(698);
/** The portal's servers; its built-in ones off once a replacement is online. */
const main = () => (0, harness_1.stageAction)({
    name: 'register-server',
    title: (_, result) => {
        const changes = result?.plan.changes ?? [];
        const builtIns = (0, change_1.it.ofKind)(changes, 'built-in-on', 'built-in-off');
        return changes.length > 0 && builtIns.length === changes.length ? 'Built-in servers' : 'Portal';
    },
    stages: ['register'],
});
exports.main = main;

/***/ }),

/***/ 206:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/remove-server.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const harness_1 = __nccwpck_require__(698);
/** What left the cluster file: drained, uninstalled, deregistered. */
const main = () => (0, harness_1.stageAction)({ name: 'remove-server', title: 'Removal', stages: ['remove'] });
exports.main = main;

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
const harness_1 = __nccwpck_require__(698);
/** Stops a deploy that would do something that nobody has reviewed. Changes nothing. */
async function main() {
    const job = await (0, harness_1.prepare)('review');
    const { inputs, cluster, config, log, put } = job;
    const { secrets } = config;
    // Loaded late: a mistake in the inputs is told before.
    const { lookOnly } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(860).run)));
    const handing = (0, harness_1.handingOn)(config);
    // Whatever an earlier step saw: here it is looked at.
    await handing.looks?.drop();
    const result = await log.group('Looking at the cluster', () => lookOnly(handing, runOptions(inputs), { outside: false }));
    const plan = deployed(result);
    const nothing = plan.changes.length + plan.changedSettings.length === 0;
    put('changed', !nothing);
    put('changes', plan.changes.map((0, document_1.it.documenting)()));
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
        runUrl: (0, harness_1.runUrl)(),
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
        ...(0, harness_1.commonOptions)(inputs),
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

/***/ 697:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/rolling-restart.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.main = void 0;
const inputs_1 = { get it() { return (__nccwpck_require__(12).inputs); } };
const harness_1 = __nccwpck_require__(698);
/** Restarts in order, drained and health-checked: those that are owed, and those that a person asks for. */
const main = () => (0, harness_1.stageAction)({
    name: 'rolling-restart',
    title: 'Restarts',
    stages: ['restart'],
    options: ({ roles, servers, pbx, reason = (0, harness_1.askedFor)(), reviewedPlan }) => ({
        // `servers` says what to restart, not what to look at: a restart asked for needs the whole picture.
        servers: [],
        // In a deploy it was reviewed before. By itself it does what is deployed, and in no other way.
        ...(reviewedPlan === undefined && { asDeployed: true }),
        ...(roles.length || servers.length || pbx
            ? { restart: { roles: (0, inputs_1.it.restartable)(roles), servers, pbx, reason } }
            : {}),
    }),
});
exports.main = main;

/***/ }),

/***/ 434:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/actions/status.ts
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
const summary_1 = { get it() { return (__nccwpck_require__(12).summary); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const health_1 = { get it() { return (__nccwpck_require__(73).health); } };
const status_markdown_1 = { get it() { return (__nccwpck_require__(73)["status-markdown"]); } };
const document_1 = { get it() { return (__nccwpck_require__(723).document); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const harness_1 = __nccwpck_require__(698);
/** How the live cluster is now, and whether it is healthy. Changes nothing. */
async function main() {
    const { inputs, cluster, config, log, put } = await (0, harness_1.prepare)('status');
    const { statusFile, servers, failWhenUnhealthy, clusterFile } = inputs;
    // However it ends: what was not seen is not known.
    put('healthy', 'unknown');
    put('status-file', '');
    put('changed', false);
    put('changes', []);
    // Loaded late: a mistake in the inputs is told before.
    const { readStatus } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(723).read)));
    const report = config.secrets.redactIn((0, document_1.it.statusDocument)(await readStatus(config, servers, { tags: true })));
    const { healthy, reasons } = report.health;
    await (0, plain_file_1.it.writePlain)(statusFile, `${JSON.stringify(report, null, 2)}\n`).catch((error) => {
        throw new input_error_1.it.InputError(`status-file: ${statusFile} cannot be written: ${(0, plain_file_1.it.isLink)(error) ? plain_file_1.it.A_LINK : (0, unknown_1.it.messageOf)(error)}`);
    });
    put('status-file', statusFile);
    put('healthy', String(healthy));
    put('changed', report.drift + report.changedSettings.length > 0);
    put('changes', report.differences);
    await (0, summary_1.it.writeSummary)((0, status_markdown_1.it.statusMarkdown)(report), config.secrets, log);
    const fails = failWhenUnhealthy && healthy !== true;
    const place = (0, harness_1.placeIn)(cluster, clusterFile);
    for (const reason of reasons) {
        const finding = {
            ...{ code: 'health', severity: 'warning', message: (0, health_1.it.healthSentence)(reason) },
            ...('server' in reason && { server: reason.server }),
        };
        if (fails)
            log.error(finding.message, place(finding));
        else
            log.warning(finding.message, place(finding));
    }
    const verdict = { true: 'healthy', false: 'not healthy', unknown: 'not known to be healthy' }[`${healthy}`];
    log.info(`${cluster.name} is ${verdict}`);
    return fails ? 1 : 0;
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

/***/ 132:
/***/ (function (module) {

"use strict";
module.exports = require("./drift.js");

/***/ }),

/***/ 505:
/***/ (function (module) {

"use strict";
module.exports = require("./github-report.js");

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

/***/ 387:
/***/ (function (module) {

"use strict";
module.exports = require("./pbx.js");

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

/***/ 63:
/***/ (function (module) {

"use strict";
module.exports = require("./stages-change.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

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
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(884);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=actions.js.map
