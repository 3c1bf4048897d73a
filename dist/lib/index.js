/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 46950:
/***/ ((module) => {

module.exports = require("./no-identity-tokens.js");

/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = require("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = require("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = require("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 53916:
/***/ ((module) => {

module.exports = require("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 26848:
/***/ ((module) => {

module.exports = require("node:readline/promises");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = require("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = require("zlib");

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
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			8792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);

/** The bundle's only entry: dist/NAME/index.js calls `run(NAME)`. Everything else is loaded when it is needed. */
const ENTRIES = {
    plan: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(2503)]).then(__nccwpck_require__.bind(__nccwpck_require__, 12503))).main,
    review: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(6672)]).then(__nccwpck_require__.bind(__nccwpck_require__, 86672))).main,
    firewall: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(5572)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35572))).main,
    'register-server': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(8293)]).then(__nccwpck_require__.bind(__nccwpck_require__, 88293))).main,
    'issue-token': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(8713)]).then(__nccwpck_require__.bind(__nccwpck_require__, 48713))).main,
    'install-role': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(2270)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32270))).main,
    'remove-server': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(2206)]).then(__nccwpck_require__.bind(__nccwpck_require__, 42206))).main,
    'rolling-restart': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(1697)]).then(__nccwpck_require__.bind(__nccwpck_require__, 21697))).main,
    drift: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(4701)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24701))).main,
    import: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8714), __nccwpck_require__.e(4096), __nccwpck_require__.e(6251), __nccwpck_require__.e(8280), __nccwpck_require__.e(4784), __nccwpck_require__.e(3533), __nccwpck_require__.e(2682), __nccwpck_require__.e(3886), __nccwpck_require__.e(2535), __nccwpck_require__.e(5024)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35024))).main,
    cli: async () => {
        const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(8280), __nccwpck_require__.e(3212), __nccwpck_require__.e(3886), __nccwpck_require__.e(6856)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96856));
        return () => main(process.argv.slice(2));
    },
};
/** Runs an action or the CLI and sets the exit code: 0 done, 1 failed, 2 bad input. */
async function run(name) {
    // Each host that is waited for listens for the end of the run. To Node 20 more than ten are a leak, and it tells the operator.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0);
    if (name !== 'cli')
        process.stdout.on('error', goOn);
    try {
        const load = ENTRIES[name];
        if (!load)
            throw new Error(`there is no entry point "${name}"`);
        process.exitCode = await (await load())();
    }
    catch (error) {
        process.exitCode = name === 'cli' ? await reportToTerminal(error) : await reportToRunner(error);
    }
}
/** A runner that is gone reads no log. What is at work goes on to its end: a server must not be left drained for that. */
function goOn(error) {
    if (error.code !== 'EPIPE')
        throw error;
}
async function reportToTerminal(error) {
    const { explain } = await __nccwpck_require__.e(/* import() */ 4268).then(__nccwpck_require__.bind(__nccwpck_require__, 24268));
    const { text, exitCode } = explain(error);
    process.stderr.write(`${text}\n`);
    return exitCode;
}
async function reportToRunner(error) {
    const [{ report }, { actionsLog }, { Secrets }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 4268).then(__nccwpck_require__.bind(__nccwpck_require__, 24268)),
        Promise.all(/* import() */[__nccwpck_require__.e(6251), __nccwpck_require__.e(1524)]).then(__nccwpck_require__.bind(__nccwpck_require__, 51524)),
        __nccwpck_require__.e(/* import() */ 1252).then(__nccwpck_require__.bind(__nccwpck_require__, 71252)),
    ]);
    return report(error, actionsLog(new Secrets()));
}
//# sourceMappingURL=main.js.map
module.exports = __webpack_exports__;
/******/ })()
;
//# sourceMappingURL=index.js.map