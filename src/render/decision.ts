import type { Decision, Unreviewed } from '../plan/review';
import type { Plan } from '../plan/types';
import { impactSentences } from './counts';
import { code, escapeMarkdown, fence } from '../text/markdown';
import { Budget } from './budget';
import { settingBullets } from './settings';
import { changeLines } from './markdown';
import { deed } from './words';
import { list, plural } from '../text/list';

export interface DecisionOptions {
  /** What would be done now */
  plan: Plan;
  clusterFile: string;
  /** What approves it, for a terminal */
  command: string;
  runUrl: string;
  /** Bytes of UTF-8 */
  limit?: number;
}

/** Whether a deploy goes on, in a sentence, in lines for a log, and for a job's summary. */
export function renderDecision(
  decision: Decision,
  options: DecisionOptions,
): { headline: string; lines: string[]; markdown: string } {
  const { plan } = options;
  if (decision.go) {
    const headline = goes(decision, plan);
    return { headline, lines: [headline], markdown: decision.why === 'nothing' ? '' : going(decision, headline, plan) };
  }
  const { why, differences, settings } = decision;
  const unseen = [
    ...(settings.length > 0 ? [`${plural(settings.length, 'setting')} (${list(settings)})`] : []),
    ...(differences.length > 0
      ? [
          `${plural(differences.length, 'change')} (${list(
            differences.map(({ change }) => deed(change)),
            8,
          )})`,
        ]
      : []),
  ];
  const headline = `${why} Nothing was done. Nobody has reviewed ${list(unseen)}.`;
  return { headline, lines: [headline, ...approval(options)], markdown: stopped(decision, options) };
}

function counted({ changes, changedSettings }: Plan): string {
  return list([
    ...(changes.length > 0 ? [plural(changes.length, 'change')] : []),
    ...(changedSettings.length > 0 ? [plural(changedSettings.length, 'changed setting')] : []),
  ]);
}

function goes(decision: Decision & { go: true }, plan: Plan): string {
  const what = counted(plan);
  switch (decision.why) {
    case 'nothing':
      return 'There is nothing to do, and so nothing to review.';
    case 'approved':
      return `${what}, approved by digest.`;
    case 'asked':
      return `${what}, all of it asked for by whoever runs this.`;
    case 'unreviewed-allowed':
      return `${what} that nobody has reviewed: without-review is allow.`;
    case 'reviewed':
      return reviewed(
        what,
        decision.pulls.map(({ number }) => `#${number}`),
        decision.done,
      );
  }
}

function reviewed(what: string, where: readonly string[], done: boolean): string {
  return `${what}, reviewed in ${list(where)}${done ? '; the rest of its plan is done already or no longer needed' : ''}.`;
}

function going(decision: Decision & { go: true }, headline: string, plan: Plan): string {
  if (decision.why !== 'reviewed') return `<sub>${escapeMarkdown(headline)}</sub>\n`;
  const links = decision.pulls.map(({ number, url }) => `[#${number}](${encodeURI(url)})`);
  return `<sub>✅ ${reviewed(escapeMarkdown(counted(plan)), links, decision.done)}</sub>\n`;
}

function stopped(decision: Decision & { go: false }, options: DecisionOptions): string {
  const { why, differences, settings } = decision;
  const { plan, clusterFile } = options;
  const page = new Budget(options.limit ?? 500_000, '… cut here; the rest is in the log.');
  const next = [
    `**Next:** open a pull request that changes ${code(clusterFile)}, whose plan shows it, and merge it; or, when what is above is what you want, approve exactly this:`,
    fence('sh', [options.command]),
    `Without a terminal: Actions, this workflow, “Run workflow”, and ${code(plan.digest)} as ${code('approve')}.`,
  ].join('\n\n');
  page.reserve(next);
  page.add(`## ${code(plan.cluster)}: stopped before anything was done`);
  page.add(`> [!CAUTION]\n> ${escapeMarkdown(why)}`);
  if (settings.length > 0)
    page.add(
      `How it would be done is not what was reviewed: ${list(settings.map(code), 30)} in ${code(clusterFile)} ${settings.length === 1 ? 'is' : 'are'} not what anybody has seen.`,
    );
  page.addAll(settingBullets(plan.changedSettings), '\n', '**Settings that change**\n\n');
  if (differences.length === 0) return page.text(next);
  page.addAll(
    impactSentences({ ...plan, changes: differences.map(({ change }) => change) }).map(
      (sentence) => `- ${escapeMarkdown(sentence)}`,
    ),
    '\n',
    '**What callers would notice**\n\n',
  );
  const known = plan.changes.length - differences.length;
  page.add(
    `**${plural(differences.length, 'change')} nobody has reviewed**${known > 0 ? `, and ${known} that somebody has` : ''}`,
  );
  page.addFence('diff', differences.flatMap(lines));
  return page.text(next);
}

function lines({ change, otherwise }: Unreviewed): string[] {
  const [first = '', ...rest] = changeLines([change]);
  return [`${first}${otherwise ? ' (reviewed with other values)' : ''}`, ...rest];
}

function approval({ command }: DecisionOptions): string[] {
  return ['To deploy exactly this plan:', `  ${command}`];
}
