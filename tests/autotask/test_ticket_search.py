from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer

COMPANY, OTHER = 29683485, 0


@pytest.fixture
def empty(server: AutotaskServer) -> AutotaskServer:
    for each in server.tenant.tickets():
        server.tenant.delete_ticket(int(each["id"]))
    return server


def test_all_words_must_stand_in_title_or_number(
    empty: AutotaskServer, autotask: RestAutotask
) -> None:
    both = empty.tenant.add_ticket(COMPANY, "Nightly backup FAILED", ticketNumber="T20261101.0007")
    empty.tenant.add_ticket(COMPANY, "Nightly backup fine")
    hits = autotask.search_tickets("failed 1101.0007 nightly", None, None)
    assert [each.id for each in hits.tickets] == [both]
    assert not hits.is_cut


def test_brackets_and_wild_cards_are_compared_as_they_stand(
    empty: AutotaskServer, autotask: RestAutotask
) -> None:
    ours = empty.tenant.add_ticket(COMPANY, "[Backupchecks] 100% full")
    empty.tenant.add_ticket(COMPANY, "Backupchecks 100 full")
    hits = autotask.search_tickets("[backupchecks] 100%", None, None)
    assert [each.id for each in hits.tickets] == [ours]


def test_of_a_company_only_open_tickets_are_found(
    empty: AutotaskServer, autotask: RestAutotask
) -> None:
    is_open = empty.tenant.add_ticket(COMPANY, "Open")
    empty.tenant.add_ticket(COMPANY, "Done", completedDate="2026-11-01T09:00:00Z", status=5)
    own = empty.tenant.add_ticket(OTHER, "Ours")
    assert [each.id for each in autotask.search_tickets("", COMPANY, None).tickets] == [is_open]
    assert [each.id for each in autotask.search_tickets("", OTHER, None).tickets] == [own]


def test_older_tickets_are_left_out(empty: AutotaskServer, autotask: RestAutotask) -> None:
    empty.tenant.add_ticket(COMPANY, "Backup", createDate="2026-01-01T09:00:00Z")
    new = empty.tenant.add_ticket(COMPANY, "Backup", createDate="2026-02-01T09:00:00Z")
    since = datetime(2026, 1, 15, tzinfo=UTC)
    hits = autotask.search_tickets("backup", None, since)
    assert [each.id for each in hits.tickets] == [new]


@pytest.mark.parametrize("words", ["", "  ", "% []"])
def test_nothing_at_all_is_not_searched_for(
    server: AutotaskServer, autotask: RestAutotask, words: str
) -> None:
    assert autotask.search_tickets(words, None, None).tickets == ()
    assert server.calls == []


@pytest.mark.parametrize(
    ("there", "found", "pages", "is_cut"),
    [(1_899, 1_899, 4, False), (2_000, 2_000, 4, False), (2_001, 2_000, 4, True)],
)
def test_a_search_finds_all_there_are_up_to_2000_and_says_where_there_are_more(
    empty: AutotaskServer,
    autotask: RestAutotask,
    there: int,
    found: int,
    pages: int,
    *,
    is_cut: bool,
) -> None:
    ids = [empty.tenant.add_ticket(COMPANY, f"Backup {number}") for number in range(there)]
    hits = autotask.search_tickets("backup", None, None)
    assert [each.id for each in hits.tickets] == ids[:found]
    assert hits.is_cut is is_cut
    assert sum(call.path.startswith("Tickets/query") for call in empty.calls) == pages


def test_words_that_are_only_compared_here_say_that_there_may_be_more(
    empty: AutotaskServer, autotask: RestAutotask
) -> None:
    for number in range(2_001):
        empty.tenant.add_ticket(COMPANY, f"Backup {number}")
    ours = empty.tenant.add_ticket(COMPANY, "[Backup] 100%")
    hits = autotask.search_tickets("[backup]", None, None)
    assert ours not in {each.id for each in hits.tickets}
    assert hits.is_cut
