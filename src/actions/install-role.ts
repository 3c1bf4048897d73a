import { stageAction } from './harness';

/** Roles on their hosts: installed, upgraded, recreated. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'install-role',
    title: 'Roles',
    stages: ['install'],
    options: ({ imToken, dataflowTokenRenewed }) => ({
      rotate: dataflowTokenRenewed ? ['dataflow'] : [],
      ...(imToken ? { imToken } : {}),
    }),
  });
