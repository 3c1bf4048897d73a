import type { Cluster } from '../cluster/types';
import { whatFollows, type SettingChange } from '../cluster/settings';
import { list, plural } from '../text/list';
import { code, escapeMarkdown } from '../text/markdown';

/** A setting that changes, for all servers to which the same happens. */
export interface SettingLine extends Pick<SettingChange, 'before' | 'after' | 'from'> {
  /** `pbx.api`, `ssh.user of media-server-1` */
  what: string;
  follows: string;
}

export function settingLines(changes: readonly SettingChange[]): SettingLine[] {
  const alike = new Map<string, [SettingChange, string[]]>();
  for (const change of changes) {
    const { name, server, before, after } = change;
    const key = JSON.stringify([name, server === undefined, before, after]);
    const same = alike.get(key);
    if (same) same[1].push(server ?? '');
    else alike.set(key, [change, [server ?? '']]);
  }
  return [...alike.values()].map(([change, servers]) => {
    const { name, server, before, after, from } = change;
    return {
      what: server === undefined ? name : `${name} of ${list(servers)}`,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(from !== undefined && { from }),
      follows: whatFollows(change),
    };
  });
}

/** "2 settings to change" */
export function settingsCount({ length }: readonly unknown[]): string {
  return `${plural(length, 'setting')} to change`;
}

/** One bullet a setting */
export function settingBullets(changes: readonly SettingChange[]): string[] {
  const value = (text: string | undefined) => (text === undefined ? '_not given_' : code(text));
  return settingLines(changes).map(
    ({ what, before, after, from, follows }) =>
      `- ${code(what)}: ${value(before)} → ${value(after)}${from === undefined ? '' : ` (${code(from)})`}: ${escapeMarkdown(follows)}`,
  );
}

/**
 * "Shared with other clusters: image portsip/pbx:22 (clusters/defaults.yaml:3) and restart.max_unavailable 2 (…:5)"; undefined:
 * nothing is. `show`: makes text from outside safe.
 */
export function sharedLine(
  { shared }: Partial<Pick<Cluster, 'shared'>>,
  show: (text: string) => string,
): string | undefined {
  if (!shared || shared.values.length === 0) return undefined;
  const values = shared.values.map(
    ({ name, text, line }) => `${name} ${show(text)} (${show(`${shared.file}:${line}`)})`,
  );
  return `Shared with other clusters: ${list(values, MOST_SHARED)}`;
}

/** A file has some 40 settings; this many can be read. */
const MOST_SHARED = 12;
