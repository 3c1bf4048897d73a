"use strict";
exports.id = 8933;
exports.ids = [8933];
exports.modules = {

/***/ 88933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _text_list__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43706);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49058);



/** Checks the cluster file alone: no secrets, no network. */
async function validate(context, { file, out }) {
    try {
        const { cluster, warnings } = await context.engine.loadClusterFile(file);
        await context.result({ valid: true, problems: warnings }, out);
        await context.load(file);
        context.say(`${context.colors.green('Valid.')} ${inShort(cluster)}`);
        return 0;
    }
    catch (error) {
        if (error instanceof _cluster_types__WEBPACK_IMPORTED_MODULE_1__/* .ClusterFileError */ .Vp)
            await context.result({ valid: false, problems: error.problems }, out);
        throw error;
    }
}
/** "acme: 7 servers: 2 media servers, 1 queue server and 1 IM server." */
function inShort({ name, servers }) {
    const roles = new Map();
    for (const { role } of servers)
        roles.set(role, (roles.get(role) ?? 0) + 1);
    const each = (0,_text_list__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p)([...roles].map(([role, count]) => (0,_text_list__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .L)(count, _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].label)), 6);
    return `${name}: ${(0,_text_list__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .L)(servers.length, 'server')}${each ? `: ${each}` : ''}.`;
}
//# sourceMappingURL=validate.js.map

/***/ }),

/***/ 43706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ plural),
/* harmony export */   p: () => (/* binding */ list)
/* harmony export */ });
/** `a`, `a and b`, `a, b, c and 12 more` */
function list(names, most = 5) {
    if (names.length > most)
        return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
    if (names.length < 2)
        return names.join('');
    return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
function plural(count, noun, many = `${noun}s`) {
    return `${count} ${count === 1 ? noun : many}`;
}
//# sourceMappingURL=list.js.map

/***/ })

};
;
//# sourceMappingURL=8933.index.js.map