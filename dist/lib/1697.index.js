"use strict";
exports.id = 1697;
exports.ids = [1697];
exports.modules = {

/***/ 21697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _harness__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22535);

/** Restarts in order, drained and health-checked: those that are owed, and those that a person asks for. */
const main = () => (0,_harness__WEBPACK_IMPORTED_MODULE_0__/* .stageAction */ .Rx)({
    title: 'Restarts',
    stages: ['restart'],
    options: ({ roles, servers, pbx, reason }) => ({
        // `servers` says what to restart, not what to look at: a restart asked for needs the whole picture.
        servers: [],
        ...(roles.length || servers.length || pbx ? { restart: { roles, servers, pbx, reason } } : {}),
    }),
});
//# sourceMappingURL=rolling-restart.js.map

/***/ })

};
;
//# sourceMappingURL=1697.index.js.map