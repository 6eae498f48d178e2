"""One application over fakes, as the tests of the services need it."""

import pytest

from tests.services.desk import Desk
from tests.services.world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def desk() -> Desk:
    return Desk()
