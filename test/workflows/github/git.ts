import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository's Git side: a real one, so that commits have the names that Git gives them. */
export class Git {
  constructor(readonly dir: string) {}

  /** A repository with an empty first commit on main, in a temporary folder. */
  static temporary(): Git {
    const git = new Git(mkdtempSync(join(tmpdir(), 'portsip-github-')));
    git.run('init', '--quiet', '-b', 'main');
    git.run('commit', '--quiet', '--allow-empty', '-m', 'Begin');
    return git;
  }

  /** Takes a temporary one away. */
  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  run(...args: string[]): string {
    return this.feed('', ...args);
  }

  /** `undefined` when Git does not know it. */
  sha(revision: string): string | undefined {
    return this.try('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  }

  ref(name: string): string | undefined {
    return this.try('rev-parse', '--verify', '--quiet', `refs/${name}`);
  }

  refs(prefix: string): { ref: string; sha: string }[] {
    const lines = this.run('for-each-ref', '--format=%(refname) %(objectname)').split('\n').filter(Boolean);
    return lines
      .map((line) => ({ ref: line.split(' ')[0] ?? '', sha: line.split(' ')[1] ?? '' }))
      .filter(({ ref }) => ref.startsWith(`refs/${prefix}`));
  }

  setRef(name: string, sha: string): void {
    this.run('update-ref', `refs/${name}`, sha);
  }

  /** The text of a file, with its blob's name. */
  file(revision: string, path: string): { sha: string; content: string } | undefined {
    const sha = this.try('rev-parse', '--verify', '--quiet', `${revision}:${path}`);
    if (!sha || this.run('cat-file', '-t', sha) !== 'blob') return undefined;
    return { sha, content: execFileSync('git', ['cat-file', 'blob', sha], { cwd: this.dir, encoding: 'utf8' }) };
  }

  /** Commits one file on top of a branch, without a work tree. */
  commitFile(branch: string, path: string, content: string, message: string): { commit: string; blob: string } {
    const parent = this.run('rev-parse', `refs/heads/${branch}`);
    const blob = this.feed(content, 'hash-object', '-w', '--stdin');
    const index = mkdtempSync(join(tmpdir(), 'portsip-index-'));
    try {
      const env = { GIT_INDEX_FILE: join(index, 'index') };
      this.exec('', env, 'read-tree', parent);
      this.exec('', env, 'update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
      const tree = this.exec('', env, 'write-tree');
      const commit = this.run('commit-tree', tree, '-p', parent, '-m', message);
      this.setRef(`heads/${branch}`, commit);
      return { commit, blob };
    } finally {
      rmSync(index, { recursive: true, force: true });
    }
  }

  /** Whether a pull request's branch brings the commit. */
  brings(base: string, head: string, sha: string): boolean {
    return this.try('rev-list', `${base}..${head}`)?.split('\n').includes(sha) ?? false;
  }

  /** Commits up to this one, newest first; of a file, those that changed it. */
  log(from: string, path?: string): string[] {
    return this.run('log', '--format=%H', from, '--', ...(path === undefined ? [] : [path]))
      .split('\n')
      .filter(Boolean);
  }

  changedFiles(base: string, head: string): string[] {
    return this.run('diff', '--name-only', `${base}...${head}`).split('\n').filter(Boolean);
  }

  private try(...args: string[]): string | undefined {
    try {
      return this.run(...args);
    } catch {
      return undefined;
    }
  }

  private feed(input: string, ...args: string[]): string {
    return this.exec(input, {}, ...args);
  }

  private exec(input: string, env: Record<string, string>, ...args: string[]): string {
    const who = ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', '-c', 'commit.gpgsign=false'];
    const options = { cwd: this.dir, input, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...env } } as const;
    return execFileSync('git', [...who, ...args], options).trim();
  }
}
