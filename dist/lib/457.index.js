"use strict";
exports.id = 457;
exports.ids = [457];
exports.modules = {

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

/***/ }),

/***/ 40457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wholeLife: () => (/* binding */ wholeLife)
/* harmony export */ });
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43706);
/* harmony import */ var _demo_checks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73448);
/* harmony import */ var _demo_steps__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80642);




const BROKEN = 'meeting-server-1';
const LEAVING = 'media-server-2';
const NEW_IMAGE = { reference: 'portsip/pbx:22.7', version: '22.7.0' };
const NEW_ADDRESS = '192.168.1.30';
/** All else that happens to a cluster, with people on the phone. Goes on where the first days ended. */
async function wholeLife(story) {
    story.write((file) => (file['restart'] = { drain_timeout: _demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .DRAIN_TIMEOUT */ .Js }));
    await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .restartUnderCalls */ .fy)(story);
    await serverThatStaysAway(story);
    await repair(story);
    await removal(story);
    await upgrade(story);
    await rotation(story);
    await move(story);
    if (story.sandbox.world.placedCalls === 0)
        story.expect('nobody called');
}
async function serverThatStaysAway(story) {
    const { context, sandbox } = story;
    story.heading(`${BROKEN} is restarted and does not come back: the rest serves`);
    sandbox.host(BROKEN).faults.crash = true;
    const asked = (0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .restartOf */ .R6)(['meeting', 'ivr'], 'a new certificate');
    const plan = await story.plan(asked);
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .stoppedAt */ .P0)(`restart/${BROKEN}`, plan, await story.run(plan, asked)));
    const report = await story.status();
    await story.showStatus(report);
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .onlyAway */ .lO)(BROKEN, report));
    for (const role of _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS)
        if (!sandbox.world.placeCall(role, _demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .CALL_MS */ .WD))
            story.expect(`a call that needed a ${role} server was refused`);
    context.say(`A call to each of ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS)} went through. ${(0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .callsLine */ .WY)((0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .calls */ .Kr)(story))}`);
    story.expect((0,_demo_checks__WEBPACK_IMPORTED_MODULE_2__/* .lostCalls */ .K2)((0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .calls */ .Kr)(story)));
}
async function repair(story) {
    story.heading(`Its fault is mended: the next deploy takes ${BROKEN} up again`);
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
    sandbox.world.addCalls(LEAVING, 2, _demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .CALL_MS */ .WD);
    await story.deploy(plan);
    if (sandbox.host(LEAVING).container('portsip.mediaserver'))
        story.expect(`${LEAVING} still runs`);
    await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .settled */ .gu)(story);
}
async function upgrade(story) {
    const { sandbox } = story;
    story.heading(`The whole cluster is upgraded to ${NEW_IMAGE.version}: images first, then the PBX, then one after the other`);
    sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
    story.write((file) => {
        file.image = NEW_IMAGE.reference;
        file.pbx['image'] = NEW_IMAGE.reference;
    });
    story.showEdit([`+ image: ${NEW_IMAGE.reference}`]);
    const plan = await story.plan();
    await story.showPlan(plan);
    sandbox.world.addCalls('media-server-1', 4, _demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .CALL_MS */ .WD);
    await story.deploy(plan);
    const report = await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .settled */ .gu)(story);
    const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
    if (old.length > 0)
        story.expect(`still old: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p)(old.map(({ name }) => name))}`);
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
    await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .settled */ .gu)(story);
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
    const report = await (0,_demo_steps__WEBPACK_IMPORTED_MODULE_1__/* .settled */ .gu)(story);
    await story.showStatus(report);
}
//# sourceMappingURL=demo-whole-life.js.map

/***/ })

};
;
//# sourceMappingURL=457.index.js.map