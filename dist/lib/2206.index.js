"use strict";
exports.id = 2206;
exports.ids = [2206];
exports.modules = {

/***/ 42206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _harness__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22535);

/** What left the cluster file: drained, uninstalled, deregistered. */
const main = () => (0,_harness__WEBPACK_IMPORTED_MODULE_0__/* .stageAction */ .Rx)({ title: 'Removal', stages: ['remove'] });
//# sourceMappingURL=remove-server.js.map

/***/ })

};
;
//# sourceMappingURL=2206.index.js.map