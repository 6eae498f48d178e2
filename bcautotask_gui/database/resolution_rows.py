"""Attempts to resolve tickets as rows of our tables, and rows as attempts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping

from bcautotask_gui.domain.resolution import (
    Purpose,
    Resolution,
    ResolutionPlan,
    ResolutionState,
    Step,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import NotesSeen


def values_of(plan: ResolutionPlan) -> dict[str, Any]:
    """A plan as the columns of its attempt."""
    return {
        **vars(plan),
        "environment": plan.environment.value,
        "purpose": plan.purpose.value,
    }


def _plan_of(row: RowMapping) -> ResolutionPlan:
    names = (
        "settings_version", "run_id", "ticket_id", "number", "text", "note_type", "publish",
        "completed_status", "newest",
    )  # fmt: skip
    return ResolutionPlan(
        environment=Environment(row["environment"]),
        purpose=Purpose(row["purpose"]),
        **{name: row[name] for name in names},
    )


def attempt_of(row: RowMapping, steps: Sequence[Step]) -> Resolution:
    """The attempt that a row stands for, with its steps in their order."""
    names = (
        "id", "token", "version", "operator", "workstation", "instance", "profile", "created_at",
        "reason",
    )  # fmt: skip
    before = None
    if row["highest_note"] is not None:
        before = NotesSeen(row["highest_note"], row["control_note"], row["author"])
    return Resolution(
        plan=_plan_of(row),
        state=ResolutionState(row["state"]),
        before=before,
        steps=tuple(steps),
        **{name: row[name] for name in names},
    )


def step_of(row: RowMapping) -> Step:
    """The step that a row stands for."""
    names = ("number", "value", "detail", "sending_at", "valid_looks", "last_valid_look")
    return Step(
        kind=StepKind(row["kind"]),
        state=StepState(row["state"]),
        **{name: row[name] for name in names},
    )
