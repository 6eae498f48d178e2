"""What backup software protects, and the words in which it reports a problem with it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_FIRST = (
    "anna", "bas", "claire", "daan", "emma", "frank", "greta", "hugo", "ines", "jan",
    "katja", "lars", "marieke", "nina", "oliver", "petra", "quinten", "ruth", "sven",
    "tess", "uwe", "vera", "wim", "yara",
)  # fmt: skip
_LAST = (
    "bakker", "fuchs", "hughes", "jansen", "kramer", "lindqvist", "meyer", "oconnor",
    "peters", "smit", "turner", "visser", "wright", "zimmermann",
)  # fmt: skip
_SERVERS = (
    "DC01", "FS01", "SQL01", "EXCH01", "RDS01", "APP01", "PRINT01", "WSUS01", "ERP01",
    "WEB01", "DC02", "FS02", "SQL02", "RDS02", "DMS01", "CAM01", "LIC01", "TEST01", "MON01",
    "VPN01",
)  # fmt: skip
_FOLDERS = ("homes", "Administratie", "Projekte", "photo", "Daten", "Boekhouding", "video", "web")


@dataclass(frozen=True)
class Trouble:
    """One way in which an object fails: the message, and whether it is a warning only."""

    message: str
    is_warning: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of backup.

    Attributes:
        key: Its short name.
        software: The software as Backupchecks spells it.
        type: The type of backup as Backupchecks spells it.
        object_type: What its objects are.
        sender: Who mails its reports; empty where they come by an interface.
        most_objects: How many objects a job of this kind has at most.
        name: Makes the name of the n-th object.
        troubles: What can go wrong.
    """

    key: str
    software: str
    type: str
    object_type: str
    sender: str
    most_objects: int
    name: Callable[[int], str]
    troubles: tuple[Trouble, ...]


def _server(at: int) -> str:
    turn, which = divmod(at, len(_SERVERS))
    return _SERVERS[which] if not turn else f"{_SERVERS[which]}-{turn + 1}"


def _device(at: int) -> str:
    return f"PC-{at + 101}" if at % 3 else f"LAPTOP-{_FIRST[at % len(_FIRST)].upper()}"


def _mailbox(at: int) -> str:
    return f"{_FIRST[at % len(_FIRST)]}.{_LAST[(at * 5 + at // 24) % len(_LAST)]}@mail.example"


def _folder(at: int) -> str:
    return f"/volume{at // len(_FOLDERS) + 1}/{_FOLDERS[at % len(_FOLDERS)]}"


_VEEAM = (
    Trouble(
        "Failed to create snapshot (Microsoft Software Shadow Copy provider 1.0). "
        'VSS_E_WRITERERROR_TIMEOUT, writer "SqlServerWriter". Code 0x800423f2'
    ),
    Trouble(
        "There is not enough space on the disk. Failed to write data to "
        r"E:\Backups\{job}\{object}D{day}T020012.vib"
    ),
    Trouble("Cannot connect to the host: the RPC server is unavailable (1722)."),
    Trouble("Changed block tracking is off, the whole disk had to be read.", is_warning=True),
    Trouble("Guest indexing skipped: agent not reachable.", is_warning=True),
    Trouble("Log truncation skipped: the account may not back up the database.", is_warning=True),
)
_NAKIVO = (
    Trouble("The snapshot of {object} could not be made: the datastore has less than 5 % left."),
    Trouble("The transporter on ESX02 did not answer within 300 s."),
    Trouble("The recovery point could not be verified: block 0x1f8a2 differs."),
    Trouble("The old snapshot of {object} could not be removed and was left.", is_warning=True),
    Trouble("Application-aware mode was not possible, made crash-consistent.", is_warning=True),
)
_ACTIVE = (
    Trouble("The device {object} was offline when the backup was to begin."),
    Trouble("VSS-Momentaufnahme für Laufwerk C: fehlgeschlagen (Fehler 0x8004230f)."),
    Trouble("Partly done: 2 volumes were backed up, 1 was skipped.", is_warning=True),
    Trouble("The agent on {object} is older than the server.", is_warning=True),
)
_HYPER = (
    Trouble("The destination cannot be reached: the connection to the vault was closed."),
    Trouble("The quota of the destination is used up (2.00 TB of 2.00 TB)."),
    Trouble("143 files were skipped: open, or with names that are too long.", is_warning=True),
)
_MAILBOXES = (
    Trouble("Mailbox {object}: the service refused the request (403, consent withdrawn)."),
    Trouble("Mailbox {object}: too many requests, given up after 5 attempts."),
    Trouble("Mailbox {object} has no licence any more and was skipped.", is_warning=True),
    Trouble("4 items in {object} are larger than the limit and were skipped.", is_warning=True),
)
_COVE = (
    Trouble("No completed session for 3 days."),
    Trouble("System State: the VSS writer 'System Writer' is missing."),
    Trouble("Files and Folders: 12 of 48,201 files could not be read.", is_warning=True),
    Trouble("No completed session for 1 day.", is_warning=True),
)

_VEEAM_MAIL, _NAKIVO_MAIL, _NAS_MAIL = (
    "veeam@reports.example", "nakivo@reports.example", "nas@reports.example",
)  # fmt: skip
_COVE_NAME = "Cove Data Protection"
_KINDS = (
    ("veeam", "Veeam", "Backup Job", "VM", _VEEAM_MAIL, 14, _server, _VEEAM),
    ("copy", "Veeam", "Backup Copy Job", "VM", _VEEAM_MAIL, 9, _server, _VEEAM),
    ("agent", "Veeam", "Agent Backup", "Computer", _VEEAM_MAIL, 2, _device, _VEEAM),
    ("nakivo", "NAKIVO", "Backup Job", "VM", _NAKIVO_MAIL, 12, _server, _NAKIVO),
    ("active", "Synology", "Active Backup", "Device", _NAS_MAIL, 8, _device, _ACTIVE),
    ("hyper", "Synology", "Hyper Backup", "Folder", _NAS_MAIL, 5, _folder, _HYPER),
    ("online", "Synology", "Microsoft 365", "Mailbox", _NAS_MAIL, 24, _mailbox, _MAILBOXES),
    ("m365", _COVE_NAME, "Microsoft 365", "Mailbox", "", 24, _mailbox, _MAILBOXES),
    ("cove", _COVE_NAME, "Device Backup", "Device", "", 12, _device, _COVE),
)
SOFTWARE: dict[str, Kind] = {row[0]: Kind(*row) for row in _KINDS}

OUTCOMES = {
    "S": "Success",
    "W": "Warning",
    "F": "Failed",
    "E": "Error",
    "M": "Missed",
    "O": "Success",
}
"""How Backupchecks spells the results that the sample writes as one letter."""


@dataclass(frozen=True)
class Reported:
    """One object as a report names it; the message is empty where all went well."""

    name: str
    status: str
    message: str


def reported(
    kind: Kind, job: str, day: str, letter: str, count: int, affected: int, rng: Random
) -> list[Reported]:
    """The objects of one run, in the order of the report.

    Args:
        kind: The kind of backup.
        job: The job's name, which some messages repeat.
        day: The day of the run, which file names in messages repeat.
        letter: The result of the run.
        count: How many objects there are.
        affected: How many of them went wrong; 0 lets chance decide where any must.
        rng: Decides which, and how.
    """
    if letter == "S":
        return [Reported(kind.name(at), "Success", "") for at in range(count)]
    affected = affected or rng.randint(1, max(1, count // 4))
    wrong = set(rng.sample(range(count), min(affected, count)))
    severe = letter in "FEO"
    return [_one(kind, at, job, day, at in wrong, severe, rng) for at in range(count)]


def _one(
    kind: Kind, at: int, job: str, day: str, wrong: bool, severe: bool, rng: Random
) -> Reported:
    name = kind.name(at)
    if not wrong:
        return Reported(name, "Success", "")
    trouble = rng.choice([each for each in kind.troubles if each.is_warning is not severe])
    message = trouble.message.format(object=name, job=job, day=day)
    return Reported(name, "Failed" if severe else "Warning", message)


TOLD: dict[tuple[str, str], tuple[Reported, ...]] = {
    ("Van der Meer Logistics", "HV01 Daily"): (
        Reported("HV01", "Failed", _VEEAM[0].message),
        Reported("USB Disk", "Failed", _VEEAM[1].message),
        Reported("DC01", "Warning", _VEEAM[4].message),
    )
}
"""By customer and job: the first objects of the newest run, told instead of drawn by chance."""
