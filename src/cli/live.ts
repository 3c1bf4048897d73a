import type { Output } from './io';

const FRAME_MS = 100;

/**
 * The last lines of a terminal, drawn again and again, below text that scrolls away as usual.
 * `draw` gives the lines for the present moment; none may be wider than the terminal.
 */
export class LiveRegion {
  private drawn = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly output: Output,
    private readonly draw: (frame: number) => string[],
  ) {
    let frame = 0;
    this.timer = setInterval(() => this.refresh(frame++), FRAME_MS);
    this.timer.unref();
    this.output.write(HIDE_CURSOR);
    process.once('exit', this.showCursor);
    this.refresh(0);
  }

  /** Prints lines above the region. */
  print(text: string): void {
    this.output.write(`${this.erase()}${text.endsWith('\n') ? text : `${text}\n`}`);
    this.refresh(0);
  }

  refresh(frame: number): void {
    const lines = this.draw(frame);
    const erase = this.erase();
    this.drawn = lines.length;
    this.output.write(`${erase}${lines.map((line) => `${line}\n`).join('')}`);
  }

  close(): void {
    clearInterval(this.timer);
    this.output.write(this.erase());
    this.showCursor();
    process.off('exit', this.showCursor);
  }

  private readonly showCursor = () => this.output.write(SHOW_CURSOR);

  private erase(): string {
    const up = this.drawn > 0 ? `\r\u001b[${this.drawn}A\u001b[J` : '';
    this.drawn = 0;
    return up;
  }
}

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
