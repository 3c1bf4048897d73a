// Looks whether a tag may become a release, and writes its notes: node scripts/release.mjs v1.2.3 NOTES
// Prints `major=v1` where the tag of the major version is to follow, which it does for the newest stable release only.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [tag = '', notes = 'notes.md'] = process.argv.slice(2);
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

const faults = [];
const found = /^v(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?$/.exec(tag);
if (!found) faults.push(`${tag}: a release is called v1.2.3, or v1.2.3-rc.1`);

const version = tag.slice(1);
const { version: packaged } = JSON.parse(readFileSync('package.json', 'utf8'));
if (packaged !== version) faults.push(`package.json: version is ${packaged}, not ${version}`);

const [, section = ''] = readFileSync('CHANGELOG.md', 'utf8').split(`\n## [${version}]`);
const text = section.split('\n## [')[0].split('\n').slice(1).join('\n').trim();
if (!text) faults.push(`CHANGELOG.md: there is nothing under "## [${version}]"`);

try {
  git('merge-base', '--is-ancestor', 'HEAD', 'origin/main');
} catch {
  faults.push(`${tag}: its commit is not on main`);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

writeFileSync(notes, `${text}\n`);
const numbers = (name) => name.slice(1).split('.').map(Number);
const newer = (a, b) => a.map((number, n) => number - b[n]).find((difference) => difference !== 0) > 0;
const [, major, , , preview] = found;
const others = git('tag', '--list', `v${major}.*`)
  .split('\n')
  .filter((name) => /^v\d+\.\d+\.\d+$/.test(name) && name !== tag);
if (!preview && others.every((other) => newer(numbers(tag), numbers(other)))) console.log(`major=v${major}`);
