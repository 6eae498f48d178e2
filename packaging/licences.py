"""Collects the licence texts of everything that is shipped into one folder.

usage: python packaging/licences.py FOLDER
"""

import shutil
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

# tools that build or check; nothing of them is shipped
NOT_SHIPPED = {
    "pip", "setuptools", "pytest", "pytest-qt", "pytest-timeout", "respx", "hypothesis",
    "time-machine", "import-linter", "ruff", "mypy", "pre-commit", "hatchling", "editables",
}  # fmt: skip


def main(folder: Path) -> None:
    """Writes one folder per distribution, with its licence files and a line of metadata."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for each in distributions():
        name = each.metadata["Name"]
        if name.lower() not in NOT_SHIPPED:
            collect(each, folder / name)


def collect(distribution: Distribution, target: Path) -> None:
    """Copies the licence files of one distribution; where it ships none, names its licence."""
    target.mkdir()
    told = distribution.metadata.get("License-Expression") or distribution.metadata.get("License")
    about = (
        f"{distribution.metadata['Name']} {distribution.version}\n{told or 'see its home page'}\n"
    )
    (target / "ABOUT.txt").write_text(about, "utf-8")
    for file in distribution.files or ():
        words = file.name.lower()
        if words.startswith(("licen", "copying", "notice", "authors")):
            source = Path(str(distribution.locate_file(file)))
            if source.is_file():
                shutil.copy(source, target / file.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
