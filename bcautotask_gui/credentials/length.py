"""How long a secret may be."""

from bcautotask_gui.domain.errors import Failure, Kind

LIMIT = (
    1280  # Windows keeps at most 2,560 bytes of UTF-16; the same everywhere, so nobody is surprised
)


def check_length(secret: str) -> None:
    """Refuses a secret that not every keyring could hold.

    Raises:
        Failure: SECRET_TOO_LONG, with the length that Windows counts.
    """
    length = len(secret.encode("utf-16-le", "surrogatepass")) // 2
    if length > LIMIT:
        raise Failure(Kind.SECRET_TOO_LONG, length=length, limit=LIMIT)
