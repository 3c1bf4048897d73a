import { randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { normalise } from '../cluster/addresses';
import { isScriptName } from '../cluster/control-scripts';
import { nameInConfig } from '../cluster/registry';
import { ROLE_NAMES, ROLES } from '../cluster/roles';
import type { Machine, Role } from '../cluster/types';
import { defined } from '../defined';
import { isObject } from '../unknown';
import { withoutToken } from './containers';
import { ANSWER_SECONDS, CONFLICTS, FACTS, MOST_CONFIG, SCRIPTS } from './facts-script';
import { parseFirewall } from './firewall-listing';
import { isKnown, seen, unknown, type Reading } from './reading';
import { readLogin } from './registry-login';
import { where } from './shell';
import type { RootCommand, RootOutput } from './shell';
import { HostError } from './types';
import type {
  BackupNote,
  Container,
  Disk,
  Docker,
  FactsRequest,
  FirewallFacts,
  HostFacts,
  LoginLook,
  Program,
  RegistryLogin,
  RoleConfig,
  ScriptOptions,
} from './types';
import { withArticle } from '../text/article';

/** Our clock, in milliseconds since the epoch, around the script */
export interface Measured {
  began: number;
  ended: number;
}

const FACTS_MS = 90_000;

/** Everything that one must know about a host, in one round trip. */
export async function readFacts(
  execute: (command: RootCommand) => Promise<RootOutput>,
  machine: Machine,
  request: FactsRequest,
): Promise<HostFacts> {
  const mark = randomBytes(16).toString('hex');
  const output = await execute({ script: FACTS, args: factsArguments(mark, request), timeoutMs: FACTS_MS, tidy: true });
  return parseFacts(output.stdout, { mark, request, machine, measured: output });
}

export function factsArguments(mark: string, request: FactsRequest): string[] {
  return [
    mark,
    request.scriptsPath,
    request.dataPath,
    (request.folders ?? []).join('\n'),
    ROLE_NAMES.flatMap(configPaths).join('\n'),
    SCRIPTS.join('\n'),
    Object.values(CONFLICTS).flat().join('\n'),
    request.firewall ? 'firewall' : '',
    request.record ?? '',
    request.role ? 'role' : request.brief ? 'brief' : '',
    request.container ?? '',
    ROLE_NAMES.flatMap((role) => supervisedOf(role) ?? []).join('\n'),
    request.certificatesFor ?? '',
    request.registry === undefined ? '' : nameInConfig(request.registry.registry.server),
    request.registry?.salt ?? '',
  ];
}

/** Below the scripts path; of several that are there the one counts that was written last. */
export function configPaths(role: Role): string[] {
  const { service, configFile, olderConfigFile } = ROLES[role];
  return [`${service}/${configFile}`, ...(olderConfigFile === undefined ? [] : [olderConfigFile])];
}

/** `CONTAINER PORT…`, where its programs have to be asked for by name. */
function supervisedOf(role: Role): string | undefined {
  const { supervised, container, calls } = ROLES[role];
  return supervised && [container, ...(calls.kind === 'outside' ? calls.web : [])].join(' ');
}

/** Pure. Whatever a host prints, this gives facts or HostError('command'). */
export function parseFacts(
  text: string,
  context: { mark: string; request: FactsRequest; machine: Machine; measured: Measured },
): HostFacts {
  const { mark, request, machine, measured } = context;
  const sections = readSections(text, mark);
  const bad = (what: string) =>
    new HostError(
      `${where(machine)} did not report ${what}: it must be a Debian or Ubuntu server whose /bin/sh, uname and date work`,
      machine.name,
      'command',
    );
  if (!sections.has('complete')) throw bad('everything that was asked (its answer is cut off)');
  const line = (name: string, what: string) => {
    const value = sections.get(name)?.trim();
    if (!value || value.includes('\n') || value.length > 300) throw bad(what);
    return value;
  };
  const number = (value: string | undefined, what: string) => {
    if (value === undefined || !/^\d{1,12}$/.test(value)) throw bad(what);
    return Number(value);
  };

  const os = keyValues(sections.get('os') ?? '');
  const runningJob = readJob(sections.get('job'));
  const instances = readInstances(sections.get('instances'));
  const containers = oneInstance(readContainers(sections), instances);

  return {
    hostname: line('hostname', 'its name'),
    bootId: line('boot', 'its boot id'),
    ...(sections.has('reboot-required') && { rebootRequired: true as const }),
    os: {
      id: os.ID ?? 'unknown',
      version: os.VERSION_ID ?? '',
      prettyName: os.PRETTY_NAME ?? os.ID ?? 'unknown',
    },
    arch: line('arch', 'its architecture'),
    cpus: number(sections.get('cpus')?.trim(), 'how many CPUs it has'),
    memoryMiB: Math.floor(
      number(/^MemTotal:\s+(\d+) kB/.exec(sections.get('memory') ?? '')?.[1], 'how much memory it has') / 1024,
    ),
    disk: request.role ? NOT_ASKED : readDisk(sections, request.dataPath),
    clockSkewMs: skew(sections, measured, bad),
    clockSynchronized: readClock(sections),
    addresses: readAddresses(sections.get('addresses') ?? ''),
    ...defined({
      listening: readListening(seen(answer(sections, 'listening', 'ss'))),
      connectedTo: readConnections(seen(answer(sections, 'connections', 'ss'))),
      certificates: readCertificates(sections),
    }),
    docker: readDocker(sections, containers),
    ...(request.registry && { registry: readRegistry(sections, request.registry) }),
    scripts: readScripts(sections),
    scriptSums: request.role ? NOT_ASKED : readScriptSums(sections),
    scriptOptions: readScriptOptions(sections.get('script-options')),
    roles: readRoles(sections),
    ...(instances.length > 0 && { instances }),
    containers,
    conflicts: readConflicts(sections),
    folders: readFolders(sections.get('folders'), request.folders ?? []),
    firewall: request.firewall ? readFirewall(sections) : NOT_ASKED,
    record: request.record === undefined ? NOT_ASKED : fileIn(sections, 'state', `${request.record}.json`, 'record'),
    ...readBackups(sections),
    ...otherRecords(request.record === undefined ? undefined : sections),
    lock: request.record === undefined ? NOT_ASKED : fileIn(sections, 'lock-folder', 'holder.json', 'lock'),
    ...lockAge(request.record === undefined ? undefined : sections.get('lock-age')),
    ...(runningJob && { runningJob }),
  };
}

const NOT_ASKED = unknown('it was not asked for');

/** Programs that do not answer are ended: by TERM, or by KILL. */
const TIMED_OUT = [124, 137];

type Sections = ReadonlyMap<string, string>;

/** What a program printed, and how it ended. */
interface Said {
  text: string;
  code: number;
}

/** `whose`: "Docker", for people */
function said(sections: Sections, name: string, whose: string): Reading<Said> {
  const code = /^(\d{1,3})\s*$/.exec(sections.get(`${name}-ended`) ?? '')?.[1];
  const text = sections.get(name);
  if (text === undefined || code === undefined) return unknown(`${whose} gave no whole answer`);
  if (TIMED_OUT.includes(Number(code))) return unknown(`${whose} did not answer within ${ANSWER_SECONDS} s`);
  return { text, code: Number(code) };
}

/** What a program printed, if it ended well. */
function answer(sections: Sections, name: string, whose: string): Reading<string> {
  const found = said(sections, name, whose);
  if (!isKnown(found)) return found;
  return found.code === 0 ? found.text : unknown(`${whose} failed (exit ${found.code})`);
}

/** A file's text, undefined: its folder has none of that name. */
function fileIn(sections: Sections, folder: string, file: string, name: string): Reading<string | undefined> {
  const listing = answer(sections, folder, 'the listing of its folder');
  if (!isKnown(listing)) return listing;
  if (!linesOf(listing).includes(file)) return undefined;
  return answer(sections, name, `reading ${file}`);
}

/** Section name to its text, without the newline that the next mark brings. */
function readSections(text: string, mark: string): Sections {
  const sections = new Map<string, string>();
  for (const part of text.split(`\n${mark} `).slice(1)) {
    const end = part.indexOf('\n');
    if (end >= 0) sections.set(part.slice(0, end), part.slice(end + 1));
  }
  return sections;
}

/**
 * As NTP does it: the mean of what the two ends of the script say. A connection that is slower one way than the other
 * is all that can mislead it.
 */
function skew(sections: Sections, measured: Measured, bad: (what: string) => Error): number {
  const at = (name: string) => {
    // busybox knows no %N and prints it as it is, or nothing
    const time = /^(\d{9,11})\.(\d{9})?/.exec(sections.get(name)?.trim() ?? '');
    if (!time) throw bad('the time');
    return { ms: Number(time[1]) * 1000 + (time[2] ? Number(time[2]) / 1e6 : 500), precise: time[2] !== undefined };
  };
  const [began, ended] = [at('began'), at('ended')];
  const difference = (began.ms - measured.began + (ended.ms - measured.ended)) / 2;
  // Whole seconds cannot show that a clock is half a second off.
  return began.precise || Math.abs(difference) > 1000 ? Math.round(difference) : 0;
}

function readDisk(sections: Sections, path: string): Reading<Disk> {
  const listing = answer(sections, 'disk', 'df');
  if (!isKnown(listing)) return listing;
  // Below its headings
  const [, total, , free] = (listing.trim().split('\n').at(-1) ?? '').trim().split(/\s+/);
  const isNumber = (value: string | undefined): value is string => value !== undefined && /^\d{1,12}$/.test(value);
  if (!isNumber(total) || !isNumber(free)) return unknown('df prints no sizes');
  return { path, totalMiB: Number(total), freeMiB: Number(free) };
}

function readDocker(sections: Sections, containers: Reading<Container[]>): Reading<Docker> {
  if (!isKnown(containers)) return containers;
  if (isMissing(sections)) return { installed: false };
  // Where its answer is not wanted, it was not asked.
  if (!sections.has('docker-compose')) return { installed: true, compose: NOT_ASKED };
  const compose = said(sections, 'docker-compose', 'Docker Compose');
  if (!isKnown(compose)) return { installed: true, compose };
  const version = compose.text.trim().replace(/^v/, '').split('\n')[0] ?? '';
  // Docker fails when it has no such plugin.
  return { installed: true, compose: compose.code === 0 && /^\d/.test(version) ? version : undefined };
}

function readRegistry(sections: Sections, look: LoginLook): Reading<RegistryLogin | 'none'> {
  const text = answer(sections, 'registry', "reading Docker's configuration");
  return isKnown(text) ? readLogin(text, look) : text;
}

function readFirewall(sections: Sections): Reading<FirewallFacts> {
  if (sections.has('firewall-missing')) return parseFirewall('missing');
  const runtime = said(sections, 'firewall-runtime', 'firewall-cmd');
  if (isKnown(runtime) && runtime.code === FIREWALLD_NOT_RUNNING) return parseFirewall('stopped');
  const active = answer(sections, 'firewall-runtime', 'firewall-cmd');
  const stored = answer(sections, 'firewall-permanent', 'firewall-cmd --permanent');
  if (!isKnown(active)) return active;
  if (!isKnown(stored)) return stored;
  const sets = { runtime: readSets(sections, 'set-runtime'), permanent: readSets(sections, 'set-permanent') };
  return parseFirewall('running', active, stored, sets);
}

/** The addresses of firewalld's sets, by name. */
function readSets(sections: Sections, part: string): Map<string, Reading<string[]>> {
  const names = [...sections.keys()].flatMap((name) =>
    name.startsWith(`${part} `) && !name.endsWith('-ended') ? [name.slice(part.length + 1)] : [],
  );
  return new Map(
    names.map((name) => {
      const entries = answer(sections, `${part} ${name}`, `firewall-cmd --ipset=${name}`);
      return [name, isKnown(entries) ? linesOf(entries).map((entry) => entry.trim()) : entries] as const;
    }),
  );
}

/** Source: firewalld's errors.py, `NOT_RUNNING` */
const FIREWALLD_NOT_RUNNING = 252;

function readScripts(sections: Sections): Reading<string[]> {
  const listing = answer(sections, 'scripts', 'the listing of the scripts folder');
  return isKnown(listing) ? linesOf(listing).filter((name) => SCRIPTS.includes(name)) : listing;
}

/** sha256sum's lines: `SUM  FOLDER/NAME`. A name that it has to escape is none of PortSIP's. */
function readScriptSums(sections: Sections): Reading<Record<string, string>> {
  const sums = answer(sections, 'script-sums', 'sha256sum of the scripts');
  if (!isKnown(sums)) return sums;
  return Object.fromEntries(
    linesOf(sums).flatMap((line) => {
      const [, sum = '', name = ''] = /^([0-9a-f]{64}) [ *].*\/([^/]+)$/.exec(line) ?? [];
      return isScriptName(name) ? [[name, sum] as const] : [];
    }),
  );
}

function readClock(sections: Sections): Reading<boolean> {
  const timedatectl = answer(sections, 'clock-timedatectl', 'timedatectl');
  const chrony = answer(sections, 'clock-chrony', 'chronyc');
  const synchronized = isKnown(timedatectl) ? /^NTPSynchronized=(yes|no)$/m.exec(timedatectl)?.[1] : undefined;
  const leap = isKnown(chrony) ? /^Leap status\s*:\s*(.+)$/m.exec(chrony)?.[1]?.trim() : undefined;
  if (synchronized === undefined && leap === undefined) return unknown('neither timedatectl nor chronyc tells');
  return synchronized === 'yes' || leap === 'Normal';
}

/** `hostname -I` prints addresses, `ip -o addr` lines with `inet ADDRESS/LENGTH`. */
function readAddresses(text: string): string[] {
  const words = text.includes(' inet')
    ? [...text.matchAll(/\sinet6? (\S+)/g)].map((match) => match[1] ?? '')
    : text.split(/\s+/);
  const addresses = words
    .map((word) => word.split('/')[0] ?? '')
    .filter((word) => ipaddr.isValid(word) && !['loopback', 'linkLocal'].includes(ipaddr.parse(word).range()))
    .map((word) => ipaddr.parse(word).toString());
  return [...new Set(addresses)];
}

/** Lines `SCRIPT:  while getopts OPTIONS …` */
function readScriptOptions(text: string | undefined): ScriptOptions {
  const options = new Map<string, string[]>();
  for (const line of linesOf(text).slice(0, 200)) {
    const [, script = '', letters = ''] =
      /^([^\s:]+): *while getopts +[^A-Za-z: ]*([A-Za-z:]{1,60})(?![A-Za-z:])/.exec(line) ?? [];
    if (SCRIPTS.includes(script)) options.set(script, [...(options.get(script) ?? []), letters]);
  }
  return Object.fromEntries(options);
}

function readRoles(sections: Sections): Reading<RoleConfig[]> {
  const roles: RoleConfig[] = [];
  for (const role of ROLE_NAMES) {
    const text = readConfig(sections, role);
    if (!isKnown(text)) return text;
    if (text === undefined) continue;
    if (text.length >= MOST_CONFIG)
      return unknown(`${ROLES[role].configFile} is larger than a configuration file can be`);
    roles.push({ role, values: withoutSecrets(keyValues(text)) });
  }
  return roles;
}

/** Of the places where it may be that which was written last: by the script that ran last, of whichever release. */
function readConfig(sections: Sections, role: Role): Reading<string | undefined> {
  const newestFirst = linesOf(sections.get('config-times') ?? '');
  const age = (path: string) => newestFirst.indexOf(path);
  for (const path of configPaths(role).sort((a, b) => age(a) - age(b))) {
    const at = path.lastIndexOf('/');
    const listing = at < 0 ? 'scripts' : `configs ${path.slice(0, at)}`;
    const text = fileIn(sections, listing, path.slice(at + 1), `config ${path}`);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The scripts keep the registry's token there, and newer ones the IM token. Nothing of ours needs them. */
function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !/TOKEN|PASS|SECRET/.test(key)));
}

/** Folders named by an id. Source: PortSIP's page on migrating Data Flow, which says to keep the UUID in names */
function readInstances(text: string | undefined): string[] {
  return linesOf(text).filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name));
}

/** Which of several on a server is whose, nobody has published: what is there is not known then, and left alone. */
function oneInstance(containers: Reading<Container[]>, instances: readonly string[]): Reading<Container[]> {
  if (!isKnown(containers)) return containers;
  const rows = ROLE_NAMES.map((role) => ROLES[role]).filter((row) => row.instances);
  for (const { container, label } of rows) {
    const others = containers.filter(
      ({ name }) => name.startsWith(container) && /^[^A-Za-z]/.test(name.slice(container.length)),
    );
    if (others.length > 0)
      return unknown(
        `${withArticle(label)} runs there as ${others.map(({ name }) => name).join(', ')}: since v22.8 there can be one for each PBX on a server, and whose it is cannot be told`,
      );
    if (instances.length > 1 && containers.some(({ name }) => name === container))
      return unknown(
        `${withArticle(label)} keeps data of ${instances.length} PBXs there (${instances.join(', ')}), and what runs for which cannot be told`,
      );
  }
  return containers;
}

function isMissing(sections: Sections): boolean {
  const answered = said(sections, 'containers', 'Docker');
  return isKnown(answered) && answered.code === NO_SUCH_PROGRAM;
}

/** Of a shell, and of `timeout` */
const NO_SUCH_PROGRAM = 127;

function readContainers(sections: Sections): Reading<Container[]> {
  if (isMissing(sections))
    return sections.has('docker-socket') ? unknown("Docker's program is not there, but its socket is") : [];
  const listing = said(sections, 'containers', 'Docker');
  if (!isKnown(listing)) return listing;
  if (listing.code !== 0) return unknown(`Docker does not run, or does not tell (exit ${listing.code})`);
  const containers: Container[] = [];
  for (const line of linesOf(listing.text)) {
    const container = readContainer(line, sections);
    if (!container) return unknown('what Docker says of its containers cannot be used');
    containers.push(container);
  }
  return containers;
}

function readContainer(line: string, sections: Sections): Container | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { name, image, imageId, version, running, restarting, paused, created, started, args } = value;
  if (!isText(name) || !isText(image) || !isText(imageId) || !isText(created) || !isText(started)) return undefined;
  if (!Array.isArray(args) || !args.every(isText)) return undefined;
  const plain = name.replace(/^\//, '');
  return {
    name: plain,
    image,
    imageId,
    // A label that is no version tells none: what is compared with it would be older or newer by chance.
    ...(isText(version) && /^v?\d+(\.\d+)*(?![\d.])/.test(version) && { version: version.replace(/^v/, '') }),
    // For docker, one that crashes and is started again and again counts as running, and so does one that is paused.
    running: running === true && restarting !== true && paused !== true,
    ...(paused === true && { paused }),
    createdAt: created,
    startedAt: started,
    ...(sections.has(`programs ${plain}`) && { programs: readPrograms(sections, plain) }),
    args: withoutToken(args),
  };
}

/** What `supervisorctl status` says: a line for each program, its name and its state first. */
function readPrograms(sections: Sections, container: string): Reading<Program[]> {
  const listing = said(sections, `programs ${container}`, 'supervisorctl');
  if (!isKnown(listing)) return listing;
  const { text } = listing;
  const programs = [...text.matchAll(/^(\S{1,100}) +([A-Z]{4,10})(?: |$)/gm)].map(([, name = '', state = '']) => ({
    name,
    state,
  }));
  return programs.length > 0 ? programs : unknown('its programs do not tell how they are (supervisorctl status)');
}

/** The `ss` of a busy host has more lines than anybody needs here. */
const MOST_SOCKETS = 20_000;

/** `tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:*` is `22/tcp` */
function readListening(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const ports = linesOf(text)
    .slice(0, MOST_SOCKETS)
    .map((line) => /^(tcp|udp) +\S+ +\d+ +\d+ +\S+:(\d+) /.exec(line))
    .flatMap((match) => (match ? [`${match[2]}/${match[1]}`] : []));
  return [...new Set(ports)];
}

/** `0 0 192.168.1.27:40112 192.168.1.20:5063` is `192.168.1.20:5063` */
function readConnections(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const peers = linesOf(text)
    .slice(0, MOST_SOCKETS)
    .flatMap((line) => {
      const [, address, port] = /^ *\d+ +\d+ +\S+ +(\S+):(\d+) *$/.exec(line) ?? [];
      return address === undefined ? [] : [`${normalise(address.replace(/^\[(.*)\]$/, '$1'))}:${port}`];
    });
  return [...new Set(peers)];
}

/** Certificates that ports of the host showed; undefined: no port was asked. */
function readCertificates(sections: Sections): Record<string, string> | undefined {
  if (![...sections.keys()].some((name) => name.startsWith('certificate '))) return undefined;
  return Object.fromEntries(
    [...sections].flatMap(([name, text]) => {
      const port = /^certificate (\d+)$/.exec(name)?.[1];
      const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,20000}-----END CERTIFICATE-----/.exec(text)?.[0];
      return port !== undefined && pem !== undefined ? [[port, pem]] : [];
    }),
  );
}

function readConflicts(sections: Sections): Reading<string[]> {
  if (!sections.has('conflicting-units')) return NOT_ASKED;
  const packages = sections.has('conflicts') ? answer(sections, 'conflicts', 'dpkg-query') : '';
  if (!isKnown(packages)) return packages;
  // Their state first: only what begins with an i is installed.
  const installed = linesOf(packages).flatMap((line) => /^i[a-z] *(\S+)$/.exec(line)?.[1] ?? []);
  const found = [...installed, ...linesOf(sections.get('conflicting-units'))];
  const matches = (pattern: string, name: string) =>
    pattern.endsWith('[0-9]*')
      ? name.startsWith(pattern.slice(0, -6)) && /\d/.test(name[pattern.length - 6] ?? '')
      : pattern === name;
  return Object.entries(CONFLICTS)
    .filter(([, patterns]) => patterns.some((pattern) => found.some((name) => matches(pattern, name))))
    .map(([conflict]) => conflict);
}

function readFolders(text: string | undefined, asked: string[]): Record<string, boolean> {
  const found = new Set(linesOf(text));
  return Object.fromEntries(asked.map((folder) => [folder, found.has(folder)]));
}

function readJob(text: string | undefined): HostFacts['runningJob'] {
  const [id, title] = linesOf(text);
  return id !== undefined && /^[A-Za-z0-9-]+$/.test(id) ? { id, title: title ?? id } : undefined;
}

const OTHER_RECORD = 'record-of ';

/** None: left out, as on nearly all main servers. */
function otherRecords(sections: ReadonlyMap<string, string> | undefined): Pick<HostFacts, 'otherRecords'> {
  const found = [...(sections ?? [])].flatMap(([name, text]) => {
    const cluster = name.startsWith(OTHER_RECORD) ? name.slice(OTHER_RECORD.length) : '';
    return /^[a-z0-9-]{1,64}$/.test(cluster) ? [[cluster, text] as const] : [];
  });
  return found.length > 0 ? { otherRecords: Object.fromEntries(found) } : {};
}

const STOPPED = /^stopped-for-backup ([A-Za-z0-9._-]{1,64})\.stopped$/;
const BACKUP = /^backup ([A-Za-z0-9._-]{1,64})\.last$/;

function readBackups(sections: Sections): Pick<HostFacts, 'backups' | 'stoppedForBackup'> {
  const stopped = [...sections.keys()].flatMap((section) => STOPPED.exec(section)?.[1] ?? []);
  const found = [...sections.keys()].flatMap((section) => {
    const name = BACKUP.exec(section)?.[1];
    if (name === undefined) return [];
    const text = answer(sections, section, `reading ${name}.last`);
    return [[name, isKnown(text) ? readBackup(text) : text] as const];
  });
  return {
    ...(found.length > 0 && { backups: Object.fromEntries(found) }),
    ...(stopped.length > 0 && { stoppedForBackup: stopped }),
  };
}

function readBackup(text: string): Reading<BackupNote> {
  const { at = '', address = '', where: folder = '', kib = '', sha256 = '', seconds = '' } = keyValues(text);
  const isNumber = (value: string) => /^\d{1,14}$/.test(value);
  const whole =
    !Number.isNaN(Date.parse(at)) &&
    ipaddr.isValid(address) &&
    /^\/[A-Za-z0-9._/-]{1,400}$/.test(folder) &&
    /^[0-9a-f]{64}$/.test(sha256);
  if (!whole || !isNumber(kib) || !isNumber(seconds)) return unknown('its note of it cannot be used');
  return { at, address, where: folder, bytes: Number(kib) * 1024, sha256, seconds: Number(seconds) };
}

function lockAge(text: string | undefined): { lockIdleMs?: number } {
  const seconds = /^\d{1,12}$/.exec(text?.trim() ?? '')?.[0];
  return seconds === undefined ? {} : { lockIdleMs: Number(seconds) * 1000 };
}

/** KEY=VALUE lines as data: nothing is expanded, a pair of quotes around a value is dropped. */
export function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of text.split('\n')) {
    const pair = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim());
    if (!pair?.[1] || pair[2] === undefined) continue;
    values[pair[1]] = /^(["'])(.*)\1$/.exec(pair[2])?.[2] ?? pair[2];
  }
  return { ...values };
}

function linesOf(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
