"""Kills the application at every step boundary of a create, then starts it again."""

import pytest

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState
from tests.services.world import World

# before and after each commit and each call of an undisturbed create
POINTS = range(40)


def test_the_points_cover_the_whole_create() -> None:
    survived = [point for point in POINTS if not World().crash_at(point)]
    assert survived, "more boundaries than points: raise POINTS"
    assert len(POINTS) - len(survived) >= 16


@pytest.mark.parametrize("point", POINTS)
def test_a_create_killed_anywhere_ends_with_one_ticket(point: int) -> None:
    world = World()
    world.crash_at(point)
    world.start()
    world.look_until_decided()
    assert not world.tickets.open_claims(Environment.SANDBOX)
    if not world.tickets.links:
        assert world.create().state is ClaimState.CREATED
    assert len(world.autotask.made()) == 1
    assert [link.ticket_id for link in world.tickets.links] == [world.autotask.made()[0].id]
    assert world.tickets.seconds == []
