import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { REPOSITORY, makeSuite, runWorkflow } from './caller';
import { startGithubApi } from './github-api';
import { webhook } from './github/webhooks';

const root = resolve(__dirname, '../..');
const TOKEN = 'ghs_0123456789abcdefTOKEN';

/** Does what the README has it do: a repository is a folder, a pull request is noted. */
const GH = `#!/bin/sh
case "$1 $2" in
'repo create') git init --quiet --bare -b main "$HOME/$3.git" && git clone --quiet "$HOME/$3.git" "$3" ;;
'pr create') git rev-parse --abbrev-ref HEAD >"$HOME/pull-request" ;;
*) exit 1 ;;
esac
`;

test('the lines of the README lead to a planned pull request, without secrets and without a runner', async () => {
  const home = mkdtempSync(join(tmpdir(), 'portsip-first-'));
  const suite = makeSuite();
  const api = await startGithubApi(TOKEN, REPOSITORY, { pulls: { 1: 'more-rooms' } });
  try {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const lines = /## A planned pull request in five minutes[^]*?```sh\n([^]*?)```/.exec(readme)?.[1];
    if (!lines) throw new Error('the README has no such lines');
    cpSync(join(root, 'examples'), join(home, 'actions/examples'), { recursive: true });
    mkdirSync(join(home, 'bin'));
    writeFileSync(join(home, 'bin/gh'), GH);
    chmodSync(join(home, 'bin/gh'), 0o755);
    const [name, email] = ['alice', 'alice@example.com'];
    const env = {
      ...{ HOME: home, PATH: `${join(home, 'bin')}:${process.env['PATH']}`, GIT_CONFIG_NOSYSTEM: '1' },
      ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
    };
    execFileSync('bash', ['-euc', lines], { cwd: join(home, 'actions'), env, stdio: 'pipe' });
    expect(readFileSync(join(home, 'pull-request'), 'utf8')).toBe('more-rooms\n');

    const dir = join(home, 'my-cluster');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, env, stdio: 'pipe', encoding: 'utf8' });
    git('checkout', '--quiet', '--detach', 'origin/main');
    git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'more-rooms');
    git('remote', 'set-url', 'origin', `https://github.com/${REPOSITORY}.git`);
    api.useGit(dir);
    // As much as the caller gives the job, and no more
    api.permissions = { contents: 'read', 'pull-requests': 'write' };
    const repo = { full_name: REPOSITORY };
    const payload = webhook('pull_request', 'opened', {
      number: 1,
      pull_request: {
        number: 1,
        head: { ref: 'more-rooms', sha: git('rev-parse', 'more-rooms').trim(), repo },
        base: { ref: 'main', repo },
      },
      repository: repo,
    });
    const { exitCode, jobs, output } = await runWorkflow(
      { name: 'pull_request', workflow: 'plan', payload },
      {
        caller: { dir },
        suite: suite.dir,
        secrets: { GITHUB_TOKEN: TOKEN },
        variables: {},
        apiUrl: api.url,
      },
    );
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
    expect(jobs).toEqual(['Plan/Plan/Validate']);
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringMatching(/meeting-server-1[^]*200/)]);
    expect(api.violations).toEqual([]);
  } finally {
    await api.close();
    suite.remove();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
});
