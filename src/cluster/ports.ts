/** TCP or UDP ports in one range. `from` and `to` are the same for a single one. */
export interface Ports {
  readonly protocol: 'tcp' | 'udp';
  readonly from: number;
  readonly to: number;
}

export function tcp(from: number, to = from): Ports {
  return { protocol: 'tcp', from, to };
}

export function udp(from: number, to = from): Ports {
  return { protocol: 'udp', from, to };
}

export const ALL_TCP = tcp(0, 65_535);
export const ALL_UDP = udp(0, 65_535);

/** "5065, 5067/tcp, 25000-34999/udp"; all of a protocol is "all TCP" */
export function portsText(ports: readonly Ports[]): string {
  return (['tcp', 'udp'] as const)
    .flatMap((protocol) => {
      const own = ports.filter((one) => one.protocol === protocol);
      if (own.length === 0) return [];
      if (own.some(({ from, to }) => from === 0 && to === 65_535)) return [`all ${protocol.toUpperCase()}`];
      return [
        `${protocol.toUpperCase()} ${own.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')}`,
      ];
    })
    .join('; ');
}
