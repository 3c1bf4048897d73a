// Reads every workflow and action file with GitHub's own parser, as GitHub will when it is given them. What it refuses fails.
import { readFileSync, readdirSync } from 'node:fs';
import { register } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The package imports JSON as bundlers do; Node wants to be told that it is JSON.
const hook = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
const { validate } = await import('@actions/languageservice');

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const inFolder = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`);
const files = [
  'action.yml',
  ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}/action.yml`),
  ...['.github/workflows', 'examples/workflows', 'examples/first-pull-request/.github/workflows'].flatMap(inFolder),
];

const read = (path, text) => validate({ uri: pathToFileURL(join(root, path)).href, getText: () => text }, {});

// A parser that finds nothing wrong with nonsense would find nothing wrong with anything.
const nonsense = 'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: x, env: { <<: { A: b } } }] } }\n';
if ((await read('.github/workflows/nonsense.yml', nonsense)).length === 0)
  throw new Error("GitHub's parser takes a file that GitHub refuses");

let refused = 0;
for (const path of files) {
  for (const { message, range } of await read(path, readFileSync(join(root, path), 'utf8'))) {
    console.error(`${path}:${range.start.line + 1}: ${message}`);
    refused += 1;
  }
}
if (refused === 0) console.log(`GitHub's parser takes all ${files.length} workflows and actions`);
process.exitCode = refused > 0 ? 1 : 0;
