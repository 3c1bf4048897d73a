import { countsLine, impactSentences, summaryLine, worstImpact } from '../../../src/render/counts';
import type { Change, Finding } from '../../../src/stages/types';
import { change, plan, scaleOut } from './plans';

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
  const restart = (server: string, impact: Change['impact']) =>
    change(`restart/${server}`, 'restart', { server, impact });
  const only = (server: string, code: string): Finding => ({
    code,
    severity: 'warning',
    server,
    message: 'the only one',
  });

  test('nothing', () => {
    expect(impactSentences(plan([change('firewall/192.168.1.21/32', 'create')]))).toEqual(['Callers notice nothing.']);
  });

  test('others of the role take the calls', () => {
    expect(impactSentences(plan([restart('media-server-1', 'new-calls')]))).toEqual([
      'media-server-1 takes no new calls for about a minute, once the calls on it have ended; others of the role take them.',
    ]);
  });

  test('the built-in server stands in for the only one of its role', () => {
    const made = plan([restart('meeting-server-1', 'new-calls')], [only('meeting-server-1', 'last-of-role')]);
    expect(impactSentences(made)).toEqual([
      'The PBX’s built-in server takes the new calls while meeting-server-1 is away, about a minute.',
    ]);
  });

  test('without one to stand in, calls are refused', () => {
    const made = plan(
      [restart('meeting-server-1', 'new-calls')],
      [only('meeting-server-1', 'last-of-role-without-stand-in')],
    );
    expect(impactSentences(made)).toEqual([
      'New calls that need meeting-server-1 are refused for about a minute: there is no other of the role, and none built in.',
    ]);
  });

  test('one server of which two things change is one server', () => {
    const token = { server: 'im-server-1', impact: 'messaging' } as const;
    expect(
      impactSentences(plan([change('token/im', 'replace', token), change('role/im-server-1', 'update', token)])),
    ).toEqual(['Chat messages and files pause for about a minute while im-server-1 starts again; calls go on.']);
  });

  test('what is removed does not come back in a minute', () => {
    const gone = { server: 'dataflow-server-1', impact: 'analytics' } as const;
    expect(impactSentences(plan([change('role/dataflow-server-1', 'delete', gone)]))).toEqual([
      'Reports and call statistics stop when dataflow-server-1 is removed, until there is another server for them; calls and chat go on.',
    ]);
  });

  test('the worst comes first', () => {
    const sentences = impactSentences(
      plan([
        restart('media-server-1', 'new-calls'),
        restart('queue-server-1', 'active-calls'),
        change('restart/pbx', 'restart', { impact: 'active-calls' }),
      ]),
    );
    expect(sentences[0]).toMatch(/^The PBX itself restarts: all calls are cut/);
    expect(sentences[1]).toBe(
      'Calls that are up on queue-server-1 get about five minutes to end; those that last longer are cut.',
    );
    expect(sentences[2]).toMatch(/^media-server-1 takes no new calls/);
  });
});
