import { DEFAULTS } from './build';
import { isAddress, kindOf } from './addresses';
import type { Path } from './fault';
import { nodesOf } from './rules/high-availability';
import type { Cluster, DeployPlace, Position, Problem } from './types';
import { readYaml } from './yaml';

/** One cluster file of many, read and checked. `text`: its own, without what it extends */
export interface Member {
  file: string;
  text: string;
  cluster: Cluster;
}

export interface Found extends Member {
  /** It, what it extends or its control scripts are others than at the base, or nobody knows the base */
  changed: boolean;
}

/** A cluster file that the base has and this checkout has not */
export interface Left {
  file: string;
  /** undefined: it could not be read at the base either */
  name?: string;
  /** Where a cluster of that name is now */
  movedTo?: string;
}

export interface Fleet {
  /** By wave, then by file */
  clusters: Found[];
  left: Left[];
  warnings: Problem[];
}

/** One of GitHub's matrix: which file, where its job runs, and when its turn is */
export interface FleetJob {
  file: string;
  name: string;
  /** Labels, one at least */
  runner: string[];
  /** Empty: none */
  environment: string;
  wave: number;
}

/** GitHub makes this many jobs of one matrix at most. */
export const MOST_JOBS = 256;

export const waveOf = ({ cluster }: Member): number => cluster.deploy?.wave ?? DEFAULTS.wave;

/** `place`: where it runs, as far as that may be believed; `otherwise`: where that says nothing */
export function jobOf(
  member: Member,
  place: DeployPlace | undefined,
  otherwise: Pick<FleetJob, 'runner' | 'environment'>,
): FleetJob {
  const { runner = otherwise.runner, environment = otherwise.environment } = place ?? {};
  return { file: member.file, name: member.cluster.name, runner, environment, wave: waveOf(member) };
}

/** What no two clusters can have: a name, a PBX, a machine. Nothing of it can stand in a file that they share. */
interface Mark {
  /** Any of them is enough. */
  keys: readonly string[];
  /** Where `keys` mean something; undefined: in the one of all clusters that name none, or everywhere */
  network?: string;
  what: string;
  path: Path;
  cure: string;
}

const NAME = 'give each cluster a name of its own: it is that of its lock, its record and its comments';
const MACHINE = 'a machine belongs to one cluster: take it out of one of the two files';
const NETWORK = `${MACHINE}, or name each one's network where they are two (deploy: { network: site-a })`;

/** A fault for each mark that an earlier file has as well, with both places. */
export function clashes(members: readonly Member[]): Problem[] {
  const earlier = new Map<string, { member: Member; mark: Mark }[]>();
  return members.flatMap((member) => {
    const fresh: { member: Member; mark: Mark }[] = [];
    // A node of the PBX has one mark, however often its file names it.
    const own = new Map(marksOf(member.cluster).map((mark) => [mark.keys[0], mark]));
    const problems = [...own.values()].flatMap((mark): Problem[] => {
      const { keys, what, path, cure } = mark;
      const other = keys.flatMap((key) => earlier.get(key) ?? []).find((one) => mayBeOne(one.mark, mark));
      fresh.push({ member, mark });
      if (!other) return [];
      const { line, column } = placeOf(other.member, other.mark.path);
      const message = `${what} is in ${other.member.file}:${line}:${column}, too`;
      return [
        { ...placeOf(member, path), file: member.file, severity: 'error', code: 'in-two-clusters', message, cure },
      ];
    });
    for (const one of fresh) for (const key of one.mark.keys) earlier.set(key, [...(earlier.get(key) ?? []), one]);
    return problems;
  });
}

/** Whoever names no network may be in any. */
function mayBeOne(one: Mark, other: Mark): boolean {
  return one.network === undefined || other.network === undefined || one.network === other.network;
}

/** A fault for each wave after the first `most`, where the first of its clusters says it. */
export function excessWaves(members: readonly Member[], most: number): Problem[] {
  const waves = [...new Set(members.map(waveOf))].sort((a, b) => a - b);
  return waves.slice(most).flatMap((wave, index) => {
    const member = members.find((one) => waveOf(one) === wave);
    if (!member) return [];
    const message = `wave ${wave} is number ${most + index + 1} of the waves of all cluster files, and the workflow goes through ${most}`;
    const cure = `give it a wave that other clusters have, such as ${waves[most - 1]}`;
    const place = placeOf(member, ['deploy', 'wave']);
    return [{ ...place, file: member.file, severity: 'error', code: 'too-many-waves', message, cure }];
  });
}

function marksOf(cluster: Cluster): Mark[] {
  const { name, pbx, servers, deploy: { network } = {} } = cluster;
  const { hostname, host } = new URL(pbx.api);
  const apiAddress = hostname.replace(/^\[|\]$/g, '');
  /** Two networks may have one private address. */
  const isLocal = (address: string) => kindOf(address) !== 'public';
  const within = (address: string) => (network !== undefined && isLocal(address) ? { network } : {});
  const address = (value: string, path: Path, also: string[] = []): Mark => ({
    keys: [`address ${value}`, ...also],
    ...within(value),
    what: `the address ${value}`,
    path,
    cure: isLocal(value) ? NETWORK : MACHINE,
  });
  const api = `api ${host}`;
  const isAtOwn = apiAddress === pbx.privateIp;
  return [
    { keys: [`name ${name}`], what: `the name ${name}`, path: ['name'], cure: NAME },
    // Where nobody says it, it is at the PBX's own address, which is told by itself.
    ...(isAtOwn
      ? []
      : [
          {
            keys: [api],
            ...(isAddress(apiAddress) && within(apiAddress)),
            what: `the PBX ${host}`,
            path: ['pbx', 'api'],
            cure: MACHINE,
          },
        ]),
    address(pbx.privateIp, ['pbx', 'private_ip'], isAtOwn ? [api] : []),
    ...nodesOf(cluster).map((node) => address(node.address, node.path)),
    ...servers.map(({ address: value }, index) => address(value, ['servers', index, 'private_ip'])),
  ];
}

/** Looked up only where there is something to tell: a cluster does not keep where each of its values stands. */
function placeOf({ text }: Member, path: Path): Position {
  return readYaml(text).file?.at(path) ?? { line: 1, column: 1 };
}
