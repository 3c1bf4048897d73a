// Writes docs/cluster-file.md, docs/actions.md and docs/faults.md from the schema, the table of inputs and the tests of faults;
// with --check it only compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';
import { ACTIONS, inputsOf } from './input-table.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => readFileSync(join(root, path), 'utf8');

const cell = (text) => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const madeFrom = (source) => `<!-- Made from ${source} by scripts/docs.mjs. Do not edit. -->`;

function clusterFile() {
  const schema = JSON.parse(read('schema/cluster.schema.json'));
  const deref = (node) => {
    if (!node.$ref) return node;
    const target = node.$ref
      .replace('#/', '')
      .split('/')
      .reduce((at, key) => at[key], schema);
    return { ...deref(target), ...node, $ref: undefined };
  };
  const kind = (node) => {
    if (node.const !== undefined) return `${code(node.const)} only`;
    if (node.enum) return node.enum.map(code).join(' or ');
    const types = [node.type ?? 'any']
      .flat()
      .map(
        (type) =>
          ({ object: 'mapping', array: 'list', integer: 'whole number', boolean: '`true` or `false`' })[type] ?? type,
      );
    const range = [
      node.minimum !== undefined && `from ${node.minimum}`,
      node.maximum !== undefined && `to ${node.maximum}`,
    ].filter(Boolean);
    return [types.join(' or '), ...range].join(' ');
  };
  const sections = [];
  const section = (title, path, node) => {
    const required = new Set(node.required ?? []);
    const inner = [];
    const rows = Object.entries(node.properties).map(([name, raw]) => {
      const property = deref(raw);
      const items = property.items && deref(property.items);
      if (property.properties) inner.push([`${path}${name}`, `${path}${name}.`, property]);
      else if (items?.properties) inner.push([`${path}${name}[]`, `${path}${name}[].`, items]);
      const value =
        property.default !== undefined ? `default ${code(property.default)}` : required.has(name) ? '**required**' : '';
      const example =
        property.default === undefined &&
        property.examples?.[0] !== undefined &&
        typeof property.examples[0] !== 'object';
      const said = (property.description ?? property.title ?? '').replace(/(?<![.!?])$/, '.');
      const about = `${said}${property.patternErrorMessage ? ` Form: ${property.patternErrorMessage}.` : ''}`;
      return [code(name), kind(property), value, `${about}${example ? ` Example: ${code(property.examples[0])}` : ''}`];
    });
    const intro = node.description && path ? `\n${node.description}\n` : '';
    sections.push(`## ${title}\n${intro}\n${table(['Field', 'Value', '', 'Meaning'], rows)}`);
    for (const [heading, below, child] of inner) section(code(heading), below, child);
  };
  section('Top level', '', schema);
  return `${madeFrom('schema/cluster.schema.json')}

# The cluster file

${schema.description}

Editors with a YAML language server complete and check it when its first line is

\`\`\`yaml
# yaml-language-server: $schema=${schema.$id}
\`\`\`

[examples/cluster.yaml](../examples/cluster.yaml) is a whole one, with comments. \`portsip-cluster validate -f cluster.yaml\`
names every fault with its line and column. What a schema cannot say is checked as well: names and addresses are unique,
a host runs one role, a cluster has at most one \`im\` and one \`dataflow\` server, networks cover the servers that they are
meant for, and a maintenance window opens at some time.

## Settings that clusters share

\`extends: ../defaults.yaml\` takes the settings of another file of the same repository, one level deep. It holds what is left out here:
\`image\`, \`pbx.image\`, \`pbx.version\`, \`ssh\`, \`restart\`, \`backup\` and so on, but nothing that tells one cluster from
another: no \`name\`, \`servers\`, \`deploy\`, \`pbx.private_ip\`, \`pbx.api\`, \`pbx.high_availability\`, \`sbc.web_domain\` or
\`extends\`.

- What the cluster file says wins. Mappings are merged field by field; a text, a number and a list are replaced as a whole. A shared
  value cannot be taken away, only replaced.
- The path is relative to the cluster file and leads to a plain file of the repository: no link, nothing outside of it. \`scripts\` is
  relative to the file that says it.
- Everything goes by the values of both files together: plans, fingerprints, reviews, drift and \`validate\`. So a change of the shared
  file is a change of every cluster that uses it, and a fault has the file and the line that it is in.

${sections.join('\n\n')}
`;
}

function actions() {
  // The plan is the action of the repository itself; its folder is for the reusable workflows.
  const names = ['plan', ...Object.keys(ACTIONS).filter((name) => name !== 'plan')];
  const inputs = (action) =>
    inputsOf(action).map(({ name, required, about, row }) => [
      code(name),
      required ? '**required**' : row.default === undefined ? '' : code(row.default),
      about,
    ]);
  const outputs = (action) => Object.entries(ACTIONS[action].outputs).map(([name, about]) => [code(name), about]);
  return `${madeFrom('src/github/input-table.ts')}

# The actions

The reusable workflows [plan](../.github/workflows/plan.yml), [deploy](../.github/workflows/deploy.yml),
[rolling-restart](../.github/workflows/rolling-restart.yml), [drift](../.github/workflows/drift.yml) and
[import](../.github/workflows/import.yml) call these in the right order; your own repository only calls
the workflows, as in [examples/workflows](../examples/workflows). Each action can be used alone, too, and run again at any
moment: it looks first and does only what is missing.

What an action signs in with can be given as inputs or in the environment of its step (\`env\`), under the names that the command
line knows: an input wins, an empty one counts as not given. \`env\` has the advantage that steps can share it by a YAML anchor, as
in [deploy](../.github/workflows/deploy.yml). Give secrets to the steps that need them, not to the whole job.

${names
  .map((name) =>
    [
      `## ${code(`portsip-cluster/actions${name === 'plan' ? '' : `/actions/${name}`}`)}`,
      ACTIONS[name].description,
      table(['Input', 'Default', 'Meaning'], inputs(name)),
      table(['Output', 'Meaning'], outputs(name)),
    ].join('\n\n'),
  )
  .join('\n\n')}
`;
}

/** What `fault({ … })` in the tests says, without running them. */
function declaredFaults() {
  const text = (node, path) => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    throw new Error(`${path}: a fault is described in plain text, not by ${node.getText()}`);
  };
  const found = [];
  for (const path of readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.test.ts')) continue;
    const source = ts.createSourceFile(path, read(`test/${path}`), ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fault') {
        const fields = node.arguments[0].properties.map(({ name, initializer }) => [
          name.text,
          text(initializer, path),
        ]);
        found.push({ ...Object.fromEntries(fields), path });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function faults() {
  const declared = declaredFaults();
  // What a host prints is data here, too.
  const quoted = (words) => code(words.replace(/\s+/g, ' '));
  const groups = [
    ['SSH', 'The way to a host'],
    ['Host', 'A host'],
    ['PBX', 'The PBX'],
    ['Runner', 'The runner'],
  ].map(([at, title]) => {
    const rows = declared
      .filter((fault) => fault.at === at)
      .map(({ name, sees, goesOn, secondRun, path }) => [
        name,
        sees === undefined ? 'Nothing: the run goes on.' : `${quoted(sees)}${goesOn ? ' The run goes on.' : ''}`,
        secondRun,
        `[${path.split('/')[0]}](../test/${path})`,
      ]);
    if (rows.length === 0) return '';
    return `## ${title}\n\n${table(['Fault', 'What the operator sees', 'What the second run does', 'Tested in'], rows)}`;
  });
  return `${madeFrom('the tests of faults')}

# Faults

What can go wrong while a cluster is deployed, what is printed then, and what the next run does once the cause is gone. Each row
is a test that causes the fault, compares the words (\`…\` stands for what varies) and runs a second time: in the
[lab](lab.md) with real OpenSSH, firewalld and Docker, or in the [sandbox](../ARCHITECTURE.md#the-sandbox). Where a fault does
not end a run, only its other servers or nothing at all is held up. [Troubleshooting](troubleshooting.md) says more about single
messages.

${groups.join('\n\n')}
`;
}

const style = { ...JSON.parse(read('.prettierrc.json')), parser: 'markdown' };
let stale = false;
for (const [path, text] of [
  ['docs/cluster-file.md', clusterFile()],
  ['docs/actions.md', actions()],
  ['docs/faults.md', faults()],
]) {
  const wanted = await format(text, style);
  if (process.argv.includes('--check')) {
    let have;
    try {
      have = read(path);
    } catch {
      have = undefined;
    }
    if (have === wanted) continue;
    console.error(`${path} is not what its source makes: run node scripts/docs.mjs`);
    stale = true;
  } else {
    writeFileSync(join(root, path), wanted);
  }
}
process.exitCode = stale ? 1 : 0;
