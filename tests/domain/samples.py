"""Plain runs, mappings, claims and settings that the tests of the rules begin with."""

from datetime import UTC, datetime
from typing import Any

from bcautotask_gui.domain.customers import Mapping, MappingStatus
from bcautotask_gui.domain.operators import Operator, Role
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.runs import Run, RunObject, RunStatus
from bcautotask_gui.domain.settings import (
    Environment,
    EnvironmentSettings,
    PriorityChoice,
    Settings,
    TicketDefaults,
)
from bcautotask_gui.domain.tickets import Claim, ClaimState, Marker, Origin, Ticket, TicketLink

MORNING = datetime(2026, 11, 23, 5, 12, tzinfo=UTC)
MARKER = Marker("7f3c91", Environment.SANDBOX, "0123456789", 48213)
TITLE = "[Backupchecks] Autohaus Brandt KG - HV01 daily - Failed"


def a_run(**changes: Any) -> Run:
    values: dict[str, Any] = {
        "id": 48213,
        "customer_id": 7,
        "customer": "Autohaus Brandt KG",
        "job_id": 31,
        "job": "HV01 daily",
        "software": "Veeam",
        "backup_type": "Backup Job",
        "status": RunStatus.FAILED,
        "status_text": "Failed",
        "run_at": MORNING,
        "remark": "",
        "sender": "veeam@brandt.example",
        "external_id": "",
        "is_reviewed": False,
    }
    return Run(**{**values, **changes})


def an_object(
    name: str, status: RunStatus = RunStatus.FAILED, message: str = "Disk full"
) -> RunObject:
    return RunObject(name, "VM", status, status.value.capitalize(), message)


def a_mapping(**changes: Any) -> Mapping:
    values: dict[str, Any] = {
        "environment": Environment.SANDBOX,
        "customer_id": 7,
        "company_id": 29683512,
        "company_name": "Autohaus Brandt KG",
        "status": MappingStatus.OK,
        "version": 4,
    }
    return Mapping(**{**values, **changes})


def a_claim(**changes: Any) -> Claim:
    values: dict[str, Any] = {
        "id": 1,
        "environment": Environment.SANDBOX,
        "run_id": 48213,
        "company_id": 29683512,
        "marker": MARKER,
        "title": TITLE,
        "state": ClaimState.CLAIMED,
        "token": "token",
        "version": 1,
        "operator": "S. Bakker",
        "workstation": "DESK-4",
        "instance": "one",
        "profile": "profile",
        "created_at": MORNING,
        "run_at": MORNING,
    }
    return Claim(**{**values, **changes})


def a_ticket(ticket_id: int = 501, **changes: Any) -> Ticket:
    values: dict[str, Any] = {
        "id": ticket_id,
        "number": f"T20261123.{ticket_id:04}",
        "title": TITLE,
        "company_id": 29683512,
        "status": 1,
    }
    return Ticket(**{**values, **changes})


def a_link(**changes: Any) -> TicketLink:
    values: dict[str, Any] = {
        "id": 1,
        "environment": Environment.SANDBOX,
        "run_id": 48213,
        "ticket_id": 501,
        "number": "T20261123.0501",
        "origin": Origin.CREATED,
        "operator": "S. Bakker",
        "created_at": MORNING,
    }
    return TicketLink(**{**values, **changes})


def an_operator(role: Role = Role.OPERATOR) -> Operator:
    return Operator("S. Bakker", role, "DESK-4", frozenset({role}))


def reference_data() -> ReferenceData:
    return ReferenceData(
        {
            TicketField.QUEUE: (
                PicklistValue(11, "Backup & Recovery"),
                PicklistValue(12, "Old queue", is_active=False),
            ),
            TicketField.SOURCE: (PicklistValue(8, "Monitoring Alert"),),
            TicketField.STATUS: (PicklistValue(1, "New"), PicklistValue(5, "Complete")),
            TicketField.PRIORITY: (
                PicklistValue(1, "High"),
                PicklistValue(2, "Medium"),
                PicklistValue(4, "Urgent", is_active=False),
            ),
            TicketField.CATEGORY: (PicklistValue(3, "Standard"),),
            TicketField.ISSUE_TYPE: (PicklistValue(14, "Backup"), PicklistValue(12, "Server")),
            TicketField.SUB_ISSUE_TYPE: (PicklistValue(152, "Job failed", parent=14),),
        },
        MORNING,
    )


def good_defaults(**changes: Any) -> TicketDefaults:
    values: dict[str, Any] = {
        "queue": 11,
        "source": 8,
        "status": 1,
        "warning": PriorityChoice(2),
        "error": PriorityChoice(1),
    }
    return TicketDefaults(**{**values, **changes})


def good_settings(**changes: Any) -> Settings:
    sandbox = EnvironmentSettings("api@msp.example", "", 4711, "EU1", good_defaults())
    values: dict[str, Any] = {
        "version": 3,
        "enabled": True,
        "environments": {
            Environment.SANDBOX: sandbox,
            Environment.PRODUCTION: EnvironmentSettings(),
        },
        "base_url": "https://backupchecks.example",
    }
    return Settings(**{**values, **changes})


def with_defaults(**changes: Any) -> Settings:
    return good_settings().with_current(defaults=good_defaults(**changes))
