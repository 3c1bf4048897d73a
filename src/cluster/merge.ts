import type { Fault, Path } from './fault';
import { checkShape } from './shape';
import type { SharedSettings } from './types';
import { printable } from './fault';
import { isObject } from '../unknown';
import { readYaml, type Parsed, type YamlFile } from './yaml';
import { posix } from 'node:path';

/*
 * Two files as one: a cluster file, and the settings that it shares with others. Mappings are merged, everything else is
 * replaced, and what the cluster file says wins.
 */

/** The file that `extends` leads to, or why it cannot be read */
export type Shared = { file: string } & ({ text: string | Buffer } | { why: string; cure: string });

export interface Merged {
  file: YamlFile;
  /** Of the shared file, and of `extends` */
  faults: Fault[];
  /** undefined: there is none, or it cannot be used */
  shared?: SharedSettings;
  /** What the cluster file extends cannot be used, so nobody knows what both lack */
  isPart: boolean;
}

/** What tells one cluster from another, and so belongs into its own file. */
const OWN: readonly Path[] = [
  ['extends'],
  ['name'],
  ['deploy'],
  ['servers'],
  ['pbx', 'private_ip'],
  ['pbx', 'api'],
  ['pbx', 'high_availability'],
  ['sbc', 'web_domain'],
];

/** `extends` of a cluster file, as it is written; undefined: there is none that could be followed. Never throws. */
export function extendsOf({ file }: Parsed): string | undefined {
  return file && pathIn(file);
}

function pathIn(file: YamlFile): string | undefined {
  const path = valueAt(file.value, ['extends']);
  if (typeof path !== 'string') return undefined;
  // A wrong one is told with the file's other faults.
  return checkShape(file).faults.some((fault) => isAt(fault, file.at(['extends']))) ? undefined : path;
}

const isAt = (fault: Fault, { line, column }: { line: number; column: number }): boolean =>
  fault.line === line && fault.column === column;

/** `shared` undefined: the text is from nowhere that paths could be followed from. */
export function withShared(own: YamlFile, shared: Shared | undefined): Merged {
  const path = pathIn(own);
  if (path === undefined) return { file: own, faults: [], isPart: has(own.value, ['extends']) };
  if (!shared || 'why' in shared) {
    const { why, cure } = shared ?? { why: 'there is no repository to read it from', cure: 'write the settings out' };
    const message = `${printable(shared?.file ?? path)} cannot be read: ${why}`;
    return {
      file: own,
      isPart: true,
      faults: [{ ...own.at(['extends']), severity: 'error', code: 'shared-unreadable', message, cure }],
    };
  }
  const { file: name } = shared;
  const { file: parsed, faults: syntax } = readYaml(shared.text);
  const there = (found: readonly Fault[]): Fault[] => found.map((fault) => ({ ...fault, file: name }));
  if (!parsed) return { file: own, faults: there(syntax), isPart: true };

  const foreign = OWN.filter((field) => has(parsed.value, field)).map((field): Fault => {
    const message = `${field.join('.')} is no setting that clusters share`;
    return {
      ...parsed.at(field, 'key'),
      severity: 'error',
      code: 'not-shared',
      message,
      cure: WHERE[field[0] ?? ''] ?? IN_EACH,
    };
  });
  const settings = { ...parsed, value: without(parsed.value, OWN) };
  const { faults: shape } = checkShape(settings);
  // What is missing here, the cluster file may have.
  const faults = there([...syntax, ...foreign, ...shape.filter(({ code }) => code !== 'missing-field')]);
  if (!isObject(settings.value) || !isObject(own.value)) return { file: own, faults, isPart: true };
  if (faults.some(({ code }) => code === 'unknown-version')) return { file: own, faults, isPart: true };

  const base = without(settings.value, [['version']]);
  const value = merge(base, own.value);
  // A folder is meant from where it is named.
  if (faults.length === 0 && isObject(value) && !has(own.value, ['scripts']) && typeof value['scripts'] === 'string')
    value['scripts'] = posix.join(posix.dirname(path), value['scripts']);
  const at: YamlFile['at'] = (where, part) => {
    for (let length = where.length; length > 0; length -= 1) {
      const prefix = where.slice(0, length);
      if (has(own.value, prefix)) break;
      if (has(base, prefix)) return { ...parsed.at(where, part), file: name };
    }
    return own.at(where, part);
  };
  const values = leaves(base, [])
    .filter(([where]) => at(where).file !== undefined)
    .map(([where, said]) => ({ name: where.join('.'), text: textOf(said), line: parsed.at(where).line }));
  return {
    file: { value, at },
    faults,
    isPart: false,
    shared: { file: name, values: values.sort((a, b) => a.line - b.line) },
  };
}

const IN_EACH = "write it into each cluster's own file";
const WHERE: Readonly<Partial<Record<string, string>>> = {
  extends: 'one level is all there is: put what both files say into this one',
};

type Mapping = Record<string, unknown>;

/** Mappings without a prototype, as the reader makes them. */
function merge(base: unknown, own: unknown): unknown {
  if (!isObject(base) || !isObject(own)) return own;
  const merged = Object.assign(Object.create(null) as Mapping, base);
  for (const [key, value] of Object.entries(own)) merged[key] = key in merged ? merge(merged[key], value) : value;
  return merged;
}

function without(value: unknown, paths: readonly Path[]): unknown {
  if (!isObject(value)) return value;
  const kept = Object.create(null) as Mapping;
  for (const [key, inner] of Object.entries(value)) {
    const below = paths.filter(([first]) => first === key).map((path) => path.slice(1));
    if (!below.some(({ length }) => length === 0)) kept[key] = without(inner, below);
  }
  return kept;
}

function leaves(value: unknown, path: Path): [Path, unknown][] {
  if (!isObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function textOf(value: unknown): string {
  return printable(Array.isArray(value) ? value.map(String).join(', ') : String(value), 200);
}

function has(root: unknown, path: Path): boolean {
  const parent = valueAt(root, path.slice(0, -1));
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, path.at(-1) ?? '');
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    root,
  );
}
