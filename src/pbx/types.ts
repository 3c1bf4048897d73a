import type { Trusted } from './tls';
import type { LimitName, ListedRole, Service } from '../cluster/roles';
import type { SbcPortalSettings } from '../cluster/sbc-settings';

/** A server as the portal has it, the same shape for every collection, with the limits of its own. */
export interface PortalServer extends Partial<Record<LimitName, number>> {
  id: string;
  role: ListedRole;
  name: string;
  /** The PBX brings one `INTERNAL` server per role; added ones are `EXTERNAL`. */
  type: 'INTERNAL' | 'EXTERNAL';
  enabled: boolean;
  /** Where it is reached; IPv4 where it has both */
  privateIp?: string;
  /** Only where the collection keeps one */
  publicIp?: string;
}

export type NewPortalServer = Omit<PortalServer, 'id' | 'type'>;
/** All that the PBX lets a client update; a name or an address means destroy and create. */
export type PortalServerPatch = Partial<Pick<PortalServer, 'enabled' | LimitName>>;

export interface ServerStatus {
  status: 'ONLINE' | 'OFFLINE';
  /** Calls or participants up now; undefined where the PBX does not tell. */
  calls?: number;
  /** What of its limits is in use, where the PBX tells */
  load?: Partial<Record<LimitName, number>>;
  cpuUsage?: number;
  memoryUsage?: number;
}

export interface IpFilter {
  id: string;
  cidr: string;
  target: 'ACCEPT' | 'DENY';
  /** RFC 3339 */
  expireAt?: string;
  description?: string;
}

export interface ImAddresses {
  privateIp?: string;
  publicIp?: string;
}

/** The PBX's REST API, as this project needs it. Every method throws `PbxError`. */
export interface Pbx {
  /** The certificate that the PBX offered, once it answered */
  readonly certificate: Trusted | undefined;
  /** All pages, INTERNAL ones included. */
  servers(role: ListedRole): Promise<PortalServer[]>;
  createServer(server: NewPortalServer): Promise<string>;
  updateServer(role: ListedRole, id: string, patch: PortalServerPatch): Promise<void>;
  /** Success as well when it is gone already. */
  destroyServer(role: ListedRole, id: string): Promise<void>;
  status(role: ListedRole, id: string): Promise<ServerStatus>;
  ipFilters(): Promise<IpFilter[]>;
  createIpFilter(filter: Omit<IpFilter, 'id'>): Promise<string>;
  updateIpFilter(id: string, filter: Partial<Omit<IpFilter, 'id'>>): Promise<void>;
  destroyIpFilter(id: string): Promise<void>;
  im(): Promise<ImAddresses>;
  setIm(addresses: ImAddresses): Promise<void>;
  /**
   * Whether it sees the one server of a role that it keeps no list of; `untold`: its answer says neither; undefined: a PBX before
   * v22.8, which is not asked that
   */
  serviceStatus(service: Service): Promise<ServerStatus['status'] | 'untold' | undefined>;
  /** undefined when none was issued. The value is in `Secrets` before this returns. */
  imToken(): Promise<string | undefined>;
  /** Issues a new one; the old one stops working. Masked before this returns. */
  issueImToken(): Promise<string>;
  /** What is set of its session border controllers; undefined: nothing */
  sbc(): Promise<SbcPortalSettings>;
  setSbc(settings: SbcPortalSettings): Promise<void>;
  /** undefined when none was issued. The value is in `Secrets` before this returns. */
  sbcToken(): Promise<string | undefined>;
  /** Issues a new one; all session border controllers need it then. Masked before this returns, and not given: a person reads it in the portal. */
  issueSbcToken(): Promise<void>;
  /**
   * Issues a Data Flow token by POST to `path` (below /api). The published API has no such endpoint:
   * 'unsupported' when the PBX answers 404.
   */
  // eslint-disable-next-line @typescript-eslint/no-redundant-type-constituents -- names the one string that is no token
  issueDataflowToken(path: string): Promise<string | 'unsupported'>;
  /** `GET /license`: `api_version`, e.g. "22.0"; undefined when it does not say */
  apiVersion(): Promise<string | undefined>;
  /** `GET /admin/status`: calls that are up on all of the PBX, and how many its licence allows at once; each where it says so */
  usage(): Promise<PbxUsage>;
  close(): Promise<void>;
}

export interface PbxUsage {
  calls?: number;
  licensedCalls?: number;
}

/** What went wrong between us and the PBX, in words for an operator. */
export class PbxError extends Error {
  constructor(
    message: string,
    readonly details: {
      /** `GET /media_servers` */
      operation: string;
      status?: number;
      /** The PBX's own code, `UNKNOWN` when it gave one that is not documented */
      code?: string;
      cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.name = 'PbxError';
  }
}
