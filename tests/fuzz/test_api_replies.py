"""Whatever Autotask, or something in its place, replies: the client's own reading, byte by byte."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bcautotask_gui.autotask.answer import read
from bcautotask_gui.autotask.errors import failure_of
from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import RestAutotask, open_autotask
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import CreateAnswer
from tests.autotask.world import DISCOVERY, HOST, ZONE_ANSWER, FakeBudget, FakeClock, connection
from tests.autotask.world import draft as ticket_draft
from tests.fuzz.foreign import (
    ANYTHING,
    SCALARS,
    SECRET,
    TEXTS,
    TRACKING_ID,
    as_json,
    judge,
    judge_failure,
    judged,
    searching,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS = {
    "id": st.one_of(st.integers(1, 9), SCALARS),
    "ticketID": st.one_of(st.integers(1, 9), SCALARS),
    "companyID": st.one_of(st.integers(0, 9), SCALARS),
    "status": st.one_of(st.integers(1, 9), SCALARS),
    **{
        name: SCALARS
        for name in (
            "companyName isActive companyType city phone parentCompanyID ticketNumber title "
            "queueID priority externalID createDate dueDateTime completedDate resolvedDateTime "
            "lastActivityDate description resolution hoursWorked isNonBillable resourceID "
            "dateWorked startDateTime createDateTime summaryNotes publish creatorResourceID "
            "createdByContactID firstName lastName assignedResourceID name value label sortOrder "
            "isReadOnly isDefaultValue parentValue"
        ).split()
    },
}
RECORD = st.one_of(
    st.fixed_dictionaries(
        {name: FIELDS[name] for name in ("id", "ticketID", "companyID", "status")},
        optional={name: each for name, each in FIELDS.items() if name != "id"},
    ),
    ANYTHING,
)
PAGE_DETAILS = st.one_of(
    st.none(),
    ANYTHING,
    st.fixed_dictionaries(
        {
            "nextPageUrl": st.one_of(
                TEXTS, st.just(f"https://{HOST}/next"), st.just(f"https://{HOST}:1/{SECRET}")
            )
        }
    ),
)
ERRORS = st.fixed_dictionaries({"errors": st.lists(st.one_of(TEXTS, ANYTHING), max_size=3)})
FIELD = st.one_of(
    st.fixed_dictionaries(
        {"name": st.one_of(st.sampled_from(["queueID", "status", "companyType"]), TEXTS)},
        optional={
            "isReadOnly": SCALARS,
            "picklistValues": st.one_of(ANYTHING, st.lists(RECORD, max_size=3)),
        },
    ),
    ANYTHING,
)
ENVELOPES: dict[str, st.SearchStrategy[Any]] = {
    "items": st.fixed_dictionaries(
        {"items": st.one_of(st.lists(RECORD, max_size=4), ANYTHING)},
        optional={"pageDetails": PAGE_DETAILS},
    ),
    "item": st.fixed_dictionaries({"item": RECORD}),
    "fields": st.fixed_dictionaries({"fields": st.one_of(st.lists(FIELD, max_size=4), ANYTHING)}),
    "info": st.fixed_dictionaries(
        {"info": st.dictionaries(st.sampled_from(["canQuery", "userAccessForQuery"]), SCALARS)}
    ),
    "calls": st.dictionaries(
        st.sampled_from(["currentTimeframeRequestCount", "externalRequestThreshold"]), SCALARS
    ),
    "version": st.dictionaries(st.sampled_from(["majorVersion", "minorVersion"]), SCALARS),
    "written": st.fixed_dictionaries({"itemId": SCALARS}),
    "zone": st.fixed_dictionaries(
        {
            "url": st.one_of(st.just(ZONE_ANSWER["url"]), TEXTS, ANYTHING),
            "ci": st.one_of(st.just(4711), SCALARS),
        },
        optional={"zoneName": ANYTHING, "webUrl": ANYTHING},
    ),
}
HEADERS = st.dictionaries(
    st.sampled_from(["Retry-After", "Date", "Content-Type", "Content-Encoding", "Location"]),
    st.one_of(
        st.sampled_from(
            ["3", "Mon, 23 Nov 2026 09:00:00 GMT", "text/html", "gzip", "Mon, 99 Nov 0 9:0:0 -9999"]
        ),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12),
    ),
    max_size=3,
)
STATUSES = st.one_of(
    st.just(200), st.just(200), st.just(200), st.sampled_from([400, 401, 404, 429, 500]),
    st.integers(200, 599),
)  # fmt: skip


class Foreign:
    """Stands where the server stands; draws each reply when it is asked for.

    Args:
        data: where the replies come from.
        is_zone_odd: whether the zone's address is drawn as well.
    """

    def __init__(self, data: st.DataObject, *, is_zone_odd: bool = False) -> None:
        self._draw = data.draw
        self._is_zone_odd = is_zone_odd

    def __call__(self, request: httpx.Request) -> httpx.Response:
        shape = _shape_of(request)
        if shape == "zone" and not self._is_zone_odd:
            return httpx.Response(200, json=ZONE_ANSWER)
        body = self._draw(
            st.one_of(
                as_json(ENVELOPES[shape]),
                as_json(ENVELOPES[shape]),
                as_json(st.one_of(ERRORS, ANYTHING)),
                st.binary(max_size=30),
            )
        )
        headers = self._draw(HEADERS)
        try:
            return httpx.Response(self._draw(STATUSES), headers=headers, content=body)
        except httpx.DecodingError as error:
            raise httpx.DecodingError(str(error), request=request) from None


def _shape_of(request: httpx.Request) -> str:
    path = request.url.path
    if request.method in ("PUT", "POST") and not path.endswith("/query"):
        return "written"
    for end, shape in (
        ("/zoneInformation", "zone"), ("/query", "items"), ("/next", "items"),
        ("/FieldDefaults", "items"), ("/fields", "fields"), ("/entityInformation", "info"),
        ("/ThresholdInformation", "calls"), ("/Version", "version"),
    ):  # fmt: skip
        if path.endswith(end):
            return shape
    return "item"


def client_of(server: Callable[[httpx.Request], httpx.Response]) -> RestAutotask:
    """The real client, save the socket."""
    made = open_autotask(
        connection(secret=SECRET, tracking_id=TRACKING_ID), lambda: None, discovery_url=DISCOVERY,
        budget=FakeBudget(), clock=FakeClock(), limits=EndpointLimits(),
    )  # fmt: skip
    wire: Any = made._client._wire
    transport = httpx.MockTransport(server)
    wire._built = lambda: httpx.Client(transport=transport, trust_env=False)
    return made


SINCE = datetime(2026, 11, 23, tzinfo=UTC)
NOTE = NoteDraft("Title", "Text", 1, 2)
READS: dict[str, Callable[[RestAutotask], object]] = {
    "calls": lambda autotask: autotask.calls_used(),
    "version": lambda autotask: autotask.version(),
    "access": lambda autotask: autotask.access("Tickets"),
    "reference data": lambda autotask: autotask.reference_data(),
    "category defaults": lambda autotask: autotask.category_defaults(3),
    "search companies": lambda autotask: autotask.search_companies("a"),
    "companies": lambda autotask: list(autotask.companies([1, 2, 3])),
    "company facts": lambda autotask: autotask.company_facts(1),
    "all companies": lambda autotask: list(autotask.all_companies()),
    "look-up": lambda autotask: autotask.look_up("bc-x", 1, "title", SINCE, 2),
    "any ticket": lambda autotask: autotask.any_ticket(),
    "ticket": lambda autotask: autotask.ticket(1),
    "ticket sheet": lambda autotask: autotask.ticket_sheet(1),
    "tickets": lambda autotask: list(autotask.tickets([1, 2])),
    "ticket by number": lambda autotask: autotask.ticket_by_number("T20261123.0001"),
    "search tickets": lambda autotask: autotask.search_tickets("a", 1, SINCE),
    "full ticket": lambda autotask: autotask.full_ticket(1),
    "time entries": lambda autotask: autotask.time_entries(1),
    "with time entries": lambda autotask: autotask.with_time_entries([1, 2]),
    "sees non-billable": lambda autotask: autotask.sees_non_billable(),
    "deleted tickets": lambda autotask: autotask.deleted_tickets([1, 2]),
    "notes": lambda autotask: autotask.notes(1, 2),
    "author": lambda autotask: autotask.author(),
}


@pytest.mark.parametrize("name", READS)
def test_a_read_gives_a_value_or_a_sentence(name: str) -> None:
    @searching(50)
    @given(st.data())
    def search(data: st.DataObject) -> None:
        autotask = client_of(Foreign(data))
        try:
            judged(lambda: READS[name](autotask))
        finally:
            autotask.close()

    search()


@searching(100)
@given(st.data())
def test_a_zone_gives_a_value_or_a_sentence(data: st.DataObject) -> None:
    autotask = client_of(Foreign(data, is_zone_odd=True))
    try:
        judged(lambda: (autotask.zone(), autotask.ticket_address(7)))
    finally:
        autotask.close()


@searching(100)
@given(st.data())
def test_a_write_always_has_an_ending(data: st.DataObject) -> None:
    autotask = client_of(Foreign(data))
    try:
        for answer in (
            autotask.create_ticket(ticket_draft(), lambda: True),
            autotask.add_note(7, NOTE, lambda: True),
        ):
            assert isinstance(answer, CreateAnswer)
            judge(answer)
    finally:
        autotask.close()


@searching(100)
@given(st.data())
def test_a_full_update_of_what_came_always_has_an_ending(data: st.DataObject) -> None:
    autotask = client_of(Foreign(data))
    try:
        full = autotask.full_ticket(1)
    except Failure as failure:
        judge_failure(failure)
    else:
        judge(autotask.update_ticket(full, TicketChange(status=5), lambda: True))
    finally:
        autotask.close()


@searching(100)
@given(STATUSES, HEADERS, st.integers(3900, 4100))
@example(400, {}, 3990)
def test_a_secret_at_the_cut_of_a_long_answer_is_not_shown_in_part(
    status: int, headers: dict[str, str], before: int
) -> None:
    client_of(lambda _request: httpx.Response(500)).close()  # from here on the secret is known
    body = b"x" * before + SECRET.encode() + b"y" * 3000
    answer = read(HOST, "Tickets", status, headers, body)
    assert SECRET[:6] not in answer.text
    failure = failure_of(answer)
    assert failure is None or SECRET[:6] not in failure.detail
