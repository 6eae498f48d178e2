"""What exists in this process right now: objects of Qt, connections, timers, threads, files."""

from __future__ import annotations

import gc
import os
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QMetaMethod, QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN_FILES = Path("/proc/self/fd")
# what Qt itself makes and throws away as it likes; a gesture of a view that is gone it throws away
# with the next event that could be one
OF_QT = frozenset(
    {"QTipLabel", "QPauseAnimation", "QStyleAnimation", "QWidgetAnimator", "QPanGesture"}
)


class Inventory:
    """Counts, each under a name that says what it is.

    Args:
        roots: long-lived objects that are no window.
    """

    def __init__(self, roots: Iterable[QObject]) -> None:
        _let_go()
        objects = _objects(roots)
        self.counts: Counter[str] = Counter()
        for each in objects:
            self.counts[f"object {each.metaObject().className()}"] += 1
            if isinstance(each, QTimer) and each.isActive() and not each.isSingleShot():
                self.counts["running timers"] += 1
            self.counts["connections"] += _receivers(each)
        self.counts["orphans"] = len(_orphans(objects))
        self.counts["threads"] = threading.active_count()
        if OPEN_FILES.exists():
            self.counts["open files"] = len(os.listdir(OPEN_FILES))

    def more_than(self, before: Inventory) -> list[str]:
        """What there is more of than before."""
        more = self.counts - before.counts
        return [f"{count} more {name}" for name, count in sorted(more.items())]


def _let_go() -> None:
    """Deletes what is marked, and collects what waits for the collector."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def _objects(roots: Iterable[QObject]) -> list[QObject]:
    found: dict[int, QObject] = {}
    for root in (*QApplication.topLevelWidgets(), *roots):
        for each in (root, *root.findChildren(QObject)):
            if each.metaObject().className() not in OF_QT:
                found[shiboken6.getCppPointer(each)[0]] = each
    return list(found.values())


def _orphans(known: list[QObject]) -> list[QObject]:
    """Objects that Python holds and no window or root owns."""
    pointers = {shiboken6.getCppPointer(each)[0] for each in known}
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, QObject)
        and shiboken6.isValid(each)
        and each.parent() is None
        and shiboken6.getCppPointer(each)[0] not in pointers
    ]


def _receivers(each: QObject) -> int:
    meta = each.metaObject()
    total = 0
    for index in range(QObject.staticMetaObject.methodCount(), meta.methodCount()):
        method = meta.method(index)
        if method.methodType() is QMetaMethod.MethodType.Signal:
            total += each.receivers(SIGNAL(bytes(method.methodSignature().data()).decode()))
    return total
