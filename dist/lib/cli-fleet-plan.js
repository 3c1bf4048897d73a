/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 354:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(47);


/***/ }),

/***/ 47:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet-plan.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetPlan = fleetPlan;
const options_1 = { get it() { return (__nccwpck_require__(860).options); } };
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const fleet_plans_1 = { get it() { return (__nccwpck_require__(84)["fleet-plans"]); } };
const fleet_plan_table_1 = { get it() { return (__nccwpck_require__(73)["fleet-plan-table"]); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const fleet_look_1 = { get it() { return (__nccwpck_require__(557)["fleet-look"]); } };
/** What a deploy of each cluster would do. Changes nothing. */
async function fleetPlan(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const looked = await (0, fleet_look_1.it.lookAtFleet)(context, options, async (config) => (await context.engine.look(config, options_1.it.DEFAULT_OPTIONS)).plan);
    const shown = looked
        .map(({ file, name, wave, ...one }) => {
        // Where a job of it would run is nothing to a terminal.
        const place = { file, name, wave, runner: [], environment: '' };
        if ('problem' in one)
            return { ...place, plan: { known: false, why: 'missing' }, problem: one.problem };
        return { ...place, plan: (0, fleet_plans_1.it.knownPlan)(one.seen), made: context.secrets.redactIn(one.seen) };
    })
        .sort(fleet_plans_1.it.byWeight);
    const document = {
        version: 1,
        clusters: shown.map(({ file, name, wave, made, problem }) => ({
            ...{ file, name, wave },
            ...(made && { plan: (0, document_1.it.planDocument)(made) }),
            ...(problem !== undefined && { problem }),
        })),
    };
    await context.result(document, options.out);
    if (!context.options.json)
        context.say((0, fleet_plan_table_1.it.renderFleetPlanTable)(shown, context.screen()));
    if (shown.some(({ made }) => !made || made.warnings.some(finding_1.it.isBlocking)))
        return exit_code_1.it.EXIT.hindered;
    return options.exitCode && !shown.every(fleet_plans_1.it.isEmpty) ? exit_code_1.it.EXIT.changes : exit_code_1.it.EXIT.ok;
}

/***/ }),

/***/ 557:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-common.js");

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(354);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-fleet-plan.js.map
