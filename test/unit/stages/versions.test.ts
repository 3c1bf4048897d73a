import { seenContainers } from '../../../src/host/containers';
import { isReachable } from '../../../src/host/reachable';
import { isKnown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, ids, idsOf, only, planned, reason, shown } from './fixture';

/* Which version runs where is told by the images' labels: the one tag that PortSIP documents is moved with each release. */

const wanting = (pbx: string, text = GUIDE) =>
  clusterOf(text.replace('private_ip: 192.168.1.20', `private_ip: 192.168.1.20${pbx}`));
const guide = clusterOf(GUIDE);

/** A cluster that runs as its file says, in these versions. */
const running =
  (pbx: string, servers: string, except: Record<string, string> = {}) =>
  (live: Live): Live => {
    const copy = structuredClone(live);
    const set = (facts: Live['main'], version: string) => {
      if (isReachable(facts)) for (const container of seenContainers(facts)) container.version = version;
    };
    set(copy.main, pbx);
    for (const [name, facts] of copy.hosts) set(facts, except[name] ?? servers);
    return copy;
  };
const codes = (plan: ReturnType<typeof planned>) =>
  plan.warnings
    .filter(({ severity, code }) => severity !== 'note' && code !== 'last-of-role' && code !== 'known-fault')
    .map(({ severity, code, server = '' }) => `${severity} ${code} ${server}`.trim());

describe('an older image of its own', () => {
  const own = (server: string, image: string) =>
    clusterOf(GUIDE.replace(`name: ${server}, `, `name: ${server}, image: ${image}, `));
  const from = (cluster: ReturnType<typeof own>) => planned(guide, cluster, running('22.6.3', '22.6.3'));

  it('takes no server back that keeps data', () => {
    for (const server of ['im-server-1', 'dataflow-server-1']) {
      const plan = from(own(server, 'portsip/pbx:22.4.0'));
      expect(codes(plan)).toEqual([`blocking taken-back ${server}`]);
    }
  });

  it('is told of one that keeps none', () => {
    expect(codes(from(own('media-server-1', 'portsip/pbx:22.4.0')))).toEqual(['warning taken-back media-server-1']);
  });

  it('is none where its tag can be what runs, or a newer one', () => {
    for (const image of ['portsip/pbx:22.6', 'portsip/pbx:22.6.3', 'portsip/pbx:stable'])
      expect(codes(from(own('im-server-1', image)))).not.toContain('blocking taken-back im-server-1');
  });
});

it('a version that is wanted of a PBX whose label tells none is told, and upgrades nothing', () => {
  const wanted = wanting(', version: 22.6.3, image: "portsip/pbx:22"');
  const unlabelled = (isLive: boolean) => (live: Live) => {
    const copy = running('22.6.3', '22.6.3')({ ...live, live: isLive });
    if (isReachable(copy.main)) for (const container of seenContainers(copy.main)) delete container.version;
    return copy;
  };
  const plan = planned(wanted, wanted, unlabelled(true));
  expect([ids(plan), codes(plan)]).toEqual([[], ['warning pbx-version-unknown']]);
  expect(codes(planned(wanted, wanted, unlabelled(false)))).toEqual([]);
});

describe('a tag that moved', () => {
  it('is followed by the servers once the PBX has what it is now, in the order of the vendor', () => {
    const plan = planned(guide, guide, running('22.6.3', '22.4.0'));
    expect(idsOf(plan, 'pbx-image', 'role')).toEqual(
      ['im', 'dataflow', 'media', 'queue', 'vr', 'meeting'].map((name) => `role/${name}-server-1`),
    );
    const media = only(plan, 'role', 'media-server-1');
    expect(media).toMatchObject({
      verbs: ['stop', 'upgrade'].slice(-1),
      pull: ['portsip/pbx:22'],
      impact: 'new-calls',
    });
    expect(reason(media)).toBe('the PBX runs 22.6.3, it runs 22.4.0');
    expect(shown(media)).toEqual([{ name: 'version', before: '22.4.0', after: '22.6.3' }]);
    expect(codes(plan)).toEqual([]);
  });

  it('is nothing to do where all run one version', () => {
    expect(ids(planned(guide, guide, running('22.6.3', '22.6.3')))).toEqual([]);
  });

  it('has what is not known left alone', () => {
    const plan = planned(guide, guide, (live) => {
      const copy = running('22.6.3', '22.4.0')(live);
      if (isReachable(copy.main)) for (const container of seenContainers(copy.main)) delete container.version;
      return copy;
    });
    expect(ids(plan)).toEqual([]);
  });
});

describe('a server', () => {
  it('that is newer than its PBX is not touched', () => {
    const plan = planned(guide, guide, running('22.4.0', '22.4.0', { 'media-server-1': '22.6.3' }));
    expect(ids(plan)).toEqual([]);
    expect(codes(plan)).toEqual(['blocking server-newer media-server-1']);
  });

  it('whose image is pinned cannot follow, and Data Flow must', () => {
    const pinned = clusterOf(
      GUIDE.replace('192.168.1.22 }', '192.168.1.22, image: "portsip/pbx:22.4" }').replace(
        '192.168.1.26 }',
        '192.168.1.26, image: "portsip/pbx:22.4" }',
      ),
    );
    const plan = planned(
      pinned,
      pinned,
      running('22.6.3', '22.6.3', { 'queue-server-1': '22.4.0', 'dataflow-server-1': '22.4.0' }),
    );
    expect(ids(plan)).toEqual([]);
    expect(codes(plan)).toEqual(['blocking server-older dataflow-server-1', 'warning server-older queue-server-1']);
  });
});

describe('pbx.version', () => {
  const version = (number: string) => wanting(`, image: portsip/pbx:22, version: ${number}`);

  it('upgrades the PBX to what its tag is by now, and all servers after it', () => {
    const plan = planned(guide, version('22.6.3'), running('22.4.0', '22.4.0'));
    expect(idsOf(plan, 'pbx-image', 'role')[0]).toBe('role/pbx');
    const pbx = only(plan, 'pbx-image');
    expect(pbx).toMatchObject({ image: 'portsip/pbx:22', version: '22.6.3', causes: [{ cause: 'version' }] });
    expect(shown(pbx)).toEqual([{ name: 'version', before: '22.4.0', after: '22.6.3' }]);
    expect(reason(only(plan, 'role', 'im-server-1'))).toBe('the PBX is upgraded to 22.6.3, it runs 22.4.0');
    expect(only(plan, 'role', 'im-server-1').needs).toContain('role/pbx');
    expect(plan.changes.filter(({ kind }) => kind === 'role')).toHaveLength(6);
  });

  it('is seen in a pull request that raises it, before anybody was asked', () => {
    expect(idsOf(planned(version('22.4.0'), version('22.6.3')), 'pbx-image', 'role')).toHaveLength(7);
  });

  it('takes no PBX back that somebody upgraded by hand: its servers follow', () => {
    const plan = planned(guide, version('22.4.0'), running('22.6.3', '22.4.0'));
    expect(idsOf(plan, 'pbx-image')).toEqual([]);
    expect(idsOf(plan, 'role')).toHaveLength(6);
    expect(codes(plan)).toEqual(['warning pbx-newer']);
  });

  it('or an older tag takes none back, as when an upgrade is reverted, and nothing is done until that is settled', () => {
    const plan = planned(guide, wanting(', image: "portsip/pbx:22.4.0"'), running('22.6.3', '22.6.3'));
    expect(idsOf(plan, 'pbx-image')).toEqual([]);
    expect(codes(plan)).toContain('blocking pbx-newer');
    const same = planned(guide, wanting(', image: "portsip/pbx:22.6"'), running('22.6.3', '22.6.3'));
    expect(codes(same)).not.toContain('blocking pbx-newer');
  });

  it('without pbx.image only says what a person has to do', () => {
    const plan = planned(guide, wanting(', version: 22.6.3'), running('22.4.0', '22.4.0'));
    expect(ids(plan)).toEqual([]);
    expect(plan.warnings.find(({ code }) => code === 'pbx-version')?.message).toContain('pbx_ctl.sh upgrade');
  });
});

describe('ClickHouse', () => {
  const OLD = ['d:p:a:A:x:i:U:P:R:', 'i:'];
  const NEW = ['d:p:a:A:x:i:U:P:R:g:', 'i:d:g:'];
  const wants = (image: string) =>
    clusterOf(GUIDE.replace('192.168.1.26 }', `192.168.1.26, clickhouse_image: "${image}" }`));
  const there =
    (image: string, options = NEW, change: (facts: HostFacts) => void = () => {}) =>
    (live: Live): Live => {
      const copy = structuredClone(live);
      const facts = copy.hosts.get('dataflow-server-1');
      if (!isReachable(facts)) throw new Error('no facts');
      for (const container of seenContainers(facts))
        if (container.name === 'portsip.clickhouse') container.image = image;
      facts.scriptOptions = { 'dataflow_ctl.sh': options };
      const config = isKnown(facts.roles) ? facts.roles[0] : undefined;
      if (config) config.values['DB_IMG'] = image;
      change(facts);
      return copy;
    };

  it('is not compared where the cluster file names none', () => {
    expect(ids(planned(guide, guide, there('portsip/clickhouse:26.3')))).toEqual([]);
  });

  it('stays what it is when Data Flow is recreated, whatever the script would bring', () => {
    const stopped = (facts: HostFacts) => void (seenContainers(facts)[0]!.running = false);
    const recreated = only(planned(guide, guide, there('portsip/clickhouse:26.3', OLD, stopped)), 'role');
    expect(recreated).toMatchObject({ verbs: ['rm', 'run'], wanted: { clickhouseImage: 'portsip/clickhouse:26.3' } });
  });

  it('stays what it was where only its configuration is left', () => {
    const gone = (facts: HostFacts) => void (facts.containers = []);
    const installed = only(planned(guide, guide, there('portsip/clickhouse:26.3', OLD, gone)), 'role');
    expect(installed).toMatchObject({ action: 'create', wanted: { clickhouseImage: 'portsip/clickhouse:26.3' } });
  });

  it('is upgraded as PortSIP documents it, its image fetched before', () => {
    const plan = planned(guide, wants('portsip/clickhouse:26.3'), there('portsip/clickhouse:25.8'));
    expect(only(plan, 'role')).toMatchObject({ verbs: ['upgrade'], pull: ['portsip/clickhouse:26.3'] });
    expect(shown(only(plan, 'role'))).toEqual([
      { name: 'clickhouse_image', before: 'portsip/clickhouse:25.8', after: 'portsip/clickhouse:26.3' },
    ]);
    expect(codes(plan)).toEqual([]);
  });

  it('is not upgraded by scripts that would ignore it', () => {
    const plan = planned(guide, wants('portsip/clickhouse:26.3'), there('portsip/clickhouse:25.8', OLD));
    expect(codes(plan)).toEqual(['blocking scripts-older dataflow-server-1']);
  });

  it.each([
    ['portsip/clickhouse:26.3', 'portsip/clickhouse:25.8', 'database-older'],
    ['portsip/clickhouse:25.10', 'portsip/clickhouse:25.9', 'database-older'],
    ['portsip/clickhouse:26.3', 'portsip/clickhouse:lts', 'database-unknown'],
    ['portsip/clickhouse:lts', 'portsip/clickhouse:26.3', 'database-unknown'],
  ])('never goes from %s to %s', (before, after, code) => {
    expect(codes(planned(guide, wants(after), there(before)))).toEqual([`blocking ${code} dataflow-server-1`]);
  });
});

describe('versions with a known fault', () => {
  const told = (pbx: string, servers: string) =>
    planned(guide, guide, running(pbx, servers))
      .warnings.filter(({ code }) => code === 'known-fault')
      .map(({ server = 'pbx', message }) => `${server}: ${message.split('mended in ')[1] ?? ''}`);

  it.each([
    ['22.4.0', ['pbx: 22.6.0', 'media-server-1: 22.6.3', 'dataflow-server-1: 22.6.0']],
    ['22.6.0', ['media-server-1: 22.6.3', 'queue-server-1: 22.6.1']],
    ['22.2.20', ['pbx: 22.6.0', 'pbx: 22.2.21', 'media-server-1: 22.6.3', 'dataflow-server-1: 22.6.0']],
    ['22.6.3', []],
  ])('%s', (version, faults) => {
    expect(told(version, version)).toEqual(faults);
  });
});
