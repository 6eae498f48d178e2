"""The help pages: each is there, is well-formed, and leads nowhere but to other pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.help.pages import help_pages, page_for_tab, pages_with, read_page

KEYS = [page.key for page in help_pages()]
NEVER_CLOSED = {"br", "hr", "img"}


class Reader(HTMLParser):
    """Keeps what is open, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.drawings: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in NEVER_CLOSED:
            self.open.append(tag)
        self.headings += tag == "h1"
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.drawings += [value or "" for name, value in attrs if name == "src"]

    def handle_endtag(self, tag: str) -> None:
        assert tag in NEVER_CLOSED or self.open.pop() == tag, f"</{tag}> closes something else"


def read(key: str) -> Reader:
    reader = Reader()
    reader.feed(read_page(key))
    reader.close()
    return reader


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_well_formed_and_has_one_heading(key: str) -> None:
    reader = read(key)
    assert reader.open == []
    assert reader.headings == 1


@pytest.mark.parametrize("key", KEYS)
def test_links_lead_to_pages_that_exist(key: str) -> None:
    assert {link.removesuffix(".html") for link in read(key).links} <= set(KEYS)


def test_drawings_are_there() -> None:
    asked = {drawing for key in KEYS for drawing in read(key).drawings}
    there = {f"drawings/{each.name}" for each in bundled("help", "drawings").iterdir()}
    assert asked == there


def test_each_file_is_in_the_list() -> None:
    files = {each.name for each in bundled("help").iterdir() if each.name.endswith(".html")}
    assert files == {f"{key}.html" for key in KEYS}


def test_each_tab_has_a_page() -> None:
    assert [page_for_tab(tab) for tab in ("run_checks", "customers", "settings", "")] == [
        "morning", "customers", "set-up", "set-up",
    ]  # fmt: skip


def test_the_restore_instructions_name_the_ten_minutes() -> None:
    assert re.search(r"Wait 10 minutes", read_page("database"))


def test_a_search_finds_the_pages_that_hold_all_words() -> None:
    found = [page.key for page in pages_with("Tracking IDENTIFIER")]
    assert "api-user" in found
    assert "resolving" not in found


def test_a_page_that_is_named_so_comes_first() -> None:
    assert pages_with("words")[0].key == "glossary"


def test_markup_is_not_searched() -> None:
    assert pages_with("href") == ()
