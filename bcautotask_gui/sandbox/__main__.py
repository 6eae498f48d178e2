"""Runs the local Autotask by itself: `python -m bcautotask_gui.sandbox`."""

import argparse
import signal
import threading
from types import FrameType

from bcautotask_gui.sandbox import (
    AutotaskServer,
    contract_tenant,
    dutch_tenant,
    vanilla_tenant,
)

PROFILES = {"contract": contract_tenant, "vanilla": vanilla_tenant, "dutch": dutch_tenant}


def main() -> None:
    """Print the address, then serve until the process is asked to end."""
    parser = argparse.ArgumentParser(prog="python -m bcautotask_gui.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--profile", choices=sorted(PROFILES), default="contract")
    chosen = parser.parse_args()
    asked_to_end = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        asked_to_end.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    with AutotaskServer(PROFILES[chosen.profile](), port=chosen.port) as server:
        print(server.url, flush=True)
        asked_to_end.wait()


if __name__ == "__main__":
    main()
