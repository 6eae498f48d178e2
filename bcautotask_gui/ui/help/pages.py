"""Which help pages there are, in the order of the list, and which one belongs to a tab."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.language import Language, language_in_use

translate = QCoreApplication.translate

_FOR_TABS = {"run_checks": "morning", "customers": "customers", "settings": "set-up"}
_TAG = re.compile(r"<[^>]+>")


@runtime_checkable
class Explained(Protocol):
    """A dialog, a page or what covers it, that has a help page of its own."""

    @property
    def help_page(self) -> str:
        """The key of the page; empty for that of the tab in view."""


@dataclass(frozen=True)
class HelpPage:
    """One page; `key` is the name of its file without the ending."""

    key: str
    title: str
    about: str


def help_pages() -> tuple[HelpPage, ...]:
    """All pages."""
    return (
        HelpPage(
            "morning",
            translate("Help", "The morning's work"),
            translate("Help", "From the list to the ticket"),
        ),
        HelpPage(
            "waiting",
            translate("Help", "A run that waits"),
            translate("Help", "The answer of Autotask was lost"),
        ),
        HelpPage(
            "linking",
            translate("Help", "Link a ticket that exists"),
            translate("Help", "One run, or several"),
        ),
        HelpPage(
            "resolving",
            translate("Help", "Resolve a ticket"),
            translate("Help", "When the backup works again"),
        ),
        HelpPage(
            "customers",
            translate("Help", "Customers and companies"),
            translate("Help", "Which company is whose"),
        ),
        HelpPage(
            "support",
            translate("Help", "When something is wrong"),
            translate("Help", "Messages, logs, diagnostics"),
        ),
        HelpPage(
            "set-up", translate("Help", "Set up"), translate("Help", "For admins, Sandbox first")
        ),
        HelpPage(
            "api-user",
            translate("Help", "Create the API user"),
            translate("Help", "In Autotask, step by step"),
        ),
        HelpPage(
            "database",
            translate("Help", "Database and roles"),
            translate("Help", "Rights and restores"),
        ),
        HelpPage(
            "keys", translate("Help", "Keys"), translate("Help", "Everything without the mouse")
        ),
        HelpPage("glossary", translate("Help", "Words"), translate("Help", "What the terms mean")),
    )


def page_for_tab(tab: str) -> str:
    """The key of the page that tells about a tab; the set-up where no tab is in view yet."""
    return _FOR_TABS.get(tab, "set-up")


def read_page(key: str) -> str:
    """The markup of a page, in the language of the window."""
    return _markup(key, language_in_use())


@lru_cache
def _markup(key: str, language: Language) -> str:
    folders = ("help", "nl") if language is Language.DUTCH else ("help",)
    return bundled(*folders, f"{key}.html").read_text(encoding="utf-8")


@lru_cache
def _plain(key: str, language: Language) -> str:
    return unescape(_TAG.sub(" ", _markup(key, language))).casefold()


def pages_with(words: str) -> tuple[HelpPage, ...]:
    """The pages that hold each of the words, those that name them in their title first."""
    wanted = words.casefold().split()
    language = language_in_use()
    found = [
        page
        for page in help_pages()
        if all(
            word in _plain(page.key, language) or word in page.title.casefold() for word in wanted
        )
    ]
    return tuple(sorted(found, key=lambda page: not _is_in_title(page, wanted)))


def _is_in_title(page: HelpPage, wanted: list[str]) -> bool:
    return all(word in page.title.casefold() for word in wanted)
