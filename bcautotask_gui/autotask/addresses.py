"""Which addresses may be called: Autotask's own over https, or this computer's loopback."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from bcautotask_gui.autotask.texts import told
from bcautotask_gui.domain.errors import Failure, Kind

_DOMAIN = ".autotask.net"


def is_loopback(address: str) -> bool:
    """Whether an address leads to this computer."""
    parts = _split(address)
    return parts is not None and _is_loopback_host(parts.hostname or "")


def checked(address: str, *, local: bool) -> str:
    """The address as given, if secrets may be sent there.

    A list of zones would soon be out of date, so any host of Autotask's domain is taken.

    Args:
        address: an absolute address.
        local: whether the client talks to this computer; then nothing else is allowed, and
            loopback is allowed to no other client.

    Raises:
        Failure: ADDRESS.
    """
    parts = _split(address)
    if parts is None or not _is_allowed(parts, local):
        raise Failure(Kind.ADDRESS, address=told(address))
    return address


def service_root(address: str) -> str:
    """The address without slash and version, which people copy along with it."""
    root = address.strip().rstrip("/")
    return root[: -len("/V1.0")] if root.lower().endswith("/v1.0") else root


def is_same_server(one: str, other: str) -> bool:
    """Whether two addresses agree in scheme, host and port."""
    first, second = _split(one), _split(other)
    if first is None or second is None:
        return False
    return _server(first) == _server(second)


def host_of(address: str) -> str:
    """The host of an address, for people; the address itself where it has none."""
    parts = _split(address)
    return (parts.hostname or address) if parts else address


def web_address(answered: object, service: str, *, local: bool) -> str:
    """The web interface: as answered where it may be opened, else the one beside the service."""
    if isinstance(answered, str):
        try:
            return checked(answered, local=local).rstrip("/") + "/"
        except Failure:
            pass
    host = host_of(service)
    return f"https://{host.replace('webservices', 'ww', 1)}/"


def _split(address: str) -> SplitResult | None:
    if not address.isprintable() or any(character in address for character in " \\"):
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    return parts if parts.hostname else None


def _server(parts: SplitResult) -> tuple[str, str | None, int | None]:
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual


def _is_allowed(parts: SplitResult, local: bool) -> bool:
    host = parts.hostname or ""
    if "@" in parts.netloc:
        return False
    if local:
        return parts.scheme in ("http", "https") and _is_loopback_host(host)
    return parts.scheme == "https" and host.endswith(_DOMAIN) and parts.port in (None, 443)


def _is_loopback_host(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
