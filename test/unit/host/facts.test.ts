import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { keyValues, parseFacts } from '../../../src/host/facts';
import { HostError } from '../../../src/host/types';
import { Secrets } from '../../../src/log';
import { acquireLock } from '../../../src/host/files';
import { FakeHost } from './server';

const request = {
  scriptsPath: '/opt/portsip',
  dataPath: '/var/lib/portsip',
  folders: ['/chat/files'],
  firewall: true,
  record: 'acme',
};
const machine = { name: 'media-1', address: '192.168.1.21', ssh: { user: 'pbx', port: 22 } };
const measured = { began: 1_763_000_000_000, ended: 1_763_000_001_000 };

const MINIMAL = {
  began: '1763000000.000000000',
  boot: '4a2f',
  os: 'ID=ubuntu\nVERSION_ID="24.04"\nPRETTY_NAME="Ubuntu 24.04.1 LTS"',
  hostname: 'media-1',
  arch: 'x86_64',
  cpus: '8',
  memory: 'MemTotal:       16384000 kB',
  disk: '/dev/sda1 256000 56000 200000 22% /',
  addresses: '192.168.1.21 2001:db8::21 fe80::1 ',
  folders: '',
  scripts: 'cluster_ctl.sh\nevil.sh',
  conflicts: '',
  job: '',
  ended: '1763000001.000000000',
  complete: '',
};
const text = (sections: Record<string, string>) =>
  `noise\n${Object.entries(sections)
    .map(([name, content]) => `\nM ${name}\n${content}\n`)
    .join('')}`;
const parse = (sections: Record<string, string>, mark = 'M') =>
  parseFacts(text(sections), { mark, request, machine, measured });

describe('facts of a host', () => {
  it('that has nothing yet', () => {
    expect(parse(MINIMAL)).toEqual({
      hostname: 'media-1',
      bootId: '4a2f',
      os: { id: 'ubuntu', version: '24.04', prettyName: 'Ubuntu 24.04.1 LTS' },
      arch: 'x86_64',
      cpus: 8,
      memoryMiB: 16000,
      disk: { path: '/var/lib/portsip', totalMiB: 256000, freeMiB: 200000 },
      clockSkewMs: 0,
      addresses: ['192.168.1.21', '2001:db8::21'],
      docker: { installed: false, running: false },
      scripts: ['cluster_ctl.sh'],
      roles: [],
      containers: [],
      conflicts: [],
      folders: { '/chat/files': false },
      firewall: { running: false, trusted: { permanent: [], runtime: [] }, otherZones: {} },
    });
  });

  it('whose docker does not run', () => {
    expect(parse({ ...MINIMAL, docker: '', 'docker-compose': 'v2.29.7' }).docker).toEqual({
      installed: true,
      running: false,
      composeVersion: '2.29.7',
    });
  });

  it('with a role and a container that crashes all the time', () => {
    const box = {
      name: '/portsip.mediaserver',
      image: 'portsip/pbx:22',
      imageId: 'sha256:1',
      version: '22.6.0',
      running: true,
      restarting: true,
      created: '2026-11-01T00:00:00Z',
      started: '2026-11-01T00:00:01Z',
      args: ['-n', 'media-1'],
    };
    const facts = parse({
      ...MINIMAL,
      'config media-server-only/.configure_extend': 'PBX_IMG=portsip/pbx:22\nEXTEND_SVC_NAME=media-1\n',
      containers: JSON.stringify(box),
    });
    expect(facts.roles).toEqual([{ role: 'media', values: { PBX_IMG: 'portsip/pbx:22', EXTEND_SVC_NAME: 'media-1' } }]);
    expect(facts.containers).toEqual([
      expect.objectContaining({
        name: 'portsip.mediaserver',
        version: '22.6.0',
        running: false,
        args: ['-n', 'media-1'],
      }),
    ]);
  });

  it('with conflicting software, by the name that people know', () => {
    expect(
      parse({ ...MINIMAL, conflicts: 'postgresql-14\nwireguard-tools\npostgresql-common\nbind9' }).conflicts,
    ).toEqual(['postgresql', 'wireguard', 'bind9']);
    expect(parse({ ...MINIMAL, conflicts: 'postgresql-client-common\ndnsmasq-base' }).conflicts).toEqual([]);
  });

  it('with a firewall', () => {
    const zones = (trusted: string) =>
      `public (default, active)\n  target: default\n  sources: 10.0.0.0/8\n  services: ssh\n\ntrusted (active)\n  target: ACCEPT\n  sources: ${trusted}\n`;
    const { firewall } = parse({
      ...MINIMAL,
      firewall: 'running',
      'firewall-runtime': zones('192.168.1.21'),
      'firewall-permanent': zones('192.168.1.21 192.168.1.22'),
    });
    expect(firewall).toEqual({
      running: true,
      trusted: { permanent: ['192.168.1.21', '192.168.1.22'], runtime: ['192.168.1.21'] },
      otherZones: { '10.0.0.0/8': 'public' },
    });
  });

  it.each([
    ['ahead', '1763000003.500000000', '1763000004.500000000', 3500],
    ['behind', '1762999990.000000000', '1762999991.000000000', -10_000],
    ['that knows whole seconds only', '1763000001.N', '1763000001.N', 0],
    ['that knows whole seconds only, and is far off', '1763000060.N', '1763000061.N', 60_500],
  ])('with a clock %s', (_what, began, ended, skew) => {
    expect(parse({ ...MINIMAL, began, ended }).clockSkewMs).toBe(skew);
  });

  it('that tells whether its clock is synchronised', () => {
    expect(parse({ ...MINIMAL, 'clock-timedatectl': 'NTP=yes\nNTPSynchronized=no' }).clockSynchronized).toBe(false);
    expect(
      parse({ ...MINIMAL, 'clock-chrony': 'Stratum         : 3\nLeap status     : Normal' }).clockSynchronized,
    ).toBe(true);
    expect(parse(MINIMAL)).not.toHaveProperty('clockSynchronized');
  });

  it('with a record, a lock and a running job', () => {
    expect(
      parse({ ...MINIMAL, record: '{"version":1}', lock: '{"id":"x"}', job: '20261121T000000-ab\ninstall media-1' }),
    ).toMatchObject({
      record: '{"version":1}\n',
      lock: '{"id":"x"}\n',
      runningJob: { id: '20261121T000000-ab', title: 'install media-1' },
    });
  });

  it.each([
    ['41\n', 41_000],
    // Nobody has seen a sign of life yet.
    ['\n', undefined],
    ['an hour\n', undefined],
  ])('with the age of a lock, %j', (text, idleMs) => {
    expect(parse({ ...MINIMAL, lock: '{"id":"x"}', 'lock-age': text }).lockIdleMs).toBe(idleMs);
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['is empty', {}],
    ['is cut off', { began: MINIMAL.began }],
    ['has no memory', { ...MINIMAL, memory: '' }],
    ['has a disk of text', { ...MINIMAL, disk: 'rm -rf /' }],
    ['has containers that are no JSON', { ...MINIMAL, containers: '{"name":' }],
    ['has containers of another shape', { ...MINIMAL, containers: '{"name":1}' }],
    ['has no time', { ...MINIMAL, ended: 'now' }],
  ])('is an error for people when it %s', (_what, sections) => {
    expect(() => parse(sections as Record<string, string>)).toThrow(HostError);
  });

  it('whatever it is, never is anything but facts or such an error', () => {
    const names = [
      ...Object.keys(MINIMAL),
      'containers',
      'docker',
      'docker-runs',
      'firewall',
      'firewall-runtime',
      'record',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.json())), (damage) => {
        try {
          parse({ ...MINIMAL, ...damage });
        } catch (error) {
          if (!(error instanceof HostError && error.code === 'command')) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cannot make up a section inside a file, as the mark is random', () => {
    const answer = text({ ...MINIMAL, record: 'x\nM arch\nevil' }).replaceAll(/\nM (?!arch\nevil)/g, '\nrandom ');
    const facts = parseFacts(answer, { mark: 'random', request, machine, measured });
    expect(facts).toMatchObject({ arch: 'x86_64', record: 'x\nM arch\nevil\n' });
  });
});

it('KEY=VALUE lines are data', () => {
  expect(keyValues(`A=1\nB="two words"\nC=$(id)\n# D=4\n E='x'\nF=\n__proto__=y\nnot a pair\n`)).toEqual(
    Object.fromEntries([
      ['A', '1'],
      ['B', 'two words'],
      ['C', '$(id)'],
      ['E', 'x'],
      ['F', ''],
      ['__proto__', 'y'],
    ]),
  );
});

it("are read from a real shell in one round trip, and a token in a container's arguments becomes a secret", async () => {
  const server = await FakeHost.start();
  const scripts = join(server.folder, 'opt');
  mkdirSync(join(scripts, 'im-server-only'), { recursive: true });
  writeFileSync(join(scripts, 'im_ctl.sh'), '');
  writeFileSync(
    join(scripts, 'im-server-only/.configure_im'),
    'DATA_PATH=/var/lib/portsip\nSTORAGE=$(touch /tmp/never)\n',
  );
  const locker = server.connect();
  await acquireLock(locker.host(server.machine()), 'acme', { id: 'me' }, { staleAfterMs: 60_000 });
  await locker.close();
  writeFileSync(join(server.state, 'acme.json'), '{"version":1}\n');
  const before = server.sessions;
  const box = {
    name: '/portsip.instantmessage',
    image: 'portsip/pbx:22',
    imageId: 'sha256:1',
    version: '22.6.0',
    running: true,
    restarting: false,
    created: '2026-11-01T00:00:00Z',
    started: '2026-11-01T00:00:01Z',
    args: ['serve', '-t', 'hidden-token'],
  };
  server.command(
    'docker',
    `case $1 in compose) echo 2.29.7 ;; ps) echo portsip.instantmessage ;;
inspect) cat <<'END'
${JSON.stringify(box)}
END
;; esac`,
  );
  server.command(
    'firewall-cmd',
    `case $* in *--permanent*) sources='10.1.1.1 10.1.1.2' ;; *) sources=10.1.1.1 ;; esac; printf 'trusted (active)\\n  sources: %s\\n' "$sources"`,
  );
  server.command('dpkg-query', "printf 'ii  openvpn\\nrc  bind9\\n'");
  const secrets = new Secrets();
  const hosts = server.connect({ secrets });
  const facts = await hosts.host(server.machine()).facts({
    scriptsPath: scripts,
    dataPath: join(server.folder, 'not/yet'),
    folders: [scripts, '/no where'],
    firewall: true,
    record: 'acme',
  });
  expect(server.sessions - before).toBe(1);
  expect(secrets.redact('hidden-token')).toBe('***');
  expect(facts).toMatchObject({
    cpus: expect.any(Number),
    docker: { installed: true, running: true, composeVersion: '2.29.7' },
    scripts: ['im_ctl.sh'],
    roles: [{ role: 'im', values: { DATA_PATH: '/var/lib/portsip', STORAGE: '$(touch /tmp/never)' } }],
    containers: [{ name: 'portsip.instantmessage', running: true }],
    conflicts: ['openvpn'],
    folders: { [scripts]: true, '/no where': false },
    firewall: { running: true, trusted: { permanent: ['10.1.1.1', '10.1.1.2'], runtime: ['10.1.1.1'] } },
    record: '{"version":1}\n',
    lock: '{"id":"me"}',
  });
  expect(facts.lockIdleMs).toBeLessThan(60_000);
  expect(facts.disk.freeMiB).toBeGreaterThan(0);
  expect(Math.abs(facts.clockSkewMs)).toBeLessThan(1000);
  expect(facts).not.toHaveProperty('runningJob');
  // What a change is verified by leaves out what only matters before an installation.
  const brief = await hosts.host(server.machine()).facts({ scriptsPath: scripts, dataPath: '/', brief: true });
  expect(brief).toMatchObject({ docker: { installed: true, running: true }, roles: facts.roles, conflicts: [] });
  expect(brief.containers).toEqual(facts.containers);
  expect(brief.docker).not.toHaveProperty('composeVersion');
  // So does a plan, where the server is installed.
  const look = (container: string) =>
    hosts.host(server.machine()).facts({ scriptsPath: scripts, dataPath: '/', container });
  expect(await look('portsip.instantmessage')).toMatchObject({ containers: brief.containers, conflicts: [] });
  expect(await look('portsip.mediaserver')).toMatchObject({
    docker: { composeVersion: '2.29.7' },
    conflicts: ['openvpn'],
  });
  await hosts.close();
  await server.stop();
});
