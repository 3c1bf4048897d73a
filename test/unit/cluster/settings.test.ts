import {
  changedSettings,
  deployedSettings,
  SETTING_NAMES,
  settingsOf,
  whatFollows,
} from '../../../src/cluster/settings';
import { clusterOf, GUIDE, guide } from '../stages/fixture';

const HA = GUIDE.replace(
  'private_ip: 192.168.1.20 }',
  'private_ip: 192.168.1.20, high_availability: { control_node: 192.168.1.131, nodes: [192.168.1.131, 192.168.1.132, 192.168.1.133] } }',
);
const changed = (text: string, before = GUIDE) => changedSettings(deployedSettings(clusterOf(before)), clusterOf(text));
const at = (name: string, before: string | undefined, after: string | undefined) => ({
  name,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

test.each([
  ['name: acme', 'name: beta', [at('name', 'acme', 'beta')]],
  ['servers:', 'scripts_path: /opt/other\nservers:', [at('scripts_path', '/opt/portsip', '/opt/other')]],
  [
    '192.168.1.20 }',
    '192.168.1.20, api: "https://pbx.example.com" }',
    [at('pbx.api', 'https://192.168.1.20:8887', 'https://pbx.example.com')],
  ],
  ['192.168.1.20 }', '192.168.1.20, image: portsip/pbx:23 }', [at('pbx.image', undefined, 'portsip/pbx:23')]],
  ['user: pbx', 'user: root', [at('ssh.user', 'pbx', 'root')]],
  ['user: pbx', 'user: pbx, port: 2222', [at('ssh.port', '22', '2222')]],
  ['user: pbx', 'user: pbx, jump_host: me@bastion:2022', [at('ssh.jump_host', undefined, 'me@bastion:2022')]],
  [
    'servers:',
    'firewall: { trust: [192.168.1.0/26, 192.168.1.0/27] }\nservers:',
    [at('firewall.trust', 'servers', '192.168.1.0/26, 192.168.1.0/27')],
  ],
  [
    'servers:',
    'sbc: { drain: { command: /usr/local/sbin/sbc-dns, grace: 10m } }\nservers:',
    [at('sbc.drain.command', undefined, '/usr/local/sbin/sbc-dns'), at('sbc.drain.grace', undefined, '10m')],
  ],
  [
    'servers:',
    'sbc: { drain: { pause: 5m } }\nservers:',
    [at('sbc.drain.pause', undefined, '5m'), at('sbc.drain.grace', undefined, '5m')],
  ],
  ['servers:', 'built_in_servers: keep\nservers:', [at('built_in_servers', 'disabled', 'keep')]],
  ['servers:', 'unmanaged_servers: remove\nservers:', [at('unmanaged_servers', 'report', 'remove')]],
  ['servers:', 'restart: { max_unavailable: 2 }\nservers:', [at('restart.max_unavailable', '1', '2')]],
  ['servers:', 'restart: { drain_timeout: 300s }\nservers:', [at('restart.drain_timeout', '30m', '5m')]],
  ['servers:', 'restart: { start_timeout: 10m }\nservers:', [at('restart.start_timeout', undefined, '10m')]],
  ['servers:', 'restart: { on_drain_timeout: force }\nservers:', [at('restart.on_drain_timeout', 'fail', 'force')]],
  ['servers:', 'scripts: ./portsip/\nservers:', [at('scripts', undefined, 'portsip')]],
  [
    'servers:',
    'registry: { server: docker.io, username: puller }\nservers:',
    [at('registry.server', undefined, 'docker.io'), at('registry.username', undefined, 'puller')],
  ],
  [
    'servers:',
    'prepare: { docker: none, reboot: allowed }\nservers:',
    [at('prepare.docker', undefined, 'none'), at('prepare.reboot', undefined, 'allowed')],
  ],
  ['servers:', 'prepare: { docker: distribution }\nservers:', [at('prepare.docker', undefined, 'distribution')]],
  ['servers:', 'cloud: aws\nservers:', [at('cloud', undefined, 'aws')]],
  ['servers:', 'restart: { after_scale_out: none }\nservers:', [at('restart.after_scale_out', 'all', 'none')]],
  [
    'servers:',
    'restart: { window: { days: [sun, sat], from: "02:00", to: "05:00", timezone: UTC } }\nservers:',
    [at('restart.window', undefined, 'sat, sun 02:00-05:00 UTC')],
  ],
])('%s -> %s is told as data, and what follows in a sentence', (before, after, expected) => {
  expect(GUIDE).toContain(before);
  const found = changed(GUIDE.replace(before, after));
  expect(found).toEqual(expected);
  const back = changed(GUIDE, GUIDE.replace(before, after));
  expect(back.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  for (const change of [...found, ...back]) expect(whatFollows(change)).toMatch(/^\S.{10,}[^.]$/);
});

test('high availability, too', () => {
  expect(changed(HA).map(({ name }) => name)).toEqual([
    'pbx.high_availability.control_node',
    'pbx.high_availability.nodes',
    'pbx.high_availability.scripts_path',
    'restart.after_scale_out',
  ]);
  const other = HA.replace('control_node: 192.168.1.131', 'control_node: 192.168.1.132, scripts_path: /opt/ha');
  expect(changed(other, HA).map(({ name }) => name)).toEqual([
    'pbx.high_availability.control_node',
    'pbx.high_availability.scripts_path',
  ]);
});

test('every setting that a cluster file can have was tried above, and has a sentence of its own', () => {
  const full = settingsOf(
    clusterOf(
      HA.replace('user: pbx', 'user: pbx, jump_host: bastion').replace(
        'servers:',
        'restart: { start_timeout: 10m, window: { days: [sat], from: "02:00", to: "05:00", timezone: UTC } }\nsbc: { drain: { command: /usr/local/sbin/sbc-dns } }\nbackup: { max_age: 24h, folder: /mnt/backup, command: [/opt/snap] }\ncloud: azure\nservers:',
      ),
    ),
  );
  // High availability excludes an image of the PBX and scripts of the repository and new hosts, and a command a pause.
  const others = SETTING_NAMES.filter(
    (name) =>
      ![
        'pbx.image',
        'scripts',
        'prepare.docker',
        'prepare.reboot',
        'registry.server',
        'registry.username',
        'sbc.drain.pause',
      ].includes(name),
  );
  expect(Object.keys(full).sort()).toEqual(others.sort());
  const sentences = SETTING_NAMES.map((name) => whatFollows({ name, after: 'x' }));
  expect(new Set(sentences).size).toBe(SETTING_NAMES.length);
});

describe('how one server is signed in to', () => {
  const OWN = GUIDE.replace('private_ip: 192.168.1.22', 'private_ip: 192.168.1.22, ssh: { user: root }');

  test('is told with its name', () => {
    const queue = { name: 'ssh.user', server: 'queue-server-1' };
    expect(changed(OWN)).toEqual([{ ...queue, before: 'pbx', after: 'root' }]);
    expect(changed(GUIDE, OWN)).toEqual([{ ...queue, before: 'root', after: 'pbx' }]);
  });

  test('is told once where it is that of the cluster', () => {
    expect(changed(GUIDE.replace('user: pbx', 'user: admin'))).toEqual([at('ssh.user', 'pbx', 'admin')]);
    expect(changed(OWN.replace('user: pbx', 'user: admin'), OWN)).toEqual([at('ssh.user', 'pbx', 'admin')]);
  });

  test('is no change where the server is new, or leaves', () => {
    const less = GUIDE.replace(/.*queue-server-1.*\n/, '');
    expect(changed(OWN, less)).toEqual([]);
    expect(changed(less, OWN)).toEqual([]);
  });
});

test('without anything known of before, nothing is called another', () => {
  expect(changedSettings(undefined, guide())).toEqual([]);
  expect(changed(`# a comment\n${GUIDE}`)).toEqual([]);
});
