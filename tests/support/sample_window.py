"""A small window with one of everything that the robot must be able to use."""

import sys
import time

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

EXIT_CODE = 3


class Form(QWidget):
    """Fields with labels, and a button that shows what was entered."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.city, self.secret = QLineEdit(), QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.queue = QComboBox()
        self.queue.addItems(["Service desk", "Monitoring", "Field work"])
        self.active = QCheckBox("Active")
        self.saved = QLabel("-")
        save, sleep = QPushButton("&Save"), QPushButton("Sleep 600 ms")
        save.clicked.connect(self.save)
        sleep.clicked.connect(self.sleep)

        layout = QFormLayout(self)
        layout.addRow("Name", self.name)
        layout.addRow("City", self.city)
        layout.addRow("Secret", self.secret)
        layout.addRow("Queue", self.queue)
        for widget in (self.active, save, sleep, self.saved):
            layout.addRow(widget)

    @Slot()
    def save(self) -> None:
        """Shows what was entered; of the secret its length."""
        values = (
            self.name.text(),
            self.city.text(),
            len(self.secret.text()),
            self.queue.currentText(),
            self.active.isChecked(),
        )
        self.saved.setText("saved: " + ", ".join(map(str, values)))

    @Slot()
    def sleep(self) -> None:
        """Makes the window stand still."""
        time.sleep(0.6)


class Rows(QWidget):
    """A table, and a button that needs a selected row."""

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableWidget(100, 2, accessibleName="Results")
        self.table.setHorizontalHeaderLabels(["Job", "Status"])
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row in range(100):
            self.table.setItem(row, 0, QTableWidgetItem(f"job {row}"))
            self.table.setItem(row, 1, QTableWidgetItem("Failed" if row % 2 else "Success"))
        self.table.itemSelectionChanged.connect(self.selection_changed)
        self.open = QPushButton("Open", enabled=False)
        self.open.clicked.connect(self.open_row)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(self.open)

    @Slot()
    def selection_changed(self) -> None:
        """A row is needed before it can be opened."""
        self.open.setEnabled(bool(self.table.selectedItems()))

    @Slot()
    def open_row(self) -> None:
        """Opens the selected row in a modal dialog."""
        dialog = QDialog(self, windowTitle=f"Open {self.table.selectedItems()[0].text()}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        QVBoxLayout(dialog).addWidget(buttons)
        dialog.open()


class Sample(QTabWidget):
    """The window; closing it is printed and gives an exit code of its own."""

    def __init__(self) -> None:
        super().__init__(windowTitle="Sample")
        self.addTab(Form(), "Form")
        self.addTab(Rows(), "List")
        self.resize(600, 500)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends the application."""
        sys.stdout.write("closed\n")
        sys.stdout.flush()
        QApplication.exit(EXIT_CODE)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Sample()
    window.show()
    sys.exit(application.exec())
