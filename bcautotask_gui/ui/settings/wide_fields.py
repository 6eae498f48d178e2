"""Fields in the widths of the settings form; where there is less room they become narrower."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.settings import PriorityChoice
from bcautotask_gui.domain.ticket_notes import is_internal
from bcautotask_gui.ui.shared.fields import ChoiceField, TextField
from bcautotask_gui.ui.theme import Theme

WIDE = 330
MIDDLE = 216


class FormText(TextField):
    """A line of text."""

    def __init__(self, theme: Theme, width: int = WIDE, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._wanted = width

    def sizeHint(self) -> QSize:
        """As wide as the form's fields are."""
        return QSize(self._theme.px(self._wanted), self._theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Less in narrow windows."""
        return QSize(self._theme.px(140), self._theme.metrics.control)

    def show_text(self, text: str) -> None:
        """Show a text, and leave the cursor alone where it is shown already."""
        if self.text() != text:
            self.setText(text)


class FormChoice(ChoiceField):
    """One of several, by keys that are texts."""

    def __init__(self, theme: Theme, width: int = WIDE, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._wanted = width
        self._offered: tuple[tuple[str, str, str], ...] = ()
        self.setPlaceholderText(self.tr("Choose…"))

    def sizeHint(self) -> QSize:
        """As wide as the form's fields are."""
        return QSize(self._theme.px(self._wanted), self._theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Less in narrow windows."""
        return QSize(self._theme.px(120), self._theme.metrics.control)

    def offer(self, choices: tuple[tuple[str, str, str], ...], chosen: str) -> None:
        """Offer choices, each with key, label and tooltip; chooses one without saying so."""
        with QSignalBlocker(self):
            if choices != self._offered:
                self._offered = choices
                self.clear()
                for key, label, tip in choices:
                    self.addItem(label, key)
                    self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            self.setCurrentIndex(self.findData(chosen))
        self.setToolTip(self.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        self.update()


class PicklistField(FormChoice):
    """Values of an Autotask picklist by label; ids stand in the tooltips.

    Attributes:
        is_dropped: the chosen value is one that Autotask no longer offers.
    """

    is_dropped = False

    def __init__(
        self, theme: Theme, width: int = WIDE, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        """Build the field.

        Args:
            theme: Colours, sizes and fonts.
            width: At a 13 px font.
            nothing: The words for choosing nothing; empty where something must be chosen.
            parent: Qt's parent.
        """
        super().__init__(theme, width, parent)
        self._nothing = nothing

    def show_value(
        self, which: TicketField, reference: ReferenceData | None, value: int | None
    ) -> None:
        """Show what can be chosen, and what is chosen, even where Autotask dropped it."""
        nothing = (("", self._nothing, ""),) if self._nothing else ()
        values = self._values(which, reference, value)
        self.offer((*nothing, *values), "" if value is None else str(value))

    @property
    def value(self) -> int | None:
        """The id that is chosen."""
        key = self.currentData()
        return int(key) if key else None

    def _values(
        self, which: TicketField, reference: ReferenceData | None, value: int | None
    ) -> tuple[tuple[str, str, str], ...]:
        offered = reference.offered(which) if reference else ()
        self.is_dropped = False
        choices = [(str(each.value), each.label, _tip(self, each.value)) for each in offered]
        if value is not None and str(value) not in (key for key, _label, _tip in choices):
            self.is_dropped = reference is not None
            choices.insert(
                0, (str(value), self._dropped(which, reference, value), _tip(self, value))
            )
        return tuple(choices)

    def _dropped(self, which: TicketField, reference: ReferenceData | None, value: int) -> str:
        if reference is None:
            return self.tr("Id {id} (not read yet)").format(id=value)
        return self.tr("{label} (no longer offered)").format(label=reference.label(which, value))


class SubIssueField(PicklistField):
    """The sub-issue types of one issue type."""

    def show_below(
        self, issue_type: int | None, reference: ReferenceData | None, value: int | None
    ) -> None:
        """Show what belongs to the issue type, and what is chosen."""
        which = TicketField.SUB_ISSUE_TYPE
        if reference is not None:
            picklists = {**reference.picklists, which: reference.below(issue_type)}
            known = reference.value(which, value)
            if known and known not in picklists[which]:
                picklists[which] = (*picklists[which], replace(known, is_active=False))
            reference = replace(reference, picklists=picklists)
        self.show_value(which, reference, value)


class PublishField(PicklistField):
    """Who can read notes: only values that keep them among colleagues are offered."""

    def show_publish(self, reference: ReferenceData | None, value: int | None) -> None:
        """Show the internal values, and what is chosen, even where customers could read it."""
        self.show_value(TicketField.PUBLISH, reference and _internal_only(reference), value)

    def _dropped(self, which: TicketField, reference: ReferenceData | None, value: int) -> str:
        known = reference.value(which, value) if reference else None
        if known is not None and not is_internal(known):
            return self.tr("{label} (customers read it)").format(label=known.label)
        return super()._dropped(which, reference, value)


class PriorityField(PicklistField):
    """A priority, or the decision that such runs get no ticket."""

    def __init__(self, theme: Theme, *, like_error: bool, parent: QWidget | None = None) -> None:
        """Build the field.

        Args:
            theme: Colours, sizes and fonts.
            like_error: Whether "Like Error" is offered, which is the choice of nothing.
            parent: Qt's parent.
        """
        super().__init__(theme, parent=parent)
        self._like_error = like_error

    def show_choice(self, reference: ReferenceData | None, choice: PriorityChoice) -> None:
        """Show what can be chosen, and what is chosen."""
        priority = None if choice.do_not_ticket else choice.priority
        special = [("none", self.tr("Do not ticket"), self.tr("Such runs get no ticket"))]
        if self._like_error:
            tip = self.tr("The priority that Error has")
            special.insert(0, ("error", self.tr("Like Error"), tip))
        values = self._values(TicketField.PRIORITY, reference, priority)
        nothing = "error" if self._like_error else ""
        chosen = nothing if priority is None else str(priority)
        self.offer((*special, *values), "none" if choice.do_not_ticket else chosen)

    @property
    def choice(self) -> PriorityChoice:
        """What is chosen."""
        key = self.currentData()
        if key == "none":
            return PriorityChoice(do_not_ticket=True)
        return PriorityChoice(int(key)) if key and key != "error" else PriorityChoice()


def _internal_only(reference: ReferenceData) -> ReferenceData:
    """The same picklists; what customers can read stays known and is no longer on offer."""
    values = reference.picklists.get(TicketField.PUBLISH, ())
    offered = tuple(
        each if is_internal(each) else replace(each, is_active=False) for each in values
    )
    return replace(reference, picklists={**reference.picklists, TicketField.PUBLISH: offered})


def _tip(widget: QWidget, value: int) -> str:
    return widget.tr("id {id}").format(id=value)
