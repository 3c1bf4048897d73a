/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 680:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'index'() {
    return __nccwpck_require__(254);
  },
};


/***/ }),

/***/ 601:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/sandbox/command-output.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.sendOutput = sendOutput;
/**
 * Sends what a command prints, and resolves when its last byte is on its way, or when nobody listens any more. One write at a
 * time: when the client's window is full, ssh2's server keeps what waits on standard output and forgets what waits beside it
 * on standard error.
 */
async function sendOutput(channel, stdout, stderr) {
    let last = Promise.resolve();
    const send = (to, chunk) => (last = last.then(() => new Promise((resolve) => to.write(chunk, () => resolve()))));
    const copy = async (from, to) => {
        try {
            for await (const chunk of from)
                await send(to, chunk);
        }
        catch {
            // Closed on our side: the client is gone.
        }
    };
    await Promise.all([copy(stdout, channel), copy(stderr, channel.stderr)]);
}

/***/ }),

/***/ 889:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/faults.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HostFaults = void 0;
const node_fs_1 = __nccwpck_require__(24);
/** What can be made to go wrong on a host. All off at first; each can be set and taken back at any time. */
class HostFaults {
    host;
    clock;
    /** sshd does not answer, all else works: refused at once, or no answer at all */
    refuseConnections = false;
    /** Connections break this many milliseconds after they were made, of real time: what they carry is real, too */
    dropAfterMs;
    /** Before each command */
    slowMs = 0;
    /** Another host key than the known one */
    wrongHostKey = false;
    /** Text that sshd shows before it lets anybody in */
    banner;
    /** Text that the login shell prints before each command's output */
    noise;
    /** Connections that are not signed in yet, above which sshd drops new ones */
    maxStartups = 10;
    /** What runs here never reports to the PBX */
    neverOnline = false;
    /** How long a restart takes that was asked for on the host itself */
    rebootMs = 5000;
    /** So long after what runs here has stopped the PBX still takes it for ONLINE */
    staleOnlineMs = 0;
    constructor(host, clock) {
        this.host = host;
        this.clock = clock;
    }
    down() {
        this.host.down();
    }
    up() {
        this.host.up();
    }
    /** Down now, up again after `ms`. */
    rebooting(ms) {
        this.host.down();
        this.clock.after(ms, () => this.host.up());
    }
    /** Updates were installed that want a restart */
    set rebootRequired(on) {
        if (on)
            this.host.write('/run/reboot-required', '*** System restart required ***\n');
        else
            this.host.remove('/run/reboot-required');
    }
    /** undefined: no password is asked; 'forbidden': the user may not use sudo */
    set sudoPassword(password) {
        this.host.write('.state/sudo', password === undefined ? 'free\n' : 'password\n');
        if (password !== undefined)
            (0, node_fs_1.writeFileSync)(this.host.path('.state/sudo-password'), `${password}\n`);
    }
    set sudoForbidden(on) {
        this.host.write('.state/sudo', on ? 'forbidden\n' : 'free\n');
        (0, node_fs_1.writeFileSync)(this.host.path('.state/sudo-password'), 'right\n');
    }
    /** No space left: `df` says so and pulls fail */
    set diskFull(on) {
        this.flag('diskFull', on);
    }
    set dockerDown(on) {
        this.flag('dockerDown', on);
    }
    /** A container that somebody paused: there, and it does nothing */
    set paused(container) {
        const file = `.state/docker/containers/${container}/about`;
        this.host.write(file, (this.host.read(file) ?? '').replace(/^status=running$/m, 'status=paused'));
    }
    /** Nothing can be written to /tmp */
    set tmpFull(on) {
        const file = this.host.path('/usr/local/sbin/mktemp');
        (0, node_fs_1.rmSync)(file, { force: true });
        const said = 'mktemp: failed to create file via template: No space left on device';
        if (on)
            (0, node_fs_1.writeFileSync)(file, `#!/bin/sh\necho "${said}" >&2\nexit 1\n`, { mode: 0o755 });
    }
    /** What is copied into an archive comes to no end */
    set copyHangs(on) {
        const file = this.host.path('/usr/local/sbin/tar');
        (0, node_fs_1.rmSync)(file, { force: true });
        if (on)
            (0, node_fs_1.writeFileSync)(file, '#!/bin/sh\n: >"$SANDBOX_HOST/.state/copying"\nexec sleep 100000\n', { mode: 0o755 });
        else
            this.host.remove('.state/copying');
    }
    /** The registry answers `toomanyrequests` */
    set rateLimit(on) {
        this.flag('rateLimit', on);
    }
    /** Containers start and die */
    set crash(on) {
        this.flag('crash', on);
    }
    /** The control node of a highly available PBX cannot sign in without a password */
    set controlNodeShutOut(on) {
        const keys = ['/home/pbx/.ssh/authorized_keys', '.state/authorized_keys'];
        const [from, to] = on ? keys : [keys[1], keys[0]];
        const text = this.host.read(from);
        if (text === undefined)
            return;
        this.host.write(to, text);
        this.host.remove(from);
    }
    set clockUnsynchronized(on) {
        this.flag('clockUnsynchronized', on);
    }
    /** No control scripts in their folder */
    set scriptMissing(on) {
        if (on)
            this.host.removeScripts();
        else
            this.host.installScripts();
    }
    /** Seconds that its clock is ahead */
    set clockOffset(seconds) {
        const file = this.host.path('/usr/local/sbin/date');
        (0, node_fs_1.rmSync)(file, { force: true });
        if (seconds !== 0)
            (0, node_fs_1.writeFileSync)(file, `#!/bin/sh\nnow=$(\${SANDBOX_DATE:-/bin/date} +%s.%N)\nexec /bin/date -d "@$((\${now%.*} + ${Math.round(seconds)})).\${now#*.}" "$@"\n`, { mode: 0o755 });
    }
    /** Debian packages that are installed in addition to what a prepared host has */
    set packages(names) {
        this.host.write('.state/packages', ['docker-ce', 'docker-compose-plugin', 'firewalld', 'openssh-server', 'sudo', ...names, ''].join('\n'));
        for (const name of names)
            for (const kind of ['installed', 'units'])
                this.host.write(`.state/${kind}/${name}`, '');
    }
    /** Docker is not there at all: its command is not found */
    set dockerMissing(on) {
        const file = this.host.path('/usr/local/sbin/docker');
        (0, node_fs_1.rmSync)(file, { force: true });
        if (on)
            (0, node_fs_1.writeFileSync)(file, '#!/bin/sh\necho "docker: not found" >&2\nexit 127\n', { mode: 0o755 });
    }
    /** Another role's container and configuration file */
    set conflictingRole(on) {
        const folder = this.host.path('.state/docker/containers/portsip.callqueue');
        if (!on) {
            (0, node_fs_1.rmSync)(folder, { recursive: true, force: true });
            this.host.remove('/opt/portsip/queue-server-only');
            return;
        }
        const { address } = this.host;
        const name = `${this.host.name}-queue`;
        this.host.write('/opt/portsip/queue-server-only/.configure_extend', `PBX_DATA_PATH=/var/lib/portsip\nIP_ADDRESS=${address}\nPBX_IP_ADDRESS=${address}\nPBX_IMG=portsip/pbx:22\nEXTEND_SVC_TYPE=queue-server-only\nEXTEND_SVC_NAME=${name}\nEXTEND_SVC_DATAPATH=/var/lib/portsip/queue-server-only\nHUB_USER=\nHUB_SERVER=\n`);
        const stamp = new Date(this.clock.now()).toISOString();
        this.host.write('.state/docker/containers/portsip.callqueue/about', `id=${'c0'.repeat(32)}\nimage=portsip/pbx:22\nimageid=sha256:${'0c'.repeat(32)}\nversion=22.6.3\nproduct=PBX\ncreated=${stamp}\nstarted=${stamp}\nfinished=\nstatus=running\nproject=queue-server-only\nservice=callqueue\nfolder=/opt/portsip/queue-server-only\nfile=docker-compose.yml\n`);
        this.host.write('.state/docker/containers/portsip.callqueue/args', `/usr/local/bin/callqueue\n-E\n-a\n${address}\n-x\n${address}\n-n\n${name}\nstart\n`);
    }
    /** By name, for a test in another process. Methods are called with the value, the others are set to it. */
    set(name, value) {
        if (name === 'down')
            this.down();
        else if (name === 'up')
            this.up();
        else if (name === 'rebooting')
            this.rebooting(Number(value));
        else if (Object.hasOwn(this, name) || Object.hasOwn(HostFaults.prototype, name))
            Reflect.set(this, name, value);
        else
            throw new Error(`There is no fault ${name}`);
    }
    flag(name, on) {
        const file = this.host.path(`.state/faults/${name}`);
        if (on)
            (0, node_fs_1.writeFileSync)(file, '');
        else if ((0, node_fs_1.existsSync)(file))
            (0, node_fs_1.rmSync)(file);
    }
}
exports.HostFaults = HostFaults;

/***/ }),

/***/ 782:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/sandbox/generation.ts
/*
 * The generations of PortSIP's control scripts that the stand-ins in host/opt/portsip can be. What they differ in stands side
 * by side there: a line that begins with `#v22.4 ` belongs to that generation only, one that ends with ` #v22.6` to that and all later.
 * Source: PortSIP's portsip-pbx-sh at 51586c7 (January 2026) and at 94251bb (mid 2026); of v22.8 its pages alone (October 2026)
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.NEWEST = exports.GENERATIONS = void 0;
exports.asOf = asOf;
exports.generationOf = generationOf;
exports.GENERATIONS = ['v22.4', 'v22.6', 'v22.8'];
/** The last that could be read */
exports.NEWEST = 'v22.6';
/** A stand-in as it was in one generation; a script without such lines is the same in all. */
function asOf(script, generation) {
    return script
        .split('\n')
        .flatMap((line) => {
        const first = /^#(v\d+\.\d+) ?/.exec(line);
        if (first)
            return first[1] === generation ? [line.slice(first[0].length)] : [];
        const last = / #(v\d+\.\d+)$/.exec(line);
        if (last)
            return isSince(last[1], generation) ? [line.slice(0, last.index)] : [];
        return [line];
    })
        .join('\n');
}
function isSince(first, generation) {
    return exports.GENERATIONS.findIndex((one) => one === first) <= exports.GENERATIONS.indexOf(generation);
}
/** Of a word from outside, such as an environment variable. Throws for one that is none. */
function generationOf(word) {
    if (word === undefined || word === '')
        return exports.NEWEST;
    const found = exports.GENERATIONS.find((one) => one === word);
    if (!found)
        throw new Error(`${word} is no generation of control scripts; there are ${exports.GENERATIONS.join(' and ')}`);
    return found;
}

/***/ }),

/***/ 906:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/host.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SandboxHost = void 0;
exports.traced = traced;
const node_child_process_1 = { get it() { return __nccwpck_require__(421); } };
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_fs_1 = __nccwpck_require__(24);
const node_path_1 = __nccwpck_require__(760);
const generation_1 = __nccwpck_require__(782);
const faults_1 = __nccwpck_require__(889);
const processes_1 = __nccwpck_require__(295);
const redirect_1 = __nccwpck_require__(844);
const ZONES = ['block', 'dmz', 'docker', 'drop', 'external', 'home', 'internal', 'public', 'trusted', 'work'];
const PUBLIC_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** A Linux machine, as a folder: what runs on it are real shell scripts with our commands first on their PATH. */
class SandboxHost {
    dir;
    settings;
    name;
    address;
    role;
    publicAddress;
    keys;
    root;
    redirect;
    faults;
    clock;
    /** Seconds that it says it has been up beyond what its clock says, for what takes minutes */
    uptimeAhead = 0;
    booted;
    /** How often it was restarted by a command of its own */
    reboots = 0;
    /** Connections and listeners hang on to this: true while the machine is off. */
    isDown = false;
    onPower = new Set();
    children = new Set();
    constructor(
    /** The sandbox's folder */
    dir, settings) {
        this.dir = dir;
        this.settings = settings;
        this.name = settings.name;
        this.address = settings.address;
        this.publicAddress = settings.publicAddress;
        this.role = settings.role;
        this.keys = settings.keys;
        this.clock = settings.clock;
        this.booted = settings.clock.now() - 3_600_000;
        this.root = (0, node_path_1.join)(dir, 'hosts', settings.name);
        this.redirect = new redirect_1.Redirect(this.root);
        this.makeFolders();
        this.faults = new faults_1.HostFaults(this, settings.clock);
    }
    // ---- what is on it
    /** A path on the host as a path of this machine. */
    path(path) {
        return (0, node_path_1.join)(this.root, path);
    }
    exists(path) {
        return (0, node_fs_1.existsSync)(this.path(path));
    }
    /** undefined when there is no such file */
    read(path) {
        const file = this.path(path);
        return (0, node_fs_1.existsSync)(file) ? this.redirect.outward((0, node_fs_1.readFileSync)(file, 'utf8')) : undefined;
    }
    write(path, content) {
        const file = this.path(path);
        (0, node_fs_1.mkdirSync)((0, node_path_1.dirname)(file), { recursive: true });
        (0, node_fs_1.writeFileSync)(file, this.redirect.inward(content));
    }
    remove(path) {
        (0, node_fs_1.rmSync)(this.path(path), { recursive: true, force: true });
    }
    /** All files below some folders. */
    files(folders) {
        return folders.flatMap((folder) => (0, node_fs_1.readdirSync)(this.path(folder), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => (0, node_path_1.join)(entry.parentPath, entry.name).slice(this.root.length)));
    }
    /** Gives the machine another address; its SSH server answers there once the jump host knows it. */
    readdress(address) {
        this.address = address;
        this.write('.state/addresses', `${address}\n`);
    }
    containers() {
        const folder = this.path('.state/docker/containers');
        return (0, node_fs_1.readdirSync)(folder)
            .sort()
            .flatMap((name) => {
            let about;
            let args;
            try {
                about = values((0, node_fs_1.readFileSync)((0, node_path_1.join)(folder, name, 'about'), 'utf8'));
                args = (0, node_fs_1.readFileSync)((0, node_path_1.join)(folder, name, 'args'), 'utf8')
                    .split('\n')
                    .slice(1, -1);
            }
            catch {
                return []; // It is being removed or recreated right now.
            }
            return {
                name,
                image: about.image ?? '',
                imageId: about.imageid ?? '',
                version: about.version ?? '',
                running: about.status === 'running',
                startedAt: about.started ? Date.parse(about.started.replace(/(\.\d{3})\d*Z$/, '$1Z')) : 0,
                args: args.map((arg) => this.redirect.outward(arg)),
            };
        });
    }
    container(name) {
        return this.containers().find((container) => container.name === name);
    }
    /** References of the images that are there. */
    images() {
        const folder = this.path('.state/docker/images');
        return (0, node_fs_1.readdirSync)(folder)
            .map((file) => values((0, node_fs_1.readFileSync)((0, node_path_1.join)(folder, file), 'utf8')).reference ?? '')
            .filter((reference) => reference !== '')
            .sort();
    }
    firewall() {
        const services = this.path('.state/firewall/permanent/services');
        return {
            permanent: this.zones('permanent'),
            runtime: this.zones('runtime'),
            services: Object.fromEntries((0, node_fs_1.readdirSync)(services)
                .sort()
                .map((name) => [name, lines((0, node_path_1.join)(services, name)).sort()])),
        };
    }
    /** How often firewalld was reloaded. */
    firewallReloads() {
        return lines(this.path('.state/reloads')).length;
    }
    scriptRuns() {
        return lines(this.path('.state/runs')).map((line) => {
            const [time = '0', script = '', ...argv] = line.split('\t');
            return { script, verb: argv[0] ?? '', argv: argv.map((arg) => this.redirect.outward(arg)), time: Number(time) };
        });
    }
    /** Starts and stops since the `from`th. */
    events(from = 0) {
        return lines(this.path('.state/events'))
            .slice(from)
            .map((line) => {
            const [time = '0', kind, container = ''] = line.split('\t');
            return { time: Number(time), kind: kind === 'start' ? 'start' : 'stop', container };
        });
    }
    get bootId() {
        return (this.read('/proc/sys/kernel/random/boot_id') ?? '').trim();
    }
    // ---- running commands
    /** Real /bin/sh in a process group of its own. */
    spawn(command, user) {
        const { clock } = this;
        const { timing } = this.settings;
        const real = (seconds) => String(seconds / clock.speed);
        const root = user === 'root';
        const home = root ? '/root' : `/home/${user}`;
        this.tellUptime();
        const child = (0, node_child_process_1.it.spawn)('/bin/sh', ['-c', this.redirect.inward(command)], {
            cwd: this.path(home),
            detached: true,
            env: {
                PATH: `${this.path('/usr/local/sbin')}:${this.path('/usr/local/bin')}:${PUBLIC_PATH}`,
                HOME: this.path(home),
                USER: user,
                LOGNAME: user,
                SHELL: '/bin/sh',
                LANG: 'C.UTF-8',
                TMPDIR: this.path('/tmp'),
                SANDBOX_SYSTEM_PATH: PUBLIC_PATH,
                SANDBOX_DIR: this.dir,
                SANDBOX_NODE: process.execPath,
                // The clock of this machine, whatever `date` on PATH says
                ...(clock.speed !== 1 && { SANDBOX_DATE: (0, node_path_1.join)(this.dir, 'bin/date') }),
                SANDBOX_HOST: this.root,
                SANDBOX_USER: user,
                SANDBOX_UID: root ? '0' : '1000',
                SANDBOX_PULL_SECONDS: real(timing.pullSeconds),
                SANDBOX_STOP_SECONDS: real(timing.stopSeconds),
                PORTSIP_STANDIN_PAUSE: real(timing.pauseSeconds),
            },
        });
        this.children.add(child);
        child.once('close', () => {
            this.children.delete(child);
            this.rebootWhereAsked();
        });
        return child;
    }
    /** Runs a command as root, as somebody at the machine would; what it printed, both streams. */
    async shell(command) {
        const child = this.spawn(command, 'root');
        let output = '';
        child.stdin.end();
        for (const stream of [child.stdout, child.stderr])
            stream.on('data', (chunk) => (output += chunk.toString('utf8')));
        const code = await new Promise((resolve) => child.once('close', (exit) => resolve(exit ?? -1)));
        return { code, output: this.redirect.outward(output) };
    }
    /** Ids of all that runs on it, detached or not. */
    processes() {
        return (0, processes_1.processesWith)(`SANDBOX_HOST=${this.root}`);
    }
    // ---- power
    /** Told when it goes down and comes up. */
    watchPower(listener) {
        this.onPower.add(listener);
    }
    /** `systemctl reboot` was typed on it, or run there. */
    rebootWhereAsked() {
        if (this.isDown || !this.exists('.state/rebooting'))
            return;
        this.remove('.state/rebooting');
        this.reboots++;
        this.faults.rebooting(this.faults.rebootMs);
    }
    /** Pulls the plug. */
    down() {
        if (this.isDown)
            return;
        this.isDown = true;
        for (const listener of this.onPower)
            listener(false);
        this.kill();
        for (const container of this.containers().filter(({ running }) => running))
            this.log('stop', container.name);
    }
    /** Switches it on: what is in /run and /tmp is gone, what should run is started. */
    up() {
        if (!this.isDown)
            return;
        for (const folder of ['/run', '/tmp']) {
            this.remove(folder);
            (0, node_fs_1.mkdirSync)(this.path(folder));
        }
        this.write('/proc/sys/kernel/random/boot_id', `${(0, node_crypto_1.it.randomUUID)()}\n`);
        this.booted = this.clock.now();
        this.uptimeAhead = 0;
        (0, node_fs_1.rmSync)(this.path('.state/firewall/runtime'), { recursive: true, force: true });
        (0, node_fs_1.cpSync)(this.path('.state/firewall/permanent'), this.path('.state/firewall/runtime'), { recursive: true });
        for (const container of this.containers().filter(({ running }) => running)) {
            const file = this.path(`.state/docker/containers/${container.name}/about`);
            const about = (0, node_fs_1.readFileSync)(file, 'utf8');
            (0, node_fs_1.writeFileSync)(file, about.replace(/^started=.*$/m, `started=${new Date(this.clock.now()).toISOString()}`));
            this.log('start', container.name);
        }
        this.isDown = false;
        for (const listener of this.onPower)
            listener(true);
    }
    kill() {
        (0, processes_1.killProcesses)(`SANDBOX_HOST=${this.root}`);
        for (const child of this.children)
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
    }
    /** As it is when a command begins; read by another one meanwhile, it is never half there. */
    tellUptime() {
        const seconds = (this.clock.now() - this.booted) / 1000 + this.uptimeAhead;
        this.write('/proc/uptime.new', `${seconds.toFixed(2)} 0.00\n`);
        (0, node_fs_1.renameSync)(this.path('/proc/uptime.new'), this.path('/proc/uptime'));
    }
    log(kind, container) {
        (0, node_fs_1.appendFileSync)(this.path('.state/events'), `${this.clock.now()}\t${kind}\t${container}\n`);
    }
    zones(set) {
        // A reload swaps the folder; no packet sees a moment without rules, so neither may a reader.
        const identity = (folder) => (0, node_fs_1.statSync)(folder, { throwIfNoEntry: false })?.ino;
        for (;;) {
            const folder = [set, 'old'].map((name) => this.path(`.state/firewall/${name}`)).find(node_fs_1.existsSync);
            if (folder === undefined)
                return {};
            const before = identity(folder);
            const zones = this.zonesIn((0, node_path_1.join)(folder, 'zones'));
            if (identity(folder) === before)
                return zones;
        }
    }
    zonesIn(folder) {
        const zones = {};
        for (const zone of (0, node_fs_1.existsSync)(folder) ? (0, node_fs_1.readdirSync)(folder).sort() : []) {
            const [sources, services, ports] = ['sources', 'services', 'ports'].map((part) => lines((0, node_path_1.join)(folder, zone, part)).sort());
            zones[zone] = { sources: sources ?? [], services: services ?? [], ports: ports ?? [] };
        }
        return zones;
    }
    makeFolders() {
        const { hardware, address, publicAddress, name } = this.settings;
        for (const folder of [
            'opt/portsip',
            'etc/sysctl.d',
            'run',
            'srv',
            'home/pbx',
            'root',
            'mnt',
            'tmp',
            'var/lib',
            'var/log',
            'usr/local/sbin',
            'proc/sys/kernel/random',
            '.state/docker/containers',
            '.state/docker/images',
            '.state/faults',
            '.state/units',
            '.state/installed',
        ])
            (0, node_fs_1.mkdirSync)(this.path(folder), { recursive: true });
        (0, node_fs_1.symlinkSync)((0, node_path_1.join)(this.dir, 'bin'), this.path('/usr/local/bin'));
        this.write('/etc/os-release', 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.1 LTS (Noble Numbat)"\nVERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\n');
        this.write('/etc/hostname', `${name}\n`);
        this.write('/proc/meminfo', `MemTotal:       ${hardware.memoryMiB * 1024} kB\nMemFree:        ${hardware.memoryMiB * 512} kB\nMemAvailable:   ${hardware.memoryMiB * 768} kB\n`);
        this.write('/proc/cpuinfo', Array.from({ length: hardware.cpus }, (_, cpu) => `processor\t: ${cpu}\n`).join('\n'));
        this.write('/proc/sys/kernel/random/boot_id', `${(0, node_crypto_1.it.randomUUID)()}\n`);
        this.write('/proc/sys/kernel/hostname', `${name}\n`);
        this.write('.state/hostname', `${name}\n`);
        this.write('.state/addresses', `${address}\n`);
        if (publicAddress)
            this.write('.state/public-address', `${publicAddress}\n`);
        this.write('.state/cpus', `${hardware.cpus}\n`);
        this.write('.state/disk', `${hardware.diskTotalMiB} ${hardware.diskFreeMiB}\n`);
        this.write('.state/sudo', 'free\n');
        this.write('.state/packages', 'docker-ce\ndocker-compose-plugin\nfirewalld\nopenssh-server\nsudo\n');
        for (const { public: line } of this.keys) {
            const [type = 'unknown'] = /ed25519|ecdsa|rsa/.exec(line) ?? [];
            this.write(`/etc/ssh/ssh_host_${type}_key.pub`, `${line}\n`);
        }
        for (const unit of ['docker', 'firewalld', 'ssh'])
            for (const kind of ['installed', 'units'])
                this.write(`.state/${kind}/${unit}`, '');
        for (const set of ['permanent', 'runtime']) {
            (0, node_fs_1.mkdirSync)(this.path(`.state/firewall/${set}/services`), { recursive: true });
            for (const zone of ZONES)
                (0, node_fs_1.mkdirSync)(this.path(`.state/firewall/${set}/zones/${zone}`), { recursive: true });
            this.write(`.state/firewall/${set}/zones/public/services`, 'ssh\ndhcpv6-client\n');
            this.write(`.state/firewall/${set}/zones/docker/interfaces`, 'docker0\n');
        }
        this.installScripts();
    }
    /** Fresh copies of the control scripts, which tell the sandbox when they are started: as PortSIP's init.sh brings them. */
    installScripts(generation = this.settings.generation ?? generation_1.NEWEST) {
        for (const folder of this.settings.scripts ?? ['portsip'])
            this.installFolder(folder, generation);
    }
    removeScripts() {
        for (const folder of this.settings.scripts ?? ['portsip'])
            for (const script of (0, node_fs_1.readdirSync)(this.path(`/opt/${folder}`)))
                if (script.endsWith('.sh'))
                    this.remove(`/opt/${folder}/${script}`);
    }
    installFolder(folder, generation) {
        const from = (0, node_path_1.join)(this.dir, 'scripts', folder);
        for (const { name: script } of (0, node_fs_1.readdirSync)(from, { withFileTypes: true }).filter((entry) => entry.isFile()))
            this.write(`/opt/${folder}/${script}`, traced((0, generation_1.asOf)((0, node_fs_1.readFileSync)((0, node_path_1.join)(from, script), 'utf8'), generation)));
    }
}
exports.SandboxHost = SandboxHost;
/** The script, writing a line for `scriptRuns` first. */
function traced(script) {
    const [shebang, ...rest] = script.split('\n');
    const record = `{ printf '%s\\t%s' "$(\${SANDBOX_DATE:-command -p date} +%s%3N)" "\${0##*/}"; for word; do printf '\\t%s' "$word"; done; echo; } >>"$SANDBOX_HOST/.state/runs"`;
    return [shebang, record, ...rest].join('\n');
}
function values(text) {
    return Object.fromEntries(text.split('\n').flatMap((line) => {
        const at = line.indexOf('=');
        return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }));
}
function lines(file) {
    return (0, node_fs_1.existsSync)(file)
        ? (0, node_fs_1.readFileSync)(file, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [];
}

/***/ }),

/***/ 254:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/index.ts
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
exports.largeTopology = exports.highAvailabilityTopology = exports.guideTopology = exports.generationOf = exports.GENERATIONS = void 0;
exports.startSandbox = startSandbox;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_fs_1 = __nccwpck_require__(24);
const node_os_1 = __nccwpck_require__(161);
const node_path_1 = __nccwpck_require__(760);
const yaml_1 = { get it() { return __nccwpck_require__(777); } };
const clock_1 = { get it() { return (__nccwpck_require__(426).clock); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const generation_1 = __nccwpck_require__(782);
const host_1 = __nccwpck_require__(906);
const keys_1 = __nccwpck_require__(996);
const api_1 = __nccwpck_require__(319);
const pbx_nodes_1 = __nccwpck_require__(864);
const processes_1 = __nccwpck_require__(295);
const relay_1 = __nccwpck_require__(739);
const snapshot_1 = __nccwpck_require__(204);
const ssh_1 = __nccwpck_require__(884);
const topology_1 = __nccwpck_require__(545);
const world_1 = __nccwpck_require__(774);
var generation_2 = __nccwpck_require__(782);
Object.defineProperty(exports, "GENERATIONS", ({ enumerable: true, get: function () { return generation_2.GENERATIONS; } }));
Object.defineProperty(exports, "generationOf", ({ enumerable: true, get: function () { return generation_2.generationOf; } }));
var topology_2 = __nccwpck_require__(545);
Object.defineProperty(exports, "guideTopology", ({ enumerable: true, get: function () { return topology_2.guideTopology; } }));
Object.defineProperty(exports, "highAvailabilityTopology", ({ enumerable: true, get: function () { return topology_2.highAvailabilityTopology; } }));
Object.defineProperty(exports, "largeTopology", ({ enumerable: true, get: function () { return topology_2.largeTopology; } }));
/** Images that there are apart from portsip/pbx:NUMBER, which can always be had. */
const IMAGES = {
    'portsip/pbx:22': '22.6.3',
    'portsip/pbx:16': '16.4.2',
    'portsip/pbx:unlabelled': undefined,
    'portsip/clickhouse:25.8': undefined,
    'portsip/clickhouse:26.8': undefined,
    'portsip/clickhouse:26.3': undefined,
    'portsip/postgresql:14.12': undefined,
    'portsip/sbc:11': '11.2.8',
};
const PACE = { pauseSeconds: 0.3, pullSeconds: 0.4, stopSeconds: 0.2 };
const USERS = ['pbx', 'root'];
/** A whole cluster in this process: PBX API, hosts with SSH, registry. Nothing of it leaves this machine. */
async function startSandbox(options = {}) {
    const { addresses = 'guide', pace = 0, onlineDelayMs = 1000, pbxImage = 'portsip/pbx:22', clock = clock_1.it.realClock, generation = generation_1.NEWEST, } = options;
    const ssh2 = (await Promise.resolve().then(() => __importStar((__nccwpck_require__(156).ssh2)))).default;
    const asked = options.topology ?? (0, topology_1.guideTopology)();
    const topology = structuredClone(addresses === 'loopback' ? (0, topology_1.onLoopback)(asked) : asked);
    const dir = makeFolder(options.dir);
    if (clock.speed !== 1)
        (0, node_fs_1.writeFileSync)((0, node_path_1.join)(dir, 'bin/date'), fastDate(clock), { mode: 0o755 });
    const timing = {
        pauseSeconds: PACE.pauseSeconds * pace,
        pullSeconds: PACE.pullSeconds * pace,
        stopSeconds: PACE.stopSeconds * pace,
    };
    const clientKey = (0, keys_1.makeKey)(ssh2.utils, 'ed25519');
    const access = { users: USERS, publicKey: clientKey.public };
    const hosts = new Map();
    const byAddress = new Map();
    const knownHosts = [];
    const everyHost = () => [...hosts.values()].map(({ host }) => host);
    let bastion;
    let api;
    let nodes;
    let relay;
    let sshPort = addresses === 'loopback' ? 0 : undefined;
    const world = new world_1.World(everyHost, () => api?.state.servers ?? (0, roles_1.it.forListedRoles)(() => []), onlineDelayMs, clock, () => nodes);
    const cleanUp = () => {
        (0, processes_1.killProcesses)(`SANDBOX_DIR=${dir}`);
        if (!options.keep)
            (0, node_fs_1.rmSync)(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    };
    // Also when nobody gets to close it
    process.once('exit', cleanUp);
    const close = async () => {
        world.close();
        nodes?.close();
        relay?.close();
        for (const { sshd } of hosts.values())
            sshd.close();
        bastion?.close();
        await api?.close();
        cleanUp();
        process.removeListener('exit', cleanUp);
    };
    const makeHost = async (machine, scripts = topology.nodes ? [] : ['portsip']) => {
        const { name, role, address, publicAddress, hardware } = machine;
        const keys = await (0, keys_1.hostKeys)(ssh2.utils, name === 'pbx');
        const host = new host_1.SandboxHost(dir, {
            name,
            address,
            ...(publicAddress !== undefined && { publicAddress }),
            ...(role && { role }),
            hardware: { ...topology_1.HARDWARE, ...hardware },
            timing,
            clock,
            keys,
            scripts,
            generation,
        });
        const { chat_files: chatFiles } = role === 'pbx' ? {} : (0, topology_1.exampleFields)(role);
        if (chatFiles !== undefined)
            (0, node_fs_1.mkdirSync)(host.path(chatFiles), { recursive: true });
        const sshd = new ssh_1.HostSshd(ssh2, host, access);
        hosts.set(name, { host, sshd });
        byAddress.set(address, sshd);
        await sshd.listen(sshPort);
        if (sshPort === 0)
            sshPort = sshd.listeningOn;
        knownHosts.push(...knownHostsLines(address, sshd.listeningOn, keys));
        return host;
    };
    const makeServer = async (server) => {
        const host = await makeHost(server);
        nodes?.openToControlNode(host);
        return host;
    };
    try {
        const { address, hardware } = topology.main;
        const install = async (main, folder) => {
            if (!options.bareMain)
                await installPbx(main, folder, address, pbxImage, timing);
        };
        // The main server comes first: on the loopback all others take its port.
        let installed;
        if (topology.nodes) {
            const made = [];
            for (const { name, address: own } of topology.nodes)
                made.push(await makeHost({ name, role: 'pbx', address: own, ...(hardware && { hardware }) }, made.length === 0 ? [pbx_nodes_1.HA_FOLDER] : []));
            nodes = new pbx_nodes_1.PbxNodes(made, address, () => api, clock);
            relay = new relay_1.Relay(ssh2, {
                clock,
                hosts: everyHost,
                sshd: (target) => byAddress.get(target) ?? hosts.get(target)?.sshd,
                pcs: async (argv) => (nodes ? nodes.pcs(argv) : { code: 1, text: '' }),
            });
            await relay.listen(dir);
            nodes.equip(ssh2.utils, (0, node_path_1.join)(dir, 'scripts'), pbxImage, generation);
            installed = install(nodes.control, pbx_nodes_1.PBX_FOLDER).then(() => nodes?.copyInstallation());
        }
        else
            installed = install(await makeHost({ name: 'pbx', role: 'pbx', address, ...(hardware && { hardware }) }), '/opt/portsip');
        for (const server of topology.servers)
            await makeServer(server);
        if (addresses === 'guide') {
            const keys = await (0, keys_1.hostKeys)(ssh2.utils, false);
            bastion = new ssh_1.Bastion(ssh2, keys, access, (address, port) => (port === 22 ? byAddress.get(address) : undefined));
            await bastion.listen();
            knownHosts.push(...knownHostsLines('127.0.0.1', bastion.port, keys));
        }
        const credentials = {
            pbxUsername: 'admin',
            pbxPassword: `pw-${(0, node_crypto_1.it.randomBytes)(12).toString('base64url')}`,
            sshPrivateKey: clientKey.private,
        };
        const pbx = (api = await (0, api_1.startPbxApi)({
            clock,
            ...options.pbx,
            world,
            host: addresses === 'loopback' ? address : '127.0.0.1',
            onSbcToken: () => {
                for (const host of everyHost())
                    host.remove('.state/connected');
            },
            onImToken: (token) => nodes?.keepImToken(token),
            username: credentials.pbxUsername,
            password: credentials.pbxPassword,
        }));
        await installed;
        const known = () => `${knownHosts.join('\n')}\n`;
        const sandbox = {
            dir,
            clock,
            pbx,
            world,
            ...(nodes && { nodes }),
            credentials: {
                ...credentials,
                pbxFingerprint: pbx.fingerprint,
                get sshKnownHosts() {
                    return known();
                },
            },
            get env() {
                return {
                    PORTSIP_PBX_USERNAME: credentials.pbxUsername,
                    PORTSIP_PBX_PASSWORD: credentials.pbxPassword,
                    PORTSIP_PBX_FINGERPRINT: pbx.fingerprint,
                    PORTSIP_SSH_PRIVATE_KEY: credentials.sshPrivateKey,
                    PORTSIP_SSH_KNOWN_HOSTS: known(),
                };
            },
            get secrets() {
                const { imToken, dataflowToken, sbcToken, sessions } = pbx.state;
                const keyLines = credentials.sshPrivateKey
                    .split('\n')
                    .filter((line) => line !== '' && !line.startsWith('-----'));
                const tokens = [
                    imToken,
                    dataflowToken,
                    sbcToken,
                    ...sessions.flatMap(({ access, refresh }) => [access, refresh]),
                ];
                return [credentials.pbxPassword, ...keyLines, ...tokens.filter((token) => Boolean(token))];
            },
            host: (name) => {
                const found = hosts.get(name);
                if (!found)
                    throw new Error(`The sandbox has no host ${name}; it has ${[...hosts.keys()].join(', ')}`);
                return found.host;
            },
            hosts: everyHost,
            addHost: async (server) => {
                const placed = addresses === 'loopback' ? { ...server, address: (0, topology_1.loopback)(server.address) } : server;
                topology.servers.push(placed);
                return await makeServer(placed);
            },
            moveMain: (address) => {
                const main = hosts.get('pbx');
                if (!main)
                    throw new Error('The sandbox has no main server');
                byAddress.delete(topology.main.address);
                byAddress.set(address, main.sshd);
                topology.main.address = address;
                main.host.readdress(address);
                knownHosts.push(...knownHostsLines(address, 22, main.host.keys));
            },
            connectSbc: (name) => {
                const found = sandbox.host(name);
                if (!pbx.state.sbcToken)
                    throw new Error('The PBX has issued no token for session border controllers');
                found.write('.state/connected', `${topology.main.address}:5063\n`);
            },
            guardRegistry: (server, logins) => {
                (0, node_fs_1.mkdirSync)((0, node_path_1.join)(dir, 'registries'), { recursive: true });
                (0, node_fs_1.writeFileSync)((0, node_path_1.join)(dir, 'registries', server), logins.map((login) => `${login}\n`).join(''));
            },
            publishImage: (reference, version) => publish(dir, reference, version),
            clusterFile: (overrides = {}) => {
                const file = {
                    version: 1,
                    name: 'acme',
                    image: 'portsip/pbx:22',
                    pbx: {
                        private_ip: topology.main.address,
                        api: pbx.url,
                        ...(topology.nodes && {
                            high_availability: {
                                control_node: topology.nodes[0]?.address,
                                nodes: topology.nodes.map((node) => node.address),
                            },
                        }),
                    },
                    ssh: { user: 'pbx', ...(bastion ? { jump_host: `pbx@127.0.0.1:${bastion.port}` } : { port: sshPort }) },
                    servers: topology.servers.filter(({ role }) => role).map(topology_1.clusterFileServer),
                };
                if (typeof overrides === 'function')
                    overrides(file);
                else
                    Object.assign(file, overrides, {
                        pbx: { ...file.pbx, ...overrides.pbx },
                        ssh: { ...file.ssh, ...overrides.ssh },
                    });
                return (0, yaml_1.it.stringify)(JSON.parse(JSON.stringify(file)));
            },
            snapshot: () => (0, snapshot_1.takeSnapshot)(everyHost(), pbx),
            close,
        };
        return sandbox;
    }
    catch (error) {
        await close();
        throw error;
    }
}
/** What would switch this machine off, which is not what anybody means who types it on a host */
const SWITCHES = ['reboot', 'poweroff', 'halt', 'init', 'telinit', 'kexec'];
function makeFolder(given) {
    const base = /^[A-Za-z0-9_./-]+$/.test((0, node_os_1.tmpdir)()) ? (0, node_os_1.tmpdir)() : '/tmp';
    if (given !== undefined)
        (0, node_fs_1.mkdirSync)(given, { recursive: true });
    const dir = (0, node_fs_1.realpathSync)(given ?? (0, node_fs_1.mkdtempSync)((0, node_path_1.join)(base, 'portsip-sandbox-')));
    const template = (0, node_path_1.join)(__dirname, 'host');
    if (!(0, node_fs_1.existsSync)(template))
        throw new Error(`The sandbox's files are missing: ${template}`);
    for (const folder of ['hosts', 'registry'])
        (0, node_fs_1.mkdirSync)((0, node_path_1.join)(dir, folder), { recursive: true });
    (0, node_fs_1.cpSync)((0, node_path_1.join)(template, 'bin'), (0, node_path_1.join)(dir, 'bin'), { recursive: true });
    for (const name of SWITCHES)
        (0, node_fs_1.symlinkSync)('shutdown', (0, node_path_1.join)(dir, 'bin', name));
    (0, node_fs_1.cpSync)((0, node_path_1.join)(template, 'lib'), (0, node_path_1.join)(dir, 'lib'), { recursive: true });
    (0, node_fs_1.cpSync)((0, node_path_1.join)(template, 'opt'), (0, node_path_1.join)(dir, 'scripts'), { recursive: true });
    for (const [reference, version] of Object.entries(IMAGES))
        publish(dir, reference, version);
    return dir;
}
/** `date` of the hosts, files' times included: what is compared with each other must go by one clock. */
function fastDate({ speed, start }) {
    return [
        '#!/bin/sh',
        'case $1 in',
        '-r) real=$(/bin/date -r "$2" +%s%N) && shift 2 || exit ;;',
        '*) real=$(/bin/date +%s%N) ;;',
        'esac',
        `fast=$((${start}000000 + (real - ${start}000000) * ${speed}))`,
        'nano=00000000$((fast % 1000000000))',
        'exec /bin/date -d "@$((fast / 1000000000)).${nano#"${nano%?????????}"}" "$@"',
        '',
    ].join('\n');
}
function publish(dir, reference, version) {
    const id = (0, node_crypto_1.it.createHash)('sha256')
        .update(`${reference} ${version ?? ''}`)
        .digest('hex');
    const product = reference.startsWith('portsip/sbc:') ? 'SBC' : 'PBX';
    const labels = version === undefined ? '' : `version=${version}\nproduct=${product}\n`;
    const file = reference.replaceAll('/', '_s_').replaceAll(':', '_c_');
    (0, node_fs_1.writeFileSync)((0, node_path_1.join)(dir, 'registry', file), `id=sha256:${id}\nreference=${reference}\n${labels}`);
}
/** As somebody did long before us, with the same script. */
async function installPbx(main, folder, address, image, timing) {
    const { pauseSeconds, pullSeconds } = timing;
    Object.assign(timing, { pauseSeconds: 0, pullSeconds: 0 });
    const running = main.shell(`cd ${folder} && /bin/sh pbx_ctl.sh run -p /var/lib/portsip -a ${address} -i ${image}`);
    Object.assign(timing, { pauseSeconds, pullSeconds });
    const { code, output } = await running;
    if (code !== 0)
        throw new Error(`The sandbox could not install its PBX: ${output}`);
    main.remove('.state/runs');
}
function knownHostsLines(address, port, keys) {
    const name = port === 22 ? address : `[${address}]:${port}`;
    return keys.map((key) => `${name} ${key.public.split(' ').slice(0, 2).join(' ')}`);
}

/***/ }),

/***/ 996:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/keys.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.makeKey = makeKey;
exports.hostKeys = hostKeys;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_util_1 = __nccwpck_require__(975);
/** ssh2 writes about one ed25519 key in 300 so that nobody can read it (2026): those are thrown away. */
function makeKey(utils, type) {
    for (;;) {
        const pair = type === 'ecdsa' ? utils.generateKeyPairSync(type, { bits: 256 }) : utils.generateKeyPairSync(type);
        const parsed = utils.parseKey(pair.private);
        if (!(parsed instanceof Error) && pair.public.includes(parsed.getPublicSSH().toString('base64')))
            return pair;
    }
}
let rsa;
/** What a host identifies itself with. An RSA key takes long to make: it is asked for, and made once per process. */
async function hostKeys(utils, withRsa) {
    const keys = [makeKey(utils, 'ed25519'), makeKey(utils, 'ecdsa')];
    if (withRsa)
        keys.push(await (rsa ??= rsaKey(utils)));
    return keys;
}
/** Off the main thread: it takes a tenth of a second or more. */
async function rsaKey(utils) {
    const { privateKey } = await (0, node_util_1.promisify)(node_crypto_1.it.generateKeyPair)('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
        publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const parsed = utils.parseKey(privateKey);
    if (parsed instanceof Error)
        throw parsed;
    return { private: privateKey, public: `ssh-rsa ${parsed.getPublicSSH().toString('base64')}` };
}

/***/ }),

/***/ 864:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pbx-nodes.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.PbxNodes = exports.PBX_FOLDER = exports.HA_FOLDER = void 0;
exports.pacemakerStatus = pacemakerStatus;
exports.haVariables = haVariables;
const node_fs_1 = __nccwpck_require__(24);
const node_path_1 = __nccwpck_require__(760);
const generation_1 = __nccwpck_require__(782);
const host_1 = __nccwpck_require__(906);
const keys_1 = __nccwpck_require__(996);
/** Below /opt, of the control node */
exports.HA_FOLDER = 'portsip-pbx-ha-guide';
/** What the nodes run their PBX from */
exports.PBX_FOLDER = '/usr/local/lib/portsip';
const RES = `/opt/${exports.HA_FOLDER}/res`;
const SSH = '/home/pbx/.ssh';
const COMPOSE = 'docker compose -f docker-compose-portsip-pbx.yml';
const IM_TOKEN = '/usr/local/share/portsip/im-token';
/** Of nothing at the virtual address while the PBX moves */
const GAP_MS = 200;
/**
 * A PBX on three nodes, as Pacemaker drives it: it runs on one of them, which has the virtual address, and moves to
 * another when that one goes down or somebody says so. Its data goes with it, but for who is signed in.
 */
class PbxNodes {
    nodes;
    address;
    api;
    clock;
    active;
    /** When the PBX began to run where it runs; milliseconds since the epoch */
    since = 0;
    /** Prints what `pcs` of a newer Pacemaker prints */
    newerPacemaker = false;
    /** Nodes whose data is not in step, although they are up */
    degraded = new Set();
    enabled = true;
    state = 'Started';
    moving = Promise.resolve();
    closed = false;
    constructor(nodes, 
    /** The virtual one */
    address, api, clock) {
        this.nodes = nodes;
        this.address = address;
        this.api = api;
        this.clock = clock;
        const [first] = nodes;
        if (!first)
            throw new Error('A PBX in high availability has nodes');
        this.active = first;
        for (const node of nodes)
            node.watchPower((up) => this.onPower(node, up));
    }
    /** On it all of the cluster's scripts run, whichever node is active. */
    get control() {
        return this.nodes[0] ?? this.active;
    }
    get passive() {
        return this.nodes.filter((node) => node !== this.active);
    }
    /** As the guide has it: an SSH key that opens all nodes, the variables of the scripts, and what they bring to servers. */
    equip(utils, scripts, image, generation) {
        const { control } = this;
        const key = (0, keys_1.makeKey)(utils, 'ed25519');
        control.write(`${SSH}/id_ed25519`, key.private);
        control.write(`${SSH}/id_ed25519.pub`, `${key.public} pbx@${control.name}\n`);
        for (const node of this.nodes)
            this.openToControlNode(node);
        control.write(`${RES}/vars.yml`, haVariables(this.nodes, this.address, image));
        const text = (path) => (0, generation_1.asOf)((0, node_fs_1.readFileSync)((0, node_path_1.join)(scripts, path), 'utf8'), generation);
        control.write(`${RES}/common.sh`, text(`${exports.HA_FOLDER}/res/common.sh`));
        for (const script of (0, node_fs_1.readdirSync)((0, node_path_1.join)(scripts, 'portsip')))
            if (script !== 'pbx_ctl.sh')
                control.write(`${RES}/${script}`, (0, host_1.traced)(text(`portsip/${script}`)));
        for (const node of this.nodes)
            node.write(`${exports.PBX_FOLDER}/pbx_ctl.sh`, text('portsip/pbx_ctl.sh'));
    }
    /** As ssh-copy-id does, from the control node. */
    openToControlNode(host) {
        const { control } = this;
        host.write(`${SSH}/authorized_keys`, control.read(`${SSH}/id_ed25519.pub`) ?? '');
        const names = this.nodes.includes(host) ? `${host.name},${host.address}` : host.address;
        const lines = host.keys.map(({ public: line }) => `${names} ${line.split(' ').slice(0, 2).join(' ')}\n`);
        (0, node_fs_1.appendFileSync)(control.path(`${SSH}/known_hosts`), lines.join(''));
    }
    /** What two scripts at once have left on the control node, or nothing. */
    get damage() {
        return this.control.read(`${RES}/damage`);
    }
    /** The first node has the PBX: the others get the same, stopped. */
    async copyInstallation() {
        const [first, ...others] = this.nodes;
        for (const node of others) {
            for (const file of first?.files([exports.PBX_FOLDER, '.state/docker']) ?? [])
                node.write(file, first?.read(file) ?? '');
            await this.compose(node, 'stop');
            node.remove('.state/events');
        }
    }
    /** Moves the PBX, to the next node that is up when none is named. Ends when it runs there. */
    async failover(to) {
        const target = to === undefined ? this.next() : this.nodes.find(({ name }) => name === to);
        if (!target || target.isDown)
            throw new Error(`The PBX cannot move to ${to ?? 'any node'}: it is not up`);
        const before = this.moving;
        this.moving = before.then(() => this.move(target));
        await this.moving;
    }
    /** Ends when no failover is under way. */
    async settled() {
        await this.moving;
    }
    /** What `pcs` prints, and does, on a node. */
    async pcs(argv) {
        switch (argv.join(' ')) {
            case 'resource':
            case 'resource status':
            case 'status resources':
                return { code: 0, text: this.status() };
            case 'resource disable pbx':
                this.enabled = false;
                await this.halt();
                return { code: 0, text: '' };
            case 'resource enable pbx':
                this.enabled = true;
                await this.start(this.active);
                return { code: 0, text: '' };
            default:
                return { code: 1, text: `Error: ${argv.join(' ')} is not known here\n` };
        }
    }
    status() {
        const isWell = (node) => !node.isDown && !this.degraded.has(node.name);
        return pacemakerStatus({
            ...(!this.active.isDown && { active: this.active.name }),
            passive: this.passive.filter(isWell).map(({ name }) => name),
            away: this.nodes.filter((node) => !isWell(node)).map(({ name }) => name),
            pbx: this.enabled ? this.state : 'Stopped (disabled)',
            isNew: this.newerPacemaker,
        });
    }
    /** The PBX keeps the token in its database, which is on whichever node is active. */
    keepImToken(token) {
        this.active.write(IM_TOKEN, `${token}\n`);
    }
    close() {
        this.closed = true;
    }
    async move(target) {
        if (target === this.active || this.isClosed())
            return;
        await this.halt();
        await this.clock.sleep(GAP_MS);
        const { imToken } = this.api()?.state ?? {};
        this.active.remove(IM_TOKEN);
        this.active = target;
        if (imToken)
            this.keepImToken(imToken);
        if (this.enabled)
            await this.start(target);
    }
    async halt() {
        this.state = 'Stopped';
        const api = this.api();
        await api?.pause();
        // Who is signed in is known to one node only.
        if (api)
            api.state.sessions = [];
        if (!this.active.isDown)
            await this.compose(this.active, 'stop');
    }
    async start(node) {
        if (this.isClosed())
            return;
        this.state = 'Starting';
        await this.compose(node, 'start');
        this.since = this.clock.now();
        this.state = 'Started';
        if (!this.isClosed())
            await this.api()?.resume();
    }
    /** Asked anew each time: it may have come to be while somebody waited. */
    isClosed() {
        return this.closed;
    }
    next() {
        const at = this.nodes.indexOf(this.active);
        return [...this.nodes.slice(at + 1), ...this.nodes.slice(0, at)].find((node) => !node.isDown);
    }
    onPower(node, up) {
        if (this.isClosed())
            return;
        // Docker would start what ran when the plug was pulled; Pacemaker's agent does not let it.
        if (up && node !== this.active)
            void this.compose(node, 'stop');
        else if (!up && node === this.active && this.next())
            void this.failover();
    }
    async compose(node, verb) {
        const { code, output } = await node.shell(`cd ${exports.PBX_FOLDER} && ${COMPOSE} ${verb}`);
        if (code !== 0 && !node.isDown && !this.isClosed())
            throw new Error(`${node.name}: ${verb} of the PBX: ${output}`);
    }
}
exports.PbxNodes = PbxNodes;
/** What Pacemaker says of a PBX's nodes, in its older words or its newer ones. */
function pacemakerStatus(nodes) {
    const { active, passive, away, pbx = 'Started', isNew = false } = nodes;
    const holds = active === undefined ? 'Stopped' : `Started ${active}`;
    const runs = active === undefined ? 'Stopped' : pbx.startsWith('Stopped') ? pbx : `${pbx} ${active}`;
    const bullet = isNew ? '* ' : '';
    const resource = (id, agent, is) => `  ${bullet}${id}\t(${isNew ? agent.replace('::', ':') : agent}):\t ${is}`;
    const [set, first, others] = isNew
        ? ['Clone Set: drbd_devpath-clone [drbd_devpath] (promotable)', 'Promoted', 'Unpromoted']
        : ['Master/Slave Set: drbd_devpath-clone [drbd_devpath]', 'Masters', 'Slaves'];
    const members = [
        ...(active === undefined ? [] : [`${first}: [ ${active} ]`]),
        ...(passive.length > 0 ? [`${others}: [ ${passive.join(' ')} ]`] : []),
        ...(away.length > 0 ? [`Stopped: [ ${away.join(' ')} ]`] : []),
    ];
    return [
        resource('drbd_attr', 'ocf::linbit:drbd-attr', holds),
        `  ${bullet}${set}:`,
        ...members.map((line) => `    ${bullet}${line}`),
        resource('vip', 'ocf::heartbeat:IPaddr2', holds),
        resource('src_pkt_ip', 'ocf::heartbeat:IPsrcaddr', holds),
        resource('datapath_fs', 'ocf::heartbeat:Filesystem', holds),
        resource('pbx', 'ocf::portsip:pbx', runs),
        '',
    ].join('\n');
}
/** `res/vars.yml` of the scripts on the control node. */
function haVariables(nodes, vip, image) {
    const own = nodes.flatMap(({ name, address }) => [`${name}_hostname: ${name}`, `${name}_private_ip: ${address}`]);
    return [...own, `vip: ${vip}`, `pbx_image: ${image}`, ''].join('\n');
}

/***/ }),

/***/ 319:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pbx/api.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.startPbxApi = startPbxApi;
const node_https_1 = { get it() { return __nccwpck_require__(708); } };
const clock_1 = { get it() { return (__nccwpck_require__(426).clock); } };
const port_1 = __nccwpck_require__(439);
const certificate_1 = __nccwpck_require__(372);
const description_1 = __nccwpck_require__(245);
const faults_1 = __nccwpck_require__(670);
const handlers_1 = __nccwpck_require__(190);
const state_1 = __nccwpck_require__(401);
const MOST_RECORDED = 20_000;
/** A PBX's REST API over HTTPS, without a PBX: it keeps state and refuses what the description does not allow. */
async function startPbxApi(options) {
    const host = options.host ?? '127.0.0.1';
    const clock = options.clock ?? clock_1.it.realClock;
    const state = options.state ?? (0, state_1.freshState)();
    const certificate = options.certificate ?? (await (0, certificate_1.makeCertificate)({ names: [host, 'localhost'] }));
    const settings = {
        world: options.world ?? { serverStatus: () => ({ status: 'OFFLINE' }) },
        username: options.username,
        password: options.password,
        tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 1800,
        twoFactor: options.twoFactor ?? false,
        pageSize: options.pageSize ?? 100,
        apiVersion: options.apiVersion ?? '22.0',
        now: options.now ?? clock.now,
    };
    const requests = [];
    const violations = [];
    const faults = new faults_1.Faults();
    const limit = rateLimit(options.requestsPerMinute ?? 5000, settings.now);
    let connections = 0;
    const work = (request, url, path, text) => {
        const method = request.method ?? '';
        const source = request.socket.remoteAddress ?? host;
        const pause = (0, handlers_1.isWhitelisted)(state, source) ? undefined : limit(source);
        if (pause !== undefined)
            return { ...(0, handlers_1.refuse)(429, 'TOO_MANY_REQUESTS', 'slow down'), retryAfter: String(pause) };
        const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
        const isSignedIn = () => state.sessions.some(({ access, expiresAt }) => access === token && settings.now() < expiresAt);
        const stranger = (0, handlers_1.refuse)(401, 'UNAUTHORIZED', 'this token is not good, or not any more');
        if (options.dataflowTokenPath && path === `/${options.dataflowTokenPath.replace(/^\//, '')}` && method === 'POST') {
            return isSignedIn() ? (0, handlers_1.issueDataflowToken)(state) : stranger;
        }
        const operation = (0, description_1.findOperation)(method, path);
        if (typeof operation === 'number') {
            violations.push(`${method} ${path}: not described`);
            return (0, handlers_1.refuse)(operation, 'UNKNOWN', 'there is no such thing here');
        }
        const found = (0, description_1.checkRequest)(operation, url.searchParams, request.headers['content-type'], text);
        violations.push(...found.map((fault) => `${operation.name}: ${fault}`));
        if (operation.needsSignIn && !isSignedIn())
            return stranger;
        if (found.length > 0)
            return (0, handlers_1.refuse)(400, 'VALIDATE_FAILED', 'a field does not pass', found);
        const body = (text === '' ? {} : JSON.parse(text));
        const before = state.imToken;
        const sbcBefore = state.sbcToken;
        const reply = (0, handlers_1.handle)(state, settings, operation, url.searchParams, body, token);
        if (state.imToken && state.imToken !== before)
            options.onImToken?.(state.imToken);
        if (state.sbcToken !== sbcBefore)
            options.onSbcToken?.();
        return proven(operation, reply);
    };
    const proven = (operation, reply) => {
        violations.push(...(0, description_1.checkAnswer)(operation, reply.status, reply.body).map((fault) => `${operation.name} (answer): ${fault}`));
        return reply;
    };
    const serve = async (request, response) => {
        if (settings.world.pbxRuns?.() === false)
            return void request.socket.destroy();
        const text = await bodyOf(request);
        const url = new URL(request.url ?? '/', 'https://pbx');
        const path = url.pathname.replace(/^\/api(?=\/)/, '');
        const record = {
            method: request.method ?? '',
            path,
            query: Object.fromEntries(url.searchParams),
            body: parsed(text),
            status: 0,
        };
        if (requests.length < MOST_RECORDED)
            requests.push(record);
        const fault = faults.take(record.method, path);
        const { delayMs } = fault ?? {};
        if (delayMs)
            await new Promise((resolve) => clock.after(delayMs, resolve));
        if (fault?.reset)
            return void request.socket.destroy();
        if (fault?.raw !== undefined)
            return void request.socket.end(fault.raw);
        if (fault?.endless) {
            pour(response);
            return;
        }
        const isFaulty = fault?.status !== undefined || fault?.body !== undefined;
        const reply = isFaulty ? { status: fault.status ?? 200, body: fault.body } : work(request, url, path, text);
        if (fault?.loseAnswer)
            return void request.socket.destroy();
        record.status = reply.status;
        const retryAfter = fault?.retryAfter ?? ('retryAfter' in reply ? reply.retryAfter : undefined);
        send(response, reply, {
            ...(retryAfter ? { 'retry-after': retryAfter } : {}),
            ...(fault?.location ? { location: fault.location } : {}),
        });
    };
    const server = (0, node_https_1.it.createServer)({ key: certificate.key, cert: certificate.cert, keepAliveTimeout: 30_000 }, (request, response) => {
        serve(request, response).catch((error) => {
            violations.push(`the stand-in failed: ${String(error)}`);
            request.socket.destroy();
        });
    });
    server.on('secureConnection', () => connections++);
    const port = await listen(server, host, options.port ?? 0);
    const stop = () => new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
    return {
        url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
        fingerprint: certificate.fingerprint,
        caPem: certificate.cert,
        state,
        requests,
        violations,
        faults,
        expireTokens: ({ keepRefresh = false } = {}) => {
            if (keepRefresh)
                for (const session of state.sessions)
                    session.expiresAt = 0;
            else
                state.sessions = [];
        },
        changeCertificate: ({ key, cert }) => {
            server.setSecureContext({ key, cert });
            server.closeAllConnections();
        },
        connections: () => connections,
        pause: stop,
        resume: async () => {
            await listen(server, host, port);
        },
        close: stop,
    };
}
/** Seconds to wait when there were too many requests in this minute. */
function rateLimit(perMinute, now) {
    const seen = new Map();
    return (source) => {
        const minute = Math.floor(now() / 60_000);
        const entry = seen.get(source);
        const count = entry?.minute === minute ? entry.count + 1 : 1;
        seen.set(source, { minute, count });
        return count > perMinute ? 60 - Math.floor((now() / 1000) % 60) : undefined;
    };
}
async function bodyOf(request) {
    const chunks = [];
    for await (const chunk of request)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
function parsed(text) {
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
function send(response, { status, body }, headers) {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(status, { ...(text ? { 'content-type': type } : {}), ...headers });
    response.end(text);
}
function pour(response) {
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const more = () => {
        while (!response.destroyed && response.write(chunk))
            ;
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.on('drain', more);
    more();
}
function listen(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
            server.removeListener('error', reject);
            resolve((0, port_1.portOf)(server));
        });
    });
}

/***/ }),

/***/ 372:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pbx/certificate.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.makeCertificate = makeCertificate;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_net_1 = { get it() { return __nccwpck_require__(30); } };
const selfsigned_1 = { get it() { return __nccwpck_require__(10); } };
const DAY_MS = 86_400_000;
/** A certificate as a PBX makes one for itself, or as an authority of a company gives it. */
async function makeCertificate(options = {}) {
    const { names = ['127.0.0.1', 'localhost'], commonName = 'PortSIP PBX', authority, isAuthority = false } = options;
    const made = await (0, selfsigned_1.it.generate)([{ name: 'commonName', value: commonName }], {
        keyType: 'ec',
        algorithm: 'sha256',
        notBeforeDate: options.notBefore ?? new Date(Date.now() - DAY_MS),
        notAfterDate: options.notAfter ?? new Date(Date.now() + 365 * DAY_MS),
        extensions: [
            { name: 'basicConstraints', cA: isAuthority, critical: true },
            ...(isAuthority ? [{ name: 'keyUsage', keyCertSign: true, critical: true }] : []),
            {
                name: 'subjectAltName',
                altNames: names.map((name) => (0, node_net_1.it.isIP)(name) ? { type: 7, ip: name } : { type: 2, value: name }),
            },
        ],
        ...(authority ? { ca: { key: authority.key, cert: authority.cert } } : {}),
    });
    return { key: made.private, cert: made.cert, fingerprint: new node_crypto_1.it.X509Certificate(made.cert).fingerprint256 };
}

/***/ }),

/***/ 245:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pbx/description.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.findOperation = findOperation;
exports.checkRequest = checkRequest;
exports.successOf = successOf;
exports.checkAnswer = checkAnswer;
const _2020_1 = { get it() { return __importDefault((__nccwpck_require__(539)["ajv/dist/2020"])); } };
const ajv_formats_1 = { get it() { return __importDefault((__nccwpck_require__(539)["ajv-formats"])); } };
// The description as JSON: it is bundled like code, where the YAML beside it would have to be found at run time.
// A test keeps the two alike.
const openapi_json_1 = { get it() { return __importDefault(__nccwpck_require__(412)); } };
const ajv = new _2020_1.it.default({ strict: false, allErrors: true });
(0, ajv_formats_1.it.default)(ajv);
ajv.addSchema(openapi_json_1.it.default, 'pbx');
const validators = new Map();
const paths = openapi_json_1.it.default.paths;
const parameters = openapi_json_1.it.default.components.parameters;
const patterns = Object.keys(paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replace('{id}', '([^/]+)')}$`),
}));
/** The operation, or what is wrong: no such path (404), no such method there (405). */
function findOperation(method, path) {
    for (const { path: template, pattern } of patterns) {
        const match = pattern.exec(path);
        if (!match)
            continue;
        const operation = paths[template]?.[method.toLowerCase()];
        if (!operation)
            return 405;
        const id = match[1] === undefined ? undefined : decodeURIComponent(match[1]);
        return { name: `${method} ${template}`, path: template, id, needsSignIn: operation.security?.length !== 0 };
    }
    return 404;
}
/** What a request does that the description does not allow; empty when all is well. */
function checkRequest({ name, path }, query, contentType, body) {
    const method = name.split(' ')[0]?.toLowerCase() ?? '';
    const operation = paths[path]?.[method];
    if (!operation)
        return [`${name}: not described`];
    const faults = checkQuery(operation, query);
    if (!operation.requestBody)
        return [...faults, ...(body === '' ? [] : ['a body that nobody asked for'])];
    if (contentType?.split(';')[0]?.trim() !== 'application/json')
        return [...faults, `content-type ${contentType ?? 'missing'}`];
    let parsed;
    try {
        parsed = JSON.parse(body);
    }
    catch {
        return [...faults, 'a body that is not JSON'];
    }
    return [...faults, ...check(`${pointer(path, method)}/requestBody/content/application~1json/schema`, parsed)];
}
function checkQuery(operation, query) {
    const known = (operation.parameters ?? []).map(({ $ref }) => parameters[$ref.split('/').pop() ?? '']);
    const faults = [];
    for (const [name, value] of query) {
        const parameter = known.find((one) => one?.in === 'query' && one.name === name);
        if (!parameter)
            faults.push(`query ${name} is not known`);
        else if (query.getAll(name).length > 1)
            faults.push(`query ${name} is there twice`);
        else if (!/^\d+$/.test(value))
            faults.push(`query ${name} is not a number`);
        else {
            const { minimum = 0, maximum = 2 ** 31 - 1 } = parameter.schema;
            if (Number(value) < minimum || Number(value) > maximum)
                faults.push(`query ${name} is not within ${minimum} to ${maximum}`);
        }
    }
    return faults;
}
/** The status with which an operation is answered that was done. */
function successOf({ name, path }) {
    const { responses } = paths[path]?.[name.split(' ')[0]?.toLowerCase() ?? ''] ?? {};
    return Number(Object.keys(responses ?? {}).find((status) => status.startsWith('2')) ?? 200);
}
/** What an answer of the stand-in itself gets wrong. */
function checkAnswer({ name, path }, status, body) {
    const method = name.split(' ')[0]?.toLowerCase() ?? '';
    const responses = paths[path]?.[method]?.responses ?? {};
    const key = String(status) in responses ? String(status) : status >= 400 && status < 500 ? '4XX' : undefined;
    const response = key === undefined ? undefined : responses[key];
    if (!key || !response)
        return [`answers ${status}, which is not described`];
    const shared = response.$ref?.split('/').pop();
    const at = shared ? `/components/responses/${shared}` : `${pointer(path, method)}/responses/${key}`;
    const described = shared
        ? openapi_json_1.it.default.components.responses[shared]
        : response;
    if (!described?.content)
        return body === undefined ? [] : ['answers with a body that is not described'];
    return check(`${at}/content/application~1json/schema`, body);
}
function pointer(path, method) {
    return `/paths/${path.replaceAll('/', '~1')}/${method}`;
}
function check(at, value) {
    let validate = validators.get(at);
    if (!validate) {
        validate = ajv.compile({ $ref: `pbx#${encodeURI(at)}` });
        validators.set(at, validate);
    }
    if (validate(value))
        return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || 'body'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`.trim());
}

/***/ }),

/***/ 670:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/sandbox/pbx/faults.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Faults = void 0;
class Faults {
    waiting = [];
    /** Added to those that wait; the first that fits a request hits it. */
    add(fault) {
        this.waiting.push({ times: 1, ...fault });
    }
    clear() {
        this.waiting.length = 0;
    }
    take(method, path) {
        const index = this.waiting.findIndex(({ on }) => on === undefined || `${method} ${path}`.startsWith(on));
        const fault = this.waiting[index];
        if (!fault)
            return undefined;
        fault.times--;
        if (fault.times <= 0)
            this.waiting.splice(index, 1);
        return fault;
    }
}
exports.Faults = Faults;

/***/ }),

/***/ 190:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pbx/handlers.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.refuse = refuse;
exports.handle = handle;
exports.issueDataflowToken = issueDataflowToken;
exports.isWhitelisted = isWhitelisted;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const ipaddr_js_1 = { get it() { return __importDefault((__nccwpck_require__(227)["ipaddr.js"])); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const description_1 = __nccwpck_require__(245);
const state_1 = __nccwpck_require__(401);
/** What the licence of the sandbox's PBX allows */
const LICENSED_CALLS = 2000;
function refuse(status, code, message, detail) {
    return { status, body: { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] } };
}
const notFound = () => refuse(404, 'UNKNOWN', 'there is no such thing here');
const invalid = (detail) => refuse(400, 'VALIDATE_FAILED', 'a field does not pass', detail);
const secret = () => (0, node_crypto_1.it.randomBytes)(36).toString('base64url');
/** Works on a request that was checked against the description. */
function handle(state, settings, operation, query, body, token) {
    const role = roles_1.it.LISTED_ROLES.find((one) => operation.path.startsWith(`/${(0, roles_1.it.collectionOf)(one).collection}`));
    if (role)
        return handleServers(state, settings, operation, query, body, role);
    if (operation.path.startsWith('/ip_filters'))
        return handleIpFilters(state, settings, operation, query, body);
    switch (operation.name) {
        case 'POST /auth/sign_in': {
            if (body.username !== settings.username || body.password !== settings.password) {
                return refuse(400, 'UNAUTHORIZED', 'user name or password is wrong');
            }
            if (settings.twoFactor)
                return { status: 200, body: { two_factor_enabled: true, token: secret() } };
            return newSession(state, settings);
        }
        case 'POST /auth/refresh_token': {
            const session = state.sessions.find(({ refresh }) => refresh === body.refresh_token);
            if (!session)
                return refuse(400, 'UNAUTHORIZED', 'this refresh token is spent');
            state.sessions.splice(state.sessions.indexOf(session), 1);
            return newSession(state, settings);
        }
        case 'POST /auth/sign_out':
            state.sessions = state.sessions.filter(({ access }) => access !== token);
            return { status: 200 };
        case 'GET /license':
            return {
                status: 200,
                body: { api_version: settings.apiVersion, product_name: 'PortSIP PBX', license_key: 'SANDBOX-LICENCE-KEY' },
            };
        case 'GET /admin/status':
            return {
                status: 200,
                body: {
                    license_key: 'SANDBOX-LICENCE-KEY',
                    current_calls: settings.world.callsUp?.() ?? 0,
                    max_concurrent_calls: LICENSED_CALLS,
                },
            };
        case 'GET /im':
            return { status: 200, body: state.im };
        case 'POST /im':
            for (const [field, address] of Object.entries(body)) {
                state.im[field] = address === '' ? null : address;
            }
            return { status: 200 };
        case 'GET /im/status':
            return serviceStatus(settings, 'im');
        case 'GET /dataflow/status':
            return serviceStatus(settings, 'dataflow');
        case 'GET /im/token':
            return { status: 200, body: { token: state.imToken } };
        case 'POST /im/token':
            state.imToken = secret();
            return { status: 200, body: { token: state.imToken } };
        case 'GET /sbc':
            return { status: 200, body: state.sbc };
        case 'POST /sbc':
            Object.assign(state.sbc, body);
            return { status: 200 };
        case 'GET /sbc/token':
            return { status: 200, body: { token: state.sbcToken } };
        case 'POST /sbc/token':
            state.sbcToken = secret();
            return { status: 200, body: { token: state.sbcToken } };
        default:
            return notFound();
    }
}
function serviceStatus({ world }, service) {
    const status = world.serviceStatus?.(service);
    return status === undefined ? notFound() : { status: 200, body: { status } };
}
function issueDataflowToken(state) {
    state.dataflowToken = secret();
    return { status: 200, body: { token: state.dataflowToken } };
}
function newSession(state, { tokenLifetimeSeconds, now }) {
    const session = { access: secret(), refresh: secret(), expiresAt: now() + tokenLifetimeSeconds * 1000 };
    // As many as one run could ever need.
    state.sessions = [...state.sessions.slice(-20), session];
    return {
        status: 200,
        body: {
            token_type: 'Bearer',
            access_token: session.access,
            refresh_token: session.refresh,
            expires_in: tokenLifetimeSeconds,
        },
    };
}
function page(items, query, pageSize) {
    const skip = Number(query.get('skip') ?? 0);
    const top = Math.min(Number(query.get('top') ?? 100), pageSize);
    return { status: 200, body: { count: items.length, items: items.slice(skip, skip + top) } };
}
function handleServers(state, { world, pageSize }, operation, query, body, role) {
    const { name, path, id } = operation;
    const servers = state.servers[role];
    if (id === undefined)
        return name.startsWith('GET')
            ? page(servers, query, pageSize)
            : createServer(state, role, body, (0, description_1.successOf)(operation));
    const server = servers.find((one) => one.id === id);
    if (!server)
        return notFound();
    if (path.endsWith('/status')) {
        const { status, calls, cpuUsage = 3, memoryUsage = 20 } = world.serverStatus(role, server);
        const counted = roles_1.it.ROLES[role].calls;
        return {
            status: 200,
            body: {
                status,
                cpu_usage: Math.round(cpuUsage),
                memory_usage: Math.round(memoryUsage),
                ...(counted.kind === 'counted' && {
                    ...(counted.unit === 'participants' && { rooms_count: 0 }),
                    [counted.field]: calls ?? 0,
                }),
            },
        };
    }
    if (path.endsWith('/destroy')) {
        if (server.type === 'INTERNAL')
            return invalid('a built-in server stays');
        servers.splice(servers.indexOf(server), 1);
        return { status: 204 };
    }
    Object.assign(server, body);
    return { status: 200 };
}
function createServer(state, role, body, status) {
    const wanted = body;
    const addresses = (0, state_1.addressesOf)(wanted);
    if (addresses.length === 0)
        return invalid('an address is missing');
    const wrong = addresses.find((address) => !ipaddr_js_1.it.default.IPv4.isValidFourPartDecimal(address) && !ipaddr_js_1.it.default.IPv6.isValid(address));
    if (wrong)
        return invalid({ address: wrong });
    const others = state.servers[role];
    if (others.some(({ name }) => name === wanted.name))
        return invalid({ name: 'in use' });
    if (others.some((other) => (0, state_1.addressesOf)(other).some((address) => addresses.includes(address)))) {
        return invalid({ address: 'in use' });
    }
    const id = (0, state_1.newId)(state);
    others.push({ ...(0, state_1.blankServer)(role), enabled: true, ...wanted, id, type: 'EXTERNAL' });
    return { status, body: { id } };
}
function handleIpFilters(state, { pageSize }, { name, path, id }, query, body) {
    const rules = state.ipFilters;
    const wanted = body;
    if (wanted.cidr !== undefined && !ipaddr_js_1.it.default.isValidCIDR(wanted.cidr))
        return invalid({ cidr: 'no prefix length' });
    const taken = rules.some((rule) => rule.id !== id && rule.cidr === wanted.cidr);
    if (taken)
        return invalid({ cidr: 'in use' });
    if (id === undefined) {
        if (name.startsWith('GET'))
            return page(rules, query, pageSize);
        const rule = {
            id: (0, state_1.newId)(state),
            expire_at: null,
            description: null,
            ...wanted,
        };
        rules.push(rule);
        return { status: 200, body: { id: rule.id } };
    }
    const rule = rules.find((one) => one.id === id);
    if (!rule)
        return notFound();
    if (path.endsWith('/destroy')) {
        rules.splice(rules.indexOf(rule), 1);
        return { status: 204 };
    }
    Object.assign(rule, wanted);
    return { status: 200 };
}
/** Whether the address is on the whitelist, and so may ask as often as it likes. */
function isWhitelisted(state, address) {
    const source = ipaddr_js_1.it.default.process(address);
    return state.ipFilters.some(({ cidr, target }) => {
        const [network, prefix] = ipaddr_js_1.it.default.parseCIDR(cidr);
        return target === 'ACCEPT' && network.kind() === source.kind() && source.match(network, prefix);
    });
}

/***/ }),

/***/ 401:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pbx/state.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.freshState = freshState;
exports.blankServer = blankServer;
exports.addressField = addressField;
exports.newId = newId;
exports.addressesOf = addressesOf;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
/** A PBX as it is after its installation: a built-in server of each role, and nothing else. */
function freshState() {
    const state = {
        serial: 700551909773148160,
        servers: (0, roles_1.it.forListedRoles)(() => []),
        ipFilters: [],
        im: { private_ipv4: null, private_ipv6: null, public_ipv4: null, public_ipv6: null },
        imToken: null,
        dataflowToken: null,
        sbc: { domain: null, http_port: 8882, https_port: 8883, transports: [] },
        sbcToken: null,
        sessions: [],
    };
    for (const role of roles_1.it.LISTED_ROLES)
        state.servers[role].push({
            id: newId(state),
            name: 'default',
            type: 'INTERNAL',
            enabled: true,
            ...blankServer(role),
            [addressField(role)]: '127.0.0.1',
        });
    return state;
}
/** What the API shows of a server of which nothing was said. */
function blankServer(role) {
    const { addressPrefix, publicAddress, limits } = (0, roles_1.it.collectionOf)(role);
    return {
        [`${addressPrefix}ipv4`]: null,
        [`${addressPrefix}ipv6`]: null,
        ...(publicAddress && { public_ipv4: null, public_ipv6: null }),
        ...Object.fromEntries(limits.map((limit) => [limit.api, limit.default])),
    };
}
/** Where the API has a server's own IPv4 address. */
function addressField(role) {
    return `${(0, roles_1.it.collectionOf)(role).addressPrefix}ipv4`;
}
/** Opaque, as the PBX's own are. */
function newId(state) {
    state.serial += 1024;
    return Buffer.from(String(state.serial)).toString('base64url');
}
const ADDRESS_FIELDS = ['private_ipv4', 'private_ipv6', 'public_ipv4', 'public_ipv6', 'ipv4', 'ipv6'];
/** The host that a server runs on, for whoever simulates it. */
function addressesOf(server) {
    return ADDRESS_FIELDS.map((field) => server[field]).filter((address) => Boolean(address));
}

/***/ }),

/***/ 224:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/pipe.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.connectionPair = connectionPair;
const node_stream_1 = __nccwpck_require__(75);
/** Two ends of a connection that never leaves the process. */
function connectionPair() {
    const left = new End(() => right);
    const right = new End(() => left);
    return [left, right];
}
class End extends node_stream_1.Duplex {
    other;
    resume_;
    constructor(other) {
        super({ allowHalfOpen: true });
        this.other = other;
    }
    _read() {
        const resume = this.resume_;
        this.resume_ = undefined;
        resume?.();
    }
    _write(chunk, _encoding, done) {
        const other = this.other();
        // Not at once: whoever writes must not find itself answered before it has finished speaking.
        process.nextTick(() => {
            if (other.destroyed)
                done(new Error('The other end is gone'));
            else if (other.push(chunk))
                done();
            else
                other.resume_ = done;
        });
    }
    _final(done) {
        const other = this.other();
        if (!other.destroyed)
            other.push(null);
        done();
    }
    _destroy(_error, done) {
        const other = this.other();
        // As a reset does: the other end closes as well, without an error that nobody listens to.
        if (!other.destroyed)
            setImmediate(() => other.destroy());
        done(null);
    }
}

/***/ }),

/***/ 439:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/sandbox/port.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.portOf = portOf;
/** The port that a server listens on. */
function portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('this server listens on no port');
    return address.port;
}

/***/ }),

/***/ 295:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/processes.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.killProcesses = killProcesses;
exports.processesWith = processesWith;
const node_fs_1 = __nccwpck_require__(24);
/**
 * Kills every process whose environment holds `entry`, however detached it is. All that a host runs inherits the
 * folder's name, so none gets away; only processes of the same user can be seen and killed.
 */
function killProcesses(entry) {
    // A process may fork while the list is read, and one that was killed is there until it has had a turn: look again until
    // there is none left. A busy machine takes its time, but not seconds.
    for (let round = 0; round < 2000; round++) {
        const found = processesWith(entry);
        if (found.length === 0)
            return;
        if (round > 0)
            pause(1);
        for (const pid of found) {
            try {
                process.kill(pid, 'SIGKILL');
            }
            catch {
                // It has ended meanwhile.
            }
        }
    }
}
/** Lets other processes run; whoever pulls a plug is not asynchronous. */
function pause(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
/** Process ids, zombies not included. */
function processesWith(entry) {
    let names;
    try {
        names = (0, node_fs_1.readdirSync)('/proc');
    }
    catch {
        return [];
    }
    return names
        .filter((name) => /^[0-9]+$/.test(name) && Number(name) !== process.pid)
        .filter((name) => {
        try {
            return `\0${(0, node_fs_1.readFileSync)(`/proc/${name}/environ`, 'latin1')}`.includes(`\0${entry}\0`);
        }
        catch {
            return false;
        }
    })
        .map(Number);
}

/***/ }),

/***/ 844:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/redirect.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Redirect = void 0;
const node_stream_1 = __nccwpck_require__(75);
/** Folders that each host has of its own. /proc only in part: whether a process lives is asked of the real one. */
const OWN = '(?:opt|etc|run|srv|sys|chat|data|home|root|mnt|tmp|var|usr/local|proc/(?:meminfo|cpuinfo|loadavg|uptime|sys))';
// A path begins where no word, variable or other path ends (`\\n` is a newline in what printf %b is given), and its
// first folder is a whole name.
const PATH = new RegExp(`(?<=^|[^A-Za-z0-9_.~/$})*?\\]]|\\\\[nt])/${OWN}(?![A-Za-z0-9_.-])`, 'gm');
/**
 * A poor man's chroot that needs no root: absolute paths in what is sent to a host are moved below its folder, and
 * moved back in what it prints. It works on text, so it holds for whatever spells its paths out, which shell scripts
 * and their arguments do.
 */
class Redirect {
    root;
    constructor(root) {
        this.root = root;
        if (!/^[A-Za-z0-9_./-]+$/.test(root))
            throw new Error(`The sandbox needs a plain folder name, not ${root}`);
    }
    inward(text) {
        return text.replace(PATH, (path) => this.root + path);
    }
    outward(text) {
        return text.replaceAll(this.root, '');
    }
    /** Whole lines only: a path could be cut in two by a packet. */
    input() {
        let pending = '';
        return new node_stream_1.Transform({
            transform: (chunk, _encoding, done) => {
                pending += chunk.toString('latin1');
                const end = pending.lastIndexOf('\n') + 1;
                const lines = this.inward(pending.slice(0, end));
                pending = pending.slice(end);
                done(null, lines === '' ? undefined : Buffer.from(lines, 'latin1'));
            },
            flush: (done) => done(null, pending === '' ? undefined : Buffer.from(this.inward(pending), 'latin1')),
        });
    }
    /** Holds back only what could be the beginning of the folder's name. */
    output() {
        let pending = '';
        return new node_stream_1.Transform({
            transform: (chunk, _encoding, done) => {
                const text = this.outward(pending + chunk.toString('latin1'));
                const held = this.overlap(text);
                pending = text.slice(text.length - held);
                const ready = text.slice(0, text.length - held);
                done(null, ready === '' ? undefined : Buffer.from(ready, 'latin1'));
            },
            flush: (done) => done(null, pending === '' ? undefined : Buffer.from(pending, 'latin1')),
        });
    }
    overlap(text) {
        for (let length = Math.min(text.length, this.root.length - 1); length > 0; length--)
            if (text.endsWith(this.root.slice(0, length)))
                return length;
        return 0;
    }
}
exports.Redirect = Redirect;

/***/ }),

/***/ 739:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/relay.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Relay = void 0;
const node_net_1 = { get it() { return __nccwpck_require__(30); } };
const node_fs_1 = __nccwpck_require__(24);
const node_path_1 = __nccwpck_require__(760);
const node_util_1 = __nccwpck_require__(975);
const keys_1 = __nccwpck_require__(996);
const pipe_1 = __nccwpck_require__(224);
const ENDED = 255;
/** Does for scripts on hosts what they cannot do themselves: SSH from host to host with real keys, and `pcs`. */
class Relay {
    lib;
    world;
    server;
    open = new Set();
    constructor(lib, world) {
        this.lib = lib;
        this.world = world;
        this.server = (0, node_net_1.it.createServer)({ allowHalfOpen: true }, (socket) => {
            this.open.add(socket);
            socket.on('error', () => { });
            socket.once('close', () => this.open.delete(socket));
            void this.serve(socket);
        });
    }
    async listen(dir) {
        await new Promise((resolve, reject) => {
            this.server.once('error', reject);
            this.server.listen((0, node_path_1.join)(dir, 'relay.sock'), resolve);
        });
    }
    close() {
        this.server.close();
        for (const socket of this.open)
            socket.destroy();
    }
    async serve(socket) {
        const asked = await readAsked(socket);
        const host = this.world.hosts().find(({ root }) => root === asked.root);
        if (!host)
            return void socket.destroy();
        const frame = (kind, body) => {
            const head = Buffer.alloc(5);
            head.writeUInt8(kind);
            head.writeUInt32BE(body.length, 1);
            if (socket.writable)
                socket.write(Buffer.concat([head, body]));
        };
        const answer = {
            out: (text) => frame(1, Buffer.from(text)),
            err: (text) => frame(2, Buffer.from(text)),
            end: (code) => {
                frame(3, Buffer.from([code]));
                socket.end();
            },
        };
        if (asked.program === 'pcs') {
            const { code, text } = await this.world.pcs(asked.argv);
            answer.out(text);
            answer.end(code);
        }
        else if (asked.program === 'ssh-keygen')
            answer.end(this.keygen(asked, answer));
        else
            this.ssh(asked, host, socket, answer);
    }
    /** As `ssh` without a terminal: nobody can be asked for a password or whether a host key is right. */
    ssh({ argv, user: caller, home }, host, stdin, answer) {
        const { target, command, ...values } = sshArguments(argv);
        const fail = (message) => {
            answer.err(`${message}\r\n`);
            answer.end(ENDED);
        };
        const [, named, name = ''] = /^(?:([^@]*)@)?(.*)$/.exec(target) ?? [];
        const user = values.user ?? named ?? caller;
        const port = values.port ?? '22';
        const sshd = this.world.sshd(name);
        if (!sshd || sshd.reachable === 'refuse')
            return fail(`ssh: connect to host ${name} port ${port}: Connection refused`);
        const seconds = Number(values.options.get('connecttimeout') ?? 120);
        if (sshd.reachable === 'silence')
            return this.world.clock.after(seconds * 1000, () => fail(`ssh: connect to host ${name} port ${port}: Connection timed out`));
        const identities = values.identity
            ? [values.identity]
            : ['id_rsa', 'id_ecdsa', 'id_ed25519'].map((file) => (0, node_path_1.join)(home, '.ssh', file));
        const privateKey = identities.filter(node_fs_1.existsSync).map((file) => (0, node_fs_1.readFileSync)(file, 'utf8'))[0];
        const knownHosts = values.options.get('userknownhostsfile') ?? (0, node_path_1.join)(home, '.ssh/known_hosts');
        const known = knownKeys(knownHosts, name);
        const strict = values.options.get('stricthostkeychecking') ?? 'ask';
        const client = new this.lib.Client();
        const [near, far] = (0, pipe_1.connectionPair)();
        let over = false;
        let refused;
        const end = (message) => {
            if (!over)
                fail(refused ?? message);
            over = true;
            client.end();
        };
        client.on('error', (error) => end(/authentication/i.test(error.message)
            ? `${user}@${name}: Permission denied (publickey,password).`
            : `kex_exchange_identification: ${error.message}`));
        client.on('close', () => end(`Connection to ${name} closed by remote host.`));
        client.on('ready', () => {
            client.exec(host.redirect.outward(command), (error, channel) => {
                if (error)
                    return end(`exec request failed on channel 0`);
                // Paths go from this host's folder to the other one's and back.
                const { redirect } = host;
                if (values.noInput)
                    channel.end();
                else
                    stdin.pipe(redirect.output()).pipe(channel);
                channel.on('data', (chunk) => answer.out(chunk));
                channel.stderr.on('data', (chunk) => answer.err(chunk));
                channel.on('exit', (code) => {
                    channel.once('close', () => {
                        over = true;
                        answer.end(code ?? ENDED);
                        client.end();
                    });
                });
            });
        });
        stdin.once('close', () => {
            over = true;
            client.end();
        });
        client.connect({
            sock: near,
            username: user,
            ...(privateKey && { privateKey }),
            readyTimeout: seconds * 1000,
            ...(known.length > 0 && {
                algorithms: { serverHostKey: known.map(({ type }) => type) },
            }),
            hostVerifier: (key) => {
                const shown = key.toString('base64');
                if (known.some(({ data }) => data === shown))
                    return true;
                if (known.length > 0 && strict !== 'no') {
                    refused = `@@@@@@@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@@@@@@@\nHost key verification failed.`;
                    return false;
                }
                if (strict === 'no' || strict === 'accept-new') {
                    const type = key.subarray(4, 4 + key.readUInt32BE(0)).toString();
                    (0, node_fs_1.mkdirSync)((0, node_path_1.dirname)(knownHosts), { recursive: true });
                    (0, node_fs_1.writeFileSync)(knownHosts, `${name} ${type} ${shown}\n`, { flag: 'a' });
                    return true;
                }
                refused = `No ED25519 host key is known for ${name} and you have requested strict checking.\nHost key verification failed.`;
                return false;
            },
        });
        sshd.accept(far);
    }
    /** `-t TYPE -N '' -f FILE [-q]` makes a key (ed25519 whatever the type), `-y -f FILE` shows its public half. */
    keygen({ argv, home }, answer) {
        const { values } = (0, node_util_1.parseArgs)({
            args: argv,
            strict: false,
            options: {
                t: { type: 'string', short: 't' },
                N: { type: 'string', short: 'N' },
                f: { type: 'string', short: 'f' },
                C: { type: 'string', short: 'C' },
            },
        });
        const file = typeof values.f === 'string' ? values.f : (0, node_path_1.join)(home, '.ssh/id_ed25519');
        if (argv.includes('-y')) {
            if (!(0, node_fs_1.existsSync)(`${file}.pub`)) {
                answer.err(`Load key "${file}": No such file or directory\r\n`);
                return ENDED;
            }
            answer.out((0, node_fs_1.readFileSync)(`${file}.pub`));
            return 0;
        }
        if ((0, node_fs_1.existsSync)(file)) {
            answer.out(`${file} already exists.\nOverwrite (y/n)? `);
            return 1;
        }
        const pair = (0, keys_1.makeKey)(this.lib.utils, 'ed25519');
        (0, node_fs_1.writeFileSync)(file, pair.private, { mode: 0o600 });
        (0, node_fs_1.writeFileSync)(`${file}.pub`, `${pair.public}\n`);
        return 0;
    }
}
exports.Relay = Relay;
async function readAsked(socket) {
    let text = Buffer.alloc(0);
    return new Promise((resolve) => {
        const read = () => {
            for (;;) {
                const chunk = socket.read();
                if (!chunk)
                    return;
                text = Buffer.concat([text, chunk]);
                const end = text.indexOf('\n');
                if (end < 0)
                    continue;
                socket.removeListener('readable', read);
                if (end + 1 < text.length)
                    socket.unshift(text.subarray(end + 1));
                resolve(JSON.parse(text.subarray(0, end).toString('utf8')));
                return;
            }
        };
        socket.on('readable', read);
    });
}
function sshArguments(argv) {
    const found = { options: new Map(), noInput: false, target: '', command: '' };
    const rest = [...argv];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
        if (!word.startsWith('-')) {
            found.target = word;
            found.command = rest.join(' ');
            return found;
        }
        for (let letters = word.slice(1); letters !== ''; letters = letters.slice(1)) {
            const letter = letters.charAt(0);
            if (letter === 'n')
                found.noInput = true;
            if (!'oilpFEJ'.includes(letter))
                continue;
            const value = letters.slice(1) || (rest.shift() ?? '');
            if (letter === 'l')
                found.user = value;
            else if (letter === 'p')
                found.port = value;
            else if (letter === 'i')
                found.identity = value;
            else if (letter === 'o') {
                const [, name = '', setting = ''] = /^\s*(\w+)\s*[=\s]\s*(.*)$/.exec(value) ?? [];
                found.options.set(name.toLowerCase(), setting);
            }
            break;
        }
    }
    return found;
}
function knownKeys(file, name) {
    if (!(0, node_fs_1.existsSync)(file))
        return [];
    return (0, node_fs_1.readFileSync)(file, 'utf8')
        .split('\n')
        .flatMap((line) => {
        const [names = '', type = '', data = ''] = line.trim().split(/\s+/);
        // The sandbox's machines have one SSH port, which on the loopback is not 22.
        const isHim = names.split(',').some((one) => one === name || one.replace(/^\[(.*)\]:\d+$/, '$1') === name);
        return isHim && data !== '' ? [{ type, data }] : [];
    });
}

/***/ }),

/***/ 204:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/snapshot.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.takeSnapshot = takeSnapshot;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const facts_1 = { get it() { return (__nccwpck_require__(83).facts); } };
const CONFIGURATION = roles_1.it.ROLE_NAMES.flatMap(facts_1.it.configPaths);
function takeSnapshot(hosts, pbx) {
    const { state } = pbx;
    const hide = (text) => [state.imToken, state.dataflowToken, state.sbcToken].reduce((shown, token) => (token ? shown.replaceAll(token, 'TOKEN') : shown), text);
    return {
        servers: Object.fromEntries(Object.entries(state.servers).map(([role, servers]) => [
            role,
            servers.map((server) => without(server, 'id')).sort((a, b) => String(a.name).localeCompare(String(b.name))),
        ])),
        ipFilters: state.ipFilters
            .map((filter) => without(filter, 'id', 'expire_at'))
            .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
        im: { ...state.im, token: state.imToken === null ? 'none' : 'issued' },
        sbc: { ...state.sbc, token: state.sbcToken === null ? 'none' : 'issued' },
        hosts: Object.fromEntries(hosts.map((host) => [
            host.name,
            {
                firewall: inUse(host.firewall()),
                containers: host.containers().map(({ name, image, version, running, args }) => ({
                    name,
                    image,
                    version,
                    running: running && !host.isDown,
                    args: args.map(hide),
                })),
                configuration: Object.fromEntries(CONFIGURATION.flatMap((file) => {
                    const text = host.read(`/opt/portsip/${file}`);
                    return text === undefined ? [] : [[file, hide(text)]];
                })),
            },
        ])),
    };
}
/** Zones that somebody uses. */
function inUse(firewall) {
    const used = (zones) => Object.fromEntries(Object.entries(zones).filter(([, zone]) => zone.sources.length + zone.services.length + zone.ports.length > 0));
    return { ...firewall, permanent: used(firewall.permanent), runtime: used(firewall.runtime) };
}
function without(object, ...fields) {
    return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}

/***/ }),

/***/ 884:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/ssh.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Bastion = exports.HostSshd = void 0;
const node_net_1 = { get it() { return __nccwpck_require__(30); } };
const command_output_1 = __nccwpck_require__(601);
const pipe_1 = __nccwpck_require__(224);
const keys_1 = __nccwpck_require__(996);
const port_1 = __nccwpck_require__(439);
/** sshd of one host: commands are run by the host, everything but that is refused. */
class HostSshd {
    lib;
    host;
    access;
    server;
    impostor;
    open = new Set();
    listener;
    port;
    startups = 0;
    constructor(lib, host, access) {
        this.lib = lib;
        this.host = host;
        this.access = access;
        host.watchPower((up) => {
            this.dropConnections();
            if (up)
                void this.listen(this.port);
            else
                this.listener?.close();
        });
    }
    /** On the host's own address; an undefined port does nothing. */
    async listen(port) {
        if (port === undefined)
            return;
        const listener = (0, node_net_1.it.createServer)({ noDelay: true }, (socket) => this.accept(socket));
        await new Promise((resolve, reject) => {
            listener.once('error', reject);
            listener.listen(port, this.host.address, resolve);
        });
        this.listener = listener;
        this.port = (0, port_1.portOf)(listener);
    }
    /** The port that it got. */
    get listeningOn() {
        return this.port ?? 22;
    }
    /** 'refuse' and 'silence' are for whoever brings the connection. */
    get reachable() {
        if (this.host.isDown)
            return 'refuse';
        return this.host.faults.refuseConnections || true;
    }
    accept(socket) {
        const { faults } = this.host;
        if (this.reachable === 'silence') {
            this.open.add(socket);
            socket.on('error', () => { });
            return;
        }
        if (this.reachable === 'refuse' || this.startups >= faults.maxStartups) {
            socket.destroy();
            return;
        }
        this.startups++;
        this.open.add(socket);
        let signedIn = false;
        const started = () => {
            if (signedIn)
                return;
            signedIn = true;
            this.startups--;
        };
        socket.once('close', () => {
            started();
            this.open.delete(socket);
        });
        if (faults.dropAfterMs !== undefined)
            setTimeout(() => socket.destroy(), faults.dropAfterMs).unref();
        this.current().injectSocket(Object.assign(socket, { onSignedIn: started }));
    }
    dropConnections() {
        for (const socket of this.open)
            socket.destroy();
    }
    close() {
        this.listener?.close();
        this.dropConnections();
    }
    current() {
        if (this.host.faults.wrongHostKey)
            return (this.impostor ??= this.serverWith([
                (0, keys_1.makeKey)(this.lib.utils, 'ed25519'),
                (0, keys_1.makeKey)(this.lib.utils, 'ecdsa'),
            ]));
        return (this.server ??= this.serverWith(this.host.keys));
    }
    serverWith(keys) {
        return sshServer(this.lib, keys, this.keysOf, () => this.host.faults.banner, (connection) => {
            // Whoever signed in does not count for MaxStartups any more.
            const socket = connection._sock;
            connection.on('ready', () => socket?.onSignedIn?.());
            let user = 'pbx';
            connection.on('authentication', (context) => (user = context.username));
            connection.on('session', (accept) => {
                const session = accept();
                // Neither is there where a client wants no answer, whatever the types say.
                session.on('pty', (_accept, reject) => reject?.());
                session.on('env', (acceptEnv) => acceptEnv?.());
                session.on('sftp', (_accept, reject) => reject?.());
                session.on('subsystem', (_accept, reject) => reject?.());
                session.on('shell', (acceptShell) => this.execute(acceptShell(), '/bin/sh', user));
                session.on('exec', (acceptExec, _reject, { command }) => this.execute(acceptExec(), command, user));
            });
            connection.on('tcpip', (_accept, reject) => reject());
        });
    }
    keysOf = (user) => {
        const { users, publicKey } = this.access;
        if (!users.includes(user))
            return [];
        const home = user === 'root' ? '/root' : `/home/${user}`;
        return [publicKey, ...(this.host.read(`${home}/.ssh/authorized_keys`) ?? '').split('\n')];
    };
    execute(channel, command, user) {
        const { slowMs, noise } = this.host.faults;
        const begin = () => {
            if (channel.destroyed || this.host.isDown)
                return;
            const child = this.host.spawn(command, user);
            const { redirect } = this.host;
            if (noise !== undefined)
                channel.write(noise);
            // A shell that stays takes one command after the other.
            channel.on('data', () => this.host.tellUptime());
            channel.pipe(redirect.input()).pipe(child.stdin);
            const stdout = child.stdout.pipe(redirect.output());
            const stderr = child.stderr.pipe(redirect.output());
            // A command that does not read its input, or a client that is gone, is no error of ours.
            for (const stream of [child.stdin, child.stdout, child.stderr, channel, channel.stderr])
                stream.on('error', () => { });
            channel.once('close', () => {
                // As sshd does: the command goes on, but nobody reads what it says.
                child.stdin.destroy();
                child.stdout.destroy();
                child.stderr.destroy();
                stdout.destroy();
                stderr.destroy();
            });
            const exited = new Promise((resolve) => child.once('exit', (...exit) => resolve(exit)));
            void Promise.all([exited, (0, command_output_1.sendOutput)(channel, stdout, stderr)]).then(([[code, signal]]) => {
                if (channel.destroyed)
                    return;
                if (code === null)
                    channel.exit((signal ?? 'SIGKILL').slice(3), false, '');
                else
                    channel.exit(code);
                channel.end();
            });
        };
        if (slowMs > 0)
            this.host.clock.after(slowMs, begin);
        else
            begin();
    }
}
exports.HostSshd = HostSshd;
/** The way in from outside: forwards to hosts inside, and nothing else. */
class Bastion {
    server;
    open = new Set();
    listener;
    port = 0;
    constructor(lib, keys, access, 
    /** sshd behind an address and port */
    find) {
        this.server = sshServer(lib, keys, (user) => (access.users.includes(user) ? [access.publicKey] : []), () => undefined, (connection) => {
            connection.on('session', (_accept, reject) => reject());
            connection.on('tcpip', (accept, reject, { destIP, destPort }) => {
                const sshd = find(destIP, destPort);
                if (sshd?.reachable === 'silence')
                    return;
                if (sshd?.reachable !== true)
                    return reject();
                const channel = accept();
                const [near, far] = (0, pipe_1.connectionPair)();
                for (const stream of [channel, near, far])
                    stream.on('error', () => { });
                channel.pipe(near).pipe(channel);
                channel.once('close', () => near.destroy());
                near.once('close', () => channel.close());
                sshd.accept(far);
            });
        });
    }
    async listen() {
        const listener = (0, node_net_1.it.createServer)({ noDelay: true }, (socket) => {
            this.open.add(socket);
            socket.once('close', () => this.open.delete(socket));
            this.server.injectSocket(socket);
        });
        await new Promise((resolve, reject) => {
            listener.once('error', reject);
            listener.listen(0, '127.0.0.1', resolve);
        });
        this.listener = listener;
        this.port = (0, port_1.portOf)(listener);
    }
    close() {
        this.listener?.close();
        for (const socket of this.open)
            socket.destroy();
    }
}
exports.Bastion = Bastion;
/** Lets in who has a key of the user; says nothing about which of both was wrong. */
function sshServer(lib, keys, keysOf, banner, onConnection) {
    const text = banner();
    const server = new lib.Server({
        hostKeys: keys.map((key) => key.private),
        ident: 'OpenSSH_9.6p1',
        ...(text !== undefined && { banner: text }),
    });
    server.on('connection', (connection) => {
        connection.on('error', () => { }); // a connection that breaks is what half of the tests are about
        connection.on('authentication', (context) => {
            if (context.method !== 'publickey')
                return context.reject(['publickey']);
            const { key, signature, blob, hashAlgo } = context;
            const opens = keysOf(context.username).some((line) => {
                const allowed = lib.utils.parseKey(line);
                if (allowed instanceof Error || key.algo !== allowed.type || !key.data.equals(allowed.getPublicSSH()))
                    return false;
                if (!signature || !blob)
                    return true;
                // Typed as a boolean, but an Error for a signature that cannot be one.
                const verdict = allowed.verify(blob, signature, hashAlgo);
                return verdict === true;
            });
            if (!opens)
                return context.reject(['publickey']);
            context.accept();
        });
        onConnection(connection);
    });
    return server;
}

/***/ }),

/***/ 545:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/topology.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HARDWARE = void 0;
exports.guideTopology = guideTopology;
exports.highAvailabilityTopology = highAvailabilityTopology;
exports.largeTopology = largeTopology;
exports.onLoopback = onLoopback;
exports.loopback = loopback;
exports.clusterFileServer = clusterFileServer;
exports.exampleFields = exampleFields;
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
exports.HARDWARE = { cpus: 16, memoryMiB: 32_768, diskTotalMiB: 524_288, diskFreeMiB: 491_520 };
/** The seven machines of PortSIP's guide. */
function guideTopology() {
    return {
        main: { address: '192.168.1.20' },
        servers: [
            { name: 'media-server-1', role: 'media', address: '192.168.1.21', publicAddress: '104.101.137.60' },
            { name: 'queue-server-1', role: 'queue', address: '192.168.1.22' },
            { name: 'meeting-server-1', role: 'meeting', address: '192.168.1.23' },
            { name: 'vr-server-1', role: 'ivr', address: '192.168.1.24' },
            { name: 'im-server-1', role: 'im', address: '192.168.1.25', publicAddress: '104.18.36.110' },
            { name: 'dataflow-server-1', role: 'dataflow', address: '192.168.1.26' },
        ],
    };
}
/** Three PBX nodes behind a virtual address, and the servers of examples/cluster-high-availability.yaml. */
function highAvailabilityTopology() {
    return {
        main: { address: '192.168.1.130' },
        nodes: ['pbx01', 'pbx02', 'pbx03'].map((name, index) => ({ name, address: `192.168.1.${131 + index}` })),
        servers: [
            { name: 'media-server-1', role: 'media', address: '192.168.1.141', publicAddress: '104.101.137.60' },
            { name: 'media-server-2', role: 'media', address: '192.168.1.142', publicAddress: '104.101.137.61' },
            { name: 'queue-server-1', role: 'queue', address: '192.168.1.143' },
            { name: 'meeting-server-1', role: 'meeting', address: '192.168.1.144' },
            { name: 'vr-server-1', role: 'ivr', address: '192.168.1.145' },
            { name: 'im-server-1', role: 'im', address: '192.168.1.146', publicAddress: '104.18.36.110' },
            { name: 'dataflow-server-1', role: 'dataflow', address: '192.168.1.147' },
        ],
    };
}
/** A main server and so many others, the four listed roles in turn. */
function largeTopology(count) {
    return {
        main: { address: '192.168.1.20' },
        servers: Array.from({ length: count }, (_, index) => {
            const role = roles_1.it.LISTED_ROLES[index % roles_1.it.LISTED_ROLES.length] ?? 'media';
            const last = 21 + index;
            return {
                name: `${role}-${index + 1}`,
                role,
                address: `192.168.${1 + Math.floor(last / 250)}.${(last % 250) + 1}`,
            };
        }),
    };
}
/** The same machines on this machine's loopback: 192.168.1.21 becomes 127.22.1.21. */
function onLoopback({ main, nodes, servers }) {
    const moved = (machine) => ({ ...machine, address: loopback(machine.address) });
    return { main: moved(main), ...(nodes && { nodes: nodes.map(moved) }), servers: servers.map(moved) };
}
function loopback(address) {
    return address.startsWith('127.') ? address : address.replace(/^\d+\.\d+\./, '127.22.');
}
function clusterFileServer({ name, role, address, publicAddress }) {
    return {
        name,
        role,
        private_ip: address,
        ...(publicAddress !== undefined && { public_ip: publicAddress }),
        ...exampleFields(role),
    };
}
const FIELDS = {
    meeting: { max_rooms: 100, max_participants: 1000 },
    im: { chat_files: '/chat/files' },
};
/** What PortSIP's guide says of a server of a role apart from name and addresses. */
function exampleFields(role) {
    return (role && FIELDS[role]) ?? {};
}

/***/ }),

/***/ 774:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/sandbox/world.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.World = void 0;
const ipaddr_js_1 = { get it() { return __importDefault((__nccwpck_require__(227)["ipaddr.js"])); } };
const clock_1 = { get it() { return (__nccwpck_require__(426).clock); } };
const image_1 = { get it() { return (__nccwpck_require__(907).image); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const state_1 = __nccwpck_require__(401);
/** Since when a PBX says whether it sees IM and Data Flow */
const SEES_SERVICES = [22, 8];
/**
 * What connects the parts: which server the PBX would see ONLINE, and the calls that are up. It keeps no state of
 * hosts or portal, it looks at them.
 */
class World {
    hosts;
    portal;
    onlineDelayMs;
    clock;
    nodes;
    /** Calls that ended because what carried them was stopped */
    cutCalls = 0;
    /** Calls for which no server was there */
    rejectedCalls = 0;
    placedCalls = 0;
    calls = [];
    seen = new Map();
    /** Entries of servers that have been ONLINE */
    heardOf = new Set();
    timers = new Set();
    constructor(hosts, portal, 
    /** From the start of a container until the PBX sees it */
    onlineDelayMs, clock, 
    /** The nodes of a highly available PBX */
    nodes) {
        this.hosts = hosts;
        this.portal = portal;
        this.onlineDelayMs = onlineDelayMs;
        this.clock = clock;
        this.nodes = nodes;
    }
    /** Where the PBX runs: the main server, or the active node. */
    get main() {
        const main = this.nodes?.()?.active ?? this.hosts().find((host) => host.role === 'pbx');
        if (!main)
            throw new Error('The sandbox has no main server');
        return main;
    }
    /** Where servers look for the PBX: its own address, or the virtual one. */
    get pbxAddress() {
        return this.nodes?.()?.address ?? this.main.address;
    }
    /** The PBX's own version, undefined while it does not run. */
    pbxVersion() {
        const callManager = this.main.container('portsip.callmanager');
        return callManager?.running ? callManager.version : undefined;
    }
    /** The PBX and its API are there. */
    pbxRuns() {
        return !this.main.isDown && this.pbxVersion() !== undefined;
    }
    serverStatus(role, server) {
        this.reconcile();
        const place = this.placeOf(role, server);
        const online = place !== undefined && this.isOnline(server, place);
        const calls = place ? this.calls.filter((call) => sameAs(call, place)).length : 0;
        return {
            status: online ? 'ONLINE' : 'OFFLINE',
            ...(roles_1.it.ROLES[role].calls.kind === 'counted' && { calls: online ? calls : 0 }),
            ...(online && { cpuUsage: 3, memoryUsage: 12 }),
        };
    }
    /** By the one that is there and looks for this PBX. Source: PortSIP's list of changes of its REST API, which has it since v22.8 */
    serviceStatus(service) {
        const version = this.pbxVersion();
        if (version === undefined || (0, image_1.it.isOlder)((0, image_1.it.parseVersion)(version), SEES_SERVICES))
            return undefined;
        const role = roles_1.it.ROLE_NAMES.find((one) => roles_1.it.ROLES[one].seenAs === service);
        const there = this.hosts().some((host) => !host.isDown && role && host.container(roles_1.it.ROLES[role].container)?.running);
        return there ? 'ONLINE' : 'OFFLINE';
    }
    /** Puts calls on a server, whether or not it would get any. They last `durationMs`, or until `endCalls`. */
    addCalls(name, count, durationMs) {
        this.reconcile();
        const now = this.clock.now();
        const { host, container } = this.findPlace(name);
        for (let call = 0; call < count; call++)
            this.calls.push({ host, container, since: now, until: durationMs === undefined ? undefined : now + durationMs });
        this.placedCalls += count;
    }
    /** The parties hang up: all calls of the server, or so many. */
    endCalls(name, count = Infinity) {
        this.reconcile();
        const place = this.findPlace(name);
        this.calls = this.calls.filter((call) => !sameAs(call, place) || count-- <= 0);
    }
    callsOn(name) {
        this.reconcile();
        const place = this.findPlace(name);
        return this.calls.filter((call) => sameAs(call, place)).length;
    }
    /** Calls up in the whole cluster. */
    callsUp() {
        this.reconcile();
        return this.calls.length;
    }
    /** Calls that were cut; looks at the hosts first. */
    countCutCalls() {
        this.reconcile();
        return this.cutCalls;
    }
    /**
     * Places one call on the least loaded enabled server of a role, as the PBX does. False: rejected. One that was ONLINE and died
     * gets calls as well, unless the PBX fails over servers of the role by itself.
     */
    placeCall(role, durationMs) {
        this.reconcile();
        const open = this.portal()[role].filter((server) => server.enabled)
            .flatMap((server) => {
            const place = this.placeOf(role, server);
            const online = place !== undefined && this.isOnline(server, place);
            const gets = online || (this.heardOf.has(server.id) && !roles_1.it.ROLES[role].failsOver);
            return place && gets ? [{ ...place, online }] : [];
        })
            .map((place) => ({ ...place, load: this.calls.filter((call) => sameAs(call, place)).length }))
            .sort((a, b) => a.load - b.load);
        const [place] = open;
        if (!place?.online) {
            this.rejectedCalls++;
            return false;
        }
        const now = this.clock.now();
        this.calls.push({
            host: place.host,
            container: place.container,
            since: now,
            until: durationMs === undefined ? undefined : now + durationMs,
        });
        this.placedCalls++;
        return true;
    }
    /** New calls all the time, until the returned function is called (or the sandbox closed). */
    traffic(options) {
        const { roles = ['media'], everyMs, durationMs } = options;
        const stop = (0, clock_1.it.every)(this.clock, everyMs, () => {
            for (const role of roles)
                this.placeCall(role, durationMs);
        });
        this.timers.add(stop);
        return stop;
    }
    close() {
        for (const stop of this.timers)
            stop();
    }
    /** Whether the main server lets an address in: its firewall as it is now, not as it will be. Zones are asked by name. */
    trusts(address) {
        const wanted = ipaddr_js_1.it.default.parse(address);
        const zones = Object.entries(this.main.firewall().runtime).sort(([a], [b]) => (a < b ? -1 : 1));
        const first = zones.find(([, { sources }]) => sources.some((source) => {
            const [network, prefix] = source.includes('/') ? ipaddr_js_1.it.default.parseCIDR(source) : hostRange(source);
            return network.kind() === wanted.kind() && wanted.match(network, prefix);
        }));
        return first?.[0] === 'trusted';
    }
    isOnline(server, place) {
        const { host } = place;
        if (this.isStillHeardOf(server, place))
            return true;
        if (host.isDown || host.faults.neverOnline || !this.pbxRuns())
            return false;
        const container = host.container(place.container);
        // A PBX that moved to another node hears of its servers again.
        const since = Math.max(container?.startedAt ?? 0, this.nodes?.()?.since ?? 0);
        if (!container?.running || since + this.onlineDelayMs > this.clock.now())
            return false;
        if (server.type === 'INTERNAL')
            return true;
        const online = option(container, '-n') === server.name &&
            option(container, '-a') === this.pbxAddress &&
            (0, state_1.addressesOf)(server).includes(option(container, '-x') ?? '') &&
            this.trusts(host.address);
        if (online)
            this.heardOf.add(server.id);
        return online;
    }
    isStillHeardOf(server, { host, container }) {
        const { staleOnlineMs } = host.faults;
        if (staleOnlineMs === 0 || !this.heardOf.has(server.id) || !this.pbxRuns())
            return false;
        const stopped = host.events().findLast((event) => event.kind === 'stop' && event.container === container);
        return stopped !== undefined && stopped.time + staleOnlineMs > this.clock.now();
    }
    /** Where a registered server runs, if anywhere. */
    placeOf(role, server) {
        const { container } = roles_1.it.ROLES[role];
        if (server.type === 'INTERNAL')
            return { host: this.main, container };
        const addresses = (0, state_1.addressesOf)(server);
        const host = this.hosts().find(({ address }) => addresses.includes(address));
        return host && { host, container };
    }
    findPlace(name) {
        for (const role of roles_1.it.LISTED_ROLES) {
            const server = this.portal()[role].find((candidate) => candidate.name === name);
            const place = server && this.placeOf(role, server);
            if (place)
                return place;
        }
        throw new Error(`The portal has no server ${name}, so there can be no calls on it`);
    }
    /** Ends the calls whose time is up, and cuts those whose container was stopped before that. */
    reconcile() {
        for (const host of this.hosts()) {
            const seen = this.seen.get(host) ?? 0;
            const events = host.events(seen);
            if (events.length === 0)
                continue;
            this.seen.set(host, seen + events.length);
            for (const event of events.filter(({ kind }) => kind === 'stop')) {
                const cut = (call) => call.host === host &&
                    call.container === event.container &&
                    call.since <= event.time &&
                    (call.until ?? Infinity) > event.time;
                this.cutCalls += this.calls.filter(cut).length;
                this.calls = this.calls.filter((call) => !cut(call));
            }
        }
        const now = this.clock.now();
        this.calls = this.calls.filter(({ until }) => until === undefined || until > now);
    }
}
exports.World = World;
function sameAs(call, place) {
    return call.host === place.host && call.container === place.container;
}
function option(container, flag) {
    const at = container.args.indexOf(flag);
    return at < 0 ? undefined : container.args[at + 1];
}
function hostRange(source) {
    const address = ipaddr_js_1.it.default.parse(source);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/***/ }),

/***/ 907:
/***/ (function (module) {

"use strict";
module.exports = require("./cluster.js");

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

/***/ 412:
/***/ (function (module) {

"use strict";
module.exports = require("./openapi.json");

/***/ }),

/***/ 539:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/ajv.js");

/***/ }),

/***/ 10:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/selfsigned.js");

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

/***/ 777:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/yaml.js");

/***/ }),

/***/ 421:
/***/ (function (module) {

"use strict";
module.exports = require("node:child_process");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 24:
/***/ (function (module) {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ 708:
/***/ (function (module) {

"use strict";
module.exports = require("node:https");

/***/ }),

/***/ 30:
/***/ (function (module) {

"use strict";
module.exports = require("node:net");

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

/***/ 75:
/***/ (function (module) {

"use strict";
module.exports = require("node:stream");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(680);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=sandbox.js.map
