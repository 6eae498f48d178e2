"""What the form says about itself: what is wrong with it, what it lacks, who saved it last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.settings_rules import newly_invalid, problems_of
from bcautotask_gui.ui.settings.form import SECRET, TRACKING_ID, Draft, form_problems, labels
from bcautotask_gui.ui.shared.moments import here_and_now, moment_text
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Standing:
    """The form and what it is judged by.

    Attributes:
        draft: the form as it is shown.
        reference: the picklists of each environment, None where never read.
        held: which secrets this computer holds.
        refused: what was refused at the last attempt to save, by the name of the value.
    """

    draft: Draft
    reference: Mapping[Environment, ReferenceData | None]
    held: frozenset[tuple[Environment, str]]
    refused: Mapping[str, str]

    def problems(self) -> dict[str, str]:
        """Everything that would stop a ticket, and what was refused at the last attempt."""
        edited = self.draft.edited
        found = problems_of(edited, self.reference.get(edited.environment))
        sentences = {each.field: told(each.sentence) for each in (*found, *form_problems(edited))}
        return {**self.refused, **sentences}

    def stopping(self) -> tuple[str, ...]:
        """The values that stop saving: only those that this change makes invalid."""
        if not self.draft.has_changed_settings:
            return ()
        base, edited = self.draft.base, self.draft.edited
        invalid = newly_invalid(
            base,
            self.reference.get(base.environment),
            edited,
            self.reference.get(edited.environment),
        )
        there_already = form_problems(base)
        own = (each for each in form_problems(edited) if each not in there_already)
        names = {*self.refused, *(each.field for each in (*invalid, *own))}
        return tuple(key for key in labels() if key in names)

    def why_not_saved(self) -> str:
        """What stops saving now, in words; empty where nothing does."""
        problems = self.problems()
        return next((problems[key] for key in self.stopping() if key in problems), "")

    def missing_secrets(self) -> tuple[str, ...]:
        """What this computer lacks to reach the environment that the form shows, in sentences."""
        typed = self.draft.typed_here()
        text = translate("SettingsStanding", "Enter the {name}.")
        return tuple(
            text.format(name=labels()[name].lower().replace("api", "API"))
            for name in (SECRET, TRACKING_ID)
            if name not in typed and (self.draft.environment, name) not in self.held
        )

    def found_zone(self) -> str:
        """The zone and the database that the form's environment was bound to; empty before."""
        here = self.draft.edited.current
        if here.database_id is None:
            return ""
        found = translate("SettingsStanding", "{zone}, Autotask database {id}")
        return found.format(zone=here.zone_name, id=here.database_id)

    def saved_line(self) -> str:
        """Who saved the settings last, and when."""
        base = self.draft.base
        shared = translate("SettingsStanding", "Shared by everyone on this database.")
        if not base.saved_by:
            return shared
        last = translate("SettingsStanding", "Last saved by {who}").format(who=base.saved_by)
        when = _moment(base.saved_at)
        return f"{shared} {last}, {when}." if when else f"{shared} {last}."


def _moment(saved_at: str) -> str:
    """When that was, in the operator's words; empty where the store does not tell."""
    try:
        return moment_text(datetime.fromisoformat(saved_at), here_and_now(), inside=True)
    except ValueError:
        return ""
