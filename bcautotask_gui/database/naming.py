"""Names that an admin gave to tables and columns of Backupchecks, shared by everyone here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, update

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.documents import from_json, to_json
from bcautotask_gui.database.tables import Tables
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.naming import GivenNames, NameChoice, problem_of_name

if TYPE_CHECKING:
    from bcautotask_gui.database.ground import Ground

# the first level whose application knows that there are such names
_KNOWS_NAMES = 2


class NamingStore:
    """Reads and saves the names; a save takes effect where somebody connects after it.

    Every method raises `Failure` for what kept the database from answering or storing.
    """

    def __init__(self, ground: "Ground") -> None:
        self._ground = ground
        self._tables = ground.tables

    @property
    def in_use(self) -> int:
        """The version of the names that this connection was opened with."""
        return self._ground.theirs.given.version

    def read(self) -> GivenNames:
        """The names as last saved, whether or not they are in use here yet."""
        with self._ground.connections.reading() as connection:
            return names_in_force(connection, self._tables)

    def choice(self, word: str) -> NameChoice:
        """What can be chosen for one table or column, by our word for it."""
        with self._ground.connections.reading() as connection:
            return self._choice(connection, word, names_in_force(connection, self._tables))

    def save(self, choice: NameChoice, name: str, event: AuditEvent) -> GivenNames:
        """Gives a name, or takes it back; the database is asked anew whether it is there.

        The version is the key of its row: of two who save at once one finds it taken.

        Args:
            choice: as it was read before.
            name: the name over there; empty for the usual ones.
            event: the entry for the trail.

        Raises:
            Failure: STALE where somebody saved others meanwhile; NO_SUCH_NAME.
        """
        with self._ground.connections.writing() as connection:
            now = names_in_force(connection, self._tables)
            if now.version != choice.version:
                raise _stale(now)
            there = self._choice(connection, choice.word, now).names
            problem = problem_of_name(name, there)
            if problem:
                raise Failure(Kind.NO_SUCH_NAME, problem=problem)
            names = dict(now.changed(choice.word, name))
            saved = GivenNames(now.version + 1, names, event.operator)
            if not self._insert(connection, saved):
                raise _stale(names_in_force(connection, self._tables))
            append(connection, self._tables, event)
            return saved

    def _insert(self, connection: Connection, saved: GivenNames) -> bool:
        table, workspace = self._tables.naming, self._tables.workspace
        row = {"version": saved.version, "document": to_json(saved), "saved_by": saved.saved_by}
        statement = self._ground.insert(table).values(saved_at=database_time(), **row)
        won = statement.on_conflict_do_nothing().returning(table.c.version)
        if connection.execute(won).scalar() is None:
            return False
        # an application that knows no given names would look into the wrong columns
        older = workspace.c.oldest_writer < _KNOWS_NAMES
        connection.execute(update(workspace).where(older).values(oldest_writer=_KNOWS_NAMES))
        return True

    def _choice(self, connection: Connection, word: str, now: GivenNames) -> NameChoice:
        usual, there = self._ground.theirs.could_be(connection, word, now)
        return NameChoice(word, usual, now.names.get(word, ""), _plain(there), now.version)


def names_in_force(connection: Connection, tables: Tables) -> GivenNames:
    """The newest names, or none where none were ever given."""
    table = tables.naming
    newest = select(table.c.document).order_by(table.c.version.desc()).limit(1)
    document = connection.execute(newest).scalar()
    return from_json(GivenNames, document) if document else GivenNames()


def _plain(names: Sequence[str]) -> tuple[str, ...]:
    """Those that could be given; one that needs quotes could not."""
    return tuple(sorted(each for each in names if not problem_of_name(each, (each,))))


def _stale(newest: GivenNames) -> Failure:
    return Failure(Kind.STALE, what="The names", who=newest.saved_by or "somebody")
