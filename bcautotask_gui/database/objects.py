"""The objects of runs: named in the report mail, or kept apart for runs without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.statuses import ended_well
from bcautotask_gui.domain.runs import RunObject, RunStatus, run_status


@dataclass(frozen=True)
class Counted:
    """How many objects a run has, and how many did not end well."""

    failed: int
    total: int


@dataclass(frozen=True)
class ObjectReader:
    """Reads objects on a connection at hand."""

    ground: Ground

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
        found = self._counted_by(connection, "run_objects", "run_id", list(mails_of_runs))
        mails = [mail for mail in mails_of_runs.values() if mail is not None]
        by_mail = self._counted_by(connection, "mail_objects", "mail_id", mails)
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

    def _counted_by(
        self, connection: Connection, word: str, key: str, ids: list[int]
    ) -> dict[int, Counted]:
        if not self.ground.theirs.has(word) or not ids:
            return {}
        objects = self.ground.theirs[word]
        wrong = func.count().filter(~ended_well(objects["status"]))
        chosen = (
            select(objects[key].label("key"), wrong.label("failed"), func.count().label("total"))
            .where(self.ground.among(objects[key], ids))
            .group_by(objects[key])
        )
        return {row.key: Counted(row.failed, row.total) for row in connection.execute(chosen)}

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
