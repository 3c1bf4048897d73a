import type { Finding } from '../finding';
import type { ChangeId } from '../stages/change';

/** What a change waits for that is well: the maintenance window to open, or a later step of the deploy. */
export type Wait = 'window' | 'step';

/** Why a change is not even begun. */
export type Skip =
  | { why: 'blocked'; by: Finding }
  | { why: 'unreviewed' | 'cancelled' | 'window' }
  /** Something that it needs, `what` in words. `waits`: that comes later, and nothing is wrong */
  | { why: 'need'; need: ChangeId; what?: string; was: 'not-done' | 'not-done-before' }
  | { why: 'need'; need: ChangeId; what?: string; was: 'later' | 'later-stage'; waits: Wait };

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
    case 'need': {
      const what = skip.what === undefined ? skip.need : `"${skip.what}"`;
      return {
        'later-stage': `comes later, after ${what}`,
        later: `waits for ${what}, which comes later`,
        'not-done-before': `waits for ${what}, which was not done before`,
        'not-done': `waits for ${what}, which was not done`,
      }[skip.was];
    }
  }
}
