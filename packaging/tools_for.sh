#!/usr/bin/env bash
# What tests need of the system beside `make setup`, by what they are for: `tests` or `torture`.
# tests: an X server without a screen and the accessibility bus, for the journey that a screen reader makes.
# torture: an X server without a screen, a typist, a compiler, a clock that lies.
set -euo pipefail

missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need_bus() {
    # In the system's own Python: no other has the bus's library.
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null ||
        missing+=(gir1.2-atspi-2.0 python3-gi)
    [ -e /usr/libexec/at-spi-bus-launcher ] || [ -e /usr/lib/at-spi2-core/at-spi-bus-launcher ] ||
        missing+=(at-spi2-core)
}

[ "$(uname -s)" = Linux ] || exit 0
need Xvfb xvfb
case "${1:-}" in
tests)
    need xauth xauth
    need dbus-run-session dbus
    need_bus
    ;;
torture)
    need xdotool xdotool
    need cc gcc
    need faketime faketime
    need unshare util-linux
    ;;
*)
    echo "For what: tests or torture?" >&2
    exit 2
    ;;
esac
[ "${#missing[@]}" -gt 0 ] || exit 0
command="apt-get install -y --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "Some tests need what is missing here, and are left out. Install it with: sudo $command" >&2
    exit 0
fi
echo "Installing what the $1 need: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
if ! log=$(apt-get update -qq 2>&1 && $command -qq 2>&1 </dev/null); then
    echo "$log" >&2
    echo "It could not be installed, and the tests that need it are left out. Try: $command" >&2
fi
