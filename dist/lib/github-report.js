/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 351:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(268);


/***/ }),

/***/ 268:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/report.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.errorsIn = void 0;
exports.explain = explain;
exports.report = report;
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** What went wrong, for people: never a stack trace unless it is a fault of ours. */
function explain(error) {
    // By name and not by class: this must also work on what another copy of the module threw.
    if (error instanceof Error) {
        if (error.name === 'ClusterFileError' && 'problems' in error)
            return { text: error.message, exitCode: 2, problems: error.problems };
        if (error.name === 'InputError')
            return { text: error.message, exitCode: 2 };
        if (['HostError', 'PbxError', 'GithubError', 'StageError'].includes(error.name))
            return { text: error.message, exitCode: 1 };
        if (error.name === 'AbortError')
            return { text: 'cancelled: what runs on hosts goes on; the next run picks it up', exitCode: 1 };
    }
    const message = error instanceof Error ? error.message : String(error);
    if (isUnwritable(error))
        return {
            text: `This machine cannot write a file: ${message}. Free some space and run it again: what was done is done, and the next run carries on`,
            exitCode: 1,
        };
    return {
        text: `unexpected error, please report it: ${message}`,
        exitCode: 1,
        ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
    };
}
/** Several errors, each with the lines that are indented below it. */
const errorsIn = (text) => text.split(/\n(?! )/);
exports.errorsIn = errorsIn;
/** The disk of the machine that we run on is full, over its quota or read-only. */
function isUnwritable(error) {
    const code = (0, unknown_1.it.codeOf)(error);
    return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS';
}
/** Prints it for a runner, annotated where a file is wrong; returns the exit code. */
function report(error, log) {
    const { text, exitCode, problems, stack } = explain(error);
    if (problems && 'problems' in log)
        log.problems(problems);
    else
        for (const one of (0, exports.errorsIn)(text))
            log.error(one);
    if (stack)
        log.debug(stack);
    return exitCode;
}

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(351);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=github-report.js.map
