import * as core from '@actions/core';
import { ROLE_NAMES } from '../cluster/roles';
import type { Credentials, CredentialTexts } from '../credentials';
import { defined } from '../defined';
import { secretProblem, type Secrets } from '../log';
import { digestProblem } from '../plan/digest';
import { fromEnvironment, maskEnvironment, shaped, type Env } from './environment';
import { ACTIONS, CREDENTIALS, INPUTS, isCredential } from './input-table';
import type { ActionName, CredentialName, InputName, InputOf, InputRow, Uses, VariableInput } from './input-table';

/** `dry-run` is `dryRun`. */
type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

type Row<N extends InputName> = (typeof INPUTS)[N];
type Value<N extends InputName> =
  Row<N> extends { kind: 'list' | 'phrases' }
    ? string[]
    : Row<N> extends { kind: 'enum'; values: readonly (infer V)[] }
      ? V
      : | (Row<N> extends { kind: 'boolean' } ? boolean : Row<N> extends { kind: 'number' } ? number : string)
        | (HasDefault<N> extends true ? never : undefined);
/** An expression is GitHub's to evaluate: where there is none, there is no default. */
type HasDefault<N extends InputName> =
  Row<N> extends { default: infer D } ? (D extends `\${{${string}` ? false : true) : false;
type IsRequired<A extends ActionName, N> = (typeof ACTIONS)[A]['inputs'] extends {
  [K in N & string]: { required: true };
}
  ? true
  : false;

/**
 * What an action is given, but for what it signs in with: a field for each of its inputs in the table, none for any other.
 * Of several actions: those of one of them.
 */
export type Inputs<A extends ActionName = ActionName> = A extends ActionName
  ? {
      [N in Exclude<InputOf<A>, CredentialName> as Camel<N>]: IsRequired<A, N> extends true
        ? NonNullable<Value<N>>
        : Value<N>;
    }
  : never;

export interface Given<A extends ActionName> {
  inputs: Inputs<A>;
  credentials: Credentials;
  /** A sentence for each input that cannot be used; the inputs are whole only when there is none */
  problems: string[];
}

type Read = (name: string, options?: { trimWhitespace: boolean }) => string;

/**
 * Reads and checks all inputs of an action, from the environment what is not given and has a variable. Every secret is in
 * `secrets` when this returns, so nothing may be logged before.
 */
export function readInputs<A extends ActionName>(
  action: A,
  secrets: Secrets,
  read: Read = core.getInput,
  env: Env = process.env,
): Given<A> {
  const uses: Uses = ACTIONS[action].inputs;
  const names = Object.keys(uses).filter(isInput);
  const text = (name: InputName): string => {
    const row: InputRow = INPUTS[name];
    const given = shaped(row, read(name, { trimWhitespace: !row.secret }));
    return given || (hasVariable(name) && fromEnvironment(name, env)) || '';
  };

  // Secrets come first: a problem with another input may quote what it was given.
  maskEnvironment(secrets, env);
  for (const name of names) if (isSecret(name)) secrets.add(text(name));

  const credentials = credentialsOf((name) => (name in uses && text(name)) || undefined);
  const live = 'live' in uses && isLive(text('live'), credentials);
  const problems: string[] = [];
  const values = names.flatMap((name) => {
    const given = text(name);
    const row: InputRow = INPUTS[name];
    const { value, problem } = parsed(row, given);
    if (problem !== undefined) problems.push(`${name}: "${given}" ${problem}`);
    else if (given === '' && (uses[name]?.required ?? (live && isCredential(name))) && row.missing)
      problems.push(`${name}: missing; ${row.missing}${row.variable ? ` (or the variable ${row.variable})` : ''}`);
    else if (given !== '') problems.push(...check(name, given));
    return isCredential(name) ? [] : [[camel(name), value ?? (uses[name]?.required ? '' : undefined)]];
  });
  // The table makes both the fields and their types; that they agree is more than the compiler can follow.
  return { inputs: Object.fromEntries(values) as Inputs<A>, credentials, problems };
}

/** Whether a plan asks the cluster. */
export function isLive(live: string, { pbxUsername, sshPrivateKey }: Credentials): boolean {
  return live === 'true' || (live !== 'false' && Boolean(pbxUsername ?? sshPrivateKey));
}

/** What `roles` of rolling-restart can name. */
const RESTARTABLE: readonly string[] = ['loadbalancer', ...ROLE_NAMES];

/** The roles that are meant, `all` taken apart */
export const restartable = (roles: readonly string[]): string[] =>
  roles.flatMap((role) => (role === 'all' ? RESTARTABLE : role));

interface Parsed {
  value?: unknown;
  /** What the text is not */
  problem?: string;
}

function parsed(row: InputRow, given: string): Parsed {
  const text = given || (row.default?.startsWith('${{') ? '' : (row.default ?? ''));
  switch (row.kind) {
    case 'text':
    case 'file':
      return text ? { value: text } : {};
    case 'list':
      return { value: distinct(text.split(/[\s,]+/)) };
    case 'phrases':
      return { value: distinct(text.split(/[\n,]+/).map((line) => line.trim())) };
    case 'boolean':
      if (text === '') return {};
      return /^(true|false)$/i.test(text)
        ? { value: text.toLowerCase() === 'true' }
        : { problem: 'is neither true nor false' };
    case 'number': {
      if (text === '') return {};
      const value = Number(text);
      return /^\d+$/.test(text) && value >= row.least && value <= row.most
        ? { value }
        : { problem: `is not a whole number from ${row.least} to ${row.most}` };
    }
    case 'enum':
      return row.values.includes(text) ? { value: text } : { problem: `is not one of ${row.values.join(', ')}` };
  }
}

const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))];

/** What is wrong with the text of an input that has one, in words that follow its name. */
const CHECKS: { readonly [N in InputName]?: (text: string) => string | undefined } = {
  'ssh-private-key': (key) =>
    /^-----BEGIN [A-Z ]*PRIVATE KEY-----$/m.test(key)
      ? undefined
      : 'not a private key; give the whole text of the file, from its BEGIN to its END line',
  'pbx-ca': (pem) =>
    pem.includes('-----BEGIN CERTIFICATE-----')
      ? undefined
      : 'not a certificate in PEM form; give the whole text of the file, from its BEGIN to its END line',
  'pbx-fingerprint': (print) =>
    /^[0-9a-f]{64}$/i.test(print.replace(/^sha256[:=]/i, '').replaceAll(':', ''))
      ? undefined
      : 'not a SHA-256 fingerprint; it has 64 hexadecimal digits, with or without colons',
  'base-ref': (ref) =>
    ref.startsWith('-') || ref.includes(':') ? `"${ref}" is not the name of a commit, a branch or a tag` : undefined,
  approve: digestProblem,
  'dataflow-token-path': (path) =>
    /^\/[A-Za-z0-9._~/-]*$/.test(path) ? undefined : `"${path}" is not a path below /api, such as /dataflow/token`,
  roles: (text) => {
    const known = ['all', ...RESTARTABLE];
    const wrong = distinct(text.split(/[\s,]+/)).filter((role) => !known.includes(role));
    return wrong.length > 0
      ? `${wrong.map((role) => `"${role}"`).join(' and ')} is not one of ${known.join(', ')}`
      : undefined;
  },
};

function check(name: InputName, text: string): string[] {
  const problem = CHECKS[name]?.(text) ?? (isSecret(name) ? secretProblem(text) : undefined);
  return problem === undefined ? [] : [`${name}: ${problem}`];
}

/** never, which compiles nowhere, when a credential is in the table or in the type alone */
type Field = [keyof CredentialTexts, Camel<CredentialName>] extends [Camel<CredentialName>, keyof CredentialTexts]
  ? keyof CredentialTexts
  : never;

function credentialsOf(text: (name: CredentialName) => string | undefined): CredentialTexts {
  const all = Object.fromEntries(CREDENTIALS.map((name) => [camel(name), text(name)])) as Record<
    Field,
    string | undefined
  >;
  return defined(all satisfies Record<keyof CredentialTexts, string | undefined>);
}

const isInput = (name: string): name is InputName => name in INPUTS;
const isSecret = (name: InputName): boolean => 'secret' in INPUTS[name];
const hasVariable = (name: InputName): name is VariableInput => 'variable' in INPUTS[name];
const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
