/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 767:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(18);


/***/ }),

/***/ 18:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/import.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.importFile = importFile;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const terminal_1 = { get it() { return (__nccwpck_require__(73).terminal); } };
const document_1 = { get it() { return (__nccwpck_require__(84).document); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/** Writes the cluster file of a cluster that runs. Changes nothing there, but for the record with --adopt. */
async function importFile(context, options) {
    const { io, options: told } = context;
    const { out, adopt = false, force = false } = options;
    if (out !== undefined)
        await (0, files_1.it.checkPlace)('--out', out, (0, files_1.it.otherFiles)(options));
    if (out !== undefined && !force && (await exists(out)))
        throw new types_1.it.InputError(`${out} is there already and is not overwritten: give another --out, or --force`);
    const credentials = await context.credentials(options);
    const config = context.connection(credentials, options);
    const imported = await context.reading(() => context.engine.importCluster(config, requested(options)));
    const { cluster } = imported;
    const { text, plan, leftOut } = context.secrets.redactIn(imported);
    if (out !== undefined)
        await (0, files_1.it.writeOut)('--out', out, text);
    // After the file is there: what is managed and in no file would be removed.
    const adopted = adopt ? await context.engine.adopt({ cluster, ...config }) : undefined;
    const document = {
        ...{ version: 1, cluster: cluster.name, text, leftOut, adopted: adopted ?? null, plan: (0, document_1.it.planDocument)(plan) },
    };
    if (told.json)
        await context.result(document, undefined);
    else if (out === undefined)
        io.out.write(text);
    const findings = plan.warnings.filter(({ severity }) => severity !== 'note');
    if (findings.length > 0)
        context.say((0, terminal_1.it.renderFindings)(findings, context.terminal(cluster, out ?? 'cluster.yaml')));
    for (const line of leftOut)
        context.say(context.colors.yellow(`Not in the file: ${(0, printable_1.it.printable)(line)}`));
    if (adopted !== undefined)
        context.say(`Adopted: ${adopted}.`);
    const file = out ?? 'the file';
    const what = [
        ...(plan.changes.length > 0 ? [`make ${(0, list_1.it.plural)(plan.changes.length, 'change')}`] : []),
        ...(plan.changedSettings.length > 0 ? [`change ${(0, list_1.it.plural)(plan.changedSettings.length, 'setting')}`] : []),
    ];
    const found = `${cluster.name}: ${(0, list_1.it.plural)(cluster.servers.length, 'server')}.`;
    context.say(what.length === 0
        ? `${found} A deploy of ${file} changes nothing.`
        : context.colors.yellow(`${found} A deploy of ${file} would ${(0, list_1.it.list)(what)}: its comments say which, \`plan\` shows all.`));
    return 0;
}
function requested(options) {
    const { name, pbx, api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes, host } = options;
    return {
        name,
        pbx,
        hosts: host,
        ...(api !== undefined && { api }),
        ...(sshUser !== undefined && { sshUser }),
        ...(sshPort !== undefined && { sshPort }),
        ...(jumpHost !== undefined && { jumpHost }),
        ...(scriptsPath !== undefined && { scriptsPath }),
        ...(controlNode !== undefined && { controlNode }),
        ...(nodes.length > 0 && { nodes }),
    };
}
async function exists(path) {
    return (0, promises_1.it.access)(path).then(() => true, () => false);
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

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(767);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-import.js.map
