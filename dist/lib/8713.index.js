"use strict";
exports.id = 8713;
exports.ids = [8713];
exports.modules = {

/***/ 48713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96251);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _cluster_select__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86119);
/* harmony import */ var _harness__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22535);




/** The token of the IM or Data Flow server: the one that is there, or a new one. Masked before it is put out. */
const main = () => (0,_harness__WEBPACK_IMPORTED_MODULE_3__/* .stageAction */ .Rx)({
    title: ({ service }) => ({ im: 'IM token', dataflow: 'Data Flow token' })[service],
    stages: ['token'],
    applies: ({ servers, service }, cluster) => (0,_cluster_select__WEBPACK_IMPORTED_MODULE_2__/* .selectServers */ .V)(cluster, servers).some(({ role }) => _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].token?.service === service),
    options: ({ service, rotate, dataflowTokenPath }) => ({
        servers: _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.filter((role) => _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg[role].token?.service === service),
        rotate: rotate ? [service] : [],
        ...(dataflowTokenPath && { dataflowTokenPath }),
    }),
    outputs: (result, { service }) => {
        const token = result.kind === 'deploy' ? result.tokens[service] : undefined;
        if (token)
            _actions_core__WEBPACK_IMPORTED_MODULE_0__.setSecret(token);
        _actions_core__WEBPACK_IMPORTED_MODULE_0__.setOutput('token', token ?? '');
    },
});
//# sourceMappingURL=issue-token.js.map

/***/ })

};
;
//# sourceMappingURL=8713.index.js.map