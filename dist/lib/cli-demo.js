/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 637:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(320);


/***/ }),

/***/ 320:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.demo = demo;
const node_fs_1 = __nccwpck_require__(24);
const node_os_1 = __nccwpck_require__(161);
const node_path_1 = __nccwpck_require__(760);
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const demo_story_1 = { get it() { return (__nccwpck_require__(557)["demo-story"]); } };
const NEW_SERVER = {
    name: 'media-server-2',
    role: 'media',
    address: '192.168.1.27',
    publicAddress: '104.101.137.61',
};
/** Of the sandbox's pulls and stops; slow enough to be seen, fast enough for half a minute in all */
const PACE = 0.3;
/** The guide's seven machines in this process: deploys them, scales out, and sees that nothing is left to do. */
async function demo(context, options) {
    const { wholeLife, highAvailability } = options;
    if (wholeLife && highAvailability)
        throw new types_1.it.InputError('--whole-life and --high-availability are two stories: choose one');
    const startedAt = context.io.now();
    const folder = (0, node_fs_1.mkdtempSync)((0, node_path_1.join)((0, node_os_1.tmpdir)(), 'portsip-cluster-demo-'));
    const { highAvailabilityTopology, startSandbox } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(336).index)));
    const { clock } = context.io;
    const sandbox = await startSandbox({
        ...(clock && { clock }),
        // The long ones have more to show in their minute and a half.
        ...(wholeLife || highAvailability ? { pace: PACE / 3, onlineDelayMs: 200 } : { pace: PACE, onlineDelayMs: 400 }),
        ...(highAvailability && { topology: highAvailabilityTopology() }),
    });
    const story = new demo_story_1.it.Story(context, sandbox, folder);
    const cleanUp = async () => {
        context.progress.close();
        await sandbox.close();
        (0, node_fs_1.rmSync)(folder, { recursive: true, force: true });
    };
    const release = context.io.onInterrupt(() => {
        if (!story.listens)
            void cleanUp().finally(() => context.io.exit(exit_code_1.it.EXIT.interrupted));
    });
    try {
        if (!options.serve) {
            if (highAvailability)
                await (await Promise.resolve().then(() => __importStar(__nccwpck_require__(584)))).highAvailability(story);
            else
                await firstDays(story);
            if (wholeLife)
                await (await Promise.resolve().then(() => __importStar(__nccwpck_require__(614)))).wholeLife(story);
            context.say(context.colors.dim(`The demo took ${(0, duration_1.it.duration)(context.io.now() - startedAt)}.`));
        }
        if (options.serve || options.keep)
            await story.serve();
        return 0;
    }
    catch (error) {
        if (!(error instanceof demo_story_1.it.Mismatch))
            throw error;
        context.progress.close();
        context.io.err.write(`Error: the demo did not end as it should: ${error.message}\n`);
        return 1;
    }
    finally {
        release();
        await cleanUp();
    }
}
async function firstDays(story) {
    const { context, sandbox } = story;
    context.say("A PBX and six empty Linux hosts run in this process, with PortSIP's REST API, SSH and firewalls of their own.\n" +
        'Nothing leaves this machine. What follows is what would happen to your own cluster.');
    story.heading('The first deploy: six servers join the PBX');
    const first = await story.plan();
    context.say(`Plan: ${(0, counts_1.it.countsLine)(first.changes)}.`);
    context.say('');
    await story.deploy(first);
    await story.expectAllUp();
    story.heading(`A pull request adds ${NEW_SERVER.name} to cluster.yaml: this plan is its comment`);
    await sandbox.addHost(NEW_SERVER);
    story.write();
    const { name, role, address, publicAddress } = NEW_SERVER;
    story.showEdit([
        `+   - name: ${name}`,
        `+     role: ${role}`,
        `+     private_ip: ${address}`,
        `+     public_ip: ${publicAddress}`,
    ]);
    const scaleOut = await story.plan();
    await story.showPlan(scaleOut);
    for (const id of [`server/${name}`, `role/${name}`])
        if (!scaleOut.changes.some((change) => change.id === id))
            throw new demo_story_1.it.Mismatch(`the plan lacks ${id}`);
    story.heading('It is merged: the deploy does what the plan said');
    await story.deploy(scaleOut);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new demo_story_1.it.Mismatch(`a second plan still has ${(0, list_1.it.list)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await story.expectAllUp());
}

/***/ }),

/***/ 557:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-common.js");

/***/ }),

/***/ 584:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-demo-high-availability.js");

/***/ }),

/***/ 614:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-demo-whole-life.js");

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

/***/ 73:
/***/ (function (module) {

"use strict";
module.exports = require("./render.js");

/***/ }),

/***/ 336:
/***/ (function (module) {

"use strict";
module.exports = require("./sandbox.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 24:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs");

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
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(637);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-demo.js.map
