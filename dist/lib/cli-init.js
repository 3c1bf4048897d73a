/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 828:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(881);


/***/ }),

/***/ 771:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/init-files.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SECRETS = void 0;
exports.newClusterFile = newClusterFile;
exports.workflows = workflows;
const cluster_schema_json_1 = { get it() { return __importDefault(__nccwpck_require__(349)); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const workflow_files_1 = __nccwpck_require__(152);
/** The cluster file, commented for whoever edits it next. Pure; what it is given is checked by reading the result. */
function newClusterFile({ name, pbx, image, sshUser, sshPort, jumpHost, servers }) {
    const entries = roles_1.it.ROLE_NAMES.flatMap((role) => entriesOf(role, servers[role] ?? []));
    return `# yaml-language-server: $schema=${cluster_schema_json_1.it.default.$id}
#
# A PortSIP PBX cluster. What is written here is made true when a pull request that changes it is merged: its plan comes as a
# comment. Passwords and keys never stand in this file. All fields: docs/cluster-file.md of portsip-cluster/actions.

version: 1

# Two clusters need two names. Renaming a cluster leaves the record of what was put there behind, under the old name.
name: ${plain(name)}

# What all servers run. Change it to upgrade them.
image: ${plain(image)}

# The main server, with PortSIP PBX installed.
pbx:
  private_ip: ${plain(pbx)}
  # api: https://${pbx.includes(':') ? `[${pbx}]` : pbx}:8887   # where the portal answers, if not there
  # image: ${image}   # only with this line is the PBX itself upgraded

# How to sign in to all machines. The account is root or has sudo.
ssh:
  user: ${plain(sshUser)}
${sshPort === undefined ? '' : `  port: ${sshPort}\n`}${jumpHost === undefined
        ? '  # jump_host: ops@bastion.example.com   # where they cannot be reached directly\n'
        : `  jump_host: ${plain(jumpHost)}\n`}
# One entry per Linux host, one role per host. To scale out, add an entry; to remove a server, delete its entry.
# Roles: ${roles_1.it.ROLE_NAMES.join(', ')}.
${entries.length > 0 ? `servers:\n${entries.join('\n')}` : `# None yet. Take [] away, and the # before the lines below.\nservers: []\n  # - name: media-server-1\n  #   role: media\n  #   private_ip: 192.168.1.21\n`}
restart:
  # How long to wait for calls to end before a server is restarted, and what then: fail (leave it running) or force.
  drain_timeout: 30m
  on_drain_timeout: fail
  # Changes that callers notice wait for this window. Without one they are made at any hour.
  # window: { days: [sat, sun], from: '02:00', to: '05:00', timezone: Europe/Berlin }
`;
}
function entriesOf(role, addresses) {
    const { exampleName, label, single } = roles_1.it.ROLES[role];
    const about = `  # ${label.slice(0, 1).toUpperCase()}${label.slice(1)}${single ? ': one at most' : 's: as many as you need'}\n`;
    return addresses.map((address, index) => `${index === 0 ? about : ''}  - name: ${exampleName.replace(/\d+$/, String(index + 1))}\n    role: ${role}\n    private_ip: ${plain(address)}\n`);
}
/** As YAML: with quotes where they are needed. */
function plain(text) {
    return /^[A-Za-z][\w./:@-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
        ? text
        : /^\d{1,3}(\.\d{1,3}){3}$/.test(text)
            ? text
            : JSON.stringify(text);
}
function workflows() {
    return Object.entries(workflow_files_1.WORKFLOW_FILES).map(([name, text]) => ({ path: `.github/workflows/${name}`, text }));
}
/** What the workflows are given: in Settings > Secrets and variables > Actions, or as these lines. */
exports.SECRETS = [
    // As a secret it would have GitHub mask that word in every log.
    ['variable', 'PORTSIP_PBX_USERNAME', 'an administrator of the PBX, without two-factor sign-in', ''],
    ['secret', 'PORTSIP_PBX_PASSWORD', "that administrator's password", ''],
    ['secret', 'PORTSIP_SSH_PRIVATE_KEY', 'the key that opens the hosts', ' < deploy'],
    ['variable', 'PORTSIP_SSH_KNOWN_HOSTS', "the hosts' own keys", ' < known_hosts'],
    ['variable', 'PORTSIP_PBX_FINGERPRINT', "of the PBX's certificate, where it is self-signed", ' --body AB:CD:…'],
    ['variable', 'PORTSIP_PBX_TRUSTED_ADDRESS', 'the host of pbx.api, where an authority signed its certificate', ''],
];

/***/ }),

/***/ 881:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/cli/init.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.init = init;
const promises_1 = { get it() { return __nccwpck_require__(455); } };
const node_path_1 = __nccwpck_require__(760);
const load_1 = { get it() { return (__nccwpck_require__(907).load); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const list_1 = { get it() { return (__nccwpck_require__(60).list); } };
const printable_1 = { get it() { return (__nccwpck_require__(60).printable); } };
const exit_code_1 = { get it() { return (__nccwpck_require__(211)["exit-code"]); } };
const files_1 = { get it() { return (__nccwpck_require__(211).files); } };
const init_files_1 = __nccwpck_require__(771);
/** Somebody ended the questions, which is no mistake. */
class Unanswered extends Error {
}
async function unlessUnanswered(work) {
    return work.catch((error) => {
        if (error instanceof Unanswered)
            return undefined;
        throw error;
    });
}
const CLUSTER_FILE = 'cluster.yaml';
const DEFAULT_IMAGE = 'portsip/pbx:22';
const DEFAULT_USER = 'pbx';
/** Until the question for the PBX's address is answered */
const PLACEHOLDER = '192.0.2.1';
/** A commented cluster file and its workflows, from questions or options. What is there stays as it is. */
async function init(context, options) {
    const { folder } = options;
    const clusterFile = (0, node_path_1.join)(folder, CLUSTER_FILE);
    // A file that import wrote, or a person, stays: then only what belongs beside it is missing.
    const keeps = await exists(clusterFile);
    if (keeps && describing(options).length > 0)
        throw new input_error_1.it.InputError(`${(0, printable_1.it.printable)(clusterFile)} is there already, and nothing is overwritten: move it away, or give another --folder; without options that describe a cluster, only the workflows that are missing are written`);
    if (keeps)
        await context.load(clusterFile);
    const { kept, missing } = await besideIt(folder, options.workflows ? (0, init_files_1.workflows)() : []);
    const text = keeps ? '' : await unlessUnanswered(describe(context, options));
    if (text === undefined) {
        context.say('Nothing was written.');
        return exit_code_1.it.EXIT.failed;
    }
    const files = keeps ? missing : [{ path: CLUSTER_FILE, text }, ...missing];
    for (const { path, text } of files)
        await write((0, node_path_1.join)(folder, path), text);
    const { bold, green, yellow } = context.colors;
    const named = (all) => (0, list_1.it.list)(all.map(({ path }) => (0, printable_1.it.printable)((0, node_path_1.join)(folder, path))), 20);
    if (keeps)
        context.say(`${(0, printable_1.it.printable)(clusterFile)} is there already and stays as it is.`);
    const [same, others] = [kept.filter((one) => one.same), kept.filter((one) => !one.same)];
    if (same.length > 0)
        context.say(`As it would be written already: ${named(same)}.`);
    if (others.length > 0)
        context.say(yellow(`There already, not as it would be written, and left as it is: ${named(others)}. Look whether it is meant.`));
    context.say(files.length === 0 ? 'Nothing was missing.' : `${green('Written:')} ${named(files)}.`);
    if (options.workflows)
        context.say(`\n${bold('The workflows need')}\n${secretLines().join('\n')}`);
    const at = folder === '.' ? '' : ` ${(0, printable_1.it.printable)(clusterFile)}`;
    const { cluster } = await context.engine.loadClusterFile(clusterFile);
    const first = cluster.servers.length === 0 ? `add the servers to ${(0, printable_1.it.printable)(clusterFile)}, as its comments show, then ` : '';
    context.say(`\n${bold('Next:')} ${first}portsip-cluster validate${at}`);
    return exit_code_1.it.EXIT.ok;
}
function secretLines() {
    const width = Math.max(...init_files_1.SECRETS.map(([kind, name, , how]) => `gh ${kind} set ${name}${how}`.length));
    return init_files_1.SECRETS.map(([kind, name, about, how]) => `  ${`gh ${kind} set ${name}${how}`.padEnd(width)}  # ${about}`);
}
/** Options that say what the cluster is */
function describing(options) {
    const { name, pbx, image, sshUser, jumpHost } = options;
    return [name, pbx, image, sshUser, jumpHost, ...roles_1.it.ROLE_NAMES.flatMap((role) => options[role] ?? [])].filter((value) => value !== undefined);
}
/** Which of the files are there: `same`, with the very text that they would get */
async function besideIt(folder, files) {
    const kept = [];
    const missing = [];
    for (const file of files) {
        const path = (0, node_path_1.join)(folder, file.path);
        if (!(await exists(path)))
            missing.push(file);
        else
            kept.push({ ...file, same: (await (0, promises_1.it.readFile)(path, 'utf8').catch(() => '')) === file.text });
    }
    return { kept, missing };
}
/** Asks for what the options do not say. Throws InputError for what cannot be meant. */
async function describe(context, options) {
    const { folder, name, pbx, image, sshUser, sshPort, jumpHost } = options;
    const asks = describing(options).length === 0;
    if (asks && !context.io.interactive)
        throw new input_error_1.it.InputError('There is no terminal to ask on: give --name, --pbx and servers such as --media 192.168.1.21');
    if (!asks && (name === undefined || pbx === undefined))
        throw new input_error_1.it.InputError('Give --name and --pbx, or nothing at all to be asked.');
    const answers = {
        name: name ?? nameOf(folder),
        pbx: pbx ?? PLACEHOLDER,
        image: image ?? DEFAULT_IMAGE,
        sshUser: sshUser ?? DEFAULT_USER,
        ...(sshPort !== undefined && { sshPort }),
        ...(jumpHost !== undefined && { jumpHost }),
        servers: Object.fromEntries(roles_1.it.ROLE_NAMES.map((role) => [role, options[role] ?? []])),
    };
    const text = (0, init_files_1.newClusterFile)(asks ? await asked(context, answers) : answers);
    const problem = faultOf(text);
    if (problem !== undefined)
        throw new input_error_1.it.InputError(problem);
    return text;
}
async function asked(context, suggested) {
    let answers = { ...suggested, servers: {} };
    context.say('Enter alone takes what stands in brackets. Nothing is written before the last question.\n');
    const take = async (question, suggestion, into) => {
        for (;;) {
            const given = await context.io.ask(`${question}${suggestion ? ` [${suggestion}]` : ''}: `);
            if (given === undefined)
                throw new Unanswered();
            const tried = into(given.trim() || suggestion);
            const problem = faultOf((0, init_files_1.newClusterFile)(tried));
            if (problem === undefined) {
                answers = tried;
                return;
            }
            context.say(context.colors.red((0, printable_1.it.printable)(problem)));
        }
    };
    await take('Name of the cluster', suggested.name, (name) => ({ ...answers, name }));
    await take("The main server's private address", '', (pbx) => ({ ...answers, pbx }));
    await take('Image that the servers run', suggested.image, (image) => ({ ...answers, image }));
    await take('Account to sign in with by SSH', suggested.sshUser, (sshUser) => ({ ...answers, sshUser }));
    for (const role of roles_1.it.ROLE_NAMES) {
        const { label, single } = roles_1.it.ROLES[role];
        const question = single
            ? `Private address of the ${label}, if there is one`
            : `Private addresses of ${label}s, if there are any`;
        await take(question, '', (given) => ({
            ...answers,
            servers: { ...answers.servers, [role]: given.split(/[\s,]+/).filter(Boolean) },
        }));
    }
    return answers;
}
/** The first fault of the file that would be written; the place in it means nothing to whoever answers. */
function faultOf(text) {
    const fault = (0, load_1.it.parseCluster)(text, CLUSTER_FILE, { unwritten: true }).problems.find(({ severity }) => severity === 'error');
    return fault && `${fault.message}${fault.cure ? ` — ${fault.cure}` : ''}`;
}
function nameOf(folder) {
    const name = (0, node_path_1.basename)((0, node_path_1.resolve)(folder))
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return /^[a-z]/.test(name) ? name.slice(0, 30).replace(/-+$/, '') : 'acme';
}
async function exists(path) {
    return (0, promises_1.it.lstat)(path).then(() => true, () => false);
}
/** `wx`: whatever came there since is not written over either. */
async function write(path, text) {
    try {
        await (0, promises_1.it.mkdir)((0, node_path_1.dirname)(path), { recursive: true });
        await (0, promises_1.it.writeFile)(path, text, { flag: 'wx' });
    }
    catch (error) {
        throw new input_error_1.it.InputError(`${path} cannot be written: ${(0, files_1.it.why)(error)}`);
    }
}

/***/ }),

/***/ 152:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/cli/workflow-files.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.WORKFLOW_FILES = void 0;
// Made from examples/workflows by scripts/workflow-files.mjs. Do not edit.
/** The workflows of a cluster's repository, by name */
exports.WORKFLOW_FILES = {
    'plan.yml': "# Shows on a pull request what it would do to the cluster. Copy to .github/workflows/plan.yml.\n# Needs the secrets PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables PORTSIP_PBX_USERNAME (or a secret),\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment.\nname: Plan\n\non:\n  pull_request:\n    paths: [cluster.yaml, 'portsip/**'] # the second: PortSIP's control scripts, where the cluster file names their folder\n\npermissions: {}\n\n# Of this file and this pull request or entry of a merge queue; another cluster's workflow has a group of its own.\nconcurrency:\n  group: ${{ github.workflow_ref }}\n  cancel-in-progress: true\n\njobs:\n  plan:\n    name: Plan\n    uses: portsip-cluster/actions/.github/workflows/plan.yml@v1\n    permissions:\n      contents: read # the cluster file\n      pull-requests: write # the plan as a comment\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n      PORTSIP_REVIEW_KEY: ${{ secrets.PORTSIP_REVIEW_KEY }} # where there is one\n",
    'deploy.yml': "# Makes the live cluster match on every merge, as the plan of the pull request said. Copy to .github/workflows/deploy.yml.\n# Needs the secrets PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables PORTSIP_PBX_USERNAME (or a secret),\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment.\nname: Deploy\n\non:\n  push:\n    branches: [main]\n    paths: [cluster.yaml, 'portsip/**'] # the second: PortSIP's control scripts, where the cluster file names their folder\n  # schedule: [{ cron: '15 18 * * 5,6' }] # UTC; with a maintenance window, in the window, for what waited\n  workflow_dispatch:\n    inputs:\n      approve:\n        description: Deploy a plan that nobody reviewed, by its digest, which a stopped deploy prints\n        type: string\n      force:\n        description: Also what cuts calls or waits for the maintenance window\n        type: boolean\n        default: false\n      rotate-im-token:\n        description: Issue a new IM token and recreate the IM server with it\n        type: boolean\n        default: false\n      host-is-gone:\n        description: Removed servers whose host will never answer again, by name\n        type: string\n      allow-undersized:\n        description: Install on hosts that are smaller than the guide's minimum\n        type: boolean\n        default: false\n      install-ssh-key:\n        description: High availability only. Let pbx01 sign in to servers where it cannot yet\n        type: boolean\n        default: false\n\npermissions: {}\n\njobs:\n  deploy:\n    name: Deploy\n    uses: portsip-cluster/actions/.github/workflows/deploy.yml@v1\n    permissions:\n      contents: read # the cluster file\n      pull-requests: read # its reviewed plan\n    with:\n      environment: production # reviewers of this environment approve the deploy\n      # A push has no inputs.\n      approve: ${{ inputs.approve || '' }}\n      force: ${{ inputs.force || false }}\n      rotate-im-token: ${{ inputs.rotate-im-token || false }}\n      host-is-gone: ${{ inputs.host-is-gone || '' }}\n      allow-undersized: ${{ inputs.allow-undersized || false }}\n      install-ssh-key: ${{ inputs.install-ssh-key || false }}\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n      PORTSIP_REVIEW_KEY: ${{ secrets.PORTSIP_REVIEW_KEY }} # where there is one\n",
    'rolling-restart.yml': "# Restarts cluster services by hand, without dropping calls. Copy to .github/workflows/rolling-restart.yml.\n# Needs the secrets PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment.\nname: Rolling restart\n\non:\n  workflow_dispatch:\n    inputs:\n      roles:\n        description: What to restart\n        type: choice\n        options: [all, loadbalancer, media, queue, meeting, ivr, im, dataflow]\n        default: all\n      servers:\n        description: Or only these servers, by name\n        type: string\n      pbx:\n        description: The PBX itself as well, which ends all calls\n        type: boolean\n        default: false\n      reason:\n        description: Why\n        type: string\n        required: true\n      force:\n        description: Restart outside the maintenance window, with calls up, or the last server of a role\n        type: boolean\n        default: false\n\npermissions: {}\n\njobs:\n  restart:\n    name: Restart\n    uses: portsip-cluster/actions/.github/workflows/rolling-restart.yml@v1\n    permissions:\n      contents: read # the cluster file\n    with:\n      environment: production\n      roles: ${{ inputs.servers == '' && inputs.roles || '' }}\n      servers: ${{ inputs.servers }}\n      pbx: ${{ inputs.pbx }}\n      reason: ${{ inputs.reason }}\n      force: ${{ inputs.force }}\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n",
    'drift.yml': "# Checks every morning whether the cluster is still what cluster.yaml says, and keeps one issue about it.\n# Copy to .github/workflows/drift.yml.\n# Needs the secrets PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD and PORTSIP_SSH_PRIVATE_KEY, and the variables\n# PORTSIP_SSH_KNOWN_HOSTS and PORTSIP_PBX_FINGERPRINT, of the repository or of a deployment environment without reviewers.\nname: Drift\n\non:\n  schedule:\n    - cron: '17 5 * * *' # UTC, and not on the hour, when GitHub is busy\n  workflow_dispatch:\n\npermissions: {}\n\njobs:\n  drift:\n    name: Drift\n    uses: portsip-cluster/actions/.github/workflows/drift.yml@v1\n    permissions:\n      contents: read # the cluster file\n      issues: write # the issue about drift\n    secrets:\n      PORTSIP_PBX_USERNAME: ${{ secrets.PORTSIP_PBX_USERNAME }}\n      PORTSIP_PBX_PASSWORD: ${{ secrets.PORTSIP_PBX_PASSWORD }}\n      PORTSIP_SSH_PRIVATE_KEY: ${{ secrets.PORTSIP_SSH_PRIVATE_KEY }}\n      PORTSIP_REGISTRY_TOKEN: ${{ secrets.PORTSIP_REGISTRY_TOKEN }} # where there is one\n",
};

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

/***/ 349:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.schema.json");

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

/***/ 455:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ 760:
/***/ (function (module) {

"use strict";
module.exports = require("node:path");

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
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ 	var __webpack_exports__ = __nccwpck_require__(828);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=cli-init.js.map
