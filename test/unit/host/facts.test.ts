import { createHash } from 'node:crypto';
import { known } from '../known';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { keyValues, parseFacts } from '../../../src/host/facts';
import { ROLE_NAMES, ROLES } from '../../../src/cluster/roles';
import { isKnown, unknown } from '../../../src/host/reading';
import { HostError, type HostFacts } from '../../../src/host/types';
import { tokenMark } from '../../../src/host/containers';
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

/** What a program printed, and its exit code */
function told(name: string, text: string, code = 0): Record<string, string> {
  return { [name]: text, [`${name}-ended`]: String(code) };
}

const MINIMAL: Record<string, string> = {
  began: '1763000000.000000000',
  boot: '4a2f',
  os: 'ID=ubuntu\nVERSION_ID="24.04"\nPRETTY_NAME="Ubuntu 24.04.1 LTS"',
  hostname: 'media-1',
  arch: 'x86_64',
  cpus: '8',
  memory: 'MemTotal:       16384000 kB',
  ...told('disk', '/dev/sda1 256000 56000 200000 22% /'),
  addresses: '192.168.1.21 2001:db8::21 fe80::1 ',
  folders: '',
  ...told('scripts', 'cluster_ctl.sh\nevil.sh'),
  ...told(
    'script-sums',
    `${'a'.repeat(64)}  /opt/portsip/cluster_ctl.sh\n${'b'.repeat(64)}  /opt/portsip/evil thing.sh`,
  ),
  ...Object.assign({}, ...ROLE_NAMES.map((role) => told(`configs ${ROLES[role].service}`, ''))),
  ...told('state', ''),
  ...told('lock-folder', ''),
  job: '',
  ...told('containers', '', 127),
  ...told('conflicts', ''),
  'conflicting-units': '',
  'firewall-missing': '',
  ended: '1763000001.000000000',
  complete: '',
};
const WITHOUT_FIREWALL = Object.fromEntries(Object.entries(MINIMAL).filter(([name]) => name !== 'firewall-missing'));
const BOX = {
  name: '/portsip.mediaserver',
  image: 'portsip/pbx:22',
  imageId: 'sha256:1',
  version: '22.6.0',
  running: true,
  restarting: false,
  paused: false,
  created: '2026-11-01T00:00:00Z',
  started: '2026-11-01T00:00:01Z',
  args: ['-n', 'media-1'],
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
      clockSynchronized: unknown('neither timedatectl nor chronyc tells'),
      addresses: ['192.168.1.21', '2001:db8::21'],
      docker: { installed: false },
      scripts: ['cluster_ctl.sh'],
      scriptSums: { 'cluster_ctl.sh': 'a'.repeat(64) },
      scriptOptions: {},
      roles: [],
      containers: [],
      conflicts: [],
      folders: { '/chat/files': false },
      firewall: {
        running: false,
        trusted: { permanent: [], runtime: [] },
        otherZones: {},
        rivals: { permanent: [], runtime: [] },
      },
      record: undefined,
      lock: undefined,
    });
  });

  it.each([
    ['has Compose', told('docker-compose', 'v2.29.7'), '2.29.7'],
    ['has no Compose', told('docker-compose', "docker: 'compose' is not a docker command.", 1), undefined],
    [
      'hangs when it is asked for Compose',
      told('docker-compose', '', 124),
      unknown('Docker Compose did not answer within 20 s'),
    ],
  ])('whose docker %s', (_what, compose, version) => {
    expect(parse({ ...MINIMAL, ...told('containers', ''), ...compose })).toMatchObject({
      docker: { installed: true, compose: version },
      containers: [],
    });
  });

  it('where Data Flow may run for several PBXs does not tell which is whose', () => {
    const [one, two] = ['0b9e4c9a-6d8b-4d55-9a3b-2f6c1f0e7a11', '7f3c2f5e-1111-4222-8333-444455556666'];
    const box = (name: string) => JSON.stringify({ ...BOX, name });
    const running = (names: string[], folders: string[]) => {
      const containers = told('containers', names.map(box).join('\n'));
      return parse({ ...MINIMAL, ...containers, instances: ['system.ini', ...folders].join('\n') });
    };
    expect(running(['portsip.dataflow', 'portsip.clickhouse'], [])).not.toHaveProperty('instances');
    const migrated = running(['portsip.dataflow'], [one]);
    expect(migrated.instances).toEqual([one]);
    expect(isKnown(migrated.containers)).toBe(true);
    expect(isKnown(running(['portsip.dataflow'], [one, two]).containers)).toBe(false);
    expect(isKnown(running(['portsip.dataflow', `portsip.dataflow.${two}`], []).containers)).toBe(false);
    expect(isKnown(running([`/portsip.dataflow-${one}`], [one]).containers)).toBe(false);
  });

  it.each([
    ['crashes all the time', { restarting: true, paused: false }],
    ['is paused', { restarting: false, paused: true }],
  ])('with a role and a container that %s', (_what, state) => {
    const facts = parse({
      ...MINIMAL,
      ...told('configs media-server-only', '.configure_extend\ndocker-compose.yml'),
      ...told('config media-server-only/.configure_extend', 'PBX_IMG=portsip/pbx:22\nEXTEND_SVC_NAME=media-1\n'),
      ...told('containers', JSON.stringify({ ...BOX, ...state })),
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

  it('has what the host remembers of backups; what it says otherwise is unknown and not none', () => {
    const note = `at=2026-11-26T02:00:00.000Z\naddress=192.168.1.25\nwhere=/var/backups/portsip/acme/x\nkib=44\nsha256=${'a'.repeat(64)}\nseconds=8`;
    const backups = (text: string, code = 0) => parse({ ...MINIMAL, ...told('backup im-1.last', text, code) }).backups;
    expect(parse(MINIMAL).backups).toBeUndefined();
    expect(parse({ ...MINIMAL, 'stopped-for-backup pbx.stopped': '' }).stoppedForBackup).toEqual(['pbx']);
    expect(backups(note)).toEqual({
      'im-1': {
        at: '2026-11-26T02:00:00.000Z',
        address: '192.168.1.25',
        where: '/var/backups/portsip/acme/x',
        bytes: 45_056,
        sha256: 'a'.repeat(64),
        seconds: 8,
      },
    });
    for (const [from, to] of [
      ['2026-11-26T02', 'yesterday'],
      ['192.', 'x'],
      ['/var', '$(id)'],
      ['44', '-1'],
      ['aaa', ''],
    ] as const)
      expect(backups(note.replace(from, to))).toEqual({ 'im-1': unknown('its note of it cannot be used') });
    expect(backups('', 1)).toEqual({ 'im-1': unknown('reading im-1.last failed (exit 1)') });
  });

  it('with conflicting software, by the name that people know', () => {
    expect(
      parse({
        ...MINIMAL,
        conflicts: 'ii  postgresql-14\nii  postgresql-common\nrc  openvpn\nun  dnsmasq',
        'conflicting-units': 'wireguard-tools\nbind9',
      }).conflicts,
    ).toEqual(['postgresql', 'wireguard', 'bind9']);
    expect(parse({ ...MINIMAL, conflicts: 'ii  postgresql-client-common\nii  dnsmasq-base' }).conflicts).toEqual([]);
  });

  it('with the addresses of the sets that are sources of zones', () => {
    const zones = 'internal (active)\n  target: default\n  sources: ipset:lan ipset:more\n\ntrusted\n  sources: \n';
    const { firewall } = parse({
      ...WITHOUT_FIREWALL,
      ...told('firewall-runtime', zones),
      ...told('firewall-permanent', zones),
      ...told('set-runtime lan', '192.168.1.0/24\n192.168.2.1\n'),
      ...told('set-permanent lan', ''),
      ...told('set-runtime more', '', 13),
    });
    expect(firewall).toMatchObject({
      rivals: {
        runtime: [{ takes: [{ network: '192.168.1.0/24' }, { network: '192.168.2.1' }], unread: ['ipset:more'] }],
        permanent: [{ takes: [], unread: ['ipset:more'] }],
      },
    });
  });

  it('with a firewall', () => {
    const zones = (trusted: string) =>
      `public (default, active)\n  target: default\n  sources: 10.0.0.0/8\n  services: ssh\n\ntrusted (active)\n  target: ACCEPT\n  sources: ${trusted}\n`;
    const { firewall } = parse({
      ...WITHOUT_FIREWALL,
      ...told('firewall-runtime', zones('192.168.1.21')),
      ...told('firewall-permanent', zones('192.168.1.21 192.168.1.22')),
    });
    expect(firewall).toMatchObject({
      running: true,
      trusted: { permanent: ['192.168.1.21', '192.168.1.22'], runtime: ['192.168.1.21'] },
      otherZones: { '10.0.0.0/8': 'public' },
      rivals: { runtime: [{ name: 'public', takes: [{ network: '10.0.0.0/8' }] }] },
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
    expect(parse({ ...MINIMAL, ...told('clock-timedatectl', 'NTP=yes\nNTPSynchronized=no') }).clockSynchronized).toBe(
      false,
    );
    expect(
      parse({
        ...MINIMAL,
        ...told('clock-timedatectl', '', 1),
        ...told('clock-chrony', 'Stratum         : 3\nLeap status     : Normal'),
      }).clockSynchronized,
    ).toBe(true);
  });

  it('with a record, a lock and a running job', () => {
    expect(
      parse({
        ...MINIMAL,
        ...told('state', 'acme.json\nacme.lock'),
        ...told('record', '{"version":1}'),
        ...told('lock-folder', 'holder.json'),
        ...told('lock', '{"id":"x"}'),
        job: '20261121T000000-ab\ninstall media-1',
      }),
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
    expect(parse({ ...MINIMAL, 'lock-age': text }).lockIdleMs).toBe(idleMs);
  });
});

describe('what a host does not tell is unknown, and never what is not there', () => {
  const cut = Object.fromEntries(Object.entries(MINIMAL).filter(([name]) => name !== 'containers-ended'));
  it.each<[string, keyof HostFacts, Record<string, string>, string]>([
    [
      'Docker that is stopped',
      'containers',
      told('containers', '', 1),
      'Docker does not run, or does not tell (exit 1)',
    ],
    ['Docker that is stopped', 'docker', told('containers', '', 1), 'Docker does not run, or does not tell (exit 1)'],
    ['Docker that hangs', 'containers', told('containers', '', 124), 'Docker did not answer within 20 s'],
    ['Docker that had to be killed', 'containers', told('containers', '', 137), 'Docker did not answer within 20 s'],
    [
      'Docker without its program',
      'docker',
      { 'docker-socket': '' },
      "Docker's program is not there, but its socket is",
    ],
    [
      'containers of which some were not told',
      'containers',
      told('containers', JSON.stringify(BOX), 1),
      'Docker does not run, or does not tell (exit 1)',
    ],
    [
      'containers that are no JSON',
      'containers',
      told('containers', '{"name":'),
      'what Docker says of its containers cannot be used',
    ],
    [
      'containers of another shape',
      'containers',
      told('containers', '{"name":1}'),
      'what Docker says of its containers cannot be used',
    ],
    ['a firewall that hangs', 'firewall', told('firewall-runtime', '', 124), 'firewall-cmd did not answer within 20 s'],
    [
      'a firewall of which half is told',
      'firewall',
      { ...told('firewall-runtime', 'trusted\n'), ...told('firewall-permanent', '', 254) },
      'firewall-cmd --permanent failed (exit 254)',
    ],
    [
      'a folder of scripts that cannot be listed',
      'scripts',
      told('scripts', '', 2),
      'the listing of the scripts folder failed (exit 2)',
    ],
    [
      'a configuration that is there and cannot be read',
      'roles',
      {
        ...told('configs media-server-only', '.configure_extend'),
        ...told('config media-server-only/.configure_extend', '', 1),
      },
      'reading .configure_extend failed (exit 1)',
    ],
    [
      'a configuration that is there and was not read',
      'roles',
      told('configs media-server-only', '.configure_extend'),
      'reading .configure_extend gave no whole answer',
    ],
    ['packages that dpkg cannot tell', 'conflicts', told('conflicts', '', 2), 'dpkg-query failed (exit 2)'],
    ['a disk that hangs', 'disk', told('disk', '', 124), 'df did not answer within 20 s'],
    ['a disk of text', 'disk', told('disk', 'rm -rf /'), 'df prints no sizes'],
    [
      'a record that is there and cannot be read',
      'record',
      { ...told('state', 'acme.json'), ...told('record', '', 1) },
      'reading acme.json failed (exit 1)',
    ],
    [
      'a folder of the record that cannot be listed',
      'record',
      told('state', '', 2),
      'the listing of its folder failed (exit 2)',
    ],
    [
      'a lock that cannot be read',
      'lock',
      { ...told('lock-folder', 'holder.json'), ...told('lock', '', 1) },
      'reading holder.json failed (exit 1)',
    ],
    [
      'a clock of which nobody tells',
      'clockSynchronized',
      told('clock-timedatectl', '', 1),
      'neither timedatectl nor chronyc tells',
    ],
  ])('%s: %s', (_what, fact, said, why) => {
    expect(parse({ ...WITHOUT_FIREWALL, ...said })[fact]).toEqual(unknown(why));
  });

  it('nor is what was cut off', () => {
    expect(parse(cut).containers).toEqual(unknown('Docker gave no whole answer'));
  });

  it('while firewalld that is stopped, or not there, is known', () => {
    const none = {
      running: false,
      trusted: { permanent: [], runtime: [] },
      otherZones: {},
      rivals: { permanent: [], runtime: [] },
    };
    const stopped = { ...told('firewall-runtime', '', 252), ...told('firewall-permanent', '', 252) };
    expect(parse({ ...WITHOUT_FIREWALL, ...stopped }).firewall).toEqual(none);
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['is empty', {}],
    ['is cut off', { began: MINIMAL.began }],
    ['has no memory', { ...MINIMAL, memory: '' }],
    ['has no time', { ...MINIMAL, ended: 'now' }],
  ])('is an error for people when it %s', (_what, sections) => {
    expect(() => parse(sections as Record<string, string>)).toThrow(HostError);
  });

  it('whatever it is, never is anything but facts or such an error', () => {
    const names = [
      ...Object.keys(MINIMAL),
      'docker-compose',
      'docker-socket',
      'firewall-runtime',
      'firewall-runtime-ended',
      'firewall-permanent',
      'record',
      'record-ended',
      'lock',
      'config media-server-only/.configure_extend',
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
    const answer = text({ ...MINIMAL, ...told('state', 'acme.json'), ...told('record', 'x\nM arch\nevil') }).replaceAll(
      /\nM (?!arch\nevil)/g,
      '\nrandom ',
    );
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

it("are read from a real shell in one round trip, without the tokens in a container's arguments and a role's file", async () => {
  const server = await FakeHost.start();
  const scripts = join(server.folder, 'opt');
  mkdirSync(join(scripts, 'im-server-only'), { recursive: true });
  const script =
    "run() {\n    while getopts p:a:g: option; do\n        :\n    done\n}\n  while getopts 'i:' option; do :; done\n";
  writeFileSync(join(scripts, 'im_ctl.sh'), script);
  writeFileSync(join(scripts, 'two words.sh'), '');
  symlinkSync('im_ctl.sh', join(scripts, 'pbx_ctl.sh'));
  mkdirSync(join(scripts, 'folder.sh'));
  writeFileSync(
    join(scripts, 'im-server-only/.configure_im'),
    'DATA_PATH=/var/lib/portsip\nSTORAGE=$(touch /tmp/never)\nHUB_TOKEN=registry-token\n',
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
  const hosts = server.connect();
  const facts = await hosts.host(server.machine()).facts({
    scriptsPath: scripts,
    dataPath: join(server.folder, 'not/yet'),
    folders: [scripts, '/no where'],
    firewall: true,
    record: 'acme',
  });
  expect(server.sessions - before).toBe(1);
  expect(JSON.stringify(facts)).not.toMatch(/hidden-token|registry-token/);
  expect(facts.containers).toEqual([expect.objectContaining({ args: ['serve', '-t', tokenMark('hidden-token')] })]);
  expect(facts).toMatchObject({
    cpus: expect.any(Number),
    docker: { installed: true, compose: '2.29.7' },
    scripts: ['im_ctl.sh', 'pbx_ctl.sh'],
    scriptOptions: { 'im_ctl.sh': ['p:a:g:', 'i:'], 'pbx_ctl.sh': ['p:a:g:', 'i:'] },
    roles: [{ role: 'im', values: { DATA_PATH: '/var/lib/portsip', STORAGE: '$(touch /tmp/never)' } }],
    containers: [{ name: 'portsip.instantmessage', running: true }],
    conflicts: ['openvpn'],
    folders: { [scripts]: true, '/no where': false },
    firewall: { running: true, trusted: { permanent: ['10.1.1.1', '10.1.1.2'], runtime: ['10.1.1.1'] } },
    record: '{"version":1}\n',
    lock: '{"id":"me"}',
  });
  expect(facts.lockIdleMs).toBeLessThan(60_000);
  expect(known(facts.disk).freeMiB).toBeGreaterThan(0);
  expect(Math.abs(facts.clockSkewMs)).toBeLessThan(1000);
  expect(facts).not.toHaveProperty('runningJob');
  // What a change is verified by leaves out what only matters before an installation.
  const brief = await hosts.host(server.machine()).facts({ scriptsPath: scripts, dataPath: '/', brief: true });
  const notAsked = unknown('it was not asked for');
  expect(brief).toMatchObject({
    docker: { installed: true, compose: notAsked },
    roles: facts.roles,
    conflicts: notAsked,
    firewall: notAsked,
    record: notAsked,
  });
  expect(brief.containers).toEqual(facts.containers);
  const role = await hosts.host(server.machine()).facts({ scriptsPath: scripts, dataPath: '/', role: true });
  expect(role).toMatchObject({
    ...{ containers: facts.containers, roles: facts.roles, hostname: facts.hostname, cpus: facts.cpus },
    ...{ disk: notAsked, scriptSums: notAsked, conflicts: notAsked },
  });
  // A link is none, and what is named like a script need not be PortSIP's.
  const sum = createHash('sha256').update(script).digest('hex');
  expect(facts.scriptSums).toEqual({ 'im_ctl.sh': sum });
  // So does a plan, where the server is installed.
  const look = (container: string) =>
    hosts.host(server.machine()).facts({ scriptsPath: scripts, dataPath: '/', container });
  expect(await look('portsip.instantmessage')).toMatchObject({ containers: brief.containers, conflicts: notAsked });
  expect(await look('portsip.mediaserver')).toMatchObject({
    docker: { compose: '2.29.7' },
    conflicts: ['openvpn'],
  });
  await hosts.close();
  await server.stop();
});
