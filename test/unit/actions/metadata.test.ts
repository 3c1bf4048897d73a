import '../github/actions-modules';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { ACTIONS, isCredential, type ActionName } from '../../../src/github/input-table';
import { readInputs } from '../../../src/github/inputs';
import { Secrets } from '../../../src/log';

const root = resolve(__dirname, '../../..');

interface Metadata {
  name: string;
  description: string;
  branding: { icon: string; color: string };
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string; post?: string };
}

const folders = ['.', ...readdirSync(join(root, 'actions')).map((name) => join('actions', name))];
const actions = new Map(
  folders.map((folder) => [folder, parse(readFileSync(join(root, folder, 'action.yml'), 'utf8')) as Metadata]),
);
const get = (folder: string): Metadata => {
  const action = actions.get(folder);
  if (!action) throw new Error(`no ${folder}/action.yml`);
  return action;
};

test('the suite is these actions, the plan at the root and for $/ in a folder', () => {
  expect([...actions.keys()].sort()).toEqual(
    [
      '.',
      'backup',
      'discover',
      'drift',
      'firewall',
      'fleet-outcome',
      'fleet-status',
      'fleet-summary',
      'import',
      'install-role',
      'issue-token',
      'plan',
      'prepare-host',
      'register-server',
      'remove-server',
      'review',
      'rolling-restart',
      'status',
    ]
      .map((name) => (name === '.' ? name : `actions/${name}`))
      .sort(),
  );
});

test.each(folders)('%s describes all that it takes and gives, and runs on node24', (folder) => {
  const { name, description, branding, inputs, outputs, runs } = get(folder);
  expect(name).toMatch(/^PortSIP cluster /);
  expect(description).toMatch(/\.$/);
  expect(branding.icon).toBeTruthy();
  for (const [input, { description: text }] of Object.entries({ ...inputs, ...outputs }))
    expect(`${input}: ${text}`).toMatch(/^[a-z-]+: .{10,}\.$/s);
  expect(runs.using).toBe('node24');
});

test.each(folders)('%s runs the bundle of its name, its post step the same', (folder) => {
  const { main, post } = get(folder).runs;
  const name = folder === '.' ? 'plan' : folder.split('/')[1];
  expect(relative(root, resolve(root, folder, main))).toBe(`dist/${name}/index.js`);
  // Those that only look hold nothing that they would have to give back.
  expect(post).toBe(
    [
      'plan',
      'discover',
      'drift',
      'fleet-outcome',
      'fleet-status',
      'fleet-summary',
      'import',
      'review',
      'status',
    ].includes(name ?? '')
      ? undefined
      : main,
  );
});

test.each(folders)('the defaults of %s are those of the code', (folder) => {
  const given = get(folder).inputs;
  const action = (folder === '.' ? 'plan' : folder.split('/')[1]) as ActionName;
  const value = (name: string): string => (name === 'github-token' ? '' : (given[name]?.default ?? ''));
  const declared = readInputs(action, new Secrets(), value, {});
  expect(declared).toEqual(readInputs(action, new Secrets(), () => '', {}));
});

test('the action.yml files are what the table makes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/actions.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

test('what an action takes it uses', () => {
  const code = (path: string) => readFileSync(join(root, 'src', path), 'utf8');
  const shared = ['actions/harness.ts', 'github/approve.ts', 'github/base.ts'].map(code).join('\n');
  for (const [action, { inputs }] of Object.entries(ACTIONS))
    for (const name of Object.keys(inputs).filter((input) => !isCredential(input))) {
      const field = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(`${action}: ${code(`actions/${action}.ts`)}${shared}`).toMatch(new RegExp(`\\b${field}\\b`));
    }
});

test('an input is the same in every action that has it', () => {
  for (const name of [
    'cluster-file',
    'concurrency',
    'dry-run',
    'pbx-ca',
    'pbx-fingerprint',
    'ssh-passphrase',
    'sudo-password',
  ]) {
    const forms = new Set(
      [...actions.values()].filter(({ inputs }) => inputs[name]).map(({ inputs }) => JSON.stringify(inputs[name])),
    );
    expect([name, forms.size]).toEqual([name, 1]);
  }
});

test('the common inputs and outputs are everywhere', () => {
  const common = [
    'cluster-file',
    'ssh-private-key',
    'ssh-known-hosts',
    'sudo-password',
    'pbx-username',
    'pbx-password',
  ];
  for (const [folder, { inputs, outputs }] of actions) {
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['changed', 'changes']));
    // It reads the repository alone, and is given no secret.
    if (['actions/discover', 'actions/fleet-outcome', 'actions/fleet-status', 'actions/fleet-summary'].includes(folder))
      continue;
    expect([folder, Object.keys(inputs)]).toEqual([
      folder,
      expect.arrayContaining([...common, 'pbx-ca', 'pbx-fingerprint', 'concurrency']),
    ]);
    // An issue and a new cluster file are about a cluster as a whole.
    const whole = ['actions/drift', 'actions/import'].includes(folder);
    expect([folder, 'servers' in inputs]).toEqual([folder, !whole]);
  }
});

test('the plan of the root and the plan of its folder differ in their paths only', () => {
  const { runs: atRoot, ...root } = get('.');
  const { runs: inFolder, ...folder } = get('actions/plan');
  expect(folder).toEqual(root);
  expect(inFolder.main).toBe(`../../${atRoot.main}`);
});

test('the root can be listed: a name, an icon, and a description of which nothing is cut off', () => {
  const { name, description, branding } = get('.');
  expect(name).toBe('PortSIP cluster plan');
  expect(description.length).toBeLessThanOrEqual(125);
  expect(branding.color).toMatch(/^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/);
});
