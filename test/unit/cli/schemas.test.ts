import Ajv, { type AnySchema } from 'ajv';
import { readFileSync } from 'node:fs';
import type { RecordedRun } from '../../../src/stages/cluster-record';
import { roleSetup, serverRestart } from '../changes';
import { plan, scaleOut } from '../render/plans';
import { guide } from '../stages/fixture';
import { run, type World } from './fake';
import { sightings } from './sightings';
import { hostile, quiet } from './status-reports';

/* What commands print for programs, against the schemas that the project publishes. */

const file = 'examples/cluster.yaml';
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const errors = (name: string, document: unknown) => {
  const schema = JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as AnySchema & { $id: string };
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  return validate(document) ? [] : validate.errors;
};
const printed = async (argv: string[], world: World = {}) => JSON.parse((await run(argv, world)).out) as unknown;

const [install, restart] = [roleSetup({ server: 'media-server-1' }), serverRestart({ server: 'media-server-1' })];
const worked: World = {
  result: {
    plan: plan([install, restart]),
    ok: false,
    done: [{ change: install, elapsedMs: 1200 }],
    failed: [{ change: restart, message: 'it did not come back' }],
    skipped: [{ change: restart, skip: { why: 'window' } }],
    findings: [{ code: 'a', severity: 'warning', message: 'b' }],
  },
};
const history: RecordedRun[] = [
  { run: 'a', began: 'b', ended: 'c', done: 1, failed: 0, skipped: 0, deeds: [{ deed: 'd', failed: true }] },
];

test.each([
  ['plan', ['plan', '-f', file], {}],
  ['validate', ['validate', file], {}],
  ['validate', ['validate', 'test/unit/cli/schemas.test.ts'], {}],
  ['deploy', ['deploy', '-f', file, '--yes'], worked],
  ['deploy', ['restart', '-f', file, '--yes'], worked],
  ['log', ['log', '-f', file], { history }],
  ['hosts', ['hosts', 'trust', '-f', file], { hostKeys: [...sightings] }],
  [
    'import',
    ['import', '--pbx', '192.168.1.20', '--name', 'acme'],
    { imported: { cluster: guide(), text: 'version: 1\n', plan: scaleOut, leftOut: ['one'] } },
  ],
] as [string, string[], World][])('schema/%s.schema.json is what %j prints', async (name, argv, world) => {
  expect(errors(name, await printed([...argv, '--json'], world))).toEqual([]);
  expect(errors(name, {})).not.toEqual([]);
});

test.each(Object.entries({ quiet, hostile }))(
  'schema/status.schema.json is what status prints: %s',
  async (_, status) => {
    expect(errors('status', await printed(['status', '-f', file, '--json'], { status }))).toEqual([]);
  },
);

test('--progress json: each line on standard error is as schema/progress.schema.json says', async () => {
  const { err, out } = await run(['deploy', '-f', file, '--yes', '--json', '--progress', 'json', '--debug'], {
    ...worked,
    work: ({ log }) => {
      log.change({ id: install.id, state: 'started' });
      log.remote('media-server-1', '\u001b[2Jpulling');
      log.change({ id: install.id, state: 'done', elapsedMs: 1200 });
      log.warning('careful');
      return Promise.resolve({});
    },
  });
  const lines = err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => errors('progress', line))).toEqual(lines.map(() => []));
  expect(lines).toContainEqual({
    time: '1970-01-01T00:00:00.000Z',
    event: 'change',
    id: install.id,
    state: 'done',
    elapsedMs: 1200,
  });
  expect(lines).toContainEqual(expect.objectContaining({ event: 'log', level: 'warning', text: 'careful' }));
  expect(lines.filter(({ event }) => event === 'plan').at(-1)).toMatchObject({
    changes: [{ id: install.id, deed: 'install media-server-1' }, { deed: 'restart media-server-1' }],
  });
  expect(JSON.parse(out)).toMatchObject({ ok: false });
});

test('what is wrong with the command line or the file is a line, too', async () => {
  const { err, exitCode } = await run(['plan', '-f', 'nowhere.yaml', '--progress', 'json']);
  expect(exitCode).toBe(2);
  const lines = err.trimEnd().split('\n');
  expect(lines.map((line) => errors('progress', JSON.parse(line)))).toEqual(lines.map(() => []));
});
