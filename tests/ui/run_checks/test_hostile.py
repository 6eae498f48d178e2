"""Names, remarks and mails that somebody made up to do harm: each is shown, and does nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QToolTip

from bcautotask_gui.domain.runs import Mail
from bcautotask_gui.ui.run_checks.pane_mail import MailPage
from tests.ui.run_checks.fakes import NOW, draft_of, run_detail, run_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]

TURNED = "\u202eevil\u202c"
MARKUP = "<script>alert(1)</script><img src='http://tracker.example/1.png'>"
CONTROLS = "bell\x07null\x00escape\x1b[2J"


def opened(make: Make, name: str) -> Place:
    row = run_row(1, customer=name, job=name, software=name, remark=name)
    place = make(row)
    detail = run_detail(row)
    objects = tuple(replace(each, name=name, message=name) for each in detail.run.objects)
    place.runs.details[1] = replace(
        detail, run=replace(detail.run, objects=objects, remark=name, customer=name, job=name)
    )
    place.presenter.start()
    place.tab.show()
    place.select(1)
    return place


@pytest.mark.parametrize("name", [TURNED, MARKUP, CONTROLS, "x" * 50_000])
def test_a_hostile_name_is_shown_as_text_everywhere(make_place: Make, name: str) -> None:
    place = opened(make_place, name)
    labels = place.tab.pane.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not {"\u202e", "\x07", "\x00", "\x1b"} & set(label.text())
    assert not place.tab.grab().isNull()
    place.press_create()
    dialog = place.presenter.create.dialog
    assert dialog is not None
    dialog.show_draft(draft_of(1, customer=name, company_name=name, title=name, description=name))
    assert "\u202e" not in "".join(label.text() for label in dialog.findChildren(QLabel))
    assert not dialog.grab().isNull()


def test_the_tooltip_of_a_cell_loads_nothing(
    make_place: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    path = tmp_path / "secret.png"
    assert picture.save(str(path))
    name = f"<img src='file://{path}'>"
    place = opened(make_place, name)
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: shown.append(text))
    table = place.tab.table
    index = place.tab.list.model.index(0, 1)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
    table.itemDelegate().helpEvent(event, table, option, index)
    [tip] = shown
    assert "<img" not in tip
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == name


def test_a_mail_of_two_megabytes_is_cut_and_said_to_be(theme: Theme, qtbot: QtBot) -> None:
    page = MailPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_mail(Mail("a@b.example", "big", NOW, "", "<p>line of the report</p>" * 84_000))
    assert 0 < len(page.browser.toPlainText()) < 200_000
    assert page._note.isVisible()
    page.show_mail(Mail("a@b.example", "big", NOW, "word " * 400_000, ""))
    assert len(page.browser.toPlainText()) <= 200_000


def test_a_plain_mail_keeps_its_words_and_nothing_that_acts(theme: Theme, qtbot: QtBot) -> None:
    page = MailPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_mail(Mail(TURNED, CONTROLS, NOW, f"Backup of {TURNED} failed\r\n{MARKUP}", ""))
    assert page.browser.toPlainText() == f"Backup of evil failed\n{MARKUP}"


def test_the_question_about_a_link_names_the_whole_address(make_place: Make) -> None:
    place = opened(make_place, "Bakkerij")
    address = "https://portal.example@evil.example/" + "a" * 300
    place.tab.link_chosen.emit(address)
    [(_title, sentence)] = place.messages.questions
    assert address in sentence
    assert place.messages.opened == []
    place.messages.yes[0]()
    assert place.messages.opened == [address]
