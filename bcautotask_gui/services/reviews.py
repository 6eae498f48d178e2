"""Marking runs as reviewed in Backupchecks, and taking it back; asks Autotask nothing."""

from collections.abc import Collection

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import ReviewStore
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.sentences import say, word
from bcautotask_gui.services.acts import Actor


class ReviewService:
    """Reviews, where the database has the columns for them and lets us write."""

    def __init__(self, reviews: ReviewStore, actor: Actor) -> None:
        self._reviews = reviews
        self._actor = actor

    def reason_against(self) -> str:
        """Why runs cannot be marked here; empty where they can. Reads no run."""
        operator = self._actor.operator
        if not operator.may(Permission.REVIEW):
            return say(
                "The role {role} may not {permission}.",
                role=operator.role.value,
                permission=word(Permission.REVIEW),
            )
        return self._reviews.reason_against()

    def mark(self, run_ids: Collection[int]) -> Review:
        """Marks runs; those that were reviewed before stay as they are.

        Returns:
            What was changed, for taking it back.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the database does not allow it.
        """
        self._require()
        return self._reviews.mark(run_ids, self._actor.event(Act.RUN_REVIEWED, "runs"))

    def mark_job(self, job_id: int, up_to: int) -> Review:
        """Marks all runs of a job that are in sight.

        Args:
            job_id: the job.
            up_to: the highest run id that was known to the person; a run that came in later was
                not seen, so it is not reviewed.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the database does not allow it.
        """
        self._require()
        event = self._actor.event(Act.RUN_REVIEWED, "runs", after=f"job {job_id}")
        return self._reviews.mark_job(job_id, up_to, event)

    def take_back(self, review: Review) -> int:
        """Takes back what a review marked; what somebody changed since is left alone.

        Returns:
            How many runs are not reviewed any more.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the database does not allow it.
        """
        self._require()
        return self._reviews.take_back(review, self._actor.event(Act.REVIEW_TAKEN_BACK, "runs"))

    def _require(self) -> None:
        self._actor.require(Permission.REVIEW)
        reason = self._reviews.reason_against()
        if reason:
            raise Failure(Kind.BLOCKED, reason=reason)
