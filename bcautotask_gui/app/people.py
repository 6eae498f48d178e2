"""Who works in the window: signing in, changing the role, locking, signing out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSettings, Signal, Slot
from PySide6.QtWidgets import QDialog

from bcautotask_gui.app.frame import Frame
from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.domain.operators import Operator, Role, SignInWay
from bcautotask_gui.profile import Profile
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.sign_in.idle import IdleWatch
from bcautotask_gui.ui.sign_in.menu import people_menu
from bcautotask_gui.ui.sign_in.page import SignInPage
from bcautotask_gui.ui.sign_in.presenter import SignInPresenter
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs, Lane

GoOn = Callable[[], None]


class People(QObject):
    """Says when somebody came and when they left; the pages are built and taken away by that.

    An act is never recorded under the name of somebody who came later: whoever leaves, or takes
    another role, does so once the running work has ended.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        memory: QSettings,
        jobs: Jobs,
        profile: Profile,
        frame: Frame,
        guard: Callable[[GoOn], object],
    ) -> None:
        """Wire it to the frame; `begin` asks who works here.

        Args:
            theme: colours, sizes and fonts, and the application whose idleness counts.
            window: what is covered.
            memory: where the last name and role are kept.
            jobs: runs the work.
            profile: knows after how many idle minutes the window locks itself.
            frame: told what is waited for.
            guard: asks about changes that nobody saved, then goes on.
        """
        super().__init__()
        self._theme, self._window, self._memory, self._jobs = theme, window, memory, jobs
        self._profile, self._frame, self._guard = profile, frame, guard
        self._page = self._make_page()
        self._idle = IdleWatch(theme.application, self)
        self._idle.idled.connect(self.lock)
        self._workplace: Workplace | None = None
        self._presenter: SignInPresenter | None = None
        self._hidden: list[QDialog] = []
        self._is_locked = False
        self._then: GoOn | None = None
        jobs.changed.connect(self._go_on)
        window.status.people_requested.connect(self._open_menu)

    def begin(self, workplace: Workplace) -> None:
        """Asks who works here, unless the database says so itself.

        Args:
            workplace: just opened; nobody has signed in.
        """
        self._workplace = workplace
        self._presenter = self._make_presenter(workplace)
        if workplace.way is SignInWay.PASSWORD:
            workplace.actor.nobody()
            self._ask()
        else:
            self._enter()

    def _make_page(self) -> SignInPage:
        page = SignInPage(self._theme, self._window)
        page.hide()
        return page

    def _make_presenter(self, workplace: Workplace) -> SignInPresenter:
        where = workplace.database.label
        made = SignInPresenter(self._page, workplace.sign_in, self._jobs, self._memory, where, self)
        made.accepted.connect(self._accept)
        made.signed_out.connect(self.sign_out)
        return made

    @Slot()
    def lock(self) -> None:
        """Covers everything until the same person types their password again."""
        place, presenter = self._workplace, self._presenter
        if self._is_locked or place is None or not presenter:
            return
        operator = place.actor.operator
        if not operator.has_password:
            return
        self._is_locked = True
        self._idle.stop()
        self._hidden = [
            dialog for dialog in self._window.findChildren(QDialog) if dialog.isVisible()
        ]
        for dialog in self._hidden:
            dialog.setVisible(False)
        self._window.cover(self._page)
        self._window.status.people.hide()
        presenter.lock(operator)

    @Slot()
    def sign_out(self) -> None:
        """Lets somebody else sign in, once nothing is at work and nothing unsaved is lost."""
        self._guard(partial(self._when_idle, self._leave))

    @Slot(object)
    def switch(self, role: Role) -> None:
        """Goes on under another role of the same person."""
        place = self._workplace
        if place is not None and role is not place.actor.operator.role:
            self._guard(partial(self._when_idle, partial(self._take_role, role)))

    def begin_anew(self, change: GoOn) -> None:
        """Changes something and builds the pages anew for the same person.

        Args:
            change: done while there are no pages, once nothing unsaved or running is in the way.
        """
        self._guard(partial(self._when_idle, partial(self._come_again, change)))

    def close(self) -> None:
        """Watches nothing more."""
        self._idle.stop()

    def _take_role(self, role: Role) -> None:
        if self._workplace:
            actor = self._workplace.actor
            self._come(actor.operator.acting_as(role))

    def _come(self, operator: Operator) -> None:
        """The pages are built anew, for what this person may do."""
        if self._workplace:
            self._workplace.actor.act_as(operator)
            self.left.emit()
            self._enter()

    def _come_again(self, change: GoOn) -> None:
        place, presenter = self._workplace, self._presenter
        if place is None or presenter is None:
            return
        self.left.emit()
        change()
        presenter.deleteLater()
        self._page.deleteLater()
        self._page = self._make_page()
        self._presenter = self._make_presenter(place)
        self._enter()

    def _leave(self) -> None:
        if self._workplace is None:
            return
        self._idle.stop()
        self._is_locked = False
        for dialog in self._hidden:
            dialog.reject()
        self._hidden = []
        self._workplace.actor.nobody()
        self.left.emit()
        self._frame.show_nobody()
        self._ask()

    def _ask(self) -> None:
        self._window.cover(self._page)
        if self._presenter:
            self._presenter.begin()

    @Slot(object)
    def _accept(self, operator: Operator) -> None:
        place = self._workplace
        if place is None:
            return
        was_locked, self._is_locked = self._is_locked, False
        known = place.actor.operator
        if was_locked and operator == known:
            self._unlock()
        elif was_locked:
            self._come(operator)
        else:
            place.actor.act_as(operator)
            self._enter()

    def _unlock(self) -> None:
        self._window.uncover()
        self._window.status.people.show()
        for dialog in self._hidden:
            dialog.setVisible(True)
        self._hidden = []
        self._watch()

    def _enter(self) -> None:
        self._is_locked = False
        self.entered.emit()
        place = self._workplace
        if place is None:
            return
        operator = place.actor.operator
        may_choose = len(operator.roles) > 1 or operator.has_password
        self._window.status.people.setVisible(may_choose)
        self._watch()
        if place.database.is_shared and not operator.has_password:
            words = self.tr(
                "No account is checked here: the rights of the database user {name} decide."
            )
            self._frame.tell(words.format(name=operator.name))

    def _watch(self) -> None:
        if self._workplace and self._workplace.actor.operator.has_password:
            self._idle.start(self._profile.lock_minutes)

    def _when_idle(self, then: GoOn) -> None:
        self._then = then
        if self._is_at_work():
            self._frame.tell(self.tr("The running work ends first; then this is done."))
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._then is not None and not self._is_at_work():
            then, self._then = self._then, None
            then()

    def _is_at_work(self) -> bool:
        return self._jobs.running_in(Lane.AUTOTASK, Lane.BULK)

    @Slot()
    def _open_menu(self) -> None:
        if self._workplace is None or self._is_locked:
            return
        menu = people_menu(
            self._workplace.actor.operator,
            self._profile.lock_minutes,
            self._window,
            switch=self.switch,
            lock=self.lock,
            lock_after=self._lock_after,
            sign_out=self.sign_out,
        )
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._window.status.people
        size = menu.sizeHint()
        corner = button.mapToGlobal(button.rect().topRight())
        menu.popup(corner - QPoint(size.width(), size.height()))

    def _lock_after(self, minutes: int) -> None:
        self._profile.lock_minutes = minutes
        self._watch()
