import { hostCidr, sameCidr, trustedSources } from '../cluster/addresses';
import type { Server } from '../cluster/types';
import type { IpFilter } from '../pbx/types';
import type { Run } from './context';
import { ByAddress, Networks } from './same';
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
      const owned = live.record?.firewall ?? [];
      // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
      const kept = new ByAddress(wanted.map((source) => [source, true] as const));
      const leaving = new ByAddress(
        owned.filter((source) => !kept.has(source)).map((source) => [source, true] as const),
      );
      const staying = (sources: string[]) =>
        new Networks(sources.filter((source) => !leaving.has(source)).map((source) => [source, source] as const));
      const permanent = staying(firewall.trusted.permanent);
      const runtime = staying(firewall.trusted.runtime);
      const zones = new ByAddress(Object.entries(firewall.otherZones));
      const servers = new ByAddress(cluster.servers.map((server) => [server.address, server] as const));
      for (const source of wanted) {
        const server = servers.get(source);
        const zone = zones.get(source);
        if (zone) {
          findings.push({
            code: 'zone-conflict',
            severity: 'blocking',
            ...(server && { server: server.name }),
            message: `${source} is a source of the firewalld zone "${zone}" on the main server and cannot be trusted as well; if that zone does not need it: sudo firewall-cmd --permanent --zone=${zone} --remove-source=${source} && sudo firewall-cmd --reload`,
          });
          continue;
        }
        const stored = permanent.holding(source);
        const active = runtime.holding(source).length > 0;
        if (stored.length > 0 && active) continue;
        const reason =
          stored.length > 0
            ? 'trusted after the next reload only: not active now'
            : active
              ? 'trusted now, but lost at the next reload'
              : 'not a trusted source on the main server yet';
        changes.push({
          id: `firewall/${source}`,
          stage: 'firewall',
          // Whoever stored it, it was not this run: to make it active does not make it ours.
          action: stored.some((have) => sameCidr(have, source)) ? 'update' : 'create',
          ...(server && { server: server.name }),
          reason,
          impact: 'none',
          needs: [],
          attributes: [{ name: 'trusted source', after: source }],
        });
      }
      const known = new ByAddress([...wanted, ...owned].map((source) => [source, true] as const));
      const foreign = firewall.trusted.permanent.filter((source) => !known.has(source));
      if (foreign.length > 0) {
        findings.push({
          code: 'unmanaged-source',
          severity: 'note',
          message: `Trusted sources on the main server that the cluster file does not know are left alone: ${foreign.join(', ')}`,
        });
      }
    }
  }
  const filters = new Networks(live.portal.ipFilters.map((filter) => [filter.cidr, filter] as const));
  for (const server of cluster.servers) diffWhitelist(server, filters, live.at, changes, findings);
  return { changes, findings };
}

function diffWhitelist(
  server: Server,
  filters: Networks<IpFilter>,
  now: number,
  changes: Change[],
  findings: Finding[],
): void {
  const cidr = hostCidr(server.address);
  const holding = filters.holding(cidr);
  const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
  if (denied) {
    findings.push({
      code: 'address-denied',
      severity: 'blocking',
      server: server.name,
      message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${server.address}; delete that entry on the portal's IP Blacklist page`,
    });
  }
  const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
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

function expired(filter: IpFilter, at: number): boolean {
  const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
  return end <= at;
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
  // As this run found it once it had the lock. To read the list again for each entry would be thousands of calls.
  const have = run.live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && sameCidr(entry.cidr, cidr));
  if (change.action === 'delete') {
    for (const entry of have) await pbx.destroyIpFilter(entry.id);
    return;
  }
  const [entry] = have;
  if (entry) await pbx.updateIpFilter(entry.id, filter);
  else await pbx.createIpFilter(filter);
}
