import * as core from '@actions/core';
import { ROLE_NAMES, ROLES } from '../cluster/roles';
import { selectServers } from '../cluster/select';
import { stageAction } from './harness';

/**
 * A service's token: the one that is there, or a new one. Masked before it is put out; that of session border controllers is not put
 * out at all, since a person reads it in the portal.
 */
export const main = (): Promise<number> =>
  stageAction({
    name: 'issue-token',
    title: ({ service }) => ({ im: 'IM token', dataflow: 'Data Flow token', sbc: 'SBC token' })[service],
    stages: ['token'],
    applies: ({ servers, service }, cluster) =>
      selectServers(cluster, servers).some(({ role }) => ROLES[role].token?.service === service),
    options: ({ service, rotate, dataflowTokenPath }) => ({
      servers: ROLE_NAMES.filter((role) => ROLES[role].token?.service === service),
      rotate: rotate ? [service] : [],
      ...(dataflowTokenPath && { dataflowTokenPath }),
    }),
    outputs: (result, { service }, put) => {
      const tokens: Partial<Record<typeof service, string>> = result.kind === 'deploy' ? result.tokens : {};
      const token = tokens[service];
      if (token) core.setSecret(token);
      put('token', token ?? '');
    },
  });
