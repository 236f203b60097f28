#!/usr/bin/env bash
# Tests the packed extension in a real VS Code in a real browser: installs what that needs, packs, runs. `run.sh api ui web` runs
# some of it only. Says what is left out where something cannot be had.
set -euo pipefail
cd "$(dirname "$0")/../.."
unset NODE_EXTRA_CA_CERTS

if ! command -v chromium > /dev/null; then
  if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null
  else
    echo 'left out: the tests in a real editor, as there is no chromium here'
    echo '0 passed, 0 failed'
    exit 0
  fi
fi

npm install --prefix test/vscode --ignore-scripts --no-fund --no-audit --no-package-lock --silent
server=test/vscode/node_modules/code-server/lib/vscode
# The package leaves the installation of its own dependencies to a script that needs a compiler; those that need none are enough.
if [ ! -d "$server/node_modules/vscode-textmate" ]; then
  (cd "$server" && npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-fund --no-audit --no-package-lock --silent)
fi

[ -f dist/schemas/kindling-project.json ] || node build.mjs
node vscode-extension/build.mjs package > /dev/null
exec node test/vscode/run.mjs "$@"
