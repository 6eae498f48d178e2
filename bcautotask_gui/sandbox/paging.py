"""Cuts a query's result into pages and writes the addresses of the next and the previous one.

The address is a cursor over ids, not an offset: `paging={"pageSize":2,"previousIds":[-1],
"nextIds":[7]}`. It must be fetched with the verb of the first call: a query begun by POST is
continued by POST with the same body.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.fields import Entity, Row
from bcautotask_gui.sandbox.query import Query

BEFORE_ALL = -1


@dataclass(frozen=True)
class Cursor:
    """Where a page starts: after `start`; `back` holds the starts of the pages before it."""

    start: int = BEFORE_ALL
    back: tuple[int, ...] = ()

    @classmethod
    def read(cls, paging: str) -> "Cursor":
        """The cursor of a page address.

        Raises:
            RefusedError: where it cannot be read.
        """
        try:
            written = json.loads(paging)
            return cls(int(written["nextIds"][-1]), tuple(map(int, written["previousIds"])))
        except (ValueError, KeyError, TypeError, IndexError):
            raise RefusedError("Invalid paging information.") from None

    def after(self, last_id: int) -> "Cursor":
        """The cursor of the page that follows."""
        return Cursor(last_id, (*self.back, self.start))

    def before(self) -> "Cursor":
        """The cursor of the page before this one."""
        return Cursor(self.back[-1], self.back[:-1])

    def address(self, url: str, page_size: int, search: str | None) -> str:
        """The address of this page below a collection's URL."""
        paging = {"pageSize": page_size, "previousIds": self.back, "nextIds": [self.start]}
        written = quote(json.dumps(paging, separators=(",", ":")), safe=":,")
        tail = "" if search is None else f"&search={quote(search)}"
        return f"{url}/query/next?paging={written}{tail}"


def page(
    entity: Entity, rows: Iterable[Row], query: Query, cursor: Cursor, url: str, search: str | None
) -> dict[str, Any]:
    """One page of a result: its rows by rising id, and where to go from there.

    Args:
        entity: what the rows are.
        rows: the rows that the user may see, by rising id.
        query: what is asked.
        cursor: where the page starts.
        url: the collection's address.
        search: the query as text where it came in the address, for pages of a GET.
    """
    left = [row for row in rows if row["id"] > cursor.start and query.matches(row)]
    shown, size = left[: query.max_records], query.max_records
    following = cursor.after(shown[-1]["id"]) if len(left) > size else None
    if following and query.include and "id" not in query.include:
        raise RefusedError("IncludeFields must contain Id where a result has more than one page.")
    return {
        "items": [on_wire(entity, row, query.include) for row in shown],
        "pageDetails": {
            "count": len(shown),
            "requestCount": size,
            "prevPageUrl": cursor.before().address(url, size, search) if cursor.back else None,
            "nextPageUrl": following.address(url, size, search) if following else None,
        },
    }


def on_wire(entity: Entity, row: Row, include: tuple[str, ...] = ()) -> Row:
    """A row as it is answered: all fields, or the id and those asked for."""
    shown = {
        field.name: row.get(field.name)
        for field in entity.fields
        if not include or field.name == "id" or field.name in include
    }
    customs = [] if include else [dict(each) for each in row.get("userDefinedFields", ())]
    return shown | {"userDefinedFields": customs}


def whole_list(entity: Entity, rows: Iterable[Row]) -> dict[str, Any]:
    """The answer of a child list, which has no query and comes in one page."""
    items = [on_wire(entity, row) for row in rows]
    details = {"count": len(items), "requestCount": 500, "prevPageUrl": None, "nextPageUrl": None}
    return {"items": items, "pageDetails": details}
