"""The Autotask tickets that exist before anyone does anything, named alike on both sides."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import starmap

NEW, IN_PROGRESS, ON_HOLD, COMPLETE, DELETED = (
    "New", "In Progress", "On Hold", "Complete", "Deleted",
)  # fmt: skip


@dataclass(frozen=True)
class CastTicket:
    """One ticket of the local Autotask.

    Attributes:
        id: The ticket id.
        days_ago: How many days before the sample's morning it was opened.
        serial: The running number of that day.
        company_id: The company it was opened for.
        title: Its title.
        state: The label of its status, or "Deleted" for one that is gone.
        customer: The Backupchecks customer whose runs carry it, or empty.
        job: The job of that customer; its runs since the opening carry the ticket.
        opened_by: The user name in Backupchecks of who opened it, or empty.
    """

    id: int
    days_ago: int
    serial: int
    company_id: int
    title: str
    state: str
    customer: str = ""
    job: str = ""
    opened_by: str = ""

    def opened_on(self, morning: date) -> date:
        """The day it was opened, seen from the sample's morning."""
        return morning - timedelta(days=self.days_ago)

    def number(self, morning: date) -> str:
        """Its number as Autotask writes it: T, the day, a dot and four digits."""
        return f"T{self.opened_on(morning):%Y%m%d}.{self.serial:04d}"


def _by_run(
    id: int, ago: int, serial: int, company: int, state: str, customer: str, job: str, by: str,
) -> CastTicket:  # fmt: skip
    title = f"[Backupchecks] {customer} - {job} - Failed"
    return CastTicket(id, ago, serial, company, title, state, customer, job, by)


_OF_RUNS = (
    (
        10432255,
        1,
        31,
        29683502,
        IN_PROGRESS,
        "Müller Maschinenbau GmbH",
        "FS01 Daily",
        "s.bakker",
    ),
    (10432107, 2, 8, 29683444, ON_HOLD, "Bouwbedrijf Dekker", "HV-BD-01 Daily", "j.devries"),
    (10431990, 3, 44, 29683431, NEW, "Tandartsencentrum Zuid", "HV01 Daily", "j.devries"),
    (
        10431815,
        4,
        16,
        29683480,
        ON_HOLD,
        "Northgate Academy Trust",
        "DC01 + FS01 Daily",
        "s.bakker",
    ),
    (10431688, 5, 19, 29683540, DELETED, "Kessler Logistik GmbH", "HV03 Daily", "s.bakker"),
    (
        10430412,
        14,
        27,
        29683502,
        COMPLETE,
        "Müller Maschinenbau GmbH",
        "CAD-Archiv wöchentlich",
        "j.devries",
    ),
)

_OTHERS = (
    (10431702, 4, 7, 29683540, "HV01 USB-Festplatte tauschen", IN_PROGRESS),
    (10431709, 4, 12, 29683485, "USB Disk HV01 vervangen", NEW),
    (10429033, 20, 40, 29683485, "HV01 repository vol", COMPLETE),
    (10431120, 8, 3, 29683471, "New starter: laptop for reception", IN_PROGRESS),
    (10430977, 9, 52, 29683401, "Kassa 2 drukt geen bonnen", COMPLETE),
)

TICKETS: tuple[CastTicket, ...] = (
    *starmap(_by_run, _OF_RUNS),
    *starmap(CastTicket, _OTHERS),
)
