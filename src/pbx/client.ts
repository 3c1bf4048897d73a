import createClient from 'openapi-fetch';
import { realClock } from '../clock';
import { sameAddress } from '../cluster/addresses';
import { collectionOf, type Collection, type ListedRole } from '../cluster/roles';
import { InputError } from '../cluster/types';
import {
  Fields,
  isId,
  Malformed,
  readIm,
  readIpFilter,
  readSbc,
  readServer,
  readServiceStatus,
  readStatus,
  readUsage,
  writeAddresses,
  writeIpFilter,
  writePatch,
  writeSbc,
  writeServer,
  type ServerBody,
} from './answers';
import type { components, paths } from './api';
import { Caller, type Answer, type Call } from './caller';
import { PAGE, readAll, readPage, type Page } from './list';
import { parseAccount, parseOrigin, type PbxOptions } from './options';
import { SignIn } from './sign-in';
import { OWN_REFUSALS } from './refusals';
import { parseTrust, type Trust } from './tls';
import { Transport } from './transport';
import { PbxError, type ImAddresses, type Pbx } from './types';

const SIGN_OUT_TIMEOUT_MS = 3000;

/** Node reads its HTTP client when its `Request` is first named, which a run that asks nobody need not wait for. */
function LateRequest(...given: ConstructorParameters<typeof Request>): Request {
  return new Request(...given);
}

/** Nothing is sent before the first method is called. Throws `InputError` when an option cannot be used. */
export function connectPbx(options: PbxOptions): Pbx {
  const { secrets, log, signal } = options;
  secrets.add(options.password);
  const origin = parseOrigin(options.api);
  const account = parseAccount(options);

  const { now, sleep } = { ...realClock, ...options };
  const transport = new Transport({
    origin,
    trust: trustOf(options),
    timeoutMs: options.timeoutMs ?? 30_000,
    maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1024 * 1024,
    ...(signal ? { signal } : {}),
  });
  const api = createClient<paths>({
    baseUrl: `${origin}/api`,
    headers: { accept: 'application/json', 'user-agent': 'portsip-cluster-actions' },
    fetch: (request) => transport.fetch(request),
    Request: LateRequest as unknown as typeof Request,
  });
  const caller = new Caller({
    origin,
    secrets,
    log,
    now,
    sleep,
    random: options.random ?? Math.random,
    ...(signal ? { signal } : {}),
  });
  // Text, so that one place parses and one place says what is wrong with it.
  const parseAs = 'text' as const;
  const tokens = new SignIn(
    {
      signIn: () => api.POST('/auth/sign_in', { body: account, parseAs }),
      refresh: (token) => api.POST('/auth/refresh_token', { body: { refresh_token: token }, parseAs }),
    },
    caller,
    secrets,
    now,
    { origin, ...account },
    options.refusals ?? OWN_REFUSALS,
    options.named?.password && `PORTSIP_PBX_USERNAME, and what ${options.named.password} prints`,
  );
  let closed = false;

  const call = <T>(request: Omit<Call<T>, 'tokens'>): Promise<T> =>
    closed
      ? Promise.reject(caller.error(request, 'not asked: the connection was closed already'))
      : caller.call({ ...request, tokens });

  const get = <T>(operation: string, send: Call<T>['send'], read: (fields: Fields) => T): Promise<T> =>
    call({ operation, send, read: ({ body }) => read(new Fields(body)) });

  const list = async <T extends { id: string }>(
    operation: string,
    send: (query: { top: number; skip: number }, headers: Record<string, string>) => ReturnType<Call<T>['send']>,
    read: (item: Fields) => T,
  ): Promise<T[]> => {
    const page = (skip: number): Promise<Page<T>> =>
      get(
        operation,
        (headers) => send({ top: PAGE, skip }, headers),
        (fields) => readPage(fields, read),
      );
    try {
      return await readAll(page);
    } catch (error) {
      throw error instanceof Malformed ? caller.error({ operation }, error.message) : error;
    }
  };

  const change = (operation: string, id: string | undefined, send: Call<void>['send'], expect: number[] = []) =>
    id === undefined || isId(id)
      ? call({ operation, send, expect, read: () => {} })
      : Promise.reject(caller.error({ operation }, 'not asked: the id cannot be one of the PBX'));

  const destroy = async (
    operation: string,
    id: string,
    send: Call<void>['send'],
    listed: () => Promise<{ id: string }[]>,
  ): Promise<void> => {
    try {
      await change(operation, id, send, [404]);
    } catch (error) {
      // For what is gone already some collections answer 400 and not 404.
      if (!(error instanceof PbxError) || error.details.status !== 400) throw error;
      if ((await listed()).some((one) => one.id === id)) throw error;
    }
  };

  const readId = ({ body }: Answer): string => new Fields(body).id();

  const readToken = ({ body }: Answer): string | undefined => {
    const token = body === undefined ? undefined : new Fields(body).text('token');
    secrets.add(token);
    // It becomes an argument of a command on a host: nothing that any shell could take for something else.
    if (token !== undefined && !/^[\w.~+/=-]{1,4096}$/.test(token)) {
      throw new Malformed('token is not usable as a token');
    }
    return token;
  };

  const needToken = (answer: Answer): string => {
    const token = readToken(answer);
    if (token === undefined) throw new Malformed('token is missing');
    return token;
  };

  const create: Record<Collection['collection'], (body: ServerBody) => Call<string>['send']> = {
    media_servers: (body) => (headers) => api.POST('/media_servers', { body, headers, parseAs }),
    call_queue_servers: (body) => (headers) => api.POST('/call_queue_servers', { body, headers, parseAs }),
    ivr_servers: (body) => (headers) => api.POST('/ivr_servers', { body, headers, parseAs }),
    conference_servers: (body) => (headers) =>
      // Both limits are mandatory for the PBX; a caller that has none gets a refusal from it that says so.
      api.POST('/conference_servers', {
        body: body as components['schemas']['NewMeetingServer'],
        headers,
        parseAs,
      }),
  };

  const pbx: Pbx = {
    servers: (role) => {
      const path = collection(role);
      return list(
        `GET ${path}`,
        (query, headers) => api.GET(path, { params: { query }, headers, parseAs }),
        (item) => readServer(role, item),
      );
    },

    createServer: async (server) => {
      const operation = `POST ${collection(server.role)}`;
      const send = create[collectionOf(server.role).collection](writeServer(server));
      const findDone = async () => {
        const found = (await pbx.servers(server.role)).find(({ name }) => name === server.name);
        if (!found) return undefined;
        if (sameAddress(found.privateIp, server.privateIp) && sameAddress(found.publicIp, server.publicIp))
          return found.id;
        throw caller.error({ operation }, `the portal has a server named ${server.name} with another address already`);
      };
      return call({ operation, send, read: readId, findDone });
    },

    updateServer: (role, id, patch) => {
      const path = `${collection(role)}/{id}` as const;
      const body = writePatch(role, patch);
      return change(`POST ${path}`, id, (headers) =>
        api.POST(path, { params: { path: { id } }, body, headers, parseAs }),
      );
    },

    destroyServer: (role, id) => {
      const path = `${collection(role)}/{id}/destroy` as const;
      return destroy(
        `POST ${path}`,
        id,
        (headers) => api.POST(path, { params: { path: { id } }, headers, parseAs }),
        () => pbx.servers(role),
      );
    },

    status: async (role, id) => {
      const path = `${collection(role)}/{id}/status` as const;
      if (!isId(id)) throw caller.error({ operation: `GET ${path}` }, 'not asked: the id cannot be one of the PBX');
      return get(
        `GET ${path}`,
        (headers) => api.GET(path, { params: { path: { id } }, headers, parseAs }),
        (fields) => readStatus(role, fields),
      );
    },

    ipFilters: () =>
      list(
        'GET /ip_filters',
        (query, headers) => api.GET('/ip_filters', { params: { query }, headers, parseAs }),
        readIpFilter,
      ),

    createIpFilter: (filter) =>
      call({
        operation: 'POST /ip_filters',
        send: (headers) => api.POST('/ip_filters', { body: writeIpFilter(filter), headers, parseAs }),
        read: readId,
        findDone: async () =>
          (await pbx.ipFilters()).find(({ cidr, target }) => cidr === filter.cidr && target === filter.target)?.id,
      }),

    updateIpFilter: (id, filter) =>
      change('POST /ip_filters/{id}', id, (headers) =>
        api.POST('/ip_filters/{id}', { params: { path: { id } }, body: writeIpFilter(filter), headers, parseAs }),
      ),

    destroyIpFilter: (id) =>
      destroy(
        'POST /ip_filters/{id}/destroy',
        id,
        (headers) => api.POST('/ip_filters/{id}/destroy', { params: { path: { id } }, headers, parseAs }),
        () => pbx.ipFilters(),
      ),

    im: () => get('GET /im', (headers) => api.GET('/im', { headers, parseAs }), readIm),

    setIm: async (addresses) => {
      const body = { ...(await spentImAddresses(addresses)), ...writeAddresses(addresses) };
      await change('POST /im', undefined, (headers) => api.POST('/im', { body, headers, parseAs }));
    },

    serviceStatus: (service) =>
      call({
        operation: `GET /${service}/status`,
        send: (headers) => api.GET(`/${service}/status`, { headers, parseAs }),
        read: readServiceStatus,
        expect: [404],
      }),

    imToken: () =>
      call({
        operation: 'GET /im/token',
        send: (headers) => api.GET('/im/token', { headers, parseAs }),
        read: readToken,
        expect: [404],
      }),

    // Asked again after a lost answer: that issues one more, and the last one is the one that works.
    issueImToken: () =>
      call({
        operation: 'POST /im/token',
        send: (headers) => api.POST('/im/token', { headers, parseAs }),
        read: needToken,
      }),

    sbc: () => get('GET /sbc', (headers) => api.GET('/sbc', { headers, parseAs }), readSbc),

    setSbc: (settings) =>
      change('POST /sbc', undefined, (headers) => api.POST('/sbc', { body: writeSbc(settings), headers, parseAs })),

    sbcToken: () =>
      call({
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
        throw new InputError('dataflow-token-path is not a path below /api: letters, digits, - and _ between slashes');
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

    apiVersion: () =>
      get(
        'GET /license',
        (headers) => api.GET('/license', { headers, parseAs }),
        (fields) => {
          secrets.add(fields.text('license_key'));
          return fields.text('api_version');
        },
      ),

    usage: () =>
      get(
        'GET /admin/status',
        (headers) => api.GET('/admin/status', { headers, parseAs }),
        (fields) => {
          secrets.add(fields.text('license_key'));
          return readUsage(fields);
        },
      ),

    get certificate() {
      return transport.certificate;
    },

    close: async () => {
      if (closed) return;
      closed = true;
      const token = tokens.active;
      if (token !== undefined) await signOut(token);
      await transport.close();
      log.debug(`PBX: ${caller.summary}`);
    },
  };

  /** What is set now and no longer wanted: the PBX keeps a field that is left out, so it is emptied. */
  async function spentImAddresses(wanted: ImAddresses) {
    const set = await pbx.im();
    const stale: ImAddresses = {};
    if (set.privateIp && !sameAddress(set.privateIp, wanted.privateIp)) stale.privateIp = set.privateIp;
    if (set.publicIp && !sameAddress(set.publicIp, wanted.publicIp)) stale.publicIp = set.publicIp;
    return Object.fromEntries(Object.keys(writeAddresses(stale)).map((field) => [field, '']));
  }

  async function signOut(token: string): Promise<void> {
    try {
      await api.POST('/auth/sign_out', {
        headers: { authorization: `Bearer ${token}` },
        parseAs,
        // A cancelled run signs out as well, so without its signal.
        fetch: (request) => transport.fetch(request, SIGN_OUT_TIMEOUT_MS, new AbortController().signal),
      });
    } catch (error) {
      log.debug(secrets.redact(`PBX: the sign-out failed, the session will end by itself: ${String(error)}`));
    }
  }

  return pbx;
}

function collection(role: ListedRole) {
  return `/${collectionOf(role).collection}` as const;
}

function trustOf({ ca, fingerprint, trustedAddress, named }: PbxOptions): Trust {
  const { fingerprint: by } = named ?? {};
  return parseTrust({ ca, fingerprint, trustedAddress, ...(by !== undefined && { named: by }) });
}
