import { stageAction } from './harness';

/** What left the cluster file: drained, uninstalled, deregistered. */
export const main = (): Promise<number> => stageAction({ title: 'Removal', stages: ['remove'] });
