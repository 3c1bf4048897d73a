import type { Engine } from '../../../src/cli/context';
import type { Io, Output } from '../../../src/cli/io';
import { main } from '../../../src/cli/main';
import { loadClusterFile } from '../../../src/cluster/load';
import type { Deploy, DryRun } from '../../../src/deploy/result';
import type { RunOptions, SessionConfig } from '../../../src/deploy/run';
import type { HostKeySighting } from '../../../src/host/host-keys';
import type { Imported, ImportRequest } from '../../../src/import/import';
import type { StatusReport } from '../../../src/status/report';
import type { Plan } from '../../../src/plan/types';
import type { RecordedRun } from '../../../src/stages/cluster-record';
import { plan, scaleOut } from '../render/plans';

export const PASSWORD = 'correct horse battery staple';

/** All that a command needs apart from its files. */
export const environment = {
  PORTSIP_PBX_USERNAME: 'admin',
  PORTSIP_PBX_PASSWORD: PASSWORD,
  PORTSIP_SSH_PRIVATE_KEY:
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n-----END OPENSSH PRIVATE KEY-----',
  PORTSIP_SSH_KNOWN_HOSTS: '192.168.1.21 ssh-ed25519 AAAA',
};

export class Captured implements Output {
  text = '';
  rows = 24;
  constructor(
    readonly isTTY = false,
    readonly columns = 100,
  ) {}
  write(text: string): void {
    this.text += text;
  }
}

export interface Terminal {
  exitCode: number;
  out: string;
  err: string;
  /** What the engine was asked: only to look, or to deploy */
  runs: { to: 'look' | 'deploy'; config: SessionConfig; options: RunOptions }[];
  imports: ImportRequest[];
}

export interface World {
  env?: Record<string, string>;
  /** What a person types; undefined: nobody is there */
  answer?: string | ((question: string) => string | undefined);
  /** What the engine finds and does */
  result?: Partial<Deploy>;
  /** Instead of a result: what happens in the run */
  work?: (config: SessionConfig, options: RunOptions, interrupt: () => void) => Promise<Partial<Deploy>>;
  /** Of every cluster, or of each */
  status?: StatusReport | ((config: SessionConfig) => Promise<StatusReport>);
  /** Of each cluster; else that of `result` */
  plan?: (config: SessionConfig) => Plan;
  imported?: Imported;
  history?: RecordedRun[];
  outOfCalls?: string[];
  hostKeys?: HostKeySighting[];
}

/** Types a command line on a terminal whose cluster is made up. */
export async function run(argv: string[], world: World = {}): Promise<Terminal> {
  const out = new Captured();
  const err = new Captured();
  const runs: Terminal['runs'] = [];
  const imports: Terminal['imports'] = [];
  let interrupt = () => {};
  const io: Io = {
    env: world.env ?? environment,
    home: '/nowhere',
    out,
    err,
    interactive: world.answer !== undefined,
    ask: (question) => {
      out.write(question);
      return Promise.resolve(typeof world.answer === 'function' ? world.answer(question) : world.answer);
    },
    askSecret: (question) => {
      out.write(question);
      return Promise.resolve(typeof world.answer === 'function' ? world.answer(question) : world.answer);
    },
    onInterrupt: (handler) => {
      interrupt = handler;
      return () => (interrupt = () => {});
    },
    exit: (code) => {
      throw new Error(`left with ${code}`);
    },
    now: () => 0,
  };
  const engine: Engine = {
    loadClusterFile,
    offlinePlan: async (base, head) => (await import('../../../src/plan/plan')).offlinePlan(base, head),
    look: async (config, options) => {
      runs.push({ to: 'look', config, options });
      await world.work?.(config, options, () => interrupt());
      return looked(world.plan?.(config) ?? world.result?.plan ?? scaleOut);
    },
    deploy: async (config, options, begin) => {
      runs.push({ to: 'deploy', config, options });
      const result = { ...NOTHING_DONE, ...world.result };
      if (begin && !(await begin(result.plan))) return looked(result.plan);
      return { ...result, ...(await world.work?.(config, options, () => interrupt())) };
    },
    history: () => Promise.resolve({ runs: world.history ?? [], outOfCalls: world.outOfCalls ?? [] }),
    hostKeys: () => Promise.resolve(world.hostKeys ?? []),
    adopt: ({ cluster }) => Promise.resolve(`all of ${cluster.name}`),
    importCluster: (_config, request) => {
      imports.push(request);
      return world.imported ? Promise.resolve(world.imported) : Promise.reject(new Error('nothing to import'));
    },
    status: (config) => {
      const { status } = world;
      if (typeof status === 'function') return status(config);
      return status ? Promise.resolve(status) : Promise.reject(new Error('no status'));
    },
  };
  const exitCode = await main(argv, io, engine);
  return { exitCode, out: out.text, err: err.text, runs, imports };
}

const NOTHING_DONE: Deploy = {
  kind: 'deploy',
  plan: scaleOut,
  ok: true,
  done: [],
  failed: [],
  skipped: [],
  tokens: {},
  findings: [],
};

const looked = (seen: Plan): DryRun => ({
  kind: 'dry-run',
  plan: seen,
  ok: true,
  findings: [],
  seen: { all: seen, unasked: () => seen, leaving: [], atWork: () => [] },
});

export const nothing = plan([]);
