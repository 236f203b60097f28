#!/usr/bin/bash
# The box works when it can read its sensor.
set -euo pipefail

systemctl start sensor-read.service
