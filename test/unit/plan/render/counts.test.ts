import { countsLine, impactSentences, summaryLine, worstImpact } from '../../../../src/plan/render/counts';
import { change, plan, scaleOut, servers } from './plans';

test('a plan sums up what it would do', () => {
  expect(summaryLine(scaleOut)).toBe('Plan: 4 to add, 0 to change, 0 to replace, 7 to restart, 0 to remove.');
  expect(countsLine([{ action: 'update' }, { action: 'replace' }, { action: 'delete' }, { action: 'delete' }])).toBe(
    '0 to add, 1 to change, 1 to replace, 0 to restart, 2 to remove',
  );
});

test('an empty plan says what it was compared with', () => {
  expect(summaryLine(plan([]), 'infra/cluster.yaml')).toBe('No changes. The cluster matches infra/cluster.yaml.');
  expect(summaryLine(plan([], [], false))).toBe('No changes. Both cluster files ask for the same cluster.');
});

test('the worst impact counts', () => {
  expect(worstImpact([])).toBe('none');
  expect(worstImpact([{ impact: 'analytics' }, { impact: 'new-calls' }, { impact: 'messaging' }])).toBe('new-calls');
});

describe('what callers will notice', () => {
  const restart = (server: string, impact: 'new-calls' | 'active-calls') =>
    change(`restart/${server}`, 'restart', { server, impact });

  test('nothing', () => {
    expect(impactSentences([change('firewall/192.168.1.21/32', 'create')])).toEqual(['Callers notice nothing.']);
  });

  test('the only server of a role is not there for a minute', () => {
    expect(impactSentences([restart('meeting-server-1', 'new-calls')], servers)).toEqual([
      'New calls that need a meeting server are refused for about a minute: there is none beside meeting-server-1.',
    ]);
  });

  test('a server that takes no calls is no help to the other one of its role', () => {
    const idle = servers.map((server) => (server.name === 'media-server-2' ? { ...server, enabled: false } : server));
    expect(impactSentences([restart('media-server-1', 'new-calls')], idle)[0]).toContain('a media server are refused');
  });

  test('others of the role take the calls', () => {
    expect(impactSentences([restart('media-server-1', 'new-calls')], servers)).toEqual([
      'media-server-1 takes no new calls for about a minute, once the calls on it have ended; others of the role take them.',
    ]);
  });

  test('without the cluster at hand both are possible, and said', () => {
    expect(impactSentences([restart('media-server-1', 'new-calls')])[0]).toContain(
      'where there is none they are refused',
    );
  });

  test('the worst comes first', () => {
    const sentences = impactSentences(
      [
        restart('queue-server-1', 'new-calls'),
        restart('media-server-1', 'active-calls'),
        change('restart/pbx', 'restart', { impact: 'active-calls' }),
      ],
      servers,
    );
    expect(sentences[0]).toMatch(/^The PBX itself restarts: all calls are cut/);
    expect(sentences[1]).toBe('Calls that are up on media-server-1 are cut.');
    expect(sentences[2]).toContain('a queue server');
  });
});
