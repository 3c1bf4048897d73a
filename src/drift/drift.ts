import { createHash } from 'node:crypto';
import { IMPACTS, isRole, type Impact, type Role } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import type { Plan } from '../plan/types';
import { stageOf, wordsOf } from '../stages';
import { UNSEEN_CODES } from '../stages/unseen';
import type { Change } from '../stages/change';
import { compare } from '../text/natural-order';

/** One thing in the live cluster that is not as the cluster file says. */
export interface DriftItem {
  /** What it is called from look to look: the id of the change that a deploy would make, `unmanaged/NAME` or `finding/CODE/NAME` */
  id: string;
  /** `change`: a deploy would end it. `unmanaged`: a server that the cluster file does not have. `finding`: a person has to. */
  kind: 'change' | 'unmanaged' | 'finding';
  server?: string;
  /** What a deploy would do: "install media-server-1"; undefined: nothing */
  deed?: string;
  /** What differs; the same for the same drift, whatever the hour */
  what: string;
  impact: Impact;
  /** Where one has to look to see it; undefined: an earlier release wrote it down without */
  sight?: Sight;
}

/** The portal, the host of the server, every firewall of the PBX, the registries of images, or all hosts of a role. */
export type Sight = { on: 'portal' | 'host' | 'firewall' | 'registry' } | { on: 'hosts'; role: Role };

/** What a look at the live cluster found. */
export interface Drift {
  items: DriftItem[];
  /** Servers whose host did not answer, or did not tell all: what was known of them is neither there nor gone */
  unseen: string[];
  /** Not every firewall could be read: what was known of them is neither there nor gone */
  firewallUnseen: boolean;
  /** Not every tag could be looked up: what was known of them is neither there nor gone */
  registryUnseen: boolean;
  /** Restarts that an earlier deploy still owes: its own debt, no drift */
  owed: string[];
  /** Trusted sources that are left alone, and the like: told, but no drift */
  notes: string[];
}

/** Findings that say that somebody changed the live cluster, and that no deploy ends; with where they are seen. */
const DRIFTED: ReadonlyMap<string, Sight> = new Map([
  ['firewalld-not-running', { on: 'portal' }],
  ['zone-conflict', { on: 'firewall' }],
  ['zone-overlap', { on: 'firewall' }],
  ['address-denied', { on: 'portal' }],
  ['address-taken', { on: 'portal' }],
  ['name-taken', { on: 'portal' }],
  ['role-changed', { on: 'portal' }],
  ['not-ours', { on: 'host' }],
  ['host-shared', { on: 'host' }],
  ['one-machine', { on: 'host' }],
  ['listed-twice', { on: 'portal' }],
  ['offline', { on: 'portal' }],
  ['taken-out-dead', { on: 'portal' }],
  ['pbx-certificate-expires', { on: 'portal' }],
  ['tag-moved', { on: 'registry' }],
]);

/** Findings that say that a host, or a firewall, could not be seen */
const HIDES_HOST: ReadonlySet<string> = new Set(['host-unreachable', ...UNSEEN_CODES]);
const HIDES_FIREWALL: ReadonlySet<string> = new Set(['node-unreachable', 'firewalld-not-running', 'firewall-unknown']);

/** Pure. The plan is one for the live cluster as a whole, with no restart asked for. */
export function driftOf(plan: Plan): Drift {
  const { changes, warnings } = plan;
  const isRestart = (change: Change) => stageOf(change) === 'restart';
  const findings = warnings.flatMap((finding): DriftItem[] => {
    const { code, server = '' } = finding;
    const sight = DRIFTED.get(code);
    if (code === 'unmanaged-server') return [fromFinding('unmanaged', `unmanaged/${server}`, finding)];
    if (!sight) return [];
    return [fromFinding('finding', findingItem(finding), finding, sight)];
  });
  return {
    items: inOrder([...changes.filter((change) => !isRestart(change)).map(fromChange), ...findings]),
    unseen: [
      ...new Set(
        warnings.flatMap(({ code, server }) => (HIDES_HOST.has(code) && server !== undefined ? [server] : [])),
      ),
    ].sort(compare),
    firewallUnseen: warnings.some(({ code }) => HIDES_FIREWALL.has(code)),
    registryUnseen: warnings.some(({ code }) => code === 'tag-unknown'),
    owed: changes.filter(isRestart).map(({ id }) => id),
    notes: warnings.filter(({ code }) => code === 'unmanaged-source').map(({ message }) => message),
  };
}

/** What the item of a finding is called */
export function findingItem({ code, server = '' }: Pick<Finding, 'code' | 'server'>): DriftItem['id'] {
  return `finding/${code}/${server}`;
}

/** The same with all that machines said put through `say`. */
export function inWords(drift: Drift, say: (text: string) => string): Drift {
  const items = drift.items.map((item) => ({ ...item, what: say(item.what) }));
  return { ...drift, items, notes: drift.notes.map(say) };
}

function fromChange(change: Change): DriftItem {
  const { id, action, server, impact } = change;
  const words = wordsOf(change);
  const values = (words.selfExplaining?.(change) ? [] : words.differences(change)).map(
    ({ name, before, after }) => `${name} is ${before ?? 'not set'}, should be ${after ?? 'not set'}`,
  );
  // Of what is missing as a whole, or is one too many, the reason tells more than its values.
  const differs =
    values.length > 0 && (action === 'update' || action === 'replace') ? values.join('; ') : words.reason(change);
  // A server is named beside it; of the PBX it has to be said what of it differs.
  const what = server === undefined ? `${words.object(change)}: ${differs}` : differs;
  const [verb, particle] = words.deed(change);
  return {
    id,
    kind: 'change',
    ...(server !== undefined && { server }),
    deed: [verb, words.target(change), particle].filter(Boolean).join(' '),
    what,
    impact,
    sight: sightOf(change),
  };
}

function sightOf(change: Change): Sight {
  switch (change.kind) {
    case 'trusted-source':
    case 'source-removal':
      return { on: 'firewall' };
    case 'control-scripts':
    case 'host-preparation':
    case 'registry-sign-in':
    case 'registry-sign-out':
    case 'role':
    case 'role-removal':
    case 'pbx-image':
    case 'callers-back':
    case 'backup':
      return { on: 'host' };
    // Whether a built-in server can be turned off depends on what runs on the hosts of its role.
    case 'built-in-on':
    case 'built-in-off':
      return { on: 'hosts', role: change.role };
    case 'whitelist-entry':
    case 'whitelist-removal':
    case 'portal-entry':
    case 'portal-entry-removal':
    case 'im-addresses':
    case 'im-addresses-removal':
    case 'dead-server-off':
    case 'dead-server-on':
    case 'sbc-settings':
    case 'token':
    case 'ssh-key':
    case 'server-restart':
    case 'pbx-restart':
    case 'load-balancer-restart':
      return { on: 'portal' };
  }
}

function fromFinding(
  kind: 'unmanaged' | 'finding',
  id: string,
  { server, message }: Finding,
  sight: Sight = { on: 'portal' },
): DriftItem {
  return { id, kind, ...(server !== undefined && { server }), what: message, impact: 'none', sight };
}

/** Whether a look that did not see everything could have seen an item. */
export function couldSee(
  { server, sight }: DriftItem,
  { unseen, firewallUnseen, registryUnseen }: Pick<Drift, 'unseen' | 'firewallUnseen' | 'registryUnseen'>,
  cluster: Pick<Cluster, 'servers'>,
): boolean {
  const inFile = (name: string) => cluster.servers.find((one) => one.name === name);
  // Nobody can say what such a look had to see.
  if (!sight) return unseen.length === 0 && !firewallUnseen;
  if (sight.on === 'hosts') return !unseen.some((name) => inFile(name)?.role === sight.role);
  if (sight.on === 'firewall' && firewallUnseen) return false;
  if (sight.on === 'registry' && registryUnseen) return false;
  if (server === undefined || !unseen.includes(server)) return true;
  // The portal and the main server were asked; of what left the file everything waits for its host.
  return sight.on !== 'host' && inFile(server) !== undefined;
}

/**
 * What there is, and what there was that this look could not see: a host that does not answer hides what is on it, and drift
 * that nobody saw end has not ended.
 */
export function carry(before: readonly DriftItem[], drift: Drift, cluster: Cluster): DriftItem[] {
  const present = new Set(drift.items.map(({ id }) => id));
  return inOrder([
    ...drift.items,
    ...before.filter((item) => !present.has(item.id) && !couldSee(item, drift, cluster)),
  ]);
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
  const entries: unknown[] = value;
  const items: DriftItem[] = [];
  for (const entry of entries) {
    if (!Array.isArray(entry)) return undefined;
    const fields: unknown[] = entry;
    const [id, server, does, what, impact, kind, on, role] = fields;
    const known = IMPACTS.find((one) => one === impact);
    if (typeof id !== 'string' || typeof what !== 'string' || known === undefined) return undefined;
    const sight = readSight(on, role);
    items.push({
      id,
      // Earlier releases wrote none.
      kind: ITEM_KINDS.find((one) => one === kind) ?? (typeof does === 'string' ? 'change' : 'finding'),
      ...(typeof server === 'string' && { server }),
      ...(typeof does === 'string' && { deed: does }),
      what,
      impact: known,
      ...(sight && { sight }),
    });
  }
  return items;
}

const ITEM_KINDS = ['change', 'unmanaged', 'finding'] as const;

function readSight(on: unknown, role: unknown): Sight | undefined {
  if (on === 'hosts') return typeof role === 'string' && isRole(role) ? { on, role } : undefined;
  return on === 'portal' || on === 'host' || on === 'firewall' || on === 'registry' ? { on } : undefined;
}

/** For `readItems`. */
export function writeItems(items: readonly DriftItem[]): unknown[] {
  return items.map(({ id, kind, server, deed: does, what, impact, sight }) => [
    id,
    server ?? null,
    does ?? null,
    what,
    impact,
    kind,
    ...(sight ? [sight.on] : []),
    ...(sight?.on === 'hosts' ? [sight.role] : []),
  ]);
}
