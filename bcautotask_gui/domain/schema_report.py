"""What was found of the tables of Backupchecks, and what cannot be done without the rest."""

from dataclasses import dataclass

from bcautotask_gui.domain.naming import word_of


@dataclass(frozen=True)
class SchemaPart:
    """One table or one column that was looked for.

    Attributes:
        table: our word for the table, such as "runs".
        column: our word for the column, or empty for the table itself.
        looked_for: the names that were tried, in order.
        found: the live name, or empty.
        lost: what cannot be done without it.
        can_write: whether this database user may change it.
        is_forbidden: it is there, but this database user may not read it.
        is_given: an admin gave the name; no other is tried.
    """

    table: str
    column: str
    looked_for: tuple[str, ...]
    found: str
    lost: str
    can_write: bool = False
    is_forbidden: bool = False
    is_given: bool = False

    @property
    def word(self) -> str:
        """Our word for it, such as "runs" or "runs.ticket_id"."""
        return word_of(self.table, self.column)


@dataclass(frozen=True)
class SchemaReport:
    """Everything that was looked for, table by table, each followed by its columns."""

    parts: tuple[SchemaPart, ...]

    @property
    def found(self) -> tuple[SchemaPart, ...]:
        """What is there and may be read."""
        return tuple(part for part in self.parts if part.found and not part.is_forbidden)

    @property
    def missing(self) -> tuple[SchemaPart, ...]:
        """What is not there, or may not be read; columns of a missing table are left out."""
        gone = {part.table for part in self.parts if not part.column and not part.found}
        return tuple(
            part
            for part in self.parts
            if (not part.found or part.is_forbidden) and not (part.column and part.table in gone)
        )

    @property
    def is_empty(self) -> bool:
        """Whether the database holds nothing of Backupchecks at all."""
        return not any(part.found for part in self.parts)


@dataclass(frozen=True)
class DatabaseLook:
    """What a look at a database found; nothing was written to it.

    Attributes:
        url: its address without the password.
        label: its short name.
        report: what was found of the tables of Backupchecks.
        is_prepared: whether it holds the tables of this application.
    """

    url: str
    label: str
    report: SchemaReport
    is_prepared: bool
