"""Mappings as a file of comma-separated values: written for spreadsheets, read with suspicion."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bcautotask_gui.domain.customers import CustomerRow
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment

HEADER = ("customer_id", "customer", "company_id", "company", "status", "environment", "last_sync")
_NEEDED = ("customer_id", "company_id")
_DELIMITERS = (",", ";", "\t")
MOST_ROWS = 100_000
# what a spreadsheet would take for a formula, also behind the quotes that were put before it
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets take the wide forms


@dataclass(frozen=True)
class FileRow:
    """One line of a file, as it stands there.

    Attributes:
        line: its number, the header being 1.
    """

    line: int
    customer_id: str
    company_id: str
    customer: str = ""
    environment: str = ""


def written(rows: Iterable[CustomerRow], environment: Environment) -> bytes:
    """The mappings of customers as a file: UTF-8 with a mark, formulas neutralised.

    Args:
        rows: in the order of the file.
        environment: whose company ids they are.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(HEADER)
    lines.writerows([neutral(value) for value in _values(row, environment)] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def read(content: bytes) -> tuple[FileRow, ...]:
    """The lines of a file; empty ones are left out.

    Args:
        content: UTF-8, UTF-16 with a mark, or Windows' Western European; separated by comma,
            semicolon or tabulator.

    Raises:
        Failure: BLOCKED, with a sentence that says why it cannot be read as mappings.
    """
    text = _decoded(content).replace("\x00", "")  # no name holds one, and no database takes it
    try:
        for delimiter in _DELIMITERS:
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            header = [_heading(value) for value in next(lines, [])]
            if all(name in header for name in _NEEDED):
                return tuple(_rows(lines, header))
    except csv.Error as error:
        raise _unreadable(
            say("it is no table of separated values ({error})", error=error)
        ) from None
    raise _unreadable(
        say(
            "its first line must name the columns {one} and {other}",
            one=_NEEDED[0],
            other=_NEEDED[1],
        )
    )


def neutral(value: str) -> str:
    """The value, with a quote before it where a spreadsheet would take it for a formula."""
    return f"'{value}" if _FORMULA.match(value) else value


def plain(value: str) -> str:
    """The value as it was before `neutral`."""
    return value[1:] if value.startswith("'") and _FORMULA.match(value) else value


def same_text(one: str, other: str) -> bool:
    """Whether two names are the same but for spaces around them and the way accents are kept."""
    return unicodedata.normalize("NFC", one).strip() == unicodedata.normalize("NFC", other).strip()


def _values(row: CustomerRow, environment: Environment) -> tuple[str, ...]:
    mapping = row.mapping
    synced = (
        mapping.synced_at.isoformat(timespec="seconds") if mapping and mapping.synced_at else ""
    )
    company_id, company = (str(mapping.company_id), mapping.company_name) if mapping else ("", "")
    return (
        str(row.id),
        row.name,
        company_id,
        company,
        row.status.value,
        environment.value,
        synced,
    )


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ""):
        try:
            if encoding:
                return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _heading(value: str) -> str:
    return "_".join(plain(value).strip().lower().split())


def _rows(lines: Iterable[list[str]], header: list[str]) -> Iterable[FileRow]:
    at = {name: header.index(name) for name in HEADER if name in header}

    def value(cells: list[str], name: str) -> str:
        place = at.get(name, len(cells))
        return plain(cells[place].strip()) if place < len(cells) else ""

    for number, cells in enumerate(lines, start=2):
        if number > MOST_ROWS:
            raise _unreadable(say("it has more than {most_rows:,} lines", most_rows=MOST_ROWS))
        if any(cell.strip() for cell in cells):
            yield FileRow(
                number,
                value(cells, "customer_id"),
                value(cells, "company_id"),
                value(cells, "customer"),
                value(cells, "environment").lower(),
            )


def _unreadable(why: str) -> Failure:
    return Failure(
        Kind.BLOCKED,
        reason=say("The file cannot be imported: {why}. Nothing was changed.", why=why),
    )
