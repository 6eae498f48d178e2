"""The acts that are killed: what is done, what a person does after the restart, what must hold.

An act is one entry in `ACTS`. `do` and `finish` run in the process that is killed and in the one
after it; `judge` runs in the test, on what the database and the local Autotask hold in the end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.services.customers import CustomerFilter
from tests.faults import closing
from tests.faults.place import SANDBOX
from tests.services.desk import result_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.app.workplace import Workplace
    from tests.faults.place import Place


@dataclass(frozen=True)
class Act:
    """One entry of the table.

    Attributes:
        subjects: on what it is done: each kill gets one of its own.
        do: the act itself.
        finish: what a person does after the restart, when all waits are over; raises where there
            is no way out.
        judge: what is wrong in the end with these subjects; each begins with "lost", "doubled" or,
            where there is no way out, "stuck".
    """

    subjects: Callable[[Place], list[int]]
    do: Callable[[Workplace, int], None]
    finish: Callable[[Workplace, int], None]
    judge: Callable[[Place, list[int]], list[str]]


# create --------------------------------------------------------------------------------------


def _create(workplace: Workplace, run_id: int) -> None:
    result_of(workplace.creating.create(workplace.drafts.draft(run_id)))


def _create_unless_there(workplace: Workplace, run_id: int) -> None:
    """Presses the button again, which must either work or name the ticket that the run has."""
    if workplace.database.tickets.links_of(run_id, SANDBOX):
        return
    result_of(workplace.creating.create(workplace.drafts.draft(run_id)))


def judge_tickets(place: Place, runs: list[int]) -> list[str]:
    """Each run has one ticket in Autotask, and the database knows it as that run's."""
    wrong = []
    made, known = place.made(), place.known()
    for run_id in runs:
        tickets = made.get(run_id, [])
        if len(tickets) > 1:
            wrong.append(f"doubled: run {run_id} has {tickets}")
        if not tickets:
            wrong.append(f"stuck: run {run_id} has no ticket in the end")
        if known.get(run_id, []) != tickets:
            wrong.append(f"lost: run {run_id} has {tickets}, {known.get(run_id)} are known")
    return wrong + [f"stuck: run {run_id} is {state}" for run_id, state in place.open_claims()]


# mapping -------------------------------------------------------------------------------------


def _free_customers(place: Place) -> list[int]:
    """Customers of the team whose company the web application took back."""
    taken = place.their(
        "SELECT id FROM customers WHERE autotask_company_id IS NOT NULL "
        "AND autotask_mapping_status = 'ok' ORDER BY id"
    )
    return [row[0] for row in taken]


def company_for(customer_id: int) -> int:
    """A company that no customer of the sample has."""
    return 40_000_000 + customer_id


def _map(workplace: Workplace, customer_id: int) -> None:
    workplace.customers.set_mapping(customer_id, company_for(customer_id))


def _map_and_look(workplace: Workplace, customer_id: int) -> None:
    _map(workplace, customer_id)
    workplace.database.tickets.mirror()
    row = workplace.customers.row(customer_id)
    if row.mapping is None or row.mapping.company_id != company_for(customer_id):
        raise Failure(Kind.UNEXPECTED, f"customer {customer_id} shows {row.mapping}")
    workplace.customers.some(workplace.customers.order(CustomerFilter()))


def _judge_mappings(place: Place, customers: list[int]) -> list[str]:
    """One mapping each, told once to the trail for each time that it was stored."""
    wrong = []
    for customer_id in customers:
        rows = place.rows("mapping", "company_id, version", "customer_id = :c", c=customer_id)
        if [row[0] for row in rows] != [company_for(customer_id)]:
            wrong.append(f"{'doubled' if rows[1:] else 'lost'}: customer {customer_id} has {rows}")
            continue
        told = place.rows(
            "audit", "count(*)", "act = 'mapping set' AND subject = :s",
            s=f"customer {customer_id}",
        )[0][0]  # fmt: skip
        if told != rows[0][1]:
            wrong.append(f"lost: customer {customer_id} stored {rows[0][1]} times, told {told}")
    return wrong


# settings ------------------------------------------------------------------------------------


def _numbers(place: Place) -> list[int]:
    return list(range(1000, 1100))


def _save(workplace: Workplace, number: int) -> None:
    """Looks again where a colleague saved meanwhile, as the refusal asks for."""
    while True:
        now = workplace.settings.page().settings
        changed = replace(now, subject_prefix=f"[{number}]", object_errors=number % 50 + 1)
        try:
            workplace.settings.save(changed)
            return
        except Failure as failure:
            if failure.kind is not Kind.STALE:
                raise


def _save_and_look(workplace: Workplace, number: int) -> None:
    before = workplace.settings.page().settings
    _save(workplace, number)
    after = workplace.settings.page().settings
    if after.version <= before.version:
        raise Failure(Kind.UNEXPECTED, f"settings {before.version} became {after}")


def _judge_settings(place: Place, _numbers: list[int]) -> list[str]:
    """Versions without a gap, each whole, each told once."""
    wrong = []
    kept = [row[0] for row in place.rows("settings", "version")]
    if sorted(kept) != list(range(min(kept), min(kept) + len(kept))):
        wrong.append(f"lost: versions are {sorted(kept)}")
    where = "act IN ('settings saved', 'Autotask database bound')"
    told = place.rows("audit", "count(*)", where)[0][0]
    if told != len(kept):
        wrong.append(f"lost: {len(kept)} versions, told {told} times")
    return wrong


ACTS: dict[str, Act] = {
    "create": Act(lambda place: place.runs(), _create, _create_unless_there, judge_tickets),
    "mapping": Act(_free_customers, _map, _map_and_look, _judge_mappings),
    "settings": Act(_numbers, _save, _save_and_look, _judge_settings),
    "link": Act(closing.add_tickets, closing.link, closing.link_unless_linked, closing.judge_links),
    "resolve": Act(
        closing.add_linked_tickets,
        closing.resolve,
        closing.resolve_until_complete,
        closing.judge_resolutions,
    ),
}
