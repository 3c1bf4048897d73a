import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Imported } from '../../../src/import/import';
import { guide } from '../stages/fixture';
import { plan, scaleOut } from '../render/plans';
import { PASSWORD, run } from './fake';

const folder = mkdtempSync(join(tmpdir(), 'portsip-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const imported: Imported = { cluster: guide(), text: 'version: 1 # acme\n', plan: plan([]), leftOut: [] };
const GIVEN = ['import', '--pbx', '192.168.1.20', '--name', 'acme'];

test('the file goes to standard output, what people are told does not', async () => {
  const { exitCode, out, err, imports } = await run(GIVEN, { imported });
  expect([exitCode, out]).toEqual([0, imported.text]);
  expect(err).toContain('acme: 6 servers. A deploy of the file changes nothing.');
  expect(imports).toEqual([{ name: 'acme', pbx: '192.168.1.20', hosts: [] }]);
});

test('all that can be said of a cluster is asked with', async () => {
  const more =
    '--api https://pbx:8887 --ssh-user ops --ssh-port 2222 --jump-host b --scripts-path /s --host 10.0.0.1,10.0.0.2';
  const { imports } = await run([...GIVEN, ...more.split(' ')], { imported });
  expect(imports[0]).toEqual({
    name: 'acme',
    pbx: '192.168.1.20',
    api: 'https://pbx:8887',
    sshUser: 'ops',
    sshPort: 2222,
    jumpHost: 'b',
    scriptsPath: '/s',
    hosts: ['10.0.0.1', '10.0.0.2'],
  });
});

test('what a deploy would still change, and what is not in the file, is said', async () => {
  const leftOut = ['192.168.1.99 runs \u001b[31ma media server'];
  const { err } = await run(GIVEN, { imported: { ...imported, plan: scaleOut, leftOut } });
  expect(err).toMatch(/Not in the file: 192\.168\.1\.99 runs \\x1b\[31ma media server/);
  expect(err).toMatch(/would make \d+ changes/);
});

test('settings that a deploy would write down are no nothing', async () => {
  const changedSettings = [{ name: 'pbx.api', before: 'https://a', after: 'https://b' }] as const;
  const { err } = await run(GIVEN, { imported: { ...imported, plan: { ...plan([]), changedSettings } } });
  expect(err).toContain('A deploy of the file would change 1 setting: its comments say which');
  expect(err).not.toContain('changes nothing');
});

test('a file that is there is not overwritten, and nobody is asked anything, unless --force says so', async () => {
  const out = join(folder, 'cluster.yaml');
  writeFileSync(out, 'mine\n');
  const refused = await run([...GIVEN, '--out', out], { imported });
  expect([refused.exitCode, refused.imports, readFileSync(out, 'utf8')]).toEqual([2, [], 'mine\n']);
  expect(refused.err).toContain('is there already and is not overwritten');
  const forced = await run([...GIVEN, '--out', out, '--force'], { imported });
  expect([forced.exitCode, readFileSync(out, 'utf8')]).toEqual([0, imported.text]);
  expect(forced.out).toContain('changes nothing');
});

test('nothing is adopted unless it is asked for', async () => {
  expect((await run(GIVEN, { imported })).err).not.toContain('Adopted');
  expect((await run([...GIVEN, '--adopt'], { imported })).err).toContain('Adopted: all of acme.');
});

test('as JSON', async () => {
  const { out } = await run([...GIVEN, '--json', '--adopt'], { imported });
  expect(JSON.parse(out)).toMatchObject({ cluster: 'acme', text: imported.text, adopted: 'all of acme', leftOut: [] });
});

test.each([
  [['import', '--name', 'acme'], '--pbx'],
  [['import', '--pbx', '10.0.0.1'], '--name'],
  [[...GIVEN, '--ssh-port', '99999'], 'from 1 to 65535'],
])('%j is bad input', async (argv, said) => {
  const { exitCode, err, imports } = await run(argv, { imported });
  expect([exitCode, err, imports]).toEqual([2, expect.stringContaining(said), []]);
  expect(err).not.toContain(PASSWORD);
});
