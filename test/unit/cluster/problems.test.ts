import { EXAMPLE, HEAD, pointed, problems } from './helpers';

/** The example with one thing changed. */
const change = (from: string, to: string) => {
  if (!EXAMPLE.includes(from)) throw new Error(`the example has no ${from}`);
  return EXAMPLE.replace(from, to);
};
const servers = (...lines: string[]) => HEAD + lines.map((line) => `  - { ${line} }\n`).join('');

describe('shape: what is wrong, where, and what would be right', () => {
  it.each<[string, string, string[]]>([
    [
      'an unknown field',
      servers('name: m, role: media, privat-ip: 1.2.3.4, private_ip: 192.168.1.21'),
      ['privat-ip: m has no field "privat-ip" — did you mean private_ip?'],
    ],
    [
      'a field that other tools call so',
      servers('name: m, role: media, ip: 1.2.3.4, private_ip: 192.168.1.21'),
      ['ip: m has no field "ip" — did you mean private_ip?'],
    ],
    [
      'a role by its other name',
      change('role: meeting', 'role: conference'),
      [
        'conference: role of meeting-server-1 cannot be "conference" — did you mean meeting? (one of media, queue, meeting, ivr, im, dataflow, sbc)',
      ],
    ],
    [
      'a role by its service',
      change('role: ivr', 'role: vr'),
      [
        'vr: role of vr-server-1 cannot be "vr" — did you mean ivr? (one of media, queue, meeting, ivr, im, dataflow, sbc)',
      ],
    ],
    [
      'a role that is no word of ours',
      change('role: ivr', 'role: Gatekeeper'),
      ['Gatekeeper: role of vr-server-1 cannot be "Gatekeeper" — one of media, queue, meeting, ivr, im, dataflow, sbc'],
    ],
    ['no role', servers('name: m, private_ip: 192.168.1.21'), ['{: m has no role — add a line such as "role: media"']],
    [
      'no address',
      servers('name: m, role: media'),
      ['{: m has no private_ip — add a line such as "private_ip: 192.168.1.21"'],
    ],
    [
      'no address at all',
      servers('name: i, role: im'),
      ['{: i has neither a private_ip nor a public_ip — add a line such as "private_ip: 192.168.1.21"'],
    ],
    [
      'no name',
      servers('role: queue, private_ip: 192.168.1.21'),
      ['{: server 1 has no name — add a line such as "name: media-server-1"'],
    ],
    [
      'a field of another role',
      servers('name: q, role: queue, private_ip: 192.168.1.22, max_call_sessions: 5'),
      [
        'max_call_sessions: a queue server has no max_call_sessions: it is for a media server — delete the line, or correct the role',
      ],
    ],
    [
      'a second address where there is one',
      servers('name: v, role: ivr, private_ip: 192.168.1.22, public_ip: 1.2.3.4'),
      [
        'public_ip: an IVR server has no public_ip: the PBX keeps one address of it — delete the line, or correct the role',
      ],
    ],
    [
      'a number in quotes',
      servers('name: m, role: media, private_ip: 192.168.1.21, max_call_sessions: "5000"'),
      ['"5000": max_call_sessions of m cannot be "5000" — a whole number, without quotes'],
    ],
    [
      'too much',
      servers('name: m, role: media, private_ip: 192.168.1.21, max_call_sessions: 1e99'),
      ['1e99: max_call_sessions of m cannot be 1e+99 — a whole number from 1 to 1000000'],
    ],
    [
      'a name that looks like a number',
      change('name: queue-server-1', 'name: 17'),
      [
        '17: name of server 2 cannot be 17 — 1 to 64 letters, digits and . _ -, starting with a letter or a digit; text that looks like a number or true needs quotes',
      ],
    ],
    [
      'an address out of range',
      change('192.168.1.24', '192.168.1.256'),
      [
        '192.168.1.256: private_ip of vr-server-1 cannot be "192.168.1.256" — an IPv4 or IPv6 address, such as 192.168.1.21 or fd00::21',
      ],
    ],
    [
      'an address that is none',
      change('192.168.1.24', 'fd00::1::2'),
      [
        'fd00: private_ip of vr-server-1 cannot be "fd00::1::2" — an IPv4 or IPv6 address, such as 192.168.1.21 or fd00::21',
      ],
    ],
    [
      'a field without a value',
      change('role: ivr', 'role:'),
      ['role: role of vr-server-1 has no value — fill it in, or delete the line'],
    ],
    [
      'a list that is none',
      HEAD + '  media: 1\n',
      ['media: servers cannot be a mapping — a list: lines below it that begin with "- "'],
    ],
    [
      'a server that is none',
      HEAD + '  - media-server-1\n',
      ['media-server-1: server 1 cannot be "media-server-1" — a mapping: fields below it, indented by two spaces'],
    ],
    [
      'http',
      change('# api: https://192.168.1.20:8887 ', 'api: http://192.168.1.20:8887 '),
      [
        'http: pbx.api cannot be "http://192.168.1.20:8887" — an https address with a host and a port, such as https://pbx.example.com:8887',
      ],
    ],
    [
      'a port that is none',
      change('# api: https://192.168.1.20:8887 ', 'api: https://192.168.1.20:88887 '),
      [
        'https: pbx.api cannot be "https://192.168.1.20:88887" — an https address with a host and a port, such as https://pbx.example.com:8887',
      ],
    ],
    [
      'a jump host with a port that is none',
      change('# jump_host: ops@bastion.example.com:2222 ', 'jump_host: ops@bastion.example.com:99999 '),
      [
        'ops@bastion.example.com: ssh.jump_host cannot be "ops@bastion.example.com:99999" — host, user@host, host:port or user@host:port (an IPv6 address in brackets)',
      ],
    ],
    [
      'a path with ..',
      change('/chat/files', '/chat/../files'),
      [
        '/chat/../files: chat_files of im-server-1 cannot be "/chat/../files" — an absolute path of letters, digits and . _ - only, without spaces and without ..',
      ],
    ],
    [
      'a timeout without a unit',
      change('30m', '30'),
      ['30: restart.drain_timeout cannot be 30 — with its unit: 30m for minutes, 30s for seconds'],
    ],
    [
      'a timeout of more than a day',
      change('30m', '25h'),
      ['25h: restart.drain_timeout cannot be "25h" — a time such as 30m, 90s or 1h30m, 24h at most'],
    ],
    [
      'a choice that is none',
      change('after_scale_out: all', 'after_scale_out: loadbalancer'),
      [
        'loadbalancer: restart.after_scale_out cannot be "loadbalancer" — did you mean load-balancer? (one of all, load-balancer, none)',
      ],
    ],
    [
      'a day that is none',
      change('[sat, sun]', '[Saturday, sun]'),
      [
        'Saturday: entry 1 of restart.window.days cannot be "Saturday" — did you mean sat? (one of mon, tue, wed, thu, fri, sat, sun)',
      ],
    ],
    [
      'no days',
      change('[sat, sun]', '[]'),
      ['[: restart.window.days is empty — at least one of mon, tue, wed, thu, fri, sat, sun'],
    ],
    [
      'a network that is none',
      change('trust: servers', 'trust: [192.168.1.0/24, 192.168.1.21]'),
      [
        '192.168.1.21: entry 2 of firewall.trust cannot be "192.168.1.21" — a network in CIDR form, such as 192.168.1.0/24',
      ],
    ],
    [
      'no networks',
      change('trust: servers', 'trust: []'),
      ['[: firewall.trust is empty — the word servers, or a list of networks such as [192.168.1.0/24]'],
    ],
    [
      'another word for servers',
      change('trust: servers', 'trust: all'),
      ['all: firewall.trust cannot be "all" — the word servers, or a list of networks such as [192.168.1.0/24]'],
    ],
    [
      'a version to come',
      change('version: 1', 'version: 2') + 'unheard_of: true\n',
      [
        '2: the file has version 2: it is made for a newer release — update PortSIP Cluster Actions; this release reads version 1',
      ],
    ],
    ['a version that is none', change('version: 1', 'version: "1"'), ['"1": version cannot be "1" — version: 1']],
  ])('%s', (_title, text, expected) => {
    expect(pointed(text)).toEqual(expected);
  });

  it('names what is missing in a file that says nothing', () => {
    expect(problems('version: 1\n')).toEqual([
      'cluster.yaml:1:1: error: the cluster file has no name — add a line such as "name: acme"',
      'cluster.yaml:1:1: error: the cluster file has no image — add a line such as "image: portsip/pbx:22"',
      'cluster.yaml:1:1: error: the cluster file has no pbx — add pbx: and what belongs to it',
      'cluster.yaml:1:1: error: the cluster file has no servers — add servers: and what belongs to it',
    ]);
  });

  it('checks the rules on what is usable of a file whose shape is wrong', () => {
    expect(
      problems(
        servers('name: m, role: medai, private_ip: 192.168.1.21', 'name: m, role: queue, private_ip: 192.168.1.20'),
      ),
    ).toEqual([
      'cluster.yaml:6:22: error: role of m cannot be "medai" — did you mean media? (one of media, queue, meeting, ivr, im, dataflow, sbc)',
      'cluster.yaml:7:13: error: another server is called m (line 6) — give each server a name of its own',
      "cluster.yaml:7:41: error: 192.168.1.20 is the PBX's own address (line 4) — a server needs a host of its own",
    ]);
  });
});

describe('syntax: in the words of the person who slipped', () => {
  it.each<[string, string, string[]]>([
    [
      'a tab',
      change('  private_ip: 192.168.1.20', '\tprivate_ip: 192.168.1.20'),
      [': a tab is used for indentation — use spaces, two per level'],
    ],
    [
      'a key twice',
      EXAMPLE + 'version: 1\n',
      ['version: version is given twice, first on line 9 — delete one of the two'],
    ],
    [
      'a key twice in a server',
      servers('name: m, role: media, role: queue, private_ip: 192.168.1.21'),
      ['role: role is given twice, first on line 6 — delete one of the two'],
    ],
    [
      'a line too deep',
      'version: 1\n  name: acme\n',
      [
        '1: the line below is indented deeper than this one, which has a value already — indent entries that belong together by the same number of spaces',
      ],
    ],
    [
      'a quote that is not closed',
      'version: 1\nname: "acme\nimage: x\n',
      ['"acme: a quote is opened here and not closed — close it with the same quote'],
    ],
    [
      'two colons',
      'name: acme: x\n',
      [
        'acme: two mappings begin on one line — put text with ": " in it in quotes, or begin the second on a line of its own',
      ],
    ],
    [
      'no colon',
      'version 1\nname: acme\n',
      ['version: a key goes over several lines — is there a ":" missing after the key?'],
    ],
    [
      'a bracket that is not closed',
      'servers: [ a, b\n',
      [': a { or [ is opened above and not closed before this — close it with } or ]'],
    ],
    [
      'a placeholder',
      'name: {{ cluster }}\n',
      ['{: this key is not text — a {{ placeholder }} must be filled in first, and text with { in it needs quotes'],
    ],
    ['an at sign', 'name: @acme\n', ['@acme: a text cannot begin with @ — put the text in quotes']],
    [
      'a tag',
      'name: !env ACME\n',
      ['!env: YAML tags (!name) mean nothing here — delete the tag, or put the text in quotes'],
    ],
    [
      'a binary tag',
      'name: !!binary ACME\n',
      ['!!binary: YAML tags (!name) mean nothing here — delete the tag, or put the text in quotes'],
    ],
    ['a number for a key', '17: x\n', ['17: this key is not text — put it in quotes, if it is meant']],
    [
      'two documents',
      'version: 1\n---\nname: x\n',
      ['name: a second YAML document begins here — keep one cluster per file, without a --- between'],
    ],
    [
      'an alias of nothing',
      'name: *acme\n',
      ['*acme: nothing above is marked &acme — write the value out; text that begins with * needs quotes'],
    ],
    [
      'an alias of itself',
      'servers: &all [*all]\n',
      ['*all: *all stands inside what it stands for — write the value out'],
    ],
    [
      'a merge of a text',
      'ssh: { <<: pbx }\n',
      ['pbx: << takes the alias of a mapping — such as "<<: *name", with &name in front of a mapping above'],
    ],
  ])('%s', (_title, text, expected) => {
    expect(pointed(text)).toEqual(expected);
  });

  it('says all slips of a file at once', () => {
    expect(problems('name: @a\nimage: "x" y\nname: `b`\n').length).toBeGreaterThan(2);
  });
});
