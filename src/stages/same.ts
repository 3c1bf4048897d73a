import { normalise } from '../cluster/addresses';

/** Whether two addresses or CIDRs mean the same, however they are written: `10.0.0.1` and `10.0.0.1/32`. */
export function sameCidr(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

/** The same for addresses that may be missing or empty. */
export function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return normalise(a ?? '') === normalise(b ?? '');
}
