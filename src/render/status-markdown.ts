import { ROLES } from '../cluster/roles';
import type { StatusDocument } from '../status/document';
import type { ServerState } from '../status/report';
import { plural } from '../text/list';
import { code, escapeMarkdown } from '../text/markdown';
import { healthSentence } from './health';
import { driftWord, isUp, upNow } from './status-words';

/** A summary takes 1 MiB; the status file has all of them. */
const MOST_SERVERS = 2_000;
const MOST_REASONS = 200;

/** The cluster at a glance for a job's summary: whether it is healthy and why not, and a row for each server. Pure. */
export function statusMarkdown(report: StatusDocument): string {
  const { cluster, health, servers, pbx } = report;
  const head = { true: 'healthy', false: 'not healthy', unknown: 'nobody knows whether it is healthy' };
  const up = `${servers.filter(isUp).length} of ${plural(servers.length, 'server')} up`;
  const about = [
    up,
    ...(pbx.version === undefined ? [] : [`PBX ${escapeMarkdown(pbx.version)}`]),
    ...(pbx.apiProblem === undefined ? [upNow(report)] : []),
  ];
  const reasons = health.reasons
    .slice(0, MOST_REASONS)
    .map(
      (reason) =>
        `- ${reason.is === 'bad' ? '**' : ''}${escapeMarkdown(healthSentence(reason))}${reason.is === 'bad' ? '**' : ''}`,
    );
  const more = health.reasons.length - reasons.length;
  return [
    `### ${escapeMarkdown(cluster)}: ${head[`${health.healthy}`]}`,
    `${about.join(', ')}.`,
    [...reasons, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n'),
    table(servers),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function table(servers: readonly ServerState[]): string {
  if (servers.length === 0) return '';
  const more = servers.length - MOST_SERVERS;
  return [
    '| Server | Role | State | Version | Drift |',
    '| --- | --- | --- | --- | --- |',
    ...servers.slice(0, MOST_SERVERS).map((server) => {
      const { name, role, state, version } = server;
      const cells = [
        code(name),
        ROLES[role].short,
        state.replace('-', ' '),
        version === undefined ? '-' : escapeMarkdown(version),
      ];
      return `| ${[...cells, driftWord(server)].join(' | ')} |`;
    }),
    ...(more > 0 ? [`\n… and ${plural(more, 'more server')}: see the status file.`] : []),
  ].join('\n');
}
