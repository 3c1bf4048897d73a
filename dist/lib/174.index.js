"use strict";
exports.id = 174;
exports.ids = [174];
exports.modules = {

/***/ 77278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   nM: () => (/* binding */ refreshLock),
/* harmony export */   rh: () => (/* binding */ writeRecord),
/* harmony export */   x_: () => (/* binding */ releaseLock)
/* harmony export */ });
/* unused harmony exports WRITE_RECORD, READ_LOCK, CHANGE_LOCK */
/* harmony import */ var _state_folder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56201);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/* harmony import */ var _types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65720);



/** $1 name, $2 content. A reader sees the old file or the new one; after a power cut too. */
const WRITE_RECORD = `
umask 077
folder=${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
mkdir -p "$folder" || exit
printf '%s' "$2" >"$folder/.$1.json.$$" || { rm -f "$folder/.$1.json.$$"; exit 1; }
sync "$folder/.$1.json.$$" 2>/dev/null || sync
mv "$folder/.$1.json.$$" "$folder/$1.json"
`;
/** Writes the cluster's record on the main server, for root only. */
async function writeRecord(host, name, json) {
    check(host, await host.run(WRITE_RECORD, [clusterName(name), json], { repeatable: true }), 'keep the record of this cluster');
}
/*
 * The lock is a folder with the holder's JSON in it. Everything is decided on our side from what was read, and done
 * on the host only if that is still so, under a mutex that the kernel lets go when its holder dies. A heartbeat is the
 * file's time; the host's clock alone is asked, so that no two clocks are compared.
 */
const LOCK_FUNCTIONS = `
umask 077
folder=${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P}
lock=$folder/$1.lock
mkdir -p "$folder" || exit
locked() {
  if command -v flock >/dev/null; then
    exec 9>"$folder/$1.mutex"
    flock -w 20 9
    return
  fi
  tries=0
  until mkdir "$folder/$1.mutex.d" 2>/dev/null; do
    tries=$((tries + 1))
    [ -z "$(find "$folder/$1.mutex.d" -prune -mmin +1 2>/dev/null)" ] || rmdir "$folder/$1.mutex.d"
    [ $tries -lt 200 ] || return 1
    sleep 0.1 2>/dev/null || sleep 1
  done
  # shellcheck disable=SC2064 # the name as it is now
  trap "rmdir '$folder/$1.mutex.d'" EXIT
}
# $version: what is there, and when it was last written; empty when there is none
look() {
  version=
  [ -d "$lock" ] || return 0
  version=$(date -r "$lock" +%s):
  [ ! -f "$lock/holder.json" ] || version=$(date -r "$lock/holder.json" +%s):$(cat "$lock/holder.json")
}
`;
/** $1 name. Prints the host's time, then the version. */
const READ_LOCK = `${LOCK_FUNCTIONS}
look
date +%s
printf '%s' "$version"
`;
/** $1 name, $2 the version that must still be there, $3 what to do, $4 content. Exit 9: it is not there any more. */
const CHANGE_LOCK = `${LOCK_FUNCTIONS}
locked "$1" || exit 8
look
[ "$version" = "$2" ] || exit 9
case $3 in
write)
  mkdir -p "$lock" || exit 1
  printf '%s' "$4" >"$lock/holder.json.new" && mv "$lock/holder.json.new" "$lock/holder.json"
  ;;
touch) touch "$lock/holder.json" ;;
remove) rm -rf "$lock" ;;
*) exit 2 ;;
esac
`;
/**
 * Takes the cluster's lock for `holder`, or says who has it. One that was not refreshed for `staleAfterMs` is taken
 * over, and one whose holder is known to be dead at once; one with our own id is taken again.
 */
async function acquireLock(host, name, holder, options) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        const ours = lock.holder?.id === holder.id;
        const dead = lock.holder && options.isDead?.(lock.holder);
        if (lock.holder && !ours && !dead && lock.idleMs < options.staleAfterMs)
            return { acquired: false, holder: lock.holder, idleMs: lock.idleMs };
        if (await changeLock(host, name, lock.version, 'write', JSON.stringify(holder)))
            return { acquired: true, ...(lock.holder && !ours && { tookOver: lock.holder }) };
    }
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)}: the lock of ${name} changes hands all the time; try again`, host.machine.name, 'command');
}
/** Says that the holder lives. false: somebody else has it, or nobody. */
async function refreshLock(host, name, id) {
    return changeOwn(host, name, id, 'touch');
}
/** Lets it go if it is ours. false: it was not. */
async function releaseLock(host, name, id) {
    return changeOwn(host, name, id, 'remove');
}
async function changeOwn(host, name, id, what) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        if (lock.holder?.id !== id)
            return false;
        if (await changeLock(host, name, lock.version, what, ''))
            return true;
    }
    return false;
}
async function readLock(host, name) {
    const output = check(host, await host.run(READ_LOCK, [clusterName(name)], { repeatable: true }), 'read the lock of this cluster');
    const newline = output.stdout.indexOf('\n');
    const now = Number(output.stdout.slice(0, newline));
    const version = output.stdout.slice(newline + 1);
    if (version === '')
        return { version, idleMs: 0 };
    const colon = version.indexOf(':');
    return {
        version,
        holder: readHolder(version.slice(colon + 1)),
        idleMs: (now - Number(version.slice(0, colon))) * 1000,
    };
}
function readHolder(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {}; // its writer died half way; it becomes stale like any other
    }
}
async function changeLock(host, name, version, what, content) {
    // Twice does no harm: the second finds another version, and whoever asked looks again.
    const output = await host.run(CHANGE_LOCK, [clusterName(name), version, what, content], { repeatable: true });
    if (output.code === 9)
        return false;
    check(host, output, 'change the lock of this cluster');
    return true;
}
function check(host, output, what) {
    if (output.code === 0)
        return output;
    throw new _types__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .d(`${(0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(host.machine)} could not ${what} in ${_state_folder__WEBPACK_IMPORTED_MODULE_2__/* .STATE_FOLDER */ .P} (exit ${output.code}): ${output.stderr.trim().split('\n').at(-1) || 'it does not say why'}; is its disk full or read-only?`, host.machine.name, 'command');
}
/** It becomes a file name. */
function clusterName(name) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
        throw new TypeError(`not a cluster name: ${name}`);
    return name;
}
//# sourceMappingURL=files.js.map

/***/ }),

/***/ 7399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R9: () => (/* binding */ NotStarted),
  yf: () => (/* binding */ runAsRoot),
  _M: () => (/* binding */ where)
});

// UNUSED EXPORTS: loader, payload

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/host/frames.js
/**
 * Takes a stream apart that holds, somewhere, `TOKEN-begin`, output, `TOKEN-endCODE\n`. What a login shell prints
 * around it is dropped. Output is passed on as soon as it cannot be part of the end marker.
 */
class FrameReader {
    onData;
    /** The script's exit code, once the end was read */
    code;
    begin;
    end;
    state = 'before';
    pending = Buffer.alloc(0);
    constructor(token, onData) {
        this.onData = onData;
        this.begin = Buffer.from(`${token}-begin`);
        this.end = Buffer.from(`${token}-end`);
    }
    push(chunk) {
        if (this.state === 'after')
            return;
        this.pending = Buffer.concat([this.pending, chunk]);
        if (this.state === 'before') {
            const at = this.pending.indexOf(this.begin);
            if (at < 0)
                return this.keep(this.begin.length);
            this.pending = this.pending.subarray(at + this.begin.length);
            this.state = 'inside';
        }
        if (this.state === 'inside') {
            const at = this.pending.indexOf(this.end);
            const safe = at < 0 ? this.pending.length - this.possibleEnd() : at;
            if (safe > 0)
                this.onData(this.pending.subarray(0, safe));
            if (at < 0) {
                this.pending = this.pending.subarray(safe);
                return;
            }
            this.pending = this.pending.subarray(at + this.end.length);
            this.state = 'code';
        }
        const newline = this.pending.indexOf(0x0a);
        if (newline < 0)
            return this.keep(16);
        this.code = Number.parseInt(this.pending.subarray(0, newline).toString('latin1'), 10);
        this.state = 'after';
    }
    keep(bytes) {
        this.pending = this.pending.subarray(Math.max(0, this.pending.length - bytes));
    }
    /** How many bytes at the end of `pending` could be the first ones of the end marker. */
    possibleEnd() {
        for (let length = Math.min(this.end.length - 1, this.pending.length); length > 0; length--)
            if (this.pending.subarray(this.pending.length - length).equals(this.end.subarray(0, length)))
                return length;
        return 0;
    }
}
//# sourceMappingURL=frames.js.map
// EXTERNAL MODULE: ./build/src/host/quote.js
var quote = __webpack_require__(23433);
// EXTERNAL MODULE: ./build/src/host/types.js
var types = __webpack_require__(65720);
;// CONCATENATED MODULE: ./build/src/host/shell.js




/** The connection went before the host had been told what to do: it can be told again. */
class NotStarted extends Error {
}
/** A host may not fill our memory. */
const MAX_OUTPUT = 32 * 1024 * 1024;
/** sudo, PAM and a slow login shell included */
const READY_MS = 30_000;
/**
 * What the login shell gets to see: two single-quoted words without anything that sh, csh or fish would treat
 * differently (no quote, backslash, exclamation mark or newline). The first becomes root, the second reads one line
 * and runs it: `read` takes no byte more than the line, and a line cut off by a dying connection is not run.
 */
function loader(token) {
    const asRoot = `test "$(id -u)" = 0 && exec /bin/sh -c "$0"; LC_ALL=C; export LC_ALL; exec sudo -S -p ${token}-password: /bin/sh -c "$0"`;
    const readLine = `echo ${token}-ready; IFS= read -r a && eval "$(printf %b "$a")"`;
    return `/bin/sh -c '${asRoot}' '${readLine}'`;
}
/** The line that the loader runs: arguments, script and input as data, output between markers. */
function payload(token, command) {
    const mark = (kind) => `printf %s ${token}-${kind}; printf %s ${token}-${kind} >&2`;
    const work = `(\n${command.script}\n)`;
    return (0,quote/* printfEscape */.XP)([
        ...(command.input === undefined ? [] : ['IFS= read -r input || exit 125']),
        mark('begin'),
        `set -- ${(0,quote/* shellQuoteAll */.M_)(command.args)}`,
        command.input === undefined ? `${work} </dev/null` : `printf %b "$input" | ${work}`,
        'code=$?',
        `printf "%s%d\\n" ${token}-end "$code"; printf "%s%d\\n" ${token}-end "$code" >&2`,
    ].join('\n'));
}
/** Runs a script as root over an open connection. Throws NotStarted or HostError. */
async function runAsRoot(client, machine, sudoPassword, command) {
    const token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const fail = (message, code, cause) => new types/* HostError */.d(`${where(machine)} ${message}`, machine.name, code, cause);
    const serve = (channel, resolve, reject) => {
        let phase = 'waiting';
        let began = 0;
        let exitCode;
        let asked = 0;
        let size = 0;
        const early = { stdout: '', stderr: '' };
        const collected = [];
        const errors = [];
        const collect = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT)
                end(fail(`prints more than ${MAX_OUTPUT / 1024 / 1024} MiB where a few lines were expected`, 'command'));
            else
                into.push(chunk);
        };
        const stdout = new FrameReader(token, command.onStdout ?? collect(collected));
        const stderr = new FrameReader(token, collect(errors));
        const readyTimer = setTimeout(() => end(fail(`did not become root within ${READY_MS / 1000} s${saidSoFar(early)}: log in as ${machine.ssh.user} and try "sudo -n true" there`, 'sudo')), READY_MS);
        const timer = setTimeout(() => end(fail(`has not finished within ${Math.round(command.timeoutMs / 1000)} s; what was begun there goes on`, 'timeout')), command.timeoutMs);
        const onAbort = () => end(fail('is no longer waited for: the run was cancelled', 'timeout', command.signal?.reason));
        command.signal?.addEventListener('abort', onAbort, { once: true });
        function end(outcome) {
            if (phase === 'over')
                return;
            phase = 'over';
            clearTimeout(readyTimer);
            clearTimeout(timer);
            command.signal?.removeEventListener('abort', onAbort);
            // A daemon that a script left behind may hold the channel open: whoever has the result does not wait for it.
            channel.close();
            if (outcome instanceof Error)
                reject(outcome);
            else
                resolve(outcome);
        }
        function begin() {
            phase = 'running';
            clearTimeout(readyTimer);
            const input = command.input === undefined ? '' : `${(0,quote/* printfEscape */.XP)(command.input)}\n`;
            began = Date.now();
            channel.end(`${payload(token, command)}\n${input}`);
        }
        function answerPassword() {
            asked++;
            if (sudoPassword === undefined)
                end(fail(`asks for a password when ${machine.ssh.user} uses sudo: give it (sudo-password, PORTSIP_SUDO_PASSWORD), or allow it without one in /etc/sudoers.d: "${machine.ssh.user} ALL=(ALL) NOPASSWD: ALL"`, 'sudo'));
            else if (asked > 1)
                end(fail(`does not accept the sudo password of ${machine.ssh.user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'));
            else
                channel.write(`${sudoPassword}\n`);
        }
        function finish() {
            if (stdout.code === undefined || stderr.code === undefined)
                return;
            end({
                code: stdout.code,
                stdout: Buffer.concat(collected).toString('utf8'),
                stderr: Buffer.concat(errors).toString('utf8'),
                began,
                ended: Date.now(),
            });
        }
        channel.on('data', (chunk) => {
            if (phase === 'waiting') {
                early.stdout = (early.stdout + chunk.toString('latin1')).slice(-8192);
                if (early.stdout.includes(`${token}-ready`))
                    begin();
            }
            else if (phase === 'running') {
                stdout.push(chunk);
                finish();
            }
        });
        channel.stderr.on('data', (chunk) => {
            if (phase === 'waiting') {
                early.stderr = (early.stderr + chunk.toString('latin1')).slice(-8192);
                // Some PAM modules put their own words in place of ours.
                const prompt = early.stderr.indexOf(`${token}-password:`);
                const other = /(?:^|\n)[^\n]*password[^\n]*:[ \t]*$/i.exec(early.stderr);
                if (prompt < 0 && !other)
                    return;
                early.stderr = prompt < 0 ? '' : early.stderr.slice(prompt + token.length + '-password:'.length);
                answerPassword();
            }
            else if (phase === 'running') {
                stderr.push(chunk);
                finish();
            }
        });
        channel.on('exit', (code) => {
            exitCode = code ?? 255;
        });
        channel.on('error', () => { }); // 'close' follows
        channel.on('close', () => {
            if (phase === 'waiting') {
                if (exitCode === undefined)
                    end(new NotStarted('connection lost'));
                else
                    end(fail(...refusal(machine, exitCode, early)));
            }
            else if (phase === 'running') {
                if (exitCode === undefined)
                    end(fail('lost the connection while a command ran', 'connection-lost'));
                else
                    end(fail(`ended a command before it was done (exit ${exitCode})`, 'command'));
            }
        });
        if (command.signal?.aborted)
            onAbort();
    };
    return await exec(client, machine, loader(token), serve);
}
/** Why the loader never became root, in an operator's words. */
function refusal(machine, code, early) {
    const user = machine.ssh.user;
    const said = early.stderr;
    if (/not in the sudoers|not allowed to (execute|run)|may not run sudo/i.test(said))
        return [
            `does not let ${user} use sudo: add "${user} ALL=(ALL) NOPASSWD: ALL" in /etc/sudoers.d, or use another ssh.user`,
            'sudo',
        ];
    if (/must have a tty/i.test(said))
        return [`lets ${user} use sudo on a terminal only: remove "requiretty" from its sudoers file`, 'sudo'];
    if (/sudo: (command )?not found|sudo: No such file/i.test(said))
        return [`has no sudo: install it, or use ssh.user root`, 'sudo'];
    if (/incorrect password|password is required|no password was provided/i.test(said))
        return [`does not accept the sudo password of ${user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'];
    if (/sudo/.test(said))
        return [`refuses sudo to ${user}${saidSoFar(early)}`, 'sudo'];
    return [
        `could not start /bin/sh for ${user} (exit ${code})${saidSoFar(early)}: its login shell must allow commands over SSH`,
        'command',
    ];
}
function saidSoFar(early) {
    const line = `${early.stdout}\n${early.stderr}`
        .split('\n')
        .map((text) => text.replace(/[^\x20-\x7e]/g, '').trim())
        .filter((text) => text !== '')
        .at(-1);
    return line ? ` (it says "${line.slice(0, 200)}")` : '';
}
function where(machine) {
    const port = machine.ssh.port === 22 ? '' : `:${machine.ssh.port}`;
    return machine.name === machine.address ? `${machine.address}${port}` : `${machine.name} (${machine.address}${port})`;
}
/**
 * Opens a session and hands its channel over within the same tick, as what a short command says and its end may come
 * in one packet. sshd allows 10 sessions a connection (MaxSessions), or fewer: a refused one is tried again for a while.
 */
async function exec(client, machine, commandLine, serve) {
    for (let attempt = 0;; attempt++) {
        try {
            return await new Promise((resolve, reject) => {
                // The callback never comes when the connection dies at this very moment.
                const onClose = () => reject(new NotStarted('connection lost'));
                client.once('close', onClose);
                client.exec(commandLine, (error, channel) => {
                    client.removeListener('close', onClose);
                    if (!error)
                        serve(channel, resolve, reject);
                    else if (/open failure|open failed/i.test(error.message))
                        reject(new SessionRefused(error.message));
                    else
                        reject(new NotStarted(error.message, { cause: error }));
                });
            });
        }
        catch (error) {
            if (error instanceof Error && error.message === 'Not connected')
                throw new NotStarted(error.message, { cause: error });
            if (!(error instanceof SessionRefused))
                throw error;
            if (attempt >= 40)
                throw new types/* HostError */.d(`${where(machine)} opens no further session on its SSH connection: raise MaxSessions in its sshd_config`, machine.name, 'command', error);
            await new Promise((resolve) => setTimeout(resolve, 250));
        }
    }
}
class SessionRefused extends Error {
}
//# sourceMappingURL=shell.js.map

/***/ }),

/***/ 56201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ STATE_FOLDER),
/* harmony export */   e: () => (/* binding */ JOBS_FOLDER)
/* harmony export */ });
/** Where this project keeps what it must remember on hosts. Spelled out in scripts too. */
const STATE_FOLDER = '/var/lib/portsip-cluster';
const JOBS_FOLDER = `${STATE_FOLDER}/jobs`;
//# sourceMappingURL=state-folder.js.map

/***/ }),

/***/ 65720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HostError)
/* harmony export */ });
/** What went wrong between us and a host, in words for an operator, with the cure. */
class HostError extends Error {
    host;
    code;
    constructor(message, host, code, cause) {
        super(message, { cause });
        this.host = host;
        this.code = code;
        this.name = 'HostError';
    }
}
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 97971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TG: () => (/* binding */ until),
/* harmony export */   ZL: () => (/* binding */ Portal),
/* harmony export */   Zu: () => (/* binding */ StageError),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55772);

/** A change that could not be done, in words for an operator. */
class StageError extends Error {
    constructor(message) {
        super(message);
        this.name = 'StageError';
    }
}
/** The portal's servers as this run left them. */
class Portal {
    byRole;
    constructor(servers) {
        this.byRole = Object.fromEntries(_names__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.map((role) => [role, [...servers[role]]]));
    }
    /** An added server; the built-in one is nobody's to drain or to destroy, whatever it is called. */
    find(role, name) {
        return this.byRole[role].find((server) => server.name === name && server.type === 'EXTERNAL');
    }
    builtIn(role) {
        return this.byRole[role].find(({ type }) => type === 'INTERNAL');
    }
    of(role) {
        return this.byRole[role];
    }
    put(server) {
        this.byRole[server.role] = [...this.byRole[server.role].filter(({ id }) => id !== server.id), server];
    }
    remove(role, id) {
        this.byRole[role] = this.byRole[role].filter((server) => server.id !== id);
    }
    forServer(server) {
        return (0,_names__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(server.role) ? this.find(server.role, server.name) : undefined;
    }
}
function hostOf(run, machine) {
    return run.session.hosts.host(machine);
}
/** What a change is verified by: containers and configuration. */
function factsOf(cluster, host, server) {
    return host.facts({
        scriptsPath: cluster.scriptsPath,
        dataPath: server?.dataPath ?? cluster.dataPath,
        brief: true,
    });
}
/**
 * Asks again and again, soon at first and then every two seconds, until `ask` gives something or the deadline is over. What
 * comes true at a known moment is not overslept: `ask` says in how many milliseconds at most it wants to be asked again.
 */
async function until(session, deadlineMs, ask) {
    const end = session.now() + deadlineMs;
    // What has taken a while is noticed a fifth of that while later at most.
    for (let pause = 150;; pause = Math.min(pause * 1.2, 2000)) {
        let wanted = pause;
        const answer = await ask((ms) => (wanted = Math.min(wanted, ms)));
        if (answer !== undefined)
            return answer;
        const left = end - session.now();
        if (left <= 0 || session.signal.aborted)
            return undefined;
        // A clock of whole milliseconds may be one behind.
        await session.sleep(Math.max(10, Math.min(wanted + 1, left)), session.signal);
    }
}
//# sourceMappingURL=context.js.map

/***/ })

};
;
//# sourceMappingURL=174.index.js.map