import type { Deploy } from '../../../src/deploy/result';
import { Clock, journalStep } from '../../../src/github/journal';
import { silent } from '../../../src/log';
import { loadBalancerRestart, portalEntryRemoval, roleSetup, tokenIssue, trustedSource } from '../changes';
import { plan } from '../render/plans';

const changes = [
  trustedSource({ server: 'media-server-2' }),
  portalEntryRemoval({ server: 'queue-server-1' }),
  tokenIssue(),
  roleSetup({ server: 'media-server-2' }),
  loadBalancerRestart(),
];
const [trust, , , install, restart] = changes;
if (!trust || !install || !restart) throw new Error('five changes');
const result: Deploy = {
  kind: 'deploy',
  plan: plan([trust]),
  whole: plan(changes),
  ok: false,
  done: [{ change: trust, elapsedMs: 400 }],
  failed: [{ change: install, message: 'exit code 2' }],
  skipped: [{ change: restart, skip: { why: 'need', need: install.id, was: 'not-done' } }],
  tokens: { im: 'nobody may see it' },
  findings: [],
};

test('what a step did is kept as plain data, with words for a line and for below the name of a server', () => {
  const clock = new Clock();
  const now = jest.spyOn(Date, 'now').mockReturnValue(5000);
  clock.watching(silent).change({ id: trust.id, state: 'started' });
  const step = journalStep('Roles', result, clock, 4000);
  now.mockRestore();
  expect(step).toMatchObject({
    title: 'Roles',
    startedAt: 4000,
    done: [{ id: trust.id, server: 'media-server-2', at: 5000, elapsedMs: 400 }],
    failed: [{ id: install.id, at: 4000, elapsedMs: 1000, message: 'exit code 2' }],
    skipped: [{ id: restart.id, reason: 'waits for role/media-server-2, which was not done' }],
  });
  expect(step.planned.map(({ what, deed }) => [what, deed])).toEqual([
    // Of which address it was is seen nowhere else.
    ['trust 192.168.1.27/32', 'trust 192.168.1.27/32'],
    ['take queue-server-1 out of the portal', 'take out of the portal'],
    ['issue a token for IM', 'issue a token for IM'],
    ['install media-server-2', 'install'],
    ['restart the resource load balancer', 'restart the resource load balancer'],
  ]);
  expect(JSON.stringify(step)).not.toContain('nobody may see it');
});
