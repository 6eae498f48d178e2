"""Values that two people changed at once, in the words of the form."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.settings import DueRule, Environment, PriorityChoice, Settings
from bcautotask_gui.ui.settings.form import FIELDS, PICKLISTS, Draft, labels, value_of
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Conflict:
    """One value that was changed here and, otherwise, by somebody else.

    Attributes:
        key: its name in the form.
        place: the environment that it belongs to; any for a shared one.
        mine: as edited here, in words.
        theirs: as saved meanwhile, in words.
    """

    key: str
    place: Environment
    name: str
    mine: str
    theirs: str


def changed_by_others(draft: Draft, newer: Settings) -> tuple[str, ...]:
    """The names of the values that differ between what the form began with and what is saved."""
    theirs = Draft(draft.base, newer)
    return theirs.changed()


def conflicts_of(
    draft: Draft, newer: Settings, reference: ReferenceData | None
) -> tuple[Conflict, ...]:
    """The values that were changed here and there, and differently.

    Args:
        draft: the form before it follows the newer settings.
        newer: what somebody saved meanwhile.
        reference: Autotask's words for ids.
    """
    mine, theirs = draft.differing(), Draft(draft.base, newer).differing()
    names = labels()
    return tuple(
        Conflict(
            key,
            place,
            names[key],
            in_words(key, value_of(draft.edited, key, place), reference),
            in_words(key, value_of(newer, key, place), reference),
        )
        for key in FIELDS
        for place in Environment
        if (key, place) in mine & theirs
        and value_of(draft.edited, key, place) != value_of(newer, key, place)
    )


def in_words(key: str, value: object, reference: ReferenceData | None) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return translate("Conflicts", "on") if value else translate("Conflicts", "off")
    if isinstance(value, Environment):
        return told(value.label)
    if isinstance(value, DueRule):
        return _due(value)
    if isinstance(value, PriorityChoice):
        if value.do_not_ticket:
            return translate("Conflicts", "do not ticket")
        return _label(TicketField.PRIORITY, value.priority, reference)
    if key in PICKLISTS:
        return _label(PICKLISTS[key], value if isinstance(value, int) else None, reference)
    return str(value) or translate("Conflicts", "empty")


def _label(which: TicketField, value: int | None, reference: ReferenceData | None) -> str:
    if value is None:
        return translate("Conflicts", "nothing chosen")
    return reference.label(which, value) if reference else str(value)


def _due(rule: DueRule) -> str:
    if rule.hours is not None:
        return translate("Conflicts", "after {n} hours").format(n=rule.hours)
    text = translate("Conflicts", "{n} working days, {at}")
    return text.format(n=rule.working_days, at=f"{rule.at:%H:%M}")
