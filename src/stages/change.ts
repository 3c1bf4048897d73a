import type { Shell } from '../cluster/control-scripts';
import type { DockerFrom } from '../host/prepare-script';
import type { Registry } from '../cluster/registry';
import type { Impact, Kept, ListedRole, Token, Verb } from '../cluster/roles';
import type { SbcDrain, SbcPortalSettings } from '../cluster/sbc-settings';
import type { Machine, Role, ServerSpec } from '../cluster/types';
import type { ImAddresses, IpFilter, NewPortalServer, PortalServer } from '../pbx/types';
import type { Left } from './departing';

/*
 * A change is data: what one stage would do to one object, decided in that stage's diff. Ids, reasons, attributes, words and
 * digests are made from it (words.ts, plan/fingerprint.ts), and never read back.
 */

export const ACTIONS = ['create', 'update', 'replace', 'delete', 'restart'] as const;
export type ChangeAction = (typeof ACTIONS)[number];

/** What a change is called in needs, logs, plan.json and records. Made here, taken apart nowhere. */
export type ChangeId =
  | `firewall/${string}`
  | `whitelist/${string}`
  | `server/${string}`
  | `built-in/${ListedRole}`
  | `token/${Token['service']}`
  | `ssh-key/${string}`
  | `scripts/${string}`
  | `prepare/${string}`
  | `registry/${string}`
  | `role/${string}`
  | `restart/${string}`
  | `heal/${string}`
  | `callers/${string}`
  | `backup/${string}`
  | 'sbc/settings';

export const idOf = {
  source: (cidr: string): ChangeId => `firewall/${cidr}`,
  whitelist: (cidr: string): ChangeId => `whitelist/${cidr}`,
  entry: (server: string): ChangeId => `server/${server}`,
  builtIn: (role: ListedRole): ChangeId => `built-in/${role}`,
  token: (service: Token['service']): ChangeId => `token/${service}`,
  sshKey: (server: string): ChangeId => `ssh-key/${server}`,
  /** `of`: a server, or `pbx` for the main server */
  scripts: (of: string): ChangeId => `scripts/${of}`,
  preparation: (server: string): ChangeId => `prepare/${server}`,
  /** `of`: a server, `pbx` for the main server, or the address of a machine that is in no cluster file */
  registry: (of: string): ChangeId => `registry/${of}`,
  role: (server: string): ChangeId => `role/${server}`,
  restart: (server: string): ChangeId => `restart/${server}`,
  heal: (server: string): ChangeId => `heal/${server}`,
  callers: (server: string): ChangeId => `callers/${server}`,
  backup: (of: string): ChangeId => `backup/${of}`,
  sbcSettings: 'sbc/settings',
  pbxImage: 'role/pbx',
  pbxRestart: 'restart/pbx',
  loadBalancerRestart: 'restart/loadbalancer',
} as const satisfies Record<string, ChangeId | ((of: never) => ChangeId)>;

interface Common<Kind extends string, Action extends ChangeAction, Cause> {
  readonly kind: Kind;
  readonly id: ChangeId;
  readonly action: Action;
  /** The server that it is for, where there is one */
  readonly server?: string;
  /** Why, at least one */
  readonly causes: readonly Cause[];
  readonly impact: Impact;
  /** What must be done before, of this plan. All of it is in the plan: anything else is an error (`order.ts`). */
  readonly needs: readonly ChangeId[];
  /** Of these one must be done before, at least: without any of them it is pointless. Left out: it needs none. */
  readonly oneOf?: readonly ChangeId[];
  /**
   * What must have ended before, done or not. Restarts take turns (`takesTurns`), servers of a role, too: after one that failed, none that
   * comes after it is disturbed.
   */
  readonly after: readonly ChangeId[];
  /** More of these, in one list for all changes that come after them: of a thousand restarts each comes after all installs. */
  readonly afterAll?: readonly ChangeId[];
}

/*
 * In each of the following, `present` is what was read and what the change is compared with; it is shown, but is not part of
 * what was reviewed. Everything else is.
 */

export interface TrustedSource extends Common<
  'trusted-source',
  'create' | 'update',
  /** `on`: the machines whose firewall it is; `of`: what all of those firewalls are called */
  { cause: 'untrusted' | 'not-active' | 'not-stored'; on: readonly string[]; of: string }
> {
  readonly source: string;
}

export interface WhitelistEntry extends Common<
  'whitelist-entry',
  'create' | 'update',
  { cause: 'missing' | 'expires' }
> {
  readonly entry: Omit<IpFilter, 'id'>;
  readonly differences: readonly Difference[];
  readonly present?: IpFilter;
}

export interface PortalEntry extends Common<
  'portal-entry',
  'create' | 'update' | 'replace',
  { cause: 'unregistered' | 'renamed' | 'readdressed' | 'drained-by-us' | 'was-dead' | 'differs' }
> {
  readonly server: string;
  readonly wanted: NewPortalServer;
  /** The name of the entry that it takes the place of, which the portal cannot change */
  readonly replaces?: string;
  /** The name of an entry that leaves and has one of its addresses till then */
  readonly takesFrom?: string;
  /** Servers whose entries go before it takes their address, as they take its own: they come back by changes of their own */
  readonly vacates?: readonly string[];
  readonly differences: readonly Difference[];
  readonly present?: PortalServer;
}

export interface ImAddressesEntry extends Common<
  'im-addresses',
  'create' | 'update',
  { cause: 'unregistered' | 'differs' }
> {
  readonly server: string;
  readonly wanted: ImAddresses;
  readonly differences: readonly Difference[];
  readonly present: ImAddresses;
}

/** What the PBX knows of all session border controllers together */
export interface SbcSettingsEntry extends Common<'sbc-settings', 'update', { cause: 'differs' }> {
  /** What the cluster file says of it */
  readonly wanted: SbcPortalSettings;
  readonly differences: readonly Difference[];
  readonly present: SbcPortalSettings;
}

export interface BuiltInOn extends Common<'built-in-on', 'update', { cause: 'none-left' }> {
  readonly role: ListedRole;
}

export interface BuiltInOff extends Common<'built-in-off', 'update', { cause: 'replaced' }> {
  readonly role: ListedRole;
}

/** A server that is dead is taken out of calls: disabled in the portal. */
export interface DeadServerOff extends Common<
  'dead-server-off',
  'update',
  /** OFFLINE since then, RFC 3339 */
  { cause: 'dead'; since: string }
> {
  readonly server: string;
  readonly role: ListedRole;
  /** The built-in server of the role is turned on before */
  readonly standIn: boolean;
}

/** One that was taken out of calls because it was dead is ONLINE again, and enabled. */
export interface DeadServerOn extends Common<'dead-server-on', 'update', { cause: 'back' }> {
  readonly server: string;
  readonly role: ListedRole;
}

export interface TokenIssue extends Common<
  'token',
  'create' | 'replace',
  { cause: 'none-issued' | 'asked' | 'upgrade-wants-new' }
> {
  readonly service: Token['service'];
  /** Where below /api it is issued, for a service whose way is not published */
  readonly path?: string;
}

export interface SshKey extends Common<'ssh-key', 'create', { cause: 'key-refused' | 'host-key-unknown' }> {
  readonly server: string;
  readonly machine: Machine;
  /** Whose key: `pbx@192.168.1.131` */
  readonly of: string;
}

/** A host gets the control scripts of the operator's repository, or those of them that it has not. */
export interface ControlScripts extends Common<
  'control-scripts',
  'create' | 'update',
  { cause: 'missing' | 'differ' }
> {
  readonly machine: Machine;
  /** Where they are on it */
  readonly path: string;
  /** All that there are to be, by name: what is carried out is what was shown, to the byte */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly shell: Shell }[];
  /** Those of them that the host has not, or has another file for */
  readonly present: readonly ScriptApart[];
}

/** How a file on a host differs from the one that it is to have. */
export interface ScriptApart {
  readonly name: string;
  /** undefined: there is none */
  readonly sha256?: string;
  /** In lines; undefined: what is there could not be read */
  readonly lines?: { readonly added: number; readonly removed: number };
}

/** A host that has nothing yet gets what PortSIP's scripts need, or the restart that its updates want. */
export interface HostPreparation extends Common<
  'host-preparation',
  'create' | 'restart',
  { cause: 'no-docker' | 'reboot-required' }
> {
  readonly server: string;
  readonly machine: Machine;
  /** undefined: it is there */
  readonly docker?: DockerFrom;
  /** The host is restarted where its updates want it by then */
  readonly reboot?: 'allowed';
  /** PortSIP's installer on the host, to the byte; undefined: the packages of the distribution */
  readonly installer?: { readonly path: string; readonly sha256: string; readonly shell: Shell };
}

/** Root's Docker of a machine is signed in to the registry. Which token that is does not show: it is in the secrets. */
export interface RegistrySignIn extends Common<
  'registry-sign-in',
  'create' | 'update',
  { cause: 'signed-out' | 'user' | 'token' }
> {
  readonly machine: Machine;
  readonly registry: Registry;
  /** What we signed it in to before, and sign it out of */
  readonly leaves?: readonly Registry[];
  /** Who is signed in there now */
  readonly present?: { readonly username: string };
}

/** It is signed out again of what we signed it in to. */
export interface RegistrySignOut extends Common<'registry-sign-out', 'delete', { cause: 'not-wanted' | 'left' }> {
  readonly machine: Machine;
  readonly registry: Registry;
}

export interface PbxImage extends Common<'pbx-image', 'update', { cause: 'image' | 'version' }> {
  readonly image: string;
  /** The image's label must say so, or nothing is stopped; undefined: any */
  readonly version?: string;
  readonly present: { readonly image: string; readonly version?: string };
}

export type RoleCause =
  | { cause: 'moved'; from: string }
  | { cause: 'not-installed' }
  | { cause: 'behind-pbx'; pbx: string; own: string; planned: boolean }
  | { cause: 'image' | 'values' | 'stopped' | 'new-token-asked' | 'pbx-upgraded' }
  | { cause: 'token'; why: 'replaced' | 'gone' | 'newer' }
  | { cause: 'companion-stopped'; container: string }
  /** Written down by an earlier run, in its words */
  | { cause: 'owed'; said: string }
  /** A script wrote its configuration file and then failed: what is in that is not what runs */
  | { cause: 'unfinished' };

export interface RoleSetup extends Common<'role', 'create' | 'update' | 'replace', RoleCause> {
  readonly server: string;
  readonly wanted: ServerSpec;
  /** What the role's control script is told, one after the other */
  readonly verbs: readonly Verb[];
  /** Images that are fetched before anything is stopped anywhere */
  readonly pull?: readonly string[];
  /** Where it was before it moved, and what the script is told there first */
  readonly leaves?: { readonly from: Left; readonly verbs: readonly Verb[] };
  /** How callers are led away from it first, where DNS leads them to it */
  readonly drain?: SbcDrain;
  readonly differences: readonly Difference[];
}

export interface RoleRemoval extends Common<'role-removal', 'delete', { cause: 'left' }> {
  readonly server: string;
  readonly from: Left;
  readonly verbs: readonly Verb[];
  readonly drain?: SbcDrain;
}

/** Callers are led to a server again that an earlier run led them away from. */
export interface CallersBack extends Common<'callers-back', 'update', { cause: 'left-out' }> {
  readonly server: string;
  readonly command: string;
  readonly of: Machine & { readonly role: Role; readonly privateIp?: string; readonly publicIp?: string };
}

export interface PortalEntryRemoval extends Common<'portal-entry-removal', 'delete', { cause: 'left' }> {
  readonly server: string;
  readonly role: ListedRole;
  readonly from: Left;
}

export interface ImAddressesRemoval extends Common<'im-addresses-removal', 'delete', { cause: 'left' }> {
  readonly server: string;
  readonly from: Left;
}

export interface WhitelistRemoval extends Common<'whitelist-removal', 'delete', { cause: 'unused' }> {
  readonly cidr: string;
}

export interface SourceRemoval extends Common<'source-removal', 'delete', { cause: 'unused'; of: string }> {
  readonly source: string;
}

export type RestartCause =
  /** `by`: by which changes servers come or go */
  | { cause: 'servers-added' | 'servers-removed' | 'new-cluster'; by?: readonly ChangeId[] }
  /** In the words of whoever asked for it, or of the run that came to owe it */
  | { cause: 'asked' | 'owed'; said: string };

export type PbxRestart = Common<'pbx-restart', 'restart', RestartCause>;
export type LoadBalancerRestart = Common<'load-balancer-restart', 'restart', RestartCause>;

export interface ServerRestart extends Common<'server-restart', 'restart', RestartCause> {
  readonly server: string;
  readonly wanted: ServerSpec;
  readonly verbs: readonly Verb[];
  readonly drain?: SbcDrain;
}

/** A backup is made of what the PBX or a server keeps. */
export interface Backup extends Common<'backup', 'create', { cause: 'asked'; said: string }> {
  /** `name`: the server's, or `pbx`; `machine`: whose data it is. `role` undefined: the PBX */
  readonly of: { readonly name: string; readonly machine: Machine; readonly role?: Role };
  readonly how:
    | { readonly by: 'copy'; readonly folder: string; readonly parts: readonly Kept[] }
    | { readonly by: 'command'; readonly argv: readonly string[] };
  readonly drain?: SbcDrain;
}

/** One thing that a stage would do to one object. */
export type Change =
  | TrustedSource
  | WhitelistEntry
  | PortalEntry
  | ImAddressesEntry
  | SbcSettingsEntry
  | BuiltInOn
  | BuiltInOff
  | DeadServerOff
  | DeadServerOn
  | TokenIssue
  | SshKey
  | ControlScripts
  | HostPreparation
  | RegistrySignIn
  | RegistrySignOut
  | PbxImage
  | RoleSetup
  | CallersBack
  | RoleRemoval
  | PortalEntryRemoval
  | ImAddressesRemoval
  | WhitelistRemoval
  | SourceRemoval
  | PbxRestart
  | LoadBalancerRestart
  | ServerRestart
  | Backup;

export type Kind = Change['kind'];
export type ChangeOf<K extends Kind> = Extract<Change, { kind: K }>;

/** One value that would be different. before undefined: added, after undefined: removed. Never a secret. */
export interface Difference {
  name: string;
  before?: string;
  after?: string;
}

/** All that a change comes after, by list; none of these is empty. */
export function listsBefore({ needs, oneOf, after, afterAll }: Change): (readonly ChangeId[])[] {
  return [needs, oneOf, after, afterAll].filter((list) => list !== undefined).filter(({ length }) => length > 0);
}

/**
 * Whether all of a list are in `these`, to which more are added meanwhile. Many changes have the same lists: what of one is in is looked up once
 * for all of them.
 */
export function allIn(these: Pick<ReadonlySet<ChangeId>, 'has'>): (list: readonly ChangeId[]) => boolean {
  const found = new Map<readonly ChangeId[], number>();
  return (list) => {
    let known = found.get(list) ?? 0;
    for (let next = list[known]; next !== undefined && these.has(next); next = list[known]) known += 1;
    found.set(list, known);
    return known === list.length;
  };
}

/**
 * Whether two changes disturb callers in the same way, one after the other: all restarts, and what is done to servers of one
 * role. Where one does not come back, the next one might not either.
 */
export function takesTurns(one: Change, other: Change): boolean {
  if (isRestart(one) && isRestart(other)) return true;
  if (one.kind === 'backup' && other.kind === 'backup') return true;
  return one.kind === 'role' && other.kind === 'role' && one.wanted.role === other.wanted.role;
}

function isRestart({ kind }: Change): boolean {
  return kind === 'pbx-restart' || kind === 'load-balancer-restart' || kind === 'server-restart';
}

/** Narrows a list to changes of some kinds. */
export function ofKind<K extends Kind>(changes: readonly Change[], ...kinds: readonly K[]): ChangeOf<K>[] {
  return changes.filter((change): change is ChangeOf<K> => kinds.some((kind) => kind === change.kind));
}

/** What is decided already, for a later stage's diff. */
export class Planned {
  readonly ids: ReadonlySet<ChangeId>;

  constructor(readonly changes: readonly Change[]) {
    this.ids = new Set(changes.map(({ id }) => id));
  }

  /** Those of `ids` that there is something to do about: what is in place already is in no plan. */
  these(ids: readonly ChangeId[]): ChangeId[] {
    return [...new Set(ids)].filter((id) => this.ids.has(id));
  }

  ofKind<K extends Kind>(...kinds: readonly K[]): ChangeOf<K>[] {
    return ofKind(this.changes, ...kinds);
  }
}
