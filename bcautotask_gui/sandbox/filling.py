"""Fills a tenant: the sample's companies, people and tickets, and what was done on them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from bcautotask_gui.sandbox import cast_tickets as state_of
from bcautotask_gui.sandbox import dates
from bcautotask_gui.sandbox.cast import COMPANIES
from bcautotask_gui.sandbox.cast_tickets import TICKETS, CastTicket
from bcautotask_gui.sandbox.cast_work import COLLEAGUE, ENGINEER, work_on
from bcautotask_gui.sandbox.model import Category
from bcautotask_gui.sandbox.sample_history import morning_of
from bcautotask_gui.sandbox.tenant import Tenant

API_RESOURCE = 29682885
ENGINEER_ROLE, BACKUP_ROLE, WORK_TYPE = 29683001, 29683002, 29682801
ROLES = {ENGINEER: ENGINEER_ROLE, COLLEAGUE: BACKUP_ROLE}
OPENED_AT = time(7, 40)
FIELD_DEFAULT_NAMES = {
    "issueType": "issueTypeID",
    "source": "sourceID",
    "subIssueType": "subIssueTypeID",
    "ticketType": "ticketTypeID",
    "billingCodeID": "workTypeID",
}


def filled(
    tenant: Tenant, morning: date | None, statuses: Mapping[str, int], common: Mapping[str, int]
) -> Tenant:
    """The same tenant with the cast in it.

    Args:
        tenant: what is filled.
        morning: the day from which the sample counts back; today's where none is given.
        statuses: the tenant's status ids by the words of the cast.
        common: what every ticket of the cast has.
    """
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
        (API_RESOURCE, "Backupchecks", "API", tenant.users[0].name, 7),
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
    for who, role, name in (
        (ENGINEER, ENGINEER_ROLE, "Engineer"),
        (COLLEAGUE, BACKUP_ROLE, "Backup engineer"),
    ):
        tenant.add("Roles", id=role, name=name, isActive=True)
        pair = {"resourceID": who, "roleID": role, "isActive": True}
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
    assigned = work_on(ticket.id).assigned
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
        assignedResourceID=assigned,
        assignedResourceRoleID=ROLES[assigned] if assigned else None,
        **dict.fromkeys(stamps, at),
        **done,
        **common,
    )
    _add_work(tenant, ticket, opened)
    if ticket.state == state_of.DELETED:
        tenant.delete_ticket(ticket.id)


def _add_work(tenant: Tenant, ticket: CastTicket, opened: datetime) -> None:
    """Notes for colleagues and booked time, in the order in which they came."""
    work = work_on(ticket.id)
    for note in work.notes:
        at = dates.wire(opened + note.after)
        tenant.add(
            "TicketNotes",
            ticketID=ticket.id,
            title=note.title,
            description=note.text,
            noteType=tenant.picklist("TicketNote", "noteType")[0].value,
            publish=min(tenant.internal_publish),
            creatorResourceID=note.by,
            createDateTime=at,
            lastActivityDate=at,
        )
    for booked in work.times:
        ended = opened + booked.after
        tenant.add(
            "TimeEntries",
            ticketID=ticket.id,
            resourceID=booked.by,
            creatorUserID=booked.by,
            hoursWorked=booked.hours,
            hoursToBill=booked.hours,
            isNonBillable=False,
            dateWorked=dates.wire(ended),
            startDateTime=dates.wire(ended - timedelta(hours=booked.hours)),
            endDateTime=dates.wire(ended),
            createDateTime=dates.wire(ended),
            summaryNotes=booked.summary,
            timeEntryType=2,
        )
