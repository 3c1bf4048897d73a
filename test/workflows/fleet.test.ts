import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetTold } from '../../src/github/fleet-comment';
import {
  makeCaller,
  makeSuite,
  REPOSITORY,
  runWorkflow,
  type Caller,
  type Event,
  type Files,
  type Run,
} from './caller';
import { startGithubApi, type GithubApi } from './github-api';
import { environmentOf, fileOf, Sites } from './sites';

/**
 * Three clusters of one repository that share a file: two whose sites are there, each with its own secrets, and one whose site's runner
 * is away. One story; each test goes on where the one before ended.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const SHARED = 'clusters/defaults.yaml';

let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
const sites = new Sites();

/** What the cluster itself says; the image and how it is restarted is shared */
function own(name: string): string {
  const text = sites.benches.get(name)?.sandbox.clusterFile((file) => {
    file.name = name;
    file['extends'] = '../defaults.yaml';
    file['deploy'] = { runner: ['self-hosted', `site-${name}`], environment: environmentOf(name) };
    Reflect.deleteProperty(file, 'image');
  });
  if (text !== undefined) return text;
  return `version: 1
extends: ../defaults.yaml
name: ${name}
pbx: { private_ip: 192.168.77.20 }
deploy: { runner: [site-${name}], environment: ${environmentOf(name)} }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.77.21, public_ip: 203.0.113.21 }
`;
}
const shared = (image: string) => `image: ${image}\npbx: { image: '${image}' }\nrestart: { drain_timeout: 1s }\n`;

beforeAll(async () => {
  await Promise.all([sites.start('anna', 11, ['22.7']), sites.start('bert', 12, ['22.7'])]);
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller({
    [fileOf('anna')]: own('anna'),
    [fileOf('bert')]: own('bert'),
    [fileOf('cleo')]: own('cleo'),
    [SHARED]: shared('portsip/pbx:22'),
    'README.md': 'Clusters\n',
  });
  // A run under act has one set of secrets; the suite takes each environment's out of it.
  const example = '.github/workflows/fleet-plan.yml';
  const text = readFileSync(join(caller.dir, example), 'utf8');
  caller.merge({ [example]: text.replace(/^ {4}secrets:\n[^]*$/m, '    secrets: inherit\n') });
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await sites.close();
});
afterEach(() => expect(api.violations).toEqual([]));

const pull = (files: Exclude<Files, string>, options = {}): Event => caller.pullRequest(files, options);

async function run(event: Event): Promise<Run> {
  api.permissions = { contents: 'read', 'pull-requests': 'write' };
  return runWorkflow(event, {
    ...{ caller, suite: suite.dir, ...sites.kept(TOKEN), apiUrl: api.url },
    runners: ['site-anna', 'site-bert'],
  });
}

const page = () => api.comments.find(({ body }) => body.startsWith('<!-- portsip-cluster fleet -->'));
const row = (name: string) =>
  page()
    ?.body.split('\n')
    .find((line) => line.startsWith(`| [\`${name}\``));

test('a change of the shared image plans every cluster, in one comment, and says which nobody could ask', async () => {
  const { output, jobs, exitCode } = await run(pull({ [SHARED]: shared('portsip/pbx:22.7') }));
  expect([exitCode, jobs.map((job) => job.replace(/^.*\/|-\d+$/g, '')).sort()]).toEqual([
    1,
    ['Discover', 'Plan anna', 'Plan bert', 'Plan cleo', 'Sum up'],
  ]);
  expect(api.comments).toHaveLength(1);
  expect(page()?.body).toContain('3 clusters: 1 unknown, 2 to change');
  expect(row('anna')).toMatch(/\d to change in place/);
  expect(row('bert')).toMatch(/\d to change in place/);
  // Its environment has no secrets, and none of the others' came in their place.
  expect(output).toMatch(/Plan cleo.*ssh-private-key: missing/);
  expect(row('cleo')).toContain('**Unknown:** its job failed or never ran');
  expect(output).toMatch(/image portsip\/pbx:22\.7 \(clusters\/defaults\.yaml:1\)/);
  expect(
    [...(fleetTold(page()?.body ?? '')?.reviewed ?? [])].map(([name, { changes }]) => [name, changes !== undefined]),
  ).toEqual([
    ['anna', true],
    ['bert', true],
  ]);
});

test('another push is told in the same comment; a cluster that leaves is told as well, and nothing of it is planned', async () => {
  const files = { [SHARED]: shared('portsip/pbx:22'), [fileOf('cleo')]: null };
  const { exitCode, jobs } = await run(pull({ ...files, [fileOf('bert')]: `${own('bert')}# one comment more\n` }));
  expect([exitCode, jobs.some((job) => /anna|cleo/.test(job))]).toEqual([0, false]);
  expect(api.comments).toHaveLength(1);
  expect(page()?.body).toContain('1 cluster');
  expect(page()?.body).toContain(
    'clusters/cleo/cluster.yaml left the repository: nothing of the cluster cleo is removed',
  );
});

test('a fork gets what its files differ in: no runner of a site, no secret, no comment', async () => {
  api.readOnly = true;
  const before = page()?.body;
  const { exitCode, jobs, output } = await run(pull({ [SHARED]: shared('portsip/pbx:22.7') }, { fork: true }));
  api.readOnly = false;
  expect([exitCode, jobs.map((job) => job.replace(/^.*\/|-\d+$/g, '')).sort()]).toEqual([
    0,
    ['Compare anna', 'Compare bert', 'Compare cleo', 'Discover', 'Sum up'],
  ]);
  expect(page()?.body).toBe(before);
  expect(output).toContain('2 to change in place, 1 setting (from the files alone)');
});
