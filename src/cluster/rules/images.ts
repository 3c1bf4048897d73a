import type { Path } from '../fault';
import type { ClusterFile } from '../file';
import { isOlder, leadingVersion, tagOf } from '../image';
import { ROLES, type Role } from '../roles';
import { entries } from './report';
import type { Rule } from './report';

interface ImageUse {
  image: string;
  path: Path;
  /** One that would do */
  example: string;
}

/** Images that do not say which version they are, or that do not go together. */
export const images: Rule = (file, report) => {
  const pbxImages = pbxImageUses(file);
  const others = entries(file).flatMap(({ role, image, clickhouse_image: clickhouse, index }): ImageUse[] => {
    const own = ownImage(role);
    return [
      ...(clickhouse === undefined
        ? []
        : [{ image: clickhouse, path: ['servers', index, 'clickhouse_image'], example: 'portsip/clickhouse:26.3' }]),
      ...(image === undefined || own === undefined ? [] : [{ image, path: ['servers', index, 'image'], example: own }]),
    ];
  });
  for (const { image, path, example } of others) {
    if (!/(^|\/)pbx([:@]|$)/.test(image) || path.at(-1) !== 'image') continue;
    report.error(
      path,
      'image-of-the-pbx',
      `${image} is an image of the PBX, and this server runs another one`,
      example,
    );
  }
  for (const { image, path, example } of [...pbxImages, ...others]) {
    const tag = tagOf(image);
    if (image.includes('@')) continue;
    if (/^\d+(\.\d+)*$/.test(image)) {
      const name = path.at(-1) === 'clickhouse_image' ? 'portsip/clickhouse' : 'portsip/pbx';
      report.error(path, 'image-without-name', `${image} is a version, and no image`, `${name}:${image}`);
      continue;
    }
    if (tag === undefined || tag === 'latest') {
      report.warning(
        path,
        'image-without-version',
        `${image} may be another version tomorrow`,
        `name the version, such as ${example}`,
      );
    }
  }
  const wanted = file.image === undefined ? undefined : leadingVersion(file.image);
  for (const { image, path } of pbxImages) {
    const version = leadingVersion(image);
    if (!version) continue;
    if (isOlder(version, CLUSTERS_SINCE)) {
      report.warning(
        path,
        'image-too-old',
        `${image} looks like version ${version[0]}; PortSIP's cluster scripts want 22 or later`,
        'portsip/pbx:22',
      );
    } else if (wanted && version[0] !== wanted[0]) {
      report.warning(
        path,
        'different-versions',
        `${image} and ${file.image}${report.line(['image'])} are different major versions`,
        'the PBX and all its servers are to run one version',
      );
    }
  }
  for (const { role, image, index } of entries(file)) {
    const used = image ?? ownImage(role) ?? file.image;
    const since = role === undefined ? undefined : ROLES[role].since;
    const version = used === undefined ? undefined : leadingVersion(used);
    if (role === undefined || !since || !version || version.length < since.length || version[0] !== since[0]) continue;
    if (isOlder(version, since)) {
      report.warning(
        image === undefined ? ['image'] : ['servers', index, 'image'],
        'image-too-old',
        `${ROLES[role].short} needs version ${since.join('.')} or later, and this is ${version.join('.')}`,
        'portsip/pbx:22',
      );
    }
  }
};

/** Source: PortSIP's cluster scripts, which refuse an image with an older `version` label. */
const CLUSTERS_SINCE = [22];

function pbxImageUses(file: ClusterFile): ImageUse[] {
  return [
    { image: file.image, path: ['image'] },
    { image: file.pbx?.image, path: ['pbx', 'image'] },
    ...entries(file)
      .filter(({ role }) => ownImage(role) === undefined)
      .map(({ image, index }) => ({ image, path: ['servers', index, 'image'] })),
  ].flatMap(({ image, path }) => (image === undefined ? [] : [{ image, path, example: 'portsip/pbx:22' }]));
}

/** What servers of the role run instead of the PBX's image */
function ownImage(role: Role | undefined): string | undefined {
  return role === undefined ? undefined : ROLES[role].ownImage;
}
