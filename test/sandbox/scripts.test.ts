import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaledClock } from '../../src/clock';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import { fault } from '../fault';
import type { Edit } from './cluster';
import { atTerminal } from './terminal';

jest.setTimeout(120_000);

/* PortSIP's control scripts come from the operator's repository, and hosts are kept at exactly these. */

const NAMES = ['cluster_ctl.sh', 'dataflow_ctl.sh', 'im_ctl.sh', 'pbx_ctl.sh'];

let sandbox: Sandbox;
beforeEach(async () => {
  const clock = scaledClock(10);
  sandbox = await startSandbox({ onlineDelayMs: 500, clock });
  mkdirSync(join(sandbox.dir, 'portsip'));
  for (const name of NAMES) put(name, vendors(name));
});
afterEach(async () => {
  expect(sandbox.pbx.violations).toEqual([]);
  await sandbox.close();
});

/** As the vendor has them now: each with a line that no host has */
const vendors = (name: string) => `${sandbox.host('pbx').read(`/opt/portsip/${name}`) ?? ''}# as of today\n`;
const put = (name: string, text: string) => writeFileSync(join(sandbox.dir, 'portsip', name), text);
const edit: Edit = (file) => {
  file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'im');
  file['scripts'] = 'portsip';
};
const run = (...argv: string[]) => atTerminal(sandbox, argv, { edit });
const deploy = () => run('deploy', '--yes');
const MACHINES = ['pbx', 'media-server-1', 'im-server-1'];
const everywhere = (name: string) => MACHINES.map((host) => sandbox.host(host).read(`/opt/portsip/${name}`));
const OWN = '/opt/portsip/.portsip-cluster';
const kept = (host: string) =>
  (sandbox.host(host).exists(OWN) ? sandbox.host(host).files([OWN]) : []).map((path) =>
    path.replace(/\d{8}T\d{6}Z/, 'TIME'),
  );

it('a deploy brings them to every machine before anything is run by them, and keeps those before', async () => {
  // One host is as PortSIP's guide leaves it, another has nothing at all.
  sandbox.host('im-server-1').removeScripts();
  const plan = await run('plan');
  expect(plan.code).toBe(0);
  expect(plan.output).toContain('cluster_ctl.sh');
  expect(plan.output).toContain('(+1 -0 lines)');
  const before = sandbox.host('pbx').read('/opt/portsip/im_ctl.sh');

  const first = await deploy();
  expect(first).toEqual({ code: 0, output: expect.stringContaining('Done: ') });
  for (const name of NAMES) expect(new Set(everywhere(name))).toEqual(new Set([vendorText(name)]));
  expect(kept('pbx')).toEqual(NAMES.map((name) => `/opt/portsip/.portsip-cluster/before-TIME/${name}`));
  const [path = ''] = sandbox
    .host('pbx')
    .files(['/opt/portsip/.portsip-cluster'])
    .filter((one) => one.endsWith('im_ctl.sh'));
  expect(sandbox.host('pbx').read(path)).toBe(before);
  expect(kept('im-server-1')).toEqual([]);
  expect((await run('plan', '--exit-code')).code).toBe(0);

  // A change of one of them is a plan of its own, and disturbs nobody.
  put('im_ctl.sh', `${vendorText('im_ctl.sh')}# and of tomorrow\n`);
  const second = await run('plan', '--exit-code');
  expect(second.code).toBe(3);
  const starts = sandbox.hosts().map((host) => host.events().length);
  expect((await deploy()).code).toBe(0);
  expect(new Set(everywhere('im_ctl.sh'))).toEqual(new Set([`${vendorText('im_ctl.sh')}# and of tomorrow\n`]));
  expect(sandbox.hosts().map((host) => host.events().length)).toEqual(starts);
});

/** What `beforeEach` put into the folder */
const vendorText = (name: string) => {
  const [line] = everywhere(name);
  const at = (line ?? '').indexOf('# as of today\n');
  expect(at).toBeGreaterThan(0);
  return (line ?? '').slice(0, at + '# as of today\n'.length);
};

it('a script folder that cannot be right is refused before any machine is asked anything', async () => {
  rmSync(join(sandbox.dir, 'portsip/im_ctl.sh'));
  put('cluster_ctl.sh', '<!DOCTYPE html>\n<html></html>');
  put('pbx_ctl.sh', '#!/bin/sh\r\necho\r\n');
  put('dataflow_ctl.sh', '#!/bin/sh\nif true; then\n');
  const told = await deploy();
  expect(told.code).toBe(2);
  for (const text of ['has no im_ctl.sh, which im-server-1 needs', 'page of HTML', 'CRLF', 'sh -n refuses it'])
    expect(told.output.replace(/\s+/g, ' ')).toContain(text);
  expect(sandbox.pbx.state.servers.media).toHaveLength(1);
  expect(
    kept('pbx').concat(
      sandbox
        .host('pbx')
        .scriptRuns()
        .map(({ verb }) => verb),
    ),
  ).toEqual([]);
});

fault(
  {
    at: 'Host',
    name: 'a control script of the repository does not arrive whole',
    sees: 'pbx_ctl.sh could not be put on media-server-1 (exit 1): pbx_ctl.sh did not arrive whole; its scripts are as they were',
    secondRun: 'Puts all of them in place and installs the server. Until then it is run by none of them.',
  },
  async ({ first, second }) => {
    const host = sandbox.host('media-server-1');
    const before = NAMES.map((name) => host.read(`/opt/portsip/${name}`));
    host.write('.state/faults/damaged', 'pbx_ctl.sh\n');
    first(await deploy());
    expect(NAMES.map((name) => host.read(`/opt/portsip/${name}`))).toEqual(before);
    expect(host.scriptRuns()).toEqual([]);
    host.remove('.state/faults/damaged');
    second(await deploy());
    expect(host.read('/opt/portsip/pbx_ctl.sh')).toContain('# as of today');
    expect(kept('media-server-1')).toEqual(NAMES.map((name) => `/opt/portsip/.portsip-cluster/before-TIME/${name}`));
  },
);
