import { unknown } from '../../../src/host/reading';
import { clusterOf, GUIDE, guide, ids, planned, withHost } from './fixture';

/** What a host does not tell is not known, and never taken for what is not there. */
const without = (name: string) =>
  clusterOf(
    GUIDE.split('\n')
      .filter((line) => !line.includes(name))
      .join('\n'),
  );

const blocked = (plan: ReturnType<typeof planned>) =>
  plan.warnings.filter(({ severity }) => severity === 'blocking').map(({ code, server }) => [code, server]);

describe('a server that left the cluster file', () => {
  const dockerHangs = planned(guide(), without('queue-server-1'), (live) =>
    withHost(live, 'queue-server-1', (facts) => void (facts.containers = unknown('Docker does not answer'))),
  );

  it('whose Docker does not answer is left as it is, in the portal and the firewall, too', () => {
    expect(ids(dockerHangs).filter((id) => /queue-server-1|192\.168\.1\.22/.test(id))).toEqual([]);
    expect(blocked(dockerHangs)).toEqual([['containers-unknown', 'queue-server-1']]);
  });

  it('and has no container is taken out of the portal', () => {
    const empty = planned(guide(), without('queue-server-1'), (live) =>
      withHost(live, 'queue-server-1', (facts) => void (facts.containers = [])),
    );
    expect(ids(empty)).toContain('server/queue-server-1');
    expect(blocked(empty)).toEqual([]);
  });
});

it('a server that moves waits while nobody can see what runs on its old host', () => {
  const moves = planned(guide(), clusterOf(GUIDE.replace('192.168.1.22 ', '192.168.1.32 ')), (live) =>
    withHost(
      live,
      'queue-server-1 (192.168.1.22)',
      (facts) => void (facts.containers = unknown('Docker does not answer')),
    ),
  );
  expect(blocked(moves)).toContainEqual(['containers-unknown', 'queue-server-1']);
});

it.each([
  ['where the PBX runs', GUIDE],
  [
    'of a high-availability cluster',
    GUIDE.replace(
      'pbx: { private_ip: 192.168.1.20 }',
      'pbx: { private_ip: 192.168.1.130, high_availability: { control_node: 192.168.1.131 } }',
    ),
  ],
])('a server %s is left as it is while its Docker does not answer', (_where, text) => {
  const newer = clusterOf(text.replace('image: portsip/pbx:22', 'image: portsip/pbx:22.7'));
  const hangs = planned(clusterOf(text), newer, (live) =>
    withHost(live, 'queue-server-1', (facts) => void (facts.containers = unknown('Docker does not answer'))),
  );
  expect(ids(hangs)).toContain('role/media-server-1');
  expect(ids(hangs)).not.toContain('role/queue-server-1');
  expect(hangs.warnings).toContainEqual(
    expect.objectContaining({
      severity: 'blocking',
      server: 'queue-server-1',
      message: expect.stringContaining('Docker does not answer') as unknown,
    }),
  );
});
