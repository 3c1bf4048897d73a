import { ROLES, serverSpec, type SettingName } from '../cluster/roles';
import { sshSettings } from '../cluster/settings';
import type { Cluster, ServerSpec, SshSettings } from '../cluster/types';
import type { Change } from '../stages/change';

/** An image, a path or an account that a change of a server goes by and that is not what the cluster file says for all. */
export interface Uncommon {
  /** As in the cluster file: `image`, `data_path`, `ssh.user` */
  what: string;
  value: string;
  /** At least one */
  servers: string[];
}

export type Common = Pick<Cluster, 'image' | 'dataPath' | 'ssh'>;

const SHOWN: readonly SettingName[] = ['image', 'data_path', 'chat_files', 'clickhouse_image'];

/** What a person has to see of a plan however long it is: where another image, path or account hides among a thousand servers. */
export function uncommon(changes: readonly Change[], common: Common): Uncommon[] {
  const found = new Map<string, { what: string; value: string; servers: Set<string> }>();
  const add = (server: string, what: string, value: string) => {
    const key = JSON.stringify([what, value]);
    const same = found.get(key) ?? { what, value, servers: new Set() };
    found.set(key, same);
    same.servers.add(server);
  };
  const account = (server: string, ssh: SshSettings) => {
    const usual = sshSettings(common.ssh);
    for (const [what, value] of Object.entries(sshSettings(ssh))) if (value !== usual[what]) add(server, what, value);
    if (common.ssh.jumpHost && !ssh.jumpHost) add(server, 'ssh.jump_host', 'none');
  };
  for (const change of changes) {
    switch (change.kind) {
      case 'role':
      case 'server-restart': {
        const { wanted } = change;
        for (const [what, value] of Object.entries(ownSettings(wanted, common))) add(wanted.name, what, value);
        account(wanted.name, wanted.ssh);
        if (change.kind === 'role' && change.leaves) account(wanted.name, change.leaves.from.ssh);
        break;
      }
      case 'role-removal':
        account(change.server, change.from.ssh);
        break;
      case 'pbx-image':
        if (change.image !== common.image) add('the PBX', 'pbx.image', change.image);
        break;
      default:
        break;
    }
  }
  return [...found.values()].map(({ servers, ...one }) => ({ ...one, servers: [...servers] }));
}

function ownSettings(server: ServerSpec, { image, dataPath }: Common): Record<string, string> {
  const row = ROLES[server.role];
  const site = { pbxIp: '' };
  const { name, address, ssh, enabled } = server;
  const usual = row.settings(serverSpec(server.role, { name, address, ssh, enabled, image, dataPath }), site);
  const own = row.settings(server, site);
  return Object.fromEntries(
    SHOWN.flatMap((what) => {
      const value = own[what];
      return value === undefined || value === usual[what] ? [] : [[what, value]];
    }),
  );
}
