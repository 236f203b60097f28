#!/usr/bin/bash
# Appends one line of the sensor, with the time, to what waits to be sent.
set -euo pipefail

stty -F "$SENSOR_DEVICE" 9600 raw -echo
IFS= read -r -t 20 value <"$SENSOR_DEVICE"
printf '%s %s\n' "$(date --utc +%FT%TZ)" "${value%$'\r'}" >>/var/lib/sensor/values
