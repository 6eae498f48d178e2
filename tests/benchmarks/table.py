"""The table that the measurements end in: its rows, their goals, and how it is written down."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import PySide6

HEAD = ("work", "ours", "reference in the same run", "ratio", "goal", "met")


@dataclass(frozen=True)
class Row:
    """One measured work.

    Attributes:
        work: what was done, such as `refresh 5,000 mappings at 50 ms`.
        ours: what it cost the application, in `unit`.
        unit: `ms`, `s`, `MB`, `KB`, `calls` or another noun.
        reference: what the same cost the reference, in `unit`; None where there is none.
        against: what the reference is, such as `bare SQL`.
        goal_ratio: ours may be this many times the reference; 0.02 asks for 50 times less.
        goal: ours may be this much, in `unit`.
        note: what a reader must know to judge the numbers; always written below the table.
        cause: why the goal is missed; written only where it is.
    """

    work: str
    ours: float
    unit: str = "ms"
    reference: float | None = None
    against: str = ""
    goal_ratio: float | None = None
    goal: float | None = None
    note: str = ""
    cause: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours as a multiple of the reference; None where there is none to divide by."""
        return self.ours / self.reference if self.reference else None

    @property
    def is_met(self) -> bool | None:
        """Whether every goal of the row is met; None where it has no goal and only shows."""
        if self.goal is None and self.goal_ratio is None:
            return None
        within = self.goal is None or self.ours <= self.goal
        if self.goal_ratio is None:
            return within
        return within and self.ratio is not None and self.ratio <= self.goal_ratio

    def cells(self) -> Sequence[str]:
        """What stands in the columns of `HEAD`."""
        return (
            self.work,
            f"{number(self.ours)} {self.unit}",
            self._reference_words(),
            "" if self.ratio is None else times(self.ratio),
            self._goal_words(),
            {True: "yes", False: "**no**", None: ""}[self.is_met],
        )

    def _reference_words(self) -> str:
        if self.reference is None:
            return "-"
        return f"{number(self.reference)} {self.unit} ({self.against})"

    def _goal_words(self) -> str:
        words = []
        if self.goal is not None:
            words.append(f"≤ {number(self.goal)} {self.unit}")
        if self.goal_ratio is not None:
            words.append(f"≤ {times(self.goal_ratio)}")
        return ", ".join(words) or "shown"


def number(value: float) -> str:
    """A number with three digits that matter, and commas between thousands."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def times(ratio: float) -> str:
    """A ratio as people say it: 1.2x, or 1/50 where it is far less than one."""
    return f"1/{1 / ratio:,.0f}" if 0 < ratio <= 0.1 else f"{ratio:.2f}x"


def machine() -> str:
    """The size of this computer and what runs on it, in one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB memory, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}, Qt {PySide6.__version__}"
    )


def markdown(rows: Iterable[Row]) -> str:
    """The whole page: machine, table, notes, and the missed goals with their causes."""
    rows = list(rows)
    lines = [f"Measured on {machine()}.", ""]
    lines += [_line(HEAD), _line(["---"] * len(HEAD)), *(_line(row.cells()) for row in rows)]
    lines += _listed("Notes", [(row.work, row.note) for row in rows if row.note])
    missed = [(row.work, row.cause or "cause not known") for row in rows if row.is_met is False]
    lines += _listed("Goals missed, and why", missed)
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _listed(title: str, entries: Sequence[tuple[str, str]]) -> list[str]:
    if not entries:
        return []
    return ["", f"{title}:", "", *(f"- *{work}*: {words}" for work, words in entries)]
