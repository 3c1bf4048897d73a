import type { Cluster } from '../../../src/cluster/types';
import type { ListedRole } from '../../../src/cluster/roles';
import { controlPlane } from '../../../src/host/control-plane';
import { Secrets, silent } from '../../../src/log';
import type { Host, Output } from '../../../src/host/types';
import type { Pbx, PortalServer, ServerStatus } from '../../../src/pbx/types';
import { emptyRecord } from '../../../src/stages/cluster-record';
import { deployed } from '../../../src/stages/deployed';
import { FirewallBatch } from '../../../src/stages/firewall-batch';
import { Identity } from '../../../src/stages/identity';
import type { Live } from '../../../src/stages/live';
import { Portal } from '../../../src/stages/portal';
import { RecordKeeper } from '../../../src/stages/record-keeper';
import type { Run } from '../../../src/stages/run';

/** A run against a PBX that is a few maps, with a clock that goes on whenever somebody sleeps. */
export interface FakeRun {
  run: Run;
  /** Milliseconds since its start */
  clock: { now: number };
  /** By name: what the PBX says of a server; a function is asked at the time. */
  status: Map<string, ServerStatus | ((now: number) => ServerStatus)>;
  /** `disable media-server-1`, in order */
  told: string[];
  entry(name: string): PortalServer;
  isEnabled(name: string): boolean;
  builtIn(role: ListedRole): PortalServer;
  /** Records as they came to the main server's disk */
  written: string[];
  host: { run: (script: string, args?: string[]) => Promise<Output> };
  cancel: AbortController;
  warnings: string[];
}

export function fakeRun(cluster: Cluster, live: Live = deployed(cluster, cluster)): FakeRun {
  const clock = { now: 0 };
  const told: string[] = [];
  const written: string[] = [];
  const warnings: string[] = [];
  const status: FakeRun['status'] = new Map();
  const cancel = new AbortController();
  const entries = new Map(
    Object.values(live.portal.servers).flatMap((list) => list.map((one) => [one.id, { ...one }])),
  );
  const pbx = {
    status: (_role: ListedRole, id: string): Promise<ServerStatus> => {
      const entry = entries.get(id);
      const said = status.get(entry?.name === 'default' ? `default ${entry.role}` : (entry?.name ?? id));
      const answer = typeof said === 'function' ? said(clock.now) : said;
      return Promise.resolve(
        answer ?? { status: entry?.type === 'EXTERNAL' || entry?.enabled ? 'ONLINE' : 'OFFLINE', calls: 0 },
      );
    },
    updateServer: (_role: ListedRole, id: string, patch: Partial<PortalServer>) => {
      const entry = entries.get(id);
      if (!entry) return Promise.reject(new Error(`no ${id}`));
      Object.assign(entry, patch);
      const name = entry.type === 'INTERNAL' ? `built-in ${entry.role}` : entry.name;
      if (patch.enabled !== undefined) told.push(`${patch.enabled ? 'enable' : 'disable'} ${name}`);
      return Promise.resolve();
    },
    ipFilters: () => Promise.resolve(live.portal.ipFilters),
    createIpFilter: ({ cidr }: { cidr: string }) => Promise.resolve(void told.push(`accept ${cidr}`)),
  } as unknown as Pbx;
  const host: FakeRun['host'] = {
    run: (_script, args = []) => {
      written.push(args[1] ?? '');
      return Promise.resolve({ code: 0, stdout: '', stderr: '' });
    },
  };
  const main = {
    machine: cluster.pbx.machine,
    run: (script: string, args?: string[]) => host.run(script, args),
  } as unknown as Host;
  const run: Run = {
    session: {
      cluster,
      pbx,
      hosts: { host: () => main, prepare: () => undefined, close: () => Promise.resolve() },
      log: { ...silent, warning: (text) => void warnings.push(text) },
      secrets: new Secrets(),
      run: { id: 'run-1', host: 'here' },
      now: () => clock.now,
      sleep: async (ms) => {
        clock.now += ms;
        // Whoever else waits has a turn, too.
        await new Promise((resolve) => setImmediate(resolve));
      },
      signal: cancel.signal,
    },
    plane: controlPlane(cluster),
    live,
    who: new Identity(cluster, live),
    options: { rotate: [], force: false, gone: [], allowUndersized: false },
    record: new RecordKeeper(live.record ?? emptyRecord(cluster.name), main, () => ({ run: 'run-1', time: 'now' })),
    firewall: new FirewallBatch(main),
    portal: new Portal(live.portal.servers),
    tokens: {},
    turns: new Map(),
    away: new Set(),
    standIns: new Set(),
    progress: () => {},
  };
  const find = (what: (entry: PortalServer) => boolean) => {
    const found = [...entries.values()].find(what);
    if (!found) throw new Error('no such entry');
    return found;
  };
  return {
    run,
    clock,
    status,
    told,
    written,
    host,
    cancel,
    warnings,
    entry: (name) => find((one) => one.name === name),
    isEnabled: (name) => find((one) => one.name === name).enabled,
    builtIn: (role) => find((one) => one.role === role && one.type === 'INTERNAL'),
  };
}
