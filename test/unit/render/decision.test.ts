import { renderDecision } from '../../../src/render/decision';
import { pbxRestart, serverRestart } from '../changes';
import { plan, scaleOut } from './plans';

const command = 'gh workflow run deploy.yml -f approve=sha256:00';
const options = {
  plan: scaleOut,
  clusterFile: 'cluster.yaml',
  command,
  runUrl: 'https://github.com/acme/pbx/actions/runs/7',
};
const pbx = pbxRestart({ causes: [{ cause: 'servers-added' }] });

test('a deploy that was stopped shows what nobody has reviewed, what callers would notice, and what approves it', () => {
  const { headline, lines, markdown } = renderDecision(
    {
      go: false,
      why: 'It is not what was reviewed in #12.',
      differences: [{ change: pbx, otherwise: false }],
      settings: [],
    },
    { ...options, plan: plan([...scaleOut.changes, pbx]) },
  );
  expect(headline).toBe(
    'It is not what was reviewed in #12. Nothing was done. Nobody has reviewed 1 change (restart the PBX).',
  );
  expect(lines).toContain(`  ${command}`);
  expect(markdown).toContain('## `acme`: stopped before anything was done');
  expect(markdown).toContain('**1 change nobody has reviewed**, and 11 that somebody has');
  expect(markdown).toContain('```diff\n! ↻ restart/pbx: servers were added\n```');
  expect(markdown).toContain('The PBX itself restarts: all calls are cut');
  expect(markdown).not.toContain('media-server-2');
  expect(markdown).toContain(`\`\`\`sh\n${command}\n\`\`\``);
});

test('what was reviewed with other values, or is done in another way, is told as such', () => {
  const { headline, markdown } = renderDecision(
    {
      go: false,
      why: 'No.',
      differences: [{ change: pbx, otherwise: true }],
      settings: ['restart.window', 'ssh.user'],
    },
    options,
  );
  expect(headline).toContain(
    'Nobody has reviewed 2 settings (restart.window and ssh.user) and 1 change (restart the PBX).',
  );
  expect(markdown).toContain('`restart.window` and `ssh.user` in `cluster.yaml` are not what anybody has seen');
  expect(markdown).toContain('(reviewed with other values)');
});

test('a deploy that goes on says why in a line', () => {
  const pull = { number: 12, url: 'https://github.com/acme/pbx/pull/12' };
  const allowed = { digest: '', settings: {} };
  const { markdown, headline } = renderDecision(
    { go: true, why: 'reviewed', pulls: [pull], allowed, done: true },
    options,
  );
  expect(headline).toBe('11 changes, reviewed in #12; the rest of its plan is done already or no longer needed.');
  expect(markdown).toBe(
    '<sub>✅ 11 changes, reviewed in [#12](https://github.com/acme/pbx/pull/12); the rest of its plan is done already or no longer needed.</sub>\n',
  );
  expect(renderDecision({ go: true, why: 'nothing' }, options).markdown).toBe('');
  expect(renderDecision({ go: true, why: 'approved' }, options).headline).toBe('11 changes, approved by digest.');
});

test('hundreds of changes are cut, what to do is not', () => {
  const many = Array.from({ length: 900 }, (_, n) => serverRestart({ server: `media-server-${n}` }));
  const { markdown, headline } = renderDecision(
    { go: false, why: 'No.', differences: many.map((one) => ({ change: one, otherwise: false })), settings: [] },
    { ...options, plan: plan(many), limit: 10_000 },
  );
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(10_000);
  expect(markdown).toContain(command);
  expect(headline).toContain('and 893 more');
});
