import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOVE_SCRIPTS, pairOf, PUT_SCRIPT } from '../../../src/host/script-folder';

/* How control scripts get to their places, by the shell that hosts have. */

const NEW = { 'a_ctl.sh': '#!/bin/sh\necho new a\n', 'b_ctl.sh': '#!/bin/sh\necho new b\n' };
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const pairs = Object.entries(NEW).map(([name, text]) => pairOf({ name, sha256: sumOf(text), shell: 'sh' }));

let folder: string;
const at = (...path: string[]) => join(folder, ...path);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-place-'));
  writeFileSync(at('a_ctl.sh'), 'old a\n');
  writeFileSync(at('b_ctl.sh'), 'old b\n');
  mkdirSync(at('media-server-only'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sh = (script: string, args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', script, 'x', ...args], { input, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
const put = (name: keyof typeof NEW, text: string = NEW[name]) =>
  sh(PUT_SCRIPT, [at('new'), name, sumOf(NEW[name]), 'sh'], text);
const move = () => sh(MOVE_SCRIPTS, [folder, at('new'), ...pairs]);
const now = () => ['a_ctl.sh', 'b_ctl.sh'].map((name) => readFileSync(at(name), 'utf8'));
const before = () =>
  readdirSync(at('.portsip-cluster')).flatMap((one) =>
    readdirSync(at('.portsip-cluster', one)).map((name) => readFileSync(at('.portsip-cluster', one, name), 'utf8')),
  );
const fresh = Object.values(NEW);

it('all are put beside those that are there, and moved together; those before are kept', () => {
  expect(put('a_ctl.sh').status).toBe(0);
  expect(put('b_ctl.sh').status).toBe(0);
  expect(now()).toEqual(['old a\n', 'old b\n']);
  expect(move()).toMatchObject({ status: 0, said: expect.stringContaining('b_ctl.sh is in its place') });
  expect([now(), before().sort()]).toEqual([fresh, ['old a\n', 'old b\n']]);
  expect([existsSync(at('new')), existsSync(at('media-server-only'))]).toEqual([false, true]);
  expect(lstatSync(at('a_ctl.sh')).mode & 0o777).toBe(0o644);
  // Once more: nothing is there to be done, and nothing is kept twice.
  expect(move().status).toBe(0);
  expect([now(), before()]).toEqual([fresh, expect.any(Array)]);
  expect(before()).toHaveLength(2);
});

it('where one is not whole, none is moved', () => {
  put('a_ctl.sh');
  expect(put('b_ctl.sh', 'half')).toMatchObject({ status: 1, said: expect.stringContaining('did not arrive whole') });
  expect(move()).toMatchObject({ status: 1, said: expect.stringContaining('nothing was moved') });
  put('b_ctl.sh');
  writeFileSync(at('new/b_ctl.sh'), 'changed meanwhile');
  expect(move().status).toBe(1);
  expect([now(), existsSync(at('.portsip-cluster'))]).toEqual([['old a\n', 'old b\n'], false]);
});

it('one whose move was interrupted half way is finished by the next', () => {
  put('a_ctl.sh');
  put('b_ctl.sh');
  // Killed after the first one was in its place.
  writeFileSync(at('a_ctl.sh'), NEW['a_ctl.sh']);
  rmSync(at('new/a_ctl.sh'));
  expect(move().status).toBe(0);
  expect([now(), before()]).toEqual([fresh, ['old b\n']]);
});

it('what its shell refuses never gets to its place, and a link is replaced and not followed', () => {
  const broken = '#!/bin/sh\nif true; then\n';
  const refused = sh(PUT_SCRIPT, [at('new'), 'a_ctl.sh', sumOf(broken), 'sh'], broken);
  expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('sh -n refuses a_ctl.sh') });
  writeFileSync(at('elsewhere'), 'of somebody else\n');
  rmSync(at('a_ctl.sh'));
  symlinkSync(at('elsewhere'), at('a_ctl.sh'));
  put('a_ctl.sh');
  put('b_ctl.sh');
  expect(move().status).toBe(0);
  expect([now(), readFileSync(at('elsewhere'), 'utf8')]).toEqual([fresh, 'of somebody else\n']);
  expect(lstatSync(at('a_ctl.sh')).isSymbolicLink()).toBe(false);
});
