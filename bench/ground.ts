import type { ApiCount } from './farm/farm';
import type { FarmHost } from './farm/settings';

/** Where it is measured: hosts, a PBX's API and a network of their own, on this machine. */
export interface Ground {
  /** In `folder`: `key`, `known_hosts`, and in `hosts/NAME/upper` what a host has written */
  readonly settings: { folder: string; password: string; hosts: readonly FarmHost[] };
  readonly main: FarmHost;
  readonly servers: readonly FarmHost[];
  /** What the product is told of credentials */
  readonly env: Record<string, string>;
  writeClusterFile(): string;
  /** As before the first deploy */
  reset(): Promise<void>;
  /** As if the server that a scale-out adds had never been there */
  takeAway(node: string): Promise<void>;
  /** What the API was asked since it was asked this */
  count(): Promise<Pick<ApiCount, 'requests'>>;
  /** A command line in the runner's network and this machine's everything else */
  asRunner(argv: string[]): [command: string, args: string[]];
  down(): void;
}
