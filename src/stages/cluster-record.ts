import { isAddress, sameAddress } from '../cluster/addresses';
import { isRole, LISTED_ROLES, type ListedRole, type Role } from '../cluster/roles';
import type { Registry } from '../cluster/registry';
import type { Settings } from '../cluster/settings';
import { InputError, type SshSettings } from '../cluster/types';
import type { Finding } from '../finding';
import { isObject } from '../unknown';

/** What we did to this cluster: kept on the main server, in /var/lib/portsip-cluster/NAME.json. */
export interface ClusterRecord {
  version: 1;
  cluster: string;
  /** What we put there, and so may remove */
  servers: Record<string, RecordedServer>;
  firewall: string[];
  whitelist: string[];
  /** Built-in servers that we turned off */
  builtInDisabled: ListedRole[];
  /** Restarts that are still owed, by change id: they survive a run that failed half way */
  restarts: Record<string, OwedRestart>;
  /** New servers that were not up when the others restarted because of them, which is owed once they are ONLINE */
  late: string[];
  /** Roles that must be recreated although nothing shows it, with the reason for people; by server */
  recreate: Record<string, string>;
  /** Servers that we disabled to drain them and that must be enabled again */
  draining: string[];
  /** Containers that a script was to recreate and of which nobody has seen that it did: by server, when they had been created */
  unfinished?: Record<string, string>;
  /** Addresses at which servers were told to find the PBX, now or before; undefined: an earlier release wrote none down */
  pbx?: string[];
  /** What its cluster file had at the last deploy, whoever put it there, name to address: what another cluster file of the same PBX leaves alone */
  listed?: Record<string, string>;
  /** When its cluster file came to have a server, by name, RFC 3339; none: an earlier release wrote none down */
  since?: Record<string, string>;
  /** How things were done last; undefined: a release that did not write it down */
  settings?: Settings;
  /** Commit of the last deploy that left nothing undone */
  deployed?: string;
  /** Servers that we disabled because they were dead, by name, and that are enabled again once they are back */
  dead: Record<string, DeadServer>;
  /** What runs that heal saw in the portal of servers that are not well, by name */
  seen: Record<string, Sighting>;
  /** The last runs that did something, oldest first */
  runs?: RecordedRun[];
  /** Where we signed Docker in to a registry, and so may sign it out */
  logins?: RecordedLogin[];
  /** The last backup of each, by server; `pbx` of the PBX */
  backups?: Record<string, RecordedBackup>;
  /** Of the last run that wrote it */
  commit?: string;
  run?: string;
  time: string;
}

export interface OwedRestart {
  /** For people */
  reason: string;
  /** When the container had started as the restart came to be owed: once it differs, the restart has happened. */
  startedAt?: string;
}

/** What a run did, for people. No change is decided by it; whether a cluster is healthy is (`src/status/health.ts`). */
export interface RecordedRun {
  /** The same for all steps of one job */
  run: string;
  /** RFC 3339 */
  began: string;
  ended: string;
  by?: string;
  url?: string;
  commit?: string;
  /** How many changes were done, failed and not begun */
  done: number;
  failed: number;
  skipped: number;
  /** It was cancelled before it came to its end. */
  interrupted?: true;
  /** What was still at work on hosts when it ended, in words */
  goesOn?: string[];
  /** What was done and what failed, in words; of many only the first */
  deeds: RecordedDeed[];
}

export interface RecordedDeed {
  /** "install media-server-1" */
  deed: string;
  failed?: true;
}

export interface DeadServer {
  /** OFFLINE since then, and disabled at; RFC 3339 */
  since: string;
  at: string;
  /** The built-in server of its role was turned on for it */
  standIn?: true;
}

export interface Sighting {
  status: 'OFFLINE' | 'ONLINE';
  /** First and last look that saw it so without one between that did not; RFC 3339 */
  since: string;
  last: string;
}

export interface MadeBackup {
  /** When it was begun, RFC 3339 */
  at: string;
  /** Of the machine */
  address: string;
  /** The folder that it is in; with a command of the operator's, the last line that it printed */
  where: string;
  bytes?: number;
  /** Of its SHA256SUMS */
  sha256?: string;
  /** How long what it is of was stopped */
  seconds?: number;
}

/** `unreadable`: there was something, and nobody can tell what it said */
export type RecordedBackup = MadeBackup | { unreadable: true };

/** What a cluster file that is not ours has, or had at its last deploy. */
export interface OtherCluster {
  cluster: string;
  /** When its record was written last, RFC 3339; undefined: it does not say */
  time?: string;
  servers: readonly { name: string; address: string }[];
  /** What it put there, by name */
  owned: Readonly<Record<string, RecordedServer>>;
  /** As in a record */
  unfinished?: Readonly<Record<string, string>>;
  /** Where it signed Docker in */
  logins?: readonly RecordedLogin[];
}

/** A machine that a server is, was or may be on. */
export interface Place {
  /** Where SSH reached it */
  address: string;
  ssh: SshSettings;
}

/** Who was signed in to which registry on a machine */
export type RecordedLogin = Place & Registry;

/** Whether a login is that of a machine at a registry, whoever is signed in. */
export function isLogin(
  login: RecordedLogin,
  { address }: Pick<Place, 'address'>,
  { server }: Pick<Registry, 'server'>,
): boolean {
  return sameAddress(login.address, address) && login.server === server;
}

export interface RecordedServer extends Place {
  role: Role;
  privateIp?: string;
  publicIp?: string;
  /** Its role has run there. One that is only registered has never taken a call. */
  installed?: true;
  /** Where else it may still be: machines that it was on its way to when a run ended half way */
  elsewhere?: Place[];
}

export function emptyRecord(cluster: string): ClusterRecord {
  return {
    version: 1,
    cluster,
    servers: {},
    firewall: [],
    whitelist: [],
    builtInDisabled: [],
    restarts: {},
    late: [],
    recreate: {},
    draining: [],
    dead: {},
    seen: {},
    time: '',
  };
}

/** The same once a server that was dead takes calls again. */
export function withoutDead(record: ClusterRecord, name: string): ClusterRecord {
  const dead = Object.entries(record.dead).filter(([other]) => other !== name);
  return { ...record, dead: Object.fromEntries(dead) };
}

/**
 * Reads the record's text. A damaged one counts as lost, which removes nothing; one of a newer release is refused, since
 * writing it back would lose what that release keeps in it.
 */
export function parseRecord(text: string | undefined, cluster: string): { record?: ClusterRecord; finding?: Finding } {
  if (text === undefined) return {};
  const lost = (why: string): { finding: Finding } => ({
    finding: {
      code: 'record-lost',
      severity: 'warning',
      message: `The record on the main server (/var/lib/portsip-cluster/${cluster}.json) ${why}: nothing will be removed, since it is not known what this project put there`,
    },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return lost('is damaged');
  }
  if (!isObject(value)) return lost('is damaged');
  if (typeof value['version'] === 'number' && value['version'] > 1) {
    throw new InputError(
      `The record on the main server was written by a newer release (format ${value['version']}): use that release or a later one`,
    );
  }
  if (value['version'] !== 1 || value['cluster'] !== cluster) return lost('is of another cluster or format');
  return { record: { ...emptyRecord(cluster), ...cleaned(value) } };
}

/**
 * What other cluster files of the same PBX have, by the text of their records. Best effort, and of any format, where it is used to
 * leave things alone. What they own counts in the format of this release only: a server of ours that is there is ours from then on.
 */
export function otherClusters(records: Readonly<Record<string, string>> = {}): OtherCluster[] {
  return Object.entries(records).flatMap(([cluster, text]) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return [];
    }
    if (!isObject(value)) return [];
    // Earlier releases wrote down only what they had put there.
    const { servers = {}, listed, time, unfinished, logins } = cleaned(value);
    const found = listed ?? Object.fromEntries(Object.entries(servers).map(([name, { address }]) => [name, address]));
    const owned = value['version'] === 1 && value['cluster'] === cluster ? servers : {};
    const its = Object.entries(found).map(([name, address]) => ({ name, address }));
    return [
      {
        cluster,
        ...(isTime(time) && { time }),
        servers: its,
        owned,
        ...(unfinished && { unfinished }),
        ...(logins && { logins }),
      },
    ];
  });
}

/** Only what has the right shape: the file may have been edited by hand. */
function cleaned(value: Record<string, unknown>): Partial<ClusterRecord> {
  const strings = (list: unknown) => [
    ...new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
  ];
  return {
    servers: only(value['servers'], isRecordedServer),
    restarts: only(value['restarts'], isOwedRestart),
    late: strings(value['late']),
    recreate: only(value['recreate'], (text) => typeof text === 'string'),
    firewall: strings(value['firewall']),
    whitelist: strings(value['whitelist']),
    builtInDisabled: LISTED_ROLES.filter((role) => strings(value['builtInDisabled']).includes(role)),
    draining: strings(value['draining']),
    ...(isObject(value['unfinished']) && { unfinished: only(value['unfinished'], (text) => typeof text === 'string') }),
    ...(Array.isArray(value['pbx']) && { pbx: strings(value['pbx']).filter(isAddress) }),
    ...(isObject(value['listed']) && {
      listed: only(value['listed'], (address): address is string => typeof address === 'string' && isAddress(address)),
    }),
    ...(isObject(value['since']) && { since: only(value['since'], (time): time is string => isTime(time)) }),
    ...(isObject(value['settings']) && {
      settings: only(value['settings'], (text) => typeof text === 'string'),
    }),
    ...(isCommit(value['deployed']) && { deployed: value['deployed'] }),
    dead: only(value['dead'], isDeadServer),
    seen: only(value['seen'], isSighting),
    ...(Array.isArray(value['runs']) && { runs: value['runs'].filter(isRecordedRun) }),
    ...(Array.isArray(value['logins']) && { logins: value['logins'].filter(isRecordedLogin) }),
    ...(isObject(value['backups']) && { backups: backupsIn(value['backups']) }),
    ...(typeof value['commit'] === 'string' && { commit: value['commit'] }),
    ...(typeof value['run'] === 'string' && { run: value['run'] }),
    time: typeof value['time'] === 'string' ? value['time'] : '',
  };
}

/** One whose age cannot be read is not none. */
function backupsIn(backups: Record<string, unknown>): Record<string, RecordedBackup> {
  return Object.fromEntries(
    Object.entries(backups).map(([name, backup]) => [name, isBackup(backup) ? backup : { unreadable: true }]),
  );
}

function isBackup(backup: unknown): backup is MadeBackup & Record<string, unknown> {
  if (!isObject(backup)) return false;
  const isOr = (type: string) => (name: string) => ['undefined', type].includes(typeof backup[name]);
  return (
    isTime(backup['at']) &&
    typeof backup['address'] === 'string' &&
    typeof backup['where'] === 'string' &&
    ['bytes', 'seconds'].every(isOr('number')) &&
    isOr('string')('sha256')
  );
}

/** The entries of an object that are of one kind; of anything else none. */
function only<T>(object: unknown, is: (value: unknown) => value is T): Record<string, T> {
  const entries = Object.entries(isObject(object) ? object : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => is(entry[1])));
}

function isRecordedServer(server: unknown): server is RecordedServer {
  return (
    isPlace(server) &&
    typeof server['role'] === 'string' &&
    isRole(server['role']) &&
    [server['privateIp'], server['publicIp']].every((ip) => ip === undefined || typeof ip === 'string') &&
    (server['elsewhere'] === undefined || (Array.isArray(server['elsewhere']) && server['elsewhere'].every(isPlace)))
  );
}

/** Its words become arguments of docker's. */
function isRecordedLogin(login: unknown): login is RecordedLogin {
  const isWord = (word: unknown) => typeof word === 'string' && /^[A-Za-z0-9_][A-Za-z0-9._:$+@/=~-]{0,254}$/.test(word);
  return isPlace(login) && isWord(login['server']) && isWord(login['username']);
}

function isPlace(place: unknown): place is Place & Record<string, unknown> {
  return (
    isObject(place) &&
    typeof place['address'] === 'string' &&
    isAddress(place['address']) &&
    isObject(place['ssh']) &&
    typeof place['ssh']['user'] === 'string' &&
    typeof place['ssh']['port'] === 'number' &&
    isJumpHost(place['ssh']['jumpHost'])
  );
}

/** It is asked for at GitHub. */
function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}

function isDeadServer(dead: unknown): dead is DeadServer {
  return (
    isObject(dead) &&
    isTime(dead['since']) &&
    isTime(dead['at']) &&
    (dead['standIn'] === undefined || dead['standIn'] === true)
  );
}

function isSighting(sighting: unknown): sighting is Sighting {
  return (
    isObject(sighting) &&
    (sighting['status'] === 'OFFLINE' || sighting['status'] === 'ONLINE') &&
    isTime(sighting['since']) &&
    isTime(sighting['last'])
  );
}

function isRecordedRun(run: unknown): run is RecordedRun {
  const isText = (text: unknown) => typeof text === 'string';
  return (
    isObject(run) &&
    isText(run['run']) &&
    isTime(run['began']) &&
    isTime(run['ended']) &&
    [run['by'], run['url'], run['commit']].every((text) => text === undefined || isText(text)) &&
    [undefined, true].includes(run['interrupted'] as undefined) &&
    (run['goesOn'] === undefined || (Array.isArray(run['goesOn']) && run['goesOn'].every(isText))) &&
    [run['done'], run['failed'], run['skipped']].every(Number.isSafeInteger) &&
    Array.isArray(run['deeds']) &&
    run['deeds'].every(
      (deed) => isObject(deed) && isText(deed['deed']) && (deed['failed'] === undefined || deed['failed'] === true),
    )
  );
}

function isTime(value: unknown): value is string {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
  return typeof value === 'string' && shape.test(value) && !Number.isNaN(Date.parse(value));
}

function isOwedRestart(owed: unknown): owed is OwedRestart {
  return (
    isObject(owed) && typeof owed['reason'] === 'string' && ['undefined', 'string'].includes(typeof owed['startedAt'])
  );
}

function isJumpHost(value: unknown): boolean {
  if (value === undefined) return true;
  return (
    isObject(value) &&
    typeof value['host'] === 'string' &&
    typeof value['user'] === 'string' &&
    typeof value['port'] === 'number'
  );
}
