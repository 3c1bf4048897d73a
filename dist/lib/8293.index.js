"use strict";
exports.id = 8293;
exports.ids = [8293];
exports.modules = {

/***/ 88293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _stages_change__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61398);
/* harmony import */ var _harness__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22535);


/** The portal's servers; its built-in ones off once a replacement is online. */
const main = () => (0,_harness__WEBPACK_IMPORTED_MODULE_1__/* .stageAction */ .Rx)({
    title: (_, result) => {
        const changes = result?.plan.changes ?? [];
        const builtIns = (0,_stages_change__WEBPACK_IMPORTED_MODULE_0__/* .ofKind */ .CZ)(changes, 'built-in-on', 'built-in-off');
        return changes.length > 0 && builtIns.length === changes.length ? 'Built-in servers' : 'Portal';
    },
    stages: ['register'],
});
//# sourceMappingURL=register-server.js.map

/***/ })

};
;
//# sourceMappingURL=8293.index.js.map