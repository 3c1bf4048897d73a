import { createHash, randomBytes } from 'node:crypto';
import { nameInConfig, type Registry } from '../cluster/registry';
import { isKnown, unknown, type Reading } from './reading';
import { HostError, type Host, type LoginLook, type Output, type RegistryLogin } from './types';

/*
 * Root's Docker of a host is signed in to the operator's registry, and the control scripts pull with that. Their own options (-U -P -R)
 * are not used, although they would do as well: the token is then an argument of the script and of its docker, which everybody on the host
 * sees in `ps`; the script prints it ("[info]: args …"); the job that runs it would hold it in a file; and scripts since v22.6 keep it as
 * HUB_TOKEN in clear in their configuration, and sign in with that again at each upgrade, whatever the token is by then. No script needs
 * them: without -U and -P they sign nobody in and just pull. Source: cluster_ctl.sh, im_ctl.sh, dataflow_ctl.sh, pbx_ctl.sh and
 * sbc_ctl.sh of January and mid 2026.
 *
 * The token goes over the standard input of SSH and of docker. What is there is compared by a hash with a salt that is new each time, so that
 * neither token nor anything by which it could be known again leaves the host.
 */

/** What Docker keeps of a login, in base64 */
export function authOf(username: string, token: string): string {
  return Buffer.from(`${username}:${token}`).toString('base64');
}

export function lookFor(registry: Registry, token: string | undefined): LoginLook {
  const salt = randomBytes(16).toString('hex');
  if (token === undefined) return { registry, salt };
  const sum = createHash('sha256')
    .update(`${salt}\n${authOf(registry.username, token)}`)
    .digest('hex');
  return { registry, salt, sum };
}

/**
 * `registry_login NAME SALT` prints nothing (not signed in), `helper` (a credential helper keeps it, which tells nobody), or `user NAME` and
 * `sum HEX`. Fails where the file cannot be read. A login is a flat object in it, and neither names nor base64 have anything to escape.
 */
export const LOGIN_FUNCTIONS = `
registry_login() {
  config=\${DOCKER_CONFIG:-\${HOME:-/root}/.docker}/config.json
  [ -e "$config" ] || return 0
  # shellcheck disable=SC2016 # as they are
  text=$(tr -d ' \\t\\r\\n' <"$config" 2>/dev/null) || return 1
  case $text in '{'*'}') ;; *) return 1 ;; esac
  case $text in *"\\"$1\\":\\""*) echo helper; return 0 ;; *) ;; esac
  case $text in *"\\"$1\\":{"*) ;; *) return 0 ;; esac
  case $text in *'"credsStore":"'[!\\"]*) echo helper; return 0 ;; *) ;; esac
  entry=\${text#*"\\"$1\\":{"}
  entry=\${entry%%\\}*}
  case $entry in *'"identitytoken":"'[!\\"]*) echo helper; return 0 ;; *) ;; esac
  case $entry in *'"auth":"'[!\\"]*) ;; *) return 0 ;; esac
  auth=\${entry#*'"auth":"'}
  auth=\${auth%%\\"*}
  user=$(printf %s "$auth" | base64 -d 2>/dev/null | head -n 1)
  echo "user \${user%%:*}"
  sum=$(printf '%s\\n%s' "$2" "$auth" | sha256sum) || return 1
  echo "sum \${sum%% *}"
}
`;

/** What `registry_login` printed. */
export function readLogin(text: string, { registry, sum }: LoginLook): Reading<RegistryLogin | 'none'> {
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length === 0) return 'none';
  if (lines.includes('helper')) return unknown('a credential helper, or the registry itself, keeps it');
  const username = lines.find((line) => line.startsWith('user '))?.slice('user '.length, 300);
  const found = /^sum ([0-9a-f]{64})$/m.exec(text)?.[1];
  if (username === undefined || found === undefined) return unknown('what Docker has of it cannot be used');
  const current = sum === undefined ? unknown('there is no token to compare it with') : found === sum;
  return { server: registry.server, username, current: username === registry.username ? current : false };
}

/** $1 name in the configuration, $2 salt, $3 the wanted login's hash, $4 registry, $5 user; the token on standard input. */
export const REGISTRY_SIGN_IN = `${LOGIN_FUNCTIONS}
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
if registry_login "$1" "$2" </dev/null | grep -qx "sum $3"; then printf 'user %s\\nsum %s\\n' "$5" "$3"; exit 0; fi
docker login --username "$5" --password-stdin "$4" >&2 || exit
registry_login "$1" "$2" </dev/null
`;

/** $1 name in the configuration, $2 registry, $3 user. Somebody else's login stays. */
export const REGISTRY_SIGN_OUT = `${LOGIN_FUNCTIONS}
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
found=$(registry_login "$1" -) || exit
[ -n "$found" ] || exit 0
case "$found
" in "user $3
"*) ;; *) echo kept; exit 0 ;; esac
# By its name in the configuration: Docker signs in to docker.io, and out of https://index.docker.io/v1/ only.
docker logout "$1" >&2 || exit
[ -z "$(registry_login "$1" -)" ]
`;

/** The registry does not want this user and token, whichever host brings them. */
export class RegistryRefusal extends HostError {
  constructor({ message, host, code }: HostError) {
    super(message, host, code);
  }
}

/** How Docker and registries say so, each in words of its own: "401 Unauthorized" with Docker's own registry, by Docker 20.10 and 28 */
const REFUSED = /unauthorized|denied|incorrect username or password|authentication required/i;

/** Signs root's Docker in, unless it is already. Throws RegistryRefusal, or HostError with Docker's own words. */
export async function signIn(host: Host, registry: Registry, token: string): Promise<void> {
  const look = lookFor(registry, token);
  const { server, username } = registry;
  const args = [nameInConfig(server), look.salt, look.sum ?? '', server, username];
  const output = await host.run(REGISTRY_SIGN_IN, args, { input: token, repeatable: true });
  const login = output.code === 0 ? readLogin(output.stdout, look) : undefined;
  if (login === undefined) {
    const error = failed(host, `does not sign in to ${server} as ${username}`, output);
    throw REFUSED.test(output.stderr) ? new RegistryRefusal(error) : error;
  }
  // Of a credential helper's it is not known, and it has just taken it.
  if (login === 'none' || (isKnown(login) && login.current !== true))
    throw failed(host, `says that it signed in to ${server} as ${username}, and keeps something else`, output);
}

/** Signs it out again. false: somebody has signed it in as another user since, and that stays. */
export async function signOut(host: Host, { server, username }: Registry): Promise<boolean> {
  const output = await host.run(REGISTRY_SIGN_OUT, [nameInConfig(server), server, username], { repeatable: true });
  if (output.code !== 0) throw failed(host, `does not sign out of ${server}`, output);
  return output.stdout.trim() !== 'kept';
}

function failed({ machine }: Host, what: string, { code, stderr }: Output): HostError {
  const said = stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^WARNING|^Configure a credential|^https:\/\/docs\./.test(line));
  return new HostError(
    `Docker on ${machine.name} ${what} (exit ${code}): ${said.at(-1)?.trim() ?? 'it does not say why'}`,
    machine.name,
    'command',
  );
}
