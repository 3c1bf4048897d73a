import { clusterOf, GUIDE, guide, ids, MEDIA_2, planned } from './fixture';

/* In a cloud a server may come to the PBX by its private or by its public address. */

const CLOUD = `${GUIDE}cloud: aws\n`;
const PUBLIC = '104.101.137.60';

it('both addresses are whitelisted and trusted, before the server is installed', () => {
  const plan = planned(undefined, clusterOf(CLOUD));
  const media = plan.changes.find(({ id }) => id === 'role/media-server-1');
  expect(media?.needs).toEqual(
    expect.arrayContaining([
      'firewall/192.168.1.21',
      `firewall/${PUBLIC}`,
      'whitelist/192.168.1.21/32',
      `whitelist/${PUBLIC}/32`,
    ]),
  );
  expect(ids(planned(clusterOf(CLOUD), clusterOf(CLOUD)))).toEqual([]);
});

it('and without a cloud the private one alone, whichever was there before', () => {
  expect(ids(planned(undefined, guide())).filter((id) => id.includes(PUBLIC))).toEqual([]);
  const added = planned(guide(), clusterOf(CLOUD));
  expect(ids(added)).toContain(`firewall/${PUBLIC}`);
  const left = planned(clusterOf(CLOUD), guide());
  expect(left.changes.filter(({ action }) => action === 'delete').map(({ id }) => id)).toEqual(
    expect.arrayContaining([`firewall/${PUBLIC}`, `whitelist/${PUBLIC}/32`]),
  );
});

it('both are closed once the server has gone, and not before', () => {
  const plan = planned(
    clusterOf(`${GUIDE}${MEDIA_2.replace(' }', ', public_ip: 104.101.137.61 }')}cloud: aws\n`),
    clusterOf(CLOUD),
  );
  for (const id of ['whitelist/104.101.137.61/32', 'firewall/104.101.137.61', 'whitelist/192.168.1.27/32'])
    expect(plan.changes.find((change) => change.id === id)?.needs).toContain('role/media-server-2');
});

it('a public address that the blacklist denies is told', () => {
  const plan = planned(guide(), clusterOf(CLOUD), (live) => ({
    ...live,
    portal: {
      ...live.portal,
      ipFilters: [...live.portal.ipFilters, { id: 'x', cidr: `${PUBLIC}/32`, target: 'DENY' }],
    },
  }));
  expect(plan.warnings.filter(({ code }) => code === 'address-denied').map(({ server }) => server)).toEqual([
    'media-server-1',
  ]);
});
