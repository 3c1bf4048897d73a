import type { ListedRole } from '../../../src/cluster/roles';
import { readPortal } from '../../../src/stages/observe';
import type { Pbx, PortalServer } from '../../../src/pbx/types';

const entry = (id: string, role: ListedRole = 'media'): PortalServer => ({
  ...{ id, role, name: `server-${id}` },
  type: 'EXTERNAL',
  enabled: true,
});

it('a server is asked about as soon as its own list is there, whatever else is still being read', async () => {
  const asked: string[] = [];
  let told: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (told = resolve));
  const pbx: Partial<Pbx> = {
    // What takes longest waits for it: read one after the other, this would never end.
    servers: async (role) => {
      if (role !== 'media') await first;
      return role === 'media' ? [entry('1'), entry('2')] : [entry(role, role)];
    },
    ipFilters: () => first.then(() => []),
    status: (role, id) => {
      asked.push(`${role} ${id}`);
      told();
      return Promise.resolve({ status: 'ONLINE' });
    },
  };
  const { servers, status } = await readPortal({ pbx: pbx as Pbx }, { im: false, sbc: false });
  expect(asked.slice(0, 2)).toEqual(['media 1', 'media 2']);
  expect([...status.keys()].sort()).toEqual(['1', '2', 'ivr', 'meeting', 'queue']);
  expect(servers.media.map(({ id }) => id)).toEqual(['1', '2']);
});
