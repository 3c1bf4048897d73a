/** One word for a POSIX shell, whatever it holds. */
export function shellQuote(word: string): string {
  if (word.includes('\0')) throw new TypeError('a shell word cannot hold a NUL');
  return `'${word.replaceAll("'", "'\\''")}'`;
}

export function shellQuoteAll(words: readonly string[]): string {
  return words.map(shellQuote).join(' ');
}

/**
 * One line of printable ASCII that `printf %b` turns back into the same bytes. `%b` is a builtin of every POSIX
 * shell, so hosts need no base64.
 */
export function printfEscape(text: string): string {
  // By far the most of it needs nothing, and one script goes to hundreds of hosts.
  return text.replaceAll(/[^\x20-\x5b\x5d-\x7e]+/g, (part) => {
    let line = '';
    for (const byte of Buffer.from(part, 'utf8')) {
      if (byte === 0x5c) line += '\\\\';
      else if (byte === 0x0a) line += '\\n';
      else line += `\\0${byte.toString(8).padStart(3, '0')}`;
    }
    return line;
  });
}
