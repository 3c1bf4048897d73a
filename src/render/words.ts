import { ROLES, type Role } from '../cluster/roles';
import type { Finding } from '../finding';
import { grouped } from '../grouped';
import { list } from '../text/list';
import { wordsOf } from '../stages';
export { around, deedOf as deed } from '../stages';
import { ACTIONS, type Change, type ChangeAction, type Difference } from '../stages/change';

export { ACTIONS };

/** A server of the cluster file, as far as renderings speak of it. */
export interface KnownServer {
  name: string;
  role: Role;
  privateIp?: string;
  publicIp?: string;
}

export const SYMBOLS: Readonly<Record<ChangeAction, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  restart: '↻',
};

export const LEGEND: Readonly<Record<ChangeAction, string>> = {
  create: 'add',
  update: 'change in place',
  replace: 'remove and add again',
  delete: 'remove',
  restart: 'restart',
};

/** The word for what a change comes to, as legend and sums have it */
export function legendOf({ action, kind }: Pick<Change, 'action' | 'kind'>): string {
  return kind === 'backup' ? 'back up' : LEGEND[action];
}

/** Findings that say the very same of several servers as one of them all. */
export function together(findings: readonly Finding[]): Finding[] {
  const same = grouped(findings, (finding) => {
    const { code, severity, server, message } = finding;
    return JSON.stringify([code, severity, server === undefined || message.includes(server) ? finding : message]);
  });
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    if (!first || all.length === 1) return all;
    const { server: _, ...rest } = first;
    return [
      {
        ...rest,
        message: `${list(
          all.flatMap(({ server }) => server ?? []),
          8,
        )}: ${first.message}`,
      },
    ];
  });
}

/** What a change is about, below the name of its server: "entry in the portal". */
export function objectOf(change: Change): string {
  return wordsOf(change).object(change);
}

/** Why, for people: "not in the portal yet" */
export function reasonOf(change: Change): string {
  return wordsOf(change).reason(change);
}

/** What is done, without whom it is done to: "register", "take out of the portal". */
export function verbOf(change: Change): string {
  return wordsOf(change).deed(change).join(' ');
}

/** Who it is done to: "media-server-2", "the resource load balancer". */
export function targetOf(change: Change): string {
  return wordsOf(change).target(change);
}

/** "media server, 192.168.1.21, public 104.101.137.60" */
export function introduce({ role, privateIp, publicIp }: KnownServer): string {
  return [ROLES[role].label, privateIp, publicIp && (privateIp ? `public ${publicIp}` : publicIp)]
    .filter(Boolean)
    .join(', ');
}

/** What would be different, as far as that says more than the change's name does already. */
export function telling(change: Change): Difference[] {
  const words = wordsOf(change);
  return words.selfExplaining?.(change) ? [] : words.differences(change);
}

/** A finding's message, with the server's name before it where it does not name it itself. */
export function about({ server, message }: Finding): string {
  return server === undefined || message.includes(server) ? message : `${server}: ${message}`;
}

const SEVERITIES = ['blocking', 'warning', 'note'] as const;

/** Blocking first, notes last; otherwise as they came, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings
    .filter((finding) => {
      const key = JSON.stringify([finding.code, finding.severity, finding.server, finding.message]);
      return !seen.has(key) && seen.add(key);
    })
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) || a.index - b.index,
    )
    .map(({ finding }) => finding);
}
