"""Whatever tables a database holds: each part is found and read, or said to be missing."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from sqlalchemy.pool import StaticPool

from bcautotask_gui.bundled import bundled
from bcautotask_gui.database.backupchecks import Backupchecks
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.naming import GivenNames, problem_of_name
from tests.fuzz.foreign import SECRET, TEXTS, judge, judge_failure, searching

DESCRIPTION: dict[str, Any] = tomllib.loads(
    bundled("backupchecks_schema.toml").read_text(encoding="utf-8")
)["table"]
TABLES = sorted({name for spec in DESCRIPTION.values() for name in spec["names"]})
COLUMNS = sorted(
    {
        name
        for spec in DESCRIPTION.values()
        for each in spec["columns"].values()
        for name in each["names"]
    }
)
ODD = ['say "so"', "sqlite", "x'; DROP TABLE users; --", "größe", "select", "a b", "%s", ":id"]
NAMES = st.one_of(st.sampled_from(COLUMNS), st.sampled_from(ODD))
LIVE = st.dictionaries(
    st.one_of(st.sampled_from(TABLES), st.sampled_from(ODD[:1] + ODD[2:])),
    st.lists(NAMES, min_size=1, max_size=12, unique_by=str.casefold),
    max_size=6,
)


WORDS = sorted(
    {word for word in DESCRIPTION}
    | {f"{word}.{each}" for word, spec in DESCRIPTION.items() for each in spec["columns"]}
)
# names that an admin gave, or that stand in the table of names whoever wrote them; they are told
# as they are, and none of them is a secret
TYPED = TEXTS.filter(lambda text: SECRET not in text)
GIVEN = st.dictionaries(
    st.one_of(st.sampled_from(WORDS), TYPED),
    st.one_of(st.sampled_from(TABLES), st.sampled_from(COLUMNS), st.sampled_from(ODD), TYPED),
    max_size=5,
)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@searching(200)
@given(LIVE, GIVEN)
@example({}, {})
@example({name: COLUMNS for name in TABLES}, {})
@example({"job_runs": COLUMNS}, {"runs": "job_runs", "runs.id": 'say "so"', "": "\ud800"})
def test_any_schema_is_looked_at_and_read_as_far_as_it_goes(
    live: dict[str, list[str]], names: dict[str, str]
) -> None:
    given_names = GivenNames(1, names, "anna")
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        for name, columns in live.items():
            listed = ", ".join(map(quoted, columns))
            # the names are the drawn ones, quoted
            connection.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {quoted(name)} ({listed})")
        theirs = Backupchecks(connection, given_names)
        found = [part for part in theirs.report.parts if part.found]
        judge([(part.table, part.column, part.found) for part in found])
        assert {part.table for part in theirs.report.parts} == set(DESCRIPTION)
        for word, spec in DESCRIPTION.items():
            try:
                table = theirs[word]
            except Failure as failure:
                assert failure.kind is Kind.TABLE_MISSING
                judge_failure(failure)
                continue
            assert all(table.has(each) for each, of in spec["columns"].items() if of["need"])
            columns = [table[each].label(each) for each in spec["columns"]]
            assert connection.execute(select(*columns)).all() == []
        for word in (*names, *WORDS[:3]):
            if word in WORDS:
                usual, there = theirs.could_be(connection, word, given_names)
                judge((tuple(usual), tuple(there)))
    engine.dispose()


@searching(300)
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_given_name_is_plain_and_there_or_has_a_problem(name: str, there: list[str]) -> None:
    problem = problem_of_name(name, there)
    assert bool(problem) is not (
        not name or (name in there and name.isidentifier() and name.isascii() and len(name) <= 63)
    )


def test_the_description_names_what_it_promises() -> None:
    for word, spec in DESCRIPTION.items():
        assert spec["names"] and spec["lost"], word
        for name, each in spec["columns"].items():
            assert each["names"] and each["lost"] and each["type"], f"{word}.{name}"
