/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 296:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'concurrency'() {
    return __nccwpck_require__(14);
  },
  get 'internet'() {
    return __nccwpck_require__(472);
  },
  get 'reading'() {
    return __nccwpck_require__(897);
  },
  get 'refusals'() {
    return __nccwpck_require__(118);
  },
};


/***/ }),

/***/ 14:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/concurrency.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.concurrencyOf = concurrencyOf;
const node_os_1 = __nccwpck_require__(161);
/** Of hosts at once that one processor keeps up with: handshakes are a few milliseconds each, and a script is waited for at no cost. */
const FOR_EACH_PROCESSOR = 100;
/** More at once, and those that answer last would be taken for dead while the first are still listened to. */
const MOST = 400;
/** How many hosts to work on at once: as many as somebody said, 0 for as many as this machine can. */
function concurrencyOf(asked, processors = (0, node_os_1.availableParallelism)()) {
    return asked > 0 ? asked : Math.min(MOST, FOR_EACH_PROCESSOR * Math.max(1, processors));
}

/***/ }),

/***/ 472:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/internet.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.internet = void 0;
const node_dns_1 = { get it() { return __nccwpck_require__(610); } };
const node_net_1 = { get it() { return __nccwpck_require__(30); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const reading_1 = __nccwpck_require__(897);
const DNS_MS = 2000;
const CONNECT_MS = 3000;
/** Where telephones look for a name's servers (RFC 3263), and Microsoft Teams for nothing else */
const SERVICES = ['_sips._tcp', '_sip._tls', '_sip._tcp'];
exports.internet = {
    async addressesOf(name) {
        const resolver = new node_dns_1.it.promises.Resolver({ timeout: DNS_MS, tries: 1 });
        try {
            const own = await hostAddresses(resolver, name);
            if (own.length > 0)
                return own;
            const records = await Promise.all(SERVICES.map((service) => none(resolver.resolveSrv(`${service}.${name}`))));
            const targets = [...new Set(records.flat().map((record) => record.name))];
            return (await Promise.all(targets.map((target) => hostAddresses(resolver, target)))).flat();
        }
        catch (error) {
            return (0, reading_1.unknown)(error instanceof Error ? error.message : String(error));
        }
    },
    answers: (address, port) => new Promise((resolve) => {
        const socket = (0, node_net_1.it.connect)({ host: address, port, timeout: CONNECT_MS });
        const end = (answered) => {
            socket.destroy();
            resolve(answered);
        };
        socket.once('connect', () => end(true));
        socket.once('timeout', () => end(false));
        socket.once('error', () => end(false));
    }),
};
async function hostAddresses(resolver, name) {
    const found = await Promise.all([none(resolver.resolve4(name)), none(resolver.resolve6(name))]);
    return found.flat().map(addresses_1.it.normalise);
}
/** That there is no such record is an answer; that nobody answered is none. */
async function none(asked) {
    try {
        return await asked;
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'ENOTFOUND' || code === 'ENODATA')
            return [];
        throw error;
    }
}

/***/ }),

/***/ 897:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/reading.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.unknown = unknown;
exports.seen = seen;
exports.isKnown = isKnown;
function unknown(why) {
    return { unknown: why };
}
/** What was read as far as it is known: where to be unknown is as good as not to be there, as in what is shown. */
function seen(reading) {
    return isKnown(reading) ? reading : undefined;
}
function isKnown(reading) {
    return typeof reading !== 'object' || reading === null || !('unknown' in reading);
}

/***/ }),

/***/ 118:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/refusals.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.OWN_REFUSALS = exports.REFUSED_MS = void 0;
exports.keptRefusals = keptRefusals;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** As long as the PBX would block the address */
exports.REFUSED_MS = 3_600_000;
const MOST = 50;
const FILE = 'refused-sign-ins.json';
/** `folder`: for other processes to know as well. It is not made before there is something to keep. */
function keptRefusals(folder = () => undefined, now = Date.now) {
    const fileIn = (at) => (at === undefined ? undefined : (0, node_path_1.join)(at, FILE));
    let own = [];
    const current = async () => {
        const file = fileIn(folder(false));
        const written = file === undefined ? '[]' : await (0, promises_1.it.readFile)(file, 'utf8').catch(() => '[]');
        const all = [...own, ...parse(written).filter(({ hash }) => !own.some((one) => one.hash === hash))];
        return all.filter(({ at }) => at <= now() && now() - at < exports.REFUSED_MS);
    };
    return {
        get file() {
            return fileIn(folder(false));
        },
        async at(account) {
            for (const { salt, hash, at } of await current())
                if ((await digest(account, salt)) === hash)
                    return at;
            return undefined;
        },
        async note(account) {
            const salt = (0, node_crypto_1.it.randomBytes)(16).toString('hex');
            own = [...(await current()), { salt, hash: await digest(account, salt), at: now() }].slice(-MOST);
            const file = fileIn(folder(true));
            if (file === undefined)
                return;
            const part = `${file}.${process.pid}`;
            // Without it this process still knows.
            await (0, promises_1.it.writeFile)(part, JSON.stringify(own), { mode: 0o600 })
                .then(() => (0, promises_1.it.rename)(part, file))
                .catch(() => undefined);
        },
    };
}
/** What this process knows, for whoever gives no other */
exports.OWN_REFUSALS = keptRefusals();
/** Slow on purpose: what is kept must not help anybody to find the password. */
function digest({ origin, username, password }, salt) {
    return new Promise((resolve, reject) => (0, node_crypto_1.it.scrypt)(JSON.stringify([origin, username, password]), salt, 32, (error, key) => error ? reject(error) : resolve(key.toString('hex'))));
}
function parse(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return [];
    }
    if (!Array.isArray(value))
        return [];
    return value.slice(-MOST).flatMap((entry) => {
        if (!(0, unknown_1.it.isObject)(entry))
            return [];
        const { salt, hash, at } = entry;
        return typeof salt === 'string' && typeof hash === 'string' && typeof at === 'number' ? [{ salt, hash, at }] : [];
    });
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ (function (module) {

"use strict";
module.exports = require("node:dns");

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 30:
/***/ (function (module) {

"use strict";
module.exports = require("node:net");

/***/ }),

/***/ 161:
/***/ (function (module) {

"use strict";
module.exports = require("node:os");

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
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(296);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=host-start.js.map
