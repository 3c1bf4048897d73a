import { createHash } from 'node:crypto';
import { SCRIPTS } from '../host/facts-script';
import { SCRIPT_GENERATIONS, generationOf, type ScriptGeneration } from '../host/control-scripts';
import type { ControlPlane } from '../host/control-plane';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { list } from '../text/list';
import type { Cluster } from '../cluster/types';
import { PBX_NAME } from './backups';
import type { Live } from './live';

/** Hosts that have control scripts of one generation. */
export interface ScriptsSeen {
  /** By what they can do. `none`: there are no scripts there; `unknown`: nobody can tell */
  generation: ScriptGeneration | 'none' | 'unknown';
  /** Of what is in them, in hex: two hosts with one have the very same files; undefined: not known, or there are none */
  hash?: string;
  /** Names of servers; `pbx` */
  on: readonly string[];
}

/**
 * Which control scripts each host has, the oldest first: what an upgrade can be told depends on them, and PortSIP wants them
 * refreshed on every host before one. With high availability they are a package of the control node's, which no host has.
 */
export function scriptsSeen(
  { servers }: Pick<Cluster, 'servers'>,
  { wantsReadyHosts }: Pick<ControlPlane, 'wantsReadyHosts'>,
  live: Pick<Live, 'main' | 'hosts'>,
): ScriptsSeen[] {
  if (!wantsReadyHosts) return [];
  const seen: { generation: ScriptsSeen['generation']; hash?: string; on: string[] }[] = [];
  const look = (name: string, facts: Reachable | undefined) => {
    const generation = onHost(facts);
    const hash = hashOf(facts);
    const like = seen.find((one) => one.generation === generation && one.hash === hash);
    if (like) like.on.push(name);
    else seen.push({ generation, ...(hash !== undefined && { hash }), on: [name] });
  };
  look(PBX_NAME, live.main);
  for (const { name } of servers) look(name, live.hosts.get(name));
  return [...SCRIPT_GENERATIONS, 'none' as const, 'unknown' as const].flatMap((generation) =>
    seen.filter((one) => one.generation === generation),
  );
}

/** Of the control scripts alone: what else is in their folder is not PortSIP's to refresh. */
function hashOf(facts: Reachable | undefined): string | undefined {
  if (!isReachable(facts) || facts.scriptSums === undefined || !isKnown(facts.scriptSums)) return undefined;
  const lines = Object.entries(facts.scriptSums)
    .filter(([name]) => SCRIPTS.includes(name))
    .map(([name, sum]) => `${sum} ${name}`);
  return lines.length === 0
    ? undefined
    : createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12);
}

function onHost(facts: Reachable | undefined): ScriptsSeen['generation'] {
  if (!isReachable(facts) || !isKnown(facts.scripts)) return 'unknown';
  return generationOf(facts) ?? (facts.scripts.length === 0 ? 'none' : 'unknown');
}

/** "PortSIP's control scripts: as of v22.6 on 6 hosts, as of v22.4 on im-server-1"; undefined: there is nothing to say. */
export function scriptsLine(
  scripts: readonly ScriptsSeen[] | undefined,
  word = (text: string): string => text,
): string | undefined {
  if (!scripts || scripts.length === 0) return undefined;
  const all = scripts.map(({ generation, hash, on }) => {
    // Where hosts of one generation have not all the same, it tells which have.
    const isMixed = hash !== undefined && scripts.filter((one) => one.generation === generation).length > 1;
    const where = on.length > MOST_NAMED ? `${on.length} hosts` : list(on.map(word));
    return `${LABELS[generation]}${isMixed ? ` (${hash})` : ''} on ${where}`;
  });
  return `PortSIP's control scripts: ${all.join(', ')}`;
}

const MOST_NAMED = 3;

const LABELS: Readonly<Record<ScriptsSeen['generation'], string>> = {
  'v22.4': 'as of v22.4',
  'v22.6': 'as of v22.6',
  'v22.8': 'as of v22.8',
  none: 'none',
  unknown: 'not known',
};
