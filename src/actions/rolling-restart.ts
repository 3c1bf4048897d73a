import { restartable } from '../github/inputs';
import { askedFor, stageAction } from './harness';

/** Restarts in order, drained and health-checked: those that are owed, and those that a person asks for. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'rolling-restart',
    title: 'Restarts',
    stages: ['restart'],
    options: ({ roles, servers, pbx, reason = askedFor(), reviewedPlan }) => ({
      // `servers` says what to restart, not what to look at: a restart asked for needs the whole picture.
      servers: [],
      // In a deploy it was reviewed before. By itself it does what is deployed, and in no other way.
      ...(reviewedPlan === undefined && { asDeployed: true }),
      ...(roles.length || servers.length || pbx
        ? { restart: { roles: restartable(roles), servers, pbx, reason } }
        : {}),
    }),
  });
