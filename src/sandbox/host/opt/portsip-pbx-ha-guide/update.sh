#!/bin/bash
# Stand-in for the script that upgrades the PBX itself on all nodes of a high-availability PBX, for test machines only.
# $1 image.
# shellcheck source=res/common.sh
. "$(dirname "$0")/res/common.sh"

image=$1
[ -n "$image" ] || fail "the image is missing"
begin "$@"
echo "[info]: pulling $image on all nodes"
for node in $(sed -n 's/^pbx0[0-9]_private_ip: *//p' "$res/vars.yml"); do
    on "$node" "sudo docker image pull $image" </dev/null
done
on "$(value pbx01_private_ip)" "sudo pcs resource disable pbx" </dev/null
for node in $(sed -n 's/^pbx0[0-9]_private_ip: *//p' "$res/vars.yml"); do
    on "$node" "cd /usr/local/lib/portsip && sudo /bin/sh pbx_ctl.sh upgrade -i $image && sudo /bin/sh pbx_ctl.sh stop" </dev/null
done
sed -i "s|^pbx_image: .*|pbx_image: $image|" "$res/vars.yml"
on "$(value pbx01_private_ip)" "sudo pcs resource enable pbx" </dev/null
echo "[info]: done"
