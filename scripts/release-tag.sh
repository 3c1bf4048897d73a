#!/bin/sh
# Fails unless a tag of the repository on GitHub names that commit now: scripts/release-tag.sh v1.2.3 COMMIT
# A tag can be moved while checks and an approval are waited for. Needs gh and GITHUB_REPOSITORY.
set -eu

tag="$1"
commit="$2"
now="$(gh api "repos/$GITHUB_REPOSITORY/commits/tags/$tag" --jq .sha)"
[ "$now" = "$commit" ] && exit
echo "$tag names $now by now, and $commit was checked: nothing is released. Find out who moved it, and release under a new version." >&2
exit 1
