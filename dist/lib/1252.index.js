"use strict";
exports.id = 1252;
exports.ids = [1252];
exports.modules = {

/***/ 71252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Secrets: () => (/* binding */ Secrets),
/* harmony export */   silent: () => (/* binding */ silent)
/* harmony export */ });
/** Values that must never be printed. Everything that leaves the process as text passes through `redact`. */
class Secrets {
    values = new Set();
    listeners = [];
    /** Call before the first line that could hold the value. Multi-line values are also masked line by line. */
    add(value) {
        if (!value)
            return;
        const parts = [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())];
        // Also as JSON writes it: plans and status are redacted as whole documents.
        for (const part of new Set(parts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))) {
            // Short parts (PEM armour ends, blank lines) would turn every log into asterisks.
            if (part.length < 6 || part.startsWith('-----') || this.values.has(part))
                continue;
            this.values.add(part);
            for (const listener of this.listeners)
                listener(part);
        }
    }
    /** Told of each value already known and each that comes, e.g. `core.setSecret`. */
    onAdd(listener) {
        for (const value of this.values)
            listener(value);
        this.listeners.push(listener);
    }
    redact(text) {
        // Longest first, so that a secret that holds another one is masked whole.
        for (const value of [...this.values].sort((a, b) => b.length - a.length))
            text = text.replaceAll(value, '***');
        return text;
    }
}
const silent = {
    debug: () => { },
    info: () => { },
    warning: () => { },
    error: () => { },
    remote: () => { },
    change: () => { },
    group: (_title, work) => work(),
};
//# sourceMappingURL=log.js.map

/***/ })

};
;
//# sourceMappingURL=1252.index.js.map