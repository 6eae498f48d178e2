"""Files that a person asked for: written whole, or left as they were."""

import os
from pathlib import Path

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say


def write_whole(path: str, content: bytes) -> None:
    """Writes beside the file first, so that a full disk leaves a former one whole.

    Raises:
        Failure: BLOCKED where it cannot be written there.
    """
    target = Path(path)
    beside = target.with_name(f".{target.name}.part")
    try:
        try:
            beside.write_bytes(content)
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        reason = say("{path} cannot be written: {why}.", path=path, why=why)
        raise Failure(Kind.BLOCKED, reason=reason) from error
