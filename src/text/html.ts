import { printable } from './printable';

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Part[];

/** HTML around values: whatever is not HTML of ours becomes text, within an element or an attribute in quotes. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    texts.map((text, index) => `${text}${index < parts.length ? shown(parts[index] ?? '') : ''}`).join(''),
  );
}

function shown(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(shown).join('');
  return printable(String(part)).replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}
