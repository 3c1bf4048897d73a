import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

const NAME = 'portsip-cluster';

/**
 * The first of the usual places in which there is, or can be made, a folder of mode 0700 that nobody can exchange. Without `make`
 * none is made.
 */
export function privateFolder(
  env: Readonly<Record<string, string | undefined>>,
  uid: number,
  make = true,
): string | undefined {
  const places: [base: string | undefined, path: string][] = [
    [env['RUNNER_TOOL_CACHE'], NAME],
    [env['XDG_CACHE_HOME'], NAME],
    [env['HOME'], join('.cache', NAME)],
  ];
  for (const [base, path] of places) {
    if (!base || !isAbsolute(base)) continue;
    try {
      const real = realpathSync(base);
      if (!isSafe(real, uid)) continue;
      const folder = join(real, path);
      if (make) mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((lstatSync(folder).mode & 0o077) === 0 && lstatSync(folder).uid === uid && isSafe(folder, uid)) return folder;
    } catch {
      // Missing, full, or not to be written to: the next one, or none.
    }
  }
  return undefined;
}

/** No other user can put something else in the place of that folder: not in it, and not in one that holds it. */
function isSafe(folder: string, uid: number): boolean {
  const stat = lstatSync(folder);
  // In a folder like /tmp, whose sticky bit is set, only the owner of what is there can move it.
  const open = (stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0;
  if (!stat.isDirectory() || open || (stat.uid !== uid && stat.uid !== 0)) return false;
  const parent = dirname(folder);
  return parent === folder || isSafe(parent, uid);
}
