"""The configuration as a whole: everything that would stop a ticket, in one list."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from bcautotask_gui.domain.ports import SettingsStore
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.runs import RunStatus
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.domain.ticket_rules import without_ticket
from bcautotask_gui.services.secret_keeper import SECRET_WORDS, SecretKeeper

MAPPING = "mapping"


@dataclass(frozen=True)
class Finding:
    """One thing that would stop a ticket.

    Attributes:
        place: the name of the value in the form, or `MAPPING` for the Customers tab.
        sentence: what is, then what to do.
    """

    place: str
    sentence: str


class Validation:
    """Judges the form as it stands, saved or not; calls nobody.

    Args:
        store: for the picklists.
        keeper: for the secrets at hand.
        mapped: how many customers have a company in an environment.
    """

    def __init__(
        self,
        store: SettingsStore,
        keeper: SecretKeeper,
        mapped: Callable[[Environment], int],
    ) -> None:
        self._store = store
        self._keeper = keeper
        self._mapped = mapped

    def run(self, form: Settings, typed: Collection[str]) -> tuple[Finding, ...]:
        """Everything that would stop a ticket, in the order of the form.

        Args:
            form: as in the form.
            typed: names of secrets that are typed and not kept yet.
        """
        here = form.environment
        held = {name for place, name in self._keeper.held() if place is here} | set(typed)
        reference = self._store.reference_data(here)
        return findings(form, reference, held, self._mapped(here))


def findings(
    form: Settings, reference: ReferenceData | None, held: Collection[str], mapped: int
) -> tuple[Finding, ...]:
    """Everything that would stop a ticket.

    Args:
        form: the settings to judge; where they are off, the rest is judged as if they were on.
        reference: the picklists of their environment, or None where never read.
        held: names of the secrets at hand on this computer.
        mapped: how many customers have a company in their environment.
    """
    found = []
    if not form.enabled:
        found.append(Finding("enabled", say("Autotask is off. Tick Enable Autotask integration.")))
    problems = problems_of(replace(form, enabled=True), reference)
    found += [Finding(each.field, each.sentence) for each in problems]
    for name, word in SECRET_WORDS.items():
        if name not in held:
            sentence = say(
                "This computer has no {environment} {word}. Enter it.",
                environment=form.environment.label,
                word=word,
            )
            found.append(Finding(name, sentence))
    if form.current.database_id is None:
        sentence = say(
            "No Autotask database is bound to {environment} yet. Test the connection.",
            environment=form.environment.label,
        )
        found.append(Finding("environment", sentence))
    if without_ticket(form.current.defaults) >= {s for s in RunStatus if s.creatable}:
        sentence = say("No kind of run gets a ticket. Choose a priority for Warning or for Error.")
        found.append(Finding("warning", sentence))
    if not mapped:
        sentence = say(
            "No customer has a company in {environment} yet. Map them under Customers.",
            environment=form.environment.label,
        )
        found.append(Finding(MAPPING, sentence))
    return tuple(found)
