"""The list: what is read in which order, what stays, and what a failure leaves behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunStatus, RunView
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.run_checks.filters import Range
from tests.ui.run_checks.fakes import NOW, results, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def test_the_first_page_is_read_before_order_and_counts(make_place: Make) -> None:
    place = make_place(*(run_row(n) for n in range(1, 6)))
    place.presenter.start()
    steps = [step for step in place.runs.asked if step in ("first page", "order", "counts")]
    assert steps == ["first page", "order", "counts"]


def test_rows_are_shown_as_soon_as_the_first_page_is_here(make_place: Make) -> None:
    place = make_place(*(run_row(n) for n in range(1, 6)), deferred=True)
    place.runs.first = 3
    place.presenter.start()
    while "first page" not in place.runs.asked:
        place.jobs.run_next()
    assert place.shown() == [1, 2, 3]
    while place.jobs.running():
        place.jobs.run_next()
    assert place.shown() == [1, 2, 3, 4, 5]


def test_the_first_row_is_selected_at_the_start(make_place: Make) -> None:
    place = make_place(run_row(1), run_row(2))
    place.presenter.start()
    assert place.tab.list.selected_ids == (1,)


def test_rows_further_down_are_read_when_they_are_looked_at(make_place: Make) -> None:
    place = make_place(*(run_row(n) for n in range(1, 301)))
    place.presenter.start()
    assert place.tab.list.model.row_at(250) is None
    place.tab.list.model._ask()
    assert place.tab.list.row_of(251) == run_row(251)


def test_pages_that_were_scrolled_past_are_not_read_and_wanted_again_later(
    make_place: Make,
) -> None:
    place = make_place(*(run_row(n) for n in range(1, 1201)), deferred=True)
    place.presenter.start()
    while place.jobs.running():
        place.jobs.run_next()
    model = place.tab.list.model
    for page in range(2, 12):
        model.row_at(page * 100)
        model._ask()
    while place.jobs.running():
        place.jobs.run_next()
    read = [page for page in range(2, 12) if model.held(page * 100 + 1) is not None]
    assert read == [2, 9, 10, 11]
    model.row_at(500)
    model._ask()
    while place.jobs.running():
        place.jobs.run_next()
    assert model.held(501) == run_row(501)


def test_runs_that_are_gone_are_not_asked_for_again_and_again(make_place: Make) -> None:
    place = make_place(*(run_row(n) for n in range(1, 251)))
    place.presenter.start()
    place.runs.held.clear()
    for _ in range(3):
        place.tab.list.model.row_at(240)
        place.tab.list.model._ask()
    assert place.runs.asked.count("rows") == 1


def test_counts_are_unknown_until_they_are_read(make_place: Make) -> None:
    place = make_place(run_row(1))
    chip = place.tab.bar.views.chip(RunView.NEEDS_TICKET)
    assert chip.accessibleName() == "Needs ticket …"
    place.runs.counted[RunView.NEEDS_TICKET] = 6
    place.presenter.start()
    assert chip.accessibleName() == "Needs ticket 6"


def test_a_late_answer_to_an_older_question_is_dropped(make_place: Make) -> None:
    place = make_place(run_row(1), run_row(2, ticket=ticket_cell()), deferred=True)
    place.presenter.start()
    old = [job for job in place.jobs.running() if job.name.endswith("first_page")]
    place.tab.bar.views.choose(RunView.OPEN_TICKETS)
    assert [job.stopped for job in old] == [True]
    while place.jobs.running():
        place.jobs.run_next()
    assert place.shown() == [2]
    assert [chosen.view for chosen in place.runs.filters] == [RunView.OPEN_TICKETS]


def test_the_selection_survives_a_refresh(make_place: Make) -> None:
    place = make_place(*(run_row(n) for n in range(1, 6)))
    place.presenter.start()
    place.select(4)
    place.runs.held = {0: run_row(0)} | place.runs.held
    place.presenter.refresh()
    assert place.shown()[0] == 0
    assert place.tab.list.selected_ids == (4,)


def test_the_selection_survives_another_order_even_beyond_the_first_page(
    make_place: Make,
) -> None:
    place = make_place(*(run_row(n, customer=f"C{n:03}") for n in range(1, 151)))
    place.presenter.start()
    place.select(2)
    place.tab.bar.sort_by("customer", descending=True)
    assert place.shown()[0] == 150
    assert place.tab.list.selected_ids == (2,)


def test_an_act_meets_the_selected_run_also_while_its_page_is_read_anew(make_place: Make) -> None:
    place = make_place(*(run_row(n) for n in range(1, 301)), deferred=True)

    def answer_all() -> None:
        while place.jobs.running():
            place.jobs.run_next()

    place.presenter.start()
    answer_all()
    place.tab.list.model.row_at(249)
    place.tab.list.model._ask()
    answer_all()
    place.select(250)
    answer_all()
    place.tab.table.scrollToTop()
    place.presenter.refresh()
    while place.presenter.list.is_reading:
        place.jobs.run_next()
    assert place.jobs.running()
    assert place.tab.list.selected_row == run_row(250)
    answer_all()


def test_the_range_becomes_a_moment(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.presenter.start()
    place.tab.bar.range.choose_data(Range.DAY)
    place.tab.bar.range.choose_data(Range.ALL)
    since = [chosen.since for chosen in place.runs.filters]
    assert since == [NOW - timedelta(days=7), NOW - timedelta(days=1), None]


def test_rows_stay_when_a_refresh_fails_and_the_line_says_of_when_they_are(
    make_place: Make,
) -> None:
    place = make_place(run_row(1))
    place.presenter.start()
    place.runs.trouble = Failure(Kind.DATABASE_LOST, "server closed the connection")
    place.presenter.refresh()
    assert place.shown() == [1]
    assert place.tab.list.notice.sentence.startswith("The connection to the database was cut.")
    assert place.tab.list.notice.sentence.endswith("Shown as of 07:03.")


def test_a_run_that_cannot_be_read_is_told_in_the_pane(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.presenter.start()
    place.runs.trouble = Failure(Kind.RUN_GONE, "no row 1")
    place.presenter.detail.read()
    place.tab.pane._copy_details()
    assert "no longer in the Backupchecks database" in place.messages.copied[0]
    assert "no row 1" in place.messages.copied[0]


def test_details_of_a_failed_read_can_be_copied_with_the_correlation_id(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.runs.trouble = Failure(Kind.DATABASE_LOST, "server closed the connection")
    place.presenter.start()
    place.tab.list.notice.copy.click()
    assert "server closed the connection" in place.messages.copied[0]
    assert "Correlation id: " in place.messages.copied[0]


def test_retry_reads_again_and_takes_the_line_away(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.runs.trouble = Failure(Kind.DATABASE_LOST)
    place.presenter.start()
    place.runs.trouble = None
    place.tab.list.notice.retry.click()
    assert place.shown() == [1]
    assert place.tab.list.notice.sentence == ""


def test_an_empty_search_names_the_search_and_leads_out_of_it(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.presenter.start()
    place.tab.bar.search.setText("HV9")
    place.tab.bar.search._say()
    assert place.tab.list.empty.accessibleName().startswith("No run matches 'HV9'.")
    place.tab.list.empty.wanted.emit(replace(place.tab.chosen, search=""))
    assert place.shown() == [1]


def test_an_empty_view_names_its_filters(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.presenter.start()
    place.tab.bar.views.choose(RunView.OPEN_TICKETS)
    assert place.tab.list.empty.accessibleName() == "No open tickets Shown: Last 7 days."


def test_an_empty_workspace_says_so_and_leads_to_the_database(make_place: Make) -> None:
    place = make_place()
    place.runs.customers = ()
    place.presenter.start()
    assert place.tab.list.empty.accessibleName().startswith("No runs in this database yet")
    wanted: list[str] = []
    place.tab.place_wanted.connect(wanted.append)
    place.tab.list.empty._go("database")
    assert wanted == ["database"]


def test_last_runs_are_read_for_the_jobs_in_view_and_asked_once(make_place: Make) -> None:
    place = make_place(run_row(1), run_row(2))
    place.runs.last_runs = {101: results(RunStatus.SUCCESS, RunStatus.FAILED)}
    place.presenter.start()
    place.tab.list.tell_jobs_in_view()
    place.tab.list.tell_jobs_in_view()
    assert place.runs.asked.count("strips") == 1
    assert place.cell(1, "strip") == "1 success, 1 failed"
    assert place.cell(2, "strip") == ""


def test_open_ticket_leads_to_the_browser(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()))
    place.presenter.start()
    place.tab.bar.open_button.click()
    assert place.messages.opened == ["https://autotask.example/31"]


def test_a_ticket_of_the_other_environment_does_not_count(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell(environment=Environment.PRODUCTION)))
    place.presenter.start()
    assert place.cell(1, "ticket") == "T20261122.0031 Production"
    assert place.tab.bar.create_button.isEnabled()
    assert not place.tab.bar.open_button.isEnabled()


def test_copying_the_number_says_so(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()))
    place.presenter.start()
    place.tab.acts.copy.action.trigger()
    assert place.messages.copied == ["T20261122.0031"]
    assert place.last_told == "Copied: T20261122.0031"


def test_a_link_in_a_mail_asks_before_it_opens(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.tab.link_chosen.emit("https://portal.example/job?id=1")
    assert place.messages.questions[0][1] == "The mail leads to https://portal.example/job?id=1"
    assert place.messages.opened == []
    place.messages.yes[0]()
    assert place.messages.opened == ["https://portal.example/job?id=1"]
