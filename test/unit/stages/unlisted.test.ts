import { unknown, type Reading } from '../../../src/host/reading';
import type { Role } from '../../../src/cluster/types';
import type { Live } from '../../../src/stages/live';
import { guide, planned } from './fixture';

const saying = (im: Reading<'ONLINE' | 'OFFLINE'>) => (live: Live) => ({
  ...live,
  portal: { ...live.portal, services: new Map<Role, typeof im>([['im', im]]) },
});
const offline = (change?: (live: Live) => Live) =>
  planned(guide(), guide(), change).warnings.filter(({ code }) => code === 'offline');

it('tells of an IM server that runs and that the PBX does not see', () => {
  expect(offline(saying('OFFLINE'))).toMatchObject([{ severity: 'warning', server: 'im-server-1' }]);
});

it('tells nothing where the PBX sees it, does not say, or is not asked that', () => {
  for (const change of [saying('ONLINE'), saying(unknown('neither')), undefined]) expect(offline(change)).toEqual([]);
});
