"use strict";
exports.id = 1491;
exports.ids = [1491];
exports.modules = {

/***/ 11491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pullCommand),
/* harmony export */   hostCommands: () => (/* binding */ hostCommands)
/* harmony export */ });
/* harmony import */ var _host_control_plane__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98064);
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61398);
/* harmony import */ var _stages_departing__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28262);



/**
 * The command lines that a plan runs on hosts, by machine in the order in which they are first touched; secrets as
 * placeholders. What goes over the PBX's REST API is not among them.
 */
function hostCommands(changes, cluster) {
    const plane = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_0__/* .controlPlane */ .mM)(cluster);
    const byMachine = new Map();
    const { machine: main } = cluster.pbx;
    const add = ({ name, address }, line) => {
        const where = name === main.name ? `${plane.mainName} (${address})` : `${name} (${address})`;
        const lines = byMachine.get(where) ?? [];
        byMachine.set(where, lines);
        lines.push(line);
    };
    for (const node of plane.pbxMachines)
        for (const line of firewallLines(changes))
            add(node, line);
    for (const change of changes)
        for (const command of commandsOf(change, cluster))
            add(command.machine, commandLine(command));
    return [...byMachine].map(([where, lines]) => ({ where, lines }));
}
/** Each node of a highly available PBX has a firewall of its own. */
function firewallLines(changes) {
    const lines = (0,_stages_change__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .CZ)(changes, 'trusted-source', 'source-removal').map(({ kind, source }) => `sudo firewall-cmd --permanent --zone=trusted --${kind === 'source-removal' ? 'remove' : 'add'}-source=${source}`);
    return lines.length > 0 ? [...lines, 'sudo firewall-cmd --reload'] : [];
}
function commandLine({ cwd, argv }) {
    return `${cwd === '/' ? '' : `cd ${cwd} && `}${argv[0] === 'sudo' ? '' : 'sudo '}${argv.join(' ')}`;
}
/** What a change runs on hosts, one after the other. */
function commandsOf(change, cluster) {
    const plane = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_0__/* .controlPlane */ .mM)(cluster);
    const { machine } = cluster.pbx;
    switch (change.kind) {
        case 'pbx-image':
            return [pullCommand(machine, change.image), plane.pbxCommand('upgrade')];
        case 'pbx-restart':
            return [plane.pbxCommand('restart')];
        case 'load-balancer-restart':
            return [plane.pbxCommand('restart-loadbalancer')];
        case 'role': {
            const { wanted, leaves, pull, verbs } = change;
            const left = leaves && (0,_stages_departing__WEBPACK_IMPORTED_MODULE_2__/* .asServer */ .wC)(leaves.from, cluster);
            return [
                ...(leaves && left ? leaves.verbs.map((verb) => plane.command(left, verb)) : []),
                ...(pull === undefined ? [] : [pullCommand(wanted, pull)]),
                ...verbs.map((verb) => plane.command(wanted, verb, null)),
            ];
        }
        case 'role-removal':
            return change.verbs.map((verb) => plane.command((0,_stages_departing__WEBPACK_IMPORTED_MODULE_2__/* .asServer */ .wC)(change.from, cluster), verb));
        case 'server-restart':
            return change.verbs.map((verb) => plane.command(change.wanted, verb));
        default:
            return [];
    }
}
/** Fetches an image to a machine. */
function pullCommand(machine, image) {
    return { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
}
//# sourceMappingURL=host-commands.js.map

/***/ })

};
;
//# sourceMappingURL=1491.index.js.map