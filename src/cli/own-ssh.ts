import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { OwnKey, OwnSsh } from '../credentials';
import { ownWay, parseSshConfig } from '../host/ssh-config';
import type { Env } from '../github/environment';

/** In OpenSSH's order, as far as it can be used here */
const DEFAULT_KEYS = ['id_ed25519', 'id_ecdsa', 'id_rsa'];
const MOST_INCLUDED = 50;

/**
 * What ssh would use for whoever sits at this terminal: the agent, the keys in ~/.ssh, ~/.ssh/config. `own`: whether keys count as
 * well; one that was given counts alone.
 */
export async function ownSsh(env: Env, home: string, own: boolean): Promise<OwnSsh> {
  const folder = join(home, '.ssh');
  const blocks = parseSshConfig(await configText(join(folder, 'config'), folder));
  const agent = env['SSH_AUTH_SOCK'];
  const ways: OwnSsh['way'] = (names) => {
    const { identityFiles, ...way } = ownWay(blocks, names);
    return { ...way, keys: own ? identityFiles.map((path) => expand(path, home)) : [] };
  };
  const paths = own
    ? [...new Set([...blocks.flatMap(identities), ...DEFAULT_KEYS.map((name) => join(folder, name))])]
    : [];
  const keys = await Promise.all(paths.map((path) => readKey(expand(path, home))));
  return {
    ...(own && agent && { agent }),
    keys: keys.filter((key) => key !== undefined),
    defaults: DEFAULT_KEYS.map((name) => join(folder, name)),
    way: ways,
  };
}

const identities = ({ settings }: ReturnType<typeof parseSshConfig>[number]): string[] =>
  settings.flatMap(([name, value]) => (name === 'identityfile' ? [value] : []));

async function readKey(path: string): Promise<OwnKey | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { path, text };
}

/** The file with what it includes in its place; one that cannot be read says nothing. */
async function configText(path: string, folder: string, left = { files: MOST_INCLUDED }): Promise<string> {
  if (left.files-- <= 0) return '';
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = await Promise.all(
    text.split(/\r?\n/).map(async (line) => {
      const included = /^\s*include(?:\s*=\s*|\s+)(.+?)\s*$/i.exec(line)?.[1];
      if (included === undefined) return line;
      const parts: string[] = [];
      for (const word of included.split(/\s+/))
        for (const file of await filesOf(word.replaceAll('"', ''), folder))
          parts.push(await configText(file, folder, left));
      return parts.join('\n');
    }),
  );
  return lines.join('\n');
}

/** Patterns in the last part of a path only */
async function filesOf(pattern: string, folder: string): Promise<string[]> {
  const home = dirname(folder);
  const path = expand(pattern, home);
  const whole = isAbsolute(path) ? path : join(folder, path);
  const name = basename(whole);
  if (!/[*?]/.test(name)) return [whole];
  const source = name
    .replace(/[^\w*?]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const entries = await readdir(dirname(whole)).catch(() => []);
  return entries
    .filter((entry) => new RegExp(`^${source}$`).test(entry))
    .sort()
    .map((entry) => join(dirname(whole), entry));
}

/** `~` and %d are the home folder. */
export function expand(path: string, home: string): string {
  const there = path.replaceAll('%d', home);
  return there === '~' || there.startsWith('~/') ? join(home, there.slice(1)) : there;
}
