/** Whether there is such a time zone, `Asia/Shanghai` or an older name of it. */
export function isTimeZone(name: string): boolean {
  // To make a formatter is the whole test, but the first one takes as long as everything else that is done to a file.
  return Intl.supportedValuesOf('timeZone').includes(name) || isKnown(name);
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}
