#!/usr/bin/env bash
# Installs the editors that are missing (Debian, as root) and runs them against the built server. What cannot be had is left out,
# and the runner says so.
set -uo pipefail
cd "$(dirname "$0")/../.."

have() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

# The suite of backports comes from the machine's own source, under another suite's name.
add_backports() {
  local list=/etc/apt/sources.list.d/kindling-backports.sources own=/etc/apt/sources.list.d/debian.sources
  local suite
  suite="$(. /etc/os-release && echo "${VERSION_CODENAME:-}")-backports"
  if [ ! -e "$own" ] || grep -rqs "$suite" /etc/apt/sources.list.d; then return 0; fi
  awk -v RS= -v ORS='\n\n' -v suite="$suite" '!/security/ { sub(/Suites:[^\n]*/, "Suites: " suite); print }' "$own" >"$list"
}

install_missing() {
  local suite="$1" missing=() name
  shift
  for name in "$@"; do have "$name" || missing+=("$name"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "installing: ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${suite:+-t "$suite"} "${missing[@]}" >/dev/null 2>&1 ||
    echo "could not be installed: ${missing[*]}"
}

if [ "${KINDLING_INSTALL:-yes}" = yes ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  add_backports
  missing=no
  for name in neovim vim vim-ale emacs-nox python3-pygls python3-lsprotocol; do have "$name" || missing=yes; done
  if [ "$missing" = yes ]; then
    timeout 120 apt-get update -qq >/dev/null 2>&1 || echo "the package lists could not be fetched"
    install_missing '' neovim vim vim-ale
    # eglot of an older Emacs is too old; pygls of bookworm too.
    install_missing "$(. /etc/os-release && echo "$VERSION_CODENAME")-backports" emacs-nox python3-pygls python3-lsprotocol
  fi
else
  echo "nothing is installed here: not root, no apt-get, or KINDLING_INSTALL is not yes"
fi
[ -e dist/cli/kindling.js ] || npm run --silent build
exec node test/editors/run.mjs "$@"
