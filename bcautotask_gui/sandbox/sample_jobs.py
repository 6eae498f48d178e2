"""The backup jobs of the sample: those of this morning's list, and others of the same kinds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bcautotask_gui.sandbox.sample_objects import SOFTWARE, Kind

DAY = 24 * 60


@dataclass(frozen=True)
class Job:
    """A job and how it usually behaves.

    Attributes:
        customer: The index of its customer.
        kind: Software and type of backup.
        minute: When it runs, in minutes from midnight of the morning, local; evenings are negative.
        period: Days between runs.
        objects: How many objects it protects.
        failed: How many objects the newest run affects; 0 lets chance decide.
        recent: The newest results, oldest first: S, W, F, E(rror), M(issed), O(verride).
        unrest: How likely a run is anything but a success, where `recent` does not say.
        in_list: Whether its newest run still waits for review.
    """

    customer: int
    name: str
    kind: Kind
    minute: int
    period: int
    objects: int
    failed: int
    recent: str
    unrest: float
    in_list: bool


_LONG_NAME = (
    "Kopie der Nachtsicherung aller virtuellen Maschinen des Standorts Grünau auf das Bandlaufwerk "
    "im Nebengebäude, mit Überprüfung"
)

# customer, job, kind, time, failed, objects, newest results
_MORNING = (
    ("Van der Meer Logistics", "HV01 Daily", "veeam", "06:12", 2, 14, "W" + "S" * 14 + "WFF"),
    ("Autohaus Brandt KG", "ESX-Cluster nightly", "nakivo", "06:04", 5, 22, "FSFFFF"),
    ("Bakkerij Jansen", "NAS01 Hyper Backup", "hyper", "05:58", 1, 6, "WSSSSSSSWSSSSSSSSWSSSSWSSW"),
    ("Brightwell Dental", "SQL01 + DC01 Daily", "veeam", "05:51", 1, 3, "F"),
    ("Kwekerij De Roos", "USB Disk rotation", "copy", "05:45", 0, 3, "SMSSSMSSSSMSSSSSMSSSSMSSSM"),
    (
        "Harrow & Finch Solicitors",
        "Microsoft 365 Mail",
        "m365",
        "05:40",
        3,
        118,
        "WSWWSWSW" * 3 + "SW",
    ),
    ("Müller Maschinenbau GmbH", "FS01 Daily", "veeam", "05:33", 1, 4, "FF"),
    ("Huisartsenpraktijk De Linde", "Workstations", "cove", "05:27", 4, 19, "WSSWSSFF"),
    ("Northgate Academy Trust", "HV02 Daily to NAS", "copy", "05:20", 1, 9, "W"),
    ("Notariskantoor Visser & Bos", "Exchange Online backup", "online", "05:14", 1, 42, "O" * 30),
    ("Steuerkanzlei Hoffmann", "DATEV-SQL stündlich", "veeam", "05:08", 1, 1, "FSF"),
    (
        "Zahnarztpraxis Dr. Köhler",
        "DS920 Active Backup",
        "active",
        "04:59",
        2,
        5,
        "W" + "S" * 11 + "W" + "S" * 12 + "W",
    ),
    ("Bouwbedrijf Dekker", "HV-BD-01 Daily", "veeam", "04:52", 3, 7, "WFF"),
    ("Tandartsencentrum Zuid", "HV01 Daily", "veeam", "04:47", 0, 6, "FFFS"),
    ("Peak Lettings", "Onboard repository", "nakivo", "04:40", 1, 8, "WSW"),
    ("Gasthof Alpenblick", "Nachtsicherung", "agent", "04:30", 0, 2, "M"),
    ("Van der Meer Logistics", "SQL02 log backup", "veeam", "04:15", 0, 1, "SSS"),
    ("Kessler Logistik GmbH", "HV03 Daily", "veeam", "04:03", 1, 11, "FSSFSSF"),
    ("Bakkerij Jansen", "Workstations", "cove", "03:55", 1, 8, "W" + "S" * 13 + "WW"),
    ("Brightwell Dental", "NAS01 Hyper Backup", "hyper", "03:41", 0, 4, "W" + "S" * 16),
    ("Northgate Academy Trust", "DC01 + FS01 Daily", "veeam", "03:30", 0, 5, "FSSS"),
    ("Müller Maschinenbau GmbH", "CAD-Archiv wöchentlich", "nakivo", "03:12", 0, 2, "FSS"),
    ("Gemeente Oosterveen", "HV-GO-02 Daily", "veeam", "03:05", 1, 31, "WSSSW"),
    ("Harrow & Finch Solicitors", "HV01 Daily", "veeam", "02:58", 0, 9, "S" * 30),
    ("Gemeente Oosterveen", "ESX02 nightly", "nakivo", "02:51", 2, 16, "FF"),
    ("Zorggroep Amstelhof", "Servers", "cove", "02:49", 2, 12, "WWEE"),
    ("Yorkshire Feeds", "FARM-FS1 Daily", "agent", "02:46", 0, 1, "S" * 30),
    ("Transportbedrijf Smit", "HV01 Daily", "veeam", "02:44", 1, 6, "F"),
    ("Praxis Dr. Lindner", "PVS-Server Nachtsicherung", "agent", "02:43", 1, 1, "WSW"),
    (
        "Stadtwerke Grünau",
        _LONG_NAME,
        "copy",
        "02:41",
        0,
        27,
        "SS",
    ),
    ("Wijnhandel Bakker", "Kassa-PC", "cove", "02:40", 1, 1, "EEEEEEE"),
    ("Zuivelboerderij Hoeve", "DS218 Active Backup", "active", "02:39", 1, 2, "F"),
    ("St Mary’s Surgery", "Clinical server hourly", "veeam", "02:38", 0, 2, "SSSS"),  # noqa: RUF001
    ("Elektro Köhler", "NAS-EK Hyper Backup", "hyper", "02:36", 1, 3, "SW"),
    ("Fietsenwinkel Oost", "Microsoft 365 Mail", "m365", "02:35", 0, 7, "S" * 12),
    ("Hollins Vets", "HV01 Daily", "veeam", "02:33", 1, 4, "FFFFF"),
    ("Metzgerei Wagner", "Büro-PC und Kasse", "agent", "02:31", 0, 2, "SSS"),
)

_WEEKLY = ("CAD-Archiv wöchentlich",)

_NAMES = {
    "veeam": ("HV{n:02} Daily", "RDS farm {n}", "DC{n:02} + FS{n:02} Daily", "Nachtsicherung {n}"),
    "copy": ("HV{n:02} Daily to NAS", "Offsite copy {n}", "Kopie auf USB-Platte {n}"),
    "agent": ("Laptop directie {n}", "Reception PC {n}", "Kassen-PC {n}"),
    "nakivo": ("ESX{n:02} nightly", "ESX-Cluster {n} weekly", "Onboard repository {n}"),
    "active": ("DS{n}20 Active Backup", "Active Backup Büro {n}", "Werkplekken vestiging {n}"),
    "hyper": ("NAS{n:02} Hyper Backup", "NAS{n:02} naar C2", "Fotoarchief {n}"),
    "online": ("Exchange Online backup {n}", "OneDrive backup {n}"),
    "m365": ("Microsoft 365 Mail {n}", "SharePoint sites {n}"),
    "cove": ("Workstations {n}", "Servers {n}"),
}  # fmt: skip


def morning_jobs(customers: Sequence[str]) -> Iterator[Job]:
    """The jobs of this morning's list whose customers play in this sample."""
    known = {name: at for at, name in enumerate(customers)}
    for row in _MORNING:
        if row[0] in known:
            yield _morning_job(known[row[0]], *row[1:])


def _morning_job(
    customer: int, name: str, kind: str, at: str, failed: int, objects: int, recent: str
) -> Job:
    hour, minute = map(int, at.split(":"))
    period = 7 if name in _WEEKLY else 1
    return Job(
        customer, name, SOFTWARE[kind], hour * 60 + minute, period, objects, failed,
        recent, 0.01, in_list=True,
    )  # fmt: skip


def more_jobs(
    customers: Sequence[int], count: int, taken: set[tuple[int, str]], rng: Random
) -> Iterator[Job]:
    """Further jobs, reviewed every morning: evening and night runs of all customers.

    Args:
        customers: The indexes of the customers that get them.
        count: How many jobs to make.
        taken: The pairs of customer and job name that exist already; grows.
        rng: Decides.
    """
    weights = [rng.choice((1, 1, 2, 3, 5)) for _ in customers]
    kinds = list(_NAMES)
    for customer in rng.choices(customers, weights, k=count):
        key = rng.choices(kinds, (8, 3, 3, 4, 4, 4, 2, 2, 2))[0]
        kind = SOFTWARE[key]
        yield Job(
            customer=customer,
            name=_free_name(customer, key, taken, rng),
            kind=kind,
            minute=rng.randrange(18 * 60, 26 * 60) - DAY,
            period=7 if rng.random() < 0.2 else 1,
            objects=rng.randint(1, kind.most_objects),
            failed=0,
            recent="",
            unrest=rng.choice((0.0, 0.01, 0.02, 0.04, 0.12)),
            in_list=False,
        )


def _free_name(customer: int, key: str, taken: set[tuple[int, str]], rng: Random) -> str:
    number = rng.randint(1, 3)
    while True:
        name = rng.choice(_NAMES[key]).format(n=number)
        if (customer, name) not in taken:
            taken.add((customer, name))
            return name
        number += 1
