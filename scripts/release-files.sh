#!/usr/bin/env bash
# What a release has beside its tag: scripts/release-files.sh v1.2.3 FOLDER MAPS
# MAPS is the second folder of `node scripts/build.mjs DIST MAPS`. The archive holds what a runner needs and no tests; the same commit makes the same bytes.
set -euo pipefail

tag="$1"
folder="$2"
maps="$3"
mkdir -p "$folder"
git archive --format=tar --prefix="portsip-cluster-actions-${tag#v}/" HEAD \
  action.yml actions dist examples schema docs LICENSE README.md SECURITY.md CHANGELOG.md |
  gzip --no-name --best >"$folder/portsip-cluster-actions-${tag#v}.tar.gz"
scripts/pack.sh "$folder"
# For GitHub Enterprise Server, unpacked over a cluster's repository.
enterprise="$(mktemp -d)"
node scripts/enterprise.mjs portsip-cluster/actions "$(git rev-parse HEAD)" "$enterprise"
tar --create --format=ustar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
  --directory "$enterprise" .github | gzip --no-name --best >"$folder/enterprise-workflows-${tag#v}.tar.gz"
# For stack traces that name lines of src/: unpacked over the archive, with `node --enable-source-maps`.
(cd "$maps" && tar --create --format=ustar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=644 \
  --transform="s|^|portsip-cluster-actions-${tag#v}/dist/lib/|" -- *.map) |
  gzip --no-name --best >"$folder/source-maps-${tag#v}.tar.gz"
# npm takes the folder's name for the application's.
named="$(mktemp -d)/portsip-cluster-actions"
mkdir "$named"
cp package.json package-lock.json "$named"
for format in spdx cyclonedx; do
  npm sbom --prefix "$named" --package-lock-only --omit dev --sbom-type application --sbom-format "$format" >"$folder/sbom.$format.json"
done
(cd "$folder" && sha256sum ./*.tar.gz ./*.tgz ./*.json >SHA256SUMS)
