import { Secrets } from '../log';

/** Of what one job prints: more are never remembered, whatever a host prints. */
const MOST = 20;
/** A shorter word is masked where it stands, and not wherever else it does. */
const LEAST_CHARACTERS = 8;

/**
 * PortSIP's scripts print their arguments, the IM token once more, and a ClickHouse password that was there before. The secret is
 * what follows one of these.
 */
const BEFORE_A_SECRET = [
  // The registry's token is an argument, too.
  /(?<=^\[info\]: args .*\s-[tP]\s+)\S+/g,
  /(?<=^\s*token\s*:\s*)\S+(?=\s*$)/g,
  /(?<=^\[info\].*\bpassword(?: is)?\s*[:=]?\s+["']?)[^\s"',]+/gi,
  /(?<=\b\w*(?:token|password|passwd|secret)\w*=["']?)[^\s"',]+/gi,
];

/**
 * Masks what a host says that is secret. In its own lines only: what it says is of its choice, and whoever could have words
 * masked that others print could make a log unreadable.
 */
export class ToldSecrets {
  private readonly known = new Secrets();
  private readonly words = new Set<string>();

  redact(line: string): string {
    for (const pattern of BEFORE_A_SECRET)
      line = line.replace(pattern, (word) => {
        this.remember(word);
        return '***';
      });
    return this.known.redact(line);
  }

  private remember(word: string): void {
    if (word.length < LEAST_CHARACTERS || this.words.size >= MOST) return;
    this.words.add(word);
    this.known.add(word);
  }
}
