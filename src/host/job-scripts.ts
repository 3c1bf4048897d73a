import { JOBS_FOLDER } from './state-folder';
import { shellQuote } from './shell-quote';
import { UPTIME_FUNCTIONS } from './uptime';

/*
 * The job runner on a host, POSIX sh. In /var/lib/portsip-cluster/jobs:
 *
 *   q.00000007      a claim: the hard link says which job is the 7th; the highest number is the current job
 *   ID/             one job: key title cwd argv log pid exit, and the two scripts that run it
 *
 * There is no lock that somebody could die with. Each step is one atomic `ln` or `mv`:
 *   - a job becomes the current one by `ln ID/claim q.N+1`, which fails for all but one;
 *   - it is begun by `ln` of a complete file to ID/pid: whoever makes it runs the command, all others leave;
 *   - a claim that nobody began in time is made void by the same `ln`, so that a late starter finds it taken.
 * A job runs while its command or the supervisor that waits for the exit code lives (pid, start time, boot id).
 *
 * Hundreds of hosts begin jobs at once, and each process is one more that they wait for: what the shell can do itself, it does.
 */

/** Functions that all scripts below share. `state ID` sets $state: none launching void running finished dead. */
export const JOB_FUNCTIONS = `${UPTIME_FUNCTIONS}
jobs=${JOBS_FOLDER}
nap() { sleep "$1" 2>/dev/null || sleep 1; }
# $born: when process $1 began; fails when it is gone
born() {
  born=
  kill -0 "$1" 2>/dev/null || return 1
  if [ -r "/proc/$1/stat" ]; then
    read -r born 2>/dev/null <"/proc/$1/stat" || return 1
    # shellcheck disable=SC2086 # fields behind the program's name, which may hold spaces
    set -- \${born##*) }
    case $1 in Z | X) return 1 ;; *) ;; esac
    shift 19
    born=$1
  else
    born=$(ps -o lstart= -p "$1" 2>/dev/null | tr -d ' ')
  fi
  [ -n "$born" ]
}
alive() { born "$1" && [ "$born" = "$2" ]; }
# The exit code is written before the supervisor ends: once it is dead, one more look is enough.
state() {
  # shellcheck disable=SC2034 # $state and $code are the answer
  for look in 1 2; do
    state=none code=
    [ -n "$1" ] && [ -d "$jobs/$1" ] || return 0
    if [ -s "$jobs/$1/exit" ] && read -r code <"$jobs/$1/exit"; then
      case $code in '' | *[!0-9]*) ;; *) state=finished; return 0 ;; esac
    fi
    state=launching
    [ -s "$jobs/$1/pid" ] && read -r pid since super supersince booted <"$jobs/$1/pid" || return 0
    state=void
    [ "$pid" != void ] || return 0
    state=running
    read_boot
    if [ "$booted" = "$boot" ] && { alive "$pid" "$since" || alive "$super" "$supersince"; }; then return 0; fi
    state=dead
  done
}
# $top: the highest claim's file, $holder: its job
current() {
  top='' holder=''
  for claim in "$jobs"/q.*; do [ ! -e "$claim" ] || top=$claim; done
  [ -z "$top" ] || read -r holder <"$top" || holder=
  case $holder in *[!A-Za-z0-9-]*) holder= ;; *) ;; esac
}
field() {
  field=
  if [ -r "$jobs/$1/$2" ]; then read -r field <"$jobs/$1/$2"; fi
  printf '%s' "$field"
}
`;

/** Becomes the command. $1 job folder, $2 working folder. Its pid is in the pid file before anything is done. */
const COMMAND = `
umask 022
unset LC_ALL
born $$; me=$born
born $PPID
read_boot
printf '%s %s %s %s %s\\n' $$ "$me" $PPID "$born" "$boot" >"$1/pid.$$"
if ! ln "$1/pid.$$" "$1/pid" 2>/dev/null; then rm -f "$1/pid.$$"; exit 0; fi
# Whoever began this may have gone.
trap '' PIPE
echo begun 2>/dev/null >&3
trap - PIPE
exec 3>&-
folder=$1
cd "$2" || { echo "[error]: the folder $2 is missing"; rm -f "$folder/pid.$$" "$folder/argv"; exit 111; }
. "$folder/argv"
rm -f "$folder/pid.$$" "$folder/argv"
exec "$@"
`;

/**
 * Waits for the command and writes its exit code. $1 job folder, $2 working folder. It holds a lock on the log for as long as it
 * lives, which the kernel lets go however it ends. The code is one short write: a reader sees all of it or nothing, and takes it
 * for a code only with its newline.
 */
const SUPERVISE = `
trap '' HUP
cd /
exec 9<"$1/log"
flock -n 9 2>/dev/null
/bin/sh "$1/command" "$1" "$2" </dev/null >>"$1/log" 2>&1 9<&-
code=$?
read -r pid since super rest <"$1/pid" || exit
[ "$super" = $$ ] || exit
echo "$code" >"$1/exit"
`;

/**
 * $1 id (ours, new for each call), $2 key, $3 title, $4 working folder, $5 `set -- …`, $6 jobs to keep,
 * $7 seconds after which a claim without a process is void.
 * Prints one of `started ID`, `attached ID`, `busy ID TITLE`, `by-hand PID COMMAND LINE`, `void`; before it `interrupted ID` when the
 * last job with this key ended without an exit code. Can be run again with the same id: the command still runs once.
 */
export const START_JOB = `${JOB_FUNCTIONS}
id=$1 key=$2 title=$3 folder=$4 argv=$5 keep=$6 patience=$7
umask 077

# shellcheck disable=SC2016 # for other shells
command=${shellQuote(JOB_FUNCTIONS + COMMAND)}
# shellcheck disable=SC2016 # for another one
supervise=${shellQuote(SUPERVISE)}
# Everything is written aside and moved to its place by one mv: whoever does the same meanwhile finds each file whole. Fails where
# the disk is full.
prepare() {
  new=$jobs/$id/new.$$
  mkdir -p "$new" &&
    printf '%s\\n' "$key" >"$new/key" &&
    printf '%s\\n' "$title" >"$new/title" &&
    printf '%s\\n' "$command" >"$new/command" &&
    printf '%s\\n' "$supervise" >"$new/supervise" &&
    : >>"$jobs/$id/log" &&
    { [ -e "$jobs/$id/pid" ] || printf '%s\\n' "$argv" >"$new/argv"; } &&
    printf '%s\\n' "$id" >"$new/claim" &&
    mv "$new"/* "$jobs/$id"
}
unwritable() {
  echo "nothing can be written to $jobs" >&2
  rm -rf "\${jobs:?}/$id"
  exit 1
}
# The command says that it has begun; where it ends before, so does the pipe.
launch() {
  away='nohup'
  if command -v setsid >/dev/null; then away='setsid'; fi
  { $away /bin/sh "$jobs/$id/supervise" "$jobs/$id" "$folder" </dev/null 3>&1 >/dev/null 2>&1 & } | read -r begun
  [ -s "$jobs/$id/pid" ] || void "$id"
}
# Nobody can begin it any more.
void() {
  echo void >"$jobs/$1/void.$$"
  ln "$jobs/$1/void.$$" "$jobs/$1/pid" 2>/dev/null
  rm -f "$jobs/$1/void.$$" "$jobs/$1/argv"
}
# The newest stay; of all that do not run, what was only needed to begin goes.
prune() {
  last=\${top##*.} held=' '
  for claim in "$jobs"/q.*; do
    number=\${claim##*.}
    read -r old <"$claim" || old=
    case $old in '' | "$id" | *[!A-Za-z0-9-]*) continue ;; *) ;; esac
    if [ "1$number" -le $((1$last - keep)) ]; then
      rm -rf "\${jobs:?}/$old" "$claim"
    else
      held="$held$old "
      [ ! -e "$jobs/$old/argv" ] || rm -f "$jobs/$old/argv"
    fi
  done
  for old in "$jobs"/*/; do
    old=\${old%/} old=\${old##*/}
    case "$held$id " in *" $old "*) continue ;; *) ;; esac
    [ -d "$jobs/$old" ] || continue
    [ -z "$(find "$jobs/$old" -prune -mmin +60)" ] || rm -rf "\${jobs:?}/$old"
  done
}

# $by_hand: a control script of this folder that nobody started through us, and its command line. Two at once would tear at
# the same containers. Only root, whose folder it is, or who we sign in as runs one: any user may have a process that is
# called like it.
by_hand() {
  by_hand=
  command -v pgrep >/dev/null || return 1
  called='^([^ ]*/)?(ba|da)?sh (-[a-z]+ )*([^ ]*/)?((cluster|im|dataflow|pbx|sbc)_ctl|extend|im|dataflow|sbc|update)[.]sh( |$)'
  # As a rule there is none, whoever's.
  [ -n "$(exec pgrep -f "$called")" ] || return 1
  scripts=$(readlink -f "$folder") && owner=$(stat -c %u "$folder") || return 1
  for process in $(pgrep -U "0,$owner,\${SUDO_UID:-0}" -f "$called"); do
    words=$(tr '\\0' '\\n' 2>/dev/null <"/proc/$process/cmdline") || continue
    script=$(printf '%s\\n' "$words" | sed -n '2,$ { /^-/ d; p; q; }')
    case $script in /*) ;; *) script=$(readlink "/proc/$process/cwd")/$script ;; esac
    script=$(readlink -f "$script") || continue
    [ "\${script%/*}" = "$scripts" ] || continue
    by_hand="$process $(printf '%s' "$words" | tr '\\n' ' ')"
    return 0
  done
  return 1
}

waited=0
lost=0
while :; do
  state "$id"
  case $state in
  finished | running | dead) echo "started $id"; exit 0 ;;
  void) echo void; exit 0 ;;
  *) ;;
  esac
  current
  if [ "$holder" = "$id" ]; then
    launch
    [ -s "$jobs/$id/pid" ] || unwritable
    prune
    continue
  fi
  state "$holder"
  case $state in
  running)
    if [ "$(field "$holder" key)" = "$key" ]; then echo "attached $holder"; else echo "busy $holder $(field "$holder" title)"; fi
    exit 0
    ;;
  launching)
    if [ $waited -lt $((patience * 10)) ]; then
      nap 0.1
      waited=$((waited + 1))
    else
      void "$holder"
    fi
    continue
    ;;
  dead) [ "$(field "$holder" key)" != "$key" ] || echo "interrupted $holder" ;;
  *) ;;
  esac
  if by_hand; then echo "by-hand $by_hand"; exit 0; fi
  number=\${top##*.}
  number=$((1\${number:-00000000} + 1))
  mine=$jobs/q.\${number#1}
  prepare || unwritable
  if ! ln "$jobs/$id/claim" "$mine" 2>/dev/null; then
    # Somebody else was faster, unless there is nobody.
    lost=$((lost + 1))
    [ -e "$mine" ] || [ $lost -lt 50 ] || unwritable
    current
    [ "$holder" = "$id" ] || rm -f "$jobs/$id/argv"
    continue
  fi
  # A starter that slept while ten jobs came and went could have taken a number that was pruned.
  current
  [ "$top" = "$mine" ] || rm -f "$mine"
done
`;

/**
 * $1 id, $2 bytes of the log that were read already. Prints the log as it grows until the job is over, then on
 * standard error its state and exit code. Dots there now and then end it when nobody listens any more.
 */
export const FOLLOW_JOB = `${JOB_FUNCTIONS}
id=$1
state "$id"
if [ "$state" = none ]; then echo none >&2; exit 0; fi
exec 3<"$jobs/$id/log" || exit 1
if [ "$2" -gt 0 ]; then tail -c "+$(($2 + 1))" <&3; fi
# The kernel lets the supervisor's lock go however it ends, and whether anybody has noticed that or not.
until_free() {
  while
    flock -E 75 -s -w 15 3 2>/dev/null
    [ $? -eq 75 ]
  do printf . >&2; done
}
# Passes on what comes for as long as the supervisor lives: tail ends soon after whoever waits for the lock, a child of this shell,
# which hears of its end by itself. Where there is no such flock or tail, or no lock, this is over at once.
listen() {
  command -v flock >/dev/null || return 0
  # Others open anew what they are given, and what they pass on is passed on again.
  case $(tail --version 2>/dev/null) in *'GNU coreutils'*) ;; *) return 0 ;; esac
  until_free &
  tail --pid=$! -s 0.2 -n +1 -f <&3 2>/dev/null
  kill $! 2>/dev/null
}
turns=0 listened=''
while :; do
  state "$id"
  # Most often there is nothing, which costs no process to find out.
  if IFS= read -r line <&3; then
    printf '%s\\n' "$line"
    cat <&3
  else
    printf %s "$line"
  fi
  case $state in
  running) ;;
  launching) [ $turns -lt 100 ] || break ;;
  *) break ;;
  esac
  if [ "$state$listened" = running ]; then
    listened=yes
    listen
    continue
  fi
  turns=$((turns + 1))
  [ $((turns % 75)) -ne 0 ] || printf . >&2
  nap 0.2
done
printf '\\n%s %s\\n' "$state" "$code" >&2
`;

/** $1 id. The end of its log. */
export const TAIL_JOB = `${JOB_FUNCTIONS}
tail -n 20 "$jobs/$1/log" 2>/dev/null
`;
