import { IMPACTS, isRole, type Impact } from '../cluster/roles';
import { whatFollows, type SettingChange } from '../cluster/settings';
import type { Finding } from '../finding';
import type { ImageSeen } from '../host/image-digests';
import { KINDS, stageOf, wordsOf } from '../stages';
import { ACTIONS, type Change, type ChangeAction, type ChangeId, type Difference, type Kind } from '../stages/change';
import type { ScriptsSeen } from '../stages/script-generations';
import type { StageName } from '../stages/stage';
import { isObject } from '../unknown';
import { decided, digestOf } from './fingerprint';
import { heldIn } from './held';
import type { Plan } from './types';

/*
 * plan.json, for programs and for `deploy --plan`. What a change says to people stands beside what it is: only the latter
 * (`decides`) is ever read back.
 */

export interface PlanDocument {
  version: 1;
  cluster: string;
  digest: string;
  live: boolean;
  settings: Readonly<Record<string, string>>;
  /** With what follows, for people */
  changedSettings: (SettingChange & { follows: string })[];
  images?: Readonly<Record<string, ImageSeen>>;
  scripts?: readonly ScriptsSeen[];
  changes: ChangeDocument[];
  warnings: Finding[];
}

export interface ChangeDocument {
  id: ChangeId;
  stage: StageName;
  action: ChangeAction;
  server?: string;
  /** For people */
  reason: string;
  impact: Impact;
  /** Ids of what must be done before */
  needs: ChangeId[];
  /** Ids of which one must be done before, at least; left out: none, or those of `oneOfAs` */
  oneOf?: ChangeId[];
  /** An earlier change of the list that has the very same `oneOf`: of a thousand restarts each has all new servers */
  oneOfAs?: ChangeId;
  attributes: Difference[];
  /** A deploy does not do it: something blocks it, or what it needs */
  blocked?: true;
  /** Everything that decides what is done */
  decides: Record<string, unknown>;
}

export function planDocument(plan: Plan): PlanDocument {
  const { version, cluster, digest, live, settings, changedSettings, images, scripts, changes, warnings } = plan;
  const held = heldIn(plan);
  return {
    version,
    cluster,
    digest,
    live,
    settings,
    changedSettings: changedSettings.map((change) => ({ ...change, follows: whatFollows(change) })),
    ...(images && { images }),
    ...(scripts && { scripts }),
    changes: changes.map(documenting()).map((change) => ({
      ...change,
      ...(held.has(change.id) && { blocked: true as const }),
    })),
    warnings,
  };
}

/** What is said of the changes of one list, one after the other. A list that many of them share is written out once. */
export function documenting(): (change: Change) => ChangeDocument {
  const written = new Map<readonly ChangeId[], ChangeId>();
  return (change) => {
    const { id, oneOf = [] } = change;
    const same = written.get(oneOf);
    if (same === undefined) written.set(oneOf, id);
    return changeDocument(
      change,
      oneOf.length === 0 ? {} : same === undefined ? { oneOf: [...oneOf] } : { oneOfAs: same },
    );
  };
}

function changeDocument(change: Change, oneOf: Pick<ChangeDocument, 'oneOf' | 'oneOfAs'>): ChangeDocument {
  const words = wordsOf(change);
  return {
    id: change.id,
    stage: stageOf(change),
    action: change.action,
    ...(change.server !== undefined && { server: change.server }),
    reason: words.reason(change),
    impact: change.impact,
    needs: [...change.needs],
    ...oneOf,
    attributes: words.differences(change),
    decides: decided(change),
  };
}

/** No plan is; whatever looks into one goes down with it. */
const DEEPEST = 50;

function isDeep(value: object): boolean {
  let level: object[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      Object.values(one).filter((inner): inner is object => typeof inner === 'object' && inner !== null),
    );
  }
  return false;
}

/** The plan that a document describes; undefined for what `planDocument` did not make. */
export function readPlanDocument(value: unknown): Plan | undefined {
  if (!isObject(value) || value['version'] !== 1 || typeof value['cluster'] !== 'string') return undefined;
  if (isDeep(value)) return undefined;
  const { cluster, settings } = value;
  if (!isTexts(settings) || !Array.isArray(value['changes'])) return undefined;
  const changes = value['changes'].map(readChange);
  if (!changes.every((change) => change !== undefined)) return undefined;
  // What counts is what it says, so its digest is computed again.
  const images = readImages(value['images']);
  const digest = digestOf(cluster, settings, changes, images);
  return {
    version: 1,
    cluster,
    digest,
    settings,
    changedSettings: [],
    ...(images && { images }),
    live: value['live'] === true,
    changes,
    warnings: [],
  };
}

function readImages(value: unknown): Plan['images'] {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).flatMap(([image, seen]): [string, ImageSeen][] =>
    isObject(seen) && typeof seen['digest'] === 'string' ? [[image, { digest: seen['digest'] }]] : [],
  );
  return Object.fromEntries(entries);
}

/** What a document says of the plan as a whole, beside what is in it. */
export interface Stated {
  digest?: string;
  /** What blocks all of it, in the words of whoever made it */
  blockedBy: string[];
}

export function statedIn(value: unknown): Stated {
  if (!isObject(value)) return { blockedBy: [] };
  const { digest, warnings } = value;
  const blockedBy = (Array.isArray(warnings) ? warnings : []).flatMap((finding: unknown) => {
    const { severity, server, change, message } = isObject(finding) ? finding : {};
    return severity === 'blocking' && server === undefined && change === undefined && typeof message === 'string'
      ? [message]
      : [];
  });
  return { ...(typeof digest === 'string' && { digest }), blockedBy };
}

function readChange(value: unknown): Change | undefined {
  if (!isObject(value)) return undefined;
  const { decides, impact } = value;
  const known = IMPACTS.find((one) => one === impact);
  if (!isObject(decides) || known === undefined) return undefined;
  const change = { ...decides, causes: [], impact: known, needs: [], after: [] };
  // Whoever reads the file sees these.
  const shown = (['id', 'action', 'server'] as const).every((field) => decides[field] === value[field]);
  return shown && isChange(change) ? change : undefined;
}

/** As far as it is looked at here: it is compared as a whole, and never carried out. */
function isChange(value: Record<string, unknown>): value is Record<string, unknown> & Change {
  const { kind, id, action, wanted, differences } = value;
  const known = KINDS.some((one: Kind) => one === kind) && ACTIONS.some((one) => one === action);
  return (
    known &&
    typeof id === 'string' &&
    (!HAS_ROLE.has(kind) || (isObject(wanted) && hasRole(wanted))) &&
    (differences === undefined || (Array.isArray(differences) && differences.every(isDifference)))
  );
}

/** Whose built-in server may stand in: their role is looked up. */
const HAS_ROLE: ReadonlySet<unknown> = new Set<Kind>(['role', 'server-restart']);

function hasRole({ role }: Record<string, unknown>): boolean {
  return typeof role === 'string' && isRole(role);
}

function isDifference(value: unknown): boolean {
  return isTexts(value) && 'name' in value;
}

function isTexts(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}
