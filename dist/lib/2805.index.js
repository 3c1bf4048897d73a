"use strict";
exports.id = 2805;
exports.ids = [2805,1789];
exports.modules = {

/***/ 53891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ show),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/** A value of the file as it can be shown: on one line, short, and without characters that a terminal obeys. */
function show(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a mapping';
    if (typeof value !== 'string')
        return String(value);
    return JSON.stringify(printable(value));
}
/** Text of others, cut to `limit` characters and without any that is invisible. */
function printable(text, limit = 60) {
    const visible = text
        .slice(0, 4 * limit)
        .replace(/[\p{C}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
    return visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible;
}
//# sourceMappingURL=fault.js.map

/***/ }),

/***/ 86119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ selectServers)
/* harmony export */ });
/* harmony import */ var _suggest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63821);
/* harmony import */ var _fault__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53891);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);




/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
function selectServers(cluster, selectors) {
    const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
    if (wanted.size === 0)
        return [...cluster.servers];
    const names = cluster.servers.map(({ name }) => name);
    const unknown = [...wanted].filter((selector) => !names.includes(selector) && !(0,_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(selector));
    if (unknown.length > 0)
        throw new _types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(unknown.map((selector) => explain(selector, names)).join('\n'));
    return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}
function explain(selector, names) {
    const guess = (0,_suggest__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(selector, [...names, ..._roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST]);
    const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${_roles__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_NAMES */ .ST.join(', ')}.`;
    return `No server and no role is called "${(0,_fault__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(selector)}". ${hint}`;
}
function list(names) {
    if (names.length === 0)
        return 'none';
    return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
}
//# sourceMappingURL=select.js.map

/***/ }),

/***/ 63821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The candidate that was probably meant: `private-ip`, `privateIp` and `privat_ip` are private_ip. */
function closest(word, candidates) {
    const wanted = fold(word.slice(0, 64));
    let best;
    for (const candidate of candidates) {
        const folded = fold(candidate);
        const score = startsAlike(wanted, folded) ? 0.5 : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, folded);
        // Two slips in five letters (a swap counts as two): more than that is another word.
        const allowed = Math.max(1, Math.round(Math.max(wanted.length, folded.length) * 0.4));
        if (score <= allowed && score < Math.min(wanted.length, folded.length) && (!best || score < best.score)) {
            best = { candidate, score };
        }
    }
    return best?.candidate;
}
/** `did you mean media? One of media, queue, …` */
function didYouMean(word, candidates, guess = closest(word, candidates)) {
    const all = `one of ${candidates.join(', ')}`;
    if (!guess)
        return all;
    return candidates.length > 8 ? `did you mean ${guess}?` : `did you mean ${guess}? (${all})`;
}
/** Saturday is sat, disab is disabled. */
function startsAlike(a, b) {
    return a !== b && Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}
function fold(word) {
    return word.toLowerCase().replace(/[-_ .]/g, '');
}
//# sourceMappingURL=suggest.js.map

/***/ }),

/***/ 12546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ DEFAULT_OPTIONS)
/* harmony export */ });
const DEFAULT_OPTIONS = {
    servers: [],
    dryRun: false,
    rotate: [],
    force: false,
    gone: [],
    allowUndersized: false,
};
//# sourceMappingURL=options.js.map

/***/ }),

/***/ 98433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ skipReason),
/* harmony export */   p: () => (/* binding */ waitOf)
/* harmony export */ });
/** undefined: it does not wait for something that will come by itself. */
function waitOf(skip) {
    if (skip.why === 'window')
        return 'window';
    return skip.why === 'need' && 'waits' in skip ? skip.waits : undefined;
}
/** For people. */
function skipReason(skip) {
    switch (skip.why) {
        case 'blocked':
            return skip.by.message;
        case 'unreviewed':
            return 'nobody has reviewed it: it came up only now';
        case 'cancelled':
            return 'the run was cancelled';
        case 'window':
            return 'waits for the maintenance window';
        case 'need':
            return {
                'later-stage': `comes later, after ${skip.need}`,
                later: `waits for ${skip.need}, which comes later`,
                'not-done-before': `waits for ${skip.need}, which was not done before`,
                'not-done': `waits for ${skip.need}, which was not done`,
            }[skip.was];
    }
}
//# sourceMappingURL=skip.js.map

/***/ }),

/***/ 40883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isBlocking)
/* harmony export */ });
function isBlocking({ severity }) {
    return severity === 'blocking';
}
//# sourceMappingURL=finding.js.map

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

/***/ }),

/***/ 90802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ reviewedOf),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   Q2: () => (/* binding */ unpackReviewed),
/* harmony export */   tj: () => (/* binding */ unreviewed),
/* harmony export */   w3: () => (/* binding */ reviewedCheck),
/* harmony export */   xK: () => (/* binding */ packReviewed)
/* harmony export */ });
/* unused harmony exports otherSettings, together */
/* harmony import */ var _fingerprint__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7648);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24784);


function reviewedOf({ digest, cluster, settings, changes }) {
    return {
        digest,
        settings,
        changes: new Set(changes.flatMap((change) => [(0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(cluster, change), ...(0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .outcomeMarks */ .zE)(cluster, change)])),
    };
}
/** The changes of `plan` that are not in what was reviewed. What is left undone of it by an interrupted run counts as reviewed. */
function unreviewed(plan, reviewed) {
    if (plan.digest === reviewed.digest)
        return [];
    const is = reviewedCheck(plan, reviewed);
    const objects = new Set([...(reviewed.changes ?? [])].map(_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .objectPart */ .vA));
    return plan.changes.flatMap((change) => is(change) ? [] : [{ change, otherwise: objects.has((0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .objectPart */ .vA)((0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(plan.cluster, change))) }]);
}
/** Whether a change was reviewed; with other settings none was. */
function reviewedCheck(plan, reviewed) {
    const { changes } = reviewed;
    if (!changes || otherSettings(plan, reviewed).length > 0)
        return () => false;
    return (change) => changes.has((0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(plan.cluster, change)) ||
        isRepair(change) ||
        (isUnused(change) && (0,_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .outcomeMark */ .eD)(plan.cluster, change).some((mark) => changes.has(mark)));
}
/** Names of the settings that are not what they were when it was reviewed. */
function otherSettings({ settings: now }, { settings }) {
    return [...new Set([...Object.keys(now), ...Object.keys(settings)])].filter((name) => now[name] !== settings[name]);
}
/** Adds up what was agreed to. */
function together(one, other) {
    return { ...one, changes: new Set([...(one.changes ?? []), ...(other.changes ?? [])]) };
}
/** Nobody uses what it is about, neither before nor after: to bring it to its end disturbs nobody. */
const isUnused = ({ impact, action }) => impact === 'none' && action !== 'delete';
/** A server that a run of ours disabled to drain it takes calls again. Nobody asked for it to be away. */
function isRepair(change) {
    if (change.kind !== 'portal-entry' || change.action !== 'update')
        return false;
    const [only, ...others] = change.differences;
    const enabled = only?.name === 'enabled' && change.wanted.enabled && others.length === 0;
    return enabled && change.causes.some(({ cause }) => cause === 'drained-by-us');
}
/** As text without a character that means anything to HTML, to be hidden in a comment or kept in a file. */
function packReviewed({ digest, settings, changes }, most = Infinity) {
    const fits = changes && changes.size <= most ? changes : undefined;
    const list = fits && Buffer.concat([...fits].sort().map((one) => Buffer.from(one, 'base64'))).toString('base64');
    const pairs = Object.entries(settings).map(([name, value]) => `${name}:${value}`);
    return `digest=${digest} settings=${pairs.join(',')} changes=${list === undefined ? '?' : list || '-'}`;
}
/** undefined for what `packReviewed` did not write. */
function unpackReviewed(text) {
    const found = /^digest=(sha256:[0-9a-f]{64}) settings=([\w:+/=,]*) changes=([A-Za-z0-9+/=]+|[?-])$/.exec(text);
    if (!found)
        return undefined;
    const [, digest = '', settings = '', list = ''] = found;
    const bytes = Buffer.from(list.length > 1 ? list : '', 'base64');
    if (bytes.length % _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG !== 0)
        return undefined;
    const changes = Array.from({ length: bytes.length / _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG }, (_, index) => bytes.subarray(index * _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG, (index + 1) * _fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_BYTES */ .nG).toString('base64'));
    return {
        digest,
        settings: Object.fromEntries(settings
            .split(',')
            .filter(Boolean)
            .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])),
        ...(list !== '?' && { changes: new Set(changes) }),
    };
}
/**
 * Whether a plan may be carried out: its digest was approved, or all of it was in the plan of the merged pull request, or
 * was asked for by whoever runs it. `allowed` is what the steps that follow may do; undefined: anything.
 */
function decide({ plan, unasked, found, approve, withoutReview }) {
    const now = reviewedOf(plan);
    const stop = (why, changes) => ({
        go: false,
        why,
        differences: changes.map((change) => ({ change, otherwise: false })),
        settings: [],
    });
    if (plan.changes.length === 0)
        return { go: true, why: 'nothing', allowed: now };
    if (approve !== undefined)
        return approve === plan.digest
            ? { go: true, why: 'approved', allowed: now }
            : stop('What was approved is not what would be done now: the cluster has changed since, or the cluster file.', [
                ...plan.changes,
            ]);
    const known = new Set(unasked.changes.map(({ id, action }) => `${action} ${id}`));
    const asked = plan.changes.filter(({ id, action }) => !known.has(`${action} ${id}`));
    const rest = plan.changes.filter((change) => !asked.includes(change));
    if (rest.length === 0)
        return { go: true, why: 'asked', allowed: now };
    if (found.kind === 'refused')
        return stop(found.why, rest);
    if (found.kind === 'none')
        return withoutReview === 'allow' ? { go: true, why: 'unreviewed-allowed' } : stop(found.why, rest);
    const { pull, reviewed } = found;
    const differences = unreviewed((0,_plan__WEBPACK_IMPORTED_MODULE_1__.withChanges)(plan, rest), reviewed);
    if (differences.length > 0)
        return {
            go: false,
            why: reviewed.changes
                ? `What would be done now is not what was reviewed in #${pull.number}.`
                : `The plan of #${pull.number} has too many changes to be kept with its comment, so only the very same plan is known again, and this is not it.`,
            differences,
            settings: otherSettings(plan, reviewed),
        };
    return {
        go: true,
        why: 'reviewed',
        pull,
        allowed: together(now, reviewed),
        done: plan.digest !== reviewed.digest,
    };
}
//# sourceMappingURL=review.js.map

/***/ }),

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ })

};
;
//# sourceMappingURL=2805.index.js.map