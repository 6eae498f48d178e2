"""A row of our mappings: how it is found, and what every write puts into it."""

from typing import Any

from sqlalchemy import ColumnElement, Table

from bcautotask_gui.database.mappings import PSA_TYPE
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.settings import Environment


def in_environment(table: Table, environment: Environment) -> tuple[ColumnElement[bool], ...]:
    """The conditions for the mappings of an environment."""
    return (table.c.psa_type == PSA_TYPE, table.c.environment == environment.value)


def row_of(environment: Environment, customer_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """A new row with its key and these values."""
    return {
        "psa_type": PSA_TYPE,
        "environment": environment.value,
        "customer_id": customer_id,
        "mirror_note": "",
        **values,
    }


def changed_by(event: AuditEvent) -> dict[str, Any]:
    """What a change leaves beside what it changed: by whom, when, and that it is to be mirrored."""
    return {
        "changed_by": event.operator,
        "changed_at": database_time(),
        "mirror_pending": True,
    }
