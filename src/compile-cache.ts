import module from 'node:module';
import { privateFolder } from './private-folder';

/**
 * Lets Node (22.8 and later) keep compiled code from one run to the next. Whoever can write it can have anything run: it is
 * kept in a folder that only this user can have put there, and not in the common one that Node takes by itself.
 */
export function keepCompiledCode(
  env: NodeJS.ProcessEnv = process.env,
  uid = process.getuid?.(),
  version = process.versions.node,
): void {
  // Before that it has no such thing, and takes its time to say so.
  if (Number.parseInt(version) < 22) return;
  // Not in Node's types for 20.
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  if (!enableCompileCache || uid === undefined) return;
  const folder = privateFolder(env, uid);
  if (folder !== undefined) enableCompileCache(folder);
}
