import { InputError } from '../input-error';
import { messageOf } from '../unknown';
import { commitOf, git } from './base';
import type { BaseOfRun } from './base-of-run';
import { openRepository } from './repository';

/** A run of a workflow that came to its end without a failure */
export interface Success {
  id: number;
  /** What started it: push, schedule, … */
  event: string;
  /** The commit that it was of */
  commit: string;
}

/** What is asked of GitHub here, so that a test needs no network. */
export interface Successes {
  /** Of a workflow, by its file's name, on a branch; the last one first, 100 at most */
  of(workflow: string, branch: string): Promise<Success[]>;
  /** Whether a run has an artifact of that name */
  has(run: number, artifact: string): Promise<boolean>;
}

/** The artifact of a run that did not fail, and did not bring every cluster to its end either: one waits for its window */
export const LEFT_BEHIND = 'portsip-fleet-left-behind';
/** These are about whatever has changed. What a person starts may be about some clusters alone. */
const WHOLE: ReadonlySet<string> = new Set(['push', 'schedule']);
/** Runs whose artifacts are asked for */
const MOST_RUNS = 20;

/**
 * The commit of the last run of this workflow on this branch that left no cluster behind: what a later one compares with, whatever
 * became of those between, which GitHub may have dropped from the queue. Without it everything counts as changed. Never throws.
 */
export async function lastSuccess(
  successes: () => Promise<Successes>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<BaseOfRun> {
  const all = (why: string): BaseOfRun => ({ isPullRequest: false, why: `${why}: all clusters count as changed` });
  const workflow = /\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
  const branch = env['GITHUB_REF_NAME'];
  if (workflow === undefined || !branch) return all('This run does not know its workflow or its branch');
  try {
    const asked = await successes();
    const found = (await asked.of(workflow, branch)).filter(({ event }) => WHOLE.has(event)).slice(0, MOST_RUNS);
    for (const { id, commit } of found) {
      if (await asked.has(id, LEFT_BEHIND)) continue;
      return (await isBefore(await commitOf(commit, 'since')))
        ? { isPullRequest: false, commit }
        : all(`${commit.slice(0, 12)}, of the last run that succeeded, did not lead to this commit`);
    }
    return all(`No run of ${workflow} on ${branch} has succeeded yet without leaving a cluster behind`);
  } catch (error) {
    const cure = error instanceof InputError ? 'check out with a fetch-depth of 0' : 'the token needs actions: read';
    return all(`The last run that succeeded cannot be told (${messageOf(error)}; ${cure})`);
  }
}

async function isBefore(commit: string): Promise<boolean> {
  return (await git('merge-base', '--is-ancestor', commit, 'HEAD')).exitCode === 0;
}

/** Over GitHub's API, of the run's own repository. */
export async function githubSuccesses(token: string): Promise<Successes> {
  const { octokit, owner, repo } = await openRepository(token);
  return {
    of: async (workflow_id, branch) => {
      const asked = { owner, repo, workflow_id, branch, status: 'success' as const, per_page: 100 };
      const { data } = await octokit.rest.actions.listWorkflowRuns(asked);
      return data.workflow_runs.map(({ id, event, head_sha }) => ({ id, event, commit: head_sha }));
    },
    has: async (run_id, name) => {
      const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({ owner, repo, run_id, name });
      return data.total_count > 0;
    },
  };
}
