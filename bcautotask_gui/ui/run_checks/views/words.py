"""How a view says what it shows."""

from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.words import translate


def view_words(view: RunView) -> str:
    """The name of one of the views above the table."""
    return {
        RunView.NOT_REVIEWED: translate("RunViews", "Not reviewed"),
        RunView.NEEDS_TICKET: translate("RunViews", "Needs ticket"),
        RunView.OPEN_TICKETS: translate("RunViews", "Open tickets"),
        RunView.WAITING: translate("RunViews", "Waiting"),
        RunView.MISSED: translate("RunViews", "Missed"),
        RunView.ALL: translate("RunViews", "All"),
    }[view]


def chosen_words(chosen: Chosen) -> str:
    """`Needs ticket · "nas" · Last 7 days · sorted by customer`."""
    parts = [view_words(chosen.view)]
    if chosen.search:
        parts.append(f'"{chosen.search}"')
    parts += [part for part in chosen.filters if part != chosen.job]
    parts.append(_sort_words(chosen))
    if chosen.grouped:
        parts.append(translate("RunViews", "grouped by job"))
    return " · ".join(parts)


def _sort_words(chosen: Chosen) -> str:
    by = {
        "run_at": translate("RunViews", "sorted by run time"),
        "status": translate("RunViews", "sorted by status"),
        "customer": translate("RunViews", "sorted by customer"),
        "job": translate("RunViews", "sorted by job"),
        "software": translate("RunViews", "sorted by software"),
        "ticket": translate("RunViews", "sorted by ticket"),
        "mapping": translate("RunViews", "sorted by mapping"),
    }
    return by.get(chosen.sort, by["run_at"])
