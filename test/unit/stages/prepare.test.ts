import type { Cluster } from '../../../src/cluster/types';
import { unknown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import { fingerprint, outcomeMark } from '../../../src/plan/fingerprint';
import type { Plan } from '../../../src/plan/types';
import { guide, havingScripts, idsIn, only, planned, withHost, withScripts } from './fixture';

const INSTALLER = { 'install_docker.sh': '#!/bin/sh\necho docker\n' };
const wanting = (
  docker: 'vendor' | 'distribution' | 'none',
  texts: Record<string, string> = INSTALLER,
  reboot?: 'allowed',
) => ({
  ...withScripts(guide(), texts),
  prepare: { docker, ...(reboot && { reboot }) },
});
/** A cluster that runs, but for what is said of the host of its media server */
const running = (change: (facts: HostFacts) => void, head: Cluster = wanting('vendor')): Plan =>
  planned(guide(), head, (live) => withHost(live, 'media-server-1', change));
const bare = (facts: HostFacts): void => {
  Object.assign(facts, { docker: { installed: false }, containers: [], roles: [], scripts: [], scriptOptions: {} });
};
const blocking = ({ warnings }: Plan) =>
  warnings.flatMap(({ code, severity }) => (severity === 'blocking' ? [code] : []));

it('a bare host is prepared before its server is installed, and nothing of that is missing then', () => {
  const plan = planned(undefined, wanting('vendor'), (live) =>
    havingScripts(withHost(live, 'media-server-1', bare), {}),
  );
  expect(idsIn(plan, 'prepare')).toEqual(['prepare/media-server-1']);
  expect(only(plan, 'host-preparation').needs).toEqual(['scripts/media-server-1']);
  expect(only(plan, 'role', 'media-server-1').needs).toContain('prepare/media-server-1');
  expect(blocking(plan)).not.toContain('docker-missing');
});

it('without prepare, or with none, a person does it', () => {
  for (const head of [guide(), wanting('none')]) {
    const plan = running(bare, head);
    expect(idsIn(plan, 'prepare')).toEqual([]);
    expect(blocking(plan)).toContain('docker-missing');
  }
});

const no = unknown('no answer');
const STATES: [string, Partial<HostFacts>][] = [
  ['serves', {}],
  ['has Docker and nothing in it', { containers: [], roles: [] }],
  ['has a container and no program of Docker that tells', { docker: { installed: false } }],
  ['does not tell of Docker', { docker: no, containers: [], roles: [] }],
  ['does not tell of containers', { docker: { installed: false }, containers: no, roles: [] }],
  ['had a role whose container is gone', { docker: { installed: false }, containers: [] }],
  ['does not tell of roles', { docker: { installed: false }, containers: [], roles: no }],
  ['tells nothing', { docker: no, containers: no, roles: no }],
];
it.each(STATES)('a host that %s is never prepared', (_, state) => {
  expect(
    idsIn(
      running((facts) => void Object.assign(facts, state)),
      'prepare',
    ),
  ).toEqual([]);
});

it('Debian has no Compose of its own that would do', () => {
  const plan = running((facts) => {
    bare(facts);
    facts.os = { id: 'debian', version: '12', prettyName: 'Debian 12' };
  }, wanting('distribution'));
  expect([idsIn(plan, 'prepare'), blocking(plan)]).toEqual([[], expect.arrayContaining(['prepare-distribution'])]);
});

it('what was reviewed is the installer to the byte', () => {
  const print = (text: string) =>
    fingerprint('acme', only(running(bare, wanting('vendor', { 'install_docker.sh': text })), 'host-preparation'));
  expect(print('#!/bin/sh\necho one\n')).not.toBe(print('#!/bin/sh\necho two\n'));
});

describe('a host whose updates want a restart', () => {
  const free = (facts: HostFacts): void => {
    Object.assign(facts, {
      docker: { installed: true, compose: '2' },
      containers: [],
      roles: [],
      rebootRequired: true,
    });
  };
  const allowed = wanting('none', {}, 'allowed');

  it('is restarted before its server is installed, where that is allowed and nothing runs there', () => {
    const plan = running(free, allowed);
    expect(only(plan, 'host-preparation')).toMatchObject({ action: 'restart', reboot: 'allowed', impact: 'none' });
    expect(only(plan, 'host-preparation')).not.toHaveProperty('docker');
    expect(only(plan, 'role', 'media-server-1').needs).toContain('prepare/media-server-1');
    expect(plan.warnings.map(({ code }) => code)).not.toContain('reboot-required');
  });

  it.each([guide(), wanting('none'), wanting('vendor')])('is told where it is not', (head) => {
    const plan = running(free, head);
    expect(idsIn(plan, 'prepare')).toEqual([]);
    expect(plan.warnings).toContainEqual(expect.objectContaining({ code: 'reboot-required', severity: 'warning' }));
  });

  it.each(STATES.filter(([, state]) => !('containers' in state && Array.isArray(state.containers) && !state.docker)))(
    'is left alone when it %s',
    (_, state) => {
      for (const head of [allowed, wanting('vendor', INSTALLER, 'allowed')]) {
        const plan = running((facts) => void Object.assign(facts, { rebootRequired: true }, state), head);
        expect(idsIn(plan, 'prepare')).toEqual([]);
        expect(plan.warnings.map(({ code }) => code)).not.toContain('reboot-required');
      }
    },
  );

  it('and is the jump host of others is restarted by a person', () => {
    const others = ({ servers, ...rest }: Cluster): Cluster => ({
      ...rest,
      servers: servers.map((server) =>
        server.name === 'queue-server-1'
          ? { ...server, ssh: { ...server.ssh, jumpHost: { host: '192.168.1.21', port: 22, user: 'pbx' } } }
          : server,
      ),
    });
    const plan = running(free, others(allowed));
    expect(idsIn(plan, 'prepare')).toEqual([]);
    expect(plan.warnings.find(({ code }) => code === 'reboot-required')?.message).toContain(
      'by hand, as queue-server-1 is reached through it',
    );
    const whole = running(
      (facts) => (bare(facts), void (facts.rebootRequired = true)),
      others(wanting('vendor', INSTALLER, 'allowed')),
    );
    expect(only(whole, 'host-preparation')).not.toHaveProperty('reboot');
  });

  it('that wants none is left alone', () => {
    expect(
      idsIn(
        running((facts) => (free(facts), void delete facts.rebootRequired), allowed),
        'prepare',
      ),
    ).toEqual([]);
  });

  it('and has nothing else is prepared and restarted by one change, of which the restart is known again', () => {
    const head = wanting('vendor', INSTALLER, 'allowed');
    const whole = only(
      running((facts) => (bare(facts), void (facts.rebootRequired = true)), head),
      'host-preparation',
    );
    expect(whole).toMatchObject({ action: 'create', docker: 'vendor', reboot: 'allowed' });
    const rest = only(running(free, head), 'host-preparation');
    expect(outcomeMark('acme', rest)).toEqual(outcomeMark('acme', whole));
    expect(outcomeMark('acme', whole)).toHaveLength(1);
    // Where it was not reviewed, nothing stands for it.
    expect(outcomeMark('acme', only(running(bare), 'host-preparation'))).toEqual([]);
  });
});
