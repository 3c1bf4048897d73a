/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 938:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/article.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.withArticle = withArticle;
/** "a queue server", "an IM server": what it begins with, spelled out or not, is spoken as it is written. */
function withArticle(words) {
    return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

/***/ }),

/***/ 159:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/ascii.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.inAscii = inAscii;
/**
 * For terminals that show ASCII only: each sign of ours by what comes next to it. Letters of others, such as those of a name, stay
 * as they are.
 */
function inAscii(text) {
    return text.replace(/[\u2013-\u21bb\u2500-\u2588\u2713-\u2718\u2800-\u28ff]/g, (sign) => SIGNS[sign] ?? sign);
}
const SIGNS = {
    '…': '...',
    '–': '-',
    '—': '-',
    '‘': "'",
    '’': "'",
    '“': '"',
    '”': '"',
    '•': '-',
    '→': '->',
    '↻': 'o',
    '│': '|',
    '✔': 'ok',
    '✓': 'ok',
    '✖': 'x',
    '✗': 'x',
    // A wheel that turns
    ...{ '⠋': '-', '⠙': '\\', '⠹': '|', '⠸': '/', '⠼': '-', '⠴': '\\', '⠦': '|', '⠧': '/', '⠇': '-', '⠏': '\\' },
};

/***/ }),

/***/ 414:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/text/duration.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseDuration = parseDuration;
exports.parseAge = parseAge;
exports.formatAge = formatAge;
exports.formatDuration = formatDuration;
exports.duration = duration;
exports.spokenDuration = spokenDuration;
exports.shortDuration = shortDuration;
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const MAX_SECONDS = 24 * 60 * 60;
/** `30m`, `90s`, `1h30m` -> seconds. Throws InputError for anything else and for more than a day. */
function parseDuration(text) {
    const match = /^(?=\d)(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text);
    const seconds = match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : NaN;
    if (!(seconds <= MAX_SECONDS))
        throw new input_error_1.it.InputError(`${JSON.stringify(text)} is not a time such as 30m, 90s or 1h30m, 24h at most`);
    return seconds;
}
/** `24h`, `7d`, `1d12h` -> seconds. Throws InputError for anything else. */
function parseAge(text) {
    const match = /^(?=.*[1-9])(?:(\d{1,3})d)?(?:(\d{1,3})h)?(?:(\d{1,4})m)?$/.exec(text);
    if (!match)
        throw new input_error_1.it.InputError(`${JSON.stringify(text)} is not a time such as 24h, 90m or 7d`);
    const [, days = 0, hours = 0, minutes = 0] = match;
    return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60;
}
/** 93600000 -> `1 day 2 h`, 5400000 -> `1 h 30 min`, 45000 -> `less than a minute` */
function formatAge(ms) {
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 1)
        return 'less than a minute';
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    const parts = days > 0
        ? [`${days} ${days === 1 ? 'day' : 'days'}`, ...(hours > 0 ? [`${hours} h`] : [])]
        : [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])];
    return parts.join(' ');
}
/** 5400 -> `1h30m`, 0 -> `0s` */
function formatDuration(seconds) {
    const parts = [
        [Math.floor(seconds / 3600), 'h'],
        [Math.floor((seconds % 3600) / 60), 'm'],
        [Math.round(seconds % 60), 's'],
    ];
    return (parts
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count}${unit}`)
        .join('') || '0s');
}
/** `0.4s`, `12s`, `3m 05s`, `1h 02m` */
function duration(ms) {
    if (ms < 9950)
        return `${(ms / 1000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds}s`;
    const two = (value) => String(value).padStart(2, '0');
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    return `${Math.floor(seconds / 3600)}h ${two(Math.floor((seconds % 3600) / 60))}m`;
}
/** `3 minutes`, `45 seconds` */
function spokenDuration(ms) {
    const [amount, unit] = rounded(ms);
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
/** `3 min`, `45 s` */
function shortDuration(ms) {
    const [amount, unit] = rounded(ms);
    return `${amount} ${unit === 'minute' ? 'min' : 's'}`;
}
function rounded(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds >= 120 ? [Math.round(seconds / 60), 'minute'] : [seconds, 'second'];
}

/***/ }),

/***/ 101:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/fold.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.shownLength = void 0;
exports.fold = fold;
/**
 * Breaks lines at spaces so that none is longer than `width`; what a line goes on in is indented deeper than it. Colours take no
 * room. A word that is longer stays whole, and so does a line that is a command of ours: they may have to be copied.
 */
function fold(text, width) {
    if (width === undefined)
        return text;
    return text
        .split('\n')
        .map((line) => ((0, exports.shownLength)(line) <= width || COMMAND.test(uncoloured(line)) ? line : foldLine(line, width)))
        .join('\n');
}
const COMMAND = /^ +portsip-cluster /;
function foldLine(line, width) {
    const [indent = ''] = /^ */.exec(line) ?? [];
    const deeper = ' '.repeat(Math.min(indent.length + 2, 14));
    const lines = [];
    let current = indent;
    let begun = false;
    for (const word of line.slice(indent.length).split(' ')) {
        if (begun && (0, exports.shownLength)(current) + 1 + (0, exports.shownLength)(word) > width) {
            lines.push(current.trimEnd());
            [current, begun] = [deeper, false];
        }
        // What stood in columns is no table any more.
        if (word === '' && !begun && lines.length > 0)
            continue;
        current = begun ? `${current} ${word}` : `${current}${word}`;
        begun = true;
    }
    return [...lines, current.trimEnd()].join('\n');
}
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001b\[\d+m/g;
const uncoloured = (text) => text.replace(COLOUR, '');
const shownLength = (text) => uncoloured(text).length;
exports.shownLength = shownLength;

/***/ }),

/***/ 407:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/text/html.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Html = void 0;
exports.html = html;
const printable_1 = __nccwpck_require__(335);
/** Text that is HTML already. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
exports.Html = Html;
/** HTML around values: whatever is not HTML of ours becomes text, within an element or an attribute in quotes. */
function html(texts, ...parts) {
    return new Html(texts.map((text, index) => `${text}${index < parts.length ? shown(parts[index] ?? '') : ''}`).join(''));
}
function shown(part) {
    if (part instanceof Html)
        return part.text;
    if (typeof part === 'object')
        return part.map(shown).join('');
    return (0, printable_1.printable)(String(part)).replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}

/***/ }),

/***/ 687:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/line-ends.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sameLineEnds = sameLineEnds;
exports.sameText = sameText;
/** GitHub may give a text back with other line ends than it got. */
function sameLineEnds(text) {
    return text.replace(/\r\n?/g, '\n');
}
/** Whether two texts differ in no more than that, or in white space at their end. */
function sameText(one, other) {
    return sameLineEnds(one).trimEnd() === sameLineEnds(other).trimEnd();
}

/***/ }),

/***/ 706:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/list.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.list = list;
exports.plural = plural;
/** `a`, `a and b`, `a, b, c and 12 more` */
function list(names, most = 5) {
    if (names.length > most)
        return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
    if (names.length < 2)
        return names.join('');
    return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
function plural(count, noun, many = `${noun}s`) {
    return `${count} ${count === 1 ? noun : many}`;
}

/***/ }),

/***/ 891:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/text/markdown.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.escapeMarkdown = escapeMarkdown;
exports.escapeMarkdownLines = escapeMarkdownLines;
exports.code = code;
exports.fence = fence;
const printable_1 = __nccwpck_require__(335);
const entity = (character) => `&#${character.codePointAt(0)};`;
/**
 * Makes any text plain text on GitHub: no Markdown, no HTML, no mention, no reference to an issue or a commit, no link.
 * Punctuation that means something to Markdown becomes a numeric entity, which Markdown never reads as syntax. Mentions
 * and references are looked for after that, in the page itself, so a zero-width space keeps them from being found.
 */
function escapeMarkdown(text) {
    return ((0, printable_1.printable)(text)
        .replace(/[@#](?=\w)/g, '$&\u200b')
        .replace(/\b(gh)-(?=\d)/gi, '$1-\u200b')
        .replace(/\b[0-9a-f]{7}(?=[0-9a-f]{0,33}\b)/gi, '$&\u200b')
        // Letters, spaces and what sentences need stay readable; "1." would begin a list.
        .replace(/[!#$&*+<=>@[\\\]^_`{|}~]|^[-+]|(?<=^\d{1,9})[.)](?=\s|$)|:(?=\/\/|[a-z+]+[\w-]*:)|(?<=\bwww)\./gi, entity));
}
/** Text of several lines as one block: lines are kept as line breaks. */
function escapeMarkdownLines(text) {
    return text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => escapeMarkdown(line.trim()))
        .join('<br>');
}
/** Any text as code within a line, also in a table. */
function code(text) {
    const shown = (0, printable_1.printable)(text);
    if (/^[\w.:/,=+-]+( [\w.:/,=+-]+)*$/.test(shown))
        return `\`${shown}\``;
    return `<code>${Array.from(shown, (character) => (/[\w ]|[^\p{ASCII}]/u.test(character) && character !== '_' ? character : entity(character))).join('')}</code>`;
}
/** Lines of any text as a block of code that ends where we say. */
function fence(language, lines) {
    const body = lines.map((line) => (0, printable_1.printable)(line).replace(/@(?=\w)/g, '@\u200b'));
    const longest = Math.max(2, ...body.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const ticks = '`'.repeat(longest + 1);
    return [`${ticks}${language}`, ...body, ticks].join('\n');
}

/***/ }),

/***/ 952:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/natural-order.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.compare = compare;
/** `media-2` before `media-10`; the same everywhere, whatever the locale of the runner. */
function compare(a, b) {
    const [left, right] = [parts(a), parts(b)];
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const [x = '', y = ''] = [left[index], right[index]];
        const order = index % 2 === 1 ? inNumber(x, y) : inText(x, y);
        if (order !== 0)
            return order;
    }
    return left.length - right.length || inText(a, b);
}
/** Text and digits in turn. */
function parts(name) {
    return name.split(/(\d+)/);
}
/** Digits of any length */
function inNumber(a, b) {
    const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
    return x.length - y.length || inText(x, y);
}
function inText(a, b) {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    if (x !== y)
        return x < y ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}

/***/ }),

/***/ 651:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/text/one-line.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.quote = quote;
const node_util_1 = __nccwpck_require__(975);
/**
 * Text that the PBX, or a proxy before it, wrote, made fit for one line of a log: no control, escape or
 * direction-changing characters, and not longer than `limit`.
 */
function quote(text, limit = 300) {
    // Cutting first keeps a megabyte of HTML from being searched; the factor leaves room for what is taken out.
    const line = (0, node_util_1.stripVTControlCharacters)(text.slice(0, limit * 4))
        .replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

/***/ }),

/***/ 335:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/text/printable.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isPlain = void 0;
exports.printable = printable;
exports.printableLines = printableLines;
exports.wrap = wrap;
/** What a terminal or a page would act on instead of showing it: controls, format characters, separators, fillers without a shape. */
const UNSEEN = String.raw `[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u180e\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180d\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]`;
let unseen;
/** Whether a text has nothing but the letters, digits and signs of ASCII, in which all can be seen. */
const isPlain = (text) => /^[ -~]*$/.test(text);
exports.isPlain = isPlain;
/** Makes text safe to print on one terminal line: whatever cannot be seen is shown as `\x1b` or `\u{202e}`. */
function printable(text) {
    if ((0, exports.isPlain)(text))
        return text;
    // Made here: which characters these are, Node works out where the expression stands, whether or not anything is looked for.
    return text.replace((unseen ??= new RegExp(UNSEEN, 'gu')), (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return ' ';
        const code = character.codePointAt(0) ?? 0;
        return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
    });
}
/** The same for text of several lines: each is made safe for itself, blank ones are dropped. */
function printableLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => printable(line).trimEnd())
        .filter((line) => line !== '');
}
/** Breaks at spaces so that no line is longer than `width`; words that are longer stay whole (they may have to be copied). */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line ? `${line} ${word}` : word;
        }
    }
    if (line)
        lines.push(line);
    return lines;
}

/***/ }),

/***/ 303:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/text/runner-log.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.plainLine = plainLine;
exports.defuse = defuse;
const printable_1 = __nccwpck_require__(335);
/**
 * Text that somebody else wrote, made fit for a runner's log. The runner obeys a line that begins
 * with `::` after white space and one that has `##[` anywhere; it compares by culture, so that invisible characters
 * in between do not stop it. Therefore invisible characters are shown, not passed on.
 */
// All that has no shape of its own. An emoji may keep the selector that makes it one.
const INVISIBLE = String.raw `[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?<!\p{Extended_Pictographic})\ufe0f|(?!\ufe0f)\p{Default_Ignorable_Code_Point}`;
/** Made when it is first needed, as `printable` makes its own */
let invisible;
/** Colours and the like */
// eslint-disable-next-line no-control-regex
const STYLE = /\u001b\[[0-9;]*m/g;
// eslint-disable-next-line no-control-regex
const ESCAPE_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]/g;
const shown = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** One line of a host or the PBX, without colours and control characters. Tabs become spaces. */
function plainLine(line) {
    if ((0, printable_1.isPlain)(line))
        return line;
    return line
        .replace(ESCAPE_SEQUENCE, '')
        .replaceAll('\t', '  ')
        .replace((invisible ??= new RegExp(INVISIBLE, 'gu')), shown);
}
/** Lines that a runner prints as they are and never obeys. Colours of ours stay. */
function defuse(text) {
    return text.split(/\r\n|\r|\n/).map((line) => {
        let safe = '';
        let from = 0;
        for (const style of line.matchAll(STYLE)) {
            safe += plainLine(line.slice(from, style.index)) + style[0];
            from = style.index + style[0].length;
        }
        safe += plainLine(line.slice(from));
        return safe.replace(/^(\s*):(?=:)/u, '$1: ').replace(/##(?=(?:\u001b)?\[)/g, '## '); // eslint-disable-line no-control-regex
    });
}

/***/ }),

/***/ 184:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'article'() {
    return __nccwpck_require__(938);
  },
  get 'ascii'() {
    return __nccwpck_require__(159);
  },
  get 'duration'() {
    return __nccwpck_require__(414);
  },
  get 'fold'() {
    return __nccwpck_require__(101);
  },
  get 'html'() {
    return __nccwpck_require__(407);
  },
  get 'line-ends'() {
    return __nccwpck_require__(687);
  },
  get 'list'() {
    return __nccwpck_require__(706);
  },
  get 'markdown'() {
    return __nccwpck_require__(891);
  },
  get 'natural-order'() {
    return __nccwpck_require__(952);
  },
  get 'one-line'() {
    return __nccwpck_require__(651);
  },
  get 'printable'() {
    return __nccwpck_require__(335);
  },
  get 'runner-log'() {
    return __nccwpck_require__(303);
  },
};


/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 975:
/***/ (function (module) {

"use strict";
module.exports = require("node:util");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(184);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=text.js.map
