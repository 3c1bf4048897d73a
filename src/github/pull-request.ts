import type { Repository } from './repository';
import { asking, GithubError, refusal } from './repository';
import { sameText } from '../text/line-ends';

/** A file that somebody is to look at before it is there. */
export interface Proposal {
  path: string;
  text: string;
  /** Created off the default branch; when it is there already the file on it is replaced */
  branch: string;
  title: string;
  body: string;
  message: string;
}

export interface Proposed {
  /** The pull request's number; undefined: the default branch has just this file */
  number?: number;
  url?: string;
  outcome: 'opened' | 'updated' | 'unchanged';
}

const MAY_WRITE = 'the job needs the permissions "contents: write" and "pull-requests: write"';
const MAY_OPEN =
  'allow it in Settings > Actions > General > Workflow permissions ("Allow GitHub Actions to create and approve pull requests")';

/**
 * Puts one file on a branch and opens a pull request for it, over the API alone: no checkout, no git, no shell. Doing it again
 * updates the same branch and pull request. `overwrite` is what allows to replace a file of the default branch.
 */
export async function propose(
  { octokit, owner, repo }: Repository,
  proposal: Proposal,
  { overwrite }: { overwrite: boolean },
): Promise<Proposed> {
  const target = { owner, repo };
  const { path, text, branch, title, body, message } = proposal;
  const cures = { 403: MAY_WRITE, 404: MAY_WRITE };
  const ask = <T>(what: string, work: () => Promise<T>, other = {}) => asking(what, work, { ...cures, ...other });

  /** undefined when that branch has no such file */
  const fileOn = (ref: string) =>
    ask(`${path} could not be looked for`, () =>
      unless404(async () => {
        const { data } = await octokit.rest.repos.getContent({ ...target, path, ref });
        if (Array.isArray(data) || data.type !== 'file' || !('content' in data))
          throw new GithubError(
            `${path} is a folder or a link in this repository: name another cluster file`,
            undefined,
          );
        return { sha: data.sha, text: Buffer.from(data.content, 'base64').toString('utf8') };
      }),
    );
  const commitOf = (name: string) =>
    ask(`the branch ${name} could not be looked for`, () =>
      unless404(async () => (await octokit.rest.git.getRef({ ...target, ref: `heads/${name}` })).data.object.sha),
    );

  const base = (await ask('the repository could not be read', () => octokit.rest.repos.get(target))).data
    .default_branch;
  const present = await fileOn(base);
  if (present?.text === text) return { outcome: 'unchanged' };
  if (present && !overwrite)
    throw new GithubError(
      `${path} is on ${base} already and is not overwritten: delete it first, name another cluster file, or set force`,
      undefined,
    );

  const start = await commitOf(base);
  if (start === undefined)
    throw new GithubError(`${base} has no commit yet: push a first one, such as a README`, undefined);
  const there = (await commitOf(branch)) !== undefined;
  if (!there)
    await ask(`the branch ${branch} could not be made`, () =>
      octokit.rest.git.createRef({ ...target, ref: `refs/heads/${branch}`, sha: start }),
    );
  const before = there ? await fileOn(branch) : present;
  if (before?.text !== text)
    await ask(`${path} could not be written to the branch ${branch}`, () =>
      octokit.rest.repos.createOrUpdateFileContents({
        ...target,
        path,
        branch,
        message,
        content: Buffer.from(text).toString('base64'),
        ...(before && { sha: before.sha }),
      }),
    );

  const { data: open } = await ask('the pull requests could not be read', () =>
    octokit.rest.pulls.list({ ...target, state: 'open', head: `${owner}:${branch}`, base }),
  );
  const [pull] = open;
  if (pull) {
    const same = before?.text === text && pull.title === title && sameText(pull.body ?? '', body);
    if (!same)
      await ask(`pull request #${pull.number} could not be updated`, () =>
        octokit.rest.pulls.update({ ...target, pull_number: pull.number, title, body }),
      );
    return { number: pull.number, url: pull.html_url, outcome: same ? 'unchanged' : 'updated' };
  }
  const { data: made } = await ask(
    `the file is on the branch ${branch}, but its pull request could not be opened`,
    () => octokit.rest.pulls.create({ ...target, head: branch, base, title, body }),
    { 403: `open it by hand, or ${MAY_OPEN}` },
  );
  return { number: made.number, url: made.html_url, outcome: 'opened' };
}

async function unless404<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (refusal(error) === 404) return undefined;
    throw error;
  }
}
