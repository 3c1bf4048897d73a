import { distance } from 'fastest-levenshtein';

/** The candidate that was probably meant: `private-ip`, `privateIp` and `privat_ip` are private_ip. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word.slice(0, 64));
  let best: { candidate: string; score: number } | undefined;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const score = startsAlike(wanted, folded) ? 0.5 : distance(wanted, folded);
    // Two slips in five letters (a swap counts as two): more than that is another word.
    const allowed = Math.max(1, Math.round(Math.max(wanted.length, folded.length) * 0.4));
    if (score <= allowed && score < Math.min(wanted.length, folded.length) && (!best || score < best.score)) {
      best = { candidate, score };
    }
  }
  return best?.candidate;
}

/** `did you mean media? One of media, queue, …` */
export function didYouMean(word: string, candidates: readonly string[], guess = closest(word, candidates)): string {
  const all = `one of ${candidates.join(', ')}`;
  if (!guess) return all;
  return candidates.length > 8 ? `did you mean ${guess}?` : `did you mean ${guess}? (${all})`;
}

/** Saturday is sat, disab is disabled. */
function startsAlike(a: string, b: string): boolean {
  return a !== b && Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_ .]/g, '');
}
