import './actions-modules';
import { readInputs } from '../../../src/github/inputs';
import { Secrets } from '../../../src/log';

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----';
const CREDENTIALS = {
  'ssh-private-key': KEY,
  'ssh-known-hosts': '192.168.1.20 ssh-ed25519 AAAA',
  'pbx-username': 'admin',
  'pbx-password': 'correct horse battery\n',
};

function read(given: Record<string, string>, needsCredentials = true, secrets = new Secrets()) {
  return readInputs(secrets, needsCredentials, (name, options) => {
    const value = given[name] ?? '';
    return options?.trimWhitespace === false ? value : value.trim();
  });
}

test('what is not given has its default', () => {
  const { inputs, problems } = read(CREDENTIALS);
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject({
    clusterFile: 'cluster.yaml',
    servers: [],
    concurrency: 50,
    dryRun: false,
    live: true,
    planFile: 'plan.json',
    roles: [],
    credentials: { pbxUsername: 'admin', pbxPassword: 'correct horse battery', sshPrivateKey: `${KEY}\n` },
  });
});

test('lists are separated by commas, spaces or lines', () => {
  expect(read({ ...CREDENTIALS, servers: 'media, ivr\n vr-server-1  media' }).inputs.servers).toEqual([
    'media',
    'ivr',
    'vr-server-1',
  ]);
});

test('every wrong input is told at once', () => {
  const { problems } = read({
    'dry-run': 'yes',
    concurrency: '101',
    service: 'sms',
    roles: 'media,sbc',
    'pbx-fingerprint': 'ab:cd',
    'pbx-ca': '/etc/ssl/pbx.pem',
    'ssh-private-key': '~/.ssh/id_ed25519',
    'dataflow-token-path': '//evil.example/x?y',
  });
  const told = problems.map((problem) => problem.split(':')[0]);
  expect(told.sort()).toEqual([
    'concurrency',
    'dataflow-token-path',
    'dry-run',
    'pbx-ca',
    'pbx-fingerprint',
    'pbx-password',
    'pbx-username',
    'roles',
    'service',
    'ssh-known-hosts',
    'ssh-private-key',
  ]);
});

test.each(['0', '-1', '1.5', '1e1', 'ten', '101'])('concurrency %s is refused', (concurrency) => {
  expect(read({ ...CREDENTIALS, concurrency }).problems).toEqual([
    `concurrency: "${concurrency}" is not a whole number from 1 to 100`,
  ]);
});

test.each([
  ['without credentials', {}, false],
  ['with a key', { 'ssh-private-key': KEY }, true],
  ['with a user', { 'pbx-username': 'admin' }, true],
  ['when told so', { ...CREDENTIALS, live: 'false' }, false],
])('a plan %s is live: %#', (_when, given, live) => {
  expect(read(given, false).inputs.live).toBe(live);
});

test('an offline plan needs no credentials, a live one names each that is missing', () => {
  expect(read({ live: 'false' }, false).problems).toEqual([]);
  expect(read({ live: 'true' }, false).problems).toHaveLength(4);
});

test('secrets are known before anything can be said about them', () => {
  const secrets = new Secrets();
  read(
    { ...CREDENTIALS, 'sudo-password': 'letmein!', 'im-token': 'tok_123456', 'github-token': 'ghs_abcdef' },
    true,
    secrets,
  );
  expect(secrets.redact('letmein! tok_123456 ghs_abcdef correct horse battery b3BlbnNzaC1rZXktdjEAAAAA')).toBe(
    '*** *** *** *** ***',
  );
  expect(secrets.redact('192.168.1.20 ssh-ed25519 AAAA')).toContain('192.168.1.20');
});

test('all that can be restarted is the load balancer and every role', () => {
  const { roles } = read({ ...CREDENTIALS, roles: 'all' }).inputs;
  expect(roles).toEqual(['loadbalancer', 'media', 'queue', 'meeting', 'ivr', 'im', 'dataflow']);
});

test.each(['--output=/etc/passwd', 'main:cluster.yaml'])('the base %s is refused', (ref) => {
  expect(read({ 'base-ref': ref }, false).problems).toHaveLength(1);
});
