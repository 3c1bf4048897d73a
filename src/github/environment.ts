import type { Secrets } from '../log';
import { INPUTS, type InputRow, type VariableInput } from './input-table';
import { sameLineEnds } from '../text/line-ends';

export type Env = Readonly<Record<string, string | undefined>>;

/** What the variable of an input holds; empty is as good as none. */
export function fromEnvironment(name: VariableInput, env: Env): string | undefined {
  const row: InputRow = INPUTS[name];
  return shaped(row, env[INPUTS[name].variable] ?? '') || undefined;
}

/** All secrets of the environment, whoever asks for them and whatever wins over them. */
export function maskEnvironment(secrets: Secrets, env: Env): void {
  for (const row of Object.values<InputRow>(INPUTS))
    if (row.secret && row.variable) secrets.add(shaped(row, env[row.variable] ?? ''));
}

/** Text as it was meant, whatever a form field or a shell made of it. Files end with a line end. */
export function shaped({ kind, secret }: InputRow, text: string): string {
  if (kind === 'file') return text.trim() && `${sameLineEnds(text).trim()}\n`;
  // A line end comes along when a secret is pasted from a file; other white space may belong to it.
  return secret ? text.replace(/[\r\n]+$/, '') : text.trim();
}
