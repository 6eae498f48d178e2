#!/bin/sh
# Makes this folder ready to run: system packages first, then .venv with the locked packages.
#
#   sh packaging/set-up.sh run     what the application needs
#   sh packaging/set-up.sh test    what the checks need as well
#
# Does nothing, quickly, where all is there already.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

case "${1:-}" in
    run) lists="packaging/debian-run.txt" ;;
    test) lists="packaging/debian-run.txt packaging/debian-test.txt" ;;
    *) fail "usage: sh packaging/set-up.sh run|test" ;;
esac

names_in_lists() {
    # shellcheck disable=SC2086  # two file names
    sed 's/#.*//' $lists | tr -s ' \n' ' '
}

# A name counts as installed where another package provides it: later releases rename libraries.
missing_packages() {
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' |
        sed -n 's/^installed //p' | sed 's/([^)]*)//g' | tr -s ',\n' ' ') "
    for name in $(names_in_lists); do
        case $installed in
            *" $name "*) ;;
            *) printf '%s ' "$name" ;;
        esac
    done
}

install_system_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        [ "$(uname)" = Darwin ] ||
            say "No apt-get here. These Debian packages, or their likes, must be there:$(names_in_lists)"
        return 0
    fi
    wanted=$(missing_packages)
    [ -n "$wanted" ] || return 0

    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        as_root=sudo
        command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; } || fail \
            "System packages are missing. Run this as root, then try again:

    apt-get update && apt-get install -y --no-install-recommends $wanted"
    fi
    say "Installing system packages: $wanted"
    $as_root apt-get -q update
    # shellcheck disable=SC2086  # a list of names
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends $wanted
}

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
            2>/dev/null && say "$candidate" && return
    done
    fail "Python 3.11, 3.12 or 3.13 is needed."
}

packages_are_fresh() {
    [ -x .venv/bin/python ] && [ -e .venv/.stamp ] &&
        [ -z "$(find requirements.lock pyproject.toml bcautotask_gui/__init__.py \
            -newer .venv/.stamp)" ]
}

install_python_packages() {
    packages_are_fresh && return
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        python=$(find_python)
        say "Making .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    say "Installing the packages of requirements.lock (about 150 MB the first time)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation -e .
    touch .venv/.stamp
}

install_system_packages
install_python_packages
