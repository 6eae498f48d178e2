"""The objects of runs: named in the report mail, or kept apart for runs without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    Text,
    func,
    literal,
    select,
    union_all,
)

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.statuses import ended_well
from bcautotask_gui.domain.runs import RunObject, RunStatus, run_status


@dataclass(frozen=True)
class Counted:
    """How many objects a run has, and how many did not end well."""

    failed: int
    total: int


class ObjectReader:
    """Reads objects on a connection at hand."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._counting = self._counted_in_each_place()

    @property
    def is_possible(self) -> bool:
        """Whether this database tells of objects at all."""
        return self.ground.theirs.has("mail_objects") or self.ground.theirs.has("run_objects")

    def counted(
        self, connection: Connection, mails_of_runs: Mapping[int, int | None]
    ) -> Mapping[int, Counted]:
        """The counts for runs.

        Args:
            connection: the connection at hand.
            mails_of_runs: the mail id of each run, or None.
        """
        if self._counting is None:
            return {}
        mails = [mail for mail in mails_of_runs.values() if mail is not None]
        ids = {"run_objects": list(mails_of_runs), "mail_objects": mails}
        given = {word: self.ground.listed(each) for word, each in ids.items()}
        found: dict[int, Counted] = {}
        by_mail: dict[int, Counted] = {}
        for word, key, failed, total in connection.execute(self._counting, given):
            place = by_mail if word == "mail_objects" else found
            place[key] = Counted(failed, total)
        for run_id, mail in mails_of_runs.items():
            if mail in by_mail:  # a mail's own list leads: the other repeats it
                found[run_id] = by_mail[mail]
        return found

    def of_run(
        self, connection: Connection, run_id: int, mail_id: int | None
    ) -> tuple[RunObject, ...]:
        """All objects of one run, failed ones first."""
        found = self._named_in_mail(connection, mail_id) if mail_id is not None else []
        found = found or self._kept_apart(connection, run_id)
        return tuple(sorted(found, key=lambda each: each.status is not RunStatus.FAILED))

    def _counted_in_each_place(self) -> CompoundSelect[Any] | None:
        """One statement for both places; the ids of each are given under its name."""
        places = [
            self._counted_by(word, key)
            for word, key in (("run_objects", "run_id"), ("mail_objects", "mail_id"))
            if self.ground.theirs.has(word)
        ]
        return union_all(*places) if places else None

    def _counted_by(self, word: str, key: str) -> Select[Any]:
        objects = self.ground.theirs[word]
        wrong = func.count().filter(~ended_well(objects["status"]))
        return (
            select(
                literal(word, Text).label("word"),
                objects[key].label("key"),
                wrong.label("failed"),
                func.count().label("total"),
            )
            .where(self.ground.among_given(objects[key], word))
            .group_by(objects[key])
        )

    def _named_in_mail(self, connection: Connection, mail_id: int) -> list[RunObject]:
        if not self.ground.theirs.has("mail_objects"):
            return []
        objects = self.ground.theirs["mail_objects"]
        chosen = (
            select(*_told(objects, objects["name"], objects["type"]))
            .where(objects["mail_id"] == mail_id)
            .order_by(objects["id"])
        )
        return _objects(connection, chosen)

    def _kept_apart(self, connection: Connection, run_id: int) -> list[RunObject]:
        if not self.ground.theirs.has("run_objects"):
            return []
        objects = self.ground.theirs["run_objects"]
        name, kind = objects["name"], objects["type"]
        source: FromClause = objects.source
        if self.ground.theirs.has("objects") and objects.has("object_id"):
            named = self.ground.theirs["objects"]
            source = source.outerjoin(named.source, named["id"] == objects["object_id"])
            name, kind = func.coalesce(name, named["name"]), func.coalesce(kind, named["type"])
        chosen = (
            select(*_told(objects, name, kind))
            .select_from(source)
            .where(objects["run_id"] == run_id)
            .order_by(objects["id"])
        )
        return _objects(connection, chosen)


def _told(
    objects: Any, name: ColumnElement[str], kind: ColumnElement[str]
) -> tuple[ColumnElement[Any], ...]:
    return (
        name.label("object_name"),
        kind.label("object_kind"),
        objects["status"].label("status_text"),
        objects["message"].label("object_message"),
    )


def _objects(connection: Connection, chosen: Select[Any]) -> list[RunObject]:
    return [
        RunObject(
            name=row.object_name or "",
            kind=row.object_kind or "",
            status=run_status(row.status_text),
            status_text=row.status_text or "",
            message=row.object_message or "",
        )
        for row in connection.execute(chosen)
    ]
