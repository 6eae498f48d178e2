"""The question for a file, asked without waiting in it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
ENDING = "csv"


def ask_for_file(
    parent: QWidget, title: str, then: Callable[[str], None], *, save_as: str = ""
) -> QFileDialog:
    """Ask which file; `then` gets its path once a person chose one.

    Args:
        parent: the window that it stands over.
        title: of the dialog.
        then: called with the path.
        save_as: the name that is offered for a file to be written; empty to open one.
    """
    kinds = translate("FileDialog", "Comma-separated values (*.csv)")
    dialog = QFileDialog(parent, title, save_as, kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setDefaultSuffix(ENDING)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog
