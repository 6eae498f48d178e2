#!/bin/sh
# Builds a .dmg with the application. Not run here: it needs macOS with Python 3.11 to 3.13.
#
#   sh packaging/macos/build.sh
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' bcautotask_gui/__init__.py)
python3 -m venv build/package-venv
build/package-venv/bin/pip install --require-hashes -r requirements.lock
build/package-venv/bin/pip install --require-hashes -r packaging/requirements-package.lock
build/package-venv/bin/pyinstaller --noconfirm --windowed --distpath build/folder \
    --workpath build/pyinstaller packaging/bcautotask-gui.spec
build/package-venv/bin/python packaging/licences.py build/folder/bcautotask-gui/licences
hdiutil create -volname "Backupchecks Autotask" -srcfolder build/folder/bcautotask-gui \
    -ov -format UDZO "dist/bcautotask-gui-${version}.dmg"
