"""Times as Autotask writes them: ISO 8601 in UTC, the fraction of a second cut or absent."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime


def written(moment: datetime) -> str:
    """The moment as it is sent, to the second."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def read(value: object) -> datetime | None:
    """The moment that Autotask wrote, aware, UTC; None for anything that is no time.

    Older answers leave the zone out and mean UTC all the same. The first and the last year stand
    for "no time", and there are zones in which their edges cannot be shown.
    """
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment if MINYEAR < moment.year < MAXYEAR else None
