/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 343:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(20);


/***/ }),

/***/ 20:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/hosts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.trust = trust;
exports.documentOf = documentOf;
exports.linesOf = linesOf;
exports.renderHosts = renderHosts;
const picocolors_1 = { get it() { return (__nccwpck_require__(227).picocolors); } };
const host_keys_1 = { get it() { return (__nccwpck_require__(83)["host-keys"]); } };
const known_hosts_1 = { get it() { return (__nccwpck_require__(83)["known-hosts"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
/**
 * Shows which keys machines offer that known_hosts does not have, from here and from the main server, and prints the lines that
 * would make them known: for a person to look at and to commit. Trusts nobody.
 */
async function trust(context, options) {
    if (options.out !== undefined)
        await (0, files_1.it.checkOut)('--out', options.out, (0, files_1.it.otherFiles)(options));
    const cluster = await context.load(options.file);
    const credentials = await context.credentials({ ...options, withoutPbx: true, withoutKnownHosts: true });
    const config = context.session(cluster, credentials, options);
    const found = documentOf(cluster.name, await context.reading(() => context.engine.hostKeys(config)));
    await context.result(found, options.out);
    context.say(renderHosts(found, context.color));
    if (!options.json)
        for (const line of linesOf(found))
            context.io.out.write(`${line}\n`);
    return found.hosts.every(({ state }) => state === 'known' || state === 'new') ? exit_code_1.it.EXIT.ok : exit_code_1.it.EXIT.failed;
}
/** Pure: what was seen, for programs. */
function documentOf(cluster, sightings) {
    return {
        version: 1,
        cluster,
        hosts: sightings.map(({ machine: { name, address, ssh }, state }) => {
            const host = { name, address, port: ssh.port };
            if (state.is === 'known')
                return { ...host, state: 'known' };
            if (state.is === 'unseen')
                return { ...host, state: 'unseen', problem: state.why };
            const { here, there } = state;
            const compared = (0, host_keys_1.it.compareSightings)(state);
            return {
                ...host,
                state: state.is === 'changed' ? 'changed' : compared === 'different' ? 'different' : 'new',
                key: { type: (0, known_hosts_1.it.keyType)(here), fingerprint: (0, known_hosts_1.it.fingerprint)(here), line: (0, known_hosts_1.it.knownHostsLine)(address, ssh.port, here) },
                seenFrom: compared === 'alike' ? ['here', 'main-server'] : ['here'],
                ...(there !== undefined && !(0, reading_1.it.isKnown)(there) && { notSeenFromMainServer: there.unknown }),
                ...(there !== undefined && (0, reading_1.it.isKnown)(there) && { fingerprintFromMainServer: (0, known_hosts_1.it.fingerprint)(there) }),
            };
        }),
    };
}
const isAlike = ({ state, seenFrom = [] }) => state === 'new' && seenFrom.length > 1;
/** For known_hosts. What only one place has seen is a comment until somebody has compared it. */
function linesOf({ hosts }) {
    return hosts.flatMap((host) => {
        if (host.state !== 'new' || !host.key)
            return [];
        if (isAlike(host))
            return [host.key.line];
        return [
            `# ${host.name}: seen from one place; compare ${host.key.fingerprint}, then take the # away`,
            `#${host.key.line}`,
        ];
    });
}
/** For people. */
function renderHosts({ cluster, hosts }, color) {
    const c = (0, picocolors_1.it.createColors)(color);
    const text = [];
    for (const host of hosts) {
        if (host.state === 'known' || host.state === 'unseen')
            continue;
        text.push(`${c.bold(calledOf(host))}: ${stateOf(host, c)}`, ...(0, printable_1.it.printableLines)(keysOf(host).join('\n')), '');
    }
    // What keeps one from being seen often keeps others as well.
    const unseen = hosts.filter(({ state }) => state === 'unseen');
    for (const problem of new Set(unseen.map((host) => host.problem ?? ''))) {
        const whom = unseen.filter((host) => (host.problem ?? '') === problem).map(calledOf);
        text.push(`${c.bold((0, list_1.it.list)(whom, 8))}: ${c.red('not seen')}`, ...(0, printable_1.it.printableLines)(problem).map((line) => `  ${line}`), '');
    }
    const known = hosts.filter(({ state }) => state === 'known').length;
    const fresh = hosts.filter(({ state }) => state === 'new');
    const alone = fresh.filter((host) => !isAlike(host));
    const bad = hosts.filter(({ state }) => state === 'different' || state === 'changed');
    if (alone.length > 0)
        text.push(`Compare what one place alone has seen on the machine itself: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub (${(0, list_1.it.list)(alone.map(({ name }) => (0, printable_1.it.printable)(name)), 8)})`);
    if (bad.length > 0)
        text.push(c.red(`Trust none of these until you know why: ${(0, list_1.it.list)(bad.map(({ name }) => (0, printable_1.it.printable)(name)), 8)}`));
    text.push(fresh.length === 0
        ? `${cluster}: ${known} of ${(0, list_1.it.plural)(hosts.length, 'machine')} known; there is nothing to add.`
        : `${cluster}: ${known} of ${(0, list_1.it.plural)(hosts.length, 'machine')} known; ${fresh.length === 1 ? 'the line of a new one goes' : `the lines of ${fresh.length} new ones go`} to standard output (>> known_hosts), for you to look at and to commit.`);
    return text.join('\n');
}
function calledOf({ name, address, port }) {
    return `${(0, printable_1.it.printable)(name)} (${(0, printable_1.it.printable)(address)}${port === 22 ? '' : `, port ${port}`})`;
}
/** A line for each place */
function keysOf({ key, fingerprintFromMainServer: there, notSeenFromMainServer: why }) {
    return [
        ...(key ? [`  from here:        ${key.type} ${key.fingerprint}`] : []),
        ...(there === undefined ? [] : [`  from main server: ${key?.type ?? ''} ${there}`]),
        ...(why === undefined ? [] : [`  from main server: not seen (${why})`]),
    ];
}
function stateOf({ state, seenFrom = [] }, c) {
    switch (state) {
        case 'known':
            return 'known';
        case 'new':
            return seenFrom.length > 1
                ? c.green('new, the same key from both places')
                : c.yellow('new, seen from one place alone');
        case 'different':
            return c.red('NOT THE SAME KEY from both places: somebody may be in between');
        case 'changed':
            return c.red('known_hosts has another key: the machine was installed again, or somebody is in between');
        case 'unseen':
            return c.red('not seen');
    }
}

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

/***/ }),

/***/ 316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

/***/ }),

/***/ 83:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(343);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-hosts.js.map
