import { execFileSync } from 'node:child_process';
import { approveCommand } from '../../../src/github/approve';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const nothing = {
  ofMany: false,
  clusterFile: 'clusters/acme/cluster.yaml',
  servers: [],
  force: false,
  hostIsGone: [],
  allowUndersized: false,
  installSshKey: false,
  rotateImToken: false,
  rotateSbcToken: false,
  rotateDataflowToken: false,
  dataflowTokenPath: undefined,
};
const env = {
  GITHUB_REPOSITORY: 'acme/pbx',
  GITHUB_REF_NAME: 'main',
  GITHUB_WORKFLOW_REF: 'acme/pbx/.github/workflows/deploy-eu.yml@refs/heads/main',
};

test('the command names the workflow that runs, its branch and the digest', () => {
  expect(approveCommand(DIGEST, nothing, env)).toBe(
    `gh workflow run deploy-eu.yml --repo acme/pbx --ref main -f approve=${DIGEST}`,
  );
});

test('it repeats what the stopped run was told, since that decides what there is to do', () => {
  const asked = { ...nothing, force: true, hostIsGone: ['media-9', 'media-8'], rotateImToken: true };
  expect(approveCommand(DIGEST, asked, env)).toMatch(
    / -f force=true -f 'host-is-gone=media-9 media-8' -f rotate-im-token=true$/,
  );
});

test('of many clusters it is given this one alone', () => {
  expect(approveCommand(DIGEST, { ...nothing, ofMany: true }, env)).toMatch(/ -f files=clusters\/acme\/cluster\.yaml$/);
});

test('no branch name is code for the shell that it is pasted into', () => {
  const branch = "main'; touch owned #$(id)";
  const command = approveCommand(DIGEST, nothing, { ...env, GITHUB_REF_NAME: branch });
  const words = execFileSync('/bin/sh', ['-c', `gh() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' });
  expect(words.split('\n')).toContain(branch);
});
