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
