import { STATUS_CODES } from 'node:http';
import { quote } from './text';

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

/** `body` is JSON already parsed, or the text when it was none (a proxy's HTML page, say). */
export function readRefusal(status: number, body: unknown, location?: string | null): Refusal {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (status < 400) {
    return {
      status,
      text: `${title}: a redirect to ${location ? quote(location, 200) : 'nowhere'}, which is not followed`,
    };
  }
  const errors = (body as { errors?: unknown } | null | undefined)?.errors;
  if (!Array.isArray(errors) || errors.length === 0) {
    const page = typeof body === 'string' && !/^\s*</.test(body) ? quote(body, 150) : '';
    return { status, text: page ? `${title}: ${page}` : title };
  }
  const quoted = errors.slice(0, 3).map((error: unknown) => readError(error));
  const raw = quoted[0]?.code ?? '';
  return {
    status,
    code: DOCUMENTED.includes(raw) ? raw : 'UNKNOWN',
    text: `${title}: ${quoted.map(({ text }) => text).join('; ')}`,
  };
}

function readError(error: unknown): { code: string; text: string } {
  const { code, message, detail } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const name = typeof code === 'string' && code.trim() ? quote(code, 60) : 'UNKNOWN';
  const words = typeof message === 'string' ? quote(message) : '';
  const more = detail === undefined || detail === null || detail === '' ? '' : quote(asText(detail), 200);
  return { code: name, text: `${name}${words ? `: ${words}` : ''}${more ? ` (${more})` : ''}` };
}

function asText(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  try {
    return JSON.stringify(detail) ?? '';
  } catch {
    // Nested deeper than the stack goes: nobody reads that anyway.
    return '';
  }
}
