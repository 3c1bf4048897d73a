import { imageName } from '../host/commands';
import type { Container } from '../host/types';
import type { Attribute } from './types';

/** The difference between what runs and what is wanted; names are compared as docker resolves them. */
export function imageDifference(container: Pick<Container, 'image'>, wanted: string): Attribute | undefined {
  return imageName(container.image) === imageName(wanted)
    ? undefined
    : { name: 'image', before: container.image, after: wanted };
}

/** The numbers of an image's tag: `portsip/pbx:22.3` is [22, 3]; undefined when the tag is not a version. */
export function versionOf(image: string): number[] | undefined {
  const tag = /:v?(\d+(?:\.\d+)*)(?:[-+@].*)?$/.exec(image)?.[1];
  return tag === undefined ? undefined : numbersOf(tag);
}

/** `22.6.0` is [22, 6, 0]. */
export function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

/** Whether `running` ("22.6.0") is older than `wanted` ([22]) as far as `wanted` says. */
export function olderThan(running: string, wanted: number[]): boolean {
  const have = running.split('.').map(Number);
  for (const [index, number] of wanted.entries()) {
    const part = have[index] ?? 0;
    if (part !== number) return part < number;
  }
  return false;
}
