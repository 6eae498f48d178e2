"""The rows of one Autotask database, by entity and id."""

import copy
from collections import defaultdict

from bcautotask_gui.sandbox.fields import Row


class Tables:
    """Rows by collection and id; ids only ever rise, also past deleted rows."""

    def __init__(self, first_ids: dict[str, int]) -> None:
        self._rows: dict[str, dict[int, Row]] = defaultdict(dict)
        self._last_id: dict[str, int] = {name: first - 1 for name, first in first_ids.items()}

    def rows(self, collection: str) -> dict[int, Row]:
        """All rows of a collection, by id."""
        return self._rows[collection]

    def add(self, collection: str, row: Row) -> int:
        """Put a row in, giving it the next id where it has none."""
        row_id = row.get("id")
        if row_id is None:
            row_id = self._last_id.get(collection, 0) + 1
        row["id"] = row_id
        self._last_id[collection] = max(row_id, self._last_id.get(collection, 0))
        self._rows[collection][row_id] = row
        return int(row_id)

    def snapshot(self) -> "Tables":
        """The same rows as they are now, untouched by later changes."""
        return copy.deepcopy(self)

    def dump(self, collections: tuple[str, ...]) -> dict[str, object]:
        """These collections in a form that JSON can hold."""
        return {
            "last_id": self._last_id,
            "rows": {name: list(self._rows[name].values()) for name in collections},
        }

    def load(self, dumped: dict[str, dict[str, object]]) -> None:
        """Replace the dumped collections by what was dumped."""
        for name, rows in dumped["rows"].items():
            assert isinstance(rows, list)
            self._rows[name] = {row["id"]: row for row in rows}
        for name, last in dumped["last_id"].items():
            assert isinstance(last, int)
            self._last_id[name] = max(last, self._last_id.get(name, 0))
