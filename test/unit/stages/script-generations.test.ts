import { controlPlane } from '../../../src/host/control-plane';
import { unknown } from '../../../src/host/reading';
import { deployed } from '../../../src/stages/deployed';
import type { Live } from '../../../src/stages/live';
import { scriptsLine, scriptsSeen } from '../../../src/stages/script-generations';
import { guide, withHost } from './fixture';

/* Source of the options: PortSIP's scripts of January and of mid 2026, and its page on Data Flow of October 2026 */
const JANUARY = { 'dataflow_ctl.sh': ['p:a:A:x:i:d:U:P:R:', 'i:'], 'pbx_ctl.sh': ['p:a:i:'] };
const MID_2026 = { 'dataflow_ctl.sh': ['p:a:A:x:i:d:U:P:R:g:', 'i:d:g:'] };
const OCTOBER = { 'dataflow_ctl.sh': ['p:a:A:x:i:d:U:P:R:g:', 'i:d:g:x:'] };

const cluster = guide();
const plane = controlPlane(cluster);

function live(): Live {
  let all = deployed(cluster, cluster);
  for (const { name } of cluster.servers) all = withHost(all, name, (facts) => (facts.scriptOptions = MID_2026));
  return { ...all, main: structuredClone(all.hosts.get('media-server-1')) ?? all.main };
}

it('tells by what they can do which scripts hosts have, and says so where they do not tell', () => {
  let mixed = live();
  expect(scriptsSeen(cluster, plane, mixed)).toEqual([
    { generation: 'v22.6', on: ['pbx', ...cluster.servers.map(({ name }) => name)] },
  ]);
  mixed = withHost(mixed, 'media-server-1', (facts) => (facts.scriptOptions = JANUARY));
  mixed = withHost(mixed, 'dataflow-server-1', (facts) => (facts.scriptOptions = OCTOBER));
  mixed = withHost(mixed, 'im-server-1', (facts) => Object.assign(facts, { scriptOptions: {}, scripts: [] }));
  mixed = withHost(mixed, 'vr-server-1', (facts) => (facts.scripts = unknown('no answer')));
  // Scripts that read no options that one knows
  mixed = withHost(mixed, 'queue-server-1', (facts) => (facts.scriptOptions = {}));
  mixed = { ...mixed, hosts: new Map([...mixed.hosts, ['meeting-server-1', { unreachable: 'no route' }]]) };
  const seen = scriptsSeen(cluster, plane, mixed);
  expect(seen).toEqual([
    { generation: 'v22.4', on: ['media-server-1'] },
    { generation: 'v22.6', on: ['pbx'] },
    { generation: 'v22.8', on: ['dataflow-server-1'] },
    { generation: 'none', on: ['im-server-1'] },
    { generation: 'unknown', on: ['queue-server-1', 'meeting-server-1', 'vr-server-1'] },
  ]);
  expect(scriptsLine(seen)).toBe(
    "PortSIP's control scripts: as of v22.4 on media-server-1, as of v22.6 on pbx, as of v22.8 on dataflow-server-1, " +
      'none on im-server-1, not known on queue-server-1, meeting-server-1 and vr-server-1',
  );
});

it('tells hosts apart whose scripts can do the same and are other files', () => {
  const [one, other] = [{ 'pbx_ctl.sh': 'a'.repeat(64) }, { 'pbx_ctl.sh': 'b'.repeat(64) }];
  let mixed = live();
  mixed = withHost(mixed, 'media-server-1', (facts) => (facts.scriptSums = { ...one, 'own.sh': 'f'.repeat(64) }));
  mixed = withHost(mixed, 'im-server-1', (facts) => (facts.scriptSums = other));
  mixed = withHost(mixed, 'queue-server-1', (facts) => (facts.scriptSums = one));
  const seen = scriptsSeen(cluster, plane, mixed);
  const on = (name: string) => seen.find((entry) => entry.on.includes(name));
  expect(on('media-server-1')).toBe(on('queue-server-1'));
  expect(on('im-server-1')?.hash).not.toBe(on('media-server-1')?.hash);
  expect(scriptsLine(seen)).toContain(`as of v22.6 (${on('im-server-1')?.hash}) on im-server-1`);
  expect(on('pbx')).not.toHaveProperty('hash');
});

it('says nothing where no host has scripts of its own', () => {
  expect(scriptsSeen(cluster, { wantsReadyHosts: false }, live())).toEqual([]);
  expect(scriptsLine([])).toBeUndefined();
});
