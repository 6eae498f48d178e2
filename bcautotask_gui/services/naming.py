"""What tables and columns of Backupchecks are called, where an admin knows better."""

from dataclasses import dataclass

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.naming import GivenNames, NameChoice
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import NamingStore
from bcautotask_gui.domain.schema_report import SchemaReport
from bcautotask_gui.services.acts import Actor


@dataclass(frozen=True)
class NamesNews:
    """Names that count only after connecting again; `who` saved them."""

    who: str


class NamingService:
    """Names are chosen among those that the database holds, never written as SQL.

    Args:
        store: keeps them for everyone on this database.
        report: what was found at connecting.
        actor: who acts.
    """

    def __init__(self, store: NamingStore, report: SchemaReport, actor: Actor) -> None:
        self._store = store
        self.report = report
        self._actor = actor

    @property
    def may_give(self) -> bool:
        """Whether the active role may give names."""
        return self._actor.operator.may(Permission.SETTINGS)

    def choice(self, word: str) -> NameChoice:
        """What can be chosen for one table or column.

        Args:
            word: our word for it, such as "runs.ticket_id".

        Raises:
            Failure: what kept the database from answering.
        """
        return self._store.choice(word)

    def give(self, choice: NameChoice, name: str) -> GivenNames:
        """Gives a name, or takes it back; it counts for whoever connects after this.

        Args:
            choice: as it was shown.
            name: one of those offered; empty for the usual names.

        Raises:
            Failure: NOT_ALLOWED, STALE, NO_SUCH_NAME.
        """
        self._actor.require(Permission.SETTINGS)
        usual = "the usual names"
        event = self._actor.event(
            Act.NAME_GIVEN,
            f"name of {choice.word}",
            before=choice.given or usual,
            after=name or usual,
        )
        return self._store.save(choice, name, event)

    def news(self) -> NamesNews | None:
        """Whether names were saved after this application connected, and by whom.

        Raises:
            Failure: what kept the database from answering.
        """
        now = self._store.read()
        return NamesNews(now.saved_by) if now.version != self._store.in_use else None
