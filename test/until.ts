/** Looks again and again until it is so; whoever waits for an event need not guess how long it takes. The test's own time-out ends it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
