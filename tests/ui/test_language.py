"""Dutch and English: what the window says, and how it writes dates and numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import begun_small, listed, recalled, say
from bcautotask_gui.domain.ticket_content import long_date
from bcautotask_gui.ui.help.pages import pages_with, read_page
from bcautotask_gui.ui.language import (
    Language,
    language_in_use,
    remember_language,
    remembered_language,
    use_language,
)
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.numbers import decimal, number
from bcautotask_gui.ui.shared.telling import sentence_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

MONDAY = datetime(2026, 11, 23, 6, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _put_back(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    use_language(qapp, Language.ENGLISH)
    QLocale.setDefault(before)


@pytest.fixture
def dutch(qapp: QApplication) -> None:
    use_language(qapp, Language.DUTCH)


@pytest.mark.usefixtures("dutch")
def test_a_failure_is_told_in_dutch_with_its_values() -> None:
    failure = Failure(Kind.BUDGET, used=9800, allowed=10_000)
    assert sentence_of(failure) == (
        "9.800 van 10.000 aanroepen zijn in de laatste 60 minuten gebruikt door alle integraties "
        "samen. Vernieuwen wacht tot er ruimte is; losse acties werken nog."
    )


@pytest.mark.usefixtures("dutch")
def test_what_is_logged_of_a_failure_stays_english() -> None:
    assert str(Failure(Kind.RUN_GONE)).startswith("This run is no longer")


@pytest.mark.usefixtures("dutch")
def test_a_sentence_inside_another_is_told_in_the_same_language() -> None:
    why = begun_small(Failure(Kind.CUT).happened)
    assert told(Failure(Kind.UNKNOWN_OUTCOME, why=why).happened) == (
        "Nog niemand weet of Autotask het ticket heeft aangemaakt: de verbinding met Autotask werd "
        "verbroken voordat het antwoord compleet was. Er wordt naar gezocht."
    )


@pytest.mark.usefixtures("dutch")
def test_words_of_ours_that_a_failure_was_given_are_told_and_names_are_not() -> None:
    failure = Failure(Kind.STALE, what="The mapping", who="bert")
    assert told(failure.happened).startswith("De bedrijfskoppeling: niet meer zoals getoond")
    assert "Gewijzigd door iemand" in told(Failure(Kind.STALE, who="somebody").happened)
    held = say("{customer} has no Autotask company.", customer="The mapping")
    assert told(held) == "The mapping heeft geen Autotask-bedrijf."


@pytest.mark.usefixtures("dutch")
def test_what_was_stored_as_text_is_told_where_it_is_known() -> None:
    assert told("not found in Autotask after repeated looks").startswith("na herhaald zoeken")
    assert told("anything else") == "anything else"
    assert (
        told(listed(recalled("note only"), recalled("time unknown"))) == "note only tijd onbekend"
    )


def test_a_sentence_without_a_value_is_told_all_the_same(qapp: QApplication) -> None:
    use_language(qapp, Language.ENGLISH)
    assert told(Failure(Kind.BUDGET).happened).startswith(" of  calls")


@pytest.mark.usefixtures("dutch")
def test_dates_and_numbers_are_written_the_dutch_way() -> None:
    assert number(12_345) == "12.345"
    assert decimal(1.25) == "1,25"
    assert told(long_date(MONDAY, "UTC")) == "maandag 23 november 2026, 06:12 (UTC)"
    assert moment_text(MONDAY, MONDAY) == "Vandaag 06:12"
    assert moment_text(MONDAY, datetime(2026, 11, 27, tzinfo=UTC)) == "ma 23 nov 06:12"


def test_dates_and_numbers_are_written_the_english_way(qapp: QApplication) -> None:
    use_language(qapp, Language.ENGLISH)
    assert number(12_345) == "12,345"
    assert decimal(1.25) == "1.25"
    assert moment_text(MONDAY, datetime(2026, 11, 27, tzinfo=UTC)) == "Mon 23 Nov 06:12"


def test_the_choice_is_remembered_and_anything_else_is_the_systems(settings: QSettings) -> None:
    assert remembered_language(settings) is Language.SYSTEM
    remember_language(settings, Language.DUTCH)
    assert remembered_language(settings) is Language.DUTCH
    settings.setValue("appearance/language", "tlh")
    assert remembered_language(settings) is Language.SYSTEM


@pytest.mark.parametrize(("spoken", "language"), [
    (["nl-BE", "en"], Language.DUTCH), (["de-DE", "nl"], Language.DUTCH),
    (["de-DE", "fr"], Language.ENGLISH), (["en-GB", "nl"], Language.ENGLISH),
])  # fmt: skip
def test_the_systems_language_is_the_first_that_is_known(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, spoken: list[str], language: Language
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: spoken)
    use_language(qapp, Language.SYSTEM)
    assert language_in_use() is language


def test_going_back_to_english_leaves_no_dutch(qapp: QApplication) -> None:
    use_language(qapp, Language.DUTCH)
    assert QCoreApplication.translate("TabRow", "Refresh") == "Vernieuwen"
    use_language(qapp, Language.ENGLISH)
    assert QCoreApplication.translate("TabRow", "Refresh") == "Refresh"


@pytest.mark.usefixtures("dutch")
def test_help_is_read_and_searched_in_dutch() -> None:
    assert "één ticket" in read_page("morning")
    assert [page.key for page in pages_with("sleutelbos")]
    assert not pages_with("keyring")
