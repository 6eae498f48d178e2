"""A run that was not read yet says so."""

from __future__ import annotations

from bcautotask_gui.ui.run_checks.reasons import Selected, against_create


def test_a_run_whose_page_is_on_its_way_gets_no_ticket_yet() -> None:
    assert against_create(Selected(row=None, count=1)) == "This run is still being read."


def test_several_runs_are_told_to_be_several_first() -> None:
    assert against_create(Selected(row=None, count=3)).startswith("Select one run")
