"use strict";
exports.id = 6907;
exports.ids = [6907,3433,2683,5064];
exports.modules = {

/***/ 12683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatWindow),
/* harmony export */   k: () => (/* binding */ windowState)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68714);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49058);


const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whether the window is open at `atMs`. Times are wall-clock times of its zone, also on the days on which clocks change. */
function windowState(window, atMs) {
    const now = luxon__WEBPACK_IMPORTED_MODULE_1__/* .DateTime */ .c9.fromMillis(atMs, { zone: window.timezone });
    if (!now.isValid)
        throw new _types__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`The maintenance window's time zone ${JSON.stringify(window.timezone)} is not known.`);
    // From yesterday, because a window may have begun before midnight, to the day a week from now.
    const intervals = Array.from({ length: 10 }, (_, index) => now.startOf('day').plus({ days: index - 1 }))
        .filter((day) => window.days.includes(DAYS[day.weekday - 1]))
        .map((day) => {
        const lasts = window.to > window.from ? 0 : 1;
        return { start: wallClock(day, window.from), end: wallClock(day.plus({ days: lasts }), window.to) };
    })
        .filter(({ start, end }) => start < end && end > atMs);
    const first = intervals[0];
    if (!first)
        return { open: false };
    if (first.start > atMs)
        return { open: false, opensAt: first.start };
    let closesAt = first.end;
    for (const { start, end } of intervals)
        if (start <= closesAt)
            closesAt = Math.max(closesAt, end);
    return { open: true, closesAt };
}
/** `Sat, Sun 02:00–05:00 Asia/Shanghai`, `every day 22:00–04:00 (next day) UTC` */
function formatWindow({ days, from, to, timezone }) {
    return `${formatDays(days)} ${from}–${to}${to > from ? '' : ' (next day)'} ${timezone}`;
}
function formatDays(days) {
    if (DAYS.every((day) => days.includes(day)))
        return 'every day';
    return DAYS.filter((day) => days.includes(day))
        .map((day) => day[0].toUpperCase() + day.slice(1))
        .join(', ');
}
/** The first moment at which a clock on the wall shows `time` or, on the day that skips it, the moment of the skip. */
function wallClock(day, time) {
    const [hour, minute] = time.split(':').map(Number);
    const guess = day.set({ hour, minute });
    if (guess.hour === hour && guess.minute === minute) {
        // Where clocks go back, times come twice.
        for (const shift of [120, 60, 30]) {
            const earlier = guess.minus({ minutes: shift });
            if (earlier.hour === hour && earlier.minute === minute)
                return earlier.toMillis();
        }
        return guess.toMillis();
    }
    // Luxon has moved it past the gap; the gap ends where the offset changes.
    let moment = guess;
    for (let minutes = 1; minutes < 24 * 60 && moment.minus({ minutes: 1 }).offset === guess.offset; minutes += 1) {
        moment = moment.minus({ minutes: 1 });
    }
    return moment.toMillis();
}
//# sourceMappingURL=window.js.map

/***/ }),

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

/***/ })

};
;
//# sourceMappingURL=6907.index.js.map