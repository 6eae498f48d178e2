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

make_tools() {
    [ -x "$tools/bin/pyinstaller" ] && return
    python3 -m venv --clear "$tools"
    pip="$tools/bin/python -m pip install --quiet --disable-pip-version-check"
    $pip --require-hashes -r requirements.lock
    $pip --require-hashes -r packaging/requirements-package.lock
}

make_folder() {
    "$tools/bin/pyinstaller" --noconfirm --log-level WARN \
        --distpath build/folder --workpath build/pyinstaller packaging/bcautotask-gui.spec
    "$tools/bin/python" packaging/licences.py build/folder/bcautotask-gui/licences
}

make_portable() {
    tar -C build/folder -czf "dist/bcautotask-gui-${version}-linux-${architecture}.tar.gz" \
        bcautotask-gui
}

make_deb() {
    root=build/deb
    rm -rf "$root"
    mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" \
        "$root/usr/share/metainfo" "$root/usr/share/icons/hicolor/scalable/apps" \
        "$root/usr/share/doc/bcautotask-gui"
    cp -a build/folder/bcautotask-gui "$root/opt/bcautotask-gui"
    ln -s /opt/bcautotask-gui/bcautotask-gui "$root/usr/bin/bcautotask-gui"
    cp packaging/linux/bcautotask-gui.desktop "$root/usr/share/applications/"
    cp packaging/linux/bcautotask-gui.metainfo.xml "$root/usr/share/metainfo/"
    cp resources/application.svg "$root/usr/share/icons/hicolor/scalable/apps/bcautotask-gui.svg"
    cp LICENSE "$root/usr/share/doc/bcautotask-gui/copyright"
    cat > "$root/DEBIAN/control" <<CONTROL
Package: bcautotask-gui
Version: $version
Architecture: $architecture
Maintainer: bcautotask-gui maintainers <noreply@example.com>
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: $(depends)
Section: misc
Priority: optional
Description: turn failed backup runs into Autotask tickets, one per run
 A desktop application for managed service providers that run Backupchecks.
CONTROL
    dpkg-deb --root-owner-group -Zgzip -z6 -b "$root" "dist/$name.deb" > /dev/null
}

# the system libraries of debian-run.txt, without what only a source tree needs
depends() {
    sed 's/#.*//' packaging/debian-run.txt | tr -s ' \n' '\n' | sed '/^$/d' | paste -sd, | sed 's/,/, /g'
}

mkdir -p dist
make_tools
make_folder
make_portable
make_deb
ls -l dist
