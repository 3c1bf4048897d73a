import { stageAction } from './harness';

/** The portal's servers; its built-in ones off once a replacement is online. */
export const main = (): Promise<number> =>
  stageAction({
    title: (_, result) => {
      const ids = result?.plan.changes.map(({ id }) => id) ?? [];
      return ids.length > 0 && ids.every((id) => id.startsWith('built-in/')) ? 'Built-in servers' : 'Portal';
    },
    stages: ['register'],
  });
