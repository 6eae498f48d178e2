"""What the settings tab is told to show: values, dots, errors, lines of a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.schema_report import SchemaPart, SchemaReport
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


@dataclass(frozen=True)
class FormState:
    """Everything that the form shows.

    Attributes:
        settings: the values as edited.
        changed: names of values with a dot.
        problems: sentences by name of the value that they stop.
        reference: the picklists of the environment that the form shows, or None.
        kept: names of secrets that this workstation holds for it.
        typed: newly typed secrets of it, by name.
        may_save: whether the role may change settings.
        may_enter_secrets: whether the role may enter secrets.
        found_zone: where automatic discovery led last time, or empty.
        category_fills: what the chosen ticket category fills in, as far as it was read.
    """

    settings: Settings
    changed: frozenset[str] = frozenset()
    problems: Mapping[str, str] = field(default_factory=dict)
    reference: ReferenceData | None = None
    kept: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict, repr=False)
    may_save: bool = True
    may_enter_secrets: bool = True
    found_zone: str = ""
    category_fills: Mapping[TicketField, int] = field(default_factory=dict)


@dataclass(frozen=True)
class BarState:
    """What the bar at the foot says.

    Attributes:
        changed: labels of the unsaved values.
        stopping: labels of the values that stop saving.
        busy: what is under way, or empty.
    """

    changed: tuple[str, ...] = ()
    stopping: tuple[str, ...] = ()
    busy: str = ""


class Right(Enum):
    """How a right of the API user stands."""

    GRANTED = "granted"
    NOT_USED = "not used"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class RightsRow:
    """What the API user may do with one kind of record: query, create, update."""

    title: str
    cells: tuple[Right, Right, Right]


@dataclass(frozen=True)
class Line:
    """One line of the checklist; the one about rights holds a small table.

    Attributes:
        act: the words of what can be done about it, such as "Use another name…", or empty.
    """

    check: Check
    rights: tuple[RightsRow, ...] = ()
    act: str = ""


@dataclass(frozen=True)
class Checklist:
    """The connection test as far as it has come.

    Attributes:
        step: how far it is, or how it ended, in a few words.
        report: the whole as text, for Copy report.
    """

    lines: tuple[Line, ...] = ()
    step: str = ""
    is_running: bool = False
    report: str = ""


@dataclass(frozen=True)
class DatabaseReport:
    """What is known of the database, as lines to read."""

    title: str
    lines: tuple[Check, ...]


WORKSPACE = "workspace"


def database_report(title: str, workspace_id: str, schema: SchemaReport) -> DatabaseReport:
    """What the look at the tables found: workspace, tables, and what cannot be done without them.

    Args:
        title: the short name of the database.
        workspace_id: the id under which secrets are kept and tickets are marked.
        schema: what was looked for.
    """
    lines = [
        Check(
            WORKSPACE,
            translate("DatabaseReport", "Workspace id"),
            CheckState.PASSED,
            workspace_id,
        )
    ]
    gone = {(part.table, part.column) for part in schema.missing}
    for part in schema.parts:
        place, name = (part.table, part.column), part.word
        if place in gone:
            looked = translate("DatabaseReport", "Looked for {names}.")
            if part.is_given:
                looked = translate("DatabaseReport", "Looked for {names} alone, as an admin said.")
            remedy = f"{told(part.lost)} {looked.format(names=', '.join(part.looked_for))}".strip()
            what = translate("DatabaseReport", "not found")
            if part.is_forbidden:
                what = translate("DatabaseReport", "may not be read")
            lines.append(Check(name, name, CheckState.LOOK_HERE, what, remedy))
        elif part.found and (part.is_given or not part.column):
            lines.append(Check(name, name, CheckState.PASSED, _found_as(part)))
    return DatabaseReport(title, tuple(lines))


def usual_columns(schema: SchemaReport) -> tuple[Check, ...]:
    """The columns that were found by their usual names: a long list that tells little."""
    return tuple(
        Check(part.word, part.word, CheckState.PASSED, _found_as(part))
        for part in schema.found
        if part.column and not part.is_given
    )


def _found_as(part: SchemaPart) -> str:
    words = translate("DatabaseReport", "found as {name}")
    if part.is_given:
        words = translate("DatabaseReport", "found as {name}, as an admin said")
    return words.format(name=part.found)
