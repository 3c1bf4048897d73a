import ipaddr from 'ipaddr.js';
import { imageName } from '../../cluster/image';
import { ROLES, type ExpectedArg, type SettingName, type Site } from '../../cluster/roles';
import type { ServerSpec } from '../../cluster/types';
import { findContainer } from '../containers';
import { isKnown, type Reading } from '../reading';
import type { Container, HostFacts } from '../types';
import type { ConfigDifference } from './control-plane';

/*
 * How what is on a host differs from what the cluster file wants: the role's configuration file and its container's arguments.
 */

interface WantedSetting {
  name: SettingName;
  /** In the role's configuration file */
  key: string;
  wanted: string | undefined;
}

/** What the role's configuration file should hold. `not`: settings that are not this project's to say. */
export function wantedConfig(server: ServerSpec, site: Site, not: ReadonlySet<SettingName>): WantedSetting[] {
  const row = ROLES[server.role];
  const wanted = row.settings(server, site);
  const left = (name: SettingName) => name === row.database?.setting && wanted[name] === undefined;
  return (Object.entries(row.keys) as [SettingName, string][]).flatMap(([name, key]) =>
    not.has(name) || left(name) ? [] : [{ name, key, wanted: wanted[name] }],
  );
}

/** What of `wanted` the file does not hold. */
export function configDifferences(
  wanted: readonly WantedSetting[],
  values: Record<string, string> | undefined,
): ConfigDifference[] {
  return wanted.flatMap(({ name, key, wanted: after }) => {
    const before = values?.[key] || undefined;
    return sameSetting(name, before, after) ? [] : [difference(name, before, after)];
  });
}

const ARG_NAMES: Readonly<Record<string, string>> = {
  '-a': 'pbx.private_ip',
  '-x': 'private_ip',
  '-z': 'public_ip',
  '-n': 'name',
  '-t': 'token',
  '-E': 'mode',
};

/** What of a container's image (where it is wanted) and arguments is not as it should be. */
export function containerDifferences(
  container: Container,
  { image, args }: { image?: string; args: readonly ExpectedArg[] },
): ConfigDifference[] {
  const other =
    image !== undefined && !sameSetting('image', container.image, image)
      ? [difference('image', container.image, image)]
      : [];
  const differing = missingArgs(args, container.args).map(({ flag, value, found }) => {
    const name = ARG_NAMES[flag] ?? flag;
    if (flag === '-t') return difference(name, 'another one', 'the one that the PBX has');
    return flag === '-E' ? difference(name, 'beside the PBX', 'extended') : difference(name, found, value);
  });
  return [...other, ...differing];
}

/** The first that was said of each setting. */
export function once(differences: readonly ConfigDifference[]): ConfigDifference[] {
  const byName = new Map<string, ConfigDifference>();
  for (const one of differences) if (!byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()];
}

/** What of `expected` a container's arguments do not hold. `found` is what stands there instead; never a token. */
export function missingArgs(
  expected: readonly ExpectedArg[],
  args: readonly string[],
): (ExpectedArg & { found?: string })[] {
  return expected.flatMap((wanted) => {
    const at = args.indexOf(wanted.flag);
    const found = at < 0 ? undefined : args[at + 1];
    const holds =
      at >= 0 &&
      (wanted.value === undefined
        ? !wanted.any || Boolean(found)
        : found !== undefined && sameText(found, wanted.value));
    if (holds) return [];
    return [wanted.flag === '-t' ? { flag: '-t' } : { ...wanted, ...(found !== undefined && { found }) }];
  });
}

/** The configuration file's values and the container's arguments, as they are once `run` was done. */
export function installedState(server: ServerSpec, site: Site, not: ReadonlySet<SettingName>) {
  const values = wantedConfig(server, site, not).map(({ key, wanted }) => [key, wanted ?? ''] as const);
  const args = ROLES[server.role]
    .args(server, site)
    .flatMap(({ flag, value, any }) => [flag, ...(value !== undefined ? [value] : any ? ['-'] : [])]);
  return { values: Object.fromEntries(values), args };
}

/** undefined: its host has no such file. */
export function configOf(
  server: Pick<ServerSpec, 'role'>,
  { roles }: HostFacts,
): Reading<Record<string, string> | undefined> {
  return isKnown(roles) ? roles.find(({ role }) => role === server.role)?.values : roles;
}

export function containerOf(server: Pick<ServerSpec, 'role'>, facts: HostFacts): Reading<Container | undefined> {
  return findContainer(facts, ROLES[server.role].container);
}

function difference(name: string, before: string | undefined, after: string | undefined): ConfigDifference {
  return { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

const IMAGES: ReadonlySet<string> = new Set<SettingName>(['image', 'clickhouse_image']);

function sameSetting(name: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return IMAGES.has(name) ? imageName(before) === imageName(after) : sameText(before, after);
}

/** The same but for a slash at the end or the way an IPv6 address is written. */
function sameText(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(value: string): string {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  if (/[.:]/.test(bare) && ipaddr.isValid(bare)) return ipaddr.parse(bare).toString();
  return value.length > 1 ? value.replace(/\/+$/, '') || '/' : value;
}
