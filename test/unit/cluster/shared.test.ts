import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClusterFile, parseCluster } from '../../../src/cluster/load';
import { changedSettings, deployedSettings, originOf } from '../../../src/cluster/settings';
import { ClusterFileError, formatProblem, type Cluster } from '../../../src/cluster/types';
import { offlinePlan } from '../../../src/plan/plan';
import { renderMarkdown } from '../../../src/render/markdown';
import { renderTerminal } from '../../../src/render/terminal';

const FILE = 'clusters/acme/cluster.yaml';
const SHARED = 'clusters/defaults.yaml';
const OWN = `version: 1
extends: ../defaults.yaml
name: acme
pbx: { private_ip: 192.168.1.20 }
restart:
  window: { days: [sun], from: '02:00' }
servers:
  - { name: media-1, role: media, private_ip: 192.168.1.21, public_ip: 203.0.113.21 }
`;
const DEFAULTS = `image: portsip/pbx:22
pbx:
  image: portsip/pbx:22
ssh: { user: ops, port: 2222 }
restart:
  max_unavailable: 2
  window: { days: [sat, sun], from: '01:00', to: '04:00', timezone: Europe/Berlin }
firewall: { trust: [192.168.0.0/16] }
`;

const parse = (own: string, shared: string) => parseCluster(own, FILE, { shared: { file: SHARED, text: shared } });
const told = (own: string, shared: string) => parse(own, shared).problems.map(formatProblem);
const cluster = (own: string, shared = DEFAULTS): Cluster => {
  const parsed = parse(own, shared);
  if (!parsed.cluster) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.cluster;
};

describe('two files as one', () => {
  test('mappings are merged, lists and texts replaced, and the cluster file wins', () => {
    const { image, ssh, restart, firewallTrust, pbx } = cluster(`${OWN}firewall: { trust: [192.168.1.0/24] }\n`);
    expect([image, pbx.image, ssh, firewallTrust]).toEqual([
      'portsip/pbx:22',
      'portsip/pbx:22',
      { user: 'ops', port: 2222 },
      ['192.168.1.0/24'],
    ]);
    expect(restart.maxUnavailable).toBe(2);
    expect(restart.window).toEqual({ days: ['sun'], from: '02:00', to: '04:00', timezone: 'Europe/Berlin' });
    expect(cluster(`${OWN}image: portsip/pbx:22.3\n`).image).toBe('portsip/pbx:22.3');
  });

  test('a file that says all of it itself makes the same plan, to the last hash', () => {
    const whole = `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20, image: portsip/pbx:22 }
ssh: { user: ops, port: 2222 }
restart: { max_unavailable: 2, window: { days: [sun], from: '02:00', to: '04:00', timezone: Europe/Berlin } }
firewall: { trust: [192.168.0.0/16] }
servers:
  - { name: media-1, role: media, private_ip: 192.168.1.21, public_ip: 203.0.113.21 }
`;
    const alone = parseCluster(whole, FILE).cluster!;
    expect(offlinePlan(undefined, cluster(OWN)).digest).toBe(offlinePlan(undefined, alone).digest);
    const changed = cluster(OWN, DEFAULTS.replace('user: ops', 'user: root'));
    expect(offlinePlan(undefined, changed).digest).not.toBe(offlinePlan(undefined, alone).digest);
  });

  test('where jobs run and when is no part of what is done', () => {
    const placed = cluster(`${OWN}deploy: { runner: site-a, environment: site-a, wave: 2 }\n`);
    expect(placed.deploy).toEqual({ runner: ['site-a'], environment: 'site-a', wave: 2 });
    expect(cluster(`${OWN}deploy: { runner: [self-hosted, site-a] }\n`).deploy).toEqual({
      runner: ['self-hosted', 'site-a'],
      wave: 1,
    });
    expect(offlinePlan(undefined, placed).digest).toBe(offlinePlan(undefined, cluster(OWN)).digest);
    expect(offlinePlan(cluster(OWN), placed).changes).toEqual([]);
  });

  test('control scripts are in the folder that the naming file means', () => {
    expect(cluster(OWN, `${DEFAULTS}scripts: portsip\n`).scripts).toEqual({
      folder: '../portsip',
      at: { file: SHARED, line: 9, column: 10 },
    });
    expect(cluster(`${OWN}scripts: portsip\n`, `${DEFAULTS}scripts: other\n`).scripts).toMatchObject({
      folder: 'portsip',
    });
  });
});

describe('what is wrong', () => {
  test('with both files is told at once, each at its own place', () => {
    expect(
      told(
        OWN.replace('private_ip: 192.168.1.20', 'private_ip: nowhere'),
        DEFAULTS.replace('max_unavailable: 2', 'max_unavailable: many').replace('ssh:', 'shh:'),
      ),
    ).toEqual([
      expect.stringMatching(/^clusters\/acme\/cluster\.yaml:4:20: error: pbx\.private_ip cannot be "nowhere"/),
      expect.stringMatching(/^clusters\/defaults\.yaml:4:1: error: the cluster file has no field "shh"/),
      expect.stringMatching(/^clusters\/defaults\.yaml:6:20: error: restart\.max_unavailable cannot be "many"/),
    ]);
  });

  test('in a shared value counts even where the cluster file says another', () => {
    expect(told(`${OWN}image: portsip/pbx:22\n`, DEFAULTS.replace('image: portsip/pbx:22', 'image: 22'))).toEqual([
      expect.stringMatching(/^clusters\/defaults\.yaml:1:8: error: image cannot be 22/),
    ]);
  });

  test('is a shared file with what only one cluster can have', () => {
    const shared = `${DEFAULTS.replace('pbx:\n', 'pbx:\n  api: https://pbx.example.com:8887\n')}name: all
extends: other.yaml
servers: []
deploy: { wave: 1 }
sbc: { web_domain: sbc.example.com }
`;
    expect(parse(OWN, shared).problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      [SHARED, 3, 'not-shared'],
      [SHARED, 10, 'not-shared'],
      [SHARED, 11, 'not-shared'],
      [SHARED, 12, 'not-shared'],
      [SHARED, 13, 'not-shared'],
      [SHARED, 14, 'not-shared'],
    ]);
    expect(parse(OWN, shared).cluster).toBeUndefined();
  });

  test('is missing in the cluster file when both lack it', () => {
    expect(told(OWN, DEFAULTS.replace('image: portsip/pbx:22\n', ''))).toEqual([
      expect.stringMatching(/^clusters\/acme\/cluster\.yaml:1:1: error: the cluster file has no image/),
    ]);
  });

  test('is a shared file that is no YAML, and nothing is called missing then', () => {
    expect(parse(OWN, 'image: "portsip\n').problems).toMatchObject([{ file: SHARED, code: 'syntax' }]);
    expect(parse(OWN, '- a\n').problems).toMatchObject([{ file: SHARED, line: 1, code: 'wrong-type' }]);
  });

  test('in a rule names the other file', () => {
    const nested = DEFAULTS.replace('192.168.0.0/16', '192.168.0.0/16, 192.168.1.0/25');
    expect(told(OWN, nested)).toEqual([
      expect.stringMatching(/^clusters\/defaults\.yaml:8.*\(clusters\/defaults\.yaml:8\)/),
    ]);
  });

  test.each(['/etc/defaults.yaml', '../../x', 'a/../b.yaml', 'https://example.com/a.yaml', '-x.yaml', '""'])(
    'is extends: %s',
    (path) => {
      expect(parseCluster(OWN.replace('../defaults.yaml', path), FILE).problems[0]).toMatchObject({
        line: 2,
        column: 10,
      });
    },
  );

  test('is a text from nowhere that extends something', () => {
    expect(parseCluster(OWN, FILE).problems).toMatchObject([{ file: FILE, line: 2, code: 'shared-unreadable' }]);
  });
});

describe('on disk', () => {
  let dir: string;
  const write = (path: string, text: string) => {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  const load = async (path: string): Promise<Cluster | string[]> => {
    try {
      return (await loadClusterFile(join(dir, path))).cluster;
    } catch (error) {
      if (!(error instanceof ClusterFileError)) throw error;
      return error.problems.map((problem) => problem.message.replaceAll(dir, ''));
    }
  };
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'portsip-shared-'));
    write('repository/.git/HEAD', 'ref: refs/heads/main\n');
    write(`repository/${FILE}`, OWN);
    write('outside.yaml', DEFAULTS);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('the file beside the folder of the cluster is read', async () => {
    write(`repository/${SHARED}`, DEFAULTS);
    expect(await load(`repository/${FILE}`)).toMatchObject({
      image: 'portsip/pbx:22',
      shared: { file: join(dir, 'repository', SHARED) },
    });
  });

  test('there is none', async () => {
    expect(await load(`repository/${FILE}`)).toEqual([
      '/repository/clusters/defaults.yaml cannot be read: there is no such file',
    ]);
  });

  test('a link is not followed, wherever it leads', async () => {
    mkdirSync(join(dir, 'repository/clusters'), { recursive: true });
    symlinkSync('../../outside.yaml', join(dir, 'repository', SHARED));
    expect(await load(`repository/${FILE}`)).toEqual([expect.stringContaining('it is a symbolic link')]);
    rmSync(join(dir, 'repository', SHARED));
    write('repository/real.yaml', DEFAULTS);
    symlinkSync('../real.yaml', join(dir, 'repository', SHARED));
    expect(await load(`repository/${FILE}`)).toEqual([expect.stringContaining('it is a symbolic link')]);
  });

  test('nothing outside of the repository is read', async () => {
    write(`repository/${FILE}`, OWN.replace('../defaults.yaml', '../../../outside.yaml'));
    expect(await load(`repository/${FILE}`)).toEqual(['/outside.yaml cannot be read: it is outside of the repository']);
  });
});

describe('a plan says where a value is from', () => {
  const before = cluster(OWN);
  const after = cluster(OWN, DEFAULTS.replace(/22\n/g, '22.3\n').replace('user: ops', 'user: root'));

  test('a setting that changes', () => {
    expect(changedSettings(deployedSettings(before), after)).toEqual([
      { name: 'pbx.image', before: 'portsip/pbx:22', after: 'portsip/pbx:22.3', from: `${SHARED}:3` },
      { name: 'ssh.user', before: 'ops', after: 'root', from: `${SHARED}:4` },
    ]);
    expect([originOf(after, 'image'), originOf(after, 'restart.window'), originOf(after, 'cloud')]).toEqual([
      `${SHARED}:1`,
      `${SHARED}:7`,
      undefined,
    ]);
  });

  test('on a page and on a terminal', () => {
    const plan = offlinePlan(before, after);
    const page = renderMarkdown(plan, { clusterFile: FILE, cluster: after });
    expect(page).toContain('`pbx.image`: `portsip/pbx:22` → `portsip/pbx:22.3` (`clusters/defaults.yaml:3`)');
    expect(page).toContain('Shared with other clusters: image `portsip/pbx:22.3` (`clusters/defaults.yaml:1`)');
    const text = renderTerminal(plan, { color: false, cluster: after, clusterFile: FILE });
    expect(text).toContain('Shared with other clusters: image portsip/pbx:22.3 (clusters/defaults.yaml:1)');
  });
});
