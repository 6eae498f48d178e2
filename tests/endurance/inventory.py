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

    Attributes:
        threads: those that this process started in Python.
        files: open ones, sockets and databases among them; pools hold some.

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
        # those of pools come and go, and the interpreter knows them as dummies
        self.threads = sum(
            not (each.daemon or isinstance(each, threading._DummyThread))
            for each in threading.enumerate()
        )
        self.files = len(os.listdir(OPEN_FILES)) if OPEN_FILES.exists() else 0

    def more_than(self, before: Inventory) -> list[str]:
        """What there is more of than before."""
        more = self.counts - before.counts
        return [f"{count} more {name}" for name, count in sorted(more.items())]


def _let_go() -> None:
    """Deletes what is marked, and collects what waits for the collector."""
    for _ in range(2):
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
    return sum(each.receivers(signal) for signal in _signals(each))


def _signals(each: QObject) -> list[str]:
    """All signals of its class, save those that every object has."""
    meta = each.metaObject()
    name = meta.className()
    if name not in _known:
        methods = map(
            meta.method, range(QObject.staticMetaObject.methodCount(), meta.methodCount())
        )
        _known[name] = [
            SIGNAL(bytes(method.methodSignature().data()).decode())
            for method in methods
            if method.methodType() is QMetaMethod.MethodType.Signal
        ]
    return _known[name]


_known: dict[str, list[str]] = {}
