import { isAddress, normalise } from '../cluster/addresses';
import { collectionOf, ROLES, type Limit, type LimitName, type ListedRole } from '../cluster/roles';
import { SBC_TRANSPORTS, type SbcPortalSettings } from '../cluster/sbc-settings';
import { InputError } from '../cluster/types';
import { defined } from '../defined';
import { isObject } from '../unknown';
import type { components } from './api';
import type { Answer } from './caller';
import type {
  ImAddresses,
  IpFilter,
  NewPortalServer,
  PortalServer,
  PortalServerPatch,
  PbxUsage,
  ServerStatus,
} from './types';

/**
 * The PBX's JSON, read with suspicion and turned into our own shapes, and back. By hand and not with a schema
 * compiler: it is a dozen fields, the messages name the field, and an action starts faster without.
 */
type Schemas = components['schemas'];

/** An answer that is not what the API describes. `message`: "items[3].id is missing". */
export class Malformed extends Error {}

/** A JSON object whose fields are of the wrong type until shown otherwise. null counts as left out. */
export class Fields {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    private readonly where = '',
  ) {
    if (!isObject(value)) throw new Malformed(`${where || 'the answer'} is not an object`);
    this.values = value;
  }

  /** undefined when empty */
  text(name: string): string | undefined {
    return this.typed(name, 'string', (value): value is string => typeof value === 'string') || undefined;
  }

  needText(name: string): string {
    return this.text(name) ?? this.fail(name, 'is missing');
  }

  flag(name: string): boolean | undefined {
    return this.typed(name, 'true or false', (value): value is boolean => typeof value === 'boolean');
  }

  amount(name: string): number | undefined {
    return this.typed(
      name,
      'a number from 0',
      (value): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0,
    );
  }

  needOneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.needText(name);
    return allowed.find((one) => one === value) ?? this.fail(name, `is not ${allowed.join(' or ')}`);
  }

  id(): string {
    const id = this.needText('id');
    return isId(id) ? id : this.fail('id', 'is not usable as an id');
  }

  objects(name: string): Fields[] {
    const value = this.values[name];
    if (!Array.isArray(value)) return this.fail(name, 'is not a list');
    return value.map((item, index) => new Fields(item, `${this.prefix}${name}[${index}]`));
  }

  has(name: string): boolean {
    return Object.hasOwn(this.values, name) && this.values[name] !== null;
  }

  private typed<T>(name: string, type: string, is: (value: unknown) => value is T): T | undefined {
    const value = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
    if (value === undefined || value === null) return undefined;
    return is(value) ? value : this.fail(name, `is not ${type === 'string' ? 'text' : type}`);
  }

  private get prefix(): string {
    return this.where ? `${this.where}.` : '';
  }

  private fail(name: string, what: string): never {
    throw new Malformed(`${this.prefix}${name} ${what}`);
  }
}

/** Ids are the PBX's business, but `.` and `..` would turn a URL into another one, however they are encoded. */
export function isId(id: string): boolean {
  return id.length > 0 && id.length <= 512 && !/^\.\.?$/.test(id);
}

export function readServer(role: ListedRole, item: Fields): PortalServer {
  const { addressPrefix, publicAddress, limits } = collectionOf(role);
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
    ...amounts<LimitName>(limits.map(({ name, api }) => [name, item.amount(api)])),
  };
}

export function readStatus(role: ListedRole, answer: Fields): ServerStatus {
  const { calls } = ROLES[role];
  const load = amounts<LimitName>(
    collectionOf(role).limits.map(({ name, counted }: Limit) => [name, counted && answer.amount(counted.field)]),
  );
  return {
    // A server that the PBX has never seen has no status, and any third state is not one that takes calls.
    status: answer.text('status') === 'ONLINE' ? 'ONLINE' : 'OFFLINE',
    ...defined({
      calls: calls.kind === 'counted' ? answer.amount(calls.field) : undefined,
      cpuUsage: answer.amount('cpu_usage'),
      memoryUsage: answer.amount('memory_usage'),
    }),
    ...(Object.keys(load).length > 0 && { load }),
  };
}

/** What it answers is not published: by the words of all other servers' status, or not at all. */
export function readServiceStatus({ status, body }: Answer): ServerStatus['status'] | 'untold' | undefined {
  if (status === 404) return undefined;
  const word = isObject(body) ? body['status'] : undefined;
  return word === 'ONLINE' || word === 'OFFLINE' ? word : 'untold';
}

export function readIpFilter(item: Fields): IpFilter {
  return {
    id: item.id(),
    cidr: item.needText('cidr'),
    target: item.needOneOf('target', ['ACCEPT', 'DENY']),
    ...defined({ expireAt: item.text('expire_at'), description: item.text('description') }),
  };
}

export function readIm(answer: Fields): ImAddresses {
  return defined({ privateIp: readAddress(answer, 'private_'), publicIp: readAddress(answer, 'public_') });
}

export function readUsage(answer: Fields): PbxUsage {
  return defined({ calls: answer.amount('current_calls'), licensedCalls: answer.amount('max_concurrent_calls') });
}

export function readSbc(answer: Fields): SbcPortalSettings {
  return defined({
    domain: answer.text('domain')?.toLowerCase(),
    httpPort: answer.amount('http_port'),
    httpsPort: answer.amount('https_port'),
    transports: answer.has('transports')
      ? answer.objects('transports').map((one) => ({
          protocol: one.needOneOf('protocol', SBC_TRANSPORTS),
          port: one.amount('port') ?? 0,
        }))
      : undefined,
  });
}

export function writeSbc({ domain, httpPort, httpsPort, transports }: SbcPortalSettings): Schemas['SbcSettingsWanted'] {
  return defined({
    domain,
    http_port: httpPort,
    https_port: httpsPort,
    transports: transports?.map(({ protocol, port }) => ({ protocol, port })),
  });
}

/** IPv4 where there are both; IPv6 in its usual spelling, so that it can be compared. */
function readAddress(fields: Fields, prefix: string): string | undefined {
  const address = fields.text(`${prefix}ipv4`) ?? fields.text(`${prefix}ipv6`);
  return address === undefined ? undefined : normalise(address);
}

type Family = 'ipv4' | 'ipv6';

function familyOf(address: string): Family {
  if (isAddress(address)) return address.includes(':') ? 'ipv6' : 'ipv4';
  throw new InputError(`${address} is not an IP address`);
}

type AddressField = `${'' | 'private_' | 'public_'}${Family}`;

export function writeAddresses({ privateIp, publicIp }: ImAddresses): Schemas['ImAddressesWanted'] {
  return { ...writeAddress('private_', privateIp), ...writeAddress('public_', publicIp) };
}

function writeAddress(prefix: '' | 'private_' | 'public_', address?: string): Partial<Record<AddressField, string>> {
  return address ? { [`${prefix}${familyOf(address)}`]: address } : {};
}

/** What a collection keeps of a server, and nothing of what only others keep. */
export interface ServerBody extends Partial<Record<AddressField, string> & Record<Limit['api'], number>> {
  name: string;
  enabled: boolean;
}

export function writeServer({ role, name, enabled, privateIp, publicIp, ...limits }: NewPortalServer): ServerBody {
  const { addressPrefix, publicAddress } = collectionOf(role);
  return {
    name,
    enabled,
    ...writeAddress(addressPrefix, privateIp),
    ...(publicAddress && writeAddress('public_', publicIp)),
    ...writeLimits(role, limits),
  };
}

export function writePatch(role: ListedRole, { enabled, ...limits }: PortalServerPatch) {
  return { ...defined({ enabled }), ...writeLimits(role, limits) };
}

function writeLimits(role: ListedRole, values: Partial<Record<LimitName, number>>) {
  return amounts<Limit['api']>(collectionOf(role).limits.map(({ name, api }) => [api, values[name]]));
}

export function writeIpFilter(filter: Omit<IpFilter, 'id'>): Schemas['NewIpFilter'];
export function writeIpFilter(filter: Partial<Omit<IpFilter, 'id'>>): Schemas['IpFilterPatch'];
export function writeIpFilter(filter: Partial<Omit<IpFilter, 'id'>>): Schemas['IpFilterPatch'] {
  return defined({
    cidr: filter.cidr,
    target: filter.target,
    expire_at: filter.expireAt,
    description: filter.description,
  });
}

function amounts<Name extends string>(
  entries: readonly (readonly [Name, number | undefined])[],
): Partial<Record<Name, number>> {
  const known: Partial<Record<Name, number>> = {};
  for (const [name, amount] of entries) if (amount !== undefined) known[name] = amount;
  return known;
}
