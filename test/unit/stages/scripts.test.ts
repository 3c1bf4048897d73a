import { isReachable } from '../../../src/host/reachable';
import { unknown } from '../../../src/host/reading';
import { decided, fingerprint } from '../../../src/plan/fingerprint';
import type { Plan } from '../../../src/plan/types';
import type { Live } from '../../../src/stages/live';
import {
  clusterOf,
  GUIDE,
  guide,
  havingScripts,
  ids,
  idsIn,
  only,
  planned,
  reason,
  shown,
  withHost,
  withScripts,
} from './fixture';

const script = (says: string, options = 'p:a:x:i:s:n:') =>
  `#!/bin/sh\nset -e\nwhile getopts ${options} option; do :; done\necho ${says}\n`;
const TEXTS = {
  'cluster_ctl.sh': script('cluster'),
  'dataflow_ctl.sh': `${script('dataflow', 'p:a:A:x:i:d:g:')}while getopts i:d:g: option; do :; done\n`,
  'im_ctl.sh': script('im'),
  'pbx_ctl.sh': script('pbx'),
};
const cluster = withScripts(guide(), TEXTS);
const sums = Object.fromEntries((cluster.scripts?.files ?? []).map(({ name, sha256 }) => [name, sha256]));
const OLD = 'f'.repeat(64);

const plan = (change: (live: Live) => Live = (live) => live, head = cluster): Plan =>
  planned(guide(), head, (live) => change(havingScripts(live, sums)));
const found = ({ warnings }: Plan) =>
  warnings.map(({ code, severity, server = '' }) => `${severity} ${code} ${server}`.trim());

it('leaves hosts that have the very same files alone, whatever else is in their folder', () => {
  expect(ids(plan())).toEqual([]);
  const others = (live: Live) =>
    withHost(live, 'im-server-1', (facts) => (facts.scriptSums = { ...sums, 'own.sh': OLD }));
  expect(ids(plan(others))).toEqual([]);
});

it('without a folder in the cluster file nothing is done to any', () => {
  expect(ids(planned(guide(), guide(), (live) => havingScripts(live, {})))).toEqual([]);
  // And neither where nobody has read it: a base to compare with
  const unread = { ...cluster, scripts: { folder: 'portsip', at: { line: 1, column: 1 } } };
  expect(ids(plan((live) => havingScripts(live, {}), unread))).toEqual([]);
});

it('shows which files of a host are others, and by how many lines', () => {
  const changed = plan((live) => ({
    ...withHost(live, 'im-server-1', (facts) => (facts.scriptSums = { ...sums, 'im_ctl.sh': OLD })),
    scriptTexts: new Map([[OLD, '#!/bin/sh\nset -e\necho old\n']]),
  }));
  expect(ids(changed)).toEqual(['scripts/im-server-1']);
  const change = only(changed, 'control-scripts');
  expect(reason(change)).toBe('1 script is not what the repository has');
  expect(shown(change)).toEqual([
    { name: 'im_ctl.sh', before: 'ffffffffffff', after: `${sums['im_ctl.sh']?.slice(0, 12)} (+2 -1 lines)` },
  ]);
  expect(change).toMatchObject({ action: 'update', impact: 'none', path: '/opt/portsip' });
});

it('puts all of them on a host that has none, before it installs anything there', () => {
  const { servers } = guide();
  const more = clusterOf(`${GUIDE}  - { name: media-server-2, role: media, private_ip: 192.168.1.27 }\n`);
  const bare = (live: Live) =>
    withHost(live, 'media-server-2', (facts) =>
      Object.assign(facts, { scripts: [], scriptOptions: {}, scriptSums: {} }),
    );
  const added = plan(bare, withScripts(more, TEXTS));
  expect(idsIn(added, 'scripts')).toEqual(['scripts/media-server-2']);
  expect(only(added, 'control-scripts')).toMatchObject({ action: 'create' });
  expect(only(added, 'role').needs).toContain('scripts/media-server-2');
  // What is on its way is not missing.
  expect(found(added).filter((one) => one.startsWith('blocking'))).toEqual([]);
  expect(servers).toHaveLength(6);
  expect(found(planned(guide(), more, (live) => bare(havingScripts(live, sums))))).toContain(
    'blocking script-missing media-server-2',
  );
});

it('refreshes them before an upgrade, and goes by what the new ones can be told', () => {
  const upgrade = GUIDE.replace('role: dataflow,', 'role: dataflow, clickhouse_image: portsip/clickhouse:26.3,');
  const before = clusterOf(upgrade.replace('26.3', '25.8'));
  const old = (live: Live) =>
    withHost(havingScripts(live, { ...sums, 'dataflow_ctl.sh': OLD }), 'dataflow-server-1', (facts) => {
      facts.scriptOptions = { 'dataflow_ctl.sh': ['p:a:A:x:i:d:', 'i:'] };
    });
  const [without, withThem] = [clusterOf(upgrade), withScripts(clusterOf(upgrade), TEXTS)].map((head) =>
    planned(before, head, old),
  );
  expect(found(without!)).toContain('blocking scripts-older dataflow-server-1');
  expect(found(withThem!).filter((one) => one.includes('dataflow-server-1') && one.startsWith('blocking'))).toEqual([]);
  expect(only(withThem!, 'role').needs).toContain('scripts/dataflow-server-1');
  expect(ids(withThem!)).toContain('scripts/pbx');
});

it('an upgrade of the PBX itself needs those of the main server', () => {
  const wanted = clusterOf(
    GUIDE.replace('192.168.1.20 }', '192.168.1.20, image: portsip/pbx:22.7 }').replace('pbx:22\n', 'pbx:22.7\n'),
  );
  const made = plan((live) => ({ ...live, main: { ...live.main, scriptSums: {} } }), withScripts(wanted, TEXTS));
  expect(only(made, 'pbx-image').needs).toEqual(['scripts/pbx']);
  const change = only(made, 'control-scripts');
  expect([change.server, change.machine.address]).toEqual([undefined, '192.168.1.20']);
});

it('does nothing where nobody can tell what is there, and says so', () => {
  const blind = plan((live) => withHost(live, 'im-server-1', (facts) => (facts.scriptSums = unknown('no sha256sum'))));
  expect([ids(blind), found(blind)]).toEqual([[], expect.arrayContaining(['blocking scripts-unknown im-server-1'])]);
  const main = plan((live) => ({
    ...live,
    main: { ...live.main, scriptSums: unknown('no sha256sum') },
  }));
  expect([ids(main), found(main)]).toEqual([[], expect.arrayContaining(['warning scripts-unknown'])]);
});

it('leaves a host alone on which a server of another cluster runs, or nobody knows what', () => {
  const other = plan((live) =>
    withHost(live, 'media-server-1', (facts) => {
      facts.scriptSums = {};
      facts.containers = (isReachable(facts) && Array.isArray(facts.containers) ? facts.containers : []).map((one) => ({
        ...one,
        args: ['-a', '192.168.9.9', '-x', '192.168.1.21', '-n', 'media-server-9'],
      }));
    }),
  );
  expect(idsIn(other, 'scripts')).toEqual([]);
  const blind = plan((live) =>
    withHost(live, 'media-server-1', (facts) =>
      Object.assign(facts, { scriptSums: {}, containers: unknown('no answer'), docker: unknown('no answer') }),
    ),
  );
  expect(idsIn(blind, 'scripts')).toEqual([]);
});

it('what was reviewed is the very content, on the very machine, and not what was there before', () => {
  const missing = (head = cluster, have: Record<string, string> = {}) =>
    only(
      plan((live) => withHost(live, 'im-server-1', (facts) => (facts.scriptSums = have)), head),
      'control-scripts',
    );
  const change = missing();
  const print = fingerprint('acme', change);
  expect(fingerprint('acme', missing(cluster, { 'im_ctl.sh': OLD }))).not.toBe(undefined);
  expect(Object.keys(decided(change))).not.toContain('present');
  const other = withScripts(guide(), { ...TEXTS, 'im_ctl.sh': script('something else') });
  const otherChange = {
    ...missing(),
    files: (other.scripts?.files ?? []).map(({ name, sha256, shell }) => ({ name, sha256, shell })),
  };
  expect(fingerprint('acme', otherChange)).not.toBe(print);
  expect(fingerprint('acme', { ...change, present: [] })).toBe(print);
});
