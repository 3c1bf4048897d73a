"use strict";
exports.id = 1499;
exports.ids = [1499,3433];
exports.modules = {

/***/ 23433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ shellQuoteAll),
/* harmony export */   XP: () => (/* binding */ printfEscape),
/* harmony export */   ZL: () => (/* binding */ shellQuote)
/* harmony export */ });
/** One word for a POSIX shell, whatever it holds. */
function shellQuote(word) {
    if (word.includes('\0'))
        throw new TypeError('a shell word cannot hold a NUL');
    return `'${word.replaceAll("'", "'\\''")}'`;
}
function shellQuoteAll(words) {
    return words.map(shellQuote).join(' ');
}
/**
 * One line of printable ASCII that `printf %b` turns back into the same bytes. `%b` is a builtin of every POSIX
 * shell, so hosts need no base64.
 */
function printfEscape(text) {
    let line = '';
    for (const byte of Buffer.from(text, 'utf8')) {
        if (byte === 0x5c)
            line += '\\\\';
        else if (byte === 0x0a)
            line += '\\n';
        else if (byte >= 0x20 && byte < 0x7f)
            line += String.fromCharCode(byte);
        else
            line += `\\0${byte.toString(8).padStart(3, '0')}`;
    }
    return line;
}
//# sourceMappingURL=quote.js.map

/***/ }),

/***/ 11491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hostCommands: () => (/* binding */ hostCommands)
/* harmony export */ });
/* harmony import */ var _host_commands__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77471);
/* harmony import */ var _stages_install__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83978);
/* harmony import */ var _stages_remove__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60582);



const TOKEN = 'TOKEN';
const PBX_VERBS = {
    'role/pbx': 'upgrade',
    'restart/pbx': 'restart',
    'restart/loadbalancer': 'restart-loadbalancer',
};
/**
 * The command lines that a plan runs on hosts, by machine in the order in which they are first touched; secrets as
 * placeholders. What goes over the PBX's REST API is not among them. `leaving`: servers that left the cluster file.
 */
function hostCommands(changes, cluster, leaving = []) {
    const byMachine = new Map();
    const add = (where, line) => {
        const lines = byMachine.get(where) ?? [];
        byMachine.set(where, lines);
        lines.push(line);
    };
    const { machine } = cluster.pbx;
    const main = `${(0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .isPbxOurs */ .G7)(cluster) ? 'main server' : 'control node'} (${machine.address})`;
    const title = ({ name, address }) => name === machine.name ? main : `${name} (${address})`;
    const run = ({ machine: on, cwd, argv }) => add(title(on), `${cwd === '/' ? '' : `cd ${cwd} && `}${argv[0] === 'sudo' ? '' : 'sudo '}${argv.join(' ')}`);
    const sources = changes.filter(({ id }) => id.startsWith('firewall/'));
    // Each node of a highly available PBX has a firewall of its own.
    for (const node of sources.length > 0 ? (0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .pbxMachines */ .D)(cluster) : []) {
        for (const { id, action } of sources)
            add(title(node), `sudo firewall-cmd --permanent --zone=trusted --${action === 'delete' ? 'remove' : 'add'}-source=${id.slice('firewall/'.length)}`);
        add(title(node), 'sudo firewall-cmd --reload');
    }
    const servers = new Map(cluster.servers.map((server) => [server.name, server]));
    const left = new Map(leaving.map((server) => [server.name, server]));
    for (const change of changes) {
        const server = servers.get(change.server ?? '');
        const old = left.get(change.server ?? '');
        const verb = PBX_VERBS[change.id];
        if (verb) {
            if (!(0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .isPbxOurs */ .G7)(cluster))
                continue;
            if (change.id === 'role/pbx')
                pull(change, machine, run);
            run((0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .pbxCommand */ .sc)(cluster, verb));
        }
        else if (change.id.startsWith('role/') || change.id.startsWith('restart/')) {
            // Where it was before it moved, or as it was before it left
            if (old && (change.action === 'replace' || change.action === 'delete'))
                onServer({ ...change, action: 'delete' }, (0,_stages_remove__WEBPACK_IMPORTED_MODULE_2__/* .asServer */ .wC)(old, cluster), cluster, run);
            if (server && change.action !== 'delete')
                onServer(change, server, cluster, run);
        }
    }
    return [...byMachine].map(([where, lines]) => ({ where, lines }));
}
function onServer(change, server, cluster, run) {
    if ((0,_stages_install__WEBPACK_IMPORTED_MODULE_1__/* .isUpgrade */ .JR)(change))
        pull(change, server, run);
    for (const verb of (0,_stages_install__WEBPACK_IMPORTED_MODULE_1__/* .roleVerbs */ .HT)(change, cluster, server.role))
        run((0,_host_commands__WEBPACK_IMPORTED_MODULE_0__/* .controlCommand */ .jw)(cluster, server, verb, { imTokenPlaceholder: TOKEN }));
}
function pull({ attributes }, machine, run) {
    const image = attributes.find(({ name }) => name === 'image')?.after;
    if (image)
        run({ machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] });
}
//# sourceMappingURL=host-commands.js.map

/***/ })

};
;
//# sourceMappingURL=1499.index.js.map