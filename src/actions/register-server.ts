import { ofKind } from '../stages/change';
import { stageAction } from './harness';

/** The portal's servers; its built-in ones off once a replacement is online. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'register-server',
    title: (_, result) => {
      const changes = result?.plan.changes ?? [];
      const builtIns = ofKind(changes, 'built-in-on', 'built-in-off');
      return changes.length > 0 && builtIns.length === changes.length ? 'Built-in servers' : 'Portal';
    },
    stages: ['register'],
  });
