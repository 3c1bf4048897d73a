import { unknown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, guide, ids, planned, withHost } from './fixture';

/* From v22.8 on a server can have Data Flow for several PBXs, each with its own folder. */

const ID = '0b9e4c9a-6d8b-4d55-9a3b-2f6c1f0e7a11';
const OTHER = '7f3c2f5e-1111-4222-8333-444455556666';
const OLD = ['d:p:a:A:x:i:U:P:R:g:', 'i:d:g:'];
const NEW = ['d:p:a:A:x:i:U:P:R:g:', 'i:d:g:x:'];
const dataflow = (change: (facts: HostFacts) => void) => (live: Live) => withHost(live, 'dataflow-server-1', change);
const another = clusterOf(
  GUIDE.replace('192.168.1.26 }', '192.168.1.26, clickhouse_image: "portsip/clickhouse:26.3" }'),
);
const blocks = (plan: ReturnType<typeof planned>) =>
  plan.warnings.filter(({ severity }) => severity === 'blocking').map(({ code }) => code);

it('one that moved its data is recreated by scripts that know of that, and by no older ones', () => {
  const migrated = (options: string[]) =>
    dataflow((facts) => {
      facts.instances = [ID];
      facts.scriptOptions = { 'dataflow_ctl.sh': options };
      if (Array.isArray(facts.containers))
        for (const container of facts.containers)
          if (container.name === 'portsip.clickhouse') container.image = 'portsip/clickhouse:25.8';
    });
  const newer = planned(guide(), another, migrated(NEW));
  expect(blocks(newer)).toEqual([]);
  expect(ids(newer)).toContain('role/dataflow-server-1');
  expect(blocks(planned(guide(), another, migrated(OLD)))).toEqual(['scripts-older']);
});

it('none is installed where there is data of one, and nobody can say whose', () => {
  const empty = clusterOf(GUIDE.replace(/.*dataflow-server-1.*\n/, ''));
  const there = (instances: string[], pbx?: string) =>
    dataflow((facts) => {
      facts.instances = instances;
      facts.scriptOptions = { 'dataflow_ctl.sh': NEW };
      if (pbx) facts.roles = [{ role: 'dataflow', values: { PBX_IP_ADDRESS: pbx } }];
    });
  expect(blocks(planned(empty, guide(), there([ID])))).toEqual(['instances-unknown']);
  expect(blocks(planned(empty, guide(), there([ID], '10.0.0.1')))).toEqual(['instances-unknown']);
  // What a run that died between rm and run left behind is our own.
  expect(blocks(planned(empty, guide(), there([ID], '192.168.1.20')))).toEqual([]);
  expect(blocks(planned(empty, guide(), there([ID, OTHER], '192.168.1.20')))).toEqual(['instances-unknown']);
});

it('a server with several is neither recreated nor removed', () => {
  const several = dataflow((facts) => (facts.containers = unknown('Data Flow runs there for several PBXs')));
  const less = clusterOf(GUIDE.replace(/.*dataflow-server-1.*\n/, ''));
  for (const head of [another, less]) {
    const plan = planned(guide(), head, several);
    expect(ids(plan).filter((id) => id.startsWith('role/'))).toEqual([]);
    expect(blocks(plan)).toEqual(['containers-unknown']);
  }
});
