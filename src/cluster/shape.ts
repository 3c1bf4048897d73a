import type { ErrorObject, ValidateFunction } from 'ajv';
import schema from '../../schema/cluster.schema.json';
import { printable, show } from './fault';
import type { Fault, Path } from './fault';
import type { ClusterFile, WholeFile } from './file';
import { isRole, ROLE_NAMES, ROLES } from './roles';
import { closest, didYouMean } from './suggest';
import type { Role } from './types';
import quick from './is-valid';
import generated from './validator';
import { lookAlike, secretField } from './mistakes';
import type { YamlFile } from './yaml';

/** The part of a schema that an error is about, as ajv hands it over. */
interface SchemaPart {
  properties?: Record<string, { examples?: unknown[] }>;
  type?: string | string[];
  enum?: string[];
  default?: unknown;
  patternErrorMessage?: string;
  errorMessage?: string;
}

// Ajv's generated code has no types. That a file which it passes is whole is what the schema says. It is loaded when it is called.
const validator = () => generated as unknown as ValidateFunction<WholeFile>;
// The same without a word about what is wrong: a fraction of the code, and all that most runs need.
const isValid = (root: unknown): root is WholeFile => (quick as unknown as ValidateFunction<WholeFile>)(root);

/** Checks the file against the schema. `usable` is what is left of it without what is wrong, `whole` all when nothing is. */
export function checkShape(file: YamlFile): { faults: Fault[]; usable: ClusterFile; whole?: WholeFile } {
  const root = file.value;
  if (isValid(root)) return { faults: [], usable: root, whole: root };
  const validate = validator();
  if (validate(root)) return { faults: [], usable: root, whole: root };

  const errors = (validate.errors ?? []).map((error) => ({ error, path: pathOf(error) }));
  const version = errors.find(({ path }) => path.length === 1 && path[0] === 'version');
  // What another version of the format means by its fields is not known.
  const relevant = version && isNewer(valueAt(root, ['version'])) ? [version] : errors;

  const faults = new Map<string, Fault>();
  // A value of the wrong type also fails its pattern: what is said first is enough.
  const order = [...relevant].sort((a, b) => Number(b.error.keyword === 'type') - Number(a.error.keyword === 'type'));
  for (const { error, path } of order) {
    const fault = explain(error, path, file);
    const id = JSON.stringify([path, error.keyword === 'required' ? error.params : '']);
    if (fault && !faults.has(id)) faults.set(id, fault);
  }
  const wrong = errors.filter(
    ({ error }) => !['required', 'if', 'anyOf', 'minItems', 'maxItems', 'uniqueItems'].includes(error.keyword),
  );
  return {
    faults: [...faults.values()],
    usable: without(
      root,
      wrong.map(({ path }) => path),
    ) as ClusterFile,
  };
}

function explain(error: ErrorObject, path: Path, file: YamlFile): Fault | undefined {
  // Ajv types what it says about an error loosely: what it holds goes by the keyword.
  const part = error.parentSchema as SchemaPart;
  const value = valueAt(file.value, path);
  const label = labelOf(path, file.value);
  const here = (code: string, message: string, cure?: string, on: 'key' | 'value' = 'value'): Fault => ({
    ...file.at(path, on),
    severity: 'error',
    code,
    message,
    ...(cure && { cure }),
  });
  const cannotBe = `${label} cannot be ${show(value)}`;

  if (value === null && path.length > 0) {
    return here('empty-field', `${label} has no value`, 'fill it in, or delete the line', 'key');
  }
  switch (error.keyword) {
    case 'required': {
      // One of the two branches of "private_ip or public_ip", said once below.
      if (error.schemaPath.includes('/anyOf/')) return undefined;
      const { missingProperty } = error.params as { missingProperty: string };
      const owner = path.length === 0 ? 'the cluster file' : label;
      return here('missing-field', `${owner} has no ${missingProperty}`, exampleOf(missingProperty, part), 'key');
    }
    case 'anyOf':
      return here(
        'missing-field',
        `${label} has neither a private_ip nor a public_ip`,
        'add a line such as "private_ip: 192.168.1.21"',
        'key',
      );
    case 'if':
      return undefined;
    case 'additionalProperties':
      return unknownField(path, part, file);
    case 'false schema':
      return here('field-not-for-role', ...notForRole(path, file), 'key');
    case 'type':
      if (typeof value === 'number' && looseCure(path, value))
        return here('wrong-type', cannotBe, looseCure(path, value));
      if (path.length === 0)
        return here(
          'wrong-type',
          `the file is ${show(value)}`,
          'it begins with "version: 1"; examples/cluster.yaml shows a whole file',
        );
      return here('wrong-type', cannotBe, typeCure(part, value));
    case 'const':
      return versionFault(value, here);
    case 'enum':
      return here('unknown-value', cannotBe, enumCure(value, error.schema as string[]));
    case 'minItems':
      return here('empty-list', `${label} is empty`, part.errorMessage ?? part.patternErrorMessage);
    case 'maxItems':
      return here('too-many', `${label} has more than ${error.schema as number} entries`, 'is it the right file?');
    case 'uniqueItems':
      return here('listed-twice', `${label} has an entry twice`, 'delete one of the two');
    case 'minimum':
    case 'maximum': {
      const { minimum, maximum } = part as { minimum: number; maximum: number };
      return here('out-of-range', cannotBe, `a whole number from ${minimum} to ${maximum}`);
    }
    default:
      return here(
        'bad-value',
        withLookAlike(cannotBe, value),
        looseCure(path, value) ?? part.patternErrorMessage ?? `at most ${String(error.schema)} characters`,
      );
  }
}

/** A number where its unit or its name is missing */
function looseCure(path: Path, value: unknown): string | undefined {
  if ((typeof value !== 'number' && typeof value !== 'string') || !/^\d+(\.\d+)*$/.test(String(value)))
    return undefined;
  const field = String(path.at(-1));
  if (field === 'drain_timeout') return `with its unit: ${value}m for minutes, ${value}s for seconds`;
  if (field === 'image') return `the name of the image as well: portsip/pbx:${value}`;
  return field === 'clickhouse_image' ? `the name of the image as well: portsip/clickhouse:${value}` : undefined;
}

function withLookAlike(message: string, value: unknown): string {
  const found = typeof value === 'string' ? lookAlike(value) : undefined;
  return found === undefined ? message : `${message}: ${found}`;
}

function unknownField(path: Path, part: SchemaPart, file: YamlFile): Fault {
  const field = String(path.at(-1));
  const fields = Object.keys(part.properties ?? {});
  const owner = labelOf(path.slice(0, -1), file.value);
  const guess =
    FIELD_SYNONYMS[field] && fields.includes(FIELD_SYNONYMS[field]) ? FIELD_SYNONYMS[field] : closest(field, fields);
  return {
    ...file.at(path, 'key'),
    severity: 'error',
    code: 'unknown-field',
    message: withLookAlike(`${owner || 'the cluster file'} has no field ${show(field)}`, field),
    cure:
      secretField(path.length === 1 ? '' : ownerOf(path), field) ??
      serverField(path, field) ??
      didYouMean(field, fields, guess),
  };
}

const ownerOf = (path: Path): string =>
  String(path.findLast((part, index) => index < path.length - 1 && typeof part === 'string'));

/** A field of a server that stands at the top of the file */
function serverField(path: Path, field: string): string | undefined {
  if (path.length > 1 || !Object.hasOwn(schema.definitions.server.properties, field)) return undefined;
  return `${field} belongs to an entry of servers, below its "- name: …" and indented like it`;
}

/** Words of people who know other tools. */
const FIELD_SYNONYMS: Readonly<Partial<Record<string, string>>> = Object.assign(Object.create(null) as object, {
  ip: 'private_ip',
  address: 'private_ip',
  type: 'role',
  jump: 'jump_host',
  bastion: 'jump_host',
  max_concurrency: 'max_call_sessions',
  tz: 'timezone',
});

function notForRole(path: Path, file: YamlFile): [message: string, cure: string] {
  const field = String(path.at(-1));
  const role = valueAt(file.value, [...path.slice(0, -1), 'role']);
  const allowed = ROLE_NAMES.filter((name) => !forbidden(name).includes(field));
  const server = typeof role === 'string' && isRole(role) ? ROLES[role].label : 'server';
  const owners = allowed.map((name) => ROLES[name].label);
  const why =
    field === 'public_ip'
      ? 'the PBX keeps one address of it'
      : `it is for ${owners.length > 1 ? `${owners.slice(0, -1).join(', ')} and ${owners.at(-1)}` : `a ${owners[0]}`}`;
  const article = /^[aeiou]/i.test(server) ? 'an' : 'a';
  return [`${article} ${server} has no ${field}: ${why}`, 'delete the line, or correct the role'];
}

function forbidden(role: Role): string[] {
  return schema.definitions.server.allOf.flatMap(({ if: condition, then }) =>
    condition.properties.role.enum.includes(role) ? Object.keys(('properties' in then && then.properties) || {}) : [],
  );
}

function versionFault(value: unknown, here: (code: string, message: string, cure: string) => Fault): Fault {
  if (isNewer(value)) {
    return here(
      'unknown-version',
      `the file has version ${show(value)}: it is made for a newer release`,
      'update PortSIP Cluster Actions; this release reads version 1',
    );
  }
  return here('unknown-version', `version cannot be ${show(value)}`, 'version: 1');
}

function isNewer(value: unknown): boolean {
  return typeof value === 'number' && value > 1;
}

function enumCure(value: unknown, allowed: string[]): string {
  if (typeof value !== 'string') return `one of ${allowed.join(', ')}`;
  const roles = allowed.every(isRole) ? otherNames() : new Map<string, string>();
  const alias = closest(value, [...roles.keys()]);
  return didYouMean(value, allowed, closest(value, allowed) ?? (alias && roles.get(alias)));
}

/** What else PortSIP calls a role: its service, container, portal page. */
function otherNames(): Map<string, Role> {
  return new Map(
    ROLE_NAMES.flatMap((role) => {
      const { label, service, container, portal, aliases = [] } = ROLES[role];
      return [
        label,
        service,
        service.replace('-only', ''),
        service.replace('-server-only', ''),
        container.replace('portsip.', ''),
        ...(portal.kind === 'collection' ? [portal.collection] : []),
        ...aliases,
      ].map((name) => [name, role] as const);
    }),
  );
}

function typeCure(part: SchemaPart, value: unknown): string {
  if (part.patternErrorMessage) {
    return typeof value === 'number' || typeof value === 'boolean'
      ? `${part.patternErrorMessage}; text that looks like a number or true needs quotes`
      : part.patternErrorMessage;
  }
  switch (part.type) {
    case 'object':
      return 'a mapping: fields below it, indented by two spaces';
    case 'array':
      return part.errorMessage ?? 'a list: lines below it that begin with "- "';
    case 'boolean':
      return 'true or false, without quotes';
    case 'integer':
      return 'a whole number, without quotes';
    default:
      return 'a text';
  }
}

function exampleOf(field: string, part: SchemaPart): string {
  // A condition on the role knows no examples; the server's fields do.
  const properties = part.properties ?? (schema.definitions.server.properties as SchemaPart['properties']);
  const example = properties?.[field]?.examples?.[0];
  return typeof example === 'string' || typeof example === 'number'
    ? `add a line such as "${field}: ${example}"`
    : `add ${field}: and what belongs to it`;
}

/** `private_ip of media-server-1`, `restart.window.from`; empty for the whole file */
export function labelOf(path: Path, root: unknown): string {
  const last = path.at(-1);
  if (typeof last === 'number' && path.length !== 2) return `entry ${last + 1} of ${labelOf(path.slice(0, -1), root)}`;
  if (path[0] !== 'servers' || path.length < 2) return printable(path.join('.'));
  const name = valueAt(root, [...path.slice(0, 2), 'name']);
  const server = typeof name === 'string' && name !== '' ? printable(name) : `server ${Number(path[1]) + 1}`;
  return path.length === 2 ? server : `${printable(path.slice(2).join('.'))} of ${server}`;
}

function pathOf(error: ErrorObject): Path {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (error.keyword !== 'additionalProperties') return path;
  return [...path, (error.params as { additionalProperty: string }).additionalProperty];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    root,
  );
}

/** A copy of `root` without the values at `paths`; entries of lists become undefined, so that the others keep their index. */
function without(root: unknown, paths: Path[]): unknown {
  const dropped = new Set(paths.map((path) => JSON.stringify(path)));
  const copy = (value: unknown, path: Path): unknown => {
    if (dropped.has(JSON.stringify(path))) return undefined;
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const result = Object.create(null) as Record<string, unknown>;
    for (const [key, inner] of Object.entries(value)) {
      const kept = copy(inner, [...path, key]);
      if (kept !== undefined) result[key] = kept;
    }
    return result;
  };
  return copy(root, []) ?? {};
}
