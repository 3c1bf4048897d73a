import { normalise } from '../addresses';
import { DEFAULTS } from '../build';
import type { Path } from '../fault';
import { ROLES, type Role, followsPbx } from '../roles';
import { entries } from './report';
import type { Rule } from './report';
import type { Cluster } from '../types';

/** The PBX's nodes, told apart from the address that they share. */
export const pbxNodes: Rule = ({ pbx = {} }, report) => {
  const { control_node: control, nodes } = pbx.high_availability ?? {};
  if (!nodes) return;
  const path = ['pbx', 'high_availability', 'nodes'];
  const seen = new Map<string, number>();
  nodes.forEach((node, index) => {
    if (node === undefined) return;
    const address = normalise(node);
    const at = [...path, index];
    if (pbx.private_ip !== undefined && normalise(pbx.private_ip) === address)
      report.error(
        at,
        'duplicate-address',
        `${node} is pbx.private_ip, the virtual IP, which no node has for good`,
        "the node's own address",
      );
    else if (seen.has(address))
      report.error(at, 'duplicate-address', `the node ${node} is listed twice`, 'each node once');
    seen.set(address, index);
  });
  if (control !== undefined && !seen.has(normalise(control)) && !nodes.includes(undefined))
    report.error(
      path,
      'control-node-not-listed',
      `the control node ${control} is not among the nodes`,
      'all PBX nodes',
    );
};

/** Own addresses of a PBX's nodes, and where the cluster file says them; none where it is one machine. */
export function nodesOf({ pbx }: Pick<Cluster, 'pbx'>): { address: string; path: Path }[] {
  const { controlNode, nodes = [] } = pbx.highAvailability ?? {};
  const at = ['pbx', 'high_availability'];
  return [
    ...nodes.map((address, index) => ({ address, path: [...at, 'nodes', index] })),
    ...(controlNode === undefined ? [] : [{ address: controlNode, path: [...at, 'control_node'] }]),
  ];
}

function scriptTakes(role: Role): Record<'image' | 'data_path', boolean> {
  return { image: !followsPbx(role), data_path: ROLES[role].highAvailabilityScript.dataPath };
}

/** What PortSIP's high-availability scripts take no argument for, and what is left to a person there. */
export const highAvailability: Rule = (file, report) => {
  if (!file.pbx?.high_availability) return;
  const none = (path: (string | number)[], message: string) =>
    report.warning(path, 'not-with-high-availability', message, 'delete the line');
  if (file.pbx.image !== undefined)
    none(
      ['pbx', 'image'],
      'the PBX nodes of a high-availability cluster are upgraded by a person: pbx.image has no effect',
    );
  if (file.scripts !== undefined)
    report.error(
      ['scripts'],
      'not-with-high-availability',
      "the control scripts of a high-availability cluster are a package of the control node's, which is not kept in a repository yet",
      'delete the line, and refresh the package on the control node by hand',
    );
  if (file.restart?.after_scale_out === 'load-balancer')
    report.error(
      ['restart', 'after_scale_out'],
      'not-with-high-availability',
      'the load balancer of a high-availability PBX can be restarted together with the PBX only, which ends all calls and is left to a person',
      'none, or all for the servers alone',
    );
  const user = file.ssh?.user ?? DEFAULTS.ssh.user;
  for (const { role, called, index, ...server } of entries(file)) {
    for (const field of ['image', 'data_path'] as const) {
      const taken = role !== undefined && scriptTakes(role)[field];
      if (server[field] === undefined || taken) continue;
      none(
        ['servers', index, field],
        `PortSIP's high-availability scripts decide about ${field}: that of ${called} has no effect`,
      );
    }
    if (server.ssh?.user !== undefined && server.ssh.user !== user)
      report.warning(
        ['servers', index, 'ssh', 'user'],
        'not-with-high-availability',
        `the control node signs in everywhere as the same user, ${user}; ${called} has another one`,
        `${user}, with sudo, on every server`,
      );
  }
};
