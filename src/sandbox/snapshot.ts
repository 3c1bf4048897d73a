import { ROLE_NAMES } from '../cluster/roles';
import { configPaths } from '../host/facts';
import type { Firewall, SandboxHost } from './host';
import type { PbxApi } from './pbx/api';

/** A cluster without what differs from run to run: ids, times, tokens. */
export interface Snapshot {
  /** By role, each server as the portal has it */
  servers: Record<string, Record<string, unknown>[]>;
  ipFilters: Record<string, unknown>[];
  im: Record<string, unknown>;
  sbc: Record<string, unknown>;
  hosts: Record<string, HostSnapshot>;
}

export interface HostSnapshot {
  /** The trusted sources, and what was opened */
  firewall: Firewall;
  containers: { name: string; image: string; version: string; running: boolean; args: string[] }[];
  /** Configuration files that control scripts left */
  configuration: Record<string, string>;
}

const CONFIGURATION = ROLE_NAMES.flatMap(configPaths);

export function takeSnapshot(hosts: SandboxHost[], pbx: PbxApi): Snapshot {
  const { state } = pbx;
  const hide = (text: string) =>
    [state.imToken, state.dataflowToken, state.sbcToken].reduce<string>(
      (shown, token) => (token ? shown.replaceAll(token, 'TOKEN') : shown),
      text,
    );
  return {
    servers: Object.fromEntries(
      Object.entries(state.servers).map(([role, servers]) => [
        role,
        servers.map((server) => without(server, 'id')).sort((a, b) => String(a.name).localeCompare(String(b.name))),
      ]),
    ),
    ipFilters: state.ipFilters
      .map((filter) => without(filter, 'id', 'expire_at'))
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    im: { ...state.im, token: state.imToken === null ? 'none' : 'issued' },
    sbc: { ...state.sbc, token: state.sbcToken === null ? 'none' : 'issued' },
    hosts: Object.fromEntries(
      hosts.map((host) => [
        host.name,
        {
          firewall: inUse(host.firewall()),
          containers: host.containers().map(({ name, image, version, running, args }) => ({
            name,
            image,
            version,
            running: running && !host.isDown,
            args: args.map(hide),
          })),
          configuration: Object.fromEntries(
            CONFIGURATION.flatMap((file) => {
              const text = host.read(`/opt/portsip/${file}`);
              return text === undefined ? [] : [[file, hide(text)]];
            }),
          ),
        },
      ]),
    ),
  };
}

/** Zones that somebody uses. */
function inUse(firewall: Firewall): Firewall {
  const used = (zones: Firewall['permanent']) =>
    Object.fromEntries(
      Object.entries(zones).filter(([, zone]) => zone.sources.length + zone.services.length + zone.ports.length > 0),
    );
  return { ...firewall, permanent: used(firewall.permanent), runtime: used(firewall.runtime) };
}

function without(object: object, ...fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}
