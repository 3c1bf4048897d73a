import { reasonOf } from '../../src/render/words';
import { doneIds, ids, scripts, startBench, type Bench, type Edit } from './cluster';

jest.setTimeout(60_000);

const PATH = '/dataflow/token';
/** Each step of a deploy's job is a run of its own: what one did, the next one has to find out. */
const onlyDataflow: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'dataflow');
};

let bench: Bench;
afterEach(() => bench.close());

async function rotateInSteps(path: string) {
  expect((await bench.deploy(onlyDataflow)).ok).toBe(true);
  const asked = { servers: ['dataflow'], rotate: ['dataflow' as const], dataflowTokenPath: path };
  const token = await bench.deploy(onlyDataflow, { ...asked, stages: ['token'] });
  const install = await bench.deploy(onlyDataflow, { stages: ['install'] });
  expect(install.ok).toBe(true);
  expect(ids(await bench.plan(onlyDataflow))).toEqual([]);
  return { token, install };
}

it('a Data Flow token that one step issued lets the next one recreate Data Flow, once', async () => {
  bench = await startBench({ pbx: { dataflowTokenPath: PATH } });
  const { token, install } = await rotateInSteps(PATH);
  expect(token.ok).toBe(true);
  expect(token.tokens.dataflow).toBe(bench.sandbox.pbx.state.dataflowToken);
  expect(install.done.map(({ change }) => [change.id, reasonOf(change)])).toEqual([
    ['role/dataflow-server-1', 'a new Data Flow token was issued'],
  ]);
  expect(scripts(bench.sandbox)['dataflow-server-1']).toEqual(['run', 'rm', 'run']);
});

it('a PBX that issues no Data Flow tokens is told from one that does: nothing is recreated', async () => {
  bench = await startBench();
  const { token, install } = await rotateInSteps(PATH);
  expect(token.ok).toBe(false);
  expect(token.tokens.dataflow).toBeUndefined();
  expect(token.failed.map(({ message }) => message)).toEqual([expect.stringContaining('Generate Token')]);
  expect(doneIds(install)).toEqual([]);
  const atOnce = await bench.deploy(onlyDataflow, { rotate: ['dataflow'], dataflowTokenPath: PATH });
  expect(atOnce.skipped.map(({ change }) => change.id)).toEqual(['role/dataflow-server-1']);
  expect(scripts(bench.sandbox)['dataflow-server-1']).toEqual(['run']);
});

it('a token that a person generated in the portal recreates Data Flow when that is said', async () => {
  bench = await startBench();
  expect((await bench.deploy(onlyDataflow)).ok).toBe(true);
  const install = await bench.deploy(onlyDataflow, { stages: ['install'], rotate: ['dataflow'] });
  expect(doneIds(install)).toEqual(['role/dataflow-server-1']);
  expect(ids(await bench.plan(onlyDataflow))).toEqual([]);
});
