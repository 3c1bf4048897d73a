import { parseDuration } from '../text/duration';

/*
 * What the cluster file says of all session border controllers together: the PBX's settings of them, and how one is taken from
 * callers before it is stopped.
 */

export const SBC_TRANSPORTS = ['UDP', 'TCP', 'TLS'] as const;

export interface SbcTransport {
  protocol: (typeof SBC_TRANSPORTS)[number];
  port: number;
}

/** What the PBX keeps of its session border controllers (`/sbc`). undefined: left as it is. */
export interface SbcPortalSettings {
  domain?: string;
  httpPort?: number;
  httpsPort?: number;
  transports?: readonly SbcTransport[];
}

/** How callers are led away from one that is about to be stopped. Neither command nor pause: they are not. */
export interface SbcDrain {
  /** A program on the main server (with high availability: the control node), told `out` or `in`, name and addresses */
  command?: string;
  /** Time for a person to take it out of DNS */
  pauseSeconds: number;
  /** After that, for what resolvers remember and for calls to end */
  graceSeconds: number;
}

export interface SbcSettings {
  portal: SbcPortalSettings;
  drain?: SbcDrain;
}

/** The section as it is written. */
export interface SbcSection {
  web_domain?: string;
  http_port?: number;
  https_port?: number;
  transports?: ({ protocol?: SbcTransport['protocol']; port?: number } | undefined)[];
  drain?: { command?: string; pause?: string; grace?: string };
}

/** The same once the schema has found nothing wrong with it. */
export type WholeSbcSection = Omit<SbcSection, 'transports'> & { transports?: SbcTransport[] };

export const DEFAULT_GRACE = '5m';

export function buildSbc({ web_domain, http_port, https_port, transports, drain }: WholeSbcSection): SbcSettings {
  return {
    portal: {
      ...(web_domain !== undefined && { domain: web_domain.toLowerCase() }),
      ...(http_port !== undefined && { httpPort: http_port }),
      ...(https_port !== undefined && { httpsPort: https_port }),
      ...(transports && { transports: transports.map(({ protocol, port }) => ({ protocol, port })) }),
    },
    ...(drain && {
      drain: {
        ...(drain.command !== undefined && { command: drain.command }),
        pauseSeconds: drain.pause === undefined ? 0 : parseDuration(drain.pause),
        graceSeconds: parseDuration(drain.grace ?? DEFAULT_GRACE),
      },
    }),
  };
}
