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

/** All that there is to be done after one was installed. */
export function firstSteps(server: Server, cluster: Cluster): string {
  const { sbc } = cluster;
  const domain = sbc?.portal.domain;
  const portal = `https://${urlHost(server.address)}:${sbc?.portal.httpsPort ?? OWN_PORTAL_PORT}`;
  const addresses = [server.privateIp, server.publicIp].filter((address) => address !== undefined).join(' and ');
  return [
    `in its own portal, ${portal} (at first admin/admin: change that), the certificate${domain === undefined ? '' : ` for ${domain} and *.${domain}`}`,
    `Settings > Network: ${domain === undefined ? 'the web domain' : `web domain ${domain}`}, ${addresses}, then a restart (restart ${server.name})`,
    'Settings > PBX: the token',
    'the licence key, which each one activates for itself',
    `in DNS an address record of its own${domain === undefined ? '' : `, and its address under ${domain}`}`,
  ].join('; ');
}
