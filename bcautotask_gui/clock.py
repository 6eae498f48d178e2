"""The clock of this computer."""

import time
from datetime import UTC, datetime


class SystemClock:
    """The real time; tests pass one of their own."""

    def now(self) -> datetime:
        """The time, aware, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never jump; on most systems they stand still during sleep."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Waits."""
        time.sleep(seconds)
