"""The measurements as one command: `python -m tests.benchmarks [GROUP ...] [--write FILE]`.

Nothing is judged by its exit code but whether everything could be measured.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.group import GROUPS, GroupError, measured
from tests.benchmarks.table import Row, markdown

BEGIN, END = (
    "<!-- begin of what `make bench` writes -->",
    "<!-- end of what `make bench` writes -->",
)


def main() -> int:
    """Measures what was asked for and writes the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of: {', '.join(GROUPS)}")
    parser.add_argument("--write", type=Path, metavar="FILE", help="a page with the marked block")
    asked = parser.parse_args()
    rows: list[Row] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name in asked.groups or GROUPS:
            begun = time.monotonic()
            try:
                for row in measured(name, Path(folder)):
                    rows.append(row)
                    sys.stderr.write("  ".join(row.cells()) + "\n")
            except GroupError:
                failed.append(name)
            sys.stderr.write(f"-- {name}: {time.monotonic() - begun:.0f} s\n")
    page = markdown(rows)
    sys.stdout.write(page)
    if failed:
        sys.stderr.write(f"Not measured: {', '.join(failed)}.\n")
        return 1
    if asked.write:
        write_into(asked.write, page)
    return 0


def write_into(file: Path, page: str) -> None:
    """Replaces what stands between the two marks.

    Raises:
        ValueError: the marks are not there.
    """
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not after:
        raise ValueError(f"{file} has no block to write into")
    file.write_text(f"{before}{BEGIN}\n\n{page}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
