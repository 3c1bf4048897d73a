import { Transform } from 'node:stream';

/** Folders that each host has of its own. /proc only in part: whether a process lives is asked of the real one. */
const OWN =
  '(?:opt|etc|run|srv|sys|chat|data|home|root|mnt|tmp|var|usr/local|proc/(?:meminfo|cpuinfo|loadavg|uptime|sys))';
// A path begins where no word, variable or other path ends (`\\n` is a newline in what printf %b is given), and its
// first folder is a whole name.
const PATH = new RegExp(`(?<=^|[^A-Za-z0-9_.~/$})*?\\]]|\\\\[nt])/${OWN}(?![A-Za-z0-9_.-])`, 'gm');

/**
 * A poor man's chroot that needs no root: absolute paths in what is sent to a host are moved below its folder, and
 * moved back in what it prints. It works on text, so it holds for whatever spells its paths out, which shell scripts
 * and their arguments do.
 */
export class Redirect {
  constructor(readonly root: string) {
    if (!/^[A-Za-z0-9_./-]+$/.test(root)) throw new Error(`The sandbox needs a plain folder name, not ${root}`);
  }

  inward(text: string): string {
    return text.replace(PATH, (path) => this.root + path);
  }

  outward(text: string): string {
    return text.replaceAll(this.root, '');
  }

  /** Whole lines only: a path could be cut in two by a packet. */
  input(): Transform {
    let pending = '';
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        pending += chunk.toString('latin1');
        const end = pending.lastIndexOf('\n') + 1;
        const lines = this.inward(pending.slice(0, end));
        pending = pending.slice(end);
        done(null, lines === '' ? undefined : Buffer.from(lines, 'latin1'));
      },
      flush: (done) => done(null, pending === '' ? undefined : Buffer.from(this.inward(pending), 'latin1')),
    });
  }

  /** Holds back only what could be the beginning of the folder's name. */
  output(): Transform {
    let pending = '';
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        const text = this.outward(pending + chunk.toString('latin1'));
        const held = this.overlap(text);
        pending = text.slice(text.length - held);
        const ready = text.slice(0, text.length - held);
        done(null, ready === '' ? undefined : Buffer.from(ready, 'latin1'));
      },
      flush: (done) => done(null, pending === '' ? undefined : Buffer.from(pending, 'latin1')),
    });
  }

  private overlap(text: string): number {
    for (let length = Math.min(text.length, this.root.length - 1); length > 0; length--)
      if (text.endsWith(this.root.slice(0, length))) return length;
    return 0;
  }
}
