// Writes src/cli/workflow-files.ts from examples/workflows: `init` has them with it wherever it runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const read = (name) => readFileSync(join(root, 'examples/workflows', name), 'utf8');
const files = ['plan.yml', 'deploy.yml', 'rolling-restart.yml', 'drift.yml'];
const entries = files.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(read(name))}`);
const text = `// Made from examples/workflows by scripts/workflow-files.mjs. Do not edit.
/** The workflows of a cluster's repository, by name */
export const WORKFLOW_FILES: Readonly<Record<string, string>> = {${entries.join(',')}};
`;
const options = { parser: 'typescript', singleQuote: true, printWidth: 120 };
writeFileSync(join(root, 'src/cli/workflow-files.ts'), await format(text, options));
