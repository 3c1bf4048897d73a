import schema from '../../schema/cluster.schema.json';
import { ROLE_NAMES, ROLES, type Role } from '../cluster/roles';
import { WORKFLOW_FILES } from './workflow-files';

/** What `init` has to know of a cluster. */
export interface Answers {
  name: string;
  pbx: string;
  image: string;
  sshUser: string;
  sshPort?: number;
  jumpHost?: string;
  /** Private addresses, by role */
  servers: Readonly<Partial<Record<Role, readonly string[]>>>;
}

export interface NewFile {
  path: string;
  text: string;
}

/** The cluster file, commented for whoever edits it next. Pure; what it is given is checked by reading the result. */
export function newClusterFile({ name, pbx, image, sshUser, sshPort, jumpHost, servers }: Answers): string {
  const entries = ROLE_NAMES.flatMap((role) => entriesOf(role, servers[role] ?? []));
  return `# yaml-language-server: $schema=${schema.$id}
#
# A PortSIP PBX cluster. What is written here is made true when a pull request that changes it is merged: its plan comes as a
# comment. Passwords and keys never stand in this file. All fields: docs/cluster-file.md of portsip-cluster/actions.

version: 1

# Two clusters need two names. Renaming a cluster leaves the record of what was put there behind, under the old name.
name: ${plain(name)}

# What all servers run. Change it to upgrade them.
image: ${plain(image)}

# The main server, with PortSIP PBX installed.
pbx:
  private_ip: ${plain(pbx)}
  # api: https://${pbx.includes(':') ? `[${pbx}]` : pbx}:8887   # where the portal answers, if not there
  # image: ${image}   # only with this line is the PBX itself upgraded

# How to sign in to all machines. The account is root or has sudo.
ssh:
  user: ${plain(sshUser)}
${sshPort === undefined ? '' : `  port: ${sshPort}\n`}${
    jumpHost === undefined
      ? '  # jump_host: ops@bastion.example.com   # where they cannot be reached directly\n'
      : `  jump_host: ${plain(jumpHost)}\n`
  }
# One entry per Linux host, one role per host. To scale out, add an entry; to remove a server, delete its entry.
# Roles: ${ROLE_NAMES.join(', ')}.
${entries.length > 0 ? `servers:\n${entries.join('\n')}` : `# None yet. Take [] away, and the # before the lines below.\nservers: []\n  # - name: media-server-1\n  #   role: media\n  #   private_ip: 192.168.1.21\n`}
restart:
  # How long to wait for calls to end before a server is restarted, and what then: fail (leave it running) or force.
  drain_timeout: 30m
  on_drain_timeout: fail
  # Changes that callers notice wait for this window. Without one they are made at any hour.
  # window: { days: [sat, sun], from: '02:00', to: '05:00', timezone: Europe/Berlin }
`;
}

function entriesOf(role: Role, addresses: readonly string[]): string[] {
  const { exampleName, label, single } = ROLES[role];
  const about = `  # ${label.slice(0, 1).toUpperCase()}${label.slice(1)}${single ? ': one at most' : 's: as many as you need'}\n`;
  return addresses.map(
    (address, index) =>
      `${index === 0 ? about : ''}  - name: ${exampleName.replace(/\d+$/, String(index + 1))}\n    role: ${role}\n    private_ip: ${plain(address)}\n`,
  );
}

/** As YAML: with quotes where they are needed. */
function plain(text: string): string {
  return /^[A-Za-z][\w./:@-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : /^\d{1,3}(\.\d{1,3}){3}$/.test(text)
      ? text
      : JSON.stringify(text);
}

export function workflows(): NewFile[] {
  return Object.entries(WORKFLOW_FILES).map(([name, text]) => ({ path: `.github/workflows/${name}`, text }));
}

/** What the workflows are given: in Settings > Secrets and variables > Actions, or as these lines. */
export const SECRETS: readonly (readonly [kind: 'secret' | 'variable', name: string, about: string, how: string])[] = [
  // As a secret it would have GitHub mask that word in every log.
  ['variable', 'PORTSIP_PBX_USERNAME', 'an administrator of the PBX, without two-factor sign-in', ''],
  ['secret', 'PORTSIP_PBX_PASSWORD', "that administrator's password", ''],
  ['secret', 'PORTSIP_SSH_PRIVATE_KEY', 'the key that opens the hosts', ' < deploy'],
  ['variable', 'PORTSIP_SSH_KNOWN_HOSTS', "the hosts' own keys", ' < known_hosts'],
  ['variable', 'PORTSIP_PBX_FINGERPRINT', "of the PBX's certificate, where it is self-signed", ' --body AB:CD:…'],
  ['variable', 'PORTSIP_PBX_TRUSTED_ADDRESS', 'the host of pbx.api, where an authority signed its certificate', ''],
];
