from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.settings.conftest import the_dialog

if TYPE_CHECKING:
    from tests.ui.settings.conftest import Room


def test_a_sound_configuration_says_so(room: Room) -> None:
    room.tab.connection.validate.click()
    assert the_dialog().heading.text() == "Nothing would stop a ticket"
    assert room.outcome.told[-1] == ("Nothing would stop a ticket.", None)
    assert room.autotask.calls == []


def test_everything_is_listed_and_each_line_leads_to_its_place(room: Room) -> None:
    room.type_in("base_url", "backupchecks")
    room.tab.edited.emit("queue", None)
    room.tab.connection.validate.click()
    dialog = the_dialog()
    assert dialog.heading.text() == "2 things would stop a ticket"
    names = [line.accessibleName() for line in dialog.lines]
    assert names[0].startswith("Backupchecks base URL: Write the whole address")
    assert names[1] == "Queue: Choose a queue."
    dialog.lines[1].show_button.click()
    assert not dialog.isVisible()
    assert room.tab.sections.key == "defaults"
    assert room.tab.defaults.picklists["queue"].hasFocus()


def test_a_lack_of_mappings_leads_to_the_customers(room: Room) -> None:
    wanted: list[bool] = []
    room.validation.mapping_wanted.connect(lambda: wanted.append(True))
    room.mapped[0] = 0
    room.tab.connection.validate.click()
    (line,) = the_dialog().lines
    line.show_button.click()
    assert wanted == [True]
