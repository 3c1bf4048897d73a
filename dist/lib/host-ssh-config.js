/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 313:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(110);


/***/ }),

/***/ 110:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/ssh-config.ts
/*
 * OpenSSH's client configuration, as far as it says how a person reaches a machine. Nothing in it is ever run: `Match` blocks are
 * passed over, and so is ProxyCommand. Source: ssh_config(5).
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseSshConfig = parseSshConfig;
exports.ownWay = ownWay;
/** Of several texts, such as a file and what it includes, in their order. */
function parseSshConfig(text) {
    const blocks = [{ patterns: ['*'], settings: [] }];
    let current = blocks[0];
    for (const raw of text.split(/\r?\n/)) {
        const line = /^\s*([A-Za-z]+)(?:\s*=\s*|\s+)(.*?)\s*$/.exec(raw);
        const [, keyword = '', value = ''] = line ?? [];
        const name = keyword.toLowerCase();
        if (name === 'match')
            current = undefined;
        else if (name === 'host')
            blocks.push((current = { patterns: words(value), settings: [] }));
        else if (name !== '')
            current?.settings.push([name, words(value)[0] ?? '']);
    }
    return blocks;
}
/**
 * What the blocks say of a machine by any of its names, the first of a kind first. A block for all hosts (`*`) knows nothing of
 * these machines: of it only keys count.
 */
function ownWay(blocks, names) {
    const said = blocks.flatMap((block) => {
        if (!names.some((name) => matches(block.patterns, name)))
            return [];
        const forAll = block.patterns.every((pattern) => pattern === '*');
        return forAll ? block.settings.filter(([name]) => name === 'identityfile') : block.settings;
    });
    const first = (keyword) => said.find(([name]) => name === keyword)?.[1];
    const [host, user, jump, port] = [first('hostname'), first('user'), first('proxyjump'), Number(first('port'))];
    return {
        ...(host && { host: host.replaceAll('%h', names.at(-1) ?? '') }),
        ...(user && { user }),
        ...(jump && { jump }),
        ...(Number.isInteger(port) && port > 0 && port < 65_536 && { port }),
        identityFiles: said.flatMap(([name, value]) => (name === 'identityfile' && value ? [value] : [])),
    };
}
/** Words, some of them in quotes; what follows a # of its own is a comment. */
function words(text) {
    const found = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const comment = found.findIndex((word) => word.startsWith('#'));
    return comment < 0 ? found : found.slice(0, comment);
}
function matches(patterns, name) {
    if (patterns.some((pattern) => pattern.startsWith('!') && glob(pattern.slice(1), name)))
        return false;
    return patterns.some((pattern) => !pattern.startsWith('!') && glob(pattern, name));
}
function glob(pattern, name) {
    // Runs of * are one: no pattern takes long.
    const source = pattern
        .replace(/\*+/g, '*')
        .split('')
        .map((letter) => (letter === '*' ? '[^]*?' : letter === '?' ? '[^]' : letter.replace(/[^\w]/g, '\\$&')))
        .join('');
    return new RegExp(`^${source}$`, 'i').test(name);
}

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(313);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=host-ssh-config.js.map
