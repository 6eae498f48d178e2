"""Autotask's English sentences, turned into failures; the sentence itself is always kept.

Autotask answers validation, permissions and limits alike with a list of sentences, so only their
wording tells them apart. A sentence that is not known here stays a plain refusal.
"""

import re
from collections.abc import Sequence

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say

_LIMITS = re.compile(r"\bthreads?\b|\bthresholds?\b|too many requests|rate limit", re.IGNORECASE)
_ZONE = re.compile(r"zone information could not be determined", re.IGNORECASE)
# a sentence taken for one of these stops every further call, so what only sounds alike is left out:
# a user-defined field, and an act that somebody who is signed in may not do
_CREDENTIALS = re.compile(
    r"integration ?code|invalid (?:user ?name|user\b(?!\W*defined)|password|credentials|api user)"
    r"|(?:user ?name|password|credentials?) (?:is|are|or \w+ (?:is|are)) (?:invalid|incorrect|not)"
    r"|not authenticated|unauthori[sz]ed\b(?! to\b)",
    re.IGNORECASE,
)
_PERMISSION = re.compile(
    r"adequate permissions?|required permissions?|(?:not|no) (?:have )?(?:the )?permissions?"
    r"|permission denied",
    re.IGNORECASE,
)
_PICKLIST = re.compile(
    r"picklist value \[(?P<value>[^\]]*)\] does not exist for (?P<field>[\w ]+)", re.IGNORECASE
)
_REQUIRED = (
    re.compile(r"missing required field:? *(?P<field>\w+)", re.IGNORECASE),
    re.compile(r"required field (?P<field>\w+)", re.IGNORECASE),
    re.compile(r"^(?P<field>\w[\w ]{0,60}?) is required", re.IGNORECASE),
)
_ABOUT = (
    re.compile(r"reference value on field: (?P<field>\w+)", re.IGNORECASE),
    re.compile(r"^the (?P<field>\w+)\[[^\]]*\] cannot be associated", re.IGNORECASE),
    re.compile(r"unable to find (?P<field>\w+) in the", re.IGNORECASE),
)


def is_about_limits(texts: Sequence[str]) -> bool:
    """Whether a sentence says that too many calls came at once or in the hour."""
    return any(_LIMITS.search(text) for text in texts)


def failure_of(texts: Sequence[str], user: str) -> Failure:
    """The failure that a list of sentences stands for; the most telling sentence decides.

    Args:
        texts: Autotask's sentences, at least one.
        user: the API user's name, for the sentence about an unknown user.
    """
    whole = "; ".join(texts)
    if is_about_limits(texts):
        return Failure(Kind.BUSY, whole)
    for judge in (_of_access, _of_picklist, _of_required):
        for text in texts:
            failure = judge(text, whole, user)
            if failure:
                return failure
    return _plain(texts, whole)


def _of_access(text: str, whole: str, user: str) -> Failure | None:
    if _ZONE.search(text):
        return Failure(Kind.UNKNOWN_USER, whole, user=user)
    if _CREDENTIALS.search(text):
        return Failure(Kind.CREDENTIALS, whole)
    if _PERMISSION.search(text):
        return Failure(Kind.PERMISSION, whole, text=whole)
    return None


def _of_picklist(text: str, whole: str, _user: str) -> Failure | None:
    found = _PICKLIST.search(text)
    if not found:
        return None
    return Failure(
        Kind.PICKLIST, whole, field=found["field"].strip(), value=found["value"], text=whole
    )


def _of_required(text: str, whole: str, _user: str) -> Failure | None:
    found = next(filter(None, (each.search(text) for each in _REQUIRED)), None)
    return Failure(Kind.REQUIRED, whole, field=found["field"], text=whole) if found else None


def _plain(texts: Sequence[str], whole: str) -> Failure:
    found = (each.search(text) for text in texts for each in _ABOUT)
    about = next((match["field"] for match in found if match), "")
    advice = say("Correct it, then try again.")
    if about:
        advice = say("Correct {field}, then try again.", field=about)
    return Failure(Kind.REFUSED, whole, field=about, text=whole, advice=advice)
