import { readFileSync, statSync } from 'node:fs';
import { DEFAULT_OPTIONS, runStages } from '../../src/deploy/run';
import { fault } from '../fault';
import { until } from '../until';
import { doneIds, ids, startBench, type Bench, type Edit } from './cluster';
import { atTerminal } from './terminal';

/* Backups: made, told, wanted by upgrades, and what becomes of one that ends half way. */

jest.setTimeout(300_000);

const IM = 'im-server-1';
const FOLDER = '/var/backups/portsip/acme';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  expect((await bench.deploy(few)).failed).toEqual([]);
});
afterEach(async () => {
  await bench.close();
});

const few: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => ['im', 'dataflow'].includes(String(role)));
};
const upgraded: Edit = (file) => {
  few(file);
  file.image = 'portsip/pbx:22.7';
  file.pbx['image'] = 'portsip/pbx:22.7';
  file['backup'] = { max_age: '24h' };
};
const asked = (...names: string[]) => ({
  stages: ['backup' as const],
  backup: { names, reason: 'a test' },
});
const pbx = () => bench.sandbox.host('pbx');
const im = () => bench.sandbox.host(IM);
const running = (host: typeof pbx, container: string) => host().container(container)?.running;
const record = () => JSON.parse(pbx().read('/var/lib/portsip-cluster/acme.json') ?? '{}') as Record<string, unknown>;
/** Folders of backups on a machine */
const folders = async (host: typeof pbx) => (await host().shell(`ls ${FOLDER}`)).output.split('\n').filter(Boolean);
const terminal = (...argv: string[]) => atTerminal(bench.sandbox, argv, { edit: few });

it('wants a backup before an upgrade, makes it of all that keeps something, and lets the upgrade go on', async () => {
  const before = await bench.deploy(upgraded);
  expect([before.ok, doneIds(before).filter((id) => id.startsWith('role/'))]).toEqual([false, []]);
  expect(
    before.plan.warnings.filter(({ severity }) => severity === 'blocking').map(({ code, change }) => [code, change]),
  ).toEqual([
    ['backup-none', 'role/pbx'],
    ['backup-none', `role/${IM}`],
    ['backup-none', 'role/dataflow-server-1'],
  ]);

  await im().shell('echo kept >/var/lib/portsip/im-data/im/message');
  // As the plan says: with the cluster file that wants the upgrade.
  const made = await bench.deploy(upgraded, asked());
  expect([made.ok, doneIds(made)]).toEqual([true, ['backup/pbx', `backup/${IM}`, 'backup/dataflow-server-1']]);
  expect(record()['backups']).toEqual({
    pbx: expect.anything() as unknown,
    'dataflow-server-1': expect.anything() as unknown,
    [IM]: {
      at: expect.stringMatching(/^20..-..-..T/) as unknown,
      address: '192.168.1.25',
      where: expect.stringMatching(`^${FOLDER}/20\\d{6}T\\d{6}Z-${IM}$`) as unknown,
      bytes: expect.any(Number) as unknown,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      seconds: expect.any(Number) as unknown,
    },
  });
  const [name = ''] = await folders(im);
  expect(statSync(im().path(`${FOLDER}/${name}`)).mode & 0o777).toBe(0o700);
  for (const file of ['im-data.tar', 'backup.txt', 'SHA256SUMS'])
    expect(statSync(im().path(`${FOLDER}/${name}/${file}`)).mode & 0o777).toBe(0o600);
  expect([running(pbx, 'portsip.callmanager'), running(im, 'portsip.instantmessage')]).toEqual([true, true]);

  const told = await terminal('status');
  expect(told.output).toMatch(/Last backups: PBX .* old, im-server-1 .* old, dataflow-server-1 .* old/);

  // What was written since is gone, what was kept is there: by the very lines of the page.
  await im().shell('echo changed >/var/lib/portsip/im-data/im/message');
  const restored = await im().shell(lines('restore-im').replaceAll(/20\d{6}T\d{6}Z-im-server-1/g, name));
  expect(restored).toEqual({ code: 0, output: expect.not.stringContaining('[error]') as unknown });
  expect(im().read('/var/lib/portsip/im-data/im/message')).toBe('kept\n');
  expect(im().read('/var/lib/portsip/im-data.before-restore/im/message')).toBe('changed\n');
  expect(running(im, 'portsip.instantmessage')).toBe(true);
  expect(ids(await bench.plan(few))).toEqual([]);

  const after = await bench.deploy(upgraded);
  expect([after.ok, doneIds(after).filter((id) => id.startsWith('role/'))]).toEqual([
    true,
    ['role/pbx', `role/${IM}`, 'role/dataflow-server-1'],
  ]);
  expect(bench.sandbox.pbx.violations).toEqual([]);
});

/** What docs/backup.md has an operator type. */
function lines(block: string): string {
  const text = new RegExp('^```sh ' + block + '\\n([^`]*)```', 'm').exec(readFileSync('docs/backup.md', 'utf8'))?.[1];
  if (text === undefined) throw new Error(`docs/backup.md has no ${block}`);
  return `set -e\n${text}`;
}

it('starts a PBX that a dead run and a power cut left stopped before anything else', async () => {
  pbx().faults.copyHangs = true;
  const cancel = new AbortController();
  const run = runStages(bench.config(few, { id: 'dead', host: 'terminal' }, cancel.signal), {
    ...DEFAULT_OPTIONS,
    ...asked('pbx'),
  });
  await until(() => pbx().exists('.state/copying'));
  expect(running(pbx, 'portsip.callmanager')).toBe(false);
  cancel.abort();
  expect(await run).toMatchObject({ ok: false, interrupted: true, failed: [{ end: 'goes-on' }] });
  expect(record()['runs']).toContainEqual(
    expect.objectContaining({ interrupted: true, failed: 0, goesOn: ['back up the PBX'] }) as unknown,
  );
  pbx().faults.down();
  pbx().faults.copyHangs = false;
  pbx().faults.up();
  expect(running(pbx, 'portsip.callmanager')).toBe(false);

  // Who changes nothing says what is the matter.
  const told = await terminal('plan');
  expect(told.output.replaceAll(/\s+/g, ' ')).toContain(
    'The PBX is stopped: a backup of it is at work, or ended half way',
  );
  const next = await bench.deploy(few);
  expect([next.ok, ids(next), running(pbx, 'portsip.callmanager')]).toEqual([true, [], true]);
  // Nothing counts as a backup, and nothing was deleted.
  expect([record()['backups'], await folders(pbx)]).toEqual([undefined, [expect.stringMatching(/-pbx\.partial$/)]]);
});

it('starts the half of a PBX that a backup left stopped, although the other half answers', async () => {
  const note = '/var/lib/portsip-cluster/backups/pbx.stopped';
  await pbx().shell(`mkdir -p ${note.slice(0, -'/pbx.stopped'.length)} && echo then >${note}`);
  await pbx().shell('docker stop portsip.loadbalancer');
  expect([running(pbx, 'portsip.callmanager'), running(pbx, 'portsip.loadbalancer')]).toEqual([true, false]);
  expect((await bench.deploy(few)).ok).toBe(true);
  expect([running(pbx, 'portsip.loadbalancer'), pbx().exists(note)]).toEqual([true, false]);
});

it('calls a program instead, and counts what it says as data', async () => {
  const program: Edit = (file) => {
    few(file);
    file['backup'] = { command: ['/bin/sh', '/srv/snapshot'] };
  };
  im().write('/srv/snapshot', 'echo "::set-output name=x::y"\necho "snap-7 of $1 $2 $3"\nexit "$(cat /srv/code)"\n');
  im().write('/srv/code', '3\n');
  const failed = await bench.deploy(program, asked(IM));
  expect([failed.ok, failed.failed.map(({ message }) => message)]).toEqual([
    false,
    ['/bin/sh on im-server-1 made no backup of im-server-1 (exit 3): snap-7 of im-server-1 im 192.168.1.25'],
  ]);
  expect(record()['backups']).toBeUndefined();
  im().write('/srv/code', '0\n');
  // Somebody started it by hand since a backup ended half way: it is not to be started once more when it is stopped on purpose.
  im().write(`/var/lib/portsip-cluster/backups/${IM}.stopped`, '2026-11-26T02:00:00.000Z\n');
  expect((await bench.deploy(program, asked(IM))).ok).toBe(true);
  expect(im().exists(`/var/lib/portsip-cluster/backups/${IM}.stopped`)).toBe(false);
  expect(record()['backups']).toMatchObject({ [IM]: { where: 'snap-7 of im-server-1 im 192.168.1.25' } });
  expect(
    im()
      .scriptRuns()
      .map(({ verb }) => verb),
  ).not.toContain('stop');
});

fault(
  {
    at: 'Host',
    name: 'little disk is free for a backup',
    sees: 'There is no backup of im-server-1: /var/backups/portsip/acme has 500.0 MiB free, and a copy of … wants 1.0 GiB: make room there, or name another folder (backup.folder). Nothing was stopped',
    secondRun: 'With room makes the backup.',
  },
  async ({ first, second }) => {
    const disk = im().read('.state/disk') ?? '';
    im().write('.state/disk', '200000 500\n');
    first(await terminal('backup', '--servers', IM, '--yes'));
    expect(
      im()
        .scriptRuns()
        .map(({ verb }) => verb),
    ).not.toContain('stop');
    im().write('.state/disk', disk);
    second(await terminal('backup', '--servers', IM, '--yes'));
    expect(await folders(im)).toHaveLength(1);
  },
);

fault(
  {
    at: 'Host',
    name: 'it is switched off and on while it is stopped for a backup',
    sees: 'There is no backup of im-server-1: the backup was interrupted (the host restarted, or it was killed): im-server-1 runs again, and there is no backup of now',
    secondRun: 'Makes the backup; what was copied before stays beside it.',
  },
  async ({ first, second }) => {
    im().faults.copyHangs = true;
    const run = terminal('backup', '--servers', IM, '--yes');
    await until(() => im().exists('.state/copying'));
    im().faults.down();
    im().faults.copyHangs = false;
    im().faults.up();
    first(await run);
    expect(running(im, 'portsip.instantmessage')).toBe(true);
    second(await terminal('backup', '--servers', IM, '--yes'));
    expect((await folders(im)).map((name) => name.replace(/^\d+T\d+Z-/, ''))).toEqual([`${IM}.partial`, IM]);
  },
);
