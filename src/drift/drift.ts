import { createHash } from 'node:crypto';
import type { Cluster } from '../cluster/types';
import { compare, findServer } from '../stages/names';
import { IMPACTS, type Change, type Finding, type Impact } from '../stages/types';
import { deed, telling } from '../render/words';
import type { Plan } from '../plan/types';

/** One thing in the live cluster that is not as the cluster file says. */
export interface DriftItem {
  /** The id of the change that a deploy would make, `unmanaged/NAME` or `finding/CODE/NAME` */
  id: string;
  server?: string;
  /** What a deploy would do: "install media-server-1"; undefined: nothing, a person has to */
  deed?: string;
  /** What differs; the same for the same drift, whatever the hour */
  what: string;
  impact: Impact;
}

/** What a look at the live cluster found. */
export interface Drift {
  items: DriftItem[];
  /** Servers whose host did not answer: what was known of them is neither there nor gone */
  unseen: string[];
  /** Not every firewall could be read: what was known of them is neither there nor gone */
  firewallUnseen: boolean;
  /** Restarts that an earlier deploy still owes: its own debt, no drift */
  owed: string[];
  /** Trusted sources that are left alone, and the like: told, but no drift */
  notes: string[];
}

/** Findings that say that somebody changed the live cluster, and that no deploy puts right. */
const DRIFTED = ['firewalld-not-running', 'zone-conflict', 'address-denied'];

/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
export function driftOf(plan: Plan): Drift {
  const { changes, warnings } = plan;
  const unmanaged = warnings.filter(({ code }) => code === 'unmanaged-server');
  const drifted = warnings.filter(({ code }) => DRIFTED.includes(code));
  return {
    items: inOrder([
      ...changes.filter(({ stage }) => stage !== 'restart').map(fromChange),
      ...unmanaged.map((finding) => fromFinding(`unmanaged/${finding.server ?? ''}`, finding)),
      ...drifted.map((finding) => fromFinding(`finding/${finding.code}/${finding.server ?? ''}`, finding)),
    ]),
    unseen: [
      ...new Set(
        warnings.flatMap(({ code, server }) => (code === 'host-unreachable' && server !== undefined ? [server] : [])),
      ),
    ].sort(compare),
    firewallUnseen: warnings.some(({ code }) => code === 'node-unreachable' || code === 'firewalld-not-running'),
    owed: changes.filter(({ stage }) => stage === 'restart').map(({ id }) => id),
    notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
  };
}

/** The same with all that machines said put through `say`. */
export function inWords(drift: Drift, say: (text: string) => string): Drift {
  const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
  return { ...drift, items, notes: drift.notes.map(say) };
}

function fromChange(change: Change): DriftItem {
  const { id, action, server, reason, impact } = change;
  const values = telling(change).map(
    ({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`,
  );
  // Of what is missing as a whole, or is one too many, the reason tells more than its values.
  const what = values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : reason;
  return { id, ...(server !== undefined && { server }), deed: deed(change), what, impact };
}

function fromFinding(id: string, { server, message }: Finding): DriftItem {
  return { id, ...(server !== undefined && { server }), what: message, impact: 'none' };
}

/**
 * What there is, and what there was that this look could not see: a host that does not answer hides what is on it, and drift
 * that nobody saw end has not ended.
 */
export function carry(
  before: readonly DriftItem[],
  { items, unseen, firewallUnseen }: Drift,
  cluster: Cluster,
): DriftItem[] {
  const present = new Set(items.map(({ id }) => id));
  const hidden = new Set(unseen);
  const roles = new Set(unseen.map((name) => findServer(cluster, name)?.role));
  const isHidden = ({ id, server }: DriftItem): boolean => {
    const [kind, name] = id.split('/');
    // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
    if (kind === 'built-in') return [...roles].some((role) => role === name);
    if (firewallUnseen && (kind === 'firewall' || id.startsWith('finding/zone-conflict/'))) return true;
    if (server === undefined || !hidden.has(server)) return false;
    // The portal and the main server were asked; of what left the file everything waits for its host.
    return kind === 'role' || !findServer(cluster, server);
  };
  return inOrder([...items, ...before.filter((item) => !present.has(item.id) && isHidden(item))]);
}

/** `sha256:` of what has drifted; the same set has the same digest. */
export function driftDigest(items: readonly DriftItem[]): string {
  const what = inOrder(items).map(key);
  return `sha256:${createHash('sha256').update(JSON.stringify(what)).digest('hex')}`;
}

/** What came, and what went. What differs in another way than before is in both. */
export function compareDrift(before: readonly DriftItem[], now: readonly DriftItem[]) {
  const had = new Set(before.map(key));
  const have = new Set(now.map(key));
  return { came: now.filter((item) => !had.has(key(item))), went: before.filter((item) => !have.has(key(item))) };
}

const key = ({ id, deed: does = '', what }: DriftItem): string => JSON.stringify([id, does, what]);

function inOrder(items: readonly DriftItem[]): DriftItem[] {
  return [...items].sort((a, b) => compare(a.server ?? '', b.server ?? '') || compare(a.id, b.id));
}

/** Whatever was written, only items of the right shape; undefined when it holds none at all. */
export function readItems(value: unknown): DriftItem[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: DriftItem[] = [];
  for (const entry of value as unknown[]) {
    if (!Array.isArray(entry)) return undefined;
    const [id, server, does, what, impact] = entry as unknown[];
    const known = IMPACTS.find((one) => one === impact);
    if (typeof id !== 'string' || typeof what !== 'string' || known === undefined) return undefined;
    items.push({
      id,
      ...(typeof server === 'string' && { server }),
      ...(typeof does === 'string' && { deed: does }),
      what,
      impact: known,
    });
  }
  return items;
}

/** For `readItems`. */
export function writeItems(items: readonly DriftItem[]): unknown[] {
  return items.map(({ id, server, deed: does, what, impact }) => [id, server ?? null, does ?? null, what, impact]);
}
