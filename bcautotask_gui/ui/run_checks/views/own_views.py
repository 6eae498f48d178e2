"""The own views of one person on this workstation."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import QSettings

from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.filters import Chosen, Range

NAME_LIMIT = 40


@dataclass(frozen=True)
class OwnView:
    """A name, and all that was chosen when it was given."""

    name: str
    chosen: Chosen


class OwnViews:
    """Kept in the window memory of the profile, for each person apart, in the order of saving."""

    def __init__(self, settings: QSettings, person: str) -> None:
        """Open the memory.

        Args:
            settings: the window memory.
            person: whose views they are, such as the name they signed in with.
        """
        self._settings = settings
        self._place = f"run_checks/own_views/{person.encode().hex() or 'nobody'}"

    def all(self) -> tuple[OwnView, ...]:
        """The views; an entry that cannot be read is left out."""
        try:
            kept = json.loads(str(self._settings.value(self._place, "[]")))
        except ValueError:
            return ()
        views = map(_read, kept if isinstance(kept, list) else [])
        return tuple(view for view in views if view is not None)

    def named(self, name: str) -> OwnView | None:
        """The view of this name, in any case."""
        wanted = name.strip().casefold()
        return next((view for view in self.all() if view.name.casefold() == wanted), None)

    def like(self, chosen: Chosen) -> OwnView | None:
        """The view that shows just this, or None."""
        wanted = _worth_keeping(chosen)
        return next((view for view in self.all() if view.chosen == wanted), None)

    def keep(self, name: str, chosen: Chosen) -> None:
        """Keep what is chosen under a name; a view of that name is replaced in its place."""
        view = OwnView(" ".join(name.split())[:NAME_LIMIT], _worth_keeping(chosen))
        self._change(view.name, lambda _former: view)

    def rename(self, name: str, other: str) -> None:
        """Give a view another name; one that had that name before gives way."""
        view = self.named(name)
        if view is not None:
            if name.strip().casefold() != other.strip().casefold():
                self.remove(other)
            self._change(name, lambda former: replace(former or view, name=_tidy(other)))

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._write(view for view in self.all() if view.name.casefold() != name.casefold())

    def _change(self, name: str, change: Callable[[OwnView | None], OwnView]) -> None:
        views = list(self.all())
        for place, view in enumerate(views):
            if view.name.casefold() == name.strip().casefold():
                views[place] = change(view)
                break
        else:
            views.append(change(None))
        self._write(views)

    def _write(self, views: Any) -> None:
        entries = [{"name": view.name, **asdict(view.chosen)} for view in views]
        self._settings.setValue(self._place, json.dumps(entries))


def _tidy(name: str) -> str:
    return " ".join(name.split())[:NAME_LIMIT]


def _worth_keeping(chosen: Chosen) -> Chosen:
    """A job that was opened for a moment belongs to the moment."""
    return replace(chosen, job_id=None, job="")


def _read(entry: object) -> OwnView | None:
    if not isinstance(entry, dict):
        return None
    values = dict(entry)
    try:
        name = str(values.pop("name"))
        view, span = RunView(values.pop("view")), Range(values.pop("range"))
        return OwnView(name, replace(Chosen(view=view, range=span), **values))
    except (KeyError, TypeError, ValueError):
        return None
