import { dataflow, type DataflowFields, type DataflowServer } from './dataflow';
import { im, type ImFields, type ImServer } from './im';
import { ivr, type IvrServer } from './ivr';
import { media, type MediaFields, type MediaServer } from './media';
import { meeting, type MeetingFields, type MeetingServer } from './meeting';
import { queue, type QueueServer } from './queue';
import { sbc, type SbcServer } from './sbc';
import type { PortalPlace, RoleRow, ServerBase, Token } from './role';

export { IMPACTS } from './role';
export type {
  Calls,
  ExpectedArg,
  Impact,
  Kept,
  Limit,
  LimitName,
  RoleRow,
  ServerBase,
  SettingName,
  Site,
} from './role';
export type { Service, Sizes, Sizing, Token, Verb } from './role';

/** All roles, as PortSIP's guide lists them. */
const rows = { media, queue, meeting, ivr, im, dataflow, sbc } as const;

/** What a server runs. */
export type Role = keyof typeof rows;

/** A server as the cluster file wants it. */
export type ServerSpec = MediaServer | QueueServer | MeetingServer | IvrServer | ImServer | DataflowServer | SbcServer;

/** Fields of a server's entry in the cluster file that not every role has */
export interface RoleFields extends MediaFields, MeetingFields, ImFields, DataflowFields {}

export const ROLES: Readonly<Record<Role, RoleRow>> = rows;

/** In PortSIP's order of restart */
export const ROLE_NAMES: readonly Role[] = Object.keys(rows)
  .filter(isRole)
  .sort((a, b) => rows[a].order.restart - rows[b].order.restart);

export function isRole(word: string): word is Role {
  return Object.hasOwn(rows, word);
}

/** A server of any role from what all have and its own fields of the cluster file. */
export function serverSpec(role: Role, base: Omit<ServerBase, 'role'>, entry: RoleFields = {}): ServerSpec {
  // Each row makes its own role's fields; which of them goes with which role is more than the compiler can follow.
  return { ...base, role, ...ROLES[role].fields({ ...entry }) } as ServerSpec;
}

type PlaceOf<R extends Role> = (typeof rows)[R]['portal'];
/** Roles that the portal keeps a list of, with a server of its own in it. */
export type ListedRole = { [R in Role]: PlaceOf<R> extends { kind: 'collection' } ? R : never }[Role];

export type Collection = Extract<PortalPlace, { kind: 'collection' }>;

export function isListed(role: Role): role is ListedRole {
  return ROLES[role].portal.kind === 'collection';
}

export const LISTED_ROLES: readonly ListedRole[] = ROLE_NAMES.filter(isListed);

/** Whether DNS leads callers to servers of the role. */
export function isOutside(role: Role): boolean {
  return ROLES[role].calls.kind === 'outside';
}

/** How the portal lists servers of a role. */
export function collectionOf(role: ListedRole): Collection {
  return rows[role].portal;
}

/** Something for each role that the portal lists. */
export function forListedRoles<T>(make: (role: ListedRole) => T): Record<ListedRole, T> {
  // An entry for each of them; the compiler does not count entries.
  return Object.fromEntries(LISTED_ROLES.map((role) => [role, make(role)])) as Record<ListedRole, T>;
}

/** Services that sign in to the PBX with a token. */
export const TOKEN_SERVICES: readonly Token['service'][] = ROLE_NAMES.flatMap(
  (role) => ROLES[role].token?.service ?? [],
);

/** Whether images and versions of a role are those of the PBX. One with an image of its own counts for itself. */
export function followsPbx(role: Role): boolean {
  return ROLES[role].ownImage === undefined;
}

/** The role whose main container has that name. */
export const ROLE_CONTAINERS: ReadonlyMap<string, Role> = new Map(
  ROLE_NAMES.map((role) => [ROLES[role].container, role]),
);

/** PortSIP's restart order; then as they came. */
export function byRestart(a: { role: Role }, b: { role: Role }): number {
  return ROLES[a.role].order.restart - ROLES[b.role].order.restart;
}

/**
 * The order in which PortSIP upgrades servers, once the PBX is upgraded: SBC, IM, Data Flow, then the cluster servers. Source: its
 * guide to upgrades within v22 (October 2026).
 */
export function byUpgrade(a: { role: Role }, b: { role: Role }): number {
  return ROLES[a.role].order.upgrade - ROLES[b.role].order.upgrade;
}
