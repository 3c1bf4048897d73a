import Ajv from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
// The description as JSON: it is bundled like code, where the YAML beside it would have to be found at run time.
// A test keeps the two alike.
import description from '../../pbx/openapi.json';

/** An operation of the description that a request matches. */
export interface Operation {
  /** `POST /media_servers/{id}` */
  name: string;
  /** Path without its ids: `/media_servers/{id}` */
  path: string;
  id: string | undefined;
  needsSignIn: boolean;
}

interface Described {
  security?: unknown[];
  parameters?: Ref[];
  requestBody?: { required?: boolean };
  responses: Record<string, { $ref?: string; content?: unknown }>;
}

interface Ref {
  $ref: string;
}

interface Parameter {
  name: string;
  in: string;
  schema: { type: string; minimum?: number; maximum?: number };
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(description, 'pbx');
const validators = new Map<string, ValidateFunction>();

const paths = description.paths as unknown as Record<string, Record<string, Described>>;
const parameters = description.components.parameters as unknown as Record<string, Parameter>;
const patterns = Object.keys(paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replace('{id}', '([^/]+)')}$`),
}));

/** The operation, or what is wrong: no such path (404), no such method there (405). */
export function findOperation(method: string, path: string): Operation | 404 | 405 {
  for (const { path: template, pattern } of patterns) {
    const match = pattern.exec(path);
    if (!match) continue;
    const operation = paths[template]?.[method.toLowerCase()];
    if (!operation) return 405;
    const id = match[1] === undefined ? undefined : decodeURIComponent(match[1]);
    return { name: `${method} ${template}`, path: template, id, needsSignIn: operation.security?.length !== 0 };
  }
  return 404;
}

/** What a request does that the description does not allow; empty when all is well. */
export function checkRequest(
  { name, path }: Operation,
  query: URLSearchParams,
  contentType: string | undefined,
  body: string,
): string[] {
  const method = name.split(' ')[0]?.toLowerCase() ?? '';
  const operation = paths[path]?.[method];
  if (!operation) return [`${name}: not described`];
  const faults = checkQuery(operation, query);
  if (!operation.requestBody) return [...faults, ...(body === '' ? [] : ['a body that nobody asked for'])];
  if (contentType?.split(';')[0]?.trim() !== 'application/json')
    return [...faults, `content-type ${contentType ?? 'missing'}`];
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return [...faults, 'a body that is not JSON'];
  }
  return [...faults, ...check(`${pointer(path, method)}/requestBody/content/application~1json/schema`, parsed)];
}

function checkQuery(operation: Described, query: URLSearchParams): string[] {
  const known = (operation.parameters ?? []).map(({ $ref }) => parameters[$ref.split('/').pop() ?? '']);
  const faults: string[] = [];
  for (const [name, value] of query) {
    const parameter = known.find((one) => one?.in === 'query' && one.name === name);
    if (!parameter) faults.push(`query ${name} is not known`);
    else if (query.getAll(name).length > 1) faults.push(`query ${name} is there twice`);
    else if (!/^\d+$/.test(value)) faults.push(`query ${name} is not a number`);
    else {
      const { minimum = 0, maximum = 2 ** 31 - 1 } = parameter.schema;
      if (Number(value) < minimum || Number(value) > maximum)
        faults.push(`query ${name} is not within ${minimum} to ${maximum}`);
    }
  }
  return faults;
}

/** The status with which an operation is answered that was done. */
export function successOf({ name, path }: Operation): number {
  const { responses } = paths[path]?.[name.split(' ')[0]?.toLowerCase() ?? ''] ?? {};
  return Number(Object.keys(responses ?? {}).find((status) => status.startsWith('2')) ?? 200);
}

/** What an answer of the stand-in itself gets wrong. */
export function checkAnswer({ name, path }: Operation, status: number, body: unknown): string[] {
  const method = name.split(' ')[0]?.toLowerCase() ?? '';
  const responses = paths[path]?.[method]?.responses ?? {};
  const key = String(status) in responses ? String(status) : status >= 400 && status < 500 ? '4XX' : undefined;
  const response = key === undefined ? undefined : responses[key];
  if (!key || !response) return [`answers ${status}, which is not described`];
  const shared = response.$ref?.split('/').pop();
  const at = shared ? `/components/responses/${shared}` : `${pointer(path, method)}/responses/${key}`;
  const described = shared
    ? (description.components.responses as Record<string, { content?: unknown }>)[shared]
    : response;
  if (!described?.content) return body === undefined ? [] : ['answers with a body that is not described'];
  return check(`${at}/content/application~1json/schema`, body);
}

function pointer(path: string, method: string): string {
  return `/paths/${path.replaceAll('/', '~1')}/${method}`;
}

function check(at: string, value: unknown): string[] {
  let validate = validators.get(at);
  if (!validate) {
    validate = ajv.compile({ $ref: `pbx#${encodeURI(at)}` });
    validators.set(at, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    `${instancePath || 'body'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`.trim(),
  );
}
