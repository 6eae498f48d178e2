"""The active companies of Autotask, read once per session in pages and kept with their age."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from bcautotask_gui.domain.customers import Company
from bcautotask_gui.domain.mapping_rules import SIMILAR_FROM, name_key, plain_name
from bcautotask_gui.domain.ports import Clock
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.services.access import AutotaskAccess

_READING = say("Reading the companies of Autotask")
_MOST_SIMILAR = 12


@dataclass(frozen=True)
class KnownCompanies:
    """One reading, with the forms of the names that comparing needs.

    Attributes:
        read_at: aware, UTC.
        by_name: companies by the key of their name.
        words: the plain words of each name in order, in the order of `companies`.
    """

    environment: Environment
    read_at: datetime
    companies: tuple[Company, ...]
    by_name: dict[str, tuple[Company, ...]]
    words: tuple[str, ...]

    def similar(self, name: str) -> list[Company]:
        """The companies whose names are most alike, the best first."""
        found = process.extract(
            sorted_words(name),
            self.words,
            scorer=ratio,
            processor=None,
            limit=_MOST_SIMILAR,
            score_cutoff=SIMILAR_FROM,
        )
        return [self.companies[place] for _words, _score, place in found]

    def has_similar(self, name: str) -> bool:
        """Whether any name is alike."""
        words = sorted_words(name)
        best = process.extractOne(
            words, self.words, scorer=ratio, processor=None, score_cutoff=SIMILAR_FROM
        )
        return bool(words) and best is not None


class CompanyList:
    """Keeps the last reading of each environment's database."""

    def __init__(self, access: AutotaskAccess, clock: Clock) -> None:
        self._access = access
        self._clock = clock
        self._lock = Lock()
        self._kept: dict[tuple[Environment, int | None], KnownCompanies] = {}

    def known(self, settings: Settings) -> KnownCompanies | None:
        """The last reading for the environment in use, or None."""
        with self._lock:
            return self._kept.get(_key(settings))

    def read(self) -> Generator[Progress, None, None]:
        """Reads all active companies anew; a reading that is stopped leaves the former one.

        Yields:
            How many companies were read so far; nobody knows how many there are.

        Raises:
            Failure: what kept Autotask from answering, BUDGET where calls run short.
        """
        opened = self._access.open()
        companies: list[Company] = []
        yield Progress(0, None, _READING)
        for page in opened.autotask.all_companies():
            companies += page
            yield Progress(len(companies), None, _READING)
        known = _known(opened.settings.environment, self._clock.now(), companies)
        with self._lock:
            self._kept[_key(opened.settings)] = known


def sorted_words(name: str) -> str:
    """The plain words of a name in order, so that their own order does not count."""
    return " ".join(sorted(plain_name(name).split()))


def _key(settings: Settings) -> tuple[Environment, int | None]:
    return settings.environment, settings.current.database_id


def _known(
    environment: Environment, read_at: datetime, companies: Sequence[Company]
) -> KnownCompanies:
    by_name: dict[str, tuple[Company, ...]] = {}
    for each in companies:
        key = name_key(each.name)
        by_name[key] = (*by_name.get(key, ()), each)
    words = tuple(sorted_words(each.name) for each in companies)
    return KnownCompanies(environment, read_at, tuple(companies), by_name, words)
