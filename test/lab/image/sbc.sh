#!/bin/sh
# A program of the lab's session border controller, of which supervisord keeps several. It listens where the real ones do. What
# a person types into the real one's portal is a file here: pbx, with the address where the PBX is. One that is called
# fail-PROGRAM makes that program end at once.
program=${0##*/}
data=/var/lib/portsip/sbc
[ ! -e "$data/fail-$program" ] || { echo "$program: told to fail"; exit 1; }
case $program in
gateway) ports='8882 8883' ;;
nginx) ports=10443 ;;
*) ports='5065 5067' ;;
esac
for port in $ports; do httpd -f -p "$port" -h /var/empty & done
echo "$program: ports $ports"
while [ "$program" = sbc ]; do
    [ ! -s "$data/pbx" ] || sleep 3600 | nc "$(cat "$data/pbx")" 5063
    sleep 1
done
wait
