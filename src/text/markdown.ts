import { printable } from './printable';

const entity = (character: string) => `&#${character.codePointAt(0)};`;

/**
 * Makes any text plain text on GitHub: no Markdown, no HTML, no mention, no reference to an issue or a commit, no link.
 * Punctuation that means something to Markdown becomes a numeric entity, which Markdown never reads as syntax. Mentions
 * and references are looked for after that, in the page itself, so a zero-width space keeps them from being found.
 */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      .replace(/[@#](?=\w)/g, '$&\u200b')
      .replace(/\b(gh)-(?=\d)/gi, '$1-\u200b')
      .replace(/\b[0-9a-f]{7}(?=[0-9a-f]{0,33}\b)/gi, '$&\u200b')
      // Letters, spaces and what sentences need stay readable; "1." would begin a list.
      .replace(
        /[!#$&*+<=>@[\\\]^_`{|}~]|^[-+]|(?<=^\d{1,9})[.)](?=\s|$)|:(?=\/\/|[a-z+]+[\w-]*:)|(?<=\bwww)\./gi,
        entity,
      )
  );
}

/** Text of several lines as one block: lines are kept as line breaks. */
export function escapeMarkdownLines(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => escapeMarkdown(line.trim()))
    .join('<br>');
}

/** Any text as code within a line, also in a table. */
export function code(text: string): string {
  const shown = printable(text);
  if (/^[\w.:/,=+-]+( [\w.:/,=+-]+)*$/.test(shown)) return `\`${shown}\``;
  return `<code>${Array.from(shown, (character) => (/[\w ]|[^\p{ASCII}]/u.test(character) && character !== '_' ? character : entity(character))).join('')}</code>`;
}

/** Lines of any text as a block of code that ends where we say. */
export function fence(language: string, lines: readonly string[]): string {
  const body = lines.map((line) => printable(line).replace(/@(?=\w)/g, '@\u200b'));
  const longest = Math.max(2, ...body.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}${language}`, ...body, ticks].join('\n');
}
