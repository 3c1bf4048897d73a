import { idOf } from '../stages/change';

/** A host's output is kept up to here; its own log has all of it. */
const MOST_LINES = 2_000;

/**
 * What hosts print, held back until the change that it belongs to is over: lines of hosts that work side by side would stand
 * in each other's way, and nobody could fold them up.
 */
export class Outputs {
  private readonly lines = new Map<string, string[]>();
  private readonly leftOut = new Map<string, number>();

  constructor(
    private readonly print: (line: string) => void,
    private readonly grouped: (title: string, lines: readonly string[]) => void,
  ) {}

  /** `source`: the machine's name, `pbx` for the main server */
  add(source: string, line: string): void {
    const lines = this.lines.get(source) ?? [];
    this.lines.set(source, lines);
    lines.push(line);
    // The beginning says what was begun, the end what became of it.
    if (lines.length <= MOST_LINES) return;
    lines.splice(MOST_LINES / 2, 1);
    this.leftOut.set(source, (this.leftOut.get(source) ?? 0) + 1);
  }

  /** The output of the machine that a change was done on */
  flush(id: string): void {
    const own = [...this.lines.keys()].find((source) => ON_ITS_HOST.some((idFor) => idFor(source) === id));
    if (own !== undefined) this.flushOf(own);
    else if (ON_MAIN.has(id)) this.flushOf('pbx');
  }

  flushAll(): void {
    for (const source of [...this.lines.keys()]) this.flushOf(source);
  }

  private flushOf(source: string): void {
    const lines = this.lines.get(source);
    if (!lines) return;
    this.lines.delete(source);
    const leftOut = this.leftOut.get(source);
    this.leftOut.delete(source);
    if (leftOut) lines.splice(MOST_LINES / 2, 0, `… ${leftOut} lines are left out here; the host's own log has them`);
    if (lines.length <= FEW) for (const line of lines) this.print(`  [${source}] ${line}`);
    else this.grouped(`  ${source}: ${lines.length} lines`, lines);
  }
}

/** Ids of what is done on a server's own host, by the server's name */
const ON_ITS_HOST = [idOf.entry, idOf.sshKey, idOf.scripts, idOf.preparation, idOf.registry, idOf.role, idOf.restart];
/** Ids of what is done on the main server */
const ON_MAIN: ReadonlySet<string> = new Set([
  idOf.scripts('pbx'),
  idOf.registry('pbx'),
  idOf.pbxImage,
  idOf.pbxRestart,
  idOf.loadBalancerRestart,
]);
/** Not worth a fold */
const FEW = 2;
