"""The choices that the three tenants offer: what the contract's has, the factory's, a Dutch one."""

from bcautotask_gui.sandbox.model import PickValue

Picklists = dict[tuple[str, str], tuple[PickValue, ...]]


def _values(*pairs: tuple[int, str], default: int | None = None) -> tuple[PickValue, ...]:
    return tuple(PickValue(value, label, value == default) for value, label in pairs)


def _below(parent: int, *pairs: tuple[int, str]) -> tuple[PickValue, ...]:
    return tuple(PickValue(value, label, parent=parent) for value, label in pairs)


def _retired(value: int, label: str) -> tuple[PickValue, ...]:
    return (PickValue(value, label, is_active=False),)


NEW = (PickValue(1, "New", is_default=True, is_system=True),)
COMPLETE = (PickValue(5, "Complete", is_system=True),)
COMPANY_TYPES = _values(
    (1, "Customer"),
    (2, "Lead"),
    (3, "Prospect"),
    (4, "Dead"),
    (6, "Cancellation"),
    (7, "Vendor"),
    (8, "Partner"),
)
TICKET_TYPES = _values(
    (1, "Service Request"), (2, "Incident"), (3, "Problem"), (4, "Change Request"), (5, "Alert")
)
PUBLISH = _values(
    (1, "All Autotask Users"), (2, "Internal Users Only"), (4, "Internal & Co-Managed")
)
CONTRACT_TYPES = _values((1, "Time & Materials"), (3, "Fixed Price"), (7, "Recurring Service"))

CONTRACT: Picklists = {
    ("Company", "companyType"): COMPANY_TYPES,
    ("Contract", "contractType"): CONTRACT_TYPES,
    ("Contract", "status"): _values((0, "Inactive"), (1, "Active")),
    ("Ticket", "queueID"): (
        *_values(
            (29682833, "Backup & Recovery"),
            (29682834, "Service Desk"),
            (29682841, "Monitoring"),
            (29682847, "Projects"),
        ),
        *_retired(29682829, "NAS migration 2024"),
        *_values((8, "Merged Tickets")),
    ),
    ("Ticket", "source"): _values(
        (-2, "Insourced"),
        (-1, "Client Portal"),
        (1, "Internal"),
        (2, "Phone"),
        (4, "Email"),
        (6, "In Person/Onsite"),
        (8, "Monitoring Alert"),
        default=4,
    ),
    ("Ticket", "status"): (
        *NEW,
        *_values((15, "In Progress"), (7, "Waiting Customer"), (12, "Waiting Vendor")),
        *_values((17, "On Hold"), (10, "Scheduled")),
        *COMPLETE,
        *_values((8, "Completed")),
    ),
    ("Ticket", "priority"): (
        *_values((29682941, "Critical"), (1, "High"), (2, "Medium"), (3, "Low"), default=2),
        *_retired(4, "Urgent"),
    ),
    ("Ticket", "issueType"): _values(
        (14, "Backup"), (10, "Computer"), (11, "Network"), (12, "Server"), (18, "Software")
    ),
    ("Ticket", "subIssueType"): (
        *_below(14, (152, "Job failed"), (153, "Job missed"), (154, "Storage full")),
        *_below(14, (155, "Job with warnings"), (156, "Restore request")),
        *_below(10, (131, "Hardware"), (132, "Slow")),
        *_below(11, (136, "Internet down"), (137, "Wi-Fi")),
        *_below(12, (141, "Disk"), (142, "Memory")),
        *_below(18, (161, "Licence"), (162, "Update")),
    ),
    ("Ticket", "ticketType"): TICKET_TYPES,
    ("Ticket", "serviceLevelAgreementID"): _values((29682811, "Standard"), (29682812, "24/7")),
    ("TicketNote", "noteType"): (
        *_values((1, "Task Summary"), (2, "Task Detail"), (3, "Task Notes")),
        *_values((13, "Workflow Rule Note - Task"), (18, "Client Portal Note"), (99, "RMM Note")),
    ),
    ("TicketNote", "publish"): PUBLISH,
}

VANILLA: Picklists = CONTRACT | {
    ("Ticket", "queueID"): _values(
        (5, "Client Portal"), (8, "Monitoring Alert"), (29682969, "Level I Support")
    ),
    ("Ticket", "source"): _values(
        (-2, "Insourced"),
        (-1, "Client Portal"),
        (1, "Internal"),
        (2, "Phone"),
        (4, "Email"),
        (5, "Web Portal"),
        (6, "In-person"),
        (8, "Monitoring Alert"),
        default=2,
    ),
    ("Ticket", "status"): (
        *NEW,
        *COMPLETE,
        *_values((7, "Waiting Customer"), (8, "In Progress"), (9, "Waiting Materials")),
        *_values((10, "Scheduled"), (11, "Escalate"), (12, "Waiting Vendor")),
        *_values((13, "Waiting Approval"), (14, "Dispatch"), (15, "Approved"), (16, "Denied")),
    ),
    ("Ticket", "priority"): _values(
        (4, "Critical"), (1, "High"), (2, "Medium"), (3, "Low"), default=2
    ),
}

DUTCH: Picklists = CONTRACT | {
    ("Ticket", "queueID"): _values(
        (29682901, "Back-up en herstel"), (29682902, "Servicedesk"), (29682905, "Beheer")
    ),
    ("Ticket", "source"): _values(
        (-1, "Klantportaal"), (2, "Telefoon"), (4, "E-mail"), (11, "Bewaking"), default=4
    ),
    ("Ticket", "status"): (
        PickValue(1, "Nieuw", is_default=True, is_system=True),
        *_values((21, "In behandeling"), (22, "Wacht op klant"), (23, "Geparkeerd")),
        *_values((24, "Afgerond")),
        PickValue(5, "Gereed", is_active=False, is_system=True),
    ),
    ("Ticket", "priority"): _values(
        (5, "Spoed"), (4, "Prio 1"), (1, "Prio 2"), (2, "Prio 3"), default=1
    ),
    ("Ticket", "issueType"): _values((31, "Back-up"), (32, "Werkplek"), (33, "Netwerk")),
    ("Ticket", "subIssueType"): (
        *_below(31, (301, "Taak mislukt"), (302, "Taak gemist"), (303, "Opslag vol")),
        *_below(32, (311, "Storing")),
        *_below(33, (321, "Internet")),
    ),
    ("TicketNote", "noteType"): _values((1, "Samenvatting"), (3, "Taaknotitie"), (99, "RMM")),
    ("TicketNote", "publish"): _values(
        (1, "Alle Autotask-gebruikers"),
        (2, "Alleen interne gebruikers"),
        (4, "Intern en co-beheer"),
    ),
}
