import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './fake';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  file = join(folder, 'cluster.yaml');
  writeFileSync(
    file,
    `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21 }
  - { name: media-server-2, role: media, private_ip: 192.168.1.22 }
  - { name: vr-server-1, role: ivr, private_ip: 192.168.1.24 }
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const complete = async (...words: string[]) =>
  (await run(['__complete', '--', ...words], { env: {} })).out.split('\n').filter(Boolean);

test('commands, their options and what is known of the file', async () => {
  expect(await complete('')).toEqual(expect.arrayContaining(['plan', 'deploy', 'init', 'help']));
  expect(await complete('')).not.toContain('__complete');
  expect(await complete('re')).toEqual(['restart']);
  expect(await complete('help', 'sta')).toEqual(['status']);
  expect(await complete('plan', '--host')).toEqual(['--host-is-gone']);
  expect(await complete('plan', '--force', '--forc')).toEqual([]);
  expect(await complete('plan', '-f', file, '--servers', '')).toEqual([
    'media-server-1',
    'media-server-2',
    'vr-server-1',
    'media',
    'ivr',
  ]);
  expect(await complete('restart', '-f', file, '--servers', 'media-server-1,me')).toEqual([
    'media-server-1,media-server-2',
    'media-server-1,media',
  ]);
  expect(await complete('restart', '-f', file, '--servers', 'lo')).toEqual(['loadbalancer']);
  expect(await complete('cloud-firewall', '--commands', '')).toEqual(['aws', 'azure']);
  expect([await complete('hosts', ''), await complete('scripts', 'f')]).toEqual([['trust'], ['fetch']]);
  expect(await complete('plan', '-f', '/nowhere.yaml', '--servers', 'm')).toEqual([]);
});

test('bash asks it, in the folder where the reader stands', async () => {
  const { out: script } = await run(['completion', 'bash'], { env: {} });
  writeFileSync(
    join(folder, 'portsip-cluster'),
    `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/index.js')}" "$@"\n`,
  );
  chmodSync(join(folder, 'portsip-cluster'), 0o755);
  const typed = `${script}
COMP_WORDS=(portsip-cluster plan --servers vr); COMP_CWORD=3; _portsip_cluster; printf '%s\\n' "\${COMPREPLY[@]}"
COMP_WORDS=(portsip-cluster plan -f clu); COMP_CWORD=3; _portsip_cluster; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', typed], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  });
  expect(stdout).toBe('vr-server-1\ncluster.yaml\n');
});

test.each(['zsh', 'fish'])('%s gets a script of its own, which it can read', async (shell) => {
  const { out, exitCode } = await run(['completion', shell], { env: {} });
  expect([exitCode, out]).toEqual([0, expect.stringContaining('__complete --')]);
  const { status } = spawnSync(shell, ['-n'], { input: out });
  expect([0, null]).toContain(status);
});

test('another shell is told which there are', async () => {
  const { exitCode, err } = await run(['completion', 'tcsh'], { env: {} });
  expect([exitCode, err]).toEqual([2, expect.stringContaining('Allowed choices are bash, zsh, fish')]);
});
