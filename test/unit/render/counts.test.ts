import { countsLine, impactSentences, summaryLine, worstImpact } from '../../../src/render/counts';
import type { Finding } from '../../../src/finding';
import type { ChangeAction } from '../../../src/stages/change';
import { pbxRestart, roleRemoval, roleSetup, sbcSettings, serverRestart, tokenIssue, trustedSource } from '../changes';
import { plan, scaleOut } from './plans';

test('a plan sums up what it would do', () => {
  expect(summaryLine(scaleOut)).toBe('Plan: 11 changes (4 to add, 7 to restart).');
  const role = (action: ChangeAction) => ({ action, kind: 'role' as const });
  expect(countsLine([role('update'), role('replace'), role('delete'), role('delete')])).toBe(
    '4 changes (1 to change in place, 1 to remove and add again, 2 to remove)',
  );
  expect(countsLine([role('create'), { action: 'create', kind: 'backup' }])).toBe('2 changes (1 to add, 1 to back up)');
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
  const only = (server: string, code: string): Finding => ({
    code,
    severity: 'warning',
    server,
    message: 'the only one',
  });

  test('nothing', () => {
    expect(impactSentences(plan([trustedSource({ source: '192.168.1.21/32' })]))).toEqual(['Callers notice nothing.']);
  });

  test('others of the role take the calls', () => {
    expect(impactSentences(plan([serverRestart({ server: 'media-server-1', impact: 'new-calls' })]))).toEqual([
      'media-server-1 takes no new calls while those on it end, and for about a minute after that; others of the role take them.',
    ]);
  });

  test('what goes for good does not come back after a minute', () => {
    const gone = (server: string) => roleRemoval({ server, impact: 'new-calls' });
    const [one, two] = [gone('media-server-1'), gone('media-server-2')];
    expect(impactSentences(plan([one]))).toEqual([
      'media-server-1 takes no new calls any more, and goes once those on it have ended; others of the role take them.',
    ]);
    expect(
      impactSentences(
        plan([one, two], [only('media-server-1', 'last-of-role'), only('media-server-2', 'last-of-role')]),
      ),
    ).toEqual([
      "The PBX's built-in servers take new calls from then on: media-server-1 and media-server-2 go once the last calls there have ended.",
    ]);
  });

  test('session border controllers that the PBX knows otherwise, or that need a new token, are no server that is away', () => {
    expect(
      impactSentences(
        plan([
          sbcSettings({ impact: 'new-calls' }),
          tokenIssue({ service: 'sbc', action: 'replace', impact: 'active-calls' }),
        ]),
      ),
    ).toEqual([
      'Nobody gets in or out by a session border controller from the new token on until a person has typed it into the portal of each.',
      'New calls and web pages go by what the PBX then knows of session border controllers; where that does not fit them, they fail.',
    ]);
  });

  test('the built-in server stands in for the only one of its role', () => {
    const made = plan(
      [serverRestart({ server: 'meeting-server-1', impact: 'new-calls' })],
      [only('meeting-server-1', 'last-of-role')],
    );
    expect(impactSentences(made)).toEqual([
      "The PBX's built-in server takes new calls while the last calls on meeting-server-1 end, and for about a minute after that.",
    ]);
  });

  test('without one to stand in, calls are refused', () => {
    const made = plan(
      [serverRestart({ server: 'meeting-server-1', impact: 'new-calls' })],
      [only('meeting-server-1', 'last-of-role-without-stand-in')],
    );
    expect(impactSentences(made)).toEqual([
      'New calls that need meeting-server-1 are refused while the last calls there end, and for about a minute after that: there is no other of the role, and none built in.',
    ]);
  });

  test('one server of which two things change is one server', () => {
    const im = { server: 'im-server-1', impact: 'messaging' } as const;
    const changes = [tokenIssue({ ...im, action: 'replace' }), roleSetup({ ...im, action: 'update' })];
    expect(impactSentences(plan(changes))).toEqual([
      'Chat messages and files pause for about a minute while im-server-1 starts again; calls go on.',
    ]);
  });

  test('what is removed does not come back in a minute', () => {
    const gone = roleRemoval({ server: 'dataflow-server-1', impact: 'analytics' });
    expect(impactSentences(plan([gone]))).toEqual([
      'Reports and call statistics stop when dataflow-server-1 is removed, until there is another server for them; calls and chat go on.',
    ]);
  });

  test('the worst comes first', () => {
    const sentences = impactSentences(
      plan([
        serverRestart({ server: 'media-server-1', impact: 'new-calls' }),
        serverRestart({ server: 'queue-server-1', impact: 'active-calls' }),
        pbxRestart({ impact: 'active-calls' }),
      ]),
    );
    expect(sentences[0]).toMatch(/^The PBX itself restarts: all calls are cut/);
    expect(sentences[1]).toBe(
      'Calls that are up on queue-server-1 get about five minutes to end; those that last longer are cut.',
    );
    expect(sentences[2]).toMatch(/^media-server-1 takes no new calls/);
  });
});
