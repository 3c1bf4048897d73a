import type { HostFacts } from './types';

/*
 * What the control scripts on a host can do, told by the options that they read and not by their date: PortSIP gives them no
 * version, and its init.sh always brings the newest (source: portsip-pbx-sh, v22.x/init.sh).
 */

/** v22.4: as of January 2026. v22.6: those with `-g` (portsip-pbx-sh at 94251bb). v22.8: several instances of Data Flow on a server. */
export const SCRIPT_GENERATIONS = ['v22.4', 'v22.6', 'v22.8'] as const;
export type ScriptGeneration = (typeof SCRIPT_GENERATIONS)[number];

/** Of the scripts below the scripts path; undefined: there are none that one could tell it by. */
export function generationOf({ scriptOptions = {} }: Pick<HostFacts, 'scriptOptions'>): ScriptGeneration | undefined {
  const known = ['dataflow_ctl.sh', 'im_ctl.sh', 'pbx_ctl.sh'].flatMap((script) => scriptOptions[script] ?? []);
  if (known.length === 0) return undefined;
  // Every verb of v22.8 takes the PBX that it is for, upgrade included. Source: PortSIP's guide to Data Flow, October 2026.
  if (ofUpgrade(scriptOptions['dataflow_ctl.sh'])?.some((options) => takes(options, 'x'))) return 'v22.8';
  return known.some((options) => takes(options, 'g')) ? 'v22.6' : 'v22.4';
}

/** Whether a script's `upgrade` takes an option; undefined: it cannot be told. */
export function upgradeTakes(
  { scriptOptions = {} }: Pick<HostFacts, 'scriptOptions'>,
  script: string,
  letter: string,
): boolean | undefined {
  return ofUpgrade(scriptOptions[script])?.some((options) => takes(options, letter));
}

/** `run` reads where data is kept, and `upgrade` knows that already. */
function ofUpgrade(options: readonly string[] | undefined): string[] | undefined {
  const found = options?.filter((one) => !takes(one, 'p'));
  return found?.length ? found : undefined;
}

function takes(options: string, letter: string): boolean {
  return options.includes(letter);
}

/** What brings the newest scripts to a host. Source: PortSIP's guide to upgrades within v22. */
export function refreshByHand(scriptsPath: string): string {
  return `cd ${scriptsPath} && sudo /bin/sh init.sh`;
}
