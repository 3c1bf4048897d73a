import type { ListedRole } from '../cluster/roles';
import type { Pbx, PortalServer, ServerStatus } from '../pbx/types';
import { isObject } from '../unknown';
import { StageError } from './stage-error';

/** A server that is deleted while we look is OFFLINE, not an error. */
export async function statusOf(pbx: Pbx, role: ListedRole, id: string): Promise<ServerStatus> {
  return pbx.status(role, id).catch((error: unknown): ServerStatus => {
    if (isGone(error)) return { status: 'OFFLINE' };
    throw error;
  });
}

/** Asks the PBX about a server that a run relies on. Throws StageError when somebody deleted it in the portal meanwhile. */
export async function inPortal<T>({ name }: Pick<PortalServer, 'name'>, ask: Promise<T>): Promise<T> {
  try {
    return await ask;
  } catch (error) {
    if (!isGone(error)) throw error;
    throw new StageError(
      `${name} is not in the portal any more: somebody deleted it there meanwhile; deploy again to register it`,
    );
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'details' in error && isObject(error.details) && error.details['status'] === 404;
}
