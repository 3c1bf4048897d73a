import { createHmac, randomBytes } from 'node:crypto';
import { isKnown, type Reading } from './reading';
import type { Container, HostFacts } from './types';

/** The container of that name; undefined: there is none. */
export function findContainer(
  { containers }: Pick<HostFacts, 'containers'>,
  name: string,
): Reading<Container | undefined> {
  return isKnown(containers) ? containers.find((container) => container.name === name) : containers;
}

/** The container of that name as far as it can be seen: where to be unknown is as good as not to be there, as in what is shown. */
export function seenContainer(facts: Pick<HostFacts, 'containers'>, name: string): Container | undefined {
  const found = findContainer(facts, name);
  return isKnown(found) ? found : undefined;
}

/** Whether there is certainly no such container. */
export function isAbsent(container: Reading<Container | undefined>): boolean {
  return isKnown(container) && container === undefined;
}

/**
 * What a role's container was told of itself and its PBX. All roles' programs have the same options. Source: PortSIP's v22
 * control scripts, which write them into the container's command line.
 */
export interface Told {
  /** Address of the PBX that it reports to */
  pbx?: string;
  /** Its name in the portal; roles that the portal does not list have none */
  name?: string;
}

export function toldOf({ args }: Pick<Container, 'args'>): Told {
  const after = (flag: string) => {
    const at = args.indexOf(flag);
    return at < 0 ? undefined : args[at + 1];
  };
  const [pbx, name] = [after('-a'), after('-n')];
  return { ...(pbx !== undefined && { pbx }), ...(name !== undefined && { name }) };
}

/** All containers that can be seen. */
export function seenContainers({ containers }: Pick<HostFacts, 'containers'>): readonly Container[] {
  return isKnown(containers) ? containers : [];
}

/** Whether a container runs; what cannot be seen is not known to. */
export function isSeenRunning(facts: Pick<HostFacts, 'containers'>, name: string): boolean {
  return seenContainer(facts, name)?.running === true;
}

const KEY = randomBytes(32);

/** Names a token in this process, for comparing it with another one. */
export function tokenMark(token: string): string {
  return createHmac('sha256', KEY).update(token).digest('hex');
}

/** A container's arguments with marks for tokens: what is not there cannot be printed, and need not be masked. */
export function withoutToken(args: readonly string[]): string[] {
  return args.map((arg, index) => (args[index - 1] === '-t' && arg !== '' ? tokenMark(arg) : arg));
}
