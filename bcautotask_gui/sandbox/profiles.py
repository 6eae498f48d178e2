"""The three tenants that the local Autotask can be: the contract's, one as delivered, a Dutch one.

Each holds the companies and tickets of the sample's cast, people to assign, contacts, contracts,
work types, and an API user that sees everything.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from bcautotask_gui.sandbox import cast_tickets as state_of
from bcautotask_gui.sandbox import dates, picklists
from bcautotask_gui.sandbox.cast import COMPANIES
from bcautotask_gui.sandbox.cast_tickets import TICKETS, CastTicket
from bcautotask_gui.sandbox.model import ApiUser, Category, CustomField
from bcautotask_gui.sandbox.sample_history import morning_of
from bcautotask_gui.sandbox.tenant import Tenant

DEMO_USER = "backupchecks-api@sandbox.example"
DEMO_SECRET = "local-demo-secret"
DEMO_TRACKING_ID = "LOCALDEMO0TRACKING0IDENTITY"

API_RESOURCE, ENGINEER, COLLEAGUE = 29682885, 29682890, 29682891
ENGINEER_ROLE, WORK_TYPE = 29683001, 29682801
PUBLISHED, OPENED_AT = 1, time(7, 40)
FIELD_DEFAULT_NAMES = {
    "issueType": "issueTypeID",
    "source": "sourceID",
    "subIssueType": "subIssueTypeID",
    "ticketType": "ticketTypeID",
    "billingCodeID": "workTypeID",
}
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
    return _filled(tenant, morning, labels, {"queueID": 29682833, "source": 8, "priority": 1})


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
    return _filled(tenant, morning, labels, {"queueID": 29682969, "source": 8, "priority": 1})


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
    return _filled(tenant, morning, labels, {"queueID": 29682901, "source": 11, "priority": 1})


def _api_user() -> ApiUser:
    return ApiUser(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID, API_RESOURCE)


def _filled(
    tenant: Tenant, morning: date | None, statuses: Mapping[str, int], common: Mapping[str, int]
) -> Tenant:
    """The tenant with the cast in it."""
    for each in tenant.categories:
        _add_category(tenant, each)
    _add_people(tenant)
    for company in COMPANIES:
        tenant.add_company(
            company.id,
            company.name,
            isActive=company.is_active,
            companyType=company.company_type,
            city=company.city,
            phone=company.phone,
            postalCode=company.postal_code,
            ownerResourceID=ENGINEER,
        )
    _add_contacts(tenant)
    day = morning or morning_of(tenant.clock())
    for ticket in TICKETS:
        _add_ticket(tenant, ticket, day, statuses, common)
    return tenant


def _add_category(tenant: Tenant, category: Category) -> None:
    tenant.add(
        "TicketCategories",
        id=category.id,
        name=category.name,
        nickname=category.name[:3],
        isActive=category.is_active,
        isApiOnly=category.is_api_only,
        isGlobalDefault=category.is_default,
    )
    filled = {FIELD_DEFAULT_NAMES.get(key, key): each for key, each in category.defaults.items()}
    tenant.add("TicketCategoryFieldDefaults", ticketCategoryID=category.id, **filled)


def _add_people(tenant: Tenant) -> None:
    people = (
        (API_RESOURCE, "Backupchecks", "API", DEMO_USER, 7),
        (ENGINEER, "Jan", "de Vries", "j.devries@sandbox.example", 1),
        (COLLEAGUE, "Sanne", "Bakker", "s.bakker@sandbox.example", 1),
    )
    for key, first, last, email, licence in people:
        tenant.add(
            "Resources",
            id=key,
            firstName=first,
            lastName=last,
            email=email,
            userName=email,
            licenseType=licence,
            isActive=True,
        )
    tenant.add("Roles", id=ENGINEER_ROLE, name="Engineer", isActive=True)
    pair = {"resourceID": ENGINEER, "roleID": ENGINEER_ROLE, "isActive": True}
    tenant.add("ResourceServiceDeskRoles", **pair, isDefault=True)
    for key, name, use, active in (
        (WORK_TYPE, "Remote Support", 1, True),
        (29682802, "On-site Support", 1, True),
        (29682803, "Telephone 2019", 1, False),
        (29682820, "Holiday", 3, True),
    ):
        tenant.add("BillingCodes", id=key, name=name, useType=use, isActive=active)


def _add_contacts(tenant: Tenant) -> None:
    """A contact, a contract and a location for each active customer."""
    started, now = "2025-01-01T00:00:00Z", tenant.now()
    for company in (each for each in COMPANIES if each.is_active and each.company_type == 1):
        tenant.add(
            "Contacts",
            companyID=company.id,
            firstName="Front",
            lastName="Office",
            emailAddress="office@customer.example",
            phone=company.phone,
            isActive=1,
            primaryContact=True,
            createDate=now,
        )
        tenant.add(
            "Contracts",
            companyID=company.id,
            contractName="Managed backup",
            contractType=7,
            status=1,
            startDate=started,
            endDate="2035-12-31T00:00:00Z",
            isDefaultContract=True,
        )
        location = {"companyID": company.id, "name": "Main office", "city": company.city}
        tenant.add("CompanyLocations", **location, isActive=True)


def _add_ticket(
    tenant: Tenant,
    ticket: CastTicket,
    morning: date,
    statuses: Mapping[str, int],
    common: Mapping[str, int],
) -> None:
    opened = datetime.combine(ticket.opened_on(morning), OPENED_AT, UTC)
    at = dates.wire(opened)
    stamps = ("createDate", "lastActivityDate", "lastTrackedModificationDateTime", "dueDateTime")
    complete = ticket.state == state_of.COMPLETE
    done = dict.fromkeys(("completedDate", "resolvedDateTime"), at) if complete else {}
    tenant.add_ticket(
        ticket.company_id,
        ticket.title,
        id=ticket.id,
        ticketNumber=ticket.number(morning),
        status=statuses.get(ticket.state, 1),
        creatorResourceID=API_RESOURCE if ticket.customer else ENGINEER,
        **dict.fromkeys(stamps, at),
        **done,
        **common,
    )
    for _ in range(ticket.time_entries):
        tenant.add_time_entry(ticket.id, hours=0.75)
    if ticket.state == state_of.DELETED:
        tenant.delete_ticket(ticket.id)
