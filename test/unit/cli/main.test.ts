import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCluster } from '../../../src/cluster/load';
import { digestOf, settingHashes } from '../../../src/plan/fingerprint';
import { withChanges } from '../../../src/plan/plan';
import { reviewedOf } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import { planDocument } from '../../../src/plan/document';
import { concurrencyOf } from '../../../src/host/concurrency';
import type { Change } from '../../../src/stages/change';
import { backup, loadBalancerRestart, pbxRestart } from '../changes';
import { plan, scaleOut } from '../render/plans';
import { HostError } from '../../../src/host/types';
import { Interrupted } from '../../../src/cli/io';
import { quiet } from './status-reports';
import { PASSWORD, environment, nothing, run } from './fake';

let folder: string;
let file: string;
const CLUSTER = `version: 1
name: acme
image: portsip/pbx:22
pbx:
  private_ip: 192.168.1.20
ssh:
  user: pbx
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21 }
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  file = join(folder, 'cluster.yaml');
  writeFileSync(file, CLUSTER);
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('validate', () => {
  test('a good file', async () => {
    const { exitCode, out } = await run(['validate', '-f', file], { env: {} });
    expect(out).toBe('Valid. acme: 1 server: 1 media server.\n');
    expect(exitCode).toBe(0);
  });

  test('a bad one: every fault with its place, exit code 2', async () => {
    const bad = write(
      'bad.yaml',
      CLUSTER.replace('role: media', 'role: medai').replace('192.168.1.20', '192.168.1.999'),
    );
    const { exitCode, out, err } = await run(['validate', '-f', bad], { env: {} });
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/bad\.yaml:5:\d+: error: .*\n(.*\n)*.*bad\.yaml:9:\d+: error: /);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('as JSON', async () => {
    const bad = write('bad.yaml', CLUSTER.replace('version: 1', 'version: 9'));
    const { exitCode, out } = await run(['validate', '-f', bad, '--json'], { env: {} });
    expect(JSON.parse(out)).toMatchObject({ valid: false, problems: [{ line: 1 }] });
    expect(exitCode).toBe(2);
  });

  test('its file may stand alone, and comes from standard input as -', async () => {
    expect((await run(['validate', file], { env: {} })).out).toMatch(/^Valid\. acme/);
    const typed = spawnSync(process.execPath, ['dist/cli/index.js', 'validate', '-'], {
      input: CLUSTER,
      encoding: 'utf8',
    });
    expect(typed.stdout).toBe('Valid. acme: 1 server: 1 media server.\n');
    const bad = spawnSync(process.execPath, ['dist/cli/index.js', 'validate', '-f', '-'], {
      input: 'x',
      encoding: 'utf8',
    });
    expect(bad.stderr).toMatch(/^standard input:1:1: error: /);
  });

  test('a file that is not there', async () => {
    const { exitCode, err } = await run(['validate', '-f', join(folder, 'none.yaml')], { env: {} });
    expect(exitCode).toBe(2);
    expect(err).toMatch(
      /none\.yaml:1:1: error: there is no such file — give its path: -f FILE, or write a new one: portsip-cluster init\n$/,
    );
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('plan', () => {
  test('shows no secret that a narrow terminal would break in two', async () => {
    const secret = 'correct horse battery staple';
    const message = `media-server-1 says ${secret} and is not done`;
    const told = plan([], [{ code: 'echoed', severity: 'warning', server: 'media-server-1', message }]);
    const env = { ...environment, PORTSIP_SUDO_PASSWORD: secret, COLUMNS: '40' };
    const { out } = await run(['plan', '-f', file], { result: { plan: told }, env });
    expect(out).toContain('***');
    expect(out).not.toMatch(/horse|battery/);
  });

  test('shows what a deploy would do and does nothing', async () => {
    const { exitCode, out, runs } = await run(['plan', '-f', file]);
    expect(out).toContain('Plan: 11 changes (4 to add, 7 to restart).');
    expect(exitCode).toBe(0);
    expect(runs).toMatchObject([{ to: 'look', options: { servers: [] }, config: { concurrency: concurrencyOf(0) } }]);
  });

  test.each([
    [3, scaleOut],
    [0, nothing],
  ])('--exit-code: %i', async (exitCode, made) => {
    expect(await run(['plan', '-f', file, '--exit-code'], { result: { plan: made } })).toMatchObject({ exitCode });
  });

  test('--json and --out give plan.json, and nothing else', async () => {
    const path = join(folder, 'plan.json');
    const { out } = await run(['plan', '-f', file, '--json', '--out', path]);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(planDocument(scaleOut))));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(out));
    expect(JSON.parse(out)).toMatchObject({ version: 1, cluster: 'acme', digest: scaleOut.digest, live: true });
    expect(JSON.parse(out)).toHaveProperty('changes.3', {
      id: 'role/media-server-2',
      stage: 'install',
      action: 'create',
      server: 'media-server-2',
      reason: 'no media server runs on 192.168.1.27 yet',
      impact: 'none',
      needs: ['server/media-server-2'],
      attributes: [{ name: 'image', after: 'portsip/pbx:22' }],
      decides: expect.objectContaining({ kind: 'role', verbs: ['run'] }) as unknown,
    });
  });

  test('--base compares two files without secrets and without asking anybody', async () => {
    const head = write('head.yaml', `${CLUSTER}  - { name: queue-server-1, role: queue, private_ip: 192.168.1.22 }\n`);
    const { exitCode, out, runs } = await run(['plan', '--base', file, '-f', head], { env: {} });
    expect(out).toContain('queue-server-1');
    expect(out).toContain('the live cluster was not asked');
    expect(runs).toEqual([]);
    expect(exitCode).toBe(0);
  });

  test.each([
    [['--host-is-gone', 'x'], '--host-is-gone is about the live cluster'],
    [['--rotate', 'im', '--force'], '--rotate and --force are about the live cluster'],
  ])('--base and %j do not go together', async (given, why) => {
    const { exitCode, err } = await run(['plan', '--base', file, '-f', file, ...given], { env: {} });
    expect([exitCode, err]).toEqual([2, expect.stringContaining(why)]);
  });

  test('--base shows only the servers that were asked for', async () => {
    const two = `${CLUSTER}  - { name: queue-server-1, role: queue, private_ip: 192.168.1.22 }\n  - { name: vr-server-1, role: ivr, private_ip: 192.168.1.24 }\n`;
    const argv = ['plan', '--base', file, '-f', write('two.yaml', two), '--servers', 'ivr'];
    const { out } = await run(argv, { env: {} });
    expect(out).toContain('vr-server-1');
    expect(out).not.toContain('queue-server-1');
  });

  test.each([
    ['for all', [], 4],
    ['for others', ['--servers', 'media-server-1'], 0],
    ['for it', ['--servers', 'queue-server-1'], 4],
  ])('is not all well where something is blocked, %s', async (_, rest, exitCode) => {
    const three = write(
      'three.yaml',
      `${CLUSTER}  - { name: queue-server-1, role: queue, private_ip: 192.168.1.22 }\n`,
    );
    const blocked = plan(
      [],
      [{ code: 'host-unreachable', severity: 'blocking', server: 'queue-server-1', message: 'm' }],
    );
    expect(await run(['plan', '-f', three, ...rest], { result: { plan: blocked } })).toMatchObject({ exitCode });
  });

  test('passes on what was chosen', async () => {
    const { runs } = await run(
      // prettier-ignore
      ['plan', '-f', file, '--servers', 'media-server-1,ivr', '--concurrency', '3', '--force', '--rotate', 'im', '--host-is-gone', 'a', '--host-is-gone', 'b'],
    );
    expect(runs).toMatchObject([
      {
        options: { servers: ['media-server-1', 'ivr'], force: true, rotate: ['im'], gone: ['a', 'b'] },
        config: { concurrency: 3 },
      },
    ]);
  });
});

describe('bad input is told without a stack trace, exit code 2', () => {
  test.each([
    [['plan', '--servers', 'nobody'], /No server and no role is called "nobody"/],
    [['plan', '--concurrency', '0'], /whole number from 1 to 100/],
    [['plan', '--rotate', 'sms'], /Only im, dataflow and sbc have tokens/],
    [['plan', '--identity', '/nowhere/key'], /--identity: \/nowhere\/key cannot be read: there is no such file/],
    [['plan', '--pbx-fingerprint', 'ab:cd'], /not the SHA-256 of a certificate/],
    [
      ['plan', '--out', '/nowhere/plan.json'],
      /--out: \/nowhere\/plan.json cannot be written: there is no folder \/nowhere\n/,
    ],
    [
      ['deploy', '--yes', '--plan', '/nowhere/plan.json'],
      /--plan: \/nowhere\/plan.json cannot be read: there is no such file\n/,
    ],
    [['plan', '--nonsense'], /unknown option '--nonsense'/],
    [['deploy'], /There is no terminal to ask on/],
  ])('%j', async (argv, message) => {
    const { exitCode, err } = await run([...argv, '-f', file]);
    expect(err).toMatch(/^Error: /);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
  });

  test('an unknown command', async () => {
    const { exitCode, err } = await run(['depoly']);
    expect(err).toContain("unknown command 'depoly'");
    expect(err).toContain('Did you mean deploy?');
    expect(exitCode).toBe(2);
  });

  test('all secrets that are missing at once', async () => {
    const { exitCode, err } = await run(['plan', '-f', file], { env: {} });
    expect(err.split('\n').filter((line) => line.startsWith('Error: '))).toHaveLength(4);
    expect(err).toContain('PORTSIP_PBX_USERNAME');
    expect(err).toContain('--known-hosts');
    expect(exitCode).toBe(2);
  });
});

test('what is none of ours is not written over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portsip-out-'));
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'call Ana');
  const told = await run(['plan', '-f', file, '--out', notes]);
  expect([told.exitCode, told.err, told.runs]).toEqual([
    2,
    `Error: --out: ${notes} holds something else than JSON, and is not written over: give another name, or move it away\n`,
    [],
  ]);
  expect((await run(['status', '-f', file, '--html', notes])).err).toContain('holds something else than a page');
  // What mktemp made, and what an earlier run wrote.
  writeFileSync(notes, '');
  for (const time of [1, 2])
    expect([time, (await run(['plan', '-f', file, '--out', notes])).exitCode]).toEqual([time, 0]);
  rmSync(folder, { recursive: true });
});

test('colours may be forbidden before the command as well, and --base is named where it is wrong', async () => {
  const colored = { env: { ...environment, FORCE_COLOR: '1' } };
  expect((await run(['plan', '-f', file], colored)).out).toContain('\u001b[');
  expect((await run(['--no-color', 'plan', '-f', file], colored)).out).not.toContain('\u001b[');
  expect((await run(['plan', '-f', file, '--base', '/nope.yaml'])).err).toContain('--base FILE');
});

describe('--out never names', () => {
  test('the cluster file, a link to anything, or a folder', async () => {
    const link = join(folder, 'out.json');
    symlinkSync(join(folder, 'elsewhere.json'), link);
    const tries = {
      [file]: /is the cluster file, which is not written over/,
      [link]: /is a link/,
      [folder]: /is a folder/,
    };
    for (const [out, why] of Object.entries(tries)) {
      const { exitCode, err, runs } = await run(['plan', '-f', file, '--out', out]);
      expect([exitCode, runs.length]).toEqual([2, 0]);
      expect(err).toMatch(why);
    }
    expect(readFileSync(file, 'utf8')).toBe(CLUSTER);
  });
});

test('restart of a highly available PBX is refused before anybody is asked for secrets', async () => {
  const ha = CLUSTER.replace(
    'private_ip: 192.168.1.20',
    'private_ip: 192.168.1.20\n  high_availability: { control_node: 192.168.1.11 }',
  );
  const { exitCode, err } = await run(['restart', '-f', write('ha.yaml', ha), '--pbx', '--yes'], { env: {} });
  expect(exitCode).toBe(2);
  expect(err).toMatch(/not restarted from here.*ha_ctl\.sh restart -s pbx/);
});

test('a reading that is interrupted changed nothing', async () => {
  const { err } = await run(['plan', '-f', file], {
    work: (_config, _options, interrupt) => {
      interrupt();
      return Promise.resolve({});
    },
  });
  expect(err).toMatch(/^Interrupted\. Nothing was changed\.\n.*left with 130/);
});

test('help is no error', async () => {
  expect((await run(['help', 'deploy'])).out).toContain('--host-is-gone <name>');
  const { exitCode, out } = await run(['--help']);
  expect(exitCode).toBe(0);
  for (const command of ['validate', 'plan', 'deploy', 'restart', 'status', 'demo'])
    expect(out).toContain(`\n  ${command} `);
});

describe('deploy of a plan that was looked at before', () => {
  const settingsOf = (text: string) => {
    const { cluster } = parseCluster(text, 'cluster.yaml');
    if (!cluster) throw new Error('not a cluster file');
    return settingHashes(cluster);
  };
  const now = { ...scaleOut, settings: settingsOf(CLUSTER) };
  const saved = (changes: Change[], other: Partial<Plan> = {}) => {
    const made = { ...now, changes, ...other };
    const digest = other.digest ?? digestOf(made.cluster, made.settings, changes);
    return write('plan.json', JSON.stringify(planDocument({ ...made, digest })));
  };
  const deploy = (...rest: string[]) => run(['deploy', '-f', file, ...rest], { result: { plan: now } });

  test('does it without a question, and tells the run what it may do', async () => {
    const { exitCode, runs } = await deploy('--plan', saved(scaleOut.changes));
    expect(exitCode).toBe(0);
    expect(runs.map(({ to }) => to)).toEqual(['deploy']);
    expect(runs[0]?.options.reviewed?.changes?.size).toBeGreaterThanOrEqual(scaleOut.changes.length);
  });

  test('does less when some of it is done by now, but nothing else', async () => {
    const more = [...scaleOut.changes, pbxRestart()];
    expect((await deploy('--plan', saved(more))).exitCode).toBe(0);
    const { exitCode, out } = await deploy('--plan', saved(scaleOut.changes.slice(1)));
    expect(exitCode).toBe(1);
    expect(out).toContain(
      '1 change of this plan is not in the one that was saved: trust 192.168.1.27/32. Nothing was done.',
    );
  });

  test('by its digest does that very plan', async () => {
    expect((await deploy('--digest', scaleOut.digest)).exitCode).toBe(0);
    const { exitCode, out } = await deploy('--digest', `sha256:${'1'.repeat(64)}`);
    expect(exitCode).toBe(1);
    expect(out).toContain(`That is not the plan that was approved: its digest is ${scaleOut.digest}`);
  });

  test.each([
    [['--digest', 'sha256:12'], /not the digest of a plan/],
    [['--plan', '/nowhere/plan.json'], /cannot be read/],
    [['--plan', 'CLUSTER'], /is the cluster file, not a plan; make one with/],
    [['--plan', 'KEY'], /is not a plan; make one with/],
    [['--plan', 'DEEP'], /is not a plan; make one with/],
    [['--plan', 'LINK'], /is a link: name the file itself/],
    [['--plan', 'OTHER'], /is a plan of other/],
    [['--plan', 'x', '--digest', 'y'], /either --plan or --digest/],
  ])('%j is bad input', async (given, why) => {
    const link = join(folder, 'link.json');
    rmSync(link, { force: true });
    symlinkSync(saved(scaleOut.changes), link);
    const files: Record<string, string> = { CLUSTER: file, KEY: write('key', 'x'), LINK: link, OTHER: link };
    if (given.includes('DEEP')) {
      const [change] = planDocument(scaleOut).changes;
      const plan = JSON.stringify({ ...planDocument(now), changes: [{ ...change, decides: 'HERE' }] });
      const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
      files['DEEP'] = write('plan.json', plan.replace('"HERE"', deep));
    }
    if (given.includes('OTHER')) files['OTHER'] = saved([], { cluster: 'other' });
    const { exitCode, err, runs } = await deploy(...given.map((word) => files[word] ?? word));
    expect([exitCode, runs.length]).toEqual([2, 0]);
    expect(err).toMatch(why);
  });
});

describe('a saved plan of which nothing can come is refused before anybody needs a password', () => {
  const { cluster } = parseCluster(CLUSTER, 'cluster.yaml');
  if (!cluster) throw new Error('not a cluster file');
  const good = withChanges({ ...scaleOut, settings: settingHashes(cluster) }, scaleOut.changes);
  const other = parseCluster(CLUSTER.replace('user: pbx', 'user: root'), 'cluster.yaml').cluster ?? cluster;
  const blocked = {
    code: 'main-unreachable',
    severity: 'blocking',
    message: 'The main server does not answer',
  } as const;
  const [first, ...rest] = planDocument(good).changes;

  test.each<[string, object, RegExp]>([
    ['a change left out', { changes: rest }, /was changed after it was made: it says that its digest is sha256:/],
    [
      'a change edited',
      { changes: [{ ...first, decides: { ...first?.decides, source: '10.0.0.0/8' } }, ...rest] },
      /was changed after it was made/,
    ],
    ['the digest of another', { digest: `sha256:${'0'.repeat(64)}` }, /was changed after it was made/],
    ['no digest', { digest: undefined }, /its digest is nothing/],
    ['made of two files', { live: false }, /nobody has asked the live cluster. Make one without --base/],
    ['blocked as a whole', { warnings: [blocked] }, /nothing can be done of: The main server does not answer/],
    [
      'of another cluster',
      planDocument(withChanges({ ...good, cluster: 'beta' }, good.changes)),
      /is a plan of beta, and the cluster file is of acme/,
    ],
    [
      'of other settings',
      planDocument(withChanges({ ...good, settings: settingHashes(other) }, good.changes)),
      /ssh.user is different, so nobody has seen/,
    ],
  ])('%s', async (_, edit, why) => {
    const saved = write('plan.json', JSON.stringify({ ...planDocument(good), ...edit }));
    const { exitCode, err, runs } = await run(['deploy', '-f', file, '--plan', saved], { env: {} });
    expect([exitCode, runs.length]).toEqual([2, 0]);
    expect(err).toMatch(why);
    expect(err).not.toMatch(/PORTSIP_/);
  });

  test('and one of which something can is not: then they are asked for', async () => {
    const saved = write('plan.json', JSON.stringify(planDocument(good)));
    const { err } = await run(['deploy', '-f', file, '--plan', saved], { env: {} });
    expect(err).toMatch(/PORTSIP_/);
  });
});

describe('deploy', () => {
  const done = scaleOut.changes.map((one) => ({ change: one, elapsedMs: 1_000 }));
  const [, , , install] = scaleOut.changes;
  if (!install) throw new Error('no fourth change');

  test('shows the plan, asks, and does it after a yes', async () => {
    const { exitCode, out, runs } = await run(['deploy', '-f', file], { answer: 'yes', result: { done } });
    expect(out.indexOf('Plan: 11 changes')).toBeLessThan(out.indexOf('Do you want to perform these actions?'));
    expect(runs.map(({ to }) => to)).toEqual(['look', 'deploy']);
    expect(runs.at(-1)?.options.dryRun).toBe(false);
    // And nothing else, whatever has come up since.
    expect(runs.at(-1)?.options.reviewed).toEqual(reviewedOf(scaleOut));
    expect(out).toContain('Done: 11 changes done in 0.0s.');
    expect(exitCode).toBe(0);
  });

  test.each(['', 'y', 'YES', 'no'])('does nothing after %j', async (answer) => {
    const { exitCode, out, runs } = await run(['deploy', '-f', file], { answer });
    expect(runs).toHaveLength(1);
    expect(out).toContain('Nothing was done.');
    expect(exitCode).toBe(1);
  });

  test('Ctrl-C at the question is an interruption', async () => {
    const { exitCode, err, runs } = await run(['deploy', '-f', file], {
      answer: () => {
        throw new Interrupted();
      },
    });
    expect(runs).toHaveLength(1);
    expect(err).toContain('Interrupted. Nothing was done.\n');
    expect(exitCode).toBe(130);
  });

  test('--yes does not ask', async () => {
    const { runs, out } = await run(['deploy', '-f', file, '--yes'], { result: { done } });
    expect(runs.map(({ to }) => to)).toEqual(['deploy']);
    expect(runs[0]?.options.dryRun).toBe(false);
    expect(out.indexOf('Plan: 11 changes')).toBeLessThan(out.indexOf('Done: 11 changes done'));
    expect(out).not.toContain('Do you want');
  });

  test('asks nothing when there is nothing to do', async () => {
    const { exitCode, out, runs } = await run(['deploy', '-f', file], { answer: 'no', result: { plan: nothing } });
    expect(runs).toHaveLength(1);
    expect(out).not.toContain('Do you want');
    expect(exitCode).toBe(0);
  });

  test('begins nothing when everything is blocked', async () => {
    const blocked = plan(scaleOut.changes, [{ code: 'locked', severity: 'blocking', message: 'somebody deploys' }]);
    const { exitCode, out, runs } = await run(['deploy', '-f', file, '--yes'], { result: { plan: blocked } });
    expect(runs).toHaveLength(1);
    expect(out).toContain('Nothing can be done until what is blocked');
    expect(exitCode).toBe(1);
  });

  test('says what failed, what was not begun and what to do next, exit code 1', async () => {
    const { exitCode, out } = await run(['deploy', '-f', file, '--yes'], {
      result: {
        ok: false,
        failed: [{ change: install, message: 'the image cannot be pulled; log in to the registry' }],
        skipped: [
          { change: loadBalancerRestart(), skip: { why: 'need', need: 'role/media-server-2', was: 'not-done' } },
        ],
      },
    });
    expect(out).toContain('Failed: install media-server-2: the image cannot be pulled; log in to the registry');
    expect(out).toContain('Not begun (waiting for what was not done): restart the resource load balancer');
    expect(out).toContain('it carries on where this one stopped');
    expect(exitCode).toBe(1);
  });

  test('what waits for its window is no failure', async () => {
    const skipped = [{ change: install, skip: { why: 'window' as const } }];
    const told = await run(['deploy', '-f', file, '--yes'], { result: { done, skipped } });
    expect(told).toMatchObject({ exitCode: 0 });
    expect(told.out).toContain('or with --force at any time');
  });

  test('--json tells what was done, without the tokens', async () => {
    const { out, err } = await run(['deploy', '-f', file, '--yes', '--json'], {
      result: { done, tokens: { im: 'token-of-the-pbx', dataflow: 'token-of-data-flow' } },
    });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      ok: true,
      done: [{ id: 'firewall/192.168.1.27/32' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(out + err).not.toMatch(/token-of-/);
  });

  test('a secret in what a host prints is masked', async () => {
    const { out, err } = await run(['deploy', '-f', file, '--yes', '--debug'], {
      work: ({ log }) => {
        log.remote('media-server-2', `echo ${PASSWORD}\u001b[2J`);
        log.warning(`the password is ${PASSWORD}`);
        return Promise.resolve({ ok: false, failed: [{ change: install, message: `no ${PASSWORD}` }] });
      },
    });
    expect(out).toContain('media-server-2 | echo ***\\x1b[2J');
    expect(out + err).not.toContain(PASSWORD);
  });

  test('the first Ctrl-C begins nothing new and says what goes on', async () => {
    const { exitCode, out } = await run(['deploy', '-f', file, '--yes'], {
      work: ({ log, signal }, _options, interrupt) => {
        log.change({ id: install.id, state: 'started' });
        interrupt();
        expect(signal?.aborted).toBe(true);
        return Promise.resolve({
          ok: false,
          interrupted: true,
          skipped: [{ change: install, skip: { why: 'cancelled' } }],
        });
      },
    });
    expect(out).toContain('Stopping: nothing new is begun.');
    expect(out).toContain(
      'In progress: install media-server-2. What a host is at work on goes on there to its end; what still waits for calls is given up.',
    );
    expect(out).toContain(
      'Interrupted: 0 changes done, 1 not begun in 0.0s.\nRun it again: it does what is not done yet.',
    );
    expect(out).not.toContain('Out of calls');
    expect(exitCode).toBe(130);
  });

  test('Ctrl-C where nothing was left to be skipped is no failure, and what goes on is told as that', async () => {
    const backedUp = backup();
    const message = '"back up pbx" was still running when the run was cancelled; it continues on pbx';
    const { exitCode, out } = await run(['deploy', '-f', file, '--yes'], {
      work: (_config, _options, interrupt) => {
        interrupt();
        return Promise.resolve({
          ok: false,
          interrupted: true,
          failed: [
            { change: backedUp, message, end: 'goes-on' },
            { change: install, message: 'cancelled while calls were ending', end: 'cancelled' },
          ],
        });
      },
    });
    expect(out).toContain(`Still at work: back up im-server-1: ${message}`);
    expect(out).toContain('Given up: install media-server-2: cancelled while calls were ending');
    expect(out).toContain('Interrupted: 0 changes done, 1 still at work, 1 given up in 0.0s.\nRun it again');
    expect(out).not.toMatch(/failed/i);
    expect(exitCode).toBe(130);
  });

  test('Ctrl-C after which all came to its end did no harm', async () => {
    const { exitCode, out } = await run(['deploy', '-f', file, '--yes'], {
      result: { done },
      work: (_config, _options, interrupt) => Promise.resolve(interrupt()).then(() => ({})),
    });
    expect(exitCode).toBe(0);
    expect(out).toContain('Nothing is left to do.');
    expect(out).not.toContain('Interrupted');
  });

  test('Ctrl-C before there was a plan ends as one', async () => {
    const { exitCode, out } = await run(['deploy', '-f', file, '--yes'], {
      work: (_config, _options, interrupt) => {
        interrupt();
        return Promise.reject(new Error('acme is locked by somebody'));
      },
    });
    expect(out).toContain('Interrupted: acme is locked by somebody');
    expect(exitCode).toBe(130);
  });

  test('a server that is left out of calls is named, with the command that gives it back', async () => {
    const result = { ok: false, interrupted: true, outOfCalls: ['media-server-1', 'vr-server-1'] };
    const { out } = await run(['restart', '-f', file, '--yes'], { result });
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `Out of calls: media-server-1 and vr-server-1. A run took them out and has not given them back. Once they are well, a deploy does: portsip-cluster deploy -f ${file} --servers media-server-1,vr-server-1 `,
    );
    const json = await run(['restart', '-f', file, '--yes', '--json'], { result });
    expect(JSON.parse(json.out)).toMatchObject({ interrupted: true, outOfCalls: ['media-server-1', 'vr-server-1'] });
  });

  test('the second Ctrl-C leaves', async () => {
    const { out } = await run(['deploy', '-f', file, '--yes'], {
      work: ({ log }, _options, interrupt) => {
        log.change({ id: install.id, state: 'started' });
        [interrupt, interrupt].forEach((press) => press());
        return Promise.resolve({});
      },
    });
    expect(out).toContain(
      'Interrupted. What runs on the hosts goes on to its end: install media-server-2. The next run picks it up; a server that was out of calls stays out till then, and `portsip-cluster status` names it.',
    );
    expect(out).toContain('left with 130');
  });

  test('it names what is still at work there, after that was given up here', async () => {
    const { out } = await run(['deploy', '-f', file, '--yes'], {
      work: ({ log }, _options, interrupt) => {
        log.change({ id: install.id, state: 'started' });
        interrupt();
        log.change({ id: install.id, state: 'failed', message: 'it goes on', end: 'goes-on' });
        interrupt();
        return Promise.resolve({});
      },
    });
    expect(out).toContain('Interrupted. What runs on the hosts goes on to its end: install media-server-2.');
  });
});

test('restart asks for restarts only', async () => {
  const { runs } = await run([
    'restart',
    '-f',
    file,
    '--yes',
    '--servers',
    'media-server-1,media',
    '--pbx',
    '--reason',
    'new certificate',
  ]);
  expect(runs[0]?.options).toMatchObject({
    stages: ['restart'],
    restart: { roles: ['media'], servers: ['media-server-1'], pbx: true, reason: 'new certificate' },
  });
});

test('what there is none of is not restarted, and no file is passed over', async () => {
  const { exitCode, err, runs } = await run(['restart', '-f', file, '--yes', '--servers', 'media,sbc']);
  expect([exitCode, err, runs]).toEqual([
    2,
    `Error: There is nothing to restart of sbc: ${file} has no such server\n`,
    [],
  ]);
  const two = await run(['validate', '-f', '/nowhere.yaml', file], { env: {} });
  expect([two.exitCode, two.err]).toEqual([2, 'Error: give FILE or -f FILE, not both\nTry --help.\n']);
});

test('a command that there is not is an error of help as well', async () => {
  const told = await run(['help', 'statsu'], { env: {} });
  expect(told).toMatchObject({ exitCode: 2, out: '' });
  expect(told.err).toBe("Error: unknown command 'statsu'\n(Did you mean status?)\nTry --help.\n");
  expect((await run(['help', 'heal'], { env: {} })).err).toContain('(Did you mean deploy --heal?)');
  expect((await run(['help', 'constructor'], { env: {} })).err).not.toContain('Did you mean');
  expect((await run(['help', 'x\u001b[31m'], { env: {} })).err).toContain("unknown command 'x\\x1b[31m'\n");
  expect(await run(['help', 'status'], { env: {} })).toMatchObject({ exitCode: 0, err: '' });
  const all = await run(['help'], { env: {} });
  expect([all.exitCode, all.out]).toEqual([0, (await run(['--help'], { env: {} })).out]);
});

test('two files alone do not tell what the portal has', async () => {
  const other = write('less.yaml', CLUSTER.replace('192.168.1.21 }', '192.168.1.21, max_call_sessions: 100 }'));
  const { out } = await run(['plan', '-f', other, '--base', file], { env: {} });
  expect(out).toContain('entry in the portal: the cluster file wants other values');
  expect(out).not.toContain('the portal has');
});

test('what indented lines say belongs to the error above them', async () => {
  const work = () => Promise.reject(new HostError('no such certificate\n  It is another one', 'pbx', 'unreachable'));
  expect((await run(['deploy', '-f', file, '--yes'], { work })).err).toBe(
    'Error: no such certificate\n  It is another one\n',
  );
});

test('where nothing could be seen plan and status end with 4, and deploy with 1', async () => {
  const work = () => Promise.reject(new HostError('pbx (192.168.1.20) does not answer', 'pbx', 'unreachable'));
  const seen = await run(['plan', '-f', file], { work });
  expect(seen).toMatchObject({ exitCode: 4, err: 'Error: pbx (192.168.1.20) does not answer\n' });
  expect((await run(['plan', '-f', file, '--exit-code'], { work })).exitCode).toBe(4);
  expect((await run(['deploy', '-f', file, '--yes'], { work })).exitCode).toBe(1);
});

test('a page is not written over another file of the same command line, by whatever name', async () => {
  const out = join(folder, 'report');
  for (const html of [out, join(folder, '.', 'x', '..', 'report'), file]) {
    mkdirSync(join(folder, 'x'), { recursive: true });
    const told = await run(['status', '-f', file, '--out', out, '--html', html], { status: quiet });
    expect([told.exitCode, told.err]).toEqual([
      2,
      `Error: --html: ${html} is ${html === file ? 'the cluster file' : 'the file of --out'}, which is not written over: give another name\n`,
    ]);
  }
  linkSync(file, join(folder, 'twin'));
  const twin = await run(['status', '-f', file, '--html', join(folder, 'twin')], { status: quiet });
  expect([twin.exitCode, twin.err]).toEqual([2, expect.stringContaining('is the cluster file')]);
  const two = await run(['status', '-f', file, '--out', out, '--html', join(folder, 'page')], { status: quiet });
  expect(two.exitCode).toBe(0);
});

describe('on any terminal', () => {
  const bad = () =>
    write('wide.yaml', CLUSTER.replace('role: media', 'role: medai').replace('name: acme', 'name: @acme'));
  const told = async (env: Record<string, string>) => {
    const world = { env: { ...environment, ...env }, status: busy, history: [RUN], outOfCalls: ['media-server-1'] };
    const commands = [
      ['plan', '-f', file],
      ['deploy', '-f', file, '--yes'],
      ['status', '-f', file],
      ['log', '-f', file],
      ['help'],
      ['help', 'plan'],
      ['help', 'restart'],
      ['help', 'wrong'],
      ['validate', bad()],
      ['plan', '-f', file, '--identity', join(folder, 'there', 'is', 'none')],
    ];
    const all: string[] = [];
    for (const argv of commands) {
      const { out, err } = await run(argv, world);
      all.push(...`${out}\n${err}`.split('\n'));
    }
    return all;
  };
  const busy = {
    ...quiet,
    outOfCalls: ['media-server-1'],
    window: { text: 'Sat, Sun 02:00–05:00 Asia/Shanghai', open: false, opens: '2026-11-21 02:00 Asia/Shanghai' },
  };
  const RUN = {
    ...{
      run: 'job',
      began: '2026-11-26T09:30:00.000Z',
      ended: '2026-11-26T09:31:00.000Z',
      by: 'a person with a long name',
    },
    ...{
      done: 1,
      failed: 0,
      skipped: 0,
      interrupted: true as const,
      goesOn: ['install media-server-1 and wait for it'],
    },
    deeds: [],
  };

  test.each([40, 80])('no line is longer than %d columns, but for what has to be copied', async (width) => {
    const lines = await told({ COLUMNS: String(width) });
    const long = lines.filter((line) => line.length > width);
    expect(long.filter((line) => /\S\s+\S/.test(line.trim()) && !/^ {2}portsip-cluster /.test(line))).toEqual([]);
  });

  test('without Unicode all is ASCII, and with it nothing changes', async () => {
    expect((await told({ LANG: 'C' })).filter((line) => /[^ -~]/.test(line))).toEqual([]);
    expect((await told({ LANG: 'C.UTF-8' })).join('\n')).toMatch(/•[^]*…/);
  });
});

test('an unexpected fault shows its stack with --debug only', async () => {
  const work = () => Promise.reject(new TypeError('x is not a function'));
  const plain = await run(['plan', '-f', file], { work });
  expect(plain.err).toMatch(/^Error: unexpected error, please report it: x is not a function\n$/);
  expect(plain.exitCode).toBe(1);
  expect((await run(['plan', '-f', file, '--debug'], { work })).err).toMatch(/\n\s+at /);
});

test('colours only where somebody looks or wants them', async () => {
  const forced = { ...environment, FORCE_COLOR: '1' };
  expect((await run(['plan', '-f', file])).out).not.toContain('\u001b');
  expect((await run(['plan', '-f', file], { env: forced })).out).toContain('\u001b[32m');
  expect((await run(['plan', '-f', file, '--no-color'], { env: forced })).out).not.toContain('\u001b');
  expect((await run(['plan', '-f', file], { env: { ...forced, NO_COLOR: '1' } })).out).not.toContain('\u001b');
});
