"""Reads what the chosen ticket category fills in: once for each category and session."""

import logging
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.ui.settings.form import Draft
from bcautotask_gui.worker.jobs import Lane, Runner

log = logging.getLogger(__name__)
Filled = tuple[Environment, int, Mapping[TicketField, int]]


class CategoryPresenter(QObject):
    """A help to the eye: where it cannot be read, nothing is said and nothing is stopped."""

    read = Signal()
    """Something is known now."""

    def __init__(
        self, service: SettingsService, jobs: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._jobs = jobs
        self._asked: set[tuple[Environment, int]] = set()
        self._known: dict[tuple[Environment, int], Mapping[TicketField, int]] = {}

    def fills(self, draft: Draft) -> Mapping[TicketField, int]:
        """What the category of the form fills in, as far as it was read."""
        category = draft.edited.current.defaults.category
        return self._known.get((draft.environment, category or 0), {})

    def want(self, draft: Draft) -> None:
        """Read it unless that was tried; only the environment in force can be asked."""
        category = draft.edited.current.defaults.category
        base = draft.base
        if category is None or not base.enabled or base.environment is not draft.environment:
            return
        key = (draft.environment, category)
        if key not in self._asked:
            self._asked.add(key)
            job = self._jobs.run(Lane.AUTOTASK, partial(_read, self._service, *key))
            job.done.connect(self._keep)
            job.failed.connect(self._give_up)

    @Slot(object)
    def _keep(self, filled: Filled) -> None:
        environment, category, values = filled
        self._known[environment, category] = values
        self.read.emit()

    @Slot(object)
    def _give_up(self, error: object) -> None:
        log.info("what a ticket category fills in could not be read: %s", error)


def _read(service: SettingsService, environment: Environment, category: int) -> Filled:
    return environment, category, service.category_defaults(category)
