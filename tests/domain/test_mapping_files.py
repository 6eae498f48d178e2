"""Files of mappings: what a spreadsheet gets, and what is made of whatever comes back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcautotask_gui.domain.customers import CustomerRow, Mapping, MappingStatus
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_files import FileRow, neutral, plain, read, written
from bcautotask_gui.domain.settings import Environment

SANDBOX = Environment.SANDBOX
# what UTF-8 can hold, save NUL, which spreadsheets refuse
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))


def row(customer_id: int, name: str, company_id: int | None = None) -> CustomerRow:
    mapping = None
    if company_id is not None:
        mapping = Mapping(SANDBOX, customer_id, company_id, name, MappingStatus.OK)
    return CustomerRow(customer_id, name, True, 1, mapping)  # noqa: FBT003 - a row of a table


def file(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


@given(st.binary())
def test_any_bytes_give_rows_or_a_sentence(content: bytes) -> None:
    try:
        rows = read(content)
    except Failure as failure:
        assert failure.kind is Kind.BLOCKED
        assert failure.happened.startswith("The file cannot be imported: ")
    else:
        assert all(isinstance(each, FileRow) for each in rows)


@given(st.binary(), st.sampled_from([b",", b";", b"\t"]))
def test_any_bytes_below_a_good_header_give_rows_or_a_sentence(
    content: bytes, delimiter: bytes
) -> None:
    try:
        read(b"customer_id" + delimiter + b"company_id\n" + content)
    except Failure as failure:
        assert failure.kind is Kind.BLOCKED


@given(TEXT, st.integers(0, 2**63 - 1))
def test_what_is_written_is_read_back(name: str, company_id: int) -> None:
    (found,) = read(written([row(7, name, company_id)], SANDBOX))
    assert (found.customer_id, found.company_id) == ("7", str(company_id))
    assert found.customer == plain(neutral(name).strip())
    assert found.environment == "sandbox"


@given(TEXT)
def test_no_cell_is_a_formula_and_none_loses_anything(value: str) -> None:
    shown = neutral(value)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert plain(shown) == value


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+31 30", "-x", "@SUM(A1)", "'=1+1", "\t=1", "＝1", "'t Hoekje", "a=b"],  # noqa: RUF001
)
def test_formulas_are_neutralised_and_dutch_names_are_not(name: str) -> None:
    content = written([row(1, name)], SANDBOX).decode("utf-8-sig")
    (_header, cells) = csv.reader(io.StringIO(content, newline=""))
    is_plain = name in ("'t Hoekje", "a=b")
    assert cells[1] == (name if is_plain else f"'{name}")


def test_a_file_says_ids_status_and_environment() -> None:
    content = written([row(1, "Größe & Söhne", 0), row(2, 'Say "x", y')], SANDBOX)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    assert lines == [
        "customer_id,customer,company_id,company,status,environment,last_sync",
        "1,Größe & Söhne,0,Größe & Söhne,ok,sandbox,",
        '2,"Say ""x"", y",,,missing,sandbox,',
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_files_of_other_programs_are_read(encoding: str, delimiter: str) -> None:
    lines = ("Company ID,CUSTOMER id,Customer", "11,1,Müller", "", "12 , 2,  ")
    content = file(*(line.replace(",", delimiter) for line in lines), encoding=encoding)
    assert read(content) == (FileRow(2, "1", "11", "Müller"), FileRow(4, "2", "12"))


def test_short_lines_are_read_as_far_as_they_go() -> None:
    assert read(file("customer_id,company_id", "1")) == (FileRow(2, "1", ""),)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "its first line must name the columns customer_id and company_id"),
        (b"name,company\n1,2", "its first line must name"),
        (b"customer_id,company_id\n" + b"x" * 200_000, "it is no table of separated values"),
    ],
)
def test_what_is_no_file_of_mappings_is_told(content: bytes, why: str) -> None:
    with pytest.raises(Failure) as caught:
        read(content)
    assert why in caught.value.happened
