"""What a company's answer means for a mapping, and how well two names fit."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bcautotask_gui.domain.customers import Company, Mapping, MappingStatus, Suggestion

# Legal forms say nothing about who a company is; written without punctuation.
LEGAL_FORMS = frozenset(
    "bv nv vof cv gmbh gmbhcokg ag kg ohg ek ev ug mbh co partg ltd limited llp plc inc llc corp "
    "sa sarl sas spa srl oy ab as aps".split()
)
SIMILAR_FROM = 60


def refreshed(mapping: Mapping, company: Company | None, now: datetime) -> Mapping:
    """The mapping after Autotask was asked for its company.

    A new name is cached at once and stays marked until somebody acknowledges it; a company that
    is deleted, inactive or inaccessible makes the mapping invalid. The customer's own name is
    never touched.

    Args:
        mapping: as stored.
        company: what Autotask answered, or None where it shows no such company.
        now: aware, UTC.
    """
    reason = reason_against(company)
    if company is None or reason:
        changed = replace(mapping, status=MappingStatus.INVALID, invalid_because=reason)
    elif company.name != mapping.company_name:
        changed = replace(
            mapping,
            status=MappingStatus.RENAMED,
            company_name=company.name,
            former_name=mapping.former_name or mapping.company_name,
            invalid_because="",
        )
    else:
        status = MappingStatus.RENAMED if mapping.former_name else MappingStatus.OK
        changed = replace(mapping, status=status, invalid_because="")
    if changed != mapping:
        changed = replace(changed, version=mapping.version + 1)
    return replace(changed, synced_at=now)


def reason_against(company: Company | None) -> str:
    """Why no ticket can go to this company, in words; empty where nothing stands against it."""
    if company is None:
        return "deleted, or not accessible to the API user"
    return "" if company.is_active else "inactive"


def compare_names(
    customer: str, company: str, likeness: Callable[[str, str], float]
) -> tuple[Suggestion, int]:
    """How well a company's name fits a customer's, with a score of 0 to 100.

    Exact means the same after case, accents, punctuation, spaces and legal forms are set aside.

    Args:
        customer: the customer's name in Backupchecks.
        company: the company's name in Autotask.
        likeness: compares two plain names, 0 (nothing alike) to 100.
    """
    ours, theirs = plain_name(customer), plain_name(company)
    if ours and ours == theirs:
        return Suggestion.EXACT, 100
    # a name that is contained in the other counts as alike to some measures; only equal is exact
    score = min(round(likeness(ours, theirs)), 99)
    return (Suggestion.SIMILAR if score >= SIMILAR_FROM else Suggestion.NONE), score


def plain_name(name: str) -> str:
    """A name without case, accents, punctuation and legal forms, for comparing."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"(?<=\w)\.(?=\w)", "", text).replace("&", " ")
    words = re.findall(r"\w+", text)
    kept = [word for word in words if word not in LEGAL_FORMS]
    return " ".join(kept or words)
