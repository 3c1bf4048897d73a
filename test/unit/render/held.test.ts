import { sorted } from '../../../src/plan/held';
import { summaryLine } from '../../../src/render/counts';
import { renderMarkdown } from '../../../src/render/markdown';
import { renderTerminal } from '../../../src/render/terminal';
import { clusterOf, GUIDE, guide, ids, MEDIA_2, planned, withHost } from '../stages/fixture';

/* Two new servers; the host of one does not answer. */
const QUEUE_2 = '  - { name: queue-server-2, role: queue, private_ip: 192.168.1.28 }\n';
const head = clusterOf(GUIDE + MEDIA_2 + QUEUE_2);
const plan = planned(guide(), head, (live) => ({
  ...live,
  hosts: new Map([...live.hosts, ['queue-server-2', { unreachable: 'no route to host' }]]),
}));
const { doable, held } = sorted(plan);

it('a server that is down holds up its own changes, and the others restart after the one that came', () => {
  expect(ids({ changes: held })).toEqual([
    'firewall/192.168.1.28',
    'whitelist/192.168.1.28/32',
    'server/queue-server-2',
  ]);
  expect(ids({ changes: doable })).toEqual(
    expect.arrayContaining(['role/media-server-2', 'restart/loadbalancer', 'restart/queue-server-1']),
  );
});

it('where none came, nothing restarts', () => {
  const none = planned(guide(), clusterOf(GUIDE + QUEUE_2), (live) =>
    withHost(live, 'queue-server-2', (facts) => void (facts.arch = 'armv7l')),
  );
  expect(ids({ changes: sorted(none).held })).toContain('restart/loadbalancer');
  expect(sorted(none).doable).toEqual([]);
  expect(summaryLine(none)).toMatch(/^Plan: nothing that could be done now\. \d+ changes wait for what is blocked\.$/);
});

it('what waits is counted apart, and not promised', () => {
  expect(summaryLine(plan)).toBe('Plan: 9 changes (4 to add, 5 to restart). 3 more changes wait for what is blocked.');
  const text = renderTerminal(plan, { color: false, cluster: head });
  const [, order = '', rest = ''] =
    /In this order\n([^]*?)\n\n(Not before what is blocked is resolved\n[^]*?)\n\n/.exec(text) ?? [];
  expect(order).toContain('Install media-server-2');
  expect(order).not.toContain('queue-server-2');
  expect(rest).toContain('Register queue-server-2');
  expect(text).toContain('+ blocked entry in the portal');
});

it('so it is in a comment', () => {
  const text = renderMarkdown(plan, { clusterFile: 'cluster.yaml', cluster: head });
  expect(text).toMatch(/queue-server-2<br\/>192.168.1.28, blocked"\]:::blocked/);
  expect(text).toMatch(/^### `acme`: 1 server to add, 4 to restart, 1 blocked\n/);
  expect(text).toContain('**9 changes:** 4 to add, 5 to restart · **3 changes blocked**, or waiting for what is');
  expect(text).toMatch(/\| `queue-server-2`[^|]*\| \*\*blocked\*\*: /);
  expect(text).toContain('+ server/queue-server-2 [blocked]: ');
});
