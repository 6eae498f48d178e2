"""Whatever file somebody imports as mappings: a plan line by line, or a sentence."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bcautotask_gui.domain.customers import Company, CustomerRow, Mapping, MappingStatus
from bcautotask_gui.domain.mapping_files import read, written
from bcautotask_gui.domain.mapping_plan import ImportPlan, company_ids, planned
from bcautotask_gui.domain.settings import Environment
from tests.fuzz.foreign import TEXTS, judged, searching

SANDBOX = Environment.SANDBOX
HEADINGS = ("customer_id", "company_id", "Customer", "environment", "company id", "")
CELLS = st.one_of(
    TEXTS,
    st.integers(-2, 12).map(str),
    st.sampled_from(["'=1+1", '"', '""', '"a', ",", ";", "\t", "\r", "\n", "0x7", "7.0", "1e3"]),
)
LINES = st.lists(st.lists(CELLS, max_size=5), max_size=6)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A table, more or less: with a header, in some encoding, now and then harmed."""
    delimiter = draw(st.sampled_from([",", ";", "\t", "|"]))
    header = draw(st.one_of(st.just(list(HEADINGS[:4])), st.lists(st.sampled_from(HEADINGS))))
    rows = [header, *draw(LINES)]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = end.join(delimiter.join(cells) for cells in rows)
    content = text.encode(draw(ENCODINGS), "replace")
    at = draw(st.integers(0, 40))
    return content[:at] + draw(st.binary(max_size=3)) + content[at:] if at < 5 else content


@searching()
@given(st.one_of(files(), st.binary(max_size=60)))
@example(b"customer_id,company_id\n" + "٣,²".encode())
@example(b'customer_id,company_id\n"' + b"x" * 200_000)
def test_a_file_becomes_a_plan_or_a_sentence(content: bytes) -> None:
    def plan() -> ImportPlan:
        rows = read(content)
        asked = company_ids(rows)
        companies = {each: COMPANIES.get(each) for each in asked}
        return ImportPlan(SANDBOX, "file.csv", planned(rows, CUSTOMERS, companies, SANDBOX))

    judged(plan)


@searching()
@given(st.lists(TEXTS.filter(lambda name: "\x00" not in name), max_size=4))
def test_what_we_write_is_read_again(names: list[str]) -> None:
    rows = [
        CustomerRow(number, name, True, 1, None)  # noqa: FBT003 - a row of a table
        for number, name in enumerate(names)
    ]
    assert [each.customer_id for each in read(written(rows, SANDBOX))] == [
        str(row.id) for row in rows
    ]


COMPANIES = {each: Company(each, f"Company {each}", each % 2 == 0) for each in range(12)}
CUSTOMERS = [
    CustomerRow(
        each,
        f"Customer {each}",
        True,  # noqa: FBT003 - a row of a table
        1,
        Mapping(SANDBOX, each, each, f"Company {each}", MappingStatus.OK) if each % 3 else None,
    )
    for each in range(9)
]
