/*
 * Names of images, and the versions that they tell of. One place for both: how docker completes a name, and how PortSIP counts.
 */

/** As docker completes it: `docker.io/library/x` is `x`, no tag is `latest`. */
export function imageName(reference: string): string {
  const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}

/** Whether two names mean the same image to docker. */
export function sameImage(a: string, b: string): boolean {
  return imageName(a) === imageName(b);
}

/** `22` of `portsip/pbx:22@sha256:…`; undefined without a tag. */
export function tagOf(image: string): string | undefined {
  return /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
}

/** Major, minor, … */
export type Version = readonly number[];

/** The numbers of an image's tag: `portsip/pbx:22.3` is [22, 3]; undefined when the tag is not a version. */
export function versionOf(image: string): Version | undefined {
  const tag = /:v?(\d+(?:\.\d+)*)(?:[-+@].*)?$/.exec(image)?.[1];
  return tag === undefined ? undefined : parseVersion(tag);
}

/** What a tag begins with, where that is a version: `22.4-rc1` is [22, 4]. */
export function leadingVersion(image: string): Version | undefined {
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?![\d])/.exec(tagOf(image) ?? '');
  return match
    ? match.slice(1).flatMap((part: string | undefined) => (part === undefined ? [] : [Number(part)]))
    : undefined;
}

/** `22.6.0` is [22, 6, 0]. */
export function parseVersion(version: string): Version {
  return version
    .replace(/^v/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}

/** Below 0: `version` is older than `wanted`, above 0: newer, as far as `wanted` says: 22.6.1 is neither to 22. */
export function compareVersions(version: Version, wanted: Version): number {
  const differences = wanted.map((number, index) => (version[index] ?? 0) - number);
  return differences.find((difference) => difference !== 0) ?? 0;
}

export function isOlder(version: Version, wanted: Version): boolean {
  return compareVersions(version, wanted) < 0;
}
