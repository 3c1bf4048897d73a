/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 866:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(457);


/***/ }),

/***/ 457:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-whole-life.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.wholeLife = wholeLife;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const article_1 = { get it() { return (__nccwpck_require__(60).article); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const demo_checks_1 = { get it() { return (__nccwpck_require__(557)["demo-checks"]); } };
const demo_steps_1 = { get it() { return (__nccwpck_require__(557)["demo-steps"]); } };
const BROKEN = 'meeting-server-1';
const LEAVING = 'media-server-2';
/** The one tag that PortSIP documents; it moves with each release. */
const NEW_IMAGE = { reference: 'portsip/pbx:22', version: '22.8.0' };
const SBCS = [
    { name: 'sbc-1', address: '192.168.1.28', publicAddress: '72.247.113.11' },
    { name: 'sbc-2', address: '192.168.1.29', publicAddress: '72.247.113.12' },
];
const NEW_ADDRESS = '192.168.1.30';
/** All else that happens to a cluster, with people on the phone. Goes on where the first days ended. */
async function wholeLife(story) {
    story.write((file) => (file['restart'] = { drain_timeout: demo_steps_1.it.DRAIN_TIMEOUT }));
    await (0, demo_steps_1.it.restartUnderCalls)(story);
    await serverThatStaysAway(story);
    await repair(story);
    await removal(story);
    await upgrade(story);
    await rotation(story);
    await borderController(story);
    await move(story);
    if (story.sandbox.world.placedCalls === 0)
        story.expect('nobody called');
}
async function serverThatStaysAway(story) {
    const { context, sandbox } = story;
    story.heading(`${BROKEN} is restarted and does not come back: the rest serves`);
    sandbox.host(BROKEN).faults.crash = true;
    const asked = (0, demo_steps_1.it.restartOf)(['meeting', 'ivr'], 'a new certificate');
    const plan = await story.plan(asked);
    story.expect((0, demo_checks_1.it.stoppedAt)(`restart/${BROKEN}`, plan, await story.run(plan, asked)));
    const report = await story.status();
    await story.showStatus(report);
    story.expect((0, demo_checks_1.it.onlyAway)(BROKEN, report));
    for (const role of roles_1.it.LISTED_ROLES)
        if (!sandbox.world.placeCall(role, demo_steps_1.it.CALL_MS))
            story.expect(`a call that needed ${(0, article_1.it.withArticle)(`${role} server`)} was refused`);
    context.say(`A call to each of ${(0, list_1.it.list)(roles_1.it.LISTED_ROLES)} went through. ${(0, demo_checks_1.it.callsLine)((0, demo_steps_1.it.calls)(story))}`);
    story.expect((0, demo_checks_1.it.lostCalls)((0, demo_steps_1.it.calls)(story)));
}
async function repair(story) {
    story.heading(`Its fault is fixed: the next deploy brings ${BROKEN} back`);
    story.sandbox.host(BROKEN).faults.crash = false;
    const plan = await story.plan();
    await story.showPlan(plan);
    await story.deploy(plan);
    await story.expectAllUp();
}
async function removal(story) {
    const { sandbox } = story;
    story.heading(`${LEAVING} leaves cluster.yaml, with calls on it`);
    story.write((file) => (file.servers = file.servers.filter(({ name }) => name !== LEAVING)));
    story.showEdit([`-   - name: ${LEAVING}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    sandbox.world.addCalls(LEAVING, 2, demo_steps_1.it.CALL_MS);
    await story.deploy(plan);
    if (sandbox.host(LEAVING).container('portsip.mediaserver'))
        story.expect(`${LEAVING} still runs`);
    await (0, demo_steps_1.it.settled)(story);
}
async function upgrade(story) {
    const { sandbox } = story;
    story.heading(`The whole cluster is upgraded to ${NEW_IMAGE.version}: images first, then the PBX, then one after the other`);
    sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
    story.write((file) => {
        file.pbx['image'] = NEW_IMAGE.reference;
        file.pbx['version'] = NEW_IMAGE.version;
    });
    story.showEdit([`+   image: ${NEW_IMAGE.reference}`, `+   version: ${NEW_IMAGE.version}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    sandbox.world.addCalls('media-server-1', 4, demo_steps_1.it.CALL_MS);
    await story.deploy(plan);
    const report = await (0, demo_steps_1.it.settled)(story);
    const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
    if (old.length > 0)
        story.expect(`still old: ${(0, list_1.it.list)(old.map(({ name }) => name))}`);
    if (report.pbx.version !== NEW_IMAGE.version)
        story.expect('the PBX itself is still old');
}
async function rotation(story) {
    const { sandbox } = story;
    story.heading('The IM token is replaced: the IM server gets the new one, and nobody gets to see it');
    const before = sandbox.pbx.state.imToken;
    const plan = await story.plan({ rotate: ['im'] });
    await story.deploy(plan, { rotate: ['im'] });
    const { imToken } = sandbox.pbx.state;
    if (!imToken || imToken === before)
        story.expect('the token is still the old one');
    const args = sandbox.host('im-server-1').container('portsip.instantmessage')?.args ?? [];
    if (!imToken || !args.includes(imToken))
        story.expect('the IM server does not run with the new token');
    await (0, demo_steps_1.it.settled)(story);
}
async function borderController(story) {
    const { context, sandbox } = story;
    story.heading(`Two session border controllers come for callers on WebRTC; one is restarted, and both leave again`);
    const servers = SBCS.map(({ name, address, publicAddress }) => ({
        ...{ name, role: 'sbc', private_ip: address, public_ip: publicAddress },
    }));
    for (const { name, address, publicAddress } of SBCS)
        await sandbox.addHost({ name, address, publicAddress });
    story.write((file) => {
        file.servers.push(...servers);
        file['sbc'] = { web_domain: 'sbc.example.com' };
    });
    story.showEdit(SBCS.map(({ name, address }) => `+   - { name: ${name}, role: sbc, private_ip: ${address} }`));
    const coming = await story.plan();
    await story.showPlan(coming);
    await story.deploy(coming);
    for (const { name } of SBCS) {
        if (!sandbox.host(name).container('portsip.sbc')?.running)
            story.expect(`${name} does not run`);
        sandbox.connectSbc(name);
    }
    context.say('A person types the token into the portal of each.');
    const asked = { restart: { roles: [], servers: ['sbc-1'], pbx: false, reason: 'a new certificate' } };
    const plan = await story.plan(asked);
    await story.deploy(plan, asked);
    await (0, demo_steps_1.it.settled)(story);
    story.write((file) => (file.servers = file.servers.filter(({ role }) => role !== 'sbc')));
    await story.deploy(await story.plan());
    for (const { name } of SBCS)
        if (sandbox.host(name).container('portsip.sbc'))
            story.expect(`${name} is still there`);
    await (0, demo_steps_1.it.settled)(story);
}
async function move(story) {
    story.heading(`The PBX moves to ${NEW_ADDRESS}: every server is told`);
    const { sandbox } = story;
    const before = sandbox.world.main.address;
    sandbox.moveMain(NEW_ADDRESS);
    story.write();
    story.showEdit([`-   private_ip: ${before}`, `+   private_ip: ${NEW_ADDRESS}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    await story.deploy(plan);
    const report = await (0, demo_steps_1.it.settled)(story);
    await story.showStatus(report);
}

/***/ }),

/***/ 557:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-common.js");

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(866);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-demo-whole-life.js.map
