"""What the test ticket has shown so far: its lines, and what changed that should not have."""

from dataclasses import dataclass, replace

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.full_ticket import FullTicket, differences
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Settings


@dataclass(frozen=True)
class TestTicketReport(Progress):
    """How far the test ticket has come.

    Attributes:
        checks: one line for each thing that is to be proven.
        number: the ticket, once its number is known.
        settings: the settings with the proof in them, once it was kept.
    """

    __test__ = False  # its name is no test's

    checks: tuple[Check, ...] = ()
    number: str = ""
    settings: Settings | None = None


def first_report(label: str) -> TestTicketReport:
    """The list before the first step.

    Args:
        label: Autotask's word for the status that is to be proven.
    """
    titles = {
        "create": say("Test ticket created"),
        "update": say("A full update changes nothing else"),
        "completed": say("{label} sets completedDate", label=label),
        "resolved": say("{label} sets resolvedDateTime", label=label),
        "spared": say("{label} changes nothing else", label=label),
    }
    checks = tuple(Check(key, title, CheckState.TO_COME) for key, title in titles.items())
    first = TestTicketReport(0, len(titles), say("Making a test ticket"), checks)
    return _with_running(first)


def judged(report: TestTicketReport, key: str, spoilt: tuple[str, ...]) -> TestTicketReport:
    """The list after an update was read back."""
    if not spoilt:
        return marked(report, key, CheckState.PASSED, say("the same when read back"))
    remedy = say(
        "A workflow rule or a hidden field may do that. Do not allow resolving until it is known."
    )
    return marked(report, key, CheckState.FAILED, f"{'; '.join(spoilt)}.", remedy)


def marked(
    report: TestTicketReport, key: str, state: CheckState, value: str = "", remedy: str = ""
) -> TestTicketReport:
    """The list with another end of a line; the next line runs."""
    checks = tuple(
        replace(each, state=state, value=value, remedy=remedy) if each.key == key else each
        for each in report.checks
    )
    return _with_running(replace(report, checks=checks, done=report.done + 1))


def _with_running(report: TestTicketReport) -> TestTicketReport:
    """The first line that is still to come is the one that runs."""
    keys = [each.key for each in report.checks if each.state is CheckState.TO_COME]
    checks: tuple[Check, ...] = tuple(
        replace(each, state=CheckState.RUNNING) if keys and each.key == keys[0] else each
        for each in report.checks
    )
    return replace(report, checks=checks)


def spoilt_fields(
    before: FullTicket, after: FullTicket, besides: frozenset[str]
) -> tuple[str, ...]:
    """What changed although it should not have, each as "field: before -> after"."""
    return tuple(
        f"{name}: {_short(before.fields.get(name))} -> {_short(after.fields.get(name))}"
        for name in differences(before, after, besides)
    )


def _short(value: object) -> str:
    text = "empty" if value in (None, "", []) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
