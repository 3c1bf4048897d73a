// Writes action.yml and actions/*/action.yml from src/github/input-table.ts; with --check it only compares.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { stringify } from 'yaml';
import { ACTIONS, inputsOf } from './input-table.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const MADE = '# Made from src/github/input-table.ts by scripts/actions.mjs. Do not edit.\n';
const ROOT_ONCE_MORE = "# The root's action.yml once more: `$/` cannot name the root of a repository.\n";
const POST = '  # The same program: it releases what a cancelled or failed run still holds.\n';

function actionFile(name, folder) {
  const { name: title, description, icon, outputs, post } = ACTIONS[name];
  const program = `${folder === '' ? '' : '../../'}dist/${name}/index.js`;
  const inputs = inputsOf(name).map(({ name: input, about, required, row }) => [
    input,
    {
      description: about,
      ...(row.default !== undefined && { default: row.default }),
      // From the environment is good as well, which GitHub and its checkers do not know of.
      ...(required && row.variable === undefined && { required }),
    },
  ]);
  const parts = [
    { name: title, description, author: 'PortSIP Cluster Actions', branding: { icon, color: 'blue' } },
    { inputs: Object.fromEntries(inputs) },
    {
      outputs: Object.fromEntries(Object.entries(outputs).map(([output, about]) => [output, { description: about }])),
    },
    { runs: { using: 'node24', main: program, ...(post && { post: program, 'post-if': 'always()' }) } },
  ];
  const text = parts.map((part) => stringify(part, { lineWidth: 0, singleQuote: true })).join('\n');
  return `${MADE}${name === 'plan' && folder !== '' ? ROOT_ONCE_MORE : ''}${text.replace(/^ {2}post:/m, `${POST}$&`)}`;
}

const files = [
  ['action.yml', actionFile('plan', '')],
  ...Object.keys(ACTIONS).map((name) => [`actions/${name}/action.yml`, actionFile(name, `actions/${name}`)]),
];
const style = { ...JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8')), parser: 'yaml' };
const checking = process.argv.includes('--check');
const faults = readdirSync(join(root, 'actions'))
  .filter((name) => !(name in ACTIONS))
  .map((name) => `actions/${name} is not in src/github/input-table.ts`);
for (const [path, text] of files) {
  const wanted = await format(text, style);
  if (!checking) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted);
  } else if (read(path) !== wanted) {
    faults.push(`${path} is not what src/github/input-table.ts makes: run node scripts/actions.mjs`);
  }
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
