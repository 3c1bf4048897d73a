import type { HostFacts } from './types';

export interface Unreachable {
  unreachable: string;
}

/** What is known of a host: its facts, or why there are none. */
export type Reachable = HostFacts | Unreachable;

export function isReachable(facts: Reachable | undefined): facts is HostFacts {
  return facts !== undefined && !('unreachable' in facts);
}
