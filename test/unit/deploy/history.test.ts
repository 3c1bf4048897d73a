import { noteRun } from '../../../src/deploy/history';
import { emptyRecord, parseRecord, type ClusterRecord } from '../../../src/stages/cluster-record';
import type { Work } from '../../../src/deploy/result';
import { loadBalancerRestart, roleSetup } from '../changes';

/* What a record keeps of the runs that changed a cluster. */

const [install, restart] = [roleSetup({ server: 'media-server-1' }), loadBalancerRestart()];
const work = (rest: Partial<Work>): Work => ({ done: [], failed: [], skipped: [], ...rest });
const done = work({ done: [{ change: install, elapsedMs: 1 }] });
const at = { began: Date.UTC(2026, 10, 26, 1), ended: Date.UTC(2026, 10, 26, 2) };
const job = { id: 'job 1', host: 'runner', by: 'octocat', url: 'https://github.com/o/r/actions/runs/1', commit: 'abc' };

it('a run that does nothing is not noted', () => {
  const record = emptyRecord('acme');
  expect(noteRun(record, job, at, work({}))).toBe(record);
  expect(noteRun(record, job, at, work({ skipped: [{ change: install, skip: { why: 'window' } }] }))).toBe(record);
});

it('the steps of a job are one run', () => {
  const first = noteRun(emptyRecord('acme'), job, at, done);
  const later = { began: at.ended, ended: at.ended + 60_000 };
  const { runs } = noteRun(first, job, later, work({ failed: [{ change: restart, message: 'no' }] }));
  expect(runs).toEqual([
    {
      run: 'job 1',
      by: 'octocat',
      url: 'https://github.com/o/r/actions/runs/1',
      commit: 'abc',
      began: '2026-11-26T01:00:00.000Z',
      ended: '2026-11-26T02:01:00.000Z',
      done: 1,
      failed: 1,
      skipped: 0,
      deeds: [{ deed: 'install media-server-1' }, { deed: 'restart the resource load balancer', failed: true }],
    },
  ]);
});

it('one that was interrupted is told as that, with what goes on, until a later step has done it', () => {
  const cut = work({
    failed: [
      { change: install, message: 'it continues', end: 'goes-on' },
      { change: restart, message: 'cancelled', end: 'cancelled' },
    ],
  });
  const record = noteRun(emptyRecord('acme'), job, { ...at, interrupted: true }, cut);
  expect(record.runs).toMatchObject([
    { done: 0, failed: 0, skipped: 1, interrupted: true, goesOn: ['install media-server-1'], deeds: [] },
  ]);
  expect(parseRecord(JSON.stringify(record), 'acme').record?.runs).toEqual(record.runs);
  expect(noteRun(record, job, at, done).runs?.[0]).not.toHaveProperty('goesOn');
  const [run] = record.runs ?? [];
  const damaged = [
    { ...run, interrupted: 'yes' },
    { ...run, goesOn: [1] },
  ];
  expect(parseRecord(JSON.stringify({ ...record, runs: damaged }), 'acme').record?.runs).toEqual([]);
});

it('the last fifty runs are kept, and of a large one the first thirty deeds', () => {
  let record: ClusterRecord = emptyRecord('acme');
  for (let run = 1; run <= 60; run++) record = noteRun(record, { ...job, id: `job ${run}` }, at, done);
  expect(record.runs?.map(({ run }) => run)).toEqual(Array.from({ length: 50 }, (_, index) => `job ${index + 11}`));
  const many = Array.from({ length: 700 }, () => ({ change: install, elapsedMs: 1 }));
  const [large] = noteRun(emptyRecord('acme'), job, at, work({ done: many })).runs ?? [];
  expect([large?.done, large?.deeds.length]).toEqual([700, 30]);
  const failed = work({ done: many, failed: [{ change: restart, message: 'no' }] });
  expect(noteRun(emptyRecord('acme'), job, at, failed).runs?.[0]?.deeds[0]).toEqual({
    deed: 'restart the resource load balancer',
    failed: true,
  });
});

it('is read back, but for what somebody has damaged', () => {
  const record = noteRun(emptyRecord('acme'), job, at, done);
  const read = (value: object) => parseRecord(JSON.stringify(value), 'acme').record?.runs;
  expect(read(record)).toEqual(record.runs);
  const [run] = record.runs ?? [];
  const damaged = [
    { ...run, done: 'many' },
    { ...run, deeds: [{}] },
    { ...run, began: 'then' },
    { ...run, began: '2026-13-45T99:00:00Z' },
    null,
    { ...run, by: 1 },
  ];
  expect(read({ ...record, runs: [...damaged, run] })).toEqual([run]);
  expect(read({ ...record, runs: 'none' })).toBeUndefined();
});
