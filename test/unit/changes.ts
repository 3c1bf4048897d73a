import { isListed, ROLES, serverSpec, type ListedRole, type Role, type RoleFields } from '../../src/cluster/roles';
import type { Machine, ServerSpec } from '../../src/cluster/types';
import type { NewPortalServer } from '../../src/pbx/types';
import { idOf, type ChangeOf, type Kind } from '../../src/stages/change';
import type { Departing } from '../../src/stages/departing';

/*
 * Changes as examples: each is made with what matters to a test, and says of the rest what a plan would usually say. A server
 * has the role that its name begins with.
 */

type Given<K extends Kind> = Partial<Omit<ChangeOf<K>, 'kind'>>;

const NAMES: readonly [beginning: string, role: Role][] = [
  ['queue', 'queue'],
  ['meeting', 'meeting'],
  ['vr', 'ivr'],
  ['im', 'im'],
  ['dataflow', 'dataflow'],
  ['sbc', 'sbc'],
];
const roleOf = (name: string): Role => NAMES.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'media';

const SSH = { user: 'pbx', port: 22 };

/** A server as the cluster file wants it. */
export function spec(name: string, rest: Partial<ServerSpec> & RoleFields = {}): ServerSpec {
  const { role = roleOf(name), ...given } = rest;
  const base = { name, address: `${name}.example`, ssh: SSH, enabled: true, image: 'portsip/pbx:22' };
  return serverSpec(role, { ...base, dataPath: '/var/lib/portsip', ...given }, rest);
}

/** A server that left the cluster file. */
export function left(name: string, rest: Partial<Departing> = {}): Departing {
  return { name, role: roleOf(name), address: `${name}.example`, ssh: SSH, ...rest };
}

function listed(name: string): ListedRole {
  const role = roleOf(name);
  if (!isListed(role)) throw new Error(`the portal has no list of servers like ${name}`);
  return role;
}

const PLAIN = { impact: 'none', needs: [], after: [] } as const;

export const trustedSource = (given: Given<'trusted-source'> = {}): ChangeOf<'trusted-source'> => {
  const { source = '192.168.1.27/32' } = given;
  const causes = [{ cause: 'untrusted', on: ['the main server'], of: "the main server's firewall" }] as const;
  return { kind: 'trusted-source', id: idOf.source(source), action: 'create', ...PLAIN, causes, source, ...given };
};

export const sourceRemoval = (given: Given<'source-removal'> = {}): ChangeOf<'source-removal'> => {
  const { source = '192.168.1.27/32' } = given;
  const causes = [{ cause: 'unused', of: "the main server's firewall" }] as const;
  return { kind: 'source-removal', id: idOf.source(source), action: 'delete', ...PLAIN, causes, source, ...given };
};

export const whitelistEntry = (given: Given<'whitelist-entry'> = {}): ChangeOf<'whitelist-entry'> => {
  const { entry = { cidr: '192.168.1.27/32', target: 'ACCEPT' } } = given;
  const causes = [{ cause: 'missing' }] as const;
  const rest = { ...PLAIN, causes, differences: [] };
  return { kind: 'whitelist-entry', id: idOf.whitelist(entry.cidr), action: 'create', ...rest, entry, ...given };
};

export const whitelistRemoval = (given: Given<'whitelist-removal'> = {}): ChangeOf<'whitelist-removal'> => {
  const { cidr = '192.168.1.27/32' } = given;
  const causes = [{ cause: 'unused' }] as const;
  return { kind: 'whitelist-removal', id: idOf.whitelist(cidr), action: 'delete', ...PLAIN, causes, cidr, ...given };
};

const ENTRY_CAUSES = { create: 'unregistered', update: 'differs', replace: 'readdressed' } as const;

export const portalEntry = (given: Given<'portal-entry'> = {}): ChangeOf<'portal-entry'> => {
  const { server = 'media-server-2', action = 'create' } = given;
  const wanted: NewPortalServer = { role: listed(server), name: server, enabled: true };
  const rest = { ...PLAIN, causes: [{ cause: ENTRY_CAUSES[action] }], differences: [] };
  return { kind: 'portal-entry', id: idOf.entry(server), action, server, ...rest, wanted, ...given };
};

export const portalEntryRemoval = (given: Given<'portal-entry-removal'> = {}): ChangeOf<'portal-entry-removal'> => {
  const { server = 'media-server-2' } = given;
  const causes = [{ cause: 'left' }] as const;
  const rest = { ...PLAIN, causes, role: listed(server), from: left(server) };
  return { kind: 'portal-entry-removal', id: idOf.entry(server), action: 'delete', server, ...rest, ...given };
};

export const imAddresses = (given: Given<'im-addresses'> = {}): ChangeOf<'im-addresses'> => {
  const { server = 'im-server-1' } = given;
  const causes = [{ cause: 'unregistered' }] as const;
  const rest = { ...PLAIN, causes, wanted: { privateIp: '192.168.1.25' }, differences: [], present: {} };
  return { kind: 'im-addresses', id: idOf.entry(server), action: 'create', server, ...rest, ...given };
};

export const imAddressesRemoval = (given: Given<'im-addresses-removal'> = {}): ChangeOf<'im-addresses-removal'> => {
  const { server = 'im-server-1' } = given;
  const causes = [{ cause: 'left' }] as const;
  const rest = { ...PLAIN, causes, from: left(server) };
  return { kind: 'im-addresses-removal', id: idOf.entry(server), action: 'delete', server, ...rest, ...given };
};

export const builtInOff = (given: Given<'built-in-off'> = {}): ChangeOf<'built-in-off'> => {
  const { role = 'media' } = given;
  const causes = [{ cause: 'replaced' }] as const;
  return { kind: 'built-in-off', id: idOf.builtIn(role), action: 'update', ...PLAIN, causes, role, ...given };
};

export const builtInOn = (given: Given<'built-in-on'> = {}): ChangeOf<'built-in-on'> => {
  const { role = 'media' } = given;
  const causes = [{ cause: 'none-left' }] as const;
  return { kind: 'built-in-on', id: idOf.builtIn(role), action: 'update', ...PLAIN, causes, role, ...given };
};

export const deadServerOff = (given: Given<'dead-server-off'> = {}): ChangeOf<'dead-server-off'> => {
  const { server = 'queue-server-1' } = given;
  const causes = [{ cause: 'dead', since: '2026-06-01T11:35:00Z' }] as const;
  const rest = { ...PLAIN, causes, role: 'queue', standIn: true } as const;
  return { kind: 'dead-server-off', id: idOf.heal(server), action: 'update', server, ...rest, ...given };
};

export const deadServerOn = (given: Given<'dead-server-on'> = {}): ChangeOf<'dead-server-on'> => {
  const { server = 'queue-server-1' } = given;
  const rest = { ...PLAIN, causes: [{ cause: 'back' }], role: 'queue' } as const;
  return { kind: 'dead-server-on', id: idOf.heal(server), action: 'update', server, ...rest, ...given };
};

export const tokenIssue = (given: Given<'token'> = {}): ChangeOf<'token'> => {
  const { service = 'im', server = `${service}-server-1`, action = 'create' } = given;
  const rest = { ...PLAIN, causes: [{ cause: action === 'create' ? 'none-issued' : 'asked' } as const] };
  return { kind: 'token', id: idOf.token(service), action, server, service, ...rest, ...given };
};

export const sbcSettings = (given: Given<'sbc-settings'> = {}): ChangeOf<'sbc-settings'> => ({
  kind: 'sbc-settings',
  id: idOf.sbcSettings,
  action: 'update',
  ...PLAIN,
  impact: 'new-calls',
  causes: [{ cause: 'differs' }],
  wanted: { domain: 'sbc.example.com' },
  differences: [{ name: 'sbc.web_domain', after: 'sbc.example.com' }],
  present: {},
  ...given,
});

export const callersBack = (given: Given<'callers-back'> = {}): ChangeOf<'callers-back'> => {
  const { server = 'sbc-1', command = '/usr/local/sbin/sbc-dns' } = given;
  const of = { name: server, role: roleOf(server), address: `${server}.example`, ssh: SSH };
  const rest = { ...PLAIN, causes: [{ cause: 'left-out' } as const], command, of };
  return { kind: 'callers-back', id: idOf.callers(server), action: 'update', server, ...rest, ...given };
};

export const sshKey = (given: Given<'ssh-key'> = {}): ChangeOf<'ssh-key'> => {
  const { server = 'media-server-2' } = given;
  const machine: Machine = { name: server, address: `${server}.example`, ssh: SSH };
  const rest = { ...PLAIN, causes: [{ cause: 'key-refused' } as const], machine, of: 'pbx@192.168.1.131' };
  return { kind: 'ssh-key', id: idOf.sshKey(server), action: 'create', server, ...rest, ...given };
};

export const controlScripts = (given: Given<'control-scripts'> = {}): ChangeOf<'control-scripts'> => {
  const { server = 'media-server-2', action = 'create' } = given;
  const machine: Machine = { name: server, address: `${server}.example`, ssh: SSH };
  const causes = [{ cause: action === 'create' ? 'missing' : 'differ' } as const];
  const files = [{ name: 'cluster_ctl.sh', sha256: 'a'.repeat(64), shell: 'sh' as const }];
  const present = [{ name: 'cluster_ctl.sh', lines: { added: 3, removed: 0 } }];
  const rest = { ...PLAIN, causes, machine, path: '/opt/portsip', files, present };
  return { kind: 'control-scripts', id: idOf.scripts(server), action, server, ...rest, ...given };
};

export const hostPreparation = (given: Given<'host-preparation'> = {}): ChangeOf<'host-preparation'> => {
  const { server = 'media-server-2' } = given;
  const machine: Machine = { name: server, address: `${server}.example`, ssh: SSH };
  const rest = { ...PLAIN, causes: [{ cause: 'no-docker' } as const], machine, docker: 'distribution' as const };
  return { kind: 'host-preparation', id: idOf.preparation(server), action: 'create', server, ...rest, ...given };
};

export const registrySignIn = (given: Given<'registry-sign-in'> = {}): ChangeOf<'registry-sign-in'> => {
  const { server = 'media-server-2', action = 'create' } = given;
  const machine: Machine = { name: server, address: `${server}.example`, ssh: SSH };
  const registry = { server: 'registry.example.com', username: 'puller' };
  const rest = {
    ...PLAIN,
    causes: [{ cause: action === 'create' ? 'signed-out' : 'token' } as const],
    machine,
    registry,
  };
  return { kind: 'registry-sign-in', id: idOf.registry(server), action, server, ...rest, ...given };
};

export const registrySignOut = (given: Given<'registry-sign-out'> = {}): ChangeOf<'registry-sign-out'> => {
  const { server = 'media-server-2' } = given;
  const machine: Machine = { name: server, address: `${server}.example`, ssh: SSH };
  const registry = { server: 'registry.example.com', username: 'puller' };
  const rest = { ...PLAIN, causes: [{ cause: 'not-wanted' } as const], machine, registry };
  return { kind: 'registry-sign-out', id: idOf.registry(server), action: 'delete', server, ...rest, ...given };
};

export const pbxImage = (given: Given<'pbx-image'> = {}): ChangeOf<'pbx-image'> => ({
  kind: 'pbx-image',
  id: idOf.pbxImage,
  action: 'update',
  ...PLAIN,
  impact: 'active-calls',
  causes: [{ cause: 'image' }],
  image: 'portsip/pbx:22.7',
  present: { image: 'portsip/pbx:22' },
  ...given,
});

/** Created as a new server; updated because its values differ; replaced because it moved from elsewhere. */
export const roleSetup = (given: Given<'role'> = {}): ChangeOf<'role'> => {
  const { server = 'media-server-2', action = 'create' } = given;
  const wanted = spec(server);
  const { away, recreate } = ROLES[wanted.role];
  const usual = {
    create: { impact: 'none', causes: [{ cause: 'not-installed' }], verbs: ['run'] },
    update: { impact: away, causes: [{ cause: 'values' }], verbs: recreate },
    replace: { impact: away, causes: [{ cause: 'moved', from: 'elsewhere.example' }], verbs: ['run'] },
  } as const;
  const rest = { ...PLAIN, ...usual[action], differences: [] };
  return { kind: 'role', id: idOf.role(server), action, server, wanted, ...rest, ...given };
};

export const roleRemoval = (given: Given<'role-removal'> = {}): ChangeOf<'role-removal'> => {
  const { server = 'media-server-2' } = given;
  const rest = { ...PLAIN, causes: [{ cause: 'left' } as const], from: left(server), verbs: ['stop', 'rm'] as const };
  return { kind: 'role-removal', id: idOf.role(server), action: 'delete', server, ...rest, ...given };
};

export const serverRestart = (given: Given<'server-restart'> = {}): ChangeOf<'server-restart'> => {
  const { server = 'media-server-1' } = given;
  const wanted = spec(server);
  const causes = [{ cause: 'servers-added' }] as const;
  const rest = { ...PLAIN, impact: ROLES[wanted.role].away, causes, verbs: ['restart'] as const };
  return { kind: 'server-restart', id: idOf.restart(server), action: 'restart', server, wanted, ...rest, ...given };
};

export const loadBalancerRestart = (given: Given<'load-balancer-restart'> = {}): ChangeOf<'load-balancer-restart'> => ({
  kind: 'load-balancer-restart',
  id: idOf.loadBalancerRestart,
  action: 'restart',
  ...PLAIN,
  impact: 'new-calls',
  causes: [{ cause: 'servers-added' }],
  ...given,
});

export const pbxRestart = (given: Given<'pbx-restart'> = {}): ChangeOf<'pbx-restart'> => ({
  kind: 'pbx-restart',
  id: idOf.pbxRestart,
  action: 'restart',
  ...PLAIN,
  impact: 'active-calls',
  causes: [{ cause: 'servers-added' }],
  ...given,
});

export const backup = (given: Given<'backup'> = {}): ChangeOf<'backup'> => {
  const { name, address, ssh, role } = spec('im-server-1');
  return {
    kind: 'backup',
    id: idOf.backup(name),
    action: 'create',
    server: name,
    ...PLAIN,
    impact: 'messaging',
    causes: [{ cause: 'asked', said: 'before an upgrade' }],
    of: { name, machine: { name, address, ssh }, role },
    how: {
      by: 'copy',
      folder: '/var/backups/portsip/acme',
      parts: [{ name: 'im-data', path: '/var/lib/portsip/im-data' }],
    },
    ...given,
  };
};
