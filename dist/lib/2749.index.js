"use strict";
exports.id = 2749;
exports.ids = [2749];
exports.modules = {

/***/ 10576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseFirewall)
/* harmony export */ });
/** Pure: from what `firewall-cmd --list-all-zones` prints, without and with --permanent. */
function parseFirewall(state, runtime = '', permanent = '') {
    const zones = { runtime: sourcesByZone(runtime), permanent: sourcesByZone(permanent) };
    const otherZones = {};
    for (const listing of [zones.runtime, zones.permanent])
        for (const [zone, sources] of listing)
            if (zone !== 'trusted')
                for (const source of sources)
                    otherZones[source] = zone;
    return {
        running: state?.trim() === 'running',
        trusted: { permanent: zones.permanent.get('trusted') ?? [], runtime: zones.runtime.get('trusted') ?? [] },
        otherZones,
    };
}
/** Zones begin in the first column (`trusted (active)`), their `sources:` lines are indented. */
function sourcesByZone(listing) {
    const zones = new Map();
    let zone = '';
    for (const line of listing.split('\n')) {
        const name = /^([A-Za-z0-9_-]+)(?: \([a-z, ]+\))?\s*$/.exec(line)?.[1];
        if (name !== undefined)
            zone = name;
        const sources = /^\s+sources: *(.*)$/.exec(line)?.[1];
        if (sources !== undefined && zone !== '')
            zones.set(zone, sources.split(/\s+/).filter((source) => source !== ''));
    }
    return zones;
}
//# sourceMappingURL=firewall-listing.js.map

/***/ }),

/***/ 3012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   TZ: () => (/* binding */ knownHostsLine),
/* harmony export */   iE: () => (/* binding */ keyType),
/* harmony export */   uJ: () => (/* binding */ parseKnownHosts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

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
    /** OpenSSH looks for `[host]:port` first and then takes a line that names the host alone. */
    const linesFor = (host, port) => {
        const name = host.toLowerCase();
        if (port === 22)
            return lines.filter((line) => line.matches(name));
        const withPort = lines.filter((line) => line.matches(`[${name}]:${port}`));
        return [...withPort, ...lines.filter((line) => !withPort.includes(line) && line.matches(name))];
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
/** `SHA256:…`, as ssh-keygen -l prints it. */
function fingerprint(key) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
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
    return (name) => {
        const actual = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest();
        return actual.length === wanted.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(actual, wanted);
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
    return a.length === b.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(a, b);
}
function listLines(lines) {
    const numbers = lines.map((line) => line.number).join(', ');
    return lines.length === 1 ? `line ${numbers} has` : `lines ${numbers} have`;
}
//# sourceMappingURL=known-hosts.js.map

/***/ }),

/***/ 54930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ PbxError)
/* harmony export */ });
/** What went wrong between us and the PBX, in words for an operator. */
class PbxError extends Error {
    details;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.details = details;
        this.name = 'PbxError';
    }
}
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 53862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ emptyRecord),
/* harmony export */   H: () => (/* binding */ parseRecord)
/* harmony export */ });
/* harmony import */ var _cluster_addresses__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21075);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39679);
/* harmony import */ var _cluster_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49058);



function emptyRecord(cluster) {
    return {
        version: 1,
        cluster,
        servers: {},
        firewall: [],
        whitelist: [],
        builtInDisabled: [],
        restarts: {},
        recreate: {},
        draining: [],
        time: '',
    };
}
/**
 * Reads the record's text. A damaged one counts as lost, which removes nothing; one of a newer release is refused, since
 * writing it back would lose what that release keeps in it.
 */
function parseRecord(text, cluster) {
    if (text === undefined)
        return {};
    const lost = (why) => ({
        finding: {
            code: 'record-lost',
            severity: 'warning',
            message: `The record on the main server (/var/lib/portsip-cluster/${cluster}.json) ${why}: nothing will be removed, since it is not known what this project put there`,
        },
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return lost('is damaged');
    }
    if (!isObject(value))
        return lost('is damaged');
    if (typeof value['version'] === 'number' && value['version'] > 1) {
        throw new _cluster_types__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`The record on the main server was written by a newer release (format ${value['version']}): use that release or a later one`);
    }
    if (value['version'] !== 1 || value['cluster'] !== cluster)
        return lost('is of another cluster or format');
    return { record: { ...emptyRecord(cluster), ...cleaned(value) } };
}
/** Only what has the right shape: the file may have been edited by hand. */
function cleaned(value) {
    const strings = (list) => [
        ...new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
    ];
    const texts = (object) => Object.fromEntries(Object.entries(isObject(object) ? object : {}).filter((entry) => typeof entry[1] === 'string'));
    const servers = Object.entries(isObject(value['servers']) ? value['servers'] : {}).filter(([, server]) => isObject(server) &&
        typeof server['address'] === 'string' &&
        typeof server['role'] === 'string' &&
        (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .isRole */ .tm)(server['role']) &&
        isObject(server['ssh']) &&
        typeof server['ssh']['user'] === 'string' &&
        typeof server['ssh']['port'] === 'number' &&
        (0,_cluster_addresses__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(server['address']) &&
        [server['privateIp'], server['publicIp']].every((ip) => ip === undefined || typeof ip === 'string') &&
        isJumpHost(server['ssh']['jumpHost']));
    const restarts = Object.entries(isObject(value['restarts']) ? value['restarts'] : {}).filter(([, owed]) => isObject(owed) &&
        typeof owed['reason'] === 'string' &&
        ['undefined', 'string'].includes(typeof owed['startedAt']));
    return {
        servers: Object.fromEntries(servers),
        restarts: Object.fromEntries(restarts),
        recreate: texts(value['recreate']),
        firewall: strings(value['firewall']),
        whitelist: strings(value['whitelist']),
        builtInDisabled: _cluster_roles__WEBPACK_IMPORTED_MODULE_1__/* .LISTED_ROLES */ .cS.filter((role) => strings(value['builtInDisabled']).includes(role)),
        draining: strings(value['draining']),
        ...(typeof value['commit'] === 'string' && { commit: value['commit'] }),
        ...(typeof value['run'] === 'string' && { run: value['run'] }),
        time: typeof value['time'] === 'string' ? value['time'] : '',
    };
}
function isJumpHost(value) {
    if (value === undefined)
        return true;
    return (isObject(value) &&
        typeof value['host'] === 'string' &&
        typeof value['user'] === 'string' &&
        typeof value['port'] === 'number');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=cluster-record.js.map

/***/ }),

/***/ 79540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ readPortal),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   lB: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70370);
/* harmony import */ var _cluster_roles__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39679);
/* harmony import */ var _host_control_plane__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98064);
/* harmony import */ var _host_reachable__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54250);
/* harmony import */ var _host_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65720);
/* harmony import */ var _cluster_record__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53862);
/* harmony import */ var _departing__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28262);
/* harmony import */ var _status__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99028);








/** API calls under way at once: the PBX counts 5,000 a minute, and a plan needs about one a server. */
const API_CONCURRENCY = 8;
/**
 * Reads the live state: the main server, the portal and every host, side by side. A host that does not answer becomes
 * `Unreachable`; a PBX that does not answer is an error, since nothing can be said without it.
 */
async function observe(session) {
    const { cluster, hosts: connected, log } = session;
    const plane = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_1__/* .controlPlane */ .mM)(cluster);
    const request = { scriptsPath: cluster.scriptsPath, dataPath: cluster.dataPath };
    const pbx = {
        ...request,
        scriptsPath: plane.pbxScriptsPath,
        firewall: true,
    };
    const [machine = cluster.pbx.machine, ...others] = plane.pbxMachines;
    const main = look(session, machine, { ...pbx, record: cluster.name });
    const nodes = new Map(others.map((node) => [node.address, look(session, node, pbx)]));
    const hosts = new Map(cluster.servers.map((server) => [server.name, look(session, server, requestFor(server, request))]));
    const hasIm = cluster.servers.some(keepsAddresses);
    const [portal, facts] = await Promise.all([readPortal(session, hasIm), main, ...hosts.values()]);
    const { record, finding } = (0,_host_reachable__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .k)(facts) ? (0,_cluster_record__WEBPACK_IMPORTED_MODULE_3__/* .parseRecord */ .H)(facts.record, cluster.name) : {};
    const [left, old] = [(0,_departing__WEBPACK_IMPORTED_MODULE_4__/* .departing */ .Bw)(cluster, record, portal.servers), (0,_departing__WEBPACK_IMPORTED_MODULE_4__/* .moved */ .aW)(cluster, record)];
    for (const server of left)
        hosts.set(server.name, look(session, (0,_departing__WEBPACK_IMPORTED_MODULE_4__/* .departingMachine */ .SD)(server), request));
    for (const server of old)
        hosts.set((0,_departing__WEBPACK_IMPORTED_MODULE_4__/* .oldHost */ .UJ)(server), look(session, (0,_departing__WEBPACK_IMPORTED_MODULE_4__/* .departingMachine */ .SD)(server), request));
    const [control, seen, seenNodes] = await Promise.all([
        (0,_host_reachable__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .k)(facts) ? plane.readNodes(connected.host(machine), [...cluster.servers, ...left, ...old]) : undefined,
        settled(hosts),
        settled(nodes),
    ]);
    for (const [name, host] of seen)
        if (!(0,_host_reachable__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .k)(host))
            log.debug(`${name}: ${host.unreachable}`);
    const inUse = imTokenInUse(cluster.servers, seen, portal.imToken);
    const live = {
        live: true,
        at: session.now(),
        main: facts,
        ...(seenNodes.size > 0 && { nodes: seenNodes }),
        ...(control && { control }),
        hosts: seen,
        portal: {
            servers: portal.servers,
            status: portal.status,
            ipFilters: portal.ipFilters,
            im: portal.im,
            imToken: portal.imToken ? 'issued' : 'none',
        },
        ...(inUse !== undefined && { imTokenInUse: inUse }),
        ...(record && { record }),
    };
    return { live, findings: [...(finding ? [finding] : []), ...offline(session.cluster.servers, live, record)] };
}
function requestFor(server, request) {
    return {
        ...request,
        dataPath: server.dataPath,
        container: _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container,
        folders: [...(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].folders?.(server) ?? [])],
    };
}
async function look({ hosts }, machine, request) {
    try {
        return await hosts.host(machine).facts(request);
    }
    catch (error) {
        if (error instanceof _host_types__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .d)
            return { unreachable: error.message };
        throw error;
    }
}
async function settled(looks) {
    return new Map(await Promise.all([...looks].map(async ([name, looked]) => [name, await looked])));
}
/** Without `hasIm` the PBX is not asked about its IM server. */
async function readPortal({ pbx }, hasIm) {
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .A)(API_CONCURRENCY);
    const none = {};
    const [lists, ipFilters, im, imToken] = await Promise.all([
        Promise.all(_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.map(async (role) => [role, await pbx.servers(role)])),
        pbx.ipFilters(),
        hasIm ? pbx.im() : none,
        hasIm ? pbx.imToken() : undefined,
    ]);
    const byRole = new Map(lists);
    const servers = (0,_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .forListedRoles */ .co)((role) => byRole.get(role) ?? []);
    const status = await Promise.all(lists.flatMap(([role, entries]) => entries.map(({ id }) => limit(async () => [id, await (0,_status__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(pbx, role, id)]))));
    return { servers, status: new Map(status), ipFilters, im, imToken };
}
/** The server whose addresses the portal keeps, and whose token. */
function keepsAddresses({ role }) {
    return _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[role].portal.kind === 'addresses';
}
function imTokenInUse(servers, hosts, token) {
    const im = servers.find(keepsAddresses);
    const facts = im && hosts.get(im.name);
    const option = im && _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[im.role].token?.option;
    if (!token || !option || !(0,_host_reachable__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .k)(facts))
        return undefined;
    const args = (0,_host_control_plane__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(im, facts)?.args;
    return args && args[args.indexOf(option) + 1] === token;
}
/** Servers that should serve and do not, although nothing about them has to be changed. */
function offline(servers, live, record) {
    return servers.flatMap((server) => {
        const facts = live.hosts.get(server.name);
        const entry = _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .LISTED_ROLES */ .cS.flatMap((role) => live.portal.servers[role]).find(({ name }) => name === server.name);
        const runs = (0,_host_reachable__WEBPACK_IMPORTED_MODULE_6__/* .isReachable */ .k)(facts) &&
            facts.containers.some(({ name, running }) => name === _cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container && running);
        if (!entry || !runs || live.portal.status.get(entry.id)?.status === 'ONLINE')
            return [];
        const ours = record?.servers[server.name] ? '' : ' (this project did not install it)';
        return [
            {
                code: 'offline',
                severity: 'warning',
                server: server.name,
                message: `${server.name} runs, but the portal shows it OFFLINE${ours}: it may just have started; if it stays so, look at its log (sudo docker logs ${_cluster_roles__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg[server.role].container})`,
            },
        ];
    });
}
//# sourceMappingURL=observe.js.map

/***/ }),

/***/ 52350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ closeSession),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/cluster/types.js
var types = __webpack_require__(49058);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/src/host/known-hosts.js
var known_hosts = __webpack_require__(3012);
// EXTERNAL MODULE: ./build/src/host/shell.js + 1 modules
var shell = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/host/types.js
var host_types = __webpack_require__(65720);
;// CONCATENATED MODULE: ./build/src/host/connections.js






/** sshd drops connections at random when more than 10 have not signed in (MaxStartups 10:30:100). */
const JUMP_HANDSHAKES = 8;
const ATTEMPTS = 7;
/** One SSH connection a machine, made at first use, made again when it was lost, shared by all. */
class Connections {
    options;
    open = new Map();
    handshakes;
    throughJump = new Map();
    closed = false;
    over = new AbortController();
    constructor(options) {
        this.options = options;
        this.handshakes = (0,p_limit/* default */.A)(Math.max(1, options.concurrency));
    }
    async client(machine) {
        const ssh = await this.connection(machine);
        const client = ssh.connection;
        if (!client)
            return this.client(machine); // lost between two ticks
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
                throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} is not connected to: the run is over`, machine.name, 'unreachable');
            try {
                return await limit(() => this.handshake(machine, forget));
            }
            catch (error) {
                if (!(error instanceof Dropped) || attempt >= ATTEMPTS)
                    throw error instanceof Dropped ? tooOften(machine, error) : error;
                // Full jitter, so that those who were dropped together do not come back together.
                const delay = 100 * 2 ** attempt * (0.5 + this.options.random());
                this.options.log.debug(`${(0,shell/* where */._M)(machine)} dropped the connection before sign-in; attempt ${attempt + 1} in ${Math.round(delay)} ms`);
                await this.options.sleep(delay);
            }
        }
    }
    /** A jump host's own handshake never waits for those that go through it. */
    limitFor(machine) {
        const { jumpHost } = machine.ssh;
        if (!jumpHost)
            return this.handshakes;
        const key = JSON.stringify(jumpHost);
        let limit = this.throughJump.get(key);
        if (!limit)
            this.throughJump.set(key, (limit = (0,p_limit/* default */.A)(Math.min(JUMP_HANDSHAKES, Math.max(1, this.options.concurrency)))));
        return limit;
    }
    async handshake(machine, forget) {
        const { privateKey, passphrase, knownHosts, connectTimeoutMs } = this.options;
        // Read while the machine is dialled.
        const library = Promise.all(/* import() */[__webpack_require__.e(5472), __webpack_require__.e(9487)]).then(__webpack_require__.bind(__webpack_require__, 19487));
        const sock = machine.ssh.jumpHost
            ? await this.tunnel(machine)
            : await dial(machine.address, machine.ssh.port, connectTimeoutMs, this.over.signal).catch((error) => {
                throw this.explain(machine, error);
            });
        const { NodeSSH } = await library;
        const ssh = new NodeSSH();
        let offered;
        const config = {
            host: machine.address,
            port: machine.ssh.port,
            username: machine.ssh.user,
            privateKey: privateKey.text,
            ...(passphrase && { passphrase }),
            sock,
            // The only one that there is: to ask for the others first is a round trip, and a line in sshd's log.
            authHandler: ['publickey'],
            readyTimeout: connectTimeoutMs,
            keepaliveInterval: 10_000,
            keepaliveCountMax: 3,
            algorithms: { serverHostKey: knownHosts.algorithms(machine.address, machine.ssh.port) },
            hostVerifier: (key) => {
                offered = { key, verdict: knownHosts.check(machine.address, machine.ssh.port, key) };
                return offered.verdict.known;
            },
        };
        try {
            await ssh.connect(config);
        }
        catch (error) {
            sock.destroy();
            if (offered && !offered.verdict.known)
                throw hostKeyError(machine, offered.key, offered.verdict);
            throw this.explain(machine, error);
        }
        const client = ssh.connection;
        if (!client)
            throw new Dropped('closed right after sign-in');
        // Without a listener an error on an idle connection would end the process.
        client.setMaxListeners(0); // one a command
        client.on('error', (error) => this.options.log.debug(`${(0,shell/* where */._M)(machine)}: ${error.message}`));
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
    explain(machine, error) {
        const { message, code, level } = describe(error);
        const host = (0,shell/* where */._M)(machine);
        const make = (text, kind) => new host_types/* HostError */.d(`${host} ${text}`, machine.name, kind, error);
        if (/Cannot parse privateKey/i.test(message))
            return new types/* InputError */.dz(/passphrase|integrity/i.test(message)
                ? 'ssh-private-key (PORTSIP_SSH_PRIVATE_KEY) cannot be opened: its passphrase is wrong'
                : `ssh-private-key (PORTSIP_SSH_PRIVATE_KEY) cannot be used (${message.replace(/^Cannot parse privateKey: /i, '')}): give a key made by "ssh-keygen -t ed25519"`);
        if (level === 'client-authentication') {
            const { fingerprint: ours } = this.options.privateKey;
            const user = machine.ssh.user;
            return make(`does not accept the SSH key${ours ? ` ${ours}` : ''} for ${user}: add its public half to ~${user}/.ssh/authorized_keys there, or correct ssh.user in the cluster file`, 'authentication');
        }
        // node-ssh says ETIMEDOUT whenever a connection closes before sign-in.
        if (message === 'No response from server')
            return new Dropped('it was closed', { cause: error });
        if (code === 'ECONNREFUSED')
            return make('refuses SSH connections: start sshd there, or correct ssh.port in the cluster file', 'unreachable');
        if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
            return make('cannot be reached from here: check its address and the route to it, or set ssh.jump_host in the cluster file', 'unreachable');
        if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || level === 'client-dns')
            return make('has a name that cannot be resolved here: correct it in the cluster file, or this machine’s DNS', 'unreachable');
        if (code === 'ETIMEDOUT' || level === 'client-timeout')
            return unanswered(machine, this.options.connectTimeoutMs, error);
        if (/no matching host key/i.test(message))
            return make('offers no host key of a type that can be checked here (ed25519, ECDSA, RSA with SHA-2)', 'host-key-unknown');
        if (level === 'handshake')
            return make(`and this program have no SSH algorithm in common (${message}): update OpenSSH there`, 'unreachable');
        return new Dropped(message || 'the connection was closed', { cause: error });
    }
}
/** Closed before sign-in: sshd was busy, or a firewall reset it. Worth another try. */
class Dropped extends Error {
}
function tooOften(machine, error) {
    return new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} closed the SSH connection before sign-in, ${ATTEMPTS} times (${error.message}): look at its sshd log; MaxStartups, fail2ban or a firewall may be in the way`, machine.name, 'unreachable', error);
}
function unanswered(machine, timeoutMs, cause) {
    return new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not answer on SSH within ${Math.round(timeoutMs / 1000)} s: is it on, is the address right, does a firewall let this machine in?`, machine.name, 'unreachable', cause);
}
function jumpMachine(machine) {
    const jump = machine.ssh.jumpHost;
    if (!jump)
        throw new TypeError('no jump host');
    return { name: `jump host ${jump.host}`, address: jump.host, ssh: { user: jump.user, port: jump.port } };
}
function forwardError(machine, jump, error) {
    const through = `through the jump host ${jump.address}`;
    if (/prohibited/i.test(error.message))
        return new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} cannot be reached ${through}: that one forwards nothing; set "AllowTcpForwarding yes" in its sshd_config`, machine.name, 'unreachable', error);
    if (/Not connected|No response/i.test(error.message))
        return new Dropped(error.message, { cause: error });
    const reason = error.message.replace(/^\(SSH\) Channel open failure:\s*/, '');
    return new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} cannot be reached ${through}${reason === '' ? '' : ` (${reason})`}: is it on, does it let the jump host in?`, machine.name, 'unreachable', error);
}
function hostKeyError(machine, key, verdict) {
    const { address, ssh } = machine;
    const offer = `It offers ${(0,known_hosts/* keyType */.iE)(key)} ${(0,known_hosts/* fingerprint */.Rj)(key)}`;
    const compare = 'compare it with what "ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub" prints on that machine itself';
    const line = (0,known_hosts/* knownHostsLine */.TZ)(address, ssh.port, key);
    return new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} cannot be trusted: ${verdict.why}. ${offer}; ${compare}. ` +
        (verdict.code === 'host-key-changed'
            ? `If it is right, replace the old line in ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS) by:\n${line}`
            : `If it is the same, add to ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS):\n${line}`), machine.name, verdict.code);
}
function describe(error) {
    const { message, code, level } = Object(error);
    return {
        message: typeof message === 'string' ? message : String(error),
        ...(typeof code === 'string' && { code }),
        ...(typeof level === 'string' && { level }),
    };
}
/** Without Nagle's algorithm, which costs a handshake and each command tens of milliseconds. */
async function dial(host, port, timeoutMs, over) {
    const socket = (0,external_node_net_.connect)({ host, port, noDelay: true, keepAlive: true });
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
//# sourceMappingURL=connections.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__(48280);
var ipaddr_default = /*#__PURE__*/__webpack_require__.n(ipaddr);
// EXTERNAL MODULE: ./build/src/cluster/roles/index.js + 8 modules
var roles = __webpack_require__(39679);
// EXTERNAL MODULE: ./build/src/host/facts-script.js
var facts_script = __webpack_require__(10804);
// EXTERNAL MODULE: ./build/src/host/firewall-listing.js
var firewall_listing = __webpack_require__(10576);
;// CONCATENATED MODULE: ./build/src/host/facts.js







const FACTS_MS = 90_000;
/** Everything that one must know about a host, in one round trip. */
async function readFacts(execute, machine, request, secrets) {
    const mark = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const output = await execute({ script: facts_script/* FACTS */.qY, args: factsArguments(mark, request), timeoutMs: FACTS_MS });
    const facts = parseFacts(output.stdout, { mark, request, machine, measured: output });
    for (const { args } of facts.containers)
        for (const token of tokens(args))
            secrets.add(token);
    return facts;
}
function factsArguments(mark, request) {
    return [
        mark,
        request.scriptsPath,
        request.dataPath,
        (request.folders ?? []).join('\n'),
        roles/* ROLE_NAMES */.ST.map(configPath).join('\n'),
        facts_script/* SCRIPTS */.dL.join('\n'),
        Object.values(facts_script/* CONFLICTS */.UT).flat().join('\n'),
        request.firewall ? 'firewall' : '',
        request.record ?? '',
        request.brief ? 'brief' : '',
        request.container ?? '',
    ];
}
/** Below the scripts path */
function configPath(role) {
    const { service, configFile } = roles/* ROLES */.gg[role];
    return `${service}/${configFile}`;
}
/** Pure. Whatever a host prints, this gives facts or HostError('command'). */
function parseFacts(text, context) {
    const { mark, request, machine, measured } = context;
    const sections = readSections(text, mark);
    const bad = (what) => new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not tell ${what}: it must be a Debian or Ubuntu server whose /bin/sh, uname, df and date work`, machine.name, 'command');
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
    // Below its headings
    const disk = ((sections.get('disk') ?? '').trim().split('\n').at(-1) ?? '').trim().split(/\s+/);
    const [, total, , free] = disk;
    const os = keyValues(sections.get('os') ?? '');
    const compose = sections.get('docker-compose')?.trim().replace(/^v/, '');
    const clockSynchronized = readClock(sections);
    const runningJob = readJob(sections.get('job'));
    return {
        hostname: line('hostname', 'its name'),
        bootId: line('boot', 'its boot id'),
        os: {
            id: os.ID ?? 'unknown',
            version: os.VERSION_ID ?? '',
            prettyName: os.PRETTY_NAME ?? os.ID ?? 'unknown',
        },
        arch: line('arch', 'its architecture'),
        cpus: number(sections.get('cpus')?.trim(), 'how many CPUs it has'),
        memoryMiB: Math.floor(number(/^MemTotal:\s+(\d+) kB/.exec(sections.get('memory') ?? '')?.[1], 'how much memory it has') / 1024),
        disk: {
            path: request.dataPath,
            totalMiB: number(total, 'how large its disk is'),
            freeMiB: number(free, 'how much disk is free'),
        },
        clockSkewMs: skew(sections, measured, bad),
        ...(clockSynchronized !== undefined && { clockSynchronized }),
        addresses: readAddresses(sections.get('addresses') ?? ''),
        docker: {
            installed: sections.has('docker'),
            running: sections.has('docker-runs'),
            ...(compose && /^\d/.test(compose) && { composeVersion: compose.split('\n')[0] }),
        },
        scripts: linesOf(sections.get('scripts')).filter((name) => facts_script/* SCRIPTS */.dL.includes(name)),
        roles: readRoles(sections),
        containers: readContainers(sections.get('containers'), bad),
        conflicts: readConflicts(sections.get('conflicts')),
        folders: readFolders(sections.get('folders'), request.folders ?? []),
        ...(request.firewall && {
            firewall: (0,firewall_listing/* parseFirewall */.K)(sections.get('firewall'), sections.get('firewall-runtime'), sections.get('firewall-permanent')),
        }),
        ...(request.record !== undefined && sections.has('record') && { record: sections.get('record') ?? '' }),
        ...(request.record !== undefined && sections.has('lock') && { lock: sections.get('lock') ?? '' }),
        ...lockAge(request.record === undefined ? undefined : sections.get('lock-age')),
        ...(runningJob && { runningJob }),
    };
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
function readClock(sections) {
    const timedatectl = /^NTPSynchronized=(yes|no)$/m.exec(sections.get('clock-timedatectl') ?? '')?.[1];
    const chrony = /^Leap status\s*:\s*(.+)$/m.exec(sections.get('clock-chrony') ?? '')?.[1]?.trim();
    if (timedatectl === undefined && chrony === undefined)
        return undefined;
    return timedatectl === 'yes' || chrony === 'Normal';
}
/** `hostname -I` prints addresses, `ip -o addr` lines with `inet ADDRESS/LENGTH`. */
function readAddresses(text) {
    const words = text.includes(' inet')
        ? [...text.matchAll(/\sinet6? (\S+)/g)].map((match) => match[1] ?? '')
        : text.split(/\s+/);
    const addresses = words
        .map((word) => word.split('/')[0] ?? '')
        .filter((word) => ipaddr_default().isValid(word) && !['loopback', 'linkLocal'].includes(ipaddr_default().parse(word).range()))
        .map((word) => ipaddr_default().parse(word).toString());
    return [...new Set(addresses)];
}
function readRoles(sections) {
    return roles/* ROLE_NAMES */.ST.flatMap((role) => {
        const text = sections.get(`config ${configPath(role)}`);
        return text === undefined ? [] : [{ role, values: keyValues(text) }];
    });
}
function readContainers(text, bad) {
    return jsonLines(text, bad, 'its containers').map((container) => {
        const { name, image, imageId, version, running, restarting, created, started, args } = container;
        if (!isText(name) || !isText(image) || !isText(imageId) || !isText(created) || !isText(started))
            throw bad('its containers');
        if (!Array.isArray(args) || !args.every(isText))
            throw bad('its containers');
        return {
            name: name.replace(/^\//, ''),
            image,
            imageId,
            ...(isText(version) && version !== '' && { version }),
            // One that crashes and is started again and again counts as running for docker.
            running: running === true && restarting !== true,
            createdAt: created,
            startedAt: started,
            args,
        };
    });
}
function readConflicts(text) {
    const found = linesOf(text);
    const matches = (pattern, name) => pattern.endsWith('[0-9]*')
        ? name.startsWith(pattern.slice(0, -6)) && /\d/.test(name[pattern.length - 6] ?? '')
        : pattern === name;
    return Object.entries(facts_script/* CONFLICTS */.UT)
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
function lockAge(text) {
    const seconds = /^-?\d{1,12}$/.exec(text?.trim() ?? '')?.[0];
    return seconds === undefined ? {} : { lockIdleMs: Math.max(0, Number(seconds)) * 1000 };
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
/** What follows `-t` in a container's arguments. */
function tokens(args) {
    return args.flatMap((arg, index) => {
        const next = args[index + 1];
        return arg === '-t' && next !== undefined ? [next] : [];
    });
}
function jsonLines(text, bad, what) {
    return linesOf(text).map((line) => {
        let value;
        try {
            value = JSON.parse(line);
        }
        catch {
            throw bad(what);
        }
        if (typeof value !== 'object' || value === null)
            throw bad(what);
        return value;
    });
}
function linesOf(text) {
    return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}
function isText(value) {
    return typeof value === 'string';
}
//# sourceMappingURL=facts.js.map
// EXTERNAL MODULE: ./build/src/host/job-scripts.js
var job_scripts = __webpack_require__(53967);
;// CONCATENATED MODULE: ./build/src/host/lines.js
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
//# sourceMappingURL=lines.js.map
// EXTERNAL MODULE: ./build/src/host/shell-quote.js
var shell_quote = __webpack_require__(70126);
// EXTERNAL MODULE: ./build/src/host/state-folder.js
var state_folder = __webpack_require__(56201);
;// CONCATENATED MODULE: ./build/src/host/jobs.js







/** Job folders that stay on a host */
const KEEP = 10;
/** Between two looks whether a control script still runs that is not ours */
const BY_HAND_MS = 2000;
/** A host that reboots is waited for this long. */
const COME_BACK_MS = 5 * 60_000;
const TAIL_LINES = 50;
/** A host that prints without end must not fill the runner's disk. A control script prints some tens of kilobytes. */
const SHOWN_CHARACTERS = 4 * 1024 * 1024;
/** A host can name words that are masked from then on, in what others print as well: as many as its script has tokens. */
const TOKENS_FOUND = 4;
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
    /** Jobs whose log was passed on while they ran */
    const told = new Set();
    for (let interruptions = 0, voids = 0;;) {
        const answer = await waiting.forAnswer(() => start(context, waiting, job, id));
        if (answer.kind === 'void') {
            if (++voids > MAX_INTERRUPTIONS)
                throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} does not begin "${job.title}": is it out of memory or disk?`, machine.name, 'command');
            id = newId(context.now());
            continue;
        }
        if (answer.interrupted !== undefined && !told.has(answer.interrupted))
            await tellInterrupted(waiting, context, answer.interrupted, onLine);
        if (answer.kind === 'busy') {
            context.log.info(`${machine.name}: waits for "${answer.title}" to end, which runs on this host`);
            await follow(context, waiting, answer.id, () => { });
            continue;
        }
        if (answer.kind === 'by-hand') {
            if (!told.has('by-hand'))
                context.log.info(`${machine.name}: waits for a control script that somebody started by hand on this host (process ${answer.id})`);
            told.add('by-hand');
            await context.sleep(BY_HAND_MS, signal).catch(() => { });
            continue;
        }
        const attached = answer.kind === 'attached';
        report.clear();
        told.add(answer.id);
        const ending = await follow(context, waiting, answer.id, report.line);
        if (ending.state === 'finished')
            return { exitCode: ending.exitCode, errors: report.errors, tail: report.tail, attached };
        if (++interruptions > MAX_INTERRUPTIONS)
            throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)}: "${job.title}" was interrupted ${interruptions} times without an end, by a restart of the host, a kill or a full disk: look at its memory, disk and system log`, machine.name, 'command');
        context.log.warning(`${machine.name}: "${job.title}" was interrupted (the host restarted, or it was killed) and is begun again`);
        if (!attached)
            id = newId(context.now());
    }
}
/** Follows a job that an earlier run began, from the start of its log to its end. */
async function attachJob(context, job, onLine, signal) {
    const timeoutMs = 60 * 60_000;
    const waiting = new Waiting(context, { title: job.title, timeoutMs }, context.now() + timeoutMs, signal);
    const ending = await follow(context, waiting, job.id, collectLines(context.secrets, onLine).line);
    return ending.state === 'finished' ? { exitCode: ending.exitCode } : {};
}
/** `20261121T231502-1f2e3d4c5b6a7988`: sorts by time, and is nobody else's. */
function newId(now) {
    const time = new Date(now).toISOString().replace(/[-:]|\.\d+Z$/g, '');
    return `${time}-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
}
async function start(context, waiting, job, id) {
    const title = job.title.replace(/[^\x20-\x7e]/g, ' ');
    const output = await context.execute({
        script: job_scripts/* START_JOB */.H0,
        args: [
            id,
            job.key,
            title,
            job.cwd,
            `set -- ${(0,shell_quote/* shellQuoteAll */.M_)(job.argv)}`,
            String(KEEP),
            String(context.patience ?? 2),
        ],
        ...waiting.limits(60_000),
    });
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
    throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(context.machine)} could not begin "${job.title}" (exit ${output.code}): ${lastLine(output.stderr) || 'it does not say why'}; is /var/lib writable and not full?`, context.machine.name, 'command');
}
/** Streams the log of a job until it is over; a lost connection is made again and goes on where it stopped. */
async function follow(context, waiting, id, onLine) {
    let offset = 0;
    return await waiting.forAnswer(async () => {
        const reader = new LineReader(onLine);
        try {
            const output = await context.execute({
                script: job_scripts/* FOLLOW_JOB */.K0,
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
            throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(context.machine)} cannot show the log of job ${id} (exit ${output.code}): ${lastLine(output.stderr)}`, context.machine.name, 'command');
        }
        finally {
            offset += reader.consumed;
        }
    });
}
async function tellInterrupted(waiting, context, id, onLine) {
    const output = await waiting.forAnswer(() => context.execute({ script: job_scripts/* TAIL_JOB */.FP, args: [id], ...waiting.limits(60_000) }));
    onLine('[warn]: it was begun before and interrupted (the host restarted, or it was killed); its last lines were:');
    const reader = new LineReader((line) => onLine(context.secrets.redact(line)));
    reader.push(Buffer.from(output.stdout));
    reader.finish();
}
/** How long and how patiently a job is waited for. */
class Waiting {
    context;
    job;
    deadline;
    signal;
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
                const gone = error instanceof host_types/* HostError */.d &&
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
        const goesOn = `it goes on on ${(0,shell/* where */._M)(machine)}, and the next run attaches to it`;
        if (this.signal?.aborted)
            throw new host_types/* HostError */.d(`"${this.job.title}" is no longer waited for, as the run was cancelled; ${goesOn}`, machine.name, 'timeout', cause);
        if (this.context.now() >= this.deadline)
            throw new host_types/* HostError */.d(`"${this.job.title}" has not ended within ${Math.round(this.job.timeoutMs / 60_000)} minutes; ${goesOn}`, machine.name, 'timeout', cause);
    }
}
/** Redacts lines and keeps those that a result has. */
function collectLines(secrets, onLine) {
    const errors = [];
    const tail = [];
    const found = new Set();
    let shown = 0;
    return {
        errors,
        tail,
        clear() {
            errors.length = 0;
            tail.length = 0;
        },
        line(raw) {
            for (const token of tokensIn(raw)) {
                if (found.size >= TOKENS_FOUND || found.has(token))
                    continue;
                found.add(token);
                secrets.add(token);
            }
            const line = secrets.redact(raw);
            const before = shown;
            shown += line.length + 1;
            if (shown <= SHOWN_CHARACTERS)
                onLine(line);
            else if (before <= SHOWN_CHARACTERS)
                onLine(`[warn]: no more of this is shown; all of it is in ${state_folder/* JOBS_FOLDER */.e} on the host`);
            tail.push(line);
            if (tail.length > TAIL_LINES)
                tail.shift();
            if (line.includes('[error]') && errors.length < TAIL_LINES)
                errors.push(line);
        },
    };
}
/** im_ctl.sh prints its token. A job that somebody else began may have another one than we know. */
function tokensIn(line) {
    const given = /^\[info\]: args /.test(line) ? [...line.matchAll(/\s-[tP]\s+(\S+)/g)] : [];
    const told = /^\s*token\s*:\s*(\S+)\s*$/.exec(line);
    return [...given, ...(told ? [told] : [])].map(([, token = '']) => token);
}
function lastLine(text) {
    return text.split('\n').findLast((line) => line.trim() !== '') ?? '';
}
//# sourceMappingURL=jobs.js.map
;// CONCATENATED MODULE: ./build/src/host/private-key.js


const INPUT = 'ssh-private-key (PORTSIP_SSH_PRIVATE_KEY)';
/** Looks at the key before the first connection, so that a bad secret is one clear error and not one a host. */
function checkPrivateKey(given, passphrase) {
    const text = (given ?? '').replaceAll('\r\n', '\n').trim();
    if (text === '')
        throw new types/* InputError */.dz(`${INPUT} is missing: give the private key that opens the hosts, e.g. the content of ~/.ssh/id_ed25519`);
    if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(text))
        throw new types/* InputError */.dz(`${INPUT} is a public key: give the private one, from the file without .pub`);
    const armour = /^-----BEGIN ([A-Z ]*)PRIVATE KEY-----/.exec(text);
    if (!armour) {
        const path = /^[~./\w-]+$/.test(text) && text.length < 200;
        throw new types/* InputError */.dz(path
            ? `${INPUT} looks like a path: give the content of the file`
            : `${INPUT} is not a private key: it must begin with "-----BEGIN OPENSSH PRIVATE KEY-----"`);
    }
    if (!/-----END [A-Z ]*PRIVATE KEY-----$/.test(text))
        throw new types/* InputError */.dz(`${INPUT} is cut off: its -----END line is missing`);
    const body = text.split('\n').slice(1, -1);
    if (body.length === 0)
        throw new types/* InputError */.dz(`${INPUT} has lost its line breaks: store the file's content as it is`);
    const kind = armour[1]?.trim();
    if (kind === '' || kind === 'ENCRYPTED')
        throw new types/* InputError */.dz(`${INPUT} is in PKCS#8 format, which is not supported: convert a copy with "ssh-keygen -p -f KEYFILE", or make a new key with "ssh-keygen -t ed25519"`);
    const openssh = kind === 'OPENSSH' ? readOpenSsh(body.join('')) : undefined;
    if (kind === 'OPENSSH' && !openssh)
        throw new types/* InputError */.dz(`${INPUT} is damaged: store the file's content again`);
    const encrypted = openssh ? openssh.cipher !== 'none' : /^Proc-Type:.*ENCRYPTED/m.test(text);
    if (encrypted && !passphrase)
        throw new types/* InputError */.dz(`${INPUT} is protected by a passphrase and none was given: give the passphrase as well, or a key without one (ssh-keygen -p -N '' -f COPY_OF_THE_KEY)`);
    return { text: `${text}\n`, ...(openssh && { fingerprint: (0,known_hosts/* fingerprint */.Rj)(openssh.publicKey) }) };
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
//# sourceMappingURL=private-key.js.map
;// CONCATENATED MODULE: ./build/src/host/hosts.js










const COMMAND_MS = 120_000;
/** Machines over SSH. Throws InputError when the key or known_hosts cannot be used; connects to nothing yet. */
function connectHosts(options) {
    const { secrets, log } = options;
    for (const secret of [options.privateKey, options.passphrase, options.sudoPassword])
        secrets.add(secret);
    const now = options.now ?? Date.now;
    const sleep = options.sleep ?? ((ms, signal) => (0,promises_.setTimeout)(ms, undefined, { ...(signal && { signal }) }));
    const connections = new Connections({
        privateKey: checkPrivateKey(options.privateKey, options.passphrase),
        ...(options.passphrase && { passphrase: options.passphrase }),
        knownHosts: checkKnownHosts(options.knownHosts, log),
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
                return await (0,shell/* runAsRoot */.yf)(client, machine, options.sudoPassword, command);
            }
            catch (error) {
                if (!(error instanceof shell/* NotStarted */.R9))
                    throw error;
                if (attempt >= 2)
                    throw new host_types/* HostError */.d(`${(0,shell/* where */._M)(machine)} keeps closing its SSH connection: look at its sshd log`, machine.name, 'connection-lost', error);
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
                if (!(error instanceof host_types/* HostError */.d) || error.code !== 'connection-lost' || attempt >= 2)
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
        const turn = turns.get(key) ?? (0,p_limit/* default */.A)(1);
        turns.set(key, turn);
        return turn;
    }
    function jobContext(machine) {
        return { machine, execute: (command) => execute(machine, command), secrets, log, now, sleep };
    }
    function host(machine) {
        return {
            machine,
            async run(script, args = [], { input, timeoutMs = COMMAND_MS, repeatable = false } = {}) {
                const command = { script, args, timeoutMs, ...(input !== undefined && { input }) };
                const { code, stdout, stderr } = await (repeatable
                    ? again(() => execute(machine, command))
                    : execute(machine, command));
                return { code, stdout, stderr };
            },
            facts: (request) => again(() => readFacts((command) => execute(machine, command), machine, request, secrets)),
            job: (job, onLine, signal) => inTurn(machine)(() => {
                const ends = anySignal(options.signal, signal);
                if (ends?.aborted)
                    throw new host_types/* HostError */.d(`"${job.title}" was not begun: the run was cancelled`, machine.name, 'timeout');
                return runJob(jobContext(machine), job, onLine, ends);
            }),
            attach: (job, onLine, signal) => attachJob(jobContext(machine), job, onLine, anySignal(options.signal, signal)),
        };
    }
    return {
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
}
function checkKnownHosts(text, log) {
    const input = 'ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS)';
    const cure = 'give the host keys of all servers, as "ssh-keyscan ADDRESS…" prints them, once you have compared them with the servers’ own (ssh-keygen -lf)';
    if (!text?.trim())
        throw new types/* InputError */.dz(`${input} is missing: ${cure}`);
    const known = (0,known_hosts/* parseKnownHosts */.uJ)(text);
    if (known.unreadable.length > 0)
        log.warning(`${input}: not a known_hosts line: ${known.unreadable.join(', ')}`);
    if (known.keys === 0)
        throw new types/* InputError */.dz(`${input} has no host key in it: ${cure}`);
    return known;
}
function anySignal(...signals) {
    const given = signals.filter((signal) => signal !== undefined);
    return given.length > 1 ? AbortSignal.any(given) : given[0];
}
//# sourceMappingURL=hosts.js.map
// EXTERNAL MODULE: ./node_modules/openapi-fetch/dist/index.mjs
var dist = __webpack_require__(16000);
// EXTERNAL MODULE: ./build/src/cluster/addresses.js
var addresses = __webpack_require__(21075);
;// CONCATENATED MODULE: ./build/src/pbx/answers.js



/** An answer that is not what the API describes. `message`: "items[3].id is missing". */
class Malformed extends Error {
}
/** A JSON object whose fields are of the wrong type until shown otherwise. null counts as left out. */
class Fields {
    where;
    values;
    constructor(value, where = '') {
        this.where = where;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            throw new Malformed(`${where || 'the answer'} is not an object`);
        }
        this.values = value;
    }
    /** undefined when empty */
    text(name) {
        return this.typed(name, 'string', (value) => typeof value === 'string') || undefined;
    }
    needText(name) {
        return this.text(name) ?? this.fail(name, 'is missing');
    }
    flag(name) {
        return this.typed(name, 'true or false', (value) => typeof value === 'boolean');
    }
    amount(name) {
        return this.typed(name, 'a number from 0', (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
    }
    needOneOf(name, allowed) {
        const value = this.needText(name);
        return allowed.find((one) => one === value) ?? this.fail(name, `is not ${allowed.join(' or ')}`);
    }
    id() {
        const id = this.needText('id');
        return isId(id) ? id : this.fail('id', 'is not usable as an id');
    }
    objects(name) {
        const value = this.values[name];
        if (!Array.isArray(value))
            return this.fail(name, 'is not a list');
        return value.map((item, index) => new Fields(item, `${this.prefix}${name}[${index}]`));
    }
    typed(name, type, is) {
        const value = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
        if (value === undefined || value === null)
            return undefined;
        return is(value) ? value : this.fail(name, `is not ${type === 'string' ? 'text' : type}`);
    }
    get prefix() {
        return this.where ? `${this.where}.` : '';
    }
    fail(name, what) {
        throw new Malformed(`${this.prefix}${name} ${what}`);
    }
}
/** Ids are the PBX's business, but `.` and `..` would turn a URL into another one, however they are encoded. */
function isId(id) {
    return id.length > 0 && id.length <= 512 && !/^\.\.?$/.test(id);
}
function readServer(role, item) {
    const { addressPrefix, publicAddress, limits } = (0,roles/* collectionOf */.iw)(role);
    return {
        id: item.id(),
        role,
        name: item.needText('name'),
        type: item.needOneOf('type', ['INTERNAL', 'EXTERNAL']),
        enabled: item.flag('enabled') ?? true,
        ...defined({
            privateIp: readAddress(item, addressPrefix),
            publicIp: publicAddress ? readAddress(item, 'public_') : undefined,
        }),
        ...amounts(limits.map(({ name, api }) => [name, item.amount(api)])),
    };
}
function readStatus(role, answer) {
    const { calls } = roles/* ROLES */.gg[role];
    return {
        // A server that the PBX has never seen has no status, and any third state is not one that takes calls.
        status: answer.text('status') === 'ONLINE' ? 'ONLINE' : 'OFFLINE',
        ...defined({
            calls: calls.kind === 'counted' ? answer.amount(calls.field) : undefined,
            cpuUsage: answer.amount('cpu_usage'),
            memoryUsage: answer.amount('memory_usage'),
        }),
    };
}
function readIpFilter(item) {
    return {
        id: item.id(),
        cidr: item.needText('cidr'),
        target: item.needOneOf('target', ['ACCEPT', 'DENY']),
        ...defined({ expireAt: item.text('expire_at'), description: item.text('description') }),
    };
}
function readIm(answer) {
    return defined({ privateIp: readAddress(answer, 'private_'), publicIp: readAddress(answer, 'public_') });
}
/** IPv4 where there are both; IPv6 in its usual spelling, so that it can be compared. */
function readAddress(fields, prefix) {
    const address = fields.text(`${prefix}ipv4`) ?? fields.text(`${prefix}ipv6`);
    return address === undefined ? undefined : (0,addresses/* normalise */.j7)(address);
}
function familyOf(address) {
    if ((0,addresses/* isAddress */.PW)(address))
        return address.includes(':') ? 'ipv6' : 'ipv4';
    throw new types/* InputError */.dz(`${address} is not an IP address`);
}
function writeAddresses({ privateIp, publicIp }) {
    return { ...writeAddress('private_', privateIp), ...writeAddress('public_', publicIp) };
}
function writeAddress(prefix, address) {
    return address ? { [`${prefix}${familyOf(address)}`]: address } : {};
}
function writeServer({ role, name, enabled, privateIp, publicIp, ...limits }) {
    const { addressPrefix, publicAddress } = (0,roles/* collectionOf */.iw)(role);
    return {
        name,
        enabled,
        ...writeAddress(addressPrefix, privateIp),
        ...(publicAddress && writeAddress('public_', publicIp)),
        ...writeLimits(role, limits),
    };
}
function writePatch(role, { enabled, ...limits }) {
    return { ...defined({ enabled }), ...writeLimits(role, limits) };
}
function writeLimits(role, values) {
    return amounts((0,roles/* collectionOf */.iw)(role).limits.map(({ name, api }) => [api, values[name]]));
}
function writeIpFilter(filter) {
    return defined({
        cidr: filter.cidr,
        target: filter.target,
        expire_at: filter.expireAt,
        description: filter.description,
    });
}
/** Without the fields that are undefined. */
function defined(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
function amounts(entries) {
    const known = {};
    for (const [name, amount] of entries)
        if (amount !== undefined)
            known[name] = amount;
    return known;
}
//# sourceMappingURL=answers.js.map
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/text/one-line.js

/**
 * Text that the PBX, or a proxy before it, wrote, made fit for one line of a log: no control, escape or
 * direction-changing characters, and not longer than `limit`.
 */
function quote(text, limit = 300) {
    // Cutting first keeps a megabyte of HTML from being searched; the factor leaves room for what is taken out.
    const line = (0,external_node_util_.stripVTControlCharacters)(text.slice(0, limit * 4))
        .replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
//# sourceMappingURL=one-line.js.map
;// CONCATENATED MODULE: ./build/src/pbx/errors.js

/** Codes that PortSIP documents. Any other one is to be read as UNKNOWN; the message still quotes it. */
const DOCUMENTED = ['UNKNOWN', 'VALIDATE_FAILED', 'UNAUTHORIZED'];
/**
 * `body` is JSON already parsed, or the text when it was none (a proxy's HTML page, say). `redact` comes before
 * anything is cut or cleaned: half a secret would not be recognised any more.
 */
function readRefusal(status, body, redact, location) {
    // Loaded where it is needed: node:http is large, and most runs see no error.
    const { STATUS_CODES } = process.getBuiltinModule('node:http');
    const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
    if (status < 400) {
        const target = location ? quote(redact(location), 200) : 'nowhere';
        return { status, text: `${title}: a redirect to ${target}, which is not followed` };
    }
    const errors = body?.errors;
    if (!Array.isArray(errors) || errors.length === 0) {
        const words = typeof body === 'string' && !/^\s*</.test(body) ? quote(redact(body), 150) : '';
        return { status, text: words ? `${title}: ${words}` : title };
    }
    const quoted = errors.slice(0, 3).map((error) => readError(error, redact));
    const raw = quoted[0]?.code ?? '';
    return {
        status,
        code: DOCUMENTED.includes(raw) ? raw : 'UNKNOWN',
        text: `${title}: ${quoted.map(({ text }) => text).join('; ')}`,
    };
}
function readError(error, redact) {
    const { code, message, detail } = (typeof error === 'object' && error !== null ? error : {});
    const name = (typeof code === 'string' && quote(redact(code), 60)) || 'UNKNOWN';
    const words = typeof message === 'string' ? quote(redact(message)) : '';
    const more = detail === undefined || detail === null || detail === '' ? '' : quote(asText(detail, redact), 200);
    return { code: name, text: `${name}${words ? `: ${words}` : ''}${more ? ` (${more})` : ''}` };
}
function asText(detail, redact) {
    if (typeof detail === 'string')
        return redact(detail);
    try {
        // Before it is JSON: quotes in a secret would look different afterwards.
        return JSON.stringify(detail, (_key, value) => (typeof value === 'string' ? redact(value) : value)) ?? '';
    }
    catch {
        // Nested deeper than the stack goes: nobody reads that anyway.
        return '';
    }
}
//# sourceMappingURL=errors.js.map
// EXTERNAL MODULE: ./build/src/pbx/retry.js
var retry = __webpack_require__(61789);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(19414);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
var external_node_tls_default = /*#__PURE__*/__webpack_require__.n(external_node_tls_);
;// CONCATENATED MODULE: ./build/src/pbx/tls.js




/** The PBX offered a certificate that is not to be trusted. Nothing was sent to it. */
class CertificateError extends Error {
}
function parseTrust(ca, fingerprint) {
    if (fingerprint?.trim()) {
        const digits = fingerprint
            .trim()
            .replace(/^sha-?256( fingerprint)?[:=]/i, '')
            .replace(/[:\s]/g, '')
            .toUpperCase();
        if (!/^[0-9A-F]{64}$/.test(digits)) {
            throw new types/* InputError */.dz('pbx-fingerprint (PORTSIP_PBX_FINGERPRINT) is not the SHA-256 of a certificate: ' +
                '64 hexadecimal digits, with or without colons, as `openssl x509 -noout -fingerprint -sha256` prints them');
        }
        return { fingerprint: digits };
    }
    if (ca?.trim()) {
        const blocks = ca.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
        if (blocks.length === 0 || !blocks.every(isCertificate)) {
            throw new types/* InputError */.dz('pbx-ca (PORTSIP_PBX_CA) holds no readable certificate: give the PEM text itself, ' +
                'from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, not a path');
        }
        return { ca: blocks };
    }
    return {};
}
function isCertificate(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem).raw.length > 0;
    }
    catch {
        return false;
    }
}
/** Node's own authorities and the system's, where this Node can read those; none where a certificate is pinned. */
function trustedAuthorities(trust) {
    if (trust.fingerprint)
        return [];
    if (trust.ca)
        return trust.ca;
    const { getCACertificates } = (external_node_tls_default());
    return getCACertificates ? [...getCACertificates('default'), ...getCACertificates('system')] : undefined;
}
function offerOf(socket) {
    const certificate = socket.getPeerCertificate();
    if (socket.authorized)
        return { certificate };
    // Typed as an Error, but Node leaves the error's code here.
    const fault = socket.authorizationError;
    return { certificate, fault: typeof fault === 'string' ? fault : fault instanceof Error ? fault.message : 'UNKNOWN' };
}
/** Chain faults that do not matter when the very certificate was given as trusted. */
const CHAIN_FAULTS = new Set([
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
]);
/** undefined: the certificate is good for `host`. `origin` is for the message. */
function judge(offer, trust, host, origin) {
    const { certificate } = offer;
    if (!certificate.fingerprint256)
        return `The server at ${origin} offered no certificate. Nothing was sent to it.`;
    if (trust.fingerprint) {
        if (digits(certificate) === trust.fingerprint)
            return undefined;
        return (`The PBX at ${origin} offered another certificate than the pinned one. Nothing was sent to it. ` +
            `${tls_describe(certificate)}. Pinned: ${withColons(trust.fingerprint)}. If somebody renewed the PBX's certificate, ` +
            `set pbx-fingerprint (PORTSIP_PBX_FINGERPRINT) to ${certificate.fingerprint256}; ` +
            'if nobody did, something else answers at this address.');
    }
    const fault = settle(offer, trust, host);
    if (!fault)
        return undefined;
    if (fault === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return (`The PBX at ${origin} offered a certificate that is trusted but made out to another name ` +
            `(${quote(namesOf(certificate), 200)}). Nothing was sent to it. ${tls_describe(certificate)}. Set pbx.api in the cluster file ` +
            `to a name that the certificate has, or pin it: pbx-fingerprint (PORTSIP_PBX_FINGERPRINT) ${certificate.fingerprint256}`);
    }
    if (fault === 'CERT_HAS_EXPIRED' || fault === 'CERT_NOT_YET_VALID') {
        return (`The PBX at ${origin} offered a certificate that ${fault === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}. ` +
            `Nothing was sent to it. ${tls_describe(certificate)}. Renew it on the PBX (and check this machine's clock), ` +
            `or pin it as it is: pbx-fingerprint (PORTSIP_PBX_FINGERPRINT) ${certificate.fingerprint256}`);
    }
    return (`The PBX at ${origin} offered a certificate that nothing here vouches for (${quote(fault, 80)}). Nothing was sent to it. ` +
        `${tls_describe(certificate)}. If it is your PBX's own (compare the SHA-256 on the PBX), set pbx-fingerprint ` +
        `(PORTSIP_PBX_FINGERPRINT) to ${certificate.fingerprint256}, or pbx-ca (PORTSIP_PBX_CA) to the PEM of the authority that signed it.`);
}
function settle({ certificate, fault }, trust, host) {
    if (!fault || !CHAIN_FAULTS.has(fault))
        return fault;
    const given = trust.ca?.some((pem) => new external_node_crypto_.X509Certificate(pem).raw.equals(certificate.raw));
    if (!given)
        return fault;
    // The machine's own clock, as for every other certificate.
    const now = Date.now();
    if (Date.parse(certificate.valid_to) < now)
        return 'CERT_HAS_EXPIRED';
    if (Date.parse(certificate.valid_from) > now)
        return 'CERT_NOT_YET_VALID';
    return external_node_tls_default().checkServerIdentity(host, certificate) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : undefined;
}
function digits(certificate) {
    return certificate.fingerprint256.replaceAll(':', '').toUpperCase();
}
function withColons(hex) {
    return hex.match(/../g)?.join(':') ?? hex;
}
function namesOf(certificate) {
    return certificate.subjectaltname ?? nameOf(certificate.subject);
}
/** `Certificate: CN=pbx; issued by CN=pbx; valid … to …; SHA-256 AA:BB:…` */
function tls_describe(certificate) {
    return (`Certificate: ${nameOf(certificate.subject)}; issued by ${nameOf(certificate.issuer)}; ` +
        `valid ${quote(certificate.valid_from, 40)} to ${quote(certificate.valid_to, 40)}; SHA-256 ${certificate.fingerprint256}`);
}
function nameOf(subject) {
    const parts = Object.entries(subject ?? {}).map(([key, value]) => `${key}=${[value].flat().join('+')}`);
    return quote(parts.join(', '), 200) || 'no name';
}
//# sourceMappingURL=tls.js.map
;// CONCATENATED MODULE: ./build/src/pbx/transport.js



/** No usable answer came. `message` is a clause about the PBX: "did not answer within 30 seconds". */
class Failure extends Error {
    kind;
    constructor(kind, message, cause) {
        super(message, { cause });
        this.kind = kind;
    }
}
/** HTTPS to one PBX over a few kept connections. Never follows a redirect, never sends before the certificate is judged. */
class Transport {
    options;
    agent;
    constructor(options) {
        this.options = options;
    }
    /** Throws `Failure`. The response's body is read whole, within the time and size that are allowed. */
    async fetch(request, timeoutMs = this.options.timeoutMs, signal = this.options.signal) {
        const timeout = AbortSignal.timeout(timeoutMs);
        try {
            const { request: send } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
            const payload = await request.text();
            const answer = await send(request.url, {
                dispatcher: await (this.agent ??= this.connect()),
                method: request.method === 'GET' ? 'GET' : 'POST',
                headers: Object.fromEntries(request.headers),
                body: payload === '' ? null : payload,
                signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
            });
            const { statusCode: status } = answer;
            // Unread bodies that are given up report that as an error, which would end the process.
            answer.body.on('error', () => { });
            if (status < 200 || status > 599) {
                answer.body.destroy();
                throw new Failure('nonsense', `answered with status ${status}, which does not exist`);
            }
            const text = await this.read(answer.body, answer.headers['content-length']);
            const headers = new Headers();
            for (const name of ['retry-after', 'location']) {
                const value = [answer.headers[name]].flat()[0];
                if (value !== undefined)
                    headers.set(name, quote(value, 500));
            }
            return new Response(status === 204 || status === 205 || status === 304 ? null : text, { status, headers });
        }
        catch (error) {
            if (signal?.aborted)
                throw new Failure('cancelled', 'was not waited for: the run was cancelled', error);
            if (timeout.aborted)
                throw new Failure('timeout', `did not answer within ${timeoutMs / 1000} seconds`, error);
            throw classify(error);
        }
    }
    async close() {
        await (await this.agent?.catch(() => undefined))?.destroy();
    }
    async read(body, length) {
        const { maxAnswerBytes } = this.options;
        const chunks = [];
        let bytes = 0;
        const refuse = () => {
            body.destroy();
            return new Failure('nonsense', `answered with more than ${Math.floor(maxAnswerBytes / 1024)} KiB`);
        };
        if (Number(length) > maxAnswerBytes)
            throw refuse();
        for await (const chunk of body) {
            bytes += chunk.length;
            if (bytes > maxAnswerBytes)
                throw refuse();
            chunks.push(chunk);
        }
        return Buffer.concat(chunks).toString('utf8');
    }
    async connect() {
        const { Agent, buildConnector } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
        const { trust, origin, timeoutMs } = this.options;
        const ca = trustedAuthorities(trust);
        const handshake = buildConnector({
            // Once for all connections: to read the authorities takes a fifth of a second.
            secureContext: (0,external_node_tls_.createSecureContext)(ca ? { ca } : {}),
            // Judged below, where the refused certificate can still be shown. A resumed session would skip the
            // check of the name, so that sessions are not kept: the kept connections make up for it.
            rejectUnauthorized: false,
            maxCachedSessions: 0,
            timeout: Math.min(timeoutMs, 10_000),
        });
        const connect = (target, callback) => handshake(target, (...result) => {
            const [error, socket] = result;
            if (error)
                return callback(error, null);
            const host = target.hostname.replace(/^\[|\]$/g, '');
            const objection = judge(offerOf(socket), trust, host, origin);
            if (!objection)
                return callback(null, socket);
            socket.destroy();
            callback(new CertificateError(objection), null);
        });
        // One request at a time on a connection: a reset then leaves one request in doubt, not several.
        return new Agent({ connect, connections: 4, pipelining: 1, keepAliveTimeout: 30_000 });
    }
}
const UNREACHABLE = {
    ECONNREFUSED: 'refuses connections',
    EHOSTUNREACH: 'cannot be reached from here (no route)',
    ENETUNREACH: 'cannot be reached from here (no network)',
    EHOSTDOWN: 'cannot be reached from here (host down)',
    EADDRNOTAVAIL: 'cannot be reached from here (no local address)',
    EAI_AGAIN: 'has a name that could not be looked up just now',
    UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
    ETIMEDOUT: 'did not accept a connection in time',
};
/** What an error of the network says about the PBX, and whether it can have got the request. */
function classify(error) {
    if (error instanceof Failure)
        return error;
    if (error instanceof CertificateError)
        return new Failure('certificate', error.message, error);
    const { code = '', message = String(error) } = error;
    const known = UNREACHABLE[code];
    if (known && isBeforeConnection(error))
        return new Failure('unreachable', known, error);
    if (code === 'ENOTFOUND')
        return new Failure('wrong-address', 'has a name that does not exist', error);
    if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
        return new Failure('wrong-address', `does not speak TLS as expected (${quote(message, 120)})`, error);
    if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
        return new Failure('nonsense', `does not speak HTTP as expected (${quote(message, 120)})`, error);
    return new Failure('lost', `closed the connection without an answer (${quote(code || message, 120)})`, error);
}
/** The same codes also come from a connection that breaks later, when the request is long gone. */
function isBeforeConnection(error) {
    const { code, syscall, errors } = error;
    if (code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo')
        return true;
    return Array.isArray(errors) && errors.every(isBeforeConnection);
}
//# sourceMappingURL=transport.js.map
// EXTERNAL MODULE: ./build/src/pbx/types.js
var pbx_types = __webpack_require__(54930);
;// CONCATENATED MODULE: ./build/src/pbx/caller.js






/** Makes calls until they succeed, fail for good, or patience ends. All errors are `PbxError`. */
class Caller {
    options;
    calls = 0;
    retries = 0;
    answered = false;
    constructor(options) {
        this.options = options;
    }
    /** `12 API calls, 1 of them repeated` */
    get summary() {
        return `${this.calls} API call${this.calls === 1 ? '' : 's'}, ${this.retries} of them repeated`;
    }
    async call(call) {
        const { now, log, random } = this.options;
        const begun = now();
        let renewed = false;
        let repeated = false;
        let token = await call.tokens?.current();
        for (let attempt = 1;; attempt++) {
            const outcome = await this.attempt(call, token);
            if (!('what' in outcome))
                return outcome.value;
            const { refusal } = outcome;
            if (refusal?.status === 401 && call.tokens && token !== undefined) {
                if (renewed)
                    throw this.error(call, `the PBX refused a token that it had only just issued (${refusal.text})`, outcome);
                renewed = true;
                attempt--;
                token = await call.tokens.renewed(token);
                continue;
            }
            if (!outcome.again) {
                // A first try that was thought lost may have arrived after we looked.
                const done = repeated && refusal ? await call.findDone?.() : undefined;
                if (done !== undefined)
                    return done;
                throw this.error(call, refusal ? `the PBX answered ${outcome.what}` : `the PBX ${outcome.what}`, outcome);
            }
            if (outcome.unsure) {
                const done = await call.findDone?.();
                if (done !== undefined)
                    return done;
            }
            const pause = outcome.afterMs ?? (0,retry/* pauseMs */.rV)(attempt, random());
            const spent = now() - begun;
            if (this.isEnough(outcome, attempt, spent + pause))
                throw this.givenUp(call, outcome, attempt, spent);
            const trouble = `${call.operation}: the PBX ${refusal ? `answered ${outcome.what}` : outcome.what}`;
            log.debug(this.safe(`${trouble}; asking again in ${Math.round(pause)} ms`));
            if (attempt === 4)
                log.warning(this.safe(`${trouble}; still trying`));
            this.retries++;
            repeated = true;
            await this.pause(call, pause);
            // After a failover another node answers, and knows nobody who signed in before.
            renewed = false;
            token = await call.tokens?.current();
        }
    }
    async attempt(call, token) {
        const { now, log, signal } = this.options;
        if (signal?.aborted)
            throw this.error(call, 'not asked: the run was cancelled');
        const begun = now();
        this.calls++;
        try {
            const { data, error, response } = await call.send(token === undefined ? {} : { authorization: `Bearer ${token}` });
            const { status } = response;
            this.answered = true;
            log.debug(`PBX: ${call.operation}: ${status} after ${now() - begun} ms`);
            if (call.expect?.includes(status))
                return { value: call.read({ status, body: undefined }) };
            if (!response.ok) {
                const redact = (text) => this.safe(text);
                return this.setback(readRefusal(status, error, redact, response.headers.get('location')), response);
            }
            return { value: call.read({ status, body: parse(data) }) };
        }
        catch (error) {
            if (error instanceof Failure)
                return fromFailure(error);
            if (error instanceof pbx_types/* PbxError */.f)
                throw error;
            const words = error instanceof Error ? error.message : String(error);
            throw this.error(call, `the PBX's answer cannot be used: ${quote(words)}`, { cause: error });
        }
    }
    setback(refusal, response) {
        const advice = (0,retry/* adviceOn */.ik)(refusal.status);
        const after = (0,retry/* retryAfterMs */.Vs)(response.headers.get('retry-after'), this.options.now());
        return {
            what: refusal.text,
            again: advice !== 'final',
            unsure: advice === 'unsure',
            ...(after === undefined ? {} : { afterMs: after }),
            refusal,
        };
    }
    isEnough({ refusal, unsure }, attempt, ms) {
        if (attempt >= (refusal?.status === 500 ? retry/* PATIENCE */.aZ.internalErrorAttempts : retry/* PATIENCE */.aZ.attempts))
            return true;
        return ms > (this.answered || unsure ? retry/* PATIENCE */.aZ.totalMs : retry/* PATIENCE */.aZ.firstContactMs);
    }
    givenUp(call, setback, attempts, spentMs) {
        const { refusal, what } = setback;
        const tries = `after ${attempts} tries in ${(0,duration/* spokenDuration */.Vz)(spentMs)}`;
        return this.error(call, refusal ? `the PBX still answers ${what}, ${tries}` : `the PBX ${what}, ${tries}`, setback);
    }
    async pause(call, ms) {
        try {
            await this.options.sleep(ms, this.options.signal);
        }
        catch (cause) {
            throw this.error(call, 'not asked again: the run was cancelled', { cause });
        }
    }
    /** Also for what is found out after a call: the message says which one, where, and what to do. */
    error(call, what, { refusal, cause } = {}) {
        const hint = hintFor(refusal?.status, cause instanceof Failure ? cause.kind : undefined);
        // A certificate's message stands for itself and is long.
        const words = cause instanceof Failure && cause.kind === 'certificate'
            ? cause.message
            : `${call.operation} at ${this.options.origin}: ${what}${hint ? `. ${hint}` : ''}`;
        return new pbx_types/* PbxError */.f(this.safe(words), {
            operation: call.operation,
            ...(refusal ? { status: refusal.status } : {}),
            ...(refusal?.code ? { code: refusal.code } : {}),
            ...(cause === undefined ? {} : { cause }),
        });
    }
    safe(text) {
        return this.options.secrets.redact(text);
    }
}
function fromFailure(failure) {
    const again = failure.kind === 'unreachable' || failure.kind === 'lost' || failure.kind === 'timeout';
    return { what: failure.message, again, unsure: again && failure.kind !== 'unreachable', cause: failure };
}
function parse(data) {
    if (typeof data !== 'string' || data.trim() === '')
        return undefined;
    try {
        return JSON.parse(data);
    }
    catch {
        throw new Error(/^\s*</.test(data) ? 'it is a web page, not JSON' : 'it is not JSON');
    }
}
function hintFor(status, kind) {
    if (status === 403)
        return 'The account may not do this: it must be a system administrator of the PBX';
    if (status === 429)
        return "Put this machine's address on the PBX's whitelist, or raise its API rate limit";
    if (status !== undefined && status < 400)
        return 'Set pbx.api in the cluster file to where the PBX itself answers';
    if (kind === 'unreachable') {
        return 'Is the PBX up, is pbx.api in the cluster file right, and is this machine let in (firewall, IP whitelist)?';
    }
    if (kind === 'wrong-address')
        return "Is pbx.api in the cluster file the PBX's https address and port?";
    return undefined;
}
//# sourceMappingURL=caller.js.map
;// CONCATENATED MODULE: ./build/src/pbx/list.js

/** As many as the PBX gives at once. */
const PAGE = 100;
const MOST_PAGES = 1000;
const MOST_PASSES = 4;
function readPage(answer, read) {
    return { items: answer.objects('items').map(read), count: answer.amount('count') };
}
/**
 * All entries of a collection. When the count changes between two pages an entry may have slipped past us: the list
 * is then read anew. Throws `Malformed` for a list that never settles or never ends.
 */
async function readAll(page) {
    for (let pass = 0; pass < MOST_PASSES; pass++) {
        const all = await readOnce(page);
        if (all)
            return all;
    }
    throw new Malformed('the list changes faster than it can be read, or holds less than it counts; try again in a moment');
}
async function readOnce(page) {
    const all = new Map();
    let count;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
        const { items, count: counted } = await page(all.size);
        if (pages > 0 && counted !== count)
            return undefined;
        count = counted;
        const before = all.size;
        for (const item of items)
            all.set(item.id, item);
        if (items.length === 0)
            return before >= (count ?? 0) ? [...all.values()] : undefined;
        if (count === undefined ? items.length < PAGE : all.size >= count)
            return [...all.values()];
        if (all.size === before)
            throw new Malformed('the list gives the same page again and again');
    }
    throw new Malformed('the list does not end');
}
//# sourceMappingURL=list.js.map
;// CONCATENATED MODULE: ./build/src/pbx/options.js

/** What must be there to sign in. Throws `InputError` that names the input and the variable that are missing. */
function parseAccount({ username, password }) {
    if (!username)
        throw missing("the user name of a PBX administrator's account", 'pbx-username', 'PORTSIP_PBX_USERNAME');
    if (!password)
        throw missing("the password of the PBX administrator's account", 'pbx-password', 'PORTSIP_PBX_PASSWORD');
    return { username, password };
}
/** `https://192.168.1.20:8887`. Throws `InputError` for anything but an https address. */
function parseOrigin(api) {
    let url;
    try {
        url = new URL(api);
    }
    catch {
        throw new types/* InputError */.dz('pbx.api in the cluster file is no URL: it looks like https://192.168.1.20:8887');
    }
    if (url.protocol !== 'https:') {
        throw new types/* InputError */.dz(`pbx.api in the cluster file must be an https URL, so that the password is not sent in the open`);
    }
    if (url.username || url.password) {
        throw new types/* InputError */.dz('pbx.api in the cluster file must hold no user name or password: those are pbx-username and pbx-password');
    }
    if (!/^\/(api\/?)?$/.test(url.pathname) || url.search || url.hash) {
        throw new types/* InputError */.dz('pbx.api in the cluster file is the address alone, without a path: https://192.168.1.20:8887');
    }
    return url.origin;
}
function missing(what, input, variable) {
    return new types/* InputError */.dz(`${what} is missing: set the input ${input} (or ${variable} in the environment)`);
}
//# sourceMappingURL=options.js.map
;// CONCATENATED MODULE: ./build/src/pbx/sign-in.js


/** When the PBX does not say for how long a token is good */
const USUAL_LIFETIME_S = 1800;
const SIGN_IN = { operation: 'POST /auth/sign_in' };
const REFRESH = { operation: 'POST /auth/refresh_token' };
/** One sign-in for all calls: made at first use, renewed before it ends and when the PBX refuses it. */
class SignIn {
    api;
    caller;
    secrets;
    now;
    session;
    pending;
    /** Asking again with the same password would only get the account locked. */
    refused;
    constructor(api, caller, secrets, now) {
        this.api = api;
        this.caller = caller;
        this.secrets = secrets;
        this.now = now;
    }
    /** The access token, when there is a session to end. */
    get active() {
        return this.session?.access;
    }
    async current() {
        const session = this.session;
        if (session && this.now() < session.renewAt)
            return session.access;
        return (await this.once(session)).access;
    }
    async renewed(refused) {
        const session = this.session;
        // Somebody else was refused too, and was quicker.
        if (session && session.access !== refused)
            return session.access;
        return (await this.once(session)).access;
    }
    once(old) {
        if (this.refused)
            return Promise.reject(this.refused);
        this.pending ??= this.obtain(old).finally(() => (this.pending = undefined));
        return this.pending;
    }
    async obtain(old) {
        const refreshed = old?.refresh === undefined ? undefined : await this.refresh(old.refresh);
        this.session = refreshed ?? (await this.signIn());
        return this.session;
    }
    /** undefined: the refresh token is no good any more. */
    async refresh(token) {
        try {
            return await this.caller.call({
                ...REFRESH,
                send: () => this.api.refresh(token),
                read: (answer) => this.read(answer),
            });
        }
        catch (error) {
            if (error instanceof pbx_types/* PbxError */.f && error.details.status !== undefined && error.details.status < 500)
                return undefined;
            throw error;
        }
    }
    async signIn() {
        try {
            return await this.caller.call({ ...SIGN_IN, send: () => this.api.signIn(), read: (answer) => this.read(answer) });
        }
        catch (error) {
            if (!(error instanceof pbx_types/* PbxError */.f))
                throw error;
            const { status, code, cause } = error.details;
            if (error === this.refused || status === 429 || status === undefined || status < 400 || status >= 500)
                throw error;
            // A PBX answers a wrong password with 400 and UNAUTHORIZED, others would with 401.
            const isPassword = status === 401 || code === 'UNAUTHORIZED';
            const advice = isPassword
                ? 'Check pbx-username and pbx-password (PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD); it was not tried again, so as not to lock the account'
                : status === 404
                    ? 'There is no sign-in at this address: is pbx.api in the cluster file right, and is the PBX version 22 or later?'
                    : 'Check that pbx-username (PORTSIP_PBX_USERNAME) is a system administrator who may use the API';
            this.refused = new pbx_types/* PbxError */.f(`The PBX refused the sign-in. ${error.message}. ${advice}`, {
                ...SIGN_IN,
                status,
                ...(code ? { code } : {}),
                cause,
            });
            throw this.refused;
        }
    }
    read({ body }) {
        const answer = new Fields(body);
        // All of them, before anything is judged: also an answer that is refused below must not be printed.
        for (const name of ['access_token', 'refresh_token', 'token'])
            this.secrets.add(textOf(body, name));
        if (answer.flag('two_factor_enabled')) {
            this.refused = this.caller.error(SIGN_IN, 'the PBX wants a second factor, which no automation can give. Turn two-factor sign-in off for this account, ' +
                'or better: make an administrator account for automation alone, without it, and use that as pbx-username ' +
                '(PORTSIP_PBX_USERNAME)');
            throw this.refused;
        }
        const access = answer.needText('access_token');
        if (!isToken(access))
            throw new Malformed('access_token is not usable as a token');
        const refresh = answer.text('refresh_token');
        const lifetimeMs = (answer.amount('expires_in') || USUAL_LIFETIME_S) * 1000;
        return {
            access,
            ...(refresh === undefined ? {} : { refresh }),
            renewAt: this.now() + lifetimeMs - Math.min(60_000, lifetimeMs / 10),
        };
    }
}
function textOf(body, name) {
    const value = body[name];
    return typeof value === 'string' ? value : undefined;
}
/** What can stand in a header */
function isToken(value) {
    return /^[\x21-\x7e]{1,8192}$/.test(value);
}
//# sourceMappingURL=sign-in.js.map
;// CONCATENATED MODULE: ./build/src/pbx/client.js













const SIGN_OUT_TIMEOUT_MS = 3000;
/** Nothing is sent before the first method is called. Throws `InputError` when an option cannot be used. */
function connectPbx(options) {
    const { secrets, log, signal } = options;
    secrets.add(options.password);
    const origin = parseOrigin(options.api);
    const account = parseAccount(options);
    const now = options.now ?? Date.now;
    const transport = new Transport({
        origin,
        trust: parseTrust(options.ca, options.fingerprint),
        timeoutMs: options.timeoutMs ?? 30_000,
        maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1024 * 1024,
        ...(signal ? { signal } : {}),
    });
    const api = (0,dist/* default */.Ay)({
        baseUrl: `${origin}/api`,
        headers: { accept: 'application/json', 'user-agent': 'portsip-cluster-actions' },
        fetch: (request) => transport.fetch(request),
    });
    const caller = new Caller({
        origin,
        secrets,
        log,
        now,
        sleep: options.sleep ?? ((ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {})),
        random: options.random ?? Math.random,
        ...(signal ? { signal } : {}),
    });
    // Text, so that one place parses and one place says what is wrong with it.
    const parseAs = 'text';
    const tokens = new SignIn({
        signIn: () => api.POST('/auth/sign_in', { body: account, parseAs }),
        refresh: (token) => api.POST('/auth/refresh_token', { body: { refresh_token: token }, parseAs }),
    }, caller, secrets, now);
    let closed = false;
    const call = (request) => closed
        ? Promise.reject(caller.error(request, 'not asked: the connection was closed already'))
        : caller.call({ ...request, tokens });
    const get = (operation, send, read) => call({ operation, send, read: ({ body }) => read(new Fields(body)) });
    const list = async (operation, send, read) => {
        const page = (skip) => get(operation, (headers) => send({ top: PAGE, skip }, headers), (fields) => readPage(fields, read));
        try {
            return await readAll(page);
        }
        catch (error) {
            throw error instanceof Malformed ? caller.error({ operation }, error.message) : error;
        }
    };
    const change = (operation, id, send, expect = []) => id === undefined || isId(id)
        ? call({ operation, send, expect, read: () => { } })
        : Promise.reject(caller.error({ operation }, 'not asked: the id cannot be one of the PBX'));
    const destroy = async (operation, id, send, listed) => {
        try {
            await change(operation, id, send, [404]);
        }
        catch (error) {
            // For what is gone already some collections answer 400 and not 404.
            if (!(error instanceof pbx_types/* PbxError */.f) || error.details.status !== 400)
                throw error;
            if ((await listed()).some((one) => one.id === id))
                throw error;
        }
    };
    const readId = ({ body }) => new Fields(body).id();
    const readToken = ({ body }) => {
        const token = body === undefined ? undefined : new Fields(body).text('token');
        secrets.add(token);
        // It becomes an argument of a command on a host: nothing that any shell could take for something else.
        if (token !== undefined && !/^[\w.~+/=-]{1,4096}$/.test(token)) {
            throw new Malformed('token is not usable as a token');
        }
        return token;
    };
    const needToken = (answer) => {
        const token = readToken(answer);
        if (token === undefined)
            throw new Malformed('token is missing');
        return token;
    };
    const create = {
        media_servers: (body) => (headers) => api.POST('/media_servers', { body, headers, parseAs }),
        call_queue_servers: (body) => (headers) => api.POST('/call_queue_servers', { body, headers, parseAs }),
        ivr_servers: (body) => (headers) => api.POST('/ivr_servers', { body, headers, parseAs }),
        conference_servers: (body) => (headers) => 
        // Both limits are mandatory for the PBX; a caller that has none gets a refusal from it that says so.
        api.POST('/conference_servers', {
            body: body,
            headers,
            parseAs,
        }),
    };
    const pbx = {
        servers: (role) => {
            const path = collection(role);
            return list(`GET ${path}`, (query, headers) => api.GET(path, { params: { query }, headers, parseAs }), (item) => readServer(role, item));
        },
        createServer: async (server) => {
            const operation = `POST ${collection(server.role)}`;
            const send = create[(0,roles/* collectionOf */.iw)(server.role).collection](writeServer(server));
            const findDone = async () => {
                const found = (await pbx.servers(server.role)).find(({ name }) => name === server.name);
                if (!found)
                    return undefined;
                if ((0,addresses/* sameAddress */.xU)(found.privateIp, server.privateIp) && (0,addresses/* sameAddress */.xU)(found.publicIp, server.publicIp))
                    return found.id;
                throw caller.error({ operation }, `the portal has a server named ${server.name} with another address already`);
            };
            return call({ operation, send, read: readId, findDone });
        },
        updateServer: (role, id, patch) => {
            const path = `${collection(role)}/{id}`;
            const body = writePatch(role, patch);
            return change(`POST ${path}`, id, (headers) => api.POST(path, { params: { path: { id } }, body, headers, parseAs }));
        },
        destroyServer: (role, id) => {
            const path = `${collection(role)}/{id}/destroy`;
            return destroy(`POST ${path}`, id, (headers) => api.POST(path, { params: { path: { id } }, headers, parseAs }), () => pbx.servers(role));
        },
        status: async (role, id) => {
            const path = `${collection(role)}/{id}/status`;
            if (!isId(id))
                throw caller.error({ operation: `GET ${path}` }, 'not asked: the id cannot be one of the PBX');
            return get(`GET ${path}`, (headers) => api.GET(path, { params: { path: { id } }, headers, parseAs }), (fields) => readStatus(role, fields));
        },
        ipFilters: () => list('GET /ip_filters', (query, headers) => api.GET('/ip_filters', { params: { query }, headers, parseAs }), readIpFilter),
        createIpFilter: (filter) => call({
            operation: 'POST /ip_filters',
            send: (headers) => api.POST('/ip_filters', { body: writeIpFilter(filter), headers, parseAs }),
            read: readId,
            findDone: async () => (await pbx.ipFilters()).find(({ cidr, target }) => cidr === filter.cidr && target === filter.target)?.id,
        }),
        updateIpFilter: (id, filter) => change('POST /ip_filters/{id}', id, (headers) => api.POST('/ip_filters/{id}', { params: { path: { id } }, body: writeIpFilter(filter), headers, parseAs })),
        destroyIpFilter: (id) => destroy('POST /ip_filters/{id}/destroy', id, (headers) => api.POST('/ip_filters/{id}/destroy', { params: { path: { id } }, headers, parseAs }), () => pbx.ipFilters()),
        im: () => get('GET /im', (headers) => api.GET('/im', { headers, parseAs }), readIm),
        setIm: async (addresses) => {
            const body = { ...(await spentImAddresses(addresses)), ...writeAddresses(addresses) };
            await change('POST /im', undefined, (headers) => api.POST('/im', { body, headers, parseAs }));
        },
        imToken: () => call({
            operation: 'GET /im/token',
            send: (headers) => api.GET('/im/token', { headers, parseAs }),
            read: readToken,
            expect: [404],
        }),
        // Asked again after a lost answer: that issues one more, and the last one is the one that works.
        issueImToken: () => call({
            operation: 'POST /im/token',
            send: (headers) => api.POST('/im/token', { headers, parseAs }),
            read: needToken,
        }),
        issueDataflowToken: async (path) => {
            const below = path.replace(/^\/+/, '');
            if (!/^[\w-]+(\/[\w-]+)*$/.test(below)) {
                throw new types/* InputError */.dz('dataflow-token-path is not a path below /api: letters, digits, - and _ between slashes');
            }
            return call({
                operation: `POST /${below}`,
                send: async (headers) => {
                    // Not in the published API, so not among the typed paths either.
                    const request = new Request(`${origin}/api/${below}`, {
                        method: 'POST',
                        headers: { ...headers, accept: 'application/json' },
                    });
                    const response = await transport.fetch(request);
                    return response.ok ? { data: await response.text(), response } : { error: await response.text(), response };
                },
                read: (answer) => (answer.status === 404 ? 'unsupported' : needToken(answer)),
                expect: [404],
            });
        },
        apiVersion: () => get('GET /license', (headers) => api.GET('/license', { headers, parseAs }), (fields) => {
            secrets.add(fields.text('license_key'));
            return fields.text('api_version');
        }),
        close: async () => {
            if (closed)
                return;
            closed = true;
            const token = tokens.active;
            if (token !== undefined)
                await signOut(token);
            await transport.close();
            log.debug(`PBX: ${caller.summary}`);
        },
    };
    /** What is set now and no longer wanted: the PBX keeps a field that is left out, so it is emptied. */
    async function spentImAddresses(wanted) {
        const set = await pbx.im();
        const stale = {};
        if (set.privateIp && !(0,addresses/* sameAddress */.xU)(set.privateIp, wanted.privateIp))
            stale.privateIp = set.privateIp;
        if (set.publicIp && !(0,addresses/* sameAddress */.xU)(set.publicIp, wanted.publicIp))
            stale.publicIp = set.publicIp;
        return Object.fromEntries(Object.keys(writeAddresses(stale)).map((field) => [field, '']));
    }
    async function signOut(token) {
        try {
            await api.POST('/auth/sign_out', {
                headers: { authorization: `Bearer ${token}` },
                parseAs,
                // A cancelled run signs out as well, so without its signal.
                fetch: (request) => transport.fetch(request, SIGN_OUT_TIMEOUT_MS, new AbortController().signal),
            });
        }
        catch (error) {
            log.debug(secrets.redact(`PBX: the sign-out failed, the session will end by itself: ${String(error)}`));
        }
    }
    return pbx;
}
function collection(role) {
    return `/${(0,roles/* collectionOf */.iw)(role).collection}`;
}
//# sourceMappingURL=client.js.map
;// CONCATENATED MODULE: ./build/src/stages/open-session.js


/** Everything that a run talks to. Connects to nothing yet: hosts and the PBX are called at first use. */
function openSession(config) {
    const { cluster, credentials, secrets, log, run } = config;
    for (const value of [
        credentials.pbxPassword,
        credentials.sshPrivateKey,
        credentials.sshPassphrase,
        credentials.sudoPassword,
    ]) {
        secrets.add(value);
    }
    const signal = config.signal ?? new AbortController().signal;
    const common = { secrets, log };
    const { pbxUsername, pbxPassword, pbxCa, pbxFingerprint, sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword } = credentials;
    return {
        cluster,
        log,
        secrets,
        run,
        signal,
        now: () => Date.now(),
        sleep,
        pbx: connectPbx({
            api: cluster.pbx.api,
            ...(pbxUsername !== undefined && { username: pbxUsername }),
            ...(pbxPassword !== undefined && { password: pbxPassword }),
            ...(pbxCa && { ca: pbxCa }),
            ...(pbxFingerprint && { fingerprint: pbxFingerprint }),
            // A cancelled run still has to put servers back: its calls to the PBX are not cut off.
            ...common,
        }),
        hosts: connectHosts({
            ...(sshPrivateKey && { privateKey: sshPrivateKey }),
            ...(sshPassphrase && { passphrase: sshPassphrase }),
            ...(sshKnownHosts && { knownHosts: sshKnownHosts }),
            ...(sudoPassword && { sudoPassword }),
            concurrency: config.concurrency,
            signal,
            ...common,
        }),
    };
}
async function closeSession(session) {
    await Promise.allSettled([session.pbx.close(), session.hosts.close()]);
}
/** Ends early when the signal is aborted; whoever waits looks at the signal. */
function sleep(ms, signal) {
    return new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
    });
}
//# sourceMappingURL=open-session.js.map

/***/ })

};
;
//# sourceMappingURL=2749.index.js.map