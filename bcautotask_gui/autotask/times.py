"""Times as Autotask writes them: ISO 8601 in UTC, the fraction of a second cut or absent."""

from datetime import UTC, datetime


def written(moment: datetime) -> str:
    """The moment as it is sent, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(value: object) -> datetime | None:
    """The moment that Autotask wrote, aware, UTC; None for anything that is no time.

    Older answers leave the zone out and mean UTC all the same.
    """
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
