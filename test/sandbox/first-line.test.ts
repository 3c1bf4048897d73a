import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* What a program of dist/ has loaded when it says its first line: that, and nothing else, is what it takes to say it. */

const DIST = join(__dirname, '../../dist');
const CLUSTER_FILE = join(__dirname, '../../examples/cluster.yaml');

/** Writes down what is loaded at the first line, or at the end of what says nothing. */
const NOTING = `
  let noted = false;
  const note = () => {
    if (noted) return;
    noted = true;
    const node = process.moduleLoadList.filter((name) => name.startsWith('NativeModule ')).map((name) => name.slice(13));
    require('fs').writeFileSync(process.env.NOTES, JSON.stringify({ files: Object.keys(require.cache), node }));
  };
  for (const name of ['stdout', 'stderr']) {
    const { get } = Object.getOwnPropertyDescriptor(process, name);
    let stream;
    Object.defineProperty(process, name, {
      get() {
        if (stream) return stream;
        stream = get.call(process);
        const { write } = stream;
        stream.write = (...words) => {
          note();
          return write.apply(stream, words);
        };
        return stream;
      },
    });
  }
  process.once('exit', note);
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-line-'));
  writeFileSync(join(folder, 'noting.cjs'), NOTING);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function loadedAtFirstLine(program: string, args: string[], env: Record<string, string> = {}) {
  const notes = join(folder, 'notes.json');
  const { status } = spawnSync(
    process.execPath,
    ['-r', join(folder, 'noting.cjs'), join(DIST, program, 'index.js'), ...args],
    { env: { PATH: process.env['PATH'], HOME: folder, NOTES: notes, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { files, node } = JSON.parse(readFileSync(notes, 'utf8')) as { files: string[]; node: string[] };
  return {
    status,
    files: files
      .filter((file) => file.startsWith(join(DIST, 'lib')))
      .map((file) => file.slice(join(DIST, 'lib/').length)),
    slow: SLOW.filter((name) => node.includes(name)),
    node,
  };
}

/** Parts of Node that take it a millisecond or more */
const SLOW = ['child_process', 'crypto', 'dns', 'fs/promises', 'http', 'https', 'readline', 'tls', 'zlib'];

const TO_READ_A_FILE = [
  'cluster.js',
  'vendor/yaml.js',
  'cluster-is-valid.js',
  'vendor/ajv-runtime.js',
  'vendor/small.js',
  'text.js',
];

test('of a command that reads the cluster file', () => {
  const { files, slow, status } = loadedAtFirstLine('cli', ['validate', '--file', CLUSTER_FILE]);
  expect(status).toBe(0);
  expect(files.sort()).toEqual(
    ['main.js', 'cli.js', 'cli-validate.js', 'version.json', 'vendor/commander.js', ...TO_READ_A_FILE].sort(),
  );
  expect(slow).toEqual([]);
});

test('of a plan that lacks secrets', () => {
  const { files, slow, status } = loadedAtFirstLine('cli', ['plan', '--file', CLUSTER_FILE]);
  expect(status).toBe(2);
  const said = ['github-environment.js', 'github-input-table.js', 'github-report.js', 'host-ssh-config.js'];
  const own = ['main.js', 'cli.js', 'cli-plan.js', 'cli-credentials.js', 'version.json', 'vendor/commander.js'];
  expect(files.sort()).toEqual([...own, ...said, ...TO_READ_A_FILE].sort());
  // The keys of the account are looked for.
  expect(slow).toEqual(['fs/promises']);
});

test('of an action that compares two files', () => {
  const env = {
    'INPUT_CLUSTER-FILE': CLUSTER_FILE,
    'INPUT_PLAN-FILE': join(folder, 'plan.json'),
    'INPUT_MARKDOWN-FILE': join(folder, 'plan.md'),
  };
  const { files, slow, status } = loadedAtFirstLine('plan', [], env);
  expect(status).toBe(0);
  const read = ['github-environment.js', 'github-input-table.js', 'github-start.js', 'host-start.js'];
  const own = ['main.js', 'actions-plan.js', 'actions.js', 'plan-digest.js', 'stages-change.js'];
  const theirs = ['vendor/actions-toolkit.js', 'vendor/no-identity-tokens.js'];
  expect(files.sort()).toEqual([...own, ...read, ...theirs, ...TO_READ_A_FILE].sort());
  expect(slow).toEqual([]);
});

test('of a post step that has nothing to give back', () => {
  const { files, slow, node, status } = loadedAtFirstLine('firewall', [], { STATE_started: 'true' });
  expect(status).toBe(0);
  expect(files).toEqual(['main.js']);
  expect(slow).toEqual([]);
  // It has nothing to say either.
  expect(node).not.toContain('stream');
});
