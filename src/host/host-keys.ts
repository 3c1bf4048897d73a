import type { Machine } from '../cluster/types';
import { hostsWithConnections, type HostsOptions } from './hosts';
import { keysIn, keyType } from './known-hosts';
import { isKnown, unknown, type Reading } from './reading';
import { HostError } from './types';
import type { Host } from './types';

/*
 * First contact: which keys machines offer before anybody trusts them. Nothing is signed in to whose key is not known.
 */

/** How a machine stands to known_hosts. */
export type HostKeyState =
  | { is: 'known' }
  | {
      /** `changed`: known_hosts has another one of the same type for it, or revokes it */
      is: 'new' | 'changed';
      /** What it offers to whoever runs this */
      here: Buffer;
      /** What it offers to `witness`, of the same type; undefined: there is nobody to ask */
      there?: Reading<Buffer>;
    }
  | { is: 'unseen'; why: string };

export interface HostKeySighting {
  machine: Machine;
  state: HostKeyState;
}

/** What two places together say of a key. */
export type HostKeyVerdictOfTwo = 'alike' | 'different' | 'one-place';

export function compareSightings({ here, there }: { here: Buffer; there?: Reading<Buffer> }): HostKeyVerdictOfTwo {
  if (there === undefined || !isKnown(there)) return 'one-place';
  return here.equals(there) ? 'alike' : 'different';
}

/**
 * Looks at all machines from here and, where `witness` is known already, from there as well: somebody in between would have to be
 * in both ways. Throws InputError for a key or known_hosts that cannot be used.
 */
export async function readHostKeys(
  options: HostsOptions,
  machines: readonly Machine[],
  witness: Machine,
): Promise<HostKeySighting[]> {
  const { hosts, connections } = hostsWithConnections({ ...options, knownHostsMayBeEmpty: true });
  try {
    const here = await Promise.all(
      machines.map(async (machine): Promise<HostKeySighting> => {
        try {
          await connections.client(machine);
          return { machine, state: { is: 'known' } };
        } catch (error) {
          return { machine, state: stateFrom(error, machine) };
        }
      }),
    );
    const trusted = here.some(({ machine, state }) => isSame(machine, witness) && state.is === 'known');
    if (!trusted) return here;
    return await Promise.all(
      here.map(async ({ machine, state }): Promise<HostKeySighting> => {
        if (state.is !== 'new' && state.is !== 'changed') return { machine, state };
        return { machine, state: { ...state, there: await keyFrom(hosts.host(witness), machine, state.here) } };
      }),
    );
  } finally {
    await hosts.close();
  }
}

export const isSame = (a: Machine, b: Machine): boolean => a.address === b.address && a.ssh.port === b.ssh.port;

function stateFrom(error: unknown, machine: Machine): HostKeyState {
  if (!(error instanceof HostError)) throw error;
  // Behind a jump host it is that one's key that is not known.
  if (error.host !== machine.name)
    return {
      is: 'unseen',
      why: error.offered
        ? `It is reached through ${error.host}, whose key is not known yet: that comes first`
        : error.message,
    };
  if (error.offered) return { is: error.code === 'host-key-changed' ? 'changed' : 'new', here: error.offered };
  // Its key was known: nobody is asked to sign in before.
  if (error.code === 'authentication' || error.code === 'sudo') return { is: 'known' };
  return { is: 'unseen', why: error.message };
}

/** By what ssh-keyscan calls them */
const SCANNED: Readonly<Record<string, string>> = {
  'ssh-ed25519': 'ed25519',
  'ssh-rsa': 'rsa',
  'ecdsa-sha2-nistp256': 'ecdsa',
  'ecdsa-sha2-nistp384': 'ecdsa',
  'ecdsa-sha2-nistp521': 'ecdsa',
};
const SECONDS = 5;

const SCAN = `
command -v ssh-keyscan >/dev/null || exit 127
ssh-keyscan -T ${SECONDS} -p "$2" -t "$3" "$1" 2>/dev/null
`;

async function keyFrom(witness: Host, { address, ssh }: Machine, here: Buffer): Promise<Reading<Buffer>> {
  const type = keyType(here);
  const kind = SCANNED[type];
  if (kind === undefined) return unknown(`a key of the type ${type} cannot be looked at from there`);
  try {
    const { code, stdout } = await witness.run(SCAN, [address, String(ssh.port), kind], {
      timeoutMs: 60_000,
      repeatable: true,
    });
    if (code === 127) return unknown('ssh-keyscan is not there');
    return keysIn(stdout).find((key) => keyType(key) === type) ?? unknown('it does not answer there');
  } catch (error) {
    if (error instanceof HostError) return unknown(error.message);
    throw error;
  }
}
