import { list } from '../text/list';
import { maskEnvironment, type Env } from '../github/environment';
import type { Secrets } from '../log';

/*
 * Variables of one cluster of many: `PORTSIP_PBX_PASSWORD__ACME_WEST` is that of acme-west, and wins over `PORTSIP_PBX_PASSWORD`, which
 * is for all. No other cluster's are in what a cluster's session is made from.
 */

const OF_ONE = /^(PORTSIP_[A-Z]+(?:_[A-Z]+)*)__(\w+)$/;
const PASSWORD = 'PORTSIP_PBX_PASSWORD';
const COMMAND = 'PORTSIP_PBX_PASSWORD_COMMAND';

/** How variables of a cluster end: names have small letters, digits and - alone, so no two have the same. */
const suffixOf = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** The environment as a cluster's own session has it. A command that prints its password is told whose by PORTSIP_CLUSTER. */
export function environmentOf(name: string, env: Env): Env {
  const shared: Record<string, string | undefined> = {};
  const own: Record<string, string | undefined> = {};
  for (const [key, value] of Object.entries(env)) {
    const [, variable, suffix] = OF_ONE.exec(key) ?? [];
    if (variable === undefined) shared[key] = value;
    else if (suffix === suffixOf(name)) own[variable] = value;
  }
  // Its own command is not kept from being asked by a password that is for all.
  if (own[COMMAND] && !own[PASSWORD]) delete shared[PASSWORD];
  return { ...shared, ...own, PORTSIP_CLUSTER: name };
}

/** Masks the secrets of all clusters: what one prints may hold another's. */
export function maskAll(names: readonly string[], env: Env, secrets: Secrets): void {
  for (const name of names) maskEnvironment(secrets, environmentOf(name, env));
}

/** What is wrong with variables that are no cluster's: a sentence, without their values; undefined: nothing */
export function strayVariables(names: readonly string[], env: Env): string | undefined {
  const known = new Set(names.map(suffixOf));
  const stray = Object.keys(env).filter((key) => {
    const [, , suffix] = OF_ONE.exec(key) ?? [];
    return suffix !== undefined && !known.has(suffix);
  });
  if (stray.length === 0) return undefined;
  return `${list(stray, 8)}: no cluster here is called that, so nobody uses ${stray.length === 1 ? 'it' : 'them'}`;
}
