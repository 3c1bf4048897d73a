# The daemons of a host. Sourced by boot.sh and systemctl.

# docker.service, sleep.target
unit_name() { case $1 in *.*) echo "$1" ;; *) echo "$1.service" ;; esac; }
# Prints where it is; fails where there is none.
unit_file() {
    for place in /etc/systemd/system /lib/systemd/system; do
        if [ -f "$place/$(unit_name "$1")" ]; then echo "$place/$(unit_name "$1")"; return 0; fi
    done
    return 1
}
masked() { [ "$(readlink "/etc/systemd/system/$(unit_name "$1")")" = /dev/null ]; }
enabled() {
    for link in /etc/systemd/system/*.wants/"$(unit_name "$1")"; do [ ! -L "$link" ] || return 0; done
    return 1
}

daemon() {
    case $1 in
    dbus) echo dbus-daemon --system --nofork --nopidfile ;;
    firewalld) echo firewalld --nofork ;;
    docker) echo dockerd --exec-opt native.cgroupdriver=cgroupfs --iptables=false --ip-forward=false --bridge=none --registry-mirror=http://192.168.1.10:5000 "--cgroup-parent=/$(cat /run/lab/cgroup)" ;;
    ssh) echo /usr/sbin/sshd -D ;;
    *) return 1 ;;
    esac
}
ready() {
    case $1 in
    dbus) [ -S /run/dbus/system_bus_socket ] ;;
    # What firewall-cmd --state asks, without the start of a Python that is slow for a question that is asked again and again
    firewalld) dbus-send --system --print-reply --dest=org.fedoraproject.FirewallD1 /org/fedoraproject/FirewallD1 org.freedesktop.DBus.Properties.Get string:org.fedoraproject.FirewallD1 string:state | grep -q RUNNING ;;
    docker) docker version ;;
    ssh) ss -Hltn 'sport = :22' | grep -q . ;;
    esac >/dev/null 2>&1
}
active() { [ -s "/run/lab/$1.pid" ] && kill -0 "$(cat "/run/lab/$1.pid")" 2>/dev/null; }
start() {
    ! active "$1" || return 0
    rm -f "/run/lab/$1.pid"
    # Forked twice, so that the host's first process has its end reaped.
    # shellcheck disable=SC2046,SC2016 # words of a command line; the inner shell's own
    setsid --fork /bin/sh -c 'echo $$ >"$0" && exec "$@"' "/run/lab/$1.pid" $(daemon "$1") </dev/null >>"/var/log/lab-$1.log" 2>&1
    turns=0
    until ready "$1"; do
        turns=$((turns + 1))
        [ $turns -lt 600 ] || { echo "$1 does not start" >&2; return 1; }
        sleep 0.1
    done
}
stop() {
    active "$1" || return 0
    pid=$(cat "/run/lab/$1.pid")
    kill "$pid"
    turns=0
    while kill -0 "$pid" 2>/dev/null; do
        turns=$((turns + 1))
        [ $turns -ne 600 ] || kill -9 "$pid"
        sleep 0.05
    done
    rm -f "/run/lab/$1.pid"
}
