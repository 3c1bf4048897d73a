import '../github/actions-modules';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../src/actions/discover';

const here = process.cwd();
const before = { ...process.env };
let dir: string;
let log: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], { cwd: dir });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function commit(): void {
  git('add', '--all', 'clusters');
  git('commit', '--quiet', '--allow-empty', '-m', 'Change');
}

const pathOf = (name: string): string => `clusters/${name}/cluster.yaml`;

const cluster = (name: string, host: number, deploy = ''): void =>
  write(
    pathOf(name),
    `version: 1
name: ${name}
image: portsip/pbx:22
pbx: { private_ip: 10.0.${host}.20 }
servers:
  - { name: media-1, role: media, private_ip: 10.0.${host}.21, public_ip: 203.0.113.21 }
${deploy && `deploy: ${deploy}\n`}`,
  );

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'portsip-discover-')));
  git('init', '--quiet', '-b', 'main');
  mkdirSync(join(dir, 'clusters'));
  process.chdir(dir);
  for (const name of Object.keys(process.env)) if (/^(GITHUB|INPUT)_/.test(name)) delete process.env[name];
  for (const name of ['output', 'summary']) {
    writeFileSync(join(dir, name), '');
    process.env[`GITHUB_${name === 'output' ? 'OUTPUT' : 'STEP_SUMMARY'}`] = join(dir, name);
  }
  log = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.chdir(here);
  process.env = { ...before };
  rmSync(dir, { recursive: true, force: true });
});

async function outputs(inputs: Record<string, string> = {}): Promise<object> {
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value;
  writeFileSync(join(dir, 'output'), '');
  expect(await main()).toBe(0);
  const text = readFileSync(join(dir, 'output'), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^([a-z-]+)<<(\S+)\n([^]*?)\n\2$/gm)].map(([, name, , value]) => [
      name,
      name === 'base' ? value : (JSON.parse(value ?? '') as unknown),
    ]),
  ) as object;
}

test('a push gives a job for each cluster that it changes, and says what left', async () => {
  cluster('later', 1, '{ wave: 2, runner: [self-hosted, site-a], environment: site-a }');
  cluster('canary', 2);
  cluster('same', 3);
  cluster('gone', 4);
  commit();
  cluster('later', 5, '{ wave: 2, runner: [self-hosted, site-a], environment: site-a }');
  cluster('canary', 6);
  rmSync(join(dir, 'clusters/gone'), { recursive: true });
  commit();
  const canary = { file: pathOf('canary'), name: 'canary', runner: ['ubuntu-latest'], environment: '', wave: 1 };
  const later = {
    ...{ file: pathOf('later'), name: 'later', runner: ['self-hosted', 'site-a'], environment: 'site-a' },
    wave: 2,
  };
  expect(await outputs({ 'base-ref': 'HEAD^1' })).toEqual({
    matrix: { include: [canary, later] },
    count: 2,
    waves: [1, 2],
    'wave-count': 2,
    matrices: [{ include: [canary] }, { include: [later] }],
    left: [{ file: pathOf('gone'), name: 'gone' }],
    base: git('rev-parse', 'HEAD^1').toString().trim(),
    changed: true,
    changes: [canary.file, later.file],
  });
  expect(log).toMatch(
    /::warning::clusters\/gone\/cluster\.yaml left the repository: nothing of the cluster gone is removed/,
  );
  const summary = readFileSync(join(dir, 'summary'), 'utf8');
  expect(summary).toContain('## 2 of 3 clusters');
  expect(summary).toContain('left the repository');
  expect(await outputs({ wave: '2' })).toMatchObject({ matrix: { include: [later] }, waves: [2] });
});

test('nothing that changed makes an empty matrix', async () => {
  cluster('acme', 1);
  commit();
  commit();
  expect(await outputs({ 'base-ref': 'HEAD^1' })).toMatchObject({ matrix: { include: [] }, count: 0, changed: false });
});

test('a base that cannot be read makes a job for all, and that is said', async () => {
  cluster('acme', 1);
  commit();
  expect(await outputs({ 'base-ref': 'HEAD^1' })).toMatchObject({ count: 1 });
  expect(log).toContain('::warning::The commit to compare with, HEAD^1, cannot be read: all clusters count as changed');
});

describe('a pull request', () => {
  const theirs = '{ runner: production, environment: production }';
  beforeEach(() => {
    process.env['GITHUB_EVENT_NAME'] = 'pull_request';
    process.env['GITHUB_REF'] = 'refs/pull/7/merge';
  });
  const merged = () => {
    process.env['GITHUB_SHA'] = git('rev-parse', 'HEAD').toString().trim();
  };

  test('gets the runner that the base branch says', async () => {
    cluster('acme', 1, '{ runner: site-a, environment: site-a }');
    commit();
    cluster('acme', 1, theirs);
    commit();
    merged();
    expect(await outputs()).toMatchObject({
      matrix: { include: [{ runner: ['site-a'], environment: 'site-a' }] },
    });
  });

  test('whose branch is checked out itself is compared with its base, not with its own last commit but one', async () => {
    cluster('acme', 1, '{ runner: site-a, environment: site-a }');
    commit();
    merged();
    const event = join(dir, 'event.json');
    writeFileSync(
      event,
      JSON.stringify({ pull_request: { base: { sha: git('rev-parse', 'HEAD').toString().trim() } } }),
    );
    process.env['GITHUB_EVENT_PATH'] = event;
    cluster('acme', 1, theirs);
    commit();
    cluster('other', 2);
    commit();
    const { matrix } = (await outputs()) as { matrix: { include: object[] } };
    expect(matrix.include).toEqual([
      expect.objectContaining({ name: 'acme', runner: ['site-a'], environment: 'site-a' }),
      expect.objectContaining({ name: 'other' }),
    ]);
  });

  test('gets what the workflow says where nobody knows what the base branch says', async () => {
    cluster('acme', 1, theirs);
    commit();
    expect(await outputs()).toMatchObject({
      matrix: { include: [{ runner: ['ubuntu-latest'], environment: '' }] },
    });
    expect(log).toContain('what a pull request says itself does not count');
  });
});

test('more clusters than a matrix can have are refused, with the cure', async () => {
  for (let host = 0; host < 257; host += 1) {
    const text = `version: 1
name: site-${host}
image: portsip/pbx:22
pbx: { private_ip: 10.${host % 200}.${Math.floor(host / 200)}.20 }
servers:
  - { name: media-1, role: media, private_ip: 10.${host % 200}.${Math.floor(host / 200)}.21, public_ip: 203.0.113.21 }
`;
    write(pathOf(`site-${host}`), text);
  }
  commit();
  await expect(main()).rejects.toThrow(
    'files: 257 clusters are meant, and GitHub makes 256 jobs of one matrix at most; discover part of them',
  );
  expect(await outputs({ files: 'clusters/site-1*/cluster.yaml' })).toMatchObject({ count: 111 });
});

test('since all is every cluster, and nobody is told that something is missing', async () => {
  cluster('acme', 1);
  commit();
  commit();
  expect(await outputs({ since: 'all' })).toMatchObject({ count: 1, left: [] });
  expect(log).not.toContain('count as changed');
});

test('the last run that succeeded needs somebody to ask; without, every cluster is taken', async () => {
  cluster('acme', 1);
  commit();
  process.env['GITHUB_WORKFLOW_REF'] = 'acme/pbx/.github/workflows/fleet-deploy.yml@refs/heads/main';
  process.env['GITHUB_REF_NAME'] = 'main';
  expect(await outputs({ since: 'last-success' })).toMatchObject({ count: 1 });
  expect(log).toMatch(
    /::warning::The last run that succeeded cannot be told \(there is no github-token; .*all clusters/,
  );
});

test('more waves than a workflow goes through are refused where they stand, with what to do', async () => {
  for (const [index, wave] of [1, 4, 7, 9].entries()) cluster(`c${index}`, index + 1, `{ wave: ${wave} }`);
  commit();
  await expect(outputs({ 'most-waves': '2' })).rejects.toThrow(
    new RegExp(
      [
        'clusters/c2/cluster.yaml:7:17: .*wave 7 is number 3 of the waves of all cluster files, and the workflow goes through 2',
        '.*such as 4[^]*clusters/c3/cluster.yaml:7:17: .*wave 9 is number 4',
      ].join(''),
    ),
  );
  expect(await outputs({ 'most-waves': '4' })).toMatchObject({ waves: [1, 4, 7, 9] });
});

test('two ways to say what changes are told from are refused', async () => {
  cluster('acme', 1);
  commit();
  await expect(outputs({ since: 'all', 'base-ref': 'HEAD' })).rejects.toThrow(
    'base-ref: it says what changes are told from',
  );
});
