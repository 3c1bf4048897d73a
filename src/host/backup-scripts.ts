import { shellQuote, shellQuoteAll } from './shell-quote';
import { BACKUP_NOTES } from './state-folder';

/*
 * What makes a backup on a host, POSIX sh, as a job: whatever becomes of whoever asked for it, the service is started again.
 *
 *   before anything is stopped   what there is to copy is there, and there is room for it
 *   NAME.stopped                 written before the service is stopped, gone once it runs again: whoever finds it starts the
 *                                service first
 *   FOLDER.partial               what is copied so far; FOLDER once it is whole. Neither is ever deleted here.
 *   NAME.last                    when, where, how much: written last
 */

export interface Copy {
  /** Of what it is: letters, digits, - */
  name: string;
  address: string;
  /** When it was begun, RFC 3339 */
  at: string;
  /** The folder that it is put into, which is not there yet; its parent may be missing as well */
  to: string;
  /** What stops and what starts it, with the folder of the scripts */
  stop: readonly string[];
  start: readonly string[];
  scripts: string;
  /** The container that says whether it runs, and others that may not write meanwhile */
  container: string;
  companions: readonly string[];
  parts: readonly { name: string; path: string }[];
}

/** KiB that stay free on the disk beside the copy: a host whose disk is full is worse than one without a backup */
const SPARE_KIB = 1_048_576;
/** How often it is tried to start it again */
const STARTS = 3;
/** Seconds between two words about how far it is */
const TELL_SECONDS = 10;

const COMMON = `
umask 077
LC_ALL=C
export LC_ALL
say() { echo "[info]: $*"; }
fail() { echo "[error]: $*"; exit 1; }
nap() { sleep "$1" 2>/dev/null || sleep 1; }
marker=$notes/$name.stopped
# The scripts print [error] and exit with 0 after some of them.
control() {
  "$@" >"$notes/$name.said" 2>&1
  code=$?
  cat "$notes/$name.said"
  [ $code -eq 0 ] && ! grep -q '^\\[error\\]' "$notes/$name.said"
}
started() {
  tries=0
  until control start_service; do
    tries=$((tries + 1))
    [ $tries -lt ${STARTS} ] || return 1
    nap 5
  done
  rm -f "$marker" "$notes/$name.said"
}
stays_down="$name was stopped for a backup and does not start: start it by hand. The next backup or deploy tries it again"
`;

function settings({ name, start, scripts }: Pick<Copy, 'name' | 'start' | 'scripts'>): string {
  return `
notes=${shellQuote(BACKUP_NOTES)} name=${shellQuote(name)} scripts=${shellQuote(scripts)}
start_service() { cd "$scripts" && ${shellQuoteAll(start)}; }
`;
}

/** Starts what a backup that ended half way left stopped. */
export function startAgainScript(about: Pick<Copy, 'name' | 'start' | 'scripts'>): string {
  return `${settings(about)}${COMMON}
[ -e "$marker" ] || exit 0
say "a backup ended before it started $name again: that is done now"
started || fail "$stays_down"
`;
}

export function copyScript(copy: Copy): string {
  const { address, at, to, stop, container, companions, parts } = copy;
  const each = parts.map(({ name, path }) => `  "$1" ${shellQuote(name)} ${shellQuote(path)} || return 1`);
  return `${settings(copy)}
at=${shellQuote(at)} address=${shellQuote(address)} to=${shellQuote(to)} container=${shellQuote(container)}
stop_service() { cd "$scripts" && ${shellQuoteAll(stop)}; }
containers() { printf '%s\\n' ${shellQuoteAll([container, ...companions])}; }
each_part() {
${each.join('\n')}
}
${COMMON}${COPY}`;
}

const COPY = `
size() { du -sk "$1" 2>/dev/null | { read -r kib rest; echo "\${kib:-0}"; }; }
human() {
  awk -v k="$1" 'BEGIN { n = split("KiB MiB GiB TiB", unit, " "); i = 1; while (k >= 1024 && i < n) { k /= 1024; i++ } printf(i == 1 ? "%d %s" : "%.1f %s", k, unit[i]) }'
}
newline='
'
# Of a container: whether it runs and since when it did last, or that there is none. Fails where Docker does not tell.
state_of() {
  names=$(docker ps -a --format '{{.Names}}' 2>/dev/null) || return 1
  case ,$(printf '%s' "$names" | tr "$newline" ,), in *",$1,"*) ;; *) echo none; return 0 ;; esac
  docker inspect --type container --format '{{.State.Running}} {{.State.StartedAt}}' "$1" 2>/dev/null
}
states() {
  for one in $(containers); do
    state=$(state_of "$one") || return 1
    printf '%s %s\\n' "$one" "$state"
  done
}

{ mkdir -p "$notes" && chmod 700 "$notes"; } || fail "nothing can be written to $notes; nothing was stopped"
if [ -e "$marker" ]; then
  read -r of <"$marker" || of=
  say "a backup ended before it started $name again: that comes first"
  started || fail "$stays_down"
  [ "$of" != "$at" ] || fail "the backup was interrupted (the host restarted, or it was killed): $name runs again, and there is no backup of now"
fi

total=0
measure() {
  [ -d "$2" ] || fail "$2 is not there, so there is no whole copy: is data_path right? Nothing was stopped"
  part=$(size "$2")
  say "$1: $(human "$part")"
  total=$((total + part))
}
each_part measure
base=\${to%/*}
mkdir -p "$base" || fail "the folder $base cannot be made; nothing was stopped"
free=$(df -Pk "$base" | awk 'NR > 1 { print $4; exit }')
case $free in '' | *[!0-9]*) fail "how much is free in $base cannot be seen; nothing was stopped" ;; *) ;; esac
needed=$((total + total / 20 + ${SPARE_KIB}))
[ "$free" -ge "$needed" ] || fail "$base has $(human "$free") free, and a copy of $(human "$total") wants $(human "$needed"): make room there, or name another folder (backup.folder). Nothing was stopped"
if [ -e "$to" ] || [ -e "$to.partial" ]; then fail "$to is there already; nothing was stopped"; fi
state=$(state_of "$container") || fail "whether $container runs cannot be seen, as Docker does not tell; nothing was stopped"
case $state in true*) ;; *) fail "$container does not run, so nothing is stopped or copied: deploy first, or look at it" ;; esac
mkdir -m 700 "$to.partial" || fail "the folder $to.partial cannot be made; nothing was stopped"

down=
copier=
# Whatever ends this, the service is started before.
ended() {
  ended_with=$?
  trap - EXIT
  # Nobody's patience ends before the service runs.
  trap '' HUP INT TERM
  if [ -n "$copier" ]; then kill "$copier" 2>/dev/null; fi
  if [ -n "$down" ] && ! started; then echo "[error]: $stays_down"; ended_with=1; fi
  exit $ended_with
}
trap ended EXIT
trap 'exit 143' HUP INT TERM

{ printf '%s\\n' "$at" >"$marker" && sync; } || fail "nothing can be written to $notes; nothing was stopped"
stopped_at=$(date +%s)
down=yes
say "stopping $name"
control stop_service || fail "$name could not be stopped, so nothing was copied; it is started again"
still=$(states) || fail "whether $name is stopped cannot be seen, as Docker does not tell, so nothing was copied; it is started again"
running=$(printf '%s\\n' "$still" | sed -n 's/ true .*//p' | head -n 1)
[ -z "$running" ] || fail "$running still runs after $name was stopped, so a copy would not be whole; it is started again"

done_kib=0
copy() {
  say "copying $1"
  rm -f "$notes/$name.code"
  (tar --numeric-owner -C "\${2%/*}/" -cpf "$to.partial/$1.tar" "\${2##*/}"; echo $? >"$notes/$name.code") &
  copier=$!
  beats=0
  while [ ! -s "$notes/$name.code" ] && kill -0 $copier 2>/dev/null; do
    nap 0.2
    beats=$((beats + 1))
    [ $((beats % ${TELL_SECONDS * 5})) -ne 0 ] || say "copied $(human "$(size "$to.partial")") of $(human "$total"), $name is stopped for $(($(date +%s) - stopped_at)) s"
  done
  wait $copier
  copier=
  read -r code <"$notes/$name.code" || code=1
  rm -f "$notes/$name.code"
  [ "$code" -eq 0 ] || fail "$1 could not be copied (tar exit $code); $name is started again, and what was copied stays in $to.partial"
}
each_part copy
# Somebody, or Docker itself, may have started it meanwhile.
after=$(states) || fail "whether $name was stopped all the while cannot be seen, as Docker does not tell: what was copied does not count and stays in $to.partial; $name is started again"
[ "$after" = "$still" ] || fail "$name was started while it was copied: what was copied does not count and stays in $to.partial; make another backup"
say "starting $name again"
started || { down=; fail "$stays_down"; }
down=
seconds=$(($(date +%s) - stopped_at))
say "$name was stopped for $seconds s"

cd "$to.partial" || fail "$to.partial is gone"
{ sha256sum ./*.tar >SHA256SUMS && sum=$(sha256sum SHA256SUMS); } || fail "the checksums could not be written; $name runs, and what was copied stays in $to.partial"
kib=$(size .)
note() { printf 'at=%s\\naddress=%s\\nwhere=%s\\nkib=%s\\nsha256=%s\\nseconds=%s\\n' "$at" "$address" "$to" "$kib" "\${sum%% *}" "$seconds"; }
parts_of() { printf '%s.tar=%s\\n' "$1" "$2"; }
{ note && printf 'name=%s\\n' "$name" && docker inspect --type container --format 'image={{.Config.Image}}' "$container" && each_part parts_of; } >backup.txt || fail "backup.txt could not be written; $name runs, and what was copied stays in $to.partial"
sync
{ cd / && mv "$to.partial" "$to"; } || fail "$to.partial could not be renamed to $to"
{ note >"$notes/$name.new" && mv "$notes/$name.new" "$notes/$name.last"; } || fail "nothing can be written to $notes; the backup is in $to"
say "backup of $(human "$kib") in $to"
`;
