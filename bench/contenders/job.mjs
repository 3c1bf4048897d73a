// The steps of the reusable workflow deploy.yml as a runner starts them: each a process of its own, left out where its `if` says so, and
// the `post` steps at the end, the last one's first. node job.mjs CLUSTER_FILE FOLDER
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const [, , clusterFile, folder] = process.argv;
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const load = (path) => parse(readFileSync(join(ROOT, path), 'utf8'));

const workflow = load('.github/workflows/deploy.yml');
// There is no GitHub here to ask what was reviewed.
const inputs = { 'cluster-file': clusterFile, 'allow-undersized': true, 'without-review': 'allow' };
for (const [name, { default: value }] of Object.entries(workflow.on.workflow_call.inputs)) inputs[name] ??= value;

const steps = {};
const places = { inputs, steps, secrets: {}, vars: {}, github: { token: 'no-token' } };
/** What `deploy.yml` needs of GitHub's expressions */
function evaluate(expression) {
  const code = expression
    .replace(/\b(inputs|steps|secrets|vars|github)((?:\.[\w-]+)+)/g, (_, place, path) => {
      const names = path.slice(1).split('.');
      // What is not there equals the empty string.
      return `(${[place, ...names.map((name) => `[${JSON.stringify(name)}]`)].join('?.')} ?? '')`;
    })
    .replaceAll(/([^!=])(==|!=)(?!=)/g, '$1$2');
  const known = {
    ...places,
    cancelled: () => false,
    failure: () => failed,
    fromJSON: JSON.parse,
    contains: (list, item) => list.includes(item),
  };
  return new Function(...Object.keys(known), `return ${code}`)(...Object.values(known));
}
const filled = (text) =>
  String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => String(evaluate(expression.trim()) ?? ''));
const runs = (condition) =>
  condition === undefined || Boolean(evaluate(condition.replace(/^\$\{\{|\}\}$/g, '').trim()));

// GitHub's API, which does not say what was reviewed
const api = createServer((_, answer) => answer.writeHead(401, { 'content-type': 'application/json' }).end('{}'));
await once(api.listen(0, '127.0.0.1'), 'listening');

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'];
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'temp'), { recursive: true, mode: 0o700 });
const env = {
  ...process.env,
  RUNNER_TEMP: join(folder, 'temp'),
  RUNNER_NAME: 'bench',
  GITHUB_ACTIONS: 'true',
  GITHUB_RUN_ID: String(Date.now()),
  GITHUB_JOB: 'deploy',
  GITHUB_REPOSITORY: 'bench/bench',
  GITHUB_REF_NAME: 'main',
  GITHUB_API_URL: `http://127.0.0.1:${api.address().port}`,
  // Another one each time, as after a merge: what is deployed now is written down.
  GITHUB_SHA: randomBytes(20).toString('hex'),
};

/** NAME<<WORD, the value, WORD */
const entries = (file) =>
  Object.fromEntries(
    [...readFileSync(file, 'utf8').matchAll(/^([^\n<]+)<<([^\n]+)\n([^]*?)\n\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  );

const took = [];
async function start(name, program, more) {
  const files = Object.fromEntries(FILES.map((file) => [file, join(folder, file)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  const begun = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { ...env, ...files, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(child, 'close');
  took.push([name, performance.now() - begun]);
  Object.assign(env, entries(files.GITHUB_ENV));
  return { status, outputs: entries(files.GITHUB_OUTPUT), state: entries(files.GITHUB_STATE) };
}

const posts = [];
let failed = false;
for (const step of workflow.jobs.deploy.steps) {
  const action = /^\$\/actions\/(.+)$/.exec(step.uses ?? '')?.[1];
  if (action === undefined) continue;
  if (step.if === undefined ? failed : !runs(step.if)) {
    steps[step.id] = { outputs: {} };
    continue;
  }
  const manifest = load(`actions/${action}/action.yml`);
  const given = Object.fromEntries(
    Object.entries(manifest.inputs).flatMap(([name, { default: value }]) => {
      const text = filled(step.with?.[name] ?? value ?? '');
      return text === '' ? [] : [[`INPUT_${name.toUpperCase()}`, text]];
    }),
  );
  const { main, post } = manifest.runs;
  const { status, outputs, state } = await start(step.id, resolve(ROOT, 'actions', action, main), given);
  steps[step.id] = { outputs };
  failed ||= status !== 0;
  const kept = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  if (post)
    posts.unshift(() => start(`${step.id} (post)`, resolve(ROOT, 'actions', action, post), { ...given, ...kept }));
}
for (const post of posts) failed = (await post()).status !== 0 || failed;
api.close();
console.log(JSON.stringify({ steps: took }));
process.exitCode = failed ? 1 : 0;
