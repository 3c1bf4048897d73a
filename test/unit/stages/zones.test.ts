import type { FirewallFacts, HostFacts, RivalZone } from '../../../src/host/types';
import { isReachable } from '../../../src/host/reachable';
import type { Live } from '../../../src/stages/live';
import { deployed } from '../../../src/stages/deployed';
import { makePlan } from '../../../src/plan/plan';
import { guide } from './fixture';

const cluster = guide();
const MEDIA = '192.168.1.21';

const zone = (name: string, more: Partial<RivalZone> = {}): RivalZone => ({
  name,
  accepts: false,
  prioritised: false,
  takes: [{ network: '192.168.1.0/24', source: '192.168.1.0/24' }],
  unread: [],
  interfaces: [],
  ...more,
});

function live(runtime: RivalZone[], permanent: RivalZone[] = runtime, offline = true): Live {
  const before = deployed(cluster, cluster);
  if (!isReachable(before.main)) throw new Error('no main server');
  const firewall = { ...(before.main.firewall as FirewallFacts), rivals: { runtime, permanent } };
  const main: HostFacts = { ...before.main, firewall };
  const status = new Map(
    [...before.portal.status].map(([id]) => [id, { status: offline ? 'OFFLINE' : 'ONLINE' } as const]),
  );
  return { ...before, live: true, main, portal: { ...before.portal, status } };
}

const told = (from: Live, name = 'media-server-1') =>
  makePlan(cluster, from)
    .warnings.filter(({ code, server }) => code === 'zone-overlap' && server === name)
    .map(({ severity, message }) => `${severity}: ${message}`);

it('a server that another zone takes first is shut out, and that blocks it', () => {
  const [said = '', ...more] = told(live([zone('internal')]));
  expect(more).toEqual([]);
  expect(said).toMatch(
    `blocking: firewalld on the main server asks its zone "internal" before the trusted one, and that takes ${MEDIA} by its source 192.168.1.0/24: media-server-1 gets through to what that zone opens and nothing else. Zones are asked by name,`,
  );
  expect(said).toContain(
    'sudo firewall-cmd --permanent --zone=internal --remove-source=192.168.1.0/24; sudo firewall-cmd --zone=internal --remove-source=192.168.1.0/24',
  );
  expect(said).not.toContain('priority');
});

it('one that is ONLINE all the same is warned of', () => {
  expect(told(live([zone('internal')], undefined, false))).toEqual([
    expect.stringMatching(/^warning: .*which is enough to be ONLINE now/),
  ]);
});

it('one that is ONLINE still, of a server that is gone, is shut out', () => {
  const before = live([zone('internal')], undefined, false);
  const facts = before.hosts.get('media-server-1') as HostFacts;
  const hosts = new Map(before.hosts).set('media-server-1', { ...facts, containers: [] });
  expect(told({ ...before, hosts })).toEqual([expect.stringMatching(/^blocking: /)]);
});

it('what only a reload will bring is told as well, and what only runs now', () => {
  expect(told(live([], [zone('internal')]))).toEqual([expect.stringContaining('from its next reload on')]);
  expect(told(live([zone('internal')], []))).toEqual([expect.not.stringContaining('reload on')]);
});

it('zones with a priority can be told to wait', () => {
  expect(told(live([zone('internal', { prioritised: true })]))).toEqual([
    expect.stringContaining('--zone=trusted --set-ingress-priority=-100'),
  ]);
});

it('an address of a set is taken out of the set', () => {
  const takes = [{ network: MEDIA, source: 'ipset:lan' }];
  const [said] = told(live([zone('dmz', { takes })]));
  expect(said).toContain(`by ${MEDIA} in its source ipset:lan`);
  expect(said).toContain(`sudo firewall-cmd --permanent --ipset=lan --remove-entry=${MEDIA}`);
  const odd = [{ network: MEDIA, source: 'ipset:$(reboot)' }];
  expect(told(live([zone('dmz', { takes: odd })]))[0]).not.toContain('--ipset');
});

it('what a zone accepts is let in, whatever comes after it', () => {
  expect(told(live([zone('dmz', { accepts: true }), zone('internal')]))).toEqual([]);
  expect(told(live([zone('dmz'), zone('internal', { accepts: true })]))).toHaveLength(1);
});

it('other networks are nobody of ours', () => {
  expect(told(live([zone('internal', { takes: [{ network: '10.0.0.0/8', source: '10.0.0.0/8' }] })]))).toEqual([]);
});

it('sets that could not be read and interfaces that come first are told once', () => {
  const unclear = zone('internal', { takes: [], unread: ['ipset:lan'], interfaces: ['eth1'] });
  const { warnings } = makePlan(cluster, live([unclear]));
  const said = warnings.filter(({ code }) => code === 'zone-overlap');
  expect(said.map(({ severity, server }) => [severity, server])).toEqual([
    ['warning', undefined],
    ['warning', undefined],
  ]);
  expect(said.map(({ message }) => message).join(' ')).toMatch(
    /ipset:lan of the zone "internal".*eth1 \(zone "internal"\)/s,
  );
});
