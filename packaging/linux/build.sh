#!/bin/sh
# Builds the one-folder application, a portable tar.gz and a .deb into dist/.
#
#   sh packaging/linux/build.sh
set -eu
cd "$(dirname "$0")/../.."

tools=build/package-venv
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' bcautotask_gui/__init__.py)
architecture=$(dpkg --print-architecture)
name="bcautotask-gui_${version}_${architecture}"

tools_are_fresh() {
    [ -x "$tools/bin/pyinstaller" ] && [ -e "$tools/.stamp" ] &&
        [ -z "$(find requirements.lock packaging/requirements-package.lock \
            -newer "$tools/.stamp")" ]
}

make_tools() {
    tools_are_fresh && return
    python3 -m venv --clear "$tools"
    pip="$tools/bin/python -m pip install --quiet --disable-pip-version-check"
    $pip --require-hashes -r requirements.lock
    $pip --require-hashes -r packaging/requirements-package.lock
    touch "$tools/.stamp"
}

make_folder() {
    "$tools/bin/pyinstaller" --noconfirm --log-level ERROR \
        --distpath build/folder --workpath build/pyinstaller packaging/bcautotask-gui.spec
    "$tools/bin/python" packaging/collect_licences.py build/folder/bcautotask-gui
}

make_portable() {
    tar -C build/folder -czf "dist/bcautotask-gui-${version}-linux-${architecture}.tar.gz" \
        bcautotask-gui
}

make_deb() {
    root=build/deb
    share="$root/usr/share"
    rm -rf "$root"
    mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$share/applications" "$share/metainfo" \
        "$share/icons/hicolor/scalable/apps" "$share/doc/bcautotask-gui"
    cp -a build/folder/bcautotask-gui "$root/opt/bcautotask-gui"
    ln -s /opt/bcautotask-gui/bcautotask-gui "$root/usr/bin/bcautotask-gui"
    cp packaging/linux/bcautotask-gui.desktop "$share/applications/"
    sed "s/@VERSION@/$version/; s/@DATE@/$(date -u +%F)/" packaging/linux/bcautotask-gui.metainfo.xml \
        > "$share/metainfo/bcautotask-gui.metainfo.xml"
    cp resources/application.svg "$share/icons/hicolor/scalable/apps/bcautotask-gui.svg"
    cp LICENSE "$share/doc/bcautotask-gui/copyright"
    ln -s /opt/bcautotask-gui/licences "$share/doc/bcautotask-gui/licences"
    cat > "$root/DEBIAN/control" <<CONTROL
Package: bcautotask-gui
Version: $version
Architecture: $architecture
Maintainer: bcautotask-gui maintainers <noreply@example.com>
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: $(depends)
Recommends: gnome-keyring | kwalletmanager, xdg-utils
Section: misc
Priority: optional
Description: turn failed backup runs into Autotask tickets, one per run
 A desktop application for managed service providers that run Backupchecks: look at the runs of the
 morning, decide which one deserves a ticket, see exactly what will be sent, and send it once.
CONTROL
    dpkg-deb --root-owner-group -Zxz -z3 -b "$root" "dist/$name.deb" > /dev/null
}

# the system libraries of debian-run.txt
depends() {
    sed 's/#.*//' packaging/debian-run.txt | tr -s ' \n' '\n' | sed '/^$/d' | paste -sd, |
        sed 's/,/, /g'
}

mkdir -p dist
make_tools
make_folder
make_portable
make_deb
ls -l dist
