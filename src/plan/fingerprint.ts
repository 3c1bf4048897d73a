import { createHash } from 'node:crypto';
import { isListed, type ListedRole } from '../cluster/roles';
import { ownSsh, settingsOf } from '../cluster/settings';
import type { Cluster } from '../cluster/types';
import { atOnce, type Steps } from '../slices';
import { compare } from '../text/natural-order';
import type { Plan } from './types';
import { idOf, type Change, type Difference } from '../stages/change';

/*
 * By what a change is known again: everything that decides what is done, and nothing that tells of the hour. Two changes with
 * one fingerprint do the same to the same object on the same machine.
 */

/** Bytes of a fingerprint that tell it from any other: 128 bits, as nobody may be able to make two alike. */
export const WHOLE_BYTES = 16;
/** Bytes by which its object is found again, to say that it was reviewed with other values */
export const OBJECT_BYTES = 3;
export const FINGERPRINT_BYTES = WHOLE_BYTES + OBJECT_BYTES;

/** What decides what a change does: all of it but why, when, what it is noticed by and what was read. */
export function decided(change: Change): Record<string, unknown> {
  const { causes, impact, needs, oneOf, after, afterAll, ...rest } = change;
  const kept = Object.entries(rest).filter(([name]) => name !== 'present');
  return { ...Object.fromEntries(kept), ...('differences' in rest && { differences: whatDiffers(rest.differences) }) };
}

/** Base64 */
export function fingerprint(cluster: string, change: Change): string {
  const before = known.get(change);
  if (before?.cluster === cluster) return before.print;
  const found = { cluster, print: print(change.id, ['change', cluster, decided(change)]) };
  known.set(change, found);
  return found.print;
}

/** Nothing alters a change once it is made. Of each it is asked again and again: for the digest, for what is reviewed, and before it is done. */
const known = new WeakMap<Change, { cluster: string; print: string }>();

/** What would be altered and to what: not what it was when somebody looked, nor in which order it was found. */
function whatDiffers(differences: readonly Difference[]): Omit<Difference, 'before'>[] {
  return [...differences]
    .sort((a, b) => compare(a.name, b.name))
    .map(({ name, after }) => ({ name, ...(after !== undefined && { after }) }));
}

/**
 * What an interrupted run leaves of a reviewed change looks like another change: the role is not there any more, or the
 * built-in server still stands in. It is known again by what it would come to, which must be what was reviewed.
 */
export function outcomeMarks(cluster: string, change: Change): string[] {
  const standIn = change.kind === 'role' || change.kind === 'server-restart' ? change.wanted.role : undefined;
  return [
    ...outcomeMark(cluster, change),
    ...(standIn && isListed(standIn) && change.impact !== 'none' ? [standInGone(cluster, standIn)] : []),
  ];
}

/** The mark of what a change comes to, however it gets there; none where nothing of it is left half way. */
export function outcomeMark(cluster: string, change: Change): string[] {
  switch (change.kind) {
    case 'trusted-source':
      return [print(change.id, ['outcome', cluster, change.kind, change.source])];
    case 'whitelist-entry':
      return [print(change.id, ['outcome', cluster, change.kind, change.entry])];
    case 'role':
    case 'portal-entry':
    case 'im-addresses':
      return [print(change.id, ['outcome', cluster, change.kind, change.wanted])];
    case 'host-preparation':
      // Its restart is what is left of it once Docker is there.
      return change.reboot ? [print(change.id, ['outcome', cluster, change.kind, change.machine, change.reboot])] : [];
    case 'built-in-off':
      return [standInGone(cluster, change.role)];
    default:
      return [];
  }
}

function standInGone(cluster: string, role: ListedRole): string {
  return print(idOf.builtIn(role), ['outcome', cluster, 'built-in-off']);
}

/** The bytes by which an object is found again, wherever base64 puts them. */
export function objectPart(mark: string): string {
  return Buffer.from(mark, 'base64').subarray(WHOLE_BYTES).toString('base64');
}

/** How things are done, apart from what: by setting, a hash of its value. */
export function settingHashes(cluster: Cluster): Record<string, string> {
  const settings = { ...settingsOf(cluster), [OWN_SSH]: ownSsh(cluster) };
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, hash(['setting', name, value], 16).toString('base64')]),
  );
}

/** How servers are signed in to that have settings of their own */
const OWN_SSH = 'servers.ssh';

/**
 * `sha256:` over what would be done and how, sorted: neither the file's order nor reasons, measurements or the time of day
 * count. Two plans with one digest do the same to the same objects.
 */
export function digestOf(
  cluster: string,
  settings: Readonly<Record<string, string>>,
  changes: readonly Change[],
  images: Plan['images'] = {},
): string {
  return atOnce(digestSteps(cluster, settings, changes, images));
}

/** The same, a change a step. */
export function* digestSteps(
  cluster: string,
  settings: Readonly<Record<string, string>>,
  changes: readonly Change[],
  images: Plan['images'] = {},
): Steps<string> {
  const what: string[] = [];
  for (const change of [...changes].sort((a, b) => compare(a.id, b.id))) {
    what.push(fingerprint(cluster, change));
    yield;
  }
  const also = Object.keys(images).length > 0 ? [digestsIn(images)] : [];
  return `sha256:${hash([2, cluster, settings, what, ...also], 32).toString('hex')}`;
}

/** What a plan's images are, by name */
export function digestsIn(images: Plan['images'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(images).map(([image, { digest }]) => [image, digest]));
}

function print(id: string, what: unknown): string {
  return Buffer.concat([hash(what, WHOLE_BYTES), hash(['object', id], OBJECT_BYTES)]).toString('base64');
}

function hash(what: unknown, bytes: number): Buffer {
  return createHash('sha256').update(canonical(what)).digest().subarray(0, bytes);
}

/** JSON whose keys have one order, however the object was made. */
function canonical(value: unknown): string {
  return JSON.stringify(inOneOrder(value));
}

function inOneOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOneOrder);
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, inOneOrder(inner)]),
  );
}
