"""What a company's answer means for a mapping, and how well two names fit."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bcautotask_gui.domain.customers import Company, Mapping, MappingStatus, Suggestion
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment

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
    never touched. Two customers that claim the company keep both from using it, whatever
    Autotask answers.

    Args:
        mapping: as stored.
        company: what Autotask answered, or None where it shows no such company.
        now: aware, UTC.
    """
    told = _told(mapping, company)
    name, former, status, reason = told
    return replace(
        mapping,
        company_name=name,
        former_name=former,
        status=status,
        invalid_because=reason,
        version=mapping.version + (told != _known(mapping)),
        synced_at=now,
    )


def tells_nothing_new(mapping: Mapping, company: Company | None) -> bool:
    """Whether `refreshed` would change nothing but the time of asking.

    Args:
        mapping: as stored.
        company: what Autotask answered, or None where it shows no such company.
    """
    return _told(mapping, company) == _known(mapping)


def _told(mapping: Mapping, company: Company | None) -> tuple[str, str, MappingStatus, str]:
    """Name, former name, status and reason as they stand after an answer."""
    name, former = _names(mapping, company)
    if mapping.claimants:
        return name, former, MappingStatus.INVALID, _claim(mapping.claimants)
    reason = reason_against(company)
    if reason:
        return name, former, MappingStatus.INVALID, reason
    return name, former, MappingStatus.RENAMED if former else MappingStatus.OK, ""


def _known(mapping: Mapping) -> tuple[str, str, MappingStatus, str]:
    return mapping.company_name, mapping.former_name, mapping.status, mapping.invalid_because


def contested(mapping: Mapping, claimants: tuple[str, ...]) -> Mapping:
    """A mapping whose company another customer claims as well: unusable for both.

    Args:
        mapping: as it would stand without the other claim.
        claimants: the names of both customers.
    """
    return replace(
        mapping,
        status=MappingStatus.INVALID,
        invalid_because=_claim(claimants),
        claimants=claimants,
    )


def _claim(claimants: tuple[str, ...]) -> str:
    return say("claimed by {names}", names=" and ".join(claimants))


def acknowledged(mapping: Mapping) -> Mapping:
    """The mapping after a person took note of the company's new name."""
    is_renamed = mapping.status is MappingStatus.RENAMED
    status = MappingStatus.OK if is_renamed else mapping.status
    return replace(mapping, former_name="", status=status, version=mapping.version + 1)


def in_words(mapping: Mapping | None) -> str:
    """A mapping for the trail: company, id and what stands against it; empty for none."""
    if mapping is None:
        return ""
    named = f"{mapping.company_name} ({mapping.company_id})"
    return f"{named}, {mapping.invalid_because}" if mapping.invalid_because else named


def refuse_other_environment(now: Environment, then: Environment | None, who: str) -> None:
    """Refuses an act on what was found in another environment than the one in use.

    Args:
        now: the environment in use.
        then: where it was found, or None where that does not matter.
        who: saved the settings last.

    Raises:
        Failure: STALE.
    """
    if then is not None and then is not now:
        raise Failure(Kind.STALE, what=say("The environment"), who=who or "somebody")


def refuse_unusable(company: Company | None, company_id: int) -> Company:
    """The company, if a customer may be mapped to it.

    Raises:
        Failure: ABSENT where Autotask does not show it, BLOCKED where it is inactive.
    """
    if company is None:
        raise Failure(Kind.ABSENT, what="company", id=company_id)
    if reason_against(company):
        raise Failure(
            Kind.BLOCKED, reason=say("{name} ({id}) is inactive.", name=company.name, id=company.id)
        )
    return company


def _names(mapping: Mapping, company: Company | None) -> tuple[str, str]:
    """The company's present name, and the former one.

    The former name is the oldest that nobody acknowledged. A company that takes that one up
    again was last called something else, and is marked with that instead.
    """
    if company is None or company.name == mapping.company_name:
        return mapping.company_name, mapping.former_name
    former = mapping.former_name
    if not former or former == company.name:
        former = mapping.company_name
    return company.name, former


def reason_against(company: Company | None) -> str:
    """Why no ticket can go to this company, in words; empty where nothing stands against it."""
    if company is None:
        return say("deleted, or not accessible to the API user")
    return "" if company.is_active else say("inactive")


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
    if _same_letters(ours, theirs) or _same_signs(customer, company):
        return Suggestion.EXACT, 100
    if not ours or not theirs:
        return Suggestion.NONE, 0
    # a name that is contained in the other counts as alike to some measures; only equal is exact
    score = min(round(likeness(ours, theirs)), 99)
    return (Suggestion.SIMILAR if score >= SIMILAR_FROM else Suggestion.NONE), score


def name_key(name: str) -> str:
    """What two names share that are exactly the same; empty where a name says nothing."""
    return plain_name(name).replace(" ", "") or name.strip().casefold()


def shared_words(customer: str, company: str) -> tuple[str, str, str]:
    """Why two names count as similar, for the person who decides.

    Returns:
        The words that both have, those of the customer alone, and those of the company alone.
    """
    ours, theirs = plain_name(customer).split(), plain_name(company).split()
    parts = (
        [word for word in ours if word in theirs],
        [word for word in ours if word not in theirs],
        [word for word in theirs if word not in ours],
    )
    both, customers, companies = map(" ".join, parts)
    return both, customers, companies


def _same_letters(ours: str, theirs: str) -> bool:
    return ours != "" and ours.replace(" ", "") == theirs.replace(" ", "")


def _same_signs(ours: str, theirs: str) -> bool:
    """Whether two names without a letter, such as emoji, are the same as they stand."""
    return ours.strip() != "" and ours.strip().casefold() == theirs.strip().casefold()


def plain_name(name: str) -> str:
    """A name without case, accents, punctuation and legal forms, for comparing."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"(?<=\b\w)\.\s*(?=\w\b)", "", text)  # "B.V." and "e. K." are one word
    words = re.findall(r"[^\W_]+", text)
    kept = [word for word in words if word not in LEGAL_FORMS]
    return " ".join(kept or words)
