import { randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { collectionOf, LISTED_ROLES, ROLES, type ListedRole, type Service } from '../../cluster/roles';
import type { ServerStatus } from '../../pbx/types';
import { successOf, type Operation } from './description';
import { addressesOf, blankServer, newId, type PbxState, type StoredIpFilter, type StoredServer } from './state';

/** What the stand-in cannot know by itself: whether a server runs, and with how many calls. */
export interface PbxWorld {
  serverStatus(role: ListedRole, server: Readonly<StoredServer>): ServerStatus;
  /** undefined: the PBX is older than the question */
  serviceStatus?(service: Service): ServerStatus['status'] | undefined;
  /** Calls that are up on all servers */
  callsUp?(): number;
  /** false: the PBX does not run, and its API closes every connection */
  pbxRuns?(): boolean;
}

export interface Reply {
  status: number;
  body?: unknown;
}

/** What the licence of the sandbox's PBX allows */
const LICENSED_CALLS = 2000;

export interface Settings {
  world: PbxWorld;
  username: string;
  password: string;
  tokenLifetimeSeconds: number;
  twoFactor: boolean;
  pageSize: number;
  apiVersion: string;
  now: () => number;
}

export function refuse(status: number, code: string, message: string, detail?: unknown): Reply {
  return { status, body: { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] } };
}

const notFound = () => refuse(404, 'UNKNOWN', 'there is no such thing here');
const invalid = (detail: unknown) => refuse(400, 'VALIDATE_FAILED', 'a field does not pass', detail);
const secret = () => randomBytes(36).toString('base64url');

/** Works on a request that was checked against the description. */
export function handle(
  state: PbxState,
  settings: Settings,
  operation: Operation,
  query: URLSearchParams,
  body: Record<string, unknown>,
  token: string | undefined,
): Reply {
  const role = LISTED_ROLES.find((one) => operation.path.startsWith(`/${collectionOf(one).collection}`));
  if (role) return handleServers(state, settings, operation, query, body, role);
  if (operation.path.startsWith('/ip_filters')) return handleIpFilters(state, settings, operation, query, body);
  switch (operation.name) {
    case 'POST /auth/sign_in': {
      if (body.username !== settings.username || body.password !== settings.password) {
        return refuse(400, 'UNAUTHORIZED', 'user name or password is wrong');
      }
      if (settings.twoFactor) return { status: 200, body: { two_factor_enabled: true, token: secret() } };
      return newSession(state, settings);
    }
    case 'POST /auth/refresh_token': {
      const session = state.sessions.find(({ refresh }) => refresh === body.refresh_token);
      if (!session) return refuse(400, 'UNAUTHORIZED', 'this refresh token is spent');
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
        state.im[field as keyof PbxState['im']] = address === '' ? null : (address as string);
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

function serviceStatus({ world }: Settings, service: Service): Reply {
  const status = world.serviceStatus?.(service);
  return status === undefined ? notFound() : { status: 200, body: { status } };
}

export function issueDataflowToken(state: PbxState): Reply {
  state.dataflowToken = secret();
  return { status: 200, body: { token: state.dataflowToken } };
}

function newSession(state: PbxState, { tokenLifetimeSeconds, now }: Settings): Reply {
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

function page(items: unknown[], query: URLSearchParams, pageSize: number): Reply {
  const skip = Number(query.get('skip') ?? 0);
  const top = Math.min(Number(query.get('top') ?? 100), pageSize);
  return { status: 200, body: { count: items.length, items: items.slice(skip, skip + top) } };
}

function handleServers(
  state: PbxState,
  { world, pageSize }: Settings,
  operation: Operation,
  query: URLSearchParams,
  body: Record<string, unknown>,
  role: ListedRole,
): Reply {
  const { name, path, id } = operation;
  const servers = state.servers[role];
  if (id === undefined)
    return name.startsWith('GET')
      ? page(servers, query, pageSize)
      : createServer(state, role, body, successOf(operation));
  const server = servers.find((one) => one.id === id);
  if (!server) return notFound();
  if (path.endsWith('/status')) {
    const { status, calls, cpuUsage = 3, memoryUsage = 20 } = world.serverStatus(role, server);
    const counted = ROLES[role].calls;
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
    if (server.type === 'INTERNAL') return invalid('a built-in server stays');
    servers.splice(servers.indexOf(server), 1);
    return { status: 204 };
  }
  Object.assign(server, body);
  return { status: 200 };
}

function createServer(state: PbxState, role: ListedRole, body: Record<string, unknown>, status: number): Reply {
  const wanted = body as Partial<StoredServer> & { name: string };
  const addresses = addressesOf(wanted);
  if (addresses.length === 0) return invalid('an address is missing');
  const wrong = addresses.find(
    (address) => !ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address),
  );
  if (wrong) return invalid({ address: wrong });
  const others = state.servers[role];
  if (others.some(({ name }) => name === wanted.name)) return invalid({ name: 'in use' });
  if (others.some((other) => addressesOf(other).some((address) => addresses.includes(address)))) {
    return invalid({ address: 'in use' });
  }
  const id = newId(state);
  others.push({ ...blankServer(role), enabled: true, ...wanted, id, type: 'EXTERNAL' });
  return { status, body: { id } };
}

function handleIpFilters(
  state: PbxState,
  { pageSize }: Settings,
  { name, path, id }: Operation,
  query: URLSearchParams,
  body: Record<string, unknown>,
): Reply {
  const rules = state.ipFilters;
  const wanted = body as Partial<StoredIpFilter>;
  if (wanted.cidr !== undefined && !ipaddr.isValidCIDR(wanted.cidr)) return invalid({ cidr: 'no prefix length' });
  const taken = rules.some((rule) => rule.id !== id && rule.cidr === wanted.cidr);
  if (taken) return invalid({ cidr: 'in use' });
  if (id === undefined) {
    if (name.startsWith('GET')) return page(rules, query, pageSize);
    const rule = {
      id: newId(state),
      expire_at: null,
      description: null,
      ...(wanted as { cidr: string; target: 'ACCEPT' }),
    };
    rules.push(rule);
    return { status: 200, body: { id: rule.id } };
  }
  const rule = rules.find((one) => one.id === id);
  if (!rule) return notFound();
  if (path.endsWith('/destroy')) {
    rules.splice(rules.indexOf(rule), 1);
    return { status: 204 };
  }
  Object.assign(rule, wanted);
  return { status: 200 };
}

/** Whether the address is on the whitelist, and so may ask as often as it likes. */
export function isWhitelisted(state: PbxState, address: string): boolean {
  const source = ipaddr.process(address);
  return state.ipFilters.some(({ cidr, target }) => {
    const [network, prefix] = ipaddr.parseCIDR(cidr);
    return target === 'ACCEPT' && network.kind() === source.kind() && source.match(network, prefix);
  });
}
