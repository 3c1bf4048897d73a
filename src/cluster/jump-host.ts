import { isAddress } from './addresses';

export interface JumpHost {
  user?: string;
  host: string;
  port?: number;
}

/** Takes `host`, `user@host`, `host:port` and `user@host:port` apart, IPv6 in brackets; undefined when it is none of them. */
export function parseJumpHost(text: string): JumpHost | undefined {
  const match =
    /^(?:([A-Za-z_][A-Za-z0-9_.-]*)@)?(?:([A-Za-z0-9][A-Za-z0-9.-]*)|\[([0-9A-Fa-f:.]+)\])(?::(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const [, user, name, ipv6, digits] = match;
  const host = name ?? ipv6;
  if (host === undefined || (ipv6 !== undefined && !isAddress(ipv6))) return undefined;
  const port = digits === undefined ? undefined : Number(digits);
  if (port !== undefined && (port < 1 || port > 65535)) return undefined;
  return { host, ...(user && { user }), ...(port && { port }) };
}
