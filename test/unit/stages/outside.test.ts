import type { Cluster } from '../../../src/cluster/types';
import type { Host, HostFacts, Job } from '../../../src/host/types';
import { isReachable } from '../../../src/host/reachable';
import { unknown } from '../../../src/host/reading';
import { makeCertificate } from '../../../src/sandbox/pbx/certificate';
import { deployed } from '../../../src/stages/deployed';
import { ledAway } from '../../../src/stages/outside';
import { lookFromOutside } from '../../../src/stages/outside-view';
import { fakeRun, type FakeRun } from './fake-run';
import { clusterOf, GUIDE, ids, only, planned, reason, withHost } from './fixture';

/*
 * Session border controllers: DNS leads callers to them, nobody counts their calls, and nothing stands in for the last one.
 */

const SBCS = ['sbc-1', 'sbc-2', 'sbc-3'];
const LINES = SBCS.map(
  (name, i) => `  - { name: ${name}, role: sbc, private_ip: 192.168.1.2${7 + i}, public_ip: 72.247.113.1${1 + i} }\n`,
);
const DRAIN = 'sbc: { web_domain: sbc.example.com, drain: { command: /usr/local/sbin/sbc-dns, grace: 2m } }\n';
const text = (lines = LINES, section = DRAIN) => `${GUIDE}${lines.join('')}${section}`;
const three = () => clusterOf(text());
const image = (tag: string) => LINES.map((line) => line.replace(' }', `, image: portsip/sbc:${tag} }`));

describe('the plan', () => {
  it('upgrades one after the other whatever max_unavailable says, after the PBX and before all others', () => {
    const wanted = clusterOf(
      `${text(image('11.3')).replace('image: portsip/pbx:22\n', 'image: portsip/pbx:22.7\n').replace('192.168.1.20 }', '192.168.1.20, image: portsip/pbx:22.7 }')}restart: { max_unavailable: 2 }\n`,
    );
    const plan = planned(three(), wanted);
    const order = ids(plan).filter((id) => id.startsWith('role/'));
    expect(order.slice(0, 5)).toEqual(['role/pbx', 'role/sbc-1', 'role/sbc-2', 'role/sbc-3', 'role/im-server-1']);
    expect(only(plan, 'role', 'sbc-2').after).toEqual(['role/sbc-1']);
    expect(only(plan, 'role', 'sbc-3').after).toEqual(['role/sbc-2']);
    expect(only(plan, 'role', 'sbc-1')).toMatchObject({
      verbs: ['stop', 'upgrade'],
      impact: 'active-calls',
      drain: { command: '/usr/local/sbin/sbc-dns' },
    });
  });

  it('recreates with rm and run, as run alone fails where there is a container', () => {
    const wanted = clusterOf(text(LINES.map((line) => line.replace(' }', ', data_path: /data }'))));
    expect(only(planned(three(), wanted), 'role', 'sbc-1').verbs).toEqual(['stop', 'rm', 'run']);
  });

  it('never takes the last one that runs', () => {
    const down = (live: ReturnType<typeof deployed>) =>
      ['sbc-1', 'sbc-2'].reduce((seen, name) => withHost(seen, name, (facts) => void (facts.containers = [])), live);
    const plan = planned(three(), clusterOf(text(image('11.3'))), down);
    expect(
      plan.warnings.find(({ code, server }) => code === 'last-of-role-without-stand-in' && server === 'sbc-3')
        ?.severity,
    ).toBe('blocking');
    expect(
      plan.warnings.find(({ code, server }) => code === 'last-of-role-without-stand-in' && server === 'sbc-1'),
    ).toBeUndefined();
  });

  it('brings back one that is down before it takes the last that runs, and says nothing is in the way', () => {
    const stopped = (live: ReturnType<typeof deployed>) =>
      ['sbc-2', 'sbc-3'].reduce(
        (seen, name) =>
          withHost(seen, name, (facts) => {
            for (const container of Array.isArray(facts.containers) ? facts.containers : []) container.running = false;
          }),
        live,
      );
    const plan = planned(three(), clusterOf(text(image('11.3'))), stopped);
    expect(plan.warnings.filter(({ severity }) => severity === 'blocking')).toEqual([]);
    expect(ids(plan).filter((id) => id.startsWith('role/'))).toEqual(['role/sbc-2', 'role/sbc-3', 'role/sbc-1']);
    expect(only(plan, 'role', 'sbc-1').after).toEqual(['role/sbc-3']);
    expect(plan.warnings.map(({ code }) => code)).not.toContain('pbx-stays');
  });

  it('lets all of them leave where the cluster file wants none, one after the other', () => {
    const plan = planned(three(), clusterOf(GUIDE));
    expect(only(plan, 'role-removal', 'sbc-2').needs).toContain('role/sbc-1');
    expect(plan.warnings.filter(({ severity }) => severity === 'blocking')).toEqual([]);
    expect(plan.warnings.filter(({ code }) => code === 'removal-stops').map(({ server }) => server)).toEqual(SBCS);
  });

  it('issues one token for all, says who types it where, and never recreates one for it', () => {
    const plan = planned(clusterOf(GUIDE), three());
    expect(ids(plan).filter((id) => id === 'token/sbc')).toHaveLength(1);
    expect(plan.warnings.find(({ code }) => code === 'token-by-hand')?.message).toMatch(
      /sbc-1, sbc-2, sbc-3.*Servers > SBC.*192\.168\.1\.20, TCP, port 5063/,
    );
    const rotated = planned(three(), three(), undefined, { rotate: ['sbc'] });
    expect(ids(rotated)).toEqual(['token/sbc']);
    expect(rotated.changes[0]?.impact).toBe('active-calls');
  });

  it('changes only those of the settings in the PBX that the cluster file has', () => {
    const plan = planned(three(), clusterOf(text(LINES, 'sbc: { web_domain: calls.example.com }\n')));
    expect(only(plan, 'sbc-settings')).toMatchObject({
      wanted: { domain: 'calls.example.com' },
      differences: [{ name: 'sbc.web_domain', before: 'sbc.example.com', after: 'calls.example.com' }],
    });
    expect(planned(three(), three()).changes).toEqual([]);
  });

  it('leads callers back where a run that died had led them away', () => {
    const plan = planned(three(), three(), (live) => ({
      ...live,
      ...(live.record && { record: { ...live.record, draining: ['sbc-2'] } }),
    }));
    expect(ids(plan)).toEqual(['callers/sbc-2']);
    expect(reason(plan.changes[0])).toContain('took it out of DNS');
  });

  it('tells a program that failed, and a server that is not connected', () => {
    const broken = (live: ReturnType<typeof deployed>) =>
      withHost(live, 'sbc-1', (facts) => {
        facts.connectedTo = ['192.168.1.9:5063'];
        for (const container of Array.isArray(facts.containers) ? facts.containers : [])
          container.programs = [
            { name: 'nginx', state: 'FATAL' },
            { name: 'sbc', state: 'RUNNING' },
          ];
      });
    const { warnings, changes } = planned(three(), three(), broken);
    expect(changes).toEqual([]);
    expect(warnings.map(({ code, severity, server }) => [code, severity, server])).toEqual([
      ['program-down', 'warning', 'sbc-1'],
      ['not-connected', 'warning', 'sbc-1'],
    ]);
  });
});

describe('certificates', () => {
  const DAY_MS = 86_400_000;
  const names = ['sbc.example.com', '*.sbc.example.com'];
  /** What the plan says when the first two show the first certificate, and the third one the last. */
  const told = async (...options: Parameters<typeof makeCertificate>[0][]) => {
    const { at } = deployed(three(), three());
    const made = await Promise.all(
      options.map((one) =>
        makeCertificate({ notBefore: new Date(at - DAY_MS), notAfter: new Date(at + 90 * DAY_MS), ...one }),
      ),
    );
    const show = (live: ReturnType<typeof deployed>, index: number) =>
      withHost(live, SBCS[index] ?? '', (facts) => {
        const pem = made[index < 2 ? 0 : made.length - 1]?.cert ?? '';
        facts.certificates = { '8883': pem, '10443': pem };
      });
    const { changes, warnings } = planned(three(), three(), (live) => [0, 1, 2].reduce(show, live));
    expect(changes).toEqual([]);
    expect(warnings.filter(({ severity }) => severity === 'blocking')).toEqual([]);
    return warnings;
  };
  const codes = (findings: Awaited<ReturnType<typeof told>>) => findings.map(({ code, server }) => [code, server]);
  const soon = () => new Date(deployed(three(), three()).at + 20 * DAY_MS);

  it('are as they should be: one for all, for the name that callers use', async () => {
    expect(await told({ names })).toEqual([]);
  });

  it('for another name', async () => {
    const [finding, ...others] = await told({ names: ['pbx.example.com'] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'certificate-name', severity: 'warning' });
    expect(finding?.message).toContain('is for pbx.example.com and not for sbc.example.com');
  });

  it('that end within three weeks, and that have ended', async () => {
    const [ending] = await told({ names, notAfter: soon() });
    expect(ending?.message).toMatch(/ends on \d{4}-\d\d-\d\d: upload the next one in each portal/);
    const ended = await told({ names, notAfter: new Date(deployed(three(), three()).at - 1000) });
    expect(ended.map(({ code }) => code)).toEqual(['certificate-expires']);
    expect(ended[0]?.message).toContain(' ended on ');
  });

  it('of which one is another than the rest', async () => {
    expect(codes(await told({ names }, { names }))).toEqual([
      ['certificate-differs', 'sbc-3'],
      ['certificate-differs', 'sbc-3'],
    ]);
  });

  it('that are no certificate are not known, and nothing is said of them', () => {
    const { warnings } = planned(three(), three(), (live) =>
      withHost(live, 'sbc-1', (facts) => void (facts.certificates = { '8883': 'no certificate' })),
    );
    expect(warnings).toEqual([]);
  });
});

describe('from outside', () => {
  const internet = (addresses: string[], shut: string[] = []) => ({
    addressesOf: () => Promise.resolve(addresses),
    answers: (address: string, port: number) => Promise.resolve(!shut.includes(`${address}:${port}`)),
  });
  const codes = async (addresses: string[], shut: string[] = []) => {
    const outside = await lookFromOutside(three(), internet(addresses, shut));
    return planned(three(), three(), (live) => ({ ...live, ...(outside && { outside }) })).warnings.map(
      ({ code }) => code,
    );
  };
  it.each([
    ['all is well', ['72.247.113.11', '72.247.113.12', '72.247.113.13'], [], []],
    ['one is not in DNS', ['72.247.113.11', '72.247.113.12'], [], ['not-in-dns']],
    [
      'one that left still is',
      ['72.247.113.11', '72.247.113.12', '72.247.113.13', '72.247.113.99'],
      [],
      ['stranger-in-dns'],
    ],
    ['a port is shut', ['72.247.113.11', '72.247.113.12', '72.247.113.13'], ['72.247.113.12:10443'], ['port-shut']],
  ])('%s', async (_, addresses, shut, expected) => {
    expect(await codes(addresses, shut)).toEqual(expected);
  });
});

describe('a run', () => {
  /** What was done, in order: commands by their words, work by name */
  function start(cluster: Cluster, running: readonly string[] = SBCS) {
    const fake: FakeRun = fakeRun(cluster);
    const done: string[] = [];
    const down = new Set(SBCS.filter((name) => !running.includes(name)));
    const exit = new Map<string, number>();
    const host = (machine: { name: string }): Host =>
      ({
        machine,
        run: () => Promise.resolve({ code: 0, stdout: '', stderr: '' }),
        facts: () => {
          const facts = structuredClone(fake.run.live.hosts.get(machine.name)) as HostFacts;
          if (down.has(machine.name) && isReachable(facts)) facts.containers = [];
          return Promise.resolve(facts);
        },
        job: ({ argv }: Job) => {
          done.push(argv.join(' '));
          return Promise.resolve({
            exitCode: exit.get(argv[1] ?? '') ?? 0,
            errors: [],
            tail: ['no such zone'],
            attached: false,
          });
        },
      }) as unknown as Host;
    fake.run.session.hosts.host = host;
    const lead = (name: string, work: () => Promise<void> = () => Promise.resolve(void done.push(`work ${name}`))) => {
      const server = cluster.servers.find((one) => one.name === name);
      if (!server) throw new Error(name);
      return ledAway(
        fake.run,
        server,
        { id: `role/${name}`, ...(cluster.sbc?.drain && { drain: cluster.sbc.drain }) },
        work,
      );
    };
    return { fake, done, down, exit, lead };
  }

  it('takes it out of DNS, waits, works, and puts it back', async () => {
    const { fake, done, lead } = start(three());
    await lead('sbc-1', () => {
      expect(fake.run.record.current.draining).toEqual(['sbc-1']);
      done.push(`work after ${fake.clock.now / 1000} s`);
      return Promise.resolve();
    });
    expect(done).toEqual([
      '/usr/local/sbin/sbc-dns out sbc-1 192.168.1.27 72.247.113.11',
      'work after 120 s',
      '/usr/local/sbin/sbc-dns in sbc-1 192.168.1.27 72.247.113.11',
    ]);
    expect(fake.run.record.current.draining).toEqual([]);
  });

  it.each([
    ['leads there', ['72.247.113.11'], 0],
    ['does not lead there yet', ['72.247.113.12'], 1],
    ['does not tell', unknown('timeout'), 0],
  ])('looks afterwards whether DNS %s, and fails for nothing', async (_, addresses, lines) => {
    const { fake, lead } = start(three());
    const infos: string[] = [];
    fake.run.session.log.info = (text) => void infos.push(text);
    fake.run.session.internet = {
      addressesOf: () => Promise.resolve(addresses),
      answers: () => Promise.reject(new Error('nobody asks')),
    };
    await lead('sbc-1');
    expect(fake.run.record.current.draining).toEqual([]);
    expect(infos).toEqual(
      Array(lines).fill(
        'sbc.example.com does not lead to sbc-1 (72.247.113.11, 192.168.1.27) yet, although /usr/local/sbin/sbc-dns has put it into DNS again: if the next plan still says so, look at what the program did',
      ),
    );
  });

  it('puts back into DNS what an earlier run took out and did not bring back, once it runs again', async () => {
    const { fake, done, down, lead } = start(three(), ['sbc-1']);
    await fake.run.record.update((record) => ({ ...record, draining: ['sbc-2'] }));
    await lead('sbc-2', () => {
      down.delete('sbc-2');
      return Promise.resolve();
    });
    expect(done).toEqual(['/usr/local/sbin/sbc-dns in sbc-2 192.168.1.28 72.247.113.12']);
    expect(fake.run.record.current.draining).toEqual([]);
    done.length = 0;
    // One that was merely down is in DNS.
    await lead('sbc-3');
    expect(done).toEqual(['work sbc-3']);
  });

  it('does nothing to one that could not be taken out of DNS', async () => {
    const { done, exit, lead } = start(three());
    exit.set('out', 3);
    await expect(lead('sbc-1')).rejects.toThrow(
      /could not take sbc-1 out of DNS \(exit 3\): no such zone; nothing was done to it$/,
    );
    expect(done).toHaveLength(1);
  });

  it('has one at a time away, and leaves the others alone where one does not come back', async () => {
    const { done, down, lead } = start(three());
    const fails = lead('sbc-1', () => {
      down.add('sbc-1');
      return Promise.reject(new Error('it crashed'));
    });
    const next = lead('sbc-2');
    await expect(fails).rejects.toThrow('it crashed');
    await expect(next).rejects.toThrow(/^sbc-1 has not come back yet/);
    expect(done).toEqual(['/usr/local/sbin/sbc-dns out sbc-1 192.168.1.27 72.247.113.11']);
  });

  it('never takes the last one that runs, but by force', async () => {
    const { fake, done, lead } = start(three(), ['sbc-2']);
    await expect(lead('sbc-2')).rejects.toThrow(/^sbc-2 is the last session border controller that runs/);
    expect(done).toEqual([]);
    fake.run.options.force = true;
    await lead('sbc-2');
    expect(done).toContain('work sbc-2');
  });

  it('asks a person, where there is no command', async () => {
    const { fake, done, lead } = start(clusterOf(text(LINES, 'sbc: { drain: { pause: 10m, grace: 1m } }\n')));
    await lead('sbc-3');
    expect(fake.clock.now).toBe(660_000);
    expect(fake.warnings).toEqual([
      'Take sbc-3 (72.247.113.13, 192.168.1.29) out of DNS now: the deploy waits 10m for that',
      'Put sbc-3 (72.247.113.13, 192.168.1.29) into DNS again: it is back',
    ]);
    expect(done).toEqual(['work sbc-3']);
  });
});
