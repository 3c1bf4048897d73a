import { known } from '../known';
import { settingsOf } from '../../../src/cluster/settings';
import { seenContainers } from '../../../src/host/containers';
import { isReachable } from '../../../src/host/reachable';
import { parseCluster } from '../../../src/cluster/load';
import { InputError, type Cluster } from '../../../src/cluster/types';
import { controlPlane } from '../../../src/host/control-plane';
import { adopted } from '../../../src/import/adopt';
import type { Found } from '../../../src/import/discover';
import { draft, type Draft } from '../../../src/import/draft';
import { expressible, finalText } from '../../../src/import/file';
import { seedCluster, type ImportRequest } from '../../../src/import/seed';
import { makePlan } from '../../../src/plan/plan';
import type { PortalServer } from '../../../src/pbx/types';
import { deployed, recordOf } from '../../../src/stages/deployed';
import { emptyRecord } from '../../../src/stages/cluster-record';
import { ByAddress } from '../../../src/cluster/by-address';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, guide, ids, MEDIA_2, planned, withHost } from '../stages/fixture';
import { foundOf } from './found';

const REQUEST: ImportRequest = { name: 'acme', pbx: '192.168.1.20', hosts: [] };

function drafted(found: Found, request: Partial<ImportRequest> = {}): Draft {
  const whole = { ...REQUEST, ...request };
  return draft(found, whole, controlPlane(seedCluster(whole)));
}

function written(found: Found, request: Partial<ImportRequest> = {}) {
  const { drafted: kept, cluster } = expressible(drafted(found, request));
  const plan = planned(cluster, cluster);
  return { cluster, leftOut: kept.leftOut, text: finalText(kept, plan) };
}

/** Whatever the order, and wherever things stand in the file */
const said = ({ servers, ...cluster }: Cluster) => ({
  ...cluster,
  servers: new Map(servers.map(({ at, ...server }) => [server.name, { ...server, at: typeof at }])),
});
const portal = (live: Live, change: (servers: Live['portal']['servers']) => Live['portal']['servers']): Live => ({
  ...live,
  portal: { ...live.portal, servers: change(live.portal.servers) },
});
const rename = (servers: PortalServer[], from: string, to: string) =>
  servers.map((server) => (server.name === from ? { ...server, name: to } : server));

test.each([
  ["the guide's", GUIDE],
  [
    'with another image and data path, and one server that has its own',
    `${GUIDE.replace('22\n', '22.6\ndata_path: /data\n')}${MEDIA_2.replace(' }', ', image: portsip/pbx:22.5, data_path: /srv/x }')}`,
  ],
  [
    'with a network that is trusted, and built-in servers kept',
    `${GUIDE}firewall: { trust: [192.168.1.0/24] }\nbuilt_in_servers: keep\n`,
  ],
  ['with a disabled server', `${GUIDE}${MEDIA_2.replace(' }', ', enabled: false }')}`],
  ['of IPv6 addresses', GUIDE.replaceAll('192.168.1.', 'fd00::')],
  [
    'with session border controllers, one of which runs another image',
    `${GUIDE}  - { name: sbc-1, role: sbc, private_ip: 192.168.1.27 }
  - { name: sbc-2, role: sbc, private_ip: 192.168.1.28, image: portsip/sbc:11.3 }
sbc: { web_domain: sbc.example.com, https_port: 8883, transports: [{ protocol: TCP, port: 5069 }] }
`,
  ],
  ['without servers', GUIDE.replace(/servers:[^]*/, 'servers: []\n')],
])('a cluster %s is written as it is', (_, text) => {
  const cluster = clusterOf(text);
  const { cluster: found, leftOut } = written(foundOf(cluster), { pbx: cluster.pbx.privateIp });
  expect(said(found)).toEqual(said(cluster));
  expect(leftOut).toEqual([]);
  expect(ids(makePlan(found, deployed(cluster, found)))).toEqual([]);
});

test('what a person decided is kept: ssh, API, paths', () => {
  const { cluster } = written(foundOf(guide()), {
    api: 'https://pbx.example.com:8887',
    sshUser: 'ops',
    sshPort: 2222,
    jumpHost: 'bastion.example.com',
    scriptsPath: '/srv/scripts',
  });
  expect(cluster.pbx.api).toBe('https://pbx.example.com:8887');
  expect(cluster.ssh).toEqual({
    user: 'ops',
    port: 2222,
    jumpHost: { host: 'bastion.example.com', port: 22, user: 'ops' },
  });
  expect(cluster.scriptsPath).toBe('/srv/scripts');
});

test('a request that makes no cluster file is refused with all that is wrong with it', () => {
  const bad = () => seedCluster({ ...REQUEST, name: 'Acme Inc', pbx: 'pbx.example.com', api: 'http://x' });
  expect(bad).toThrow(/letters.*\n.*IPv4.*\n.*https/s);
  expect(bad).toThrow(InputError);
});

test('a host that does not answer is written from what the portal tells, and it is said', () => {
  const found = foundOf(guide(), (live) => ({
    ...live,
    hosts: new Map([...live.hosts, ['queue-server-1', { unreachable: 'no route\nto host \u001b[31m' }]]),
  }));
  const { cluster, text } = written(found);
  expect(cluster.servers.map(({ name }) => name)).toEqual(guide().servers.map(({ name }) => name));
  expect(text).toMatch(
    /^ {2}# its host did not answer: no route\\nto host \\x1b\[31m\n.*\n {2}- name: queue-server-1$/m,
  );
});

test('registered by one name and installed by another, as in the guide: it is said what a deploy would do', () => {
  const cluster = guide();
  const live = portal(deployed(cluster, cluster), (servers) => ({
    ...servers,
    ivr: rename(servers.ivr, 'vr-server-1', 'ivr-server-1'),
  }));
  const { drafted: kept, cluster: found } = expressible(drafted({ ...foundOf(cluster), portal: live.portal }));
  const hosts = new Map([...live.hosts, ['ivr-server-1', live.hosts.get('vr-server-1')!]]);
  const text = finalText(kept, makePlan(found, { ...live, hosts, record: emptyRecord('acme') }));
  expect(text).toMatch(/^# A deploy of this file would make \d+ changes?, /m);
  expect(text).toMatch(
    /^ {2}# a deploy would recreate ivr-server-1: name is vr-server-1, should be ivr-server-1\n {2}- name: ivr-server-1$/m,
  );
});

test('settings that are not those of the last deploy are said', () => {
  const { drafted: kept, cluster } = expressible(drafted(foundOf(guide())));
  const changedSettings = [{ name: 'pbx.api', before: 'https://a', after: 'https://b' }] as const;
  const text = finalText(kept, { ...planned(cluster, cluster), changedSettings });
  expect(text).toContain(
    '# A deploy of this file does nothing on any server. It only writes down other settings than the last one: pbx.api.',
  );
  expect(text).not.toContain('changes nothing');
});

describe('a machine that the portal has by two names', () => {
  const twice = (boot: string) =>
    foundOf(guide(), (live) =>
      portal(
        withHost(live, 'queue-server-1', (facts) => void (facts.bootId = boot)),
        ({ queue, ...servers }) => {
          const dead: PortalServer = {
            ...(queue.at(-1) as PortalServer),
            id: 'dead',
            name: 'queue-old',
            privateIp: '192.168.1.92',
          };
          // Whichever of them the portal lists first
          return { ...servers, queue: [queue[0] as PortalServer, dead, ...queue.slice(1)] };
        },
      ),
    );
  const seenAt = (found: Found): Found => {
    const facts = found.byAddress.get('192.168.1.22')?.facts;
    if (!facts) throw new Error('no such host');
    const machines = [...found.machines, { address: '192.168.1.92', facts }];
    return { ...found, machines, byAddress: new ByAddress(machines.map((one) => [one.address, one] as const)) };
  };
  const queues = (found: Found) => drafted(found).servers.filter(({ entry }) => entry.role === 'queue');

  test('is written by the one that its container is named for, and the other one is told of', () => {
    const [one, ...others] = queues(seenAt(twice('one boot')));
    expect([one?.entry.name, one?.entry.private_ip, others]).toEqual(['queue-server-1', '192.168.1.22', []]);
    expect(one?.notes).toEqual([expect.stringContaining('as "queue-old" as well')]);
  });

  test('is written by both where nothing tells which', () => {
    const found = seenAt(twice('one boot'));
    for (const { facts } of found.machines)
      if (isReachable(facts))
        for (const container of seenContainers(facts))
          if (container.name === 'portsip.callqueue') container.args = ['-n', 'something-else'];
    expect(queues(found).map(({ entry }) => entry.name)).toEqual(['queue-old', 'queue-server-1']);
  });
});

test('servers that no cluster file can have are left out, with the reason', () => {
  const evil = 'Room 1: "big"\n- name: x # \u202e';
  const found = foundOf(guide(), (live) =>
    portal(live, (servers) => ({
      ...servers,
      meeting: rename(servers.meeting, 'meeting-server-1', evil),
      ivr: servers.ivr.map((server) =>
        server.type === 'EXTERNAL' ? { ...server, privateIp: '192.168.1.22' } : server,
      ),
      media: rename(servers.media, 'media-server-1', 'pbx'),
    })),
  );
  const { cluster, leftOut, text } = written(found);
  expect(cluster.servers.map(({ name }) => name)).toEqual(['queue-server-1', 'im-server-1', 'dataflow-server-1']);
  expect(leftOut).toEqual([
    expect.stringMatching(/^media server "pbx": .*cannot be called pbx/),
    expect.stringMatching(/^meeting server "Room 1: .*: /),
    expect.stringMatching(/^ivr server "vr-server-1": .*192\.168\.1\.22/),
  ]);
  const listed = text.split('\n').filter((line) => line.includes('Room 1'));
  expect(listed).toEqual([expect.stringMatching(/^ {2}# - meeting server /)]);
  expect(text).not.toMatch(/\u202e|^- name: x/m);
  const again = parseCluster(text, 'cluster.yaml').cluster;
  expect(again && said(again)).toEqual(said(cluster));
});

test('the main server does not answer: the portal and the hosts tell the rest', () => {
  const { cluster, text } = written({ ...foundOf(guide()), main: { unreachable: 'timed out' } });
  expect(said(cluster)).toEqual(said(guide()));
  expect(text).toContain('# the main server did not answer: timed out');
  expect(text).toContain('# NOT KNOWN: firewalld on the main server did not answer');
});

test('no host answers: the image is said not to be known', () => {
  const found = foundOf(guide(), (live) => ({ ...live, hosts: new Map() }));
  const { cluster, text } = written({ ...found, main: { unreachable: 'x' }, apiVersion: '22.4' });
  expect(cluster.image).toBe('portsip/pbx:22');
  expect(text).toMatch(/# NOT KNOWN: no host said which image it runs; correct this\nimage: portsip\/pbx:22\n/);
});

test('an image and paths that a cluster file cannot say are not written into it', () => {
  const found = foundOf(guide(), (live) =>
    withHost(live, 'media-server-1', (facts) => {
      const roles = known(facts.roles);
      Object.assign(seenContainers(facts)[0] ?? {}, { image: 'sha256:ABC def' });
      Object.assign(roles[0]?.values ?? {}, { PBX_DATA_PATH: '/data/$(id)' });
    }),
  );
  const { cluster, text } = written(found);
  expect(cluster.servers[0]).toMatchObject({ image: 'portsip/pbx:22', dataPath: '/var/lib/portsip' });
  expect(text).toContain('  # it runs the image sha256:ABC def, which cannot be written in a cluster file\n');
});

test('where a highly available PBX decides about a data path, none is written', () => {
  const ownPath = (server: string) => server.replace(' }', ', data_path: /srv/own }');
  const text = GUIDE.replace(/.*name: dataflow.*/, ownPath).concat(ownPath(MEDIA_2));
  const paths = (request: Partial<ImportRequest>) =>
    drafted(foundOf(clusterOf(text)), request).servers.flatMap(({ entry }) => entry.data_path ?? []);
  expect(paths({})).toEqual(['/srv/own', '/srv/own']);
  expect(drafted(foundOf(clusterOf(text)), { controlNode: '192.168.1.131' })).toMatchObject({
    file: { data_path: '/srv/own', pbx: { high_availability: { control_node: '192.168.1.131' } } },
  });
  expect(paths({ controlNode: '192.168.1.131' })).toEqual([]);
});

test('servers that know the PBX by another address: the address that was given may be the wrong one', () => {
  const { text } = written(foundOf(guide()), { pbx: '10.0.0.20' });
  expect(text).toContain(
    '# 6 of 6 servers know the PBX by 192.168.1.20: if that is right, import again with that address',
  );
});

test('names of IM and Data Flow servers are those that this project wrote down, if it did', () => {
  const cluster = clusterOf(GUIDE.replace('im-server-1', 'chat').replace('dataflow-server-1', 'reports'));
  const names = (found: Found) =>
    written(found)
      .cluster.servers.slice(-2)
      .map(({ name }) => name);
  const found = foundOf(cluster);
  expect(names(found)).toEqual(['im-server-1', 'dataflow-server-1']);
  expect(names({ ...found, record: recordOf(cluster) })).toEqual(['chat', 'reports']);
  const nameOf = (cidr: string) => cluster.servers.find(({ address }) => cidr === `${address}/32`)?.name ?? '';
  const ipFilters = found.portal.ipFilters.map((filter) => ({
    ...filter,
    description: `acme: ${nameOf(filter.cidr)}`,
  }));
  expect(names({ ...found, portal: { ...found.portal, ipFilters } })).toEqual(['chat', 'reports']);
});

test('machines that nobody registered are told of', () => {
  const found = foundOf(guide());
  const [media] = found.machines;
  if (!media) throw new Error('no machine');
  const others = [
    { ...media, address: '192.168.1.99' },
    { address: '192.168.1.98', facts: { unreachable: 'no route to host' } },
  ];
  const machines = [...found.machines, ...others];
  const { leftOut } = written({
    ...found,
    others,
    machines,
    byAddress: new ByAddress(machines.map((one) => [one.address, one] as const)),
  });
  expect(leftOut).toEqual([
    '192.168.1.99 runs a media server that the portal does not have',
    '192.168.1.98 did not answer: no route to host',
  ]);
});

describe('adopted', () => {
  const live = deployed(guide(), guide());

  test('is what is there and in the file, as if it had been put there from it', () => {
    const { firewall, servers, whitelist, builtInDisabled } = adopted(emptyRecord('acme'), guide(), live);
    const whole = recordOf(guide());
    expect({ firewall, servers, whitelist }).toEqual({
      firewall: whole.firewall,
      servers: whole.servers,
      whitelist: whole.whitelist,
    });
    expect(builtInDisabled).toEqual(['media', 'queue', 'meeting', 'ivr']);
  });

  test('is nothing that is not there, nor what others put there', () => {
    const head = clusterOf(`${GUIDE}${MEDIA_2}`);
    const record = adopted(emptyRecord('acme'), head, deployed(guide(), head));
    expect(Object.keys(record.servers)).not.toContain('media-server-2');
    expect(record.whitelist).not.toContain('192.168.1.27/32');
    const network = {
      running: true,
      trusted: { permanent: ['192.168.1.0/24'], runtime: [] },
      otherZones: {},
      rivals: { permanent: [], runtime: [] },
    };
    expect(
      adopted(emptyRecord('acme'), guide(), { ...live, main: { ...live.main, firewall: network } }).firewall,
    ).toEqual([]);
  });

  test('takes nothing from the record that there is', () => {
    const before = { ...recordOf(clusterOf(`${GUIDE}${MEDIA_2}`)), restarts: { 'restart/pbx': { reason: 'x' } } };
    expect(adopted(before, guide(), live)).toEqual({
      ...before,
      builtInDisabled: ['media', 'queue', 'meeting', 'ivr'],
      settings: settingsOf(guide()),
    });
  });

  test('leaves the plan empty', () => {
    expect(ids(makePlan(guide(), { ...live, record: adopted(emptyRecord('acme'), guide(), live) }))).toEqual([]);
  });
});
