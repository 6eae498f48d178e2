"""Reads records by their ids in as few calls as the tenant allows."""

from collections.abc import Iterator, Sequence

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import MOST_ORS, in_
from bcautotask_gui.autotask.rows import Row
from bcautotask_gui.domain.errors import Failure, Kind

_SMALLER = {MOST_ORS: 100, 100: 1}


class ByIds:
    """Asks for 500 ids at once; a tenant that refuses that gets 100, and then one by one.

    What a tenant refused once is not tried again as long as the client lives.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._size = MOST_ORS

    def read(
        self, entity: str, ids: Sequence[int], include: Sequence[str]
    ) -> Iterator[dict[int, Row | None]]:
        """The records by id, in the order asked for; None where Autotask shows none.

        Yields:
            One dictionary for each chunk, naming every id of it.

        Raises:
            Failure: what kept Autotask from answering.
        """
        left = list(dict.fromkeys(ids))
        is_bulk = len(left) > 1
        while left:
            chunk = left[: self._size]
            try:
                found = self._chunk(entity, chunk, include, is_bulk=is_bulk)
            except Failure as failure:
                if failure.kind is not Kind.REFUSED or self._size == 1:
                    raise
                self._size = _SMALLER[self._size]
                continue
            del left[: len(chunk)]
            yield {each: found.get(each) for each in chunk}

    def _chunk(
        self, entity: str, ids: Sequence[int], include: Sequence[str], *, is_bulk: bool
    ) -> dict[int, Row]:
        if self._size > 1:
            return self._client.query(entity, [in_("id", ids)], include, is_bulk=is_bulk)
        row = self._client.item(entity, ids[0], is_bulk=is_bulk)
        return {} if row is None else {ids[0]: row}
