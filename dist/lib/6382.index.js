"use strict";
exports.id = 6382;
exports.ids = [6382];
exports.modules = {

/***/ 16382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lookAround),
/* harmony export */   look: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _stages_open_session__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52350);
/* harmony import */ var _stages_observe__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79540);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24784);



/** Looks at the live cluster once. Changes nothing, takes no lock. */
async function look(config) {
    const session = (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(config);
    try {
        return await lookAround(session);
    }
    finally {
        await (0,_stages_open_session__WEBPACK_IMPORTED_MODULE_0__/* .closeSession */ .V)(session);
    }
}
/** The same over connections that are there. */
async function lookAround(session) {
    const { live, findings } = await (0,_stages_observe__WEBPACK_IMPORTED_MODULE_1__/* .observe */ .lB)(session);
    const plan = (0,_plan__WEBPACK_IMPORTED_MODULE_2__.makePlan)(session.cluster, live);
    return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
}
//# sourceMappingURL=live-plan.js.map

/***/ })

};
;
//# sourceMappingURL=6382.index.js.map