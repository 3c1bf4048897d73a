// The workflows for a GitHub Enterprise Server: node scripts/enterprise.mjs OWNER/REPO COMMIT FOLDER
// Such a server knows neither the short names of actions nor YAML's aliases, and has no artifacts of version 4 nor, mostly, runners of
// GitHub's: all jobs go to the runner that reaches the cluster. FOLDER becomes what a
// cluster's repository has: the workflows to copy, and beside them the reusable ones, which name their actions in full.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** The same file with everything spelled out that a server does not know. */
function spelledOut(text, repository, ref) {
  return stringify(parse(text), { aliasDuplicateObjects: false, lineWidth: 0 }).replace(
    /uses: \$\/(\S+)/g,
    `uses: ${repository}/$1@${ref}`,
  );
}

const UPLOAD = /uses: actions\/upload-artifact@[0-9a-f]{40}/g;
const UPLOAD_ON_SERVERS = 'uses: actions/upload-artifact@ff15f0306b3f739f7b6fd43fb5d26cd321bd4de5';

/** Those of many clusters hand over artifacts from job to job, which such a server's actions do otherwise. */
const OF_MANY = /^fleet-/;

function write(repository, commit, folder) {
  const workflows = join(folder, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  for (const name of readdirSync('examples/workflows').filter((each) => !OF_MANY.test(each))) {
    const [caller, reusable] = ['examples/workflows', '.github/workflows'].map((from) =>
      readFileSync(join(from, name), 'utf8'),
    );
    const called = `portsip-${name}`;
    writeFileSync(
      join(workflows, name),
      caller.replace(
        /uses: portsip-cluster\/actions\/\.github\/workflows\/\S+/g,
        `uses: ./.github/workflows/${called}`,
      ),
    );
    const head = `# Made for ${repository} at ${commit}. Do not edit.\n`;
    writeFileSync(
      join(workflows, called),
      head +
        spelledOut(reusable, repository, commit)
          .replace(UPLOAD, UPLOAD_ON_SERVERS)
          .replaceAll('runs-on: ubuntu-latest', 'runs-on: ${{ fromJSON(inputs.runner) }}'),
    );
  }
}

const [repository = '', commit = '', folder = ''] = process.argv.slice(2);
if (/^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40}$/.test(commit) && folder !== '')
  write(repository, commit, folder);
else {
  console.error('node scripts/enterprise.mjs OWNER/REPO COMMIT FOLDER: a whole commit, 40 digits');
  process.exitCode = 2;
}
