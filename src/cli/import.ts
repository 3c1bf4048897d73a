import { access } from 'node:fs/promises';
import { InputError } from '../cluster/types';
import type { Access, ImportRequest } from '../import/import';
import { list, plural } from '../text/list';
import { printable } from '../text/printable';
import { renderFindings } from '../render/terminal';
import { planDocument } from '../plan/document';
import type { Context, ContextOptions } from './context';
import type { ImportDocument } from './documents';
import { checkPlace, otherFiles, writeOut } from './files';
import type { ConnectionOptions, FileOptions } from './options';

export type ImportOptions = Omit<FileOptions, 'file'> &
  ContextOptions &
  ConnectionOptions &
  Access & {
    name: string;
    pbx: string;
    nodes: string[];
    host: string[];
    adopt?: boolean;
    force?: boolean;
  };

/** Writes the cluster file of a cluster that runs. Changes nothing there, but for the record with --adopt. */
export async function importFile(context: Context, options: ImportOptions): Promise<number> {
  const { io, options: told } = context;
  const { out, adopt = false, force = false } = options;
  if (out !== undefined) await checkPlace('--out', out, otherFiles(options));
  if (out !== undefined && !force && (await exists(out)))
    throw new InputError(`${out} is there already and is not overwritten: give another --out, or --force`);
  const credentials = await context.credentials(options);
  const config = context.connection(credentials, options);
  const imported = await context.reading(() => context.engine.importCluster(config, requested(options)));
  const { cluster } = imported;
  const { text, plan, leftOut } = context.secrets.redactIn(imported);
  if (out !== undefined) await writeOut('--out', out, text);
  // After the file is there: what is managed and in no file would be removed.
  const adopted = adopt ? await context.engine.adopt({ cluster, ...config }) : undefined;
  const document: ImportDocument = {
    ...{ version: 1, cluster: cluster.name, text, leftOut, adopted: adopted ?? null, plan: planDocument(plan) },
  };
  if (told.json) await context.result(document, undefined);
  else if (out === undefined) io.out.write(text);

  const findings = plan.warnings.filter(({ severity }) => severity !== 'note');
  if (findings.length > 0) context.say(renderFindings(findings, context.terminal(cluster, out ?? 'cluster.yaml')));
  for (const line of leftOut) context.say(context.colors.yellow(`Not in the file: ${printable(line)}`));
  if (adopted !== undefined) context.say(`Adopted: ${adopted}.`);
  const file = out ?? 'the file';
  const what = [
    ...(plan.changes.length > 0 ? [`make ${plural(plan.changes.length, 'change')}`] : []),
    ...(plan.changedSettings.length > 0 ? [`change ${plural(plan.changedSettings.length, 'setting')}`] : []),
  ];
  const found = `${cluster.name}: ${plural(cluster.servers.length, 'server')}.`;
  context.say(
    what.length === 0
      ? `${found} A deploy of ${file} changes nothing.`
      : context.colors.yellow(
          `${found} A deploy of ${file} would ${list(what)}: its comments say which, \`plan\` shows all.`,
        ),
  );
  return 0;
}

function requested(options: ImportOptions): ImportRequest {
  const { name, pbx, api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes, host } = options;
  return {
    name,
    pbx,
    hosts: host,
    ...(api !== undefined && { api }),
    ...(sshUser !== undefined && { sshUser }),
    ...(sshPort !== undefined && { sshPort }),
    ...(jumpHost !== undefined && { jumpHost }),
    ...(scriptsPath !== undefined && { scriptsPath }),
    ...(controlNode !== undefined && { controlNode }),
    ...(nodes.length > 0 && { nodes }),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
