import Ajv from 'ajv';
import { loadClusterFile } from '../../../src/cluster/load';
import { planDocument } from '../../../src/plan/document';
import { offlinePlan } from '../../../src/plan/plan';
import schema from '../../../schema/plan.schema.json';

const validate = new Ajv({ allErrors: true }).compile(schema);

it.each(['examples/cluster.yaml', 'examples/cluster-high-availability.yaml'])(
  'the plan of %s is what schema/plan.schema.json says',
  async (file) => {
    const { cluster } = await loadClusterFile(file);
    const smaller = { ...cluster, servers: cluster.servers.slice(1) };
    for (const [before, after] of [
      [undefined, cluster],
      [smaller, cluster],
      [cluster, smaller],
    ] as const) {
      const document: unknown = JSON.parse(JSON.stringify(planDocument(offlinePlan(before, after))));
      expect(validate(document) ? [] : validate.errors).toEqual([]);
    }
  },
);

it('a plan whose change has no reason is not', async () => {
  const { cluster } = await loadClusterFile('examples/cluster.yaml');
  const document = planDocument(offlinePlan(undefined, cluster));
  const [{ reason, ...first } = { reason: '' }, ...rest] = document.changes;
  expect(validate({ ...document, changes: [first, ...rest] })).toBe(false);
});

it('says which changes one of is enough, where none is needed by itself', async () => {
  const { cluster } = await loadClusterFile('examples/cluster.yaml');
  const smaller = { ...cluster, servers: cluster.servers.filter(({ role }) => role !== 'queue') };
  const { changes } = planDocument(offlinePlan(smaller, cluster));
  expect(changes.find(({ id }) => id === 'built-in/queue')).toMatchObject({
    needs: [],
    oneOf: ['role/queue-server-1'],
  });
  // All restarts have the very same: they are said of the first.
  const [first, ...others] = changes.filter(({ id }) => /^restart\/.*-server-/.test(id));
  expect(first?.oneOf).toContain('role/queue-server-1');
  expect(others.length).toBeGreaterThan(1);
  for (const other of others) expect(other).toMatchObject({ oneOfAs: first?.id });
  for (const other of others) expect(other).not.toHaveProperty('oneOf');
  expect(changes.find(({ id }) => id === 'role/queue-server-1')).not.toHaveProperty('oneOf');
});
