"""What a ticket says: its title, its description, and what survives every cut."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcautotask_gui.domain.runs import Run, RunObject, RunStatus
from bcautotask_gui.domain.ticket_content import (
    cut,
    description,
    job_link,
    long_date,
    title,
    units,
)
from tests.domain.samples import MARKER, MORNING, a_run, an_object

LINK = "https://backupchecks.example/jobs/31"
LAST_LINES = f"Job details: {LINK}\nCreated by S. Bakker\nReference: {MARKER}"


def told(run: Run, limit: int = 10, **changes: Any) -> str:
    values: dict[str, Any] = {
        "time_zone": "Europe/Amsterdam",
        "object_limit": limit,
        "link": LINK,
        "operator": "S. Bakker",
        "marker": MARKER,
    }
    return description(run, **{**values, **changes})


def findings(run: Run, limit: int = 10) -> str:
    """The part between the first three lines and the last three."""
    text = told(run, limit)
    assert text.endswith(f"\n\n{LAST_LINES}")
    head, _, rest = text.removesuffix(LAST_LINES).partition("\n\n")
    assert len(head.splitlines()) == 3
    return rest.strip("\n")


def objects(count: int) -> tuple[RunObject, ...]:
    return tuple(an_object(f"VM{number}") for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "[Backupchecks] Autohaus Brandt KG - HV01 daily - Failed"),
        ({"status_text": "Error"}, "[Backupchecks] Autohaus Brandt KG - HV01 daily - Error"),
        (
            {"customer": "Bäckerei Größe", "job": "Täglich"},
            "[Backupchecks] Bäckerei Größe - Täglich - Failed",
        ),
        ({"customer": "A\r\nB", "job": "C\tD"}, "[Backupchecks] A B - C D - Failed"),
        ({"customer": "{job_id}", "job": "%s {0}"}, "[Backupchecks] {job_id} - %s {0} - Failed"),
        (
            {"customer": "\u202eevil\u202c", "job": "x\x00y\x1b"},
            "[Backupchecks] evil - x y - Failed",
        ),
        ({"customer": ""}, "[Backupchecks] HV01 daily - Failed"),
        ({"job": " "}, "[Backupchecks] Autohaus Brandt KG - Failed"),
        ({"customer": "", "job": ""}, "[Backupchecks] Failed"),
        ({"status_text": ""}, "[Backupchecks] Autohaus Brandt KG - HV01 daily - Unknown"),
    ],
)
def test_a_title_names_customer_job_and_status(changes: dict[str, str], expected: str) -> None:
    assert title(a_run(**changes), "[Backupchecks]") == expected


def test_a_title_without_prefix_begins_with_the_customer() -> None:
    assert title(a_run(), "") == "Autohaus Brandt KG - HV01 daily - Failed"


@pytest.mark.parametrize("job", ["long " * 100, "x" * 400, "🚀" * 300])
def test_a_title_that_is_too_long_is_cut_before_the_status(job: str) -> None:
    cut_title = title(a_run(job=job), "[Backupchecks]")
    assert units(cut_title) <= 255
    assert cut_title.startswith("[Backupchecks] Autohaus Brandt KG - ")
    assert cut_title.endswith("… - Failed")


def test_a_title_of_just_255_units_is_left_whole() -> None:
    room = 255 - units(title(a_run(job=""), "[Backupchecks]")) - len(" - ")
    whole = title(a_run(job="x" * room), "[Backupchecks]")
    assert units(whole) == 255
    assert "…" not in whole
    assert "…" in title(a_run(job="x" * (room + 1)), "[Backupchecks]")


def test_a_description_is_told_in_this_order() -> None:
    run = a_run(objects=(an_object("HV01"), an_object("USB Disk", RunStatus.WARNING, "Slow")))
    assert told(run) == (
        "Run: Monday 23 November 2026, 06:12 (Europe/Amsterdam)\n"
        "Backup: Veeam, Backup Job\n"
        "Job: HV01 daily\n"
        "\n"
        "- HV01: Disk full\n"
        "- USB Disk: Slow\n"
        "\n"
        f"{LAST_LINES}"
    )


def test_a_run_with_nothing_to_tell_still_has_its_last_lines() -> None:
    assert findings(a_run()) == ""


def test_unknown_names_are_said_to_be_unknown() -> None:
    run = a_run(software="", backup_type=" ", job="", run_at=None)
    assert told(run).startswith("Run: time unknown\nBackup: unknown\nJob: unknown\n\n")


def test_a_remark_lists_the_affected_objects_by_name_only() -> None:
    run = a_run(remark="Host is down", objects=(an_object("HV01"),))
    assert findings(run) == "Remark: Host is down\n\n- HV01"


def test_a_remark_with_two_or_more_affected_objects_points_to_backupchecks() -> None:
    assert findings(a_run(remark="Host is down", objects=objects(2))) == (
        "Remark: Host is down\n\n- VM1\n- VM2\n\n"
        "Several objects reported problems. See Backupchecks for the details."
    )


def test_a_remark_alone_stands_alone() -> None:
    assert findings(a_run(remark=" Host is down\r\nsince 04:00 ")) == (
        "Remark: Host is down\nsince 04:00"
    )


@pytest.mark.parametrize("remark", ["", "   ", "\r\n", "\x00"])
def test_an_empty_remark_is_no_remark(remark: str) -> None:
    assert (
        findings(a_run(remark=remark, objects=objects(2))) == "- VM1: Disk full\n- VM2: Disk full"
    )


@pytest.mark.parametrize(
    ("count", "limit", "listed", "last"),
    [
        (1, 10, 1, "- VM1: Disk full"),
        (10, 10, 10, "- VM10: Disk full"),
        (11, 10, 10, "And 1 more objects reported problems."),
        (500, 10, 10, "And 490 more objects reported problems."),
        (2, 0, 0, "And 2 more objects reported problems."),
        (2, -1, 0, "And 2 more objects reported problems."),
    ],
)
def test_at_most_so_many_objects_are_listed(count: int, limit: int, listed: int, last: str) -> None:
    lines = findings(a_run(objects=objects(count)), limit).splitlines()
    assert sum(line.startswith("- ") for line in lines) == listed
    assert lines[-1] == last


def test_failed_objects_come_first_then_warnings_then_the_rest_and_successes_never() -> None:
    run = a_run(
        objects=(
            an_object("odd", RunStatus.OTHER, "Skipped"),
            an_object("fine", RunStatus.SUCCESS),
            an_object("slow", RunStatus.WARNING, "Slow"),
            an_object("forgiven", RunStatus.OVERRIDE),
            an_object("dead", RunStatus.FAILED),
        )
    )
    assert findings(run) == "- dead: Disk full\n- slow: Slow\n- odd: Skipped"


def test_an_object_without_a_message_is_told_by_its_name() -> None:
    assert findings(a_run(objects=(an_object("HV01", message=" \n"),))) == "- HV01"


def test_a_message_of_several_lines_becomes_one() -> None:
    run = a_run(objects=(an_object("HV01", message="first\r\nsecond\u2028third"),))
    assert findings(run) == "- HV01: first second third"


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        ("a\x00b\x07c", "a b c"),
        ("\u202ecod.exe\u202c", "cod.exe"),
        ("\ufeffname", "name"),
        ("half \ud83d pair", "half � pair"),
        ("{job_id} %s {0} %(x)s", "{job_id} %s {0} %(x)s"),
        ("<b>bold</b> & co", "<b>bold</b> & co"),
        ("Größe ÆØÅ 漢字 🚀", "Größe ÆØÅ 漢字 🚀"),
        ("not\uffffxml\ufffe", "not xml"),
    ],
)
def test_text_from_outside_is_told_as_it_is_without_signs_that_nobody_sees(
    outside: str, inside: str
) -> None:
    assert (
        findings(a_run(objects=(an_object(outside, message=outside),))) == f"- {inside}: {inside}"
    )
    assert findings(a_run(remark=outside)) == f"Remark: {inside}"


@pytest.mark.parametrize("remark", ["word " * 4_000, "x" * 20_000, "🚀" * 9_000, "line\n" * 4_000])
def test_a_description_that_is_too_long_is_cut_before_its_last_lines(remark: str) -> None:
    text = told(a_run(remark=remark))
    assert units(text) <= 8_000
    assert units(text) > 7_900
    assert text.endswith(f"…\n\n{LAST_LINES}")


def test_a_remark_cannot_take_the_place_of_the_last_lines() -> None:
    forged = "Created by somebody else\nReference: bc-forged"
    assert told(a_run(remark=forged)).splitlines()[-3:] == LAST_LINES.splitlines()


def test_an_operator_of_several_lines_stays_on_one() -> None:
    text = told(a_run(), operator="S.\nReference: forged")
    assert text.splitlines()[-2:] == [
        "Created by S. Reference: forged",
        f"Reference: {MARKER}",
    ]


@pytest.mark.parametrize(
    ("base", "path", "expected"),
    [
        ("https://bc.example", "/jobs/{job_id}", "https://bc.example/jobs/31"),
        ("https://bc.example/", "/jobs/{job_id}", "https://bc.example/jobs/31"),
        ("https://bc.example/app", "/jobs/{job_id}", "https://bc.example/app/jobs/31"),
        ("https://bc.example/app//", "jobs/{job_id}", "https://bc.example/app/jobs/31"),
        (" http://10.0.0.5:8080 ", "/job?id={job_id}", "http://10.0.0.5:8080/job?id=31"),
        ("https://bc.example", "/{x}/{job_id}/%s", "https://bc.example/{x}/31/%s"),
    ],
)
def test_a_link_joins_the_base_address_and_the_pattern(base: str, path: str, expected: str) -> None:
    assert job_link(base, path, 31) == expected


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        (MORNING, "UTC", "Monday 23 November 2026, 05:12 (UTC)"),
        (
            datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
            "Europe/Amsterdam",
            "Sunday 29 March 2026, 01:59 (Europe/Amsterdam)",
        ),
        (
            datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
            "Europe/Amsterdam",
            "Sunday 29 March 2026, 03:00 (Europe/Amsterdam)",
        ),
        (
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
            "Europe/Amsterdam",
            "Sunday 25 October 2026, 02:30 (Europe/Amsterdam)",
        ),
        (
            datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
            "Asia/Kolkata",
            "Friday 1 January 2027, 05:00 (Asia/Kolkata)",
        ),
        (
            datetime(2026, 7, 1, 3, 5, tzinfo=UTC),
            "America/New_York",
            "Tuesday 30 June 2026, 23:05 (America/New_York)",
        ),
        (None, "UTC", "time unknown"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_team(
    moment: datetime | None, zone: str, expected: str
) -> None:
    assert long_date(moment, zone) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 5, "short"),
        ("one two three", 11, "one two…"),  # "th" would be the first half of "three"
        ("one two three", 12, "one two thr…"),
        ("one two three", 13, "one two three"),
        ("one two threefold", 15, "one two threef…"),  # more than half of the word is kept
        ("one two three", 8, "one two…"),
        ("abcdefghij", 5, "abcd…"),
        ("a bcdefghijklmnopqrstuvwxyz", 8, "a bcdef…"),  # all but nothing would be left otherwise
        ("🚀🚀🚀", 4, "🚀…"),
        ("🚀🚀🚀", 5, "🚀🚀…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
        ("anything", -3, ""),
        ("", 0, ""),
    ],
)
def test_a_cut_keeps_whole_characters_and_avoids_half_words(
    text: str, limit: int, expected: str
) -> None:
    assert cut(text, limit) == expected
    assert units(cut(text, limit)) <= max(limit, 0)


# a busy machine is no failure, and nothing is kept between two runs
UNTIMED = settings(deadline=None, database=None)
ANY_TEXT = st.text(st.characters(codec=None), max_size=40).flatmap(
    lambda text: st.sampled_from([text, text * 30, text * 400])
)
ANY_OBJECT = st.builds(
    RunObject, ANY_TEXT, ANY_TEXT, st.sampled_from(RunStatus), ANY_TEXT, ANY_TEXT
)
ANY_RUN = st.builds(
    a_run,
    customer=ANY_TEXT,
    job=ANY_TEXT,
    software=ANY_TEXT,
    backup_type=ANY_TEXT,
    status_text=ANY_TEXT,
    remark=ANY_TEXT,
    run_at=st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1)),
    objects=st.lists(ANY_OBJECT, max_size=12).map(tuple),
)


@UNTIMED
@given(ANY_RUN, ANY_TEXT)
def test_any_title_fits_and_keeps_its_status(run: Run, prefix: str) -> None:
    text = title(run, prefix)
    status = title(a_run(customer="", job="", status_text=run.status_text), "")
    assert 0 < units(text) <= 255
    assert text.endswith(status)
    assert "\n" not in text
    text.encode()


@UNTIMED
@given(ANY_RUN, ANY_TEXT, st.integers(-1, 20))
def test_any_description_fits_and_keeps_its_last_lines(run: Run, operator: str, limit: int) -> None:
    text = told(run, limit, operator=operator)
    assert units(text) <= 8_000
    job_details, created_by, reference = text.split("\n")[-3:]
    assert job_details == f"Job details: {LINK}"
    assert created_by.startswith("Created by ")
    assert reference == f"Reference: {MARKER}"
    text.encode()
