import { STATE_FOLDER } from './state-folder';
import { UPTIME_FUNCTIONS } from './uptime';
import { where } from './shell';
import { HostError } from './types';
import type { Host, Output } from './types';

/** $1 name, $2 content. A reader sees the old file or the new one; after a power cut too. */
export const WRITE_RECORD = `
umask 077
folder=${STATE_FOLDER}
mkdir -p "$folder" || exit
printf '%s' "$2" >"$folder/.$1.json.$$" || { rm -f "$folder/.$1.json.$$"; exit 1; }
sync "$folder/.$1.json.$$" 2>/dev/null || sync
mv "$folder/.$1.json.$$" "$folder/$1.json"
`;

/** Writes the cluster's record on the main server, for root only. */
export async function writeRecord(host: Host, name: string, json: string): Promise<void> {
  check(
    host,
    await host.run(WRITE_RECORD, [clusterName(name), json], { repeatable: true }),
    'keep the record of this cluster',
  );
}

/** Who holds a lock; more may be in it, for people. */
export interface LockHolder {
  /** The same for all steps of one job, which may take it again */
  id: string;
}

export type Acquired<T extends LockHolder> =
  | { acquired: true; /** Whose it was before, when it was stale */ tookOver?: Partial<T> }
  | { acquired: false; holder: Partial<T>; /** Since its holder last said that it lives */ idleMs: number };

/*
 * The lock is a folder with the holder's JSON in it. Everything is decided on our side from what was read, and done
 * on the host only if that is still so, under a mutex that the kernel lets go when its holder dies. A heartbeat is the
 * host's uptime in a file: no time of day counts, neither the host's, which may be set meanwhile, nor anybody else's.
 */

/**
 * $idle: seconds since the holder of the lock in folder $1 gave a sign of life; empty while that is not known. A beat of
 * before the machine's last start is at least as old as that.
 */
export const LOCK_IDLE = `
lock_idle() {
  idle=
  read_uptime || return 1
  # A name for the state of the file, and not taken for a time.
  stamp=$(date -r "$1/holder.json" +%s 2>/dev/null) || stamp=none
  [ -s "$1/beat" ] && read -r beat since seen rest <"$1/beat" || return 0
  case $beat in '' | *[!0-9]*) return 0 ;; *) ;; esac
  [ "$seen" = "$stamp" ] || return 0
  if [ "$since" != "$boot" ]; then idle=$now; elif [ "$beat" -le "$now" ]; then idle=$((now - beat)); fi
}
`;

const LOCK_FUNCTIONS = `${UPTIME_FUNCTIONS}${LOCK_IDLE}
umask 077
folder=${STATE_FOLDER}
lock=$folder/$1.lock
mkdir -p "$folder" || exit
locked() {
  if command -v flock >/dev/null; then
    exec 9>"$folder/$1.mutex"
    flock -w 20 9
    return
  fi
  tries=0
  until mkdir "$folder/$1.mutex.d" 2>/dev/null; do
    tries=$((tries + 1))
    [ -z "$(find "$folder/$1.mutex.d" -prune -mmin +1 2>/dev/null)" ] || rmdir "$folder/$1.mutex.d"
    [ $tries -lt 200 ] || return 1
    sleep 0.1 2>/dev/null || sleep 1
  done
  # shellcheck disable=SC2064 # the name as it is now
  trap "rmdir '$folder/$1.mutex.d'" EXIT
}
beat() {
  lock_idle "$lock" || return 1
  printf '%s %s %s\\n' "$now" "$boot" "$stamp" >"$lock/beat.new" && mv "$lock/beat.new" "$lock/beat"
}
# $version: what is there, empty when there is none; and $idle
look() {
  version=
  [ -d "$lock" ] || return 0
  lock_idle "$lock" || exit
  # Somebody else wrote it, or half of it: its time begins now that it is seen.
  if [ -z "$idle" ]; then beat && lock_idle "$lock" || exit; fi
  version=$(cat "$lock/beat"):
  [ ! -f "$lock/holder.json" ] || version=$version$(cat "$lock/holder.json")
}
locked "$1" || exit 8
look
`;

/** $1 name. Prints for how many seconds the holder was silent, then the version. */
export const READ_LOCK = `${LOCK_FUNCTIONS}
printf '%s\\n%s' "$idle" "$version"
`;

/** $1 name, $2 the version that must still be there, $3 what to do, $4 content. Exit 9: it is not there any more. */
export const CHANGE_LOCK = `${LOCK_FUNCTIONS}
[ "$version" = "$2" ] || exit 9
case $3 in
write)
  mkdir -p "$lock" || exit 1
  printf '%s' "$4" >"$lock/holder.json.new" && mv "$lock/holder.json.new" "$lock/holder.json" && beat
  ;;
beat) beat ;;
remove) rm -rf "$lock" ;;
*) exit 2 ;;
esac
`;

interface ReadLock {
  version: string;
  /** undefined: there is none. An unreadable one has no id. */
  holder?: Partial<LockHolder>;
  idleMs: number;
}

/**
 * Takes the cluster's lock for `holder`, or says who has it. One that was not refreshed for `staleAfterMs` is taken over,
 * and one with our own id is taken again.
 */
export async function acquireLock<T extends LockHolder>(
  host: Host,
  name: string,
  holder: T,
  options: { staleAfterMs: number },
): Promise<Acquired<T>> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const lock = await readLock(host, name);
    const ours = lock.holder?.id === holder.id;
    // Each of its fields may be anything: whoever asks is to look at them.
    const other = lock.holder as Partial<T> | undefined;
    if (other && !ours && lock.idleMs < options.staleAfterMs)
      return { acquired: false, holder: other, idleMs: lock.idleMs };
    if (await changeLock(host, name, lock.version, 'write', JSON.stringify(holder)))
      return { acquired: true, ...(other && !ours && { tookOver: other }) };
  }
  throw new HostError(
    `${where(host.machine)}: the lock of ${name} changes hands all the time; try again`,
    host.machine.name,
    'command',
  );
}

/** Says that the holder lives. false: somebody else has it, or nobody. */
export async function refreshLock(host: Host, name: string, id: string): Promise<boolean> {
  return changeOwn(host, name, id, 'beat');
}

/** Lets it go if it is ours. false: it was not. */
export async function releaseLock(host: Host, name: string, id: string): Promise<boolean> {
  return changeOwn(host, name, id, 'remove');
}

async function changeOwn(host: Host, name: string, id: string, what: 'beat' | 'remove'): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const lock = await readLock(host, name);
    if (lock.holder?.id !== id) return false;
    if (await changeLock(host, name, lock.version, what, '')) return true;
  }
  return false;
}

async function readLock(host: Host, name: string): Promise<ReadLock> {
  const output = check(
    host,
    await host.run(READ_LOCK, [clusterName(name)], { repeatable: true }),
    'read the lock of this cluster',
  );
  const newline = output.stdout.indexOf('\n');
  const idle = Number(output.stdout.slice(0, newline));
  const version = output.stdout.slice(newline + 1);
  if (version === '') return { version, idleMs: 0 };
  const colon = version.indexOf(':');
  return {
    version,
    holder: readHolder(version.slice(colon + 1)),
    idleMs: idle * 1000,
  };
}

function readHolder(json: string): Partial<LockHolder> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // its writer died half way; it becomes stale like any other
  }
}

async function changeLock(host: Host, name: string, version: string, what: string, content: string): Promise<boolean> {
  // Doing it twice is harmless: the second finds another version, and whoever asked looks again.
  const output = await host.run(CHANGE_LOCK, [clusterName(name), version, what, content], { repeatable: true });
  if (output.code === 9) return false;
  check(host, output, 'change the lock of this cluster');
  return true;
}

function check(host: Host, output: Output, what: string): Output {
  if (output.code === 0) return output;
  throw new HostError(
    `${where(host.machine)} could not ${what} in ${STATE_FOLDER} (exit ${output.code}): ${output.stderr.trim().split('\n').at(-1) || 'it does not say why'}; is its disk full or read-only?`,
    host.machine.name,
    'command',
  );
}

/** It becomes a file name. */
function clusterName(name: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) throw new TypeError(`not a cluster name: ${name}`);
  return name;
}
