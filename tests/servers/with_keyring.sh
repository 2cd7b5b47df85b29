#!/bin/sh
# Run a command in a D-Bus session of its own, with a GNOME keyring that has an empty password.
# usage: with_keyring.sh [--locked] COMMAND...
#
# With --locked the keyring exists but is locked, and nobody is there to answer its prompt.
set -eu
state=unlocked
if [ "${1:-}" = --locked ]; then
    state=locked
    shift
fi
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/share" "$home/run" "$home/config" "$home/cache"

# shellcheck disable=SC2016 # the inner shell expands these
XDG_DATA_HOME="$home/share" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config" \
    XDG_CACHE_HOME="$home/cache" KEYRING_STATE=$state dbus-run-session -- sh -c '
    printf "\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    # It says that it runs before it can be asked; who asks too early starts a second one.
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true; do
        sleep 0.1
    done
    if [ "$KEYRING_STATE" = locked ]; then
        dbus-send --session --print-reply --dest=org.freedesktop.secrets \
            /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock \
            array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
    fi
    "$@"' sh "$@"
