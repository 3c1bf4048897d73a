/**
 * How long a machine has been up, POSIX sh: a clock that nobody sets, unlike the time of day.
 *
 *   read_boot     $boot: which start of the machine this is
 *   read_uptime   $now: whole seconds since then, and $boot; fails where the machine does not say
 */
export const UPTIME_FUNCTIONS = `
read_boot() {
  boot=unknown
  if [ -r /proc/sys/kernel/random/boot_id ]; then read -r boot </proc/sys/kernel/random/boot_id; fi
}
read_uptime() {
  read_boot
  now=
  read -r now rest 2>/dev/null </proc/uptime || { echo "/proc/uptime cannot be read" >&2; return 1; }
  now=\${now%%.*}
}
`;
