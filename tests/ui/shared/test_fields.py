from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit

from bcautotask_gui.ui.shared.fields import ChoiceField, NumberField, TextField
from bcautotask_gui.ui.shared.form_row import FormRow
from bcautotask_gui.ui.shared.secret_field import SecretField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> ChoiceField:
    made = ChoiceField(theme)
    qtbot.addWidget(made)
    made.addItem("High", 1)
    made.addItem("Medium", 2)
    made.show()
    return made


def edge_colours(field: TextField | ChoiceField) -> set[str]:
    picture = field.grab().toImage()
    return {picture.pixelColor(picture.width() // 2, y).name() for y in range(2)}


def test_a_broken_field_has_a_red_edge(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "x")
    qtbot.addWidget(field)
    red = theme.colour("failed_icon").name()
    assert red not in edge_colours(field)
    field.set_broken(broken=True)
    assert red in edge_colours(field)


def test_the_wheel_passes_over_a_choice(choice: ChoiceField) -> None:
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    choice.wheelEvent(wheel)
    assert choice.currentIndex() == 0
    assert not wheel.isAccepted()


def test_a_choice_is_made_by_its_value(choice: ChoiceField) -> None:
    assert choice.choose_data(2)
    assert choice.currentText() == "Medium"
    assert not choice.choose_data(99)


def test_a_choice_is_wide_enough_for_its_longest_item(choice: ChoiceField, theme: Theme) -> None:
    before = choice.sizeHint().width()
    choice.addItem("Backup and Recovery, second line", 3)
    assert choice.sizeHint().width() > before


def test_a_number_has_room_for_its_highest_value(theme: Theme, qtbot: QtBot) -> None:
    field = NumberField(theme, 1, 1_000_000_000, 5)
    qtbot.addWidget(field)
    widest = theme.font_metrics("body").horizontalAdvance("1000000000")
    assert field.sizeHint().width() > widest


def test_a_saved_secret_is_never_in_the_field(theme: Theme, qtbot: QtBot) -> None:
    secret = SecretField(theme, "API secret")
    qtbot.addWidget(secret)
    secret.show_saved(saved=True)
    assert secret.typed == ""
    assert secret.field.isReadOnly()
    assert secret.field.echoMode() == QLineEdit.EchoMode.Password
    assert secret.replace.accessibleName() == "Replace API secret"


def test_a_secret_is_typed_only_after_replace(theme: Theme, qtbot: QtBot) -> None:
    secret = SecretField(theme, "API secret")
    qtbot.addWidget(secret)
    secret.show_saved(saved=True)
    secret.show()
    qtbot.keyClicks(secret.field, "slip")
    assert secret.typed == ""
    secret.replace.click()
    with qtbot.waitSignal(secret.edited):
        qtbot.keyClicks(secret.field, "new")
    assert secret.typed == "new"
    secret.show_saved(saved=True)
    assert secret.typed == ""


def test_a_row_names_its_field_and_shows_an_error_in_place_of_help(
    theme: Theme, qtbot: QtBot
) -> None:
    choice = ChoiceField(theme)
    row = FormRow(theme, "Priority for Error", choice, "Choices come from Autotask.")
    qtbot.addWidget(row)
    row.show()
    assert choice.accessibleName() == "Priority for Error"
    row.set_error('"Urgent" (id 4) is no longer offered by Autotask.')
    assert choice.broken
    assert row.error.startswith('"Urgent"')
    row.set_error("")
    assert not choice.broken


def test_a_changed_value_has_a_dot_that_is_said_in_words(theme: Theme, qtbot: QtBot) -> None:
    row = FormRow(theme, "API user name", TextField(theme))
    qtbot.addWidget(row)
    row.set_changed(changed=True)
    assert row.is_changed
    row.set_changed(changed=False)
    assert not row.is_changed


def test_the_open_list_hangs_below_its_field(choice: ChoiceField) -> None:
    choice.showPopup()
    popup = choice.view().window()
    bottom = choice.mapToGlobal(choice.rect().bottomLeft()).y()
    assert popup.geometry().top() >= bottom
    assert popup.width() >= choice.width()
    choice.hidePopup()
