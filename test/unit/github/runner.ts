/** What a runner would obey, with its forgiving comparison: invisible characters do not count. */
export function obeyed(line: string): boolean {
  const seen = line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  return seen.trimStart().startsWith('::') || seen.includes('##[');
}
