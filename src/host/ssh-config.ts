/*
 * OpenSSH's client configuration, as far as it says how a person reaches a machine. Nothing in it is ever run: `Match` blocks are
 * passed over, and so is ProxyCommand. Source: ssh_config(5).
 */

/** How a person reaches a machine, where that is not what the cluster file says. */
export interface OwnWay {
  host?: string;
  port?: number;
  user?: string;
  /** `user@host:port` as written; `none`: straight */
  jump?: string;
  /** Paths as written */
  identityFiles: string[];
}

interface Block {
  patterns: readonly string[];
  settings: (readonly [keyword: string, value: string])[];
}

/** Of several texts, such as a file and what it includes, in their order. */
export function parseSshConfig(text: string): Block[] {
  const blocks: Block[] = [{ patterns: ['*'], settings: [] }];
  let current: Block | undefined = blocks[0];
  for (const raw of text.split(/\r?\n/)) {
    const line = /^\s*([A-Za-z]+)(?:\s*=\s*|\s+)(.*?)\s*$/.exec(raw);
    const [, keyword = '', value = ''] = line ?? [];
    const name = keyword.toLowerCase();
    if (name === 'match') current = undefined;
    else if (name === 'host') blocks.push((current = { patterns: words(value), settings: [] }));
    else if (name !== '') current?.settings.push([name, words(value)[0] ?? '']);
  }
  return blocks;
}

/**
 * What the blocks say of a machine by any of its names, the first of a kind first. A block for all hosts (`*`) knows nothing of
 * these machines: of it only keys count.
 */
export function ownWay(blocks: readonly Block[], names: readonly string[]): OwnWay {
  const said = blocks.flatMap((block) => {
    if (!names.some((name) => matches(block.patterns, name))) return [];
    const forAll = block.patterns.every((pattern) => pattern === '*');
    return forAll ? block.settings.filter(([name]) => name === 'identityfile') : block.settings;
  });
  const first = (keyword: string) => said.find(([name]) => name === keyword)?.[1];
  const [host, user, jump, port] = [first('hostname'), first('user'), first('proxyjump'), Number(first('port'))];
  return {
    ...(host && { host: host.replaceAll('%h', names.at(-1) ?? '') }),
    ...(user && { user }),
    ...(jump && { jump }),
    ...(Number.isInteger(port) && port > 0 && port < 65_536 && { port }),
    identityFiles: said.flatMap(([name, value]) => (name === 'identityfile' && value ? [value] : [])),
  };
}

/** Words, some of them in quotes; what follows a # of its own is a comment. */
function words(text: string): string[] {
  const found = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const comment = found.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? found : found.slice(0, comment);
}

function matches(patterns: readonly string[], name: string): boolean {
  if (patterns.some((pattern) => pattern.startsWith('!') && glob(pattern.slice(1), name))) return false;
  return patterns.some((pattern) => !pattern.startsWith('!') && glob(pattern, name));
}

function glob(pattern: string, name: string): boolean {
  // Runs of * are one: no pattern takes long.
  const source = pattern
    .replace(/\*+/g, '*')
    .split('')
    .map((letter) => (letter === '*' ? '[^]*?' : letter === '?' ? '[^]' : letter.replace(/[^\w]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 'i').test(name);
}
