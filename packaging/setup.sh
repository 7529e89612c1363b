#!/usr/bin/env bash
# Makes .venv ready to run and to test Forecall: Qt's system libraries, the locked packages, the checkout itself.
# Quick when nothing has changed. PYTHON=... chooses the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

venv=.venv
stamp=$venv/.ready
lock=packaging/requirements.lock
libraries=packaging/system-libraries.txt

say() { printf '%s\n' "$*"; }
fail() {
    say "$*" >&2
    exit 1
}

# A moved checkout counts as changed: an editable install and the scripts of a venv hold its path.
fingerprint() {
    pwd
    cat pyproject.toml "$lock" "$libraries" packaging/setup.sh
}

find_python() {
    local candidate
    # shellcheck disable=SC2086  # PYTHON alone when it is given, else each in turn
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3 python}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            # The interpreter itself, not a shim that may answer for another version elsewhere.
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    say "Forecall needs Python 3.11 or newer, and none was found${PYTHON:+ under the name $PYTHON}." >&2
    fail "On Debian: apt-get install python3.11 python3-pip"
}

missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    "$1" - "$libraries" <<'PYTHON'
import ctypes
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    if line.strip() and not line.startswith("#"):
        library, package = line.split()
        try:
            ctypes.CDLL(library)
        except OSError:
            print(package)
PYTHON
}

install_libraries() {
    local missing command log
    missing=$(missing_libraries "$1" | tr '\n' ' ')
    missing=${missing% }
    [ -n "$missing" ] || return 0
    command="apt-get install -y --no-install-recommends $missing"
    command -v apt-get >/dev/null ||
        fail "Qt needs system libraries that are missing here. Debian's packages with them are called: $missing"
    [ "$(id -u)" = 0 ] || fail "Qt needs system libraries that are missing here. Install them with: sudo $command"
    say "Installing the system libraries that Qt needs: $missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # the names are words of one command
    if ! log=$(apt-get update -qq 2>&1 && apt-get install -y -qq --no-install-recommends $missing 2>&1 </dev/null); then
        say "$log" >&2
        fail "The system libraries could not be installed. Try: $command"
    fi
}

# Debian keeps venv's own pip in a package of its own (python3-venv). Where it is missing, the system's pip serves.
make_venv() {
    local python=$1
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv $venv
        pip=("$venv/bin/python" -m pip)
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip $venv
        pip=("$python" -m pip --python "$venv/bin/python")
    else
        fail "$python has neither pip nor venv. On Debian: apt-get install python3-pip python3-venv"
    fi
}

fingerprint_now=$(fingerprint | cksum)
if [ -x $venv/bin/forecall ] && [ "$(cat $stamp 2>/dev/null)" = "$fingerprint_now" ]; then
    exit 0
fi

python=$(find_python)
say "Setting up with $("$python" --version)"
install_libraries "$python"
rm -f $stamp
make_venv "$python"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
"${pip[@]}" install --quiet --require-hashes -r "$lock"
"${pip[@]}" install --quiet --no-deps --no-build-isolation -e .
printf '%s' "$fingerprint_now" >$stamp
