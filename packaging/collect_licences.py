"""Collects the licence texts of everything that the application folder holds.

usage: python packaging/collect_licences.py APPLICATION_FOLDER
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "packaging" / "licences"
# what the packages of Qt for Python are used under; they ship no text of their own
OF_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
QT = {"PySide6_Essentials", "shiboken6"}
# its start program is part of the folder
ALSO_SHIPPED = ("pyinstaller",)
ABOUT = """\
This folder holds the licence texts of everything that is shipped with the application.

The application itself is under the MIT licence (application.txt). Qt, Qt for Python (PySide6,
shiboken6) and psycopg are used under the LGPL 3: their libraries lie beside the program as separate
files and may be replaced by other builds of the same version.
"""


def main(application: Path) -> None:
    """Writes the folder `licences` into an application folder."""
    folder = application / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "README.txt").write_text(ABOUT, "utf-8")
    shutil.copy(ROOT / "LICENSE", folder / "application.txt")
    for each in shipped():
        collect(each, folder / each.metadata["Name"])
    python = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    for text in (python / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt")):
        if text.exists():
            (folder / "Python").mkdir(exist_ok=True)
            shutil.copy(text, folder / "Python")
    if shutil.which("dpkg"):
        collect_of_system(application, folder / "libraries")


def shipped() -> list[Distribution]:
    """The distributions that the application needs, and those that they need, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, Distribution] = {}
    open_ones = [*project["dependencies"], *ALSO_SHIPPED]
    while open_ones:
        wanted = Requirement(open_ones.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or not _counts(wanted):
            continue
        try:
            found[name] = distribution(wanted.name)
        except PackageNotFoundError:
            continue  # only for another system
        extras = wanted.extras or {""}
        for needed in map(Requirement, found[name].requires or ()):
            if any(_counts(needed, extra) for extra in extras):
                needed.marker = None
                open_ones.append(str(needed))
    return [found[name] for name in sorted(found)]


def _counts(wanted: Requirement, extra: str = "") -> bool:
    return wanted.marker is None or wanted.marker.evaluate({"extra": extra})


def collect(distribution: Distribution, target: Path) -> None:
    """Copies the licence files of one distribution, and says what it is."""
    target.mkdir()
    told = distribution.metadata
    licence = told.get("License-Expression") or told.get("License") or "see the files beside"
    about = f"{told['Name']} {distribution.version}\n{licence}\n"
    (target / "ABOUT.txt").write_text(about, "utf-8")
    for file in distribution.files or ():
        if file.name.lower().startswith(("licen", "copying", "notice", "authors")):
            source = Path(str(distribution.locate_file(file)))
            if source.is_file():
                shutil.copy(source, target / file.name)
    if told["Name"] in QT:
        for name in OF_QT:
            shutil.copy(TEXTS / name, target)


def collect_of_system(application: Path, target: Path) -> None:
    """Copies what Debian says of the system libraries that were taken along."""
    target.mkdir()
    names = {path.name for path in application.rglob("lib*.so*")}
    for package in sorted(set(_owners(names))):
        text = Path("/usr/share/doc", package, "copyright")
        if text.exists():
            shutil.copy(text, target / f"{package}.txt")


def _owners(names: Iterable[str]) -> Iterator[str]:
    patterns = [f"*/{name}" for name in names]
    done = subprocess.run(["dpkg", "-S", *patterns], capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        owner, _, path = line.partition(": ")
        if not path.startswith("/usr/lib/debug") and "," not in owner:
            yield owner.partition(":")[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
