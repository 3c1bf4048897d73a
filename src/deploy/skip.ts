import type { Finding } from '../finding';
import type { ChangeId } from '../stages/change';

/** What a change waits for that is well: the maintenance window to open, or a later step of the deploy. */
export type Wait = 'window' | 'step';

/** Why a change is not even begun. */
export type Skip =
  | { why: 'blocked'; by: Finding }
  | { why: 'unreviewed' | 'cancelled' | 'window' }
  /** Something that it needs. `waits`: that comes later, and nothing is wrong */
  | { why: 'need'; need: ChangeId; was: 'not-done' | 'not-done-before' }
  | { why: 'need'; need: ChangeId; was: 'later' | 'later-stage'; waits: Wait };

/** undefined: it does not wait for something that will come by itself. */
export function waitOf(skip: Skip): Wait | undefined {
  if (skip.why === 'window') return 'window';
  return skip.why === 'need' && 'waits' in skip ? skip.waits : undefined;
}

/** For people. */
export function skipReason(skip: Skip): string {
  switch (skip.why) {
    case 'blocked':
      return skip.by.message;
    case 'unreviewed':
      return 'nobody has reviewed it: it came up only now';
    case 'cancelled':
      return 'the run was cancelled';
    case 'window':
      return 'waits for the maintenance window';
    case 'need':
      return {
        'later-stage': `comes later, after ${skip.need}`,
        later: `waits for ${skip.need}, which comes later`,
        'not-done-before': `waits for ${skip.need}, which was not done before`,
        'not-done': `waits for ${skip.need}, which was not done`,
      }[skip.was];
  }
}
