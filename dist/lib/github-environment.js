/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 596:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(617);


/***/ }),

/***/ 617:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/github/environment.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fromEnvironment = fromEnvironment;
exports.maskEnvironment = maskEnvironment;
exports.shaped = shaped;
const input_table_1 = { get it() { return __nccwpck_require__(420); } };
const line_ends_1 = { get it() { return (__nccwpck_require__(60)["line-ends"]); } };
/** What the variable of an input holds; empty is as good as none. */
function fromEnvironment(name, env) {
    const row = input_table_1.it.INPUTS[name];
    return shaped(row, env[input_table_1.it.INPUTS[name].variable] ?? '') || undefined;
}
/** All secrets of the environment, whoever asks for them and whatever wins over them. */
function maskEnvironment(secrets, env) {
    for (const row of Object.values(input_table_1.it.INPUTS))
        if (row.secret && row.variable)
            secrets.add(shaped(row, env[row.variable] ?? ''));
}
/** Text as it was meant, whatever a form field or a shell made of it. Files end with a line end. */
function shaped({ kind, secret }, text) {
    if (kind === 'file')
        return text.trim() && `${(0, line_ends_1.it.sameLineEnds)(text).trim()}\n`;
    // A line end comes along when a secret is pasted from a file; other white space may belong to it.
    return secret ? text.replace(/[\r\n]+$/, '') : text.trim();
}

/***/ }),

/***/ 420:
/***/ (function (module) {

"use strict";
module.exports = require("./github-input-table.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(596);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=github-environment.js.map
