import { isAddress, isCidr, sameCidr } from '../cluster/addresses';
import { parseFirewall } from './firewall-listing';
import { where } from './shell';
import { HostError } from './types';
import type { FirewallFacts, Host } from './types';

export interface SourceChange {
  action: 'add' | 'remove';
  /** Address or CIDR */
  source: string;
}

export interface SourceResult extends SourceChange {
  /** already: nothing had to be done. conflict: another zone has it, see `zone`. failed: see `message`. */
  outcome: 'ok' | 'already' | 'conflict' | 'failed';
  zone?: string;
  message?: string;
}

/** $1 mark. Both listings, as for facts: side by side, as each call of firewall-cmd takes a third of a second. */
export const LIST_ZONES = `
mark=$1
section() { printf '\\n%s %s\\n' "$mark" "$1"; }
list() {
  section state
  if ! command -v firewall-cmd >/dev/null; then echo missing; return 0; fi
  { section permanent; firewall-cmd --permanent --list-all-zones 2>/dev/null </dev/null; } | {
    if active=$(firewall-cmd --list-all-zones 2>/dev/null); then
      echo running
      section runtime
      printf '%s\\n' "$active"
      cat
      section end
    else
      echo stopped
    fi
  }
}
`;

/**
 * $1 mark, then `permanent:OPTION` and `runtime:OPTION` with `--add-source=…` and `--remove-source=…`. Each is done where it is asked
 * for and nothing is reloaded: a reload drops what others have only in the running firewall, such as a ban. One call for all of a
 * kind; where that does not go smoothly one for each, to learn which failed. Prints `failed SET:OPTION MESSAGE` lines, then the
 * listings after it.
 */
export const CHANGE_SOURCES = `${LIST_ZONES}
change() {
  if [ "$set" = permanent ]; then firewall-cmd --permanent --zone=trusted "$@" 2>&1; else firewall-cmd --zone=trusted "$@" 2>&1; fi
}
together() {
  set=$1
  kind=$2
  shift 2
  for option in "$@"; do
    shift
    case $option in "$set:$kind"=*) set -- "$@" "\${option#*:}" ;; *) ;; esac
  done
  [ $# -gt 0 ] || return 0
  if said=$(change "$@") && [ "$said" = success ]; then return 0; fi
  for option in "$@"; do
    said=$(change "$option") || printf 'failed %s:%s %s\\n' "$set" "$option" "$(printf '%s' "$said" | tr '\\n' ' ')"
  done
}
shift
# What is stored comes first: a run that is killed between the two has lost nothing, and the next one makes it active.
for where in permanent runtime; do
  together "$where" --add-source "$@"
  together "$where" --remove-source "$@"
done
list
`;

const FIREWALL_MS = 180_000;
const MARK = '--portsip-cluster--';

/**
 * Puts sources into firewalld's trusted zone and takes them out, for good and at once, without a reload.
 * What is there already is left; results are in the order of the changes. Throws HostError when firewalld does not run.
 */
export async function changeTrustedSources(host: Host, changes: readonly SourceChange[]): Promise<SourceResult[]> {
  if (changes.length === 0) return [];
  for (const { source } of changes)
    if (!isAddress(source) && !isCidr(source)) throw new TypeError(`not an address or CIDR: ${source}`);
  const before = readListing(
    host,
    await host.run(`${LIST_ZONES}\nlist`, [MARK], { timeoutMs: FIREWALL_MS, repeatable: true }),
  );
  const decided = changes.map((change) => decide(before, change));
  const options = [...new Set(decided.flatMap((decision) => decision.options))];
  if (options.length === 0) return decided.map(({ result }) => result);
  const output = await host.run(CHANGE_SOURCES, [MARK, ...options], { timeoutMs: FIREWALL_MS, repeatable: true });
  const after = readListing(host, output);
  const failures = new Map(
    [...output.stdout.matchAll(/^failed (\S+) (.*)$/gm)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  );
  return decided.map((decision) =>
    decision.options.length === 0
      ? decision.result
      : verify(
          after,
          decision.result,
          decision.options.map((option) => failures.get(option)).find((failure) => failure !== undefined),
        ),
  );
}

interface Decision {
  result: SourceResult;
  /** Of firewall-cmd, with where: `permanent:--add-source=…`, `runtime:--remove-source=…` */
  options: string[];
}

/** Pure: what has to be done for a change. */
export function decide(facts: FirewallFacts, change: SourceChange): Decision {
  const { permanent, runtime } = facts.trusted;
  const stored = find(permanent, change.source);
  const active = find(runtime, change.source);
  const done = (options: string[]): Decision => ({
    result: { ...change, outcome: options.length === 0 ? 'already' : 'ok' },
    options,
  });
  if (change.action === 'remove')
    return done([
      ...(stored === undefined ? [] : [`permanent:--remove-source=${stored}`]),
      ...(active === undefined ? [] : [`runtime:--remove-source=${active}`]),
    ]);
  const missing = [
    ...(stored === undefined ? [`permanent:--add-source=${change.source}`] : []),
    ...(active === undefined ? [`runtime:--add-source=${change.source}`] : []),
  ];
  const zone = Object.entries(facts.otherZones).find(([source]) => sameCidr(source, change.source))?.[1];
  return missing.length > 0 && zone !== undefined
    ? { result: { ...change, outcome: 'conflict', zone, message: conflict(change, zone) }, options: [] }
    : done(missing);
}

function verify(after: FirewallFacts, result: SourceResult, failure: string | undefined): SourceResult {
  const { action, source } = result;
  const there =
    find(after.trusted.permanent, source) !== undefined && find(after.trusted.runtime, source) !== undefined;
  const gone = find(after.trusted.permanent, source) === undefined && find(after.trusted.runtime, source) === undefined;
  if (action === 'add' ? there : gone) return { ...result, outcome: 'ok' };
  const zone = /ZONE_CONFLICT.*bound to '?([A-Za-z0-9_-]+)/.exec(failure ?? '')?.[1];
  if (zone !== undefined) return { ...result, outcome: 'conflict', zone, message: conflict(result, zone) };
  return {
    ...result,
    outcome: 'failed',
    message: failure
      ? `firewall-cmd: ${failure}`
      : `firewalld does not show it as ${action === 'add' ? 'added' : 'removed'}`,
  };
}

function conflict({ source }: SourceChange, zone: string): string {
  return `firewalld has ${source} in its zone ${zone}, and a source can be in one zone only: if it is right to trust it, take it out there first, with "${takeOut(zone, source)}"`;
}

function readListing(host: Host, output: { stdout: string; stderr: string }): FirewallFacts {
  const sections = new Map(
    output.stdout
      .split(`\n${MARK} `)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const),
  );
  const { machine } = host;
  const state = sections.get('state')?.trim();
  if (state === 'missing')
    throw new HostError(
      `${where(machine)} has no firewalld: install PortSIP PBX there first, or firewalld`,
      machine.name,
      'command',
    );
  if (state === 'stopped')
    throw new HostError(
      `${where(machine)} does not run firewalld: start it with "systemctl enable --now firewalld"`,
      machine.name,
      'command',
    );
  if (!sections.has('end'))
    throw new HostError(
      `${where(machine)} does not list its firewall zones: try "firewall-cmd --list-all-zones" there`,
      machine.name,
      'command',
    );
  return parseFirewall(state, sections.get('runtime'), sections.get('permanent'));
}

function find(sources: readonly string[], wanted: string): string | undefined {
  return sources.find((source) => sameCidr(source, wanted));
}

/** What a person runs to take a source out of a zone, for good and at once. A reload would drop what is not stored. */
export function takeOut(zone: string, source: string): string {
  const out = `--zone=${zone} --remove-source=${source}`;
  return `sudo firewall-cmd --permanent ${out}; sudo firewall-cmd ${out}`;
}
