import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, MEDIA_2, ids, only, planned } from './fixture';

/* The portal gives an address to one server of a role only. */

const TWO = GUIDE + MEDIA_2;
const swap = (text: string, changes: Record<string, string>) =>
  text.replace(/(?<=name: (media-server-[12]),.*private_ip: )[\d.]+/g, (was, name: string) => changes[name] ?? was);
const plan = (changes: Record<string, string>) => planned(clusterOf(TWO), clusterOf(swap(TWO, changes)));

it('a server that gives its address up comes before the one that takes it', () => {
  const made = plan({ 'media-server-1': '192.168.1.27', 'media-server-2': '192.168.1.40' });
  expect(only(made, 'portal-entry', 'media-server-1').needs).toContain('server/media-server-2');
  expect(only(made, 'portal-entry', 'media-server-2').needs).toEqual([]);
  expect(ids(made).indexOf('server/media-server-2')).toBeLessThan(ids(made).indexOf('server/media-server-1'));
});

it('where two exchange their addresses, one of them makes both free', () => {
  const made = plan({ 'media-server-1': '192.168.1.27', 'media-server-2': '192.168.1.21' });
  const [one, two] = [only(made, 'portal-entry', 'media-server-1'), only(made, 'portal-entry', 'media-server-2')];
  expect([one.needs, one.vacates]).toEqual([['server/media-server-2'], undefined]);
  expect([two.needs, two.vacates]).toEqual([[], ['media-server-1']]);
});

describe('the only server of its role that gets another name', () => {
  const head = clusterOf(GUIDE.replace('queue-server-1', 'queue-server-9'));
  const without = (live: Live): Live => {
    const copy = structuredClone(live);
    const { servers } = copy.portal;
    return { ...copy, portal: { ...copy.portal, servers: { ...servers, queue: servers.queue.slice(1) } } };
  };
  const codes = (change: (live: Live) => Live) =>
    planned(clusterOf(GUIDE), head, change).warnings.map(({ code, severity }) => [code, severity]);

  it('has the built-in one stand in, and nobody else of the role', () => {
    expect(codes((live) => live)).toContainEqual(['last-of-role', 'warning']);
  });

  it('waits where there is none', () => {
    expect(codes(without)).toContainEqual(['last-of-role-without-stand-in', 'blocking']);
  });
});
