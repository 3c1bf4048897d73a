import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import '../github/actions-modules';
import { TOKEN_SERVICES } from '../../../src/cluster/roles';
import { CREDENTIALS, INPUTS, type VariableInput } from '../../../src/github/input-table';
import { LEFT_BEHIND } from '../../../src/github/last-success';
import { STAGE_NAMES } from '../../../src/stages/stage';

/** What a run under act cannot show is asserted on the files: queue, permissions, guards, pins. */
const root = resolve(__dirname, '../../..');
const load = <T>(path: string): T => parse(readFileSync(join(root, path), 'utf8')) as T;

interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}
interface Job {
  if?: string;
  needs?: string | string[];
  uses?: string;
  'runs-on'?: string;
  'timeout-minutes'?: unknown;
  environment?: string | { name: string; url: string };
  outputs?: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': boolean };
  permissions?: Record<string, string>;
  with?: Record<string, unknown>;
  secrets?: Record<string, string>;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown> & {
    workflow_call?: { inputs: Record<string, { type: string; default?: unknown }>; secrets: Record<string, unknown> };
  };
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}
interface Action {
  inputs: Record<string, { required?: boolean }>;
  outputs: Record<string, unknown>;
}

const reusable = [
  'fleet-deploy',
  'fleet-plan',
  'plan',
  'deploy',
  'rolling-restart',
  'drift',
  'heal',
  'import',
] as const;
const workflow = (name: string) => load<Workflow>(`.github/workflows/${name}.yml`);
const example = (name: string) => load<Workflow>(`examples/workflows/${name}.yml`);
const action = (name: string) => load<Action>(`actions/${name}/action.yml`);
const job = (file: Workflow, name: string): Job => {
  const found = file.jobs[name];
  if (!found) throw new Error(`no job ${name}`);
  return found;
};
const stepsOf = (file: Workflow): Step[] => Object.values(file.jobs).flatMap(({ steps }) => steps ?? []);
const own = (step: Step): string | undefined => /^\$\/actions\/([a-z-]+)$/.exec(step.uses ?? '')?.[1];

const all = [
  ...readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`),
  ...readdirSync(join(root, 'examples/workflows')).map((name) => `examples/workflows/${name}`),
  'examples/first-pull-request/.github/workflows/plan.yml',
];

/** What users never call may need more. */
const MORE: Record<string, string[]> = {
  '.github/workflows/codeql.yml': ['security-events'],
  '.github/workflows/release.yml': ['actions', 'id-token', 'attestations'],
};

test.each(all)('%s gives its jobs no permission but the named ones', (path) => {
  const file = load<Workflow>(path);
  expect(file.permissions).toEqual({});
  for (const { permissions = {} } of Object.values(file.jobs)) {
    // An import and the refresh of scripts write a branch, never the default one; a release its tag.
    const writes = /\/(import|release|portsip-scripts)\.yml$/.test(path) && permissions['contents'] === 'write';
    expect(permissions['contents']).toBe(writes ? 'write' : 'read');
    const known = ['contents', 'pull-requests', 'issues', ...(MORE[path] ?? [])];
    // Which run of it succeeded last
    if (path.endsWith('/fleet-deploy.yml')) known.push('actions');
    expect(known).toEqual(expect.arrayContaining(Object.keys(permissions)));
  }
});

test.each(all)('%s runs no third-party action but by its commit, and leaves no credentials in the checkout', (path) => {
  for (const { uses, with: given } of stepsOf(load<Workflow>(path))) {
    if (uses === undefined || uses.startsWith('$/')) continue;
    expect(uses).toMatch(/^(actions\/[a-z-]+|github\/codeql-action\/[a-z]+)@[0-9a-f]{40}$/);
    if (uses.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
  }
  expect(readFileSync(join(root, path), 'utf8')).not.toContain('pull_request_target');
});

test.each(all)('%s puts nothing from outside into a script', (path) => {
  for (const { run } of stepsOf(load<Workflow>(path))) expect(run ?? '').not.toContain('${{');
});

test.each(reusable)(
  "%s runs this repository's actions, at its own commit, with inputs and outputs that they have",
  (name) => {
    const file = workflow(name);
    const steps = stepsOf(file).filter(own);
    expect(steps.length).toBeGreaterThan(0);
    const ids = new Map(stepsOf(file).map((step) => [step.id, own(step)]));
    for (const step of steps) {
      const { inputs } = action(own(step) ?? '');
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      const required = Object.entries(inputs).filter(([, { required }]) => required);
      expect(Object.keys(step.with ?? {})).toEqual(expect.arrayContaining(required.map(([input]) => input)));
    }
    for (const [, id, output] of JSON.stringify(file).matchAll(/steps\.([a-z-]+)\.outputs\.([a-z-]+)/g))
      expect(Object.keys(action(ids.get(id) ?? '').outputs)).toContain(output);
  },
);

test.each(reusable)('%s uses each of its inputs and secrets, and no other', (name) => {
  const file = workflow(name);
  const text = JSON.stringify(file.jobs);
  const used = (context: string) =>
    new Set([...text.matchAll(new RegExp(`\\b${context}\\.([A-Za-z_-]+)`, 'g'))].map(([, id]) => id));
  expect([...used('inputs')].sort()).toEqual(Object.keys(file.on.workflow_call?.inputs ?? {}).sort());
  expect([...used('secrets')].sort()).toEqual(Object.keys(file.on.workflow_call?.secrets ?? {}).sort());
});

/** The workflow of this repository that a job calls */
const called = ({ uses }: Job): Workflow | undefined => {
  const name = /^\$\/\.github\/workflows\/([a-z-]+)\.yml$/.exec(uses ?? '')?.[1];
  return name === undefined ? undefined : workflow(name);
};

const signsInBy = (step: Step): boolean => {
  const name = own(step);
  return name !== undefined && 'ssh-private-key' in action(name).inputs;
};

test.each(reusable)('%s gives credentials to its own steps that sign in, and to no other', (name) => {
  const value = (input: VariableInput) => {
    const { variable, ...row } = INPUTS[input];
    // An address is no secret, and as one it would be masked wherever it is shown.
    if (input === 'pbx-trusted-address') return [variable, `\${{ vars.${variable} }}`];
    return [variable, `\${{ secrets.${variable}${'secret' in row ? '' : ` || vars.${variable}`} }}`];
  };
  const wanted = Object.fromEntries(CREDENTIALS.map(value));
  const sealed = Object.fromEntries([...CREDENTIALS, 'review-key' as const].map(value));
  for (const { steps = [], secrets, ...around } of Object.values(workflow(name).jobs)) {
    expect(JSON.stringify(around)).not.toContain('secrets.');
    // What is called gets what it asks for, each by its own name.
    const handed = Object.keys(called(around)?.on.workflow_call?.secrets ?? {}).map((one) => [
      one,
      `\${{ secrets.${one} }}`,
    ]);
    expect(secrets ?? {}).toEqual(Object.fromEntries(handed));
    for (const step of steps) {
      const signsIn = signsInBy(step) && step.with?.['live'] !== 'false';
      if (step.run !== undefined) {
        expect(JSON.stringify(step)).not.toContain('secrets.');
        continue;
      }
      expect([step.name, step.env]).toEqual([
        step.name,
        signsIn ? (own(step) === 'plan' ? sealed : wanted) : undefined,
      ]);
      const { 'review-key': key, ...given } = step.with ?? {};
      expect(JSON.stringify(given)).not.toContain('secrets.');
      expect([step.name, key]).toEqual([
        step.name,
        ['review', 'fleet-summary'].includes(own(step) ?? '') ? '${{ secrets.PORTSIP_REVIEW_KEY }}' : undefined,
      ]);
    }
  }
});

test.each(all)('%s merges no mappings, which GitHub refuses', (path) => {
  expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/^\s*<<:/m);
});

test('a fork never reaches the self-hosted runner', () => {
  const guard =
    'github.event.pull_request == null || github.event.pull_request.head.repo.full_name == github.repository';
  for (const name of reusable.filter((one) => one !== 'fleet-deploy'))
    for (const { if: condition, 'runs-on': runner } of Object.values(workflow(name).jobs))
      if (runner !== 'ubuntu-latest') expect(condition?.replace(/\s+/g, ' ')).toContain(guard);
  // There the first job is skipped for any pull request, and all others wait for it.
  const { discover, ...others } = workflow('fleet-deploy').jobs;
  expect(discover?.if).toBe('github.event.pull_request == null');
  for (const { needs } of Object.values(others)) expect([needs].flat()).toContain('discover');
});

describe('waves', () => {
  const { jobs, on } = workflow('fleet-deploy') as Workflow & { jobs: Record<string, Job & { strategy?: unknown }> };
  const places = [1, 2, 3, 4, 5];
  /** The same but for which wave it is */
  const unnumbered = (name: string, place: number) =>
    JSON.stringify(jobs[`${name}-${place}`])
      .replaceAll(`-${place}`, '-K')
      .replaceAll(`-${place - 1}`, '-BEFORE')
      .replaceAll(`[${place - 1}]`, '[K]')
      .replaceAll(`wave-count > ${place - 1}`, 'wave-count > BEFORE')
      .replaceAll(`wave-count > ${place}`, 'wave-count > K')
      .replace(/"after-wave":\d/, '"after-wave":K')
      .replace(/\[(\["success","skipped"\],?)+\]|\[(\[\\"success\\",\\"skipped\\"\],?)+\]/, 'ALL-BEFORE');

  test('are all alike, as many as discover lets through', () => {
    for (const name of ['wave', 'pause', 'health'])
      for (const place of places.slice(2))
        expect([place, unnumbered(name, place)]).toEqual([place, unnumbered(name, 2)]);
    expect(unnumbered('pause', 1)).toBe(unnumbered('pause', 2));
    expect(unnumbered('health', 1)).toBe(unnumbered('health', 2));
    expect(Object.keys(jobs).filter((name) => name.startsWith('wave-'))).toHaveLength(places.length);
    expect(jobs['discover']?.steps?.find(own)?.with?.['most-waves']).toBe(places.length);
  });

  test('begin only once the one before is deployed, proven and healthy, and none stops who has begun', () => {
    for (const place of places) {
      const { needs, if: condition, strategy } = jobs[`wave-${place}`] ?? {};
      // No status function: what it needs must have succeeded, and what that needed.
      expect(condition).not.toMatch(/always|failure|cancelled|success\(/);
      expect(strategy).toMatchObject({ 'fail-fast': false, 'max-parallel': '${{ inputs.max-parallel }}' });
      if (place === 1) continue;
      expect(needs).toEqual(['discover', `pause-${place - 1}`, `health-${place - 1}`]);
      expect(condition).toContain(`needs.pause-${place - 1}.outputs.proven == 'true'`);
      expect(jobs[`pause-${place - 1}`]?.needs).toEqual(['discover', `wave-${place - 1}`]);
      expect(jobs[`pause-${place - 1}`]?.if).toBeUndefined();
    }
  });

  test('look at the health of each cluster on its own runner, in its own environment, and fail where it is not known', () => {
    const { health, runs, environment } = {
      health: jobs['health-1']?.steps?.find((step) => own(step) === 'status'),
      runs: jobs['health-1']?.['runs-on'],
      environment: jobs['health-1']?.environment,
    };
    expect([runs, environment]).toEqual(['${{ matrix.runner }}', '${{ matrix.environment }}']);
    expect(health?.with).toMatchObject({ 'cluster-file': '${{ matrix.file }}', 'fail-when-unhealthy': 'true' });
  });

  test('deploy with what deploy.yml takes, each in the queue of its own cluster, and name their artifact', () => {
    const { workflow_call: taken } = workflow('deploy').on;
    for (const place of places) {
      const { uses, with: given, permissions } = jobs[`wave-${place}`] ?? {};
      expect(uses).toBe('$/.github/workflows/deploy.yml');
      expect(Object.keys(taken?.inputs ?? {})).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
      expect(given).toMatchObject({
        'cluster-file': '${{ matrix.file }}',
        runner: '${{ toJSON(matrix.runner) }}',
        environment: '${{ matrix.environment }}',
        outcome: 'portsip-deploy-${{ matrix.name }}',
      });
      expect(permissions).toEqual(job(workflow('deploy'), 'deploy').permissions);
    }
  });

  test('are summed up whatever became of them, from what GitHub says of each', () => {
    const { needs, if: condition, steps = [] } = jobs['summary'] ?? {};
    expect(condition).toBe("${{ always() && needs.discover.result == 'success' }}");
    const all = places.flatMap((place) => [`wave-${place}`, `health-${place}`]);
    expect(needs).toEqual(['discover', ...all]);
    const { results = '' } = steps.find(own)?.with ?? {};
    expect([...results.matchAll(/needs\.([a-z]+-\d)\.result/g)].map(([, name]) => name)).toEqual(all);
  });

  test('leave the note that the next push looks for', () => {
    const kept = jobs['summary']?.steps?.find(({ with: given }) => given?.['path'] === 'left-behind');
    expect([kept?.if, kept?.with?.['name']]).toEqual(["steps.outcome.outputs.left-behind == 'true'", LEFT_BEHIND]);
  });

  test('a push is told from the last run that succeeded, and whatever else starts it takes all', () => {
    expect(jobs['discover']?.steps?.find(own)?.with?.['since']).toBe(
      "${{ github.event_name == 'push' && inputs.since || 'all' }}",
    );
    expect(on.workflow_call?.inputs['since']?.default).toBe('last-success');
    expect(example('fleet-deploy')).toMatchObject({
      concurrency: { group: '${{ github.workflow_ref }} ${{ inputs.files }}', 'cancel-in-progress': false },
    });
  });
});

test('the plan for everybody has no secret', () => {
  const { offline } = workflow('plan').jobs;
  expect(offline?.['runs-on']).toBe('ubuntu-latest');
  expect(JSON.stringify(offline)).not.toMatch(/secrets\.|environment/);
  expect(offline?.steps?.find(own)?.with).toMatchObject({ live: 'false', 'base-ref': 'HEAD^1' });
});

test('of many clusters each is planned on its own runner, in its own environment, and one that fails stops no other', () => {
  const { live, offline, summary } = workflow('fleet-plan').jobs as Record<string, Job & { strategy?: unknown }>;
  const strategy = {
    'fail-fast': false,
    'max-parallel': '${{ inputs.max-parallel }}',
    matrix: '${{ fromJSON(needs.discover.outputs.matrix) }}',
  };
  expect([live?.strategy, offline?.strategy]).toEqual([strategy, strategy]);
  expect([live?.['runs-on'], live?.environment]).toEqual(['${{ matrix.runner }}', '${{ matrix.environment }}']);
  // A job has the secrets of its environment alone, so no other job of this workflow may name one, or have an environment. What the
  // comment is sealed with is no cluster's.
  for (const [name, one] of Object.entries(workflow('fleet-plan').jobs))
    if (name !== 'live')
      expect(JSON.stringify(one)).not.toMatch(/secrets\.(?!PORTSIP_REVIEW_KEY)|"environment":"\$\{\{ matrix/);
  expect(offline?.permissions).toEqual({ contents: 'read' });
  // What the clusters were told by, whatever the event.
  for (const one of [live, offline]) {
    expect(one?.steps?.[0]?.with).toMatchObject({ 'fetch-depth': 0 });
    expect(one?.steps?.find(own)?.with).toMatchObject({ 'base-ref': "${{ needs.discover.outputs.base || 'HEAD^1' }}" });
  }
  // Whatever became of the others.
  expect(summary?.if).toBe("${{ always() && needs.discover.result == 'success' }}");
  expect(summary?.needs).toEqual(['discover', 'offline', 'live']);
});

test('both plans see what the base branch says, for settings that change', () => {
  for (const name of ['offline', 'live']) {
    const { steps = [] } = job(workflow('plan'), name);
    expect(steps[0]?.with).toMatchObject({ 'fetch-depth': 2 });
    expect(steps.find(own)?.with).toMatchObject({ 'base-ref': 'HEAD^1' });
  }
});

test('one deploy or restart at a time per cluster, none is cancelled by a newer one', () => {
  const { concurrency } = job(workflow('deploy'), 'deploy');
  expect(concurrency).toEqual({ group: 'portsip-cluster-${{ inputs.cluster-file }}', 'cancel-in-progress': false });
  expect(job(workflow('rolling-restart'), 'restart').concurrency).toEqual(concurrency);
});

test('a restart takes the cluster file of the branch that is deployed, whatever it was started on', () => {
  const [checkout] = job(workflow('rolling-restart'), 'restart').steps ?? [];
  expect(checkout?.uses).toMatch(/^actions\/checkout@/);
  expect(checkout?.with?.['ref']).toBe('${{ inputs.branch || github.event.repository.default_branch }}');
});

test.each(['examples/workflows/plan.yml', 'examples/first-pull-request/.github/workflows/plan.yml'])(
  "a plan of one cluster file or pull request cancels no other's, nor a merge queue's",
  (path) => {
    // It names the workflow file and the ref, of which each pull request and each entry of a queue has its own.
    const { concurrency } = parse(readFileSync(join(root, path), 'utf8')) as Job;
    expect(concurrency).toEqual({ group: '${{ github.workflow_ref }}', 'cancel-in-progress': true });
  },
);

test('a look for drift takes no place in the queue of deploys, and is alone', () => {
  expect(job(workflow('drift'), 'drift').concurrency).toEqual({
    group: 'portsip-cluster-drift-${{ inputs.cluster-file }}',
    'cancel-in-progress': false,
  });
});

test('a deploy is one job, in the order of the guide', () => {
  const { jobs } = workflow('deploy');
  expect(Object.keys(jobs)).toEqual(['deploy']);
  expect(jobs['deploy']?.steps?.map(own).filter(Boolean)).toEqual([
    'review',
    'firewall',
    'register-server',
    'issue-token',
    'issue-token',
    'issue-token',
    'prepare-host',
    'install-role',
    'register-server',
    'remove-server',
    'rolling-restart',
  ]);
  const install = jobs['deploy']?.steps?.find((step) => own(step) === 'install-role');
  expect(install?.with?.['im-token']).toBe('${{ steps.token.outputs.token }}');
});

test('every step of a deploy is told alike what decides what there is to do', () => {
  const steps = stepsOf(workflow('deploy')).filter(own);
  for (const input of [
    'cluster-file',
    'force',
    'host-is-gone',
    'allow-undersized',
    'install-ssh-key',
    'concurrency',
    'dry-run',
  ])
    for (const step of steps)
      expect([step.name, input, step.with?.[input]]).toEqual([step.name, input, `\${{ inputs.${input} }}`]);
});

test('no step of a deploy does anything but what the first one found to be reviewed', () => {
  const [review, ...stages] = stepsOf(workflow('deploy')).filter(own);
  expect(own(review ?? {})).toBe('review');
  // No condition: when it fails, nothing after it runs.
  expect(review?.if).toBeUndefined();
  for (const { name, with: given } of stages)
    expect([name, given?.['reviewed-plan']]).toEqual([name, '${{ steps.review.outputs.reviewed-plan }}']);
  const [first, ...later] = stages;
  expect(first?.if).toBeUndefined();
  for (const { if: condition } of later) expect(condition).toContain("steps.firewall.outputs.changed != ''");
  for (const input of ['servers', 'force', 'host-is-gone', 'allow-undersized', 'approve', 'without-review', 'dry-run'])
    expect(review?.with?.[input]).toBe(`\${{ inputs.${input} }}`);
  expect(workflow('deploy').on.workflow_call?.inputs['without-review']?.default).toBe('refuse');
});

test('every stage of a deploy has its steps, which are left out where `review` says that there is nothing to do', () => {
  const needed = (condition = '') => [...condition.matchAll(/outputs\.stages\), '(\w+)'/g)].map(([, name]) => name);
  const steps = stepsOf(workflow('deploy')).filter((step) => own(step) && own(step) !== 'review');
  expect(Object.fromEntries(steps.map(({ id, if: condition }) => [id, needed(condition)]))).toEqual({
    // Always: it writes down which commit is deployed, and says that there is nothing to do.
    firewall: [],
    portal: ['register'],
    token: ['token'],
    'sbc-token': ['token'],
    // A person asks for it.
    'dataflow-token': [],
    hosts: ['scripts', 'prepare'],
    roles: ['install'],
    'built-in': ['register'],
    removal: ['remove'],
    restarts: ['restart'],
  });
  // What a failure leaves to be put right was not there when it looked.
  for (const { id, if: condition } of steps)
    if (needed(condition).length > 0) expect([id, condition]).toEqual([id, expect.stringContaining('(failure() || ')]);
  const all = ['firewall', ...steps.flatMap(({ if: condition }) => needed(condition))];
  // Backups are an action of their own.
  expect(STAGE_NAMES.filter((name) => !all.includes(name))).toEqual(['backup']);
});

test('a deploy tells its environment where the cluster is, and its caller whether anything changed', () => {
  const { environment, outputs, steps } = job(workflow('deploy'), 'deploy');
  expect(environment).toEqual({ name: '${{ inputs.environment }}', url: '${{ steps.review.outputs.url }}' });
  const stages = (steps ?? []).filter((step) => own(step) && own(step) !== 'review');
  for (const { id } of stages) expect(outputs?.['changed']).toContain(`steps.${id}.outputs.changed == 'true'`);
});

test('a deploy has a step for each token that a role has, and rotates each when it is asked to', () => {
  expect(INPUTS.service.values).toEqual(TOKEN_SERVICES);
  const { on, jobs } = workflow('deploy');
  for (const service of TOKEN_SERVICES) {
    expect(on.workflow_call?.inputs[`rotate-${service}-token`]?.type).toBe('boolean');
    const [step] = (jobs['deploy']?.steps ?? []).filter((one) => one.with?.['service'] === service);
    expect(step?.with?.['rotate']).toBe(`\${{ inputs.rotate-${service}-token }}`);
  }
});

test('whoever runs the deploy by hand can say all that no push can', () => {
  const { on, jobs } = example('deploy');
  const dispatch = on['workflow_dispatch'] as { inputs: Record<string, { type: string }> };
  for (const [input, { type }] of Object.entries(dispatch.inputs)) {
    expect(workflow('deploy').on.workflow_call?.inputs[input]?.type).toBe(type);
    // A push has no inputs, and a boolean input must not be given nothing.
    expect(jobs['deploy']?.with?.[input]).toBe(`\${{ inputs.${input} || ${type === 'boolean' ? 'false' : "''"} }}`);
  }
  expect(Object.keys(dispatch.inputs)).toEqual([
    'approve',
    'force',
    'rotate-im-token',
    'host-is-gone',
    'allow-undersized',
    'install-ssh-key',
  ]);
});

test.each(reusable)('the caller of %s is a few lines, and gives what the workflow takes', (name) => {
  const text = readFileSync(join(root, `examples/workflows/${name}.yml`), 'utf8');
  expect(text.split('\n').length).toBeLessThan(61);
  const [caller] = Object.values(example(name).jobs);
  expect(caller?.uses).toBe(`portsip-cluster/actions/.github/workflows/${name}.yml@v1`);
  const { inputs, secrets } = workflow(name).on.workflow_call ?? { inputs: {}, secrets: {} };
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(caller?.with ?? {})));
  expect(Object.keys(secrets)).toEqual(expect.arrayContaining(Object.keys(caller?.secrets ?? {})));
  // A called job may not have more than its caller allows: GitHub would refuse to start the run.
  for (const { permissions } of Object.values(workflow(name).jobs))
    expect(caller?.permissions).toMatchObject(permissions ?? {});
});

test('whatever `.ci/run` checks is checked on GitHub: the lab at night, all of it before a release', () => {
  const parts = /parts=\((static .*)\)$/m.exec(readFileSync(join(root, '.ci/run'), 'utf8'))?.[1]?.split(' ') ?? [];
  expect(parts).toContain('lab');
  const quick = parts.filter((part) => part !== 'lab');
  const ci = load<{ on: object; jobs: { check: { strategy: { matrix: { part: string[] } } }; lab: Job } }>(
    '.github/workflows/ci.yml',
  );
  expect(ci.jobs.check.strategy.matrix.part).toEqual(quick);
  expect(ci.on).toHaveProperty('schedule');
  expect(ci.jobs.lab.if).toContain("github.event_name == 'schedule'");
  const { check, lab } = workflow('release').jobs;
  expect(check?.steps?.map(({ run }) => run)).toContain(`.ci/run ${quick.join(' ')}`);
  for (const { steps } of [ci.jobs.lab, lab ?? {}]) expect(steps?.at(-1)?.run).toBe('.ci/debian lab');
});

test('a release is checked without any right to write, and approved before it may', () => {
  const { check, lab, release } = workflow('release').jobs;
  for (const checks of [check, lab]) expect(checks?.permissions).toEqual({ contents: 'read' });
  expect([release?.needs, release?.environment]).toEqual([['check', 'lab'], 'release']);
  // Whatever a package's own scripts do, they run where nothing can be written.
  expect(JSON.stringify(release)).not.toMatch(/npm (ci|install)|\.ci\/run/);
});
