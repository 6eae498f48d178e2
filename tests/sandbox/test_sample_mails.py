"""The report mails of the sample read like reports, plain or formatted."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from bcautotask_gui.sandbox.sample import write_sample

MAILS = """
    SELECT m.id, m.subject, m.text_body, m.html_body, m.backup_software, j.job_name
    FROM mail_messages m JOIN jobs j ON j.id = m.job_id
"""


class TextOf(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.depth = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("mails") / "b.sqlite"
    write_sample(f"sqlite:///{path}", now=datetime(2026, 11, 23, 6, 3, tzinfo=UTC), runs=600)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("software", ["Veeam", "NAKIVO", "Synology"])
def test_a_mail_names_its_job_and_all_that_went_wrong(
    sample: sqlite3.Connection, software: str
) -> None:
    mails = sample.execute(f"{MAILS} WHERE m.backup_software = ?", (software,)).fetchall()
    assert len(mails) > 20
    for mail_id, subject, text, markup, _, job in mails:
        body = text or "".join(TextOf(markup).parts)
        assert job in subject
        assert job in body
        for name, message in sample.execute(
            "SELECT object_name, error_message FROM mail_objects "
            "WHERE mail_message_id = ? AND status <> 'Success'",
            (mail_id,),
        ):
            assert name in body
            assert message in body


def test_markup_is_balanced(sample: sqlite3.Connection) -> None:
    mails = sample.execute(f"{MAILS} WHERE m.html_body IS NOT NULL").fetchall()
    assert len(mails) > 20
    assert all(TextOf(row[3]).depth == 0 for row in mails)


def test_there_are_plain_mails_formatted_ones_and_both(sample: sqlite3.Connection) -> None:
    shapes = {(row[2] is not None, row[3] is not None) for row in sample.execute(MAILS)}
    assert shapes == {(True, False), (False, True), (True, True)}


def test_names_with_umlauts_and_ampersands_survive(sample: sqlite3.Connection) -> None:
    bodies = [
        "".join(TextOf(row[3]).parts) for row in sample.execute(MAILS) if row[3] and not row[2]
    ]
    assert any("Müller Maschinenbau GmbH" in body for body in bodies)
    assert any("Harrow & Finch Solicitors" in body for body in bodies)


def test_an_interface_sends_no_mail(sample: sqlite3.Connection) -> None:
    assert sample.execute(f"{MAILS} WHERE m.backup_software LIKE 'Cove%'").fetchall() == []
