"""The Create dialog: exactly what will be sent, or what stands against it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from bcautotask_gui.domain.draft_changes import TicketOffers
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import TicketDraft
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.run_checks.cells import status_badge
from bcautotask_gui.ui.run_checks.create.blocked import Reasons
from bcautotask_gui.ui.run_checks.create.fields import run_moment
from bcautotask_gui.ui.run_checks.create.preview import FixedText, Preview, boxed
from bcautotask_gui.ui.run_checks.create.request import request_text
from bcautotask_gui.ui.run_checks.words import Now
from bcautotask_gui.ui.shared.badges import badge_word
from bcautotask_gui.ui.shared.busy_bar import BusyBar
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.theme import Theme


class CreateDialog(ActDialog):
    """Opens at once and fills when the draft has been read; it sends nothing itself."""

    help_page = "morning"

    place_wanted = Signal(str)
    copy_requested = Signal(str)
    offers_wanted = Signal()
    """Read what Autotask offers for queue and priority right now."""
    link_instead = Signal()
    """Link the open ticket of the job that the draft names, and create none."""

    def __init__(
        self,
        theme: Theme,
        row: RunRow,
        now: Now,
        environment: tuple[Environment, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog, waiting for its draft.

        Args:
            theme: Colours, sizes and fonts.
            row: the run that gets the ticket.
            now: the time in the zone of the operator.
            environment: where acts go, and database and zone in words; None where not known yet.
            parent: Qt's parent.
        """
        strip = EnvironmentStrip(theme)
        super().__init__(theme, self.tr("Create Autotask ticket"), strip, parent)
        self.row = row
        self._now, self._environment = now, environment
        self.strip = strip
        self._draft: TicketDraft | None = None
        self._details = ""
        self._make_body()
        self._make_foot()
        if environment is None:
            strip.hide()
        else:
            self._show_environment(environment[0], environment[1])
        self.resize(theme.px(898), theme.px(580))
        self.show_waiting()

    @property
    def run_id(self) -> int:
        """The run that gets the ticket."""
        return self.row.id

    @property
    def draft(self) -> TicketDraft | None:
        """What is shown; None while it is being read."""
        return self._draft

    @property
    def notices(self) -> list[str]:
        """What the boxes above the preview say."""
        places = (self._notices.itemAt(place) for place in range(self._notices.count()))
        boxes = [place.widget() for place in places if place is not None]
        return [box.accessibleName() for box in boxes if isinstance(box, NoticeBox)]

    def _make_body(self) -> None:
        theme = self._theme
        self._notices = QVBoxLayout()
        self._notices.setSpacing(theme.space.s)
        self._preview = Preview(theme, self._now)
        self._preview.offers_wanted.connect(self.offers_wanted)
        self._preview.edited.connect(self._use_changes)
        self._request = FixedText(theme, self.tr("Request"))
        self._views = QStackedWidget()
        self._waiting = self._make_waiting()
        self._request_box = boxed(theme, self._request, 4)
        for view in (self._waiting, self._preview, self._request_box):
            self._views.addWidget(view)
        self.body.addLayout(self._notices)
        self._line = Hairline(theme)
        self.body.addSpacing(theme.px(5))
        self.body.addWidget(self._line)
        self.body.addSpacing(theme.px(5))
        self.body.addWidget(self._views, 1)

    def _make_waiting(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        words = self.tr("Reading what would be sent")
        busy = BusyBar(theme, words, width=160)
        busy.show_share(0, None)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(busy, 0, middle)
        column.addWidget(Label(theme, words, "body", "muted"), 0, middle)
        column.addStretch(1)
        return holder

    def _make_foot(self) -> None:
        theme = self._theme
        self._show_request = ActionButton(theme, self.tr("Show request"), "list", kind=Kind.FLAT)
        self._show_request.clicked.connect(self._turn_over)
        self._copy = ActionButton(theme, self.tr("Copy"), "copy", kind=Kind.FLAT)
        self._copy.clicked.connect(self._copy_shown)
        self.footer_left.addWidget(self._show_request)
        self.footer_left.addWidget(self._copy)
        self.set_primary(self.tr("Create Autotask ticket"), "plus")
        self.primary.setFocus()

    # states --------------------------------------------------------------------------------

    def show_waiting(self) -> None:
        """The draft is being read."""
        self._draft = None
        self.say(self.tr("Create Autotask ticket"), self._run_words())
        self._views.setCurrentIndex(0)
        self._show_request.hide()
        self._copy.hide()
        self.block(self.tr("Not before everything was read."))

    def show_draft(self, draft: TicketDraft, notice: Trouble | None = None) -> None:
        """Show what will be sent, or why it cannot be.

        Args:
            draft: what would be sent now.
            notice: what made the preview open anew.
        """
        self._show_environment(draft.environment, self._where(draft))
        self.strip.show()
        self._show_request.show()
        self._copy.show()
        self._preview.show_draft(draft)
        self._show_view(self._preview)
        self._judge(draft, notice)
        (self.cancel if draft.blocks else self.primary).setFocus()

    def _judge(self, draft: TicketDraft, notice: Trouble | None = None) -> None:
        """This is what will be sent, or what stands against it."""
        self._use(draft)
        self._clear_notices()
        if notice is not None:
            self._add_notice(Tone.WARNING, self.tr("This changed meanwhile"), notice.sentence)
        if draft.blocks:
            self._show_blocked(draft)
        else:
            self._show_ready(draft)

    def _use(self, draft: TicketDraft) -> None:
        self._draft = draft
        self._request.setPlainText(request_text(draft))

    def show_offers(self, offers: TicketOffers) -> None:
        """Let queue, priority and due date be chosen from live values."""
        if self._draft is not None:
            self._preview.offer(self._draft, offers)
            self._use_changes()

    def show_no_offers(self, trouble: Trouble) -> None:
        """Say why there is nothing to choose from; the draft can be sent as it is."""
        self._preview.end_asking()
        heading = self.tr("What Autotask offers could not be read")
        self._add_notice(Tone.WARNING, heading, trouble.sentence)

    @Slot()
    def _use_changes(self) -> None:
        before, draft = self._draft, self._preview.changes.draft()
        if before is None or draft is None:
            return
        self._preview.show_fields(draft)
        if draft.blocks != before.blocks:
            self._judge(draft)
        else:
            self._use(draft)

    def _show_ready(self, draft: TicketDraft) -> None:
        self.say(self.tr("This is exactly what will be sent"), self._run_words())
        if draft.job_ticket:
            self._offer_to_link(draft.job_ticket)
        if draft.earlier_attempt:
            self._add_notice(
                Tone.WARNING,
                self.tr("An earlier attempt was not found in Autotask"),
                draft.earlier_attempt,
            )
        self._notices.addLayout(self._checks())
        self.set_hint("")
        self.block("")

    def _offer_to_link(self, ticket: str) -> None:
        heading = self.tr("This job already has an open ticket: {ticket}").format(ticket=ticket)
        text = self.tr("It belongs to another run. Create one more only for another problem.")
        box = NoticeBox(self._theme, Tone.INFO, heading, text)
        button = ActionButton(self._theme, self.tr("Link it instead"), "link")
        button.clicked.connect(self.link_instead)
        box.body.addWidget(button)
        self._notices.addWidget(box)

    def _show_blocked(self, draft: TicketDraft) -> None:
        self.say(self.tr("This run cannot get a ticket yet"), self._run_words())
        reasons = Reasons(self._theme, draft.blocks)
        reasons.place_wanted.connect(self._go)
        self._notices.addWidget(reasons)
        n = len(draft.blocks)
        hint = self.tr("Blocked by 1 problem") if n == 1 else self.tr("Blocked by {n} problems")
        self.set_hint(hint.format(n=n), "failed_text")
        self.block(hint.format(n=n))

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what kept the draft from being read."""
        self._clear_notices()
        self._details = trouble.details
        heading = self.tr("What would be sent could not be read")
        self._add_notice(Tone.FAILED, heading, trouble.sentence)
        self._waiting.hide()
        self._copy.setText(self.tr("Copy details"))
        self._copy.show()
        self.block(self.tr("There is nothing to send."))
        self.cancel.setFocus()

    # pieces --------------------------------------------------------------------------------

    def _run_words(self) -> str:
        row = self.row
        badge = status_badge(row.status, row.status_text)
        zone = self._draft.time_zone if self._draft else ""
        when = run_moment(row.run_at, self._now(), zone) if row.run_at else ""
        parts = (row.customer, row.job, badge.text or badge_word(badge.badge), when)
        return " · ".join(part for part in parts if part)

    def _show_environment(self, environment: Environment, where: str) -> None:
        sentence = (
            self.tr("This ticket goes to the live environment. It will be real.")
            if environment is Environment.PRODUCTION
            else self.tr("This ticket goes to the test environment.")
        )
        self.strip.show_environment(environment, where, sentence)

    def _where(self, draft: TicketDraft) -> str:
        if self._environment is not None and self._environment[0] is draft.environment:
            return self._environment[1]
        if draft.database_id is None:
            return ""
        return self.tr("Database {id}").format(id=draft.database_id)

    def _checks(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.space.l)
        for text in (
            self.tr("Mapping OK"),
            self.tr("No ticket for this run yet"),
            self.tr("Defaults still offered by Autotask"),
        ):
            check = QHBoxLayout()
            check.setSpacing(theme.px(6))
            check.addWidget(IconLabel(theme, "check", "good_icon", size=theme.metrics.badge_icon))
            check.addWidget(Label(theme, text, "small"))
            row.addLayout(check)
        row.addStretch(1)
        row.addWidget(Label(theme, self.tr("One ticket per run, ever"), "small", "muted"))
        return row

    def _add_notice(self, tone: Tone, heading: str, text: str) -> None:
        self._notices.addWidget(NoticeBox(self._theme, tone, heading, text))

    def _clear_notices(self) -> None:
        _empty(self._notices)

    def _show_view(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        request = view is self._request_box
        self._show_request.setText(self.tr("Show preview") if request else self.tr("Show request"))

    @Slot()
    def _turn_over(self) -> None:
        shown = self._views.currentWidget()
        self._show_view(self._preview if shown is self._request_box else self._request_box)

    @Slot()
    def _copy_shown(self) -> None:
        self.copy_requested.emit(request_text(self._draft) if self._draft else self._details)

    @Slot(str)
    def _go(self, place: str) -> None:
        self.reject()
        self.place_wanted.emit(place)


def _empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
