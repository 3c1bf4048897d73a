import type { Shell } from '../cluster/control-scripts';

/*
 * How control scripts get to a host, POSIX sh. They are put beside those that are there first, and looked at by the host itself;
 * only when all of them are whole are they moved to their places, one `mv` each. In the folder of the scripts:
 *
 *   .portsip-cluster/new-ID/        what arrives; gone once it is in its place
 *   .portsip-cluster/before-TIME/   what was there before, for a person who wants it back
 */

export const OWN_FOLDER = '.portsip-cluster';

const FUNCTIONS = `
umask 022
# $sum: of file $1
sum_of() { sum=$(sha256sum <"$1" 2>/dev/null) || sum=; sum=\${sum%% *}; }
`;

/** $1 folder, $2 name, $3 its SHA-256, $4 its shell; the text on standard input. Can be done again. */
export const PUT_SCRIPT = `${FUNCTIONS}
file=$1/$2
mkdir -p "$1" && cat >"$file.part" || exit
sum_of "$file.part"
if [ "$sum" != "$3" ]; then
  echo "$2 did not arrive whole" >&2
  exit 1
fi
if command -v "$4" >/dev/null && ! said=$("$4" -n "$file.part" 2>&1); then
  echo "$4 -n refuses $2: $said" >&2
  exit 1
fi
chmod 644 "$file.part" && mv -f "$file.part" "$file"
`;

/**
 * A job, as no control script may run meanwhile. $1 folder of the scripts, $2 the one with the new ones, then \`SUM NAME\` of each. Can be
 * done again, also after it was interrupted half way.
 */
export const MOVE_SCRIPTS = `${FUNCTIONS}
to=$1 from=$2
shift 2
for one; do
  sum_of "$from/\${one#* }"
  [ "$sum" != "\${one%% *}" ] || continue
  sum_of "$to/\${one#* }"
  [ "$sum" != "\${one%% *}" ] || continue
  echo "[error]: \${one#* } is not whole in $from; nothing was moved"
  exit 1
done
before=$to/${OWN_FOLDER}/before-$(date -u +%Y%m%dT%H%M%SZ)
for one; do
  name=\${one#* }
  if [ ! -e "$from/$name" ] || { [ ! -e "$to/$name" ] && [ ! -L "$to/$name" ]; }; then continue; fi
  mkdir -p "$before" && cp -pP "$to/$name" "$before/$name" || { echo "[error]: $name cannot be kept in $before"; exit 1; }
done
for one; do
  name=\${one#* }
  [ -e "$from/$name" ] || continue
  mv -f "$from/$name" "$to/$name" || { echo "[error]: $name cannot be put into $to"; exit 1; }
  echo "[info]: $name is in its place"
done
[ ! -d "$before" ] || echo "[info]: what was there before is in $before"
rm -rf "$from"
`;

/** A script as a job is told it */
export const pairOf = ({ name, sha256 }: { name: string; sha256: string; shell: Shell }): string => `${sha256} ${name}`;
