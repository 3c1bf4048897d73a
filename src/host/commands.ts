import ipaddr from 'ipaddr.js';
import { ROLES } from '../cluster/roles';
import type { Verb } from '../cluster/roles';
import { InputError } from '../cluster/types';
import type { Cluster, Machine, Role, Server } from '../cluster/types';
import type { Container, HostFacts } from './types';

/*
 * Who runs which command line where: decided here and nowhere else. A standalone cluster runs each role's control
 * script on the role's own host; a high-availability one runs the cluster guide's scripts on the control node, which
 * reaches the hosts itself.
 */

export interface ControlCommand {
  machine: Machine;
  cwd: string;
  argv: string[];
  /** Values of argv that must not be shown */
  secrets: string[];
}

export type ControlVerb = Exclude<Verb, 'status'>;
export type PbxVerb = 'restart' | 'restart-loadbalancer' | 'upgrade';

export interface ControlOptions {
  /** IM only: what the server signs in to the PBX with */
  token?: string;
  /** Instead of the server's own image */
  image?: string;
  /** Stands for the token where a command line is only shown */
  imTokenPlaceholder?: string;
}

/** The machine whose job runner runs a server's scripts. */
export function controlMachine(cluster: Cluster, server: Machine): Machine {
  return cluster.pbx.highAvailability ? cluster.pbx.machine : server;
}

/** Where the PBX runs, or may run after a failover: the machine of record and lock first. */
export function pbxMachines({ pbx, ssh }: Cluster): Machine[] {
  const { machine, highAvailability } = pbx;
  const others = (highAvailability?.nodes ?? []).filter((node) => node !== machine.address);
  return [machine, ...others.map((address) => ({ name: `PBX node ${address}`, address, ssh }))];
}

/** Whether the PBX and its load balancer are restarted and upgraded from here. */
export function isPbxOurs({ pbx }: Cluster): boolean {
  return pbx.highAvailability === undefined;
}

/** What a person does where `isPbxOurs` is not so. */
export function pbxRestartByHand(cluster: Cluster): string {
  return `${pbxByHand(cluster, 'restart -s pbx')} (ends all calls)`;
}

/** What a person does to upgrade the PBX where `isPbxOurs` is not so; as the scripts' user, without sudo. */
export function pbxUpgradeByHand({ pbx, ssh, image }: Cluster): string {
  return `on ${pbx.machine.address}, as ${ssh.user}: cd ${pbx.highAvailability?.scriptsPath} && /bin/bash update.sh ${image}`;
}

/** What shows a person how the PBX is. */
export function pbxStatusByHand(cluster: Cluster): string {
  return pbxByHand(cluster, 'status');
}

function pbxByHand({ pbx, scriptsPath }: Cluster, words: string): string {
  const { machine, highAvailability: ha } = pbx;
  return ha
    ? `on ${machine.address}: cd ${ha.scriptsPath} && sudo /bin/bash ha_ctl.sh ${words}`
    : `on the main server: cd ${scriptsPath} && sudo /bin/sh pbx_ctl.sh ${words}`;
}

/** For root, who does something as a user with that user's home: its SSH keys are there. */
export function asUser(user: string, argv: string[]): string[] {
  return user === 'root' ? argv : ['sudo', '-n', '-H', '-u', user, '--', ...argv];
}

/** What takes a role that runs to what is wanted. `image`: another one; `rest`: anything besides. */
export function updateVerbs(cluster: Cluster, role: Role, { image, rest }: { image: boolean; rest: boolean }) {
  // The vendor has Data Flow deleted and created anew; its data stays on the disk.
  const anew: ControlVerb[] = role === 'dataflow' ? ['rm', 'run'] : ['run'];
  // There `run` takes no image, and `upgrade` does for Data Flow, too.
  if (cluster.pbx.highAvailability) return [...(image ? ['upgrade' as const] : []), ...(rest ? anew : [])];
  return image && !rest && role !== 'dataflow' ? (['upgrade'] satisfies ControlVerb[]) : anew;
}

/** The command line for a server's role. Throws InputError when a value could be torn apart by the script, or the IM token is missing. */
export function controlCommand(
  cluster: Cluster,
  server: Server,
  verb: ControlVerb,
  options: ControlOptions = {},
): ControlCommand {
  const { highAvailability } = cluster.pbx;
  if (highAvailability)
    return {
      machine: cluster.pbx.machine,
      cwd: highAvailability.scriptsPath,
      argv: asUser(cluster.ssh.user, ['/bin/bash', ...plainWords(highAvailabilityWords(server, verb))]),
      secrets: [],
    };
  const spec = ROLES[server.role];
  const token = server.role === 'im' && verb === 'run' ? imToken(server, options) : undefined;
  return {
    machine: server,
    cwd: cluster.scriptsPath,
    argv: [
      '/bin/sh',
      ...plainWords([spec.script, verb, ...standaloneWords(cluster, server, verb, options)]),
      ...(token ? ['-t', token] : []),
    ],
    secrets: token !== undefined && token !== options.imTokenPlaceholder ? [token] : [],
  };
}

/** The command line for the PBX itself. Throws InputError where that is a person's to do (`isPbxOurs`). */
export function pbxCommand(cluster: Cluster, verb: PbxVerb, options: { image?: string } = {}): ControlCommand {
  const { machine } = cluster.pbx;
  if (!isPbxOurs(cluster))
    throw new InputError(
      `the PBX nodes of a high-availability cluster are not restarted or upgraded from here; in a maintenance window: ${pbxRestartByHand(cluster)}`,
    );
  const words = {
    restart: () => ['restart'],
    'restart-loadbalancer': () => ['restart', '-s', 'loadbalancer'],
    upgrade: () => ['upgrade', '-i', options.image ?? cluster.pbx.image ?? cluster.image],
  }[verb]();
  return { machine, cwd: cluster.scriptsPath, argv: ['/bin/sh', ...plainWords(['pbx_ctl.sh', ...words])], secrets: [] };
}

function standaloneWords(cluster: Cluster, server: Server, verb: ControlVerb, options: ControlOptions): string[] {
  const { service } = ROLES[server.role];
  const pbx = cluster.pbx.privateIp;
  const image = options.image ?? server.image;
  const ownAddresses = [...option('-a', server.privateIp), ...option('-A', server.publicIp)];
  switch (server.role) {
    case 'media':
    case 'queue':
    case 'meeting':
    case 'ivr':
      if (verb === 'run')
        return [
          '-p',
          server.dataPath,
          '-a',
          ownAddress(server),
          '-x',
          pbx,
          '-i',
          image,
          '-s',
          service,
          '-n',
          server.name,
        ];
      return verb === 'upgrade' ? ['-s', service, '-i', image] : ['-s', service];
    case 'im':
      if (verb === 'run')
        return [
          '-E',
          '-p',
          server.dataPath,
          ...option('-f', server.chatFiles),
          ...ownAddresses,
          '-i',
          image,
          '-x',
          pbx,
        ];
      return verb === 'upgrade' ? ['-i', image] : [];
    case 'dataflow':
      if (verb === 'run')
        return [
          '-p',
          server.dataPath,
          ...ownAddresses,
          '-i',
          image,
          '-x',
          pbx,
          ...option('-d', server.clickhouseImage),
        ];
      return verb === 'upgrade' ? ['-i', image] : [];
  }
}

/** The control node knows the PBX address, the image and the IM token itself. */
function highAvailabilityWords(server: Server, verb: ControlVerb): string[] {
  const { service } = ROLES[server.role];
  switch (server.role) {
    case 'media':
    case 'queue':
    case 'meeting':
    case 'ivr':
      return verb === 'run'
        ? ['extend.sh', verb, '-s', service, '-n', server.name, '-a', ownAddress(server)]
        : ['extend.sh', verb, '-s', service, '-a', ownAddress(server)];
    case 'im':
      return verb === 'run'
        ? ['im.sh', verb, '-a', ownAddress(server), ...option('-A', server.publicIp), ...option('-f', server.chatFiles)]
        : ['im.sh', verb];
    case 'dataflow':
      return verb === 'run'
        ? [
            'dataflow.sh',
            verb,
            '-p',
            server.dataPath,
            '-a',
            ownAddress(server),
            ...option('-A', server.publicIp),
            ...option('-d', server.clickhouseImage),
          ]
        : ['dataflow.sh', verb];
  }
}

function ownAddress(server: Server): string {
  return server.privateIp ?? server.publicIp ?? server.address;
}

function option(flag: string, value: string | undefined): string[] {
  return value === undefined ? [] : [flag, value];
}

function imToken(server: Server, options: ControlOptions): string {
  const token = options.token ?? options.imTokenPlaceholder;
  if (!token) throw new InputError(`${server.name} needs an IM token: run issue-token first, or give im-token`);
  if (token !== options.imTokenPlaceholder && !/^[\w.~+/=:-]+$/.test(token))
    throw new InputError(
      `the IM token for ${server.name} has characters that im_ctl.sh would tear apart: issue a new one (rotate)`,
    );
  return token;
}

/** The scripts split their arguments again, unquoted and as root: nothing that a shell would touch may get there. */
function plainWords(words: string[]): string[] {
  for (const word of words)
    if (!/^[A-Za-z0-9._:/@[\]%+,=-]+$/.test(word) || /\[.*[^0-9a-f:.].*\]/i.test(word))
      throw new InputError(
        `"${word.slice(0, 100)}" cannot be passed to a control script: only letters, digits and . _ : / @ % + , = - are safe`,
      );
  return words;
}

/** `value` undefined: the flag stands alone. `any`: a value is there but which one is not known. */
export interface ExpectedArg {
  flag: string;
  value?: string;
  any?: true;
}

/** What the arguments of a server's container must hold. */
export function expectedArgs(cluster: Cluster, server: Server, token?: string): ExpectedArg[] {
  const pbx: ExpectedArg = { flag: '-a', value: cluster.pbx.privateIp };
  const own = [
    ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
    ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
  ];
  switch (server.role) {
    case 'media':
    case 'queue':
    case 'meeting':
    case 'ivr':
      return [pbx, { flag: '-x', value: ownAddress(server) }, { flag: '-n', value: server.name }];
    case 'im':
      return [
        { flag: '-E' },
        token === undefined ? { flag: '-t', any: true } : { flag: '-t', value: token },
        pbx,
        ...own,
      ];
    case 'dataflow':
      return [pbx, ...own];
  }
}

/** What of `expected` a container's arguments do not hold. `found` is what stands there instead; never a token. */
export function missingArgs(
  expected: readonly ExpectedArg[],
  args: readonly string[],
): (ExpectedArg & { found?: string })[] {
  return expected.flatMap((wanted) => {
    const at = args.indexOf(wanted.flag);
    const found = at < 0 ? undefined : args[at + 1];
    const holds =
      at >= 0 &&
      (wanted.value === undefined
        ? !wanted.any || Boolean(found)
        : found !== undefined && sameText(found, wanted.value));
    if (holds) return [];
    return [wanted.flag === '-t' ? { flag: '-t' } : { ...wanted, ...(found !== undefined && { found }) }];
  });
}

/** One setting that is not as the cluster file wants it, in the cluster file's names. before undefined: not there. */
export interface ConfigDifference {
  name: string;
  before?: string;
  after?: string;
}

/**
 * What `run` would change on the host: the role's configuration file and container against the cluster file. Empty when
 * all is as wanted; everything that is wanted when the role was never installed (high availability: nothing). Whether the container runs is not
 * looked at. A token is compared only when it is given, and never shown.
 */
export function roleConfigDifferences(
  cluster: Cluster,
  server: Server,
  facts: HostFacts,
  token?: string,
): ConfigDifference[] {
  const values = facts.roles.find((config) => config.role === server.role)?.values;
  const container = facts.containers.find(({ name }) => name === ROLES[server.role].container);
  const differences = new Map<string, ConfigDifference>();
  const differ = (name: string, before: string | undefined, after: string | undefined) => {
    if (!differences.has(name))
      differences.set(name, { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
  };
  // In a high-availability cluster it is the guide's scripts' own business what they keep, and where.
  const kept = cluster.pbx.highAvailability && !values ? [] : wantedConfig(cluster, server);
  for (const { name, key, wanted } of kept) {
    const before = values?.[key] || undefined;
    if (!sameSetting(name, before, wanted)) differ(name, before, wanted);
  }
  if (container) compareContainer(cluster, server, container, token, differ);
  return [...differences.values()];
}

interface WantedSetting {
  name: string;
  /** In the role's configuration file */
  key: string;
  wanted: string | undefined;
}

function wantedConfig(cluster: Cluster, server: Server): WantedSetting[] {
  const pbx = { name: 'pbx.private_ip', key: 'PBX_IP_ADDRESS', wanted: cluster.pbx.privateIp };
  const addresses = [
    { name: 'private_ip', key: 'PRI_IP_ADDRESS', wanted: server.privateIp },
    { name: 'public_ip', key: 'PUB_IP_ADDRESS', wanted: server.publicIp },
  ];
  // In a high-availability cluster the control node chooses the image, and the data path of all but Data Flow.
  const ha = cluster.pbx.highAvailability !== undefined;
  const image = (key: string) => (ha ? [] : [{ name: 'image', key, wanted: server.image }]);
  const dataPath = (key: string) =>
    ha && server.role !== 'dataflow' ? [] : [{ name: 'data_path', key, wanted: server.dataPath }];
  switch (server.role) {
    case 'media':
    case 'queue':
    case 'meeting':
    case 'ivr':
      return [
        ...dataPath('PBX_DATA_PATH'),
        { name: 'private_ip', key: 'IP_ADDRESS', wanted: ownAddress(server) },
        pbx,
        ...image('PBX_IMG'),
        { name: 'name', key: 'EXTEND_SVC_NAME', wanted: server.name },
      ];
    case 'im':
      return [
        ...dataPath('DATA_PATH'),
        ...addresses,
        pbx,
        ...image('IM_IMG'),
        { name: 'chat_files', key: 'STORAGE', wanted: server.chatFiles },
      ];
    case 'dataflow':
      return [
        ...dataPath('DATA_PATH'),
        ...addresses,
        pbx,
        ...image('DATAFLOW_IMG'),
        ...(server.clickhouseImage
          ? [{ name: 'clickhouse_image', key: 'DB_IMG', wanted: server.clickhouseImage }]
          : []),
      ];
  }
}

const ARG_NAMES: Readonly<Record<string, string>> = {
  '-a': 'pbx.private_ip',
  '-x': 'private_ip',
  '-z': 'public_ip',
  '-n': 'name',
  '-t': 'token',
  '-E': 'mode',
};

function compareContainer(
  cluster: Cluster,
  server: Server,
  container: Container,
  token: string | undefined,
  differ: (name: string, before: string | undefined, after: string | undefined) => void,
): void {
  if (!cluster.pbx.highAvailability && !sameSetting('image', container.image, server.image))
    differ('image', container.image, server.image);
  for (const { flag, value, found } of missingArgs(expectedArgs(cluster, server, token), container.args)) {
    const name = ARG_NAMES[flag] ?? flag;
    if (flag === '-t') differ(name, 'another one', 'the one that the PBX has');
    else if (flag === '-E') differ(name, 'beside the PBX', 'extended');
    else differ(name, found, value);
  }
}

function sameSetting(name: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return name === 'image' || name === 'clickhouse_image'
    ? imageName(before) === imageName(after)
    : sameText(before, after);
}

/** The same but for a slash at the end or the way an IPv6 address is written. */
function sameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(value: string): string {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  if (ipaddr.isValid(bare) && /[.:]/.test(bare)) return ipaddr.parse(bare).toString();
  return value.length > 1 ? value.replace(/\/+$/, '') || '/' : value;
}

/** As docker completes it: `docker.io/library/x` is `x`, no tag is `latest`. */
export function imageName(reference: string): string {
  const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}

/** The role's configuration file and its container's arguments, as a host has them once `run` was done. */
export function installed(cluster: Cluster, server: Server): { values: Record<string, string>; args: string[] } {
  const values = wantedConfig(cluster, server).map(({ key, wanted }) => [key, wanted ?? ''] as const);
  const args = expectedArgs(cluster, server).flatMap(({ flag, value, any }) => [
    flag,
    ...(value !== undefined ? [value] : any ? ['-'] : []),
  ]);
  return { values: Object.fromEntries(values), args };
}
