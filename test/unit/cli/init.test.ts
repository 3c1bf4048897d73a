import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCluster } from '../../../src/cluster/load';
import { WORKFLOW_FILES } from '../../../src/cli/workflow-files';
import { run } from './fake';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'init-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const init = (...rest: string[]) => run(['init', '--folder', folder, ...rest], { env: {} });
const OPTIONS = [
  '--name',
  'acme',
  '--pbx',
  '192.168.1.20',
  '--media',
  '192.168.1.21,192.168.1.22',
  '--im',
  '192.168.1.25',
];

test('options make a cluster file without a fault, and the workflows of examples/', async () => {
  const { exitCode, out } = await init(...OPTIONS);
  expect(exitCode).toBe(0);
  const { cluster, problems } = parseCluster(read('cluster.yaml'), 'cluster.yaml');
  expect(problems).toEqual([]);
  expect(cluster?.servers.map(({ name, role, address }) => [name, role, address])).toEqual([
    ['media-server-1', 'media', '192.168.1.21'],
    ['media-server-2', 'media', '192.168.1.22'],
    ['im-server-1', 'im', '192.168.1.25'],
  ]);
  for (const name of Object.keys(WORKFLOW_FILES))
    expect(read(`.github/workflows/${name}`)).toBe(readFileSync(`examples/workflows/${name}`, 'utf8'));
  expect(out).toContain('gh secret set PORTSIP_SSH_PRIVATE_KEY < deploy');
  expect(out).toMatch(/\nNext: portsip-cluster validate .*cluster\.yaml\n$/);
});

test('without servers the file says how to add them, and so does what comes next', async () => {
  const { exitCode, out } = await init(...OPTIONS.slice(0, 4), '--no-workflows');
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /\nNext: add the servers to .*cluster\.yaml, as its comments show, then portsip-cluster validate /,
  );
  const uncommented = read('cluster.yaml')
    .replace('servers: []', 'servers:')
    .replace(/^ {2}# {1,3}(?=- name| {2}role| {2}private_ip)/gm, '  ');
  expect(parseCluster(uncommented, 'cluster.yaml').problems).toEqual([]);
});

test('nothing that is there is written over, not even by a link, and nothing is left half written', async () => {
  const elsewhere = join(folder, 'elsewhere');
  symlinkSync(elsewhere, join(folder, 'cluster.yaml'));
  const { exitCode, err } = await init(...OPTIONS);
  expect(exitCode).toBe(2);
  expect(err).toMatch(/cluster\.yaml is there already, and nothing is overwritten/);
  expect(readdirSync(folder)).toEqual(['cluster.yaml']);
});

test('beside a cluster file that import wrote only the workflows are missing', async () => {
  const text = `version: 1\nname: acme\nimage: portsip/pbx:22\npbx: { private_ip: 192.168.1.20 }\nservers: []\n`;
  writeFileSync(join(folder, 'cluster.yaml'), text);
  const { exitCode, out } = await init();
  expect([exitCode, read('cluster.yaml')]).toEqual([0, text]);
  expect(out).toContain('is there already and stays as it is');
  expect(readdirSync(join(folder, '.github/workflows'))).toHaveLength(4);
  writeFileSync(join(folder, '.github/workflows/plan.yml'), 'name: Somebody else\n');
  rmSync(join(folder, '.github/workflows/drift.yml'));
  const again = await init();
  expect(again.exitCode).toBe(0);
  expect(again.out).toMatch(/left as it is: [^ ]*plan\.yml\. Look whether it is meant/);
  expect(again.out).toMatch(/^Written: [^ ]*drift\.yml\.$/m);
  expect(read('.github/workflows/plan.yml')).toBe('name: Somebody else\n');
  expect((await init()).out).toContain('Nothing was missing.');
});

test('a fault of a file that nobody sees names no line of it', async () => {
  const { exitCode, err } = await init('--name', 'acme', '--pbx', '192.168.1.20', '--media', '192.168.1.20');
  expect(exitCode).toBe(2);
  expect(err).toContain("192.168.1.20 is the PBX's own address — a server needs a host of its own");
});

test('what cannot be meant is told with its cure, and nothing is written', async () => {
  const { exitCode, err } = await init('--name', 'acme', '--pbx', '192.168.1.20', '--media', '192.168.1.999');
  expect(exitCode).toBe(2);
  expect(err).toMatch(/private_ip of media-server-1 cannot be "192\.168\.1\.999"/);
  expect((await init('--name', 'acme')).err).toContain('Give --name and --pbx');
  expect((await init()).err).toContain('There is no terminal to ask on');
  expect(readdirSync(folder)).toEqual([]);
});

test('questions are asked again until the answer can be meant', async () => {
  const answers = ['acme', 'nowhere', '10.0.0.20', '', '', '10.0.0.21 10.0.0.22', '', '', '', '', '', ''];
  const asked: string[] = [];
  const { exitCode, out } = await run(['init', '--folder', folder, '--no-workflows'], {
    env: {},
    answer: (question) => {
      asked.push(question);
      return answers.shift();
    },
  });
  expect(exitCode).toBe(0);
  expect(answers).toEqual([]);
  expect(asked.filter((question) => question.includes("main server's private address"))).toHaveLength(2);
  expect(out).toContain('private_ip of pbx cannot be "nowhere"'.replace('private_ip of pbx', 'pbx.private_ip'));
  expect(parseCluster(read('cluster.yaml'), 'x').cluster).toMatchObject({
    name: 'acme',
    pbx: { privateIp: '10.0.0.20' },
    servers: [{ address: '10.0.0.21' }, { address: '10.0.0.22' }],
  });
});

test('whoever stops answering has nothing written', async () => {
  const { exitCode, out } = await run(['init', '--folder', folder], { env: {}, answer: () => undefined });
  expect([exitCode, out.endsWith('Nothing was written.\n')]).toEqual([1, true]);
  expect(readdirSync(folder)).toEqual([]);
});
