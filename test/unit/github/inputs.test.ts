import './actions-modules';
import { ACTIONS, INPUTS } from '../../../src/github/input-table';
import type { ActionName, InputName, InputOf } from '../../../src/github/input-table';
import { isLive, readInputs, restartable } from '../../../src/github/inputs';
import { Secrets } from '../../../src/log';

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----';
const CREDENTIALS = {
  'ssh-private-key': KEY,
  'ssh-known-hosts': '192.168.1.20 ssh-ed25519 AAAA',
  'pbx-username': 'admin',
  'pbx-password': 'correct horse battery\n',
};

function read<A extends ActionName>(action: A, given: Record<string, string>, env = {}, secrets = new Secrets()) {
  const input = (name: string, options?: { trimWhitespace: boolean }) => {
    const value = given[name] ?? '';
    return options?.trimWhitespace === false ? value : value.trim();
  };
  return readInputs(action, secrets, input, env);
}

test('what is not given has its default', () => {
  expect(read('issue-token', CREDENTIALS)).toEqual({
    inputs: {
      clusterFile: 'cluster.yaml',
      servers: [],
      service: 'im',
      rotate: false,
      dataflowTokenPath: undefined,
      force: false,
      hostIsGone: [],
      allowUndersized: false,
      installSshKey: false,
      concurrency: 0,
      reviewedPlan: undefined,
      dryRun: false,
    },
    credentials: {
      pbxUsername: 'admin',
      pbxPassword: 'correct horse battery',
      sshPrivateKey: `${KEY}\n`,
      sshKnownHosts: '192.168.1.20 ssh-ed25519 AAAA\n',
    },
    problems: [],
  });
  expect(read('plan', CREDENTIALS).inputs).toMatchObject({ live: 'auto', planFile: 'plan.json', comment: undefined });
});

test('an input belongs to an action, which reads what it has and nothing else', () => {
  // A type: an input that no action has does not compile.
  const unused: never[] = [] as Exclude<InputName, InputOf<ActionName>>[];
  expect(unused).toEqual([]);
  for (const action of Object.keys(ACTIONS) as ActionName[]) {
    const asked = new Set<string>();
    readInputs(action, new Secrets(), (name) => (asked.add(name), ''), {});
    expect([action, [...asked].sort()]).toEqual([action, Object.keys(ACTIONS[action].inputs).sort()]);
  }
});

describe('the environment', () => {
  const env = {
    PORTSIP_SSH_PRIVATE_KEY: KEY,
    PORTSIP_SSH_KNOWN_HOSTS: '192.168.1.20 ssh-ed25519 AAAA',
    PORTSIP_PBX_USERNAME: 'operator',
    PORTSIP_PBX_PASSWORD: 'from the environment\n',
    PORTSIP_REVIEW_KEY: 'sesame sesame',
  };

  test('has what is not given', () => {
    const { credentials, problems } = read('firewall', { 'pbx-username': '', 'sudo-password': 'letmein!' }, env);
    expect(problems).toEqual([]);
    expect(credentials).toEqual({
      sshPrivateKey: `${KEY}\n`,
      sshKnownHosts: '192.168.1.20 ssh-ed25519 AAAA\n',
      pbxUsername: 'operator',
      pbxPassword: 'from the environment',
      sudoPassword: 'letmein!',
    });
    expect(read('review', {}, env).inputs.reviewKey).toBe('sesame sesame');
  });

  test('gives way to what is given, and its secrets are masked all the same, whoever asks for them', () => {
    const secrets = new Secrets();
    const { credentials } = read('firewall', CREDENTIALS, env, secrets);
    expect(credentials).toMatchObject({ pbxUsername: 'admin', pbxPassword: 'correct horse battery' });
    expect(secrets.redact('from the environment, correct horse battery, sesame sesame')).toBe('***, ***, ***');
  });

  test('that is empty is as good as none', () => {
    const { problems } = read('firewall', {}, { ...env, PORTSIP_PBX_PASSWORD: '', PORTSIP_SSH_KNOWN_HOSTS: ' \n' });
    expect(problems).toEqual([
      expect.stringMatching(/^ssh-known-hosts: missing; .* \(or the variable PORTSIP_SSH_KNOWN_HOSTS\)$/),
      'pbx-password: missing; the password of that administrator (or the variable PORTSIP_PBX_PASSWORD)',
    ]);
  });

  test('is told what is wrong with it by the name of the input', () => {
    const { problems } = read('firewall', {}, { ...env, PORTSIP_PBX_FINGERPRINT: 'ab:cd' });
    expect(problems).toEqual([expect.stringMatching(/^pbx-fingerprint: not a SHA-256/)]);
  });

  test('has variables for what somebody signs in with, and for what seals a plan', () => {
    const named = Object.entries(INPUTS).filter(([, row]) => 'variable' in row);
    for (const [name, row] of named)
      expect(row).toMatchObject({ variable: `PORTSIP_${name.toUpperCase().replaceAll('-', '_')}` });
    expect(named).toHaveLength(11);
  });
});

test('lists are separated by commas, spaces or lines', () => {
  expect(read('firewall', { ...CREDENTIALS, servers: 'media, ivr\n vr-server-1  media' }).inputs.servers).toEqual([
    'media',
    'ivr',
    'vr-server-1',
  ]);
});

test('every wrong input is told at once', () => {
  const { problems } = read('issue-token', {
    'dry-run': 'yes',
    concurrency: '1001',
    service: 'sms',
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
    'service',
    'ssh-known-hosts',
    'ssh-private-key',
  ]);
});

test.each(['-1', '1.5', '1e1', 'ten', '1001'])('concurrency %s is refused', (concurrency) => {
  expect(read('firewall', { ...CREDENTIALS, concurrency }).problems).toEqual([
    `concurrency: "${concurrency}" is not a whole number from 0 to 1000`,
  ]);
});

test.each([
  ['without credentials', {}, false],
  ['with a key', { 'ssh-private-key': KEY }, true],
  ['with a user', { 'pbx-username': 'admin' }, true],
  ['when told so', { ...CREDENTIALS, live: 'false' }, false],
])('a plan %s is live: %#', (_when, given, live) => {
  const { inputs, credentials } = read('plan', given);
  expect(isLive(inputs.live, credentials)).toBe(live);
});

test('an offline plan needs no credentials, a live one names each that is missing', () => {
  expect(read('plan', { live: 'false' }).problems).toEqual([]);
  expect(read('plan', { live: 'true' }).problems).toHaveLength(4);
});

test('secrets are known before anything can be said about them', () => {
  const secrets = new Secrets();
  read('install-role', { ...CREDENTIALS, 'sudo-password': 'letmein!', 'im-token': 'tok_123456' }, {}, secrets);
  read('drift', { 'github-token': 'ghs_abcdef' }, {}, secrets);
  expect(secrets.redact('letmein! tok_123456 ghs_abcdef correct horse battery b3BlbnNzaC1rZXktdjEAAAAA')).toBe(
    '*** *** *** *** ***',
  );
  expect(secrets.redact('192.168.1.20 ssh-ed25519 AAAA')).toContain('192.168.1.20');
});

test('all that can be restarted is the load balancer and every role', () => {
  expect(restartable(['all'])).toEqual(['loadbalancer', 'media', 'queue', 'meeting', 'ivr', 'im', 'dataflow', 'sbc']);
  const { problems } = read('rolling-restart', { ...CREDENTIALS, roles: 'media, smtp all' });
  expect(problems).toEqual([expect.stringMatching(/^roles: "smtp" is not one of all, loadbalancer, media/)]);
});

test('labels may have spaces in them, numbers no letters, and what is required is there', () => {
  expect(read('drift', { ...CREDENTIALS, labels: 'to do, drift\n drift' }).inputs.labels).toEqual(['to do', 'drift']);
  const { inputs, problems } = read('import', { ...CREDENTIALS, 'cluster-name': 'acme', 'ssh-port': '22a' });
  expect(problems).toEqual([
    'pbx-address: missing; the private address of the main server',
    'ssh-port: "22a" is not a whole number from 1 to 65535',
  ]);
  expect(inputs.clusterName).toBe('acme');
});

test.each(['--output=/etc/passwd', 'main:cluster.yaml'])('the base %s is refused', (ref) => {
  expect(read('plan', { 'base-ref': ref }).problems).toHaveLength(1);
});
