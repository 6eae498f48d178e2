"""How Autotask writes and reads moments."""

from datetime import UTC, datetime, timedelta


def wire(moment: datetime) -> str:
    """A moment as Autotask answers it: UTC, `Z`, zero to three digits of a second.

    The database behind it counts in steps of 1/300 second, so a written moment comes back
    slightly changed, and trailing zeros are left off.
    """
    moment = moment.astimezone(UTC)
    milliseconds = round(round(moment.microsecond * 300 / 1_000_000) * 1000 / 300)
    moment = moment.replace(microsecond=0) + timedelta(milliseconds=milliseconds)
    digits = f"{moment.microsecond // 1000:03d}".rstrip("0")
    fraction = f".{digits}" if digits else ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def read(written: str) -> datetime:
    """A moment out of a body or a filter; one without a zone is UTC.

    Raises:
        ValueError: where it is no moment.
    """
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
