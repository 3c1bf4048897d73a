import type { Path } from '../fault';
import type { ClusterFile } from '../file';
import { entries } from './report';
import type { Rule } from './report';

interface ImageUse {
  image: string;
  path: Path;
}

/** Images that do not say which version they are, or that do not go together. */
export const images: Rule = (file, report) => {
  const pbxImages = pbxImageUses(file);
  const clickhouse = entries(file).flatMap(({ clickhouse_image: image, index }) =>
    image === undefined ? [] : [{ image, path: ['servers', index, 'clickhouse_image'] }],
  );
  for (const { image, path } of [...pbxImages, ...clickhouse]) {
    const tag = tagOf(image);
    if (image.includes('@')) continue;
    if (tag === undefined || tag === 'latest') {
      report.warning(
        path,
        'image-without-version',
        `${image} may be another version tomorrow`,
        `name the version, such as ${path.at(-1) === 'clickhouse_image' ? 'portsip/clickhouse:25.8' : 'portsip/pbx:22'}`,
      );
    }
  }
  const wanted = file.image === undefined ? undefined : versionOf(file.image);
  for (const { image, path } of pbxImages) {
    const version = versionOf(image);
    if (!version) continue;
    if (version.major < 22) {
      report.warning(
        path,
        'image-too-old',
        `${image} looks like version ${version.major}; PortSIP's cluster scripts want 22 or later`,
        'portsip/pbx:22',
      );
    } else if (wanted && version.major !== wanted.major) {
      report.warning(
        path,
        'different-versions',
        `${image} and ${file.image} ${report.line(['image'])} are different major versions`,
        'the PBX and all its servers are to run one version',
      );
    }
  }
  for (const { role, image, index } of entries(file)) {
    const used = image ?? file.image;
    const version = role === 'dataflow' && used !== undefined ? versionOf(used) : undefined;
    if (version?.major === 22 && version.minor !== undefined && version.minor < 3) {
      report.warning(
        image === undefined ? ['image'] : ['servers', index, 'image'],
        'image-too-old',
        `Data Flow needs version 22.3 or later, and this is ${version.major}.${version.minor}`,
        'portsip/pbx:22',
      );
    }
  }
};

function pbxImageUses(file: ClusterFile): ImageUse[] {
  return [
    { image: file.image, path: ['image'] },
    { image: file.pbx?.image, path: ['pbx', 'image'] },
    ...entries(file).map(({ image, index }) => ({ image, path: ['servers', index, 'image'] })),
  ].flatMap(({ image, path }) => (image === undefined ? [] : [{ image, path }]));
}

function tagOf(image: string): string | undefined {
  return /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
}

function versionOf(image: string): { major: number; minor?: number } | undefined {
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?![\d])/.exec(tagOf(image) ?? '');
  return match ? { major: Number(match[1]), ...(match[2] !== undefined && { minor: Number(match[2]) }) } : undefined;
}
