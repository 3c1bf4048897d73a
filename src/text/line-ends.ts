/** GitHub may give a text back with other line ends than it got. */
export function sameLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Whether two texts differ in no more than that, or in white space at their end. */
export function sameText(one: string, other: string): boolean {
  return sameLineEnds(one).trimEnd() === sameLineEnds(other).trimEnd();
}
