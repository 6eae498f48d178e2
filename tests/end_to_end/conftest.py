"""What the tests in a real window stand on: a desktop with an unlocked keyring, each its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.desktop import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A screen, a window manager and a keyring; `desktop.launch(...)` starts the application."""
    with Desktop(keyring=True) as desktop:
        yield desktop
