"""Writes a very large Backupchecks database, plain in content, for measuring how fast lists are."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bcautotask_gui.sandbox.sample_objects import SOFTWARE
from bcautotask_gui.sandbox.sample_store import Row, Store, opened

_JOBS_EACH = 5
_RUNS_EACH = 400
_KINDS = tuple(kind for kind in SOFTWARE.values() if kind.sender)
# Of a hundred runs: the results that are not a success, by the run's last two digits.
_BAD = {7: "Warning", 23: "Warning", 48: "Warning", 61: "Failed", 77: "Failed", 90: "Missed"}


def write_large(url: str, *, now: datetime, runs: int = 1_000_000) -> None:
    """Make the tables and fill them with runs of about 400 days, 400 a job; no chance is involved.

    Runs older than a week are reviewed. Failed runs and warnings have a mail of one object.

    Args:
        url: `sqlite:///path` of a new file, or `postgresql://...` of an empty database.
        now: The time of the newest run; a naive time is UTC.
        runs: How many runs.

    Raises:
        ValueError: The URL is of another kind.
    """
    newest = now.astimezone(UTC).replace(tzinfo=None) if now.tzinfo else now
    jobs = max(1, runs // _RUNS_EACH)
    with opened(url) as store:
        store.create()
        _write_jobs(store, jobs)
        _write_mails(store, jobs, runs)
        store.insert(
            "job_runs",
            ("id", "job_id", "mail_message_id", "run_at", "status", "missed", "reviewed_at"),
            _runs(jobs, runs, newest),
        )


def _write_jobs(store: Store, jobs: int) -> None:
    customers = -(-jobs // _JOBS_EACH)
    names = ((at, f"Klant {at:05}", True) for at in range(1, customers + 1))
    store.insert("customers", ("id", "name", "active"), names)
    kinds = [_KINDS[at % len(_KINDS)] for at in range(jobs)]
    store.insert(
        "jobs",
        ("id", "customer_id", "job_name", "backup_software", "backup_type"),
        (
            (at + 1, at // _JOBS_EACH + 1, f"HV{at % 100:02} Daily", kind.software, kind.type)
            for at, kind in enumerate(kinds)
        ),
    )


def _write_mails(store: Store, jobs: int, runs: int) -> None:
    mailed = [at for at in range(runs) if _has_mail(at)]
    store.insert(
        "mail_messages",
        ("id", "subject", "text_body", "location", "job_id"),
        ((at + 1, f"Report {at}", f"Run {at}", "processed", at % jobs + 1) for at in mailed),
    )
    store.insert(
        "mail_objects",
        ("mail_message_id", "object_name", "object_type", "status", "error_message"),
        ((at + 1, f"VM{at % 997:03}", "VM", _status(at), f"Code {at % 9973}.") for at in mailed),
    )


def _status(at: int) -> str:
    return _BAD.get(at % 100, "Success")


def _has_mail(at: int) -> bool:
    return _status(at) in ("Warning", "Failed")


def _runs(jobs: int, runs: int, newest: datetime) -> Iterator[Row]:
    """The runs, oldest first; in the course of a day each job runs once."""
    step = timedelta(days=1) / jobs
    watched = newest - timedelta(days=7)
    for at in range(runs):
        ended = newest - step * (runs - 1 - at)
        status = _status(at)
        reviewed = ended + timedelta(hours=6) if ended < watched else None
        mail_id = at + 1 if _has_mail(at) else None
        yield (at + 1, at % jobs + 1, mail_id, ended, status, status == "Missed", reviewed)
