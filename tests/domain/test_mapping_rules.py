"""What a company's answer means for a mapping, and how alike two names are."""

from datetime import timedelta
from typing import Any

import pytest
from rapidfuzz.fuzz import token_set_ratio

from bcautotask_gui.domain.customers import Company, Mapping, MappingStatus, Suggestion
from bcautotask_gui.domain.mapping_rules import (
    acknowledged,
    compare_names,
    contested,
    in_words,
    name_key,
    reason_against,
    refreshed,
    shared_words,
)
from tests.domain.samples import MORNING, a_mapping

OK, RENAMED, INVALID = MappingStatus.OK, MappingStatus.RENAMED, MappingStatus.INVALID
GONE = "deleted, or not accessible to the API user"
NOW = MORNING + timedelta(hours=1)


def company(name: str = "A", *, is_active: bool = True) -> Company:
    return Company(29683512, name, is_active)


def mapped(name: str = "A", status: MappingStatus = OK, **changes: Any) -> Mapping:
    return a_mapping(company_name=name, status=status, **changes)


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        pytest.param(mapped(), company(), mapped(), id="same"),
        pytest.param(
            mapped(),
            company("B"),
            mapped("B", RENAMED, former_name="A", version=5),
            id="renamed",
        ),
        pytest.param(
            mapped("B", RENAMED, former_name="A"),
            company("B"),
            mapped("B", RENAMED, former_name="A"),
            id="renamed and not acknowledged",
        ),
        pytest.param(
            mapped("B", RENAMED, former_name="A"),
            company("C"),
            mapped("C", RENAMED, former_name="A", version=5),
            id="renamed twice",
        ),
        pytest.param(
            mapped("B", RENAMED, former_name="A"),
            company("A"),
            mapped("A", RENAMED, former_name="B", version=5),
            id="back to the old name",
        ),
        pytest.param(
            mapped("B"),
            company("A"),
            mapped("A", RENAMED, former_name="B", version=5),
            id="back to a name acknowledged long ago",
        ),
        pytest.param(
            mapped(),
            company(is_active=False),
            mapped(status=INVALID, invalid_because="inactive", version=5),
            id="inactive",
        ),
        pytest.param(
            mapped(),
            company("B", is_active=False),
            mapped("B", INVALID, former_name="A", invalid_because="inactive", version=5),
            id="inactive and renamed",
        ),
        pytest.param(
            mapped(),
            None,
            mapped(status=INVALID, invalid_because=GONE, version=5),
            id="deleted",
        ),
        pytest.param(
            mapped("B", RENAMED, former_name="A"),
            None,
            mapped("B", INVALID, former_name="A", invalid_because=GONE, version=5),
            id="deleted after a rename",
        ),
        pytest.param(
            mapped(status=INVALID, invalid_because=GONE),
            None,
            mapped(status=INVALID, invalid_because=GONE),
            id="still deleted",
        ),
        pytest.param(
            mapped(status=INVALID, invalid_because="inactive"),
            company(),
            mapped(version=5),
            id="recovered",
        ),
        pytest.param(
            mapped(status=INVALID, invalid_because=GONE),
            company("B"),
            mapped("B", RENAMED, former_name="A", version=5),
            id="recovered under another name",
        ),
        pytest.param(
            mapped("B", INVALID, former_name="A", invalid_because="inactive"),
            company("B"),
            mapped("B", RENAMED, former_name="A", version=5),
            id="recovered with a rename that nobody acknowledged",
        ),
        pytest.param(
            mapped(status=INVALID, invalid_because="inactive"),
            None,
            mapped(status=INVALID, invalid_because=GONE, version=5),
            id="invalid for another reason",
        ),
    ],
)
def test_a_mapping_after_its_company_was_asked_for(
    before: Mapping, answer: Company | None, after: Mapping
) -> None:
    result = refreshed(before, answer, NOW)
    assert result.synced_at == NOW
    assert result == refreshed(after, answer, NOW)
    assert (result.status, result.company_name, result.former_name, result.invalid_because) == (
        after.status,
        after.company_name,
        after.former_name,
        after.invalid_because,
    )
    assert result.version == after.version


def test_a_refresh_never_changes_what_is_mapped_to_what() -> None:
    for answer in (company("B"), company(is_active=False), None):
        result = refreshed(mapped(), answer, NOW)
        assert (result.customer_id, result.company_id) == (7, 29683512)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(company(), ""), (company(is_active=False), "inactive"), (None, GONE)],
)
def test_a_company_that_cannot_get_tickets_has_a_reason(
    answer: Company | None, reason: str
) -> None:
    assert reason_against(answer) == reason


def test_only_a_company_that_answers_allows_tickets() -> None:
    assert {s for s in MappingStatus if s.allows_tickets} == {OK, RENAMED}


EXACT, SIMILAR, NONE = Suggestion.EXACT, Suggestion.SIMILAR, Suggestion.NONE


@pytest.mark.parametrize(
    ("customer", "company_name", "expected"),
    [
        ("Bakkerij Jansen", "Bakkerij Jansen", EXACT),
        ("bakkerij JANSEN", "Bakkerij Jansen", EXACT),
        ("  Bakkerij   Jansen ", "Bakkerij Jansen", EXACT),
        ("Bakkerij Jansen", "Bakkerij Jansen B.V.", EXACT),
        ("Bakkerij Jansen BV", "Bakkerij Jansen B. V.", EXACT),
        ("Müller GmbH & Co. KG", "Müller", EXACT),
        ("Müller GmbH & Co KG", "Mueller", SIMILAR),
        ("Müller GmbH", "Müller GmbH & Co.KG", EXACT),
        ("Acme Ltd", "Acme Ltd.", EXACT),
        ("Acme Ltd", "Acme Limited", EXACT),
        ("Autohaus Brandt e.K.", "Autohaus Brandt e. K.", EXACT),
        ("Autohaus Brandt e.K", "Autohaus Brandt", EXACT),
        ("AB Volvo", "Volvo", EXACT),
        ("Café Zoë", "Cafe Zoe", EXACT),
        ("Cafe\u0301 Zoe", "Café Zoe", EXACT),
        ("Straße 7", "STRASSE 7", EXACT),
        ("Fabbri S.p.A.", "Fabbri SpA", EXACT),
        ("backup.nl", "Backup NL", EXACT),
        ("Smith-Jones", "Smith Jones", EXACT),
        ("McDonald's", "McDonalds", EXACT),
        ("Data Care", "DataCare", EXACT),
        ("North_West", "North West", EXACT),
        ("Jansen, Bakkerij", "Jansen Bakkerij", EXACT),
        ("Smith & Co", "Smith Ltd", EXACT),
        ("Bakkerij Jansen", "Jansen Bakkerij", SIMILAR),
        ("Bakkerij", "Bakkerij Jansen", SIMILAR),
        ("Bakkerij Jansen", "Bakkerij Janssen", SIMILAR),
        ("Bakkerij Jansen", "Zandstra Metaal", NONE),
        ("AG", "ag", EXACT),
        ("AG", "Ltd", NONE),
        ("B.V.", "Bakkerij Jansen B.V.", NONE),
        ("🚀", "🚀", EXACT),
        ("🚀", "🎉", NONE),
        ("🚀 Rocket", "Rocket", EXACT),
        ("...", "---", NONE),
        ("", "", NONE),
        ("", "Bakkerij Jansen", NONE),
        ("שלום עולם", "שלום עולם", EXACT),
        ("\u202bשלום עולם\u202c", "שלום עולם בע״מ", SIMILAR),  # noqa: RUF001
        ("株式会社", "株式会社", EXACT),
    ],
)
def test_two_names_are_exact_similar_or_nothing_alike(
    customer: str, company_name: str, expected: Suggestion
) -> None:
    suggestion, score = compare_names(customer, company_name, token_set_ratio)
    assert suggestion is expected
    assert compare_names(company_name, customer, token_set_ratio) == (suggestion, score)
    assert (score == 100) == (expected is EXACT)
    assert (score >= 60) == (expected is not NONE)


def test_the_score_of_two_names_is_the_likeness_but_never_full_marks() -> None:
    assert compare_names("one", "two", lambda _a, _b: 61.6) == (SIMILAR, 62)
    assert compare_names("one", "two", lambda _a, _b: 100.0) == (SIMILAR, 99)
    assert compare_names("one", "two", lambda _a, _b: 59.4) == (NONE, 59)


def test_a_refresh_does_not_clear_the_claim_of_another_customer() -> None:
    claimed = contested(mapped(), ("Alpha", "Beta"))
    assert (claimed.status, claimed.invalid_because) == (INVALID, "claimed by Alpha and Beta")
    for answer in (company(), company("B"), None):
        after = refreshed(claimed, answer, NOW)
        assert (after.status, after.invalid_because) == (INVALID, "claimed by Alpha and Beta")


def test_acknowledging_keeps_an_invalid_mapping_invalid() -> None:
    renamed = acknowledged(mapped("B", RENAMED, former_name="A"))
    assert renamed == mapped("B", former_name="", version=5)
    gone = acknowledged(mapped("B", INVALID, former_name="A", invalid_because=GONE))
    assert (gone.status, gone.former_name) == (INVALID, "")


def test_the_trail_tells_a_mapping_with_what_stands_against_it() -> None:
    assert in_words(None) == ""
    assert in_words(mapped()) == "A (29683512)"
    assert in_words(mapped(status=INVALID, invalid_because=GONE)) == f"A (29683512), {GONE}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bakkerij Jansen B.V.", "bakkerij  JANSEN"),
        ("Café Zürich", "Cafe Zurich GmbH"),
        ("🥖", "🥖"),
        ("مخبزة", "مخبزة"),
        ("O'Neil & Sons", "ONeil Sons"),
        ("x" * 300, "X" * 300),
    ],
)
def test_names_that_are_exactly_the_same_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""
    assert compare_names(one, other, token_set_ratio)[0] is Suggestion.EXACT


@pytest.mark.parametrize(
    ("one", "other"), [("Jansen", "Janssen"), ("🥖", "🥐"), ("De Linde", "De Linden")]
)
def test_nearly_equal_names_do_not_share_a_key(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_why_names_are_similar_is_told_by_their_words() -> None:
    assert shared_words("Zahnarztpraxis Dr. Köhler", "Dr. Köhler & Partner MVZ") == (
        "dr kohler",
        "zahnarztpraxis",
        "partner mvz",
    )
