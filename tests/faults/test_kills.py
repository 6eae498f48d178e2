from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.acts import ACTS
from tests.faults.killing import kill_everywhere

if TYPE_CHECKING:
    from tests.faults.nursing import Nursery
    from tests.faults.place import Place

# many processes, which a busy computer may carry out slowly
pytestmark = pytest.mark.timeout(600)

FEWEST_POINTS = {"create": 20, "mapping": 6, "settings": 4, "link": 8, "resolve": 30}


@pytest.mark.parametrize("act", list(ACTS))
def test_an_act_killed_at_each_of_its_steps_loses_and_doubles_nothing_and_goes_on(
    nursery: Nursery, place: Place, act: str
) -> None:
    # of the three times as many boundaries of resolving, those where something lasting happens
    tally = kill_everywhere(nursery, place, act, at_steps_only=act == "resolve")
    assert tally.wrong == []
    assert tally.kills == len(tally.points) >= FEWEST_POINTS[act], tally.points
