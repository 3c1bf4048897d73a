import type { Session } from './session';

/**
 * Asks again and again, soon at first and then every two seconds, until `ask` gives something or the deadline is over. What
 * comes true at a known moment is not overslept: `ask` says in how many milliseconds at most it wants to be asked again.
 */
export async function until<T>(
  session: Session,
  deadlineMs: number,
  ask: (within: (ms: number) => void) => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = session.now() + deadlineMs;
  // What has taken a while is noticed a fifth of that while later at most.
  for (let pause = 150; ; pause = Math.min(pause * 1.2, 2000)) {
    let wanted = pause;
    const answer = await ask((ms) => (wanted = Math.min(wanted, ms)));
    if (answer !== undefined) return answer;
    const left = end - session.now();
    if (left <= 0 || session.signal.aborted) return undefined;
    // A clock of whole milliseconds may be one behind.
    await session.sleep(Math.max(10, Math.min(wanted + 1, left)), session.signal);
  }
}
