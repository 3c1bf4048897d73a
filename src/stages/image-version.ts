import { ROLES, followsPbx } from '../cluster/roles';
import type { Machine, ServerSpec } from '../cluster/types';
import type { Host } from '../host/types';
import { hostOf, type Run } from './run';
import { StageError } from './stage-error';
import { olderThan, pbxVersion } from './versions';

/*
 * What an image is that a host has by now: a tag may have been moved since the plan was made.
 */

const VERSION_LABEL = `docker image inspect --format '{{index .Config.Labels "version"}}' "$1"`;

/** An image's `version` label; undefined: it has none, or the host does not have the image. */
export async function imageVersion(host: Host, image: string): Promise<string | undefined> {
  const { code, stdout } = await host.run(VERSION_LABEL, [image], { repeatable: true });
  const version = stdout.trim();
  return code === 0 && /^\d{1,4}(?:\.\d{1,4}){0,3}$/.test(version) ? version : undefined;
}

/** Throws where what a name stands for by now is not the version that the cluster file wants of the PBX. */
export async function checkPbxImage(run: Run, image: string, wanted: string | undefined): Promise<void> {
  if (wanted === undefined) return;
  const { machine } = run.session.cluster.pbx;
  const version = await imageVersion(hostOf(run, machine), image);
  if (version === wanted) return;
  throw new StageError(
    `${image} is ${said(version)} by now, and the PBX is to get ${wanted}: ${version === undefined ? 'name an image of that version' : `write ${version} into pbx.version, or name an image that is ${wanted}`}`,
  );
}

/**
 * Throws where a server would get a version that does not go with the PBX's. `catchesUp`: it is done for the server to have the
 * PBX's version in the end.
 */
export async function checkServerImage(run: Run, server: ServerSpec & Machine, catchesUp: boolean): Promise<void> {
  const { image, name, role } = server;
  const pbx = pbxVersion({ cluster: run.session.cluster, live: run.live, plane: run.plane });
  if (pbx === undefined || !followsPbx(role)) return;
  const version = await imageVersion(hostOf(run, server), image);
  if (version === undefined || version === pbx) return;
  const exact = catchesUp || ROLES[role].sameVersionAsPbx;
  if (!exact && olderThan(version, pbx)) return;
  throw new StageError(
    olderThan(pbx, version)
      ? `${image} is ${said(version)} by now, newer than the PBX (${pbx}), and no server may be: ${name} was left as it is; upgrade the PBX first`
      : `${image} on the host of ${name} is ${said(version)}, and the PBX runs ${pbx}: the registry that it comes from does not have that yet`,
  );
}

function said(version: string | undefined): string {
  return version === undefined ? 'an image without a version label' : `version ${version}`;
}
