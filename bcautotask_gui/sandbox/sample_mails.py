"""The report mails of the sample, each in the manner of its software."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from bcautotask_gui.sandbox.sample_jobs import Job
from bcautotask_gui.sandbox.sample_objects import OUTCOMES, Reported

_COLOURS = {"Success": "#00b050", "Warning": "#ffc000", "Failed": "#fb0000", "Error": "#fb0000"}
_WORDS = {"Success": "completed", "Warning": "completed with notes", "Failed": "failed"}


@dataclass(frozen=True)
class Report:
    """A mail: its subject and its body, plain, formatted, or both."""

    subject: str
    text: str | None
    html: str | None


def mail(
    customer: str, job: Job, letter: str, ended: datetime, objects: Sequence[Reported]
) -> Report:
    """The mail that reports one run.

    Args:
        customer: The customer's name.
        job: The job that ran.
        letter: How the run ended.
        ended: When it ended, in local time.
        objects: What the report tells of each object.
    """
    # The software knows nothing of overrides: it reported a failure.
    status = "Failed" if letter == "O" else OUTCOMES[letter]
    writer = {"Veeam": _veeam, "NAKIVO": _nakivo, "Synology": _synology}[job.kind.software]
    return writer(customer, job, status, ended, objects)


def _veeam(
    customer: str, job: Job, status: str, ended: datetime, objects: Sequence[Reported]
) -> Report:
    good, warned, failed = _counts(objects)
    subject = f"[{status}] {job.name} ({len(objects)} objects) {failed} failed, {warned} warning"
    rows = "".join(_row(each, f"{ended:%H:%M:%S}") for each in objects)
    return Report(
        subject,
        None,
        f'<html><body style="font-family:Tahoma;font-size:12px"><table width="100%">'
        f'<tr><td bgcolor="{_COLOURS[status]}" style="color:#fff;font-size:16px">'
        f"{escape(job.kind.type)}: {escape(job.name)}</td><td>{status}</td></tr>"
        f"<tr><td>{ended:%d/%m/%Y %H:%M:%S}</td><td>{escape(customer)}</td></tr></table>"
        f"<p>Success {good} &middot; Warning {warned} &middot; Error {failed}</p>"
        f'<table border="1" cellspacing="0"><tr><th>Name</th><th>Status</th><th>End time</th>'
        f"<th>Details</th></tr>{rows}</table></body></html>",
    )


def _nakivo(
    customer: str, job: Job, status: str, ended: datetime, objects: Sequence[Reported]
) -> Report:
    good, warned, failed = _counts(objects)
    word = "successful" if status == "Success" else status.lower()
    rows = "".join(_row(each, "") for each in objects)
    return Report(
        f'"{job.name}" job report: {word}',
        None,
        f"<html><head><title>{escape(job.name)}</title></head><body>"
        f"<h2>Job run report</h2><p>Director of {escape(customer)}, {ended:%d.%m.%Y %H:%M}</p>"
        f"<p>The job <b>{escape(job.name)}</b> ended as <b>{word}</b>: {good} of {len(objects)} "
        f"virtual machines are protected, {warned} need a look, {failed} failed.</p>"
        f"<table><tr><th>VM</th><th>Result</th><th></th><th>Events</th></tr>{rows}</table>"
        f"</body></html>",
    )


def _synology(
    customer: str, job: Job, status: str, ended: datetime, objects: Sequence[Reported]
) -> Report:
    word = _WORDS[status]
    host = f"NAS-{''.join(part[0] for part in customer.split()).upper()}"
    lines = [
        f"Dear user of {host},", "",
        f"{job.kind.type}: the task {job.name} has {word} on {ended:%Y/%m/%d} at {ended:%H:%M}.",
        f"Customer: {customer}", f"Items in this task: {len(objects)}", "",
        *(f"[{each.status}] {each.name}{_tail(each)}" for each in objects), "",
        f"Sincerely yours, {host}",
    ]  # fmt: skip
    text = "\n".join(lines)
    html = None
    if job.kind.key == "active":
        html = f"<html><body><pre>{escape(text)}</pre></body></html>"
    return Report(f"{job.kind.type} task {job.name} on {host} has {word}", text, html)


def _counts(objects: Sequence[Reported]) -> tuple[int, int, int]:
    statuses = [each.status for each in objects]
    return statuses.count("Success"), statuses.count("Warning"), statuses.count("Failed")


def _row(each: Reported, ended: str) -> str:
    colour = _COLOURS[each.status]
    return (
        f'<tr><td>{escape(each.name)}</td><td style="color:{colour}">{each.status}</td>'
        f"<td>{ended}</td><td>{escape(each.message)}</td></tr>"
    )


def _tail(each: Reported) -> str:
    return f": {each.message}" if each.message else ""
