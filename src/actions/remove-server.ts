import { stageAction } from './harness';

/** What left the cluster file: drained, uninstalled, deregistered. */
export const main = (): Promise<number> => stageAction({ name: 'remove-server', title: 'Removal', stages: ['remove'] });
