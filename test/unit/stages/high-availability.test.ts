import { known } from '../known';
import { seenContainers } from '../../../src/host/containers';
import type { Cluster } from '../../../src/cluster/types';
import type { Refused } from '../../../src/host/control-plane/control-node';
import { objectOf } from '../../../src/render/words';
import { isReachable } from '../../../src/host/reachable';
import type { HostFacts } from '../../../src/host/types';
import type { Live } from '../../../src/stages/live';
import type { DiffOptions } from '../../../src/stages/diff-options';
import { clusterOf, GUIDE, ids, idsIn, idsOf, MEDIA_2, only, planned, reason, shown } from './fixture';

const HA = GUIDE.replace(
  'pbx: { private_ip: 192.168.1.20 }',
  'pbx: { private_ip: 192.168.1.130, high_availability: { control_node: 192.168.1.131, nodes: [192.168.1.131, 192.168.1.132, 192.168.1.133] } }',
);
const NODES = "the firewalls of the PBX's nodes";
const ha = clusterOf(HA);
const grown = clusterOf(HA + MEDIA_2);
const newer = clusterOf(HA.replace('image: portsip/pbx:22', 'image: portsip/pbx:22.7'));

/** A live cluster: nodes that are as the control node, which gets into every server. */
function live(change: (live: Live) => void = () => {}): (live: Live) => Live {
  return (offline) => {
    const copy = structuredClone({ ...offline, live: true });
    const node = facts(copy.main);
    copy.nodes = new Map([
      ['192.168.1.132', structuredClone(node)],
      ['192.168.1.133', structuredClone(node)],
    ]);
    for (const other of copy.nodes.values())
      for (const container of seenContainers(facts(other))) container.running = false;
    copy.control = { refused: new Map() };
    change(copy);
    return copy;
  };
}

function facts(of: Live['main'] | undefined): HostFacts {
  if (!isReachable(of)) throw new Error('no facts');
  return of;
}

const node = (one: Live, address: string) => facts(one.nodes?.get(address));
const refuse = (address: string, why: Refused['why']) => (one: Live) => {
  one.control = { refused: new Map([[address, { why, said: 'Permission denied (publickey).' }]]) };
};
const plan = (base: Cluster | undefined, head: Cluster, change?: (one: Live) => void, options?: Partial<DiffOptions>) =>
  planned(base, head, live(change), options);
const codes = (made: ReturnType<typeof plan>) =>
  made.warnings.map(({ code, severity, server }) => [severity, code, server].filter(Boolean).join(' '));

describe('a high-availability cluster', () => {
  it('has nothing to do when all is as wanted, whichever node is active', () => {
    expect(plan(ha, ha)).toMatchObject({ changes: [], warnings: [] });
    const moved = plan(ha, ha, (one) => {
      seenContainers(facts(one.main))[0]!.running = false;
      seenContainers(node(one, '192.168.1.133'))[0]!.running = true;
    });
    expect(moved).toMatchObject({ changes: [], warnings: [] });
  });

  it('is planned offline like any other', () => {
    const made = planned(ha, grown);
    expect(ids(made)).toEqual([
      'firewall/192.168.1.27',
      'whitelist/192.168.1.27/32',
      'server/media-server-2',
      'role/media-server-2',
    ]);
    expect(codes(made).filter((code) => code.startsWith('blocking'))).toEqual([]);
  });

  it('restarts nothing after a scale-out, as the guide has it, and says what a person could do', () => {
    const made = plan(ha, grown);
    expect(ids(made)).toEqual([
      'firewall/192.168.1.27',
      'whitelist/192.168.1.27/32',
      'server/media-server-2',
      'role/media-server-2',
    ]);
    const note = made.warnings.find(({ code }) => code === 'restart-by-hand');
    expect(note).toMatchObject({ severity: 'note' });
    expect(note?.message).toContain(
      'on 192.168.1.131: cd /opt/portsip-pbx-ha-guide && sudo /bin/bash ha_ctl.sh restart -s pbx',
    );
  });

  it('restarts the servers after one when the file says so, and never the PBX', () => {
    const all = clusterOf(`${HA + MEDIA_2}restart: { after_scale_out: all }\n`);
    expect(idsIn(plan(ha, all), 'restart')).toEqual(
      ['media-server-1', 'queue-server-1', 'meeting-server-1', 'vr-server-1'].map((name) => `restart/${name}`),
    );
    const made = plan(undefined, all);
    expect([...idsIn(made, 'restart'), ...idsOf(made, 'pbx-image')]).toEqual([]);
  });

  it('forgets restarts of the PBX that a standalone cluster owed before it became one', () => {
    const made = plan(ha, ha, (one) => {
      one.record!.restarts = { 'restart/pbx': { reason: 'new' }, 'restart/loadbalancer': { reason: 'new' } };
    });
    expect(ids(made)).toEqual([]);
  });

  it.each([
    ['all', { roles: [], servers: [], pbx: false }, 'note', 6],
    ['the load balancer', { roles: ['loadbalancer'], servers: [], pbx: false }, 'blocking', 0],
    ['the PBX', { roles: ['media'], servers: [], pbx: true }, 'note', 1],
  ])('asked to restart %s, leaves the PBX to a person', (_what, asked, severity, count) => {
    const made = plan(ha, ha, undefined, { restart: { ...asked, reason: 'asked for' } });
    expect(made.changes).toHaveLength(count);
    expect(ids(made)).not.toContain('restart/loadbalancer');
    expect(codes(made).filter((code) => code.includes('by-hand'))).toEqual([`${severity} restart-by-hand`]);
  });
});

describe('the firewalls of all nodes', () => {
  it('are opened together, by one change', () => {
    const made = plan(ha, ha, (one) => {
      const { trusted } = known(node(one, '192.168.1.133').firewall);
      trusted.permanent = trusted.permanent.filter((source) => source !== '192.168.1.22');
    });
    expect(made.changes).toMatchObject([
      {
        id: 'firewall/192.168.1.22',
        action: 'update',
        causes: [{ cause: 'not-stored', on: ['the PBX node 192.168.1.133'], of: NODES }],
      },
    ]);
    expect(reason(made.changes[0])).toBe('trusted now, but lost at the next reload');
    const shut = plan(ha, ha, (one) => {
      for (const which of ['permanent', 'runtime'] as const) {
        const { trusted } = known(node(one, '192.168.1.132').firewall);
        trusted[which] = [];
      }
    });
    expect(shut.changes).toHaveLength(6);
    expect(shut.changes[0]?.causes).toEqual([{ cause: 'untrusted', on: ['the PBX node 192.168.1.132'], of: NODES }]);
    expect(reason(shut.changes[0])).toBe('not a trusted source on the PBX node 192.168.1.132 yet');
    expect(made.changes.map(objectOf)).toEqual([`trusted source 192.168.1.22 in ${NODES}`]);
  });

  it('are closed together, also where only one node has the source', () => {
    const shrunk = clusterOf(HA.replace(/ {2}- \{ name: queue-server-1.*\n/, ''));
    const made = plan(ha, shrunk, (one) => {
      const { trusted } = known(facts(one.main).firewall);
      trusted.permanent = trusted.permanent.filter((source) => source !== '192.168.1.22');
    });
    expect(ids(made)).toContain('firewall/192.168.1.22');
  });

  it('wait for a node that does not answer, which keeps nothing else from being done', () => {
    const made = plan(ha, grown, (one) => {
      one.nodes = new Map([...one.nodes!, ['192.168.1.133', { unreachable: 'no route to host' }]]);
    });
    expect(codes(made)).toContain('warning node-unreachable');
    expect(ids(made)).toContain('role/media-server-2');
  });

  it('are not kept in step where the file does not list the nodes: it is said', () => {
    const unlisted = clusterOf(HA.replace(/, nodes: \[.*?\]/, ''));
    const made = planned(unlisted, unlisted);
    expect(made.warnings).toMatchObject([{ code: 'nodes-not-listed', severity: 'note' }]);
    expect(made.warnings[0]?.message).toContain('pbx.high_availability.nodes: [192.168.1.131, …]');
  });

  it('of a node where none runs shuts nobody out', () => {
    const made = plan(ha, grown, (one) => {
      known(node(one, '192.168.1.132').firewall).running = false;
    });
    expect(codes(made)).toContain('warning firewalld-not-running');
    expect(codes(made).filter((code) => code.startsWith('blocking'))).toEqual([]);
  });

  it('know the nodes themselves', () => {
    const made = plan(ha, ha, (one) => known(facts(one.main).firewall).trusted.permanent.push('192.168.1.132'));
    expect(codes(made)).toEqual([]);
  });
});

describe('the control node', () => {
  it('must get into a server before it works on it', () => {
    const made = plan(ha, grown, refuse('192.168.1.27', 'key'));
    const finding = made.warnings.find(({ code }) => code === 'control-node-key');
    expect(finding).toMatchObject({ severity: 'blocking', server: 'media-server-2' });
    expect(finding?.message).toContain('On 192.168.1.131, as pbx: ssh-copy-id pbx@192.168.1.27');
  });

  it('should get into the others', () => {
    expect(codes(plan(ha, grown, refuse('192.168.1.22', 'host-key')))).toContain(
      'warning control-node-key queue-server-1',
    );
  });

  it('is let in when it is asked for, before anything is installed', () => {
    const made = plan(ha, grown, refuse('192.168.1.27', 'key'), { installSshKey: true });
    expect(only(made, 'role', 'media-server-2').needs).toContain('ssh-key/media-server-2');
    expect(only(made, 'ssh-key')).toMatchObject({ server: 'media-server-2', causes: [{ cause: 'key-refused' }] });
    expect(ids(made).indexOf('ssh-key/media-server-2')).toBeLessThan(ids(made).indexOf('role/media-server-2'));
    expect(codes(made).join()).not.toContain('control-node-key');
  });

  it('cannot be let in where no SSH server answers', () => {
    const made = plan(ha, grown, refuse('192.168.1.27', 'other'), { installSshKey: true });
    expect(codes(made)).toContain('blocking control-node-key media-server-2');
  });

  it('must get into a server that is removed, unless its host is gone', () => {
    const shrunk = clusterOf(HA.replace(/ {2}- \{ name: queue-server-1.*\n/, ''));
    const change = refuse('192.168.1.22', 'key');
    expect(codes(plan(ha, shrunk, change))).toContain('blocking control-node-key queue-server-1');
    expect(codes(plan(ha, shrunk, change, { gone: ['queue-server-1'] })).join()).not.toContain('control-node-key');
  });

  it("must have the guide's scripts", () => {
    const without = (one: Live) => {
      facts(one.main).scripts = ['ha_ctl.sh', 'im.sh', 'dataflow.sh'];
    };
    expect(codes(plan(ha, grown, without))).toContain('blocking script-missing');
    expect(codes(plan(ha, ha, without))).toEqual([]);
  });
});

describe('nodes that are not all well', () => {
  const unwell = (one: Live) => {
    one.control = { trouble: 'Stopped: [ pbx03 ]', refused: new Map() };
  };

  it('keep whatever is disturbed from being so, and nothing else', () => {
    const restart = { roles: ['media'], servers: [], pbx: false, reason: 'asked for' };
    const made = plan(ha, grown, unwell, { restart });
    expect(codes(made)).toEqual(
      expect.arrayContaining(['warning pbx-not-healthy', 'blocking pbx-not-healthy media-server-1']),
    );
    expect(codes(plan(ha, grown, unwell)).filter((code) => code.startsWith('blocking'))).toEqual([]);
    expect(
      codes(plan(ha, grown, unwell, { restart, force: true })).filter((code) => code.startsWith('blocking')),
    ).toEqual([]);
  });
});

describe('an upgrade', () => {
  const upgradedPbx = (one: Live) => {
    const all = [facts(one.main), ...[...one.nodes!.values()].map(facts)];
    for (const node of all) for (const container of seenContainers(node)) container.image = 'portsip/pbx:22.7';
  };

  it("comes after the PBX's, which is a person's to do", () => {
    const made = plan(ha, newer);
    const blocked = made.warnings.filter(({ severity }) => severity === 'blocking');
    expect(blocked.map(({ server }) => server).sort()).toEqual(newer.servers.map(({ name }) => name).sort());
    expect(blocked[0]?.message).toContain('upgrade the PBX first');
    const told = made.warnings.find(({ code, server }) => code === 'pbx-image' && server === undefined);
    // The vendor's order, line by line
    const lines = ['cd /opt/portsip-pbx-ha-guide', 'ha_ctl.sh stop -s pbx', 'ha_ctl.sh master', 'cp res/vars.yml'];
    const places = [...lines, 'update.sh portsip/pbx:22.7', 'ha_ctl.sh status'].map((line) =>
      (told?.message ?? '').indexOf(line),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(codes(plan(ha, newer, upgradedPbx)).filter((code) => code.startsWith('blocking'))).toEqual([]);
  });

  it('is told in a pull request, where the PBX may still be upgraded before the merge', () => {
    expect(codes(planned(ha, newer))).toContain('warning pbx-image media-server-1');
  });

  it('looks at the node that is active, or else at what the control node would run', () => {
    const passive = (image: string) => (one: Live) => {
      Object.assign(seenContainers(facts(one.main))[0]!, { running: false, image });
    };
    const elsewhere = (one: Live) => {
      passive('portsip/pbx:22.7')(one);
      seenContainers(node(one, '192.168.1.132'))[0]!.running = true;
    };
    const blocks = (change: (one: Live) => void) =>
      codes(plan(ha, newer, change)).includes('blocking pbx-image media-server-1');
    expect(blocks(elsewhere)).toBe(true);
    expect(blocks(passive('portsip/pbx:22'))).toBe(true);
    expect(blocks(passive('portsip/pbx:22.7'))).toBe(false);
  });

  it('gives IM a new token first, once', () => {
    const token = (change: (one: Live) => void) =>
      plan(ha, newer, (one) => (upgradedPbx(one), change(one))).changes.find(({ id }) => id === 'token/im');
    expect(token(() => {})).toMatchObject({ action: 'replace', impact: 'messaging' });
    expect(token((one) => void (one.imTokenInUse = true))).toBeDefined();
    // An earlier run issued it, and was cut off before the upgrade.
    expect(token((one) => void (one.imTokenInUse = false))).toBeUndefined();
  });

  it('follows a PBX that got another image by the same name', () => {
    const made = plan(ha, ha, (one) => {
      const pbx = seenContainers(facts(one.main))[0]!;
      Object.assign(pbx, { version: '22.7.0', createdAt: '2026-02-01T00:00:00Z' });
      seenContainers(facts(one.hosts.get('media-server-1')))[0]!.version = '22.6.0';
      seenContainers(facts(one.hosts.get('queue-server-1')))[0]!.version = '22.7.0';
      seenContainers(facts(one.hosts.get('im-server-1')))[0]!.version = '22.6.0';
    });
    expect(ids(made)).toEqual(['token/im', 'role/im-server-1', 'role/media-server-1']);
    const upgrade = only(made, 'role', 'media-server-1');
    expect(upgrade).toMatchObject({ causes: [{ cause: 'behind-pbx' }], verbs: ['upgrade'] });
    expect(reason(upgrade)).toBe('the PBX runs 22.7.0, it runs 22.6.0');
    expect(shown(upgrade)).toEqual([{ name: 'version', before: '22.6.0', after: '22.7.0' }]);
  });
});

test("what is kept where is the guide's scripts' business: the container is the truth", () => {
  const made = plan(ha, ha, (one) => {
    for (const host of one.hosts.values()) facts(host).roles = [];
  });
  expect(ids(made)).toEqual([]);
});

test('a server must run the release that the PBX runs', () => {
  const other = (os: HostFacts['os']) => (one: Live) => void (facts(one.hosts.get('media-server-2')).os = os);
  const jammy = other({ id: 'ubuntu', version: '22.04', prettyName: 'Ubuntu 22.04' });
  expect(codes(plan(ha, grown, jammy))).toEqual(
    expect.arrayContaining(['blocking host-os-differs media-server-2', 'warning host-os media-server-2']),
  );
  const debian = other({ id: 'debian', version: '12', prettyName: 'Debian 12' });
  expect(codes(plan(ha, grown, debian))).toContain('blocking host-os media-server-2');
});

test('a server needs neither Docker nor scripts of its own, but the disk that the guide says', () => {
  const bare = (one: Live) => {
    const host = facts(one.hosts.get('media-server-2'));
    host.docker = { installed: false };
    host.scripts = [];
    known(host.disk).totalMiB = 100 * 1024;
  };
  expect(codes(plan(ha, grown, bare)).filter((code) => code.includes('media-server-2'))).toEqual([
    'warning below-recommended media-server-2',
    'note cloud-firewall media-server-2',
  ]);
});

test('what goes with the IM or the Data Flow server is told before it is removed', () => {
  const without = clusterOf(HA.replace(/ {2}- \{ name: (im|dataflow)-server-1.*\n/g, ''));
  const told = plan(ha, without).warnings.filter(({ code }) => code === 'removal-stops');
  expect(told.map(({ server, message }) => [server, message.split(' until ')[0]])).toEqual([
    ['im-server-1', 'Removing im-server-1 takes away messages, chats and files'],
    [
      'dataflow-server-1',
      'Removing dataflow-server-1 takes away call records, reports, dashboards and queue wallboards',
    ],
  ]);
});
