import { startBench, type Bench, type Edit } from './cluster';
import { atTerminal } from './terminal';

/* Somebody looks at the plan at a terminal, and the cluster changes meanwhile. */

jest.setTimeout(120_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const rooms =
  (max: number): Edit =>
  (file) => {
    file['restart'] = { after_scale_out: 'none' };
    for (const server of file.servers) if (server['role'] === 'meeting') server['max_rooms'] = max;
  };
const portal = (role: 'media' | 'meeting') => {
  const found = bench.sandbox.pbx.state.servers[role].find(({ type }) => type === 'EXTERNAL');
  if (!found) throw new Error(`the portal has no ${role} server`);
  return found;
};

test('what comes up until the yes was not shown, and is not done', async () => {
  expect((await bench.deploy(rooms(50))).failed).toEqual([]);
  const told = await atTerminal(bench.sandbox, ['deploy'], {
    edit: rooms(60),
    ask: () => {
      Object.assign(portal('media'), { max_concurrency: 7 });
      return 'yes';
    },
  });
  expect(told.output).toContain('it came up only now');
  expect([told.code, portal('media').max_concurrency, portal('meeting').max_rooms]).toEqual([1, 7, 60]);
});
