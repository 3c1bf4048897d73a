/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 193:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = {
  get 'client'() {
    return __nccwpck_require__(204);
  },
  get 'retry'() {
    return __nccwpck_require__(789);
  },
  get 'tls'() {
    return __nccwpck_require__(834);
  },
  get 'transport'() {
    return __nccwpck_require__(262);
  },
  get 'types'() {
    return __nccwpck_require__(930);
  },
};


/***/ }),

/***/ 768:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/answers.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Fields = exports.Malformed = void 0;
exports.isId = isId;
exports.readServer = readServer;
exports.readStatus = readStatus;
exports.readServiceStatus = readServiceStatus;
exports.readIpFilter = readIpFilter;
exports.readIm = readIm;
exports.readUsage = readUsage;
exports.readSbc = readSbc;
exports.writeSbc = writeSbc;
exports.writeAddresses = writeAddresses;
exports.writeServer = writeServer;
exports.writePatch = writePatch;
exports.writeIpFilter = writeIpFilter;
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const sbc_settings_1 = { get it() { return (__nccwpck_require__(907)["sbc-settings"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const defined_1 = { get it() { return (__nccwpck_require__(426).defined); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
/** An answer that is not what the API describes. `message`: "items[3].id is missing". */
class Malformed extends Error {
}
exports.Malformed = Malformed;
/** A JSON object whose fields are of the wrong type until shown otherwise. null counts as left out. */
class Fields {
    where;
    values;
    constructor(value, where = '') {
        this.where = where;
        if (!(0, unknown_1.it.isObject)(value))
            throw new Malformed(`${where || 'the answer'} is not an object`);
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
    has(name) {
        return Object.hasOwn(this.values, name) && this.values[name] !== null;
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
exports.Fields = Fields;
/** Ids are the PBX's business, but `.` and `..` would turn a URL into another one, however they are encoded. */
function isId(id) {
    return id.length > 0 && id.length <= 512 && !/^\.\.?$/.test(id);
}
function readServer(role, item) {
    const { addressPrefix, publicAddress, limits } = (0, roles_1.it.collectionOf)(role);
    return {
        id: item.id(),
        role,
        name: item.needText('name'),
        type: item.needOneOf('type', ['INTERNAL', 'EXTERNAL']),
        enabled: item.flag('enabled') ?? true,
        ...(0, defined_1.it.defined)({
            privateIp: readAddress(item, addressPrefix),
            publicIp: publicAddress ? readAddress(item, 'public_') : undefined,
        }),
        ...amounts(limits.map(({ name, api }) => [name, item.amount(api)])),
    };
}
function readStatus(role, answer) {
    const { calls } = roles_1.it.ROLES[role];
    const load = amounts((0, roles_1.it.collectionOf)(role).limits.map(({ name, counted }) => [name, counted && answer.amount(counted.field)]));
    return {
        // A server that the PBX has never seen has no status, and any third state is not one that takes calls.
        status: answer.text('status') === 'ONLINE' ? 'ONLINE' : 'OFFLINE',
        ...(0, defined_1.it.defined)({
            calls: calls.kind === 'counted' ? answer.amount(calls.field) : undefined,
            cpuUsage: answer.amount('cpu_usage'),
            memoryUsage: answer.amount('memory_usage'),
        }),
        ...(Object.keys(load).length > 0 && { load }),
    };
}
/** What it answers is not published: by the words of all other servers' status, or not at all. */
function readServiceStatus({ status, body }) {
    if (status === 404)
        return undefined;
    const word = (0, unknown_1.it.isObject)(body) ? body['status'] : undefined;
    return word === 'ONLINE' || word === 'OFFLINE' ? word : 'untold';
}
function readIpFilter(item) {
    return {
        id: item.id(),
        cidr: item.needText('cidr'),
        target: item.needOneOf('target', ['ACCEPT', 'DENY']),
        ...(0, defined_1.it.defined)({ expireAt: item.text('expire_at'), description: item.text('description') }),
    };
}
function readIm(answer) {
    return (0, defined_1.it.defined)({ privateIp: readAddress(answer, 'private_'), publicIp: readAddress(answer, 'public_') });
}
function readUsage(answer) {
    return (0, defined_1.it.defined)({ calls: answer.amount('current_calls'), licensedCalls: answer.amount('max_concurrent_calls') });
}
function readSbc(answer) {
    return (0, defined_1.it.defined)({
        domain: answer.text('domain')?.toLowerCase(),
        httpPort: answer.amount('http_port'),
        httpsPort: answer.amount('https_port'),
        transports: answer.has('transports')
            ? answer.objects('transports').map((one) => ({
                protocol: one.needOneOf('protocol', sbc_settings_1.it.SBC_TRANSPORTS),
                port: one.amount('port') ?? 0,
            }))
            : undefined,
    });
}
function writeSbc({ domain, httpPort, httpsPort, transports }) {
    return (0, defined_1.it.defined)({
        domain,
        http_port: httpPort,
        https_port: httpsPort,
        transports: transports?.map(({ protocol, port }) => ({ protocol, port })),
    });
}
/** IPv4 where there are both; IPv6 in its usual spelling, so that it can be compared. */
function readAddress(fields, prefix) {
    const address = fields.text(`${prefix}ipv4`) ?? fields.text(`${prefix}ipv6`);
    return address === undefined ? undefined : (0, addresses_1.it.normalise)(address);
}
function familyOf(address) {
    if ((0, addresses_1.it.isAddress)(address))
        return address.includes(':') ? 'ipv6' : 'ipv4';
    throw new types_1.it.InputError(`${address} is not an IP address`);
}
function writeAddresses({ privateIp, publicIp }) {
    return { ...writeAddress('private_', privateIp), ...writeAddress('public_', publicIp) };
}
function writeAddress(prefix, address) {
    return address ? { [`${prefix}${familyOf(address)}`]: address } : {};
}
function writeServer({ role, name, enabled, privateIp, publicIp, ...limits }) {
    const { addressPrefix, publicAddress } = (0, roles_1.it.collectionOf)(role);
    return {
        name,
        enabled,
        ...writeAddress(addressPrefix, privateIp),
        ...(publicAddress && writeAddress('public_', publicIp)),
        ...writeLimits(role, limits),
    };
}
function writePatch(role, { enabled, ...limits }) {
    return { ...(0, defined_1.it.defined)({ enabled }), ...writeLimits(role, limits) };
}
function writeLimits(role, values) {
    return amounts((0, roles_1.it.collectionOf)(role).limits.map(({ name, api }) => [api, values[name]]));
}
function writeIpFilter(filter) {
    return (0, defined_1.it.defined)({
        cidr: filter.cidr,
        target: filter.target,
        expire_at: filter.expireAt,
        description: filter.description,
    });
}
function amounts(entries) {
    const known = {};
    for (const [name, amount] of entries)
        if (amount !== undefined)
            known[name] = amount;
    return known;
}

/***/ }),

/***/ 596:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/caller.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Caller = void 0;
const errors_1 = __nccwpck_require__(908);
const retry_1 = __nccwpck_require__(789);
const duration_1 = { get it() { return (__nccwpck_require__(60).duration); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const transport_1 = __nccwpck_require__(262);
const types_1 = __nccwpck_require__(930);
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
            const patienceMs = refusal && call.passes?.(refusal);
            if (!outcome.again && patienceMs === undefined) {
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
            const pause = outcome.afterMs ?? (0, retry_1.pauseMs)(attempt, random());
            const spent = now() - begun;
            if (this.isEnough(outcome, attempt, spent + pause) || spent + pause > (patienceMs ?? Infinity))
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
                return this.setback((0, errors_1.readRefusal)(status, error, redact, response.headers.get('location')), response);
            }
            return { value: call.read({ status, body: parse(data) }) };
        }
        catch (error) {
            if (error instanceof transport_1.Failure)
                return fromFailure(error);
            if (error instanceof types_1.PbxError)
                throw error;
            const words = error instanceof Error ? error.message : String(error);
            throw this.error(call, `the PBX's answer cannot be used: ${(0, one_line_1.it.quote)(words)}`, { cause: error });
        }
    }
    setback(refusal, response) {
        const advice = (0, retry_1.adviceOn)(refusal.status);
        const after = (0, retry_1.retryAfterMs)(response.headers.get('retry-after'), this.options.now());
        return {
            what: refusal.text,
            again: advice !== 'final',
            unsure: advice === 'unsure',
            ...(after === undefined ? {} : { afterMs: after }),
            refusal,
        };
    }
    isEnough({ refusal, unsure }, attempt, ms) {
        if (attempt >= (refusal?.status === 500 ? retry_1.PATIENCE.internalErrorAttempts : retry_1.PATIENCE.attempts))
            return true;
        return ms > (this.answered || unsure ? retry_1.PATIENCE.totalMs : retry_1.PATIENCE.firstContactMs);
    }
    givenUp(call, setback, attempts, spentMs) {
        const { refusal, what } = setback;
        const tries = `after ${attempts} tries in ${(0, duration_1.it.spokenDuration)(spentMs)}`;
        return this.error(call, refusal ? `the PBX still answers ${what}, ${tries}` : `the PBX ${what}, ${tries}`, setback);
    }
    async pause(call, ms) {
        const { sleep, signal } = this.options;
        await sleep(ms, signal);
        if (signal?.aborted)
            throw this.error(call, 'not asked again: the run was cancelled', { cause: signal.reason });
    }
    /** Also for what is found out after a call: the message says which one, where, and what to do. */
    error(call, what, { refusal, cause } = {}) {
        const hint = hintFor(refusal?.status, cause instanceof transport_1.Failure ? cause.kind : undefined);
        // A certificate's message stands for itself and is long.
        const words = cause instanceof transport_1.Failure && cause.kind === 'certificate'
            ? cause.message
            : `${call.operation} at ${this.options.origin}: ${what}${hint ? `. ${hint}` : ''}`;
        return new types_1.PbxError(this.safe(words), {
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
exports.Caller = Caller;
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

/***/ }),

/***/ 204:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/client.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.connectPbx = connectPbx;
const openapi_fetch_1 = { get it() { return __importDefault(__nccwpck_require__(577)); } };
const clock_1 = { get it() { return (__nccwpck_require__(426).clock); } };
const addresses_1 = { get it() { return (__nccwpck_require__(907).addresses); } };
const roles_1 = { get it() { return (__nccwpck_require__(907)["roles/index"]); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const answers_1 = __nccwpck_require__(768);
const caller_1 = __nccwpck_require__(596);
const list_1 = __nccwpck_require__(327);
const options_1 = __nccwpck_require__(289);
const sign_in_1 = __nccwpck_require__(376);
const refusals_1 = { get it() { return (__nccwpck_require__(316).refusals); } };
const tls_1 = __nccwpck_require__(834);
const transport_1 = __nccwpck_require__(262);
const types_2 = __nccwpck_require__(930);
const SIGN_OUT_TIMEOUT_MS = 3000;
/** Node reads its HTTP client when its `Request` is first named, which a run that asks nobody need not wait for. */
function LateRequest(...given) {
    return new Request(...given);
}
/** Nothing is sent before the first method is called. Throws `InputError` when an option cannot be used. */
function connectPbx(options) {
    const { secrets, log, signal } = options;
    secrets.add(options.password);
    const origin = (0, options_1.parseOrigin)(options.api);
    const account = (0, options_1.parseAccount)(options);
    const { now, sleep } = { ...clock_1.it.realClock, ...options };
    const transport = new transport_1.Transport({
        origin,
        trust: trustOf(options),
        timeoutMs: options.timeoutMs ?? 30_000,
        maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1024 * 1024,
        ...(signal ? { signal } : {}),
    });
    const api = (0, openapi_fetch_1.it.default)({
        baseUrl: `${origin}/api`,
        headers: { accept: 'application/json', 'user-agent': 'portsip-cluster-actions' },
        fetch: (request) => transport.fetch(request),
        Request: LateRequest,
    });
    const caller = new caller_1.Caller({
        origin,
        secrets,
        log,
        now,
        sleep,
        random: options.random ?? Math.random,
        ...(signal ? { signal } : {}),
    });
    // Text, so that one place parses and one place says what is wrong with it.
    const parseAs = 'text';
    const tokens = new sign_in_1.SignIn({
        signIn: () => api.POST('/auth/sign_in', { body: account, parseAs }),
        refresh: (token) => api.POST('/auth/refresh_token', { body: { refresh_token: token }, parseAs }),
    }, caller, secrets, now, { origin, ...account }, options.refusals ?? refusals_1.it.OWN_REFUSALS, options.named?.password && `PORTSIP_PBX_USERNAME, and what ${options.named.password} prints`);
    let closed = false;
    const call = (request) => closed
        ? Promise.reject(caller.error(request, 'not asked: the connection was closed already'))
        : caller.call({ ...request, tokens });
    const get = (operation, send, read) => call({ operation, send, read: ({ body }) => read(new answers_1.Fields(body)) });
    const list = async (operation, send, read) => {
        const page = (skip) => get(operation, (headers) => send({ top: list_1.PAGE, skip }, headers), (fields) => (0, list_1.readPage)(fields, read));
        try {
            return await (0, list_1.readAll)(page);
        }
        catch (error) {
            throw error instanceof answers_1.Malformed ? caller.error({ operation }, error.message) : error;
        }
    };
    const change = (operation, id, send, expect = []) => id === undefined || (0, answers_1.isId)(id)
        ? call({ operation, send, expect, read: () => { } })
        : Promise.reject(caller.error({ operation }, 'not asked: the id cannot be one of the PBX'));
    const destroy = async (operation, id, send, listed) => {
        try {
            await change(operation, id, send, [404]);
        }
        catch (error) {
            // For what is gone already some collections answer 400 and not 404.
            if (!(error instanceof types_2.PbxError) || error.details.status !== 400)
                throw error;
            if ((await listed()).some((one) => one.id === id))
                throw error;
        }
    };
    const readId = ({ body }) => new answers_1.Fields(body).id();
    const readToken = ({ body }) => {
        const token = body === undefined ? undefined : new answers_1.Fields(body).text('token');
        secrets.add(token);
        // It becomes an argument of a command on a host: nothing that any shell could take for something else.
        if (token !== undefined && !/^[\w.~+/=-]{1,4096}$/.test(token)) {
            throw new answers_1.Malformed('token is not usable as a token');
        }
        return token;
    };
    const needToken = (answer) => {
        const token = readToken(answer);
        if (token === undefined)
            throw new answers_1.Malformed('token is missing');
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
            return list(`GET ${path}`, (query, headers) => api.GET(path, { params: { query }, headers, parseAs }), (item) => (0, answers_1.readServer)(role, item));
        },
        createServer: async (server) => {
            const operation = `POST ${collection(server.role)}`;
            const send = create[(0, roles_1.it.collectionOf)(server.role).collection]((0, answers_1.writeServer)(server));
            const findDone = async () => {
                const found = (await pbx.servers(server.role)).find(({ name }) => name === server.name);
                if (!found)
                    return undefined;
                if ((0, addresses_1.it.sameAddress)(found.privateIp, server.privateIp) && (0, addresses_1.it.sameAddress)(found.publicIp, server.publicIp))
                    return found.id;
                throw caller.error({ operation }, `the portal has a server named ${server.name} with another address already`);
            };
            return call({ operation, send, read: readId, findDone });
        },
        updateServer: (role, id, patch) => {
            const path = `${collection(role)}/{id}`;
            const body = (0, answers_1.writePatch)(role, patch);
            return change(`POST ${path}`, id, (headers) => api.POST(path, { params: { path: { id } }, body, headers, parseAs }));
        },
        destroyServer: (role, id) => {
            const path = `${collection(role)}/{id}/destroy`;
            return destroy(`POST ${path}`, id, (headers) => api.POST(path, { params: { path: { id } }, headers, parseAs }), () => pbx.servers(role));
        },
        status: async (role, id) => {
            const path = `${collection(role)}/{id}/status`;
            if (!(0, answers_1.isId)(id))
                throw caller.error({ operation: `GET ${path}` }, 'not asked: the id cannot be one of the PBX');
            return get(`GET ${path}`, (headers) => api.GET(path, { params: { path: { id } }, headers, parseAs }), (fields) => (0, answers_1.readStatus)(role, fields));
        },
        ipFilters: () => list('GET /ip_filters', (query, headers) => api.GET('/ip_filters', { params: { query }, headers, parseAs }), answers_1.readIpFilter),
        createIpFilter: (filter) => call({
            operation: 'POST /ip_filters',
            send: (headers) => api.POST('/ip_filters', { body: (0, answers_1.writeIpFilter)(filter), headers, parseAs }),
            read: readId,
            findDone: async () => (await pbx.ipFilters()).find(({ cidr, target }) => cidr === filter.cidr && target === filter.target)?.id,
        }),
        updateIpFilter: (id, filter) => change('POST /ip_filters/{id}', id, (headers) => api.POST('/ip_filters/{id}', { params: { path: { id } }, body: (0, answers_1.writeIpFilter)(filter), headers, parseAs })),
        destroyIpFilter: (id) => destroy('POST /ip_filters/{id}/destroy', id, (headers) => api.POST('/ip_filters/{id}/destroy', { params: { path: { id } }, headers, parseAs }), () => pbx.ipFilters()),
        im: () => get('GET /im', (headers) => api.GET('/im', { headers, parseAs }), answers_1.readIm),
        setIm: async (addresses) => {
            const body = { ...(await spentImAddresses(addresses)), ...(0, answers_1.writeAddresses)(addresses) };
            await change('POST /im', undefined, (headers) => api.POST('/im', { body, headers, parseAs }));
        },
        serviceStatus: (service) => call({
            operation: `GET /${service}/status`,
            send: (headers) => api.GET(`/${service}/status`, { headers, parseAs }),
            read: answers_1.readServiceStatus,
            expect: [404],
        }),
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
        sbc: () => get('GET /sbc', (headers) => api.GET('/sbc', { headers, parseAs }), answers_1.readSbc),
        setSbc: (settings) => change('POST /sbc', undefined, (headers) => api.POST('/sbc', { body: (0, answers_1.writeSbc)(settings), headers, parseAs })),
        sbcToken: () => call({
            operation: 'GET /sbc/token',
            send: (headers) => api.GET('/sbc/token', { headers, parseAs }),
            read: readToken,
            expect: [404],
        }),
        issueSbcToken: async () => {
            await call({
                operation: 'POST /sbc/token',
                send: (headers) => api.POST('/sbc/token', { headers, parseAs }),
                read: needToken,
            });
        },
        issueDataflowToken: async (path) => {
            const below = path.replace(/^\/+/, '');
            if (!/^[\w-]+(\/[\w-]+)*$/.test(below)) {
                throw new types_1.it.InputError('dataflow-token-path is not a path below /api: letters, digits, - and _ between slashes');
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
        usage: () => get('GET /admin/status', (headers) => api.GET('/admin/status', { headers, parseAs }), (fields) => {
            secrets.add(fields.text('license_key'));
            return (0, answers_1.readUsage)(fields);
        }),
        get certificate() {
            return transport.certificate;
        },
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
        if (set.privateIp && !(0, addresses_1.it.sameAddress)(set.privateIp, wanted.privateIp))
            stale.privateIp = set.privateIp;
        if (set.publicIp && !(0, addresses_1.it.sameAddress)(set.publicIp, wanted.publicIp))
            stale.publicIp = set.publicIp;
        return Object.fromEntries(Object.keys((0, answers_1.writeAddresses)(stale)).map((field) => [field, '']));
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
    return `/${(0, roles_1.it.collectionOf)(role).collection}`;
}
function trustOf({ ca, fingerprint, trustedAddress, named }) {
    const { fingerprint: by } = named ?? {};
    return (0, tls_1.parseTrust)({ ca, fingerprint, trustedAddress, ...(by !== undefined && { named: by }) });
}

/***/ }),

/***/ 908:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/errors.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readRefusal = readRefusal;
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
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
        const target = location ? (0, one_line_1.it.quote)(redact(location), 200) : 'nowhere';
        return { status, text: `${title}: a redirect to ${target}, which is not followed` };
    }
    const errors = (0, unknown_1.it.isObject)(body) ? body['errors'] : undefined;
    if (!Array.isArray(errors) || errors.length === 0) {
        const words = typeof body === 'string' && !/^\s*</.test(body) ? (0, one_line_1.it.quote)(redact(body), 150) : '';
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
    const { code, message, detail } = (0, unknown_1.it.isObject)(error) ? error : {};
    const name = (typeof code === 'string' && (0, one_line_1.it.quote)(redact(code), 60)) || 'UNKNOWN';
    const words = typeof message === 'string' ? (0, one_line_1.it.quote)(redact(message)) : '';
    const more = detail === undefined || detail === null || detail === '' ? '' : (0, one_line_1.it.quote)(asText(detail, redact), 200);
    return { code: name, text: `${name}${words ? `: ${words}` : ''}${more ? ` (${more})` : ''}` };
}
function asText(detail, redact) {
    if (typeof detail === 'string')
        return redact(detail);
    try {
        // Before it is JSON: quotes in a secret would look different afterwards.
        return JSON.stringify(detail, (_key, value) => (typeof value === 'string' ? redact(value) : value));
    }
    catch {
        // Nested deeper than the stack goes: nobody reads that anyway.
        return '';
    }
}

/***/ }),

/***/ 327:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/list.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.PAGE = void 0;
exports.readPage = readPage;
exports.readAll = readAll;
const answers_1 = __nccwpck_require__(768);
/** As many as the PBX gives at once. */
exports.PAGE = 100;
const MOST_PAGES = 1000;
const MOST_PASSES = 4;
function readPage(answer, read) {
    return { items: answer.objects('items').map(read), count: answer.amount('count') };
}
/**
 * All entries of a collection. When the count changes between two pages an entry may have slipped past us: the list
 * is then read again. Throws `Malformed` for a list that never settles or never ends.
 */
async function readAll(page) {
    for (let pass = 0; pass < MOST_PASSES; pass++) {
        const all = await readOnce(page);
        if (all)
            return all;
    }
    throw new answers_1.Malformed('the list changes faster than it can be read, or holds less than it counts; try again in a moment');
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
        if (count === undefined ? items.length < exports.PAGE : all.size >= count)
            return [...all.values()];
        if (all.size === before)
            throw new answers_1.Malformed('the list gives the same page again and again');
    }
    throw new answers_1.Malformed('the list does not end');
}

/***/ }),

/***/ 289:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/options.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseAccount = parseAccount;
exports.parseOrigin = parseOrigin;
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
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
        throw new types_1.it.InputError('pbx.api in the cluster file is no URL: it looks like https://192.168.1.20:8887');
    }
    if (url.protocol !== 'https:') {
        throw new types_1.it.InputError(`pbx.api in the cluster file must be an https URL, so that the password is not sent in the open`);
    }
    if (url.username || url.password) {
        throw new types_1.it.InputError('pbx.api in the cluster file must hold no user name or password: those are PORTSIP_PBX_USERNAME and PORTSIP_PBX_PASSWORD (inputs pbx-username and pbx-password)');
    }
    if (!/^\/(api\/?)?$/.test(url.pathname) || url.search || url.hash) {
        throw new types_1.it.InputError('pbx.api in the cluster file is the address alone, without a path: https://192.168.1.20:8887');
    }
    return url.origin;
}
function missing(what, input, variable) {
    return new types_1.it.InputError(`${what} is missing: set the input ${input} (or ${variable} in the environment)`);
}

/***/ }),

/***/ 789:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/pbx/retry.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.PATIENCE = void 0;
exports.pauseMs = pauseMs;
exports.retryAfterMs = retryAfterMs;
exports.adviceOn = adviceOn;
/** When to ask a PBX again. A PBX that restarts, or a proxy that lost it, answers 502 for a minute or more. */
exports.PATIENCE = {
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
    /** The client does not wait out a `Retry-After` of an hour. */
    longestRetryAfterMs: 60_000,
};
/** Pause after the `attempt`th try (1…): doubled each time, capped, and between half and all of that. */
function pauseMs(attempt, random) {
    const full = Math.min(exports.PATIENCE.longestPauseMs, exports.PATIENCE.firstPauseMs * 2 ** (attempt - 1));
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
    return Math.min(Math.max(wait, 0), exports.PATIENCE.longestRetryAfterMs);
}
function adviceOn(status) {
    if (status === 429)
        return 'again';
    if (status === 408 || status === 500 || status === 502 || status === 503 || status === 504)
        return 'unsure';
    return 'final';
}

/***/ }),

/***/ 376:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/sign-in.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SignIn = void 0;
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const answers_1 = __nccwpck_require__(768);
const retry_1 = __nccwpck_require__(789);
const types_1 = __nccwpck_require__(930);
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
    account;
    refusals;
    named;
    session;
    pending;
    /** Asking again with the same password would only get the account locked. */
    refused;
    /** The PBX has taken this password: what is refused without a word about it is no refusal of it. */
    taken = false;
    constructor(api, caller, secrets, now, account, refusals, 
    /** How name and password were given, for errors */
    named = 'PORTSIP_PBX_USERNAME and PORTSIP_PBX_PASSWORD (inputs pbx-username and pbx-password)') {
        this.api = api;
        this.caller = caller;
        this.secrets = secrets;
        this.now = now;
        this.account = account;
        this.refusals = refusals;
        this.named = named;
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
        this.taken = true;
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
            if (error instanceof types_1.PbxError && error.details.status !== undefined && error.details.status < 500)
                return undefined;
            throw error;
        }
    }
    async signIn() {
        const refusedAt = await this.refusals.at(this.account);
        if (refusedAt !== undefined) {
            const { file } = this.refusals;
            this.refused = this.caller.error(SIGN_IN, `not asked: the PBX refused this password at ${new Date(refusedAt).toISOString().slice(11, 16)} UTC, and five failures would ` +
                `block this address for an hour. Correct ${this.named}; ` +
                `if it was put right on the PBX, ${file === undefined ? 'start again' : `delete ${file}`}, or wait an hour`);
            throw this.refused;
        }
        try {
            return await this.caller.call({
                ...SIGN_IN,
                send: () => this.api.signIn(),
                read: (answer) => this.read(answer),
                passes: (refusal) => this.comingUp(refusal),
            });
        }
        catch (error) {
            if (!(error instanceof types_1.PbxError))
                throw error;
            const { status, code, cause } = error.details;
            if (error === this.refused || status === 429 || status === undefined || status < 400 || status >= 500)
                throw error;
            // It was taken before, and is not refused now: whoever asks next may find a PBX that is up.
            if (this.taken && (status === 404 || isSilent(status, code)))
                throw error;
            const isPassword = isOfPassword(status, code);
            if (isPassword)
                await this.refusals.note(this.account);
            const advice = isSilent(status, code)
                ? `It may be coming up: try again in a minute; then check ${this.named}`
                : isPassword
                    ? `Check ${this.named}; it was not tried again, so as not to lock the account or have this address blocked`
                    : status === 404
                        ? 'There is no sign-in at this address: is pbx.api in the cluster file right, and is the PBX version 22 or later?'
                        : 'Check that PORTSIP_PBX_USERNAME (input pbx-username) is a system administrator with the permission System Settings';
            this.refused = new types_1.PbxError(`The PBX refused the sign-in. ${error.message}. ${advice}`, {
                ...SIGN_IN,
                status,
                ...(code ? { code } : {}),
                cause,
            });
            throw this.refused;
        }
    }
    /**
     * A PBX that is coming up, or its web server before it: where there is no sign-in yet, no password was looked at; nor is one that was
     * taken before refused without a word. Of a wrong address the same is true, so that without a sign-in before nobody waits for long.
     */
    comingUp({ status, code }) {
        if (status === 404 || (this.taken && isSilent(status, code)))
            return this.taken ? retry_1.PATIENCE.totalMs : retry_1.PATIENCE.firstContactMs;
        return undefined;
    }
    read({ body }) {
        const answer = new answers_1.Fields(body);
        // All of them, before anything is judged: also an answer that is refused below must not be printed.
        for (const name of ['access_token', 'refresh_token', 'token'])
            this.secrets.add(textOf(body, name));
        if (answer.flag('two_factor_enabled')) {
            this.refused = this.caller.error(SIGN_IN, 'the PBX wants a second factor, which no automation can give. Since version 22.6 that is a switch of the whole system, for ' +
                'all of its administrators (portal: Settings): it has to be off. Before 22.6 turn it off for this account, or better: make ' +
                'an administrator account for automation alone, without it');
            throw this.refused;
        }
        const access = answer.needText('access_token');
        if (!isToken(access))
            throw new answers_1.Malformed('access_token is not usable as a token');
        const refresh = answer.text('refresh_token');
        const lifetimeMs = (answer.amount('expires_in') || USUAL_LIFETIME_S) * 1000;
        return {
            access,
            ...(refresh === undefined ? {} : { refresh }),
            renewAt: this.now() + lifetimeMs - Math.min(60_000, lifetimeMs / 10),
        };
    }
}
exports.SignIn = SignIn;
/** The PBX's own word that the password is wrong: it answers with 400 and UNAUTHORIZED. */
function isOfPassword(status, code) {
    return code === 'UNAUTHORIZED' || (status === 401 && code !== undefined);
}
/** Refused, but not in the PBX's words */
function isSilent(status, code) {
    return status === 401 && code === undefined;
}
function textOf(body, name) {
    const value = (0, unknown_1.it.isObject)(body) ? body[name] : undefined;
    return typeof value === 'string' ? value : undefined;
}
/** What can stand in a header */
function isToken(value) {
    return /^[\x21-\x7e]{1,8192}$/.test(value);
}

/***/ }),

/***/ 834:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/tls.ts
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CertificateError = void 0;
exports.parseTrust = parseTrust;
exports.trustedAuthorities = trustedAuthorities;
exports.offerOf = offerOf;
exports.judge = judge;
exports.trustedBy = trustedBy;
const node_crypto_1 = { get it() { return __nccwpck_require__(598); } };
const node_net_1 = { get it() { return __nccwpck_require__(30); } };
const node_tls_1 = { get it() { return __importDefault(__nccwpck_require__(692)); } };
const types_1 = { get it() { return (__nccwpck_require__(907).types); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
/** The PBX offered a certificate that is not to be trusted. Nothing was sent to it. */
class CertificateError extends Error {
}
exports.CertificateError = CertificateError;
function parseTrust(given) {
    const addresses = (given.trustedAddress ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(parseAddress);
    return { ...certificateTrust(given.ca, given.fingerprint, given.named), ...(addresses.length > 0 && { addresses }) };
}
/** `pbx.example.com`, `192.168.1.20:8887`, `https://[2001:db8::1]` */
function parseAddress(text) {
    try {
        const { hostname, port, protocol } = new URL(text.includes('://') ? text : `https://${(0, node_net_1.it.isIPv6)(text) ? `[${text}]` : text}`);
        if (protocol === 'https:' && hostname !== '')
            return { host: bare(hostname), ...(port && { port }) };
    }
    catch {
        // Told below.
    }
    throw new types_1.it.InputError(`pbx-trusted-address (PORTSIP_PBX_TRUSTED_ADDRESS) is not the address of a PBX: "${(0, one_line_1.it.quote)(text, 100)}"; give the host of pbx.api, such as pbx.example.com`);
}
const bare = (hostname) => hostname.replace(/^\[|\]$/g, '').toLowerCase();
function certificateTrust(ca, fingerprint, named) {
    if (fingerprint?.trim()) {
        const pins = parsePins(fingerprint);
        if (!pins) {
            throw new types_1.it.InputError(`${named ?? 'PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint)'} is not the SHA-256 of a certificate: ` +
                '64 hexadecimal digits, with or without colons, as `openssl x509 -noout -fingerprint -sha256` prints them; ' +
                "or sha256// and the base64 of a public key's; several between commas");
        }
        return { pins, ...(named !== undefined && { named }) };
    }
    if (ca?.trim()) {
        const blocks = ca.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
        if (blocks.length === 0 || !blocks.every(isCertificate)) {
            throw new types_1.it.InputError(named === undefined
                ? 'PORTSIP_PBX_CA (input pbx-ca) holds no readable certificate: give the PEM text itself, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, not a path'
                : `${named} holds no readable certificate: give a file in PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----`);
        }
        return { ca: blocks };
    }
    return {};
}
/** Several between commas or on lines of their own; undefined: one of them is none. */
function parsePins(text) {
    const pins = text
        .split(/[,;\n]+/)
        .map((one) => one.trim())
        .filter(Boolean)
        .map((one) => {
        // As curl --pinnedpubkey has it
        const key = /^sha256\/\/([A-Za-z0-9+/]{43}=)$/.exec(one)?.[1];
        if (key !== undefined)
            return { of: 'key', sha256: key };
        const digits = one
            .replace(/^sha-?256( fingerprint)?[:=]/i, '')
            .replace(/[:\s]/g, '')
            .toUpperCase();
        return /^[0-9A-F]{64}$/.test(digits) ? { of: 'certificate', sha256: digits } : undefined;
    });
    const whole = pins.filter((pin) => pin !== undefined);
    return whole.length > 0 && whole.length === pins.length ? whole : undefined;
}
function isCertificate(pem) {
    try {
        return new node_crypto_1.it.X509Certificate(pem).raw.length > 0;
    }
    catch {
        return false;
    }
}
/** Node's own authorities and the system's, where this Node can read those; none where a certificate is pinned. */
function trustedAuthorities(trust) {
    if (trust.pins)
        return [];
    if (trust.ca)
        return trust.ca;
    // Newer than its types and than the oldest Node that we run on.
    const { getCACertificates } = node_tls_1.it.default;
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
    if (trust.pins) {
        if (pinnedBy(certificate, trust.pins))
            return undefined;
        return lines(`The PBX at ${origin} offered another certificate than the pinned one. Nothing was sent to it.`, describe(certificate), `Pinned: ${trust.pins.map(spell).join(', ')}`, `If nobody renewed the PBX's certificate, something else answers at this address. If somebody did, set ${trust.named ?? FINGERPRINT} to the SHA-256 above, or to its public key, which a renewal can keep: ${spell({ of: 'key', sha256: keyDigest(certificate) })}`);
    }
    const fault = settle(offer, trust, host);
    if (!fault)
        return isGiven(certificate, trust) || isHeld(origin, trust) ? undefined : elsewhere(certificate, origin, trust);
    if (fault === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return lines(`The PBX at ${origin} offered a certificate that is trusted but made out to another name (${(0, one_line_1.it.quote)(namesOf(certificate), 200)}). Nothing was sent to it.`, describe(certificate), `Set pbx.api in the cluster file to a name that the certificate has, or pin it: ${FINGERPRINT} to the SHA-256 above`);
    if (fault === 'CERT_HAS_EXPIRED' || fault === 'CERT_NOT_YET_VALID')
        return lines(`The PBX at ${origin} offered a certificate that ${fault === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}. Nothing was sent to it.`, describe(certificate), `Renew it on the PBX (and check this machine's clock), or pin it as it is: ${FINGERPRINT} to the SHA-256 above`);
    return lines(`The PBX at ${origin} offered a certificate that nothing here vouches for (${(0, one_line_1.it.quote)(fault, 80)}). Nothing was sent to it.`, describe(certificate), `If the PBX itself shows that SHA-256, set ${FINGERPRINT} to it, or PORTSIP_PBX_CA (input pbx-ca) to the PEM of its authority`);
}
const FINGERPRINT = 'PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint)';
/** What happened, what it is about, and last what to do: what follows the first line is indented, and so belongs to it. */
function lines(first, ...others) {
    return [first, ...others].join('\n  ');
}
function settle({ certificate, fault }, trust, host) {
    if (!fault || !CHAIN_FAULTS.has(fault))
        return fault;
    if (!isGiven(certificate, trust))
        return fault;
    // The machine's own clock, as for every other certificate.
    const now = Date.now();
    if (Date.parse(certificate.valid_to) < now)
        return 'CERT_HAS_EXPIRED';
    if (Date.parse(certificate.valid_from) > now)
        return 'CERT_NOT_YET_VALID';
    return node_tls_1.it.default.checkServerIdentity(host, certificate) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : undefined;
}
/** The very certificate: only who has its key can offer it, wherever. */
const isGiven = (certificate, { ca = [] }) => ca.some((pem) => new node_crypto_1.it.X509Certificate(pem).raw.equals(certificate.raw));
const isHeld = (origin, { addresses = [] }) => {
    const { hostname, port } = new URL(origin);
    return addresses.some((one) => one.host === bare(hostname) && (one.port ?? port) === port);
};
/** An authority vouches for a name, but the name is the cluster file's. Whoever may change that on a branch gets no password. */
function elsewhere(certificate, origin, { addresses }) {
    const { hostname } = new URL(origin);
    const others = addresses?.map(({ host, port }) => (port ? `${host}:${port}` : host)).join(', ');
    return lines(`The certificate of the PBX at ${origin} is vouched for by an authority (${nameOf(certificate.issuer)}), which says nothing about whether its password belongs there: ${others ? `PORTSIP_PBX_TRUSTED_ADDRESS (input pbx-trusted-address) says ${(0, one_line_1.it.quote)(others, 200)}` : 'that address stands in the cluster file alone'}. Nothing was sent to it.`, describe(certificate), `If it is your PBX, set PORTSIP_PBX_TRUSTED_ADDRESS (input pbx-trusted-address; a variable) to ${bare(hostname)}, or pin its certificate: ${FINGERPRINT} to the SHA-256 above`);
}
/** Of one that `judge` has found good. */
function trustedBy({ certificate }, trust) {
    const expiresAt = Date.parse(certificate.valid_to);
    const by = trust.pins ? (pinnedBy(certificate, trust.pins)?.of ?? 'certificate') : 'authority';
    return { by, ...(!Number.isNaN(expiresAt) && { expiresAt }) };
}
function pinnedBy(certificate, pins) {
    const own = { certificate: digits(certificate), key: keyDigest(certificate) };
    return pins.find(({ of, sha256 }) => own[of] === sha256);
}
function keyDigest({ raw }) {
    const key = new node_crypto_1.it.X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' });
    return (0, node_crypto_1.it.createHash)('sha256').update(key).digest('base64');
}
function spell({ of, sha256 }) {
    return of === 'key' ? `sha256//${sha256}` : withColons(sha256);
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
/** `Its SHA-256: AA:BB:… (CN=pbx, issued by CN=pbx, valid … to …)` */
function describe(certificate) {
    const [from, to] = [certificate.valid_from, certificate.valid_to].map((date) => (0, one_line_1.it.quote)(date, 40));
    return `Its SHA-256: ${certificate.fingerprint256} (${nameOf(certificate.subject)}, issued by ${nameOf(certificate.issuer)}, valid ${from} to ${to})`;
}
function nameOf(subject) {
    const parts = Object.entries(subject ?? {}).map(([key, value]) => `${key}=${[value].flat().join('+')}`);
    return (0, one_line_1.it.quote)(parts.join(', '), 200) || 'no name';
}

/***/ }),

/***/ 262:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {

"use strict";
// src/pbx/transport.ts
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
exports.Transport = exports.Failure = void 0;
exports.classify = classify;
const node_tls_1 = { get it() { return __nccwpck_require__(692); } };
const one_line_1 = { get it() { return (__nccwpck_require__(60)["one-line"]); } };
const unknown_1 = { get it() { return (__nccwpck_require__(426).unknown); } };
const tls_1 = __nccwpck_require__(834);
/** No usable answer came. `message` is a clause about the PBX: "did not answer within 30 seconds". */
class Failure extends Error {
    kind;
    constructor(kind, message, cause) {
        super(message, { cause });
        this.kind = kind;
    }
}
exports.Failure = Failure;
/** HTTPS to one PBX over a few kept connections. Never follows a redirect, never sends before the certificate is judged. */
class Transport {
    options;
    agent;
    trusted;
    constructor(options) {
        this.options = options;
    }
    /** The certificate that was offered last, once it was found good. */
    get certificate() {
        return this.trusted;
    }
    /** Throws `Failure`. The response's body is read whole, within the time and size that are allowed. */
    async fetch(request, timeoutMs = this.options.timeoutMs, signal = this.options.signal) {
        const timeout = AbortSignal.timeout(timeoutMs);
        try {
            const { request: send } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(968)));
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
                    headers.set(name, (0, one_line_1.it.quote)(value, 500));
            }
            return new Response(status === 204 || status === 205 || status === 304 ? null : text, { status, headers });
        }
        catch (error) {
            if (signal?.aborted)
                throw new Failure('cancelled', 'had not answered when the run was cancelled', error);
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
        const { Agent, buildConnector } = await Promise.resolve().then(() => __importStar(__nccwpck_require__(968)));
        const { trust, origin, timeoutMs } = this.options;
        const ca = (0, tls_1.trustedAuthorities)(trust);
        const handshake = buildConnector({
            // Once for all connections: to read the authorities takes a fifth of a second.
            // An authority that is given is trusted whoever signed it in turn.
            secureContext: (0, node_tls_1.it.createSecureContext)(ca ? { ca, allowPartialTrustChain: trust.ca !== undefined } : {}),
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
            const offer = socket instanceof node_tls_1.it.TLSSocket ? (0, tls_1.offerOf)(socket) : undefined;
            const objection = offer
                ? (0, tls_1.judge)(offer, trust, host, origin)
                : `The server at ${origin} offered no TLS. Nothing was sent to it.`;
            if (offer && !objection) {
                this.trusted = (0, tls_1.trustedBy)(offer, trust);
                return callback(null, socket);
            }
            socket.destroy();
            callback(new tls_1.CertificateError(objection ?? ''), null);
        });
        // One request at a time on a connection: a reset then leaves one request in doubt, not several.
        return new Agent({ connect, connections: 4, pipelining: 1, keepAliveTimeout: 30_000 });
    }
}
exports.Transport = Transport;
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
    if (error instanceof tls_1.CertificateError)
        return new Failure('certificate', error.message, error);
    const code = (0, unknown_1.it.codeOf)(error) ?? '';
    const message = (0, unknown_1.it.messageOf)(error);
    const known = UNREACHABLE[code];
    if (known && isBeforeConnection(error))
        return new Failure('unreachable', known, error);
    if (code === 'ENOTFOUND')
        return new Failure('wrong-address', 'has a name that does not exist', error);
    if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
        return new Failure('wrong-address', `does not speak TLS as expected (${(0, one_line_1.it.quote)(message, 120)})`, error);
    if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
        return new Failure('nonsense', `does not speak HTTP as expected (${(0, one_line_1.it.quote)(message, 120)})`, error);
    return new Failure('lost', `closed the connection without an answer (${(0, one_line_1.it.quote)(code || message, 120)})`, error);
}
/** The same codes also come from a connection that breaks later, when the request is long gone. */
function isBeforeConnection(error) {
    const { code, syscall, errors } = (0, unknown_1.it.isObject)(error) ? error : {};
    if (code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo')
        return true;
    return Array.isArray(errors) && errors.every(isBeforeConnection);
}

/***/ }),

/***/ 930:
/***/ (function (__unused_webpack_module, exports) {

"use strict";
// src/pbx/types.ts
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.PbxError = void 0;
/** What went wrong between us and the PBX, in words for an operator. */
class PbxError extends Error {
    details;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.details = details;
        this.name = 'PbxError';
    }
}
exports.PbxError = PbxError;

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

/***/ 577:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/openapi-fetch.js");

/***/ }),

/***/ 968:
/***/ (function (module) {

"use strict";
module.exports = require("./vendor/undici.js");

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

/***/ }),

/***/ 692:
/***/ (function (module) {

"use strict";
module.exports = require("node:tls");

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(193);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;
//# sourceMappingURL=pbx.js.map
