import * as core from '@actions/core';
import { ROLE_NAMES } from '../cluster/roles';
import type { Access } from '../import/import';
import type { Secrets } from '../log';
import { digestProblem } from '../plan/digest';
import type { Credentials } from '../credentials';
import { sameLineEnds } from '../text/line-ends';

/** Everything that an action of this suite can be given. What an action does not declare has its default here. */
export interface Inputs {
  clusterFile: string;
  /** Names or roles; empty: all */
  servers: string[];
  /** Hosts worked on at once, 1 to 100 */
  concurrency: number;
  dryRun: boolean;
  credentials: Credentials;
  /** What every step of a job must be told alike, since it decides what there is to do at all */
  force: boolean;
  gone: string[];
  allowUndersized: boolean;
  installSshKey: boolean;
  /** issue-token */
  service: 'im' | 'dataflow';
  rotate: boolean;
  dataflowTokenPath?: string;
  /** install-role */
  imToken?: string;
  dataflowTokenRenewed: boolean;
  /** File of `review`: what may be done; undefined: everything */
  reviewedPlan?: string;
  /** rolling-restart; role names, `all` taken apart */
  roles: string[];
  pbx: boolean;
  reason: string;
  /** plan */
  live: boolean;
  baseClusterFile?: string;
  baseRef?: string;
  comment: boolean;
  githubToken?: string;
  planFile: string;
  markdownFile: string;
  /** drift */
  labels: string[];
  /** import */
  clusterName?: string;
  pbxAddress?: string;
  /** What the cluster file is to say of them; undefined: nothing, so that the defaults hold */
  access: Access;
  hosts: string[];
  adopt: boolean;
  /** plan and review: seals the plan's comment */
  reviewKey?: string;
  /** review */
  rotateImToken: boolean;
  rotateDataflowToken: boolean;
  /** Digest of a plan that somebody approved */
  approve?: string;
  withoutReview: 'refuse' | 'allow';
  /** Login of who comments plans */
  reviewAuthor: string;
}

type Read = (name: string, options?: { trimWhitespace: boolean }) => string;

/**
 * Reads and checks all inputs. Every secret is in `secrets` when this returns, so nothing may be logged before.
 * `problems` has a sentence for each input that cannot be used; the inputs are whole only when there is none.
 */
export function readInputs(
  secrets: Secrets,
  needsCredentials: boolean,
  read: Read = core.getInput,
): { inputs: Inputs; problems: string[] } {
  const problems: string[] = [];

  const optional = (name: string): string | undefined => read(name) || undefined;
  const list = (name: string): string[] => [
    ...new Set(
      read(name)
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ];
  /** Of things that may have spaces in them */
  const lines = (name: string): string[] => [
    ...new Set(
      read(name)
        .split(/[\n,]+/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const boolean = (name: string, fallback = false): boolean => {
    const value = read(name);
    if (/^(true|false)?$/i.test(value)) return value === '' ? fallback : value.toLowerCase() === 'true';
    problems.push(`${name}: "${value}" is neither true nor false`);
    return fallback;
  };
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = read(name);
    const number = value === '' ? fallback : Number(value);
    if (/^\d*$/.test(value) && number >= least && number <= most) return number;
    problems.push(`${name}: "${value}" is not a whole number from ${least} to ${most}`);
    return fallback;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = read(name) || fallback;
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) problems.push(`${name}: "${value}" is not one of ${values.join(', ')}`);
    return known ?? fallback;
  };
  const secret = (name: string): string | undefined => {
    // A line end comes along when a secret is pasted from a file; other white space may belong to it.
    const value = read(name, { trimWhitespace: false }).replace(/[\r\n]+$/, '');
    secrets.add(value);
    return value || undefined;
  };

  // Secrets come first: a problem with another input may quote what it was given.
  const secretText = {
    pbxPassword: secret('pbx-password'),
    sshPrivateKey: pem(secret('ssh-private-key')),
    sshPassphrase: secret('ssh-passphrase'),
    sudoPassword: secret('sudo-password'),
    imToken: secret('im-token'),
    githubToken: secret('github-token'),
    reviewKey: secret('review-key'),
  };
  const open = {
    pbxUsername: optional('pbx-username'),
    pbxCa: pem(optional('pbx-ca')),
    pbxFingerprint: optional('pbx-fingerprint'),
    sshKnownHosts: pem(optional('ssh-known-hosts')),
  };
  const { imToken, githubToken, reviewKey, ...hidden } = secretText;
  const credentials = without({ ...open, ...hidden });

  const wanted = oneOf('live', ['auto', 'true', 'false'], needsCredentials ? 'true' : 'auto');
  const live = wanted === 'auto' ? Boolean(open.pbxUsername ?? hidden.sshPrivateKey) : wanted === 'true';
  if (live) problems.push(...missing(credentials));
  problems.push(...misshapen(credentials));

  const inputs: Inputs = {
    clusterFile: optional('cluster-file') ?? 'cluster.yaml',
    servers: list('servers'),
    concurrency: whole('concurrency', 50, 1, 100),
    dryRun: boolean('dry-run'),
    credentials,
    allowUndersized: boolean('allow-undersized'),
    installSshKey: boolean('install-ssh-key'),
    service: oneOf('service', ['im', 'dataflow'], 'im'),
    rotate: boolean('rotate'),
    ...without({ dataflowTokenPath: optional('dataflow-token-path'), imToken }),
    dataflowTokenRenewed: boolean('dataflow-token-renewed'),
    gone: list('host-is-gone'),
    roles: list('roles').flatMap((role) => (role === 'all' ? RESTARTABLE : role)),
    pbx: boolean('pbx'),
    reason: optional('reason') ?? `asked for by ${process.env['GITHUB_ACTOR'] ?? 'a person'}`,
    force: boolean('force'),
    live,
    ...without({ baseClusterFile: optional('base-cluster-file'), baseRef: optional('base-ref'), githubToken }),
    ...without({ reviewedPlan: optional('reviewed-plan'), approve: optional('approve'), reviewKey }),
    rotateImToken: boolean('rotate-im-token'),
    rotateDataflowToken: boolean('rotate-dataflow-token'),
    withoutReview: oneOf('without-review', ['refuse', 'allow'], 'refuse'),
    reviewAuthor: optional('review-author') ?? 'github-actions[bot]',
    comment: boolean('comment', process.env['GITHUB_EVENT_NAME'] === 'pull_request'),
    planFile: optional('plan-file') ?? 'plan.json',
    markdownFile: optional('markdown-file') ?? 'plan.md',
    labels: lines('labels'),
    ...without({ clusterName: optional('cluster-name'), pbxAddress: optional('pbx-address') }),
    access: without({
      api: optional('pbx-api'),
      sshUser: optional('ssh-user'),
      sshPort: read('ssh-port') ? whole('ssh-port', 22, 1, 65_535) : undefined,
      jumpHost: optional('ssh-jump-host'),
      scriptsPath: optional('scripts-path'),
      controlNode: optional('control-node'),
      nodes: list('nodes'),
    }),
    hosts: list('hosts'),
    adopt: boolean('adopt'),
  };
  for (const role of inputs.roles)
    if (!isRestartable(role)) problems.push(`roles: "${role}" is not one of all, ${RESTARTABLE.join(', ')}`);
  if (inputs.baseRef?.startsWith('-') || inputs.baseRef?.includes(':'))
    problems.push(`base-ref: "${inputs.baseRef}" is not the name of a commit, a branch or a tag`);
  const notApproved = inputs.approve && digestProblem(inputs.approve);
  if (notApproved) problems.push(`approve: ${notApproved}`);
  if (inputs.dataflowTokenPath && !/^\/[A-Za-z0-9._~/-]*$/.test(inputs.dataflowTokenPath))
    problems.push(
      `dataflow-token-path: "${inputs.dataflowTokenPath}" is not a path below /api, such as /dataflow/token`,
    );
  return { inputs, problems };
}

/** What `roles` of rolling-restart can name. */
export const RESTARTABLE = ['loadbalancer', ...ROLE_NAMES] as const;
const isRestartable = (role: string): boolean => RESTARTABLE.some((name) => name === role);

function missing({ pbxUsername, pbxPassword, sshPrivateKey, sshKnownHosts }: Credentials): string[] {
  return [
    ...(pbxUsername ? [] : ['pbx-username: missing; the name of an administrator of the PBX']),
    ...(pbxPassword ? [] : ['pbx-password: missing; the password of that administrator']),
    ...(sshPrivateKey ? [] : ['ssh-private-key: missing; the text of the key that the hosts accept']),
    ...(sshKnownHosts
      ? []
      : ["ssh-known-hosts: missing; the hosts' keys, as `ssh-keyscan` prints them, compared with the hosts' own"]),
  ];
}

function misshapen({ pbxCa, pbxFingerprint, sshPrivateKey }: Credentials): string[] {
  const wrong: string[] = [];
  if (sshPrivateKey && !/^-----BEGIN [A-Z ]*PRIVATE KEY-----$/m.test(sshPrivateKey))
    wrong.push('ssh-private-key: not a private key; give the whole text of the file, from its BEGIN to its END line');
  if (pbxCa && !pbxCa.includes('-----BEGIN CERTIFICATE-----'))
    wrong.push(
      'pbx-ca: not a certificate in PEM form; give the whole text of the file, from its BEGIN to its END line',
    );
  if (pbxFingerprint && !/^[0-9a-f]{64}$/i.test(pbxFingerprint.replace(/^sha256[:=]/i, '').replaceAll(':', '')))
    wrong.push('pbx-fingerprint: not a SHA-256 fingerprint; it has 64 hexadecimal digits, with or without colons');
  return wrong;
}

/** Text files end with a line end, whatever a secret's form field made of it. */
function pem(text: string | undefined): string | undefined {
  return text?.trim() ? `${sameLineEnds(text).trim()}\n` : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function without<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
