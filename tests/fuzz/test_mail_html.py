"""Whatever stands in the mail of a report: it is shown, and nothing in it acts or is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QtMsgType, QUrl, qInstallMessageHandler

from bcautotask_gui.ui.run_checks.pane_mail import InertBrowser
from bcautotask_gui.ui.theme import Theme
from tests.fuzz.foreign import TEXTS, searching

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

TAGS = st.sampled_from(
    "a b p div span table tr td th ul ol li img font style script iframe object h1 pre br hr "
    "center body html head title meta link form input svg".split()
)
ADDRESSES = st.one_of(
    st.sampled_from(
        ["file:///etc/passwd", "/etc/passwd", "http://host.example/x.png", "javascript:alert(1)",
         "data:image/png;base64,AAAA", "cid:1", "//host/x", "qrc:/x", "#here", ""]
    ),
    TEXTS,
)  # fmt: skip
ATTRIBUTES = st.dictionaries(
    st.sampled_from("href src style width height rowspan colspan class color size border".split()),
    st.one_of(
        ADDRESSES,
        st.integers(-3, 10**6).map(str),
        st.just("width:99999999px;background:url(file:///etc/passwd)"),
        st.just("100%"),
    ),
    max_size=3,
)
PIECES = st.one_of(
    TEXTS,
    st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#x110000;", "&amp", "<", ">"]),
)


@st.composite
def elements(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """An element; its end may be that of another one, or missing."""
    tag, attributes = draw(TAGS), draw(ATTRIBUTES)
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    end = draw(st.sampled_from([f"</{tag}>", f"</{tag}>", f"</{tag}>", "", "</p>", "/>"]))
    return f"<{tag}{written}>{''.join(draw(st.lists(inside, max_size=3)))}{end}"


MAILS = st.recursive(PIECES, elements, max_leaves=12)


@pytest.fixture(scope="module")
def said() -> Iterator[list[str]]:
    """What Qt complains about."""
    heard: list[str] = []
    before = qInstallMessageHandler(
        lambda kind, _context, text: heard.append(text) if kind != QtMsgType.QtDebugMsg else None
    )
    yield heard
    qInstallMessageHandler(before)


@pytest.fixture(scope="module")
def browser(qapp: QApplication) -> Iterator[InertBrowser]:
    made = InertBrowser(Theme(qapp))
    made.resize(400, 300)
    yield made
    made.deleteLater()


@searching()
@given(MAILS)
@example("<table><tr>" * 60 + "x")
@example("<img src='/etc/passwd' width='999999999' height='999999999'>")
@example("<td rowspan=1000000 colspan=1000000>x</td>")
@example("<p>" + "\x00" * 50)
@example('<font color="file:///etc/passwd"></font>')
def test_a_mail_is_shown_whatever_it_holds(
    browser: InertBrowser, said: list[str], mail: str
) -> None:
    said.clear()
    chosen: list[str] = []
    browser.link_chosen.connect(chosen.append)
    browser.show_html(mail)
    browser.document().size()  # laid out as if it were seen
    browser.toPlainText()
    browser.link_chosen.disconnect(chosen.append)
    assert not browser.source().toString()
    assert not chosen
    # a colour that is none is no address
    told = [each.lower() for each in said if "Unknown color name" not in each]
    assert not [each for each in told if "file" in each or "network" in each], told


@searching()
@given(ADDRESSES)
def test_a_link_is_only_told_and_only_if_it_is_of_the_web(browser: InertBrowser, link: str) -> None:
    chosen: list[str] = []
    browser.link_chosen.connect(chosen.append)
    browser.anchorClicked.emit(QUrl(link))
    browser.link_chosen.disconnect(chosen.append)
    assert all(each.startswith(("http://", "https://")) for each in chosen)


def test_a_file_beside_the_program_is_not_shown(browser: InertBrowser, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("of this computer")
    browser.show_html(f"<iframe src='{tmp_path}/note.txt'></iframe><object data='{tmp_path}'>")
    assert "of this computer" not in browser.toPlainText()
