"""The keyring of the tests is a real one, and nobody else's."""

from __future__ import annotations

import keyring
import pytest
from keyring.errors import NoKeyringError

pytestmark = pytest.mark.keyring


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.usefixtures("keyring_session")
def test_a_keyring_keeps_a_secret_for_its_own_test(turn: int) -> None:
    assert keyring.get_keyring().__module__ == "keyring.backends.SecretService"
    assert keyring.get_password("bcautotask", "secret") is None, turn
    keyring.set_password("bcautotask", "secret", "Grün")
    assert keyring.get_password("bcautotask", "secret") == "Grün"


def test_without_asking_for_one_there_is_no_keyring() -> None:
    with pytest.raises(NoKeyringError):
        keyring.set_password("bcautotask", "secret", "anything")
