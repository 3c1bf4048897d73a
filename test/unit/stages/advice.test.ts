import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { offlinePlan } from '../../../src/plan/plan';
import { impactSentences } from '../../../src/render/counts';

function cluster(change: (text: string) => string = (text) => text): Cluster {
  const text = `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21 }
restart:
  window: { days: [sat], from: '02:00', to: '05:00', timezone: UTC }
`;
  const { cluster: made, problems } = parseCluster(change(text), 'cluster.yaml');
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
}
const notes = (change: (text: string) => string) =>
  offlinePlan(cluster(), cluster(change))
    .warnings.filter(({ code }) => !code.startsWith('last-of-role'))
    .map(({ code, message }) => `${code}: ${message}`);

test('what a change does not do is said', () => {
  const WINDOW = 'window-waits: What callers notice waits for the maintenance window: Sat 02:00–05:00 UTC';
  expect(notes((text) => text.replace('image: portsip/pbx:22', 'image: portsip/pbx:22.6'))).toEqual([
    'pbx-stays: Only the servers get another image: the PBX itself stays on portsip/pbx:22. To upgrade it as well, set pbx.image in the cluster file',
    WINDOW,
  ]);
  expect(notes((text) => text.replace('pbx: {', 'data_path: /data\npbx: {'))).toEqual([
    'data-stays: Another data_path moves no data: what media-server-1 had stays in the old folder. If it is wanted in the new one, stop the service and copy it there before this is deployed',
    WINDOW,
  ]);
  expect(notes((text) => text.replace('role: media', 'role: media, max_call_sessions: 3000'))).toEqual([]);
});

test('a server that is renamed does not stand in for itself', () => {
  const renamed = offlinePlan(
    cluster(),
    cluster((text) => text.replace('name: media-server-1', 'name: media-1')),
  );
  expect(renamed.warnings.map(({ message }) => message)).toContain(
    "media-1 is the only media server that takes calls: the PBX's built-in one is turned on while it is away",
  );
  expect(impactSentences(renamed).join()).not.toContain('others of the role');
  const second = `  - { name: media-server-2, role: media, private_ip: 192.168.1.22 }\nrestart:`;
  const two = (text: string) => text.replace('restart:', second);
  const oneOfTwo = offlinePlan(
    cluster(two),
    cluster((text) => two(text).replace('name: media-server-1', 'name: media-1')),
  );
  expect(oneOfTwo.warnings.filter(({ code }) => code.startsWith('last-of-role'))).toEqual([]);
  expect(impactSentences(oneOfTwo).join()).toContain('others of the role');
});
