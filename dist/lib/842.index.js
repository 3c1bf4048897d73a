"use strict";
exports.id = 842;
exports.ids = [842];
exports.modules = {

/***/ 10842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply),
  deploy: () => (/* binding */ deploy),
  forPrograms: () => (/* binding */ forPrograms),
  restart: () => (/* binding */ deploy_restart)
});

// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/cluster/select.js
var cluster_select = __webpack_require__(86119);
// EXTERNAL MODULE: ./build/src/deploy/options.js
var deploy_options = __webpack_require__(12546);
// EXTERNAL MODULE: ./build/src/deploy/result.js
var deploy_result = __webpack_require__(94855);
// EXTERNAL MODULE: ./build/src/deploy/skip.js
var deploy_skip = __webpack_require__(98433);
// EXTERNAL MODULE: ./build/src/finding.js
var finding = __webpack_require__(40883);
// EXTERNAL MODULE: ./build/src/plan/document.js
var plan_document = __webpack_require__(73467);
// EXTERNAL MODULE: ./build/src/render/outcome.js
var outcome = __webpack_require__(38687);
// EXTERNAL MODULE: ./build/src/render/terminal.js
var terminal = __webpack_require__(59947);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(19414);
// EXTERNAL MODULE: ./build/src/text/list.js
var list = __webpack_require__(43706);
// EXTERNAL MODULE: ./build/src/text/printable.js
var printable = __webpack_require__(47335);
// EXTERNAL MODULE: ./build/src/render/words.js
var words = __webpack_require__(89510);
// EXTERNAL MODULE: ./build/src/plan/review.js
var review = __webpack_require__(90802);
// EXTERNAL MODULE: ./build/src/stages/restart.js
var restart = __webpack_require__(17843);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/plan/digest.js
var plan_digest = __webpack_require__(99286);
;// CONCATENATED MODULE: ./build/src/cli/approved.js








/** Throws InputError for a file that no `plan --out` wrote, or of another cluster. */
async function readApproved(options, cluster) {
    const { plan: file, digest } = options;
    if (file !== undefined && digest !== undefined)
        throw new types/* InputError */.dz('Give either --plan or --digest, not both.');
    if (digest !== undefined) {
        const problem = (0,plan_digest/* digestProblem */.W)(digest);
        if (problem)
            throw new types/* InputError */.dz(`--digest: ${problem}`);
        return { digest };
    }
    if (file === undefined)
        return undefined;
    const plan = parse(await read(file), file);
    if (plan.cluster !== cluster.name)
        throw new types/* InputError */.dz(`--plan: ${file} is a plan of ${plan.cluster}, and the cluster file is of ${cluster.name}`);
    return { plan };
}
async function read(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new types/* InputError */.dz(`--plan: ${file} cannot be read (${error.code ?? 'unknown'})`);
    }
}
function parse(text, file) {
    let found;
    try {
        found = JSON.parse(text);
    }
    catch {
        found = undefined;
    }
    const plan = (0,plan_document/* readPlanDocument */.rk)(found);
    if (plan)
        return plan;
    throw new types/* InputError */.dz(`--plan: ${file} is not a plan; make one with: portsip-cluster plan --out ${file}`);
}
/** Why a plan must not be begun; undefined: nothing speaks against it. */
function objection(approved, now) {
    if ('digest' in approved)
        return now.digest === approved.digest
            ? undefined
            : `That is not the plan that was approved: its digest is ${now.digest}. Nothing was done.`;
    const others = (0,review/* unreviewed */.tj)(now, (0,review/* reviewedOf */.DD)(approved.plan));
    if (others.length === 0)
        return undefined;
    const deeds = others.map(({ change }) => (0,printable/* printable */.g$)((0,words/* deed */.dH)(change)));
    return `${(0,list/* plural */.L)(others.length, 'change')} of this plan ${others.length === 1 ? 'is' : 'are'} not in the one that was saved: ${(0,list/* list */.p)(deeds, 8)}. Nothing was done.`;
}
//# sourceMappingURL=approved.js.map
// EXTERNAL MODULE: ./build/src/cli/credentials.js
var cli_credentials = __webpack_require__(66453);
// EXTERNAL MODULE: ./build/src/cli/plan.js
var plan = __webpack_require__(19404);
;// CONCATENATED MODULE: ./build/src/cli/deploy.js



















/** Makes the live cluster match the cluster file, after asking. */
async function deploy(context, options) {
    const cluster = await context.load(options.file);
    (0,cluster_select/* selectServers */.V)(cluster, options.servers);
    return run(context, options, cluster, (0,plan.runOptions)(options), await readApproved(options, cluster));
}
/** Restarts servers one after the other, drained, after asking. */
async function deploy_restart(context, options) {
    const cluster = await context.load(options.file);
    const { servers, reason, pbx = false, force = false } = options;
    const isGroup = (name) => (0,roles/* isRole */.tm)(name) || name === restart/* LOAD_BALANCER_NAME */.q;
    (0,cluster_select/* selectServers */.V)(cluster, servers.filter((name) => name !== restart/* LOAD_BALANCER_NAME */.q));
    return run(context, options, cluster, {
        ...deploy_options/* DEFAULT_OPTIONS */.l,
        stages: ['restart'],
        force,
        restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
    });
}
async function run(context, options, cluster, wanted, approved) {
    if (!options.yes && !approved && (!context.io.interactive || options.json))
        throw new types/* InputError */.dz('Nobody is here to be asked. Look at the plan first, then give --yes.');
    const { env, home } = context.io;
    const credentials = await (0,cli_credentials/* readCredentials */.L)(options, env, context.secrets, home);
    const interrupt = new AbortController();
    const config = context.session(cluster, credentials, options, interrupt.signal);
    const may = (plan) => approved && objection(approved, plan);
    const only = approved && 'plan' in approved ? { ...wanted, reviewed: (0,review/* reviewedOf */.DD)(approved.plan) } : wanted;
    const result = options.yes || approved
        ? await atOnce(context, config, only, options.file, interrupt, may)
        : await afterAsking(context, config, wanted, options.file, interrupt);
    if (!result)
        return 1;
    await context.result(forPrograms(result), options.out);
    const ok = (0,outcome/* verdict */.WJ)(result).ok && !(interrupt.signal.aborted && (0,deploy_result/* worked */.D)(result).skipped.length > 0);
    return ok ? 0 : 1;
}
/** undefined: nobody wanted it. */
async function afterAsking(context, config, wanted, file, interrupt) {
    const { plan } = await context.progress.during('Reading the live cluster', () => context.engine.look(config, wanted));
    if (!shown(context, config, plan, file))
        return untouched(plan);
    if (!(await confirmed(context))) {
        context.say('Nothing was done.');
        return undefined;
    }
    context.say('');
    return apply(context, config, wanted, plan, interrupt);
}
/** Without a question in between, the cluster is read once, with the lock held. `may`: what speaks against the plan. */
async function atOnce(context, config, wanted, file, interrupt, may) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        let startedAt = io.now();
        let known;
        let refused = false;
        let read = () => { };
        const isRead = new Promise((resolve) => (read = resolve));
        const reading = progress.during('Reading the live cluster', () => isRead);
        const end = () => {
            read();
            return reading;
        };
        const begin = async (plan) => {
            await end();
            if (!shown(context, config, plan, file))
                return false;
            const why = may(plan);
            refused = why !== undefined;
            context.say(why === undefined ? '' : `\n${context.colors.red(why)}`);
            if (refused)
                return false;
            known = plan;
            startedAt = io.now();
            progress.expect(plan.changes);
            return true;
        };
        const result = await engine.deploy(config, wanted, begin).finally(end);
        if (refused)
            return undefined;
        if (!known)
            return untouched(result.plan);
        progress.close();
        conclude(context, result, known.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    });
}
/** Shows the plan; false: there is nothing to begin. */
function shown(context, { cluster }, plan, file) {
    context.say((0,terminal/* renderTerminal */.b)(plan, context.terminal(cluster, file)));
    const stop = before(plan);
    if (stop?.say)
        context.say(stop.say);
    return stop === undefined;
}
/** What came of a plan of which nothing was begun. */
function untouched(plan) {
    const ok = before(plan)?.exitCode === 0;
    return { kind: 'deploy', plan, ok, done: [], failed: [], skipped: [], tokens: {}, findings: plan.warnings };
}
/** Why there is nothing to begin. */
function before({ changes, warnings }) {
    const blocking = warnings.filter(finding/* isBlocking */.U);
    if (blocking.some(({ server }) => server === undefined))
        return { exitCode: 1, say: 'Nothing can be done before what is blocked above is put right.' };
    if (changes.length === 0)
        return { exitCode: blocking.length > 0 ? 1 : 0 };
    return undefined;
}
async function confirmed(context) {
    const { bold } = context.colors;
    context.say(`\n${bold('Do you want to perform these actions?')} Only 'yes' will be accepted.`);
    return (await context.io.ask('> '))?.trim() === 'yes';
}
/** Does what was planned, with progress; Ctrl-C once begins nothing new, twice leaves. */
async function apply(context, config, wanted, plan, interrupt) {
    const { io, progress, engine } = context;
    return interruptible(context, interrupt, async () => {
        const startedAt = io.now();
        progress.expect(plan.changes);
        const result = await engine.deploy(config, wanted);
        progress.close();
        conclude(context, result, plan.warnings, io.now() - startedAt, interrupt.signal.aborted);
        return result;
    });
}
async function interruptible(context, interrupt, work) {
    const { io, progress } = context;
    const release = io.onInterrupt(() => {
        if (interrupt.signal.aborted) {
            progress.close();
            context.say('Left. What runs on the hosts goes on to its end; the next deploy takes it up.');
            io.exit(1);
        }
        interrupt.abort();
        const going = progress.inProgress();
        progress.info('Stopping: nothing new is begun. Press Ctrl-C again to leave at once.');
        if (going.length > 0)
            progress.info(`What goes on on the hosts is not interrupted: ${(0,list/* list */.p)(going, 8)}.`);
    });
    try {
        return await work();
    }
    finally {
        progress.close();
        release();
    }
}
function conclude(context, result, shown, elapsedMs, interrupted) {
    const { bold, green, red, yellow } = context.colors;
    const { ok } = (0,outcome/* verdict */.WJ)(result);
    const work = (0,deploy_result/* worked */.D)(result);
    const told = new Set(shown.map(({ message }) => message));
    const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !told.has(message));
    context.say('');
    if (unexpected.length > 0)
        context.say((0,terminal/* renderFindings */.v)(unexpected, { color: context.color }));
    for (const { change, message } of work.failed)
        context.say(red(`Failed: ${(0,printable/* printable */.g$)((0,words/* deed */.dH)(change))}: ${(0,printable/* printable */.g$)(message)}`));
    for (const [reason, changes] of (0,outcome/* skippedByReason */.Au)(work))
        context.say(yellow(`Not begun (${(0,printable/* printable */.g$)(reason)}): ${(0,list/* list */.p)(changes.map((change) => (0,printable/* printable */.g$)((0,words/* deed */.dH)(change))), 8)}`));
    const paint = ok ? green : red;
    context.say(bold(paint(`${ok ? 'Done' : 'Not all was done'}: ${(0,outcome/* outcomeLine */.RW)(work)} in ${(0,duration/* duration */.p0)(elapsedMs)}.`)));
    context.say(interrupted
        ? 'It was stopped. Run it again: it carries on, and takes up what still runs on the hosts.'
        : (0,outcome/* nextAfter */.On)(result));
}
/** A result without the tokens that it may hold. */
function forPrograms(result) {
    const { plan, ok, findings } = result;
    const { done, failed, skipped } = (0,deploy_result/* worked */.D)(result);
    return {
        version: 1,
        cluster: plan.cluster,
        digest: plan.digest,
        ok,
        done: done.map(({ change, elapsedMs }) => ({ ...(0,plan_document/* changeDocument */.wL)(change), elapsedMs })),
        failed: failed.map(({ change, message }) => ({ ...(0,plan_document/* changeDocument */.wL)(change), message })),
        skipped: skipped.map(({ change, skip }) => ({ ...(0,plan_document/* changeDocument */.wL)(change), skipped: (0,deploy_skip/* skipReason */.Y)(skip) })),
        findings,
    };
}
//# sourceMappingURL=deploy.js.map

/***/ })

};
;
//# sourceMappingURL=842.index.js.map