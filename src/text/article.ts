/** "a queue server", "an IM server": what it begins with, spelled out or not, is spoken as it is written. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
