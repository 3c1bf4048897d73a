import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Redirect } from '../../../src/sandbox/redirect';

const redirect = new Redirect('/tmp/box/hosts/media-1');
const R = '/tmp/box/hosts/media-1';

describe('what is sent to a host', () => {
  test.each([
    ['cd /opt/portsip && ls', `cd ${R}/opt/portsip && ls`],
    ["sh -c 'cat /etc/os-release'", `sh -c 'cat ${R}/etc/os-release'`],
    ['-p /var/lib/portsip -f /chat/files', `-p ${R}/var/lib/portsip -f ${R}/chat/files`],
    ['jobs=/var/lib/portsip-cluster/jobs', `jobs=${R}/var/lib/portsip-cluster/jobs`],
    ['read -r boot </proc/sys/kernel/random/boot_id', `read -r boot <${R}/proc/sys/kernel/random/boot_id`],
    ['${folder:-/opt}', `\${folder:-${R}/opt}`],
    ['x >>/run/log 2>/dev/null', `x >>${R}/run/log 2>/dev/null`],
    // What printf %b is given has its newlines spelled out.
    ['set -- a\\n/opt/portsip/x', `set -- a\\n${R}/opt/portsip/x`],
    ['PATH=/usr/local/sbin:/usr/local/bin:/usr/bin', `PATH=${R}/usr/local/sbin:${R}/usr/local/bin:/usr/bin`],
  ])('%s', (sent, arrives) => expect(redirect.inward(sent)).toBe(arrives));

  test.each([
    '/bin/sh -c true </dev/null',
    'kill -0 1; read x </proc/1/stat; ls /proc/self/fd',
    '"$jobs"/x "${root}/etc/x" $dir/run ~/opt',
    'https://example.com/opt/x',
    '/optional /etcetera /runner',
    's/etc/usr/',
  ])('stays as it is: %s', (sent) => expect(redirect.inward(sent)).toBe(sent));

  it('may come in pieces', async () => {
    const pieces = Readable.from([Buffer.from('cd /o'), Buffer.from('pt/portsip\ncat /et'), Buffer.from('c/hosts')]);
    expect(await text(pieces.pipe(redirect.input()))).toBe(`cd ${R}/opt/portsip\ncat ${R}/etc/hosts`);
  });
});

describe('what a host prints', () => {
  it('has no trace of the folder', () => {
    expect(redirect.outward(`${R}/opt/portsip: ${R}/etc`)).toBe('/opt/portsip: /etc');
  });

  it('may come byte by byte', async () => {
    const bytes = [...`a ${R}/opt/x /tmp/box/hosts/other é`].map((character) => Buffer.from(character));
    expect(await text(Readable.from(bytes).pipe(redirect.output()))).toBe('a /opt/x /tmp/box/hosts/other é');
  });

  it('is not held back longer than it must', async () => {
    const stream = redirect.output();
    stream.write('password: ');
    expect(String(stream.read())).toBe('password: ');
    stream.end();
    await text(stream);
  });
});

it('refuses a folder that a control script would tear apart', () => {
  expect(() => new Redirect('/tmp/my folder')).toThrow('plain folder name');
});
