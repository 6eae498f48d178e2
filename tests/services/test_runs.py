from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.runs import RunDetail, RunQuery, RunResult, RunRow, RunStatus, RunView
from bcautotask_gui.domain.settings import Environment, PriorityChoice, TicketDefaults
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.services.runs import FIRST_PAGE, RunFilter, RunService
from tests.services.fakes import FakeSettings
from tests.services.world import RUN

LAST = RunResult(RunStatus.SUCCESS, datetime(2026, 11, 23, 5, 12, tzinfo=UTC))


class FakeRunList:
    """Remembers what was asked."""

    def __init__(self) -> None:
        self.queries: list[RunQuery] = []
        self.interrupts: list[Interrupt | None] = []
        self.environments: list[Environment | None] = []
        self.limit = 0

    def first_page(
        self, query: RunQuery, limit: int, interrupt: Interrupt | None = None
    ) -> tuple[RunRow, ...]:
        self.interrupts.append(interrupt)
        self.queries.append(query)
        self.limit = limit
        return ()

    def order(self, query: RunQuery, interrupt: Interrupt | None = None) -> "array[int]":
        self.interrupts.append(interrupt)
        self.queries.append(query)
        return array("q", [3, 1])

    def rows(
        self, ids: Sequence[int], environment: Environment | None = None
    ) -> tuple[RunRow, ...]:
        self.environments.append(environment)
        return ()

    def counts(self, query: RunQuery, interrupt: Interrupt | None = None) -> Mapping[RunView, int]:
        self.interrupts.append(interrupt)
        self.queries.append(query)
        return {RunView.ALL: 7}

    def strips(self, job_ids: Collection[int]) -> Mapping[int, tuple[RunResult, ...]]:
        return dict.fromkeys(job_ids, (LAST,))

    def detail(self, run_id: int, environment: Environment) -> RunDetail:
        self.environments.append(environment)
        raise Failure(Kind.RUN_GONE)

    def facts(self, run_id: int, environment: Environment) -> RunFacts:
        return RunFacts(RUN, None, (), None)

    def choices(self) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
        return ((1, "Bakkerij Jansen"),), ("Veeam",)

    def newest_id(self) -> int:
        return 3


@pytest.fixture
def settings() -> FakeSettings:
    return FakeSettings()


@pytest.fixture
def runs() -> FakeRunList:
    return FakeRunList()


@pytest.fixture
def service(runs: FakeRunList, settings: FakeSettings) -> RunService:
    return RunService(runs, settings)


def test_what_a_person_chose_is_asked_for_whole(service: RunService, runs: FakeRunList) -> None:
    since = datetime(2026, 11, 1, tzinfo=UTC)
    chosen = RunFilter(RunView.MISSED, "meer", since, 4, "Veeam", sort="customer", descending=False)
    service.first_page(chosen)
    assert runs.queries == [
        RunQuery(
            Environment.SANDBOX, RunView.MISSED, "meer", since, 4, "Veeam", "customer",
            descending=False,
        )
    ]  # fmt: skip
    assert runs.limit == FIRST_PAGE


def test_first_page_order_and_counts_ask_the_same_query(
    service: RunService, runs: FakeRunList
) -> None:
    chosen = RunFilter(search="meer")
    service.first_page(chosen)
    assert service.order(chosen) == array("q", [3, 1])
    assert service.counts(chosen) == {RunView.ALL: 7}
    assert len(runs.queries) == 3 and len(set(runs.queries)) == 1


def test_statuses_that_the_team_does_not_ticket_are_part_of_the_query(
    service: RunService, runs: FakeRunList, settings: FakeSettings
) -> None:
    quiet = TicketDefaults(warning=PriorityChoice(do_not_ticket=True), error=PriorityChoice(1))
    settings.settings = settings.settings.with_current(defaults=quiet)
    service.first_page(RunFilter())
    assert runs.queries[0].without_ticket == frozenset({RunStatus.WARNING})


def test_after_a_switch_details_and_queries_are_those_of_the_other_environment(
    service: RunService, runs: FakeRunList, settings: FakeSettings
) -> None:
    settings.settings = replace(settings.settings, environment=Environment.PRODUCTION)
    with pytest.raises(Failure):
        service.detail(1)
    service.first_page(RunFilter())
    assert runs.environments == [Environment.PRODUCTION]
    assert runs.queries[0].environment is Environment.PRODUCTION


def test_rows_are_those_of_the_environment_in_use_at_the_moment_of_reading(
    service: RunService, runs: FakeRunList
) -> None:
    service.rows([1])
    assert runs.environments == [None]


def test_whatever_may_take_long_can_be_cut_short(service: RunService, runs: FakeRunList) -> None:
    interrupt = Interrupt()
    service.first_page(RunFilter(), interrupt)
    service.order(RunFilter(), interrupt)
    service.counts(RunFilter(), interrupt)
    service.more_in_messages(RunFilter(), 0, interrupt)
    assert runs.interrupts == [interrupt] * 4


def test_a_run_that_is_gone_is_told(service: RunService, runs: FakeRunList) -> None:
    with pytest.raises(Failure) as caught:
        service.detail(RUN.id)
    assert caught.value.kind is Kind.RUN_GONE
    assert runs.environments == [Environment.SANDBOX]


def test_strips_and_choices_are_handed_on(service: RunService) -> None:
    assert service.strips([1187]) == {1187: (LAST,)}
    assert service.choices() == (((1, "Bakkerij Jansen"),), ("Veeam",))
