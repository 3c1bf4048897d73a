import { urlHost } from '../cluster/addresses';
import { ROLES, type Role } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';

/*
 * What a person does in a session border controller's own portal: its REST interface is not published, so nobody else can.
 * Source: PortSIP's pages on configuring an SBC for WebRTC, and on the SBC cluster.
 */

const OWN_PORTAL_PORT = 8883;

/** Where the token is read and where it is typed. */
export function tokenSteps({ pbx, sbc }: Cluster, role: Role): string {
  const { calls } = ROLES[role];
  const port = calls.kind === 'outside' ? `, TCP, port ${calls.pbxPort}` : '';
  return `In the PBX's portal: Servers > SBC, copy the token. In each one's own portal (https://ITS-ADDRESS:${sbc?.portal.httpsPort ?? OWN_PORTAL_PORT}): Settings > PBX, with that token, address ${pbx.privateIp}${port}`;
}

/** All that there is to be done after some were installed. */
export function firstSteps(servers: readonly Server[], { sbc }: Cluster): string {
  const domain = sbc?.portal.domain;
  const port = sbc?.portal.httpsPort ?? OWN_PORTAL_PORT;
  const [first, ...others] = servers.map(({ name, address, privateIp, publicIp }) => ({
    name,
    portal: `https://${urlHost(address)}:${port}`,
    addresses: [privateIp, publicIp].filter((one) => one !== undefined).join(' and '),
  }));
  if (!first) return '';
  const portals = [first, ...others].map(({ portal }) => portal).join(', ');
  const addresses = [first, ...others].map(({ name, addresses: own }) => `${name} ${own}`).join('; ');
  return [
    `in its own portal, ${portals} (at first admin/admin: change that), the certificate${domain === undefined ? '' : ` for ${domain} and *.${domain}`}`,
    `Settings > Network: ${domain === undefined ? 'the web domain' : `web domain ${domain}`}, ${others.length === 0 ? first.addresses : `its addresses (${addresses})`}, then a restart (restart ${first.name}${others.length === 0 ? '' : ' and so on, one at a time'})`,
    'Settings > PBX: the token',
    'the licence key, which each one activates for itself',
    `in DNS an address record of its own${domain === undefined ? '' : `, and its address under ${domain}`}`,
  ].join('; ');
}
