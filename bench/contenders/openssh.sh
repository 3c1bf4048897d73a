#!/bin/sh
# Plain OpenSSH, all hosts at once: one connection and one command a host. $1 private key, $2 known_hosts, $3 a file with a
# line a host: its address, a tab, the command.
tab=$(printf '\t')
failed=0
pids=
while IFS=$tab read -r address command; do
    ssh -n -i "$1" -o UserKnownHostsFile="$2" -o BatchMode=yes -o IdentitiesOnly=yes -o ControlMaster=no "pbx@$address" "$command" >/dev/null &
    pids="$pids $!"
done <"$3"
for pid in $pids; do wait "$pid" || failed=1; done
exit $failed
