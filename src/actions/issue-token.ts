import * as core from '@actions/core';
import { selectServers } from '../cluster/select';
import { stageAction } from './harness';

/** The token of the IM or Data Flow server: the one that is there, or a new one. Masked before it is put out. */
export const main = (): Promise<number> =>
  stageAction({
    title: ({ service }) => ({ im: 'IM token', dataflow: 'Data Flow token' })[service],
    stages: ['token'],
    applies: ({ servers, service }, cluster) => selectServers(cluster, servers).some(({ role }) => role === service),
    options: ({ service, rotate, dataflowTokenPath }) => ({
      servers: [service],
      rotate: rotate ? [service] : [],
      ...(service === 'dataflow' && dataflowTokenPath ? { dataflowTokenPath } : {}),
    }),
    outputs: ({ imToken, dataflowToken }, { service }) => {
      const token = service === 'im' ? imToken : dataflowToken;
      if (token) core.setSecret(token);
      core.setOutput('token', token ?? '');
    },
  });
