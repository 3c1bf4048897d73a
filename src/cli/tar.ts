import { InputError } from '../input-error';

/*
 * Reads an archive in memory and writes none of it anywhere: what is in it decides no path on this machine.
 */

const BLOCK = 512;

/** Plain files of a tar archive (ustar, also as git and GNU tar write it), by their paths. Throws InputError for what is none. */
export function readTar(bytes: Buffer, wanted: (path: string) => boolean): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const head = bytes.subarray(at, at + BLOCK);
    // Two blocks of zeros are its end.
    if (head.every((byte) => byte === 0)) return files;
    const size = Number.parseInt(textAt(head, 124, 12).trim() || '0', 8);
    if (!checksumFits(head) || !Number.isSafeInteger(size)) throw new InputError('this is no whole tar archive');
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) break;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const kind = textAt(head, 156, 1);
    if (kind === 'L') longName = content.toString('utf8').replace(/\0.*$/s, '');
    else if (kind === 'x') longName = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString('utf8'))?.[1];
    else if (kind !== 'g') {
      const prefix = textAt(head, 257, 5) === 'ustar' ? textAt(head, 345, 155) : '';
      const name = longName ?? [prefix, textAt(head, 0, 100)].filter(Boolean).join('/');
      longName = undefined;
      if ((kind === '0' || kind === '') && wanted(name)) files.set(name, content);
    }
  }
  throw new InputError('the archive ends in the middle: half of a download?');
}

function textAt(head: Buffer, start: number, length: number): string {
  return head.toString('utf8', start, start + length).replace(/\0.*$/s, '');
}

/** The sum of the head's bytes, its own field as blanks. Source: POSIX, pax, ustar interchange format */
function checksumFits(head: Buffer): boolean {
  const told = Number.parseInt(textAt(head, 148, 8).trim(), 8);
  return head.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0) === told;
}
