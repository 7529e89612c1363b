#!/usr/bin/env bash
# What `make torture` needs beside `make setup`: an X server without a screen, a typist, a compiler, a clock that lies.
set -euo pipefail

missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need Xvfb xvfb
need xdotool xdotool
need cc gcc
need faketime faketime
need unshare util-linux
[ "${#missing[@]}" -gt 0 ] || exit 0
command="apt-get install -y --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "Some rows need what is missing here, and say so. Install it with: sudo $command" >&2
    exit 0
fi
echo "Installing what the rows need: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
$command -qq >/dev/null </dev/null
