#!/bin/sh
# Builds a .dmg with the application. Written for macOS with Python 3.11 to 3.13; not run yet.
#
#   sh packaging/macos/build.sh
#
# The bundle is not signed: the first start needs a right click, Open.
set -eu
cd "$(dirname "$0")/../.."
tools=build/package-venv
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' bcautotask_gui/__init__.py)
name="Backupchecks Autotask"

python3 -m venv --clear "$tools"
"$tools/bin/pip" install --require-hashes -r requirements.lock
"$tools/bin/pip" install --require-hashes -r packaging/requirements-package.lock
"$tools/bin/python" packaging/make_icons.py build/icons
"$tools/bin/pyinstaller" --noconfirm --distpath build/folder --workpath build/pyinstaller \
    packaging/bcautotask-gui.spec
"$tools/bin/python" packaging/collect_licences.py "build/folder/$name.app/Contents/Resources"
mkdir -p dist build/image
rm -rf "build/image/$name.app"
cp -R "build/folder/$name.app" build/image/
ln -sfn /Applications build/image/Applications
hdiutil create -volname "$name" -srcfolder build/image -ov -format UDZO \
    "dist/bcautotask-gui-${version}.dmg"
