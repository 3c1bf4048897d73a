import type { SettingChange } from '../cluster/settings';
import type { Finding } from '../finding';
import type { ImageSeen } from '../host/image-digests';
import type { Change } from '../stages/change';
import type { ScriptsSeen } from '../stages/script-generations';

/** All changes, in order. */
export interface Plan {
  version: 1;
  cluster: string;
  /** `sha256:` of what would be done and how; the same whatever the file's order and the hour */
  digest: string;
  /** How things are done: by setting, a hash of its value */
  settings: Readonly<Record<string, string>>;
  /** Settings that are not what the cluster was deployed with last, or what the other file says; shown and reviewed as changes are */
  changedSettings: readonly SettingChange[];
  /** What the images that it fetches are at their registry, by name, as far as a host could tell */
  images?: Readonly<Record<string, ImageSeen>>;
  /** false: the difference between two cluster files, nothing was asked */
  live: boolean;
  /** Which control scripts the hosts have, where they were asked */
  scripts?: readonly ScriptsSeen[];
  changes: Change[];
  warnings: Finding[];
}
