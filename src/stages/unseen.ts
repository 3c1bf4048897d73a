import type { Finding } from '../finding';

/*
 * What could not be read, and what waits until it can: nothing is done to what is not known, and everything else goes on.
 */

/** By what could not be seen of a server. A deploy does nothing to the server meanwhile. */
const UNSEEN = {
  containers: {
    code: 'containers-unknown',
    what: (name: string) => `What runs on the host of ${name} cannot be seen`,
    cure: 'Look at Docker there: sudo systemctl status docker',
  },
  config: {
    code: 'config-unknown',
    what: (name: string) => `What the control script on the host of ${name} was last told cannot be read`,
    cure: 'Look at its folder of configuration files there',
  },
  disk: {
    code: 'disk-unknown',
    what: (name: string) => `How much disk is free on the host of ${name} cannot be seen`,
    cure: 'Try there: df',
  },
  packages: {
    code: 'packages-unknown',
    what: (name: string) => `What is installed on the host of ${name} cannot be seen`,
    cure: 'Try there: sudo dpkg --audit',
  },
  scripts: {
    code: 'scripts-unknown',
    what: (name: string) => `Whether the control scripts are on the host of ${name} cannot be seen`,
    cure: 'Look at their folder there',
  },
  compose: {
    code: 'compose-unknown',
    what: (name: string) => `Whether Docker on the host of ${name} has its Compose plugin cannot be seen`,
    cure: 'Try there: docker compose version',
  },
  firewall: {
    code: 'firewall-unknown',
    what: (name: string) => `Whether the main server's firewall lets ${name} in cannot be seen`,
    cure: 'Try on the main server: sudo firewall-cmd --state',
  },
  status: {
    code: 'status-unknown',
    what: (name: string) => `Whether ${name} takes calls cannot be seen in the portal`,
    cure: "Look at it on the portal's page",
  },
} as const;

export type Unseen = keyof typeof UNSEEN;

/** Codes of findings that say that something could not be seen */
export const UNSEEN_CODES: readonly string[] = Object.values(UNSEEN).map(({ code }) => code);

/** `waits`: "its removal waits", "it is left as it is" */
export function unseen(what: Unseen, server: string, why: string, waits: string): Finding {
  const { code, what: sentence, cure } = UNSEEN[what];
  return { code, severity: 'blocking', server, message: `${sentence(server)} (${why}): ${waits}. ${cure}` };
}
