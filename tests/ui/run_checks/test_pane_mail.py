"""A hostile mail: nothing in it runs, loads or opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from bcautotask_gui.domain.runs import Mail
from bcautotask_gui.ui.run_checks.pane_mail import InertBrowser, MailPage
from tests.ui.run_checks.fakes import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def browser(qtbot: QtBot, theme: Theme) -> InertBrowser:
    made = InertBrowser(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def red_pixels(browser: InertBrowser) -> int:
    picture = browser.grab().toImage()
    red = QColor("#ff0000").rgb()
    return sum(
        picture.pixel(x, y) == red for x in range(picture.width()) for y in range(picture.height())
    )


def test_a_script_is_neither_run_nor_shown(browser: InertBrowser) -> None:
    browser.show_html("<p>Report</p><script>document.title = 'owned'</script>")
    assert browser.toPlainText().strip() == "Report"


@pytest.mark.parametrize("form", ["file://{path}", "{path}"])
def test_a_picture_of_this_computer_is_not_loaded(
    browser: InertBrowser, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "secret.png"
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    assert picture.save(str(path))
    browser.show_html(f'<img src="{form.format(path=path)}" width="60" height="60">')
    assert red_pixels(browser) == 0


def test_a_style_sheet_and_a_background_of_this_computer_are_not_loaded(
    browser: InertBrowser, tmp_path: Path
) -> None:
    sheet = tmp_path / "theirs.css"
    sheet.write_text("body { background-color: #ff0000; }")
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    assert picture.save(str(tmp_path / "ground.png"))
    browser.show_html(
        f'<html><head><link rel="stylesheet" href="file://{sheet}"></head>'
        f'<body style="background-image: url(file://{tmp_path}/ground.png)">Report</body></html>'
    )
    assert red_pixels(browser) == 0


@pytest.mark.parametrize(
    "address",
    [
        "https://tracker.example/pixel.png",
        "http://tracker.example/pixel.png",
        "file:///etc/hostname",
        "qrc:/qt-project.org/styles/commonstyle/images/file-16.png",
        "data:image/png;base64,iVBORw0KGgo=",
    ],
)
def test_every_picture_is_answered_with_the_invisible_one(
    browser: InertBrowser, address: str
) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    for answer in (
        browser.loadResource(kind, QUrl(address)),
        browser.document().resource(kind, QUrl(address)),
    ):
        assert isinstance(answer, QImage)
        assert (answer.width(), answer.height()) == (1, 1)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.example", "#top", "smb://host/share"],
)
def test_links_that_are_no_web_addresses_do_nothing(browser: InertBrowser, address: str) -> None:
    chosen: list[str] = []
    browser.link_chosen.connect(chosen.append)
    browser.show_html(f'<a href="{address}">Report</a>')
    browser.anchorClicked.emit(QUrl(address))
    assert chosen == []
    assert browser.toPlainText() == "Report"
    assert browser.source().isEmpty()


def test_a_web_link_is_said_and_not_opened(browser: InertBrowser) -> None:
    chosen: list[str] = []
    browser.link_chosen.connect(chosen.append)
    browser.show_html('<a href="https://portal.example/job?id=1">Report</a>')
    browser.anchorClicked.emit(QUrl("https://portal.example/job?id=1"))
    assert chosen == ["https://portal.example/job?id=1"]
    assert browser.toPlainText() == "Report"


def mail(**parts: str) -> Mail:
    return Mail("veeam@reports.example", "Failed", NOW, parts.get("text", ""), parts["html"])


def test_plain_text_is_preferred_and_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    page = MailPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_mail(mail(text="<b>not bold</b>", html="<p>html</p>"))
    assert page.browser.toPlainText() == "<b>not bold</b>"


def test_markup_is_shown_where_there_is_no_text(qtbot: QtBot, theme: Theme) -> None:
    page = MailPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_mail(mail(html="<p>html</p>"))
    assert page.browser.toPlainText() == "html"


def test_the_body_waits_until_it_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    page = MailPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show_mail(mail(html="<p>html</p>"))
    assert page.browser.toPlainText() == ""
    page.show()
    assert page.browser.toPlainText() == "html"


def test_the_former_mail_is_gone_when_a_run_has_none(qtbot: QtBot, theme: Theme) -> None:
    page = MailPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_mail(mail(html="<p>html</p>"))
    page.show_mail(None)
    assert page.browser.toPlainText() == ""
    assert not page.browser.isVisible()
