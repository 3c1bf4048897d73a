/**
 * For terminals that show ASCII only: each sign of ours by what comes next to it. Letters of others, such as those of a name, stay
 * as they are.
 */
export function inAscii(text: string): string {
  return text.replace(/[\u2013-\u21bb\u2500-\u2588\u2713-\u2718\u2800-\u28ff]/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Readonly<Partial<Record<string, string>>> = {
  '…': '...',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '•': '-',
  '→': '->',
  '↻': 'o',
  '│': '|',
  '✔': 'ok',
  '✓': 'ok',
  '✖': 'x',
  '✗': 'x',
  // A wheel that turns
  ...{ '⠋': '-', '⠙': '\\', '⠹': '|', '⠸': '/', '⠼': '-', '⠴': '\\', '⠦': '|', '⠧': '/', '⠇': '-', '⠏': '\\' },
};
