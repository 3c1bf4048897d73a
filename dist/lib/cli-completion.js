/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 944:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(989);


/***/ }),

/***/ 989:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/completion.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SCRIPTS = exports.SHELLS = void 0;
exports.candidates = candidates;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const restart_1 = { get it() { return (__nccwpck_require__(984).restart); } };
exports.SHELLS = ['bash', 'zsh', 'fish'];
/** What a shell sources. It asks `portsip-cluster __complete` for the words: they are those of the release that runs. */
exports.SCRIPTS = {
    bash: `# portsip-cluster completion bash: source <(portsip-cluster completion bash)
_portsip_cluster() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
    "\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null
  )
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
    compopt -o filenames 2>/dev/null
  fi
}
complete -o nosort -F _portsip_cluster portsip-cluster 2>/dev/null || complete -F _portsip_cluster portsip-cluster
`,
    zsh: `#compdef portsip-cluster
# portsip-cluster completion zsh: source <(portsip-cluster completion zsh)
_portsip_cluster() {
  local -a found
  found=("\${(@f)$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then
    compadd -V portsip-cluster -- "\${found[@]}"
  else
    _files
  fi
}
compdef _portsip_cluster portsip-cluster
`,
    fish: `# portsip-cluster completion fish: portsip-cluster completion fish | source
function __portsip_cluster
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c portsip-cluster -a '(__portsip_cluster)'
`,
};
/**
 * What could stand where the last of `words` is being typed (it may be empty), each a whole word. None: a file, or anything.
 * `cluster`: the file in this folder, where it can be read; `clusters`: names of those of this repository, as far as they can be.
 */
async function candidates(program, words, cluster, clusters = () => Promise.resolve([])) {
    const current = words.at(-1) ?? '';
    const before = words.slice(0, -1);
    const command = program.commands.find((one) => one.name() === before[0] && !isHidden(one));
    const begin = (all) => all.filter((one) => one.startsWith(current));
    if (!command)
        return before.length === 0 ? begin(visible(program)) : [];
    if (command.name() === 'help')
        return before.length === 1 ? begin(visible(program)) : [];
    const option = command.options.find((one) => takesValue(one) && [one.short, one.long].includes(before.at(-1) ?? ''));
    if (option) {
        const file = valueOf(command, 'file', before) ?? 'cluster.yaml';
        const values = await valuesOf(option, command.name(), () => cluster(file));
        // "media-server-1,med": what stands before the comma stays.
        const head = current.slice(0, current.lastIndexOf(',') + 1);
        const given = head.split(',');
        return values
            .map((value) => `${head}${value}`)
            .filter((one, index) => {
            return one.startsWith(current) && !given.includes(values[index] ?? '');
        });
    }
    if (!current.startsWith('-')) {
        if (command.name() === 'fleet' && ['status', 'plan'].includes(before[1] ?? ''))
            return begin((await clusters()).filter((name) => !before.includes(name)));
        return begin(command.registeredArguments[before.length - 1]?.argChoices ?? []);
    }
    const used = new Set(before);
    return begin([...command.options, ...program.createHelp().visibleOptions(command)]
        .flatMap(({ long, hidden }) => (long && !hidden ? [long] : []))
        .filter((long, index, all) => all.indexOf(long) === index && (!used.has(long) || isRepeatable(long))));
}
async function valuesOf({ long, argChoices }, command, cluster) {
    switch (long) {
        case '--servers': {
            const servers = (await cluster())?.servers ?? [];
            const roles = roles_1.it.ROLE_NAMES.filter((role) => servers.some((server) => server.role === role) && (0, roles_1.it.isRole)(role));
            const more = command === 'restart' ? [restart_1.it.LOAD_BALANCER_NAME] : [];
            return [...servers.map(({ name }) => name), ...roles, ...more];
        }
        case '--host-is-gone':
            return ((await cluster())?.servers ?? []).map(({ name }) => name);
        case '--rotate':
            return [...roles_1.it.TOKEN_SERVICES];
        default:
            return argChoices ?? [];
    }
}
const takesValue = ({ required, optional }) => required || optional;
const isRepeatable = (long) => ['--host-is-gone', '--rotate', '--host'].includes(long);
const isHidden = (command) => command.name().startsWith('__');
const visible = (program) => program.commands.filter((one) => !isHidden(one)).map((one) => one.name());
function valueOf(command, name, words) {
    const option = command.options.find((one) => one.attributeName() === name);
    const at = words.findLastIndex((word) => option && [option.short, option.long].includes(word));
    return at < 0 ? undefined : words[at + 1];
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 984:
/***/ (function (module) {

"use strict";
module.exports = require("./stages.js");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(944);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-completion.js.map
