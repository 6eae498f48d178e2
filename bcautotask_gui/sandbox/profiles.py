"""The three tenants that the local Autotask can be: the contract's, one as delivered, a Dutch one.

Each holds the companies and tickets of the sample's cast, people to assign, contacts, contracts,
work types, and an API user that sees everything.
"""

from datetime import date

from bcautotask_gui.sandbox import cast_tickets as state_of
from bcautotask_gui.sandbox import picklists
from bcautotask_gui.sandbox.filling import API_RESOURCE, filled
from bcautotask_gui.sandbox.model import ApiUser, Category, CustomField
from bcautotask_gui.sandbox.tenant import Tenant

DEMO_USER = "backupchecks-api@sandbox.example"
DEMO_SECRET = "local-demo-secret"
DEMO_TRACKING_ID = "LOCALDEMO0TRACKING0IDENTITY"

CUSTOM_FIELDS: dict[str, tuple[CustomField, ...]] = {
    "Ticket": (
        CustomField("Backup Product", "Backup Product"),
        CustomField("Change Window", "Change Window"),
    )
}


def contract_tenant(morning: date | None = None) -> Tenant:
    """The tenant that the contract was proven on: status 5 stamps the dates, 8 does not.

    Args:
        morning: the day from which the sample counts back; today's where none is given.
    """
    tenant = Tenant(
        ci=4711,
        zone="EU1 (English Europe and Asia)",
        users=(_api_user(),),
        picklists=dict(picklists.CONTRACT),
        categories=(
            Category(3, "Standard", is_default=True),
            Category(4, "Datto Alert", due_after_hours=24),
            Category(113, "Incident", required=("queueID", "issueType", "subIssueType")),
            Category(
                118,
                "Backup alert (API)",
                required=("queueID",),
                defaults={"ticketType": 5, "source": 8},
                due_after_hours=8,
                is_api_only=True,
            ),
            Category(121, "On-site work", required=("contactID", "billingCodeID")),
            Category(107, "Old intake", is_active=False),
        ),
        completing=frozenset({5}),
        custom_fields=dict(CUSTOM_FIELDS),
    )
    labels = {state_of.NEW: 1, state_of.IN_PROGRESS: 15, state_of.ON_HOLD: 17, state_of.COMPLETE: 5}
    return filled(tenant, morning, labels, {"queueID": 29682833, "source": 8, "priority": 1})


def vanilla_tenant(morning: date | None = None) -> Tenant:
    """A tenant as delivered: status 8 is In Progress, and the category supplies due dates."""
    tenant = Tenant(
        ci=20417,
        zone="America East 3",
        users=(_api_user(),),
        picklists=dict(picklists.VANILLA),
        categories=(
            Category(3, "Standard", due_after_hours=8, is_default=True),
            Category(2, "Datto RMM Alert", due_after_hours=24),
            Category(4, "Datto Alert", due_after_hours=24),
            Category(5, "RMA", required=("contactID",)),
        ),
        completing=frozenset({5}),
        missing=frozenset({"DeletedTicketLogs"}),
        access_as_numbers=True,
    )
    labels = {state_of.NEW: 1, state_of.IN_PROGRESS: 8, state_of.ON_HOLD: 7, state_of.COMPLETE: 5}
    return filled(tenant, morning, labels, {"queueID": 29682969, "source": 8, "priority": 1})


def dutch_tenant(morning: date | None = None) -> Tenant:
    """A tenant with Dutch labels and its own ids; status 24 completes, and 5 is retired."""
    tenant = Tenant(
        ci=9032,
        zone="EU1 (English Europe and Asia)",
        users=(_api_user(),),
        picklists=dict(picklists.DUTCH),
        categories=(
            Category(3, "Standaard", is_default=True),
            Category(109, "Incident", required=("queueID",)),
            Category(112, "Back-up (API)", required=("queueID", "source"), is_api_only=True),
        ),
        completing=frozenset({24}),
        custom_fields=dict(CUSTOM_FIELDS),
    )
    labels = {
        state_of.NEW: 1,
        state_of.IN_PROGRESS: 21,
        state_of.ON_HOLD: 23,
        state_of.COMPLETE: 24,
    }
    return filled(tenant, morning, labels, {"queueID": 29682901, "source": 11, "priority": 1})


def _api_user() -> ApiUser:
    return ApiUser(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID, API_RESOURCE)
