#!/usr/bin/bash
# Fails when a disk reports that it is failing, or when an array lacks a disk.
set -euo pipefail
shopt -s nullglob
status=0

for disk in $(lsblk --nodeps --noheadings --paths --output NAME,TYPE | awk '$2 == "disk" {print $1}'); do
  # Bits 3 and 4: the disk is failing. Lower ones: it cannot be asked, as a virtual disk.
  code=0
  smartctl --health --quietmode=silent "$disk" || code=$?
  if ((code & 0x18)); then
    echo "$disk is failing"
    status=1
  fi
done

for degraded in /sys/block/md*/md/degraded; do
  if [[ $(<"$degraded") != 0 ]]; then
    array=${degraded#/sys/block/}
    echo "/dev/${array%%/*} lacks a disk"
    status=1
  fi
done

exit "$status"
