import { StageError, type Run } from './context';
import { upgradesWithNewToken } from './install';
import type { Attribute, Change, Diff, DiffInput } from './types';

/** The tokens that IM and Data Flow sign in to the PBX with. Values never get into a plan. */
export function diffToken(input: DiffInput): Diff {
  const { cluster, live, options } = input;
  const changes: Change[] = [];
  const im = cluster.servers.find((server) => server.role === 'im');
  const token = { stage: 'token', needs: [] as string[], attributes: [] as Attribute[] } as const;
  if (im && live.portal.imToken === 'none') {
    changes.push({
      ...token,
      id: 'token/im',
      action: 'create',
      server: im.name,
      reason: 'the portal has issued none yet',
      impact: 'none',
    });
  } else if (im && options.rotate.includes('im')) {
    changes.push({
      ...token,
      id: 'token/im',
      action: 'replace',
      server: im.name,
      reason: 'a new one was asked for; the old one stops working',
      impact: 'messaging',
    });
  } else if (im && live.imTokenInUse !== false && upgradesWithNewToken(im, input)) {
    changes.push({
      ...token,
      id: 'token/im',
      action: 'replace',
      server: im.name,
      reason: 'each upgrade of the IM server of a high-availability cluster wants a new one; the old one stops working',
      impact: 'messaging',
    });
  }
  const dataflow = cluster.servers.find((server) => server.role === 'dataflow');
  if (dataflow && options.rotate.includes('dataflow') && options.dataflowTokenPath) {
    changes.push({
      ...token,
      id: 'token/dataflow',
      action: 'replace',
      server: dataflow.name,
      reason: 'a new one was asked for; the old one stops working',
      impact: 'analytics',
    });
  }
  return { changes, findings: [] };
}

/** Issues a token and keeps it for the role that is created with it in the same run. */
export async function applyToken(change: Change, run: Run): Promise<void> {
  const { pbx } = run.session;
  if (change.id === 'token/im') {
    run.tokens.im = await pbx.issueImToken();
    return;
  }
  const path = run.options.dataflowTokenPath;
  if (!path) throw new StageError('No path that issues Data Flow tokens was given (input dataflow-token-path)');
  const token = await pbx.issueDataflowToken(path);
  // A failure, so that Data Flow is not created anew for nothing in the same run.
  if (token === 'unsupported')
    throw new StageError(
      `this PBX offers no ${path}: generate the token by hand (portal, Servers > Data Flow > default server > Generate Token), then rotate without a path`,
    );
  run.tokens.dataflow = token;
  // Nothing on the host shows with which token it runs: written down, for whichever run gets to create it anew.
  const { server } = change;
  if (server)
    await run.record.update((record) => ({
      ...record,
      recreate: { ...record.recreate, [server]: 'a new Data Flow token was issued' },
    }));
}
