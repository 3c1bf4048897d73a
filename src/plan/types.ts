import type { Change, Finding } from '../stages/types';

/** All changes, in order. */
export interface Plan {
  version: 1;
  cluster: string;
  /** `sha256:` of what would be done; the same whatever the file's order and the hour */
  digest: string;
  /** false: the difference between two cluster files, nothing was asked */
  live: boolean;
  changes: Change[];
  warnings: Finding[];
}
