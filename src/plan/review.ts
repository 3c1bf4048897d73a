import type { SettingChange } from '../cluster/settings';
import type { Change } from '../stages/change';
import { list } from '../text/list';
import { digestsIn, fingerprint, FINGERPRINT_BYTES, objectPart, outcomeMark, outcomeMarks } from './fingerprint';
import { withChanges } from './plan';
import type { Plan } from './types';

/** What people have seen and agreed to: as little of a plan as is needed to know each of its changes again. */
export interface Reviewed {
  /** The plan's digest */
  digest: string;
  /** How things are done, apart from what: by setting, a short hash of its value */
  settings: Readonly<Record<string, string>>;
  /** What images were, by name, where it was known */
  images?: Readonly<Record<string, string>>;
  /** Fingerprints of its changes; undefined: more than could be kept, so that only the very same plan counts */
  changes?: ReadonlySet<string>;
}

/** A change that nobody has reviewed. */
export interface Unreviewed {
  change: Change;
  /** One with this id was reviewed, but with other values */
  otherwise: boolean;
}

export function reviewedOf({ digest, cluster, settings, changes, images }: Plan): Reviewed {
  return {
    digest,
    settings,
    ...(images && { images: digestsIn(images) }),
    changes: new Set(changes.flatMap((change) => [fingerprint(cluster, change), ...outcomeMarks(cluster, change)])),
  };
}

/** Images that are others than when they were reviewed: their tag was moved since. What is not known is not called moved. */
export function movedImages({ images = {} }: Pick<Plan, 'images'>, { images: seen = {} }: Reviewed): string[] {
  return Object.entries(images).flatMap(([image, { digest }]) => {
    const before = Object.hasOwn(seen, image) ? seen[image] : undefined;
    return before === undefined || before === digest ? [] : [`${image} was ${before} and is ${digest} now`];
  });
}

/** The changes of `plan` that are not in what was reviewed. What is left undone of it by an interrupted run counts as reviewed. */
export function unreviewed(plan: Plan, reviewed: Reviewed): Unreviewed[] {
  if (plan.digest === reviewed.digest) return [];
  const is = reviewedCheck(plan, reviewed);
  const objects = new Set([...(reviewed.changes ?? [])].map(objectPart));
  return plan.changes.flatMap((change) =>
    is(change) ? [] : [{ change, otherwise: objects.has(objectPart(fingerprint(plan.cluster, change))) }],
  );
}

/** Whether a change was reviewed; with other settings none was. */
export function reviewedCheck(
  plan: Pick<Plan, 'cluster' | 'settings'>,
  reviewed: Reviewed,
): (change: Change) => boolean {
  const { changes } = reviewed;
  if (!changes || otherSettings(plan, reviewed).length > 0) return () => false;
  return (change) =>
    changes.has(fingerprint(plan.cluster, change)) ||
    isRepair(change) ||
    (isUnused(change) && outcomeMark(plan.cluster, change).some((mark) => changes.has(mark)));
}

/** Names of the settings that are not what they were when it was reviewed. */
export function otherSettings({ settings: now }: Pick<Plan, 'settings'>, { settings }: Reviewed): string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(settings)])].filter((name) => now[name] !== settings[name]);
}

function namesOf(settings: readonly SettingChange[]): string[] {
  return [...new Set(settings.map(({ name }) => name))];
}

/**
 * What several reviews agreed to, of which each saw its own part: what was in any of them, done with settings that each were in
 * one of them. The plan that is exactly one of them is just that.
 */
export function combined(
  reviews: readonly [Reviewed, ...Reviewed[]],
  now: Pick<Plan, 'settings' | 'digest'>,
): Reviewed {
  const same = reviews.find(({ digest }) => digest === now.digest);
  if (same) return same;
  const [last] = reviews;
  const settings = Object.entries(last.settings).map(([name, value]) => {
    const seen = reviews.find((one) => one.settings[name] === now.settings[name]);
    return [name, seen?.settings[name] ?? value];
  });
  const lists = reviews.flatMap(({ changes }) => changes ?? []);
  return {
    digest: last.digest,
    images: Object.assign({}, ...[...reviews].reverse().map(({ images }) => images)) as Record<string, string>,
    settings: Object.fromEntries(settings) as Record<string, string>,
    ...(lists.length > 0 && { changes: new Set(lists.flatMap((list) => [...list])) }),
  };
}

/** Adds up what was agreed to. */
export function together(one: Reviewed, other: Reviewed): Reviewed {
  return {
    ...one,
    images: { ...one.images, ...other.images },
    changes: new Set([...(one.changes ?? []), ...(other.changes ?? [])]),
  };
}

/** Nobody uses what it is about, neither before nor after, and nothing is taken away: to bring it to its end disturbs nobody. */
function isUnused(change: Change): boolean {
  const takesAway = change.action === 'delete' || (change.kind === 'role' && change.leaves !== undefined);
  return change.impact === 'none' && !takesAway;
}

/** A server that a run of ours disabled to drain it takes calls again. Nobody asked for it to be away. */
function isRepair(change: Change): boolean {
  if (change.kind !== 'portal-entry' || change.action !== 'update') return false;
  const { differences, present, wanted } = change;
  // Nothing but this differs.
  const enables = wanted.enabled && present?.enabled === false && differences.length === 1;
  return enables && change.causes.some(({ cause }) => cause === 'drained-by-us' || cause === 'was-dead');
}

/** As text without a character that means anything to HTML, to be hidden in a comment or kept in a file. */
export function packReviewed({ digest, settings, images = {}, changes }: Reviewed, most = Infinity): string {
  const fits = changes && changes.size <= most ? changes : undefined;
  const list = fits && Buffer.concat([...fits].sort().map((one) => Buffer.from(one, 'base64'))).toString('base64');
  const pairs = Object.entries(settings).map(([name, value]) => `${name}:${value}`);
  const seen = Object.entries(images).map(([name, value]) => `${Buffer.from(name).toString('base64')}:${value}`);
  const about = seen.length > 0 ? ` images=${seen.join(',')}` : '';
  return `digest=${digest} settings=${pairs.join(',')}${about} changes=${list === undefined ? '?' : list || '-'}`;
}

/** undefined for what `packReviewed` did not write. */
export function unpackReviewed(text: string): Reviewed | undefined {
  const found =
    /^digest=(sha256:[0-9a-f]{64}) settings=([\w.:+/=,]*)(?: images=([\w:+/=,]+))? changes=([A-Za-z0-9+/=]+|[?-])$/.exec(
      text,
    );
  if (!found) return undefined;
  const [, digest = '', settings = '', images, list = ''] = found;
  const bytes = Buffer.from(list.length > 1 ? list : '', 'base64');
  if (bytes.length % FINGERPRINT_BYTES !== 0) return undefined;
  const changes = Array.from({ length: bytes.length / FINGERPRINT_BYTES }, (_, index) =>
    bytes.subarray(index * FINGERPRINT_BYTES, (index + 1) * FINGERPRINT_BYTES).toString('base64'),
  );
  return {
    digest,
    settings: Object.fromEntries(
      settings
        .split(',')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
    ),
    ...(images !== undefined && {
      images: Object.fromEntries(
        images.split(',').map((pair) => {
          const [name = '', ...digestOfIt] = pair.split(':');
          return [Buffer.from(name, 'base64').toString(), digestOfIt.join(':')];
        }),
      ),
    }),
    ...(list !== '?' && { changes: new Set(changes) }),
  };
}

/** What a pull request says of the commit that is to be deployed. */
export type Found<Pull = { number: number; url: string }> =
  /** Plans as they were reviewed, the last one first: what came since the last deploy is deployed together */
  | { kind: 'plan'; plans: readonly [ReviewedIn<Pull>, ...ReviewedIn<Pull>[]] }
  /** Nobody has reviewed a plan */
  | { kind: 'none'; why: string }
  /** There is one that cannot be trusted */
  | { kind: 'refused'; why: string };

export interface ReviewedIn<Pull = { number: number; url: string }> {
  pull: Pull;
  reviewed: Reviewed;
}

export type Decision =
  | { go: true; why: 'nothing' | 'approved' | 'asked' | 'unreviewed-allowed'; allowed?: Reviewed }
  | { go: true; why: 'reviewed'; pulls: { number: number; url: string }[]; allowed: Reviewed; done: boolean }
  /** `settings`: names of those that nobody has reviewed as they are */
  | { go: false; why: string; differences: Unreviewed[]; settings: string[] };

export interface Question {
  /** What would be done now */
  plan: Plan;
  /** The same without what else whoever runs this asked for: a new token, a host that is gone */
  unasked: Plan;
  found: Found;
  /** Why the cluster file is not what is to be deployed now, whoever reviewed or approved it */
  outdated?: string;
  /** Digest of the plan that somebody approved */
  approve?: string;
  withoutReview: 'refuse' | 'allow';
}

/**
 * Whether a plan may be carried out: its digest was approved, or all of it was in the plan of the merged pull request, or
 * was asked for by whoever runs it. `allowed` is what the steps that follow may do; undefined: anything.
 */
export function decide({ plan, unasked, found, outdated, approve, withoutReview }: Question): Decision {
  const now = reviewedOf(plan);
  const stop = (why: string, changes: readonly Change[]): Decision => ({
    go: false,
    why,
    differences: changes.map((change) => ({ change, otherwise: false })),
    settings: namesOf(plan.changedSettings),
  });
  const settled = plan.changedSettings.length === 0;
  if (plan.changes.length === 0 && settled) return { go: true, why: 'nothing', allowed: now };
  if (outdated !== undefined) return stop(outdated, plan.changes);
  if (approve !== undefined)
    return approve === plan.digest
      ? { go: true, why: 'approved', allowed: now }
      : stop('What was approved is not what would be done now: the cluster has changed since, or the cluster file.', [
          ...plan.changes,
        ]);
  const known = new Set(unasked.changes.map(({ id, action }) => `${action} ${id}`));
  const asked = plan.changes.filter(({ id, action }) => !known.has(`${action} ${id}`));
  const rest = plan.changes.filter((change) => !asked.includes(change));
  if (rest.length === 0 && settled) return { go: true, why: 'asked', allowed: now };
  if (found.kind === 'refused') return stop(found.why, rest);
  if (found.kind === 'none')
    return withoutReview === 'allow' ? { go: true, why: 'unreviewed-allowed' } : stop(found.why, rest);
  // What an option changes in how a change is done was asked for: the change itself must be what was reviewed.
  const otherwise = new Map(unasked.changes.map((change) => [change.id, change]));
  const compared = withChanges(
    plan,
    rest.map((change) => otherwise.get(change.id) ?? change),
  );
  const [first, ...others] = found.plans;
  const reviewed = combined([first.reviewed, ...others.map((one) => one.reviewed)], compared);
  const pulls = found.plans.map(({ pull }) => pull);
  const where = list(pulls.map(({ number }) => `#${number}`));
  const moved = movedImages(plan, reviewed);
  if (moved.length > 0)
    return stop(`An image is not what was reviewed in ${where}, since its tag was moved: ${list(moved)}.`, rest);
  const differences = unreviewed(compared, reviewed);
  const settings = otherSettings(plan, reviewed);
  // Settings that are not what was deployed last take effect by being deployed, whether or not they change a server.
  if (differences.length > 0 || (!settled && settings.length > 0))
    return {
      go: false,
      why:
        reviewed.changes || settings.length > 0
          ? `What would be done now is not what was reviewed in ${where}.`
          : `The plan of ${where} has too many changes to be kept with its comment, so only the very same plan is known again, and this is not it.`,
      differences,
      settings,
    };
  return {
    go: true,
    why: 'reviewed',
    pulls,
    allowed: together(now, reviewed),
    done: plan.digest !== reviewed.digest,
  };
}
