/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 542:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(289);


/***/ }),

/***/ 289:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/log.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.log = log;
exports.renderLog = renderLog;
const window_1 = { get it() { return (__nccwpck_require__(838).window); } };
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const out_of_calls_1 = { get it() { return (__nccwpck_require__(73)["out-of-calls"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/** Which runs changed the cluster, the last one first, as the record on the main server has it. Changes nothing. */
async function log(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const cluster = await context.load(options.file);
    const credentials = await context.credentials({ ...options, withoutPbx: true });
    const config = context.session(cluster, credentials, options);
    const { runs, ...now } = await context.reading(() => context.engine.history(config));
    const last = runs.slice(-options.number).reverse();
    const document = { version: 1, cluster: cluster.name, runs: last, ...now };
    await context.result(document, options.out);
    if (!context.options.json)
        context.say(renderLog(context.secrets.redactIn(document), cluster, context.terminal(cluster, options.file)));
    return exit_code_1.it.EXIT.ok;
}
/** For people; times as a clock in the window's zone shows them. */
function renderLog({ runs, outOfCalls, lock }, { name, restart }, options) {
    const c = (0, picocolors_1.it.createColors)(options.color);
    const out = (0, out_of_calls_1.it.outOfCallsLines)(outOfCalls, lock, options).map((line) => c.yellow(line));
    const all = runs.length === 0
        ? [`No run has changed ${name} since its record keeps them.\n`]
        : runs.map((run) => oneRun(run, restart.window ?? { timezone: 'UTC' }, c));
    return [...(out.length > 0 ? [`${out.join('\n')}\n`] : []), ...all].join('\n');
}
function oneRun(run, zone, c) {
    const { by, commit, url, done, failed, skipped, deeds, interrupted = false, goesOn = [] } = run;
    const sum = [
        ...(interrupted ? [c.yellow('interrupted')] : []),
        `${(0, list_1.it.plural)(done, 'change')} done`,
        ...(failed > 0 ? [c.red(`${failed} failed`)] : []),
        ...(skipped > 0 ? [c.yellow(`${skipped} not begun`)] : []),
    ];
    const more = done + failed - deeds.length;
    return [
        `${c.bold((0, window_1.it.formatMoment)(zone, Date.parse(run.began)))}  ${by === undefined ? '' : `${(0, printable_1.it.printable)(by)}: `}${sum.join(', ')}`,
        ...(commit === undefined ? [] : [`  commit ${(0, printable_1.it.printable)(commit)}`]),
        ...(url === undefined ? [] : [`  ${(0, printable_1.it.printable)(url)}`]),
        ...deeds.map((one) => (one.failed ? c.red(`  failed: ${(0, printable_1.it.printable)(one.deed)}`) : `  ${(0, printable_1.it.printable)(one.deed)}`)),
        ...goesOn.map((deed) => c.yellow(`  still at work on its host when the run ended: ${(0, printable_1.it.printable)(deed)}`)),
        ...(more > 0 ? [c.dim(`  … and ${more} more`)] : []),
        '',
    ].join('\n');
}

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

/***/ }),

/***/ 838:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster-later.js");

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

/***/ 227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(542);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-log.js.map
