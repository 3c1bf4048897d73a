/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 872:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(737);


/***/ }),

/***/ 737:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/demo-high-availability.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.highAvailability = highAvailability;
const counts_1 = { get it() { return (__nccwpck_require__(73).counts); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const demo_checks_1 = { get it() { return (__nccwpck_require__(557)["demo-checks"]); } };
const demo_steps_1 = { get it() { return (__nccwpck_require__(557)["demo-steps"]); } };
const demo_story_1 = { get it() { return (__nccwpck_require__(557)["demo-story"]); } };
const NEW_SERVER = {
    name: 'media-server-3',
    role: 'media',
    address: '192.168.1.148',
    publicAddress: '104.101.137.62',
};
const NEXT_NODE = 'pbx02';
const LEAVING = 'queue-server-1';
const NEW_IMAGE = { reference: 'portsip/pbx:22.7', version: '22.7.0' };
/** A PBX of three nodes behind a virtual IP, and what happens to its cluster. */
async function highAvailability(story) {
    const { context, sandbox } = story;
    const { nodes } = sandbox;
    if (!nodes)
        throw new demo_story_1.it.Mismatch('the PBX has one node');
    context.say("A PBX of three nodes behind the virtual IP 192.168.1.130 and seven empty Linux hosts run in this process, with PortSIP's\n" +
        'REST API, SSH and firewalls of their own. All scripts run on the first node, pbx01, which reaches the hosts with its own\n' +
        'SSH key. Nothing leaves this machine.');
    story.write((file) => (file['restart'] = { drain_timeout: demo_steps_1.it.DRAIN_TIMEOUT }));
    story.heading('The first deploy: seven servers join, one after the other from pbx01');
    const first = await story.plan();
    context.say(`Plan: ${(0, counts_1.it.countsLine)(first.changes)}.\n`);
    await story.deploy(first);
    expectSameTrust(story, nodes);
    await (0, demo_steps_1.it.settled)(story);
    await growthWithFailover(story, nodes);
    await (0, demo_steps_1.it.restartUnderCalls)(story);
    await upgrade(story, nodes);
    await removal(story, nodes);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new demo_story_1.it.Mismatch(`a second plan still has ${(0, list_1.it.list)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await (0, demo_steps_1.it.settled)(story));
    if (nodes.damage !== undefined)
        throw new demo_story_1.it.Mismatch('two scripts ran at once on pbx01');
}
async function growthWithFailover(story, nodes) {
    const { context, sandbox } = story;
    const { name, role, address, publicAddress } = NEW_SERVER;
    story.heading(`A pull request adds ${name}: this plan is its comment`);
    await sandbox.addHost(NEW_SERVER);
    story.write();
    story.showEdit([
        `+   - name: ${name}`,
        `+     role: ${role}`,
        `+     private_ip: ${address}`,
        `+     public_ip: ${publicAddress}`,
    ]);
    const plan = await story.plan();
    await story.showPlan(plan);
    story.heading(`It is merged, and while the script runs on pbx01, the PBX fails over to ${NEXT_NODE}`);
    const before = sandbox.pbx.requests.length;
    const result = await duringFailover(story, plan, nodes);
    story.expect((0, demo_checks_1.it.shortfall)(plan, result));
    const again = sandbox.pbx.requests.slice(before).filter(({ path }) => path === '/auth/sign_in').length;
    context.say(`The PBX runs on ${nodes.active.name} now, where nobody was signed in: the deploy signed in again.`);
    if (nodes.active.name !== NEXT_NODE)
        throw new demo_story_1.it.Mismatch(`the PBX is on ${nodes.active.name}`);
    if (again < 2)
        throw new demo_story_1.it.Mismatch('nobody had to sign in again');
    const installs = sandbox.host(name).scriptRuns().length;
    if (installs !== 1)
        throw new demo_story_1.it.Mismatch(`${name} was installed ${installs} times`);
    expectSameTrust(story, nodes);
    await (0, demo_steps_1.it.settled)(story);
}
async function duringFailover(story, plan, nodes) {
    const scripts = () => nodes.control.scriptRuns().filter(({ script }) => script === 'extend.sh').length;
    const before = scripts();
    const over = new AbortController();
    const failover = (async () => {
        while (scripts() === before && !over.signal.aborted)
            await story.sandbox.clock.sleep(20);
        await nodes.failover(NEXT_NODE);
    })();
    const result = await story.run(plan).finally(() => over.abort());
    await failover;
    return result;
}
async function upgrade(story, nodes) {
    const { context, sandbox } = story;
    story.heading(`A pull request upgrades the servers to ${NEW_IMAGE.version} before the PBX itself: its plan is blocked`);
    sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
    story.write((file) => (file.image = NEW_IMAGE.reference));
    story.showEdit([`+ image: ${NEW_IMAGE.reference}`]);
    const early = await story.plan();
    story.expect((0, demo_checks_1.it.blockedBy)('pbx-image', early));
    await story.showPlan(early);
    story.heading('Somebody upgrades the PBX nodes with update.sh on pbx01: now every server follows, with a new IM token');
    const { code, output } = await nodes.control.shell(`cd /opt/portsip-pbx-ha-guide && sudo -u pbx /bin/bash update.sh ${NEW_IMAGE.reference}`);
    if (code !== 0)
        throw new demo_story_1.it.Mismatch(`update.sh failed: ${output}`);
    const before = sandbox.pbx.state.imToken;
    const plan = await story.plan();
    context.say(`Plan: ${(0, counts_1.it.countsLine)(plan.changes)}.\n`);
    sandbox.world.addCalls('media-server-1', 4, demo_steps_1.it.CALL_MS);
    await story.deploy(plan);
    const report = await (0, demo_steps_1.it.settled)(story);
    const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
    if (old.length > 0)
        story.expect(`still old: ${(0, list_1.it.list)(old.map(({ name }) => name))}`);
    if (sandbox.pbx.state.imToken === before)
        story.expect('the IM server has its old token');
}
async function removal(story, nodes) {
    const { sandbox } = story;
    story.heading(`One server leaves: ${LEAVING}`);
    story.write((file) => (file.servers = file.servers.filter(({ name }) => name !== LEAVING)));
    story.showEdit([`-   - name: ${LEAVING}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    await story.deploy(plan);
    if (sandbox.host(LEAVING).containers().length > 0)
        story.expect(`${LEAVING} still runs`);
    expectSameTrust(story, nodes);
}
/** A failover must shut no server out, and let none in that left. */
function expectSameTrust(story, nodes) {
    const wanted = story.sandbox.pbx.state.ipFilters.map(({ cidr }) => cidr.replace(/\/32$/, '')).sort();
    for (const node of nodes.nodes)
        for (const zones of [node.firewall().permanent, node.firewall().runtime]) {
            const trusted = [...(zones['trusted']?.sources ?? [])].sort();
            if (trusted.join() !== wanted.join())
                throw new demo_story_1.it.Mismatch(`${node.name} trusts ${(0, list_1.it.list)(trusted) || 'nobody'}, not ${(0, list_1.it.list)(wanted)}`);
        }
}

/***/ }),

/***/ 557:
/***/ (function (module) {

"use strict";
module.exports = require("./cli-common.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(872);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-demo-high-availability.js.map
