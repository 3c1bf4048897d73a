import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { atOnce, stepsOf, type Steps } from '../slices';
import { advice } from './advice';
import { backup } from './backup';
import { backupFindings } from './backup-findings';
import { idOf, ofKind, Planned, type Change } from './change';
import { certificateManagerFindings } from './certificate-manager';
import { controlPlaneFindings, lastOfRole, tooLittleLeft, windowFindings } from './findings';
import { onceFreed } from './freed';
import { alsoRunning, waitingForHeirs } from './heirs';
import { Identity } from './identity';
import { bucketOf, STAGES } from './index';
import { orderSteps } from './order';
import { outsideFindings } from './outside-findings';
import type { Diff, DiffInput } from './stage';
import { unlistedFindings } from './unlisted';

/** An entry that gets an address of one that leaves comes after that; where that one cannot go, it has to wait. */
function takingOver(changes: readonly Change[]): [Change[], Finding[]] {
  const leaving = new Set(ofKind(changes, 'portal-entry-removal').map(({ id }) => id));
  const findings: Finding[] = [];
  const ordered = changes.map((change) => {
    if (change.kind !== 'portal-entry' || change.takesFrom === undefined) return change;
    const before = idOf.entry(change.takesFrom);
    if (leaving.has(before)) return { ...change, needs: [...change.needs, before] };
    findings.push({
      code: 'address-taken',
      severity: 'blocking',
      server: change.server,
      message: `The portal gives an address of ${change.server} to "${change.takesFrom}", which left the cluster file and cannot be taken away yet: ${change.server} waits for it`,
    });
    return change;
  });
  return [ordered, findings];
}

/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
export function diff(asked: Omit<DiffInput, 'who'>): Diff {
  return atOnce(diffSteps(asked));
}

/** The same, a stage a step; those that look at most of each server in several. */
export function* diffSteps(asked: Omit<DiffInput, 'who'>): Steps<Diff> {
  const { cluster, live } = asked;
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
  let input: DiffInput = { ...asked, who: new Identity(cluster, live, asked.options.gone) };
  // Who asks for a backup gets nothing else, whatever the cluster may need.
  if (asked.options.backup) {
    const backups = yield* stepsOf(backup.diff(input, new Planned([])));
    return { ...backups, findings: [...backups.findings, ...windowFindings(input, backups.changes)] };
  }
  const changes: Change[] = [];
  const findings: Finding[] = [];
  for (const stage of STAGES) {
    yield;
    const one = yield* stepsOf(stage.diff(input, new Planned(changes)));
    changes.push(...one.changes);
    findings.push(...one.findings);
    if (stage.foresees) input = { ...input, live: stage.foresees(input, one.changes) };
  }
  yield;
  const [ordered, waiting] = takingOver(changes);
  const freed = onceFreed({ changes: ordered, findings }, live);
  changes.splice(0, Infinity, ...freed.changes);
  findings.splice(0, Infinity, ...freed.findings);
  findings.push(...waiting);
  const { main } = live;
  const tell = [
    () => waitingForHeirs(input, findings),
    () => alsoRunning(input, changes),
    () => controlPlaneFindings(input, main, changes),
    () => lastOfRole(input, changes),
    () => tooLittleLeft(input, changes),
    () => windowFindings(input, changes),
    () => advice(input, changes),
    () => outsideFindings(input, changes),
    () => backupFindings(input, changes),
    () => certificateManagerFindings(input, changes),
    () => unlistedFindings(input),
  ];
  for (const more of tell) {
    yield;
    findings.push(...more());
  }
  yield;
  return { changes: yield* orderSteps(changes, bucketOf), findings };
}
