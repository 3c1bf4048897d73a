import { isObject } from '../unknown';
import { InputError } from '../input-error';
import { readPlain } from '../plain-file';
import { commitOf, git } from './base';

/** What a run's commit is compared with */
export interface BaseOfRun {
  /** Its hash; undefined: there is none, or it cannot be read */
  commit?: string;
  /** Why there is none, for people */
  why?: string;
  /** Somebody asks for a change that nobody has agreed to yet. */
  isPullRequest: boolean;
}

/** `given`: the input base-ref, which wins over what GitHub tells of the event. Never throws. */
export async function baseOfRun(given: string | undefined, env: NodeJS.ProcessEnv = process.env): Promise<BaseOfRun> {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  const isPullRequest = event.startsWith('pull_request');
  const ref = given ?? ((await isMergeOfPull(env)) ? 'HEAD^1' : await fromEvent(event, env['GITHUB_EVENT_PATH']));
  if (ref === undefined)
    return {
      isPullRequest,
      why: `There is nothing to compare this commit with${event && ` (${event})`}: all clusters count as changed`,
    };
  try {
    return { isPullRequest, commit: await commitOf(ref) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      isPullRequest,
      why: `The commit to compare with, ${ref}, cannot be read: all clusters count as changed. Check out with a fetch-depth of 0`,
    };
  }
}

/**
 * Whether GitHub's own merge of a pull request is checked out: its first parent is the base branch as it was merged with, which may be
 * newer than the event says. A workflow that checks the branch itself out has another first parent.
 */
async function isMergeOfPull(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (env['GITHUB_EVENT_NAME'] !== 'pull_request' || !/^refs\/pull\/\d+\/merge$/.test(env['GITHUB_REF'] ?? ''))
    return false;
  return (await git('rev-parse', '--verify', '--quiet', 'HEAD')).stdout.trim() === env['GITHUB_SHA'];
}

async function fromEvent(event: string, path: string | undefined): Promise<string | undefined> {
  const payload = await payloadOf(path);
  const at = (...keys: string[]): unknown =>
    keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), payload);
  const hash = event.startsWith('pull_request')
    ? at('pull_request', 'base', 'sha')
    : event === 'merge_group'
      ? at('merge_group', 'base_sha')
      : event === 'push'
        ? at('before')
        : undefined;
  // All zeros: the branch is new.
  return typeof hash === 'string' && /^[0-9a-f]{40,64}$/.test(hash) && !/^0+$/.test(hash) ? hash : undefined;
}

async function payloadOf(path: string | undefined): Promise<unknown> {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(await readPlain(path));
  } catch {
    return undefined;
  }
}
