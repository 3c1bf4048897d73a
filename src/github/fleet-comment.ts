import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FleetPlan } from '../plan/fleet-plans';
import { packReviewed, unpackReviewed, type Reviewed } from '../plan/review';
import { code } from '../text/markdown';
import { list, plural } from '../text/list';
import { COMMENT_LIMIT, sealed, type Comments, type PlanRun, type PullRequest } from './comment';
import { hidden } from './hidden';
import type { Comment } from './repository';

export interface FleetComment {
  plans: readonly FleetPlan[];
  pull: PullRequest;
  run: PlanRun;
  /** Which clusters these are, where several jobs each plan some of them */
  part?: string;
  /** Seals the comment, as that of a plan of its own */
  key?: string;
  /** Markdown of at most so many characters */
  render(limit: number): string;
}

/** At the start of the one comment on the plans of many clusters */
export const FLEET_BEGIN = '<!-- portsip-cluster fleet -->';
const PART = '<!-- portsip-cluster fleet-part ';

/** Whether it names part of the clusters: it stands in the comment as it is. */
export const isPart = (text: string): boolean => /^[\w.-]{1,60}$/.test(text);

const beginOf = (part: string | undefined): string =>
  `${FLEET_BEGIN}\n${part === undefined ? '' : `${PART}${part} -->\n`}`;

const isOfPart = (body: string, part: string | undefined): boolean =>
  body.startsWith(beginOf(part)) && (part !== undefined || !body.startsWith(beginOf(part) + PART));

/** Characters that are kept for what people read, however much there is to be hidden */
const LEAST_PAGE = 26_000;
/** Bytes that what is hidden can come to, unpacked: GitHub's limit keeps ours far below it. */
const MOST_UNPACKED = 8 * 1024 * 1024;

/**
 * The page, and hidden below it what a deploy must know of each cluster's plan to tell whether what it is about to do was shown: as
 * much as a plan's own comment hides, but packed, since settings are much the same from cluster to cluster. It is trusted by who wrote
 * it, whether anybody edited it, and its seal.
 */
export function fleetBody(comment: FleetComment): string {
  const { plans, pull, run, part, key } = comment;
  const shown = plans.flatMap(({ name, wave, plan }) =>
    plan.known && plan.asked ? [{ name, wave, reviewed: plan.reviewed }] : [],
  );
  const begin = hidden('fleet-plans', { head: pull.head, run: `${run.id}.${run.attempt}` }).replace(/ -->$/, '');
  const around =
    `${beginOf(part)}\n${begin}  -->`.length + NOTES + (key === undefined ? 0 : sealed(key, pull, '').length);
  const room = COMMENT_LIMIT - around;
  const least = pack(shown.map(asWhole)).length;
  const page = comment.render(Math.max(room - least, LEAST_PAGE));
  const { text, parts, none } = fitting(shown, room - page.length);
  const body = `${beginOf(part)}${page}${notes(parts, none)}\n${begin} ${text} -->`;
  return key === undefined ? body : sealed(key, pull, body);
}

interface Shown {
  name: string;
  wave: number;
  reviewed: Reviewed;
}

function pack(all: readonly Shown[]): string {
  const lines = [...all]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, reviewed }) => `${name} ${packReviewed(reviewed)}`);
  return deflateRawSync(lines.join('\n'), { level: 9 }).toString('base64url') || '-';
}

/** Only the very same plan is known again by it. */
const asWhole = ({ reviewed: { changes, ...rest }, ...one }: Shown): Shown => ({ ...one, reviewed: rest });

/** As much as fits. What stops half way is most likely in an early wave; within one, short plans let more of them in. */
function fitting(all: readonly Shown[], room: number): { text: string; parts: string[]; none: string[] } {
  const sorted = [...all].sort((a, b) => a.wave - b.wave || sizeOf(a) - sizeOf(b));
  const whole = sorted.map(asWhole);
  const kept = most(whole.length, (count) => pack(whole.slice(0, count)).length <= room);
  const known = whole.slice(0, kept);
  const mixed = (count: number) => [...sorted.slice(0, count), ...known.slice(count)];
  const count = most(kept, (some) => pack(mixed(some)).length <= room);
  return {
    text: pack(mixed(count)),
    parts: names(known.slice(count)),
    none: names(whole.slice(kept)),
  };
}

const sizeOf = ({ reviewed }: Shown): number => reviewed.changes?.size ?? 0;
const names = (some: readonly Pick<Shown, 'name'>[]): string[] => some.map(({ name }) => name);

/** The largest of 0 … `count` that fits, where whatever is below one that fits fits as well */
function most(count: number, fits: (some: number) => boolean): number {
  let [fit, above] = [0, count + 1];
  while (above - fit > 1) {
    const middle = Math.floor((fit + above) / 2);
    if (fits(middle)) fit = middle;
    else above = middle;
  }
  return fit;
}

/** Characters that both notes take at most: each names few clusters. */
const NOTES = 1_600;
const MOST_NAMED = 5;

function notes(parts: readonly string[], none: readonly string[]): string {
  const named = (some: readonly string[]) => list(some.map(code), MOST_NAMED);
  return [
    ...(parts.length > 0
      ? [
          `\n> [!NOTE]\n> ${plural(parts.length, 'plan is', 'plans are')} too long for each change to be known again (${named(parts)}): the deploy does the whole of it, or stops.\n`,
        ]
      : []),
    ...(none.length > 0
      ? [
          `\n> [!WARNING]\n> ${plural(none.length, 'plan', 'plans')} did not fit here, so the deploy stops (${named(none)}). With \`comments: true\` each has a comment of its own.\n`,
        ]
      : []),
  ].join('');
}

export interface FleetTold {
  head: string;
  run: PlanRun;
  /** By cluster, what was shown of its plan */
  reviewed: ReadonlyMap<string, Reviewed>;
}

/** undefined: it is no such comment. Hidden is what comes last: before it names from outside may stand. */
export function fleetTold(body: string): FleetTold | undefined {
  if (!body.startsWith(FLEET_BEGIN)) return undefined;
  const found =
    /<!-- portsip-cluster fleet-plans head=([0-9a-f]{7,64}) run=(\d+)\.(\d+) ([\w-]+) -->(?:\n<!-- portsip-cluster seal=\S+ -->)?\s*$/.exec(
      body,
    );
  if (!found) return undefined;
  const [, head = '', id, attempt, packed = ''] = found;
  const reviewed = unpack(packed);
  return reviewed && { head, run: { id: Number(id), attempt: Number(attempt) }, reviewed };
}

function unpack(packed: string): Map<string, Reviewed> | undefined {
  if (packed === '-') return new Map();
  try {
    const options = { maxOutputLength: MOST_UNPACKED };
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), options).toString('utf8');
    const entries = text.split('\n').map((line): [string, Reviewed | undefined] => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), unpackReviewed(line.slice(space + 1))];
    });
    return new Map(entries.flatMap(([name, reviewed]) => (reviewed ? [[name, reviewed] as const] : [])));
  } catch {
    return undefined;
  }
}

/** Writes it into our own earlier comment, or a new one; not where the pull request has gone on since, or a later run was faster. */
export async function upsertFleetComment(
  comments: Comments,
  comment: FleetComment,
): Promise<'created' | 'updated' | 'unchanged' | 'left'> {
  const { pull, run, part } = comment;
  const [viewer, now] = await Promise.all([comments.viewer(), comments.pull()]);
  let own: Comment | undefined;
  for await (const one of comments.list()) if (one.author === viewer && isOfPart(one.body, part)) own ??= one;
  if (now.merged || now.head !== pull.head) return 'left';
  const there = own && fleetTold(own.body);
  if (
    there?.head === pull.head &&
    (there.run.id > run.id || (there.run.id === run.id && there.run.attempt > run.attempt))
  )
    return 'left';
  const body = fleetBody(comment);
  if (!own) await comments.create(body);
  else if (own.body === body) return 'unchanged';
  else await comments.update(own.id, body);
  return own ? 'updated' : 'created';
}
