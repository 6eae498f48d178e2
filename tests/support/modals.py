"""No dialog may wait for a person in a test: each way to open one raises instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

STATIC_QUESTIONS = {
    "QMessageBox": ["about", "aboutQt", "critical", "information", "question", "warning"],
    "QFileDialog": [
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ],
    "QInputDialog": ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
}


def forbid_modals(patch: pytest.MonkeyPatch) -> None:
    """Makes `QDialog.exec` and the static questions raise for as long as the patch holds."""
    from PySide6 import QtWidgets

    def refuse(*arguments: Any, **options: Any) -> None:
        raise AssertionError("a modal dialog would wait here for ever: use open() and its signals")

    patch.setattr(QtWidgets.QDialog, "exec", refuse)
    for name, functions in STATIC_QUESTIONS.items():
        for function in functions:
            patch.setattr(getattr(QtWidgets, name), function, refuse)
