"use strict";
exports.id = 9938;
exports.ids = [9938,3433,7557];
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

/***/ 61789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aZ: () => (/* binding */ PATIENCE),
/* harmony export */   ik: () => (/* binding */ adviceOn),
/* harmony export */   rV: () => (/* binding */ pauseMs)
/* harmony export */ });
/** When to ask a PBX again. A PBX that restarts, or a proxy that lost it, answers 502 for a minute or more. */
const PATIENCE = {
    /** Tries in all */
    attempts: 20,
    /** From the first try to the last one's start */
    totalMs: 180_000,
    /** Likewise while nothing has ever answered: then a wrong address is likelier than a restart */
    firstContactMs: 30_000,
    /** Tries when the PBX itself says 500: that seldom heals */
    internalErrorAttempts: 5,
    firstPauseMs: 500,
    longestPauseMs: 10_000,
    /** A `Retry-After` of an hour is not waited for. */
    longestRetryAfterMs: 60_000,
};
/** Pause after the `attempt`th try (1…): doubled each time, capped, and between half and all of that. */
function pauseMs(attempt, random) {
    const full = Math.min(PATIENCE.longestPauseMs, PATIENCE.firstPauseMs * 2 ** (attempt - 1));
    return full * (0.5 + random / 2);
}
/** Milliseconds that a `Retry-After` header asks for (seconds, or an HTTP date), capped; undefined when it says nothing. */
function retryAfterMs(header, now) {
    if (!header)
        return undefined;
    const value = header.trim();
    const wait = /^\d+$/.test(value) ? Number(value) * 1000 : /[a-z]/i.test(value) ? Date.parse(value) - now : NaN;
    if (Number.isNaN(wait))
        return undefined;
    return Math.min(Math.max(wait, 0), PATIENCE.longestRetryAfterMs);
}
function adviceOn(status) {
    if (status === 429)
        return 'again';
    if (status === 408 || status === 500 || status === 502 || status === 503 || status === 504)
        return 'unsure';
    return 'final';
}
//# sourceMappingURL=retry.js.map

/***/ })

};
;
//# sourceMappingURL=9938.index.js.map