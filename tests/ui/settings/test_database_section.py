from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.schema_report import DatabaseLook, SchemaPart, SchemaReport
from bcautotask_gui.services.database_desk import DatabaseDesk, InUse
from bcautotask_gui.ui.settings.database.presenter import DatabasePresenter
from bcautotask_gui.ui.shared.database_words import found_words
from bcautotask_gui.ui.shared.notice import Tone
from tests.ui.settings.fakes import FakeSecrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.settings.conftest import Room

URL = "postgresql://anna@db01/backupchecks"
OTHER = "postgresql://anna@db02/backupchecks"
RUNS = SchemaPart("runs", "", ("job_runs",), "job_runs", "")
WHOLE = SchemaReport((RUNS, SchemaPart("customers", "", ("customers",), "customers", "")))
REVIEWS = SchemaPart("runs", "reviewed", ("reviewed_at",), "", "Runs cannot be marked.")


@dataclass
class Bench:
    room: Room
    secrets: FakeSecrets
    looked: list[tuple[str, str | None]] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    removed: list[bool] = field(default_factory=list)
    report: SchemaReport = WHOLE
    failure: Failure | None = None

    def look(self, url: str, password: str | None) -> DatabaseLook:
        self.looked.append((url, password))
        if self.failure:
            raise self.failure
        return DatabaseLook(url, "backupchecks @ db02", self.report, is_prepared=True)

    def test(self, url: str, password: str = "") -> None:
        page = self.room.tab.database
        page.other.setText(url)
        page.other.textEdited.emit(url)
        page.other_password.field.setText(password)
        page.look.click()


@pytest.fixture
def bench(room: Room) -> Callable[..., Bench]:
    def make(
        *, is_server: bool = True, may_enter: bool = True, kept: bool = False, sample: bool = False
    ) -> Bench:
        made = Bench(room, FakeSecrets())
        url = URL if is_server else "sqlite:////srv/workspace.sqlite"
        if kept:
            made.secrets.values[url] = "geheim-kept"
        desk = DatabaseDesk(InUse(url, is_server), made.look, made.secrets)
        presenter = DatabasePresenter(
            room.tab.database, desk, room.jobs, room.messages, room.outcome, made.used.append,
            may_enter=may_enter,
            remove_sample=(lambda: made.removed.append(True)) if sample else None,
            parent=room.tab,
        )  # fmt: skip
        presenter.start()
        room.tab.sections.choose("database")
        return made

    return make


def test_the_database_in_use_is_named_without_its_password(bench: Callable[..., Bench]) -> None:
    made = bench(kept=True)
    page = made.room.tab.database
    assert page.address.text() == URL
    assert page.rows["database_password"].help.startswith("Saved in this computer's keyring.")
    assert "geheim-kept" not in made.room.texts()


def test_a_file_asks_for_no_password(bench: Callable[..., Bench]) -> None:
    page = bench(is_server=False).room.tab.database
    assert not page.rows["database_password"].isVisible()


def test_a_password_is_replaced_and_forgotten(bench: Callable[..., Bench]) -> None:
    made = bench(kept=True)
    page = made.room.tab.database
    page.password.secret.start_typing()
    page.password.secret.field.setText("geheim-neu")
    page.password.secret.field.textEdited.emit("geheim-neu")
    page.keep.click()
    assert made.secrets.values[URL] == "geheim-neu"
    assert page.password.secret.typed == ""
    page.password.forget.click()
    assert "the next start of the application asks for it" in made.room.messages.asked[-1][1]
    assert URL not in made.secrets.values
    assert page.rows["database_password"].help.startswith("Not kept")


def test_the_sample_is_removed_with_one_click_and_a_yes(bench: Callable[..., Bench]) -> None:
    made = bench(is_server=False, sample=True)
    made.room.tab.database.remove_sample.click()
    assert "are deleted" in made.room.messages.asked[-1][1]
    assert made.removed == [True]


def test_a_real_database_cannot_be_removed(bench: Callable[..., Bench]) -> None:
    assert not bench().room.tab.database.remove_sample.isVisible()


def test_another_database_is_tested_and_then_used(bench: Callable[..., Bench]) -> None:
    made = bench()
    page = made.room.tab.database
    assert page.use.reason == "Test it first."
    made.test(f" {OTHER} ", "geheim-2")
    assert made.looked == [(OTHER, "geheim-2")]
    assert "2 tables of Backupchecks found" in page.result.accessibleName()
    page.use.click()
    assert made.used == [OTHER]
    assert made.secrets.values[OTHER] == "geheim-2"
    assert "geheim-2" not in made.room.texts()


def test_saying_no_leaves_everything_as_it_is(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.test(OTHER, "geheim-2")
    made.room.messages.says_yes = False
    made.room.tab.database.use.click()
    assert made.used == [] and made.secrets.values == {}


def test_an_address_that_is_edited_has_to_be_tested_again(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.test(OTHER)
    made.room.tab.database.other.textEdited.emit("postgresql://db03/x")
    assert made.room.tab.database.use.reason == "Test it first."
    assert not made.room.tab.database.result.isVisible()


def test_an_answer_about_the_address_before_comes_too_late(bench: Callable[..., Bench]) -> None:
    made = bench()
    page = made.room.tab.database
    made.room.jobs._deferred = True
    made.test(OTHER)
    page.other.textEdited.emit("postgresql://db03/x")
    assert page.look.isEnabled()
    while made.room.jobs.running():
        made.room.jobs.run_next()
    assert page.use.reason == "Test it first."
    assert not page.result.isVisible()


def test_a_password_that_cannot_be_kept_does_not_stop_the_change(
    bench: Callable[..., Bench],
) -> None:
    made = bench()
    made.secrets.failure = Failure(Kind.KEYRING_LOCKED)
    made.test(OTHER, "geheim-2")
    made.room.tab.database.use.click()
    assert made.used == [OTHER]
    assert "The keyring is locked." in str(made.room.outcome.told[-1][1])


def test_a_database_of_something_else_cannot_be_used(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.report = SchemaReport((SchemaPart("runs", "", ("job_runs",), "", ""),))
    made.test(OTHER)
    assert made.room.tab.database.use.reason == "It holds nothing of Backupchecks."


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (Failure(Kind.DATABASE_SIGN_IN, where="x @ db02"), "did not accept the user"),
        (Failure(Kind.DATABASE_UNREACHABLE, where="x @ db02"), "does not answer"),
        (
            Failure(Kind.DATABASE_ENCRYPTION, where="x @ db02", text="SSL was required"),
            "do not agree on encryption: SSL was required",
        ),
        (Failure(Kind.DATABASE_TOO_OLD, found="11", oldest="13"), "PostgreSQL 11; at least 13"),
        (Failure(Kind.DATABASE_NEWER, found="level 9"), "prepared by a newer version"),
    ],
)
def test_what_kept_it_from_answering_is_told_with_the_remedy(
    bench: Callable[..., Bench], failure: Failure, sentence: str
) -> None:
    made = bench()
    made.failure = failure
    made.test(OTHER)
    told = made.room.tab.database.result.accessibleName()
    assert sentence in told and failure.advice in told
    assert made.room.tab.database.use.reason == "Test it first."


def test_an_empty_address_is_refused_without_a_look(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.test("  ")
    assert made.looked == []
    assert "it is empty" in made.room.tab.database.result.accessibleName()


@pytest.mark.parametrize(
    ("parts", "is_prepared", "tone", "words"),
    [
        ((RUNS,), True, Tone.GOOD, "Everything that is looked for is there."),
        ((RUNS, REVIEWS), True, Tone.WARNING, "Not found or not readable: runs.reviewed. Runs can"),
        ((RUNS,), False, Tone.GOOD, "the next start offers to add them"),
        ((REVIEWS,), True, Tone.WARNING, "Check the name of the database"),
    ],
)
def test_what_was_found_is_put_in_words(
    parts: tuple[SchemaPart, ...], is_prepared: bool, tone: Tone, words: str
) -> None:
    look = DatabaseLook("", "x @ y", SchemaReport(parts), is_prepared=is_prepared)
    found_tone, _heading, text = found_words(look)
    assert found_tone is tone
    assert words in text
