import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

const TOKEN = 'ghs_0123456789abcdefTOKEN';
export const SHARED = 'clusters/defaults.yaml';
export const NAMES = ['anna', 'bert', 'cleo'] as const;
export type Name = (typeof NAMES)[number];
export const shared = (image: string): string => `image: ${image}\npbx: { image: '${image}' }\n`;

interface Wanted {
  waves: Record<Name, number>;
  /** Versions that are published beside the first */
  images: readonly string[];
  /** The suite has called workflows in place of their calls. */
  inlined?: true;
}

interface Given {
  when?: { text: string; then: () => void };
  runners?: readonly Name[];
}

/** Three clusters of one repository that share a file, each with a site, secrets and a wave of its own, planned and deployed under act */
export class FleetStory {
  private readonly suite;
  private readonly sites = new Sites();
  private started?: { api: GithubApi; caller: Caller };
  private runs = 0;

  constructor(private readonly wanted: Wanted) {
    this.suite = makeSuite({ ...(wanted.inlined && { inlined: true }) });
    beforeAll(() => this.start());
    afterAll(() => this.close());
    afterEach(() => expect(this.api.violations).toEqual([]));
  }

  get api(): GithubApi {
    return this.now.api;
  }

  private get now() {
    if (!this.started) throw new Error('the story has not begun');
    return this.started;
  }

  private async start(): Promise<void> {
    await Promise.all(NAMES.map((name, index) => this.sites.start(name, 21 + index, this.wanted.images)));
    const api = await startGithubApi(TOKEN, REPOSITORY);
    const files = Object.fromEntries(NAMES.map((name) => [fileOf(name), this.own(name)]));
    const caller = makeCaller({ ...files, [SHARED]: shared('portsip/pbx:22') });
    this.started = { api, caller };
    // A run under act has one set of secrets; the suite takes each environment's out of it. Nobody waits for trouble to show.
    for (const name of ['fleet-plan', 'fleet-deploy']) {
      const example = `.github/workflows/${name}.yml`;
      const text = readFileSync(join(caller.dir, example), 'utf8');
      const inherited = text.replace(/^ {4}secrets:\n[^]*$/m, '    secrets: inherit\n');
      caller.merge({ [example]: inherited.replace('    with:\n', '    with:\n      pause-minutes: 0\n') });
    }
    api.useGit(caller.dir);
  }

  private async close(): Promise<void> {
    this.started?.caller.remove();
    this.suite.remove();
    await this.started?.api.close();
    await this.sites.close();
  }

  sandbox(name: Name) {
    return this.sites.bench(name).sandbox;
  }

  snapshots(...names: Name[]) {
    return names.map((name) => this.sandbox(name).snapshot());
  }

  /** What the cluster itself says; the image is shared */
  own(name: Name, restart: object = {}): string {
    return this.sandbox(name).clusterFile((file) => {
      file.name = name;
      file['extends'] = '../defaults.yaml';
      file['deploy'] = { runner: [`site-${name}`], environment: environmentOf(name), wave: this.wanted.waves[name] };
      file['restart'] = { drain_timeout: '1s', ...restart };
      Reflect.deleteProperty(file, 'image');
    });
  }

  async run(event: Event, { when, runners = NAMES }: Given = {}): Promise<Run> {
    const { api, caller } = this.now;
    api.permissions =
      event.workflow === 'fleet-plan'
        ? { contents: 'read', 'pull-requests': 'write' }
        : { contents: 'read', 'pull-requests': 'read', actions: 'read' };
    const result = await runWorkflow(event, {
      ...{ caller, suite: this.suite.dir, ...this.sites.kept(TOKEN), apiUrl: api.url },
      runners: runners.map((name) => `site-${name}`),
      ...(when && { when }),
    });
    const kept = join(this.suite.dir, 'artifacts');
    if (event.workflow === 'fleet-deploy')
      api.model.runs.push({
        ...{ id: ++this.runs, workflow: 'fleet-deploy.yml', event: event.name, branch: 'main' },
        sha: api.model.git.sha('main') ?? '',
        conclusion: result.exitCode === 0 ? 'success' : 'failure',
        artifacts: existsSync(kept) ? readdirSync(kept) : [],
      });
    return result;
  }

  /** Opens a pull request, has it planned, and merges it as GitHub remembers it. */
  async planned(files: Exclude<Files, string>): Promise<Event> {
    const { api, caller } = this.now;
    const number = api.model.issues.length;
    if (api.model.issue(number)?.pull?.mergedAs) api.model.openPull('change', { number: number + 1 });
    const event = caller.pullRequest(files);
    const { exitCode } = await this.run({ ...event, payload: numbered(event.payload, api.model.issues.length) });
    expect(exitCode).toBe(0);
    const { sha, ...push } = caller.mergePull();
    api.model.mergePull(api.model.issues.length, sha);
    return { ...push, workflow: 'fleet-deploy' };
  }

  byHand(): Event {
    return { ...this.now.caller.dispatch(), workflow: 'fleet-deploy' };
  }

  /** Of the last table */
  row({ summary }: Run, name: Name): string {
    const begin = `| ${this.wanted.waves[name]} | [\`${name}\``;
    return summary.split('\n').findLast((line) => line.startsWith(begin)) ?? '';
  }
}

function numbered(payload: unknown, number: number): unknown {
  const { pull_request: pull, ...rest } = payload as { pull_request: object };
  return { ...rest, number, pull_request: { ...pull, number } };
}

/** act names a job "Deploy/Fleet deploy/Check bert-1", and one of a workflow that this calls "Deploy bert-1/Deploy/Deploy". */
export const jobsOf = ({ jobs }: Run): string[] =>
  jobs.map((job) => job.replace('Deploy/Fleet deploy/', '').replace(/\/.*|-\d+(?=\/|$)/g, '')).sort();
