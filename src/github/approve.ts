import { shellQuote } from '../host/shell-quote';
import type { Inputs } from './inputs';

type Asked = Pick<
  Inputs<'review'>,
  | 'ofMany'
  | 'clusterFile'
  | 'servers'
  | 'force'
  | 'hostIsGone'
  | 'allowUndersized'
  | 'installSshKey'
  | 'rotateImToken'
  | 'rotateSbcToken'
  | 'rotateDataflowToken'
  | 'dataflowTokenPath'
>;

/** The command line that deploys exactly the plan of that digest: the workflow that runs, with the inputs that it has. */
export function approveCommand(digest: string, asked: Asked, env: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: branch = '', GITHUB_WORKFLOW_REF: workflow = '' } = env;
  const file = /\/([^/@]+\.ya?ml)@/.exec(workflow)?.[1] ?? 'deploy.yml';
  const inputs = {
    approve: digest,
    ...(asked.ofMany && { files: asked.clusterFile }),
    ...(asked.servers.length > 0 && { servers: asked.servers.join(' ') }),
    ...(asked.force && { force: 'true' }),
    ...(asked.hostIsGone.length > 0 && { 'host-is-gone': asked.hostIsGone.join(' ') }),
    ...(asked.allowUndersized && { 'allow-undersized': 'true' }),
    ...(asked.installSshKey && { 'install-ssh-key': 'true' }),
    ...(asked.rotateImToken && { 'rotate-im-token': 'true' }),
    ...(asked.rotateSbcToken && { 'rotate-sbc-token': 'true' }),
    ...(asked.rotateDataflowToken && { 'rotate-dataflow-token': 'true' }),
    ...(asked.dataflowTokenPath && { 'dataflow-token-path': asked.dataflowTokenPath }),
  };
  return [
    ...['gh', 'workflow', 'run', file],
    ...(repository ? ['--repo', repository] : []),
    ...(branch ? ['--ref', branch] : []),
    ...Object.entries(inputs).flatMap(([name, value]) => ['-f', `${name}=${value}`]),
  ]
    .map(quoted)
    .join(' ');
}

/** For a shell that somebody pastes it into. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : shellQuote(word);
}
