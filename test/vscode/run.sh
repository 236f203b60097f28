#!/usr/bin/env bash
# Tests the packed extension in real VS Codes in a real browser, an older and the newest one: installs what that needs, packs, runs.
# `run.sh api ui web` runs some of it only; KINDLING_EDITORS=newest in one editor only. Says what is left out where something
# cannot be had.
set -euo pipefail
cd "$(dirname "$0")/../.."
unset NODE_EXTRA_CA_CERTS

if ! command -v chromium > /dev/null; then
  if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null
  else
    echo 'left out: the tests in real editors, as there is no chromium here'
    echo '0 passed, 0 failed'
    exit 0
  fi
fi

# A connection that hangs would hold everything up for npm's own five minutes, thrice.
install() {
  local options='--ignore-scripts --no-fund --no-audit --no-package-lock --silent'
  timeout 180 npm install $options "$@" || timeout 180 npm install $options "$@"
}

# The package leaves the installation of its own dependencies to a script that needs more than there is; those below are enough.
install_editor() {
  (cd "$1" && install)
  local server=$1/node_modules/code-server/lib/vscode
  if [ ! -d "$server/node_modules/vscode-textmate" ]; then
    (cd "$server" && install --omit=dev --legacy-peer-deps)
  fi
  # Terminals, and with them tasks, need one native module; newer packages of it bring it along.
  local pty=$server/node_modules/node-pty
  if [ ! -d "$pty/build/Release" ] && [ ! -d "$pty/prebuilds/linux-x64" ]; then
    (cd "$server" && timeout 180 npm rebuild node-pty --ignore-scripts=false --silent > /dev/null) || no_terminals "$1"
  fi
}

no_terminals() {
  echo "left out: tasks in the editor of $1, as the native module of its terminals cannot be built here"
  export KINDLING_NO_TERMINALS=$1
}

editors=${KINDLING_EDITORS:-older newest}
if [ "$(uname -sm)" != 'Linux x86_64' ]; then
  echo 'left out: the newest editor, as its Node comes for Linux on x86_64 only'
  editors=older
fi

install_editor test/vscode
[[ $editors != *newest* ]] || install_editor test/vscode/newest
[ -f dist/schemas/kindling-project.json ] || node build.mjs
node vscode-extension/build.mjs package > /dev/null
for editor in $editors; do
  KINDLING_EDITOR=$editor node test/vscode/run.mjs "$@"
done
