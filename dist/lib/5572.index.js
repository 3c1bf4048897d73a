"use strict";
exports.id = 5572;
exports.ids = [5572];
exports.modules = {

/***/ 35572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _harness__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22535);

/** Trusted sources on the main server, and the PBX's IP whitelist. */
const main = () => (0,_harness__WEBPACK_IMPORTED_MODULE_0__/* .stageAction */ .Rx)({ title: 'Firewall and whitelist', stages: ['firewall'] });
//# sourceMappingURL=firewall.js.map

/***/ })

};
;
//# sourceMappingURL=5572.index.js.map