"""Phase 6: the integration can be turned off, numbers typed by hand, and all of it undone."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from bcautotask_gui.app.session import Session
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.customers import CustomerQuery
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.resolution import ResolutionState
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.domain.tickets import Origin, TicketState
from bcautotask_gui.profile import Profile
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.runs import RunFilter
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Lane
from tests.end_to_end.office import CREDENTIALS, SANDBOX, Office, ended, office_on_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CREATED = ("Brightwell Dental", "SQL01 + DC01 Daily")
TYPED = ("Bakkerij Jansen", "NAS01 Hyper Backup")
LINKED = ("Van der Meer Logistics", "HV01 Daily")
OLD = ("Müller Maschinenbau GmbH", "FS01 Daily")
FREE = "T20261119.0012"
QUIET = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL, Lane.KEYRING)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_on_file(tmp_path_factory.mktemp("phase_6")) as made:
        yield made.set_up()


@pytest.fixture(autouse=True)
def enabled(office: Office) -> Iterator[None]:
    """Each test begins and ends with the integration on."""
    yield
    if not office.settings.enabled:
        office.change(enabled=True)


@contextmanager
def window_of(office: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """The application as it starts, over the same database, in this process."""
    profile = Profile(office.profile.parent / "window")
    memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
    theme = Theme(qapp)
    window = MainWindow(theme, memory)
    options = StartOptions(database=office.url, autotask_url=office.server.url)
    session = Session(options, profile, theme, window, memory)
    session.secrets = SessionStore()
    window.show()
    session.open()
    try:
        qtbot.waitUntil(lambda: session.pages is not None, timeout=PATIENCE)
        yield session
    finally:
        assert session.close(PATIENCE)
        qtbot.waitUntil(lambda: not session.jobs.running(), timeout=PATIENCE)
        window.close_now()
        window.deleteLater()
        session._page.deleteLater()


def test_no_autotask_api_calls_when_integration_is_disabled(
    office: Office, qapp: QApplication, qtbot: QtBot
) -> None:
    office.create(office.run(*CREATED))
    office.change(enabled=False)
    before = len(office.server.calls)
    refused: list[Callable[[], object]] = [
        lambda: office.create(office.run(*LINKED)),
        lambda: office.at.resolving.preview(office.run(*CREATED)).plan or _off(),
        lambda: ended(office.at.resolving.add_note(office.run(*CREATED), "note")),
        lambda: office.at.link_search.find([office.run(*LINKED)], "HV01"),
        lambda: office.at.offers.offers(),
        lambda: office.at.look_ups.look(),
        lambda: ended(office.at.ticket_states.refresh([office.run(*CREATED)])),
        lambda: ended(office.at.settings.refresh_reference_data()),
        lambda: ended(office.at.customers.refresh_all()),
        lambda: office.at.customers.search(
            office.at.customers.row(office.at.customers.order(CustomerFilter())[0]), "Bak"
        ),
        lambda: ended(office.at.connection_test.run(office.settings, CREDENTIALS)),
    ]
    for act in refused:
        with pytest.raises(Failure) as failed:
            act()
        assert failed.value.kind in (Kind.DISABLED, Kind.BLOCKED)
    with window_of(office, qapp, qtbot) as session:
        pages = session.pages
        assert pages is not None
        tab = pages._run_checks_tab
        qtbot.waitUntil(lambda: tab.list.model.rowCount() > 0, timeout=PATIENCE)
        for page in ("customers", "settings", "run_checks"):
            session.window.show_page(page)
            pages.refresh()
            qtbot.waitUntil(lambda: not session.jobs.running_in(*QUIET), timeout=PATIENCE)
        assert tab.table.select_key(office.run(*CREATED))
        tab.pane.turn(3)
        qtbot.waitUntil(lambda: not session.jobs.running_in(*QUIET), timeout=PATIENCE)
        assert tab.bar.number_button.isVisible()
    assert len(office.server.calls) == before
    office.change(enabled=True)


def _off() -> None:
    raise Failure(Kind.DISABLED)


def test_existing_data_remains_visible(office: Office) -> None:
    created, old = office.run(*CREATED), office.run(*OLD)
    ended(office.at.ticket_states.refresh([created, old]))
    mapped = office.at.database.customers.rows(CustomerQuery(SANDBOX))
    runs = list(office.at.runs.order(RunFilter()))
    before = {run_id: office.row(run_id) for run_id in (created, old)}
    history = office.at.runs.detail(created).history
    office.change(enabled=False)
    office.start_again()
    for run_id, row in before.items():
        assert row.ticket is not None
        assert office.row(run_id) == row
    assert before[created].ticket is not None
    assert before[created].ticket.state is TicketState.OPEN
    assert office.at.database.customers.rows(CustomerQuery(SANDBOX)) == mapped
    assert list(office.at.runs.order(RunFilter())) == runs
    assert office.at.runs.detail(created).history[: len(history)] == history
    office.change(enabled=True)


def test_operators_can_safely_transition_between_workflows(office: Office) -> None:
    typed, linked, old = office.run(*TYPED), office.run(*LINKED), office.run(*CREATED)
    kept_ticket = office.row(old).ticket
    # off: numbers are typed by hand, of whatever form
    office.change(enabled=False)
    assert office.at.numbers.is_offered()
    number = office.server.tenant.ticket(10431709)["ticketNumber"]
    assert office.at.numbers.keep([typed], number.lower()).kept == (typed,)
    row = office.row(typed)
    assert row.ticket is not None and row.ticket.origin is Origin.MANUAL
    # on again: the number counts, so no second ticket; it can become a real link
    office.change(enabled=True)
    assert not office.at.numbers.is_offered()
    with pytest.raises(Failure):
        office.create(typed)
    preview = office.at.linking.preview([typed], 10431709)
    assert preview.confirmations  # another company's ticket
    summary = ended(office.at.linking.link(preview, confirmed=True))
    assert summary is not None and summary.linked == (typed,)
    row = office.row(typed)
    assert row.ticket is not None
    assert (row.ticket.origin, row.ticket.ticket_id) == (Origin.LINKED, 10431709)
    # both at once: typing and linking side by side, and tickets are still created
    office.change(compatibility_mode=True)
    assert office.at.numbers.is_offered()
    assert office.at.numbers.keep([linked], "INC-2026-47").kept == (linked,)
    row = office.row(linked)
    assert row.ticket is not None and row.ticket.number == "INC-2026-47"
    fresh = office.run("Steuerkanzlei Hoffmann", "DATEV-SQL stündlich")
    assert office.create(fresh).number
    resolved = ended(office.at.resolving.resolve(office.at.resolving.preview(fresh)))
    assert resolved is not None and resolved.state is ResolutionState.DONE
    # and nothing was lost or doubled on the way
    office.change(compatibility_mode=False)
    assert office.row(old).ticket == kept_ticket
    assert not office.server.report.duplicates()
    for run_id in (typed, linked, fresh):
        with pytest.raises(Failure):
            office.create(run_id)
