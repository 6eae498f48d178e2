"""Whether a run may get a ticket, and every reason against it."""

from typing import Any

import pytest

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.runs import RunStatus
from bcautotask_gui.domain.settings import PriorityChoice, Settings, TicketDefaults
from bcautotask_gui.domain.ticket_rules import (
    RunFacts,
    priority_choice,
    reasons_against_create,
    without_ticket,
)
from bcautotask_gui.domain.tickets import Block, ClaimState, Origin
from tests.domain.samples import (
    MORNING,
    a_claim,
    a_link,
    a_mapping,
    a_run,
    an_operator,
    good_settings,
    reference_data,
    with_defaults,
)

NOT_TICKETED = PriorityChoice(do_not_ticket=True)


def facts(**changes: Any) -> RunFacts:
    values: dict[str, Any] = {"run": a_run(), "mapping": a_mapping(), "links": (), "claim": None}
    return RunFacts(**{**values, **changes})


def reasons(
    given: RunFacts | None = None,
    settings: Settings | None = None,
    role: Role = Role.OPERATOR,
) -> list[Block]:
    return list(
        reasons_against_create(
            given or facts(), settings or good_settings(), reference_data(), an_operator(role)
        )
    )


@pytest.mark.parametrize("status", [RunStatus.WARNING, RunStatus.FAILED, RunStatus.MISSED])
@pytest.mark.parametrize("role", [Role.ADMIN, Role.OPERATOR])
@pytest.mark.parametrize("mapping", [MappingStatus.OK, MappingStatus.RENAMED])
def test_nothing_stands_against_a_creatable_run(
    status: RunStatus, role: Role, mapping: MappingStatus
) -> None:
    given = facts(run=a_run(status=status), mapping=a_mapping(status=mapping))
    assert reasons(given, role=role) == []


def test_a_reviewed_run_may_still_get_a_ticket() -> None:
    assert reasons(facts(run=a_run(is_reviewed=True))) == []


@pytest.mark.parametrize(
    ("status", "text", "what"),
    [
        (RunStatus.SUCCESS, "Success", "The run ended with Success."),
        (RunStatus.OVERRIDE, "Success (override)", "The run ended with Success (override)."),
        (RunStatus.OTHER, "Expected", "The run ended with Expected."),
        (RunStatus.OTHER, "", "The run ended with an unknown status."),
    ],
)
def test_a_run_that_went_well_gets_no_ticket(status: RunStatus, text: str, what: str) -> None:
    [block] = reasons(facts(run=a_run(status=status, status_text=text)))
    assert block == Block(what, "Only Warning, Failed, Error and Missed runs get a ticket.")


def test_a_disabled_integration_creates_nothing() -> None:
    [block] = reasons(settings=good_settings(enabled=False))
    assert block == Block("Autotask is off.", "Turn the integration on in Settings.", "settings")


@pytest.mark.parametrize("role", [Role.REPORTER, Role.VIEWER])
def test_who_only_looks_creates_nothing(role: Role) -> None:
    [block] = reasons(role=role)
    assert block.what == f"A {role.value} may not create tickets."
    assert block.sentence == "Ask an admin or operator."


def test_a_priority_that_is_not_ticketed_stands_against_its_runs() -> None:
    [block] = reasons(settings=with_defaults(error=NOT_TICKETED))
    assert block.what == "Runs that end with Failed get no ticket."
    assert block.place == "defaults"


@pytest.mark.parametrize(
    ("changes", "what", "sentence"),
    [
        (
            {},
            "This run already has ticket T20261123.0501.",
            "Created by S. Bakker, Monday 23 November 2026, 05:12 (UTC). One ticket per run, ever.",
        ),
        (
            {"number": ""},
            "This run already has ticket 501.",
            "Created by S. Bakker, Monday 23 November 2026, 05:12 (UTC). One ticket per run, ever.",
        ),
        (
            {"is_deleted": True, "is_complete": True, "origin": Origin.LINKED},
            "This run already has ticket T20261123.0501.",
            "Linked by S. Bakker, Monday 23 November 2026, 05:12 (UTC). One ticket per run, ever.",
        ),
        (
            {"origin": Origin.MANUAL, "environment": None, "ticket_id": None, "operator": ""},
            "This run already has ticket T20261123.0501.",
            "Typed, Monday 23 November 2026, 05:12 (UTC). One ticket per run, ever.",
        ),
        (
            {"origin": Origin.WEB_APPLICATION},
            "This run already has ticket T20261123.0501.",
            "The web application wrote it. One ticket per run, ever.",
        ),
    ],
)
def test_a_run_with_a_ticket_gets_no_other(
    changes: dict[str, Any], what: str, sentence: str
) -> None:
    assert reasons(facts(links=(a_link(**changes),))) == [Block(what, sentence, "ticket")]


def test_each_ticket_of_a_run_is_told_and_its_claim_is_not_told_again() -> None:
    links = (a_link(), a_link(id=2, ticket_id=502, number="T20261123.0502"))
    claim = a_claim(state=ClaimState.CREATED, ticket_id=501)
    assert [block.what for block in reasons(facts(links=links, claim=claim))] == [
        "This run already has ticket T20261123.0501.",
        "This run already has ticket T20261123.0502.",
    ]


@pytest.mark.parametrize(
    ("changes", "what", "place"),
    [
        ({}, "S. Bakker is working on this run.", ""),
        (
            {"state": ClaimState.SENDING, "sending_at": MORNING},
            "Nobody knows yet whether Autotask created the ticket.",
            "",
        ),
        (
            {"state": ClaimState.UNKNOWN, "sending_at": MORNING},
            "Nobody knows yet whether Autotask created the ticket.",
            "",
        ),
        (
            {"state": ClaimState.ENDED_BY_LINK, "sending_at": MORNING},
            "Nobody knows yet whether Autotask created the ticket.",
            "",
        ),
        ({"offered": (501,)}, "Autotask holds a ticket with this very title.", "ticket"),
        (
            {"offered": (501,), "rejected": (501,)},
            "S. Bakker is working on this run.",
            "",
        ),
        (
            {"state": ClaimState.CREATED, "sending_at": MORNING, "ticket_id": 501},
            "Ticket id 501 was created for this run.",
            "ticket",
        ),
    ],
)
def test_an_attempt_that_is_not_released_stands_against_another(
    changes: dict[str, Any], what: str, place: str
) -> None:
    [block] = reasons(facts(claim=a_claim(**changes)))
    assert (block.what, block.place) == (what, place)


def test_an_offer_names_the_ticket_that_nobody_decided_about() -> None:
    [block] = reasons(facts(claim=a_claim(offered=(501, 502), rejected=(501,))))
    assert block.sentence == "Decide about ticket id 502: accept it for this run, or reject it."


@pytest.mark.parametrize("mapping", [None, a_mapping(status=MappingStatus.MISSING)])
def test_a_customer_without_company_gets_no_ticket(mapping: Any) -> None:
    [block] = reasons(facts(mapping=mapping))
    assert block == Block(
        "This customer has no Autotask company yet.",
        "Map Autohaus Brandt KG under Customers, then create the ticket.",
        "mapping",
        "company",
    )


@pytest.mark.parametrize(
    ("because", "said"),
    [
        ("inactive", "is inactive. Mend it in Autotask, or map another company."),
        ("", "is marked invalid; refresh it under Customers to see why."),
    ],
)
def test_a_company_that_does_not_answer_gets_no_ticket(because: str, said: str) -> None:
    mapping = a_mapping(status=MappingStatus.INVALID, invalid_because=because)
    [block] = reasons(facts(mapping=mapping))
    assert block.what == "The mapped company cannot get tickets."
    assert block.sentence == f"Autohaus Brandt KG (29683512) {said}"
    assert (block.place, block.field) == ("mapping", "company")


@pytest.mark.parametrize(
    ("changes", "field", "what"),
    [
        ({"queue": None}, "queue", "Queue: nothing usable is chosen."),
        ({"source": 99}, "source", "Source: nothing usable is chosen."),
        ({"status": None}, "status", "Status: nothing usable is chosen."),
        ({"error": PriorityChoice(4)}, "priority", "Priority: nothing usable is chosen."),
        ({"category": 77}, "category", "Category: what is chosen cannot be used."),
        (
            {"issue_type": 12, "sub_issue_type": 152},
            "sub_issue_type",
            "Sub-issue type: what is chosen cannot be used.",
        ),
    ],
)
def test_a_default_that_cannot_be_used_stands_against_a_ticket(
    changes: dict[str, Any], field: str, what: str
) -> None:
    [block] = reasons(settings=with_defaults(**changes))
    assert (block.what, block.place, block.field) == (what, "defaults", field)
    assert block.sentence.startswith(("Choose a", '"', "The "))


def test_the_priority_of_another_status_stands_against_nothing() -> None:
    assert reasons(settings=with_defaults(warning=PriorityChoice(4))) == []


def test_picklists_that_were_never_read_stand_against_a_ticket() -> None:
    found = reasons_against_create(facts(), good_settings(), None, an_operator())
    assert [block.field for block in found] == ["queue", "source", "status", "priority"]
    assert all(block.sentence.startswith("Refresh the reference data") for block in found)


def test_all_reasons_are_told_together_in_this_order() -> None:
    settings = good_settings(enabled=False).with_current(defaults=TicketDefaults())
    given = facts(mapping=None, links=(a_link(),))
    assert [(block.place, block.field) for block in reasons(given, settings, Role.VIEWER)] == [
        ("settings", ""),
        ("", ""),
        ("ticket", ""),
        ("mapping", "company"),
        ("defaults", "queue"),
        ("defaults", "source"),
        ("defaults", "status"),
        ("defaults", "priority"),
    ]
    success = facts(run=a_run(status=RunStatus.SUCCESS), claim=a_claim())
    assert [block.what for block in reasons(success)] == [
        "The run ended with Failed.",
        "S. Bakker is working on this run.",
    ]


WARNING, ERROR, OWN = PriorityChoice(2), PriorityChoice(1), PriorityChoice(3)


@pytest.mark.parametrize(
    ("status", "missed", "expected"),
    [
        (RunStatus.WARNING, OWN, WARNING),
        (RunStatus.FAILED, OWN, ERROR),
        (RunStatus.MISSED, PriorityChoice(), ERROR),
        (RunStatus.MISSED, OWN, OWN),
        (RunStatus.MISSED, NOT_TICKETED, NOT_TICKETED),
    ],
)
def test_a_status_has_its_priority(
    status: RunStatus, missed: PriorityChoice, expected: PriorityChoice
) -> None:
    defaults = TicketDefaults(warning=WARNING, error=ERROR, missed=missed)
    assert priority_choice(status, defaults) == expected


@pytest.mark.parametrize(
    ("warning", "error", "missed", "expected"),
    [
        (WARNING, ERROR, PriorityChoice(), set()),
        (NOT_TICKETED, ERROR, PriorityChoice(), {RunStatus.WARNING}),
        (WARNING, NOT_TICKETED, PriorityChoice(), {RunStatus.FAILED, RunStatus.MISSED}),
        (WARNING, NOT_TICKETED, OWN, {RunStatus.FAILED}),
        (WARNING, ERROR, NOT_TICKETED, {RunStatus.MISSED}),
    ],
)
def test_a_team_decides_which_runs_need_no_ticket(
    warning: PriorityChoice, error: PriorityChoice, missed: PriorityChoice, expected: set[RunStatus]
) -> None:
    defaults = TicketDefaults(warning=warning, error=error, missed=missed)
    assert without_ticket(defaults) == expected
