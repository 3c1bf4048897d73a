import type { Server, ServerSpec } from '../../../src/cluster/types';
import {
  idOf,
  type ChangeId,
  type LoadBalancerRestart,
  type PbxRestart,
  type PortalEntry,
  type RoleRemoval,
  type RoleSetup,
  type ServerRestart,
  type TokenIssue,
  type TrustedSource,
  type WhitelistEntry,
} from '../../../src/stages/change';
import { recorded } from '../../../src/stages/record';

/* Changes as diffs make them, for tests that need some of their own. */

const plain = { impact: 'none', needs: [], after: [] } as const;

function specOf(server: Server): ServerSpec {
  const spec: ServerSpec & { at?: unknown } = { ...server };
  delete spec.at;
  return spec;
}

export function whitelist(
  host: number,
  needs: readonly ChangeId[] = [],
  rest: Partial<WhitelistEntry> = {},
): WhitelistEntry {
  const cidr = `10.0.0.${host}/32`;
  return {
    ...plain,
    kind: 'whitelist-entry',
    id: idOf.whitelist(cidr),
    action: 'create',
    causes: [{ cause: 'missing' }],
    needs,
    entry: { cidr, target: 'ACCEPT' },
    differences: [{ name: 'accepted address', after: cidr }],
    ...rest,
  };
}

export function trust(source: string, rest: Partial<TrustedSource> = {}): TrustedSource {
  return {
    ...plain,
    kind: 'trusted-source',
    id: idOf.source(source),
    action: 'create',
    causes: [{ cause: 'untrusted', on: ['the main server'], of: "the main server's firewall" }],
    source,
    ...rest,
  };
}

/** Upgrades a server from another image to the one that it is to have. */
export function upgrade(server: Server, rest: Partial<RoleSetup> = {}): RoleSetup {
  const { name, image } = server;
  return {
    ...plain,
    kind: 'role',
    id: idOf.role(name),
    action: 'update',
    server: name,
    causes: [{ cause: 'image' }],
    impact: 'new-calls',
    wanted: specOf(server),
    verbs: ['upgrade'],
    pull: [image],
    differences: [{ name: 'image', before: 'portsip/pbx:21', after: image }],
    ...rest,
  };
}

/** Installs a server where nothing runs. */
export function install(server: Server): RoleSetup {
  const { name, role } = server;
  return {
    ...plain,
    kind: 'role',
    id: idOf.role(name),
    action: 'create',
    server: name,
    causes: [{ cause: 'not-installed' }],
    wanted: specOf(server),
    verbs: ['run'],
    differences: [{ name: 'role', after: role }],
  };
}

export function removal(server: Server): RoleRemoval {
  return {
    ...plain,
    kind: 'role-removal',
    id: idOf.role(server.name),
    action: 'delete',
    server: server.name,
    causes: [{ cause: 'left' }],
    from: { ...recorded(server), name: server.name },
    verbs: ['rm'],
  };
}

/** A media server that is disabled in the portal takes calls again. */
export function enable({ name, privateIp }: Server, cause: 'differs' | 'drained-by-us'): PortalEntry {
  return {
    ...plain,
    kind: 'portal-entry',
    id: idOf.entry(name),
    action: 'update',
    server: name,
    causes: [{ cause }],
    wanted: { role: 'media', name, enabled: true, ...(privateIp && { privateIp }) },
    present: { role: 'media', name, enabled: false, id: '1', type: 'EXTERNAL', ...(privateIp && { privateIp }) },
    differences: [{ name: 'enabled', before: 'false', after: 'true' }],
  };
}

export function restartOf(server: Server, rest: Partial<ServerRestart> = {}): ServerRestart {
  const { name } = server;
  return {
    ...plain,
    kind: 'server-restart',
    id: idOf.restart(name),
    action: 'restart',
    server: name,
    causes: [{ cause: 'servers-added' }],
    impact: 'new-calls',
    wanted: specOf(server),
    verbs: ['restart'],
    ...rest,
  };
}

export const pbxRestart: PbxRestart = {
  ...plain,
  kind: 'pbx-restart',
  id: idOf.pbxRestart,
  action: 'restart',
  causes: [{ cause: 'new-cluster' }],
  impact: 'active-calls',
};

export const loadBalancerRestart: LoadBalancerRestart = {
  ...plain,
  kind: 'load-balancer-restart',
  id: idOf.loadBalancerRestart,
  action: 'restart',
  causes: [{ cause: 'servers-added' }],
  impact: 'new-calls',
};

export function newImToken(server: string): TokenIssue {
  return {
    ...plain,
    kind: 'token',
    id: idOf.token('im'),
    action: 'replace',
    server,
    causes: [{ cause: 'asked' }],
    impact: 'messaging',
    service: 'im',
  };
}
