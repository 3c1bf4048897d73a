import { ROLES, type Impact, type Token } from '../cluster/roles';
import type { Server } from '../cluster/types';
import { idOf, type TokenIssue } from './change';
import { upgrades } from './role-diff';
import { inRoleOrder } from './names';
import { StageError } from './stage-error';
import type { Run } from './run';
import type { DiffInput, Stage } from './stage';

/** The tokens that IM and Data Flow sign in to the PBX with. Values never get into a plan. */
export const token: Stage<'token'> = {
  name: 'token',
  diff: (input) => ({
    changes: [...input.cluster.servers].sort(inRoleOrder).flatMap((server) => {
      const { token } = ROLES[server.role];
      return (token && diffToken(server, token, input)) ?? [];
    }),
    findings: [],
  }),
  apply: { token: applyToken },
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
    server: server.name,
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
    case 'path':
      return asked && options.dataflowTokenPath
        ? issue('replace', 'asked', impact, options.dataflowTokenPath)
        : undefined;
  }
}

/** Issues a token and keeps it for the role that is created with it in the same run. */
async function applyToken({ path, server }: TokenIssue, run: Run): Promise<void> {
  const { pbx } = run.session;
  if (path === undefined) {
    run.tokens.im = await pbx.issueImToken();
    return;
  }
  const issued = await pbx.issueDataflowToken(path);
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
