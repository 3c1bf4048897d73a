import type { DriftIssue, Verdict } from './drift-issue';
import { asking, openRepository, refusal } from './repository';

/** The parts of GitHub's REST API that drift needs, so that a test needs no network. */
export interface Issues {
  /** The token's own issues with this text at their start: an open one before closed ones, then the newest */
  find(start: string): Promise<DriftIssue | undefined>;
  open(issue: { title: string; body: string; labels: string[] }): Promise<number>;
  /** false: there is no such issue any more */
  edit(number: number, change: { body: string; state?: 'open' | 'closed' }): Promise<boolean>;
  comment(number: number, body: string): Promise<void>;
}

/** Does what was decided; returns the number of the issue that is open now, where there is one. */
export async function carryOut(
  issues: Issues,
  verdict: Verdict,
  found: DriftIssue | undefined,
  labels: string[],
): Promise<number | undefined> {
  if (verdict.do === 'nothing') return found?.open ? found.number : undefined;
  const { title, body } = verdict;
  if (verdict.do === 'open' || !found) return issues.open({ title, body, labels });
  const state = verdict.do === 'close' ? 'closed' : verdict.reopen ? 'open' : undefined;
  if (!(await issues.edit(found.number, { body, ...(state && { state }) })))
    // Somebody deleted or moved it meanwhile.
    return verdict.do === 'close' ? undefined : issues.open({ title, body, labels });
  if (verdict.comment !== undefined) await issues.comment(found.number, verdict.comment);
  return verdict.do === 'close' ? undefined : found.number;
}

const MAY_WRITE = 'the job needs the permission "issues: write"';
const TURNED_OFF =
  'issues are turned off for this repository: turn them on in Settings > General > Features, or set dry-run';

/** Issues of the repository that the run is for. */
export async function githubIssues(token: string): Promise<Issues> {
  const { octokit, owner, repo, viewer } = await openRepository(token);
  const target = { owner, repo };
  const cures = { 403: MAY_WRITE, 404: MAY_WRITE, 410: TURNED_OFF };
  const ask = <T>(what: string, work: () => Promise<T>) => asking(what, work, cures);
  return {
    find: (start) =>
      ask('the issue about drift could not be looked for', async () => {
        const creator = await viewer();
        for (const state of ['open', 'closed'] as const) {
          const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
            ...target,
            creator,
            state,
            sort: 'created',
            direction: 'desc',
            per_page: 100,
          });
          for await (const { data } of pages)
            for (const { number, body, user, pull_request: pull } of data) {
              // At the start only: somebody may quote it. Whoever else writes the same is not believed.
              if (pull || user?.login !== creator || !body?.startsWith(start)) continue;
              return { number, body, open: state === 'open' };
            }
        }
        return undefined;
      }),
    open: (issue) =>
      ask('the issue about drift could not be opened', async () => {
        const { data } = await octokit.rest.issues.create({ ...target, ...issue });
        return data.number;
      }),
    edit: (number, change) =>
      ask(`issue #${number} could not be updated`, async () => {
        try {
          const reason = change.state === 'closed' ? ({ state_reason: 'completed' } as const) : {};
          await octokit.rest.issues.update({ ...target, issue_number: number, ...change, ...reason });
          return true;
        } catch (error) {
          if (refusal(error) === 404 || refusal(error) === 410) return false;
          throw error;
        }
      }),
    comment: (number, body) =>
      ask(`issue #${number} could not be commented on`, async () => {
        await octokit.rest.issues.createComment({ ...target, issue_number: number, body });
      }),
  };
}
