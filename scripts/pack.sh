#!/usr/bin/env bash
# The command line as a package for npm: scripts/pack.sh FOLDER writes FOLDER/portsip-cluster.tgz. It holds what runs and nothing
# else, and needs no other package: all of them are in dist/. The same commit makes the same bytes.
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(mkdir -p "$1" && cd "$1" && pwd)"
package="$(mktemp -d)"
trap 'rm -rf "$package"' EXIT
mkdir "$package/dist"
cp -R "$root/dist/cli" "$root/dist/lib" "$package/dist"
cp -R "$root/schema" "$root/LICENSE" "$package"
cp "$root/docs/command-line.md" "$package/README.md"
chmod 755 "$package/dist/cli/index.js"
node -e '
  const { version, description, license, repository, engines, bin } = require(process.argv[1]);
  const own = { name: "portsip-cluster", version, description, license, repository, engines, bin };
  console.log(JSON.stringify(own, null, 2));
' "$root/package.json" >"$package/package.json"
(cd "$package" && npm pack --silent --ignore-scripts --pack-destination "$folder" >/dev/null)
mv "$folder"/portsip-cluster-[0-9]*.tgz "$folder/portsip-cluster.tgz"
