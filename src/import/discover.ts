import { seenContainers } from '../host/containers';
import { isAddress, normalise } from '../cluster/addresses';
import { DEFAULTS } from '../cluster/build';
import { ByAddress } from '../cluster/by-address';
import { LISTED_ROLES, ROLE_CONTAINERS, ROLES, type Role } from '../cluster/roles';
import { InputError } from '../cluster/types';
import { controlPlane } from '../host/control-plane';
import { parseKnownHosts } from '../host/known-hosts';
import { isReachable, type Reachable } from '../host/reachable';
import { seen } from '../host/reading';
import type { FactsRequest } from '../host/types';
import { parseRecord, type ClusterRecord } from '../stages/cluster-record';
import type { Live } from '../stages/live';
import { look, readPortal } from '../stages/observe';
import type { Session } from '../stages/session';

/** Everything that a running cluster tells of itself. */
export interface Found {
  main: Reachable;
  portal: Omit<Live['portal'], 'imToken' | 'sbcToken'>;
  machines: Machine[];
  byAddress: ByAddress<Machine>;
  /** Machines that neither the portal nor the record names, with a role of PortSIP's on them */
  others: Machine[];
  record?: ClusterRecord;
  /** Of the PBX: "22.0" */
  apiVersion?: string;
}

export interface Machine {
  address: string;
  facts: Reachable;
}

/**
 * Asks the portal, the main server and every host that they name. A host that only a whitelist or a firewall names is asked when
 * its key is known: whoever put it into known_hosts meant it. Throws InputError for a high-availability PBX whose control node was not given.
 */
export async function discover(
  session: Session,
  { hosts: given, knownHosts }: { hosts: readonly string[]; knownHosts: string },
): Promise<Found> {
  const { cluster, pbx } = session;
  const plane = controlPlane(cluster);
  const request: FactsRequest = { scriptsPath: cluster.scriptsPath, dataPath: DEFAULTS.data_path };
  for (const address of given) if (!isAddress(address)) throw new InputError(`${address} is not an IP address`);

  const [{ servers, status, ipFilters, im }, main, apiVersion] = await Promise.all([
    readPortal(session, { im: true, sbc: false }),
    look(session, cluster.pbx.machine, {
      ...request,
      scriptsPath: plane.pbxScriptsPath,
      firewall: true,
      record: cluster.name,
    }),
    pbx.apiVersion().catch(() => undefined),
  ]);
  if (isReachable(main) && plane.name === 'standalone') await refuseHighAvailability(session);
  const { record } = isReachable(main) ? parseRecord(seen(main.record), cluster.name) : {};

  const named = [
    ...LISTED_ROLES.flatMap((role) => servers[role].filter(({ type }) => type === 'EXTERNAL')).map(
      ({ privateIp, publicIp }) => privateIp ?? publicIp,
    ),
    im.privateIp ?? im.publicIp,
    ...Object.values(record?.servers ?? {}).map(({ address }) => address),
    ...given,
  ];
  const trusted = isReachable(main) ? (seen(main.firewall)?.trusted.permanent ?? []) : [];
  const known = parseKnownHosts(knownHosts);
  const hinted = [...ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr), ...trusted].filter(
    (source) => isAddress(normalise(source)) && known.knows(normalise(source), cluster.ssh.port),
  );
  const own = new Set([cluster.pbx.privateIp, ...plane.pbxMachines.map(({ address }) => address)].map(normalise));
  const addresses = (list: (string | undefined)[]) =>
    new Set(list.flatMap((address) => (address && !own.has(normalise(address)) ? [normalise(address)] : [])));
  const machines = await Promise.all(
    [...addresses([...named, ...hinted])].map(async (address) => {
      const facts = await look(session, { name: address, address, ssh: cluster.ssh }, request);
      return { address, facts };
    }),
  );
  // Only asked where it matters: older releases want a permission of their own for it.
  const sbc = machines.some(({ facts }) => runsRole(facts, (role) => ROLES[role].portal.kind === 'settings'))
    ? await pbx.sbc().catch(() => undefined)
    : undefined;
  const expected = addresses(named.slice(0, named.length - given.length));
  return {
    main,
    portal: { servers, status, ipFilters, im, ...(sbc && { sbc }) },
    machines,
    byAddress: new ByAddress(machines.map((machine) => [machine.address, machine] as const)),
    others: machines.filter(
      ({ address, facts }) => !expected.has(address) && (runsRole(facts) || given.includes(address)),
    ),
    ...(record && { record }),
    ...(apiVersion !== undefined && { apiVersion }),
  };
}

function runsRole(facts: Reachable, which: (role: Role) => boolean = () => true): boolean {
  if (!isReachable(facts)) return false;
  return seenContainers(facts).some(({ name }) => {
    const role = ROLE_CONTAINERS.get(name);
    return role !== undefined && which(role);
  });
}

/** The first node of such a cluster installs and drives the servers, whichever is active: nobody can guess it. */
async function refuseHighAvailability(session: Session): Promise<void> {
  const { machine, privateIp } = session.cluster.pbx;
  const facts = await look(session, machine, { scriptsPath: DEFAULTS.ha_scripts_path, dataPath: DEFAULTS.data_path });
  if (!isReachable(facts) || !seen(facts.scripts)?.includes('ha_ctl.sh')) return;
  throw new InputError(
    `${privateIp} is a node of a high-availability PBX (${DEFAULTS.ha_scripts_path}/ha_ctl.sh), so import has to know which one its scripts are run on: --control-node ADDRESS --nodes ADDRESS,… (inputs control-node, nodes)`,
  );
}
