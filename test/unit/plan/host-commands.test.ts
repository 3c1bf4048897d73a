import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCluster } from '../../../src/cluster/load';
import { hostCommands } from '../../../src/plan/host-commands';
import { offlinePlan } from '../../../src/plan/plan';
import { ofKind } from '../../../src/stages/change';

const text = readFileSync(join(__dirname, '../../../examples/cluster.yaml'), 'utf8');
const read = (file = text) => {
  const { cluster } = parseCluster(file, 'cluster.yaml');
  if (!cluster) throw new Error('the example has errors');
  return cluster;
};
const cluster = read();
const on = (where: string, ...given: Parameters<typeof hostCommands>) =>
  hostCommands(...given).find((host) => host.where.startsWith(where))?.lines;

test('a first install runs the control scripts of the guide, with a placeholder for the token', () => {
  const { changes } = offlinePlan(undefined, cluster);
  expect(on('media-server-1', changes, cluster)).toEqual([
    'cd /opt/portsip && sudo /bin/sh cluster_ctl.sh run -p /var/lib/portsip -a 192.168.1.21 -x 192.168.1.20 -i portsip/pbx:22 -s media-server-only -n media-server-1',
    'cd /opt/portsip && sudo /bin/sh cluster_ctl.sh restart -s media-server-only',
  ]);
  expect(on('im-server-1', changes, cluster)?.[0]).toMatch(/im_ctl\.sh run -E .* -t TOKEN$/);
  const main = on('main server', changes, cluster) ?? [];
  expect(main[0]).toBe('sudo firewall-cmd --permanent --zone=trusted --add-source=192.168.1.21');
  expect(main[1]).toBe('sudo firewall-cmd --zone=trusted --add-source=192.168.1.21');
  expect(main.filter((line) => line.endsWith('--reload'))).toEqual([]);
  expect(main).toContain('cd /opt/portsip && sudo /bin/sh pbx_ctl.sh restart');
});

test('an upgrade fetches the image first and stops a queue server so that its calls can end', () => {
  const wanted = read(text.replace('portsip/pbx:22', 'portsip/pbx:22.7'));
  const { changes } = offlinePlan(cluster, wanted);
  expect(on('queue-server-1', changes, wanted)).toEqual([
    'sudo docker image pull --quiet portsip/pbx:22.7',
    'cd /opt/portsip && sudo /bin/sh cluster_ctl.sh stop -s queue-server-only',
    'cd /opt/portsip && sudo /bin/sh cluster_ctl.sh upgrade -s queue-server-only -i portsip/pbx:22.7',
  ]);
  expect(on('dataflow-server-1', changes, wanted)?.map((line) => / (rm|run) ?/.exec(line)?.[1])).toEqual([
    undefined,
    'rm',
    'run',
  ]);
});

test('what leaves is uninstalled where it was', () => {
  const before = read(
    text.replace('servers:\n', 'servers:\n  - { name: queue-server-9, role: queue, private_ip: 192.168.1.99 }\n'),
  );
  const gone = ofKind(offlinePlan(before, cluster).changes, 'role-removal');
  expect(gone).toMatchObject([{ id: 'role/queue-server-9', impact: 'active-calls', verbs: ['stop', 'rm'] }]);
  expect(hostCommands(gone, cluster)).toEqual([
    {
      where: 'queue-server-9 (192.168.1.99)',
      lines: ['stop', 'rm'].map(
        (verb) => `cd /opt/portsip && sudo /bin/sh cluster_ctl.sh ${verb} -s queue-server-only`,
      ),
    },
  ]);
});

test('a registry is signed in to before anything is pulled, with nothing in the line that others may not see', () => {
  const wanted = read(
    text
      .replace('image: portsip', 'image: registry.example.com/portsip')
      .replace('servers:\n', "registry: { server: registry.example.com, username: 'robot$puller' }\nservers:\n"),
  );
  expect(on('media-server-1', offlinePlan(cluster, wanted).changes, wanted)?.slice(0, 2)).toEqual([
    "sudo docker login --username 'robot$puller' --password-stdin registry.example.com",
    'sudo docker image pull --quiet registry.example.com/portsip/pbx:22',
  ]);
  expect(on('media-server-1', offlinePlan(wanted, cluster).changes, cluster)).toContain(
    'sudo docker logout registry.example.com',
  );
});
