import crypto, { createHmac } from 'node:crypto';
import { fingerprint, keyType, knownHostsLine, parseKnownHosts } from '../../../src/host/known-hosts';

function key(type: string, content: string): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0, 0, 0, value.length]), Buffer.from(value)]);
  return Buffer.concat([text(type), text(content)]);
}
const ed25519 = key('ssh-ed25519', 'ours');
const other = key('ssh-ed25519', 'theirs');
const rsa = key('ssh-rsa', 'rsa');
const line = (names: string, blob: Buffer, marker = '') =>
  `${marker}${names} ${keyType(blob)} ${blob.toString('base64')} comment here`;
const known = (text: string, host: string, port = 22, blob = ed25519) =>
  parseKnownHosts(text).check(host, port, blob).known;

describe('a host is known', () => {
  it.each([
    ['by name', 'media.example.com', 'media.example.com', 22],
    ['whatever the case', 'Media.Example.com', 'MEDIA.example.COM', 22],
    ['by address', '192.168.1.21', '192.168.1.21', 22],
    ['by IPv6 address', '2001:db8::21', '2001:db8::21', 22],
    ['in a list', 'media,192.168.1.21,other', '192.168.1.21', 22],
    ['on its port', '[192.168.1.21]:2222', '192.168.1.21', 2222],
    ['on any port by its name alone, as OpenSSH has it', '192.168.1.21', '192.168.1.21', 2222],
    ['by a star', '192.168.1.*', '192.168.1.21', 22],
    ['by several stars', '*.1*.*', '192.168.1.21', 22],
    ['by question marks', '192.168.1.2?', '192.168.1.21', 22],
  ])('%s', (_how, names, host, port) => {
    expect(known(line(names, ed25519), host, port)).toBe(true);
  });

  it('by a hashed name, with and without a port', () => {
    const hashed = (name: string) => `|1|c2FsdA==|${createHmac('sha1', 'salt').update(name).digest('base64')}`;
    expect(known(line(hashed('192.168.1.21'), ed25519), '192.168.1.21')).toBe(true);
    expect(known(line(hashed('[192.168.1.21]:2222'), ed25519), '192.168.1.21', 2222)).toBe(true);
    expect(known(line(hashed('192.168.1.22'), ed25519), '192.168.1.21')).toBe(false);
  });

  it('by any of its keys, comments, blank lines and Windows line ends aside', () => {
    const text = `# servers\r\n\r\n  ${line('media', rsa)}\r\n${line('media', ed25519)}\r\n`;
    expect(known(text, 'media')).toBe(true);
    expect(known(text, 'media', 22, rsa)).toBe(true);
  });
});

describe('a host is not known', () => {
  it.each([
    ['by another name', 'media', 'queue', 22],
    ['by a part of its name', 'media', 'media.example.com', 22],
    ['on another port', '[media]:2222', 'media', 2223],
    ['on port 22 by another port', '[media]:2222', 'media', 22],
    ['when it is excepted', '*.example.com,!bad.example.com', 'bad.example.com', 22],
    ['by an exception alone', '!good.example.com', 'bad.example.com', 22],
  ])('%s', (_how, names, host, port) => {
    const verdict = parseKnownHosts(line(names, ed25519)).check(host, port, ed25519);
    expect(verdict).toMatchObject({ known: false, code: 'host-key-unknown' });
  });

  it('when its key is another one, and the contradicted lines are named', () => {
    const text = ['# one', line('media', other), line('med*', key('ssh-ed25519', 'third')), line('media', rsa)].join(
      '\n',
    );
    const verdict = parseKnownHosts(text).check('media', 22, ed25519);
    expect(verdict).toMatchObject({
      known: false,
      code: 'host-key-changed',
      why: expect.stringMatching(/lines 2, 3 have another ssh-ed25519 key/),
    });
  });

  it('when only its key of another type is known', () => {
    const verdict = parseKnownHosts(line('media', rsa)).check('media', 22, ed25519);
    expect(verdict).toMatchObject({ code: 'host-key-unknown', why: expect.stringMatching(/only its ssh-rsa key/) });
  });

  it('when its key is revoked, though another line has it', () => {
    const text = `${line('media', ed25519)}\n${line('*', ed25519, '@revoked ')}`;
    expect(parseKnownHosts(text).check('media', 22, ed25519)).toMatchObject({
      code: 'host-key-changed',
      why: expect.stringMatching(/line 2 revokes/),
    });
  });

  it('when an authority vouches for it, which is not supported', () => {
    const verdict = parseKnownHosts(line('*', rsa, '@cert-authority ')).check('media', 22, ed25519);
    expect(verdict).toMatchObject({
      code: 'host-key-unknown',
      why: expect.stringMatching(/@cert-authority.*not supported/),
    });
  });
});

it('keys of the known types are asked for first', () => {
  const text = `${line('media', rsa)}\n${line('queue', ed25519)}`;
  expect(parseKnownHosts(text).algorithms('media', 22).slice(0, 2)).toEqual(['rsa-sha2-512', 'rsa-sha2-256']);
  expect(parseKnownHosts(text).algorithms('queue', 22)[0]).toBe('ssh-ed25519');
  expect(parseKnownHosts(text).algorithms('media', 22)).not.toContain('ssh-rsa');
});

it('lines that are none are reported and trust nobody', () => {
  const blob = ed25519.toString('base64');
  const lines = [
    'media',
    'media ssh-ed25519',
    `media ssh-rsa ${blob}`,
    `@unknown media ssh-ed25519 ${blob}`,
    'media ssh-ed25519 %%%',
    '|2|a|b ssh-ed25519 x',
    '\0',
  ];
  const result = parseKnownHosts(lines.join('\n'));
  expect(result).toMatchObject({ keys: 0, unreadable: [1, 2, 3, 4, 5, 6, 7] });
  expect(result.check('media', 22, ed25519).known).toBe(false);
});

it('a pattern cannot make it hang', () => {
  // A backtracking match would not come to an end.
  expect(known(line('*a'.repeat(500), ed25519), 'a'.repeat(2000) + 'b')).toBe(false);
});

it('fingerprints and lines are as OpenSSH writes them', () => {
  const real = Buffer.from('AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl', 'base64');
  // GitHub's published one
  expect(fingerprint(real)).toBe('SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU');
  expect(knownHostsLine('media', 22, real)).toBe(`media ssh-ed25519 ${real.toString('base64')}`);
  expect(knownHostsLine('media', 2222, real)).toBe(`[media]:2222 ssh-ed25519 ${real.toString('base64')}`);
  expect(keyType(Buffer.from([0, 0, 255, 255, 1]))).toBe('unknown');
});

describe('a port with a line of its own', () => {
  const other = Buffer.from(ed25519);
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  const text = `${line('[media]:2222', ed25519)}\n${line('media', other)}\n`;

  it('is not vouched for by the key of the host alone', () => {
    expect(parseKnownHosts(text).check('media', 2222, other)).toMatchObject({ known: false, code: 'host-key-changed' });
    expect(known(text, 'media', 2222)).toBe(true);
  });

  it('does not vouch for other ports, for which the host alone does', () => {
    expect(known(text, 'media', 22)).toBe(false);
    expect(known(text, 'media', 2223, other)).toBe(true);
  });

  it('is bound by what is revoked of the host', () => {
    const revoked = `${line('[media]:2222', ed25519)}\n@revoked ${line('media', ed25519)}\n`;
    expect(known(revoked, 'media', 2222)).toBe(false);
  });
});

it('a hashed name is looked for once a host, and not at all once it is known whose it is', () => {
  const names = ['192.168.1.21', '192.168.1.22', '192.168.1.23'];
  const hashed = (name: string) => `|1|c2FsdA==|${createHmac('sha1', 'salt').update(name).digest('base64')}`;
  const hosts = parseKnownHosts(names.map((name) => line(hashed(name), ed25519)).join('\n'));
  const hashing = jest.spyOn(crypto, 'createHmac');
  for (let attempt = 0; attempt < 3; attempt++)
    for (const name of names) {
      expect(hosts.algorithms(name, 22)).toContain('ssh-ed25519');
      expect(hosts.check(name, 22, ed25519)).toEqual({ known: true });
    }
  // Three for the first, two for the second, one for the last
  expect(hashing).toHaveBeenCalledTimes(6);
  hashing.mockRestore();
});
