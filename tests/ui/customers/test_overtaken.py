"""What was read before a mapping changed may be answered after it, and undoes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.settings import Environment
from tests.ui.customers.fakes import JANSEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.customers.conftest import Room


def finish(room: Room) -> None:
    """Does whatever waits, also from within a reading that is under way."""
    while room.jobs._waiting:
        room.jobs.run_next()


def overtaken(room: Room, service: object, what: str, meanwhile: Callable[[], None]) -> None:
    """The next such reading sees what is now, and answers after all that happens meanwhile."""
    plain = getattr(service, what)

    def slow(*args: Any) -> object:
        setattr(service, what, plain)
        old = plain(*args)
        meanwhile()
        finish(room)
        return old

    setattr(service, what, slow)


def clear_mapping(room: Room) -> None:
    """The act that ended, and what it tells."""
    row = room.service.clear_mapping(JANSEN.id, Environment.SANDBOX)
    room.presenter._mapping.changed.emit(row)


def started(make: Callable[..., Room], **more: Any) -> Room:
    room = make(deferred=True, **more)
    finish(room)
    return room


def test_a_list_that_was_read_before_a_mapping_changed_does_not_undo_it(
    make: Callable[..., Room],
) -> None:
    room = started(make)
    overtaken(room, room.service, "some", lambda: clear_mapping(room))
    room.presenter.refresh()
    finish(room)
    shown = room.tab._model.held(JANSEN.id)
    assert shown is not None
    assert shown.mapping is None


def test_counts_from_before_a_mapping_changed_do_not_stay(make: Callable[..., Room]) -> None:
    room = started(make)
    told: list[int] = []
    show = room.tab.show_counts

    def noted(counts: dict[MappingStatus | None, int]) -> None:
        told.append(counts[MappingStatus.MISSING])
        show(counts)

    room.tab.show_counts = noted  # type: ignore[method-assign]
    overtaken(room, room.service, "counts", lambda: clear_mapping(room))
    room.presenter._list.count()
    finish(room)
    assert told == [3]


def test_matches_from_before_a_mapping_changed_do_not_stay(make: Callable[..., Room]) -> None:
    """Reading the companies compares them at its end, beside what counts them anew."""
    room = started(make, without_list=False)

    def mapped_meanwhile() -> None:
        room.suggestions.matches = ()
        room.presenter.review.count()

    room.presenter.review._found = None
    overtaken(room, room.suggestions, "exact", mapped_meanwhile)
    room.presenter.review._read()
    finish(room)
    found = room.presenter.review._found
    assert found is not None
    assert found.matches == ()


def test_of_two_counts_of_matches_the_newer_stays(make: Callable[..., Room]) -> None:
    room = started(make, without_list=False)

    def mapped_meanwhile() -> None:
        room.suggestions.matches = ()
        room.presenter.review.count()

    overtaken(room, room.suggestions, "exact", mapped_meanwhile)
    room.presenter.review.count()
    finish(room)
    found = room.presenter.review._found
    assert found is not None
    assert found.matches == ()
