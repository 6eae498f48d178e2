from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcautotask_gui.domain.audit import Act, AuditEntry, AuditEvent, AuditQuery
from bcautotask_gui.domain.audit_chain import ChainedEntry, ChainReport, Link, hash_of
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.profile import Profile
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.audit import AuditService, TrailKeeper

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)


class FakeLog:
    """A trail in memory, chained by the same rule."""

    def __init__(self, count: int) -> None:
        self.links: list[ChainedEntry] = []
        for number in range(1, count + 1):
            said, before = (f"said {number}",), self.links[-1].hash if self.links else ""
            self.links.append(ChainedEntry(number, said, before, hash_of(before, number, said)))

    def newest(
        self, limit: int, before_id: int | None = None, _query: AuditQuery | None = None
    ) -> tuple[AuditEntry, ...]:
        ids = [each.id for each in self.links if before_id is None or each.id < before_id]
        return tuple(map(entry, ids[::-1][:limit]))

    def operators(self) -> tuple[str, ...]:
        return ("anna",)

    def head(self) -> Link | None:
        return Link(self.links[-1].id, self.links[-1].hash) if self.links else None

    def link(self, entry_id: int) -> Link | None:
        return next((Link(e.id, e.hash) for e in self.links if e.id == entry_id), None)

    def chain(self):  # type: ignore[no-untyped-def]
        yield tuple(self.links[:2])
        yield tuple(self.links[2:])


def entry(number: int) -> AuditEntry:
    event = AuditEvent(Act.NOTE_ADDED, "=cmd()", "desk", "c0ffee", f"run {number}", "", "-1")
    return AuditEntry(number, NOON, event, "desk_admin")


def actor(role: Role) -> Actor:
    return Actor(Operator("anna", role, "desk", frozenset({role})), Instance("1", "p", "desk"))


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def service_on(log: FakeLog, profile: Profile, role: Role = Role.ADMIN) -> AuditService:
    return AuditService(log, profile.trail_memory("w"), actor(role))


def verified(service: AuditService) -> ChainReport:
    checking = service.verify()
    while True:
        try:
            next(checking)
        except StopIteration as end:
            report: ChainReport = end.value
            return report


def test_what_was_found_whole_is_remembered_in_the_profile(profile: Profile) -> None:
    log = FakeLog(5)
    report = verified(service_on(log, profile))
    assert (report.is_whole, report.checked, report.remembered) == (True, 5, None)
    again = verified(service_on(log, Profile(profile.folder)))
    assert again.remembered == log.head()
    assert "Entry 5, which this computer remembers" in again.proves
    assert again.cannot_prove.startswith("Not proven")


def test_a_cut_trail_is_told_and_the_memory_of_it_stays(profile: Profile) -> None:
    keeper = TrailKeeper(FakeLog(5), profile.trail_memory("w"))
    assert keeper.remember() is None
    cut = FakeLog(3)
    seen = profile.trail_memory("w").newest_entry()
    assert TrailKeeper(cut, profile.trail_memory("w")).remember() == seen
    report = verified(service_on(cut, profile))
    assert "entry 5" in report.proves
    assert profile.trail_memory("w").newest_entry() == seen


def test_each_workspace_has_a_memory_of_its_own(profile: Profile) -> None:
    TrailKeeper(FakeLog(5), profile.trail_memory("one")).remember()
    assert TrailKeeper(FakeLog(2), profile.trail_memory("two")).remember() is None
    assert profile.trail_memory("two").newest_entry() == FakeLog(2).head()


def test_a_growing_trail_is_followed(profile: Profile) -> None:
    for count in (0, 1, 4):
        assert TrailKeeper(FakeLog(count), profile.trail_memory("w")).remember() is None
    assert profile.trail_memory("w").newest_entry() == FakeLog(4).head()


def test_pages_lead_to_the_oldest(profile: Profile) -> None:
    service = service_on(FakeLog(5), profile)
    first = service.page(AuditQuery(), 3)
    assert ([e.id for e in first.entries], first.has_more) == ([5, 4, 3], True)
    rest = service.page(AuditQuery(), 3, first.entries[-1].id)
    assert ([e.id for e in rest.entries], rest.has_more) == ([2, 1], False)


def test_an_export_holds_no_formula(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    list(service_on(FakeLog(2), profile).export(str(path), AuditQuery()))
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("id,time_utc,act,subject")
    assert lines[1] == (
        "2,2026-03-12 12:00:00,note added,run 2,,'-1,'=cmd(),desk_admin,desk,,c0ffee"
    )


def test_a_file_that_cannot_be_written_is_told(profile: Profile, tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        list(service_on(FakeLog(2), profile).export(str(tmp_path / "no" / "x"), AuditQuery()))
    assert caught.value.kind is Kind.BLOCKED


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.REPORTER, Role.VIEWER])
def test_only_an_admin_reads_the_log(profile: Profile, role: Role, tmp_path: Path) -> None:
    service = service_on(FakeLog(2), profile, role)
    for act in (
        lambda: service.page(AuditQuery(), 3),
        lambda: next(service.verify()),
        lambda: next(service.export(str(tmp_path / "x"), AuditQuery())),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.NOT_ALLOWED
