import { notKept, PBX_NAME } from '../stages/backups';
import { askedFor, stageAction } from './harness';

/** Backs up what the PBX and the servers keep: all of it, or of some. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'backup',
    title: 'Backups',
    stages: ['backup'],
    check: ({ servers }, cluster) =>
      notKept(cluster, servers).map((name) => `servers: there is nothing to back up of "${name}"`),
    options: ({ servers, pbx, reason = askedFor(), reviewedPlan }) => ({
      // What to back up, not what to look at
      servers: [],
      backup: { names: [...servers, ...(pbx ? [PBX_NAME] : [])], reason },
      // In a deploy it was reviewed before. By itself it does what is deployed, and in no other way.
      ...(reviewedPlan === undefined && { asDeployed: true }),
    }),
  });
