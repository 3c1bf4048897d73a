import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import type { ControlPlane } from '../host/control-plane';
import type { Steps } from '../slices';
import type { Change, ChangeOf, Difference, Kind, Planned } from './change';
import type { DiffOptions } from './diff-options';
import type { Identity } from './identity';
import type { Live } from './live';
import type { Run } from './run';

/** In the guide's order. What an action or `--stages` names. */
export const STAGE_NAMES = [
  'firewall',
  'register',
  'token',
  'scripts',
  'prepare',
  'install',
  'remove',
  'restart',
  'backup',
] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** One kind of work: what there is to do (pure), how each change of its kinds is done, and the words for it. */
export interface Stage<K extends Kind = Kind> {
  readonly name: StageName;
  /** `planned`: the changes of the stages before it in the list. Whoever looks at much of each server does it in steps. */
  diff(input: DiffInput, planned: Planned): Diff<ChangeOf<K>> | Steps<Diff<ChangeOf<K>>>;
  /** What its changes will have made of the live state: what the stages after it go by */
  foresees?(input: DiffInput, changes: readonly ChangeOf<K>[]): Live;
  readonly apply: { readonly [P in K]: Apply<ChangeOf<P>> };
  readonly words: { readonly [P in K]: Words<ChangeOf<P>> };
}

/** A stage whose kinds are not known: for lists of stages. */
export interface AnyStage {
  readonly name: StageName;
  diff(input: DiffInput, planned: Planned): Diff | Steps<Diff>;
  foresees?(input: DiffInput, changes: readonly Change[]): Live;
  readonly apply: { readonly [P in Kind]?: Apply<Change> };
  readonly words: { readonly [P in Kind]?: Words<Change> };
}

/** Declared as a method, so that a list can hold those of all kinds: whoever calls one goes by the change's kind. */
type Apply<C extends Change> = { apply(change: C, run: Run): Promise<void> }['apply'];

/** What a stage's diff sees. It has no other input, so that the same live state always gives the same plan. */
export interface DiffInput {
  cluster: Cluster;
  plane: ControlPlane;
  live: Live;
  options: DiffOptions;
  /** Who is who */
  who: Identity;
}

export interface Diff<C extends Change = Change> {
  changes: C[];
  findings: Finding[];
}

/** How people are told of a change. */
export interface Words<C extends Change> {
  /** What it is about, below the name of its server: "entry in the portal" */
  object(change: C): string;
  /** What is done, as an infinitive around whom it is done to: `take`, `out of the portal` */
  deed(change: C): readonly [verb: string, particle?: string];
  /** Whom it is done to: "media-server-2", "the resource load balancer" */
  target(change: C): string;
  /** Why: "not in the portal yet" */
  reason(change: C): string;
  differences(change: C): Difference[];
  /** Whether the change's name says all that its differences do */
  selfExplaining?(change: C): boolean;
}
