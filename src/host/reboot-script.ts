import { UPTIME_FUNCTIONS } from './uptime';

/**
 * Restarts a host on which nothing runs, and whose updates want it. $1 the boot that it is in. Prints `none` when there is nothing to restart for, or
 * it was restarted since, and `asked` before it goes down; fails with the reason where something runs, or nobody can tell.
 * What goes down is systemd's business from there on: neither this script nor its connection is needed any more.
 */
export const REBOOT_HOST = `${UPTIME_FUNCTIONS}
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
fail() { echo "$*" >&2; exit 1; }
read_boot
[ "$boot" != unknown ] || fail "it does not tell which boot it is in"
[ "$boot" = "$1" ] || { echo none; exit 0; }
[ -e /run/reboot-required ] || [ -e /var/run/reboot-required ] || { echo none; exit 0; }
if command -v docker >/dev/null 2>&1; then
  there=$(docker ps -a --filter name=portsip --format '{{.Names}}' 2>/dev/null)
  case $? in 0 | 127) ;; *) fail "Docker does not tell what it runs" ;; esac
  [ -z "$there" ] || fail "$there is there by now"
  running=$(docker ps --format '{{.Names}}' 2>/dev/null)
  [ -z "$running" ] || fail "$running runs there"
else
  for socket in /run/docker.sock /var/run/docker.sock; do
    [ ! -S "$socket" ] || fail "Docker's socket is there without its program"
  done
fi
systemctl reboot >&2 || fail "systemctl reboot failed"
echo asked
`;
