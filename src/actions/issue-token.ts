import * as core from '@actions/core';
import { ROLE_NAMES, ROLES } from '../cluster/roles';
import { selectServers } from '../cluster/select';
import { stageAction } from './harness';

/** The token of the IM or Data Flow server: the one that is there, or a new one. Masked before it is put out. */
export const main = (): Promise<number> =>
  stageAction({
    name: 'issue-token',
    title: ({ service }) => ({ im: 'IM token', dataflow: 'Data Flow token' })[service],
    stages: ['token'],
    applies: ({ servers, service }, cluster) =>
      selectServers(cluster, servers).some(({ role }) => ROLES[role].token?.service === service),
    options: ({ service, rotate, dataflowTokenPath }) => ({
      servers: ROLE_NAMES.filter((role) => ROLES[role].token?.service === service),
      rotate: rotate ? [service] : [],
      ...(dataflowTokenPath && { dataflowTokenPath }),
    }),
    outputs: (result, { service }, put) => {
      const token = result.kind === 'deploy' ? result.tokens[service] : undefined;
      if (token) core.setSecret(token);
      put('token', token ?? '');
    },
  });
