"""The robot in a small window that has one of everything: what it does is what a person sees."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.desktop import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.window import Window

SAMPLE = Path(__file__).with_name("sample_window.py")

pytestmark = pytest.mark.window


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def sample(desktop: Desktop) -> Iterator[Window]:
    window = desktop.launch(sys.executable, str(SAMPLE))
    yield window
    if window.process.poll() is None:
        window.process.kill()
        window.process.wait()


def test_fields_are_found_by_their_labels_and_filled(sample: Window) -> None:
    sample.find("text", "Name").set_text("Bakery (west)")
    sample.find("text", "City").set_text("Übersee")
    sample.find("password text", "Secret").set_text("s3cret!")
    sample.find("combo box", "Queue").choose("Monitoring")
    sample.find("check box", "Active").click()
    sample.find("push button", "Save").click()
    shown = sample.find("label", re.compile("^saved"))
    assert shown.text == "saved: Bakery (west), Übersee, 7, Monitoring, True"


def test_a_row_is_read_and_selected(sample: Window) -> None:
    sample.open_tab("List")
    table = sample.find("table", "Results")
    assert not sample.find("push button", "Open").has("enabled")
    assert table.table(limit=2) == (
        100,
        ["Job", "Status"],
        [["job 0", "Success"], ["job 1", "Failed"]],
    )
    assert table.select_row_with("job 3") == ["job 3", "Failed"]
    sample.find("push button", "Open").click()
    dialog = sample.find("dialog", "Open job 3")
    sample.find("push button", "Close", inside=dialog).click()
    sample.wait_until_gone("dialog", "Open job 3")


def test_keys_reach_what_has_the_focus(sample: Window) -> None:
    name = sample.find("text", "Name")
    name.click()
    sample.type("abc")
    sample.key("BackSpace", "Home")
    sample.type("x")
    assert name.text == "xab"


def test_a_window_that_stands_still_is_noticed(sample: Window) -> None:
    quick = sample.latency(0.3)
    assert quick.answers
    sample.find("push button", "Sleep 600 ms").act()
    assert sample.latency(1).worst > 300


def test_a_picture_shows_the_screen(sample: Window, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    sample.screenshot(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_what_does_not_come_is_told_with_what_is_there(sample: Window) -> None:
    with pytest.raises(TimeoutError, match=r"push button.*Delete[^$]*push button.*Save"):
        sample.find("push button", "Delete", timeout=0.1)


def test_the_window_closes_by_the_window_manager(sample: Window) -> None:
    assert sample.close() == 3
    assert "closed" in sample.output()


def test_an_application_that_ends_at_once_is_told_with_its_words(desktop: Desktop) -> None:
    with pytest.raises(TimeoutError, match=r"exit code 1\n[^$]*no such module"):
        desktop.launch(sys.executable, "-c", "raise SystemExit('no such module')", timeout=0.5)


def test_the_keyring_of_the_desktop_keeps_a_secret(desktop: Desktop, tmp_path: Path) -> None:
    program = tmp_path / "keep.py"
    program.write_text(
        "import keyring; keyring.set_password('s', 'u', 'Grün');"
        "print(keyring.get_keyring().__module__, keyring.get_password('s', 'u') == 'Grün')"
    )
    answers = desktop.session.processes.answers
    assert answers(sys.executable, str(program), containing="SecretService True")
