import { stageAction } from './harness';

/** The main server and the hosts get the control scripts of the repository. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'prepare-host',
    title: 'Hosts',
    stages: ['scripts'],
    applies: (_, { scripts }) => scripts !== undefined,
  });
