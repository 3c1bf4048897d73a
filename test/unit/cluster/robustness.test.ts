import fc from 'fast-check';
import { parseCluster } from '../../../src/cluster/load';
import { EXAMPLE, HEAD, problems } from './helpers';

const MIB = 1024 * 1024;

/** What must be true whatever the file is. */
function expectClear(input: string | Buffer): void {
  const before = process.cpuUsage();
  const { cluster, problems } = parseCluster(input, 'cluster.yaml');
  // Work and not time, which other work on the machine would make longer
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5000);
  const text = input.toString('utf8').replace(/^\uFEFF/, '');
  const lines = text.split('\n');
  expect(cluster === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
  for (const { file, line, column, message, cure = '' } of problems) {
    expect(file).toBe('cluster.yaml');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    // No inner workings, and nothing that a terminal obeys.
    for (const words of [message, cure]) {
      expect(words).not.toMatch(
        /\n|undefined|\[object|NaN|\.js:|\.ts:|TypeError|RangeError|Maximum|instancePath|must NOT|must be (string|object|array)/,
      );
      expect(words).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(words.length).toBeLessThan(400);
    }
    expect(message).not.toBe('');
  }
}

describe('a file that is none', () => {
  it.each<[string, string | Buffer, string]>([
    ['empty', '', '1:1: error: the file has nothing in it'],
    ['blank', ' \n\n', '1:1: error: the file has nothing in it'],
    ['only comments', '# version: 1\n', '1:1: error: the file has nothing in it'],
    ['a list', '- version: 1\n', '1:1: error: the file is a list'],
    ['a word', 'acme\n', '1:1: error: the file is "acme"'],
    ['10 MB', Buffer.alloc(10_000_000, '#'), '1:1: error: the file is 9.5 MiB, a cluster file is 1 MiB at most'],
    ['binary', Buffer.from('version: 1\nname: \0\x01'), '2:7: error: the file is not text: it holds a NUL byte'],
    ['Latin-1', Buffer.from('version: 1\n# M\xfcnchen\n', 'latin1'), '2:4: error: the file is not UTF-8 text'],
    ['UTF-16', Buffer.from('\uFEFFversion: 1\n', 'utf16le'), '1:1: error: the file is UTF-16'],
    ['deep', '['.repeat(100_000), '1:41: error: values are nested too deep here'],
    ['deep in one line', 'a: '.repeat(1000), 'nested too deep|two mappings begin'],
    ['long', '- a\n'.repeat(200_000), 'the file has too many values'],
  ])('%s', (_, input, message) => {
    expect(problems(input)[0]).toMatch(
      message.startsWith('1:') || message.startsWith('2:') ? `cluster.yaml:${message}` : new RegExp(message),
    );
    expectClear(input);
  });
});

describe('a file from another editor', () => {
  it.each([
    ['a byte order mark', `\uFEFF${EXAMPLE}`],
    ['Windows line ends', EXAMPLE.replaceAll('\n', '\r\n')],
    ['a document start and end', `---\n${EXAMPLE}...\n`],
    ['a YAML directive', `%YAML 1.1\n---\n${EXAMPLE}`],
  ])('may have %s', (_, text) => {
    expect(problems(Buffer.from(text))).toEqual([]);
  });

  it('has the same places with a byte order mark and Windows line ends', () => {
    const text = EXAMPLE.replace('role: media', 'role: medai').replace('version: 1', 'Version: 1');
    expect(problems(Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`))).toEqual(problems(text));
  });
});

describe('aliases and merges', () => {
  it('fill in what is the same', () => {
    const text = `${HEAD}
  - &media { name: m1, role: media, private_ip: 10.0.0.1, max_call_sessions: 3000, ssh: &ssh { user: ops } }
  - { <<: *media, name: m2, private_ip: 10.0.0.2 }
  - { name: q, role: queue, private_ip: 10.0.0.3, ssh: *ssh }
`;
    const { cluster, problems } = parseCluster(text, 'c');
    expect(problems).toEqual([]);
    expect(
      cluster?.servers.map((server) => [
        server.name,
        server.role,
        'maxCallSessions' in server ? server.maxCallSessions : undefined,
        server.ssh.user,
      ]),
    ).toEqual([
      ['m1', 'media', 3000, 'ops'],
      ['m2', 'media', 3000, 'ops'],
      ['q', 'queue', undefined, 'ops'],
    ]);
  });

  it('point at what is wrong where it is written', () => {
    const text = `${HEAD}  - &media { name: m1, role: media, private_ip: 10.0.0.1, max_call_sessions: many }\n  - { <<: *media, name: m2, private_ip: 10.0.0.1 }\n`;
    expect(problems(text).map((problem) => problem.split(': ')[0])).toEqual([
      'cluster.yaml:6:78',
      'cluster.yaml:6:78',
      'cluster.yaml:7:41',
    ]);
  });

  const names = 'bcdefghij'.split('');
  it.each([
    ['a bomb of aliases', (last: string) => `[${Array(10).fill(`*${last}`).join(',')}]`],
    ['a bomb of merges', (last: string) => `{ <<: [${Array(10).fill(`*${last}`).join(',')}] }`],
  ])('%s is refused at once', (_, level) => {
    const text = `a: &a { x: 1 }\n${names.map((name, index) => `${name}: &${name} ${level('abcdefghi'[index]!)}\n`).join('')}`;
    expect(problems(text)[0]).toContain('stand for too many values');
    expectClear(text);
  });
});

describe('keys that mean something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is an unknown field like any other',
    (key) => {
      expect(problems(`${EXAMPLE}${key}: { role: media }\n`)[0]).toContain(
        `error: the cluster file has no field "${key}"`,
      );
      expect(problems(HEAD + `  - { name: m, role: ${key}, private_ip: 10.0.0.1, ${key}: 1 }\n`)).toHaveLength(2);
      expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    },
  );
});

describe('files made to hurt', () => {
  it.each<[string, string]>([
    ['values of a megabyte', `name: ${'a'.repeat(MIB - 100)}\n`],
    ['a path of a megabyte', `data_path: ${'/a'.repeat(MIB / 2 - 100)}!\n`],
    ['an address of a megabyte', `pbx: { private_ip: "${':1'.repeat(MIB / 2 - 100)}" }\n`],
    ['an explicit key of half a megabyte', `? "${'k'.repeat(MIB / 2)}"\n: [${'1,'.repeat(1000)}]\n`],
    ['3,000 unknown fields', Array.from({ length: 3_000 }, (_, index) => `k${index}: 1\n`).join('')],
    [
      '2,000 servers',
      `${HEAD}${Array.from({ length: 2_000 }, (_, index) => `  - { name: "${index % 3}", role: x }\n`).join('')}`,
    ],
    ['5,000 networks', `firewall: { trust: [${'10.0.0.0/8,'.repeat(5_000)}] }\n`],
    ['2,000 days', `restart: { window: { days: [${'{},'.repeat(2_000)}] } }\n`],
    ['a quote for each byte', '"'.repeat(8_000)],
    ['half a million colons', ':'.repeat(MIB / 2)],
    ['5,000 broken lines', 'a: b: c\n'.repeat(5000)],
    ['words for a terminal and a runner', `\u001b[2J: "::set-env name=X::y"\n"\u202e": "\u0007"\n::error::x: y\n`],
    ['numbers', 'version: 1e400\nname: .nan\nimage: -.inf\npbx: 0x10\nservers: 99999999999999999999999999\n'],
  ])('%s', (_, text) => {
    expectClear(text);
    expect(parseCluster(text, 'c').cluster).toBeUndefined();
  });

  it('shows the first hundred problems and how many more there are', () => {
    const { problems } = parseCluster(Array.from({ length: 300 }, (_, index) => `k${index}: 1\n`).join(''), 'c');
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('205 more problems are not shown');
  });
});

describe('random damage', () => {
  const lines = EXAMPLE.split('\n').length;
  const piece = fc.oneof(
    fc.constantFrom(
      '\t',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ': ',
      '- ',
      '\n',
      '&a ',
      '*a',
      '!!x ',
      '#',
      '---\n',
      '<<: *a\n',
      '| ',
      '%',
      '\0',
      '\uFEFF',
      '\ud800',
      '../',
      '999',
      'null',
      '~',
      '$(id)',
      '`id`',
    ),
    fc.string({ maxLength: 8, unit: 'binary' }),
    fc.integer().map(String),
  );
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(EXAMPLE.length), text: piece }),
    fc.record({
      kind: fc.constant('delete' as const),
      at: fc.nat(EXAMPLE.length),
      count: fc.integer({ min: 1, max: 60 }),
    }),
    fc.record({ kind: fc.constant('drop-line' as const), line: fc.nat(lines) }),
    fc.record({ kind: fc.constant('copy-line' as const), line: fc.nat(lines), to: fc.nat(lines) }),
    fc.record({ kind: fc.constant('indent' as const), line: fc.nat(lines), by: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('value' as const), line: fc.nat(lines), text: piece }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(EXAMPLE.length) }),
  );

  function apply(text: string, hit: typeof damage extends fc.Arbitrary<infer T> ? T : never): string {
    const rows = text.split('\n');
    const edit = (line: number, change: (row: string) => string) =>
      rows.map((row, index) => (index === line ? change(row) : row)).join('\n');
    switch (hit.kind) {
      case 'insert':
        return text.slice(0, hit.at) + hit.text + text.slice(hit.at);
      case 'delete':
        return text.slice(0, hit.at) + text.slice(hit.at + hit.count);
      case 'drop-line':
        return rows.filter((_, index) => index !== hit.line).join('\n');
      case 'copy-line':
        return rows.toSpliced(hit.to, 0, rows[hit.line] ?? '').join('\n');
      case 'indent':
        return edit(hit.line, (row) => ' '.repeat(hit.by) + row);
      case 'value':
        return edit(hit.line, (row) => row.replace(/: .*/, `: ${hit.text}`));
      case 'cut':
        return text.slice(0, hit.at);
    }
  }

  it('gives a cluster, or clear problems and nothing else', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (hits) => expectClear(hits.reduce(apply, EXAMPLE))),
      { numRuns: 250, seed: 22 },
    );
  });

  it('of bytes as well', () => {
    const bytes = Buffer.from(EXAMPLE);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }), (hits) => {
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of hits) damaged[at] = byte;
        expectClear(damaged);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
