import { seenContainer } from '../host/containers';
import type { HostFacts } from '../host/types';
import { idOf } from './change';
import { LOAD_BALANCER } from './live';
import { owedSince } from './owed-restarts';
import { StageError } from './stage-error';
import type { Run } from './run';
import { until } from './wait';

/** The load balancer was started together with the PBX: a restart of it that is owed comes later than that. */
export async function noteLoadBalancer(run: Run, main: HostFacts): Promise<void> {
  const startedAt = seenContainer(main, LOAD_BALANCER)?.startedAt;
  if (startedAt) await run.record.update((record) => owedSince(record, idOf.loadBalancerRestart, startedAt));
}

/** After its restart the PBX takes a while until its API answers. */
export async function pbxAnswers(run: Run): Promise<void> {
  const answered = await until(run.session, 600_000, () =>
    run.session.pbx.servers('media').then(
      () => true as const,
      () => undefined,
    ),
  );
  if (!answered)
    throw new StageError(
      `The PBX was restarted, but its API does not answer after 10 minutes; see ${run.plane.byHand.status}`,
    );
}
