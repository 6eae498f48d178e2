import base64
import json
import logging
import re
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from bcautotask_gui import logs

SECRET = 'Größe/of+the "day" & näht\'s%'
logger = logging.getLogger("bcautotask_gui.test")


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Path]:
    logs.set_up(tmp_path)
    yield tmp_path
    logs.tear_down()


def written(profile: Path) -> str:
    return (profile / "logs" / "bcautotask.log").read_text("utf-8")


def test_a_record_tells_time_level_id_room_and_message(profile: Path) -> None:
    with logs.correlated("cafe0001"):
        logger.info("Read %s runs", 3)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO     \[cafe0001\] "
        r"bcautotask_gui\.test: Read 3 runs\n",
        written(profile),
    )


def test_times_are_utc(tmp_path: Path) -> None:
    code = (
        "import logging, sys; from pathlib import Path; from bcautotask_gui import logs;"
        "logs.set_up(Path(sys.argv[1]));"
        "record = logging.makeLogRecord({'name': 'bcautotask_gui', 'levelno': 20, 'created': 0.0});"
        "logging.getLogger('bcautotask_gui').handle(record); logs.tear_down()"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env={"TZ": "America/Lima"}, check=True
    )
    assert written(tmp_path).startswith("1970-01-01T00:00:00.")


def test_details_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    logs.set_up(tmp_path)
    logger.debug("a detail")
    logs.set_up(tmp_path, level="DEBUG")
    logger.debug("another detail")
    logs.tear_down()
    assert "a detail" not in written(tmp_path)
    assert written(tmp_path).count("another detail") == 1


def test_other_packages_are_heard_when_they_warn(profile: Path) -> None:
    logging.getLogger("httpx").info("GET")
    logging.getLogger("httpx").warning("odd")
    assert "GET" not in written(profile)
    assert "httpx: odd" in written(profile)


def test_an_unknown_level_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="LOUD"):
        logs.set_up(tmp_path, level="LOUD")


def test_the_console_hears_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(tmp_path, console=True)
    logger.info("password=hunter2")
    logs.tear_down()
    assert capsys.readouterr().err == written(tmp_path)
    assert "hunter2" not in written(tmp_path)


def test_after_tear_down_nothing_is_written(profile: Path) -> None:
    before = list(logging.getLogger().handlers)
    logs.tear_down()
    logger.warning("too late")
    assert written(profile) == ""
    assert len(logging.getLogger().handlers) == len(before) - 1


def test_files_are_bounded_and_five_old_ones_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LARGEST", 300)
    logs.set_up(tmp_path)
    for number in range(40):
        logger.info("record %s", number)
    logs.tear_down()
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == ["bcautotask.log", *(f"bcautotask.log.{number}" for number in range(1, 6))]
    assert all(path.stat().st_size <= 300 for path in (tmp_path / "logs").iterdir())
    assert "record 39" in written(tmp_path)


def test_where_files_cannot_be_rotated_logging_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LARGEST", 100)

    def held(*_: object) -> None:
        raise PermissionError("held by another process")

    logs.set_up(tmp_path)
    monkeypatch.setattr("os.rename", held)
    for number in range(10):
        logger.info("record %s", number)
    logs.tear_down()
    assert all(f"record {number}\n" in written(tmp_path) for number in range(10))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_read_the_log(profile: Path) -> None:
    mode = (profile / "logs" / "bcautotask.log").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_a_message_cannot_forge_a_record(profile: Path) -> None:
    logger.info("first\n2026-01-01T00:00:00.000Z CRITICAL [-] root: forged\r\nand\u2028more")
    assert [line for line in written(profile).split("\n") if not line.startswith("  ")] == [
        written(profile).split("\n")[0],
        "",
    ]
    assert len(written(profile).splitlines()) == 4


def test_a_record_that_cannot_be_worded_does_not_show_what_it_held(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = logging.makeLogRecord({"msg": "%d runs", "args": ("hunter2-hunter2",)})
    logs._attached[0].handle(record)
    told = capsys.readouterr().err
    assert told == "A log record was lost: TypeError\n"
    assert written(profile) == ""


def forms_of(secret: str) -> dict[str, str]:
    raw = secret.encode()
    return {
        "plain": secret,
        "in a URL": quote(secret, safe=""),
        "in a path": quote(secret),
        "in a form": quote_plus(secret),
        "in a URL, lower case": re.sub("%..", lambda code: code[0].lower(), quote(secret, safe="")),
        "in JSON": json.dumps(secret)[1:-1],
        "in JSON with umlauts": json.dumps(secret, ensure_ascii=False)[1:-1],
        "in a repr": repr(secret)[1:-1],
        "as bytes": repr(raw)[2:-1],
        "base64": base64.b64encode(raw).decode(),
        "base64 for URLs": base64.urlsafe_b64encode(raw).decode(),
    }


@pytest.mark.parametrize("form", forms_of(SECRET))
def test_a_known_secret_is_removed_in_every_form(form: str, profile: Path) -> None:
    logs.redact(SECRET)
    logger.info("before %s after", forms_of(SECRET)[form])
    assert written(profile).endswith("before [removed] after\n")


@pytest.mark.parametrize("user", ["", "u", "us", "use"])
def test_a_known_secret_is_removed_from_base64_wherever_it_begins(user: str) -> None:
    logs.redact("correct horse battery")
    pair = f"{user}:correct horse battery:more".encode()
    text = logs.cleaned(base64.b64encode(pair).decode())
    # a few digits beside it also hold bits of its neighbours
    shown = max(re.split(r"\[removed\]", text), key=len)
    assert "[removed]" in text
    assert len(shown) <= 10


def test_a_short_secret_is_not_shown_by_its_holes() -> None:
    logs.redact("abc")
    assert logs.cleaned("abcdef") == "abcdef"


def test_one_secret_inside_another_leaves_nothing_of_it() -> None:
    logs.redact("inner-part")
    logs.redact("outer inner-part outer")
    assert logs.cleaned("outer inner-part outer") == "[removed]"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Authorization: Basic dXNlcjpwYXNz", "Authorization: [removed]"),
        ("authorization=Bearer abc.def, x", "authorization=[removed]"),
        (
            "{'Secret': 'hunter2', 'UserName': 'api@x'}",
            "{'Secret': '[removed]', 'UserName': 'api@x'}",
        ),
        ('{"ApiIntegrationCode": "HUNTER2"}', '{"ApiIntegrationCode": "[removed]"}'),
        ('"{\\"secret\\": \\"hunter2\\"}"', '"{\\"secret\\": \\"[removed]\\"}"'),
        ("Headers([(b'Secret', b'hunter2')])", "Headers([(b'Secret', b'[removed]')])"),
        (r'"password": "hun\"ter2"', '"password": "[removed]"'),
        ("host=db password=hunter2 user=bc", "host=db password=[removed] user=bc"),
        ("password='hunter 2' user=bc", "password='[removed]' user=bc"),
        ("PGPASSWORD=hunter2", "PGPASSWORD=[removed]"),
        ("?pwd=hunter2&x=1", "?pwd=[removed]&x=1"),
        ("postgresql+psycopg://bc:hunter2@db/x", "postgresql+psycopg://[removed]@db/x"),
        ("postgresql://bc:hun@ter/2@db:5432/x", "postgresql://[removed]@db:5432/x"),
        ("https://hunter2@host/path", "https://[removed]@host/path"),
    ],
)
def test_credentials_that_nobody_registered_are_removed(text: str, clean: str) -> None:
    assert logs.cleaned(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "https://host:443/zoneInformation?user=api@example.com",
        "https://host/path?user=api@example.com",
        "The secret was replaced by anna@example.com",
        "sqlite:///folder/workspace.sqlite",
        "Queue: 5, priority: 3",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert logs.cleaned(text) == text


def test_exceptions_are_cleaned_with_their_causes(profile: Path) -> None:
    logs.redact("a-well-known-secret")
    try:
        try:
            raise ValueError("cause a-well-known-secret")
        except ValueError as cause:
            raise RuntimeError("postgresql://bc:hunter2@db/x") from cause
    except RuntimeError:
        logger.exception("It failed")
    assert "RuntimeError: postgresql://[removed]@db/x" in written(profile)
    assert "ValueError: cause [removed]" in written(profile)
    assert "hunter2" not in written(profile)


def test_the_list_of_secrets_shows_none() -> None:
    logs.redact("a-well-known-secret")
    assert "a-well-known-secret" not in repr(logs._redactor)


def test_an_id_is_short_and_new_outside_of_an_act() -> None:
    assert logs.correlation() != logs.correlation()
    assert re.fullmatch("[0-9a-f]{8}", logs.correlation())


def test_an_id_holds_inside_its_act_only() -> None:
    with logs.correlated("cafe0001"):
        with logs.correlated("cafe0002"):
            assert logs.correlation() == "cafe0002"
        assert logs.correlation() == "cafe0001"
    assert logs.correlation() not in {"cafe0001", "cafe0002"}


@pytest.fixture
def reports() -> Iterator[list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    undo = logs.install_hooks(lambda text, identifier: told.append((text, identifier)))
    yield told
    undo()


def test_what_nobody_caught_is_logged_and_reported(
    profile: Path, reports: list[tuple[str, str]]
) -> None:
    error = RuntimeError("password=hunter2")
    sys.excepthook(RuntimeError, error, None)
    [(text, identifier)] = reports
    assert "RuntimeError: password=[removed]" in text
    assert f"CRITICAL [{identifier}]" in written(profile)
    assert "RuntimeError: password=[removed]" in written(profile)


def test_what_nobody_caught_in_a_thread_is_logged_and_reported(
    profile: Path, reports: list[tuple[str, str]]
) -> None:
    def work() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "RuntimeError: in a thread" in reports[0][0]
    assert "RuntimeError: in a thread" in written(profile)


def test_a_thread_may_end_itself(reports: list[tuple[str, str]]) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert reports == []


def test_an_interrupt_from_the_keyboard_is_no_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    interrupts: list[object] = []
    reports: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: interrupts.append(kind))
    undo = logs.install_hooks(lambda *told: reports.append(told))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    undo()
    assert interrupts == [KeyboardInterrupt]
    assert reports == []


def test_a_report_that_fails_is_logged_and_ends_there(profile: Path) -> None:
    def report(text: str, identifier: str) -> None:
        raise OSError("no window")

    undo = logs.install_hooks(report)
    sys.excepthook(RuntimeError, RuntimeError("first"), None)
    undo()
    assert "RuntimeError: first" in written(profile)
    assert "OSError: no window" in written(profile)


def test_hooks_are_put_back() -> None:
    before = sys.excepthook, threading.excepthook
    logs.install_hooks(lambda text, identifier: None)()
    assert (sys.excepthook, threading.excepthook) == before
