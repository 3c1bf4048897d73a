"use strict";
exports.id = 6737;
exports.ids = [6737];
exports.modules = {

/***/ 46737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   highAvailability: () => (/* binding */ highAvailability)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _render_counts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25455);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43706);
/* harmony import */ var _demo_checks__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73448);
/* harmony import */ var _demo_steps__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80642);
/* harmony import */ var _demo_story__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5364);






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
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D('the PBX has one node');
    context.say("A PBX of three nodes behind the virtual IP 192.168.1.130 and seven empty Linux hosts run in this process, with PortSIP's\n" +
        'REST API, SSH and firewalls of their own. All scripts run on the first node, pbx01, which reaches the hosts with its own\n' +
        'SSH key. Nothing leaves this machine.');
    story.write((file) => (file['restart'] = { drain_timeout: _demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .DRAIN_TIMEOUT */ .Js }));
    story.heading('The first deploy: seven servers join, one after the other from pbx01');
    const first = await story.plan();
    context.say(`Plan: ${(0,_render_counts__WEBPACK_IMPORTED_MODULE_1__/* .countsLine */ .J7)(first.changes)}.\n`);
    await story.deploy(first);
    expectSameTrust(story, nodes);
    await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .settled */ .gu)(story);
    await growthWithFailover(story, nodes);
    await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .restartUnderCalls */ .fy)(story);
    await upgrade(story, nodes);
    await removal(story, nodes);
    story.heading('The plan once more: nothing is left to do');
    const last = await story.plan();
    await story.showPlan({ ...last, warnings: [] });
    if (last.changes.length > 0)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D(`a second plan still has ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p)(last.changes.map(({ id }) => id))}`);
    await story.showStatus(await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .settled */ .gu)(story));
    if (nodes.damage !== undefined)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D('two scripts ran at once on pbx01');
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
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_5__/* .shortfall */ .SE)(plan, result));
    const again = sandbox.pbx.requests.slice(before).filter(({ path }) => path === '/auth/sign_in').length;
    context.say(`The PBX runs on ${nodes.active.name} now, where nobody was signed in: the deploy signed in again.`);
    if (nodes.active.name !== NEXT_NODE)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D(`the PBX is on ${nodes.active.name}`);
    if (again < 2)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D('nobody had to sign in again');
    const installs = sandbox.host(name).scriptRuns().length;
    if (installs !== 1)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D(`${name} was installed ${installs} times`);
    expectSameTrust(story, nodes);
    await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .settled */ .gu)(story);
}
async function duringFailover(story, plan, nodes) {
    const scripts = () => nodes.control.scriptRuns().filter(({ script }) => script === 'extend.sh').length;
    const before = scripts();
    let isOver = false;
    const failover = (async () => {
        while (scripts() === before && !isOver)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(20);
        await nodes.failover(NEXT_NODE);
    })();
    const result = await story.run(plan).finally(() => (isOver = true));
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
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_5__/* .blockedBy */ .yJ)('pbx-image', early));
    await story.showPlan(early);
    story.heading('Somebody upgrades the PBX nodes with update.sh on pbx01: now every server follows, with a new IM token');
    const { code, output } = await nodes.control.shell(`cd /opt/portsip-pbx-ha-guide && sudo -u pbx /bin/bash update.sh ${NEW_IMAGE.reference}`);
    if (code !== 0)
        throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D(`update.sh failed: ${output}`);
    const before = sandbox.pbx.state.imToken;
    const plan = await story.plan();
    context.say(`Plan: ${(0,_render_counts__WEBPACK_IMPORTED_MODULE_1__/* .countsLine */ .J7)(plan.changes)}.\n`);
    sandbox.world.addCalls('media-server-1', 4, _demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .CALL_MS */ .WD);
    await story.deploy(plan);
    const report = await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_2__/* .settled */ .gu)(story);
    const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
    if (old.length > 0)
        story.expect(`still old: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p)(old.map(({ name }) => name))}`);
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
                throw new _demo_story__WEBPACK_IMPORTED_MODULE_3__/* .Mismatch */ .D(`${node.name} trusts ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p)(trusted) || 'nobody'}, not ${(0,_text_list__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p)(wanted)}`);
        }
}
//# sourceMappingURL=demo-high-availability.js.map

/***/ }),

/***/ 80642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ DRAIN_TIMEOUT),
/* harmony export */   Kr: () => (/* binding */ calls),
/* harmony export */   R6: () => (/* binding */ restartOf),
/* harmony export */   WD: () => (/* binding */ CALL_MS),
/* harmony export */   fy: () => (/* binding */ restartUnderCalls),
/* harmony export */   gu: () => (/* binding */ settled)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _render_counts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25455);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43706);
/* harmony import */ var _demo_checks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73448);




/* Steps that more than one demo has. */
/** How long calls get to end, and the time that they last, which is less */
const DRAIN_TIMEOUT = '1s';
const CALL_MS = 800;
function calls({ sandbox: { world } }) {
    return { placed: world.placedCalls, cut: world.countCutCalls(), refused: world.rejectedCalls };
}
/** Every server, drained before. */
async function restartUnderCalls(story) {
    const { context, sandbox } = story;
    story.heading('Everything restarts, while people are on the phone and others call');
    const { world, pbx } = sandbox;
    const everything = restartOf([], 'as every month');
    const plan = await story.plan(everything);
    context.say(`Plan: ${(0,_render_counts__WEBPACK_IMPORTED_MODULE_1__/* .countsLine */ .J7)(plan.changes)}.\n`);
    const servers = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.flatMap((role) => pbx.state.servers[role]).filter(({ type }) => type === 'EXTERNAL');
    for (const { name } of servers)
        world.addCalls(name, 3, CALL_MS);
    const before = pbx.requests.length;
    const hangUp = world.traffic({ roles: [..._cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS], everyMs: 150, durationMs: CALL_MS / 2 });
    await story.deploy(plan, everything);
    hangUp();
    const drained = (0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .drainedServers */ .mI)(pbx.requests.slice(before), (id) => servers.find((one) => one.id === id)?.name);
    context.say(`Drained before their restart: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(drained, 8)}.`);
    context.say((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .callsLine */ .WY)(calls(story)));
    const missed = servers.filter(({ name }) => !drained.includes(name)).map(({ name }) => name);
    if (missed.length > 0)
        story.expect(`restarted without a drain: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(missed)}`);
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .lostCalls */ .K2)(calls(story)));
    await story.expectAllUp();
}
/** The servers of these roles, restarted because somebody asks for it */
function restartOf(roles, reason) {
    return { stages: ['restart'], restart: { roles, servers: [], pbx: false, reason } };
}
/** Everything is up, nothing is left to do, and nobody was cut off. */
async function settled(story) {
    const report = await story.expectAllUp();
    story.context.say((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .callsLine */ .WY)(calls(story)));
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .lostCalls */ .K2)(calls(story)));
    return report;
}
//# sourceMappingURL=demo-steps.js.map

/***/ })

};
;
//# sourceMappingURL=6737.index.js.map