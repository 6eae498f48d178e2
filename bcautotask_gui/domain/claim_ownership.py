"""Whose attempt it is, and whether a person may take over one that another left behind."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from bcautotask_gui.domain.claim_rules import Waits, release_time
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.tickets import Block, Claim, ClaimState

HEARTBEAT_EVERY = timedelta(seconds=30)
ALIVE_WITHIN = timedelta(minutes=2)


class Owner(StrEnum):
    """Who holds an attempt, seen from this application."""

    AT_WORK = "at work"
    LEFT_OVER = "left over"
    ALIVE = "alive"
    GONE = "gone"

    @property
    def is_ours(self) -> bool:
        """Whether this profile made it, so that nobody else decides about it."""
        return self in (Owner.AT_WORK, Owner.LEFT_OVER)


def owner_of(
    claim: Claim, instance: Instance, alive: Collection[str], at_work: Collection[int]
) -> Owner:
    """Who holds an attempt.

    Of our own profile only one application runs at a time: what it made and no job works on is
    left over. Others are judged by their heartbeat alone.

    Args:
        claim: the attempt.
        instance: this application.
        alive: the ids of the applications with a heartbeat.
        at_work: the runs that a job of this application works on.
    """
    if claim.profile == instance.profile:
        works = claim.instance == instance.id and claim.run_id in at_work
        return Owner.AT_WORK if works else Owner.LEFT_OVER
    return Owner.ALIVE if claim.instance in alive else Owner.GONE


def reason_against_take_over(claim: Claim, owner: Owner, now: datetime, waits: Waits) -> str:
    """Why a person may not take over an attempt now; empty where they may.

    What was never sent can be taken over at once. What was sent may still arrive, so it waits
    for the release time.

    Args:
        claim: the attempt.
        owner: who holds it.
        now: the database's time.
        waits: the waits in force.
    """
    if not claim.state.is_open and claim.state is not ClaimState.ENDED_BY_LINK:
        return say("The attempt is decided. There is nothing to take over.")
    if owner.is_ours:
        return say("The attempt is this workstation's own. There is nothing to take over.")
    if owner is Owner.ALIVE:
        return say(
            "{operator} ({workstation}) is at work. Wait for the outcome.",
            operator=claim.operator,
            workstation=claim.workstation,
        )
    earliest = release_time(claim, waits)
    if earliest is not None and now < earliest:
        return say(
            "The ticket of {operator} ({workstation}) may still arrive. It can be "
            "taken over from {earliest:%H:%M} UTC.",
            operator=claim.operator,
            workstation=claim.workstation,
            earliest=earliest,
        )
    return ""


def block_by_owner(claim: Claim, owner: Owner) -> Block | None:
    """Why an attempt that is not decided keeps a person from deciding about its run, or None."""
    if not claim.state.is_open or owner is Owner.LEFT_OVER:
        return None
    if owner is Owner.GONE:
        return Block(
            say("{operator} left an attempt behind.", operator=claim.operator),
            say(
                "{workstation} no longer answers. Take the attempt over first.",
                workstation=claim.workstation,
            ),
            "ticket",
        )
    return Block(
        say("{operator} is working on this run.", operator=claim.operator),
        say("Wait for the outcome."),
    )
