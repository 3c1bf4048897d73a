import Ajv, { type AnySchema } from 'ajv';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './fake';

const GOOD = '#!/bin/sh\nset -e\necho one\n';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-fetch-'));
  writeFileSync(
    at('cluster.yaml'),
    `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
scripts: vendor/portsip
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21 }
`,
  );
  put('from/v22.x', { 'cluster_ctl.sh': GOOD, 'pbx_ctl.sh': GOOD, 'README.md': 'no script' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(into: string, files: Record<string, string>): void {
  mkdirSync(at(into), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(at(into, name), text);
}
const sh = (command: string) =>
  execFileSync('/bin/sh', ['-c', command], { cwd: folder, stdio: 'pipe' }).toString().trim();
const fetch = (from: string, ...more: string[]) =>
  run(['scripts', 'fetch', from, '-f', at('cluster.yaml'), ...more], { env: {} });
const fetched = (name: string) => readFileSync(at('vendor/portsip', name), 'utf8');

test('a folder fills the folder of the cluster file, and once more changes nothing', async () => {
  const first = await fetch(at('from/v22.x'));
  expect([first.err, first.exitCode]).toEqual(['', 0]);
  expect(first.out).toContain('Written: 2 scripts');
  expect(readdirSync(at('vendor/portsip')).sort()).toEqual([
    '.gitattributes',
    'SOURCE',
    'cluster_ctl.sh',
    'pbx_ctl.sh',
  ]);
  expect(fetched('cluster_ctl.sh')).toBe(GOOD);
  expect(fetched('SOURCE')).toContain('from: v22.x');
  const source = fetched('SOURCE');
  expect((await fetch(at('from'))).out).toContain('Nothing is new');
  expect(fetched('SOURCE')).toBe(source);

  put('from/v22.x', { 'cluster_ctl.sh': `${GOOD}echo two\n` });
  put('vendor/portsip', { 'own.sh': GOOD });
  const next = await fetch(at('from'), '--json');
  const document = JSON.parse(next.out) as { files: { name: string; is: string }[]; others: string[] };
  const schema = JSON.parse(readFileSync('schema/scripts.schema.json', 'utf8')) as AnySchema;
  expect(new Ajv({ allowUnionTypes: true }).validate(schema, document)).toBe(true);
  expect([document.files.map(({ name, is }) => `${name} ${is}`), document.others]).toEqual([
    ['cluster_ctl.sh changed', 'pbx_ctl.sh same'],
    ['own.sh'],
  ]);
  expect(next.err).toContain('+1 -0 lines');
  expect(next.err).toContain('own.sh stays in');
  expect(fetched('own.sh')).toBe(GOOD);
});

test('an archive is read in memory, whatever else is in it', async () => {
  sh(
    'ln -s /etc/passwd from/v22.x/evil_ctl.sh && tar -czf vendor.tar.gz --transform "s|^from|portsip-pbx-sh-abc|" from',
  );
  const { exitCode, err } = await fetch(at('vendor.tar.gz'));
  expect([exitCode, err]).toEqual([0, '']);
  expect(fetched('SOURCE')).toContain('path: portsip-pbx-sh-abc/v22.x');
  expect(existsSync(at('vendor/portsip/evil_ctl.sh'))).toBe(false);
  writeFileSync(at('half.tar.gz'), readFileSync(at('vendor.tar.gz')).subarray(0, 120));
  expect(await fetch(at('half.tar.gz'))).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('cannot be unpacked'),
  });
  writeFileSync(at('page.tar.gz'), '<html>');
  expect(await fetch(at('page.tar.gz'))).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('cannot be unpacked'),
  });
});

test('a git repository gives what a commit has, and not what is checked out', async () => {
  const git = 'git -c user.name=x -c user.email=x@example.com -c init.defaultBranch=main';
  sh(`cd from && ${git} init -q && ${git} add . && ${git} commit -qm one`);
  const commit = sh('git -C from rev-parse HEAD');
  put('from/v22.x', { 'cluster_ctl.sh': 'not committed' });
  expect((await fetch(at('from'), '--commit', 'HEAD')).exitCode).toBe(0);
  expect(fetched('cluster_ctl.sh')).toBe(GOOD);
  expect(fetched('SOURCE')).toContain(`commit: ${commit}`);
  expect(await fetch(at('from'), '--commit', '--upload-pack=x')).toMatchObject({ exitCode: 2 });
  expect(await fetch(at('from'), '--commit', 'deadbeef')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('git rev-parse failed'),
  });
});

test('of several folders one is named, and what is wrong is told before anything is written', async () => {
  put('from/v16.x', { 'cluster_ctl.sh': GOOD, 'pbx_ctl.sh': GOOD });
  const several = await fetch(at('from'));
  expect(several.exitCode).toBe(2);
  expect(several.err.replace(/\s+/g, ' ')).toContain('say which by --path: v16.x and v22.x');
  expect((await fetch(at('from'), '--path', 'v23.x')).err.replace(/\s+/g, ' ')).toContain('has no folder v23.x');
  put('from/v22.x', { 'pbx_ctl.sh': '<html></html>', 'im_ctl.sh': '' });
  const bad = await fetch(at('from'), '--path', 'v22.x');
  expect([bad.exitCode, bad.err.match(/error: /g)?.length]).toEqual([2, 2]);
  rmSync(at('from/v22.x/pbx_ctl.sh'));
  expect((await fetch(at('from'), '--path', 'v22.x')).err.replace(/\s+/g, ' ')).toContain(
    'has no pbx_ctl.sh, which the PBX needs',
  );
  expect(existsSync(at('vendor'))).toBe(false);
});

test.each([
  ['http://example.com/x.tar.gz', 'only an https address'],
  ['file:///etc', 'only an https address'],
  ['nowhere', 'cannot be read'],
])('%s is no source', async (from, message) => {
  const { exitCode, err } = await fetch(from);
  expect([exitCode, err.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(message)]);
});
