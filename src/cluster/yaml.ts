import { Composer, isAlias, isMap, isNode, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Alias, Document, Node, YAMLMap } from 'yaml';
import { printable } from './fault';
import type { Fault, Path } from './fault';
import { conflictMarkers, misplacedEntry, oddSigns } from './mistakes';
import { inWords } from './syntax';
import { decode, Lines } from './decode';
import type { Position } from './types';

/** Of the parser's stack, which takes two or three entries a level: its recursion must not exhaust ours. */
const MAX_STACK = 40;
/** Levels of values and length of keys; a cluster file has 4 and 20. */
const MAX_DEPTH = 12;
const MAX_KEY = 100;
/** Words and signs of the file; about a hundred times what 50 servers take. */
const MAX_LEXEMES = 250_000;
/** Values, each alias counted as often as it is used: stops files that grow without end when their aliases are filled in. */
const MAX_VALUES = 50_000;

/** A YAML file as plain values, and where each of them stands. */
export interface YamlFile {
  /** Mappings have no prototype, so that no key (`__proto__`, `constructor`) means anything. */
  value: unknown;
  /** Where a value, or with 'key' its key, stands; for what is not there, what it would be in. */
  at(path: Path, part?: 'key' | 'value'): Position;
}

/** Whether any line begins as one of a cluster file does */
const looksLikeOurs = (text: string): boolean =>
  /^\s*["']?(version|name|image|pbx|ssh|servers|private_ip|role|restart)["']?\s*:/m.test(text);

/** Nobody is helped by what makes a letter or a script no good YAML. */
function notOurs([first]: readonly Fault[]): Fault {
  return {
    line: first?.line ?? 1,
    column: first?.column ?? 1,
    severity: 'error',
    code: 'syntax',
    message: 'this is no cluster file: nothing in it is what one has, such as "version: 1" or "servers:"',
    cure: 'is it the right file?',
  };
}

/** What a text is as YAML; without `file` it is none. */
export interface Parsed {
  file?: YamlFile;
  faults: Fault[];
}

/** Never throws, and takes no longer than the file's size allows. */
export function readYaml(input: string | Buffer): Parsed {
  const decoded = decode(input);
  return 'fault' in decoded ? { faults: [decoded.fault] } : parse(decoded.text);
}

function parse(text: string): Parsed {
  const conflicts = conflictMarkers(text);
  if (conflicts.length > 0) return { faults: conflicts.map((found) => ({ ...found, severity: 'error' })) };
  const lines = new Lines(text);
  const { documents, cut, lastQuote, hasLongQuote } = compose(text);
  const reader = new Reader(lines);
  const slips = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  // Where reading was given up, everything after it looks broken.
  for (const { offset, message, cure } of inWords(
    slips.filter(({ pos }) => !cut || pos[0] < cut.offset),
    hasLongQuote,
    lastQuote,
    text,
  )) {
    reader.fault(offset, 'syntax', message, cure);
  }
  if (reader.faults.length === 0 && cut) reader.fault(cut.offset, 'syntax', cut.message, 'is it the right file?');
  // One that only looks like a dash, a colon or a blank breaks what follows: that is what has to be said, for each.
  const odd = reader.faults.length > 0 ? oddSigns(text) : [];
  if (odd.length > 0) return { faults: inTheirPlace(odd, reader.faults) };
  // An entry at the wrong place breaks what is around it: that is what has to be said, and once.
  const misplaced = reader.faults.length > 0 ? misplacedEntry(text) : undefined;
  if (misplaced && reader.faults.some(({ line }) => line >= misplaced.line - 1))
    return { faults: inTheirPlace([misplaced], reader.faults) };
  if (reader.faults.length > 0)
    return { faults: cut || looksLikeOurs(text) ? reader.faults : [notOurs(reader.faults)] };

  const [document, second] = documents;
  if (second) {
    const start = second.contents?.range[0] ?? second.range[0];
    reader.fault(
      start,
      'several-documents',
      'a second YAML document begins here',
      'keep one cluster per file, without a --- between',
    );
    return { faults: reader.faults };
  }
  if (!document?.contents) {
    reader.fault(
      0,
      'empty',
      'the file has nothing in it',
      'start with "version: 1"; examples/cluster.yaml shows a whole file',
    );
    return { faults: reader.faults };
  }
  const value = reader.read(document.contents);
  const { faults, isBroken } = reader;
  return isBroken ? { faults } : { file: { value, at: reader.at }, faults };
}

/** What people did, for what the parser says of the line before the first of it and of all below. */
function inTheirPlace(found: readonly Omit<Fault, 'severity'>[], faults: readonly Fault[]): Fault[] {
  const first = found[0]?.line ?? Infinity;
  return [
    ...faults.filter(({ line }) => line < first - 1),
    ...found.map((one) => ({ ...one, severity: 'error' as const })),
  ];
}

interface Composed {
  documents: Document.Parsed[];
  /** Where and why reading was given up */
  cut?: { offset: number; message: string };
  /** Where a text in quotes begins that goes over lines, or the last one: the one that is not closed, if one is not */
  lastQuote: number;
  /** A text in quotes goes over lines, which nothing in a cluster file does on purpose */
  hasLongQuote: boolean;
}

function compose(text: string): Composed {
  const parser = new Parser();
  const tokens: Parameters<Composer['next']>[0][] = [];
  let cut: Composed['cut'];
  let lexemes = 0;
  let lastQuote = 0;
  let longQuote: number | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    if (/^["']/.test(lexeme)) lastQuote = parser.offset;
    if (/^["'][^]*\n/.test(lexeme)) longQuote ??= parser.offset;
    tokens.push(...parser.next(lexeme));
    lexemes += 1;
    if (parser.stack.length > MAX_STACK) cut = { offset: parser.offset, message: 'values are nested too deep here' };
    else if (lexemes > MAX_LEXEMES) cut = { offset: parser.offset, message: 'the file has too many values' };
    if (cut) break;
  }
  tokens.push(...parser.end());
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    // Keys are checked for uniqueness by us: the library compares each with each.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return {
    documents: [...composer.compose(tokens, true, text.length)],
    lastQuote: longQuote ?? lastQuote,
    hasLongQuote: longQuote !== undefined,
    ...(cut && { cut }),
  };
}

class Reader {
  readonly faults: Fault[] = [];
  /** The rest means nothing. Of a key that is given twice the first counts, so that everything else can be told at once. */
  isBroken = false;
  private readonly places = new Map<string, { key?: Position; value: Position }>();
  private readonly anchors = new Map<string, Node>();
  private readonly targets = new Map<Alias, Node | undefined>();
  private readonly open = new Set<Node>();
  private values = 0;

  constructor(private readonly lines: Lines) {}

  read(root: Node): unknown {
    this.resolveAliases(root);
    return this.value(root, []);
  }

  at = (path: Path, part: 'key' | 'value' = 'value'): Position => {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.places.get(pathKey(path.slice(0, length)));
      if (place) return (part === 'key' || length < path.length ? place.key : undefined) ?? place.value;
    }
    return { line: 1, column: 1 };
  };

  fault(offset: number, code: string, message: string, cure?: string): void {
    this.isBroken = true;
    this.note(offset, code, message, cure);
  }

  private note(offset: number, code: string, message: string, cure?: string): void {
    this.faults.push({ ...this.lines.at(offset), severity: 'error', code, message, ...(cure && { cure }) });
  }

  /** Before anything is filled in, since an alias means the last such anchor before it in the text. */
  private resolveAliases(node: unknown): void {
    if (isAlias(node)) this.targets.set(node, this.anchors.get(node.source));
    if (isScalar(node) && node.anchor) this.anchors.set(node.anchor, node);
    if ((isMap(node) || isSeq(node)) && node.anchor) this.anchors.set(node.anchor, node);
    if (isSeq(node)) for (const item of node.items) this.resolveAliases(item);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        this.resolveAliases(key);
        this.resolveAliases(value);
      }
    }
  }

  private value(node: unknown, path: Path, depth = 0, place = this.lines.at(offsetOf(node))): unknown {
    if (this.exhausted(node, depth)) return undefined;
    const known = this.places.get(pathKey(path))?.key;
    this.places.set(pathKey(path), { ...(known && { key: known }), value: place });
    if (isAlias(node)) return this.alias(node, path, depth, place);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) {
      this.open.add(node);
      const items = node.items.map((item, index) => this.value(item, [...path, index], depth + 1));
      this.open.delete(node);
      return items;
    }
    if (isMap(node)) return this.mapping(node, path, depth);
    return null;
  }

  private exhausted(node: unknown, depth: number): boolean {
    this.values += 1;
    if (this.values <= MAX_VALUES && depth <= MAX_DEPTH) return false;
    // Said once: it would be true of every value that follows.
    if (this.values !== Infinity) {
      const [what, cure] =
        depth > MAX_DEPTH
          ? ['values are nested too deep here', 'is it the right file?']
          : ['the aliases (*name) up to here stand for too many values', 'write the values out'];
      this.fault(offsetOf(node), 'too-much', what, cure);
    }
    this.values = Infinity;
    return true;
  }

  private alias(alias: Alias, path: Path, depth: number, place: Position): unknown {
    const target = this.targets.get(alias);
    const name = printable(alias.source);
    if (!target) {
      this.fault(
        offsetOf(alias),
        'unknown-alias',
        `nothing above is marked &${name}`,
        'write the value out; text that begins with * needs quotes',
      );
      return undefined;
    }
    if (this.open.has(target)) {
      this.fault(offsetOf(alias), 'circular-alias', `*${name} stands inside what it stands for`, 'write the value out');
      return undefined;
    }
    return this.value(target, path, depth + 1, place);
  }

  private mapping(map: YAMLMap, path: Path, depth: number): Record<string, unknown> {
    const result = Object.create(null) as Record<string, unknown>;
    // Keys that are refused below cost time as well, each time that the mapping is merged.
    this.values += map.items.length;
    const seen = new Map<string, Position>();
    this.open.add(map);
    const own = map.items.map(({ key, value }) => ({ key, value, name: this.key(key) }));
    // First, so that what the mapping says itself wins over what it merges in.
    for (const { name, value } of own) if (name === '<<') this.merge(value, result, path, depth);
    for (const { name, key, value } of own) {
      if (name === undefined || name === '<<') continue;
      const position = this.lines.at(offsetOf(key));
      const first = seen.get(name);
      if (first) {
        const told = `${printable(name)} is given twice, first on line ${first.line}`;
        if (isServerAtTop(path, own)) this.fault(offsetOf(key), 'duplicate-key', told, SERVER_AT_TOP);
        else this.note(offsetOf(key), 'duplicate-key', told, 'delete one of the two');
        continue;
      }
      seen.set(name, position);
      const inner = [...path, name];
      this.places.set(pathKey(inner), { key: position, value: position });
      // What is left empty has its key's place.
      result[name] = this.value(value, inner, depth + 1, isEmpty(value) ? position : undefined);
    }
    this.open.delete(map);
    return result;
  }

  /** `<<: *other`, or a list of them, of which the first wins. */
  private merge(source: unknown, into: Record<string, unknown>, path: Path, depth: number): void {
    if (this.exhausted(source, depth)) return;
    const target = isAlias(source) ? this.targets.get(source) : source;
    if (isSeq(target)) {
      for (const item of [...target.items].reverse()) this.merge(item, into, path, depth + 1);
    } else if (isMap(target) && !this.open.has(target)) {
      Object.assign(into, this.mapping(target, path, depth + 1));
    } else {
      this.fault(
        offsetOf(source),
        'bad-merge',
        '<< takes the alias of a mapping',
        'such as "<<: *name", with &name in front of a mapping above',
      );
    }
  }

  private key(key: unknown): string | undefined {
    if (isScalar(key) && typeof key.value === 'string') {
      if (key.value.length <= MAX_KEY) return key.value;
      this.fault(offsetOf(key), 'bad-key', 'this key is far too long', 'is there a quote missing?');
      return undefined;
    }
    const cure = isMap(key)
      ? 'a {{ placeholder }} must be filled in first, and text with { in it needs quotes'
      : 'put it in quotes, if it is meant';
    this.fault(offsetOf(key), 'bad-key', 'this key is not text', cure);
    return undefined;
  }
}

/** Fields of a server at the top of the file: its "- " is missing. */
function isServerAtTop(path: Path, pairs: readonly { name: string | undefined }[]): boolean {
  return path.length === 0 && pairs.some(({ name }) => name === 'role');
}

const SERVER_AT_TOP =
  'if this is a server, it belongs below servers: "- name: …" indented like the entries there, its other fields below that';

function pathKey(path: Path): string {
  return JSON.stringify(path);
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}
