import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * GitHub's own OpenAPI description: which requests there are, what they may say, and how their answers look. Read when
 * it is first asked for.
 */
export type Json = Record<string, unknown>;

export interface Operation {
  /** As GitHub calls it: `issues/create-comment` */
  id: string;
  method: string;
  /** `/repos/{owner}/{repo}/issues/{issue_number}/comments` */
  path: string;
  /** Of the path, decoded */
  params: Record<string, string>;
  /** false: no token of an app, such as a workflow's, may ask this */
  forApps: boolean;
}

interface Described {
  operationId: string;
  parameters?: (Parameter | Ref)[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Json }> };
  responses: Record<string, Response | Ref>;
  'x-github'?: { enabledForGitHubApps?: boolean };
}
interface Ref {
  $ref: string;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Json;
  'x-multi-segment'?: boolean;
}
interface Response {
  content?: Record<string, { schema: Json; examples?: Record<string, { value: unknown } | Ref> }>;
}
interface Description {
  paths: Record<string, Record<string, Described>>;
}

/** A file of one of the packages beside this file. */
export function packaged(path: string): string {
  const file = join(__dirname, 'node_modules', path);
  if (!existsSync(file))
    throw new Error("GitHub's descriptions are missing: run npm ci --prefix test/workflows/github");
  return file;
}

const lazy = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const description = lazy(
  () =>
    JSON.parse(readFileSync(packaged('@octokit/openapi/generated/api.github.com.json'), 'utf8')) as Description & Json,
);

/** Literal paths before patterns: `/issues/comments` is not an issue's number. */
const routes = lazy(() =>
  Object.keys(description().paths)
    .map((path) => {
      const multiSegment = Object.values(description().paths[path] ?? {}).flatMap(({ parameters = [] }) =>
        parameters
          .map((parameter) => resolve<Parameter>(parameter))
          .filter((parameter) => parameter['x-multi-segment']),
      );
      const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
      const source = path
        .replace(/[.]/g, '\\.')
        .replace(/\{([^}]+)\}/g, (_, name: string) =>
          multiSegment.some((parameter) => parameter.name === name) ? '(.+)' : '([^/]+)',
        );
      return { path, names, pattern: new RegExp(`^${source}$`) };
    })
    .sort((a, b) => a.names.length - b.names.length),
);

function resolve<T>(value: T | Ref): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  const keys = value.$ref
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replace(/~1/g, '/').replace(/~0/g, '~'));
  return resolve(keys.reduce<unknown>((at, key) => (at as Json)[key], description()) as T | Ref);
}

const described = ({ path, method }: Operation): Described => {
  const found = description().paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`${method} ${path} is not described`);
  return found;
};

export function findOperation(method: string, path: string): Operation | undefined {
  for (const { path: template, names, pattern } of routes()) {
    const match = pattern.exec(path);
    const found = match && description().paths[template]?.[method.toLowerCase()];
    if (!found) continue;
    const params = Object.fromEntries(names.map((name, n) => [name, decodeURIComponent(match[n + 1] ?? '')]));
    const forApps = found['x-github']?.enabledForGitHubApps !== false;
    return { id: found.operationId, method, path: template, params, forApps };
  }
  return undefined;
}

/** What a request says that GitHub does not describe, typing errors included; empty when all is well. */
export function checkRequest(operation: Operation, query: URLSearchParams, body: unknown): string[] {
  const { parameters = [], requestBody } = described(operation);
  const known = parameters.map((parameter) => resolve<Parameter>(parameter));
  const faults = known
    .filter((parameter) => parameter.in === 'path')
    .flatMap(({ name, schema }) => urlViolations(schema, operation.params[name] ?? '', `path ${name}`));
  for (const [name, value] of query) {
    const parameter = known.find((candidate) => candidate.in === 'query' && candidate.name === name);
    if (parameter) faults.push(...urlViolations(parameter.schema, value, `query ${name}`));
    else faults.push(`query ${name}: not described`);
  }
  for (const parameter of known)
    if (parameter.in === 'query' && parameter.required && !query.has(parameter.name))
      faults.push(`query ${parameter.name}: missing`);

  const schema = requestBody?.content['application/json']?.schema;
  if (!schema || !requestBody) return body === undefined ? faults : [...faults, 'a body that nobody asked for'];
  if (body === undefined) return requestBody.required ? [...faults, 'body: missing'] : faults;
  const names = propertiesOf(schema);
  if (names.size > 0 && typeof body === 'object' && body !== null && !Array.isArray(body))
    for (const name of Object.keys(body)) if (!names.has(name)) faults.push(`body ${name}: not described`);
  return [...faults, ...violations(schema, body, 'body')];
}

/** What is wrong with an answer of ours, by the operation's own schema for that status. */
export function checkAnswer(operation: Operation, status: number, body: unknown): string[] {
  const { responses } = described(operation);
  const response = responses[status] && resolve<Response>(responses[status]);
  // Errors that any request may have are not told with each.
  if (!response)
    return [401, 403, 404, 410, 422, 429].includes(status) || status >= 500 ? [] : [`status ${status}: not described`];
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return body === undefined ? [] : ['a body that is not described'];
  return violations(schema, body, `answer ${status}`);
}

/** GitHub's published example of an answer: one that its own schema allows, where there is one. */
export function exampleAnswer(operation: Operation, status: number): unknown {
  const { responses } = described(operation);
  const content = responses[status] && resolve(responses[status]).content?.['application/json'];
  // Some name another example as their value.
  const valueOf = (example: unknown): unknown => {
    const found = resolve<unknown>(example);
    return typeof found === 'object' && found !== null && 'value' in found ? valueOf(found.value) : found;
  };
  const examples = Object.values(content?.examples ?? {}).map(valueOf);
  const good = examples.find((example) => checkAnswer(operation, status, example).length === 0) ?? examples[0];
  return structuredClone(good);
}

/** What GitHub would not send of a webhook, by its schema of the event: `pull-request-opened`. */
export function checkWebhook(event: string, payload: unknown): string[] {
  const hooks = description()['x-webhooks'] as Record<
    string,
    { post: { requestBody: { content: Record<string, { schema: Json }> } } }
  >;
  const schema = hooks[event]?.post.requestBody.content['application/json']?.schema;
  return schema ? violations(schema, payload, event) : [`${event}: no such event`];
}

/** What stands in a URL may be meant as a text, a number or a truth value. */
function urlViolations(schema: Json, text: string, where: string): string[] {
  const readings = [
    text,
    ...(/^\d+$/.test(text) ? [Number(text)] : []),
    ...(/^(true|false)$/.test(text) ? [text === 'true'] : []),
  ];
  const faults = readings.map((reading) => violations(schema, reading, where));
  return faults.some(({ length }) => length === 0) ? [] : (faults.at(-1) ?? []);
}

const compiled = new Map<string, ValidateFunction>();

function violations(schema: Json, value: unknown, where: string): string[] {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (!validate) {
    // Each with what it needs of the description alone: the whole of it would take seconds.
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(ajv);
    validate = ajv.compile(selfContained(schema));
    compiled.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath}: ${message}`);
}

/** The schema with all that it refers to, as JSON Schema: OpenAPI 3.0 says null in its own way. */
function selfContained(schema: Json): Json {
  const definitions: Json = {};
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, nullable, ...rest } = value as Json;
    if (typeof $ref === 'string') {
      const name = $ref.split('/').pop() ?? '';
      if (!(name in definitions)) {
        definitions[name] = true;
        definitions[name] = convert(resolve({ $ref }));
      }
      return { $ref: `#/definitions/${name}` };
    }
    const converted = Object.fromEntries(
      Object.entries(rest).map(([name, inner]) => [
        name,
        name === 'properties' && typeof inner === 'object' && inner !== null
          ? Object.fromEntries(Object.entries(inner).map(([property, of]) => [property, convert(of)]))
          : name === 'enum'
            ? inner
            : convert(inner),
      ]),
    );
    return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
  };
  return { ...(convert(schema) as Json), definitions };
}

function propertiesOf(schema: Json): Set<string> {
  const resolved = resolve<Json>(schema);
  if (resolved['additionalProperties']) return new Set();
  const alternatives = ['oneOf', 'anyOf', 'allOf'].flatMap((name) => (resolved[name] as Json[] | undefined) ?? []);
  return new Set([
    ...Object.keys((resolved['properties'] as Json | undefined) ?? {}),
    ...alternatives.flatMap((alternative) => [...propertiesOf(alternative)]),
  ]);
}
