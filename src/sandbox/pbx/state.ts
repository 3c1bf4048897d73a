import { collectionOf, forListedRoles, LISTED_ROLES, type Limit, type ListedRole } from '../../cluster/roles';

/** What the stand-in keeps: a plain object that survives JSON, to be looked at, saved and given back. */
export interface PbxState {
  /** Of the next id */
  serial: number;
  /** As the API shows them */
  servers: Record<ListedRole, StoredServer[]>;
  ipFilters: StoredIpFilter[];
  im: Partial<Record<'private_ipv4' | 'private_ipv6' | 'public_ipv4' | 'public_ipv6', string | null>>;
  imToken: string | null;
  dataflowToken: string | null;
  sbc: {
    domain: string | null;
    http_port: number;
    https_port: number;
    transports: { protocol: string; port: number }[];
  };
  sbcToken: string | null;
  sessions: StoredSession[];
}

export interface StoredServer extends Partial<Record<Limit['api'], number>> {
  id: string;
  name: string;
  type: 'INTERNAL' | 'EXTERNAL';
  enabled: boolean;
  private_ipv4?: string | null;
  private_ipv6?: string | null;
  public_ipv4?: string | null;
  public_ipv6?: string | null;
  ipv4?: string | null;
  ipv6?: string | null;
}

export interface StoredIpFilter {
  id: string;
  cidr: string;
  target: 'ACCEPT' | 'DENY';
  expire_at: string | null;
  description: string | null;
}

export interface StoredSession {
  access: string;
  refresh: string;
  /** Milliseconds since the epoch */
  expiresAt: number;
}

/** A PBX as it is after its installation: a built-in server of each role, and nothing else. */
export function freshState(): PbxState {
  const state: PbxState = {
    serial: 700551909773148160,
    servers: forListedRoles(() => []),
    ipFilters: [],
    im: { private_ipv4: null, private_ipv6: null, public_ipv4: null, public_ipv6: null },
    imToken: null,
    dataflowToken: null,
    sbc: { domain: null, http_port: 8882, https_port: 8883, transports: [] },
    sbcToken: null,
    sessions: [],
  };
  for (const role of LISTED_ROLES)
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
export function blankServer(role: ListedRole): Partial<StoredServer> {
  const { addressPrefix, publicAddress, limits } = collectionOf(role);
  return {
    [`${addressPrefix}ipv4`]: null,
    [`${addressPrefix}ipv6`]: null,
    ...(publicAddress && { public_ipv4: null, public_ipv6: null }),
    ...Object.fromEntries(limits.map((limit) => [limit.api, limit.default])),
  };
}

/** Where the API has a server's own IPv4 address. */
export function addressField(role: ListedRole) {
  return `${collectionOf(role).addressPrefix}ipv4` as const;
}

/** Opaque, as the PBX's own are. */
export function newId(state: PbxState): string {
  state.serial += 1024;
  return Buffer.from(String(state.serial)).toString('base64url');
}

const ADDRESS_FIELDS = ['private_ipv4', 'private_ipv6', 'public_ipv4', 'public_ipv6', 'ipv4', 'ipv6'] as const;

/** The host that a server runs on, for whoever simulates it. */
export function addressesOf(server: Partial<StoredServer>): string[] {
  return ADDRESS_FIELDS.map((field) => server[field]).filter((address): address is string => Boolean(address));
}
