// Writes schema/NAME.schema.json of what the commands print, from the types in src/cli/documents.ts; `--check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildGenerator, programFromConfig } from 'typescript-json-schema';

const DOCUMENTS = {
  status: 'StatusDocument',
  validate: 'ValidateDocument',
  deploy: 'DeployDocument',
  fleet: 'FleetDocument',
  'fleet-status': 'FleetStatusDocument',
  'fleet-plan': 'FleetPlanDocument',
  log: 'LogDocument',
  hosts: 'HostsDocument',
  import: 'ImportDocument',
  scripts: 'ScriptsDocument',
  progress: 'ProgressLine',
};

const program = programFromConfig('tsconfig.json', [resolve('src/cli/documents.ts')]);
// Errors in types are for `npm run typecheck`.
const generator = buildGenerator(program, { required: true, ignoreErrors: true });
const stale = [];
for (const [name, type] of Object.entries(DOCUMENTS)) {
  const path = `schema/${name}.schema.json`;
  const { $schema, ...schema } = generator.getSchemaForSymbol(type);
  const $id = `https://raw.githubusercontent.com/portsip-cluster/actions/main/${path}`;
  const options = { ...(await resolveConfig(path)), filepath: path };
  const text = await format(JSON.stringify({ $schema, $id, ...schema }), options);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (process.argv.includes('--check')) stale.push(path);
  else writeFileSync(path, text);
}
if (stale.length > 0) {
  console.error(`${stale.join(', ')}: not what src/cli/documents.ts says; run npm run generate`);
  process.exitCode = 1;
}
