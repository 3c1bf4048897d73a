/*
 * What a host gets before anything of PortSIP's runs there, POSIX sh. Each step looks first, so that all of it can be run again after it
 * broke off anywhere. Docker comes last: where it is, all else was done.
 */

/** How Docker gets to a host */
export type DockerFrom = 'vendor' | 'distribution';

/**
 * A job. $1 `vendor` or `distribution`, $2 the port of sshd, $3 the vendor's installer, $4 its SHA-256, $5 its shell; the last three are empty for
 * the distribution's packages. Nothing is removed by it; what PortSIP's own installer does is up to that.
 */
export const PREPARE_HOST = `
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
# needrestart asks nothing then, and restarts nothing.
DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l LC_ALL=C
export PATH DEBIAN_FRONTEND NEEDRESTART_MODE LC_ALL
way=$1 port=$2 installer=$3 sum=$4 shell=$5
say() { echo "[info]: $*"; }
fail() { echo "[error]: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Nothing of this where something serves: a restart of Docker would end its calls.
nothing_runs() {
  if has docker; then
    names=$(docker ps -a --filter name=portsip --format '{{.Names}}' 2>/dev/null)
    case $? in
    0) [ -z "$names" ] || fail "$names is here by now: a host that has something of PortSIP's is not prepared" ;;
    127) ;;
    *) fail "Docker is here and does not tell what it runs: such a host is not prepared" ;;
    esac
  fi
  for socket in /run/docker.sock /var/run/docker.sock; do
    if [ -S "$socket" ] && ! has docker; then fail "Docker's socket is here without its program: such a host is not prepared"; fi
  done
}

# At a first start others install, too, and apt waits for one of its locks only: the kernel tells who holds any of them.
locked() {
  for file in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
    if inode=$(stat -c %i "$file" 2>/dev/null) && grep -q ":$inode " /proc/locks 2>/dev/null; then return 0; fi
  done
  return 1
}
unlocked() {
  turns=0
  while locked; do
    [ $turns -gt 0 ] || say "another program works with the packages: waiting for it to end, 10 min at most"
    turns=$((turns + 1))
    [ $turns -le 300 ] || fail "another program has been working with the packages for 10 minutes: look at what it does (ps aux), then run this again"
    sleep 2
  done
}

# What was interrupted in the middle, by a power cut for example, keeps apt from everything. Nothing to do: it says nothing.
mended=
mend() {
  [ -z "$mended" ] || return 0
  unlocked
  dpkg --force-confdef --force-confold --configure -a </dev/null || fail "packages that are half installed cannot be finished (dpkg --configure -a)"
  mended=yes
}

updated=
packages() {
  mend
  if [ -z "$updated" ]; then
    # Without this it ends well although no mirror answered. Lists that are there already may do, so it is not the end yet.
    if apt-get -q -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any update; then updated=yes; else updated=failed; fi
  fi
  say "installing $*"
  apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold install "$@" </dev/null && return 0
  [ $updated = yes ] || fail "the package mirror gives no answer that could be used (apt-get update)"
  fail "apt-get cannot install $*"
}

# SSH is open before the firewall runs for the first time, whatever its port.
firewall() {
  if has ufw && ufw status 2>/dev/null | grep -q '^Status: active'; then
    fail "ufw is active, and two firewalls get in each other's way: open what you need in firewalld, and disable ufw"
  fi
  if firewall-cmd -q --state 2>/dev/null; then
    if firewall-cmd -q --query-port="$port/tcp"; then return 0; fi
    if [ "$port" = 22 ] && firewall-cmd -q --query-service=ssh; then return 0; fi
    { firewall-cmd -q --add-port="$port/tcp" && firewall-cmd -q --permanent --add-port="$port/tcp"; } || fail "firewalld does not open $port/tcp for SSH"
    return 0
  fi
  if ! firewall-offline-cmd --version >/dev/null 2>&1; then
    # It would start by itself, and shut out an sshd that is not on port 22.
    systemctl mask firewalld 2>/dev/null
    packages firewalld
    firewall-offline-cmd --version >/dev/null 2>&1 || fail "firewalld was installed without firewall-offline-cmd"
  fi
  firewall-offline-cmd --add-port="$port/tcp" >/dev/null || fail "firewalld is not started, as $port/tcp cannot be opened for SSH before"
  systemctl unmask firewalld 2>/dev/null
  say "starting firewalld, with $port/tcp open for SSH"
  systemctl enable firewalld 2>/dev/null
  systemctl start firewalld || fail "firewalld does not start"
}

clock() {
  case $(timedatectl show 2>/dev/null) in *NTPSynchronized=yes*) return 0 ;; *) ;; esac
  if ! has chronyc && ! systemctl cat systemd-timesyncd >/dev/null 2>&1; then packages systemd-timesyncd; fi
  say "synchronising the clock"
  timedatectl set-ntp true || say "the clock cannot be synchronised by timedatectl"
}

# Of each verb of PortSIP's scripts the same is done. Two at apt at once get in each other's way, and an update restarts Docker.
updates() {
  for unit in apt-daily.timer apt-daily-upgrade.timer unattended-upgrades.service; do
    case $(systemctl is-enabled "$unit" 2>/dev/null) in '' | masked | not-found) continue ;; *) ;; esac
    { systemctl stop "$unit" && systemctl disable "$unit" && systemctl mask "$unit"; } || say "$unit cannot be turned off"
  done 2>/dev/null
}

# PortSIP's guide wants no power saving and "high performance".
power() {
  governed=
  for governor in /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor; do
    now=
    { [ -w "$governor" ] && read -r now <"$governor"; } || continue
    governed=yes
    [ "$now" = performance ] || echo performance >"$governor" || say "the processor's governor stays $now"
  done
  if [ -n "$governed" ] && [ ! -e /etc/tmpfiles.d/portsip-cluster.conf ]; then
    mkdir -p /etc/tmpfiles.d
    echo 'w /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor - - - - performance' >/etc/tmpfiles.d/portsip-cluster.conf
  fi
  for target in sleep suspend hibernate hybrid-sleep; do
    [ "$(systemctl is-enabled "$target.target" 2>/dev/null)" = masked ] || systemctl mask "$target.target" >/dev/null 2>&1
  done
}

docker_there() { docker compose version >/dev/null 2>&1 && docker ps >/dev/null 2>&1; }

docker_here() {
  if docker_there; then return 0; fi
  if [ "$way" = distribution ]; then
    packages docker.io docker-compose-v2
  else
    found=$(sha256sum <"$installer") || fail "$installer is not there"
    [ "\${found%% *}" = "$sum" ] || fail "$installer is not the file that was reviewed"
    mend
    unlocked
    say "running PortSIP's installer"
    # It asks nothing then, either.
    conf=$(mktemp) || fail "nothing can be written to /tmp"
    printf 'Dpkg::Options { "--force-confdef"; "--force-confold"; };\\nAPT::Get::Assume-Yes "true";\\n' >"$conf"
    APT_CONFIG=$conf "$shell" "$installer" </dev/null
    code=$?
    rm -f "$conf"
    [ $code -eq 0 ] || fail "PortSIP's installer failed (exit $code)"
  fi
  systemctl enable docker 2>/dev/null
  systemctl start docker
  docker_there || fail "Docker does not run, or has no Compose, after its installation"
}

nothing_runs
updates
firewall
clock
power
nothing_runs
docker_here
if [ -e /var/run/reboot-required ]; then echo "[warn]: the host wants a restart for its updates; nothing of PortSIP's runs there yet"; fi
say "Docker and Compose are there"
`;
