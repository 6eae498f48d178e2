"""The long proof: `python -m tests.faults [rounds]` kills, races, and prints a table.

Each act is killed at each of its boundaries, `rounds` times over on both databases, and as often
again at random moments, its recovery included.
"""

from __future__ import annotations

import logging
import sys
import time

from tests.faults.acts import ACTS
from tests.faults.killing import Tally, kill_at_random, kill_everywhere
from tests.faults.nursing import Nursery
from tests.faults.places import ENGINES, Places

ROUNDS = 10
RANDOM_KILLS = 40
COLUMNS = "{:10} {:11} {:>7} {:>7} {:>6} {:>6} {:>8} {:>7} {:>8}"


def main(rounds: int) -> int:
    """Prints one line for each act and database; answers how many things were wrong."""
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)  # clients that died amid a request
    say(COLUMNS.format(
        "act", "database", "points", "rounds", "kills", "lost", "doubled", "stuck", "seconds"
    ))  # fmt: skip
    wrong = []
    with Places() as places, Nursery() as nursery:
        for act in ACTS:
            for engine in ENGINES:
                wrong += _line(places, nursery, act, engine, rounds)
    for each in wrong:
        say(each)
    return len(wrong)


def _line(places: Places, nursery: Nursery, act: str, engine: str, rounds: int) -> list[str]:
    begun = time.monotonic()
    tallies: list[Tally] = []
    for number in range(rounds):
        with places.fresh(engine) as place:
            tallies.append(kill_everywhere(nursery, place, act))
        with places.fresh(engine) as place:
            tallies.append(kill_at_random(nursery, place, act, RANDOM_KILLS, seed=number))
    wrong = [each for tally in tallies for each in tally.wrong]
    counts = [sum(each.startswith(kind) for each in wrong) for kind in ("lost", "doubled", "stuck")]
    kills = sum(tally.kills for tally in tallies)
    seconds = f"{time.monotonic() - begun:.0f}"
    say(COLUMNS.format(act, engine, len(tallies[0].points), rounds, kills, *counts, seconds))
    return [f"{act} on {engine}: {each}" for each in wrong]


def say(line: str) -> None:
    """Says it at once: the whole takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS) > 0)
