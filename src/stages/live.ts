import { containerOf } from '../host/control-plane';
import { seenContainer } from '../host/containers';
import type { ListedRole, Role, ServerSpec } from '../cluster/roles';
import type { DeployedSettings } from '../cluster/settings';
import type { SbcPortalSettings } from '../cluster/sbc-settings';
import type { ControlNode } from '../host/control-plane/control-node';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown, type Reading, seen } from '../host/reading';
import type { Container } from '../host/types';
import type { ImAddresses, IpFilter, PortalServer, ServerStatus } from '../pbx/types';
import type { ClusterRecord, OtherCluster } from './cluster-record';
import type { OutsideView } from './outside-view';

/** The live state that a plan is made from. */
export interface Live {
  /** false: made up from a base cluster file, nothing was asked */
  live: boolean;
  /** Milliseconds since the epoch when it was read */
  at: number;
  main: Reachable;
  /** High availability: the PBX's other nodes, by address */
  nodes?: ReadonlyMap<string, Reachable>;
  /** What the main server, which then is a control node, says of the others */
  control?: ControlNode;
  hosts: ReadonlyMap<string, Reachable>;
  portal: {
    servers: Readonly<Record<ListedRole, PortalServer[]>>;
    /** By portal id */
    status: ReadonlyMap<string, Reading<ServerStatus>>;
    ipFilters: IpFilter[];
    im: ImAddresses;
    /** Whether there is one; the value never gets this far */
    imToken: 'issued' | 'none';
    /** What the PBX knows of session border controllers, and whether there is a token for them; undefined: not asked */
    sbc?: SbcPortalSettings;
    sbcToken?: 'issued' | 'none';
    /** Whether it sees servers that it keeps no list of, by role; none: it is not asked that, or does not know the question */
    services?: ReadonlyMap<Role, Reading<ServerStatus['status']>>;
  };
  /** Whether the IM container runs with the token that the portal has; unknown as well where there is none */
  imTokenInUse: Reading<boolean>;
  /** Whether there is a token for the registry of the cluster file; undefined: nobody was asked */
  registryToken?: 'given' | 'none';
  /** Texts of control scripts on hosts that are not those of the repository, by their SHA-256, as far as they could be read */
  scriptTexts?: ReadonlyMap<string, string>;
  record?: ClusterRecord;
  /** Other cluster files of the same PBX, as far as their records on the main server tell */
  others?: readonly OtherCluster[];
  /** undefined: not known */
  deployedSettings?: DeployedSettings;
  /** What callers see of servers that DNS leads them to; undefined: not looked at */
  outside?: OutsideView;
}

/** The container that the PBX's calls depend on */
export const CALL_MANAGER = 'portsip.callmanager';
export const LOAD_BALANCER = 'portsip.loadbalancer';

/** The PBX's own container: that of the node where it runs, the main server's if it runs nowhere. */
export function pbxContainer({ main, nodes }: Pick<Live, 'main' | 'nodes'>): Container | undefined {
  const all = [main, ...(nodes?.values() ?? [])].flatMap((facts) =>
    isReachable(facts) ? (seenContainer(facts, CALL_MANAGER) ?? []) : [],
  );
  return all.find(({ running }) => running) ?? all[0];
}

/** The container of a server on its host, as far as it is known; undefined: none, or nobody can tell. */
export function serverContainer(
  { hosts }: Pick<Live, 'hosts'>,
  server: Pick<ServerSpec, 'name' | 'role'>,
): Container | undefined {
  const facts = hosts.get(server.name);
  return isReachable(facts) ? seen(containerOf(server, facts)) : undefined;
}

/** Whether the PBX sees a server of the portal. */
export function onlineIn({ portal }: Pick<Live, 'portal'>, { id }: Pick<PortalServer, 'id'>): Reading<boolean> {
  const status = portal.status.get(id);
  if (status === undefined) return false;
  return isKnown(status) ? status.status === 'ONLINE' : status;
}

/** Whether the PBX certainly sees it. */
export function isOnline(live: Pick<Live, 'portal'>, entry: Pick<PortalServer, 'id'>): boolean {
  return onlineIn(live, entry) === true;
}

/** Whether the PBX certainly does not see it: of whatever else, calls may be on it. */
export function isOffline(live: Pick<Live, 'portal'>, entry: Pick<PortalServer, 'id'>): boolean {
  return onlineIn(live, entry) === false;
}

/** Whether we disabled it because it was dead. One that somebody has enabled since takes calls like any other. */
export function isTakenOut({ record }: Pick<Live, 'record'>, { name, enabled }: PortalServer): boolean {
  return !enabled && record !== undefined && Object.hasOwn(record.dead, name);
}
