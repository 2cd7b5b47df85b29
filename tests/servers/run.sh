#!/bin/sh
# Run the tests that need real servers: a Bluesky network, a Mastodon-API server and a GNOME keyring,
# all on this machine.
# What they need is installed on the first run and kept in the user's cache folder.
# Options go to pytest, as in: sh tests/servers/run.sh -k keyring
set -eu
cd "$(dirname "$0")/../.."
CRIEUR_SERVERS_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/crieur
export CRIEUR_SERVERS_CACHE
sh tests/servers/install.sh "$CRIEUR_SERVERS_CACHE"
exec sh tests/servers/with_keyring.sh .venv/bin/python -m pytest \
    -n0 -m servers --timeout 600 -p no:randomly tests/servers "$@"
