#!/bin/sh
# Installs the .deb into a bare Debian root, starts it there, runs the tour, and removes it again:
# once without any display, and where Xvfb is at hand once more on a real screen.
#
#   sh packaging/linux/try-deb.sh dist/bcautotask-gui_*.deb
#
# Needs root and debootstrap. Inside the root there is neither Python nor a compiler.
set -eu
deb=$(realpath "$1")
root=$(mktemp -d)
screen=
finish() {
    [ -z "$screen" ] || kill "$screen"
    rm -rf "$root" "$root.log" "$root.display"
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }

inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

apt_inside() {
    inside apt-get -q -o Dpkg::Use-Pty=0 -o APT::Sandbox::User=root "$@" > "$root.log" 2>&1 ||
        { cat "$root.log"; return 1; }
}

make_root() {
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
    debootstrap --variant=minbase bookworm "$root" "$mirror" > "$root.log" 2>&1 ||
        { cat "$root.log"; return 1; }
    # whatever lets this computer reach its package sources does so inside as well
    rm -f "$root/etc/apt/sources.list"
    for each in sources.list sources.list.d apt.conf.d; do
        [ ! -e "/etc/apt/$each" ] || cp -a "/etc/apt/$each" "$root/etc/apt/"
    done
    cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
    cp -a /usr/share/keyrings "$root/usr/share/" 2>/dev/null || true
    cp "$deb" "$root/tmp/application.deb"
}

tour() {
    inside "$@" bcautotask-gui --demo --profile /tmp/profile --tour /tmp/tour
    ls "$root/tmp/tour"
    rm -rf "$root/tmp/profile" "$root/tmp/tour"
}

start_screen() {
    command -v Xvfb > /dev/null || return 1
    mkfifo "$root.display"
    # the root shares the network, and with it the screen's abstract socket
    Xvfb -displayfd 3 -screen 0 1440x900x24 -noreset -ac 3> "$root.display" 2> /dev/null &
    screen=$!
    read -r display < "$root.display"
}

say "A bare Debian"
make_root
apt_inside update
say "Installing $(basename "$deb")"
apt_inside install -y --no-install-recommends /tmp/application.deb
inside bcautotask-gui --version
say "The tour without a display"
tour
if start_screen; then
    say "The tour on a screen"
    tour DISPLAY=":$display"
fi
say "Removing it"
apt_inside remove -y bcautotask-gui
for left in /opt/bcautotask-gui /usr/bin/bcautotask-gui \
    /usr/share/applications/bcautotask-gui.desktop; do
    [ ! -e "$root$left" ] || { echo "$left is still there."; exit 1; }
done
say "The package installs, starts, performs its tour and is removed again."
