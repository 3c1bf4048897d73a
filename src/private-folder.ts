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
    const folder = privateFolderIn(base, uid, make, path);
    // Missing, full, or not to be written to: the next one, or none.
    if (folder !== undefined) return folder;
  }
  return undefined;
}

/** Such a folder below `base`; undefined: there is none, or somebody could put another one in its place. */
export function privateFolderIn(
  base: string | undefined,
  uid: number,
  make = true,
  path: string = NAME,
): string | undefined {
  if (!base || !isAbsolute(base)) return undefined;
  try {
    const real = realpathSync(base);
    if (!isSafe(real, uid)) return undefined;
    const folder = join(real, path);
    if (make) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid: owner } = lstatSync(folder);
    return (mode & 0o077) === 0 && owner === uid && isSafe(folder, uid) ? folder : undefined;
  } catch {
    return undefined;
  }
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
