import { ROLE_NAMES, ROLES, type ExpectedArg, type Role, type Verb } from '../../../src/cluster/roles';
import { InputError } from '../../../src/cluster/types';
import type { Cluster, Server } from '../../../src/cluster/types';
import { controlPlane, type Update } from '../../../src/host/control-plane';
import { missingArgs } from '../../../src/host/control-plane/role-state';
import { cluster, container, facts, highAvailability, server } from './examples';

const plane = controlPlane(cluster());
const im = server('im', { name: 'im-server-1', publicIp: '104.18.36.110' }, { chat_files: '/chat/files' });
const dataflow = server('dataflow', {}, { clickhouse_image: 'portsip/clickhouse:25.8' });
const words = (command: { argv: string[] }) => command.argv.join(' ');
const expectedArgs = (one: Server): ExpectedArg[] => ROLES[one.role].args(one, { pbxIp: cluster().pbx.privateIp });

describe("a standalone cluster runs the role's script on the role's host", () => {
  it.each([
    ['media', 'media-server-only'],
    ['queue', 'queue-server-only'],
    ['meeting', 'meeting-server-only'],
    ['ivr', 'vr-server-only'],
  ] as const)('%s', (role, service) => {
    const machine = server(role);
    const run = plane.command(machine, 'run');
    expect(words(run)).toBe(
      `/bin/sh cluster_ctl.sh run -p /var/lib/portsip -a 192.168.1.21 -x 192.168.1.20 -i portsip/pbx:22 -s ${service} -n ${role}-server-1`,
    );
    expect(run).toMatchObject({ machine, cwd: '/opt/portsip', secrets: [] });
    for (const verb of ['start', 'stop', 'restart', 'rm'] as Verb[])
      expect(words(plane.command(machine, verb))).toBe(`/bin/sh cluster_ctl.sh ${verb} -s ${service}`);
    expect(words(plane.command({ ...machine, image: 'portsip/pbx:23' }, 'upgrade'))).toBe(
      `/bin/sh cluster_ctl.sh upgrade -s ${service} -i portsip/pbx:23`,
    );
  });

  it('im, whose token is a secret', () => {
    const run = plane.command(im, 'run', 'abc.def');
    expect(words(run)).toBe(
      '/bin/sh im_ctl.sh run -E -p /var/lib/portsip -f /chat/files -a 192.168.1.21 -A 104.18.36.110 -i portsip/pbx:22 -x 192.168.1.20 -t abc.def',
    );
    expect(run.secrets).toEqual(['abc.def']);
    expect(words(plane.command(im, 'restart'))).toBe('/bin/sh im_ctl.sh restart');
    expect(words(plane.command(im, 'upgrade'))).toBe('/bin/sh im_ctl.sh upgrade -i portsip/pbx:22');
  });

  it('im with a public address only', () => {
    const abroad = { ...im };
    delete abroad.privateIp;
    expect(words(plane.command(abroad, 'run', 'abc'))).toContain(' -A 104.18.36.110 -i ');
    expect(words(plane.command(abroad, 'run', 'abc'))).not.toContain('-a ');
  });

  it('im without a token only where the command is shown', () => {
    expect(() => plane.command(im, 'run')).toThrow(/needs an IM token: run issue-token first/);
    const shown = plane.command(im, 'run', null);
    expect(shown.argv.at(-1)).toBe('TOKEN');
    expect(shown.secrets).toEqual([]);
  });

  it('dataflow', () => {
    expect(words(plane.command(dataflow, 'run'))).toBe(
      '/bin/sh dataflow_ctl.sh run -p /var/lib/portsip -a 192.168.1.21 -i portsip/pbx:22 -x 192.168.1.20 -d portsip/clickhouse:25.8',
    );
    // Without the cluster file's word the script, or what is there already, decides on the database.
    expect(words(plane.command(server('dataflow'), 'run'))).not.toContain(' -d');
    expect(words(plane.command(dataflow, 'rm'))).toBe('/bin/sh dataflow_ctl.sh rm -x 192.168.1.20');
    expect(words(plane.command(dataflow, 'upgrade'))).toBe(
      '/bin/sh dataflow_ctl.sh upgrade -i portsip/pbx:22 -d portsip/clickhouse:25.8 -x 192.168.1.20',
    );
  });

  it('the PBX itself', () => {
    expect(words(plane.pbxCommand('restart'))).toBe('/bin/sh pbx_ctl.sh restart');
    expect(words(plane.pbxCommand('restart-loadbalancer'))).toBe('/bin/sh pbx_ctl.sh restart -s loadbalancer');
    expect(
      words(controlPlane({ ...cluster(), pbx: { ...cluster().pbx, image: 'portsip/pbx:23' } }).pbxCommand('upgrade')),
    ).toBe('/bin/sh pbx_ctl.sh upgrade -i portsip/pbx:23');
    expect(plane.pbxCommand('restart')).toMatchObject({ machine: { name: 'pbx' }, cwd: '/opt/portsip' });
  });
});

describe('a high-availability cluster runs everything on its control node', () => {
  const ha = highAvailability();
  const AS_PBX = 'sudo -n -H -u pbx -- /bin/bash';

  it.each(ROLE_NAMES)('%s', (role) => {
    const command = controlPlane(ha).command(server(role), 'restart');
    expect(command).toMatchObject({
      machine: { address: '192.168.1.131' },
      cwd: '/opt/portsip-pbx-ha-guide',
      secrets: [],
    });
    expect(controlPlane(ha).controlMachine(server(role))).toBe(command.machine);
  });

  it("with the cluster guide's scripts, as the user whose keys the servers accept", () => {
    expect(words(controlPlane(ha).command(server('ivr'), 'run'))).toBe(
      `${AS_PBX} extend.sh run -s vr-server-only -n ivr-server-1 -a 192.168.1.21`,
    );
    expect(words(controlPlane(ha).command(server('media'), 'rm'))).toBe(
      `${AS_PBX} extend.sh rm -s media-server-only -a 192.168.1.21`,
    );
    expect(words(controlPlane(ha).command(im, 'run'))).toBe(
      `${AS_PBX} im.sh run -a 192.168.1.21 -A 104.18.36.110 -f /chat/files`,
    );
    expect(words(controlPlane(ha).command(im, 'upgrade'))).toBe(`${AS_PBX} im.sh upgrade`);
    expect(words(controlPlane(ha).command(dataflow, 'run'))).toBe(
      `${AS_PBX} dataflow.sh run -p /var/lib/portsip -a 192.168.1.21 -d portsip/clickhouse:25.8`,
    );
    expect(words(controlPlane(ha).command(dataflow, 'rm'))).toBe(`${AS_PBX} dataflow.sh rm`);
    expect(words(controlPlane(ha).command(dataflow, 'upgrade'))).toBe(
      `${AS_PBX} dataflow.sh upgrade -d portsip/clickhouse:25.8`,
    );
    const asRoot = { ...ha, ssh: { ...ha.ssh, user: 'root' } };
    expect(words(controlPlane(asRoot).command(im, 'stop'))).toBe('/bin/bash im.sh stop');
  });

  it('never the IM token, which they get from the PBX', () => {
    expect(controlPlane(ha).command(im, 'run', 'tok_123456')).toMatchObject({ secrets: [] });
    expect(words(controlPlane(ha).command(im, 'run', 'tok_123456'))).not.toContain('tok_123456');
  });

  it('but its PBX nodes are left to people', () => {
    expect(() => controlPlane(ha).pbxCommand('restart')).toThrow(
      /on 192\.168\.1\.131: cd \/opt\/portsip-pbx-ha-guide && sudo \/bin\/bash ha_ctl\.sh restart -s pbx/,
    );
  });

  it('and its PBX may run on each of its nodes, the control node first', () => {
    const nodes = ['192.168.1.132', '192.168.1.131', '192.168.1.133'];
    const all = {
      ...ha,
      pbx: { ...ha.pbx, highAvailability: { controlNode: '192.168.1.131', scriptsPath: '/opt', nodes } },
    };
    const addresses = (one: Cluster) => controlPlane(one).pbxMachines.map(({ address }) => address);
    expect(addresses(all)).toEqual(['192.168.1.131', '192.168.1.132', '192.168.1.133']);
    expect(addresses(ha)).toEqual(['192.168.1.131']);
    expect(addresses(cluster())).toEqual(['192.168.1.20']);
  });
});

test.each<[string, Role, Partial<Update>, string, string]>([
  // asked for                            standalone   high availability
  ['another image', 'media', { image: true }, 'upgrade', 'upgrade'],
  ['other values', 'media', { rest: true }, 'run', 'run'],
  ['both', 'media', { image: true, rest: true }, 'run', 'upgrade run'],
  ['another image', 'dataflow', { image: true }, 'rm run', 'upgrade'],
  ['another database', 'dataflow', { database: true }, 'upgrade', 'upgrade'],
  ['both', 'dataflow', { image: true, database: true }, 'upgrade', 'upgrade'],
  ['another database and other values', 'dataflow', { database: true, rest: true }, 'rm run', 'rm run'],
  ['other values', 'dataflow', { rest: true }, 'rm run', 'rm run'],
])('%s of a %s server: %j', (_what, role, what, standalone, ha) => {
  const wanted = { image: false, database: false, rest: false, ...what };
  expect(plane.updateVerbs(role, wanted).join(' ')).toBe(standalone);
  expect(controlPlane(highAvailability()).updateVerbs(role, wanted).join(' ')).toBe(ha);
});

it.each(['a b', "it's", '$(id)', '*', '`id`', 'a;b', '[a-z]', 'ü', '', '"'])(
  'a value that the scripts would tear apart is refused: %s',
  (value) => {
    expect(() => plane.command(server('media', { name: value }), 'run')).toThrow(InputError);
    expect(() => plane.command(im, 'run', value)).toThrow(InputError);
  },
);

describe("a container's arguments", () => {
  it('hold the PBX, its own address and name', () => {
    expect(missingArgs(expectedArgs(server('media')), container().args)).toEqual([]);
    const moved = expectedArgs(server('media', { privateIp: '192.168.1.99' }));
    expect(missingArgs(moved, container().args)).toEqual([
      { flag: '-x', value: '192.168.1.99', found: '192.168.1.21' },
    ]);
  });

  it('of the IM server hold a token, which is never shown', () => {
    const args = [
      'serve',
      '-E',
      '-D',
      '/var/lib/portsip/pbx',
      '-t',
      'old',
      '-a',
      '192.168.1.20',
      '-x',
      '192.168.1.21',
      '-z',
      '104.18.36.110',
    ];
    expect(missingArgs(expectedArgs(im), args)).toEqual([]);
    expect(missingArgs([{ flag: '-t', value: 'new' }], args)).toEqual([{ flag: '-t' }]);
  });
});

describe('what run would change on a host', () => {
  const values = {
    PBX_DATA_PATH: '/var/lib/portsip',
    IP_ADDRESS: '192.168.1.21',
    PBX_IP_ADDRESS: '192.168.1.20',
    PBX_IMG: 'portsip/pbx:22',
    EXTEND_SVC_TYPE: 'media-server-only',
    EXTEND_SVC_NAME: 'media-server-1',
  };
  const installed = (config: Partial<typeof values> = {}, box = container()) =>
    facts({ roles: [{ role: 'media', values: { ...values, ...config } }], containers: [box] });

  it('is nothing when all is as wanted, slashes and spellings aside', () => {
    expect(plane.differences(server('media'), installed())).toEqual([]);
    expect(plane.differences(server('media', { dataPath: '/var/lib/portsip/' }), installed())).toEqual([]);
    expect(plane.differences(server('media', { image: 'docker.io/portsip/pbx:22' }), installed())).toEqual([]);
    const v6 = server('media', { privateIp: '2001:DB8:0::21' });
    const args = container().args.map((arg) => (arg === '192.168.1.21' ? '2001:db8::21' : arg));
    expect(plane.differences(v6, installed({ IP_ADDRESS: '[2001:db8::21]' }, container({ args })))).toEqual([]);
  });

  it('is what the configuration or the container has otherwise', () => {
    expect(plane.differences(server('media', { image: 'portsip/pbx:22.6' }), installed())).toEqual([
      { name: 'image', before: 'portsip/pbx:22', after: 'portsip/pbx:22.6' },
    ]);
    expect(plane.differences(server('media'), installed({}, container({ image: 'portsip/pbx:21' })))).toEqual([
      { name: 'image', before: 'portsip/pbx:21', after: 'portsip/pbx:22' },
    ]);
    const renamed = container({ args: container().args.map((arg) => (arg === 'media-server-1' ? 'media-1' : arg)) });
    expect(plane.differences(server('media'), installed({}, renamed))).toEqual([
      { name: 'name', before: 'media-1', after: 'media-server-1' },
    ]);
  });

  it('is everything on a new host', () => {
    expect(plane.differences(server('media'), facts())).toEqual([
      { name: 'data_path', after: '/var/lib/portsip' },
      { name: 'private_ip', after: '192.168.1.21' },
      { name: 'pbx.private_ip', after: '192.168.1.20' },
      { name: 'image', after: 'portsip/pbx:22' },
      { name: 'name', after: 'media-server-1' },
    ]);
  });

  it('of the IM server has it a token, whichever that is', () => {
    const box = container({
      name: 'portsip.instantmessage',
      args: ['-E', '-t', 'old-token', '-a', '192.168.1.20', '-x', '192.168.1.21', '-z', '104.18.36.110'],
    });
    const imValues = {
      DATA_PATH: '/var/lib/portsip',
      PRI_IP_ADDRESS: '192.168.1.21',
      PUB_IP_ADDRESS: '104.18.36.110',
      PBX_IP_ADDRESS: '192.168.1.20',
      IM_IMG: 'portsip/pbx:22',
      STORAGE: '',
    };
    const live = (args: string[]) =>
      facts({ roles: [{ role: 'im', values: imValues }], containers: [{ ...box, args }] });
    expect(plane.differences(im, live(box.args))).toEqual([{ name: 'chat_files', after: '/chat/files' }]);
    const untold = box.args.filter((arg) => arg !== '-t' && arg !== 'old-token');
    expect(plane.differences(im, live(untold))).toEqual([
      { name: 'chat_files', after: '/chat/files' },
      { name: 'token', before: 'another one', after: 'the one that the PBX has' },
    ]);
  });
});
