#!/bin/sh
# Set up everything that the commands of the Makefile need; nothing to do takes a blink.
#   .venv        the Python environment of requirements.lock, each package checked by its hash
#   *.qm         the translations, compiled from resources/words/*.ts
#   Qt's system libraries on Linux, installed where that can be done without asking
# With --needs-display it first makes sure that a window can be shown.
set -eu
cd "$(dirname "$0")/.."

stop() {
    echo "$1" >&2
    exit 2
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

install_system_libraries() {
    missing=$(.venv/bin/python desktop/services/system_libraries.py | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null ||
        stop "Qt needs libraries that are missing here; Debian calls their packages: $missing"
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root='sudo -n'
    if [ -z "$as_root" ] || sudo -n true 2>/dev/null; then
        echo "Installing the system libraries that Qt needs: $missing"
        # A stale list of one other source is no reason to stop: the install tells.
        $as_root apt-get -qq update || true
        # A machine as bare as this one draws no emoji either.
        # shellcheck disable=SC2086 # both are lists of words
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
            install $missing fonts-noto-color-emoji >/dev/null && return
    fi
    stop "Qt needs system libraries: sudo apt-get install ${missing% }"
}

make_environment() {
    echo "Setting up the Python environment in .venv (about a minute the first time)"
    if command -v uv >/dev/null; then
        [ -x .venv/bin/python ] || uv venv --quiet --python '>=3.11' .venv
    else
        "$(find_python)" -c 'import ensurepip, venv' 2>/dev/null ||
            stop "Crieur needs Python 3.11 or newer with venv, or uv (Debian, Ubuntu: sudo apt install python3-venv; macOS: brew install python)."
        "$(find_python)" -m venv .venv
    fi
}

install_packages() {
    if command -v uv >/dev/null; then
        VIRTUAL_ENV=$PWD/.venv uv pip sync --quiet --require-hashes requirements.lock
        VIRTUAL_ENV=$PWD/.venv uv pip install --quiet --no-deps --no-build-isolation --editable .
    else
        pip='.venv/bin/python -m pip --quiet --disable-pip-version-check'
        $pip install --require-hashes --requirement requirements.lock
        $pip install --no-deps --no-build-isolation --editable .
    fi
}

compile_translations() {
    for source in resources/words/*.ts; do
        compiled=${source%.ts}.qm
        [ -e "$source" ] || continue
        if [ ! -e "$compiled" ] || [ -n "$(find "$source" -newer "$compiled")" ]; then
            # Put in place whole: an open window still reads the file that was there.
            .venv/bin/pyside6-lrelease -silent "$source" -qm "$compiled.new"
            mv "$compiled.new" "$compiled"
        fi
    done
}

if [ "${1:-}" = --needs-display ] && [ "$(uname -s)" != Darwin ] &&
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    stop "There is no display here to show a window on: use a desktop session, or \`make screenshots\` for pictures of every screen."
fi

# The folder is part of the stamp because the environment holds its full path: one that was
# moved, or left half made, is made again, while a new lock file only changes what it names.
stamp=.venv/installed
wanted="$(cat requirements.lock pyproject.toml | cksum) in $PWD"
if [ "$wanted" != "$(cat $stamp 2>/dev/null)" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    case $(cat $stamp 2>/dev/null) in
    *" in $PWD") ;;
    *) rm -rf .venv ;;
    esac
    make_environment
    install_system_libraries
    install_packages
    echo "$wanted" >$stamp
fi
compile_translations
