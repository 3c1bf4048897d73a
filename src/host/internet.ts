import { promises as dns } from 'node:dns';
import { connect } from 'node:net';
import { normalise } from '../cluster/addresses';
import { unknown, type Reading } from './reading';

/** What can be seen from here of what callers see: names and open ports. */
export interface Internet {
  /** The addresses that a name leads to, also by the SRV records that telephones ask for; none when there is no such name */
  addressesOf(name: string): Promise<Reading<string[]>>;
  /** Whether something answers on a TCP port */
  answers(address: string, port: number): Promise<boolean>;
}

const DNS_MS = 2000;
const CONNECT_MS = 3000;
/** Where telephones look for a name's servers (RFC 3263), and Microsoft Teams for nothing else */
const SERVICES = ['_sips._tcp', '_sip._tls', '_sip._tcp'];

export const internet: Internet = {
  async addressesOf(name) {
    const resolver = new dns.Resolver({ timeout: DNS_MS, tries: 1 });
    try {
      const own = await hostAddresses(resolver, name);
      if (own.length > 0) return own;
      const records = await Promise.all(SERVICES.map((service) => none(resolver.resolveSrv(`${service}.${name}`))));
      const targets = [...new Set(records.flat().map((record) => record.name))];
      return (await Promise.all(targets.map((target) => hostAddresses(resolver, target)))).flat();
    } catch (error) {
      return unknown(error instanceof Error ? error.message : String(error));
    }
  },

  answers: (address, port) =>
    new Promise((resolve) => {
      const socket = connect({ host: address, port, timeout: CONNECT_MS });
      const end = (answered: boolean) => {
        socket.destroy();
        resolve(answered);
      };
      socket.once('connect', () => end(true));
      socket.once('timeout', () => end(false));
      socket.once('error', () => end(false));
    }),
};

async function hostAddresses(resolver: dns.Resolver, name: string): Promise<string[]> {
  const found = await Promise.all([none(resolver.resolve4(name)), none(resolver.resolve6(name))]);
  return found.flat().map(normalise);
}

/** That there is no such record is an answer; that nobody answered is none. */
async function none<T>(asked: Promise<T[]>): Promise<T[]> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
}
