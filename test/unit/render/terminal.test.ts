import type { Cluster } from '../../../src/cluster/types';
import { inAscii } from '../../../src/text/ascii';
import { renderTerminal } from '../../../src/render/terminal';
import { portalEntry, roleRemoval, roleSetup, serverRestart } from '../changes';
import { plan, scaleOut, servers } from './plans';

const cluster = { servers } as unknown as Pick<Cluster, 'servers'>;

test('a scale-out, as an operator reads it', () => {
  expect(renderTerminal(scaleOut, { color: false, cluster })).toBe(`│ Warning: meeting-server-1: the only meeting server
│ Warning: media-server-2: 3.7 GiB of memory; 8 GiB or more is advised

What would be done
  + add   ↻ restart

  + media-server-2 (media server, 192.168.1.27, public 104.101.137.61)
      + trusted source 192.168.1.27/32 in the main server's firewall: not a trusted source on the main server yet
      + 192.168.1.27/32 in the PBX's IP whitelist: not in the PBX's IP whitelist yet: its requests would be throttled
      + entry in the portal: not in the portal yet
          private address:   192.168.1.27
          public address:    104.101.137.61
          max call sessions: 5000
      + service on the host: no media server runs on 192.168.1.27 yet
          image:             portsip/pbx:22

  ↻ main server
      ↻ resource load balancer: servers were added

  ↻ media-server-1     servers were added
  ↻ queue-server-1     servers were added
  ↻ meeting-server-1   servers were added
  ↻ vr-server-1        servers were added
  ↻ im-server-1        servers were added
  ↻ dataflow-server-1  servers were added

In this order
  1. Trust 192.168.1.27/32; whitelist 192.168.1.27/32
  2. Register media-server-2
  3. Install media-server-2
  4. Restart the resource load balancer, media-server-1, queue-server-1, meeting-server-1, vr-server-1, im-server-1 and dataflow-server-1

What callers will notice
  • Calls that are up on queue-server-1 and vr-server-1 get about five minutes to end; those that last longer are cut.
  • The PBX's built-in server takes new calls while the last calls on meeting-server-1 end, and for about a minute after that.
  • media-server-1 takes no new calls while those on it end, and for about a minute after that; others of the role take them.
  • New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.
  • Chat messages and files pause for about a minute while im-server-1 starts again; calls go on.
  • Reports and call statistics pause for about a minute while dataflow-server-1 starts again; calls and chat go on.

Notes
  - media-server-2: open 35000-65000/udp to 104.101.137.61 in the cloud's firewall, if there is one; no script can do that.

Plan: 11 changes (4 to add, 7 to restart).
`);
});

test('nothing to do', () => {
  expect(renderTerminal(plan([]), { color: false })).toBe('No changes. The cluster matches cluster.yaml.\n');
});

test('a changed value shows before and after, a removed one that it goes', () => {
  const text = renderTerminal(
    plan([
      portalEntry({
        server: 'media-server-1',
        action: 'update',
        differences: [
          { name: 'max call sessions', before: '2000', after: '5000' },
          { name: 'public address', before: '104.101.137.60' },
        ],
      }),
    ]),
    { color: false },
  );
  expect(text).toContain('~ media-server-1\n');
  expect(text).toContain('max call sessions: 2000 -> 5000');
  expect(text).toContain('public address:    104.101.137.60 -> (removed)');
});

test('what blocks comes first, in red', () => {
  const text = renderTerminal(
    plan(
      [],
      [
        { code: 'unmanaged', severity: 'warning', message: 'an unknown server' },
        { code: 'zone-conflict', severity: 'blocking', message: 'the address sits in the zone "public"' },
      ],
    ),
    { color: true },
  );
  expect(text.split('\n')[0]).toBe(
    '\u001b[31m│\u001b[39m \u001b[31m\u001b[1mBlocked: \u001b[22m\u001b[39mthe address sits in the zone "public"',
  );
});

test('a plan of two files says that nobody asked the cluster', () => {
  expect(renderTerminal({ ...scaleOut, live: false }, { color: false })).toContain('the live cluster was not asked');
});

test('the legend has every sign that stands below, and breaks only between two', () => {
  const all = plan([roleSetup({ server: 'vr-server-1' }), roleRemoval({ server: 'old-1' }), serverRestart()]);
  const legend = (width?: number) =>
    renderTerminal(all, { color: false, ...(width !== undefined && { width }) })
      .split('\n')
      .slice(1, 4);
  expect(legend()[0]).toBe('  + add   - remove   ↻ restart');
  expect(legend(24)).toEqual(['    + add', '    - remove', '    ↻ restart']);
});

test('no line is wider than the terminal, but for words that do not fit', () => {
  const lines = renderTerminal(scaleOut, { color: false, width: 72, cluster }).split('\n');
  expect(lines.filter((line) => line.length > 72 && !line.includes('(media server'))).toEqual([]);
});

test('names and values from outside cannot drive the terminal', () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u202e\r';
  const text = renderTerminal(
    plan(
      [
        portalEntry({
          server: evil,
          action: 'replace',
          causes: [{ cause: 'renamed' }],
          replaces: evil,
          differences: [{ name: evil, before: evil, after: evil }],
        }),
        roleSetup({
          server: evil,
          action: 'update',
          causes: [{ cause: 'owed', said: evil }],
          differences: [{ name: evil, before: evil, after: evil }],
        }),
      ],
      [{ code: 'x', severity: 'warning', server: evil, message: evil }],
    ),
    { color: false, clusterFile: evil },
  );
  expect(text).toContain('\\x1b]0;owned\\x07');
  // eslint-disable-next-line no-control-regex
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
});

test('ASCII terminals get ASCII symbols', () => {
  const text = inAscii(renderTerminal({ ...scaleOut, warnings: [] }, { color: false, cluster }));
  expect(text).toMatch(/^[\n -~]*$/);
});

test('the same advice for many servers is shown for some; what blocks is shown in full', () => {
  const of = (code: string, severity: 'blocking' | 'warning' | 'note') =>
    Array.from({ length: 8 }, (_, index) => ({ code, severity, message: `${code} ${index}` }));
  const what = { code: 'down', severity: 'warning', message: 'what to do' } as const;
  const text = renderTerminal(
    plan([], [what, ...of('small', 'warning'), ...of('open-ports', 'note'), ...of('down', 'blocking')]),
    {
      color: false,
    },
  );
  // What blocks many servers does not push out the advice about it.
  expect(text).toContain('what to do');
  expect(text).toContain('small 4\n… and 3 more like it');
  expect(text).toContain('open-ports 4\n  … and 3 more like it');
  expect(text).toContain('down 7');
});
