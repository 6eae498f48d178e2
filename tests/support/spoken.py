"""What the window calls things in the language that it speaks, by their English words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from xml.etree import ElementTree

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.language import Language, language_in_use


def spoken(english: str) -> frozenset[str]:
    """All words that may stand for these; a source can be said differently in two places."""
    if language_in_use() is Language.DUTCH:
        return _dutch().get(english, frozenset({english}))
    return frozenset({english})


@lru_cache
def _dutch() -> dict[str, frozenset[str]]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    root = ElementTree.fromstring(bundled("languages", "nl.ts").read_text(encoding="utf-8"))
    for message in root.iter("message"):
        words[message.findtext("source", "")].add(message.findtext("translation", ""))
    return {source: frozenset(found) for source, found in words.items()}
