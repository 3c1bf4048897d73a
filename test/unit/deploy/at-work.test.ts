import { stagesAtWork, type Sight } from '../../../src/deploy/at-work';
import { ofKind } from '../../../src/stages/change';
import { emptyRecord } from '../../../src/stages/cluster-record';
import { STAGE_NAMES } from '../../../src/stages/stage';
import { clusterOf, GUIDE, guide, MEDIA_2, planned } from '../stages/fixture';

const sight = (change: Partial<Sight> = {}): Sight => ({
  plan: planned(guide(), guide()),
  leaving: [],
  record: emptyRecord('acme'),
  isCertain: true,
  ...change,
});
const more = clusterOf(GUIDE + MEDIA_2);

it('needs no stage where there is nothing to do', () => {
  expect(stagesAtWork(guide(), sight())).toEqual([]);
});

it('needs the stages that have something to do', () => {
  const plan = planned(guide(), more);
  expect(stagesAtWork(more, sight({ plan }))).toEqual(['firewall', 'register', 'install', 'restart']);
});

it('needs the token for whoever is installed with it', () => {
  const plan = planned(clusterOf(GUIDE.replace('/chat/files', '/chat/old')), guide());
  expect(ofKind(plan.changes, 'token')).toEqual([]);
  expect(stagesAtWork(guide(), sight({ plan }))).toContain('token');
});

it('needs every stage where something is in doubt or blocked', () => {
  expect(stagesAtWork(guide(), sight({ isCertain: false }))).toEqual(STAGE_NAMES);
  const plan = planned(guide(), guide());
  const blocking = { severity: 'blocking', code: 'unreachable', message: 'one does not answer' } as const;
  expect(stagesAtWork(guide(), sight({ plan: { ...plan, warnings: [blocking] } }))).toEqual(STAGE_NAMES);
});

it('needs the stage in which the record forgets what is gone, as long as there is something to forget', () => {
  const gone = { role: 'media', address: '192.168.1.29', ssh: guide().ssh } as const;
  const record = { ...emptyRecord('acme'), servers: { 'media-server-9': gone } };
  expect(stagesAtWork(guide(), sight({ record }))).toEqual(['remove']);
  expect(stagesAtWork(guide(), sight({ leaving: [{ name: 'media-server-9', ...gone }] }))).toEqual(['remove']);
  const moved = { ...gone, address: '192.168.1.99' };
  const elsewhere = { ...emptyRecord('acme'), servers: { 'media-server-1': moved } };
  expect(stagesAtWork(guide(), sight({ record: elsewhere }))).toEqual(['remove']);
});
