import { stageAction } from './harness';

/** The portal's servers; its built-in ones off once a replacement is online. */
export const main = (): Promise<number> => stageAction({ title: 'Portal', stages: ['register'] });
