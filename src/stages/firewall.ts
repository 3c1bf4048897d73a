import { covers, hostCidr, trustedSources } from '../cluster/addresses';
import type { Cluster, Server } from '../cluster/types';
import type { FirewallFacts } from '../host/types';
import type { IpFilter } from '../pbx/types';
import type { Run } from './context';
import { sameCidr } from './same';
import { isReachable, type Change, type Diff, type DiffInput, type Finding } from './types';

/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
export const WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;

/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
export function diffFirewall({ cluster, live }: DiffInput): Diff {
  const changes: Change[] = [];
  const findings: Finding[] = [];
  if (isReachable(live.main) && live.main.firewall) {
    const firewall = live.main.firewall;
    if (!firewall.running) {
      findings.push({
        code: 'firewalld-not-running',
        severity: 'blocking',
        message: 'firewalld does not run on the main server; start it with: sudo systemctl enable --now firewalld',
      });
    } else {
      const wanted = trustedSources(cluster);
      // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
      const leaving = (live.record?.firewall ?? []).filter(
        (owned) => !wanted.some((source) => sameCidr(source, owned)),
      );
      for (const source of wanted) {
        const server = serverBehind(cluster, source);
        const zone = zoneOf(firewall, source);
        if (zone) {
          findings.push({
            code: 'zone-conflict',
            severity: 'blocking',
            ...(server && { server: server.name }),
            message: `${source} is a source of the firewalld zone "${zone}" on the main server and cannot be trusted as well; if that zone does not need it: sudo firewall-cmd --permanent --zone=${zone} --remove-source=${source} && sudo firewall-cmd --reload`,
          });
          continue;
        }
        const reason = missingSource(firewall, source, leaving);
        if (!reason) continue;
        changes.push({
          id: `firewall/${source}`,
          stage: 'firewall',
          action: 'create',
          ...(server && { server: server.name }),
          reason,
          impact: 'none',
          needs: [],
          attributes: [{ name: 'trusted source', after: source }],
        });
      }
      const foreign = firewall.trusted.permanent.filter(
        (source) =>
          !wanted.some((own) => sameCidr(own, source)) &&
          !(live.record?.firewall ?? []).some((owned) => sameCidr(owned, source)),
      );
      if (foreign.length > 0) {
        findings.push({
          code: 'unmanaged-source',
          severity: 'note',
          message: `Trusted sources on the main server that the cluster file does not know are left alone: ${foreign.join(', ')}`,
        });
      }
    }
  }
  for (const server of cluster.servers) diffWhitelist(server, live.portal.ipFilters, live.at, changes, findings);
  return { changes, findings };
}

function diffWhitelist(server: Server, filters: IpFilter[], now: number, changes: Change[], findings: Finding[]): void {
  const cidr = hostCidr(server.address);
  const denied = filters.find(
    (filter) => filter.target === 'DENY' && covers(filter.cidr, cidr) && !expired(filter, now),
  );
  if (denied) {
    findings.push({
      code: 'address-denied',
      severity: 'blocking',
      server: server.name,
      message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${server.address}; delete that entry on the portal's IP Blacklist page`,
    });
  }
  const accepting = filters.filter((filter) => filter.target === 'ACCEPT' && covers(filter.cidr, cidr));
  if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS))) return;
  const own = accepting.find((filter) => sameCidr(filter.cidr, cidr));
  changes.push({
    id: `whitelist/${cidr}`,
    stage: 'firewall',
    action: own ? 'update' : 'create',
    server: server.name,
    reason: own ? 'its whitelist entry runs out' : 'not in the PBX’s IP whitelist yet: its requests would be throttled',
    impact: 'none',
    needs: [],
    attributes: own
      ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: WHITELIST_EXPIRY }]
      : [{ name: 'accepted address', after: cidr }],
  });
}

function missingSource({ trusted }: FirewallFacts, source: string, leaving: readonly string[]): string | undefined {
  const covered = (have: string) => covers(have, source) && !leaving.some((owned) => sameCidr(owned, have));
  const permanent = trusted.permanent.some(covered);
  const runtime = trusted.runtime.some(covered);
  if (permanent && runtime) return undefined;
  if (permanent) return 'trusted after the next reload only: not active now';
  if (runtime) return 'trusted now, but lost at the next reload';
  return 'not a trusted source on the main server yet';
}

function zoneOf(firewall: FirewallFacts, source: string): string | undefined {
  return Object.entries(firewall.otherZones).find(([have]) => sameCidr(have, source))?.[1];
}

function expired(filter: IpFilter, at: number): boolean {
  const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
  return end <= at;
}

function serverBehind(cluster: Cluster, source: string): Server | undefined {
  return cluster.servers.find((server) => sameCidr(source, hostCidr(server.address)));
}

/** Adds or removes one trusted source; those that are asked for together share one reload. */
export async function applySource(change: Change, run: Run): Promise<void> {
  const source = change.id.slice('firewall/'.length);
  await run.firewall.change(change.action === 'delete' ? 'remove' : 'add', source);
}

export async function applyWhitelist(change: Change, run: Run): Promise<void> {
  const { pbx, cluster } = run.session;
  const cidr = change.id.slice('whitelist/'.length);
  const filter = {
    cidr,
    target: 'ACCEPT',
    expireAt: WHITELIST_EXPIRY,
    description: `${cluster.name}: ${change.server ?? cidr}`.slice(0, 255),
  } as const;
  // Two runs may have met: what is there is looked at again, so that no entry comes twice.
  const have = (await pbx.ipFilters()).filter((entry) => entry.target === 'ACCEPT' && sameCidr(entry.cidr, cidr));
  if (change.action === 'delete') {
    for (const entry of have) await pbx.destroyIpFilter(entry.id);
    return;
  }
  const [entry] = have;
  if (entry) await pbx.updateIpFilter(entry.id, filter);
  else await pbx.createIpFilter(filter);
}
