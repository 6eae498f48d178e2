"""How a long result is walked, and the wrong ways to walk it."""

from typing import Any

import pytest

from tests.sandbox.conftest import Api, errors_of

EVERYTHING: dict[str, Any] = {"filter": [{"op": "exist", "field": "id"}], "MaxRecords": 20}


def test_pages_are_followed_by_post_with_the_same_body(api: Api) -> None:
    seen: list[int] = []
    page = api.post("Companies/query", EVERYTHING).json()
    while True:
        seen += [item["id"] for item in page["items"]]
        assert page["pageDetails"]["count"] == len(page["items"])
        assert page["pageDetails"]["requestCount"] == 20
        if page["pageDetails"]["nextPageUrl"] is None:
            break
        page = api.post(page["pageDetails"]["nextPageUrl"], EVERYTHING).json()
    total = api.post("Companies/query/count", EVERYTHING).json()["queryCount"]
    assert seen == sorted(seen)
    assert len(seen) == len(set(seen)) == total > 60


def test_the_way_back_leads_to_the_same_rows(api: Api) -> None:
    first = api.post("Companies/query", EVERYTHING).json()
    second = api.post(first["pageDetails"]["nextPageUrl"], EVERYTHING).json()
    back = api.post(second["pageDetails"]["prevPageUrl"], EVERYTHING).json()
    assert first["pageDetails"]["prevPageUrl"] is None
    assert back["items"] == first["items"]


def test_a_page_of_a_post_cannot_be_fetched_by_get(api: Api) -> None:
    url = api.post("Companies/query", EVERYTHING).json()["pageDetails"]["nextPageUrl"]
    answer = api.get(url)
    assert answer.status_code == 405
    assert answer.json() == {
        "Message": "The requested resource does not support http method 'GET'."
    }


def test_a_page_needs_the_body_again(api: Api) -> None:
    url = api.post("Companies/query", EVERYTHING).json()["pageDetails"]["nextPageUrl"]
    assert "Parameter name: queryModel" in errors_of(api.post(url))[0]


def test_pages_of_a_get_are_followed_by_get(api: Api) -> None:
    search = '{"filter":[{"op":"exist","field":"id"}],"MaxRecords":2}'
    first = api.get("Companies/query", search=search).json()
    second = api.get(first["pageDetails"]["nextPageUrl"]).json()
    assert second["items"][0]["id"] > first["items"][-1]["id"]


def test_a_broken_page_address_is_refused(api: Api) -> None:
    assert errors_of(api.post("Companies/query/next?paging=nonsense", EVERYTHING))


def test_more_than_a_page_needs_the_id_among_the_fields(api: Api) -> None:
    assert errors_of(api.post("Companies/query", EVERYTHING | {"IncludeFields": ["companyName"]}))


@pytest.mark.parametrize("collection", ["Roles", "Contracts", "BillingCodes", "Resources"])
def test_without_a_page_size_500_rows_fit(api: Api, collection: str) -> None:
    page = api.post(f"{collection}/query", {"filter": EVERYTHING["filter"]}).json()
    assert page["items"]
    assert page["pageDetails"]["requestCount"] == 500
    assert page["pageDetails"]["nextPageUrl"] is None
