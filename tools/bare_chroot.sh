#!/bin/sh
# Prove the two commands on a bare machine: a Debian 12 folder with python3, venv, make and git only.
# Needs root and Debian's mmdebstrap. This machine's apt and pip configuration and certificates
# are copied in, so that the folder reaches the registries that this machine reaches.
#
#   tools/bare_chroot.sh make DIR            build the bare folder
#   tools/bare_chroot.sh clone DIR           put a fresh clone of this repository into it
#   tools/bare_chroot.sh run DIR COMMAND...  run a command in the clone, timed, with no display
#   tools/bare_chroot.sh shown DIR SECONDS COMMAND...
#                       run a command under a virtual screen, save DIR/root/screen.png, stop it
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
verb=${1:?make, clone, run or shown} dir=${2:?a folder}
shift 2

# A clean environment: nothing of this machine's Python, pip or display leaks in.
inside() {
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
        SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
        PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
        unshare --mount --pid --fork --kill-child sh -eu -c '
            dir=$1; shift
            mount -t proc proc "$dir/proc"
            mount --rbind /dev "$dir/dev"
            exec chroot "$dir" sh -c "cd /root/crieur 2>/dev/null || cd /; exec \"\$@\"" sh "$@"
        ' sh "$dir" "$@"
}

case $verb in
make)
    mmdebstrap --quiet --variant=minbase \
        --include=python3,python3-venv,make,git,ca-certificates \
        --customize-hook='cp -a /etc/apt/apt.conf.d/. "$1/etc/apt/apt.conf.d/"' \
        --customize-hook='cp -aL /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/"' \
        --customize-hook='cp -aL /etc/resolv.conf /etc/hosts "$1/etc/"' \
        --customize-hook='cat /etc/pip.conf /root/.config/pip/pip.conf 2>/dev/null |
            sed "/file:/d; /find-links/d" | awk "!seen[\$0]++" >"$1/etc/pip.conf"' \
        bookworm "$dir" /etc/apt/sources.list.d/debian.sources
    ;;
clone)
    rm -rf "$dir/root/crieur"
    git clone --quiet --no-hardlinks "$here" "$dir/root/crieur"
    ;;
run)
    start=$(date +%s) status=0
    inside "$@" || status=$?
    echo "bare: rc $status after $(($(date +%s) - start)) s: $*"
    exit "$status"
    ;;
shown)
    seconds=${1:?seconds}
    shift
    inside sh -c 'command -v Xvfb import >/dev/null || { apt-get -qq update && apt-get -qq -y install --no-install-recommends xvfb xauth imagemagick x11-apps; } >/dev/null 2>&1'
    inside sh -c '
        seconds=$1; shift
        Xvfb :7 -screen 0 1366x768x24 >/dev/null 2>&1 & screen=$!
        start=$(date +%s)
        DISPLAY=:7 "$@" & shown=$!
        sleep "$seconds"
        kill -0 $shown && echo "bare: still running after $(($(date +%s) - start)) s: $*"
        DISPLAY=:7 import -window root /root/screen.png
        kill $shown $screen' sh "$seconds" "$@"
    ;;
*)
    echo "unknown: $verb" >&2
    exit 2
    ;;
esac
