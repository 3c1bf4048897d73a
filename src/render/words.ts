import { ROLES } from '../cluster/roles';
import type { Role } from '../cluster/types';
import type { Attribute, Change, ChangeAction, Finding } from '../stages/types';

/** A server of the cluster file, as far as renderings speak of it. */
export interface KnownServer {
  name: string;
  role: Role;
  privateIp?: string;
  publicIp?: string;
}

export const SYMBOLS: Readonly<Record<ChangeAction, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  restart: '↻',
};

/** For terminals that know ASCII only. */
export const ASCII_SYMBOLS: Readonly<Record<ChangeAction, string>> = { ...SYMBOLS, restart: 'o' };

export const LEGEND: Readonly<Record<ChangeAction, string>> = {
  create: 'add',
  update: 'change in place',
  replace: 'remove and add again',
  delete: 'remove',
  restart: 'restart',
};

export const ACTIONS = Object.keys(SYMBOLS) as ChangeAction[];

/** The part of an id after its kind: `192.168.1.21/32` of `firewall/192.168.1.21/32`. */
export function subject(change: Pick<Change, 'id'>): string {
  return change.id.slice(change.id.indexOf('/') + 1);
}

export function kind(change: Pick<Change, 'id'>): string {
  return change.id.slice(0, Math.max(0, change.id.indexOf('/')));
}

/** What a change is about, below the name of its server: "entry in the portal". */
export function objectOf(change: Pick<Change, 'id' | 'action'>): string {
  const name = subject(change);
  switch (kind(change)) {
    case 'firewall':
      return `trusted source ${name} in the main server's firewall`;
    case 'whitelist':
      return `${name} in the PBX's IP whitelist`;
    case 'server':
      return 'entry in the portal';
    case 'built-in':
      return `built-in ${label(name)}`;
    case 'token':
      return `${serviceName(name)} token`;
    case 'ssh-key':
      return "the control node's SSH key";
    case 'role':
      return 'service on the host';
    case 'restart':
      return name === 'loadbalancer' ? 'resource load balancer' : name === 'pbx' ? 'PBX' : 'restart';
    default:
      return change.id;
  }
}

const DOING: Readonly<Record<string, Partial<Record<ChangeAction, string>>>> = {
  firewall: { create: 'trust', delete: 'stop trusting' },
  whitelist: { create: 'whitelist', update: 'correct the whitelist entry of', delete: 'take off the whitelist' },
  server: {
    create: 'register',
    update: 'update in the portal',
    replace: 'register anew',
    delete: 'take out of the portal',
  },
  role: { create: 'install', update: 'set up anew', replace: 'recreate', delete: 'uninstall' },
  'ssh-key': { create: 'let the control node sign in to' },
  token: { create: 'issue a token for', update: 'renew the token of', replace: 'renew the token of' },
};

/** What is done, as a verb in the infinitive: "register". */
export function verb(change: Pick<Change, 'id' | 'action'> & Partial<Pick<Change, 'attributes'>>): string {
  if (kind(change) === 'built-in') return change.attributes?.[0]?.after === 'true' ? 'turn on' : 'turn off';
  return DOING[kind(change)]?.[change.action] ?? { ...LEGEND, update: 'change' }[change.action];
}

/** Who it is done to: "media-server-2", "the resource load balancer". */
export function target(change: Pick<Change, 'id' | 'action'>): string {
  const name = subject(change);
  switch (kind(change)) {
    case 'built-in':
      return `the built-in ${label(name)}`;
    case 'token':
      return serviceName(name);
    case 'restart':
      return name === 'loadbalancer' ? 'the resource load balancer' : name === 'pbx' ? 'the PBX' : name;
    case '':
      return change.id;
    default:
      return name;
  }
}

/** "install media-server-2", "take media-server-2 out of the portal" */
export function deed(change: Parameters<typeof verb>[0]): string {
  const doing = verb(change);
  const [after = ''] = / (?:anew|in the portal|out of the portal|off the whitelist)$/.exec(doing) ?? [];
  return `${doing.slice(0, doing.length - after.length)} ${target(change)}${after}`;
}

/** "media server", "IVR server"; whatever is no role stays as it is. */
export function label(role: string): string {
  return Object.hasOwn(ROLES, role) ? ROLES[role as Role].label : `${role} server`;
}

function serviceName(service: string): string {
  return { im: 'IM', dataflow: 'Data Flow' }[service] ?? service;
}

/** "media server, 192.168.1.21, public 104.101.137.60" */
export function introduce(server: KnownServer): string {
  return [
    label(server.role),
    server.privateIp,
    server.publicIp && (server.privateIp ? `public ${server.publicIp}` : server.publicIp),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Attributes that say more than the change's name does already. */
export function telling(change: Pick<Change, 'id' | 'attributes'>): Attribute[] {
  const name = subject(change);
  return change.attributes.filter(({ before, after }) => (before ?? name) !== name || (after ?? name) !== name);
}

/** A finding's message, with the server's name before it where it does not name it itself. */
export function about({ server, message }: Finding): string {
  return server === undefined || message.includes(server) ? message : `${server}: ${message}`;
}

const SEVERITIES = ['blocking', 'warning', 'note'] as const;

/** Blocking first, notes last; otherwise as they came, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings
    .filter((finding) => {
      const key = JSON.stringify([finding.code, finding.severity, finding.server, finding.message]);
      return !seen.has(key) && seen.add(key);
    })
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) || a.index - b.index,
    )
    .map(({ finding }) => finding);
}
