"""The command line: reads what the person asked for, then starts the application."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bcautotask_gui import __version__
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.start import AUTOTASK_URL, StartOptions


def main(arguments: Sequence[str] | None = None) -> int:
    """Starts the application and returns its exit code."""
    try:
        options = read_options(arguments)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 2
    if options.tour and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"

    gc.disable()  # a start makes what stays; when collecting begins is decided once all is there
    try:
        return _start(options)
    finally:
        gc.enable()


def _start(options: StartOptions) -> int:
    # Qt is loaded only when a window is wanted
    from bcautotask_gui.quick_imports import spare_sources

    spare_sources()
    from bcautotask_gui.app import run

    if options.tour is None:
        return run(options)
    from bcautotask_gui.app.probes import probes_of
    from bcautotask_gui.tour import perform

    folder = options.tour
    return run(options, lambda session: perform(session.window, folder, probes_of(session)))


def read_options(arguments: Sequence[str] | None = None) -> StartOptions:
    """What the command line and the environment ask for; the command line wins.

    Raises:
        Failure: DATABASE_PASSWORD_SHOWN for a password on the command line, ADDRESS for an
            address of Autotask that would carry secrets in the open.
    """
    given = _parser().parse_args(arguments)
    if given.database and _password_in(given.database):
        raise Failure(Kind.DATABASE_PASSWORD_SHOWN)
    address = given.autotask_url or os.environ.get("BCAUTOTASK_AUTOTASK_URL") or AUTOTASK_URL
    _refuse_open_address(address)
    profile = given.profile or os.environ.get("BCAUTOTASK_PROFILE") or ""
    return StartOptions(
        demo=given.demo,
        profile=Path(profile).absolute() if profile else None,
        database=given.database or os.environ.get("BCAUTOTASK_DATABASE_URL") or "",
        autotask_url=address.rstrip("/"),
        tour=Path(given.tour).absolute() if given.tour else None,
        names_stalls=given.name_stalls,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bcautotask-gui",
        description="Turns failed backup runs of Backupchecks into Autotask tickets.",
    )
    add = parser.add_argument
    add("--demo", action="store_true", help="sample data and a local Autotask; nothing is real")
    add("--profile", metavar="DIR", help="the folder with everything local")
    add("--database", metavar="URL", help="the Backupchecks database, without a password")
    add("--autotask-url", metavar="URL", help="the REST address used to find the zone")
    add("--tour", metavar="DIR", help="perform the main job, leave pictures in DIR, then end")
    add("--name-stalls", action="store_true", help="log what holds up the window over 16 ms")
    add("--version", action="version", version=f"bcautotask-gui {__version__}")
    return parser


def _password_in(url: str) -> bool:
    return bool(urlsplit(url).password) or "password=" in url


def _refuse_open_address(address: str) -> None:
    parts = urlsplit(address)
    on_loopback = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and on_loopback):
        raise Failure(Kind.ADDRESS, address=address)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
