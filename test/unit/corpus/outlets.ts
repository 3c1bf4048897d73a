import { actionsLog } from '../../../src/github/log';
import { explain } from '../../../src/github/report';
import { Secrets } from '../../../src/log';
import { makePlan } from '../../../src/plan/plan';
import { renderMarkdown } from '../../../src/render/markdown';
import { renderTerminal } from '../../../src/render/terminal';
import type { Cluster } from '../../../src/cluster/types';
import type { Live } from '../../../src/stages/live';

/*
 * Wherever text from outside comes out, and what may not be there: what a terminal or a runner would obey, Markdown that
 * is not ours, the inside of the program.
 */

/** Commands that the actions themselves give to a runner */
const OURS = /^::(?:error|warning|debug|group|endgroup|add-mask)(?:[ :]|$)/;

/** What a runner would obey of a log, with its forgiving comparison: invisible characters do not count. */
export function obeyed(output: string): string[] {
  return output
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trimStart())
    .filter((line) => (line.startsWith('::') && !OURS.test(line)) || line.includes('##['));
}

/** Everything that a job prints while `work` lasts, what the toolkit writes included. */
export function printed(work: (log: ReturnType<typeof actionsLog>) => void): string {
  let output = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text);
    return true;
  });
  try {
    work(actionsLog(new Secrets()));
  } finally {
    write.mockRestore();
  }
  return output;
}

/** An error for people, harmless to where it is shown. */
export function expectClean(error: unknown): void {
  const { text } = explain(error);
  expect(text).not.toMatch(/unexpected error|undefined|\[object|NaN|TypeError|RangeError|\.[jt]s:\d/);
  expect(text.length).toBeLessThan(2000);
  expect(obeyed(printed((log) => log.error(text)))).toEqual([]);
}

/** A plan of what was seen, in all its forms. */
export function expectPlanClean(cluster: Cluster, live: Live): void {
  const plan = makePlan(cluster, live);
  const terminal = renderTerminal(plan, { color: false, cluster, clusterFile: 'cluster.yaml' });
  expect(terminal.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  const markdown = renderMarkdown(plan, { cluster, clusterFile: 'cluster.yaml', limit: 60_000 });
  expect(markdown).not.toMatch(/<(?:img|script)|[^\\]\]\(javascript|(?<![\\`\w])@everyone/);
  expect(
    obeyed(
      printed((log) => {
        log.findings(plan.warnings);
        log.info(terminal);
        log.info(markdown);
      }),
    ),
  ).toEqual([]);
  // Nothing but the address of a server of ours, or a name as data, is ever put on a command line.
  expect(JSON.parse(JSON.stringify(plan))).toMatchObject({ cluster: cluster.name });
}
