import type { RecordedRun } from '../../../src/stages/cluster-record';
import { environment, PASSWORD, run } from './fake';

/* Who changed a cluster, and when. */

const file = 'examples/cluster.yaml';
const first: RecordedRun = {
  run: 'ops@here, process 1, abc',
  began: '2026-11-25T21:00:00.000Z',
  ended: '2026-11-25T21:04:00.000Z',
  by: 'ops@here',
  done: 32,
  failed: 1,
  skipped: 2,
  deeds: [{ deed: 'install media-server-1' }, { deed: 'restart vr-server-1', failed: true }],
};
const second: RecordedRun = {
  ...first,
  run: 'job',
  began: '2026-11-26T09:30:00.000Z',
  by: 'octo\u001b[31mcat',
  url: 'https://github.com/o/r/actions/runs/1',
  commit: '0123456789abcdef0123456789abcdef01234567',
  done: 1,
  failed: 0,
  skipped: 0,
  deeds: [{ deed: `restart ${PASSWORD}` }],
};

test('the last run comes first, in the time of the window, with nothing that a terminal obeys and no secret', async () => {
  const { exitCode, out } = await run(['log', '-f', file], { history: [first, second] });
  expect(exitCode).toBe(0);
  expect(out.split('\n').slice(1).join('\n')).toBe(`2026-11-26 17:30 Asia/Shanghai  octo\\x1b[31mcat: 1 change done
  commit 0123456789abcdef0123456789abcdef01234567
  https://github.com/o/r/actions/runs/1
  restart ***

2026-11-26 05:00 Asia/Shanghai  ops@here: 32 changes done, 1 failed, 2 not begun
  install media-server-1
  failed: restart vr-server-1
  … and 31 more
`);
});

test('a run that was interrupted, what went on, and who is out of calls because of it', async () => {
  const cut: RecordedRun = {
    ...second,
    interrupted: true,
    done: 0,
    skipped: 2,
    goesOn: ['back up the PBX'],
    deeds: [],
  };
  const { out } = await run(['log', '-f', file], { history: [cut], outOfCalls: ['vr-server-1'] });
  expect(out.split('\n').slice(1).join('\n')).toBe(
    `Out of calls: vr-server-1. A run took it out and has not given it back. Once it is well, a deploy does:
  portsip-cluster deploy -f examples/cluster.yaml --servers vr-server-1

2026-11-26 17:30 Asia/Shanghai  octo\\x1b[31mcat: interrupted, 0 changes done, 2 not begun
  commit 0123456789abcdef0123456789abcdef01234567
  https://github.com/o/r/actions/runs/1
  still at work on its host when the run ended: back up the PBX
`,
  );
});

test('so many as are asked for', async () => {
  const { out } = await run(['log', '-f', file, '--json', '-n', '1'], { history: [first, second] });
  const { cluster, runs } = JSON.parse(out) as { cluster: string; runs: RecordedRun[] };
  expect([cluster, runs.map((one) => one.run)]).toEqual(['acme', ['job']]);
  expect(await run(['log', '-f', file, '-n', '0'])).toMatchObject({ exitCode: 2, err: /from 1 to 50/ });
});

test('a cluster that nobody changed has none', async () => {
  expect((await run(['log', '-f', file])).out).toContain('No run has changed acme since its record keeps them.');
});

test('nothing of the PBX is needed', async () => {
  const { PORTSIP_PBX_USERNAME: _, PORTSIP_PBX_PASSWORD: __, ...env } = environment;
  expect((await run(['log', '-f', file], { env, history: [first] })).exitCode).toBe(0);
  expect((await run(['status', '-f', file], { env })).exitCode).toBe(2);
});
