import { createColors } from 'picocolors';
import { compareSightings, type HostKeySighting } from '../host/host-keys';
import { fingerprint, keyType, knownHostsLine } from '../host/known-hosts';
import { isKnown } from '../host/reading';
import { list, plural } from '../text/list';
import { printable, printableLines } from '../text/printable';
import type { Context, ContextOptions } from './context';
import type { HostsDocument } from './documents';
import { EXIT } from './exit-code';
import { checkOut, otherFiles } from './files';
import type { ConnectionOptions, FileOptions } from './options';

export type HostsOptions = FileOptions & ConnectionOptions & ContextOptions;

/**
 * Shows which keys machines offer that known_hosts does not have, from here and from the main server, and prints the lines that
 * would make them known: for a person to look at and to commit. Trusts nobody.
 */
export async function trust(context: Context, options: HostsOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const cluster = await context.load(options.file);
  const credentials = await context.credentials({ ...options, withoutPbx: true, withoutKnownHosts: true });
  const config = context.session(cluster, credentials, options);
  const found = documentOf(cluster.name, await context.reading(() => context.engine.hostKeys(config)));
  await context.result(found, options.out);
  context.say(renderHosts(found, context.color));
  if (!options.json) for (const line of linesOf(found)) context.io.out.write(`${line}\n`);
  return found.hosts.every(({ state }) => state === 'known' || state === 'new') ? EXIT.ok : EXIT.failed;
}

/** Pure: what was seen, for programs. */
export function documentOf(cluster: string, sightings: readonly HostKeySighting[]): HostsDocument {
  return {
    version: 1,
    cluster,
    hosts: sightings.map(({ machine: { name, address, ssh }, state }): HostsDocument['hosts'][number] => {
      const host = { name, address, port: ssh.port };
      if (state.is === 'known') return { ...host, state: 'known' };
      if (state.is === 'unseen') return { ...host, state: 'unseen', problem: state.why };
      const { here, there } = state;
      const compared = compareSightings(state);
      return {
        ...host,
        state: state.is === 'changed' ? 'changed' : compared === 'different' ? 'different' : 'new',
        key: { type: keyType(here), fingerprint: fingerprint(here), line: knownHostsLine(address, ssh.port, here) },
        seenFrom: compared === 'alike' ? ['here', 'main-server'] : ['here'],
        ...(there !== undefined && !isKnown(there) && { notSeenFromMainServer: there.unknown }),
        ...(there !== undefined && isKnown(there) && { fingerprintFromMainServer: fingerprint(there) }),
      };
    }),
  };
}

type SeenHost = HostsDocument['hosts'][number];

const isAlike = ({ state, seenFrom = [] }: SeenHost): boolean => state === 'new' && seenFrom.length > 1;

/** For known_hosts. What only one place has seen is a comment until somebody has compared it. */
export function linesOf({ hosts }: HostsDocument): string[] {
  return hosts.flatMap((host) => {
    if (host.state !== 'new' || !host.key) return [];
    if (isAlike(host)) return [host.key.line];
    return [
      `# ${host.name}: seen from one place; compare ${host.key.fingerprint}, then take the # away`,
      `#${host.key.line}`,
    ];
  });
}

/** For people. */
export function renderHosts({ cluster, hosts }: HostsDocument, color: boolean): string {
  const c = createColors(color);
  const text: string[] = [];
  for (const host of hosts) {
    if (host.state === 'known' || host.state === 'unseen') continue;
    text.push(`${c.bold(calledOf(host))}: ${stateOf(host, c)}`, ...printableLines(keysOf(host).join('\n')), '');
  }
  // What keeps one from being seen often keeps others as well.
  const unseen = hosts.filter(({ state }) => state === 'unseen');
  for (const problem of new Set(unseen.map((host) => host.problem ?? ''))) {
    const whom = unseen.filter((host) => (host.problem ?? '') === problem).map(calledOf);
    text.push(
      `${c.bold(list(whom, 8))}: ${c.red('not seen')}`,
      ...printableLines(problem).map((line) => `  ${line}`),
      '',
    );
  }
  const known = hosts.filter(({ state }) => state === 'known').length;
  const fresh = hosts.filter(({ state }) => state === 'new');
  const alone = fresh.filter((host) => !isAlike(host));
  const bad = hosts.filter(({ state }) => state === 'different' || state === 'changed');
  if (alone.length > 0)
    text.push(
      `Compare what one place alone has seen on the machine itself: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub (${list(
        alone.map(({ name }) => printable(name)),
        8,
      )})`,
    );
  if (bad.length > 0)
    text.push(
      c.red(
        `Trust none of these until you know why: ${list(
          bad.map(({ name }) => printable(name)),
          8,
        )}`,
      ),
    );
  text.push(
    fresh.length === 0
      ? `${cluster}: ${known} of ${plural(hosts.length, 'machine')} known; there is nothing to add.`
      : `${cluster}: ${known} of ${plural(hosts.length, 'machine')} known; ${fresh.length === 1 ? 'the line of a new one goes' : `the lines of ${fresh.length} new ones go`} to standard output (>> known_hosts), for you to look at and to commit.`,
  );
  return text.join('\n');
}

function calledOf({ name, address, port }: SeenHost): string {
  return `${printable(name)} (${printable(address)}${port === 22 ? '' : `, port ${port}`})`;
}

/** A line for each place */
function keysOf({ key, fingerprintFromMainServer: there, notSeenFromMainServer: why }: SeenHost): string[] {
  return [
    ...(key ? [`  from here:        ${key.type} ${key.fingerprint}`] : []),
    ...(there === undefined ? [] : [`  from main server: ${key?.type ?? ''} ${there}`]),
    ...(why === undefined ? [] : [`  from main server: not seen (${why})`]),
  ];
}

function stateOf({ state, seenFrom = [] }: SeenHost, c: ReturnType<typeof createColors>): string {
  switch (state) {
    case 'known':
      return 'known';
    case 'new':
      return seenFrom.length > 1
        ? c.green('new, the same key from both places')
        : c.yellow('new, seen from one place alone');
    case 'different':
      return c.red('NOT THE SAME KEY from both places: somebody may be in between');
    case 'changed':
      return c.red('known_hosts has another key: the machine was installed again, or somebody is in between');
    case 'unseen':
      return c.red('not seen');
  }
}
