#!/bin/sh
# Gets Podman's Quadlet generator from Debian's next release into DIR, without installing anything: the machine's own apt source
# with another suite name. Prints the path of the generator. Usage: install-quadlet.sh DIR [SUITE]
set -eu
dir=$1
suite=${2:-trixie}
generator=$dir/root/usr/libexec/podman/quadlet
if [ -x "$generator" ]; then
  echo "$generator"
  exit 0
fi
mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial" "$dir/parts"
# The first paragraph of the machine's Debian source, with the other suite.
sed "s/^Suites:.*/Suites: $suite/" /etc/apt/sources.list.d/debian.sources |
  awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 1' >"$dir/parts/next.sources"
apt() {
  apt-get -qq -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$dir/parts" \
    -o "Dir::State::Lists=$dir/lists" -o "Dir::Cache=$dir/cache" "$@" >&2
}
apt update
(cd "$dir" && apt download podman)
dpkg -x "$dir"/podman_*.deb "$dir/root"
echo "$generator"
