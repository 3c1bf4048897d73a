import type { Cluster, Machine } from '../../cluster/types';
import { where } from '../shell';
import { HostError } from '../types';
import type { Host, Output } from '../types';
import { asUser } from './words';

/*
 * The control node of a high-availability cluster (pbx01): PortSIP's scripts sign in from it to every server by SSH, as
 * the same user everywhere and with that user's key. Here is what has to be known and done for that.
 */

/** What only the control node can tell. */
export interface ControlNode {
  /** What is wrong with the PBX's nodes, in the words of `ha_ctl.sh status`; undefined: all is well */
  trouble?: string;
  /** By address: servers that its scripts cannot sign in to without a password */
  refused: ReadonlyMap<string, Refused>;
}

export interface Refused {
  /** `key`: it does not accept the control node's. `host-key`: the control node does not know its. */
  why: 'key' | 'host-key' | 'other';
  /** ssh's last words */
  said: string;
}

/** A server's address and the port of its SSH server */
type Target = Pick<Machine, 'address'> & { ssh: Pick<Machine['ssh'], 'port'> };

const STATUS_MS = 120_000;
const KEYS_MS = 60_000;
/** Sign-ins at once: sshd on the servers minds nothing, the control node's processors do. */
const AT_ONCE = 20;

/** `as USER WORDS…`, for what root does as the user whose keys are used. */
const AS_USER = `
as() {
  user=$1
  shift
  if [ "$user" = root ]; then "$@"; else ${asUser('"$user"', ['"$@"']).join(' ')}; fi
}
`;

/** $1 user, $2 sign-ins at once, then `ADDRESS` and port of each server. Prints `CODE ADDRESS LAST-LINE` for each. */
export const SIGN_IN = `${AS_USER}
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
who=$1 most=$2 count=0
shift 2
while [ $# -gt 1 ]; do
  address=$1 port=$2 count=$((count + 1))
  shift 2
  {
    set -- -n -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10
    [ "$port" = 22 ] || set -- "$@" -p "$port"
    said=$(as "$who" ssh "$@" "$who@$address" true 2>&1 </dev/null)
    printf '%s %s %s\\n' $? "$address" "$(printf '%s\\n' "$said" | tail -n 1)" >"$work/$count"
  } &
  [ $((count % most)) -ne 0 ] || wait
done
wait
cat "$work"/* 2>/dev/null
`;

/** $1 the guide's scripts. What `ha_ctl.sh status` says, or `show` where there is no `status`; as root, as the guide has it. */
export const HA_STATUS = `
cd "$1" || exit
if command -v timeout >/dev/null; then set -- timeout 60; else set --; fi
said=$("$@" /bin/bash ha_ctl.sh status 2>&1 </dev/null)
code=$?
# On AWS PortSIP's guide knows it by another name only.
case $said in
*'nknown command'* | [Uu]sage*)
  said=$("$@" /bin/bash ha_ctl.sh show 2>&1 </dev/null)
  code=$?
  ;;
*) ;;
esac
printf '%s\\n' "$said"
exit $code
`;

/** $1 user. The public half of the first key that ssh would offer. */
export const PUBLIC_KEY = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
for name in id_rsa id_ecdsa id_ed25519; do
  if [ -f "$HOME/.ssh/$name" ] && [ -f "$HOME/.ssh/$name.pub" ]; then cat "$HOME/.ssh/$name.pub"; exit; fi
done
exit 9'
`;

/** $1 user, $2 type and key, $3 the whole line. Lets the key in, and prints the host's own public keys. */
export const LET_IN = `${AS_USER}
# shellcheck disable=SC2016 # that user's home
as "$1" /bin/sh -c '
umask 077
file=$HOME/.ssh/authorized_keys
mkdir -p "$HOME/.ssh" && touch "$file" || exit
grep -qF -e "$1" "$file" && exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
printf "%s\\n" "$2" >>"$file"' sh "$2" "$3" || exit
cat /etc/ssh/ssh_host_*_key.pub 2>/dev/null || :
`;

/** $1 user, then lines of known_hosts. Those that are not there yet are added. */
export const KNOW_HOSTS = `${AS_USER}
who=$1
shift
# shellcheck disable=SC2016 # that user's home
as "$who" /bin/sh -c '
umask 077
file=$HOME/.ssh/known_hosts
mkdir -p "$HOME/.ssh" && touch "$file" || exit
[ -z "$(tail -c 1 "$file")" ] || echo >>"$file"
for line in "$@"; do grep -qxF -e "$line" "$file" || printf "%s\\n" "$line" >>"$file" || exit; done' sh "$@"
`;

/** Looks at the PBX's nodes, and whether the control node can sign in to `servers`. Throws HostError. */
export async function readControlNode(host: Host, cluster: Cluster, servers: readonly Target[]): Promise<ControlNode> {
  const [trouble, refused] = await Promise.all([pbxTrouble(host, cluster), signInProblems(host, cluster, servers)]);
  return { ...(trouble !== undefined && { trouble }), refused };
}

/** What is wrong with the PBX's nodes now. */
export async function pbxTrouble(host: Host, cluster: Cluster): Promise<string | undefined> {
  const { scriptsPath = '', nodes } = cluster.pbx.highAvailability ?? {};
  const output = await host.run(HA_STATUS, [scriptsPath], { timeoutMs: STATUS_MS, repeatable: true });
  return readTrouble(output, nodes?.length);
}

/** Words with which Pacemaker says that something is not as it should be */
const TROUBLE = /\[error\]|\b(?:stopped|stopping|starting|failed|offline|unclean|standby)\b|\((?:disabled|blocked)\)/i;

/** Pure. `nodes`: how many there should be, where that is known. */
export function readTrouble({ code, stdout, stderr }: Output, nodes?: number): string | undefined {
  const lines = `${stdout}\n${stderr}`.split('\n').map(plain).filter(Boolean);
  const bad = lines.filter((line) => TROUBLE.test(line) && !/\[\s*\]$/.test(line));
  if (bad.length > 0) return bad.join('; ').slice(0, 300);
  if (code !== 0) return `exit ${code}: ${lines.at(-1) ?? 'no word'}`.slice(0, 300);
  const seen = new Set(
    lines.flatMap(
      (line) =>
        /\b(?:Masters|Slaves|Promoted|Unpromoted|Started): \[\s*(.*?)\s*\]$/.exec(line)?.[1]?.split(/\s+/) ?? [],
    ),
  );
  if (nodes !== undefined && seen.size > 0 && seen.size < nodes)
    return `only ${seen.size} of ${nodes} nodes are seen: ${[...seen].join(', ')}`;
  return lines.some((line) => /\bStarted\b/.test(line))
    ? undefined
    : `nothing is started: ${lines.at(-1) ?? 'no word'}`;
}

async function signInProblems(
  host: Host,
  cluster: Cluster,
  servers: readonly Target[],
): Promise<ReadonlyMap<string, Refused>> {
  if (servers.length === 0) return new Map();
  const output = await host.run(
    SIGN_IN,
    [cluster.ssh.user, String(AT_ONCE), ...servers.flatMap(({ address, ssh }) => [address, String(ssh.port)])],
    { timeoutMs: STATUS_MS, repeatable: true },
  );
  const answers = new Map(
    [...output.stdout.matchAll(/^(\d+) (\S+) ?(.*)$/gm)].map(([, code, address, said]) => [
      address ?? '',
      { code: Number(code), said: plain(said ?? '') },
    ]),
  );
  return new Map(
    servers.flatMap(({ address }): [string, Refused][] => {
      const { code, said } = answers.get(address) ?? { code: 1, said: plain(output.stderr) || 'no answer' };
      if (code === 0) return [];
      const why = /permission denied/i.test(said)
        ? 'key'
        : /host key|identification/i.test(said)
          ? 'host-key'
          : 'other';
      return [[address, { why, said: said || `exit ${code}` }]];
    }),
  );
}

/** The command that a person runs on the control node, as the user, for it to be let in. */
export function letInByHand(cluster: Cluster, { address, ssh }: Target): string {
  const port = ssh.port === 22 ? '' : `-p ${ssh.port} `;
  return `ssh-copy-id ${port}${cluster.ssh.user}@${address}`;
}

/** Lets the control node sign in to a server; may be done again. Throws HostError when it still cannot. */
export async function letControlNodeIn(control: Host, host: Host, cluster: Cluster, server: Machine): Promise<void> {
  const { user } = cluster.ssh;
  const run = async (on: Host, script: string, args: string[], what: string) => {
    const output = await on.run(script, [user, ...args], { timeoutMs: KEYS_MS, repeatable: true });
    if (output.code === 0) return output.stdout;
    const said = plain(output.stderr.trim().split('\n').at(-1) ?? '');
    throw failure(on, output.code === 9 ? NO_KEY(user) : `could not ${what}${said ? `: ${said}` : ''}`);
  };
  const key = publicKeys(await run(control, PUBLIC_KEY, [], 'show its public SSH key'))[0];
  if (!key) throw failure(control, NO_KEY(user));
  const own = publicKeys(
    await run(host, LET_IN, [key, `${key} ${user}@${control.machine.address}`], "take the control node's SSH key"),
  );
  const name = server.ssh.port === 22 ? server.address : `[${server.address}]:${server.ssh.port}`;
  // Read over a connection whose host key was checked: whoever answered there is who it says.
  await run(
    control,
    KNOW_HOSTS,
    own.map((line) => `${name} ${line}`),
    `learn the host keys of ${server.name}`,
  );
  const refused = (await signInProblems(control, cluster, [server])).get(server.address);
  if (refused)
    throw failure(
      control,
      `still cannot sign in to ${server.name} as ${user} (${refused.said})${refused.why === 'host-key' ? `; if an old key of that address is in its way: ssh-keygen -R ${name}` : ''}`,
    );
}

const NO_KEY = (user: string) => `has no SSH key of ${user}: run there, as ${user}: ssh-keygen -t ed25519`;

function failure({ machine }: Host, what: string): HostError {
  return new HostError(`${where(machine)} ${what}`, machine.name, 'command');
}

/** Type and key of each line that is one; comments and options are nobody's business. */
export function publicKeys(text: string): string[] {
  return [...text.matchAll(/^((?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+ [A-Za-z0-9+/]+=*)(?: .*)?$/gm)].map(
    (match) => match[1] ?? '',
  );
}

function plain(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, ' ')
    .trim()
    .slice(0, 300);
}
