import type { Plan } from '../plan/types';
import { code } from '../text/markdown';

/** What a plan's images are now: "portsip/pbx:22 is version 22.4.1, sha256:ab…" */
export function imageLines({ images = {} }: Pick<Plan, 'images'>, word = (text: string): string => text): string[] {
  return Object.entries(images).map(
    ([image, { digest, version }]) => `${word(image)} is ${version ? `version ${word(version)}, ` : ''}${word(digest)}`,
  );
}

/** One bullet an image */
export const imageBullets = (plan: Pick<Plan, 'images'>): string[] => imageLines(plan, code).map((line) => `- ${line}`);
