import { stageAction } from './harness';

/** Hosts get the control scripts of the repository and the registry's login, and new ones what these need. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'prepare-host',
    title: 'Hosts',
    stages: ['scripts', 'prepare'],
    applies: (_, { scripts, prepare, registry }) =>
      scripts !== undefined ||
      registry !== undefined ||
      (prepare?.docker ?? 'none') !== 'none' ||
      prepare?.reboot === 'allowed',
  });
