import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCaller, makeSuite, REPOSITORY, runWorkflow, type Caller, type Run } from './caller';
import { startGithubApi, type GithubApi } from './github-api';
import { environmentOf, fileOf, Sites } from './sites';

/**
 * Three clusters of one repository, looked at on a schedule: two whose sites are there, each with its own secrets, and one that has
 * none. One story; each test goes on where the one before ended.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
const sites = new Sites();

function own(name: string): string {
  const text = sites.benches.get(name)?.sandbox.clusterFile((file) => {
    file.name = name;
    file['deploy'] = { runner: ['self-hosted', `site-${name}`], environment: environmentOf(name) };
  });
  if (text !== undefined) return text;
  return `version: 1
name: ${name}
image: portsip/pbx:22
pbx: { private_ip: 192.168.77.20 }
deploy: { runner: [site-${name}], environment: ${environmentOf(name)} }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.77.21, public_ip: 203.0.113.21 }
`;
}

beforeAll(async () => {
  await Promise.all([sites.start('anna', 11), sites.start('bert', 12)]);
  api = await startGithubApi(TOKEN, REPOSITORY, { pulls: {} });
  caller = makeCaller(Object.fromEntries(['anna', 'bert', 'cleo'].map((name) => [fileOf(name), own(name)])));
  // A run under act has one set of secrets; the suite takes each environment's out of it.
  const example = '.github/workflows/fleet-drift.yml';
  const text = readFileSync(join(caller.dir, example), 'utf8');
  caller.merge({
    [example]: text.replace(/^ {4}secrets:\n[^]*$/m, '    with: { heal: true }\n    secrets: inherit\n'),
  });
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await sites.close();
});
afterEach(() => expect(api.violations).toEqual([]));

async function run(files: Record<string, string | null> = { 'README.md': 'Clusters\n' }): Promise<Run> {
  api.permissions = { contents: 'read', issues: 'write' };
  const { payload } = caller.merge(files);
  return runWorkflow(
    { name: 'schedule', workflow: 'fleet-drift', payload },
    {
      ...{ caller, suite: suite.dir, ...sites.kept(TOKEN), apiUrl: api.url },
      runners: ['site-anna', 'site-bert', 'site-cleo'],
    },
  );
}

const issue = () => {
  const [found] = api.model.issues;
  if (!found) throw new Error('no issue');
  return found;
};
const row = (name: string) =>
  issue()
    .body.split('\n')
    .find((line) => line.startsWith(`| \`${name}\``));
const kept = (name: string) => join(suite.dir, 'artifacts', name);
const plainJobs = ({ jobs }: Run) => jobs.map((job) => job.replace(/^.*\/|-\d+$/g, '')).sort();

test('a cluster that nobody could look at is unknown, in one issue, and keeps nobody from seeing the others', async () => {
  const looked = await run();
  expect([looked.exitCode, plainJobs(looked)]).toEqual([
    1,
    ['Discover', 'Look at anna', 'Look at bert', 'Look at cleo', 'Sum up'],
  ]);
  expect(looked.output).toMatch(/Look at cleo.*ssh-private-key: missing/);
  expect(looked.output).toMatch(/Look at anna.*Success - Main Take dead servers/);
  expect(api.model.issues).toHaveLength(1);
  expect(issue()).toMatchObject({ state: 'open', title: 'Clusters that are not healthy, or differ from their files' });
  expect(row('cleo')).toContain('**unknown** | unknown | unknown | unknown | Not seen: its job failed or never ran');
  expect([row('anna'), row('bert')]).toEqual([undefined, undefined]);
  expect(issue().body).toContain('**Nothing to do:** `anna` and `bert`.');
  const page = readFileSync(join(kept('portsip-fleet'), 'index.html'), 'utf8');
  expect(page).toContain('href="clusters/anna.html"');
  expect(existsSync(join(kept('portsip-fleet'), 'clusters/cleo.html'))).toBe(false);
  const status = JSON.parse(readFileSync(join(kept('portsip-status-anna'), 'status.json'), 'utf8')) as object;
  expect(status).toMatchObject({ cluster: 'anna', health: { healthy: true, reasons: [] } });
});

test('what a job hands over is of its own cluster alone', () => {
  const texts = ['status.json', 'portsip-job.json'].map((file) =>
    readFileSync(join(kept('portsip-status-bert'), file), 'utf8'),
  );
  expect(texts.join('\n')).not.toMatch(/anna|192\.168\.11\./);
});

test('one that is unhealthy and one that has drifted come into the same issue, the worse first', async () => {
  const media = (name: string) =>
    sites.benches.get(name)?.sandbox.pbx.state.servers.media.find((server) => server.name === 'media-server-1');
  Object.assign(media('anna') ?? {}, { max_concurrency: 4000 });
  Object.assign(media('bert') ?? {}, { enabled: false });
  const looked = await run({ [fileOf('cleo')]: null });
  expect(looked.exitCode).toBe(0);
  expect(api.model.issues).toHaveLength(1);
  expect(row('cleo')).toBeUndefined();
  expect(row('bert')).toMatch(/\*\*unhealthy\*\* .* media-server-1 gets no calls/);
  expect(row('anna')).toMatch(/ healthy .* 1 change /);
  expect(issue().body.indexOf('| `bert`')).toBeLessThan(issue().body.indexOf('| `anna`'));
  expect(api.comments.at(-1)?.body).toMatch(/New or different:\n\n- `bert`: unhealthy[^]*- `anna`: healthy/);
});

test('while it is the same nobody hears of it again', async () => {
  const since = api.requests.length;
  expect((await run()).exitCode).toBe(0);
  expect(api.requests.slice(since).filter((request) => /^(POST|PATCH|PUT) \/repos/.test(request))).toEqual([]);
});

test('a deploy of each puts it right, and the issue is closed', async () => {
  for (const [name, bench] of sites.benches) expect((await bench.deploy((file) => (file.name = name))).ok).toBe(true);
  expect((await run()).exitCode).toBe(0);
  expect(issue()).toMatchObject({ state: 'closed', stateReason: 'completed' });
  expect(api.comments.at(-1)?.body).toContain('All clusters are healthy, and as their files say.');
});
