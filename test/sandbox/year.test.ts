import { doneIds, ids, startBench, type Edit, type Ran } from './cluster';

/* What happens to a cluster from one year to the next, with people on the phone, and what they notice of it: nothing. */
jest.setTimeout(180_000);

const ROLES = ['media', 'queue', 'meeting', 'ivr'] as const;
const LISTED = ['media-server-1', 'queue-server-1', 'meeting-server-1', 'vr-server-1'];
const SERVERS = [...LISTED, 'im-server-1', 'dataflow-server-1'];

describe('A year of a cluster', () => {
  it('deploys, restarts under traffic, loses a server, gains two, is upgraded, rotates its token: no call is cut', async () => {
    const year = await startBench();
    const { sandbox } = year;
    const { world } = sandbox;
    let edit: Edit = () => {};
    const settled = async (step: string, result: Ran) => {
      expect({ step, failed: result.failed, skipped: result.skipped, ok: result.ok }).toEqual({
        step,
        failed: [],
        skipped: [],
        ok: true,
      });
      expect({ step, left: ids(await year.plan(edit)) }).toEqual({ step, left: [] });
      expect({ step, cut: world.countCutCalls(), rejected: world.rejectedCalls }).toEqual({
        step,
        cut: 0,
        rejected: 0,
      });
    };
    try {
      await settled('January: from nothing', await year.deploy(edit));

      for (const name of LISTED) world.addCalls(name, 3, 7_000);
      let hangUp = world.traffic({ roles: [...ROLES], everyMs: 400, durationMs: 1_500 });
      const restarted = await year.deploy(edit, {
        stages: ['restart'],
        restart: { roles: [], servers: [], pbx: false, reason: 'spring cleaning' },
      });
      expect(doneIds(restarted)).toEqual(['restart/loadbalancer', ...SERVERS.map((name) => `restart/${name}`)]);
      await settled('March: everything restarts', restarted);

      edit = (file) => (file.servers = file.servers.filter(({ name }) => name !== 'queue-server-1'));
      world.addCalls('queue-server-1', 2, 3_000);
      await settled('May: a server goes', await year.deploy(edit));
      expect(sandbox.host('queue-server-1').container('portsip.callqueue')).toBeUndefined();

      await sandbox.addHost({ name: 'media-server-2', role: 'media', address: '192.168.1.27' });
      await sandbox.addHost({ name: 'queue-server-2', role: 'queue', address: '192.168.1.28' });
      world.addCalls('media-server-1', 5, 4_000);
      const grown = await year.deploy(edit);
      expect(doneIds(grown)).toEqual(expect.arrayContaining(['role/media-server-2', 'role/queue-server-2']));
      await settled('July: two servers come', grown);

      // While the PBX itself is upgraded nobody can call; calls that are up go on.
      hangUp();
      world.addCalls('media-server-1', 4, 6_000);
      world.addCalls('media-server-2', 4, 6_000);
      const smaller = edit;
      sandbox.publishImage('portsip/pbx:22.7', '22.7.0');
      edit = (file) => {
        smaller(file);
        file.image = 'portsip/pbx:22.7';
        file.pbx['image'] = 'portsip/pbx:22.7';
      };
      const upgraded = await year.deploy(edit);
      expect(doneIds(upgraded)[0]).toBe('role/pbx');
      await settled('September: an upgrade', upgraded);
      expect(sandbox.hosts().flatMap((host) => host.containers().map(({ version }) => version))).not.toContain(
        '22.6.3',
      );

      hangUp = world.traffic({ roles: [...ROLES], everyMs: 400, durationMs: 1_500 });
      const before = sandbox.pbx.state.imToken;
      await settled('November: another IM token', await year.deploy(edit, { rotate: ['im'] }));
      hangUp();
      expect(sandbox.pbx.state.imToken).not.toBe(before);
      expect(sandbox.host('im-server-1').container('portsip.instantmessage')?.args).toContain(
        sandbox.pbx.state.imToken,
      );

      expect(world.placedCalls).toBeGreaterThan(100);
      expect(sandbox.pbx.violations).toEqual([]);
      const log = year.log.join('\n');
      for (const secret of [before, ...sandbox.secrets]) expect(log).not.toContain(secret);
    } finally {
      await year.close();
    }
  });
});
