import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Told } from '../fault';
import type { ClusterFile } from '../../src/sandbox/topology';
import { containers } from './eyes';
import { Lab, until } from './lab';

/* The smallest cluster: the main server, and a host on which a media server is installed while something is wrong. */

export const HOST = 'media-server-1';
export const CONTAINER = 'portsip.mediaserver';

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
  { edit = () => {}, env = {} }: { edit?: (file: ClusterFile) => void; env?: Record<string, string> } = {},
): Promise<Told> {
  const file = lab.writeClusterFile((cluster) => {
    cluster['restart'] = { after_scale_out: 'none' };
    edit(cluster);
  });
  const { code, stdout, stderr } = await lab.cli(['deploy', '--yes'], { file, env });
  return { code, output: stdout + stderr };
}

/** A second run that installs what the first one could not, seen by the test's own eyes. */
export async function installs(lab: Lab, options: Parameters<typeof deploy>[1] = {}): Promise<Told> {
  const told = await deploy(lab, options);
  expect((await containers(lab, HOST))[CONTAINER]?.state).toBe('running');
  return told;
}

/** How many control scripts the job runner has run on the host since its jobs were counted last. */
export async function jobs(lab: Lab): Promise<number> {
  const { stdout } = await lab.on(HOST, 'ls /var/lib/portsip-cluster/jobs 2>/dev/null | grep -c -- -');
  return Number(stdout.trim());
}

/** Deploys, and does `work` once the control script has got some way on the host. */
export async function duringInstall(
  lab: Lab,
  work: () => Promise<unknown>,
  options: Parameters<typeof deploy>[1] = {},
): Promise<Told> {
  const running = deploy(lab, options);
  await until(60, 'the control script to run', async () => {
    const { stdout } = await lab.on(HOST, 'pgrep -f [c]luster_ctl.sh');
    return stdout !== '';
  });
  await work();
  return running;
}
