import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookFile, type LookFileOptions } from '../../../src/github/look-file';
import { Secrets } from '../../../src/log';
import { deployed } from '../../../src/stages/deployed';
import type { Handed, Looks } from '../../../src/stages/handed';
import { guide, withHost } from '../stages/fixture';

const cluster = guide();
const run = { id: 'https://github.com/acme/pbx/actions/runs/7/attempts/1 job deploy, 0123456789ab', host: 'runner-1' };
const credentials = { sshPrivateKey: 'the private key', pbxUsername: 'admin', pbxPassword: 'correct horse' };
const handed: Handed = {
  observed: { live: { ...deployed(cluster, cluster), live: true, at: 1_700_000_000_000 }, findings: [] },
  lockedAt: 1_700_000_000_500,
  stale: { rest: false, hosts: ['vr-server-1'] },
};

let temp: string;
let told: string[];
const uid = process.getuid?.();
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'portsip-look-'));
  told = [];
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

const options = (more: Partial<LookFileOptions> = {}): LookFileOptions => {
  const secrets = new Secrets();
  for (const secret of Object.values(credentials)) secrets.add(secret);
  return { cluster, credentials, run, secrets, log: { debug: (text) => void told.push(text) }, temp, uid, ...more };
};
const looks = (more: Partial<LookFileOptions> = {}): Looks => {
  const found = lookFile(options(more));
  if (!found) throw new Error('no place for looks');
  return found;
};
const folder = () => join(temp, 'portsip-cluster');
const file = () => join(folder(), readdirSync(folder())[0] ?? 'none');

it('the next step of the job reads what was kept, to the last value', async () => {
  await looks().keep(handed);
  expect(await looks().read()).toEqual(handed);
  expect(lstatSync(folder()).mode & 0o777).toBe(0o700);
  expect(lstatSync(file()).mode & 0o777).toBe(0o600);
  // Nobody else can read in it who the servers are.
  expect(readFileSync(file(), 'latin1')).not.toContain('vr-server-1');
});

it('what is dropped, or was never there, is not read', async () => {
  expect(await looks().read()).toBeUndefined();
  await looks().keep(handed);
  await looks().drop();
  expect(await looks().read()).toBeUndefined();
  await looks().drop();
});

describe('what was kept is not for', () => {
  it.each<[string, Partial<LookFileOptions>]>([
    ['another attempt', { run: { ...run, id: run.id.replace('attempts/1', 'attempts/2') } }],
    [
      'another job, or the same job of a matrix elsewhere',
      { run: { ...run, id: run.id.replace('0123456789ab', 'ba9876543210') } },
    ],
    ['another runner', { run: { ...run, host: 'runner-2' } }],
    ['another cluster file', { cluster: { ...cluster, servers: cluster.servers.slice(1) } }],
    ['whoever signs in with another key', { credentials: { ...credentials, sshPrivateKey: 'another' } }],
    ['whoever has no password', { credentials: { sshPrivateKey: credentials.sshPrivateKey } }],
  ])('%s', async (_who, more) => {
    await looks().keep(handed);
    expect(await looks(more).read()).toBeUndefined();
  });

  it('another job, also under the name of its file', async () => {
    const theirs = { run: { ...run, id: 'another job' } };
    await looks(theirs).keep({ ...handed, stale: { rest: false, hosts: [] } });
    const kept = file();
    await looks().keep(handed);
    const ours = readdirSync(folder())
      .map((name) => join(folder(), name))
      .find((path) => path !== kept);
    renameSync(kept, ours ?? '');
    expect(await looks().read()).toBeUndefined();
    expect(told.join()).toContain('No step before handed on what it saw');
  });
});

describe('what somebody else has put there is no look', () => {
  let named = '';
  beforeEach(() => looks().keep(handed));
  it.each<[string, () => void]>([
    ['text', () => writeFileSync(file(), JSON.stringify(handed))],
    ['nothing', () => writeFileSync(file(), '')],
    ['a part of it', () => writeFileSync(file(), readFileSync(file()).subarray(0, 500))],
    [
      'the same with one bit in it changed',
      () => {
        const bytes = readFileSync(file());
        bytes[100] = (bytes[100] ?? 0) ^ 1;
        writeFileSync(file(), bytes);
      },
    ],
    [
      'a link to the same',
      () => {
        renameSync(file(), join(temp, 'elsewhere'));
        symlinkSync(join(temp, 'elsewhere'), join(folder(), named));
      },
    ],
    ['a file that has another name as well', () => linkSync(file(), join(temp, 'elsewhere'))],
    ['a file that others can read', () => chmodSync(file(), 0o644)],
    [
      'a folder',
      () => {
        rmSync(file());
        mkdirSync(join(folder(), named));
      },
    ],
  ])('%s', async (_what, put) => {
    named = readdirSync(folder())[0] ?? '';
    put();
    expect(await looks().read()).toBeUndefined();
  });

  it('in a folder that others can write to', async () => {
    chmodSync(folder(), 0o777);
    expect(await looks().read()).toBeUndefined();
    await looks().keep(handed);
    expect(told.join()).toContain('is not handed on');
  });

  it('in a folder that is a link', async () => {
    renameSync(folder(), join(temp, 'elsewhere'));
    symlinkSync(join(temp, 'elsewhere'), folder());
    expect(await looks().read()).toBeUndefined();
  });
});

it('what has a secret in it is not kept, and what was there goes', async () => {
  await looks().keep(handed);
  const live = withHost(handed.observed.live, 'vr-server-1', (facts) => (facts.hostname = 'xx correct horse xx'));
  await looks().keep({ ...handed, observed: { live, findings: [] } });
  expect(readdirSync(folder())).toEqual([]);
  expect(told.join()).toContain('it has a secret in it');
});

it('there is no file without a key that nobody can guess, a place, or users', () => {
  const { sshPrivateKey: _, ...guessable } = credentials;
  expect(lookFile(options({ credentials: guessable }))).toBeUndefined();
  expect(lookFile(options({ temp: undefined }))).toBeUndefined();
  expect(lookFile(options({ uid: undefined }))).toBeUndefined();
});

it('what cannot be kept costs nothing', async () => {
  const nowhere = looks({ temp: '/proc/nowhere' });
  await nowhere.keep(handed);
  await nowhere.drop();
  expect(await nowhere.read()).toBeUndefined();
});
