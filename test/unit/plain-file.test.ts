import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClusterFile } from '../../src/cluster/load';
import { ClusterFileError } from '../../src/cluster/types';
import { isSameFile, readPlain, writePlain } from '../../src/plain-file';

/** A checkout, and beside it what a branch has no business with */
let folder: string;
let checkout: string;
const outside = () => readFileSync(join(folder, 'secret'), 'utf8');

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plain-file-')));
  checkout = join(folder, 'checkout');
  mkdirSync(join(checkout, 'clusters'), { recursive: true });
  writeFileSync(join(folder, 'secret'), 'secret: yes\n');
  writeFileSync(join(checkout, 'clusters/acme.yaml'), 'version: 1\n');
  symlinkSync('../secret', join(checkout, 'cluster.yaml'));
  symlinkSync('..', join(checkout, 'up'));
  jest.spyOn(process, 'cwd').mockReturnValue(checkout);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
/** As the kernel sees it, whose working folder is another one in tests */
const at = (path: string) => join(checkout, path);

test('what is in the checkout is read and written', async () => {
  expect(await readPlain(at('clusters/acme.yaml'))).toBe('version: 1\n');
  await writePlain(at('clusters/plan.json'), '{}');
  await writePlain(at('clusters/plan.json'), '[]');
  expect(readFileSync(at('clusters/plan.json'), 'utf8')).toBe('[]');
});

test.each(['cluster.yaml', 'up/secret', 'clusters/../up/secret', 'up/checkout/clusters/acme.yaml'])(
  'a link in the checkout, %s, is neither read nor written through',
  async (path) => {
    await expect(readPlain(`${checkout}/${path}`)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(writePlain(`${checkout}/${path}`, 'x')).rejects.toMatchObject({ code: 'ELOOP' });
    expect(outside()).toBe('secret: yes\n');
  },
);

test('a link that leads nowhere makes no file there', async () => {
  symlinkSync('../new', at('plan.json'));
  await expect(writePlain(at('plan.json'), 'x')).rejects.toMatchObject({ code: 'ELOOP' });
  expect(() => readFileSync(join(folder, 'new'))).toThrow(/ENOENT/);
});

test('a cluster file that is a link shows nothing of what it leads to', async () => {
  const error: unknown = await loadClusterFile(at('cluster.yaml')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ClusterFileError);
  expect((error as ClusterFileError).problems).toMatchObject([
    { code: 'unreadable', message: expect.stringContaining('symbolic link') as string },
  ]);
});

test('what a person gives from elsewhere may be a link, but not written through', async () => {
  symlinkSync('secret', join(folder, 'mine'));
  expect(await readPlain(join(folder, 'mine'))).toBe('secret: yes\n');
  await expect(writePlain(join(folder, 'mine'), 'x')).rejects.toMatchObject({ code: 'ELOOP' });
});

test('one file is the same however it is spelled', () => {
  expect(isSameFile(at('clusters/acme.yaml'), at('clusters/../clusters/acme.yaml'))).toBe(true);
  expect(isSameFile(at('up/secret'), join(folder, 'secret'))).toBe(true);
  expect(isSameFile(at('not-there'), at('./not-there'))).toBe(true);
  expect(isSameFile(at('not-there'), at('clusters/acme.yaml'))).toBe(false);
});
