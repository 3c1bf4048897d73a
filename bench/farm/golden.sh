#!/bin/sh
# Makes what all hosts of the farm have in common. $1 the farm's folder, $2 the sandbox's stand-ins, $3 seconds that a pause
# of a control script takes, $4 seconds that a pull takes.
set -eu
folder=$1 stand=$2 pause=$3 pull=$4
golden=$folder/golden
here=$(dirname "$0")
mkdir -p "$golden/etc/sudoers.d" "$golden/etc/ssh" "$golden/home/pbx/.ssh" "$golden/usr/local/bin" "$golden/usr/local/sbin" \
    "$golden/farm/registry" "$golden/.state" "$golden/var/lib/dpkg"

for file in passwd group shadow; do cp -p "/etc/$file" "$golden/etc/$file"; done
sed -i '/^pbx:/d' "$golden/etc/passwd" "$golden/etc/group" "$golden/etc/shadow"
echo 'pbx:x:7000:7000::/home/pbx:/bin/bash' >>"$golden/etc/passwd"
echo 'pbx:x:7000:' >>"$golden/etc/group"
echo 'pbx:*:19000:0:99999:7:::' >>"$golden/etc/shadow"
cat >"$golden/farm/environment" <<ENVIRONMENT
SANDBOX_HOST=
SANDBOX_DIR=/farm
SANDBOX_UID=0
SANDBOX_USER=root
SANDBOX_SYSTEM_PATH=/usr/sbin:/usr/bin:/sbin:/bin
SANDBOX_PULL_SECONDS=$pull
SANDBOX_STOP_SECONDS=$pause
PORTSIP_STANDIN_PAUSE=$pause
ENVIRONMENT
printf 'Defaults env_file=/farm/environment\npbx ALL=(ALL) NOPASSWD: ALL\n' >"$golden/etc/sudoers.d/pbx"
chmod 440 "$golden/etc/sudoers.d/pbx"
cp "$folder/key.pub" "$golden/home/pbx/.ssh/authorized_keys"
chown -R 7000:7000 "$golden/home/pbx"
chmod 700 "$golden/home/pbx/.ssh"
rm -f "$golden"/etc/ssh/ssh_host_*
for type in ed25519 ecdsa; do ssh-keygen -q -t $type -N '' -f "$golden/etc/ssh/ssh_host_${type}_key"; done

# Whatever else this machine is used for, a cluster server has none of it.
awk 'BEGIN { RS = ""; ORS = "\n\n" } !/^Package: (postgresql|dnsmasq|bind9|unbound|openvpn|wireguard)/' /var/lib/dpkg/status >"$golden/var/lib/dpkg/status"

# Docker, firewalld and systemd are the sandbox's stand-ins; everything else on a host is Debian's own.
for name in docker firewall-cmd systemctl sysctl timedatectl ufw; do cp "$stand/bin/$name" "$golden/usr/local/bin/$name"; done
cp -r "$stand/lib" "$golden/farm/lib"
cp -r "$stand/opt/portsip" "$golden/farm/scripts"
cp "$here/reset.sh" "$golden/farm/reset.sh"
state=$golden/farm/state
mkdir -p "$state/docker/containers" "$state/docker/images" "$state/faults" "$state/units" "$state/installed"
for unit in docker firewalld ssh; do touch "$state/installed/$unit" "$state/units/$unit"; done
for set in permanent runtime; do
    mkdir -p "$state/firewall/$set/services"
    for zone in block dmz docker drop external home internal public trusted work; do mkdir -p "$state/firewall/$set/zones/$zone"; done
    printf 'ssh\ndhcpv6-client\n' >"$state/firewall/$set/zones/public/services"
    echo eth0 >"$state/firewall/$set/zones/public/interfaces"
done
for image in portsip/pbx:22=22.6.0 portsip/clickhouse:25.8= portsip/clickhouse:26.3= portsip/postgresql:14.12=; do
    reference=${image%%=*} version=${image#*=}
    file=$(printf %s "$reference" | sed 's/\//_s_/g; s/:/_c_/g')
    id=$(printf %s "$image" | sha256sum | cut -d ' ' -f 1)
    printf 'id=sha256:%s\nreference=%s\n' "$id" "$reference" >"$golden/farm/registry/$file"
    [ -z "$version" ] || printf 'version=%s\nproduct=PBX\n' "$version" >>"$golden/farm/registry/$file"
done
