import { createHash, X509Certificate } from 'node:crypto';
import { InputError } from '../../../src/cluster/types';
import { makeCertificate, type Certificate } from '../../../src/sandbox/pbx/certificate';
import { closeAll, failure, setup } from './helpers';

afterEach(closeAll);

let authority: Certificate;
let signed: Certificate;

beforeAll(async () => {
  authority = await makeCertificate({ commonName: 'Acme Authority', names: [], isAuthority: true });
  signed = await makeCertificate({ authority, commonName: 'pbx.acme.example' });
});

/** No certificate is trusted, so that tests say what they trust; where the PBX is was said. */
const nothing = { fingerprint: undefined, ca: undefined, trustedAddress: '127.0.0.1, localhost' };

test('a self-signed certificate that nobody vouches for: which it is and how to trust it, before anything is sent', async () => {
  const { pbx, api } = await setup(nothing);
  const error = await failure(pbx.im());
  expect(error.message).toMatch(
    /certificate that nothing here vouches for \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Nothing was sent/,
  );
  expect(error.message).toContain('CN=PortSIP PBX');
  expect(error.message.split('\n').slice(1)).toEqual([
    expect.stringContaining(`  Its SHA-256: ${api.fingerprint} (CN=PortSIP PBX, `),
    '  If the PBX itself shows that SHA-256, set PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint) to it, or PORTSIP_PBX_CA (input pbx-ca) to the PEM of its authority',
  ]);
  expect(error.message).toContain('PORTSIP_PBX_CA (input pbx-ca)');
  await failure(pbx.im());
  expect(api.requests).toEqual([]);
});

test.each([
  ['as openssl prints it', (hex: string) => `sha256 Fingerprint=${hex}`],
  ['in small letters without colons', (hex: string) => hex.replaceAll(':', '').toLowerCase()],
  ['with blanks and a prefix', (hex: string) => ` SHA256:${hex}\n`],
])('a pinned fingerprint, %s', async (_name, spell) => {
  const { connect, api } = await setup(nothing);
  expect(await connect({ fingerprint: spell(api.fingerprint) }).im()).toEqual({});
});

test('another certificate than the pinned one shows both, and nothing is sent', async () => {
  const { pbx, api } = await setup();
  const other = await makeCertificate({ commonName: 'Someone Else' });
  api.changeCertificate(other);
  const error = await failure(pbx.im());
  expect(error.message).toMatch(/another certificate than the pinned one\. Nothing was sent/);
  expect(error.message).toContain(`Its SHA-256: ${other.fingerprint}`);
  expect(error.message).toContain(`Pinned: ${api.fingerprint}`);
  expect(error.message).toContain('CN=Someone Else');
  expect(api.requests).toEqual([]);
});

test('what was given in another way than by its variable is called so', async () => {
  const { connect } = await setup();
  const pbx = connect({ fingerprint: 'ab'.repeat(32), named: { fingerprint: '--pbx-fingerprint' } });
  expect((await failure(pbx.im())).message).toContain('If somebody did, set --pbx-fingerprint to the SHA-256 above');
});

test('a certificate that is changed in mid-run is noticed at the next connection', async () => {
  const { pbx, api } = await setup();
  await pbx.im();
  api.changeCertificate(await makeCertificate());
  const asked = api.requests.length;
  expect((await failure(pbx.im())).message).toMatch(/another certificate than the pinned one/);
  expect(api.requests).toHaveLength(asked);
});

test('with a pin neither name nor dates matter', async () => {
  const certificate = await makeCertificate({
    names: ['pbx.elsewhere.example'],
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2021-01-01'),
  });
  const { pbx } = await setup({}, { certificate });
  expect(await pbx.im()).toEqual({});
});

test('a certificate of an authority that is given', async () => {
  const { connect } = await setup(nothing, { certificate: signed });
  expect(await connect({ ca: authority.cert }).im()).toEqual({});
  expect(await connect({ ca: `# Acme\n${(await makeCertificate()).cert}\n${authority.cert}` }).im()).toEqual({});
});

test('a name instead of an address', async () => {
  const { connect, api } = await setup(nothing, { certificate: signed });
  const named = { api: api.url.replace('127.0.0.1', 'localhost'), ca: authority.cert };
  expect(await connect(named).im()).toEqual({});
});

test('the self-signed certificate itself, given as PEM', async () => {
  const { connect, api } = await setup(nothing);
  expect(await connect({ ca: api.caPem }).im()).toEqual({});
});

test('the very certificate is enough, without the authority that signed it', async () => {
  const { connect } = await setup(nothing, { certificate: signed });
  expect(await connect({ ca: signed.cert }).im()).toEqual({});
});

test('the authority that issued it, which another one signed in turn, with the chain that the PBX sends', async () => {
  const issuing = await makeCertificate({ authority, commonName: 'Acme Issuing', names: [], isAuthority: true });
  const leaf = await makeCertificate({ authority: issuing, commonName: 'pbx.acme.example' });
  const { connect } = await setup(nothing, { certificate: { ...leaf, cert: `${leaf.cert}\n${issuing.cert}` } });
  expect(await connect({ ca: issuing.cert }).im()).toEqual({});
  expect(await connect({ ca: authority.cert }).im()).toEqual({});
});

describe('an address that only the cluster file names', () => {
  const unsaid = { ...nothing, trustedAddress: undefined };

  test('gets no password on the word of an authority, which vouches for other machines, too', async () => {
    const { connect, api } = await setup(unsaid, { certificate: signed });
    const error = await failure(connect({ ca: authority.cert }).im());
    expect(error.message).toMatch(/is vouched for by an authority \(CN=Acme Authority\).*in the cluster file alone/);
    expect(error.message).toContain('input pbx-trusted-address; a variable) to 127.0.0.1');
    expect(error.message).toContain(signed.fingerprint);
    expect(api.requests).toEqual([]);
  });

  test.each(['pbx.acme.example', '127.0.0.1:1', '192.168.1.20, pbx.acme.example'])(
    'gets none either when the variable says %s',
    async (trustedAddress) => {
      const { connect, api } = await setup(unsaid, { certificate: signed });
      const error = await failure(connect({ ca: authority.cert, trustedAddress }).im());
      expect(error.message).toContain(`(input pbx-trusted-address) says ${trustedAddress}`);
      expect(api.requests).toEqual([]);
    },
  );

  test('gets it when its very certificate was given, or its fingerprint', async () => {
    const { connect, api } = await setup(unsaid, { certificate: signed });
    expect(await connect({ ca: `${authority.cert}\n${signed.cert}` }).im()).toEqual({});
    expect(await connect({ fingerprint: api.fingerprint }).im()).toEqual({});
  });

  test.each([
    ['the host', () => '127.0.0.1'],
    ['host and port', (url: URL) => url.host],
    ['the whole address, among others', (url: URL) => `pbx.acme.example ${url.origin}`],
  ])('gets it when the variable has %s', async (_what, spell) => {
    const { connect, api } = await setup(unsaid, { certificate: signed });
    const trustedAddress = spell(new URL(api.url));
    expect(await connect({ ca: authority.cert, trustedAddress }).im()).toEqual({});
  });

  test('is no address: that is said at once', async () => {
    const { connect } = await setup(unsaid, { certificate: signed });
    expect(() => connect({ trustedAddress: 'http://pbx' })).toThrow(InputError);
    expect(() => connect({ trustedAddress: '192.168.1.999' })).toThrow(
      /pbx-trusted-address .* is not the address of a PBX/,
    );
  });
});

test('an authority that did not sign it', async () => {
  const { connect, api } = await setup(nothing, { certificate: signed });
  const error = await failure(connect({ ca: (await makeCertificate({ isAuthority: true })).cert }).im());
  expect(error.message).toMatch(/nothing here vouches for/);
  expect(error.message).toContain('issued by CN=Acme Authority');
  expect(api.requests).toEqual([]);
});

test.each([
  ['signed by the authority', () => makeCertificate({ authority, names: ['pbx.acme.example'] })],
  ['self-signed', () => makeCertificate({ names: ['pbx.acme.example'] })],
])('a trusted certificate (%s) for another name: it says that it is the name', async (_name, make) => {
  const certificate = await make();
  const { connect, api } = await setup(nothing, { certificate });
  const pbx = connect({ ca: `${certificate.cert}\n${authority.cert}` });
  const error = await failure(pbx.im());
  expect(error.message).toMatch(/trusted but made out to another name \(DNS:pbx\.acme\.example\)/);
  expect(error.message).toContain(certificate.fingerprint);
  // A resumed session must not slip past the name the second time.
  expect((await failure(pbx.im())).message).toMatch(/another name/);
  expect(api.requests).toEqual([]);
});

test.each([
  ['has expired', { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }],
  ['is not valid yet', { notBefore: new Date('2090-01-01'), notAfter: new Date('2091-01-01') }],
])('a certificate that %s', async (words, dates) => {
  for (const certificate of [await makeCertificate(dates), await makeCertificate({ ...dates, authority })]) {
    const { connect } = await setup(nothing, { certificate });
    const error = await failure(connect({ ca: `${certificate.cert}${authority.cert}` }).im());
    expect(error.message).toContain(words);
    expect(error.message).toContain(certificate.fingerprint);
  }
});

test('a subject that would write into the log', async () => {
  const certificate = await makeCertificate({ commonName: 'pbx\n::error::x\u001b[2J' });
  const { pbx } = await setup(nothing, { certificate });
  const { message } = await failure(pbx.im());
  const told = message.split('\n');
  // What is about the first line is below it, indented: no line of it can be taken for another error, or for a command.
  expect(told.map((line) => line.slice(0, 2))).toEqual(['Th', '  ', '  ']);
  for (const line of told) expect(line).not.toMatch(/[\p{C}]/u);
});

test('something that is no TLS server is named, without waiting', async () => {
  const { createServer } = await import('node:net');
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const { connect, clock } = await setup();
  const port = typeof address === 'object' && address ? address.port : 0;
  const error = await failure(connect({ api: `https://127.0.0.1:${port}` }).im());
  expect(error.message).toMatch(/does not speak TLS as expected.*Is pbx\.api/);
  expect(clock.sleeps).toEqual([]);
  server.close();
});

test.each(['', 'zz', 'AA:BB', `${'A'.repeat(65)}`])(
  'a fingerprint that is none is an input error: "%s"',
  async (fingerprint) => {
    const { connect } = await setup();
    if (fingerprint === '') expect(() => connect({ fingerprint })).not.toThrow();
    else expect(() => connect({ fingerprint })).toThrow(InputError);
  },
);

test.each(['/etc/ssl/pbx.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
  'a CA that is none is an input error: %s',
  async (ca) => {
    const { connect } = await setup();
    expect(() => connect({ fingerprint: undefined, ca })).toThrow(InputError);
    expect(() => connect({ fingerprint: undefined, ca })).toThrow(/PEM text itself/);
  },
);

test('IPv6 addresses work as well', async () => {
  const certificate = await makeCertificate({ names: ['::1'] });
  const { connect } = await setup(nothing, { host: '::1', certificate }).catch(() => ({ connect: undefined }));
  // A machine without IPv6 cannot show it.
  if (connect) expect(await connect({ ca: certificate.cert }).im()).toEqual({});
});

describe('a renewal', () => {
  const keyOf = (cert: string) =>
    `sha256//${createHash('sha256')
      .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64')}`;

  test('is no red morning where its fingerprint stands beside the old one, or its public key is pinned', async () => {
    const { connect, api } = await setup(nothing);
    const next = await makeCertificate();
    const both = `${api.fingerprint}, ${next.fingerprint}`;
    expect(await connect({ fingerprint: both }).im()).toEqual({});
    api.changeCertificate(next);
    const pbx = connect({ fingerprint: both });
    expect(await pbx.im()).toEqual({});
    expect(pbx.certificate).toMatchObject({ by: 'certificate', expiresAt: expect.any(Number) });
    const byKey = connect({ fingerprint: keyOf(next.cert) });
    expect(await byKey.im()).toEqual({});
    expect(byKey.certificate).toMatchObject({ by: 'key' });
    const error = await failure(connect({ fingerprint: 'sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }).im());
    expect(error.message).toContain('another certificate than the pinned one');
    expect(error.message).toContain(`to its public key, which a renewal can keep: ${keyOf(next.cert)}`);
  });

  test.each(['sha256//short=', 'AA:BB', `${'ab'.repeat(32)}, nonsense`])('is not pinned by %s', async (fingerprint) => {
    const { connect } = await setup(nothing);
    expect(() => connect({ fingerprint })).toThrow(InputError);
  });
});
