import type { SbcPortalSettings } from '../cluster/sbc-settings';
import { idOf, type Difference, type SbcSettingsEntry } from './change';
import type { DiffInput, Stage } from './stage';

/** What the PBX knows of its session border controllers: only what the cluster file says of it is looked at. */
export const sbcSettings: Stage<'sbc-settings'> = {
  name: 'register',
  diff: (input) => ({ changes: diffSettings(input), findings: [] }),
  apply: { 'sbc-settings': ({ wanted }, run) => run.session.pbx.setSbc(wanted) },
  words: {
    'sbc-settings': {
      object: () => "the PBX's settings of session border controllers",
      deed: () => ['set'],
      target: () => 'what the PBX knows of session border controllers',
      reason: () => 'the cluster file has other settings than the PBX',
      differences: ({ differences }) => [...differences],
    },
  },
};

function diffSettings({ cluster, live }: DiffInput): SbcSettingsEntry[] {
  const wanted = cluster.sbc?.portal ?? {};
  const present = live.portal.sbc;
  if (!present) return [];
  const [before, after] = [values(present), values(wanted)];
  const differences = Object.entries(after).flatMap(([name, value]): Difference[] => {
    const have = before[name];
    if (value === undefined || have === value) return [];
    return [{ name, ...(have !== undefined && { before: have }), after: value }];
  });
  if (differences.length === 0) return [];
  return [
    {
      kind: 'sbc-settings',
      id: idOf.sbcSettings,
      action: 'update',
      causes: [{ cause: 'differs' }],
      // It leads the PBX's calls another way, and callers' pages elsewhere.
      impact: 'new-calls',
      needs: [],
      after: [],
      wanted,
      differences,
      present,
    },
  ];
}

/** In the words of the cluster file */
function values({ domain, httpPort, httpsPort, transports }: SbcPortalSettings): Record<string, string | undefined> {
  return {
    'sbc.web_domain': domain,
    'sbc.http_port': httpPort?.toString(),
    'sbc.https_port': httpsPort?.toString(),
    'sbc.transports':
      transports && transports.length > 0
        ? transports
            .map(({ protocol, port }) => `${protocol} ${port}`)
            .sort()
            .join(', ')
        : undefined,
  };
}
