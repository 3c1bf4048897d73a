import { cloudRules } from '../plan/cloud-firewall';
import { cloudCommands, cloudRows, type CloudCommands } from '../render/cloud-firewall';
import { printable, wrap } from '../text/printable';
import type { Context } from './context';
import type { FileOptions } from './options';

export type CloudFirewallOptions = FileOptions & { commands?: CloudCommands };

/** What a cloud's own firewall has to let in, from the cluster file alone: no secrets, no network. */
export async function cloudFirewall(context: Context, options: CloudFirewallOptions): Promise<number> {
  const cluster = await context.load(options.file);
  const rules = cloudRules(cluster);
  await context.result({ cluster: cluster.name, rules }, undefined);
  if (options.json) return 0;
  if (options.commands !== undefined) {
    // To be copied: a line is a command, however wide the terminal is.
    context.io.out.write(`${cloudCommands(rules, options.commands).join('\n')}\n`);
    return 0;
  }
  const { width = Infinity } = context.terminal(cluster, options.file);
  const under = (head: string, text: string): string[] =>
    wrap(text, width - INDENT).map((line, index) => `  ${(index === 0 ? head : '').padEnd(INDENT - 2)}${line}`);
  let last: string | undefined;
  for (const row of cloudRows(rules)) {
    const on = printable(row.machines === '' ? row.on : `${row.on}: ${row.machines}`);
    if (on !== last)
      context.say([...(last === undefined ? [] : ['']), ...wrap(on, width).map(context.colors.bold)].join('\n'));
    last = on;
    context.say([...under('open', row.open), ...under('from', row.from), ...under('for', row.why)].join('\n'));
  }
  return 0;
}

const INDENT = 8;
