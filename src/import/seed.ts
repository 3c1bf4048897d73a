import { stringify } from 'yaml';
import { parseCluster } from '../cluster/load';
import { InputError, type Cluster } from '../cluster/types';

/** How a cluster is reached, where that is not by the defaults. */
export interface Access {
  api?: string;
  sshUser?: string;
  sshPort?: number;
  jumpHost?: string;
  scriptsPath?: string;
  /** Of a high-availability PBX, whose virtual IP is then `pbx`: the node that PortSIP's scripts are run on */
  controlNode?: string;
  /** Own addresses of all its nodes */
  nodes?: string[];
}

/** What a person has to tell of a cluster that is to be imported; everything else is asked of the cluster itself. */
export interface ImportRequest extends Access {
  /** What the cluster is to be called */
  name: string;
  /** The address at which the servers reach the PBX, and SSH the main server */
  pbx: string;
  /** Addresses that neither the portal nor the firewall names: of a Data Flow server, say */
  hosts: string[];
}

/** The fields of the cluster file that a person decides about. */
export function givenFields(request: ImportRequest) {
  const { name, pbx, api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes = [] } = request;
  const ha = controlNode !== undefined && {
    high_availability: { control_node: controlNode, ...(nodes.length > 0 && { nodes }) },
  };
  const ssh = {
    ...(sshUser !== undefined && { user: sshUser }),
    ...(sshPort !== undefined && { port: sshPort }),
    ...(jumpHost !== undefined && { jump_host: jumpHost }),
  };
  return {
    version: 1 as const,
    name,
    ...(scriptsPath !== undefined && { scripts_path: scriptsPath }),
    pbx: { private_ip: pbx, ...(api !== undefined && { api }), ...ha },
    ...(Object.keys(ssh).length > 0 && { ssh }),
  };
}

/** A cluster without servers, to look at the real one with. Throws InputError with all that is wrong with the request. */
export function seedCluster(request: ImportRequest): Cluster {
  const { cluster, problems } = parseCluster(
    stringify({ ...givenFields(request), image: 'portsip/pbx', servers: [] }),
    'import',
  );
  if (cluster) return cluster;
  throw new InputError(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message, cure }) => (cure ? `${message} — ${cure}` : message))
      .join('\n'),
  );
}
