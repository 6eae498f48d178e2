from collections.abc import Collection
from typing import Any

import pytest

from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.reviews import ReviewService
from tests.services.fakes import MORNING


class FakeReviews:
    def __init__(self) -> None:
        self.reason = ""
        self.marked: dict[int, int] = {1: 10, 2: 10, 3: 10}
        self.reviewed: set[int] = set()
        self.events: list[AuditEvent] = []

    def reason_against(self) -> str:
        return self.reason

    def mark(self, run_ids: Collection[int], event: AuditEvent) -> Review:
        new = tuple(sorted(set(run_ids) - self.reviewed))
        self.reviewed |= set(new)
        self.events.append(event)
        return Review(new, MORNING)

    def mark_job(self, job_id: int, up_to: int, event: AuditEvent) -> Review:
        found = [run for run, job in self.marked.items() if job == job_id and run <= up_to]
        return self.mark(found, event)

    def take_back(self, review: Review, event: AuditEvent) -> int:
        back = self.reviewed & set(review.run_ids)
        self.reviewed -= back
        self.events.append(event)
        return len(back)


@pytest.fixture
def store() -> FakeReviews:
    return FakeReviews()


def service(store: FakeReviews, role: Role = Role.OPERATOR) -> ReviewService:
    reviews: Any = store
    operator = Operator("J. de Vries", role, "desk-7", frozenset({role}))
    return ReviewService(reviews, Actor(operator, Instance("one", "profile", "desk-7")))


def test_runs_are_marked_and_taken_back_as_they_were(store: FakeReviews) -> None:
    reviews = service(store)
    reviews.mark([1])
    review = reviews.mark([1, 2])
    assert review.run_ids == (2,)
    assert reviews.take_back(review) == 1
    assert store.reviewed == {1}
    assert [each.act for each in store.events][-1] is Act.REVIEW_TAKEN_BACK


def test_a_whole_job_is_marked_as_far_as_it_was_in_sight(store: FakeReviews) -> None:
    assert service(store).mark_job(10, up_to=2).run_ids == (1, 2)


def test_where_the_schema_lacks_it_nothing_is_written_and_the_reason_is_told(
    store: FakeReviews,
) -> None:
    store.reason = "This Backupchecks database has no column for reviews."
    assert service(store).reason_against() == store.reason
    for act in (
        lambda: service(store).mark([1]),
        lambda: service(store).mark_job(10, 2),
        lambda: service(store).take_back(Review((1,), MORNING)),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.BLOCKED
    assert store.events == []


@pytest.mark.parametrize("role", [Role.REPORTER, Role.VIEWER])
def test_who_only_looks_marks_nothing(store: FakeReviews, role: Role) -> None:
    with pytest.raises(Failure) as caught:
        service(store, role).mark([1])
    assert caught.value.kind is Kind.NOT_ALLOWED
    assert "may not mark runs as reviewed" in service(store, role).reason_against()
    assert store.reviewed == set()
