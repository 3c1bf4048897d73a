import '../github/actions-modules';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proposal } from '../../../src/github/pull-request';
import type { ImportRequest } from '../../../src/import/import';
import { plan } from '../render/plans';
import { guide } from '../stages/fixture';

/* The action, with a cluster and a repository that are made up. */
const done: unknown[] = [];
const requests: ImportRequest[] = [];
let refused: Error | undefined;
jest.mock('../../../src/import/import', () => ({
  importCluster: (_: unknown, request: ImportRequest) => {
    requests.push(request);
    return Promise.resolve({
      cluster: guide(),
      text: 'version: 1\n::warning::no command\n',
      plan: plan([]),
      leftOut: ['10.0.0.9 did not answer'],
    });
  },
}));
jest.mock('../../../src/import/adopt', () => ({
  adopt: () => Promise.resolve(done.push('adopted') > 0 ? '6 servers' : ''),
}));
jest.mock('../../../src/github/repository', () => ({ openRepository: () => Promise.resolve({}) }));
jest.mock('../../../src/github/pull-request', () => ({
  propose: (_: unknown, { path, text, branch, body }: Proposal, { overwrite }: { overwrite: boolean }) => {
    if (refused) return Promise.reject(refused);
    done.push({ path, text, branch, body, overwrite });
    return Promise.resolve({ number: 4, url: 'https://github.com/acme/pbx/pull/4', outcome: 'opened' });
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'portsip-import-action-'));
const environment = { ...process.env };
beforeEach(() => {
  done.splice(0);
  requests.splice(0);
  refused = undefined;
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});
afterAll(() => rmSync(folder, { recursive: true }));

const INPUTS = {
  'pbx-address': '192.168.1.20',
  'cluster-name': 'acme',
  'ssh-private-key': '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----',
  'ssh-known-hosts': '192.168.1.20 ssh-ed25519 AAAA',
  'pbx-username': 'admin',
  'pbx-password': 'correct horse',
  'github-token': 'ghs_0123456789',
};

async function run(inputs: Record<string, string> = {}) {
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '');
  process.env = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_REPOSITORY: 'acme/pbx',
  };
  for (const [key, value] of Object.entries({ ...INPUTS, ...inputs }))
    process.env[`INPUT_${key.toUpperCase()}`] = value;
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  const { main } = await import('../../../src/actions/import');
  const exitCode = await main();
  return { exitCode, printed: printed.join(''), outputs: readFileSync(join(folder, 'output'), 'utf8') };
}

test('opens a pull request with the file, and adopts nothing', async () => {
  const { exitCode, outputs } = await run({
    'ssh-port': '2222',
    nodes: '10.0.0.1, 10.0.0.2',
    'control-node': '10.0.0.1',
  });
  expect(exitCode).toBe(0);
  expect(requests).toEqual([
    {
      name: 'acme',
      pbx: '192.168.1.20',
      hosts: [],
      sshPort: 2222,
      controlNode: '10.0.0.1',
      nodes: ['10.0.0.1', '10.0.0.2'],
    },
  ]);
  expect(done).toEqual([
    expect.objectContaining({ path: 'cluster.yaml', branch: 'portsip-cluster/import-acme', overwrite: false }),
  ]);
  expect(done[0]).toHaveProperty('body', expect.stringMatching(/10\.0\.0\.9 did not answer[^]*Nothing was adopted/));
  expect(outputs).toMatch(/pull-request<<\S+\n4\n/);
});

test('adopts when it is asked to, and only after the file is to be had', async () => {
  await run({ adopt: 'true' });
  expect(done).toEqual([expect.objectContaining({ path: 'cluster.yaml' }), 'adopted']);
  done.splice(0);
  refused = new Error('cluster.yaml is on main already');
  await expect(run({ adopt: 'true' })).rejects.toThrow('is on main already');
  expect(done).toEqual([]);
});

test('with dry-run it shows the file, as text, and does nothing', async () => {
  const { exitCode, printed } = await run({ 'dry-run': 'true', adopt: 'true', 'github-token': '' });
  expect([exitCode, done]).toEqual([0, []]);
  expect(printed).toContain('version: 1');
  expect(printed).not.toMatch(/^::warning::no command/m);
});

test('tells all that is missing at once, before anybody is asked', async () => {
  const bad = run({ 'pbx-address': '', 'cluster-name': '', 'github-token': '', 'cluster-file': '../x.yaml' });
  await expect(bad).rejects.toThrow(/pbx-address: .*\ncluster-name: .*\ngithub-token: .*\ncluster-file: /);
  expect(requests).toEqual([]);
});
