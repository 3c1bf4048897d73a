import { randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { ROLE_NAMES, ROLES } from '../cluster/roles';
import type { Machine, Role } from '../cluster/types';
import { isObject } from '../unknown';
import type { Secrets } from '../log';
import { seenContainers } from './containers';
import { CONFLICTS, FACTS, SCRIPTS } from './facts-script';
import { parseFirewall } from './firewall-listing';
import { unknown } from './reading';
import { where } from './shell';
import type { RootCommand, RootOutput } from './shell';
import { HostError } from './types';
import type { Container, FactsRequest, HostFacts, RoleConfig } from './types';

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
  secrets: Secrets,
): Promise<HostFacts> {
  const mark = randomBytes(16).toString('hex');
  const output = await execute({ script: FACTS, args: factsArguments(mark, request), timeoutMs: FACTS_MS });
  const facts = parseFacts(output.stdout, { mark, request, machine, measured: output });
  for (const { args } of seenContainers(facts)) for (const token of tokens(args)) secrets.add(token);
  return facts;
}

export function factsArguments(mark: string, request: FactsRequest): string[] {
  return [
    mark,
    request.scriptsPath,
    request.dataPath,
    (request.folders ?? []).join('\n'),
    ROLE_NAMES.map(configPath).join('\n'),
    SCRIPTS.join('\n'),
    Object.values(CONFLICTS).flat().join('\n'),
    request.firewall ? 'firewall' : '',
    request.record ?? '',
    request.brief ? 'brief' : '',
    request.container ?? '',
  ];
}

/** Below the scripts path */
function configPath(role: Role): string {
  const { service, configFile } = ROLES[role];
  return `${service}/${configFile}`;
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
      `${where(machine)} did not report ${what}: it must be a Debian or Ubuntu server whose /bin/sh, uname, df and date work`,
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

  // Below its headings
  const disk = ((sections.get('disk') ?? '').trim().split('\n').at(-1) ?? '').trim().split(/\s+/);
  const [, total, , free] = disk;
  const os = keyValues(sections.get('os') ?? '');
  const compose = sections.get('docker-compose')?.trim().replace(/^v/, '');
  const clockSynchronized = readClock(sections);
  const runningJob = readJob(sections.get('job'));

  return {
    hostname: line('hostname', 'its name'),
    bootId: line('boot', 'its boot id'),
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
    disk: {
      path: request.dataPath,
      totalMiB: number(total, 'how large its disk is'),
      freeMiB: number(free, 'how much disk is free'),
    },
    clockSkewMs: skew(sections, measured, bad),
    ...(clockSynchronized !== undefined && { clockSynchronized }),
    addresses: readAddresses(sections.get('addresses') ?? ''),
    docker: {
      installed: sections.has('docker'),
      running: sections.has('docker-runs'),
      ...(compose && /^\d/.test(compose) && { composeVersion: compose.split('\n')[0] }),
    },
    scripts: linesOf(sections.get('scripts')).filter((name) => SCRIPTS.includes(name)),
    roles: readRoles(sections),
    containers:
      sections.has('docker') && !sections.has('docker-runs')
        ? unknown(`Docker on ${where(machine)} does not answer`)
        : readContainers(sections.get('containers'), bad),
    conflicts: readConflicts(sections.get('conflicts')),
    folders: readFolders(sections.get('folders'), request.folders ?? []),
    ...(request.firewall && {
      firewall: parseFirewall(
        sections.get('firewall'),
        sections.get('firewall-runtime'),
        sections.get('firewall-permanent'),
      ),
    }),
    ...(request.record !== undefined && sections.has('record') && { record: sections.get('record') ?? '' }),
    ...(request.record !== undefined && sections.has('lock') && { lock: sections.get('lock') ?? '' }),
    ...lockAge(request.record === undefined ? undefined : sections.get('lock-age')),
    ...(runningJob && { runningJob }),
  };
}

/** Section name to its text, without the newline that the next mark brings. */
function readSections(text: string, mark: string): Map<string, string> {
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
function skew(sections: Map<string, string>, measured: Measured, bad: (what: string) => Error): number {
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

function readClock(sections: Map<string, string>): boolean | undefined {
  const timedatectl = /^NTPSynchronized=(yes|no)$/m.exec(sections.get('clock-timedatectl') ?? '')?.[1];
  const chrony = /^Leap status\s*:\s*(.+)$/m.exec(sections.get('clock-chrony') ?? '')?.[1]?.trim();
  if (timedatectl === undefined && chrony === undefined) return undefined;
  return timedatectl === 'yes' || chrony === 'Normal';
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

function readRoles(sections: Map<string, string>): RoleConfig[] {
  return ROLE_NAMES.flatMap((role) => {
    const text = sections.get(`config ${configPath(role)}`);
    return text === undefined ? [] : [{ role, values: keyValues(text) }];
  });
}

function readContainers(text: string | undefined, bad: (what: string) => Error): Container[] {
  return jsonLines(text, bad, 'its containers').map((container) => {
    const { name, image, imageId, version, running, restarting, created, started, args } = container;
    if (!isText(name) || !isText(image) || !isText(imageId) || !isText(created) || !isText(started))
      throw bad('its containers');
    if (!Array.isArray(args) || !args.every(isText)) throw bad('its containers');
    return {
      name: name.replace(/^\//, ''),
      image,
      imageId,
      ...(isText(version) && version !== '' && { version }),
      // One that crashes and is started again and again counts as running for docker.
      running: running === true && restarting !== true,
      createdAt: created,
      startedAt: started,
      args,
    };
  });
}

function readConflicts(text: string | undefined): string[] {
  const found = linesOf(text);
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

/** What follows `-t` in a container's arguments. */
function tokens(args: string[]): string[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    return arg === '-t' && next !== undefined ? [next] : [];
  });
}

function jsonLines(text: string | undefined, bad: (what: string) => Error, what: string): Record<string, unknown>[] {
  return linesOf(text).map((line) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw bad(what);
    }
    if (!isObject(value)) throw bad(what);
    return value;
  });
}

function linesOf(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
