/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 593:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'backup-scripts'() {
    return __nccwpck_require__(758);
  },
  get 'connections'() {
    return __nccwpck_require__(732);
  },
  get 'containers'() {
    return __nccwpck_require__(465);
  },
  get 'control-plane/index'() {
    return __nccwpck_require__(768);
  },
  get 'control-scripts'() {
    return __nccwpck_require__(957);
  },
  get 'facts'() {
    return __nccwpck_require__(490);
  },
  get 'facts-script'() {
    return __nccwpck_require__(804);
  },
  get 'files'() {
    return __nccwpck_require__(278);
  },
  get 'host-keys'() {
    return __nccwpck_require__(0);
  },
  get 'hosts'() {
    return __nccwpck_require__(894);
  },
  get 'image-digests'() {
    return __nccwpck_require__(996);
  },
  get 'known-hosts'() {
    return __nccwpck_require__(12);
  },
  get 'prepare-script'() {
    return __nccwpck_require__(860);
  },
  get 'private-key'() {
    return __nccwpck_require__(920);
  },
  get 'reachable'() {
    return __nccwpck_require__(250);
  },
  get 'reboot-script'() {
    return __nccwpck_require__(50);
  },
  get 'registry-login'() {
    return __nccwpck_require__(130);
  },
  get 'script-folder'() {
    return __nccwpck_require__(863);
  },
  get 'shell-quote'() {
    return __nccwpck_require__(126);
  },
  get 'state-folder'() {
    return __nccwpck_require__(201);
  },
  get 'trusted-sources'() {
    return __nccwpck_require__(977);
  },
  get 'types'() {
    return __nccwpck_require__(720);
  },
};


/***/ }),

/***/ 758:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/backup-scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.startAgainScript = startAgainScript;
exports.copyScript = copyScript;
const shell_quote_1 = __nccwpck_require__(126);
const state_folder_1 = __nccwpck_require__(201);
/** KiB that stay free on the disk beside the copy: a host whose disk is full is worse than one without a backup */
const SPARE_KIB = 1_048_576;
/** How often it is tried to start it again */
const STARTS = 3;
/** Seconds between two words about how far it is */
const TELL_SECONDS = 10;
const COMMON = `
umask 077
LC_ALL=C
export LC_ALL
say() { echo "[info]: $*"; }
fail() { echo "[error]: $*"; exit 1; }
nap() { sleep "$1" 2>/dev/null || sleep 1; }
marker=$notes/$name.stopped
# The scripts print [error] and exit with 0 after some of them.
control() {
  "$@" >"$notes/$name.said" 2>&1
  code=$?
  cat "$notes/$name.said"
  [ $code -eq 0 ] && ! grep -q '^\\[error\\]' "$notes/$name.said"
}
started() {
  tries=0
  until control start_service; do
    tries=$((tries + 1))
    [ $tries -lt ${STARTS} ] || return 1
    nap 5
  done
  rm -f "$marker" "$notes/$name.said"
}
stays_down="$name was stopped for a backup and does not start: start it by hand. The next backup or deploy tries it again"
`;
function settings({ name, start, scripts }) {
    return `
notes=${(0, shell_quote_1.shellQuote)(state_folder_1.BACKUP_NOTES)} name=${(0, shell_quote_1.shellQuote)(name)} scripts=${(0, shell_quote_1.shellQuote)(scripts)}
start_service() { cd "$scripts" && ${(0, shell_quote_1.shellQuoteAll)(start)}; }
`;
}
/** Starts what a backup that ended half way left stopped. */
function startAgainScript(about) {
    return `${settings(about)}${COMMON}
[ -e "$marker" ] || exit 0
say "a backup ended before it started $name again: that is done now"
started || fail "$stays_down"
`;
}
function copyScript(copy) {
    const { address, at, to, stop, container, companions, parts } = copy;
    const each = parts.map(({ name, path }) => `  "$1" ${(0, shell_quote_1.shellQuote)(name)} ${(0, shell_quote_1.shellQuote)(path)} || return 1`);
    return `${settings(copy)}
at=${(0, shell_quote_1.shellQuote)(at)} address=${(0, shell_quote_1.shellQuote)(address)} to=${(0, shell_quote_1.shellQuote)(to)} container=${(0, shell_quote_1.shellQuote)(container)}
stop_service() { cd "$scripts" && ${(0, shell_quote_1.shellQuoteAll)(stop)}; }
containers() { printf '%s\\n' ${(0, shell_quote_1.shellQuoteAll)([container, ...companions])}; }
each_part() {
${each.join('\n')}
}
${COMMON}${COPY}`;
}
const COPY = `
size() { du -sk "$1" 2>/dev/null | { read -r kib rest; echo "\${kib:-0}"; }; }
human() {
  awk -v k="$1" 'BEGIN { n = split("KiB MiB GiB TiB", unit, " "); i = 1; while (k >= 1024 && i < n) { k /= 1024; i++ } printf(i == 1 ? "%d %s" : "%.1f %s", k, unit[i]) }'
}
newline='
'
# Of a container: whether it runs and since when it did last, or that there is none. Fails where Docker does not tell.
state_of() {
  names=$(docker ps -a --format '{{.Names}}' 2>/dev/null) || return 1
  case ,$(printf '%s' "$names" | tr "$newline" ,), in *",$1,"*) ;; *) echo none; return 0 ;; esac
  docker inspect --type container --format '{{.State.Running}} {{.State.StartedAt}}' "$1" 2>/dev/null
}
states() {
  for one in $(containers); do
    state=$(state_of "$one") || return 1
    printf '%s %s\\n' "$one" "$state"
  done
}

{ mkdir -p "$notes" && chmod 700 "$notes"; } || fail "nothing can be written to $notes; nothing was stopped"
if [ -e "$marker" ]; then
  read -r of <"$marker" || of=
  say "a backup ended before it started $name again: that comes first"
  started || fail "$stays_down"
  [ "$of" != "$at" ] || fail "the backup was interrupted (the host restarted, or it was killed): $name runs again, and there is no backup of now"
fi

total=0
measure() {
  [ -d "$2" ] || fail "$2 is not there, so there is no whole copy: is data_path right? Nothing was stopped"
  part=$(size "$2")
  say "$1: $(human "$part")"
  total=$((total + part))
}
each_part measure
base=\${to%/*}
mkdir -p "$base" || fail "the folder $base cannot be made; nothing was stopped"
free=$(df -Pk "$base" | awk 'NR > 1 { print $4; exit }')
case $free in '' | *[!0-9]*) fail "how much is free in $base cannot be seen; nothing was stopped" ;; *) ;; esac
needed=$((total + total / 20 + ${SPARE_KIB}))
[ "$free" -ge "$needed" ] || fail "$base has $(human "$free") free, and a copy of $(human "$total") wants $(human "$needed"): make room there, or name another folder (backup.folder). Nothing was stopped"
if [ -e "$to" ] || [ -e "$to.partial" ]; then fail "$to is there already; nothing was stopped"; fi
state=$(state_of "$container") || fail "whether $container runs cannot be seen, as Docker does not tell; nothing was stopped"
case $state in true*) ;; *) fail "$container does not run, so nothing is stopped or copied: deploy first, or look at it" ;; esac
mkdir -m 700 "$to.partial" || fail "the folder $to.partial cannot be made; nothing was stopped"

down=
copier=
# Whatever ends this, the service is started before.
ended() {
  ended_with=$?
  trap - EXIT
  # Nobody's patience ends before the service runs.
  trap '' HUP INT TERM
  if [ -n "$copier" ]; then kill "$copier" 2>/dev/null; fi
  if [ -n "$down" ] && ! started; then echo "[error]: $stays_down"; ended_with=1; fi
  exit $ended_with
}
trap ended EXIT
trap 'exit 143' HUP INT TERM

{ printf '%s\\n' "$at" >"$marker" && sync; } || fail "nothing can be written to $notes; nothing was stopped"
stopped_at=$(date +%s)
down=yes
say "stopping $name"
control stop_service || fail "$name could not be stopped, so nothing was copied; it is started again"
still=$(states) || fail "whether $name is stopped cannot be seen, as Docker does not tell, so nothing was copied; it is started again"
running=$(printf '%s\\n' "$still" | sed -n 's/ true .*//p' | head -n 1)
[ -z "$running" ] || fail "$running still runs after $name was stopped, so a copy would not be whole; it is started again"

done_kib=0
copy() {
  say "copying $1"
  rm -f "$notes/$name.code"
  (tar --numeric-owner -C "\${2%/*}/" -cpf "$to.partial/$1.tar" "\${2##*/}"; echo $? >"$notes/$name.code") &
  copier=$!
  beats=0
  while [ ! -s "$notes/$name.code" ] && kill -0 $copier 2>/dev/null; do
    nap 0.2
    beats=$((beats + 1))
    [ $((beats % ${TELL_SECONDS * 5})) -ne 0 ] || say "copied $(human "$(size "$to.partial")") of $(human "$total"), $name is stopped for $(($(date +%s) - stopped_at)) s"
  done
  wait $copier
  copier=
  read -r code <"$notes/$name.code" || code=1
  rm -f "$notes/$name.code"
  [ "$code" -eq 0 ] || fail "$1 could not be copied (tar exit $code); $name is started again, and what was copied stays in $to.partial"
}
each_part copy
# Somebody, or Docker itself, may have started it meanwhile.
after=$(states) || fail "whether $name was stopped all the while cannot be seen, as Docker does not tell: what was copied does not count and stays in $to.partial; $name is started again"
[ "$after" = "$still" ] || fail "$name was started while it was copied: what was copied does not count and stays in $to.partial; make another backup"
say "starting $name again"
started || { down=; fail "$stays_down"; }
down=
seconds=$(($(date +%s) - stopped_at))
say "$name was stopped for $seconds s"

cd "$to.partial" || fail "$to.partial is gone"
{ sha256sum ./*.tar >SHA256SUMS && sum=$(sha256sum SHA256SUMS); } || fail "the checksums could not be written; $name runs, and what was copied stays in $to.partial"
kib=$(size .)
note() { printf 'at=%s\\naddress=%s\\nwhere=%s\\nkib=%s\\nsha256=%s\\nseconds=%s\\n' "$at" "$address" "$to" "$kib" "\${sum%% *}" "$seconds"; }
parts_of() { printf '%s.tar=%s\\n' "$1" "$2"; }
{ note && printf 'name=%s\\n' "$name" && docker inspect --type container --format 'image={{.Config.Image}}' "$container" && each_part parts_of; } >backup.txt || fail "backup.txt could not be written; $name runs, and what was copied stays in $to.partial"
sync
{ cd / && mv "$to.partial" "$to"; } || fail "$to.partial could not be renamed to $to"
{ note >"$notes/$name.new" && mv "$notes/$name.new" "$notes/$name.last"; } || fail "nothing can be written to $notes; the backup is in $to"
say "backup of $(human "$kib") in $to"
`;

/***/ }),

/***/ 732:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/connections.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Connections = void 0;
exports.jumpMachine = jumpMachine;
const node_net_1 = { get it() { return __nccwpck_require__(30); } };
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(227)["p-limit"])); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const known_hosts_1 = __nccwpck_require__(12);
const private_key_1 = __nccwpck_require__(920);
const jump_host_1 = { get it() { return (__nccwpck_require__(907)["jump-host"]); } };
const input_error_1 = { get it() { return (__nccwpck_require__(426)["input-error"]); } };
const shell_1 = __nccwpck_require__(443);
const types_1 = __nccwpck_require__(720);
/** sshd drops connections at random when more than 10 have not signed in (MaxStartups 10:30:100). */
const JUMP_HANDSHAKES = 8;
const ATTEMPTS = 7;
/** One SSH connection per machine, made at first use, made again when it was lost, shared by all. */
class Connections {
    options;
    open = new Map();
    handshakes;
    throughJump = new Map();
    opened;
    closed = false;
    over = new AbortController();
    constructor(options) {
        this.options = options;
        this.handshakes = (0, p_limit_1.it.default)(Math.max(1, options.concurrency));
    }
    async client(wanted) {
        const machine = this.reached(wanted);
        const ssh = await this.connection(machine);
        const client = ssh.connection;
        if (!client)
            return this.client(wanted); // lost between two ticks
        return client;
    }
    close() {
        this.closed = true;
        this.over.abort();
        const all = [...this.open.values()];
        this.open.clear();
        for (const connecting of all)
            connecting.then((ssh) => ssh.dispose()).catch(() => { });
    }
    connection(machine) {
        const key = JSON.stringify([machine.address, machine.ssh]);
        const existing = this.open.get(key);
        if (existing)
            return existing;
        const forget = () => {
            if (this.open.get(key) === connecting)
                this.open.delete(key);
        };
        const connecting = this.connect(machine, forget);
        this.open.set(key, connecting);
        connecting.catch(forget);
        return connecting;
    }
    async connect(machine, forget) {
        const limit = this.limitFor(machine);
        for (let attempt = 1;; attempt++) {
            if (this.closed)
                throw new types_1.HostError(`${(0, shell_1.where)(machine)} is not connected to: the run is over`, machine.name, 'unreachable');
            try {
                return await limit(() => this.handshake(machine, forget));
            }
            catch (error) {
                if (!(error instanceof Dropped) || attempt >= ATTEMPTS)
                    throw error instanceof Dropped ? tooOften(machine, error) : error;
                // Full jitter, so that those who were dropped together do not come back together.
                const delay = 100 * 2 ** attempt * (0.5 + this.options.random());
                this.options.log.debug(`${(0, shell_1.where)(machine)} dropped the connection before sign-in; attempt ${attempt + 1} in ${Math.round(delay)} ms`);
                await this.options.sleep(delay);
            }
        }
    }
    /** The machine as whoever runs this reaches it. */
    reached(machine) {
        const { ownSsh } = this.options;
        if (!ownSsh)
            return machine;
        const found = onOwnWay(machine, ownSsh);
        const key = ({ address, ssh: { port } }) => JSON.stringify([address, port]);
        const seen = new Set([key(found)]);
        for (let at = found; at.ssh.jumpHost;) {
            at = onOwnWay(jumpMachine(at), ownSsh);
            if (seen.has(key(at)))
                throw new input_error_1.it.InputError(`The ProxyJump of ${(0, shell_1.where)(machine)} in ~/.ssh/config leads in a circle, by ${at.address}`);
            seen.add(key(at));
        }
        return found;
    }
    /** In the order in which they are tried: the one that was given; those of ~/.ssh/config, the agent's, the usual ones. */
    waysIn({ ssh, ownKeys = [] }, opened) {
        const { user: username } = ssh;
        const { agent, defaults = [] } = this.options.ownSsh ?? {};
        const by = (paths) => paths.flatMap((path) => {
            const key = opened.get(path);
            return key ? [{ type: 'publickey', username, key }] : [];
        });
        return [
            ...by(['']),
            ...by(ownKeys),
            ...(agent ? [{ type: 'agent', username, agent }] : []),
            ...by(defaults.filter((path) => !ownKeys.includes(path))),
        ];
    }
    /** A jump host's own handshake never waits for those that go through it. */
    limitFor(machine) {
        const { jumpHost } = machine.ssh;
        if (!jumpHost)
            return this.handshakes;
        const key = JSON.stringify(jumpHost);
        let limit = this.throughJump.get(key);
        if (!limit)
            this.throughJump.set(key, (limit = (0, p_limit_1.it.default)(Math.min(JUMP_HANDSHAKES, Math.max(1, this.options.concurrency)))));
        return limit;
    }
    async handshake(machine, forget) {
        const { keys, knownHosts, connectTimeoutMs } = this.options;
        // Read while the machine is dialled. A key that has to be decrypted first keeps this thread from hearing an answer.
        const library = Promise.resolve().then(() => __importStar((__nccwpck_require__(156)["node-ssh"])));
        const opening = this.openKeys();
        if ([...keys.values()].some(({ encrypted }) => encrypted))
            await opening;
        const sock = machine.ssh.jumpHost
            ? await this.tunnel(machine)
            : await dial(machine.address, machine.ssh.port, connectTimeoutMs, this.over.signal).catch((error) => {
                throw this.explain(machine, error);
            });
        const { NodeSSH } = await library;
        const opened = await opening;
        const ssh = new NodeSSH();
        let offered;
        const handshake = new Handshake();
        const signIn = new SignIn(this.waysIn(machine, opened));
        const config = {
            host: machine.address,
            port: machine.ssh.port,
            username: machine.ssh.user,
            sock,
            authHandler: signIn.next,
            debug: handshake.note,
            readyTimeout: connectTimeoutMs,
            keepaliveInterval: 10_000,
            keepaliveCountMax: 3,
            algorithms: { serverHostKey: knownHosts.algorithms(machine.address, machine.ssh.port) },
            hostVerifier: (hostKey) => {
                offered = { key: hostKey, verdict: knownHosts.check(machine.address, machine.ssh.port, hostKey) };
                return offered.verdict.known;
            },
        };
        try {
            await ssh.connect(config);
        }
        catch (error) {
            sock.destroy();
            if (offered && !offered.verdict.known)
                throw hostKeyError(machine, offered.key, offered.verdict, this.options.knownHostsNamed);
            throw this.explain(machine, error, { signIn, handshake });
        }
        const client = ssh.connection;
        if (!client)
            throw new Dropped('closed right after sign-in');
        // Without a listener an error on an idle connection would end the process.
        client.setMaxListeners(0); // one per command
        client.on('error', (error) => this.options.log.debug(`${(0, shell_1.where)(machine)}: ${error.message}`));
        client.once('close', () => {
            forget();
            sock.destroy();
        });
        if (this.closed)
            ssh.dispose();
        return ssh;
    }
    async tunnel(machine) {
        const jump = jumpMachine(machine);
        const client = await this.client(jump);
        return await new Promise((resolve, reject) => {
            const late = setTimeout(() => reject(unanswered(machine, this.options.connectTimeoutMs)), this.options.connectTimeoutMs);
            const lost = () => reject(new Dropped('the jump host closed the connection'));
            client.once('close', lost);
            client.forwardOut('127.0.0.1', 0, machine.address, machine.ssh.port, (error, channel) => {
                clearTimeout(late);
                client.removeListener('close', lost);
                if (!error)
                    resolve(channel);
                else
                    reject(forwardError(machine, jump, error));
            });
        });
    }
    /** Once a run, however many connections there are. Of a person's own keys those that cannot be opened are passed over. */
    openKeys() {
        const { keys, passphrase } = this.options;
        const open = async () => {
            const opened = new Map();
            for (const [path, key] of keys) {
                const found = await (0, private_key_1.openPrivateKey)(key, passphrase).catch((error) => {
                    if (path === '')
                        throw error;
                    this.options.log.debug(`${path} is not tried: ${error instanceof Error ? error.message : String(error)}`);
                    return undefined;
                });
                if (found)
                    opened.set(path, found);
            }
            return opened;
        };
        this.opened ??= open();
        // Whoever waits for it is told.
        this.opened.catch(() => { });
        return this.opened;
    }
    /** That a machine takes none of the keys that it was offered, in words. */
    refused() {
        const { keys, ownSsh } = this.options;
        const given = keys.get('');
        const names = [...(ownSsh?.agent ? ["the agent's"] : []), ...keys.keys()];
        if (given || names.length === 0)
            return `does not accept the SSH key${given?.fingerprint ? ` ${given.fingerprint}` : ''}`;
        return `does not accept any SSH key (${names.join(', ')})`;
    }
    explain(machine, error, seen) {
        const { message, code, level } = describe(error);
        const host = (0, shell_1.where)(machine);
        const make = (text, kind) => new types_1.HostError(`${host} ${text}`, machine.name, kind, error);
        if (level === 'client-authentication') {
            const ours = this.refused();
            const user = machine.ssh.user;
            const more = seen?.signIn.wantsMore;
            if (more)
                return make(`accepts the SSH key for ${user} and asks for a second way to sign in as well (${more}), which no automation has: set "AuthenticationMethods publickey" for ${user} in its sshd_config (Match User ${user})`, 'authentication');
            if (seen?.signIn.refusesKeys)
                return make(`signs nobody in by SSH key (${seen.signIn.refusesKeys}): set "PubkeyAuthentication yes" in its sshd_config`, 'authentication');
            return make(`${ours} for ${user}: add its public half to ~${user}/.ssh/authorized_keys there, or correct ${machine.isJump ? 'ssh.jump_host' : 'ssh.user'} in the cluster file`, 'authentication');
        }
        // node-ssh says ETIMEDOUT whenever a connection closes before sign-in.
        if (message === 'No response from server')
            return new Dropped('it was closed', { cause: error });
        if (code === 'ECONNREFUSED')
            return make('refuses SSH connections: start sshd there, or correct ssh.port in the cluster file', 'unreachable');
        if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
            return make('cannot be reached from here: check its address and the route to it, or set ssh.jump_host in the cluster file', 'unreachable');
        if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || level === 'client-dns')
            return make("has a name that cannot be resolved here: correct it in the cluster file, or this machine's DNS", 'unreachable');
        if (code === 'ETIMEDOUT' || level === 'client-timeout')
            return unanswered(machine, this.options.connectTimeoutMs, error);
        if (/no matching host key/i.test(message))
            return make('offers no host key of a type that can be checked here (ed25519, ECDSA, RSA with SHA-2)', 'host-key-unknown');
        if (level === 'handshake')
            return make(seen?.handshake.problem ?? `breaks off the SSH handshake (${message})`, 'unreachable');
        return new Dropped(message || 'the connection was closed', { cause: error });
    }
}
exports.Connections = Connections;
/** Tries keys, and nothing else: to ask for other ways first is a round trip, and a line in sshd's log. */
class SignIn {
    ways;
    /** What the server wants besides the key, which was good */
    wantsMore;
    /** What it takes instead of keys */
    refusesKeys;
    constructor(ways) {
        this.ways = ways;
    }
    next = (left, partly, next) => {
        // Null before the first answer, whatever the types say.
        const others = (left ?? []).map((way) => (0, one_line_1.it.quote)(way, 40)).join(', ');
        if (partly)
            this.wantsMore = others;
        else if (others !== '' && !others.includes('publickey'))
            this.refusesKeys = `only by ${others}`;
        const way = partly ? undefined : this.ways.shift();
        // Typed as a method, but false ends it.
        next(way ?? false);
    };
}
/** The algorithms that either side offers, which ssh2 tells in its debug output alone. */
class Handshake {
    kind = '';
    offers = { local: '', remote: '' };
    note = (line) => {
        const [, side, kind, offer = ''] = /^Handshake: \((local|remote)\) ([^:]+): (.*)$/.exec(line) ?? [];
        if (side !== 'local' && side !== 'remote')
            return;
        this.kind = kind ?? '';
        this.offers[side] = offer;
    };
    /** For the last kind that was talked about, on which both did not agree. */
    get problem() {
        const what = Object.entries(ALGORITHMS).find(([kind]) => this.kind.startsWith(kind))?.[1];
        if (!what)
            return undefined;
        const ours = this.offers.local.split(',').slice(0, 3).join(',');
        // Beside algorithms the list has words for extensions.
        const theirs = this.offers.remote.split(',').filter((name) => !/^(kex-strict|ext-info)-/.test(name));
        const newer = theirs.every((name) => /mlkem|sntrup/.test(name));
        return (`and this program have no ${what.words} in common: it offers ${(0, one_line_1.it.quote)(theirs.join(','), 200)}` +
            (newer ? ', which is newer than this program' : '') +
            `. Add one that this program has to ${what.option} in its sshd_config (${ours})` +
            (newer ? '' : ', or update OpenSSH there if it is from before 2014'));
    }
}
/** By what ssh2 calls them */
const ALGORITHMS = {
    'KEX method': { words: 'SSH key exchange', option: 'KexAlgorithms' },
    'C->S cipher': { words: 'SSH cipher', option: 'Ciphers' },
    'S->C cipher': { words: 'SSH cipher', option: 'Ciphers' },
    'C->S MAC': { words: 'SSH message authentication', option: 'MACs' },
    'S->C MAC': { words: 'SSH message authentication', option: 'MACs' },
};
/** By ~/.ssh/config, where it says something of the machine; otherwise by the cluster file. */
function onOwnWay(machine, ssh) {
    const { host, port, user, jump, keys } = ssh.way([machine.name, machine.address]);
    const { jumpHost: given } = machine.ssh;
    const own = { user: user ?? machine.ssh.user, port: port ?? machine.ssh.port };
    const through = jump === undefined ? given : jump.toLowerCase() === 'none' ? undefined : jumpHostOf(jump, own.user);
    return {
        ...machine,
        address: host ?? machine.address,
        ssh: { ...own, ...(through && { jumpHost: through }) },
        ownKeys: keys,
    };
}
function jumpHostOf(jump, user) {
    const parsed = (0, jump_host_1.it.parseJumpHost)(jump);
    if (!parsed)
        throw new input_error_1.it.InputError(`ProxyJump ${JSON.stringify(jump)} in ~/.ssh/config cannot be used here: give one host, and where it is reached through another, a ProxyJump of its own`);
    return { host: parsed.host, port: parsed.port ?? 22, user: parsed.user ?? user };
}
/** Closed before sign-in: sshd was busy, or a firewall reset it. Worth another try. */
class Dropped extends Error {
}
function tooOften(machine, error) {
    return new types_1.HostError(`${(0, shell_1.where)(machine)} closed the SSH connection before sign-in, ${ATTEMPTS} times (${error.message}): look at its sshd log; MaxStartups, fail2ban or a firewall may be in the way`, machine.name, 'unreachable', error);
}
function unanswered(machine, timeoutMs, cause) {
    return new types_1.HostError(`${(0, shell_1.where)(machine)} does not answer on SSH within ${Math.round(timeoutMs / 1000)} s: is it on, is the address right, does a firewall let this machine in?`, machine.name, 'unreachable', cause);
}
/** The machine that one goes through. Only for one that has a jump host. */
function jumpMachine(machine) {
    const jump = machine.ssh.jumpHost;
    if (!jump)
        throw new TypeError('no jump host');
    return {
        name: `jump host ${jump.host}`,
        address: jump.host,
        ssh: { user: jump.user, port: jump.port },
        isJump: true,
    };
}
function forwardError(machine, jump, error) {
    const through = `through the jump host ${jump.address}`;
    if (/prohibited/i.test(error.message))
        return new types_1.HostError(`${(0, shell_1.where)(machine)} cannot be reached ${through}: that one forwards nothing; set "AllowTcpForwarding yes" in its sshd_config`, machine.name, 'unreachable', error);
    if (/Not connected|No response/i.test(error.message))
        return new Dropped(error.message, { cause: error });
    const reason = error.message.replace(/^\(SSH\) Channel open failure:\s*/, '');
    return new types_1.HostError(`${(0, shell_1.where)(machine)} cannot be reached ${through}${reason === '' ? '' : ` (${reason})`}: is it on, does it let the jump host in?`, machine.name, 'unreachable', error);
}
function hostKeyError(machine, key, verdict, file = 'ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS)') {
    const { address, ssh } = machine;
    const offer = `It offers ${(0, known_hosts_1.keyType)(key)} ${(0, known_hosts_1.fingerprint)(key)}`;
    const compare = 'compare it with what "ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub" prints on that machine itself';
    const line = (0, known_hosts_1.knownHostsLine)(address, ssh.port, key);
    return new types_1.HostError(`${(0, shell_1.where)(machine)} cannot be trusted: ${verdict.why}. ${offer}; ${compare}. ` +
        (verdict.code === 'host-key-changed'
            ? `If it is right, replace the old line in ${file} by:\n${line}`
            : `If it is the same, add to ${file}:\n${line}`), machine.name, verdict.code, undefined, undefined, key);
}
function describe(error) {
    const { message, code, level } = (0, unknown_1.it.isObject)(error) ? error : {};
    return {
        message: typeof message === 'string' ? message : String(error),
        ...(typeof code === 'string' && { code }),
        ...(typeof level === 'string' && { level }),
    };
}
/** Without Nagle's algorithm, which costs a handshake and each command tens of milliseconds. */
async function dial(host, port, timeoutMs, over) {
    const socket = (0, node_net_1.it.connect)({ host, port, noDelay: true, keepAlive: true });
    return await new Promise((resolve, reject) => {
        const late = setTimeout(() => fail(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })), timeoutMs);
        // Whoever is done does not wait for a machine that does not answer.
        const leave = () => fail(new Error('the run is over'));
        const settle = () => {
            clearTimeout(late);
            over.removeEventListener('abort', leave);
            socket.removeListener('error', fail);
        };
        const fail = (error) => {
            settle();
            socket.on('error', () => { });
            socket.destroy();
            reject(error);
        };
        over.addEventListener('abort', leave);
        socket.once('error', fail);
        socket.once('connect', () => {
            settle();
            resolve(socket);
        });
    });
}

/***/ }),

/***/ 465:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/containers.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.findContainer = findContainer;
exports.seenContainer = seenContainer;
exports.isAbsent = isAbsent;
exports.toldOf = toldOf;
exports.seenContainers = seenContainers;
exports.isSeenRunning = isSeenRunning;
exports.tokenMark = tokenMark;
exports.withoutToken = withoutToken;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
/** The container of that name; undefined: there is none. */
function findContainer({ containers }, name) {
    return (0, reading_1.it.isKnown)(containers) ? containers.find((container) => container.name === name) : containers;
}
/** The container of that name as far as it can be seen: where to be unknown is as good as not to be there, as in what is shown. */
function seenContainer(facts, name) {
    const found = findContainer(facts, name);
    return (0, reading_1.it.isKnown)(found) ? found : undefined;
}
/** Whether there is certainly no such container. */
function isAbsent(container) {
    return (0, reading_1.it.isKnown)(container) && container === undefined;
}
function toldOf({ args }) {
    const after = (flag) => {
        const at = args.indexOf(flag);
        return at < 0 ? undefined : args[at + 1];
    };
    const [pbx, name] = [after('-a'), after('-n')];
    return { ...(pbx !== undefined && { pbx }), ...(name !== undefined && { name }) };
}
/** All containers that can be seen. */
function seenContainers({ containers }) {
    return (0, reading_1.it.isKnown)(containers) ? containers : [];
}
/** Whether a container runs; what cannot be seen is not known to. */
function isSeenRunning(facts, name) {
    return seenContainer(facts, name)?.running === true;
}
const KEY = (0, node_crypto_1.it.randomBytes)(32);
/** Names a token in this process, for comparing it with another one. */
function tokenMark(token) {
    return (0, node_crypto_1.it.createHmac)('sha256', KEY).update(token).digest('hex');
}
/** A container's arguments with marks for tokens: what is not there cannot be printed, and need not be masked. */
function withoutToken(args) {
    return args.map((arg, index) => (args[index - 1] === '-t' && arg !== '' ? tokenMark(arg) : arg));
}

/***/ }),

/***/ 394:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/control-plane/control-node.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.KNOW_HOSTS = exports.LET_IN = exports.PUBLIC_KEY = exports.HA_STATUS = exports.SIGN_IN = void 0;
exports.readControlNode = readControlNode;
exports.pbxTrouble = pbxTrouble;
exports.readTrouble = readTrouble;
exports.letInByHand = letInByHand;
exports.letControlNodeIn = letControlNodeIn;
exports.publicKeys = publicKeys;
const shell_1 = __nccwpck_require__(443);
const types_1 = __nccwpck_require__(720);
const words_1 = __nccwpck_require__(733);
const STATUS_MS = 120_000;
const KEYS_MS = 60_000;
/** Sign-ins at once: sshd on the servers minds nothing, the control node's processors do. */
const AT_ONCE = 20;
/** `as USER WORDS…`, for what root does as the user whose keys are used. */
const AS_USER = `
as() {
  user=$1
  shift
  if [ "$user" = root ]; then "$@"; else ${(0, words_1.asUser)('"$user"', ['"$@"']).join(' ')}; fi
}
`;
/** $1 user, $2 sign-ins at once, then `ADDRESS` and port of each server. Prints `CODE ADDRESS LAST-LINE` for each. */
exports.SIGN_IN = `${AS_USER}
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
who=$1 most=$2 count=0
shift 2
while [ $# -gt 1 ]; do
  address=$1 port=$2 count=$((count + 1))
  shift 2
  {
    set -- -n -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10
    [ "$port" = 22 ] || set -- "$@" -p "$port"
    said=$(as "$who" ssh "$@" "$who@$address" true 2>&1 </dev/null)
    printf '%s %s %s\\n' $? "$address" "$(printf '%s\\n' "$said" | tail -n 1)" >"$work/$count"
  } &
  [ $((count % most)) -ne 0 ] || wait
done
wait
cat "$work"/* 2>/dev/null
`;
/** $1 the guide's scripts. What `ha_ctl.sh status` says, or `show` where there is no `status`; as root, as the guide has it. */
exports.HA_STATUS = `
cd "$1" || exit
if command -v timeout >/dev/null; then set -- timeout 60; else set --; fi
said=$("$@" /bin/bash ha_ctl.sh status 2>&1 </dev/null)
code=$?
# On AWS PortSIP's guide knows it by another name only.
case $said in
*'nknown command'* | [Uu]sage*)
  said=$("$@" /bin/bash ha_ctl.sh show 2>&1 </dev/null)
  code=$?
  ;;
*) ;;
esac
printf '%s\\n' "$said"
exit $code
`;
/** $1 user. The public half of the first key that ssh would offer. */
exports.PUBLIC_KEY = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
for name in id_rsa id_ecdsa id_ed25519; do
  if [ -f "$HOME/.ssh/$name" ] && [ -f "$HOME/.ssh/$name.pub" ]; then cat "$HOME/.ssh/$name.pub"; exit; fi
done
exit 9'
`;
/** $1 user, $2 type and key, $3 the whole line. Lets the key in, and prints the host's own public keys. */
exports.LET_IN = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
umask 077
file=$HOME/.ssh/authorized_keys
mkdir -p "$HOME/.ssh" && touch "$file" || exit
grep -qF -e "$1" "$file" && exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
printf "%s\\n" "$2" >>"$file"' sh "$2" "$3" || exit
cat /etc/ssh/ssh_host_*_key.pub 2>/dev/null || :
`;
/** $1 user, then lines of known_hosts. Those that are not there yet are added. */
exports.KNOW_HOSTS = `${AS_USER}
who=$1
shift
# shellcheck disable=SC2016 # that user's home
as "$who" /bin/sh -c '
umask 077
file=$HOME/.ssh/known_hosts
mkdir -p "$HOME/.ssh" && touch "$file" || exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
for line in "$@"; do grep -qxF -e "$line" "$file" || printf "%s\\n" "$line" >>"$file" || exit; done' sh "$@"
`;
/** Looks at the PBX's nodes, and whether the control node can sign in to `servers`. Throws HostError. */
async function readControlNode(host, cluster, servers) {
    const [trouble, refused] = await Promise.all([pbxTrouble(host, cluster), signInProblems(host, cluster, servers)]);
    return { ...(trouble !== undefined && { trouble }), refused };
}
/** What is wrong with the PBX's nodes now. */
async function pbxTrouble(host, cluster) {
    const { scriptsPath = '', nodes } = cluster.pbx.highAvailability ?? {};
    const output = await host.run(exports.HA_STATUS, [scriptsPath], { timeoutMs: STATUS_MS, repeatable: true });
    return readTrouble(output, nodes?.length);
}
/** Words with which Pacemaker says that something is not as it should be */
const TROUBLE = /\[error\]|\b(?:stopped|stopping|starting|failed|offline|unclean|standby)\b|\((?:disabled|blocked)\)/i;
/** Pure. `nodes`: how many there should be, where that is known. */
function readTrouble({ code, stdout, stderr }, nodes) {
    const lines = `${stdout}\n${stderr}`.split('\n').map(plain).filter(Boolean);
    const bad = lines.filter((line) => TROUBLE.test(line) && !/\[\s*\]$/.test(line));
    if (bad.length > 0)
        return bad.join('; ').slice(0, 300);
    if (code !== 0)
        return `exit ${code}: ${lines.at(-1) ?? 'no word'}`.slice(0, 300);
    const seen = new Set(lines.flatMap((line) => /\b(?:Masters|Slaves|Promoted|Unpromoted|Started): \[\s*(.*?)\s*\]$/.exec(line)?.[1]?.split(/\s+/) ?? []));
    if (nodes !== undefined && seen.size > 0 && seen.size < nodes)
        return `only ${seen.size} of ${nodes} nodes are seen: ${[...seen].join(', ')}`;
    return lines.some((line) => /\bStarted\b/.test(line))
        ? undefined
        : `nothing is started: ${lines.at(-1) ?? 'no word'}`;
}
async function signInProblems(host, cluster, servers) {
    if (servers.length === 0)
        return new Map();
    const output = await host.run(exports.SIGN_IN, [cluster.ssh.user, String(AT_ONCE), ...servers.flatMap(({ address, ssh }) => [address, String(ssh.port)])], { timeoutMs: STATUS_MS, repeatable: true });
    const answers = new Map([...output.stdout.matchAll(/^(\d+) (\S+) ?(.*)$/gm)].map(([, code, address, said]) => [
        address ?? '',
        { code: Number(code), said: plain(said ?? '') },
    ]));
    return new Map(servers.flatMap(({ address }) => {
        const { code, said } = answers.get(address) ?? { code: 1, said: plain(output.stderr) || 'no answer' };
        if (code === 0)
            return [];
        const why = /permission denied/i.test(said)
            ? 'key'
            : /host key|identification/i.test(said)
                ? 'host-key'
                : 'other';
        return [[address, { why, said: said || `exit ${code}` }]];
    }));
}
/** The command that a person runs on the control node, as the user, for it to be let in. */
function letInByHand(cluster, { address, ssh }) {
    const port = ssh.port === 22 ? '' : `-p ${ssh.port} `;
    return `ssh-copy-id ${port}${cluster.ssh.user}@${address}`;
}
/** Lets the control node sign in to a server; may be done again. Throws HostError when it still cannot. */
async function letControlNodeIn(control, host, cluster, server) {
    const { user } = cluster.ssh;
    const run = async (on, script, args, what) => {
        const output = await on.run(script, [user, ...args], { timeoutMs: KEYS_MS, repeatable: true });
        if (output.code === 0)
            return output.stdout;
        const said = plain(output.stderr.trim().split('\n').at(-1) ?? '');
        throw failure(on, output.code === 9 ? NO_KEY(user) : `could not ${what}${said ? `: ${said}` : ''}`);
    };
    const key = publicKeys(await run(control, exports.PUBLIC_KEY, [], 'show its public SSH key'))[0];
    if (!key)
        throw failure(control, NO_KEY(user));
    const own = publicKeys(await run(host, exports.LET_IN, [key, `${key} ${user}@${control.machine.address}`], "take the control node's SSH key"));
    const name = server.ssh.port === 22 ? server.address : `[${server.address}]:${server.ssh.port}`;
    // Read over a connection whose host key was checked: whoever answered there is who it says.
    await run(control, exports.KNOW_HOSTS, own.map((line) => `${name} ${line}`), `learn the host keys of ${server.name}`);
    const refused = (await signInProblems(control, cluster, [server])).get(server.address);
    if (refused)
        throw failure(control, `still cannot sign in to ${server.name} as ${user} (${refused.said})${refused.why === 'host-key' ? `; if an old key of that address is in its way: ssh-keygen -R ${name}` : ''}`);
}
const NO_KEY = (user) => `has no SSH key of ${user}: run there, as ${user}: ssh-keygen -t ed25519`;
function failure({ machine }, what) {
    return new types_1.HostError(`${(0, shell_1.where)(machine)} ${what}`, machine.name, 'command');
}
/** Type and key of each line that is one; comments and options are nobody's business. */
function publicKeys(text) {
    return [...text.matchAll(/^((?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+ [A-Za-z0-9+/]+=*)(?: .*)?$/gm)].map((match) => match[1] ?? '');
}
function plain(text) {
    return text
        .replace(/[^\x20-\x7e]/g, ' ')
        .trim()
        .slice(0, 300);
}

/***/ }),

/***/ 616:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/control-plane/high-availability.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.highAvailability = highAvailability;
const ports_1 = { get it() { return (__nccwpck_require__(907).ports); } };
const image_1 = { get it() { return (__nccwpck_require__(907).image); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const reachable_1 = __nccwpck_require__(250);
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const types_2 = __nccwpck_require__(720);
const control_node_1 = __nccwpck_require__(394);
const role_state_1 = __nccwpck_require__(938);
const words_1 = __nccwpck_require__(733);
/**
 * Three PBX nodes behind a virtual IP. The guide's scripts are run on the control node, whichever node is active, and reach
 * the servers by SSH from there: they install what the PBX runs, take no image, and keep what they know where they like.
 */
function highAvailability(cluster, ha) {
    const { machine, privateIp } = cluster.pbx;
    const { user } = cluster.ssh;
    const site = { pbxIp: privateIp };
    const byHand = (words) => `on ${machine.address}: cd ${ha.scriptsPath} && sudo /bin/bash ha_ctl.sh ${words}`;
    const restart = `${byHand('restart -s pbx')} (ends all calls)`;
    const others = (ha.nodes ?? []).filter((node) => node !== machine.address);
    /** The control node chooses the image of all that run the PBX's, and the data path of all that it is not told one of. */
    const decides = (role) => {
        const { highAvailabilityScript: script } = roles_1.it.ROLES[role];
        return new Set([
            ...((0, roles_1.it.followsPbx)(role) ? ['image'] : []),
            ...(script.dataPath ? [] : ['data_path']),
        ]);
    };
    const plane = {
        name: 'high-availability',
        mainName: 'control node',
        firewall: others.length > 0 ? "the firewalls of the PBX's nodes" : "the control node's firewall",
        pbxMachines: [machine, ...others.map((address) => ({ name: `PBX node ${address}`, address, ssh: cluster.ssh }))],
        pbxCallers: [
            ...[(0, ports_1.it.udp)(5060), (0, ports_1.it.udp)(35_000, 65_000), (0, ports_1.it.tcp)(8882, 8900)],
            ...[80, 443, 5061, 5063, 10_443].map((port) => (0, ports_1.it.tcp)(port)),
        ],
        pbxScriptsPath: ha.scriptsPath,
        drivesPbx: false,
        copiesData: false,
        followsPbxImage: true,
        byHand: {
            restart,
            upgrade: upgradeByHand(cluster, ha),
            start: byHand('start -s pbx'),
            status: byHand('status'),
            // Source: PortSIP's guide to upgrades of a high-availability installation
            backup: `${byHand('stop -s pbx')}, then ${byHand('master')}, copy /var/lib/portsip on the node that it names, and start it again`,
            // Source: PortSIP's pages on high availability, whose scripts take it along
            certificateManager: () => 'it comes along where the scripts on the control node are told -c (update.sh IMAGE -c, sbc.sh upgrade … -c)',
        },
        systems: { versions: { ubuntu: ['24.04'] }, words: 'Ubuntu 24.04 only where the PBX is highly available' },
        // The scripts bring to a server what it lacks; the container shows in the end whether all came.
        wantsReadyHosts: false,
        controlMachine: () => machine,
        command(server, verb) {
            const script = roles_1.it.ROLES[server.role].highAvailabilityScript;
            return {
                machine,
                cwd: ha.scriptsPath,
                argv: (0, words_1.asUser)(user, ['/bin/bash', ...(0, words_1.plainWords)([script.file, verb, ...script.words(server, verb, site)])]),
                secrets: [],
            };
        },
        pbxCommand() {
            throw new types_1.it.InputError(`the PBX nodes of a high-availability cluster are not restarted or upgraded from here; in a maintenance window: ${restart}`);
        },
        // `upgrade` knows every role; `run` takes no image, but for those with one of their own.
        updateVerbs: (role, { image, database, rest }) => [
            ...((image && !(rest && !(0, roles_1.it.followsPbx)(role))) || (database && !rest) ? ['upgrade'] : []),
            ...(rest ? roles_1.it.ROLES[role].recreate : []),
        ],
        upgradeWantsNewToken: (role) => roles_1.it.ROLES[role].token?.source === 'portal',
        decides,
        sizes: (role) => roles_1.it.ROLES[role].sizes.highAvailability,
        differences(server, facts) {
            const [container, values] = [(0, role_state_1.containerOf)(server, facts), (0, role_state_1.configOf)(server, facts)];
            if (!(0, reading_1.it.isKnown)(container))
                return container;
            if (!(0, reading_1.it.isKnown)(values))
                return values;
            return (0, role_state_1.once)([
                // It is the guide's scripts' own business whether they keep it on the host.
                ...(values ? (0, role_state_1.configDifferences)((0, role_state_1.wantedConfig)(server, site, decides(server.role)), values) : []),
                ...(container ? (0, role_state_1.containerDifferences)(container, { args: roles_1.it.ROLES[server.role].args(server, site) }) : []),
            ]);
        },
        installed: (server) => (0, role_state_1.installedState)(server, site, decides(server.role)),
        async readNodes(main, servers) {
            try {
                return await (0, control_node_1.readControlNode)(main, cluster, servers);
            }
            catch (error) {
                // Everything else can still be said.
                if (!(error instanceof types_2.HostError))
                    throw error;
                return { trouble: error.message, refused: new Map() };
            }
        },
        trouble: (main) => (0, control_node_1.pbxTrouble)(main, cluster),
        letIn: (main, host, server) => (0, control_node_1.letControlNodeIn)(main, host, cluster, server),
        findings: (situation) => [
            ...nodes(situation, plane, ha),
            ...missingScripts(situation, machine, ha),
            ...keys(situation, cluster),
            ...health(situation, plane),
            ...otherImage(situation, cluster, plane),
            ...otherSystem(situation),
        ],
    };
    return plane;
}
/**
 * A person's lines, in the vendor's order. Source: PortSIP's guide to upgrading a high-availability installation (2026). It does not
 * say whether the package brings another res/vars.yml: so a copy is kept.
 */
function upgradeByHand({ pbx: { machine }, ssh: { user }, image }, { scriptsPath }) {
    const steps = [
        "ask PortSIP's support whether the versions go together",
        'sudo /bin/bash ha_ctl.sh stop -s pbx',
        'sudo /bin/bash ha_ctl.sh master, and copy /var/lib/portsip on that node',
        `cp res/vars.yml ~/vars.yml, unpack PortSIP's newest package over ${scriptsPath}, and cp ~/vars.yml res/vars.yml`,
        // As the scripts' user, without sudo
        `/bin/bash update.sh ${image}, with -c where the Certificate Manager is on the nodes`,
        'sudo /bin/bash ha_ctl.sh status; all well: deploy, which upgrades IM, Data Flow and the other servers',
    ];
    return `on ${machine.address}, as ${user}: cd ${scriptsPath}; ${steps.map((step, index) => `(${index + 1}) ${step}`).join('; ')}`;
}
function nodes({ nodes: seen }, { pbxMachines }, ha) {
    if (ha.nodes === undefined)
        return [
            {
                code: 'nodes-not-listed',
                severity: 'note',
                message: `Only the control node's firewall is kept in step with the cluster file: after a failover another PBX node may shut the servers out. List all nodes: pbx.high_availability.nodes: [${ha.controlNode}, …]`,
            },
        ];
    return pbxMachines.flatMap(({ name, address }) => {
        const facts = seen.get(address);
        if (!facts || (0, reachable_1.isReachable)(facts))
            return [];
        return [
            {
                code: 'node-unreachable',
                severity: 'warning',
                message: `${name} does not answer, so its firewall is left as it is; the next deploy after it is back does what is missing there (${facts.unreachable})`,
            },
        ];
    });
}
function missingScripts({ main, work }, machine, { scriptsPath }) {
    const needed = new Set(['ha_ctl.sh', ...work.map(({ role }) => roles_1.it.ROLES[role].highAvailabilityScript.file)]);
    const { scripts } = main;
    if (!(0, reading_1.it.isKnown)(scripts))
        return [
            {
                code: 'scripts-unknown',
                severity: work.length > 0 ? 'blocking' : 'warning',
                message: `Whether PortSIP's scripts are in ${scriptsPath} on the control node ${machine.address} cannot be seen (${scripts.unknown})`,
            },
        ];
    const missing = [...needed].filter((script) => !scripts.includes(script));
    if (missing.length === 0)
        return [];
    return [
        {
            code: 'script-missing',
            severity: work.length > 0 ? 'blocking' : 'warning',
            message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in ${scriptsPath} on the control node ${machine.address}: is pbx.high_availability right, and has the PBX been installed by PortSIP's high-availability guide?`,
        },
    ];
}
function keys({ control, hosts, leaving, work, letIn, gone }, cluster) {
    const touched = new Set(work.map(({ server }) => server));
    return [...cluster.servers, ...leaving].flatMap((machine) => {
        const { name, address } = machine;
        const refused = control?.refused.get(address);
        const isGone = gone.includes(name) || !(0, reachable_1.isReachable)(hosts.get(name));
        if (!refused || letIn.has(name) || isGone)
            return [];
        return [
            {
                code: 'control-node-key',
                severity: touched.has(name) ? 'blocking' : 'warning',
                server: name,
                message: `The control node cannot sign in to ${name} without a password (${refused.said}). ${cure(cluster, machine, refused)}`,
            },
        ];
    });
}
function cure(cluster, machine, { why }) {
    if (why === 'other')
        return 'Is its SSH server on, and does it let the PBX nodes in?';
    const { user } = cluster.ssh;
    return `On ${cluster.pbx.machine.address}, as ${user}: ${(0, control_node_1.letInByHand)(cluster, machine)}; or let the deploy do it: --install-ssh-key (input install-ssh-key)`;
}
function health({ control, disturbed, force }, { byHand }) {
    const trouble = control?.trouble;
    if (trouble === undefined)
        return [];
    return [
        {
            code: 'pbx-not-healthy',
            severity: 'warning',
            message: `The PBX's nodes are not all well: ${trouble}. See ${byHand.status}`,
        },
        ...(force ? [] : [...disturbed]).map((server) => ({
            code: 'pbx-not-healthy',
            severity: 'blocking',
            server,
            message: `${server} is not disturbed until all of the PBX's nodes are well (force does it all the same)`,
        })),
    ];
}
/** The guide's scripts install and upgrade to what the PBX runs: it comes first, and by hand. */
function otherImage({ live, pbx, work }, { image }, { byHand }) {
    const roles = work.filter(({ role, what }) => (what === 'install' || what === 'update') && (0, roles_1.it.followsPbx)(role));
    if (roles.length === 0 || !pbx || (0, image_1.it.sameImage)(pbx.image, image))
        return [];
    return [
        {
            code: 'pbx-image',
            severity: 'warning',
            message: `The PBX runs ${pbx.image} and the cluster file wants ${image}: upgrade the PBX first, as PortSIP's high-availability guide says (${byHand.upgrade}), or correct image in the cluster file`,
        },
        ...roles.map(({ server }) => ({
            code: 'pbx-image',
            // What is compared without asking anybody may be so by the time it is deployed.
            severity: live ? 'blocking' : 'warning',
            server,
            message: `${server} would get what the PBX runs, ${pbx.image}: upgrade the PBX first`,
        })),
    ];
}
function otherSystem({ main, hosts, work }) {
    return work.flatMap(({ server, what }) => {
        const facts = hosts.get(server);
        if (what !== 'install' || !(0, reachable_1.isReachable)(facts))
            return [];
        if (main.os.id === facts.os.id && main.os.version === facts.os.version)
            return [];
        return [
            {
                code: 'host-os-differs',
                severity: 'blocking',
                server,
                message: `${server} runs ${facts.os.prettyName} and the PBX ${main.os.prettyName}; with high availability all must run the same release`,
            },
        ];
    });
}

/***/ }),

/***/ 768:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/control-plane/index.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.containerOf = exports.configOf = void 0;
exports.controlPlane = controlPlane;
const high_availability_1 = __nccwpck_require__(616);
const standalone_1 = __nccwpck_require__(41);
var role_state_1 = __nccwpck_require__(938);
Object.defineProperty(exports, "configOf", ({ enumerable: true, get: function () { return role_state_1.configOf; } }));
Object.defineProperty(exports, "containerOf", ({ enumerable: true, get: function () { return role_state_1.containerOf; } }));
/** Who runs PortSIP's scripts where, as the cluster file says: the one place that chooses. */
function controlPlane(cluster) {
    return cluster.pbx.highAvailability ? (0, high_availability_1.highAvailability)(cluster, cluster.pbx.highAvailability) : (0, standalone_1.standalone)(cluster);
}

/***/ }),

/***/ 938:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/control-plane/role-state.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.wantedConfig = wantedConfig;
exports.configDifferences = configDifferences;
exports.containerDifferences = containerDifferences;
exports.once = once;
exports.missingArgs = missingArgs;
exports.installedState = installedState;
exports.configOf = configOf;
exports.containerOf = containerOf;
const ipaddr_js_1 = { get it() { return __importDefault((__nccwpck_require__(227)["ipaddr.js"])); } };
const image_1 = { get it() { return (__nccwpck_require__(907).image); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const containers_1 = __nccwpck_require__(465);
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
/** What the role's configuration file should hold. `not`: settings that are not this project's to say. */
function wantedConfig(server, site, not) {
    const row = roles_1.it.ROLES[server.role];
    const wanted = row.settings(server, site);
    const left = (name) => name === row.database?.setting && wanted[name] === undefined;
    return Object.entries(row.keys).flatMap(([name, key]) => not.has(name) || left(name) ? [] : [{ name, key, wanted: wanted[name] }]);
}
/** What of `wanted` the file does not hold. */
function configDifferences(wanted, values) {
    return wanted.flatMap(({ name, key, wanted: after }) => {
        const before = values?.[key] || undefined;
        return sameSetting(name, before, after) ? [] : [difference(name, before, after)];
    });
}
const ARG_NAMES = {
    '-a': 'pbx.private_ip',
    '-x': 'private_ip',
    '-z': 'public_ip',
    '-n': 'name',
    '-t': 'token',
    '-E': 'mode',
};
/** What of a container's image (where it is wanted) and arguments is not as it should be. */
function containerDifferences(container, { image, args }) {
    const other = image !== undefined && !sameSetting('image', container.image, image)
        ? [difference('image', container.image, image)]
        : [];
    const differing = missingArgs(args, container.args).map(({ flag, value, found }) => {
        const name = ARG_NAMES[flag] ?? flag;
        if (flag === '-t')
            return difference(name, 'another one', 'the one that the PBX has');
        return flag === '-E' ? difference(name, 'beside the PBX', 'extended') : difference(name, found, value);
    });
    return [...other, ...differing];
}
/** The first that was said of each setting. */
function once(differences) {
    const byName = new Map();
    for (const one of differences)
        if (!byName.has(one.name))
            byName.set(one.name, one);
    return [...byName.values()];
}
/** What of `expected` a container's arguments do not hold. `found` is what stands there instead; never a token. */
function missingArgs(expected, args) {
    return expected.flatMap((wanted) => {
        const at = args.indexOf(wanted.flag);
        const found = at < 0 ? undefined : args[at + 1];
        const holds = at >= 0 &&
            (wanted.value === undefined
                ? !wanted.any || Boolean(found)
                : found !== undefined && sameText(found, wanted.value));
        if (holds)
            return [];
        return [wanted.flag === '-t' ? { flag: '-t' } : { ...wanted, ...(found !== undefined && { found }) }];
    });
}
/** The configuration file's values and the container's arguments, as they are once `run` was done. */
function installedState(server, site, not) {
    const values = wantedConfig(server, site, not).map(({ key, wanted }) => [key, wanted ?? '']);
    const args = roles_1.it.ROLES[server.role]
        .args(server, site)
        .flatMap(({ flag, value, any }) => [flag, ...(value !== undefined ? [value] : any ? ['-'] : [])]);
    return { values: Object.fromEntries(values), args };
}
/** undefined: its host has no such file. */
function configOf(server, { roles }) {
    return (0, reading_1.it.isKnown)(roles) ? roles.find(({ role }) => role === server.role)?.values : roles;
}
function containerOf(server, facts) {
    return (0, containers_1.findContainer)(facts, roles_1.it.ROLES[server.role].container);
}
function difference(name, before, after) {
    return { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
const IMAGES = new Set(['image', 'clickhouse_image']);
function sameSetting(name, before, after) {
    if (before === undefined || after === undefined)
        return before === after;
    return IMAGES.has(name) ? (0, image_1.it.imageName)(before) === (0, image_1.it.imageName)(after) : sameText(before, after);
}
/** The same but for a slash at the end or the way an IPv6 address is written. */
function sameText(a, b) {
    return a === b || plain(a) === plain(b);
}
function plain(value) {
    const bare = value.replace(/^\[(.*)\]$/, '$1');
    if (/[.:]/.test(bare) && ipaddr_js_1.it.default.isValid(bare))
        return ipaddr_js_1.it.default.parse(bare).toString();
    return value.length > 1 ? value.replace(/\/+$/, '') || '/' : value;
}

/***/ }),

/***/ 41:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/control-plane/standalone.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.standalone = standalone;
const ports_1 = { get it() { return (__nccwpck_require__(907).ports); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const role_state_1 = __nccwpck_require__(938);
const words_1 = __nccwpck_require__(733);
/** One PBX; each role's control script is run on the role's own host. */
function standalone(cluster) {
    const { machine, privateIp } = cluster.pbx;
    const { scriptsPath } = cluster;
    const site = { pbxIp: privateIp };
    const byHand = (words) => `on the main server: cd ${scriptsPath} && sudo /bin/sh pbx_ctl.sh ${words}`;
    return {
        name: 'standalone',
        mainName: 'main server',
        firewall: "the main server's firewall",
        pbxMachines: [machine],
        pbxCallers: [
            ...[5060, 5066].map((port) => (0, ports_1.it.udp)(port)),
            ...[(0, ports_1.it.udp)(25_000, 34_999), (0, ports_1.it.udp)(45_000, 65_000)],
            ...[5061, 5063, 5065, 5067, 8882, 8883, 8885, 8887, 8888, 10_443].map((port) => (0, ports_1.it.tcp)(port)),
        ],
        pbxScriptsPath: scriptsPath,
        drivesPbx: true,
        copiesData: true,
        followsPbxImage: false,
        byHand: {
            restart: `${byHand('restart')} (ends all calls)`,
            upgrade: byHand(`upgrade -i ${cluster.pbx.image ?? cluster.image}`),
            start: byHand('start'),
            status: byHand('status'),
            backup: `${byHand('stop')}, copy ${cluster.dataPath}/pbx and ${cluster.dataPath}/postgresql, and start it again`,
            certificateManager: ({ name }) => `on ${name}: cd ${scriptsPath} && sudo /bin/sh certmanager_ctl.sh upgrade`,
        },
        systems: {
            versions: { ubuntu: ['22.04', '24.04'], debian: ['12'] },
            words: 'Ubuntu 22.04, Ubuntu 24.04 and Debian 12',
        },
        wantsReadyHosts: true,
        controlMachine: (server) => server,
        command(server, verb, token) {
            const { script, token: signsIn } = roles_1.it.ROLES[server.role];
            const option = verb === 'run' ? signsIn?.option : undefined;
            const secrets = option && token !== null ? [(0, words_1.checkToken)(server.name, token)] : [];
            const [told = words_1.SHOWN_TOKEN] = secrets;
            return {
                machine: server,
                cwd: scriptsPath,
                argv: [
                    '/bin/sh',
                    ...(0, words_1.plainWords)([script.file, verb, ...script.words(server, verb, site)]),
                    ...(option ? [option, told] : []),
                ],
                secrets,
            };
        },
        pbxCommand(verb) {
            const words = {
                start: ['start'],
                stop: ['stop'],
                restart: ['restart'],
                'restart-loadbalancer': ['restart', '-s', 'loadbalancer'],
                upgrade: ['upgrade', '-i', cluster.pbx.image ?? cluster.image],
            }[verb];
            return { machine, cwd: scriptsPath, argv: ['/bin/sh', ...(0, words_1.plainWords)(['pbx_ctl.sh', ...words])], secrets: [] };
        },
        updateVerbs(role, { image, database, rest }) {
            const { recreate, upgradesInPlace } = roles_1.it.ROLES[role];
            // Another database is brought by `upgrade` alone, as PortSIP's guide has it.
            if (database && !rest)
                return ['upgrade'];
            return image && !rest && upgradesInPlace ? ['upgrade'] : [...recreate];
        },
        upgradeWantsNewToken: () => false,
        decides: () => NOTHING,
        sizes: (role) => roles_1.it.ROLES[role].sizes.standalone,
        differences(server, facts) {
            const [container, values] = [(0, role_state_1.containerOf)(server, facts), (0, role_state_1.configOf)(server, facts)];
            const { image, role } = server;
            if (!(0, reading_1.it.isKnown)(container))
                return container;
            if (!(0, reading_1.it.isKnown)(values))
                return values;
            return (0, role_state_1.once)([
                ...(0, role_state_1.configDifferences)((0, role_state_1.wantedConfig)(server, site, NOTHING), values),
                ...(container ? (0, role_state_1.containerDifferences)(container, { image, args: roles_1.it.ROLES[role].args(server, site) }) : []),
            ]);
        },
        installed: (server) => (0, role_state_1.installedState)(server, site, NOTHING),
        readNodes: () => Promise.resolve(undefined),
        trouble: () => Promise.resolve(undefined),
        letIn: () => Promise.resolve(),
        findings: () => [],
    };
}
const NOTHING = new Set();

/***/ }),

/***/ 733:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/control-plane/words.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SHOWN_TOKEN = void 0;
exports.plainWords = plainWords;
exports.checkToken = checkToken;
exports.asUser = asUser;
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
/** The scripts split their arguments again, unquoted and as root: nothing that a shell would touch may get there. */
function plainWords(words) {
    for (const word of words)
        if (!/^[A-Za-z0-9._:/@[\]%+,=-]+$/.test(word) || /\[.*[^0-9a-f:.].*\]/i.test(word))
            throw new types_1.it.InputError(`"${word.slice(0, 100)}" cannot be passed to a control script: only letters, digits and . _ : / @ % + , = - are safe`);
    return words;
}
/** Stands for the token where a command line is only shown */
exports.SHOWN_TOKEN = 'TOKEN';
/** Throws InputError for one that the script would tear apart, or for none. */
function checkToken(server, token) {
    if (!token)
        throw new types_1.it.InputError(`${server} needs an IM token: run issue-token first, or give im-token`);
    if (!/^[\w.~+/=:-]+$/.test(token))
        throw new types_1.it.InputError(`the IM token for ${server} has characters that im_ctl.sh would tear apart: issue a new one (rotate)`);
    return token;
}
/** For root, who does something as a user with that user's home: its SSH keys are there. */
function asUser(user, argv) {
    return user === 'root' ? argv : ['sudo', '-n', '-H', '-u', user, '--', ...argv];
}

/***/ }),

/***/ 957:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/control-scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SCRIPT_GENERATIONS = void 0;
exports.generationOf = generationOf;
exports.upgradeTakes = upgradeTakes;
exports.refreshByHand = refreshByHand;
/*
 * What the control scripts on a host can do, told by the options that they read and not by their date: PortSIP gives them no
 * version, and its init.sh always brings the newest (source: portsip-pbx-sh, v22.x/init.sh).
 */
/** v22.4: as of January 2026. v22.6: those with `-g` (portsip-pbx-sh at 94251bb). v22.8: several instances of Data Flow on a server. */
exports.SCRIPT_GENERATIONS = ['v22.4', 'v22.6', 'v22.8'];
/** Of the scripts below the scripts path; undefined: there are none that one could tell it by. */
function generationOf({ scriptOptions = {} }) {
    const known = ['dataflow_ctl.sh', 'im_ctl.sh', 'pbx_ctl.sh'].flatMap((script) => scriptOptions[script] ?? []);
    if (known.length === 0)
        return undefined;
    // Every verb of v22.8 takes the PBX that it is for, upgrade included. Source: PortSIP's guide to Data Flow, October 2026.
    if (ofUpgrade(scriptOptions['dataflow_ctl.sh'])?.some((options) => takes(options, 'x')))
        return 'v22.8';
    return known.some((options) => takes(options, 'g')) ? 'v22.6' : 'v22.4';
}
/** Whether a script's `upgrade` takes an option; undefined: it cannot be told. */
function upgradeTakes({ scriptOptions = {} }, script, letter) {
    return ofUpgrade(scriptOptions[script])?.some((options) => takes(options, letter));
}
/** `run` reads where data is kept, and `upgrade` knows that already. */
function ofUpgrade(options) {
    const found = options?.filter((one) => !takes(one, 'p'));
    return found?.length ? found : undefined;
}
function takes(options, letter) {
    return options.includes(letter);
}
/** What brings the newest scripts to a host. Source: PortSIP's guide to upgrades within v22. */
function refreshByHand(scriptsPath) {
    return `cd ${scriptsPath} && sudo /bin/sh init.sh`;
}

/***/ }),

/***/ 804:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/facts-script.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.FACTS = exports.MOST_CONFIG = exports.ANSWER_SECONDS = exports.SCRIPTS = exports.CONFLICTS = void 0;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const files_1 = __nccwpck_require__(278);
const job_scripts_1 = __nccwpck_require__(967);
const registry_login_1 = __nccwpck_require__(130);
const state_folder_1 = __nccwpck_require__(201);
/** Packages and units that must not be on a cluster server, by the name that is reported. */
exports.CONFLICTS = {
    postgresql: ['postgresql', 'postgresql-[0-9]*'],
    teamviewer: ['teamviewer', 'teamviewer-host', 'teamviewerd'],
    openvpn: ['openvpn', 'openvpn-as'],
    wireguard: ['wireguard', 'wireguard-tools'],
    strongswan: ['strongswan', 'strongswan-starter', 'libreswan'],
    tailscale: ['tailscale', 'tailscaled'],
    zerotier: ['zerotier-one'],
    xl2tpd: ['xl2tpd'],
    pptpd: ['pptpd'],
    bind9: ['bind9', 'named'],
    dnsmasq: ['dnsmasq'],
    unbound: ['unbound'],
    'isc-dhcp-server': ['isc-dhcp-server'],
    kea: ['kea', 'kea-dhcp4-server', 'kea-dhcp6-server'],
};
/** Control scripts of standalone and high-availability clusters */
exports.SCRIPTS = [
    ...new Set(roles_1.it.ROLE_NAMES.map((role) => roles_1.it.ROLES[role].script.file)),
    'pbx_ctl.sh',
    ...new Set(roles_1.it.ROLE_NAMES.map((role) => roles_1.it.ROLES[role].highAvailabilityScript.file)),
    'ha_ctl.sh',
];
/** In the data path, of roles of which several can be on a server */
const INSTANCE_FOLDERS = roles_1.it.ROLE_NAMES.flatMap((role) => roles_1.it.ROLES[role].instances?.folder ?? []);
/** How long each program may take to answer */
exports.ANSWER_SECONDS = 20;
/** Bytes of a role's configuration file: the control scripts write a dozen short lines */
exports.MOST_CONFIG = 65_536;
/** Sets of addresses that are read: each takes firewalld a third of a second */
const MOST_SETS = 20;
/**
 * Prints sections: a line `MARK NAME`, then raw text until the next one. The mark is random, so that nothing a file or
 * a program holds can look like a section. What a program was asked ends with a section `NAME-ended` that holds its exit code,
 * so that an answer that failed, timed out or was cut off is never taken for one that is empty.
 *
 * Nothing is written: a host whose disk is full or read-only tells as much as any other. What takes time is asked side by side,
 * each at the writing end of a pipe whose reader does the rest and then copies what came.
 *
 * $1 mark, $2 scripts path, $3 data path, $4 folders (one per line), $5 `SERVICE/CONFIG_FILE` of each role (a line
 * each), $6 control scripts (a line each), $7 packages and units that conflict (a line each), $8 `firewall` to read it,
 * $9 cluster whose record to read, and those of the others with it, $10 `brief` to leave out what only matters before an
 * installation, `role` to leave out free disk and what the control scripts are, too, $11 a container: where it is, that is left out as well, $12 `CONTAINER PORT…` of each in which supervisord keeps
 * several programs (a line each), with the ports of its own that it shows a certificate on, $13 the name that callers ask
 * for there; without one nobody asks. $14 the registry whose login is asked for, as Docker's configuration names it, $15 a salt.
 */
exports.FACTS = `${job_scripts_1.JOB_FUNCTIONS}${files_1.LOCK_IDLE}${registry_login_1.LOGIN_FUNCTIONS}
mark=$1 scripts=$2 data=$3 folders=$4 configs=$5 known=$6 conflicts=$7 firewall=$8 record=$9 brief=\${10} container=\${11}
supervised=\${12} domain=\${13} registry=\${14} salt=\${15}
LC_ALL=C
export LC_ALL
newline='
'
section() { printf '\\n%s %s\\n' "$mark" "$1"; }
has() { command -v "$1" >/dev/null 2>&1; }
# A daemon that hangs must not hang us.
limited() { if has timeout; then timeout ${exports.ANSWER_SECONDS} "$@"; else "$@"; fi; }
# As the last thing that a shell does
last() { if has timeout; then exec timeout ${exports.ANSWER_SECONDS} "$@"; else exec "$@"; fi; }
# What is short: cat would be one more process.
pass() {
  while IFS= read -r line; do printf '%s\\n' "$line"; done
  printf %s "$line"
}
# $1 section, then what prints it
told() {
  section "$1"
  part=$1
  shift
  "$@" 2>/dev/null
  code=$?
  section "$part-ended"
  echo $code
}

compose_facts() {
  if has docker; then told docker-compose limited docker compose version --short; fi
}

# Each call of docker takes tens of milliseconds: as few as there can be.
docker_facts() {
  code=127 all=
  if has docker; then
    # One that goes between the two calls makes the second one fail.
    for attempt in 1 2 3; do
      all=
      names=$(last docker ps -a --filter name=portsip --format '{{.Names}}')
      code=$?
      if [ $code -ne 0 ] || [ -z "$names" ]; then break; fi
      case $newline$names$newline in *"$newline\${container:-/}$newline"*) section installed ;; *) ;; esac
      IFS=$newline
      for one in $supervised; do
        case $newline$names$newline in *"$newline\${one%% *}$newline"*) section supervised ;; *) ;; esac
      done
      unset IFS
      # One that others are linked to has more names than one.
      all=$(
        IFS=",$newline"
        # shellcheck disable=SC2086 # a name each
        last docker inspect --type container --format '{"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},"version":{{json (index .Config.Labels "version")}},"running":{{json .State.Running}},"restarting":{{json .State.Restarting}},"paused":{{json .State.Paused}},"created":{{json .Created}},"started":{{json .State.StartedAt}},"args":{{json .Args}}}' $names
      )
      code=$?
      case $code in 0 | 124 | 137) break ;; *) ;; esac
    done
  fi
  section containers
  printf '%s\\n' "$all"
  section containers-ended
  echo $code
  if [ $code -eq 127 ]; then
    # Without its program, what it started goes on.
    for socket in /run/docker.sock /var/run/docker.sock; do [ ! -S "$socket" ] || section docker-socket; done
  fi
}

# $1 a container and, after blanks, its ports
inside() {
  IFS=' '
  # shellcheck disable=SC2086 # words
  set -- $1
  case $newline$names$newline in *"$newline$1$newline"*) ;; *) return 0 ;; esac
  told "programs $1" limited docker exec "$1" supervisorctl status
  if has ss; then told connections ss -Htn state established; fi
  if [ -z "$domain" ] || ! has openssl; then return 0; fi
  shift
  for port; do
    section "certificate $port"
    limited openssl s_client -connect "127.0.0.1:$port" -servername "$domain" </dev/null | openssl x509
  done
}

supervised_facts() {
  has docker || return 0
  names=$(limited docker ps --filter name=portsip --format '{{.Names}}') || return 0
  printf '%s\\n' "$supervised" | while IFS= read -r one; do [ -z "$one" ] || inside "$one"; done
}

firewall_facts() {
  has firewall-cmd || { section firewall-missing; return 0; }
  zones=$(
    told firewall-permanent limited firewall-cmd --permanent --list-all-zones </dev/null | {
      told firewall-runtime limited firewall-cmd --list-all-zones
      cat
    }
  )
  printf '%s\\n' "$zones"
  # A zone may have sets of addresses among its sources.
  set -f
  for set in $(printf '%s\\n' "$zones" | sed -n 's/^ *sources://p' | tr ' ' '\\n' | sed -n 's/^ipset://p' | sort -u | head -n ${MOST_SETS}); do
    told "set-permanent $set" limited firewall-cmd --permanent "--ipset=$set" --get-entries </dev/null | {
      told "set-runtime $set" limited firewall-cmd "--ipset=$set" --get-entries
      cat
    }
  done
}

installed_packages() {
  # shellcheck disable=SC2086,SC2016 # a pattern each; dpkg's own variables
  dpkg-query -W -f='\${db:Status-Abbrev} \${Package}\\n' $conflicts
  code=$?
  # 1: some are not there, as it should be
  [ $code -eq 1 ] || return $code
}

conflict_facts() {
  set -f
  if has dpkg-query; then told conflicts installed_packages; fi
  section conflicting-units
  for unit in $conflicts; do
    case $unit in *[!a-z0-9-]*) ;; *) [ ! -f "/etc/systemd/system/$unit.service" ] || echo "$unit" ;; esac
  done
}

port_facts() {
  if has ss; then told listening ss -Hlntu; fi
}

clock_facts() {
  if has timedatectl; then told clock-timedatectl limited timedatectl show; fi
  if has chronyc; then told clock-chrony limited chronyc -n tracking; fi
}

static_facts() {
  section boot
  read_boot
  echo "$boot"
  # Source: Ubuntu and Debian, where packages leave it by update-notifier's or unattended-upgrades' hooks
  if [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ]; then section reboot-required; fi
  section os
  [ ! -r /etc/os-release ] || pass </etc/os-release
  names=$(uname -nm)
  section hostname
  echo "\${names% *}"
  section arch
  echo "\${names##* }"
  section cpus
  nproc 2>/dev/null || grep -c '^processor' /proc/cpuinfo
  section memory
  while read -r key value; do
    case $key in MemTotal:) echo "$key $value"; break ;; *) ;; esac
  done </proc/meminfo
  section addresses
  hostname -I 2>/dev/null || ip -o addr show
  section instances
${INSTANCE_FOLDERS.map((folder) => `  [ ! -d "$data/${folder}" ] || ls -A "$data/${folder}" 2>/dev/null`).join('\n')}
  section folders
  IFS=$newline
  set -f
  for folder in $folders; do [ ! -d "$folder" ] || printf '%s\\n' "$folder"; done
  set +f
  unset IFS
  [ "$brief" != role ] || return 0
  nearest=$data
  while [ ! -e "$nearest" ] && [ -n "$nearest" ]; do
    case $nearest in */*) nearest=\${nearest%/*} ;; *) nearest='' ;; esac
  done
  told disk limited df -Pm "\${nearest:-/}"
}

# What of a folder there is, is what its listing names: a file that cannot be read is there all the same.
listed() {
  if [ -d "$1" ] || [ -L "$1" ]; then told "$2" ls -A "$1/"; else told "$2" :; fi
}

# A link leads elsewhere, and is none.
script_sums() {
  [ "$code" -eq 0 ] || return "$code"
  IFS=$newline
  set -f
  set --
  for name in $names; do
    case $name in *.sh) if [ -f "$scripts/$name" ] && [ ! -L "$scripts/$name" ]; then set -- "$@" "$scripts/$name"; fi ;; *) ;; esac
  done
  set +f
  unset IFS
  [ $# -eq 0 ] || sha256sum "$@"
}

# What a control script can do is told by the options that it reads.
script_options() {
  cd "$scripts" || return 0
  IFS=$newline
  set -f
  # shellcheck disable=SC2086 # a name each; the folder is named so that each line has its file's name
  exec grep -s '^ *while getopts ' /dev/null $known
}

script_facts() {
  names='' code=0
  if [ -d "$scripts" ] || [ -L "$scripts" ]; then
    names=$(exec ls -A "$scripts/" 2>/dev/null)
    code=$?
  fi
  section scripts
  printf '%s\\n' "$names"
  section scripts-ended
  echo $code
  if [ "$brief" != role ]; then
    told script-sums script_sums
    section script-options
    [ -z "$names" ] || (script_options)
  fi
  there=0
  IFS=$newline
  set -f
  for name in $configs; do
    case $name in */*) listed "$scripts/\${name%/*}" "configs \${name%/*}" ;; *) ;; esac
    if [ -e "$scripts/$name" ]; then
      told "config $name" head -c ${exports.MOST_CONFIG} "$scripts/$name"
      there=$((there + 1))
    fi
  done
  section config-times
  # shellcheck disable=SC2086 # a path each; what is not there is not listed
  if [ $there -gt 1 ]; then (cd "$scripts" && exec ls -dt $configs) 2>/dev/null; fi
  set +f
  unset IFS
}

record_facts() {
  [ -n "$record" ] || return 0
  listed "${state_folder_1.STATE_FOLDER}" state
  if [ -e "${state_folder_1.STATE_FOLDER}/$record.json" ]; then told record cat "${state_folder_1.STATE_FOLDER}/$record.json"; fi
  for other in "${state_folder_1.STATE_FOLDER}"/*.json; do
    name=\${other##*/}
    [ ! -f "$other" ] || [ "$name" = "$record.json" ] || told "record-of \${name%.json}" head -c 1048576 "$other"
  done
  lock="${state_folder_1.STATE_FOLDER}/$record.lock"
  listed "$lock" lock-folder
  if [ -e "$lock/holder.json" ]; then
    told lock cat "$lock/holder.json"
    section lock-age
    lock_idle "$lock" 2>/dev/null
    echo "$idle"
  fi
}

job_facts() {
  section job
  current
  state "$holder"
  if [ "$state" = running ]; then
    echo "$holder"
    field "$holder" title
  fi
}

registry_facts() { [ -z "$registry" ] || told registry registry_login "$registry" "$salt"; }

backup_facts() {
  for note in "${state_folder_1.BACKUP_NOTES}"/*.last; do
    [ ! -f "$note" ] || told "backup \${note##*/}" head -c 4096 "$note"
  done
  for note in "${state_folder_1.BACKUP_NOTES}"/*.stopped; do
    [ ! -f "$note" ] || section "stopped-for-backup \${note##*/}"
  done
}

# Only before an installation
conditions() {
  compose_facts </dev/null | {
    conflict_facts </dev/null 2>/dev/null
    clock_facts </dev/null
    port_facts </dev/null
    pass
  }
}

look() {
  docker_facts </dev/null 2>/dev/null | {
    static_facts </dev/null
    script_facts </dev/null
    record_facts </dev/null
    job_facts </dev/null
    backup_facts </dev/null
    registry_facts </dev/null
    containers=$(pass)
    printf '%s\\n' "$containers"
    case $containers in *"$mark supervised$newline"*) supervised_facts </dev/null 2>/dev/null ;; *) ;; esac
    case $brief$containers in
    brief* | role* | *"$mark installed$newline"*) ;;
    *) conditions ;;
    esac
  }
}

section began
date +%s.%N
if [ "$firewall" = firewall ]; then
  firewall_facts </dev/null | {
    look
    cat
  }
else
  look
fi
section ended
date +%s.%N
section complete
`;

/***/ }),

/***/ 490:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/facts.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readFacts = readFacts;
exports.factsArguments = factsArguments;
exports.configPaths = configPaths;
exports.parseFacts = parseFacts;
exports.keyValues = keyValues;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const ipaddr_js_1 = { get it() { return __importDefault((__nccwpck_require__(227)["ipaddr.js"])); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const control_scripts_1 = { get it() { return (__nccwpck_require__(907)["control-scripts"]); } };
const registry_1 = { get it() { return (__nccwpck_require__(907).registry); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const defined_1 = { get it() { return (__nccwpck_require__(426).defined); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const containers_1 = __nccwpck_require__(465);
const facts_script_1 = __nccwpck_require__(804);
const firewall_listing_1 = __nccwpck_require__(576);
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const registry_login_1 = __nccwpck_require__(130);
const shell_1 = __nccwpck_require__(443);
const types_1 = __nccwpck_require__(720);
const article_1 = { get it() { return (__nccwpck_require__(60).article); } };
const FACTS_MS = 90_000;
/** Everything that one must know about a host, in one round trip. */
async function readFacts(execute, machine, request) {
    const mark = (0, node_crypto_1.it.randomBytes)(16).toString('hex');
    const output = await execute({ script: facts_script_1.FACTS, args: factsArguments(mark, request), timeoutMs: FACTS_MS, tidy: true });
    return parseFacts(output.stdout, { mark, request, machine, measured: output });
}
function factsArguments(mark, request) {
    return [
        mark,
        request.scriptsPath,
        request.dataPath,
        (request.folders ?? []).join('\n'),
        roles_1.it.ROLE_NAMES.flatMap(configPaths).join('\n'),
        facts_script_1.SCRIPTS.join('\n'),
        Object.values(facts_script_1.CONFLICTS).flat().join('\n'),
        request.firewall ? 'firewall' : '',
        request.record ?? '',
        request.role ? 'role' : request.brief ? 'brief' : '',
        request.container ?? '',
        roles_1.it.ROLE_NAMES.flatMap((role) => supervisedOf(role) ?? []).join('\n'),
        request.certificatesFor ?? '',
        request.registry === undefined ? '' : (0, registry_1.it.nameInConfig)(request.registry.registry.server),
        request.registry?.salt ?? '',
    ];
}
/** Below the scripts path; of several that are there the one counts that was written last. */
function configPaths(role) {
    const { service, configFile, olderConfigFile } = roles_1.it.ROLES[role];
    return [`${service}/${configFile}`, ...(olderConfigFile === undefined ? [] : [olderConfigFile])];
}
/** `CONTAINER PORT…`, where its programs have to be asked for by name. */
function supervisedOf(role) {
    const { supervised, container, calls } = roles_1.it.ROLES[role];
    return supervised && [container, ...(calls.kind === 'outside' ? calls.web : [])].join(' ');
}
/** Pure. Whatever a host prints, this gives facts or HostError('command'). */
function parseFacts(text, context) {
    const { mark, request, machine, measured } = context;
    const sections = readSections(text, mark);
    const bad = (what) => new types_1.HostError(`${(0, shell_1.where)(machine)} did not report ${what}: it must be a Debian or Ubuntu server whose /bin/sh, uname and date work`, machine.name, 'command');
    if (!sections.has('complete'))
        throw bad('everything that was asked (its answer is cut off)');
    const line = (name, what) => {
        const value = sections.get(name)?.trim();
        if (!value || value.includes('\n') || value.length > 300)
            throw bad(what);
        return value;
    };
    const number = (value, what) => {
        if (value === undefined || !/^\d{1,12}$/.test(value))
            throw bad(what);
        return Number(value);
    };
    const os = keyValues(sections.get('os') ?? '');
    const runningJob = readJob(sections.get('job'));
    const instances = readInstances(sections.get('instances'));
    const containers = oneInstance(readContainers(sections), instances);
    return {
        hostname: line('hostname', 'its name'),
        bootId: line('boot', 'its boot id'),
        ...(sections.has('reboot-required') && { rebootRequired: true }),
        os: {
            id: os.ID ?? 'unknown',
            version: os.VERSION_ID ?? '',
            prettyName: os.PRETTY_NAME ?? os.ID ?? 'unknown',
        },
        arch: line('arch', 'its architecture'),
        cpus: number(sections.get('cpus')?.trim(), 'how many CPUs it has'),
        memoryMiB: Math.floor(number(/^MemTotal:\s+(\d+) kB/.exec(sections.get('memory') ?? '')?.[1], 'how much memory it has') / 1024),
        disk: request.role ? NOT_ASKED : readDisk(sections, request.dataPath),
        clockSkewMs: skew(sections, measured, bad),
        clockSynchronized: readClock(sections),
        addresses: readAddresses(sections.get('addresses') ?? ''),
        ...(0, defined_1.it.defined)({
            listening: readListening((0, reading_1.it.seen)(answer(sections, 'listening', 'ss'))),
            connectedTo: readConnections((0, reading_1.it.seen)(answer(sections, 'connections', 'ss'))),
            certificates: readCertificates(sections),
        }),
        docker: readDocker(sections, containers),
        ...(request.registry && { registry: readRegistry(sections, request.registry) }),
        scripts: readScripts(sections),
        scriptSums: request.role ? NOT_ASKED : readScriptSums(sections),
        scriptOptions: readScriptOptions(sections.get('script-options')),
        roles: readRoles(sections),
        ...(instances.length > 0 && { instances }),
        containers,
        conflicts: readConflicts(sections),
        folders: readFolders(sections.get('folders'), request.folders ?? []),
        firewall: request.firewall ? readFirewall(sections) : NOT_ASKED,
        record: request.record === undefined ? NOT_ASKED : fileIn(sections, 'state', `${request.record}.json`, 'record'),
        ...readBackups(sections),
        ...otherRecords(request.record === undefined ? undefined : sections),
        lock: request.record === undefined ? NOT_ASKED : fileIn(sections, 'lock-folder', 'holder.json', 'lock'),
        ...lockAge(request.record === undefined ? undefined : sections.get('lock-age')),
        ...(runningJob && { runningJob }),
    };
}
const NOT_ASKED = (0, reading_1.it.unknown)('it was not asked for');
/** Programs that do not answer are ended: by TERM, or by KILL. */
const TIMED_OUT = [124, 137];
/** `whose`: "Docker", for people */
function said(sections, name, whose) {
    const code = /^(\d{1,3})\s*$/.exec(sections.get(`${name}-ended`) ?? '')?.[1];
    const text = sections.get(name);
    if (text === undefined || code === undefined)
        return (0, reading_1.it.unknown)(`${whose} gave no whole answer`);
    if (TIMED_OUT.includes(Number(code)))
        return (0, reading_1.it.unknown)(`${whose} did not answer within ${facts_script_1.ANSWER_SECONDS} s`);
    return { text, code: Number(code) };
}
/** What a program printed, if it ended well. */
function answer(sections, name, whose) {
    const found = said(sections, name, whose);
    if (!(0, reading_1.it.isKnown)(found))
        return found;
    return found.code === 0 ? found.text : (0, reading_1.it.unknown)(`${whose} failed (exit ${found.code})`);
}
/** A file's text, undefined: its folder has none of that name. */
function fileIn(sections, folder, file, name) {
    const listing = answer(sections, folder, 'the listing of its folder');
    if (!(0, reading_1.it.isKnown)(listing))
        return listing;
    if (!linesOf(listing).includes(file))
        return undefined;
    return answer(sections, name, `reading ${file}`);
}
/** Section name to its text, without the newline that the next mark brings. */
function readSections(text, mark) {
    const sections = new Map();
    for (const part of text.split(`\n${mark} `).slice(1)) {
        const end = part.indexOf('\n');
        if (end >= 0)
            sections.set(part.slice(0, end), part.slice(end + 1));
    }
    return sections;
}
/**
 * As NTP does it: the mean of what the two ends of the script say. A connection that is slower one way than the other
 * is all that can mislead it.
 */
function skew(sections, measured, bad) {
    const at = (name) => {
        // busybox knows no %N and prints it as it is, or nothing
        const time = /^(\d{9,11})\.(\d{9})?/.exec(sections.get(name)?.trim() ?? '');
        if (!time)
            throw bad('the time');
        return { ms: Number(time[1]) * 1000 + (time[2] ? Number(time[2]) / 1e6 : 500), precise: time[2] !== undefined };
    };
    const [began, ended] = [at('began'), at('ended')];
    const difference = (began.ms - measured.began + (ended.ms - measured.ended)) / 2;
    // Whole seconds cannot show that a clock is half a second off.
    return began.precise || Math.abs(difference) > 1000 ? Math.round(difference) : 0;
}
function readDisk(sections, path) {
    const listing = answer(sections, 'disk', 'df');
    if (!(0, reading_1.it.isKnown)(listing))
        return listing;
    // Below its headings
    const [, total, , free] = (listing.trim().split('\n').at(-1) ?? '').trim().split(/\s+/);
    const isNumber = (value) => value !== undefined && /^\d{1,12}$/.test(value);
    if (!isNumber(total) || !isNumber(free))
        return (0, reading_1.it.unknown)('df prints no sizes');
    return { path, totalMiB: Number(total), freeMiB: Number(free) };
}
function readDocker(sections, containers) {
    if (!(0, reading_1.it.isKnown)(containers))
        return containers;
    if (isMissing(sections))
        return { installed: false };
    // Where its answer is not wanted, it was not asked.
    if (!sections.has('docker-compose'))
        return { installed: true, compose: NOT_ASKED };
    const compose = said(sections, 'docker-compose', 'Docker Compose');
    if (!(0, reading_1.it.isKnown)(compose))
        return { installed: true, compose };
    const version = compose.text.trim().replace(/^v/, '').split('\n')[0] ?? '';
    // Docker fails when it has no such plugin.
    return { installed: true, compose: compose.code === 0 && /^\d/.test(version) ? version : undefined };
}
function readRegistry(sections, look) {
    const text = answer(sections, 'registry', "reading Docker's configuration");
    return (0, reading_1.it.isKnown)(text) ? (0, registry_login_1.readLogin)(text, look) : text;
}
function readFirewall(sections) {
    if (sections.has('firewall-missing'))
        return (0, firewall_listing_1.parseFirewall)('missing');
    const runtime = said(sections, 'firewall-runtime', 'firewall-cmd');
    if ((0, reading_1.it.isKnown)(runtime) && runtime.code === FIREWALLD_NOT_RUNNING)
        return (0, firewall_listing_1.parseFirewall)('stopped');
    const active = answer(sections, 'firewall-runtime', 'firewall-cmd');
    const stored = answer(sections, 'firewall-permanent', 'firewall-cmd --permanent');
    if (!(0, reading_1.it.isKnown)(active))
        return active;
    if (!(0, reading_1.it.isKnown)(stored))
        return stored;
    const sets = { runtime: readSets(sections, 'set-runtime'), permanent: readSets(sections, 'set-permanent') };
    return (0, firewall_listing_1.parseFirewall)('running', active, stored, sets);
}
/** The addresses of firewalld's sets, by name. */
function readSets(sections, part) {
    const names = [...sections.keys()].flatMap((name) => name.startsWith(`${part} `) && !name.endsWith('-ended') ? [name.slice(part.length + 1)] : []);
    return new Map(names.map((name) => {
        const entries = answer(sections, `${part} ${name}`, `firewall-cmd --ipset=${name}`);
        return [name, (0, reading_1.it.isKnown)(entries) ? linesOf(entries).map((entry) => entry.trim()) : entries];
    }));
}
/** Source: firewalld's errors.py, `NOT_RUNNING` */
const FIREWALLD_NOT_RUNNING = 252;
function readScripts(sections) {
    const listing = answer(sections, 'scripts', 'the listing of the scripts folder');
    return (0, reading_1.it.isKnown)(listing) ? linesOf(listing).filter((name) => facts_script_1.SCRIPTS.includes(name)) : listing;
}
/** sha256sum's lines: `SUM  FOLDER/NAME`. A name that it has to escape is none of PortSIP's. */
function readScriptSums(sections) {
    const sums = answer(sections, 'script-sums', 'sha256sum of the scripts');
    if (!(0, reading_1.it.isKnown)(sums))
        return sums;
    return Object.fromEntries(linesOf(sums).flatMap((line) => {
        const [, sum = '', name = ''] = /^([0-9a-f]{64}) [ *].*\/([^/]+)$/.exec(line) ?? [];
        return (0, control_scripts_1.it.isScriptName)(name) ? [[name, sum]] : [];
    }));
}
function readClock(sections) {
    const timedatectl = answer(sections, 'clock-timedatectl', 'timedatectl');
    const chrony = answer(sections, 'clock-chrony', 'chronyc');
    const synchronized = (0, reading_1.it.isKnown)(timedatectl) ? /^NTPSynchronized=(yes|no)$/m.exec(timedatectl)?.[1] : undefined;
    const leap = (0, reading_1.it.isKnown)(chrony) ? /^Leap status\s*:\s*(.+)$/m.exec(chrony)?.[1]?.trim() : undefined;
    if (synchronized === undefined && leap === undefined)
        return (0, reading_1.it.unknown)('neither timedatectl nor chronyc tells');
    return synchronized === 'yes' || leap === 'Normal';
}
/** `hostname -I` prints addresses, `ip -o addr` lines with `inet ADDRESS/LENGTH`. */
function readAddresses(text) {
    const words = text.includes(' inet')
        ? [...text.matchAll(/\sinet6? (\S+)/g)].map((match) => match[1] ?? '')
        : text.split(/\s+/);
    const addresses = words
        .map((word) => word.split('/')[0] ?? '')
        .filter((word) => ipaddr_js_1.it.default.isValid(word) && !['loopback', 'linkLocal'].includes(ipaddr_js_1.it.default.parse(word).range()))
        .map((word) => ipaddr_js_1.it.default.parse(word).toString());
    return [...new Set(addresses)];
}
/** Lines `SCRIPT:  while getopts OPTIONS …` */
function readScriptOptions(text) {
    const options = new Map();
    for (const line of linesOf(text).slice(0, 200)) {
        const [, script = '', letters = ''] = /^([^\s:]+): *while getopts +[^A-Za-z: ]*([A-Za-z:]{1,60})(?![A-Za-z:])/.exec(line) ?? [];
        if (facts_script_1.SCRIPTS.includes(script))
            options.set(script, [...(options.get(script) ?? []), letters]);
    }
    return Object.fromEntries(options);
}
function readRoles(sections) {
    const roles = [];
    for (const role of roles_1.it.ROLE_NAMES) {
        const text = readConfig(sections, role);
        if (!(0, reading_1.it.isKnown)(text))
            return text;
        if (text === undefined)
            continue;
        if (text.length >= facts_script_1.MOST_CONFIG)
            return (0, reading_1.it.unknown)(`${roles_1.it.ROLES[role].configFile} is larger than a configuration file can be`);
        roles.push({ role, values: withoutSecrets(keyValues(text)) });
    }
    return roles;
}
/** Of the places where it may be that which was written last: by the script that ran last, of whichever release. */
function readConfig(sections, role) {
    const newestFirst = linesOf(sections.get('config-times') ?? '');
    const age = (path) => newestFirst.indexOf(path);
    for (const path of configPaths(role).sort((a, b) => age(a) - age(b))) {
        const at = path.lastIndexOf('/');
        const listing = at < 0 ? 'scripts' : `configs ${path.slice(0, at)}`;
        const text = fileIn(sections, listing, path.slice(at + 1), `config ${path}`);
        if (text !== undefined)
            return text;
    }
    return undefined;
}
/** The scripts keep the registry's token there, and newer ones the IM token. Nothing of ours needs them. */
function withoutSecrets(values) {
    return Object.fromEntries(Object.entries(values).filter(([key]) => !/TOKEN|PASS|SECRET/.test(key)));
}
/** Folders named by an id. Source: PortSIP's page on migrating Data Flow, which says to keep the UUID in names */
function readInstances(text) {
    return linesOf(text).filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name));
}
/** Which of several on a server is whose, nobody has published: what is there is not known then, and left alone. */
function oneInstance(containers, instances) {
    if (!(0, reading_1.it.isKnown)(containers))
        return containers;
    const rows = roles_1.it.ROLE_NAMES.map((role) => roles_1.it.ROLES[role]).filter((row) => row.instances);
    for (const { container, label } of rows) {
        const others = containers.filter(({ name }) => name.startsWith(container) && /^[^A-Za-z]/.test(name.slice(container.length)));
        if (others.length > 0)
            return (0, reading_1.it.unknown)(`${(0, article_1.it.withArticle)(label)} runs there as ${others.map(({ name }) => name).join(', ')}: since v22.8 there can be one for each PBX on a server, and whose it is cannot be told`);
        if (instances.length > 1 && containers.some(({ name }) => name === container))
            return (0, reading_1.it.unknown)(`${(0, article_1.it.withArticle)(label)} keeps data of ${instances.length} PBXs there (${instances.join(', ')}), and what runs for which cannot be told`);
    }
    return containers;
}
function isMissing(sections) {
    const answered = said(sections, 'containers', 'Docker');
    return (0, reading_1.it.isKnown)(answered) && answered.code === NO_SUCH_PROGRAM;
}
/** Of a shell, and of `timeout` */
const NO_SUCH_PROGRAM = 127;
function readContainers(sections) {
    if (isMissing(sections))
        return sections.has('docker-socket') ? (0, reading_1.it.unknown)("Docker's program is not there, but its socket is") : [];
    const listing = said(sections, 'containers', 'Docker');
    if (!(0, reading_1.it.isKnown)(listing))
        return listing;
    if (listing.code !== 0)
        return (0, reading_1.it.unknown)(`Docker does not run, or does not tell (exit ${listing.code})`);
    const containers = [];
    for (const line of linesOf(listing.text)) {
        const container = readContainer(line, sections);
        if (!container)
            return (0, reading_1.it.unknown)('what Docker says of its containers cannot be used');
        containers.push(container);
    }
    return containers;
}
function readContainer(line, sections) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    if (!(0, unknown_1.it.isObject)(value))
        return undefined;
    const { name, image, imageId, version, running, restarting, paused, created, started, args } = value;
    if (!isText(name) || !isText(image) || !isText(imageId) || !isText(created) || !isText(started))
        return undefined;
    if (!Array.isArray(args) || !args.every(isText))
        return undefined;
    const plain = name.replace(/^\//, '');
    return {
        name: plain,
        image,
        imageId,
        // A label that is no version tells none: what is compared with it would be older or newer by chance.
        ...(isText(version) && /^v?\d+(\.\d+)*(?![\d.])/.test(version) && { version: version.replace(/^v/, '') }),
        // For docker, one that crashes and is started again and again counts as running, and so does one that is paused.
        running: running === true && restarting !== true && paused !== true,
        ...(paused === true && { paused }),
        createdAt: created,
        startedAt: started,
        ...(sections.has(`programs ${plain}`) && { programs: readPrograms(sections, plain) }),
        args: (0, containers_1.withoutToken)(args),
    };
}
/** What `supervisorctl status` says: a line for each program, its name and its state first. */
function readPrograms(sections, container) {
    const listing = said(sections, `programs ${container}`, 'supervisorctl');
    if (!(0, reading_1.it.isKnown)(listing))
        return listing;
    const { text } = listing;
    const programs = [...text.matchAll(/^(\S{1,100}) +([A-Z]{4,10})(?: |$)/gm)].map(([, name = '', state = '']) => ({
        name,
        state,
    }));
    return programs.length > 0 ? programs : (0, reading_1.it.unknown)('its programs do not tell how they are (supervisorctl status)');
}
/** The `ss` of a busy host has more lines than anybody needs here. */
const MOST_SOCKETS = 20_000;
/** `tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:*` is `22/tcp` */
function readListening(text) {
    if (text === undefined)
        return undefined;
    const ports = linesOf(text)
        .slice(0, MOST_SOCKETS)
        .map((line) => /^(tcp|udp) +\S+ +\d+ +\d+ +\S+:(\d+) /.exec(line))
        .flatMap((match) => (match ? [`${match[2]}/${match[1]}`] : []));
    return [...new Set(ports)];
}
/** `0 0 192.168.1.27:40112 192.168.1.20:5063` is `192.168.1.20:5063` */
function readConnections(text) {
    if (text === undefined)
        return undefined;
    const peers = linesOf(text)
        .slice(0, MOST_SOCKETS)
        .flatMap((line) => {
        const [, address, port] = /^ *\d+ +\d+ +\S+ +(\S+):(\d+) *$/.exec(line) ?? [];
        return address === undefined ? [] : [`${(0, addresses_1.it.normalise)(address.replace(/^\[(.*)\]$/, '$1'))}:${port}`];
    });
    return [...new Set(peers)];
}
/** Certificates that ports of the host showed; undefined: no port was asked. */
function readCertificates(sections) {
    if (![...sections.keys()].some((name) => name.startsWith('certificate ')))
        return undefined;
    return Object.fromEntries([...sections].flatMap(([name, text]) => {
        const port = /^certificate (\d+)$/.exec(name)?.[1];
        const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,20000}-----END CERTIFICATE-----/.exec(text)?.[0];
        return port !== undefined && pem !== undefined ? [[port, pem]] : [];
    }));
}
function readConflicts(sections) {
    if (!sections.has('conflicting-units'))
        return NOT_ASKED;
    const packages = sections.has('conflicts') ? answer(sections, 'conflicts', 'dpkg-query') : '';
    if (!(0, reading_1.it.isKnown)(packages))
        return packages;
    // Their state first: only what begins with an i is installed.
    const installed = linesOf(packages).flatMap((line) => /^i[a-z] *(\S+)$/.exec(line)?.[1] ?? []);
    const found = [...installed, ...linesOf(sections.get('conflicting-units'))];
    const matches = (pattern, name) => pattern.endsWith('[0-9]*')
        ? name.startsWith(pattern.slice(0, -6)) && /\d/.test(name[pattern.length - 6] ?? '')
        : pattern === name;
    return Object.entries(facts_script_1.CONFLICTS)
        .filter(([, patterns]) => patterns.some((pattern) => found.some((name) => matches(pattern, name))))
        .map(([conflict]) => conflict);
}
function readFolders(text, asked) {
    const found = new Set(linesOf(text));
    return Object.fromEntries(asked.map((folder) => [folder, found.has(folder)]));
}
function readJob(text) {
    const [id, title] = linesOf(text);
    return id !== undefined && /^[A-Za-z0-9-]+$/.test(id) ? { id, title: title ?? id } : undefined;
}
const OTHER_RECORD = 'record-of ';
/** None: left out, as on nearly all main servers. */
function otherRecords(sections) {
    const found = [...(sections ?? [])].flatMap(([name, text]) => {
        const cluster = name.startsWith(OTHER_RECORD) ? name.slice(OTHER_RECORD.length) : '';
        return /^[a-z0-9-]{1,64}$/.test(cluster) ? [[cluster, text]] : [];
    });
    return found.length > 0 ? { otherRecords: Object.fromEntries(found) } : {};
}
const STOPPED = /^stopped-for-backup ([A-Za-z0-9._-]{1,64})\.stopped$/;
const BACKUP = /^backup ([A-Za-z0-9._-]{1,64})\.last$/;
function readBackups(sections) {
    const stopped = [...sections.keys()].flatMap((section) => STOPPED.exec(section)?.[1] ?? []);
    const found = [...sections.keys()].flatMap((section) => {
        const name = BACKUP.exec(section)?.[1];
        if (name === undefined)
            return [];
        const text = answer(sections, section, `reading ${name}.last`);
        return [[name, (0, reading_1.it.isKnown)(text) ? readBackup(text) : text]];
    });
    return {
        ...(found.length > 0 && { backups: Object.fromEntries(found) }),
        ...(stopped.length > 0 && { stoppedForBackup: stopped }),
    };
}
function readBackup(text) {
    const { at = '', address = '', where: folder = '', kib = '', sha256 = '', seconds = '' } = keyValues(text);
    const isNumber = (value) => /^\d{1,14}$/.test(value);
    const whole = !Number.isNaN(Date.parse(at)) &&
        ipaddr_js_1.it.default.isValid(address) &&
        /^\/[A-Za-z0-9._/-]{1,400}$/.test(folder) &&
        /^[0-9a-f]{64}$/.test(sha256);
    if (!whole || !isNumber(kib) || !isNumber(seconds))
        return (0, reading_1.it.unknown)('its note of it cannot be used');
    return { at, address, where: folder, bytes: Number(kib) * 1024, sha256, seconds: Number(seconds) };
}
function lockAge(text) {
    const seconds = /^\d{1,12}$/.exec(text?.trim() ?? '')?.[0];
    return seconds === undefined ? {} : { lockIdleMs: Number(seconds) * 1000 };
}
/** KEY=VALUE lines as data: nothing is expanded, a pair of quotes around a value is dropped. */
function keyValues(text) {
    const values = Object.create(null);
    for (const line of text.split('\n')) {
        const pair = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim());
        if (!pair?.[1] || pair[2] === undefined)
            continue;
        values[pair[1]] = /^(["'])(.*)\1$/.exec(pair[2])?.[2] ?? pair[2];
    }
    return { ...values };
}
function linesOf(text) {
    return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}
function isText(value) {
    return typeof value === 'string';
}

/***/ }),

/***/ 278:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/files.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CHANGE_LOCK = exports.READ_LOCK = exports.LOCK_IDLE = exports.WRITE_RECORD = void 0;
exports.writeRecord = writeRecord;
exports.acquireLock = acquireLock;
exports.refreshLock = refreshLock;
exports.releaseLock = releaseLock;
const state_folder_1 = __nccwpck_require__(201);
const uptime_1 = __nccwpck_require__(641);
const shell_1 = __nccwpck_require__(443);
const types_1 = __nccwpck_require__(720);
/** $1 name, $2 content. A reader sees the old file or the new one; after a power cut too. */
exports.WRITE_RECORD = `
umask 077
folder=${state_folder_1.STATE_FOLDER}
mkdir -p "$folder" || exit
printf '%s' "$2" >"$folder/.$1.json.$$" || { rm -f "$folder/.$1.json.$$"; exit 1; }
sync "$folder/.$1.json.$$" 2>/dev/null || sync
mv "$folder/.$1.json.$$" "$folder/$1.json"
`;
/** Writes the cluster's record on the main server, for root only. */
async function writeRecord(host, name, json) {
    check(host, await host.run(exports.WRITE_RECORD, [clusterName(name), json], { repeatable: true }), 'keep the record of this cluster');
}
/*
 * The lock is a folder with the holder's JSON in it. Everything is decided on our side from what was read, and done
 * on the host only if that is still so, under a mutex that the kernel lets go when its holder dies. A heartbeat is the
 * host's uptime in a file: no time of day counts, neither the host's, which may be set meanwhile, nor anybody else's.
 */
/**
 * $idle: seconds since the holder of the lock in folder $1 gave a sign of life; empty while that is not known. A beat of
 * before the machine's last start is at least as old as that.
 */
exports.LOCK_IDLE = `
lock_idle() {
  idle=
  read_uptime || return 1
  # A name for the state of the file, and not taken for a time.
  stamp=$(date -r "$1/holder.json" +%s 2>/dev/null) || stamp=none
  [ -s "$1/beat" ] && read -r beat since seen rest <"$1/beat" || return 0
  case $beat in '' | *[!0-9]*) return 0 ;; *) ;; esac
  [ "$seen" = "$stamp" ] || return 0
  if [ "$since" != "$boot" ]; then idle=$now; elif [ "$beat" -le "$now" ]; then idle=$((now - beat)); fi
}
`;
const LOCK_FUNCTIONS = `${uptime_1.UPTIME_FUNCTIONS}${exports.LOCK_IDLE}
umask 077
folder=${state_folder_1.STATE_FOLDER}
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
beat() {
  lock_idle "$lock" || return 1
  printf '%s %s %s\\n' "$now" "$boot" "$stamp" >"$lock/beat.new" && mv "$lock/beat.new" "$lock/beat"
}
# $version: what is there, empty when there is none; and $idle
look() {
  version=
  [ -d "$lock" ] || return 0
  lock_idle "$lock" || exit
  # Somebody else wrote it, or half of it: its time begins now that it is seen.
  if [ -z "$idle" ]; then beat && lock_idle "$lock" || exit; fi
  version=$(cat "$lock/beat"):
  [ ! -f "$lock/holder.json" ] || version=$version$(cat "$lock/holder.json")
}
locked "$1" || exit 8
look
`;
/** $1 name. Prints for how many seconds the holder was silent, then the version. */
exports.READ_LOCK = `${LOCK_FUNCTIONS}
printf '%s\\n%s' "$idle" "$version"
`;
/** $1 name, $2 the version that must still be there, $3 what to do, $4 content. Exit 9: it is not there any more. */
exports.CHANGE_LOCK = `${LOCK_FUNCTIONS}
[ "$version" = "$2" ] || exit 9
case $3 in
write)
  mkdir -p "$lock" || exit 1
  printf '%s' "$4" >"$lock/holder.json.new" && mv "$lock/holder.json.new" "$lock/holder.json" && beat
  ;;
beat) beat ;;
remove) rm -rf "$lock" ;;
*) exit 2 ;;
esac
`;
/**
 * Takes the cluster's lock for `holder`, or says who has it. One that was not refreshed for `staleAfterMs` is taken over,
 * and one with our own id is taken again.
 */
async function acquireLock(host, name, holder, options) {
    for (let attempt = 0; attempt < 10; attempt++) {
        const lock = await readLock(host, name);
        const ours = lock.holder?.id === holder.id;
        // Each of its fields may be anything: whoever asks is to look at them.
        const other = lock.holder;
        if (other && !ours && lock.idleMs < options.staleAfterMs)
            return { acquired: false, holder: other, idleMs: lock.idleMs };
        if (await changeLock(host, name, lock.version, 'write', JSON.stringify(holder)))
            return { acquired: true, ...(other && !ours && { tookOver: other }) };
    }
    throw new types_1.HostError(`${(0, shell_1.where)(host.machine)}: the lock of ${name} changes hands all the time; try again`, host.machine.name, 'command');
}
/** Says that the holder lives. false: somebody else has it, or nobody. */
async function refreshLock(host, name, id) {
    return changeOwn(host, name, id, 'beat');
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
    const output = check(host, await host.run(exports.READ_LOCK, [clusterName(name)], { repeatable: true }), 'read the lock of this cluster');
    const newline = output.stdout.indexOf('\n');
    const idle = Number(output.stdout.slice(0, newline));
    const version = output.stdout.slice(newline + 1);
    if (version === '')
        return { version, idleMs: 0 };
    const colon = version.indexOf(':');
    return {
        version,
        holder: readHolder(version.slice(colon + 1)),
        idleMs: idle * 1000,
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
    // Doing it twice is harmless: the second finds another version, and whoever asked looks again.
    const output = await host.run(exports.CHANGE_LOCK, [clusterName(name), version, what, content], { repeatable: true });
    if (output.code === 9)
        return false;
    check(host, output, 'change the lock of this cluster');
    return true;
}
function check(host, output, what) {
    if (output.code === 0)
        return output;
    throw new types_1.HostError(`${(0, shell_1.where)(host.machine)} could not ${what} in ${state_folder_1.STATE_FOLDER} (exit ${output.code}): ${output.stderr.trim().split('\n').at(-1) || 'it does not say why'}; is its disk full or read-only?`, host.machine.name, 'command');
}
/** It becomes a file name. */
function clusterName(name) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
        throw new TypeError(`not a cluster name: ${name}`);
    return name;
}

/***/ }),

/***/ 576:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/firewall-listing.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseFirewall = parseFirewall;
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
/** Pure: from what `firewall-cmd --list-all-zones` prints, without and with --permanent. */
function parseFirewall(state, runtime = '', permanent = '', sets = { runtime: new Map(), permanent: new Map() }) {
    const zones = { runtime: readZones(runtime), permanent: readZones(permanent) };
    const otherZones = {};
    for (const listing of [zones.runtime, zones.permanent])
        for (const { name, sources } of listing)
            if (name !== 'trusted')
                for (const source of sources)
                    otherZones[source] = name;
    const trusted = (listing) => listing.find(({ name }) => name === 'trusted')?.sources ?? [];
    return {
        running: state?.trim() === 'running',
        trusted: { permanent: trusted(zones.permanent), runtime: trusted(zones.runtime) },
        otherZones,
        rivals: {
            runtime: rivals(zones.runtime, sets.runtime),
            permanent: rivals(zones.permanent, sets.permanent),
        },
    };
}
/** Zones begin in the first column (`trusted (active)`), what they have is indented. */
function readZones(listing) {
    const zones = new Map();
    let zone;
    for (const line of listing.split('\n')) {
        const name = /^([A-Za-z0-9_-]+)(?: \([a-z, ]+\))?\s*$/.exec(line)?.[1];
        if (name !== undefined) {
            zone = { name, target: 'default', sources: [], interfaces: [] };
            zones.set(name, zone);
        }
        const [, field, value = ''] = /^\s+(target|ingress-priority|interfaces|sources): *(.*)$/.exec(line) ?? [];
        if (!zone || field === undefined)
            continue;
        if (field === 'target')
            zone.target = value.trim();
        if (field === 'ingress-priority' && /^-?\d{1,9}$/.test(value.trim()))
            zone.priority = Number(value);
        if (field === 'interfaces')
            zone.interfaces = words(value);
        if (field === 'sources')
            zone.sources = words(value);
    }
    return [...zones.values()];
}
function words(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
/**
 * Zones that come before the trusted one, in firewalld's own order: by priority where there is one, sources before interfaces, then
 * by name. How narrow a network is does not count. Source: firewalld's nftables.py, 1.3 (`_run_replace_zone_source`) and 2.0 to
 * 2.5 (`_policy_dispatch_sort_key`, `_zone_ingress_dispatch_sort_key`).
 */
function rivals(zones, sets) {
    const own = zones.find(({ name }) => name === 'trusted')?.priority ?? 0;
    const before = (zone) => (zone.priority ?? 0) - own || (zone.name < 'trusted' ? -1 : 1);
    return zones
        .filter((zone) => zone.name !== 'trusted' && before(zone) < 0)
        .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0) || (a.name < b.name ? -1 : 1))
        .flatMap((zone) => {
        const resolved = zone.sources.map((source) => [source, networksOf(source, sets)]);
        const rival = {
            name: zone.name,
            accepts: zone.target === 'ACCEPT',
            prioritised: zone.priority !== undefined,
            takes: resolved.flatMap(([source, networks]) => (0, reading_1.it.isKnown)(networks) ? networks.map((network) => ({ network, source })) : []),
            unread: resolved.flatMap(([source, networks]) => ((0, reading_1.it.isKnown)(networks) ? [] : [source])),
            // Without another priority, all sources of all zones come before the first interface.
            interfaces: (zone.priority ?? 0) < own ? zone.interfaces : [],
        };
        return rival.takes.length + rival.unread.length + rival.interfaces.length > 0 ? [rival] : [];
    });
}
function networksOf(source, sets) {
    const name = /^ipset:(.*)$/.exec(source)?.[1];
    return name === undefined ? [source] : (sets.get(name) ?? (0, reading_1.it.unknown)('it was not asked for'));
}

/***/ }),

/***/ 527:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/frames.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.FrameReader = void 0;
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
exports.FrameReader = FrameReader;

/***/ }),

/***/ 0:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/host-keys.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isSame = void 0;
exports.compareSightings = compareSightings;
exports.readHostKeys = readHostKeys;
const hosts_1 = __nccwpck_require__(894);
const known_hosts_1 = __nccwpck_require__(12);
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const types_1 = __nccwpck_require__(720);
function compareSightings({ here, there }) {
    if (there === undefined || !(0, reading_1.it.isKnown)(there))
        return 'one-place';
    return here.equals(there) ? 'alike' : 'different';
}
/**
 * Looks at all machines from here and, where `witness` is known already, from there as well: somebody in between would have to be
 * in both ways. Throws InputError for a key or known_hosts that cannot be used.
 */
async function readHostKeys(options, machines, witness) {
    const { hosts, connections } = (0, hosts_1.hostsWithConnections)({ ...options, knownHostsMayBeEmpty: true });
    try {
        const here = await Promise.all(machines.map(async (machine) => {
            try {
                await connections.client(machine);
                return { machine, state: { is: 'known' } };
            }
            catch (error) {
                return { machine, state: stateFrom(error, machine) };
            }
        }));
        const trusted = here.some(({ machine, state }) => (0, exports.isSame)(machine, witness) && state.is === 'known');
        if (!trusted)
            return here;
        return await Promise.all(here.map(async ({ machine, state }) => {
            if (state.is !== 'new' && state.is !== 'changed')
                return { machine, state };
            return { machine, state: { ...state, there: await keyFrom(hosts.host(witness), machine, state.here) } };
        }));
    }
    finally {
        await hosts.close();
    }
}
const isSame = (a, b) => a.address === b.address && a.ssh.port === b.ssh.port;
exports.isSame = isSame;
function stateFrom(error, machine) {
    if (!(error instanceof types_1.HostError))
        throw error;
    // Behind a jump host it is that one's key that is not known.
    if (error.host !== machine.name)
        return {
            is: 'unseen',
            why: error.offered
                ? `It is reached through ${error.host}, whose key is not known yet: that comes first`
                : error.message,
        };
    if (error.offered)
        return { is: error.code === 'host-key-changed' ? 'changed' : 'new', here: error.offered };
    // Its key was known: nobody is asked to sign in before.
    if (error.code === 'authentication' || error.code === 'sudo')
        return { is: 'known' };
    return { is: 'unseen', why: error.message };
}
/** By what ssh-keyscan calls them */
const SCANNED = {
    'ssh-ed25519': 'ed25519',
    'ssh-rsa': 'rsa',
    'ecdsa-sha2-nistp256': 'ecdsa',
    'ecdsa-sha2-nistp384': 'ecdsa',
    'ecdsa-sha2-nistp521': 'ecdsa',
};
const SECONDS = 5;
const SCAN = `
command -v ssh-keyscan >/dev/null || exit 127
ssh-keyscan -T ${SECONDS} -p "$2" -t "$3" "$1" 2>/dev/null
`;
async function keyFrom(witness, { address, ssh }, here) {
    const type = (0, known_hosts_1.keyType)(here);
    const kind = SCANNED[type];
    if (kind === undefined)
        return (0, reading_1.it.unknown)(`a key of the type ${type} cannot be looked at from there`);
    try {
        const { code, stdout } = await witness.run(SCAN, [address, String(ssh.port), kind], {
            timeoutMs: 60_000,
            repeatable: true,
        });
        if (code === 127)
            return (0, reading_1.it.unknown)('ssh-keyscan is not there');
        return (0, known_hosts_1.keysIn)(stdout).find((key) => (0, known_hosts_1.keyType)(key) === type) ?? (0, reading_1.it.unknown)('it does not answer there');
    }
    catch (error) {
        if (error instanceof types_1.HostError)
            return (0, reading_1.it.unknown)(error.message);
        throw error;
    }
}

/***/ }),

/***/ 894:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/hosts.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.connectHosts = connectHosts;
exports.hostsWithConnections = hostsWithConnections;
const p_limit_1 = { get it() { return __importDefault((__nccwpck_require__(227)["p-limit"])); } };
const clock_1 = { get it() { return (__nccwpck_require__(426).clock); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const connections_1 = __nccwpck_require__(732);
const facts_1 = __nccwpck_require__(490);
const jobs_1 = __nccwpck_require__(421);
const known_hosts_1 = __nccwpck_require__(12);
const private_key_1 = __nccwpck_require__(920);
const root_shells_1 = __nccwpck_require__(221);
const shell_1 = __nccwpck_require__(443);
const types_2 = __nccwpck_require__(720);
/** A key that was given is the only one; otherwise those that ssh would try. */
function keysOf({ privateKey, passphrase, named = {}, ownSsh }) {
    const { sshPrivateKey, sshKnownHosts } = named;
    const common = { ...(ownSsh && { ownSsh }), ...(sshKnownHosts && { knownHostsNamed: sshKnownHosts }) };
    if (privateKey !== undefined || !ownSsh)
        return { ...common, keys: new Map([['', (0, private_key_1.checkPrivateKey)(privateKey, passphrase, sshPrivateKey)]]) };
    const usable = ownSsh.keys.filter(({ text }) => passphrase !== undefined || !(0, private_key_1.isEncrypted)(text));
    const keys = usable.flatMap(({ path, text }) => {
        try {
            return [[path, (0, private_key_1.checkPrivateKey)(text, passphrase, path)]];
        }
        catch (error) {
            // ssh passes over a key of a kind that it does not know, too.
            if (error instanceof types_1.it.InputError)
                return [];
            throw error;
        }
    });
    return { ...common, keys: new Map(keys) };
}
const COMMAND_MS = 120_000;
/** Machines over SSH. Throws InputError when the key or known_hosts cannot be used; connects to nothing yet. */
function connectHosts(options) {
    return hostsWithConnections(options).hosts;
}
/** The same with the connections themselves. */
function hostsWithConnections(options) {
    const { secrets, log } = options;
    for (const secret of [options.privateKey, options.passphrase, options.sudoPassword])
        secrets.add(secret);
    const { now, sleep } = { ...clock_1.it.realClock, ...options };
    const clock = { now, sleep };
    const connections = new connections_1.Connections({
        ...keysOf(options),
        ...(options.passphrase && { passphrase: options.passphrase }),
        knownHosts: checkKnownHosts(options.knownHosts, log, options),
        concurrency: options.concurrency,
        connectTimeoutMs: options.connectTimeoutMs ?? 15_000,
        log,
        sleep: (ms) => sleep(ms),
        random: Math.random,
    });
    /** What a lost connection kept from beginning is begun again over a new one. */
    async function execute(machine, command) {
        for (let attempt = 0;; attempt++) {
            const client = await connections.client(machine);
            try {
                return await (0, shell_1.runAsRoot)(client, machine, options.sudoPassword, command, clock);
            }
            catch (error) {
                if (!(error instanceof root_shells_1.NotStarted))
                    throw error;
                if (attempt >= 2)
                    throw new types_2.HostError(`${(0, shell_1.where)(machine)} keeps closing its SSH connection: look at its sshd log`, machine.name, 'connection-lost', error);
                await sleep(50 * 2 ** attempt);
            }
        }
    }
    /** What can be done twice is done once more when it lost its connection half way. Jobs look after themselves. */
    async function again(work) {
        for (let attempt = 0;; attempt++) {
            try {
                return await work();
            }
            catch (error) {
                if (!(error instanceof types_2.HostError) || error.code !== 'connection-lost' || attempt >= 2)
                    throw error;
                log.debug(`${error.message}; once more`);
                await sleep(100 * 2 ** attempt);
            }
        }
    }
    /** A machine runs one job at a time: here they queue, so that waiting for a turn takes nothing from a job's own time. */
    const turns = new Map();
    function inTurn({ address, ssh }) {
        const key = JSON.stringify([address, ssh]);
        const turn = turns.get(key) ?? (0, p_limit_1.it.default)(1);
        turns.set(key, turn);
        return turn;
    }
    function jobContext(machine) {
        return { machine, execute: (command) => execute(machine, command), secrets, log, ...clock };
    }
    function host(machine) {
        return {
            machine,
            async run(script, args = [], { input, timeoutMs = COMMAND_MS, repeatable = false } = {}) {
                const command = { script, args, timeoutMs, tidy: repeatable, ...(input !== undefined && { input }) };
                const { code, stdout, stderr } = await (repeatable
                    ? again(() => execute(machine, command))
                    : execute(machine, command));
                return { code, stdout, stderr };
            },
            facts: (request) => again(() => (0, facts_1.readFacts)((command) => execute(machine, command), machine, request)),
            job: (job, onLine, signal) => inTurn(machine)(() => {
                const ends = anySignal(options.signal, signal);
                if (ends?.aborted)
                    throw new types_2.HostError(`"${job.title}" was not begun: the run was cancelled`, machine.name, 'timeout', undefined, 'cancelled');
                return (0, jobs_1.runJob)(jobContext(machine), job, onLine, ends);
            }),
            attach: (job, onLine, signal) => (0, jobs_1.attachJob)(jobContext(machine), job, onLine, anySignal(options.signal, signal)),
        };
    }
    const hosts = {
        host,
        prepare(machines) {
            for (const machine of machines)
                connections.client(machine).catch(() => undefined);
        },
        close() {
            connections.close();
            return Promise.resolve();
        },
    };
    return { hosts, connections };
}
function checkKnownHosts(text, log, { named, knownHostsMayBeEmpty = false }) {
    const { sshKnownHosts: input = 'ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS)' } = named ?? {};
    const cure = `give the host keys of all servers, as "ssh-keyscan ADDRESS…" prints them, once you have compared them with the servers' own (ssh-keygen -lf)`;
    if (!text?.trim() && !knownHostsMayBeEmpty)
        throw new types_1.it.InputError(`${input} ${named?.sshKnownHosts ? 'is empty' : 'is missing'}: ${cure}`);
    const known = (0, known_hosts_1.parseKnownHosts)(text ?? '');
    if (known.unreadable.length > 0)
        log.warning(`${input}: not a known_hosts line: ${known.unreadable.join(', ')}`);
    if (known.keys === 0 && !knownHostsMayBeEmpty)
        throw new types_1.it.InputError(`${input} has no host key in it: ${cure}`);
    return known;
}
function anySignal(...signals) {
    const given = signals.filter((signal) => signal !== undefined);
    return given.length > 1 ? AbortSignal.any(given) : given[0];
}

/***/ }),

/***/ 996:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/image-digests.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.imagesAtRegistry = imagesAtRegistry;
exports.digestsOnHost = digestsOnHost;
const types_1 = __nccwpck_require__(720);
/*
 * Nothing is fetched to look: buildx asks the registry with what the host is signed in with, the Engine without. What neither
 * can tell (no buildx and no curl, a registry that refuses, a host without a way out) is not known. Docker Hub counts it as
 * a pull, and so a plan asks for what is to be fetched only, and drift for each tag once a run.
 */
const LOOK = `
for image; do
  digest=$(timeout 10 docker buildx imagetools inspect "$image" 2>/dev/null </dev/null | sed -n 's/^Digest: *\\(sha256:[0-9a-f]\\{64\\}\\)$/\\1/p' | head -n 1)
  [ -n "$digest" ] || [ ! -S /var/run/docker.sock ] || digest=$(timeout 10 curl -sS --unix-socket /var/run/docker.sock "http://localhost/distribution/$image/json" 2>/dev/null </dev/null |
    sed -n 's/.*"Descriptor":{[^}]*"digest":"\\(sha256:[0-9a-f]\\{64\\}\\)".*/\\1/p' | head -n 1)
  version=
  [ -z "$digest" ] || ! docker image inspect --format '{{json .RepoDigests}}' "$image" 2>/dev/null | grep -qF "@$digest" ||
    version=$(docker image inspect --format '{{json .Config.Labels}}' "$image" 2>/dev/null | sed -n 's/.*"version":"\\([0-9A-Za-z._+-]*\\)".*/\\1/p')
  printf '%s\\t%s\\t%s\\n' "$image" "$digest" "$version"
done
`;
/** What the registry has by these names now, as far as this host can tell. Fetches nothing; what is not known is left out. */
async function imagesAtRegistry(host, images) {
    const timeoutMs = 15_000 + images.length * 25_000;
    const output = await host.run(LOOK, [...images], { repeatable: true, timeoutMs }).catch((error) => {
        if (error instanceof types_1.HostError)
            return undefined;
        throw error;
    });
    const lines = (output?.stdout ?? '').split('\n').map((line) => line.split('\t'));
    return Object.fromEntries(lines.flatMap(([image = '', digest = '', version = '']) => images.includes(image) && /^sha256:[0-9a-f]{64}$/.test(digest)
        ? [[image, { digest, ...(/^[\w.+-]{1,64}$/.test(version) && { version }) }]]
        : []));
}
const HAS = `docker image inspect --format '{{json .RepoDigests}}' "$1"`;
/** The digests by which the host's Docker knows the image of that name. Throws HostError when it cannot be asked. */
async function digestsOnHost(host, image) {
    const { stdout } = await host.run(HAS, [image], { repeatable: true });
    return [...stdout.matchAll(/@(sha256:[0-9a-f]{64})/g)].map(([, digest = '']) => digest);
}

/***/ }),

/***/ 967:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/job-scripts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.TAIL_JOB = exports.FOLLOW_JOB = exports.START_JOB = exports.JOB_FUNCTIONS = void 0;
const state_folder_1 = __nccwpck_require__(201);
const shell_quote_1 = __nccwpck_require__(126);
const uptime_1 = __nccwpck_require__(641);
/*
 * The job runner on a host, POSIX sh. In /var/lib/portsip-cluster/jobs:
 *
 *   q.00000007      a claim: the hard link says which job is the 7th; the highest number is the current job
 *   ID/             one job: key title cwd argv log pid exit, and the two scripts that run it
 *
 * There is no lock that somebody could die with. Each step is one atomic `ln` or `mv`:
 *   - a job becomes the current one by `ln ID/claim q.N+1`, which fails for all but one;
 *   - it is begun by `ln` of a complete file to ID/pid: whoever makes it runs the command, all others leave;
 *   - a claim that nobody began in time is made void by the same `ln`, so that a late starter finds it taken.
 * A job runs while its command or the supervisor that waits for the exit code lives (pid, start time, boot id).
 *
 * Hundreds of hosts begin jobs at once, and each process is one more that they wait for: what the shell can do itself, it does.
 */
/** Functions that all scripts below share. `state ID` sets $state: none launching void running finished dead. */
exports.JOB_FUNCTIONS = `${uptime_1.UPTIME_FUNCTIONS}
jobs=${state_folder_1.JOBS_FOLDER}
nap() { sleep "$1" 2>/dev/null || sleep 1; }
# $born: when process $1 began; fails when it is gone
born() {
  born=
  kill -0 "$1" 2>/dev/null || return 1
  if [ -r "/proc/$1/stat" ]; then
    read -r born 2>/dev/null <"/proc/$1/stat" || return 1
    # shellcheck disable=SC2086 # fields behind the program's name, which may hold spaces
    set -- \${born##*) }
    case $1 in Z | X) return 1 ;; *) ;; esac
    shift 19
    born=$1
  else
    born=$(ps -o lstart= -p "$1" 2>/dev/null | tr -d ' ')
  fi
  [ -n "$born" ]
}
alive() { born "$1" && [ "$born" = "$2" ]; }
# The exit code is written before the supervisor ends: once it is dead, one more look is enough.
state() {
  # shellcheck disable=SC2034 # $state and $code are the answer
  for look in 1 2; do
    state=none code=
    [ -n "$1" ] && [ -d "$jobs/$1" ] || return 0
    if [ -s "$jobs/$1/exit" ] && read -r code <"$jobs/$1/exit"; then
      case $code in '' | *[!0-9]*) ;; *) state=finished; return 0 ;; esac
    fi
    state=launching
    [ -s "$jobs/$1/pid" ] && read -r pid since super supersince booted <"$jobs/$1/pid" || return 0
    state=void
    [ "$pid" != void ] || return 0
    state=running
    read_boot
    if [ "$booted" = "$boot" ] && { alive "$pid" "$since" || alive "$super" "$supersince"; }; then return 0; fi
    state=dead
  done
}
# $top: the highest claim's file, $holder: its job
current() {
  top='' holder=''
  for claim in "$jobs"/q.*; do [ ! -e "$claim" ] || top=$claim; done
  [ -z "$top" ] || read -r holder <"$top" || holder=
  case $holder in *[!A-Za-z0-9-]*) holder= ;; *) ;; esac
}
field() {
  field=
  if [ -r "$jobs/$1/$2" ]; then read -r field <"$jobs/$1/$2"; fi
  printf '%s' "$field"
}
`;
/** Becomes the command. $1 job folder, $2 working folder. Its pid is in the pid file before anything is done. */
const COMMAND = `
umask 022
unset LC_ALL
born $$; me=$born
born $PPID
read_boot
printf '%s %s %s %s %s\\n' $$ "$me" $PPID "$born" "$boot" >"$1/pid.$$"
if ! ln "$1/pid.$$" "$1/pid" 2>/dev/null; then rm -f "$1/pid.$$"; exit 0; fi
# Whoever began this may have gone.
trap '' PIPE
echo begun 2>/dev/null >&3
trap - PIPE
exec 3>&-
folder=$1
cd "$2" || { echo "[error]: the folder $2 is missing"; rm -f "$folder/pid.$$" "$folder/argv"; exit 111; }
. "$folder/argv"
rm -f "$folder/pid.$$" "$folder/argv"
exec "$@"
`;
/**
 * Waits for the command and writes its exit code. $1 job folder, $2 working folder. It holds a lock on the log for as long as it
 * lives, which the kernel lets go however it ends. The code is one short write: a reader sees all of it or nothing, and takes it
 * for a code only with its newline.
 */
const SUPERVISE = `
trap '' HUP
cd /
exec 9<"$1/log"
flock -n 9 2>/dev/null
/bin/sh "$1/command" "$1" "$2" </dev/null >>"$1/log" 2>&1 9<&-
code=$?
read -r pid since super rest <"$1/pid" || exit
[ "$super" = $$ ] || exit
echo "$code" >"$1/exit"
`;
/**
 * $1 id (ours, new for each call), $2 key, $3 title, $4 working folder, $5 `set -- …`, $6 jobs to keep,
 * $7 seconds after which a claim without a process is void.
 * Prints one of `started ID`, `attached ID`, `busy ID TITLE`, `by-hand PID COMMAND LINE`, `void`; before it `interrupted ID` when the
 * last job with this key ended without an exit code. Can be run again with the same id: the command still runs once.
 */
exports.START_JOB = `${exports.JOB_FUNCTIONS}
id=$1 key=$2 title=$3 folder=$4 argv=$5 keep=$6 patience=$7
umask 077

# shellcheck disable=SC2016 # for other shells
command=${(0, shell_quote_1.shellQuote)(exports.JOB_FUNCTIONS + COMMAND)}
# shellcheck disable=SC2016 # for another one
supervise=${(0, shell_quote_1.shellQuote)(SUPERVISE)}
# Everything is written aside and moved to its place by one mv: whoever does the same meanwhile finds each file whole. Fails where
# the disk is full.
prepare() {
  new=$jobs/$id/new.$$
  mkdir -p "$new" &&
    printf '%s\\n' "$key" >"$new/key" &&
    printf '%s\\n' "$title" >"$new/title" &&
    printf '%s\\n' "$command" >"$new/command" &&
    printf '%s\\n' "$supervise" >"$new/supervise" &&
    : >>"$jobs/$id/log" &&
    { [ -e "$jobs/$id/pid" ] || printf '%s\\n' "$argv" >"$new/argv"; } &&
    printf '%s\\n' "$id" >"$new/claim" &&
    mv "$new"/* "$jobs/$id"
}
unwritable() {
  echo "nothing can be written to $jobs" >&2
  rm -rf "\${jobs:?}/$id"
  exit 1
}
# The command says that it has begun; where it ends before, so does the pipe.
launch() {
  away='nohup'
  if command -v setsid >/dev/null; then away='setsid'; fi
  { $away /bin/sh "$jobs/$id/supervise" "$jobs/$id" "$folder" </dev/null 3>&1 >/dev/null 2>&1 & } | read -r begun
  [ -s "$jobs/$id/pid" ] || void "$id"
}
# Nobody can begin it any more.
void() {
  echo void >"$jobs/$1/void.$$"
  ln "$jobs/$1/void.$$" "$jobs/$1/pid" 2>/dev/null
  rm -f "$jobs/$1/void.$$" "$jobs/$1/argv"
}
# The newest stay; of all that do not run, what was only needed to begin goes.
prune() {
  last=\${top##*.} held=' '
  for claim in "$jobs"/q.*; do
    number=\${claim##*.}
    read -r old <"$claim" || old=
    case $old in '' | "$id" | *[!A-Za-z0-9-]*) continue ;; *) ;; esac
    if [ "1$number" -le $((1$last - keep)) ]; then
      rm -rf "\${jobs:?}/$old" "$claim"
    else
      held="$held$old "
      [ ! -e "$jobs/$old/argv" ] || rm -f "$jobs/$old/argv"
    fi
  done
  for old in "$jobs"/*/; do
    old=\${old%/} old=\${old##*/}
    case "$held$id " in *" $old "*) continue ;; *) ;; esac
    [ -d "$jobs/$old" ] || continue
    [ -z "$(find "$jobs/$old" -prune -mmin +60)" ] || rm -rf "\${jobs:?}/$old"
  done
}

# $by_hand: a control script of this folder that nobody started through us, and its command line. Two at once would tear at
# the same containers. Only root, whose folder it is, or who we sign in as runs one: any user may have a process that is
# called like it.
by_hand() {
  by_hand=
  command -v pgrep >/dev/null || return 1
  called='^([^ ]*/)?(ba|da)?sh (-[a-z]+ )*([^ ]*/)?((cluster|im|dataflow|pbx|sbc)_ctl|extend|im|dataflow|sbc|update)[.]sh( |$)'
  # As a rule there is none, whoever's.
  [ -n "$(exec pgrep -f "$called")" ] || return 1
  scripts=$(readlink -f "$folder") && owner=$(stat -c %u "$folder") || return 1
  for process in $(pgrep -U "0,$owner,\${SUDO_UID:-0}" -f "$called"); do
    words=$(tr '\\0' '\\n' 2>/dev/null <"/proc/$process/cmdline") || continue
    script=$(printf '%s\\n' "$words" | sed -n '2,$ { /^-/ d; p; q; }')
    case $script in /*) ;; *) script=$(readlink "/proc/$process/cwd")/$script ;; esac
    script=$(readlink -f "$script") || continue
    [ "\${script%/*}" = "$scripts" ] || continue
    by_hand="$process $(printf '%s' "$words" | tr '\\n' ' ')"
    return 0
  done
  return 1
}

waited=0
lost=0
while :; do
  state "$id"
  case $state in
  finished | running | dead) echo "started $id"; exit 0 ;;
  void) echo void; exit 0 ;;
  *) ;;
  esac
  current
  if [ "$holder" = "$id" ]; then
    launch
    [ -s "$jobs/$id/pid" ] || unwritable
    prune
    continue
  fi
  state "$holder"
  case $state in
  running)
    if [ "$(field "$holder" key)" = "$key" ]; then echo "attached $holder"; else echo "busy $holder $(field "$holder" title)"; fi
    exit 0
    ;;
  launching)
    if [ $waited -lt $((patience * 10)) ]; then
      nap 0.1
      waited=$((waited + 1))
    else
      void "$holder"
    fi
    continue
    ;;
  dead) [ "$(field "$holder" key)" != "$key" ] || echo "interrupted $holder" ;;
  *) ;;
  esac
  if by_hand; then echo "by-hand $by_hand"; exit 0; fi
  number=\${top##*.}
  number=$((1\${number:-00000000} + 1))
  mine=$jobs/q.\${number#1}
  prepare || unwritable
  if ! ln "$jobs/$id/claim" "$mine" 2>/dev/null; then
    # Somebody else was faster, unless there is nobody.
    lost=$((lost + 1))
    [ -e "$mine" ] || [ $lost -lt 50 ] || unwritable
    current
    [ "$holder" = "$id" ] || rm -f "$jobs/$id/argv"
    continue
  fi
  # A starter that slept while ten jobs came and went could have taken a number that was pruned.
  current
  [ "$top" = "$mine" ] || rm -f "$mine"
done
`;
/**
 * $1 id, $2 bytes of the log that were read already. Prints the log as it grows until the job is over, then on
 * standard error its state and exit code. Dots there now and then end it when nobody listens any more.
 */
exports.FOLLOW_JOB = `${exports.JOB_FUNCTIONS}
id=$1
state "$id"
if [ "$state" = none ]; then echo none >&2; exit 0; fi
exec 3<"$jobs/$id/log" || exit 1
if [ "$2" -gt 0 ]; then tail -c "+$(($2 + 1))" <&3; fi
# The kernel lets the supervisor's lock go however it ends, and whether anybody has noticed that or not.
until_free() {
  while
    flock -E 75 -s -w 15 3 2>/dev/null
    [ $? -eq 75 ]
  do printf . >&2; done
}
# Passes on what comes for as long as the supervisor lives: tail ends soon after whoever waits for the lock, a child of this shell,
# which hears of its end by itself. Where there is no such flock or tail, or no lock, this is over at once.
listen() {
  command -v flock >/dev/null || return 0
  # Others open anew what they are given, and what they pass on is passed on again.
  case $(tail --version 2>/dev/null) in *'GNU coreutils'*) ;; *) return 0 ;; esac
  until_free &
  tail --pid=$! -s 0.2 -n +1 -f <&3 2>/dev/null
  kill $! 2>/dev/null
}
turns=0 listened=''
while :; do
  state "$id"
  # Most often there is nothing, which costs no process to find out.
  if IFS= read -r line <&3; then
    printf '%s\\n' "$line"
    cat <&3
  else
    printf %s "$line"
  fi
  case $state in
  running) ;;
  launching) [ $turns -lt 100 ] || break ;;
  *) break ;;
  esac
  if [ "$state$listened" = running ]; then
    listened=yes
    listen
    continue
  fi
  turns=$((turns + 1))
  [ $((turns % 75)) -ne 0 ] || printf . >&2
  nap 0.2
done
printf '\\n%s %s\\n' "$state" "$code" >&2
`;
/** $1 id. The end of its log. */
exports.TAIL_JOB = `${exports.JOB_FUNCTIONS}
tail -n 20 "$jobs/$1/log" 2>/dev/null
`;

/***/ }),

/***/ 421:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/jobs.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.runJob = runJob;
exports.attachJob = attachJob;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const job_scripts_1 = __nccwpck_require__(967);
const lines_1 = __nccwpck_require__(178);
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const shell_quote_1 = __nccwpck_require__(126);
const shell_1 = __nccwpck_require__(443);
const state_folder_1 = __nccwpck_require__(201);
const told_secrets_1 = __nccwpck_require__(948);
const types_1 = __nccwpck_require__(720);
/** Job folders that stay on a host */
const KEEP = 10;
/** Between two checks whether a control script that is not ours still runs */
const BY_HAND_MS = 2000;
/** Longer than one takes that pulls an image */
const BY_HAND_PATIENCE_MS = 15 * 60_000;
/** How long to wait for a host that reboots. */
const COME_BACK_MS = 5 * 60_000;
/** What a host that is well takes to say whether it has begun something; a cancelled run on GitHub has 7 s */
const ANSWER_MS = 3000;
const TAIL_LINES = 50;
/** A host that prints without end must not fill the runner's disk. A control script prints some tens of kilobytes. */
const SHOWN_CHARACTERS = 4 * 1024 * 1024;
/** A job that takes its host down with it is not begun for ever. */
const MAX_INTERRUPTIONS = 2;
/** Runs a job once, whatever happens to us, the connection or the host meanwhile. See `Job`. */
async function runJob(context, job, onLine, signal) {
    if (!/^[A-Za-z0-9._-]+$/.test(job.key))
        throw new TypeError(`not a job key: ${job.key}`);
    for (const secret of job.secrets ?? [])
        context.secrets.add(secret);
    const { machine } = context;
    const deadline = context.now() + job.timeoutMs;
    const waiting = new Waiting(context, job, deadline, signal);
    const report = collectLines(context.secrets, onLine);
    let id = newId(context.now());
    let byHandSince;
    /** Jobs whose log was passed on while they ran */
    const told = new Set();
    for (let interruptions = 0, voids = 0;;) {
        const answer = await waiting.forAnswer(() => {
            waiting.begun = 'perhaps';
            return start(context, waiting, job, id);
        });
        waiting.begun = answer.kind === 'started' || answer.kind === 'attached' ? 'yes' : 'no';
        if (answer.kind === 'void') {
            if (++voids > MAX_INTERRUPTIONS)
                throw new types_1.HostError(`${(0, shell_1.where)(machine)} does not begin "${job.title}": is it out of memory or disk?`, machine.name, 'command');
            id = newId(context.now());
            continue;
        }
        if (answer.interrupted !== undefined && !told.has(answer.interrupted))
            await tellInterrupted(waiting, context, answer.interrupted, onLine);
        if (answer.kind === 'busy') {
            context.log.info(`${machine.name}: waiting for "${answer.title}" to end, which runs on this host`);
            await follow(context, waiting, answer.id, () => { });
            continue;
        }
        if (answer.kind === 'by-hand') {
            byHandSince ??= context.now();
            const process = `"${commandLine(answer.title, context.secrets)}" (process ${answer.id})`;
            if (context.now() - byHandSince >= BY_HAND_PATIENCE_MS)
                throw new types_1.HostError(`${(0, shell_1.where)(machine)}: ${process}, which nobody started through this project, still runs after ${BY_HAND_PATIENCE_MS / 60_000} minutes, and two control scripts at once would get in each other's way: let it end, or end it, and run this again`, machine.name, 'timeout');
            if (!told.has('by-hand'))
                context.log.info(`${machine.name}: waiting for a control script that somebody started by hand on this host: ${process}`);
            told.add('by-hand');
            await context.sleep(BY_HAND_MS, signal).catch(() => { });
            continue;
        }
        byHandSince = undefined;
        const attached = answer.kind === 'attached';
        report.clear();
        told.add(answer.id);
        const ending = await follow(context, waiting, answer.id, report.line);
        if (ending.state === 'finished')
            return { exitCode: ending.exitCode, errors: report.errors, tail: report.tail, attached };
        if (++interruptions > MAX_INTERRUPTIONS)
            throw new types_1.HostError(`${(0, shell_1.where)(machine)}: "${job.title}" was interrupted ${interruptions} times before it ended, by a restart of the host, a kill or a full disk: look at its memory, disk and system log`, machine.name, 'command');
        context.log.warning(`${machine.name}: "${job.title}" was interrupted (the host restarted, or it was killed) and is begun again`);
        if (!attached)
            id = newId(context.now());
    }
}
/** Follows a job that an earlier run began, from the start of its log to its end. */
async function attachJob(context, job, onLine, signal) {
    const timeoutMs = 60 * 60_000;
    const waiting = new Waiting(context, { title: job.title, timeoutMs }, context.now() + timeoutMs, signal);
    waiting.begun = 'yes';
    const ending = await follow(context, waiting, job.id, collectLines(context.secrets, onLine).line);
    return ending.state === 'finished' ? { exitCode: ending.exitCode } : {};
}
/** `20261121T231502-1f2e3d4c5b6a7988`: sorts by time, and is nobody else's. */
function newId(now) {
    const time = new Date(now).toISOString().replace(/[-:]|\.\d+Z$/g, '');
    return `${time}-${(0, node_crypto_1.it.randomBytes)(8).toString('hex')}`;
}
async function start(context, waiting, job, id) {
    const title = job.title.replace(/[^\x20-\x7e]/g, ' ');
    const output = await waiting.aMomentMore((signal) => context.execute({
        script: job_scripts_1.START_JOB,
        tidy: true,
        args: [
            id,
            job.key,
            title,
            job.cwd,
            `set -- ${(0, shell_quote_1.shellQuoteAll)(job.argv)}`,
            String(KEEP),
            String(context.patience ?? 2),
        ],
        ...waiting.limits(60_000),
        // Whether it was begun is worth knowing, and told at once by a host that is well.
        ...(signal && { signal }),
    }));
    const lines = output.stdout.split('\n').filter((line) => line !== '');
    const [kind = '', other = '', ...rest] = (lines.at(-1) ?? '').split(' ');
    const interrupted = lines.find((line) => line.startsWith('interrupted '))?.slice('interrupted '.length);
    if (output.code === 0 && kind === 'void')
        return { kind };
    if (output.code === 0 &&
        (kind === 'started' || kind === 'attached' || kind === 'busy' || kind === 'by-hand') &&
        /^[A-Za-z0-9-]+$/.test(other))
        return {
            kind,
            id: other,
            title: rest.join(' '),
            ...(interrupted && /^[A-Za-z0-9-]+$/.test(interrupted) && { interrupted }),
        };
    throw new types_1.HostError(`${(0, shell_1.where)(context.machine)} could not begin "${job.title}" (exit ${output.code}): ${lastLine(output.stderr) || 'it does not say why'}; is /var/lib writable and not full?`, context.machine.name, 'command');
}
/** Streams the log of a job until it is over; a lost connection is made again and goes on where it stopped. */
async function follow(context, waiting, id, onLine) {
    let offset = 0;
    return await waiting.forAnswer(async () => {
        const reader = new lines_1.LineReader(onLine);
        try {
            const output = await context.execute({
                script: job_scripts_1.FOLLOW_JOB,
                tidy: true,
                args: [id, String(offset)],
                onStdout: (chunk) => reader.push(chunk),
                ...waiting.limits(),
            });
            const [state = '', code = ''] = lastLine(output.stderr).split(' ');
            if (state === 'finished' && /^\d+$/.test(code)) {
                reader.finish();
                return { state, exitCode: Number(code) };
            }
            if (output.code === 0 && ['dead', 'void', 'none', 'launching'].includes(state)) {
                reader.finish();
                return { state: 'interrupted' };
            }
            throw new types_1.HostError(`${(0, shell_1.where)(context.machine)} cannot show the log of job ${id} (exit ${output.code}): ${lastLine(output.stderr)}`, context.machine.name, 'command');
        }
        finally {
            offset += reader.consumed;
        }
    });
}
async function tellInterrupted(waiting, context, id, onLine) {
    const output = await waiting.forAnswer(() => context.execute({ script: job_scripts_1.TAIL_JOB, args: [id], tidy: true, ...waiting.limits(60_000) }));
    onLine('[warn]: it was begun before and interrupted (the host restarted, or it was killed); its last lines were:');
    const own = new told_secrets_1.ToldSecrets();
    const reader = new lines_1.LineReader((line) => onLine(own.redact(context.secrets.redact(line))));
    reader.push(Buffer.from(output.stdout));
    reader.finish();
}
/** How long and how patiently to wait for a job. */
class Waiting {
    context;
    job;
    deadline;
    signal;
    /** Whether the job is at work on the host, as far as that is known */
    begun = 'no';
    answered = false;
    constructor(context, job, deadline, signal) {
        this.context = context;
        this.job = job;
        this.deadline = deadline;
        this.signal = signal;
    }
    limits(atMost = Number.POSITIVE_INFINITY) {
        const left = this.deadline - this.context.now();
        // Node's timers hold 31 bits of milliseconds.
        return { timeoutMs: Math.max(1, Math.min(left, atMost, 2 ** 31 - 1)), ...(this.signal && { signal: this.signal }) };
    }
    /** Does what is short: its signal is aborted some seconds after the run's own. */
    async aMomentMore(work) {
        const { signal } = this;
        if (!signal)
            return work();
        const later = new AbortController();
        const abort = () => void setTimeout(() => later.abort(signal.reason), ANSWER_MS).unref();
        signal.addEventListener('abort', abort, { once: true });
        try {
            return await work(later.signal);
        }
        finally {
            signal.removeEventListener('abort', abort);
        }
    }
    /** A host that answered once may be away for a while; one that never did is reported at once. */
    async forAnswer(ask) {
        let lostAt;
        for (let attempt = 0;; attempt++) {
            this.check();
            const asked = this.context.now();
            try {
                const answer = await ask();
                this.answered = true;
                return answer;
            }
            catch (error) {
                this.check(error);
                const gone = error instanceof types_1.HostError &&
                    (error.code === 'connection-lost' || (this.answered && error.code === 'unreachable'));
                const now = this.context.now();
                // It had come back in between.
                if (now - asked > 5000 && gone && error.code === 'connection-lost')
                    [attempt, lostAt] = [0, undefined];
                lostAt ??= now;
                if (!gone || now - lostAt > COME_BACK_MS)
                    throw error;
                this.answered = true;
                this.context.log.debug(`${error.message}; connecting again`);
                await this.context.sleep(Math.min(5000, 100 * 2 ** attempt), this.signal).catch(() => { });
            }
        }
    }
    /** Throws when nobody waits any more. */
    check(cause) {
        const { machine } = this.context;
        const cancelled = this.signal?.aborted === true;
        if (!cancelled && this.context.now() < this.deadline)
            return;
        const [on, title] = [(0, shell_1.where)(machine), `"${this.job.title}"`];
        const minutes = `${Math.round(this.job.timeoutMs / 60_000)} minutes`;
        const end = this.begun !== 'no' ? 'goes-on' : cancelled ? 'cancelled' : undefined;
        const why = {
            yes: `${title} ${cancelled ? 'was still running when the run was cancelled' : `has not ended within ${minutes}`}; it continues on ${on}, and the next run attaches to it`,
            perhaps: `${title} was about to be begun ${cancelled ? 'when the run was cancelled' : `for ${minutes}`}; if ${on} has begun it, it continues there, and the next run attaches to it`,
            no: `${title} was not begun: ${cancelled ? 'the run was cancelled' : `${on} was busy for ${minutes}`}`,
        }[this.begun];
        throw new types_1.HostError(why, machine.name, 'timeout', cause, end);
    }
}
/** Redacts lines and keeps those that a result has. */
function collectLines(secrets, onLine) {
    const errors = [];
    const tail = [];
    const own = new told_secrets_1.ToldSecrets();
    let shown = 0;
    return {
        errors,
        tail,
        clear() {
            errors.length = 0;
            tail.length = 0;
        },
        line(raw) {
            const line = own.redact(secrets.redact(raw));
            const before = shown;
            shown += line.length + 1;
            if (shown <= SHOWN_CHARACTERS)
                onLine(line);
            else if (before <= SHOWN_CHARACTERS)
                onLine(`[warn]: no more of this is shown; all of it is in ${state_folder_1.JOBS_FOLDER} on the host`);
            tail.push(line);
            if (tail.length > TAIL_LINES)
                tail.shift();
            if (line.includes('[error]') && errors.length < TAIL_LINES)
                errors.push(line);
        },
    };
}
/** What somebody else runs, without the token or password that may be in it. */
function commandLine(text = '', secrets) {
    const shown = secrets.redact(text).replace(/(\s-[tP])\s*\S+/g, '$1 ***');
    return (0, one_line_1.it.quote)(shown, 200);
}
function lastLine(text) {
    return text.split('\n').findLast((line) => line.trim() !== '') ?? '';
}

/***/ }),

/***/ 12:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/known-hosts.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseKnownHosts = parseKnownHosts;
exports.keysIn = keysIn;
exports.fingerprint = fingerprint;
exports.keyType = keyType;
exports.knownHostsLine = knownHostsLine;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const ALGORITHMS = {
    'ssh-ed25519': ['ssh-ed25519'],
    'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
    'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
    'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
    'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
};
function parseKnownHosts(text) {
    const lines = [];
    const unreadable = [];
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
        const content = raw.trim();
        if (content === '' || content.startsWith('#'))
            continue;
        const line = parseLine(content, index + 1);
        if (line)
            lines.push(line);
        else
            unreadable.push(index + 1);
    }
    /**
     * A line that names the host alone is for any port of it that has no line of its own. So does OpenSSH, which is less strict
     * only about keys of other types.
     */
    const look = (host, port) => {
        const name = host.toLowerCase();
        if (port === 22)
            return lines.filter((line) => line.matches(name));
        const withPort = lines.filter((line) => line.matches(`[${name}]:${port}`));
        const alone = lines.filter((line) => !withPort.includes(line) && line.matches(name));
        return withPort.some(({ marker }) => marker === undefined)
            ? [...withPort, ...alone.filter(({ marker }) => marker === 'revoked')]
            : [...withPort, ...alone];
    };
    // Once a host: each is asked for its algorithms and then for its key, and each of its attempts asks again.
    const found = new Map();
    const linesFor = (host, port) => {
        const key = `${port} ${host}`;
        const known = found.get(key) ?? look(host, port);
        found.set(key, known);
        return known;
    };
    return {
        keys: lines.filter((line) => line.marker === undefined).length,
        unreadable,
        knows: (host, port) => linesFor(host, port).some((line) => line.marker === undefined),
        check(host, port, key) {
            const found = linesFor(host, port);
            const revoked = found.find((line) => line.marker === 'revoked' && sameKey(line.key, key));
            if (revoked)
                return {
                    known: false,
                    code: 'host-key-changed',
                    why: `known_hosts line ${revoked.number} revokes the key that it offers: do not connect until you know why`,
                };
            const plain = found.filter((line) => line.marker === undefined);
            if (plain.some((line) => sameKey(line.key, key)))
                return { known: true };
            const type = keyType(key);
            const contradicted = plain.filter((line) => line.type === type);
            if (contradicted.length > 0)
                return {
                    known: false,
                    code: 'host-key-changed',
                    why: `known_hosts ${listLines(contradicted)} another ${type} key for it (${contradicted.map((line) => fingerprint(line.key)).join(', ')}): ` +
                        'either the machine was installed again, or somebody is in between',
                };
            const others = [...new Set(plain.map((line) => line.type))];
            if (others.length > 0)
                return {
                    known: false,
                    code: 'host-key-unknown',
                    why: `known_hosts has only its ${others.join(' and ')} key, which it did not offer`,
                };
            const authority = found.find((line) => line.marker === 'cert-authority');
            if (authority)
                return {
                    known: false,
                    code: 'host-key-unknown',
                    why: `known_hosts line ${authority.number} trusts a certificate authority (@cert-authority), which is not supported: add the host's own key`,
                };
            return { known: false, code: 'host-key-unknown', why: 'its key is not in known_hosts' };
        },
        algorithms(host, port) {
            const types = new Set(linesFor(host, port)
                .filter((line) => line.marker === undefined)
                .map((line) => line.type));
            const ordered = [...Object.keys(ALGORITHMS)].sort((a, b) => Number(types.has(b)) - Number(types.has(a)));
            return ordered.flatMap((type) => ALGORITHMS[type] ?? []);
        },
    };
}
/** The keys in lines of known_hosts, as ssh-keyscan prints them, in their order; what is no such line is passed over. */
function keysIn(text) {
    return text.split(/\r?\n/).flatMap((line) => parseLine(line.trim(), 0)?.key ?? []);
}
/** `SHA256:…`, as ssh-keygen -l prints it. */
function fingerprint(key) {
    return `SHA256:${(0, node_crypto_1.it.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}
/** The type that a public key blob names itself: `ssh-ed25519`. */
function keyType(key) {
    const length = key.length >= 4 ? key.readUInt32BE(0) : 0;
    const type = key.subarray(4, 4 + length).toString('latin1');
    return length > 0 && length <= 64 && /^[a-z0-9@.-]+$/.test(type) ? type : 'unknown';
}
/** The line that would make the host known. */
function knownHostsLine(host, port, key) {
    return `${port === 22 ? host : `[${host}]:${port}`} ${keyType(key)} ${key.toString('base64')}`;
}
function parseLine(content, number) {
    const words = content.split(/[ \t]+/);
    let marker;
    if (words[0]?.startsWith('@')) {
        const word = words.shift();
        if (word === '@revoked')
            marker = 'revoked';
        else if (word === '@cert-authority')
            marker = 'cert-authority';
        else
            return undefined;
    }
    const [names, type, base64] = words;
    if (!names || !type || !base64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return undefined;
    const key = Buffer.from(base64, 'base64');
    if (keyType(key) !== type)
        return undefined;
    const matches = names.startsWith('|') ? hashedName(names) : namePatterns(names);
    return matches && { number, ...(marker && { marker }), matches, type, key };
}
function hashedName(field) {
    const [, magic, salt, hash] = field.split('|');
    if (magic !== '1' || !salt || !hash)
        return undefined;
    const wanted = Buffer.from(hash, 'base64');
    const key = Buffer.from(salt, 'base64');
    // It is one host's alone: once it is known whose, no other name is hashed for it.
    let whose;
    return (name) => {
        if (whose !== undefined)
            return whose === name;
        const actual = (0, node_crypto_1.it.createHmac)('sha1', key).update(name).digest();
        const matches = actual.length === wanted.length && (0, node_crypto_1.it.timingSafeEqual)(actual, wanted);
        if (matches)
            whose = name;
        return matches;
    };
}
function namePatterns(field) {
    const patterns = field
        .toLowerCase()
        .split(',')
        .filter((pattern) => pattern !== '');
    return (name) => {
        if (patterns.some((pattern) => pattern.startsWith('!') && wildcard(pattern.slice(1), name)))
            return false;
        return patterns.some((pattern) => !pattern.startsWith('!') && wildcard(pattern, name));
    };
}
/** Linear in both lengths but for the last `*`: a pattern cannot make it hang. */
function wildcard(pattern, name) {
    let p = 0;
    let star = -1;
    let resume = 0;
    for (let n = 0; n < name.length;) {
        if (p < pattern.length && pattern[p] === '*') {
            star = p++;
            resume = n;
        }
        else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
            p++;
            n++;
        }
        else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        }
        else
            return false;
    }
    while (pattern[p] === '*')
        p++;
    return p === pattern.length;
}
function sameKey(a, b) {
    return a.length === b.length && (0, node_crypto_1.it.timingSafeEqual)(a, b);
}
function listLines(lines) {
    const numbers = lines.map((line) => line.number).join(', ');
    return lines.length === 1 ? `line ${numbers} has` : `lines ${numbers} have`;
}

/***/ }),

/***/ 178:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/lines.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.LineReader = void 0;
/** A line longer than this is passed on in pieces. */
const MAX_LINE = 64 * 1024;
/** Splits bytes into lines, and knows how many bytes its lines were. */
class LineReader {
    onLine;
    /** Bytes of the lines that were passed on, newlines included */
    consumed = 0;
    pending = Buffer.alloc(0);
    constructor(onLine) {
        this.onLine = onLine;
    }
    push(chunk) {
        this.pending = Buffer.concat([this.pending, chunk]);
        for (;;) {
            const newline = this.pending.indexOf(0x0a);
            if (newline < 0 && this.pending.length < MAX_LINE)
                return;
            const long = newline < 0 || newline > MAX_LINE;
            this.take(long ? MAX_LINE : newline, long ? 0 : 1);
        }
    }
    /** The last line may have no newline. */
    finish() {
        if (this.pending.length > 0)
            this.take(this.pending.length, 0);
    }
    take(length, newline) {
        const line = this.pending.subarray(0, length).toString('utf8').replace(/\r$/, '');
        this.pending = this.pending.subarray(length + newline);
        this.consumed += length + newline;
        this.onLine(line);
    }
}
exports.LineReader = LineReader;

/***/ }),

/***/ 860:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/prepare-script.ts
/*
 * What a host gets before anything of PortSIP's runs there, POSIX sh. Each step looks first, so that all of it can be run again after it
 * broke off anywhere. Docker comes last: where it is, all else was done.
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.PREPARE_HOST = void 0;
/**
 * A job. $1 `vendor` or `distribution`, $2 the port of sshd, $3 the vendor's installer, $4 its SHA-256, $5 its shell; the last three are empty for
 * the distribution's packages. Nothing is removed by it; what PortSIP's own installer does is up to that.
 */
exports.PREPARE_HOST = `
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
# needrestart asks nothing then, and restarts nothing.
DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l LC_ALL=C
export PATH DEBIAN_FRONTEND NEEDRESTART_MODE LC_ALL
way=$1 port=$2 installer=$3 sum=$4 shell=$5
say() { echo "[info]: $*"; }
fail() { echo "[error]: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Nothing of this where something serves: a restart of Docker would end its calls.
nothing_runs() {
  if has docker; then
    names=$(docker ps -a --filter name=portsip --format '{{.Names}}' 2>/dev/null)
    case $? in
    0) [ -z "$names" ] || fail "$names is here by now: a host that has something of PortSIP's is not prepared" ;;
    127) ;;
    *) fail "Docker is here and does not tell what it runs: such a host is not prepared" ;;
    esac
  fi
  for socket in /run/docker.sock /var/run/docker.sock; do
    if [ -S "$socket" ] && ! has docker; then fail "Docker's socket is here without its program: such a host is not prepared"; fi
  done
}

# At a first start others install, too, and apt waits for one of its locks only: the kernel tells who holds any of them.
locked() {
  for file in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
    if inode=$(stat -c %i "$file" 2>/dev/null) && grep -q ":$inode " /proc/locks 2>/dev/null; then return 0; fi
  done
  return 1
}
unlocked() {
  turns=0
  while locked; do
    [ $turns -gt 0 ] || say "another program works with the packages: waiting for it to end, 10 min at most"
    turns=$((turns + 1))
    [ $turns -le 300 ] || fail "another program has been working with the packages for 10 minutes: look at what it does (ps aux), then run this again"
    sleep 2
  done
}

# What was interrupted in the middle, by a power cut for example, keeps apt from everything. Nothing to do: it says nothing.
mended=
mend() {
  [ -z "$mended" ] || return 0
  unlocked
  dpkg --force-confdef --force-confold --configure -a </dev/null || fail "packages that are half installed cannot be finished (dpkg --configure -a)"
  mended=yes
}

updated=
packages() {
  mend
  if [ -z "$updated" ]; then
    # Without this it ends well although no mirror answered. Lists that are there already may do, so it is not the end yet.
    if apt-get -q -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any update; then updated=yes; else updated=failed; fi
  fi
  say "installing $*"
  apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold install "$@" </dev/null && return 0
  [ $updated = yes ] || fail "the package mirror gives no answer that could be used (apt-get update)"
  fail "apt-get cannot install $*"
}

# SSH is open before the firewall runs for the first time, whatever its port.
firewall() {
  if has ufw && ufw status 2>/dev/null | grep -q '^Status: active'; then
    fail "ufw is active, and two firewalls get in each other's way: open what you need in firewalld, and disable ufw"
  fi
  if firewall-cmd -q --state 2>/dev/null; then
    if firewall-cmd -q --query-port="$port/tcp"; then return 0; fi
    if [ "$port" = 22 ] && firewall-cmd -q --query-service=ssh; then return 0; fi
    { firewall-cmd -q --add-port="$port/tcp" && firewall-cmd -q --permanent --add-port="$port/tcp"; } || fail "firewalld does not open $port/tcp for SSH"
    return 0
  fi
  if ! firewall-offline-cmd --version >/dev/null 2>&1; then
    # It would start by itself, and shut out an sshd that is not on port 22.
    systemctl mask firewalld 2>/dev/null
    packages firewalld
    firewall-offline-cmd --version >/dev/null 2>&1 || fail "firewalld was installed without firewall-offline-cmd"
  fi
  firewall-offline-cmd --add-port="$port/tcp" >/dev/null || fail "firewalld is not started, as $port/tcp cannot be opened for SSH before"
  systemctl unmask firewalld 2>/dev/null
  say "starting firewalld, with $port/tcp open for SSH"
  systemctl enable firewalld 2>/dev/null
  systemctl start firewalld || fail "firewalld does not start"
}

clock() {
  case $(timedatectl show 2>/dev/null) in *NTPSynchronized=yes*) return 0 ;; *) ;; esac
  if ! has chronyc && ! systemctl cat systemd-timesyncd >/dev/null 2>&1; then packages systemd-timesyncd; fi
  say "synchronising the clock"
  timedatectl set-ntp true || say "the clock cannot be synchronised by timedatectl"
}

# Of each verb of PortSIP's scripts the same is done. Two at apt at once get in each other's way, and an update restarts Docker.
updates() {
  for unit in apt-daily.timer apt-daily-upgrade.timer unattended-upgrades.service; do
    case $(systemctl is-enabled "$unit" 2>/dev/null) in '' | masked | not-found) continue ;; *) ;; esac
    { systemctl stop "$unit" && systemctl disable "$unit" && systemctl mask "$unit"; } || say "$unit cannot be turned off"
  done 2>/dev/null
}

# PortSIP's guide wants no power saving and "high performance".
power() {
  governed=
  for governor in /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor; do
    now=
    { [ -w "$governor" ] && read -r now <"$governor"; } || continue
    governed=yes
    [ "$now" = performance ] || echo performance >"$governor" || say "the processor's governor stays $now"
  done
  if [ -n "$governed" ] && [ ! -e /etc/tmpfiles.d/portsip-cluster.conf ]; then
    mkdir -p /etc/tmpfiles.d
    echo 'w /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor - - - - performance' >/etc/tmpfiles.d/portsip-cluster.conf
  fi
  for target in sleep suspend hibernate hybrid-sleep; do
    [ "$(systemctl is-enabled "$target.target" 2>/dev/null)" = masked ] || systemctl mask "$target.target" >/dev/null 2>&1
  done
}

docker_there() { docker compose version >/dev/null 2>&1 && docker ps >/dev/null 2>&1; }

docker_here() {
  if docker_there; then return 0; fi
  if [ "$way" = distribution ]; then
    packages docker.io docker-compose-v2
  else
    found=$(sha256sum <"$installer") || fail "$installer is not there"
    [ "\${found%% *}" = "$sum" ] || fail "$installer is not the file that was reviewed"
    mend
    unlocked
    say "running PortSIP's installer"
    # It asks nothing then, either.
    conf=$(mktemp) || fail "nothing can be written to /tmp"
    printf 'Dpkg::Options { "--force-confdef"; "--force-confold"; };\\nAPT::Get::Assume-Yes "true";\\n' >"$conf"
    APT_CONFIG=$conf "$shell" "$installer" </dev/null
    code=$?
    rm -f "$conf"
    [ $code -eq 0 ] || fail "PortSIP's installer failed (exit $code)"
  fi
  systemctl enable docker 2>/dev/null
  systemctl start docker
  docker_there || fail "Docker does not run, or has no Compose, after its installation"
}

nothing_runs
updates
firewall
clock
power
nothing_runs
docker_here
if [ -e /var/run/reboot-required ]; then echo "[warn]: the host wants a restart for its updates; nothing of PortSIP's runs there yet"; fi
say "Docker and Compose are there"
`;

/***/ }),

/***/ 920:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/private-key.ts
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.checkPrivateKey = checkPrivateKey;
exports.isEncrypted = isEncrypted;
exports.openPrivateKey = openPrivateKey;
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const known_hosts_1 = __nccwpck_require__(12);
const INPUT = 'ssh-private-key (PORTSIP_SSH_PRIVATE_KEY)';
/** Looks at the key before the first connection, so that a bad secret is one clear error and not one per host. */
function checkPrivateKey(given, passphrase, named = INPUT) {
    const text = (given ?? '').replaceAll('\r\n', '\n').trim();
    if (text === '')
        throw new types_1.it.InputError(named !== INPUT
            ? `${named} is empty: give the file of the private key that opens the hosts, e.g. ~/.ssh/id_ed25519`
            : `${named} is missing: give the private key that opens the hosts, e.g. the content of ~/.ssh/id_ed25519`);
    if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(text))
        throw new types_1.it.InputError(`${named} is a public key: give the private one, from the file without .pub`);
    const again = named === INPUT ? "store the file's content as it is" : 'take the file from where it was made';
    const armour = /^-----BEGIN ([A-Z ]*)PRIVATE KEY-----/.exec(text);
    if (!armour) {
        const path = /^[~./\w-]+$/.test(text) && text.length < 200;
        throw new types_1.it.InputError(named !== INPUT
            ? `${named} is no private key: give the file that ssh-keygen made, without .pub; it begins with "-----BEGIN OPENSSH PRIVATE KEY-----"`
            : path
                ? `${named} looks like a path: give the content of the file`
                : `${named} is not a private key: it must begin with "-----BEGIN OPENSSH PRIVATE KEY-----"`);
    }
    if (!/-----END [A-Z ]*PRIVATE KEY-----$/.test(text))
        throw new types_1.it.InputError(`${named} is cut off: its -----END line is missing`);
    const body = text.split('\n').slice(1, -1);
    if (body.length === 0)
        throw new types_1.it.InputError(`${named} has lost its line breaks: ${again}`);
    const kind = armour[1]?.trim();
    if (kind === '' || kind === 'ENCRYPTED')
        throw new types_1.it.InputError(`${named} is in PKCS#8 format, which is not supported: convert a copy with "ssh-keygen -p -f KEYFILE", or make a new key with "ssh-keygen -t ed25519"`);
    const openssh = kind === 'OPENSSH' ? readOpenSsh(body.join('')) : undefined;
    if (kind === 'OPENSSH' && !openssh)
        throw new types_1.it.InputError(`${named} is damaged: ${again}`);
    const encrypted = isEncrypted(text);
    if (encrypted && !passphrase)
        throw new types_1.it.InputError(`${named} is protected by a passphrase and none was given: give the passphrase as well, or a key without one (ssh-keygen -p -N '' -f COPY_OF_THE_KEY)`);
    return { text: `${text}\n`, encrypted, named, ...(openssh && { fingerprint: (0, known_hosts_1.fingerprint)(openssh.publicKey) }) };
}
/** Whether a key that can be read as one wants a passphrase. */
function isEncrypted(key) {
    const text = key.replaceAll('\r\n', '\n').trim();
    if (!text.startsWith('-----BEGIN OPENSSH'))
        return /^Proc-Type:.*ENCRYPTED/m.test(text);
    const openssh = readOpenSsh(text.split('\n').slice(1, -1).join(''));
    return openssh !== undefined && openssh.cipher !== 'none';
}
/** As ssh2 signs with it. Throws InputError. */
async function openPrivateKey({ text, named }, passphrase) {
    const { utils } = await Promise.resolve().then(() => __importStar((__nccwpck_require__(156).ssh2)));
    const key = utils.parseKey(text, passphrase);
    if (!(key instanceof Error))
        return key;
    throw new types_1.it.InputError(/passphrase|integrity/i.test(key.message)
        ? `${named} cannot be opened: its passphrase is wrong`
        : `${named} cannot be used (${key.message}): give a key made by "ssh-keygen -t ed25519"`);
}
/** The clear part of openssh-key-v1: cipher, kdf, kdf options, number of keys, public key. */
function readOpenSsh(base64) {
    const data = Buffer.from(base64, 'base64');
    const magic = Buffer.from('openssh-key-v1\0', 'latin1');
    if (!data.subarray(0, magic.length).equals(magic))
        return undefined;
    let at = magic.length;
    const next = () => {
        if (at + 4 > data.length)
            return undefined;
        const end = at + 4 + data.readUInt32BE(at);
        if (end > data.length)
            return undefined;
        const field = data.subarray(at + 4, end);
        at = end;
        return field;
    };
    const cipher = next();
    next();
    next();
    at += 4;
    const publicKey = next();
    return cipher && publicKey && { cipher: cipher.toString('latin1'), publicKey };
}

/***/ }),

/***/ 250:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/reachable.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isReachable = isReachable;
function isReachable(facts) {
    return facts !== undefined && !('unreachable' in facts);
}

/***/ }),

/***/ 50:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/reboot-script.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.REBOOT_HOST = void 0;
const uptime_1 = __nccwpck_require__(641);
/**
 * Restarts a host on which nothing runs, and whose updates want it. $1 the boot that it is in. Prints `none` when there is nothing to restart for, or
 * it was restarted since, and `asked` before it goes down; fails with the reason where something runs, or nobody can tell.
 * What goes down is systemd's business from there on: neither this script nor its connection is needed any more.
 */
exports.REBOOT_HOST = `${uptime_1.UPTIME_FUNCTIONS}
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
fail() { echo "$*" >&2; exit 1; }
read_boot
[ "$boot" != unknown ] || fail "it does not tell which boot it is in"
[ "$boot" = "$1" ] || { echo none; exit 0; }
[ -e /run/reboot-required ] || [ -e /var/run/reboot-required ] || { echo none; exit 0; }
if command -v docker >/dev/null 2>&1; then
  there=$(docker ps -a --filter name=portsip --format '{{.Names}}' 2>/dev/null)
  case $? in 0 | 127) ;; *) fail "Docker does not tell what it runs" ;; esac
  [ -z "$there" ] || fail "$there is there by now"
  running=$(docker ps --format '{{.Names}}' 2>/dev/null)
  [ -z "$running" ] || fail "$running runs there"
else
  for socket in /run/docker.sock /var/run/docker.sock; do
    [ ! -S "$socket" ] || fail "Docker's socket is there without its program"
  done
fi
systemctl reboot >&2 || fail "systemctl reboot failed"
echo asked
`;

/***/ }),

/***/ 130:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/registry-login.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.RegistryRefusal = exports.REGISTRY_SIGN_OUT = exports.REGISTRY_SIGN_IN = exports.LOGIN_FUNCTIONS = void 0;
exports.authOf = authOf;
exports.lookFor = lookFor;
exports.readLogin = readLogin;
exports.signIn = signIn;
exports.signOut = signOut;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const registry_1 = { get it() { return (__nccwpck_require__(907).registry); } };
const reading_1 = { get it() { return (__nccwpck_require__(316).reading); } };
const types_1 = __nccwpck_require__(720);
/*
 * Root's Docker of a host is signed in to the operator's registry, and the control scripts pull with that. Their own options (-U -P -R)
 * are not used, although they would do as well: the token is then an argument of the script and of its docker, which everybody on the host
 * sees in `ps`; the script prints it ("[info]: args …"); the job that runs it would hold it in a file; and scripts since v22.6 keep it as
 * HUB_TOKEN in clear in their configuration, and sign in with that again at each upgrade, whatever the token is by then. No script needs
 * them: without -U and -P they sign nobody in and just pull. Source: cluster_ctl.sh, im_ctl.sh, dataflow_ctl.sh, pbx_ctl.sh and
 * sbc_ctl.sh of January and mid 2026.
 *
 * The token goes over the standard input of SSH and of docker. What is there is compared by a hash with a salt that is new each time, so that
 * neither token nor anything by which it could be known again leaves the host.
 */
/** What Docker keeps of a login, in base64 */
function authOf(username, token) {
    return Buffer.from(`${username}:${token}`).toString('base64');
}
function lookFor(registry, token) {
    const salt = (0, node_crypto_1.it.randomBytes)(16).toString('hex');
    if (token === undefined)
        return { registry, salt };
    const sum = (0, node_crypto_1.it.createHash)('sha256')
        .update(`${salt}\n${authOf(registry.username, token)}`)
        .digest('hex');
    return { registry, salt, sum };
}
/**
 * `registry_login NAME SALT` prints nothing (not signed in), `helper` (a credential helper keeps it, which tells nobody), or `user NAME` and
 * `sum HEX`. Fails where the file cannot be read. A login is a flat object in it, and neither names nor base64 have anything to escape.
 */
exports.LOGIN_FUNCTIONS = `
registry_login() {
  config=\${DOCKER_CONFIG:-\${HOME:-/root}/.docker}/config.json
  [ -e "$config" ] || return 0
  # shellcheck disable=SC2016 # as they are
  text=$(tr -d ' \\t\\r\\n' <"$config" 2>/dev/null) || return 1
  case $text in '{'*'}') ;; *) return 1 ;; esac
  case $text in *"\\"$1\\":\\""*) echo helper; return 0 ;; *) ;; esac
  case $text in *"\\"$1\\":{"*) ;; *) return 0 ;; esac
  case $text in *'"credsStore":"'[!\\"]*) echo helper; return 0 ;; *) ;; esac
  entry=\${text#*"\\"$1\\":{"}
  entry=\${entry%%\\}*}
  case $entry in *'"identitytoken":"'[!\\"]*) echo helper; return 0 ;; *) ;; esac
  case $entry in *'"auth":"'[!\\"]*) ;; *) return 0 ;; esac
  auth=\${entry#*'"auth":"'}
  auth=\${auth%%\\"*}
  user=$(printf %s "$auth" | base64 -d 2>/dev/null | head -n 1)
  echo "user \${user%%:*}"
  sum=$(printf '%s\\n%s' "$2" "$auth" | sha256sum) || return 1
  echo "sum \${sum%% *}"
}
`;
/** What `registry_login` printed. */
function readLogin(text, { registry, sum }) {
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.length === 0)
        return 'none';
    if (lines.includes('helper'))
        return (0, reading_1.it.unknown)('a credential helper, or the registry itself, keeps it');
    const username = lines.find((line) => line.startsWith('user '))?.slice('user '.length, 300);
    const found = /^sum ([0-9a-f]{64})$/m.exec(text)?.[1];
    if (username === undefined || found === undefined)
        return (0, reading_1.it.unknown)('what Docker has of it cannot be used');
    const current = sum === undefined ? (0, reading_1.it.unknown)('there is no token to compare it with') : found === sum;
    return { server: registry.server, username, current: username === registry.username ? current : false };
}
/** $1 name in the configuration, $2 salt, $3 the wanted login's hash, $4 registry, $5 user; the token on standard input. */
exports.REGISTRY_SIGN_IN = `${exports.LOGIN_FUNCTIONS}
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
if registry_login "$1" "$2" </dev/null | grep -qx "sum $3"; then printf 'user %s\\nsum %s\\n' "$5" "$3"; exit 0; fi
docker login --username "$5" --password-stdin "$4" >&2 || exit
registry_login "$1" "$2" </dev/null
`;
/** $1 name in the configuration, $2 registry, $3 user. Somebody else's login stays. */
exports.REGISTRY_SIGN_OUT = `${exports.LOGIN_FUNCTIONS}
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
found=$(registry_login "$1" -) || exit
[ -n "$found" ] || exit 0
case "$found
" in "user $3
"*) ;; *) echo kept; exit 0 ;; esac
# By its name in the configuration: Docker signs in to docker.io, and out of https://index.docker.io/v1/ only.
docker logout "$1" >&2 || exit
[ -z "$(registry_login "$1" -)" ]
`;
/** The registry does not want this user and token, whichever host brings them. */
class RegistryRefusal extends types_1.HostError {
    constructor({ message, host, code }) {
        super(message, host, code);
    }
}
exports.RegistryRefusal = RegistryRefusal;
/** How Docker and registries say so, each in words of its own: "401 Unauthorized" with Docker's own registry, by Docker 20.10 and 28 */
const REFUSED = /unauthorized|denied|incorrect username or password|authentication required/i;
/** Signs root's Docker in, unless it is already. Throws RegistryRefusal, or HostError with Docker's own words. */
async function signIn(host, registry, token) {
    const look = lookFor(registry, token);
    const { server, username } = registry;
    const args = [(0, registry_1.it.nameInConfig)(server), look.salt, look.sum ?? '', server, username];
    const output = await host.run(exports.REGISTRY_SIGN_IN, args, { input: token, repeatable: true });
    const login = output.code === 0 ? readLogin(output.stdout, look) : undefined;
    if (login === undefined) {
        const error = failed(host, `does not sign in to ${server} as ${username}`, output);
        throw REFUSED.test(output.stderr) ? new RegistryRefusal(error) : error;
    }
    // Of a credential helper's it is not known, and it has just taken it.
    if (login === 'none' || ((0, reading_1.it.isKnown)(login) && login.current !== true))
        throw failed(host, `says that it signed in to ${server} as ${username}, and keeps something else`, output);
}
/** Signs it out again. false: somebody has signed it in as another user since, and that stays. */
async function signOut(host, { server, username }) {
    const output = await host.run(exports.REGISTRY_SIGN_OUT, [(0, registry_1.it.nameInConfig)(server), server, username], { repeatable: true });
    if (output.code !== 0)
        throw failed(host, `does not sign out of ${server}`, output);
    return output.stdout.trim() !== 'kept';
}
function failed({ machine }, what, { code, stderr }) {
    const said = stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^WARNING|^Configure a credential|^https:\/\/docs\./.test(line));
    return new types_1.HostError(`Docker on ${machine.name} ${what} (exit ${code}): ${said.at(-1)?.trim() ?? 'it does not say why'}`, machine.name, 'command');
}

/***/ }),

/***/ 221:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/root-shells.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.RootShell = exports.SessionRefused = exports.NotStarted = void 0;
exports.keepIdle = keepIdle;
exports.takeIdle = takeIdle;
exports.dropIdle = dropIdle;
exports.openShell = openShell;
/** The connection went before the host had been told what to do: it can be told again. */
class NotStarted extends Error {
}
exports.NotStarted = NotStarted;
/** sshd allows 10 sessions a connection (MaxSessions), or fewer. */
class SessionRefused extends Error {
}
exports.SessionRefused = SessionRefused;
/** A root shell on a host that takes one script after the other. Whoever has it hears what it says. */
class RootShell {
    token;
    channel;
    onStdout = () => { };
    onStderr = () => { };
    /** Once; `exitCode` undefined: the connection was lost. */
    onClose = () => { };
    isClosed = false;
    exitCode;
    constructor(
    /** What its marks begin with */
    token, channel) {
        this.token = token;
        this.channel = channel;
        channel.on('data', (chunk) => this.onStdout(chunk));
        channel.stderr.on('data', (chunk) => this.onStderr(chunk));
        channel.on('exit', (code) => {
            this.exitCode = code ?? 255;
        });
        channel.on('error', () => { }); // 'close' follows
        // What standard error still holds comes after the end of standard output.
        let open = 2;
        const onClose = () => {
            if (--open > 0)
                return;
            this.isClosed = true;
            this.onClose(this.exitCode);
        };
        channel.on('close', onClose);
        channel.stderr.on('close', onClose);
    }
    write(text) {
        this.channel.write(text);
    }
    close() {
        this.isClosed = true;
        this.channel.close();
    }
}
exports.RootShell = RootShell;
/** Of each connection those that nobody has */
const idle = new WeakMap();
function keepIdle(client, shell) {
    shell.onStdout = shell.onStderr = () => { };
    shell.onClose = () => { };
    idle.set(client, [...(idle.get(client) ?? []), shell]);
}
function takeIdle(client) {
    const open = (idle.get(client) ?? []).filter(({ isClosed }) => !isClosed);
    const shell = open.pop();
    idle.set(client, open);
    return shell;
}
/** Makes room for others. */
function dropIdle(client) {
    for (const shell of idle.get(client) ?? [])
        shell.close();
    idle.delete(client);
}
/**
 * Opens one and hands it over within the same tick, as what a short command says and its end may come in one packet. Throws
 * NotStarted or SessionRefused.
 */
function openShell(client, token, commandLine, serve) {
    return new Promise((resolve, reject) => {
        // The callback never comes when the connection dies at this very moment.
        const onClose = () => reject(new NotStarted('connection lost'));
        client.once('close', onClose);
        try {
            client.exec(commandLine(token), (error, channel) => {
                client.removeListener('close', onClose);
                if (!error)
                    serve(new RootShell(token, channel), resolve, reject);
                else if (/open failure|open failed/i.test(error.message))
                    reject(new SessionRefused(error.message));
                else
                    reject(new NotStarted(error.message, { cause: error }));
            });
        }
        catch (error) {
            client.removeListener('close', onClose);
            const dead = error instanceof Error && error.message === 'Not connected';
            reject(dead ? new NotStarted(error.message, { cause: error }) : error);
        }
    });
}

/***/ }),

/***/ 863:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/script-folder.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.pairOf = exports.MOVE_SCRIPTS = exports.PUT_SCRIPT = exports.OWN_FOLDER = void 0;
/*
 * How control scripts get to a host, POSIX sh. They are put beside those that are there first, and looked at by the host itself;
 * only when all of them are whole are they moved to their places, one `mv` each. In the folder of the scripts:
 *
 *   .portsip-cluster/new-ID/        what arrives; gone once it is in its place
 *   .portsip-cluster/before-TIME/   what was there before, for a person who wants it back
 */
exports.OWN_FOLDER = '.portsip-cluster';
const FUNCTIONS = `
umask 022
# $sum: of file $1
sum_of() { sum=$(sha256sum <"$1" 2>/dev/null) || sum=; sum=\${sum%% *}; }
`;
/** $1 folder, $2 name, $3 its SHA-256, $4 its shell; the text on standard input. Can be done again. */
exports.PUT_SCRIPT = `${FUNCTIONS}
file=$1/$2
mkdir -p "$1" && cat >"$file.part" || exit
sum_of "$file.part"
if [ "$sum" != "$3" ]; then
  echo "$2 did not arrive whole" >&2
  exit 1
fi
if command -v "$4" >/dev/null && ! said=$("$4" -n "$file.part" 2>&1); then
  echo "$4 -n refuses $2: $said" >&2
  exit 1
fi
chmod 644 "$file.part" && mv -f "$file.part" "$file"
`;
/**
 * A job, as no control script may run meanwhile. $1 folder of the scripts, $2 the one with the new ones, then \`SUM NAME\` of each. Can be
 * done again, also after it was interrupted half way.
 */
exports.MOVE_SCRIPTS = `${FUNCTIONS}
to=$1 from=$2
shift 2
for one; do
  sum_of "$from/\${one#* }"
  [ "$sum" != "\${one%% *}" ] || continue
  sum_of "$to/\${one#* }"
  [ "$sum" != "\${one%% *}" ] || continue
  echo "[error]: \${one#* } is not whole in $from; nothing was moved"
  exit 1
done
before=$to/${exports.OWN_FOLDER}/before-$(date -u +%Y%m%dT%H%M%SZ)
for one; do
  name=\${one#* }
  if [ ! -e "$from/$name" ] || { [ ! -e "$to/$name" ] && [ ! -L "$to/$name" ]; }; then continue; fi
  mkdir -p "$before" && cp -pP "$to/$name" "$before/$name" || { echo "[error]: $name cannot be kept in $before"; exit 1; }
done
for one; do
  name=\${one#* }
  [ -e "$from/$name" ] || continue
  mv -f "$from/$name" "$to/$name" || { echo "[error]: $name cannot be put into $to"; exit 1; }
  echo "[info]: $name is in its place"
done
[ ! -d "$before" ] || echo "[info]: what was there before is in $before"
rm -rf "$from"
`;
/** A script as a job is told it */
const pairOf = ({ name, sha256 }) => `${sha256} ${name}`;
exports.pairOf = pairOf;

/***/ }),

/***/ 126:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/shell-quote.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.shellQuote = shellQuote;
exports.shellQuoteAll = shellQuoteAll;
exports.printfEscape = printfEscape;
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
    // By far the most of it needs nothing, and one script goes to hundreds of hosts.
    return text.replaceAll(/[^\x20-\x5b\x5d-\x7e]+/g, (part) => {
        let line = '';
        for (const byte of Buffer.from(part, 'utf8')) {
            if (byte === 0x5c)
                line += '\\\\';
            else if (byte === 0x0a)
                line += '\\n';
            else
                line += `\\0${byte.toString(8).padStart(3, '0')}`;
        }
        return line;
    });
}

/***/ }),

/***/ 443:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/shell.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.loader = loader;
exports.payload = payload;
exports.runAsRoot = runAsRoot;
exports.where = where;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const frames_1 = __nccwpck_require__(527);
const root_shells_1 = __nccwpck_require__(221);
const shell_quote_1 = __nccwpck_require__(126);
const types_1 = __nccwpck_require__(720);
/** A host may not fill our memory. */
const MAX_OUTPUT = 32 * 1024 * 1024;
/** sudo, PAM and a slow login shell included */
const READY_MS = 30_000;
/**
 * What the login shell gets to see: two single-quoted words without anything that sh, csh or fish would treat
 * differently (no quote, backslash, exclamation mark or newline). The first becomes root, the second reads scripts up to a
 * mark of their own and runs one after the other: one that is cut off by a dying connection is not run. It is read by sed, as
 * a shell's `read` makes a system call for each byte.
 */
function loader(token) {
    // The prompt and the word before it are put together on the host: whoever repeats this command line says neither.
    const asRoot = `test "$(id -u)" = 0 && exec /bin/sh -c "$0"; LC_ALL=C; export LC_ALL; w=${token}; echo $w-sudo >&2; exec sudo -S -p $w-password: /bin/sh -c "$0"`;
    const readScripts = `echo ${token}-ready; while a=$(sed /^#${token}-end/q); do case $a in *#${token}-end) eval "$a"; a= ;; *) exit ;; esac; done`;
    return `/bin/sh -c '${asRoot}' '${readScripts}'`;
}
/**
 * What the loader of `shell` runs: arguments, script and input as data, output between markers of `token`, which is another one
 * for each command.
 */
function payload(shell, token, command) {
    const mark = (kind) => `printf %s ${token}-${kind}; printf %s ${token}-${kind} >&2`;
    const work = `(\n${command.script}\n)`;
    return [
        mark('begin'),
        `set -- ${(0, shell_quote_1.shellQuoteAll)(command.args)}`,
        // A printf of the shell itself: what is given to it nobody sees.
        command.input === undefined
            ? `${work} </dev/null`
            : `printf %b ${(0, shell_quote_1.shellQuote)((0, shell_quote_1.printfEscape)(command.input))} | ${work}`,
        'code=$?',
        `printf "%s%d\\n" ${token}-end "$code"; printf "%s%d\\n" ${token}-end "$code" >&2`,
        `#${shell}-end`,
        // BusyBox's sed ends once it has seen a line more, which the next script may begin with.
        ':\n',
    ].join('\n');
}
/** Runs a script as root over an open connection. Throws NotStarted or HostError. */
async function runAsRoot(client, machine, sudoPassword, command, clock) {
    const token = (0, node_crypto_1.it.randomBytes)(16).toString('hex');
    const fail = (message, code, cause) => new types_1.HostError(`${where(machine)} ${message}`, machine.name, code, cause);
    const idle = command.tidy ? (0, root_shells_1.takeIdle)(client) : undefined;
    const serve = (shell, resolve, reject) => {
        let phase = 'waiting';
        let began = 0;
        let isHeard = false;
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
        const stdout = new frames_1.FrameReader(token, command.onStdout ?? collect(collected));
        const stderr = new frames_1.FrameReader(token, collect(errors));
        const readyTimer = setTimeout(() => end(fail(`did not become root within ${READY_MS / 1000} s${saidSoFar(early)}: log in as ${machine.ssh.user} and try "sudo -n true" there`, 'sudo')), READY_MS);
        const timer = setTimeout(() => end(fail(`has not finished within ${Math.round(command.timeoutMs / 1000)} s; what was begun there goes on`, 'timeout')), command.timeoutMs);
        const onAbort = () => end(fail('was still running a command when the run was cancelled', 'timeout', command.signal?.reason));
        command.signal?.addEventListener('abort', onAbort, { once: true });
        function end(outcome) {
            if (phase === 'over')
                return;
            phase = 'over';
            clearTimeout(readyTimer);
            clearTimeout(timer);
            command.signal?.removeEventListener('abort', onAbort);
            // A daemon that a script left behind may hold the channel open: whoever has the result does not wait for it.
            if (command.tidy && !(outcome instanceof Error))
                (0, root_shells_1.keepIdle)(client, shell);
            else
                shell.close();
            if (outcome instanceof Error)
                reject(outcome);
            else
                resolve(outcome);
        }
        function begin() {
            phase = 'running';
            clearTimeout(readyTimer);
            began = clock.now();
            shell.write(payload(shell.token, token, command));
        }
        function answerPassword() {
            asked++;
            if (sudoPassword === undefined)
                end(fail(`asks for a password when ${machine.ssh.user} uses sudo: give it (sudo-password, PORTSIP_SUDO_PASSWORD), or allow it without one in /etc/sudoers.d: "${machine.ssh.user} ALL=(ALL) NOPASSWD: ALL"`, 'sudo'));
            else if (asked > 1)
                end(fail(`does not accept the sudo password of ${machine.ssh.user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'));
            else
                shell.write(`${sudoPassword}\n`);
        }
        function finish() {
            if (stdout.code === undefined || stderr.code === undefined)
                return;
            end({
                code: stdout.code,
                stdout: Buffer.concat(collected).toString('utf8'),
                stderr: Buffer.concat(errors).toString('utf8'),
                began,
                ended: clock.now(),
            });
        }
        shell.onStdout = (chunk) => {
            if (phase === 'waiting') {
                early.stdout = (early.stdout + chunk.toString('latin1')).slice(-8192);
                if (early.stdout.includes(`${shell.token}-ready\n`))
                    begin();
            }
            else if (phase === 'running') {
                isHeard = true;
                stdout.push(chunk);
                finish();
            }
        };
        shell.onStderr = (chunk) => {
            if (phase === 'waiting') {
                early.stderr = (early.stderr + chunk.toString('latin1')).slice(-8192);
                // Only sudo's own prompt is answered. What a login script says, or PAM in words of its own, gets no password.
                const prompt = early.stderr.indexOf(`${shell.token}-password:`);
                if (prompt >= 0) {
                    early.stderr = early.stderr.slice(prompt + `${shell.token}-password:`.length);
                    answerPassword();
                    return;
                }
                const question = early.stderr.includes(`${shell.token}-sudo\n`) && /(?:^|\n)([^\n]*\S[:?] *)$/.exec(early.stderr)?.[1];
                if (question)
                    end(fail(...foreignPrompt(machine, question)));
            }
            else if (phase === 'running') {
                stderr.push(chunk);
                finish();
            }
        };
        shell.onClose = (exitCode) => {
            if (phase === 'waiting') {
                if (exitCode === undefined)
                    end(new root_shells_1.NotStarted('connection lost'));
                else
                    end(fail(...refusal(machine, exitCode, early)));
            }
            else if (phase === 'running') {
                // An idle one may end at any moment, and what it was given in that can be done twice.
                if (idle && !isHeard)
                    end(new root_shells_1.NotStarted('root shell lost'));
                else if (exitCode === undefined)
                    end(fail('lost the connection while a command ran', 'connection-lost'));
                else
                    end(fail(`ended a command before it was done (exit ${exitCode})`, 'command'));
            }
        };
        if (command.signal?.aborted)
            onAbort();
        else if (idle)
            begin();
    };
    if (idle)
        return await new Promise((resolve, reject) => serve(idle, resolve, reject));
    return await open(client, machine, clock, serve);
}
/** sudo asks, but not with our prompt: what it wants, and who asks, is not known. */
function foreignPrompt(machine, question) {
    const { user } = machine.ssh;
    return [
        `asks "${plain(question)}" when ${user} uses sudo, which is not sudo's own prompt and gets no answer: allow sudo without a password in /etc/sudoers.d ("${user} ALL=(ALL) NOPASSWD: ALL"), or let sudo's prompt replace PAM's there ("Defaults passprompt_override")`,
        'sudo',
    ];
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
        .map(plain)
        .filter((text) => text !== '' && !/^[0-9a-f]{32}-sudo$/.test(text))
        .at(-1);
    return line ? ` (it says "${line}")` : '';
}
const plain = (text) => text
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 200);
function where(machine) {
    const port = machine.ssh.port === 22 ? '' : `:${machine.ssh.port}`;
    return machine.name === machine.address ? `${machine.address}${port}` : `${machine.name} (${machine.address}${port})`;
}
/** Opens a session and hands it over. One that is refused is tried again for a while. */
async function open(client, machine, { sleep }, serve) {
    for (let attempt = 0;; attempt++) {
        try {
            return await (0, root_shells_1.openShell)(client, (0, node_crypto_1.it.randomBytes)(16).toString('hex'), loader, serve);
        }
        catch (error) {
            if (!(error instanceof root_shells_1.SessionRefused))
                throw error;
            if (attempt >= 40)
                throw new types_1.HostError(`${where(machine)} opens no further session on its SSH connection: raise MaxSessions in its sshd_config`, machine.name, 'command', error);
            (0, root_shells_1.dropIdle)(client);
            await sleep(250);
        }
    }
}

/***/ }),

/***/ 201:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/state-folder.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.BACKUP_NOTES = exports.JOBS_FOLDER = exports.STATE_FOLDER = void 0;
/** Where this project keeps what it must remember on hosts. Spelled out in scripts too. */
exports.STATE_FOLDER = '/var/lib/portsip-cluster';
exports.JOBS_FOLDER = `${exports.STATE_FOLDER}/jobs`;
/** What a host remembers of backups of what runs there: NAME.last, and NAME.stopped while it is stopped for one */
exports.BACKUP_NOTES = `${exports.STATE_FOLDER}/backups`;

/***/ }),

/***/ 948:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/told-secrets.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ToldSecrets = void 0;
const log_1 = { get it() { return (__nccwpck_require__(426).log); } };
/** Of what one job prints: more are never remembered, whatever a host prints. */
const MOST = 20;
/** A shorter word is masked where it stands, and not wherever else it does. */
const LEAST_CHARACTERS = 8;
/**
 * PortSIP's scripts print their arguments, the IM token once more, and a ClickHouse password that was there before. The secret is
 * what follows one of these.
 */
const BEFORE_A_SECRET = [
    // The registry's token is an argument, too.
    /(?<=^\[info\]: args .*\s-[tP]\s+)\S+/g,
    /(?<=^\s*token\s*:\s*)\S+(?=\s*$)/g,
    /(?<=^\[info\].*\bpassword(?: is)?\s*[:=]?\s+["']?)[^\s"',]+/gi,
    /(?<=\b\w*(?:token|password|passwd|secret)\w*=["']?)[^\s"',]+/gi,
];
/**
 * Masks what a host says that is secret. In its own lines only: what it says is of its choice, and whoever could have words
 * masked that others print could make a log unreadable.
 */
class ToldSecrets {
    known = new log_1.it.Secrets();
    words = new Set();
    redact(line) {
        for (const pattern of BEFORE_A_SECRET)
            line = line.replace(pattern, (word) => {
                this.remember(word);
                return '***';
            });
        return this.known.redact(line);
    }
    remember(word) {
        if (word.length < LEAST_CHARACTERS || this.words.size >= MOST)
            return;
        this.words.add(word);
        this.known.add(word);
    }
}
exports.ToldSecrets = ToldSecrets;

/***/ }),

/***/ 977:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/host/trusted-sources.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CHANGE_SOURCES = exports.LIST_ZONES = void 0;
exports.changeTrustedSources = changeTrustedSources;
exports.decide = decide;
exports.takeOut = takeOut;
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const firewall_listing_1 = __nccwpck_require__(576);
const shell_1 = __nccwpck_require__(443);
const types_1 = __nccwpck_require__(720);
/** $1 mark. Both listings, as for facts: side by side, as each call of firewall-cmd takes a third of a second. */
exports.LIST_ZONES = `
mark=$1
section() { printf '\\n%s %s\\n' "$mark" "$1"; }
list() {
  section state
  if ! command -v firewall-cmd >/dev/null; then echo missing; return 0; fi
  { section permanent; firewall-cmd --permanent --list-all-zones 2>/dev/null </dev/null; } | {
    if active=$(firewall-cmd --list-all-zones 2>/dev/null); then
      echo running
      section runtime
      printf '%s\\n' "$active"
      cat
      section end
    else
      echo stopped
    fi
  }
}
`;
/**
 * $1 mark, then `permanent:OPTION` and `runtime:OPTION` with `--add-source=…` and `--remove-source=…`. Each is done where it is asked
 * for and nothing is reloaded: a reload drops what others have only in the running firewall, such as a ban. One call for all of a
 * kind; where that does not go smoothly one for each, to learn which failed. Prints `failed SET:OPTION MESSAGE` lines, then the
 * listings after it.
 */
exports.CHANGE_SOURCES = `${exports.LIST_ZONES}
change() {
  if [ "$set" = permanent ]; then firewall-cmd --permanent --zone=trusted "$@" 2>&1; else firewall-cmd --zone=trusted "$@" 2>&1; fi
}
together() {
  set=$1
  kind=$2
  shift 2
  for option in "$@"; do
    shift
    case $option in "$set:$kind"=*) set -- "$@" "\${option#*:}" ;; *) ;; esac
  done
  [ $# -gt 0 ] || return 0
  if said=$(change "$@") && [ "$said" = success ]; then return 0; fi
  for option in "$@"; do
    said=$(change "$option") || printf 'failed %s:%s %s\\n' "$set" "$option" "$(printf '%s' "$said" | tr '\\n' ' ')"
  done
}
shift
# What is stored comes first: a run that is killed between the two has lost nothing, and the next one makes it active.
for where in permanent runtime; do
  together "$where" --add-source "$@"
  together "$where" --remove-source "$@"
done
list
`;
const FIREWALL_MS = 180_000;
const MARK = '--portsip-cluster--';
/**
 * Puts sources into firewalld's trusted zone and takes them out, for good and at once, without a reload.
 * What is there already is left; results are in the order of the changes. Throws HostError when firewalld does not run.
 */
async function changeTrustedSources(host, changes) {
    if (changes.length === 0)
        return [];
    for (const { source } of changes)
        if (!(0, addresses_1.it.isAddress)(source) && !(0, addresses_1.it.isCidr)(source))
            throw new TypeError(`not an address or CIDR: ${source}`);
    const before = readListing(host, await host.run(`${exports.LIST_ZONES}\nlist`, [MARK], { timeoutMs: FIREWALL_MS, repeatable: true }));
    const decided = changes.map((change) => decide(before, change));
    const options = [...new Set(decided.flatMap((decision) => decision.options))];
    if (options.length === 0)
        return decided.map(({ result }) => result);
    const output = await host.run(exports.CHANGE_SOURCES, [MARK, ...options], { timeoutMs: FIREWALL_MS, repeatable: true });
    const after = readListing(host, output);
    const failures = new Map([...output.stdout.matchAll(/^failed (\S+) (.*)$/gm)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]));
    return decided.map((decision) => decision.options.length === 0
        ? decision.result
        : verify(after, decision.result, decision.options.map((option) => failures.get(option)).find((failure) => failure !== undefined)));
}
/** Pure: what has to be done for a change. */
function decide(facts, change) {
    const { permanent, runtime } = facts.trusted;
    const stored = find(permanent, change.source);
    const active = find(runtime, change.source);
    const done = (options) => ({
        result: { ...change, outcome: options.length === 0 ? 'already' : 'ok' },
        options,
    });
    if (change.action === 'remove')
        return done([
            ...(stored === undefined ? [] : [`permanent:--remove-source=${stored}`]),
            ...(active === undefined ? [] : [`runtime:--remove-source=${active}`]),
        ]);
    const missing = [
        ...(stored === undefined ? [`permanent:--add-source=${change.source}`] : []),
        ...(active === undefined ? [`runtime:--add-source=${change.source}`] : []),
    ];
    const zone = Object.entries(facts.otherZones).find(([source]) => (0, addresses_1.it.sameCidr)(source, change.source))?.[1];
    return missing.length > 0 && zone !== undefined
        ? { result: { ...change, outcome: 'conflict', zone, message: conflict(change, zone) }, options: [] }
        : done(missing);
}
function verify(after, result, failure) {
    const { action, source } = result;
    const there = find(after.trusted.permanent, source) !== undefined && find(after.trusted.runtime, source) !== undefined;
    const gone = find(after.trusted.permanent, source) === undefined && find(after.trusted.runtime, source) === undefined;
    if (action === 'add' ? there : gone)
        return { ...result, outcome: 'ok' };
    const zone = /ZONE_CONFLICT.*bound to '?([A-Za-z0-9_-]+)/.exec(failure ?? '')?.[1];
    if (zone !== undefined)
        return { ...result, outcome: 'conflict', zone, message: conflict(result, zone) };
    return {
        ...result,
        outcome: 'failed',
        message: failure
            ? `firewall-cmd: ${failure}`
            : `firewalld does not show it as ${action === 'add' ? 'added' : 'removed'}`,
    };
}
function conflict({ source }, zone) {
    return `firewalld has ${source} in its zone ${zone}, and a source can be in one zone only: if it is right to trust it, take it out there first, with "${takeOut(zone, source)}"`;
}
function readListing(host, output) {
    const sections = new Map(output.stdout
        .split(`\n${MARK} `)
        .slice(1)
        .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
    const { machine } = host;
    const state = sections.get('state')?.trim();
    if (state === 'missing')
        throw new types_1.HostError(`${(0, shell_1.where)(machine)} has no firewalld: install PortSIP PBX there first, or firewalld`, machine.name, 'command');
    if (state === 'stopped')
        throw new types_1.HostError(`${(0, shell_1.where)(machine)} does not run firewalld: start it with "systemctl enable --now firewalld"`, machine.name, 'command');
    if (!sections.has('end'))
        throw new types_1.HostError(`${(0, shell_1.where)(machine)} does not list its firewall zones: try "firewall-cmd --list-all-zones" there`, machine.name, 'command');
    return (0, firewall_listing_1.parseFirewall)(state, sections.get('runtime'), sections.get('permanent'));
}
function find(sources, wanted) {
    return sources.find((source) => (0, addresses_1.it.sameCidr)(source, wanted));
}
/** What a person runs to take a source out of a zone, for good and at once. A reload would drop what is not stored. */
function takeOut(zone, source) {
    const out = `--zone=${zone} --remove-source=${source}`;
    return `sudo firewall-cmd --permanent ${out}; sudo firewall-cmd ${out}`;
}

/***/ }),

/***/ 720:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/types.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HostError = void 0;
/** What went wrong between us and a host, in words for an operator, with the cure. */
class HostError extends Error {
    host;
    code;
    end;
    offered;
    constructor(message, host, code, cause, 
    /** What was begun there goes on without us, and whoever comes next attaches to it; or nothing was, as the run was cancelled. */
    end, 
    /** The key that a host offered which is not trusted */
    offered) {
        super(message, { cause });
        this.host = host;
        this.code = code;
        this.end = end;
        this.offered = offered;
        this.name = 'HostError';
    }
}
exports.HostError = HostError;

/***/ }),

/***/ 641:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/host/uptime.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.UPTIME_FUNCTIONS = void 0;
/**
 * How long a machine has been up, POSIX sh: a clock that nobody sets, unlike the time of day.
 *
 *   read_boot     $boot: which start of the machine this is
 *   read_uptime   $now: whole seconds since then, and $boot; fails where the machine does not say
 */
exports.UPTIME_FUNCTIONS = `
read_boot() {
  boot=unknown
  if [ -r /proc/sys/kernel/random/boot_id ]; then read -r boot </proc/sys/kernel/random/boot_id; fi
}
read_uptime() {
  read_boot
  now=
  read -r now rest 2>/dev/null </proc/uptime || { echo "/proc/uptime cannot be read" >&2; return 1; }
  now=\${now%%.*}
}
`;

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

/***/ }),

/***/ 316:
/***/ (function (module) {

"use strict";
module.exports = require("./host-start.js");

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

/***/ 227:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/small.js");

/***/ }),

/***/ 156:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/ssh.js");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 30:
/***/ (function (module) {

"use strict";
module.exports = require("node:net");

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
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(593);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=host.js.map
