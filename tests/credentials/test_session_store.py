from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.connection import KeyringStanding
from bcautotask_gui.domain.errors import Failure, Kind

if TYPE_CHECKING:
    from bcautotask_gui.domain.ports import Secrets


def test_a_session_keeps_replaces_and_forgets() -> None:
    store: Secrets = SessionStore()
    assert store.get("account") is None
    store.set("account", "old one")
    store.set("account", "new one")
    assert store.get("account") == "new one"
    store.forget("account")
    store.forget("account")
    assert store.get("account") is None


def test_two_sessions_share_nothing() -> None:
    SessionStore().set("account", "s3cret")
    assert SessionStore().get("account") is None


def test_a_session_refuses_what_a_keyring_could_not_hold() -> None:
    with pytest.raises(Failure) as refused:
        SessionStore().set("account", "x" * 1281)
    assert refused.value.kind is Kind.SECRET_TOO_LONG


def test_a_session_shows_no_secret() -> None:
    store = SessionStore()
    store.set("account", "hunter2-hunter2")
    assert "hunter2" not in repr(store)
    assert store.probe().standing is KeyringStanding.USABLE
