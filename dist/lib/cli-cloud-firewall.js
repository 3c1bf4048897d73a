/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 330:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(63);


/***/ }),

/***/ 63:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/cloud-firewall.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.cloudFirewall = cloudFirewall;
const cloud_firewall_1 = { get it() { return (__nccwpck_require__(84)["cloud-firewall"]); } };
const cloud_firewall_2 = { get it() { return (__nccwpck_require__(73)["cloud-firewall"]); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
/** What a cloud's own firewall has to let in, from the cluster file alone: no secrets, no network. */
async function cloudFirewall(context, options) {
    const cluster = await context.load(options.file);
    const rules = (0, cloud_firewall_1.it.cloudRules)(cluster);
    await context.result({ cluster: cluster.name, rules }, undefined);
    if (options.json)
        return 0;
    if (options.commands !== undefined) {
        // To be copied: a line is a command, however wide the terminal is.
        context.io.out.write(`${(0, cloud_firewall_2.it.cloudCommands)(rules, options.commands).join('\n')}\n`);
        return 0;
    }
    const { width = Infinity } = context.terminal(cluster, options.file);
    const under = (head, text) => (0, printable_1.it.wrap)(text, width - INDENT).map((line, index) => `  ${(index === 0 ? head : '').padEnd(INDENT - 2)}${line}`);
    let last;
    for (const row of (0, cloud_firewall_2.it.cloudRows)(rules)) {
        const on = (0, printable_1.it.printable)(row.machines === '' ? row.on : `${row.on}: ${row.machines}`);
        if (on !== last)
            context.say([...(last === undefined ? [] : ['']), ...(0, printable_1.it.wrap)(on, width).map(context.colors.bold)].join('\n'));
        last = on;
        context.say([...under('open', row.open), ...under('from', row.from), ...under('for', row.why)].join('\n'));
    }
    return 0;
}
const INDENT = 8;

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(330);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-cloud-firewall.js.map
