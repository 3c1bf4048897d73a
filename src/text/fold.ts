/**
 * Breaks lines at spaces so that none is longer than `width`; what a line goes on in is indented deeper than it. Colours take no
 * room. A word that is longer stays whole, and so does a line that is a command of ours: they may have to be copied.
 */
export function fold(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .map((line) => (shownLength(line) <= width || COMMAND.test(uncoloured(line)) ? line : foldLine(line, width)))
    .join('\n');
}

const COMMAND = /^ +portsip-cluster /;

function foldLine(line: string, width: number): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const deeper = ' '.repeat(Math.min(indent.length + 2, 14));
  const lines: string[] = [];
  let current = indent;
  let begun = false;
  for (const word of line.slice(indent.length).split(' ')) {
    if (begun && shownLength(current) + 1 + shownLength(word) > width) {
      lines.push(current.trimEnd());
      [current, begun] = [deeper, false];
    }
    // What stood in columns is no table any more.
    if (word === '' && !begun && lines.length > 0) continue;
    current = begun ? `${current} ${word}` : `${current}${word}`;
    begun = true;
  }
  return [...lines, current.trimEnd()].join('\n');
}

// eslint-disable-next-line no-control-regex
const COLOUR = /\u001b\[\d+m/g;

const uncoloured = (text: string): string => text.replace(COLOUR, '');

export const shownLength = (text: string): number => uncoloured(text).length;
