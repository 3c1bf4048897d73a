/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 286:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(453);


/***/ }),

/***/ 453:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/credentials.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readCredentials = readCredentials;
const node_child_process_1 = { get it() { return __nccwpck_require__(421); } };
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_os_1 = __nccwpck_require__(161);
const node_path_1 = __nccwpck_require__(760);
const node_util_1 = __nccwpck_require__(975);
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const defined_1 = { get it() { return (__nccwpck_require__(426).defined); } };
const environment_1 = { get it() { return __nccwpck_require__(960); } };
const private_key_1 = { get it() { return (__nccwpck_require__(83)["private-key"]); } };
const log_1 = { get it() { return (__nccwpck_require__(426).log); } };
const tls_1 = { get it() { return (__nccwpck_require__(387).tls); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const own_ssh_1 = __nccwpck_require__(152);
/** Prints the password of the administrator on its first line, as password managers do */
const PASSWORD_COMMAND = 'PORTSIP_PBX_PASSWORD_COMMAND';
const COMMAND_MS = 120_000;
/**
 * Files given as options win over PORTSIP_… variables, and these over what ssh would use and over questions. All secrets are in
 * `secrets` when this returns. Throws InputError that names everything that is missing at once.
 */
async function readCredentials(options, env, secrets, home = (0, node_os_1.homedir)(), asker) {
    (0, environment_1.it.maskEnvironment)(secrets, env);
    const variable = (name) => (0, environment_1.it.fromEnvironment)(name, env);
    const problems = [];
    const tell = (error) => {
        if (!(error instanceof types_1.it.InputError))
            throw error;
        problems.push(error.message);
    };
    const file = async (path, option) => {
        try {
            return await (0, promises_1.it.readFile)((0, own_ssh_1.expand)(path, home), 'utf8');
        }
        catch (error) {
            problems.push(`${option}: ${path} cannot be read: ${(0, files_1.it.why)(error)}.`);
            return undefined;
        }
    };
    const sshPrivateKey = options.identity ? await file(options.identity, '--identity') : variable('ssh-private-key');
    secrets.add(sshPrivateKey);
    const keyNamed = options.identity && `--identity ${options.identity}`;
    const pbxCa = options.pbxCa ? await file(options.pbxCa, '--pbx-ca') : variable('pbx-ca');
    const ownKnownHosts = (0, node_path_1.join)(home, '.ssh/known_hosts');
    const knownHostsText = variable('ssh-known-hosts');
    const sshKnownHosts = options.knownHosts
        ? await file(options.knownHosts, '--known-hosts')
        : (knownHostsText ?? (await (0, promises_1.it.readFile)(ownKnownHosts, 'utf8').catch(() => undefined)));
    const pbxFingerprint = options.pbxFingerprint ?? variable('pbx-fingerprint');
    // What ssh would use is a person's: a workflow's job is given all that it may use.
    const own = env['GITHUB_ACTIONS'] ? undefined : await (0, own_ssh_1.ownSsh)(env, home, !sshPrivateKey && !options.identity);
    for (const { text } of own?.keys ?? [])
        secrets.add(text);
    const hasOwn = own !== undefined && (own.agent !== undefined || own.keys.length > 0);
    if (!sshPrivateKey && !options.identity && !hasOwn)
        problems.push('Give the SSH key: --identity FILE, its text in PORTSIP_SSH_PRIVATE_KEY, an agent (ssh-add), or one in ~/.ssh.');
    if (sshKnownHosts === undefined && !options.knownHosts && !options.withoutKnownHosts)
        problems.push("Give the hosts' keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.");
    if (options.pbxFingerprint !== undefined)
        attempt(() => (0, tls_1.it.parseTrust)({ fingerprint: pbxFingerprint, named: '--pbx-fingerprint' }), tell);
    else if (options.pbxCa)
        attempt(() => pbxCa === undefined || (0, tls_1.it.parseTrust)({ ca: pbxCa, named: '--pbx-ca' }), tell);
    else if (pbxCa ?? pbxFingerprint)
        attempt(() => (0, tls_1.it.parseTrust)({ ca: pbxCa, fingerprint: pbxFingerprint }), tell);
    const pbxTrustedAddress = options.pbxTrustedAddress ?? variable('pbx-trusted-address');
    const needsPbx = !options.withoutPbx;
    let pbxUsername = variable('pbx-username');
    let pbxPassword = variable('pbx-password');
    const command = needsPbx ? env[PASSWORD_COMMAND] : undefined;
    // Nobody is asked anything that would be of no use.
    const byCommand = problems.length === 0 && !pbxPassword ? command : undefined;
    if (byCommand)
        pbxPassword = await fromCommand(byCommand, env).catch((error) => {
            tell(error);
            return undefined;
        });
    if (problems.length === 0 && asker && needsPbx) {
        pbxUsername ??= await asker.ask("Administrator of the PBX's portal: ");
        if (pbxUsername)
            pbxPassword ??= await asker.askSecret(`Password of ${pbxUsername}: `);
    }
    secrets.add(pbxPassword);
    if (needsPbx && !pbxUsername)
        problems.unshift('Set PORTSIP_PBX_USERNAME to the name of an administrator of the PBX.');
    if (needsPbx && !pbxPassword && !(command && problems.length > 0))
        problems.splice(pbxUsername ? 0 : 1, 0, "Set PORTSIP_PBX_PASSWORD to that administrator's password, or PORTSIP_PBX_PASSWORD_COMMAND to a command that prints it.");
    if (problems.length > 0)
        throw new types_1.it.InputError(problems.join('\n'));
    let sshPassphrase = variable('ssh-passphrase');
    const locked = sshPrivateKey
        ? (0, private_key_1.it.isEncrypted)(sshPrivateKey)
        : own?.agent === undefined && own?.keys.every(({ text }) => (0, private_key_1.it.isEncrypted)(text));
    const lockedNamed = keyNamed ?? own?.keys[0]?.path ?? 'the SSH key';
    if (locked && !sshPassphrase)
        sshPassphrase = await asker?.askSecret(`Passphrase of ${lockedNamed}: `);
    secrets.add(sshPassphrase);
    const first = own?.keys[0];
    // One that was given is looked at by whoever uses it.
    if (!sshPrivateKey && locked && first)
        (0, private_key_1.it.checkPrivateKey)(first.text, sshPassphrase, first.path);
    const sudoPassword = variable('sudo-password') ?? (options.askSudoPassword ? await asker?.askSecret('Password for sudo: ') : undefined);
    secrets.add(sudoPassword);
    if (options.askSudoPassword && !sudoPassword)
        throw new types_1.it.InputError('--ask-sudo-password: nobody answered; PORTSIP_SUDO_PASSWORD does without a question');
    const registryToken = variable('registry-token');
    for (const [name, secret] of [
        ['PORTSIP_REGISTRY_TOKEN', registryToken],
        ['PORTSIP_PBX_PASSWORD', pbxPassword],
        ['PORTSIP_SUDO_PASSWORD', sudoPassword],
        ['PORTSIP_SSH_PASSPHRASE', sshPassphrase],
    ]) {
        const problem = secret && (0, log_1.it.secretProblem)(secret);
        if (problem)
            problems.push(`${name} ${problem}.`);
    }
    if (problems.length > 0)
        throw new types_1.it.InputError(problems.join('\n'));
    const knownHostsNamed = options.knownHosts ?? (knownHostsText === undefined ? ownKnownHosts : undefined);
    return (0, defined_1.it.defined)({
        pbxUsername,
        pbxPassword,
        pbxCa,
        pbxFingerprint,
        pbxTrustedAddress,
        sshPrivateKey,
        sshPassphrase,
        sshKnownHosts,
        sudoPassword,
        registryToken,
        ownSsh: own,
        named: (0, defined_1.it.defined)({
            sshPrivateKey: keyNamed,
            sshKnownHosts: knownHostsNamed,
            pbxFingerprint: options.pbxFingerprint === undefined ? undefined : '--pbx-fingerprint',
            pbxPassword: byCommand ? PASSWORD_COMMAND : undefined,
        }),
    });
}
function attempt(work, tell) {
    try {
        work();
    }
    catch (error) {
        tell(error);
    }
}
/** The first line of what a command prints. What else it prints is its own affair, and shown by nobody: it may hold the password. */
async function fromCommand(command, env) {
    const run = (0, node_util_1.promisify)(node_child_process_1.it.execFile);
    const { stdout } = await run('/bin/sh', ['-c', command], { env: { ...env }, timeout: COMMAND_MS }).catch((error) => {
        const { code, killed } = (0, unknown_1.it.isObject)(error) ? error : {};
        const how = killed === true ? `took longer than ${COMMAND_MS / 1000} s` : `ended with ${String(code)}`;
        throw new types_1.it.InputError(`${PASSWORD_COMMAND} ${how}: run it yourself to see why`);
    });
    const [line = ''] = stdout.split(/\r?\n/);
    if (line === '')
        throw new types_1.it.InputError(`${PASSWORD_COMMAND} printed nothing: the password belongs on its first line`);
    return line;
}

/***/ }),

/***/ 152:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/own-ssh.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ownSsh = ownSsh;
exports.expand = expand;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const ssh_config_1 = { get it() { return __nccwpck_require__(107); } };
/** In OpenSSH's order, as far as it can be used here */
const DEFAULT_KEYS = ['id_ed25519', 'id_ecdsa', 'id_rsa'];
const MOST_INCLUDED = 50;
/**
 * What ssh would use for whoever sits at this terminal: the agent, the keys in ~/.ssh, ~/.ssh/config. `own`: whether keys count as
 * well; one that was given counts alone.
 */
async function ownSsh(env, home, own) {
    const folder = (0, node_path_1.join)(home, '.ssh');
    const blocks = (0, ssh_config_1.it.parseSshConfig)(await configText((0, node_path_1.join)(folder, 'config'), folder));
    const agent = env['SSH_AUTH_SOCK'];
    const ways = (names) => {
        const { identityFiles, ...way } = (0, ssh_config_1.it.ownWay)(blocks, names);
        return { ...way, keys: own ? identityFiles.map((path) => expand(path, home)) : [] };
    };
    const paths = own
        ? [...new Set([...blocks.flatMap(identities), ...DEFAULT_KEYS.map((name) => (0, node_path_1.join)(folder, name))])]
        : [];
    const keys = await Promise.all(paths.map((path) => readKey(expand(path, home))));
    return {
        ...(own && agent && { agent }),
        keys: keys.filter((key) => key !== undefined),
        defaults: DEFAULT_KEYS.map((name) => (0, node_path_1.join)(folder, name)),
        way: ways,
    };
}
const identities = ({ settings }) => settings.flatMap(([name, value]) => (name === 'identityfile' ? [value] : []));
async function readKey(path) {
    const text = await (0, promises_1.it.readFile)(path, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : { path, text };
}
/** The file with what it includes in its place; one that cannot be read says nothing. */
async function configText(path, folder, left = { files: MOST_INCLUDED }) {
    if (left.files-- <= 0)
        return '';
    const text = await (0, promises_1.it.readFile)(path, 'utf8').catch(() => '');
    const lines = await Promise.all(text.split(/\r?\n/).map(async (line) => {
        const included = /^\s*include(?:\s*=\s*|\s+)(.+?)\s*$/i.exec(line)?.[1];
        if (included === undefined)
            return line;
        const parts = [];
        for (const word of included.split(/\s+/))
            for (const file of await filesOf(word.replaceAll('"', ''), folder))
                parts.push(await configText(file, folder, left));
        return parts.join('\n');
    }));
    return lines.join('\n');
}
/** Patterns in the last part of a path only */
async function filesOf(pattern, folder) {
    const home = (0, node_path_1.dirname)(folder);
    const path = expand(pattern, home);
    const whole = (0, node_path_1.isAbsolute)(path) ? path : (0, node_path_1.join)(folder, path);
    const name = (0, node_path_1.basename)(whole);
    if (!/[*?]/.test(name))
        return [whole];
    const source = name
        .replace(/[^\w*?]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replaceAll('?', '.');
    const entries = await (0, promises_1.it.readdir)((0, node_path_1.dirname)(whole)).catch(() => []);
    return entries
        .filter((entry) => new RegExp(`^${source}$`).test(entry))
        .sort()
        .map((entry) => (0, node_path_1.join)((0, node_path_1.dirname)(whole), entry));
}
/** `~` and %d are the home folder. */
function expand(path, home) {
    const there = path.replaceAll('%d', home);
    return there === '~' || there.startsWith('~/') ? (0, node_path_1.join)(home, there.slice(1)) : there;
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

/***/ 960:
/***/ (function (module) {

"use strict";
module.exports = require("./github-environment.js");

/***/ }),

/***/ 107:
/***/ (function (module) {

"use strict";
module.exports = require("./host-ssh-config.js");

/***/ }),

/***/ 83:
/***/ (function (module) {

"use strict";
module.exports = require("./host.js");

/***/ }),

/***/ 426:
/***/ (function (module) {

"use strict";
module.exports = require("./main.js");

/***/ }),

/***/ 387:
/***/ (function (module) {

"use strict";
module.exports = require("./pbx.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(286);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-credentials.js.map
