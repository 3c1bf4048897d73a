/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 763:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(290);


/***/ }),

/***/ 290:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/fleet-status.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fleetStatus = fleetStatus;
const node_path_1 = __nccwpck_require__(760);
const finding_1 = { get it() { return (__nccwpck_require__(426).finding); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const fleet_page_1 = { get it() { return (__nccwpck_require__(73)["fleet-page"]); } };
const fleet_status_1 = { get it() { return (__nccwpck_require__(73)["fleet-status"]); } };
const status_page_1 = { get it() { return (__nccwpck_require__(73)["status-page"]); } };
const document_1 = { get it() { return (__nccwpck_require__(723).document); } };
const fleet_1 = { get it() { return (__nccwpck_require__(723).fleet); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const fleet_look_1 = { get it() { return (__nccwpck_require__(557)["fleet-look"]); } };
/** Many clusters at a glance. Changes nothing. */
async function fleetStatus(context, options) {
    const { out, html, pages } = options;
    if (out !== undefined)
        await (0, files_1.it.checkOut)('--out', out, (0, files_1.it.otherFiles)(options));
    if (html !== undefined)
        await (0, files_1.it.checkOut)('--html', html, { ...(0, files_1.it.otherFiles)(options), 'the file of --out': out });
    if (pages !== undefined)
        await (0, files_1.it.checkFolder)('--pages', pages);
    if (pages !== undefined && html === undefined)
        throw new input_error_1.it.InputError("--pages: give --html FILE as well, the page that leads to each cluster's");
    const looked = await (0, fleet_look_1.it.lookAtFleet)(context, options, (config) => context.engine.status(config, []));
    const sights = (0, fleet_1.it.worstFirst)(looked.map(({ file, name, wave, ...one }) => {
        const place = { file, name, wave };
        if ('problem' in one)
            return { ...place, known: false, why: 'failed', problem: one.problem };
        return { ...place, known: true, status: context.secrets.redactIn((0, document_1.it.statusDocument)(one.seen)) };
    }));
    await context.result(documentOf(sights), out);
    if (html !== undefined)
        await writePages(context, sights, html, pages);
    if (!context.options.json)
        context.say((0, fleet_status_1.it.renderFleetStatus)(sights, context.screen()));
    if (sights.some(isHindered))
        return exit_code_1.it.EXIT.hindered;
    return options.exitCode && sights.some((sight) => (0, fleet_1.it.rowOf)(sight).changes !== 0) ? exit_code_1.it.EXIT.changes : exit_code_1.it.EXIT.ok;
}
/** Not all of it could be seen, it is not healthy, or a deploy would be kept from something. */
function isHindered(sight) {
    return !sight.known || sight.status.health.healthy !== true || sight.status.findings.some(finding_1.it.isBlocking);
}
function documentOf(sights) {
    return {
        version: 1,
        clusters: sights.map(({ file, name, wave, ...sight }) => ({
            ...{ file, name, wave },
            healthy: sight.known ? sight.status.health.healthy : 'unknown',
            ...(sight.known && { status: sight.status }),
            ...(!sight.known && sight.why === 'failed' && { problem: sight.problem }),
        })),
    };
}
async function writePages(context, sights, html, pages) {
    const links = new Map();
    if (pages !== undefined)
        for (const sight of sights) {
            if (!sight.known)
                continue;
            const path = (0, node_path_1.join)(pages, `${sight.name}.html`);
            await (0, files_1.it.checkOut)('--html', path);
            await (0, files_1.it.writeOut)('--pages', path, (0, status_page_1.it.statusPage)(sight.status, Date.parse(sight.status.at)));
            links.set(sight.name, (0, files_1.it.linkTo)(html, path));
        }
    await (0, files_1.it.writeOut)('--html', html, (0, fleet_page_1.it.fleetPage)(sights, { at: context.io.now(), links }));
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

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 73:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 723:
/***/ (function (module) {

"use strict";
module.exports = require("./status.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(763);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-fleet-status.js.map
