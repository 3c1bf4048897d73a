import { ROLE_NAMES, ROLES, type Role } from '../cluster/roles';
import { grouped } from '../grouped';
import { ofKind, type Change, type ChangeAction, type Kind } from '../stages/change';
import { groupByServer } from './groups';
import type { KnownServer } from './words';

/** GitHub draws 50,000 characters at most; nobody sees anything in a drawing that comes near. */
const MOST_CHARACTERS = 12_000;
/** So many servers of a role to which the same happens are drawn each for itself; more are drawn as one. */
const MOST_ALIKE = 6;
const MOST_NAME = 40;

type Fate = ChangeAction | 'unchanged' | 'blocked';

const SAYS: Readonly<Record<Fate, string>> = {
  create: 'new',
  update: 'changed',
  replace: 'replaced',
  delete: 'removed',
  restart: 'restarted',
  unchanged: 'as it is',
  blocked: 'blocked',
};

/** Dark text on light fills: readable on a light page and on a dark one. */
const STYLES: Readonly<Record<Fate, string>> = {
  create: 'fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#1f2328',
  update: 'fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328',
  replace: 'fill:#fbefff,stroke:#8250df,stroke-width:2px,color:#1f2328',
  delete: 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3,color:#1f2328',
  restart: 'fill:#ddf4ff,stroke:#0969da,stroke-width:2px,color:#1f2328',
  unchanged: 'fill:#f6f8fa,stroke:#818b98,color:#1f2328',
  blocked: 'fill:#f6f8fa,stroke:#cf222e,stroke-width:2px,color:#1f2328',
};

export interface Drawn {
  /** Of the cluster as wanted */
  servers: readonly KnownServer[];
  /** That leave it */
  leaving?: readonly KnownServer[];
  /** The main server's address */
  pbx?: string;
  /** Changes that wait for what is blocked */
  held?: ReadonlySet<Change>;
}

/** The cluster as a Mermaid flowchart, lines without a fence, with what a plan does to each server; undefined without servers. */
export function drawCluster(changes: readonly Change[], drawn: Drawn): string[] | undefined {
  const { held = new Set<Change>() } = drawn;
  const fates = new Map(
    groupByServer(changes).map(({ name, action, changes: own }): [string | undefined, Fate] => [
      name,
      own.some((change) => !held.has(change)) ? action : 'blocked',
    ]),
  );
  const doable = changes.filter((change) => !held.has(change));
  const known = new Set(drawn.servers.map(({ name }) => name));
  const servers = [...drawn.servers, ...(drawn.leaving ?? []).filter(({ name }) => !known.has(name))];
  if (servers.length === 0) return undefined;
  for (const most of [MOST_ALIKE, 2, 0]) {
    const lines = draw(servers, fates, doable, drawn.pbx, most);
    if (most === 0 || lines.join('\n').length <= MOST_CHARACTERS) return lines;
  }
  return undefined;
}

function draw(
  servers: readonly KnownServer[],
  fates: ReadonlyMap<string | undefined, Fate>,
  changes: readonly Change[],
  pbx: string | undefined,
  most: number,
): string[] {
  const used = new Set<Fate>();
  let count = 0;
  const node = (fate: Fate, lines: readonly string[]) => {
    used.add(fate);
    return `n${++count}["${lines.map(label).join('<br/>')}"]:::${fate}`;
  };
  const main = mainServer(changes);
  const body = [
    // One row per server, close together: GitHub shows what is wide small and what is high in full.
    '%%{init: {"flowchart": {"nodeSpacing": 12, "rankSpacing": 60, "padding": 8}}}%%',
    'flowchart LR',
    `  ${node(main.fate, ['PBX', ...(pbx ? [pbx] : []), ...main.lines])}`,
    ...ROLE_NAMES.flatMap((role) => {
      const own = servers.filter((server) => server.role === role);
      if (own.length === 0) return [];
      const nodes = alike(own, fates).flatMap(([fate, group]) => {
        if (group.length > Math.max(most, 1)) return [node(fate, [`${group.length} servers`, SAYS[fate]])];
        return group.map((server) => node(fate, about(server, fate)));
      });
      return [`  n1 --- ${role}s(["${heading(role)}"]):::role`, ...nodes.map((one) => `  ${role}s --- ${one}`)];
    }),
  ];
  return [
    ...body,
    ...[...used].map((fate) => `  classDef ${fate} ${STYLES[fate]}`),
    '  classDef role fill:none,stroke:#818b98',
  ];
}

function about({ name, privateIp, publicIp }: KnownServer, fate: Fate): string[] {
  const says = [privateIp ?? publicIp, fate === 'unchanged' ? undefined : SAYS[fate]].filter(Boolean).join(', ');
  return says ? [name, says] : [name];
}

function alike(servers: readonly KnownServer[], fates: ReadonlyMap<string | undefined, Fate>): [Fate, KnownServer[]][] {
  return [...grouped(servers, ({ name }) => fates.get(name) ?? 'unchanged')];
}

/** What happens on the main server itself. Addresses that it is told to trust are no change of it that callers know of. */
function mainServer(changes: readonly Change[]): { fate: Fate; lines: string[] } {
  const has = (kind: Kind) => changes.some((change) => change.kind === kind);
  const builtIns = ofKind(changes, 'built-in-on', 'built-in-off');
  const lines = [
    ...(has('pbx-image') ? ['upgraded'] : []),
    ...(has('pbx-restart') ? ['restarted'] : has('load-balancer-restart') ? ['load balancer restarted'] : []),
    ...builtIns.map(
      (change) => `built-in ${ROLES[change.role].label}: ${change.kind === 'built-in-on' ? 'on' : 'off'}`,
    ),
  ];
  if (has('pbx-image')) return { fate: 'update', lines };
  if (has('pbx-restart') || has('load-balancer-restart')) return { fate: 'restart', lines };
  return { fate: builtIns.length > 0 ? 'update' : 'unchanged', lines };
}

function heading(role: Role): string {
  const { label: name, single } = ROLES[role];
  return label(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}${single ? '' : 's'}`);
}

/**
 * Any text as a label: whatever could mean something to Mermaid, to the Markdown that it reads in labels or to HTML becomes
 * an entity of Mermaid's, which it turns back into a character when all is drawn.
 */
export function label(text: string): string {
  const characters = Array.from(text);
  const shown = characters.length > MOST_NAME ? [...characters.slice(0, MOST_NAME - 1), '…'] : characters;
  return shown
    .map((character, at) => {
      if (/[A-Za-z0-9 ]/.test(character) || (character === ',' && shown[at + 1] === ' ')) return character;
      const inside = /[A-Za-z0-9]/.test(shown[at - 1] ?? '') && /[A-Za-z0-9]/.test(shown[at + 1] ?? '');
      if (/[.-]/.test(character) && inside) return character;
      if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character)) return ' ';
      return `#${character.codePointAt(0)};`;
    })
    .join('');
}
