import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { stringify } from 'yaml';
import { isListed } from '../src/cluster/roles';
import { startPbxApi } from '../src/sandbox/pbx/api';
import { addressField, blankServer, newId } from '../src/sandbox/pbx/state';
import { clusterFileServer, largeTopology } from '../src/sandbox/topology';
import { measure } from './measure';
import { STATES, type Growth } from './results';

declare const __dirname: string;
const REPOSITORY = resolve(__dirname, '..');

/**
 * A plan over so many servers: the product's own code and its real calls to a PBX in another process; only SSH is left out,
 * each host's answer is a text of the size that hosts give. Memory is that of the process that plans.
 */
export async function measureGrowth(
  node: string,
  counts: number[],
  rounds: number,
  say: (line: string) => void,
): Promise<Growth[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portsip-bench-growth-'));
  try {
    compile(folder);
    const all: Growth[] = [];
    for (const [servers, state] of counts.flatMap((count) => STATES.map((state) => [count, state] as const))) {
      const growth: Growth = {
        servers,
        state,
        wallMs: [],
        cpuMs: [],
        readMs: [],
        stillMs: [],
        peakMiB: 0,
        changes: 0,
        apiCalls: 0,
        connections: 0,
      };
      for (let round = 0; round < rounds; round++) {
        const topology = largeTopology(servers);
        const api = await startPbxApi({
          username: 'admin',
          password: 'bench',
          world: { serverStatus: () => ({ status: 'ONLINE', calls: 0 }) },
        });
        if (state === 'running') fill(api.state, topology.servers);
        const file = join(folder, 'cluster.yaml');
        writeFileSync(
          file,
          stringify({
            version: 1,
            name: 'bench',
            image: 'portsip/pbx:22',
            pbx: { private_ip: topology.main.address, api: api.url },
            ssh: { user: 'pbx' },
            servers: topology.servers.map(clusterFileServer),
          }),
        );
        const child = join(folder, 'bench/growth-child.js');
        const { output, code } = await measure([node, child, file, api.fingerprint, state]);
        await api.close();
        if (process.env.GDBG) console.log(output);
        if (code !== 0) throw new Error(`A plan of ${servers} servers failed: ${output}`);
        const told = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Told;
        growth.wallMs.push(told.wallMs);
        growth.cpuMs.push(told.cpuMs);
        growth.readMs.push(told.readMs);
        growth.stillMs.push(told.stillMs);
        growth.peakMiB = Math.max(growth.peakMiB, told.peakMiB);
        growth.changes = told.changes;
        if (told.hindered > 0) throw new Error(`A plan of ${servers} servers is hindered: ${output}`);
        growth.apiCalls = api.requests.length;
        growth.connections = api.connections();
      }
      say(
        `growth: ${servers} servers, ${state}, in ${Math.round(Math.min(...growth.wallMs))} ms, ${growth.peakMiB} MiB, still for ${Math.min(...growth.stillMs)} ms, ${growth.apiCalls} API calls`,
      );
      all.push(growth);
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type State = Awaited<ReturnType<typeof startPbxApi>>['state'];

/** What growth-child.ts prints last */
interface Told {
  wallMs: number;
  cpuMs: number;
  readMs: number;
  stillMs: number;
  peakMiB: number;
  changes: number;
  /** Findings that keep something from being done: what was read was not what hosts say */
  hindered: number;
}

/** As if they had been registered and let in. */
function fill(state: State, servers: ReturnType<typeof largeTopology>['servers']): void {
  // First, so that the stand-in finds it at once: what it spends on each request is not what is measured.
  state.ipFilters.push({
    id: newId(state),
    cidr: '127.0.0.1/32',
    target: 'ACCEPT',
    expire_at: null,
    description: 'bench',
  });
  for (const { name, role, address } of servers) {
    const common = { id: newId(state), name, type: 'EXTERNAL', enabled: true } as const;
    if (role && isListed(role))
      state.servers[role].push({ ...common, ...blankServer(role), [addressField(role)]: address });
    state.ipFilters.push({
      id: newId(state),
      cidr: `${address}/32`,
      target: 'ACCEPT',
      expire_at: '2099-12-31T23:59:59Z',
      description: name,
    });
  }
}

/** src/ and the child as plain JavaScript: what compiles TypeScript on the way would be most of the memory. */
function compile(folder: string): void {
  const walk = (path: string): string[] =>
    readdirSync(join(REPOSITORY, path), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(path, entry.name)) : [join(path, entry.name)],
    );
  for (const file of [...walk('src'), ...walk('schema'), 'bench/growth-child.ts']) {
    const from = join(REPOSITORY, file);
    const to = join(folder, file);
    mkdirSync(dirname(to), { recursive: true });
    if (!file.endsWith('.ts') || file.endsWith('.d.ts')) {
      cpSync(from, to);
      continue;
    }
    const { code } = transformSync(readFileSync(from, 'utf8'), {
      filename: from,
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(to.replace(/\.ts$/, '.js'), code);
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
}
