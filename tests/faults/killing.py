"""Kills an act at each of its boundaries, restarts, lets time pass, and judges what is left."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.acts import ACTS
from tests.faults.nursing import order

if TYPE_CHECKING:
    from tests.faults.nursery import Order
    from tests.faults.nursing import Nursery
    from tests.faults.place import Place

DESKS = ("desk-1", "desk-2")


@dataclass
class Tally:
    """What one round of kills came to.

    Attributes:
        points: the boundaries of the act, in order, as an undisturbed run passes them.
        kills: how many processes SIGKILL ended.
        wrong: what was lost, doubled, or left without a way out; empty when the promise held.
    """

    points: list[str] = field(default_factory=list)
    kills: int = 0
    wrong: list[str] = field(default_factory=list)


def steps_of(passed: list[str]) -> list[int]:
    """The boundaries between which something lasting happens: a read leaves nothing behind."""
    kept = ("before the commit", "after the commit", "after Calls write", "after Notes")
    return [
        at
        for at, name in enumerate(passed)
        if name.startswith(kept) or name.endswith("send_request_body.complete")
    ]


def kill_everywhere(
    nursery: Nursery, place: Place, act: str, *, at_steps_only: bool = False
) -> Tally:
    """One kill per boundary, each on a subject of its own, then one restart for all.

    Two workstations are killed at a time; each has its own share of the points.
    """
    subjects = iter(ACTS[act].subjects(place))
    undisturbed = [
        order(place, what, act, [next(subjects)], profile=desk)
        for what in ("warm", "do")
        for desk in DESKS
    ]
    nursery.all(undisturbed[: len(DESKS)])
    # one after the other: of two at once one may do a part of the other's work
    passed = [nursery.one(each) for each in undisturbed[len(DESKS) :]][-1].passed
    points = steps_of(passed) if at_steps_only else list(range(len(passed)))
    tally = Tally([passed[point] for point in points])
    deadly = [
        order(place, "do", act, [next(subjects)], strike_at=point, profile=DESKS[at % len(DESKS)])
        for at, point in enumerate(points)
    ]
    repeated: list[Order] = []
    for pair in zip_longest(*[iter(deadly)] * len(DESKS)):
        orders = [each for each in pair if each]
        for each, report in zip(orders, nursery.all(orders), strict=True):
            tally.kills += report.killed
            if not report.killed:
                repeated.append(replace(each, subjects=[next(subjects)]))
    for each in repeated:  # the colleague did a part of the work; now alone
        report = nursery.one(each)
        tally.kills += report.killed
        if not report.killed:
            tally.wrong.append(f"missed: {each.strike_at} is not in {report.passed}")
    _restart_and_judge(nursery, place, act, [*undisturbed, *deadly, *repeated], tally)
    return tally


def kill_at_random(nursery: Nursery, place: Place, act: str, times: int, seed: int) -> Tally:
    """Kills from outside at random moments, and now and then the recovery as well."""
    chance = random.Random(seed)
    tally = Tally()
    done: list[Order] = []
    for subject in ACTS[act].subjects(place)[:times]:
        one = order(place, "do", act, [subject], kill_after=chance.uniform(0.0, 0.3))
        tally.kills += nursery.one(one).killed
        done.append(one)
        if chance.random() < 0.3:
            subjects = [each.subjects[0] for each in done]
            again = order(place, "recover", act, subjects, kill_after=chance.uniform(0.05, 2.0))
            tally.kills += nursery.one(again).killed
    _restart_and_judge(nursery, place, act, done, tally)
    return tally


def _restart_and_judge(
    nursery: Nursery, place: Place, act: str, done: list[Order], tally: Tally
) -> None:
    by_profile: dict[str, list[int]] = {}
    for each in done:
        by_profile.setdefault(each.profile, []).extend(each.subjects)
    restarts = [
        order(place, "recover", act, subjects, profile=Path(profile).name)
        for profile, subjects in by_profile.items()
    ]
    for report in nursery.all(restarts):
        tally.wrong += [f"stuck: {each}" for each in report.failures.items()]
    tally.wrong += ACTS[act].judge(place, [each.subjects[0] for each in done])
