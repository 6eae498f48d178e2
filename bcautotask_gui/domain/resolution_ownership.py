"""Whether a person may take over an attempt on a ticket that another workstation left behind."""

from collections.abc import Collection
from datetime import datetime

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.lost_answers import release_time
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.resolution import Resolution, ResolutionState
from bcautotask_gui.domain.sentences import say


def reason_against_taking_over(
    attempt: Resolution,
    instance: Instance,
    alive: Collection[str],
    now: datetime,
    waits: Waits,
) -> str:
    """Why a person may not take over an attempt now; empty where they may.

    A living colleague's is left alone. What is not pending can be taken over at once; a request
    whose answer was lost may still be executed, so it waits for the release time.

    Args:
        attempt: the attempt.
        instance: this application.
        alive: the ids of the applications with a heartbeat.
        now: the database's time.
        waits: the waits in force.
    """
    if attempt.state is not ResolutionState.OPEN:
        return say("The attempt has ended. There is nothing to take over.")
    if attempt.profile == instance.profile:
        return say("The attempt is this workstation's own. There is nothing to take over.")
    who = f"{attempt.operator} ({attempt.workstation})"
    if attempt.instance in alive:
        return say("{who} is at work. Wait for the outcome.", who=who)
    earliest = release_time(attempt.pending, waits) if attempt.pending else None
    if earliest is not None and now < earliest:
        return say(
            "What {who} sent may still arrive. It can be taken over from {earliest:%H:%M} UTC.",
            who=who,
            earliest=earliest,
        )
    return ""
