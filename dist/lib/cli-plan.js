/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 969:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(404);


/***/ }),

/***/ 404:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/plan.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.plan = plan;
exports.runOptions = runOptions;
const select_1 = { get it() { return (__nccwpck_require__(907).select); } };
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const plan_1 = { get it() { return (__nccwpck_require__(84).plan); } };
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/** Shows what a deploy would do. Changes nothing. */
async function plan(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const cluster = await context.load(options.file);
    (0, select_1.it.selectServers)(cluster, options.servers.filter((name) => !options.hostIsGone.includes(name)));
    const made = options.base === undefined
        ? await livePlan(context, options, cluster)
        : await offlinePlan(context, options, options.base, cluster);
    await context.result((0, document_1.it.planDocument)(made), options.out);
    if (!context.options.json)
        context.say((0, terminal_1.it.renderTerminal)(context.secrets.redactIn(made), context.terminal(cluster, options.file)));
    if (isHindered(made, options.servers))
        return exit_code_1.it.EXIT.hindered;
    return options.exitCode && made.changes.length + made.changedSettings.length > 0 ? exit_code_1.it.EXIT.changes : exit_code_1.it.EXIT.ok;
}
/** Whether something that was asked for is blocked, or could not be seen. */
function isHindered({ changes, warnings }, servers) {
    const touched = new Set(changes.map(({ server }) => server));
    return warnings
        .filter(finding_1.it.isBlocking)
        .some((finding) => (0, finding_1.it.blocksAll)(finding) ||
        servers.length === 0 ||
        changes.some(({ id }) => id === finding.change) ||
        (finding.server !== undefined && (servers.includes(finding.server) || touched.has(finding.server))));
}
/** What of a plan only the live cluster can tell */
const LIVE_ONLY = [
    ['--host-is-gone', ({ hostIsGone }) => hostIsGone.length > 0],
    ['--rotate', ({ rotate }) => rotate.length > 0],
    ['--force', ({ force }) => force === true],
    ['--dataflow-token-path', ({ dataflowTokenPath }) => dataflowTokenPath !== undefined],
    ['--allow-undersized', ({ allowUndersized }) => allowUndersized === true],
    ['--install-ssh-key', ({ installSshKey }) => installSshKey === true],
    ['--heal', ({ heal }) => heal === true],
];
async function offlinePlan(context, options, base, cluster) {
    const given = LIVE_ONLY.filter(([, isGiven]) => isGiven(options)).map(([flag]) => flag);
    if (given.length > 0)
        throw new input_error_1.it.InputError(`${(0, list_1.it.list)(given)} ${given.length === 1 ? 'is' : 'are'} about the live cluster, and --base compares two files without it: leave out the one or the other`);
    const made = await context.engine.offlinePlan(await context.load(base, '--base FILE'), cluster);
    const selected = (0, select_1.it.selectServers)(cluster, options.servers);
    if (options.servers.length === 0)
        return made;
    return (0, plan_1.it.forServers)(made, {
        names: new Set(selected.map(({ name }) => name)),
        roles: new Set(selected.map(({ role }) => role)),
    });
}
async function livePlan(context, options, cluster) {
    const credentials = await context.credentials(options);
    const config = context.session(cluster, credentials, options);
    const result = await context.seeing(() => context.engine.look(config, runOptions(options)));
    return result.plan;
}
function runOptions(options) {
    return {
        ...options_1.it.DEFAULT_OPTIONS,
        servers: options.servers,
        rotate: options.rotate,
        force: options.force ?? false,
        gone: options.hostIsGone,
        strictGone: true,
        allowUndersized: options.allowUndersized ?? false,
        ...(options.installSshKey && { installSshKey: true }),
        ...(options.heal && { heal: 'too' }),
        ...(options.dataflowTokenPath !== undefined && { dataflowTokenPath: options.dataflowTokenPath }),
    };
}

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

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

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

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
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(969);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-plan.js.map
