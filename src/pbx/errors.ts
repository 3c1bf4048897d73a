import { quote } from '../text/one-line';
import { isObject } from '../unknown';

/** Codes that PortSIP documents. Any other one is to be read as UNKNOWN; the message still quotes it. */
const DOCUMENTED = ['UNKNOWN', 'VALIDATE_FAILED', 'UNAUTHORIZED'];

/** What an answer with an error status says. */
export interface Refusal {
  status: number;
  /** The PBX's code, `UNKNOWN` for one that is not documented; undefined when the answer is not the PBX's own */
  code?: string;
  /** `400 VALIDATE_FAILED: field validation failed (name)` */
  text: string;
}

/**
 * `body` is JSON already parsed, or the text when it was none (a proxy's HTML page, say). `redact` comes before
 * anything is cut or cleaned: half a secret would not be recognised any more.
 */
export function readRefusal(
  status: number,
  body: unknown,
  redact: (text: string) => string,
  location?: string | null,
): Refusal {
  // Loaded where it is needed: node:http is large, and most runs see no error.
  const { STATUS_CODES } = process.getBuiltinModule('node:http');
  const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (status < 400) {
    const target = location ? quote(redact(location), 200) : 'nowhere';
    return { status, text: `${title}: a redirect to ${target}, which is not followed` };
  }
  const errors = isObject(body) ? body['errors'] : undefined;
  if (!Array.isArray(errors) || errors.length === 0) {
    const words = typeof body === 'string' && !/^\s*</.test(body) ? quote(redact(body), 150) : '';
    return { status, text: words ? `${title}: ${words}` : title };
  }
  const quoted = errors.slice(0, 3).map((error: unknown) => readError(error, redact));
  const raw = quoted[0]?.code ?? '';
  return {
    status,
    code: DOCUMENTED.includes(raw) ? raw : 'UNKNOWN',
    text: `${title}: ${quoted.map(({ text }) => text).join('; ')}`,
  };
}

function readError(error: unknown, redact: (text: string) => string): { code: string; text: string } {
  const { code, message, detail }: Record<string, unknown> = isObject(error) ? error : {};
  const name = (typeof code === 'string' && quote(redact(code), 60)) || 'UNKNOWN';
  const words = typeof message === 'string' ? quote(redact(message)) : '';
  const more = detail === undefined || detail === null || detail === '' ? '' : quote(asText(detail, redact), 200);
  return { code: name, text: `${name}${words ? `: ${words}` : ''}${more ? ` (${more})` : ''}` };
}

function asText(detail: unknown, redact: (text: string) => string): string {
  if (typeof detail === 'string') return redact(detail);
  try {
    // Before it is JSON: quotes in a secret would look different afterwards.
    return JSON.stringify(detail, (_key, value: unknown) => (typeof value === 'string' ? redact(value) : value));
  } catch {
    // Nested deeper than the stack goes: nobody reads that anyway.
    return '';
  }
}
