import { plural } from '../text/list';
import { escapeMarkdown, fence } from '../text/markdown';

/** Puts a page together that never grows beyond its limit; what does not fit is cut at a line and said. */
export class Budget {
  private readonly parts: string[] = [];
  private left: number;
  private cut = false;

  constructor(
    limit: number,
    private readonly note: string,
  ) {
    this.left = limit;
    this.reserve(`\n\n${note}`);
  }

  reserve(text: string): void {
    this.left -= bytes(`\n\n${text}`);
  }

  add(block: string): boolean {
    const size = bytes(`\n\n${block}`);
    if (size > this.left) {
      this.cut = true;
      return false;
    }
    this.left -= size;
    this.parts.push(block);
    return true;
  }

  /** As many of the items as fit in half of what is left. */
  addAll(
    items: readonly string[],
    separator: string,
    head = '',
    more = (count: number) => `${separator}… and ${count} more`,
  ): void {
    if (items.length === 0) return;
    const room = this.left / 2;
    let size = bytes(`\n\n${head}`) + 40;
    const taken: string[] = [];
    for (const item of items) {
      size += bytes(item) + bytes(separator);
      if (size > room) break;
      taken.push(item);
    }
    const missing = items.length - taken.length;
    if (missing > 0) {
      this.cut = true;
      if (taken.length === 0) return;
    }
    this.add(`${head}${taken.join(separator)}${missing > 0 ? more(missing) : ''}`);
  }

  addTable(head: readonly string[], body: readonly string[][]): void {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    this.addAll(
      body.map(line),
      '\n',
      `${line(head)}\n${line(head.map(() => '---'))}\n`,
      (count) => `\n\n… and ${count} more rows`,
    );
  }

  /** As many of the lines of Markdown as fit in a third of what is left, folded. */
  addFold(summary: string, lines: readonly string[]): void {
    let room = this.left / 3 - bytes(summary) - 100;
    const taken = lines.filter((line) => (room -= bytes(`${line}\n`)) > 0);
    if (taken.length === 0) return void (this.cut = true);
    if (taken.length < lines.length) {
      this.cut = true;
      taken.push(`- … and ${lines.length - taken.length} more`);
    }
    this.add(`<details><summary>${escapeMarkdown(summary)}</summary>\n\n${taken.join('\n')}\n\n</details>`);
  }

  /** As many of the lines as fit in a `share` of what is left, folded. */
  addDetails(summary: string, language: string, lines: readonly string[], share = 1): void {
    const open = `<details><summary>${escapeMarkdown(summary)}</summary>\n\n`;
    this.addBlock(open, language, lines, '\n\n</details>', share);
  }

  /** The same, unfolded. */
  addFence(language: string, lines: readonly string[]): void {
    this.addBlock('', language, lines, '', 1);
  }

  private addBlock(open: string, language: string, lines: readonly string[], close: string, share: number): void {
    // Room for the fence, which grows with the backticks inside.
    const room = this.left * share - bytes(open) - 600;
    let size = 0;
    const taken: string[] = [];
    for (const line of lines) {
      // Escaping can make a line longer: measured as it will be.
      size += bytes(fence('', [line]));
      if (size > room) break;
      taken.push(line);
    }
    if (taken.length < lines.length) {
      this.cut = true;
      taken.push(`# … and ${plural(lines.length - taken.length, 'more line', 'more lines')}`);
    }
    if (taken.length > 1 || lines.length === taken.length) this.add(`${open}${fence(language, taken)}${close}`);
  }

  text(foot: string): string {
    return `${[...this.parts, ...(this.cut ? [this.note] : []), foot].join('\n\n')}\n`;
  }
}

const bytes = (text: string) => Buffer.byteLength(text);
