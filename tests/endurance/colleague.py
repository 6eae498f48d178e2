"""A colleague on the same database, without a window: `python -m tests.endurance.colleague`.

Works until a line comes in, then looks for what is still open of its own, and ends.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import select
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bcautotask_gui.domain.errors import Failure
from tests.endurance.desk import is_told
from tests.faults.acts import company_for
from tests.faults.place import Place, at_work
from tests.services.desk import result_of

if TYPE_CHECKING:
    from bcautotask_gui.app.workplace import Workplace

PAUSE = (0.5, 2.5)  # seconds between two acts


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("database", "autotask", "folder"):
        parser.add_argument(name)
    parser.add_argument("seed", type=int)
    given = parser.parse_args()
    logging.basicConfig(level=logging.CRITICAL)  # what the faults do is counted, not said
    dice = random.Random(given.seed)
    place = Place(given.database, None, Path(given.folder))  # type: ignore[arg-type]
    runs = place.runs()
    customers = [row[0] for row in place.their("SELECT id FROM customers ORDER BY id")]
    done: Counter[str] = Counter()
    with at_work(given.database, given.autotask, Path(given.folder)) as opened:

        def create() -> None:
            result_of(opened.creating.create(opened.drafts.draft(dice.choice(runs))))

        def map_one() -> None:
            customer = dice.choice(customers)
            opened.customers.set_mapping(customer, company_for(customer))

        def resolve() -> None:
            preview = opened.resolving.preview(dice.choice(runs))
            result_of(opened.resolving.resolve(preview, accepts_loss=True))

        def save() -> None:
            opened.settings.save(opened.settings.page().settings)

        acts = (create, create, create, map_one, resolve, save)
        while not is_told():
            chosen = dice.choice(acts)
            try:
                chosen()
                done[f"{chosen.__name__}: done"] += 1
            except Failure as failure:
                done[f"{chosen.__name__}: {failure.kind}"] += 1
            look(opened)
            select.select([sys.stdin], [], [], dice.uniform(*PAUSE))
        end = time.monotonic() + 150
        while look(opened) and time.monotonic() < end:
            time.sleep(2)
    sys.stdout.write(json.dumps({"kind": "colleague", "acts": dict(done)}) + "\n")
    sys.stdout.flush()


def look(opened: Workplace) -> bool:
    """Does what the window does by itself; whether something of our own is still open."""
    ours = opened.actor.instance.profile
    try:
        environment = opened.settings.page().settings.environment
        opened.look_ups.look()
        opened.resolving.go_on()
        claims = opened.database.tickets.open_claims(environment)
    except Failure:
        return True
    return any(claim.profile == ours for claim in claims)


if __name__ == "__main__":
    main()
