import { HostError, type HostFacts, type Job } from '../../../src/host/types';
import type { Plan } from '../../../src/plan/types';
import { forServers } from '../../../src/plan/plan';
import { applyChanges, type Hindrance } from '../../../src/deploy/apply';
import { Cancelled } from '../../../src/stages/stage-error';
import { deployed } from '../../../src/stages/deployed';
import { skipReason, waitOf, type Skip } from '../../../src/deploy/skip';
import { idOf, ofKind, type Change } from '../../../src/stages/change';
import type { Live } from '../../../src/stages/live';
import { trust, whitelist } from '../stages/changes';
import { fakeRun, type FakeRun } from '../stages/fake-run';
import { clusterOf, GUIDE, guide, ids, idsIn, MEDIA_2, only, planned, withHost } from '../stages/fixture';

const free: Hindrance = () => undefined;
/** Changes that are the whole of a plan */
const applied = (changes: readonly Change[], { run }: Pick<FakeRun, 'run'>, hindrance: Hindrance, concurrency = 2) =>
  applyChanges(changes, changes, run, hindrance, { concurrency });
const CLOSED: Skip = { why: 'window' };

/** A run whose whitelist entries can be made to fail. */
function fake(broken: number[] = []): FakeRun {
  const made = fakeRun(guide());
  made.run.session.pbx.createIpFilter = ({ cidr }) => {
    if (broken.some((host) => cidr === `10.0.0.${host}/32`)) return Promise.reject(new Error(`${cidr} was refused`));
    made.told.push(cidr);
    return Promise.resolve('id');
  };
  return made;
}

describe('changes', () => {
  it('that fail hold up what needs them and nothing else', async () => {
    const made = fake([1]);
    const changes = [
      whitelist(1),
      whitelist(2),
      whitelist(3, ['whitelist/10.0.0.1/32']),
      whitelist(4, ['whitelist/10.0.0.3/32']),
      whitelist(5, ['whitelist/10.0.0.2/32']),
    ];
    const outcome = await applied(changes, made, free);
    expect(made.told).toEqual(['10.0.0.2/32', '10.0.0.5/32']);
    expect(outcome.failed.map(({ change, message }) => [change.id, message])).toEqual([
      ['whitelist/10.0.0.1/32', '10.0.0.1/32 was refused'],
    ]);
    expect(outcome.skipped.map(({ change, skip }) => [change.id, skip, waitOf(skip)])).toEqual([
      [
        'whitelist/10.0.0.3/32',
        { why: 'need', need: 'whitelist/10.0.0.1/32', what: 'whitelist 10.0.0.1/32', was: 'not-done' },
        undefined,
      ],
      [
        'whitelist/10.0.0.4/32',
        { why: 'need', need: 'whitelist/10.0.0.3/32', what: 'whitelist 10.0.0.3/32', was: 'not-done' },
        undefined,
      ],
    ]);
    expect(outcome.skipped.map(({ skip }) => skipReason(skip))[0]).toContain(
      'waits for "whitelist 10.0.0.1/32", which was not done',
    );
  });

  it('that wait for the window are no failure, nor is what needs them', async () => {
    const changes = [whitelist(1), whitelist(2, ['whitelist/10.0.0.1/32'])];
    const window: Hindrance = ({ id }) => (id === 'whitelist/10.0.0.1/32' ? CLOSED : undefined);
    const outcome = await applied(changes, fake(), window);
    expect(outcome.skipped.map(({ skip }) => waitOf(skip))).toEqual(['window', 'window']);
  });

  it('that need something of a later step of the job are no failure; of an earlier one they are', async () => {
    const whole = planned(undefined, guide());
    const later = whitelist(1, ['role/media-server-1']);
    const earlier = { ...only(whole, 'role', 'media-server-1'), needs: [idOf.entry('media-server-1')] };
    const outcome = await applyChanges([later, earlier], whole.changes, fake().run, free, { concurrency: 2 });
    expect(outcome.skipped.map(({ change, skip }) => [change.id, skip, waitOf(skip)])).toEqual([
      [
        later.id,
        { why: 'need', need: 'role/media-server-1', what: 'install media-server-1', was: 'later-stage', waits: 'step' },
        'step',
      ],
      [
        earlier.id,
        { why: 'need', need: 'server/media-server-1', what: 'register media-server-1', was: 'not-done-before' },
        undefined,
      ],
    ]);
  });

  it('are not begun after the window has closed meanwhile', async () => {
    const made = fake();
    const first = made.run.session.pbx.createIpFilter.bind(made.run.session.pbx);
    made.run.session.pbx.createIpFilter = (filter) => {
      made.clock.now += 3_600_000;
      return first(filter);
    };
    const closes: Hindrance = ({ impact }) => (impact !== 'none' && made.clock.now > 1000 ? CLOSED : undefined);
    const outcome = await applied(
      [whitelist(1), whitelist(2, ['whitelist/10.0.0.1/32'], { impact: 'new-calls', server: 'a' })],
      made,
      closes,
    );
    expect(outcome.done.map(({ change }) => change.id)).toEqual(['whitelist/10.0.0.1/32']);
    expect(outcome.skipped.map(({ skip }) => waitOf(skip))).toEqual(['window']);
  });

  it('go on with a server that callers notice already, though the window has closed', async () => {
    const made = fake();
    const first = made.run.session.pbx.createIpFilter.bind(made.run.session.pbx);
    made.run.session.pbx.createIpFilter = (filter) => {
      made.clock.now += 3_600_000;
      return first(filter);
    };
    const closes: Hindrance = ({ impact }) => (impact !== 'none' && made.clock.now > 1000 ? CLOSED : undefined);
    const moves = { impact: 'new-calls', server: 'a' } as const;
    const outcome = await applied(
      [whitelist(1, [], moves), whitelist(2, ['whitelist/10.0.0.1/32'], moves)],
      made,
      closes,
    );
    expect(outcome.done).toHaveLength(2);
  });

  it('are not begun once the run was cancelled', async () => {
    const made = fake();
    made.cancel.abort();
    const outcome = await applied([whitelist(1)], made, free);
    expect(outcome.skipped.map(({ skip }) => [skip, skipReason(skip)])).toEqual([
      [{ why: 'cancelled' }, 'the run was cancelled'],
    ]);
  });

  it('that go on without us, or were given up as the run was cancelled, are told as that', async () => {
    const made = fake();
    const ends = [
      new HostError('it continues', 'pbx', 'timeout', undefined, 'goes-on'),
      new Cancelled('cancelled while calls were ending'),
      new HostError('it did not answer', 'pbx', 'timeout'),
    ];
    made.run.session.pbx.createIpFilter = () => Promise.reject(ends.shift() ?? new Error('no more'));
    const { failed } = await applied([whitelist(1), whitelist(2), whitelist(3)], made, free, 1);
    expect(failed.map(({ end }) => end)).toEqual(['goes-on', 'cancelled', undefined]);
  });

  it('that come after others wait for their end, and go on although those failed or were skipped', async () => {
    const made = fake([1]);
    const blocked: Hindrance = ({ id }) => (id === 'whitelist/10.0.0.2/32' ? CLOSED : undefined);
    const last = whitelist(5, [], {
      after: ['whitelist/10.0.0.1/32', 'whitelist/10.0.0.2/32', 'whitelist/10.0.0.3/32', 'whitelist/10.0.0.9/32'],
    });
    const outcome = await applied([whitelist(1), whitelist(2), whitelist(3), last], made, blocked, 4);
    expect(made.told).toEqual(['10.0.0.3/32', '10.0.0.5/32']);
    expect(outcome.done.map(({ change }) => change.id)).toContain(last.id);
    expect(outcome.failed.map(({ change }) => change.id)).toEqual(['whitelist/10.0.0.1/32']);
    expect(outcome.skipped.map(({ change }) => change.id)).toEqual(['whitelist/10.0.0.2/32']);
  });

  it('that come after one that takes its time are not begun before its end', async () => {
    const made = fake();
    const order: string[] = [];
    made.run.session.pbx.createIpFilter = async ({ cidr }) => {
      order.push(`begin ${cidr}`);
      if (cidr === '10.0.0.1/32') for (let turn = 0; turn < 5; turn++) await made.run.session.sleep(1000);
      order.push(`end ${cidr}`);
      return 'id';
    };
    await applied([whitelist(1), whitelist(2, [], { after: ['whitelist/10.0.0.1/32'] })], made, free, 4);
    expect(order).toEqual(['begin 10.0.0.1/32', 'end 10.0.0.1/32', 'begin 10.0.0.2/32', 'end 10.0.0.2/32']);
  });

  it('whose failure names a secret are told without it', async () => {
    const made = fake();
    made.run.session.secrets.add('very-secret-token');
    made.run.session.pbx.createIpFilter = () => Promise.reject(new Error('no: very-secret-token'));
    expect((await applied([whitelist(1)], made, free)).failed[0]?.message).toBe('no: ***');
  });

  it('of trusted sources come to the main server at once, however few may be worked on side by side', async () => {
    const made = fake();
    const calls = jest.fn();
    made.run.firewall.change = (action, source) => {
      calls(action, source);
      return new Promise((resolve) => setTimeout(resolve, calls.mock.calls.length < 20 ? 10 : 0));
    };
    const started = Array.from({ length: 20 }, (_, index) => trust(`10.0.0.${index}`));
    const running = applied(started, made, free, 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(calls).toHaveBeenCalledTimes(20);
    expect((await running).done).toHaveLength(20);
  });
});

describe('an image', () => {
  /** Hosts on which scripts do what they should; those in `unable` cannot fetch images. */
  function withHosts(made: FakeRun, unable: string[], live: Live): string[] {
    const jobs: string[] = [];
    const { session } = made.run;
    const main = session.hosts.host(session.cluster.pbx.machine);
    session.hosts.host = (machine) =>
      machine.name === 'pbx'
        ? main
        : {
            ...main,
            machine,
            job: ({ title }: Job) => {
              jobs.push(title);
              const failed = title.startsWith('pull') && unable.includes(machine.name);
              return Promise.resolve({
                exitCode: failed ? 1 : 0,
                errors: failed ? ['toomanyrequests'] : [],
                tail: [],
                attached: false,
              });
            },
            facts: () => Promise.resolve(live.hosts.get(machine.name) as HostFacts),
          };
    return jobs;
  }

  it('that one host cannot fetch keeps all from being stopped, and no new server from coming', async () => {
    const head = clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7') + MEDIA_2);
    const plan = planned(guide(), head);
    const made = fakeRun(head, deployed(guide(), head));
    made.run.portal.put({
      id: 'media-server-2',
      role: 'media',
      name: 'media-server-2',
      type: 'EXTERNAL',
      enabled: true,
    });
    made.status.set('media-server-2', { status: 'ONLINE', calls: 0 });
    const jobs = withHosts(made, ['queue-server-1'], deployed(head, head));
    const roles = ofKind(plan.changes, 'role').map((change) => ({ ...change, needs: [] }));
    const outcome = await applied(roles, made, free, 10);
    expect(outcome.done.map(({ change }) => change.id)).toEqual(['role/media-server-2']);
    expect(outcome.failed).toHaveLength(6);
    expect(outcome.failed[0]?.message).toMatch(/no server was stopped: .*queue-server-1.*limits pulls/);
    expect(jobs.filter((title) => !title.startsWith('pull'))).toEqual(['install media-server-2 (media server)']);
  });

  it('is not fetched for what will not be begun', async () => {
    const head = clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7'));
    const made = fakeRun(head, deployed(guide(), head));
    const jobs = withHosts(made, [], deployed(head, head));
    const blocked: Hindrance = ({ server }) =>
      server === 'queue-server-1'
        ? { why: 'blocked', by: { code: 'clock-skew', severity: 'blocking', message: 'its clock is off' } }
        : CLOSED;
    await applied(planned(guide(), head).changes, made, blocked, 10);
    expect(jobs).toEqual([]);
  });
});

describe('a part of the servers', () => {
  const select = (plan: Plan, names: string[], roles: ('media' | 'queue')[] = ['media']) =>
    forServers(plan, { names: new Set(names), roles: new Set(roles) });
  const find = (plan: Plan, id: string) => plan.changes.find((change) => change.id === id);

  it('can be upgraded without those that would have had their turn before', () => {
    const plan = planned(guide(), clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7')));
    const part = select(plan, ['queue-server-1'], ['queue']);
    expect(ids(part)).toEqual(['role/queue-server-1']);
    expect(find(part, 'role/queue-server-1')?.after).toEqual([]);
  });

  it('still take turns among themselves', () => {
    const base = clusterOf(GUIDE + MEDIA_2 + MEDIA_2.replace('server-2', 'server-3').replace('1.27', '1.28'));
    const head = { ...base, servers: base.servers.map((server) => ({ ...server, image: 'portsip/pbx:22.7' })) };
    const part = select(planned(base, head), ['media-server-1', 'media-server-3']);
    expect(find(part, 'role/media-server-3')?.after).toEqual(['role/media-server-1']);
  });

  it('bring along the network that the main server has to trust for them', () => {
    const trust = 'firewall: { trust: [192.168.1.0/24] }\n';
    const head = clusterOf(GUIDE + MEDIA_2 + trust);
    const part = select(planned(guide(), head), ['media-server-2']);
    expect(ids(part)).toEqual(expect.arrayContaining(['firewall/192.168.1.0/24', 'role/media-server-2']));
  });

  it('do not bring along the PBX, and are told that they wait for it', () => {
    const head = clusterOf(
      GUIDE.replace('pbx:22', 'pbx:22.7').replace(
        'private_ip: 192.168.1.20',
        'private_ip: 192.168.1.20, image: portsip/pbx:22.7',
      ),
    );
    const part = select(planned(guide(), head), ['media-server-1']);
    expect(ids(part)).toEqual(['role/media-server-1']);
    expect(find(part, 'role/media-server-1')?.needs).toEqual(['role/pbx']);
  });

  it('turn the built-in server of their role off, when nothing of it is missing', () => {
    const on = (live: Live): Live => {
      const copy = structuredClone(live);
      for (const role of ['media', 'queue'] as const)
        for (const entry of copy.portal.servers[role]) entry.enabled = true;
      return copy;
    };
    expect(ids(select(planned(guide(), guide(), on), ['media-server-1']))).toEqual(['built-in/media']);
  });

  it('are not restarted before something that others still need is done', () => {
    const head = clusterOf(
      GUIDE +
        MEDIA_2 +
        MEDIA_2.replace('media-server-2, role: media', 'queue-server-2, role: queue').replace('1.27', '1.28'),
    );
    const part = select(planned(guide(), head), ['media-server-2', 'media-server-1']);
    expect(ids(part)).toContain('role/media-server-2');
    expect(idsIn(part, 'restart')).toEqual([]);
  });
});

describe('what must not be closed or taken away', () => {
  const without = clusterOf(GUIDE.replace(/.*queue-server-1.*\n/, ''));

  it('the firewall, to a server that left the file and whose host does not answer', () => {
    const down = (live: Live): Live => ({
      ...live,
      hosts: new Map([...live.hosts, ['queue-server-1', { unreachable: 'no route' }]]),
    });
    const plan = planned(guide(), without, down);
    expect(ids(plan).filter((id) => id.includes('192.168.1.22'))).toEqual([]);
    expect(ids(planned(guide(), without, down, { gone: ['queue-server-1'] }))).toEqual(
      expect.arrayContaining(['firewall/192.168.1.22', 'whitelist/192.168.1.22/32']),
    );
  });

  it('the firewall, to a server that cannot move because its new host does not answer', () => {
    const head = clusterOf(GUIDE.replace('192.168.1.22', '192.168.1.32'));
    const down = (live: Live): Live => ({
      ...live,
      hosts: new Map([...live.hosts, ['queue-server-1', { unreachable: 'no route' }]]),
    });
    expect(ids(planned(guide(), head, down)).filter((id) => id.includes('192.168.1.22'))).toEqual([]);
  });

  it('a server, before the one that replaces it serves', () => {
    const head = clusterOf(GUIDE.replace(/queue-server-1(.*)192.168.1.22/, 'queue-server-9$1192.168.1.29'));
    const removal = only(planned(guide(), head), 'role-removal', 'queue-server-1');
    expect(removal.id).toBe('role/queue-server-1');
    expect(removal.action).toBe('delete');
    expect(removal.needs).toEqual(expect.arrayContaining(['role/queue-server-9', 'server/queue-server-9']));
  });

  it('the calls of a queue server that a run which died had disabled already', () => {
    const off = (live: Live): Live => {
      const copy = structuredClone(live);
      for (const servers of Object.values(copy.portal.servers))
        for (const server of servers) if (server.type === 'EXTERNAL') server.enabled = false;
      return copy;
    };
    const removal = (name: string) => {
      const head = clusterOf(GUIDE.replace(new RegExp(`.*${name}.*\\n`), ''));
      const { impact, verbs } = only(planned(guide(), head, off), 'role-removal', name);
      return { impact, verbs };
    };
    expect(removal('queue-server-1')).toEqual({ impact: 'active-calls', verbs: ['stop', 'rm'] });
    expect(removal('media-server-1')).toEqual({ impact: 'none', verbs: ['stop', 'rm'] });
  });

  it('the calls of a queue server that moves, though nobody sends it new ones any more', () => {
    const head = clusterOf(GUIDE.replace('192.168.1.22', '192.168.1.32'));
    const plan = planned(guide(), head, (live) => {
      const { portal } = structuredClone(live);
      const status = new Map(portal.status);
      for (const server of portal.servers.queue) {
        if (server.type === 'INTERNAL') continue;
        server.privateIp = '192.168.1.32';
        status.set(server.id, { status: 'OFFLINE' });
      }
      return { ...live, portal: { ...portal, status } };
    });
    const change = only(plan, 'role', 'queue-server-1');
    expect(change).toMatchObject({ action: 'replace', impact: 'none' });
    expect(change.leaves?.verbs).toEqual(['stop', 'rm']);
  });

  it('the last server of a role, before the built-in one takes over', () => {
    const off = clusterOf(GUIDE.replace('role: queue', 'role: queue, enabled: false'));
    const plan = planned(guide(), off, (live) => ({
      ...live,
      record: { ...(live.record as NonNullable<Live['record']>), builtInDisabled: ['queue'] },
    }));
    expect(ids(plan)).toEqual(['built-in/queue', 'server/queue-server-1']);
    expect(plan.changes[1]?.needs).toEqual(['built-in/queue']);
  });

  it('the addresses of the IM server that takes over', () => {
    const head = clusterOf(GUIDE.replace('im-server-1', 'im-server-2').replace('192.168.1.25', '192.168.1.35'));
    expect(ids(planned(guide(), head))).not.toContain('server/im-server-1');
  });

  it('the built-in server, whatever name a record gives it', () => {
    const plan = planned(
      guide(),
      guide(),
      (live) => {
        const record = structuredClone(live.record as NonNullable<Live['record']>);
        record.servers['default'] = { role: 'media', address: '192.168.1.99', ssh: { user: 'pbx', port: 22 } };
        return { ...live, record, hosts: new Map([...live.hosts, ['default', { unreachable: 'x' }]]) };
      },
      { gone: ['default'] },
    );
    expect(ids(plan)).toEqual([]);
  });

  it('nothing, because a host says that it is a strange system', () => {
    const head = clusterOf(GUIDE + MEDIA_2);
    const odd = (live: Live) => withHost(live, 'media-server-2', (facts) => (facts.os.id = 'constructor'));
    expect(planned(guide(), head, odd).warnings).toContainEqual(
      expect.objectContaining({ code: 'host-os', severity: 'blocking' }),
    );
  });
});
