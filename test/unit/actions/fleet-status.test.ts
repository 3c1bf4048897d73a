import '../github/actions-modules';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriftIssue } from '../../../src/github/drift-issue';
import type { Issues } from '../../../src/github/issues';
import { statusDocument } from '../../../src/status/document';
import { quiet } from '../cli/status-reports';

/* The action, with issues that are made up. */
const stored: (DriftIssue & { comments: string[] })[] = [];
const issues: Issues = {
  find: (start) => Promise.resolve(stored.find(({ body }) => body.startsWith(start))),
  open: ({ body }) => Promise.resolve(stored.push({ number: 7, open: true, body, comments: [] }) && 7),
  edit: (_, { body, state }) => {
    const [issue] = stored;
    if (issue) Object.assign(issue, { body }, state && { open: state === 'open' });
    return Promise.resolve(issue !== undefined);
  },
  comment: (_, body) => Promise.resolve(void stored[0]?.comments.push(body)),
};
jest.mock('../../../src/github/issues', () => ({
  ...jest.requireActual<object>('../../../src/github/issues'),
  githubIssues: () => Promise.resolve(issues),
}));

const environment = { ...process.env };
let folder: string;
beforeEach(() => {
  stored.splice(0);
  folder = mkdtempSync(join(tmpdir(), 'portsip-fleet-status-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
});

const names = ['acme', 'index', 'umbra'];
const include = names.map((name) => ({ file: `${name}.yaml`, name, runner: ['x'], environment: '', wave: 1 }));
function leave(name: string, status: object): void {
  mkdirSync(join(folder, 'statuses', `portsip-status-${name}`), { recursive: true });
  writeFileSync(join(folder, 'statuses', `portsip-status-${name}`, 'status.json'), JSON.stringify(status));
  writeFileSync(join(folder, 'statuses', `portsip-status-${name}`, 'portsip-job.json'), '{"id":"12","attempt":1}');
}

async function run(inputs: Record<string, string> = {}) {
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '');
  process.env = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_REPOSITORY: 'acme/pbx',
    GITHUB_RUN_ID: '9',
  };
  const given = {
    matrix: JSON.stringify({ include }),
    statuses: join(folder, 'statuses'),
    pages: join(folder, 'pages'),
    'github-token': 'ghs_0123456789',
    ...inputs,
  };
  for (const [key, value] of Object.entries(given)) process.env[`INPUT_${key.toUpperCase()}`] = value;
  let printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => (printed += String(chunk)) !== '');
  const { main } = await import('../../../src/actions/fleet-status');
  const exitCode = await main().catch((error: unknown) => String(error));
  const outputs = readFileSync(join(folder, 'output'), 'utf8');
  const output = (name: string) =>
    [...outputs.matchAll(new RegExp(`^${name}<<(\\S+)\\n(.*)\\n\\1$`, 'gm'))].at(-1)?.[2];
  return { exitCode, printed, output, summary: readFileSync(join(folder, 'summary'), 'utf8') };
}

test('one issue, the pages, and a summary that leads to the jobs', async () => {
  leave('acme', { ...statusDocument({ ...quiet, outOfCalls: ['queue-server-1'] }), cluster: 'acme' });
  leave('index', { ...statusDocument(quiet), cluster: 'index' });
  const { exitCode, output, printed, summary } = await run();
  expect([exitCode, output('changed'), output('unhealthy'), output('unknown'), output('issue')]).toEqual([
    ...[0, 'true', '1', '1', '7'],
  ]);
  expect(JSON.parse(output('changes') ?? '')).toMatchObject([
    { name: 'acme', healthy: false },
    { name: 'umbra', healthy: 'unknown', changes: 'unknown' },
    { name: 'index', healthy: true, pbxVersion: '22.6.0' },
  ]);
  expect(stored).toHaveLength(1);
  expect(summary).toContain('[`acme`](https://github.com/acme/pbx/actions/runs/9/job/12)');
  expect(printed).toMatch(/::warning file=umbra\.yaml,line=1::umbra: Not seen: its job failed/);
  const page = readFileSync(join(folder, 'pages/index.html'), 'utf8');
  expect(page).toContain('href="clusters/index.html"');
  expect(page).not.toContain('clusters/umbra.html');
  expect(readFileSync(join(folder, 'pages/clusters/acme.html'), 'utf8')).toContain('<h1>acme</h1>');
});

test('it is closed once all are well', async () => {
  await run();
  for (const name of names) leave(name, { ...statusDocument(quiet), cluster: name });
  const { output } = await run();
  expect([output('changed'), output('issue'), stored]).toMatchObject(['false', '', [{ open: false }]]);
  expect(stored[0]?.comments).toHaveLength(1);
});

test('with dry-run no issue is written, and without a token it is said what is missing', async () => {
  expect((await run({ 'dry-run': 'true' })).printed).toContain('Without dry-run: open');
  expect(stored).toEqual([]);
  expect((await run({ 'github-token': '', matrix: '{}' })).exitCode).toMatch(
    /matrix: this is not what the action discover gives\ngithub-token: missing/,
  );
});
