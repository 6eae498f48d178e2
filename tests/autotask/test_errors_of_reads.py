from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
import respx

from bcautotask_gui.domain.errors import Failure, Kind
from tests.autotask.world import DISCOVERY, USER, ZONE, ZONE_ANSWER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask
    from tests.autotask.world import FakeClock

PAGE = "<html><body>Sign in</body></html>"


@pytest.fixture
def ticket() -> Any:
    with respx.mock(assert_all_called=False) as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        yield router.get(f"{ZONE}/Tickets/7")


def errors(*texts: str) -> tuple[int, dict[str, Any]]:
    return 500, {"json": {"errors": list(texts)}}


CASES: list[tuple[Any, Kind, str, dict[str, object]]] = [
    (errors("dueDateTime is required.; on record number [0]."), Kind.REQUIRED, "dueDateTime", {}),
    (
        errors("Missing Required Field: isOptional. ; on record number [1]"),
        Kind.REQUIRED,
        "isOptional",
        {},
    ),
    (
        errors("Value does not exist for the required field resourceID"),
        Kind.REQUIRED,
        "resourceID",
        {},
    ),
    (errors("queueID is required"), Kind.REQUIRED, "queueID", {}),
    (errors("Queue ID is required."), Kind.REQUIRED, "Queue ID", {}),
    (
        errors("Picklist value [3] does not exist for priority. ; on record number [1]."),
        Kind.PICKLIST,
        "priority",
        {"value": "3"},
    ),
    (
        errors(
            "Reference value on field: roleID of type: Role does not "
            "exist or is invalid. ; on record number [1]."
        ),
        Kind.REFUSED,
        "roleID",
        {},
    ),
    (
        errors(
            "The companyLocationID[285] cannot be associated with the "
            "Ticket. The CompanyLocation must belong to the Company."
        ),
        Kind.REFUSED,
        "companyLocationID",
        {},
    ),
    (errors("Unable to find projectID in the TimeEntry Entity"), Kind.REFUSED, "projectID", {}),
    (errors("maxCountOfRecordsToReturn must be between 1 and 500"), Kind.REFUSED, "", {}),
    (
        errors("Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."),
        Kind.REFUSED,
        "",
        {},
    ),
    (
        errors(
            "The logged in Resource does not have the adequate "
            "permissions to query this entity type."
        ),
        Kind.PERMISSION,
        "",
        {},
    ),
    (
        errors(
            "No message. No matching records found. The logged in "
            "Resource may not have the required permissions to delete the data."
        ),
        Kind.PERMISSION,
        "",
        {},
    ),
    (
        errors("The Autotask API thread threshold of 3 threads has been exceeded."),
        Kind.BUSY,
        "",
        {},
    ),
    (errors("IntegrationCode is invalid"), Kind.CREDENTIALS, "", {}),
    (errors("Invalid username or password"), Kind.CREDENTIALS, "", {}),
    ((429, {}), Kind.BUSY, "", {}),
    ((401, {}), Kind.CREDENTIALS, "", {}),
    ((403, {}), Kind.PERMISSION, "", {}),
    ((404, {"html": PAGE}), Kind.NOT_AUTOTASK, "", {"host": "webservices19.autotask.net"}),
    ((404, {}), Kind.ABSENT, "", {"id": 7}),
    ((405, {"json": {"Message": "No GET"}}), Kind.REFUSED, "", {"text": "No GET"}),
    ((200, {"html": PAGE}), Kind.NOT_AUTOTASK, "", {}),
    ((302, {"headers": {"Location": "https://login.example/"}}), Kind.NOT_AUTOTASK, "", {}),
    ((200, {"content": b'{"item": {"id"'}), Kind.UNREADABLE, "", {}),
    ((200, {"json": []}), Kind.UNREADABLE, "", {}),
    ((200, {}), Kind.UNREADABLE, "", {}),
    ((200, {"json": {}}), Kind.UNREADABLE, "", {}),
    ((200, {"json": {"item": 5}}), Kind.UNREADABLE, "", {}),
    ((200, {"json": {"item": {"id": 8, "companyID": 0, "status": 1}}}), Kind.UNREADABLE, "", {}),
    ((200, {"json": {"item": {"id": 7, "companyID": 0}}}), Kind.UNREADABLE, "status", {}),
    ((200, {"json": {"item": None}}), Kind.ABSENT, "", {"what": "ticket", "id": 7}),
    ((500, {}), Kind.SERVER, "", {"status": 500}),
    ((502, {"html": PAGE}), Kind.SERVER, "", {"status": 502}),
    ((408, {}), Kind.TIMED_OUT, "", {}),
    (httpx.ConnectError("refused"), Kind.UNREACHABLE, "", {"host": "webservices19.autotask.net"}),
    (httpx.ConnectTimeout("slow"), Kind.UNREACHABLE, "", {}),
    (httpx.ReadTimeout("slow"), Kind.TIMED_OUT, "", {"seconds": 60}),
    (httpx.ReadError("reset"), Kind.CUT, "", {}),
    (httpx.RemoteProtocolError("no answer"), Kind.CUT, "", {}),
    (httpx.DecodingError("gzip"), Kind.UNREADABLE, "", {}),
    (KeyError("?"), Kind.UNEXPECTED, "", {}),
]


@pytest.mark.parametrize(("came", "kind", "field", "values"), CASES)
def test_each_answer_to_a_read_has_its_failure(
    ticket: respx.Route,
    opened: Callable[..., RestAutotask],
    came: Any,
    kind: Kind,
    field: str,
    values: dict[str, object],
) -> None:
    if isinstance(came, tuple):
        ticket.mock(return_value=httpx.Response(came[0], **came[1]))
    else:
        ticket.mock(side_effect=came)
    with pytest.raises(Failure) as caught:
        opened().ticket(7)
    assert caught.value.kind is kind
    assert caught.value.field == field
    assert values.items() <= caught.value.values.items()


def test_reads_are_repeated_until_one_works(
    ticket: respx.Route, opened: Callable[..., RestAutotask], clock: FakeClock
) -> None:
    row = {"id": 7, "companyID": 0, "status": 1, "title": "Seven", "ticketNumber": "T20261123.0007"}
    ticket.mock(
        side_effect=[
            httpx.ConnectError("refused"),
            httpx.Response(502, html=PAGE),
            httpx.Response(429, headers={"Retry-After": "9"}),
            httpx.Response(500, json={"errors": ["thread threshold exceeded"]}),
            httpx.Response(200, json={"item": row}),
        ]
    )
    assert opened().ticket(7).title == "Seven"
    assert len(clock.waits) == 4
    assert clock.waits[2] == 9.0


def test_a_busy_server_is_given_up_after_a_minute(
    ticket: respx.Route, opened: Callable[..., RestAutotask], clock: FakeClock
) -> None:
    ticket.respond(503)
    with pytest.raises(Failure) as caught:
        opened().ticket(7)
    assert caught.value.kind is Kind.SERVER
    assert 30 < sum(clock.waits) <= 60


def test_a_sentence_of_autotask_is_never_asked_for_twice(
    ticket: respx.Route, opened: Callable[..., RestAutotask]
) -> None:
    ticket.respond(500, json={"errors": ["Unable to find x in the Ticket Entity"]})
    with pytest.raises(Failure):
        opened().ticket(7)
    assert ticket.call_count == 1


def test_an_unknown_user_is_told_from_the_zone(opened: Callable[..., RestAutotask]) -> None:
    with respx.mock as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(
            500, json={"errors": ["Zone information could not be determined"]}
        )
        with pytest.raises(Failure, match=USER) as caught:
            opened().zone()
    assert caught.value.kind is Kind.UNKNOWN_USER
