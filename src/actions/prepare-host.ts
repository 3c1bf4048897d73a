import { stageAction } from './harness';

/** Hosts get the control scripts of the repository, and new ones what these need. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'prepare-host',
    title: 'Hosts',
    stages: ['scripts', 'prepare'],
    applies: (_, { scripts, prepare }) => scripts !== undefined || (prepare?.docker ?? 'none') !== 'none',
  });
