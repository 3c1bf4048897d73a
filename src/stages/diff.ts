import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { Planned, type Change } from './change';
import { controlPlaneFindings, lastOfRole, windowFindings } from './findings';
import { bucketOf, STAGES } from './index';
import { inOrder } from './order';
import type { Diff, DiffInput } from './stage';

/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
export function diff(input: DiffInput): Diff {
  const { cluster, live } = input;
  if (!isReachable(live.main)) {
    const { address } = cluster.pbx.machine;
    const message = `The main server (${address}) does not answer: ${live.main.unreachable}`;
    return { changes: [], findings: [{ code: 'main-unreachable', severity: 'blocking', message }] };
  }
  const { record } = live.main;
  if (!isKnown(record)) {
    const message = `The record on the main server cannot be read (${record.unknown}): nothing is done, since to write it anew would forget what this project put there`;
    return { changes: [], findings: [{ code: 'record-unknown', severity: 'blocking', message }] };
  }
  const changes: Change[] = [];
  const findings: Finding[] = [];
  for (const stage of STAGES) {
    const one = stage.diff(input, new Planned(changes));
    changes.push(...one.changes);
    findings.push(...one.findings);
  }
  findings.push(
    ...controlPlaneFindings(input, live.main, changes),
    ...lastOfRole(input, changes),
    ...windowFindings(input, changes),
  );
  return { changes: inOrder(changes, bucketOf), findings };
}
