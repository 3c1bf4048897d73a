import { parseCluster } from '../../../src/cluster/load';
import { formatProblem } from '../../../src/cluster/types';
import { HEAD } from './helpers';

const media = (name: string, ip: string, more = '') =>
  `  - { name: ${name}, role: media, private_ip: ${ip}${more && `, ${more}`} }\n`;
const found = (text: string) =>
  parseCluster(text, 'c').problems.map((problem) => formatProblem(problem).replace(/^c:/, ''));
const codes = (text: string) =>
  parseCluster(text, 'c').problems.map(({ severity, code, line }) => `${line} ${severity} ${code}`);
const trust = (...cidrs: string[]) =>
  `${HEAD}${media('a', '192.168.1.21')}${media('b', '192.168.1.22')}firewall:\n  trust:\n${cidrs.map((cidr) => `    - ${cidr}\n`).join('')}`;

describe('names', () => {
  it('are unique', () => {
    expect(found(HEAD + media('m', '10.0.0.1') + media('m', '10.0.0.2'))).toEqual([
      '7:13: error: another server is called m (line 6) — give each server a name of its own',
    ]);
  });
  it('differ in more than capital letters', () => {
    expect(codes(HEAD + media('m', '10.0.0.1') + media('M', '10.0.0.2'))).toEqual(['7 warning similar-name']);
  });
  it.each(['pbx', 'loadbalancer', 'media', 'Queue', 'im', 'all'])('%s means something else', (name) => {
    expect(codes(HEAD + media(name, '10.0.0.1'))).toEqual(['6 error reserved-name']);
  });
});

describe('roles', () => {
  it.each(['im', 'dataflow'])('there is one %s server at most', (role) => {
    const text = `${HEAD}  - { name: a, role: ${role}, private_ip: 10.0.0.1 }\n  - { name: b, role: ${role}, private_ip: 10.0.0.2 }\n`;
    expect(codes(text)).toEqual(['7 error only-one']);
  });
  it('warns when nobody would serve a role', () => {
    const text = HEAD + media('a', '10.0.0.1', 'enabled: false') + media('b', '10.0.0.2', 'enabled: false');
    expect(codes(text)).toEqual(['6 warning none-enabled']);
    expect(codes(`${text}built_in_servers: keep\n`)).toEqual([]);
    expect(codes(text + media('c', '10.0.0.3'))).toEqual([]);
  });
  it('an IM server cannot be disabled', () => {
    expect(codes(`${HEAD}  - { name: i, role: im, private_ip: 10.0.0.1, enabled: false }\n`)).toEqual([
      '6 error cannot-disable',
    ]);
  });
  it('warns of a cluster without servers', () => {
    expect(codes(`${HEAD}  []\n`)).toEqual(['6 warning no-servers']);
  });
});

describe('addresses', () => {
  it('are unique, however they are written', () => {
    expect(
      found(HEAD.replace('192.168.1.20', 'fd00::20') + media('a', 'FD00::0:21') + media('b', 'fd00:0::21')),
    ).toEqual([
      '7:41: error: a has the address fd00::21 already (line 6) — a Linux host runs one role: give each server a host of its own',
    ]);
    expect(codes(HEAD + media('a', '10.0.0.1') + media('b', '::ffff:10.0.0.1'))).toEqual(['7 error duplicate-address']);
  });
  it('are unique between private and public ones', () => {
    expect(
      codes(HEAD + media('a', '10.0.0.1', 'public_ip: 8.8.8.8') + media('b', '10.0.0.2', 'public_ip: 8.8.8.8')),
    ).toEqual(['7 error duplicate-address']);
    expect(codes(HEAD + media('a', '10.0.0.1', 'public_ip: 8.8.8.8') + media('b', '8.8.8.8'))).toEqual([
      '7 error duplicate-address',
    ]);
    expect(codes(HEAD + media('a', '8.8.8.8', 'public_ip: 8.8.8.8'))).toEqual(['6 warning same-address']);
  });
  it("are not the PBX's", () => {
    const text = HEAD.replace(
      '192.168.1.20 }',
      '192.168.1.20, api: "https://192.168.1.19:8887", high_availability: { control_node: 192.168.1.18 } }',
    );
    expect(found(text + media('a', '192.168.1.20') + media('b', '192.168.1.19') + media('c', '192.168.1.18'))).toEqual([
      "6:41: error: 192.168.1.20 is the PBX's own address (line 4) — a server needs a host of its own",
      "7:41: error: 192.168.1.19 is where the PBX's API answers (line 4) — a server needs a host of its own",
      '8:41: error: 192.168.1.18 is a node of the PBX (line 4) — a server needs a host of its own',
    ]);
  });
  it('of the control node is not the virtual IP', () => {
    const text = HEAD.replace('192.168.1.20 }', '192.168.1.20, high_availability: { control_node: 192.168.1.20 } }');
    expect(codes(text + media('a', '10.0.0.1'))).toEqual(['4 error duplicate-address']);
  });
  it.each([
    ['refuses', '224.0.0.1', 'error'],
    ['refuses', '0.0.0.0', 'error'],
    ['refuses', '255.255.255.255', 'error'],
    ['refuses', '127.0.0.1', 'error'],
    ['warns of', '169.254.1.1', 'warning'],
  ])('%s %s', (_, ip, severity) => {
    expect(codes(HEAD + media('a', ip))).toEqual([`6 ${severity} odd-address`]);
  });
  it('takes loopback addresses, of which sandboxes are made', () => {
    expect(codes(HEAD + media('a', '127.0.0.21', 'public_ip: 127.0.1.21'))).toEqual([]);
  });
  it.each(['192.168.7.7', '10.1.1.1', '100.64.0.1', '172.16.0.1'])('warns of the public address %s', (ip) => {
    expect(codes(HEAD + media('a', '10.0.0.1', `public_ip: ${ip}`))).toEqual(['6 warning private-public-ip']);
  });
  it('warns of IPv6 beside IPv4', () => {
    expect(codes(HEAD + media('a', 'fd00::21'))).toEqual(['6 warning mixed-families']);
  });
});

describe('firewall.trust', () => {
  it('takes networks that cover all servers', () => {
    expect(codes(trust('192.168.1.0/24'))).toEqual([]);
    expect(codes(trust('192.168.1.21/32', '192.168.1.22/32'))).toEqual([]);
  });
  it('says which network is meant', () => {
    expect(found(trust('192.168.1.21/24'))).toEqual([
      '10:7: error: 192.168.1.21/24 is an address inside a network, not the network — 192.168.1.0/24 for the whole network, 192.168.1.21/32 for this one machine',
    ]);
    expect(found(trust('fd00::21/64', '192.168.1.0/24'))[0]).toContain(
      'fd00::/64 for the whole network, fd00::21/128 for this one machine',
    );
  });
  it('wants each network to hold a server', () => {
    expect(found(trust('192.168.1.0/24', '192.168.2.0/24'))).toEqual([
      "11:7: error: no server's address is in 192.168.2.0/24 — correct it, or delete it",
    ]);
  });
  it('wants each server in a network', () => {
    expect(found(trust('192.168.1.21/32'))).toEqual([
      "7:41: error: no network in firewall.trust holds 192.168.1.22: the main server's firewall would keep b out — add 192.168.1.22/32 or its network to firewall.trust, or: trust: servers",
    ]);
  });
  it('does not blame servers while a network cannot be read', () => {
    expect(codes(trust('192.168.1.0/33'))).toEqual(['10 error bad-value']);
  });
  it('warns of networks in networks, whichever comes first', () => {
    expect(codes(trust('192.168.1.0/24', '192.168.1.0/27'))).toEqual(['11 warning overlapping-networks']);
    expect(codes(trust('192.168.1.0/27', '192.168.1.0/24')).slice(0, 1)).toEqual(['11 warning overlapping-networks']);
    expect(codes(trust('192.168.1.0/24', '192.168.1.0/24'))).toEqual(['10 error listed-twice']);
  });
  it('does not let everybody in', () => {
    expect(codes(trust('0.0.0.0/0'))).toEqual(['10 error trusts-everyone']);
    expect(codes(`${HEAD}${media('a', '8.8.8.8')}firewall: { trust: [8.8.0.0/16] }\n`)).toEqual([
      '7 warning wide-network',
    ]);
  });
});

describe('images', () => {
  const withImage = (image: string, more = '') => HEAD.replace('portsip/pbx:22', image) + media('a', '10.0.0.1', more);
  it.each(['portsip/pbx', 'registry.example.com:5000/portsip/pbx', 'portsip/pbx:latest'])(
    'warns of %s, which may change',
    (image) => {
      expect(codes(withImage(image))).toEqual(['3 warning image-without-version']);
    },
  );
  it.each(['portsip/pbx:22.6.1', 'registry.example.com:5000/portsip/pbx:22', `portsip/pbx@sha256:${'a'.repeat(64)}`])(
    'takes %s',
    (image) => {
      expect(codes(withImage(image))).toEqual([]);
    },
  );
  it('warns of different major versions', () => {
    expect(found(withImage('portsip/pbx:22.6', 'image: "portsip/pbx:23.1"'))).toEqual([
      '6:58: warning: portsip/pbx:23.1 and portsip/pbx:22.6 (line 3) are different major versions — the PBX and all its servers are to run one version',
    ]);
    expect(codes(withImage('portsip/pbx:22.6', 'image: "portsip/pbx:22.7"'))).toEqual([]);
  });
  it('warns of versions before clusters', () => {
    expect(codes(withImage('portsip/pbx:16'))).toEqual(['3 warning image-too-old']);
    expect(
      codes(`${HEAD.replace('pbx:22', 'pbx:22.1')}  - { name: d, role: dataflow, private_ip: 10.0.0.1 }\n`),
    ).toEqual(['3 warning image-too-old']);
  });
});

describe('servers', () => {
  it('warns of more call sessions than PortSIP advises', () => {
    expect(codes(HEAD + media('a', '10.0.0.1', 'max_call_sessions: 5000'))).toEqual([]);
    expect(codes(HEAD + media('a', '10.0.0.1', 'max_call_sessions: 5001'))).toEqual(['6 warning many-call-sessions']);
  });
  it.each([
    ['/var/lib/portsip/', ''],
    ['/data//im', ', data_path: /data/im'],
  ])('chat files are not kept in the data path (%s)', (chat, more) => {
    expect(codes(`${HEAD}  - { name: i, role: im, private_ip: 10.0.0.1, chat_files: ${chat}${more} }\n`)).toEqual([
      '6 error chat-files-in-data-path',
    ]);
  });
});

describe('high availability', () => {
  const ha = (fields: string, pbx = '') =>
    HEAD.replace(
      '192.168.1.20 }',
      `192.168.1.20${pbx}, high_availability: { control_node: 192.168.1.18${fields && `, ${fields}`} } }`,
    ) + media('a', '192.168.1.21');

  it('warns of what has no effect', () => {
    expect(codes(ha(''))).toEqual([]);
    expect(codes(ha('') + media('b', '192.168.1.22', 'data_path: /data, image: portsip/pbx:22.7'))).toEqual([
      '7 warning not-with-high-availability',
      '7 warning not-with-high-availability',
    ]);
    expect(codes(ha('', ', image: portsip/pbx:22.7'))).toEqual(['4 warning not-with-high-availability']);
  });

  it('and then has none', () => {
    const { cluster } = parseCluster(
      ha('', ', image: portsip/pbx:22.7') + media('b', '192.168.1.22', 'image: portsip/pbx:22.7'),
      'c',
    );
    expect(cluster?.pbx.image).toBeUndefined();
    expect(cluster?.servers.map(({ image }) => image)).toEqual(['portsip/pbx:22', 'portsip/pbx:22']);
  });

  it('restarts nothing after a scale-out unless the file says so, and cannot restart the load balancer', () => {
    const after = (policy: string) => `${ha('')}restart: { after_scale_out: ${policy} }\n`;
    expect(parseCluster(ha(''), 'c').cluster?.restart.afterScaleOut).toBe('none');
    expect(parseCluster(after('all'), 'c').cluster?.restart.afterScaleOut).toBe('all');
    expect(found(after('load-balancer'))).toEqual([
      '7:29: error: the load balancer of a high-availability PBX can be restarted together with the PBX only, which ends all calls and is left to a person — none, or all for the servers alone',
    ]);
  });

  it('has nodes of which each is listed once, by its own address, the control node among them', () => {
    const nodes = (...last: number[]) => ha(`nodes: [${last.map((n) => `192.168.1.${n}`).join(', ')}]`);
    expect(codes(nodes(18, 19, 17))).toEqual([]);
    expect(parseCluster(nodes(19, 18), 'c').cluster?.pbx.highAvailability?.nodes).toEqual([
      '192.168.1.19',
      '192.168.1.18',
    ]);
    expect(codes(nodes(19, 17))).toEqual(['4 error control-node-not-listed']);
    expect(codes(nodes(18, 18))).toEqual(['4 error duplicate-address']);
    expect(codes(nodes(18, 20))).toEqual(['4 error duplicate-address']);
    expect(codes(nodes(18, 21))).toEqual(['6 error pbx-address']);
    expect(parseCluster(ha('nodes: [192.168.1.18]'), 'c').cluster).toBeUndefined();
  });

  it('may have its control node as the jump host to all others', () => {
    const jump = (host: string) =>
      parseCluster(`${ha('nodes: [192.168.1.18, 192.168.1.19]')}ssh: { jump_host: ${host} }\n`, 'c').cluster;
    expect(jump('192.168.1.18')?.pbx.machine.ssh).toEqual({ user: 'pbx', port: 22 });
    expect(jump('192.168.1.18')?.servers[0]?.ssh.jumpHost).toMatchObject({ host: '192.168.1.18' });
    expect(jump('192.168.1.19')?.pbx.machine.ssh.jumpHost).toMatchObject({ host: '192.168.1.19' });
    expect(jump('192.168.1.18:2222')?.pbx.machine.ssh.jumpHost).toMatchObject({ port: 2222 });
  });

  it('warns of another user, since the control node signs in everywhere as the same', () => {
    expect(codes(ha('') + media('b', '192.168.1.22', 'ssh: { user: root }'))).toEqual([
      '7 warning not-with-high-availability',
    ]);
    expect(codes(ha('') + media('b', '192.168.1.22', 'ssh: { user: pbx, port: 2222 }'))).toEqual([]);
  });
});

describe('restarts', () => {
  const restart = (yaml: string, servers = 2) =>
    `${HEAD}${Array.from({ length: servers }, (_, index) => media(`m${index}`, `10.0.0.${index + 1}`)).join('')}restart: ${yaml}\n`;
  const window = (from: string, to: string, zone = 'Asia/Shanghai') =>
    `{ drain_timeout: 30m, window: { days: [sat], from: "${from}", to: "${to}", timezone: ${zone} } }`;

  it('need a window that opens', () => {
    expect(found(restart(window('02:00', '02:00')))).toEqual([
      '8:74: error: the window closes at 02:00, the moment it opens — a later time, or delete the window to restart at any time',
    ]);
    expect(codes(restart(window('22:00', '02:00')))).toEqual([]);
  });
  it('need a time zone that exists', () => {
    expect(found(restart(window('02:00', '05:00', 'Asia/Shangai')))).toEqual([
      '8:93: error: there is no time zone Asia/Shangai — did you mean Asia/Shanghai?',
    ]);
    expect(codes(restart(window('02:00', '05:00', 'UTC')))).toEqual([]);
  });
  it('need a window in which calls can end', () => {
    expect(found(restart(window('23:45', '00:15')))).toEqual([
      '8:74: warning: the window lasts 30m, and calls may take 30m to end: a server may not be restarted before it closes — a longer window, or a shorter drain_timeout',
    ]);
  });
  it('leave a server of each role up', () => {
    expect(found(restart('{ max_unavailable: 2 }'))).toEqual([
      '8:29: warning: all 2 media servers may be down at the same time — 1 at most',
    ]);
    expect(codes(restart('{ max_unavailable: 2 }', 3))).toEqual([]);
    expect(codes(restart('{ max_unavailable: 1 }', 1))).toEqual([]);
  });
});

describe('backups', () => {
  const file = (section: string, more = '') => `${HEAD}${media('m', '10.0.0.1')}${more}backup: ${section}\n`;

  it.each(['{ max_age: 24h }', '{ max_age: 7d, folder: /mnt/backup }', '{ command: [/opt/snap, --all, a=b] }', '{}'])(
    '%s is understood',
    (section) => expect(codes(file(section))).toEqual([]),
  );
  it.each(['0h', '24', 'a day', '1h30', ''])('of an age of "%s" are not', (age) => {
    expect(codes(file(`{ max_age: "${age}" }`))).toEqual([expect.stringMatching(/^7 error /)]);
  });
  it('are not put into what they are of', () => {
    expect(found(file('{ folder: /var/lib/portsip/backup }'))).toEqual([
      expect.stringMatching(
        /backups would be put into \/var\/lib\/portsip\/backup, which is within \/var\/lib\/portsip, where data is kept/,
      ),
    ]);
    expect(codes(file('{ max_age: 24h }', 'data_path: /var\n'))).toEqual(['7 error backup-in-data']);
    const im = '  - { name: i, role: im, private_ip: 10.0.0.2, chat_files: /mnt/backup }\n';
    expect(codes(file('{ folder: /mnt/backup/portsip }', im))).toEqual(['8 error backup-in-data']);
    expect(codes(file('{ folder: /mnt/backup/portsip, command: [/opt/snap] }', im))).toEqual([]);
  });
  it('are made by a program that is named by its whole path', () => {
    expect(codes(file('{ command: [snap] }'))).toEqual(['7 error relative-command']);
    expect(codes(file('{ command: ["/opt/snap; reboot"] }'))).toEqual(['7 error bad-value']);
    expect(codes(file('{ command: [] }'))).toEqual(['7 error empty-list']);
  });
});

describe('a registry with a login', () => {
  const file = (server: string, image = `${server}/portsip/pbx:22`, more = '') =>
    `${HEAD.replace('portsip/pbx:22', image)}${media('a', '10.0.0.1')}registry: { server: "${server}", username: 'robot$puller'${more} }\n`;
  it.each(['registry.example.com', 'registry.example.com:5000', '10.0.0.9:5000', 'registry:5000', 'localhost'])(
    '%s is one',
    (server) => {
      expect(codes(file(server))).toEqual([]);
    },
  );
  it.each([
    'https://registry.example.com',
    'registry.example.com/portsip',
    'Registry.example.com',
    'registry',
    '-x.y',
    '',
  ])('%j is none', (server) => {
    expect(codes(file(server, 'portsip/pbx:22'))).toEqual(['7 error bad-value']);
  });
  it('Docker Hub has one name', () => {
    expect(codes(file('docker.io', 'portsip/pbx:22'))).toEqual([]);
    expect(found(file('index.docker.io', 'portsip/pbx:22'))).toEqual([
      '7:21: error: Docker keeps no login of Docker Hub under index.docker.io — docker.io',
    ]);
  });
  it('is for images that come from there', () => {
    expect(codes(file('registry.example.com', 'portsip/pbx:22'))).toEqual(['7 warning registry-unused']);
    expect(
      codes(
        `${file('registry.example.com', 'portsip/pbx:22')}`.replace(
          'role: media,',
          'role: media, image: registry.example.com/portsip/pbx:22,',
        ),
      ),
    ).toEqual([]);
  });
  it('has a port that there can be, and a user', () => {
    expect(codes(file('registry.example.com:70000'))).toEqual(['7 error bad-port']);
    expect(codes(file('registry.example.com').replace(/, username: .* }/, ' }'))).toEqual(['7 error missing-field']);
    expect(codes(file('registry.example.com').replace('robot$puller', 'a:b'))).toEqual(['7 error bad-value']);
  });
  it('is not for the scripts of a high-availability PBX', () => {
    const text = file('registry.example.com').replace(
      'private_ip: 192.168.1.20',
      'private_ip: 192.168.1.20, high_availability: { control_node: 192.168.1.131 }',
    );
    expect(codes(text)).toContain('7 error not-with-high-availability');
  });
});
