import { clashes, jobOf, type Member } from '../../../src/cluster/fleet';
import { parseCluster } from '../../../src/cluster/load';
import { formatProblem } from '../../../src/cluster/types';

function member(name: string, host: number, more = ''): Member {
  const file = `clusters/${name}/cluster.yaml`;
  const text = `version: 1
name: ${name}
image: portsip/pbx:22
pbx:
  private_ip: 192.168.${host}.20
${more}servers:
  - name: media-1
    role: media
    private_ip: 192.168.${host}.21
    public_ip: 203.0.113.21
`;
  const { cluster, problems } = parseCluster(text, file);
  if (!cluster) throw new Error(problems.map(formatProblem).join('\n'));
  return { file, text, cluster };
}

const told = (...members: Member[]): string[] => clashes(members).map(formatProblem);

describe('what two clusters cannot both have', () => {
  test('is nothing where they have nothing in common but what servers are called', () => {
    expect(told(member('acme', 1), member('umbra', 2))).toEqual([]);
  });

  test('is a name, told with both places', () => {
    const twin = { ...member('acme', 2), file: 'clusters/twin/cluster.yaml' };
    expect(told(member('acme', 1), twin)).toEqual([
      expect.stringMatching(
        /^clusters\/twin\/cluster\.yaml:2:7: error: the name acme is in clusters\/acme\/cluster\.yaml:2:7, too — /,
      ),
    ]);
  });

  test('is an address, of a PBX as of a server', () => {
    const other = member('umbra', 1);
    expect(told(member('acme', 1), other).map((line) => line.split(' — ')[0])).toEqual([
      'clusters/umbra/cluster.yaml:5:15: error: the address 192.168.1.20 is in clusters/acme/cluster.yaml:5:15, too',
      'clusters/umbra/cluster.yaml:9:17: error: the address 192.168.1.21 is in clusters/acme/cluster.yaml:9:17, too',
    ]);
  });

  test('is a server of the one that is the PBX of the other', () => {
    const text = member('umbra', 2).text.replace('192.168.2.21', '192.168.1.20');
    const { cluster } = parseCluster(text, 'umbra.yaml');
    expect(told(member('acme', 1), { file: 'umbra.yaml', text, cluster: cluster! })).toEqual([
      expect.stringContaining('umbra.yaml:9:17: error: the address 192.168.1.20 is in clusters/acme/cluster.yaml:5:15'),
    ]);
  });

  test('is a portal, however its name is written, but not two ports of one address', () => {
    const api = (url: string) => `  api: ${url}\n`;
    const first = member('acme', 1, api('https://pbx.example.com:8887'));
    expect(told(first, member('umbra', 2, api('https://PBX.example.com:8887/')))).toEqual([
      expect.stringContaining(
        'umbra/cluster.yaml:6:8: error: the PBX pbx.example.com:8887 is in clusters/acme/cluster.yaml:6:8',
      ),
    ]);
    expect(told(first, member('umbra', 2, api('https://pbx.example.com:9887')))).toEqual([]);
  });

  test('is a portal that the one names, and that is at the own address of the other', () => {
    const api = member('umbra', 9, '  api: https://192.168.1.20:8887\n');
    expect(told(member('acme', 1), api)).toEqual([
      expect.stringContaining(
        'umbra/cluster.yaml:6:8: error: the PBX 192.168.1.20:8887 is in clusters/acme/cluster.yaml:5:15',
      ),
    ]);
    expect(told(api, member('acme', 1))).toEqual([
      expect.stringContaining(
        'acme/cluster.yaml:5:15: error: the address 192.168.1.20 is in clusters/umbra/cluster.yaml:6:8',
      ),
    ]);
  });

  test('is no private address where each is in a network of its own', () => {
    const at = (name: string, network: string, more = '') =>
      member(name, 1, `${more}deploy: { network: ${network} }\n`);
    expect(told(at('acme', 'site-a'), at('umbra', 'site-b'))).toEqual([]);
    // Whoever names none may be in the same one.
    expect(told(at('acme', 'site-a'), member('umbra', 1))).toHaveLength(2);
    expect(told(member('acme', 1), at('umbra', 'site-b'))).toHaveLength(2);
    expect(told(at('acme', 'site-a'), at('umbra', 'site-b'), at('cleo', 'site-a'))).toHaveLength(2);
    expect(told(at('acme', 'site-a'), at('umbra', 'site-a'))).toHaveLength(2);
    // What is the same everywhere is so in any network.
    const api = '  api: https://198.51.100.7:8887\n';
    expect(told(at('acme', 'site-a', api), at('umbra', 'site-b', api))).toEqual([
      expect.stringContaining('the PBX 198.51.100.7:8887 is in'),
    ]);
  });

  test('is a node of a PBX of several', () => {
    const nodes = (last: number) => `  high_availability:
    control_node: 10.0.${last}.1
    nodes: [10.0.${last}.1, 10.0.9.2]
`;
    expect(told(member('acme', 1, nodes(1)), member('umbra', 2, nodes(2)))).toEqual([
      expect.stringMatching(
        /^clusters\/umbra\/cluster\.yaml:8:23: error: the address 10\.0\.9\.2 is in clusters\/acme\/cluster\.yaml:8:23/,
      ),
    ]);
  });

  test('is told of each further file', () => {
    const third = { ...member('acme', 3), file: 'c.yaml' };
    const second = { ...member('acme', 2), file: 'b.yaml' };
    expect(told(member('acme', 1), second, third)).toHaveLength(2);
  });
});

test('a job has what its file says, and what the workflow says otherwise', () => {
  const otherwise = { runner: ['ubuntu-latest'], environment: 'production' };
  const one = member('acme', 1, 'deploy: { wave: 3 }\n');
  const file = 'clusters/acme/cluster.yaml';
  expect(jobOf(one, one.cluster.deploy, otherwise)).toEqual({ ...otherwise, file, name: 'acme', wave: 3 });
  expect(jobOf(one, { runner: ['self-hosted', 'site-a'], environment: 'site-a', wave: 1 }, otherwise)).toEqual({
    ...{ file, name: 'acme', runner: ['self-hosted', 'site-a'], environment: 'site-a' },
    wave: 3,
  });
});
