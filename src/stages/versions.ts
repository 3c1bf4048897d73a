import { compareVersions, isOlder, parseVersion, sameImage, versionOf } from '../cluster/image';
import { followsPbx, ROLES } from '../cluster/roles';
import type { Server, ServerSpec } from '../cluster/types';
import type { Finding } from '../finding';
import type { Container } from '../host/types';
import { pbxContainer, serverContainer } from './live';
import type { DiffInput } from './stage';
import { withArticle } from '../text/article';

/*
 * Which version runs where. A tag says little: `portsip/pbx:22`, the only one that PortSIP documents, is moved with each release.
 * What an image is, its `version` label says. Source: PortSIP's control scripts read it, and so does its guide to upgrades.
 */

/** What the PBX is upgraded to, where the cluster file says so and it may be done from here. */
export interface PbxUpgrade {
  present: string;
  image: string;
  /** By its label, where the cluster file or the tag names it */
  version?: string;
  presentVersion?: string;
}

/** A PBX is never taken back: an older version in the cluster file is no wish (`pbxVersionFindings`). */
export function pbxUpgrade({
  cluster,
  live,
  plane,
}: Pick<DiffInput, 'live' | 'cluster' | 'plane'>): PbxUpgrade | undefined {
  const container = pbxContainer(live);
  const { image, version } = cluster.pbx;
  if (!container || image === undefined || !plane.drivesPbx) return undefined;
  const present = container.version;
  const other = !sameImage(container.image, image);
  const older = version !== undefined && present !== undefined && isOlder(parseVersion(present), parseVersion(version));
  if ((!other && !older) || isTakenBack(container, { image, version })) return undefined;
  const wanted = version ?? wholeVersion(image);
  return {
    present: container.image,
    image,
    ...(wanted !== undefined && { version: wanted }),
    ...(present !== undefined && { presentVersion: present }),
  };
}

/** Whether what is wanted is older than what runs, as far as a label or a tag tells. An older PBX does not open a newer one's database. */
function isTakenBack(running: Container, wanted: { image: string; version: string | undefined }): boolean {
  const has = running.version === undefined ? versionOf(running.image) : parseVersion(running.version);
  const wants = wanted.version === undefined ? versionOf(wanted.image) : parseVersion(wanted.version);
  return has !== undefined && wants !== undefined && compareVersions(has, wants) > 0;
}

/** The version that the servers are to have: the PBX's, after the upgrade that is planned for it; undefined: not known. */
export function pbxVersion(input: Pick<DiffInput, 'live' | 'cluster' | 'plane'>): string | undefined {
  const upgrade = pbxUpgrade(input);
  return upgrade ? upgrade.version : pbxContainer(input.live)?.version;
}

/** A server that runs an older version than the PBX, under the name of an image that can have become the PBX's. */
export function behindPbx(
  { image, role }: Pick<ServerSpec, 'image' | 'role'>,
  { version }: Pick<Container, 'version'>,
  input: Pick<DiffInput, 'live' | 'cluster' | 'plane'>,
): { from: string; to: string } | undefined {
  const wanted = pbxVersion(input);
  if (!followsPbx(role)) return undefined;
  if (wanted === undefined || version === undefined || !olderThan(version, wanted)) return undefined;
  return canBe(image, wanted) ? { from: version, to: wanted } : undefined;
}

export function olderThan(version: string, other: string): boolean {
  return isOlder(parseVersion(version), parseVersion(other));
}

/** Whether a name can stand for a version: `portsip/pbx:22` for any 22, one with a digest for none but its own. */
function canBe(image: string, version: string): boolean {
  if (image.includes('@')) return false;
  const tag = versionOf(image);
  return tag === undefined || compareVersions(parseVersion(version), tag) === 0;
}

function wholeVersion(image: string): string | undefined {
  const version = versionOf(image);
  return version && version.length >= 3 ? version.join('.') : undefined;
}

/** Servers that do not go with the PBX, and what no pull can mend. */
export function versionFindings(server: Server, input: DiffInput): Finding[] {
  const version = serverContainer(input.live, server)?.version;
  const wanted = pbxVersion(input);
  if (!followsPbx(server.role) || version === undefined || wanted === undefined || version === wanted) return [];
  const { label, sameVersionAsPbx } = ROLES[server.role];
  if (olderThan(wanted, version))
    return [
      {
        code: 'server-newer',
        severity: 'blocking',
        server: server.name,
        message: `${server.name} runs version ${version} and the PBX ${wanted}: no server may be newer than its PBX; upgrade the PBX (${pbxByHand(input)})`,
      },
    ];
  if (!olderThan(version, wanted) || behindPbx(server, { version }, input) || !canStay(server, input)) return [];
  return [
    {
      code: 'server-older',
      severity: sameVersionAsPbx ? 'blocking' : 'warning',
      server: server.name,
      message: `${server.name} runs version ${version} and the PBX ${wanted}, and ${server.image} cannot become that${sameVersionAsPbx ? `; ${withArticle(label)} must run the PBX's own version` : ''}: name the PBX's image for it in the cluster file`,
    },
  ];
}

/**
 * A server whose own image in the cluster file is older than what it runs. One that keeps data is never taken back, as an older one does
 * not open a newer one's database; of all others it is told.
 */
export function takenBackFindings(server: Server, { live, plane }: DiffInput): Finding[] {
  // Whatever the file says, it gets what the PBX runs.
  if (plane.followsPbxImage && followsPbx(server.role)) return [];
  const running = serverContainer(live, server);
  if (
    !running ||
    sameImage(running.image, server.image) ||
    !isTakenBack(running, { image: server.image, version: undefined })
  )
    return [];
  const row = ROLES[server.role];
  const from = running.version ?? running.image;
  return [
    row.kept
      ? {
          code: 'taken-back',
          severity: 'blocking',
          server: server.name,
          message: `${server.name} runs ${from}, newer than ${server.image} in the cluster file: ${withArticle(row.label)} is never taken back, since an older one does not open its database. Write what runs into the cluster file; to go back all the same, restore a backup by hand`,
        }
      : {
          code: 'taken-back',
          severity: 'warning',
          server: server.name,
          message: `${server.name} runs ${from} and goes back to ${server.image}, which is older, as the cluster file says`,
        },
  ];
}

/** Whether it runs the image that it is to run: otherwise that comes first. */
function canStay(server: Server, { live }: DiffInput): boolean {
  const image = serverContainer(live, server)?.image;
  return image !== undefined && sameImage(image, server.image);
}

/** Where the PBX is not what the cluster file says, and no deploy will make it so. */
export function pbxVersionFindings(input: DiffInput): Finding[] {
  const { cluster, live, plane } = input;
  const { image, version: wanted } = cluster.pbx;
  const container = pbxContainer(live);
  const present = container?.version;
  if (container && image !== undefined && plane.drivesPbx && !sameImage(container.image, image))
    if (isTakenBack(container, { image, version: wanted }))
      return [
        {
          code: 'pbx-newer',
          severity: 'blocking',
          message: `The PBX runs ${present ?? container.image}, newer than ${wanted ?? image} in the cluster file: it is never taken back, since an older one does not open its database. Write what runs into the cluster file; to go back all the same, restore a backup by hand`,
        },
      ];
  if (wanted === undefined || present === wanted || pbxUpgrade(input)) return [];
  // Compared without asking anybody, nothing is known of what runs; and a PBX that is not there is told elsewhere.
  if (present === undefined)
    return live.live && container
      ? [
          {
            code: 'pbx-version-unknown',
            severity: 'warning',
            message: `The cluster file wants version ${wanted} of the PBX, and which one runs cannot be told: its image (${container.image}) has no version label. Nothing is upgraded by that; look at ${plane.byHand.status}`,
          },
        ]
      : [];
  if (olderThan(wanted, present))
    return [
      {
        code: 'pbx-newer',
        severity: 'warning',
        message: `The PBX runs version ${present}, newer than pbx.version ${wanted} in the cluster file: it is never taken back, and the servers follow it; write ${present} into the cluster file`,
      },
    ];
  return [
    {
      code: 'pbx-version',
      severity: 'warning',
      message: `The PBX runs version ${present} and the cluster file wants ${wanted}: ${pbxByHand(input)}`,
    },
  ];
}

function pbxByHand({ plane }: DiffInput): string {
  return `${plane.drivesPbx ? 'set pbx.image and pbx.version for a deploy to do it, or by hand ' : ''}${plane.byHand.upgrade}`;
}
