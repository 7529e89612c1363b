#!/usr/bin/env bash
# Builds the wheel, installs it into an environment of its own, and does the main job from there, off screen and
# outside the checkout: proof that the wheel carries everything it needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

checkout=$PWD
python=$checkout/.venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

# From .venv where it has pip of its own, else the system's pip (see setup.sh).
pip() {
    local target=$1 host
    shift
    for host in "$python" python3.11 python3; do
        if "$host" -m pip --version >/dev/null 2>&1; then
            "$host" -m pip --python "$target" "$@"
            return
        fi
    done
    echo "No pip was found to try the wheel with." >&2
    return 1
}

away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT

rm -rf dist
pip "$python" wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
wheel=$(echo "$checkout"/dist/forecall-*.whl)

"$python" -m venv --without-pip "$away/venv"
# The lock's versions, as constraints: the wheel brings what it asks for itself, and no tool of a developer.
sed -n '/^[a-z]/s/ *\\$//p' packaging/requirements.lock >"$away/versions.txt"
pip "$away/venv/bin/python" install --quiet --constraint "$away/versions.txt" "$wheel"

# No HOME, no display, no checkout on the path: as on the machine of someone who installed it a minute ago.
try() {
    (cd "$away" && env -u PYTHONPATH -u DISPLAY -u WAYLAND_DISPLAY HOME="$away/home" XDG_RUNTIME_DIR="$away/run" \
        "$away/venv/bin/python" -P "$@")
}
mkdir -p "$away/home" "$away/run"
chmod 700 "$away/run"

where=$(try -c 'import forecall; print(forecall.__file__)')
case $where in
"$away"/*) ;;
*)
    echo "The wheel was not used: forecall came from $where." >&2
    exit 1
    ;;
esac

try -m forecall tour --to "$away/tour"
for ending in png pdf md; do
    if [ -z "$(find "$away/tour" -name "*.$ending" -size +0 -print -quit)" ]; then
        echo "The tour from the wheel left no .$ending file." >&2
        exit 1
    fi
done
echo "The tour from the wheel left $(find "$away/tour" -type f | wc -l) files."
