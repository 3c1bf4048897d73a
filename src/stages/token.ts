import { ROLES, type Impact, type Role, type Token } from '../cluster/roles';
import type { Server } from '../cluster/types';
import type { Finding } from '../finding';
import { idOf, type TokenIssue } from './change';
import { upgrades } from './role-diff';
import { tokenSteps } from './by-hand';
import { inRoleOrder } from './names';
import { StageError } from './stage-error';
import type { Run } from './run';
import type { DiffInput, Stage } from './stage';

/** The tokens that servers sign in to the PBX with. Values never get into a plan. */
export const token: Stage<'token'> = {
  name: 'token',
  diff(input) {
    // One for all servers of a role
    const firsts = new Map<Role, Server>();
    for (const server of [...input.cluster.servers].sort(inRoleOrder))
      if (!firsts.has(server.role)) firsts.set(server.role, server);
    const changes = [...firsts.values()].flatMap((server) => {
      const { token } = ROLES[server.role];
      return (token && diffToken(server, token, input)) ?? [];
    });
    return { changes, findings: byHand(changes, input) };
  },
  apply: { token: (change, run) => ISSUE[change.service](change, run) },
  words: {
    token: {
      object: ({ service }) => `${labelOf(service)} token`,
      deed: ({ action }) => (action === 'create' ? ['issue a token for'] : ['renew the', 'token']),
      target: ({ service }) => labelOf(service),
      reason: ({ causes: [first] }) => REASONS[first?.cause ?? 'asked'],
      differences: () => [],
    },
  },
};

const REASONS: Readonly<Record<TokenIssue['causes'][number]['cause'], string>> = {
  'none-issued': 'the portal has issued none yet',
  asked: 'a new one was asked for; the old one stops working',
  'upgrade-wants-new':
    "PortSIP's guide wants a new one for each upgrade of the IM server here; the old one stops working",
};

/** What a person does about a token that no script hands over. */
function byHand(changes: readonly TokenIssue[], { cluster }: DiffInput): Finding[] {
  return changes.flatMap((change): Finding[] => {
    const servers = cluster.servers.filter(({ role }) => {
      const { token } = ROLES[role];
      return token?.service === change.service && token.source === 'by-hand';
    });
    const [first] = servers;
    if (!first) return [];
    const replaced = change.action === 'replace';
    return [
      {
        code: 'token-by-hand',
        severity: replaced ? 'warning' : 'note',
        message: `${replaced ? 'The token that they have stops working with the new one: until' : 'Until'} a person has typed the ${labelOf(change.service)} token into the portal of each, they are not connected to the PBX: ${servers.map(({ name }) => name).join(', ')}. ${tokenSteps(cluster, first.role)}`,
      },
    ];
  });
}

function labelOf(service: Token['service']): string {
  const rows = Object.values(ROLES).map((row) => row.token);
  return rows.find((row) => row?.service === service)?.label ?? service;
}

function diffToken(server: Server, { service, source, impact }: Token, input: DiffInput): TokenIssue | undefined {
  const { live, options, plane } = input;
  const issue = (
    action: TokenIssue['action'],
    cause: TokenIssue['causes'][number]['cause'],
    noticed: Impact,
    path?: string,
  ): TokenIssue => ({
    kind: 'token',
    id: idOf.token(service),
    action,
    // One that a script hands over is for one server.
    ...(source !== 'by-hand' && { server: server.name }),
    causes: [{ cause }],
    impact: noticed,
    needs: [],
    after: [],
    service,
    ...(path !== undefined && { path }),
  });
  const asked = options.rotate.includes(service);
  switch (source) {
    case 'portal':
      if (live.portal.imToken === 'none') return issue('create', 'none-issued', 'none');
      if (asked) return issue('replace', 'asked', impact);
      if (live.imTokenInUse !== false && plane.upgradeWantsNewToken(server.role) && upgrades(server, input))
        return issue('replace', 'upgrade-wants-new', impact);
      return undefined;
    case 'by-hand':
      if (live.portal.sbcToken === 'none') return issue('create', 'none-issued', 'none');
      return asked ? issue('replace', 'asked', impact) : undefined;
    case 'path':
      return asked && options.dataflowTokenPath
        ? issue('replace', 'asked', impact, options.dataflowTokenPath)
        : undefined;
  }
}

/** Issues a token, and keeps what the role that is created in the same run is told. */
const ISSUE: Readonly<Record<Token['service'], (change: TokenIssue, run: Run) => Promise<void>>> = {
  im: async (_, run) => {
    run.tokens.im = await run.session.pbx.issueImToken();
  },
  // Nobody is told: a person reads it in the portal.
  sbc: (_, run) => run.session.pbx.issueSbcToken(),
  dataflow: issueDataflowToken,
};

async function issueDataflowToken({ path, server }: TokenIssue, run: Run): Promise<void> {
  if (path === undefined || server === undefined) throw new StageError('no way to issue a Data Flow token was given');
  const issued = await run.session.pbx.issueDataflowToken(path);
  // A failure, so that Data Flow is not recreated for nothing in the same run.
  if (issued === 'unsupported')
    throw new StageError(
      `this PBX offers no ${path}: generate the token by hand (portal, Servers > Data Flow > default server > Generate Token), then rotate without a path`,
    );
  run.tokens.dataflow = issued;
  // Nothing on the host shows with which token it runs: written down, for whichever run gets to recreate it.
  await run.record.update((record) => ({
    ...record,
    recreate: { ...record.recreate, [server]: 'a new Data Flow token was issued' },
  }));
}
