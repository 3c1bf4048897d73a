import { createHash } from 'node:crypto';
import { ROLES, type Verb } from '../cluster/roles';
import type { ServerSpec } from '../cluster/types';
import type { ControlCommand } from '../host/control-plane';
import type { ChangeId } from './change';
import { StageError } from './stage-error';
import type { Run } from './run';

/** An install pulls an image of a few GB; `restart` and `rm` give calls 5 minutes to end. */
const SCRIPT_TIMEOUT_MS = 45 * 60_000;

/** Runs a control script to its end, its log shown as it comes. Success is the exit code and no `[error]` line; the caller looks at the container. */
export async function runScript(
  run: Run,
  command: ControlCommand,
  /** `what`: what failed, where that is no script of PortSIP's */
  about: { id: ChangeId; key: string; title: string; what?: string },
): Promise<void> {
  const { session } = run;
  for (const secret of command.secrets) session.secrets.add(secret);
  const digest = createHash('sha256').update(JSON.stringify(command.argv)).digest('hex').slice(0, 12);
  const result = await session.hosts.host(command.machine).job(
    {
      // The name of a server that only the portal knows can be anything.
      key: `${about.key.replace(/[^A-Za-z0-9._-]/g, '-')}-${digest}`,
      title: about.title,
      cwd: command.cwd,
      argv: command.argv,
      secrets: command.secrets,
      timeoutMs: SCRIPT_TIMEOUT_MS,
    },
    (line) => {
      session.log.remote(command.machine.name, line);
      const text = /^\[(?:info|warn)\]:?\s*(.{3,80})/.exec(line)?.[1];
      if (text && !text.startsWith('args')) run.progress(about.id, text);
    },
    session.signal,
  );
  if (result.exitCode === 0 && result.errors.length === 0) return;
  const script = about.what ?? command.argv.find((word) => word.endsWith('.sh')) ?? command.argv.slice(0, 3).join(' ');
  const why = result.errors[0] ?? result.tail.at(-1) ?? 'it printed nothing';
  const hint = /toomanyrequests|rate limit/i.test([...result.errors, ...result.tail].join('\n'))
    ? '. The registry limits pulls: wait, or sign the host in to it (docker login)'
    : '';
  throw new StageError(`${script} on ${command.machine.name} failed (exit ${result.exitCode}): ${why}${hint}`);
}

/** What a verb is called in a job's title, where that is not itself */
export type Called = Partial<Record<Verb, string>>;

/** Runs one verb of a server's control script to its end. */
export async function runVerb(
  id: ChangeId,
  run: Run,
  server: ServerSpec,
  verb: Verb,
  { called = {}, token }: { called?: Called; token?: string } = {},
): Promise<void> {
  if (verb === 'stop') run.progress(id, 'stopping; calls get five minutes to end');
  const name = called[verb] ?? verb;
  await runScript(run, run.plane.command(server, verb, token), {
    id,
    key: `${name}-${server.name}`,
    title: `${name} ${server.name} (${ROLES[server.role].label})`,
  });
}
