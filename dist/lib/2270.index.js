"use strict";
exports.id = 2270;
exports.ids = [2270];
exports.modules = {

/***/ 32270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _harness__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22535);

/** Roles on their hosts: installed, upgraded, recreated. */
const main = () => (0,_harness__WEBPACK_IMPORTED_MODULE_0__/* .stageAction */ .Rx)({
    title: 'Roles',
    stages: ['install'],
    options: ({ imToken, dataflowTokenRenewed }) => ({
        rotate: dataflowTokenRenewed ? ['dataflow'] : [],
        ...(imToken ? { imToken } : {}),
    }),
});
//# sourceMappingURL=install-role.js.map

/***/ })

};
;
//# sourceMappingURL=2270.index.js.map