import '../github/actions-modules';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusReport } from '../../../src/status/report';
import { ATTACK, quiet } from '../cli/status-reports';
import { GUIDE } from '../stages/fixture';

/* The action, with a cluster that is made up. */
const read = jest.fn<Promise<StatusReport>, [unknown, string[], object?]>();
jest.mock('../../../src/status/read', () => ({
  readStatus: (config: unknown, servers: string[], more: object) => read(config, servers, more),
}));

const folder = mkdtempSync(join(tmpdir(), 'portsip-status-'));
const environment = { ...process.env };
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});
afterAll(() => rmSync(folder, { recursive: true }));

const statusFile = join(folder, 'status.json');
const INPUTS = {
  'ssh-private-key': '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----',
  'ssh-known-hosts': '192.168.1.20 ssh-ed25519 AAAA',
  'pbx-username': 'admin',
  'pbx-password': 'correct horse',
  'status-file': statusFile,
};

async function run(inputs: Record<string, string> = {}) {
  rmSync(statusFile, { force: true });
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '');
  writeFileSync(join(folder, 'cluster.yaml'), GUIDE);
  process.env = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    'INPUT_CLUSTER-FILE': join(folder, 'cluster.yaml'),
  };
  for (const [key, value] of Object.entries({ ...INPUTS, ...inputs }))
    process.env[`INPUT_${key.toUpperCase()}`] = value;
  let printed = '';
  jest.spyOn(process, 'on').mockReturnValue(process);
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => (printed += String(chunk)) !== '');
  const { main } = await import('../../../src/actions/status');
  const exitCode = await main().catch((error: unknown) => error);
  const outputs = readFileSync(join(folder, 'output'), 'utf8');
  const output = (name: string) =>
    [...outputs.matchAll(new RegExp(`^${name}<<(\\S+)\\n(.*)\\n\\1$`, 'gm'))].at(-1)?.[2];
  return { exitCode, printed, output, summary: readFileSync(join(folder, 'summary'), 'utf8') };
}

const sick = { ...quiet, outOfCalls: ['queue-server-1'], drift: 2 };
const unseen = { ...quiet, pbx: { ...quiet.pbx, reachable: false, problem: 'timed out' } };

test('says healthy, and writes the status down as status --json does', async () => {
  read.mockResolvedValue(quiet);
  const { exitCode, output, summary, printed } = await run({ servers: 'media' });
  expect([exitCode, output('healthy'), output('changed'), output('changes')]).toEqual([0, 'true', 'false', '[]']);
  expect(output('status-file')).toBe(statusFile);
  expect(JSON.parse(readFileSync(statusFile, 'utf8'))).toMatchObject({
    cluster: 'acme',
    health: { healthy: true, reasons: [] },
  });
  expect(read.mock.lastCall?.slice(1)).toEqual([['media'], { tags: true }]);
  expect(summary).toContain('### acme: healthy');
  expect(summary).toContain('| `media-server-1` | media | online | 22.6.0 | none |');
  expect(printed).not.toContain('::warning');
});

test.each([
  [sick, 'false', 'queue-server-1 gets no calls, and the cluster file says that it does'],
  [unseen, 'unknown', 'The main server does not answer by SSH: timed out'],
])('not healthy fails the step only where that is asked for: %#', async (report, healthy, sentence) => {
  read.mockResolvedValue(report);
  const only = await run();
  expect([only.exitCode, only.output('healthy')]).toEqual([0, healthy]);
  expect(only.printed).toMatch(new RegExp(`::warning .*::${sentence}`));
  expect(only.summary).toContain(sentence);

  const fails = await run({ 'fail-when-unhealthy': 'true' });
  expect([fails.exitCode, fails.output('healthy')]).toEqual([1, healthy]);
  expect(fails.printed).toMatch(new RegExp(`::error .*::${sentence}`));
});

test('a cluster that cannot be looked at at all is not known to be healthy', async () => {
  read.mockRejectedValue(new Error('the key of 192.168.1.20 is another one'));
  const { exitCode, output } = await run();
  expect(exitCode).toBeInstanceOf(Error);
  expect([output('healthy'), output('status-file')]).toEqual(['unknown', '']);
});

test('text of hosts and the PBX does nothing in the summary or the log', async () => {
  read.mockResolvedValue({
    ...quiet,
    pbx: { ...quiet.pbx, version: ATTACK, apiProblem: `${ATTACK}\n::error::x` },
    servers: quiet.servers.map((server) => ({ ...server, name: ATTACK, version: ATTACK, problem: ATTACK })),
  });
  const { summary, printed } = await run();
  for (const text of ['<img', '<script', '\u001b']) expect(summary).not.toContain(text);
  expect(printed).not.toMatch(/^::error::x/m);
});

test('what is not given is told before anybody is asked', async () => {
  read.mockClear();
  const { exitCode } = await run({ 'pbx-password': '', 'fail-when-unhealthy': 'perhaps' });
  expect(String(exitCode)).toMatch(/fail-when-unhealthy[^]*pbx-password: missing/);
  expect(read).not.toHaveBeenCalled();
});
