"""Companies: searched for by a person, and read by id for the mappings."""

from collections.abc import Iterator, Mapping, Sequence

from bcautotask_gui.autotask.by_ids import ByIds
from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import Filter, any_of, contains, eq, gt
from bcautotask_gui.autotask.reference_data import labels_of
from bcautotask_gui.autotask.rows import Row, flag, moment, number, text, whole
from bcautotask_gui.domain.customers import Company, CompanyFacts
from bcautotask_gui.domain.errors import Failure, Kind

ENTITY = "Companies"
FIELDS = ("companyName", "isActive", "companyType", "city", "phone")
LISTED = ("companyName", "isActive", "companyType", "city")
_LONGEST_ID = 18


class Companies:
    """The companies of one tenant."""

    def __init__(self, client: Client, by_ids: ByIds) -> None:
        self._client = client
        self._by_ids = by_ids
        self._types: Mapping[int, str] | None = None

    def search(self, text: str) -> tuple[Company, ...]:
        """Companies whose name contains the text, or that have it as id; active ones first.

        Raises:
            Failure: what kept Autotask from answering.
        """
        wanted = text.strip()
        if not wanted:
            return ()
        rows = self._client.query(ENTITY, [_matching(wanted)], FIELDS)
        types = self._read_types() if rows else {}
        found = (_company(row, types) for row in rows.values())
        return tuple(sorted(found, key=lambda each: (not each.is_active, each.name.casefold())))

    def read(self, ids: Sequence[int]) -> Iterator[Mapping[int, Company | None]]:
        """Companies by id in chunks, each naming every id of it.

        Raises:
            Failure: what kept Autotask from answering.
        """
        for chunk in self._by_ids.read(ENTITY, ids, FIELDS):
            types = self._types or {}  # a label is not worth a call where only names are compared
            yield {each: _company(row, types) if row else None for each, row in chunk.items()}

    def facts(self, company_id: int) -> CompanyFacts | None:
        """One company with what only its panel shows, or None where there is none.

        Raises:
            Failure: what kept Autotask from answering.
        """
        row = self._client.item(ENTITY, company_id)
        if row is None:
            return None
        parent_id = number(row.get("parentCompanyID"))
        parent = None if parent_id is None else self._client.item(ENTITY, parent_id)
        return CompanyFacts(
            _company(row, self._read_types()),
            moment(row, "lastActivityDate"),
            text(parent, "companyName") if parent else "",
        )

    def read_all(self) -> Iterator[tuple[Company, ...]]:
        """All active companies, 500 at a time; each page begins behind the last id seen.

        Autotask answers in the order of ids.

        Raises:
            Failure: what kept Autotask from answering.
        """
        filters: list[Filter] = [eq("isActive", value=True)]
        seen: int | None = None
        while True:
            rows, has_more = self._client.pages(ENTITY, filters, LISTED, most=1, is_bulk=True)
            types = self._read_types() if rows else {}
            yield tuple(_company(row, types) for row in rows.values())
            if not has_more:
                return
            last = max(rows, default=seen)
            if last is None or last == seen:
                raise Failure(Kind.UNREADABLE, "The pages of Companies lead in a circle.")
            filters, seen = [filters[0], gt("id", last)], last

    def _read_types(self) -> Mapping[int, str]:
        """The words for company types; none for a user who may not read them."""
        if self._types is None:
            try:
                self._types = labels_of(self._client, ENTITY, "companyType")
            except Failure as failure:
                if failure.kind not in (Kind.PERMISSION, Kind.REFUSED):
                    raise
                self._types = {}
        return self._types


def _matching(wanted: str) -> Filter:
    by_name = contains("companyName", wanted)
    if wanted.isascii() and wanted.isdecimal() and len(wanted) <= _LONGEST_ID:
        return any_of(by_name, eq("id", int(wanted)))
    return by_name


def _company(row: Row, types: Mapping[int, str]) -> Company:
    """A company; one that does not say whether it is active counts as inactive."""
    return Company(
        whole(row, "id"),
        text(row, "companyName"),
        flag(row, "isActive", otherwise=False),
        types.get(number(row.get("companyType")) or 0, ""),
        text(row, "city"),
        text(row, "phone"),
    )
