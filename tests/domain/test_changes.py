"""Changes: what an entry of the trail changed, and how that travels."""

import pytest

from bcautotask_gui.domain.changes import Change, ChangeKind, change_of


@pytest.mark.parametrize(
    ("subject", "change"),
    [
        ("run 48213", Change(ChangeKind.RUN, 48213)),
        ("customer 12", Change(ChangeKind.CUSTOMER, 12)),
        ("500 mappings", Change(ChangeKind.CUSTOMER)),
        ("settings", Change(ChangeKind.SETTINGS)),
        ("database 4711", Change(ChangeKind.SETTINGS)),
        ("reference data", Change(ChangeKind.SETTINGS)),
    ],
)
def test_a_subject_of_the_trail_says_what_changed(subject: str, change: Change) -> None:
    assert change_of(subject) == change


@pytest.mark.parametrize("subject", ["", "run", "run x", "a run 5", "run 5 and more", "invoice 7"])
def test_a_subject_that_nobody_foresaw_is_everything(subject: str) -> None:
    assert change_of(subject) == Change(ChangeKind.EVERYTHING)


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_a_change_arrives_as_it_was_sent(kind: ChangeKind) -> None:
    change = Change(kind, 2**62)
    assert Change.read(str(change)) == change


@pytest.mark.parametrize("text", ["", "run", "run -5", "run ²", "invoice 7", "run 5 6"])
def test_a_text_of_a_newer_version_is_everything(text: str) -> None:
    assert Change.read(text) == Change(ChangeKind.EVERYTHING)
