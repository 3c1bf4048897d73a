import { backup } from './backup';
import { builtIn } from './built-in';
import { callersBack } from './callers-back';
import type { Change, Kind } from './change';
import { firewall } from './firewall';
import { heal } from './heal';
import { install } from './install';
import { prepare } from './prepare';
import { registry, registryLeft } from './registry';
import { register } from './register';
import { remove } from './remove';
import { restart } from './restart';
import type { Run } from './run';
import { sbcSettings } from './sbc-settings';
import { scripts } from './scripts';
import { STAGE_NAMES, type AnyStage, type StageName, type Words } from './stage';
import { token } from './token';

/** All stages, in the order in which PortSIP's guide has them and a later one sees what an earlier one decided. */
const stages = [
  firewall,
  register,
  heal,
  sbcSettings,
  token,
  scripts,
  prepare,
  registry,
  install,
  callersBack,
  builtIn,
  remove,
  registryLeft,
  restart,
  backup,
] as const;
type KindsOf<S> = S extends { apply: infer Apply } ? keyof Apply : never;
type Missing = Exclude<Kind, KindsOf<(typeof stages)[number]>>;
/** Does not compile while a kind of change belongs to no stage. */
export const STAGES: [Missing] extends [never] ? readonly AnyStage[] : Missing = stages;

const BY_KIND: ReadonlyMap<Kind, AnyStage> = new Map(
  // The keys are where the kinds are listed: there is nothing to compare them with.
  STAGES.flatMap((stage) => (Object.keys(stage.apply) as Kind[]).map((kind) => [kind, stage])),
);

/** All kinds of changes, by stage */
export const KINDS: readonly Kind[] = [...BY_KIND.keys()];

function owner({ kind }: Pick<Change, 'kind'>): AnyStage {
  const stage = BY_KIND.get(kind);
  if (!stage) throw new Error(`no stage has changes of the kind ${kind}`);
  return stage;
}

/** The stage that a change belongs to. */
export function stageOf(change: Pick<Change, 'kind'>): StageName {
  return owner(change).name;
}

/** Where a change's stage stands in a plan. */
export function bucketOf(change: Pick<Change, 'kind'>): number {
  return STAGE_NAMES.indexOf(stageOf(change));
}

/** Does one change. Throws StageError, HostError or PbxError. */
export async function applyChange(change: Change, run: Run): Promise<void> {
  const apply = owner(change).apply[change.kind];
  if (!apply) throw new Error(`nothing applies changes of the kind ${change.kind}`);
  await apply(change, run);
}

/** How people are told of a change. */
export function wordsOf(change: Change): Words<Change> {
  const words = owner(change).words[change.kind];
  if (!words) throw new Error(`there are no words for changes of the kind ${change.kind}`);
  return words;
}

/** "install media-server-2", "take media-server-2 out of the portal" */
export function deedOf(change: Change): string {
  const words = wordsOf(change);
  return around(words.deed(change), words.target(change));
}

/** A verb and its particle, around whom it is done to. */
export function around([verb, particle]: readonly [verb: string, particle?: string], whom: string): string {
  return [verb, whom, particle].filter(Boolean).join(' ');
}
