import { normalise } from '../cluster/addresses';
import { isOutside, ROLES } from '../cluster/roles';
import type { Cluster, Machine } from '../cluster/types';
import type { Internet } from '../host/internet';
import { isKnown, type Reading } from '../host/reading';

/** What was seen from here of what callers see. */
export interface OutsideView {
  /** The addresses that the web domain leads to; undefined: there is none to ask for */
  domain?: Reading<string[]>;
  /** By server, where its ports could be tried: the address, and the ports that callers come in by and that are shut */
  shut: ReadonlyMap<string, { address: string; ports: number[] }>;
}

/** Looks at names and ports; undefined: there is nothing to look at, or nobody who looks. */
export async function lookFromOutside(
  { servers: all, sbc }: Cluster,
  internet: Internet | undefined,
): Promise<OutsideView | undefined> {
  const servers = all.filter(({ role }) => isOutside(role));
  if (!internet || servers.length === 0) return undefined;
  const domain = sbc?.portal.domain;
  const [addresses, shut] = await Promise.all([
    domain === undefined ? undefined : internet.addressesOf(domain),
    Promise.all(
      servers.map(async (server) => {
        // Behind a jump host a private address is another one, or none, from here.
        const address = server.publicIp ?? (server.ssh.jumpHost ? undefined : server.privateIp);
        if (address === undefined) return undefined;
        const callers = ROLES[server.role].ports?.callers ?? [];
        const open = await Promise.all(callers.map((port) => internet.answers(address, port)));
        return [server.name, { address, ports: callers.filter((_, index) => !open[index]) }] as const;
      }),
    ),
  ]);
  return {
    ...(addresses !== undefined && { domain: addresses }),
    shut: new Map(shut.filter((one) => one !== undefined)),
  };
}

/** Any of them in DNS leads callers to the server: inside a site the name leads to the private one. */
export function callersAddresses({
  publicIp,
  privateIp,
  address,
}: Pick<Machine, 'address'> & { publicIp?: string; privateIp?: string }): string[] {
  return [publicIp, privateIp, address].filter((one) => one !== undefined).map(normalise);
}

/** Whether a name leads callers to a server; undefined: not known. */
export async function leadsTo(
  name: string,
  server: Parameters<typeof callersAddresses>[0],
  internet: Internet,
): Promise<boolean | undefined> {
  const found = await internet.addressesOf(name);
  return isKnown(found) ? callersAddresses(server).some((address) => found.includes(address)) : undefined;
}
