#!/bin/sh
# Installs the .deb into a bare Debian root, runs the tour there, and removes it again.
#
#   sh packaging/linux/try-deb.sh dist/bcautotask-gui_*.deb
#
# Needs root and debootstrap; package sources and pip play no part inside the root.
set -eu
deb=$(realpath "$1")
root=$(mktemp -d)
finish() { rm -rf "$root"; }
trap finish EXIT

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
debootstrap --variant=minbase bookworm "$root" "$mirror" > "$root.log"
cp -a /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp "$deb" "$root/tmp/application.deb"

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get -q update > /dev/null
inside apt-get -q install -y --no-install-recommends /tmp/application.deb > /dev/null
inside bcautotask-gui --version
inside bcautotask-gui --demo --profile /tmp/profile --tour /tmp/tour
ls "$root/tmp/tour"
inside apt-get -q remove -y bcautotask-gui > /dev/null
[ ! -e "$root/opt/bcautotask-gui/bcautotask-gui" ]
rm -f "$root.log"
echo "The package installs, performs its tour and is removed again."
