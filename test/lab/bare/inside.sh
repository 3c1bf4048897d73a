#!/bin/sh
# In a copy of this machine's disk: takes away what a bare host has not, and keeps the packages that would put it back.
set -eu
export PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C
mirror=/var/lib/lab-mirror
mkdir -p $mirror/partial

printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d
rm -f /etc/apt/apt.conf.d/docker-*
apt-get -qq purge -y docker.io docker-compose containerd runc firewalld python3-firewall python3-nftables iptables nftables ipset systemd-timesyncd
apt-get -qq update
apt-get -qq -y --no-install-recommends --download-only -o "Dir::Cache::archives=$mirror" install docker.io docker-compose firewalld systemd-timesyncd

# A package that asks, as cloud-init does on an upgrade: its settings were changed on the host. $1 version, $2 what its postinst does, $3 file
package() {
    mkdir -p "/run/$1/DEBIAN" "/run/$1/etc"
    printf 'Package: lab-cloud\nVersion: %s\nArchitecture: all\nMaintainer: lab <lab@localhost>\nDescription: asks about its settings\n' "$1" >"/run/$1/DEBIAN/control"
    echo /etc/lab-cloud.cfg >"/run/$1/DEBIAN/conffiles"
    echo "of version $1" >"/run/$1/etc/lab-cloud.cfg"
    printf '#!/bin/sh\n%s\n' "$2" >"/run/$1/DEBIAN/postinst"
    chmod 755 "/run/$1/DEBIAN/postinst"
    dpkg-deb --build "/run/$1" "$3"
}
package 1 : /run/lab-cloud.deb
dpkg -i /run/lab-cloud.deb
echo 'changed on the host' >/etc/lab-cloud.cfg
package 2 '/usr/local/bin/sleep until-released-in-dpkg' $mirror/lab-cloud_2_all.deb

cd $mirror
rm -rf partial lock
for deb in *.deb; do
    dpkg-deb -f "$deb"
    printf 'Filename: %s\nSize: %s\nSHA256: %s\n\n' "$deb" "$(stat -c %s "$deb")" "$(sha256sum "$deb" | cut -d ' ' -f 1)"
done >Packages

rm -rf /usr/sbin/policy-rc.d /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /var/lib/apt/lists /var/cache/apt
mkdir -p /etc/apt/apt.conf.d
echo 'deb [trusted=yes] http://192.168.1.10:8080 ./' >/etc/apt/sources.list
# Where tests hold apt: before dpkg begins. The host's systemctl is a stand-in, which packages are to call, too.
cat >/etc/apt/apt.conf.d/90lab <<'END'
DPkg::Pre-Invoke { "/usr/local/bin/sleep until-released-before-dpkg"; };
DPkg::Path "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
END
