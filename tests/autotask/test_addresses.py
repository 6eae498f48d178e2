import pytest

from bcautotask_gui.autotask import addresses
from bcautotask_gui.domain.errors import Failure, Kind


@pytest.mark.parametrize(
    "address",
    [
        "https://webservices.autotask.net/ATServicesRest",
        "https://webservices19.autotask.net/ATServicesRest/",
        "https://prde.autotask.net/atservicesrest/",
        "https://webservices29.autotask.net:443/ATServicesRest",
    ],
)
def test_any_zone_of_autotask_may_be_called(address: str) -> None:
    assert addresses.checked(address, local=False) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://webservices19.autotask.net/ATServicesRest",
        "https://autotask.net.evil.example/ATServicesRest",
        "https://evilautotask.net/",
        "https://webservices.autotask.net@evil.example/",
        "https://user:password@webservices.autotask.net/",
        "https://webservices.autotask.net:8443/",
        "https://evil.example\\.autotask.net/",
        "https://evil.example/.autotask.net",
        "https://evil.example#.autotask.net",
        "https://webservices.autotask.net\n.evil.example/",
        "http://127.0.0.1:8080/ATServicesRest",
        "ftp://webservices.autotask.net/",
        "//webservices.autotask.net/",
        "https://webservices.autotask.net:port/",
        "https://[",
        "",
    ],
)
def test_no_other_server_gets_the_credentials(address: str) -> None:
    with pytest.raises(Failure) as caught:
        addresses.checked(address, local=False)
    assert caught.value.kind is Kind.ADDRESS


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("http://127.0.0.1:8080/ATServicesRest", True),
        ("http://localhost:8080/", True),
        ("http://[::1]:8080/", True),
        ("https://127.0.0.1/", True),
        ("https://webservices19.autotask.net/ATServicesRest", False),
        ("http://10.0.0.1/", False),
        ("http://localhost.evil.example/", False),
    ],
)
def test_a_local_service_leads_nowhere_else(address: str, allowed: bool) -> None:
    if allowed:
        assert addresses.checked(address, local=True) == address
    else:
        with pytest.raises(Failure):
            addresses.checked(address, local=True)


@pytest.mark.parametrize(
    "written", ["https://h/A", "https://h/A/", "https://h/A/V1.0", " https://h/A/v1.0/ "]
)
def test_slash_and_version_are_no_part_of_the_root(written: str) -> None:
    assert addresses.service_root(written) == "https://h/A"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://webservices19.autotask.net:443/next", True),
        ("https://WEBSERVICES19.autotask.net/next", True),
        ("http://webservices19.autotask.net/next", False),
        ("https://webservices2.autotask.net/next", False),
        ("https://webservices19.autotask.net:444/next", False),
        ("/next", False),
    ],
)
def test_a_page_is_fetched_from_the_same_server_only(other: str, same: bool) -> None:
    assert addresses.is_same_server("https://webservices19.autotask.net/x", other) is same


@pytest.mark.parametrize("answered", [None, "", "https://evil.example/", "javascript:alert(1)", 5])
def test_a_doubtful_web_address_gives_way_to_the_one_beside_the_service(answered: object) -> None:
    service = "https://webservices19.autotask.net/ATServicesRest/"
    assert addresses.web_address(answered, service, local=False) == "https://ww19.autotask.net/"
