import { parseCluster } from '../../../src/cluster/load';

const FILE = `version: 1
name: acme
image: portsip/pbx:22
pbx:
  private_ip: 192.168.1.20
ssh: { user: pbx }
servers:
  - name: media-server-1
    role: media
    private_ip: 192.168.1.21
restart:
  drain_timeout: 30m
`;
const say = (text: string) =>
  parseCluster(text, 'f').problems.map(
    ({ line, column, message, cure }) => `${line}:${column} ${message}${cure ? ` — ${cure}` : ''}`,
  );
/** The file with one thing written in another way */
const but = (from: string, to: string) => FILE.replace(from, to);
const BELOW_SERVERS = 'move it up to the others below servers, each "- " at column 3';

test('it is right as it stands', () => expect(say(FILE)).toEqual([]));

test.each([
  [
    'an entry at the end of the file, at the margin',
    `${FILE}- name: media-server-2\n  role: media\n  private_ip: 192.168.1.22\n`,
    [`13:1 this server stands below restart — ${BELOW_SERVERS}`],
  ],
  [
    'or indented like the others',
    `${FILE}  - name: media-server-2\n    role: media\n    private_ip: 192.168.1.22\n`,
    [`13:3 this server stands below restart — ${BELOW_SERVERS}`],
  ],
  [
    'or without its dash',
    `${FILE}name: media-server-2\nrole: media\nprivate_ip: 192.168.1.22\n`,
    [
      '13:1 name is given twice, first on line 2 — if this is a server, it belongs below servers: "- name: …" indented like the entries there, its other fields below that',
    ],
  ],
  [
    'a field of a server at the top',
    `${FILE}max_rooms: 5\n`,
    [
      '13:1 the cluster file has no field "max_rooms" — max_rooms belongs to an entry of servers, below its "- name: …" and indented like it',
    ],
  ],
  [
    "git's conflict markers, once each, and nothing of what they break",
    but('name: acme', '<<<<<<< HEAD\nname: acme\n=======\nname: acmx\n>>>>>>> other'),
    [
      '2:1 two versions of the file meet here, and git could not merge them — keep what is to be of the lines between <<<<<<< and >>>>>>>, and delete these lines and =======',
    ],
  ],
  [
    'a space in an image',
    but('portsip/pbx:22', 'portsip/pbx: 22'),
    ['3:8 there is a space in the name of an image — portsip/pbx:22'],
  ],
  ['a version as text', but('portsip/pbx:22', '"22"'), ['3:8 22 is a version, and no image — portsip/pbx:22']],
  [
    'a version as number',
    but('portsip/pbx:22', '22.6'),
    ['3:8 image cannot be 22.6 — the name of the image as well: portsip/pbx:22.6'],
  ],
  [
    'a time without its unit',
    but('30m', '30'),
    ['12:18 restart.drain_timeout cannot be 30 — with its unit: 30m for minutes, 30s for seconds'],
  ],
  [
    'the same as text',
    but('30m', '"30"'),
    ['12:18 restart.drain_timeout cannot be "30" — with its unit: 30m for minutes, 30s for seconds'],
  ],
  [
    'an address that is this machine',
    but('192.168.1.21', '127.0.0.1'),
    ['10:17 127.0.0.1 is this machine itself, whoever asks — the static address of the host'],
  ],
  [
    'one that is all machines',
    but('192.168.1.20', '255.255.255.255'),
    ['5:15 255.255.255.255 is the broadcast address — the static address of the host'],
  ],
  [
    'one that is none',
    but('192.168.1.21', '0.0.0.0'),
    ['10:17 0.0.0.0 is no address of a host — the static address of the host'],
  ],
  [
    'a letter that looks like another',
    but('role: media', 'rol\u0435: media'),
    [
      '8:5 media-server-1 has no role — add a line such as "role: media"',
      '9:5 media-server-1 has no field "rol\u0435": character 4 is a Cyrillic e (U+0435) — did you mean role?',
    ],
  ],
  [
    'a dash that looks like another',
    but('name: acme', 'name: acme\u20132'),
    [expect.stringMatching(/: character 5 is an en dash, not - \(U\+2013\) — /)],
  ],
  [
    'blanks that are none, for each line, and nothing of what they break',
    but('    role: media', '\u00a0   role: media'),
    ['9:1 a no-break space (U+00A0) stands in the indentation — indent by spaces alone'],
  ],
  [
    'a dash that is none',
    but('  - name: media-server-1', '  \u2013 name: media-server-1'),
    ['8:3 an en dash, not - (U+2013) stands where an entry begins — type a plain - (minus) and a space'],
  ],
  [
    'a colon that is none',
    but('name: acme', 'name\uff1a acme'),
    ['2:5 a wide colon, not : (U+FF1A) stands behind a key — type a plain : and a space'],
  ],
  [
    'a key that is there twice, with all else that is wrong',
    but('name: acme', 'name: acme\nname: other\nimagee: x'),
    [
      '3:1 name is given twice, first on line 2 — delete one of the two',
      expect.stringMatching(/^4:1 .*imagee.* — did you mean image\?$/),
    ],
  ],
  [
    'a quote that is not closed, at its beginning, whatever quotes follow',
    `${but('name: acme', 'name: "acme')}# and "quoted" later\n`,
    ['2:7 a quote is opened here and not closed — close it with the same quote'],
  ],
  [
    'tabs, once',
    `${but('  private_ip: 192.168.1.20', '\tprivate_ip: 192.168.1.20')}\tx: 1\n\ty: 2\n`,
    ['5:1 a tab is used for indentation, and in 2 more places — use spaces, two per level'],
  ],
  [
    'a password for SSH, which is not shown',
    but('user: pbx', 'user: pbx, password: swordfish'),
    [
      '6:19 ssh has no field "password" — no secret stands in this file: hosts are signed in to with a key, PORTSIP_SSH_PRIVATE_KEY; the password that sudo asks for is PORTSIP_SUDO_PASSWORD',
    ],
  ],
  [
    'one for the PBX',
    but('  private_ip: 192.168.1.20', '  private_ip: 192.168.1.20\n  password: swordfish'),
    ['6:3 pbx has no field "password" — no secret stands in this file: that is PORTSIP_PBX_PASSWORD'],
  ],
  [
    'the same at the top of the file, by the name of its secret',
    but('name: acme', 'name: acme\npbx_password: swordfish\nPORTSIP_PBX_USERNAME: swordfish'),
    [
      '3:1 the cluster file has no field "pbx_password" — no secret stands in this file: that is PORTSIP_PBX_PASSWORD',
      '4:1 the cluster file has no field "PORTSIP_PBX_USERNAME" — that is the variable PORTSIP_PBX_USERNAME',
    ],
  ],
  [
    'a file that is something else',
    '# Title\n\nHello: *world*\n- a\n',
    [expect.stringMatching(/^\d:\d+ this is no cluster file: .* — is it the right file\?$/)],
  ],
  [
    'a list that goes on where none can',
    `${but('name: acme', 'name: acme\nimage: x\n- a')}`,
    ['4:1 this line is no "key: value" — is there a ":" missing after the key, or a space after ":" or "-"?'],
  ],
])('%s', (_, text, said) => {
  expect(say(text)).toEqual(said);
  expect(say(text).join()).not.toContain('swordfish');
});
