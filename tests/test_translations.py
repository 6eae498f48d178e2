"""The Dutch translation is complete, says nothing that no source says, and is compiled."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from bcautotask_gui.bundled import bundled

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent
COMMAND = ".venv/bin/python packaging/languages.py"
PLACE = re.compile(r"\{[^{}]*\}|%\d|%n|%L\d")
KEY = re.compile(r"&\w")


class Message(NamedTuple):
    context: str
    source: str
    translation: str
    state: str

    @property
    def name(self) -> str:
        return f"{self.context}: {self.source!r}"


def read(ts: Path) -> list[Message]:
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            message.find("translation").get("type", ""),  # type: ignore[union-attr]
        )
        for context in ElementTree.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    ]


def spaces(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.fixture(scope="module")
def languages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("languages", ROOT / "packaging" / "languages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dutch(languages: ModuleType) -> list[Message]:
    return read(languages.DUTCH)


@pytest.fixture(scope="module")
def followed(languages: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """The translations after they followed the sources as they are now."""
    copy = tmp_path_factory.mktemp("languages") / "nl.ts"
    shutil.copy(languages.DUTCH, copy)
    languages.update(copy)
    return read(copy)


def test_nothing_wants_a_translation(followed: list[Message]) -> None:
    wanting = [each.name for each in followed if each.state == "unfinished"]
    assert not wanting, f"run {COMMAND}, then translate in nl.ts: {wanting}"


def test_nothing_is_translated_that_no_source_says(followed: list[Message]) -> None:
    gone = [each.name for each in followed if each.state in ("vanished", "obsolete")]
    assert not gone, f"run {COMMAND}: {gone}"


def test_no_translation_is_empty(dutch: list[Message]) -> None:
    assert [each.name for each in dutch if not each.translation.strip()] == []


def test_places_are_the_same_in_both_languages(dutch: list[Message]) -> None:
    def places(text: str) -> list[str]:
        return sorted(PLACE.findall(text))

    wrong = [each.name for each in dutch if places(each.source) != places(each.translation)]
    assert not wrong


def test_spaces_around_a_text_are_the_same(dutch: list[Message]) -> None:
    wrong = [each.name for each in dutch if spaces(each.source) != spaces(each.translation)]
    assert not wrong


def test_a_key_in_a_text_has_its_counterpart(dutch: list[Message]) -> None:
    wrong = [
        each.name
        for each in dutch
        if len(KEY.findall(each.source)) != len(KEY.findall(each.translation))
    ]
    assert not wrong


def test_the_compiled_file_says_what_the_translations_say(
    languages: ModuleType, dutch: list[Message]
) -> None:
    translator = QTranslator()
    assert translator.load(str(languages.DUTCH.with_suffix(".qm")))
    stale = [
        each.name
        for each in dutch
        if translator.translate(each.context, each.source) != each.translation
    ]
    assert not stale, f"run {COMMAND}: {stale}"


def test_what_rooms_without_qt_say_is_found_in_every_way_that_it_is_said(
    languages: ModuleType,
) -> None:
    words = languages.domain_words()
    for each in (
        "This customer has no Autotask company yet.",  # say
        "Autotask is busy and did not take the request. Nothing was changed.",  # a failure
        "The mapping",  # given to a failure
        "ticket created",  # the trail
        "sub-issue type",  # made from a table
        "Customers have no name to show.",  # the description of the tables
    ):
        assert each in words


def test_every_help_page_is_there_in_dutch_with_the_same_keys_links_and_lines() -> None:
    pages = [each.name for each in bundled("help").iterdir() if each.name.endswith(".html")]
    assert sorted(each.name for each in bundled("help", "nl").iterdir()) == sorted(pages)
    for name in pages:
        english = bundled("help", name).read_text(encoding="utf-8")
        dutch = bundled("help", "nl", name).read_text(encoding="utf-8")
        assert dutch != english
        for part in (r'class="key">([^<]*)<', r'href="([^"]*)"', r"<(h\d|tr|li|p|pre)\b"):
            assert re.findall(part, dutch) == re.findall(part, english), f"{name}: {part}"
