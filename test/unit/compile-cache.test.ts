import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepCompiledCode } from '../../src/compile-cache';
import { privateFolder } from '../../src/private-folder';

const uid = process.getuid?.() ?? 0;
const mode = (path: string) => statSync(path).mode & 0o777;

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'compile-cache-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const make = (path: string, permissions: number) => {
  const folder = join(home, path);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, permissions);
  return folder;
};

test('it is a folder that nobody else may enter, in the first place that there is', () => {
  const tools = make('tools', 0o755);
  const cache = make('cache', 0o755);
  const folder = privateFolder({ RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: cache, HOME: home }, uid);
  expect(folder).toBe(join(tools, 'portsip-cluster'));
  expect(mode(join(tools, 'portsip-cluster'))).toBe(0o700);
  expect(privateFolder({ XDG_CACHE_HOME: cache, HOME: home }, uid)).toBe(join(cache, 'portsip-cluster'));
  expect(privateFolder({ HOME: home }, uid)).toBe(join(home, '.cache/portsip-cluster'));
  // The same again, now that it is there.
  expect(privateFolder({ HOME: home }, uid)).toBe(join(home, '.cache/portsip-cluster'));
});

test('without having to, none is made', () => {
  expect(privateFolder({ HOME: home }, uid, false)).toBeUndefined();
  expect(() => statSync(join(home, '.cache'))).toThrow('ENOENT');
  const made = privateFolder({ HOME: home }, uid);
  expect(privateFolder({ HOME: home }, uid, false)).toBe(made);
});

test('a place where anybody can exchange it is passed over, one with the sticky bit is not', () => {
  const open = make('open', 0o777);
  const below = make('open/below', 0o755);
  for (const RUNNER_TOOL_CACHE of [open, below])
    expect(privateFolder({ RUNNER_TOOL_CACHE, HOME: home }, uid)).toBe(join(home, '.cache/portsip-cluster'));
  const sticky = make('sticky', 0o1777);
  expect(privateFolder({ RUNNER_TOOL_CACHE: sticky }, uid)).toBe(join(sticky, 'portsip-cluster'));
});

test.each([
  ['that others may write to', () => make('.cache/portsip-cluster', 0o770)],
  ['that others may read', () => make('.cache/portsip-cluster', 0o755)],
  [
    'that is a link to somewhere else',
    () => {
      make('.cache', 0o755);
      symlinkSync(make('elsewhere', 0o700), join(home, '.cache/portsip-cluster'));
    },
  ],
])('a folder %s is not used', (_, plant) => {
  plant();
  expect(privateFolder({ HOME: home }, uid)).toBeUndefined();
});

test('a folder of somebody else is not used, and nothing is made in it', () => {
  const theirs = [make('.cache/portsip-cluster', 0o700), make('other', 0o755)];
  // root can give them away, others can only take themselves for somebody else.
  const me = uid === 0 ? 0 : uid + 1;
  if (uid === 0) for (const folder of theirs) chownSync(folder, 4242, 4242);
  expect(privateFolder({ HOME: home }, me)).toBeUndefined();
  expect(privateFolder({ XDG_CACHE_HOME: join(home, 'other') }, me)).toBeUndefined();
  expect(() => statSync(join(home, 'other/portsip-cluster'))).toThrow('ENOENT');
});

test('without a place there is none', () => {
  expect(privateFolder({}, uid)).toBeUndefined();
  expect(privateFolder({ XDG_CACHE_HOME: 'relative', HOME: join(home, 'missing') }, uid)).toBeUndefined();
});

describe('Node', () => {
  const node = module as { enableCompileCache?: (folder?: string) => unknown };
  const { enableCompileCache } = node;
  afterEach(() => {
    if (enableCompileCache) node.enableCompileCache = enableCompileCache;
    else delete node.enableCompileCache;
  });

  test('is told that folder, and never left to take the common one', () => {
    const told = jest.fn();
    node.enableCompileCache = told;
    keepCompiledCode({ HOME: home }, uid, '24.0.0');
    expect(told.mock.calls).toEqual([[join(home, '.cache/portsip-cluster')]]);
    keepCompiledCode({}, uid, '24.0.0');
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('may be too old for it', () => {
    delete node.enableCompileCache;
    for (const version of ['20.19.0', '22.7.0'])
      expect(() => keepCompiledCode({ HOME: home }, uid, version)).not.toThrow();
  });
});
