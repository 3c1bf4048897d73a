import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/* The steps of the workflow that refreshes the folder of control scripts, run by bash as a runner does, with git and a stand-in of gh. */

interface Workflow {
  jobs: { fetch: { steps: { name?: string; run?: string }[] } };
}
const { steps } = (parse(readFileSync('.github/workflows/portsip-scripts.yml', 'utf8')) as Workflow).jobs.fetch;
const scriptOf = (name: string) => steps.find((step) => step.name === name)?.run ?? '';
const GOOD = '#!/bin/sh\necho one\n';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);
const git = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args],
    {
      cwd: at(cwd),
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};
function vendor(files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(at('vendor/v22.x', name), text);
  git('vendor', 'add', '--all');
  git('vendor', 'commit', '--quiet', '--allow-empty', '--message', 'x');
  return git('vendor', 'rev-parse', 'HEAD');
}
/** One run of the workflow: its steps in a fresh checkout */
function run(): { code: number | null; output: string; asked: string } {
  for (const path of ['checkout', 'temp']) rmSync(at(path), { recursive: true, force: true });
  git('.', 'clone', '--quiet', '--branch=main', at('origin'), at('checkout'));
  mkdirSync(at('temp'));
  const env: Record<string, string> = {
    PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`,
    HOME: at('temp'),
    RUNNER_TEMP: at('temp'),
    GITHUB_OUTPUT: at('temp/output'),
    REPOSITORY: at('vendor'),
    FROM: 'v22.x',
    FOLDER: 'portsip',
    ASKED: at('temp/asked'),
  };
  for (const file of ['output', 'asked']) writeFileSync(at('temp', file), '');
  const bash = (script: string) =>
    spawnSync('bash', ['-e', '-c', script], { cwd: at('checkout'), env, encoding: 'utf8' });
  const asked = () => readFileSync(at('temp/asked'), 'utf8');
  const first = bash(scriptOf('Take what the vendor has'));
  const [, commit] = /^commit=(.*)$/m.exec(readFileSync(at('temp/output'), 'utf8')) ?? [];
  if (first.status !== 0 || commit === undefined) return { code: first.status, output: first.stdout, asked: asked() };
  env['COMMIT'] = commit;
  const second = bash(scriptOf('Open a pull request'));
  return { code: second.status, output: first.stdout + second.stdout + second.stderr, asked: asked() };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-refresh-'));
  for (const path of ['vendor/v22.x', 'origin', 'seed/portsip', 'bin']) mkdirSync(at(path), { recursive: true });
  git('vendor', '-c', 'init.defaultBranch=main', 'init', '--quiet');
  git('seed', '-c', 'init.defaultBranch=main', 'init', '--quiet');
  git('origin', 'init', '--quiet', '--bare', '--initial-branch=main');
  writeFileSync(at('seed/portsip/cluster_ctl.sh'), GOOD);
  git('seed', 'add', '--all');
  git('seed', 'commit', '--quiet', '--message', 'x');
  git('seed', 'push', '--quiet', at('origin'), 'main');
  writeFileSync(at('bin/gh'), '#!/bin/sh\necho "$*" >>"$ASKED"\n');
  chmodSync(at('bin/gh'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what the vendor has anew becomes a branch with its commit, and a pull request', () => {
  const commit = vendor({
    'cluster_ctl.sh': `${GOOD}echo two\n`,
    'im_ctl.sh': '#!/usr/bin/env bash\necho im\n',
    README: 'x',
  });
  const { code, asked } = run();
  expect(code).toBe(0);
  expect(asked).toContain(`pr create --head portsip-scripts/portsip`);
  expect(asked).toContain(commit);
  const show = (path: string) => git('origin', 'show', `portsip-scripts/portsip:portsip/${path}`);
  expect(show('cluster_ctl.sh')).toContain('echo two');
  expect(show('SOURCE')).toContain(`commit: ${commit}`);
  expect(git('origin', 'ls-tree', '--name-only', 'portsip-scripts/portsip:portsip').split('\n')).toEqual([
    '.gitattributes',
    'SOURCE',
    'cluster_ctl.sh',
    'im_ctl.sh',
  ]);
  // Once more, from the branch as it is now: the same branch, no error
  expect(run().code).toBe(0);
});

test('the same scripts at a newer commit are no news', () => {
  vendor({ 'cluster_ctl.sh': GOOD });
  expect(run()).toEqual({ code: 0, output: '', asked: '' });
});

test.each([
  ['404: Not Found', 'is not a script'],
  ['#!/bin/sh\nif true; then\n', ''],
])('what is no script, or half of one, becomes no pull request: %j', (text, output) => {
  vendor({ 'cluster_ctl.sh': text });
  const told = run();
  expect(told.code).not.toBe(0);
  expect([told.output.includes(output), told.asked]).toEqual([true, '']);
  expect(git('origin', 'branch', '--list')).not.toContain('portsip-scripts');
});
