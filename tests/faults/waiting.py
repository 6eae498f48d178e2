"""Lets the application wait and look as it does by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcautotask_gui.app.workplace import Workplace
    from bcautotask_gui.domain.claim_rules import Waits

PATIENCE = 60.0


def look_until_decided(workplace: Workplace, waits: Waits) -> None:
    """Looks until no attempt of this workstation is open, for at most a minute."""
    end = time.monotonic() + PATIENCE
    environment = workplace.settings.page().settings.environment
    ours = workplace.actor.instance.profile
    while time.monotonic() < end:
        workplace.look_ups.look()
        claims = workplace.database.tickets.open_claims(environment)
        if not any(claim.profile == ours for claim in claims):
            return
        time.sleep(waits.between_looks.total_seconds())
