import { COMMENT_LIMIT } from '../../../src/github/comment';
import { offlinePlan } from '../../../src/plan/plan';
import { uncommon } from '../../../src/plan/uncommon';
import { renderMarkdown } from '../../../src/render/markdown';
import { clusterOf, GUIDE, guide } from '../stages/fixture';

const WITH = GUIDE.replace(
  'private_ip: 192.168.1.22',
  'private_ip: 192.168.1.22, image: "evil.example/pbx:22", data_path: /srv/x',
)
  .replace(
    'private_ip: 192.168.1.23',
    'private_ip: 192.168.1.23, ssh: { user: root, port: 2222, jump_host: "me@bastion" }',
  )
  .replace('private_ip: 192.168.1.26', 'private_ip: 192.168.1.26, clickhouse_image: evil.example/click:1');

test('every image, path and account that is not what the file says for all is found', () => {
  const head = clusterOf(WITH);
  const { changes } = offlinePlan(undefined, head);
  expect(uncommon(changes, head)).toEqual(
    expect.arrayContaining([
      { what: 'image', value: 'evil.example/pbx:22', servers: ['queue-server-1'] },
      { what: 'data_path', value: '/srv/x', servers: ['queue-server-1'] },
      { what: 'ssh.user', value: 'root', servers: ['meeting-server-1'] },
      { what: 'ssh.port', value: '2222', servers: ['meeting-server-1'] },
      { what: 'ssh.jump_host', value: 'me@bastion:22', servers: ['meeting-server-1'] },
      { what: 'chat_files', value: '/chat/files', servers: ['im-server-1'] },
      { what: 'clickhouse_image', value: 'evil.example/click:1', servers: ['dataflow-server-1'] },
    ]),
  );
  expect(uncommon(changes, head)).toHaveLength(7);
});

test('so is the account of one that leaves, and the image of the PBX itself', () => {
  const head = clusterOf(
    WITH.replace(/.*meeting-server-1.*\n/, '').replace('192.168.1.20 }', '192.168.1.20, image: portsip/pbx:23 }'),
  );
  const { changes } = offlinePlan(clusterOf(WITH), head);
  expect(uncommon(changes, head)).toContainEqual({ what: 'ssh.user', value: 'root', servers: ['meeting-server-1'] });
  expect(uncommon(changes, head)).toContainEqual({ what: 'pbx.image', value: 'portsip/pbx:23', servers: ['the PBX'] });
});

test('what all have is not told of each', () => {
  const head = clusterOf(
    GUIDE.replace('user: pbx', 'user: admin').replace('pbx:22', 'pbx:23').replace(', chat_files: /chat/files', ''),
  );
  expect(uncommon(offlinePlan(undefined, head).changes, head)).toEqual([]);
});

test('a comment that has to be cut shows them all the same', () => {
  const many = Array.from(
    { length: 990 },
    (_, n) => `  - { name: media-${n}, role: media, private_ip: 10.1.${Math.floor(n / 250)}.${1 + (n % 250)} }\n`,
  );
  const odd = many.map((line, n) =>
    n === 700
      ? line.replace(
          'role: media',
          'role: media, image: "evil.example/pbx:22", data_path: /etc/x, ssh: { user: mallory }',
        )
      : line,
  );
  const head = clusterOf(`${GUIDE}${odd.join('')}`);
  const limit = COMMENT_LIMIT / 2;
  const text = renderMarkdown(offlinePlan(guide(), head), { clusterFile: 'cluster.yaml', cluster: head, limit });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  expect(text).toContain('… cut here');
  expect(text).toContain('- `image` `evil.example/pbx:22`: `media-700`');
  expect(text).toContain('- `data_path` `/etc/x`: `media-700`');
  expect(text).toContain('- `ssh.user` `mallory`: `media-700`');
});

test('where even they do not fit, that is said before anybody approves it', () => {
  const many = Array.from(
    { length: 990 },
    (_, n) =>
      `  - { name: media-${n}, role: media, private_ip: 10.1.${Math.floor(n / 250)}.${1 + (n % 250)}, data_path: /srv/${n} }\n`,
  );
  const head = clusterOf(`${GUIDE}${many.join('')}`);
  const text = renderMarkdown(offlinePlan(guide(), head), {
    clusterFile: 'cluster.yaml',
    cluster: head,
    limit: 20_000,
  });
  expect(text).toMatch(
    /> \[!CAUTION\]\n> \d+ more values do not fit here: read them in the job summary before you approve/,
  );
});
