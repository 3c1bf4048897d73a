import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Told } from '../fault';
import type { ClusterFile } from '../../src/sandbox/topology';
import { containers } from './eyes';
import { Lab, type CliOptions, type HeldScript } from './lab';

/* The smallest cluster: the main server, and a host on which a media server is installed while something is wrong. */

export const HOST = 'media-server-1';
export const CONTAINER = 'portsip.mediaserver';
const JOBS = '/var/lib/portsip-cluster/jobs';

/** For a test file: the lab, and before each test a host on which nothing is installed. */
export function oneHost(): { readonly lab: Lab } {
  let lab: Lab | undefined;
  const up = () => {
    if (!lab) throw new Error('The lab is not up');
    return lab;
  };
  beforeAll(async () => {
    execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
    lab = await Lab.up(undefined, [HOST]);
  });
  afterAll(() => Lab.down());
  afterEach(async () => {
    await up().on(HOST, 'cd /opt/portsip && sh cluster_ctl.sh rm -s media-server-only; rm -rf media-server-only');
    // The host itself forgets all but the last ones.
    await up().on(HOST, `rm -rf ${JOBS}/*`);
    expect(await containers(up(), HOST)).toEqual({});
  });
  return {
    get lab() {
      return up();
    },
  };
}

export async function deploy(
  lab: Lab,
  { edit = () => {}, ...options }: { edit?: (file: ClusterFile) => void } & Pick<CliOptions, 'env' | 'when'> = {},
): Promise<Told> {
  const file = lab.writeClusterFile((cluster) => {
    cluster['restart'] = { after_scale_out: 'none' };
    edit(cluster);
  });
  const { code, stdout, stderr } = await lab.cli(['deploy', '--yes'], { file, ...options });
  return { code, output: stdout + stderr };
}

/** A second run that installs what the first one could not, seen by the test's own eyes. */
export async function installs(lab: Lab, options: Parameters<typeof deploy>[1] = {}): Promise<Told> {
  const told = await deploy(lab, options);
  expect((await containers(lab, HOST))[CONTAINER]?.state).toBe('running');
  return told;
}

/** How many control scripts the job runner has run on the host in this test. */
export async function jobs(lab: Lab): Promise<number> {
  const { stdout } = await lab.on(HOST, `grep -Ls '^pull-' ${JOBS}/*/key | wc -l`);
  return Number(stdout.trim());
}

/** Deploys, and does `work` while the control script is under way on the host. It ends when it is released: at the latest after that. */
export async function duringInstall(
  lab: Lab,
  work: (script: HeldScript) => Promise<unknown>,
  options: Parameters<typeof deploy>[1] = {},
): Promise<Told> {
  const script = await lab.hold(HOST);
  const running = deploy(lab, options);
  try {
    await script.isThere();
    await work(script);
  } finally {
    await script.release();
  }
  return running;
}
