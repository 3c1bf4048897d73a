import { isOutside } from '../cluster/roles';
import type { Server } from '../cluster/types';
import { isReachable } from '../host/reachable';
import { idOf, type CallersBack, type Planned } from './change';
import { findServer, inRoleOrder } from './names';
import { leadBack, serves } from './outside';
import { StageError } from './stage-error';
import type { Run } from './run';
import type { DiffInput, Stage } from './stage';

/** Servers that an earlier run took out of DNS, and that are well: callers are led to them again. Part of installing. */
export const callersBack: Stage<'callers-back'> = {
  name: 'install',
  diff: (input, planned) => ({
    changes: [...input.cluster.servers].sort(inRoleOrder).flatMap((server) => diffServer(server, input, planned) ?? []),
    findings: [],
  }),
  apply: { 'callers-back': applyBack },
  words: {
    'callers-back': {
      object: () => 'place in DNS',
      deed: () => ['lead callers to'],
      target: ({ server }) => server,
      reason: () => 'an earlier run took it out of DNS and did not come to put it back',
      differences: ({ command }) => [{ name: 'command', after: command }],
    },
  },
};

function diffServer(server: Server, { cluster, live }: DiffInput, planned: Planned): CallersBack | undefined {
  const { name, role, address, ssh, privateIp, publicIp } = server;
  const command = cluster.sbc?.drain?.command;
  const facts = live.hosts.get(name);
  if (!isOutside(role) || command === undefined || !live.record?.draining.includes(name)) return undefined;
  // Whatever recreates it leads callers back itself.
  if (planned.ids.has(idOf.role(name)) || !isReachable(facts) || !serves(server, facts)) return undefined;
  return {
    kind: 'callers-back',
    id: idOf.callers(name),
    action: 'update',
    server: name,
    causes: [{ cause: 'left-out' }],
    impact: 'none',
    needs: [],
    after: [],
    command,
    of: { name, role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) },
  };
}

async function applyBack({ id, server: name, command, of }: CallersBack, run: Run): Promise<void> {
  if (!findServer(run.session.cluster, name)) throw new StageError(`${name} is not in the cluster file`);
  await leadBack(run, of, id, { command, pauseSeconds: 0, graceSeconds: 0 });
}
