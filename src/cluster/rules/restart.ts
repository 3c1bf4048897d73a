import { formatDuration, parseDuration } from '../../text/duration';
import { ROLE_NAMES, ROLES } from '../roles';
import { closest } from '../suggest';
import { isTimeZone } from '../time-zone';
import { entries } from './report';
import type { Rule } from './report';

/** A window that opens, in a time zone that exists, long enough for calls to end. */
export const maintenanceWindow: Rule = (file, report) => {
  const { window, drain_timeout: drain = '30m' } = file.restart ?? {};
  if (!window) return;
  const { from, to, timezone } = window;
  const at = ['restart', 'window'];
  if (from !== undefined && from === to) {
    report.error(
      [...at, 'to'],
      'window-never-opens',
      `the window closes at ${to}, the moment it opens`,
      'a later time, or delete the window to restart at any time',
    );
  } else if (from !== undefined && to !== undefined) {
    const lasts = (minutes(to) - minutes(from) + 1440) % 1440;
    if (parseDuration(drain) >= lasts * 60) {
      report.warning(
        [...at, 'to'],
        'window-too-short',
        `the window lasts ${formatDuration(lasts * 60)}, and calls may take ${drain} to end: a server may not be restarted before it closes`,
        'a longer window, or a shorter drain_timeout',
      );
    }
  }
  if (timezone !== undefined && !isTimeZone(timezone)) {
    const guess = closest(timezone, Intl.supportedValuesOf('timeZone'));
    report.error(
      [...at, 'timezone'],
      'unknown-time-zone',
      `there is no time zone ${timezone}`,
      guess ? `did you mean ${guess}?` : 'an IANA name such as Asia/Shanghai or Europe/Berlin',
    );
  }
};

/** Not all servers of a role at once. */
export const maxUnavailable: Rule = (file, report) => {
  const limit = file.restart?.max_unavailable;
  if (limit === undefined) return;
  for (const role of ROLE_NAMES) {
    const count = entries(file).filter((server) => server.role === role && server.enabled !== false).length;
    // A role with one server is down while that one restarts, whatever is written here.
    if (count > 1 && limit >= count) {
      report.warning(
        ['restart', 'max_unavailable'],
        'all-unavailable',
        `all ${count} ${ROLES[role].label}s may be down at the same time`,
        `${count - 1} at most`,
      );
    }
  }
};

function minutes(time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
