"""Mappings to and from files: exported for spreadsheets, imported after a look at what changes."""

from collections.abc import Generator
from pathlib import Path

from bcautotask_gui.domain import mapping_files
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company, CustomerQuery, MappingOrder
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_plan import ImportPlan, company_ids, planned
from bcautotask_gui.domain.mapping_rules import (
    in_words,
    refuse_other_environment,
    refuse_unusable,
)
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Autotask, CustomerStore, SettingsStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.files import write_whole

MOST_BYTES = 20_000_000
_CHECKING = say("Checking companies")


class MappingFiles:
    """Writes and reads files of mappings for the environment in use."""

    def __init__(
        self,
        customers: CustomerStore,
        settings: SettingsStore,
        access: AutotaskAccess,
        actor: Actor,
    ) -> None:
        self._customers = customers
        self._settings = settings
        self._access = access
        self._actor = actor

    def export(self, path: str, chosen: CustomerFilter) -> int:
        """Writes the customers of a filter with their mappings; a file in the way is replaced.

        Returns:
            How many customers the file holds.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the file cannot be written.
        """
        self._actor.require(Permission.EXPORT)
        environment = self._settings.read().environment
        rows = self._customers.rows(CustomerQuery(environment, **vars(chosen)))
        write_whole(path, mapping_files.written(rows, environment))
        return len(rows)

    def preview(self, path: str) -> Generator[Progress, None, ImportPlan]:
        """Weighs a file line by line; every company in it is asked for in Autotask.

        Yields:
            How many companies were asked for so far.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the file cannot be read, or what kept Autotask
                from answering.
        """
        self._actor.require(Permission.MAPPING)
        rows = mapping_files.read(_content(Path(path)))
        opened = self._access.open()
        environment = opened.settings.environment
        companies = yield from _asked(opened.autotask, company_ids(rows))
        customers = self._customers.rows(CustomerQuery(environment))
        plan = planned(rows, customers, companies, environment)
        return ImportPlan(environment, Path(path).name, plan)

    def apply(self, plan: ImportPlan) -> Generator[Progress, None, int]:
        """Writes what a plan says, in one transaction or not at all.

        The companies are asked for once more: nothing is written to one that went meanwhile.

        Returns:
            How many customers were mapped.

        Raises:
            Failure: NOT_ALLOWED, ABSENT, BLOCKED, TAKEN, or STALE after a switch or where a
                mapping is no longer as the plan saw it.
        """
        self._actor.require(Permission.MAPPING)
        opened = self._access.open()
        settings = opened.settings
        refuse_other_environment(settings.environment, plan.environment, settings.saved_by)
        wanted = sorted(row.company.id for row in plan.writing if row.company)
        companies = yield from _asked(opened.autotask, wanted)
        orders = []
        for row in plan.writing:
            if row.customer_id is None or row.company is None:
                continue
            company = refuse_unusable(companies.get(row.company.id), row.company.id)
            event = self._actor.event(
                Act.MAPPING_SET,
                f"customer {row.customer_id}",
                before=in_words(row.seen),
                after=f"{company.name} ({company.id}), from {plan.name}",
                environment=plan.environment,
            )
            orders.append(MappingOrder(row.customer_id, company, row.seen, event))
        self._customers.set_mappings(plan.environment, orders)
        return len(orders)


def _asked(
    autotask: Autotask, ids: list[int]
) -> Generator[Progress, None, dict[int, Company | None]]:
    found: dict[int, Company | None] = {}
    yield Progress(0, len(ids), _CHECKING)
    for answer in autotask.companies(ids) if ids else ():
        found |= answer
        yield Progress(len(found), len(ids), _CHECKING)
    return found


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Failure(
            Kind.BLOCKED, reason=say("{name} cannot be read: {why}.", name=path.name, why=why)
        ) from error
    if len(content) > MOST_BYTES:
        raise Failure(
            Kind.BLOCKED, reason=say("{name} is too large for a file of mappings.", name=path.name)
        )
    return content
