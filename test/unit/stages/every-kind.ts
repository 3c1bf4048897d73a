import type { Plan } from '../../../src/plan/types';
import type { Change, Kind } from '../../../src/stages/change';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, guide, havingScripts, planned, withHost, withScripts } from './fixture';
import { sick } from './sick';

const HA = GUIDE.replace(
  'pbx: { private_ip: 192.168.1.20 }',
  'pbx: { private_ip: 192.168.1.130, high_availability: { control_node: 192.168.1.131 } }',
);

/** The control node cannot sign in to the media server. */
const refused = (live: Live): Live => ({
  ...live,
  control: { refused: new Map([['192.168.1.21', { why: 'key', said: 'Permission denied (publickey).' }]]) },
});

const WITH_REGISTRY = GUIDE.replace(
  'image: portsip',
  'registry: { server: registry.example.com, username: puller }\nimage: registry.example.com/portsip',
);

/** Three session border controllers, one of which an interrupted run has left out of DNS */
const WITH_SBCS = `${GUIDE}
  - { name: sbc-1, role: sbc, private_ip: 192.168.1.27 }
  - { name: sbc-2, role: sbc, private_ip: 192.168.1.28 }
sbc: { web_domain: sbc.example.com, drain: { command: /usr/local/sbin/sbc-dns } }
`;
const leftOut = (live: Live): Live => ({
  ...live,
  ...(live.record && { record: { ...live.record, draining: ['sbc-1'] } }),
});

/** Real plans that have changes of all kinds between them: a first install, an upgrade, a removal, a move, dead servers, a key to be let in */
export const plans = (): Plan[] => [
  planned(undefined, guide()),
  planned(
    guide(),
    clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7').replace('192.168.1.20 }', '192.168.1.20, image: portsip/pbx:22.7 }')),
  ),
  planned(guide(), clusterOf(GUIDE.replace(/.*(queue|im)-server-1.*\n/g, ''))),
  planned(guide(), clusterOf(GUIDE.replace('192.168.1.22', '192.168.1.32').replace('5000', '4000'))),
  planned(guide(), guide(), (live) => sick(live, { offline: { 'queue-server-1': 25 }, out: { 'vr-server-1': 5 } }), {
    heal: 'only',
  }),
  planned(guide(), guide(), undefined, { backup: { names: [], reason: 'before an upgrade' } }),
  planned(clusterOf(HA), clusterOf(HA), refused, { installSshKey: true }),
  planned(guide(), withScripts(guide(), { 'pbx_ctl.sh': '#!/bin/sh\necho pbx\n' }), (live) => havingScripts(live, {})),
  planned(
    undefined,
    { ...withScripts(guide(), { 'install_docker.sh': '#!/bin/sh\necho docker\n' }), prepare: { docker: 'vendor' } },
    (live) => withHost(live, 'media-server-1', (facts) => (facts.docker = { installed: false })),
  ),
  planned(guide(), clusterOf(WITH_REGISTRY)),
  planned(clusterOf(WITH_REGISTRY), guide()),
  planned(clusterOf(WITH_SBCS), clusterOf(WITH_SBCS.replace('web_domain: sbc', 'web_domain: calls')), leftOut),
];

/** A change of each kind */
export function everyKind(): Map<Kind, Change> {
  return new Map(plans().flatMap(({ changes }) => changes.map((change) => [change.kind, change])));
}

/** The same with one value after the other changed, however deep it is in it */
export function* variants(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}x`;
  if (typeof value === 'number') yield value + 1;
  if (typeof value === 'boolean') yield !value;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    for (const index of list.keys()) for (const other of variants(list[index])) yield list.with(index, other);
    if (list.length > 0) yield list.slice(1);
    return;
  }
  for (const [name, inner] of Object.entries(value))
    for (const other of variants(inner)) yield { ...value, [name]: other };
}
