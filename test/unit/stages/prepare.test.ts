import type { Cluster } from '../../../src/cluster/types';
import { unknown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import { fingerprint } from '../../../src/plan/fingerprint';
import type { Plan } from '../../../src/plan/types';
import { guide, havingScripts, idsIn, only, planned, withHost, withScripts } from './fixture';

const INSTALLER = { 'install_docker.sh': '#!/bin/sh\necho docker\n' };
const wanting = (docker: 'vendor' | 'distribution' | 'none', texts: Record<string, string> = INSTALLER) => ({
  ...withScripts(guide(), texts),
  prepare: { docker },
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
