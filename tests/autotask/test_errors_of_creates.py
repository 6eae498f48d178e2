from __future__ import annotations

import json
import ssl
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import respx
from hypothesis import given
from hypothesis import strategies as st

from bcautotask_gui.autotask.answer import read
from bcautotask_gui.autotask.errors import broken_by, ending_of, failure_of
from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.tickets import Ending
from tests.autotask.world import DISCOVERY, HOST, ZONE, ZONE_ANSWER, draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask

PAGE = "<!DOCTYPE html><html><body>Bad gateway</body></html>"
THREADS = "The Autotask API thread threshold of 3 threads has been exceeded."
HOURLY = (
    "The Autotask API request threshold of 10000 requests in a 60 minute timeframe has been "
    "exceeded."
)
MAY_NOT = (
    "The logged in Resource does not have the adequate permissions to create this entity type."
)
PICKLIST = "Picklist value [3] does not exist for priority. ; on record number [1]."


def errors(*texts: str) -> dict[str, Any]:
    return {"json": {"errors": list(texts)}}


CASES: list[tuple[str, Any, Ending, Kind | None]] = [
    # created: an id can be read, whatever else came
    ("id", (200, {"json": {"itemId": 128926}}), Ending.CREATED, None),
    ("id as text", (200, {"json": {"itemId": "128926"}}), Ending.CREATED, None),
    ("id with 201", (201, {"json": {"itemId": 128926}}), Ending.CREATED, None),
    (
        "id beside errors",
        (200, {"json": {"itemId": 128926, "errors": ["x"]}}),
        Ending.CREATED,
        None,
    ),
    (
        "id after a byte order mark",
        (200, {"content": b'\xef\xbb\xbf{"itemId":128926}'}),
        Ending.CREATED,
        None,
    ),
    # refused: proven not to have been executed
    ("400", (400, {"json": {"Message": "Bad"}}), Ending.REFUSED, Kind.REFUSED),
    ("400 page", (400, {"html": PAGE}), Ending.REFUSED, Kind.NOT_AUTOTASK),
    ("401", (401, {}), Ending.REFUSED, Kind.CREDENTIALS),
    ("401 with errors", (401, errors("no")), Ending.REFUSED, Kind.CREDENTIALS),
    ("403", (403, {}), Ending.REFUSED, Kind.PERMISSION),
    ("403 page", (403, {"html": PAGE}), Ending.REFUSED, Kind.NOT_AUTOTASK),
    ("404 page", (404, {"html": PAGE}), Ending.REFUSED, Kind.NOT_AUTOTASK),
    ("404", (404, {}), Ending.REFUSED, Kind.ABSENT),
    ("405", (405, {"json": {"Message": "No POST"}}), Ending.REFUSED, Kind.REFUSED),
    ("413", (413, {}), Ending.REFUSED, Kind.REFUSED),
    ("415", (415, {"json": {"Message": "No"}}), Ending.REFUSED, Kind.REFUSED),
    ("picklist", (500, errors(PICKLIST)), Ending.REFUSED, Kind.PICKLIST),
    (
        "required",
        (500, errors("dueDateTime is required.; on record number [0].")),
        Ending.REFUSED,
        Kind.REQUIRED,
    ),
    (
        "permission",
        (
            500,
            errors(MAY_NOT),
        ),
        Ending.REFUSED,
        Kind.PERMISSION,
    ),
    (
        "integration code",
        (500, errors("IntegrationCode is invalid")),
        Ending.REFUSED,
        Kind.CREDENTIALS,
    ),
    ("unknown sentence", (500, errors("Something of their own.")), Ending.REFUSED, Kind.REFUSED),
    ("two sentences", (500, errors("First.", PICKLIST)), Ending.REFUSED, Kind.PICKLIST),
    ("errors in a 200", (200, errors(PICKLIST)), Ending.REFUSED, Kind.PICKLIST),
    ("errors in a 503", (503, errors("Refused.")), Ending.REFUSED, Kind.REFUSED),
    ("errors in a 409", (409, errors("Refused.")), Ending.REFUSED, Kind.REFUSED),
    ("errors in a 422", (422, errors("Refused.")), Ending.REFUSED, Kind.REFUSED),
    # come again: turned away by a limit
    ("429", (429, {}), Ending.COME_AGAIN, Kind.BUSY),
    ("429 page", (429, {"html": PAGE}), Ending.COME_AGAIN, Kind.BUSY),
    ("429 with errors", (429, errors("Anything.")), Ending.COME_AGAIN, Kind.BUSY),
    ("threads in a 500", (500, errors(THREADS)), Ending.COME_AGAIN, Kind.BUSY),
    ("hourly in a 500", (500, errors(HOURLY)), Ending.COME_AGAIN, Kind.BUSY),
    (
        "threads behind another sentence",
        (500, errors(PICKLIST, THREADS)),
        Ending.COME_AGAIN,
        Kind.BUSY,
    ),
    ("threads in a 200", (200, errors(THREADS)), Ending.COME_AGAIN, Kind.BUSY),
    ("threads in a 403", (403, errors(THREADS)), Ending.COME_AGAIN, Kind.BUSY),
    ("threads in a 503", (503, errors(THREADS)), Ending.COME_AGAIN, Kind.BUSY),
    # not sent
    ("refused connection", httpx.ConnectError("refused"), Ending.NOT_SENT, Kind.UNREACHABLE),
    ("connect time-out", httpx.ConnectTimeout("slow"), Ending.NOT_SENT, Kind.UNREACHABLE),
    ("pool time-out", httpx.PoolTimeout("full"), Ending.NOT_SENT, Kind.TIMED_OUT),
    (
        "proxy",
        httpx.ProxyError("407 Proxy Authentication Required"),
        Ending.NOT_SENT,
        Kind.UNREACHABLE,
    ),
    # nobody knows
    ("read time-out", httpx.ReadTimeout("slow"), Ending.NOBODY_KNOWS, Kind.TIMED_OUT),
    ("write time-out", httpx.WriteTimeout("slow"), Ending.NOBODY_KNOWS, Kind.TIMED_OUT),
    ("reset", httpx.ReadError("reset"), Ending.NOBODY_KNOWS, Kind.CUT),
    ("broken pipe", httpx.WriteError("pipe"), Ending.NOBODY_KNOWS, Kind.CUT),
    (
        "no answer",
        httpx.RemoteProtocolError("disconnected"),
        Ending.NOBODY_KNOWS,
        Kind.CUT,
    ),
    ("cannot be unpacked", httpx.DecodingError("gzip"), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("an error that nobody foresaw", ValueError("?"), Ending.NOBODY_KNOWS, Kind.UNEXPECTED),
    ("200 without body", (200, {}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("204", (204, {}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("200 without id", (200, {"json": {}}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("id null", (200, {"json": {"itemId": None}}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("id 0", (200, {"json": {"itemId": 0}}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("id true", (200, {"json": {"itemId": True}}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("id of words", (200, {"json": {"itemId": "new"}}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("200 list", (200, {"json": [128926]}), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    ("200 page", (200, {"html": PAGE}), Ending.NOBODY_KNOWS, Kind.NOT_AUTOTASK),
    (
        "200 cut JSON",
        (200, {"content": b'{"itemId": 1289'}),
        Ending.NOBODY_KNOWS,
        Kind.UNREADABLE,
    ),
    ("200 empty errors", (200, errors()), Ending.NOBODY_KNOWS, Kind.UNREADABLE),
    (
        "301",
        (301, {"headers": {"Location": "https://elsewhere.autotask.net/"}}),
        Ending.NOBODY_KNOWS,
        Kind.NOT_AUTOTASK,
    ),
    (
        "307",
        (307, {"headers": {"Location": f"{ZONE}/Tickets"}}),
        Ending.NOBODY_KNOWS,
        Kind.NOT_AUTOTASK,
    ),
    ("302 with errors", (302, errors("x")), Ending.NOBODY_KNOWS, Kind.NOT_AUTOTASK),
    ("304", (304, {}), Ending.NOBODY_KNOWS, Kind.NOT_AUTOTASK),
    ("408", (408, {}), Ending.NOBODY_KNOWS, Kind.TIMED_OUT),
    ("408 with errors", (408, errors("x")), Ending.NOBODY_KNOWS, Kind.TIMED_OUT),
    ("409", (409, {}), Ending.NOBODY_KNOWS, Kind.SERVER),
    ("418", (418, {}), Ending.NOBODY_KNOWS, Kind.SERVER),
    ("500 empty", (500, {}), Ending.NOBODY_KNOWS, Kind.SERVER),
    (
        "500 message",
        (500, {"json": {"Message": "An error has occurred."}}),
        Ending.NOBODY_KNOWS,
        Kind.SERVER,
    ),
    ("500 empty errors", (500, errors()), Ending.NOBODY_KNOWS, Kind.SERVER),
    ("500 blank errors", (500, errors(" ")), Ending.NOBODY_KNOWS, Kind.SERVER),
    (
        "500 errors of another shape",
        (500, {"json": {"errors": [{"message": "x"}]}}),
        Ending.NOBODY_KNOWS,
        Kind.SERVER,
    ),
    (
        "500 errors as text",
        (500, {"json": {"errors": "x"}}),
        Ending.NOBODY_KNOWS,
        Kind.SERVER,
    ),
    (
        "500 cut errors",
        (500, {"content": b'{"errors":["x'}),
        Ending.NOBODY_KNOWS,
        Kind.SERVER,
    ),
    ("502 page", (502, {"html": PAGE}), Ending.NOBODY_KNOWS, Kind.SERVER),
    ("503", (503, {"headers": {"Retry-After": "5"}}), Ending.NOBODY_KNOWS, Kind.SERVER),
    ("504", (504, {}), Ending.NOBODY_KNOWS, Kind.SERVER),
]


@pytest.fixture
def tickets() -> Any:
    with respx.mock(assert_all_called=False) as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        yield router.post(f"{ZONE}/Tickets")


@pytest.mark.parametrize(
    ("came", "ending", "kind"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_create_ends_as_its_answer_proves(
    tickets: respx.Route,
    opened: Callable[..., RestAutotask],
    came: Any,
    ending: Ending,
    kind: Kind | None,
) -> None:
    if isinstance(came, tuple):
        tickets.mock(return_value=httpx.Response(came[0], **came[1]))
    else:
        tickets.mock(side_effect=came)
    answer = opened().create_ticket(draft(), lambda: True)
    assert answer.ending is ending
    assert (answer.failure.kind if answer.failure else None) is kind
    assert answer.ticket_id == (128926 if ending is Ending.CREATED else None)
    assert tickets.call_count == 1


@pytest.mark.parametrize(
    ("causes", "kind"),
    [
        ([ssl.SSLCertVerificationError("self-signed")], Kind.CERTIFICATE),
        ([OSError("inner"), ssl.SSLError("handshake")], Kind.CERTIFICATE),
        ([OSError("Name or service not known")], Kind.UNREACHABLE),
    ],
)
def test_a_connection_that_was_never_made_sent_nothing(causes: list[Exception], kind: Kind) -> None:
    error = httpx.ConnectError("as raised")
    for inner, outer in zip(causes, [error, *causes], strict=False):
        outer.__cause__ = inner
    causes[-1].__context__ = error  # a circle, as libraries leave it behind
    ending = ending_of(broken_by(error, HOST, left=False))
    assert ending.ending is Ending.NOT_SENT
    assert ending.failure and ending.failure.kind is kind


def test_the_wait_that_autotask_asks_for_is_handed_on(
    tickets: respx.Route, opened: Callable[..., RestAutotask]
) -> None:
    tickets.respond(429, headers={"Retry-After": "17"})
    assert opened().create_ticket(draft(), lambda: True).wait == 17.0


BODIES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=80).map(str.encode),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["errors", "itemId", "Message", "x"]), inner, max_size=3
            )
        ),
        max_leaves=6,
    ).map(lambda value: json.dumps(value).encode()),
    st.just(b"[" * 100_000),
    st.just(b"9" * 5000),
)
HEADERS = st.dictionaries(
    st.sampled_from(["content-type", "retry-after", "date", "location"]),
    st.text(max_size=30) | st.sampled_from(["-1", "inf", "Mon, 23 Nov 2026 09:00:00 GMT"]),
    max_size=4,
)


@given(st.integers(100, 999), HEADERS, BODIES)
def test_whatever_comes_back_has_an_ending_and_a_wording(
    status: int, headers: dict[str, str], body: bytes
) -> None:
    answer = read(HOST, "Tickets", status, headers, body)
    ending = ending_of(answer)
    assert (ending.ticket_id is not None) is (ending.ending is Ending.CREATED)
    for failure in (ending.failure, failure_of(answer)):
        assert failure is None or failure.happened
    assert ending.wait >= 0.0
