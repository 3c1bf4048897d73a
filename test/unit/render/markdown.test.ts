import type { Cluster } from '../../../src/cluster/types';
import { renderMarkdown } from '../../../src/render/markdown';
import { portalEntry, roleSetup, serverRestart } from '../changes';
import { plan, scaleOut, servers } from './plans';

const cluster = { servers } as unknown as Pick<Cluster, 'servers'>;
const options = { clusterFile: 'cluster.yaml', cluster };

test('a scale-out, as a reviewer reads it', () => {
  const text = renderMarkdown(scaleOut, { ...options, commit: '0123456789abcdef0123' });
  expect(text.split('\n')[0]).toBe('### `acme`: 1 server to add, 6 to restart');
  expect(text.split('\n')[2]).toBe('**11 changes:** 4 to add, 7 to restart · **Callers notice:** calls can be cut');
  expect(text).toContain(
    "**What callers will notice**\n\n- Calls that are up on queue-server-1 and vr-server-1 get about five minutes to end; those that last longer are cut.\n- The PBX's",
  );
  expect(text).toContain(
    '> [!WARNING]\n> `media-server-2`: 3.7 GiB of memory; 8 GiB or more is advised <sub>`memory-small`</sub>',
  );
  expect(text).toContain(
    '| `+` | `media-server-2`<br>media server, 192.168.1.27, public 104.101.137.61 | trust, whitelist, register, install | nothing |',
  );
  expect(text).toContain('| `↻` | `queue-server-1`<br>queue server, 192.168.1.22 | restart | calls can be cut |');
  expect(text).toContain(
    '+ role/media-server-2: no media server runs on 192.168.1.27 yet\n+     image: portsip/pbx:22\n',
  );
  expect(text).toContain('**Notes**\n\n- `media-server-2`: open 35000-65000/udp');
  expect(text).toContain('**Next:** review and merge.');
  expect(text).toContain('at `0123456789ab`');
});

test('what is the same for many servers is said once, and in full below', () => {
  const warnings = servers.map(({ name }) => ({
    code: 'disk-low',
    severity: 'warning' as const,
    server: name,
    message: 'little free disk',
  }));
  const text = renderMarkdown(plan(scaleOut.changes, warnings), options);
  expect(text.match(/\[!WARNING\]/g)).toHaveLength(1);
  expect(text).toContain('> The same or the like 6 times more: `media-server-2`, `queue-server-1`');
  expect(text).toContain('<summary>All warnings of which there are many (7)</summary>');
  expect(text.match(/^- `[a-z0-9-]+`: little free disk$/gm)).toHaveLength(7);
});

test('the commands are folded, by machine', () => {
  const commands = [
    { where: 'media-server-2 (192.168.1.27)', lines: ['sudo /bin/sh cluster_ctl.sh run'] },
    { where: 'main server (192.168.1.20)', lines: ['sudo firewall-cmd --reload'] },
  ];
  expect(renderMarkdown(scaleOut, { ...options, commands })).toContain(
    '```sh\n# media-server-2 (192.168.1.27)\nsudo /bin/sh cluster_ctl.sh run\n\n# main server (192.168.1.20)\nsudo firewall-cmd --reload\n```',
  );
});

test('nothing to do', () => {
  const text = renderMarkdown(plan([]), options);
  expect(text).toContain('No changes. The cluster matches cluster.yaml.');
  expect(text).not.toContain('<details>');
  expect(text).toContain('**Next:** nothing to do.');
});

test('what blocks one server leaves the others to be deployed', () => {
  const finding = {
    code: 'disk-small',
    severity: 'blocking' as const,
    server: 'dataflow-server-1',
    message: 'too small',
  };
  expect(renderMarkdown(plan(scaleOut.changes, [finding]), options)).toContain(
    'the deploy leaves `dataflow-server-1` alone',
  );
  const all = { code: 'locked', severity: 'blocking' as const, message: 'somebody deploys' };
  expect(renderMarkdown(plan(scaleOut.changes, [finding, all]), options)).toContain('nothing can be deployed until');
});

test('nothing from outside becomes Markdown', () => {
  const evil = '</details>\n\n# x <img src=x> @octocat #1 [a](https://evil.example) | `';
  const text = renderMarkdown(
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
      [
        { code: 'x', severity: 'warning', server: evil, message: evil },
        { code: 'y', severity: 'note', message: evil },
      ],
    ),
    { clusterFile: evil },
  );
  const outside = text.replace(/^(```+)diff\n[\s\S]*?\n\1$/m, '');
  expect(outside).not.toBe(text);
  expect(outside).not.toMatch(/<img|@octocat|(?<!&)#1|\]\(https|^# x/m);
  expect(outside.match(/<\/details>/g)).toHaveLength(1);
});

describe('with 500 servers', () => {
  const names = Array.from({ length: 500 }, (_, index) => `media-server-${index + 1}`);
  const large = plan(
    names.flatMap((server) => [
      portalEntry({ server, differences: [{ name: 'max call sessions', after: '5000' }] }),
      roleSetup({ server, differences: [{ name: 'image', after: 'portsip/pbx:22' }] }),
      ...names
        .slice(0, 3)
        .map((other) => serverRestart({ id: `restart/${other}-${server}`, server, impact: 'new-calls' })),
    ]),
    names.map((server) => ({ code: 'cloud-ports', severity: 'note', server, message: 'open 35000-65000/udp' })),
  );
  const many = {
    servers: names.map((name) => ({ name, role: 'media', privateIp: '10.0.0.1', enabled: true })),
  } as unknown as Pick<Cluster, 'servers'>;

  test('servers to which the same happens share a row', () => {
    const text = renderMarkdown(large, { clusterFile: 'cluster.yaml', cluster: many });
    expect(text).toContain(
      '| `+` | 500 media servers: `media-server-1`, `media-server-2`, `media-server-3` and 497 more | register, install, restart |',
    );
  });

  test('it is cut at a line, closed, and says where the rest is', () => {
    const text = renderMarkdown(large, {
      clusterFile: 'cluster.yaml',
      cluster: many,
      runUrl: 'https://github.com/acme/pbx/actions/runs/1',
    });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(55_000);
    expect(text).toContain('the whole plan is in the [job summary](https://github.com/acme/pbx/actions/runs/1)');
    expect(text.match(/<details( open)?>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? -1);
    expect(text.match(/^```/gm)).toHaveLength(4);
    expect(text).toContain('**Next:**');
  });

  test.each([600, 1_000, 3_000, 20_000])('a limit of %i is kept', (limit) => {
    expect(
      Buffer.byteLength(renderMarkdown(large, { clusterFile: 'cluster.yaml', cluster: many, limit })),
    ).toBeLessThanOrEqual(limit);
  });

  test('a job summary has room for all of it', () => {
    const text = renderMarkdown(large, { clusterFile: 'cluster.yaml', cluster: many, limit: 1_000_000 });
    expect(text).toContain('restart/media-server-3-media-server-500');
    expect(text).not.toContain('cut here');
  });
});
