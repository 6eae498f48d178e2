"""Times of a server that Python cannot hold; loaded with its driver, for a server alone."""

from typing import Any

from psycopg import DataError
from psycopg.types.datetime import TimestampLoader


class _TolerantTimestamps(TimestampLoader):
    """Infinity and years beyond Python's become "not known" instead of breaking the whole list."""

    def load(self, data: Any) -> Any:
        try:
            return super().load(data)
        except DataError:
            return None


def tolerate_odd_times(driver: Any, _record: object) -> None:
    """Prepares a connection that was just made.

    Args:
        driver: psycopg's own connection.
    """
    driver.adapters.register_loader("timestamp", _TolerantTimestamps)
