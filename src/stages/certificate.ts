import type { Finding } from '../finding';
import type { Trusted } from '../pbx/tls';

/*
 * The PBX's own certificate. PortSIP's Certificate Manager renews it every two months (source: its guide to certificates), and a pin
 * of the old one then ends every run.
 */

const DAY_MS = 86_400_000;
/** A pinned certificate has to be seen to by a person; what an authority vouches for renews itself some weeks before. */
const NOTICE_DAYS = { certificate: 30, key: 14, authority: 14 } as const;

/** The same from day to day. `now`: milliseconds since the epoch */
export function certificateFindings(trusted: Trusted | undefined, now: number): Finding[] {
  if (trusted?.expiresAt === undefined || trusted.expiresAt - now > NOTICE_DAYS[trusted.by] * DAY_MS) return [];
  const day = new Date(trusted.expiresAt).toISOString().slice(0, 10);
  const cure = {
    certificate:
      'a renewed one is not the pinned one: put its fingerprint beside the old one in PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint, between commas) before it is renewed, or pin its public key or authority',
    key: 'renew it with the same key, or put the new key beside the old one in PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint, between commas) first',
    authority: 'renew it on the PBX, and see why that was not done by itself',
  }[trusted.by];
  return [
    {
      code: 'pbx-certificate-expires',
      severity: 'warning',
      message: `The PBX's certificate ${trusted.expiresAt < now ? 'expired' : 'expires'} on ${day}: ${cure}`,
    },
  ];
}
