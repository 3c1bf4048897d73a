/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 980:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(403);


/***/ }),

/***/ 403:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fetchScripts = fetchScripts;
const node_child_process_1 = { get it() { return __nccwpck_require__(421); } };
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_os_1 = __nccwpck_require__(161);
const node_path_1 = __nccwpck_require__(760);
const node_util_1 = __nccwpck_require__(975);
const node_zlib_1 = { get it() { return __nccwpck_require__(522); } };
const control_scripts_1 = { get it() { return (__nccwpck_require__(907)["control-scripts"]); } };
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const scripts_folder_1 = { get it() { return (__nccwpck_require__(907)["scripts-folder"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const plain_file_1 = { get it() { return (__nccwpck_require__(426)["plain-file"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const tar_1 = __nccwpck_require__(320);
const DEFAULT_FOLDER = 'portsip';
/** An archive of all of PortSIP's scripts has a few hundred KB. */
const MOST_BYTES = 64 * 1024 * 1024;
const DOWNLOAD_MS = 120_000;
/**
 * Fills the folder of control scripts, on a person's machine or a runner: it downloads only from an address that it is given. What is
 * wrong with any of them is told before anything is written.
 */
async function fetchScripts(context, options) {
    const { file, from, out } = options;
    const { folder, needed } = await wantedBy(file);
    const { files: found, said } = await read(options);
    const { path, names } = choose(found, options, [...needed.keys()]);
    const absent = (0, control_scripts_1.it.missingScripts)((0, printable_1.it.printable)(from), [...names.keys()], needed);
    if (absent.length > 0)
        throw new input_error_1.it.InputError(absent.join('\n'));
    const checked = await (0, scripts_folder_1.it.checkScripts)([...names].map(([name, bytes]) => [name, () => Promise.resolve(bytes)]), path === '' ? from : (0, node_path_1.join)(from, path));
    if (checked.problems.length > 0)
        throw new types_1.it.ClusterFileError(checked.problems);
    const before = await present(folder);
    const source = { ...said, ...(path !== '' && { path }) };
    const states = checked.files.map((script) => ({ ...script, is: stateOf(script, before) }));
    const different = states.filter(({ is }) => is !== 'same').length;
    await write(folder, checked.files, source, different > 0);
    const others = [...before.keys()].filter((name) => !names.has(name));
    await context.result({
        folder,
        source,
        files: states.map(({ name, sha256, is }) => ({ name, sha256, is })),
        others,
    }, out);
    for (const { name, text, is } of states) {
        const { added, removed } = (0, control_scripts_1.it.linesApart)(before.get(name) ?? '', text);
        const apart = is === 'same' ? 'as it was' : is === 'new' ? `new, ${added} lines` : `+${added} -${removed} lines`;
        context.say(`  ${name}  ${context.colors.dim(apart)}`);
    }
    if (others.length > 0)
        context.say(`${(0, list_1.it.list)(others, 5)} ${others.length === 1 ? 'stays' : 'stay'} in ${(0, printable_1.it.printable)(folder)}, although ${(0, printable_1.it.printable)(from)} has none of that name: hosts keep it as well until a person deletes it.`);
    context.say(different === 0
        ? `${context.colors.green('Nothing is new:')} ${(0, list_1.it.plural)(states.length, 'script')} in ${(0, printable_1.it.printable)(folder)}.`
        : `${context.colors.green('Written:')} ${(0, list_1.it.plural)(different, 'script')} to ${(0, printable_1.it.printable)(folder)}. Look at the diff, commit it, and open a pull request: its plan says which hosts get them.`);
    return exit_code_1.it.EXIT.ok;
}
/** The cluster file's folder and what its servers need; without a file what every cluster needs. */
async function wantedBy(file) {
    let text;
    try {
        text = await (0, plain_file_1.it.readPlain)(file);
    }
    catch (error) {
        if ((0, unknown_1.it.codeOf)(error) !== 'ENOENT')
            throw new input_error_1.it.InputError(`${file} cannot be read: ${(0, files_1.it.why)(error)}`);
        return { folder: (0, scripts_folder_1.it.scriptsFolder)(file, DEFAULT_FOLDER), needed: (0, scripts_folder_1.it.neededScripts)({ servers: [] }) };
    }
    const { cluster, problems } = (0, load_1.it.parseClusterFile)(text, file);
    if (!cluster)
        throw new types_1.it.ClusterFileError(problems);
    return { folder: (0, scripts_folder_1.it.scriptsFolder)(file, cluster.scripts?.folder ?? DEFAULT_FOLDER), needed: (0, scripts_folder_1.it.neededScripts)(cluster) };
}
async function read({ from, commit }) {
    if (from.startsWith('-'))
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)} is no folder, archive or address`);
    if (/^[a-z+]+:\/\//i.test(from)) {
        if (!from.startsWith('https://'))
            throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)}: only an https address is downloaded from`);
        if (/\.(tar\.gz|tgz)$/.test(from)) {
            refuseCommit(commit);
            return { files: unpack(await download(from)), said: { from } };
        }
        return await withFolder((folder) => fromGit(folder, commit ?? 'HEAD', from));
    }
    const found = await (0, promises_1.it.stat)(from).catch((error) => {
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)} cannot be read: ${(0, files_1.it.why)(error)}`);
    });
    const said = { from: (0, node_path_1.basename)(from) };
    if (found.isFile()) {
        refuseCommit(commit);
        if (found.size > MOST_BYTES)
            throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(from)} is larger than 64 MiB: is it the right file?`);
        return { files: unpack(await (0, promises_1.it.readFile)(from)), said };
    }
    if (commit !== undefined)
        return await fromGit(from, commit, undefined);
    return { files: await fromFolder(from), said };
}
function refuseCommit(commit) {
    if (commit !== undefined)
        throw new input_error_1.it.InputError('--commit is for a Git repository, not for an archive');
}
function unpack(bytes) {
    let tar;
    try {
        tar = (0, node_zlib_1.it.gunzipSync)(bytes, { maxOutputLength: MOST_BYTES });
    }
    catch (error) {
        throw new input_error_1.it.InputError(`the archive cannot be unpacked (${(0, unknown_1.it.messageOf)(error)}): a .tar.gz is wanted`);
    }
    return (0, tar_1.readTar)(tar, isScriptPath);
}
const isScriptPath = (path) => (0, control_scripts_1.it.isScriptName)(node_path_1.posix.basename(path));
/** Below a folder, without what Git keeps there. A link is not followed. */
async function fromFolder(folder) {
    const entries = await (0, promises_1.it.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile() && (0, control_scripts_1.it.isScriptName)(entry.name))
        .map((entry) => (0, node_path_1.join)(entry.parentPath, entry.name))
        .filter((path) => !path.split(node_path_1.sep).includes('.git'));
    const relative = (path) => path.slice((0, node_path_1.join)(folder, node_path_1.sep).length).split(node_path_1.sep).join('/');
    return new Map(await Promise.all(files.map(async (path) => [relative(path), await (0, promises_1.it.readFile)(path)])));
}
async function download(url) {
    try {
        const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
        if (!response.ok)
            throw new Error(`the answer is ${response.status}`);
        const chunks = [];
        let length = 0;
        for await (const chunk of response.body ?? []) {
            chunks.push(chunk);
            length += chunk.length;
            if (length > MOST_BYTES)
                throw new Error('it is larger than 64 MiB');
        }
        return Buffer.concat(chunks);
    }
    catch (error) {
        throw new input_error_1.it.InputError(`${url} cannot be downloaded: ${(0, unknown_1.it.messageOf)(error)}`);
    }
}
async function withFolder(work) {
    const folder = await (0, promises_1.it.mkdtemp)((0, node_path_1.join)((0, node_os_1.tmpdir)(), 'portsip-scripts-'));
    try {
        return await work(folder);
    }
    finally {
        await (0, promises_1.it.rm)(folder, { recursive: true, force: true });
    }
}
/** What a commit has, of a repository here or, once it is fetched into an empty folder, of that at an address. */
async function fromGit(folder, commit, url) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(commit))
        throw new input_error_1.it.InputError(`--commit: ${(0, printable_1.it.printable)(commit)} is no commit`);
    if (url !== undefined) {
        await git(folder, ['init', '--quiet', '--bare']);
        await git(folder, ['fetch', '--quiet', '--depth=1', '--no-tags', '--', url, commit]);
    }
    const name = url === undefined ? commit : 'FETCH_HEAD';
    const sha = (await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))
        .toString()
        .trim();
    const tar = await git(folder, ['archive', '--format=tar', sha]);
    return { files: (0, tar_1.readTar)(tar, isScriptPath), said: { from: url ?? (0, node_path_1.basename)(folder), commit: sha } };
}
async function git(folder, args) {
    try {
        const { stdout } = await (0, node_util_1.promisify)(node_child_process_1.it.execFile)('git', ['-C', folder, ...args], {
            encoding: 'buffer',
            maxBuffer: MOST_BYTES,
            timeout: DOWNLOAD_MS,
            env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
        });
        return stdout;
    }
    catch (error) {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            throw new input_error_1.it.InputError('git is not on this machine: give a folder or an archive instead');
        const told = error.stderr?.toString().trim().split('\n').at(-1);
        throw new input_error_1.it.InputError(`git ${args[0]} failed: ${(0, printable_1.it.printable)(told || (0, unknown_1.it.messageOf)(error))}`);
    }
}
/** The one folder that has what is needed, or the one that was named. */
function choose(files, { from, path }, needed) {
    const folders = new Map();
    for (const [file, bytes] of files) {
        const folder = node_path_1.posix.dirname(file) === '.' ? '' : node_path_1.posix.dirname(file);
        folders.set(folder, (folders.get(folder) ?? new Map()).set(node_path_1.posix.basename(file), bytes));
    }
    const asked = path?.replace(/^\.?\/+|\/+$/g, '');
    const fits = [...folders].filter(([folder, names]) => asked === undefined ? needed.some((name) => names.has(name)) : folder === asked || folder.endsWith(`/${asked}`));
    const [one, ...others] = fits.sort(([a], [b]) => (a < b ? -1 : 1));
    const all = (0, list_1.it.list)([...folders.keys()].sort().map((folder) => (0, printable_1.it.printable)(folder === '' ? '.' : folder)), 12);
    if (!one)
        throw new input_error_1.it.InputError(folders.size === 0
            ? `${(0, printable_1.it.printable)(from)} has no scripts in it`
            : `${(0, printable_1.it.printable)(from)} has ${asked === undefined ? 'none of the scripts that the cluster needs' : `no folder ${(0, printable_1.it.printable)(asked)} with scripts`}; there are scripts in: ${all}`);
    if (others.length > 0)
        throw new input_error_1.it.InputError(`several folders of ${(0, printable_1.it.printable)(from)} have such scripts; say which by --path: ${(0, list_1.it.list)(fits.map(([folder]) => (0, printable_1.it.printable)(folder)), 12)}`);
    const [folder, names] = one;
    if (names.size > control_scripts_1.it.MOST_SCRIPTS)
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(folder)} holds more than ${control_scripts_1.it.MOST_SCRIPTS} scripts`);
    return { path: folder, names };
}
/** Texts of the scripts that are in the folder already */
async function present(folder) {
    const names = await (0, promises_1.it.readdir)(folder).catch((error) => {
        if ((0, unknown_1.it.codeOf)(error) === 'ENOENT')
            return [];
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(folder)} cannot be read: ${(0, files_1.it.why)(error)}`);
    });
    const read = async (name) => [name, await (0, plain_file_1.it.readPlain)((0, node_path_1.join)(folder, name)).catch(() => '')];
    return new Map(await Promise.all(names.filter(control_scripts_1.it.isScriptName).sort().map(read)));
}
function stateOf({ name, text }, before) {
    const had = before.get(name);
    return had === undefined ? 'new' : had === text ? 'same' : 'changed';
}
async function write(folder, scripts, source, isNews) {
    const put = async (name, text) => {
        await (0, plain_file_1.it.writePlain)((0, node_path_1.join)(folder, name), text).catch((error) => {
            throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)((0, node_path_1.join)(folder, name))} cannot be written: ${(0, files_1.it.why)(error)}`);
        });
    };
    await (0, promises_1.it.mkdir)(folder, { recursive: true }).catch((error) => {
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)((0, node_path_1.dirname)(folder))} cannot be written: ${(0, files_1.it.why)(error)}`);
    });
    for (const { name, text } of scripts)
        await put(name, text);
    const lines = Object.entries(source).map(([name, value]) => `${name}: ${(0, printable_1.it.printable)(value)}`);
    // A newer commit with the same scripts is no news.
    if (!isNews)
        return;
    await put('SOURCE', `# Written by portsip-cluster scripts fetch\n${lines.join('\n')}\n`);
    // Git for Windows would give them line ends that no shell on Linux takes.
    await put('.gitattributes', '*.sh text eol=lf\n');
}

/***/ }),

/***/ 320:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/tar.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readTar = readTar;
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
/*
 * Reads an archive in memory and writes none of it anywhere: what is in it decides no path on this machine.
 */
const BLOCK = 512;
/** Plain files of a tar archive (ustar, also as git and GNU tar write it), by their paths. Throws InputError for what is none. */
function readTar(bytes, wanted) {
    const files = new Map();
    let longName;
    for (let at = 0; at + BLOCK <= bytes.length;) {
        const head = bytes.subarray(at, at + BLOCK);
        // Two blocks of zeros are its end.
        if (head.every((byte) => byte === 0))
            return files;
        const size = Number.parseInt(textAt(head, 124, 12).trim() || '0', 8);
        if (!checksumFits(head) || !Number.isSafeInteger(size))
            throw new input_error_1.it.InputError('this is no whole tar archive');
        const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
        if (content.length < size)
            break;
        at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
        const kind = textAt(head, 156, 1);
        if (kind === 'L')
            longName = content.toString('utf8').replace(/\0.*$/s, '');
        else if (kind === 'x')
            longName = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString('utf8'))?.[1];
        else if (kind !== 'g') {
            const prefix = textAt(head, 257, 5) === 'ustar' ? textAt(head, 345, 155) : '';
            const name = longName ?? [prefix, textAt(head, 0, 100)].filter(Boolean).join('/');
            longName = undefined;
            if ((kind === '0' || kind === '') && wanted(name))
                files.set(name, content);
        }
    }
    throw new input_error_1.it.InputError('the archive ends in the middle: half of a download?');
}
function textAt(head, start, length) {
    return head.toString('utf8', start, start + length).replace(/\0.*$/s, '');
}
/** The sum of the head's bytes, its own field as blanks. Source: POSIX, pax, ustar interchange format */
function checksumFits(head) {
    const told = Number.parseInt(textAt(head, 148, 8).trim(), 8);
    return head.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0) === told;
}

/***/ }),

/***/ 211:
/***/ (function (module) {

"use strict";
module.exports = require("./cli.js");

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 60:
/***/ (function (module) {

"use strict";
module.exports = require("./text.js");

/***/ }),

/***/ 421:
/***/ (function (module) {

"use strict";
module.exports = require("node:child_process");

/***/ }),

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 161:
/***/ (function (module) {

"use strict";
module.exports = require("node:os");

/***/ }),

/***/ 760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 975:
/***/ (function (module) {

"use strict";
module.exports = require("node:util");

/***/ }),

/***/ 522:
/***/ (function (module) {

"use strict";
module.exports = require("node:zlib");

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
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(980);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-scripts.js.map
